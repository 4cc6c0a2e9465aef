"""Do two commitments quoted by a person say the same thing? A careful reading of short sentences, which a person settles.

netmap does not understand the texts: it tells those that plainly agree (same words, both refusals, one that refers to the other) from
those that must be read side by side.
"""

import re

from netmap.values import fold_text

_REFUSAL = re.compile(
    r"\b(?:aucune?s?|neant|sans|pas|jamais|nulle?s?|interdite?s?|interdit|exclu|exclue|exclus|exclut|refuse|refusee|gratuite?s?|gratuitement"
    r"|gratuite|ni|non|benevole|exempte?|zero)\b"
)
_REFERS = re.compile(
    r"\b(?:conforme|conformement|identique|reprend|comme (?:dans )?l accord|selon l accord|prevu(?:e|s|es)? (?:par|a|dans) l accord)\b"
)
_SMALL = frozenset(
    [
        "a",
        "au",
        "aux",
        "avec",
        "ce",
        "ces",
        "dans",
        "de",
        "des",
        "du",
        "elle",
        "en",
        "entre",
        "est",
        "et",
        "il",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "l",
        "d",
        "n",
        "s",
        "qu",
        "ne",
        "ou",
        "par",
        "pour",
        "que",
        "qui",
        "sa",
        "se",
        "ses",
        "son",
        "sont",
        "sur",
        "un",
        "une",
        "etablissement",
        "societe",
        "entreprise",
        "groupe",
        "convention",
        "accord",
        "lycee",
        "eleves",
        "eleve",
    ]
)
_SHARED_WORDS = 0.6


def contrary(one: str, other: str) -> bool:
    """Tell whether two quoted commitments of one kind must be settled: they do not plainly say the same."""
    ours, theirs = fold_text(one), fold_text(other)
    if ours == theirs or _REFERS.search(ours):
        return False
    refusals = (_refuses(ours), _refuses(theirs))
    if refusals[0] != refusals[1]:
        return True
    if all(refusals):
        return False
    return not _alike(ours, theirs)


def _refuses(text: str) -> bool:
    # « ne … que » restricts, it does not refuse; « non exclusif » refuses exclusivity
    return bool(_REFUSAL.search(text))


def _alike(one: str, other: str) -> bool:
    ours, theirs = (frozenset(word for word in text.split() if word not in _SMALL) for text in (one, other))
    if {w for w in ours if w.isdigit()} != {w for w in theirs if w.isdigit()}:
        return False
    least = min(len(ours), len(theirs))
    return least > 0 and len(ours & theirs) / least >= _SHARED_WORDS
