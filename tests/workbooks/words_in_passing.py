"""Workbooks of people who name columns as they speak: where, with whom, since when, what for."""

from datetime import date
from typing import Any

from tests.workbooks.making import Page, Workbook, firm, said, several, uai
from tests.workbooks.writing import excel, open_document


def _campus() -> Workbook:
    """Directrice opérationnelle who runs two campuses: the members, schools in a sheet and economic partners in the other."""
    schools = Page("Formation")
    schools.put("CMQ – membres du collège formation au 1er octobre 2025")
    schools.skip()
    table = schools.table(
        "campus_members",
        {
            "Sigle CMQ": "code",
            "Campus": "name",
            "Code RNE": "uai",
            "Établissement de formation": "establishment",
            "Qualité": "role",
            "Correspondant campus": None,
            "Charte reçue": None,
        },
    )
    wood, sea = "Bois et habitat durable", "Métiers de la mer et du littoral"
    table.line("CMQ-BHD", wood, uai(51), "Lycée des métiers du bois Jean-Rabastel", "support", "M. Fauvel", "x")
    table.line("CMQ-BHD", wood, uai(52), "LP Les Sapinières", "membre", "Mme Obin", "x")
    table.line("CMQ-BHD", wood, uai(53), "Lycée polyvalent Victor-Montaury", "membre", "M. Chantôme", "")
    table.line("CMQ-BHD", wood, said("demandé"), "CFA du bâtiment de Lézoure", "associé", "", "x")
    table.line("CMQ-MML", sea, uai(54), "Lycée maritime Anse-Blanche", "support", "Mme Quéré", "x")
    table.line("CMQ-MML", sea, uai(55), "LP Port-Salain", "membre", "M. Tréhin", "x")
    table.line("CMQ-MML", sea, uai(53), "Lycée polyvalent Victor-Montaury", "associé", "M. Chantôme", "")
    partners = Page("Monde éco")
    other = partners.table(
        "campus_members",
        {
            "Membre": "partner",
            "N° SIREN": "partner_siren",
            "Implantation": "partner_commune",
            "Famille de membre": "partner_category",
            "Statut dans le campus": "role",
            "Cotisation 2025 réglée": None,
        },
        unjudged=("code",),
    )
    other.aside(wood)
    other.line("Scierie Valadier", firm(51), "Lézoure", "entreprise", "membre", "oui", name=wood)
    other.line("Ossature Nova", firm(52), "Chantemerle", "entreprise", "membre", "oui", name=wood)
    other.line(
        "Interpro Bois Massif central",
        firm(53),
        "Lézoure",
        said("Branche professionnelle", "branche"),
        "membre fondateur",
        "sans objet",
        name=wood,
    )
    other.line(
        "Communauté de communes du Haut-Lézoure", "", "Lézoure", said("Collectivité", "collectivite"), "associé", "sans objet", name=wood
    )
    other.aside(sea)
    other.line("Chantier naval Kerbiriou", firm(54), "Port-Salain", "entreprise", "membre", "oui", name=sea)
    other.line("Criée de l'Anse", said("?"), "Anse-Blanche", "entreprise", "membre", "NON", name=sea)
    other.line(
        "Université du Littoral Ouest",
        "",
        "Port-Salain",
        said("Enseignement supérieur", "superieur"),
        "membre fondateur",
        "sans objet",
        name=sea,
    )
    other.line("Association Voiles solidaires", firm(56), "Anse-Blanche", "association", "associé", "oui", name=sea)
    todo = Page("COPIL 12 déc")
    for one in ("Ordre du jour du COPIL", "1. bilan des actions", "2. demande de renouvellement du label", "3. questions diverses"):
        todo.put(one)
    return excel("CMQ_membres_2025-10.xlsx", schools, partners, todo)


