"""The lines of a case as csv files, one a kind of table: what several tests load."""

import csv
import io
from collections.abc import Iterable

from tests.coherence.telling import Row


def files(lines: Iterable[tuple[str, Row]]) -> dict[str, str]:
    """Write lines as csv files, named by their table."""
    tables: dict[str, list[Row]] = {}
    for table, row in lines:
        tables.setdefault(table, []).append(row)
    texts: dict[str, str] = {}
    for table, rows in tables.items():
        headings = list(dict.fromkeys(name for row in rows for name in row))
        held = io.StringIO()
        writer = csv.DictWriter(held, headings, delimiter=";", restval="")
        writer.writeheader()
        writer.writerows(rows)
        texts[f"{table}.csv"] = held.getvalue()
    return texts
