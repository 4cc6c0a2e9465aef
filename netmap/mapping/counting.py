"""Tables that only count: statistics of lycées or of answers, no list of actors."""

from collections.abc import Iterable, Mapping, Sequence

from netmap.mapping.profile import Profile
from netmap.mapping.weighing import Weighed
from netmap.source import Source
from netmap.values import fold_text
from netmap.wording import words_of

_FEWEST_COUNTED = 2
_HOW_MANY, _PUPIL = frozenset(("nb", "nbre", "nombre", "combien", "total")), "jeune"


def only_counts(profiles: Mapping[int, Profile], known: Iterable[int]) -> bool:
    """Tell whether a table is a statistic: names, then two columns or more of small numbers, of which one is `known` at most."""
    filled = [profile for profile in profiles.values() if profile.filled]
    counts = [profile for profile in filled if profile.counts]
    if len(counts) < _FEWEST_COUNTED or len(filled) - len(counts) != 1:
        return False
    return sum(profiles[column].counts for column in known) < _FEWEST_COUNTED


def named_too(source: Source, assigned: Mapping[int, Weighed]) -> Iterable[int]:
    """Give the columns that are known, none where nothing says who each line is about."""
    fields = {one.field for one in assigned.values()}
    return assigned if any(fields & set(group) for group in source.needed) else ()


def counts_lines(headings: Sequence[str], profiles: Mapping[int, Profile]) -> bool:
    """Tell whether a table only says how many there are of each, and of no pupils: « Lycée | Nb de réponses »."""
    filled = [column for column, profile in profiles.items() if profile.filled]
    if len(filled) != _FEWEST_COUNTED or profiles[filled[0]].telling is not None or not profiles[filled[1]].counts:
        return False
    folded = fold_text(headings[filled[1]])
    return not _HOW_MANY.isdisjoint(folded.split()) and _PUPIL not in words_of(folded)
