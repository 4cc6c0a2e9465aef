"""What is known of an actor, and from where: its identity, its conventions, its partners drawn, its sources, its corrections."""

from datetime import date

import polars as pl
import streamlit as st

from netmap.domain import CONVENTION, DOMAIN, SIGNS
from netmap.measures.departure import ACTORS as LEAVING
from netmap.network import Network
from netmap.scene import HUB, SOON_DAYS, conventions_on
from netmap.scope import KINDS
from netmap.ui import session
from netmap.ui.drawings import CLICK, STATES, around_of, drawing
from netmap.ui.search import ACTORS, MOST, rows, search, to_complete, without_partner
from netmap.ui.sheet import changes, identity, links
from netmap.ui.tables import openable
from netmap.ui.writing import counted, grouped, plain

_LISTS = {
    "": "Tous les acteurs",
    "a-completer": "Acteurs cités sans être décrits",
    "sans-partenaire": "Établissements sans partenaire connu",
}


def page() -> None:
    """Show the page: an actor's sheet when the URL names one, the search otherwise."""
    identifier = st.query_params.get("id", "")
    network = session.network()
    if identifier:
        _sheet(network, identifier)
    else:
        _search(network)


def _search(network: Network) -> None:
    session.opening("Que sait-on de cet acteur, et d’où le sait-on ?")
    stamp = session.stamp(network)
    asked = st.query_params.get("liste", "")
    left, right = st.columns([3, 2], gap="medium")
    text = left.text_input("Chercher", value=st.query_params.get("q", ""), key="q", placeholder="Nom, UAI, SIRET, SIREN ou commune")
    names = list(_LISTS)
    chosen = right.selectbox(
        "Parmi", names, index=names.index(asked) if asked in names else 0, format_func=lambda n: _LISTS[n], key="liste"
    )
    session.in_url("q", text)
    session.in_url("liste", chosen)
    found = search(stamp, network, text)
    if chosen:
        kept = to_complete(stamp, network) if chosen == "a-completer" else without_partner(stamp, network)
        found = kept.filter(pl.col("id").is_in(found["id"].implode()))
    if found.is_empty():
        session.answered(
            "Aucune fiche ne correspond." if text or chosen else "Le réseau est vide : chargez l’exemple ou importez vos fichiers."
        )
        return
    shown = f", les {MOST} premières affichées : précisez la recherche" if found.height > MOST else ""
    session.answered(f"{counted(found.height, 'fiche', 'fiches')}{shown}.")
    found = found.head(MOST)
    openable(rows(found), [{i: c} for i, c in found.select("id", "caption").iter_rows()], alt="Fiches trouvées", key="recherche")


def _sheet(network: Network, identifier: str) -> None:
    if DOMAIN.kind_of(identifier) is CONVENTION:
        session.go("convention", id=identifier)
    caption = network.caption(identifier)
    on = session.asked_on()
    session.opening(caption)
    partners = around_of(session.stamp(network), identifier, on, network)
    own = _conventions(network, identifier, on)
    session.answered(_sentence(network, identifier, partners.total - 1, own))
    _elsewhere(identifier, on)
    identity(network, identifier)
    if own.height:
        st.subheader("Conventions", anchor=False)
        _convention_table(network, own, identifier)
    if partners.ties.height:
        st.subheader("Partenaires", anchor=False)
        drawing(partners, f"Partenaires de {caption}", 460)
        gathered = (
            f"Les {HUB} partenaires les plus liés sont dessinés, les autres sont réunis en un seul signe. "
            if partners.total - 1 > HUB
            else ""
        )
        st.caption(plain(f"{gathered}{CLICK}"))
    st.subheader("Liens", anchor=False)
    links(network, identifier, left_out=(SIGNS.name,) if DOMAIN.kind_of(identifier) in ACTORS else ())
    if DOMAIN.kind_of(identifier) in ACTORS:
        _frameworks(network, identifier)
    changes(network, identifier)


def _elsewhere(identifier: str, on: date) -> None:
    """Show the way to the other pages that speak of this actor."""
    kind = identifier.partition(":")[0]
    with st.container(horizontal=True):
        session.link("fiche", "Chercher une autre fiche")
        if kind in LEAVING:
            session.link("et-si", "Et s’il partait ?", sans=identifier, on=on.isoformat())
    if kind in KINDS:
        session.links_of(identifier, on, left_out="fiche")


def _sentence(network: Network, identifier: str, partners: int, own: pl.DataFrame) -> str:
    kind = DOMAIN.kind_of(identifier)
    if kind not in ACTORS:
        touching = sum(frame.height for frame in network.links_of(identifier).values())
        return f"{kind.label} : {counted(touching, 'lien connu', 'liens connus')}."
    live = own.filter(pl.col("drawn").is_in(["active", "ending"])).height
    soon = own.filter(pl.col("drawn") == "ending").height
    ending = f", dont {grouped(soon)} à échéance sous {SOON_DAYS} jours" if soon else ""
    linked = counted(partners, "partenaire connu", "partenaires connus") if partners else "aucun partenaire connu"
    signed = f"{counted(live, 'convention', 'conventions')} en vigueur{ending}" if live else "aucune convention en vigueur"
    return f"{kind.label} : {linked}, {signed}."


def _conventions(network: Network, identifier: str, on: date) -> pl.DataFrame:
    signed = network.link(SIGNS.name).filter(pl.col("source") == identifier)["target"].unique()
    return conventions_on(network, on).filter(pl.col("id").is_in(signed.implode())).sort(
        pl.col("drawn").replace_strict({state: rank for rank, state in enumerate(STATES)}, return_dtype=pl.Int64), "effective_end", "id",
        nulls_last=True,
    )  # fmt: skip


def _convention_table(network: Network, own: pl.DataFrame, identifier: str) -> None:
    signs = network.link(SIGNS.name).filter((pl.col("source") != identifier) & pl.col("target").is_in(own["id"].implode()))
    names = network.named(signs.select("source", "target"), "source")
    partners = dict(names.group_by("target").agg(pl.col("source_name").sort().str.join(", ")).iter_rows())
    captions = [network.caption(i) for i in own["id"].to_list()]
    frame = pl.DataFrame(
        {
            "Convention": captions,
            "Avec": [partners.get(i, "") for i in own["id"].to_list()],
            "État": own["state"],
            "Début": own["starts_on"],
            "Fin": own["effective_end"],
            "Agir avant le": own["act_before"],
        }
    )
    sheets = [{i: c} for i, c in zip(own["id"].to_list(), captions, strict=True)]
    openable(frame, sheets, alt="Conventions de cet acteur", key=f"conventions-{identifier}", most=190)


def _frameworks(network: Network, identifier: str) -> None:
    signed = network.link(SIGNS.name).filter((pl.col("source") == identifier) & pl.col("target").str.starts_with("Framework:"))
    names = network.named(signs, "target") if (signs := signed.select("target").unique()).height else None
    if names is not None:
        st.markdown(":gray[Signe les accords-cadres]")
        for target, name in names.sort("target_name").iter_rows():
            session.sheet_link(target, name)
