"""Workbooks that went wrong: those of the corpus, shuffled, renamed, filled with noise, re-encoded, cut, corrupted; one a seed.

python -m tests.workbooks.fuzzing SEED makes the file of a seed again, in the current folder, and says what netmap makes of it.
"""

import io
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders import SOURCES
from netmap.demo.dice import Dice
from netmap.intake import Given, Preparation, TableReport, annotated_name, annotated_workbook, prepare
from netmap.stores import Store, open_store
from tests.workbooks.corpus import CORPUS
from tests.workbooks.making import Page, Workbook, site, uai
from tests.workbooks.writing import excel, gzipped, open_document, text, zipped

AT = "2026-11-23T08:00:00+00:00"
_HUGE = 40_000
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1", "mac_roman", "ascii", "utf-32")
_SEPARATORS = (";", ",", "\t", "|", ":", "#")
_ENDS = ("\n", "\r\n", "\r")
_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".gz", ".zip", ".pdf", "", ".CSV", ".xlsx.csv")
_SIGNS = "azé€œ0159 ;,|\t\n\r\"'=+-@#/\\<>&%{}[]()\x00\x1f\u00a0\u202e\u200b\ud7ff\U0001f600"
_ODD = (
    "=1+1",
    "#REF!",
    "NULL",
    "néant",
    "Total",
    "TOTAL GÉNÉRAL",
    "idem",
    '"',
    "//",
    "1E+400",
    "-1E-400",
    "nan",
    "9,99022E+12",
    "32/13/2025",
    "00/00/0000",
    "2024-2025",
    "3 ans",
    "0" * 300,
    "9" * 400,
    "99999999999999999999999999",
    "<script>alert(1)</script>",
    "&amp;&#0;&#x110000;&nbsp;",
    "${jndi:ldap://x}",
    "'; MATCH (n) DETACH DELETE n //",
    "a|b|c|d|e",
    " / / / ",
    "\u200b",
    "((((((((((",
    " et et et ",
    True,
    0,
    -1,
    1e308,
    1.5,
    45536,
    2**62,
)


@dataclass(frozen=True)
class Case:
    """Hold a file gone wrong; `lines` is how many data lines it must be found to have, None when nobody can tell."""

    name: str
    content: bytes
    lines: int | None = None


def case_of(seed: int) -> Case:
    """Make the file of a seed: a third are gentle (lines known), a third are shaken, a third are corrupted too."""
    dice = Dice(f"classeur {seed}")
    made = (_gentle, _shaken, _corrupted)[seed % 3]
    return made(dice)


def outcome(store: Store, case: Case) -> Preparation:
    """Prepare the import of a case, checked: one French sentence or lines that add up, and a report that can be written."""
    preparation = prepare(store, [Given(case.name, content=case.content)], SOURCES, author="", at=AT)
    report = preparation.report
    for file in report.files:
        if file.problem is not None:
            said = file.problem.message
            assert f"« {file.file} »" in said, said
            assert said.endswith("."), said
            assert "Traceback" not in said, said
    for table in report.tables:
        reading = table.reading
        assert reading.lines_accepted + reading.lines_rejected == reading.lines_read
        lines = reading.table.lines.to_list()
        assert lines == sorted(set(lines)), f"lignes en désordre ou répétées : {lines[:20]}"
    assert report.accepted + report.rejected == report.lines_read
    if case.lines is not None:
        assert report.lines_read == case.lines, f"{report.lines_read} lignes lues, {case.lines} dans le fichier"
    report.as_csv().encode()
    assert report.as_dict()["lines_read"] == report.lines_read
    assert preparation.difference() is not None
    return preparation


def given_back(store: Store, case: Case, preparation: Preparation) -> None:
    """Annotate a case that was read, and read it again: the same lines, accepted and rejected as before."""
    for file in preparation.report.files:
        if file.problem is None:
            back = annotated_workbook(case.name, case.content, file)
            again = prepare(store, [Given(annotated_name(file.file), content=back)], SOURCES, author="", at=AT)
            assert [_judged(table) for table in again.report.tables] == [_judged(table) for table in file.tables]


def _judged(table: TableReport) -> tuple[str, list[bool]]:
    reading = table.reading
    return (reading.source.name if reading.source else "", reading.rejected.to_list())


