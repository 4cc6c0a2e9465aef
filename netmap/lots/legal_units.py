"""The legal unit (SIREN) of each site (SIRET): implied by the site's number, so that no lot has to state it.

A unit that nobody mentions is known by its sites; one that is mentioned takes from them what it lacks, and what it was said to be
by a source of lower rank. It goes with its last site.
"""

import polars as pl

from netmap.domain import ORGANISATION, PART_OF
from netmap.identity import SIREN_LENGTH
from netmap.lot import PERSON_RANK
from netmap.lots.same_as import Aliases
from netmap.network import PLACE

WEIGHT = "_weight"
_HEAD = f"{ORGANISATION.name}:"
_SITE_LENGTH, _UNIT_LENGTH = len(_HEAD) + 14, len(_HEAD) + SIREN_LENGTH
_KNOWN_BY_SITE = ("name", "category", "foreign")
_PLACE = list(PLACE)
KNOWN_BY_UNIT = ("siren", "siret", *_KNOWN_BY_SITE)


def is_legal_unit(identifier: str) -> bool:
    """Tell whether an id is that of a legal unit: an organisation known by its SIREN."""
    key = identifier.removeprefix(_HEAD)
    return identifier.startswith(_HEAD) and len(key) == SIREN_LENGTH and key.isdigit()


def units_cited(said: pl.DataFrame) -> pl.DataFrame:
    """Give id and line of each legal unit whose sites the statements speak of: the first line, once."""
    if "siret" not in said.columns:
        return said.select("id", "line").clear()
    sites = said.filter(pl.col("siret").is_not_null())
    return sites.select(_unit_of(pl.col("siret").str.slice(0, SIREN_LENGTH)).alias("id"), "line").unique(
        "id", keep="first", maintain_order=True
    )


def _unit_of(siren: pl.Expr) -> pl.Expr:
    return pl.concat_str(pl.lit(_HEAD), siren)


def with_legal_units(organisations: pl.DataFrame, part_of: pl.DataFrame, aliases: Aliases) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Add to organisations (with the weight of what was said last) and to PART_OF links what SIRET numbers imply."""
    sites = _sites(organisations, aliases) if organisations.height else organisations
    if sites.is_empty():
        return organisations, part_of
    units = sites.filter(pl.col("unit").is_first_distinct())
    return _with_units(organisations, units), _with_ties(part_of, sites)


def _sites(organisations: pl.DataFrame, aliases: Aliases) -> pl.DataFrame:
    """Give the organisations that are sites, each with the id of its `unit`."""
    ids, sirets = organisations["id"], organisations["siret"]
    by_siret = (ids.str.len_bytes() == _SITE_LENGTH) & ~ids.str.starts_with(f"{_HEAD}~")
    wanted = by_siret | sirets.is_not_null()
    # most ids say the SIRET, and begin as that of the unit
    named = ids.filter(wanted)
    units, sirens = named.str.slice(0, _UNIT_LENGTH), named.str.slice(len(_HEAD), SIREN_LENGTH)
    others = (~by_siret.filter(wanted)).arg_true()
    if len(others):
        numbers = sirets.filter(wanted).gather(others).str.slice(0, SIREN_LENGTH)
        units, sirens = units.scatter(others, _HEAD + numbers), sirens.scatter(others, numbers)
    kept = [organisations[name].filter(wanted) for name in (*_KNOWN_BY_SITE, *_PLACE, WEIGHT)]
    sites = pl.DataFrame([named, *kept, sirens.alias("siren"), units.alias("unit")])
    if ORGANISATION.name in aliases.kinds:
        sites = sites.with_columns_seq(aliases.followed(sites["unit"]))
    return sites.filter(pl.col("unit") != pl.col("id"))


def _with_units(organisations: pl.DataFrame, units: pl.DataFrame) -> pl.DataFrame:
    # a site that a person corrected says no more of its unit than another
    weight = pl.when(pl.col(WEIGHT) < PERSON_RANK * 2).then(pl.col(WEIGHT) // 2 * 2).otherwise(-1).alias(WEIGHT)
    said = units.select_seq(pl.col("unit").alias("id"), "siren", *_KNOWN_BY_SITE, pl.lit(value=False).alias("declared"), *_PLACE, weight)
    rows, theirs = _may_be_units(organisations["id"], said["id"]), said.select_seq("id").with_row_index("unit")
    pairs = rows.join(theirs, on="id", maintain_order="left")
    sites = said[pairs["unit"]].select_seq(pl.all().name.suffix("@site"))
    met = pl.concat([organisations[pairs["row"]], sites], how="horizontal")
    others = organisations.filter(~_marked(pairs["row"], organisations.height))
    absent = said.filter(~_marked(pairs["unit"], said.height))
    heavier = pl.col(f"{WEIGHT}@site") > pl.col(WEIGHT)
    taken = [_either(name, heavier) for name in ("siren", *_KNOWN_BY_SITE)]
    placed = [pl.when(heavier).then(f"{name}@site").otherwise(name).alias(name) for name in _PLACE]
    settled = met.with_columns(*taken, *placed).select(organisations.columns)
    return pl.concat([others, settled, absent], how="diagonal")


def _may_be_units(ids: pl.Series, units: pl.Series) -> pl.DataFrame:
    """Give the organisations (row, id) that may be units: those known by a SIREN, few among many, and those a unit was said to be."""
    rows = ids.str.len_bytes() == _UNIT_LENGTH
    renamed = units.filter(units.str.len_bytes() != _UNIT_LENGTH)
    rows = (rows | ids.is_in(renamed.implode()) if len(renamed) else rows).arg_true()
    return pl.DataFrame({"row": rows, "id": ids.gather(rows)})


def _marked(rows: pl.Series, height: int) -> pl.Series:
    return pl.repeat(value=False, n=height, eager=True, dtype=pl.Boolean).scatter(rows, values=True)


def _either(name: str, heavier: pl.Expr) -> pl.Expr:
    theirs, ours = pl.col(f"{name}@site"), pl.col(name)
    return pl.when(heavier).then(pl.coalesce(theirs, ours)).otherwise(pl.coalesce(ours, theirs)).alias(name)


def _with_ties(part_of: pl.DataFrame, sites: pl.DataFrame) -> pl.DataFrame:
    implied = sites.select_seq(pl.col("id").alias("source"), pl.col("unit").alias("target"), pl.lit("site").alias("nature"), *_PLACE)
    absent = implied.join(part_of, on=PART_OF.identity, how="anti", maintain_order="left")
    return pl.concat([part_of, absent], how="diagonal")
