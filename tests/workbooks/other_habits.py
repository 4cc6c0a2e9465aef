"""Workbooks of other habits: tables of services, exports of tools, lists that grew by hand."""

from datetime import date

from tests.workbooks.making import MERGED, Page, Workbook, aside, firm, parts, read, several, site, uai, wrong
from tests.workbooks.writing import excel, open_document, text

TILLEULS, FORGES, PONTBRUME, ORLAN = uai(12), uai(27), uai(31), uai(44)


def two_towns() -> Workbook:
    """The town of the lycée and that of the company, each in a column; the academy first."""
    page = Page("Conventions 2025")
    table = page.table(
        "conventions",
        {
            "Dpt": None,
            "Ville du lycée": None,
            "Lycée": "establishment",
            "RNE": "uai",
            "Nom entreprise": "partner",
            "Ville entreprise": "partner_commune",
            "CP entreprise": "partner_postcode",
            "Début convention": "starts_on",
            "Echéance": "ends_on",
            "Renouvelable": "renewal",
        },
    )
    table.line(
        "Orlange", "Ambreval", "LP des Tilleuls", TILLEULS, "Froid Servais", "Castelfume", "99510", "01.09.2024", "31.08.2027", "tacite"
    )
    table.line(
        "Orlange", "Pontbrume", "LP des Forges", FORGES, "Brumétal SAS", "Pontbrume", 99320, date(2025, 1, 6), date(2026, 1, 5), "non"
    )
    table.line(
        "Orlange",
        "Pontbrume",
        "LP des Forges",
        FORGES,
        "Toitures Mérance",
        "Villebrume",
        read(1340, "01340"),
        "2025-03-01T00:00:00",
        "2025-12-31T00:00:00",
        "avenant",
    )
    return excel("Etat des conventions.xlsx", page)


def addresses_in_parts() -> Workbook:
    """The address in two columns and « CP Ville » in one."""
    page = Page("Carnet")
    table = page.table(
        "organisations",
        {
            "Structure": "name",
            "Adresse 1": "address",
            "CP Ville": None,
            "Téléphone standard": "phone",
            "Site Internet": "web",
            "Secteur d'activité": "filieres",
        },
        unjudged=("filieres",),
    )
    table.line(
        "Ambrelec",
        "4 rue du Lavoir",
        parts("99210 AMBREVAL", postcode="99210", commune="AMBREVAL"),
        "01 99 00 12 34",
        "www.ambrelec.example",
        "Électricité",
    )
    table.line(
        "EHPAD Les Glycines", "1 place Haute", parts("99510 CASTELFUME", postcode="99510", commune="CASTELFUME"), None, None, "Santé"
    )
    table.line(
        "Garage du Gué",
        "Route d’Orlange",
        parts("99450 ORLANGE-LA-FORGE", postcode="99450", commune="ORLANGE-LA-FORGE"),
        "0199004567",
        None,
        "Automobile",
    )
    return excel("carnet_adresses.xlsx", page)


def lycees_as_section_rows() -> Workbook:
    """Each lycée in a row of its own above its conventions, no column of lycée."""
    page = Page("Par établissement")
    page.put("Conventions actives par établissement")
    page.skip()
    table = page.table(
        "conventions",
        {"Partenaire": "partner", "Objet": "object", "Date de début": "starts_on", "Date de fin": "ends_on"},
        unjudged=("establishment",),
    )
    table.aside(f"LP des Tilleuls – {TILLEULS}")
    table.line("Ambrelec", "PFMP", "01/09/2025", "31/08/2026", uai=TILLEULS)
    table.line("Froid Servais", "Jury", "01/09/2025", "31/08/2026", uai=TILLEULS)
    table.aside(f"LP des Forges – {FORGES}")
    table.line("Brumétal SAS", "Plateau technique", "01/09/2024", "31/08/2027", uai=FORGES)
    return excel("conventions par etablissement.xlsx", page)


def sheets_named_after_lycees() -> Workbook:
    """A sheet a lycée, the UAI in the name of the sheet."""
    pages = []
    for code, partner in ((TILLEULS, "Ambrelec"), (FORGES, "Brumétal SAS")):
        page = Page(f"{code}")
        table = page.table("conventions", {"Partenaire": "partner", "Objet": "object", "Signée le": "signed_on"})
        table.line(partner, "PFMP", "12/09/2025", uai=code)
        table.line("CMA de l’Orlange", "Concours", "30/09/2025", uai=code)
        pages.append(page)
    return excel("un onglet par lycée.xlsx", *pages)


def siret_or_siren() -> Workbook:
    """A column that holds SIRET or SIREN as people know them."""
    page = Page("Base")
    table = page.table(
        "organisations", {"SIRET ou SIREN": None, "Dénomination sociale": "name", "Commune d'implantation": "commune"}, unjudged=("siren",)
    )
    table.line(parts(site(1), siret=site(1)), "Ambrelec", "Ambreval")
    table.line(parts(site(2), siret=site(2)), "Froid Servais", "Castelfume")
    table.line(parts(site(3), siret=site(3)), "Toitures Mérance", "Villebrume")
    table.line(parts(firm(4), siren=firm(4)), "Brumétal SAS", "Pontbrume")
    return excel("base_entreprises.xlsx", page)


