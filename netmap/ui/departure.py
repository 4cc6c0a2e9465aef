"""What if they left? One chooses who, and sees who would be alone, what to replace, who could take over; nothing is changed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

import polars as pl
import streamlit as st

from netmap.domain import CAMPUS, MEMBER_OF
from netmap.export import file_name, table_csv, table_xlsx
from netmap.export.departure import HONEST, Loss, departure_document, departure_sentence, departure_table, joined_sentence, loss, tables
from netmap.export.document import document_docx, document_pdf
from netmap.measures.departure import ACTORS, Contact, departure, functions
from netmap.measures.leaders import boards
from netmap.measures.study import Study
from netmap.network import Network
from netmap.ui import session
from netmap.ui.asking import scope_asked
from netmap.ui.strength import study_on
from netmap.ui.tables import table
from netmap.ui.writing import address, counted, plain

TITLE = "Et si ce partenaire partait ?"
_WIDTHS = {
    "Établissement": 230,
    "Autres partenaires signataires": 190,
    "Membre": 190,
    "Resterait membre de": 220,
    "Autres de ses filières": 220,
}
_LISTED, _NEAR, _APART = 20_000, 5, "\n"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def page() -> None:
    """Show the page."""
    session.opening(TITLE)
    network = session.network()
    if network.is_empty:
        session.answered("Le réseau est vide : chargez l’exemple ou importez vos fichiers.")
        session.link("accueil", "Aller à l’accueil")
        return
    held = st.container()
    columns = st.columns([6, 3, 5], gap="medium", vertical_alignment="bottom")
    scope = scope_asked(network, columns[0], "et-si-perimetre")
    on = columns[1].date_input("À la date du", value=session.asked_on(), format="DD/MM/YYYY", key="et-si-on")
    session.in_url("on", on.isoformat() if on != date.today() else None)  # noqa: DTZ011 - the day of this computer is the user's
    groups = columns[2].checkbox(
        "Avec ce qui en fait partie (sites, filiales…)", value=st.query_params.get("seul") != "oui", key="et-si-groupe"
    )
    session.in_url("seul", None if groups else "oui")
    study = study_on(network, on)
    actors, contacts = _asked(network, study, on)
    if not actors and not contacts:
        with held:
            session.answered("Choisissez qui partirait : un partenaire, un groupe, un campus, ou la personne qui suit des relations.")
        _proposals(network, study, _persons(session.stamp(network), on, study))
        return
    told = loss(departure(study, actors, contacts, groups=groups), scope)
    with held:
        session.answered(departure_sentence(told))
        st.caption(plain(HONEST))
    if st.button("Revenir au réseau entier"):
        _choose((), ())
        st.rerun()
    _shown(told)
    _downloads(told)


def _asked(network: Network, study: Study, on: date) -> tuple[tuple[str, ...], tuple[Contact, ...]]:
    _follow_url()
    partners = _partners(session.stamp(network), on, study)
    persons = _persons(session.stamp(network), on, study)
    asked = [one for one in st.query_params.get_all("sans") if one in partners or _known(network, one)]
    options = [*partners, *(one for one in asked if one not in partners)]
    chosen: Sequence[str] = st.multiselect(
        "Qui partirait",
        options,
        default=asked,
        format_func=lambda i: partners.get(i) or address(i, network.caption(i)),
        placeholder="Partenaire, groupe, campus, réseau, établissement",
        select_all=False,
        key=f"et-si-acteurs-{_round()}",
    )
    told = [one for one in st.query_params.get_all("personne") if one in persons]
    people: Sequence[str] = st.multiselect(
        "Ou quelle personne, par sa fonction",
        list(persons),
        default=told,
        format_func=lambda i: persons[i],
        placeholder="Fonction qui suit des conventions ou des partenariats",
        help="Ses relations seraient perdues si personne ne les reprenait.",
        select_all=False,
        key=f"et-si-personnes-{_round()}",
    )
    _in_url(chosen, people)
    contacts = tuple(Contact(function, school) for school, _, function in (one.partition(_APART) for one in people))
    return tuple(chosen), contacts


def _round() -> int:
    """Count the times all was put back: the fields are then new ones."""
    return int(st.session_state.get("_et_si", 0))


def _in_url(actors: Sequence[str], people: Sequence[str]) -> None:
    """Write who would leave in the URL, and remember it."""
    st.query_params["sans"], st.query_params["personne"] = list(actors), list(people)
    st.session_state["_et_si_dit"] = (list(actors), list(people))


def _follow_url() -> None:
    """Begin with new fields when a link brought another choice than the one they hold."""
    said = (st.query_params.get_all("sans"), st.query_params.get_all("personne"))
    if st.session_state.get("_et_si_dit", said) != said:
        st.session_state["_et_si"] = _round() + 1


def _choose(actors: Sequence[str], people: Sequence[str]) -> None:
    _in_url(actors, people)
    st.session_state["_et_si"] = _round() + 1


def _known(network: Network, identifier: str) -> bool:
    kind = identifier.partition(":")[0]
    return kind in ACTORS and not network.node(kind).filter(pl.col("id") == identifier).is_empty()


@st.cache_data(max_entries=8, show_spinner=False)
def _partners(stamp: tuple[str, int], on: date, _study: Study) -> dict[str, str]:  # noqa: ARG001 - the keys of what is kept
    """Give those who can leave, the most tied first; heads of groups and campuses, tied or not, after them."""
    ties = _study.ties.pairs.group_by("partner").agg(pl.len().alias("ties"))
    names = _study.network.captions.filter(pl.col("kind").is_in(list(ACTORS)))
    ranked = names.join(ties, left_on="id", right_on="partner", how="left").with_columns(pl.col("ties").fill_null(0))
    held = ranked.sort(["ties", "caption", "id"], descending=[True, False, False]).head(_LISTED)
    return {i: address(i, c) for i, c in held.select("id", "caption").iter_rows()}


@st.cache_data(max_entries=8, show_spinner=False)
def _persons(stamp: tuple[str, int], on: date, _study: Study) -> dict[str, str]:  # noqa: ARG001 - the keys of what is kept
    found = functions(_study).head(_LISTED)
    caption = dict(_study.network.captions.select("id", "caption").iter_rows())
    return {
        f"{school}{_APART}{function}": f"{function}, {caption.get(school, school)} ({counted(number, 'relation', 'relations')})"
        for school, function, number in found.iter_rows()
    }


def _proposals(network: Network, study: Study, persons: Mapping[str, str]) -> None:
    """Propose where to start: bridging actors, shared partners, campuses with most members, persons who follow most."""
    st.subheader("Par où commencer", anchor=False)
    told: list[tuple[str, list[tuple[str, dict[str, str]]]]] = []
    for board in boards(study, None, _NEAR)[:2]:
        told.append((board.title, [(f"{network.caption(one.actor)} : {one.why}", {"sans": one.actor}) for one in board.leaders]))
    members = network.link(MEMBER_OF.name).filter(pl.col("target").str.starts_with(f"{CAMPUS.name}:"))
    campuses = (
        members.group_by("target").agg(pl.col("source").n_unique().alias("members")).sort(["members", "target"], descending=[True, False])
    )
    rows = campuses.head(_NEAR).iter_rows()
    told.append(("Campus", [(f"{network.caption(i)} : {counted(n, 'membre', 'membres')}", {"sans": i}) for i, n in rows]))
    told.append(("Personnes qui suivent le plus de relations", [(words, {"personne": i}) for i, words in list(persons.items())[:_NEAR]]))
    filled = [(title, links) for title, links in told if links]
    if not filled:
        st.markdown("Aucun lien vivant ni campus n’est connu à cette date : personne dont le départ coûterait quelque chose.")
    columns = st.columns(2, gap="large")
    for rank, (title, links) in enumerate(filled):
        with columns[rank % 2]:
            st.markdown(f"**{plain(title)}**")
            for words, query in links:
                session.link("et-si", words, **query)


def _shown(told: Loss) -> None:
    for title, frame, empty in sorted(tables(told), key=lambda one: one[1].is_empty()):
        if frame.is_empty() and not empty:
            continue
        st.subheader(f"{title} ({frame.height})", anchor=False)
        if frame.is_empty():
            st.markdown(plain(empty))
        else:
            table(frame, alt=title, widths=_WIDTHS, most=300, wrapped=frame.columns[0] == "Membre")
    st.markdown(plain(joined_sentence(told)))


def _downloads(told: Loss) -> None:
    written: tuple[tuple[str, str, str, Callable[[Loss], bytes]], ...] = (
        ("Télécharger (Word)", "docx", _DOCX, _docx),
        ("Télécharger (PDF)", "pdf", "application/pdf", _pdf),
        ("Télécharger (Excel)", "xlsx", _XLSX, _xlsx),
        ("Télécharger (CSV)", "csv", "text/csv", _csv),
    )
    with st.container(horizontal=True):
        for label, ending, mime, write in written:
            name = file_name(f"et si {' '.join(told.names[:2])}", ending, told.departure.study.on)
            st.download_button(label, partial(write, told), name, mime, on_click="ignore", key=f"et-si-{ending}")


def _docx(told: Loss) -> bytes:
    return document_docx(departure_document(told))


def _pdf(told: Loss) -> bytes:
    return document_pdf(departure_document(told))


def _xlsx(told: Loss) -> bytes:
    return table_xlsx(departure_table(told), "Et si")


def _csv(told: Loss) -> bytes:
    return table_csv(departure_table(told))
