"""Hostile cells give the same problems, the same network and the same answers on both stores; nothing of them is obeyed."""

from datetime import date
from pathlib import Path

import pytest

from loaders import SOURCES
from netmap.answer import ask, parameters
from netmap.intake import Given, commit, prepare, remake
from netmap.lot import Draft
from netmap.lots import correction
from netmap.network import Network
from netmap.stores import open_store
from queries import QUESTIONS
from tests.conftest import driver_of_tests
from tests.neo4j.rows import rows_of

AT = "2026-11-23T08:00:00+00:00"
HEADINGS = "N° de convention;UAI;Partenaire;Commune du partenaire;Objet;Début;Fin;Jeunes concernés;Montant (€)"
CELLS = (
    "'\"`\\",
    "`) DETACH DELETE n //",
    "'}) MATCH (n) DETACH DELETE n RETURN ({x:'",
    "$scope",
    "\u202e\ufeff\u200b",
    "NaN",
    "é" * 9_000,
    "🏭" * 3_000,
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
)
DATES = ("31/02/2027", "01/01/0001", "31/12/9999", "NaN", "99999999999", "-1")
NUMBERS = ("NaN", "inf", "1e309", "9223372036854775808", "-9223372036854775809", "\uff11\uff12", "12,5")


LONG = "x" * 1_000_000


def corrected(network: Network, name: str, text: str) -> Draft:
    return correction(network, "Convention:CONV-0", name, text, author="", reason="", at=AT)


def hostile() -> bytes:
    rows = [f'CONV-{n};0350760L;"{_q(cell)}";"{_q(cell)}";"{_q(cell)}";;;;' for n, cell in enumerate(CELLS)]
    rows += [f'"{_q(cell)}";0350760L;Valette;Rennes;Objet {n};;;;' for n, cell in enumerate(CELLS)]
    rows += [f'CONV-D{n};0350760L;Valette;Rennes;Accueil;"{cell}";"{cell}";;' for n, cell in enumerate(DATES)]
    rows += [f'CONV-N{n};0350760L;Valette;Rennes;Accueil;;;"{cell}";"{cell}"' for n, cell in enumerate(NUMBERS)]
    rows += [f';0350760L;"{_q(cell)}";;"{_q(cell)} {n}";;;;' for n, cell in enumerate(CELLS)]
    return "\n".join([HEADINGS, *rows]).encode()


def _q(cell: str) -> str:
    return cell.replace('"', '""')


@pytest.mark.filterwarnings("default")
def test_hostile_cells_are_the_same_on_both_stores(neo4j: str, tmp_path: Path) -> None:
    found = []
    for location in (neo4j, tmp_path / "reseau.netmap"):
        store = open_store(location, create=True)
        preparation = prepare(store, [Given("hostile.csv", content=hostile())], SOURCES, author="'`\"", at=AT, reason="$x\n//")
        commit(store, preparation)
        for name, text in (("object", LONG), ("comment", "\u202e" + LONG)):
            remake(store, lambda network, name=name, text=text: corrected(network, name, text))
        network = store.network()
        answers = [ask(network, q, parameters(q, {}, network, date(2026, 11, 23)), store).rows.rows() for q in QUESTIONS]
        assert store.verify() == ()
        report = preparation.report.as_csv()
        found.append((report, rows_of(network), rows_of(store.shown()), answers, [lot.author for lot in store.lots()]))
    assert found[0] == found[1]
    assert found[0][1] == found[0][2]
    assert len(found[0][1]["Convention"]) > len(CELLS)
    assert sorted({len(text) for row in found[0][1]["Convention"] for text in row if isinstance(text, str)})[-2:] == [10**6, 10**6 + 1]
    with driver_of_tests(neo4j) as driver:
        labels = set(driver.execute_query("MATCH (n) UNWIND labels(n) AS l RETURN collect(DISTINCT l) AS labels").records[0]["labels"])
    assert labels <= {"Convention", "Establishment", "Organisation", "NetmapNetwork", "NetmapLot", "NetmapPart", "NetmapAct"}
