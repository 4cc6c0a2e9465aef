"""The criteria of the label « Lycée des métiers », by version of the specification: texts, legal basis, correspondence.

A criterion is always (version, number): the numbers moved. The texts are those of article D. 335-1 of the code de l'éducation in its
three states. What corresponds to what from one version to another is a proposition de netmap. A region adds its own criteria with
the workbook « criteres »: they are nodes of its network (`netmap.evidence.criteria`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netmap.domain.vocabulary import CRITERION_THEME

CODE = "article D. 335-1 du code de l’éducation"
NATIONAL = "national"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Declare a version of the specification: its texts, and the day its decree was signed (`until`: the day before the next one).

    The day a decree came into force was not read: the dates are those of the decrees, and screens say so.
    """

    code: str
    decree: str
    circular: str
    nor: str
    since: date
    until: date | None

    @property
    def basis(self) -> str:
        """Give the texts of the version in one line."""
        return f"{CODE} ; {self.decree} ; {self.circular}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """Declare a criterion: `themes` it is wholly about, `partly` those it touches; `scope` and `territory` say whose it is."""

    version: str
    number: int
    text: str
    themes: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    scope: str = NATIONAL
    territory: str = ""
    basis: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def code(self) -> str:
        """Write the criterion as commands take it: 2023/4."""
        return f"{self.version}/{self.number}"

    @property
    def identifier(self) -> str:
        """Give the id of its node in a network."""
        return f"Criterion:{self.code}"

    @property
    def name(self) -> str:
        """Name the criterion as screens do."""
        return f"Critère {self.number} (cahier des charges {self.version})"

    @property
    def sentence(self) -> str:
        """Give the text without the mark that ends it in the article's list."""
        return self.text.rstrip(" ;.")


VERSIONS = (
    Version(
        code="2023",
        decree="décret n° 2023-763 du 10 août 2023",
        circular="circulaire du 23 octobre 2023 (BO n° 43 de 2023)",
        nor="MENE2319599C",
        since=date(2023, 8, 10),
        until=None,
    ),
    Version(
        code="2016",
        decree="décret n° 2016-48 du 27 janvier 2016",
        circular="circulaire n° 2016-129 du 31 août 2016",
        nor="MENE1623336C",
        since=date(2016, 1, 27),
        until=date(2023, 8, 9),
    ),
    Version(
        code="2005",
        decree="décret n° 2005-1394 du 10 novembre 2005 (NOR MENE0502139D)",
        circular="circulaire n° 2005-204 du 29 novembre 2005",
        nor="MENE0502572C",
        since=date(2005, 11, 10),
        until=date(2016, 1, 26),
    ),
)
IN_FORCE = VERSIONS[0].code

THEMES = dict(CRITERION_THEME.choices)

_OFFER = "Une offre de formations professionnelles construite autour d’un ensemble de métiers et de parcours de formation ;"
_PUBLICS = "L’accueil de publics de statuts différents ;"
_CULTURE = "L’organisation d’actions culturelles ;"
_ABROAD = "La mise en œuvre d’actions visant à l’ouverture internationale ;"
_DROP_OUT = (
    "La mise en place et le suivi d’actions pour prévenir le décrochage scolaire et pour accueillir des jeunes bénéficiant du droit au "
    "retour en formation initiale prévu à l’article L. 122-2 ;"
)
_COMMUNICATION = "Une politique active de communication."

