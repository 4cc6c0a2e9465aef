"""How near a heading is to those that sources declare, blind to accents, case, abbreviations, plural, word order and typing slips.

A heading is known (the same letters), worded alike (the same words, or words of the field for one another), near (most words), or
unknown. Nothing is decided here: a nearness between 0 and 1 comes with the declared heading it was measured against.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from netmap.source import Source
from netmap.values import fold_text
from netmap.wording import AMOUNT, MONEY, OTHERS, SUBJECT, THINGS, head_of, words_of

KNOWN, ALIKE, NEAR = 1.0, 0.92, 0.45
_BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_BARE, _WITHIN, _WITHIN_LATER, _SPREAD = 0.97, 0.9, 0.88, 0.95
# What an accent or a point alone tells: « Ét. » is no « Et ».
_SHORT = {"ét.": "État", "ty.": "Type", "v.": "Ville"}
_UNDERSTOOD = 0.8  # but for the words that name what the table is about: « Portée » for « Portée du critère »
_HEADED = 0.7  # all the words of a heading are there, the one it is about among them
# « Date de signature par le chef d’établissement »: who did it does not change what it is.
_BY_WHOM = re.compile(r"\bpar (?:M\.? |Mme )?(?:le|la|les|l['’]|un|une)\b.*", re.IGNORECASE)
# « Mécène / donateur », « Fixe ou portable »: either word says what it is.
_PARTED = re.compile(r"\s*/\s*|\s+ou\s+")
# « Type de financeur / client »
_OF_WHAT = re.compile(r"(?:type|nature|catégorie|statut|nom|code|n°|numéro) d(?:e |u |es |['’])", re.IGNORECASE)
_A_YEAR = re.compile(r"\s*/\s*an(?:n[ée]e)?\b", re.IGNORECASE)
# « Q02. Avec quel partenaire ? », « A3. Êtes-vous labellisé ? »
# « G02Q06[SQ001]. » of a survey
_NUMBERED = re.compile(r"^\s*(?:(?:[A-Z]{1,2} ?)?[0-9]{1,2}[a-z]? ?[.):]|[A-Z][0-9]{1,3}[A-Z]{1,2}[0-9]{1,3}(?:\[\w{1,8}\])?\.) ?(?=\S)")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")  # « C.P. », « R.N.E. »
# « Actions menées en 2024-2025 », « Effectif 2025 »
_THE_YEAR = re.compile(r"(?:\b(?:en|de|pour|année) )?\b20[0-9]{2}(?: ?[-/] ?(?:20)?[0-9]{2})?\b")
_OF_ACTIONS = re.compile(r"^act_(?=[a-z])", re.IGNORECASE)  # of a base: « act_date »
_OF_A_TABLE = re.compile(r"^[A-Z]{2,12}\.(?=[A-ZÀ-Ý][a-zà-ÿ])")  # « PM.Raison sociale »
_SAID_OTHERWISE = ((_OF_A_TABLE, ""), (_OF_ACTIONS, "action "), (_A_YEAR, " par an"), (_NUMBERED, ""))
_LETTER = re.compile(r"[^\W\d_]")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
# A word that no source declares says little, nor does what most tables are about; one that speaks of someone or something else says
# that the column does.
_UNDECLARED, _MOST_UNDECLARED, _ELSEWHERE = 0.1, 0.35, 1.0
_TYPED = 5
_BEGUN, _LONGEST = 4, 200


@dataclass(frozen=True, slots=True)
class Nearness:
    """Say how near a heading is to a field of a source, from 0 to 1, to which declared heading, and `why` when it is not by its words."""

    score: float
    heading: str
    why: str = ""


NOTHING = Nearness(0.0, "")
# Beside the fields that a heading may stand for: it speaks of something else, and its cells tell nothing.
ANOTHER = ("", "")
# It is of a partner: schools under it are no lycée of ours.
THEIRS = ("", "theirs")
# It says a town by its word: « Où » beside it is no town.
TOWN = ("", "town")
# It numbers, or says a sum: five digits under « Id du dossier », « Dotation (€) » are no postcode.
NUMBERED = ("", "id")


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Hold the headings that sources declare: by their letters, by their words; `weights` tells rare words from common ones.

    `choices` are the words that cells of closed choices may say, `ours` the headings of our templates, both folded; `subjects` are
    the words for what each source is about, that its headings may leave out; `cores` those that say by themselves what a field is:
    they stand alone in a heading of it, or come in several.
    """

    letters: Mapping[str, frozenset[tuple[str, str]]]
    phrases: Mapping[frozenset[str], tuple[tuple[str, str, str], ...]]
    weights: Mapping[str, float]
    cores: Mapping[tuple[str, str], frozenset[str]]
    choices: frozenset[str]
    ours: frozenset[str]
    subjects: Mapping[str, frozenset[str]]

    def knows(self, heading: str) -> bool:
        """Tell whether a source declares this heading, or one of the same words; a long text is none."""
        if len(heading) > _LONGEST:
            return False
        folded = {fold_text(text) for text in (_spelt(heading), _BRACKETED.sub(" ", heading))} - {""}
        return any(text in self.letters or words_of(text) in self.phrases for text in folded)

    def mean_one(self, one: str, other: str) -> bool:
        """Tell whether two headings are those of one field."""
        near, beside = self.near(one), self.near(other)
        return any(min(near[key].score, beside[key].score) >= ALIKE for key in near.keys() & beside.keys())

    def near(self, heading: str) -> Mapping[tuple[str, str], Nearness]:
        """Give the fields, as (source, field), that a heading may stand for, with or without what it says in brackets."""
        heading = _spelt(heading)
        whole = heading if " " in heading.strip() else spaced(heading)
        found = _near(self, fold_text(whole))
        if whole != heading:  # « codePostal », but « LdM »
            found = {
                **found,
                **{key: near for key, near in _near(self, fold_text(heading)).items() if near.score == KNOWN},
            }
        bare = fold_text(_BY_WHOM.sub(" ", _BRACKETED.sub(" ", heading)))
        if _PARTED.search(heading):
            found = _parted(self, heading, found)
        money = AMOUNT if MONEY.search(heading) else ""
        if bare in ("", fold_text(heading)) or any(near.score >= ALIKE for near in found.values()):
            bare = within = ""
        else:
            # what brackets add to a thing that no field holds is none: « Demi-pension (places) »
            within = "" if words_of(bare) & THINGS else fold_text(" ".join(one[1:-1] for one in _BRACKETED.findall(heading)))
        for text, kept in ((bare, _BARE), (within, _WITHIN), (money, _WITHIN)):
            for key, near in _near(self, text).items():
                if near.score * kept > found.get(key, NOTHING).score:
                    found = {**found, key: Nearness(near.score * kept, near.heading)}
        return found


