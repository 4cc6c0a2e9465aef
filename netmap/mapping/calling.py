"""What the heading of a column may call it, once those beside it are known: alone, under its group, without what several share."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from netmap.headings import ANOTHER, KNOWN, NOTHING, NUMBERED, THEIRS, TOWN, Nearness, Vocabulary
from netmap.layout.table import Table
from netmap.values import fold_text
from netmap.wording import SUBJECT, singular, speaks_of_another, speaks_of_money, words_of

_LYCEES = frozenset("lycee lycees lp lpo lpp eple".split())  # noqa: SIM905
_MEASURED = re.compile(r"m²|\bm2\b|\bsurface\b", re.IGNORECASE)
_ADDRESSES, _SUBMISSION = ("adr", "adresse"), "sid"  # the number that a form gives to an answer
_COMMUNE, _WHERE = "commune", "ou"
_LYCEE, _PARTNER = "etablissement", "partenaire"
_MANY, _NEARLY_ALL = 5, 0.7
_SEVERAL, _ENDED = 3, 0.95
_LOOKS = 0.75
# What a line of a base may be called: words that headings of any table have, and that say nothing at the end of several.
_RECORDS = frozenset("convention conv accord action act projet partenariat dossier fiche mobilite".split())  # noqa: SIM905
# Headings that say when, of what the column before says: « LdM | Depuis ».
_OF_THE_ONE_BEFORE = frozenset(
    ("depuis", "depuis le", "depuis quand", "annee", "le", "obtenu le", "obtenue le", "attribue le", "delivre le")
)


@dataclass(frozen=True, slots=True)
class Shared:
    """Hold the words that headings of a table share, and that tell only of what it is.

    `first` begins nearly all headings of an export (« ETAB_CP », « ETAB_MEL »), "" where none does; `last` end several headings of a
    base (« ETAT_PROJET », « UAI_ACT »).
    """

    first: str
    last: frozenset[str]

    @staticmethod
    def of(headings: Sequence[str], vocabulary: Vocabulary) -> "Shared":
        """Find what headings share."""
        parted = [(heading, words) for heading in headings if len(words := fold_text(heading).split()) > 1]
        firsts = Counter(words[0] for _, words in parted)
        first, times = next(iter(firsts.most_common(1)), ("", 0))
        begun = len(headings) >= _MANY and times >= len(headings) * _NEARLY_ALL
        ends = Counter(words[-1] for heading, words in parted if "_" in heading)
        told = (end for end, count in ends.items() if count >= _SEVERAL)
        return Shared(first if begun else "", frozenset(end for end in told if end in _RECORDS or end not in vocabulary.weights))


def nearness(table: Table, column: int, vocabulary: Vocabulary, shared: Shared) -> dict[tuple[str, str], Nearness]:
    """Weigh a heading alone, without the words that others share, then under its group, the best of them for each field."""
    heading = table.headings[column]
    folded = fold_text(heading)
    found = dict(vocabulary.near(heading))
    if folded.rpartition(" ")[2] in shared.last:
        found = {key: replace(near, score=near.score * _ENDED) for key, near in found.items()}
    for said in _otherwise(heading, shared):
        found |= {key: near for key, near in vocabulary.near(said).items() if near.score > found.get(key, NOTHING).score}
    group = table.groups[column] if table.groups else ""
    if column and folded in _OF_THE_ONE_BEFORE:
        group = table.headings[column - 1]
    if group and not words_of(fold_text(group)) <= SUBJECT:
        under = vocabulary.near(f"{group} {heading}")
        found |= {key: near for key, near in under.items() if near.score >= found.get(key, NOTHING).score}
    if _LYCEE in words_of(folded) and _PARTNER not in words_of(folded):  # « Commune du lycée » is not where the partner stands
        found = {key: near for key, near in found.items() if near.score == KNOWN or not key[1].startswith("partner")}
    return found | dict.fromkeys(_said_besides(heading), NOTHING)


def _otherwise(heading: str, shared: Shared) -> Iterator[str]:
    """Give a heading without its last word, or without its first, where these say nothing of it: « ADR_COMMUNE »."""
    folded = fold_text(heading)
    begun, _, end = folded.rpartition(" ")
    if begun and end in shared.last:
        yield begun
    first, _, rest = folded.partition(" ")
    if rest and (first == shared.first or (first in _ADDRESSES and "_" in heading)):
        yield rest


def _said_besides(heading: str) -> Iterator[tuple[str, str]]:
    """Tell what a heading says besides the fields it may stand for."""
    folded, words = fold_text(heading), words_of(fold_text(heading))
    if speaks_of_another(heading):
        yield ANOTHER
    if folded.startswith("id ") or folded == _SUBMISSION or speaks_of_money(heading) or _MEASURED.search(heading) is not None:
        yield NUMBERED
    if _PARTNER in map(singular, folded.split()) and not calls_lycees(heading):
        yield THEIRS
    if _COMMUNE in words and _LYCEE not in words and folded != _WHERE:
        yield TOWN


def calls_lycees(heading: str) -> bool:
    """Tell whether a heading calls what is under it lycées: « Établissement » may be a restaurant."""
    return not _LYCEES.isdisjoint(fold_text(heading).split())


def calls_partners(heading: str) -> bool:
    """Tell whether a heading calls what is under it a partner, or a firm: « Entreprise amie », no attribute of it."""
    words = fold_text(heading).split()
    return bool(words) and words_of(words[0]) == frozenset((_PARTNER,))


def looking_like(heading: str, vocabulary: Vocabulary) -> dict[tuple[str, str], Nearness]:
    """Weigh a column without heading as one that looks like those of a heading."""
    why = f"contenu qui ressemble à celui de « {heading} »"
    return {key: Nearness(near.score * _LOOKS, near.heading, why) for key, near in vocabulary.near(heading).items() if near.score == KNOWN}
