"""Workbooks of other houses: each lycée, delegation, campus and bureau des entreprises keeps its lists in its own way."""

from datetime import date

from tests.workbooks.making import Formula, Line, Page, Table, Workbook, aside, firm, parts, read, site, uai
from tests.workbooks.writing import excel, open_document, text

TILLEULS, FORGES, PONTBRUME, ORLAN = uai(12), uai(27), uai(31), uai(44)


def periods_in_one_column() -> Workbook:
    """A column « Période de validité » where the others have a begin and an end."""
    page = Page("Partenariats")
    table = page.table(
        "conventions",
        {
            "N° dossier": "reference",
            "RNE": "uai",
            "Cocontractant": "partner",
            "Intitulé": "object",
            "Période": None,
            "Date signature": "signed_on",
        },
    )
    table.line(
        "DOS-2024-07",
        TILLEULS,
        "Brumétal SAS",
        "Accueil en PFMP",
        parts("du 01/09/2024 au 31/08/2027", starts_on="01/09/2024", ends_on="31/08/2027"),
        "28/08/2024",
    )
    table.line(
        "DOS-2024-08",
        TILLEULS,
        "Ambrelec",
        "Plateau technique",
        parts("2024-2027", starts_on="01/09/2024", ends_on="31/08/2027"),
        "12/09/2024",
    )
    table.line(
        "DOS-2025-01",
        TILLEULS,
        "Maison Noël",
        "Chef-d’œuvre",
        parts("2025-2026", starts_on="01/09/2025", ends_on="31/08/2026"),
        None,
    )
    table.line(
        "DOS-2025-02",
        TILLEULS,
        "Scierie du Val",
        "Visites",
        parts("01/01/2025 - 31/12/2025", starts_on="01/01/2025", ends_on="31/12/2025"),
        read("5/1/25", "05/01/2025"),
    )
    table.line(
        "DOS-2025-03",
        TILLEULS,
        "Garage du Gué",
        "Mécanique",
        parts("de sept. 2025 à juin 2026", starts_on="01/09/2025", ends_on="30/06/2026"),
        None,
    )
    return excel("suivi_partenariats.xlsx", page)


def validity_and_renewal() -> Workbook:
    """The duration says the renewal too; the period is called « Validité »."""
    page = Page("Conv")
    table = page.table(
        "conventions",
        {
            "Réf": "reference",
            "Code RNE": "uai",
            "Entreprise": "partner",
            "Date d’effet": "starts_on",
            "Durée": None,
        },
        unjudged=("renewal_months",),
    )
    table.line(
        "BDE/2025/014",
        FORGES,
        "Brumétal SAS",
        "01/09/2025",
        parts("1 an renouvelable par tacite reconduction", duration_months=12, ends_on="31/08/2026", renewal="tacite"),
    )
    table.line("BDE/2025/015", FORGES, "Auberge des Vernes", "01/10/2025", parts("3 ans", duration_months=36, ends_on="30/09/2028"))
    table.line(
        "BDE/2025/016",
        FORGES,
        "Traiteur Solane",
        "15/09/2025",
        parts("3 ans, tacite reconduction", duration_months=36, ends_on="14/09/2028", renewal="tacite"),
    )
    table.line("BDE/2025/017", FORGES, "Garage du Gué", None, parts("un an", duration_months=12))
    table.line(
        "BDE/2025/018",
        FORGES,
        "Froid Servais",
        "01/09/2025",
        parts("2 ans non renouvelable", duration_months=24, ends_on="31/08/2027", renewal="aucune"),
    )
    return excel("bde durees.xlsx", page)


