"""The kinds of actors and papers of a partner network, read top to bottom as the data model.

Conventions and framework agreements are nodes (they have dates, several signatories, sources); the eye and the measures
see them as links (`netmap.network.Network.pairs`).
"""

from netmap.domain import vocabulary as words
from netmap.schema import Key, Look, NodeKind, Property
from netmap.values import (
    AMOUNT,
    COMMUNE,
    DATE,
    EMAIL,
    IDCC,
    NAF,
    NUMBER,
    PHONE,
    POSTCODE,
    SIREN,
    SIRET,
    TEXT,
    UAI,
    URL,
    WHOLE,
    YES_NO,
)

_ADDRESS = Property("address", TEXT, "Adresse", "Numéro et voie.")
_POSTCODE = Property("postcode", POSTCODE, "Code postal", "Cinq chiffres ; ce n’est pas le code de la commune.")
_COMMUNE = Property("commune", TEXT, "Commune", "Nom de la commune.", indexed=True)
_COMMUNE_CODE = Property("commune_code", COMMUNE, "Code commune", "Code officiel géographique de l’INSEE (2A004, 75056).")
_LATITUDE = Property("latitude", NUMBER, "Latitude", "En degrés (WGS 84).")
_LONGITUDE = Property("longitude", NUMBER, "Longitude", "En degrés (WGS 84).")
_EMAIL = Property("email", EMAIL, "Courriel", "Adresse professionnelle, de fonction plutôt que de personne.")
_PHONE = Property("phone", PHONE, "Téléphone", "Numéro professionnel.")
_WEB = Property("web", URL, "Site internet", "Adresse du site.")
_COMMENT = Property("comment", TEXT, "Observations", "Remarque libre, reprise telle quelle.")
_PLACE = (_ADDRESS, _POSTCODE, _COMMUNE, _COMMUNE_CODE, _LATITUDE, _LONGITUDE)
_CONTACT = (_EMAIL, _PHONE, _WEB)
_THEMES = Property("themes", words.THEME, "Thèmes", "Objets du partenariat (vocabulaire : proposition de netmap).", many=True)
_RENEWAL = (
    Property("renewal", words.RENEWAL, "Reconduction", "Aucune, tacite (se prolonge d’elle-même) ou expresse (par avenant)."),
    Property("renewal_months", WHOLE, "Période de reconduction (mois)", "Durée de chaque reconduction tacite, en mois."),
    Property("max_renewals", WHOLE, "Reconductions au plus", "Nombre maximal de reconductions, s’il est fixé."),
    Property("notice_months", WHOLE, "Préavis (mois)", "Délai pour dénoncer ou demander le renouvellement, en mois."),
)

ESTABLISHMENT = NodeKind(
    name="Establishment",
    label="Établissement",
    plural="Établissements",
    help="Lycée professionnel ou polyvalent, SEP, EREA, CFA… connu par son code UAI, ou par son nom tant que celui-ci manque.",
    keys=(Key(("uai",)), Key(("name",), local=True)),
    caption="name",
    featured=("uai", "name", "type", "commune", "label"),
    look=Look("dot", "●", "#0063cb"),
    properties=(
        Property("uai", UAI, "UAI", "Sept chiffres et une lettre de contrôle (ancien RNE).", indexed=True),
        Property("name", TEXT, "Nom", "Nom d’usage de l’établissement.", indexed=True),
        Property("type", TEXT, "Type", "Lycée professionnel, lycée polyvalent, SEP, EREA…"),
        Property("status", words.STATUS, "Statut", "Public, privé sous contrat ou privé hors contrat."),
        Property("siret", SIRET, "SIRET", "SIRET de l’établissement ; une cité scolaire peut le partager."),
        *_PLACE,
        Property("vocational", YES_NO, "Voie professionnelle", "L’établissement prépare à des diplômes professionnels."),
        Property("apprenticeship", YES_NO, "Apprentissage", "L’établissement accueille des apprentis."),
        Property("label", YES_NO, "Lycée des métiers", "L’établissement porte le label Lycée des métiers."),
        Property("label_since", DATE, "Labellisé depuis", "Date de la décision de labellisation."),
        Property("candidate", YES_NO, "Candidat au label", "Une candidature au label est en cours."),
        Property("greta", YES_NO, "GRETA", "L’établissement est support ou membre d’un GRETA."),
        Property("bureau", YES_NO, "Bureau des entreprises", "Un bureau des entreprises est en place."),
        Property("pupils", WHOLE, "Élèves", "Effectif d’élèves."),
        Property("ministry", TEXT, "Ministère de tutelle", "Éducation nationale, agriculture, mer…"),
        Property("state", words.OPEN_STATE, "État", "Ouvert, à fermer, fermé."),
        Property("opened_on", DATE, "Ouvert le", "Date d’ouverture."),
        *_CONTACT,
        _COMMENT,
    ),
)

