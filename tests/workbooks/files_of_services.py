"""Files of services: a base of lycées with its codes, campuses under their académie, a board of networks, a survey, criteria."""

from datetime import date

from tests.workbooks.making import Page, Read, Workbook, said, several, uai
from tests.workbooks.writing import excel, text


def lycees_and_codes_of_a_base() -> Workbook:
    """A table of a base, capitals and days with hours; the sheet that says what its codes mean is no table of ours."""
    page = Page("T_ETAB_VOIE_PRO")
    table = page.table(
        "establishments",
        {
            "RNE": "uai",
            "LIB_ETAB": "name",
            "NAT": "type",
            "SECTEUR": "status",
            "ADR_VOIE": "address",
            "CP": "postcode",
            "LOCALITE": "commune",
            "TOP_LDM": "label",
            "DT_LDM": "label_since",
            "TOP_BDE": "bureau",
            "TOP_APPRENTIS": "apprenticeship",
            "EFF_ELEVES": "pupils",
            "MEL_ETAB": "email",
            "DT_MAJ_FICHE": None,
        },
    )
    yes, no, public, private = said("VRAI", "oui"), said("FAUX", "non"), said("PU", "public"), said("PC", "prive_contrat")
    for number, *named, place, since, bureau, ufa, pupils in (
        (3, "LP JEANNE-ARVIEUX", "LP", public, ("14 RUE DES TANNEURS", "45000", "ORLEANS"), "12/06/2019", yes, yes, 412),
        (4, "LPO LES HAUTES-BORNES", "LPO", public, ("2 AVENUE DU STADE", "41000", "BLOIS"), "", yes, no, 876),
        (5, "LP SAINTE-ODILE-DU-PRE", "LP", private, ("37 RUE DU CLOITRE", "37000", "TOURS"), "", no, yes, 298),
        (6, "SEP DU LYCEE DES VARENNES", "SEP", public, ("ALLEE DES VARENNES", "36000", "CHATEAUROUX"), "03/02/2022", yes, no, 187),
        (7, "LP EMILE-GRANDVAL", "LP", public, ("5 BD DE L'INDUSTRIE", "28100", "DREUX"), "12/06/2019", yes, yes, 534),
        (8, "EREA LA SAULAIE", "EREA", public, ("ROUTE DE MARMAGNE", "18000", "BOURGES"), "", no, no, 96),
        (9, "LP NOTRE-DAME DES ORMES", "LP", private, ("8 PLACE DES ORMES", "45200", "MONTARGIS"), "", yes, yes, 251),
        (10, "LPO COLETTE-BRESLIN", "LPO", public, ("61 RUE DE LA GARE", "37300", "JOUE-LES-TOURS"), "21/11/2023", yes, yes, 1043),
    ):
        label = (yes, said(f"{since} 00:00:00", since)) if since else (no, None)
        box = f"ce.{uai(number).lower()}@ac-centre.example"
        table.line(uai(number), *named, *place, *label, bureau, ufa, pupils, box, "14/10/2025 09:31:12")
    codes = Page("R_CODES")
    legend = codes.table("", {"CHAMP": None, "CODE": None, "SIGNIFICATION": None})
    legend.aside("NAT", "LP", "lycée professionnel")
    legend.aside("NAT", "LPO", "lycée polyvalent")
    legend.aside("NAT", "SEP", "section d'enseignement professionnel")
    legend.aside("NAT", "EREA", "établissement régional d'enseignement adapté")
    legend.aside("SECTEUR", "PU", "public")
    legend.aside("SECTEUR", "PC", "privé sous contrat")
    legend.aside("TOP_LDM", "VRAI / FAUX", "labellisé lycée des métiers")
    legend.aside("TOP_BDE", "VRAI / FAUX", "bureau des entreprises ouvert")
    return excel("T_ETAB_VOIE_PRO_20251014.xlsx", page, codes)


