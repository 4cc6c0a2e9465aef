"""A network is the fold of its lots, in order.

The value of a property is what was said last by the highest-ranking source: a person first, then the rank of the source (and
what describes before what mentions), then the latest lot. A cell that says something replaces what the same source said before
in that column about that subject, links included. Identical actors are followed (`netmap.lots.same_as`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import polars as pl

from netmap.domain import DOMAIN, ORGANISATION, PART_OF
from netmap.identity import may_repeat
from netmap.lot import PERSON_RANK, RETIRED, Lot, LotState
from netmap.lots.legal_units import KNOWN_BY_UNIT, WEIGHT, with_legal_units
from netmap.lots.same_as import Aliases, followed
from netmap.network import PLACE, Network, link_columns, no_links, no_nodes, node_columns
from netmap.schema import LinkKind

Frames = Callable[[str], Sequence[tuple[Lot, pl.DataFrame]]]
_OF_TABLES = {"table": pl.Int16, "_weight": pl.Int32, "_origin": pl.Int32, "_several": pl.Boolean}
_ORDER = ["_weight", "_own", "lot"]
"""What wins comes last: the rank, then what was said of the actor kept rather than of its alias, then the latest lot."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """Say which tables of which lots the fold counts, and which sources spoke in several lots."""

    tables: Mapping[int, pl.DataFrame]  # by lot: table, _weight, and where a source was replaced _origin, _several
    replaced: bool

    @staticmethod
    def of(lots: Sequence[Lot]) -> "_Standing":
        spoken: dict[tuple[str, str], list[int]] = {}
        for lot in lots:
            for origin in lot.origins:
                if origin.rank < PERSON_RANK:
                    spoken.setdefault(origin.identity, []).append(lot.number)
        codes = {identity: code for code, identity in enumerate(spoken)}
        replaced = any(len(set(numbers)) > 1 for numbers in spoken.values())
        tables: dict[int, pl.DataFrame] = {}
        for lot in lots:
            rows: list[tuple[int, int, int, bool]] = []
            for table, origin in enumerate(lot.origins):
                numbers = spoken.get(origin.identity, [lot.number])
                if origin.complete and lot.number != max(numbers):
                    continue
                several = len(set(numbers)) > 1 and origin.rank < PERSON_RANK
                rows.append((table, origin.rank * 2, codes.get(origin.identity, -1), several))
            frame = pl.DataFrame(rows, schema=_OF_TABLES, orient="row")
            tables[lot.number] = frame if replaced else frame.select("table", "_weight")
        return _Standing(tables, replaced)


def fold(lots: Sequence[Lot], frames: Frames, version: int = 0) -> Network:
    """Fold the active lots into a network; `frames` gives the statements of a kind, lot by lot."""
    active = sorted((lot for lot in lots if lot.state is LotState.ACTIVE), key=lambda lot: lot.number)
    if not active:
        return Network(lots=tuple(sorted(lots, key=lambda lot: lot.number)), version=version)
    standing = _Standing.of(active)
    numbers = {lot.number for lot in active}
    stated = {kind: _stated(frames(kind), numbers, standing) for kind in (*DOMAIN.node_kinds, *DOMAIN.link_kinds)}
    aliases = Aliases(followed(frames, numbers, stated))
    links = _links({kind: stated[kind] for kind in DOMAIN.link_kinds}, aliases, standing)
    nodes = {kind: _nodes(kind, stated[kind], aliases) for kind in DOMAIN.node_kinds}
    if standing.replaced:
        nodes = _without_orphans(nodes, links)
    organisations = nodes[ORGANISATION.name]
    needed = {*organisations.columns, *KNOWN_BY_UNIT}
    columns = {name: dtype for name, dtype in node_columns(ORGANISATION.name).items() if name in needed}
    organisations = _complete(organisations, {**columns, WEIGHT: pl.Int32()})
    part_of = _complete(links[PART_OF.name], link_columns(PART_OF.name))
    nodes[ORGANISATION.name], links[PART_OF.name] = with_legal_units(organisations, part_of, aliases)
    return Network(
        {kind: _complete(frame, node_columns(kind)) for kind, frame in nodes.items() if frame.height},
        {kind: _complete(frame, link_columns(kind)) for kind, frame in links.items() if frame.height},
        tuple(sorted(lots, key=lambda lot: lot.number)),
        version,
    )


def _stated(parts: Sequence[tuple[Lot, pl.DataFrame]], numbers: set[int], standing: _Standing) -> pl.DataFrame:
    kept = [_standing(lot, frame, standing.tables[lot.number]) for lot, frame in parts if lot.number in numbers and frame.height]
    return pl.concat(kept, how="diagonal_relaxed") if kept else pl.DataFrame()


def _standing(lot: Lot, frame: pl.DataFrame, ours: pl.DataFrame) -> pl.DataFrame:
    """Add to the statements of a lot what the fold must know of their tables; those of a retired table are left out."""
    number = pl.lit(lot.number, dtype=pl.Int32).alias("lot")
    if ours.height < len(lot.origins):
        return frame.with_columns(number).join(ours, on="table", maintain_order="left")
    told = ours.drop("table")
    if ours.height == 1:
        only = told.row(0, named=True)
        return frame.with_columns_seq(number, *(pl.lit(only[name], dtype=dtype).alias(name) for name, dtype in told.schema.items()))
    return frame.with_columns_seq(number, *(values.gather(frame["table"]) for values in told))


def _nodes(kind: str, frame: pl.DataFrame, aliases: Aliases) -> pl.DataFrame:
    if frame.is_empty():
        return no_nodes(kind)
    if kind in aliases.kinds:
        own = ~aliases.among(frame["id"])
        frame = frame.with_columns_seq(aliases.followed(frame["id"]), own.alias("_own"))
    frame = frame.with_columns_seq(pl.col("_weight") + pl.col("declared").cast(pl.Int32))
    own = [name for name in DOMAIN.node(kind).columns() if name in frame.columns]
    settled = _settled(frame, ["id"], own)
    if "cleared" in frame.columns:
        settled = _emptied(settled, frame)
    return settled


def _settled(frame: pl.DataFrame, identity: list[str], own: list[str]) -> pl.DataFrame:
    """Give one row an identity: for each property the value said last by the highest-ranking source."""
    told_of = (*identity, *own, *_ORDER, "declared", *PLACE)
    frame = frame.select_seq(name for name in frame.columns if name in told_of)
    if absent := [part for part in identity if part not in frame.columns]:
        frame = frame.with_columns(pl.lit(None, dtype=pl.String).alias(part) for part in absent)
    hashes = frame[identity[0]].hash() if len(identity) == 1 else frame.select_seq(identity).hash_rows()
    again = may_repeat(hashes)  # a false alarm costs a little time, never an answer
    if not again.any():
        return frame
    told = frame.filter(again).sort([name for name in _ORDER if name in frame.columns], maintain_order=True)
    values = [name for name in own if name not in identity and name in told.columns and told[name].null_count() < told.height]
    picked = told.group_by(identity, maintain_order=True).agg(
        *(pl.col(name).drop_nulls().last() for name in values),
        *([pl.col("declared").any(), pl.col(WEIGHT).last()] if "declared" in frame.columns else []),
        pl.col(*PLACE).last(),
    )
    # in one piece: a column would else be in as many as there are lots, most of them empty
    once = ~again
    return pl.DataFrame([values.filter(once) for values in frame]).rechunk().extend(_complete(picked, frame.schema))


def _emptied(settled: pl.DataFrame, frame: pl.DataFrame) -> pl.DataFrame:
    """Empty what a person said is empty, unless a person said a value since."""
    by_person = frame.filter(pl.col("_weight") >= PERSON_RANK * 2).sort("lot", maintain_order=True)
    emptied: dict[str, set[str]] = {}
    for row in by_person.iter_rows(named=True):
        for name, ids in emptied.items():
            if row.get(name) is not None:
                ids.discard(row["id"])
        for name in row["cleared"] or ():
            emptied.setdefault(name, set()).add(row["id"])
    changes = [
        pl.when(pl.col("id").is_in(sorted(ids))).then(None).otherwise(pl.col(name)).alias(name)
        for name, ids in emptied.items()
        if ids and name in settled.columns
    ]
    return settled.with_columns(changes) if changes else settled


def _links(stated: Mapping[str, pl.DataFrame], aliases: Aliases, standing: _Standing) -> dict[str, pl.DataFrame]:
    followed_frames = {kind: _aliased(DOMAIN.link(kind), frame, aliases) for kind, frame in stated.items()}
    latest = _latest(followed_frames) if standing.replaced else None
    folded: dict[str, pl.DataFrame] = {}
    for kind, frame in followed_frames.items():
        if frame.is_empty():
            folded[kind] = no_links(kind)
            continue
        kept = _standing_links(frame, latest) if latest is not None else frame
        kept = _without_retired(kept, DOMAIN.link(kind).identity)
        folded[kind] = _settled(kept, DOMAIN.link(kind).identity, list(DOMAIN.link(kind).columns()))
    return folded


def _aliased(link: LinkKind, frame: pl.DataFrame, aliases: Aliases) -> pl.DataFrame:
    both = {"source": link.sources, "target": link.targets}
    ends = [end for end, kinds in both.items() if any(kind.name in aliases.kinds for kind in kinds)]
    if frame.is_empty() or not ends:
        return frame
    frame = frame.with_columns_seq(aliases.followed(frame[end]) for end in ends)
    one = frame["source"] == frame["target"]
    return frame.filter(~one) if one.any() else frame


def _subject() -> pl.Expr:
    return pl.when("about_target").then("target").otherwise("source").alias("_subject")


def _latest(frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Give, for the sources that spoke in several lots, the latest lot of each column about each subject."""
    said = [frame.filter("_several").select("_origin", "field", _subject(), "lot") for frame in frames.values() if not frame.is_empty()]
    if not said:
        return pl.DataFrame(schema={"_origin": pl.Int32, "field": pl.String, "_subject": pl.String, "_latest": pl.Int32})
    return pl.concat(said).group_by("_origin", "field", "_subject").agg(pl.col("lot").max().alias("_latest"))


