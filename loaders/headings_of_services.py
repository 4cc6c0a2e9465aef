"""Headings that académies, regions, campuses and their applications write, beside those of lycées in `loaders.headings`.

One text a property, headings parted by « ; ». The same forms need no entry: see `netmap.headings`.
"""

from collections.abc import Mapping

SEEN_IN_SERVICES: Mapping[str, tuple[str, ...]] = {
    name: tuple(said.split("; "))
    for name, said in {
        # conventions and framework agreements
        "status": (
            "État d’avancement; Avancement du dossier; Suivi de la signature; Secteur public / privé; Étape; Stade; Phase; "
            "Où en est-on; Statut juridique; Statut de l’établissement; Secteur d’enseignement; Public ou privé; "
            "État actuel; État de validité; Situation actuelle"
        ),
        "starts_on": (
            "Commencement; Date de démarrage; Démarrage; Entrée en vigueur; Début de validité; Lancement; Ouverture; "
            "Démarre le; Débute le; Commence le; En vigueur depuis; Début d’effet; Applicable à partir du; "
            "Date de mise en œuvre; Mise en œuvre; Mise en place; Mise en application; Applicable du; "
            "Applicable à compter du; Début de la collaboration"
        ),
        "ends_on": (
            "Fin de labellisation; Date de clôture; Fin prévue; S’achève le; Se termine le; Prend fin le; Finit le; Clôture; "
            "Date limite; Date butoir; Limite de validité; Court jusqu’au; Applicable au; Jusqu’à; Fin de l’engagement; "
            "Date de renouvellement; À renouveler le; Renouvellement prévu le"
        ),
        "duration_months": "Durée prévue; Durée initiale; Durée (en mois); Durée de l’engagement; Nb de mois",
        "renewal": "Tacitement reconductible; Renouvelable",
        "notice_months": "Délai de prévenance; Délai de préavis (mois)",
        "voted_on": (
            "Date de délibération; Délibération; Date du vote au CA; Adoptée en CA le; Validation CA; Date de passage en CA; "
            "Conseil d’administration; Conseil d’administration du; Séance du CA; Autorisation du CA; Accord du CA"
        ),
        "transmitted_on": (
            "Transmis aux autorités le; Transmission au rectorat; Date de télétransmission; "
            "Transmis au contrôle de légalité le; Envoi à la DSDEN; Envoyé au rectorat le; Contrôle de légalité; Dépôt"
        ),
        "ended_on": "Date de fin anticipée; Rompue le; Date de rupture",
        "follow_up": ("Bilan et suites; Comité de suivi; Modalités d’évaluation; Instance de suivi; Modalités de pilotage; Pilotage"),
        "contact": (
            "Fonction du contact; Pilote (fonction); Porteur (fonction); Qui suit (fonction); Interlocuteur (fonction); Référent (rôle)"
        ),
        "finance": "Modalités financières; Conditions financières; Dispositions financières; Clause financière",
        "confidentiality": "Clause de confidentialité; Protection des données",
        "themes": (
            "Type de partenariat; Types d’actions; Actions menées; Nature des actions; Axes; Axe de coopération; "
            "Objets du partenariat; Modalités de partenariat; Formes de partenariat; Actions; Domaines de coopération; "
            "Type d’engagement; Actions prévues; Types de collaboration; Nature de la collaboration; Nature de la relation; "
            "Collaborations; Nature de la convention; Type de convention; Types de partenariats; Forme"
        ),
        "pupils": (
            "Effectif total; Effectif élèves; Nombre total d’élèves; Élèves de la voie professionnelle; "
            "Effectif voie professionnelle; Nb élèves voie pro; Bénéficiaires; Élèves bénéficiaires; Public touché; "
            "Public concerné (nombre); Nombre de bénéficiaires; Inscrits; Élèves inscrits"
        ),
        "amount": (
            "Montant TTC; Montant HT; Montant de la convention; Montant annuel; Aide financière; Contrepartie (€); Valeur; "
            "Enveloppe; Somme; Somme versée; Dotation; Montant alloué; Engagement (€); Aide"
        ),
        "comment": (
            "Description; Annotations; Points de vigilance; Autres informations; Suites à donner; Bilan qualitatif; "
            "Appréciation; Info; Infos; Infos complémentaires; À savoir; Résumé; Synthèse; Principales dispositions; "
            "Points clés; Particularités; Commentaire de suivi; Historique; Points à retenir; Éléments de contexte"
        ),
        "last_news_on": (
            "Date du dernier échange; Dernières nouvelles; Dernière rencontre; Dernière visite; Date de dernière relation; "
            "Date du dernier contact; Vu le; Contacté le; Dernière prise de contact; Date du dernier rendez-vous"
        ),
        "kind": "Nature de l’accord; Type de réseau; Nature du réseau; Type de texte; Catégorie",
        "level": (
            "Échelle; Niveau territorial; Échelon territorial; Portée territoriale; Portée géographique; "
            "Niveau de signature; Niveau d’application"
        ),
        "sector": (
            "Secteur professionnel; Secteur d’activité; Champ professionnel; Secteur économique; Champ; Champ d’activité; "
            "Domaine professionnel; Branche d’activité"
        ),
        "publication": "Bulletin officiel; BO; Publié au BO; Référence BO",
        # actors and actions
        "area": (
            "Territoire; Ressort territorial; Territoire de compétence; Périmètre; Périmètre géographique; "
            "Territoire couvert; Zone géographique; Zone d’intervention; Couverture géographique; LIB_TERRITOIRE; Zone; "
            "Secteur géographique; Compétence territoriale; Périmètre d’action; Aire; Bassin; Implantation géographique; "
            "Territoires; Territoire d’action; Rayonnement; Périmètre territorial; Maillage"
        ),
        "created_on": (
            "Date de création; Création; Création du réseau; Date d’installation; Mis en place le; Mise en place; Année de création; "
            "Lancé en; Lancement; Lancé le; Installé le; Créé en; Depuis; En place depuis"
        ),
        "competence": (
            "Missions; Compétences; Domaine de compétence; Attributions; Mission; Champ de compétence; Domaines; "
            "Champs de compétence; Champ d’intervention; Objet; Sujets; Pour quoi; Pour quel sujet; Sujet; "
            "À solliciter pour"
        ),
        "excellence": (
            "Excellence; Campus d’excellence; Label excellence; CMQE; Mention; Label d’excellence; Catégorie excellence; Niveau excellence"
        ),
        "labelled_on": (
            "Date de labellisation; Date du label; Date d’obtention du label; Date de l’arrêté; Labellisation; "
            "Début de labellisation; Arrêté; Arrêté de labellisation; Décision de labellisation; Labellisé depuis"
        ),
        "lead": (
            "Établissement porteur; Porteur; Tête de réseau; Établissement tête de réseau; Lycée support; "
            "Lycée tête de réseau; Structure porteuse; Siège social; Établissement de rattachement; Structure support; "
            "Support; Établissement pilote"
        ),
        "type": "Sigle UAI; Sigle; Type étab.; Nature UAI; Nature; Type de lycée; Catégorie; Nature UAI (libellé)",
        "address": (
            "N° et rue; Numéro et voie; Adresse (rue); Adresse de l’établissement; Adresse de la structure; Adresse ligne 1; "
            "Libellé de voie; Adresse du site; Voie et numéro; Adresse physique; Adresse du siège; Rue et numéro; "
            "Adresse administrative; Adresse géographique; Localisation (adresse); Lieu (adresse)"
        ),
        "commune": (
            "Ville d’implantation; Commune d’implantation; Nom de la commune; LIBCOM; LIB_COM; Ville siège; "
            "Commune d’exercice; Localité d’acheminement; Commune du site; Ville du siège; Lieu; Implantation; Localisation; "
            "Siège (ville); Coordonnées (ville); Commune / ville; Ville / commune; Commune de résidence; "
            "Commune de rattachement"
        ),
        "label": (
            "Labellisé LDM; Label LDM; Établissement labellisé; Label lycée métiers; Lycée des métiers (O/N); Labellisation LDM; LdM"
        ),
        "label_since": (
            "Date d’obtention; Date d’obtention du label; Date d’attribution du label; Labellisé le; Année de labellisation; "
            "Première labellisation; Date de la labellisation; Obtention du label; Depuis"
        ),
        "candidate": (
            "Candidat; Candidat LDM; Candidat cette année; Candidature en cours; Dossier déposé; Demande de label; "
            "Souhaite candidater; Candidat à la labellisation"
        ),
        "bureau": (
            "BDE installé; BDE ouvert; Présence d’un BDE; BDE en place; Bureau entreprises; Dispose d’un BDE; A un BDE; BDE (oui/non)"
        ),
        "state": (
            "Actif / fermé; Ouvert / fermé; Actif; État administratif; Statut d’activité; Réalisée; Réalisé; Réalisation; "
            "Avancement; Statut de l’action; Ouverture; Fonctionnement; Fait; Faite; Statut actuel; Existe encore; "
            "Toujours actif"
        ),
        "email": (
            "Adresse e-mail; Courriel générique; Courriel de contact; Mél de contact; Mél du secrétariat; "
            "Mail du secrétariat; Boîte fonctionnelle; Mél fonctionnel; ADR_MEL; Courriel BDE; Contact mail; Contact (mail); "
            "Adresse du secrétariat; Adresse de contact; Boîte mail; Contact électronique; Messagerie"
        ),
        "phone": (
            "Téléphone principal; Tél. standard; Numéro de téléphone; Tél. secrétariat; Ligne fixe; Téléphone de contact; "
            "Tél. accueil; Accueil téléphonique; Contact téléphonique; Contact (tél.); Coordonnées téléphoniques"
        ),
        "web": (
            "Page web; Lien internet; Site officiel; Adresse du site; En savoir plus; Lien vers le texte; Lien vers la page; "
            "Site du campus; Site de l’établissement; Vitrine; Blog; Lien; Lien du texte; Lien vers le site"
        ),
        "brand": (
            "Nom d’usage; Acronyme; Nom court; Enseigne commerciale; Autre nom; Nom commercial ou sigle; Sigle ou enseigne; Alias; Dit"
        ),
        "category": (
            "Famille; Famille de partenaires; Famille d’acteurs; Type de compte; Type d’acteur; Type d’entreprise; "
            "Type d’entité; Type de tiers; Typologie; Typologie du partenaire; Profil; Nature juridique du partenaire; "
            "Catégorie d’acteur"
        ),
        "naf": "NAF rév. 2; APE / NAF; Code NAF 2008; Activité principale (code)",
        "size": (
            "Tranche d’effectifs; Tranche effectifs; Effectif salarié; Tranche d’effectif salarié; Nombre de collaborateurs; "
            "Effectif de l’entreprise; Effectifs salariés; Salariés; Nombre d’employés; Tranche de salariés; Tranche; "
            "Tranche salariale; Nb de salariés; Effectif total"
        ),
        "legal_form": "Statut juridique de l’entreprise; Catégorie juridique; Nature juridique",
        "known_by": (
            "Suivi par; Suivi par (fonction); Contact au lycée; Fonction du contact au lycée; Relation portée par; "
            "Porteur (fonction); Qui suit (fonction); Interlocuteur au lycée (fonction); Référent interne (fonction)"
        ),
        "since": (
            "Partenariat depuis; Depuis quand; Depuis (année); Début de la collaboration; Partenaire depuis le; "
            "Première collaboration; Année de début; Ancienneté; Ancienneté du partenariat; Date de premier contact; "
            "Premier contact; Partenaire (depuis); En relation depuis; En lien depuis; Relation depuis; Connu depuis; "
            "Lié depuis; Collaboration depuis"
        ),
        "role": (
            "Qualité; Qualité du membre; Rôle du partenaire; Rôle du membre; Rôle au sein du campus; Statut de membre; "
            "Fonction au sein du campus; Place dans le campus; Type de participation; Implication; Niveau d’implication"
        ),
        "on": (
            "Date de réalisation; Date prévue; Date de l’événement; Quand; Date et lieu; Date(s); Tenue le; A eu lieu le; "
            "Date de l’opération"
        ),
        "headcount": (
            "Nb d’élèves concernés; Nombre de jeunes concernés; Nombre de bénéficiaires; Public touché (nombre); "
            "Effectif concerné; Participants (nb); Public (nombre); Nb participants; Élèves; Élèves présents; "
            "Jeunes touchés; Nombre d’inscrits"
        ),
        "theme": ("Type; Type d’événement; Catégorie d’action; Catégorie; Domaine d’action; Axe; Objectif; Nature; Domaine; Forme; Format"),
        "country": "Pays d’accueil; Pays du partenaire; Nationalité; État étranger",
        "siret": "SIRET établissement; SIRET du site; Identifiant SIRET",
        "signed_on": "Date de conclusion; Conclue le; Conclu le; Date de la signature; Paraphée le; Date de l’accord",
        "latitude": "lat; y; Coordonnée Y; Latitude (WGS84)",
        "longitude": "lon; lng; long; x; Coordonnée X; Longitude (WGS84)",
    }.items()
}
