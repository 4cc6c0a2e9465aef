"""What people decide of a verdict: a lot like any other, dated, signed, with a motive, undone like any lot.

A decision keeps the facts it rests on. As long as a verdict about the same convention, framework and topic rests on the same facts it
stands, whatever is imported again; when they change it is « à revoir », with what changed. « Rattaché » also states the link from the
convention to the framework: its own effect is no change.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

import polars as pl

from netmap.coherence.finding import Fact, Finding
from netmap.coherence.rules import BY_RULE, LEVELS
from netmap.domain import RELIES_ON
from netmap.errors import UnknownName
from netmap.lot import SAME_AS, Draft, Lot, LotKind, LotState
from netmap.lots.corrections import by_person
from netmap.lots.same_as import kept, merged
from netmap.network import Network
from netmap.values import DATE, choice

DECISION = "DECISION"
STATUS = choice(
    "decision",
    "une décision",
    {"a_examiner": "À examiner", "rattache": "Rattaché", "sans_objet": "Sans objet", "corrige": "Corrigé"},
    {"à examiner": "a_examiner", "rattaché": "rattache", "rattacher": "rattache", "corrigée": "corrige", "à corriger": "a_examiner"},
)
ATTACHED, TO_EXAMINE = "rattache", "a_examiner"
_SAID = {**dict.fromkeys(("key", "convention", "framework", "topic", "status", "rule", "facts"), pl.String()), "on": pl.Date()}


class Lots(Protocol):
    """Give the statements of a kind, lot by lot: what a store does."""

    def frames(self, kind: str) -> Sequence[tuple[Lot, pl.DataFrame]]:
        """Give the statements of a kind."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Hold a decision in force: who, when, why, on which verdict and which facts."""

    key: str
    status: str
    on: date
    author: str
    reason: str
    rule: str
    facts: tuple[tuple[str, str, str], ...]  # key, label, value
    lot: int

    @property
    def convention(self) -> str:
        """Give the convention decided of."""
        return self.key.split("|")[0]

    def changes(self, finding: Finding) -> tuple[str, ...]:
        """Say which facts of a verdict are no longer those the decision rests on."""
        before = {key: (label, value) for key, label, value in self.facts}
        after = {fact.key: (_label(fact), fact.value) for fact in finding.facts}
        said: list[str] = []
        for key in (*before, *(k for k in after if k not in before)):
            was, now = before.get(key, ("", "absent"))[1], after.get(key, ("", "absent"))[1]
            if was != now:
                label = (before.get(key) or after[key])[0]
                said.append(f"{label} : « {was} » devient « {now} »")
        return tuple(said)

    def told(self) -> str:
        """Give the decision in one sentence."""
        who = f", {self.author}" if self.author else ""
        why = f" : {self.reason}" if self.reason else ""
        return f"{STATUS.show(self.status)} ({DATE.show(self.on)}{who}){why}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold a decision beside the verdict it is about: whether it still stands, and what changed when not."""

    decision: Decision
    changes: tuple[str, ...]

    @property
    def to_review(self) -> bool:
        """Tell whether the facts the decision rests on have changed."""
        return bool(self.changes)

    @property
    def settled(self) -> bool:
        """Tell whether nothing is left to do: decided, and the facts are the same."""
        return not self.to_review and self.decision.status != TO_EXAMINE

    def told(self) -> str:
        """Give the decision in one sentence, « à revoir » with what changed."""
        return f"À revoir ({' ; '.join(self.changes)}). {self.decision.told()}" if self.to_review else self.decision.told()

    def as_dict(self) -> dict[str, Any]:
        """Give the decision as plain values."""
        d = self.decision
        return {
            "status": d.status,
            "status_name": STATUS.show(d.status),
            "on": d.on.isoformat(),
            "author": d.author,
            "reason": d.reason,
            "rule": d.rule,
            "lot": d.lot,
            "to_review": self.to_review,
            "changes": list(self.changes),
        }


