"""Find the separator of a text from its first lines: the one that cuts rows like the header."""

import csv
import io

SEPARATOR_NAMES = {";": "point-virgule", ",": "virgule", "\t": "tabulation"}
SAMPLE_BYTES = 64 * 1024
SAMPLE_ROWS = 200
# A row of these holds nothing, whatever the separator.
NOTHING = " ;,\t\xa0"


def separator_of(content: bytes) -> str:
    """Choose the separator that gives the header several cells and most rows as many; else the semicolon."""
    return max(SEPARATOR_NAMES, key=lambda separator: fitness(sampled(content, separator)))


def fitness(rows: list[list[str]]) -> tuple[bool, float, int]:
    """Weigh a way to cut rows: several columns, then the share of rows cut like the header, then how many columns."""
    if not rows:
        return False, 0.0, 0
    width = len(rows[0])
    alike = sum(len(row) == width or (len(row) > width and not any(row[width:])) for row in rows)
    return width > 1, round(alike / len(rows), 1), width


def widest_sampled(content: bytes, separator: str) -> int:
    """Give the number of cells of the widest row among the first ones."""
    return max(map(len, sampled(content, separator)), default=1)


def sampled(content: bytes, separator: str) -> list[list[str]]:
    """Cut the first rows of a text, empty ones apart; separators are the same bytes in every encoding met here."""
    sample = content[:SAMPLE_BYTES]
    if len(content) > SAMPLE_BYTES and b"\n" in sample:
        sample = sample[: sample.rindex(b"\n")]
    lines = io.StringIO(sample.decode("latin-1").replace("\r\n", "\n").replace("\r", " "), newline="\n")
    rows: list[list[str]] = []
    try:
        for row in csv.reader(lines, delimiter=separator):
            if any(cell.strip(NOTHING) for cell in row):
                rows.append(row)
            if len(rows) == SAMPLE_ROWS:
                break
    except csv.Error:
        return rows
    return rows
