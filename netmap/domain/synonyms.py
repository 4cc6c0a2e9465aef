"""Words that people write for the choices of `netmap.domain.vocabulary`: by vocabulary, then by code, parted by « ; ».

What a word may mean besides has no entry: « abandonnée » is not said to be a convention that was ended.
"""

from collections.abc import Mapping

_SAID: Mapping[str, Mapping[str, str]] = {
    "statut": {
        "public": "PU; enseignement public",
        "prive": "PR; enseignement privé",
        "prive_contrat": "privé sous contrat d'association; contrat d'association; privé SC",
        "prive_hors_contrat": "privé HC",
    },
    "categorie": {
        "culture": "théâtre; structure culturelle",
        "entreprise": "PME; TPE; ETI; artisan; commerçant; entreprise privée; entreprise publique; grande entreprise",
        "branche": "branche; organisation professionnelle; fédération professionnelle; union professionnelle; syndicat",
        "opco": "opérateur de compétences",
        "chambre": ("consulaire; chambre; chambre de commerce; chambre de commerce et d'industrie; chambre de métiers et de l'artisanat"),
        "service_emploi": "SPE; cap emploi",
        "collectivite": (
            "collectivité; collectivité locale; conseil régional; conseil départemental; intercommunalité; EPCI; "
            "communauté de communes; communauté d'agglomération; métropole"
        ),
        "etat": "service déconcentré; préfecture; DREETS",
        "association": "fondation; ONG; club d'entreprises",
        "formation": "organisme de formation; centre de formation; AFPA",
        "superieur": (
            "enseignement supérieur; établissement d'enseignement supérieur; recherche; laboratoire; "
            "laboratoire de recherche; IUT; école d'ingénieurs"
        ),
        "sante_social": ("établissement de santé; santé; clinique; médico-social; établissement médico-social; structure médico-sociale"),
        "etranger": "partenaire international; établissement étranger; entreprise étrangère",
    },
    "theme": {
        "pfmp": (
            "accueil de stagiaires; accueil stagiaires; périodes en entreprise; "
            "périodes de formation en milieu professionnel; formation en milieu professionnel"
        ),
        "visite": "visite d'entreprise",
        "intervention": "intervention; interventions de professionnels; témoignages",
        "forum": "forum; salon; portes ouvertes; événementiel",
        "materiel": "don; dons; équipement; équipements; prêt de machines",
        "formation_enseignants": "formation des professeurs; stages enseignants",
        "mentorat": "tutorat; mentorat",
        "insertion": "recrutement; insertion; job dating",
        "orientation": "découverte professionnelle; stage de 3e; stages de 3e; information métiers",
        "decrochage": "raccrochage; décrochage; persévérance scolaire",
        "international": "erasmus+; mobilité internationale",
        "culture": "action culturelle; sorties culturelles",
        "recherche": "transfert de technologie",
    },
    "etat_convention": {
        "denoncee": "rompue",
        "votee": "votée CA; passée en CA; adoptée; adoptée en CA; approuvée en CA; validée en CA",
        "projet": (
            "brouillon; en cours de rédaction; en rédaction; en cours d'élaboration; en élaboration; en négociation; "
            "en discussion; à l'étude; à rédiger; à finaliser"
        ),
        "signee": "effective",
        "terminee": "achevée; close; clôturée; caduque; arrivée à échéance",
        "renouvelee": "reconduite; prolongée",
    },
    "reconduction": {
        "expresse": "par avenant",
        "aucune": "pas de reconduction; sans reconduction; non reconductible; non renouvelable",
    },
    "sigle_delegation": {
        "dafpic": "dafpa",
        "drane": "dane",
        "draio": "csaio",
    },
    "sorte_reseau": {
        "bde": "bureaux des entreprises",
        "academique": "académique; réseau académique; réseau de métiers",
        "clee": "comité local école-entreprise",
        "foquale": "réseau foquale",
        "informel": "informelle",
    },
    "etat_action": {
        "prevue": "programmée; en projet; à venir; à faire; en préparation",
        "realisee": "terminée; terminé; effectuée",
        "annulee": "abandonnée",
    },
}


def synonyms(vocabulary: str) -> dict[str, str]:
    """Give the code of each word that people write for the choices of a vocabulary."""
    return {word: code for code, words in _SAID.get(vocabulary, {}).items() for word in words.split("; ")}
