"""Before signature: the verdicts a convention would have, by the same rules, and what the network knows of the partner already.

The convention asked about is added to a copy of the network in memory; nothing is stored unless a person asks for it (`draft_of`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from netmap.coherence.advice import Advice, advised
from netmap.coherence.explanation import explained
from netmap.coherence.finding import Finding
from netmap.coherence.findings import examine
from netmap.coherence.ground import Ground
from netmap.coherence.partners import find_partner
from netmap.coherence.rules import ORDER, Level
from netmap.domain import CONVENTION, COVERS, ORGANISATION, PARTNER_OF, SIGNS
from netmap.errors import UnknownName
from netmap.lifecycle import with_state
from netmap.network import Network, link_columns, node_columns
from netmap.reference.routing import WRITING
from netmap.values import DATE

ASKED = f"{CONVENTION.name}:~avant signature"
_SIRET_LENGTH = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Hold what is asked: the partner by SIRET, SIREN or name, the establishment, on what, when, where."""

    partner: str
    establishment: str
    themes: tuple[str, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    territory: str | None = None
    foreign: bool | None = None
    commune: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Hold a line of what exists already: a convention (or none), who, how they are tied, in what state."""

    convention: str | None
    establishment: str
    partner: str
    tie: str
    state: str
    end: date | None
    contact: str


@dataclass(frozen=True)
class Precheck:
    """Hold the answer: the partner found, the verdicts, what exists with it and its group, whom to tell, who knows it."""

    request: Request
    on: date
    network: Network
    partner: str
    partner_name: str
    partner_known: bool
    findings: tuple[Finding, ...]
    existing: tuple[Known, ...]
    advice: tuple[Advice, ...]
    required: tuple[str, ...]

    @cached_property
    def gravest(self) -> Level | None:
        """Give the gravest level found, None when nothing is."""
        return max((f.rule.level for f in self.findings), key=lambda level: ORDER[str(level)], default=None)

    @property
    def answer(self) -> str:
        """Answer « puis-je signer ? » in a sentence or two; netmap decides nothing."""
        levels = {f.rule.level for f in self.findings}
        more = f" {_ALSO}" if self.gravest is not Level.L2 and levels & {Level.L1, Level.L2} and self.gravest is not Level.L1 else ""
        return f"{_ANSWERS[self.gravest]}{more}"

    @property
    def knowing(self) -> tuple[Known, ...]:
        """Give who knows the partner: the lines that name a function."""
        return tuple(known for known in self.existing if known.contact)

    def as_dict(self) -> dict[str, Any]:
        """Give the answer as plain values, with the fields that docs/commands.md documents."""
        return {
            "partner": self.partner,
            "partner_name": self.partner_name,
            "partner_known": self.partner_known,
            "establishment": self.request.establishment,
            "on": self.on.isoformat(),
            "level": str(self.gravest) if self.gravest else None,
            "answer": self.answer,
            "findings": [{name: value for name, value in f.as_dict().items() if not name.startswith("convention")} for f in self.findings],
            "existing": [
                {
                    "convention": k.convention,
                    "establishment": k.establishment,
                    "partner": k.partner,
                    "tie": k.tie,
                    "state": k.state,
                    "end": k.end.isoformat() if k.end else None,
                    "contact": k.contact,
                }
                for k in self.existing
            ],
            "required_clauses": list(self.required),
            "delegations_to_inform": [advice.as_dict() for advice in self.advice],
        }


_ANSWERS: Mapping[Level | None, str] = {
    None: "Rien de connu ne s’y oppose. Ce que le réseau ignore n’est pas une garantie : il est conseillé d’en parler à la délégation.",
    Level.L0: "Rien de connu ne s’y oppose : le lien avec l’accord-cadre est déclaré.",
    Level.L1: "Oui, après avoir regardé si un accord-cadre est à citer : un lien est possible.",
    Level.L2: "Oui, après vérification avec la délégation : un accord-cadre porte déjà sur ce partenariat, il est à citer dans les visas.",
    Level.L2B: "À voir d’abord avec ceux qui ont déjà une convention avec ce partenaire : une seule pourrait suffire.",
    Level.L3: "À corriger avant de signer.",
    Level.L4: "Pas encore : un point est à trancher ou une délégation à informer avant la signature.",
}

_ALSO = "Un accord-cadre est aussi à regarder, et à citer s’il correspond."


def precheck(network: Network, request: Request, on: date) -> Precheck:
    """Answer a request on a date: the verdicts of the convention if it were signed as asked."""
    partner, added = find_partner(network, request.partner, request.commune)
    would = _with_convention(network, request, on, partner, added)
    ground = Ground(would)
    findings = tuple(explained(examine(ground, on, (ASKED,))))
    frameworks = would.node("Framework").filter(pl.col("id").is_in([f.framework for f in findings if f.framework]))
    required = frameworks["required_clauses"].explode().drop_nulls().unique().sort().to_list()
    return Precheck(
        request,
        on,
        would,
        partner,
        would.caption(partner),
        not added,
        findings,
        tuple(_existing(ground, partner, on)),
        tuple(advised(ground, [ASKED], WRITING).get(ASKED, ())),
        tuple(required),
    )


def _with_convention(network: Network, request: Request, on: date, partner: str, added: Mapping[str, Any]) -> Network:
    network.row(request.establishment)
    if request.starts_on and request.ends_on and request.ends_on < request.starts_on:
        raise UnknownName("La fin demandée est avant le début : corrigez l’une des deux dates.")
    if request.ends_on and request.ends_on < on:
        raise UnknownName(f"La fin demandée ({DATE.show(request.ends_on)}) est passée au {DATE.show(on)} : corrigez l’une des deux dates.")
    nodes, links = dict(network.nodes), dict(network.links)
    said = {
        "object": "Convention à signer",
        "status": "projet",
        "themes": list(request.themes) or None,
        "starts_on": request.starts_on,
        "ends_on": request.ends_on,
    }
    nodes[CONVENTION.name] = _plus(network.node(CONVENTION.name), node_columns(CONVENTION.name), {"id": ASKED, **said, "declared": True})
    if added:
        row = {"id": partner, **added, "declared": False}
        nodes[ORGANISATION.name] = _plus(network.node(ORGANISATION.name), node_columns(ORGANISATION.name), row)
    if request.foreign is not None:
        frame = nodes[ORGANISATION.name]
        here = pl.col("id") == partner
        nodes[ORGANISATION.name] = frame.with_columns(pl.when(here).then(pl.lit(request.foreign)).otherwise("foreign").alias("foreign"))
    for source in (request.establishment, partner):
        held = links.get(SIGNS.name, network.link(SIGNS.name))
        links[SIGNS.name] = _plus(held, link_columns(SIGNS.name), {"source": source, "target": ASKED})
    if request.territory:
        network.row(request.territory)
        row = {"source": ASKED, "target": request.territory}
        links[COVERS.name] = _plus(network.link(COVERS.name), link_columns(COVERS.name), row)
    return Network(nodes, links, network.lots, network.version)


def _plus(frame: pl.DataFrame, columns: Mapping[str, pl.DataType], row: Mapping[str, Any]) -> pl.DataFrame:
    return pl.concat([frame, pl.DataFrame([{name: row.get(name) for name in columns}], schema=dict(columns))])


def _existing(ground: Ground, partner: str, on: date) -> list[Known]:
    """List what the network has with this partner and its line (sites, group, federation): conventions, then partnerships without."""
    network, units = ground.network, ground.units.frame.select("id", "unit")
    unit = units.filter(pl.col("id") == partner)["unit"][0]
    anchor = pl.Series([unit], dtype=pl.String)
    below, above = ground.trees.below(anchor)["unit"], ground.trees.over(anchor)["unit"]
    ties = pl.concat(
        [
            pl.DataFrame({"unit": anchor}).with_columns(pl.lit("ce partenaire").alias("tie")),
            pl.DataFrame({"unit": below}).with_columns(pl.lit("en dépend").alias("tie")),
            pl.DataFrame({"unit": above}).with_columns(pl.lit("dont il dépend").alias("tie")),
        ]
    ).unique("unit", keep="first", maintain_order=True)
    kin = units.join(ties, on="unit").select(pl.col("id").alias("partner"), "tie")
    signed = ground.partners.filter(pl.col("convention") != ASKED).join(kin, on="partner").join(ground.schools, on="convention", how="left")
    states = with_state(network.node(CONVENTION.name), on).select(pl.col("id").alias("convention"), "state", "effective_end", "contact")
    order = (pl.col("tie") != "ce partenaire", "effective_end", "convention")
    found = signed.join(states, on="convention").sort(*order, descending=[False, True, False], nulls_last=True)
    named = network.named(found, "establishment", "partner")
    by_convention = [
        Known(c, school or "", name or "", tie, state, end, contact or "")
        for c, school, name, tie, state, end, contact in named.select(
            "convention", "establishment_name", "partner_name", "tie", "state", "effective_end", "contact"
        ).iter_rows()
    ]
    return [*by_convention, *_without_convention(network, kin), *_followed(network, kin)]


def _without_convention(network: Network, kin: pl.DataFrame) -> list[Known]:
    links = network.link(PARTNER_OF.name).join(kin, left_on="target", right_on="partner")
    named = network.named(links, "source", "target").sort("source_name", "target_name")
    return [
        Known(None, school or "", name or "", tie, "partenariat sans convention", None, known or "")
        for school, name, tie, known in named.select("source_name", "target_name", "tie", "known_by").iter_rows()
    ]


def _followed(network: Network, kin: pl.DataFrame) -> list[Known]:
    held = network.node(ORGANISATION.name).filter(pl.col("known_by").is_not_null()).join(kin, left_on="id", right_on="partner").sort("name")
    return [
        Known(None, "", name or "", tie, "fiche de l’organisation", None, known)
        for name, tie, known in held.select("name", "tie", "known_by").iter_rows()
    ]
