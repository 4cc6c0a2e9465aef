"""Workbooks of academies and networks: establishments, campuses and their members, delegations, agreements, actions, mixed ones."""

from datetime import date

from tests.workbooks.making import MERGED, Page, Workbook, firm, parts, read, several, site, uai
from tests.workbooks.writing import excel, old_excel, open_document, text, zipped

TILLEULS, FORGES, PONTBRUME, ORLAN = uai(12), uai(27), uai(31), uai(44)


def campus_members() -> Workbook:
    """An export of the members of a campus: comma, BOM, a column a role."""
    page = Page("")
    table = page.table(
        "campus_members",
        {
            "Campus": "name",
            "Code UAI": "uai",
            "Structure": "partner",
            "SIRET": "partner_siret",
            "Ville": "partner_commune",
            "Qualité": "role",
        },
    )
    campus = "Campus des métiers du bois d’Orlange"
    table.line(campus, TILLEULS, "", "", "", "support")
    table.line(campus, FORGES, "", "", "", "membre")
    table.line(campus, "", "Scierie du Val", site(25), "Valcourt", "membre")
    table.line(campus, "", "Charpentes Ostrevin", "", "Ambreval", "associé")
    return text("membres_campus.csv", page, "utf-8-sig", ",")


def campuses() -> Workbook:
    """The campuses of a région académique; marks of excellence are crosses."""
    page = Page("CMQ")
    page.put("Campus des métiers et des qualifications – région académique Val-de-Brume")
    page.skip()
    table = page.table(
        "campuses",
        {
            "Nom du campus": "name",
            "Mention excellence": "excellence",
            "Filière": "filieres",
            "Labellisé le": "labelled_on",
            "Fin du label": "ends_on",
            "Établissement support": "lead",
            "Académie": "academie",
        },
    )
    table.line("CMQ Bois et habitat", "x", "Bois", date(2022, 9, 1), date(2027, 8, 31), "LP des Tilleuls", "Valmont")
    table.line(
        "CMQ Métallurgie d’Orlange",
        "oui",
        several("Métallerie / Chaudronnerie", "Métallerie", "Chaudronnerie"),
        date(2023, 2, 1),
        date(2028, 1, 31),
        "LP des Forges",
        "Valmont",
    )
    table.line("CMQ Gastronomie du Gué", "non", "Cuisine", date(2021, 9, 1), date(2026, 8, 31), "Lycée de Pontbrume", "Valmont")
    return excel("CMQ_Val-de-Brume.xlsx", page)


def networks() -> Workbook:
    """Networks and their members, one member a line, the network in merged cells."""
    page = Page("Réseaux")
    table = page.table("networks", {"Nom du réseau": "name", "Sorte": "kind", "Ressort": "area", "UAI": "uai"})
    table.line("GRETA de l’Orlange", "GRETA", "Orlange", TILLEULS)
    table.line(MERGED, MERGED, MERGED, FORGES)
    table.line("CLEE du Gué", "CLEE", "Pontbrume", PONTBRUME)
    table.line(MERGED, MERGED, MERGED, ORLAN)
    table.line(MERGED, MERGED, MERGED, FORGES)
    return excel("reseaux bassin.xlsx", page)


def regional_criteria() -> Workbook:
    """The criteria that an académie adds to the national ones, under its own title."""
    page = Page("Critères")
    page.put("Cahier des charges académique – label Lycée des métiers")
    page.skip()
    table = page.table(
        "criteria",
        {
            "Version du cahier des charges": "version",
            "N° du critère": "number",
            "Texte du critère": "label",
            "Portée": "scope",
        },
    )
    table.line("2024 Valmont", 11, "Un bureau des entreprises ouvert deux jours par semaine", "académie")
    table.line("2024 Valmont", 12, "Une carte des partenaires mise à jour chaque année", "académie")
    return excel("critères Valmont.xlsx", page)