def campuses_under_their_academie() -> Workbook:
    """Headings on two rows, a group row an académie, notes under the table, and a sheet of credits that is no table of ours."""
    page = Page("Campus 2026")
    page.put("Direction Formation – CAMPUS DES MÉTIERS ET DES QUALIFICATIONS DU TERRITOIRE RÉGIONAL")
    page.merge(9)
    page.put("situation au 15 janvier 2026")
    page.skip()
    page.put("Le campus", "", "", "Labellisation", "", "Tête de réseau", "", "Pour les joindre", "")
    for place, width in ((0, 3), (3, 2), (5, 2), (7, 2)):
        page.merge(width, at=place)
    table = page.table(
        "campuses",
        {
            "Sigle": "code",
            "Intitulé complet": "name",
            "CMQ ou CMQ-E": "excellence",
            "Arrêté du": "labelled_on",
            "Court jusqu'au": "ends_on",
            "Établissement siège": "lead",
            "Ville du siège": "commune",
            "Mél du campus": "email",
            "Internet": "web",
        },
    )
    plain, excellent = said("CMQ", "non"), said("CMQ-E", "oui")
    march, august = said("3 mars 2022", "03/03/2022"), said("fin août 2027", "31/08/2027")
    decree, dots = said("arrêté du 24/01/2020", "24/01/2020"), (said("17.05.2021", "17/05/2021"), said("16.05.2026", "16/05/2026"))
    for academie, *campuses in (
        (
            "Dijon",
            (
                ("CAVIT", "Campus Arts de la vigne et du terroir", excellent, date(2021, 2, 12), date(2026, 2, 11)),
                ("Lycée des Clos", "Beaune", "contact@cavit.example", "www.campus-cavit.example"),
            ),
            (
                ("ALIMA", "Campus Alimentation, goût et santé", plain, march, august),
                ("LPO Marie-Tessonnier", "Dijon", "campus-alima@region.example", "www.alima.example"),
            ),
            (
                ("MOBI-71", "Campus Mobilités et logistique durables", plain, date(2023, 6, 30), date(2028, 6, 29)),
                ("LP des Ateliers", "Chalon-sur-Saône", said("(en cours de création)")),
            ),
        ),
        (
            "Besançon",
            (
                ("MICROT", "Campus Microtechniques et horlogerie", excellent, decree, date(2025, 12, 31)),
                ("Lycée Paul-Ravenel", "Morteau", "microtech@campus.example", "www.microt.example"),
            ),
            (
                ("BOISJU", "Campus Bois et forêts du massif", plain, date(2024, 9, 2), date(2029, 8, 31)),
                ("LP du Haut-Doubs", "Pontarlier", "bois@campus.example", "www.boisju.example"),
            ),
            (
                ("AUTOEN", "Campus Automobile et énergies nouvelles", excellent, *dots),
                ("LPO Lucien-Harmant", "Montbéliard", "autoen@campus.example"),
            ),
        ),
    ):
        table.aside(f"Académie de {academie}")
        page.merge(9)
        for label, reached in campuses:
            table.line(*label, *reached, academie=academie)
    page.skip()
    page.put("NB : CMQ-E = mention « excellence » (appels à projets 2020 et suivants)")
    page.put("MICROT : demande de renouvellement déposée, passage en CREFOP au printemps")
    budget = Page("Crédits")
    budget.put("Crédits votés en CP (k€)")
    sums = budget.table("", {"Ligne": None, "BP 2024": None, "BP 2025": None, "BP 2026": None})
    sums.aside("Fonctionnement", 180, 180, 150)
    sums.aside("Équipement", 420, 390, 390)
    sums.aside("Communication", 25, 25, 20)
    sums.aside("TOTAL", 625, 595, 560)
    return excel("suivi CMQ région.xlsx", page, budget)


