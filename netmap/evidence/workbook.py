"""The workbook of the evidence: a « Lisez-moi », a sheet a criterion, each table whole, each line behind each figure.

Cells are typed and text is never a formula. An empty cell is what nobody said: the « Lisez-moi » says so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count as counting
from typing import Any

from xlsxwriter.worksheet import Worksheet

from netmap.evidence.dossier import PROPOSAL, Attachment, Cell, Dossier, Figure, Gap, Section, Table
from netmap.evidence.french import asked, line_ranges, on_one_line, shown
from netmap.export.workbook import LAST_ROW, Book, guide_sheet, sheet_name, widths, write

GUIDE_WIDTHS = (44, 60, 60, 40)
FIGURES = (
    *("Identifiant", "Chiffre", "Valeur", "Unité", "État", "Niveau de preuve", "Sur", "Dénominateur", "Définition", "Date"),
    *("Responsable", "Lignes sources", "Proposition de netmap"),
)
LINES = ("Chiffre", "Fichier", "Feuille", "Lignes", "Lot")
_GAPS = ("Critère", "Ce qui manque", "Ce qu’il y a à faire", "Concerne", "Chiffre")
_ACTORS = ("Identifiant", "Nom", "Sorte", "Précision", "Liens", "Latitude", "Longitude", "A une fiche")
_TIES = ("De", "À", "État", "Conventions", "Précision")
_SAID_STATES = {"ending": "échéance proche", "active": "en vigueur", "ended": "échue", "none": "sans convention"}
_FILES = ("Fichier", "Dans l’archive", "Pièces", "Joint le", "Par", "Taille (octets)", "sha256")
_ATTACHED = "Fichiers joints"
_SAMPLE = 200


def workbook(dossier: Dossier) -> bytes:
    """Write the evidence of a dossier as a workbook."""
    writer = _Writer(dossier)
    return writer.written()


class Sheets:
    """Write sheets one after the other, each under a name of its own."""

    def __init__(self, title: str) -> None:
        self._book = Book(title)
        self._names: set[str] = {"lisez-moi"}
        self._percent = self._book.add_format({"num_format": '0.##" %"'})

    def name(self, wanted: str) -> str:
        """Give a sheet a name that no other has, whatever its capitals."""
        name = sheet_name(on_one_line(wanted, 60))
        for number in counting(2):
            if name.lower() not in self._names:
                break
            name = f"{sheet_name(wanted)[:27].strip()} ({number})"
        self._names.add(name.lower())
        return name

    def table(self, title: str, table: Table) -> None:
        """Write a table whole, over as many sheets as it takes."""
        headings = [f"{column.label} ({column.unit})" if column.unit and column.unit != "%" else column.label for column in table.columns]
        for start in range(0, max(len(table.rows), 1), LAST_ROW):
            sheet = self.sheet(self.name(title), headings, table.rows[start : start + LAST_ROW])
            if not table.rows:
                sheet.write_string(1, 0, on_one_line(table.empty, 1000), self._book.text)
            for position, column in enumerate(table.columns):
                if column.unit == "%":
                    sheet.set_column(position, position, 12, self._percent)

    def sheet(self, name: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> Worksheet:
        """Write a sheet: typed cells, frozen headings, filter, widths."""
        book = self._book
        sheet = book.add_worksheet(name)
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, on_one_line(heading), book.heading)
        sample: list[list[str]] = []
        last = 0
        for last, cells in enumerate(rows, 1):
            for column, value in enumerate(cells):
                write(sheet, last, column, value, book)
            if last <= _SAMPLE:
                sample.append(["" if value is None else str(value)[:80] for value in cells])
        for column, width in enumerate(widths(headings, sample)):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), len(headings) - 1)
        return sheet


class _Writer(Sheets):
    """Write the sheets of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(dossier.title)
        self._dossier = dossier

    def written(self) -> bytes:
        """Write everything, and give the bytes."""
        dossier = self._dossier
        sheets = [(section, self.name(section.key.replace("/", "-"))) for section in dossier.sections]
        self._guide([(section.key, name) for section, name in sheets])
        for section, name in sheets:
            self.sheet(name, FIGURES, (figure_row(figure) for figure in section.figures))
        for key, table in _tables(dossier):
            self.table(f"{key} {table.title}".strip(), table)
        self.sheet(self.name("Fiche d’écart"), _GAPS, (_gap(section, gap) for section, gap in dossier.gaps))
        self.sheet(self.name("Lignes"), LINES, line_rows(dossier.figures))
        if dossier.attachments:
            self.sheet(self.name(_ATTACHED), _FILES, map(_file, dossier.attachments))
        if dossier.view is not None:
            self._drawn()
        return self._book.finished()

    def _guide(self, sheets: Sequence[tuple[str, str]]) -> None:
        dossier = self._dossier
        said = on_one_line
        states = [
            ("preuve", "une pièce le montre"),
            ("absence constatée", "on a cherché, il n’y en a pas"),
            ("non renseigné", "personne ne l’a dit : la valeur reste vide, ce n’est pas un zéro"),
        ]
        named = [(name, f"les chiffres du critère {key}, leurs définitions et leurs dénominateurs") for key, name in sheets]
        named += [("Fiche d’écart", "ce qui manque et ce qu’il y a à faire"), ("Lignes", "les lignes de fichier derrière chaque chiffre")]
        if dossier.attachments:
            named.append((_ATTACHED, "les fichiers donnés aux pièces : où l’archive les tient, et leur empreinte"))
        means = [(said(t.title, 200), said(c.label, 200), said(c.help, 1000)) for _key, t in _tables(dossier) for c in t.columns]
        sections: list[tuple[str, Sequence[Sequence[str]]]] = [
            ("De quoi il s’agit", [(said(dossier.scope, 2000),), (said(dossier.answer, 2000),)]),
            ("Établissements", [(said(name, 200),) for name in dossier.holders]),
            ("Situation au", [(shown(dossier.on), f"données version {dossier.network_version}", dossier.made_by)]),
            ("Filtres", asked(dossier.parameters)),
            ("États d’un chiffre", states),
            ("Feuilles", named),
            ("Colonnes des tableaux", means),
            ("Textes des critères", [(s.name, said(s.text, 4000), said(s.legal_basis, 400)) for s in dossier.sections]),
            ("Fichiers d’où viennent les données", [(s.file, s.sha256, ", ".join(map(str, s.lots))) for s in dossier.sources]),
            ("À savoir", [(f"Le choix des preuves et leurs définitions : {PROPOSAL}.",), ("Une cellule vide est non renseignée.",)]),
        ]
        sections = [(heading, rows or [("Aucun",)]) for heading, rows in sections]
        guide_sheet(self._book, dossier.title, sections, GUIDE_WIDTHS)

    def _drawn(self) -> None:
        """Write the table twins of the drawings."""
        view = self._dossier.view
        if view is None:
            return
        kinds = {kind: look.label for kind, look in view.looks.items()}
        names = dict(zip(view.actors["id"].to_list(), view.actors["label"].to_list(), strict=True))
        columns = ("id", "label", "kind", "detail", "weight", "latitude", "longitude", "declared")
        actors = ((row[0], row[1], kinds.get(row[2], row[2]), *row[3:]) for row in view.actors.select(columns).iter_rows())
        self.sheet(self.name("Acteurs dessinés"), _ACTORS, actors)
        ties = view.ties.select("source", "target", "state", "count", "label").iter_rows()
        self.sheet(self.name("Liens dessinés"), _TIES, (_tie(names, *row) for row in ties))


