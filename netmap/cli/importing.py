"""`check` and `load`: files in, the report, what changes; `load` commits it."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from loaders import SOURCES
from netmap.cli.annotating import annotated_option, refuse_annotated, write_annotated
from netmap.cli.console import counted, progress, say, show, show_bytes, show_json
from netmap.cli.network_choice import chosen_network, network_option
from netmap.cli.options import (
    author_option,
    check_output,
    chosen_author,
    chosen_store,
    format_option,
    reason_option,
    verb,
)
from netmap.errors import FileUnreadable, NetmapError, StaleVersion
from netmap.intake import Given, Preparation, Report, commit, prepare, rejected_workbook
from netmap.intake.report import safe
from netmap.lot import Lot
from netmap.lots import Difference, KindDifference
from netmap.lots.corrections import now
from netmap.mapping import Decide, nothing_decided
from netmap.mapping.around import schools_named
from netmap.mapping.written import decided, read_rules, written
from netmap.problems import Severity
from netmap.stores import Store, is_there, open_store
from netmap.tables import read_file
from netmap.values import UAI

_TRIES = 3
_MOST_PROBLEMS = 10
_FILES = "FICHIERS : classeurs, .csv, .zip, dossiers, plusieurs à la fois si on veut ; ce que chacun contient est reconnu à ses colonnes. "
_CODES = "Code de sortie : 0 si toutes les lignes sont acceptées, 1 si des lignes sont rejetées ou un fichier laissé de côté."

files_argument = click.argument("files", metavar="FICHIERS…", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
series_option = click.option(
    "--series", metavar="NOM", default="", help="Série : ces fichiers remplacent ceux de même source et de même série. Sinon, proposée."
)
rejects_option = click.option(
    "--rejects",
    metavar="CLASSEUR",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Classeur .xlsx où écrire les lignes rejetées, avec le motif ; il se recharge tel quel une fois corrigé.",
)


def _one_lycee(_context: click.Context, _option: click.Parameter, said: str) -> str:
    """Refuse what would name no lycée, or two."""
    if said and not (isinstance(UAI.cell(said), str) or len(schools_named(said)) == 1):
        raise NetmapError(f"« {said} » ne nomme pas un lycée : écrivez son UAI, ou sa sorte et son nom (« LP Jean-Moulin »).")
    return said


mapping_option = click.option(
    "--mapping",
    metavar="FICHIER",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Correspondance des colonnes à suivre : un petit tableau, tel que « --save-mapping » l’écrit.",
)
save_mapping_option = click.option(
    "--save-mapping",
    metavar="FICHIER",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Écrit la correspondance des colonnes en .csv, à relire, corriger et redonner par « --mapping ».",
)
lycee_option = click.option(
    "--lycee",
    metavar="LYCÉE",
    default="",
    callback=_one_lycee,
    help="Lycée (UAI, ou nom) des tableaux qui n’en nomment aucun, ni dans une colonne, ni dans leur titre, leur feuille ou leur fichier.",
)
hidden_option = click.option("--hidden", is_flag=True, help="Lit aussi les feuilles et les lignes masquées.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Hold what both verbs are asked."""

    files: tuple[Path, ...]
    series: str
    author: str | None
    reason: str
    form: str
    rejects: Path | None
    annotated: Path | None
    mapping: Path | None
    save_mapping: Path | None
    lycee: str
    hidden: bool


def _importing(function: Callable[[Asked], None]) -> Callable[..., None]:
    """Give a command the options of both verbs, gathered."""

    @wraps(function)
    def gathered(**said: Any) -> None:  # noqa: ANN401 - click hands options over by name
        function(Asked(**said))

    command: Callable[..., None] = gathered
    for option in (
        hidden_option,
        lycee_option,
        save_mapping_option,
        mapping_option,
        annotated_option,
        rejects_option,
        format_option("table", "csv", "json", "mail"),
        reason_option,
        author_option,
        series_option,
        network_option,
        files_argument,
    ):
        command = option(command)
    return command


