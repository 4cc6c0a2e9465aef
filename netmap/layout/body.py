"""Cut the rows under a header: which are rows of the table, which are totals, notes, section titles, blank or repeated headings.

A large sheet is looked at by columns first; only the rows that may be something else are looked at one by one.
"""

import re
from collections.abc import Sequence, Sized
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

import polars as pl

from netmap.domain.persons import names_person
from netmap.headings import Vocabulary
from netmap.layout.cells import (
    counts_lines,
    is_dashed,
    is_note,
    is_number,
    is_part_of_year,
    is_signatory,
    is_total,
    looks_like_value,
    looks_like_words,
)
from netmap.layout.header import FEWEST_HEADINGS, Header, named_count, reads_as_header
from netmap.layout.legends import is_code_said, says_codes
from netmap.layout.sections import NUMBERED, names_campus, names_departement, names_school
from netmap.layout.sums import adds_up, is_sums
from netmap.layout.table import SHOWN, Aside, Reason
from netmap.layout.usual import Usual, of_another, texts_of, usual_of
from netmap.tables.sheet import Span
from netmap.values import fold_text

_TOTAL_WORDS = [
    form for word in ("otal", "ot.", "otaux", "nsemble", "oyenne", "umul", "ombre ", "esoin", "anque") for form in (word, word.upper())
]
_FEW = 0.3
_WIDE = 3
_SENTENCE = 5  # words
_NAME = re.compile(r"[^\W_][\w.]*(?:[ '’&-]+[^\W_][\w.]*)*(?: \(\w+\))?")  # « S.A.R.L. Brume (Brest) »
_LONGEST_HEADING, _FEWEST_VALUES, _LOOKED_BELOW = 40, 2, 60
_PARTED = 3  # an empty row, a title, an empty row
_GROUPED = 2  # the fewest groups, and lines of a group
_LOOSE = (Reason.SECTION, Reason.NOTE)
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_BRACKETED, _PAGE = re.compile(r"\(.*\)"), re.compile(r"(?:p\.|page)? ?[0-9]{1,3} ?(?:/|sur) ?[0-9]{1,3}|page [0-9]{1,3}", re.IGNORECASE)
# What is expected of each column, told between the headings and the lines: « (jj/mm/aaaa) ».
_HINT = re.compile(r"\([^()]*\)|j?j/m?m/(?:aa)?aa|(?:open-ended )?response|r[ée]ponse(?: ouverte)?", re.IGNORECASE)


@dataclass(slots=True)
class Body:
    """Hold what became of the rows under a header: those of the table are the first `length` but for the `dropped` ones."""

    length: int
    dropped: list[int] = field(default_factory=list[int])
    aside: list[Aside] = field(default_factory=list[Aside])

    @property
    def is_empty(self) -> bool:
        """Tell whether the table has no row."""
        return len(self.dropped) == self.length

    def rows(self) -> pl.Series | None:
        """Mark the rows of the table among the first `length`; None where all are."""
        if not self.dropped:
            return None
        return pl.repeat(value=True, n=self.length, eager=True, dtype=pl.Boolean).scatter(self.dropped, values=False)


def cut(sheet: str, cells: pl.DataFrame, lines: pl.Series, header: Header, vocabulary: Vocabulary, merged: Sequence[Span]) -> Body:
    """Tell the rows of a table from what is none, from the row under its header to its end.

    `cells` starts under the header; `lines` numbers its rows. The table ends where another one begins.
    """
    body = Body(cells.height)
    doubtful, wide = _doubtful(cells, header)
    usual = usual_of(cells)
    ours = all(heading in vocabulary.ours for heading in header.folded if heading)
    explained = _explained(cells, doubtful)
    if not ours:
        explained |= of_another(cells, doubtful)
    doubtful = sorted({*doubtful, *explained})
    last_data = _last_data(cells, [place for place in wide if place not in explained], header)
    doubtful = sorted({*doubtful, *(place for place in wide if place > last_data)})
    parting = _parting(cells, doubtful, last_data)
    titles: list[int] = []
    blank: set[int] = set()
    said_apart = False
    for place in doubtful:
        row = cells.row(place)
        filled = texts_of(cells, place)
        where = _Where(place, last_data, lines[place], merged, apart=_apart(body, place), under=_under_aside(body, place))
        reason = Reason.NOTE if place in explained else _reason(row, filled, header, vocabulary, usual, where)
        if reason is None and len(filled) == 1 and adds_up(cells, place, body.dropped, last_data):
            reason = Reason.TOTAL
        if titles and place - 1 in blank and titles[0] - 1 not in blank and len(filled) == 1:
            titles = []  # what stands right under lines is no title of what comes after an empty row
        first = titles[0] if titles else place
        heads = place if titles else place + 1
        if (
            reason in (None, Reason.SECTION)
            and not ours
            and first - 1 in blank
            and _begins_another(cells, heads, usual, first - 2 in blank)
        ):
            _end(sheet, body, first, lines)
            return body
        reason = Reason.SECTION if reason is None and place in parting else reason
        if reason is None or (ours and reason in _LOOSE):  # every line of our own template is a line
            titles, said_apart = [], False
            continue
        # where a section stands right under the headings, they come again under others; elsewhere a title begins a table
        sectioned = bool(body.aside) and body.aside[0].reason is Reason.SECTION and body.dropped[0] == 0
        if reason is Reason.HEADER and ((said_apart and not sectioned) or not header.comes_again(_written(row))):
            _end(sheet, body, _title(cells, titles[0] if titles else place), lines)
            return body
        body.dropped.append(place)
        if reason is Reason.BLANK:
            blank.add(place)
        else:
            titles = [*titles, place] if reason in (Reason.SECTION, Reason.NOTE) else []
            said_apart = bool(titles) and (said_apart or reason is Reason.SECTION)
        body.aside.append(Aside(sheet, reason, (lines[place],), " ".join(filled)[:SHOWN]))
    return body


