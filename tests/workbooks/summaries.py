"""Workbooks that sum up or plan: lists of a bureau des entreprises, of agreements, of a year’s actions, with totals and archives."""

from datetime import date

from tests.workbooks.making import MERGED, Page, Workbook, parts, read, several, site, uai
from tests.workbooks.writing import excel, text, zipped

TILLEULS, FORGES, PONTBRUME, ORLAN = uai(12), uai(27), uai(31), uai(44)


def three_partners_by_sentence() -> Workbook:
    """Partners joined by « et », « / », commas and bullets; lycées joined by « + »."""
    page = Page("Conventions multi")
    table = page.table(
        "conventions",
        {
            "Identifiant": "reference",
            "Établissements signataires": "uai",
            "Signataires": "partner",
            "Thématique": "themes",
            "Fin de validité": "ends_on",
        },
    )
    table.line(
        "MULTI-001",
        several(f"{TILLEULS} + {FORGES}", TILLEULS, FORGES),
        several("Ambrelec SARL, Froid Servais SAS et Brumétal SAS", "Ambrelec SARL", "Froid Servais SAS", "Brumétal SAS"),
        "PFMP",
        "31/08/2027",
    )
    table.line(
        "MULTI-002",
        several(f"{TILLEULS}, {PONTBRUME}", TILLEULS, PONTBRUME),
        several("- Maison Noël\n- Traiteur Solane", "Maison Noël", "Traiteur Solane"),
        read("Orientation", "orientation", told=False),
        "31/08/2026",
    )
    table.line(
        "MULTI-003",
        FORGES,
        several("CCI de l’Orlange / CMA de l’Orlange", "CCI de l’Orlange", "CMA de l’Orlange"),
        several("stages, visites", "pfmp", "visite"),
        read("fin juin 2027", "30/06/2027"),
    )
    return excel("conventions multi.xlsx", page)


def network_of_bde() -> Workbook:
    """A regional list of the bureaux des entreprises: a lycée a line, with flags as crosses."""
    page = Page("BDE région")
    page.put("RÉGION ACADÉMIQUE D’ORLANGE – Lycées professionnels")
    table = page.table(
        "establishments",
        {
            "Code établissement": "uai",
            "Lycée": "name",
            "Secteur": "status",
            "Ville": "commune",
            "Dépt": "departement",
            "BDE": "bureau",
            "Label LDM": "label",
            "Effectif": "pupils",
            "Mail BDE": "email",
        },
        unjudged=("filieres",),
    )
    table.line(
        TILLEULS,
        "LP des Tilleuls",
        "Public",
        "Ambreval",
        "Orlange",
        read("X", "oui", told=False),
        read("oui", "oui", told=False),
        420,
        "bde.tilleuls@orlange.example",
    )
    table.line(
        FORGES,
        "LP des Forges",
        "Public",
        "Pontbrume",
        "Orlange",
        read("x", "oui", told=False),
        read("non", "non", told=False),
        "1 050",
        None,
    )
    table.line(
        PONTBRUME.lower(),
        "Lycée de Pontbrume",
        "Privé sous contrat",
        "Pontbrume",
        "Orlange",
        None,
        read("1", "oui", told=False),
        read("380 élèves", 380),
        "bde@pontbrume.example",
    )
    return text("liste_bde.csv", page, "utf-16", "\t")


def framework_list() -> Workbook:
    """The national agreements as a delegation follows them."""
    page = Page("Accords")
    page.put("ACCORDS-CADRES NATIONAUX ET RÉGIONAUX")
    page.skip()
    table = page.table(
        "frameworks",
        {
            "Réf. NOR": "reference",
            "Intitulé de l’accord-cadre": "title",
            "Signataire(s)": "partner",
            "Signé le": "signed_on",
            "Fin": "ends_on",
            "Durée": "duration_months",
            "Reconduction": "renewal",
            "Branche (IDCC)": "idcc",
        },
        unjudged=("partner_category", "sector"),
    )
    table.line(
        "MENE2400001X",
        "Accord-cadre avec la Fédération du bois",
        "Fédération du bois",
        "12/03/2024",
        "11/03/2027",
        read("3 ans", 36),
        "tacite",
        read("158", "0158", told=False),
    )
    table.line(
        "MENE2300099X",
        "Convention de coopération Hôtellerie",
        "Union de l’hôtellerie",
        date(2023, 1, 9),
        date(2028, 1, 8),
        read("5 ans", 60),
        "expresse",
        None,
    )
    return excel("accords.xlsx", page)