def lycees_by_name() -> Workbook:
    """Lycées named without UAI; another sheet of the book is the list of the lycées."""
    lycees = Page("Établissements")
    known = lycees.table("establishments", {"UAI": "uai", "Nom": "name", "Commune": "commune"})
    known.line(TILLEULS, "LP des Tilleuls", "Ambreval")
    known.line(FORGES, "LP des Forges", "Pontbrume")
    known.line(PONTBRUME, "Lycée Jean Moulin", "Pontbrume")
    known.line(ORLAN, "Lycée Jean Moulin", "Saint-Orlan")
    page = Page("Conventions")
    table = page.table(
        "conventions",
        {"Lycée": "establishment", "Entreprise partenaire": "partner", "Objet": "object", "Début": "starts_on", "Fin": "ends_on"},
        unjudged=("establishment",),
    )
    table.line("Lycée professionnel des Tilleuls", "Ambrelec", "PFMP", "01/09/2025", "31/08/2026", uai=TILLEULS)
    table.line("LP les Forges, Pontbrume", "Brumétal SAS", "PFMP", "01/09/2025", "31/08/2026", uai=FORGES)
    table.line("Lycée Jean Moulin, Saint-Orlan", "Granit d’Orlan", "Jury", "01/09/2025", "31/08/2026", uai=ORLAN)
    table.line("Lycée Jean Moulin (Pontbrume)", "Maison Noël", "Jury", "01/09/2025", "31/08/2026", uai=PONTBRUME)
    return excel("academie.xlsx", lycees, page)


def upside_down_order() -> Workbook:
    """Everything in capitals, partner last, codes in the middle, American habits of a software."""
    page = Page("EXPORT")
    table = page.table(
        "conventions",
        {
            "DT_SIGNATURE": "signed_on",
            "DT_DEBUT": "starts_on",
            "DT_FIN": "ends_on",
            "LIB_OBJET": "object",
            "COD_UAI": "uai",
            "NUM_SIRET": "partner_siret",
            "LIB_PARTENAIRE": "partner",
            "LIB_VILLE": "partner_commune",
            "NUM_CONV": "reference",
        },
    )
    table.line(
        "2025-06-12 00:00:00", "2025-09-01 00:00:00", "2028-08-31 00:00:00", "PFMP", TILLEULS, site(1), "AMBRELEC", "AMBREVAL", "CNV000123"
    )
    table.line(
        "2025-06-13 00:00:00",
        "2025-09-01 00:00:00",
        "2026-08-31 00:00:00",
        "JURY",
        FORGES,
        site(2),
        "FROID SERVAIS",
        "CASTELFUME",
        "CNV000124",
    )
    table.line(
        None, "2025-10-01 00:00:00", None, "VISITE", FORGES, read(site(3)[1:], site(3)), "TOITURES MERANCE", "VILLEBRUME", "CNV000125"
    )
    return text("EXPORT_CONV_20251112.CSV", page, "latin-1", ",")


def dgesco_like_survey() -> Workbook:
    """An answer to a survey: long questions as headings, a row of instructions under them, an example row."""
    page = Page("Réponses")
    page.put("Enquête « Partenariats école-entreprise » – merci de compléter une ligne par convention")
    page.merge(7)
    page.skip()
    table = page.table(
        "conventions",
        {
            "UAI de votre établissement": "uai",
            "Nom de l’établissement": "establishment",
            "Quel est le partenaire de la convention ?": "partner",
            "SIRET du partenaire (14 chiffres)": "partner_siret",
            "Objet de la convention": "object",
            "Date de signature (jj/mm/aaaa)": "signed_on",
            "Nombre d’élèves concernés": "pupils",
        },
    )
    table.line(TILLEULS, "LP des Tilleuls", "Ambrelec", site(1), "Stages et visites", date(2024, 10, 3), 24)
    table.line(FORGES, "LP des Forges", "Brumétal SAS", site(4), "Prêt de machines", date(2025, 1, 20), read("une douzaine", 12))
    table.line(PONTBRUME, "Lycée de Pontbrume", "Mairie de Pontbrume", read("ne sait pas"), "Forum des métiers", date(2025, 3, 4), 120)
    return excel("Enquête partenariats 2025 (réponses).xlsx", page)


