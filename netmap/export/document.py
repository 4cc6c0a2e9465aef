"""A short document as Word (to be edited) and as PDF (tagged, to be sent): the same parts, the same words.

Text is never markup: in the PDF it goes in as data, in Word as runs. The same document on the same date gives the same bytes.
"""

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from netmap.export.fitting import UPRIGHT, fitted
from netmap.export.typesetting import pdf

_ROOM_CM = 17
_FIXED = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a part of a document: a heading ("" for none), paragraphs, and a table when `headings` are given."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Give the part as plain values, with the share of each column and the size of their letters."""
        shares, size = fitted(self.headings, self.rows, UPRIGHT) if self.headings else ((), 0)
        return {
            "heading": self.heading,
            "paragraphs": list(self.paragraphs),
            "headings": list(self.headings),
            "rows": [list(row) for row in self.rows],
            "shares": list(shares),
            "size": size,
        }


@dataclass(frozen=True, slots=True)
class Document:
    """Hold a document: its title, the sentence that answers, the date it is of, its parts, the line at its foot."""

    title: str
    answer: str
    on: date
    parts: tuple[Part, ...]
    foot: str

    def as_dict(self) -> dict[str, Any]:
        """Give the document as plain values."""
        return {
            "title": self.title,
            "answer": self.answer,
            "date": self.on.strftime("%d/%m/%Y"),
            "foot": self.foot,
            "parts": [part.as_dict() for part in self.parts],
        }


def document_pdf(document: Document) -> bytes:
    """Write a document as a tagged PDF (PDF/UA-1)."""
    return pdf("netmap.export:document.typ", _cleaned(document.as_dict()), document.on).content


def document_docx(document: Document) -> bytes:
    """Write a document for Word."""
    import docx  # noqa: PLC0415 - only where a Word file is asked for
    from docx.shared import Cm, Pt  # noqa: PLC0415 - same

    said = _cleaned(document.as_dict())
    made = docx.Document()
    core = made.core_properties
    moment = datetime(document.on.year, document.on.month, document.on.day, tzinfo=UTC).replace(tzinfo=None)
    core.title, core.author, core.language, core.created, core.modified = said["title"], "netmap", "fr-FR", moment, moment
    normal: Any = made.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10.5)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - _ROOM_CM) / 2)
    made.add_heading(said["title"], 0)
    made.add_paragraph(f"Au {said['date']}")
    made.add_paragraph().add_run(said["answer"]).bold = True
    for part in said["parts"]:
        if part["heading"]:
            made.add_heading(part["heading"], 1)
        for text in part["paragraphs"]:
            made.add_paragraph(text)
        if part["headings"]:
            _table(made, part)
    made.add_paragraph(said["foot"])
    held = io.BytesIO()
    made.save(held)
    return dated(held.getvalue())


def _table(made: Any, part: dict[str, Any]) -> None:  # noqa: ANN401 - a document of python-docx
    from docx.oxml import parse_xml  # noqa: PLC0415 - as in document_docx
    from docx.oxml.ns import nsdecls  # noqa: PLC0415 - same
    from docx.shared import Cm, Pt  # noqa: PLC0415 - same

    table = made.add_table(rows=1, cols=len(part["headings"]))
    table.style, table.autofit = "Table Grid", False
    widths = [Cm(_ROOM_CM * share / sum(part["shares"])) for share in part["shares"]]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    first = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way
    first.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))  # said again on top of each page
    for cells, texts, bold in (
        (table.rows[0].cells, part["headings"], True),
        *((table.add_row().cells, row, False) for row in part["rows"]),
    ):
        for cell, text, width in zip(cells, texts, widths, strict=True):
            cell.width = width
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = bold, Pt(part["size"])


def _cleaned(said: Any) -> Any:  # noqa: ANN401 - plain values
    """Take out the signs that no document can hold."""
    if isinstance(said, str):
        return "".join(letter if letter.isprintable() or letter in "\n\u00a0\u202f" else " " for letter in said)
    if isinstance(said, list):
        return [_cleaned(one) for one in said]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(said, dict):
        return {name: _cleaned(one) for name, one in said.items()}  # pyright: ignore[reportUnknownVariableType]
    return said


def dated(content: bytes) -> bytes:
    """Give the files of a zip one fixed time."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as written:
        for name in sorted(read.namelist()):
            how = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED  # a picture is compressed already
            written.writestr(zipfile.ZipInfo(name, _FIXED), read.read(name), how)
    return held.getvalue()
