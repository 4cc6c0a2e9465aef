"""What the check reads of a network, prepared once a version: sides, themes, periods, territories, citations, successions.

Nothing here depends on a verdict; what depends on the date asked is in `Dated`. Themes are bits of one number, so that a common theme
is one operation on millions of pairs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from netmap.coherence.places import convention_places, framework_places
from netmap.domain import CONVENTION, DECLINES, ESTABLISHMENT, FRAMEWORK, ORGANISATION, RELIES_ON, REPLACES, SIGNS
from netmap.domain.vocabulary import THEME
from netmap.lifecycle import State, latest_end, with_state, with_written_end
from netmap.matching import Keys, Trees, Units, identities, keys_of, trees_of, units_of
from netmap.matching.identity import HOWS, NOBODY
from netmap.matching.trees import circles
from netmap.network import Network
from netmap.values import fold_column
from netmap.values.kind import by_distinct_lists

_BITS = {code: 1 << rank for rank, (code, _label) in enumerate(THEME.choices)}
_EVERY = (1 << len(_BITS)) - 1
_GLOBAL = "global"
_OVER = (str(State.ENDED), str(State.DENOUNCED))


@dataclass(frozen=True)
class Ground:
    """Hold what is read of a network, made when it is first asked for."""

    network: Network

    @cached_property
    def units(self) -> Units:
        """Give organisations and their legal units."""
        return units_of(self.network)

    @cached_property
    def trees(self) -> Trees:
        """Give groups and federations."""
        return trees_of(self.network, self.units)

    @cached_property
    def partners(self) -> pl.DataFrame:
        """Give convention and partner: the organisations that sign conventions."""
        signs = self.network.link(SIGNS.name)
        return signs.filter(
            pl.col("target").str.starts_with(f"{CONVENTION.name}:") & pl.col("source").str.starts_with(f"{ORGANISATION.name}:")
        ).select(pl.col("target").alias("convention"), pl.col("source").alias("partner"))

    @cached_property
    def schools(self) -> pl.DataFrame:
        """Give convention and establishment."""
        signs = self.network.link(SIGNS.name)
        return signs.filter(
            pl.col("target").str.starts_with(f"{CONVENTION.name}:") & pl.col("source").str.starts_with(f"{ESTABLISHMENT.name}:")
        ).select(pl.col("target").alias("convention"), pl.col("source").alias("establishment"))

    @cached_property
    def keys(self) -> Keys:
        """Give the keys that partners and frameworks share."""
        return keys_of(self.network, self.units, self.trees, self.sides["partner"].unique())

    @cached_property
    def ties(self) -> pl.DataFrame:
        """Give which frameworks concern which partners: their rows, the rank of the surest way, the row of the signatory."""
        return identities(self.keys)

    @cached_property
    def identities(self) -> pl.DataFrame:
        """Give the same by their ids: partner, framework, signatory, how."""
        return self.named(self.ties, "partner")

    def named(self, ties: pl.DataFrame, *organisations: str) -> pl.DataFrame:
        """Write ids for the rows of `framework`, `signatory` and `organisations`, and how for `rank`."""
        ids = self.units.frame["id"]
        nobody = ties["signatory"] == NOBODY
        signatory = ids.gather(ties["signatory"].set(nobody, None) if nobody.any() else ties["signatory"])
        return ties.with_columns(
            self.frameworks["id"].gather(ties["framework"]).alias("framework"),
            signatory.alias("signatory"),
            HOWS.gather(ties["rank"].cast(pl.UInt32)).alias("how"),
            *(ids.gather(ties[name]).alias(name) for name in organisations),
        ).drop("rank")

    @cached_property
    def sides(self) -> pl.DataFrame:
        """Give the rows of convention and partner: among the conventions, among the organisations."""
        places = self.units.frame.select("id").with_row_index("p")
        numbers = self.conventions.select("id", "row")
        found = self.partners.join(numbers, left_on="convention", right_on="id").join(places, left_on="partner", right_on="id")
        return found.select(pl.col("row").alias("convention"), pl.col("p").alias("partner")).unique()

    @cached_property
    def themed_keys(self) -> pl.DataFrame:
        """Give for each convention with a period its keys by theme: convention, partner, key (theme included), c_from, c_to."""
        return _with_themes(self.sides.join(self.keys.held, on="partner"), "convention", self.conventions, ("c_from", "c_to"))

    @cached_property
    def themed_signed(self) -> pl.DataFrame:
        """Give for each framework with a period its keys by theme: framework, rank, signatory, key (theme included), f_from, f_to."""
        return _with_themes(self.keys.signed, "framework", self.frameworks, ("f_from", "f_to"))

    @cached_property
    def conventions(self) -> pl.DataFrame:
        """Give the conventions with their row, the bits of their themes and their whole period."""
        return _with_period(_with_bits(self.network.node(CONVENTION.name)), "c")

    @cached_property
    def frameworks(self) -> pl.DataFrame:
        """Give the framework agreements with their row, the bits of their themes and their whole period."""
        return _with_period(_with_bits(self.network.node(FRAMEWORK.name)), "f")

    @cached_property
    def cited(self) -> pl.DataFrame:
        """Give convention and framework of each citation."""
        links = self._settled(self.network.link(RELIES_ON.name))
        return links.select(pl.col("source").alias("convention"), pl.col("target").alias("framework")).unique(maintain_order=True)

    @cached_property
    def called(self) -> Mapping[str, str]:
        """Give for each framework cited by its title the one that has this title, when it is alone to have it."""
        frame = self.network.node(FRAMEWORK.name)
        unknown = frame.filter(~pl.col("declared") & pl.col("title").is_null())["id"]
        if unknown.is_empty():
            return {}
        known = frame.filter(pl.col("title").is_not_null())
        titles = known.select("id", fold_column(known["title"]).alias("title")).filter(~pl.col("title").is_duplicated())
        cited = pl.DataFrame({"cited": unknown, "title": fold_column(unknown.str.strip_prefix(f"{FRAMEWORK.name}:"))})
        return dict(cited.join(titles, on="title").select("cited", "id").iter_rows())

    def _settled(self, links: pl.DataFrame) -> pl.DataFrame:
        return links.with_columns(pl.col("source", "target").replace(self.called)) if self.called else links

    @cached_property
    def by_declension(self) -> pl.DataFrame:
        """Give convention, framework and each declension by which a convention is tied to a framework it does not cite."""
        links = self._settled(self.network.link(DECLINES.name))
        if links.is_empty() or self.cited.is_empty():
            return pl.DataFrame(schema={"convention": pl.String, "framework": pl.String, "declension": pl.String})
        above = reachable(links.select("source", "target").iter_rows())
        rows = [(low, high) for low, highs in above.items() for high in highs]
        pairs = pl.DataFrame(rows, schema={"declension": pl.String, "framework": pl.String}, orient="row")
        found = self.cited.rename({"framework": "declension"}).join(pairs, on="declension")
        found = found.join(self.cited, on=["convention", "framework"], how="anti")
        return found.sort("convention", "framework", "declension")

    @cached_property
    def successions(self) -> Mapping[str, tuple[str, ...]]:
        """Give for each text those that replace it; texts that replace themselves in a circle are left to the report."""
        return {old: tuple(sorted(new)) for old, new in _by_target(self._replacing(FRAMEWORK.name)).items()}

    @cached_property
    def convention_successions(self) -> Mapping[str, tuple[str, ...]]:
        """Give for each convention those that replace it."""
        return {old: tuple(sorted(new)) for old, new in _by_target(self._replacing(CONVENTION.name)).items()}

    def _replacing(self, kind: str) -> list[tuple[str, str]]:
        links = self._settled(self.network.link(REPLACES.name)).filter(pl.col("source").str.starts_with(f"{kind}:"))
        edges = list(links.select("source", "target").iter_rows())
        bad = {one: part for part in circles(edges) for one in part}
        return [(new, old) for new, old in edges if bad.get(new) is None or bad.get(new) != bad.get(old)]

    @cached_property
    def framework_places(self) -> pl.DataFrame:
        """Give framework, level and name of the territories that frameworks are limited to."""
        return framework_places(self.network)

    def convention_places(self, conventions: pl.Series) -> pl.DataFrame:
        """Give convention, level and name of the territories where conventions are."""
        return convention_places(self.network, self.schools, conventions)

    @cached_property
    def shared_state_sirens(self) -> frozenset[str]:
        """Give the SIREN of the State that several organisations of the network share: they tell a ministry, not a partner."""
        return frozenset(self.units.frame.filter("state_unit")["siren"].to_list())


@dataclass(frozen=True)
class Dated:
    """Hold the ground on a date: which conventions are examined, which frameworks are in force, their periods."""

    ground: Ground
    on: date
    only: frozenset[str] | None = field(default=None)

    @cached_property
    def conventions(self) -> pl.DataFrame:
        """Give the conventions that are not over on the date, with their state and their period."""
        frame = self.ground.conventions
        if self.only is not None:
            frame = frame.filter(pl.col("id").is_in(list(self.only)))
        dated = with_state(frame, self.on)
        # a draft whose end has come without a signature is an archive too
        past = (pl.col("effective_end") < self.on).fill_null(value=False)
        examined = dated.filter(~pl.col("state").is_in(_OVER) & ~past)
        gone = self._replaced(self.ground.convention_successions, self._convention_starts)
        return examined.filter(~pl.col("id").is_in(list(gone))) if gone else examined

    @cached_property
    def frameworks(self) -> pl.DataFrame:
        """Give the frameworks with their state, their period, whether they are over, and what replaces them on the date."""
        dated = with_state(self.ground.frameworks, self.on)
        successors = self._replaced(self.ground.successions, self._framework_starts)
        replaced = pl.col("id").replace_strict(successors, default=None, return_dtype=pl.String).alias("successor")
        return dated.with_columns(replaced).with_columns((pl.col("state").is_in(_OVER) | pl.col("successor").is_not_null()).alias("over"))

    def _replaced(self, successions: Mapping[str, tuple[str, ...]], starts: Mapping[str, bool]) -> dict[str, str]:
        """Give for each text that another has replaced by the date the last of its chain."""
        if not successions:
            return {}
        effective = {old: [new for new in news if starts.get(new)] for old, news in successions.items()}
        found: dict[str, str] = {}
        for old, news in effective.items():
            here, seen = old, {old}
            while (following := effective.get(here)) and following[-1] not in seen:
                here = following[-1]
                seen.add(here)
            if news:
                found[old] = here
        return found

    @property
    def _framework_starts(self) -> dict[str, bool]:
        """Tell for each framework whether it has taken effect; one of unknown dates has: someone says that it replaces."""
        told = self.ground.frameworks.select("id", pl.coalesce("starts_on", "signed_on"))
        return {identifier: starts is None or starts <= self.on for identifier, starts in told.iter_rows()}

    @property
    def _convention_starts(self) -> dict[str, bool]:
        ours = [new for news in self.ground.convention_successions.values() for new in news]
        if not ours:
            return {}
        told = self.ground.conventions.filter(pl.col("id").is_in(ours)).select("id", "status", pl.coalesce("starts_on", "signed_on"))
        return {
            identifier: status not in ("projet", "votee") and (starts is None or starts <= self.on)
            for identifier, status, starts in told.iter_rows()
        }


def _with_bits(frame: pl.DataFrame) -> pl.DataFrame:
    bits = by_distinct_lists(_bits_of, pl.Int64(), frame["themes"])
    return frame.with_row_index("row").with_columns(bits.alias("bits"))


def _bits_of(themes: str) -> int | None:
    """Give the bits of the themes of a text, those of all themes for a global one; None where none is known."""
    bits = 0
    for theme in themes.split("|"):
        bits |= _EVERY if theme == _GLOBAL else _BITS.get(theme, 0)
    return bits or None


def _with_themes(held: pl.DataFrame, text: str, texts: pl.DataFrame, period: tuple[str, str]) -> pl.DataFrame:
    """Repeat the keys held by texts for each of their themes, told in the key; those of texts without a period are left out.

    A global partnership has every theme.
    """
    told = texts.select("bits", *period)[held[text]]
    themes = [(bits, rank) for bits in texts["bits"].drop_nulls().unique() for rank, bit in enumerate(_BITS.values()) if bits & bit]
    numbered = pl.DataFrame(themes, schema={"bits": pl.Int64, "theme": pl.UInt32}, orient="row")
    key = (pl.col("key").cast(pl.UInt32) * len(_BITS) + pl.col("theme")).alias("key")
    known = pl.concat([held, told], how="horizontal").filter(pl.col(period[0]).is_not_null())
    return known.join(numbered, on="bits").with_columns(key).drop("bits", "theme")


def _with_period(texts: pl.DataFrame, head: str) -> pl.DataFrame:
    """Add the whole period of texts, tacit renewals expanded, both ends known or none: `<head>_from`, `<head>_to`; and `latest_end`."""
    dated = with_written_end(texts).with_columns(latest_end().alias("latest_end"))
    known = pl.col("latest_end") >= pl.col("starts_on")
    return dated.with_columns(pl.when(known).then("starts_on").alias(f"{head}_from"), pl.when(known).then("latest_end").alias(f"{head}_to"))


def _by_target(edges: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for source, target in edges:
        found.setdefault(target, set()).add(source)
    return found


def reachable(edges: Iterable[tuple[Any, ...]]) -> dict[str, set[str]]:
    """Give for each node of a small graph all that it leads to, itself left out."""
    direct: dict[str, set[str]] = {}
    for source, target in edges:
        direct.setdefault(source, set()).add(target)
    found: dict[str, set[str]] = {}
    for start in direct:
        seen: set[str] = set()
        front = [start]
        while front:
            for following in direct.get(front.pop(), ()):
                if following not in seen:
                    seen.add(following)
                    front.append(following)
        found[start] = seen - {start}
    return found
