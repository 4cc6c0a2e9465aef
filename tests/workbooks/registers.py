"""Registers of conventions: of a DAFPIC, of a bureau des entreprises with a sheet a year, of a lycée."""

from datetime import date

from tests.workbooks.making import MERGED, Formula, Page, Workbook, read, site, uai, wrong
from tests.workbooks.writing import excel, old_excel, open_document, with_macros

TILLEULS, FORGES, PONTBRUME, ORLAN = uai(12), uai(27), uai(31), uai(44)
_LISTS = (("Types", "Reconduction"), ("Entreprise", "tacite"), ("Association", "expresse"), ("Chambre consulaire", "aucune"))


def dafpic_register() -> Workbook:
    """A DAFPIC's register: a title, a row for each bassin, the lycée in cells merged downwards, sub-totals and a total."""
    page = Page("Registre")
    page.put("Registre académique des conventions de partenariat")
    page.merge(6)
    page.put("DAFPIC – état au 15/10/2026")
    page.skip()
    table = page.table(
        "conventions",
        {
            "RNE": "uai",
            "Établissement": "establishment",
            "Partenaire": "partner",
            "Objet": "object",
            "Date début": "starts_on",
            "Date fin": "ends_on",
        },
    )
    table.aside("BASSIN D’ORLANGE")
    table.line(TILLEULS, "LP des Tilleuls", "Menuiserie Aubrelle", "PFMP bois", date(2024, 9, 1), date(2027, 8, 31))
    table.line(MERGED, MERGED, "Charpentes Ostrevin", "PFMP charpente", date(2025, 9, 1), date(2028, 8, 31))
    table.line(MERGED, MERGED, "CMA de l’Orlange", "Concours des métiers", date(2026, 1, 15), date(2027, 1, 14))
    table.aside("", "", "Sous-total", 3)
    table.aside("BASSIN DE PONTBRUME")
    table.line(PONTBRUME, "Lycée de Pontbrume", "Brumétal SAS", "Plateau technique", date(2023, 9, 1), date(2026, 8, 31))
    table.line(FORGES, "LP des Forges", "Auberge des Vernes", "PFMP cuisine", date(2024, 11, 4), date(2025, 11, 3))
    table.line(MERGED, MERGED, "Traiteur Solane", "Chef-d’œuvre", date(2025, 2, 1), date(2026, 1, 31))
    table.aside("", "", "Sous-total", 3)
    table.aside("TOTAL GÉNÉRAL", "", "", 6)
    return excel("registre_conventions_DAFPIC_2026.xlsx", page)


def _year(name: str, rows: tuple[tuple[str, str, str, str], ...]) -> Page:
    page = Page(name)
    page.put(f"Suivi des conventions – année scolaire {name}")
    page.skip()
    table = page.table(
        "conventions",
        {
            "N°": "reference",
            "UAI": "uai",
            "Entreprise": "partner",
            "Objet de la convention": "object",
            "Signée le": "signed_on",
            "Suivi par": None,
        },
        unjudged=("contact",),
    )
    for number, partner, purpose, day in rows:
        table.line(number, FORGES, partner, purpose, day, "BDE")
    return page


def office_with_a_sheet_a_year() -> Workbook:
    """A bureau des entreprises: a sheet a school year, one of notes, one of lists, a hidden one of old lines."""
    notes = Page("À lire")
    notes.put("Comment remplir ce classeur")
    notes.put("1. Un onglet par année scolaire")
    notes.put("2. Ne pas changer les titres des colonnes")
    lists = Page("Listes")
    for row in _LISTS:
        lists.put(*row)
    old = Page("2021-2022", hidden=True)
    old.put("N°", "UAI", "Entreprise", "Objet de la convention", "Signée le", "Suivi par")
    old.put("21-001", FORGES, "Garage du Gué", "PFMP", "01/10/2021", "DDFPT")
    return excel(
        "Suivi BDE LP des Forges.xlsx",
        notes,
        _year(
            "2023-2024",
            (("BDE-23-001", "Garage du Gué", "PFMP mécanique", "12/10/2023"), ("BDE-23-002", "Brumétal SAS", "Visites", "08/01/2024")),
        ),
        _year("2024-2025", (("BDE-24-001", "Hôtel du Belvédère", "PFMP service", "02/09/2024"),)),
        _year(
            "2025-2026",
            (
                ("BDE-25-001", "Traiteur Solane", "Taxe d’apprentissage", "15/09/2025"),
                ("BDE-25-002", "EHPAD Les Glycines", "PFMP ASSP", "22/09/2025"),
                ("BDE-25-003", "Brumétal SAS", "Prêt de matériel", "03/11/2025"),
            ),
        ),
        lists,
        old,
    )


