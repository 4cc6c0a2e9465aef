"""Words that people write for the choices of `netmap.domain.vocabulary`: by vocabulary, then by code, parted by « ; ».

What a word may mean besides has no entry: « abandonnée » is not said to be a convention that was ended.
"""

from collections.abc import Mapping

_SAID: Mapping[str, Mapping[str, str]] = {
    "statut": {
        "prive": "privé; PR; enseignement privé",
        "prive_contrat": "sous contrat; privé sous contrat d'association; contrat d'association; privé SC; privé s/contrat; privé s/c",
        "prive_hors_contrat": "hors contrat; privé HC",
        "public": "PU; enseignement public",
    },
    "etat": {
        "ouvert": "actif; active; a",
        "ferme": "f; fermée; cessé; cessée; clos; close",
    },
    "categorie": {
        "entreprise": (
            "société; groupe; ent; entreprise privée; société privée; grande entreprise; grand groupe; pme; tpe; eti; tpe/pme; "
            "pme/pmi; artisan; commerce; commerçant; industriel; exploitation agricole; agence d'intérim; start-up; entreprise "
            "publique"
        ),
        "branche": (
            "fédération; syndicat professionnel; branche professionnelle; fédération professionnelle; organisation professionnelle; "
            "branche; union professionnelle; syndicat"
        ),
        "chambre": (
            "cci; cma; chambre de métiers; chambre d'agriculture; réseau consulaire; chambre; consulaire; chambre de commerce; "
            "chambre de commerce et d'industrie; chambre de métiers et de l'artisanat"
        ),
        "mission_locale": "ml",
        "service_emploi": "france travail; pôle emploi; cap emploi; spe",
        "collectivite": (
            "mairie; commune; région; département; collectivité; collectivité locale; communauté de communes; intercommunalité; "
            "epci; métropole; conseil départemental; conseil régional; ville; communauté d'agglomération"
        ),
        "etat": "administration; ministère; service public; préfecture; service déconcentré; DREETS",
        "formation": "cfa; greta; organisme de formation; centre de formation; afpa",
        "superieur": (
            "université; enseignement supérieur; école d'ingénieurs; iut; laboratoire; recherche; établissement d'enseignement "
            "supérieur; laboratoire de recherche"
        ),
        "sante_social": (
            "hôpital; ehpad; établissement de santé; clinique; médico-social; sanitaire et social; esat; santé; établissement "
            "médico-social; structure médico-sociale"
        ),
        "culture": "musée; théâtre; médiathèque; bibliothèque; structure culturelle",
        "etranger": "étranger; partenaire international; établissement étranger; entreprise étrangère",
        "association": "asso; assoc; association loi 1901; ong; fondation; club d'entreprises",
        "opco": "opérateur de compétences",
    },
    "theme": {
        "pfmp": (
            "stage; stages; accueil en pfmp; stages pfmp; stagiaires; accueil de stagiaires; périodes de formation; accueil "
            "stagiaires; périodes en entreprise; périodes de formation en milieu professionnel; formation en milieu professionnel"
        ),
        "apprentissage": "alternance; apprentis; contrat d'apprentissage",
        "visite": "visites; visite; visite d'entreprise",
        "certification": "visite-jury; jury; jurys",
        "intervention": "interventions; témoignages; conférence; intervention; interventions de professionnels",
        "materiel": (
            "plateau technique; prêt de matériel; don de matériel; don; matériel; équipement; dons; équipements; prêt de machines"
        ),
        "international": "mobilité; europe; erasmus; mobilité internationale",
        "mentorat": "parrainage; tutorat; mentorat",
        "orientation": (
            "découverte des métiers; immersion; mini-stage; découverte professionnelle; stage de 3e; stages de 3e; information métiers"
        ),
        "decrochage": "décrochage scolaire; persévérance; persévérance scolaire; raccrochage; décrochage",
        "insertion": "emploi; job dating; recrutement; insertion",
        "forum": "forum des métiers; forum; salon; portes ouvertes; événementiel",
        "projet": "chef-d'œuvre; projet pédagogique; concours",
        "taxe": "ta; taxe; solde ta",
        "formation_enseignants": "formation des enseignants; formation des professeurs; stages enseignants",
        "culture": "culturel; culture; action culturelle; sorties culturelles",
        "recherche": "transfert de technologie",
    },
    "etat_convention": {
        "signee": ("en cours; active; en vigueur; valide; en cours de validité; signée par les deux parties; à renouveler; effective"),
        "projet": (
            "à signer; en préparation; brouillon; en projet; en cours de rédaction; à rédiger; en rédaction; en cours "
            "d'élaboration; en élaboration; en négociation; en discussion; à l'étude; à finaliser"
        ),
        "terminee": "échue; expirée; finie; caduque; archivée; close; achevée; clôturée; arrivée à échéance",
        "denoncee": "résiliée; rompue; annulée",
        "votee": "votée; approuvée en ca; validée en ca; votée CA; passée en CA; adoptée; adoptée en CA",
        "renouvelee": "reconduite; prolongée",
    },
    "reconduction": {
        "aucune": "non; aucun; néant; sans; non prévue; non reconductible; non renouvelable; sans reconduction; pas de reconduction; ferme",
        "tacite": "oui tacite; oui tacitement; oui par tacite reconduction; tacite reconduction; tacitement; automatique; automatiquement",
        "expresse": "avenant; oui par avenant; expres; express; expressément; par avenant; sur demande",
    },
    "clause": {
        "preambule": "préambule",
        "objet": "article 1er",
        "engagements": "engagement",
        "duree": "durée",
        "suivi": "renouvellement",
        "finances": "financier",
        "confidentialite_assurance": "assurance; confidentialité; sécurité",
        "litiges": "litige",
    },
    "nature_accord": {
        "convention_cadre": "convention cadre; convention de coopération",
        "accord_partenariat": "accord de coopération; convention de partenariat",
        "protocole": "protocole",
    },
    "niveau_accord": {
        "regional": "régional; région; inter-académique; interacademique; académies",
        "academique": "académie",
    },
    "portee": {
        "chambres": "chambre; réseau consulaire; réseau de chambres",
        "interprofession": "interprofessionnel; cross-industry",
        "branche": "organisation professionnelle; fédération",
    },
    "sigle_delegation": {
        "drareic": "dreic",
        "drafpic": "drafpica",
        "autre": "ree",
        "dafpic": "dafpa",
        "drane": "dane",
        "draio": "csaio",
    },
    "sorte_reseau": {
        "labellise": "label; lycée des métiers",
        "bde": "bureau des entreprises; bureaux des entreprises; réseau des bde; réseau bde",
        "formation": "cfa",
        "academique": "académique; réseau académique; réseau de métiers",
        "clee": "comité local école-entreprise",
        "foquale": "réseau foquale",
        "informel": "informelle",
    },
    "niveau_territoire": {
        "region": "région",
        "academie": "académie",
        "departement": "département",
        "bassin": "bassin de formation",
        "zone_emploi": "zone d'emploi",
    },
    "domaine": {
        "formation": "formation professionnelle; formation pro",
        "insertion": "insertion professionnelle",
    },
    "etat_action": {
        "prevue": (
            "prévu; planifiée; planifié; programmée; programmé; prévisionnel; à venir; à faire; à organiser; à planifier; en "
            "préparation; en projet; projet"
        ),
        "realisee": "fait; faite; réalisé; effectuée; effectué; tenue; terminée; terminé; passée; passé; clôturée",
        "annulee": "annulé; abandonnée; abandonné; supprimée; non réalisée",
    },
    "version_naf": {
        "2008": "rév. 2; naf rév. 2",
    },
    "theme_critere": {
        "partenariat": "partenariats",
        "decrochage": "décrochage",
        "insertion_suivi": "insertion",
        "international": "ouverture européenne",
    },
    "portee_critere": {
        "region": "région",
        "academie": "académique",
    },
}


def synonyms(vocabulary: str) -> dict[str, str]:
    """Give the code of each word that people write for the choices of a vocabulary."""
    return {word: code for code, words in _SAID.get(vocabulary, {}).items() for word in words.split("; ")}
