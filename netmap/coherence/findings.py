"""The verdicts of a network on a date: one row a finding, by the rules, without a word of explanation yet.

A pair has one level: its faults (L3, L4) when it has some, each a finding, else its link (L0, L1, L2). After a change that touches a
few conventions, only these and their doubles are examined again (`Findings.after`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from netmap.coherence.alone import alone
from netmap.coherence.commitments import contrary
from netmap.coherence.doubles import doubles
from netmap.coherence.ground import Dated, Ground
from netmap.coherence.pairs import APART, MEETS, named, overlaps, tied, with_facts, with_territory
from netmap.coherence.rules import (
    BY_DECLENSION,
    BY_RULE,
    CLAUSE,
    COMMITMENTS,
    CONTRARY,
    DECLARED,
    DOUBLE,
    ENDED,
    OFF_THEME,
    ORDER,
    OUTLIVES,
    OVERLAP,
    POSSIBLE,
    RENEWAL,
    RENEWAL_CLAUSE,
    REPLACED,
    SHARED,
)
from netmap.domain import CONVENTION, FRAMEWORK
from netmap.matching import How
from netmap.matching.identity import CERTAINTY, RANK

COLUMNS = {
    "convention": pl.String(),
    "framework": pl.String(),
    "rule": pl.String(),
    "topic": pl.String(),
    "level": pl.String(),
    "certainty": pl.String(),
    "how": pl.String(),
    "partner": pl.String(),
    "signatory": pl.String(),
    "declension": pl.String(),
    "cited": pl.Boolean(),
    "successor": pl.String(),
    "others": pl.List(pl.String()),
}
_KEY = ["convention", "framework"]
_LEVEL_OF = {rule.id: str(rule.level) for rule in BY_RULE.values()}
_CERTAINTY_OF = {str(how): str(certainty) for how, certainty in CERTAINTY.items()}


@dataclass(frozen=True)
class Findings:
    """Hold the findings of a network on a date, the gravest first, and the ground they stand on."""

    dated: Dated
    frame: pl.DataFrame

    @property
    def ground(self) -> Ground:
        """Give what was read of the network."""
        return self.dated.ground

    @property
    def on(self) -> date:
        """Give the date asked."""
        return self.dated.on

    @cached_property
    def counts(self) -> dict[str, int]:
        """Count the findings by level, in order; a level without any counts 0."""
        found = dict(self.frame["level"].value_counts().iter_rows())
        return {level: int(found.get(level, 0)) for level in ORDER}

    def of(self, convention: str) -> pl.DataFrame:
        """Give the findings of one convention."""
        return self.frame.filter(pl.col("convention") == convention)


def examine(ground: Ground, on: date, only: Collection[str] | None = None) -> Findings:
    """Examine the conventions of a network on a date; those of `only` when it is given (their doubles may be others)."""
    whole = Dated(ground, on)
    dated = whole if only is None else Dated(ground, on, frozenset(only))
    beside = [*_of_doubles(whole, only), _of_conventions(dated)]
    return Findings(whole, arranged(pl.concat([_of_pairs(dated), *(_complete(one) for one in beside)])))


def arranged(frame: pl.DataFrame) -> pl.DataFrame:
    """Put findings in order: the gravest first, then by convention, framework, rule, topic."""
    order = pl.col("level").replace_strict(ORDER, return_dtype=pl.Int8)
    return frame.sort(order, "convention", "framework", "rule", "topic", descending=[True, False, False, False, False], nulls_last=True)


def _of_pairs(dated: Dated) -> pl.DataFrame:
    """Give the findings of pairs: those cited (or tied by a declension) by their facts, the others by whether they overlap."""
    ties = tied(dated)
    declared = pl.col("cited") | pl.col("declension").is_not_null()
    cited = _of_declared(dated, named(dated.ground, ties.filter(declared)))
    return pl.concat([_complete(frame) for frame in (cited, *_of_others(dated, ties.filter(~declared)))])


def _of_others(dated: Dated, ties: pl.DataFrame) -> list[pl.DataFrame]:
    """Give contrary commitments, overlaps and possible links of the pairs that nothing declares."""
    scope = dated.ground.frameworks.select(pl.col("row").alias("framework"), (pl.col("scope") == "entreprise").alias("_alone"))
    met = overlaps(dated).join(ties.select(_KEY), on=_KEY, how="semi").join(scope, on="framework")
    # a framework signed for the company alone concerns its group as a possible link only; a name alone never does more
    beyond = pl.col("_alone").fill_null(value=False) & pl.col("rank").is_in([RANK[How.SUBSIDIARY], RANK[How.PARENT]])
    met = met.filter((pl.col("rank") != RANK[How.NAME]) & ~beyond).drop("_alone")
    met = met.with_columns(pl.lit(value=False).alias("cited"), pl.lit(None, dtype=pl.String).alias("declension"))
    met = met.with_row_index("_n")
    overlapping = with_territory(dated, named(dated.ground, met)).filter(pl.col("territory") == MEETS).drop("territory")
    met = met.join(overlapping.select("_n"), on="_n", how="semi")
    overlapping = overlapping.drop("_n")
    against = _contrary(dated, overlapping)
    sound = overlapping.join(against.select(_KEY).unique(), on=_KEY, how="anti") if against.height else overlapping
    possible = named(dated.ground, ties.join(met.select(_KEY), on=_KEY, how="anti"))
    found = [against, _said(sound, OVERLAP.id), _said(possible, POSSIBLE.id)]
    certainty = pl.col("how").replace_strict(_CERTAINTY_OF, return_dtype=pl.String).alias("certainty")
    return [frame.with_columns(certainty) for frame in found]


def _of_declared(dated: Dated, named_pairs: pl.DataFrame) -> pl.DataFrame:
    pairs = with_facts(dated, named_pairs)
    cited, over = pl.col("cited"), pl.col("its_over").fill_null(value=False)
    standing = cited & ~over
    faults = [
        _said(pairs.filter(cited & over & pl.col("its_successor").is_not_null()), REPLACED.id),
        _said(pairs.filter(cited & over & pl.col("its_successor").is_null()), ENDED.id),
        _said(pairs.filter(standing & _outlives()), OUTLIVES.id),
        _said(pairs.filter(standing & (pl.col("theme") == APART)), OFF_THEME.id),
        _said(pairs.filter(standing & _renews_otherwise()), RENEWAL.id),
        _said(pairs.filter(standing & _lacks_clause()), CLAUSE.id),
        _contrary(dated, pairs.filter(standing & (pl.col("period") != APART))),
    ]
    faulty = pl.concat(faults)
    sound = pairs.join(faulty.select(_KEY).unique(), on=_KEY, how="anti") if faulty.height else pairs
    rule = pl.when(cited).then(pl.lit(DECLARED.id)).otherwise(pl.lit(BY_DECLENSION.id))
    links = sound.with_columns(rule.alias("rule"), pl.lit("lien").alias("topic"))
    by_identity = pl.col("how").replace_strict(_CERTAINTY_OF, default=None, return_dtype=pl.String)
    certainty = pl.when("cited").then(pl.lit("sure")).otherwise(pl.coalesce(by_identity, pl.lit("sure")))
    whole = pl.concat([faulty, links.select(faulty.columns)])
    return whole.with_columns(certainty.alias("certainty"), pl.col("its_successor").alias("successor"))


def _said(pairs: pl.DataFrame, rule: str) -> pl.DataFrame:
    return pairs.with_columns(pl.lit(rule).alias("rule"), pl.lit(BY_RULE[rule].topic).alias("topic"))


def _outlives() -> pl.Expr:
    """Tell a convention that ends after its framework, both ends known, and that is known to have no renewal of its own.

    It says so, or says nothing of it while its clauses are known and none is about renewal.
    """
    unsaid = pl.col("own_renewal").is_null() & ~pl.col("own_clauses").list.contains(RENEWAL_CLAUSE)
    without = (pl.col("own_renewal") == "aucune").fill_null(value=False) | unsaid.fill_null(value=False)
    later = pl.col("own_latest_end") > pl.col("its_latest_end")
    return without & later.fill_null(value=False)


def _renews_otherwise() -> pl.Expr:
    """Tell a tacit convention under a framework renewed by amendment only, or that is not renewed and that it would outlive.

    One that is written to end after the framework lives on its own renewal clause.
    """
    tacit = pl.col("own_renewal") == "tacite"
    by_amendment = pl.col("its_renewal") == "expresse"
    not_at_all = (pl.col("its_renewal") == "aucune") & (pl.col("own_written_end") <= pl.col("its_written_end"))
    return (tacit & (by_amendment | not_at_all)).fill_null(value=False)


def _lacks_clause() -> pl.Expr:
    """Tell a convention whose clauses are known and lack one that the framework requires."""
    lacking = pl.col("its_required_clauses").list.set_difference("own_clauses").list.len() > 0
    known = pl.col("own_clauses").is_not_null() & pl.col("its_required_clauses").is_not_null()
    return (known & lacking).fill_null(value=False)


def _contrary(dated: Dated, pairs: pl.DataFrame) -> pl.DataFrame:
    """Give the pairs where both texts hold a commitment of one kind and do not plainly agree: a person typed both."""
    names = list(COMMITMENTS)
    own = dated.conventions.select(pl.col("id").alias("convention"), *(pl.col(n).alias(f"own_{n}") for n in names))
    theirs = dated.frameworks.select(pl.col("id").alias("framework"), *(pl.col(n).alias(f"its_{n}") for n in names))
    any_own = pl.any_horizontal(pl.col(f"own_{n}").is_not_null() for n in names)
    any_its = pl.any_horizontal(pl.col(f"its_{n}").is_not_null() for n in names)
    held = pairs.join(own.filter(any_own), on="convention").join(theirs.filter(any_its), on="framework")
    found: list[pl.DataFrame] = []
    for name in names:
        both = held.filter(pl.col(f"own_{name}").is_not_null() & pl.col(f"its_{name}").is_not_null())
        told = both.select(f"own_{name}", f"its_{name}").unique()
        against = [pair for pair in told.iter_rows() if contrary(*pair)]
        frame = pl.DataFrame(against, schema={f"own_{name}": pl.String, f"its_{name}": pl.String}, orient="row")
        found.append(
            _said(both.join(frame, on=[f"own_{name}", f"its_{name}"], how="semi").select(pairs.columns), CONTRARY.id).with_columns(
                pl.lit(f"{CONTRARY.topic}-{name}").alias("topic")
            )
        )
    return pl.concat(found)


def _of_doubles(whole: Dated, only: Collection[str] | None) -> list[pl.DataFrame]:
    return [_grouped(pairs, rule, only) for pairs, rule in zip(doubles(whole, only), (DOUBLE.id, SHARED.id), strict=True)]


def _grouped(pairs: pl.DataFrame, rule: str, only: Collection[str] | None) -> pl.DataFrame:
    if only is not None:
        pairs = pairs.filter(pl.col("convention").is_in(list(only)))
    grouped = (
        pairs.sort("convention", "other")
        .group_by("convention", maintain_order=True)
        .agg(pl.col("other").alias("others"), pl.col("partner").first(), pl.col("certainty").max())
    )
    return _said(grouped, rule)


def _of_conventions(dated: Dated) -> pl.DataFrame:
    found = alone(dated)
    topics: dict[str, Any] = {rule.id: rule.topic for rule in BY_RULE.values()}
    return found.with_columns(
        pl.col("rule").replace_strict(topics, return_dtype=pl.String).alias("topic"), pl.lit("sure").alias("certainty")
    )


def _complete(frame: pl.DataFrame) -> pl.DataFrame:
    level = pl.col("rule").replace_strict(_LEVEL_OF, return_dtype=pl.String).alias("level")
    frame = frame.with_columns(level)
    return frame.select((pl.col(n).cast(t) if n in frame.columns else pl.lit(None, dtype=t).alias(n)) for n, t in COLUMNS.items())


def subjects(frame: pl.DataFrame) -> set[str]:
    """Give the conventions and frameworks that findings speak of."""
    return {i for name in (CONVENTION.name, FRAMEWORK.name) for i in frame[name.lower()].drop_nulls().to_list()}
