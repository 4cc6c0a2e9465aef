"""Lists of establishments as a rectorat holds them.

Written from the words of the issue alone, before netmap was tried on them.
"""

from datetime import date

from tests.workbooks.making import MERGED, Page, Workbook, lost, read, said, uai
from tests.workbooks.writing import excel, open_document, text, with_macros


def _spaced(code: str) -> str:
    return f"{code[:3]} {code[3:7]} {code[7]}"


def technical_headings() -> Workbook:
    """An export of an application: technical headings, codes for words."""
    page = Page("")
    table = page.table(
        "establishments",
        {
            "NUM_UAI": "uai",
            "SIGLE_UAI": "type",
            "LIB_ETAB": "name",
            "SECT": "status",
            "ADR_1": "address",
            "CD_POST": "postcode",
            "LIB_COM": "commune",
            "LIB_DEPT": "departement",
            "LIB_BASSIN": "bassin",
            "NUM_TEL": "phone",
            "ADR_MEL": "email",
            "EFF_TOT": "pupils",
            "DT_MAJ": None,
        },
    )
    for number, (kind, name, sector, street, post, town, dept, basin, phone, mail, pupils) in enumerate(
        [
            (
                "LP",
                "JULES VERNE",
                "PU",
                "12 RUE DU PORT",
                "59140",
                "DUNKERQUE",
                "NORD",
                "DUNKERQUE",
                "0328000001",
                "ce.verne@ac-essai.fr",
                412,
            ),
            (
                "LPO",
                "MARIE CURIE",
                "PU",
                "3 AVENUE DES ALLIES",
                "62000",
                "ARRAS",
                "PAS-DE-CALAIS",
                "ARRAS",
                "0321000002",
                "ce.curie@ac-essai.fr",
                1035,
            ),
            (
                "LP PR",
                "SAINTE ANNE",
                "PR",
                "8 PLACE DE L'EGLISE",
                "59000",
                "LILLE",
                "NORD",
                "LILLE",
                "0320000003",
                "contact@ste-anne.fr",
                388,
            ),
            (
                "EREA",
                "COLETTE MAGNY",
                "PU",
                "RUE DES TILLEULS",
                "62100",
                "CALAIS",
                "PAS-DE-CALAIS",
                "CALAIS",
                "0321000004",
                "ce.magny@ac-essai.fr",
                96,
            ),
            (
                "SEP",
                "LYC. ARAGO",
                "PU",
                "1 BD ARAGO",
                "59300",
                "VALENCIENNES",
                "NORD",
                "VALENCIENNOIS",
                "0327000005",
                "ce.arago@ac-essai.fr",
                240,
            ),
        ],
        301,
    ):
        status = read(sector, {"PU": "public", "PR": "prive"}[sector], told=False)
        table.line(uai(number), kind, name, status, street, post, town, dept, basin, phone, mail, pupils, "15/10/2024")
    return text("LISTE_ETAB_VOIE_PRO.csv", page, "cp1252")


def labels_by_basin() -> Workbook:
    """UAI in odd forms, groups over the headings, subtotals that count with words."""
    page = Page("LDM")
    page.put("Rectorat - DAFPIC")
    page.put("Établissements labellisés « Lycée des métiers » - situation au 1er septembre 2024")
    page.skip()
    page.put("Établissement", None, None, None, "Label", None, None, "Contact", at=1)
    page.merge(4, at=1)
    page.merge(3, at=5)
    table = page.table(
        "establishments",
        (
            ("RNE", "uai"),
            ("Dénomination", "name"),
            ("Ville", "commune"),
            ("Bassin d'éducation et de formation", "bassin"),
            ("Lycée des métiers", "label"),
            ("Date d'obtention", "label_since"),
            ("Échéance", None),
            ("Mél du secrétariat", "email"),
        ),
        at=1,
    )
    rows = [
        (_spaced(uai(311)), 311, "LP Louise-Michel", "Béthune", "Artois", "oui", date(2021, 6, 14), "2026", "sec.michel@ac-essai.fr"),
        (f"{uai(312)[:7]}-{uai(312)[7]}", 312, "LP Le Corbusier", "Lens", "Artois", "OUI", "juin 2022", "2027", "sec.corbu@ac-essai.fr"),
        (uai(313).lower(), 313, "Lycée Pasteur", "Hénin-Beaumont", "Artois", "en cours", None, None, "sec.pasteur@ac-essai.fr"),
        (uai(314)[1:], 314, "LPO Branly", "Boulogne-sur-Mer", "Côte d'Opale", "X", "03/07/2019", "2024", "sec.branly@ac-essai.fr"),
        (f" {uai(315)} ", 315, "LP Cassin", "Saint-Omer", "Côte d'Opale", "non", "-", "-", "sec.cassin@ac-essai.fr"),
    ]
    for written, number, name, town, basin, label, since, until, mail in rows:
        if name == "LPO Branly":
            table.aside("Sous-total Artois", "3 établissements")
        code = read(written, uai(number), told=written.strip() != uai(number))
        labelled = {"oui": True, "OUI": True, "X": True, "non": False}.get(label)
        says = read(label, *([] if labelled is None else [labelled]), told=labelled is None)
        day = {"juin 2022": read("juin 2022", "01/06/2022"), "-": read("-", told=False)}.get(str(since), since)
        table.line(code, name, town, basin, says, day, until, mail)
    table.aside("Sous-total Côte d'Opale", "2 établissements")
    table.aside("Total académie", "5 établissements")
    page.skip()
    page.put("* Source : DAFPIC, arrêtés du recteur. Document de travail, ne pas diffuser.")
    return excel("Lycees des metiers - academie.xlsx", page)


