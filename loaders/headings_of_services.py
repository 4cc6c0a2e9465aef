"""Headings that académies, regions, campuses and their applications write, beside those of lycées in `loaders.headings`.

One text a property, headings parted by « ; ». The same forms need no entry: see `netmap.headings`.
"""

from collections.abc import Mapping

SEEN_IN_SERVICES: Mapping[str, tuple[str, ...]] = {
    name: tuple(said.split("; "))
    for name, said in {
        # conventions and framework agreements
        "status": "État d’avancement; Avancement du dossier; Suivi de la signature; Secteur public / privé",
        "starts_on": "Commencement; Date de démarrage; Démarrage; Entrée en vigueur; Début de validité",
        "ends_on": "Fin de labellisation; Date de clôture; Fin prévue",
        "renewal": "Tacitement reconductible; Renouvelable",
        "voted_on": "Date de délibération; Délibération; Date du vote au CA; Adoptée en CA le; Validation CA; Date de passage en CA",
        "transmitted_on": (
            "Transmis aux autorités le; Transmission au rectorat; Date de télétransmission; "
            "Transmis au contrôle de légalité le; Envoi à la DSDEN"
        ),
        "ended_on": "Date de fin anticipée; Rompue le; Date de rupture",
        "follow_up": "Bilan et suites; Comité de suivi; Modalités d’évaluation",
        "themes": (
            "Type de partenariat; Types d’actions; Actions menées; Nature des actions; Axes; Axe de coopération; Objets du partenariat"
        ),
        "pupils": (
            "Effectif total; Effectif élèves; Nombre total d’élèves; Élèves de la voie professionnelle; "
            "Effectif voie professionnelle; Nb élèves voie pro; Effectif rentrée"
        ),
        "amount": "Montant TTC; Montant HT; Montant de la convention; Montant annuel; Aide financière; Contrepartie (€); Valeur",
        "comment": "Description; Annotations; Points de vigilance; Autres informations",
        "last_news_on": "Date du dernier échange; Dernières nouvelles; Dernière rencontre; Dernière visite; Date de dernière relation",
        "kind": "Nature de l’accord; Type de réseau; Nature du réseau; Type de texte; Catégorie",
        "level": "Échelle; Niveau territorial; Échelon territorial",
        "sector": "Secteur professionnel; Secteur d’activité; Champ professionnel; Secteur économique",
        "publication": "Bulletin officiel; BO; Publié au BO; Référence BO",
        # actors and actions
        "area": (
            "Territoire; Ressort territorial; Territoire de compétence; Périmètre; Périmètre géographique; "
            "Territoire couvert; Zone géographique; Zone d’intervention; Couverture géographique; LIB_TERRITOIRE"
        ),
        "created_on": "Date de création; Création; Création du réseau; Date d’installation; Mis en place le; Année de création",
        "competence": "Missions; Compétences; Domaine de compétence; Attributions; Mission; Champ de compétence",
        "excellence": "Excellence; Campus d’excellence; Label excellence; CMQE; Mention",
        "labelled_on": (
            "Date de labellisation; Date du label; Date d’obtention du label; Date de l’arrêté; Labellisation; Début de labellisation"
        ),
        "lead": (
            "Établissement porteur; Porteur; Tête de réseau; Établissement tête de réseau; Lycée support; "
            "Lycée tête de réseau; Structure porteuse"
        ),
        "type": "Sigle UAI; Sigle; Type étab.; Nature UAI",
        "address": (
            "N° et rue; Numéro et voie; Adresse (rue); Adresse de l’établissement; Adresse de la structure; Adresse ligne 1; "
            "Libellé de voie"
        ),
        "commune": "Ville d’implantation; Commune d’implantation; Nom de la commune; LIBCOM; LIB_COM; Ville siège",
        "label": "Labellisé LDM; Label LDM; Établissement labellisé; Label lycée métiers",
        "label_since": "Date d’obtention; Date d’obtention du label; Date d’attribution du label; Labellisé le; Année de labellisation",
        "candidate": "Candidat; Candidat LDM; Candidat cette année; Candidature en cours",
        "bureau": "BDE installé; BDE ouvert; Présence d’un BDE; BDE en place",
        "state": (
            "Actif / fermé; Ouvert / fermé; Actif; État administratif; Statut d’activité; Réalisée; Réalisé; Réalisation; "
            "Avancement; Statut de l’action"
        ),
        "email": (
            "Adresse e-mail; Courriel générique; Courriel de contact; Mél de contact; Mél du secrétariat; "
            "Mail du secrétariat; Boîte fonctionnelle; Mél fonctionnel; ADR_MEL; Courriel BDE"
        ),
        "phone": "Téléphone principal; Tél. standard; Numéro de téléphone; Tél. secrétariat; Ligne fixe; Téléphone de contact",
        "web": "Page web; Lien internet; Site officiel; Adresse du site; En savoir plus; Lien vers le texte; Lien vers la page",
        "brand": "Nom d’usage; Acronyme; Nom court; Enseigne commerciale",
        "category": ("Famille; Famille de partenaires; Famille d’acteurs; Type de compte; Type d’acteur; Type d’entreprise; Type d’entité"),
        "naf": "NAF rév. 2; APE / NAF; Code NAF 2008; Activité principale (code)",
        "size": (
            "Tranche d’effectifs; Tranche effectifs; Effectif salarié; Tranche d’effectif salarié; Nombre de collaborateurs; "
            "Effectif de l’entreprise"
        ),
        "legal_form": "Statut juridique de l’entreprise; Catégorie juridique; Nature juridique",
        "known_by": "Suivi par; Suivi par (fonction); Contact au lycée; Fonction du contact au lycée; Relation portée par",
        "since": (
            "Partenariat depuis; Depuis quand; Depuis (année); Début de la collaboration; Partenaire depuis le; "
            "Première collaboration; Année de début"
        ),
        "role": "Qualité; Qualité du membre; Rôle du partenaire; Rôle du membre; Rôle au sein du campus; Statut de membre",
        "on": "Date de réalisation; Date prévue; Date de l’événement",
        "headcount": (
            "Nb d’élèves concernés; Nombre de jeunes concernés; Nombre de bénéficiaires; Public touché (nombre); "
            "Effectif concerné; Participants (nb)"
        ),
        "theme": "Type; Type d’événement; Catégorie d’action; Catégorie; Domaine d’action",
    }.items()
}
