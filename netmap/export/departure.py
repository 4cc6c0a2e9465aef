"""What « Et si … partait ? » says, as a sentence, a table and a document: who is left alone, what to replace, who could take over."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from netmap.export.document import Document, Part
from netmap.measures.departure import Departure, lost_rows
from netmap.measures.indicator import UNSAID, several
from netmap.measures.takeover import Candidate, candidates
from netmap.scope import establishments_in
from netmap.values import DATE

HONEST = (
    "Rien n’est changé dans le réseau : c’est une supposition. Les relais proposés sont déduits des liens connus ; netmap ne sait ni leur "
    "capacité, ni leur souhait."
)
_MOST = 60


@dataclass(frozen=True, slots=True)
class Loss:
    """Hold what a departure costs within a part of the network, "" for the whole."""

    departure: Departure
    scope: str
    isolated: pl.Series
    uncovered: pl.DataFrame
    conventions: pl.DataFrame
    unsure: pl.DataFrame
    ties: pl.DataFrame
    candidates: tuple[Candidate, ...]
    joined: tuple[int, int]
    groups: tuple[int, int]

    @property
    def names(self) -> list[str]:
        """Give the names of those who leave, the persons by their function."""
        caption = self.departure.study.network.caption
        said = [caption(identifier) for identifier in self.departure.leaving]
        for contact in self.departure.contacts:
            said.append(f"{contact.function} ({caption(contact.establishment)})" if contact.establishment else contact.function)
        return said

    def as_dict(self) -> dict[str, Any]:
        """Give the fields that docs/commands.md documents."""
        caption = self.departure.study.network.caption
        return {
            "on": self.departure.study.on,
            "scope": self.scope or None,
            "without": [{"id": identifier, "name": caption(identifier)} for identifier in self.departure.leaving],
            "contacts": [{"function": c.function, "establishment": c.establishment or None} for c in self.departure.contacts],
            "answer": departure_sentence(self),
            "isolated": [{"id": identifier, "name": caption(identifier)} for identifier in self.isolated],
            "uncovered": _named(self, self.uncovered, "establishment", "filiere"),
            "conventions": _named(self, self.conventions, "convention", "establishment", "partner"),
            "unsure": _named(self, self.unsure, "convention", "establishment", "partner"),
            "ties": _named(self, self.ties, "establishment", "partner"),
            "campuses": _named(self, self.departure.campuses, "actor", "campus"),
            "candidates": [
                {
                    "establishment": one.establishment,
                    "establishment_name": caption(one.establishment),
                    "filiere": one.filiere,
                    "filiere_name": caption(one.filiere),
                    "partner": one.partner,
                    "partner_name": caption(one.partner),
                    "reason": one.reason,
                }
                for one in self.candidates
            ],
            "joined": {"before": self.joined[0], "after": self.joined[1]},
            "groups": {"before": self.groups[0], "after": self.groups[1]},
        }


def loss(one: Departure, scope: str | None = None) -> Loss:
    """Count what a departure costs, within a part of the network if it is given."""
    schools = establishments_in(one.study.network, scope) if scope else None
    rows = lost_rows(one, schools)
    before, after = one.joined(after=False), one.joined(after=True)
    return Loss(
        one,
        scope or "",
        rows["isolated"],
        rows["uncovered"],
        rows["conventions"],
        rows["unsure"],
        rows["ties"],
        candidates(one, schools),
        (before[0], after[0]),
        (before[1], after[1]),
    )


def departure_sentence(told: Loss) -> str:
    """Say the answer in one sentence."""
    who = ", ".join(told.names[:3]) + (f" et {len(told.names) - 3} autres" if len(told.names) > 3 else "")  # noqa: PLR2004 - three are named
    unsure = told.unsure["convention"].n_unique()
    without = several(unsure, "convention sans dates n’est pas comptée", "conventions sans dates ne sont pas comptées")
    more = f" ; {without}." if unsure else "."
    if told.ties.is_empty() and told.conventions.is_empty():
        return f"Sans {who}, au {DATE.show(told.departure.study.on)} : aucun lien vivant connu ne serait perdu{more}"
    held = told.conventions["convention"].n_unique()
    said = [
        _counted(len(told.isolated), "aucun établissement isolé", "établissement isolé", "établissements isolés"),
        _counted(told.uncovered.height, "aucune filière sans partenaire", "filière sans partenaire", "filières sans partenaire"),
        _counted(held, f"aucune convention {replaced(told)}", f"convention {replaced(told)}", f"conventions {replaced(told)}"),
    ]
    return f"Sans {who}, au {DATE.show(told.departure.study.on)} : {', '.join(said)}{more}"


def replaced(told: Loss) -> str:
    """Say what becomes of the conventions: to be replaced, or handed over when only persons leave."""
    return "à remplacer" if told.departure.leaving else "à transmettre"


def _counted(count: int, none: str, one: str, many: str) -> str:
    return several(count, one, many) if count else none


def isolated_table(told: Loss) -> pl.DataFrame:
    """Give the establishments that would have no live partner left."""
    return pl.DataFrame(
        {"Établissement": [told.departure.study.network.caption(i) for i in told.isolated]}, schema={"Établissement": pl.String}
    )


def uncovered_table(told: Loss) -> pl.DataFrame:
    """Give the filières that would have no live partner left, establishment by establishment."""
    named = told.departure.study.network.named(told.uncovered, "establishment", "filiere")
    return named.select(pl.col("establishment_name").alias("Établissement"), pl.col("filiere_name").alias("Filière"))


def convention_table(told: Loss) -> pl.DataFrame:
    """Give the conventions to replace."""
    named = told.departure.study.network.named(told.conventions, "convention", "establishment", "partner")
    return named.select(
        pl.col("establishment_name").alias("Établissement"),
        pl.col("convention_name").alias("Convention"),
        pl.col("partner_name").alias("Partenaire"),
        pl.when(pl.col("last_end").dt.year() < _NO_END).then(pl.col("last_end")).alias("Fin"),
        pl.col("others").alias("Autres partenaires signataires"),
    )


_NO_END = 9999


def candidate_table(told: Loss) -> pl.DataFrame:
    """Give who could take over, and why."""
    caption = told.departure.study.network.caption
    rows = [(caption(one.establishment), caption(one.filiere), caption(one.partner), one.reason) for one in told.candidates]
    headings = ("Établissement", "Filière", "Qui pourrait prendre le relais", "Pourquoi")
    return pl.DataFrame(rows, schema=[(heading, pl.String) for heading in headings], orient="row")


def departure_table(told: Loss) -> pl.DataFrame:
    """Give all in one table: what is lost, where, and who could take over."""
    parts = [
        isolated_table(told).select(pl.lit("Établissement isolé").alias("Quoi"), "Établissement"),
        uncovered_table(told).select(pl.lit("Filière sans partenaire").alias("Quoi"), "Établissement", pl.col("Filière").alias("Détail")),
        convention_table(told).select(
            pl.lit(f"Convention {replaced(told)}").alias("Quoi"), "Établissement", pl.col("Convention").alias("Détail"), "Partenaire", "Fin"
        ),
        candidate_table(told).select(
            pl.lit("Relais possible").alias("Quoi"),
            "Établissement",
            pl.col("Filière").alias("Détail"),
            pl.col("Qui pourrait prendre le relais").alias("Partenaire"),
            "Pourquoi",
        ),
    ]
    order = ["Quoi", "Établissement", "Détail", "Partenaire", "Fin", "Pourquoi"]
    return pl.concat(parts, how="diagonal").select(order)


def departure_document(told: Loss) -> Document:
    """Write what a departure costs as a document."""
    parts = [
        Part("Qui partirait", (", ".join(told.names),)),
        _part("Établissements isolés", isolated_table(told), "Aucun établissement ne perdrait tous ses partenaires."),
        _part("Filières sans partenaire", uncovered_table(told), "Chaque filière garderait un partenaire."),
        _part(f"Conventions {replaced(told)}", convention_table(told), "Aucune convention en vigueur n’est concernée."),
        _part("Qui pourrait prendre le relais", candidate_table(told), "Aucun relais n’est à chercher, ou aucun n’est connu."),
        Part("Le réseau", (joined_sentence(told),)),
    ]
    study = told.departure.study
    foot = f"Fiche faite par netmap, sur la version {study.network.version} du réseau. {HONEST}"
    return Document("Et si ces partenaires partaient ?", departure_sentence(told), study.on, tuple(parts), foot)


def joined_sentence(told: Loss) -> str:
    """Say how the whole network would hold."""
    before, after = told.joined
    groups = told.groups[1]
    apart = "" if groups <= 1 else f", en {groups} ensembles séparés"
    return f"Établissements reliés entre eux dans tout le réseau : {before} aujourd’hui, {after} après{apart}."


def _part(heading: str, frame: pl.DataFrame, empty: str) -> Part:
    if frame.is_empty():
        return Part(heading, (empty,))
    rows = tuple(tuple(_cell(cell) for cell in row) for row in frame.head(_MOST).iter_rows())
    more = (f"{frame.height - _MOST} lignes de plus dans le classeur.",) if frame.height > _MOST else ()
    return Part(f"{heading} ({frame.height})", more, tuple(frame.columns), rows)


def _cell(cell: Any) -> str:  # noqa: ANN401 - a cell of any type
    return UNSAID if cell is None else DATE.show(cell) if hasattr(cell, "year") else str(cell)


def _named(told: Loss, frame: pl.DataFrame, *columns: str) -> list[dict[str, Any]]:
    return told.departure.study.network.named(frame, *columns).to_dicts()
