"""Longer and rarer wordings of headings about actors: establishments, organisations, campuses, networks, delegations, persons.

One field a row, wordings parted by a bar, as in `loaders.wordings`.
"""

from collections.abc import Mapping

OF_ACTORS: Mapping[str, str] = {
    "type": """
        Sigle UAI | Sigle | Type étab. | Nature UAI | Nature | Type de lycée | Catégorie | Nature UAI (libellé) | Type
        d’établissement scolaire | Statut de l’établissement | Nat.
    """,
    "address": """
        N° et rue | Numéro et voie | Adresse (rue) | Adresse de l’établissement | Adresse de la structure | Adresse ligne 1 |
        Libellé de voie | Adresse du site | Voie et numéro | Adresse physique | Adresse du siège | Rue et numéro | Adresse
        administrative | Adresse géographique | Localisation (adresse) | Lieu (adresse) | Adr1 | Rue (bureau) | Rue
        (professionnel) | N° et voie | Numéro et nom de la voie | Adresse, CP, ville | Adresse (rue, CP, ville) | Où ? | Zone /
        rue | Rue, zone | Lieu-dit / voie | Lieu-dit | Dernière adresse connue | ADR_LIGNE1 | Ligne d’adresse
    """,
    "commune": """
        Implanté à | Implantée à | Situé à | Basé à | Basée à | Antenne | Ville d’implantation | Commune d’implantation | Nom de
        la commune | LIBCOM | LIB_COM | Ville siège | Commune d’exercice | Localité d’acheminement | Commune du site | Ville du
        siège | Lieu | Implantation | Localisation | Siège (ville) | Coordonnées (ville) | Commune / ville | Ville / commune |
        Commune de résidence | Commune de rattachement | Bureau distributeur | Ville (bureau) | Ville (professionnel) | Libellé
        commune | Lib. commune | Commune siège | Commune du siège | Lieu d’implantation | Adresse - Ville | Adresse 1 - Ville |
        Address 1 - City | City | Libellé postal | Siège | Siège (commune) | Localité du siège | Bourg | Commune du lieu de
        travail | Adresse ville | Cne | Acheminement | Ça se trouve | Cité | Leur ville | Elle était à
    """,
    "label": """
        Labellisé LDM | Label LDM | Établissement labellisé | Label lycée métiers | Lycée des métiers (O/N) | Labellisation LDM |
        Labellisé lycée des métiers
    """,
    "label_since": """
        Date de l’arrêté | Arrêté du | Date d’obtention | Date d’obtention du label | Date d’attribution du label | Labellisé le |
        Année de labellisation | Première labellisation | Date de la labellisation | Obtention du label | Depuis | Label depuis |
        Labellisé LDM depuis | LDM depuis | Année du label | Date de labellisation LDM | Décision du | Décision de labellisation
        du | Obtenu le | Date LdM | DT_LDM | Date de l’arrêté de labellisation
    """,
    "bureau": """
        BDE installé | BDE ouvert | Présence d’un BDE | BDE en place | Bureau entreprises | Dispose d’un BDE | A un BDE | BDE
        (oui/non) | Bureau des entreprises ouvert | BDE (O/N) | Bureau des entreprises en place
    """,
    "apprenticeship": """
        UFA / CFA | CFA ou UFA | UFA / apprentis | Ouvert aux apprentis | Section d’apprentissage | Accueille des apprentis |
        Accueil d’apprentis | Apprentis O/N | Apprentis (O/N) | Apprentis ? | A des apprentis | Apprentis en formation | Apprentis
        accueillis | Apprentis | UFA
    """,
    "postcode": """
        Code post. | Code postal (bureau) | Code postal (professionnel) | Adresse - Code postal | Adresse 1 - Code postal |
        Address 1 - Postal Code | Zip | CPOST | CODPOST | Code P.
    """,
    "commune_code": """
        Code commune | Cod. commune | INSEE commune | Code INSEE de la commune | COM_INSEE | Code INSEE commune | INSEE_COM |
        CODE_COM | COG | Code COG
    """,
    "email": """
        Adresse e-mail | Courriel générique | Courriel de contact | Mél de contact | Mél du secrétariat | Mail du secrétariat |
        Boîte fonctionnelle | Mél fonctionnel | ADR_MEL | Courriel BDE | Contact mail | Adresse du secrétariat | Adresse de
        contact | Boîte mail | Contact électronique | Messagerie | Adresse de messagerie | Adresse électronique de contact |
        Courriel officiel | Mail fonctionnel | Mail de l’entreprise | Adresse courriel | Adresse générique
    """,
    "phone": """
        Téléphone principal | Tél. standard | Numéro de téléphone | Tél. secrétariat | Ligne fixe | Téléphone de contact | Tél.
        accueil | Accueil téléphonique | Contact téléphonique | Contact (tél.) | Coordonnées téléphoniques | Téléphone du standard
        | Téléphone (bureau) | Téléphone professionnel | Tél. / fax | N° de tél. | Téléphone du secrétariat | Ligne directe | TEL1
        | TEL2
    """,
    "web": """
        Page web | Page internet | Lien internet | Site officiel | Adresse du site | En savoir plus | Lien vers le texte | Lien
        vers la page | Site du campus l’établissement | Vitrine | Blog | Lien | Lien du texte | Lien vers le site | Page Web 1 |
        Lien du site | www | En savoir + | URL du site web | Adresse web | Adresse du site web | Adresse internet | Site | Site
        internet | Site web | Nom de domaine | Nom de domaine de l’entreprise
    """,
    "brand": """
        Nom d’usage | Acronyme | Nom court | Enseigne commerciale | Autre nom | Nom commercial ou sigle | Sigle ou enseigne |
        Alias | Dit | Nom usuel | Nom alternatif (commercial, marque, ...) | Nom alternatif | Connue sous le nom de | Connu aussi
        comme | Aussi connu sous le nom de
    """,
    "category": """
        Famille | Famille de partenaires | Famille d’acteurs | Type de compte | Type d’acteur | Type d’entreprise | Type d’entité
        | Type de tiers | Typologie | Typologie du partenaire | Profil | Nature juridique du partenaire | Catégorie d’acteur |
        Nature de la structure | Famille de partenaire | Statut (entreprise, association…) | C’est quoi ? | Genre de structure |
        Sorte | Genre | Qualité du cocontractant
    """,
    "size": """
        Tranche d’effectifs | Tranche effectifs | Effectif salarié | Tranche d’effectif salarié | Nombre de collaborateurs |
        Effectif de l’entreprise | Effectifs salariés | Salariés | Nombre d’employés | Tranche de salariés | Tranche | Tranche
        salariale | Nb de salariés | Effectif total | Effectifs de l’entreprise | Tranche effectif | TR_EFF | Tr. effectif |
        Tranche d’effectif INSEE | Tranche effectif INSEE | Effectif INSEE | Tranche INSEE
    """,
    "country": """
        Pays d’accueil | Pays du partenaire | Nationalité | État étranger | Pays/Région (bureau) | Pays (professionnel) | Pays de
        l’entreprise | Country | Pays de destination | Destination
    """,
    "known_by": """
        Fonction de la personne qui suit | Fonction de la personne du lycée qui suit l’entreprise | Suivi par | Suivi par
        (fonction) | Contact au lycée | Fonction du contact au lycée | Relation portée par | Porteur (fonction) | Qui suit
        (fonction) | Interlocuteur au lycée (fonction) | Référent interne (fonction) | Référent lycée | Qui suit ? | Qui connaît ?
        | Contact lycée (fonction) | Fonction du référent | Personne référente | Personne référente au lycée | Personne ressource
        | Référent au lycée | Chargé du suivi | Personne en charge | Qui s’en occupe ? | Qui gère ? | Relation suivie par | Suivi
        au lycée | Personne relais | Correspondant académique | Suivi interne | Fonction du suiveur | Suivi au lycée (fonction) |
        Fonction de celui qui suit | Qui le connaît (fonction) | Prof qui connaît | Qui connaît (fonction) | Chez nous, suivi par
        | Suivi chez nous par | Qui chez nous | Suivi assuré par | À suivre par | Référent côté lycée (poste)
    """,
    "since": """
        Partenariat depuis | Actif depuis | Depuis quand | Depuis (année) | Début de la collaboration | Partenaire depuis le |
        Première collaboration | Année de début | Ancienneté | Ancienneté du partenariat | Date de premier contact | Premier
        contact | En relation depuis | En lien depuis | Relation depuis | Connu depuis | Lié depuis | Collaboration depuis | En
        contact depuis | Depuis le | Début de la relation | Partenaires depuis | 1er contact | En place depuis | Travaille avec
        nous depuis | Avec nous depuis | On se connaît depuis | On travaille ensemble depuis | Travaillons ensemble depuis | Nous
        connaît depuis | Reçoit depuis | Accueille depuis | Nous accueille depuis | Donne depuis | Intervient depuis | On bosse
        ensemble depuis | On bosse avec eux depuis | Aide depuis | Nous aide depuis | Soutien depuis | Collabore depuis |
        Participe depuis | Premier départ | Premier départ le | Première mobilité | Premier échange | Premier accueil | Première
        action | Mise en relation le | Mis en relation le | En relation depuis le | Relation engagée le | Relation nouée le | Lien
        établi le | 1re PFMP | Premier stage
    """,
    "role": """
        Qualité | Qualité du membre | Rôle du partenaire | Rôle du membre | Rôle au sein du campus | Statut de membre | Fonction
        au sein du campus | Place dans le campus | Type de participation | Implication | Niveau d’implication | Statut du membre |
        Fonction dans le réseau | Participe comme | Participe en tant que | À quel titre | Rôle dans le réseau | Siège au titre de
        | Titre de participation | Support / membre / associé | Support ou membre | Support / membre | En tant que | Position |
        Place dans la gouvernance | Rôle dans la gouvernance | Place dans le réseau | Statut au campus
    """,
    "area": """
        Territoire | Ressort territorial | Territoire de compétence | Périmètre | Périmètre géographique | Territoire couvert |
        Zone géographique | Zone d’intervention | Couverture géographique | LIB_TERRITOIRE | Zone | Secteur géographique |
        Compétence territoriale | Périmètre d’action | Aire | Bassin | Implantation géographique | Territoires | Territoire
        d’action | Rayonnement | Périmètre territorial | Maillage | Couvre | Secteur couvert | Couverture | Zone couverte
    """,
    "competence": """
        Dossiers suivis | Missions | Compétences | Domaine de compétence | Attributions | Mission | Champ de compétence | Domaines
        | Champs de compétence | Champ d’intervention | Objet | Sujets | Pour quoi | Pour quel sujet | Sujet | À solliciter pour |
        Pour quoi le contacter | Pour quelles questions | Pour quelles demandes | Compétente pour | Pour quoi les appeler | Pour
        quoi l’appeler
    """,
    "excellence": """
        CMQ ou CMQ-E | CMQ / CMQ-E |
        Excellence | Campus d’excellence | Label excellence | CMQE | Mention | Label d’excellence | Catégorie excellence | Niveau
        excellence | Exc.
    """,
    "labelled_on": """
        Obtenue le | Obtenu le | Date de labellisation | Date du label | Date d’obtention du label | Date de l’arrêté |
        Labellisation | Début de labellisation | Arrêté | Arrêté de labellisation | Décision de labellisation | Labellisé
        depuis
    """,
    "lead": """
        Établissement porteur | Porteur | Tête de réseau | Tête de campus | Établissement tête de réseau | Lycée support | Lycée
        tête de réseau | Structure porteuse | Siège social | Établissement de rattachement | Structure support | Support |
        Établissement pilote | Établissement siège | Siège | Porté par | Campus porté par
    """,
    "partner": """
        Fédération signataire | Enseigne | Concessionnaire | Chambre | OPCO / branche | CFA ou branche | Agence intervenante | Pour qui /
        avec qui | Avec | Entreprises présentes | Structures présentes | Entreprises / structures présentes | Entreprises
        participantes | Structures participantes | Organismes représentés | Partenaires présents | Partenaires associés |
        Partenaires mobilisés | Partenaires concernés | Entreprises concernées | Entreprises associées | Entreprise visitée |
        Entreprise hôte | Lieu de visite | Structure partenaire | Co-contractant | Nom du co-contractant | Contractant |
        Partenaires du réseau | Autre
        signataire | Autre partie | Autres parties | Partie signataire | Parties signataires | Parties | Signataires | Membre
        extérieur | Membres extérieurs | Entreprise membre | Organisme membre | Structure d’accueil | Entreprise / Structure |
        Intervenants extérieurs | Nom de la société | Raison sociale du partenaire | Dénomination du partenaire | Donateur |
        Versant | Entreprise versante | Partenaire national | Organisme national | Branche signataire | Groupe signataire |
        Branche / groupe signataire | Boîte | Nom de la boîte | Intervenant | Co-organisateur | Entreprise pilote | Entreprise
        co-pilote | Industriel | Client | Travaille avec | Travaillent avec | Site visité | Entreprise marraine | Marraine |
        Parrain | Prestataire | Magasin | Enseigne partenaire | Organisateur | Entreprise d’accueil / partenaire | Intervenant
        (structure) | Qui intervient ? | Mécène | Opérateur | Compte | Porteur de l’action | Nom du compte | Association
        partenaire | Acteur | Acteurs mobilisés | Ex-partenaire | Structure invitée ou visitée | Structure invitée | Structure
        visitée | Convention-cadre avec | Avec qui | Accueil par | Organisme d’accueil | Entreprise d’accueil | Établissement
        d’accueil | Structure (entreprise, asso…) | Branche ou OPCO | Lieu d’accueil | Société du groupe | Maison | Artisan |
        Artisans | Chez qui | Partenaire impliqué | CFA partenaire | Partenaire culturel | Nos amis | Organisation partenaire |
        Co-animé avec | Animé avec | Co-animateur | Professionnels venus | Entreprises du comité | Atelier ou maison | Qui nous
        aide | Qui aide | Nous aide | Qui nous accueille | Qui nous reçoit | Qui nous soutient | Professionnels présents |
        Professionnels | Professionnels mobilisés | Pros présents | Professionnel invité | Professionnels rencontrés | Signataire
        côté profession | Signataire entreprise | Employeurs venus | Entreprises venues | Employeurs présents | Commanditaire |
        Donneur d’ordre | Asso
    """,
    "organisation_name": """
        Maison | Concessionnaire | Nom client | Nom de l’adhérent | Nom de la société | Nom / Raison sociale | Raison sociale
        / Nom | Nom ou raison sociale | Nom entreprise | Entreprises | Partenaires | Structure d’accueil | Nom de la structure
        d’accueil | Lieu de stage | Lieu de PFMP | Terrain de stage | Site | Site / agence | Agence | Établissement /
        entreprise | Entreprise / établissement | Entreprise / organisme | Entreprise ou organisme | Structure / entreprise |
        Libellé du tiers | Nom du tiers | Tiers | Fournisseur | Donateur | Entreprise versante | Client | Enseigne / raison
        sociale | Nom de votre entreprise | Company | Organisation | Organization Name | Qui ? | Donneur | Payeur |
        Contributeur | Mécène | Bienfaiteur | Organisation 1 - Nom | Organization 1 - Name | Boîte | Nom de la boîte | Magasin
        | Adhérent | Acteur | Prestataire | Industriel | Donneur d’ordre | Commerce | Exploitation | Nom du contact
        (structure) | Structure employeuse | Nom du magasin | RS | Account Name | Restaurant | Établissement / restaurant |
        Lieu | Artisan | Ancienne entreprise | Ancien partenaire | Display Name
    """,
    "establishment": """
        Lycées | Établissement porteur | Organisé par | Organisé par (lycée) | Lycée membre | Lycée demandeur | Lycée d’origine |
        Nom du LP | LP | Nom de l’EPLE | Structure scolaire | Organisateur | Établissement pilote | Lycées participants | Lycée
        inscrit | Lycées inscrits | Lycée bénéficiaire | Lycées bénéficiaires | Lycée reçu | Lycée accueilli
    """,
    "establishment_name": """
        Nom complet | Nom complet de l’établissement | Établissement (nom complet) | Appellation | Dénomination principale | Nom
        étab. | LP | Libellé établissement | Lycées
    """,
    "network_code": """
        Sigle | Acronyme | Sigle du réseau | Code CLEE | Sigle du Greta | Code du CLEE | Code réseau | N° du réseau | Réf. réseau |
        Abrégé | Abréviation | Nom court
    """,
    "network_name": """
        Intitulé du réseau | Nom | Dénomination | Libellé du réseau | Nom du CLEE | Nom du FOQUALE | Nom de la PSAD | Nom du
        Greta | Nom d’usage du Greta | Greta | Nom d’usage du réseau | Consortium | Nom du consortium | Nom du comité | CLEE |
        FOQUALE | PSAD | Réseau | Comité
    """,
    "campus_code": "Sigle | Acronyme | Trigramme | Sigle du campus | Abrégé | Nom court | Code CMQ | Code du CMQ | Sigle campus",
    "filieres": """
        Corps d’état | Bacs / CAP | Bac pro / CAP | Filière(s) concernée(s) | Formations | Formation | Section | Sections |
        Sections concernées | Spécialité | Spécialités | Diplôme | Diplômes | Diplômes concernés | Filières du lycée | Champ
        professionnel | Filières / familles de métiers | Famille de métiers / filière | Bac pro concerné | Bacs pro | Pour quelles
        formations ? | Formations du lycée | Métier | Métiers | Corps de métier | Fléchage | Formation fléchée | Filière fléchée |
        Dominante | Champ | Domaine de formation | Domaines de formation | Filière ciblée | Filières de rattachement | Filière de
        rattachement | Filière / spécialité | Champs professionnels | Domaine pro | Secteur pro | Secteur de formation | Ce qu’on
        y apprend | Diplômes préparés | Domaine professionnel | Filières visées | Ce qu’ils font | Secteurs | Ce qu’ils forment
    """,
    "parent_name": """
        Related Company | Parent Company | Parent Account | Groupe | Groupe d’appartenance | Maison mère | Filiale de | Rattachée
        à | Enseigne nationale | Compte principal | Rattachement
    """,
    "federation_name": """
        Branche / fédération | Fédération professionnelle | Syndicat professionnel | Branche professionnelle | Organisation
        professionnelle | Adhérent de | Adhère à | Affiliée à | Adhérente de | Syndicat d’appartenance | Adhérent à | Branche ou
        OPCO
    """,
    "partner_postcode": """
        Code postal de l’entreprise | CP partenaire | CP entreprise | CP Ville | Code postal et ville | Adresse du partenaire |
        Adresse du tiers | Adresse de l’entreprise | Adresse de la structure | Adresse de l’organisme | CPOST | Code P.
    """,
    "partner_commune": """
        Ville entreprise | Commune entreprise | Ville de l’entreprise | Implantation | Ville du siège | Où ? | Implantation du
        tiers | Implantation du partenaire | Ville du compte | Localité | Siège | Implanté à | Ville du partenaire | Ville
        d’accueil | Adresse ville | Ville struct. | Basé à | Basée à | Ville du CFA | Cité | Leur ville | Bourg | Implantée à |
        Bureau distributeur
    """,
    "uai": "UAI (ex-RNE) | N° UAI/RNE | N° RNE | N° d’établissement | Codes UAI | UAI support | UAI tête de réseau | UAI des membres",
    "siret": """
        SIRET établissement | SIRET du site | Identifiant SIRET | SIRET du partenaire | N° d’identification | Numéro
        d’identification | Num. SIRET | Siret (14 chiffres) | Numéro SIRET (14 chiffres)
    """,
    "siren": "SIREN du partenaire | Siren entreprise | Num. SIREN | Siren (9 chiffres)",
    "candidate": """
        Candidat | Candidat LDM | Candidat cette année | Candidature en cours | Dossier déposé | Demande de label | Souhaite
        candidater | Candidat à la labellisation | Dem. en cours | Demande en cours | Demande de labellisation en cours |
        Candidature déposée | Dossier déposé cette année | Va demander le label ? | Va demander le label
        | 1re demande en cours | Première demande en cours | 1re demande
    """,
    "naf": "NAF rév. 2 | APE / NAF | Code NAF 2008 | Activité principale (code)",
    "legal_form": "Statut juridique de l’entreprise | Catégorie juridique | Nature juridique | Type d’entité légale | CAT_JUR",
    "latitude": """
        lat | y | Coordonnée Y | Latitude (WGS84) | y_wgs84 | Lat WGS84 | geo_point_2d | Coordonnées GPS | GPS | Géolocalisation
        | Coordonnées géographiques | Point GPS | Position GPS | Lat/Lon | Latitude, longitude
    """,
    "longitude": "lon | lng | long | x | Coordonnée X | Longitude (WGS84) | x_wgs84 | Lon WGS84",
    "closed_on": """
        Date de fermeture | Fermeture | Fermé le | Date de cessation | Cessation | Cessée le | Cessation d’activité | Fin
        d’activité | Radiée le | Date de radiation
    """,
    "foreign": "Hors France | Hors de France | À l’étranger | Transfrontalier | International",
    "mother": """
        UAI du lycée support | UAI lycée support | UAI du support | UAI du lycée de rattachement | UAI de l’établissement support
        | UAI du lycée mère | UAI siège | UAI du siège | UAI de l’établissement de rattachement | RNE de rattachement
    """,
    "greta": """
        Adhérent GRETA | Membre du GRETA | Membre GRETA | Adhésion GRETA | Support GRETA | Adhérent ou support | Adhérent ou
        support du GRETA
    """,
    "idcc": "CCN | N° CCN | Code CCN",
    "naf_version": "Millésime NAF | Version de la NAF | NAF (millésime)",
}
