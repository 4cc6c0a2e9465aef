"""People who write as they speak: a notebook of workshops, placements, basins, a year of visitors, salons, texts of a branch."""

from datetime import date

from tests.workbooks.making import Page, Read, Workbook, lost, said, several, site, uai
from tests.workbooks.writing import excel


def notebook_of_workshops() -> Workbook:
    """Firms that give a hand without any paper, known since a month or since always; what is to be done stands on another sheet."""
    page = Page("Les boîtes")
    page.put("LP Gaston-Ferrel - les boîtes qui nous donnent la main (pas de papier signé, que de la poignée de main)")
    page.put("tenu par Marcel, je passe le mardi")
    page.skip()
    table = page.table(
        "partnerships",
        {
            "La boîte": "partner",
            "Ils sont où": "partner_commune",
            "Qui demander": None,
            "On se connaît depuis": "since",
            "Ce qu'ils font pour nous": "themes",
            "Pour quels gars (sections)": "filieres",
            "La dernière fois qu'on s'est parlé": "last_news_on",
            "Ce que j'en pense": "comment",
        },
    )
    internships, gifts = said("stages", "pfmp"), said("dons de matériel", "materiel")
    metal, tours = said("stages et don de matière", "pfmp", "materiel"), said("visites + stages", "visite", "pfmp")
    workshop, tax = said("visite d'atelier", "visite"), said("taxe d'apprentissage", "taxe")
    machines = said("Usinage / Chaudronnerie", "Usinage", "Chaudronnerie")
    locks = said("Chaudronnerie / Serrurerie", "Chaudronnerie", "Serrurerie")
    autumn, school, back = said("sept 1998", "01/09/1998"), said("rentrée 2011", "01/09/2011"), said("rentrée 2016", "01/09/2016")
    january, march = said("janvier 2019", "01/01/2019"), said("mars 2023", "01/03/2023")
    november, may = said("novembre 2021", "01/11/2021"), said("le 12 mai 2025", "12/05/2025")
    for asked, known in (
        (
            ("Tôlerie Bréchard", "Vaudrange", "le patron, Dédé"),
            (autumn, internships, "Chaudronnerie", date(2025, 9, 16), "de l'or en barre, ne pas les fâcher"),
        ),
        (
            ("Mécanique Laurique SARL", "Saint-Elvain", "Mme Laurique"),
            (school, metal, machines, date(2025, 10, 7), "chutes d'inox à prendre avant Noël"),
        ),
        (("Garage Pontois", "Vaudrange", "Kévin (ancien élève)"), (january, workshop, "Maintenance auto", date(2025, 6, 3))),
        (
            ("Fonderie du Tessou", "Marcelles-le-Haut", "le contremaître"),
            (lost("depuis toujours"), gifts, "Usinage", may, "pièces à ébavurer, nos 2nde adorent"),
        ),
        (
            ("Serrurerie Aumont", "Saint-Elvain", "M. Aumont père"),
            (back, tax, locks, date(2025, 3, 18), "paie toujours en retard mais il paie"),
        ),
        (("Robotec Ouest", "Brissols", "?"), (march, tours, "MSPC", date(2025, 11, 4))),
        (
            ("Transports Guérinet", "Brissols", "la secrétaire, elle sait tout"),
            (november, internships, "Maintenance auto", said("?"), "à relancer, plus de nouvelles"),
        ),
    ):
        table.line(*asked, *known, establishment="LP Gaston-Ferrel")
    page.skip()
    page.put("Bréchard et Laurique viennent aussi au pot de fin d'année, penser aux invitations !")
    todo = Page("pense-bête")
    todo.put("À faire mardi")
    todo.put("- rappeler Guérinet")
    todo.put("- ramener la poste à souder chez Aumont")
    todo.put("- voir le nouveau DDFPT pour les clés de l'atelier 3")
    return excel("carnet de Marcel.xlsx", page, todo)


