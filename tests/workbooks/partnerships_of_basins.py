"""What is known of partnerships in a basin: several tables in a sheet, in an archive, pasted, with crosses.

Written from the words of the issue alone, before netmap was tried on them.
"""

from datetime import date

from tests.workbooks.making import Formula, Page, Read, Workbook, lost, parts, read, said, several, site, uai
from tests.workbooks.writing import excel, text, zipped


def files_in_an_archive() -> Workbook:
    """Two files in an archive."""
    schools = Page("")
    table = schools.table(
        "establishments",
        {
            "Identifiant UAI": "uai",
            "Appellation officielle": "name",
            "Secteur": "status",
            "Adresse": "address",
            "Code postal": "postcode",
            "Localité": "commune",
        },
    )
    table.line(uai(471), "Lycée professionnel du Hainaut", said("Public", "public"), "1 av. Villars", "59300", "Valenciennes")
    table.line(uai(472), "Lycée privé Dampierre", said("Privé", "prive"), "84 av. Faidherbe", "59300", "Valenciennes")
    deals = Page("Conventions")
    deal = deals.table(
        "conventions",
        {
            "UAI": "uai",
            "Établissement": "establishment",
            "Partenaire (SIRET)": "partner",
            "Date début": "starts_on",
            "Date fin": "ends_on",
            "Modalités de suivi": "follow_up",
        },
    )
    deal.line(
        uai(471),
        "Lycée professionnel du Hainaut",
        parts(f"Ateliers Bombard ({site(33)})", partner="Ateliers Bombard", partner_siret=site(33)),
        date(2023, 1, 1),
        date(2025, 12, 31),
        "comité annuel",
    )
    deal.line(
        uai(472),
        "Lycée privé Dampierre",
        parts(f"Rail Services - SIRET {site(34)}", partner="Rail Services", partner_siret=site(34)),
        date(2024, 1, 1),
        date(2026, 12, 31),
        None,
    )
    return zipped("envoi_academie.zip", text("etablissements.csv", schools, "cp1252"), excel("conventions.xlsx", deals))


def stacked_tables() -> Workbook:
    """Three tables on a sheet, one under the other."""
    page = Page("Synthèse bassin")
    page.put("Bassin de Cambrai - état des lieux au 15 octobre 2024")
    page.skip()
    page.put("1. Les établissements")
    schools = page.table("establishments", {"UAI": "uai", "Lycée": "name", "Ville": "commune", "LdM": "label", "Nombre d'élèves": "pupils"})
    schools.line(uai(431), "LP Fénelon", "Cambrai", said("x", True), 430)
    schools.line(uai(432), "LPO Paul-Duez", "Cambrai", None, 910)
    schools.aside("Total", None, None, 1, 1340)
    page.skip(2)
    page.put("2. Les conventions")
    deals = page.table(
        "conventions",
        {
            "Établissement": "establishment",
            "Partenaire": "partner",
            "Objet": "object",
            "Début": "starts_on",
            "Fin": "ends_on",
            "Reconduction": "renewal",
        },
        unjudged=("uai",),  # the lycées of the table above bear it
    )
    deals.line(
        "LP Fénelon",
        "Verrerie du Cambrésis",
        "Stages",
        read("01/09/24", "01/09/2024", told=False),
        read("31/08/27", "31/08/2027", told=False),
        said("tacite", "tacite"),
    )
    deals.line(
        "LPO Paul-Duez",
        several("Brasserie Saint-Géry / Malterie du Nord", "Brasserie Saint-Géry", "Malterie du Nord"),
        "Visites",
        read("2024-2025", "01/09/2024"),
        read("2024-2025", "31/08/2025"),
        said("expresse", "expresse"),
    )
    page.skip(2)
    page.put("3. Les partenaires sans convention")
    informal = page.table(
        "partnerships",
        {
            "Lycée": "establishment",
            "Organisme": "partner",
            "Commune de l'organisme": "partner_commune",
            "Depuis": "since",
            "Type d'action": "themes",
        },
        unjudged=("uai",),
    )
    informal.line("LP Fénelon", "Garage Wattel", "Caudry", read("2019", "01/01/2019"), said("stages", "pfmp"))
    informal.line("LP Fénelon", "Mission locale", "Cambrai", read("septembre 2022", "01/09/2022"), said("insertion", "insertion"))
    page.skip()
    page.put("NB : les conventions de stage individuelles ne figurent pas ici.")
    return excel("synthese bassin Cambrai.xlsx", page)


def tables_side_by_side() -> Workbook:
    """Two tables side by side."""
    page = Page("Feuil1")
    page.put("Lycées", None, None, None, "Entreprises partenaires")
    left = page.table("establishments", {"UAI": "uai", "Nom": "name", "Ville": "commune"}, head=False)
    right = page.table(
        "organisations", {"Raison sociale": "name", "SIRET": "siret", "Code postal": "postcode", "Ville": "commune"}, at=4, head=False
    )
    row = page.row
    left.head()
    for number, name, town in (
        (441, "LP Jacquard", "Caudry"),
        (442, "LP Camille-Desmoulins", "Le Cateau"),
        (443, "LPO Watteau", "Valenciennes"),
    ):
        left.line(uai(number), name, town)
    page.row = row
    right.head()
    for name, number, post, town in (
        ("Dentelles Bracq", 21, "59540", "Caudry"),
        ("Céramiques Simons", 22, "59360", "Le Cateau-Cambrésis"),
        ("Sucrerie d'Escaudœuvres", 23, "59161", "Escaudœuvres"),
        ("Imprimerie Danel", 24, "59300", "Valenciennes"),
    ):
        right.line(name, site(number), post, town)
    return excel("lycees et entreprises cote a cote.xlsx", page)


