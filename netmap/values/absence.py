"""Words that say that a cell says nothing: « néant », « N/C », « - ». They are read as an empty cell, and told."""

import polars as pl

from netmap.values import fold_text

_SIGNS = ("-", "--", "---", "–", "—", "?", "??", "???", "…", "...", "..", ".", "/", "_", "__", "*", "(-)", "( - )")
_WORDS = (
    "null",
    "<null>",
    "(null)",
    "none",
    "nan",
    "néant",
    "n/c",
    "n.c.",
    "n.c",
    "nc",
    "n/a",
    "n.a.",
    "n.a",
    "na",
    "n/d",
    "n.d.",
    "n/r",
    "n.r.",
    "nr",
    "s/o",
    "s.o.",
    "sans objet",
    "ras",
    "r.a.s.",
    "r.a.s",
    "rien à signaler",
    "non renseigné",
    "non renseignée",
    "non communiqué",
    "non communiquée",
    "non connu",
    "non connue",
    "inconnu",
    "inconnue",
    "ne sait pas",
    "nsp",
    "aucune information",
    "pas de siret",
    "pas de n° siret",
    "vide",
    "(vide)",
    "à compléter",
    "à renseigner",
    "à préciser",
    "à définir",
    "pas d’information",
    "pas d'information",
)
_WITHOUT_ACCENTS = str.maketrans("éàÉÀ", "eaEA")


def _forms(word: str) -> set[str]:
    written = {word, word.upper(), word.capitalize(), word.title()}
    return written | {form.translate(_WITHOUT_ACCENTS) for form in written}


ABSENT = frozenset(form for word in (*_SIGNS, *_WORDS) for form in _forms(word))
_FORMS = pl.Series(sorted(ABSENT), dtype=pl.String)
_FOLDED = frozenset(fold_text(word) for word in _WORDS) - {""}


def says_nothing(text: str) -> bool:
    """Tell whether a text is only a sign or a word of absence."""
    return text in ABSENT or (len(text) < 24 and fold_text(text) in _FOLDED and not any(sign.isdigit() for sign in text))  # noqa: PLR2004 - longer than any of them


def absent_rows(texts: pl.Series) -> pl.Series:
    """Give the rows of a column whose text is a sign or a word of absence."""
    return texts.is_in(_FORMS.implode()).fill_null(value=False).arg_true()
