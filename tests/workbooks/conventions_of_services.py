"""Conventions as services ask for them and export them.

Written from the words of the issue alone, before netmap was tried on them.
"""

from datetime import date

from tests.workbooks.making import Page, Workbook, lost, parts, read, said, several, site, uai
from tests.workbooks.writing import excel, text


def groups_over_same_headings() -> Workbook:
    """Groups over headings that come twice: a name and a town for each."""
    page = Page("Conv.")
    page.put("DIRECTION DE L'ENSEIGNEMENT PROFESSIONNEL")
    page.put("Extraction du 04/11/2024 - pôle relations école-entreprise")
    page.skip()
    page.put(None, "Établissement", None, None, "Partenaire", None, None, None, "Convention", None, None, None)
    page.merge(3, at=1)
    page.merge(4, at=4)
    page.merge(4, at=8)
    table = page.table(
        "conventions",
        (
            ("N°", None),
            ("UAI", "uai"),
            ("Nom", "establishment"),
            ("Ville", None),
            ("Nom", "partner"),
            ("SIRET", "partner_siret"),
            ("CP", "partner_postcode"),
            ("Ville", "partner_commune"),
            ("Objet", "object"),
            ("Début", "starts_on"),
            ("Fin", "ends_on"),
            ("Renouvellement", "renewal"),
        ),
        unjudged=("reference",),
    )
    table.line(
        1,
        uai(501),
        "LP Molière",
        "Amiens",
        "Goodyear d'essai",
        site(1),
        "80000",
        "Amiens",
        "PFMP maintenance",
        date(2024, 9, 1),
        date(2027, 8, 31),
        said("Tacite", "tacite"),
    )
    table.line(
        2,
        uai(501),
        "LP Molière",
        "Amiens",
        "Clinique Pauchet",
        read(site(2)[1:], site(2)),
        "80090",
        "Amiens",
        "Accueil ASSP",
        date(2023, 9, 1),
        date(2024, 8, 31),
        said("Expresse", "expresse"),
    )
    table.line(
        3,
        uai(502),
        "LPO Delambre",
        "Abbeville",
        "Menuiseries de la Somme",
        site(3),
        "80100",
        "Abbeville",
        "Visites",
        read("01/09/24", "01/09/2024", told=False),
        read("31/08/25", "31/08/2025", told=False),
        said("Aucune", "aucune"),
    )
    return excel("extraction conventions DEP.xlsx", page)


def headings_that_explain() -> Workbook:
    """Headings that explain how to fill the column."""
    page = Page("Saisie")
    page.put("Merci de renseigner une ligne par convention. Les champs marqués * sont obligatoires.")
    table = page.table(
        "conventions",
        {
            "Code UAI de l'établissement * (ex : 0590001A)": "uai",
            "Nom de l'entreprise partenaire *": "partner",
            "N° SIRET (14 chiffres)": "partner_siret",
            "Type de partenaire (liste déroulante)": "partner_category",
            "Objet du partenariat": "object",
            "Date de début (jj/mm/aaaa) *": "starts_on",
            "Date de fin (jj/mm/aaaa)": "ends_on",
            "Date de signature par le chef d'établissement": "signed_on",
            "Date de délibération du CA": "voted_on",
            "Contribution financière éventuelle (en €)": "amount",
            "Nombre d'élèves concernés": "pupils",
            "Filière(s) concernée(s)": "filieres",
            "Commentaire libre": "comment",
        },
    )
    table.line(
        uai(511),
        "Carrosserie Blin",
        site(4),
        said("Entreprise", "entreprise"),
        "Stages et don de véhicules",
        date(2024, 9, 2),
        date(2026, 9, 1),
        date(2024, 7, 3),
        date(2024, 6, 20),
        read("1 200 €", 1200),
        18,
        several("Maintenance des véhicules / Carrosserie", "Maintenance des véhicules", "Carrosserie"),
        None,
    )
    table.line(
        read(uai(512).lower(), uai(512)),
        "Chambre de métiers de la Somme",
        read(f"{site(5)[:9]}\u00a0{site(5)[9:]}", site(5)),
        said("Chambre consulaire", "chambre"),
        "Concours « Un des meilleurs apprentis »",
        read(45537, "02/09/2024"),
        read(45900, "31/08/2025"),
        None,
        None,
        read("2.500,00", 2500),
        None,
        None,
        "à relancer",
    )
    table.line(
        uai(513),
        "EHPAD Les Lilas",
        lost("1,2345E+13"),
        said("Établissement sanitaire ou social", "sante_social"),
        "Accueil de stagiaires",
        read("2024-01-08 00:00:00", "08/01/2024", told=False),
        read("31 déc. 2026", "31/12/2026"),
        read("8 janvier 2024", "08/01/2024"),
        date(2023, 12, 14),
        read("sans objet", told=False),
        read("12 élèves", 12),
        "Services à la personne",
        None,
    )
    table.line(
        uai(511),
        "Région Hauts-de-France",
        None,
        said("Collectivité territoriale", "collectivite"),
        "Équipement",
        read(date(2025, 8, 31), "01/09/2022"),
        read(date(2022, 9, 1), "31/08/2025"),
        None,
        None,
        None,
        None,
        None,
        "dates à vérifier",
    )
    return excel("enquete conventions 2024.xlsx", page)


