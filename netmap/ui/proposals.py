"""Partners to propose, on screen: each with its reason, set aside with a motive, brought back when one was wrong."""

from collections.abc import Callable

import polars as pl
import streamlit as st

from netmap.domain import SET_ASIDE
from netmap.export.rows import answer_frame
from netmap.intake import remake, undo
from netmap.lot import Draft
from netmap.network import Network
from netmap.question import Params, Question
from netmap.suggestions import set_aside
from netmap.ui import session
from netmap.ui.asking import answered
from netmap.ui.tables import several
from netmap.ui.writing import counted, day, plain

_WIDTHS = {"Pour": 150, "Manque": 215, "Proposition": 150, "Pourquoi": 245, "Par qui passer": 150}
_MOST = 1_000
_SHOWN = 30


def show(network: Network, question: Question, params: Params) -> None:
    """Show whom to propose for each gap, and what was set aside."""
    st.subheader("Des partenaires à proposer", anchor=False)
    answer = answered(network, question, params)
    if answer.denominator:
        st.caption(plain(answer.denominator))
    if answer.rows.is_empty():
        st.markdown(plain(question.empty))
    else:
        if answer.rows.height > _MOST:
            st.caption(f"Les {_MOST} premières propositions sur {answer.rows.height} sont affichées ; les fichiers les donnent toutes.")
        shown = _listed(answer_frame(answer, network).head(_MOST))
        ticked = several(shown, alt=question.title, key=f"propositions-{network.version}-{params['scope']}", widths=_WIDTHS, wrapped=True)
        if ticked:
            _one(network, answer.rows[ticked])
        else:
            st.caption("Cochez une ou plusieurs propositions pour ouvrir les fiches, ou les écarter en disant pourquoi.")
        said = {"on": params["on"].isoformat()} | ({"scope": params["scope"]} if params["scope"] else {})
        session.link(question.name, "Toutes les propositions, et leurs fichiers", **said)
    _aside(network)


def _listed(frame: pl.DataFrame) -> pl.DataFrame:
    """Keep what is read first: the gap with its filière, and for whom only where there are several."""
    gap = pl.when(pl.col("Filière") != "").then(pl.concat_str("Manque", pl.lit(" : "), "Filière")).otherwise("Manque").alias("Manque")
    whom = ["Pour"] if frame["Pour"].n_unique() > 1 else []
    return frame.with_columns(gap).select(*whom, "Manque", "Proposition", "Pourquoi", "Par qui passer")


def _one(network: Network, rows: pl.DataFrame) -> None:
    with st.container(border=True):
        if rows.height == 1:
            row = rows.row(0, named=True)
            names = [network.caption(row[end]) for end in ("partner", "subject")]
            st.markdown(f"**{plain(names[0])}** pour {plain(names[1])} : {plain(row['reason'])} {plain(row['advice'])}")
            with st.container(horizontal=True):
                session.sheet_link(row["partner"], names[0])
                session.sheet_link(row["subject"], names[1])
        with st.form(f"ecarter-{network.version}-{rows.height}-{rows['partner'][0]}-{rows['subject'][0]}", border=False):
            left, right = st.columns([5, 3], gap="medium", vertical_alignment="bottom")
            reason = left.text_input("Motif", placeholder="Déjà sollicitée, ne prend pas d’élèves, a refusé…")
            every = right.checkbox("Pour tous les manques de l’établissement", help="Sinon, seulement pour ce manque.")
            label = "Écarter cette proposition" if rows.height == 1 else f"Écarter ces {rows.height} propositions"
            sent = st.form_submit_button(label, type="primary")
    if not sent:
        return
    if not reason.strip():
        st.error("Donnez un motif : il est gardé, et évite de proposer ce partenaire à nouveau.")
        return
    pairs = list(dict.fromkeys((s, p, None if every else n) for s, p, n in rows.select("subject", "partner", "need").iter_rows()))
    lots = [remake(session.store(), _draft(subject, partner, need, reason)).number for subject, partner, need in pairs]
    numbers = ", ".join(str(number) for number in lots)
    session.say(f"{counted(len(lots), 'proposition écartée', 'propositions écartées')} (lot n° {numbers}). On peut y revenir plus bas.")
    st.rerun()


def _draft(subject: str, partner: str, need: str | None, reason: str) -> Callable[[Network], Draft]:
    def draft(held: Network) -> Draft:
        return set_aside(held, subject, partner, need, author=session.author(), reason=reason, at=session.at(), on=session.asked_on())

    return draft


def _aside(network: Network) -> None:
    held = network.named(network.link(SET_ASIDE.name).sort("on", "source", "target", descending=True, nulls_last=True), "source", "target")
    if held.is_empty():
        return
    with st.expander(f"Propositions écartées ({held.height})"):
        if held.height > _SHOWN:
            st.caption(f"Les {_SHOWN} dernières ; les autres sont sur les fiches et dans le journal.")
        for row in held.head(_SHOWN).iter_rows(named=True):
            with st.container(horizontal=True, vertical_alignment="center"):
                words = [
                    f"{row['target_name']} pour {row['source_name']}",
                    f"le {day(row['on'])}" if row["on"] else "",
                    row["reason"] or "",
                ]
                st.markdown(plain(" : ".join(filter(None, [", ".join(filter(None, words[:2])), words[2]]))), width="stretch")
                if row["lot"] is not None and st.button(
                    "Proposer à nouveau", key=f"reproposer-{row['lot']}-{row['source']}-{row['target']}"
                ):
                    undo(session.store(), row["lot"], author=session.author(), reason="Proposée à nouveau", at=session.at())
                    session.say(f"Décision annulée (lot n° {row['lot']}) : ce partenaire est proposé à nouveau.")
                    st.rerun()
