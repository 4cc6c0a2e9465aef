"""`--annotated`: the user's own workbooks, annotated, in a folder of their own."""

from collections.abc import Sequence
from pathlib import Path

import click

from netmap.cli.console import counted, say
from netmap.errors import NetmapError
from netmap.intake import FileReport, Report, annotated_name, annotated_workbook
from netmap.tables.content import safe_name
from netmap.tables.members import WITHIN

annotated_option = click.option(
    "--annotated",
    metavar="DOSSIER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Dossier neuf ou vide où écrire vos classeurs annotés : chaque cellule à revoir est colorée et commentée ; "
    "corrigés, ils se rechargent.",
)


def refuse_annotated(folder: Path | None) -> None:
    """Raise when annotated workbooks cannot be written in a folder, or when something is there already."""
    if folder is None:
        return
    if not folder.parent.is_dir():
        raise NetmapError(f"Le dossier « {folder.parent} » n’existe pas : créez-le, ou choisissez un autre endroit.")
    if folder.is_dir() and any(folder.iterdir()):
        raise NetmapError(f"Le dossier « {folder} » n’est pas vide et contient peut-être vos corrections : donnez-en un neuf ou vide.")


def write_annotated(report: Report, given: Sequence[Path], folder: Path | None) -> list[Path]:
    """Write the annotated workbook of each file that was read; say where."""
    if folder is None:
        return []
    written: list[Path] = []
    folder.mkdir(exist_ok=True)
    for file in report.files:
        if file.problem is None:
            path = _free(folder / annotated_name(file.file), written)
            path.write_bytes(_annotated(file, given))
            written.append(path)
    if written:
        say(f"{counted(len(written), 'classeur annoté écrit', 'classeurs annotés écrits')} dans « {folder} » : corrigez, puis rechargez.")
    return written


def _annotated(file: FileReport, given: Sequence[Path]) -> bytes:
    """Annotate a file found again among those given, in a folder or in an archive; raise when it is no longer what was read."""
    refusal = NetmapError(f"« {file.file} » n’est plus à sa place : donnez-le de nouveau.")
    first, *others = file.file.split(WITHIN)
    for root in given:
        if safe_name(root.name or root.resolve().name) != first:
            continue
        path = root
        for name in others:
            path = path / name if path.is_dir() else path
        try:
            return annotated_workbook(path.name, path.read_bytes(), file)
        except (NetmapError, OSError) as error:
            refusal = error if isinstance(error, NetmapError) else refusal
    raise refusal


def _free(path: Path, taken: Sequence[Path]) -> Path:
    """Give a name that no other file of this import took."""
    names = {one.name.lower() for one in taken}
    tries = (path, *(path.with_name(f"{path.stem} ({n}){path.suffix}") for n in range(2, len(taken) + 3)))
    return next(one for one in tries if one.name.lower() not in names)
