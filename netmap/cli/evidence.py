"""`evidence`: what proves each criterion, what is missing, and the dossiers to hand over."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netmap.answer import find_actor
from netmap.cli.coherence import on_option, read_day
from netmap.cli.console import counted, progress, say, show, show_json, show_table
from netmap.cli.network_choice import chosen_network, network_option
from netmap.cli.options import chosen_store, format_option, verb
from netmap.domain import ESTABLISHMENT
from netmap.errors import NetmapError
from netmap.evidence.applicant import SCOPES, Applicant, applicant
from netmap.evidence.catalogue import basis_of, catalogue, elsewhere, find, scope_of
from netmap.evidence.dossier import Dossier, Level
from netmap.evidence.files import content_of, file_at
from netmap.evidence.ground import Ground
from netmap.evidence.kept import evidence_acts
from netmap.evidence.making import dossier_of
from netmap.evidence.matrix import Cell, Matrix, kind_label
from netmap.export import file_name
from netmap.network import Network
from netmap.reference.criteria import TICKED, Criterion
from netmap.values import DATE

if TYPE_CHECKING:
    from netmap.evidence.package import Package

_SHOWN_GAP = 70
Step = Callable[[str, float], None]


@verb(
    "evidence",
    "Sans --output : la matrice des critères par établissement. Avec --output : un dossier (Word, PDF, classeur, dessins, manifeste) "
    "dans une "
    "archive ; --each en fait un par établissement. Un critère est toujours donné par sa version et son numéro. Les sortes de preuves sont "
    "une proposition de netmap.",
)
@network_option
@click.option(
    "--criterion", "codes", metavar="VERSION/N°", multiple=True, help="Un critère, par exemple 2023/4 ; se répète. 2023/4 et 2023/7 sinon."
)
@click.option(
    "--establishment",
    "schools",
    metavar="UAI",
    multiple=True,
    help="Un établissement : UAI ou nom ; se répète pour une candidature conjointe.",
)
@click.option("--scope", metavar="NOM", help="Les établissements d’un campus, d’un réseau ou d’un territoire.")
@on_option
@click.option("--in-charge", metavar="FONCTION", default="", help="Qui répond des chiffres ; écrit dans le dossier.")
@click.option("--each", is_flag=True, help="Un dossier pour chaque établissement, au lieu d’un pour tous.")
@click.option(
    "--model", metavar="FICHIER", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Modèle Word de votre région."
)
@click.option(
    "--output", metavar="DOSSIER", type=click.Path(file_okay=False, path_type=Path), help="Où écrire les dossiers ; créé s’il manque."
)
@format_option("table", "json")
def evidence(
    codes: Sequence[str],
    schools: Sequence[str],
    scope: str | None,
    on: str | None,
    in_charge: str,
    model: Path | None,
    output: Path | None,
    form: str,
    *,
    each: bool,
) -> None:
    """Give the matrix, or write dossiers."""
    store = chosen_store()
    network = store.network()
    day = read_day(on)
    criteria = [find(network, code) for code in codes or TICKED]
    held = applicant_of(network, schools, scope, whole=output is None)
    acts = evidence_acts(store)
    if output is None:
        matrix = Matrix(Ground(network, held.schools, day), criteria, catalogue(network), acts)
        if form == "json":
            show_json(_document(network, matrix, []))
        else:
            _show(network, matrix)
        return
    read = (model.name, file_at(model).content) if model else None
    asked = [applicant(network, [school]) for school in held.schools] if each else [held]

    def make(one: Applicant, step: Step) -> tuple[Dossier, "Package"]:
        from netmap.evidence.package import packaged  # noqa: PLC0415 - the writers of documents are loaded where there is one to write

        dossier = dossier_of(network, acts, one, criteria, day, in_charge=in_charge)
        return dossier, packaged(dossier, read, step, kept=partial(content_of, store))

    with progress() as step:
        written = _written(asked, make, output, step)
    if form == "json":
        matrix = Matrix(Ground(network, held.schools, day), criteria, catalogue(network), acts)
        show_json(_document(network, matrix, written))
        return
    for one in written:
        show(f"{one['file']} : {one['answer']}")
        for note in one["notes"]:
            say(note)
    say(f"{counted(len(written), 'dossier écrit', 'dossiers écrits')} dans « {output} ».")


def applicant_of(network: Network, schools: Sequence[str], scope: str | None, *, whole: bool) -> Applicant:
    """Find who it is about: establishments, those of a scope, or all those described when `whole`."""
    if scope and schools:
        raise NetmapError("Donnez --scope ou --establishment, pas les deux.")
    if scope:
        return applicant(network, [], find_actor(network, scope, "|".join(SCOPES)))
    ids = [find_actor(network, school, ESTABLISHMENT.name) for school in schools]
    if not ids and whole:
        ids = network.node(ESTABLISHMENT.name).filter("declared").sort("name", "id", nulls_last=True)["id"].to_list()
        if not ids:
            raise NetmapError("Ce réseau ne décrit aucun établissement : chargez d’abord leur liste (modèle « etablissements »).")
    return applicant(network, ids)


def _written(
    asked: Sequence[Applicant], make: Callable[[Applicant, Step], tuple[Dossier, "Package"]], output: Path, step: Step
) -> list[dict[str, Any]]:
    from netmap.export.atomic import write_whole  # noqa: PLC0415 - loaded where there is a dossier to write

    output.mkdir(parents=True, exist_ok=True)
    found: list[dict[str, Any]] = []
    taken: set[str] = set()
    for number, one in enumerate(asked):
        start, width = number / len(asked), 1 / len(asked)
        said = one.title if len(asked) > 1 else ""

        def within(what: str, share: float, *, said: str = said, start: float = start, width: float = width) -> None:
            step(said or what, start + share * width)

        dossier, package = make(one, within)
        name = _name(one, dossier, taken)
        write_whole(output / name, package.content)
        found.append(
            {
                "file": name,
                "seal": package.seal,
                "title": dossier.title,
                "establishments": list(one.schools),
                "answer": dossier.answer,
                "figures": [
                    {"id": f.id, "label": f.label, "state": str(f.state), "value": f.value, "unit": f.unit, "out_of": f.out_of}
                    for f in dossier.figures
                ],
                "gaps": [
                    {"criterion": section.key, "missing": gap.missing, "action": gap.action, "concerns": gap.concerns}
                    for section, gap in dossier.gaps
                ],
                "notes": list(package.notes),
            }
        )
    return found


def _name(one: Applicant, dossier: Dossier, taken: set[str]) -> str:
    """Name the archive by its establishment, or by what gathers them; two of one name are numbered."""
    uai = one.schools[0].partition(":")[2]
    subject = f"preuves {uai}" if len(one.schools) == 1 and not one.scope else f"preuves {one.title}"
    name = file_name(subject, "zip", dossier.on)
    number = 2
    while name in taken:
        name = file_name(f"{subject} {number}", "zip", dossier.on)
        number += 1
    taken.add(name)
    return name


def _document(network: Network, matrix: Matrix, written: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the matrix, the pieces and the dossiers as plain values, with the fields that docs/commands.md documents."""
    known = catalogue(network)
    names = {**dict(network.captions.select("id", "caption").iter_rows()), **matrix.captions()}
    return {
        "network": str(chosen_network()),
        "version": network.version,
        "on": matrix.ground.on,
        "criteria": [_criterion(criterion, known) for criterion in matrix.criteria],
        "cells": [_cell(cell, names) for cell in matrix.cells.values()],
        "pieces": [
            {
                "criterion": row["criterion"],
                "establishment": row["establishment"],
                "element": row["element"],
                "name": names.get(row["element"], row["element"]),
                "nature": kind_label(row["element"]),
                "kinds": row["kinds"],
                "on": row["dated"],
                "level": row["level"],
                "verified": row["verified"],
                "to_review": row["to_review"],
                "files": [{"name": file.name, "sha256": file.sha256} for file in matrix.acts.files.get(row["element"], ())],
                "set_aside": row["aside"],
                "source": network.place(row["lot"], row["table"], row["line"]),
            }
            for row in matrix.pieces.iter_rows(named=True)
        ],
        "dossiers": written,
    }


