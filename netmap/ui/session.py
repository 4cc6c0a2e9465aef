"""What a page holds of the session: the store, the network, the date asked for, the person's name, the other pages.

Filters live in the URL, so that a page can be sent to a colleague; the person's name never does.
"""

import os
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import streamlit as st

from netmap.errors import NetmapError, StoreError
from netmap.lots.corrections import now
from netmap.network import Network
from netmap.stores import Store, is_server, open_store
from netmap.ui.writing import key_of, plain, read_day

DEFAULT_STORE = "reseau.netmap"
_PAGES, _SAID, _AUTHOR = "_pages", "_said", "_author"


@st.cache_resource(max_entries=8, show_spinner=False)
def _opened(location: str) -> Store:
    return open_store(location, create=True)


def store() -> Store:
    """Open once the network that NETMAP_STORE names, made when it is missing; one that is lost later is not made again."""
    held = _opened(os.environ.get("NETMAP_STORE") or DEFAULT_STORE)
    if not is_server(held.location) and not Path(held.location).exists():
        raise StoreError(
            f"Le réseau « {held.location} » n’est plus à sa place : remettez le fichier, ou relancez netmap pour en commencer un autre."
        )
    return held


def network() -> Network:
    """Give the network as it is now; the store folds it once a version."""
    return store().network()


def stamp(held: Network) -> tuple[str, int]:
    """Name the content of a network, for what is computed once a version."""
    return store().location, held.version


def asked_on() -> date:
    """Give the date of the URL, today without one."""
    return read_day(st.query_params.get("on")) or date.today()  # noqa: DTZ011 - the day of this computer is the user's


def in_url(name: str, value: str | None) -> None:
    """Write a filter in the URL, or take it out when it says nothing."""
    if value:
        if st.query_params.get(name) != value:
            st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def author() -> str:
    """Give the person's name as typed in the sidebar, "" when it was not."""
    return str(st.session_state.get(_AUTHOR, "")).strip()


def ask_author() -> None:
    """Ask for the person's name; it signs what this session changes."""
    typed = st.text_input(
        "Votre nom",
        value=author(),
        max_chars=80,
        key="votre_nom",
        help="Il signe les imports et les corrections que vous validez. Facultatif.",
    )
    st.session_state[_AUTHOR] = typed or ""


def at() -> str:
    """Give the instant of an act."""
    return now()


def register(pages: dict[str, Any]) -> None:
    """Keep the pages of this run, by the names that links use."""
    st.session_state[_PAGES] = pages


def link(name: str, label: str, **query: str) -> None:
    """Show a link to a page of ours, its filters in the URL."""
    st.page_link(st.session_state[_PAGES][name], label=plain(label), query_params=query or None)


def links_of(scope: str | None, on: date, *, left_out: str = "") -> None:
    """Show the way from a part of the network to what is said of it elsewhere: its gaps, its strength, its sheet."""
    said = {"on": on.isoformat()} if on != date.today() else {}  # noqa: DTZ011 - the day of this computer is the user's
    with st.container(horizontal=True):
        for name, label, parameter in (("manques", "Ses manques", "scope"), ("solidite", "Sa solidité", "perimetre")):
            if name != left_out:
                link(name, label, **said, **({parameter: scope} if scope else {}))
        if scope and left_out != "fiche":
            link("fiche", "Sa fiche", id=scope, **said)


def go(name: str, **query: str) -> None:
    """Open a page of ours."""
    st.switch_page(st.session_state[_PAGES][name], query_params=query or None)


def sheet_of(identifier: str) -> str:
    """Name the page that shows a node: conventions have their own."""
    return "convention" if identifier.startswith("Convention:") else "fiche"


def sheet_link(identifier: str, label: str) -> None:
    """Show a link to the sheet of a node."""
    link(sheet_of(identifier), key_of(identifier) if label == identifier.partition(":")[2] else label, id=identifier)


def say(sentence: str) -> None:
    """Keep a sentence to be shown at the top of the next run: what has just been done."""
    st.session_state[_SAID] = sentence


def show_said() -> None:
    """Show once the sentence kept by `say`."""
    held = st.container()  # always there: what follows keeps its place, and the page does not blink
    sentence = st.session_state.pop(_SAID, "")
    if sentence:
        held.success(plain(sentence))


def shown_on(bar: Any) -> Callable[[str, float], None]:  # noqa: ANN401 - an element of Streamlit
    """Give the function that shows the steps of a long work on a progress bar."""

    def step(sentence: str, share: float) -> None:
        bar.progress(share, plain(sentence))

    return step


def guarded(body: Callable[[], None]) -> Callable[[], None]:
    """Wrap the body of a page: what was just done on top, and an error of ours as its sentence."""

    @wraps(body)
    def page() -> None:
        show_said()
        try:
            body()
        except NetmapError as error:
            st.error(plain(error))

    return page


def opening(title: str) -> None:
    """Open a page by its question."""
    st.title(plain(title), anchor=False)


def answered(sentence: str) -> None:
    """Give the page's answer in one sentence; it may hold words of a file."""
    st.markdown(f"**{plain(sentence)}**")
