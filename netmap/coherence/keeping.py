"""Keep as a draft the convention asked about before signature: only when a person asks for it, as a lot that can be undone."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from netmap.coherence.precheck import Precheck
from netmap.domain import CONVENTION, COVERS, ORGANISATION, SIGNS
from netmap.identity import identifiers
from netmap.lot import Draft, LotKind
from netmap.lots.corrections import by_person
from netmap.network import node_columns

_LINK = {
    **dict.fromkeys(("source", "target", "field"), pl.String()),
    "about_target": pl.Boolean(),
    "line": pl.Int32(),
    "table": pl.Int16(),
}


def draft_of(answer: Precheck, *, author: str, at: str) -> Draft:
    """Prepare the lot that keeps the convention asked about as a draft, by the hand of a person."""
    request = answer.request
    object_ = f"Projet avec {answer.partner_name}"
    school = answer.network.row(request.establishment)
    identifier = identifiers(
        CONVENTION,
        {
            "establishment": pl.Series([school["uai"] or request.establishment.partition(":")[2]]),
            "partner": pl.Series([answer.partner_name]),
            "object": pl.Series([f"{object_} {at[:19]}"]),
        },
    )[0]
    hand = {"line": None, "table": 0}
    nodes: dict[str, list[dict[str, Any]]] = {
        CONVENTION.name: [
            {
                "id": identifier,
                "object": object_,
                "status": "projet",
                "themes": list(request.themes) or None,
                "starts_on": request.starts_on,
                "ends_on": request.ends_on,
                "declared": True,
                **hand,
            }
        ]
    }
    if not answer.partner_known:
        row = answer.network.row(answer.partner)
        told = {name: row[name] for name in ("siret", "siren", "name", "commune", "foreign")}
        nodes[ORGANISATION.name] = [{"id": answer.partner, **told, "declared": True, **hand}]
    signs = [
        {"source": s, "target": identifier, "field": "hand", "about_target": True, **hand} for s in (request.establishment, answer.partner)
    ]
    frames = {kind: _frame(rows, {**dict(node_columns(kind)), "line": pl.Int32(), "table": pl.Int16()}) for kind, rows in nodes.items()}
    frames[SIGNS.name] = _frame(signs, _LINK)
    if request.territory:
        covers = [{"source": identifier, "target": request.territory, "field": "hand", "about_target": False, **hand}]
        frames[COVERS.name] = _frame(covers, _LINK)
    lot = by_person(LotKind.CORRECTION, f"{object_} : projet gardé depuis « Avant de signer »", author, "", at)
    return Draft(replace(lot, statements=sum(frame.height for frame in frames.values())), frames)


def _frame(rows: list[dict[str, Any]], columns: Mapping[str, pl.DataType]) -> pl.DataFrame:
    said = {name for row in rows for name in row}
    return pl.DataFrame(rows, schema={name: dtype for name, dtype in columns.items() if name in said})
