"""What each delegation is to be sent: the list of conventioned partnerships of its domain and territory, and what changed since.

A sending is noted as a lot: what was sent, when, by whom; undone like any lot. It is advice of the guide (fiche 6), not an obligation,
and the period is not fixed by any text.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

import polars as pl

from netmap.coherence.advice import Directory
from netmap.coherence.alone import informed
from netmap.coherence.ground import Dated, Ground
from netmap.domain import CONVENTION, DELEGATION, RELIES_ON
from netmap.domain.vocabulary import DELEGATION_KIND, RENEWAL, THEME
from netmap.errors import UnknownName
from netmap.lot import Draft, Lot, LotKind, LotState
from netmap.lots.corrections import by_person
from netmap.network import Network
from netmap.reference.routing import LISTED, ROUTES
from netmap.values import DATE

SENDING = "SENDING"
HEADINGS = (
    "Convention",
    "N° de convention",
    "Établissement",
    "Partenaire",
    "Thèmes",
    "Début",
    "Fin",
    "Reconduction",
    "État",
    "Accord-cadre cité",
    "Délégation informée le",
)
# What a change of is worth telling: the state follows from the date alone.
_TOLD = ("Établissement", "Partenaire", "Thèmes", "Début", "Fin", "Reconduction", "Accord-cadre cité")
_SAID = {**dict.fromkeys(("delegation", "convention", "said"), pl.String()), "on": pl.Date()}


class Lots(Protocol):
    """Give the statements of a kind, lot by lot: what a store does."""

    def frames(self, kind: str) -> Sequence[tuple[Lot, pl.DataFrame]]:
        """Give the statements of a kind."""
        ...


@dataclass(frozen=True, slots=True)
class Sent:
    """Hold the last sending to a delegation: when, by whom, and what was said of each convention."""

    on: date
    author: str
    lot: int
    said: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Changes:
    """Hold what changed since the last sending, by convention: named and told."""

    added: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        """Count the conventions that changed."""
        return len(self.added) + len(self.gone) + len(self.changed)


@dataclass(frozen=True, slots=True)
class Listing:
    """Hold what a delegation is to be sent on a date, the last sending, and what changed since."""

    delegation: str
    name: str
    kind: str
    email: str
    on: date
    ids: tuple[str, ...]
    table: pl.DataFrame
    last: Sent | None
    changes: Changes

    @property
    def message(self) -> str:
        """Write the message to go with the list, ready to copy."""
        since = f" Depuis l’envoi du {DATE.show(self.last.on)} : {told(self.changes)}." if self.last else ""
        return (
            "Bonjour,\n\nVous trouverez ci-joint la liste des partenariats sous convention qui relèvent de votre domaine, au "
            f"{DATE.show(self.on)} : "
            f"{_count(len(self.ids), 'convention', 'conventions')}.{since}\n\nCet envoi suit le conseil de la fiche 6 du guide du label "
            "« Lycée des métiers ». "
            "Nous restons à votre disposition pour vérifier ensemble les liens avec les accords-cadres.\n\nCordialement,"
        )

    def as_dict(self) -> dict[str, Any]:
        """Give the listing as plain values."""
        return {
            "delegation": self.delegation,
            "name": self.name,
            "kind": self.kind,
            "email": self.email,
            "on": self.on.isoformat(),
            "conventions": list(self.ids),
            "last_sent_on": self.last.on.isoformat() if self.last else None,
            "last_sent_by": self.last.author if self.last else None,
            "changes": {
                "added": list(self.changes.added),
                "gone": list(self.changes.gone),
                "changed": [{"convention": name, "what": what} for name, what in self.changes.changed],
            },
            "message": self.message,
        }


def told(changes: Changes) -> str:
    """Say what changed in one sentence."""
    parts = [
        _count(len(found), *words)
        for found, words in (
            (changes.added, ("convention nouvelle", "conventions nouvelles")),
            (changes.gone, ("sortie de la liste", "sorties de la liste")),
            (changes.changed, ("convention modifiée", "conventions modifiées")),
        )
        if found
    ]
    return ", ".join(parts) or "rien n’a changé"


def listings(ground: Ground, on: date, sent: Mapping[str, Sent]) -> list[Listing]:
    """Give for each delegation of the network the list to send, in the order of its kinds; those of no known kind last."""
    network = ground.network
    directory = Directory.of(network)
    live = Dated(ground, on).conventions
    places = ground.convention_places(live["id"])
    rows = _table(ground, live)
    held = {row["id"]: row for row in network.node(DELEGATION.name).iter_rows(named=True)}
    order = {code: rank for rank, (code, _label) in enumerate(DELEGATION_KIND.choices)}
    found: list[Listing] = []
    for identifier in sorted(directory.kinds, key=lambda d: (order.get(directory.kinds[d] or "", len(order)), directory.names[d], d)):
        kind = directory.kinds[identifier]
        ids = _concerned(ground, live, places, directory, identifier, kind)
        table = rows.filter(pl.col("id").is_in(ids.implode()))
        last = sent.get(identifier)
        found.append(
            Listing(
                identifier,
                directory.names[identifier],
                DELEGATION_KIND.show(kind) if kind else "sorte non renseignée",
                held[identifier]["email"] or "",
                on,
                tuple(table["id"].to_list()),
                table.drop("id"),
                last,
                _changes(table, last) if last else Changes((), (), ()),
            )
        )
    return found


def _concerned(
    ground: Ground, live: pl.DataFrame, places: pl.DataFrame, directory: Directory, delegation: str, kind: str | None
) -> pl.Series:
    """Give the conventions that the routes send to a delegation: by domain, abroad or not, in its territory."""
    foreign = ground.units.frame.filter(pl.col("foreign").fill_null(value=False))["id"]
    abroad = ground.partners.filter(pl.col("partner").is_in(foreign.implode()))["convention"]
    wanted = pl.lit(value=False)
    for route in ROUTES:
        if LISTED in route.events and kind in route.kinds:
            themed = pl.lit(value=True) if not route.themes else pl.col("themes").list.set_intersection(list(route.themes)).list.len() > 0
            away = pl.col("id").is_in(abroad.implode()) if route.foreign else pl.lit(value=True)
            wanted = wanted | (themed.fill_null(value=False) & away)
    ids = live.filter(wanted)["id"]
    territory = directory.places.get(delegation)
    if not territory:
        return ids
    ours = pl.DataFrame(sorted(territory), schema=["level", "name"], orient="row")
    near = places.join(ours, on=["level", "name"], how="semi")["convention"].unique()
    return ids.filter(ids.is_in(near.implode()))


def _table(ground: Ground, live: pl.DataFrame) -> pl.DataFrame:
    network = ground.network
    schools = _joined(network, ground.schools, "convention", "establishment")
    partners = _joined(network, ground.partners, "convention", "partner")
    cited = _joined(network, network.link(RELIES_ON.name).select(pl.col("source").alias("convention"), "target"), "convention", "target")
    days = informed(network).group_by("convention").agg(pl.col("on").max())
    known = {
        name: dict(frame.iter_rows()) for name, frame in (("schools", schools), ("partners", partners), ("cited", cited), ("days", days))
    }
    names = dict(network.captions.filter(pl.col("kind") == CONVENTION.name).select("id", "caption").iter_rows())
    rows = [
        (
            row["id"],
            names[row["id"]],
            row["reference"] or "",
            known["schools"].get(row["id"], ""),
            known["partners"].get(row["id"], ""),
            ", ".join(THEME.show(code) for code in row["themes"] or ()),
            _day(row["starts_on"]),
            _day(row["written_end"]),
            RENEWAL.show(row["renewal"]) if row["renewal"] else "",
            row["state"],
            known["cited"].get(row["id"], ""),
            _day(known["days"].get(row["id"])),
        )
        for row in live.iter_rows(named=True)
    ]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(("id", *HEADINGS), pl.String), orient="row")
    return frame.sort("Établissement", "Partenaire", "id")


def _joined(network: Network, links: pl.DataFrame, by: str, name: str) -> pl.DataFrame:
    named = network.named(links.unique(), name)
    return named.group_by(by).agg(pl.col(f"{name}_name").drop_nulls().unique().sort().str.join(", "))


def _changes(table: pl.DataFrame, last: Sent) -> Changes:
    now = {row["id"]: {name: row[name] or "" for name in HEADINGS} for row in table.iter_rows(named=True)}
    added = tuple(_name(now[i]) for i in now if i not in last.said)
    gone = tuple(_name(last.said[i]) for i in last.said if i not in now)
    changed: list[tuple[str, str]] = []
    for identifier, row in now.items():
        before = last.said.get(identifier)
        if before is None:
            continue
        what = [
            f"{name} : « {before.get(name, '') or 'vide'} » devient « {row[name] or 'vide'} »"
            for name in _TOLD
            if before.get(name, "") != row[name]
        ]
        if what:
            changed.append((_name(row), " ; ".join(what)))
    return Changes(added, gone, tuple(changed))


def _name(row: Mapping[str, str]) -> str:
    number = f" ({row['N° de convention']})" if row.get("N° de convention") else ""
    return f"{row.get('Convention', '')}{number}, {row.get('Établissement', '')}"


def sendings(store: Lots) -> dict[str, Sent]:
    """Give the last sending to each delegation, of the lots that are not undone."""
    found: dict[str, Sent] = {}
    for lot, frame in sorted(store.frames(SENDING), key=lambda part: part[0].number):
        if lot.state is not LotState.ACTIVE:
            continue
        for (delegation,), rows in frame.group_by("delegation"):
            said = {convention: json.loads(text) for convention, text in rows.select("convention", "said").iter_rows() if convention}
            found[str(delegation)] = Sent(rows["on"][0], lot.author, lot.number, said)
    return found


def sending(listing: Listing, *, author: str, reason: str, at: str) -> Draft:
    """Prepare the lot that notes that a list was sent to its delegation."""
    if not listing.delegation:
        raise UnknownName("Choisissez la délégation à qui la liste a été envoyée.")
    told_rows = [
        {"delegation": listing.delegation, "convention": identifier, "said": json.dumps(row, ensure_ascii=False), "on": listing.on}
        for identifier, row in zip(listing.ids, listing.table.iter_rows(named=True), strict=True)
    ] or [{"delegation": listing.delegation, "convention": None, "said": "{}", "on": listing.on}]
    frame = pl.DataFrame(told_rows, schema=_SAID).with_columns(
        pl.lit(None, dtype=pl.Int32).alias("line"), pl.lit(0, dtype=pl.Int16).alias("table")
    )
    title = f"Envoi à {listing.name} : {_count(len(listing.ids), 'convention', 'conventions')}, au {DATE.show(listing.on)}"
    lot = by_person(LotKind.SENDING, title, author, reason.strip(), at)
    return Draft(replace(lot, statements=frame.height), {SENDING: frame})


def _day(value: date | None) -> str:
    return DATE.show(value) if value else ""


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number < 2 else several}"  # noqa: PLR2004 - the plural starts at two
