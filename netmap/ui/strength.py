"""Would the network hold? Indicators of a part on a date, who counts most, what would be left if partners left, what changed."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from textwrap import shorten

import polars as pl
import streamlit as st

from netmap.export import file_name, table_csv, table_xlsx
from netmap.export.document import document_docx, document_pdf
from netmap.export.strength import (
    HONEST,
    Review,
    board_table,
    community_table,
    rank_of,
    review,
    strength_document,
    strength_sentence,
    strength_table,
    why_changed,
)
from netmap.measures.evolution import past_dates, series
from netmap.measures.strength import Reading, Strength
from netmap.measures.study import Study
from netmap.network import Network
from netmap.ui import session
from netmap.ui.asking import scope_asked
from netmap.ui.charts import Line, curves, small_multiples
from netmap.ui.tables import openable, table
from netmap.ui.writing import counted, day, grouped, plain, read_day

TITLE = "Le réseau tiendrait-il si des partenaires partaient ?"
_WIDTHS = {"Indicateur": 165, "Valeur": 100, "Rang": 80, "Pourquoi": 260, "Que faire": 260}
_AS_KNOWN = "Lu d’après ce que l’on sait aujourd’hui : une convention saisie tard compte à ses propres dates."
_EARLIEST = date(1970, 1, 1)  # a date field goes back ten years unless told
_LONG = 110  # letters of what to do in the table: a ticked line says all of it
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Studied:
    """Hold a review and how long it took, in seconds, on how many actors and ties."""

    review: Review
    seconds: float
    actors: int
    ties: int


def page() -> None:
    """Show the page."""
    session.opening(TITLE)
    network = session.network()
    if network.is_empty:
        session.answered("Le réseau est vide : chargez l’exemple ou importez vos fichiers.")
        session.link("accueil", "Aller à l’accueil")
        return
    held = st.container()
    scope, on, since = _filters(network)
    with st.spinner("Calcul des indicateurs…"):
        found = _studied(session.stamp(network), scope, on, since, network)
    told = found.review
    with held:
        session.answered(strength_sentence(told))
        st.caption(plain(HONEST))
        session.links_of(scope, on, left_out="solidite")
    _changed(network, told)
    _indicators(network, told)
    st.caption(plain(_took(found)))
    _downloads(told)
    _departures(told)
    _boards(network, told)
    _communities(network, told)
    _evolution(network, scope, on)


def study_on(network: Network, on: date) -> Study:
    """Give the network studied on a date, its measures kept from one page to the other."""
    return _study(session.stamp(network), on, network)


@st.cache_resource(max_entries=6, show_spinner=False)
def _study(stamp: tuple[str, int], on: date, _network: Network) -> Study:  # noqa: ARG001 - the keys of what is kept
    return Study(_network, on)


@st.cache_resource(max_entries=12, show_spinner=False)
def _studied(
    stamp: tuple[str, int],  # noqa: ARG001 - the keys of what is kept
    scope: str | None,
    on: date,
    since: date | None,
    _network: Network,
) -> Studied:
    start = time.perf_counter()
    study = study_on(_network, on)
    told = review(study, scope, since)
    graph = study.actors.graph
    return Studied(told, time.perf_counter() - start, graph.size, len(graph.one))


@st.cache_resource(max_entries=6, show_spinner=False)
def _series(
    stamp: tuple[str, int],  # noqa: ARG001 - the keys of what is kept
    scope: str | None,
    on: date,
    _network: Network,
) -> list[tuple[date, Strength]]:
    return series(_network, scope, past_dates(on))


def _took(found: Studied) -> str:
    seconds = f"{found.seconds:.1f}".replace(".", ",")
    said = f"Calculé en {seconds} s, sur {grouped(found.actors)} acteurs et {grouped(found.ties)} liens lus en une fois."
    sampled = found.review.strength.sampled
    return f"{said} Acteurs passerelles estimés à partir de {sampled} d’entre eux." if sampled else said


def _filters(network: Network) -> tuple[str | None, date, date | None]:
    columns = st.columns([6, 3, 3, 3], gap="medium", vertical_alignment="bottom")
    scope = scope_asked(network, columns[0], "solidite-perimetre")
    asked = session.asked_on()
    on = columns[1].date_input("À la date du", value=asked, min_value=min(asked, _EARLIEST), format="DD/MM/YYYY", key="solidite-on")
    given = read_day(st.query_params.get("depuis"))
    since = None
    if columns[2].checkbox("Comparer", value=given is not None, key="solidite-comparer"):
        first = given or past_dates(on, 2, 12)[0]
        least = min(first, _EARLIEST)
        since = columns[3].date_input("Depuis le", value=first, min_value=least, format="DD/MM/YYYY", key="solidite-depuis")
    session.in_url("on", on.isoformat() if on != date.today() else None)  # noqa: DTZ011 - the day of this computer is the user's
    session.in_url("depuis", since.isoformat() if since else None)
    return scope, on, since


def _indicators(network: Network, told: Review) -> None:
    st.subheader("Les indicateurs", anchor=False)
    st.caption(plain(f"Rangs parmi : {told.strength.peers}. Cochez une ligne : définition, formule, qui est concerné."))
    ranked = any(reading.rank for reading in told.strength.readings)
    for rank, family in enumerate(dict.fromkeys(reading.indicator.family for reading in told.strength.readings)):
        readings = [reading for reading in told.strength.readings if reading.indicator.family == family]
        st.markdown(f"**{plain(family)}**")
        frame = pl.DataFrame([_row(reading) for reading in readings])
        shown = frame if ranked else frame.drop("Rang")
        at = table(shown, alt=f"Indicateurs de solidité : {family}", key=f"solidite-indicateurs-{rank}", widths=_WIDTHS, wrapped=True)
        if at is not None:
            _told(network, readings[at])


def _told(network: Network, reading: Reading) -> None:
    """Tell all of an indicator: what it is, how it is counted, what to do, whom it is about."""
    one = reading.indicator
    with st.container(border=True):
        st.markdown(f"**{plain(one.label)}** : {plain(one.definition)}")
        st.markdown(plain(f"Formule : {one.formula}"))
        if reading.value is not None:
            st.markdown(plain(f"Compté : {grouped(round(reading.part))} sur {grouped(round(reading.whole))} {one.out_of}."))
        st.markdown(plain(reading.why))
        st.markdown(plain(f"Que faire : {reading.advice}"))
        with st.container(horizontal=True):
            for identifier in reading.about:
                session.sheet_link(identifier, network.caption(identifier))


def _row(reading: Reading) -> dict[str, str]:
    return {
        "Indicateur": reading.indicator.label,
        "Valeur": reading.shown,
        "Rang": rank_of(reading),
        "Pourquoi": reading.why,
        "Que faire": shorten(reading.advice, _LONG, placeholder=" …"),
    }


def _departures(told: Review) -> None:
    st.subheader("Si les partenaires partaient", anchor=False)
    session.link("et-si", "Choisir qui partirait, et voir ce qui serait perdu")
    if not told.curves:
        st.markdown("Aucun partenaire vivant dans ce périmètre : rien ne peut partir.")
        return
    tied = counted(told.curves[0].establishments, "établissement qui a", "établissements qui ont")
    st.caption(plain(f"Parts de {tied} un partenaire à cette date : ce qui leur reste à mesure que des partenaires partent."))
    columns = st.columns(2, gap="large")
    for column, name, said in (
        (columns[0], "joined", "Établissements encore reliés entre eux"),
        (columns[1], "served", "Établissements ayant encore un partenaire"),
    ):
        with column:
            curves(said, [Line(one.label, one.gone, getattr(one, name)) for one in told.curves])
    with st.expander("Les mêmes courbes en tableau"):
        table(_curve_table(told), alt="Ce qui reste quand des partenaires partent")


def _curve_table(told: Review) -> pl.DataFrame:
    rows: list[dict[str, str | int]] = []
    for one in told.curves:
        for wanted in range(0, 100, 10):
            at = min(range(len(one.gone)), key=lambda i, share=wanted / 100, gone=one.gone: abs(gone[i] - share))
            rows.append(
                {
                    "Ordre des départs": one.label,
                    "Partenaires partis (%)": round(100 * one.gone[at]),
                    "Établissements reliés (%)": round(100 * one.joined[at]),
                    "Établissements ayant un partenaire (%)": round(100 * one.served[at]),
                }
            )
    return pl.DataFrame(rows).unique(maintain_order=True)


def _boards(network: Network, told: Review) -> None:
    st.subheader("Qui compte le plus", anchor=False)
    filled = [board for board in told.boards if board.leaders]
    if not filled:
        st.markdown("Aucun lien vivant : personne à classer.")
        return
    for tab, board in zip(st.tabs([board.title for board in filled]), filled, strict=True):
        with tab:
            st.caption(plain(board.help))
            names = [{one.actor: network.caption(one.actor)} for one in board.leaders]
            openable(board_table(network, board), names, alt=board.title, key=f"solidite-{board.name}")


def _communities(network: Network, told: Review) -> None:
    st.subheader("Les communautés de tout le réseau", anchor=False)
    groups = told.grouping
    if not groups.communities:
        st.markdown("Aucun lien vivant : pas de communauté.")
        return
    alone = f" {counted(groups.alone, 'établissement n’a', 'établissements n’ont')} aucun lien vivant." if groups.alone else ""
    st.caption(
        plain(
            "Ensembles d’acteurs plus liés entre eux qu’avec les autres, nommés par leur territoire et leur filière dominants. Le calcul "
            f"part toujours du même tirage ; la stabilité dit ce qu’on en retrouve avec d’autres.{alone}"
        )
    )
    table(community_table(network, groups), alt="Communautés", widths={"Lesquels": 420, "Stabilité": 330})


def _changed(network: Network, told: Review) -> None:
    """Say what changed since the date compared to, and why; nothing when there is none."""
    changes = told.evolution
    if changes is None:
        return
    st.subheader(f"Ce qui a changé depuis le {day(changes.since)}", anchor=False)
    st.caption(_AS_KNOWN)
    for sentence in why_changed(network, changes):
        st.markdown(f"- {plain(sentence)}")
    rows = [(c.indicator.label, c.indicator.show(c.before), c.indicator.show(c.after), c.told, c.direction) for c in changes.changes]
    headings = ("Indicateur", f"Au {day(changes.since)}", f"Au {day(changes.on)}", "Différence", "Sens")
    table(pl.DataFrame(rows, schema=[(name, pl.String) for name in headings], orient="row"), alt="Ce qui a changé")


def _evolution(network: Network, scope: str | None, on: date) -> None:
    st.subheader("L’évolution", anchor=False)
    st.caption(f"{_AS_KNOWN} Un point absent : non renseigné. Pour deux dates de votre choix : « Comparer », en haut de la page.")
    if not st.toggle("Montrer les indicateurs tous les six mois", key="solidite-series"):
        return
    with st.spinner("Calcul des dates passées…"):
        dated = _series(session.stamp(network), scope, on, network)
    small_multiples(dated)


def _downloads(told: Review) -> None:
    written: tuple[tuple[str, str, str, Callable[[Review], bytes]], ...] = (
        ("Télécharger (Word)", "docx", _DOCX, _docx),
        ("Télécharger (PDF)", "pdf", "application/pdf", _pdf),
        ("Télécharger (Excel)", "xlsx", _XLSX, _xlsx),
        ("Télécharger (CSV)", "csv", "text/csv", _csv),
    )
    with st.container(horizontal=True):
        for label, ending, mime, write in written:
            name = file_name(f"solidite {told.strength.name}", ending, told.on)
            st.download_button(label, partial(write, told), name, mime, on_click="ignore", key=f"solidite-{ending}")


def _docx(told: Review) -> bytes:
    return document_docx(strength_document(told))


def _pdf(told: Review) -> bytes:
    return document_pdf(strength_document(told))


def _xlsx(told: Review) -> bytes:
    return table_xlsx(strength_table(told), "Solidité")


def _csv(told: Review) -> bytes:
    return table_csv(strength_table(told))
