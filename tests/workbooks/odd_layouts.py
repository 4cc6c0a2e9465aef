"""Layouts that lead astray: empty columns and lines between, headings merged both ways, what is common said in the title."""

from datetime import date

from tests.workbooks.making import Formula, Page, Workbook, read, site, uai
from tests.workbooks.writing import excel, open_document, text

TILLEULS, FORGES, PONTBRUME, ORLAN = uai(12), uai(27), uai(31), uai(44)


def lycee_in_the_title() -> Workbook:
    """The title names the lycée once for all, by its UAI: it holds for every line."""
    page = Page("Conventions")
    page.put(f"LP des Tilleuls ({TILLEULS}) – Conventions de partenariat en cours")
    page.skip()
    table = page.table(
        "conventions",
        {"N° de convention": "reference", "Partenaire": "partner", "Objet": "object", "Fin": "ends_on"},
        unjudged=("establishment",),
    )
    table.line("CONV-2025-11", "Ambrelec", "PFMP", date(2027, 8, 31), uai=TILLEULS)
    table.line("CONV-2025-12", "Froid Servais", "Jury", date(2026, 8, 31), uai=TILLEULS)
    return excel("Conventions Tilleuls.xlsx", page)


def people_first() -> Workbook:
    """A list of contacts: the name of the person comes before that of the company, and is not taken for it."""
    page = Page("Contacts")
    table = page.table(
        "organisations",
        {
            "Nom": None,
            "Prénom": None,
            "Fonction": None,
            "Entreprise": "name",
            "Ville": "commune",
            "Tél. entreprise": "phone",
            "Mail entreprise": "email",
        },
        unjudged=("known_by",),
    )
    table.line("SERVIN", "Paul", "Gérant", "Menuiserie Aubrelle", "Ambreval", "01 99 00 12 12", "contact@aubrelle.example")
    table.line("ORVAN", "Lise", "DRH", "Auberge des Vernes", "Ambreval", "01 99 00 18 18", "contact@vernes.example")
    table.line("DELORME", "Ivan", "Chef d’atelier", "Brumétal SAS", "Pontbrume", "01 99 00 21 22", "accueil@brumetal.example")
    return excel("contacts entreprises.xlsx", page)


def taxes_by_year() -> Workbook:
    """What companies paid, a column a year: the companies are read, sums that have no field are told."""
    page = Page("Taxe")
    table = page.table(
        "organisations",
        {
            "Raison sociale": "name",
            "N° SIRET": "siret",
            "Versement 2023": None,
            "Versement 2024": None,
            "Versement 2025": None,
            "Remerciement envoyé": None,
        },
    )
    table.line("Ambrelec", site(1), 500, 500, 650, "oui")
    table.line("Froid Servais", site(2), 0, 200, 200, "oui")
    table.line("Toitures Mérance", site(3), None, None, 1200, "non")
    table.aside("TOTAL", "", 500, 700, Formula("=SUM(E2:E4)", 2050))
    return excel("taxe d'apprentissage 2023-2025.xlsx", page)


def marks_in_headings() -> Workbook:
    """Headings with stars, units and calls of notes."""
    page = Page("")
    table = page.table(
        "conventions",
        {
            "N° de convention*": "reference",
            "UAI (obligatoire)": "uai",
            "Nom du partenaire *": "partner",
            "Date de début (jj/mm/aaaa)": "starts_on",
            "Date de fin (jj/mm/aaaa)": "ends_on",
            "Montant (€ TTC)": "amount",
            "Nombre de jeunes (1)": "pupils",
        },
    )
    table.line("MH-2025-1", TILLEULS, "Ambrelec", "01/09/2025", "31/08/2026", "1500", "12")
    table.line("MH-2025-2", FORGES, "Brumétal SAS", "01/09/2025", "31/08/2028", "350,50", "6")
    page.skip()
    page.put("* champ obligatoire")
    page.put("(1) par année scolaire")
    return text("modèle DAFPIC rempli.csv", page, "cp1252")


def empty_columns_between() -> Workbook:
    """Thin empty columns between the columns, for the eye."""
    page = Page("Conventions")
    table = page.table(
        "conventions",
        (("UAI", "uai"), ("", None), ("Partenaire", "partner"), ("", None), ("Objet", "object"), ("", None), ("Date de fin", "ends_on")),
    )
    table.line(TILLEULS, "", "Ambrelec", "", "PFMP", "", date(2026, 8, 31))
    table.line(FORGES, "", "Brumétal SAS", "", "Visites", "", date(2027, 8, 31))
    table.line(ORLAN, "", "Granit d’Orlan", "", "Jury", "", date(2027, 6, 30))
    return excel("conventions aérées.xlsx", page)


