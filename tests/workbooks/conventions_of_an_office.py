"""Conventions and ties of several lycées: exports of Numbers, ditto marks, two tables side by side, a convention on several lines."""

from datetime import date

from tests.workbooks.making import MERGED, Page, lost, parts, read, site, uai
from tests.workbooks.writing import excel, old_excel, text


def _numbers_export() -> Page:
    page = Page("")
    page.put("Tableau 1")
    table = page.table(
        "conventions",
        {
            "Lycée": "establishment",
            "Entreprise partenaire": "partner",
            "N° SIREN": "partner_siren",
            "Objet": "object",
            "Signature": "signed_on",
            "Effet": "starts_on",
            "Expiration": "ends_on",
            "Reconductible ?": "renewal",
            "": None,
        },
    )
    table.line(
        "LP Les Iris",
        "Leroux Paysage",
        site(61)[:9],
        "Chantiers",
        read("12 mai 2024", "12/05/2024", told=False),
        read("1 sept. 2024", "01/09/2024", told=False),
        read("31 août 2027", "31/08/2027", told=False),
        read("Non", "aucune", told=False),
        "",
    )
    table.line(
        "LP Les Iris",
        "Pépinières du Val",
        site(62)[:9],
        "Stages",
        read("12 mai 2024", "12/05/2024", told=False),
        read("1 sept. 2024", "01/09/2024", told=False),
        read("31 août 2025", "31/08/2025", told=False),
        read("tacitement", "tacite", told=False),
        "",
    )
    table.line(
        "Lycée Pasteur",
        "Domaine de Thau",
        read(site(63)[1:9], site(63)[:9]),
        "Visites",
        None,
        read("15 janv. 2025", "15/01/2025", told=False),
        read("14 janv. 28", "14/01/2028", told=False),
        None,
        "",
    )
    return page


def _pasted() -> Page:
    page = Page("")
    table = page.table(
        "conventions",
        {
            "Etab": "establishment",
            "RNE": "uai",
            "Partenaire": "partner",
            "Ville partenaire": "partner_commune",
            "Période": None,
            "Thème": "themes",
        },
        unjudged=("object", "filieres"),
    )
    table.line(
        "LP Voltaire",
        uai(201),
        "Fonderie Bost",
        "Wingles",
        parts("09/2023 - 08/2026", starts_on="01/09/2023", ends_on="31/08/2026"),
        read("stages", "pfmp", told=False),
    )
    table.line(
        "LP Voltaire",
        uai(201),
        "SNCF Voyageurs",
        "Lens",
        parts("du 01/02/2025 au 31/01/2028", starts_on="01/02/2025", ends_on="31/01/2028"),
        read("Apprentissage", "apprentissage", told=False),
    )
    table.line(
        "LP Rodin",
        read(uai(202).lower(), uai(202), told=False),
        "Musée du Louvre-Lens",
        "Lens",
        parts("6/1/2025 → 4/7/2025", starts_on="06/01/2025", ends_on="04/07/2025"),
        read("culture", "culture", told=False),
    )
    return page


def _dittos() -> Page:
    page = Page("Conventions réseau")
    page.put("Réseau Textile-Mode : conventions par établissement", None, None, None, None, None, None)
    page.merge(7)
    page.put("Situation au 31/12/2025")
    page.skip()
    table = page.table(
        "conventions",
        {
            "UAI": "uai",
            "Établissement": "establishment",
            "Partenaire": "partner",
            "Objet": "object",
            "Du": "starts_on",
            "Au": "ends_on",
            "Vote CA": "voted_on",
            "€": "amount",
        },
        at=1,
    )
    table.aside("BASSIN DE ROUBAIX")
    table.line(uai(221), "LP Turgot", "Tissages du Nord", "Stages", date(2024, 9, 1), date(2027, 8, 31), date(2024, 6, 20), 0)
    table.line(
        MERGED,
        MERGED,
        "Filatures Vandamme",
        read('"', "Stages"),
        read("idem", date(2024, 9, 1)),
        date(2026, 8, 31),
        read("//", date(2024, 6, 20)),
        300,
    )
    table.line(MERGED, MERGED, "La Piscine - musée", "Projet culturel", date(2025, 1, 6), date(2025, 7, 4), date(2024, 11, 28), 450.5)
    table.aside("Sous-total", None, None, "3 conventions", None, None, None, 750.5)
    page.skip()
    table.aside("BASSIN DE TOURCOING")
    table.line(
        uai(222),
        "LP Le Corbusier",
        "Créations Degand",
        "Défilé annuel",
        read(date(2026, 6, 30), date(2025, 9, 1)),
        read(date(2025, 9, 1), date(2026, 6, 30)),
        None,
        None,
        fate="either",
    )
    table.line(MERGED, MERGED, "Mairie de Tourcoing", "Prêt de salle", date(2025, 9, 1), date(2026, 6, 30), None, None)
    table.aside("Sous-total", None, None, "2 conventions", None, None, None, 0)
    table.aside("TOTAL RÉSEAU", None, None, "5 conventions", None, None, None, 750.5)
    page.skip()
    page.put(None, "(1) hors conventions de PFMP individuelles")
    return page