def placements_and_visitors() -> Workbook:
    """Places of care as a ward hands them over, who comes in class on the next sheet; the file alone names the lycée."""
    page = Page("Terrains")
    page.put("Terrains de stage ASSP – mis à jour après chaque tournée")
    page.skip()
    table = page.table(
        "organisations",
        {
            "Structure qui accueille": "name",
            "Quel genre de soins": None,
            "N° et rue": "address",
            "CP": "postcode",
            "Commune de la structure": "commune",
            "Standard": "phone",
            "Boîte mail du service": "email",
            "Cadre de santé": None,
            "Transmissions (vaccins, tenue, badge...)": "comment",
        },
        unjudged=("category", "establishment"),
    )
    square = "2 place du Foirail", "58993", "Orvigny"
    baths, hospital = ("58990", "Montbrun-les-Eaux"), ("avenue de la Gare", "58991", "Séverac-Plage")
    gowns, badge, few = "tenue blanche fournie, casier n° 12", "badge à demander 3 semaines avant", "max 2 élèves en même temps"
    for number, place, where, box, *told in (
        (1, ("EHPAD Les Glycines", "personnes âgées"), ("4 rue des Lavoirs", *baths), "accueil@glycines", "Mme Pasquier", gowns),
        (2, ("Hôpital local de Séverac-Plage", "SMR et USLD"), hospital, "soins@hlseverac", "M. Benguigui", "hépatite B obligatoire !!"),
        (3, ("MAS du Petit-Bois", "handicap"), ("route de Cernes", "58992", "Cernes"), "secretariat@petitbois", "Mme Loriot"),
        (4, ("Clinique du Parc aux Hérons", "chirurgie"), ("12 bd Pasteur", *baths), "", "à voir", badge),
        (5, ("SSIAD de la Vallée", "domicile"), square, "ssiad@vallee", "Mme Duvignac", "permis ou scooter"),
        (6, ("Crèche Les P'tits Loups", "petite enfance"), ("7 allée des Cèdres", *baths), "direction@ptitsloups", "Mme Thévenin", few),
    ):
        table.line(*place, *where, f"03 99 11 00 0{number}", f"{box}.example" if box else said("pas de mail"), *told)
    page.skip()
    page.put("Ne JAMAIS appeler pendant les soins du matin (7 h – 11 h).")
    visitors = Page("Pros en classe")
    visitors.put("Qui vient nous voir cette année ?")
    actions = visitors.table(
        "actions",
        {
            "Ce qu'on leur propose": "title",
            "Ça a lieu quand ?": "on",
            "Avec quelle structure ?": "partner",
            "Élèves présents": "headcount",
            "Fait ou pas fait": "state",
            "Ce que j'en retiens": "comment",
        },
        unjudged=("establishment", "theme", "domain"),
    )
    done, coming, flu = said("fait", "realisee"), said("à venir", "prevue"), said("annulé, épidémie de grippe", "annulee")
    most, april = said("22 (2 absents)", 22), said("le 7 avril 2026", "07/04/2026")
    toilet, talk = "Simulation d'une toilette au lit par une aide-soignante", "prévoir un temps de parole après"
    actions.line(toilet, date(2025, 10, 9), "EHPAD Les Glycines", 24, done, "très parlant, à refaire en 1re")
    actions.line("Table ronde fin de vie", date(2025, 11, 20), "Hôpital local de Séverac-Plage", most, done, talk)
    actions.line("Matinée gestes et postures", date(2025, 12, 4), "SSIAD de la Vallée", 12, flu)
    actions.line("Découverte du service de chirurgie", date(2026, 3, 12), "Clinique du Parc aux Hérons", 12, coming)
    actions.line("Atelier éveil musical", april, "Crèche Les P'tits Loups", 15, coming, "apporter les percussions")
    return excel("LP Jean-Moulin - ASSP terrains et intervenants.xlsx", page, visitors)


