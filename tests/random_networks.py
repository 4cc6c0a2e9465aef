"""Random networks made from the schema: every kind, property and link that is declared, from the day it is declared.

`random_drafts(seed)` gives lots as an import would (two series that restate each other, a complete source, an empty cell here and
there), a person's correction and a merge; `random_network(seed)` their fold. The same seed gives the same network.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import polars as pl
from hypothesis import strategies as st

from netmap.domain import CONVENTION, DOMAIN, ORGANISATION, SIGNS
from netmap.lot import PERSON_RANK, SAME_AS, Draft, Lot, LotKind, Origin
from netmap.lots import fold
from netmap.network import Network
from netmap.schema import LinkKind, NodeKind, Property
from netmap.values import DATE

SEEDS = range(20)
HOSTILE = ("a\u0000b", "l’été `x` \"'\\", "}) DETACH DELETE n //", "=1+1", "<b>&amp;</b>", "\u202eretour", "🏭 Αθήνα", "ligne\nautre")
_NAMES = ("Valette", "Brume", "Mer et Fils", "Tilleuls", "Port", "Rivière")
_SIRENS = ("000000018", "000000026", "552100554", "732829320")
_AROUND = date(2026, 11, 23)


def networks() -> st.SearchStrategy[Network]:
    """Give a strategy of random networks."""
    return st.integers(0, 2**32).map(random_network)


def random_network(seed: int) -> Network:
    """Fold the lots of a seed."""
    drafts = random_drafts(seed)
    lots = [replace(draft.lot, number=n) for n, draft in enumerate(drafts, 1)]
    return fold(lots, lambda kind: [(lot, d.frames[kind]) for lot, d in zip(lots, drafts, strict=True) if kind in d.frames], len(lots))


def random_drafts(seed: int) -> list[Draft]:
    """Give lots to commit in order: three imports, a correction, a merge."""
    dice = random.Random(seed)  # noqa: S311 - cases, not secrets
    ids = {kind.name: _identifiers(dice, kind) for kind in DOMAIN.nodes}
    imports = [_import(dice, ids, n) for n in range(3)]
    return [*imports, _correction(dice, ids), _merge(dice, ids)]


def _identifiers(dice: random.Random, kind: NodeKind) -> list[str]:
    count = 14 if kind in (CONVENTION, ORGANISATION) else dice.randint(3, 6)
    if kind is ORGANISATION:
        sites = [f"{siren}{n:05}" for siren in _SIRENS[:2] for n in (1, 2)]
        return [f"{kind.name}:{key}" for key in (*_SIRENS, *sites)] + [f"{kind.name}:~local {n}@brest" for n in range(count - 8)]
    keys = [f"{dice.choice('AZ~é')}{n}" for n in range(count)]
    return [f"{kind.name}:{key}" for key in [*keys[:-1], f"{dice.choice(HOSTILE)}"]]


def _import(dice: random.Random, ids: dict[str, list[str]], n: int) -> Draft:
    origins = (
        _origin(f"source {n % 2}", dice.choice((10, 60)), complete=False),
        _origin("annuaire", 60, complete=True),
    )
    frames: dict[str, pl.DataFrame] = {}
    for kind in DOMAIN.nodes:
        some = dice.sample(ids[kind.name], dice.randint(2, len(ids[kind.name])))
        rows = [_node_row(dice, kind, identifier) for identifier in some for _ in range(dice.choice((1, 1, 2)))]
        columns = {"id": pl.String(), **kind.columns(), "declared": pl.Boolean(), "line": pl.Int32(), "table": pl.Int16()}
        frames[kind.name] = pl.DataFrame(rows, schema=columns, orient="row")
    for link in DOMAIN.links:
        frame = _links(dice, link, frames, few=link is not SIGNS)
        if frame.height:
            frames[link.name] = frame
    for kind in DOMAIN.nodes:
        frames[kind.name] = pl.concat([frames[kind.name], _mentions(kind, frames)], how="diagonal")
    lot = Lot(uid=f"{dice.getrandbits(64):x}", kind=LotKind.IMPORT, title=f"Import {n}", at="2026-11-23T08:00:00+00:00", author="Camille")
    return Draft(replace(lot, origins=origins, statements=sum(f.height for f in frames.values())), frames)


def _links(dice: random.Random, link: LinkKind, frames: dict[str, pl.DataFrame], *, few: bool) -> pl.DataFrame:
    sources = [i for kind in link.sources for i in frames[kind.name]["id"].unique(maintain_order=True)]
    targets = [i for kind in link.targets for i in frames[kind.name]["id"].unique(maintain_order=True)]
    rows: list[list[Any]] = []
    for _ in range(dice.randint(5, 15) if few else 60):
        source, target = dice.choice(sources), dice.choice(targets)
        if source == target:
            continue
        values = [_value(dice, prop) for prop in link.properties]
        rows.append([source, target, *values, f"champ {dice.randint(0, 1)}", dice.random() < 0.3, dice.randint(1, 99), dice.randint(0, 1)])
    columns = {
        "source": pl.String(),
        "target": pl.String(),
        **link.columns(),
        "field": pl.String(),
        "about_target": pl.Boolean(),
        "line": pl.Int32(),
        "table": pl.Int16(),
    }
    return pl.DataFrame(rows, schema=columns, orient="row")


def _mentions(kind: NodeKind, frames: dict[str, pl.DataFrame]) -> pl.DataFrame:
    """State the ends of links in their own table, as a line that names an actor does."""
    links = [frames[link.name] for link in DOMAIN.links if link.name in frames]
    ends = [frame.select(pl.col(end).alias("id"), "line", "table") for frame in links for end in ("source", "target")]
    said = pl.concat(ends).filter(pl.col("id").str.starts_with(f"{kind.name}:")).unique(["id", "table"], keep="first", maintain_order=True)
    return said.with_columns(pl.lit(value=False).alias("declared"))


def _node_row(dice: random.Random, kind: NodeKind, identifier: str) -> list[Any]:
    values = [_value(dice, prop) for prop in kind.properties]
    if kind is ORGANISATION:
        key = identifier.partition(":")[2]
        known = {"siren": key[:9] if key[:9].isdigit() else None, "siret": key if key.isdigit() and len(key) == 14 else None}
        values = [known.get(prop.name, value) for prop, value in zip(kind.properties, values, strict=True)]
    return [identifier, *values, dice.random() < 0.7, dice.randint(1, 99), dice.randint(0, 1)]


def _value(dice: random.Random, prop: Property) -> Any:
    if dice.random() < 0.4:
        return None
    if prop.many:
        return [_one(dice, prop) for _ in range(dice.randint(1, 3))]
    return _one(dice, prop)


def _one(dice: random.Random, prop: Property) -> Any:
    if prop.type is DATE:
        return _AROUND + timedelta(days=dice.randint(-1500, 1500))
    if prop.dtype == pl.String() and not prop.type.choices and dice.random() < 0.3:
        return dice.choice(HOSTILE)
    if prop.type.name == "texte":
        return f"{dice.choice(_NAMES)} {dice.randint(1, 9)}"
    return dice.choice([value for _, value in prop.type.accepts])


def _correction(dice: random.Random, ids: dict[str, list[str]]) -> Draft:
    frames: dict[str, pl.DataFrame] = {}
    for kind in DOMAIN.nodes:
        prop = dice.choice(kind.properties)
        emptied = dice.random() < 0.5
        columns = {
            "id": pl.Series([dice.choice(ids[kind.name])]),
            prop.name: pl.Series([None if emptied else _value(dice, prop)], dtype=prop.dtype),
            "cleared": pl.Series([[prop.name] if emptied else None], dtype=pl.List(pl.String)),
        }
        frames[kind.name] = _by_person(pl.DataFrame(columns).with_columns(pl.lit(value=True).alias("declared")))
    return Draft(_person_lot(dice, LotKind.CORRECTION), frames)


def _merge(dice: random.Random, ids: dict[str, list[str]]) -> Draft:
    pairs = [dice.sample(ids[kind.name], 2) for kind in DOMAIN.nodes]
    frame = pl.DataFrame(pairs, schema={"alias": pl.String(), "id": pl.String()}, orient="row")
    return Draft(_person_lot(dice, LotKind.MERGE), {SAME_AS: _by_person(frame)})


def _by_person(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(pl.lit(None, dtype=pl.Int32).alias("line"), pl.lit(0, dtype=pl.Int16).alias("table"))


def _person_lot(dice: random.Random, kind: LotKind) -> Lot:
    origin = _origin("personne", PERSON_RANK, complete=False)
    uid = f"{dice.getrandbits(64):x}"
    return Lot(uid=uid, kind=kind, title=str(kind), at="2026-11-23T09:00:00+00:00", author="Dominique", origins=(origin,), statements=1)


def _origin(name: str, rank: int, *, complete: bool) -> Origin:
    return Origin(source=name, title=name, series="s", rank=rank, complete=complete, file=f"{name}.csv")


def undone(dice: random.Random, numbers: Sequence[int]) -> list[int]:
    """Choose lots to undo, in an order."""
    return dice.sample(list(numbers), dice.randint(1, len(numbers)))
