"""Longer and rarer wordings of headings, beside those of `loaders.headings`.

How people ask in a form or name a column in a hurry, and how a mail program, an accounting program or the applications of académies
and regions export it. One field a row, wordings parted by a bar. Fields that are no property have a name of their own (`partner`,
`organisation_name`). Here are those of conventions, frameworks and actions.
"""

from collections.abc import Mapping

from loaders.wordings_of_actors import OF_ACTORS

_SAID: Mapping[str, str] = {
    "status": """
        Pub. / priv. | État d’avancement | Avancement du dossier | Suivi de la signature | Secteur public / privé | Étape | Stade
        | Phase | Où en est-on | Statut juridique | Statut de l’établissement | Secteur d’enseignement | Public ou privé | État
        actuel | État de validité | Situation actuelle | Statut convention | En cours / terminée | Convention en cours ? | PU/PR |
        Secteur | Où en êtes-vous ?
    """,
    "starts_on": """
        Commencement | Année de début | Date de démarrage | Démarrage | Entrée en vigueur | Début de validité | Lancement |
        Ouverture | Démarre le | Débute le | Commence le | En vigueur depuis | Début d’effet | Applicable à partir du | Date de
        mise en œuvre | Mise en œuvre | Mise en place | Mise en application | Applicable du | Applicable à compter du | Début de
        la collaboration | À partir du | À partir de | Dès le | Prend effet le | Valable à partir du | Date d’entrée en
        application | Début du contrat | Date de mise en place | Rentrée de début | Avait démarré le | A démarré le | Démarrée le
        | Valide à partir de | Convention valable du | Date de début du contrat | En vigueur à partir du | En vigueur à compter du
        | En vigueur le | En vigueur du | Court depuis | Court depuis le | Applicable depuis | Applicable depuis le | Valable
        depuis | Court à partir de | Court à partir du | Court à compter du | Mis à disposition du
    """,
    "ends_on": """
        Fin de labellisation | Date de clôture | Fin prévue | S’achève le | Se termine le | Prend fin le | Finit le | Clôture |
        Date limite | Date butoir | Limite de validité | Court jusqu’au | Applicable au | Jusqu’à | Fin de l’engagement | Date de
        renouvellement | À renouveler le | Renouvellement prévu le | Fin du contrat | Jusqu’en | Jusqu’à quand ? | Valable
        jusqu’en | Valide jusqu’au | Date limite de validité | Arrive à échéance le | Date d’échéance de la convention | Échéance
        du label | Label valable jusqu’au | Caducité | Date de caducité | Convention valable au | Date de fin du contrat | Valide
        jusqu’à | Prévue jusqu’au | Échue le
    """,
    "duration_months": """
        Durée prévue | Durée initiale | Durée de l’engagement | Nb de mois | Durée du partenariat | Durée du contrat | Pour
        combien de temps ? | Combien de temps ? | Durée en années | Nombre d’années
    """,
    "renewal": """
        Comment elle se renouvelle | Est-elle reconduite ? | Tacitement reconductible | Se renouvelle-t-elle tacitement ? |
        Renouvelable | Reconduite ? | Conditions de renouvellement | Renouvellement possible | Type de renouvellement | Ça repart
        tout seul ? | Repart tout seul ? | Se renouvelle toute seule ? | Repart toute seule ? | Tacite
    """,
    "notice_months": """
        Nombre de mois de préavis | Délai de prévenance | Délai de préavis (mois) | Durée du préavis | Temps de préavis | Préavis
        en mois | Délai de résiliation | Préavis de résiliation | Délai pour dénoncer | Délai de dénonciation | Délai pour
        résilier
    """,
    "signed_on": """
        Date convention | Date de conclusion | Conclue le | Conclu le | Date de la signature | Paraphée le | Date de l’accord |
        Date de la convention | Faite le | Fait le | Date d’établissement de la convention | Signature de la convention |
        Signature des parties | En date du | Convention du | Signature proviseur | Signature du proviseur | Signature du chef
        d’établissement | Signée par les deux parties le | Signature entreprise | Signée par l’entreprise le | Signature des deux
        parties | Paraphe recteur | Paraphé par le recteur le | Retour signé le
    """,
    "voted_on": """
        Date de délibération | Délibération | Date du vote au CA | Adoptée en CA le | Validation CA | Date de passage en CA |
        Conseil d’administration | Conseil d’administration du | Séance du CA | Autorisation du CA | Accord du CA | Passée en CA |
        Passée en CA le | Présentée au CA | Approuvée en CA le | Adoptée en CA | Validation du CA | Validée en CA le | Date du
        conseil d’administration | CA
    """,
    "transmitted_on": """
        Envoi contrôle de légalité | Transmis aux autorités le | Transmission au rectorat | Date de télétransmission | Transmis au
        contrôle de légalité le | Envoi à la DSDEN | Envoyé au rectorat le | Contrôle de légalité | Dépôt | Envoi au rectorat |
        Transmise au contrôle de légalité | Dem’Act | Déposée sur Dem’Act | Envoi Dém’act | Dématact | Date d’envoi au contrôle de
        légalité | Télétransmise le | Télétransmis le | Télétransmission
    """,
    "ended_on": """
        Date de fin anticipée | Rompue le | Date de rupture | Fin anticipée | Résiliation | Arrêtée le | Stoppée le | Interrompue
        le | Rompu le
    """,
    "contact": """
        Fonction de la personne qui suit | Fonction du contact | Pilote (fonction) | Porteur (fonction) | Qui suit (fonction) |
        Interlocuteur (fonction) | Référent (rôle) | Suivi assuré par | Qui suit ? | Chargé du suivi | En charge du suivi | Pilote
        | Pilotage | Référent lycée | Référent de la convention | Responsable lycée | Responsable du suivi | Personne référente |
        Personne référente au lycée | Personne en charge | Resp. | Gestionnaire | En charge du dossier | Porteur | Qui s’en occupe
        ? | Qui gère ? | Relation suivie par | Suivi au lycée | Personne relais | Qui pilote ? | Suivi interne | À suivre par |
        Référent côté lycée (poste) | Référent (poste) | Qui suit (poste)
    """,
    "themes": """
        Ce qu’il nous apporte | Pour quoi faire | Étiquettes | Mots-clés | Type de partenariat | Types d’actions | Actions menées
        | Nature des actions | Axes | Axe de coopération | Objets du partenariat | Modalités de partenariat | Formes de
        partenariat | Actions | Domaines de coopération | Type d’engagement | Actions prévues | Types de collaboration | Nature de
        la collaboration | Nature de la relation | Collaborations | Nature de la convention | Type de convention | Types de
        partenariats | Forme | Nature des échanges | Types de partenariat | Type d’échanges | Type de collaboration | Forme de
        partenariat | Axe de travail | Axes de coopération | Cadre du partenariat | Champ de coopération | Type de coopération |
        Types de coopération | Forme de coopération | Ce qu’ils nous apportent | Ce qu’on fait ensemble | Engagements principaux |
        Ce qu’ils font avec nous | Ce qu’il fait avec nous | Ce que nous faisons ensemble | Thématiques | On fait quoi ensemble ?
        | Travaux communs | Pour quoi | But du partenariat | Sur quoi
    """,
    "pupils": """
        Effectif total | Effectif élèves | Nombre total d’élèves | Élèves de la voie professionnelle | Effectif voie
        professionnelle | Nb élèves voie pro | Bénéficiaires | Élèves bénéficiaires | Public touché | Public concerné (nombre) |
        Nombre de bénéficiaires | Inscrits | Élèves inscrits | Nombre d’élèves en voie professionnelle | Nombre d’élèves concernés
        | Élèves par an | Nombre de stagiaires | Nombre d’apprenants | Effectif concerné | Effectif global | Nombre d’inscrits |
        Effectif à la rentrée | Nb places | Nombre d’apprentis | Jeunes par an | Places | Élèves accueillis | Jeunes accueillis |
        Apprentis / an | Apprentis par an | Places par an | Places / an | Places offertes | Effectif pro | Effectif constaté |
        Eff. constat | Effectif touché | Élèves touchés | Nb apprenants | Effectif scolarisé | Élèves en formation | Jeunes
        concernés | Nombre de places | Capacité d’accueil | Nombre de mobilités | Nombre de mobilités par an | Mobilités par an |
        Jeunes mentorés | Nb d’apprentis prévus | Apprenants | Élèves | Effectif accueilli | Effectif accueilli par an
    """,
    "amount": """
        Montant TTC | Montant HT | Montant de la convention | Montant annuel | Aide financière | Contrepartie (€) | Valeur |
        Enveloppe | Somme | Somme versée | Dotation | Montant alloué | Engagement (€) | Aide | € | Euros | Tarif | Prix | Coût TTC
        | Montant total | Engagement financier (€) | Engagement financier | Participation TTC | Participation CCI TTC | Montant
        prévu | Montant prévu (€) | Versement | Montant versé | Reste à charge | Montant reversé
    """,
    "comment": """
        Quelque chose à préciser ? | Description | Annotations | Points de vigilance | Autres informations | Suites à donner |
        Bilan qualitatif | Appréciation | Info | Infos | Infos complémentaires | À savoir | Résumé | Synthèse | Principales
        dispositions | Points clés | Particularités | Commentaire de suivi | Historique | Points à retenir | Éléments de contexte
        | Observations diverses | Remarques éventuelles | Autres remarques | Infos utiles | Avis | Mémo | Points à suivre |
        Complément d’information | Rq | Rques | Rmq | Points d’attention | À noter | Évaluation | Détails | Points à améliorer | À
        améliorer | Autre chose à signaler ? | Retour | Qu’en retenez-vous ? | À faire | Note interne | Suite à donner | Suites |
        À retenir | Ce qu’il faut savoir | Que faut-il savoir ? | Commentaire libre | Zone libre | Autre chose à nous dire ? | Des
        précisions ? | Ressenti | Réserves | Point de vigilance | Impressions | Compte rendu | Commentaires libres | Constat |
        Difficultés rencontrées | Freins | Souhaitez-vous ajouter quelque chose ? | À dire | Qu’en avez-vous pensé ? | Qu’en
        pensez-vous ? | Votre avis | Souhaitez-vous ajouter un commentaire ? | Un commentaire à ajouter ? | Pourquoi | Motif
        d’arrêt | Motif de l’arrêt | Cause | Explication | Notes du CDI | Vigilance | Anecdote | Consigne | Consignes | Bla bla |
        Blabla | Bilan en 2 mots | Commentaires du jury blanc | À ne pas oublier | Comment ça se passe | Mon avis | Notre avis | À
        ne pas perdre de vue
    """,
    "last_news_on": """
        Dernier point | Date du dernier échange | Dernières nouvelles | Dernière rencontre | Dernière visite | Date de dernière
        relation | Vu le | Contacté le | Dernière prise de contact | Date du dernier rendez-vous | Dernier contact le | Dernier
        rendez-vous | Dernier RDV | Dernier appel | Date de dernière mise à jour | MAJ | Nouvelles le | Nouvelles du | Dernier
        échange | Dernier contact | Dernières nouvelles le | Dernière prise de nouvelles | Dernière fois qu’on s’est parlé
    """,
    "kind": """
        Forme | Nature de l’accord | Type de réseau | Nature du réseau | Type de texte | Catégorie | Nature du texte | Forme du
        texte | Sorte d’acte | Nature de l’acte | Type d’acte | Sorte de texte
    """,
    "level": """
        Échelle | Niveau territorial | Échelon territorial | Portée territoriale | Portée géographique | Niveau de signature |
        Niveau d’application | Niveau d’intervention | Étendue | Champ géographique | Périmètre géographique
    """,
    "result": "Bilan | Bilan de l’action | Retour | Retours | Suites | Compte rendu | Résultats | Impact",
    "on": """
        Début | Date de début | Date début | Due Date | Séance du | Date du service | Date intervention | Date de la rencontre | Date de
        réalisation | Échéance | Date prévue | Date de l’événement | Quand | Date et lieu | Date(s) | Tenue le | A eu lieu le
        | Date de l’opération | Date de la réunion | Date de la visite | Réalisée le | Date et heure | Jour et heure | Date
        (JJ/MM) | Mois | À quelle date ? | Date d’organisation | Programmée le | Le (date) | Date de la sortie | Date de
        sortie | Fait le | Faite le | Prévu le | Prévue le | Date de départ | Quand ? | Date de la séance | Jour et date |
        Date réalisation | Date réalis. | Date visite | Date du passage | Passage le | Passé le | Date du rendez-vous
    """,
    "headcount": """
        Présents | Inscrits | Nb d’élèves concernés | Nombre de jeunes concernés | Nombre de bénéficiaires | Public touché
        (nombre) | Effectif concerné | Participants (nb) | Public (nombre) | Élèves | Élèves présents | Jeunes touchés | Nombre
        d’inscrits | Nombre | Nb | Nombre d’élèves concernés | Nombre de présents | Participants (nombre) | Bénéficiaires |
        Affluence | Affluence jeunes | Jeunes accueillis | Élèves accueillis | Effectif prévu | Public accueilli | Nb de présents
        | Fréquentation | Jeunes présents | Effectif touché | Public touché | Nb apprenants | Partants | Nb de partants |
        Participants (élèves) | Élèves mobilisés | Jauge | Nb de jeunes touchés | Nombre d’apprenants | Élèves rencontrés | Jeunes
        rencontrés | Jeunes venus | Nb visiteurs | Visiteurs | Lycéens accueillis
    """,
    "theme": """
        Type | Type d’événement | Catégorie d’action | Catégorie | Domaine d’action | Axe | Objectif | Nature | Domaine | Forme |
        Format | Thème de l’action
    """,
    "action_state": """
        Fait | Faite | Fait (O/N) | Réalisée | Statut de l’action | Statut | Avancement | État d’avancement | Fait / prévu |
        Réalisé / prévu | Fait / à faire | Réalisation | Où on en est | Où en est-on ? | Statut de la mobilité | Statut action |
        Réalisée ? | Fait ? | Avancement de l’action | A eu lieu ? | C’est fait ? | L’action a-t-elle eu lieu ?
    """,
    "declines": """
        Découle de | Découle de l’accord | Applique | Application de | Décline l’accord | Décline l’accord-cadre | Décline |
        Accord décliné | Accord national décliné | NOR de l’accord décliné | Réf. de l’accord décliné | Texte décliné |
        Accord-cadre décliné | Accord d’origine | Décline l’accord national n° | Décline le texte | Accord national de référence
    """,
    "naf_prefixes": "NAF couverts | Codes NAF | NAF | NAF concernés | Codes APE couverts | Champ NAF",
    "created_on": """
        Date de création | Création | Création du réseau | Date d’installation | Mis en place le | Mise en place | Année de
        création | Constitué le | Constituée le | Lancé en | Lancement | Lancé le | Installé le | Créé en | Depuis | En place
        depuis | Existe depuis | Né le | Né en | Convention constitutive du | Monté en | Montée en
    """,
    "publication": """
        Bulletin officiel | BO | Publié au BO | Référence BO | Publié au | Publication au BO | Parution | Paru au | Référence au
        BO | Paru au BO
    """,
    "sector": """
        Secteur pro | Secteur professionnel | Secteur d’activité | Champ professionnel | Secteur économique | Champ | Champ
        d’activité | Domaine professionnel | Branche d’activité | Branche | Secteur concerné | Domaine d’activité
    """,
    "title": """
        Card Name | Jalon | Jalon du projet | Temps fort | Intitulé de l’action menée | Prestation | Intitulé de l’atelier |
        Intitulé de la rencontre | Motif de la sortie | Motif de la visite | But de la visite | Intitulé | Titre | Nom de
        l’événement | Nature de l’événement | Intitulé de l’événement | Manifestation | Visite | Sortie | Libellé | Sortie /
        visite | Visite / sortie | Réunion | Objet de la réunion | Ordre du jour | Nom de l’action | Libellé de l’action |
        Description de l’action | Objet de l’action | Action menée | Action réalisée | Action prévue | Activité | Objet |
        Descriptif | Description | Rendez-vous | Sujet | Sujet abordé | Intitulé de la séance | Ce qu’on a fait | Ce qui est prévu
        | Intervention | Séance | Atelier | Nom de l’atelier | Mobilité | Titre de l’action | Sujet de la séance | Opération |
        Intitulé du projet | Mission | Intitulé de la mission | Déclinaison | Déclinaison régionale | Déclinaison académique |
        Titre du texte | Ce qu’on fait | Rendez-vous proposé
    """,
    "object": """
        Actions prévues | Ayant pour objet | Formation commandée | Pour quoi ? | Pourquoi ? | Quoi ? | Sujet | Obj. | Contenu |
        Contenu du partenariat | Contenu de la convention | Finalité | But | Projet | Nom du projet | Intitulé du projet | Objet /
        intitulé | Article 1 | Nature de la convention | Nature de la prestation | Libellé | Nature | Article 1 – objet | Intitulé
        de la prestation | Intitulé de la convention | Sur quoi porte la convention ? | Ce que prévoit la convention | Pour quoi
        faire | Pour faire quoi | Ce qui est financé | Ce qui est prévu | Objet de l’acte | Contenu de l’accord | Pour quoi faire
        ? | Nature de l’acte | Prestation | Objet du contrat | Engagements réciproques | Ce sur quoi elle porte |
        Intitulé du projet culturel | Ce qu’on y fait | Concerne | Art. 1 | Objet (art. 1)
    """,
    "reference": """
        Nom de la convention | N° d’acte | N° de l’acte | Numéro d’enregistrement | N° enreg. | Id convention | Réf. lycée |
        Référence lycée | Acte n° | Notre réf. | Référence du partenaire | N° de registre | Notre référence | Ancien n° |
        Ancien numéro | Code conv. | N° fiche | Code accord | Numéro de contrat | Convention relue | N° d’accord | Chrono | N°
        chrono
    """,
    "framework_reference": """
        Référence | Réf. | N° NOR | N° de l’accord | N° d’accord | Identifiant | Code du texte | Code accord | N° d’ordre DAFPIC |
        Réf. du texte | N° du texte | Réf. accord | Ancien n° | N° d’ordre
    """,
    "framework_title": """
        Intitulé de l’accord-cadre | Nom de l’accord | Accord | Titre de l’accord | Titre | Libellé | Objet | Objet de l’accord |
        Convention-cadre | Intitulé de la convention | Objet / titre | Intitulé du texte | Titre du texte | Intitulé de l’accord |
        Texte
    """,
    "framework": """
        Accord-cadre visé | Accord visé | Texte visé | Accord-cadre applicable | Accord-cadre de rattachement | Accord national |
        Accord-cadre national | Accord-cadre lié | Rattachée à l’accord | En application de l’accord | Décline | Accord décliné |
        Texte cadre | Convention nationale liée | En application de
    """,
    "follow_up": """
        Bilan et suites | Comité de suivi | Modalités d’évaluation | Instance de suivi | Modalités de pilotage | Pilotage | Compte
        rendu / bilan | Réunion de suivi | Bilan annuel | Comité de pilotage | Instances de suivi | Points d’étape | Modalités de
        bilan | Bilan prévu
    """,
    "finance": """
        Ce qu’ils payent | Gratification | Ce qu’ils paient | Qui paie quoi ? | Prise en charge financière | Gratification, frais
        | Modalités financières | Conditions financières | Dispositions financières | Clause financière | Coût / engagement
        financier | Contreparties | Ce qui est écrit sur l’argent | Volet financier | Clause d’argent | Participation demandée |
        Article financier
    """,
    "confidentiality": """
        Clause de confidentialité | Protection des données | Données / secret | Secret des affaires | Secret professionnel |
        Article secret professionnel
    """,
    "state": """
        Actif / fermé | Ouvert / fermé | Actif | État administratif | Statut d’activité | Réalisée | Réalisé | Réalisation |
        Avancement | Ouverture | Fonctionnement | Statut actuel | Existe encore | Toujours actif | État de l’établissement | État
        de l’entreprise | Tenu ou prévu | Tenue ou prévue | Où ça en est | Fait ou à venir | Issue | C’est passé ? | Toujours
        ouvert ? | Encore ouvert ? | Toujours en activité ? | Ouverte / fermée
    """,
    "delegation": "Délégation destinataire | Délégation concernée | Délégation saisie | Service destinataire",
    "informed_on": """
        Information reçue le | Reçue à la DRAFPIC le | Transmise à la DRAFPIC le | Transmise à la DAFPIC le | Transmise à la
        délégation le | Envoyée à la DRAFPIC le | DRAFPIC informée le | DAFPIC informée le | Information de la DRAFPIC |
        Information de la délégation | Envoi à la DRAFPIC | Envoi à la délégation | Remontée à la DRAFPIC | DAFPIC avisée le |
        DRAFPIC avisée le | Délégation avisée le | Rectorat avisé le | Avis à la DRAFPIC le | Avis à la DAFPIC le | Information
        délégation le | DAREIC informée le | DRAREIC informée le | Rectorat informé le | DSDEN informée le | Délégation informée
        le | Service académique informé le | Transmise au rectorat le | Date d’information
    """,
    "domain": """
        Axe | Objectif | Domaine d’action | Volet | Champ (formation, orientation, insertion) | Champ | Formation, orientation ou
        insertion
    """,
    "action_reference": """
        Id action | Code action | Identifiant de l’action | Réf. action | N° de l’action | N° fiche | N° atelier | N° de fiche |
        N° de séance | Réf. | Référence | N° de dossier | Fiche n°
    """,
    "clauses": "Rubriques trouvées | Clauses trouvées | Clauses présentes | Rubriques présentes",
    "reserved_territory": "Zone réservée | Zone d’exclusivité | Exclusivité de zone",
    "delegation_area": "Ressort | Ressort de la délégation informée",
    "partner_category": "Qualité du cocontractant",
    "territory": "Académie | Académie ou région | Région académique | Territoire | Ajouté par",
    "basis": """
        Texte de référence | Décision | Référence réglementaire | Texte qui le fixe | Fixé par | Texte qui fixe | Texte fondateur |
        Fondement
    """,
    "max_renewals": """
        Reconductions maxi | Reconductions maximum | Nb max de reconductions | Nombre maximum de reconductions | Renouvelable
        combien de fois
    """,
}

WORDINGS: Mapping[str, tuple[str, ...]] = {
    name: tuple(" ".join(one.split()) for one in said.split("|")) for name, said in {**_SAID, **OF_ACTORS}.items()
}
