"""The manifest of a dossier: what it is made of and what it says, with a sha256 for each file and a seal for itself.

The seal is not a signature: it shows an accident or a change made in passing, not a person who would make everything again. Who hands
a dossier over can note its seal elsewhere (a message, a minute) to make that visible too.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import Any

import orjson

from netmap.errors import NetmapError
from netmap.evidence.dossier import Dossier, Figure

NAME = "manifeste.json"
FORMAT = "netmap-dossier"
EDITION = 1


def manifest(dossier: Dossier, files: Mapping[str, bytes], model: tuple[str, bytes] | None, undrawn: frozenset[str]) -> bytes:
    """Write the manifest of a dossier and of its files."""
    said: dict[str, Any] = {
        "format": FORMAT,
        "edition": EDITION,
        "made_by": dossier.made_by,
        "title": dossier.title,
        "scope": dossier.scope,
        "holders": list(dossier.holders),
        "on": dossier.on.isoformat(),
        "network_version": dossier.network_version,
        "criteria": [section.key for section in dossier.sections],
        "parameters": dict(dossier.parameters),
        "model": None if model is None else {"file": model[0], "sha256": sha256(model[1]).hexdigest()},
        "lots": [lot._asdict() for lot in dossier.lots],
        "sources": [source._asdict() for source in dossier.sources],
        "attachments": [asdict(one) for one in dossier.attachments],
        "files": [{"file": name, "sha256": sha256(content).hexdigest(), "size": len(content)} for name, content in sorted(files.items())],
        "figures": [figure_said(figure) for figure in dossier.figures],
        "undrawn": "".join(sorted(undrawn)),
    }
    return sealed(said)


def sealed(said: Mapping[str, Any]) -> bytes:
    """Write a manifest with its seal at its end."""
    return _json({**said, "seal": seal_of(said)})


def seal_of(said: Mapping[str, Any]) -> str:
    """Compute the seal of a manifest, whatever seal it carries."""
    return sha256(_json({name: value for name, value in said.items() if name != "seal"})).hexdigest()


def seal_in(written: bytes) -> str:
    """Read the seal of a manifest of ours."""
    return str(orjson.loads(written)["seal"])


def figure_said(figure: Figure) -> dict[str, Any]:
    """Give what a figure says as plain values: what a verification compares."""
    value = figure.value.isoformat() if isinstance(figure.value, date) else figure.value
    return {
        "id": figure.id,
        "label": figure.label,
        "state": str(figure.state),
        "value": value,
        "unit": figure.unit,
        "out_of": figure.out_of,
        "on": figure.on.isoformat(),
        "definition": figure.definition,
        "denominator": figure.denominator,
        "lines": len(figure.lines),
    }


def _json(said: Mapping[str, Any]) -> bytes:
    try:
        return orjson.dumps(said, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    except TypeError as error:
        raise NetmapError(
            f"Les paramètres du dossier ne s’écrivent pas en JSON ({error}) : donnez des textes, des nombres, des listes."
        ) from error
