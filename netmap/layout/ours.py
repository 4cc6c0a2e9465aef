"""What netmap wrote in someone's workbook (`netmap.intake.annotated`) is read by nobody: sheets are looked at without it."""

from dataclasses import replace

import polars as pl

from netmap.tables import Sheet

COLUMN = "netmap"
ACCEPTED, REJECTED = "Acceptée", "Rejetée"
# The verdicts of two tables side by side stand in one cell, each under its title.
_VERDICT = rf"^(?:[^\n:]{{1,80}} : )?(?:{ACCEPTED}|{REJECTED})\b"


def without_ours(sheet: Sheet) -> Sheet:
    """Give the sheet without the « netmap » columns and their verdicts; a text with separators is never one of ours."""
    if not sheet.name:
        return sheet
    heads = sheet.cells.select((pl.all() == COLUMN).any())
    named = [name for name in sheet.cells.columns if heads[name].item()] if sheet.cells.height else []
    if not named:
        return sheet
    kept = sheet.cells.with_columns(_theirs(name) for name in named)
    while kept.width > 1 and kept.to_series(kept.width - 1).null_count() == kept.height:
        kept = kept.drop(kept.columns[-1])
    return replace(sheet, cells=kept)


def _theirs(name: str) -> pl.Expr:
    cell, heading = pl.col(name), pl.col(name) == COLUMN
    verdict = cell.str.contains(_VERDICT) & heading.cum_max().fill_null(value=False)
    return pl.when(~(heading | verdict)).then(cell).alias(name)
