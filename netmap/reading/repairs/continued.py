"""One convention on several lines: where a line gives the number of one above it and leaves out who, it goes on with that one."""

from collections.abc import Sequence

import polars as pl

from netmap.reading.findings import Findings
from netmap.source import Source
from netmap.values.absence import says_nothing

FIELD = "reference"
_CODE = "cellule-repetee"


def continued_lines(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Give each line that leaves out a group of fields that it needs what the first line of the same number says there, and tell it."""
    if FIELD not in texts.columns or not texts[FIELD].is_duplicated().any():
        return texts
    for group in source.any_of:
        fields = [name for name in group if name in texts.columns]
        if fields:
            texts = _continued(fields, texts, headings, findings)
    return texts


def _continued(fields: Sequence[str], texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    number = texts[FIELD]
    left_out = (texts.select(pl.all_horizontal(pl.col(name).is_null() for name in fields)).to_series() & number.is_not_null()).arg_true()
    if left_out.is_empty():
        return texts
    said = texts.select(FIELD, *fields).filter(pl.any_horizontal(pl.col(name).is_not_null() for name in fields))
    first = said.unique(FIELD, keep="first", maintain_order=True)
    found = pl.DataFrame({"row": left_out, FIELD: number.gather(left_out)}).join(first, on=FIELD, how="inner", maintain_order="left")
    found = found.filter([not says_nothing(text) for text in found[FIELD]])
    for name in fields:
        kept = found.select("row", name).drop_nulls()
        if kept.is_empty():
            continue
        findings.add(_CODE, kept["row"], reject=False, column=headings[name], value=pl.Series([""] * kept.height), kept=kept[name])
        texts = texts.with_columns(texts[name].clone().scatter(kept["row"], kept[name]).alias(name))
    return texts