def _networks_and_services() -> Workbook:
    """A secretary of a rectorat's mission école-entreprise: the networks, then below the services; people's telephones elsewhere."""
    page = Page("Qui fait quoi")
    page.put("1. RÉSEAUX")
    table = page.table(
        "networks",
        {
            "Sigle du réseau": "code",
            "Nom complet du réseau": "name",
            "Genre de réseau": "kind",
            "Existe depuis le": "created_on",
            "Zone couverte": "area",
            "BAL du réseau": "email",
            "Lycées du réseau": "establishment",
            "Partenaires du réseau": "partner",
            "Animateur": None,
        },
    )
    table.line(
        "CLEE-SAUV",
        "Comité local école-entreprise de Sauvremont",
        "CLEE",
        date(2012, 3, 1),
        "Bassin de Sauvremont",
        "clee.sauvremont@valmont.example",
        several("LP Adèle-Fontenoy, Lycée du Haut-Mail", "LP Adèle-Fontenoy", "Lycée du Haut-Mail"),
        several("Aciers Monteval, Club Éco Sauvremont", "Aciers Monteval", "Club Éco Sauvremont"),
        "Mme Chauvel",
    )
    table.line(
        "CLEE-MONT",
        "Comité local école-entreprise de Montgrelot",
        "CLEE",
        date(2014, 10, 15),
        "Bassin de Montgrelot",
        "clee.montgrelot@valmont.example",
        several("LP Rosa-Vernay, Lycée Saint-Aubert", "LP Rosa-Vernay", "Lycée Saint-Aubert"),
        "Robotec Vaubrun",
        "M. Diallo-Perrin",
    )
    table.line(
        "GRETA-VAL",
        "GRETA Valmont Centre",
        "GRETA",
        said("janvier 2013", "01/01/2013"),
        "Académie de Valmont",
        "greta.centre@valmont.example",
        several("Lycée du Haut-Mail, LP Rosa-Vernay, LP Émile-Gravelot", "Lycée du Haut-Mail", "LP Rosa-Vernay", "LP Émile-Gravelot"),
        "",
        "",
    )
    table.line(
        "FOQ-ORVE",
        "Réseau FOQUALE de l'Orve",
        "FOQUALE",
        date(2013, 9, 2),
        "Orve",
        "",
        several("LP Adèle-Fontenoy, LP Notre-Dame-des-Prés", "LP Adèle-Fontenoy", "LP Notre-Dame-des-Prés"),
        "Mission locale Orve Nord",
        "CIO de Sauvremont",
    )
    table.line(
        "PSAD-SARLE",
        "Plateforme de suivi et d'appui aux décrocheurs de Haute-Sarle",
        "PSAD",
        date(2011, 5, 9),
        "Haute-Sarle",
        "psad.sarle@valmont.example",
        "LP du Val-de-Sarle",
        several("Mission locale de la Sarle, France Travail Montgrelot", "Mission locale de la Sarle", "France Travail Montgrelot"),
        "",
    )
    table.line(
        "BDE-VAL",
        "Réseau des bureaux des entreprises de Valmont",
        said("bureaux des entreprises", "bde"),
        date(2023, 9, 1),
        "Académie de Valmont",
        "bde@valmont.example",
        several("LP Rosa-Vernay, LP du Val-de-Sarle", "LP Rosa-Vernay", "LP du Val-de-Sarle"),
        "",
        "Mme Chauvel",
    )
    page.skip(2)
    page.put("2. SERVICES")
    table = page.table(
        "delegations",
        {
            "Code du service": "code",
            "Délégation ou service": "name",
            "Sorte de service": "kind",
            "Échelon": "level",
            "Territoire du service": "area",
            "À joindre pour": "competence",
            "Ville du service": "commune",
            "Ligne du secrétariat": "phone",
            "BAL du service": "email",
        },
        unjudged=("region", "academie", "departement"),
    )
    table.line(
        "DRAFPIC-VI",
        "Délégation régionale à la formation professionnelle Valmont-Ivre",
        "DRAFPIC",
        said("région académique", "region"),
        "Valmont-Ivre",
        "accords-cadres, campus, carte des formations",
        "Sauvremont",
        "03 99 00 60 10",
        "drafpic@valmont.example",
    )
    table.line(
        "DRAIO-VI",
        "Délégation régionale à l'information et à l'orientation",
        "DRAIO",
        said("région académique", "region"),
        "Valmont-Ivre",
        "forums et salons",
        "Sauvremont",
        "03 99 00 60 24",
        "draio@valmont.example",
    )
    table.line(
        "DRAREIC-VI",
        "Délégation régionale aux relations internationales",
        "DRAREIC",
        said("région académique", "region"),
        "Valmont-Ivre",
        "mobilités des lycéens professionnels",
        "Ivremont",
        "03 99 00 60 31",
        "drareic@valmont.example",
    )
    table.line(
        "DAFPIC-VAL",
        "Délégation à la formation professionnelle de Valmont",
        "DAFPIC",
        said("académie", "academie"),
        "Valmont",
        "conventions des lycées",
        "Sauvremont",
        "03 99 00 60 45",
        "dafpic@valmont.example",
    )
    table.line(
        "DSDEN-ORV",
        "Direction des services départementaux de l'Orve",
        "DSDEN",
        said("département", "departement"),
        "Orve",
        "stages de 3e et de 2nde",
        "Port-Avril",
        said("03-99-00-60-58", "03 99 00 60 58"),
        "dsden.orve@valmont.example",
    )

    people = Page("Tél internes")
    people.put("NOM", "Prénom", "Poste", "Bureau")
    for cells in (
        ("AYMARD", "Claire", 6012, "B204"),
        ("CHAUVEL", "Odile", 6047, "B207"),
        ("LHERMITE", "Paul", 6015, "B204"),
        ("RIGAL", "Inès", 6001, "accueil"),
    ):
        people.put(*cells)
    return open_document("mission ecole-entreprise.ods", page, people)


