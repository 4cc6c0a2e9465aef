"""How a workbook of the corpus is declared: pages of cells as someone typed them, and beside each cell what it says.

A cell written as it should be read is its own truth. A dirty one says what it is worth: `read("mars 2025", "01/03/2025")`. What
stands on a page outside the lines of a table (titles, group rows, totals, notes) is put there with `put`: it is no line.
Schools, companies and people are invented; their codes have a right key (`netmap.demo.identifiers`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from netmap.demo.identifiers import siret, uai

__all__ = [
    "MERGED",
    "Cell",
    "Formula",
    "Line",
    "Page",
    "Read",
    "Table",
    "Workbook",
    "aside",
    "firm",
    "lost",
    "parts",
    "read",
    "several",
    "site",
    "uai",
    "wrong",
]

Fate = Literal["accepted", "rejected", "either"]
_FIRST_FIRM = 99_900


@dataclass(frozen=True)
class Formula:
    """Hold a formula and the value it had when the workbook was saved."""

    text: str
    value: str | float


@dataclass(frozen=True)
class Read:
    """Hold a cell as it is written and what it says: values by field, or of its column's field; `told` asks for a word on it."""

    written: Any
    says: tuple[Any, ...] | dict[str, Any] = ()
    told: bool = False
    fate: Fate = "accepted"


Cell = str | int | float | date | Formula | Read | None
# The cell belongs to the merged one above it, and is worth as much.
MERGED = Read("\0merged")


def read(written: Any, *says: Any, told: bool = True) -> Read:
    """Declare a cell that says something else than what is written; nothing for a cell that says nothing."""
    return Read(written, says, told)


def said(written: Any, *says: Any) -> Read:
    """Declare a cell that says something else than what is written, which need not be told."""
    return read(written, *says, told=False)


def several(written: str, *says: Any) -> Read:
    """Declare a cell that holds several values."""
    return Read(written, says)


def parts(written: str, **says: Any) -> Read:
    """Declare a cell that holds the values of several fields."""
    return Read(written, says)


def lost(written: Any) -> Read:
    """Declare a cell whose value cannot be known any more: told, never guessed; the line may be kept without it or not."""
    return Read(written, (), told=True, fate="either")


def aside(written: Any) -> Read:
    """Declare a cell that is no value of its column, on a line that is kept all the same."""
    return Read(written, (), told=True)


def wrong(written: Any) -> Read:
    """Declare a cell that keeps its line out."""
    return Read(written, (), told=True, fate="rejected")


@dataclass(frozen=True)
class Line:
    """Hold the truth of a line: what each field says (no field, nothing said), the columns that must be spoken of, its fate."""

    line: int
    says: dict[str, tuple[Any, ...]]
    told: tuple[str, ...]
    fate: Fate


@dataclass
class Table:
    """Hold a table of a page: `source` is the name of what it is, "" for what netmap has no use of."""

    page: "Page"
    source: str
    columns: Sequence[tuple[str, str | None]]
    place: int
    unjudged: tuple[str, ...]
    lines: list[Line] = field(default_factory=list)
    _above: list[Read] = field(default_factory=list)

    def head(self) -> None:
        """Write the headings, once more where the table repeats them."""
        self.page.put(*(heading for heading, _field in self.columns), at=self.place)

    def aside(self, *cells: Cell) -> None:
        """Write a row that is no line of the table: a group, a total, a note."""
        self.page.put(*cells, at=self.place)

    def line(self, *cells: Cell, fate: Fate = "accepted", hidden: bool = False, **says: Any) -> None:
        """Write a line; `says` adds what the line says beside its cells, or settles what they do."""
        assert len(cells) <= len(self.columns), f"{self.page.name} : {cells}"
        whole = [self._read(cell, place) for place, cell in enumerate((*cells, *[None] * (len(self.columns) - len(cells))))]
        said: dict[str, tuple[Any, ...]] = {}
        told: list[str] = []
        for (heading, name), one in zip(self.columns, whole, strict=True):
            if one.told:
                told.append(heading)
            if isinstance(one.says, dict):
                said |= {key: _tuple(value) for key, value in one.says.items()}
            elif name is not None and one.says:
                said[name] = (*said.get(name, ()), *one.says)
            fate = one.fate if one.fate != "accepted" and fate == "accepted" else fate
        said |= {name: _tuple(value) for name, value in says.items()}
        if not hidden:
            self.lines.append(Line(self.page.row, {name: values for name, values in said.items() if values}, tuple(told), fate))
        self._above = whole
        written = [cell.written if isinstance(cell, Read) and cell is not MERGED else cell for cell in cells]
        self.page.put(*written, at=self.place, hidden=hidden)

    def _read(self, cell: Cell, place: int) -> Read:
        if cell is MERGED:
            return replace(self._above[place], told=True)
        if isinstance(cell, Read):
            return cell
        if cell is None or cell == "":
            return Read("")
        return Read(cell, (cell.value if isinstance(cell, Formula) else cell,))


class Page:
    """Hold a sheet being written from its first row on."""

    def __init__(self, name: str, *, hidden: bool = False) -> None:
        self.name = name
        self.hidden = hidden
        self.row = 1
        self.cells: dict[tuple[int, int], Any] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self.tables: list[Table] = []

    def put(self, *cells: Any, at: int = 0, hidden: bool = False) -> None:
        """Write a row from the place `at` on, and go to the next."""
        for place, cell in enumerate(cells, at):
            if cell is MERGED:
                self._merge_down(place)
            elif cell is not None and cell != "":
                self.cells[self.row, place] = cell
        if hidden:
            self.hidden_rows.append(self.row)
        self.row += 1

    def _merge_down(self, place: int) -> None:
        for number, (first, left, last, right) in enumerate(self.merges):
            if left == right == place and last == self.row - 1:
                self.merges[number] = (first, place, self.row, place)
                return
        self.merges.append((self.row - 1, place, self.row, place))

    def merge(self, columns: int, at: int = 0) -> None:
        """Merge the last row written, from the place `at`, over some columns."""
        self.merges.append((self.row - 1, at, self.row - 1, at + columns - 1))

    def skip(self, rows: int = 1) -> None:
        """Leave rows empty."""
        self.row += rows

    def table(
        self,
        source: str,
        columns: Sequence[tuple[str, str | None]] | dict[str, str | None],
        *,
        at: int = 0,
        unjudged: Sequence[str] = (),
        head: bool = True,
    ) -> Table:
        """Begin a table here: its headings and the field of each, None for what is not kept; `unjudged` fields may say anything."""
        named = tuple(columns.items()) if isinstance(columns, dict) else tuple(columns)
        table = Table(self, source, named, at, tuple(unjudged))
        self.tables.append(table)
        if head:
            table.head()
        return table


@dataclass(frozen=True)
class Workbook:
    """Hold a file of the corpus; `make` writes its bytes, `truths` are its tables, sheets and lines as a spreadsheet shows them."""

    name: str
    make: Callable[[], bytes]
    truths: tuple[Table, ...]
    line_of: Callable[[Table, int], int] = lambda _table, row: row


def firm(number: int) -> str:
    """Give the SIREN of an invented company; it begins with one zero, that spreadsheets lose."""
    for key in range(10):
        code = f"0{_FIRST_FIRM + number:05d}9{number % 10}{key}"
        if _luhn(code):
            return code
    raise AssertionError


def site(number: int, nic: int = 1) -> str:
    """Give the SIRET of a site of an invented company."""
    return siret(firm(number), nic)


def _luhn(digits: str) -> bool:
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0


def _tuple(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, (tuple, list)) else (value,)
