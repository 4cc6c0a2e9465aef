"""Who is the same: `same as` statements of people, and lines that give both an identifier and the name someone else typed.

An organisation known by name and commune alone is followed to the one identified organisation of that very name and commune;
where several would fit and share no SIREN, nobody is chosen.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from netmap.domain import ORGANISATION
from netmap.identity import folded, local_identifiers
from netmap.lot import SAME_AS, Lot, LotState

Frames = Callable[[str], Sequence[tuple[Lot, pl.DataFrame]]]
_END, _UNCUT = 6, 400
_LOCAL = f"{ORGANISATION.name}:~"


@dataclass(frozen=True)
class Aliases:
    """Hold for each id that stands for another the id to use: few among many, so the others are only passed by."""

    used: Mapping[str, str]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Name the kinds that have aliases."""
        return frozenset(alias.partition(":")[0] for alias in self.used)

    def among(self, ids: pl.Series) -> pl.Series:
        """Tell which ids stand for another."""
        return ids.is_in(self._all)

    def followed(self, ids: pl.Series) -> pl.Series:
        """Give the id to use for each id."""
        rows = self.among(ids).arg_true()
        return ids.clone().scatter(rows, ids.gather(rows).replace_strict(self.used)) if len(rows) else ids

    @cached_property
    def _all(self) -> pl.Series:
        return pl.Series(self.used.keys(), dtype=pl.String).implode()


def followed(frames: Frames, numbers: set[int], stated: Mapping[str, pl.DataFrame]) -> dict[str, str]:
    """Give for each id that stands for another the id to use: chains followed, the latest statement first heard."""
    pairs = _implied(stated[ORGANISATION.name])
    for lot, frame in sorted(frames(SAME_AS), key=lambda part: part[0].number):
        if lot.number in numbers:
            pairs.update(frame.select("alias", "id").iter_rows())
    if pairs.keys().isdisjoint(pairs.values()):
        return pairs
    return {alias: target for alias in pairs if (target := _end(alias, pairs)) != alias}


def _end(start: str, pairs: Mapping[str, str]) -> str:
    seen = {start}
    here = start
    while here in pairs and pairs[here] not in seen:
        here = pairs[here]
        seen.add(here)
    return min(seen) if here in pairs else here


def merged(parts: Sequence[tuple[Lot, pl.DataFrame]]) -> dict[str, str]:
    """Give for each id that a person said is another the id kept, of the lots that are not undone."""
    active = [(lot, frame) for lot, frame in parts if lot.state is LotState.ACTIVE]
    return {alias: kept for _lot, frame in active for alias, kept in frame.select("alias", "id").iter_rows()}


def kept(identifier: str, aliases: Mapping[str, str]) -> str:
    """Follow an id to the one that is kept."""
    seen = {identifier}
    while (following := aliases.get(identifier)) is not None and following not in seen:
        identifier = following
        seen.add(following)
    return identifier


def _may_be(known: pl.DataFrame, wanted: pl.Series) -> pl.DataFrame:
    """Keep the names that may give one of the local ids wanted, by their last letters and their commune: folding all would cost much more.

    Letters and digits of ASCII, parted by single spaces, are folded by lowering them; a name that ends otherwise, or that an id cuts,
    may be any.
    """
    pattern = rf"(?<end>.{{{_END}}})@(?<place>[^@]*)$"
    asked = wanted.alias("id").to_frame().select(pl.col("id").str.extract_groups(pattern)).unnest("id")
    name, commune = known["name"], known["commune"]
    end = name.str.slice(-_END).str.to_lowercase()
    met = (end.hash() ^ folded(commune).hash()).is_in((asked["end"].hash() ^ asked["place"].hash()).implode())
    plain = end.str.contains("^[a-z0-9](?: ?[a-z0-9])*$") & (end.str.len_bytes() == _END)
    long = name.str.len_bytes() + commune.str.len_bytes() > _UNCUT
    return known.filter(met | ~plain | long)


def _implied(organisations: pl.DataFrame) -> dict[str, str]:
    if organisations.is_empty() or not {"name", "commune"} <= set(organisations.columns):
        return {}
    local = organisations["id"].str.starts_with(_LOCAL)
    wanted = organisations["id"].filter(local).unique()
    if wanted.is_empty():
        return {}
    told = ~local & organisations["name"].is_not_null() & organisations["commune"].is_not_null()
    known = pl.DataFrame([organisations[name].filter(told) for name in ("id", "name", "commune")])
    siren = organisations["siren"].filter(told) if "siren" in organisations.columns else pl.lit(None, dtype=pl.String)
    known = known.with_columns(siren.alias("siren")).select("id", "siren", "name", "commune")
    if known.is_empty():
        return {}
    known = _may_be(known, wanted).unique(maintain_order=True)
    keys = local_identifiers(ORGANISATION, {"name": known["name"], "commune": known["commune"]})
    meets = known.with_columns(keys.alias("alias")).filter(pl.col("alias").is_in(wanted.implode()))
    unit = pl.concat_str(pl.lit(f"{ORGANISATION.name}:"), pl.col("siren").drop_nulls().first())
    chosen = meets.group_by("alias").agg(
        pl.when(pl.col("id").n_unique() == 1)
        .then(pl.col("id").first())
        .when(pl.col("siren").drop_nulls().n_unique() == 1)
        .then(unit)
        .alias("id")
    )
    return dict(chosen.drop_nulls("id").sort("alias").iter_rows())
