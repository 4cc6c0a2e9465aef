"""A verdict on screen: why, the two texts side by side, the facts and their lines, whom to ask, and the decision taken in place."""

from collections.abc import Callable, Collection, Sequence
from datetime import date

import polars as pl
import streamlit as st

from netmap.coherence import LEVELS, Finding, Findings, Ground, Level, examine, explained
from netmap.coherence.decisions import ATTACHED, STATUS, TO_EXAMINE, Decision, Standing, decide, decisions, standing
from netmap.coherence.reasons import CERTAINTIES
from netmap.coherence.rechecking import recheck
from netmap.errors import UnknownName
from netmap.intake import remake, undo
from netmap.lot import Draft
from netmap.network import Network
from netmap.ui import session
from netmap.ui.tables import pairs, table
from netmap.ui.writing import day, plain

# A mark and a colour of state for each level; the frightening ones are kept for the last.
MARKS = {Level.L0: "○", Level.L1: "◇", Level.L2: "◈", Level.L2B: "◎", Level.L3: "▲", Level.L4: "■"}
_HELD: dict[str, tuple[date, Findings]] = {}


def findings_of(network: Network, on: date) -> Findings:
    """Give the findings of the network on a date; after a change, only what it touches is examined again."""
    return _examined(session.stamp(network), on, network)


@st.cache_resource(max_entries=6, show_spinner="Examen des conventions…")
def _examined(stamp: tuple[str, int], on: date, _network: Network) -> Findings:
    before = _HELD.get(stamp[0])
    found = recheck(before[1], _network) if before is not None and before[0] == on else examine(Ground(_network), on)
    _HELD[stamp[0]] = (on, found)
    return found


def decided(network: Network) -> dict[str, Decision]:
    """Give the decisions in force."""
    return _decided(session.stamp(network))


@st.cache_resource(max_entries=4, show_spinner=False)
def _decided(stamp: tuple[str, int]) -> dict[str, Decision]:  # noqa: ARG001 - the version is the key
    return decisions(session.store())


def standings(network: Network, findings: Findings) -> dict[str, Standing]:
    """Give the decisions beside the verdicts they are about, with what changed since."""
    return _standings(session.stamp(network), findings.on, network, findings)


@st.cache_resource(max_entries=6, show_spinner=False)
def _standings(stamp: tuple[str, int], on: date, _network: Network, _findings: Findings) -> dict[str, Standing]:  # noqa: ARG001 - keys
    held = decided(_network)
    subjects = {decision.convention for decision in held.values()}
    frame = _findings.frame.filter(pl.col("convention").is_in(list(subjects)))
    return standing(held, explained(_findings, frame))


def panel(network: Network, finding: Finding, stand: Standing | None, on: date) -> None:
    """Show a verdict whole, and the form to decide of it."""
    words = LEVELS[finding.rule.level]
    with st.container(border=True):
        st.markdown(f"**{MARKS[finding.rule.level]} {plain(words.name)} : {plain(finding.rule.title)}**")
        st.markdown(plain(finding.reason))
        if finding.framework:
            how = "" if finding.identity[1:] in finding.reason else f" : {finding.identity}"
            st.caption(plain(f"Certitude {CERTAINTIES[finding.certainty]}{how}."))
        if finding.quotations:
            for column, quotation in zip(st.columns(len(finding.quotations), gap="large"), finding.quotations, strict=True):
                with column:
                    st.markdown(f":gray[{plain(quotation.of)}]  \n{plain(quotation.text)}")
                    st.caption(plain(quotation.source or "Aucune ligne d’origine"))
        with st.container(horizontal=True):
            session.sheet_link(finding.convention, f"Fiche de la convention {finding.references[0] or ''}".strip())
            if finding.framework:
                session.sheet_link(finding.framework, f"Fiche de l’accord {finding.references[1] or ''}".strip())
        _others(network, finding)
        _more(finding)
        _advice(finding)
        decision_form(network, [finding], on, key=finding.key, stand=stand)


def _others(network: Network, finding: Finding) -> None:
    if not finding.others:
        return
    st.markdown(f":gray[Autres conventions ({len(finding.others)})]")
    few = 6
    for column, other in zip(st.columns(3), finding.others[:3], strict=False):
        with column:
            session.sheet_link(other, network.caption(other))
    if len(finding.others) > len(finding.others[:3]):
        names = [network.caption(other) for other in finding.others[3 : 3 + few]]
        rest = len(finding.others) - 3 - len(names)
        st.caption(plain(" ; ".join(names) + (f" ; et {rest} de plus" if rest > 0 else "")))


