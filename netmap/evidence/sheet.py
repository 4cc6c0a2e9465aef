"""What every criterion's section is written with: figures that carry their lines, the table of pieces, the « fiche d’écart » by kind.

A figure of zero is said only where there is something to be out of; where nothing is known, it is « non renseigné », never zero.
"""

from collections import ChainMap
from collections.abc import Iterable, Sequence
from datetime import date

import polars as pl

from netmap.domain.vocabulary import CATEGORY
from netmap.evidence.dossier import Cell, Column, Figure, Gap, Level, SourceLine, State, Table, source_lines
from netmap.evidence.ground import SCHOOL, Ground
from netmap.evidence.matrix import Matrix, kind_label
from netmap.network import PLACE
from netmap.reference.criteria import IN_FORCE, Criterion
from netmap.reference.evidence import BY_NAME, SUPPORT_LABEL, kinds_of

_NAMED = 4
_PIECES = "pieces"
# What the column of files says is of the version in force alone.
_TO_ATTACH = {
    True: f"Joindre une pièce, ou dire quelles conventions et actions l’appuient (colonne « Critères ({IN_FORCE}) »).",
    False: "Joindre une pièce, ou la convention ou l’action qui l’appuie, à la page « Preuves ».",
}


class Sheet:
    """Hold what a section is made of while it is written: the matrix, the criterion, who answers for the figures."""

    def __init__(self, matrix: Matrix, criterion: Criterion, in_charge: str) -> None:
        self.matrix = matrix
        self.criterion = criterion
        self.ground: Ground = matrix.ground
        self._in_charge = in_charge

    @property
    def on(self) -> date:
        """Give the date of the dossier."""
        return self.ground.on

    def figure(
        self,
        name: str,
        label: str,
        value: float | None,
        *,
        definition: str,
        denominator: str = "",
        out_of: int | None = None,
        unit: str = "",
        lines: Sequence[pl.DataFrame] = (),
        key: bool = False,
    ) -> Figure:
        """Make a figure: `lines` are frames with lot, table and line; without anything it is out of, zero is not said.

        A figure named as a kind of evidence is zero where its absence was noted for every establishment.
        """
        nothing = value is None or (value == 0 and not out_of)
        if nothing and self._noted(name):
            value, nothing = 0, False
        state = State.UNKNOWN if nothing else State.PROOF if value else State.ABSENCE
        return Figure(
            id=f"{self.criterion.code}/{name}",
            label=label,
            state=state,
            value=None if nothing else value,
            unit=unit,
            definition=definition,
            denominator=denominator,
            out_of=out_of,
            on=self.on,
            lines=() if nothing else self.lines(lines),
            level=None if nothing or not value else self._level(name),
            in_charge=self._in_charge,
            key=key,
        )

    def _level(self, name: str) -> Level | None:
        """Give the level of the least proved of the pieces that a figure counts, where it is named as a kind of evidence."""
        pieces = self.pieces()
        if name != _PIECES:
            pieces = pieces.filter(pl.col("kinds").list.contains(name))
        held = set(pieces["level"])
        return next((level for level in Level if str(level) in held), None)

    def _noted(self, name: str) -> bool:
        cells = [self.matrix.cell(self.criterion, school) for school in self.ground.schools]
        if name == _PIECES:
            return all(cell.state is State.ABSENCE for cell in cells)
        kinds = [kind for cell in cells for kind in cell.kinds if kind.kind.name == name]
        return bool(kinds) and all(kind.state is State.ABSENCE for kind in kinds)

    def lines(self, frames: Iterable[pl.DataFrame]) -> tuple[SourceLine, ...]:
        """Give the lines behind some frames, each once."""
        places = dict.fromkeys(row for frame in frames for row in frame.select(list(PLACE)).iter_rows())
        return source_lines(self.ground.network.lots, places)

    def names(self) -> dict[str, str]:
        """Give the captions of the network's nodes."""
        return self.ground.network.names

    def pieces(self) -> pl.DataFrame:
        """Give the pieces of the criterion that count."""
        return self.matrix.standing.filter(pl.col("criterion") == self.criterion.code)

    def verified(self) -> tuple[Figure, ...]:
        """Make the figures that every criterion has: its pieces, and how far they are proved."""
        pieces = self.pieces()
        whole = self.figure(
            _PIECES,
            "Pièces",
            pieces.height,
            definition="Pièces retenues pour ce critère ; la même pièce compte une fois pour chaque établissement qu’elle concerne.",
            lines=[pieces],
            key=True,
        )
        proved = [
            self.figure(
                f"pieces_{name}",
                f"Pièces {label}",
                pieces.filter(pl.col("level") == str(level)).height,
                definition=definition,
                denominator="pièces de ce critère",
                out_of=pieces.height,
                lines=[pieces.filter(pl.col("level") == str(level))],
            )
            for name, label, level, definition in (
                ("documentees", "documentées", Level.DOCUMENTED, "Pièces dont un fichier est gardé avec le réseau, sans vérification."),
                (
                    "verifiees",
                    "vérifiées",
                    Level.VERIFIED,
                    "Pièces qu’une personne a vérifiées à une date, et dont les faits n’ont pas changé.",
                ),
            )
        ]
        return (whole, *proved)

    def pieces_table(self) -> tuple[Table, ...]:
        """Make the table of the pieces, and that of those set aside when there are some."""
        held = self.matrix.pieces.filter(pl.col("criterion") == self.criterion.code)
        captions = ChainMap(self.names(), self.matrix.captions())
        rows = [
            (
                captions.get(row["establishment"], row["establishment"]),
                captions.get(row["element"], row["element"].partition(":")[2]),
                kind_label(row["element"]),
                ", ".join(BY_NAME[kind].label if kind in BY_NAME else SUPPORT_LABEL for kind in row["kinds"]),
                row["dated"],
                row["level"],
                _checked(row),
                ", ".join(one.name for one in self.matrix.acts.files.get(row["element"], ())),
                self.ground.network.place(row["lot"], row["table"], row["line"]),
                row["aside"],
            )
            for row in held.iter_rows(named=True)
        ]
        columns = (
            Column("Établissement"),
            Column("Pièce"),
            Column("Nature"),
            Column("Ce qu’elle prouve", "Sortes de preuves (proposition de netmap)."),
            Column("Dernière date connue"),
            Column(
                "Niveau de preuve",
                "Déclaré : un fichier ou une personne le dit. Documenté : un fichier est joint. Vérifié : par une personne.",
            ),
            Column("Vérifiée le, par"),
            Column("Fichiers joints"),
            Column("Source"),
        )
        kept = sorted((row[:-1] for row in rows if row[-1] is None), key=_order)
        aside = sorted(((*row[:-2], row[-1]) for row in rows if row[-1] is not None), key=_order)
        tables = [Table(title="Pièces", columns=columns, rows=tuple(kept), empty="Aucune pièce n’est connue pour ce critère à cette date.")]
        if aside:
            tables.append(Table(title="Pièces écartées", columns=(*columns[:-1], Column("Motif")), rows=tuple(aside)))
        return tuple(tables)

    def kind_gaps(self) -> list[Gap]:
        """Give the kinds of evidence that are missing, for whom, and what to do; verifications that are to be made again."""
        found: list[Gap] = []
        names = self.names()
        cells = [self.matrix.cell(self.criterion, school) for school in self.ground.schools]
        for place, kind in enumerate(kinds_of(self.criterion.themes)):
            lacking = [(cell, cell.kinds[place]) for cell in cells if cell.kinds[place].state is not State.PROOF]
            if not kind.missing or not lacking:
                continue
            told = sorted({state.told for _cell, state in lacking if state.state is State.ABSENCE and state.told})
            more = f" Absence {' ; '.join(told)}." if told else ""
            found.append(
                gap(f"{kind.missing}{more}", kind.action, self.concerned([names[c.establishment] for c, _s in lacking], len(cells)))
            )
        if not kinds_of(self.criterion.themes):
            empty = [cell for cell in cells if cell.state is not State.PROOF]
            if empty:
                said = " ; ".join(sorted({cell.absence for cell in empty if cell.absence}))
                found.append(
                    gap(
                        f"Aucune pièce n’est jointe à ce critère{f' : {said}' if said else ''}.",
                        _TO_ATTACH[self.criterion.version == IN_FORCE],
                        self.concerned([names[cell.establishment] for cell in empty], len(cells)),
                    )
                )
        again = self.pieces().filter(pl.col("to_review").is_not_null())
        captions = ChainMap(names, self.matrix.captions())
        found += [
            gap(f"Vérification à refaire : {captions.get(element, element)} ({what}).", "Vérifier de nouveau la pièce.", names[school])
            for element, school, what in again.select("element", "establishment", "to_review").iter_rows()
        ]
        return found

    def concerned(self, names: Sequence[str], whole: int) -> str:
        """Name whom a gap concerns: nobody in particular when the dossier has one establishment."""
        if whole == 1:
            return ""
        return "Tous les établissements" if len(names) == whole else listed(names)


def gap(missing: str, action: str, concerns: str = "") -> Gap:
    """Make a line of the « fiche d’écart »."""
    return Gap(missing=missing, action=action, concerns=concerns)


def listed(names: Sequence[str]) -> str:
    """Name some of many."""
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" et {more} de plus" if more > 0 else "")


def category_name(code: str | None) -> str:
    """Name the category of a partner, of a partner establishment too."""
    return "Établissement" if code == SCHOOL else CATEGORY.show(code) if code else "Catégorie non renseignée"


def share(part: int, whole: int) -> float | None:
    """Give a share times 100, to one decimal; None out of nothing."""
    return round(100 * part / whole, 1) if whole else None


def _checked(row: dict[str, object]) -> str:
    if row["to_review"] is not None:
        return f"à refaire ({row['to_review']})"
    return str(row["verified"] or "")


def _order(row: tuple[Cell, ...]) -> tuple[str, str, str]:
    return (str(row[0]), str(row[2]), str(row[1]))
