"""Campuses and what they hold.

Written from the words of the issue alone, before netmap was tried on them.
"""

from datetime import date

from tests.workbooks.making import MERGED, Page, Workbook, firm, parts, read, said, several, site, uai
from tests.workbooks.writing import excel, open_document, text


def members_by_college() -> Workbook:
    """Members of a campus by college, with subtotals."""
    page = Page("Membres")
    page.put("CMQ d'excellence Industries du futur - Composition de l'assemblée")
    page.skip()
    table = page.table(
        "campus_members",
        {
            "Campus": "name",
            "Collège": None,
            "UAI": "uai",
            "Établissement": "establishment",
            "Entreprise / organisme": "partner",
            "N° SIRET": "partner_siret",
            "Ville": "partner_commune",
            "Qualité": "role",
        },
    )
    campus = "CMQE Industries du futur"
    table.line(campus, "1 - Établissements", uai(401), "LP Gustave-Eiffel", None, None, None, "Établissement support")
    table.line(MERGED, MERGED, uai(402), "LPO Colbert", None, None, None, "Membre")
    table.line(MERGED, MERGED, read(uai(403).lower(), uai(403), told=False), "LP Lavoisier", None, None, None, "Membre")
    table.aside("Sous-total collège 1", None, 3)
    table.line(campus, "2 - Monde économique", None, None, "Métallurgie Lefort", site(1), "Douai", "Membre fondateur")
    table.line(campus, "2 - Monde économique", None, None, "UIMM d'essai", read(site(2)[1:], site(2)), "Lille", "Membre")
    table.line(campus, "3 - Recherche", None, None, "Université d'essai", None, "Valenciennes", "Membre associé")
    table.aside("Total général", None, 6)
    return excel("CMQ membres par college.xlsx", page)


def campuses_of_a_region() -> Workbook:
    """Campuses from column B on, a legend under them."""
    page = Page("CMQ")
    page.put(None, "Campus des métiers et des qualifications de la région")
    page.skip()
    table = page.table(
        "campuses",
        (
            ("Campus", "name"),
            ("Sigle", "code"),
            ("Excellence (O/N)", "excellence"),
            ("Filière(s)", "filieres"),
            ("Territoire", "area"),
            ("Académie", "academie"),
            ("UAI tête de réseau", "uai"),
            ("Établissement porteur", "lead"),
            ("Date de labellisation", "labelled_on"),
            ("Fin de labellisation", "ends_on"),
            ("Siège", "commune"),
            ("Mail", "email"),
            ("Tél.", "phone"),
            ("Site", "web"),
        ),
        at=1,
    )
    table.line(
        "CMQ Mobilité et transports",
        "MOB",
        said("N", False),
        "Mobilité, aéronautique, transports terrestres et maritimes",
        "Métropole",
        "Lille",
        uai(411),
        "LPO Baggio",
        date(2019, 2, 22),
        date(2024, 2, 21),
        "Lille",
        "mob@cmq-essai.fr",
        "03 20 11 22 33",
        "https://cmq-mob.fr",
    )
    table.line(
        "CMQ Bâtiment durable",
        "BAT",
        said("O", True),
        "Infrastructures, bâtiment, éco-construction",
        "Picardie",
        "Amiens",
        uai(412),
        "LP Lamarck",
        read("26/09/2022", "26/09/2022", told=False),
        read("sept. 2027", "30/09/2027"),
        "Amiens",
        "bat@cmq-essai.fr",
        "03.22.11.22.33",
        None,
    )
    table.line(
        "CMQ Tourisme littoral",
        "TOU",
        said("O", True),
        several("Tourisme, gastronomie ; Services à la personne, bien-être", "Tourisme, gastronomie", "Services à la personne, bien-être"),
        "Côte d'Opale",
        "Lille",
        read(uai(413)[1:], uai(413)),
        "Lycée hôtelier du Touquet",
        date(2021, 3, 1),
        read("en cours", told=True),
        "Le Touquet",
        None,
        None,
        "www.cmq-tourisme.fr",
    )
    page.skip()
    page.put(None, "O = oui, N = non")
    return excel("campus region.xlsx", page)


def open_partners() -> Workbook:
    """An open list of partners, as a region publishes it."""
    page = Page("")
    table = page.table(
        "campus_members",
        {
            "nom_campus": "name",
            "partenaire": "partner",
            "type_de_partenaire": "partner_category",
            "siret": "partner_siret",
            "code_postal": "partner_postcode",
            "commune": "partner_commune",
            "role_du_partenaire": "role",
        },
    )
    for campus, partner, kind, means, number, post, town, role in (
        ("CMQ Numérique", "Datalille", "Entreprise", "entreprise", 11, "59000", "Lille", "membre"),
        ("CMQ Numérique", "Pôle Emploi d'essai", "Service public de l'emploi", "service_emploi", 12, "59800", "Lille", "associé"),
        ("CMQ Numérique", "Université polytechnique", "Enseignement supérieur", "superieur", 13, "59300", "Valenciennes", "support"),
        ("CMQ Agro", "Sucrerie de l'Oise", "Entreprise", "entreprise", 14, "60200", "Compiègne", "membre"),
        ("CMQ Agro", "Chambre d'agriculture", "Chambre consulaire", "chambre", 15, "02000", "Laon", "membre"),
    ):
        table.line(campus, partner, said(kind, means), site(number), post, town, role)
    return text("partenaires-des-campus.csv", page, "utf-8", before="\ufeff", end="\n")


