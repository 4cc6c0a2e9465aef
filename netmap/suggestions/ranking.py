"""From facts to suggestions: where a partner is missing, who could come, why, and in what order.

A gap is a filière without a company (or with one only), an empty cell of criterion 4's grid, a filière that a campus carries without a
partner. Whoever is near and fits is a candidate; the more neighbours already work with them the better, then the nearer the better.
Thresholds are a « proposition de netmap ».
"""

from collections.abc import Iterable
from functools import cached_property

import polars as pl

from netmap.distance import kilometres
from netmap.domain import ORGANISATION
from netmap.lifecycle import State
from netmap.matrices import in_criterion_4
from netmap.partnerships import on_date, reach
from netmap.question import Params
from netmap.reference.criterion_4 import CIRCLE, DOMAIN
from netmap.values import counted, counted_or

_GAP = ("subject", "need", "gap", "filiere", "order")
_KM_A_DEGREE = 111.0
_MOST_RUNS = 100
_WIDEST = 0.6  # a degree of longitude is at least this share of a degree of latitude under 53°
_POINTS = ("latitude", "longitude", "other_latitude", "other_longitude")
_SUGGESTED = {
    **dict.fromkeys(("subject", "gap", "filiere", "partner"), pl.String()),
    **dict.fromkeys(("rank", "km", "peers"), pl.Int64()),
    **dict.fromkeys(("through", "reason", "advice", "need", "about"), pl.String()),
}


class Ground:
    """Hold the facts by kind, ready to be joined, and the gaps that they show."""

    def __init__(self, facts: pl.DataFrame, params: Params) -> None:
        self.by_fact = _by_fact(facts)
        self.empty = facts.clear()
        self.params = params
        self.worked = self._pair("works", "partner", "filiere")
        said = self.of("partnership").rename({"subject": "establishment", "object": "partner"})
        dated = on_date(said, params["on"]).select_seq("establishment", "partner", "convention", "themes", "kind", "state", "live")
        over = (pl.col("state") == str(State.ENDED)) & pl.col("convention").is_not_null()
        self.said = said["establishment"].unique()
        self.pairs = dated.select_seq(pl.col("establishment").alias("subject"), "partner", over.alias("over"))
        self.alive = dated.filter(pl.col("live").fill_null(value=True))
        self.taught = self._pair("teaches", "establishment", "filiere")
        self.hits = reach(self.taught, self.alive, self._pair("covers", "convention", "filiere"), self.worked)
        self.aside = self.of("aside").select_seq("subject", pl.col("object").alias("partner"), "need")

    @cached_property
    def inside(self) -> pl.Series:
        """Give the establishments and campuses of the scope."""
        return pl.concat([self.of("school"), self.of("campus")]).filter(pl.col("inside"))["subject"]

    @cached_property
    def cells(self) -> pl.DataFrame:
        """Give the cells of criterion 4 where partnerships stand, or may stand."""
        return in_criterion_4(self.alive)

    @cached_property
    def gaps(self) -> pl.DataFrame:
        """Give each gap of the scope: subject, need, gap, filiere, order (the surest first)."""
        found = pl.concat([_by_filiere(self), _by_cell(self), _by_campus(self)])
        return found.filter(pl.col("subject").is_in(self.inside.implode()))

    def of(self, fact: str) -> pl.DataFrame:
        """Give the facts of a kind."""
        return self.by_fact.get(fact, self.empty)

    def _pair(self, fact: str, subject: str, other: str) -> pl.DataFrame:
        return self.of(fact).select_seq(pl.col("subject").alias(subject), pl.col("object").alias(other))


