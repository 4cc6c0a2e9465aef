"""Find the tables of a file's sheets: the first filled row of a sheet is its header, the filled rows under it its lines."""

from dataclasses import replace

import polars as pl

from netmap.errors import FileUnreadable
from netmap.layout.table import Table
from netmap.tables import FileRead, Sheet
from netmap.tables.words import letters, number, spans

__all__ = ["Table", "tables_in"]

READ_ME = "lisez"


def tables_in(file: FileRead) -> tuple[Table, ...]:
    """Give the table of each sheet; what the file and the sheets left aside say comes in the notes of the first one.

    Raise FileUnreadable when no sheet holds a line under a header.
    """
    aside: list[str] = []
    tables: list[Table] = []
    for sheet in file.sheets:
        if sheet.name.strip().lower().startswith(READ_ME):
            aside.append(f"Feuille « {sheet.name} » laissée de côté : mode d’emploi.")
            continue
        table = table_of(file.file, sheet)
        if table.cells.height == 0 and sheet.name:
            aside.append(f"Feuille « {sheet.name} » laissée de côté : aucune ligne sous ses en-têtes (ligne {table.header_line}).")
        elif table.cells.height == 0:
            raise FileUnreadable(
                f"« {file.file} » n’a que sa ligne d’en-tête (ligne {table.header_line}) : "
                "ajoutez au moins une ligne, ou vérifiez l’export."
            )
        else:
            tables.append(table)
    if not tables:
        raise FileUnreadable(f"« {file.file} » n’a aucune feuille avec des lignes sous des en-têtes : vérifiez le classeur.")
    return (replace(tables[0], notes=(*file.notes, *aside, *tables[0].notes)), *tables[1:])


def table_of(file: str, sheet: Sheet) -> Table:
    """Name the columns of a sheet and leave aside its blank rows and its unnamed empty columns, with a note for each.

    A column without heading that holds cells is named by its letter, « (colonne D) »: no cell is lost.
    """
    said = [f"La feuille « {sheet.name} » est masquée dans le classeur."] if sheet.hidden else []
    header = sheet.cells.row(0)
    named = max((place + 1 for place, heading in enumerate(header) if heading), default=0)
    rows, lines = sheet.cells.slice(1), sheet.lines.slice(1)
    empty = rows.select(pl.all_horizontal(pl.all().is_null()).alias("empty")).to_series()
    if empty.any():
        said.append(empty_rows_note(lines.filter(empty)))
        rows, lines = rows.filter(~empty), lines.filter(~empty)
    headings: list[str] = []
    columns: list[pl.Series] = []
    for place, heading in enumerate(header):
        cells = rows.to_series(place)
        if not heading and cells.null_count() == rows.height:
            continue
        name = heading or f"(colonne {letters(sheet.first_column + place)})"
        if not heading:
            said.append(unnamed_column_note(name, lines.filter(cells.is_not_null()), beyond=place >= named))
        columns.append(cells.alias(f"c{len(headings)}"))
        headings.append(name)
    return Table(file, sheet.name, sheet.lines[0], tuple(headings), pl.DataFrame(columns), lines, tuple(said))


def empty_rows_note(lines: pl.Series) -> str:
    """Say which rows hold nothing and were left aside."""
    if lines.len() == 1:
        return f"1 ligne vide laissée de côté (ligne {lines.item()})."
    return f"{number(lines.len())} lignes vides laissées de côté (lignes {spans(lines.to_list())})."


def unnamed_column_note(named: str, lines: pl.Series, *, beyond: bool) -> str:
    """Say that a column without heading holds cells, and on which rows."""
    rows = f"ligne{'s' if lines.len() > 1 else ''} {spans(lines.to_list())}"
    if beyond:
        return f"Des cellules dépassent les en-têtes : gardées dans {named} ({rows})."
    return f"Une colonne sans en-tête contient des cellules : nommée {named} ({rows})."
