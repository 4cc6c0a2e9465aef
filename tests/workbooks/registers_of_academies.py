"""Registers and follow-up of conventions as a rectorat holds them.

Written from the words of the issue alone, before netmap was tried on them.
"""

from datetime import date

from tests.workbooks.making import MERGED, Page, Workbook, lost, read, site, uai
from tests.workbooks.writing import excel, old_excel, text


def register_by_year() -> Workbook:
    """A register with a sheet a year, in old Excel."""
    pages: list[Page] = []
    for year, rows in {
        "2023": [
            (
                "2023-001",
                331,
                "LP Jean-Zay",
                "Bâtir Ensemble SAS",
                "Accueil d'élèves en PFMP",
                date(2023, 4, 3),
                date(2023, 9, 1),
                date(2026, 8, 31),
                1500,
            ),
            (
                "2023-002",
                332,
                "Lycée Ampère",
                "Mission locale du Ternois",
                "Lutte contre le décrochage",
                date(2023, 4, 11),
                date(2023, 9, 1),
                date(2024, 8, 31),
                None,
            ),
            (
                "2023-003",
                331,
                "LP Jean-Zay",
                "Menuiserie Delobel",
                "Prêt de machines",
                date(2023, 6, 26),
                date(2023, 10, 1),
                date(2025, 9, 30),
                "2 300,50 €",
            ),
        ],
        "2024": [
            (
                "2024-001",
                333,
                "LPO Guynemer",
                "Groupe Lhermitte Transports",
                "Visites d'entreprise",
                date(2024, 2, 5),
                date(2024, 3, 1),
                date(2027, 2, 28),
                "néant",
            ),
            (
                "2024-002",
                332,
                "Lycée Ampère",
                "CFA du Littoral",
                "Mixité des publics",
                date(2024, 5, 27),
                date(2024, 9, 1),
                date(2025, 8, 31),
                800,
            ),
        ],
    }.items():
        page = Page(f"Année {year}")
        page.put(f"REGISTRE DES CONVENTIONS DE PARTENARIAT - ANNÉE {year}")
        page.merge(9)
        page.skip()
        table = page.table(
            "conventions",
            {
                "N° d'ordre": "reference",
                "UAI": "uai",
                "Établissement signataire": "establishment",
                "Cocontractant": "partner",
                "Objet de la convention": "object",
                "Date du CA": "voted_on",
                "Date d'effet": "starts_on",
                "Date d'expiration": "ends_on",
                "Montant TTC": "amount",
            },
        )
        for ref, number, school, partner, thing, vote, start, end, amount in rows:
            money = {"2 300,50 €": read("2 300,50 €", 2300.5, told=False), "néant": read("néant", told=False)}.get(str(amount), amount)
            table.line(ref, uai(number), school, partner, thing, vote, start, end, money)
        table.aside(None, None, None, f"Nombre de conventions {year} : {len(rows)}")
        pages.append(page)
    return old_excel("registre_conventions_rectorat.xls", *pages)


def conventions_not_signed_yet() -> Workbook:
    """Conventions on their way: states, votes, dates to come."""
    page = Page("Suivi")
    page.put("Suivi des conventions en cours d'élaboration", None, None, None, "màj le 12/11/2024")
    page.skip()
    table = page.table(
        "conventions",
        {
            "Réf. dossier": "reference",
            "Lycée (UAI)": "uai",
            "Entreprise / organisme": "partner",
            "SIRET": "partner_siret",
            "Intitulé": "object",
            "État d'avancement": "status",
            "Passage en CA": "voted_on",
            "Votes (P/C/A)": None,
            "Transmis aux autorités le": "transmitted_on",
            "Signature": "signed_on",
            "Prise d'effet": "starts_on",
            "Durée": "duration_months",
            "Remarques": "comment",
        },
    )
    table.line(
        "DAF-24-017",
        uai(341),
        "Chaudronnerie Vasseur",
        site(41),
        "Plateau technique partagé",
        "Signée",
        "17/06/2024",
        "18/0/2",
        "20/06/2024",
        "05/07/2024",
        "01/09/2024",
        read("3 ans", 36),
        "RAS",
        ends_on="31/08/2027",
    )
    table.line(
        "DAF-24-018",
        uai(342),
        "Boulangeries Carpentier",
        read(site(42)[1:], site(42)),
        "Périodes en entreprise",
        read("signature en cours", "projet", told=False),
        None,
        None,
        None,
        read("à venir", told=True),
        None,
        read("1 an", 12),
        None,
    )
    table.line(
        "DAF-24-019",
        uai(343),
        "Clinique du Parc",
        read(f"{site(43)[:3]} {site(43)[3:6]} {site(43)[6:9]} {site(43)[9:]}", site(43), told=False),
        "Bac pro ASSP",
        read("votée CA", "votee", told=False),
        "24.06.2024",
        "20/1/0",
        "28-06-2024",
        None,
        None,
        read("24 mois", 24),
        "relancer la DRH",
    )
    table.line(
        "DAF-24-020",
        uai(341),
        "Garage Lemaire et fils",
        lost("8,09994E+13"),
        "Prêt de véhicules",
        read("en cours de rédaction", "projet", told=False),
        read("?"),
        None,
        None,
        None,
        "01/01/2025",
        None,
        None,
    )
    table.line(
        "DAF-24-021",
        uai(344),
        "Ville de Marquette",
        None,
        "Chantier école",
        read("Dénoncée", "denoncee", told=False),
        "05/02/2024",
        "unanimité",
        "12/02/2024",
        "20/02/2024",
        "01/03/2024",
        read("2 ans", 24),
        "fin anticipée",
        ends_on="28/02/2026",
    )
    page.skip()
    page.put("Légende : P = pour, C = contre, A = abstention")
    return excel("tableau de suivi conventions DAFPIC.xlsx", page, empty_rows=300)


