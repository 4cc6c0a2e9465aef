"""Find the tables of a sheet: where their headings are, which rows are theirs, and what is left aside, each with its reason.

Nothing is thrown away without being told: the lines of a sheet are rows of a table or are left aside by their numbers.
"""

from dataclasses import dataclass, replace

import polars as pl

from netmap.headings import Vocabulary
from netmap.layout.bare import BARE, bare_header
from netmap.layout.body import cut
from netmap.layout.columns import blocks_of, named_columns
from netmap.layout.crosses import with_crosses
from netmap.layout.doubts import NOTES, doubted
from netmap.layout.filling import filled_down
from netmap.layout.forms import forms_on
from netmap.layout.header import LOOKED_AT, Header, find_header
from netmap.layout.legends import with_legend
from netmap.layout.margins import without_margins
from netmap.layout.ours import without_ours
from netmap.layout.sections import with_sections, with_sections_named
from netmap.layout.table import SHOWN, Aside, Reason, Table, gathered, set_aside
from netmap.layout.turned import TURNED, stood_up
from netmap.layout.years import with_years
from netmap.tables import FileRead, Sheet
from netmap.values import fold_text

__all__ = ["Aside", "FileTables", "Reason", "Table", "set_aside", "sheet_tables", "tables_in"]

_GUIDES = ("lisez", "mode d emploi", "notice", "aide", "readme", "lire")
_COVER = 10  # rows


@dataclass(frozen=True, slots=True)
class FileTables:
    """Hold the tables found, and what stands on their sheets outside of them."""

    tables: tuple[Table, ...]
    aside: tuple[Aside, ...] = ()


def tables_in(file: FileRead, vocabulary: Vocabulary, *, hidden: bool = False) -> FileTables:
    """Find the tables of all sheets of a file; what is hidden is told and left aside unless asked for."""
    found = [sheet_tables(file.file, sheet, vocabulary, hidden=hidden) for sheet in file.sheets]
    said = [text for sheet, one in zip(file.sheets, found, strict=True) if not sheet.hidden for text in _said_on(sheet, one)]
    tables = with_sections_named([one for table in found for one in table.tables])
    tables = with_legend(tables, [one for table in found for one in table.aside])
    beside = (replace(one, beside=tuple(text for text in said if text not in (one.sheet, *one.titles))) for one in tables)
    return FileTables(tuple(beside), tuple(a for one in found for a in one.aside))


def _said_on(sheet: Sheet, found: FileTables) -> tuple[str, ...]:
    """Give what a sheet says of the whole workbook: its name, the titles of its tables, the first words of a cover."""
    titles = tuple(title for table in found.tables for title in table.titles)
    covers = not found.tables and (_guides(sheet.name) or fold_text(sheet.name) in NOTES)
    return (sheet.name, *titles, *(" ".join(filter(None, row)) for row in (sheet.cells.head(_COVER).rows() if covers else ())))


def sheet_tables(file: str, sheet: Sheet, vocabulary: Vocabulary, *, hidden: bool = False) -> FileTables:
    """Find the tables of a sheet."""
    if sheet.hidden and not hidden:
        return _whole(sheet, Reason.HIDDEN_SHEET)
    if _guides(sheet.name):
        return _whole(sheet, Reason.GUIDE)
    aside: list[Aside] = []
    seen = sheet = without_ours(sheet)
    if sheet.hidden_lines and not hidden:
        seen, said = _without_hidden(sheet)
        aside += said
    seen, said = without_margins(seen)
    aside += said
    tables: list[Table] = []
    if (stood := stood_up(seen, vocabulary)) is not None:
        found, around = _block_tables(file, stood.sheet, vocabulary)
        titles = _told(seen, stood.above, Reason.TITLE)
        said = tuple(one.text for one in titles if one.text)
        lying = (replace(t, titles=(*said, *t.titles), aside=(*titles, *t.aside), notes=(TURNED, *t.notes), turned=True) for t in found)
        return FileTables(tuple(replace(one, doubt=doubted(one, vocabulary)) for one in lying), gathered([*aside, *around]))
    if (forms := forms_on(file, seen, vocabulary)) is not None:
        return FileTables((replace(forms, doubt=doubted(forms, vocabulary)),), gathered(aside))
    for block in blocks_of(seen, vocabulary):
        found, around = _block_tables(file, block, vocabulary)
        tables += found
        aside += around
    over = tables[0].titles[:-1] if tables else ()
    tables[1:] = [replace(one, above=over) for one in tables[1:]]
    return FileTables(tuple(replace(one, doubt=doubted(one, vocabulary)) for one in tables), gathered(aside))