def _apart(body: Body, place: int) -> bool:
    return bool(body.dropped) and body.dropped[-1] == place - 1 and body.aside[-1].reason in (Reason.BLANK, Reason.NOTE, Reason.TOTAL)


def _under_aside(body: Body, place: int) -> bool:
    return bool(body.dropped) and body.dropped[-1] == place - 1 and body.aside[-1].reason in (Reason.NOTE, Reason.TOTAL)


def _explained(cells: pl.DataFrame, doubtful: Sequence[int]) -> frozenset[int]:
    """Give the rows that say what codes stand for under a text that announces them: « Codes : », then « T | tacite »."""
    found: set[int] = set()
    for place in doubtful:
        if len(texts := texts_of(cells, place)) == 1 and says_codes(texts[0]):
            following = takewhile(lambda row: is_code_said(texts_of(cells, row)), range(place + 1, cells.height))
            found.update(following)
    return frozenset(found)


def _last_data(cells: pl.DataFrame, wide: Sequence[int], header: Header) -> int:
    """Give the last wide row that is one of the table, -1 where none is: under it stand totals, figures, and who signs."""
    known = set(wide)
    ends = list(reversed(wide))
    while ends:
        block = list(takewhile(lambda place, last=ends[0]: known.issuperset(range(place, last)), ends))
        rows = [(place, texts_of(cells, place)) for place in block]
        left = [is_total(filled) or is_sums(cells.row(place)) for place, filled in rows]
        apart = len(block) < len(ends)
        if not (
            apart and all(one or _signs(filled, header) or _is_figure(filled, header) for one, (_, filled) in zip(left, rows, strict=True))
        ):
            return next((place for place, one in zip(block, left, strict=True) if not one), -1)
        ends = ends[len(block) :]
    return -1


def _is_page(filled: Sequence[str]) -> bool:
    """Tell whether a row is a title and its page."""
    *titles, page = filled
    return len(titles) == 1 and _PAGE.fullmatch(page) is not None


def _is_figure(filled: Sequence[str], header: Header) -> bool:
    """Tell whether a short row is a figure and what it counts, or a label and what it says: « Reste | 612 € », « Présents : | … »."""
    if len(filled) != _FEWEST_VALUES or not _is_short(filled, header):
        return False
    return filled[0].rstrip().endswith(":") or (looks_like_words(filled[0]) and is_number(filled[1]))


def _signs(filled: Sequence[str], header: Header) -> bool:
    """Tell whether a short row is a remark, dated or not alone, beside the name of who signs."""
    told = is_note(filled[0]) and (any(map(str.isdigit, filled[0])) or any(map(is_note, filled[1:])))
    who = all(is_signatory(text) or names_person(text) for text in filled)
    return (told or who) and _is_short(filled, header) and not any(map(looks_like_value, filled))


def _is_short(filled: Sized, header: Header) -> bool:
    return len(filled) * 2 <= sum(heading != "" for heading in header.headings)


def _parting(cells: pl.DataFrame, doubtful: Sequence[int], last: int) -> frozenset[int]:
    """Give the rows of one text that part a table in groups, most of several lines: the first row is one, all stand in the same column."""
    alone = [place for place in doubtful if place < last and len(texts_of(cells, place)) == 1]
    if len(alone) < _GROUPED or alone[0] != 0:
        return frozenset()
    filled = [[column is not None for column in cells.row(place)] for place in alone]
    sizes = [following - place - 1 for place, following in pairwise((*alone, last + 1))]
    apart = all(sizes) and sum(size >= _GROUPED for size in sizes) * 2 > len(sizes)
    return frozenset(alone) if apart and all(one == filled[0] for one in filled) else frozenset()