def _criterion(criterion: Criterion, known: Sequence[Criterion]) -> dict[str, Any]:
    return {
        "code": criterion.code,
        "text": criterion.text,
        "scope": scope_of(criterion),
        "basis": basis_of(criterion),
        "elsewhere": elsewhere(criterion, known),
    }


def _cell(cell: Cell, names: dict[str, str]) -> dict[str, Any]:
    return {
        "criterion": cell.criterion.code,
        "establishment": cell.establishment,
        "name": names.get(cell.establishment, cell.establishment),
        "state": str(cell.state),
        "pieces": cell.pieces,
        "declared": cell.levels[Level.DECLARED],
        "documented": cell.levels[Level.DOCUMENTED],
        "verified": cell.levels[Level.VERIFIED],
        "latest": cell.latest,
        "set_aside": cell.aside,
        "gap": cell.gap,
        "kinds": [{"name": k.kind.name, "label": k.kind.label, "state": str(k.state), "pieces": k.pieces} for k in cell.kinds],
    }


def _show(network: Network, matrix: Matrix) -> None:
    names = dict(network.captions.select("id", "caption").iter_rows())
    for criterion in matrix.criteria:
        show(f"{criterion.name} : {criterion.sentence}.")
    show("")
    rows = [
        (
            cell.criterion.code,
            names.get(cell.establishment, cell.establishment),
            str(cell.state),
            str(cell.pieces),
            DATE.show(cell.latest) if cell.latest else "",
            f"{cell.levels[Level.DECLARED]} / {cell.levels[Level.DOCUMENTED]} / {cell.levels[Level.VERIFIED]}",
            cell.gap if len(cell.gap) <= _SHOWN_GAP else f"{cell.gap[: _SHOWN_GAP - 1]}…",
        )
        for cell in matrix.cells.values()
    ]
    headings = ("Critère", "Établissement", "État", "Pièces", "Plus récente", "Déclarées / documentées / vérifiées", "Ce qui manque")
    show_table(headings, rows)
