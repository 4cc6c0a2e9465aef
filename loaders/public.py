"""What the columns of several public files need before they are typed: positions, compact dates, addresses on one line."""

import polars as pl

ADDRESS_LINE = r"^(.*?)[ ,]*\b([0-9]{5}) +(.*)$"


def optional(texts: pl.DataFrame, name: str) -> pl.Expr:
    """Give a column of text, or nulls where the table has no such column."""
    return pl.col(name) if name in texts.columns else pl.lit(None, dtype=pl.String)


def coordinates(texts: pl.DataFrame, position: str) -> pl.DataFrame:
    """Fill `latitude` and `longitude` from a column that joins them (« 48.95, 2.36 ») where they are not given apart."""
    if position not in texts.columns:
        return texts
    parts = pl.col(position).str.split_exact(",", 1).struct
    return texts.with_columns(
        pl.coalesce(optional(texts, "latitude"), parts.field("field_0").str.strip_chars()).alias("latitude"),
        pl.coalesce(optional(texts, "longitude"), parts.field("field_1").str.strip_chars()).alias("longitude"),
    )


def compact_date(name: str) -> pl.Expr:
    """Write « 20170407 » as « 2017-04-07 »; other writings are left as they are."""
    return pl.col(name).str.replace(r"^([0-9]{4})([0-9]{2})([0-9]{2})$", "$1-$2-$3")


def address_parts(texts: pl.DataFrame, line: str) -> pl.DataFrame:
    """Split « 7 rue X 84100 Orange » into `address`, `postcode` and `commune`; a line without postcode is a commune."""
    said = pl.col(line)
    whole = said.str.contains(ADDRESS_LINE)
    return texts.with_columns(
        pl.when(whole).then(said.str.extract(ADDRESS_LINE, 1)).replace("", None).alias("address"),
        pl.when(whole).then(said.str.extract(ADDRESS_LINE, 2)).alias("postcode"),
        pl.when(whole).then(said.str.extract(ADDRESS_LINE, 3)).otherwise(said).alias("commune"),
    )
