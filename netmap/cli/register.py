"""`register`: the conventions in force of establishments, as a document to hand over."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from netmap.cli.coherence import on_option, output_option, read_day
from netmap.cli.console import show, show_table
from netmap.cli.evidence import applicant_of
from netmap.cli.network_choice import network_option
from netmap.cli.options import chosen_store, format_option, verb
from netmap.cli.precheck import give_file
from netmap.errors import NetmapError
from netmap.values import DATE


@verb(
    "register",
    "Une ligne par convention en vigueur et par établissement, avec la ligne de fichier d’où elle vient. « docx », « pdf » et « xlsx » "
    "ajoutent les chiffres, leur définition, leur dénominateur et leurs sources.",
)
@network_option
@click.option("--establishment", "schools", metavar="UAI", multiple=True, help="Un établissement : UAI ou nom ; se répète. Tous sinon.")
@click.option("--scope", metavar="NOM", help="Les établissements d’un campus, d’un réseau ou d’un territoire.")
@on_option
@format_option("table", "csv", "xlsx", "docx", "pdf")
@output_option
def register(schools: Sequence[str], scope: str | None, on: str | None, form: str, output: Path | None) -> None:
    """Give the register."""
    from netmap.evidence.lists import WRITERS, register_list  # noqa: PLC0415 - the writers of documents are slow to load

    network = chosen_store().network()
    held = register_list(network, applicant_of(network, schools, scope, whole=True), read_day(on))
    if form in WRITERS:
        give_file(WRITERS[form](held), output, form)
        return
    if output is not None:
        raise NetmapError("« --output » écrit un fichier : ajoutez « --format csv », « xlsx », « docx » ou « pdf ».")
    show(held.answer)
    show("")
    rows = [["" if cell is None else DATE.show(cell) if isinstance(cell, date) else str(cell) for cell in row] for row in held.table.rows]
    show_table([column.label for column in held.table.columns], rows)
