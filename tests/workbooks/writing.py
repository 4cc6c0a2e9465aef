"""Write pages as the files that people have: Excel workbooks, OpenDocument, texts with separators in every encoding, archives."""

import csv
import gzip
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tests.workbooks.making import Formula, Page, Table, Workbook

OLD = Path(__file__).parent / "xls"
_DAY = {"num_format": "dd/mm/yyyy"}
_CREATED = datetime(2026, 9, 1, tzinfo=UTC)
_ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def excel(name: str, *pages: Page, empty_rows: int = 0, dress: Callable[[xlsxwriter.Workbook], object] | None = None) -> Workbook:
    """Make an Excel workbook; `empty_rows` formatted rows follow the last one of each page."""
    return Workbook(name, lambda: excel_bytes(pages, empty_rows, dress), _tables(pages))


def excel_bytes(pages: Sequence[Page], empty_rows: int = 0, dress: Callable[[xlsxwriter.Workbook], object] | None = None) -> bytes:
    """Write the bytes of an Excel workbook."""
    held = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties({"created": _CREATED})
        day, border = book.add_format(_DAY), book.add_format({"border": 1})
        for page in pages:
            sheet = book.add_worksheet(page.name)
            if page.hidden:
                sheet.hide()
            for first, left, last, right in page.merges:
                sheet.merge_range(first - 1, left, last - 1, right, "")
            for (row, place), cell in sorted(page.cells.items()):
                _write(sheet, row - 1, place, cell, day)
            for row in page.hidden_rows:
                sheet.set_row(row - 1, None, None, {"hidden": True})
            for place in page.hidden_columns:
                sheet.set_column(place, place, None, None, {"hidden": True})
            for row in range(page.row, page.row + empty_rows):
                for place in range(6):
                    sheet.write_blank(row - 1, place, None, border)
        if dress is not None:
            dress(book)
    return held.getvalue()


def _write(sheet: Worksheet, row: int, place: int, cell: Any, day: Format) -> None:
    if isinstance(cell, Formula):
        sheet.write_formula(row, place, cell.text, None, cell.value)  # pyright: ignore[reportArgumentType]
    elif isinstance(cell, date):
        sheet.write_datetime(row, place, cell, day)  # pyright: ignore[reportArgumentType] # xlsxwriter takes days too
    else:
        sheet.write(row, place, cell)


def with_macros(book: Workbook) -> Workbook:
    """Make the workbook one with macros: the type of its main part, and a part of macros that nothing may run."""

    def make() -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(book.make())) as source, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                part = source.read(name)
                if name == "[Content_Types].xml":
                    part = part.replace(
                        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                    ).replace(b"<Default ", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default ', 1)
                if name == "xl/_rels/workbook.xml.rels":
                    macros = '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"'
                    part = part.replace(b"</Relationships>", f'{macros} Target="vbaProject.bin"/></Relationships>'.encode())
                target.writestr(name, part)
            target.writestr("xl/vbaProject.bin", b"macros that nothing runs")
        return held.getvalue()

    return Workbook(book.name, make, book.truths, book.line_of)


def old_excel(name: str, *pages: Page) -> Workbook:
    """Give an Excel 97-2003 workbook: no library of ours writes it, `xls/` holds it as LibreOffice made it of the same pages."""
    return Workbook(name, (OLD / name).read_bytes, _tables(pages))


def open_document(name: str, *pages: Page) -> Workbook:
    """Make an OpenDocument spreadsheet."""
    return Workbook(name, lambda: _open_document(pages), _tables(pages))


def text(
    name: str,
    page: Page,
    encoding: str = "utf-8",
    separator: str = ";",
    end: str = "\r\n",
    before: str = "",
    packed: Callable[[bytes], bytes] = lambda content: content,
) -> Workbook:
    """Make a text with separators; a line has the number of the one where it starts, as an editor counts."""

    def make() -> bytes:
        held = io.StringIO()
        writer = csv.writer(held, delimiter=separator, lineterminator=end)
        for row in range(1, page.row):
            width = max((place + 1 for at, place in page.cells if at == row), default=0)
            writer.writerow([_typed(page.cells.get((row, place))) for place in range(width)])
        return packed((before + held.getvalue()).encode(encoding))

    breaks = [_breaks(page, row) for row in range(page.row)]  # of all its cells
    return Workbook(name, make, _tables((page,)), lambda _table, row: row + before.count("\n") + sum(breaks[:row]))


def zipped(name: str, *books: Workbook) -> Workbook:
    """Put several files in a zip archive."""

    def make() -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
            for book in books:
                target.writestr(zipfile.ZipInfo(book.name), book.make())
        return held.getvalue()

    lines = {id(table): book.line_of for book in books for table in book.truths}
    truths = tuple(table for book in books for table in book.truths)
    return Workbook(name, make, truths, lambda table, row: lines[id(table)](table, row))


def gzipped(content: bytes) -> bytes:
    """Compress with gzip, the same bytes each time."""
    return gzip.compress(content, mtime=0)


def _tables(pages: Sequence[Page]) -> tuple[Table, ...]:
    return tuple(table for page in pages for table in page.tables)


def _breaks(page: Page, row: int) -> int:
    return sum(str(cell).count("\n") for (at, _place), cell in page.cells.items() if at == row)


def _typed(cell: Any) -> str:
    if isinstance(cell, Formula):
        return _typed(cell.value)
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float):
        return str(cell).replace(".", ",")
    return "" if cell is None else str(cell)


def _open_document(pages: Sequence[Page]) -> bytes:
    shown = '<style:style style:name="{}" style:family="table"><style:table-properties table:display="{}"/></style:style>'
    styles = shown.format("seen", "true") + shown.format("unseen", "false")
    sheets = "".join(_open_sheet(page) for page in pages)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS} office:version="1.2">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr(zipfile.ZipInfo("mimetype"), _ODS_TYPE, zipfile.ZIP_STORED)
        target.writestr(zipfile.ZipInfo("content.xml"), content)
        target.writestr(zipfile.ZipInfo("META-INF/manifest.xml"), manifest)
    return held.getvalue()


def _open_sheet(page: Page) -> str:
    spans = {(first, left): (last - first + 1, right - left + 1) for first, left, last, right in page.merges}
    width = max((place + 1 for _row, place in page.cells), default=1)
    rows: list[str] = []
    last: dict[int, int] = {}
    for row, place in (*page.cells, *spans):
        last[row] = max(last.get(row, 0), place)
    for row in range(1, page.row):
        seen = ' table:visibility="collapse"' if row in page.hidden_rows else ""
        cells = [_open_cell(page.cells.get((row, place)), spans.get((row, place))) for place in range(last.get(row, 0) + 1)]
        rows.append(f"<table:table-row{seen}>{''.join(cells)}</table:table-row>")
    rows.append(
        f'<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="{width}"/></table:table-row>'
    )
    style = "unseen" if page.hidden else "seen"
    head = f"<table:table table:name={quoteattr(page.name)} table:style-name={quoteattr(style)}>"
    return f'{head}<table:table-column table:number-columns-repeated="{width}"/>{"".join(rows)}</table:table>'


def _open_cell(cell: Any, span: tuple[int, int] | None) -> str:
    spanned = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    value = cell.value if isinstance(cell, Formula) else cell
    if value is None:
        return f"<table:table-cell{spanned}/>"
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        kind = 'office:value-type="string"'
    paragraphs = "".join(f"<text:p>{escape(one)}</text:p>" for one in _typed(value).split("\n"))
    return f"<table:table-cell {kind}{spanned}>{paragraphs}</table:table-cell>"
