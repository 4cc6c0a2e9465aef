"""An answer, or any table, as a file: text for a terminal, csv for a French spreadsheet, JSON, workbook.

No cell is ever a formula: text that looks like one gets an apostrophe in a csv, and is a string in a workbook.
"""

import csv
import io
import math
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import orjson
import polars as pl

from netmap.answer import Answer
from netmap.export.workbook import GUIDE, LAST_ROW, TEXT_MAX, Book, frame_sheet, guide_sheet
from netmap.network import Network
from netmap.question import Parameter
from netmap.values import fold_text

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
_FORMULA = rf"^[{re.escape(''.join(_FORMULA_SIGNS))}]"
_NAME_MAX = 60
_GUIDE_WIDTHS = (40, 60, 60)
_GAP = "  "


def answer_text(answer: Answer, network: Network) -> str:
    """Lay an answer out for a terminal: title, aligned columns, number of rows; control signs are made visible."""
    question = answer.question
    lines = [question.title, *_parameter_lines(answer, network), *filter(None, [answer.denominator]), ""]
    shown = answer.shown(network)
    if shown.is_empty():
        return "\n".join([*lines, question.empty, ""])
    return "\n".join([*lines, table_text(shown), "", _count(shown.height), ""])


def answer_csv(answer: Answer, network: Network) -> bytes:
    """Write an answer as csv: `;`, UTF-8 with its mark, CRLF, decimal comma, dates day/month/year."""
    return table_csv(answer_frame(answer, network))


def answer_json(answer: Answer, network: Network) -> bytes:
    """Write an answer as JSON, with the fields that docs/commands.md documents; dates are ISO."""
    return json_bytes(answer.as_dict(network))


def answer_xlsx(answer: Answer, network: Network) -> bytes:
    """Write an answer as a workbook of typed cells; its « Lisez-moi » says what was asked, of which network, and what columns mean."""
    question = answer.question
    asked = [(parameter.label, _said(answer, network, parameter), parameter.help) for parameter in question.parameters]
    columns = [(column.label, column.help or column.type.label) for column in question.shown()]
    sections: list[tuple[str, Sequence[Sequence[str]]]] = [
        ("Question", [(question.title,), (question.help,)]),
        ("Paramètres", asked or [("Aucun",)]),
        ("Colonnes", [*columns, ("Source", "Fichier, feuille et ligne d’où vient la preuve.")]),
        ("Réseau", _network_lines(network, answer.version)),
    ]
    told = [(sentence,) for sentence in (question.empty if answer.rows.is_empty() else "", answer.denominator) if sentence]
    if told:
        sections.insert(1, ("Réponse", told))
    return table_xlsx(answer_frame(answer, network), question.title, sections)


def answer_frame(answer: Answer, network: Network) -> pl.DataFrame:
    """Give the rows under their French headings: captions for ids, words for codes; dates and numbers stay typed; the source last."""
    return answer.shown(network, typed=True)


def table_text(frame: pl.DataFrame) -> str:
    """Align a frame in columns; numbers stand to the right."""
    cells = [[_visible(_cell(value)) for value in frame[name].to_list()] for name in frame.columns]
    lengths = [max([len(name), *map(len, column)]) for name, column in zip(frame.columns, cells, strict=True)]
    right = [dtype.is_numeric() for dtype in frame.dtypes]
    rows = [frame.columns, ["─" * length for length in lengths], *zip(*cells, strict=True)]
    return "\n".join(
        _GAP.join(c.rjust(n) if r else c.ljust(n) for c, n, r in zip(row, lengths, right, strict=True)).rstrip() for row in rows
    )


def table_csv(frame: pl.DataFrame) -> bytes:
    """Write a frame as French Excel opens it: `;`, UTF-8 with its mark, CRLF, decimal comma; formulas are neutralised."""
    head = io.StringIO()
    csv.writer(head, delimiter=";", lineterminator="\r\n").writerow([neutral(name) for name in frame.columns])
    written = io.BytesIO(head.getvalue().encode("utf-8-sig"))
    written.seek(0, io.SEEK_END)
    if frame.height:
        cells = pl.DataFrame([_texts(frame[name]) for name in frame.columns])
        # a line whose only cell is empty would be no line at all: it is written ""
        cells = cells.select(pl.all().fill_null("") if frame.width == 1 else pl.when(pl.all() != "").then(pl.all()))
        cells.write_csv(written, separator=";", line_terminator="\r\n", include_header=False)
    return written.getvalue()


