"""Verdicts, decisions and sendings are the same on a server as in a file, command by command."""

import json
from pathlib import Path
from typing import Any

from tests.cli.running import run
from tests.coherence.telling import LYCEE, PORT, Row, c, d, e, f
from tests.coherence.writing import files

_ON = ("--on", "23/11/2026")
_LINES = (
    e(LYCEE, academie="Rennes"),
    e(PORT, academie="Strasbourg"),
    c(),
    c("CONV-2", uai=PORT, cites="ACCORD-1", renewal="Tacite"),
    c("CONV-3", siren="", partner="Escuela", country="Espagne", signed="01/09/2025", voted="02/09/2025"),
    f(renewal="Expresse"),
    d("DAFPIC de Rennes", "DAFPIC", academie="Rennes"),
)


def _load(location: str, folder: Path, *lines: tuple[str, Row]) -> None:
    folder.mkdir()
    written: list[Path] = []
    for name, text in files(lines).items():
        written.append(folder / name)
        written[-1].write_text(text, encoding="utf-8")
    result = run("load", *written, "--network", location)
    assert result.exit_code == 0, result.output


def _json(location: str, *words: str) -> dict[str, Any]:
    result = run(*words, "--network", location, "--format", "json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    return {name: value for name, value in told.items() if name != "network"}


def _story(location: str, folder: Path) -> list[dict[str, Any]]:
    """Load, decide of two verdicts, change a fact, put back; give what each command says."""
    folder.mkdir()
    _load(location, folder / "premier", *_LINES)
    said = [_json(location, "coherence", *_ON)]
    deciding = ("decide", *_ON, "--author", "Camille", "--convention")
    said.append(_json(location, *deciding, "CONV-1", "--framework", "ACCORD-1", "--status", "rattache", "--reason", "avenant signé"))
    said.append(_json(location, *deciding, "CONV-3", "--topic", "vote", "--status", "sans_objet", "--reason", "date mal saisie"))
    sending = run("delegations", *_ON, "--delegation", "DAFPIC de Rennes", "--sent", "--author", "Camille", "--network", location)
    assert sending.exit_code == 0, sending.output
    said.append(_json(location, "coherence", *_ON))
    later = [one for one in _LINES if one[1].get("N° de convention") != "CONV-3"]
    _load(
        location,
        folder / "second",
        *later,
        c("CONV-3", siren="", partner="Escuela", country="Espagne", signed="01/09/2025", voted="05/09/2025"),
    )
    said += [_json(location, "coherence", *_ON), _json(location, "delegations", *_ON)]
    for lot in ("5", "2"):
        assert run("undo", lot, "--network", location).exit_code == 0
    return [
        *said,
        _json(location, "coherence", *_ON),
        _json(location, "precheck", "Alpha", "--establishment", LYCEE, "--theme", "PFMP", *_ON),
    ]


def _decisions(told: dict[str, Any]) -> dict[str, tuple[str, bool]]:
    return {
        f"{one['convention_reference']} {one['rule']}": (one["decision"]["status"], one["decision"]["to_review"])
        for one in told["findings"]
        if one["decision"]
    }


def test_a_server_tells_verdicts_decisions_and_sendings_as_a_file_does(neo4j: str, tmp_path: Path) -> None:
    in_file = _story(str(tmp_path / "reseau.netmap"), tmp_path / "fichier")
    on_server = _story(neo4j, tmp_path / "serveur")
    assert on_server == in_file
    first, _one, _two, decided, changed, _sent, undone, _asked = on_server
    assert first["counts"] == {"L0": 0, "L1": 0, "L2": 1, "L2b": 2, "L3": 1, "L4": 2}
    assert _decisions(first) == {}
    assert _decisions(decided) == {"CONV-1 lien-declare": ("rattache", False), "CONV-3 signature-avant-vote": ("sans_objet", False)}
    assert _decisions(changed) == {"CONV-1 lien-declare": ("rattache", False), "CONV-3 signature-avant-vote": ("sans_objet", True)}
    assert _decisions(undone) == {"CONV-3 signature-avant-vote": ("sans_objet", False)}
    assert run("verify", "--network", neo4j).exit_code == 0
