"""What a spreadsheet itself can check of a column as it is filled in: words of a list, days, numbers, the length of a code.

A check warns and lets go on: netmap reads more than a spreadsheet can express, and says so when it reads.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from netmap.source import Column
from netmap.values import CFD, COMMUNE, IDCC, MEF, NAF, NAF2008, NAF2025, POSTCODE, RNCP, SIREN, SIRET, UAI, ValueType
from netmap.values.shapes import FIRST_YEAR, LAST_YEAR

_CODES = frozenset(code.name for code in (UAI, SIREN, SIRET, NAF, NAF2008, NAF2025, IDCC, RNCP, MEF, CFD, COMMUNE, POSTCODE))
_YES_NO = ("oui", "non")
_MESSAGE_MAX = 255
_GREATEST = 999_999_999_999


def words_of(kind: ValueType) -> tuple[str, ...]:
    """List the words that a cell of this type can hold, none when they are not counted."""
    if kind.choices:
        return tuple(label for _code, label in kind.choices)
    return _YES_NO if kind.dtype == pl.Boolean() else ()


def validation_of(col: Column, places: Mapping[str, str]) -> dict[str, Any] | None:
    """Give the check of a column as xlsxwriter takes it, None where there is none; `places` says where lists of words are written.

    A cell of several values is not checked: a spreadsheet cannot split it.
    """
    rule = None if col.many else _rule(col.type, places)
    if rule is None:
        return None
    message = f"Attendu : {col.type.rule}."
    if len(message) > _MESSAGE_MAX:
        message = "Cette valeur n’est pas dans la liste."
    return {**rule, "error_type": "warning", "error_title": "Valeur à vérifier", "error_message": message}


def _rule(kind: ValueType, places: Mapping[str, str]) -> dict[str, Any] | None:
    if words := words_of(kind):
        return {"validate": "list", "source": places.get(kind.name) or list(words)}
    if kind.name in _CODES:
        lengths = [len(text) for pair in kind.accepts for text in pair]
        return _between("length", min(lengths), max(lengths))
    if kind.dtype == pl.Date():
        return _between("date", date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
    if kind.dtype.is_integer():
        return _between("integer", -_GREATEST, _GREATEST)
    return _between("decimal", -_GREATEST, _GREATEST) if kind.dtype.is_float() else None


def _between(what: str, least: date | int, most: date | int) -> dict[str, Any]:
    return {"validate": what, "criteria": "between", "minimum": least, "maximum": most}
