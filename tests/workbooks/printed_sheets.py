"""Sheets made to be printed: headings on three lines or two, pages that repeat them, groups, sums, signatures under the lines."""

from datetime import date
from typing import Any

from tests.workbooks.making import Formula, Page, Workbook, said, site, uai
from tests.workbooks.writing import excel


def conventions_malvoisin() -> Workbook:
    """A DDFPT's board for the head: it starts in column C, headings on three lines, a group a filière, signatures below."""
    page = Page("Conventions")
    page.put("Lycée professionnel Hector Malvoisin", at=2)
    page.merge(10, at=2)
    page.put("Conventions de partenariat – situation au 12/11/2025", at=2)
    page.merge(10, at=2)
    page.skip()
    top = page.row
    page.put("Convention", "", "Partenaire", "", "", "Calendrier", "", "", "", "Jeunes / an", at=2)
    page.put("N°", "Objet", "Nom", "Ville", "SIRET", "Vote du CA", "Signature", "Validité", at=2)
    table = page.table(
        "conventions",
        (
            ("", "reference"),
            ("", "object"),
            ("", "partner"),
            ("", "partner_commune"),
            ("", "partner_siret"),
            ("", "voted_on"),
            ("", "signed_on"),
            ("du", "starts_on"),
            ("au", "ends_on"),
            ("", "pupils"),
        ),
        at=2,
    )
    page.merges += [(top, 2, top, 3), (top, 4, top, 6), (top, 7, top, 10), (top + 1, 9, top + 1, 10), (top, 11, top + 2, 11)]
    page.merges += [(top + 1, place, top + 2, place) for place in range(2, 9)]

    def group(name: str, lines: tuple[tuple[Any, ...], ...]) -> int:
        table.aside(f"Filière : {name}")
        page.merge(10, at=2)
        first = page.row
        for cells in lines:
            table.line(*cells, establishment="Lycée professionnel Hector Malvoisin", filieres=name)
        total = sum(cells[9] or 0 for cells in lines)
        table.aside(f"Sous-total {name}", "", "", "", "", "", "", "", "", Formula(f"=SUM(L{first}:L{page.row - 1})", total))
        return total

    total = group(
        "Électrotechnique",
        (
            (
                "2024-03",
                "Accueil d'élèves en PFMP",
                "Élecvaise",
                "Courvaise",
                site(3),
                date(2024, 6, 25),
                date(2024, 7, 2),
                date(2024, 9, 1),
                date(2027, 8, 31),
                12,
            ),
            (
                "2024-07",
                "Prêt d'armoires de distribution",
                "Réseaux Taillandier",
                "Merlonge",
                site(4),
                date(2024, 11, 19),
                date(2024, 11, 28),
                date(2024, 12, 1),
                date(2026, 11, 30),
                24,
            ),
            (
                "2025-02",
                "Visites de chantiers",
                "Domotique Alvarin",
                "Saint-Aubry",
                site(5),
                date(2025, 4, 8),
                date(2025, 4, 15),
                date(2025, 5, 1),
                date(2026, 4, 30),
                30,
            ),
        ),
    )
    total += group(
        "Bois",
        (
            (
                "2023-11",
                "Participation aux jurys de CAP",
                "Charpentes Nodelin",
                "Merlonge",
                site(6),
                date(2023, 11, 21),
                date(2023, 12, 4),
                date(2024, 1, 1),
                date(2026, 12, 31),
                15,
            ),
            (
                "2025-04",
                "Fourniture de chutes de chêne",
                "Scierie du Vaurel",
                "Hautelune",
                site(7),
                date(2025, 6, 24),
                date(2025, 6, 30),
                date(2025, 9, 1),
                date(2028, 8, 31),
                None,
            ),
            (
                "2025-05",
                "Accueil d'élèves en PFMP",
                "Menuiserie Ostrel",
                "Courvaise",
                site(8),
                date(2025, 6, 24),
                date(2025, 7, 1),
                date(2025, 9, 1),
                date(2026, 8, 31),
                6,
            ),
        ),
    )
    total += group(
        "Gestion administration",
        (
            (
                "2025-01",
                "Simulations d'entretiens",
                "France Travail Merlonge",
                "Merlonge",
                None,
                date(2025, 2, 11),
                date(2025, 2, 20),
                date(2025, 3, 1),
                date(2026, 2, 28),
                48,
            ),
            (
                "2025-08",
                "Accueil d'élèves en PFMP",
                "Mairie de Courvaise",
                "Courvaise",
                site(10),
                date(2025, 9, 30),
                date(2025, 10, 6),
                date(2025, 10, 6),
                date(2027, 8, 31),
                8,
            ),
        ),
    )
    table.aside("TOTAL GÉNÉRAL", "", "", "", "", "", "", "", "", total)
    page.skip()
    page.put("NB : les conventions individuelles de PFMP ne figurent pas dans ce tableau.", at=2)
    page.put("Effectifs : nombre de jeunes concernés sur une année scolaire.", at=2)
    page.skip(2)
    page.put("Fait à Merlonge, le 12/11/2025", at=2)
    page.skip()
    page.put("Le proviseur,", "", "", "", "", "", "Le DDFPT,", at=2)
    page.skip(3)
    page.put("M. Ravenel", "", "", "", "", "", "Mme Castanier", at=2)
    lists = Page("listes", hidden=True)
    lists.put("Filières", "Objets")
    for row in (
        ("Électrotechnique", "Accueil d'élèves en PFMP"),
        ("Bois", "Visites de chantiers"),
        ("Gestion administration", "Simulations d'entretiens"),
    ):
        lists.put(*row)
    return excel("Conventions LP Malvoisin.xlsx", page, lists)


