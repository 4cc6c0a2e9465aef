"""The parts of a zipped workbook: read one, change one, relate one to another, write them all back in their order."""

import io
import posixpath
import re
import zipfile
from xml.etree import ElementTree as ET

from netmap.errors import NetmapError

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "[Content_Types].xml"
_NAME = re.compile(rb"<(?:([\w.-]+):)?(worksheet|styleSheet|comments)[\s>]")


class Unmarkable(NetmapError):
    """Say that a workbook is not written as those that can be marked in place."""


class Package:
    """Hold the parts of a workbook; the content was found safe when it was read (`refuse_unsafe_workbook`)."""

    def __init__(self, content: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                self._entries = {entry.filename: entry for entry in archive.infolist()}
                self._parts = {name: archive.read(name) for name in self._entries}
        except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError) as error:
            raise Unmarkable(f"Classeur illisible : {error}") from error

    def part(self, path: str) -> bytes:
        """Give a part; raise Unmarkable when it is missing or not in UTF-8."""
        if path not in self._parts:
            raise Unmarkable(f"Partie absente : {path}")
        part = self._parts[path].removeprefix(b"\xef\xbb\xbf")
        if b"\x00" in part[:200] or b"<!--" in part or b"<![CDATA[" in part:
            raise Unmarkable(f"Partie écrite autrement qu’attendu : {path}")
        return part

    def change(self, path: str, part: bytes) -> None:
        """Put a part in the place of another, or add it."""
        self._parts[path] = part

    def written(self) -> bytes:
        """Write all parts as a workbook."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
            for path, part in self._parts.items():
                entry = self._entries.get(path) or zipfile.ZipInfo(path)
                kept = zipfile.ZipInfo(path, entry.date_time)
                kept.compress_type, kept.external_attr = zipfile.ZIP_DEFLATED, entry.external_attr
                archive.writestr(kept, part)
        return held.getvalue()

    def sheet_path(self, sheet: str) -> str:
        """Find the part of a sheet by its name."""
        root = self._tree("xl/workbook.xml")
        for found in root.iter():
            if found.tag.rpartition("}")[2] == "sheet" and (found.get("name") or "").strip() == sheet.strip():
                wanted = next((value for key, value in found.attrib.items() if key.rpartition("}")[2] == "id"), "")
                for identifier, _kind, path in self.related("xl/workbook.xml"):
                    if identifier == wanted:
                        return path
        raise Unmarkable(f"Feuille absente : {sheet}")

    def related(self, path: str) -> list[tuple[str, str, str]]:
        """List the parts that one relates to: identifier, last word of the type, path."""
        relations = _relations_path(path)
        if relations not in self._parts:
            return []
        found: list[tuple[str, str, str]] = []
        for one in self._tree(relations):
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), one.get("Target", ""))).removeprefix("/")
                found.append((one.get("Id", ""), one.get("Type", "").rpartition("/")[2], target))
        return found

    def relate(self, path: str, target: str, kind: str) -> str:
        """Relate a part to another and give the identifier; `target` is a path from the root."""
        relations = _relations_path(path)
        known = {identifier for identifier, _kind, _path in self.related(path)}
        identifier = next(name for n in range(1, 10_000) if (name := f"rIdNetmap{n}") not in known)
        one = f'<Relationship Id="{identifier}" Type="{_RELATION}/{kind}" Target="/{target}"/>'.encode()
        empty = f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode()
        written = self.part(relations) if relations in self._parts else empty
        if b"</Relationships>" not in written:
            written = written.replace(b"/>", b"></Relationships>", 1) if written.rstrip().endswith(b"/>") else written
        self.change(relations, _before_end(written, b"</Relationships>", one))
        return identifier

    def declare(self, said: str, *, first: bool = False) -> None:
        """Add a content type unless it is said already; a `Default` comes first."""
        types = self.part(_TYPES)
        key = said.split('"')[1].lower().encode()
        if re.search(rb'"' + re.escape(key) + rb'"', types.lower()):
            return
        if first:
            types = re.sub(rb"(<Types\b[^>]*>)", lambda found: found[1] + said.encode(), types, count=1)
        else:
            types = _before_end(types, b"</Types>", said.encode())
        self.change(_TYPES, types)

    def free(self, pattern: str) -> str:
        """Give a path that no part has yet."""
        return next(path for n in range(1, 100_000) if (path := pattern.format(n)) not in self._parts)

    def _tree(self, path: str) -> ET.Element:
        try:
            return ET.fromstring(self.part(path))  # noqa: S314 - entities were refused when the file was read
        except ET.ParseError as error:
            raise Unmarkable(f"Partie abîmée : {path}") from error


def prefix_of(part: bytes) -> bytes:
    """Give the prefix that a part writes before the names of its elements, « x: » or none."""
    found = _NAME.search(part)
    if found is None:
        raise Unmarkable("Partie sans racine connue.")
    return (found[1] + b":") if found[1] else b""


def _before_end(part: bytes, end: bytes, added: bytes) -> bytes:
    if end not in part:
        raise Unmarkable(f"{end.decode()} absent.")
    head, found, tail = part.rpartition(end)
    return head + added + found + tail


def _relations_path(path: str) -> str:
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{name}.rels")