ORGANISATION = NodeKind(
    name="Organisation",
    label="Organisation",
    plural="Organisations",
    help="Entreprise, branche, chambre, collectivité, association… connue par son SIRET, son SIREN, ou son nom et sa commune.",
    keys=(Key(("siret",)), Key(("siren",)), Key(("name", "commune"), local=True, optional=("commune",))),
    caption="name",
    featured=("name", "category", "siren", "commune", "naf"),
    look=Look("triangle", "▲", "#6e445a"),
    properties=(
        Property("siret", SIRET, "SIRET", "Quatorze chiffres : un site précis.", indexed=True),
        Property("siren", SIREN, "SIREN", "Neuf chiffres : l’entité juridique.", indexed=True),
        Property("name", TEXT, "Nom", "Raison sociale ou nom d’usage.", indexed=True),
        Property("brand", TEXT, "Enseigne ou sigle", "Autre nom sous lequel elle est connue."),
        Property("category", words.CATEGORY, "Catégorie", "Sorte de partenaire (vocabulaire : proposition de netmap)."),
        Property("naf", NAF, "Code NAF", "Activité principale (APE).", indexed=True),
        Property("naf_version", words.NAF_VERSION, "Version de la NAF", "2008 (rév. 2) ou 2025 : un même code peut changer de sens."),
        Property("idcc", IDCC, "IDCC", "Convention collective, quatre chiffres."),
        Property("size", TEXT, "Tranche d’effectif", "Code de tranche de l’INSEE (NN, 00, 01, 11…) : ce n’est pas un nombre."),
        Property("legal_form", TEXT, "Forme juridique", "Libellé ou code de la forme juridique."),
        *_PLACE,
        Property("country", TEXT, "Pays", "Pays du partenaire, s’il n’est pas en France."),
        Property("foreign", YES_NO, "Partenaire étranger", "Le partenaire relève d’un pays étranger."),
        Property("state", words.OPEN_STATE, "État", "Ouvert ou fermé (cessé)."),
        Property("closed_on", DATE, "Fermée le", "Date de cessation."),
        *_CONTACT,
        Property("known_by", TEXT, "Connue par (fonction)", "Fonction de la personne qui suit ce partenaire, pas son nom."),
        _COMMENT,
    ),
)

CAMPUS = NodeKind(
    name="Campus",
    label="Campus",
    plural="Campus",
    help="Campus des métiers et des qualifications (D. 335-33).",
    keys=(Key(("code",)), Key(("name",), local=True)),
    caption="name",
    featured=("name", "excellence", "area", "ends_on"),
    look=Look("diamond", "◆", "#161616"),
    properties=(
        Property("code", TEXT, "Code", "Code ou sigle du campus.", indexed=True),
        Property("name", TEXT, "Nom", "Nom du campus.", indexed=True),
        Property("excellence", YES_NO, "Mention excellence", "Le campus porte la mention « excellence »."),
        Property("area", TEXT, "Ressort", "Territoire du campus, tel qu’il est cité."),
        Property("labelled_on", DATE, "Labellisé le", "Date de l’arrêté."),
        Property("ends_on", DATE, "Fin du label", "Fin de la période labellisée."),
        Property("label_period", TEXT, "Label, tel que cité", "Date ou durée du label telle que la source l’écrit."),
        Property("lead", TEXT, "Établissement support", "Établissement support ou siège, tel qu’il est cité."),
        _COMMUNE,
        _LATITUDE,
        _LONGITUDE,
        *_CONTACT,
        _COMMENT,
    ),
)

