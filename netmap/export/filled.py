"""The network as filled templates, and what they could not say: the files are read back, and any difference is told.

This is the proof that nothing is lost in silence: what is compared is the network itself and the fold of the very files written.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from netmap.domain import DOMAIN
from netmap.errors import FileUnreadable
from netmap.export.lines import Line, Writing
from netmap.export.templates import split, workbook
from netmap.headings import vocabulary_of
from netmap.layout import tables_in
from netmap.lot import Lot, LotKind, Origin
from netmap.lots import difference, fold
from netmap.mapping import propose
from netmap.network import Network
from netmap.reading import Reading, read_table
from netmap.source import Source
from netmap.tables import read_file

_EXAMPLES = 3
_EVERY = 1_000_000
_DESCRIBED = "Connu"
_MENTIONED = (
    "seulement cité dans le réseau, décrit par une ligne du modèle pour ne rien perdre",
    "seulement cités dans le réseau, décrits par une ligne du modèle pour ne rien perdre",
)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """Hold files written and what reading them back gives."""

    paths: tuple[Path, ...]
    refused: tuple[str, ...]
    after: Network


def export_templates(network: Network, folder: Path, sources: Iterable[Source]) -> tuple[str, ...]:
    """Write a network as filled workbooks that load back to it; give one French sentence for each thing they cannot say.

    An element that is only mentioned stays so, unless nothing but a description can say all that is known of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    forms = [source for source in sources if source.template]
    attempt = _attempt(network, folder, forms, frozenset())
    incomplete = _incomplete(network, attempt.after, forms)
    if incomplete:
        for path in attempt.paths:
            path.unlink()
        attempt = _attempt(network, folder, forms, incomplete)
    return (*attempt.refused, *_sentences(network, attempt.after))


def _attempt(network: Network, folder: Path, sources: Sequence[Source], described: Collection[str]) -> _Attempt:
    writing = Writing(network, sources, described)
    paths: list[Path] = []
    for source in sources:
        lines: list[Line] = list(writing.lines(source))
        for number, part in enumerate(split(lines), 1):
            path = folder / (f"{source.template}.xlsx" if number == 1 else f"{source.template}_{number}.xlsx")
            path.write_bytes(workbook([(source, part)], source.title, [f"Version {network.version} du réseau."]))
            paths.append(path)
    readings = [reading for path in paths for reading in _readings(path, sources)]
    return _Attempt(tuple(paths), _refused(readings), _folded(readings))


def _readings(path: Path, sources: Sequence[Source]) -> list[Reading]:
    try:
        found = tables_in(read_file(path), vocabulary_of(sources))
    except FileUnreadable:
        return []
    return [read_table(propose(table, tuple(sources)), table) for table in found.tables]


def _refused(readings: Sequence[Reading]) -> tuple[str, ...]:
    return tuple(
        f"{reading.table.file}, ligne {problem.line} : {problem.message}"
        for reading in readings
        for problem in reading.each_problem()
        if reading.refused or problem.severity == "ligne"
    )


def _folded(readings: Sequence[Reading]) -> Network:
    frames: dict[str, list[pl.DataFrame]] = {}
    origins: list[Origin] = []
    for reading in readings:
        source = reading.source
        if source is None:
            continue
        index = pl.lit(len(origins), dtype=pl.Int16).alias("table")
        for kind, frame in {**reading.statements.nodes, **reading.statements.links}.items():
            frames.setdefault(kind, []).append(frame.with_columns(index))
        file, sheet = reading.table.file, reading.table.sheet
        origins.append(Origin(source=source.name, title=source.title, series=file, rank=source.rank, file=file, sheet=sheet))
    lot = Lot(uid="", kind=LotKind.IMPORT, title="", at="", author="", origins=tuple(origins), number=1)
    whole = {kind: pl.concat(pieces, how="diagonal") for kind, pieces in frames.items()}
    return fold((lot,), lambda kind: [(lot, whole[kind])] if kind in whole else [])


def _incomplete(network: Network, after: Network, sources: Sequence[Source]) -> frozenset[str]:
    """Find the elements only mentioned that were not said whole, themselves or by their links, where a source describes their kind."""
    described = {source.subject.kind.name: source for source in sources if source.subject.declares}
    mentioned: dict[str, set[str]] = {}
    for kind in described:
        before, found = network.node(kind).filter(~pl.col("declared")), after.node(kind)
        own = ["id", *DOMAIN.node(kind).columns()]
        mentioned[kind] = set(before["id"].to_list())
        same = before.select(own).join(found.select(own), on=own, how="semi", nulls_equal=True)["id"]
        mentioned[kind] -= set(same.to_list())
    lost = {identifier for ids in mentioned.values() for identifier in ids}
    for kind, source in described.items():
        undeclared = set(network.node(kind).filter(~pl.col("declared"))["id"].to_list())
        for tie in source.ties:
            name = tie.kind.name
            end = "source" if tie.source == source.subject.role else "target"
            own = ["source", "target", *tie.kind.columns()]
            gone = network.link(name).select(own).join(after.link(name).select(own), on=own, how="anti", nulls_equal=True)
            lost |= undeclared & set(gone[end].to_list())
    return frozenset(lost)


def _sentences(before: Network, after: Network) -> list[str]:
    sentences: list[str] = []
    for kind in difference(before, after, _EVERY).kinds:
        described = [change.caption for change in kind.changed_examples if change.label == _DESCRIBED]
        cited = _only_cited(kind.kind, before, after)
        cases = (
            (kind.gone_examples, "qu’aucun modèle ne peut dire", "qu’aucun modèle ne peut dire"),
            (kind.added_examples, "sous un autre identifiant une fois relu", "sous un autre identifiant une fois relus"),
            (described, *_MENTIONED),
            (cited, "décrit dans le réseau, seulement cité dans les modèles", "décrits dans le réseau, seulement cités dans les modèles"),
        )
        for names, one, several in cases:
            if names:
                count = f"1 élément {one}" if len(names) == 1 else f"{len(names)} éléments {several}"
                sentences.append(f"{kind.label} : {count} ({_some(names)}).")
        by_label: dict[str, list[str]] = {}
        for change in kind.changed_examples:
            if change.label != _DESCRIBED:
                said = f"{change.caption} : « {change.before or 'vide'} » devient « {change.after or 'vide'} »"
                by_label.setdefault(change.label, []).append(said)
        for label, changes in by_label.items():
            sentences.append(f"{kind.label} : la colonne « {label} » ne peut pas tout dire, {len(changes)} cas ({_some(changes)}).")
    return sentences


def _only_cited(kind: str, before: Network, after: Network) -> list[str]:
    if kind not in DOMAIN.node_kinds:
        return []
    cited = before.node(kind).filter("declared").join(after.node(kind).filter(~pl.col("declared")), on="id", how="semi")
    return [before.caption(identifier) for identifier in cited["id"].to_list()]


def _some(cases: Sequence[str]) -> str:
    shown = [case if len(case) <= 200 else case[:199] + "…" for case in cases[:_EXAMPLES]]  # noqa: PLR2004 - a readable sentence
    return " ; ".join(shown) + (f" ; et {len(cases) - _EXAMPLES} autres" if len(cases) > _EXAMPLES else "")
