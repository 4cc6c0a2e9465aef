"""What do I hand over? The dossier of the establishments shown, and the check of a dossier received or kept."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from netmap.errors import NetmapError
from netmap.evidence.applicant import Applicant
from netmap.evidence.files import content_of, file_of
from netmap.evidence.kept import Acts, evidence_acts
from netmap.evidence.making import dossier_of, made_again
from netmap.export import file_name
from netmap.network import Network
from netmap.reference.criteria import Criterion
from netmap.ui import session
from netmap.ui.writing import counted, plain

_MADE = "_dossier_fait"


def dossier_form(network: Network, acts: Acts, who: Applicant, criteria: Sequence[Criterion], on: date) -> None:
    """Show the form that makes the dossier of what the page shows, then the way to download it."""
    st.subheader("Le dossier à remettre", anchor=False)
    st.markdown(plain(f"{who.told} ; critères {', '.join(criterion.code for criterion in criteria)}."))
    with st.form("dossier", border=False):
        left, right = st.columns(2, gap="large")
        in_charge = left.text_input("Qui répond des chiffres (fonction)", placeholder="DDFPT, référent label…", max_chars=120)
        model = right.file_uploader("Modèle Word de votre région (facultatif)", type=["docx"])
        sent = st.form_submit_button("Faire le dossier", type="primary")
    asked = (session.stamp(network), on, tuple(criterion.code for criterion in criteria), who.schools)
    if sent:
        from netmap.evidence.package import packaged  # noqa: PLC0415 - the writers of documents are loaded where there is one to write

        bar = st.progress(0.0, "Calcul des chiffres")
        step = session.shown_on(bar)
        try:
            read = (model.name, file_of(model.name, model.getvalue()).content) if model is not None else None
            dossier = dossier_of(network, acts, who, criteria, on, in_charge=in_charge.strip())
            st.session_state[_MADE] = (asked, dossier, packaged(dossier, read, step, kept=partial(content_of, session.store())))
        except NetmapError as error:
            st.error(plain(error))
        bar.empty()
    _made(asked, who)


def register_files(network: Network, who: Applicant, on: date) -> None:
    """Offer the register of the conventions in force of the establishments shown."""
    st.subheader("Le registre des conventions", anchor=False)
    st.caption(
        "Les conventions en vigueur, une ligne chacune, avec la ligne de fichier d’où elle vient ; chiffres, définitions et sources."
    )
    with st.container(horizontal=True):
        for ending, label, mime in _LISTS:
            name = file_name(f"registre {who.title}", ending, on)
            written = partial(_register, network, who, on, ending)
            st.download_button(f"Registre ({label})", written, name, mime, on_click="ignore", key=f"registre-{ending}")


def _register(network: Network, who: Applicant, on: date, ending: str) -> bytes:
    from netmap.evidence.lists import WRITERS, register_list  # noqa: PLC0415 - the writers of documents, where one is written

    return WRITERS[ending](register_list(network, who, on))


def _made(asked: object, who: Applicant) -> None:
    held = st.session_state.get(_MADE)
    if held is None or held[0] != asked:
        st.caption("Le dossier : Word, PDF, classeur des preuves, dessins, fiche d’écart, et un manifeste qui permet de le vérifier.")
        return
    _asked, dossier, package = held
    st.markdown(plain(dossier.answer))
    st.markdown(plain(f"{counted(len(dossier.gaps), 'écart', 'écarts')} dans la fiche d’écart. Sceau : {package.seal}"))
    for note in package.notes:
        st.info(plain(note))
    title = f"preuves {who.title}"
    with st.container(horizontal=True):
        st.download_button(
            "Télécharger le dossier (zip)",
            package.content,
            file_name(title, "zip", dossier.on),
            "application/zip",
            on_click="ignore",
            key="zip",
        )
        for name, label, mime in _FILES:
            if name in package.files:
                ending = name.rpartition(".")[2]
                st.download_button(
                    label, package.files[name], file_name(title, ending, dossier.on), mime, on_click="ignore", key=f"dossier-{ending}"
                )


_FILES = (
    ("dossier.docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("dossier.pdf", "PDF", "application/pdf"),
    ("preuves.xlsx", "Classeur des preuves", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)


_LISTS = (
    *(
        (ending, label, mime)
        for ending, label, (_name, _label, mime) in zip(("docx", "pdf", "xlsx"), ("Word", "PDF", "Excel"), _FILES, strict=True)
    ),
    ("csv", "CSV", "text/csv"),
)


def checking(network: Network) -> None:
    """Check a dossier that is given: are its files untouched, and does the network still say the same?"""
    with st.expander("Vérifier un dossier"):
        st.caption("Les fichiers sont-ils intacts, et le réseau d’aujourd’hui dit-il encore la même chose ?")
        given = st.file_uploader("Le dossier (zip)", type=["zip"], key="dossier-a-verifier")
        if given is None:
            return
        from netmap.evidence.verifying import changes, check_bytes  # noqa: PLC0415 - only where a dossier is checked

        checked = check_bytes(given.name, given.getvalue())
        for fault in checked.faults:
            st.error(plain(fault))
        if not checked.faults:
            st.success("Le dossier est intact : chaque fichier est celui qui a été écrit.")
        if not checked.manifest:
            return
        now = made_again(network, evidence_acts(session.store()), checked.manifest.get("parameters") or {})
        found = changes(checked, now.figures)
        if not found:
            st.success(plain(f"Le réseau dit la même chose pour les {len(checked.figures)} chiffres du dossier."))
        for change in found[:60]:
            st.markdown(f"- {plain(change.sentence)}")
        if len(found) > len(found[:60]):
            st.caption(f"Et {len(found) - 60} de plus.")