DELEGATION = NodeKind(
    name="Delegation",
    label="Délégation",
    plural="Délégations",
    help="Délégation académique ou de région académique ; noms et ressorts varient d’une région à l’autre.",
    keys=(Key(("code",)), Key(("name", "area"), local=True, optional=("area",))),
    caption="name",
    featured=("name", "kind", "area", "email"),
    look=Look("square", "■", "#000091"),
    properties=(
        Property("code", TEXT, "Code", "Code choisi par l’académie.", indexed=True),
        Property("name", TEXT, "Nom", "Nom de la délégation, tel qu’il est d’usage dans la région.", indexed=True),
        Property("kind", words.DELEGATION_KIND, "Sorte", "DRAFPIC, DAFPIC, DRAIO, DRAREIC…"),
        Property("level", words.TERRITORY_LEVEL, "Niveau", "Région académique, académie ou département."),
        Property("area", TEXT, "Ressort", "Territoire de compétence."),
        Property("competence", TEXT, "Compétence", "Ce pour quoi la joindre."),
        _COMMUNE,
        _LATITUDE,
        _LONGITUDE,
        *_CONTACT,
        _COMMENT,
    ),
)

NETWORK = NodeKind(
    name="Network",
    label="Réseau",
    plural="Réseaux",
    help="Réseau labellisé, GRETA, CLEE, FOQUALE, réseau des bureaux des entreprises…",
    keys=(Key(("code",)), Key(("name", "area"), local=True, optional=("area",))),
    caption="name",
    featured=("name", "kind", "area"),
    look=Look("hexagon", "⬢", "#4a4a4a"),
    properties=(
        Property("code", TEXT, "Code", "Code ou sigle du réseau.", indexed=True),
        Property("name", TEXT, "Nom", "Nom du réseau.", indexed=True),
        Property("kind", words.NETWORK_KIND, "Sorte", "Sorte de réseau (vocabulaire : proposition de netmap)."),
        Property("area", TEXT, "Ressort", "Territoire du réseau."),
        Property("created_on", DATE, "Créé le", "Date de création ou de labellisation."),
        *_CONTACT,
        _COMMENT,
    ),
)

FILIERE = NodeKind(
    name="Filiere",
    label="Filière",
    plural="Filières",
    help="Filière professionnelle : un ensemble de métiers et de formations.",
    keys=(Key(("name",), local=True),),
    caption="name",
    featured=("name", "national"),
    look=Look("star", "★", "#4a4a4a"),
    properties=(
        Property("name", TEXT, "Nom", "Nom de la filière.", indexed=True),
        Property("national", TEXT, "Filière nationale", "Filière des campus (liste nationale de douze) à laquelle elle se rattache."),
        Property(
            "naf_prefixes", TEXT, "Codes NAF voisins", "Débuts de codes NAF proches (table modifiable, proposition de netmap).", many=True
        ),
    ),
)

TERRITORY = NodeKind(
    name="Territory",
    label="Territoire",
    plural="Territoires",
    help="Région académique, académie, département, bassin de formation, zone d’emploi ou commune.",
    keys=(Key(("level", "code")), Key(("level", "name"), local=True)),
    caption="name",
    featured=("name", "level", "code"),
    look=Look("triangleDown", "▼", "#4a4a4a"),
    properties=(
        Property("level", words.TERRITORY_LEVEL, "Niveau", "Région académique, académie, département, bassin…", indexed=True),
        Property("code", TEXT, "Code", "Code officiel du territoire.", indexed=True),
        Property("name", TEXT, "Nom", "Nom du territoire.", indexed=True),
        _LATITUDE,
        _LONGITUDE,
    ),
)