def export_of_conventions() -> Workbook:
    """An export of an application: days written at a stretch, an end that never comes."""
    page = Page("")
    table = page.table(
        "conventions",
        {
            "ID_CONV": "reference",
            "CD_UAI": "uai",
            "LIB_ETAB": "establishment",
            "RAISON_SOC": "partner",
            "NUM_SIRET": "partner_siret",
            "CP_ENT": "partner_postcode",
            "VILLE_ENT": "partner_commune",
            "LIB_OBJET": "object",
            "LIB_ETAT": "status",
            "DT_DEB": "starts_on",
            "DT_FIN": "ends_on",
            "DT_SIGN": "signed_on",
            "MT_CONV": "amount",
            "NB_ELEVES": "pupils",
            "TOP_RECOND": None,
            "USR_MAJ": None,
        },
    )
    table.line(
        "CV0000101",
        uai(351),
        "LP G. EIFFEL",
        "SA FONDERIES DU NORD",
        site(51),
        "59220",
        "DENAIN",
        "ACCUEIL PFMP",
        read("SIGNEE", "signee", told=False),
        read("20240901", "01/09/2024", told=False),
        read("20270831", "31/08/2027", told=False),
        read("20240612", "12/06/2024", told=False),
        read("1500,00", 1500, told=False),
        24,
        None,
        "jdupont",
    )
    table.line(
        "CV0000102",
        uai(352),
        "LPO V. HUGO",
        "SARL PLOMBERIE MARTEL",
        site(52),
        "62800",
        "LIEVIN",
        "TAXE D'APPRENTISSAGE",
        read("PROJET", "projet", told=False),
        read("20250101", "01/01/2025", told=False),
        read("20251231", "31/12/2025", told=False),
        None,
        read("0,00", 0, told=False),
        0,
        None,
        "jdupont",
    )
    table.line(
        "CV0000103",
        uai(351),
        "LP G. EIFFEL",
        "ASSOC. ENSEMBLE&CO",
        site(53),
        "59000",
        "LILLE",
        "MENTORAT",
        read("TERMINEE", "terminee", told=False),
        read("20210901", "01/09/2021", told=False),
        read("20240831", "31/08/2024", told=False),
        read("20210715", "15/07/2021", told=False),
        None,
        12,
        None,
        "mleroy",
    )
    table.line(
        "CV0000104",
        uai(353),
        "LP L. BLUM",
        "HOTEL DE LA PLAGE",
        site(54),
        "62520",
        "LE TOUQUET",
        "STAGES HOTELLERIE",
        read("SIGNEE", "signee", told=False),
        read("20240301", "01/03/2024", told=False),
        read("99991231", told=True),
        read("20240221", "21/02/2024", told=False),
        read("12000,50", 12000.5, told=False),
        60,
        None,
        "mleroy",
    )
    return text("EXPORT_CONV_20241105.csv", page, "cp1252", end="\n")


def votes_of_boards() -> Workbook:
    """A convention on several lines, ditto marks."""
    page = Page("CA")
    page.put("Conventions présentées aux conseils d'administration (plusieurs signataires : une ligne par partenaire)")
    table = page.table(
        "conventions",
        {
            "N° convention": "reference",
            "Code étab": "uai",
            "Libellé": "object",
            "Partenaires": "partner",
            "Ville": "partner_commune",
            "Délibération du CA": "voted_on",
            "Du": "starts_on",
            "Au": "ends_on",
        },
    )
    table.line(
        "CONV-2024-A1",
        uai(381),
        "Campus connecté de la filière bois",
        "Scierie Morel",
        "Avesnes",
        date(2024, 3, 14),
        date(2024, 9, 1),
        date(2027, 8, 31),
    )
    table.line(MERGED, MERGED, MERGED, "Charpentes Dufour", "Maubeuge", MERGED, MERGED, MERGED)
    table.line(MERGED, MERGED, MERGED, "ONF d'essai", "Lille", MERGED, MERGED, MERGED)
    table.line(
        "CONV-2024-A2", uai(382), "Forum des métiers", "Rotary d'essai", "Douai", date(2024, 3, 14), date(2024, 10, 1), date(2025, 9, 30)
    )
    table.line(
        "CONV-2024-A3",
        uai(382),
        "Jury de certification",
        "Maison de l'artisanat",
        read("idem", "Douai"),
        read('"', date(2024, 3, 14)),
        read("//", date(2024, 10, 1)),
        read("//", date(2025, 9, 30)),
    )
    return excel("conventions votees CA.xlsx", page)


REGISTERS_OF_ACADEMIES: tuple[Workbook, ...] = (
    register_by_year(),
    conventions_not_signed_yet(),
    export_of_conventions(),
    votes_of_boards(),
)