def actions_of_the_year() -> Workbook:
    """What was done with partners: dates in letters, numbers with words."""
    page = Page("Actions 2025-26")
    table = page.table(
        "actions",
        {
            "RNE": "uai",
            "Intitulé de l’action": "title",
            "Date de l’action": "on",
            "Partenaire": "partner",
            "Nb d’élèves": "headcount",
            "Nature de l’action": "theme",
        },
    )
    table.line(TILLEULS, "Visite de chantier", "14/11/2025", "Brumétal SAS", 24, read("visite", "visite", told=False))
    table.line(
        TILLEULS,
        "Forum des métiers du bois",
        read("samedi 7 février 2026", "07/02/2026"),
        several("Scierie du Val / CMA de l’Orlange", "Scierie du Val", "CMA de l’Orlange"),
        read("150 élèves", 150),
        "forum",
    )
    table.line(FORGES, "Jury de CAP", read("juin 2026", "01/06/2026"), "Auberge des Vernes", None, "jury")
    return excel("actions.xlsx", page)


def archive_of_bassins() -> Workbook:
    """A zip of three csv, one a bassin, each written by someone else."""
    one = Page("bassin_nord")
    first = one.table("partnerships", {"UAI": "uai", "Entreprise": "partner", "Commune": "partner_commune", "Depuis": "since"})
    first.line(TILLEULS, "Ambrelec", "Ambreval", read("2019", "01/01/2019"))
    first.line(TILLEULS, "Froid Servais", "Castelfume", "01/09/2020")
    two = Page("bassin_sud")
    second = two.table(
        "partnerships", {"code_uai": "uai", "nom_partenaire": "partner", "ville_partenaire": "partner_commune", "siret": "partner_siret"}
    )
    second.line(FORGES, "Brumétal SAS", "Pontbrume", site(4))
    second.line(FORGES, "Auberge des Vernes", "Ambreval", None)
    return zipped("bassins.zip", text("bassin_nord.csv", one, "cp1252", ";"), text("bassin_sud.csv", two, "utf-8", ",", "\n"))


def merged_lycees_and_totals() -> Workbook:
    """The lycée in merged cells with UAI beneath its name in one cell; a count after each; blank separators."""
    page = Page("Bilan")
    page.put("Bilan des conventions par lycée", "", "", "", "")
    table = page.table(
        "conventions",
        {"Lycée (UAI)": None, "Partenaire": "partner", "Ville": "partner_commune", "Du": "starts_on", "Au": "ends_on"},
    )
    table.line(
        parts(f"LP des Tilleuls\n{TILLEULS}", establishment="LP des Tilleuls", uai=TILLEULS),
        "Ambrelec",
        "Ambreval",
        "01/09/2025",
        "31/08/2026",
    )
    table.line(MERGED, "Froid Servais", "Castelfume", "01/09/2025", "31/08/2026")
    table.aside("Nombre de conventions : 2")
    page.skip()
    table.line(
        parts(f"LP des Forges\n{FORGES}", establishment="LP des Forges", uai=FORGES),
        "Brumétal SAS",
        "Pontbrume",
        "01/09/2024",
        "31/08/2027",
    )
    table.line(MERGED, "Traiteur Solane", "Valcourt", "01/09/2024", "31/08/2025")
    table.aside("Nombre de conventions : 2")
    table.aside("Total général", 4)
    return excel("bilan par lycée.xlsx", page)


SUMMARIES = (
    three_partners_by_sentence(),
    network_of_bde(),
    framework_list(),
    actions_of_the_year(),
    archive_of_bassins(),
    merged_lycees_and_totals(),
)
