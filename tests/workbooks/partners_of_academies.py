"""Files of partners as the services of an académie hold them.

Written from the words of the issue alone, before netmap was tried on them.
"""

from datetime import date

from tests.workbooks.making import Page, Read, Workbook, firm, lost, parts, read, said, several, site
from tests.workbooks.writing import excel, gzipped, text


def extract_renamed_by_hand() -> Workbook:
    """An extract of SIRENE whose columns were renamed by hand."""
    page = Page("")
    table = page.table(
        "organisations",
        {
            "n° siret": "siret",
            "Entreprise": "name",
            "Nom commercial": "brand",
            "APE": "naf",
            "Libellé APE": None,
            "Tranche effectifs": "size",
            "N° et rue": "address",
            "code post.": "postcode",
            "ville": "commune",
            "Code INSEE": "commune_code",
            "Statut juridique": "legal_form",
            "Actif / fermé": "state",
        },
    )
    table.line(
        site(61),
        "Électricité Fournier",
        None,
        read("43.21A", "4321A", told=False),
        "Travaux d'installation électrique",
        "11",
        "4 rue Neuve",
        "59000",
        "Lille",
        "59350",
        "SAS",
        read("actif", "ouvert", told=False),
    )
    table.line(
        read(site(62)[1:], site(62)),
        "Hôtel Bellevue",
        "Le Bellevue",
        "5510Z",
        "Hôtels",
        "12",
        "1 digue de mer",
        "59240",
        "Dunkerque",
        "59183",
        "SARL",
        read("actif", "ouvert", told=False),
    )
    table.line(
        lost("8,09996E+12"),
        "Garage du Centre",
        None,
        "4520A",
        "Entretien auto",
        "NN",
        "22 bis rue Gambetta",
        read("2000", "02000"),
        "Laon",
        read("2408", "02408"),
        "EI",
        read("fermé", "ferme", told=False),
    )
    table.line(
        read(f"{site(64)}.0", site(64)),
        "Logistique Artois",
        "LA",
        read("52.10 B", "5210B", told=False),
        "Entreposage",
        "21",
        "ZI Nord",
        "62000",
        "Arras",
        "62041",
        "SAS",
        read("actif", "ouvert", told=False),
    )
    table.line(
        read(f"{site(65)[:9]} {site(65)[9:]}", site(65)),
        "Traiteur Ô Délices",
        None,
        "5621Z",
        "Traiteurs",
        "03",
        "rue du Moulin",
        "62300",
        "Lens",
        "62498",
        "SARL",
        read("actif", "ouvert", told=False),
    )
    return text("extraction sirene bassin (colonnes renommees).csv", page, "utf-8", before="\ufeff")


def accounts_of_a_crm() -> Workbook:
    """Accounts exported from a tool of customer relations, compressed."""
    page = Page("")
    table = page.table(
        "organisations",
        {
            "ID du compte": None,
            "Nom du compte": "name",
            "Type de compte": "category",
            "Rue (facturation)": "address",
            "Code postal (facturation)": "postcode",
            "Ville (facturation)": "commune",
            "Téléphone principal": "phone",
            "Site Web": "web",
            "Numéro SIREN": "siren",
            "Compte parent": "parent_name",
            "Propriétaire du compte": None,
            "Description": "comment",
        },
    )
    table.line(
        "0015I00000A1",
        "Aciéries Dumont",
        read("Entreprise", "entreprise", told=False),
        "5 quai Ouest",
        "59760",
        "Grande-Synthe",
        "03 28 00 11 22",
        "www.dumont-essai.fr",
        firm(71),
        "Groupe Dumont",
        "P. Martin",
        "Accueille 10 stagiaires par an",
    )
    table.line(
        "0015I00000A2",
        "CMA d'essai",
        read("Chambre consulaire", "chambre", told=False),
        "9 rue Léon",
        "59000",
        "Lille",
        "+33 3 20 00 11 33",
        "https://cma-essai.fr",
        read(firm(72)[1:], firm(72)),
        None,
        "P. Martin",
        None,
    )
    table.line(
        "0015I00000A3",
        "Mission locale du Douaisis",
        read("Mission locale", "mission_locale", told=False),
        "2 rue de Paris",
        "59500",
        "Douai",
        "03.27.00.11.44",
        None,
        read(f"{firm(73)[:3]} {firm(73)[3:6]} {firm(73)[6:]}", firm(73), told=False),
        None,
        "S. Roy",
        read("NULL", told=False),
    )
    table.line(
        "0015I00000A4",
        "Fédération Textile Nord",
        read("Branche professionnelle", "branche", told=False),
        None,
        "59100",
        "Roubaix",
        read("n/a", told=False),
        None,
        None,
        None,
        "S. Roy",
        None,
    )
    return text("Comptes_export_CRM.csv.gz", page, "utf-8", separator=",", end="\n", packed=gzipped)


