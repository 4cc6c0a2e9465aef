"""The frame of every page: navigation, the language of the page, the style, the person's name."""

from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import streamlit as st

from netmap.errors import NetmapError
from netmap.stores import Store, is_server
from netmap.ui import actor, asking, coherence, convention, delegations, evidence, explorer, home, importing, precheck, session
from netmap.ui.writing import plain
from queries import QUESTIONS

_STYLE = """<style>
[data-testid="stMainBlockContainer"] { padding: 2.6rem 3.2rem 3rem; max-width: 1320px; }
h1 { font-size: 1.75rem !important; line-height: 1.25 !important; padding: 0 0 .3rem !important; overflow-wrap: anywhere; }
h3 { font-size: 1.15rem !important; padding: 1.1rem 0 .2rem !important; border-top: 1px solid #e5e5e5; }
[data-testid="stSidebarNav"] a, [data-testid="stSidebarNav"] a * { height: auto; white-space: normal !important; text-overflow: clip; }
[data-testid="stSidebarNav"] a { padding-top: .25rem; padding-bottom: .25rem; line-height: 1.35; }
[data-testid="stSidebarHeader"] { height: 2.2rem; }
[data-testid="stPageLink"] a, [data-testid="stPageLink"] a:hover { padding: 0; background: none; font-weight: 400; }
[data-testid="stPageLink"] a * { white-space: normal !important; font-weight: 400 !important; }
[data-testid="stPageLink"] p { color: #000091; text-decoration: underline; text-underline-offset: 3px; }
[data-testid="stIFrame"] { border: 1px solid #e5e5e5; }
[data-testid="stDeckGlJsonChart"] { border: 1px solid #e5e5e5; }
</style>"""


def main() -> None:
    """Run the page that the URL names."""
    pages = _pages()
    session.register({page.url_path or "accueil": page for group in pages.values() for page in group})
    chosen: Any = st.navigation({name: list(group) for name, group in pages.items()}, expanded=True)
    st.set_page_config(page_title=f"{chosen.title} · netmap", layout="wide", initial_sidebar_state="expanded")
    _french()(key="langue", height=1)
    st.html(_STYLE)
    with st.sidebar:
        session.ask_author()
    try:
        store = session.store()
        notice = store.notice()
    except NetmapError as error:
        st.error(plain(error))
        st.stop()
    st.sidebar.caption(plain(_where(store)))
    if notice:
        st.sidebar.info(plain(notice))
    chosen.run()


def _where(store: Store) -> str:
    if is_server(store.location):
        return f"Réseau : {store.location}, {store.keeper}. {home.privacy(store)}"
    return f"Réseau : {Path(store.location).name}. {home.privacy(store)}"


def _pages() -> dict[str, tuple[Any, ...]]:
    def page(body: Any, title: str, path: str, **said: Any) -> Any:  # noqa: ANN401 - pages are Streamlit's
        return st.Page(session.guarded(body), title=title, url_path=path, **said)

    return {
        "": (page(home.page, "Accueil", "accueil", default=True),),
        "Données": (page(importing.page, "Importer", "importer"),),
        "Réseau": (page(explorer.page, "Explorer", "explorer"), page(actor.page, "Fiche", "fiche")),
        "Conventions": (
            page(coherence.page, "Cohérence nationale", "coherence"),
            page(precheck.page, "Avant de signer", "avant-de-signer"),
            page(delegations.page, "Délégations", "delegations"),
            page(convention.page, "Fiche convention", "convention"),
        ),
        "Label": (page(evidence.page, "Preuves", "preuves"),),
        "Questions": tuple(page(partial(asking.page, question), question.title, question.name) for question in QUESTIONS),
    }


@cache
def _french() -> Any:  # noqa: ANN401 - a component of Streamlit
    script = files("netmap.ui").joinpath("french.js").read_text(encoding="utf-8")
    components: Any = st.components
    return components.v2.component("netmap_langue", js=script)
