"""Find the separator of a text from its first lines: the one that cuts most rows alike, titles above the table or not."""

import csv
import io
from collections import Counter
from itertools import islice

from netmap.tables.encoding import UTF8_MARK

SEPARATOR_NAMES = {";": "point-virgule", ",": "virgule", "\t": "tabulation", "|": "barre verticale"}
USUAL = ";"
SAMPLE_BYTES = 64 * 1024
SAMPLE_ROWS = 200
# A row of these holds nothing, whatever the separator.
NOTHING = " ;,\t|\xa0"
MOST = 0.5
WIDE = 6


def separator_of(content: bytes) -> str:
    """Choose the separator that cuts most rows alike, from the highest row on; else the semicolon."""
    met = [separator for separator in SEPARATOR_NAMES if separator == USUAL or separator.encode() in content[:SAMPLE_BYTES]]
    return max(met, key=lambda separator: fitness(sampled(content, separator), separator))


def fitness(rows: list[list[str]], separator: str) -> tuple[int, int, float, int]:
    """Weigh a way to cut rows: most of them alike, or cut at all; how high the first of these stands, their share, how many columns.

    The header is cut like its rows by the true separator; a comma of decimals or a bar between values only cuts the rows.
    """
    filled = list(map(filled_width, rows))
    widths = Counter(width for row in rows if (width := len(row)) > 1).most_common(1) + Counter(filled).most_common(1)
    # Blanks after commas are those of a sentence, not of a table.
    if separator == "," and spoken(rows):
        return 0, 0, 0.0, 0
    # a wide row may lack its last cell, or a separator after it
    ways = [
        (width, [place for place, row in enumerate(rows) if width == filled[place] or abs(width - len(row)) <= (width >= WIDE)])
        for width, _ in widths
        if width > 1
    ]
    if not ways:
        return 0, 0, 0.0, 0
    width, alike = max(ways, key=lambda way: len(way[1]))
    share = len(alike) / len(rows)
    # Tables one under the other are cut each in its way.
    cut = sum(width > 1 for width in filled) / len(rows)
    if max(share, cut) < MOST:
        return 0, 0, 0.0, 0
    return 2 if share >= MOST else 1, -alike[0], round(share, 1), width


def filled_width(row: list[str]) -> int:
    """Count the cells of a row up to the last filled one."""
    width = len(row)
    while width and not row[width - 1].strip(NOTHING):
        width -= 1
    return width


def spoken(rows: list[list[str]]) -> bool:
    """Tell whether nearly every cut is followed by a space, as commas are in sentences."""
    cells = [cell for row in rows for cell in row[1:] if cell]
    return bool(cells) and sum(cell.startswith(" ") for cell in cells) > 0.9 * len(cells)


def widest_sampled(content: bytes, separator: str) -> int:
    """Give the number of cells of the widest row among the first ones."""
    return max(map(len, sampled(content, separator)), default=1)


def sampled(content: bytes, separator: str) -> list[list[str]]:
    """Cut the first rows of a text, empty ones apart; separators are the same bytes in every encoding met here."""
    sample = content[:SAMPLE_BYTES].removeprefix(UTF8_MARK)
    if len(content) > SAMPLE_BYTES and b"\n" in sample:
        sample = sample[: sample.rindex(b"\n")]
    text = sample.decode("latin-1").replace("\r\n", "\n").replace("\r", " ")
    if '"' not in text:  # cutting is then a tenth of the work
        filled = (line for line in text.split("\n") if line.strip(NOTHING))
        return [line.split(separator) for line in islice(filled, SAMPLE_ROWS)]
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline="\n"), delimiter=separator):
            if "".join(row).strip(NOTHING):
                rows.append(row)
            if len(rows) == SAMPLE_ROWS:
                break
    except csv.Error:
        return rows
    return rows