def headings_on_two_lines() -> Workbook:
    """Groups of columns over the headings, merged sideways."""
    page = Page("Tableau")
    page.put("Établissement", "", "Partenaire", "", "Convention", "", "")
    for width, at in ((2, 0), (2, 2), (3, 4)):
        page.merges.append((1, at, 1, at + width - 1))
    table = page.table(
        "conventions",
        (
            ("UAI", "uai"),
            ("Nom de l’établissement", "establishment"),
            ("Raison sociale", "partner"),
            ("Ville", "partner_commune"),
            ("Objet", "object"),
            ("Début", "starts_on"),
            ("Fin", "ends_on"),
        ),
    )
    table.line(TILLEULS, "LP des Tilleuls", "Menuiserie Aubrelle", "Ambreval", "PFMP", date(2024, 9, 1), date(2027, 8, 31))
    table.line(FORGES, "LP des Forges", "Brumétal SAS", "Pontbrume", "Matériel", date(2025, 1, 1), date(2025, 12, 31))
    table.line(PONTBRUME, "Lycée de Pontbrume", "Maison Noël", "Pontbrume", "Jury", date(2025, 4, 1), date(2026, 3, 31))
    return excel("conventions_bassin.xlsx", page)


def one_heading_in_two_rows() -> Workbook:
    """Each heading written on two rows: « Date de » above « début »."""
    page = Page("Conventions")
    page.put("Code", "Nom du", "Date de", "Date de", "Nombre")
    table = page.table(
        "conventions", (("UAI", "uai"), ("partenaire", "partner"), ("début", "starts_on"), ("fin", "ends_on"), ("d’élèves", "pupils"))
    )
    table.line(TILLEULS, "Charpentes Ostrevin", "01/09/2025", "31/08/2028", 12)
    table.line(TILLEULS, "Atelier Calvenne", "01/09/2025", "31/08/2026", 4)
    return excel("Conventions 2025.xlsx", page)


def one_convention_on_several_lines() -> Workbook:
    """A convention takes a line a partner; number, lycée and dates are merged over them."""
    page = Page("Conventions")
    table = page.table(
        "conventions",
        {
            "N° de convention": "reference",
            "UAI": "uai",
            "Partenaires": "partner",
            "SIRET": "partner_siret",
            "Début": "starts_on",
            "Fin": "ends_on",
        },
    )
    table.line("CONV-25-01", TILLEULS, "Brumétal SAS", site(51), date(2025, 9, 1), date(2028, 8, 31))
    table.line(MERGED, MERGED, "Garage du Gué", site(52), MERGED, MERGED)
    table.line(MERGED, MERGED, "Carrosserie Valcourt", site(53), MERGED, MERGED)
    table.line("CONV-25-02", TILLEULS, "Ambrelec", site(1), date(2025, 10, 1), date(2026, 9, 30))
    return excel("conventions_multipartites.xlsx", page)


def notes_in_the_middle() -> Workbook:
    """Remarks between lines, a legend, headings repeated for print, totals."""
    page = Page("Suivi")
    table = page.table(
        "conventions",
        {"Numéro": "reference", "UAI": "uai", "Entreprise": "partner", "Début": "starts_on", "Fin": "ends_on", "Nb de jeunes": "pupils"},
    )
    table.line("N-2025-01", FORGES, "Brumétal SAS", "01/09/2025", "31/08/2026", 8)
    table.line("N-2025-02", FORGES, "Garage du Gué", "01/09/2025", "31/08/2026", 5)
    table.aside("NB : les conventions suivantes sont à renouveler avant le conseil d’administration de juin.")
    table.head()
    table.line("N-2025-03", FORGES, "Auberge des Vernes", "01/09/2024", "31/08/2025", 6)
    table.line("N-2025-04", FORGES, "Traiteur Solane", "01/09/2024", "31/08/2025", 3)
    table.aside("", "", "Total", "", "", Formula("=SUM(F2:F7)", 22))
    page.skip()
    page.put("Légende : vert = signée, rouge = à relancer")
    page.put("(1) sous réserve du vote du CA")
    return excel("Suivi conventions Forges.xlsx", page)


