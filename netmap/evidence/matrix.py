"""Pieces, and the matrix of criteria by establishments: how many, how fresh, how far proved, and what is missing, in words.

Three states are never mixed: *preuve* (a piece stands), *absence constatée* (a person, or the register itself, says there is none),
*non renseigné* (nothing is said). Which pieces count is a proposition de netmap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import polars as pl

from netmap.domain import DOMAIN
from netmap.evidence.acts import PIECE, facts_of
from netmap.evidence.dossier import Level, State
from netmap.evidence.finding import FINDERS, FOUND, absent
from netmap.evidence.ground import Ground
from netmap.evidence.kept import Acts
from netmap.network import PLACE
from netmap.reference.criteria import Criterion, correspondence
from netmap.reference.evidence import KINDS, SUPPORT, Kind, kinds_of

PIECES = {
    "criterion": pl.String(),
    "establishment": pl.String(),
    "element": pl.String(),
    "kinds": pl.List(pl.String),
    "dated": pl.Date(),
    **PLACE,
    "level": pl.String(),
    "verified": pl.String(),
    "to_review": pl.String(),
    "files": pl.Int64(),
    "aside": pl.String(),
}
_KEY = ["criterion", "establishment", "element"]


@dataclass(frozen=True, slots=True)
class KindState:
    """Hold what is known of a kind of evidence in a cell: its state, its pieces, and the words of an absence."""

    kind: Kind
    state: State
    pieces: int
    told: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold a cell of the matrix: a criterion, an establishment, and what is known."""

    criterion: Criterion
    establishment: str
    state: State
    pieces: int
    levels: dict[Level, int]
    latest: date | None
    aside: int
    kinds: tuple[KindState, ...]
    absence: str = ""

    @property
    def missing(self) -> tuple[KindState, ...]:
        """Give the kinds of evidence that no piece proves and whose absence is a gap."""
        return tuple(kind for kind in self.kinds if kind.state is not State.PROOF and kind.kind.missing)

    @property
    def gap(self) -> str:
        """Say in words what is missing, "" when nothing is."""
        said: list[str] = []
        if self.absence:
            said.append(self.absence + (" ; des pièces existent pourtant : à revoir" if self.pieces else ""))
        noted = [_small(kind.kind.label) for kind in self.missing if kind.state is State.ABSENCE]
        unknown = [_small(kind.kind.label) for kind in self.missing if kind.state is State.UNKNOWN]
        if noted and not self.absence:
            said.append(f"absence constatée : {', '.join(noted)}")
        if unknown:
            said.append(f"non renseigné : {', '.join(unknown)}")
        if not self.kinds and not self.pieces and not self.absence:
            said.append("aucune pièce jointe, ni convention ou action qui l’appuie")
        return " ; ".join(said)

    @property
    def gap_sentence(self) -> str:
        """Say it as a sentence of its own, "" when nothing is missing."""
        return f"{self.gap[:1].upper()}{self.gap[1:]}." if self.gap else ""

    @property
    def level(self) -> Level | None:
        """Give the highest level of proof of the pieces."""
        return next((level for level in reversed(Level) if self.levels.get(level)), None)