def _more(finding: Finding) -> None:
    with st.expander("Sur quels faits, et ce qui changerait le verdict"):
        frame = pl.DataFrame(
            {
                "Fait": [f.label for f in finding.facts],
                "De": [f.about_name for f in finding.facts],
                "Valeur": [f.value for f in finding.facts],
                "Où c’est dit": [f.source for f in finding.facts],
            }
        )
        table(frame, alt="Faits du verdict", widths={"Valeur": 330, "Où c’est dit": 260})
        pairs(
            [
                ("Ce qui changerait le verdict", finding.rule.change),
                ("À qui demander", finding.rule.ask),
                ("À compléter", " ; ".join(finding.to_complete)),
                ("Règle", f"{finding.rule.name} (proposition de netmap)"),
            ]
        )


def _advice(finding: Finding) -> None:
    left = [advice for advice in finding.advice if not advice.informed]
    if left:
        said = " ; ".join(f"{advice.name} ({advice.when})" for advice in left)
        st.caption(plain(f"Délégations qu’il est conseillé d’informer : {said}. C’est un conseil de la fiche 6, pas une obligation."))


def decision_form(network: Network, findings: Sequence[Finding], on: date, *, key: str, stand: Standing | None = None) -> None:
    """Ask for a decision on some verdicts; it is a lot, dated and signed, that can be undone."""
    if stand is not None:
        _standing_line(stand)
    possible = [code for code, _label in STATUS.choices if code != ATTACHED or all(f.framework and not f.cited for f in findings)]
    with st.form(f"decider-{key}-{network.version}", border=False):
        left, right = st.columns([2, 5], gap="medium")
        status = left.selectbox("Décision", possible, index=min(1, len(possible) - 1), format_func=STATUS.show)
        reason = right.text_input("Motif", placeholder="Vu avec la délégation, avenant signé, autre objet…")
        label = "Enregistrer la décision" if len(findings) == 1 else f"Décider pour les {len(findings)} verdicts"
        sent = st.form_submit_button(label, type="primary")
    if not sent:
        return
    if status != TO_EXAMINE and not reason.strip():
        st.error("Donnez un motif : la décision le garde, et il est remis avec le dossier.")
        return
    lot = remake(session.store(), _again([f.key for f in findings], {f.convention for f in findings}, status, reason, on))
    session.say(f"Décision enregistrée (lot n° {lot.number}) : {STATUS.show(status)}. Elle s’annule ici, ou dans le journal.")
    st.rerun()


def _again(keys: Collection[str], conventions: Collection[str], status: str, reason: str, on: date) -> Callable[[Network], Draft]:
    """Decide of verdicts as they are in the network at the moment of writing: it may have changed since they were shown."""

    def draft(held: Network) -> Draft:
        chosen = [f for f in explained(examine(Ground(held), on, conventions)) if f.key in keys]
        if len(chosen) != len(set(keys)):
            raise UnknownName("Le réseau a changé et un de ces verdicts n’existe plus : relisez la liste avant de décider.")
        return decide(held, chosen, status, author=session.author(), reason=reason, at=session.at(), on=on)

    return draft


def _standing_line(stand: Standing) -> None:
    decision = stand.decision
    if stand.to_review:
        st.warning(plain(f"Décision à revoir : {' ; '.join(stand.changes)}."))
    with st.container(horizontal=True, vertical_alignment="center"):
        who = f", {decision.author}" if decision.author else ""
        why = f" : {decision.reason}" if decision.reason else ""
        st.markdown(f"**{plain(STATUS.show(decision.status))}** {plain(f'le {day(decision.on)}{who}{why}')}", width="stretch")
        if st.button("Annuler cette décision", key=f"annuler-{decision.lot}-{decision.key}"):
            undo(session.store(), decision.lot, author=session.author(), reason="Annulée depuis la page Cohérence", at=session.at())
            session.say(f"Décision annulée (lot n° {decision.lot}) : les verdicts du lot sont à examiner de nouveau.")
            st.rerun()
