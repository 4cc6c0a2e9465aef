"""Cells of closed choices that a legend of the workbook explains: « T » is « tacite »."""

from collections.abc import Mapping

import polars as pl

from netmap.layout.legends import legend_said
from netmap.reading.findings import Findings
from netmap.reading.repairs.mending import Mending, place_of
from netmap.source import Column, Source
from netmap.values import Refusal


def decoded(
    source: Source, legend: Mapping[str, str], texts: pl.DataFrame, headings: Mapping[str, str], findings: Findings
) -> pl.DataFrame:
    """Read the codes of closed choices as their legend says; each is told."""
    if not legend:
        return texts
    for column in source.columns:
        if not column.type.choices or column.field not in texts.columns:
            continue
        cells = texts[column.field]
        meant = {text: kept for text in cells.drop_nulls().unique().to_list() if (kept := _meant(source, column, legend, text)) is not None}
        rows = cells.is_in(list(meant)).fill_null(value=False).arg_true() if meant else pl.Series(dtype=pl.UInt32)
        if rows.is_empty():
            continue
        read = cells.gather(rows)
        kept = read.replace(meant)
        said = {"column": headings.get(column.field, column.field), "value": read, "kept": kept, "detail": "une légende du fichier le dit"}
        findings.add("valeur-en-code", rows, reject=False, **said)
        texts = texts.with_columns(cells.clone().scatter(rows, kept).alias(column.field))
    return texts


def _meant(source: Source, column: Column, legend: Mapping[str, str], text: str) -> str | None:
    """Give what a code stands for, None where it is none: the workbook's own word for it comes before ours, « PR » as it says."""
    meaning = legend_said(legend, text)
    if meaning == text or text in dict(column.type.choices).values():
        return None
    value = column.type.cell(meaning)
    if not isinstance(value, Refusal):
        return column.type.show(value)
    mended = Mending(column, place_of(source, column)).outcome(meaning, apart=column.many)
    return None if mended is None else mended.text