def actions_of_the_year() -> Workbook:
    """Actions, with an estimate and a total."""
    page = Page("Actions REE")
    page.put("Relation école-entreprise : actions de l'année 2024-2025")
    table = page.table(
        "actions",
        {
            "Date": "on",
            "Code UAI": "uai",
            "Établissement": "establishment",
            "Intitulé de l'action": "title",
            "Type": "theme",
            "Partenaire(s)": "partner",
            "Nb de jeunes": "headcount",
            "Réalisée ?": "state",
            "Commentaires": "comment",
        },
    )
    table.line(
        date(2024, 10, 8),
        uai(451),
        "LP Mousseron",
        "Visite de l'usine de Maubeuge",
        said("visite d'entreprise", "visite"),
        "Constructions Sambre",
        24,
        said("réalisée", "realisee"),
        "à reconduire",
    )
    table.line(
        "21/11/2024",
        uai(451),
        "LP Mousseron",
        "Forum des métiers",
        said("forum", "forum"),
        several("CCI d'essai, France Travail et Mission locale", "CCI d'essai", "France Travail", "Mission locale"),
        120,
        said("réalisée", "realisee"),
        None,
    )
    table.line(
        read("mars 2025", "01/03/2025"),
        uai(452),
        "LP Ader",
        "Mentorat des terminales",
        said("mentorat", "mentorat"),
        "Club d'entreprises",
        read("environ 15", 15),
        said("prévue", "prevue"),
        None,
    )
    table.line(
        read(45000, "15/03/2023"),
        uai(452),
        "LP Ader",
        "Rencontre des anciens",
        said("insertion", "insertion"),
        None,
        30,
        said("annulée", "annulee"),
        "faute d'inscrits",
    )
    table.aside("Total jeunes", None, None, None, None, None, Formula("=SUM(G3:G6)", 189))
    return excel("actions REE 2024-2025.xlsx", page)


def pasted_table() -> Workbook:
    """A table pasted from a sheet."""
    page = Page("")
    table = page.table(
        "partnerships",
        {
            "Lycée": "establishment",
            "Entreprise": "partner",
            "SIRET": "partner_siret",
            "CP": "partner_postcode",
            "Ville": "partner_commune",
            "Depuis": "since",
            "Contact au lycée (fonction)": "known_by",
            "Dernier échange": "last_news_on",
            "Domaine": None,
        },
    )
    table.line("LP Rimbaud", "Tuilerie Pétrin", site(31), "62100", "Calais", "01/09/2020", "DDFPT", "12/06/2024", "bâtiment")
    table.line(
        "LP Rimbaud",
        "Port de Calais",
        read(f"{site(32)[:9]} {site(32)[9:]}", site(32), told=False),
        "62100",
        "Calais",
        "15/01/2021",
        "responsable BDE",
        "03/09/2024",
        "logistique",
    )
    table.line("LPO Monnet", "Ferme des Caps", None, "62179", "Wissant", "04/05/2022", "professeure", None, "agriculture")
    return text("tableau colle.txt", page, "utf-8", separator="\t", end="\n")


def census_of_a_mac() -> Workbook:
    """A census saved by a Mac."""
    page = Page("")
    table = page.table(
        "partnerships",
        {
            "Etablissement (UAI)": "uai",
            "Nom de la structure": "partner",
            "Nature de la structure": "partner_category",
            "Localisation": "partner_commune",
            "Partenaire depuis": "since",
            "Objet(s) du partenariat": "themes",
            "Filière concernée": "filieres",
            "Remarque": "comment",
        },
    )
    table.line(
        uai(481),
        "Boulangerie Éluard",
        said("entreprise", "entreprise"),
        "Tourcoing",
        read("2018", "01/01/2018"),
        several("PFMP / visites", "pfmp", "visite"),
        "Alimentation",
        "très impliquée",
    )
    table.line(
        uai(481),
        "Musée de la Piscine",
        said("établissement culturel", "culture"),
        "Roubaix",
        "01/09/2021",
        said("actions culturelles", "culture"),
        None,
        None,
    )
    table.line(
        read(uai(482)[1:].lower(), uai(482)),
        "Hôpital Dron",
        said("établissement de santé", "sante_social"),
        "Tourcoing",
        read("05/2022", "01/05/2022"),
        said("PFMP", "pfmp"),
        "ASSP",
        "œuvre avec le GRETA",
    )
    table.line(
        uai(483),
        "Conseil départemental",
        said("collectivité", "collectivite"),
        "Lille",
        lost("??/2020"),
        said("lutte contre le décrochage", "decrochage"),
        None,
        None,
    )
    return text("recensement mac.csv", page, "mac-roman", separator=",", end="\r")


def lycees_by_partner() -> Workbook:
    """Lycées by partner, with crosses."""
    page = Page("Lycées x partenaires")
    table = page.table(
        "partnerships",
        (
            ("Lycée \\ Partenaire", "establishment"),
            ("CCI d'essai", None),
            ("Mission locale", None),
            ("Renault d'essai", None),
            ("Leroy d'essai", None),
        ),
    )
    cross = Read("X")
    table.line("LP Zola", cross, cross, None, None, partner=("CCI d'essai", "Mission locale"))
    table.line("LP Brel", None, cross, cross, cross, partner=("Mission locale", "Renault d'essai", "Leroy d'essai"))
    table.line("LPO Senez", cross, None, None, Read("x"), partner=("CCI d'essai", "Leroy d'essai"))
    return excel("croisement lycees partenaires.xlsx", page)


PARTNERSHIPS_OF_BASINS: tuple[Workbook, ...] = (
    files_in_an_archive(),
    stacked_tables(),
    tables_side_by_side(),
    actions_of_the_year(),
    pasted_table(),
    census_of_a_mac(),
    lycees_by_partner(),
)
