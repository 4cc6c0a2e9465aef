"""Small networks written by hand: establishments E1…, partners P1…, conventions and partnerships between them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from netmap.network import Network, link_columns, node_columns

ON = date(2026, 11, 23)
LONG = {"starts_on": date(2024, 9, 1), "ends_on": date(2029, 8, 31)}
Row = dict[str, Any]


def e(number: int) -> str:
    return f"Establishment:E{number}"


def p(number: int | str) -> str:
    return f"Organisation:P{number}"


def nodes(kind: str, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    schema = node_columns(kind)
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in rows], schema=schema)


def links(kind: str, rows: Sequence[tuple[str, str] | tuple[str, str, Row]]) -> pl.DataFrame:
    schema = link_columns(kind)
    told = [{"source": row[0], "target": row[1], **(row[2] if len(row) > 2 else {})} for row in rows]
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in told], schema=schema)


def network(
    schools: int | Sequence[Row],
    signed: Sequence[tuple[str, str] | tuple[str, str, Row]] = (),
    known: Sequence[tuple[str, str] | tuple[str, str, Row]] = (),
    organisations: Sequence[Row] = (),
    others: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    ties: Mapping[str, Sequence[tuple[str, str] | tuple[str, str, Row]]] | None = None,
) -> Network:
    """Make a network: a convention for each of `signed` (in force unless its row says), a partnership for each of `known`.

    Organisations are those of `organisations`, and whoever else signs or is known, by its id alone.
    """
    every = [{"id": e(n + 1), "name": f"Lycée {n + 1}"} for n in range(schools)] if isinstance(schools, int) else list(schools)
    told = {row["id"]: row for row in organisations}
    for partner in (row[1] for row in (*signed, *known)):
        if partner.startswith("Organisation:"):
            told.setdefault(partner, {"id": partner, "name": partner.partition(":")[2]})
    conventions = [
        {"id": f"Convention:C{n}", "object": f"Convention {n}", **(row[2] if len(row) > 2 else LONG)} for n, row in enumerate(signed)
    ]
    ends = [(end, f"Convention:C{n}") for n, row in enumerate(signed) for end in dict.fromkeys(row[:2])]
    frames = {
        "Establishment": nodes("Establishment", every),
        "Organisation": nodes("Organisation", list(told.values())),
        "Convention": nodes("Convention", conventions),
        **{kind: nodes(kind, rows) for kind, rows in (others or {}).items()},
    }
    said = {"SIGNS": links("SIGNS", ends), "PARTNER_OF": links("PARTNER_OF", known)}
    return Network(frames, {**said, **{kind: links(kind, rows) for kind, rows in (ties or {}).items()}})
