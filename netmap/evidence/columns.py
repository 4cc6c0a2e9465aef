"""What need not be a column: one that says the same on every line, or nothing on any, is said once below."""

from netmap.evidence.dossier import Cell, Column, State, Table
from netmap.evidence.french import shown


def telling(table: Table) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...], str]:
    """Give the columns that tell lines apart, their rows, and a sentence for those that say the same everywhere."""
    if len(table.rows) < 2:  # noqa: PLR2004 - one line is told whole
        return table.columns, table.rows, ""
    same = [position for position, values in enumerate(zip(*table.rows, strict=True)) if all(value == values[0] for value in values)]
    if not same or len(same) == len(table.columns):
        return table.columns, table.rows, ""
    said = [f"{table.columns[n].label} : {_said(table.rows[0][n], table.columns[n].unit)}" for n in same]
    kept = [n for n in range(len(table.columns)) if n not in set(same)]
    columns = tuple(table.columns[n] for n in kept)
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    return columns, rows, f"Sur toutes les lignes : {' ; '.join(said)}."


def _said(value: Cell, unit: str) -> str:
    return str(State.UNKNOWN) if value is None or value == "" else shown(value, unit, 120).rstrip(".")
