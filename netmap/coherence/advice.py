"""Which delegations to tell of a convention, and whether they have been: advice read from the routing data, never an obligation."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from netmap.coherence.alone import delegation_kinds, informed
from netmap.coherence.ground import Ground
from netmap.coherence.places import LEVELS, bare
from netmap.domain import CONVENTION, DELEGATION, OVERSEES, TERRITORY
from netmap.domain.vocabulary import DELEGATION_KIND
from netmap.network import Network
from netmap.reference.routing import NEW, ROUTES, Route

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Advice:
    """Say whom to tell: the kind of delegation, the one of this territory when the network knows it, when, why, and since when it knows."""

    kind: str
    delegation: str | None
    name: str
    when: str
    why: str
    source: str
    informed: bool
    informed_on: date | None

    def as_dict(self) -> dict[str, object]:
        """Give the advice as plain values; `delegation` is absent when the network knows none."""
        known = {"delegation": self.delegation} if self.delegation else {}
        return {"kind": self.kind, **known, "name": self.name, "when": self.when, "why": self.why, "source": self.source}


@dataclass(frozen=True)
class Directory:
    """Hold the delegations of a network: their kinds, and the territories each is competent for."""

    kinds: Mapping[str, str | None]
    names: Mapping[str, str]
    places: Mapping[str, frozenset[Place]]

    @staticmethod
    def of(network: Network) -> "Directory":
        """Read the directory of a network."""
        held = network.node(DELEGATION.name)
        kinds: dict[str, str | None] = dict(delegation_kinds(network).iter_rows())
        names = {i: name or i.partition(":")[2].removeprefix("~") for i, name in held.select("id", "name").iter_rows()}
        places: dict[str, set[Place]] = {}
        oversees = network.link(OVERSEES.name).filter(pl.col("target").str.starts_with(f"{TERRITORY.name}:"))
        territories = network.node(TERRITORY.name).select("id", "level", pl.coalesce("name", "code").alias("name")).drop_nulls()
        known = {i: (level, name) for i, level, name in territories.with_columns(bare(territories["name"]).alias("name")).iter_rows()}
        for delegation, territory in oversees.select("source", "target").iter_rows():
            if territory in known:
                places.setdefault(delegation, set()).add(known[territory])
        areas = held.filter(pl.col("area").is_not_null())
        for delegation, level, area in zip(areas["id"], areas["level"], bare(areas["area"]), strict=True):
            if delegation not in places:
                places[delegation] = {(one, area) for one in ((level,) if level else LEVELS)}
        return Directory(kinds, names, {d: frozenset(found) for d, found in places.items()})

    def competent(self, kinds: Sequence[str], places: Collection[Place]) -> str | None:
        """Find the delegation of one of these kinds for these territories: the nearest; one without territory when it is alone."""
        ours = sorted(d for d, kind in self.kinds.items() if kind in kinds)
        near = [
            (max(LEVELS.index(level) for level, name in held if (level, name) in places), d)
            for d in ours
            if (held := self.places.get(d, frozenset())) & frozenset(places)
        ]
        if near:
            return max(near, key=lambda one: (one[0], [-ord(c) for c in one[1]]))[1]
        anywhere = [d for d in ours if not self.places.get(d)]
        return anywhere[0] if len(anywhere) == 1 else None


def advised(ground: Ground, conventions: Sequence[str], event: str = NEW, on: date | None = None) -> dict[str, list[Advice]]:
    """Give the advice for each of some conventions; what was told after `on` is still to be told."""
    network = ground.network
    directory = Directory.of(network)
    ids = pl.Series("convention", list(conventions), dtype=pl.String)
    themes = network.node(CONVENTION.name).filter(pl.col("id").is_in(ids.implode())).select("id", "themes")
    places: dict[str, set[Place]] = {}
    for convention, level, name in ground.convention_places(ids).iter_rows():
        places.setdefault(convention, set()).add((level, name))
    foreign = ground.units.frame.filter(pl.col("foreign").fill_null(value=False))["id"]
    abroad = set(
        ground.partners.filter(pl.col("partner").is_in(foreign.implode()) & pl.col("convention").is_in(ids.implode()))["convention"]
    )
    told: dict[str, list[tuple[str, str | None, date | None]]] = {}
    for convention, delegation, day, kind in informed(network).filter(pl.col("convention").is_in(ids.implode())).iter_rows():
        if on is None or day is None or day <= on:
            told.setdefault(convention, []).append((delegation, kind, day))
    return {
        convention: [
            _advice(route, directory, places.get(convention, set()), told.get(convention, []))
            for route in routes(event, said or (), foreign=convention in abroad)
        ]
        for convention, said in themes.iter_rows()
    }


def routes(event: str, themes: Collection[str], *, foreign: bool) -> list[Route]:
    """Give the routes of an event; two that lead to one kind of delegation are told once."""
    found: list[Route] = []
    for route in ROUTES:
        wanted = event in route.events and (foreign or not route.foreign) and (not route.themes or set(route.themes) & set(themes))
        if wanted and all(set(route.kinds) != set(other.kinds) for other in found):
            found.append(route)
    return found


def _advice(route: Route, directory: Directory, places: Collection[Place], told: Sequence[tuple[str, str | None, date | None]]) -> Advice:
    done = [(day, delegation) for delegation, kind, day in told if kind in route.kinds]
    delegation = done[0][1] if done else directory.competent(route.kinds, places)
    label = " ou ".join(DELEGATION_KIND.show(kind) for kind in route.kinds)
    days = [day for day, _d in done if day is not None]
    return Advice(
        label,
        delegation,
        directory.names.get(delegation or "", label),
        route.when,
        route.why,
        route.source,
        informed=bool(done),
        informed_on=min(days) if days else None,
    )
