"""« DRAFPIC informée le »: the heading of the days names the delegation that was informed, on the lines that give one."""

import polars as pl

from netmap.domain.vocabulary import DELEGATION_KIND
from netmap.reading.findings import Findings
from netmap.reading.repairs.mending import Mending, place_of
from netmap.source import Source
from netmap.values import YES_NO, Refusal, fold_text

_DAY, _NAME = "informed_on", "delegation"
_ACRONYMS = {fold_text(label): label for code, label in DELEGATION_KIND.choices if code != "autre"}


def informed_delegations(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Name the delegation on each line that says when it was informed and leaves it out; tell the days of nobody."""
    if _DAY not in texts.columns:
        return texts
    days = texts[_DAY]
    named = texts[_NAME] if _NAME in texts.columns else pl.repeat(None, texts.height, eager=True, dtype=pl.String)
    mending = Mending(source.column(_DAY), place_of(source, source.column(_DAY)))
    said = [text for text in days.drop_nulls().unique().to_list() if _is_told(text, mending)]
    rows = (days.is_in(said) & named.is_null()).fill_null(value=False).arg_true() if said else pl.Series(dtype=pl.UInt32)
    if rows.is_empty():
        return texts
    name = next((_ACRONYMS[word] for word in fold_text(headings[_DAY]).split() if word in _ACRONYMS), None)
    told = {"column": headings[_DAY], "value": days.gather(rows)}
    if name is None:
        findings.add("delegation-non-dite", rows, reject=False, **told)
        return texts
    kept = pl.Series([name] * len(rows), dtype=pl.String)
    findings.add("delegation-du-titre", rows, reject=False, kept=kept, **told)
    headings.setdefault(_NAME, headings[_DAY])
    return texts.with_columns(named.clone().scatter(rows, kept).alias(_NAME))


def _is_told(text: str, mending: Mending) -> bool:
    """Tell whether a cell says that the delegation was informed: by a day, or by yes."""
    if not isinstance(mending.column.type.cell(text), Refusal) or YES_NO.cell(text) is True:
        return True
    outcome = mending.outcome(text, apart=False)
    return outcome is not None and outcome.text is not None
