"""What a line leaves out because a line above says it.

One convention on several lines: where a line gives the number of one above it and leaves out who, it goes on with that one. Lycées
written once above the lines of each, in the first cells of a column: the empty cells under a lycée are its own.
"""

from collections.abc import Sequence

import polars as pl

from netmap.reading.findings import Findings
from netmap.source import Source
from netmap.values.absence import says_nothing

FIELD = "reference"
_CODE, _ABOVE = "cellule-repetee", "lycee-au-dessus"
_LYCEE, _FEWEST = "establishment", 2


def continued_lines(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Give each line that leaves out a group of fields that it needs what the first line of the same number says there, and tell it."""
    if FIELD not in texts.columns or not texts[FIELD].is_duplicated().any():
        return texts
    for group in source.any_of:
        fields = [name for name in group if name in texts.columns]
        if fields:
            texts = _continued(fields, texts, headings, findings)
    return texts


def grouped_lines(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Give each line under a lycée that is written once, on the first of its lines, that lycée, and tell it.

    Where each line says its own, an empty cell says none: a lycée that comes twice tells it, or as many lycées as empty cells.
    """
    group = next((one for one in source.any_of if _LYCEE in one), ())
    fields = [name for name in group if name in texts.columns]
    if not fields or min(texts[name].null_count() for name in fields) < _FEWEST:
        return texts
    empty = texts.select(pl.all_horizontal(pl.col(name).is_null() for name in fields)).to_series()
    rows = empty.arg_true()
    if len(rows) < max(_FEWEST, texts.height - len(rows)) or empty[0] or texts.select(fields).filter(~empty).is_duplicated().any():
        return texts
    for name in fields:
        above = texts[name].fill_null(strategy="forward").gather(rows)
        said = {"column": headings[name], "value": pl.Series([""] * len(rows)), "kept": above}
        findings.add(_ABOVE, rows, reject=False, detail="écrit une fois, plus haut", **said)
        texts = texts.with_columns(texts[name].clone().scatter(rows, above).alias(name))
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
