"""What the accepted lines of a table say: statements about nodes and links, as columns.

A node statement has `id`, the properties said (null where the line said nothing), `declared` (the line describes the node, or
only mentions it) and `line`. A link statement has `source`, `target`, its properties, `field` (the column that said it),
`about_target` (the end whose line it is) and `line`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from netmap.domain import ORGANISATION
from netmap.identity import SIREN_LENGTH, break_ties, identifiers, may_repeat
from netmap.reading.adding_up import added_up
from netmap.reading.cells import Cells
from netmap.reading.findings import Findings
from netmap.schema import NodeKind
from netmap.source import Node, Source, Tie


@dataclass(frozen=True, slots=True)
class Statements:
    """Hold statements by kind of node and by kind of link."""

    nodes: Mapping[str, pl.DataFrame]
    links: Mapping[str, pl.DataFrame]

    def count(self) -> int:
        """Count the statements."""
        return sum(f.height for f in self.nodes.values()) + sum(f.height for f in self.links.values())


@dataclass(slots=True)
class _Role:
    """Hold the nodes of a role: aligned with the rows of the table when no cell has several, else one row a node."""

    node: Node
    frame: pl.DataFrame  # id and properties; with `row` when it is not aligned
    aligned: bool


def statements_of(
    source: Source,
    cells: Mapping[str, Cells],
    headings: Mapping[str, str],
    lines: pl.Series,
    findings: Findings,
    silent: pl.Series | None,
) -> Statements:
    """Turn typed cells into statements; note the lines that cannot be identified and those that repeat one before."""
    listed = {c.field for c in source.columns if c.many}
    roles = [_role(node, cells, listed, headings, findings) for node in source.nodes]
    _check_subject(source, roles[0], headings, lines, findings, silent)
    kept = ~findings.rejected
    if silent is not None:
        kept = kept & ~silent
    by_name = {role.node.role: role for role in roles}
    links: dict[str, list[pl.DataFrame]] = {}
    for tie in source.ties:
        drawn = _drawn(tie, by_name[tie.source], by_name[tie.target], cells, kept, lines)
        if by_name[tie.source].node.kind is by_name[tie.target].node.kind:
            drawn = _without_loops(drawn, headings.get(tie.field, tie.field), lines, findings if source.template else None)
        if drawn.height:
            links.setdefault(tie.kind.name, []).append(drawn)
    # from here on each role is let go once said, mentions first, which say little: a million lines hold in six times their file
    del cells, by_name
    kinds = [role.node.kind.name for role in roles]
    waiting = sorted(enumerate(roles), key=lambda ranked: not ranked[1].node.declares)
    roles.clear()
    said: dict[int, pl.DataFrame] = {}
    while waiting:
        rank, role = waiting.pop()
        said[rank] = _said(role, kept, lines)
    nodes: dict[str, list[pl.DataFrame]] = {}
    for rank, kind in enumerate(kinds):
        if said[rank].height:
            nodes.setdefault(kind, []).append(said[rank])
    return Statements(_put_together(nodes), _put_together(links))


def _put_together(frames: Mapping[str, list[pl.DataFrame]]) -> dict[str, pl.DataFrame]:
    return {kind: pieces[0] if len(pieces) == 1 else pl.concat(pieces, how="diagonal") for kind, pieces in frames.items()}


def _role(node: Node, cells: Mapping[str, Cells], listed: set[str], headings: Mapping[str, str], findings: Findings) -> _Role:
    properties = {p.name: p for p in node.kind.properties}
    bound = {name: _bound(names, cells) for name, names in node.fields.items()}
    present = {name: cell for name, cell in bound.items() if cell is not None}
    several = [name for name, cell in present.items() if cell.many is not None and name in properties and not properties[name].many]
    if not several:
        columns = {name: _whole(cell) if name in properties and properties[name].many else cell.values for name, cell in present.items()}
        return _Role(node, _with_ids(node, columns, headings, findings), aligned=True)
    lists = {name for name in present if _field_of(node, name) in listed}
    return _Role(node, _exploded(node, present, several, lists, headings, findings), aligned=False)


def _exploded(
    node: Node,
    present: Mapping[str, Cells],
    several: list[str],
    listed: set[str],
    headings: Mapping[str, str],
    findings: Findings,
) -> pl.DataFrame:
    """Give one row a node: rows with several values in one of `several` are repeated, their lists taken side by side.

    One value beside a list, in a column that can hold lists, is the first node's: nobody says it of the others.
    """
    counts = pl.concat([c.many.group_by("row").len() for n in several if (c := present[n]).many is not None])
    uneven = counts.group_by("row").agg(pl.col("len").n_unique().alias("kinds"), pl.col("len").max().alias("n"))
    bad = uneven.filter(pl.col("kinds") > 1)["row"].sort()
    names = ", ".join(f"« {headings.get(_field_of(node, n), n)} »" for n in several)
    findings.add("listes-inegales", bad, reject=True, column=names, value=_lengths(counts, bad))
    size = pl.DataFrame({"row": pl.int_range(findings.height, eager=True, dtype=pl.UInt32)}).join(
        uneven.select("row", "n"), on="row", how="left", maintain_order="left"
    )
    frame = size.with_columns(pl.int_ranges(pl.col("n").fill_null(1).cast(pl.Int64)).alias("position")).explode("position")
    later = frame["position"] > 0
    columns: dict[str, pl.Series] = {}
    for name, cell in present.items():
        spread = cell.values.gather(frame["row"])
        spread = spread.set(later, None) if name in listed else spread
        if name in several and cell.many is not None:
            long = cell.many.with_columns(pl.col("position").cast(pl.Int64))
            joined = frame.join(long, on=["row", "position"], how="left", maintain_order="left")
            spread = joined["value"].zip_with(frame["row"].is_in(cell.many["row"].unique().implode()), spread)
        columns[name] = spread
    return _with_ids(node, columns, headings, findings, frame["row"])


def _lengths(counts: pl.DataFrame, rows: pl.Series) -> pl.Series:
    by_row = counts.group_by("row").agg(pl.col("len").cast(pl.String).sort().str.join(" et "))
    return pl.DataFrame({"row": rows}).join(by_row, on="row", how="left", maintain_order="left")["len"]


def _field_of(node: Node, name: str) -> str:
    bound = node.fields[name]
    return bound if isinstance(bound, str) else bound[0]


def _with_ids(
    node: Node,
    columns: dict[str, pl.Series],
    headings: Mapping[str, str],
    findings: Findings,
    rows: pl.Series | None = None,
) -> pl.DataFrame:
    height = findings.height if rows is None else len(rows)
    for name, constant in node.constants.items():
        columns.setdefault(name, pl.repeat(constant, height, eager=True, dtype=_dtype(node.kind, name)))
    if node.kind is ORGANISATION and "siret" in columns:
        columns = _siren_of_siret(node, columns, headings, findings, rows)
    ids = identifiers(node.kind, columns)
    # without the columns of a key there is no id to tell apart
    ids = break_ties(ids, node.kind, columns) if len(ids) == height else pl.repeat(None, height, eager=True, dtype=pl.String)
    if not node.declares and ids.null_count():
        _note_nameless(node, columns, ids, headings, findings, rows)
    own = {p.name for p in node.kind.properties}
    frame = pl.DataFrame({"id": ids, **{name: values.alias(name) for name, values in columns.items() if name in own}})
    return frame if rows is None else frame.with_columns(rows.alias("row"))


def _note_nameless(
    node: Node,
    columns: Mapping[str, pl.Series],
    ids: pl.Series,
    headings: Mapping[str, str],
    findings: Findings,
    rows: pl.Series | None,
) -> None:
    """Note the cells that should name a node and hold neither letter nor digit (« - », « ? »)."""
    for key in node.kind.keys:
        needed = [part for part in key.parts if part not in key.optional]
        if not key.local or not all(part in columns for part in needed):
            continue
        for name in (part for part in needed if part in node.fields):
            nameless = (ids.is_null() & columns[name].is_not_null()).arg_true()
            where = nameless if rows is None else rows.gather(nameless)
            heading = headings.get(_field_of(node, name), name)
            findings.add("nom-illisible", where, reject=False, column=heading, value=columns[name].gather(nameless))


def _siren_of_siret(
    node: Node, columns: dict[str, pl.Series], headings: Mapping[str, str], findings: Findings, rows: pl.Series | None
) -> dict[str, pl.Series]:
    siret = columns["siret"]
    head = siret.str.slice(0, SIREN_LENGTH)
    siren = columns.get("siren")
    if siren is not None:
        differs = (siren != head).arg_true()
        where = differs if rows is None else rows.gather(differs)
        findings.add(
            "identifiants-discordants",
            where,
            reject=True,
            column=headings.get(_field_of(node, "siren"), "SIREN"),
            value=siren.gather(differs),
            detail=siret.gather(differs),
        )
        head = head.zip_with(head.is_not_null(), siren)
    return {**columns, "siren": head}


def _check_subject(
    source: Source, role: _Role, headings: Mapping[str, str], lines: pl.Series, findings: Findings, silent: pl.Series | None
) -> None:
    ids, rows = role.frame["id"], (None if role.aligned else role.frame["row"])
    missing = ids.is_null().arg_true()
    if len(missing):
        where = missing if rows is None else rows.gather(missing).unique()
        where = where.filter(~findings.rejected.gather(where))
        fields = {f for names in role.node.fields.values() for f in ((names,) if isinstance(names, str) else names)}
        keys = {part for key in role.node.kind.keys for part in key.parts}
        wanted = [_field_of(role.node, name) for name in role.node.fields if name in keys]
        names = ", ".join(f"« {headings.get(f, source.column(f).headings[0])} »" for f in wanted if f in fields)
        findings.add("cle-absente", where, reject=True, column=names, detail=f"« {role.node.kind.label} »")
    if role.aligned and role.node.declares and ids.null_count() < len(ids):
        apart = findings.rejected if silent is None else findings.rejected | silent
        ids = ids.set(apart, None) if apart.any() else ids
        again = _note_repeats(ids, lines, findings)
        if again is not None and source.template:
            role.frame = added_up(role.node, role.frame, again, headings, findings)


def _note_repeats(ids: pl.Series, lines: pl.Series, findings: Findings) -> pl.DataFrame | None:
    """Note the rows that speak of a subject again; give all the rows of such subjects (id, row), None where there are none."""
    near = (may_repeat(ids.hash()) & ids.is_not_null()).arg_true()
    said = pl.DataFrame({"id": ids.gather(near), "row": near, "line": lines.gather(near)})
    again = said.filter(~pl.col("id").is_first_distinct())
    if again.is_empty():
        return None
    firsts = said.filter(pl.col("id").is_first_distinct()).select("id", first="line")
    told = again.join(firsts, on="id", maintain_order="left")
    value = told["id"].str.replace(r"^[A-Za-z]+:~?", "")
    findings.add("ligne-repetee", told["row"], reject=False, value=value, detail=told["first"].cast(pl.String))
    return said.filter(pl.col("id").is_in(again["id"].unique().implode())).select("id", "row")


def _said(role: _Role, kept: pl.Series, lines: pl.Series) -> pl.DataFrame:
    frame, declares = role.frame, role.node.declares
    if not role.aligned:
        kept, lines, frame = kept.gather(frame["row"]), lines.gather(frame["row"]), frame.drop("row")
    wanted = kept & frame["id"].is_not_null() if frame["id"].null_count() else kept
    if not declares:
        # a mention said again word for word adds nothing: rows are told apart by 64-bit hashes, much cheaper than by values
        hashes = frame.hash_rows()
        wanted = wanted & (hashes if wanted.all() else hashes.set(~wanted, None)).is_first_distinct()
    frame = frame.with_columns_seq(lines.cast(pl.Int32).alias("line"), pl.lit(declares).alias("declared"))
    if wanted.all():
        return frame
    # column by column, each let go once its rows are taken
    columns = frame.get_columns()[::-1]
    del frame
    role.frame = pl.DataFrame()
    taken: list[pl.Series] = []
    while columns:
        taken.append(columns.pop().filter(wanted))
    return pl.DataFrame(taken)


def _drawn(tie: Tie, left: _Role, right: _Role, cells: Mapping[str, Cells], kept: pl.Series, lines: pl.Series) -> pl.DataFrame:
    said = {name: cells[bound] for name, bound in tie.fields.items() if bound in cells}
    properties = {p.name: p for p in tie.kind.properties}
    if left.aligned and right.aligned:
        frame = pl.DataFrame({"source": left.frame["id"], "target": right.frame["id"]})
        frame = frame.with_columns_seq(lines.cast(pl.Int32).alias("line"), *_link_properties(tie, said, properties))
        frame = frame.filter(kept & pl.col("source").is_not_null() & pl.col("target").is_not_null())
    else:
        frame = _by_row(left).rename({"id": "source"}).join(_by_row(right).rename({"id": "target"}), on="row", maintain_order="left")
        frame = frame.drop_nulls(["source", "target"])
        frame = frame.filter(kept.gather(frame["row"]))
        columns = [s.gather(frame["row"]) for s in _link_properties(tie, said, properties)]
        frame = frame.with_columns(lines.gather(frame["row"]).cast(pl.Int32).alias("line"), *columns).drop("row")
    return frame.with_columns_seq(
        *(pl.lit(value, dtype=properties[name].dtype).alias(name) for name, value in tie.constants.items()),
        pl.lit(tie.field).alias("field"),
        pl.lit(tie.about == "target").alias("about_target"),
    )


def _without_loops(drawn: pl.DataFrame, heading: str, lines: pl.Series, findings: Findings | None) -> pl.DataFrame:
    """Leave out the links of a node to itself; in our own templates, tell the lines that say so."""
    loops = drawn["source"] == drawn["target"]
    if not loops.any():
        return drawn
    if findings is not None:
        told = (
            drawn.filter(loops).select("line", value=pl.col("source").str.replace(r"^[A-Za-z]+:~?", "")).unique("line", maintain_order=True)
        )
        places = pl.DataFrame({"line": lines.cast(pl.Int32)}).with_row_index("row")
        told = told.join(places, on="line", maintain_order="left")
        findings.add("lien-a-soi-meme", told["row"], reject=False, column=heading, value=told["value"])
    return drawn.filter(~loops)


def _link_properties(tie: Tie, said: Mapping[str, Cells], properties: Mapping[str, object]) -> list[pl.Series]:
    many = {p.name for p in tie.kind.properties if p.many}
    return [(_whole(cell) if name in many else cell.values).alias(name) for name, cell in said.items() if name in properties]


def _by_row(role: _Role) -> pl.DataFrame:
    if role.aligned:
        return role.frame.select("id").with_row_index("row")
    return role.frame.select("row", "id")


def _bound(names: str | tuple[str, ...], cells: Mapping[str, Cells]) -> Cells | None:
    """Give the cells of a field, or of the first filled of several fields (by their first values)."""
    if isinstance(names, str):
        return cells.get(names)
    found = [cells[name].values.cast(pl.String) for name in names if name in cells]
    if not found:
        return None
    frame = pl.DataFrame({f"f{i}": values for i, values in enumerate(found)})
    return Cells(frame.select(pl.coalesce(pl.all()).alias("f"))["f"])


def _whole(cell: Cells) -> pl.Series:
    """Give the cells of a property that holds lists: one list a row."""
    frame = pl.DataFrame({"v": cell.values}).with_row_index("row")
    lists = frame.with_columns(pl.when(pl.col("v").is_not_null()).then(pl.concat_list("v")).alias("v"))
    if cell.many is not None:
        several = cell.many.drop_nulls("value").group_by("row", maintain_order=True).agg(pl.col("value").unique(maintain_order=True))
        lists = lists.join(several, on="row", how="left", maintain_order="left").select(pl.coalesce("value", "v").alias("v"))
    return lists["v"]


def _dtype(kind: NodeKind, name: str) -> pl.DataType:
    return next((p.dtype for p in kind.properties if p.name == name), pl.String())
