"""Do I have the evidence? The matrix of criteria by establishments, a cell opens its pieces; the dossier to hand over, and its check."""

from collections.abc import Sequence
from datetime import date

import polars as pl
import streamlit as st

from netmap.domain import ESTABLISHMENT
from netmap.evidence.applicant import SCOPES, Applicant, applicant
from netmap.evidence.catalogue import basis_of, catalogue, elsewhere, scope_of
from netmap.evidence.dossier import State
from netmap.evidence.ground import Ground
from netmap.evidence.kept import Acts, evidence_acts
from netmap.evidence.matrix import Cell, Matrix
from netmap.network import Network
from netmap.reference.criteria import IN_FORCE, THEMES, TICKED, Criterion
from netmap.ui import session
from netmap.ui.asking import options_of
from netmap.ui.dossiers import checking, dossier_form, register_files
from netmap.ui.pieces import panel, proved
from netmap.ui.tables import MOST_ROWS, ROW
from netmap.ui.writing import counted, day, plain

TITLE = "Ai-je les preuves ?"
# Shape first: the three states are told apart without colour.
SIGNS = {State.PROOF: "●", State.ABSENCE: "∅", State.UNKNOWN: "?"}
_HONEST = (
    "● preuve, ∅ absence constatée, ? non renseigné : trois états qui ne se mélangent pas. Aucune liste officielle de preuves n’a été "
    "trouvée : "
    "ce qui compte comme pièce est une proposition de netmap."
)


def page() -> None:
    """Show the page."""
    session.opening(TITLE)
    network = session.network()
    if network.node(ESTABLISHMENT.name).is_empty():
        session.answered("Aucun établissement n’est connu : chargez l’exemple ou importez vos fichiers.")
        session.link("accueil", "Aller à l’accueil")
        return
    known = catalogue(network)
    held = st.container()
    on, criteria, who, whole = _filters(network, known)
    if not criteria:
        with held:
            session.answered("Cochez au moins un critère : sa version et son numéro le désignent ensemble.")
        return
    acts = acts_of(network)
    matrix = _matrix(session.stamp(network), on, tuple(c.code for c in criteria), who.schools, network, criteria, known, acts)
    with held:
        session.answered(sentence(matrix, on))
        st.caption(_HONEST)
    _texts(criteria, known)
    chosen = _cells(network, matrix)
    if chosen is not None:
        panel(network, matrix, chosen)
    if whole:
        st.caption("Pour faire un dossier, choisissez en haut un établissement, plusieurs, ou un campus, un réseau, un territoire.")
    else:
        dossier_form(network, acts, who, criteria, on)
    register_files(network, who, on)
    checking(network)


def acts_of(network: Network) -> Acts:
    """Give what people did about evidence."""
    return _acts(session.stamp(network))


@st.cache_resource(max_entries=4, show_spinner=False)
def _acts(stamp: tuple[str, int]) -> Acts:  # noqa: ARG001 - the version is the key
    return evidence_acts(session.store())


@st.cache_resource(max_entries=8, show_spinner="Recherche des pièces…")
def _matrix(
    stamp: tuple[str, int],  # noqa: ARG001 - the keys of what is kept
    on: date,
    codes: tuple[str, ...],  # noqa: ARG001
    schools: tuple[str, ...],
    _network: Network,
    _criteria: Sequence[Criterion],
    _known: Sequence[Criterion],
    _acts: Acts,
) -> Matrix:
    return Matrix(Ground(_network, schools, on), _criteria, _known, _acts)


def sentence(matrix: Matrix, on: date) -> str:
    """Say the answer in one sentence: for each criterion, how many establishments have a proof, and how many say nothing."""
    told: list[str] = []
    for criterion in matrix.criteria:
        states = [matrix.cell(criterion, school).state for school in matrix.ground.schools]
        if len(states) == 1:
            told.append(f"{criterion.code} : {states[0]}")
            continue
        parts = [counted(states.count(state), words, several) for state, words, several in _WORDS if states.count(state)]
        told.append(f"{criterion.code} : {', '.join(parts)}")
    return f"Au {day(on)}, {counted(len(matrix.ground.schools), 'établissement', 'établissements')}. {' ; '.join(told)}."


_WORDS = (
    (State.PROOF, "avec preuve", "avec preuve"),
    (State.ABSENCE, "absence constatée", "absences constatées"),
    (State.UNKNOWN, "non renseigné", "non renseignés"),
)