def board_of_a_clee() -> Workbook:
    """Networks with members under one another in a cell, the Greta on a sheet, the agenda of the year on another, by month."""
    page = Page("Réseaux")
    page.put("Réseaux école-entreprise de l'académie – fiche d'identité")
    table = page.table(
        "networks",
        {
            "N° réseau": "code",
            "Dénomination": "name",
            "Forme": "kind",
            "Bassin couvert": "area",
            "Installé le": "created_on",
            "Lycées du réseau": "establishment",
            "Entreprises et organismes autour de la table": "partner",
            "Adresse générique": "email",
            "Coprésident entreprise": None,
            "Commentaires": "comment",
        },
    )

    def stacked(*names: str) -> Read:
        return several("\n".join(names), *names)

    november = said("17 nov. 2013", "17/11/2013")
    for code, network, lycees, partners, followed in (
        (
            "R01",
            ("CLEE Vallée de l'Arve", said("CLEE", "clee"), "Arve – Faucigny", date(2014, 11, 18)),
            stacked("LP du Môle", "LPO Claire-Fontanel"),
            stacked("Décolletage Brizon", "Mécanique Sallanel"),
            ("clee-arve@ac-alpes.example", "M. Perrollaz", "très actif"),
        ),
        (
            "R02",
            ("CLEE Bassin annécien", said("CLEE", "clee"), "Annecy", said("janvier 2016", "01/01/2016")),
            stacked("LP des Aravis", "LP Gabriel-Fauret"),
            stacked("Hôtels du Semnoz", "Cartonnages Vuarchet"),
            ("clee-annecy@ac-alpes.example", "Mme Duparc"),
        ),
        (
            "R03",
            ("Réseau Formation qualification emploi du Chablais", said("FoQualE", "foquale"), "Chablais", date(2015, 3, 5)),
            "LP des Trois-Ponts",
            "Mission locale du Chablais",
            ("foquale-chablais@ac-alpes.example",),
        ),
        (
            "R04",
            ("Plateforme de suivi et d'appui aux décrocheurs – Genevois", said("PSAD", "psad"), "Genevois", november),
            "LPO du Salève",
            stacked("Mission locale du Genevois", "Association Tremplin 74"),
            (said("voir CIO"), None, "réunion le 1er jeudi du mois"),
        ),
        (
            "R05",
            ("Tables rondes du bois", said("informel, rien de signé", "informel"), "Faucigny", said("?")),
            "LP du Môle",
            stacked("Scierie Thabuis", "Charpentes Mermin"),
            (),
        ),
    ):
        table.line(code, *network, lycees, partners, *followed)
    greta = Page("Greta")
    members = greta.table(
        "networks",
        {
            "Sigle du Greta": "code",
            "Nom d'usage du Greta": "name",
            "Zone d'intervention": "area",
            "Code UAI des établissements adhérents": "uai",
            "Accueil téléphonique": "phone",
            "Site du Greta": "web",
        },
        unjudged=("kind",),
    )
    for code, name, area, numbers, phone, web in (
        ("GLAC", "Greta Lac", "Haute-Savoie", (31, 32, 33), "04 65 71 74 01", "www.greta-lac.example"),
        ("GSAV", "Greta Savoie", "Savoie", (34, 35), "04 65 71 73 01", "www.greta-savoie.example"),
        ("GARD", "Greta Ardèche-Drôme", "Drôme et Ardèche", (36, 37), "04 65 71 26 01", "www.greta-ad.example"),
    ):
        lycees = [uai(number) for number in numbers]
        members.line(code, name, area, several(" ; ".join(lycees), *lycees), phone, web)
    agenda = Page("Agenda CLEE 25-26")
    agenda.put("AGENDA DES ACTIONS DU CLEE VALLÉE DE L'ARVE")
    agenda.skip()
    events = agenda.table(
        "actions",
        {
            "Quand": "on",
            "Quoi": "title",
            "Avec quel lycée": "establishment",
            "Chez / avec qui": "partner",
            "Nb d'élèves": "headcount",
            "Où en est-on": "state",
            "Bus à réserver": None,
        },
        unjudged=("theme",),
    )
    done, coming, snow = said("fait", "realisee"), said("à venir", "prevue"), said("annulé (neige)", "annulee")
    first, second = said("mardi 7 oct. 2025", "07/10/2025"), said("jeudi 16 oct. 2025", "16/10/2025")
    friday, many = said("vendredi 21 nov. 2025", "21/11/2025"), said("env. 120", 120)
    events.aside("OCTOBRE")
    events.line(first, "Visite de l'atelier de décolletage", "LP du Môle", "Décolletage Brizon", 24, done, "oui")
    events.line(second, "Forum des métiers de l'hôtellerie", "LP des Aravis", "Hôtels du Semnoz", many, done, "non")
    events.aside("NOVEMBRE")
    events.line(friday, "Rallye des entreprises", "LPO Claire-Fontanel", "Mécanique Sallanel", 30, snow, "oui")
    events.aside("JANVIER")
    events.line(date(2026, 1, 20), "Simulation d'entretiens", "LP du Môle", "Scierie Thabuis", 16, coming, "non")
    events.line(date(2026, 1, 27), "Témoignage d'une ancienne élève", "LP Gabriel-Fauret", "Cartonnages Vuarchet", 28, coming, "non")
    return excel("CLEE - tableau de bord.xlsx", page, greta, agenda)