def networks_of_basins() -> Workbook:
    """Comités with their lycées and firms in cells, then what was done with them and a total under the pupils."""
    page = Page("mes comités")
    page.put("Mes comités locaux école-entreprise : qui est dedans")
    table = page.table(
        "networks",
        {
            "Nom du comité": "name",
            "Le territoire qu'il couvre": "area",
            "Lancé le": "created_on",
            "Les lycées dans la boucle": "establishment",
            "Les entreprises autour de la table": "partner",
            "Courriel du comité": "email",
            "Petit mot": "comment",
        },
        unjudged=("kind", "uai"),
    )

    def listed(*names: str) -> Read:
        return several(" / ".join(names), *names)

    cornac, salines = listed("LP Blaise-Cornac", "LP du Viaduc"), listed("LP des Salines", "Lycée de la Digue")
    rivers, canal = listed("LP Aimé-Roche", "LP Fontvive", "EREA du Gué"), listed("Conserverie Tarquin", "Péniches Loubat", "Silo 21")
    wood, salt = listed("Scierie Vernoise", "Charpentes Mazel"), listed("Sel et Soleil", "Hôtels Vigie")
    since = said("novembre 2019", "01/11/2019")
    for name, area, launched, lycees, firms, box, *told in (
        ("CLEE du Haut-Vernois", "Haut-Vernois", date(2014, 10, 2), cornac, wood, "hautvernois", "le plus dynamique"),
        ("CLEE Plaine et Canal", "Plaine et Canal", date(2016, 3, 15), "Lycée du Canal", canal, "plaine"),
        ("CLEE des Deux-Rives", "Deux-Rives", since, rivers, "Chantiers Pagès", "deuxrives", "en sommeil, à réveiller"),
        ("CLEE Littoral Sud", "Littoral Sud", date(2021, 1, 28), salines, salt, "littoral"),
    ):
        table.line(name, area, launched, lycees, firms, f"clee.{box}@territoires.example", *told)
    ground = Page("sur le terrain")
    ground.put("Ce qu'on a monté sur le terrain depuis septembre")
    ground.skip()
    actions = ground.table(
        "actions",
        {
            "On a fait quoi": "title",
            "C'était le": "on",
            "Lycée embarqué": "establishment",
            "Boîte qui a ouvert ses portes": "partner",
            "Combien de jeunes": "headcount",
            "Ça a donné quoi": "comment",
            "Photos": None,
        },
        unjudged=("theme", "domain", "state"),
    )
    whole = said("une classe, 21", 21)
    sawmill, hotel = ("LP Blaise-Cornac", "Scierie Vernoise", 18), ("LP des Salines", "Hôtels Vigie", 14)
    actions.line("Visite de la ligne de sciage", date(2025, 9, 30), *sawmill, "deux stages décrochés", "oui")
    actions.line("Petit-déj des patrons", date(2025, 10, 10), cornac, "Charpentes Mazel", said("-"), "8 dirigeants venus", "oui")
    actions.line("Rallye des métiers de l'agro", date(2025, 11, 13), "Lycée du Canal", "Conserverie Tarquin", 36, "", "non")
    actions.line("Mercredi du chantier", date(2025, 11, 19), "LP Fontvive", "Chantiers Pagès", whole, "pluie mais super ambiance", "oui")
    actions.line("Coulisses d'un hôtel hors saison", date(2025, 11, 25), *hotel, "à refaire en mars", "oui")
    actions.aside("en tout", "", "", "", 89)
    return excel("mes territoires.xlsx", page, ground)


