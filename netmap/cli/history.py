"""`lots`, `undo`, `redo`, `verify`: what was done to a network, taken back, and checked."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from netmap.cli.console import counted, moment, show, show_csv, show_json, show_table
from netmap.cli.network_choice import chosen_network, network_option
from netmap.cli.options import author_option, chosen_author, chosen_store, format_option, reason_option, verb
from netmap.errors import NetmapError
from netmap.intake import redo as take_back
from netmap.intake import undo as leave_out
from netmap.lot import JournalEntry, Lot, LotState
from netmap.lots import by_hand
from netmap.lots.corrections import now
from netmap.stores import Store

_LOT_HEADINGS = ("Lot", "État", "Date", "Auteur", "Nature", "Titre", "Acceptées", "Rejetées")
_JOURNAL_HEADINGS = ("Version", "Date", "Auteur", "Acte", "Lot", "Titre", "Motif")

lot_argument = click.argument("lot", metavar="LOT", type=click.IntRange(min=1))


@verb("lots", "Un lot est un chargement, une correction ou un rapprochement ; --journal dit qui a fait quoi, quand et pourquoi.")
@network_option
@format_option("table", "csv", "json")
@click.option("--journal", is_flag=True, help="Montre le journal des actes plutôt que les lots.")
def lots(form: str, *, journal: bool) -> None:
    """List the lots or the journal."""
    store = chosen_store()
    if journal:
        entries = store.journal()
        headings, rows = _JOURNAL_HEADINGS, [_journal_row(entry) for entry in entries]
        said = {"journal": [asdict(entry) for entry in entries]}
    else:
        held = store.lots()
        headings, rows = _LOT_HEADINGS, [_lot_row(lot) for lot in held]
        said = {"lots": [lot.as_dict() for lot in held]}
    if form == "json":
        show_json({"network": chosen_network(), "version": store.version(), **said})
    elif form == "csv":
        show_csv(headings, rows)
    else:
        show_table(headings, rows)


@verb("undo", "LOT : le numéro que donne « netmap lots ». Les lots suivants gardent ce qu’ils disent ; « netmap redo » le reprend.")
@lot_argument
@network_option
@author_option
@reason_option
@format_option("table", "json")
def undo(lot: int, author: str | None, reason: str, form: str) -> None:
    """Leave a lot out."""
    _act(leave_out, lot, author, reason, form)


@verb("redo", "LOT : le numéro que donne « netmap lots ».")
@lot_argument
@network_option
@author_option
@reason_option
@format_option("table", "json")
def redo(lot: int, author: str | None, reason: str, form: str) -> None:
    """Take an undone lot back."""
    _act(take_back, lot, author, reason, form)


@verb(
    "verify",
    "Chaque partie est celle qui a été validée, et ce qui est montré est ce que disent les lots. Sur un serveur Neo4j, ce que quelqu’un a "
    "changé à la main est montré, remis (--repair) ou gardé comme un lot (--keep). Avec un DOSSIER, le zip que donne « netmap evidence » : "
    "ses fichiers sont-ils intacts, et le réseau dit-il encore la même chose, chiffre par chiffre ? Code de sortie : 1 s’il reste un "
    "défaut ou une différence.",
)
@click.argument("dossier", metavar="[DOSSIER]", required=False, type=click.Path(path_type=Path))
@network_option
@click.option("--repair", is_flag=True, help="Remet ce qui est montré tel que le disent les lots.")
@click.option("--keep", is_flag=True, help="Garde comme un lot ce qui a été changé à la main, et remet le reste.")
@author_option
@reason_option
@format_option("table", "json")
@click.pass_context
def verify(ctx: click.Context, dossier: Path | None, author: str | None, reason: str, form: str, *, repair: bool, keep: bool) -> None:
    """Check the network, and put back or keep what was changed by hand; or check a dossier."""
    if dossier is not None:
        if repair or keep:
            raise NetmapError("Un dossier remis ne se répare pas : --repair et --keep ne concernent que le réseau.")
        from netmap.cli.dossier_check import verify_dossier  # noqa: PLC0415 - only where a dossier is verified

        verify_dossier(ctx, dossier, form)
        return
    store = chosen_store()
    faults = store.verify()
    done: list[str] = []
    if faults and (repair or keep):
        done = _mended(store, author, reason, keep=keep)
    left = store.verify() if done else faults
    if form == "json":
        said = {"keeper": store.keeper, "faults": list(faults), "done": done, "left": list(left)}
        show_json({"network": chosen_network(), "version": store.version(), **said})
    else:
        for sentence in (*faults, *done):
            show(sentence)
        if not left:
            count = counted(len(store.lots()), "lot vérifié", "lots vérifiés")
            show(f"« {chosen_network()} » ({store.keeper}) est intact : {count}, version {store.version()}.")
        elif done:
            show(f"Il reste {counted(len(left), 'défaut', 'défauts')} : {left[0]}")
    ctx.exit(1 if left else 0)


def _mended(store: Store, author: str | None, reason: str, *, keep: bool) -> list[str]:
    """Put back what was changed by hand, after keeping as a lot what a lot can say; say what was done."""
    told: list[str] = []
    draft = None
    if keep:
        found = by_hand(store.shown(), store.network(), author=chosen_author(author), reason=reason, at=now())
        draft = found.draft
        told += [f"Ne peut pas être gardé, est remis comme avant : {sentence}" for sentence in found.refused]
    count = store.put_back(draft)
    if draft is not None:
        told.append(f"Lot {store.lots()[-1].number} validé : {draft.lot.title}.")
    told.append(f"{counted(count, 'élément remis', 'éléments remis')} comme les lots le disent.")
    return told


def _act(act: Callable[..., None], number: int, author: str | None, reason: str, form: str) -> None:
    store = chosen_store()
    act(store, number, author=chosen_author(author), reason=reason, at=now())
    lot = _lot(store, number)
    if form == "json":
        show_json({"network": chosen_network(), "version": store.version(), "lot": number, "state": str(lot.state), "title": lot.title})
        return
    done = "annulé" if lot.state is LotState.UNDONE else "repris"
    show(f"Lot {number} {done} ({lot.title}) dans « {chosen_network()} », version {store.version()}.")


def _lot(store: Store, number: int) -> Lot:
    return next(lot for lot in store.lots() if lot.number == number)


def _lot_row(lot: Lot) -> list[str]:
    accepted = sum(origin.accepted for origin in lot.origins)
    rejected = sum(origin.rejected for origin in lot.origins)
    return [str(lot.number), str(lot.state), moment(lot.at), lot.author, str(lot.kind), lot.title, str(accepted), str(rejected)]


def _journal_row(entry: JournalEntry) -> list[str]:
    said: list[Any] = [entry.version, moment(entry.at), entry.author, entry.act, entry.lot, entry.title, entry.reason]
    return [str(cell) for cell in said]