def _gentle(dice: Dice) -> Case:
    """Shuffle the columns and the lines of a plain table, write it in some format: its lines are the same."""
    rows = _plain(dice)
    order = dice.some(range(len(rows[0])), len(rows[0]))
    head, *body = [[row[place] for place in order] for row in rows]
    body = dice.some(body, len(body))
    page = Page("Conventions")
    page.put(*head)
    for row in body:
        page.put(*row)
    made = dice.pick(
        (
            lambda: excel("plain.xlsx", page),
            lambda: open_document("plain.ods", page),
            lambda: text("plain.csv", page, dice.pick(("utf-8", "utf-8-sig", "utf-16", "cp1252")), dice.pick(";,\t"), dice.pick(_ENDS)),
        )
    )()
    return Case(made.name, made.make(), len(body))


def _plain(dice: Dice) -> list[list[str]]:
    head = ["N° de convention", "UAI", "Partenaire", "SIRET", "Commune du partenaire", "Objet", "Début", "Fin", "Observations"]
    rows = [head]
    for number in range(dice.number(1, 30)):
        name = dice.pick(("Menuiserie", "Garage", "Hôtel", "Ferronnerie", "Boulangerie")) + f" {dice.pick('ABCDEFGHIJ')}rivel {number}"
        code = site(number) if dice.chance(70) else ""
        town = dice.pick(("Ambreval", "Pontbrume", "Castelfume", "Saint-Orlan", ""))
        why = dice.pick(("PFMP", "Visites", "Jury de fin d’année", ""))
        rows.append([f"CONV-{number:04d}", uai(dice.number(1, 99)), name, code, town, why, "01/09/2024", "31/08/2027", ""])
    return rows


def _shaken(dice: Dice) -> Case:
    """Change the cells of a workbook of the corpus as people and programs do by mistake, then write it in some format."""
    pages = [_copy(page, number) for number, page in enumerate(dict.fromkeys(table.page for table in dice.pick(CORPUS).truths))]
    for _ in range(dice.number(1, 4)):
        dice.pick(_SHAKES)(dice, dice.pick(pages))
    made = _written(dice, pages)
    name = made.name if dice.chance(80) else f"essai{dice.pick(_ENDINGS)}"
    return Case(name, made.make())


def _corrupted(dice: Dice) -> Case:
    """Cut or change the bytes of a file."""
    book = _shaken(dice) if dice.chance(50) else _of(dice.pick(CORPUS))
    content = book.content
    for _ in range(dice.number(1, 3)):
        content = dice.pick(_CORRUPTIONS)(dice, content)
    return Case(book.name, content)


def _of(book: Workbook) -> Case:
    return Case(book.name, book.make())


def _copy(page: Page, number: int) -> Page:
    copy = Page(page.name or f"Feuille {number}", hidden=page.hidden)
    copy.row, copy.cells, copy.merges = page.row, dict(page.cells), list(page.merges)
    copy.hidden_rows = list(page.hidden_rows)
    return copy


def _written(dice: Dice, pages: Sequence[Page]) -> Workbook:
    kind = dice.number(1, 10)
    if kind <= 4:
        return excel("essai.xlsx", *pages)
    if kind <= 6:
        return open_document("essai.ods", *pages)
    encoding = dice.pick(_ENCODINGS)
    packed: Callable[[bytes], bytes] = gzipped if dice.chance(15) else bytes
    texts = [
        _lossy(text(f"essai{n}.csv", page, "utf-8", dice.pick(_SEPARATORS), dice.pick(_ENDS), packed=bytes), encoding, packed)
        for n, page in enumerate(pages)
    ]
    return zipped("essai.zip", *texts) if len(texts) > 1 and dice.chance(50) else texts[0]


def _lossy(book: Workbook, encoding: str, packed: Callable[[bytes], bytes]) -> Workbook:
    return Workbook(book.name, lambda: packed(book.make().decode().encode(encoding, "replace")), ())


def _noise(dice: Dice) -> Any:
    if dice.chance(60):
        return dice.pick(_ODD)
    return "".join(dice.pick(_SIGNS) for _ in range(dice.number(1, 30)))


def _cells(dice: Dice, page: Page) -> None:
    for _ in range(dice.number(1, 20)):
        cell = _noise(dice)
        page.cells[dice.number(1, page.row), dice.number(0, 9)] = _clean(cell)