def one_sheet_a_departement() -> Workbook:
    """The same table on a sheet for each département, a summary, lists of choices."""
    headings: dict[str, str | None] = {
        "Code UAI": "uai",
        "Type étab.": "type",
        "Nom étab.": "name",
        "Public / Privé": "status",
        "Adresse": "address",
        "CP": "postcode",
        "Commune": "commune",
        "Effectif rentrée": "pupils",
        "UFA (O/N)": "apprenticeship",
    }
    pages: list[Page] = []
    number = 320
    for name, rows in {
        "59 - Nord": [
            ("LP", "Turgot", "Public", "2 rue de Lille", 59100, "Roubaix", 520, "O"),
            ("LPO", "Vauban", "Public", "Rue du Fort", 59640, "Dunkerque", 880, "N"),
            ("LP", "Saint-Luc", "Privé sous contrat", "14 rue Royale", 59400, "Cambrai", "n.c.", "O"),
        ],
        "62 - Pas-de-Calais": [
            ("LP", "Malraux", "Public", "Av. de la Mer", 62600, "Berck", 310, "N"),
            ("LP", "Savary", "Public", "1 rue des Arts", 62000, "Arras", 402, "O"),
        ],
        "02 - Aisne": [
            ("LP", "Condorcet", "Public", "8 rue Foch", "2100", "Saint-Quentin", 350, "O"),
            ("LPO", "Méchain", "Public", "3 rue Haute", "2000", "Laon", 764, "N"),
        ],
    }.items():
        page = Page(name)
        page.put(f"Lycées de la voie professionnelle - département {name}")
        table = page.table("establishments", headings, unjudged=("departement",))
        for kind, label, status, street, post, town, pupils, ufa in rows:
            number += 1
            code = read(post, f"0{post}") if len(str(post)) == 4 else post
            count = read(pupils, told=False) if pupils == "n.c." else pupils
            table.line(uai(number), kind, label, status, street, code, town, count, read(ufa, ufa == "O", told=False))
        table.aside(None, None, "TOTAL", None, None, None, None, sum(row[6] for row in rows if isinstance(row[6], int)))
        pages.append(page)
    recap = Page("Récap")
    counts = recap.table("", {"Département": None, "Nb lycées": None, "Effectif": None})
    counts.line("Nord", 3, 1400)
    counts.line("Pas-de-Calais", 2, 712)
    counts.line("Aisne", 2, 1114)
    listes = Page("listes", hidden=True)
    listes.put("Type")
    for kind in ("LP", "LPO", "EREA"):
        listes.put(kind)
    return excel("lycees_par_departement.xlsx", *pages, recap, listes)


def candidates_to_the_label() -> Workbook:
    """Yes and no in every way, a hidden row, macros."""
    page = Page("Candidatures 2025")
    page.put("CAMPAGNE DE LABELLISATION 2025")
    page.skip(2)
    table = page.table(
        "establishments",
        {
            "UAI étab.": "uai",
            "Lycée": "name",
            "Commune": "commune",
            "Labellisé LDM ?": "label",
            "Labellisé depuis": "label_since",
            "Candidat 2025": "candidate",
            "BDE": "bureau",
            "GRETA": "greta",
            "Nb élèves voie pro": "pupils",
            "Avis corps d'inspection": None,
        },
    )
    yes, no = lambda w: read(w, True, told=False), lambda w: read(w, False, told=False)
    table.line(uai(391), "LP Baudelaire", "Fourmies", yes("Oui"), lost("2015"), yes("Oui"), yes("x"), no("non"), 288, "favorable")
    table.line(uai(392), "LP Le Hainaut", "Valenciennes", no("Non"), None, yes("OUI"), yes("x"), yes("oui"), 614, "réservé")
    table.line(uai(393), "LP masqué", "Douai", no("Non"), None, no("Non"), None, None, 0, None, hidden=True)
    table.line(uai(394), "LPO Kastler", "Denain", yes("O"), "12/05/2020", no("N"), yes("1"), yes("1"), 702, None)
    table.aside("Total", None, None, 2)
    return with_macros(excel("candidatures_label_2025.xlsm", page))


