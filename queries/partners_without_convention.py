"""Which partnerships have no convention in force?"""

import polars as pl

from netmap.lifecycle import State
from netmap.network import Network
from netmap.partnerships import PARTNERSHIP, PARTNERSHIPS, SCOPE, on_date, partnerships, share
from netmap.question import ON, Params, Question, ResultColumn
from netmap.values import DATE, counted, counted_or

_PAIR = ("establishment", "partner")


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the partnerships of a scope."""
    return partnerships(network, params)


def _pairs(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    said = pl.col("convention").is_not_null()
    return (
        on_date(facts, params["on"])
        .group_by(_PAIR)
        .agg(
            (~said & pl.col("live")).any().alias("bare"),
            (said & pl.col("live")).any().alias("under"),
            (said & pl.col("live").is_null()).any().alias("unsure"),
            pl.col("state").is_in([str(State.PROJECT), str(State.COMING)]).any().alias("coming"),
            (said & pl.col("state").is_in([str(State.ENDED), str(State.DENOUNCED)])).any().alias("ended"),
            pl.col("starts_on").filter(~said).min().alias("since"),
            pl.col("last_news_on").max(),
            pl.col("contact").filter(~said).drop_nulls().sort().first(),
        )
    )


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Keep the partnerships alive that no convention in force covers, and say what to do of each."""
    kept = _pairs(facts, params).filter(pl.col("bare") & ~pl.col("under"))
    return kept.with_columns(
        pl.when("unsure")
        .then(pl.lit("Une convention existe, sans dates connues : les compléter avant d’en écrire une autre."))
        .when("coming")
        .then(pl.lit("Une convention est en projet ou à venir : la mener à la signature."))
        .when("ended")
        .then(pl.lit("Une convention a pris fin : proposer de la renouveler."))
        .otherwise(pl.lit("Proposer une convention : objet, durée, suivi (page « Avant de signer »)."))
        .alias("advice"),
        pl.col("partner").alias("about"),
    ).sort("last_news_on", *_PAIR, descending=[True, False, False], nulls_last=True)


def denominator(facts: pl.DataFrame, params: Params, _rows: pl.DataFrame) -> str:
    """Count the partnerships alive, and those under a convention."""
    pairs = _pairs(facts, params)
    alive = pairs.filter(pl.col("bare") | pl.col("under"))
    under = int(alive["under"].sum())
    schools = facts["establishment"].n_unique()
    if alive.is_empty():
        return f"Aucun partenariat vivant n’est renseigné pour {counted(schools, 'établissement', 'établissements')}." if schools else ""
    return (
        f"Sur {counted(alive.height, 'partenariat vivant', 'partenariats vivants')} "
        f"de {counted(schools, 'établissement', 'établissements')}, "
        f"{counted_or(under, 'aucun n’est', 'est', 'sont')} sous convention ({share(under, alive.height)})."
    )


PARTNERS_WITHOUT_CONVENTION = Question(
    name="partners_without_convention",
    title="Quels partenariats n’ont pas de convention en vigueur ?",
    help="Partenariats dits sans convention par les fichiers, et qu’aucune convention en vigueur ne couvre. Une convention dont les dates "
    "sont inconnues est signalée : elle ne compte ni comme en vigueur, ni comme finie.",
    empty="Aucun partenariat connu n’est sans convention en vigueur.",
    parameters=(SCOPE, ON),
    facts=PARTNERSHIP,
    columns=(
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="partner", label="Partenaire", kind="*"),
        ResultColumn(name="since", label="Depuis le", type=DATE),
        ResultColumn(name="last_news_on", label="Dernière nouvelle", type=DATE),
        ResultColumn(name="contact", label="Connu par (fonction)"),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    conclude=conclude,
    denominator=denominator,
    cypher=PARTNERSHIPS,
)
