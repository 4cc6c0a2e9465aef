"""Local doubles: conventions of one establishment with one tree of partners, and of several establishments with one partner.

Both ask for a common theme and for periods that meet, known on both sides. Two subsidiaries of one parent are no double, nor is a text
and the one that takes its place. A partner known by its name alone, without even a town, is nobody in particular.
"""

from collections.abc import Collection

import polars as pl

from netmap.coherence.ground import Dated, Ground, reachable

# Above so many conventions with one partner, each is compared with its neighbours in time only: a list of doubles is not read further.
_WHOLE_GROUP = 300
_NEIGHBOURS = 24
_ROWS = {"convention": pl.String(), "other": pl.String(), "partner": pl.String(), "certainty": pl.String()}


def doubles(dated: Dated, only: Collection[str] | None = None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give the doubles within an establishment and those across establishments: convention, other, partner, certainty.

    With `only`, what is given is whole for these conventions alone.
    """
    sides = _sides(dated)
    near = far = sides
    if only is not None:
        ours = sides.filter(pl.col("convention").is_in(list(only)))
        near = sides.filter(pl.col("establishment").is_in(ours["establishment"].implode()))
        far = sides.filter(pl.col("unit").is_in(ours["unit"].implode()))
    if sides.is_empty():
        nothing = pl.DataFrame(schema=_ROWS)
        return nothing, nothing
    followed = _successions(dated.ground)
    return _apart(_within(dated, near), followed), _apart(_across(far), followed)


def _successions(ground: Ground) -> pl.DataFrame:
    """Give each convention and those that take its place, chain by chain, both ways."""
    direct = ground.convention_successions
    chains = reachable((old, new) for old, news in direct.items() for new in news)
    ways = [pair for old, news in chains.items() for new in news for pair in ((old, new), (new, old))]
    return pl.DataFrame(ways, schema={"convention": pl.String, "other": pl.String}, orient="row")


def _apart(pairs: pl.DataFrame, followed: pl.DataFrame) -> pl.DataFrame:
    return pairs.join(followed, on=["convention", "other"], how="anti", maintain_order="left") if followed.height else pairs


def _sides(dated: Dated) -> pl.DataFrame:
    """Give one row a convention, establishment and unit of partner, with period and themes; what is unknown is left out."""
    ground = dated.ground
    known = dated.conventions.filter(pl.col("c_from").is_not_null() & pl.col("bits").is_not_null())
    known = known.select(pl.col("id").alias("convention"), "c_from", "c_to", "bits")
    shared = list(ground.shared_state_sirens)
    units = ground.units.frame.select(
        pl.col("id").alias("partner"),
        # the SIREN of a whole ministry is no partner: its services are told apart
        pl.when(pl.col("siren").is_in(shared)).then("id").otherwise("unit").alias("unit"),
        (pl.col("siren").is_not_null() | (pl.col("commune").is_not_null()) | pl.col("country").is_not_null()).alias("_known"),
        pl.when(pl.col("siren").is_not_null() & ~pl.col("state_unit")).then(pl.lit("sure")).otherwise(pl.lit("medium")).alias("certainty"),
    ).filter("_known")
    return (
        known.join(ground.partners, on="convention")
        .join(units.drop("_known"), on="partner")
        .join(ground.schools, on="convention")
        .unique(["convention", "establishment", "unit"], keep="first", maintain_order=True)
        .sort("c_from", "convention", "establishment", "unit")
    )


def _agree() -> pl.Expr:
    return (
        (pl.col("convention") != pl.col("other"))
        & ((pl.col("bits") & pl.col("bits_other")) != 0)
        & (pl.col("c_from") <= pl.col("c_to_other"))
        & (pl.col("c_from_other") <= pl.col("c_to"))
    )


def _within(dated: Dated, sides: pl.DataFrame) -> pl.DataFrame:
    same = _paired(sides, ["establishment", "unit"])
    found = [same.select(list(_ROWS))]
    lines = dated.ground.trees.lines()
    if lines.height:
        low = sides.join(lines, on="unit").filter(pl.col("unit") != pl.col("above"))
        high = sides.select(
            "establishment",
            pl.col("unit").alias("above"),
            *(pl.col(n).alias(f"{n}_other") for n in ("c_from", "c_to", "bits")),
            pl.col("convention").alias("other"),
            pl.col("partner").alias("_their"),
        )
        met = low.join(high, on=["establishment", "above"]).filter(_agree())
        found.append(met.select("convention", "other", "partner", pl.lit("strong").alias("certainty")))
        found.append(
            met.select(
                pl.col("other").alias("convention"),
                pl.col("convention").alias("other"),
                pl.col("_their").alias("partner"),
                pl.lit("strong").alias("certainty"),
            )
        )
    return pl.concat(found).unique(["convention", "other"], keep="first", maintain_order=True)


def _across(sides: pl.DataFrame) -> pl.DataFrame:
    of = sides.group_by("convention").agg(pl.col("establishment").unique().sort().alias("_schools"))
    one = sides.join(of, on="convention").unique(["convention", "unit"], keep="first", maintain_order=True)
    several = one.filter((pl.col("establishment").n_unique().over("unit") > 1) & (pl.len().over("unit") > 1))
    met = _paired(several, ["unit"])
    apart = met.filter(pl.col("_schools").list.set_intersection("_schools_other").list.len() == 0)
    return apart.select(list(_ROWS)).unique(["convention", "other"], keep="first", maintain_order=True)


def _paired(rows: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """Pair the rows of one key that agree; in a great group, each with its neighbours in time."""
    sized = rows.with_columns(pl.len().over(key).alias("_size")).filter(pl.col("_size") > 1)
    small, great = sized.filter(pl.col("_size") <= _WHOLE_GROUP), sized.filter(pl.col("_size") > _WHOLE_GROUP)
    carried = [c for c in rows.columns if c not in (*key, "convention")]
    found = [_met(small, small, key, carried)]
    if great.height:
        placed = great.sort(*key, "c_from", "convention").with_columns(pl.int_range(pl.len()).over(key).alias("_place"))
        for step in range(1, _NEIGHBOURS + 1):
            moved = placed.with_columns(pl.col("_place") + step)
            found += [_met(placed, moved, [*key, "_place"], carried), _met(moved, placed, [*key, "_place"], carried)]
    return pl.concat([frame.select(found[0].columns) for frame in found])


def _met(left: pl.DataFrame, right: pl.DataFrame, key: list[str], carried: list[str]) -> pl.DataFrame:
    other = right.select(*key, pl.col("convention").alias("other"), *(pl.col(c).alias(f"{c}_other") for c in carried))
    joined = left.drop("_size").join(other, on=key, maintain_order="left").filter(_agree())
    return joined.drop("_place", strict=False)
