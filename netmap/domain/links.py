"""The kinds of links of a partner network, each under its arrow."""

from netmap.domain import vocabulary as words
from netmap.domain.nodes import (
    ACTION,
    CAMPUS,
    CONVENTION,
    CRITERION,
    DELEGATION,
    ESTABLISHMENT,
    FILIERE,
    FRAMEWORK,
    NETWORK,
    ORGANISATION,
    TERRITORY,
)
from netmap.schema import LinkKind, Property
from netmap.values import DATE, TEXT

_ROLE = Property("role", TEXT, "Rôle", "Rôle de l’acteur : support, membre, référent, signataire…")
_NATURE = Property("nature", TEXT, "Nature du rattachement", "Site, filiale, fédération, section d’enseignement…")

# (:Establishment|Organisation|Campus|Network|Delegation)-[:SIGNS]->(:Convention|Framework)
SIGNS = LinkKind(
    name="SIGNS",
    sources=(ESTABLISHMENT, ORGANISATION, CAMPUS, NETWORK, DELEGATION),
    targets=(CONVENTION, FRAMEWORK),
    label="signe",
    inverse="signé par",
    help="L’acteur est partie à la convention ou à l’accord-cadre.",
    properties=(_ROLE,),
)

# (:Organisation)-[:PART_OF]->(:Organisation), sites, groups and federations; (:Establishment)-[:PART_OF]->(:Establishment);
# (:Territory)-[:PART_OF]->(:Territory); (:Action)-[:PART_OF]->(:Convention)
PART_OF = LinkKind(
    name="PART_OF",
    sources=(ORGANISATION, ESTABLISHMENT, TERRITORY, ACTION),
    targets=(ORGANISATION, ESTABLISHMENT, TERRITORY, CONVENTION),
    label="fait partie de",
    inverse="comprend",
    help="Site d’une entité, filiale d’un groupe, organisme d’une fédération, section d’un lycée, action d’une convention.",
    properties=(_NATURE,),
)

# (:Establishment|Organisation)-[:MEMBER_OF]->(:Campus|Network|Organisation)
MEMBER_OF = LinkKind(
    name="MEMBER_OF",
    sources=(ESTABLISHMENT, ORGANISATION),
    targets=(CAMPUS, NETWORK, ORGANISATION),
    label="membre de",
    inverse="a pour membre",
    help="L’acteur appartient à un campus, à un réseau ou à une fédération.",
    properties=(_ROLE,),
)

# (:Establishment)-[:TEACHES]->(:Filiere)
TEACHES = LinkKind(
    name="TEACHES",
    sources=(ESTABLISHMENT,),
    targets=(FILIERE,),
    label="forme à",
    inverse="enseignée à",
    help="L’établissement forme dans cette filière.",
    properties=(Property("diplomas", TEXT, "Diplômes", "Diplômes préparés dans la filière."),),
)

# (:Organisation)-[:WORKS_IN]->(:Filiere)
WORKS_IN = LinkKind(
    name="WORKS_IN",
    sources=(ORGANISATION,),
    targets=(FILIERE,),
    label="travaille dans",
    inverse="métier de",
    help="L’organisation emploie ou agit dans cette filière.",
)

# (:Convention|Framework|Campus|Network)-[:COVERS]->(:Filiere|Territory)
COVERS = LinkKind(
    name="COVERS",
    sources=(CONVENTION, FRAMEWORK, CAMPUS, NETWORK),
    targets=(FILIERE, TERRITORY),
    label="concerne",
    inverse="couverte par",
    help="La convention, l’accord, le campus ou le réseau porte sur cette filière ou ce territoire.",
)

# (:Convention)-[:RELIES_ON]->(:Framework)
RELIES_ON = LinkKind(
    name="RELIES_ON",
    sources=(CONVENTION,),
    targets=(FRAMEWORK,),
    label="s’appuie sur",
    inverse="cité par",
    help="La convention cite cet accord-cadre (dans ses visas, par exemple).",
)

# (:Framework)-[:REPLACES]->(:Framework), (:Convention)-[:REPLACES]->(:Convention)
REPLACES = LinkKind(
    name="REPLACES",
    sources=(FRAMEWORK, CONVENTION),
    targets=(FRAMEWORK, CONVENTION),
    label="remplace",
    inverse="remplacé par",
    help="Le texte prend la suite d’un texte plus ancien.",
)