def decide(network: Network, findings: Iterable[Finding], status: str, *, author: str, reason: str, at: str, on: date) -> Draft:
    """Prepare the lot by which a person decides of some verdicts; « rattaché » states the link of each to its framework."""
    chosen = list(findings)
    if status not in dict(STATUS.choices):
        raise UnknownName(f"« {status} » n’est pas une décision : {STATUS.rule}.")
    if not chosen:
        raise UnknownName("Aucun verdict n’est choisi : il n’y a rien à décider.")
    if status != TO_EXAMINE and not reason.strip():
        raise UnknownName("Donnez un motif : une décision le garde, et il est remis avec le dossier.")
    alone = [f.convention_name for f in chosen if f.framework is None]
    if status == ATTACHED and alone:
        raise UnknownName(f"« {alone[0]} » : ce verdict ne concerne pas un accord-cadre, il n’y a rien à rattacher.")
    cited = [f.convention_name for f in chosen if f.cited]
    if status == ATTACHED and cited:
        raise UnknownName(f"« {cited[0]} » cite déjà cet accord : il n’y a rien à rattacher.")
    said = pl.DataFrame(
        [
            {
                "key": f.key,
                "convention": f.convention,
                "framework": f.framework,
                "topic": f.topic,
                "status": status,
                "on": on,
                "rule": f.rule.name,
                "facts": json.dumps([(fact.key, _label(fact), fact.value) for fact in f.facts], ensure_ascii=False),
            }
            for f in chosen
        ],
        schema=_SAID,
    )
    frames = {DECISION: _by_hand(said)}
    if status == ATTACHED:
        pairs = dict.fromkeys((f.convention, f.framework) for f in chosen)
        links = pl.DataFrame(list(pairs), schema={"source": pl.String, "target": pl.String}, orient="row")
        frames[RELIES_ON.name] = _by_hand(links).with_columns(pl.lit("decision").alias("field"), pl.lit(value=False).alias("about_target"))
    network.row(chosen[0].convention)
    more = f" et {len(chosen) - 1} autre{'s' if len(chosen) > 2 else ''}" if len(chosen) > 1 else ""  # noqa: PLR2004 - the plural starts at two
    title = f"{STATUS.show(status)} : {chosen[0].convention_name}{more}"
    lot = by_person(LotKind.DECISION, title, author, reason.strip(), at)
    return Draft(replace(lot, statements=sum(frame.height for frame in frames.values())), frames)


def decisions(store: Lots) -> dict[str, Decision]:
    """Give the decision in force for each key: the latest of the lots that are not undone; merged elements are followed."""
    aliases = merged(store.frames(SAME_AS))
    found: dict[str, Decision] = {}
    for lot, frame in sorted(store.frames(DECISION), key=lambda part: part[0].number):
        if lot.state is not LotState.ACTIVE:
            continue
        for row in frame.iter_rows(named=True):
            key = "|".join((kept(row["convention"], aliases), kept(row["framework"] or "", aliases), row["topic"]))
            facts = tuple((_moved(k, aliases), label, value) for k, label, value in json.loads(row["facts"]))
            found[key] = Decision(
                key=key,
                status=row["status"],
                on=row["on"],
                author=lot.author,
                reason=lot.reason,
                rule=row["rule"],
                facts=facts,
                lot=lot.number,
            )
    return found


def standing(held: Mapping[str, Decision], findings: Iterable[Finding]) -> dict[str, Standing]:
    """Give for each verdict decided of its decision, with what changed since."""
    return {f.key: Standing(held[f.key], held[f.key].changes(f)) for f in findings if f.key in held}


def orphans(held: Mapping[str, Decision], findings: Iterable[Finding]) -> list[Decision]:
    """Give the decisions about what is no longer found: kept, shown apart."""
    keys = {f.key for f in findings}
    return [decision for key, decision in sorted(held.items()) if key not in keys]


def rule_name(decision: Decision) -> str:
    """Say by which rule a decided verdict had been given."""
    rule = BY_RULE.get(decision.rule.partition(" ")[0])
    return f"{LEVELS[rule.level].name} : {rule.title}" if rule else decision.rule


def _label(fact: Fact) -> str:
    return f"{fact.label} ({fact.about_name})"


def _by_hand(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(pl.lit(None, dtype=pl.Int32).alias("line"), pl.lit(0, dtype=pl.Int16).alias("table"))


def _moved(key: str, aliases: Mapping[str, str]) -> str:
    about, _, name = key.rpartition("#")
    return f"{kept(about, aliases)}#{name}"
