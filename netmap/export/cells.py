"""What a cell of a template can say: a value is written only where reading the cell gives that very value back."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from netmap.reading.cells import SEPARATORS
from netmap.reading.repairs import stays_as_written
from netmap.source import Column

CELL_LENGTH_MAX = 32_767
_SEPARATOR = re.compile(SEPARATORS)
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]|#N/A")

Cells = Mapping[str, Sequence[Any]]


def sayable(col: Column, value: Any) -> bool:  # noqa: ANN401 - a cell of any type
    """Tell whether a cell of this column can hold the value so that it is read back unchanged."""
    text = col.type.show(value)
    if not text or text != text.strip() or len(text) > CELL_LENGTH_MAX or _ERROR.fullmatch(text):
        return False
    if (col.many and _SEPARATOR.search(text)) or not stays_as_written(col, text):
        return False
    return isinstance(value, float) or col.type.cell(text) == value


def side_by_side(
    columns: Sequence[tuple[str, Column]], nodes: Sequence[tuple[Mapping[str, Any], frozenset[str]]]
) -> dict[str, list[Any]] | None:
    """Write nodes in the cells of one line, in the same order in each; None when one could not be told from the others.

    `columns` pairs properties with columns; a node is what is said of it and the properties that name it. One value beside a
    list is the first node's. What does not name a node is left out where the lists have no room for it.
    """
    cells: dict[str, list[Any]] = {}
    for name, col in columns:
        values = [said.get(name) for said, _key in nodes]
        if all(value is None for value in values):
            continue
        listed = _listed(col, values)
        if listed is not None:
            cells[col.field] = listed
        elif any(name in key for _said, key in nodes):
            return None
    return cells


def _listed(col: Column, values: Sequence[Any]) -> list[Any] | None:
    present = [value for value in values if value is not None]
    if not all(sayable(col, value) for value in present):
        return None
    if not col.many:
        return present[:1] if len(present) == len(values) and all(value == present[0] for value in present) else None
    if len(present) == len(values) or (len(present) == 1 and values[0] is not None):
        return present
    return None
