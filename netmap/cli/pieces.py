"""`piece`: what people do of the evidence, as on the page « Preuves »: attach, set aside, verify, give a file, note an absence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
import polars as pl

from netmap.answer import find_actor
from netmap.cli.coherence import on_option, read_day
from netmap.cli.console import show, show_json
from netmap.cli.network_choice import chosen_network, network_option
from netmap.cli.options import author_option, chosen_author, chosen_store, format_option, reason_option, verb
from netmap.domain import ESTABLISHMENT
from netmap.errors import NetmapError, UnknownName
from netmap.evidence.acts import attach, give_file, note_absence, set_aside, verify
from netmap.evidence.catalogue import catalogue, find
from netmap.evidence.files import File, file_at
from netmap.evidence.ground import Ground
from netmap.evidence.kept import Acts, evidence_acts
from netmap.evidence.matrix import Matrix
from netmap.intake import remake
from netmap.lot import Draft
from netmap.lots.corrections import now
from netmap.network import Network
from netmap.reference.criteria import Criterion
from netmap.stores import Store
from netmap.values import DATE, fold_text

ATTACH, ASIDE, VERIFY, FILE, ABSENCE = _ACTS = ("joindre", "ecarter", "verifier", "fichier", "absence")
_TAKEN_BY = {
    "--piece": (ATTACH, ASIDE, VERIFY, FILE),
    "--title": (ATTACH,),
    "--kind": (ATTACH, ABSENCE),
    "--dated": (ATTACH,),
    "--file": (ATTACH, FILE),
}
_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Hold what the command was asked, read but not yet looked for in the network."""

    act: str
    code: str
    school: str
    named: Sequence[str]
    title: str
    kind: str
    dated: date | None
    file: File | None
    on: date
    who: Mapping[str, str]


@verb(
    "piece",
    "« joindre » ajoute une pièce : une convention ou une action de l’établissement (--piece), ou toute autre par son titre (--title). "
    "« ecarter » la retire du critère, avec un motif. « verifier » dit qu’une personne l’a vérifiée, à une date. « fichier » lui donne "
    "un fichier, gardé avec le réseau. « absence » constate qu’il n’y a rien, avec un motif. « netmap evidence » liste les pièces.",
)
@network_option
@click.option("--act", type=click.Choice(_ACTS), required=True, help="Ce qui est fait.")
@click.option("--criterion", "code", metavar="VERSION/N°", required=True, help="Le critère, par exemple 2023/4.")
@click.option("--establishment", "school", metavar="UAI", required=True, help="L’établissement : son UAI ou son nom.")
@click.option(
    "--piece", "named", metavar="NOM", multiple=True, help="La pièce : sa référence, son nom ou son identifiant ; se répète pour vérifier."
)
@click.option("--title", metavar="TEXTE", default="", help="Titre d’une pièce à joindre qui n’est pas dans le réseau : bilan, plaquette…")
@click.option("--kind", metavar="SORTE", default="", help="Sorte de preuve jointe, ou absente ; le critère tout entier sinon.")
@click.option("--dated", metavar="JJ/MM/AAAA", help="Date de la pièce jointe.")
@click.option(
    "--file",
    "path",
    metavar="FICHIER",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Fichier de la pièce, 20 Mo au plus.",
)
@on_option
@author_option
@reason_option
@format_option("table", "json")
def piece(path: Path | None, dated: str | None, on: str | None, author: str | None, reason: str, form: str, **said: Any) -> None:  # noqa: ANN401 - options
    """Do an act on a piece."""
    _fit(said["act"], {"--piece": said["named"], "--title": said["title"], "--kind": said["kind"], "--dated": dated, "--file": path})
    asked = _Asked(
        **said,
        dated=read_day(dated) if dated else None,
        on=read_day(on),
        file=file_at(path) if path else None,
        who={"author": chosen_author(author), "reason": reason, "at": now()},
    )
    store = chosen_store()
    lot = remake(store, lambda held: _draft(asked, store, held))
    if form == "json":
        show_json({"network": str(chosen_network()), "version": store.version(), "lot": lot.number, "title": lot.title, "act": asked.act})
        return
    show(f"{lot.title} (lot {lot.number}). « netmap undo {lot.number} » l’annule.")


def _fit(act: str, given: Mapping[str, object]) -> None:
    """Raise when an option is given that the act does not take, or the piece that it needs is not."""
    for option, value in given.items():
        if value and act not in _TAKEN_BY[option]:
            raise NetmapError(f"« {option} » ne va pas avec « --act {act} », mais avec : {', '.join(_TAKEN_BY[option])}.")
    if act in (ASIDE, VERIFY, FILE) and not given["--piece"]:
        raise NetmapError(f"Donnez la pièce : « --act {act} » demande « --piece ».")