def _tie(names: Mapping[str, str], source: str, target: str, state: str, count: int, label: str) -> tuple[Cell, ...]:
    return names.get(source, source), names.get(target, target), _SAID_STATES.get(state, state), count, label


def _tables(dossier: Dossier) -> Iterator[tuple[str, Table]]:
    yield from (("", table) for table in dossier.tables)
    yield from ((section.key.replace("/", "-"), table) for section in dossier.sections for table in section.tables)


def figure_row(figure: Figure) -> tuple[Cell, ...]:
    """Write a figure as a line under FIGURES."""
    return (
        *(figure.id, figure.label, figure.value, figure.unit or None, str(figure.state), figure.level and str(figure.level), figure.out_of),
        *(figure.denominator or None, figure.definition or None, figure.on, figure.in_charge or None, len(figure.lines), figure.proposal),
    )


def _file(one: Attachment) -> tuple[Cell, ...]:
    place = one.path or "non : gardé avec le réseau"
    return one.name, place, ", ".join(one.pieces), date.fromisoformat(one.given_on), one.author or None, one.size, one.sha256


def _gap(section: Section, gap: Gap) -> tuple[Cell, ...]:
    return section.key, gap.missing, gap.action, gap.concerns or None, gap.figure or None


def line_rows(figures: Sequence[Figure]) -> Iterator[tuple[Cell, ...]]:
    """Write the lines behind figures under LINES."""
    for figure in figures:
        for file, sheet, lot, numbers in line_ranges(figure.lines):
            yield figure.id, file or sheet, (sheet or None) if file else None, numbers or None, lot or None