@dataclass(frozen=True, slots=True)
class _Where:
    place: int
    last_data: int
    line: int
    merged: Sequence[Span]
    apart: bool = False  # under an empty row, or what stood under one
    under: bool = False  # under a remark or a total

    @property
    def after(self) -> bool:
        return self.place > self.last_data

    @property
    def is_wide(self) -> bool:
        return any(span.first_line <= self.line <= span.last_line and span.last_column > span.first_column for span in self.merged)


def _title(cells: pl.DataFrame, place: int) -> int:
    """Give where the table whose headings stand at a place begins: at the titles above them, under an empty row, if there are some."""
    titled = list(
        takewhile(lambda row: 0 < len(texts_of(cells, row)) <= _FEWEST_VALUES, range(place - 1, max(-1, place - 1 - _PARTED), -1))
    )
    if titled and titled[-1] and not texts_of(cells, titled[-1] - 1):
        return titled[-1]
    if place and len(texts_of(cells, place - 1)) == 1:
        return place - 1
    # « Opérations de la fédération », parted from its headings and from the lines above
    parted = place > _PARTED and [len(texts_of(cells, above)) for above in range(place - _PARTED, place)] == [0, 1, 0]
    return place - 2 if parted else place


def _end(sheet: str, body: Body, place: int, lines: pl.Series) -> None:
    """End a table where the next one begins: what was left aside from there on belongs to it."""
    body.length = place
    body.dropped = [row for row in body.dropped if row < place]
    first = lines[place]
    body.aside = [one for one in body.aside if one.sheet == sheet and one.lines[0] < first]


def _doubtful(cells: pl.DataFrame, header: Header) -> tuple[list[int], list[int]]:
    """Give the rows that may not be data (few cells filled, a word of totals first, the very headings), and the last wide rows."""
    few = max(1, int(len([h for h in header.headings if h]) * _FEW))
    named = next((place for place, heading in enumerate(header.headings) if heading and place < cells.width), 0)
    # columns without an empty cell are counted at once, and what stands after the first of them is never the first filled
    whole = [name for name in cells.columns if cells[name].null_count() == 0]
    others = [name for name in cells.columns if name not in whole]
    first = cells.columns[: cells.columns.index(whole[0]) + 1] if whole else cells.columns
    filled = pl.sum_horizontal(pl.lit(len(whole)), *(pl.col(name).is_not_null() for name in others))
    odd = (pl.nth(named) == header.headings[named]) | pl.coalesce(first).str.contains_any(_TOTAL_WORDS)
    looked = cells.select((filled <= few).alias("sparse"), filled.alias("count"), odd.fill_null(value=False).alias("odd"))
    sparse = looked["sparse"].arg_true().to_list()
    # the row after an empty or nearly empty one may be the header of another table
    after = {row + 1 for row in sparse if row + 1 < cells.height}
    # and so may the rows under a title: other titles, or groups, may stand over the headings
    counts = looked["count"]
    titles = ((counts == 1) & (counts.shift(1) == 0)).arg_true()
    after |= {row + place for row in titles for place in (2, 3) if row + place < cells.height}
    # and so may be what stands over headings that come again, or their second line
    around = range(-1, max(1, len(header.written)))
    after |= {row + place for row in looked["odd"].arg_true() for place in around if 0 <= row + place < cells.height}
    last = cells.height - 1
    ends = [0, *([last] if is_total(texts_of(cells, last)) or is_sums(cells.row(last)) else [])] if cells.height else []
    doubtful = {*looked["odd"].arg_true().to_list(), *sparse, *after, *ends}
    return sorted(doubtful), (~looked["sparse"]).arg_true().tail(50).to_list()


def _begins_another(cells: pl.DataFrame, place: int, usual: Usual, parted: bool) -> bool:
    """Tell whether a row under a title can only head another table: short words, where values stand, or over narrower rows.

    Where two empty rows or more part it from the lines above, words in one column of values tell it.
    """
    if place + 1 >= cells.height or len(texts_of(cells, place - 1)) != 1:
        return False
    row = cells.row(place)
    filled = {column: str(cell) for column, cell in enumerate(row) if cell is not None}
    texts = list(map(fold_text, filled.values()))
    numbered = NUMBERED.match(texts_of(cells, place - 1)[0]) is not None
    if len(filled) < (_FEWEST_VALUES if numbered else FEWEST_HEADINGS) or len(set(texts)) < len(texts):
        return False
    worded = [looks_like_words(text) and len(text) <= _LONGEST_HEADING for text in filled.values()]
    if not worded[0] or not all(said or _YEAR.fullmatch(text) for said, text in zip(worded, filled.values(), strict=True)):
        return False
    below = {column for under in cells.slice(place + 1, _LOOKED_BELOW).rows() for column, cell in enumerate(under) if cell is not None}
    narrow = below <= filled.keys() and len(filled) * 2 <= cells.width
    return numbered or narrow or len(usual.values & filled.keys()) >= (1 if parted else _FEWEST_VALUES)


