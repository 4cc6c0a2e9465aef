"""Lines of one table that speak of the same subject: their lists add up, and single values that differ are told.

A convention written on several lines, one a partner or one a filière, is one convention: links add up by themselves (each line says
its own), here lists do; of values that can be only one, the last said stands.
"""

from collections.abc import Mapping

import polars as pl

from netmap.reading.findings import Findings
from netmap.source import Node


def added_up(node: Node, frame: pl.DataFrame, again: pl.DataFrame, headings: Mapping[str, str], findings: Findings) -> pl.DataFrame:
    """Give the nodes of a role with the lists of repeated subjects put together; `again` has the rows (id, row) that repeat.

    A value that another line of the same subject replaces is noted, with the one that stands.
    """
    rows = again["row"]
    told = frame[rows].with_columns(again["id"].alias("id"), rows.alias("row"))
    changed: list[pl.Series] = []
    for prop in node.kind.properties:
        if prop.name not in frame.columns:
            continue
        said = told.select("id", "row", pl.col(prop.name).alias("value")).drop_nulls("value")
        if said.is_empty():
            continue
        if prop.many:
            whole = said.explode("value").group_by("id", maintain_order=True).agg(pl.col("value").unique(maintain_order=True))
            merged = told.select("id").join(whole, on="id", how="left", maintain_order="left")["value"]
            lists = frame.select(pl.col(prop.name)).with_row_index("row").with_columns(pl.col("row").cast(pl.UInt32))
            beside = pl.DataFrame({"row": rows.cast(pl.UInt32), "whole": merged})
            joined = lists.join(beside, on="row", how="left", maintain_order="left")
            changed.append(joined.select(pl.coalesce("whole", prop.name).alias(prop.name))[prop.name])
            continue
        last = said.group_by("id", maintain_order=True).agg(pl.col("value").last().alias("last"))
        differing = said.join(last, on="id", how="left", maintain_order="left").filter(pl.col("value") != pl.col("last"))
        if differing.height:
            bound = node.fields.get(prop.name, "")
            heading = headings.get(bound if isinstance(bound, str) else bound[0], prop.label)
            read, kept = ([prop.type.show(value) for value in differing[name]] for name in ("value", "last"))
            subject = differing["id"].str.replace(r"^[A-Za-z]+:~?", "")
            said_of = {"column": heading, "value": pl.Series(read), "kept": pl.Series(kept), "detail": subject}
            findings.add("valeurs-divergentes", differing["row"], reject=False, **said_of)
    return frame.with_columns(changed) if changed else frame
