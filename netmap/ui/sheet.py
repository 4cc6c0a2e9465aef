"""What every sheet is made of: identity, links, where each fact comes from, corrections, and bringing two sheets together."""

from collections.abc import Sequence

import polars as pl
import streamlit as st

from netmap.domain import DOMAIN, ORGANISATION
from netmap.intake import remake, undo
from netmap.lot import SAME_AS, LotKind, LotState
from netmap.lots import Said, correction, merge, statements_about
from netmap.lots.same_as import followed
from netmap.network import Network
from netmap.schema import NodeKind, Property
from netmap.stores import Store
from netmap.ui import session
from netmap.ui.linking import correct_links, linkable, touching
from netmap.ui.search import search
from netmap.ui.tables import openable, pairs, table
from netmap.ui.writing import address, counted, key_of, moment, plain, told

_FEW = 8


def identity(network: Network, identifier: str, left_out: Sequence[str] = ()) -> None:
    """Show the properties that are known, the featured ones first; say which featured ones are not."""
    kind = DOMAIN.kind_of(identifier)
    row = network.row(identifier)
    first = [kind.property(name) for name in kind.featured]
    others = [prop for prop in kind.properties if prop not in first and prop.name not in left_out]
    if not row["declared"]:
        st.warning("Cet acteur est cité par un fichier, mais aucun fichier ne le décrit : sa fiche est à compléter.")
    pairs([(prop.label, told(prop, row[prop.name]) or "non renseigné") for prop in first if prop.name != kind.caption], columns=4)
    known = [(prop.label, told(prop, row[prop.name])) for prop in others if told(prop, row[prop.name])]
    if known:
        with st.expander(f"Autres informations ({len(known)})", expanded=len(known) <= _FEW):
            pairs(known, columns=3)


def links(network: Network, identifier: str, left_out: Sequence[str] = ()) -> None:
    """Show the links of a node, grouped by what they say; a few as links, many as a table."""
    groups: dict[str, list[str]] = {}
    for name, frame in network.links_of(identifier).items():
        if name in left_out:
            continue
        kind = DOMAIN.link(name)
        for source, target in frame.select("source", "target").unique(maintain_order=True).iter_rows():
            said, other = (kind.label, target) if source == identifier else (kind.inverse, source)
            groups.setdefault(said, []).append(other)
    if not groups:
        st.markdown("Aucun autre lien connu.")
        return
    captions = dict(
        network.captions.filter(pl.col("id").is_in([i for ids in groups.values() for i in ids])).select("id", "caption").iter_rows()
    )
    few = {said: ids for said, ids in groups.items() if len(ids) <= _FEW}
    held = st.columns(3, gap="large")
    for rank, (said, ids) in enumerate(few.items()):
        with held[rank % 3]:
            st.markdown(f":gray[{plain(said[:1].upper() + said[1:])}]")
            for other in sorted(ids, key=lambda i: captions.get(i, i)):
                session.sheet_link(other, captions.get(other, key_of(other)))
    for said, ids in groups.items():
        if said not in few:
            _many(said, ids, captions, identifier)


def _many(said: str, ids: list[str], captions: dict[str, str], identifier: str) -> None:
    with st.expander(plain(f"{said[:1].upper() + said[1:]} ({len(ids)})")):
        ordered = sorted(ids, key=lambda i: captions.get(i, i))
        names = [captions.get(i, key_of(i)) for i in ordered]
        frame = pl.DataFrame({"Nom": names, "Sorte": [DOMAIN.kind_of(i).label for i in ordered]})
        sheets = [{i: c} for i, c in zip(ordered, names, strict=True)]
        openable(frame, sheets, alt=f"Liens : {said}", key=f"liens-{said}-{identifier}")


@st.cache_resource(max_entries=4, show_spinner=False)
def _aliases(stamp: tuple[str, int], _store: Store) -> dict[str, str]:  # noqa: ARG001 - the version is the key
    parts = [(lot, frame) for lot, frame in _store.frames(ORGANISATION.name) if lot.state is LotState.ACTIVE and frame.height]
    stated = pl.concat([frame for _lot, frame in parts], how="diagonal_relaxed") if parts else pl.DataFrame()
    numbers = {lot.number for lot in _store.lots() if lot.state is LotState.ACTIVE}
    return followed(_store.frames, numbers, {ORGANISATION.name: stated})


