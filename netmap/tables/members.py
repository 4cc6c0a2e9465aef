"""Find the files to read in what was given: a file is itself, a folder and a zip are the tables they hold.

Nothing is written to disk and no link is followed. A member is opened when it is read, and one that cannot be is told by its own
sentence: the others are read all the same. What is no table is left aside, and said with the first member.
"""

import io
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from netmap.errors import FileUnreadable
from netmap.tables.archive import ENCRYPTED, is_workbook, parts_of
from netmap.tables.content import ADVICE, EXPANDED_PIECE, ZIP, refuse_expansion, refuse_too_big, safe_name
from netmap.tables.files import ENDINGS, lock_of, named_bytes, read_bytes, read_file
from netmap.tables.sheet import FileRead
from netmap.tables.words import number

MEMBERS_MAX = 1_000
ENTRIES_MAX = 20_000
SHOWN = 5
WITHIN = " › "
LEFT_ALONE = ("__macosx", "thumbs.db", "desktop.ini", ".")
OUTSIDE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Member:
    """Hold a file to read, under the name by which a person finds it: « envoi.zip › 2025 › liste.csv »."""

    name: str
    read: Callable[[], FileRead]


def members_at(path: Path) -> tuple[Member, ...]:
    """Give the files to read at a path: the file itself, or the tables of a folder or of a zip; never raise, reading does."""
    shown = safe_name(path.name or path.resolve().name)
    if path.is_dir():
        return guarded(shown, lambda: of_folder(shown, path))
    try:
        with path.open("rb") as file:
            zipped = file.read(4).startswith(ZIP)
    except (OSError, ValueError):
        zipped = False
    return guarded(shown, lambda: of_zip(shown, path)) if zipped else (Member(shown, lambda: read_file(path)),)


def members_of(name: str, content: bytes) -> tuple[Member, ...]:
    """Give the files to read in an upload: itself, or the tables of a zip; never raise, reading does."""
    shown = safe_name(name)
    if content.startswith(ZIP):
        return guarded(shown, lambda: of_zip(shown, content))
    return (Member(shown, lambda: read_bytes(name, content)),)


def guarded(name: str, found: Callable[[], tuple[Member, ...]]) -> tuple[Member, ...]:
    """Give the members found; a refusal is given by reading a member of that name."""
    try:
        return found()
    except FileUnreadable as error:
        refusal = error

        def refuse() -> FileRead:
            raise refusal

        return (Member(name, refuse),)


def of_folder(shown: str, folder: Path) -> tuple[Member, ...]:
    """Give the tables of a folder and of the folders in it, in the order of their names."""
    found: list[Path] = []
    links: list[str] = []
    for place, folders, files in os.walk(folder):
        links.extend(name for name in sorted((*folders, *files)) if (Path(place) / name).is_symlink())
        folders[:] = sorted(name for name in folders if not left_alone(name))
        found.extend(path for name in sorted(files) if not (path := Path(place) / name).is_symlink())
        if len(found) > ENTRIES_MAX:
            raise FileUnreadable(f"« {shown} » est un dossier de plus de {number(ENTRIES_MAX)} fichiers : donnez celui des tableaux.")
    tables, aside = sorted_out([path.relative_to(folder).as_posix() for path in found])
    if links:
        aside.append(f"{counted(len(links), 'raccourci')} non suivi{'s' if len(links) > 1 else ''} ({listed(links)}).")
    members: list[Member] = []
    for name in tables:
        above = (shown, *steps_of(name)[:-1])
        members.extend(within(above, member) for member in members_at(folder / name))
    return told(shown, "un dossier", members, aside)


def within(above: tuple[str, ...], member: Member) -> Member:
    """Give a member under the names of the folders it is in."""

    def read() -> FileRead:
        found = member.read()
        return replace(found, file=WITHIN.join((*above, found.file)))

    return Member(WITHIN.join((*above, member.name)), read)


def of_zip(shown: str, source: Path | bytes) -> tuple[Member, ...]:
    """Give the tables of a zip, in its order; one that is a workbook is its own only member."""
    size = source.stat().st_size if isinstance(source, Path) else len(source)
    refuse_too_big(shown, size)
    entries = parts_of(shown, source)
    if is_workbook(entries):
        return (Member(shown, lambda: read_file(source) if isinstance(source, Path) else read_bytes(shown, source)),)
    if len(entries) > ENTRIES_MAX:
        raise FileUnreadable(f"« {shown} » contient plus de {number(ENTRIES_MAX)} fichiers : ne gardez que les tableaux.")
    named = {true_name(entry): entry for entry in entries if not entry.is_dir()}
    tables, aside = sorted_out(list(named))
    refuse_expansion(shown, sum(named[name].file_size for name in tables), size)
    members = [
        Member(WITHIN.join((shown, *steps_of(name))), lambda name=name: read_entry(shown, source, name, named[name])) for name in tables
    ]
    return told(shown, "une archive zip", members, aside)