def delegations() -> Workbook:
    """The delegations to write to, under LibreOffice."""
    page = Page("Contacts")
    table = page.table(
        "delegations", {"Sigle": "kind", "Délégation": "name", "Région académique": "region", "Courriel": "email", "Téléphone": "phone"}
    )
    table.line(
        "DRAFPIC", "Délégation à la formation professionnelle de Val-de-Brume", "Val-de-Brume", "drafpic@valmont.example", "01 99 10 00 01"
    )
    table.line(
        "DRAREIC", "Délégation aux relations internationales de Val-de-Brume", "Val-de-Brume", "drareic@valmont.example", "01 99 10 00 02"
    )
    return open_document("délégations.ods", page)


def agreements() -> Workbook:
    """Framework agreements, several who sign in a cell, dates by month."""
    page = Page("Accords-cadres")
    table = page.table(
        "frameworks",
        {
            "Référence de l’accord": "reference",
            "Intitulé": "title",
            "Partenaires": "partner",
            "Nature": "kind",
            "Signé le": "signed_on",
            "Fin": "ends_on",
            "Niveau": "level",
        },
    )
    table.line(
        "AC-2023-01",
        "Accord-cadre avec la Fédération du bois de Brume",
        "Fédération du bois de Brume",
        "Accord-cadre",
        date(2023, 5, 12),
        date(2028, 5, 11),
        "National",
    )
    table.line(
        "AC-2024-02",
        "Convention-cadre des métiers de bouche",
        several("Union des chefs de Brume\nFédération des traiteurs", "Union des chefs de Brume", "Fédération des traiteurs"),
        "convention cadre",
        date(2024, 1, 8),
        None,
        "régional",
    )
    return excel("accords cadres.xlsx", page)


def old_establishments() -> Workbook:
    """An academy's list in .xls: UAI in lower case or without zero, crosses for the label."""
    page = Page("Etab")
    table = page.table(
        "establishments",
        {
            "RNE": "uai",
            "NOM": "name",
            "TYPE": "type",
            "COMMUNE": "commune",
            "CP": "postcode",
            "LYCEE DES METIERS": "label",
            "BUREAU DES ENTREPRISES": "bureau",
            "NB ELEVES": "pupils",
        },
    )
    table.line(read(TILLEULS.lower(), TILLEULS, told=False), "LP DES TILLEULS", "LP", "AMBREVAL", 99210, "X", "oui", 412)
    table.line(read(FORGES[1:], FORGES), "LP DES FORGES", "LP", "ORLANGE-LA-FORGE", 99450, "X", "non", 388)
    table.line(PONTBRUME, "LYCEE DE PONTBRUME", "LPO", "PONTBRUME", 99320, "", "oui", 905)
    table.line(ORLAN, "LP ORLAN", "LP", "SAINT-ORLAN", read(1340, "01340"), "X", "", 250)
    return old_excel("etablissements_academie.xls", page)


def broken_headings() -> Workbook:
    """Headings in capitals, abbreviated, with line breaks."""
    page = Page("Lycées")
    page.put("ACADÉMIE DE VALMONT – VOIE PROFESSIONNELLE")
    table = page.table(
        "establishments",
        (
            ("CODE\nUAI", "uai"),
            ("ÉTABLISSEMENT", "name"),
            ("COMMUNE", "commune"),
            ("BASSIN DE\nFORMATION", "bassin"),
            ("LABEL LYCÉE\nDES MÉTIERS", "label"),
            ("TÉL.", "phone"),
            ("MÉL", "email"),
            ("FILIÈRES", "filieres"),
        ),
    )
    table.line(
        TILLEULS, "LP des Tilleuls", "Ambreval", "Orlange", "OUI", "01 99 20 00 12", f"ce.{TILLEULS.lower()}@valmont.example", "Bois"
    )
    table.line(
        FORGES,
        "LP des Forges",
        "Orlange-la-Forge",
        "Orlange",
        "NON",
        "01 99 20 00 27",
        f"ce.{FORGES.lower()}@valmont.example",
        several("Métallerie / Cuisine", "Métallerie", "Cuisine"),
    )
    return excel("LYCEES_VALMONT.xlsx", page)


