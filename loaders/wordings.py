"""Longer and rarer wordings of headings, beside those of `loaders.headings`.

How people ask in a form or name a column in a hurry, and how a mail program, an accounting program or the applications of académies
and regions export it. One field a row, wordings parted by a bar. Fields that are no property have a name of their own (`partner`,
`organisation_name`).
"""

from collections.abc import Mapping

_SAID: Mapping[str, str] = {
    "status": """
        Pub. / priv. | État d’avancement | Avancement du dossier | Suivi de la signature | Secteur public / privé | Étape | Stade | Phase
        | Où en est-on | Statut juridique | Statut de l’établissement | Secteur d’enseignement | Public ou privé | État actuel | État de
        validité | Situation actuelle | Statut convention | En cours / terminée | Convention en cours ? | PU/PR
    """,
    "starts_on": """
        Commencement | Année de début | Date de démarrage | Démarrage | Entrée en vigueur | Début de validité | Lancement | Ouverture |
        Démarre le | Débute le | Commence le | En vigueur depuis | Début d’effet | Applicable à partir du | Date de mise en œuvre | Mise
        en œuvre | Mise en place | Mise en application | Applicable du | Applicable à compter du | Début de la collaboration | À partir du
        | À partir de | Dès le | Prend effet le | Valable à partir du | Date d’entrée en application | Début du contrat | Date de mise en
        place | Rentrée de début
    """,
    "ends_on": """
        Fin de labellisation | Date de clôture | Fin prévue | S’achève le | Se termine le | Prend fin le | Finit le | Clôture | Date
        limite | Date butoir | Limite de validité | Court jusqu’au | Applicable au | Jusqu’à | Fin de l’engagement | Date de
        renouvellement | À renouveler le | Renouvellement prévu le | Fin du contrat | Jusqu’en | Jusqu’à quand ? | Valable jusqu’en |
        Valide jusqu’au | Date limite de validité | Arrive à échéance le | Date d’échéance de la convention | Échéance du label | Label
        valable jusqu’au | Caducité | Date de caducité
    """,
    "duration_months": """
        Durée prévue | Durée initiale | Durée de l’engagement | Nb de mois | Durée du partenariat | Durée du contrat | Pour combien de
        temps ? | Combien de temps ? | Durée en années | Nombre d’années
    """,
    "renewal": """
        Comment elle se renouvelle | Est-elle reconduite ? | Tacitement reconductible | Se renouvelle-t-elle tacitement ? | Renouvelable |
        Reconduite ? | Conditions de renouvellement | Renouvellement possible | Type de renouvellement
    """,
    "notice_months": """
        Nombre de mois de préavis | Délai de prévenance | Délai de préavis (mois) | Durée du préavis | Temps de préavis | Préavis en mois
        | Délai de résiliation | Préavis de résiliation
    """,
    "signed_on": """
        Date convention | Date de conclusion | Conclue le | Conclu le | Date de la signature | Paraphée le | Date de l’accord | Date de la
        convention | Faite le | Fait le | Date d’établissement de la convention | Signature de la convention | Signature des parties | En
        date du | Convention du | Signature proviseur | Signature du proviseur | Signature du chef d’établissement | Signée par les deux
        parties le | Signature entreprise | Signée par l’entreprise le
    """,
    "voted_on": """
        Date de délibération | Délibération | Date du vote au CA | Adoptée en CA le | Validation CA | Date de passage en CA | Conseil
        d’administration | Conseil d’administration du | Séance du CA | Autorisation du CA | Accord du CA | Passée en CA | Passée en CA le
        | Présentée au CA | Approuvée en CA le | Adoptée en CA | Validation du CA | Validée en CA le | Date du conseil d’administration |
        CA
    """,
    "transmitted_on": """
        Envoi contrôle de légalité | Transmis aux autorités le | Transmission au rectorat | Date de télétransmission | Transmis au
        contrôle de légalité le | Envoi à la DSDEN | Envoyé au rectorat le | Contrôle de légalité | Dépôt | Envoi au rectorat | Transmise
        au contrôle de légalité | Dem’Act | Déposée sur Dem’Act | Envoi Dém’act | Dématact | Date d’envoi au contrôle de légalité
    """,
    "ended_on": "Date de fin anticipée | Rompue le | Date de rupture | Fin anticipée | Résiliation",
    "contact": """
        Fonction de la personne qui suit | Fonction du contact | Pilote (fonction) | Porteur (fonction) | Qui suit (fonction) |
        Interlocuteur (fonction) | Référent (rôle) | Suivi assuré par | Qui suit ? | Chargé du suivi | En charge du suivi | Pilote |
        Pilotage | Référent lycée | Référent de la convention | Responsable lycée | Responsable du suivi | Personne référente | Personne
        référente au lycée | Personne en charge | Resp. | Gestionnaire | En charge du dossier | Porteur | Qui s’en occupe ? | Qui gère ? |
        Relation suivie par | Suivi au lycée | Personne relais | Qui relance ? | Qui pilote ? | Suivi interne
    """,
    "themes": """
        Ce qu’il nous apporte | Pour quoi faire | Étiquettes | Mots-clés | Type de partenariat | Types d’actions | Actions menées | Nature
        des actions | Axes | Axe de coopération | Objets du partenariat | Modalités de partenariat | Formes de partenariat | Actions |
        Domaines de coopération | Type d’engagement | Actions prévues | Types de collaboration | Nature de la collaboration | Nature de la
        relation | Collaborations | Nature de la convention | Type de convention | Types de partenariats | Forme | Nature des échanges |
        Types de partenariat | Type d’échanges | Type de collaboration | Forme de partenariat | Axe de travail | Axes de coopération |
        Cadre du partenariat | Champ de coopération | Type de coopération | Types de coopération | Forme de coopération
    """,
    "pupils": """
        Effectif total | Effectif élèves | Nombre total d’élèves | Élèves de la voie professionnelle | Effectif voie professionnelle | Nb
        élèves voie pro | Bénéficiaires | Élèves bénéficiaires | Public touché | Public concerné (nombre) | Nombre de bénéficiaires |
        Inscrits | Élèves inscrits | Nombre d’élèves en voie professionnelle | Nombre d’élèves concernés | Élèves par an | Nombre de
        stagiaires | Nombre d’apprenants | Effectif concerné | Effectif global | Nombre d’inscrits | Effectif à la rentrée | Nb places |
        Nombre d’apprentis | Jeunes par an | Places | Élèves accueillis | Jeunes accueillis | Apprentis / an | Apprentis par an
    """,
    "amount": """
        Montant TTC | Montant HT | Montant de la convention | Montant annuel | Aide financière | Contrepartie (€) | Valeur | Enveloppe |
        Somme | Somme versée | Dotation | Montant alloué | Engagement (€) | Aide | € | Euros | Tarif | Prix | Coût TTC | Montant total
    """,
    "comment": """
        Quelque chose à préciser ? | Description | Annotations | Points de vigilance | Autres informations | Suites à donner | Bilan
        qualitatif | Appréciation | Info | Infos | Infos complémentaires | À savoir | Résumé | Synthèse | Principales dispositions |
        Points clés | Particularités | Commentaire de suivi | Historique | Points à retenir | Éléments de contexte | Observations diverses
        | Remarques éventuelles | Autres remarques | Infos utiles | Avis | Mémo | Points à suivre | Complément d’information | Rq | Rques
        | Rmq | Points d’attention | À noter | Évaluation | Détails | Points à améliorer | À améliorer | Autre chose à signaler ? | Retour
        | Qu’en retenez-vous ? | À faire | Note interne | Suite à donner | Suites | À retenir | Ce qu’il faut savoir | Que faut-il savoir
        ? | Commentaire libre | Zone libre | Autre chose à nous dire ? | Des précisions ? | Ressenti | Réserves | Point de vigilance |
        Impressions | Compte rendu | Commentaires libres | Constat | Difficultés rencontrées | Freins | Souhaitez-vous ajouter quelque
        chose ? | À dire | Qu’en avez-vous pensé ? | Qu’en pensez-vous ? | Votre avis | Souhaitez-vous ajouter un commentaire ? | Un
        commentaire à ajouter ?
    """,
    "last_news_on": """
        Dernier point | Date du dernier échange | Dernières nouvelles | Dernière rencontre | Dernière visite | Date de dernière relation |
        Vu le | Contacté le | Dernière prise de contact | Date du dernier rendez-vous | Dernier contact le | Dernier rendez-vous | Dernier
        RDV | Dernier appel | Date de dernière mise à jour | MAJ | Nouvelles le | Nouvelles du
    """,
    "kind": """
        Forme | Nature de l’accord | Type de réseau | Nature du réseau | Type de texte | Catégorie | Nature du texte | Forme du texte
    """,
    "level": """
        Échelle | Niveau territorial | Échelon territorial | Portée territoriale | Portée géographique | Niveau de signature | Niveau
        d’application | Niveau d’intervention
    """,
    "type": """
        Sigle UAI | Sigle | Type étab. | Nature UAI | Nature | Type de lycée | Catégorie | Nature UAI (libellé) | Type d’établissement
        scolaire | Statut de l’établissement | Nat.
    """,
    "address": """
        N° et rue | Numéro et voie | Adresse (rue) | Adresse de l’établissement | Adresse de la structure | Adresse ligne 1 | Libellé de
        voie | Adresse du site | Voie et numéro | Adresse physique | Adresse du siège | Rue et numéro | Adresse administrative | Adresse
        géographique | Localisation (adresse) | Lieu (adresse) | Adr1 | Rue (bureau) | Rue (professionnel) | N° et voie | Numéro et nom de
        la voie | Adresse, CP, ville | Adresse (rue, CP, ville) | Où ? | Zone / rue | Rue, zone
    """,
    "commune": """
        Implanté à | Implantée à | Situé à | Basé à | Basée à | Antenne | Ville d’implantation | Commune d’implantation | Nom de la
        commune | LIBCOM | LIB_COM | Ville siège | Commune d’exercice | Localité d’acheminement | Commune du site | Ville du siège | Lieu
        | Implantation | Localisation | Siège (ville) | Coordonnées (ville) | Commune / ville | Ville / commune | Commune de résidence |
        Commune de rattachement | Bureau distributeur | Ville (bureau) | Ville (professionnel) | Libellé commune | Lib. commune | Commune
        siège | Commune du siège | Lieu d’implantation | Adresse - Ville | Adresse 1 - Ville | Address 1 - City | City | Libellé postal |
        Siège | Siège (commune) | Localité du siège
    """,
    "label": """
        Labellisé LDM | Label LDM | Établissement labellisé | Label lycée métiers | Lycée des métiers (O/N) | Labellisation LDM |
        Labellisé lycée des métiers
    """,
    "label_since": """
        Date de l’arrêté | Arrêté du | Date d’obtention | Date d’obtention du label | Date d’attribution du label | Labellisé le | Année
        de labellisation | Première labellisation | Date de la labellisation | Obtention du label | Depuis | Label depuis | Labellisé LDM
        depuis | LDM depuis | Année du label | Date de labellisation LDM
    """,
    "bureau": """
        BDE installé | BDE ouvert | Présence d’un BDE | BDE en place | Bureau entreprises | Dispose d’un BDE | A un BDE | BDE (oui/non) |
        Bureau des entreprises ouvert | BDE (O/N)
    """,
    "apprenticeship": """
        UFA / CFA | CFA ou UFA | UFA / apprentis | Ouvert aux apprentis | Section d’apprentissage | Accueille des apprentis | Accueil
        d’apprentis
    """,
    "postcode": """
        Code post. | Code postal (bureau) | Code postal (professionnel) | Adresse - Code postal | Adresse 1 - Code postal | Address 1 -
        Postal Code | Zip
    """,
    "commune_code": """
        Code commune | Cod. commune | INSEE commune | Code INSEE de la commune | COM_INSEE | Code INSEE commune | INSEE_COM | CODE_COM |
        COG | Code COG
    """,
    "email": """
        Adresse e-mail | Courriel générique | Courriel de contact | Mél de contact | Mél du secrétariat | Mail du secrétariat | Boîte
        fonctionnelle | Mél fonctionnel | ADR_MEL | Courriel BDE | Contact mail | Adresse du secrétariat | Adresse de contact | Boîte mail
        | Contact électronique | Messagerie | Adresse de messagerie | Adresse électronique de contact | Courriel officiel | Mail
        fonctionnel | Mail de l’entreprise | Adresse courriel
    """,
    "phone": """
        Téléphone principal | Tél. standard | Numéro de téléphone | Tél. secrétariat | Ligne fixe | Téléphone de contact | Tél. accueil |
        Accueil téléphonique | Contact téléphonique | Contact (tél.) | Coordonnées téléphoniques | Téléphone du standard | Téléphone
        (bureau) | Téléphone professionnel | Tél. / fax | N° de tél. | Téléphone du secrétariat | Ligne directe | TEL1 | TEL2
    """,
    "web": """
        Page web | Page internet | Lien internet | Site officiel | Adresse du site | En savoir plus | Lien vers le texte | Lien vers la
        page | Site du campus | Site de l’établissement | Vitrine | Blog | Lien | Lien du texte | Lien vers le site | Page Web 1 | Lien du
        site | www | En savoir + | URL du site web | Adresse web | Adresse du site web | Adresse internet
    """,
    "brand": """
        Nom d’usage | Acronyme | Nom court | Enseigne commerciale | Autre nom | Nom commercial ou sigle | Sigle ou enseigne | Alias | Dit
        | Nom usuel | Nom alternatif (commercial, marque, ...) | Nom alternatif | Connue sous le nom de
    """,
    "category": """
        Famille | Famille de partenaires | Famille d’acteurs | Type de compte | Type d’acteur | Type d’entreprise | Type d’entité | Type
        de tiers | Typologie | Typologie du partenaire | Profil | Nature juridique du partenaire | Catégorie d’acteur | Nature de la
        structure | Famille de partenaire | Statut (entreprise, association…)
    """,
    "size": """
        Tranche d’effectifs | Tranche effectifs | Effectif salarié | Tranche d’effectif salarié | Nombre de collaborateurs | Effectif de
        l’entreprise | Effectifs salariés | Salariés | Nombre d’employés | Tranche de salariés | Tranche | Tranche salariale | Nb de
        salariés | Effectif total | Effectifs de l’entreprise | Tranche effectif | TR_EFF | Tr. effectif | Tranche d’effectif INSEE |
        Tranche effectif INSEE | Effectif INSEE
    """,
    "country": """
        Pays d’accueil | Pays du partenaire | Nationalité | État étranger | Pays/Région (bureau) | Pays (professionnel) | Pays de
        l’entreprise | Country
    """,
    "known_by": """
        Fonction de la personne qui suit | Fonction de la personne du lycée qui suit l’entreprise | Suivi par | Suivi par (fonction) |
        Contact au lycée | Fonction du contact au lycée | Relation portée par | Porteur (fonction) | Qui suit (fonction) | Interlocuteur
        au lycée (fonction) | Référent interne (fonction) | Référent lycée | Qui suit ? | Qui connaît ? | Contact lycée (fonction) |
        Fonction du référent | Personne référente | Personne référente au lycée | Personne ressource | Référent au lycée | Chargé du suivi
        | Personne en charge | Qui s’en occupe ? | Qui gère ? | Relation suivie par | Suivi au lycée | Personne relais | Qui relance ? |
        Correspondant académique | Suivi interne
    """,
    "since": """
        Partenariat depuis | Actif depuis | Depuis quand | Depuis (année) | Début de la collaboration | Partenaire depuis le | Première
        collaboration | Année de début | Ancienneté | Ancienneté du partenariat | Date de premier contact | Premier contact | En relation
        depuis | En lien depuis | Relation depuis | Connu depuis | Lié depuis | Collaboration depuis | En contact depuis | Depuis le |
        Début de la relation | Partenaires depuis | 1er contact | En place depuis | Travaille avec nous depuis | Avec nous depuis | On se
        connaît depuis
    """,
    "result": "Bilan | Bilan de l’action | Retour | Retours | Suites | Compte rendu | Résultats | Impact",
    "role": """
        Qualité | Qualité du membre | Rôle du partenaire | Rôle du membre | Rôle au sein du campus | Statut de membre | Fonction au sein
        du campus | Place dans le campus | Type de participation | Implication | Niveau d’implication | Statut du membre | Fonction dans
        le réseau
    """,
    "on": """
        Séance du | Date du service | Date intervention | Date de la rencontre | Date de réalisation | Échéance | Date prévue | Date de
        l’événement | Quand | Date et lieu | Date(s) | Tenue le | A eu lieu le | Date de l’opération | Date de la réunion | Date de la
        visite | Réalisée le | Date et heure | Jour et heure | Date (JJ/MM) | Mois | Début | Date de début | Date début | À quelle date ?
        | Date d’organisation | Programmée le | Le (date) | Date de la sortie | Date de sortie | Fait le | Faite le | Prévu le | Prévue le
    """,
    "headcount": """
        Présents | Inscrits | Nb d’élèves concernés | Nombre de jeunes concernés | Nombre de bénéficiaires | Public touché (nombre) |
        Effectif concerné | Participants (nb) | Public (nombre) | Élèves | Élèves présents | Jeunes touchés | Nombre d’inscrits | Nombre |
        Nb | Nombre d’élèves concernés | Nombre de présents | Participants (nombre) | Bénéficiaires | Affluence | Affluence jeunes |
        Jeunes accueillis | Élèves accueillis | Effectif prévu | Public accueilli | Nb de présents | Fréquentation | Jeunes présents
    """,
    "theme": """
        Type | Type d’événement | Catégorie d’action | Catégorie | Domaine d’action | Axe | Objectif | Nature | Domaine | Forme | Format |
        Thème de l’action
    """,
    "action_state": """
        Fait | Faite | Fait (O/N) | Réalisée | Statut de l’action | Statut | Avancement | État d’avancement | Fait / prévu | Réalisé /
        prévu | Fait / à faire | Réalisation
    """,
    "area": """
        Territoire | Ressort territorial | Territoire de compétence | Périmètre | Périmètre géographique | Territoire couvert | Zone
        géographique | Zone d’intervention | Couverture géographique | LIB_TERRITOIRE | Zone | Secteur géographique | Compétence
        territoriale | Périmètre d’action | Aire | Bassin | Implantation géographique | Territoires | Territoire d’action | Rayonnement |
        Périmètre territorial | Maillage
    """,
    "competence": """
        Dossiers suivis | Missions | Compétences | Domaine de compétence | Attributions | Mission | Champ de compétence | Domaines |
        Champs de compétence | Champ d’intervention | Objet | Sujets | Pour quoi | Pour quel sujet | Sujet | À solliciter pour | Pour quoi
        le contacter | Pour quelles questions | Pour quelles demandes | Compétente pour | Pour quoi les appeler | Pour quoi l’appeler
    """,
    "excellence": """
        Excellence | Campus d’excellence | Label excellence | CMQE | Mention | Label d’excellence | Catégorie excellence | Niveau
        excellence
    """,
    "labelled_on": """
        Date de labellisation | Date du label | Date d’obtention du label | Date de l’arrêté | Labellisation | Début de labellisation |
        Arrêté | Arrêté de labellisation | Décision de labellisation | Labellisé depuis
    """,
    "declines": "Découle de | Découle de l’accord | Applique | Application de",
    "naf_prefixes": "NAF couverts | Codes NAF | NAF | NAF concernés | Codes APE couverts | Champ NAF",
    "lead": """
        Établissement porteur | Porteur | Tête de réseau | Établissement tête de réseau | Lycée support | Lycée tête de réseau | Structure
        porteuse | Siège social | Établissement de rattachement | Structure support | Support | Établissement pilote | Établissement siège
        | Siège
    """,
    "created_on": """
        Date de création | Création | Création du réseau | Date d’installation | Mis en place le | Mise en place | Année de création |
        Lancé en | Lancement | Lancé le | Installé le | Créé en | Depuis | En place depuis | Existe depuis
    """,
    "publication": "Bulletin officiel | BO | Publié au BO | Référence BO | Publié au | Publication au BO | Parution | Paru au",
    "sector": """
        Secteur pro | Secteur professionnel | Secteur d’activité | Champ professionnel | Secteur économique | Champ | Champ d’activité |
        Domaine professionnel | Branche d’activité | Branche | Secteur concerné | Domaine d’activité
    """,
    "partner": """
        Fédération signataire | Concessionnaire | Chambre | OPCO / branche | CFA ou branche | Agence intervenante | Pour qui / avec qui |
        Avec | Entreprises présentes | Structures présentes | Entreprises / structures présentes | Entreprises participantes | Structures
        participantes | Organismes représentés | Partenaires présents | Partenaires associés | Partenaires mobilisés | Partenaires
        concernés | Entreprises concernées | Entreprises associées | Entreprise visitée | Entreprise hôte | Lieu de visite | Structure
        partenaire | Co-contractant | Nom du co-contractant | Contractant | Autre signataire | Autre partie | Autres parties | Partie
        signataire | Parties signataires | Parties | Signataires | Membre extérieur | Membres extérieurs | Entreprise membre | Organisme
        membre | Structure d’accueil | Entreprise / Structure | Intervenants extérieurs | Nom de la société | Raison sociale du partenaire
        | Dénomination du partenaire | Donateur | Versant | Entreprise versante | Partenaire national | Organisme national | Branche
        signataire | Groupe signataire | Branche / groupe signataire | Boîte | Nom de la boîte | Intervenant | Co-organisateur |
        Entreprise pilote | Entreprise co-pilote | Industriel | Client | Travaille avec | Travaillent avec | Site visité | Entreprise
        marraine | Marraine | Parrain | Prestataire | Magasin | Enseigne partenaire | Organisateur | Entreprise d’accueil / partenaire |
        Intervenant (structure) | Qui intervient ? | Mécène | Opérateur | Compte | Porteur de l’action | Nom du compte | Association
        partenaire | Acteur | Acteurs mobilisés
    """,
    "organisation_name": """
        Maison | Concessionnaire | Nom client | Nom de l’adhérent | Nom de la société | Nom / Raison sociale | Raison sociale / Nom | Nom
        ou raison sociale | Nom entreprise | Entreprises | Partenaires | Structure d’accueil | Nom de la structure d’accueil | Lieu de
        stage | Lieu de PFMP | Terrain de stage | Site | Site / agence | Agence | Établissement / entreprise | Entreprise / établissement
        | Entreprise / organisme | Entreprise ou organisme | Structure / entreprise | Libellé du tiers | Nom du tiers | Tiers |
        Fournisseur | Donateur | Entreprise versante | Client | Enseigne / raison sociale | Nom de votre entreprise | Company |
        Organisation | Organization Name | Qui ? | Donneur | Payeur | Contributeur | Mécène | Bienfaiteur | Organisation 1 - Nom |
        Organization 1 - Name | Boîte | Nom de la boîte | Magasin | Adhérent | Acteur | Prestataire | Industriel | Donneur d’ordre |
        Commerce | Exploitation | Nom du contact (structure) | Structure employeuse | Nom du magasin | RS | Account Name
    """,
    "establishment": """
        Lycées | Établissement porteur | Organisé par | Organisé par (lycée) | Lycée membre | Lycée demandeur | Lycée d’origine | Nom du
        LP | LP | Nom de l’EPLE | Structure scolaire | Organisateur | Établissement pilote | Lycées participants | Lycée inscrit | Lycées
        inscrits | Lycée bénéficiaire | Lycées bénéficiaires
    """,
    "establishment_name": """
        Nom complet | Nom complet de l’établissement | Établissement (nom complet) | Appellation | Dénomination principale | Nom étab. |
        LP | Libellé établissement | Lycées
    """,
    "title": """
        Intitulé de l’action menée | Prestation | Intitulé de l’atelier | Intitulé de la rencontre | Motif de la sortie | Motif de la
        visite | But de la visite | Intitulé | Titre | Nom de l’événement | Nature de l’événement | Intitulé de l’événement |
        Manifestation | Visite | Sortie | Libellé | Sortie / visite | Visite / sortie | Réunion | Objet de la réunion | Ordre du jour |
        Nom de l’action | Libellé de l’action | Description de l’action | Objet de l’action | Action menée | Action réalisée | Action
        prévue | Activité | Objet | Descriptif | Description | Rendez-vous | Sujet | Sujet abordé
    """,
    "object": """
        Actions prévues | Ayant pour objet | Formation commandée | Pour quoi ? | Pourquoi ? | Quoi ? | Sujet | Obj. | Contenu | Contenu du
        partenariat | Contenu de la convention | Finalité | But | Projet | Nom du projet | Intitulé du projet | Objet / intitulé | Article
        1 | Nature de la convention | Nature de la prestation | Libellé | Nature | Article 1 – objet | Intitulé de la prestation |
        Intitulé de la convention | Sur quoi porte la convention ? | Ce que prévoit la convention | Pour quoi faire | Pour faire quoi | Ce
        qui est financé | Ce qui est prévu
    """,
    "reference": "N° d’acte | N° de l’acte | Numéro d’enregistrement | N° enreg. | Id convention",
    "framework_reference": "Référence | Réf. | N° NOR | N° de l’accord | N° d’accord | Identifiant",
    "framework_title": """
        Intitulé de l’accord-cadre | Nom de l’accord | Accord | Titre de l’accord | Titre | Libellé | Objet | Objet de l’accord |
        Convention-cadre | Intitulé de la convention
    """,
    "framework": """
        Accord-cadre visé | Accord visé | Texte visé | Accord-cadre applicable | Accord-cadre de rattachement | Accord national |
        Accord-cadre national | Accord-cadre lié | Rattachée à l’accord | En application de l’accord | Décline | Accord décliné | Texte
        cadre | Convention nationale liée
    """,
    "network_code": "Sigle | Acronyme | Sigle du réseau | Code CLEE | Code du CLEE | Code réseau | N° du réseau",
    "network_name": """
        Intitulé du réseau | Nom | Dénomination | Libellé du réseau | Nom du CLEE | Nom du FOQUALE | Nom de la PSAD | Nom du comité | CLEE
        | FOQUALE | PSAD | Réseau | Comité
    """,
    "campus_code": "Sigle | Acronyme | Sigle du campus",
    "filieres": """
        Corps d’état | Bacs / CAP | Bac pro / CAP | Filière(s) concernée(s) | Formations | Formation | Section | Sections | Sections
        concernées | Spécialité | Spécialités | Diplôme | Diplômes | Diplômes concernés | Filières du lycée | Champ professionnel |
        Filières / familles de métiers | Famille de métiers / filière | Bac pro concerné | Bacs pro | Pour quelles formations ? |
        Formations du lycée | Métier | Métiers | Corps de métier | Fléchage | Formation fléchée | Filière fléchée | Dominante | Champ |
        Domaine de formation | Domaines de formation | Filière ciblée | Filières de rattachement | Filière de rattachement | Filière /
        spécialité | Champs professionnels | Domaine pro | Secteur pro | Secteur de formation
    """,
    "parent_name": """
        Groupe | Groupe d’appartenance | Maison mère | Filiale de | Rattachée à | Enseigne nationale | Compte principal | Rattachement
    """,
    "federation_name": """
        Branche / fédération | Fédération professionnelle | Syndicat professionnel | Branche professionnelle | Organisation
        professionnelle | Adhérent de | Adhère à | Affiliée à | Adhérente de
    """,
    "partner_postcode": """
        Code postal de l’entreprise | CP partenaire | CP entreprise | CP Ville | Code postal et ville | Adresse du partenaire | Adresse du
        tiers | Adresse de l’entreprise | Adresse de la structure | Adresse de l’organisme
    """,
    "partner_commune": """
        Ville entreprise | Commune entreprise | Ville de l’entreprise | Implantation | Ville du siège | Où ? | Implantation du tiers |
        Implantation du partenaire | Ville du compte | Localité | Siège
    """,
    "uai": "UAI (ex-RNE) | N° UAI/RNE | N° RNE | N° d’établissement | Codes UAI | UAI support | UAI tête de réseau | UAI des membres",
    "siret": """
        SIRET établissement | SIRET du site | Identifiant SIRET | SIRET du partenaire | N° d’identification | Numéro d’identification |
        Num. SIRET | Siret (14 chiffres) | Numéro SIRET (14 chiffres)
    """,
    "siren": "SIREN du partenaire | Siren entreprise | Num. SIREN | Siren (9 chiffres)",
    "follow_up": """
        Bilan et suites | Comité de suivi | Modalités d’évaluation | Instance de suivi | Modalités de pilotage | Pilotage | Compte rendu /
        bilan | Réunion de suivi | Bilan annuel
    """,
    "finance": """
        Ce qu’ils payent | Gratification | Ce qu’ils paient | Qui paie quoi ? | Prise en charge financière | Gratification, frais |
        Modalités financières | Conditions financières | Dispositions financières | Clause financière | Coût / engagement financier |
        Contreparties
    """,
    "confidentiality": "Clause de confidentialité | Protection des données",
    "candidate": """
        Candidat | Candidat LDM | Candidat cette année | Candidature en cours | Dossier déposé | Demande de label | Souhaite candidater |
        Candidat à la labellisation
    """,
    "state": """
        Actif / fermé | Ouvert / fermé | Actif | État administratif | Statut d’activité | Réalisée | Réalisé | Réalisation | Avancement |
        Ouverture | Fonctionnement | Statut actuel | Existe encore | Toujours actif | État de l’établissement | État de l’entreprise
    """,
    "naf": "NAF rév. 2 | APE / NAF | Code NAF 2008 | Activité principale (code)",
    "legal_form": "Statut juridique de l’entreprise | Catégorie juridique | Nature juridique | Type d’entité légale | CAT_JUR",
    "latitude": "lat | y | Coordonnée Y | Latitude (WGS84)",
    "longitude": "lon | lng | long | x | Coordonnée X | Longitude (WGS84)",
    "closed_on": """
        Date de fermeture | Fermeture | Fermé le | Date de cessation | Cessation | Cessée le | Cessation d’activité | Fin d’activité |
        Radiée le | Date de radiation
    """,
    "foreign": "Hors France | Hors de France | À l’étranger | Transfrontalier | International",
    "delegation": "Délégation destinataire | Délégation concernée | Délégation saisie | Service destinataire",
    "informed_on": """
        Information reçue le | Reçue à la DRAFPIC le | Transmise à la DRAFPIC le | Transmise à la DAFPIC le | Transmise à la délégation le
        | Envoyée à la DRAFPIC le | DRAFPIC informée le | DAFPIC informée le | Information de la DRAFPIC | Information de la délégation |
        Envoi à la DRAFPIC | Envoi à la délégation | Remontée à la DRAFPIC
    """,
    "domain": "Axe | Objectif | Domaine d’action | Volet",
    "mother": """
        UAI du lycée support | UAI lycée support | UAI du support | UAI du lycée de rattachement | UAI de l’établissement support | UAI du
        lycée mère | UAI siège | UAI du siège | UAI de l’établissement de rattachement | RNE de rattachement
    """,
    "action_reference": "Id action | Code action | Identifiant de l’action | Réf. action | N° de l’action",
    "greta": "Adhérent GRETA | Membre du GRETA | Membre GRETA | Adhésion GRETA | Support GRETA",
}

WORDINGS: Mapping[str, tuple[str, ...]] = {name: tuple(" ".join(one.split()) for one in said.split("|")) for name, said in _SAID.items()}