def periods_in_one_cell() -> Workbook:
    """Periods in one cell, under a line that tells the separator."""
    page = Page("")
    table = page.table(
        "conventions",
        {
            "Référence interne": "reference",
            "Lycée": "establishment",
            "Signataire": "partner",
            "Ville siège": "partner_commune",
            "Thème principal": "themes",
            "Période de validité": "starts_on",
            "Reconduction tacite": "renewal",
            "Préavis": "notice_months",
            "Référent (fonction)": "contact",
            "Statut": "status",
        },
    )
    table.line(
        "ACA-001/22",
        "LP Mansart",
        "Groupe Batim",
        "Saint-Quentin",
        said("Stages", "pfmp"),
        parts("du 01/09/2022 au 31/08/2025", starts_on="01/09/2022", ends_on="31/08/2025"),
        said("Oui", "tacite"),
        read("3 mois", 3),
        "DDFPT",
        said("Signée", "signee"),
    )
    table.line(
        "ACA-002/22",
        "LP Mansart",
        "Pôle Textile",
        "Roubaix",
        said("Matériel", "materiel"),
        parts("01/01/2023 - 31/12/2023", starts_on="01/01/2023", ends_on="31/12/2023"),
        said("Non", "aucune"),
        read("6 mois", 6),
        "gestionnaire",
        said("Terminée", "terminee"),
    )
    table.line(
        "ACA-003/24",
        "LPO Grevin",
        "CAPEB d'essai",
        "Laon",
        said("Apprentissage", "apprentissage"),
        parts("2024-2025", starts_on="01/09/2024", ends_on="31/08/2025"),
        said("Non", "aucune"),
        None,
        "responsable BDE",
        said("Votée en CA", "votee"),
    )
    return text("registre_2022_2024.csv", page, "utf-8", separator=";", before="sep=;\r\n")


def quoted_line_breaks() -> Workbook:
    """Line breaks and separators in quotes."""
    page = Page("")
    table = page.table(
        "conventions",
        {
            "Num": "reference",
            "Lycées concernés": "establishment",
            "Partenaires": "partner",
            "Objet": "object",
            "Commencement": "starts_on",
            "Terme": "ends_on",
            "Bilan / suites": "follow_up",
        },
    )
    table.line(
        "C-2023-110",
        several("LP Zola\nLP Sand", "LP Zola", "LP Sand"),
        several("Kéolis d'essai\nIlévia d'essai", "Kéolis d'essai", "Ilévia d'essai"),
        "Mobilité ; transports",
        "01/09/2023",
        "31/08/2026",
        "Bilan positif ;\nà reconduire",
    )
    table.line("C-2023-111", "LP Sand", "Théâtre du Nord", "Actions culturelles", "15/10/2023", "15/06/2024", 'Dit « le "bon" projet »')
    table.line(
        "C-2023-112",
        several("LP Zola / LPO Gide", "LP Zola", "LPO Gide"),
        "Banque alimentaire",
        "Collecte annuelle",
        "01/11/2023",
        read("néant", told=False),
        None,
    )
    return text("conventions_multi.csv", page, "cp1252", separator=";")


CONVENTIONS_OF_SERVICES: tuple[Workbook, ...] = (
    groups_over_same_headings(),
    headings_that_explain(),
    periods_in_one_cell(),
    quoted_line_breaks(),
)