def year_of_visitors() -> Workbook:
    """Who comes and talks to pupils, group rows the months, days with their names; the title names the lycée."""
    page = Page("qui vient 25-26")
    page.put("Qui vient parler à nos élèves – année 2025-2026 – Vie scolaire – LP de la Fontaine-aux-Merles")
    table = page.table(
        "actions",
        {
            "C'est quoi": "title",
            "Ça tombe le": "on",
            "Avec qui on le monte": "partner",
            "Pour quelles classes": None,
            "Ils seront combien": "headcount",
            "Où on en est": "state",
            "Salle réservée": None,
            "À ne pas oublier": "comment",
        },
        unjudged=("theme", "domain", "partner_category"),
    )
    done, dropped = said("c'est fait", "realisee"), said("tombé à l'eau", "annulee")
    fixed, begun, many = said("c'est calé", "prevue"), said("on y travaille", "prevue"), said("une centaine", 100)
    tuesday, friday = said("mardi 14 octobre 2025", "14/10/2025"), said("vendredi 28 nov. 2025", "28/11/2025")
    city, bus = "Cité des métiers d'Ourlac", "bus à demander avant le 15/02"
    firms = several("Groupe Vaillargues / France Travail Ourlac", "Groupe Vaillargues", "France Travail Ourlac")
    thursday, sprain = said("jeudi 5 février 2026", "05/02/2026"), "le menuisier s'est fait une entorse"
    two, forum = "Rencontre avec deux anciennes devenues chefs d'équipe", "Théâtre-forum sur le harcèlement en stage"
    office, care = "Mission locale du Pays d'Ourlac", "EHPAD Les Glycines d'Ourlac"
    for month, *actions in (
        (
            "OCTOBRE",
            ("Savoir se présenter à un patron", tuesday, office, "2MELEC et 2MTNE", 46, done, "amphi", "prévoir les badges"),
            ("Petit déj. des métiers du soin", date(2025, 10, 17), care, "2ASSP", 24, done, "foyer"),
        ),
        (
            "NOVEMBRE",
            ("Vivre d'un métier manuel", date(2025, 11, 18), "Ateliers Bourdonnet", "3PM", 22, dropped, "CDI", sprain),
            (forum, friday, "Compagnie du Tréteau Bleu", "toutes les 2des", many, done, "gymnase", "reporter sur Pronote"),
        ),
        (
            "FÉVRIER",
            ("Simulation d'entretiens d'embauche", thursday, firms, "TMELEC", 18, fixed, "salles 101 à 104", "café pour les jurys !"),
            (two, date(2026, 2, 10), "Propreté Solange", "1re AEPA", 15, fixed),
        ),
        ("MARS", ("Forum Après le bac pro", date(2026, 3, 12), city, "toutes les Tles", 130, begun, "hall", bus)),
    ):
        table.aside(month)
        for action in actions:
            table.line(*action, establishment="LP de la Fontaine-aux-Merles")
    page.skip()
    page.put("vert = les profs sont prévenus    orange = je n'ai pas encore le mot aux familles")
    return excel("CPE qui vient quand.xlsx", page)


def salons_of_a_school() -> Workbook:
    """Conventions of a private school, its code in the title: durations in words, no end; the choices of a menu on the last sheet."""
    page = Page("Nos salons")
    code = uai(61)
    page.put(f"LP privé Sainte-Ysoline – section coiffure-esthétique – UAI {code}")
    page.put("Conventions avec les salons, tenu par la directrice")
    page.skip()
    table = page.table(
        "conventions",
        {
            "Le salon": "partner",
            "SIRET (sur son tampon)": "partner_siret",
            "Sa ville": "partner_commune",
            "Nos élèves de quel métier": "filieres",
            "La convention démarre": "starts_on",
            "On s'engage pour": "duration_months",
            "Délai pour se quitter": "notice_months",
            "Élèves reçues dans l'année": "pupils",
            "Ce qu'on y a mis": "object",
            "Passé les voir pour la dernière fois": "last_news_on",
            "Gérante": None,
        },
        unjudged=("establishment", "themes", "partner_category", "ends_on"),
    )
    king, hair, beauty = "Courtenay-le-Roi", "coiffure", "esthétique"
    both, gifts = several("esthétique, coiffure", beauty, hair), "PFMP et cartes cadeaux pour les portes ouvertes"
    year, two = (said("1 an", 12), said("1 mois", 1)), (said("deux ans", 24), said("2 mois", 2))
    three, long = (said("3 ans", 36), said("3 mois", 3)), (said("3 ans", 36), said("6 mois", 6))
    eight = said("8 mois", 8), said("néant")
    october, november = said("1er octobre 2025", "01/10/2025"), said("novembre 2025", "01/11/2025")
    barber, contest, advice = "PFMP, journées barbier", "PFMP et concours interne", "PFMP vente-conseil"
    for name, code_of_site, town, trade, start, lasts, *told in (
        ("Salon Mèche Folle", site(21), king, hair, date(2024, 9, 2), three, 4, contest, date(2025, 12, 4), "Ludivine"),
        ("Institut Peau de Pêche", site(22), king, beauty, date(2025, 9, 1), year, 2, "PFMP", date(2026, 1, 20), "Mme Haddad"),
        ("L'Atelier d'Yvon", site(23), "Massigny", hair, october, two, 3, barber, date(2025, 10, 1), "Yvon"),
        ("Spa des Trois Sources", site(24), "Bains-sur-Aulne", both, date(2023, 9, 4), long, 6, gifts, november, "M. Rossignol"),
        ("Coiff'Halles", "", "Massigny", hair, date(2025, 11, 10), eight, 1, "PFMP", "", "Cindy"),
        ("Parfumerie Belle-Île", site(26), king, beauty, date(2024, 1, 8), three, 2, advice, date(2025, 5, 16), "Mme Quentin"),
    ):
        table.line(name, code_of_site, town, trade, start, *lasts, *told, uai=code)
    choices = Page("listes")
    choices.put("Métiers", "Durées")
    choices.put("coiffure", "1 an")
    choices.put("esthétique", "2 ans")
    choices.put("", "3 ans")
    return excel("Nos salons Ste-Ysoline.xlsx", page, choices)


