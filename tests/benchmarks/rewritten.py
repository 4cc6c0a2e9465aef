"""The conventions of a size in other files: as an Excel workbook, and as a csv whose headings nobody declared."""

from pathlib import Path

import polars as pl
import xlsxwriter

# None is declared by a source of netmap: words alike, or nothing but the cells, tell what they stand for.
HEADINGS = (
    "Dossier",
    "Code étab.",
    "Nom étab. (long)",
    "N° d’entreprise",
    "Nom entreprise / organisme",
    "Ville entreprise",
    "CP entr.",
    "Nature du partenariat",
    "Filière visée",
    "Niveau",
    "Début (jour)",
    "Fin (jour)",
    "Nb de jeunes",
    "Montant versé",
    "Avancement dossier",
    "Suivi par",
)


def excel(folder: Path) -> Path:
    """Give the workbook of the conventions of a folder, written once beside them: texts, numbers where Excel would make numbers."""
    place = folder / "conventions.xlsx"
    if not place.exists():
        rows = pl.read_csv(folder / "conventions.csv", separator=";", infer_schema=False)
        numbers = rows.columns.index("nb_eleves")
        with xlsxwriter.Workbook(place, {"constant_memory": True, "strings_to_formulas": False}) as book:
            sheet = book.add_worksheet("Conventions")
            sheet.write_row(0, 0, rows.columns)
            for line, row in enumerate(rows.iter_rows(), start=1):
                for column, cell in enumerate(row):
                    if cell is not None:
                        sheet.write(line, column, int(cell) if column == numbers else cell)
    return place


def renamed(folder: Path) -> Path:
    """Give the csv of the conventions of a folder under headings that are not known, written once beside them."""
    place = folder / "dossiers.csv"
    if not place.exists():
        content = (folder / "conventions.csv").read_bytes()
        place.write_bytes(";".join(HEADINGS).encode() + content[content.index(b"\n") :])
    return place