def schools_by_departement() -> Workbook:
    """A rectorat: schools by département, subtotals of pupils, headings again on page 2; the delegations on another sheet."""
    page = Page("Établissements")
    page.put("Lycées professionnels et SEP – rentrée 2025")
    page.merge(11)
    page.skip()
    top = page.row
    page.put("Code UAI", "Établissement", "Type", "Statut", "Adresse", "", "", "Contact", "", "Nombre d'élèves", "Lycée des métiers")
    columns = (
        ("", "uai"),
        ("", "name"),
        ("", "type"),
        ("", "status"),
        ("Rue", "address"),
        ("Code postal", "postcode"),
        ("Ville", "commune"),
        ("Téléphone", "phone"),
        ("Courriel", "email"),
        ("", "pupils"),
        ("", "label"),
    )
    table = page.table("establishments", columns)

    def merge_head(row: int) -> None:
        page.merges.extend([(row, place, row + 1, place) for place in (0, 1, 2, 3, 9, 10)] + [(row, 4, row, 6), (row, 7, row, 8)])

    merge_head(top)
    public, private = said("Public", "public"), said("Privé sous contrat", "prive_contrat")

    def group(departement: str, *lines: tuple[Any, ...]) -> None:
        table.aside(f"Département : {departement}")
        page.merge(11)
        for cells in lines:
            table.line(*cells, departement=departement)
        table.aside(f"Total {departement}", "", "", "", "", "", "", "", "", sum(cells[9] for cells in lines))

    group(
        "Corrèze",
        (
            uai(14),
            "LP Armand Coudert",
            "LP",
            public,
            "12 avenue des Forges",
            "19150",
            "Montrac",
            "05 36 49 10 01",
            "contact@coudert.example",
            412,
            "oui",
        ),
        (
            uai(15),
            "LP Sainte-Odette",
            "LP",
            private,
            "3 rue du Couvent",
            "19420",
            "Brugeac",
            "05 36 49 10 02",
            "accueil@odette.example",
            186,
            "non",
        ),
        (
            uai(16),
            "SEP du lycée Émile Rigaudie",
            "SEP",
            public,
            "1 place du Foirail",
            "19300",
            "Égletière",
            "05 36 49 10 03",
            "sep@rigaudie.example",
            240,
            "oui",
        ),
    )
    group(
        "Creuse",
        (
            uai(17),
            "LP des Granges",
            "LP",
            public,
            "route de Bellac",
            "23210",
            "Bourgnac",
            "05 36 49 10 04",
            "lp@granges.example",
            225,
            "oui",
        ),
        (
            uai(18),
            "LPO Jeanne Filloux",
            "LPO",
            public,
            "8 rue Basse",
            "23500",
            "Felletourne",
            "05 36 49 10 05",
            "contact@filloux.example",
            530,
            "non",
        ),
    )
    page.put("Lycées professionnels et SEP – rentrée 2025 (suite)", "", "", "", "", "", "", "", "", "", "2/2")
    again = page.row
    page.put("Code UAI", "Établissement", "Type", "Statut", "Adresse", "", "", "Contact", "", "Nombre d'élèves", "Lycée des métiers")
    table.head()
    merge_head(again)
    group(
        "Haute-Vienne",
        (
            uai(19),
            "LP Victor Lachaume",
            "LP",
            public,
            "45 boulevard Carnot",
            "87100",
            "Limersac",
            "05 36 49 10 06",
            "ce@lachaume.example",
            618,
            "oui",
        ),
        (
            uai(20),
            "LP du Val Doré",
            "LP",
            public,
            "2 chemin du Val",
            "87200",
            "Saint-Junas",
            "05 36 49 10 07",
            "ce@valdore.example",
            301,
            "non",
        ),
        (
            uai(21),
            "LP Notre-Dame des Monts",
            "LP",
            private,
            "17 rue Haute",
            "87300",
            "Bellegarde-la-Tour",
            "05 36 49 10 08",
            "nd@monts.example",
            154,
            "non",
        ),
    )
    table.aside("TOTAL ACADÉMIE", "", "", "", "", "", "", "", "", 2666)
    page.skip()
    page.put("LP : lycée professionnel ; LPO : lycée polyvalent ; SEP : section d'enseignement professionnel")
    page.put("Source : constat de rentrée, effectifs sous statut scolaire")

    other = Page("Délégations")
    other.skip()
    other.put("Délégations à joindre", at=2)
    other.skip()
    delegations = other.table(
        "delegations",
        {
            "Nom de la délégation": "name",
            "Type de délégation": "kind",
            "Territoire": "area",
            "Commune du siège": "commune",
            "Mail": "email",
            "Tél.": "phone",
        },
        at=2,
    )
    delegations.line(
        "Délégation de région académique à la formation professionnelle",
        said("DRAFPIC", "drafpic"),
        "Grand-Lornais",
        "Bordelaise",
        "drafpic@rectorat.example",
        "05 36 49 20 01",
    )
    delegations.line(
        "Délégation académique à la formation professionnelle",
        said("DAFPIC", "dafpic"),
        "Limersac",
        "Limersac",
        "dafpic@rectorat.example",
        "05 36 49 20 02",
    )
    delegations.line(
        "Délégation à l'information et à l'orientation",
        said("DRAIO", "draio"),
        "Grand-Lornais",
        "Bordelaise",
        "draio@rectorat.example",
        "05 36 49 20 03",
    )
    delegations.line(
        "Délégation aux relations internationales",
        said("DRAREIC", "drareic"),
        "Grand-Lornais",
        "Bordelaise",
        "drareic@rectorat.example",
        "05 36 49 20 04",
    )
    delegations.line(
        "Direction des services départementaux de la Creuse",
        said("DSDEN", "dsden"),
        "Creuse",
        "Guéronde",
        "dsden23@rectorat.example",
        "05 36 49 20 05",
    )
    return excel("carte des LP.xlsx", page, other)


PRINTED = (conventions_malvoisin(), schools_by_departement())
