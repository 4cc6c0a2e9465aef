"""What a lot is: the unit of change of a network, never changed once committed, only left out (undone) or taken back.

An import, a correction by a person, a merge of two actors are lots. A lot holds statements as frames by kind; each statement
names the table of the lot it comes from and its line.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

import polars as pl

PERSON_RANK = 1000
SAME_AS = "SAME_AS"
RETIRED = "retired"


class LotKind(StrEnum):
    """What a lot is about."""

    IMPORT = "import"
    CORRECTION = "correction"
    MERGE = "rapprochement"
    DECISION = "décision"
    SENDING = "envoi"
    EVIDENCE = "preuve"


class LotState(StrEnum):
    """Whether the fold counts a lot."""

    ACTIVE = "actif"
    UNDONE = "annulé"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Say where the statements of one table come from, and what that is worth.

    *The same source* is the declared source and the series: the files that are versions of one another. `columns` (heading → field,
    "" for a column left aside), `constants` (field → text) and `words` (texts of a field read as others) are how a person had the
    table of this `signature` read.
    """

    source: str
    title: str
    series: str
    rank: int
    complete: bool = False
    file: str = ""
    sha256: str = ""
    sheet: str = ""
    lines_read: int = 0
    accepted: int = 0
    rejected: int = 0
    signature: str = ""
    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    constants: Mapping[str, str] = field(default_factory=dict[str, str])
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])

    @property
    def identity(self) -> tuple[str, str]:
        """Name the source that replaces what it said before."""
        return (self.source, self.series)

    def place(self, line: int | None) -> str:
        """Say in French where a statement stands."""
        if not self.file:
            return self.title
        sheet = f", feuille « {self.sheet} »" if self.sheet else ""
        return f"{self.file}{sheet}, ligne {line}" if line is not None else f"{self.file}{sheet}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """Describe a lot: `number` orders lots (0 until committed), `at` is an ISO date and time in UTC."""

    uid: str
    kind: LotKind
    title: str
    at: str
    author: str
    reason: str = ""
    origins: tuple[Origin, ...] = ()
    number: int = 0
    state: LotState = LotState.ACTIVE
    statements: int = 0

    def as_dict(self) -> dict[str, Any]:
        """Give the lot as plain values."""
        return {**asdict(self), "kind": str(self.kind), "state": str(self.state), "origins": [asdict(o) for o in self.origins]}

    @staticmethod
    def from_dict(said: Mapping[str, Any]) -> "Lot":
        """Read back a lot from plain values."""
        origins = tuple(Origin(**o) for o in said["origins"])
        typed: dict[str, Any] = {**said, "kind": LotKind(said["kind"]), "state": LotState(said["state"]), "origins": origins}
        return Lot(**typed)


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold a lot that is not committed: its description and its statements by kind, each with `table` and `line`."""

    lot: Lot
    frames: Mapping[str, pl.DataFrame] = field(default_factory=dict[str, pl.DataFrame])


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """Tell one act on the network: which lot, what was done, by whom, when and why."""

    at: str
    author: str
    act: str
    lot: int
    title: str
    reason: str = ""
    version: int = 0
