"""Who is linked to whom in a scope? The scope first, then the drawing, the map and the tables of the same actors."""

from datetime import date

import polars as pl
import streamlit as st

from netmap.domain import CAMPUS, ESTABLISHMENT, FILIERE, LOCATED_IN, NETWORK, TERRITORY
from netmap.network import Network
from netmap.scene import Scene
from netmap.ui import session
from netmap.ui.drawings import drawing, geographic, listed, reading_note, scene_of, summary
from netmap.ui.writing import day

EVERYTHING = "tout"
_SCOPES = {
    "territoire": ("Académie ou territoire", TERRITORY.name),
    "bassin": ("Bassin de formation", TERRITORY.name),
    "campus": ("Campus", CAMPUS.name),
    "reseau": ("Réseau", NETWORK.name),
    "filiere": ("Filière", FILIERE.name),
    "etablissement": ("Établissement", ESTABLISHMENT.name),
    EVERYTHING: ("Tout le réseau", ""),
}
_VIEWS = {"dessin": "Dessin", "carte": "Carte", "tableaux": "Tableaux"}


def page() -> None:
    """Show the page."""
    session.opening("Qui est relié à qui dans mon périmètre ?")
    network = session.network()
    if network.is_empty:
        session.answered("Le réseau est vide : chargez l’exemple ou importez vos fichiers.")
        session.link("accueil", "Aller à l’accueil")
        return
    scope, name, on, live_only = _asked(network)
    shown = scene_of(session.stamp(network), scope, on, live_only, network)
    session.answered(f"{name}, état au {day(on)} : {summary(shown)}")
    _views(shown, name)


@st.fragment
def _views(shown: Scene, name: str) -> None:
    asked = st.query_params.get("vue", "dessin")
    view = st.segmented_control(
        "Vue",
        list(_VIEWS),
        default=asked if asked in _VIEWS else "dessin",
        required=True,
        format_func=lambda v: _VIEWS[v],
        label_visibility="collapsed",
        key="vue",
    )
    session.in_url("vue", view if view != "dessin" else None)
    if view == "carte":
        geographic(shown)
    elif view == "tableaux":
        listed(shown, "explorer")
    else:
        drawing(shown, f"Réseau : {name}")
        reading_note(shown)


def _asked(network: Network) -> tuple[str | None, str, date, bool]:
    """Ask for the scope, the date and the options; give the scope's id and its name."""
    options = {kind: found for kind in _SCOPES if (found := choices(network, kind))}
    asked = st.query_params.get("par", "")
    kinds = [kind for kind in _SCOPES if kind == EVERYTHING or kind in options]
    columns = st.columns([6, 8, 5, 6], gap="medium", vertical_alignment="bottom")
    kind = columns[0].selectbox(
        "Périmètre",
        kinds,
        index=kinds.index(asked if asked in kinds else "bassin" if "bassin" in kinds else kinds[0]),
        format_func=lambda k: _SCOPES[k][0],
        key="par",
    )
    scope, name = None, "Tout le réseau"
    if kind != EVERYTHING:
        found = options[kind]
        ids = list(found)
        given = st.query_params.get("perimetre", "")
        scope = columns[1].selectbox(
            "Lequel", ids, index=ids.index(given) if given in ids else 0, format_func=lambda i: found[i], key=f"perimetre-{kind}"
        )
        name = found[scope]
    on = columns[2].date_input("État du réseau au", value=session.asked_on(), format="DD/MM/YYYY", key="on")
    live_only = columns[3].checkbox(
        "En vigueur seulement", value=st.query_params.get("vigueur") == "oui", key="vigueur",
        help="Ne montrer que les liens d’une convention en vigueur à cette date.",
    )  # fmt: skip
    session.in_url("par", kind)
    session.in_url("perimetre", scope)
    session.in_url("on", on.isoformat() if on != date.today() else None)  # noqa: DTZ011 - the day of this computer is the user's
    session.in_url("vigueur", "oui" if live_only else None)
    return scope, name, on, live_only


@st.cache_data(max_entries=32, show_spinner=False)
def _choices(stamp: tuple[str, int], kind: str, _network: Network) -> dict[str, str]:  # noqa: ARG001 - the version is the key
    frame = _network.captions.filter(pl.col("kind") == _SCOPES[kind][1])
    if kind in ("territoire", "bassin"):
        territories = _network.node(TERRITORY.name)
        counts = _network.link(LOCATED_IN.name).filter(pl.col("source").str.starts_with("Establishment:"))["target"].value_counts(name="n")
        bassin = pl.col("level").fill_null("") == "bassin"
        held = territories.filter(bassin if kind == "bassin" else ~bassin)
        frame = (
            held.join(counts, left_on="id", right_on="target", how="inner")
            .sort("n", descending=True)
            .select("id")
            .join(frame, on="id", maintain_order="left")
        )
        return dict(frame.select("id", "caption").iter_rows())
    return dict(frame.sort("caption").select("id", "caption").iter_rows())


def choices(network: Network, kind: str) -> dict[str, str]:
    """Give ids and captions of what a kind of scope offers; territories by the number of their establishments."""
    return {} if kind == EVERYTHING else _choices(session.stamp(network), kind, network)
