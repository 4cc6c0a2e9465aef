"""The part of a sheet: cells take another style, words are written in free cells, the rest of its bytes stays as it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from netmap.intake.marking.package import Unmarkable, prefix_of
from netmap.intake.marking.styles import Styles
from netmap.tables.words import column_number, letters

Place = tuple[int, int]
_NUMBER = re.compile(rb'\sr="([0-9]+)"')
_PLACE = re.compile(rb'\sr="([A-Z]+)[0-9]+"')
_STYLE = re.compile(rb'\ss="([0-9]+)"')
_TAG = re.compile(rb"<(/?)([\w:.-]+)[^>]*?(/?)>", re.DOTALL)
# What no XML can hold.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WORDS_WIDTH = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold the colour of a cell (« FFC7CE ») and the comment to put on it, "" for none."""

    colour: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Hold a text to write in a cell of ours, and its colour."""

    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class Column:
    """Hold words to write by line in the column at `place`, or in the first one after it that is free on these lines.

    What was written there a former time, which its colour tells, is written over.
    """

    place: int
    words: Mapping[int, Words]


def marked_sheet(part: bytes, cells: Mapping[Place, Mark], columns: Sequence[Column], styles: Styles) -> tuple[bytes, dict[Place, Mark]]:
    """Give the part with its cells coloured and its words, and the marks where they stand once merged cells are counted as one."""
    p = prefix_of(part)
    rows = re.search(rb"<%ssheetData\b[^>]*?(?:/>|>(.*)</%ssheetData>)" % (p, p), part, re.DOTALL)
    if rows is None:
        raise Unmarkable("Feuille sans cellules.")
    if b"</%sworksheet>" % p not in part[rows.end() :]:
        raise Unmarkable("Feuille coupée.")
    anchors = _anchors(part[rows.end() :], p)
    anchored: dict[Place, Mark] = {}
    for place, mark in cells.items():
        anchored.setdefault(anchors.get(place, place), mark)
    inside = rows[1] or b""
    words = _settled(inside, p, columns, styles)
    made = b"".join(_rows(inside, p, {**words, **anchored}, styles))
    head = _widened(part[: rows.start()], p, words)
    return b"".join((head, b"<%ssheetData>" % p, made, b"</%ssheetData>" % p, part[rows.end() :])), anchored


def escaped(text: str) -> str:
    """Escape a text for XML, without what no XML can hold."""
    return escape(_REFUSED.sub("", text))


def top_level(tail: bytes) -> Iterator[tuple[bytes, int, int]]:
    """List the elements that stand at the level of what follows the cells of a sheet: name, start, end."""
    depth, begun = 0, 0
    for tag in _TAG.finditer(tail):
        closing, name, alone = tag.groups()
        if closing:
            depth -= 1
            if depth < 0:
                return
        elif depth == 0:
            begun = tag.start()
        if not closing and not alone:
            depth += 1
        elif depth == 0:
            yield name, begun, tag.end()


def _anchors(tail: bytes, p: bytes) -> dict[Place, Place]:
    """Give, for each cell that a merged one covers, where it is shown."""
    anchors: dict[Place, Place] = {}
    for first, top, last, bottom in re.findall(rb'<%smergeCell\b[^>]*\sref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"' % p, tail):
        left, right = column_number(first) - 1, column_number(last) - 1
        if (int(bottom) - int(top) + 1) * (right - left + 1) > 1_000_000:  # noqa: PLR2004 - whole columns merged
            continue
        shown = (int(top), left)
        anchors |= {(line, place): shown for line in range(int(top), int(bottom) + 1) for place in range(left, right + 1)}
    return anchors


def _settled(rows: bytes, p: bytes, columns: Sequence[Column], styles: Styles) -> dict[Place, Words]:
    """Give the words where they can stand: no cell that holds something of someone is written over."""
    asked: dict[int, int] = {}
    for column in columns:
        for line in column.words:
            asked[line] = min(column.place, asked.get(line, column.place))
    filled: dict[int, set[int]] = {}
    for number, row in _numbered(rows, p):
        if number in asked:
            cells = _cells(row[2] or b"", p, asked[number])
            filled[number] = {place for place, cell in cells if cell[2] and _style(cell[1]) not in styles.ours}
    words: dict[Place, Words] = {}
    for column in columns:
        taken = {at for line in column.words for at in filled.get(line, ())}
        place = next(free for free in range(column.place, column.place + len(taken) + 1) if free not in taken)
        words |= {(line, place): said for line, said in column.words.items()}
    return words


def _style(said: bytes) -> int:
    found = _STYLE.search(said)
    return int(found[1]) if found else 0


def _numbered(rows: bytes, p: bytes) -> Iterator[tuple[int, re.Match[bytes]]]:
    """List the rows with their numbers: what they say of themselves is group 1, their cells group 2."""
    number = 0
    for row in re.finditer(rb"<%srow\b([^>]*?)(?:/>|(?<!/)>(.*?)</%srow>)" % (p, p), rows, re.DOTALL):
        found = _NUMBER.search(row[1])
        number = int(found[1]) if found else number + 1
        yield number, row


def _cells(inside: bytes, p: bytes, start: int = 0) -> Iterator[tuple[int, re.Match[bytes]]]:
    """List the cells of a row from a place on, with their places: what they say of themselves is group 1, what they hold group 2."""
    last = inside.rfind(b"<%sc " % p)
    end = _PLACE.search(inside, last) if last >= 0 else None
    if start and end is not None and column_number(end[1]) <= start:
        return
    at = -1
    for cell in re.finditer(rb"<%sc\b([^>]*?)(?:/>|(?<!/)>(.*?)</%sc>)" % (p, p), inside, re.DOTALL):
        found = _PLACE.search(cell[1])
        at = column_number(found[1]) - 1 if found else at + 1
        if at >= start:
            yield at, cell


def _rows(rows: bytes, p: bytes, marks: Mapping[Place, Mark | Words], styles: Styles) -> Iterator[bytes]:
    wanted: dict[int, dict[int, Mark | Words]] = {}
    for (line, place), mark in marks.items():
        wanted.setdefault(line, {})[place] = mark
    left = sorted(wanted)
    done, at = 0, 0
    for number, row in _numbered(rows, p):
        yield rows[at : row.start()]
        at = row.end()
        while done < len(left) and left[done] < number:
            yield _row(p, b' r="%d"' % left[done], b"", left[done], wanted[left[done]], styles)
            done += 1
        if done < len(left) and left[done] == number:
            yield _row(p, row[1], row[2] or b"", number, wanted[number], styles)
            done += 1
        elif styles.ours and row[2]:
            yield _row(p, row[1], row[2], number, {}, styles)
        else:
            yield row[0]
    yield rows[at:]
    for line in left[done:]:
        yield _row(p, b' r="%d"' % line, b"", line, wanted[line], styles)


def _row(p: bytes, said: bytes, inside: bytes, line: int, wanted: Mapping[int, Mark | Words], styles: Styles) -> bytes:
    """Write a row again: the cells that are wanted with their style or their words, in order."""
    opening = b"<%srow%s>" % (p, re.sub(rb'\sspans="[^"]*"', b"", said).removesuffix(b"/"))
    closing = b"</%srow>" % p
    if len(wanted) == 1 and not styles.ours:
        ((place, mark),) = wanted.items()
        if isinstance(mark, Words) and next(_cells(inside, p, place), None) is None:
            return b"".join((opening, inside, _cell(p, line, place, mark, 0, b"", styles), closing))
    pieces: list[bytes] = []
    left = sorted(wanted)
    for at, cell in _cells(inside, p):
        while left and left[0] < at:
            place = left.pop(0)
            pieces.append(_cell(p, line, place, wanted[place], 0, b"", styles))
        style = _style(cell[1])
        was_ours = style in styles.ours
        before = styles.plain(style) if was_ours else style
        if left and left[0] == at:
            pieces.append(_cell(p, line, left.pop(0), wanted[at], before, cell[0], styles))
        else:
            pieces.append(_styled(cell[0], before) if was_ours else cell[0])
    pieces += [_cell(p, line, place, wanted[place], 0, b"", styles) for place in left]
    return b"".join((opening, *pieces, closing))


def _cell(p: bytes, line: int, place: int, mark: Mark | Words, style: int, cell: bytes, styles: Styles) -> bytes:
    """Write a cell: its own content in another style, or words of ours."""
    where = f"{letters(place)}{line}".encode()
    if isinstance(mark, Words):
        inside = b'<%st xml:space="preserve">%s</%st>' % (p, escaped(mark.text).encode(), p)
        opening = b'<%sc r="%s" s="%d" t="inlineStr">' % (p, where, styles.coloured(0, mark.colour))
        return b"%s<%sis>%s</%sis></%sc>" % (opening, p, inside, p, p)
    shown = styles.coloured(style, mark.colour)
    return _styled(cell, shown) if cell else b'<%sc r="%s" s="%d"/>' % (p, where, shown)


def _styled(cell: bytes, style: int) -> bytes:
    end = cell.index(b">")
    opening = cell[:end].removesuffix(b"/")
    alone = b"/" if cell[:end].endswith(b"/") else b""
    return _STYLE.sub(b"", opening) + b' s="%d"' % style + alone + cell[end:]


def _widened(head: bytes, p: bytes, words: Mapping[Place, Words]) -> bytes:
    """Let the sheet's declared size and widths of columns hold the words."""
    if not words:
        return head
    last_line, last_place = max(line for line, _ in words), max(place for _, place in words)

    def grown(found: re.Match[bytes]) -> bytes:
        place, line = max(column_number(found[2]) - 1, last_place), max(int(found[3]), last_line)
        return found[1] + f"{letters(place)}{line}".encode() + b'"'

    head = re.sub(rb'(<%sdimension\b[^>]*\sref="[A-Z]+[0-9]+:)([A-Z]+)([0-9]+)"' % p, grown, head, count=1)
    taken = [int(high) for high in re.findall(rb'<%scol\b[^>]*\smax="([0-9]+)"' % p, head)]
    places = [place for place in sorted({place for _, place in words}) if place + 1 > max(taken, default=0)]
    wide = b"".join(b'<%scol min="%d" max="%d" width="%d" customWidth="1"/>' % (p, at + 1, at + 1, _WORDS_WIDTH) for at in places)
    end = b"</%scols>" % p
    if not wide:
        return head
    return head.replace(end, wide + end, 1) if end in head else head + b"<%scols>" % p + wide + end
