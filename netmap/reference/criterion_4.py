"""How the words of criterion 4 are read in a network: which kinds of partner, which themes. Data, a « proposition de netmap ».

The criterion (2023, article D. 335-1) names three circles of partners, acting in three domains; no official text says which partner or
which theme belongs where. A kind or a theme that is not here stands outside the grid; `global` says nothing of a domain.
"""

from netmap.domain.vocabulary import DOMAIN_OF_ACTION
from netmap.values import choice

SOURCE = "critère 4 du cahier des charges de 2023 (D. 335-1) ; correspondances : proposition de netmap"
CIRCLE = choice(
    "cercle",
    "un cercle de partenaires du critère 2023/4",
    {
        "economique": "Tissu économique local",
        "proximite": "Organismes de proximité",
        "etablissements": "Établissements partenaires",
    },
)
DOMAIN = DOMAIN_OF_ACTION

CIRCLES = {
    "entreprise": "economique",
    "branche": "economique",
    "opco": "economique",
    "chambre": "economique",
    "sante_social": "economique",
    "mission_locale": "proximite",
    "service_emploi": "proximite",
    "collectivite": "proximite",
    "etat": "proximite",
    "association": "proximite",
    "culture": "proximite",
    "delegation": "proximite",
    "reseau": "proximite",
    "formation": "etablissements",
    "superieur": "etablissements",
    "etablissement": "etablissements",
    "campus": "etablissements",
}
"""Give the circle of a kind of partner; a foreign partner and « autre » are in none."""

DOMAINS = {
    "pfmp": ("formation",),
    "apprentissage": ("formation", "insertion"),
    "visite": ("formation", "orientation"),
    "intervention": ("formation", "orientation"),
    "forum": ("orientation",),
    "taxe": ("formation",),
    "materiel": ("formation",),
    "formation_enseignants": ("formation",),
    "projet": ("formation",),
    "mentorat": ("orientation", "insertion"),
    "insertion": ("insertion",),
    "orientation": ("orientation",),
    "certification": ("formation",),
    "formation_continue": ("formation", "insertion"),
    "decrochage": ("orientation", "insertion"),
    "international": (),
    "culture": (),
    "recherche": ("formation",),
}
"""Give the domains of a theme; actions abroad and cultural ones serve other criteria (6 and 5)."""