def _draft(asked: _Asked, store: Store, network: Network) -> Draft:
    """Prepare the lot of what was asked, on the network as it is."""
    criterion, school = find(network, asked.code), find_actor(network, asked.school, ESTABLISHMENT.name)
    if asked.act == ABSENCE:
        return note_absence(network, criterion, school, kind=asked.kind, on=asked.on, **asked.who)
    if asked.act != VERIFY and len(asked.named) > 1:
        raise NetmapError("Une seule « --piece » à la fois : plusieurs ne vont ensemble que pour « --act verifier ».")
    cell = _Cell(network, evidence_acts(store), criterion, school, asked.on)
    if asked.act == ATTACH:
        element = cell.own(asked.named[0]) if asked.named else None
        what = {"title": asked.title, "kind": asked.kind, "dated": asked.dated, "file": asked.file}
        return attach(network, criterion, [school], element=element, store=store, **what, **asked.who)  # pyright: ignore[reportArgumentType]
    chosen = dict(cell.standing(text) for text in asked.named)
    if asked.act == VERIFY:
        return verify(network, criterion, school, chosen, on=asked.on, **asked.who)
    ((element, called),) = chosen.items()
    if asked.act == ASIDE:
        return set_aside(network, criterion, school, element, called, **asked.who)
    if asked.file is None:
        raise NetmapError("Donnez le fichier à joindre à la pièce : « --file ».")
    cell.check_new(element, called, asked.file)
    return give_file(element, called, asked.file, store=store, **asked.who)


class _Cell:
    """Find the pieces of a criterion and an establishment by what people call them."""

    def __init__(self, network: Network, acts: Acts, criterion: Criterion, school: str, on: date) -> None:
        self._network = network
        self._acts = acts
        self._key = (criterion.code, school)
        self._on = on
        self._ground = Ground(network, [school], on)
        self._matrix = Matrix(self._ground, [criterion], catalogue(network), acts)

    def own(self, text: str) -> str:
        """Find a convention or an action of the establishment."""
        ids = [*self._ground.conventions["id"], *self._ground.actions["id"]]
        names = dict(self._network.captions.filter(pl.col("id").is_in(ids)).select("id", "caption").iter_rows())
        found = self._called(text, names)
        if found is None:
            school = self._network.caption(self._key[1])
            raise UnknownName(f"« {text} » n’est ni une convention ni une action de {school}. Donnez « --title » pour toute autre pièce.")
        return found

    def standing(self, text: str) -> tuple[str, str]:
        """Find a piece that is not set aside, with its name."""
        names = {element: name for element, name in self._matrix.captions().items() if element in set(self._matrix.pieces["element"])}
        found = self._called(text, names)
        code, school = self._key
        if found is None:
            known = [f"{name} [{element}]" for element, name in names.items()][:_NAMED]
            some = f" Par exemple : {' ; '.join(known)}." if known else ""
            raise UnknownName(
                f"« {text} » n’est pas une pièce du critère {code} pour {self._network.caption(school)} au {DATE.show(self._on)} : "
                f"joignez-la d’abord (« --act joindre »).{some}"
            )
        if (act := self._acts.aside.get((code, school, found))) is not None:
            raise NetmapError(f"« {names[found]} » est écartée de ce critère ({act.reason}) : « netmap undo {act.lot} » la reprend.")
        return found, names[found]

    def check_new(self, element: str, called: str, file: File) -> None:
        """Raise when the piece has that very file."""
        if any(held.sha256 == file.sha256 for held in self._acts.files.get(element, ())):
            raise NetmapError(f"« {file.name} » est déjà joint à « {called} » : il n’y a rien à faire.")

    def _called(self, text: str, names: Mapping[str, str]) -> str | None:
        """Give the one id that a text means: an id, a reference, a name, part of a name; raise UnknownName when it means several."""
        wanted = fold_text(text)
        references = dict(self._ground.conventions.select("id", "reference").iter_rows())
        ways: tuple[list[str], ...] = (
            [one for one in names if text in (one, one.partition(":")[2])],
            [one for one in names if references.get(one) == text],
            [one for one, name in names.items() if fold_text(name) == wanted],
            [one for one, name in names.items() if wanted and wanted in fold_text(name)],
        )
        found = next(filter(None, ways), ways[-1])
        if len(found) > 1:
            several = " ; ".join(f"{names[one]} [{one}]" for one in found[:_NAMED])
            raise UnknownName(f"« {text} » désigne plusieurs pièces : {several}. Donnez l’identifiant entre crochets.")
        return found[0] if found else None
