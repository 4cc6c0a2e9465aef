"""Framework agreements, networks and delegations as a region or a rectorat lists them.

Written from the words of the issue alone, before netmap was tried on them.
"""

from datetime import date

from tests.workbooks.making import Page, Workbook, lost, read, said, several, site, uai
from tests.workbooks.writing import excel, open_document, text


def copied_from_the_web() -> Workbook:
    """A list copied from a page of a ministry: entities, dates in letters."""
    page = Page("Accords")
    page.put("Les conventions et accords-cadres nationaux (copié de la page éduscol)")
    table = page.table(
        "frameworks",
        {
            "Intitulé": "title",
            "Partenaire(s) signataire(s)": "partner",
            "Type": "kind",
            "Signature": "signed_on",
            "Échéance": "ends_on",
            "Secteur professionnel": "sector",
            "En savoir +": "web",
        },
    )
    table.line(
        "Convention avec la Fédération des charpentes du Nord",
        "Fédération des charpentes du Nord",
        read("Convention-cadre", "convention_cadre", told=False),
        read("13 décembre 2021", "13/12/2021"),
        read("12 décembre 2026", "12/12/2026"),
        "Bois",
        "https://exemple.fr/charpentes",
    )
    table.line(
        read("Accord-cadre Énergie &amp; climat", "Accord-cadre Énergie & climat"),
        several("Groupe Voltéo / Gazelec France", "Groupe Voltéo", "Gazelec France"),
        read("Accord-cadre", "accord_cadre", told=False),
        read("1er février 2022", "01/02/2022"),
        read("31\u00a0janvier\u00a02025", "31/01/2025"),
        "Énergie",
        "https://exemple.fr/energie",
    )
    table.line(
        "Protocole avec l'Armée d'essai",
        "Ministère d'essai",
        read("Protocole d'accord", "protocole", told=False),
        read("5 juin 2019", "05/06/2019"),
        read("NC", told=False),
        "Défense",
        None,
    )
    table.line(
        "Charte de l'hôtellerie responsable",
        "Union des hôteliers d'essai",
        read("Charte", "charte", told=False),
        read("30 août 2023", "30/08/2023"),
        read("30 août 2026", "30/08/2026"),
        "Hôtellerie-restauration",
        "https://exemple.fr/hotels",
    )
    page.skip()
    page.put("Mis à jour : janvier 2025 - Source : eduscol.education.fr")
    return open_document("accords nationaux copie eduscol.ods", page)


def networks_and_members() -> Workbook:
    """Members and partners in one cell, in every way."""
    page = Page("Réseaux")
    page.put("Réseaux de lycées professionnels de l'académie", at=2)
    table = page.table(
        "networks",
        (
            ("Sigle", "code"),
            ("Réseau", "name"),
            ("Nature du réseau", "kind"),
            ("Périmètre", "area"),
            ("Établissements membres (UAI)", "uai"),
            ("Nb membres", None),
            ("Partenaires associés", "partner"),
            ("Date de création", "created_on"),
            ("Contact", "email"),
        ),
        at=2,
    )
    table.line(
        "RBAT",
        "Réseau Bâtiment et travaux publics",
        read("réseau académique de métiers", "academique", told=False),
        "Académie",
        several(f"{uai(371)}, {uai(372)}, {uai(373)}", uai(371), uai(372), uai(373)),
        3,
        several("Fédération du bâtiment d'essai / CFA Bâtir", "Fédération du bâtiment d'essai", "CFA Bâtir"),
        "01/09/2018",
        "reseau.btp@ac-essai.fr",
    )
    table.line(
        "RTER",
        "Réseau Tertiaire",
        read("réseau académique de métiers", "academique", told=False),
        "Académie",
        several(f"{uai(374)}\n{uai(375)}", uai(374), uai(375)),
        2,
        None,
        read("sept. 2019", "01/09/2019"),
        "reseau.ter@ac-essai.fr",
    )
    table.line(
        "CLEE-AL",
        "CLEE Artois-Lens",
        read("CLEE", "clee", told=False),
        "Bassin de Lens",
        several(f"LP Louise-Michel ({uai(311)}) ; LP Le Corbusier ({uai(312)})", uai(311), uai(312)),
        2,
        several("CCI Artois\nUIMM d'essai", "CCI Artois", "UIMM d'essai"),
        date(2016, 10, 14),
        "clee.artois@ac-essai.fr",
    )
    table.line(
        "FOQ-DK",
        "Foquale Flandre",
        read("FOQUALE", "foquale", told=False),
        "Dunkerque",
        several(f"{uai(301)} - {uai(322)}", uai(301), uai(322)),
        2,
        "Mission locale de Flandre",
        lost("2014"),
        None,
    )
    return excel("reseaux d'établissements.xlsx", page)