def _clean(cell: Any) -> Any:
    """Leave out what no workbook can hold: control characters are not XML."""
    return "".join(sign for sign in cell if sign in "\t\n" or sign >= " ") or "?" if isinstance(cell, str) else cell


def _columns(dice: Dice, page: Page) -> None:
    width = 1 + max((place for _row, place in page.cells), default=0)
    order = dice.some(range(width), width)
    page.merges = []
    page.cells = {(row, order[place]): cell for (row, place), cell in page.cells.items()}


def _rows(dice: Dice, page: Page) -> None:
    order = dict(zip(range(1, page.row), dice.some(range(1, page.row), page.row), strict=True))
    page.merges = []
    page.cells = {(order.get(row, row), place): cell for (row, place), cell in page.cells.items()}


def _headings(dice: Dice, page: Page) -> None:
    for at, cell in list(page.cells.items()):
        if isinstance(cell, str) and at[0] <= 5 and dice.chance(40):
            page.cells[at] = _clean(dice.pick((cell.upper(), cell[::-1], cell[:4], f"{cell} {cell}", f"_{cell}", "UAI", _noise(dice))))


def _repeated(dice: Dice, page: Page) -> None:
    row = dice.number(1, page.row)
    again = {place: cell for (at, place), cell in page.cells.items() if at == row}
    for _ in range(dice.number(1, 40)):
        page.cells |= {(page.row, place): cell for place, cell in again.items()}
        page.row += 1


def _huge(dice: Dice, page: Page) -> None:
    page.cells[dice.number(1, page.row), dice.number(0, 5)] = dice.pick(("x", "é ", "a | ", "\n", "(")) * (_HUGE // 8)


def _far(dice: Dice, page: Page) -> None:
    page.row = max(page.row, dice.number(200, 2_000))
    page.cells[page.row - 1, dice.number(0, 300)] = "loin"


def _hole(dice: Dice, page: Page) -> None:
    first, size = dice.number(1, page.row), dice.number(1, 5)
    page.cells = {at: cell for at, cell in page.cells.items() if not first <= at[0] < first + size}


def _emptied(dice: Dice, page: Page) -> None:
    page.cells = {at: cell for at, cell in page.cells.items() if dice.chance(50)}


def _truncated(dice: Dice, content: bytes) -> bytes:
    return content[: dice.number(0, len(content))]


def _flipped(dice: Dice, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.number(1, 30) if content else 0):
        changed[dice.number(0, len(changed) - 1)] = dice.number(0, 255)
    return bytes(changed)


def _inserted(dice: Dice, content: bytes) -> bytes:
    at = dice.number(0, len(content))
    return content[:at] + bytes(dice.number(0, 255) for _ in range(dice.number(1, 200))) + content[at:]


def _headed(dice: Dice, content: bytes) -> bytes:
    return (
        dice.pick((b"%PDF-1.7\n", b"<html><body>", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\x1f\x8b", b"{"))
        + content
    )


def _parts(dice: Dice, content: bytes) -> bytes:
    """Change a part within a zipped workbook: cut it, corrupt it, leave it out, fill it with entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as source:
            parts = {name: source.read(name) for name in source.namelist()}
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, EOFError):  # the archive is corrupted already
        return _flipped(dice, content)
    if not parts:
        return content
    name = dice.pick(sorted(parts))
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    changed = dice.pick((_truncated(dice, parts[name]), _flipped(dice, parts[name]), b"", bomb, None))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for part, kept in parts.items():
            one = changed if part == name else kept
            if one is not None:
                target.writestr(zipfile.ZipInfo(part), one)
    return held.getvalue()


_SHAKES = (_cells, _columns, _rows, _headings, _repeated, _huge, _far, _hole, _emptied)
_CORRUPTIONS = (_truncated, _flipped, _inserted, _headed, _parts, _parts)


def main() -> None:
    """Write the file of a seed and say what netmap makes of it."""
    case = case_of(int(sys.argv[1]))
    Path(case.name).write_bytes(case.content)
    sys.stdout.write(f"{case.name} ({len(case.content)} octets)\n")
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "vide.netmap", create=True)
        preparation = outcome(store, case)
        given_back(store, case, preparation)
    sys.stdout.write("\n".join(preparation.report.summary()) + "\n")


if __name__ == "__main__":
    main()