def a_line_in_two() -> Workbook:
    """An empty line after each line."""
    page = Page("Partenariats")
    table = page.table("partnerships", {"UAI": "uai", "Partenaire": "partner", "Commune": "partner_commune", "Thèmes": "themes"})
    for code, partner, town, theme in (
        (TILLEULS, "Ambrelec", "Ambreval", "stages"),
        (FORGES, "Garage du Gué", "Orlange-la-Forge", "jury"),
        (ORLAN, "Granit d’Orlan", "Saint-Orlan", "visites"),
    ):
        page.skip()
        table.line(code, partner, town, theme)
    return open_document("partenariats aérés.ods", page)


def form_above() -> Workbook:
    """Words and their values above the table, a total by lycée under its lines."""
    page = Page("Synthèse")
    page.put("Académie :", "Valmont")
    page.put("Année scolaire :", "2025-2026")
    page.put("Nombre de conventions :", 4)
    page.skip()
    table = page.table(
        "conventions",
        {
            "Code établissement": "uai",
            "Établissement": "establishment",
            "Partenaire": "partner",
            "Nb jeunes": "pupils",
            "Signature": "signed_on",
        },
    )
    table.line(TILLEULS, "LP des Tilleuls", "Ambrelec", 4, date(2025, 5, 12))
    table.line(TILLEULS, "LP des Tilleuls", "Froid Servais", 6, date(2025, 6, 2))
    table.aside("Total LP des Tilleuls", "", "", 10)
    table.line(FORGES, "LP des Forges", "Brumétal SAS", 8, date(2025, 4, 7))
    table.line(FORGES, "LP des Forges", "Garage du Gué", 5, date(2025, 9, 15))
    table.aside("Total LP des Forges", "", "", 13)
    table.aside("Total général", "", "", 23)
    return excel("synthèse académique.xlsx", page)


def merged_both_ways() -> Workbook:
    """Headings on two rows: some merged downwards, others under a heading merged sideways."""
    page = Page("Tableau de bord")
    page.put("UAI", "Partenaire", "Dates de la convention", "", "Signataires", "")
    page.merges += [(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5)]
    table = page.table(
        "conventions",
        (("", "uai"), ("", "partner"), ("Début", "starts_on"), ("Fin", "ends_on"), ("Signée le", "signed_on"), ("Vote CA le", "voted_on")),
    )
    table.line(TILLEULS, "Ambrelec", date(2025, 9, 1), date(2026, 8, 31), date(2025, 6, 20), date(2025, 6, 12))
    table.line(PONTBRUME, "Maison Noël", date(2024, 9, 1), date(2027, 8, 31), date(2024, 7, 1), date(2024, 6, 27))
    return excel("tableau de bord.xlsx", page)


def a_table_and_its_picture_of_figures() -> Workbook:
    """Beside the table, a small one of figures for a chart: no line of ours."""
    page = Page("Organisations")
    table = page.table("organisations", {"Raison sociale": "name", "Commune": "commune", "Catégorie": "category"})
    page.row -= 1
    page.put("Catégorie", "Nombre", at=5)
    for (name, town, kind), figures in zip(
        (
            ("Ambrelec", "Ambreval", "entreprise"),
            ("CMA de l’Orlange", "Castelfume", "CMA"),
            ("Froid Servais", "Castelfume", "entreprise"),
            ("Mairie de Valcourt", "Valcourt", "mairie"),
        ),
        (("entreprise", 2), ("CMA", 1), ("mairie", 1), ("Total", 4)),
        strict=True,
    ):
        table.line(name, town, kind)
        page.row -= 1
        page.put(*figures, at=5)
    return excel("partenaires et graphique.xlsx", page)


def numbered_lines() -> Workbook:
    """A first column that only counts the lines, and sixty lines to see that all are there."""
    page = Page("Feuil1")
    table = page.table(
        "organisations",
        {
            "": None,
            "Nom de l'entreprise": "name",
            "Adresse": "address",
            "Code Postal": "postcode",
            "Ville": "commune",
            "Téléphone": "phone",
        },
    )
    for number in range(1, 61):
        written = 1000 + number if number % 3 == 0 else f"0{1000 + number}"
        table.line(
            number,
            f"Atelier Solvane {number}",
            f"{number} rue du Gué",
            read(written, f"0{1000 + number}", told=number % 3 == 0),
            "Valcourt",
            f"01 99 33 {number:02d} 00",
        )
    return excel("liste.xlsx", page)


ODD = (
    lycee_in_the_title(),
    people_first(),
    taxes_by_year(),
    marks_in_headings(),
    empty_columns_between(),
    a_line_in_two(),
    form_above(),
    merged_both_ways(),
    a_table_and_its_picture_of_figures(),
    numbered_lines(),
)
