"""The grid of the partnership criterion's own words: with whom (three families) and in what (three domains).

The words are those of the 2023 text: « tissu économique local », « organismes de proximité », « établissements partenaires » ; formation
professionnelle, orientation, insertion. Which category or theme falls under which word is a proposition de netmap.
"""

FAMILIES = {
    "tissu": "Tissu économique local",
    "proximite": "Organismes de proximité",
    "etablissements": "Établissements partenaires",
}
DOMAINS = {"formation": "Formation professionnelle", "orientation": "Orientation", "insertion": "Insertion"}

FAMILY_OF = {
    "entreprise": "tissu",
    "branche": "tissu",
    "opco": "tissu",
    "chambre": "tissu",
    "mission_locale": "proximite",
    "service_emploi": "proximite",
    "collectivite": "proximite",
    "etat": "proximite",
    "association": "proximite",
    "sante_social": "proximite",
    "culture": "proximite",
    "formation": "etablissements",
    "superieur": "etablissements",
}
"""The family of a category of partner; an establishment is of the third one, a category that is not here of none."""

DOMAIN_OF = {
    "pfmp": "formation",
    "apprentissage": "formation",
    "intervention": "formation",
    "taxe": "formation",
    "materiel": "formation",
    "formation_enseignants": "formation",
    "projet": "formation",
    "certification": "formation",
    "formation_continue": "formation",
    "recherche": "formation",
    "visite": "orientation",
    "forum": "orientation",
    "orientation": "orientation",
    "decrochage": "orientation",
    "mentorat": "insertion",
    "insertion": "insertion",
}
"""The domain of a theme; themes that say no domain (partenariat global, culture, international) are of none."""
