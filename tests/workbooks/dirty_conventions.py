"""Conventions typed by ten people: dates, durations, amounts, codes, several things in a cell, columns swapped."""

from datetime import date

from tests.workbooks.making import Formula, Page, Workbook, aside, firm, lost, parts, read, several, site, uai, wrong
from tests.workbooks.writing import excel, text

TILLEULS, FORGES, PONTBRUME, ORLAN = uai(12), uai(27), uai(31), uai(44)


def every_kind_of_date() -> Workbook:
    """Dates as ten people type them: serials, two-digit years, months, school years, dots."""
    page = Page("Conventions")
    table = page.table(
        "conventions", {"Référence": "reference", "UAI": "uai", "Partenaire": "partner", "Début": "starts_on", "Fin": "ends_on"}
    )
    table.line("CV-2024-01", TILLEULS, "Menuiserie Aubrelle", read(45536, "01/09/2024"), read(46630, "31/08/2027"))
    table.line("CV-2024-02", TILLEULS, "Charpentes Ostrevin", read("01/09/24", "01/09/2024"), read("31/08/27", "31/08/2027"))
    table.line("CV-2024-03", TILLEULS, "Brumétal SAS", read("sept. 2025", "01/09/2025"), read("août 2026", "31/08/2026"))
    table.line("CV-2024-04", TILLEULS, "Ambrelec", read("2024-2025", "01/09/2024"), read("2026-2027", "31/08/2027"))
    table.line("CV-2024-05", TILLEULS, "Froid Servais", "01.02.2025", "2026-01-31")
    table.line("CV-2024-06", TILLEULS, "Scierie du Val", date(2025, 3, 3), read("3 mars 2028", "03/03/2028"))
    table.line("CV-2024-07", TILLEULS, "Granit d’Orlan", read("1er septembre 2025", "01/09/2025"), wrong("31/06/2026"))
    table.line("CV-2024-08", TILLEULS, "Maison Noël", "1/10/2025", None)
    return excel("conventions dates.xlsx", page)


def durations() -> Workbook:
    """Durations in words in a column of their own."""
    page = Page("Conventions en cours")
    table = page.table(
        "conventions",
        {
            "Numéro": "reference",
            "Code UAI": "uai",
            "Partenaire": "partner",
            "Date d’effet": "starts_on",
            "Durée": "duration_months",
            "Reconduction": "renewal",
            "Préavis (mois)": "notice_months",
        },
    )
    table.line("2025/001", ORLAN, "Granit d’Orlan", date(2025, 9, 1), read("3 ans", 36), "tacite", 3, ends_on=date(2028, 8, 31))
    table.line(
        "2025/002", ORLAN, "Hôtel du Belvédère", date(2025, 10, 1), read("36 mois", 36), "Tacite reconduction", 2, ends_on=date(2028, 9, 30)
    )
    table.line("2025/003", ORLAN, "Ferronnerie d’Orlan", date(2025, 11, 1), read("un an", 12), "non", None, ends_on=date(2026, 10, 31))
    table.line(
        "2025/004",
        ORLAN,
        "Crèche Les Lucioles",
        date(2026, 1, 1),
        read("18 mois", 18),
        "expresse",
        read("3 mois", 3),
        ends_on=date(2027, 6, 30),
    )
    return excel("suivi conventions LP Orlan.xlsx", page)


def ends_told_by_durations() -> Workbook:
    """The end is a duration where the others have a date."""
    page = Page("")
    table = page.table(
        "conventions",
        {"N° convention": "reference", "UAI": "uai", "Organisme": "partner", "Date de début": "starts_on", "Date de fin": "ends_on"},
    )
    table.line("CONV-0101", FORGES, "Brumétal SAS", "01/09/2024", read("3 ans", "31/08/2027"))
    table.line("CONV-0102", FORGES, "Garage du Gué", "01/09/2025", read("1 an", "31/08/2026"))
    table.line("CONV-0103", FORGES, "Traiteur Solane", "15/01/2025", "14/01/2026")
    return text("conventions LP Forges.csv", page, "cp1252")


def several_in_a_cell() -> Workbook:
    """Two lycées or three partners in one cell, joined by « et », a slash or a line break."""
    page = Page("Conventions")
    table = page.table(
        "conventions", {"Référence": "reference", "UAI": "uai", "Partenaires": "partner", "Filières": "filieres", "Thème": "themes"}
    )
    table.line(
        "RES-2025-1",
        several(f"{TILLEULS} / {FORGES}", TILLEULS, FORGES),
        "Brumétal SAS",
        several("Métallerie / Chaudronnerie", "Métallerie", "Chaudronnerie"),
        "Stages",
    )
    table.line(
        "RES-2025-2",
        several(f"{TILLEULS}\n{PONTBRUME}", TILLEULS, PONTBRUME),
        several("Ambrelec / Froid Servais", "Ambrelec", "Froid Servais"),
        "Électricité",
        "Visites",
    )
    table.line(
        "RES-2025-3",
        several(f"{FORGES} et {ORLAN}", FORGES, ORLAN),
        several("Hôtel du Belvédère\nAuberge des Vernes\nTraiteur Solane", "Hôtel du Belvédère", "Auberge des Vernes", "Traiteur Solane"),
        "Cuisine",
        "Stages",
    )
    table.line("RES-2025-4", ORLAN, "Bois et Lumière", "Bois", "Don de matériel")
    return excel("conventions réseau.xlsx", page)


