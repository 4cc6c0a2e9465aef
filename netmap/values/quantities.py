"""Dates, amounts and numbers as French office people write them; what is ambiguous is refused."""

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypedDict

import polars as pl

from netmap.values.kind import Refusal, ValueType, by_shape, once_each, repeats_itself


class _Reading(TypedDict):
    cell: Callable[[str], Any]
    column: Callable[[pl.Series], pl.Series]
    dtype: pl.DataType


_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_GREATEST = 2**53
_GAPS = "[ \u00a0\u202f\u2009]"
_FRENCH = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?")
_NUMBER = re.compile(rf"([+-]?)([0-9]{{1,3}}(?:{_GAPS}[0-9]{{3}})+|[0-9]+)(?:[.,]([0-9]*))?")
_CURRENCY = re.compile(rf"{_GAPS}*(?:€|EUR|euros?)$", re.IGNORECASE)


def _date(text: str) -> date | Refusal:
    if found := _FRENCH.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups()[:3])
    else:
        return Refusal("jour/mois/année attendus, par exemple 31/08/2027")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Refusal(f"l’année {year} est hors de la période {_FIRST_YEAR}-{_LAST_YEAR}")
    try:
        return date(year, month, day)
    except ValueError:
        return Refusal(f"le {day:02d}/{month:02d}/{year} n’existe pas dans le calendrier")


def _usual_dates(texts: pl.Series) -> pl.Series:
    return once_each(texts, _distinct_dates) if repeats_itself(texts) else _distinct_dates(texts)


def _distinct_dates(texts: pl.Series) -> pl.Series:
    french = _shaped_dates(texts, r"^[0-9]{2}/[0-9]{2}/[0-9]{4}$", "%d/%m/%Y")
    if french.null_count() == texts.null_count():
        return french
    rows = (texts.is_not_null() & french.is_null()).arg_true()
    return french.scatter(rows, _shaped_dates(texts.gather(rows), r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "%Y-%m-%d"))


def _shaped_dates(texts: pl.Series, shape: str, written: str) -> pl.Series:
    shaped = texts.str.contains(shape).fill_null(value=False)
    read = texts.set(~shaped, None).str.to_date(written, strict=False)
    in_time = read.is_between(date(_FIRST_YEAR, 1, 1), date(_LAST_YEAR, 12, 31)).fill_null(value=True)
    return read if in_time.all() else read.set(~in_time, None)


def _read_number(text: str) -> tuple[float, str] | None:
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    sign, whole, decimals = found.groups()
    digits = re.sub(_GAPS, "", whole)
    return float(f"{sign}{digits}.{decimals or '0'}"), decimals or ""


def _number(text: str) -> float | Refusal:
    read = _read_number(text)
    if read is None or not math.isfinite(read[0]):
        return Refusal("nombre attendu, par exemple 48,856")
    return read[0]


def _amount(text: str) -> float | Refusal:
    read = _read_number(_CURRENCY.sub("", text))
    if read is None or not math.isfinite(read[0]):
        return Refusal("montant attendu, par exemple 1 234,50 €")
    return read[0]


def _whole(text: str) -> int | Refusal:
    read = _read_number(text)
    if read is None:
        return Refusal("nombre entier attendu, par exemple 24")
    value, decimals = read
    if decimals.strip("0"):
        return Refusal("nombre entier attendu, sans décimale")
    return int(value) if abs(value) <= _GREATEST else Refusal("nombre trop grand")


def _usual_whole(texts: pl.Series) -> pl.Series:
    short = texts.str.contains(r"^[0-9]{1,15}$").fill_null(value=False)
    return texts.set(~short, None).cast(pl.Int64)


def _usual_number(texts: pl.Series) -> pl.Series:
    short = texts.str.contains(r"^-?[0-9]{1,15}([.,][0-9]{1,18})?$").fill_null(value=False)
    return texts.set(~short, None).str.replace(",", ".", literal=True).cast(pl.Float64)


def show_number(value: float) -> str:
    """Show a number in French: narrow no-break spaces between thousands, a decimal comma, no useless zero."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    return text.replace(",", "\u202f").replace(".", ",")


def show_date(day: date) -> str:
    """Show a date in French: 31/08/2027."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def _read_by(cell: Callable[[str], object], usual: Callable[[pl.Series], pl.Series], dtype: pl.DataType) -> _Reading:
    return {"cell": cell, "column": by_shape(usual, cell, dtype), "dtype": dtype}


DATE = ValueType(
    name="date",
    label="une date",
    rule="jour/mois/année, par exemple 31/08/2027",
    **_read_by(_date, _usual_dates, pl.Date()),
    show=show_date,
    accepts=(
        ("31/08/2027", date(2027, 8, 31)),
        ("1/9/2024", date(2024, 9, 1)),
        ("01-09-2024", date(2024, 9, 1)),
        ("01.09.2024", date(2024, 9, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-09-01 00:00:00", date(2024, 9, 1)),
        ("2017-04-07T11:49:40.5+01:00", date(2017, 4, 7)),
    ),
    refuses=("30/02/2024", "2023-02-29", "08/31/2027", "2027", "31/08/27", "0001-01-01", "31/08/9999", "hier", "\u06631/08/2027"),
)
AMOUNT = ValueType(
    name="montant",
    label="un montant",
    rule="un nombre d’euros, par exemple 1 234,50",
    **_read_by(_amount, _usual_number, pl.Float64()),
    show=show_number,
    accepts=(("1 234,50 €", 1234.5), ("1234.5", 1234.5), ("1\u202f200", 1200.0), ("-12", -12.0), ("300 EUR", 300.0), ("0", 0.0)),
    refuses=("gratuit", "12,5,6", "1 23,0", "nan", "inf", "1e5", "€", "12 €/h", "²"),
)
NUMBER = ValueType(
    name="nombre",
    label="un nombre",
    rule="un nombre, par exemple 48,856",
    **_read_by(_number, _usual_number, pl.Float64()),
    show=show_number,
    accepts=(("48,856", 48.856), ("-2.35", -2.35), ("48.95257590227558", 48.95257590227558), ("+1", 1.0)),
    refuses=("48°51", "N/A", "nan", "1e3", ""),
)
WHOLE = ValueType(
    name="entier",
    label="un nombre entier",
    rule="un nombre sans décimale, par exemple 24",
    **_read_by(_whole, _usual_whole, pl.Int64()),
    show=show_number,
    accepts=(("24", 24), ("1 200", 1200), ("12.0", 12), ("12,00", 12), ("-3", -3), ("007", 7)),
    refuses=("12,5", "douze", "1e3", "99999999999999999999", "12 %", "½"),
)