CONVENTION = NodeKind(
    name="Convention",
    label="Convention",
    plural="Conventions",
    help="Convention de partenariat entre un établissement et des partenaires ; pas la convention de stage d’un élève.",
    keys=(
        Key(("reference",), minimum=6),
        Key(("reference", "establishment")),
        Key(("establishment", "partner", "object"), local=True, optional=("object",), tiebreak="starts_on"),
    ),
    caption="object",
    featured=("reference", "object", "status", "starts_on", "ends_on", "renewal"),
    look=Look("box", "▬", "#161616"),
    properties=(
        Property(
            "reference", TEXT, "Référence", "Numéro de la convention ; unique dans le réseau s’il a six caractères ou plus.", indexed=True
        ),
        Property("object", TEXT, "Objet", "Article 1er : ce sur quoi porte la convention."),
        _THEMES,
        Property("status", words.CONVENTION_STATUS, "État déclaré", "Projet, votée, signée, terminée… L’état à une date est calculé."),
        Property("starts_on", DATE, "Début", "Date d’effet.", indexed=True),
        Property("ends_on", DATE, "Fin", "Date de fin écrite ; une reconduction tacite la prolonge.", indexed=True),
        Property("duration_months", WHOLE, "Durée (mois)", "Durée écrite, si la fin ne l’est pas."),
        *_RENEWAL,
        Property("signed_on", DATE, "Signée le", "Date de signature."),
        Property("voted_on", DATE, "Votée en CA le", "Vote du conseil d’administration (établissements publics)."),
        Property("transmitted_on", DATE, "Transmise le", "Transmission à l’autorité ; exécutoire quinze jours après."),
        Property("enforceable_on", DATE, "Exécutoire le", "Si le texte le dit ; sinon, quinze jours après la transmission."),
        Property("ended_on", DATE, "Dénoncée ou arrêtée le", "Fin anticipée."),
        Property("clauses", words.CLAUSE, "Clauses présentes", "Clauses de la fiche 6 que le texte contient.", many=True),
        Property("follow_up", TEXT, "Modalités de suivi", "Comment la convention est suivie."),
        Property("contact", TEXT, "Suivie par (fonction)", "Fonction de la personne qui suit la convention, pas son nom."),
        Property("pupils", WHOLE, "Jeunes concernés", "Nombre de jeunes concernés par an."),
        Property("amount", AMOUNT, "Montant (€)", "Montant prévu par la convention, en euros."),
        Property("exclusivity", TEXT, "Exclusivité", "Engagement d’exclusivité, cité du texte."),
        Property("reserved_territory", TEXT, "Territoire réservé", "Territoire que la convention réserve, cité du texte."),
        Property("finance", TEXT, "Engagement financier", "Gratification, taxe, prix : cité du texte."),
        Property("confidentiality", TEXT, "Confidentialité et données", "Engagement sur la confidentialité ou les données, cité du texte."),
        Property("last_news_on", DATE, "Dernière nouvelle", "Date du dernier échange connu avec le partenaire."),
        _COMMENT,
    ),
)

FRAMEWORK = NodeKind(
    name="Framework",
    label="Accord-cadre",
    plural="Accords-cadres",
    help="Accord-cadre ou convention-cadre nationale, ou sa déclinaison en région académique ou en académie.",
    keys=(Key(("reference",)), Key(("title", "signed_on"), local=True, optional=("signed_on",))),
    caption="title",
    featured=("reference", "title", "kind", "level", "starts_on", "ends_on"),
    look=Look("ellipse", "⬬", "#161616"),
    properties=(
        Property("reference", TEXT, "Référence", "Numéro NOR, ou référence choisie.", indexed=True),
        Property("title", TEXT, "Intitulé", "Nom de l’accord ou du partenaire national.", indexed=True),
        Property("kind", words.FRAMEWORK_KIND, "Nature", "Accord-cadre, convention-cadre, protocole…"),
        Property("level", words.FRAMEWORK_LEVEL, "Niveau", "National, région académique, académique."),
        Property("scope", words.SCOPE, "Portée", "Entreprise, groupe, branche, réseau de chambres…"),
        Property("signed_on", DATE, "Signé le", "Date de signature."),
        Property("signed_period", TEXT, "Date telle que citée", "Date de signature quand elle n’est connue qu’au mois ou à l’année."),
        Property("starts_on", DATE, "Début", "Date d’effet.", indexed=True),
        Property("ends_on", DATE, "Fin", "Date de fin écrite.", indexed=True),
        Property("duration_months", WHOLE, "Durée (mois)", "Durée écrite, si la fin ne l’est pas."),
        *_RENEWAL,
        Property("ended_on", DATE, "Dénoncé ou arrêté le", "Fin anticipée."),
        _THEMES,
        Property("sector", TEXT, "Secteur", "Secteur, tel qu’il est cité."),
        Property("naf_prefixes", TEXT, "Codes NAF couverts", "Débuts de codes NAF couverts par une branche (ex. 41 | 43).", many=True),
        Property("naf_version", words.NAF_VERSION, "Version de la NAF", "2008 (rév. 2) ou 2025, pour les codes couverts."),
        Property("idcc", IDCC, "IDCC couverts", "Conventions collectives couvertes.", many=True),
        Property(
            "required_clauses", words.CLAUSE, "Clauses exigées", "Clauses que l’accord demande aux conventions qui le déclinent.", many=True
        ),
        Property("exclusivity", TEXT, "Exclusivité", "Engagement d’exclusivité, cité du texte."),
        Property("reserved_territory", TEXT, "Territoire réservé", "Territoire que l’accord réserve, cité du texte."),
        Property("finance", TEXT, "Engagement financier", "Gratification, taxe, prix : cité du texte."),
        Property("confidentiality", TEXT, "Confidentialité et données", "Engagement sur la confidentialité ou les données, cité du texte."),
        Property("publication", TEXT, "Publication", "Bulletin officiel ou autre."),
        _WEB,
        _COMMENT,
    ),
)

