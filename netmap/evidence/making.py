"""A dossier made from a network: sections of criteria, the matrix, the sentence that opens it; the same inputs make the same dossier."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from netmap.errors import NetmapError, UnknownName
from netmap.evidence import communication, drop_out, partnership
from netmap.evidence.applicant import Applicant, applicant
from netmap.evidence.attachments import attachments_of
from netmap.evidence.catalogue import basis_of, catalogue, elsewhere, find, scope_of
from netmap.evidence.dossier import PROPOSAL, Column, Dossier, Figure, Gap, Level, Section, State, Table, View, provenance
from netmap.evidence.ground import Ground
from netmap.evidence.kept import Acts
from netmap.evidence.matrix import Matrix
from netmap.evidence.sheet import Sheet
from netmap.network import Network
from netmap.reference.criteria import Criterion
from netmap.scene import LOOKS, among
from netmap.values import DATE, show_number

_HONEST = (
    "Aucune liste officielle de preuves n’a été trouvée pour ce critère : les chiffres et les sortes de preuves sont une proposition de "
    "netmap."
)


NOTHING = "rien"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Say what is written for a theme of criteria beyond its pieces."""

    figures: Callable[[Sheet], tuple[Figure, ...]]
    tables: Callable[[Sheet], tuple[Table, ...]]
    gaps: Callable[[Sheet], list[Gap]] = lambda _sheet: []


_WRITERS = {
    "partenariat": _Writer(partnership.figures, partnership.tables, partnership.gaps),
    "decrochage": _Writer(drop_out.figures, drop_out.tables),
    "communication": _Writer(communication.figures, communication.tables),
}


def dossier_of(
    network: Network, acts: Acts, held: Applicant, criteria: Sequence[Criterion], on: date, *, in_charge: str = "", title: str = ""
) -> Dossier:
    """Make the dossier of an applicant for some criteria on a date; `in_charge` answers for the figures."""
    chosen = tuple(dict.fromkeys(criteria))
    if not chosen:
        raise UnknownName("Choisissez au moins un critère.")
    known = catalogue(network)
    matrix = Matrix(Ground(network, held.schools, on), chosen, known, acts)
    sections = tuple(_section(matrix, criterion, known, in_charge) for criterion in chosen)
    lots, sources = provenance(network.lots)
    shown = among(network, matrix.ground.establishments["establishment"], on)
    return Dossier(
        title=title or f"Preuves pour le label Lycée des métiers : {held.title}",
        scope=held.told,
        holders=held.names,
        on=on,
        network_version=network.version,
        sections=sections,
        answer=_answer(held, matrix, chosen),
        points=tuple(_point(matrix, criterion) for criterion in chosen),
        tables=(matrix_table(matrix),),
        view=View(actors=shown.actors, ties=shown.ties, looks=LOOKS, total=shown.total),
        parameters={
            "criteria": [criterion.code for criterion in chosen],
            "establishments": [] if held.scope else list(held.schools),
            "scope": held.scope,
            "on": on.isoformat(),
            "in_charge": in_charge,
            "title": title,
        },
        sources=sources,
        lots=lots,
        attachments=attachments_of(matrix),
    )


def made_again(network: Network, acts: Acts, parameters: Mapping[str, Any]) -> Dossier:
    """Make the dossier that the parameters of another describe, from the network as it is now."""
    try:
        held = applicant(network, [str(one) for one in parameters["establishments"]], str(parameters["scope"]))
        criteria = [find(network, str(code)) for code in parameters["criteria"]]
        on = date.fromisoformat(str(parameters["on"]))
    except (KeyError, TypeError, ValueError) as error:
        raise NetmapError(
            "Les paramètres du dossier sont illisibles : il n’est pas de cette version de netmap, ou il a été modifié."
        ) from error
    return dossier_of(
        network, acts, held, criteria, on, in_charge=str(parameters.get("in_charge", "")), title=str(parameters.get("title", ""))
    )