def _guides(name: str) -> bool:
    return fold_text(name).startswith(_GUIDES)


def _whole(sheet: Sheet, reason: Reason) -> FileTables:
    filled = sheet.cells.select(pl.any_horizontal(pl.all().is_not_null()).alias("filled")).to_series()
    lines = tuple(sheet.lines.filter(filled).to_list())
    return FileTables((), (Aside(sheet.name, reason, lines, ""),) if lines else ())


def _without_hidden(sheet: Sheet) -> tuple[Sheet, list[Aside]]:
    masked = sheet.lines.is_in(list(sheet.hidden_lines))
    filled = sheet.cells.select(pl.any_horizontal(pl.all().is_not_null()).alias("filled")).to_series()
    told = tuple(sheet.lines.filter(masked & filled).to_list())
    kept = replace(sheet, cells=sheet.cells.filter(~masked), lines=sheet.lines.filter(~masked))
    return kept, [Aside(sheet.name, Reason.HIDDEN, told)] if told else []


def _block_tables(file: str, block: Sheet, vocabulary: Vocabulary) -> tuple[list[Table], list[Aside]]:
    """Find the tables of a block of columns, one under the other."""
    tables: list[Table] = []
    aside: list[Aside] = []
    start = 0
    while start < block.cells.height:
        part = replace(block, cells=block.cells.slice(start), lines=block.lines.slice(start))
        table, around, length = _first_table(file, part, vocabulary)
        aside += around
        if table is not None:
            tables.append(table)
        start += length
    return tables, aside


def _first_table(file: str, part: Sheet, vocabulary: Vocabulary) -> tuple[Table | None, list[Aside], int]:
    """Find the first table of rows; give it, what stands around it, and how many rows they take."""
    top = [tuple(row) for row in part.cells.head(LOOKED_AT + 2).iter_rows()]
    top_lines = part.lines.head(LOOKED_AT + 2).to_list()
    header = find_header(top, vocabulary, part.merged, top_lines, part.first_column)
    bare = bare_header(top, header, vocabulary, part.first_column)
    header = bare or header
    if header is None:
        return None, _told(part, part.cells.height, Reason.TEXT), part.cells.height
    titles = _told(part, header.first, Reason.TITLE)
    under = part.cells.slice(header.last + 1)
    lines = part.lines.slice(header.last + 1)
    body = cut(part.name, under, lines, header, vocabulary, part.merged)
    length = header.last + 1 + body.length
    header_lines = tuple(top_lines[header.first : header.last + 1])
    if body.is_empty:
        alone = Aside(part.name, Reason.HEADER_ALONE, header_lines, " ; ".join(h for h in header.headings if h)[:SHOWN])
        return None, [*titles, alone, *body.aside], length
    cells, rows = under.head(body.length), lines.head(body.length)
    if (kept := body.rows()) is not None:
        cells, rows = cells.filter(kept), rows.filter(kept)
    table = _made(file, part, header, cells, rows, header_lines)
    around = gathered([*titles, *body.aside])
    table = with_sections(table, body.aside)
    table = with_years(table, body.aside, [*(one.text for one in titles), part.name, file])
    table = with_crosses(table, [part.name, file, *(one.text for one in titles)], vocabulary)
    if bare is not None:
        table = replace(table, notes=(BARE, *table.notes))
    return replace(table, titles=tuple(one.text for one in titles if one.text), aside=around), [], length


def _made(file: str, part: Sheet, header: Header, cells: pl.DataFrame, lines: pl.Series, header_lines: tuple[int, ...]) -> Table:
    named = named_columns(header, cells, lines, part.first_column)
    kept = cells.select_seq(pl.nth(*named.columns)) if named.columns else cells
    kept.columns = [f"c{i}" for i in range(kept.width)]
    filled, remarks = filled_down(kept, lines, named.places, part.merged)
    return Table(
        file=file,
        sheet=part.name,
        headings=named.headings,
        cells=filled,
        lines=lines,
        notes=named.notes,
        header_lines=header_lines,
        places=named.places,
        groups=named.groups,
        remarks=remarks,
        plain=part.plain,
    )


def _told(part: Sheet, count: int, reason: Reason) -> list[Aside]:
    """Say the filled rows among the first `count`, one by one."""
    rows = zip(part.lines.head(count).to_list(), part.cells.head(count).iter_rows(), strict=True)
    between = " ; " if reason is Reason.TITLE else " "
    filled = ((line, between.join(str(cell) for cell in row if cell is not None)) for line, row in rows)
    found = [Aside(part.name, reason, (int(line),), text[:SHOWN]) for line, text in filled if text]
    return found if reason is Reason.TITLE else list(gathered(found))
