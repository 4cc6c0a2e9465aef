"""Longer and rarer wordings of headings, beside those of `loaders.headings`.

How people ask in a form, name a column in a hurry, or a mail program and an accounting program export it. One field a row, wordings
parted by a bar. Fields that are no property have a name of their own (`partner`, `organisation_name`).
"""

from collections.abc import Mapping

_SAID: Mapping[str, str] = {
    "status": "Statut convention | Où en est-on ? | Étape | En cours / terminée | Convention en cours ?",
    "starts_on": """
        À partir du | À partir de | Dès le | Prend effet le | Date de démarrage | Démarrage | Début de validité | Valable à partir du
        | Entrée en vigueur | Date d’entrée en application | Début du contrat | Date de mise en place | Commence le | Débute le |
        Rentrée de début
    """,
    "ends_on": """
        Fin du contrat | Fin prévue | Prend fin le | Se termine le | Finit le | Jusqu’à | Jusqu’en | Jusqu’à quand ? | Valable
        jusqu’en | Valide jusqu’au | Date limite de validité | Date de clôture | Arrive à échéance le | Date d’échéance de la
        convention | Date butoir | Échéance du label | Fin de labellisation | Label valable jusqu’au
    """,
    "duration_months": """
        Durée prévue | Durée du partenariat | Durée du contrat | Pour combien de temps ? | Combien de temps ? | Durée en années |
        Nombre d’années
    """,
    "renewal": "Renouvelable ? | Reconduite ? | Conditions de renouvellement | Renouvellement possible | Type de renouvellement",
    "notice_months": "Durée du préavis | Temps de préavis | Préavis en mois | Délai de résiliation | Préavis de résiliation",
    "signed_on": """
        Date de la convention | Conclue le | Date de conclusion | Faite le | Fait le | Date d’établissement de la convention |
        Signature de la convention | Signature des parties
    """,
    "voted_on": """
        Passée en CA | Passée en CA le | Date de passage en CA | Présentée au CA | Approuvée en CA le | Adoptée en CA | Validation du
        CA | Validée en CA le | Accord du CA | Autorisation du CA | Conseil d’administration | Date du conseil d’administration | CA
    """,
    "transmitted_on": "Envoi au rectorat | Transmise au contrôle de légalité | Contrôle de légalité | Dem’Act | Déposée sur Dem’Act",
    "ended_on": "Fin anticipée | Rompue le | Résiliation",
    "contact": """
        Suivi assuré par | Qui suit ? | Chargé du suivi | En charge du suivi | Pilote | Pilotage | Référent lycée | Référent de la
        convention | Responsable lycée | Responsable du suivi | Personne référente | Personne référente au lycée
    """,
    "themes": """
        Nature des échanges | Nature de la relation | Type de partenariat | Types de partenariat | Type d’échanges | Type de
        collaboration | Forme de partenariat | Axes | Axe de travail | Axes de coopération | Actions menées | Types d’actions |
        Domaines de coopération | Cadre du partenariat | Champ de coopération
    """,
    "pupils": """
        Nombre d’élèves en voie professionnelle | Nombre d’élèves concernés | Élèves par an | Nombre de stagiaires | Nombre
        d’apprenants | Effectif concerné | Effectif total | Effectif global | Nombre d’inscrits | Effectif à la rentrée | Élèves de la
        voie professionnelle
    """,
    "amount": """
        € | Montant (€) | Euros | Somme | Tarif | Prix | Montant TTC | Coût TTC | Montant annuel | Montant de la convention | Montant
        total
    """,
    "comment": """
        Observations diverses | Remarques éventuelles | Autres remarques | Infos | Infos utiles | Autres informations | Avis |
        Appréciation | Mémo | Points à suivre | Points de vigilance | Suites à donner | Historique | Complément d’information
    """,
    "last_news_on": """
        Dernier contact le | Dernier rendez-vous | Dernier RDV | Dernier appel | Dernière visite | Dernière rencontre | Contacté le |
        Vu le | Date de dernière mise à jour | MAJ
    """,
    "kind": "Type de texte | Nature du texte | Forme du texte | Type de réseau | Nature du réseau",
    "level": "Niveau territorial | Niveau d’intervention | Échelle",
    "type": "Type d’établissement scolaire | Statut de l’établissement | Catégorie",
    "address": """
        Adresse 1 | Adr1 | Adresse ligne 1 | Rue (bureau) | Rue (professionnel) | N° et rue | N° et voie | Numéro et nom de la voie |
        Adresse du siège | Adresse, CP, ville | Adresse (rue, CP, ville) | Adresse du site | Où ?
    """,
    "commune": """
        Bureau distributeur | Ville (bureau) | Ville (professionnel) | Libellé commune | Lib. commune | Nom de la commune | Commune
        d’implantation | Commune siège | Ville du siège | Commune du siège | Implantation | Lieu d’implantation | Adresse - Ville |
        Adresse 1 - Ville | Address 1 - City | City
    """,
    "label": "LdM | Label LdM | Lycée des métiers (O/N) | Labellisé lycée des métiers",
    "label_since": """
        Label depuis | Labellisé LDM depuis | LDM depuis | Année de labellisation | Année du label | Date de labellisation LDM
    """,
    "bureau": "BDE ouvert | Bureau des entreprises ouvert | BDE (O/N) | Présence d’un BDE",
    "apprenticeship": "UFA / CFA | CFA ou UFA | Section d’apprentissage | Accueille des apprentis | Accueil d’apprentis",
    "postcode": """
        Code post. | Code postal (bureau) | Code postal (professionnel) | CP - Ville | CP, ville | Code postal commune | Adresse -
        Code postal | Adresse 1 - Code postal | Address 1 - Postal Code | Zip
    """,
    "commune_code": "Code commune | Cod. commune | INSEE commune | Code INSEE de la commune",
    "email": """
        Adresse de messagerie | Messagerie | Courriel de contact | Adresse électronique de contact | Courriel officiel | Mél
        fonctionnel | Boîte fonctionnelle | Mail fonctionnel | Mail de l’entreprise | Mail du secrétariat | Adresse courriel
    """,
    "phone": """
        Tél. standard | Téléphone du standard | Téléphone (bureau) | Téléphone professionnel | Tél. / fax | N° de tél. | Numéro de
        téléphone | Contact téléphonique | Coordonnées téléphoniques | Tél. secrétariat | Téléphone du secrétariat | Ligne directe |
        Téléphone principal | Portable
    """,
    "web": "Page web | Page Web 1 | Adresse du site | Lien internet | Lien du site | www | En savoir + | En savoir plus",
    "brand": "Nom d’usage | Enseigne commerciale | Nom usuel",
    "category": "Type d’entreprise | Nature de la structure | Type d’acteur | Famille de partenaire | Statut (entreprise, association…)",
    "size": "Tranche d’effectif salarié | Effectif salarié | Effectifs de l’entreprise | Nombre d’employés | Tranche effectif",
    "country": "Pays/Région (bureau) | Pays (professionnel) | Pays de l’entreprise",
    "known_by": """
        Référent lycée | Qui suit ? | Qui connaît ? | Suivi par | Contact lycée (fonction) | Fonction du référent | Personne référente
        | Personne référente au lycée | Personne ressource | Référent au lycée
    """,
    "since": """
        En lien depuis | En relation depuis | En contact depuis | Depuis quand ? | Depuis le | Premier contact | Année de début |
        Début de la relation | Partenaires depuis | Ancienneté | Ancienneté du partenariat
    """,
    "result": "Bilan | Bilan de l’action | Retour | Retours | Suites | Compte rendu | Résultats | Impact",
    "role": "Qualité | Qualité du membre | Statut du membre | Fonction dans le réseau",
    "on": """
        Date de la réunion | Date de la visite | Date de l’événement | Date prévue | Date de réalisation | Réalisée le | Quand ? |
        Date et heure | Jour et heure | Date (JJ/MM)
    """,
    "headcount": """
        Nombre | Nb | Effectif concerné | Nombre d’élèves concernés | Nombre de présents | Nombre d’inscrits | Participants (nombre)
    """,
    "theme": "Thème de l’action | Nature",
    "action_state": "Statut | Avancement | État d’avancement | Fait / prévu | Réalisé / prévu | Fait / à faire | Fait ? | Réalisation",
    "area": "Territoire | Territoire couvert | Périmètre | Périmètre géographique | Zone | Secteur géographique",
    "competence": "Missions | Mission | Attributions | Compétences | Domaine de compétence | Pour quoi le contacter",
    "excellence": "Excellence | Campus d’excellence | Label excellence | Catégorie excellence",
    "labelled_on": "Date de labellisation | Labellisation | Date du label | Labellisé depuis | Date de l’arrêté",
    "lead": "Lycée support | Tête de réseau | Établissement tête de réseau | Établissement siège | Siège",
    "created_on": "Créé en | Date de création | Création | Année de création | Existe depuis",
    "publication": "Publié au | Publication au BO | BO | Parution | Paru au",
    "sector": "Secteur d’activité | Branche | Secteur concerné | Champ professionnel",
    "partner": """
        Avec | Avec qui ? | Entreprises présentes | Structures présentes | Entreprises / structures présentes | Entreprises
        participantes | Structures participantes | Organismes représentés | Partenaires présents | Partenaires associés | Partenaires
        mobilisés | Partenaires concernés | Entreprises concernées | Entreprises associées | Entreprise visitée | Entreprise hôte |
        Lieu de visite | Structure partenaire | Co-contractant | Nom du co-contractant | Contractant | Autre signataire | Autre partie
        | Autres parties | Partie signataire | Parties signataires | Parties | Signataires | Membre extérieur | Membres extérieurs |
        Entreprise membre | Organisme membre | Structure d’accueil | Entreprise / Structure | Intervenants extérieurs | Nom de la
        société | Raison sociale du partenaire | Dénomination du partenaire | Donateur | Versant | Entreprise versante | Partenaire
        national | Organisme national | Branche signataire
    """,
    "organisation_name": """
        Nom de la société | Nom / Raison sociale | Raison sociale / Nom | Nom ou raison sociale | Nom entreprise | Entreprises |
        Partenaires | Structure d’accueil | Nom de la structure d’accueil | Lieu de stage | Lieu de PFMP | Terrain de stage | Site |
        Site / agence | Agence | Établissement / entreprise | Entreprise / établissement | Entreprise / organisme | Entreprise ou
        organisme | Structure / entreprise | Libellé | Libellé du tiers | Nom du tiers | Tiers | Fournisseur | Donateur | Entreprise
        versante | Client | Enseigne / raison sociale | Nom de votre entreprise | Company | Organisation | Organization Name | Qui ? |
        Donneur | Payeur | Contributeur | Mécène | Bienfaiteur | Organisation 1 - Nom | Organization 1 - Name
    """,
    "establishment": """
        Lycées | Lycées concernés | Établissements concernés | Lycée porteur | Établissement porteur | Lycée organisateur | Organisé
        par | Organisé par (lycée) | Établissement membre | Lycée membre | Lycée partenaire | Lycée demandeur | Lycée d’origine | Nom
        du LP | LP | Nom de l’EPLE | Structure scolaire
    """,
    "establishment_name": """
        Nom complet | Nom complet de l’établissement | Établissement (nom complet) | Appellation | Dénomination principale | Nom étab.
        | LP | Libellé établissement | Lycées
    """,
    "title": """
        Intitulé | Titre | Événement | Évènement | Nom de l’événement | Nature de l’événement | Intitulé de l’événement |
        Manifestation | Visite | Sortie | Sortie / visite | Visite / sortie | Réunion | Objet de la réunion | Ordre du jour | Nom de
        l’action | Libellé de l’action | Description de l’action | Objet de l’action | Action menée | Action réalisée | Action prévue
        | Activité | Quoi ? | Objet | Descriptif | Description | Rendez-vous
    """,
    "object": """
        Pour quoi ? | Pourquoi ? | Quoi ? | Sujet | Obj. | Contenu | Contenu du partenariat | Contenu de la convention | Finalité |
        But | Projet | Nom du projet | Intitulé du projet | Objet / intitulé | Article 1 | Nature de la convention | Nature de la
        prestation | Libellé | Nature
    """,
    "reference": "N° d’acte | N° de l’acte | Numéro d’enregistrement | N° enreg. | Id convention",
    "framework_reference": "Référence | Réf. | N° NOR | N° de l’accord | N° d’accord | Identifiant",
    "framework_title": """
        Intitulé de l’accord-cadre | Nom de l’accord | Accord | Titre de l’accord | Titre | Libellé | Objet | Objet de l’accord |
        Convention-cadre | Intitulé de la convention
    """,
    "framework": """
        Accord-cadre de rattachement | Convention-cadre | Accord national | Accord-cadre national | Accord-cadre lié | Rattachée à
        l’accord | En application de l’accord
    """,
    "network_code": "Sigle | Acronyme | Sigle du réseau",
    "network_name": "Intitulé du réseau | Nom | Dénomination | Libellé du réseau",
    "campus_code": "Sigle | Acronyme | Sigle du campus",
    "filieres": """
        Filière(s) concernée(s) | Formations | Formation | Section | Sections | Sections concernées | Spécialité | Spécialités |
        Diplôme | Diplômes | Diplômes concernés | Filières du lycée | Champ professionnel | Filières / familles de métiers | Famille
        de métiers / filière | Bac pro concerné | Bacs pro | Pour quelles formations ? | Formations du lycée | Métier | Métiers |
        Corps de métier | Fléchage | Formation fléchée | Filière fléchée
    """,
    "parent_name": "Groupe d’appartenance | Maison mère | Filiale de | Rattachée à | Enseigne nationale",
    "federation_name": """
        Branche / fédération | Fédération professionnelle | Syndicat professionnel | Branche professionnelle | Organisation
        professionnelle | Adhérent de
    """,
    "partner_postcode": """
        Code postal de l’entreprise | CP partenaire | CP entreprise | CP Ville | Code postal et ville | Adresse du partenaire |
        Adresse du tiers | Adresse de l’entreprise | Adresse de la structure | Adresse de l’organisme
    """,
    "partner_commune": "Ville entreprise | Commune entreprise | Ville de l’entreprise | Implantation | Ville du siège",
    "uai": """
        UAI (ex-RNE) | UAI/RNE | N° UAI/RNE | N° RNE | N° d’établissement | Code UAI/RNE | Codes UAI | UAI support | UAI tête de
        réseau | UAI des membres
    """,
    "siret": """
        SIRET du site | SIRET établissement | SIRET du partenaire | N° d’identification | Numéro d’identification | Num. SIRET | Siret
        (14 chiffres) | Numéro SIRET (14 chiffres)
    """,
    "siren": "SIREN du partenaire | Siren entreprise | Num. SIREN | Siren (9 chiffres)",
}

WORDINGS: Mapping[str, tuple[str, ...]] = {name: tuple(" ".join(one.split()) for one in said.split("|")) for name, said in _SAID.items()}