def persons_beside_partners() -> Workbook:
    """Persons and telephones in the cell of the partner."""
    page = Page("Contacts")
    table = page.table(
        "partnerships",
        {
            "Établissement": "establishment",
            "Partenaire et contact": "partner",
            "Commune": "partner_commune",
            "Partenariat depuis": "since",
            "Nature": "themes",
            "Suivi par": "known_by",
        },
    )
    table.line(
        "LP Ravel",
        parts("Garage Thuillier - M. Thuillier 06 12 34 56 78", partner="Garage Thuillier"),
        "Péronne",
        date(2019, 9, 1),
        several("stages, visites", "pfmp", "visite"),
        "DDFPT",
    )
    table.line(
        "LP Ravel",
        parts("Hôtel du Cygne (Mme Brunel, 03 22 00 00 32)", partner="Hôtel du Cygne"),
        "Albert",
        read("rentrée 2021", "01/09/2021"),
        said("PFMP", "pfmp"),
        "professeur principal",
    )
    table.line(
        "LPO Robida",
        "Mairie de Compiègne",
        "Compiègne",
        read("mi-2020", told=True),
        several("forums / orientation", "forum", "orientation"),
        "proviseure adjointe",
    )
    return excel("contacts partenaires.xlsx", page)


def directory_of_partners() -> Workbook:
    """Groups, branches, collective agreements, a ditto mark with nothing above."""
    page = Page("Répertoire")
    page.put("RÉPERTOIRE DES PARTENAIRES ÉCONOMIQUES")
    page.skip()
    table = page.table(
        "organisations",
        {
            "Ordre": None,
            "Dénomination sociale": "name",
            "Sigle": "brand",
            "Identifiant SIRET": "siret",
            "NAF rév.2": "naf",
            "Convention collective (IDCC)": "idcc",
            "Effectif salarié": "size",
            "Groupe": "parent_name",
            "Branche / fédération": "federation_name",
            "Dépt": "departement",
            "Commune": "commune",
            "Mail contact": "email",
        },
    )
    table.line(
        1,
        "Transports Lhermitte",
        "TL",
        site(41),
        "49.41A",
        read("16", "0016", told=False),
        "50 à 99",
        "Groupe Lhermitte",
        "FNTR d'essai",
        "Nord",
        "Lesquin",
        "rh@lhermitte.fr",
    )
    table.line(
        2,
        "Aluminium de la Flandre",
        None,
        read(site(42)[1:], site(42)),
        read("24.42Z", "2442Z", told=False),
        "3109",
        "500 à 999",
        None,
        "UIMM d'essai",
        "Nord",
        "Loon-Plage",
        None,
    )
    table.line(
        3,
        "Les Délices d'Artois",
        None,
        read(f"{site(43)[:3]} {site(43)[3:6]} {site(43)[6:9]} {site(43)[9:]}", site(43), told=False),
        "1071C",
        "0843",
        "6 à 9",
        None,
        None,
        "Pas-de-Calais",
        "Arras",
        read("néant", told=False),
    )
    table.line(
        4,
        "Aluminium de la Flandre (dépôt)",
        None,
        read("?", told=False),
        read("-", told=False),
        None,
        None,
        read("idem", told=True),
        None,
        "Nord",
        "Gravelines",
        None,
    )
    table.aside(None, "Total : 4 partenaires")
    return excel("repertoire partenaires eco.xlsx", page)


def partners_by_filiere() -> Workbook:
    """Partners by filière, with crosses."""
    page = Page("Matrice")
    page.put("Croisement partenaires / filières (x = le partenaire intervient)")
    table = page.table(
        "organisations",
        (
            ("Partenaire", "name"),
            ("Ville", "commune"),
            ("Bâtiment", None),
            ("Industrie", None),
            ("Commerce - vente", None),
            ("Hôtellerie", None),
        ),
    )
    cross, blank = Read("x"), None
    table.line("Fédération du bâtiment d'essai", "Lille", cross, blank, blank, blank, filieres=("Bâtiment",))
    table.line("Pôle Métal", "Valenciennes", cross, cross, blank, blank, filieres=("Bâtiment", "Industrie"))
    table.line("CCI d'essai", "Arras", cross, cross, cross, cross, filieres=("Bâtiment", "Industrie", "Commerce - vente", "Hôtellerie"))
    table.line("Club hôtelier", "Le Touquet", blank, blank, Read("X"), cross, filieres=("Commerce - vente", "Hôtellerie"))
    table.aside("Nombre de partenaires", None, 3, 2, 2, 2)
    return excel("matrice filieres partenaires.xlsx", page)


PARTNERS_OF_ACADEMIES: tuple[Workbook, ...] = (
    extract_renamed_by_hand(),
    accounts_of_a_crm(),
    persons_beside_partners(),
    directory_of_partners(),
    partners_by_filiere(),
)
