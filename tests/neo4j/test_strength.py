"""The strength of a network is the same on a server as in a file: measures run on the columns read from it in one pass."""

from datetime import date

from loaders import SOURCES
from netmap.demo import demo_files
from netmap.export.departure import loss
from netmap.export.rows import json_bytes
from netmap.export.strength import review
from netmap.intake import Given, commit, prepare
from netmap.measures.departure import departure
from netmap.measures.study import Study
from netmap.stores import Store, open_store

ON, SINCE = date(2026, 11, 23), date(2024, 11, 23)


def told(store: Store) -> bytes:
    study = Study(store.network(), ON)
    said = [review(study, scope, SINCE).as_dict() for scope in (None, "Campus:CMQ-BATI", "Establishment:0990102Y")]
    return json_bytes([*said, loss(departure(study, ("Organisation:000010314",))).as_dict()])


def test_the_example_is_as_strong_on_a_server_as_in_a_file(neo4j, tmp_path):
    stores = [open_store(neo4j, create=True), open_store(tmp_path / "demo.netmap", create=True)]
    for store in stores:
        commit(store, prepare(store, [Given.at(file) for file in demo_files()], SOURCES, author="", at="2026-11-23T08:00:00+00:00"))
    server, file = map(told, stores)
    assert server == file
