"""What is handed over when a person leaves? What they follow, decisions that wait, files; one document to give."""

from functools import partial

import polars as pl
import streamlit as st

from netmap.answer import ask, parameters
from netmap.domain import CONVENTION, ORGANISATION, PARTNER_OF
from netmap.evidence.handover import Handover, handover, handover_document
from netmap.export import file_name, table_xlsx
from netmap.export.document import document_docx, document_pdf
from netmap.network import Network
from netmap.scope import KINDS
from netmap.ui import session
from netmap.ui.asking import options_of
from netmap.ui.evidence import acts_of
from netmap.ui.tables import table
from netmap.ui.verdict import decided
from netmap.ui.writing import plain
from queries.handover import HANDOVER

TITLE = "Que transmettre quand une personne s’en va ?"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def page() -> None:
    """Show the page."""
    session.opening(TITLE)
    network = session.network()
    functions = _functions(network)
    if not functions:
        session.answered(
            "Aucune fonction n’est renseignée : colonnes « Suivie par (fonction) » et « Connu par (fonction) » de vos fichiers."
        )
        session.link("importer", "Importer")
        return
    held = st.container()
    given = st.query_params.get("fonction", "")
    left, right = st.columns(2, gap="medium")
    who = left.selectbox(
        "Fonction",
        functions,
        index=functions.index(given) if given in functions else None,
        placeholder="Toutes les fonctions",
        key="passation-fonction",
    )
    places = options_of(session.stamp(network), "|".join(KINDS), network) or {}
    asked = st.query_params.get("perimetre", "")
    scope = right.selectbox(
        "Périmètre",
        list(places),
        index=list(places).index(asked) if asked in places else None,
        format_func=lambda one: places[one],
        placeholder="Tout le réseau",
        key="passation-perimetre",
    )
    session.in_url("fonction", who)
    session.in_url("perimetre", scope)
    found = _gathered(network, who or "", scope)
    with held:
        session.answered(found.answer)
        st.caption("netmap garde la fonction, pas le nom des personnes. Ce qu’il faut dire en premier est en haut.")
    for heading, frame, empty in (
        ("Partenaires et conventions suivis", found.followed, "Rien n’est suivi par cette fonction."),
        ("Décisions en attente", found.pending, "Aucune décision n’est en attente sur ces conventions."),
        ("Fichiers joints", found.files, "Aucun fichier n’est joint à ces conventions."),
    ):
        st.subheader(f"{heading} ({frame.height})", anchor=False)
        if frame.is_empty():
            st.markdown(plain(empty))
        else:
            table(frame, alt=heading, widths={"Que faire": 420, "Source": 300, "Décision": 300})
    _files(found)


def _functions(network: Network) -> list[str]:
    said = [
        network.node(CONVENTION.name)["contact"],
        network.link(PARTNER_OF.name)["known_by"],
        network.node(ORGANISATION.name)["known_by"],
    ]
    return pl.concat([one.alias("function") for one in said]).drop_nulls().unique().sort().to_list()


def _gathered(network: Network, who: str, scope: str | None) -> Handover:
    on = session.asked_on()
    answer = ask(network, HANDOVER, parameters(HANDOVER, {"who": who, "scope": scope, "on": on.isoformat()}, network, on), session.store())
    conventions = answer.rows["convention"].drop_nulls().to_list()
    return handover(network, who, on, answer.shown(network), conventions, decided(network), acts_of(network))


def _files(found: Handover) -> None:
    title = f"passation {found.who}"
    with st.container(horizontal=True):
        for label, ending, mime, write in (
            ("Passation (Word)", "docx", _WORD, partial(document_docx, handover_document(found))),
            ("Passation (PDF)", "pdf", "application/pdf", partial(document_pdf, handover_document(found))),
            (
                "Relations suivies (Excel)",
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                partial(table_xlsx, found.followed, "Passation"),
            ),
        ):
            st.download_button(label, write, file_name(title, ending, found.on), mime, on_click="ignore", key=f"passation-{ending}")
