"""« Tacite reconduction : oui »: the heading says how a convention is renewed, the cell whether it is."""

import polars as pl

from netmap.reading.findings import Findings
from netmap.source import Source
from netmap.values import YES_NO, Refusal, fold_text

FIELD, _NONE = "renewal", "aucune"
_MODES = (("tac", "tacite"), ("expr", "expresse"), ("avenant", "expresse"))


def answered_renewals(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Read the yes of a column of renewals as its heading says, its no as none; a yes is left aside and told where it does not say how."""
    if FIELD not in texts.columns:
        return texts
    kind = source.column(FIELD).type
    cells = texts[FIELD]
    no = [t for t in cells.drop_nulls().unique().to_list() if YES_NO.cell(t) is False and isinstance(kind.cell(t), Refusal)]
    if no:
        rows = cells.is_in(no).fill_null(value=False).arg_true()
        said = {"column": headings[FIELD], "value": cells.gather(rows), "kept": kind.show(_NONE), "detail": "le titre de la colonne le dit"}
        findings.add("reparation-choix", rows, reject=False, **said)
        cells = cells.clone().scatter(rows, _NONE)
        texts = texts.with_columns(cells.alias(FIELD))
    yes = [text for text in cells.drop_nulls().unique().to_list() if YES_NO.cell(text) is True]
    rows = cells.is_in(yes).fill_null(value=False).arg_true() if yes else pl.Series(dtype=pl.UInt32)
    if rows.is_empty():
        return texts
    heading = headings[FIELD]
    mode = next((mode for sign, mode in _MODES for word in fold_text(heading).split() if word.startswith(sign)), None)
    said = {"column": heading, "value": cells.gather(rows)}
    if mode is None:
        findings.add("valeur-ecartee", rows, reject=False, detail=FIELD, **said)
    else:
        findings.add("reparation-choix", rows, reject=False, kept=kind.show(mode), detail="le titre de la colonne le dit", **said)
    return texts.with_columns(cells.clone().scatter(rows, mode).alias(FIELD))
