"""What a dossier is: figures that say where they come from, by criterion, with what is missing and what to do.

Nothing here knows how a figure is computed nor how a page is made: the criteria make a dossier, the documents read it. Three states are
never mixed: *preuve*, *absence constatée*, *non renseigné*.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

import polars as pl

from netmap import __version__
from netmap.drawing import Look
from netmap.errors import NetmapError
from netmap.lot import Lot

PROPOSAL = "proposition de netmap"
"""What is ours and in no official text is said so, wherever it is shown."""

Cell = str | int | float | bool | date | None


class State(StrEnum):
    """What is known of a figure."""

    PROOF = "preuve"
    ABSENCE = "absence constatée"
    UNKNOWN = "non renseigné"


class Level(StrEnum):
    """How far a piece is proved."""

    DECLARED = "déclaré"
    DOCUMENTED = "documenté"
    VERIFIED = "vérifié"


class SourceLine(NamedTuple):
    """Name a line of a file that a lot brought; `line` is None for a file as a whole, `file` is "" for what a person entered."""

    file: str
    sheet: str = ""
    line: int | None = None
    lot: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Hold a figure: what it is, what it says, on what, when, and the lines behind it.

    `id` is the same from one dossier to the next. `unit` is "%" for a share already times 100, "" for a plain number. `denominator` says in
    words what the figure is taken out of, `out_of` how many that is. `key` figures stand in the synthesis.
    """

    id: str
    label: str
    state: State
    value: Cell = None
    unit: str = ""
    definition: str = ""
    denominator: str = ""
    out_of: int | None = None
    on: date
    lines: tuple[SourceLine, ...] = ()
    level: Level | None = None
    in_charge: str = ""
    proposal: bool = True
    key: bool = False

    def __post_init__(self) -> None:
        if (self.value is None) != (self.state is State.UNKNOWN):
            raise NetmapError(f"Chiffre « {self.label} » : « {self.state} » et la valeur « {self.value} » ne vont pas ensemble.")


@dataclass(frozen=True, slots=True)
class Column:
    """Declare a column of a table: its heading, what it means, the unit of its numbers; the type is that of its cells."""

    label: str
    help: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Hold a table: typed columns, rows in their order, and what no row means."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = "Aucune ligne."
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Hold a line of the « fiche d’écart »: what is missing, what to do, and whom it concerns where it is known."""

    missing: str
    action: str
    concerns: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Hold what is said for one criterion: its number in its version, its official text word for word, the evidence, the gaps.

    `notes` are ours, and shown as such. `elsewhere` says which criteria of other versions it corresponds to.
    """

    version: str
    number: str
    text: str
    legal_basis: str = ""
    scope: str = "national"
    elsewhere: str = ""
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    gaps: tuple[Gap, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Name the criterion by its version and number, never by its number alone."""
        return f"Critère {self.number} (cahier des charges {self.version})"

    @property
    def key(self) -> str:
        """Name the criterion as commands do: `2023/4`."""
        return f"{self.version}/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Hold what is drawn: actors and ties as `netmap.drawing` takes them, how kinds look, and `total` actors before the ceiling."""

    actors: pl.DataFrame = field(compare=False)
    ties: pl.DataFrame = field(compare=False)
    looks: Mapping[str, Look] = field(compare=False)
    total: int = 0


class Source(NamedTuple):
    """Name a file that the network was made from, with its sha256 and the lots that brought it."""

    file: str
    sha256: str
    lots: tuple[int, ...] = ()


class LotMention(NamedTuple):
    """Name a lot of the network: `at` is an ISO date and time in UTC."""

    number: int
    kind: str
    title: str
    at: str
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """Name a file given to pieces of the dossier: `path` is where the archive holds it, "" when it stays with the network."""

    name: str
    sha256: str
    size: int
    given_on: str
    author: str = ""
    pieces: tuple[str, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Hold a dossier for one establishment, a joint application, a campus or a territory.

    `parameters` are plain values (JSON) that are enough to make the dossier again. `answer` is the sentence that opens the synthesis,
    `points` its other sentences. `tables` concern all the criteria, such as the matrix. `network_version` is the version of the data.
    """

    title: str
    scope: str
    holders: tuple[str, ...]
    on: date
    network_version: int
    sections: tuple[Section, ...]
    answer: str
    points: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    view: View | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict[str, Any])
    sources: tuple[Source, ...] = ()
    lots: tuple[LotMention, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    made_by: str = f"netmap {__version__}"

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for one in self.figures:
            if one.id in seen:
                raise NetmapError(f"Deux chiffres du dossier portent le même nom : « {one.id} ».")
            seen.add(one.id)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Give every figure, in the order of the sections."""
        return tuple(one for section in self.sections for one in section.figures)

    @property
    def gaps(self) -> tuple[tuple[Section, Gap], ...]:
        """Give every gap with its section."""
        return tuple((section, gap) for section in self.sections for gap in section.gaps)


def provenance(lots: Sequence[Lot]) -> tuple[tuple[LotMention, ...], tuple[Source, ...]]:
    """Give the lots of a network and the files they brought, each file once, as a dossier names them."""
    mentions = tuple(LotMention(lot.number, str(lot.kind), lot.title, lot.at, lot.author) for lot in lots)
    brought: dict[tuple[str, str], list[int]] = {}
    for lot in lots:
        for origin in lot.origins:
            if origin.file:
                held = brought.setdefault((origin.file, origin.sha256), [])
                if lot.number not in held:
                    held.append(lot.number)
    return mentions, tuple(Source(file, sha256, tuple(numbers)) for (file, sha256), numbers in sorted(brought.items()))


def source_lines(lots: Sequence[Lot], places: Iterable[tuple[int | None, int | None, int | None]]) -> tuple[SourceLine, ...]:
    """Give the lines of files behind rows of a network, from their lot, table and line; each once, in order."""
    by_number = {lot.number: lot for lot in lots}
    found: set[SourceLine] = set()
    for number, table, line in places:
        lot = by_number.get(number or 0)
        if lot is None:
            continue
        if table is None or not 0 <= table < len(lot.origins):
            found.add(SourceLine("", lot.title, None, lot.number))
            continue
        origin = lot.origins[table]
        found.add(SourceLine(origin.file, origin.sheet or ("" if origin.file else origin.title), line, lot.number))
    return tuple(sorted(found, key=lambda one: (one.file, one.sheet, one.lot, -1 if one.line is None else one.line)))
