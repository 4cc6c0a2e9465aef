"""Which conventions lack an object, dates, a way to be followed, or the criterion they serve?"""

from typing import LiteralString

import polars as pl

from netmap.domain import CONVENTION, SUPPORTS
from netmap.lifecycle import State, with_state
from netmap.network import Network
from netmap.partnerships import DATES, OF_DATES, SAID_DATES, SCOPE
from netmap.question import ON, Params, Question, ResultColumn
from netmap.scope import ARE_SIDES, IN_SCOPE, SIDES, conventions_of
from netmap.values import WHOLE, counted, grouped

_SAID = ("object", "follow_up", "clauses", *DATES)
_LACKS = {
    "no_object": ("objet", "sans objet"),
    "no_start": ("date de début", "sans date de début"),
    "no_end": ("date de fin ou durée", "sans date de fin ni durée"),
    "no_follow_up": ("modalités de suivi", "sans modalités de suivi"),
    "no_criterion": ("critère du label", "sans critère"),
}


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find each convention of a scope with its sides, what it says, and whether it supports a criterion."""
    sides = conventions_of(network, params["scope"]).select("convention", "establishment", "partner")
    said = network.node(CONVENTION.name).select(pl.col("id").alias("convention"), *_SAID)
    supports = network.link(SUPPORTS.name)["source"].unique()
    found = sides.join(said, on="convention").with_columns(pl.col("convention").is_in(supports.implode()).alias("supports"))
    return found.select("convention", "establishment", "partner", "supports", *_SAID)


def measure(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Give one row a convention that is not over, and what it lacks."""
    dated = with_state(facts, params["on"]).filter(~pl.col("state").is_in([str(State.ENDED), str(State.DENOUNCED)]))
    followed = pl.col("follow_up").is_not_null() | pl.col("clauses").list.contains("suivi").fill_null(value=False)
    return (
        dated.with_columns(
            pl.col("object").is_null().alias("no_object"),
            pl.col("starts_on").is_null().alias("no_start"),
            pl.col("written_end").is_null().alias("no_end"),
            (~followed).alias("no_follow_up"),
            (~pl.col("supports")).alias("no_criterion"),
        )
        .group_by("convention")
        .agg(
            pl.col("establishment").sort().first(), pl.col("partner").sort().first(), *(pl.col(name).first() for name in (*_LACKS, "state"))
        )
    )


def conclude(lacking: pl.DataFrame, _params: Params) -> pl.DataFrame:
    """Keep the conventions that lack something, those that lack most first."""
    words = [pl.when(name).then(pl.lit(word)) for name, (word, _) in _LACKS.items()]
    told = lacking.with_columns(
        pl.concat_list(words).list.drop_nulls().list.join(", ").alias("missing"),
        pl.sum_horizontal(pl.col(name).cast(pl.Int64) for name in _LACKS).alias("count"),
        pl.col("convention").alias("about"),
    )
    return (
        told.filter(pl.col("count") > 0)
        .with_columns(
            pl.when(pl.col("no_start") | pl.col("no_end"))
            .then(pl.lit("Relire le texte signé et compléter les dates : sans elles, aucune échéance n’est suivie."))
            .when("no_object")
            .then(pl.lit("Écrire l’objet (article 1er) sur la fiche de la convention."))
            .when("no_follow_up")
            .then(pl.lit("Convenir d’un suivi avec le partenaire (une rencontre par an, un bilan) et le noter."))
            .otherwise(pl.lit("Dire quel critère du label la convention appuie."))
            .alias("advice")
        )
        .sort("count", "convention", descending=[True, False])
    )


def denominator(lacking: pl.DataFrame, _params: Params, _rows: pl.DataFrame) -> str:
    """Count the conventions that are not over, and what each thing lacks to."""
    if lacking.is_empty():
        return ""
    told = [f"{grouped(int(lacking[name].sum()))} {words}" for name, (_, words) in _LACKS.items() if lacking[name].sum()]
    return f"Sur {counted(lacking.height, 'convention non terminée', 'conventions non terminées')} : {', '.join(told) or 'rien ne manque'}."


CYPHER: LiteralString = f"""
MATCH {SIDES}
WHERE {ARE_SIDES} AND {IN_SCOPE}
RETURN convention.id AS convention, establishment.id AS establishment, partner.id AS partner,
    EXISTS {{ (convention)-[:SUPPORTS]->(:Criterion) }} AS supports,
    convention.object AS object, convention.follow_up AS follow_up, convention.clauses AS clauses,
    {SAID_DATES}
"""

INCOMPLETE_CONVENTIONS = Question(
    name="incomplete_conventions",
    title="Quelles conventions n’ont pas d’objet, de dates, de suivi ou de critère ?",
    help="Conventions non terminées. Le suivi est dit par ses modalités ou par la clause de suivi (fiche 6) ; la fin, par une date ou une "
    "durée. Ce qui manque ici n’est pas renseigné : le texte signé le dit peut-être.",
    empty="Chaque convention non terminée dit son objet, ses dates, son suivi et le critère qu’elle appuie.",
    parameters=(SCOPE, ON),
    facts={
        **dict.fromkeys(("convention", "establishment", "partner"), pl.String()),
        "supports": pl.Boolean(),
        **{name: CONVENTION.property(name).dtype for name in ("object", "follow_up", "clauses")},
        **OF_DATES,
    },
    columns=(
        ResultColumn(name="convention", label="Convention", kind="Convention"),
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="partner", label="Partenaire", kind="*"),
        ResultColumn(name="missing", label="Ce qui manque"),
        ResultColumn(name="count", label="Combien", type=WHOLE, help="Nombre de points manquants, sur cinq."),
        ResultColumn(name="state", label="État"),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    measure=measure,
    conclude=conclude,
    denominator=denominator,
    cypher=CYPHER,
)
