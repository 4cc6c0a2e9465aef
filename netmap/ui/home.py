"""What should I look at today? Five lines, each a link, and the age of what they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import polars as pl
import streamlit as st

from loaders import SOURCES
from netmap.answer import ask
from netmap.coherence import LEVELS, Level
from netmap.demo import demo_files
from netmap.domain import DOMAIN
from netmap.intake import Given, commit, prepare
from netmap.lot import LotKind, LotState
from netmap.network import Network
from netmap.scene import SOON_DAYS
from netmap.stores import Store, is_server
from netmap.ui import session
from netmap.ui.search import to_complete, without_partner
from netmap.ui.tables import table
from netmap.ui.verdict import findings_of, standings
from netmap.ui.writing import counted, day, grouped, moment, plain
from queries import LAPSING_CONVENTIONS, UNCOVERED_FILIERES

FICTIONAL = "Réseau d’exemple : établissements, partenaires et conventions sont fictifs."
_NO_FILTER: Mapping[str, str] = {}
# One, several, none.
_LAPSING = ("convention arrive", "conventions arrivent", "Aucune convention n’arrive")
_POSSIBLE = (
    "convention touche un accord-cadre qu’elle ne cite pas",
    "conventions touchent un accord-cadre qu’elles ne citent pas",
    "Aucune convention ne touche un accord-cadre qu’elle ne cite pas",
)


@dataclass(frozen=True, slots=True)
class Matter:
    """Hold one thing to look at: how many, in words, why, and the page that shows them."""

    count: int
    sentence: str
    why: str
    page: str
    query: Mapping[str, str] = field(default_factory=lambda: _NO_FILTER)


def privacy(store: Store) -> str:
    """Say where the data stay."""
    return (
        f"Vos données restent sur le serveur {store.location}." if is_server(store.location) else "Vos données restent sur cet ordinateur."
    )


def page() -> None:
    """Show the page."""
    session.opening("Que dois-je regarder aujourd’hui ?")
    network = session.network()
    if network.is_empty:
        _first_steps()
        return
    on = session.asked_on()
    found = matters(session.stamp(network), on, network)
    waiting = sum(1 for matter in found if matter.count)
    session.answered(
        f"Au {day(on)}, {counted(waiting, 'point', 'points')} à regarder sur {len(found)}."
        if waiting
        else f"Au {day(on)}, rien n’appelle votre attention."
    )
    if _is_demo(network):
        st.info(FICTIONAL)
    for matter in found:
        with st.container(border=True, horizontal=True, vertical_alignment="center"), st.container(width="stretch", gap=None):
            session.link(matter.page, matter.sentence, **matter.query)
            st.caption(plain(matter.why))
    _age(network, on)
    _counts(network)


@st.cache_data(max_entries=16, show_spinner=False)
def matters(stamp: tuple[str, int], on: date, _network: Network) -> list[Matter]:
    """Count the five things to look at on a date."""
    before = on + timedelta(days=SOON_DAYS)
    said = {"on": on.isoformat()} if on != date.today() else {}  # noqa: DTZ011 - the day of this computer is the user's
    lapsing = ask(_network, LAPSING_CONVENTIONS, {"before": before, "scope": None, "on": on}).rows
    possible, why = _links(_network, on)
    uncovered = ask(_network, UNCOVERED_FILIERES, {"scope": None, "on": on}).rows
    bare, unsaid = uncovered.height, uncovered.filter((pl.col("unknown") > 0) | ~pl.col("said")).height
    unknown = to_complete(stamp, _network).height
    alone = without_partner(stamp, _network).height
    urgent = lapsing.filter(pl.col("act_before") < on).height
    return [
        Matter(
            lapsing.height,
            f"{_n(lapsing.height, *_LAPSING)} à échéance avant le {day(before)}",
            f"Pour {grouped(urgent)} d’entre elles, la date limite pour agir est passée."
            if urgent
            else "Reconductions tacites et préavis comptés.",
            LAPSING_CONVENTIONS.name,
            {"before": before.isoformat(), **said},
        ),
        Matter(
            possible,
            _n(possible, *_POSSIBLE),
            why,
            "coherence",
            said,
        ),
        Matter(
            bare,
            f"{_n(bare, 'filière enseignée', 'filières enseignées', 'Aucune filière enseignée')} sans convention en vigueur",
            f"{counted(unsaid, 'est', 'sont')} à compléter d’abord : conventions, filières ou dates non renseignées."
            if unsaid
            else "Une filière sans convention connue n’est pas une filière sans partenaire.",
            UNCOVERED_FILIERES.name,
            said,
        ),
        Matter(
            unknown,
            f"{_n(unknown, 'acteur cité', 'acteurs cités', 'Aucun acteur cité')} sans être décrit{'s' if unknown > 1 else ''}",
            "Une ligne les mentionne, aucune ne les décrit : fiches à compléter.",
            "fiche",
            {"liste": "a-completer"},
        ),
        Matter(
            alone,
            f"{_n(alone, 'établissement', 'établissements', 'Aucun établissement')} sans partenaire connu",
            "Ni convention, ni partenariat dans les fichiers chargés.",
            "fiche",
            {"liste": "sans-partenaire"},
        ),
    ]


def _links(network: Network, on: date) -> tuple[int, str]:
    """Count the conventions with a link to attach, and say what else the check found, without frightening."""
    findings = findings_of(network, on)
    settled = [key for key, stand in standings(network, findings).items() if stand.settled]
    key = pl.concat_str("convention", pl.col("framework").fill_null(""), "topic", separator="|")
    waiting = findings.frame.filter(~key.is_in(settled))
    possible = waiting.filter(pl.col("level").is_in(["L1", "L2"]))["convention"].n_unique()
    more = [
        counted(found, LEVELS[level].name.lower(), LEVELS[level].several)
        for level in (Level.L3, Level.L4)
        if (found := waiting.filter(pl.col("level") == str(level)).height)
    ]
    beside = f" Aussi : {' et '.join(more)}." if more else ""
    return possible, f"Un lien à examiner et à rattacher, pas une faute.{beside}"


def _n(count: int, one: str, several: str, none: str) -> str:
    return none if count == 0 else counted(count, one, several)


def _first_steps() -> None:
    session.answered("Rien encore : le réseau est vide.")
    st.markdown(
        "netmap rassemble vos tableaux d’établissements, de partenaires et de conventions en un réseau que vous pouvez interroger, "
        "corriger et remettre, chaque information avec la ligne d’où elle vient."
    )
    with st.container(horizontal=True):
        if st.button("Essayer avec l’exemple", type="primary"):
            _load_demo()
        if st.button("Importer mes fichiers"):
            session.go("importer")
    st.caption(plain(privacy(session.store())))


def _load_demo() -> None:
    store = session.store()
    bar = st.progress(0.0, "Chargement de l’exemple")
    prepared = prepare(
        store,
        [Given.at(path) for path in demo_files()],
        SOURCES,
        author=session.author(),
        at=session.at(),
        reason="Réseau d’exemple",
        step=session.shown_on(bar),
    )
    bar.progress(1.0, "Validation")
    commit(store, prepared)
    session.say("L’exemple est chargé. Pour le retirer : page Importer, « Annuler ce lot ».")
    st.rerun()


def _is_demo(network: Network) -> bool:
    names = {path.name for path in demo_files()}
    return any(o.file in names for lot in network.lots if lot.state is LotState.ACTIVE for o in lot.origins)


def _age(network: Network, on: date) -> None:
    imports = [lot for lot in network.lots if lot.state is LotState.ACTIVE and lot.kind is LotKind.IMPORT]
    if imports:
        last = max(imports, key=lambda lot: lot.at)
        days = max(0, (on - date.fromisoformat(last.at[:10])).days)
        age = "aujourd’hui" if days == 0 else f"il y a {counted(days, 'jour', 'jours')}"
        st.caption(plain(f"Dernier import le {moment(last.at)} ({age}) : {last.title.removeprefix('Import : ')}."))


def _counts(network: Network) -> None:
    st.subheader("Ce que contient le réseau", anchor=False)
    kinds = [kind for kind in DOMAIN.nodes if network.node(kind.name).height]
    frame = pl.DataFrame(
        {
            "Sorte": [kind.plural for kind in kinds],
            "Nombre": [grouped(network.node(kind.name).height) for kind in kinds],
            "Décrits par un fichier": [grouped(int(network.node(kind.name)["declared"].sum())) for kind in kinds],
            "Ce que c’est": [kind.help for kind in kinds],
        }
    )
    table(frame, alt="Nombre d’éléments par sorte", widths={"Ce que c’est": 620})
