"""`strength` and `whatif`: would the network hold, and what would be lost if somebody left?"""

import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import polars as pl

from netmap.answer import find_actor
from netmap.cli.coherence import on_option, output_option, read_day
from netmap.cli.console import counted, say, show, show_bytes, show_json, show_table
from netmap.cli.network_choice import chosen_network, network_option
from netmap.cli.options import check_output, chosen_store, format_option, verb
from netmap.errors import NetmapError
from netmap.export.departure import departure_document, departure_sentence, departure_table, joined_sentence, loss, tables
from netmap.export.document import Document, document_docx, document_pdf
from netmap.export.rows import json_bytes, table_csv, table_xlsx
from netmap.export.strength import (
    board_table,
    community_table,
    rank_of,
    review,
    strength_document,
    strength_sentence,
    strength_table,
    why_changed,
)
from netmap.measures.departure import ACTORS, Contact, check_contacts, departure
from netmap.measures.study import Study
from netmap.scope import KINDS
from netmap.values import DATE

_FORMATS = ("table", "csv", "json", "xlsx", "docx", "pdf")
_LISTED = 40


@verb(
    "strength",
    "NOM : un territoire, un campus, un réseau, une filière ou un établissement ; tout le réseau sinon. Chaque indicateur dit ce "
    "qu’il compte, sur combien, son rang parmi ses semblables, pourquoi et que faire ; « non renseigné » n’est jamais zéro. "
    "Les indicateurs sont une proposition de netmap.",
)
@click.argument("scope", metavar="[NOM]", required=False)
@network_option
@on_option
@click.option("--since", metavar="JJ/MM/AAAA", help="Compare à cette date : ce qui a changé, et pourquoi.")
@format_option(*_FORMATS)
@output_option
def strength(scope: str | None, on: str | None, since: str | None, form: str, output: Path | None) -> None:
    """Give the indicators of a part of the network."""
    store = chosen_store()
    network = store.network()
    wanted = find_actor(network, scope, "|".join(KINDS)) if scope else None
    start = time.perf_counter()
    told = review(Study(network, read_day(on)), wanted, read_day(since) if since else None)
    seconds = f"{time.perf_counter() - start:.1f}".replace(".", ",")
    said = {"network": str(chosen_network()), "version": network.version, **told.as_dict()} if form == "json" else {}
    if form != "table":
        _give(said, strength_table(told), strength_document(told), "Solidité", form, output)
        return
    _refuse_output(output)
    show(strength_sentence(told))
    show(f"Rangs parmi : {told.strength.peers}.\n")
    rows = [(r.indicator.label, r.shown, rank_of(r), r.why) for r in told.strength.readings]
    show_table(("Indicateur", "Valeur", "Rang", "Pourquoi"), rows)
    show("\nQue faire")
    for reading in told.strength.readings:
        if reading.todo:
            show(f"- {reading.indicator.label} : {reading.todo}")
    for board in told.boards:
        if board.leaders:
            show(f"\n{board.title}")
            _table(board_table(network, board))
    if told.grouping.communities:
        show("\nCommunautés")
        _table(community_table(network, told.grouping).drop("Lesquels"))
    if told.evolution is not None:
        show(f"\nDepuis le {DATE.show(told.evolution.since)}")
        rows = [
            (c.indicator.label, c.indicator.show(c.before), c.indicator.show(c.after), c.told, c.direction) for c in told.evolution.changes
        ]
        show_table(("Indicateur", "Avant", "Après", "Différence", "Sens"), rows)
        for sentence in why_changed(network, told.evolution):
            show(sentence)
    say(f"Calculé en {seconds} s.")


@verb(
    "whatif",
    "Rien n’est changé dans le réseau. Une organisation part avec ce qui en fait partie (sites, filiales), sauf avec --alone. --contact : "
    "les relations que suit cette fonction seraient perdues si personne ne les reprenait.",
)
@network_option
@click.option("--without", "actors", multiple=True, metavar="NOM", help="Qui partirait : partenaire, groupe, campus… ; se répète.")
@click.option("--contact", "contacts", multiple=True, metavar="FONCTION", help="Une personne, par sa fonction ; se répète.")
@click.option("--establishment", metavar="NOM", help="L’établissement des fonctions de --contact ; partout sinon.")
@click.option("--alone", is_flag=True, help="Sans ce qui fait partie des organisations nommées.")
@click.option("--scope", metavar="NOM", help="Ne compte que ce que perd ce périmètre ; tout le réseau sinon.")
@on_option
@format_option(*_FORMATS)
@output_option
def whatif(
    actors: Sequence[str],
    contacts: Sequence[str],
    establishment: str | None,
    scope: str | None,
    on: str | None,
    form: str,
    output: Path | None,
    *,
    alone: bool,
) -> None:
    """Say what would be lost, and who could take over."""
    store = chosen_store()
    network = store.network()
    if establishment and not contacts:
        raise NetmapError("« --establishment » dit où est la personne : ajoutez « --contact FONCTION ».")
    leaving = tuple(find_actor(network, text, "|".join(ACTORS)) for text in actors)
    where = find_actor(network, establishment, "Establishment") if establishment else ""
    study, persons = Study(network, read_day(on)), tuple(Contact(text, where) for text in contacts)
    check_contacts(study, persons)
    one = departure(study, leaving, persons, groups=not alone)
    told = loss(one, find_actor(network, scope, "|".join(KINDS)) if scope else None)
    if form != "table":
        said = {"network": str(chosen_network()), "version": network.version, **told.as_dict()} if form == "json" else {}
        _give(said, departure_table(told), departure_document(told), "Et si", form, output)
        return
    _refuse_output(output)
    show(departure_sentence(told))
    show(joined_sentence(told))
    for title, frame, _ in tables(told):
        if frame.height:
            show(f"\n{title} ({frame.height})")
            _table(frame)


def _table(frame: pl.DataFrame) -> None:
    shown = frame.head(_LISTED)
    show_table(shown.columns, [[_cell(cell) for cell in row] for row in shown.iter_rows()])
    if frame.height > _LISTED:
        show(f"… et {frame.height - _LISTED} de plus : « --format csv » donne tout.")


def _cell(cell: object) -> str:
    return "" if cell is None else DATE.show(cell) if hasattr(cell, "year") else str(cell)


def _refuse_output(output: Path | None) -> None:
    if output is not None:
        raise NetmapError("« --output » écrit un fichier : ajoutez « --format csv », « json », « xlsx », « docx » ou « pdf ».")


def _give(said: Mapping[str, object], table: pl.DataFrame, document: Document, title: str, form: str, output: Path | None) -> None:
    if form in ("xlsx", "docx", "pdf") and output is None and sys.stdout.isatty():
        raise NetmapError(f"Ce fichier ne s’affiche pas dans un terminal : ajoutez « --output reponse.{form} ».")
    if form == "json" and output is None:
        show_json(said)
        return
    if output is not None:
        check_output(output)
    content = {
        "csv": lambda: table_csv(table),
        "xlsx": lambda: table_xlsx(table, title),
        "json": lambda: json_bytes(said),
        "docx": lambda: document_docx(document),
        "pdf": lambda: document_pdf(document),
    }[form]()
    if output is None:
        show_bytes(content)
        return
    output.write_bytes(content)
    lines = f"{counted(table.height, 'ligne écrite', 'lignes écrites')}" if form in ("csv", "xlsx") else "Réponse écrite"
    say(f"{lines} dans « {output} ».")
