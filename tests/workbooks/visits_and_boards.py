"""Visits, boards and votes of other offices, agreements and ties: written after the first workbooks were understood."""

from datetime import date

from tests.workbooks.making import MERGED, Formula, Page, read, site, uai
from tests.workbooks.writing import excel, open_document, text


def _trips() -> Page:
    page = Page("Visites")
    page.put("LP Les Canuts - calendrier des visites et interventions")
    page.skip()
    table = page.table(
        "actions",
        {
            "Jour": "on",
            "Entreprise": "partner",
            "Nature de la visite": "title",
            "Effectif élèves": "headcount",
            "Accompagnateurs": None,
            "Transport": None,
            "Réalisée (O/N)": None,
            "Remarque(s)": "comment",
        },
        unjudged=("uai", "state", "theme", "domain"),
    )
    table.line("06/11/2025", "Plastic Omnium", "Visite ligne de production", 24, "2 profs", "car", "O", None, establishment="LP Les Canuts")
    table.line(
        "20/11/2025",
        "Boiron",
        "Découverte métiers logistique",
        18,
        "Mme Faure",
        "métro",
        "O",
        "accueil excellent",
        establishment="LP Les Canuts",
    )
    table.line("11/12/2025", "SNCF", "Intervention en classe", 30, None, None, "N", "décalé ?", establishment="LP Les Canuts")
    return page


def _agreements_file() -> Page:
    page = Page("")
    table = page.table(
        "conventions",
        {
            "numero": "reference",
            "rne_etablissement": "uai",
            "nom_etablissement": "establishment",
            "nom_partenaire": "partner",
            "siret_partenaire": "partner_siret",
            "ville_partenaire": "partner_commune",
            "type_partenaire": "partner_category",
            "intitule": "object",
            "date_debut": "starts_on",
            "date_fin": "ends_on",
            "reconduction_tacite": "renewal",
            "date_signature": "signed_on",
            "statut": "status",
        },
    )
    table.line(
        "2025-00041",
        uai(401),
        "LP Camille Claudel",
        "Arkema",
        site(1),
        "Pierre-Bénite",
        read("entreprise", "entreprise", told=False),
        "Stages et visites",
        "2025-09-01",
        "2028-08-31",
        read("oui", "tacite", told=False),
        "2025-06-30",
        read("signée", "signee", told=False),
    )
    table.line(
        "2025-00042",
        uai(401),
        "LP Camille Claudel",
        "Mission locale Sud",
        "",
        "Givors",
        read("mission locale", "mission_locale", told=False),
        "Prévention du décrochage",
        "2025-09-01",
        "2026-08-31",
        read("non", "aucune", told=False),
        "",
        read("projet", "projet", told=False),
    )
    table.line(
        "2025-00043",
        uai(402),
        "Lycée Édouard Branly",
        "CPME 69",
        site(3),
        "Lyon",
        read("branche", "branche", told=False),
        "Mentorat",
        "2025-10-15",
        "",
        read("non", "aucune", told=False),
        "2025-10-14",
        read("signée", "signee", told=False),
    )
    return page


def _board() -> list[Page]:
    page = Page("Tableau de bord")
    page.put("Tableau de bord du bureau des entreprises", None, None, "Lycée", "LP Gabriel Fauré")
    page.put("Nb partenaires", 42)
    page.put("Nb conventions", 3)
    page.skip(2)
    table = page.table(
        "conventions",
        {
            "Partenaire": "partner",
            "Type d'engagement": "themes",
            "Signature convention": "signed_on",
            "Échéance": "ends_on",
            "Alerte": None,
            "À suivre par": "contact",
        },
        unjudged=("uai", "object", "starts_on"),
    )
    table.line(
        "Decathlon",
        read("Stages", "pfmp", told=False),
        date(2024, 10, 1),
        date(2026, 9, 30),
        Formula('=IF(D7<TODAY(),"ÉCHUE","OK")', "OK"),
        "Resp. BDE",
        establishment="LP Gabriel Fauré",
    )
    table.line(
        "EDF Hydro",
        read("Visites", "visite", told=False),
        date(2023, 3, 1),
        date(2026, 2, 28),
        Formula('=IF(D8<TODAY(),"ÉCHUE","OK")', "OK"),
        "DDFPT",
        establishment="LP Gabriel Fauré",
    )
    table.line(
        "CAF Drôme",
        read("Interventions", "intervention", told=False),
        date(2025, 1, 6),
        None,
        Formula('=IF(D9<TODAY(),"ÉCHUE","OK")', ""),
        "CPE",
        establishment="LP Gabriel Fauré",
    )
    return [page]


