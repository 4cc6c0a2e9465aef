"""« Tacite reconduction : oui »: the heading says how a convention is renewed, the cell whether it is."""

import polars as pl

from netmap.reading.findings import Findings
from netmap.source import Source
from netmap.values import YES_NO, fold_text

FIELD = "renewal"
_MODES = (("tacit", "tacite"), ("expres", "expresse"), ("avenant", "expresse"))


def answered_renewals(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Read the yes of a column of renewals as its heading says; where it does not say how, the cell is left aside and told."""
    if FIELD not in texts.columns:
        return texts
    cells = texts[FIELD]
    yes = [text for text in cells.drop_nulls().unique().to_list() if YES_NO.cell(text) is True]
    rows = cells.is_in(yes).fill_null(value=False).arg_true() if yes else pl.Series(dtype=pl.UInt32)
    if rows.is_empty():
        return texts
    heading = headings[FIELD]
    mode = next((mode for sign, mode in _MODES if sign in fold_text(heading)), None)
    said = {"column": heading, "value": cells.gather(rows)}
    if mode is None:
        findings.add("valeur-ecartee", rows, reject=False, detail=FIELD, **said)
    else:
        kind = source.column(FIELD).type
        findings.add("reparation-choix", rows, reject=False, kept=kind.show(mode), detail="le titre de la colonne le dit", **said)
    return texts.with_columns(cells.clone().scatter(rows, mode).alias(FIELD))
