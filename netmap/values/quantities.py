"""Dates, amounts and numbers as French office people write them; what is ambiguous is refused."""

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl

from netmap.values.kind import Refusal, Shape, ValueType, by_shape
from netmap.values.shapes import FIRST_YEAR, LAST_YEAR, blocks, dates, signs

_GREATEST = 2**53
_GAP_SIGNS = [" ", "\u00a0", "\u202f", "\u2009"]
_NO_SIGNS = [""] * len(_GAP_SIGNS)
_GAPS = f"[{''.join(_GAP_SIGNS)}]"
_HOUR = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_FRENCH = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_ISO = re.compile(rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})(?:[ T]{_HOUR}(?::[0-5][0-9](?:\.[0-9]+)?)?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?)?")
_NUMBER = re.compile(rf"([+-]?)([0-9]{{1,3}}(?:{_GAPS}[0-9]{{3}})+|[0-9]*)(?:[.,]([0-9]*))?")
# A number that is a NUMBER and, without its gaps, a number of polars.
_USUAL_NUMBER = rf"^-?(?:[0-9]{{1,3}}(?:{_GAPS}[0-9]{{3}})+|[0-9]+)(?:[.,][0-9]+)?$"
_ENDED_BY_ZEROS = rf"^(-?(?:[0-9]{{1,3}}(?:{_GAPS}[0-9]{{3}})+|[0-9]+))(?:[.,]0+)?$"
# « 1.200 € », typed by hand: a spreadsheet writes one comma two as 1.2, without a currency.
_DOTTED = re.compile(rf"[+-]?[0-9]{{1,3}}(?:\.[0-9]{{3}})+{_GAPS}*€")
_CURRENCY = re.compile(rf"{_GAPS}*(?:€|EUR|euros?)$", re.IGNORECASE)


def _date(text: str) -> date | Refusal:
    if found := _FRENCH.fullmatch(text):
        day, month, year = (int(found[part]) for part in (1, 3, 4))
    elif found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups()[:3])
    else:
        return Refusal("jour/mois/année attendus, par exemple 31/08/2027")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Refusal(f"l’année {year} est hors de la période {FIRST_YEAR}-{LAST_YEAR}")
    try:
        return date(year, month, day)
    except ValueError:
        return Refusal(f"le {day:02d}/{month:02d}/{year} n’existe pas dans le calendrier")


def show_date(day: date) -> str:
    """Show a date in French: 31/08/2027."""
    return f"{day:%d/%m/%Y}"


def _read_number(text: str) -> tuple[str, str] | None:
    """Give what is before the decimal point (sign and digits) and what is after, None for what is no number."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    sign, whole, decimals = found.groups()
    return (sign + (re.sub(_GAPS, "", whole) or "0"), decimals or "0") if whole or decimals else None


def _real(text: str, otherwise: str) -> float | Refusal:
    read = _read_number(text)
    value = math.inf if read is None else float(".".join(read))
    return value if math.isfinite(value) else Refusal(otherwise)


def _number(text: str) -> float | Refusal:
    return _real(text, "nombre attendu, par exemple 48,856")


def _amount(text: str) -> float | Refusal:
    if _DOTTED.fullmatch(text):
        return Refusal("montant attendu, sans point entre les milliers, par exemple 1 200 €")
    return _real(_CURRENCY.sub("", text), "montant attendu, par exemple 1 234,50 €")


def _whole(text: str) -> int | Refusal:
    read = _read_number(text)
    if read is None:
        return Refusal("nombre entier attendu, par exemple 24")
    whole, decimals = read
    if decimals.strip("0"):
        return Refusal("nombre entier attendu, sans décimale")
    # The float is compared first: int() refuses thousands of digits, and a float rounds what is near the limit.
    fits = abs(float(whole)) <= _GREATEST and abs(int(whole)) <= _GREATEST
    return int(whole) if fits else Refusal("nombre trop grand")


def _usual_whole(texts: pl.Series) -> pl.Series:
    # polars reads a sign and ASCII digits here, nothing else.
    read = texts.cast(pl.Int64, strict=False)
    for shorter in (_without_zero, _without_gaps):
        if read.null_count() > texts.null_count():
            rows = (read.is_null() & texts.is_not_null()).arg_true()
            read = read.scatter(rows, shorter(texts.gather(rows)).cast(pl.Int64, strict=False))
    fits = read.is_between(-_GREATEST, _GREATEST)
    return read if fits.all() else read.set(~fits, None)


def _without_zero(texts: pl.Series) -> pl.Series:
    return texts.str.strip_suffix(".0")


def _without_gaps(texts: pl.Series) -> pl.Series:
    return texts.str.extract(_ENDED_BY_ZEROS).str.replace_many(_GAP_SIGNS, _NO_SIGNS)


def _usual_number(texts: pl.Series) -> pl.Series:
    found = [signs(block) for block in blocks(texts)]
    if any((block > ord("9")).any() for block in found):
        return _grouped_numbers(texts)
    read = _plain_numbers(texts, commas=any((block == ord(",")).any() for block in found))
    if read.null_count() == texts.null_count():
        return read
    rows = (read.is_null() & texts.is_not_null()).arg_true()
    return read.scatter(rows, _grouped_numbers(texts.gather(rows)))


def _plain_numbers(texts: pl.Series, *, commas: bool) -> pl.Series:
    """Read texts without letters: polars then reads signs, digits and one point as we do, and nothing else."""
    pointed = texts.str.replace(",", ".", literal=True) if commas else texts
    read = pointed.cast(pl.Float64, strict=False)
    endless = read.is_infinite()
    return read.set(endless, None) if endless.any() else read


def _grouped_numbers(texts: pl.Series) -> pl.Series:
    shaped = texts.str.contains(_USUAL_NUMBER).fill_null(value=False)
    usual = texts if shaped.all() else texts.set(~shaped, None)
    return _plain_numbers(usual.str.replace_many([*_GAP_SIGNS, ","], [*_NO_SIGNS, "."]), commas=False)


def _usual_amount(texts: pl.Series) -> pl.Series:
    if texts.str.ends_with("€").any():
        dotted = texts.str.contains(f"^(?:{_DOTTED.pattern})$")
        texts = texts.set(dotted, None) if dotted.any() else texts
        texts = texts.str.strip_suffix("€").str.strip_chars_end("".join(_GAP_SIGNS))
    return _usual_number(texts)


def show_number(value: float) -> str:
    """Show a number in French: narrow no-break spaces between thousands, a decimal comma, no useless zero."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    return text.replace(",", "\u202f").replace(".", ",")


