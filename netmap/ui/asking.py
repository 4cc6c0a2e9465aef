"""The page of a question, whichever it is: its form, its answer in a sentence, its table, its files. All from its declaration."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from netmap.answer import Answer, ask, parameters
from netmap.domain import DOMAIN
from netmap.export import answer_csv, answer_json, answer_xlsx, file_name
from netmap.export.rows import answer_frame
from netmap.network import Network
from netmap.question import Parameter, Params, Question
from netmap.scope import KINDS
from netmap.ui import session
from netmap.ui.tables import openable
from netmap.ui.writing import address, counted, day, key_of, plain, read_day
from netmap.values import DATE

# More names than these are typed, not listed. Scopes are listed far beyond: France has some ten thousand lycées, and a page without
# a list of scopes answers for the whole network only.
_LISTED, _SCOPES = 3_000, 20_000
_FILES = (
    ("Télécharger (Excel)", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer_xlsx),
    ("Télécharger (CSV)", "csv", "text/csv", answer_csv),
    ("Télécharger (JSON)", "json", "application/json", answer_json),
)
_TEXT_WIDTHS = {"Que faire": 460, "Source": 330}


def page(question: Question) -> None:
    """Show the page of a question."""
    session.opening(question.title)
    network = session.network()
    if network.is_empty:
        session.answered("Le réseau est vide : chargez l’exemple ou importez vos fichiers.")
        session.link("accueil", "Aller à l’accueil")
        return
    held = st.container()
    given = _form(network, question)
    params = parameters(question, given, network, session.asked_on())
    answer = answered(network, question, params)
    with held:
        session.answered(sentence(network, question, params, answer.rows))
        if answer.denominator:
            st.markdown(plain(answer.denominator))
        st.caption(plain(question.help))
    if answer.rows.height:
        shown = answer_frame(answer, network)
        openable(shown, _sheets(network, answer), alt=question.title, key=f"reponse-{question.name}", widths=_TEXT_WIDTHS, most=190)
        _downloads(question, answer, network)


def answered(network: Network, question: Question, params: Params) -> Answer:
    """Ask a question once a version of the network and a set of parameters."""
    return _answered(session.stamp(network), question.name, tuple(sorted(params.items())), question, network)


@st.cache_resource(max_entries=64, show_spinner=False)
def _answered(
    stamp: tuple[str, int],  # noqa: ARG001 - the keys of what is kept
    name: str,  # noqa: ARG001
    said: tuple[tuple[str, object], ...],
    _question: Question,
    _network: Network,
) -> Answer:
    return ask(_network, _question, dict(said), session.store())


def sentence(network: Network, question: Question, params: Params, rows: pl.DataFrame) -> str:
    """Say an answer in one sentence: how many, under which conditions; what no row means when there is none."""
    if rows.is_empty():
        return question.empty
    first = question.columns[0]
    subjects = rows[first.name].n_unique()
    kind = DOMAIN.node_kinds.get(first.kind)
    one, several = (kind.label.lower(), kind.plural.lower()) if kind else ("ligne", "lignes")
    lines = f" ({counted(rows.height, 'ligne', 'lignes')})" if kind and rows.height != subjects else ""
    conditions = [_condition(network, parameter, params[parameter.name]) for parameter in question.parameters if params[parameter.name]]
    return f"{counted(subjects, one, several)}{lines} ; {', '.join(conditions)}."


def _condition(network: Network, parameter: Parameter, value: object) -> str:
    label = parameter.label[:1].lower() + parameter.label[1:]
    if isinstance(value, date):
        return f"{label} {day(value)}"
    return f"{label} : {network.caption(str(value)) if parameter.kind else parameter.type.show(value)}"


def _form(network: Network, question: Question) -> dict[str, str | None]:
    """Show the form and give the parameters as text, from the URL until the form says otherwise."""
    given: dict[str, str | None] = {p.name: st.query_params.get(p.name) for p in question.parameters}
    with st.form(f"question-{question.name}"):
        held = st.columns([4 if p.kind else 2 for p in question.parameters], gap="medium")
        asked: dict[str, str | None] = {}
        for column, parameter in zip(held, question.parameters, strict=True):
            with column:
                asked[parameter.name] = _field(network, parameter, given[parameter.name])
        sent = st.form_submit_button("Répondre", type="primary")
    if sent:
        given = asked
        for name, value in asked.items():
            session.in_url(name, value)
    return given


def _field(network: Network, parameter: Parameter, given: str | None) -> str | None:
    if parameter.type is DATE:
        value = read_day(given) or parameter.default(session.asked_on())
        chosen = st.date_input(parameter.label, value=value, format="DD/MM/YYYY", help=parameter.help)
        return chosen.isoformat()
    if parameter.type.choices:
        words = dict(parameter.type.choices)
        codes = list(words)
        value = given or parameter.default(session.asked_on())
        return st.selectbox(
            parameter.label,
            codes,
            index=codes.index(value) if value in codes else None,
            format_func=lambda code: words[code],
            placeholder="Sans condition",
            help=parameter.help,
        )
    options = options_of(session.stamp(network), parameter.kind, network) if parameter.kind else None
    if options is None:
        return st.text_input(
            parameter.label, value=given or "", help=parameter.help, placeholder="Nom ou identifiant" if parameter.kind else None
        )
    ids = list(options)
    return st.selectbox(
        parameter.label,
        ids,
        index=ids.index(given) if given in ids else None,
        format_func=lambda i: options[i],
        placeholder="Sans condition",
        help=parameter.help,
    )


@st.cache_data(max_entries=16, show_spinner=False)
def options_of(stamp: tuple[str, int], kinds: str, _network: Network) -> dict[str, str] | None:  # noqa: ARG001 - keys
    """Give ids and names of the actors of some kinds; None when they are too many for a list."""
    order = {kind: rank for rank, kind in enumerate(kinds.split("|"))}
    found = _network.captions.filter(pl.col("kind").is_in(list(order)))
    if found.height > (_SCOPES if set(order) <= set(KINDS) else _LISTED):
        return None
    ranked = found.with_columns(pl.col("kind").replace_strict(order, return_dtype=pl.Int64).alias("rank")).sort("rank", "caption", "id")
    return {i: address(i, c) for i, c in ranked.select("id", "caption").iter_rows()}


def scope_asked(network: Network, column: Any, key: str, *, name: str = "perimetre", placeholder: str = "Tout le réseau") -> str | None:  # noqa: ANN401 - a column of Streamlit
    """Ask for a part of the network and keep it in the URL under a name; None for the whole."""
    scopes = options_of(session.stamp(network), "|".join(KINDS), network) or {}
    ids = list(scopes)
    asked = st.query_params.get(name)
    scope = column.selectbox(
        "Périmètre",
        ids,
        index=ids.index(asked) if asked in ids else None,
        format_func=scopes.__getitem__,
        placeholder=placeholder,
        key=key,
    )
    session.in_url(name, scope)
    return scope


def _sheets(network: Network, answer: Answer) -> list[dict[str, str]]:
    """Give for each row the ids it names, with their captions."""
    columns = [c.name for c in answer.question.shown() if c.kind]
    ids = {i for name in columns for i in answer.rows[name].drop_nulls().to_list()}
    names: Mapping[str, str] = dict(network.captions.filter(pl.col("id").is_in(sorted(ids))).select("id", "caption").iter_rows())
    return [{i: names.get(i, key_of(i)) for i in row if i is not None} for row in answer.rows.select(columns).iter_rows()]


def _downloads(question: Question, answer: Answer, network: Network) -> None:
    on = answer.params.get("on") or session.asked_on()
    with st.container(horizontal=True):
        for label, ending, mime, write in _FILES:
            held = partial(write, answer, network)
            st.download_button(label, held, file_name(question.title, ending, on), mime, on_click="ignore", key=ending)
