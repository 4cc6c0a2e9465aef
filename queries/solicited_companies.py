"""Which companies do many establishments call upon at once?"""

import polars as pl

from netmap.network import Network
from netmap.partnerships import PARTNERSHIP, PARTNERSHIPS, SCOPE, on_date, partnerships
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.values import DATE, WHOLE, counted, counted_or

_MANY = 5


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the partnerships of a scope."""
    return partnerships(network, params)


def measure(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Gather the live partnerships of a company, its sites together when they say its SIREN."""
    live = on_date(facts, params["on"]).filter(pl.col("live") & (pl.col("kind") == "entreprise"))
    return (
        live.with_columns(pl.coalesce("siren", "partner").alias("unit"))
        .group_by("unit")
        .agg(
            pl.col("partner").sort_by(pl.col("partner").str.len_bytes(), "partner").first(),
            pl.col("partner").n_unique().alias("sites"),
            pl.col("establishment").n_unique().alias("establishments"),
            pl.col("convention").drop_nulls().n_unique().alias("conventions"),
            pl.col("effective_end").min().alias("next_end"),
            pl.col("themes").explode(empty_as_null=True).drop_nulls().n_unique().alias("themes"),
        )
    )


def conclude(companies: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Keep the companies that enough establishments call upon, the most called upon first."""
    return (
        companies.filter(pl.col("establishments") >= params["least"])
        .with_columns(
            pl.when(pl.col("conventions") > 1)
            .then(pl.lit("Proposer une demande commune : un interlocuteur pour tous, un calendrier partagé, une convention de réseau."))
            .otherwise(pl.lit("Se concerter entre établissements avant toute nouvelle demande."))
            .alias("advice"),
            pl.col("partner").alias("about"),
        )
        .sort("establishments", "conventions", "partner", descending=[True, True, False])
    )


def denominator(companies: pl.DataFrame, _params: Params, _rows: pl.DataFrame) -> str:
    """Count the companies alive, and those with one establishment only."""
    if companies.is_empty():
        return ""
    one = companies.filter(pl.col("establishments") == 1).height
    many = counted(companies.height, "entreprise partenaire vivante", "entreprises partenaires vivantes")
    told = counted_or(
        one, "aucune n’a qu’un établissement partenaire", "n’a qu’un établissement partenaire", "n’ont qu’un établissement partenaire"
    )
    return f"Sur {many}, {told} ; la plus sollicitée en a {companies['establishments'].max()}."


SOLICITED_COMPANIES = Question(
    name="solicited_companies",
    title="Quelles entreprises sont très sollicitées ?",
    help="Entreprises partenaires d’au moins tant d’établissements du périmètre à la fois : leurs demandes gagnent à être groupées. Les "
    "sites d’une entreprise sont réunis quand leur SIREN est connu.",
    empty="Aucune entreprise connue n’est sollicitée par autant d’établissements.",
    parameters=(
        Parameter(
            name="least",
            label="Établissements au moins",
            help="À partir de combien une entreprise est très sollicitée : 5 si rien n’est dit (proposition de netmap).",
            type=WHOLE,
            default=lambda _on: _MANY,
            required=True,
            least=1,
        ),
        SCOPE,
        ON,
    ),
    facts=PARTNERSHIP,
    columns=(
        ResultColumn(name="partner", label="Entreprise", kind="*"),
        ResultColumn(name="establishments", label="Établissements", type=WHOLE),
        ResultColumn(name="conventions", label="Conventions en vigueur", type=WHOLE),
        ResultColumn(name="sites", label="Sites connus", type=WHOLE),
        ResultColumn(name="themes", label="Thèmes différents", type=WHOLE),
        ResultColumn(name="next_end", label="Prochaine fin", type=DATE),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    measure=measure,
    conclude=conclude,
    denominator=denominator,
    cypher=PARTNERSHIPS,
)