def hidden_rows_and_columns() -> Workbook:
    """Rows filtered out and a column folded away: told, not loaded."""
    page = Page("Conventions")
    table = page.table(
        "conventions", {"Référence": "reference", "UAI": "uai", "Partenaire": "partner", "Début": "starts_on", "Fin": "ends_on"}
    )
    table.line("H-2025-01", TILLEULS, "Ambrelec", date(2025, 9, 1), date(2026, 8, 31))
    table.line("H-2019-02", TILLEULS, "Ancien Partenaire", date(2019, 9, 1), date(2020, 8, 31), hidden=True)
    table.line("H-2025-03", TILLEULS, "Froid Servais", date(2025, 9, 1), date(2026, 8, 31))
    table.line("H-2018-04", TILLEULS, "Autre Ancien", date(2018, 9, 1), date(2019, 8, 31), hidden=True)
    return excel("conventions filtrées.xlsx", page)


def open_document_register() -> Workbook:
    """The register of a lycée under LibreOffice, a lycée in merged cells, a list of words beside."""
    page = Page("Conventions")
    page.put("Conventions du lycée de Pontbrume")
    page.merge(5)
    table = page.table(
        "conventions",
        {"N°": "reference", "UAI": "uai", "Partenaire": "partner", "Objet": "object", "Début": "starts_on", "Reconduction": "renewal"},
    )
    table.line("P-2025-1", PONTBRUME, "Brumétal SAS", "Plateau technique", date(2025, 9, 1), "Tacite")
    table.line("P-2025-2", MERGED, "Maison Noël", "Chef-d’œuvre", date(2025, 10, 6), "Expresse")
    table.line("P-2025-3", MERGED, "Bar « Le Relais »", "PFMP service", date(2025, 11, 3), "aucune")
    lists = Page("listes")
    for row in _LISTS:
        lists.put(*row)
    return open_document("conventions.ods", page, lists)


def workbook_with_macros() -> Workbook:
    """A workbook with macros and a lost zero in every UAI."""
    page = Page("Saisie")
    page.put("OUTIL DE SAISIE DES CONVENTIONS – v4.2")
    page.skip()
    table = page.table(
        "conventions",
        {"N° UAI": "uai", "Nom du partenaire": "partner", "Ville du partenaire": "partner_commune", "Objet": "object", "Statut": "status"},
        unjudged=("status",),
    )
    table.line(read(TILLEULS[1:], TILLEULS), "Ambrelec", "Ambreval", "PFMP", None)
    table.line(read(FORGES[1:].lower(), FORGES), "Brumétal SAS", "Pontbrume", "Visite", None)
    table.line(read(FORGES.lower(), FORGES, told=False), "Garage du Gué", "Orlange-la-Forge", "PFMP", None)
    table.line(wrong("0990012B"), "Froid Servais", "Castelfume", "PFMP", None)
    return with_macros(excel("saisie_conventions.xlsm", page))


def old_register() -> Workbook:
    """An Excel 97-2003 register: title, merged cells, dates, a total."""
    page = Page("Conventions")
    page.put("LYCÉE DES FORGES – CONVENTIONS")
    page.skip()
    table = page.table(
        "conventions", {"UAI": "uai", "Partenaire": "partner", "Objet": "object", "Date signature": "signed_on", "Montant (€)": "amount"}
    )
    table.line(FORGES, "Brumétal SAS", "Taxe", date(2024, 5, 13), 1500)
    table.line(MERGED, "Garage du Gué", "Taxe", date(2024, 5, 30), 350.5)
    table.line(MERGED, "Traiteur Solane", "Taxe", date(2024, 6, 3), 200)
    table.aside("TOTAL", "", "", "", 2050.5)
    return old_excel("conventions_forges.xls", page)


def no_lycee_anywhere() -> Workbook:
    """A lycée's own list names no lycée: its lines are counted and kept out, the missing column is told."""
    page = Page("Conventions")
    table = page.table(
        "conventions", {"N° de convention": "reference", "Partenaire": "partner", "Objet": "object", "Début": "starts_on", "Fin": "ends_on"}
    )
    table.line("CONV-2025-01", "Ambrelec", "PFMP", date(2025, 9, 1), date(2026, 8, 31), fate="rejected")
    table.line("CONV-2025-02", "Froid Servais", "Jury", date(2025, 9, 1), date(2026, 8, 31), fate="rejected")
    return excel("nos conventions.xlsx", page)


REGISTERS = (
    dafpic_register(),
    office_with_a_sheet_a_year(),
    headings_on_two_lines(),
    one_heading_in_two_rows(),
    one_convention_on_several_lines(),
    notes_in_the_middle(),
    hidden_rows_and_columns(),
    open_document_register(),
    workbook_with_macros(),
    old_register(),
    no_lycee_anywhere(),
)
