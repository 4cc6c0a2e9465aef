"""What stands in the margin of a table and says nothing of its lines: the legend of its colours, « vert : signée »."""

import re
from dataclasses import replace

import polars as pl

from netmap.layout.table import SHOWN, Aside, Reason
from netmap.tables.sheet import Sheet

_COLOURED = re.compile(
    r"(?:en |fond |lignes? |cellules? |surlign\w+ |police |texte )*"
    r"(?:vert|rouge|orange|jaune|bleu|violet|gris|rose|mauve|noir|gras|barr|italique)\w*(?: (?:clair|fonc)\w*)?\s*(?:=|:|→|->|–|-)\s*\S.*",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:l[ée]gende|codes? couleurs?|couleurs?)\b.{0,40}", re.IGNORECASE)
_MOST_CELLS, _LOOKED_ROWS = 10, 5_000


def without_margins(sheet: Sheet) -> tuple[Sheet, list[Aside]]:
    """Leave aside the columns that hold the legend of colours and nothing else."""
    if sheet.cells.height > _LOOKED_ROWS:
        return sheet, []
    found = [name for name in sheet.cells.columns if _is_legend(sheet.cells[name])]
    if not found:
        return sheet, []
    told = [
        (line, text)
        for name in found
        for line, text in zip(sheet.lines.to_list(), sheet.cells[name].to_list(), strict=True)
        if text is not None
    ]
    aside = [Aside(sheet.name, Reason.NOTE, (line,), text[:SHOWN]) for line, text in sorted(told)]
    cells = sheet.cells.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in found)
    return replace(sheet, cells=cells), aside


def _is_legend(column: pl.Series) -> bool:
    count = len(column) - column.null_count()
    if not 0 < count <= _MOST_CELLS:
        return False
    texts = [str(text).strip() for text in column.drop_nulls().to_list()]
    coloured = [_COLOURED.fullmatch(text) is not None for text in texts]
    return any(coloured) and all(said or _HEAD.fullmatch(text) for said, text in zip(coloured, texts, strict=True))
