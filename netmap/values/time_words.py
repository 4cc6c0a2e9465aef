"""Words of time: the months of the year by their names, short ones too, and how long « trois ans » or « 18 mois » last."""

import re
from collections.abc import Mapping

from netmap.values.kind import fold_text

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan",
            "fevrier fevr fev",
            "mars mar",
            "avril avr",
            "mai",
            "juin jun",
            "juillet juil juill jul",
            "aout aou",
            "septembre sept sep",
            "octobre oct",
            "novembre nov",
            "decembre dec",
        ),
        start=1,
    )
    for name in names.split()
}
MOST_MONTHS = 600
UNITS = {"an": 12, "ans": 12, "annee": 12, "annees": 12, "mois": 1, "semestre": 6, "semestres": 6, "trimestre": 3, "trimestres": 3}
NUMBERS = {
    word: number
    for number, word in enumerate("zero un deux trois quatre cinq six sept huit neuf dix onze douze".split())  # noqa: SIM905
} | {"une": 1}
ONE = rf"([0-9]{{1,3}}|{'|'.join(NUMBERS)}) ({'|'.join(sorted(UNITS, key=len, reverse=True))})"
_SPACED = re.compile(r"(?<=[0-9])(?=[a-z])")
_DURATION = re.compile(
    rf"(?:(?:duree|pour|pendant|de|d|environ) )*{ONE}(?: (?:et )?{ONE})?( et demie?)?(?: (?:scolaires?|civiles?|ferme))?"
    r"((?: |$)(?:non|sans|avec|expres|a compter|a partir|depuis|apres|par|renouvel|reconduc|tacite|puis|maximum|max|soit|minimum).*)?"
)


def parted(text: str) -> str:
    """Fold a text, its figures parted from what follows them: « 3ans »."""
    return _SPACED.sub(" ", fold_text(text))


def months_of(text: str) -> int | None:
    """Give the months of a duration, whatever is said of its renewal; None where the text is none."""
    folded = parted(text)
    found = _DURATION.fullmatch(folded)
    if not found or "environ" in folded.split():
        return None
    total = count_of(found[1]) * UNITS[found[2]] + (count_of(found[3]) * UNITS[found[4]] if found[3] else 0)
    half = UNITS[found[2]] / 2 if found[5] else 0  # « un an et demi »; half a month is no count of months
    return int(total + half) if 0 < total + half <= MOST_MONTHS and half == int(half) else None


def count_of(word: str) -> int:
    """Give the number that a word or figures say."""
    return NUMBERS[word] if word in NUMBERS else int(word)