def _section(matrix: Matrix, criterion: Criterion, known: Sequence[Criterion], in_charge: str) -> Section:
    sheet = Sheet(matrix, criterion, in_charge)
    writers = [_WRITERS[theme] for theme in criterion.themes if theme in _WRITERS]
    figures = [figure for writer in writers for figure in writer.figures(sheet)]
    return Section(
        version=criterion.version,
        number=str(criterion.number),
        text=criterion.text,
        legal_basis=basis_of(criterion),
        scope=scope_of(criterion),
        elsewhere=elsewhere(criterion, known),
        figures=(*sheet.verified(), *figures),
        tables=(*(table for writer in writers for table in writer.tables(sheet)), *sheet.pieces_table()),
        gaps=(*sheet.kind_gaps(), *(gap for writer in writers for gap in writer.gaps(sheet))),
        notes=(_HONEST,),
    )


def matrix_table(matrix: Matrix) -> Table:
    """Make the table of the matrix: one line a criterion and establishment."""
    names = matrix.ground.network.names
    rows = [
        (
            cell.criterion.code,
            names.get(cell.establishment, cell.establishment),
            str(cell.state),
            cell.pieces,
            cell.latest,
            cell.levels[Level.DECLARED],
            cell.levels[Level.DOCUMENTED],
            cell.levels[Level.VERIFIED],
            cell.gap or NOTHING,
        )
        for cell in matrix.cells.values()
    ]
    return Table(
        title="Critères par établissement",
        columns=(
            Column("Critère", "Version du cahier des charges et numéro."),
            Column("Établissement"),
            Column("État", "Preuve, absence constatée ou non renseigné : trois états qui ne se mélangent pas."),
            Column("Pièces", "Pièces retenues, celles qui sont écartées exceptées."),
            Column("Plus récente", "Dernière date connue d’une pièce."),
            Column("Déclarées"),
            Column("Documentées"),
            Column("Vérifiées"),
            Column("Ce qui manque", f"« {NOTHING} » : rien ne manque de ce que netmap regarde."),
        ),
        rows=tuple(rows),
        note=f"Ce qui compte comme pièce est une {PROPOSAL}.",
    )


def _answer(held: Applicant, matrix: Matrix, criteria: Sequence[Criterion]) -> str:
    proved = sum(any(matrix.cell(one, school).state is State.PROOF for school in held.schools) for one in criteria)
    told = "un critère" if len(criteria) == 1 else f"{len(criteria)} critères"
    pieces = show_number(matrix.standing.height)
    more = "Aucune pièce n’est connue" if not matrix.standing.height else f"{pieces} pièce{'s' if matrix.standing.height > 1 else ''}"
    whom = held.told.replace("Candidature", "candidature", 1) if held.told.startswith("Candidature") else held.told
    return f"Au {DATE.show(matrix.ground.on)}, {whom} : {more} pour {told}, dont {proved} avec au moins une preuve."


def _point(matrix: Matrix, criterion: Criterion) -> str:
    cells = [matrix.cell(criterion, school) for school in matrix.ground.schools]
    pieces = sum(cell.pieces for cell in cells)
    verified = sum(cell.levels[Level.VERIFIED] for cell in cells)
    documented = sum(cell.levels[Level.DOCUMENTED] for cell in cells)
    if len(cells) == 1:
        gap = f" {cells[0].gap_sentence}" if cells[0].gap else ""
        state = cells[0].state
    else:
        proved = sum(cell.state is State.PROOF for cell in cells)
        unknown = sum(cell.state is State.UNKNOWN for cell in cells)
        gap = f" {proved} établissements sur {len(cells)} ont une preuve, {unknown} ne sont pas renseignés."
        state = State.PROOF if proved else State.UNKNOWN if unknown else State.ABSENCE
    return (
        f"{criterion.name} : {state}. {show_number(pieces)} pièce{'s' if pieces > 1 else ''}, dont {documented} documentée"
        f"{'s' if documented > 1 else ''} et {verified} vérifiée{'s' if verified > 1 else ''}.{gap}"
    )
