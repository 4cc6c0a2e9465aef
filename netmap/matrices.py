"""A matrix of what partners cover: one row a cell, the empty ones too, and « non renseigné » never taken for « aucun ».

A partnership that does not say all that places it (its theme, its filière, its kind) may stand in several cells: it covers none, and
makes each of them « non renseigné » as long as no other covers it. So does a row of which no file says any partnership.
"""

from collections.abc import Sequence
from datetime import date

import polars as pl

from netmap.partnerships import UNKNOWN
from netmap.question import ResultColumn
from netmap.reference.criterion_4 import CIRCLE, CIRCLES, DOMAIN, DOMAINS
from netmap.values import DATE, WHOLE, choice, counted
from netmap.values.kind import by_distinct, by_distinct_lists

IN_GRID = ("circle", "domain")
_CODES = pl.List(pl.String())
FRESH_MONTHS = 12
COVERED, STALE, UNSAID, NONE = "couverte", "ancienne", "non_renseigne", "aucun"
CELL = choice(
    "case",
    "l’état d’une case",
    {COVERED: "Couverte", STALE: "Couverte, sans nouvelle depuis un an", UNSAID: "Non renseigné", NONE: "Aucun partenaire"},
)
MEASURED = (
    ResultColumn(name="state", label="Case", type=CELL),
    ResultColumn(name="partners", label="Partenaires vivants", type=WHOLE),
    ResultColumn(name="conventions", label="Conventions en vigueur", type=WHOLE),
    ResultColumn(name="establishments", label="Établissements couverts", type=WHOLE),
    ResultColumn(name="of", label="Sur combien d’établissements", type=WHOLE),
    ResultColumn(name="last_news_on", label="Dernière nouvelle", type=DATE),
    ResultColumn(
        name="unknown", label="Partenaires à compléter", type=WHOLE, help="Ils pourraient couvrir la case, mais ne le disent pas."
    ),
    ResultColumn(name="advice", label="Que faire"),
    ResultColumn(name="about", label="Preuve"),
)
"""What a matrix says of each of its cells."""


def placed(partnerships: pl.DataFrame, keys: Sequence[str], *, sure: pl.Expr | None = None) -> pl.DataFrame:
    """Give one row a partnership and cell where it stands or may stand; `keys` that are lists hold the cells, null ones all of them.

    `partnerships` are those of `on_date`; each key comes with `<key>_all`, the list that stands for an unknown one. `sure` tells more
    that must be known. Partnerships that are over are left out.
    """
    known = pl.col("live").fill_null(value=False) & (pl.lit(value=True) if sure is None else sure)
    alive = partnerships.filter(pl.col("live").fill_null(value=True))
    for key in keys:
        if isinstance(alive.schema[key], pl.List):
            known = known & pl.col(f"{key}_said")
            alive = alive.with_columns_seq(pl.col(key).is_not_null().alias(f"{key}_said"), pl.coalesce(key, f"{key}_all").alias(key))
    alive = alive.with_columns_seq(known.alias("sure"))
    for key in keys:
        if isinstance(alive.schema[key], pl.List):
            alive = alive.explode(key).filter(pl.col(key).is_not_null())
    return alive


def in_criterion_4(partnerships: pl.DataFrame) -> pl.DataFrame:
    """Place partnerships in the grid of criterion 4: an unknown kind in every circle, an unknown theme in every domain."""
    ready = partnerships.with_columns_seq(
        by_distinct(_circles, _CODES)(partnerships["kind"]).alias("circle"),
        pl.lit([code for code, _ in CIRCLE.choices], dtype=_CODES).alias("circle_all"),
        by_distinct_lists(_domains, _CODES, partnerships["themes"]).alias("domain"),
        pl.lit([code for code, _ in DOMAIN.choices], dtype=_CODES).alias("domain_all"),
    )
    return placed(ready, IN_GRID)


def _circles(kind: str) -> list[str] | None:
    """Give the circle of a kind of partner, none for one that stands in no circle, None for a kind that is not known."""
    return None if kind == UNKNOWN else [CIRCLES[kind]] if kind in CIRCLES else []


