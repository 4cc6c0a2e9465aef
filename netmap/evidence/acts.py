"""What a person does about evidence: attach a piece, set one aside, verify it, give its file, note an absence; each a lot, undone as any.

A convention or an action that is attached also supports the criterion in the network (`SUPPORTS`): what a person says there and what a
file says are one thing. A verification keeps the facts it rests on: when they change it is to be made again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import polars as pl

from netmap.domain import ACTION, CONVENTION, CRITERION, DOMAIN, ESTABLISHMENT, SUPPORTS
from netmap.errors import UnknownName
from netmap.evidence.files import File, Lots, is_kept, statements
from netmap.lot import Draft, LotKind
from netmap.lots.corrections import by_person
from netmap.lots.difference import shown
from netmap.network import Network
from netmap.reference.criteria import Criterion
from netmap.reference.evidence import BY_NAME, kinds_of

EVIDENCE = "EVIDENCE"
PIECE = "Piece"
ATTACH, ASIDE, VERIFY, FILE, ABSENCE = "joindre", "écarter", "vérifier", "fichier", "absence"
SAID = {
    **dict.fromkeys(("act", "criterion", "establishment", "element", "title", "kind", "file", "sha256", "facts"), pl.String()),
    "on": pl.Date(),
    "size": pl.Int64(),
}
_LONGEST = 300
Row = dict[str, Any]


def attach(
    network: Network,
    criterion: Criterion,
    establishments: Sequence[str],
    *,
    element: str | None = None,
    title: str = "",
    kind: str = "",
    dated: date | None = None,
    file: File | None = None,
    author: str,
    reason: str,
    at: str,
    store: Lots | None = None,
) -> Draft:
    """Prepare the lot that attaches a piece: an element of the network, or what `title` names; `dated` is the day it speaks of."""
    names = _schools(network, establishments)
    if (element is None) == (not title.strip()):
        raise UnknownName("Choisissez une convention ou une action, ou donnez un titre à la pièce : l’un des deux.")
    _check_kind(criterion, kind)
    if element is not None and element.partition(":")[0] not in (CONVENTION.name, ACTION.name):
        raise UnknownName("Une pièce du réseau est une convention ou une action ; donnez un titre pour toute autre pièce.")
    called = network.caption(element) if element is not None else title.strip()[:_LONGEST]
    said: Row = {"act": ATTACH, "criterion": criterion.code, "title": called, "kind": kind or None, "on": dated}
    rows = [{**said, "establishment": school, "element": element or f"{PIECE}:{uuid4().hex}"} for school in establishments]
    frames: dict[str, pl.DataFrame] = {}
    if file is not None:
        rows += [_file_row(row["element"], file) for row in rows]
        frames |= _kept(file, store)
    if element is not None:
        frames |= _supports(criterion, element)
    return _draft(f"Pièce jointe au critère {criterion.code} : {called}, {names}", rows, frames, author, reason, at)


def set_aside(
    network: Network, criterion: Criterion, establishment: str, element: str, called: str, *, author: str, reason: str, at: str
) -> Draft:
    """Prepare the lot that sets a piece aside for a criterion; it needs a motive, and stays visible apart."""
    name = _schools(network, [establishment])
    if not reason.strip():
        raise UnknownName("Donnez un motif : la pièce écartée le garde, et le dossier le dit.")
    row = {"act": ASIDE, "criterion": criterion.code, "establishment": establishment, "element": element, "title": called}
    return _draft(f"Pièce écartée du critère {criterion.code} : {called}, {name}", [row], {}, author, reason, at)


def verify(
    network: Network,
    criterion: Criterion,
    establishment: str,
    elements: Mapping[str, str],
    *,
    on: date,
    author: str,
    reason: str,
    at: str,
) -> Draft:
    """Prepare the lot by which a person says, on a date, to have verified pieces (id and name); who verifies signs."""
    name = _schools(network, [establishment])
    if not elements:
        raise UnknownName("Choisissez au moins une pièce à vérifier.")
    if not author.strip():
        raise UnknownName("Dites qui vérifie : une vérification est signée (« Votre nom » à gauche de la page, « --author » en commande).")
    facts = facts_of(network, list(elements))
    said: Row = {"act": VERIFY, "criterion": criterion.code, "establishment": establishment, "on": on}
    rows = [
        {**said, "element": element, "title": called, "facts": json.dumps(facts.get(element, {}), ensure_ascii=False)}
        for element, called in elements.items()
    ]
    first = next(iter(elements.values()))
    more = f" et {len(rows) - 1} de plus" if len(rows) > 1 else ""
    return _draft(f"Pièce vérifiée pour le critère {criterion.code} : {first}{more}, {name}", rows, {}, author, reason, at)


def give_file(element: str, called: str, file: File, *, author: str, reason: str, at: str, store: Lots | None = None) -> Draft:
    """Prepare the lot that gives a piece its file: it documents the piece for every criterion it speaks for."""
    return _draft(f"Fichier joint à « {called} » : {file.name}", [_file_row(element, file)], _kept(file, store), author, reason, at)


def note_absence(
    network: Network, criterion: Criterion, establishment: str, *, kind: str = "", on: date, author: str, reason: str, at: str
) -> Draft:
    """Prepare the lot by which a person says that there is nothing for a criterion, or for one kind of evidence, on a date."""
    name = _schools(network, [establishment])
    _check_kind(criterion, kind)
    if not reason.strip():
        raise UnknownName("Donnez un motif : une absence constatée dit comment elle l’a été.")
    row = {"act": ABSENCE, "criterion": criterion.code, "establishment": establishment, "kind": kind or None, "on": on}
    what = f" ({BY_NAME[kind].label})" if kind else ""
    return _draft(f"Absence constatée pour le critère {criterion.code}{what}, {name}", [row], {}, author, reason, at)


def facts_of(network: Network, elements: Sequence[str]) -> dict[str, dict[str, str]]:
    """Give what is said of each element: French labels and values, empty ones left out."""
    found: dict[str, dict[str, str]] = {}
    for kind in DOMAIN.nodes:
        wanted = [one for one in elements if one.startswith(f"{kind.name}:")]
        if not wanted:
            continue
        for row in network.node(kind.name).filter(pl.col("id").is_in(wanted)).iter_rows(named=True):
            said = {prop.label: shown(prop, row[prop.name]) for prop in kind.properties}
            found[row["id"]] = {label: value for label, value in said.items() if value}
    return found


def _supports(criterion: Criterion, element: str) -> dict[str, pl.DataFrame]:
    node = pl.DataFrame(
        {"id": [criterion.identifier], "version": [criterion.version], "number": [criterion.number], "label": [criterion.text]},
        schema={"id": pl.String, **{name: CRITERION.columns()[name] for name in ("version", "number", "label")}},
    ).with_columns(pl.lit(value=True).alias("declared"))
    link = pl.DataFrame({"source": [element], "target": [criterion.identifier]}).with_columns(
        pl.lit("personne").alias("field"), pl.lit(value=False).alias("about_target")
    )
    return {CRITERION.name: _by_hand(node), SUPPORTS.name: _by_hand(link)}


def _file_row(element: str, file: File) -> Row:
    return {"act": FILE, "element": element, "file": file.name, "sha256": file.sha256, "size": len(file.content)}


def _kept(file: File, store: Lots | None) -> dict[str, pl.DataFrame]:
    return {} if store is not None and is_kept(store, file.sha256) else statements(file)


def _schools(network: Network, establishments: Sequence[str]) -> str:
    if not establishments:
        raise UnknownName("Dites pour quel établissement.")
    for one in establishments:
        if not one.startswith(f"{ESTABLISHMENT.name}:"):
            raise UnknownName(f"« {one} » n’est pas un établissement.")
    names = [network.caption(one) for one in establishments]
    return ", ".join(names[:2]) + (f" et {len(names) - 2} de plus" if len(names) > 2 else "")  # noqa: PLR2004 - two are named


def _check_kind(criterion: Criterion, kind: str) -> None:
    known = {one.name for one in kinds_of(criterion.themes)}
    if kind and kind not in known:
        raise UnknownName(f"« {kind} » n’est pas une sorte de preuve du critère {criterion.code} : {', '.join(sorted(known)) or 'aucune'}.")


def _draft(title: str, rows: Sequence[Row], frames: dict[str, pl.DataFrame], author: str, reason: str, at: str) -> Draft:
    said = _by_hand(pl.DataFrame(list(rows), schema=SAID))
    every = {EVIDENCE: said, **frames}
    lot = by_person(LotKind.EVIDENCE, title, author, reason.strip(), at)
    return Draft(replace(lot, statements=sum(frame.height for frame in every.values())), every)


def _by_hand(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(pl.lit(None, dtype=pl.Int32).alias("line"), pl.lit(0, dtype=pl.Int16).alias("table"))
