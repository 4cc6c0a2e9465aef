"""The workbooks people fill in: one a template source, and one with them all, each with its « Lisez-moi » sheet.

The heading of a column stays exactly the first that the source knows, so that a filled workbook loads as it is: whether a column
must be filled is told by its colour and by a word of its comment, never in the heading.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
from xlsxwriter.worksheet import Worksheet

from netmap.export.validation import validation_of
from netmap.export.workbook import GUIDE, LAST_ROW, Book, guide_sheet, sheet_name, widths, write
from netmap.source import Column, Source
from netmap.tables.words import letters

WHOLE_NAME = "netmap_modele_complet"
_COMMENT_MAX = 2_000
_CHOICE_COLUMN = 8
_GUIDE_WIDTHS = (28, 34, 24, 52, 52, 30, 4, 4)
_HOW = (
    "Une feuille par sorte de tableau ; la première ligne porte les titres, ne les changez pas.",
    "En-tête foncé et mention « Obligatoire » dans sa note : la colonne doit être remplie.",
    "Les autres colonnes peuvent rester vides ou être enlevées.",
    "Une cellule vide ne dit rien : elle n’efface pas ce qui est déjà connu.",
    "Plusieurs valeurs dans une cellule se séparent par une barre verticale : A | B.",
    "Plusieurs partenaires se donnent dans le même ordre dans chaque colonne.",
    "S’il manque un code à l’un d’eux, répétez plutôt la ligne, sous le même numéro, avec un partenaire par ligne.",
    "Les codes (UAI, SIREN, SIRET, code postal…) sont en format texte pour garder leurs zéros.",
    "Les dates s’écrivent jour/mois/année.",
    "Netmap ne lit pas cette feuille, ni une colonne dont le titre commence par _ : elle est à vous.",
)

Lines = Sequence[Mapping[str, Sequence[Any]]]


def write_templates(folder: Path, sources: Iterable[Source]) -> tuple[Path, ...]:
    """Write an empty workbook for each source that has a template, then one with all their sheets; give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    forms = [source for source in sources if source.template]
    contents = {source.template: workbook([(source, ())], source.title) for source in forms}
    contents[WHOLE_NAME] = workbook([(source, ()) for source in forms], "netmap, modèle complet")
    paths: list[Path] = []
    for name, content in contents.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(content)
        paths.append(path)
    return tuple(paths)


def workbook(sheets: Sequence[tuple[Source, Lines]], title: str, said: Sequence[str] = ()) -> bytes:
    """Make a workbook of template sheets, filled with lines, and its « Lisez-moi »; `said` are sentences about the content.

    A line gives the values of each field; several are joined by ` | `.
    """
    book = Book(title)
    made = [(source, book.add_worksheet(sheet_name(source.title)), lines) for source, lines in sheets]
    guide = _guide(book, [source for source, _lines in sheets], title, said)
    places = _choices(book, guide, [source for source, _lines in sheets])
    for source, sheet, lines in made:
        _head(book, sheet, source, len(lines), places)
        for row, cells in enumerate(lines, 1):
            for at, col in enumerate(source.columns):
                values = cells.get(col.field)
                if values:
                    write(sheet, row, at, _cell(col, values), book)
    return book.finished()


def split(lines: Lines) -> Iterator[Lines]:
    """Cut lines into what one sheet can hold."""
    for start in range(0, len(lines), LAST_ROW):
        yield lines[start : start + LAST_ROW]


def _cell(col: Column, values: Sequence[Any]) -> Any:  # noqa: ANN401 - a cell of any type
    if len(values) == 1 and not isinstance(values[0], str | bool):
        return values[0]
    return " | ".join(col.type.show(value) for value in values)


def _head(book: Book, sheet: Worksheet, source: Source, filled: int, places: Mapping[str, str]) -> None:
    headings = [col.headings[0] for col in source.columns]
    for at, (col, width) in enumerate(zip(source.columns, widths(headings, ()), strict=True)):
        must = col.required or any(col.field in group for group in source.any_of)
        sheet.write_string(0, at, headings[at], book.required if must else book.heading)
        sheet.write_comment(0, at, _comment(source, col), {"x_scale": 2.4, "y_scale": 1.6, "author": "netmap"})
        sheet.set_column(at, at, min(width + 4, 34), _format(book, col))
        if (checked := validation_of(col, places)) is not None:
            sheet.data_validation(1, at, LAST_ROW, at, checked)
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 32)
    sheet.autofilter(0, 0, max(filled, 1), len(headings) - 1)


def _format(book: Book, col: Column) -> Any:  # noqa: ANN401 - a format of xlsxwriter
    if col.many or col.type.dtype in (pl.String(), pl.Boolean()):
        return book.text
    if col.type.dtype == pl.Date():
        return book.date
    return book.whole if col.type.dtype.is_integer() else book.plain


def _duty(source: Source, col: Column) -> str:
    if col.required:
        return "Obligatoire"
    group = next((g for g in source.any_of if col.field in g), None)
    if group is not None:
        return "Obligatoire (au moins une de : " + ", ".join(source.column(f).headings[0] for f in group) + ")"
    return "Facultatif"


def _expected(col: Column) -> str:
    rule = col.type.rule
    return rule[:1].upper() + rule[1:] + "."


def _comment(source: Source, col: Column) -> str:
    parts = [
        f"{_duty(source, col)}.",
        col.help,
        f"Attendu : {col.type.rule}.",
        "Plusieurs valeurs : séparez-les par |." if col.many else "",
    ]
    return "\n".join(part for part in parts if part)[:_COMMENT_MAX]


def _guide(book: Book, sources: Sequence[Source], title: str, said: Sequence[str]) -> Worksheet:
    sections: list[tuple[str, Sequence[Sequence[str]]]] = [("Mode d’emploi", [(line,) for line in _HOW])]
    if said:
        sections.append(("Contenu", [(line,) for line in said]))
    for source in sources:
        heading = ("Colonne", "À remplir", "Ce qui est attendu", "Aide", "Plusieurs valeurs")
        rows = [("", *heading)] + [
            ("", col.headings[0], _duty(source, col), _expected(col), col.help, "oui, séparées par |" if col.many else "non")
            for col in source.columns
        ]
        sections.append((f"Feuille « {sheet_name(source.title)} »", [(source.help,), *rows]))
    return guide_sheet(book, title, sections, _GUIDE_WIDTHS)


def _choices(book: Book, guide: Worksheet, sources: Sequence[Source]) -> dict[str, str]:
    """List the allowed words beside the guide, where drop-downs read them: a drop-down by itself holds 255 letters."""
    places: dict[str, str] = {}
    types = {col.type.name: col.type for source in sources for col in source.columns if col.type.choices}
    for at, (name, kind) in enumerate(sorted(types.items()), _CHOICE_COLUMN):
        guide.write_string(0, at, f"Mots admis : {kind.label}", book.heading)
        for row, (_code, label) in enumerate(kind.choices, 1):
            guide.write_string(row, at, label, book.text)
        guide.set_column(at, at, 30)
        letter = letters(at)
        places[name] = f"='{GUIDE}'!${letter}$2:${letter}${len(kind.choices) + 1}"
    return places
