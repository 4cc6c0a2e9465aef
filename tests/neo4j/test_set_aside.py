"""A partner set aside on a server is out of its answers until that is undone, as in a file."""

import polars as pl

from loaders import SOURCES
from netmap.answer import ask, parameters
from netmap.intake import Given, commit, prepare, remake, undo
from netmap.lot import Draft
from netmap.network import Network
from netmap.stores import Store, open_store
from netmap.suggestions import set_aside
from queries import SUGGESTED_PARTNERS
from tests.core.test_gaps import AT, BRUME, FILES, NEED, ON, TILLEULS


def suggested(store: Store) -> pl.DataFrame:
    network = store.network()
    params = parameters(SUGGESTED_PARTNERS, {}, network, ON)
    facts = store.facts(SUGGESTED_PARTNERS, params, network.version)
    assert facts is not None
    rows = ask(network, SUGGESTED_PARTNERS, params, store).rows
    assert rows.equals(ask(network, SUGGESTED_PARTNERS, params).rows)
    return rows


def leave_out(network: Network) -> Draft:
    return set_aside(network, TILLEULS, BRUME, NEED, author="Camille", reason="a refusé", at=AT, on=ON)


def test_a_partner_set_aside_on_a_server_is_proposed_again_once_that_is_undone(neo4j: str) -> None:
    store = open_store(neo4j, create=True)
    given = [Given(name, content=text.encode()) for name, text in FILES.items()]
    commit(store, prepare(store, given, SOURCES, author="Camille", at=AT))
    before = suggested(store)
    lot = remake(store, leave_out)
    after = suggested(store)
    assert after.rows() == before.filter((pl.col("subject") != TILLEULS) | (pl.col("partner") != BRUME)).rows()
    assert after.height == before.height - 1
    assert store.verify() == ()
    undo(store, lot.number, author="", reason="", at=AT)
    assert suggested(store).equals(before)