# (:Framework)-[:DECLINES]->(:Framework)
DECLINES = LinkKind(
    name="DECLINES",
    sources=(FRAMEWORK,),
    targets=(FRAMEWORK,),
    label="décline",
    inverse="décliné par",
    help="Déclinaison régionale ou académique d’un accord national.",
)

# (:Convention|Action)-[:SUPPORTS]->(:Criterion)
SUPPORTS = LinkKind(
    name="SUPPORTS",
    sources=(CONVENTION, ACTION),
    targets=(CRITERION,),
    label="appuie le critère",
    inverse="appuyé par",
    help="La convention ou l’action sert de preuve pour ce critère.",
)

# (:Convention)-[:INFORMED]->(:Delegation)
INFORMED = LinkKind(
    name="INFORMED",
    sources=(CONVENTION,),
    targets=(DELEGATION,),
    label="signalée à",
    inverse="informée de",
    help="La délégation a été informée de la convention, à une date.",
    properties=(Property("on", DATE, "Informée le", "Date à laquelle la délégation a été informée."),),
    key=("on",),
)

# (:Establishment)-[:PARTNER_OF]->(:Organisation|Establishment)
PARTNER_OF = LinkKind(
    name="PARTNER_OF",
    sources=(ESTABLISHMENT,),
    targets=(ORGANISATION, ESTABLISHMENT),
    label="partenaire de",
    inverse="partenaire de",
    help="Partenariat sans convention.",
    properties=(
        Property("since", DATE, "Depuis le", "Début du partenariat."),
        Property("themes", words.THEME, "Thèmes", "Objets du partenariat.", many=True),
        Property("known_by", TEXT, "Connu par (fonction)", "Fonction de la personne qui suit ce partenaire."),
        Property("last_news_on", DATE, "Dernière nouvelle", "Date du dernier échange connu."),
        Property("comment", TEXT, "Observations", "Remarque libre."),
    ),
)

# (:Delegation)-[:OVERSEES]->(:Establishment|Territory|Network|Campus)
OVERSEES = LinkKind(
    name="OVERSEES",
    sources=(DELEGATION,),
    targets=(ESTABLISHMENT, TERRITORY, NETWORK, CAMPUS),
    label="suit",
    inverse="suivi par",
    help="La délégation est compétente pour cet établissement, ce territoire ou ce réseau.",
)

# (:Establishment|Organisation|Campus|Delegation)-[:LOCATED_IN]->(:Territory)
LOCATED_IN = LinkKind(
    name="LOCATED_IN",
    sources=(ESTABLISHMENT, ORGANISATION, CAMPUS, DELEGATION),
    targets=(TERRITORY,),
    label="se trouve dans",
    inverse="accueille",
    help="L’acteur se trouve dans ce territoire.",
)

# (:Establishment|Organisation)-[:TAKES_PART_IN]->(:Action)
TAKES_PART_IN = LinkKind(
    name="TAKES_PART_IN",
    sources=(ESTABLISHMENT, ORGANISATION),
    targets=(ACTION,),
    label="participe à",
    inverse="menée avec",
    help="L’acteur participe à l’action.",
    properties=(_ROLE,),
)

# (:Establishment|Campus)-[:SET_ASIDE]->(:Organisation)
SET_ASIDE = LinkKind(
    name="SET_ASIDE",
    sources=(ESTABLISHMENT, CAMPUS),
    targets=(ORGANISATION,),
    label="n’a pas retenu",
    inverse="non retenue par",
    help="Proposition de partenaire écartée par une personne, avec son motif ; elle n’est plus proposée.",
    properties=(
        Property("need", TEXT, "Manque", "Le manque pour lequel elle est écartée ; tous sinon."),
        Property("reason", TEXT, "Motif", "Pourquoi elle est écartée."),
        Property("on", DATE, "Écartée le", "Date de la décision."),
    ),
    key=("need",),
)

LINKS = (
    SIGNS,
    PART_OF,
    MEMBER_OF,
    TEACHES,
    WORKS_IN,
    COVERS,
    RELIES_ON,
    REPLACES,
    DECLINES,
    SUPPORTS,
    INFORMED,
    PARTNER_OF,
    OVERSEES,
    LOCATED_IN,
    TAKES_PART_IN,
    SET_ASIDE,
)