def _minutes() -> Page:
    page = Page("Séances CA")
    page.put("Conventions soumises au conseil d'administration – lycée Vaucanson")
    page.skip()
    table = page.table(
        "conventions",
        {
            "Séance du CA": "voted_on",
            "N° de l'acte": "reference",
            "Partenaire": "partner",
            "Objet de la convention": "object",
            "Incidence financière": None,
            "Durée": None,
            "Date d'effet": "starts_on",
            "Transmission Dém'Act": "transmitted_on",
            "Caractère exécutoire": "enforceable_on",
        },
        unjudged=("uai", "duration_months", "amount", "finance"),
    )
    table.line(
        date(2025, 6, 24),
        "2024-2025/87",
        "ST Microelectronics",
        "Plateau technique",
        "néant",
        "3 ans",
        date(2025, 9, 1),
        date(2025, 6, 26),
        date(2025, 7, 11),
        ends_on="31/08/2028",
        establishment="lycée Vaucanson",
    )
    table.line(
        MERGED,
        "2024-2025/88",
        "Schneider Electric",
        "Dotation matériel",
        "don 5 000 €",
        "1 an reconductible",
        date(2025, 9, 1),
        date(2025, 6, 26),
        date(2025, 7, 11),
        ends_on="31/08/2026",
        establishment="lycée Vaucanson",
    )
    table.line(
        date(2025, 11, 27),
        "2025-2026/12",
        "Ville de Grenoble",
        "Prêt du gymnase",
        read("-"),
        None,
        date(2026, 1, 5),
        None,
        None,
        establishment="lycée Vaucanson",
    )
    return page


def _euro_mix() -> Page:
    page = Page("")
    page.put("Liste établie par le secrétariat de direction")
    table = page.table(
        "partnerships",
        {
            "Lycée": "establishment",
            "Partenaire": "partner",
            "Lieu": "partner_commune",
            "Type de lien": "themes",
            "Personne référente au lycée": "known_by",
            "Ancienneté": "since",
            "Dernière action": None,
            "Avis": "comment",
        },
        unjudged=("uai", "last_news_on"),
    )
    table.line(
        "LP Jacquard",
        "Weber Hydraulique",
        "Oullins",
        read("stages", "pfmp", told=False),
        read("M. Lenoir (DDFPT)", "DDFPT"),
        "01/09/2016",
        "jury 2025",
        "solide",
    )
    table.line(
        "LP Jacquard",
        "Handi Lyon",
        "Lyon",
        read("insertion", "insertion", told=False),
        read("Mme Blanc"),
        read("rentrée 2022", "01/09/2022"),
        "",
        "",
    )
    table.line(
        "LP Jacquard",
        "Le Petit Bouchon",
        "Lyon",
        read("stages ; jury", "pfmp", "certification", told=False),
        "Responsable BDE",
        "",
        "",
        "fermé en août",
    )
    return page


def _frameworks_list() -> Page:
    page = Page("Cadres")
    table = page.table(
        "frameworks",
        {
            "Accord-cadre": "title",
            "Partenaire national": "partner",
            "Signé le": "signed_on",
            "Jusqu'au": "ends_on",
            "Portée": None,
            "Décliné en académie ?": None,
            "Commentaire": "comment",
        },
        unjudged=("scope", "level", "kind"),
    )
    table.line("Accord-cadre hôtellerie", "GNI", date(2023, 5, 9), date(2028, 5, 8), "national", "oui", None)
    table.line(
        "Convention de coopération automobile", "ANFA", date(2021, 11, 30), date(2026, 11, 29), "national", "en cours", "voir DRAFPIC"
    )
    return page


VISITS_AND_BOARDS = (
    excel("visites canuts.xlsx", _trips()),
    text("conventions_export.csv", _agreements_file(), separator=",", end="\n"),
    excel("tableau de bord BDE.xlsx", *_board()),
    excel("actes CA.xlsx", _minutes()),
    text("liens LP.csv", _euro_mix(), encoding="cp1252", separator=";"),
    open_document("cadres.ods", _frameworks_list()),
)
