"""A period or a duration written in one cell, spread over the cells it speaks of: a start, an end, a number of months.

Which column begins a period and which ends it is declared (`Source.in_order`). A cell that is filled is never written over.
"""

import re
from dataclasses import dataclass
from datetime import date

import polars as pl

from netmap.reading.findings import Findings
from netmap.reading.repairs.days import day_of
from netmap.reading.repairs.periods import end_after, period_of, renewal_months_of, renewal_of, school_period_of
from netmap.source import Source
from netmap.values import DATE, fold_text
from netmap.values.absence import says_nothing
from netmap.values.time_words import months_of

_MONTHS_FIELD = "duration_months"
_RENEWAL, _RENEWAL_MONTHS = "renewal", "renewal_months"
_MAY_LAST = r"(?i)(?:tacite|automati).*(?:\bans?\b|\d ?ans?\b|ann[ée]e|mois|semestre|trimestre)"
_USUAL_WIDTH, _MIDNIGHT = 10, " 00:00:00"  # 31/08/2027 and 2027-08-31 00:00:00
_THEN = re.compile(r"(?:19|20)[0-9]{2}\s*[(,;–-]\s*[^0-9]+$")
_UNTIL = re.compile(r"^(?:jusqu(?:e|['’](?:au|à|a|en))|au|expire(?: le)?|prend fin(?: le)?|termine(?: le)?)\s+", re.IGNORECASE)
_ENDLESS = re.compile(
    r"\b(?:(?:in|non )determine\w*|indefini\w*|illimite\w*|permanent\w*|perpetuel\w*|sans (?:limite|terme|fin|duree)\w*)\b"
)
_ONE_EDGE = re.compile(r"\b(debut|commence|effet|depart|depuis|fin|echeance|terme|expir\w*|jusqu|sign\w*)\b")


@dataclass(frozen=True, slots=True)
class Span:
    """Name the fields of a period: its first day, its last, the number of months it lasts ("" where none is declared)."""

    start: str
    end: str
    months: str