def export_of_a_tool() -> Workbook:
    """An export in camelCase with booleans and ids of its own."""
    page = Page("")
    table = page.table(
        "organisations",
        {
            "id": None,
            "raisonSociale": "name",
            "codePostal": "postcode",
            "ville": "commune",
            "numeroSiret": "siret",
            "codeNaf": "naf",
            "createdAt": None,
            "actif": None,
        },
        unjudged=("state",),
    )
    table.line("8812", "Ambrelec", "99210", "Ambreval", site(1), "4321A", "2024-03-02T10:22:01Z", "true")
    table.line("8813", "Froid Servais", "99510", "Castelfume", site(2), "4322B", "2024-03-02T10:25:44Z", "true")
    table.line("9001", "Scierie du Val", "99530", "Valcourt", site(25), "1610A", "2025-01-12T08:00:00Z", "false")
    return text("export_2025-11-12.csv", page, "utf-8", ",", "\n")


def units_under_headings() -> Workbook:
    """A row of explanations under the headings."""
    page = Page("Saisie")
    table = page.table(
        "conventions",
        {"UAI": "uai", "Partenaire": "partner", "Signature": "signed_on", "Montant": "amount", "Observation": "comment"},
    )
    table.aside("(8 caractères)", "(nom complet)", "(jj/mm/aaaa)", "(en euros)", "(facultatif)")
    table.line(TILLEULS, "Ambrelec", "03/10/2024", "1 200 €", None)
    table.line(FORGES, "Brumétal SAS", "20/01/2025", 350, "à relancer en juin")
    table.line(FORGES, "Maison Noël", read("20/1/25", "20/01/2025"), aside("gratuit"), None)
    return excel("saisie.xlsx", page)


def partnerships_with_crosses() -> Workbook:
    """A grid: a partner a line, a column a kind of action, crosses."""
    page = Page("Grille")
    table = page.table(
        "partnerships",
        {"UAI": "uai", "Nom du partenaire": "partner", "Ville": "partner_commune", "Stages": None, "Visites": None, "Jury": None},
        unjudged=("themes",),
    )
    table.line(TILLEULS, "Ambrelec", "Ambreval", "x", "", "x")
    table.line(TILLEULS, "Froid Servais", "Castelfume", "x", "x", "")
    table.line(TILLEULS, "Maison Noël", "Pontbrume", "", "", "x")
    return open_document("grille.ods", page)


def agreements_with_merged_partner() -> Workbook:
    """A partner in merged cells over the lycées that work with it."""
    page = Page("Partenaires multi-lycées")
    table = page.table(
        "conventions",
        {
            "Entreprise / organisme": "partner",
            "N° SIRET": "partner_siret",
            "Code UAI": "uai",
            "Objet du partenariat": "object",
            "Fin": "ends_on",
        },
    )
    table.line("Brumétal SAS", site(4), TILLEULS, "PFMP", date(2027, 8, 31))
    table.line(MERGED, MERGED, FORGES, "Plateau technique", date(2026, 8, 31))
    table.line("Ambrelec", site(1), ORLAN, "PFMP", read("fin 2026", "31/12/2026"))
    table.line("Froid Servais", None, ORLAN, "PFMP", wrong("30/02/2026"))
    return excel("par partenaire.xlsx", page)


def english_words() -> Workbook:
    """A list made with a template in English."""
    page = Page("Sheet1")
    table = page.table(
        "organisations",
        {"Company": "name", "City": "commune", "Zip code": "postcode", "Phone": "phone", "Email": "email", "Website": "web"},
    )
    table.line("Ambrelec", "Ambreval", "99210", "01 99 00 12 34", "contact@ambrelec.example", "https://ambrelec.example")
    table.line("Froid Servais", "Castelfume", "99510", None, None, None)
    return excel("partners.xlsx", page)


def everything_dirty() -> Workbook:
    """Ten kinds of dirt at once."""
    page = Page("Suivi DDFPT")
    page.put("SUIVI DES CONVENTIONS – DDFPT – maj 11/2025")
    page.skip()
    table = page.table(
        "conventions",
        {
            "n° conv.": "reference",
            "RNE étab.": "uai",
            "Entr.": "partner",
            "Siret entr.": "partner_siret",
            "Ville entr.": "partner_commune",
            "Objet conv.": "object",
            "Date déb.": "starts_on",
            "Date fin": "ends_on",
            "Tacite reconduction": "renewal",
            "Nb d'él.": "pupils",
        },
    )
    table.line(
        "C-2025-001",
        read(TILLEULS[1:].lower(), TILLEULS),
        "Ambrelec",
        read(int(site(1)), site(1)),
        "ambreval",
        "PFMP",
        read("sept 2025", "01/09/2025"),
        read("1 an", "31/08/2026"),
        read("oui", "tacite"),
        12,
    )
    table.line(
        "C-2025-002",
        read('"', TILLEULS),
        parts("Froid Servais (Mme Lise Orvan 01 99 00 22 33)", partner="Froid Servais"),
        read("?", told=False),
        "castelfume",
        "Jury",
        read("01/09/25", "01/09/2025"),
        read("2025-2026", "31/08/2026"),
        read("non", "aucune", told=False),
        read("24 él.", 24),
    )
    table.line(
        "C-2025-003",
        FORGES,
        several("Brumétal SAS / Auberge des Vernes", "Brumétal SAS", "Auberge des Vernes"),
        None,
        None,
        "Visites",
        read(45901, "01/09/2025"),
        date(2026, 8, 31),
        read("-", told=False),
        None,
    )
    table.aside("", "", "", "", "", "", "", "", "TOTAL", 36)
    return excel("SUIVI CONV DDFPT vf2.xlsx", page)


HABITS = (
    two_towns(),
    addresses_in_parts(),
    lycees_as_section_rows(),
    sheets_named_after_lycees(),
    siret_or_siren(),
    export_of_a_tool(),
    units_under_headings(),
    partnerships_with_crosses(),
    agreements_with_merged_partner(),
    english_words(),
    everything_dirty(),
)
