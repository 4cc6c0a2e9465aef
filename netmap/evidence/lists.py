"""Lists that are handed over as dossiers are: the register of conventions, what a delegation is to be sent; Word, PDF and workbook.

Each has the figures it comes down to, with definition, denominator, date and source lines, and each line says the line of the file that it
comes from. Same inputs, same bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl

from netmap import __version__
from netmap.coherence import Ground as Conventions
from netmap.coherence.ground import Dated
from netmap.coherence.sendings import HEADINGS, Listing, told
from netmap.evidence.applicant import Applicant
from netmap.evidence.blocks import Block, Grid, Heading, Items, Outline, Paragraph
from netmap.evidence.dossier import PROPOSAL, Cell, Column, Figure, Source, State, Table, provenance, source_lines
from netmap.evidence.french import figure_shown, on_one_line, shown, typeset
from netmap.evidence.ground import Ground
from netmap.evidence.outline import definitions, grid, sources, whom
from netmap.evidence.registers import register
from netmap.evidence.word import docx
from netmap.evidence.workbook import FIGURES, GUIDE_WIDTHS, LINES, Sheets, figure_row, line_rows
from netmap.export import table_csv
from netmap.export.fitting import WIDE
from netmap.export.typesetting import pdf
from netmap.export.workbook import guide_sheet
from netmap.network import PLACE, Network
from netmap.values import DATE, counted

ROWS_MAX = 3_000
_TEMPLATE = "netmap.evidence:dossier.typ"
_DAYS = ("Début", "Fin", "Délégation informée le")
_RULES = (
    f"Qui informer de quoi : la fiche 6 le conseille, sans obligation ni délai ; les domaines de chaque délégation sont une {PROPOSAL}."
)
Parts = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedList:
    """Hold a list: what it is, the sentence that answers, its figures, its one table; `since` is a heading and what changed."""

    title: str
    scope: str
    answer: str
    on: date
    version: int
    figures: tuple[Figure, ...]
    table: Table
    note: str = ""
    since: Parts | None = None
    sources: tuple[Source, ...] = ()

    @property
    def foot(self) -> str:
        """Say at the foot of pages what the list is of."""
        return f"{whom(self.scope)} · au {shown(self.on)} · netmap {__version__}, données version {self.version}"


def register_list(network: Network, held: Applicant, on: date) -> HandedList:
    """Make the register of the conventions in force of some establishments."""
    ground = Ground(network, held.schools, on)
    live = ground.live.unique(["id"], keep="first", maintain_order=True)
    known = ground.conventions["id"].n_unique()
    partners = ground.partners.filter("live")["partner"].n_unique()
    figures = (
        _figure(network, "conventions", "Conventions en vigueur", live, "conventions connues de ces établissements", known, on),
        _figure(network, "partenaires", "Partenaires de ces conventions", live, "", None, on, value=partners),
    )
    answer = f"Au {DATE.show(on)} : {counted(live.height, 'convention en vigueur', 'conventions en vigueur')}, sur {known} connues."
    table = register(ground, ground.live, network.names)
    return HandedList(
        title="Registre des conventions",
        scope=held.told,
        answer=answer,
        on=on,
        version=network.version,
        figures=figures,
        table=table,
        sources=provenance(network.lots)[1],
    )


def delegation_list(network: Network, listing: Listing) -> HandedList:
    """Make the list of the partnerships under convention that a delegation is to be sent."""
    every = Dated(Conventions(network), listing.on).conventions
    ours = every.filter(pl.col("id").is_in(list(listing.ids)))
    places = {identifier: network.place(*where) for identifier, *where in ours.select("id", *PLACE).iter_rows()}
    rows = [
        (*(_typed(name, row[name]) for name in HEADINGS), places[identifier])
        for identifier, row in zip(listing.ids, listing.table.iter_rows(named=True), strict=True)
    ]
    table = Table(
        title="Partenariats sous convention",
        columns=(*(Column(name, _HELP.get(name, "")) for name in HEADINGS), Column("Source", "Fichier, feuille et ligne.")),
        rows=tuple(rows),
        empty="Aucune convention ne relève de cette délégation à cette date.",
    )
    conventions = "conventions du réseau qui ne sont pas terminées à la date"
    return HandedList(
        title="Partenariats sous convention",
        scope=f"{listing.name} ({listing.kind})",
        answer=f"Au {DATE.show(listing.on)}, pour {listing.name} : {counted(ours.height, 'convention', 'conventions')}.",
        on=listing.on,
        version=network.version,
        figures=(_figure(network, "liste", "Conventions de la liste", ours, conventions, every.height, listing.on, listed=True),),
        table=table,
        note=_RULES,
        since=_since(listing),
        sources=provenance(network.lots)[1],
    )


def list_docx(one: HandedList) -> bytes:
    """Write a list for Word."""
    return docx(_outline(one), {})


def list_pdf(one: HandedList) -> bytes:
    """Write a list as a tagged PDF (PDF/UA-1)."""
    return pdf(_TEMPLATE, _outline(one).as_dict(), one.on).content


def list_xlsx(one: HandedList) -> bytes:
    """Write a list as a workbook: « Lisez-moi », the list with typed cells, the figures, the lines behind them."""
    return _Book(one.title).written(one)


def list_csv(one: HandedList) -> bytes:
    """Write the lines of a list as a csv that French Excel opens."""
    columns = zip(*one.table.rows, strict=True) if one.table.rows else ((),) * len(one.table.columns)
    return table_csv(pl.DataFrame({column.label: list(cells) for column, cells in zip(one.table.columns, columns, strict=True)}))


WRITERS = {"docx": list_docx, "pdf": list_pdf, "xlsx": list_xlsx, "csv": list_csv}
_HELP = {
    "Fin": "Fin écrite ; une reconduction tacite la repousse.",
    "État": "État à la date de la liste.",
    "Accord-cadre cité": "Accord-cadre que la convention cite, ou auquel une personne l’a rattachée.",
}
_LIVE = "Conventions en vigueur à la date, tacite reconduction comprise ; chacune compte une fois."
_SENT = "Conventions qui ne sont pas terminées à la date, projets compris, du domaine et du ressort de la délégation."
_BY_NAME = {
    "conventions": _LIVE,
    "partenaires": "Signataires de ces conventions autres que ces établissements ; chacun compte une fois.",
    "liste": _SENT,
}


def _figure(
    network: Network,
    name: str,
    label: str,
    conventions: pl.DataFrame,
    denominator: str,
    out_of: int | None,
    on: date,
    *,
    value: int | None = None,
    listed: bool = False,
) -> Figure:
    """Make a figure of some conventions: nothing known is « non renseigné », not zero."""
    count = conventions.height if value is None else value
    unsaid = not count and not out_of
    return Figure(
        id=name,
        label=label,
        state=State.UNKNOWN if unsaid else State.PROOF if count else State.ABSENCE,
        value=None if unsaid else count,
        definition=_BY_NAME[name],
        denominator=denominator,
        out_of=out_of,
        on=on,
        lines=source_lines(network.lots, conventions.select(list(PLACE)).iter_rows()),
        proposal=listed,
    )


def _typed(name: str, text: str | None) -> Cell:
    """Give a cell of a listing as what it is: a day, or words; nothing for what nobody said."""
    if not text:
        return None
    value = DATE.cell(text) if name in _DAYS else text
    return value if isinstance(value, date) else text


def _since(listing: Listing) -> Parts | None:
    if listing.last is None:
        return None
    changes = listing.changes
    said = [f"Nouvelle : {name}" for name in changes.added] + [f"Sortie de la liste : {name}" for name in changes.gone]
    said += [f"Modifiée : {name}. {what}" for name, what in changes.changed]
    return f"Depuis l’envoi du {DATE.show(listing.last.on)}", tuple(said) or (f"{told(changes).capitalize()}.",)


def _outline(one: HandedList) -> Outline:
    return Outline(
        title=on_one_line(f"{one.title} : {one.scope}", 220),
        subject=on_one_line(one.scope, 220),
        on=one.on,
        foot=typeset(one.foot),
        upright=tuple(_first_page(one)),
        wide=(Heading(1, one.table.title, contents=False), *_whole(one)),
    )


def _first_page(one: HandedList) -> Iterator[Block]:
    yield Heading(1, "Synthèse", contents=False)
    yield Paragraph(typeset(on_one_line(one.answer, 400)), "answer")
    yield Grid(
        title="Chiffres",
        headings=("Chiffre", "Valeur", "Sur", "État"),
        rows=tuple((typeset(f.label), figure_shown(f), "" if f.out_of is None else shown(f.out_of), str(f.state)) for f in one.figures),
        shares=(46, 16, 16, 22),
        right=(False, True, True, False),
    )
    if one.since is not None:
        heading, said = one.since
        yield Heading(2, typeset(heading), contents=False)
        yield Items(tuple(typeset(on_one_line(text, 400)) for text in said))
    yield Heading(2, "Comment ces chiffres sont faits", contents=False)
    yield definitions(one.figures)
    if one.note:
        yield Paragraph(typeset(one.note), "note")
    yield from (Heading(2, block.text, contents=False) if isinstance(block, Heading) else block for block in sources(one.sources))


def _whole(one: HandedList) -> Iterator[Block]:
    if one.table.rows:
        yield from grid(one.table, WIDE, ROWS_MAX)
    else:
        yield Paragraph(typeset(one.table.empty))


class _Book(Sheets):
    """Write a list as a workbook."""

    def written(self, one: HandedList) -> bytes:
        """Write everything, and give the bytes."""
        guide_sheet(
            self._book,
            one.title,
            [
                ("De quoi il s’agit", [(on_one_line(one.scope, 2000),), (on_one_line(one.answer, 2000),)]),
                ("Situation au", [(shown(one.on), f"données version {one.version}", f"netmap {__version__}")]),
                ("Colonnes", [(column.label, column.help) for column in one.table.columns]),
                ("Fichiers d’où viennent les données", [(s.file, s.sha256, ", ".join(map(str, s.lots))) for s in one.sources]),
                ("À savoir", [(text,) for text in (one.note, "Une cellule vide est non renseignée.") if text]),
            ],
            GUIDE_WIDTHS,
        )
        self.table(one.table.title, one.table)
        self.sheet(self.name("Chiffres"), FIGURES, map(figure_row, one.figures))
        self.sheet(self.name("Lignes"), LINES, line_rows(one.figures))
        return self._book.finished()