def _standing_links(frame: pl.DataFrame, latest: pl.DataFrame) -> pl.DataFrame:
    joined = frame.with_columns(_subject()).join(latest, on=["_origin", "field", "_subject"], how="left", maintain_order="left")
    return joined.filter(~pl.col("_several") | (pl.col("lot") == pl.col("_latest"))).drop("_subject", "_latest")


def _without_retired(frame: pl.DataFrame, identity: list[str]) -> pl.DataFrame:
    """Leave out the links that a person took away, unless a person has put them back since."""
    if RETIRED not in frame.columns:
        return frame
    frame = frame.with_columns(pl.lit(None, dtype=pl.String).alias(part) for part in identity if part not in frame.columns)
    told = frame.filter(pl.col(RETIRED).is_not_null()).sort("lot", maintain_order=True)
    gone = told.unique(identity, keep="last", maintain_order=True).filter(RETIRED).select(identity)
    return frame.join(gone, on=identity, how="anti", nulls_equal=True, maintain_order="left")


def _without_orphans(nodes: dict[str, pl.DataFrame], links: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Leave out the nodes that were only mentioned, by cells that have been replaced since."""
    ends = [frame[end] for frame in links.values() for end in ("source", "target")]
    linked = pl.concat(ends).unique() if ends else pl.Series(dtype=pl.String)
    return {
        kind: frame.filter(pl.col("declared") | pl.col("id").is_in(linked.implode())) if frame.height else frame
        for kind, frame in nodes.items()
    }


def _complete(frame: pl.DataFrame, columns: Mapping[str, pl.DataType]) -> pl.DataFrame:
    said = frame.schema
    return frame.select_seq(name if said.get(name) == dtype else _cast(name, dtype, known=name in said) for name, dtype in columns.items())


@cache
def _cast(name: str, dtype: pl.DataType, *, known: bool) -> pl.Expr:
    return (pl.col(name).cast(dtype) if known else pl.lit(None, dtype=dtype)).alias(name)
