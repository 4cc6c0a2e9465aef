"""Where each fact comes from: every statement about an actor, the one that is kept and those that lost."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from netmap.domain import DOMAIN
from netmap.lot import Lot, LotState
from netmap.lots.difference import shown
from netmap.network import Network


@dataclass(frozen=True, slots=True)
class Said:
    """Tell one value that one source gave of one property, and whether it is the one shown."""

    property: str
    label: str
    value: str
    kept: bool
    source: str
    place: str
    lot: int
    at: str
    author: str


def statements_about(identifiers: Sequence[str], kept: str, parts: Sequence[tuple[Lot, pl.DataFrame]], network: Network) -> list[Said]:
    """List what active lots say of an actor (under any of its ids), property by property, the latest first."""
    kind = DOMAIN.kind_of(kept)
    shown_row = network.row(kept)
    found: list[tuple[int, int, Said]] = []
    for lot, frame in parts:
        if lot.state is not LotState.ACTIVE or frame.is_empty():
            continue
        for row in frame.filter(pl.col("id").is_in(list(identifiers))).iter_rows(named=True):
            origin = lot.origins[int(row["table"])]
            weight = origin.rank * 2 + bool(row["declared"])
            for prop in kind.properties:
                emptied = prop.name in (row.get("cleared") or ())
                value = row.get(prop.name)
                if value is None and not emptied:
                    continue
                said = Said(
                    prop.name,
                    prop.label,
                    shown(prop, value) if not emptied else "(vide)",
                    kept=False,
                    source=origin.title,
                    place=origin.place(row["line"]),
                    lot=lot.number,
                    at=lot.at,
                    author=lot.author,
                )
                found.append((weight, lot.number, said))
    return _marked(found, {p.name: shown(p, shown_row[p.name]) for p in kind.properties}, [p.name for p in kind.properties])


def _marked(found: list[tuple[int, int, Said]], values: dict[str, str], order: list[str]) -> list[Said]:
    ranked = sorted(found, key=lambda entry: (order.index(entry[2].property), -entry[0], -entry[1]))
    marked: list[Said] = []
    settled: set[str] = set()
    for _weight, _number, said in ranked:
        wins = said.property not in settled and said.value in (values[said.property] or "(vide)", values[said.property])
        if wins:
            settled.add(said.property)
        marked.append(Said(said.property, said.label, said.value, wins, said.source, said.place, said.lot, said.at, said.author))
    return marked