def cmq_partners() -> Workbook:
    """The members of a campus as its director keeps them: colleges in one column."""
    page = Page("Membres du CMQ")
    page.put("Campus des métiers et des qualifications Bois et Habitat durable")
    page.put("Membres au 1er septembre 2026")
    page.skip()
    table = page.table(
        "campus_members",
        {"Campus": "name", "UAI": "uai", "Structure": "partner", "Ville": "partner_commune", "Type": "partner_category", "Rôle": "role"},
        unjudged=("role", "partner_category"),
    )
    table.line("CMQ Bois et Habitat durable", TILLEULS, None, None, None, "Établissement support")
    table.line("CMQ Bois et Habitat durable", FORGES, None, None, None, "Membre")
    table.line("CMQ Bois et Habitat durable", None, "Scierie du Val", "Valcourt", "Entreprise", "Membre")
    table.line("CMQ Bois et Habitat durable", None, "CMA de l’Orlange", "Castelfume", "Chambre de métiers", "Membre")
    return excel("CMQ membres.xlsx", page)


def two_tables_side_by_side() -> Workbook:
    """Companies at the left, associations at the right, each with its headings."""
    page = Page("Partenaires")
    page.put("ENTREPRISES", "", "", "", "ASSOCIATIONS")
    left = page.table("organisations", {"Nom de l’entreprise": "name", "Ville": "commune", "SIRET": "siret"}, head=False)
    right = page.table("organisations", {"Nom de l’association": "name", "Ville": "commune"}, at=4, head=False)
    page.put("Nom de l’entreprise", "Ville", "SIRET", "", "Nom de l’association", "Ville")
    rows = (
        (("Ambrelec", "Ambreval", site(1)), ("Le Tremplin", "Pontbrume")),
        (("Froid Servais", "Castelfume", site(2)), ("Les Petits Débrouillards de l’Orlange", "Valcourt")),
        (("Toitures Mérance", "Villebrume", site(3)), None),
    )
    for ours, theirs in rows:
        left.line(*ours)
        if theirs:
            page.row -= 1
            right.line(*theirs)
    return excel("partenaires 2 colonnes.xlsx", page)


def secretary_typing() -> Workbook:
    """A secretary's register: numbers with signs, one lycée over the whole column, dates in letters, « oui » everywhere."""
    page = Page("REGISTRE")
    page.put(f"Registre des conventions – {PONTBRUME} – Lycée de Pontbrume")
    page.skip()
    table = page.table(
        "conventions",
        {
            "N° d’ordre": "reference",
            "Partie signataire": "partner",
            "Nature de l’acte": None,
            "Objet de l’acte": "object",
            "Acte signé le": "signed_on",
            "Vote CA du": "voted_on",
            "Transmis au contrôle de légalité le": "transmitted_on",
            "Montant TTC": "amount",
        },
        unjudged=("themes", "partner_category"),
    )
    table.line(
        "2025-CA-001",
        "Brumétal SAS",
        "Convention",
        "Accueil d’élèves en PFMP",
        read("le 12 mai 2025", "12/05/2025"),
        "06/05/2025",
        "14/05/2025",
        read("néant", told=False),
        uai=PONTBRUME,
        establishment="Lycée de Pontbrume",
    )
    table.line(
        "2025-CA-002",
        "Commune de Pontbrume",
        "Convention",
        "Prêt du gymnase",
        read("3 juin 2025", "03/06/2025"),
        "06/05/2025",
        "05/06/2025",
        "1 500 €",
        uai=PONTBRUME,
        establishment="Lycée de Pontbrume",
    )
    table.line(
        "2025-CA-003",
        "Ambrelec",
        "Avenant",
        "Don de matériel",
        read("1er juillet 2025", "01/07/2025"),
        "30/06/2025",
        None,
        read("2.450,00 €", 2450),
        uai=PONTBRUME,
        establishment="Lycée de Pontbrume",
    )
    return open_document("registre.ods", page)


