"""The network on the screen: the drawing, the map, and their table twin; each is computed once for what it shows."""

from datetime import date

import polars as pl
import streamlit as st

from netmap.domain import DOMAIN
from netmap.drawing import Look, legend_html, map_deck, network_html, without_position
from netmap.network import Network
from netmap.scene import LOOKS, OTHERS, Scene, around, scene
from netmap.ui.tables import openable, table
from netmap.ui.writing import counted, grouped, plain

HEIGHT = 580
CLICK = "Cliquez sur un acteur pour nommer ceux auxquels il est lié, sur le fond pour tout revoir ; la molette agrandit."
# `st.html` takes the drawn shapes out of a legend: it is shown as the drawing is, in a frame that runs nothing.
_LEGEND = """<!DOCTYPE html><html lang="fr">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Légende</title><body style="margin:0">{}</body></html>"""
STATES = {
    "ending": "À échéance proche",
    "active": "En vigueur",
    "none": "Sans convention en vigueur",
    "ended": "Échue",
}
_LOOKS = {**LOOKS, OTHERS: Look("dot", "#6a6a6a", OTHERS)}


@st.cache_resource(max_entries=12, show_spinner=False)
def scene_of(stamp: tuple[str, int], scope: str | None, on: date, live_only: bool, _network: Network) -> Scene:  # noqa: ARG001 - keys
    """Give the scene of a scope, kept for a version of the network."""
    return scene(_network, scope, on, live_only=live_only)


@st.cache_resource(max_entries=24, show_spinner=False)
def around_of(stamp: tuple[str, int], centre: str, on: date, _network: Network) -> Scene:  # noqa: ARG001 - keys
    """Give the scene around an actor, kept for a version of the network."""
    return around(_network, centre, on)


@st.cache_data(max_entries=24, show_spinner=False)
def _page(digest: str, title: str, _shown: Scene) -> str:  # noqa: ARG001 - the digest is the key
    return network_html(_shown.actors, _shown.ties, _LOOKS, title=title)


def _digest(shown: Scene) -> str:
    return f"{shown.actors.hash_rows().sum()}-{shown.ties.hash_rows().sum()}-{shown.actors.height}-{shown.ties.height}"


def drawing(shown: Scene, title: str, height: int = HEIGHT) -> None:
    """Show the drawing of a scene, its legend on top of it."""
    st.iframe(_page(_digest(shown), title, shown), height=height, alt=f"{title}. {summary(shown)} Les tableaux donnent la même chose.")


def summary(shown: Scene) -> str:
    """Say in one sentence what a scene holds."""
    partners = shown.partners.height
    ties = counted(shown.ties.height, "lien de partenariat", "liens de partenariat")
    if shown.total > partners:
        return f"{grouped(partners)} acteurs affichés sur {grouped(shown.total)}, filtrez ; {ties}."
    return f"{counted(partners, 'acteur', 'acteurs')} et {ties}."


def geographic(shown: Scene) -> None:
    """Show those actors that have a position on a map, and say how many have none."""
    actors = shown.partners
    lacking = without_position(actors)
    if lacking.height == actors.height:
        st.info("Aucun de ces acteurs n’a de position connue : ajoutez les colonnes « Latitude » et « Longitude » à vos fichiers.")
        return
    st.iframe(_LEGEND.format(legend_html(actors, shown.ties, _LOOKS)), height=58, alt="Légende de la carte", tab_index=-1)
    deck = map_deck(actors, shown.ties, _LOOKS)
    placed = actors.height - lacking.height
    st.pydeck_chart(deck, height=HEIGHT - 80, alt=f"Carte de {placed} acteurs. Les tableaux donnent la même chose.")
    if lacking.height:
        without = counted(lacking.height, "acteur n’a pas de position et n’est pas", "acteurs n’ont pas de position et ne sont pas")
        st.caption(f"{without} sur la carte.")
        with st.expander("Voir ces acteurs"):
            table(_actor_rows(lacking).drop("Carte"), alt="Acteurs sans position")
    else:
        st.caption("Tous ces acteurs ont une position.")


def listed(shown: Scene, key: str) -> None:
    """Show the table twin: actors, ties, belongings."""
    actors = shown.partners.sort("weight", "label", descending=[True, False])
    st.subheader("Acteurs", anchor=False)
    sheets = [{i: c} for i, c in actors.select("id", "label").iter_rows()]
    openable(_actor_rows(actors), sheets, alt="Acteurs du périmètre", key=f"{key}-acteurs")
    st.subheader("Liens de partenariat", anchor=False)
    if shown.ties.is_empty():
        st.markdown("Aucun lien de partenariat dans ce périmètre.")
    else:
        openable(_tie_rows(shown), _ends(shown.ties, shown.actors), alt="Liens de partenariat", key=f"{key}-liens")
    if shown.belongings.height:
        st.subheader("Appartenances et suivi", anchor=False)
        named = _named(shown.belongings, shown.actors)
        rows = named.select(
            pl.col("source_name").alias("Acteur"),
            pl.col("label").alias("Lien"),
            pl.col("target_name").alias("Campus, réseau ou établissement"),
        )
        table(rows, alt="Appartenances et suivi")


def _actor_rows(actors: pl.DataFrame) -> pl.DataFrame:
    kinds = {name: kind.label for name, kind in DOMAIN.node_kinds.items()}
    return actors.select(
        pl.col("label").alias("Acteur"),
        pl.col("kind").replace_strict(kinds, default=OTHERS).alias("Sorte"),
        pl.col("detail").str.replace(r"^[^·]*· ?", "").alias("Précisions"),
        pl.col("weight").alias("Partenaires"),
        pl.when(pl.col("latitude").is_not_null()).then(pl.lit("oui")).otherwise(pl.lit("non")).alias("Carte"),
    )


def _tie_rows(shown: Scene) -> pl.DataFrame:
    return _named(shown.ties, shown.actors).select(
        pl.col("source_name").alias("Acteur"),
        pl.col("target_name").alias("Partenaire"),
        pl.col("state").replace_strict(STATES, default="").alias("État"),
        pl.col("label").str.replace("^Conventions : ", "").alias("Conventions"),
    )


def _named(frame: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    for end in ("source", "target"):
        names = actors.select(pl.col("id").alias(end), pl.col("label").alias(f"{end}_name"))
        frame = frame.join(names, on=end, how="left", maintain_order="left")
    return frame


def _ends(ties: pl.DataFrame, actors: pl.DataFrame) -> list[dict[str, str]]:
    rows = _named(ties, actors).select("source", "source_name", "target", "target_name").iter_rows()
    return [{source: one, target: other} for source, one, target, other in rows]


def reading_note(shown: Scene) -> None:
    """Say how the drawing is read."""
    discs = (
        "Un partenaire se place près de son établissement, ou entre ceux qu’il relie."
        if shown.by_school
        else "Chaque disque gris réunit les établissements d’un même territoire ; un partenaire se place entre ceux qu’il relie."
    )
    st.caption(plain(f"{discs} {CLICK}"))
