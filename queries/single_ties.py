"""Which establishments hold to the companies of a filière by one partner only?"""

import polars as pl

from netmap.network import Network
from netmap.partnerships import REACH, REACHED, SCOPE_OF_FILIERES, UNKNOWN, on_date, reached
from netmap.question import ON, Params, Question, ResultColumn
from netmap.values import DATE, WHOLE, counted, counted_or

_PAIR = ["establishment", "filiere"]
_COMPANIES = ("entreprise", UNKNOWN)


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the filières taught in a scope and the partnerships that reach them."""
    return reached(network, params)


def measure(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Count for each filière of an establishment the companies that reach it, and the partners that may be one of them."""
    dated = on_date(facts, params["on"]).filter(pl.col("kind").is_in(_COMPANIES) & pl.col("live").fill_null(value=True))
    sure = pl.col("live").fill_null(value=False) & pl.col("reaches").fill_null(value=False) & (pl.col("kind") == "entreprise")
    counts = dated.group_by(_PAIR).agg(
        pl.col("partner").filter(sure).n_unique().alias("companies"),
        pl.col("partner").n_unique().alias("possible"),
        pl.col("partner").filter(sure).sort().first(),
        pl.col("convention").filter(sure).sort().first(),
        pl.col("effective_end").filter(sure).max().alias("end"),
    )
    pairs = facts.select(_PAIR).unique().join(counts, on=_PAIR, how="left").with_columns(pl.col("companies", "possible").fill_null(0))
    return pairs.with_columns((pl.col("possible") - pl.col("companies")).alias("unknown"))


def conclude(pairs: pl.DataFrame, _params: Params) -> pl.DataFrame:
    """Keep the filières of an establishment that one company reaches, those where nothing is left to complete first."""
    return (
        pairs.filter(pl.col("companies") == 1)
        .with_columns(
            pl.when(pl.col("unknown") > 0)
            .then(pl.lit("Compléter d’abord les partenaires sans filière, sorte ou dates dites ; sinon, en chercher un second."))
            .otherwise(pl.lit("Si cette entreprise part, la filière n’en a plus : en chercher une seconde (voir les suggestions)."))
            .alias("advice"),
            pl.col("partner").alias("about"),
        )
        .sort("unknown", "end", *_PAIR, nulls_last=True)
    )


def denominator(pairs: pl.DataFrame, _params: Params, _rows: pl.DataFrame) -> str:
    """Count the filières of establishments by the number of their companies."""
    if pairs.is_empty():
        return ""
    none = pairs.filter(pl.col("companies") == 0).height
    several = pairs.filter(pl.col("companies") > 1).height
    many = counted(pairs.height, "filière d’établissement", "filières d’établissement")
    told = counted_or(
        several, "aucune ne tient à plusieurs entreprises", "tient à plusieurs entreprises", "tiennent à plusieurs entreprises"
    )
    untied = counted_or(none, "", "à aucune qui soit connue", "à aucune qui soit connue")
    return f"Sur {many} : {', '.join(filter(None, (told, untied)))}."


SINGLE_TIES = Question(
    name="single_ties",
    title="Quels établissements ne tiennent aux entreprises d’une filière que par un seul partenaire ?",
    help="Entreprises vivantes qui touchent la filière, par la convention ou parce qu’elles y travaillent. Les partenaires dont la "
    "filière, la sorte ou les dates ne sont pas dites sont comptés à part : l’un d’eux est peut-être un second lien.",
    empty="Aucune filière ne tient à une seule entreprise connue.",
    parameters=(SCOPE_OF_FILIERES, ON),
    facts=REACH,
    columns=(
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="filiere", label="Filière", kind="Filiere"),
        ResultColumn(name="partner", label="Seule entreprise", kind="*"),
        ResultColumn(name="convention", label="Convention", kind="Convention"),
        ResultColumn(name="end", label="Fin", type=DATE),
        ResultColumn(name="unknown", label="Partenaires à compléter", type=WHOLE, help="Ils sont peut-être un second lien."),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    measure=measure,
    conclude=conclude,
    denominator=denominator,
    cypher=REACHED,
)
