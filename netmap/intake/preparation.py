"""Prepare a lot from files: each table read by its source, the statements put together, the network before and after."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import polars as pl

from netmap.domain import ACTION, DOMAIN, ESTABLISHMENT, ORGANISATION
from netmap.errors import FileUnreadable
from netmap.headings import vocabulary_of
from netmap.intake.joining import joined
from netmap.intake.memory import remembered
from netmap.intake.report import FileReport, Report, TableReport, Unread
from netmap.intake.series import numbered, propose_series, subjects_of
from netmap.layout import Aside, Reason, Table, set_aside, tables_in
from netmap.lot import SAME_AS, Draft, Lot, LotKind, Origin
from netmap.lots import Difference, difference, fold
from netmap.lots.legal_units import units_cited
from netmap.mapping import Choice, Correspondence, Decide, nothing_decided, signature, understood
from netmap.network import Network
from netmap.problems import Problem
from netmap.reading import Reading, Schools, names_schools, read_table
from netmap.source import Source
from netmap.stores import Store
from netmap.tables import PASTED, Member, members_at, members_of, read_pasted
from netmap.values import SIREN, SIRET, UAI

Step = Callable[[str, float], None]
_Understood = tuple[Correspondence, Table]
_NAMED = ("Filiere", "Territory", "Criterion", "Action")
_MOST_REFERENCES = 1_000
_NAMES_IN_TITLE = 3
_ASIDE_SHOWN = 4
_DECIDED = ("personne", "mémoire")
_CODES = (UAI, SIREN, SIRET)
_SURE, _FEWEST_SAID = 0.7, 4  # of a table among jottings: a calendar of actions is told by less


@dataclass(frozen=True, slots=True)
class Given:
    """Hold what to take in: the path of a file or of a folder, a name and its bytes (an upload), or cells copied."""

    name: str
    path: Path | None = None
    content: bytes | None = None
    copied: bool = False

    @staticmethod
    def at(path: Path) -> "Given":
        """Name a file by its path."""
        return Given(path.name, path)

    @staticmethod
    def of_copied(text: str) -> "Given":
        """Take a table copied from a spreadsheet."""
        return Given(PASTED, content=text.encode(errors="replace"), copied=True)

    def members(self) -> tuple[Member, ...]:
        """Give the files to read: itself, or the tables of a folder or of a zip."""
        if self.copied:
            return (Member(PASTED, lambda: read_pasted((self.content or b"").decode())),)
        return members_of(self.name, self.content) if self.content is not None else members_at(self.path or Path(self.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """Hold a lot ready to be committed, with its report; `after` is the network it would give at version `expected` + 1."""

    report: Report
    draft: Draft
    before: Network
    after: Network
    expected: int

    @property
    def is_empty(self) -> bool:
        """Tell whether no line says anything."""
        return not self.draft.frames

    def difference(self, examples: int = 5) -> Difference:
        """Compare the network before and after."""
        said = self.draft.frames.get(SAME_AS)
        return difference(self.before, self.after, examples, dict(said.select("alias", "id").iter_rows()) if said is not None else {})


def prepare(
    store: Store,
    files: Sequence[Given],
    sources: tuple[Source, ...],
    *,
    author: str,
    at: str,
    reason: str = "",
    series: Mapping[str, str] | str = "",
    decide: Decide = nothing_decided,
    lycee: str = "",
    hidden: bool = False,
    step: Step = lambda _said, _share: None,
) -> Preparation:
    """Read files into a draft lot; `series` names the series of all tables, or of each file by its name.

    `decide` says what people chose for a table; what was chosen for tables of the same headings is remembered otherwise. `lycee`
    is that of the tables that nowhere name theirs. Hidden sheets and rows are read only when `hidden`.
    """
    lots, before = store.lots(), store.network()

    def choose(table: Table) -> Choice | None:
        return decide(table) or remembered(lots, table, author)

    members = [member for given in files for member in given.members()]
    opened = [_opened(member, sources, (choose, lycee, hidden), (i, len(members)), step) for i, member in enumerate(members)]
    read = _read(opened, before)
    step("Préparation de la différence", 0.7)
    reports: list[FileReport] = []
    origins: list[Origin] = []
    frames: dict[str, list[pl.DataFrame]] = {}
    beside: dict[tuple[str, str], pl.Series] = {}
    spoken: list[Reading] = []
    for file, readings in read:
        tables: list[TableReport] = []
        for reading in readings:
            name = series if isinstance(series, str) else series.get(file.file, "")
            chosen = name or _apart(reading, propose_series(reading, lots, _subject_parts(store, reading)), beside)
            tables.append(TableReport(reading, chosen))
            if reading.source is not None and reading.statements.count():
                _collect(frames, reading, len(origins))
                spoken.append(reading)
                origins.append(_origin(reading, chosen, file.sha256))
        reports.append(replace(file, tables=tuple(tables)))
    same = joined(before, spoken)
    if not same.statements.is_empty():
        frames[SAME_AS] = [same.statements]
    lot = _lot(reports, origins, frames, author=author, at=at, reason=reason)
    draft = Draft(lot, {kind: pl.concat(pieces, how="diagonal") for kind, pieces in frames.items()})
    after = _after(store, lots, draft, before.version) if draft.frames else before
    step("Recherche des références inconnues", 0.95)
    unknown = _unknown(after)
    told = [(spoken[place], problems) for place, problems in same.told.items()]
    report = Report(tuple(_with_references(file, unknown, told) for file in reports))
    return Preparation(report=report, draft=draft, before=before, after=after, expected=before.version)


def _opened(
    given: Member, sources: tuple[Source, ...], how: tuple[Decide, str, bool], at: tuple[int, int], step: Step
) -> tuple[FileReport, list[_Understood]]:
    """Open a file and say what each of its tables is taken for."""
    decide, lycee, hidden = how
    place, count = at
    step(f"Lecture de {given.name}", 0.7 * place / max(count, 1))
    try:
        file = given.read()
    except FileUnreadable as error:
        return FileReport(given.name, "", 0, (), Problem("fichier-illisible", detail=str(error))), []
    vocabulary = vocabulary_of(source for source in sources if source.template)
    found = tables_in(file, vocabulary, hidden=hidden)
    hints = [file.file, *([lycee] if lycee else [])]
    meant = [(understood(_with_alike(table, found.tables), sources, hints, decide(table)), table) for table in found.tables]
    kept = [one for one in meant if not _stays_aside(*one)]
    tables = [one for one in kept if not _says_nothing_of_actors(one[0])] if any(one.source for one, _ in kept) else kept
    read = {id(table) for _, table in tables}
    unread = tuple(Unread(table, set_aside(table, _why_aside(one, table))) for one, table in meant if id(table) not in read)
    aside = [*found.aside, *(one for left in unread for one in (*left.table.aside, left.aside))]
    report = FileReport(file.file, file.sha256, file.size, aside=tuple(aside), notes=file.notes, unread=unread)
    if not tables:
        report = replace(report, problem=Problem("fichier-sans-tableau", column=file.file, detail=_what_stands(aside)))
    return report, tables


def _with_alike(table: Table, tables: Sequence[Table]) -> Table:
    """Give a table with the cells of those of the same headings, one a year or a lycée: what they say of its columns is said of all."""
    others = [one.cells for one in tables if one is not table and one.headings == table.headings]
    return replace(table, cells=pl.concat([table.cells, *others])) if others else table


def _stays_aside(meant: Correspondence, table: Table) -> bool:
    """Tell whether a table is left where it stands: a person said so, or it may be none and nothing says what each line is about."""
    if meant.by == "personne":
        return meant.source is None
    dated = meant.source is not None and meant.source.subject.kind is ACTION and "on" in meant.fields
    jotted = meant.sure < _SURE or not (dated or len(meant.fields) >= _FEWEST_SAID)
    unread = table.doubt is Reason.CHOICES or (table.doubt is Reason.JOTTED and jotted)
    # a register that names persons too, or figures, may only lack its lycée: that is asked
    lacks = (meant.source is None or _names_referents(meant, table)) if table.doubt in (Reason.COUNTS, Reason.PERSONS) else meant.lacks
    return (unread and meant.by not in _DECIDED) or (table.doubt is not None and lacks)


def _names_referents(meant: Correspondence, table: Table) -> bool:
    """Tell whether a list of persons only names the lycée of each."""
    of_lycees = meant.source is not None and meant.source.subject.kind is ESTABLISHMENT
    return table.doubt is Reason.PERSONS and of_lycees and "uai" not in meant.fields


def _why_aside(meant: Correspondence, table: Table) -> Reason:
    return Reason.UNWANTED if meant.by == "personne" else table.doubt or Reason.UNKNOWN


def _says_nothing_of_actors(meant: Correspondence) -> bool:
    """Tell whether a table that is none netmap knows has no code of an actor either: beside one that is read, it is none to ask about."""
    likely = meant.maybe
    proposed = [likely.column(bound.proposed).type for bound in meant.columns if bound.proposed is not None] if likely is not None else []
    return meant.source is None and not any(kind in _CODES for kind in proposed)


def _read(opened: Sequence[tuple[FileReport, list[_Understood]]], before: Network) -> list[tuple[FileReport, list[Reading]]]:
    """Read the tables; those that name lycées without their UAI come last, and find them in the network and in the others."""
    tables = [one for _, found in opened for one in found]
    waiting = {place for place, one in enumerate(tables) if names_schools(*one)}
    readings = {place: read_table(*one) for place, one in enumerate(tables) if place not in waiting}
    if waiting:
        said = [reading.statements.nodes.get(ESTABLISHMENT.name) for reading in readings.values()]
        schools = Schools([before.node(ESTABLISHMENT.name), *(frame for frame in said if frame is not None)])
        readings |= {place: read_table(*tables[place], schools) for place in waiting}
    places = iter(range(len(tables)))
    return [(file, [readings[next(places)] for _ in found]) for file, found in opened]


def _what_stands(aside: Sequence[Aside]) -> str:
    """Say in a few words what a file without table holds."""
    said = [f"{one.reason} ({one.place})" for one in aside if one.reason is not Reason.BLANK]
    return " ; ".join(said[:_ASIDE_SHOWN]) + (" …" if len(said) > _ASIDE_SHOWN else "") if said else "des lignes vides"


def _subject_parts(store: Store, reading: Reading) -> Sequence[tuple[Lot, pl.DataFrame]]:
    if reading.source is None or not reading.source.template:
        return ()
    return store.frames(reading.source.subject.kind.name)


def _apart(reading: Reading, series: str, beside: dict[tuple[str, str], pl.Series]) -> str:
    """Give another series to a file of this import that has the name of one beside it and shares no subject with it."""
    if reading.source is None or not reading.source.template:
        return series
    ours, source = subjects_of(reading), reading.source.name
    alike = {taken: ids for (name, taken), ids in beside.items() if name == source and taken.startswith(series)}
    if series in alike:
        shared = (taken for taken, theirs in alike.items() if ours.is_in(theirs.implode()).any())
        series = next(shared, numbered(series, set(alike)))
    beside[source, series] = pl.concat([beside.get((source, series), ours.clear()), ours])
    return series


def _collect(frames: dict[str, list[pl.DataFrame]], reading: Reading, table: int) -> None:
    index = pl.lit(table, dtype=pl.Int16).alias("table")
    for kind, frame in {**reading.statements.nodes, **reading.statements.links}.items():
        frames.setdefault(kind, []).append(frame.with_columns_seq(index))


def _origin(reading: Reading, series: str, sha256: str) -> Origin:
    source = reading.source
    assert source is not None  # noqa: S101 - the caller read the table by a source
    decided = reading.found.by in ("personne", "mémoire")
    return Origin(
        source=source.name,
        title=source.title,
        series=series,
        rank=source.rank,
        complete=source.complete,
        file=reading.table.file,
        sha256=sha256,
        sheet=reading.table.sheet,
        lines_read=reading.lines_read,
        accepted=reading.lines_accepted,
        rejected=reading.lines_rejected,
        signature=signature(reading.table),
        columns=reading.found.chosen if decided else {},
        constants=dict(reading.found.constants) if decided else {},
        words={name: dict(words) for name, words in reading.found.words.items()} if decided else {},
    )


def _lot(
    reports: Sequence[FileReport],
    origins: Sequence[Origin],
    frames: Mapping[str, Sequence[pl.DataFrame]],
    *,
    author: str,
    at: str,
    reason: str,
) -> Lot:
    names = [r.file for r in reports if any(t.reading.source for t in r.tables)]
    rest = len(names) - _NAMES_IN_TITLE
    title = "Import : " + ", ".join(names[:_NAMES_IN_TITLE]) + (f" et {rest} autre{'s' if rest > 1 else ''}" if rest > 0 else "")
    count = sum(f.height for pieces in frames.values() for f in pieces)
    return Lot(
        uid=uuid4().hex, kind=LotKind.IMPORT, title=title, at=at, author=author, reason=reason, origins=tuple(origins), statements=count
    )


def _after(store: Store, lots: tuple[Lot, ...], draft: Draft, version: int) -> Network:
    number = max((lot.number for lot in lots), default=0) + 1
    lot = replace(draft.lot, number=number)

    def frames(kind: str) -> Sequence[tuple[Lot, pl.DataFrame]]:
        old = list(store.frames(kind)) if lots else []
        return [*old, (lot, draft.frames[kind])] if kind in draft.frames else old

    return fold((*lots, lot), frames, version + 1)


def _unknown(after: Network) -> dict[str, pl.Series]:
    """Give, by kind, the nodes that are only cited, by their key alone."""
    return {
        kind.name: after.node(kind.name).select(pl.col("id").filter(~pl.col("declared") & pl.col(kind.caption).is_null()))["id"]
        for kind in DOMAIN.nodes
        if kind.name not in _NAMED and kind.name in after.nodes
    }


def _with_references(file: FileReport, unknown: Mapping[str, pl.Series], told: Sequence[tuple[Reading, tuple[Problem, ...]]]) -> FileReport:
    """Add to each table what is told of it once the whole lot is known: lycées met again, and references that nothing describes."""
    if not (told or any(len(ids) for ids in unknown.values())):
        return file
    again = {id(reading): problems for reading, problems in told}
    tables = (replace(t, references=(*again.get(id(t.reading), ()), *_references(t.reading, unknown))) for t in file.tables)
    return replace(file, tables=tuple(tables))


def _references(reading: Reading, unknown: Mapping[str, pl.Series]) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for kind, frame in reading.statements.nodes.items():
        ids = unknown.get(kind)
        if ids is None or ids.is_empty():
            continue
        said = frame.filter(~pl.col("declared")).select("id", "line")
        if kind == ORGANISATION.name:
            said = pl.concat([said, units_cited(frame)])
        said = said.filter(pl.col("id").is_in(ids.implode()))
        counted = said.group_by("id", maintain_order=True).agg(pl.col("line").first(), pl.len().alias("n"))
        label = DOMAIN.node(kind).label
        for identifier, line, count in counted.head(_MOST_REFERENCES).iter_rows():
            key = str(identifier).partition(":")[2].removeprefix("~")
            detail = f"Cité {count} fois." if count > 1 else ""
            found.append(Problem("reference-inconnue", line, label, key, detail))
        if counted.height > _MOST_REFERENCES:
            found.append(Problem("reference-inconnue", None, label, f"… et {counted.height - _MOST_REFERENCES} autres", ""))
    return tuple(sorted(found, key=lambda p: (p.line or 0, p.column, p.value)))