def spaced(text: str) -> str:
    """Part the words of a name of software: « LibAction » is « Lib Action »."""
    return _CAMEL.sub(" ", text)


def _spelt(heading: str) -> str:
    """Give the word for a heading that is a sign alone, « par an » for « / an »; the number of a question or a year says nothing."""
    heading = _INITIALS.sub(lambda found: found[0].replace(".", ""), _SHORT.get(heading.strip().lower(), heading))
    said = heading
    for found, word in _SAID_OTHERWISE:
        said = found.sub(word, said)
    return AMOUNT if heading.strip() == "€" else (_THE_YEAR.sub(" ", said) if _LETTER.search(_THE_YEAR.sub(" ", said)) else said)


def vocabulary_of(sources: Iterable[Source]) -> Vocabulary:
    """Gather the headings of sources, once for the same ones."""
    every = tuple(sources)
    words = {label for source in every for column in source.columns for pair in column.type.choices for label in pair}
    declared = tuple((source.name, tuple((c.field, c.headings) for c in source.columns)) for source in every)
    subjects = tuple((source.name, words_of(fold_text(" ".join((source.title, *source.named_by))))) for source in every)
    return _gathered(declared, frozenset(map(fold_text, words)), subjects)


@cache
def _gathered(
    declared: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...],
    choices: frozenset[str],
    subjects: tuple[tuple[str, frozenset[str]], ...],
) -> Vocabulary:
    letters: dict[str, set[tuple[str, str]]] = defaultdict(set)
    phrases: dict[frozenset[str], list[tuple[str, str, str]]] = defaultdict(list)
    for source, columns in declared:
        for field, headings in columns:
            for heading in headings:
                folded = fold_text(heading)
                letters[folded].add((source, field))
                phrases[words_of(folded)].append((source, field, heading))
    said: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for phrase, fields in phrases.items():
        for key in {(source, field) for source, field, _ in fields}:
            said[key].append(phrase)
    cores = {key: _core(of_field) for key, of_field in said.items()}
    ours = frozenset(fold_text(headings[0]) for _, columns in declared for _, headings in columns)
    seen: dict[str, int] = defaultdict(int)
    for phrase in phrases:
        for word in phrase:
            seen[word] += 1
    weights = {word: 1 / (1 + log(count)) for word, count in seen.items()}
    return Vocabulary(
        {k: frozenset(v) for k, v in letters.items()},
        {k: tuple(v) for k, v in phrases.items()},
        weights,
        cores,
        choices,
        ours,
        dict(subjects),
    )


