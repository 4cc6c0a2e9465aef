"""Read text with separators: csv, tsv, txt, whatever their encoding and line ends.

Two ways give the same table. The quick one hands the bytes to polars and keeps its answer only when every physical
line is accounted for; the careful one is Python's csv reader, which knows where each row starts: ragged or doubtful
files take it.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

import numpy as np
import polars as pl

from netmap.errors import FileUnreadable
from netmap.tables.encoding import UTF8_MARK, as_utf8, presumed
from netmap.tables.records import careful_rows, physical_lines, records
from netmap.tables.separator import SAMPLE_BYTES, SEPARATOR_NAMES, separator_of, widest_sampled
from netmap.tables.sheet import COLUMNS_MAX, Blanks, Sheet, filled_rows, refuse_too_wide, stripped

LONE_RETURN = re.compile(rb"\r(?!\n)")
SWAPPED = bytes.maketrans(b"\r\n", b"\n\r")
# What begins, in UTF-8, the white space that is neither the space nor in U+2000 to U+2FFF.
OTHER_BLANKS = (b"\t", b"\v", b"\f", b"\xc2", b"\xe1", b"\xe3")
# The control signs of cells that are read as they are; and what begins others in UTF-8, or stands in what HTML writes for them.
_OTHER_PLAIN, _MAY_BE_CONTROLS = (b"\t", b"\r"), (b"\x7f", b"\xc2", b"#")
_BLOCK_BYTES = 131_072  # what stays in the processor's cache
# Text whose quotes are all in their place: at both ends of a cell, doubled inside. Polars shortens some others, silently.
WELL_QUOTED = {
    separator: re.compile(
        rb'(?:[^"]*+(?:\Z|(?:\A|(?<=[%c\n])|(?<=\A\xef\xbb\xbf))"(?:[^"]++|"")*+"(?=[%c\n]|\r\n|\Z)))*+\Z'
        % (ord(separator), ord(separator))
    )
    for separator in SEPARATOR_NAMES
}
DECLARED_SEPARATOR = re.compile(rb'(?:\xef\xbb\xbf)?"?sep=([;,\t|])"?;*\r?\n', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """Hold the bytes of a text in UTF-8, whose rows end with LF.

    `swapped` says that CR and LF were exchanged, because rows ended with CR alone; `lone_returns` that some CR stand
    without LF; `quoted` that a quote stands somewhere.
    """

    content: bytes
    quoted: bool
    swapped: bool
    lone_returns: bool


def text_sheet(file: str, content: bytes, notes: list[str]) -> Sheet:
    """Read text into its sheet, adding to `notes` the encoding and the separator that were found.

    The quick way also tells whether the text is UTF-8: only what it does not read is looked at once more.
    """
    encoded, said = presumed(file, content)
    text, separator, skipped = cut(encoded)
    parsed = quick_rows(text, separator, skipped)
    if parsed is None:
        rewritten, otherwise = as_utf8(encoded)
        if otherwise:
            said = otherwise
            text, separator, skipped = cut(rewritten)
            parsed = quick_rows(text, separator, skipped)
    if parsed is None:
        rows = records(file, physical_lines(text.content, lone_returns=text.lone_returns), separator)
        parsed = careful_rows(file, islice(rows, skipped, None), lone_returns=text.lone_returns)
    notes.append(said)
    cells, lines = parsed
    refuse_too_wide(file, "", cells.width)
    if text.swapped:
        cells = cells.select(pl.all().str.replace_many(["\n", "\r"], ["\r", "\n"]))
    spaced, plain = looked_over(text, separator)
    cells, lines = filled_rows(stripped(cells, blanks_in(text, spaced=spaced)), lines)
    if not cells.height:
        raise FileUnreadable(f"« {file} » ne contient que des lignes vides : vérifiez l’export.")
    notes.append(f"Séparateur : {SEPARATOR_NAMES[separator]}.")
    if text.swapped:
        notes.append("Fins de ligne : retour chariot seul (ancien Macintosh).")
    return Sheet("", cells, lines, plain=plain)


def cut(content: bytes) -> tuple[Text, str, int]:
    """Find what ends the rows of a text and what parts its cells, and how many lines to leave out because they only say so."""
    text = with_line_feeds(content)
    declared = DECLARED_SEPARATOR.match(text.content)
    return (text, declared[1].decode(), 1) if declared else (text, separator_of(text.content), 0)


def with_line_feeds(content: bytes) -> Text:
    """Find what ends the rows: LF, or CR alone when no LF stands outside quotes; then CR and LF are exchanged."""
    quoted = b'"' in content
    lone = content.count(b"\r") - content.count(b"\r\n") if b"\r" in content else 0
    if not lone:
        return Text(content, quoted, swapped=False, lone_returns=False)
    pieces = content.split(b'"')
    outside = b"\x00".join(pieces[::2])
    if b"\r" not in outside:
        return Text(content, quoted, swapped=False, lone_returns=True)
    if b"\n" not in outside:
        return Text(content.translate(SWAPPED), quoted, swapped=True, lone_returns=b"\n" in content)
    if both_end_rows(outside):
        pieces[::2] = [LONE_RETURN.sub(b"\n", piece) for piece in pieces[::2]]
        content = b'"'.join(pieces)
        return Text(content, quoted, swapped=False, lone_returns=LONE_RETURN.search(content) is not None)
    return Text(content, quoted, swapped=False, lone_returns=True)


def both_end_rows(outside: bytes) -> bool:
    """Tell whether CR alone ends rows beside LF: what it parts is cut by separators as often as the other rows."""
    separator = separator_of(outside).encode()
    sample = outside[: 16 * SAMPLE_BYTES].replace(b"\r\n", b"\n").split(b"\n")
    parted = [piece.count(separator) for line in sample if b"\r" in line for piece in line.split(b"\r")]
    usual = Counter(cuts for line in sample if b"\r" not in line and (cuts := line.count(separator))).most_common(1)
    return bool(usual and parted) and all(cuts == usual[0][0] for cuts in parted)


def looked_over(text: Text, separator: str) -> tuple[bool, bool]:
    """Tell whether a space may stand around a cell, and whether no cell holds a control sign nor a #, from the bytes.

    What no byte says of the whole need not be looked for in each cell, which costs three times as much.
    """
    content, signs = text.content, np.frombuffer(text.content, dtype=np.uint8)
    spaced = content[: len(UTF8_MARK) + 1].removeprefix(UTF8_MARK).startswith(b" ") or content.endswith(b" ")
    controls = row_ends = 0
    for start in range(0, len(signs), _BLOCK_BYTES):
        block = signs[start : start + _BLOCK_BYTES + 1]  # one byte more: two that stand side by side are seen in one block
        low = block < ord(" ")
        if not spaced:
            spaces, edges = block == ord(" "), low | (block == ord(separator))
            spaced = bool((spaces[1:] & edges[:-1]).any() or (edges[1:] & spaces[:-1]).any())
        controls += int(np.count_nonzero(low[:_BLOCK_BYTES]))
        row_ends += int(np.count_nonzero(block[:_BLOCK_BYTES] == ord("\n")))
    allowed = row_ends + (sum(map(content.count, _OTHER_PLAIN)) if controls > row_ends else 0)
    moved = text.swapped or text.lone_returns
    return spaced, controls == allowed and not moved and not any(sign in content for sign in _MAY_BE_CONTROLS)


def blanks_in(text: Text, *, spaced: bool) -> Blanks:
    """Tell which blanks cells may hold, by the bytes that begin them in UTF-8; a mark at the start of the text apart."""
    content = text.content
    if b"\xe2" in content or content.find(b"\xef", len(UTF8_MARK)) >= 0:
        return "any"
    breaks = text.quoted or text.lone_returns
    if breaks or any(begin in content for begin in OTHER_BLANKS):
        return "white"
    return "space" if spaced else "none"


def quick_rows(text: Text, separator: str, skipped: int) -> tuple[pl.DataFrame, pl.Series] | None:
    """Parse the rows after the first `skipped` lines with polars and number them; give None when it is not sure.

    Sure means: each line of the file is a row, or a line break inside a cell of a row.
    """
    content = text.content
    if text.quoted and not well_quoted(content, separator, skipped):
        return None
    if content.endswith(separator.encode()):
        content += b"\n"  # polars forgets one cell too many at the very end of a text
    width = min(widest_sampled(content, separator), COLUMNS_MAX + 1)
    try:
        rows = pl.read_csv(
            content,
            separator=separator,
            has_header=False,
            skip_lines=skipped,
            schema={f"c{place}": pl.String for place in range(width)},
            quote_char='"' if text.quoted else None,
            raise_if_empty=False,
        )
    except pl.exceptions.PolarsError:
        return None
    rows = rows.rechunk()  # parsed in pieces, which every later look at several columns would put together once more
    lines = pl.int_range(skipped + 1, skipped + 1 + rows.height, eager=True)
    if not text.quoted:
        return rows, lines
    height = content.count(b"\n") + (not content.endswith(b"\n")) - skipped
    if rows.height == height:
        return rows, lines
    in_cells = pl.sum_horizontal(pl.all().str.count_matches("\n", literal=True).fill_null(0))
    breaks = rows.select(in_cells.cast(pl.Int64).alias("breaks")).to_series()
    if rows.height + breaks.sum() != height:
        return None
    return rows, lines + breaks.cum_sum() - breaks


def well_quoted(content: bytes, separator: str, skipped: int) -> bool:
    """Tell whether every quote after the first `skipped` lines opens a cell, closes it or is doubled inside."""
    line_end = 0
    for _ in range(skipped):
        line_end = content.find(b"\n", line_end) + 1
    return WELL_QUOTED[separator].match(content, line_end) is not None
