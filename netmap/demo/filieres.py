"""The sixteen filières of the demo, the trades that companies of each exercise, and what a convention may be about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trade:
    """Hold a trade: what a company of it is called, its NAF code, its IDCC."""

    called: str
    naf: str
    idcc: str = ""


@dataclass(frozen=True, slots=True)
class Filiere:
    """Hold a filière: a short code of ours, its name, the trades of its companies (none: nobody works in it here)."""

    code: str
    name: str
    trades: tuple[Trade, ...]


FILIERES = (
    Filiere(
        "bat",
        "Construction durable, bâtiment et travaux publics",
        (Trade("Maçonnerie", "43.99C", "1597"), Trade("Couverture", "43.91B", "1597"), Trade("Travaux publics", "42.11Z", "1702")),
    ),
    Filiere(
        "bois",
        "Agencement, menuiserie et ameublement",
        (Trade("Menuiserie", "43.32A", "1597"), Trade("Ébénisterie", "31.09B", "1411"), Trade("Scierie", "16.10A", "0158")),
    ),
    Filiere(
        "elec",
        "Numérique et transitions énergétiques",
        (Trade("Électricité", "43.21A", "1597"), Trade("Chauffage", "43.22B", "1597"), Trade("Informatique", "62.02A", "1486")),
    ),
    Filiere(
        "vehic",
        "Maintenance des matériels et des véhicules",
        (Trade("Garage", "45.20A", "1090"), Trade("Carrosserie", "45.20A", "1090"), Trade("Matériels agricoles", "46.61Z", "1404")),
    ),
    Filiere(
        "auto",
        "Pilotage et maintenance d’installations automatisées",
        (
            Trade("Automatismes", "33.20C", "3248"),
            Trade("Maintenance industrielle", "33.12Z", "3248"),
            Trade("Emballages", "22.22Z", "0292"),
        ),
    ),
    Filiere(
        "meca",
        "Réalisation d’ensembles mécaniques et industriels",
        (Trade("Mécanique", "25.62B", "3248"), Trade("Chaudronnerie", "25.11Z", "3248"), Trade("Fonderie", "24.51Z", "3248")),
    ),
    Filiere("aero", "Aéronautique", (Trade("Aérostructures", "30.30Z", "3248"), Trade("Maintenance aéronautique", "33.16Z", "3248"))),
    Filiere(
        "logis",
        "Gestion administrative, transport et logistique",
        (Trade("Transports", "49.41A", "0016"), Trade("Entrepôts", "52.10B", "0016"), Trade("Secrétariat", "82.11Z", "2098")),
    ),
    Filiere(
        "vente",
        "Relation client",
        (Trade("Magasins", "47.11F", "2216"), Trade("Jardinerie", "47.76Z", "1760"), Trade("Assurances", "66.22Z", "2247")),
    ),
    Filiere(
        "hotel",
        "Hôtellerie-restauration",
        (Trade("Hôtel", "55.10Z", "1979"), Trade("Restaurant", "56.10A", "1979"), Trade("Traiteur", "56.21Z", "1979")),
    ),
    Filiere(
        "alim",
        "Alimentation",
        (Trade("Boulangerie", "10.71C", "0843"), Trade("Fromagerie", "10.51C", "0112"), Trade("Boucherie", "47.22Z", "0992")),
    ),
    Filiere("beaute", "Beauté et bien-être", (Trade("Coiffure", "96.02A", "2596"), Trade("Institut", "96.02B", "3032"))),
    Filiere(
        "soin",
        "Services à la personne",
        (Trade("Aide à domicile", "88.10A", "2941"), Trade("Crèche", "88.91A", "1261"), Trade("Résidence", "87.10A", "0029")),
    ),
    Filiere(
        "graph", "Industries graphiques et communication", (Trade("Imprimerie", "18.12Z", "0184"), Trade("Enseignes", "32.99Z", "3034"))
    ),
    Filiere("cuir", "Cuir", ()),
    Filiere("textile", "Entretien des textiles", ()),
)
BY_CODE = {filiere.code: filiere for filiere in FILIERES}
# Two filières are taught and no organisation works in them.
WITH_TRADES = tuple(filiere.code for filiere in FILIERES if filiere.trades)


def names(codes: tuple[str, ...]) -> str:
    """Write filières as one cell."""
    return " | ".join(BY_CODE[code].name for code in codes)


# Code of a theme, how the demo's files write it, what such a convention is about.
THEMES = {
    "pfmp": ("PFMP et stages", "Accueil en PFMP des élèves"),
    "apprentissage": ("Apprentissage", "Parcours mixtes et accueil d’apprentis"),
    "visite": ("Visites d’entreprise", "Visites des ateliers et des chantiers"),
    "intervention": ("Interventions en classe", "Interventions de professionnels en classe"),
    "forum": ("Forums et événements", "Participation au forum des métiers"),
    "taxe": ("Taxe d’apprentissage", "Affectation du solde de la taxe d’apprentissage"),
    "materiel": ("Prêt de matériel", "Prêt de matériel et accès au plateau technique"),
    "formation_enseignants": ("Formation des enseignants", "Accueil d’enseignants en stage en entreprise"),
    "projet": ("Projet pédagogique, chef-d’œuvre", "Chef-d’œuvre et projets pédagogiques"),
    "mentorat": ("Mentorat et parrainage", "Parrainage de classes par des salariés"),
    "insertion": ("Insertion professionnelle", "Insertion des jeunes diplômés"),
    "orientation": ("Découverte des métiers, orientation", "Découverte des métiers pour les collégiens"),
    "certification": ("Jurys, coloration, FCIL", "Jurys et coloration des diplômes"),
    "formation_continue": ("Formation continue", "Formation continue des salariés"),
    "decrochage": ("Lutte contre le décrochage", "Prévention du décrochage et retour en formation"),
    "international": ("International et mobilité", "Mobilité des élèves à l’étranger"),
    "culture": ("Actions culturelles", "Parcours artistiques et culturels"),
    "recherche": ("Recherche et transfert de technologie", "Transfert de technologie avec la plateforme"),
    "global": ("Partenariat global", "Partenariat global"),
}


def themes(*codes: str) -> str:
    """Write themes as one cell."""
    return " | ".join(THEMES[code][0] for code in codes)