def declined_agreements() -> Workbook:
    """Agreements declined in a region, with their national reference."""
    page = Page("Déclinaisons")
    page.put("Conventions-cadres déclinées en région académique")
    page.skip()
    table = page.table(
        "frameworks",
        {
            "Réf.": "reference",
            "Titre de la convention": "title",
            "Nature": "kind",
            "Niveau": "level",
            "Branche / organisation": "partner",
            "SIREN": "partner_siren",
            "IDCC": "idcc",
            "Date de signature": "signed_on",
            "Entrée en vigueur": "starts_on",
            "Fin de validité": "ends_on",
            "Tacite reconduction": "renewal",
            "Accord national de référence": "declines",
            "Thématiques": "themes",
        },
        unjudged=("region",),
    )
    table.line(
        "RA-2022-01",
        "Convention régionale Travaux publics",
        said("Convention-cadre", "convention_cadre"),
        said("Régional", "regional"),
        "Fédération TP d'essai",
        read(site(35)[:9][1:], site(35)[:9]),
        read(1702, "1702", told=False),
        date(2022, 5, 3),
        date(2022, 9, 1),
        date(2025, 8, 31),
        said("non", "aucune"),
        "NAT-2018-10",
        several("PFMP, formation des enseignants", "pfmp", "formation_enseignants"),
    )
    table.line(
        "RA-2023-04",
        "Convention académique Propreté",
        said("Convention-cadre", "convention_cadre"),
        said("Académique", "academique"),
        "Fédération de la propreté d'essai",
        site(36)[:9],
        "3043",
        date(2023, 2, 14),
        date(2023, 3, 1),
        date(2026, 2, 28),
        said("oui", "tacite"),
        "NAT-2020-02",
        several("apprentissage ; insertion", "apprentissage", "insertion"),
    )
    table.line(
        "RA-2024-02",
        "Avenant Hôtellerie",
        said("Avenant", "avenant"),
        said("Régional", "regional"),
        "Union hôtelière d'essai",
        None,
        read("16", "0016", told=False),
        read("2 mai 2024", "02/05/2024"),
        date(2024, 6, 1),
        read("31 mai 2027", "31/05/2027"),
        said("non", "aucune"),
        None,
        said("orientation", "orientation"),
    )
    return excel("conventions cadres region.xlsx", page)


def directory_of_delegations() -> Workbook:
    """Delegations with postal and electronic addresses."""
    page = Page("Annuaire")
    page.put("Annuaire des délégations - région académique")
    page.skip()
    table = page.table(
        "delegations",
        {
            "Sigle": "kind",
            "Service": "name",
            "Échelon": "level",
            "Ressort territorial": "area",
            "Missions": "competence",
            "Adresse postale": None,
            "Ville": "commune",
            "Responsable": None,
            "Adresse électronique": "email",
            "Téléphone": "phone",
            "Page web": "web",
        },
    )
    table.line(
        said("DRAFPIC", "drafpic"),
        "Délégation régionale à la formation professionnelle initiale et continue",
        said("Région académique", "region"),
        "Hauts-de-France",
        "Relation école-entreprise",
        "144 rue de Bavay, 59000 Lille",
        "Lille",
        "Mme Durand",
        "drafpic@region-essai.fr",
        "03 20 15 60 00",
        "https://region-essai.fr/drafpic",
    )
    table.line(
        said("DRAREIC", "drareic"),
        "Délégation aux relations européennes et internationales",
        said("Région académique", "region"),
        "Hauts-de-France",
        "Partenaires étrangers",
        "144 rue de Bavay, 59000 Lille",
        "Lille",
        "M. Petit",
        "drareic@region-essai.fr",
        "03 20 15 60 10",
        None,
    )
    table.line(
        said("DSDEN", "dsden"),
        "DSDEN du Nord - école-entreprise",
        said("Département", "departement"),
        "Nord",
        None,
        "1 rue Claude-Bernard, 59033 Lille cedex",
        "Lille",
        None,
        "dsden59@essai.fr",
        "03 20 62 30 00",
        None,
    )
    table.line(
        said("DSDEN", "dsden"),
        "DSDEN de l'Oise - école-entreprise",
        said("Département", "departement"),
        "Oise",
        None,
        "22 av. Victor-Hugo, 60025 Beauvais",
        "Beauvais",
        None,
        read("dsden60@essai.fr ", "dsden60@essai.fr", told=False),
        "03-44-06-45-00",
        None,
    )
    return excel("Annuaire delegations.xlsx", page)


def services_by_their_kind() -> Workbook:
    """Delegations that only the kinds in their cells tell."""
    page = Page("")
    table = page.table(
        "delegations",
        {
            "LIBELLE_SERVICE": "name",
            "TYPE_SERVICE": "kind",
            "NIVEAU": "level",
            "LIB_TERRITOIRE": "area",
            "COMMUNE": "commune",
            "MEL_FONCTIONNEL": "email",
            "TEL_STANDARD": "phone",
        },
    )
    table.line(
        "Délégation académique à la formation professionnelle",
        said("DAFPIC", "dafpic"),
        said("académie", "academie"),
        "Amiens",
        "AMIENS",
        "dafpic@amiens-essai.fr",
        "0322823900",
    )
    table.line(
        "Délégation région académique information orientation",
        said("DRAIO", "draio"),
        said("région académique", "region"),
        "Hauts-de-France",
        "AMIENS",
        "draio@amiens-essai.fr",
        "0322823901",
    )
    table.line(
        "Délégation au numérique éducatif",
        said("DRANE", "drane"),
        said("région académique", "region"),
        "Hauts-de-France",
        "LILLE",
        "drane@lille-essai.fr",
        "0320156070",
    )
    return text("services_academiques.csv", page, "latin-1", separator="|", end="\r\n")


FRAMEWORKS_AND_DELEGATIONS: tuple[Workbook, ...] = (
    copied_from_the_web(),
    networks_and_members(),
    declined_agreements(),
    directory_of_delegations(),
    services_by_their_kind(),
)