class Matrix:
    """Hold the pieces of some criteria for the establishments of a ground, and the cells made of them."""

    def __init__(self, ground: Ground, criteria: Sequence[Criterion], known: Sequence[Criterion], acts: Acts) -> None:
        self.ground = ground
        self.criteria = tuple(criteria)
        self.acts = acts
        self._known = tuple(known)

    @cached_property
    def pieces(self) -> pl.DataFrame:
        """Give every piece once a criterion and establishment, with its kinds, level and what was done of it; set-aside ones too."""
        found = self._found.group_by(_KEY, maintain_order=True).agg(
            pl.col("kind").drop_nulls().unique(maintain_order=True).alias("kinds"),
            pl.col("dated").max(),
            *(pl.col(name).first() for name in PLACE),
        )
        return self._levelled(found)

    @cached_property
    def standing(self) -> pl.DataFrame:
        """Give the pieces that count: those that are not set aside."""
        return self.pieces.filter(pl.col("aside").is_null())

    def cell(self, criterion: Criterion, establishment: str) -> Cell:
        """Give one cell."""
        return self.cells[criterion.code, establishment]

    @cached_property
    def cells(self) -> dict[tuple[str, str], Cell]:
        """Give every cell, criteria in order, establishments in order."""
        held = dict(self.pieces.group_by("criterion", "establishment"))
        empty = self.pieces.clear()
        return {
            (criterion.code, school): self._cell(criterion, school, held.get((criterion.code, school), empty))
            for criterion in self.criteria
            for school in self.ground.schools
        }

    def _cell(self, criterion: Criterion, school: str, pieces: pl.DataFrame) -> Cell:
        aside = pieces.filter(pl.col("aside").is_not_null()).height
        pieces = pieces.filter(pl.col("aside").is_null())
        counts: dict[str, int] = dict(pieces.explode("kinds")["kinds"].value_counts().iter_rows())
        kinds = tuple(self._kind(criterion, school, kind, counts.get(kind.name, 0)) for kind in kinds_of(criterion.themes))
        whole = self.acts.absences.get((criterion.code, school, ""))
        levels: dict[str, int] = dict(pieces["level"].value_counts().iter_rows())
        told = f"absence constatée le {whole.day:%d/%m/%Y} ({whole.reason})" if whole else ""
        none = bool(kinds) and all(kind.state is State.ABSENCE for kind in kinds)
        state = State.PROOF if pieces.height else State.ABSENCE if whole or none else State.UNKNOWN
        latest: date | None = pieces["dated"].max() if pieces.height else None  # pyright: ignore[reportAssignmentType]
        return Cell(
            criterion,
            school,
            state,
            pieces.height,
            {level: levels.get(str(level), 0) for level in Level},
            latest,
            aside,
            kinds,
            told,
        )

    def _kind(self, criterion: Criterion, school: str, kind: Kind, pieces: int) -> KindState:
        act = self.acts.absences.get((criterion.code, school, kind.name)) or self.acts.absences.get((criterion.code, school, ""))
        if pieces:
            return KindState(kind, State.PROOF, pieces)
        if act:
            return KindState(kind, State.ABSENCE, 0, f"constatée le {act.day:%d/%m/%Y}, {act.author or 'auteur inconnu'} : {act.reason}")
        if school in self._absent[kind.name]:
            return KindState(kind, State.ABSENCE, 0, "d’après les fichiers chargés")
        return KindState(kind, State.UNKNOWN, 0)

    @cached_property
    def _absent(self) -> dict[str, frozenset[str]]:
        return {kind.name: absent(self.ground, kind.name) for kind in KINDS}

    @cached_property
    def _found(self) -> pl.DataFrame:
        frames = [frame for criterion in self.criteria for frame in (*self._by_kind(criterion), self._supporting(criterion))]
        frames.append(self._attached)
        return pl.concat(frames)

    def _by_kind(self, criterion: Criterion) -> list[pl.DataFrame]:
        return [_of(criterion, kind.name, self._finders[kind.name]) for kind in kinds_of(criterion.themes) if kind.name in self._finders]

    @cached_property
    def _finders(self) -> dict[str, pl.DataFrame]:
        wanted = {kind.name for criterion in self.criteria for kind in kinds_of(criterion.themes)}
        return {name: find(self.ground) for name, find in FINDERS.items() if name in wanted}

    def _supporting(self, criterion: Criterion) -> pl.DataFrame:
        """Give what a file or a person says supports the criterion, or a criterion of another version that it wholly corresponds to."""
        same = [criterion.identifier, *(o.identifier for o, partly in correspondence(criterion, self._known) if not partly)]
        links = self.ground.supports.filter(pl.col("criterion").is_in(same)).select("id", *PLACE)
        conventions = self.ground.live.select("establishment", "id", "dated")
        actions = self.ground.done.select("establishment", "id", pl.col("on").alias("dated"))
        found = pl.concat([conventions, actions]).join(links, on="id", maintain_order="left")
        return _of(criterion, SUPPORT, found.rename({"id": "element"}).select(list(FOUND)))

    @cached_property
    def _attached(self) -> pl.DataFrame:
        """Give what a person attached, in force or not: a person says that it proves."""
        codes, schools = {criterion.code for criterion in self.criteria}, set(self.ground.schools)
        rows = [
            (criterion, school, element, act.kind or SUPPORT, act.on, act.lot, 0, None)
            for (criterion, school, element), act in self.acts.attached.items()
            if criterion in codes and school in schools
        ]
        columns = {"criterion": pl.String, "establishment": pl.String, "element": pl.String, "kind": pl.String, "dated": pl.Date, **PLACE}
        return pl.DataFrame(rows, schema=columns, orient="row")

    def _levelled(self, found: pl.DataFrame) -> pl.DataFrame:
        """Add what was done of each piece: files, verification, setting aside; a verification whose facts changed no longer counts."""
        keys = set(found.select(_KEY).iter_rows())
        verified = {key: act for key, act in self.acts.verified.items() if key in keys}
        facts = facts_of(self.ground.network, [element for _c, _s, element in verified])
        rows: list[tuple[str, str, str, str, str | None]] = []
        for key, act in verified.items():
            changed = act.changes(facts.get(key[2], {})) if not key[2].startswith(f"{PIECE}:") else ()
            rows.append((*key, f"{act.day:%d/%m/%Y}, {act.author or 'auteur inconnu'}", " ; ".join(changed) or None))
        told = dict.fromkeys((*_KEY, "verified", "to_review"), pl.String)
        aside = [(*key, act.reason) for key, act in self.acts.aside.items() if key in keys]
        files = [(element, len(held)) for element, held in self.acts.files.items()]
        joined = (
            found.join(pl.DataFrame(rows, schema=told, orient="row"), on=_KEY, how="left", maintain_order="left")
            .join(
                pl.DataFrame(aside, schema=dict.fromkeys((*_KEY, "aside"), pl.String), orient="row"),
                on=_KEY,
                how="left",
                maintain_order="left",
            )
            .join(
                pl.DataFrame(files, schema={"element": pl.String, "files": pl.Int64}, orient="row"),
                on="element",
                how="left",
                maintain_order="left",
            )
            .with_columns(pl.col("files").fill_null(0))
        )
        verified_now = pl.col("verified").is_not_null() & pl.col("to_review").is_null()
        level = (
            pl.when(verified_now)
            .then(pl.lit(str(Level.VERIFIED)))
            .when(pl.col("files") > 0)
            .then(pl.lit(str(Level.DOCUMENTED)))
            .otherwise(pl.lit(str(Level.DECLARED)))
        )
        return joined.with_columns(level.alias("level")).select(list(PIECES))

    def found(self, kind: str) -> pl.DataFrame:
        """Give what a finder finds of one kind: establishment, element, `dated`, line; nothing for a kind that no file tells."""
        return self._finders.get(kind, pl.DataFrame(schema=FOUND))

    def captions(self) -> dict[str, str]:
        """Give the names of the pieces."""
        ids = self.pieces["element"].unique()
        held = self.ground.network.captions.filter(pl.col("id").is_in(ids.implode()))
        return {**dict(held.select("id", "caption").iter_rows()), **_titles(self.acts)}


def kind_label(element: str) -> str:
    """Say what a piece is: a convention, an action, an organisation …"""
    kind = DOMAIN.node_kinds.get(element.partition(":")[0])
    return kind.label if kind else "Pièce jointe"


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def _titles(acts: Acts) -> dict[str, str]:
    return {element: title for element, title in acts.titles().items() if element.startswith(f"{PIECE}:")}


def _of(criterion: Criterion, kind: str, found: pl.DataFrame) -> pl.DataFrame:
    return found.select(pl.lit(criterion.code).alias("criterion"), "establishment", "element", pl.lit(kind).alias("kind"), "dated", *PLACE)