def texts_of_a_branch() -> Workbook:
    """Texts that a branch signed, told in the words of a delegate: what happens at the end, on which floor, what is replaced."""
    page = Page("textes")
    page.put("CPNEFP – textes signés avec l'Éducation nationale – pense-bête du délégué")
    page.skip()
    table = page.table(
        "frameworks",
        {
            "Cote du texte": "reference",
            "Le texte": "title",
            "Côté employeurs, c'est signé par": "partner",
            "Paraphé le": "signed_on",
            "Prend effet au": "starts_on",
            "Tombe le": "ends_on",
            "CCN visées (IDCC)": "idcc",
            "À quel étage": "level",
            "Et à la fin ?": "renewal",
            "Préavis pour en sortir": "notice_months",
            "Annule et remplace": "replaces",
            "Camarade qui suit": None,
        },
        unjudged=("partner_category", "scope", "kind", "renewal_months"),
    )
    clean, cleaners = "Fédération patronale de la propreté", "Union des entreprises de nettoyage"
    plastics = "Accord plasturgie et lycées pro", "Fédération plastiques et composites"
    trades, discovery = ("Accord-cadre métiers de la propreté", clean), ("Convention découverte des métiers en 3e", cleaners)
    germs, screens = ("Protocole hygiène et désinfection", clean), ("Accord compétences numériques des agents", cleaners)
    half, quarter = said("6 mois", 6), said("3 mois", 3)
    tacit, express = (said("repart tout seul", "tacite"), half), (said("à renégocier par avenant", "expresse"), quarter)
    never, both = (said("s'arrête net", "aucune"), said("-")), several("0292 et 3043", "0292", "3043")
    region, academy = said("en région", "regional"), said("académie seulement", "academique")
    january, last = said("12 janvier 2023", "12/01/2023"), said("31 janv. 2028", "31/01/2028")
    for number, agreement, signed, start, end, branches, level, after, *told in (
        ("2021-02", trades, date(2021, 3, 9), date(2021, 4, 1), date(2026, 3, 31), "3043", "national", tacit, "", "Gisèle"),
        ("2022-07", discovery, date(2022, 9, 15), date(2022, 9, 15), date(2025, 9, 14), "3043", region, express, "", "Gisèle"),
        ("2023-01", plastics, january, date(2023, 2, 1), last, both, "national", tacit, "", "Momo"),
        ("2024-03", germs, date(2024, 5, 28), date(2024, 6, 1), date(2027, 5, 31), "3043", academy, never, "", "Gisèle"),
        ("2025-04", screens, date(2025, 10, 2), date(2025, 11, 1), date(2028, 10, 31), "3043", region, express, "BR-2022-07", "moi"),
    ):
        table.line(f"BR-{number}", *agreement, signed, start, end, branches, level, *after, *told)
    page.skip()
    page.put("Rappel : on ne signe plus rien sans clause sur la gratification (mandat du 14/01).")
    return excel("accords branche pense-bête.xlsx", page)


OWN_WORDS: tuple[Workbook, ...] = (
    notebook_of_workshops(),
    placements_and_visitors(),
    networks_of_basins(),
    year_of_visitors(),
    salons_of_a_school(),
    texts_of_a_branch(),
)
