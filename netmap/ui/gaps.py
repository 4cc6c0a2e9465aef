"""Where is a partner missing? What is lacking in a scope, out of how many, what to do; the matrices; whom to propose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import polars as pl
import streamlit as st

from netmap.answer import Answer
from netmap.export import file_name
from netmap.export.document import Document, document_docx, document_pdf
from netmap.export.gaps import HONEST, Gap, gaps_document
from netmap.network import Network
from netmap.question import Params, Question
from netmap.ui import matrix, proposals, session
from netmap.ui.asking import answered, scope_asked
from netmap.ui.writing import counted, day, plain
from netmap.values import counted_or
from queries import (
    BARE_CAMPUSES,
    CONVENTIONS_TO_RENEW,
    CRITERION_4_GRID,
    ESTABLISHMENT_BY_THEME,
    FILIERE_BY_KIND,
    FILIERE_BY_THEME,
    INCOMPLETE_CONVENTIONS,
    MISSING_BUREAUS,
    PARTNERS_WITHOUT_CONVENTION,
    SINGLE_CONTACTS,
    SINGLE_TIES,
    SOLICITED_COMPANIES,
    SUGGESTED_PARTNERS,
    TERRITORY_BY_FILIERE,
    UNCOVERED_FILIERES,
    UNDECLINED_FRAMEWORKS,
    UNJOINED_NETWORKS,
)

_DOCX, _PDF = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf"
TITLE = "Où manque-t-il un partenaire ?"


@dataclass(frozen=True, slots=True)
class Sought:
    """Hold a question about what is missing and how to count its rows: those that are sure, and those where something is not said.

    `unsure` tells the second ones, `unsaid` how to count them; a question without it only finds what is sure.
    """

    question: Question
    one: str
    several: str
    unsure: pl.Expr | None = None
    unsaid: tuple[str, str] = ("", "")

    def counts(self, rows: pl.DataFrame) -> tuple[int, int]:
        """Count the rows that are sure and those that are not."""
        if self.unsure is None:
            return rows.height, 0
        unsure = int(rows.select(self.unsure.fill_null(value=False).sum()).item())
        return rows.height - unsure, unsure


@dataclass(frozen=True, slots=True)
class Found:
    """Hold what a question found: its answer, how many rows are sure, how many are to complete first."""

    sought: Sought
    answer: Answer
    sure: int
    unsure: int

    @property
    def told(self) -> str:
        """Say how many were found; what is not said is told apart, never as missing."""
        sure = counted_or(self.sure, "", self.sought.one, self.sought.several)
        return " ; ".join(filter(None, (sure, counted_or(self.unsure, "", *self.sought.unsaid))))


_TO_COMPLETE = pl.col("unknown") > 0
_FOUND: tuple[tuple[str, tuple[Sought, ...]], ...] = (
    (
        "Des partenaires à trouver",
        (
            Sought(
                UNCOVERED_FILIERES,
                "filière sans convention en vigueur",
                "filières sans convention en vigueur",
                _TO_COMPLETE | ~pl.col("said"),
                ("filière sans convention connue, à compléter d’abord", "filières sans convention connue, à compléter d’abord"),
            ),
            Sought(
                SINGLE_TIES,
                "filière tenue par une seule entreprise",
                "filières tenues par une seule entreprise",
                _TO_COMPLETE,
                (
                    "filière à une seule entreprise connue, à compléter d’abord",
                    "filières à une seule entreprise connue, à compléter d’abord",
                ),
            ),
            Sought(
                BARE_CAMPUSES,
                "filière d’un campus sans partenaire",
                "filières de campus sans partenaire",
                _TO_COMPLETE | (pl.col("all") == 0),
                (
                    "filière d’un campus sans partenaire connu, à compléter d’abord",
                    "filières de campus sans partenaire connu, à compléter d’abord",
                ),
            ),
            Sought(UNJOINED_NETWORKS, "filière hors d’un campus ou réseau à portée", "filières hors d’un campus ou réseau à portée"),
            Sought(UNDECLINED_FRAMEWORKS, "accord-cadre que personne ne décline", "accords-cadres que personne ne décline"),
        ),
    ),
    (
        "Des partenariats à consolider",
        (
            Sought(PARTNERS_WITHOUT_CONVENTION, "partenariat sans convention", "partenariats sans convention"),
            Sought(CONVENTIONS_TO_RENEW, "convention sans suite engagée", "conventions sans suite engagée"),
            Sought(INCOMPLETE_CONVENTIONS, "convention incomplète", "conventions incomplètes"),
            Sought(SINGLE_CONTACTS, "partenaire connu d’une seule personne", "partenaires connus d’une seule personne"),
            Sought(SOLICITED_COMPANIES, "entreprise très sollicitée", "entreprises très sollicitées"),
            Sought(
                MISSING_BUREAUS,
                "établissement sans bureau des entreprises",
                "établissements sans bureau des entreprises",
                pl.col("bureau").is_null(),
                (
                    "établissement dont le bureau des entreprises n’est pas renseigné",
                    "établissements dont le bureau des entreprises n’est pas renseigné",
                ),
            ),
        ),
    ),
)
_MATRICES = {
    "Filière × sorte de partenaire": FILIERE_BY_KIND,
    "Filière × thème": FILIERE_BY_THEME,
    "Établissement × thème": ESTABLISHMENT_BY_THEME,
    "Territoire × filière": TERRITORY_BY_FILIERE,
}


def page() -> None:
    """Show the page."""
    session.opening(TITLE)
    network = session.network()
    if network.is_empty:
        session.answered("Le réseau est vide : chargez l’exemple ou importez vos fichiers.")
        session.link("accueil", "Aller à l’accueil")
        return
    held = st.container()
    on, scope = _filters(network)
    found = [case for title, asked in _FOUND for case in _gaps(network, title, asked, on, scope)]
    sentence = _sentence(network, found, on, scope)
    with held:
        session.answered(sentence)
        st.caption(HONEST)
        session.links_of(scope, on, left_out="manques")
        _downloads(network, sentence, found, on, scope)
    _criterion(network, on, scope)
    _matrices(network, on, scope)
    proposals.show(network, SUGGESTED_PARTNERS, _asked(SUGGESTED_PARTNERS, on, scope))


def _sentence(network: Network, found: Sequence[Found], on: date, scope: str | None) -> str:
    waiting, unsaid = sum(case.sure > 0 for case in found), sum(not case.sure for case in found)
    where = f"« {network.caption(scope)} »" if scope else "tout le réseau"
    total = sum(_fits(sought.question, scope) for _, asked in _FOUND for sought in asked)
    more = f" ; pour {counted(unsaid, 'autre', 'autres')}, il faut d’abord compléter" if unsaid else ""
    if not waiting:
        return f"Au {day(on)}, pour {where}, aucun manque connu sur les {total} cherchés{more}."
    return f"Au {day(on)}, pour {where} : {counted(waiting, 'sorte de manque', 'sortes de manques')} sur {total} cherchées{more}."


def _filters(network: Network) -> tuple[date, str | None]:
    left, right = st.columns([3, 8], gap="medium", vertical_alignment="bottom")
    on = left.date_input("À la date du", value=session.asked_on(), format="DD/MM/YYYY", key="manques-on")
    placeholder = "Tout le réseau : choisissez un établissement, un réseau, un campus, un territoire ou une filière"
    scope = scope_asked(network, right, "manques-scope", name="scope", placeholder=placeholder)
    session.in_url("on", on.isoformat() if on != date.today() else None)  # noqa: DTZ011 - the day of this computer is the user's
    return on, scope


def _asked(question: Question, on: date, scope: str | None) -> Params:
    params = {parameter.name: parameter.default(on) for parameter in question.parameters}
    return {**params, "on": on, "scope": scope}


def _fits(question: Question, scope: str | None) -> bool:
    return scope is None or scope.partition(":")[0] in question.parameter("scope").kind.split("|")


def _gaps(network: Network, title: str, asked: Sequence[Sought], on: date, scope: str | None) -> list[Found]:
    """Show what some questions found, one box each, then those that found nothing; give what was found."""
    st.subheader(title, anchor=False)
    said = {"on": on.isoformat()} | ({"scope": scope} if scope else {})
    answers = [
        (sought, answered(network, sought.question, _asked(sought.question, on, scope)))
        for sought in asked
        if _fits(sought.question, scope)
    ]
    found = [Found(sought, answer, *sought.counts(answer.rows)) for sought, answer in answers if answer.rows.height]
    for case in found:
        with st.container(border=True, gap=None):
            session.link(case.answer.question.name, case.told, **said)
            st.caption(plain(" ".join(filter(None, (case.answer.denominator, _to_do(case.answer))))))
    empty = [answer for _, answer in answers if answer.rows.is_empty()]
    if empty:
        with st.expander(f"Cherché sans rien trouver ({len(empty)})"):
            for answer in empty:
                session.link(answer.question.name, answer.question.title, **said)
                st.caption(plain(" ".join(filter(None, (answer.question.empty, answer.denominator)))))
    return found


def _downloads(network: Network, sentence: str, found: Sequence[Found], on: date, scope: str | None) -> None:
    """Offer the whole page as a document: what one takes to a meeting."""
    gaps = [Gap(case.told, case.answer, _to_do(case.answer)) for case in found]
    grid, proposed = (answered(network, q, _asked(q, on, scope)) for q in (CRITERION_4_GRID, SUGGESTED_PARTNERS))
    written = partial(gaps_document, network, sentence, on, gaps, grid, proposed)
    name = f"manques {network.caption(scope) if scope else 'tout le réseau'}"
    with st.container(horizontal=True):
        for label, ending, mime, write in (
            ("Télécharger (Word)", "docx", _DOCX, document_docx),
            ("Télécharger (PDF)", "pdf", _PDF, document_pdf),
        ):
            st.download_button(
                label,
                partial(_file, write, written),
                file_name(name, ending, on),
                mime,
                on_click="ignore",
                key=f"manques-{ending}",
            )


def _file(write: Callable[[Document], bytes], written: Callable[[], Document]) -> bytes:
    return write(written())


def _to_do(answer: Answer) -> str:
    """Say the advice that most rows give."""
    if answer.rows.is_empty():
        return ""
    advice = answer.rows["advice"].value_counts().sort("count", "advice", descending=[True, False])["advice"][0]
    return f"Que faire : {str(advice)[:1].lower()}{str(advice)[1:]}"


def _criterion(network: Network, on: date, scope: str | None) -> None:
    st.subheader("Le critère 2023/4, case par case", anchor=False)
    answer = answered(network, CRITERION_4_GRID, _asked(CRITERION_4_GRID, on, scope))
    st.caption(plain(f"{answer.denominator} {CRITERION_4_GRID.help}"))
    matrix.show(network, answer, ("circle", "domain"), on, scope, key="critere4")


def _matrices(network: Network, on: date, scope: str | None) -> None:
    st.subheader("Les matrices", anchor=False)
    names = [name for name, question in _MATRICES.items() if _fits(question, scope)]
    asked = st.query_params.get("matrice")
    chosen = st.selectbox("Matrice", names, index=names.index(asked) if asked in names else 0, key="manques-matrice")
    session.in_url("matrice", chosen if chosen != names[0] else None)
    question = _MATRICES[chosen]
    answer = answered(network, question, _asked(question, on, scope))
    if answer.denominator:
        st.caption(plain(answer.denominator))
    keys = (question.columns[0].name, question.columns[1].name)
    matrix.show(network, answer, keys, on, scope, key=f"matrice-{question.name}")