def _filters(network: Network, known: Sequence[Criterion]) -> tuple[date, list[Criterion], Applicant, bool]:
    left, middle, right = st.columns([2, 4, 5], gap="medium", vertical_alignment="bottom")
    on = left.date_input("À la date du", value=session.asked_on(), format="DD/MM/YYYY", key="preuves-on")
    by_code = {criterion.code: criterion for criterion in known}
    asked = [code for code in st.query_params.get("criteres", "").split(",") if code in by_code] or list(TICKED)
    codes = middle.multiselect(
        "Critères",
        list(by_code),
        default=asked,
        format_func=lambda code: f"{code} · {_short(by_code[code])}",
        help=f"Version du cahier des charges et numéro : les numéros ont changé d’une version à l’autre. En vigueur : {IN_FORCE}.",
        key="preuves-criteres",
        placeholder="Choisir des critères",
    )
    kinds = "|".join((ESTABLISHMENT.name, *SCOPES))
    options = options_of(session.stamp(network), kinds, network) or {}
    given = [one for one in st.query_params.get("perimetre", "").split(",") if one in options]
    picked = right.multiselect(
        "Établissements, ou un campus, un réseau, un territoire",
        list(options),
        default=given,
        format_func=lambda one: options[one],
        placeholder="Tous les établissements décrits",
        help="Plusieurs établissements : une candidature conjointe. Un campus, un réseau ou un territoire se choisit seul.",
        key="preuves-perimetre",
    )
    session.in_url("on", on.isoformat() if on != date.today() else None)  # noqa: DTZ011 - the day of this computer is the user's
    session.in_url("criteres", ",".join(codes) if codes != list(TICKED) else None)
    session.in_url("perimetre", ",".join(picked))
    return on, [by_code[code] for code in codes], _applicant(network, picked), not picked


def _applicant(network: Network, picked: Sequence[str]) -> Applicant:
    scopes = [one for one in picked if not one.startswith(f"{ESTABLISHMENT.name}:")]
    if scopes:
        if len(picked) > 1:
            st.warning("Un campus, un réseau ou un territoire se choisit seul : seul le premier est montré.")
        return applicant(network, [], scopes[0])
    if picked:
        return applicant(network, picked)
    listed = network.node(ESTABLISHMENT.name).filter("declared")
    every = listed if listed.height else network.node(ESTABLISHMENT.name)
    return applicant(network, every.sort("name", "id", nulls_last=True)["id"].to_list())


def _short(criterion: Criterion, most: int = 30) -> str:
    """Name a criterion in a few words: what it is about, or how its text begins."""
    themes = [THEMES[theme] for theme in criterion.themes]
    words = ", ".join(themes) or criterion.sentence
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _texts(criteria: Sequence[Criterion], known: Sequence[Criterion]) -> None:
    with st.expander("Le texte des critères, et leur numéro dans les autres versions"):
        for criterion in criteria:
            st.markdown(f"**{plain(criterion.name)}**  \n« {plain(criterion.sentence)} »")
            same = elsewhere(criterion, known)
            st.caption(
                plain(f"Portée : {scope_of(criterion)}. {basis_of(criterion)}.")
                + (plain(f" Correspond à {same} (proposition de netmap).") if same else "")
            )


def _cells(network: Network, matrix: Matrix) -> tuple[Criterion, str] | None:
    """Show the matrix, and give the cell that is opened."""
    names = {school: network.caption(school) for school in matrix.ground.schools}
    codes = [criterion.code for criterion in matrix.criteria]
    frame = pl.DataFrame(
        {"Établissement": list(names.values())}
        | {c.code: [_told(matrix.cell(c, school)) for school in matrix.ground.schools] for c in matrix.criteria}
    )
    event = st.dataframe(
        frame,
        hide_index=True,
        height=ROW * min(frame.height + 1, MOST_ROWS) + 3,
        on_select="rerun",
        selection_mode="single-cell",
        key=f"matrice-{'-'.join(codes)}-{len(names)}",
        column_config={"Établissement": st.column_config.TextColumn(width=320)}
        | {code: st.column_config.TextColumn(width=225) for code in codes},
        alt="Critères par établissement",
    )
    cells: Sequence[tuple[int, str]] = event["selection"]["cells"]
    row, column = cells[0] if cells and cells[0][0] < len(names) else (None, "")
    schools = list(names)
    left, right = st.columns(2, gap="medium")
    asked = st.query_params.get("ouvre", "")
    code, _, school = asked.partition("@")
    at = row if row is not None else schools.index(school) if school in schools else 0 if len(schools) == 1 else None
    chosen = left.selectbox(
        "Ouvrir les pièces de",
        schools,
        index=at,
        format_func=lambda one: names[one],
        placeholder="Cliquez une case, ou choisissez un établissement ici",
        key=f"case-etablissement-{at}-{len(schools)}",
    )
    rank = codes.index(column) if column in codes else codes.index(code) if code in codes else 0
    criterion = right.selectbox("Pour le critère", codes, index=rank, key=f"case-critere-{rank}-{'-'.join(codes)}")
    session.in_url("ouvre", f"{criterion}@{chosen}" if chosen else None)
    return (matrix.criteria[codes.index(criterion)], chosen) if chosen else None


def _told(cell: Cell) -> str:
    """Tell a cell in a few words: its state, how many pieces, how far they are proved, how fresh."""
    sign = SIGNS[cell.state]
    if cell.state is not State.PROOF:
        return f"{sign} {cell.state}"
    latest = f", {day(cell.latest)}" if cell.latest else ""
    return f"{sign} {counted(cell.pieces, 'pièce', 'pièces')}{proved(cell)}{latest}"
