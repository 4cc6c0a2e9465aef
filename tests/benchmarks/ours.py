"""What netmap does in each contest: `prepared` is called once, what it gives is timed, and answers with what was found."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import overlapping
import polars as pl
import rewritten
from graphs import actors_and_ties, looks
from sources import BENCH_SOURCES

from loaders import SOURCES
from netmap.coherence import Ground, examine
from netmap.coherence.ground import Dated
from netmap.coherence.pairs import overlaps as overlaps_of
from netmap.coherence.rechecking import recheck as rechecked
from netmap.drawing import network_html
from netmap.headings import vocabulary_of
from netmap.intake import Given, commit, prepare
from netmap.layout import tables_in
from netmap.mapping import Choice, Decide, nothing_decided, propose, understood
from netmap.network import Network
from netmap.reading import read_table
from netmap.source import Source
from netmap.stores import open_store
from netmap.tables import read_file

AT = "2026-11-23T08:00:00+00:00"
FILES = ("etablissements", "entreprises", "conventions")


def validate(folder: Path) -> Callable[[], object]:
    """Read, type and check the conventions, statements included."""

    def run() -> dict[str, int]:
        (table,) = tables_in(read_file(folder / "conventions.csv"), vocabulary_of(BENCH_SOURCES)).tables
        reading = read_table(propose(table, BENCH_SOURCES), table)
        return dict(sorted(reading.problems["code"].value_counts().iter_rows()))

    return run


def lot(folder: Path) -> Callable[[], object]:
    """Take the three files into a new network: report, lot committed, network in memory."""

    held = tempfile.TemporaryDirectory()
    place = Path(held.name) / "reseau.netmap"

    def run() -> dict[str, int]:
        for file in place.parent.glob("reseau.netmap*"):
            file.unlink()
        store = open_store(place, create=True)
        preparation = prepare(store, [Given.at(folder / f"{name}.csv") for name in FILES], BENCH_SOURCES, author="banc", at=AT)
        commit(store, preparation)
        return {kind: n for kind, n in store.network().counts().items() if n}

    run.held = held  # pyright: ignore[reportFunctionMemberAccess] # kept as long as the contest
    return run


def workbook(folder: Path) -> Callable[[], object]:
    """Take the conventions of a workbook into a lot ready to commit."""

    return _prepared(rewritten.excel(folder), BENCH_SOURCES, nothing_decided)


def unknown_headings(folder: Path) -> Callable[[], object]:
    """Take a csv whose headings no source declares into a lot ready to commit."""

    return _prepared(rewritten.renamed(folder), SOURCES, nothing_decided)


def known_mapping(folder: Path) -> Callable[[], object]:
    """Take the same csv, told what each of its columns is."""

    file = rewritten.renamed(folder)
    found = understood(tables_in(read_file(file), vocabulary_of(SOURCES)).tables[0], SOURCES, [file.name], None)
    assert found.source is not None
    mapping = Choice(source=found.source.name, columns=found.chosen, constants=found.constants)
    return _prepared(file, SOURCES, lambda _table: mapping)


def _prepared(file: Path, sources: tuple[Source, ...], decide: Decide) -> Callable[[], object]:
    held = tempfile.TemporaryDirectory()
    store = open_store(Path(held.name) / "vide.netmap", create=True)

    def run() -> dict[str, int]:
        preparation = prepare(store, [Given.at(file)], sources, author="banc", at=AT, decide=decide)
        return {kind: n for kind, n in preparation.after.counts().items() if n}

    run.held = held  # pyright: ignore[reportFunctionMemberAccess] # kept as long as the contest
    return run


def reopen(folder: Path) -> Callable[[], object]:
    """Open the committed network, ready to answer."""

    def run() -> int:
        return sum(open_store(folder / "reseau.netmap").network().counts().values())

    return run


def drawing(folder: Path) -> Callable[[], object]:
    """Write the page of a drawing; the name of the folder is the number of actors."""

    actors, ties = actors_and_ties(int(folder.name))
    kinds = looks()
    return lambda: len(network_html(actors, ties, kinds, title="Banc d’essai")) > 0


def overlaps(folder: Path) -> Callable[[], object]:
    """Find the conventions that overlap one of 2,000 frameworks, from what is read once of a network: keys, themes, periods."""

    ground = Ground(overlapping.network(folder))
    overlaps_of(Dated(ground, overlapping.ON))
    return lambda: overlaps_of(Dated(ground, overlapping.ON)).height


def recheck(folder: Path) -> Callable[[], object]:
    """Examine again after one convention changed."""

    before = overlapping.network(folder)
    found = examine(Ground(before), overlapping.ON)
    found.counts  # noqa: B018 - what a page has shown already
    changed = pl.when(pl.col("id") == "Convention:C1").then(pl.lit(overlapping.FAR)).otherwise("ends_on").alias("ends_on")
    after = Network({**before.nodes, "Convention": before.node("Convention").with_columns(changed)}, before.links)
    return lambda: rechecked(found, after).frame.height


def commit_conventions(folder: Path) -> None:
    """Commit the conventions of a folder to a network beside them, and write its tables as Parquet for the peer."""

    for old in (*folder.glob("reseau.netmap*"), *folder.glob("*.parquet")):
        old.unlink()
    store = open_store(folder / "reseau.netmap", create=True)
    commit(store, prepare(store, [Given.at(folder / "conventions.csv")], BENCH_SOURCES, author="banc", at=AT))
    network = store.network()
    for kind, frame in {**network.nodes, **network.links}.items():
        frame.write_parquet(folder / f"{kind}.parquet")


if __name__ == "__main__":
    commit_conventions(Path(sys.argv[1]))