ACTION = NodeKind(
    name="Action",
    label="Action",
    plural="Actions",
    help="Ce qui a été fait ou prévu avec des partenaires : visite, forum, jury, action contre le décrochage…",
    keys=(
        Key(("reference",), minimum=6),
        Key(("reference", "establishment")),
        Key(("establishment", "title", "on"), local=True, optional=("on",)),
    ),
    caption="title",
    featured=("title", "theme", "on", "state", "headcount"),
    look=Look("box", "▪", "#6a6a6a"),
    properties=(
        Property("reference", TEXT, "Référence", "Numéro de l’action, s’il existe.", indexed=True),
        Property("title", TEXT, "Intitulé", "Ce que c’est, en quelques mots."),
        Property("theme", words.THEME, "Thème", "Thème de l’action (vocabulaire : proposition de netmap)."),
        Property(
            "domain", words.DOMAIN_OF_ACTION, "Domaine", "Formation professionnelle, orientation ou insertion (mots du critère 2023/4)."
        ),
        Property("on", DATE, "Date", "Date de l’action."),
        Property("state", words.ACTION_STATE, "État", "Prévue, réalisée ou annulée."),
        Property("headcount", WHOLE, "Participants", "Nombre de jeunes concernés."),
        _COMMENT,
    ),
)

CRITERION = NodeKind(
    name="Criterion",
    label="Critère",
    plural="Critères",
    help="Critère du cahier des charges du label, toujours désigné par sa version et son numéro.",
    keys=(Key(("version", "number")),),
    caption="label",
    keyed_caption=True,
    featured=("version", "number", "label"),
    look=Look("text", "§", "#4a4a4a"),
    properties=(
        Property(
            "version",
            words.CRITERION_VERSION,
            "Version du cahier des charges",
            "2023, 2016 ou 2005 ; pour une région, l’année puis son nom (2017 Strasbourg).",
            indexed=True,
        ),
        Property("number", WHOLE, "Numéro du critère", "Numéro du critère dans cette version.", indexed=True),
        Property("label", TEXT, "Texte du critère", "Texte du critère (article D. 335-1, ou cahier des charges de la région)."),
        Property("scope", words.CRITERION_SCOPE, "Portée du critère", "National, région académique ou académie."),
        Property("territory", TEXT, "Territoire du critère", "Région académique ou académie qui l’a ajouté."),
        Property(
            "themes",
            words.CRITERION_THEME,
            "Thèmes du critère",
            "Ce sur quoi il porte ; dit à quels critères d’autres versions il correspond (proposition de netmap).",
            many=True,
        ),
        Property("basis", TEXT, "Base légale", "Texte qui fixe le critère."),
        Property("starts_on", DATE, "En vigueur depuis le", "Début de validité."),
        Property("ends_on", DATE, "En vigueur jusqu’au", "Fin de validité."),
    ),
)

NODES = (
    ESTABLISHMENT,
    ORGANISATION,
    CAMPUS,
    DELEGATION,
    NETWORK,
    FILIERE,
    TERRITORY,
    CONVENTION,
    FRAMEWORK,
    ACTION,
    CRITERION,
)