def headings_cut_in_two() -> Workbook:
    """Headings cut over two lines, without a merged cell."""
    page = Page("Étab")
    page.put("Liste des établissements de la région (données au 01/10)", at=2)
    page.skip()
    page.put("Code", "Nom de", None, "Code", None, "Nombre", "Apprentis", "Coordonnées", None, at=2)
    table = page.table(
        "establishments",
        (
            ("UAI", "uai"),
            ("l'établissement", "name"),
            ("Type", "type"),
            ("postal", "postcode"),
            ("Commune", "commune"),
            ("d'élèves", "pupils"),
            ("(oui/non)", "apprenticeship"),
            ("Latitude", "latitude"),
            ("Longitude", "longitude"),
        ),
        at=2,
    )
    table.line(uai(521), "LP Racine", "LP", read("2300", "02300"), "Chauny", 340, said("oui", True), 49.6167, 3.2181)
    table.line(uai(522), "LPO Langevin", "LPO", "60000", "Beauvais", 1210, said("non", False), "49,4295", "2,0807")
    table.line(
        read(f"UAI {uai(523)}", uai(523)),
        "EREA Bruay",
        "EREA",
        "62700",
        "Bruay-la-Buissière",
        read("env. 90", 90),
        said("non", False),
        50.4833,
        2.55,
    )
    page.put("Source : base académique des établissements", at=2)
    return excel("etablissements region.xlsx", page)


def basins_on_their_own_rows() -> Workbook:
    """Basins on rows of their own, telephones that lost their zero, faxes beside."""
    page = Page("Liste")
    page.put("Lycées professionnels et polyvalents par bassin")
    table = page.table(
        "establishments",
        {"UAI": "uai", "Établissement": "name", "Ville": "commune", "Secteur": "status", "Tél": "phone", "Fax": None, "Site web": "web"},
        unjudged=("bassin",),
    )
    number = 530
    for basin, rows in {
        "BASSIN DE DOUAI": [
            ("LP Labbé", "Douai", "Public"),
            ("LP Rabelais", "Douai", "Public"),
            ("LP La Salle", "Douai", "Privé sous contrat"),
        ],
        "BASSIN DE LILLE EST": [("LP Savary", "Wattrelos", "Public"), ("LP Le Corbusier", "Tourcoing", "Public")],
    }.items():
        table.aside(basin)
        page.merge(7)
        for name, town, sector in rows:
            number += 1
            phone = read(f"3274400{number}"[:9], "0" + f"3274400{number}"[:9])
            table.line(
                uai(number),
                name,
                town,
                said(sector, "public" if sector == "Public" else "prive_contrat"),
                phone,
                "03 27 99 99 99",
                f"https://lp{number}.fr",
            )
        table.aside(None, f"{len(rows)} établissements")
    return excel("liste par bassin.xlsx", page)


def offices_by_basin() -> Workbook:
    """Merged basins, repeated headings, persons that are not taken."""
    page = Page("BDE")
    page.put("Bureaux des entreprises - annuaire par bassin")
    table = page.table(
        "establishments",
        {
            "Bassin": "bassin",
            "UAI": "uai",
            "Établissement": "name",
            "Commune": "commune",
            "BDE installé": "bureau",
            "Responsable du bureau": None,
            "Courriel BDE": "email",
            "Ligne directe": "phone",
        },
    )
    table.line(
        "Lens - Hénin",
        uai(421),
        "LP Pasteur",
        "Hénin-Beaumont",
        said("oui", True),
        "Mme Lefèvre",
        "bde.pasteur@ac-essai.fr",
        "03 21 77 00 01",
    )
    table.line(
        MERGED, read(uai(422)[1:], uai(422)), "LP Picasso", "Avion", said("Oui", True), "M. Caron", "bde.picasso@ac-essai.fr", "0321770002"
    )
    table.aside("Total Lens - Hénin : 2 BDE")
    table.head()
    table.line(
        "Sambre",
        uai(423),
        "LP Pierre-Forest",
        "Maubeuge",
        said("oui", True),
        "M. Roger",
        "bde.forest@ac-essai.fr",
        read("3 27 53 00 03", "03 27 53 00 03", told=True),
    )
    table.line(MERGED, uai(424), "LP Placide-Courtoy", "Hautmont", said("non", False), None, None, None)
    table.aside("Total Sambre : 1 BDE")
    return open_document("bureaux des entreprises.ods", page)


LISTS_OF_ACADEMIES: tuple[Workbook, ...] = (
    technical_headings(),
    labels_by_basin(),
    one_sheet_a_departement(),
    candidates_to_the_label(),
    headings_cut_in_two(),
    basins_on_their_own_rows(),
    offices_by_basin(),
)
