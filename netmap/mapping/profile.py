"""What the cells of a column look like: the share of them that each type of value would take, seen on a sample."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import chain
from typing import Any

import polars as pl

from netmap.domain.persons import CIVILITY, INITIAL, names_person
from netmap.domain.vocabulary import TERRITORY_LEVEL
from netmap.layout.legends import SEVERAL, legend_said
from netmap.layout.sections import names_school, names_trade
from netmap.mapping.taking import DATE_LIKE, SITE, WITHIN, holds, takes
from netmap.values import (
    COMMUNE,
    DATE,
    EMAIL,
    NAF,
    NAF2008,
    NAF2025,
    PHONE,
    POSTCODE,
    SIREN,
    SIRET,
    UAI,
    URL,
    WHOLE,
    YES_NO,
    Refusal,
    ValueType,
    fold_text,
)
from netmap.values.absence import is_pending, says_nothing
from netmap.values.time_words import months_of

SAMPLE = 100
_MOST = 0.8  # four cells of five
_SOME, _HALF, _JOTTED, _NEARLY_ALL = 0.3, 0.5, 0.6, 0.9
_AMONG_WORDS = 0.7  # « Brume (SIRET) » is a name first
_TOWN_WORDS, _NAME_WORDS = 5, 9
_FEWEST_WORDS, _INITIALS, _PHRASE = 2, 2, 3
_BEGUN, _MONOGRAM = 4, 3
_STREET = re.compile(
    r"\b(?:rue|avenue|av|ave|boulevard|bd|bld|place|pl|chemin|ch|route|rte|allee|allees|impasse|quai|cours|square|faubourg|fbg|sentier"
    r"|lotissement|lot|lieu dit|zone|za|zi|zac|zae|parc|centre commercial|hameau|esplanade|passage|residence|bp|cs|port|domaine)\b"
)
_CIVIL = re.compile(CIVILITY, re.IGNORECASE)
_FUNCTION = re.compile(
    r"^(?:ddfpt|cpe|proviseure?|principale?|professeure?|prof|enseignante?|coordonna\w+|coordinat\w+|chargee? de|responsable|referente?"
    r"|gestionnaire|secretaire|conseiller\w*|directeur|directrice|adjointe?|chef|formateur|formatrice|intendante?|documentaliste|bde)\b"
)
_AT_SCHOOL = re.compile(r"^(?:ddfpt|cpe|prof\w*|proviseure?|enseignante?|documentaliste|responsable bde|bde|intendante?)\b")
_PATH = re.compile(r"^[A-Za-z]:\\|^\\\\|^(?!\w+://).*\.(?:pdf|docx?|odt|xlsx?|zip)$", re.IGNORECASE)
_ANSWERS = frozenset(("oui", "non", "o", "n", "x", "vrai", "faux", "true", "false", "✓", "✔"))
_FIRST_ROWS = 4_000
_SHOWN = 3
_SHOWN_LENGTH = 60
_HOUR = re.compile(r"[T ](?!00:00)[0-9]{1,2}:[0-9]{2}")
_DAY = re.compile(r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{2,4}")
_WORD = re.compile(r"[^\W\d_]{2}")
_CHOSEN = re.compile("[A-Z0-9]{1,8}(?:[-_/.][A-Z0-9]+)+")
_MATRICULE = re.compile("[A-Z]{0,4}[-_ ]?[0-9]{3,}[A-Z0-9-]*")
_FILED = re.compile(r"(?:[^\W\d_]{1,10}[-_/. ]?){0,3}[0-9][\w/.-]{0,15}")
_SIGLE = re.compile("[A-Z][A-Z0-9]{1,11}")
_ON_A_SHELF = re.compile(r"\w+ [0-9]+")  # « bleu 1 »
_ORDINAL_DIGITS, _COUNT_DIGITS, _FEWEST_CHOSEN = 6, 3, 2
_LONGEST_ANSWER = 6
# Four digits may be a year, nine a number of any sort: their cells say what they are when as many have all their digits.
_WHOLE_ALONE = frozenset((POSTCODE.name, PHONE.name))
# Types whose cells say by themselves what they are, the surest first.
TELLING: tuple[ValueType, ...] = (UAI, SIRET, SIREN, EMAIL, URL, PHONE, NAF, POSTCODE)
_OF_ACTORS = (UAI, SIRET, SIREN)
_CODES = frozenset(kind.name for kind in (UAI, SIRET, SIREN, NAF, NAF2008, NAF2025, POSTCODE, COMMUNE, EMAIL, PHONE, URL))


@dataclass
class Profile:
    """Hold a sample of the distinct cells of a column, and what was found of it: once, for every field of every source asks.

    `different` is the share of the cells looked at that are not said twice; `legend` says what codes stand for.
    """

    sample: list[str]
    filled: int
    different: float
    shown: tuple[str, ...]
    legend: Mapping[str, str] = field(default_factory=dict[str, str])
    shares: dict[str, float] = field(default_factory=dict[str, float])
    fits: dict[str, float] = field(default_factory=dict[str, float])

    def share(self, kind: ValueType) -> float:
        """Give the share of the sample that a type takes, lost zeros and other usual slips counted as taken."""
        if kind.name not in self.shares:
            several = self.pieces if kind.name in WITHIN or kind.choices else [[text] for text in self.sample]
            cells = zip(self.sample, several, strict=True)
            # « Privé s/ contrat » is one
            taken = sum(takes(kind, text) or all(takes(kind, one) for one in pieces) for text, pieces in cells)
            share = taken / len(self.sample) if self.sample else 0.0
            self.shares[kind.name] = max(share, self.decoded.share(kind)) if kind.choices and self.decoded is not self else share
        return self.shares[kind.name]

    @cached_property
    def pieces(self) -> list[list[str]]:
        """Give the sample as cells that may hold several codes."""
        return [[piece for piece in SEVERAL.split(text) if piece] or [text] for text in self.sample]

    @cached_property
    def telling(self) -> tuple[ValueType, float] | None:
        """Give the type that the cells show by themselves, with its share; None when they are words."""
        known = [text for text in self.sample if not is_pending(text)]
        if 0 < len(known) < len(self.sample):  # « à créer » among addresses
            return replace(self, sample=known, shares={}, fits={}).telling
        if not self.most(lambda text: any(sign.isdigit() or sign in "@:" for sign in text) or SITE.fullmatch(text) is not None):
            return None
        kinds = [kind for kind in TELLING if kind.name not in _WHOLE_ALONE or self.as_written(kind) >= _HALF]
        best = max(((kind, self.share(kind)) for kind in kinds), key=lambda found: found[1], default=None)
        if best is not None and best[1] < _MOST and best[0] in _OF_ACTORS:  # the members of a campus, lycées and firms, by their codes
            best = (UAI, sum(map(self.share, _OF_ACTORS)))
        return best if best is not None and best[1] >= _MOST else None

    def as_written(self, kind: ValueType) -> float:
        """Give the share of the sample that a type takes without any repair."""
        return sum(not isinstance(kind.cell(text), Refusal) for text in self.sample) / max(1, len(self.sample))

    @cached_property
    def decoded(self) -> "Profile":
        """Give what the cells say where a legend explains them all, itself elsewhere."""
        said = [legend_said(self.legend, text) for text in self.sample] if self.legend else self.sample
        explained = self.legend and all(meaning != text for meaning, text in zip(said, self.sample, strict=True))
        return replace(self, sample=said, legend={}, shares={}, fits={}) if explained else self

    def worded(self, kind: ValueType) -> float:
        """Give the share of the sample that says words of a closed choice, 0 where they are too few or too short to tell."""
        if not kind.choices or self.answers or len({fold_text(text) for text in self.sample if len(text) > _INITIALS}) < _FEWEST_WORDS:
            return 0.0
        share = self.share(kind)
        return share if share >= _MOST else 0.0

    def all_words(self, kind: ValueType) -> bool:
        """Tell whether the cells say words of a closed choice, short ones too where all are: « PU », « PR »."""
        whole = bool(kind.choices) and not self.answers and len(self.sample) >= _FEWEST_WORDS and self.share(kind) == 1
        return whole or bool(self.worded(kind))

    @cached_property
    def lasting(self) -> bool:
        """Tell whether half of the cells say how long something lasts: « 3 ans », « un an »."""
        return self.most(lambda text: months_of(text) is not None, _HALF)

    @cached_property
    def people(self) -> bool:
        """Tell whether the cells name persons: « Mme Durand »."""
        return self.most(lambda text: _CIVIL.match(text) is not None)

    @cached_property
    def some_people(self) -> bool:
        """Tell whether half of the cells name persons with a civility."""
        return self.most(lambda text: _CIVIL.match(text) is not None, _HALF)

    @cached_property
    def monograms(self) -> bool:
        """Tell whether all cells are the initials of persons, and none a function: « SB », « M.T. »."""
        short = self.most(lambda text: len(plain := text.replace(".", "")) <= _MONOGRAM and plain.isupper(), 1.0)
        return short and not any(_FUNCTION.search(fold_text(text)) for text in self.sample)

    @cached_property
    def persons(self) -> bool:
        """Tell whether the cells may name persons, with a civility or without: lycées and firms are called after some too."""
        return self.people or self.most(names_person)

    @cached_property
    def surnames(self) -> bool:
        """Tell whether all cells name persons by an initial and a surname: « S. Kermel »."""
        return self.most(lambda text: INITIAL.fullmatch(text) is not None, 1.0)

    @cached_property
    def levels(self) -> bool:
        """Tell whether all cells say a level, and none a place: « région académique », « académie »."""
        return self.share(TERRITORY_LEVEL) == 1

    @cached_property
    def functions(self) -> bool:
        """Tell whether the cells say functions of people: « DDFPT », « professeure de vente »."""
        return self.most(lambda text: _FUNCTION.search(fold_text(text)) is not None)

    @cached_property
    def at_school(self) -> bool:
        """Tell whether they are functions of a lycée, and not of any house."""
        return self.functions and self.telling is None and self.most(lambda text: _AT_SCHOOL.search(fold_text(text)) is not None, _HALF)

    @cached_property
    def schools(self) -> bool:
        """Tell whether the cells name lycées: « LP des Forges », « SEP du lycée Bourdelle », « Cité > LP Brume »."""
        return (
            len(self.sample) >= _FEWEST_WORDS and self.telling is None and self.most(lambda text: names_school(text.rpartition(" > ")[2]))
        )

    @cached_property
    def trades(self) -> bool:
        """Tell whether some of the cells have a word of what is taught."""
        return self.most(names_trade, _SOME)

    @cached_property
    def figures(self) -> bool:
        """Tell whether all cells are dates, digits or shares."""
        return self.most(lambda text: DATE_LIKE.fullmatch(text.strip()) is not None or text.replace(" ", "").rstrip("%").isdigit(), 1.0)

    @cached_property
    def paths(self) -> bool:
        """Tell whether the cells say where files are kept: « convention.pdf »."""
        return self.most(lambda text: _PATH.search(text) is not None, _HALF)

    @cached_property
    def days(self) -> bool:
        """Tell whether most cells are dates in figures."""
        return self.most(lambda text: _DAY.match(text) is not None, _JOTTED)

    @cached_property
    def timed(self) -> bool:
        """Tell whether most cells say an hour, and not midnight alone."""
        return self.most(lambda text: _HOUR.search(text) is not None, _JOTTED)

    @cached_property
    def coded(self) -> bool:
        """Tell whether all cells are codes that somebody chose: « CMQ-BOIS », « A-00412 »."""
        return len(self.sample) >= _FEWEST_CHOSEN and self.most(lambda text: _CHOSEN.fullmatch(text) is not None, 1.0)

    @cached_property
    def matricules(self) -> bool:
        """Tell whether all cells are numbers of files, a few letters before them: « A004512 »."""
        return len(self.sample) >= _FEWEST_CHOSEN and self.most(lambda text: _MATRICULE.fullmatch(text) is not None, 1.0)

    @cached_property
    def filed(self) -> bool:
        """Tell whether each cell is a number or a code of its own, that no other type claims: « 2021-02 », « DAFPIC 12 »."""
        mostly = self.different == 1 and self.telling is None and not self.days and not self.ordinal
        return mostly and len(self.sample) >= _FEWEST_CHOSEN and self.most(lambda text: _FILED.fullmatch(text) is not None, 1.0)

    @cached_property
    def counts(self) -> bool:
        """Tell whether all cells are small whole numbers."""
        return self.most(lambda text: text.isdecimal() and len(text) <= _COUNT_DIGITS, 1.0)

    @cached_property
    def streets(self) -> bool:
        """Tell whether the cells say a street or a zone."""
        return self.most(lambda text: bool(_STREET.search(fold_text(text))), _HALF)

    @cached_property
    def digits(self) -> bool:
        """Tell whether half of the cells hold a digit."""
        return self.most(lambda text: any(map(str.isdigit, text)), _HALF)

    @cached_property
    def towns(self) -> bool:
        """Tell whether the cells may name towns: a few words each, no digit, no street."""
        return not self.streets and self.most(
            lambda text: text[:1].isupper() and not any(map(str.isdigit, text)) and len(text.split()) <= _TOWN_WORDS, _NEARLY_ALL
        )

    @cached_property
    def phrases(self) -> bool:
        """Tell whether the cells say what something is about: several words each, mostly different, of no person nor lycée nor street."""
        if self.telling is not None or self.answers or self.persons or self.schools or self.streets or self.different < _JOTTED:
            return False
        return len(self.sample) >= _FEWEST_WORDS and self.most(
            lambda text: len(text.split()) >= _PHRASE and text[:1].isupper() and re.search(r"\s[a-zà-ÿ]", text) is not None, _JOTTED
        )

    @cached_property
    def remarks(self) -> bool:
        """Tell whether the cells are what one jots down: words that begin with a small letter."""
        jotted = len(self.sample) >= _FEWEST_WORDS and self.different >= _HALF and self.telling is None and not self.answers
        return jotted and self.most(lambda text: text[:1].islower() and " " in text and not _ON_A_SHELF.fullmatch(text), _JOTTED)

    @cached_property
    def names(self) -> bool:
        """Tell whether the cells may name the subjects of lines: words, short, mostly different, of no person."""
        if not self.sample or self.telling is not None or self.answers or self.people:
            return False
        return self.different >= _HALF and self.most(
            lambda text: _WORD.search(text) is not None and len(text.split()) <= _NAME_WORDS, _NEARLY_ALL
        )

    def most(self, holds: Callable[[str], bool], share: float = _MOST) -> bool:
        """Tell whether a share of the sample is such."""
        return bool(self.sample) and sum(map(holds, self.sample)) >= len(self.sample) * share

    @cached_property
    def answers(self) -> bool:
        """Tell whether the cells answer yes or no, half of the different ones at least: crosses, « oui », « non », « en cours »."""
        said = sum(len(text) < _LONGEST_ANSWER and not isinstance(YES_NO.cell(text), Refusal) for text in self.sample)
        return bool(said) and said >= len(self.sample) * _HALF

    @cached_property
    def begun(self) -> frozenset[str]:
        """Give how the words of the cells begin, folded."""
        return frozenset(word[:_BEGUN] for text in self.sample for word in fold_text(text).split() if len(word) >= _BEGUN)

    @cached_property
    def initials(self) -> bool:
        """Tell whether the cells are initials that something is known by: « MODU », « BOIS2 »."""
        return len(self.sample) >= _FEWEST_CHOSEN and self.most(lambda text: _SIGLE.fullmatch(text) is not None, 1.0)

    @cached_property
    def ordinal(self) -> bool:
        """Tell whether the cells only number the lines: 1, 2, 3 …"""
        numbers = [int(text) for text in self.sample if text.isascii() and text.isdigit() and len(text) <= _ORDINAL_DIGITS]
        return len(numbers) == len(self.sample) > 0 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 1


def profile_of(cells: pl.Series, legend: Mapping[str, str]) -> Profile:
    """Look at the first rows of a column and at some further down; `legend` says what codes stand for."""
    texts = cells.drop_nulls()
    looked = texts if len(texts) <= _FIRST_ROWS else pl.concat([texts.head(_FIRST_ROWS // 2), texts.gather_every(len(texts) // 2_000)])
    every = looked.unique(maintain_order=True)
    distinct = every.head(SAMPLE).to_list()
    telling = [text for text in distinct if not says_nothing(text)] or distinct
    shown = tuple(text if len(text) <= _SHOWN_LENGTH else text[:_SHOWN_LENGTH] + "…" for text in distinct[:_SHOWN])
    return Profile(telling, len(texts), len(every) / max(1, len(looked)), shown, legend)


def _may_say(kind: ValueType, profile: Profile) -> bool:
    """Tell whether a cell has a word that begins as one of a choice does: « convention signée », « régionale »."""
    return not profile.begun.isdisjoint(_beginnings(kind.choices, kind.accepts))


@cache
def _beginnings(choices: tuple[tuple[str, str], ...], accepts: tuple[tuple[str, Any], ...]) -> frozenset[str]:
    """Give how the words of a choice begin, folded."""
    said = chain((label for _, label in choices), (word for word, _ in accepts))
    return frozenset(word[:_BEGUN] for one in said for word in fold_text(one).split())


def fitness(kind: ValueType, profile: Profile) -> float:
    """Say from 0 to 1 how well the cells of a column fit a type; without a cell nothing speaks against it."""
    if kind.name not in profile.fits:
        profile.fits[kind.name] = _fitness(kind, profile)
    return profile.fits[kind.name]


def _fitness(kind: ValueType, profile: Profile) -> float:
    if not profile.sample:
        return 0.7
    if kind.name == "texte":
        return _fitness_of_words(profile)
    # « exemple.fr » is an address under a heading that says so, and else may be a name
    share = profile.as_written(kind) if kind.name == URL.name else profile.share(kind)
    wordy = (not share and profile.phrases) or not any(sign.isdigit() for text in profile.sample for sign in text)
    if kind.name == WHOLE.name and wordy:
        return 0.0  # « Élève » names one, « Mobilité prévue » says which
    if share < _MOST and kind.name in WITHIN:
        share = max(share, _AMONG_WORDS * sum(takes(kind, text) or holds(kind, text) for text in profile.sample) / len(profile.sample))
    if kind.choices:  # words of which none is one of the choice are no slips: the column says something else
        strange = share == 0 and profile.filled >= _FEWEST_WORDS and not _may_say(kind, profile)
        return 0.0 if strange else max(share, 0.5)
    return share if kind.name in _CODES or kind.name == DATE.name else max(share, 0.3)


def _fitness_of_words(profile: Profile) -> float:
    if profile.people:
        return 0.0  # netmap keeps the functions of people, not their names
    if profile.telling is not None or all(text.strip(" .").lower() in _ANSWERS for text in profile.sample):
        return 0.3
    return 0.5 if profile.figures else 1.0
