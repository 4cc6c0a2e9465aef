"""Which partners are known to one person only?"""

import polars as pl

from netmap.network import Network
from netmap.partnerships import KIND, PARTNERSHIP, PARTNERSHIPS, SCOPE, UNKNOWN, on_date, partnerships, share
from netmap.question import ON, Params, Question, ResultColumn
from netmap.values import WHOLE, counted


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the partnerships of a scope."""
    return partnerships(network, params)


def measure(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Give one row a partner: the persons named (a function in an establishment), and the establishments that name nobody."""
    live = on_date(facts, params["on"]).filter("live")
    persons = pl.struct("establishment", "contact").filter(pl.col("contact").is_not_null())
    silent = pl.col("establishment").filter(pl.col("contact").is_null())
    named = pl.col("establishment").filter(pl.col("contact").is_not_null())
    grouped = live.group_by("partner").agg(
        pl.col("kind").first(),
        pl.col("known_by").first(),
        persons.n_unique().alias("persons"),
        pl.col("contact").drop_nulls().sort().first(),
        named.sort().first().alias("named"),
        pl.col("establishment").sort().first().alias("first"),
        pl.col("establishment").n_unique().alias("establishments"),
        silent.filter(~silent.is_in(named.implode())).n_unique().alias("silent"),
    )
    # the sheet of the partner names a function without its establishment: another person when no partnership names it
    alone = pl.col("known_by").is_not_null() & (pl.col("persons") == 0)
    other = pl.col("known_by").is_not_null() & (pl.col("persons") == 1) & (pl.col("known_by") != pl.col("contact"))
    return grouped.with_columns(
        (pl.col("persons") + alone.cast(pl.Int64) + other.cast(pl.Int64)).alias("persons"),
        pl.coalesce("contact", "known_by").alias("contact"),
        pl.coalesce("named", "first").alias("establishment"),
    )


def conclude(known: pl.DataFrame, _params: Params) -> pl.DataFrame:
    """Keep the partners that one person is said to know, those that most establishments rest on first."""
    return (
        known.filter(pl.col("persons") == 1)
        .with_columns(
            pl.when(pl.col("kind") != UNKNOWN).then("kind").alias("kind"),
            pl.when(pl.col("silent") > 0)
            .then(pl.lit("Une seule personne est nommée : demander aux autres établissements qui suit ce partenaire, et le noter."))
            .otherwise(pl.lit("Une seule personne le connaît : prévoir un second interlocuteur, et le noter sur la convention."))
            .alias("advice"),
            pl.col("partner").alias("about"),
        )
        .sort("establishments", "silent", "partner", descending=[True, False, False])
    )


def denominator(known: pl.DataFrame, _params: Params, _rows: pl.DataFrame) -> str:
    """Count the partners alive, those with a person named, those without any."""
    if known.is_empty():
        return ""
    named = known.filter(pl.col("persons") > 0).height
    none = known.height - named
    if not named:
        return f"Personne n’est nommé pour {counted(none, 'partenaire vivant', 'partenaires vivants')} : on ne peut pas le dire."
    return (
        f"Sur {counted(named, 'partenaire vivant dont une personne est nommée', 'partenaires vivants dont une personne est nommée')} "
        f"({share(named, known.height)} des {known.height}) ; pour {counted(none, 'autre', 'autres')}, personne n’est renseigné."
    )


SINGLE_CONTACTS = Question(
    name="single_contacts",
    title="Quels partenaires ne sont connus que d’une personne ?",
    help="Une personne est une fonction dans un établissement : netmap ne garde pas les noms. Quand d’autres établissements ne disent pas "
    "qui suit le partenaire, leur nombre est donné : la personne est la seule nommée, peut-être pas la seule.",
    empty="Aucun partenaire vivant n’est connu que d’une seule personne, ou personne n’est renseigné.",
    parameters=(SCOPE, ON),
    facts=PARTNERSHIP,
    columns=(
        ResultColumn(name="partner", label="Partenaire", kind="*"),
        ResultColumn(name="kind", label="Sorte", type=KIND),
        ResultColumn(name="contact", label="Connu par (fonction)"),
        ResultColumn(name="establishment", label="À", kind="Establishment"),
        ResultColumn(name="establishments", label="Établissements partenaires", type=WHOLE),
        ResultColumn(name="silent", label="Qui ne disent pas qui le suit", type=WHOLE),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    measure=measure,
    conclude=conclude,
    denominator=denominator,
    cypher=PARTNERSHIPS,
)