def _quantity(
    name: str,
    label: str,
    rule: str,
    cell: Callable[[str], Any],
    usual: Shape,
    dtype: pl.DataType,
    *,
    show: Callable[[Any], str],
    accepts: tuple[tuple[str, Any], ...],
    refuses: tuple[str, ...],
) -> ValueType:
    return ValueType(
        name=name,
        label=label,
        rule=rule,
        dtype=dtype,
        cell=cell,
        column=by_shape(usual, cell, dtype),
        show=show,
        accepts=accepts,
        refuses=refuses,
    )


DATE = _quantity(
    "date",
    "une date",
    "jour/mois/année, par exemple 31/08/2027",
    _date,
    dates,
    pl.Date(),
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
    refuses=(
        "30/02/2024",
        "2023-02-29",
        "08/31/2027",
        "2027",
        "31/08/27",
        "0001-01-01",
        "31/08/9999",
        "01/09-2024",
        "2024-09-01 25:00",
        "hier",
        "\u06631/08/2027",
        "²1/08/2027",
    ),
)
AMOUNT = _quantity(
    "montant",
    "un montant",
    "un nombre d’euros, par exemple 1 234,50",
    _amount,
    _usual_amount,
    pl.Float64(),
    show=show_number,
    accepts=(
        ("1 234,50 €", 1234.5),
        ("1234,5€", 1234.5),
        ("1234.5", 1234.5),
        ("1\u202f200", 1200.0),
        ("-12", -12.0),
        ("300 EUR", 300.0),
        ("0", 0.0),
    ),
    refuses=("gratuit", ",", "12,5,6", "1.234,50", "1 23,0", "nan", "inf", "1e5", "€", "12 €/h", "²", "1.200 €"),
)
NUMBER = _quantity(
    "nombre",
    "un nombre",
    "un nombre, par exemple 48,856",
    _number,
    _usual_number,
    pl.Float64(),
    show=show_number,
    accepts=(("48,856", 48.856), ("-2.35", -2.35), ("48.95257590227558", 48.95257590227558), ("+1", 1.0)),
    refuses=("48°51", "N/A", "nan", "1e3", "-", "²"),
)
WHOLE = _quantity(
    "entier",
    "un nombre entier",
    "un nombre sans décimale, par exemple 24",
    _whole,
    _usual_whole,
    pl.Int64(),
    show=show_number,
    accepts=(("24", 24), ("1 200", 1200), ("12.0", 12), ("12,00", 12), ("-3", -3), ("007", 7), ("9007199254740992", 2**53)),
    refuses=("12,5", "douze", "1e3", "9007199254740993", "99999999999999999999", "12 %", "½"),
)
