"""What a convention says, with whom, in what state it is, what it lacks, which framework it may fall under, and from where it is known."""

from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from netmap.coherence import explained
from netmap.coherence.alone import to_ask
from netmap.domain import SIGNS
from netmap.domain.vocabulary import CLAUSE
from netmap.lifecycle import LIVE_STATES
from netmap.network import Network
from netmap.scene import conventions_on
from netmap.ui import session
from netmap.ui.search import MOST, search
from netmap.ui.sheet import changes, identity, links
from netmap.ui.tables import openable, pairs, table
from netmap.ui.verdict import findings_of, panel, standings
from netmap.ui.writing import address, counted, day, plain


def page() -> None:
    """Show the page: a convention's sheet when the URL names one, the search otherwise."""
    identifier = st.query_params.get("id", "")
    network = session.network()
    if identifier:
        _sheet(network, identifier)
    else:
        _search(network)


def _search(network: Network) -> None:
    session.opening("Que dit cette convention, et où en est-elle ?")
    on = session.asked_on()
    text = st.text_input("Chercher", value=st.query_params.get("q", ""), key="q", placeholder="Objet ou référence")
    session.in_url("q", text)
    found = search(session.stamp(network), network, text, conventions=True)
    if found.is_empty():
        session.answered(
            "Aucune convention ne correspond." if text else "Aucune convention n’est connue : chargez l’exemple ou importez vos fichiers."
        )
        return
    states = conventions_on(network, on).select("id", "state", "effective_end")
    live = states.filter(pl.col("id").is_in(found["id"].implode()) & pl.col("state").is_in([str(s) for s in LIVE_STATES])).height
    shown = f" ; les {MOST} premières sont affichées, précisez la recherche" if found.height > MOST else ""
    session.answered(f"{counted(found.height, 'convention', 'conventions')}, dont {live} en vigueur au {day(on)}{shown}.")
    found = found.head(MOST).join(states, on="id", how="left", maintain_order="left")
    sides = _sides(network, found["id"])
    frame = pl.DataFrame(
        {
            "Convention": found["caption"],
            "Signataires": [sides.get(i, "") for i in found["id"].to_list()],
            "État": found["state"],
            "Fin": found["effective_end"],
            "Référence": found["key"],
        }
    )
    openable(frame, [{i: address(i, c)} for i, c in found.select("id", "caption").iter_rows()], alt="Conventions trouvées", key="recherche")


def _sides(network: Network, ids: pl.Series) -> dict[str, str]:
    signs = network.link(SIGNS.name).filter(pl.col("target").is_in(ids.implode())).select("source", "target").unique()
    named = network.named(signs, "source").group_by("target").agg(pl.col("source_name").sort().str.join(", "))
    return dict(named.select("target", "source_name").iter_rows())


def _sheet(network: Network, identifier: str) -> None:
    on = session.asked_on()
    row = conventions_on(network, on).filter(pl.col("id") == identifier)
    said = row.row(0, named=True) if row.height else network.row(identifier)
    session.opening(network.caption(identifier))
    session.answered(_sentence(said, on))
    session.link("convention", "Chercher une autre convention")
    st.subheader("Signataires", anchor=False)
    _signatories(network, identifier)
    st.subheader("Ce que dit la convention", anchor=False)
    identity(network, identifier, left_out=("clauses",))
    st.subheader("Échéance", anchor=False)
    pairs(
        [
            (f"État au {day(on)}", str(said["state"])),
            ("Fin écrite", day(said["written_end"]) or "non renseignée"),
            ("Fin, avec reconductions", day(said["effective_end"]) or "inconnue"),
            ("Agir avant le", day(said["act_before"]) or "inconnu"),
        ],
        columns=4,
    )
    st.subheader("Clauses", anchor=False)
    _clauses(said)
    st.subheader("Cohérence avec les accords-cadres", anchor=False)
    _frameworks(network, identifier, on)
    others = [name for name in network.links_of(identifier) if name not in (SIGNS.name, "RELIES_ON")]
    if others:
        st.subheader("Autres liens", anchor=False)
        links(network, identifier, left_out=(SIGNS.name, "RELIES_ON"))
    st.caption(plain(f"Ligne d’origine : {network.place(said['lot'], said['table'], said['line'])}"))
    changes(network, identifier)


def _sentence(said: dict[str, Any], on: date) -> str:
    end = said["effective_end"]
    state = str(said["state"])
    when = f" ; fin le {day(end)}" if end and end >= on else f" depuis le {day(end)}" if end and state == "terminée" else ""
    days = f", dans {counted((end - on).days, 'jour', 'jours')}" if end and end >= on else ""
    return f"Au {day(on)}, cette convention est {_accorded(state)}{when}{days}."


def _accorded(state: str) -> str:
    return {"projet": "à l’état de projet", "dates inconnues": "sans date connue"}.get(state, state)


def _signatories(network: Network, identifier: str) -> None:
    signs = network.link(SIGNS.name).filter(pl.col("target") == identifier).select("source", "role").unique(maintain_order=True)
    named = network.named(signs, "source").sort("source_name")
    if named.is_empty():
        st.markdown("Aucun signataire connu.")
        return
    held = st.columns(3, gap="large")
    for rank, (source, role, name) in enumerate(named.select("source", "role", "source_name").iter_rows()):
        with held[rank % 3]:
            session.sheet_link(source, f"{name} ({role})" if role else name)


def _clauses(said: dict[str, Any]) -> None:
    present = said["clauses"]
    choices = CLAUSE.choices
    frame = pl.DataFrame(
        {
            "Clause (fiche 6)": [label for _code, label in choices],
            "Dans le texte": [
                "non renseigné" if present is None else "présente" if code in present else "absente" for code, _label in choices
            ],
        }
    )
    if present is None:
        st.markdown("Les clauses de cette convention ne sont pas renseignées : leur absence n’est pas constatée.")
        return
    lacking = frame.filter(pl.col("Dans le texte") == "absente").height
    st.markdown(f"{len(choices) - lacking} clauses sur {len(choices)} sont relevées dans le texte.")
    table(frame, alt="Clauses de la convention")


def _frameworks(network: Network, identifier: str, on: date) -> None:
    """Show the verdicts of the convention, and what is to be asked of its signature."""
    findings = findings_of(network, on)
    own = explained(findings, findings.of(identifier))
    stands = standings(network, findings)
    if not own:
        over = identifier not in set(findings.dated.conventions["id"])
        st.markdown(
            "Convention terminée à cette date : une archive, qui n’est pas examinée."
            if over
            else "Aucun accord-cadre connu ne la concerne."
        )
    for finding in own:
        panel(network, finding, stands.get(finding.key), on)
    for ask in to_ask(findings.dated).filter(pl.col("convention") == identifier)["ask"]:
        st.caption(plain(ask))
