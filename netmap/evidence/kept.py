"""What people did about evidence, read back from the lots that are not undone: the latest act about a piece is the one that counts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from netmap.coherence.decisions import Decision, decisions
from netmap.evidence.acts import ABSENCE, ASIDE, ATTACH, EVIDENCE, FILE, VERIFY
from netmap.evidence.files import Lots
from netmap.lot import SAME_AS, LotState
from netmap.lots.same_as import kept, merged

Key = tuple[str, str, str]
"""Criterion code, establishment, element (or kind of evidence, for an absence)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Hold an act: who, when (`on` is its date, or the day a piece speaks of), why, and the lot that undoes it."""

    title: str = ""
    kind: str = ""
    on: date | None = None
    author: str = ""
    reason: str = ""
    at: str = ""
    lot: int = 0
    facts: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def day(self) -> date:
        """Give the day of the act: the one it says, else that of its lot."""
        return self.on or date.fromisoformat(self.at[:10])

    def changes(self, facts: Mapping[str, str]) -> tuple[str, ...]:
        """Say which facts are no longer those the act rests on."""
        labels = dict.fromkeys((*self.facts, *facts))
        return tuple(
            f"{label} : « {self.facts.get(label, 'absent')} » devient « {facts.get(label, 'absent')} »"
            for label in labels
            if self.facts.get(label) != facts.get(label)
        )


@dataclass(frozen=True, slots=True)
class Held:
    """Name a file given to a piece: its digest finds its bytes (`netmap.evidence.files`)."""

    name: str
    sha256: str
    size: int
    author: str
    at: str
    lot: int


@dataclass(frozen=True, slots=True)
class Acts:
    """Hold what people did about evidence, by criterion, establishment and piece, and what they decided of verdicts."""

    attached: Mapping[Key, Act] = field(default_factory=dict[Key, Act])
    aside: Mapping[Key, Act] = field(default_factory=dict[Key, Act])
    verified: Mapping[Key, Act] = field(default_factory=dict[Key, Act])
    absences: Mapping[Key, Act] = field(default_factory=dict[Key, Act])
    files: Mapping[str, tuple[Held, ...]] = field(default_factory=dict[str, tuple[Held, ...]])
    decisions: Mapping[str, Decision] = field(default_factory=dict[str, Decision])

    def titles(self) -> dict[str, str]:
        """Give the titles of the pieces that are no element of the network."""
        return {element: act.title for (_criterion, _school, element), act in self.attached.items()}


def evidence_acts(store: Lots) -> Acts:
    """Read the acts of the lots that are not undone; merged elements are followed."""
    aliases = merged(store.frames(SAME_AS))
    attached: dict[Key, Act] = {}
    aside: dict[Key, Act] = {}
    verified: dict[Key, Act] = {}
    absences: dict[Key, Act] = {}
    files: dict[str, list[Held]] = {}
    for lot, frame in sorted(store.frames(EVIDENCE), key=lambda part: part[0].number):
        if lot.state is not LotState.ACTIVE:
            continue
        for row in frame.iter_rows(named=True):
            element = kept(row["element"] or "", aliases)
            if row["act"] == FILE:
                given = files.setdefault(element, [])
                if row["sha256"] not in {one.sha256 for one in given}:
                    given.append(Held(row["file"], row["sha256"], row["size"], lot.author, lot.at, lot.number))
                continue
            act = Act(
                title=row["title"] or "",
                kind=row["kind"] or "",
                on=row["on"],
                author=lot.author,
                reason=lot.reason,
                at=lot.at,
                lot=lot.number,
                facts=json.loads(row["facts"]) if row["facts"] else {},
            )
            school = kept(row["establishment"], aliases)
            key = (row["criterion"], school, element)
            if row["act"] == ATTACH:
                attached[key] = act
                aside.pop(key, None)
            elif row["act"] == ASIDE:
                aside[key] = act
            elif row["act"] == VERIFY:
                verified[key] = act
            elif row["act"] == ABSENCE:
                absences[row["criterion"], school, act.kind] = act
    return Acts(attached, aside, verified, absences, {element: tuple(held) for element, held in files.items()}, decisions(store))