@verb("check", _FILES + _CODES)
@_importing
def check(asked: Asked) -> None:
    """Prepare a lot and show it."""
    _refuse_outputs(asked)
    if not is_there(chosen_network()):
        say(f"Aucun réseau « {chosen_network()} » : les fichiers sont comparés à un réseau vide.")
    with _store_to_compare() as store:
        preparation = _prepared(store, asked)
    _save_mapping(preparation, asked.save_mapping)
    _show(preparation, asked, None)
    if asked.form == "table" and not preparation.difference(0).is_empty:
        show("Rien n’a été écrit : « netmap load » charge ces fichiers.")
    _exit(preparation)


@verb("load", _FILES + "Le fichier du réseau est créé s’il manque. Recharger un fichier inchangé ne fait rien. " + _CODES)
@_importing
def load(asked: Asked) -> None:
    """Prepare a lot, show it, commit it; prepare it again when another came first."""
    _refuse_outputs(asked)
    preparation, lot = _loaded(asked)
    _save_mapping(preparation, asked.save_mapping)
    _show(preparation, asked, lot)
    if asked.form == "table":
        show(_outcome(preparation, lot))
    _exit(preparation)


def _refuse_outputs(asked: Asked) -> None:
    _refuse_rejects(asked.rejects)
    refuse_annotated(asked.annotated)
    if asked.save_mapping is not None:
        check_output(asked.save_mapping)


def _decide(mapping: Path | None) -> Decide:
    """Read the mapping to follow, if any."""
    if mapping is None:
        return nothing_decided
    try:
        sheets = read_file(mapping).sheets
    except FileUnreadable as error:
        raise NetmapError(str(error)) from error
    rows = [list(row) for row in sheets[0].cells.iter_rows()] if sheets else []
    return decided(read_rules(mapping.name, rows, SOURCES))


def _save_mapping(preparation: Preparation, place: Path | None) -> None:
    if place is not None:
        place.write_bytes(written(preparation.report.understood, safe))
        say(f"Correspondance des colonnes écrite dans « {place} » : relisez-la, puis redonnez-la par « --mapping ».")


@contextmanager
def _store_to_compare() -> Generator[Store]:
    """Give the chosen network, or an empty one when there is none yet: one is made only to hold a lot."""
    if is_there(chosen_network()):
        yield chosen_store()
        return
    with TemporaryDirectory(prefix="netmap-", ignore_cleanup_errors=True) as folder:
        yield open_store(Path(folder) / "vide.netmap", create=True)


def _prepared(store: Store, asked: Asked) -> Preparation:
    given = [Given.at(path) for path in asked.files]
    decide = _decide(asked.mapping)
    with progress() as step:
        return prepare(
            store,
            given,
            SOURCES,
            author=chosen_author(asked.author),
            at=now(),
            reason=asked.reason,
            series=asked.series,
            decide=decide,
            lycee=asked.lycee,
            hidden=asked.hidden,
            step=step,
        )


def _loaded(asked: Asked) -> tuple[Preparation, Lot | None]:
    """Prepare and commit; when another came first, say it and prepare again."""
    for _ in range(_TRIES - 1):
        try:
            return _loaded_once(asked)
        except StaleVersion:
            say("Le réseau a changé entre-temps : nouvelle préparation.")
    return _loaded_once(asked)


def _loaded_once(asked: Asked) -> tuple[Preparation, Lot | None]:
    with _store_to_compare() as store:
        preparation = _prepared(store, asked)
    return preparation, _committed(preparation)


def _committed(preparation: Preparation) -> Lot | None:
    """Commit what changes something, in a network made when it is missing; nothing is written otherwise."""
    if preparation.is_empty or preparation.difference(0).is_empty:
        return None
    return commit(chosen_store(create=True), preparation)


def _show(preparation: Preparation, asked: Asked, lot: Lot | None) -> None:
    """Write the workbooks that are given back, then show the answer."""
    rejects = _written_rejects(preparation, asked.rejects)
    annotated = write_annotated(preparation.report, asked.files, asked.annotated)
    difference = preparation.difference()
    if asked.form == "json":
        files = {"rejects": [str(path) for path in rejects], "annotated": [str(path) for path in annotated]}
        show_json(_as_dict(preparation, difference, files, lot))
    elif asked.form == "csv":
        show_bytes(preparation.report.as_csv().encode("utf-8", "replace"))
    elif asked.form == "mail":
        for line in preparation.report.in_five_lines():
            show(line)
    else:
        for line in (*preparation.report.summary(), *_told_problems(preparation.report), *_told(difference)):
            show(line)