def read_entry(shown: str, source: Path | bytes, name: str, entry: zipfile.ZipInfo) -> FileRead:
    """Read a file of a zip; raise when its name, its protection or its size make it unsafe."""
    file = WITHIN.join((shown, *steps_of(name)))
    if OUTSIDE.search(name):
        raise FileUnreadable(f"« {file} » porte dans l’archive un nom qui sort de son dossier : il n’est pas lu ; refaites l’archive.")
    if entry.flag_bits & ENCRYPTED:
        raise FileUnreadable(f"« {file} » est protégé par un mot de passe dans l’archive : décompressez-la, puis donnez le fichier.")
    pieces: list[bytes] = []
    total = 0
    try:
        with zipfile.ZipFile(source if isinstance(source, Path) else io.BytesIO(source)) as archive, archive.open(entry) as opened:
            while piece := opened.read(EXPANDED_PIECE):
                total += len(piece)
                refuse_expansion(file, total, entry.compress_size)
                pieces.append(piece)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        raise FileUnreadable(f"« {file} » est abîmé dans l’archive : refaites l’archive, ou donnez le fichier lui-même.") from None
    content = b"".join(pieces)
    if content.startswith(ZIP) and not is_workbook(parts_of(file, content)):
        raise FileUnreadable(f"« {file} » est une archive dans une archive : ouvrez-la, puis donnez les fichiers qu’elle contient.")
    return named_bytes(file, content)


def true_name(entry: zipfile.ZipInfo) -> str:
    """Give the name of a file in a zip; those without mark of UTF-8 are written in it all the same, or as old Windows does."""
    if entry.flag_bits & 0x800 or entry.orig_filename.isascii():
        return entry.orig_filename
    raw = entry.orig_filename.encode("cp437")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp850")


def sorted_out(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part the tables from what is left aside, with a sentence for each reason."""
    tables: list[str] = []
    hidden: list[str] = []
    others: list[str] = []
    aside: list[str] = []
    for name in names:
        last = steps_of(name)[-1]
        if locked := lock_of(last):
            aside.append(f"« {last} » laissé de côté : « {locked} » est ouvert dans un tableur ; enregistrez-le et fermez-le.")
        elif any(left_alone(part) for part in name.replace("\\", "/").split("/") if part not in {"", "..", "."}):
            hidden.append(last)
        elif last.lower().endswith((*ENDINGS, ".zip")):
            tables.append(name)
        else:
            others.append(last)
    if hidden:
        aside.append(f"{counted(len(hidden), 'fichier caché')} laissé{'s' if len(hidden) > 1 else ''} de côté ({listed(hidden)}).")
    if others:
        aside.append(f"{counted(len(others), 'fichier')} laissé{'s' if len(others) > 1 else ''} de côté, sans tableau ({listed(others)}).")
    return tables, aside


def told(shown: str, what: str, members: Sequence[Member], aside: Sequence[str]) -> tuple[Member, ...]:
    """Give the members, the first of which says what was left aside; raise when there is none, or too many."""
    if not members:
        said = " ".join(aside)
        raise FileUnreadable(f"« {shown} » est {what} sans aucun tableau : {ADVICE}" + (f" {said}" if said else ""))
    if len(members) > MEMBERS_MAX:
        many = f"{number(len(members))} tableaux, plus que les {number(MEMBERS_MAX)} admis"
        raise FileUnreadable(f"« {shown} » est {what} de {many} : donnez-les en plusieurs fois.")
    first = members[0]

    def read() -> FileRead:
        found = first.read()
        return replace(found, notes=(*aside, *found.notes))

    return (Member(first.name, read), *members[1:])


def left_alone(part: str) -> bool:
    """Tell whether a file or a folder is one that systems hide."""
    return part.lower().startswith(LEFT_ALONE)


def steps_of(name: str) -> tuple[str, ...]:
    """Give the folders and the name of a file, each made safe to show."""
    return tuple(safe_name(part) for part in name.replace("\\", "/").split("/") if part not in {"", "..", "."}) or (safe_name(name),)


def counted(count: int, what: str) -> str:
    """Write how many there are, in French."""
    return f"{number(count)} {' '.join(word + 's' for word in what.split())}" if count > 1 else f"1 {what}"


def listed(names: Iterable[str]) -> str:
    """Write some names."""
    some = list(names)
    return ", ".join(some[:SHOWN]) + (", …" if len(some) > SHOWN else "")
