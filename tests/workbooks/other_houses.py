"""Workbooks of other houses: each lycée, delegation, campus and bureau des entreprises keeps its lists in its own way."""

from datetime import date

from tests.workbooks.making import MERGED, Formula, Line, Page, Table, Workbook, aside, firm, lost, parts, read, several, site, uai
from tests.workbooks.writing import excel, open_document, text, zipped

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
    table.line(FORGES, "LP des Forges", "Brumétal SAS", site(4), "Prêt de machines", date(2025, 1, 20), aside("une douzaine"))
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
    first.line(TILLEULS, "Ambrelec", "Ambreval", lost("2019"))
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
    three_partners_by_sentence(),
    network_of_bde(),
    framework_list(),
    actions_of_the_year(),
    archive_of_bassins(),
    merged_lycees_and_totals(),
)