def survey_with_crosses() -> Workbook:
    """Three rows of headings, crosses under the choices of a question: partners without any convention."""
    page = Page("")
    page.put("Détails de la soumission", "", "Recensement des coopérations non conventionnées")
    page.put("", "", "", "", "", "", "Q5. En quoi consiste la coopération ? (plusieurs réponses)")
    table = page.table(
        "partnerships",
        {
            "Numéro": None,
            "Temps d'envoi": None,
            "Q1. UAI de votre lycée": "uai",
            "Q2. Nom de la structure avec laquelle vous coopérez": "partner",
            "Q3. Commune de la structure": "partner_commune",
            "Q4. Cette structure est…": "partner_category",
            "Accueil en PFMP": "themes",
            "Visites d’entreprise": "themes",
            "Interventions en classe": "themes",
            "Prêt ou don de matériel": "themes",
            "Taxe d’apprentissage": "themes",
            "Q6. Depuis quand ?": "since",
            "Q7. Qui s’en occupe chez vous ? (fonction, pas de nom)": "known_by",
            "Q8. Avez-vous quelque chose à ajouter ?": "comment",
        },
    )
    themes = "pfmp", "visite", "intervention", "materiel", "taxe"
    company, guild = said("une entreprise", "entreprise"), said("une association", "association")
    plogastel = "Mairie de Plogastel", "Plogastel-Saint-Germain", said("une collectivité", "collectivite")
    autumn, january = said("septembre 2021", "01/09/2021"), said("janvier 2025", "01/01/2025")
    back, long = said("rentrée 2022", "01/09/2022"), said("très longtemps !")
    offices, green, faithful = "Bureau des entreprises", "accueil régulier en espaces verts", "gérante ancienne élève, très fidèle"
    for number, sent, lycee, partner, crosses, since, *told in (
        (1, "03/11/2025 - 09:14", 61, ("Biscuiterie Kerlann", "Quimper", company), "xx...", autumn, "DDFPT"),
        (2, "03/11/2025 - 09:22", 61, plogastel, "x....", said("03/2020", "01/03/2020"), "Proviseur adjoint", green),
        (3, "04/11/2025 - 17:40", 62, ("Électricité Guyader", "Morlaix", company), "x..xx", "15/10/2023", "DDFPT"),
        (4, "06/11/2025 - 11:05", 63, ("Les Amis du fil", "Saint-Brieuc", guild), "..x..", back, "Professeure documentaliste"),
        (5, "06/11/2025 - 11:09", 63, ("Pressing Armor", "Saint-Brieuc", company), "x...x", long, offices, faithful),
        (6, "12/11/2025 - 14:51", 64, ("Cuisines Le Bihan", "Vannes", company), ".xxx.", "01/02/2024", offices),
        (7, "14/11/2025 - 08:33", 65, ("Ressourcerie du Blavet", "Pontivy", guild), "...x.", january, "CPE"),
    ):
        crossed = [said("X", theme) if cross == "x" else "" for theme, cross in zip(themes, crosses, strict=True)]
        table.line(number, sent, uai(lycee), *partner, *crossed, since, *told)
    return text("recensement_cooperations_lp.csv", page, "utf-8-sig")


def criteria_of_a_region() -> Workbook:
    """Criteria that a région académique and its académies add to the national ones, and a sheet of marks that is no table of ours."""
    page = Page("Critères ajoutés")
    page.put("LABEL LYCÉE DES MÉTIERS")
    page.put("Exigences ajoutées au cahier des charges national – Région académique Grand Est")
    page.skip()
    table = page.table(
        "criteria",
        {
            "Version du cahier des charges": "version",
            "Crit. n°": "number",
            "Énoncé de l'exigence": "label",
            "Échelle": "scope",
            "Territoire concerné": "territory",
            "Texte de référence": "basis",
            "Exigible à compter du": "starts_on",
            "Plus exigé après le": "ends_on",
            "Rubrique": "themes",
            "Relu IEN": None,
        },
    )
    region = said("région acad.", "region"), "Grand Est", "Arrêté du 12 mars 2024", date(2024, 9, 1), None
    until = date(2017, 9, 1), said("31 août 2024", "31/08/2024")
    strasbourg = said("acad.", "academie"), "Strasbourg", "Circulaire rectorale du 3 avril 2017", *until
    since = said("rentrée 2019", "01/09/2019"), said("-")
    reims = said("acad.", "academie"), "Reims", "Note de service du 18 juin 2019", *since
    followed, hosted = said("insertion et suivi", "insertion_suivi"), said("hébergement", "hebergement")
    for version, number, label, fixed, theme, *seen in (
        ("2024 Grand Est", 1, "Le lycée propose un parcours transfrontalier dans au moins une filière", region, "international", "x"),
        ("2024 Grand Est", 2, "Le lycée suit ses anciens élèves vingt-quatre mois après leur sortie", region, followed, "x"),
        ("2024 Grand Est", 3, "Un comité de partenaires se réunit deux fois par an", region, said("partenariats", "partenariat"), "x"),
        ("2017 Strasbourg", 1, "Une section européenne en allemand est ouverte", strasbourg, "international", "x"),
        ("2017 Strasbourg", 2, "L'internat accueille les apprentis", strasbourg, hosted),
        ("2019 Reims", 1, "Le lycée publie chaque année un bilan de son offre et de ses résultats", reims, "communication"),
    ):
        table.line(version, number, label, *fixed, theme, *seen)
    page.skip()
    page.put("Les critères nationaux (D. 335-1) ne sont pas repris ici.")
    scale = Page("Barème")
    marks = scale.table("", {"Cote": None, "Appréciation": None})
    marks.aside("A", "pleinement atteint")
    marks.aside("B", "atteint en grande partie")
    marks.aside("C", "partiellement atteint")
    marks.aside("D", "non atteint")
    return excel("criteres_LDM_GE.xlsx", page, scale)


FILES_OF_SERVICES: tuple[Workbook, ...] = (
    lycees_and_codes_of_a_base(),
    campuses_under_their_academie(),
    board_of_a_clee(),
    survey_with_crosses(),
    criteria_of_a_region(),
)