def _without_convention() -> Page:
    page = Page("Liens informels")
    page.put("Partenariats non conventionnés (à formaliser ?)")
    page.skip()
    table = page.table(
        "partnerships",
        {
            "Lycée": "establishment",
            "Code UAI": "uai",
            "Partenaire": "partner",
            "Siret partenaire": "partner_siret",
            "Commune partenaire": "partner_commune",
            "En lien depuis": "since",
            "Nature des échanges": "themes",
            "Qui suit ? (fonction)": "known_by",
            "Dernier échange": "last_news_on",
            "Commentaires": "comment",
        },
    )
    table.line(
        "LP Colbert",
        uai(231),
        "Emmaüs Atelier",
        site(71),
        "Reims",
        "01/09/2019",
        read("Stages ; visites", "pfmp", "visite", told=False),
        "DDFPT",
        "12/11/2025",
    )
    table.line(
        "LP Colbert",
        uai(231),
        "Champagne Vallier",
        None,
        "Épernay",
        read("sept. 2021", "01/09/2021"),
        read("Taxe d'apprentissage", "taxe", told=False),
        "Responsable BDE",
        read("3 oct. 2025", "03/10/2025", told=False),
        "appel tous les ans",
    )
    table.line(
        "LP Joliot-Curie",
        uai(232),
        "Mission locale rurale",
        lost("1234"),
        "Fismes",
        "01/01/2022",
        read("décrochage", "decrochage", told=False),
        None,
        None,
        None,
    )
    page.skip(3)
    page.put("Liste non exhaustive")
    return page


def _two_side_by_side() -> Page:
    page = Page("Bilan")
    page.put("Suivi des conventions", None, None, None, None, None, "Nos partenaires réguliers")
    left = page.table(
        "conventions", {"Lycée": "establishment", "Partenaire": "partner", "Objet": "object", "Début": "starts_on", "Fin": "ends_on"}
    )
    begin = page.row
    left.line("LP Pagnol", "Airbus Helicopters", "Visites", date(2024, 9, 1), date(2026, 8, 31))
    left.line("LP Pagnol", read("Naval Group et CMA CGM", "Naval Group et CMA CGM"), "Stages", date(2025, 1, 1), date(2027, 12, 31))
    left.line(
        "LP Camus",
        parts(f"Sud Marine ({site(91)})", partner="Sud Marine", partner_siret=site(91)),
        "Forum",
        date(2025, 3, 1),
        date(2026, 2, 28),
    )
    left.line(
        "LP Camus", parts("Boulangerie Olive – M. Olive 06 00 00 00 09", partner="Boulangerie Olive"), "Stages", date(2025, 3, 1), None
    )
    end, page.row = page.row, begin - 1
    right = page.table("organisations", {"Nom": "name", "Ville": "commune", "Téléphone": "phone"}, at=6)
    right.line("Airbus Helicopters", "Marignane", "04 42 00 00 01")
    right.line("Sud Marine", "Marseille", "04 91 00 00 02")
    page.row = end
    return page


def _one_on_several_lines() -> Page:
    page = Page("Conventions multi-partenaires")
    table = page.table(
        "conventions",
        {
            "Numéro de convention": "reference",
            "Lycée porteur": "establishment",
            "Partenaires": "partner",
            "SIRET": "partner_siret",
            "Intitulé": "object",
            "Date début": "starts_on",
            "Date fin": "ends_on",
            "Tps préavis (mois)": "notice_months",
            "Accord-cadre de rattachement": "framework",
        },
    )
    table.line("CONV/25/0007", "Lycée Dhuoda", "Nîmes Métropole", site(95), "Campus urbain", "01/09/2025", "31/08/2028", "6", "AC-2022-04")
    table.line("CONV/25/0007", None, "CCI du Gard", site(96), None, None, None, None, None, establishment="Lycée Dhuoda")
    table.line("CONV/25/0007", None, "Université de Nîmes", None, None, None, None, None, None, establishment="Lycée Dhuoda")
    table.line(
        "CONV/25/0008",
        "Lycée Hemingway",
        "Royal Canin",
        site(97),
        "Stages et alternance",
        "01/01/2026",
        "31/12/2026",
        read("3 mois", 3, told=False),
        None,
    )
    return page


CONVENTIONS_OF_AN_OFFICE = (
    text("Conventions-Tableau 1.csv", _numbers_export(), separator=";", end="\n"),
    text("copie du drive.txt", _pasted(), separator="\t", end="\n"),
    excel("conventions_textile.xlsx", _dittos()),
    old_excel("liens informels.xls", _without_convention()),
    excel("bilan.xlsx", _two_side_by_side()),
    text("multi.csv", _one_on_several_lines(), encoding="utf-8-sig", separator="|"),
)
