"""What « Solidité » says, as a sentence, a table and a document: indicators, leaderboards, communities, what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from netmap.export.document import Document, Part
from netmap.measures.curves import Departures, departures
from netmap.measures.evolution import Evolution, evolution
from netmap.measures.indicator import UNSAID, number, several
from netmap.measures.leaders import Board, boards
from netmap.measures.naming import Grouping, grouping
from netmap.measures.strength import Reading, Strength, strength
from netmap.measures.study import Study
from netmap.network import Network
from netmap.values import DATE

HONEST = (
    "Ces indicateurs sont une proposition de netmap : aucun texte officiel ne mesure la solidité d’un réseau. « Non renseigné » n’est "
    "jamais compté comme zéro."
)
_MOST = 40


@dataclass(frozen=True, slots=True)
class Review:
    """Hold all that is said of the strength of a part of the network on a date; `evolution` when a first date was given."""

    network: Network
    on: date
    strength: Strength
    boards: tuple[Board, ...]
    grouping: Grouping
    curves: tuple[Departures, ...]
    evolution: Evolution | None

    def as_dict(self) -> dict[str, Any]:
        """Give the fields that docs/commands.md documents."""
        told, groups = self.strength, self.grouping
        names = _names(self.network, groups)
        return {
            "on": self.on,
            "scope": told.scope or None,
            "name": told.name,
            "peers": told.peers,
            "answer": strength_sentence(self),
            "sampled": told.sampled,
            "indicators": [reading.as_dict() for reading in told.readings],
            "boards": [self._board(board) for board in self.boards],
            "modularity": groups.modularity,
            "alone": groups.alone,
            "communities": [
                {
                    "name": one.name,
                    "establishments": [names[identifier] for identifier in one.establishments],
                    "partners": one.partners,
                    "stability": one.stability,
                    "note": one.note,
                }
                for one in groups.communities
            ],
            "curves": [curve.as_dict() for curve in self.curves],
            "evolution": None if self.evolution is None else self._evolution(self.evolution),
        }

    def _board(self, board: Board) -> dict[str, Any]:
        leaders = [
            {"rank": one.rank, "actor": one.actor, "actor_name": self.network.caption(one.actor), "value": one.value, "why": one.why}
            for one in board.leaders
        ]
        return {"name": board.name, "title": board.title, "help": board.help, "leaders": leaders}

    def _evolution(self, told: Evolution) -> dict[str, Any]:
        named = {
            name: [{"id": identifier, "name": self.network.caption(identifier)} for identifier in ids]
            for name, ids in (("gained", told.gained), ("lost", told.lost), ("begun", told.begun), ("ended", told.ended))
        }
        return {"since": told.since, "on": told.on, "changes": [change.as_dict() for change in told.changes], **named}


def review(study: Study, scope: str | None = None, since: date | None = None) -> Review:
    """Say all of the strength of a part of the network; with a first date, what changed since."""
    changed = evolution(Study(study.network, since), study, scope) if since else None
    told = strength(study, scope)
    return Review(study.network, study.on, told, boards(study, scope), grouping(study), departures(study, scope), changed)


def strength_sentence(told: Review) -> str:
    """Say the answer in one sentence: partners, conventions, renewals, what cannot be said."""
    live, covered, due = (told.strength.reading(name) for name in ("live_partners", "covered", "due_12"))
    where = f"{told.strength.name}, au {DATE.show(told.on)}"
    if live.value is None:
        return f"{where} : aucun partenaire vivant n’est connu ; la solidité ne se mesure pas encore."
    if not live.value:
        return f"{where} : aucun partenaire vivant, {several(live.whole, 'partenaire connu n’a', 'partenaires connus n’ont')} plus de lien."
    said = [several(live.value, "partenaire vivant", "partenaires vivants")]
    if covered.value is not None:
        said.append(f"{covered.shown} sous convention")
    if due.value is not None:
        renewals = several(due.part, "convention", "conventions") if due.part else "aucune convention"
        said.append(f"{renewals} à renouveler d’ici douze mois")
    missing = sum(reading.value is None for reading in told.strength.readings)
    more = f" Sans information suffisante pour {several(missing, 'indicateur', 'indicateurs')}." if missing else ""
    return f"{where} : {', '.join(said)}.{_lasting(told)}{more}"


def _lasting(told: Review) -> str:
    """Say how many departures would cut the establishments apart, where some are joined."""
    lasting = next((reading for reading in told.strength.readings if reading.indicator.name == "lasting"), None)
    if lasting is None or lasting.value is None or lasting.part == lasting.whole:
        return ""
    left = several(lasting.part + 1, "départ suffirait", "départs suffiraient")
    return f" {left}, les plus liés d’abord, pour que la moitié des établissements reliés entre eux ne le soient plus."


def rank_of(reading: Reading) -> str:
    """Write the rank of a reading among its peers, "" when it has none."""
    if reading.rank is None:
        return ""
    return f"1\u1d49\u02b3 sur {reading.peers}" if reading.rank == 1 else f"{reading.rank}\u1d49 sur {reading.peers}"


def strength_table(told: Review) -> pl.DataFrame:
    """Give one line an indicator, under French headings; with a first date, its value then and what changed."""
    changes = {} if told.evolution is None else {change.indicator.name: change for change in told.evolution.changes}
    rows: list[dict[str, Any]] = []
    for reading in told.strength.readings:
        one = reading.indicator
        row: dict[str, Any] = {"Famille": one.family, "Indicateur": one.label, "Valeur": reading.shown}
        if told.evolution is not None:
            change = changes[one.name]
            row |= {f"Au {DATE.show(told.evolution.since)}": one.show(change.before), "Depuis": change.told, "Sens": change.direction}
        row |= {
            "Compté": None if reading.value is None else round(reading.part, 1),
            "Sur": None if reading.value is None else round(reading.whole, 1),
            "De quoi": one.out_of,
            "Non renseignés": reading.unknown,
            "Rang": rank_of(reading),
            "Pourquoi": reading.why,
            "Que faire": reading.advice,
            "Définition": one.definition,
            "Formule": one.formula,
        }
        rows.append(row)
    return pl.DataFrame(rows, infer_schema_length=None, schema_overrides={"Compté": pl.Float64, "Sur": pl.Float64})


def board_table(network: Network, board: Board) -> pl.DataFrame:
    """Give a leaderboard under French headings."""
    rows = [(one.rank, network.caption(one.actor), one.why) for one in board.leaders]
    return pl.DataFrame(rows, schema={"Rang": pl.Int64, "Acteur": pl.String, "Pourquoi": pl.String}, orient="row")


def community_table(network: Network, groups: Grouping) -> pl.DataFrame:
    """Give the communities under French headings."""
    names = _names(network, groups)
    rows = [
        (one.name, len(one.establishments), one.partners, one.note, ", ".join(map(names.__getitem__, one.establishments)))
        for one in groups.communities
    ]
    schema = {
        "Communauté": pl.String,
        "Établissements": pl.Int64,
        "Partenaires": pl.Int64,
        "Stabilité": pl.String,
        "Lesquels": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _names(network: Network, groups: Grouping) -> dict[str, str]:
    """Give the captions of the establishments of communities, looked up once: there may be thousands."""
    every = pl.Series("id", [i for one in groups.communities for i in one.establishments], dtype=pl.String).to_frame()
    return dict(network.captions.join(every, on="id", how="semi").select("id", "caption").iter_rows())


def strength_document(told: Review) -> Document:
    """Write the strength of a part of the network as a document of a few pages."""
    lines = tuple(_line(reading) for reading in told.strength.readings)
    parts = [Part("Les indicateurs", (f"Rangs parmi : {told.strength.peers}.",), _HEADINGS, lines)]
    parts += _changes(told)
    parts += [_board_part(told.network, board) for board in told.boards if board.leaders]
    if told.grouping.communities:
        parts.append(_frame_part("Les communautés", community_table(told.network, told.grouping)))
    definitions = tuple(f"{r.indicator.label} : {r.indicator.definition} Formule : {r.indicator.formula}" for r in told.strength.readings)
    parts.append(Part("Définitions", definitions))
    foot = f"Fiche faite par netmap, sur la version {told.network.version} du réseau. {HONEST}"
    return Document("Solidité du réseau", strength_sentence(told), told.on, tuple(parts), foot)


_HEADINGS = ("Indicateur", "Valeur", "Rang", "Pourquoi", "Que faire")


def _line(reading: Reading) -> tuple[str, ...]:
    return (reading.indicator.label, reading.shown, rank_of(reading), reading.why, reading.advice)


def _changes(told: Review) -> list[Part]:
    change = told.evolution
    if change is None:
        return []
    rows = tuple((c.indicator.label, c.indicator.show(c.before), c.indicator.show(c.after), c.told, c.direction) for c in change.changes)
    headings = ("Indicateur", f"Au {DATE.show(change.since)}", f"Au {DATE.show(change.on)}", "Différence", "Sens")
    return [Part(f"Depuis le {DATE.show(change.since)}", tuple(why_changed(told.network, change)), headings, rows)]


def why_changed(network: Network, change: Evolution) -> list[str]:
    """Say what changed between two dates: partners come and gone, conventions begun and ended."""
    said = (
        ("Partenaires venus", "aucun", change.gained),
        ("Partenaires partis", "aucun", change.lost),
        ("Conventions entrées en vigueur", "aucune", change.begun),
        ("Conventions sorties de vigueur", "aucune", change.ended),
    )
    return [f"{label} : {number(len(ids))}{_listed(network, ids)}." if ids else f"{label} : {none}." for label, none, ids in said]


def _listed(network: Network, ids: Sequence[str], most: int = 12) -> str:
    if not ids:
        return ""
    names = " ; ".join(network.full_caption(identifier) for identifier in ids[:most])
    return f" ({names}{f' et {len(ids) - most} de plus' if len(ids) > most else ''})"


def _board_part(network: Network, board: Board) -> Part:
    return _frame_part(board.title, board_table(network, board), board.help)


def _frame_part(heading: str, frame: pl.DataFrame, help_: str = "") -> Part:
    rows = tuple(tuple(UNSAID if cell is None else str(cell) for cell in row) for row in frame.head(_MOST).iter_rows())
    return Part(heading, (help_,) if help_ else (), tuple(frame.columns), rows)