def _as_dict(preparation: Preparation, difference: Difference, files: dict[str, list[str]], lot: Lot | None) -> dict[str, Any]:
    return {
        "network": chosen_network(),
        "version": preparation.expected + (lot is not None),
        "committed": lot is not None,
        "lot": lot.number if lot else None,
        **files,
        "report": preparation.report.as_dict(),
        "difference": asdict(difference),
    }


def _told_problems(report: Report) -> list[str]:
    """Say the first problems that keep a line or a file out; the others are counted."""
    seen = [
        (table, problem) for table in report.tables for problem in table.problems(_MOST_PROBLEMS) if problem.severity != Severity.REMARK
    ]
    lines = [f"   {table.reading.table.file} : {problem.message}" for table, problem in seen[:_MOST_PROBLEMS]]
    if len(seen) > len(lines) or report.rejected > len(lines):
        lines.append("   … « --format csv » donne tous les problèmes.")
    return ["À corriger :", *lines] if seen else []


def _told(difference: Difference) -> list[str]:
    if difference.is_empty:
        return ["Rien ne change dans le réseau."]
    lines = ["Ce qui change :"]
    for kind in difference.kinds:
        lines += _told_kind(kind)
    lines += [f"   Peut-être la même fiche, renommée : « {one.caption} » ({one.gone} → {one.added})" for one in difference.renamed]
    return lines


def _told_kind(kind: KindDifference) -> list[str]:
    counts = [
        counted(count, one, several)
        for count, one, several in (
            (kind.added, "ajout", "ajouts"),
            (kind.changed, "changement", "changements"),
            (kind.gone, "retrait", "retraits"),
        )
        if count
    ]
    lines = [f"   {kind.label} : {', '.join(counts)}"]
    if kind.added_examples:
        lines.append(f"      + {_examples(kind.added_examples, kind.added)}")
    for change in kind.changed_examples:
        lines.append(f"      ~ {change.caption}, {change.label} : {change.before or '(vide)'} → {change.after or '(vide)'}")
    if kind.gone_examples:
        lines.append(f"      - {_examples(kind.gone_examples, kind.gone)}")
    return lines


def _examples(names: Sequence[str], count: int) -> str:
    return " ; ".join(names) + (" ; …" if count > len(names) else "")


def _outcome(preparation: Preparation, lot: Lot | None) -> str:
    place = chosen_network()
    if lot is not None:
        return f"Lot {lot.number} validé dans « {place} » (version {preparation.expected + 1}) ; « netmap undo {lot.number} » l’annule."
    if preparation.is_empty:
        return f"Aucune ligne à charger : rien n’est écrit dans « {place} »."
    return f"Ces fichiers sont déjà dans « {place} » : aucun lot n’est ajouté."


def _refuse_rejects(rejects: Path | None) -> None:
    if rejects is not None:
        if rejects.exists():
            raise NetmapError(f"« {rejects} » existe déjà et contient peut-être vos corrections : donnez un autre nom, ou supprimez-le.")
        check_output(rejects)


def _written_rejects(preparation: Preparation, rejects: Path | None) -> list[Path]:
    """Write a workbook a file that has rejected lines: `rejects`, then `rejects-2`…; say where, or how to get them."""
    books = [(file.file, book) for file in preparation.report.files if (book := rejected_workbook(file)) is not None]
    if rejects is None:
        if books:
            said = counted(preparation.report.rejected, "ligne rejetée", "lignes rejetées")
            say(f"{said} : ajoutez « --rejects rejets.xlsx » pour les recevoir dans un classeur à corriger.")
        return []
    written: list[Path] = []
    for number, (file, book) in enumerate(books, 1):
        path = rejects if number == 1 else rejects.with_name(f"{rejects.stem}-{number}{rejects.suffix}")
        if number > 1:
            _refuse_rejects(path)
        path.write_bytes(book)
        say(f"Lignes rejetées de « {file} » écrites dans « {path} » : corrigez-les, puis « netmap load » ce classeur.")
        written.append(path)
    return written


def _exit(preparation: Preparation) -> None:
    click.get_current_context().exit(1 if preparation.report.faulty else 0)
