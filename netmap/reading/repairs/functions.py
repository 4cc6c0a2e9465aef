"""Who follows a partner or a convention: netmap keeps the function of a person, « DDFPT », never the name written in its place."""

import re

import polars as pl

from netmap.domain.persons import CIVILITY, names_person
from netmap.reading.findings import Findings
from netmap.reading.repairs.beside import PERSON_NAMED, beside_name, trimmed
from netmap.values import fold_text

FIELDS = ("contact", "known_by")
_LOOKS = re.compile(rf"(?:^|[^\w]){CIVILITY}|@|[0-9]{{2}}[ .-]?[0-9]{{2}}[ .-]?[0-9]{{2}}")
# Two capitals in a row or an initial too: only these cells are looked at one by one.
_MAY_NAME = rf"{_LOOKS.pattern}|[A-ZÀ-Þ]\.|^[A-ZÀ-Þ]{{2,3}}$|[A-ZÀ-Þ][\w'’-]+ (?:[a-z]{{2}} )?[A-ZÀ-Þ]"
# « MV », « JLB »: initials, but for the functions that are written so.
_INITIALS = re.compile("[A-ZÀ-Þ]{2,3}")
_FUNCTIONS = frozenset(
    """
    RH DG CE PP AE CT BE SG DA CPE DRH RRH PDG DGS DAF RAF RSE BDE DDF CFC CFA COP PLP IEN IPR DOS DAC DEC CDI CMQ UFA MLD SEP AED AAE
    DCT CIO CMC ULI PSY DSI DIR SEC DET DAT GRH
    """.split()  # noqa: SIM905
)
_PIECES = re.compile(r"\s*[,;()]\s*|\s+[/–—-]\s+|\n")
_JOINING = frozenset(("et", "ou", "puis"))
_ROLE = re.compile(r"\(([^()]+)\)")


def functions_alone(texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Leave people out of the columns of functions: « Mme Petit (DDFPT) » says « DDFPT », « Mme Petit » says nothing."""
    for field in FIELDS:
        if field not in texts.columns:
            continue
        cells = texts[field]
        suspects = cells.filter(cells.str.contains(_MAY_NAME)).unique().to_list()
        read = {text: kept for text in suspects if (kept := function_in(text)) != text}
        rows = cells.is_in(list(read)).fill_null(value=False).arg_true()
        if rows.is_empty():
            continue
        kept = pl.Series([read[text] or None for text in cells.gather(rows)], dtype=pl.String)
        said = {"column": headings[field], "value": pl.Series([""] * len(rows)), "kept": kept, "detail": "une personne"}
        findings.add("personne-ecartee", rows, reject=False, **said)
        texts = texts.with_columns(cells.clone().scatter(rows, kept).alias(field))
    return texts


def function_in(text: str) -> str:
    """Give the function that a cell says, "" where it only names a person or how to reach one."""
    pieces = [piece for piece in _PIECES.split(text) if piece]
    if any(map(names_person, pieces)):
        return function_in(", ".join(piece for piece in pieces if not names_person(piece)))
    if _INITIALS.fullmatch(text) and text not in _FUNCTIONS:
        return ""
    if not _LOOKS.search(text):
        return text
    named = PERSON_NAMED.search(text) is not None
    alone = PERSON_NAMED.sub(" ", _ROLE.sub(r", \1", text)) if named else text
    left = beside_name(trimmed(alone), frozenset(), addresses=False).name
    return left if set(fold_text(left).split()) - _JOINING else ""
