"""The rules of coherence, as data: each with its id, its version, the level it gives, and what a reader may ask of it.

A rule that changes what it gives takes a new version. Source of the levels: none is official, they are proposals of netmap.
"""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The levels of a verdict, from information to what must be settled before signature."""

    L0 = "L0"
    L1 = "L1"
    L2 = "L2"
    L2B = "L2b"
    L3 = "L3"
    L4 = "L4"


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the words of a level on screen: its name, its plural in a count, what it means."""

    name: str
    several: str
    meaning: str


LEVELS = {
    Level.L0: Words(
        "Lien déclaré", "liens déclarés", "La convention cite l’accord : une information, et une pièce pour le critère 2023/4."
    ),
    Level.L1: Words(
        "Lien possible", "liens possibles", "L’accord n’est pas cité : à rattacher si l’objet correspond. C’est le cas normal."
    ),
    Level.L2: Words("Recouvrement", "recouvrements", "Même partenaire, thème, période et territoire : à vérifier avec la délégation."),
    Level.L2B: Words(
        "Doublon local", "doublons locaux", "Plusieurs conventions pour un même partenaire : à vérifier entre établissements."
    ),
    Level.L3: Words("À corriger", "points à corriger", "La convention et l’accord qu’elle cite ne s’accordent pas : texte à corriger."),
    Level.L4: Words(
        "À trancher avant signature", "points à trancher", "Engagements contraires, signature trop tôt, délégation non informée."
    ),
}
ORDER = {str(level): rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Declare a rule: `topic` is what a decision about it is about, `change` what would change the verdict, `ask` whom to ask."""

    id: str
    version: int
    level: Level
    title: str
    topic: str
    change: str
    ask: str

    @property
    def name(self) -> str:
        """Give the id and the version, as a dossier cites them."""
        return f"{self.id} v{self.version}"


_LINK, _CITED = "lien", "citation"
_MISSION = "La DRAFPIC ou la DAFPIC (chargés de mission école-entreprise)"
_LOCAL = "La direction de l’établissement et son bureau des entreprises"

DECLARED = Rule(
    id="lien-declare",
    version=1,
    level=Level.L0,
    title="La convention cite l’accord",
    topic=_LINK,
    change="Retirer la citation de la convention, ou une fin ou un remplacement de l’accord.",
    ask=_MISSION,
)
BY_DECLENSION = Rule(
    id="lien-par-declinaison",
    version=2,
    level=Level.L0,
    title="La convention cite une déclinaison de l’accord",
    topic=_LINK,
    change="Retirer la citation de la déclinaison.",
    ask=_MISSION,
)
POSSIBLE = Rule(
    id="lien-possible",
    version=1,
    level=Level.L1,
    title="Un accord-cadre peut concerner la convention",
    topic=_LINK,
    change="Rattacher la convention à l’accord, ou la juger sans objet avec un motif ; compléter ce qui manque peut préciser le verdict.",
    ask=_MISSION,
)
OVERLAP = Rule(
    id="recouvrement",
    version=1,
    level=Level.L2,
    title="La convention recouvre un accord-cadre qu’elle ne cite pas",
    topic=_LINK,
    change="Citer l’accord dans les visas (rattacher), ou un thème, une période ou un territoire sans rien de commun.",
    ask=_MISSION,
)
DOUBLE = Rule(
    id="doublon-etablissement",
    version=2,
    level=Level.L2B,
    title="L’établissement a plusieurs conventions avec ce partenaire",
    topic="doublon-etablissement",
    change="Réunir les conventions en une seule, dire que l’une remplace l’autre, ou en clore une.",
    ask=_LOCAL,
)
SHARED = Rule(
    id="doublon-etablissements",
    version=2,
    level=Level.L2B,
    title="Plusieurs établissements ont chacun leur convention avec ce partenaire",
    topic="doublon-etablissements",
    change="Une convention commune signée par les établissements, ou des thèmes et des périodes sans rien de commun.",
    ask="Les établissements concernés et la personne qui anime le réseau",
)
ENDED = Rule(
    id="accord-termine",
    version=1,
    level=Level.L3,
    title="L’accord cité n’est plus en vigueur",
    topic=_CITED,
    change="Citer un accord en vigueur, ou une date de fin ou une reconduction à corriger dans la fiche de l’accord.",
    ask=_MISSION,
)
REPLACED = Rule(
    id="accord-remplace",
    version=1,
    level=Level.L3,
    title="L’accord cité est remplacé",
    topic=_CITED,
    change="Citer l’accord qui le remplace.",
    ask=_MISSION,
)
OUTLIVES = Rule(
    id="fin-apres-accord",
    version=2,
    level=Level.L3,
    title="La convention finit après l’accord qu’elle cite, sans reconduction propre",
    topic="fin",
    change="Ramener la fin de la convention à celle de l’accord, ou lui donner sa propre clause de reconduction.",
    ask=_MISSION,
)
OFF_THEME = Rule(
    id="theme-hors-accord",
    version=1,
    level=Level.L3,
    title="Aucun thème de la convention n’est dans l’accord cité",
    topic="theme",
    change="Citer un accord qui porte sur ce thème, ou corriger les thèmes de la convention ou de l’accord.",
    ask=_MISSION,
)
RENEWAL = Rule(
    id="reconduction-contraire",
    version=1,
    level=Level.L3,
    title="La reconduction de la convention contredit celle de l’accord cité",
    topic="reconduction",
    change="Écrire dans la convention le mode de reconduction de l’accord.",
    ask=_MISSION,
)
CLAUSE = Rule(
    id="clause-absente",
    version=1,
    level=Level.L3,
    title="Une clause que l’accord exige n’est pas dans la convention",
    topic="clauses",
    change="Ajouter la clause par avenant, ou la relever si elle est dans le texte.",
    ask=_MISSION,
)
CONTRARY = Rule(
    id="engagement-contraire",
    version=1,
    level=Level.L4,
    title="Un engagement de la convention ne dit pas la même chose que celui de l’accord",
    topic="engagement",
    change="Mettre l’engagement de la convention en accord avec le texte national, ou montrer que les deux sont compatibles.",
    ask=_MISSION,
)
BEFORE_VOTE = Rule(
    id="signature-avant-vote",
    version=1,
    level=Level.L4,
    title="Signée avant le vote du conseil d’administration",
    topic="vote",
    change="Corriger une date mal saisie, ou faire voter puis signer à nouveau.",
    ask="La direction de l’établissement, puis l’autorité académique",
)
BEFORE_ENFORCEABLE = Rule(
    id="signature-avant-execution",
    version=1,
    level=Level.L4,
    title="Signée avant d’être exécutoire",
    topic="execution",
    change="Corriger une date mal saisie, ou signer à nouveau une fois le délai passé.",
    ask="La direction de l’établissement, puis l’autorité académique",
)
ABROAD = Rule(
    id="etranger-sans-delegation",
    version=1,
    level=Level.L4,
    title="Partenaire étranger : la délégation internationale n’est pas informée",
    topic="international",
    change="Informer la DAREIC ou la DRAREIC et noter la date dans la convention.",
    ask="La DAREIC ou la DRAREIC",
)
RULES = (
    DECLARED,
    BY_DECLENSION,
    POSSIBLE,
    OVERLAP,
    DOUBLE,
    SHARED,
    ENDED,
    REPLACED,
    OUTLIVES,
    OFF_THEME,
    RENEWAL,
    CLAUSE,
    CONTRARY,
    BEFORE_VOTE,
    BEFORE_ENFORCEABLE,
    ABROAD,
)
BY_RULE = {rule.id: rule for rule in RULES}
# The clause of fiche 6 that holds the renewal of a convention.
RENEWAL_CLAUSE = "suivi"
# The commitments that both texts may hold, in the order they are compared.
COMMITMENTS = {
    "exclusivity": "Exclusivité",
    "reserved_territory": "Territoire réservé",
    "finance": "Engagement financier",
    "confidentiality": "Confidentialité et données",
}
