"""Where each fact comes from: every statement about an actor, the one that is kept and those that lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from netmap.domain import DOMAIN
from netmap.lot import Lot, LotState
from netmap.lots.difference import shown
from netmap.lots.legal_units import is_legal_unit
from netmap.network import Network
from netmap.schema import NodeKind

DEDUCED = "Déduit du SIRET d’un de ses sites"


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
    values = {p.name: shown(p, shown_row[p.name]) for p in kind.properties}
    marked = _marked(found, values, [p.name for p in kind.properties])
    return _with_deduced(marked, kind, values, shown_row, network) if is_legal_unit(kept) else marked


def _with_deduced(said: list[Said], kind: NodeKind, values: Mapping[str, str], row: Mapping[str, Any], network: Network) -> list[Said]:
    """Say where a legal unit has the values that nobody said of it."""
    lot = next((lot for lot in network.lots if lot.number == row["lot"]), None)
    place = network.place(row["lot"], row["table"], row["line"])
    at, author, number = (lot.at, lot.author, lot.number) if lot is not None else ("", "", 0)
    found: list[Said] = []
    for prop in kind.properties:
        ours = [one for one in said if one.property == prop.name]
        value = values[prop.name]
        if value and not any(one.kept for one in ours):
            found.append(Said(prop.name, prop.label, value, True, DEDUCED, place, number, at, author))
        found += ours
    return found


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