def _by_fact(facts: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Cut facts by kind: engines find one kind after the other, so each is a slice that costs nothing."""
    runs = facts["fact"].rle().struct.unnest().with_columns_seq((pl.col("len").cum_sum() - pl.col("len")).alias("start"))
    if runs.height > _MOST_RUNS:
        return {name: frame for (name,), frame in facts.partition_by("fact", as_dict=True).items()}
    found: dict[str, list[pl.DataFrame]] = {}
    for length, name, start in runs.rows():
        found.setdefault(name, []).append(facts.slice(start, length))
    return {name: pl.concat(pieces) for name, pieces in found.items()}


def suggested(ground: Ground, params: Params) -> pl.DataFrame:
    """Rank the partners to propose for each gap, the surest gaps first: at most `most` a gap."""
    if ground.gaps.is_empty():
        return pl.DataFrame(schema=_SUGGESTED)
    found = _free(ground, _candidates(ground, ground.gaps))
    order = ["peers", "km", "partner"]
    ranked = found.sort(*order, descending=[True, False, False], nulls_last=True).with_columns_seq(
        pl.int_range(1, pl.len() + 1).over("subject", "need").alias("rank")
    )
    kept = ranked.filter(pl.col("rank") <= params["most"])
    return _worded(kept).sort("order", "subject", "need", "rank").select_seq(list(_SUGGESTED))


def denominator(ground: Ground, params: Params, rows: pl.DataFrame) -> str:
    """Count the gaps, those with a suggestion, and the suggestions set aside."""
    gaps = ground.gaps
    if gaps.is_empty():
        return ""
    served = rows.select_seq("subject", "need").unique().height
    aside = ground.aside.filter(pl.col("subject").is_in(ground.inside.implode())).height
    left = counted(aside, "proposition écartée n’est plus montrée", "propositions écartées ne sont plus montrées")
    more = f" ; {left}" if aside else ""
    told = counted_or(served, "aucun n’a de proposition", "a au moins une proposition", "ont au moins une proposition")
    return f"Sur {counted(gaps.height, 'manque', 'manques')}, {told} à {params['km']} km{more}."


def _by_filiere(ground: Ground) -> pl.DataFrame:
    """Find the filières of an establishment that no company reaches, or one only."""
    sure = (pl.col("kind") == "entreprise") & pl.col("live").fill_null(value=False)
    pair = ["establishment", "filiere"]
    counts = ground.hits.group_by(pair).agg(pl.col("partner").filter(sure).n_unique().alias("companies"))
    pairs = ground.taught.join(counts, on=pair, how="left").with_columns_seq(pl.col("companies").fill_null(0))
    return pairs.filter(pl.col("companies") <= 1).select_seq(
        pl.col("establishment").alias("subject"),
        pl.concat_str(pl.lit("filiere "), "filiere").alias("need"),
        pl.when(pl.col("companies") == 0)
        .then(pl.lit("Aucune entreprise connue dans la filière"))
        .otherwise(pl.lit("Une seule entreprise dans la filière"))
        .alias("gap"),
        "filiere",
        pl.col("companies").cast(pl.Int64).alias("order"),
    )


def _by_cell(ground: Ground) -> pl.DataFrame:
    """Find the cells of criterion 4 that are empty for sure: nothing that the establishment has could stand there."""
    schools = pl.DataFrame({"subject": ground.said}, schema={"subject": pl.String})
    pairs = [(c, d, f"{name} × {word.lower()}") for c, name in CIRCLE.choices for d, word in DOMAIN.choices]
    cells = pl.DataFrame(pairs, schema={"circle": pl.String, "domain": pl.String, "words": pl.String}, orient="row")
    filled = ground.cells.select_seq(pl.col("establishment").alias("subject"), "circle", "domain")
    empty = schools.join(cells, how="cross").join(filled, on=["subject", "circle", "domain"], how="anti")
    return empty.select_seq(
        "subject",
        pl.concat_str(pl.lit("critere4 "), "circle", pl.lit(" "), "domain").alias("need"),
        pl.concat_str(pl.lit("Critère 2023/4 : "), "words").alias("gap"),
        pl.lit(None, dtype=pl.String).alias("filiere"),
        pl.lit(3, dtype=pl.Int64).alias("order"),
    )


def _by_campus(ground: Ground) -> pl.DataFrame:
    """Find the filières that a campus carries and in which none of its members is known to work."""
    carried = ground.of("carries").select_seq("subject", pl.col("object").alias("filiere"))
    members = ground.of("member").select_seq(pl.col("object").alias("subject"), pl.col("subject").alias("partner"))
    held = members.join(ground.worked, on="partner").select_seq("subject", "filiere")
    return carried.join(held, on=["subject", "filiere"], how="anti").select_seq(
        "subject",
        pl.concat_str(pl.lit("filiere "), "filiere").alias("need"),
        pl.lit("Aucun partenaire du campus dans la filière").alias("gap"),
        "filiere",
        pl.lit(2, dtype=pl.Int64).alias("order"),
    )


def _candidates(ground: Ground, gaps: pl.DataFrame) -> pl.DataFrame:
    """Give for each gap the organisations that fit and are near, with the neighbours that work with them."""
    schools, organisations, campuses = (
        ground.of(name).select_seq("subject", "latitude", "longitude", "category") for name in ("school", "organisation", "campus")
    )
    subjects = pl.concat([schools, campuses]).join(gaps.select_seq("subject").unique(), on="subject", how="semi")
    in_filiere, in_cell = gaps.filter(pl.col("filiere").is_not_null()), gaps.filter(pl.col("filiere").is_null())
    fits = pl.concat([ground.worked, ground.hits.filter(_is_organisation()).select_seq("partner", "filiere")]).unique()
    fits = fits.join(in_filiere, on="filiere", how="semi")
    celled = ground.cells.filter(pl.col("sure") & _is_organisation())
    cell = pl.concat_str(pl.lit("critere4 "), "circle", pl.lit(" "), "domain").alias("need")
    acting = celled.select_seq(pl.col("establishment").alias("peer"), "partner", cell).unique().join(in_cell, on="need", how="semi")
    acts = acting.select_seq("partner", "need").unique()
    # whoever fits no gap is not looked for: distances are the cost
    useful = pl.concat([fits["partner"], acts["partner"]]).unique().alias("subject").to_frame()
    near = _near(ground, subjects, organisations.join(useful, on="subject", how="semi")).rename({"other": "partner"})
    peers = _near(ground, subjects, schools).select_seq("subject", pl.col("other").alias("peer"), pl.col("km").alias("_away"))
    by_filiere = near.join(fits, on="partner").join(in_filiere, on=["subject", "filiere"])
    by_filiere = by_filiere.filter((pl.col("order") == 2) | (pl.col("category") == "entreprise"))  # noqa: PLR2004 - the order of campuses
    working = ground.hits.select_seq(pl.col("establishment").alias("peer"), "partner", "filiere").unique()
    met = by_filiere.select_seq("subject", "need", "partner", "filiere").join(working, on=["partner", "filiere"])
    by_cell = near.join(acts, on="partner").join(in_cell, on=["subject", "need"])
    met_in_cell = by_cell.select_seq("subject", "need", "partner").join(acting, on=["partner", "need"])
    columns = ["subject", "need", "partner", "peer"]
    together = pl.concat([met.select_seq(columns), met_in_cell.select_seq(columns)]).filter(pl.col("peer") != pl.col("subject"))
    counts = (
        together.join(peers, on=["subject", "peer"])
        .group_by("subject", "need", "partner")
        .agg(
            pl.col("peer").n_unique().cast(pl.Int64).alias("peers"),
            pl.col("peer").sort_by("_away", "peer", nulls_last=True).first().alias("through"),
        )
    )
    every = pl.concat([by_filiere.select_seq(*_GAP, "partner", "km"), by_cell.select_seq(*_GAP, "partner", "km")])
    return every.join(counts, on=["subject", "need", "partner"], how="left").with_columns_seq(pl.col("peers").fill_null(0))


def _is_organisation() -> pl.Expr:
    return pl.col("partner").str.starts_with(f"{ORGANISATION.name}:")


def _near(ground: Ground, subjects: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """Pair subjects and others within reach: by distance where both places are known, else by a small territory they share."""
    others = others.rename({"subject": "other", "latitude": "other_latitude", "longitude": "other_longitude"})
    # places are met by their rows: names are written for those that are near only
    apart = subjects.select_seq(pl.int_range(pl.len()).alias("_one"), *_POINTS[:2], *_bucket(*_POINTS[:2], ground.params["km"]))
    shifts = pl.DataFrame([(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)], schema={"x": pl.Int64, "y": pl.Int64}, orient="row")
    around = apart.join(shifts, how="cross").with_columns_seq(pl.col("row") + pl.col("x"), pl.col("column") + pl.col("y")).drop("x", "y")
    bucketed = others.select_seq(pl.int_range(pl.len()).alias("_other"), *_POINTS[2:], *_bucket(*_POINTS[2:], ground.params["km"]))
    measured = around.lazy().join(bucketed.lazy(), on=["row", "column"]).select_seq("_one", "_other", kilometres(*_POINTS).alias("km"))
    close = measured.filter(pl.col("km") <= ground.params["km"]).collect()
    close = pl.DataFrame(
        [
            subjects["subject"].gather(close["_one"]),
            others["other"].gather(close["_other"]),
            others["category"].gather(close["_other"]),
            close["km"].round().cast(pl.Int64),
        ]
    )
    if not subjects["latitude"].null_count() and not others["other_latitude"].null_count():
        return close
    here, there = pl.col("latitude").is_not_null(), pl.col("other_latitude").is_not_null()
    asked = [(subjects.filter(~here), others), (subjects.filter(here), others.filter(~there))]
    placed = ground.of("placed").select_seq("subject", pl.col("object").alias("place"))
    theirs = placed.rename({"subject": "other"})
    shared = [
        ones.join(placed, on="subject").join(some.join(theirs, on="other"), on="place").select_seq("subject", "other", "category")
        for ones, some in asked
        if ones.height and some.height
    ]
    return pl.concat([close, *(pairs.unique().with_columns_seq(pl.lit(None, dtype=pl.Int64).alias("km")) for pairs in shared)])


def _bucket(latitude: str, longitude: str, km: int) -> Iterable[pl.Expr]:
    """Cut the map in cells at least as wide as the reach, so that only neighbours are tried."""
    height = max(km, 1) / _KM_A_DEGREE
    return (
        (pl.col(latitude) / height).floor().cast(pl.Int64).alias("row"),
        (pl.col(longitude) / (height / _WIDEST)).floor().cast(pl.Int64).alias("column"),
    )


def _free(ground: Ground, found: pl.DataFrame) -> pl.DataFrame:
    """Leave out whoever is a partner, was one whose convention was denounced, or was set aside; tell the former partners."""
    pairs = ground.pairs.filter(pl.col("partner").is_in(found["partner"].unique().implode()))
    held = pairs.filter(~pl.col("over")).select_seq("subject", "partner")
    # whoever has something else that is not over is held, and left out first
    former = pairs.filter("over").unique().rename({"over": "former"})
    members = ground.of("member").select_seq(pl.col("object").alias("subject"), pl.col("subject").alias("partner"))
    free = found.join(pl.concat([held, members]), on=["subject", "partner"], how="anti")
    if ground.aside.height:
        every = ground.aside.filter(pl.col("need").is_null())
        free = free.join(every, on=["subject", "partner"], how="anti").join(ground.aside, on=["subject", "partner", "need"], how="anti")
    return free.join(former, on=["subject", "partner"], how="left")


def _worded(found: pl.DataFrame) -> pl.DataFrame:
    """Give each suggestion its reason in words."""
    many = pl.col("peers") > 1
    who = pl.when(many).then(pl.lit(" établissements voisins")).otherwise(pl.lit(" établissement voisin"))
    of = pl.when(pl.col("filiere").is_not_null()).then(pl.lit(" de la même filière")).otherwise(pl.lit(""))
    works = pl.when(many).then(pl.lit(" travaillent avec eux")).otherwise(pl.lit(" travaille avec eux"))
    where = (
        pl.when(pl.col("km").is_null())
        .then(pl.lit(", dans le même territoire (distance inconnue)"))
        .when(pl.col("km") < 1)
        .then(pl.lit(", à moins d’un kilomètre"))
        .otherwise(pl.concat_str(pl.lit(", à "), "km", pl.lit(" km")))
    )
    reason = (
        pl.when(pl.col("peers") > 0)
        .then(pl.concat_str(pl.col("peers"), who, of, works, where, pl.lit(".")))
        .when(pl.col("filiere").is_not_null())
        .then(pl.concat_str(pl.lit("Dans la filière"), where, pl.lit(" ; aucun établissement voisin de la filière n’y travaille encore.")))
        .otherwise(
            pl.concat_str(pl.lit("Agit dans ce domaine"), where, pl.lit(" ; aucun établissement voisin n’y travaille encore avec eux."))
        )
    )
    return found.with_columns_seq(
        pl.concat_str(pl.when("former").then(pl.lit("Ancien partenaire. ")).otherwise(pl.lit("")), reason).alias("reason"),
        pl.when(pl.col("peers") > 0)
        .then(pl.lit("Demander à l’établissement indiqué de vous présenter, ou écarter en disant pourquoi."))
        .otherwise(pl.lit("Prendre contact, ou écarter en disant pourquoi."))
        .alias("advice"),
        pl.col("partner").alias("about"),
    )
