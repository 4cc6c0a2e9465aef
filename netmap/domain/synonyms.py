"""Words that people write for the choices of `netmap.domain.vocabulary`: by vocabulary, then by code, parted by « ; ».

What a word may mean besides has no entry: « abandonnée » is not said to be a convention that was ended.
"""

from collections.abc import Mapping

_SAID: Mapping[str, Mapping[str, str]] = {
    "statut": {
        "prive": "privé; PR; enseignement privé",
        "prive_contrat": (
            "sous contrat; privé sous contrat d'association; contrat d'association; privé SC; privé s/contrat; privé s/c; PR sous contrat"
        ),
        "prive_hors_contrat": "hors contrat; privé HC",
        "public": "PU; pub; publ; enseignement public",
    },
    "etat": {
        "ouvert": "actif; active; a; encore ouvert; toujours ouvert",
        "ferme": "f; fermée; parti; partie; cessé; cessée; clos; close",
    },
    "categorie": {
        "entreprise": (
            "société; groupe; ent; entreprise privée; société privée; grande entreprise; grand groupe; pme; tpe; eti; tpe/pme; pme/pmi; "
            "artisan; commerce; commerçant; industriel; exploitation agricole; agence d'intérim; start-up; entreprise publique; sté; "
            "sté privée; établissement privé; auto-entrepreneur; micro-entreprise; coopérative; exploitant; exploitation; employeur; "
            "entr; entreprise artisanale; entreprise familiale; entreprise industrielle; firme; commerce de proximité; restaurant; hôtel; "
            "garage; filiale"
        ),
        "branche": (
            "fédération; syndicat professionnel; branche professionnelle; fédération professionnelle; organisation professionnelle; "
            "branche; union professionnelle; syndicat; fédé; fédération pro; fédération de branche; branche pro; organisation "
            "patronale; union patronale; syndicat patronal; interprofession; organisation syndicale"
        ),
        "chambre": (
            "cci; cma; chambre de métiers; chambre d'agriculture; réseau consulaire; chambre; consulaire; chambre de commerce; chambre "
            "de commerce et d'industrie; chambre de métiers et de l'artisanat; chambre des métiers; chambre de commerce et industrie"
        ),
        "mission_locale": "ml; miss loc; mission loc",
        "service_emploi": "france travail; pôle emploi; cap emploi; spe",
        "collectivite": (
            "mairie; commune; région; département; collectivité; collectivité locale; communauté de communes; intercommunalité; epci; "
            "métropole; conseil départemental; conseil régional; ville; communauté d'agglomération; collectivité territoriale; "
            "communauté urbaine; agglomération; agglo; com com; syndicat intercommunal; syndicat mixte; coll territoriale; coll terr"
        ),
        "etat": (
            "administration; ministère; service public; préfecture; service déconcentré; DREETS; état; services de l'état; "
            "administration publique; armée; police; gendarmerie"
        ),
        "formation": (
            "cfa; greta; organisme de formation; centre de formation; afpa; centre de formation d'apprentis; of; organisme de formation "
            "continue; école de production"
        ),
        "superieur": (
            "univ; université; enseignement supérieur; école d'ingénieurs; iut; laboratoire; recherche; établissement d'enseignement "
            "supérieur; laboratoire de recherche; enseignement sup; sup; école supérieure; école d'ingénieur; labo; centre de recherche"
        ),
        "sante_social": (
            "hôpital; ehpad; établissement de santé; clinique; médico-social; sanitaire et social; esat; santé; établissement "
            "médico-social; structure médico-sociale; établissement de soins; maison de retraite; crèche; social; ime; sanitaire; "
            "établissement social; centre hospitalier; résidence autonomie"
        ),
        "culture": (
            "musée; théâtre; médiathèque; bibliothèque; structure culturelle; lieu culturel; culturel; établissement culturel; salle de "
            "spectacle; association culturelle; cinéma; compagnie de théâtre; troupe; festival; conservatoire"
        ),
        "etranger": "étranger; partenaire international; établissement étranger; entreprise étrangère",
        "association": (
            "asso; assoc; association loi 1901; ong; fondation; club d'entreprises; association locale; association d'insertion; "
            "structure associative; associatif; fondation d'entreprise; club"
        ),
        "opco": "opérateur de compétences",
    },
    "theme": {
        "pfmp": (
            "stage; stages; accueil en pfmp; stages pfmp; stagiaires; accueil de stagiaires; périodes de formation; accueil stagiaires; "
            "périodes en entreprise; périodes de formation en milieu professionnel; formation en milieu professionnel; pfmp et stages; "
            "stages élèves; accueil d'élèves; accueil élèves; accueil en stage; stages et pfmp; stage pfmp"
        ),
        "apprentissage": "alternance; apprentis; contrat d'apprentissage; apprenti; contrats d'apprentissage; alternants",
        "visite": (
            "visites; visite; visite d'entreprise; visites d'entreprises; visite de site; visites de sites; visite entreprise; visites "
            "entreprises; sortie; visite de chantier; visite d'atelier"
        ),
        "certification": (
            "visite-jury; jury; jurys; ccf; jury d'examen; jurys d'examen; participation aux jurys; jury de ccf; jurys de ccf; épreuves"
        ),
        "intervention": (
            "interventions; témoignages; conférence; intervention; interventions de professionnels; intervention en classe; "
            "intervention de professionnel; témoignage; conférences; rencontre; rencontres; rencontre avec un professionnel; atelier"
        ),
        "materiel": (
            "plateau technique; prêt de matériel; don de matériel; don; matériel; équipement; dons; équipements; prêt de machines; "
            "prêt; prêts; prêt matériel; don matériel; dons de matériel; fourniture; matériaux; machines; mise à disposition de "
            "matériel; plateaux techniques"
        ),
        "international": (
            "mobilité; europe; erasmus; mobilité internationale; mobilités; erasmus+; échange; échanges; mobilité européenne; stage à "
            "l'étranger"
        ),
        "mentorat": "parrainage; tutorat; mentorat; parrain; parrainages; mentor; tuteurs",
        "orientation": (
            "découverte des métiers; immersion; mini-stage; découverte professionnelle; stage de 3e; stages de 3e; information métiers; "
            "information; découverte; stage de découverte; stages de découverte; stage de seconde; stage 2de"
        ),
        "decrochage": (
            "décrochage scolaire; persévérance; persévérance scolaire; raccrochage; décrochage; lutte contre le décrochage; "
            "décrocheurs; prévention du décrochage"
        ),
        "insertion": (
            "emploi; job dating; recrutement; insertion; insertion pro; insertion professionnelle; embauche; embauches; recrutements; "
            "simulation d'entretien; simulations d'entretien"
        ),
        "forum": "forum des métiers; forum; salon; portes ouvertes; événementiel; forums; salons; jpo; forum métiers; forum entreprises",
        "projet": (
            "chef-d'œuvre; projet pédagogique; concours; projets; projet tutoré; challenge; défi; chantier école; chantier-école; "
            "mini-entreprise; projet avec les élèves; projet avec des élèves"
        ),
        "taxe": (
            "ta; taxe; solde ta; ta solde; versement de la taxe d'apprentissage; taxe d'apprentissage; versement de la taxe; solde de "
            "la taxe; solde de la ta"
        ),
        "formation_enseignants": (
            "formation des enseignants; formation des professeurs; stages enseignants; formation des profs; formation de profs; "
            "formation profs; formation enseignants; stage enseignant; formation des équipes"
        ),
        "culture": "culturel; culture; action culturelle; sorties culturelles; sortie culturelle; eac",
        "recherche": "transfert de technologie",
    },
    "etat_convention": {
        "signee": ("en cours; active; en vigueur; valide; en cours de validité; signée par les deux parties; à renouveler; effective"),
        "projet": (
            "à signer; en préparation; brouillon; en projet; en cours de rédaction; à rédiger; en rédaction; en cours "
            "d'élaboration; en élaboration; en négociation; en discussion; à l'étude; à finaliser; "
            "en relecture; projet en relecture; encore en projet; toujours en projet"
        ),
        "terminee": "échue; expirée; finie; caduque; archivée; close; achevée; clôturée; arrivée à échéance",
        "denoncee": "résiliée; rompue; annulée",
        "votee": "votée; votée, à signer; votée non signée; approuvée en ca; validée en ca; votée CA; passée en CA; adoptée; adoptée en CA",
        "renouvelee": "reconduite; prolongée",
    },
    "reconduction": {
        "aucune": (
            "non; aucun; néant; sans; non prévue; non reconductible; non renouvelable; sans reconduction; pas de reconduction; pas de "
            "renouvellement; ferme"
        ),
        "tacite": (
            "oui tacite; oui tacitement; oui par tacite reconduction; tacite reconduction; tacitement; automatique; automatiquement; "
            "reconduction tacite; renouvellement tacite; reconduction automatique"
        ),
        "expresse": (
            "avenant; oui par avenant; expres; express; expressément; par avenant; sur demande; reconduction expresse; renouvellement "
            "exprès; renouvellement par avenant; par avenant exprès"
        ),
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
        "national": "nationaux; nationales",
        "regional": "régional; région; régionaux; régionales; inter-académique; interacademique; académies",
        "academique": "académie; académiques",
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
        "region": "région; régional; régionale",
        "academie": "académie; académique",
        "departement": "département; départemental; départementale",
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
            "préparation; en projet; projet; pas encore"
        ),
        "realisee": (
            "fait; faite; réalisé; effectuée; effectué; ok; c'est fait; a eu lieu; oui, réalisée; tenue; terminée; terminé; passée; "
            "passé; clôturée"
        ),
        "annulee": "annulé; non, annulée; abandonnée; abandonné; supprimée; non réalisée",
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
