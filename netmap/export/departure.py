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
_NO_RELAY = "Aucun relais n’est à chercher, ou aucun n’est connu du réseau."
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
    untied: pl.Series
    memberships: pl.DataFrame
    successors: pl.DataFrame
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
            "untied": [{"id": identifier, "name": caption(identifier)} for identifier in self.untied],
            "successors": _named(self, self.successors, "establishment"),
            "memberships": _named(self, self.memberships, "member", "group"),
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
        rows["untied"],
        rows["memberships"],
        rows["successors"],
        # A person's partners stay: their relations are handed over, not replaced.
        candidates(one, schools) if one.leaving else (),
        (before[0], after[0]),
        (before[1], after[1]),
    )


def departure_sentence(told: Loss) -> str:
    """Say the answer in one sentence."""
    who = ", ".join(told.names[:3]) + (f" et {len(told.names) - 3} autres" if len(told.names) > 3 else "")  # noqa: PLR2004 - three are named
    held, bare = told.conventions["convention"].n_unique(), unwritten(told).height
    # The three that one asks for are always said; the others when there are some.
    said = [
        _counted(len(told.isolated), "aucun établissement isolé", "établissement isolé", "établissements isolés"),
        _counted(told.uncovered.height, "aucune filière sans partenaire", "filière sans partenaire", "filières sans partenaire"),
        _counted(held, f"aucune convention {replaced(told)}", f"convention {replaced(told)}", f"conventions {replaced(told)}"),
    ]
    names = list(told.departure.leaving)
    bereft = told.memberships.filter(~pl.col("member").is_in(names))["member"].n_unique()
    fewer = told.memberships.filter(pl.col("member").is_in(names) & ~pl.col("group").is_in(names))["group"].n_unique()
    orphans = len(told.untied)
    unsure = told.unsure["convention"].n_unique()
    more = [
        _counted(bare, "", f"partenariat sans convention {replaced(told)}", f"partenariats sans convention {replaced(told)}"),
        _counted(orphans, "", "partenaire sans plus aucun lien", "partenaires sans plus aucun lien"),
        _counted(bereft, "", "membre sans ce campus ou réseau", "membres sans ce campus ou réseau"),
        _counted(fewer, "", "campus ou réseau qui perd un membre", "campus ou réseaux qui perdent un membre"),
    ]
    without = _counted(unsure, "", "convention sans dates n’est pas comptée", "conventions sans dates ne sont pas comptées")
    if told.ties.is_empty() and told.conventions.is_empty():
        said, more = more, ["aucun lien vivant connu ne serait perdu"]
    listed = ", ".join(filter(None, [*said, *more]))
    return f"Sans {who}, au {DATE.show(told.departure.study.on)} : {listed}{f' ; {without}' if without else ''}."


def unwritten(told: Loss) -> pl.DataFrame:
    """Give the lost ties that no convention in force writes down."""
    staying = told.departure.staying
    return told.ties.filter((pl.col("conventions") == 0) & pl.col("establishment").is_in(staying.implode()))


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


def partnership_table(told: Loss) -> pl.DataFrame:
    """Give the partnerships without convention that would be lost."""
    named = told.departure.study.network.named(unwritten(told), "establishment", "partner")
    return named.select(pl.col("establishment_name").alias("Établissement"), pl.col("partner_name").alias("Partenaire"))


def untied_table(told: Loss) -> pl.DataFrame:
    """Give the partners that would have no live tie left."""
    return pl.DataFrame({"Partenaire": [told.departure.study.network.caption(i) for i in told.untied]}, schema={"Partenaire": pl.String})


def membership_table(told: Loss) -> pl.DataFrame:
    """Give the memberships that would end, what is left, and which other groups carry the same filières."""
    caption = told.departure.study.network.caption
    rows = [
        (caption(row["member"]), caption(row["group"]), ", ".join(map(caption, row["left"])), ", ".join(map(caption, row["others"])))
        for row in told.memberships.iter_rows(named=True)
    ]
    headings = ("Membre", "Campus ou réseau quitté", "Resterait membre de", "Autres de ses filières")
    return pl.DataFrame(rows, schema=[(heading, pl.String) for heading in headings], orient="row")


def successor_table(told: Loss) -> pl.DataFrame:
    """Give the persons, by their functions, to whom the relations of those who leave could be handed over."""
    named = told.departure.study.network.named(told.successors, "establishment")
    return named.select(
        pl.col("establishment_name").alias("Établissement"),
        pl.col("function").alias("À qui transmettre"),
        pl.col("relations").map_elements(_followed, return_dtype=pl.String).alias("Pourquoi"),
    )


def _followed(relations: int) -> str:
    return f"suit déjà {several(relations, 'relation', 'relations')} de l’établissement"


def tables(told: Loss) -> tuple[tuple[str, pl.DataFrame, str], ...]:
    """Give what a departure costs, a table after the other: its title, its rows, what to say when there is none ("" to say nothing)."""
    return (
        ("Établissements isolés", isolated_table(told), "Aucun établissement ne perdrait tous ses partenaires."),
        ("Filières sans partenaire", uncovered_table(told), "Chaque filière garderait un partenaire."),
        (f"Conventions {replaced(told)}", convention_table(told), "Aucune convention en vigueur n’est concernée."),
        (f"Partenariats sans convention {replaced(told)}", partnership_table(told), ""),
        ("Partenaires sans plus aucun lien", untied_table(told), ""),
        ("Campus et réseaux quittés", membership_table(told), ""),
        ("À qui transmettre", successor_table(told), ""),
        (
            "Qui pourrait prendre le relais",
            candidate_table(told),
            "" if told.successors.height else _NO_RELAY,
        ),
    )


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
        partnership_table(told).select(
            pl.lit(f"Partenariat sans convention {replaced(told)}").alias("Quoi"), "Établissement", "Partenaire"
        ),
        untied_table(told).select(pl.lit("Partenaire sans plus aucun lien").alias("Quoi"), "Partenaire"),
        membership_table(told).select(
            pl.lit("Campus ou réseau quitté").alias("Quoi"),
            pl.col("Membre").alias("Établissement"),
            pl.col("Campus ou réseau quitté").alias("Détail"),
            pl.when(pl.col("Autres de ses filières") != "")
            .then(pl.concat_str(pl.lit("Autres de ses filières : "), "Autres de ses filières"))
            .alias("Pourquoi"),
        ),
        successor_table(told).select(
            pl.lit("À qui transmettre").alias("Quoi"), "Établissement", pl.col("À qui transmettre").alias("Détail"), "Pourquoi"
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
        *(_part(title, frame, empty) for title, frame, empty in tables(told) if frame.height or empty),
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
    return f"Établissements reliés entre eux dans tout le réseau : {before} avant, {after} après{apart}."


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