def _entreprises_amies() -> Workbook:
    """A DDFPT's list of companies that help without any convention; a pick-list stands in the margin."""
    page = Page("Sans convention")
    page.put("Entreprises et structures qui nous aident (rien de signé)")
    page.skip()
    table = page.table(
        "partnerships",
        {
            "Pour quel lycée": "establishment",
            "Qui nous aide": "partner",
            "Où": "partner_commune",
            "Famille": "partner_category",
            "Aide depuis": "since",
            "En faisant quoi": "themes",
            "Dernier contact": "last_news_on",
            "Chez nous, suivi par (fonction)": "known_by",
            "Mémo": "comment",
        },
    )
    a, b = "LP Alice-Fontanel", "LP Roger-Bastide"
    pages: tuple[tuple[Any, ...], ...] = (
        (
            a,
            "Garage Chapuis",
            "Tournus",
            "entreprise",
            said("sept. 2018", "01/09/2018"),
            several("stages, visites", "pfmp", "visite"),
            date(2026, 1, 15),
            "DDFPT",
            None,
        ),
        (
            said("idem", a),
            "Amicale des Quais de Tournus",
            "Tournus",
            said("association loi 1901", "association"),
            date(2020, 3, 2),
            "mentorat",
            said("12/05/26", "12/05/2026"),
            "Assistante sociale",
            "parraine 3 élèves par an",
        ),
        (
            said("idem", a),
            "Caves Lugnac",
            "Lugny",
            said("Entreprise", "entreprise"),
            said("1er octobre 2021", "01/10/2021"),
            said("PFMP", "pfmp"),
            date(2025, 11, 20),
            "Responsable BDE",
            None,
        ),
        (
            several(f"{a} / {b}", a, b),
            "Mission locale Mâconnais",
            "Mâcon",
            said("mission locale", "mission_locale"),
            date(2019, 9, 2),
            several("insertion, décrochage", "insertion", "decrochage"),
            date(2026, 6, 3),
            "CPE",
            None,
        ),
        (
            b,
            "Pépinières Dufour",
            "Cluny",
            "entreprise",
            said("-"),
            several("visites\nforum", "visite", "forum"),
            said("juin 2025", "01/06/2025"),
            "DDFPT",
            "plus de nouvelles du repreneur",
        ),
        (
            said('"', b),
            "Musée des Arts du fer",
            "Cluny",
            "culture",
            date(2022, 1, 10),
            "projet",
            date(2026, 4, 9),
            "Professeure documentaliste",
            "chef-d'œuvre des terminales",
        ),
        (
            said('"', b),
            "Ville de Cluny",
            "Cluny",
            said("mairie", "collectivite"),
            date(2017, 5, 15),
            said("Stages", "pfmp"),
            said("?"),
            "Responsable BDE",
            None,
        ),
    )
    margin = ("choix :", "stages", "visites", "forum", "insertion")
    for number, cells in enumerate(pages):
        table.line(*cells)
        if number < len(margin):
            page.row -= 1
            page.put(margin[number], at=11)
    return excel("ceux qui nous aident.xlsx", page)


WORDS_IN_PASSING = (_campus(), _networks_and_services(), _entreprises_amies())
