"""« Durée (ans) »: the heading says the unit that the numbers under it are counted in, which is not the month."""

import re

import polars as pl

from netmap.reading.findings import Findings
from netmap.source import Source
from netmap.values import fold_text

_MONTHS = "_months"
_BARE = re.compile(r"\s*([0-9]{1,4})(?:[.,]0+)?\s*")
_DAYS_A_MONTH = 30
_YEARS, _DAYS, _WEEKS = {"an", "ans", "annee", "annees"}, {"jour", "jours"}, {"semaine", "semaines"}
_SAID_IN_MONTHS = {"mois", "month", "months"}


def counted_in_months(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Turn into months the bare numbers of durations whose heading says years or days; what is no whole month is left aside and told."""
    for column in source.columns:
        if column.field not in texts.columns or not column.field.endswith(_MONTHS):
            continue
        heading = headings.get(column.field, column.headings[0])
        words = set(fold_text(heading).split())
        if words & _SAID_IN_MONTHS or not words & (_YEARS | _DAYS | _WEEKS):
            continue
        cells = texts[column.field]
        bare = ((text, _BARE.fullmatch(text)) for text in cells.drop_nulls().unique().to_list())
        months = {text: _months(int(found[1]), words) for text, found in bare if found}
        for known in (True, False):
            some = [text for text, kept in months.items() if (kept is not None) == known]
            rows = cells.is_in(some).fill_null(value=False).arg_true() if some else pl.Series(dtype=pl.UInt32)
            if rows.is_empty():
                continue
            said = {"column": heading, "value": cells.gather(rows)}
            if known:
                kept = cells.gather(rows).replace_strict(months, return_dtype=pl.String)
                findings.add("reparation-duree", rows, reject=False, kept=kept, detail="le titre de la colonne dit l’unité", **said)
                cells = cells.clone().scatter(rows, kept)
            else:
                findings.add("valeur-ecartee", rows, reject=False, detail=column.field, **said)
                cells = cells.clone().scatter(rows, None)
        texts = texts.with_columns(cells.alias(column.field))
    return texts


def _months(number: int, words: set[str]) -> str | None:
    if words & _YEARS:
        return str(number * 12)
    whole = bool(words & _DAYS) and number % _DAYS_A_MONTH == 0
    return str(number // _DAYS_A_MONTH) if whole else None
