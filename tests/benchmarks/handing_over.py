"""The dossier of one establishment among 12,000 conventions: made whole by netmap, or written by the same libraries from ready numbers.

The peer is given every text, number and drawing; it writes the same headings, paragraphs, tables and pictures with python-docx, typst and
xlsxwriter as their manuals show, and neither finds, nor draws, nor counts, nor seals.
"""

import io
import json
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import typst
import xlsxwriter
from docx.shared import Cm

from loaders import SOURCES
from netmap.evidence.applicant import applicant
from netmap.evidence.blocks import Grid, Heading, Items, Outline, Paragraph, Picture
from netmap.evidence.catalogue import find
from netmap.evidence.dossier import Dossier
from netmap.evidence.kept import Acts, evidence_acts
from netmap.evidence.making import dossier_of
from netmap.evidence.outline import outline
from netmap.evidence.package import packaged
from netmap.intake import Given, commit, prepare
from netmap.network import Network
from netmap.stores import open_store

ON = date(2026, 11, 23)
CRITERIA = ("2023/4", "2023/7")
FILES = ("etablissements", "entreprises", "conventions")
PDF = """#let said = json(bytes(sys.inputs.said))
#set document(title: "Dossier")
#set text(lang: "fr")
#for block in said {
  if block.at(0) == "heading" { heading(level: block.at(1), text(block.at(2))) }
  if block.at(0) == "paragraph" { par(text(block.at(1))) }
  if block.at(0) == "picture" { image(bytes(block.at(1)), format: "svg", alt: block.at(2), width: 100%) }
  if block.at(0) == "table" {
    table(columns: block.at(1).map(_ => 1fr), table.header(..block.at(1).map(text)), ..block.at(2).flatten().map(text))
  }
}
"""


def network_of(folder: Path) -> tuple[Network, Acts, str]:
    """Give the network of a folder and the establishment that has the most conventions."""
    with tempfile.TemporaryDirectory() as place:
        store = open_store(Path(place) / "region.netmap", create=True)
        given = [Given.at(folder / f"{name}.csv") for name in FILES]
        commit(store, prepare(store, given, SOURCES, author="banc", at="2026-11-23T08:00:00+00:00"))
        network, acts = store.network(), evidence_acts(store)
    counts = network.sides["establishment"].value_counts(sort=True).sort("count", "establishment", descending=[True, False])
    return network, acts, str(counts["establishment"][0])


def dossier(network: Network, acts: Acts, school: str) -> Dossier:
    """Make the dossier, not its files."""
    return dossier_of(network, acts, applicant(network, [school]), [find(network, one) for one in CRITERIA], ON)


def handed_over(folder: Path) -> Callable[[], object]:
    """Make the dossier and its archive."""
    network, acts, school = network_of(folder)
    return lambda: len(packaged(dossier(network, acts, school)).content) > 0


def written(folder: Path) -> Callable[[], object]:
    """Write the same three documents from what they say."""
    ready = dossier(*network_of(folder))
    files = packaged(ready).files
    drawings = {name: files[f"{name}.svg"].decode() for name in ("reseau", "carte")}
    images = {name: files[f"{name}.png"] for name in ("reseau", "carte")}
    laid_out = outline(ready, drawings)
    return lambda: min(len(_word(laid_out, images)), len(_pdf(laid_out)), len(_workbook(ready))) > 0


def _word(laid_out: Outline, images: dict[str, bytes]) -> bytes:
    made = docx.Document()
    for block in (*laid_out.upright, *laid_out.wide):
        match block:
            case Heading():
                made.add_heading(block.text, block.level)
            case Paragraph():
                made.add_paragraph(block.text)
            case Items():
                for text in block.texts:
                    made.add_paragraph(text, style="List Bullet")
            case Picture():
                made.add_picture(io.BytesIO(images[block.name]), width=Cm(16))
            case Grid():
                table = made.add_table(len(block.rows) + 1, len(block.headings), "Table Grid")
                for line, row in zip(table.rows, (block.headings, *block.rows), strict=True):
                    for cell, text in zip(line.cells, row, strict=True):
                        cell.text = text
            case _:
                pass
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _pdf(laid_out: Outline) -> bytes:
    said: list[tuple[object, ...]] = []
    for block in (*laid_out.upright, *laid_out.wide):
        match block:
            case Heading():
                said.append(("heading", block.level, block.text))
            case Paragraph():
                said.append(("paragraph", block.text))
            case Items():
                said += [("paragraph", text) for text in block.texts]
            case Picture():
                said.append(("picture", laid_out.pictures[block.name], block.alt))
            case Grid():
                said.append(("table", block.headings, block.rows))
            case _:
                pass
    return bytes(typst.compile(PDF.encode(), format="pdf", pdf_standards=["ua-1"], sys_inputs={"said": json.dumps(said)}))


def _workbook(ready: Dossier) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        for number, section in enumerate(ready.sections):
            sheet = book.add_worksheet(f"Critère {number}")
            for line, figure in enumerate(section.figures):
                sheet.write_row(line, 0, [figure.label, figure.value, str(figure.state), figure.definition, figure.denominator])
            for rank, table in enumerate(section.tables):
                sheet = book.add_worksheet(f"Tableau {number}-{rank}")
                sheet.write_row(0, 0, [column.label for column in table.columns])
                for line, row in enumerate(table.rows, 1):
                    sheet.write_row(line, 0, row)
    return held.getvalue()
