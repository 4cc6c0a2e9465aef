"""What do partners cover of criterion 4: three circles of partners, three domains?"""

import polars as pl

from netmap.matrices import CELL, cells, placed, told
from netmap.network import Network
from netmap.partnerships import PARTNERSHIP, PARTNERSHIPS, SCOPE, UNKNOWN, on_date, partnerships
from netmap.question import ON, Params, Question, ResultColumn
from netmap.reference.criterion_4 import CIRCLE, CIRCLES, DOMAIN, DOMAINS
from netmap.values import DATE, WHOLE

_KEYS = ("circle", "domain")
_CIRCLES = [code for code, _ in CIRCLE.choices]
_DOMAINS = [code for code, _ in DOMAIN.choices]


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the partnerships of a scope."""
    return partnerships(network, params)


def _placed(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Place each partnership in the grid: an unknown kind in every circle, an unknown theme in every domain."""
    dated = on_date(facts, params["on"]).with_row_index("_row")
    said = dated.select("_row", "themes").explode("themes").filter(pl.col("themes").is_in(list(DOMAINS)))
    mapped = said.with_columns(pl.col("themes").replace_strict(DOMAINS, return_dtype=pl.List(pl.String)).alias("domain"))
    by_row = mapped.explode("domain").group_by("_row").agg(pl.col("domain").drop_nulls().unique().sort())
    circle = pl.col("kind").replace_strict({kind: [c] for kind, c in CIRCLES.items()}, default=None, return_dtype=pl.List(pl.String))
    outside = pl.lit([], dtype=pl.List(pl.String))
    ready = dated.join(by_row, on="_row", how="left").with_columns(
        pl.when(pl.col("kind") == UNKNOWN).then(None).otherwise(pl.coalesce(circle, outside)).alias("circle"),
        pl.lit(_CIRCLES, dtype=pl.List(pl.String)).alias("circle_all"),
        pl.lit(_DOMAINS, dtype=pl.List(pl.String)).alias("domain_all"),
    )
    return placed(ready, _KEYS)


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Measure the nine cells; none without an establishment."""
    schools = facts["establishment"].unique().sort()
    if schools.is_empty():
        return _every(facts).clear().pipe(lambda none: cells(_placed(facts, params), none, _KEYS, params["on"]))
    return cells(_placed(facts, params), _every(facts), _KEYS, params["on"])


def _every(facts: pl.DataFrame) -> pl.DataFrame:
    pairs = [(circle, domain) for circle in _CIRCLES for domain in _DOMAINS]
    every = pl.DataFrame(pairs, schema=dict.fromkeys(_KEYS, pl.String), orient="row")
    return every.with_columns(
        pl.lit(facts["establishment"].n_unique(), dtype=pl.Int64).alias("of"),
        pl.lit(bool(facts["partner"].is_not_null().any())).alias("said"),
        pl.lit(facts["establishment"].min(), dtype=pl.String).alias("about"),
    )


def denominator(facts: pl.DataFrame, params: Params) -> str:
    """Count the cells by state."""
    return told(conclude(facts, params), "trois cercles de partenaires", "trois domaines")


CRITERION_4_GRID = Question(
    name="criterion_4_grid",
    title="Que couvrent les partenaires du critère 4 ?",
    help="Critère 4 (2023) : tissu économique local, organismes de proximité, établissements partenaires, dans la formation "
    "professionnelle, l’orientation et l’insertion. Les correspondances des sortes de partenaire et des thèmes avec la grille sont une "
    "proposition de netmap. Une case vide est « aucun » si tout est dit, « non renseigné » si un partenaire pourrait y être sans le dire.",
    empty="Aucun établissement dans ce périmètre : il n’y a pas de grille à montrer.",
    parameters=(SCOPE, ON),
    facts=PARTNERSHIP,
    columns=(
        ResultColumn(name="circle", label="Cercle", type=CIRCLE),
        ResultColumn(name="domain", label="Domaine", type=DOMAIN),
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
    ),
    find=find,
    conclude=conclude,
    denominator=denominator,
    cypher=PARTNERSHIPS,
)