def _texts(values: pl.Series) -> pl.Series:
    """Write the cells of a column as texts that are no formula."""
    dtype = values.dtype
    if dtype.is_integer():
        return values.cast(pl.String)
    if dtype == pl.Date:
        return values.dt.strftime("%d/%m/%Y")
    if dtype.is_float():  # most actors stand on no way: their cells are one text
        seen = values.unique()
        return values.replace_strict(seen, pl.Series([_cell(value) for value in seen.to_list()], dtype=pl.String))
    if dtype != pl.String:
        values = pl.Series(values.name, [_cell(value) for value in values.to_list()], dtype=pl.String)
    if dtype.is_numeric():
        return values
    early = values < "A"  # as every sign of a formula is
    if not early.any():
        return values
    rows = early.arg_true()
    formulas = rows.filter(values.gather(rows).str.contains(_FORMULA))
    return values if formulas.is_empty() else values.clone().scatter(formulas, "'" + values.gather(formulas))


def table_xlsx(frame: pl.DataFrame, title: str, sections: Sequence[tuple[str, Sequence[Sequence[str]]]] = ()) -> bytes:
    """Write a frame as a workbook: typed cells, frozen header, filter, widths, and a « Lisez-moi » made of `sections`.

    A frame too long for a sheet goes on over the next ones.
    """
    book = Book(title)
    count = max(1, -(-frame.height // LAST_ROW))
    for number in range(count):
        name = title if count == 1 else f"{title[:24]} ({number + 1})"
        frame_sheet(
            book, f"Feuille {name}" if name.lower().startswith(GUIDE[:5].lower()) else name, frame.slice(number * LAST_ROW, LAST_ROW)
        )
    cut = sum(int((frame[name].str.len_chars() > TEXT_MAX).sum()) for name, dtype in frame.schema.items() if dtype == pl.String)
    notes = (
        [(f"{cut} cellules dépassent ce qu’un classeur peut contenir et sont coupées : l’export csv les donne entières.",)] if cut else []
    )
    guide_sheet(book, title, [*sections, *([("Attention", notes)] if notes else [])], _GUIDE_WIDTHS)
    return book.finished()


def json_bytes(said: Any) -> bytes:  # noqa: ANN401 - any value JSON can hold
    """Write a value as JSON, indented, with its last line ended; dates are ISO."""
    return orjson.dumps(said, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS)


def file_name(title: str, suffix: str, on: date) -> str:
    """Name a file safely: `netmap_conventions_2026-11-23.xlsx`."""
    words = fold_text(title).replace(" ", "_")[:_NAME_MAX].strip("_")
    return "_".join(part for part in ("netmap", words.removeprefix("netmap_"), on.isoformat()) if part) + f".{suffix.lstrip('.')}"


def neutral(text: str) -> str:
    """Neutralise what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def _cell(value: Any) -> str:  # noqa: ANN401 - a cell of any type
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y %H:%M" if isinstance(value, datetime) else "%d/%m/%Y")
    if isinstance(value, float):
        return f"{value:.12g}".replace(".", ",") if abs(value) < 1e12 else f"{value:.0f}"  # noqa: PLR2004 - twelve exact digits
    if isinstance(value, list):
        return " | ".join(_cell(one) for one in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return str(value)


def _visible(text: str) -> str:
    lined = text.replace("\r\n", "⏎").replace("\n", "⏎")
    return "".join(letter if letter.isprintable() or letter in "\u00a0\u202f" else "�" for letter in lined)


def _count(rows: int) -> str:
    return f"{rows} ligne{'s' if rows > 1 else ''}"


def _said(answer: Answer, network: Network, parameter: Parameter) -> str:
    value = answer.params.get(parameter.name)
    if value is None:
        return "non précisé"
    return network.caption(value) if parameter.kind else parameter.type.show(value)


def _parameter_lines(answer: Answer, network: Network) -> list[str]:
    given = [p for p in answer.question.parameters if answer.params.get(p.name) is not None]
    return [f"{p.label} : {_visible(_said(answer, network, p))}" for p in given]


def _network_lines(network: Network, version: int) -> list[tuple[str, ...]]:
    dated = [("Dernière modification", network.lots[-1].at)] if network.lots else []
    return [("Version du réseau", str(version)), *dated]