def actions() -> Workbook:
    """A journal of actions: numbers with their unit, a total, hours nobody needs."""
    page = Page("Actions 2025-26")
    page.put("Journal des actions avec les partenaires")
    table = page.table(
        "actions",
        {
            "UAI": "uai",
            "Date": "on",
            "Intitulé de l’action": "title",
            "Thème": "theme",
            "Entreprise": "partner",
            "Participants": "headcount",
            "État": "state",
            "Horaire": None,
        },
    )
    table.line(FORGES, date(2025, 10, 14), "Visite de l’atelier", "Visites", "Brumétal SAS", 24, "Réalisée", "9h-12h")
    table.line(
        FORGES,
        date(2025, 11, 20),
        "Forum des métiers",
        "Forum des métiers",
        "CMA de l’Orlange",
        read("120 élèves", 120),
        "réalisé",
        "journée",
    )
    table.line(FORGES, date(2026, 3, 12), "Jury blanc", "jury", "Auberge des Vernes", 15, "prévu", "14h")
    table.aside("", "", "Total", "", "", 159)
    return excel("actions BDE.xlsx", page)


def everything_in_one() -> Workbook:
    """One workbook for all: establishments, partners, conventions, and how to use it."""
    guide = Page("Lisez-moi")
    guide.put("Base des partenariats du bassin")
    guide.put("Contact : bureau des entreprises")
    schools = Page("Établissements")
    table = schools.table("establishments", {"UAI": "uai", "Nom": "name", "Commune": "commune", "Lycée des métiers": "label"})
    table.line(TILLEULS, "LP des Tilleuls", "Ambreval", "oui")
    table.line(FORGES, "LP des Forges", "Orlange-la-Forge", "non")
    firms = Page("Entreprises")
    table = firms.table("organisations", {"SIRET": "siret", "Raison sociale": "name", "Commune": "commune", "Catégorie": "category"})
    table.line(site(1), "Ambrelec", "Ambreval", "entreprise")
    table.line(site(2), "Froid Servais", "Castelfume", "entreprise")
    table.line(None, "CMA de l’Orlange", "Castelfume", "CMA")
    papers = Page("Conventions")
    table = papers.table(
        "conventions",
        {"N°": "reference", "UAI": "uai", "SIRET": "partner_siret", "Objet": "object", "Début": "starts_on", "Fin": "ends_on"},
    )
    table.line("B-2025-01", TILLEULS, site(1), "PFMP", date(2025, 9, 1), date(2026, 8, 31))
    table.line("B-2025-02", FORGES, site(2), "Visites", date(2025, 9, 1), date(2028, 8, 31))
    return excel("base_partenariats.xlsx", guide, schools, firms, papers)


def side_by_side() -> Workbook:
    """Two tables beside one another: the lycées on the left, the companies on the right, of other lengths."""
    page = Page("Réseau")
    page.put("Lycées du réseau", "", "", "", "Entreprises du réseau")
    left = page.table("establishments", {"UAI": "uai", "Établissement": "name", "Commune": "commune"})
    page.row -= 1
    right = page.table("organisations", {"Raison sociale": "name", "SIREN": "siren", "Ville": "commune"}, at=4)
    for number, (code, name, town) in enumerate(((TILLEULS, "LP des Tilleuls", "Ambreval"), (FORGES, "LP des Forges", "Orlange-la-Forge"))):
        left.line(code, name, town)
        page.row -= 1
        right.line(("Ambrelec", "Froid Servais")[number], firm(number + 1), ("Ambreval", "Castelfume")[number])
    right.line("Toitures Mérance", firm(3), "Villebrume")
    right.line("Scierie du Val", firm(25), "Valcourt")
    return excel("réseau bassin Orlange.xlsx", page)


