"""Add a link to a sheet, or take one away: what a person says outranks every file, and is undone like any lot."""

from datetime import date

import polars as pl
import streamlit as st

from netmap.domain import (
    CONVENTION,
    COVERS,
    DECLINES,
    DELEGATION,
    DOMAIN,
    ESTABLISHMENT,
    FRAMEWORK,
    INFORMED,
    LOCATED_IN,
    MEMBER_OF,
    ORGANISATION,
    OVERSEES,
    PART_OF,
    RELIES_ON,
    REPLACES,
    SIGNS,
    TEACHES,
)
from netmap.intake import remake
from netmap.lots import link
from netmap.network import Network
from netmap.schema import LinkKind
from netmap.ui import session
from netmap.ui.search import search
from netmap.ui.writing import address, key_of, plain

# For each kind of sheet, the links a person corrects there; True where the sheet is the source of the link.
_LINKS: dict[str, tuple[tuple[LinkKind, bool], ...]] = {
    CONVENTION.name: ((RELIES_ON, True), (SIGNS, False), (COVERS, True), (INFORMED, True), (REPLACES, True)),
    FRAMEWORK.name: ((SIGNS, False), (COVERS, True), (REPLACES, True), (DECLINES, True)),
    ORGANISATION.name: ((PART_OF, True), (MEMBER_OF, True)),
    ESTABLISHMENT.name: ((LOCATED_IN, True), (TEACHES, True), (PART_OF, True)),
    DELEGATION.name: ((OVERSEES, True),),
}
_MOST = 50


def linkable(identifier: str) -> bool:
    """Tell whether links are corrected on the sheet of a node."""
    return identifier.partition(":")[0] in _LINKS


def correct_links(network: Network, identifier: str) -> None:
    """Offer to add a link or to take one away."""
    kinds = _LINKS[identifier.partition(":")[0]]
    columns = st.columns([2, 3], gap="medium")
    labels = [_label(kind, outward=outward) for kind, outward in kinds]
    chosen = columns[0].selectbox("Lien", labels, key=f"lien-sorte-{identifier}")
    kind, outward = kinds[labels.index(chosen)]
    act = columns[1].radio("Que faire", ["Ajouter", "Retirer"], horizontal=True, key=f"lien-acte-{identifier}")
    if act == "Ajouter":
        _add(network, identifier, kind, outward=outward)
    else:
        _take_away(network, identifier, kind, outward=outward)


def _label(kind: LinkKind, *, outward: bool) -> str:
    said = kind.label if outward else kind.inverse
    return said[:1].upper() + said[1:]


def _add(network: Network, identifier: str, kind: LinkKind, *, outward: bool) -> None:
    ends = kind.targets if outward else kind.sources
    text = st.text_input("Chercher la fiche à lier", key=f"lien-mots-{identifier}-{kind.name}", placeholder="Nom, identifiant, intitulé")
    if not text:
        return
    found = search(session.stamp(network), network, text)
    if CONVENTION in ends:
        found = pl.concat([found, search(session.stamp(network), network, text, conventions=True)])
    allowed = [end.name for end in ends]
    found = found.filter(pl.col("id").str.extract("^([A-Za-z]+):").is_in(allowed) & (pl.col("id") != identifier)).head(_MOST)
    if found.is_empty():
        st.markdown("Aucune fiche de cette sorte ne correspond.")
        return
    names = {i: address(i, c) for i, c in found.select("id", "caption").iter_rows()}
    with st.form(f"lien-{identifier}-{kind.name}-{network.version}", border=False):
        other = st.selectbox("Fiche à lier", list(names), format_func=lambda i: names[i])
        on = st.date_input("À la date du", value=None, format="DD/MM/YYYY") if kind.key else None
        reason = st.text_input("Motif")
        sent = st.form_submit_button("Ajouter ce lien")
    if sent and other:
        _say(identifier, kind, other, reason, outward=outward, holds=True, on=on if isinstance(on, date) else None)


def _take_away(network: Network, identifier: str, kind: LinkKind, *, outward: bool) -> None:
    ours, other = ("source", "target") if outward else ("target", "source")
    held = network.link(kind.name).filter(pl.col(ours) == identifier)[other].unique().sort().to_list()
    if not held:
        st.markdown("Aucun lien de cette sorte.")
        return
    captions = dict(network.captions.filter(pl.col("id").is_in(held)).select("id", "caption").iter_rows())
    with st.form(f"lien-retirer-{identifier}-{kind.name}-{network.version}", border=False):
        chosen = st.selectbox("Lien à retirer", held, format_func=lambda i: captions.get(i, key_of(i)))
        reason = st.text_input("Motif")
        sent = st.form_submit_button("Retirer ce lien")
    if sent and chosen:
        _say(identifier, kind, chosen, reason, outward=outward, holds=False, on=None)


def _say(identifier: str, kind: LinkKind, other: str, reason: str, *, outward: bool, holds: bool, on: date | None) -> None:
    source, target = (identifier, other) if outward else (other, identifier)
    lot = remake(
        session.store(),
        lambda held: link(
            held, kind.name, source, target, holds=holds, author=session.author(), reason=reason.strip(), at=session.at(), on=on
        ),
    )
    session.say(f"Correction enregistrée (lot n° {lot.number}) : {plain(lot.title)}. Elle s’annule ci-dessous, ou dans le journal.")
    st.rerun()


def touching(identifier: str) -> tuple[str, ...]:
    """Name the kinds of links that may touch a node."""
    kind = identifier.partition(":")[0]
    return tuple(one.name for one in DOMAIN.links if kind in {end.name for end in (*one.sources, *one.targets)})