@st.cache_data(max_entries=64, show_spinner=False)
def _said(stamp: tuple[str, int], identifier: str, _network: Network, _store: Store) -> list[Said]:
    ids = [identifier, *(alias for alias, kept in _aliases(stamp, _store).items() if kept == identifier)]
    return statements_about(ids, identifier, _store.frames(DOMAIN.kind_of(identifier).name), _network)


def provenance(network: Network, identifier: str) -> None:
    """Show every value that was said of a node: by which file and line, kept or not."""
    said = _said(session.stamp(network), identifier, network, session.store())
    if not said:
        st.markdown("Aucune ligne ne décrit cette fiche : elle est seulement citée.")
        return
    frame = pl.DataFrame(
        {
            "Information": [s.label for s in said],
            "Valeur": [s.value for s in said],
            "Retenue": ["oui" if s.kept else "confirme" if _confirms(s, said) else "non" for s in said],
            "Où c’est dit": [s.place for s in said],
            "Lot": [s.lot for s in said],
            "Le": [moment(s.at) for s in said],
        }
    )
    lost = sum(not s.kept and not _confirms(s, said) for s in said)
    if lost:
        left = counted(lost, "valeur n’est pas retenue", "valeurs ne sont pas retenues")
        st.caption(f"{left} : une source plus sûre ou plus récente dit autre chose.")
    table(frame, alt="D’où le sait-on", widths={"Où c’est dit": 380, "Lot": 50, "Le": 130}, most=200)


def _confirms(one: Said, every: Sequence[Said]) -> bool:
    return any(s.kept and s.property == one.property and s.value == one.value for s in every)


def corrections(network: Network, identifier: str) -> None:
    """Show the corrections of a node that are in force, each with what takes it back."""
    store = session.store()
    ids = {identifier, *(a for a, kept in _aliases(session.stamp(network), store).items() if kept == identifier)}
    kind = DOMAIN.kind_of(identifier).name
    held: dict[int, str] = {}
    for lot, frame in store.frames(kind):
        if lot.kind is LotKind.CORRECTION and lot.state is LotState.ACTIVE and frame["id"].is_in(list(ids)).any():
            held[lot.number] = f"{lot.title.partition(' : ')[2]}"
    for lot, frame in store.frames(SAME_AS):
        if (
            lot.kind is LotKind.MERGE
            and lot.state is LotState.ACTIVE
            and (frame["id"].is_in(list(ids)) | frame["alias"].is_in(list(ids))).any()
        ):
            held[lot.number] = f"Rapprochement : {lot.title}"
    for name in touching(identifier):
        for lot, frame in store.frames(name):
            ends = pl.col("source").is_in(list(ids)) | pl.col("target").is_in(list(ids))
            if lot.kind is LotKind.CORRECTION and lot.state is LotState.ACTIVE and frame.filter(ends).height:
                held.setdefault(lot.number, f"Lien : {lot.title}")
    lots = {lot.number: lot for lot in network.lots}
    for number, title in sorted(held.items(), reverse=True):
        lot = lots[number]
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            who = f"{lot.author or 'Une personne'}, {moment(lot.at)}"
            reason = f", motif : {lot.reason}" if lot.reason else ""
            st.markdown(f"**{plain(title)}**  \n:gray[{plain(f'Lot n° {number}, {who}{reason}')}]", width="stretch")
            if st.button("Annuler cette correction", key=f"annuler-{number}"):
                undo(store, number, author=session.author(), reason="Annulée depuis la fiche", at=session.at())
                session.say(f"Correction annulée (lot n° {number}). Elle peut être reprise dans le journal, page Importer.")
                st.rerun()


def correctable(kind: NodeKind) -> list[Property]:
    """Give the properties a person may correct: all but those that official keys are made of."""
    fixed = {part for key in kind.keys for part in key.parts if not key.local}
    return [prop for prop in kind.properties if prop.name not in fixed]