def _written(row: Sequence[object]) -> list[str | None]:
    return [None if cell is None else str(cell) for cell in row]


def _reason(
    row: Sequence[object],
    filled: list[str],
    header: Header,
    vocabulary: Vocabulary,
    usual: Usual,
    where: _Where,
) -> Reason | None:
    """Say why a doubtful row is no data, None when it is."""
    texts = _written(row)
    headings = sum(1 for heading in header.headings if heading)
    reason: Reason | None = None
    if not filled:
        reason = Reason.BLANK
    elif header.comes_again(texts) or (reads_as_header(texts, vocabulary) and named_count(texts, vocabulary) >= _FEWEST_VALUES):
        reason = Reason.HEADER
    elif is_total(filled) or (where.after and is_sums(row)):
        reason = Reason.TOTAL
    elif len(filled) > 1 and (_is_page(filled) or _is_remark(row, filled, header, usual, where)):
        reason = Reason.NOTE
    elif where.after and where.apart and _is_figure(filled, header):
        reason = Reason.TOTAL
    elif headings < _WIDE or len(filled) > max(1, headings * _FEW):
        pass
    elif len(filled) == 1:
        column = next(place for place, cell in enumerate(row) if cell is not None)
        reason = _gathers(filled[0], header.headings[column], usual, where) or _alone(filled[0], column, usual, where)
    elif where.after and where.apart and len(filled) > 1 and all(map(is_number, filled[1:])):  # a sort, and how many of it
        reason = Reason.TOTAL
    elif where.after and is_note(filled[0]) and not any(looks_like_value(cell) for cell in filled[1:]):
        reason = Reason.NOTE
    return reason


def _is_remark(row: Sequence[object], filled: Sequence[str], header: Header, usual: Usual, where: _Where) -> bool:
    """Tell whether a row of several cells says what is expected of each column, or closes the table under its lines."""
    if where.place == 0 and all(map(_HINT.fullmatch, filled)):
        return True
    return where.after and ((where.apart and _signs(filled, header)) or (where.under and _goes_on(row, header, usual)))


def _goes_on(row: Sequence[object], header: Header, usual: Usual) -> bool:
    """Tell whether a short row under a remark goes on with it: « ☐ | réserver le car »; nothing in it stands as values do above."""
    filled = {place: str(cell) for place, cell in enumerate(row) if cell is not None}
    return _is_short(filled, header) and not any(looks_like_value(filled[place]) for place in usual.values & filled.keys())


def _gathers(text: str, heading: str, usual: Usual, where: _Where) -> Reason | None:
    """Tell what lines are gathered under by itself, a part of the year, a lycée or a campus; what counts them, or is a list under them."""
    if counts_lines(text):
        return Reason.TOTAL
    if is_part_of_year(text) or (where.after and is_dashed(text)):
        return Reason.NOTE if where.after else Reason.SECTION
    named = not looks_like_value(text) and (names_school(text) or names_campus(text, heading) or names_departement(text, heading))
    return Reason.SECTION if named and not (usual.sparse or where.after) else None


def _alone(text: str, place: int, usual: Usual, where: _Where) -> Reason | None:
    """Say what a text alone on its row is: a note, a section title, or a line of which only one cell is known."""
    value = looks_like_value(text)
    if usual.sparse or (value and place in usual.values and not where.is_wide):
        return None
    worded = len(text.split()) >= _SENTENCE or not _NAME.fullmatch(text)
    told_apart = where.after and not value and (where.under or (where.apart and (worded or is_signatory(text) or names_person(text))))
    if is_note(text) or told_apart or (value and not where.is_wide):
        return Reason.NOTE
    titled = (
        text.endswith(":")
        or fold_text(text).split(" ")[0] in _SECTION_WORDS
        or fold_text(text) in _STATES
        or (text.isupper() and place == 0 and place not in usual.capitals)
    )
    sentence = len(text.split()) >= _SENTENCE
    if sentence and (text.endswith(".") or (where.after and (":" in text or text[:1].islower() or _BRACKETED.fullmatch(text)))):
        return Reason.NOTE
    if where.is_wide or place in usual.values or titled:
        return Reason.NOTE if where.after else Reason.SECTION
    return None


_STATES = frozenset(
    (
        "en vigueur",
        "echus",
        "echues",
        "expires",
        "expirees",
        "termines",
        "terminees",
        "en cours",
        "a venir",
        "archives",
        "actifs",
        "actives",
    )
)
_SECTION_WORDS = frozenset(
    "annee filiere secteur pole domaine convention conventions partenaires partenariats liste bassin departement academie campus".split()  # noqa: SIM905
)