def beside_a_table_of_no_use() -> Workbook:
    """The conventions, and on another sheet a table that netmap has no use of (rooms)."""
    page = Page("Conventions")
    table = page.table("conventions", {"Réf": "reference", "UAI": "uai", "Partenaire": "partner", "Objet": "object"})
    table.line("S-2025-01", ORLAN, "Granit d’Orlan", "PFMP")
    table.line("S-2025-02", ORLAN, "Hôtel du Belvédère", "PFMP")
    rooms = Page("Salles")
    other = rooms.table("", {"Salle": None, "Capacité": None, "Vidéoprojecteur": None})
    other.line("B12", 24, "oui")
    other.line("B14", 18, "non")
    return excel("planning et conventions.xlsx", page, rooms)


def archive_of_texts() -> Workbook:
    """A zip of what a tool exports: one file a table."""
    firms, links = Page(""), Page("")
    table = firms.table("organisations", {"siren": "siren", "nom": "name", "ville": "commune"})
    table.line(firm(1), "Ambrelec", "Ambreval")
    table.line(firm(2), "Froid Servais", "Castelfume")
    table.line(firm(3), "Toitures Mérance", "Villebrume")
    table = links.table("partnerships", {"uai": "uai", "siren": "partner_siren", "theme": "themes"})
    table.line(TILLEULS, firm(1), "stages")
    table.line(FORGES, firm(2), "visites")
    return zipped("export.zip", text("entreprises.csv", firms), text("partenariats.csv", links, separator=","))


def yes_and_no() -> Workbook:
    """Crosses, 1, oui, o, and an address in one cell with the town in capitals."""
    page = Page("Lycées labellisés")
    table = page.table(
        "establishments",
        {
            "N° UAI": "uai",
            "Lycée": "name",
            "Adresse": None,
            "Apprentissage": "apprenticeship",
            "GRETA": "greta",
            "Candidat au label": "candidate",
        },
    )
    table.line(
        TILLEULS,
        "LP des Tilleuls",
        parts("4 rue des Tilleuls, 99210 AMBREVAL", address="4 rue des Tilleuls", postcode="99210", commune="AMBREVAL"),
        "x",
        1,
        "o",
    )
    table.line(
        FORGES,
        "LP des Forges",
        parts("ZI des Vernes, 99450 ORLANGE-LA-FORGE", address="ZI des Vernes", postcode="99450", commune="ORLANGE-LA-FORGE"),
        "X",
        0,
        "n",
    )
    table.line(
        PONTBRUME,
        "Lycée de Pontbrume",
        parts("1 quai du Gué, 99320 PONTBRUME", address="1 quai du Gué", postcode="99320", commune="PONTBRUME"),
        "",
        "oui",
        "Non",
    )
    return excel("labellisation 2026.xlsx", page)


def right_below_one_another() -> Workbook:
    """Two tables of two kinds stacked on one sheet of a csv, a title each."""
    page = Page("")
    page.put("Établissements du réseau")
    table = page.table("establishments", {"UAI": "uai", "Nom de l'établissement": "name", "Commune": "commune"})
    table.line(TILLEULS, "LP des Tilleuls", "Ambreval")
    table.line(FORGES, "LP des Forges", "Orlange-la-Forge")
    page.skip()
    page.put("Partenariats sans convention")
    table = page.table("partnerships", {"UAI": "uai", "Partenaire": "partner", "Depuis le": "since", "Dernier contact": "last_news_on"})
    table.line(TILLEULS, "Menuiserie Aubrelle", "01/09/2022", "12/06/2026")
    table.line(FORGES, "Garage du Gué", read("janvier 2023", "01/01/2023"), "03/09/2026")
    return text("reseau.csv", page, "utf-8", ";", "\n")


NETWORKS = (
    campus_members(),
    campuses(),
    networks(),
    delegations(),
    regional_criteria(),
    agreements(),
    old_establishments(),
    broken_headings(),
    actions(),
    everything_in_one(),
    side_by_side(),
    beside_a_table_of_no_use(),
    archive_of_texts(),
    yes_and_no(),
    right_below_one_another(),
)
