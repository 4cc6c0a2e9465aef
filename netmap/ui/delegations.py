"""What should each delegation know? Its list, what changed since the last sending, the message; advice, not obligation."""

from functools import partial

import streamlit as st

from netmap.coherence import Ground
from netmap.coherence.sendings import Listing, listings, sending, sendings, told
from netmap.export import file_name
from netmap.intake import remake, undo
from netmap.network import Network
from netmap.reference.routing import ROUTES
from netmap.ui import session
from netmap.ui.tables import table
from netmap.ui.writing import counted, day, plain

TITLE = "Qu’est-il conseillé de transmettre à chaque délégation ?"
_FILES = (
    ("Liste (Excel)", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("Liste (CSV)", "csv", "text/csv"),
    ("Liste (Word)", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("Liste (PDF)", "pdf", "application/pdf"),
)


def page() -> None:
    """Show the page."""
    session.opening(TITLE)
    network = session.network()
    found = listings(Ground(network), session.asked_on(), sendings(session.store()))
    if not found:
        session.answered("Aucune délégation n’est connue : chargez l’annuaire de votre région (modèle « delegations »).")
        session.link("importer", "Importer")
        return
    changed = [listing for listing in found if (listing.last is None and listing.ids) or listing.changes.count]
    session.answered(
        f"Au {day(session.asked_on())}, {counted(len(changed), 'délégation sur', 'délégations sur')} {len(found)} : liste nouvelle ou "
        "changée "
        "depuis le dernier envoi."
    )
    st.caption(
        "Il est conseillé (fiche 6) de communiquer la liste des partenariats conventionnés ; ce n’est pas une obligation, et aucun "
        "délai n’est fixé."
    )
    names = {listing.delegation: _label(listing) for listing in found}
    given = st.query_params.get("delegation", "")
    ids = list(names)
    chosen = st.selectbox(
        "Délégation", ids, index=ids.index(given) if given in ids else 0, format_func=lambda i: names[i], key="delegation-choisie"
    )
    session.in_url("delegation", chosen)
    listing = next(one for one in found if one.delegation == chosen)
    _one(network, listing)
    _rules()


def _label(listing: Listing) -> str:
    since = f"dernier envoi le {day(listing.last.on)}, {told(listing.changes)}" if listing.last else "jamais envoyée"
    return f"{listing.name} : {counted(len(listing.ids), 'convention', 'conventions')}, {since}"


def _one(network: Network, listing: Listing) -> None:
    session.sheet_link(listing.delegation, f"Fiche de {listing.name} : nom, sorte, ressort et courriel s’y corrigent")
    st.subheader("Ce qui a changé depuis le dernier envoi", anchor=False)
    _since(listing)
    st.subheader(f"La liste ({len(listing.ids)})", anchor=False)
    if listing.ids:
        table(listing.table, alt=f"Conventions pour {listing.name}", widths={"Convention": 300})
    else:
        st.markdown("Aucune convention ne relève de cette délégation à cette date.")
    with st.container(horizontal=True):
        for label, ending, mime in _FILES:
            name = file_name(f"partenariats {listing.name}", ending, listing.on)
            st.download_button(label, partial(_written, network, listing, ending), name, mime, on_click="ignore", key=f"liste-{ending}")
    st.subheader("Message prêt à copier", anchor=False)
    if listing.email:
        st.caption(plain(f"Pour : {listing.email}"))
    st.code(listing.message, language=None, wrap_lines=True)
    if st.button("Noter que la liste est envoyée", type="primary"):
        lot = remake(session.store(), lambda _held: sending(listing, author=session.author(), reason="", at=session.at()))
        session.say(f"Envoi noté (lot n° {lot.number}). Il s’annule ici, ou dans le journal.")
        st.rerun()


def _since(listing: Listing) -> None:
    last = listing.last
    if last is None:
        st.markdown("Aucun envoi n’est noté.")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        who = f", par {last.author}" if last.author else ""
        st.markdown(plain(f"Dernier envoi le {day(last.on)}{who} : {told(listing.changes)}."), width="stretch")
        if st.button("Annuler cet envoi", key=f"annuler-envoi-{last.lot}"):
            undo(session.store(), last.lot, author=session.author(), reason="Annulé depuis la page Délégations", at=session.at())
            session.say(f"Envoi annulé (lot n° {last.lot}).")
            st.rerun()
    lines = [f"Nouvelle : {name}" for name in listing.changes.added]
    lines += [f"Sortie de la liste : {name}" for name in listing.changes.gone]
    lines += [f"Modifiée : {name}. {what}" for name, what in listing.changes.changed]
    for line in lines[:30]:
        st.markdown(f"- {plain(line)}")
    if len(lines) > len(lines[:30]):
        st.caption(f"Et {len(lines) - 30} de plus, dans le document Word.")


def _rules() -> None:
    with st.expander("Qui informer de quoi : les règles"):
        st.caption(
            "Les sortes de délégations viennent de la fiche 6 ; les domaines sont une proposition de netmap. Noms et ressorts : ceux de "
            "votre annuaire."
        )
        for route in ROUTES:
            st.markdown(f"- {plain(route.why)} :gray[({plain(route.when)} ; {plain(route.source)})]")


def _written(network: Network, listing: Listing, ending: str) -> bytes:
    from netmap.evidence.lists import WRITERS, delegation_list  # noqa: PLC0415 - the writers of documents, where one is written

    return WRITERS[ending](delegation_list(network, listing))