def correct(network: Network, identifier: str) -> None:
    """Offer to correct one property; what a person says outranks every file."""
    kind = DOMAIN.kind_of(identifier)
    properties = {prop.name: prop for prop in correctable(kind)}
    row = network.row(identifier)
    left, right = st.columns([2, 5], gap="medium")
    with left:
        name = st.selectbox(
            "Information à corriger", list(properties), format_func=lambda n: properties[n].label, key=f"corriger-quoi-{identifier}"
        )
    prop = properties[name]
    now = told(prop, row[name])
    with right, st.form(f"corriger-{identifier}-{name}-{network.version}", border=False):
        value = st.text_input("Nouvelle valeur", value=now.replace(", ", " | ") if prop.many else now, help=_help(prop))
        reason = st.text_input("Motif", placeholder="Courriel du partenaire, relecture de la convention…")
        empty = st.checkbox("Dire que c’est vide", help="Efface la valeur donnée par les fichiers.")
        sent = st.form_submit_button("Enregistrer la correction", type="primary")
    if sent:
        text = "" if empty else value.strip()
        if not text and not empty:
            st.error("Donnez une valeur, ou cochez « Dire que c’est vide ».")
            return
        if text == now and not empty:
            st.error("Cette valeur est déjà celle de la fiche.")
            return
        lot = remake(
            session.store(),
            lambda held: correction(held, identifier, name, text, author=session.author(), reason=reason.strip(), at=session.at()),
        )
        session.say(
            f"Correction enregistrée (lot n° {lot.number}) : {prop.label} = {text or 'vide'}. Elle s’annule ci-dessous, ou dans le journal."
        )
        st.rerun()


def _help(prop: Property) -> str:
    choices = [label for _code, label in prop.type.choices]
    words = f" Valeurs possibles : {', '.join(choices)}." if choices else ""
    several = " Plusieurs valeurs se séparent par |." if prop.many else ""
    return plain(f"{prop.help}{words}{several}")


def bring_together(network: Network, identifier: str) -> None:
    """Offer to say that this sheet and another are the same."""
    caption = network.caption(identifier)
    kind = DOMAIN.kind_of(identifier)
    text = st.text_input("Chercher l’autre fiche", key=f"rapprocher-mots-{identifier}", placeholder="Nom, identifiant ou commune")
    if not text:
        st.caption("Les deux fiches n’en feront plus qu’une, celle que vous choisirez de garder. Cela s’annule comme tout lot.")
        return
    found = search(session.stamp(network), network, text, conventions=kind.name == "Convention")
    found = found.filter(pl.col("id").str.starts_with(f"{kind.name}:") & (pl.col("id") != identifier)).head(50)
    if found.is_empty():
        st.markdown("Aucune autre fiche de cette sorte ne correspond.")
        return
    names = {i: address(i, c) for i, c in found.select("id", "caption").iter_rows()}
    with st.form(f"rapprocher-{identifier}-{network.version}", border=False):
        other = st.selectbox("Autre fiche", list(names), format_func=lambda i: names[i])
        keep = st.radio(
            "Fiche à garder", [identifier, "autre"], format_func=lambda i: plain(caption) if i == identifier else "L’autre fiche"
        )
        reason = st.text_input("Motif du rapprochement")
        sent = st.form_submit_button("Rapprocher les deux fiches")
    if sent and other:
        kept, alias = (identifier, other) if keep == identifier else (other, identifier)
        lot = remake(
            session.store(),
            lambda held: merge(held, alias, kept, author=session.author(), reason=reason.strip(), at=session.at()),
        )
        session.say(f"Fiches rapprochées (lot n° {lot.number}). Pour les séparer, annulez ce lot.")
        session.go(session.sheet_of(kept), id=kept)


def changes(network: Network, identifier: str) -> None:
    """Show the foot of a sheet: where facts come from, corrections, the form, bringing together."""
    st.subheader("D’où le sait-on ?", anchor=False)
    provenance(network, identifier)
    st.subheader("Corriger", anchor=False)
    corrections(network, identifier)
    correct(network, identifier)
    if linkable(identifier):
        with st.expander("Ajouter ou retirer un lien"):
            correct_links(network, identifier)
    with st.expander("Rapprocher avec une autre fiche"):
        bring_together(network, identifier)