def _domains(themes: str) -> list[str] | None:
    """Give the domains of themes of a partnership, None when it tells none of those that have one."""
    known = [DOMAINS[theme] for theme in themes.split("|") if theme in DOMAINS]
    return sorted({domain for domains in known for domain in domains}) if known else None


def cells(found: pl.DataFrame, every: pl.DataFrame, keys: Sequence[str], on: date) -> pl.DataFrame:
    """Measure each cell of `every`: `keys`, `said` (whether a file says any partnership of its row), `about`.

    Gives the partners, conventions and establishments that cover it, the last news, `unknown` partners that may cover it, its state
    and what to do.
    """
    sure = pl.col("sure").fill_null(value=False)
    measured = found.group_by(keys).agg(
        pl.col("partner").filter(sure).n_unique().alias("partners"),
        pl.col("convention").filter(sure).drop_nulls().n_unique().alias("conventions"),
        pl.col("establishment").filter(sure).n_unique().alias("establishments"),
        pl.col("last_news_on").filter(sure).max(),
        pl.col("partner").n_unique().alias("all"),
        pl.col("partner").filter(sure).sort().first().alias("evidence"),
    )
    counts = [pl.col(name).fill_null(0).cast(pl.Int64) for name in ("partners", "conventions", "establishments", "all")]
    joined = every.join(measured, on=list(keys), how="left", maintain_order="left").with_columns_seq(counts)
    old = pl.col("last_news_on") < pl.lit(on).dt.offset_by(f"-{FRESH_MONTHS}mo")
    joined = joined.with_columns_seq((pl.col("all") - pl.col("partners")).alias("unknown"), pl.coalesce("evidence", "about").alias("about"))
    state = (
        pl.when((pl.col("partners") > 0) & old.fill_null(value=False))
        .then(pl.lit(STALE))
        .when(pl.col("partners") > 0)
        .then(pl.lit(COVERED))
        .when((pl.col("unknown") > 0) | ~pl.col("said"))
        .then(pl.lit(UNSAID))
        .otherwise(pl.lit(NONE))
    )
    return joined.with_columns_seq(state.alias("state")).with_columns_seq(_advice().alias("advice"))


def _advice() -> pl.Expr:
    many = pl.col("unknown") > 1
    complete = pl.concat_str(
        pl.lit("Compléter d’abord : "),
        pl.col("unknown"),
        pl.when(many)
        .then(pl.lit(" partenaires dont la filière, le thème, la sorte ou les dates ne sont pas dits."))
        .otherwise(pl.lit(" partenaire dont la filière, le thème, la sorte ou les dates ne sont pas dits.")),
    )
    return (
        pl.when(pl.col("state") == NONE)
        .then(pl.lit("Chercher un partenaire : voir les suggestions."))
        .when((pl.col("state") == UNSAID) & (pl.col("unknown") > 0))
        .then(complete)
        .when(pl.col("state") == UNSAID)
        .then(pl.lit("Aucun partenariat n’est renseigné ici : charger les partenariats avant de conclure."))
        .when(pl.col("state") == STALE)
        .then(pl.lit("Reprendre contact : les dernières nouvelles datent de plus d’un an."))
        .otherwise(pl.lit("Rien à chercher : poursuivre le suivi."))
    )


def told(found: pl.DataFrame, rows: str, columns: str) -> str:
    """Say how many cells are in each state; "" when there is none."""
    if found.is_empty():
        return ""
    counts = dict(found["state"].value_counts().iter_rows())
    words = {
        COVERED: ("couverte", "couvertes"),
        STALE: ("couverte sans nouvelle depuis un an", "couvertes sans nouvelle depuis un an"),
        NONE: ("sans aucun partenaire", "sans aucun partenaire"),
        UNSAID: ("non renseignée", "non renseignées"),
    }
    said = [counted(counts[state], one, several) for state, (one, several) in words.items() if counts.get(state)]
    return f"Sur {counted(found.height, 'case', 'cases')} ({rows} × {columns}) : {', '.join(said)}."