def taxe_collectors() -> Workbook:
    """The taxe d’apprentissage: companies with amounts by year, no convention. Sums at the foot."""
    page = Page("TA 2025")
    page.put("SOLDE TA – versements reçus")
    page.skip()
    table = page.table(
        "organisations",
        {"Raison sociale": "name", "Siren": "siren", "C.P.": "postcode", "Commune": "commune", "Versé 2024": None, "Versé 2025": None},
    )
    table.line("AMBRELEC", firm(1), read(1210, "01210"), "AMBREVAL", 1200, 1350.5)
    table.line("FROID SERVAIS", read(int(firm(2)), firm(2)), "99320", "CASTELFUME", 800, None)
    table.line("SCIERIE DU VAL", firm(25), "99530", "VALCOURT", None, 450)
    table.aside("TOTAL", "", "", "", Formula("=SUM(E4:E6)", 2000), Formula("=SUM(F4:F6)", 1800.5))
    return excel("TA.xlsx", page)


def bilingual_europe() -> Workbook:
    """Partners abroad: an ERASMUS list with countries, foreign postcodes and letters."""
    page = Page("Partenaires européens")
    table = page.table(
        "organisations",
        {
            "Nom de l’organisme d’accueil": "name",
            "Pays": "country",
            "Ville": "commune",
            "Code postal": "postcode",
            "Adresse mail": "email",
            "Partenaire depuis": None,
        },
        unjudged=("foreign",),
    )
    table.line("Büro Müller GmbH", "Allemagne", "Köln", aside("D-50667"), "info@mueller.example", 2019)
    table.line("Ristorante Da Łucja", "Italie", "Forlì", "47121", "da.lucja@forli.example", 2021)
    table.line("Škoda servis", "République tchèque", "Plzeň", aside("301 00 CZ"), None, 2022)
    return excel("Erasmus+ partenaires.xlsx", page)


def notes_and_colours() -> Workbook:
    """A DDFPT's own workbook: three sheets, one empty, one a planning of weeks (no table of ours), one the list."""
    plan = Page("Planning PFMP")
    plan.put("Classe", "S36", "S37", "S38", "S39", "S40")
    plan.put("2 MEI", "", "X", "X", "X", "")
    plan.put("1 MEI", "X", "X", "", "", "X")
    plan.put("T MEI", "", "", "X", "X", "X")
    plan.tables.append(_planned(plan))
    page = Page("Tuteurs et entreprises")
    table = page.table(
        "organisations",
        {
            "ENTREPRISE": "name",
            "ADRESSE": "address",
            "CODE POSTAL": "postcode",
            "VILLE": "commune",
            "TÉLÉPHONE": "phone",
            "NOM DU TUTEUR": None,
            "PRÉNOM DU TUTEUR": None,
        },
    )
    table.line("Ambrelec", "ZI Nord", "99210", "Ambreval", "0199001234", "SERVIN", "Paul")
    table.line("Froid Servais", "2, rue du Port", "99320", "Castelfume", "01 99 00 22 33", "ORVAN", "Lise")
    table.line(
        "Meca-Précision",
        "BP 12",
        read("99 450", "99450", told=False),
        "Orlange-la-Forge",
        read("+33 1 99 00 44 55", "01 99 00 44 55", told=False),
        None,
        None,
    )
    return excel("DDFPT 2026.xlsx", plan, Page("Feuil2"), page)


def _planned(page: Page) -> Table:
    table = Table(page, "", tuple((h, None) for h in ("Classe", "S36", "S37", "S38", "S39", "S40")), 0, ())
    table.lines = [Line(row, {}, (), "rejected") for row in (2, 3, 4)]
    return table


OTHERS = (
    periods_in_one_column(),
    validity_and_renewal(),
    lycees_by_name(),
    upside_down_order(),
    dgesco_like_survey(),
    cmq_partners(),
    two_tables_side_by_side(),
    secretary_typing(),
    taxe_collectors(),
    bilingual_europe(),
    notes_and_colours(),
)