def _core(phrases: Sequence[frozenset[str]]) -> frozenset[str]:
    times = Counter(word for phrase in phrases for word in phrase)
    alone = {word for phrase in phrases if len(phrase) == 1 for word in phrase}
    often = max(2, len(phrases) // 4)
    return frozenset(alone | {word for word, count in times.items() if count >= often})


@cache
def _near(vocabulary: Vocabulary, folded: str) -> dict[tuple[str, str], Nearness]:
    if not folded:
        return {}
    ours, head = words_of(folded), head_of(folded)
    # « Lycée » is what another source is about: no company, though one is known by « Établissement / entreprise »
    named = {source for source, subject in vocabulary.subjects.items() if ours <= subject}
    found: dict[tuple[str, str], Nearness] = {}
    for phrase, fields in _met(vocabulary, ours):
        score, shared = (ALIKE, phrase) if phrase == ours else _shared(ours, phrase, vocabulary.weights)
        if head in phrase and phrase <= ours:
            score = max(score, _HEADED)
        rest = phrase ^ ours if ours <= phrase or phrase <= ours else None
        if score < NEAR and not rest:
            continue
        for source, field, heading in fields:
            exact = KNOWN if fold_text(heading) == folded else score
            if score < ALIKE and len(phrase) > 1 and not shared & vocabulary.cores[source, field]:
                exact = 0.0  # « réalisée » alone is no « action réalisée »
            if rest and exact < _UNDERSTOOD and rest <= vocabulary.subjects[source] and not named - {source}:
                exact = _UNDERSTOOD
            if exact < NEAR:
                continue
            if exact > found.get((source, field), NOTHING).score:
                found[source, field] = Nearness(exact, heading)
    return found


def _parted(vocabulary: Vocabulary, heading: str, whole: Mapping[tuple[str, str], Nearness]) -> dict[tuple[str, str], Nearness]:
    """Give what a heading of two words for one thing, or of two things, may stand for: « Durée / reconduction » is no reconduction's."""
    found = {key: near if near.score == KNOWN else Nearness(near.score * _SPREAD, near.heading) for key, near in whole.items()}
    if any(near.score == KNOWN for near in found.values()):
        return found
    first, *others = _PARTED.split(heading)
    of_what = _OF_WHAT.match(first)
    others = [f"{of_what[0]}{other}" if of_what and not _OF_WHAT.match(other) else other for other in others]
    for part, kept in ((first, _WITHIN), *((other, _WITHIN_LATER) for other in others)):
        for key, near in _near(vocabulary, fold_text(part)).items():
            if near.score >= ALIKE and near.score * kept > found.get(key, NOTHING).score:
                found[key] = Nearness(near.score * kept, near.heading)
    return found


def _shared(ours: frozenset[str], theirs: frozenset[str], weights: Mapping[str, float]) -> tuple[float, frozenset[str]]:
    """Weigh the words that two headings share against all that they say; give them too, as the second heading says them."""
    pairs = {word: other for word in ours if (other := _same(word, theirs, weights)) is not None and (other == word or word not in OTHERS)}
    if not pairs:
        return 0.0, frozenset()
    common = sum(weights[word] for word in pairs.values())
    left = [word for word in ours if word not in pairs]
    little = sum(word in SUBJECT or (word not in weights and word not in OTHERS) for word in left)
    left = [word for word in left if word not in SUBJECT]
    known = sum(weights.get(word, 0.0) for word in left) + _ELSEWHERE * sum(word in OTHERS for word in left if word not in weights)
    shared = frozenset(pairs.values())
    missing = sum(weights[word] for word in theirs - shared)
    return ALIKE * common / (common + known + min(_UNDECLARED * little, _MOST_UNDECLARED) + missing), shared


def _met(vocabulary: Vocabulary, ours: frozenset[str]) -> Iterable[tuple[frozenset[str], tuple[tuple[str, str, str], ...]]]:
    """Give what a vocabulary holds but for what shares no word with a heading: most of it."""
    reached = frozenset[str]().union(*(_alike(vocabulary, word) for word in ours))
    return (one for one in vocabulary.phrases.items() if not ours or not one[0] or not one[0].isdisjoint(reached))


@cache
def _alike(vocabulary: Vocabulary, word: str) -> frozenset[str]:
    """Give the words of a vocabulary that a word may be."""
    slips = word not in vocabulary.weights
    return frozenset(other for other in vocabulary.weights if word == other or _is_near(word, other, slips=slips))


def _same(word: str, others: frozenset[str], weights: Mapping[str, float]) -> str | None:
    if word in others:
        return word
    return next((other for other in others if _is_near(word, other, slips=word not in weights)), None)


def _is_near(word: str, other: str, *, slips: bool) -> bool:
    """Tell whether a word begins as another does, or is it but for a slip.

    A word that is known is no other of as many letters: « comité », « compte ».
    """
    if len(word) >= _BEGUN and (other.startswith(word) or (len(other) >= _BEGUN and word.startswith(other))):
        return True
    slipped = (slips or len(word) != len(other)) and len(word) >= _TYPED and len(other) >= _TYPED
    return slipped and _one_slip(word, other)


def _one_slip(one: str, other: str) -> bool:
    """Tell whether two words that begin alike differ by one letter: added, dropped, changed, or two exchanged."""
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