def members_under_merged_campuses() -> Workbook:
    """Members under merged names of campuses."""
    page = Page("Gouvernance")
    page.put("Gouvernance des campus de l'académie")
    table = page.table(
        "campus_members",
        {
            "CMQ": "name",
            "Membre (établissement)": "establishment",
            "UAI": "uai",
            "Membre (partenaire)": "partner",
            "Catégorie": "partner_category",
            "Rôle dans le campus": "role",
        },
    )
    table.line("CMQ Métiers d'art", "LP Léonard-de-Vinci", uai(541), None, None, "tête de réseau")
    table.line(MERGED, "LPO Le Corbusier", uai(542), None, None, "membre")
    table.line(MERGED, None, None, "Ateliers d'art d'essai", said("Branche", "branche"), "membre")
    table.line("CMQ Maritime", "Lycée maritime", uai(543), None, None, "support")
    table.line(MERGED, None, None, "Université du Littoral", said("Enseignement supérieur", "superieur"), "membre fondateur")
    table.line(MERGED, None, None, "Ville de Boulogne", said("Collectivité", "collectivite"), read('"', "membre fondateur"))
    return excel("gouvernance campus.xlsx", page)


def partners_abroad() -> Workbook:
    """Conventions with partners abroad, pasted in UTF-16."""
    page = Page("")
    table = page.table(
        "conventions",
        {
            "N°": "reference",
            "Lycée porteur": "establishment",
            "UAI porteur": "uai",
            "Structure étrangère": "partner",
            "Pays": "partner_country",
            "Ville d'accueil": "partner_commune",
            "Objet": "object",
            "Début": "starts_on",
            "Fin": "ends_on",
            "DAREIC informée le": "informed_on",
            "Observations": "comment",
        },
        unjudged=("delegation", "informed_on", "partner_foreign"),
    )
    table.line(
        "INT-2024-01",
        "LP Césaire",
        uai(461),
        "Berufsschule Köln",
        "Allemagne",
        "Cologne",
        "Mobilité Erasmus+",
        "01/02/2024",
        "31/01/2027",
        "05/01/2024",
        None,
    )
    table.line(
        "INT-2024-02",
        "LPO Mandela",
        uai(462),
        "Istituto Volta",
        "Italie",
        "Turin",
        "Échange de classes",
        "15/03/2024",
        "14/03/2026",
        "01/02/2024",
        "voir « projet Erasmus »",
    )
    table.line(
        "INT-2024-03",
        "LP Césaire",
        uai(461),
        "Technikum Gdańsk",
        "Pologne",
        "Gdańsk",
        "Stages en entreprise",
        "01/10/2024",
        "30/09/2025",
        None,
        None,
    )
    return text("mobilite_conventions.txt", page, "utf-16", separator="\t")


def address_in_one_cell() -> Workbook:
    """Whole addresses in one cell, a column of categories that is not called so."""
    page = Page("Partenaires")
    page.put("Fichier des partenaires du campus - diffusion interne")
    table = page.table(
        "organisations",
        {
            "Structure": "name",
            "Famille": "category",
            "Adresse complète": "address",
            "SIREN": "siren",
            "Courriel générique": "email",
            "Standard": "phone",
            "Interlocuteur": None,
        },
    )
    table.line(
        "Toiles du Nord",
        said("Entreprise", "entreprise"),
        parts("12 rue des Filatures, 59100 Roubaix", address="12 rue des Filatures", postcode="59100", commune="Roubaix"),
        firm(21),
        "contact@toiles.fr",
        "03 20 00 00 21",
        "M. Leblanc",
    )
    table.line(
        "Laverie Bleue",
        said("entreprise", "entreprise"),
        parts("ZI de la Pilaterie - 59290 Wasquehal", address="ZI de la Pilaterie", postcode="59290", commune="Wasquehal"),
        read(firm(22)[1:], firm(22)),
        None,
        read("320000022", "0320000022"),
        None,
    )
    table.line(
        "Opco des textiles",
        said("OPCO", "opco"),
        parts("4 place Sébastopol\n59000 LILLE", address="4 place Sébastopol", postcode="59000", commune="LILLE"),
        None,
        "nord@opco-essai.fr",
        None,
        "Mme Roussel",
    )
    table.line(
        "Maison des associations",
        said("Association", "association"),
        parts("27 rue Jean-Bart 59000 Lille", address="27 rue Jean-Bart", postcode="59000", commune="Lille"),
        read(f"{firm(24)[:3]}.{firm(24)[3:6]}.{firm(24)[6:]}", firm(24), told=False),
        "asso@lille-essai.fr",
        "0320000024",
        None,
    )
    return open_document("fichier partenaires campus.ods", page)


CAMPUSES_OF_REGIONS: tuple[Workbook, ...] = (
    members_by_college(),
    campuses_of_a_region(),
    open_partners(),
    members_under_merged_campuses(),
    partners_abroad(),
    address_in_one_cell(),
)
