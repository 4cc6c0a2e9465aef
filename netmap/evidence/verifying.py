"""Is a dossier untouched, and does the network still say the same? Two questions, two answers, each in sentences.

An archive is untouched when packing again what it holds gives it back byte for byte, each file has the sha256 that the manifest says,
and the manifest has its seal: one byte changed anywhere, even in a date of the archive, is found.
"""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import orjson

from netmap.errors import FileUnreadable
from netmap.evidence.dossier import Figure, State
from netmap.evidence.french import on_one_line, shown
from netmap.evidence.manifest import EDITION, FORMAT, NAME, figure_said, seal_of
from netmap.evidence.package import archive

SIZE_MAX = 1 << 30
_FILES_MAX = 1_000
_SPOILED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(NotImplementedError, RuntimeError, EOFError, ValueError, OSError, OverflowError),
)
_COMPARED = ("state", "value", "unit", "out_of")


@dataclass(frozen=True, slots=True)
class Checked:
    """Hold what an archive says of itself (`manifest`, empty when it cannot be read) and a sentence for each fault."""

    manifest: Mapping[str, Any]
    seal: str
    faults: tuple[str, ...]

    @property
    def figures(self) -> tuple[Mapping[str, Any], ...]:
        """Give the figures that the manifest says."""
        said = self.manifest.get("figures")
        return tuple(cast("list[Mapping[str, Any]]", said)) if isinstance(said, list) else ()


@dataclass(frozen=True, slots=True)
class Change:
    """Hold a figure that is no longer the same: what the dossier says, what the network says now."""

    id: str
    label: str
    before: str
    now: str

    @property
    def sentence(self) -> str:
        """Say the change."""
        return f"{on_one_line(self.label, 160)} : {self.before} dans le dossier, {self.now} aujourd’hui."


def check_dossier(path: Path) -> Checked:
    """Check an archive; raise FileUnreadable when the file is not a dossier of netmap at all."""
    name = path.name
    try:
        if path.stat().st_size > SIZE_MAX:
            raise FileUnreadable(f"« {name} » dépasse 1 Go : ce n’est pas un dossier fait par netmap.")
        content = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(f"« {name} » ne peut pas être lu : vérifiez son nom, son dossier et le droit de le lire.") from error
    return check_bytes(name, content)


def check_bytes(name: str, content: bytes) -> Checked:
    """Check an archive given by its content."""
    faults: list[str] = []
    files = _members(name, content, faults)
    if NAME not in files:
        raise FileUnreadable(f"« {name} » n’est pas un dossier fait par netmap : il ne contient pas « {NAME} ».")
    said = _read(files[NAME])
    if said is None:
        return Checked({}, "", (*faults, f"« {NAME} » ne peut plus être lu : il a été modifié."))
    if said.get("format") != FORMAT:
        raise FileUnreadable(f"« {name} » n’est pas un dossier fait par netmap : « {NAME} » est d’un autre programme.")
    if said.get("edition") != EDITION:
        raise FileUnreadable(
            f"« {name} » vient d’une autre version de netmap : vérifiez-le avec celle qui l’a fait ({said.get('made_by')})."
        )
    seal = seal_of(said)
    if said.get("seal") != seal:
        faults.append(f"« {NAME} » a été modifié : il ne correspond plus à son sceau.")
    faults += _file_faults(said, {held: bytes_ for held, bytes_ in files.items() if held != NAME})
    if not faults and archive(files) != content:
        faults.append(f"L’archive « {name} » a été modifiée ou refaite : ses fichiers sont intacts, son enveloppe ne l’est pas.")
    return Checked(said, seal, tuple(faults))


def changes(checked: Checked, figures: Iterable[Figure]) -> tuple[Change, ...]:
    """Compare the figures of a dossier with those that the network gives now, asked in the same way."""
    now = {figure.id: figure for figure in figures}
    found: list[Change] = []
    for said in checked.figures:
        figure = now.pop(str(said.get("id")), None)
        label = str(said.get("label"))
        before = _before(said)
        if figure is None:
            found.append(Change(str(said.get("id")), label, before, "n’est plus calculé"))
            continue
        present = figure_said(figure)
        if any(present[name] != said.get(name) for name in _COMPARED):
            found.append(Change(figure.id, label, before, _before(present)))
        elif present["definition"] != said.get("definition") or present["denominator"] != said.get("denominator"):
            found.append(Change(figure.id, label, before, "définition changée"))
    found += [Change(figure.id, figure.label, "absent", _before(figure_said(figure))) for figure in now.values()]
    return tuple(found)


def _members(name: str, content: bytes, faults: list[str]) -> dict[str, bytes]:
    """Read the files of an archive, whatever their names; what is spoiled is a fault."""
    files: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as read:
            entries = read.infolist()
            if len(entries) > _FILES_MAX or sum(entry.file_size for entry in entries) > SIZE_MAX:
                raise FileUnreadable(f"« {name} » contient trop de fichiers, ou de trop grands : ce n’est pas un dossier fait par netmap.")
            for entry in entries:
                shown_name = on_one_line(entry.filename, 80)
                if entry.filename in files:
                    faults.append(f"« {shown_name} » est deux fois dans l’archive.")
                try:
                    files[entry.filename] = read.read(entry)
                except _SPOILED:
                    files[entry.filename] = b""
                    faults.append(f"« {shown_name} » est abîmé ou a été modifié.")
    except _SPOILED as error:
        raise FileUnreadable(f"« {name} » n’est pas une archive zip lisible : elle est abîmée, ou ce n’est pas un dossier.") from error
    return files


def _read(content: bytes) -> dict[str, Any] | None:
    try:
        said: Any = orjson.loads(content)
    except orjson.JSONDecodeError:
        return None
    return cast("dict[str, Any]", said) if isinstance(said, dict) else None


def _file_faults(said: Mapping[str, Any], files: Mapping[str, bytes]) -> list[str]:
    listed: Any = said.get("files")
    named: dict[str, str] = {}
    if isinstance(listed, list):
        entries = cast("list[Any]", listed)
        named = {str(entry.get("file")): str(entry.get("sha256")) for entry in entries if isinstance(entry, dict)}  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    faults = [f"« {on_one_line(name, 80)} » manque." for name in named if name not in files]
    faults += [f"« {on_one_line(name, 80)} » a été ajouté." for name in files if name not in named]
    faults += [
        f"« {on_one_line(name, 80)} » a été modifié."
        for name, content in files.items()
        if name in named and sha256(content).hexdigest() != named[name]
    ]
    return faults


def _before(said: Mapping[str, Any]) -> str:
    value = said.get("value")
    if said.get("state") == str(State.UNKNOWN):
        return str(State.UNKNOWN)
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            value = on_one_line(value, 80)
    out_of = said.get("out_of")
    of = f" sur {shown(out_of)}" if isinstance(out_of, int) else ""
    return f"{shown(value, str(said.get('unit') or ''))}{of} ({said.get('state')})"