def spread_periods(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Write each part of the periods and durations of a table in the cell it belongs to; `headings` learns of new columns."""
    fields = {column.field for column in source.columns}
    for start, end in source.in_order:
        if source.column(start).type is not DATE:
            continue
        span = Span(start, end, _MONTHS_FIELD if _MONTHS_FIELD in fields else "")
        for field in (start, end):
            if field in texts.columns:
                texts = _spread(span, field, texts, headings, findings)
        lasting = [name for name in (end, span.months) if name in texts.columns]
        for field in lasting:
            texts = _renewed(source, field, texts, headings, findings)
        if end in lasting:
            texts = _ended(span, texts, headings, findings)
        if span.months in lasting:
            texts = _lasted(span, texts, headings, findings)
    return _lasting(source, texts, headings, findings)


def _odd(texts: pl.Series) -> pl.Series:
    """Give the rows whose text has not the width of a usual date."""
    return (~((texts.str.len_bytes() == _USUAL_WIDTH) | texts.str.ends_with(_MIDNIGHT))).fill_null(value=False).arg_true()


def _spread(span: Span, field: str, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    rows = _odd(texts[field])
    if rows.is_empty():
        return texts
    other = span.end if field == span.start else span.start
    alone = not {other, span.months} & set(texts.columns) and not _ONE_EDGE.search(fold_text(headings[field]))
    read = {text: period_of(text) or (school_period_of(text) if alone else None) for text in texts[field].gather(rows).unique().to_list()}
    found = [(row, text, read[text]) for row, text in zip(rows, texts[field].gather(rows), strict=True) if read[text]]
    if not found:
        return texts
    if other not in texts.columns:
        headings[other] = headings[field]
        texts = texts.with_columns(pl.lit(None, dtype=pl.String).alias(other))
    place = pl.Series([row for row, *_ in found], dtype=pl.UInt32)
    taken = [bool(text) and not says_nothing(text) for text in texts[other].gather(place)]
    days = [period for *_, period in found if period is not None]
    own, far = (0, 1) if field == span.start else (1, 0)
    kept = [DATE.show(one[own]) if full else f"{DATE.show(one[0])} – {DATE.show(one[1])}" for one, full in zip(days, taken, strict=True)]
    why = [f"« {headings[other]} » garde ce qui y est écrit" if full else "le début et la fin sont lus" for full in taken]
    findings.add(
        "reparation-periode",
        place,
        reject=False,
        column=headings[field],
        value=pl.Series([text for _, text, _ in found]),
        kept=pl.Series(kept),
        detail=pl.Series(why),
    )
    others = [text if full else DATE.show(one[far]) for text, one, full in zip(texts[other].gather(place), days, taken, strict=True)]
    return texts.with_columns(_written(texts[field], place, [DATE.show(one[own]) for one in days]), _written(texts[other], place, others))


def _ended(span: Span, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Turn the durations of a column of ends into ends; without a start they go to the column of months."""
    rows = _odd(texts[span.end])
    if rows.is_empty():
        return texts
    months = {text: months_of(text) for text in texts[span.end].gather(rows).unique().to_list()}
    found = [(row, text, count) for row, text in zip(rows, texts[span.end].gather(rows), strict=True) if (count := months[text])]
    if not found:
        return texts
    starts = texts[span.start] if span.start in texts.columns else pl.repeat(None, texts.height, eager=True, dtype=pl.String)
    days: dict[str | None, date | None] = {None: None}
    ends, counts = list[tuple[int, str, str, str]](), list[tuple[int, str, str, str]]()
    for row, text, count in found:
        start = starts[row]
        if start not in days:
            days[start] = day_of(start, "start")
        if (first := days[start]) is not None:
            ends.append((row, text, DATE.show(end_after(first, count)), f"{count} mois à compter du {DATE.show(first)}"))
        elif span.months:
            counts.append((row, text, str(count), "durée sans début : elle est gardée comme durée"))
    texts = _told(span.end, None, ends, texts, headings, findings)
    return _told(span.end, span.months, counts, texts, headings, findings)


def _lasted(span: Span, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Turn the worded durations of a column of months into ends too, where the start is said and the end is not."""
    if span.start not in texts.columns:
        return texts
    said = texts[span.months].is_not_null() & ~texts[span.months].str.contains("^[0-9 ]*$").fill_null(value=True)
    texts = _dated(span, texts, said.arg_true(), headings, findings)
    held = texts[span.end] if span.end in texts.columns else pl.repeat(None, texts.height, eager=True, dtype=pl.String)
    said = said & texts[span.months].is_not_null()
    rows = (said & held.is_null() & texts[span.start].is_not_null()).arg_true()
    found: list[tuple[int, str, str, str]] = []
    for row, text, start in zip(rows, texts[span.months].gather(rows), texts[span.start].gather(rows), strict=True):
        count, first = months_of(text), day_of(start, "start")
        if count and first is not None:
            found.append((row, text, DATE.show(end_after(first, count)), f"fin : {count} mois à compter du {DATE.show(first)}"))
    return _filled(span.end, span.months, found, texts, headings, findings)


def _dated(span: Span, texts: pl.DataFrame, rows: pl.Series, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Put the ends written in a column of durations (« jusqu’au 31/12/2026 ») in that of ends; one that has no end says no duration."""
    if span.end in texts.columns:
        rows = rows.filter(texts[span.end].gather(rows).is_null())
    cells = texts[span.months].gather(rows)
    days = {text: _last_day(text) for text in cells.unique().to_list()}
    endless = rows.filter(pl.Series([_ENDLESS.search(fold_text(text)) is not None for text in cells], dtype=pl.Boolean))
    dated = [(row, text, DATE.show(day)) for row, text in zip(rows, cells, strict=True) if (day := days[text]) is not None]
    if len(endless):
        findings.add(
            "valeur-ecartee",
            endless,
            reject=False,
            column=headings[span.months],
            value=texts[span.months].gather(endless),
            detail=span.months,
        )
        texts = texts.with_columns(_written(texts[span.months], endless, [None] * len(endless)))
    if dated:
        texts = _filled(
            span.end,
            span.months,
            [(row, text, day, "la fin est dite, pas la durée") for row, text, day in dated],
            texts,
            headings,
            findings,
        )
        place = pl.Series([row for row, *_ in dated], dtype=pl.UInt32)
        texts = texts.with_columns(_written(texts[span.months], place, [None] * len(dated)))
    return texts


def _last_day(text: str) -> date | None:
    """Give the day that a duration ends by: « jusqu’au 31/12/2026 », « fin juin 2026 », or the date alone."""
    said = _UNTIL.sub("", text.strip())
    return day_of(said, "end") if months_of(text) is None and not said.isdigit() else None


def _lasting(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Write how long each renewal lasts (« tacite, 1 an ») in the column of its months, where it is empty."""
    if _RENEWAL not in texts.columns or not any(column.field == _RENEWAL_MONTHS for column in source.columns):
        return texts
    rows = texts[_RENEWAL].str.contains(_MAY_LAST).fill_null(value=False).arg_true()
    cells = zip(rows, texts[_RENEWAL].gather(rows), strict=True)
    why = f"pour « {source.column(_RENEWAL_MONTHS).headings[0]} »"
    found = [(row, text, str(months), why) for row, text in cells if (months := renewal_months_of(text))]
    return _filled(_RENEWAL_MONTHS, _RENEWAL, found, texts, headings, findings)


def _renewed(source: Source, field: str, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Write how a duration is renewed (« 1 an renouvelable par tacite reconduction ») in the columns of renewals, where they are empty."""
    rows = (texts[field].str.to_lowercase().str.contains("renouvel|reconduc|tacite|expresse")).fill_null(value=False).arg_true()
    cells = [(row, text, renewal_of(text)) for row, text in zip(rows, texts[field].gather(rows), strict=True) if _may_renew(text)]
    for target, part in (("renewal", "mode"), ("max_renewals", "times")):
        if not any(column.field == target for column in source.columns):
            continue
        shown = source.column(target).type
        said = [
            (row, text, getattr(one, part), f"pour « {source.column(target).headings[0]} »")
            for row, text, one in cells
            if getattr(one, part)
        ]
        told = [(row, text, shown.show(shown.cell(kept)), why) for row, text, kept, why in said]
        texts = _filled(target, field, told, texts, headings, findings)
    return texts


def _may_renew(text: str) -> bool:
    """Tell whether a text says how long something lasts, or until when and then how it is renewed: « 31/08/2026 (tacite) »."""
    return months_of(text) is not None or _THEN.search(text) is not None


def _filled(
    target: str, origin: str, found: list[tuple[int, str, str, str]], texts: pl.DataFrame, headings: dict[str, str], findings: Findings
) -> pl.DataFrame:
    """Write what a cell says of another field in that field, where it is empty, and tell it; the cell itself is left as it is."""
    held = texts[target] if target in texts.columns else pl.repeat(None, texts.height, eager=True, dtype=pl.String)
    found = [one for one in found if (there := held[one[0]]) is None or says_nothing(there)]
    if not found:
        return texts
    place = pl.Series([one[0] for one in found], dtype=pl.UInt32)
    value, kept, why = (pl.Series([str(one[i]) for one in found]) for i in (1, 2, 3))
    findings.add("reparation-duree", place, reject=False, column=headings[origin], value=value, kept=kept, detail=why)
    headings.setdefault(target, headings[origin])
    return texts.with_columns(_written(held.alias(target), place, kept.to_list()))


def _told(
    field: str,
    moved: str | None,
    found: list[tuple[int, str, str, str]],
    texts: pl.DataFrame,
    headings: dict[str, str],
    findings: Findings,
) -> pl.DataFrame:
    """Write what was found in its column, and tell it; what is `moved` leaves its own cell empty, where the other one is."""
    if moved is not None and moved in texts.columns:
        held = texts[moved]
        found = [one for one in found if held[one[0]] is None]
    if not found:
        return texts
    place = pl.Series([one[0] for one in found], dtype=pl.UInt32)
    findings.add(
        "reparation-duree",
        place,
        reject=False,
        column=headings[field],
        value=pl.Series([one[1] for one in found]),
        kept=pl.Series([one[2] for one in found]),
        detail=pl.Series([one[3] for one in found]),
    )
    kept = [one[2] for one in found]
    if moved is None:
        return texts.with_columns(_written(texts[field], place, kept))
    if moved not in texts.columns:
        headings[moved] = headings[field]
        texts = texts.with_columns(pl.lit(None, dtype=pl.String).alias(moved))
    return texts.with_columns(_written(texts[field], place, [None] * len(found)), _written(texts[moved], place, kept))


def _written(texts: pl.Series, rows: pl.Series, values: list[str] | list[None]) -> pl.Series:
    """Give a copy of a column with other texts on some rows."""
    return texts.clone().scatter(rows, pl.Series(values, dtype=pl.String)).alias(texts.name)
