"""Periods and durations: « du 01/09/2024 au 31/08/2027 » in one cell, « 3 ans » where an end or a number of months is asked for."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from netmap.reading.repairs.days import day_of, school_years
from netmap.reading.repairs.repair import Example, Kept, Place, Repair
from netmap.values import WHOLE, fold_text
from netmap.values.time_words import MOST_MONTHS, NUMBERS, ONE, UNITS, count_of, months_of, parted

_LASTING = re.compile(rf"\b{ONE}\b")
_EACH = re.compile(r"\b(?:par|chaque|tous les|toutes les) (an|ans|annee|annees|semestre)\b")
_YEARS_SPAN = re.compile(
    r"(?:(?:de|du|periode|annees?|scolaires?|a s|as|convention) )*([0-9]{4})(?: (?:a|au|et))?(?: (?:la )?(?:rentree|fin))? ([0-9]{4})"
)
_ENDS = re.compile(
    r"^\s*(?:(?:période|periode|valable|convention|valide)\s*:?\s*)?(?:(?:du|de|à partir du|à compter du|depuis le|des|dès le|from)\s+)?"
    r"(.+?)\s*(?:\s(?:au|à|a|jusqu['’]au|jusqu['’]à|jusqu['’]en|jusque|->|to|-)\s|→|⇒|\s?[–—]\s?|->)\s*(?:fin\s+)?(.+?)\s*$",
    re.IGNORECASE,
)
_TIGHT = re.compile(r"^\s*([0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4})\s*[-/]\s*([0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4})\s*$")
_MONTHS_TIGHT = re.compile(r"^\s*([0-9]{1,2}/[0-9]{4})\s*-\s*([0-9]{1,2}/[0-9]{4})\s*$")


_DENIED = re.compile(r"\b(?:non|sans|pas)\b(?: (?:d|de|la|tacite|possibilite))* (?:renouvel|reconduc)")
_TIMES = re.compile(
    rf"(?:renouvel|reconduc)\w*(?: (?:par|tacite|tacitement|expresse|reconduction))* ([0-9]{{1,2}}|{'|'.join(NUMBERS)}) fois"
)


@dataclass(frozen=True, slots=True)
class Renewal:
    """Hold what a duration says of what comes after it: how it is renewed and how many times at most, "" where it does not say."""

    mode: str
    times: str


def renewal_of(text: str) -> Renewal:
    """Read how a duration is renewed; « renouvelable » alone does not say how."""
    folded = fold_text(text)
    denied = _DENIED.search(folded) is not None
    tacit, stated = "tacite" in folded, "expres" in folded or "avenant" in folded
    mode = "" if tacit and (denied or stated) else "aucune" if denied else "tacite" if tacit else "expresse" if stated else ""
    found = None if denied else _TIMES.search(folded)
    return Renewal(mode, str(count_of(found[1])) if found else "")


def renewal_months_of(text: str) -> int | None:
    """Read how long each tacit renewal lasts: « tacite, par périodes d’un an »; None where it does not say."""
    folded = parted(text)
    if "tacite" not in folded and "automati" not in folded:
        return None
    said = _LASTING.findall(folded) or [("un", unit) for unit in _EACH.findall(folded)]
    return count_of(said[0][0]) * UNITS[said[0][1]] if len(said) == 1 else None


def end_after(start: date, months: int) -> date:
    """Give the last day of a period of so many months: the day before the same day, so many months later."""
    place = start.year * 12 + start.month - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])) - timedelta(days=1)


def period_of(text: str) -> tuple[date, date] | None:
    """Give the first and the last day of a period written in one cell; None where it is not one.

    « 2024-2027 » is three school years; a single school year is not a period by itself (`school_period_of`).
    """
    if found := _YEARS_SPAN.fullmatch(fold_text(text)):
        first, last = int(found[1]), int(found[2])
        return school_years(first, last) if 1950 <= first < last - 1 and last - first <= MOST_MONTHS // 12 and last < 2100 else None  # noqa: PLR2004
    for rule in (_TIGHT, _MONTHS_TIGHT, _ENDS):
        if found := rule.match(text):
            start, end = day_of(found[1], "start"), day_of(found[2], "end")
            if start is not None and end is not None and start <= end:
                return start, end
            if end is not None and start is None and (shared := _shared_year(found[1], end)) is not None and shared <= end:
                return shared, end
    return None


def _shared_year(text: str, end: date) -> date | None:
    """Read « 1er septembre » of « du 1er septembre au 15 décembre 2025 »."""
    return day_of(f"{text} {end.year}", "start") if re.search(r"[A-Za-zûéà]", text) else None


def school_period_of(text: str) -> tuple[date, date] | None:
    """Give the first and the last day of one school year (« 2024-2025 »)."""
    start, end = day_of(text, "start"), day_of(text, "end")
    one = start is not None and end is not None and (start.month, start.day, end.month, end.day) == (9, 1, 8, 31)
    return (start, end) if one and start is not None and end is not None else None


def _mend_months(text: str, place: Place) -> Kept | None:
    months = months_of(text) if place.months else None
    return None if months is None else Kept(str(months), "durée comptée en mois")


_MONTHS_PLACE = Place(WHOLE, months=True)
DURATIONS = Repair(
    code="reparation-duree",
    types=(WHOLE,),
    mend=_mend_months,
    mends=(
        Example("3 ans", "36", _MONTHS_PLACE),
        Example("3ans", "36", _MONTHS_PLACE),
        Example("36 mois", "36", _MONTHS_PLACE),
        Example("1 an renouvelable", "12", _MONTHS_PLACE),
        Example("un an, renouvelable par tacite reconduction", "12", _MONTHS_PLACE),
        Example("1 an et 6 mois", "18", _MONTHS_PLACE),
        Example("deux ans et demi", "30", _MONTHS_PLACE),
        Example("durée : trois ans", "36", _MONTHS_PLACE),
        Example("2 années scolaires", "24", _MONTHS_PLACE),
        Example("2 ans non renouvelable", "24", _MONTHS_PLACE),
        Example("1 an avec tacite reconduction", "12", _MONTHS_PLACE),
    ),
    leaves=(
        ("3 ans", Place(WHOLE)),
        ("environ 3 ans", _MONTHS_PLACE),
        ("3 ou 4 ans", _MONTHS_PLACE),
        ("1 mois et demi", _MONTHS_PLACE),
        ("900 mois", _MONTHS_PLACE),
        ("15 jours", _MONTHS_PLACE),
        ("0 mois", _MONTHS_PLACE),
    ),
)
