"""Files made for the tests of tables: texts, workbooks, archives."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from netmap.errors import FileUnreadable
from netmap.tables import FileRead, Sheet, read_bytes

REAL = Path(os.environ.get("NETMAP_REAL") or Path(__file__).resolve().parents[3] / "shared/data/real")

Rows = list[tuple[str | None, ...]]


def only(read: FileRead) -> Sheet:
    assert len(read.sheets) == 1
    return read.sheets[0]


def csv_of(text: bytes | str, name: str = "essai.csv") -> Sheet:
    return only(read_bytes(name, text.encode() if isinstance(text, str) else text))


def shape(found: Sheet) -> tuple[Rows, list[int]]:
    assert found.cells.columns == [f"c{place}" for place in range(found.cells.width)]
    return found.cells.rows(), found.lines.to_list()


def notes_of(given_bytes: bytes, name: str = "essai.csv") -> tuple[str, ...]:
    return read_bytes(name, given_bytes).notes


def refusal(name: str, given_bytes: bytes) -> str:
    with pytest.raises(FileUnreadable) as raised:
        read_bytes(name, given_bytes)
    return str(raised.value).replace("\u202f", " ").replace("\xa0", " ")


def workbook(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    fill(book)
    book.close()
    return buffer.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def small_workbook() -> bytes:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Conventions")
        sheet.write_row(0, 0, ["UAI", "Partenaire"])
        sheet.write_row(1, 0, ["0350030K", "Menuiserie Le Goff"])

    return workbook(fill)


def replaced(book: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    return zipped({**parts, part: change(parts[part])})


def outcome(given_bytes: bytes) -> object:
    return outcome_of(lambda: read_bytes("essai", given_bytes))


def outcome_of(read: Callable[[], FileRead]) -> object:
    try:
        return [shape(found) for found in read().sheets]
    except FileUnreadable as error:
        return str(error)