def codes_in_brackets() -> Workbook:
    """The name and its code in one cell."""
    page = Page("Feuil1")
    table = page.table(
        "conventions", {"Établissement (UAI)": None, "Partenaire (SIRET)": None, "Objet": "object", "Date de signature": "signed_on"}
    )
    table.line(
        parts(f"LP des Tilleuls ({TILLEULS})", establishment="LP des Tilleuls", uai=TILLEULS),
        parts(f"Ambrelec ({site(1)})", partner="Ambrelec", partner_siret=site(1)),
        "PFMP",
        "12/05/2025",
    )
    table.line(
        parts(f"LP des Forges ({FORGES})", establishment="LP des Forges", uai=FORGES),
        parts(f"Froid Servais – SIRET {site(2)}", partner="Froid Servais", partner_siret=site(2)),
        "Jury",
        "02/06/2025",
    )
    table.line(
        parts(f"LP des Forges ({FORGES})", establishment="LP des Forges", uai=FORGES),
        parts(f"Toitures Mérance ({firm(3)})", partner="Toitures Mérance", partner_siren=firm(3)),
        "Visite",
        "04/06/2025",
    )
    return excel("conventions signées.xlsx", page)


def amounts() -> Workbook:
    """Sums of money as they are typed, and one that is a word."""
    page = Page("")
    table = page.table(
        "conventions", {"N° de convention": "reference", "UAI": "uai", "Partenaire": "partner", "Montant": "amount", "Nb élèves": "pupils"}
    )
    table.line("TAXE-2025-1", TILLEULS, "Brumétal SAS", "1 200,00 €", 12)
    table.line("TAXE-2025-2", TILLEULS, "Ambrelec", "1\xa0500", read("24 élèves", 24))
    table.line("TAXE-2025-3", TILLEULS, "Froid Servais", "350.5", "")
    table.line("TAXE-2025-4", TILLEULS, "Scierie du Val", aside("à définir"), 3)
    table.line("TAXE-2025-5", TILLEULS, "Maison Noël", read("2 000 euros TTC", 2000), 0)
    return text("taxe apprentissage.csv", page, "utf-8", ";", "\n")


def absent_in_many_words() -> Workbook:
    """NULL, néant, -, ?, nc: nothing is said."""
    page = Page("Export")
    table = page.table(
        "conventions",
        {"Référence": "reference", "UAI": "uai", "Partenaire": "partner", "Objet": "object", "Fin": "ends_on", "Observations": "comment"},
    )
    nothing = {"told": False}
    table.line("REF-00001", ORLAN, "Granit d’Orlan", read(" NULL", **nothing), read("NULL", **nothing), read("néant", **nothing))
    table.line("REF-00002", ORLAN, "Hôtel du Belvédère", "PFMP", read("-", **nothing), read("?", **nothing))
    table.line("REF-00003", ORLAN, "Ferronnerie d’Orlan", read("Néant", **nothing), "31/08/2027", read("n/a", **nothing))
    table.line("REF-00004", ORLAN, "Crèche Les Lucioles", read("—", **nothing), read("NC", **nothing), "à relancer")
    return excel("export_base.xlsx", page)


def swapped_columns() -> Workbook:
    """Begin and end were swapped: every line ends before it begins."""
    page = Page("Conventions")
    table = page.table(
        "conventions", {"N°": "reference", "UAI": "uai", "Partenaire": "partner", "Date de fin": None, "Date de début": None}
    )
    for number, partner, first, last in (
        ("SW-2025-1", "Brumétal SAS", date(2024, 9, 1), date(2027, 8, 31)),
        ("SW-2025-2", "Garage du Gué", date(2025, 1, 1), date(2025, 12, 31)),
        ("SW-2025-3", "Maison Noël", date(2023, 9, 1), date(2026, 8, 31)),
        ("SW-2025-4", "Traiteur Solane", date(2025, 9, 1), date(2026, 8, 31)),
    ):
        table.line(number, PONTBRUME, partner, read(first), read(last), starts_on=first, ends_on=last)
    return excel("conventions lycée Pontbrume.xlsx", page)


def formulas_and_errors() -> Workbook:
    """Formulas are read by their value; those in error keep their line out."""
    page = Page("Conventions")
    table = page.table(
        "conventions", {"Référence": "reference", "UAI": "uai", "Partenaire": "partner", "Début": "starts_on", "Fin": "ends_on"}
    )
    table.line(
        "F-2025-01",
        TILLEULS,
        Formula('=UPPER("ambrelec")', "AMBRELEC"),
        date(2025, 9, 1),
        read(Formula("=D2+364", 46265), "31/08/2026", told=False),
    )
    table.line("F-2025-02", TILLEULS, wrong(Formula("=VLOOKUP(1,Z1:Z2,2)", "#N/A")), date(2025, 9, 1), date(2026, 8, 31))
    table.line("F-2025-03", wrong(Formula("=#REF!", "#REF!")), "Froid Servais", date(2025, 9, 1), date(2026, 8, 31))
    return excel("conventions_formules.xlsx", page)


def rounded_codes() -> Workbook:
    """SIRET that Excel rounded: told as lost; the partner is known by its name where the line is kept."""
    page = Page("Partenaires conventionnés")
    table = page.table(
        "conventions", {"Réf.": "reference", "UAI": "uai", "Raison sociale": "partner", "SIRET": "partner_siret", "Objet": "object"}
    )
    table.line("R-2025-01", TILLEULS, "Ambrelec", read(int(site(1)), site(1)), "PFMP")
    table.line("R-2025-02", TILLEULS, "Froid Servais", lost("9,99022E+12"), "PFMP")
    table.line("R-2025-03", TILLEULS, "Toitures Mérance", site(3), "PFMP")
    return excel("conv siret.xlsx", page)


DIRTY = (
    every_kind_of_date(),
    durations(),
    ends_told_by_durations(),
    several_in_a_cell(),
    codes_in_brackets(),
    amounts(),
    absent_in_many_words(),
    swapped_columns(),
    formulas_and_errors(),
    rounded_codes(),
)
