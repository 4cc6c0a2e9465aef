"""Which conventions touch a framework agreement? The list by level, the explanation beside it, the decision in place."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import polars as pl
import streamlit as st

from netmap.coherence import LEVELS, Findings, Level, explained
from netmap.coherence.alone import to_ask
from netmap.coherence.decisions import Standing, orphans, rule_name
from netmap.coherence.faults import faults
from netmap.coherence.reasons import CERTAINTIES
from netmap.coherence.rules import BY_RULE, ORDER
from netmap.coherence.tables import unrelated_table, verdict_table
from netmap.coherence.unrelated import unrelated
from netmap.export import file_name, table_csv, table_xlsx
from netmap.network import Network
from netmap.scope import KINDS, conventions_of
from netmap.ui import session
from netmap.ui.asking import options_of
from netmap.ui.tables import several, table
from netmap.ui.verdict import MARKS, decided, decision_form, findings_of, panel, standings
from netmap.ui.writing import counted, day, plain

TITLE = "Quelles conventions touchent un accord-cadre ?"
_MOST = 2_000
# How sure it is that the partner is concerned: what is surer is read first.
_SURENESS = {"": tuple(CERTAINTIES), "forte": ("sure", "strong"), "moyenne": ("sure", "strong", "medium")}
_SURENESS_WORDS = {"": "Toutes", "forte": "Sûre ou forte", "moyenne": "Moyenne ou plus"}
_SUREST_FIRST = {name: rank for rank, name in enumerate(CERTAINTIES)}
_STATES = {"a_examiner": "À examiner", "revoir": "Décision à revoir", "decide": "Décidé", "tout": "Tout"}
# What asks for something comes first; declared links are information.
_SHOWN = (Level.L4, Level.L3, Level.L2, Level.L1, Level.L2B, Level.L0)
_MANY = 200
_WIDTHS = {"Niveau": 185, "Ce qui est trouvé": 300, "Convention": 250, "Établissement": 200, "Partenaire": 170}
_HONEST = (
    "Un lien possible est le cas normal, pas une faute. Les niveaux sont une proposition de netmap : aucun texte officiel ne les définit."
)


def page() -> None:
    """Show the page."""
    session.opening(TITLE)
    network = session.network()
    if network.is_empty:
        session.answered("Le réseau est vide : chargez l’exemple ou importez vos fichiers.")
        session.link("accueil", "Aller à l’accueil")
        return
    held = st.container()
    on, level, scope, state, sureness = _filters(network)
    findings = findings_of(network, on)
    stands = standings(network, findings)
    frame = _kept(network, findings, stands, level, scope, state)
    frame = frame.filter(pl.col("certainty").is_in(_SURENESS[sureness])) if sureness else frame
    with held:
        session.answered(sentence(findings, stands))
        st.caption(_HONEST)
    _list(network, findings, frame, stands)
    _beside(network, findings, stands)


def sentence(findings: Findings, stands: dict[str, Standing]) -> str:
    """Say the answer in one sentence: how many by level, the gravest first, and the decisions to review."""
    counts = findings.counts
    said = [counted(counts[str(level)], LEVELS[level].name.lower(), LEVELS[level].several) for level in _SHOWN if counts[str(level)]]
    if not said:
        return f"Au {day(findings.on)}, aucune convention ne touche un accord-cadre connu."
    review = sum(stand.to_review for stand in stands.values())
    more = f" {counted(review, 'décision est', 'décisions sont')} à revoir." if review else ""
    return f"Au {day(findings.on)} : {', '.join(said)}.{more}"


def _filters(network: Network) -> tuple[date, str, str | None, str, str]:
    columns = st.columns([3, 5, 4, 3, 3], gap="small", vertical_alignment="bottom")
    on = columns[0].date_input("À la date du", value=session.asked_on(), format="DD/MM/YYYY", key="coherence-on")
    levels = ["", *(str(level) for level in _SHOWN)]
    given = st.query_params.get("niveau", "")
    level = columns[1].selectbox(
        "Niveau",
        levels,
        index=levels.index(given) if given in levels else 0,
        format_func=lambda code: f"{MARKS[Level(code)]} {LEVELS[Level(code)].name}" if code else "Tous les niveaux",
        help=" ".join(f"{words.name} : {words.meaning}" for words in LEVELS.values()),
        key="coherence-niveau",
    )
    scopes = options_of(session.stamp(network), "|".join(KINDS), network) or {}
    ids = list(scopes)
    asked = st.query_params.get("perimetre")
    scope = columns[2].selectbox(
        "Périmètre",
        ids,
        index=ids.index(asked) if asked in ids else None,
        format_func=lambda i: scopes[i],
        placeholder="Tout le réseau",
        key="coherence-perimetre",
    )
    certainties = list(_SURENESS)
    said = st.query_params.get("certitude", "")
    sureness = columns[3].selectbox(
        "Certitude",
        certainties,
        index=certainties.index(said) if said in certainties else 0,
        format_func=lambda s: _SURENESS_WORDS[s],
        help="Sûre : même SIREN. Forte : groupe ou fédération. Moyenne : convention collective. Faible : activité (NAF) ou nom seul.",
        key="coherence-certitude",
    )
    states = list(_STATES)
    told = st.query_params.get("decision", "tout")
    state = columns[4].selectbox(
        "Décision", states, index=states.index(told) if told in states else 3, format_func=lambda s: _STATES[s], key="coherence-decision"
    )
    session.in_url("on", on.isoformat() if on != date.today() else None)  # noqa: DTZ011 - the day of this computer is the user's
    session.in_url("niveau", level)
    session.in_url("perimetre", scope)
    session.in_url("decision", state if state != "tout" else None)
    session.in_url("certitude", sureness)
    return on, level, scope, state, sureness


def _kept(network: Network, findings: Findings, stands: dict[str, Standing], level: str, scope: str | None, state: str) -> pl.DataFrame:
    frame = findings.frame.with_columns(pl.concat_str("convention", pl.col("framework").fill_null(""), "topic", separator="|").alias("key"))
    surest = pl.col("certainty").replace_strict(_SUREST_FIRST, return_dtype=pl.Int8)
    frame = frame.sort(pl.col("level").replace_strict(ORDER, return_dtype=pl.Int8), -surest, descending=True, maintain_order=True)
    if level:
        frame = frame.filter(pl.col("level") == level)
    if scope:
        frame = frame.filter(pl.col("convention").is_in(conventions_of(network, scope)["convention"].implode()))
    if state == "revoir":
        frame = frame.filter(pl.col("key").is_in([key for key, stand in stands.items() if stand.to_review]))
    elif state == "decide":
        frame = frame.filter(pl.col("key").is_in([key for key, stand in stands.items() if stand.settled]))
    elif state == "a_examiner":
        frame = frame.filter(
            ~pl.col("key").is_in([key for key, stand in stands.items() if stand.settled]) & (pl.col("level") != str(Level.L0))
        )
    return frame


def _list(network: Network, findings: Findings, frame: pl.DataFrame, stands: dict[str, Standing]) -> None:
    if frame.is_empty():
        st.markdown("Aucun verdict ne répond à ces filtres.")
        return
    if frame.height > _MOST:
        st.caption(f"Les {_MOST} premiers verdicts sur {frame.height} sont affichés ; les fichiers les donnent tous.")
    shown = frame.head(_MOST)
    # other rows are another table: a tick must not move from one verdict to the next when the list changes
    rows = hash(tuple(shown["key"].to_list()))
    chosen = several(_table(network, findings, shown, stands), alt="Verdicts", key=f"verdicts-{findings.on}-{rows}", widths=_WIDTHS)
    ticked = [row for row in chosen if row < shown.height]
    if not ticked:
        st.caption("Cochez une ligne pour lire pourquoi et décider ; plusieurs lignes se décident ensemble.")
    told = explained(findings, shown[ticked]) if ticked else []
    if len(told) == 1:
        panel(network, told[0], stands.get(told[0].key), findings.on)
    elif told:
        with st.container(border=True):
            st.markdown(f"**{len(told)} verdicts cochés**")
            for finding in told[:8]:
                st.markdown(f"{MARKS[finding.rule.level]} {plain(finding.convention_name)} : {plain(finding.reason)}")
            if len(told) > len(told[:8]):
                st.caption(f"Et {len(told) - 8} de plus.")
            decision_form(network, told, findings.on, key=f"ensemble-{len(told)}")
    _files(findings, frame, stands)


def _table(network: Network, findings: Findings, shown: pl.DataFrame, stands: dict[str, Standing]) -> pl.DataFrame:
    names = network.named(shown, "convention", "framework", "partner")
    schools = (
        network.named(findings.ground.schools, "establishment").group_by("convention").agg(pl.col("establishment_name").sort().first())
    )
    named = names.join(schools, on="convention", how="left", maintain_order="left")
    rules = {rule.id: rule.title for rule in BY_RULE.values()}
    partners = _names_of(network, findings.ground.partners, "partner")
    return pl.DataFrame(
        {
            "Niveau": [f"{MARKS[Level(level)]} {LEVELS[Level(level)].name}" for level in named["level"]],
            "Ce qui est trouvé": [rules[rule] for rule in named["rule"]],
            "Convention": named["convention_name"],
            "Établissement": named["establishment_name"].fill_null(""),
            "Partenaire": [name or partners.get(i, "") for i, name in named.select("convention", "partner_name").iter_rows()],
            "Accord-cadre": named["framework_name"].fill_null(""),
            "Certitude": [CERTAINTIES[c] for c in named["certainty"]],
            "Décision": [stands[key].told() if key in stands else "" for key in named["key"]],
        }
    )


def _names_of(network: Network, links: pl.DataFrame, name: str) -> dict[str, str]:
    named = network.named(links, name).group_by("convention").agg(pl.col(f"{name}_name").drop_nulls().sort().str.join(", "))
    return dict(named.iter_rows())


def _files(findings: Findings, frame: pl.DataFrame, stands: dict[str, Standing]) -> None:
    def written(write: object) -> bytes:
        told = verdict_table(explained(findings, frame), stands)
        return table_xlsx(told, "Cohérence nationale") if write is table_xlsx else table_csv(told)

    with st.container(horizontal=True):
        for label, ending, mime, write in (
            ("Télécharger (Excel)", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", table_xlsx),
            ("Télécharger (CSV)", "csv", "text/csv", table_csv),
        ):
            name = file_name("Cohérence nationale", ending, findings.on)
            st.download_button(label, partial(written, write), name, mime, on_click="ignore", key=f"coherence-{ending}")


def _beside(network: Network, findings: Findings, stands: dict[str, Standing]) -> None:
    held = orphans({key: d for key, d in decided(network).items() if key not in stands}, ())
    if held:
        with st.expander(f"Décisions sur ce qui n’est plus trouvé à cette date ({len(held)})"):
            for decision in held[:_MANY]:
                convention = decision.convention
                st.markdown(f"{plain(rule_name(decision))} : {plain(_called(network, convention))}. {plain(decision.told())}")
    asked = to_ask(findings.dated)
    if asked.height:
        with st.expander(f"À compléter pour juger des signatures ({asked.height})"):
            named = network.named(asked, "convention")
            table(
                named.select(pl.col("convention_name").alias("Convention"), pl.col("ask").alias("Ce qui manque")),
                alt="À compléter",
                most=620,
            )
    wrong = faults(findings.ground)
    if wrong:
        with st.expander(f"Ce qui gêne l’examen ({len(wrong)})"):
            _sentences([fault.message for fault in wrong])
    with st.expander("Paires examinées et jugées sans lien"):
        apart = unrelated(findings)
        if apart.is_empty():
            st.markdown("Aucune.")
        else:
            st.caption("Pour que le silence soit sûr : ce que netmap a regardé sans rien retenir, et pourquoi.")
            table(unrelated_table(network, apart.head(_MOST)), alt="Paires sans lien", widths={"Pourquoi sans lien": 480})


def _sentences(messages: Sequence[str]) -> None:
    for message in messages[:_MANY]:
        st.markdown(f"- {plain(message)}")


def _called(network: Network, identifier: str) -> str:
    held = network.captions.filter(pl.col("id") == identifier)["caption"]
    return held[0] if len(held) else identifier.partition(":")[2]
