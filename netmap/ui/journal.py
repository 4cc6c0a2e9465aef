"""The journal of lots: what was brought in or corrected, by whom, when, why; each lot can be undone and taken back."""

import polars as pl
import streamlit as st

from netmap.intake import redo, undo
from netmap.lot import Lot, LotState
from netmap.ui import session
from netmap.ui.tables import table
from netmap.ui.writing import counted, grouped, moment, plain

_KINDS = {"import": "Import", "correction": "Correction", "rapprochement": "Rapprochement"}


def journal() -> None:
    """Show the lots, the latest first, and what undoes or takes back one of them."""
    st.subheader("Journal", anchor=False)
    store = session.store()
    lots = {lot.number: lot for lot in reversed(store.lots())}
    if not lots:
        st.markdown("Aucun lot : le réseau est vide.")
        return
    undone = sum(lot.state is LotState.UNDONE for lot in lots.values())
    st.markdown(f"{counted(len(lots), 'lot', 'lots')}, dont {grouped(undone)} {'annulés' if undone > 1 else 'annulé'}.")
    rows = [
        {
            "N°": lot.number,
            "Sorte": _KINDS.get(str(lot.kind), str(lot.kind)),
            "Contenu": lot.title.removeprefix("Import : "),
            "Le": moment(lot.at),
            "Par": lot.author,
            "Motif": lot.reason,
            "État": str(lot.state),
        }
        for lot in lots.values()
    ]
    table(pl.DataFrame(rows), alt="Journal des lots", widths={"Contenu": 420})
    _act(lots)
    with st.expander("Voir tous les actes, annulations comprises"):
        acts = [
            {"Le": moment(e.at), "Acte": e.act, "Lot": e.lot, "Contenu": e.title, "Par": e.author, "Motif": e.reason}
            for e in reversed(store.journal())
        ]
        table(pl.DataFrame(acts), alt="Actes", widths={"Contenu": 420})


def _act(lots: dict[int, Lot]) -> None:
    version = session.store().version()  # after each act, the latest lot is proposed again
    left, middle, right = st.columns([5, 4, 2], gap="medium", vertical_alignment="bottom")
    number = left.selectbox(
        "Lot", list(lots), format_func=lambda n: f"n° {n} · {lots[n].title} ({lots[n].state})", key=f"journal-lot-{version}"
    )
    reason = middle.text_input("Motif de l’acte", key=f"journal-motif-{version}", placeholder="Facultatif")
    active = lots[number].state is LotState.ACTIVE
    if right.button("Annuler ce lot" if active else "Reprendre ce lot", key="journal-acte", width="stretch"):
        act = undo if active else redo
        act(session.store(), number, author=session.author(), reason=reason.strip(), at=session.at())
        session.say(f"Lot n° {number} {'annulé : le réseau est comme s’il n’avait pas été chargé' if active else 'repris'}.")
        st.rerun()
    st.caption(plain("Annuler un lot ne l’efface pas : le réseau l’ignore, les lots suivants gardent ce qu’ils disent."))
