"""A place on the map written in one cell, « 48.95, 2.36 »: its latitude and its longitude, each where it belongs."""

import polars as pl

from netmap.mapping.taking import POSITION
from netmap.reading.findings import Findings
from netmap.source import Source

_LATITUDE, _LONGITUDE = "latitude", "longitude"


def parted_positions(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Part the cells of latitudes that say both, where no column gives longitudes."""
    known = {column.field for column in source.columns} >= {_LATITUDE, _LONGITUDE}
    if not known or _LATITUDE not in texts.columns or _LONGITUDE in texts.columns:
        return texts
    read = texts[_LATITUDE]
    rows = read.str.contains(rf"^(?:{POSITION})$").fill_null(value=False).arg_true()
    if rows.is_empty():
        return texts
    told = read.gather(rows)
    parts = told.str.extract_groups(POSITION).struct.unnest()
    latitudes, longitudes = parts["1"], parts["2"]
    headings[_LONGITUDE] = headings[_LATITUDE]
    why = "la latitude et la longitude sont lues"
    kept = latitudes + " et " + longitudes
    findings.add("reparation-montant", rows, reject=False, column=headings[_LATITUDE], value=told, kept=kept, detail=why)
    none = pl.repeat(None, texts.height, eager=True, dtype=pl.String)
    return texts.with_columns(
        read.clone().scatter(rows, latitudes).alias(_LATITUDE),
        none.scatter(rows, longitudes).alias(_LONGITUDE),
    )
