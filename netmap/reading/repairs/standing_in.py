"""What a line leaves out and another of its cells may stand for: an action without a title is called by its theme, « Visite »."""

import polars as pl

from netmap.reading.findings import Findings
from netmap.source import Source
from netmap.values.absence import says_nothing


def stood_in(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Write the text of the field that stands in for another where this one is empty, and tell it."""
    for name, other in source.stand_in.items():
        if other not in texts.columns:
            continue
        spoken = texts[other]
        own = texts[name] if name in texts.columns else pl.repeat(None, texts.height, eager=True, dtype=pl.String)
        said = [text for text in spoken.drop_nulls().unique().to_list() if not says_nothing(text)]
        rows = (own.is_null() & spoken.is_in(said)).fill_null(value=False).arg_true() if said else pl.Series(dtype=pl.UInt32)
        if rows.is_empty():
            continue
        kept = spoken.gather(rows)
        called = source.column(name).headings[0]
        findings.add("valeur-reprise", rows, reject=False, column=headings[other], value=kept, kept=kept, detail=called)
        headings.setdefault(name, headings[other])
        texts = texts.with_columns(own.clone().scatter(rows, kept).alias(name))
    return texts