NATIONAL_CRITERIA = (
    Criterion(version="2023", number=1, text=_OFFER, themes=("offre",)),
    Criterion(version="2023", number=2, text=_PUBLICS, themes=("publics",)),
    Criterion(
        version="2023",
        number=3,
        text="Des réponses pédagogiques et des parcours de formation adaptés ;",
        themes=("parcours_adaptes",),
    ),
    Criterion(
        version="2023",
        number=4,
        text="Un partenariat actif avec le tissu économique local et les organismes de proximité ainsi que les établissements partenaires "
        "agissant dans les domaines de la formation professionnelle, de l’orientation et de l’insertion ;",
        themes=("partenariat",),
        partly=("insertion_suivi",),
    ),
    Criterion(version="2023", number=5, text=_CULTURE, themes=("culture",)),
    Criterion(version="2023", number=6, text=_ABROAD, themes=("international",)),
    Criterion(version="2023", number=7, text=_DROP_OUT, themes=("decrochage",)),
    Criterion(version="2023", number=8, text=_COMMUNICATION, themes=("communication",)),
    Criterion(version="2016", number=1, text=_OFFER, themes=("offre",)),
    Criterion(version="2016", number=2, text=_PUBLICS, themes=("publics",)),
    Criterion(
        version="2016",
        number=3,
        text="Un partenariat actif avec le tissu économique local et les organismes de proximité agissant dans les domaines de la "
        "formation professionnelle, de l’orientation et de l’insertion ;",
        themes=("partenariat",),
        partly=("insertion_suivi",),
    ),
    Criterion(version="2016", number=4, text=_CULTURE, themes=("culture",)),
    Criterion(version="2016", number=5, text=_ABROAD, themes=("international",)),
    Criterion(version="2016", number=6, text=_DROP_OUT, themes=("decrochage",)),
    Criterion(version="2016", number=7, text=_COMMUNICATION, themes=("communication",)),
    Criterion(
        version="2005",
        number=1,
        text="Offre de formation, comportant notamment des formations technologiques et professionnelles, construite autour d’un ensemble "
        "cohérent de métiers ;",
        themes=("offre",),
    ),
    Criterion(
        version="2005",
        number=2,
        text="Accueil de publics de statuts différents : élèves, adultes en formation continue, apprentis et étudiants ;",
        themes=("publics",),
    ),
    Criterion(
        version="2005",
        number=3,
        text="Préparation d’une gamme de diplômes et titres nationaux allant du certificat d’aptitude professionnelle aux diplômes "
        "d’enseignement supérieur ;",
        themes=("offre",),
    ),
    Criterion(version="2005", number=4, text="Offre de services de validation des acquis de l’expérience ;", partly=("parcours_adaptes",)),
    Criterion(
        version="2005",
        number=5,
        text="Existence de partenariats avec les collectivités territoriales, les milieux professionnels ou des établissements "
        "d’enseignement supérieur ;",
        themes=("partenariat",),
    ),
    Criterion(
        version="2005",
        number=6,
        text="Mise en place d’actions destinées aux enseignants et aux élèves de collège visant à améliorer l’orientation des collégiens "
        "et les conditions de leur accueil dans les formations professionnelles ;",
        partly=("communication",),
    ),
    Criterion(version="2005", number=7, text="Ouverture européenne ou échanges avec des pays étrangers ;", themes=("international",)),
    Criterion(version="2005", number=8, text="Offre de services d’hébergement ;", themes=("hebergement",)),
    Criterion(
        version="2005",
        number=9,
        text="Dispositif d’aide à l’insertion professionnelle ou de suivi des publics sortant de formation.",
        themes=("insertion_suivi",),
    ),
)
TICKED = ("2023/4", "2023/7")
"""What is asked for when nothing is said: the criteria of the version in force that users are asked evidence for."""


def version_of(code: str) -> Version | None:
    """Give a national version by its code; None for the version of a region."""
    return next((version for version in VERSIONS if version.code == code), None)


def correspondence(criterion: Criterion, others: Sequence[Criterion]) -> list[tuple[Criterion, bool]]:
    """Give what corresponds to a criterion among those of other versions, and whether it does only in part."""
    found: list[tuple[Criterion, bool]] = []
    for other in others:
        if other.version == criterion.version:
            continue
        if set(criterion.themes) & set(other.themes):
            found.append((other, False))
        elif set(criterion.themes + criterion.partly) & set(other.themes + other.partly):
            found.append((other, True))
    return found
