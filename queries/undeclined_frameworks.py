"""Which frameworks does no establishment of the territory decline, though their filière is taught there?"""

from typing import LiteralString

import polars as pl

from netmap.domain import CONVENTION, COVERS, DECLINES, FILIERE, FRAMEWORK, LOCATED_IN, RELIES_ON, SIGNS, TEACHES, TERRITORY
from netmap.domain.vocabulary import FRAMEWORK_LEVEL
from netmap.lifecycle import State, is_live, with_state
from netmap.network import Network
from netmap.partnerships import DATES, OF_DATES, SCOPE_OF_FILIERES
from netmap.question import ON, Params, Question, ResultColumn
from netmap.scope import IN_SCOPE, establishments_in
from netmap.values import DATE, WHOLE, counted, counted_or

_THEIRS = tuple(name for name in DATES if name != "status")
_OWN = {f"own_{name}": dtype for name, dtype in OF_DATES.items()}


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find each framework that covers a filière taught in a scope, where it is in force, with the conventions that rely on it.

    Relying on its declension in a region or an académie is relying on it. A framework that names territories concerns the establishments
    that are in one of them.
    """
    covers = network.link(COVERS.name).filter(pl.col("source").str.starts_with(f"{FRAMEWORK.name}:"))
    of_kind = {kind: covers.filter(pl.col("target").str.starts_with(f"{kind}:")) for kind in (FILIERE.name, TERRITORY.name)}
    carried = of_kind[FILIERE.name].select(pl.col("source").alias("framework"), pl.col("target").alias("filiere"))
    limited = of_kind[TERRITORY.name].select(pl.col("source").alias("framework"), pl.col("target").alias("place"))
    taught = network.link(TEACHES.name).select(pl.col("source").alias("establishment"), pl.col("target").alias("filiere"))
    taught = taught.filter(pl.col("establishment").is_in(establishments_in(network, params["scope"]).implode()))
    pairs = carried.join(taught, on="filiere")
    located = network.link(LOCATED_IN.name).select(pl.col("source").alias("establishment"), pl.col("target").alias("place"))
    inside = limited.join(located, on="place").select("framework", "establishment").unique()
    pairs = pl.concat([pairs.join(limited, on="framework", how="anti"), pairs.join(inside, on=["framework", "establishment"], how="semi")])
    theirs = network.node(FRAMEWORK.name).select(pl.col("id").alias("framework"), "level", *_THEIRS)
    found = pairs.join(theirs, on="framework").join(_relying(network), on=["framework", "establishment"], how="left")
    return found.select("framework", "filiere", "establishment", "convention", "level", *_THEIRS, *_OWN)


def _relying(network: Network) -> pl.DataFrame:
    cited = network.link(RELIES_ON.name).select(pl.col("source").alias("convention"), pl.col("target").alias("framework"))
    declined = network.link(DECLINES.name).select(pl.col("source").alias("framework"), pl.col("target").alias("above"))
    above = cited.join(declined, on="framework").select("convention", pl.col("above").alias("framework"))
    signs = network.link(SIGNS.name).select(pl.col("source").alias("establishment"), pl.col("target").alias("convention"))
    said = network.node(CONVENTION.name).select(pl.col("id").alias("convention"), *(pl.col(n).alias(f"own_{n}") for n in DATES))
    return pl.concat([cited, above]).unique().join(signs, on="convention").join(said, on="convention")


def measure(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Tell for each framework in force whom it concerns, and whether a convention that is not over relies on it."""
    own = with_state(facts.select(pl.col(f"own_{name}").alias(name) for name in DATES), params["on"])["state"]
    dated = with_state(facts, params["on"]).with_columns(own.alias("own"))
    declined = pl.col("convention").is_not_null() & ~pl.col("own").is_in([str(State.ENDED), str(State.DENOUNCED)])
    return (
        dated.filter(is_live())
        .group_by("framework")
        .agg(
            pl.col("level").first(),
            pl.col("effective_end").first(),
            pl.col("filiere").n_unique().alias("filieres"),
            pl.col("filiere").sort().first(),
            pl.col("establishment").n_unique().alias("establishments"),
            declined.any().alias("declined"),
            pl.col("convention").drop_nulls().n_unique().alias("past"),
        )
    )


def conclude(known: pl.DataFrame, _params: Params) -> pl.DataFrame:
    """Keep the frameworks in force that no convention relies on, those that concern most establishments first."""
    return (
        known.filter(~pl.col("declined"))
        .with_columns(
            pl.when(pl.col("past") > 0)
            .then(pl.lit("Des conventions terminées le citaient : les renouveler en le citant."))
            .otherwise(pl.lit("Relire l’accord avec la délégation et voir quel établissement peut le décliner."))
            .alias("advice"),
            pl.col("framework").alias("about"),
        )
        .sort("establishments", "framework", descending=[True, False])
    )


def denominator(known: pl.DataFrame, _params: Params, _rows: pl.DataFrame) -> str:
    """Count the frameworks in force that concern a filière taught."""
    if known.is_empty():
        return ""
    many = counted(known.height, "accord-cadre en vigueur d’une filière enseignée", "accords-cadres en vigueur d’une filière enseignée")
    cited = counted_or(int(known["declined"].sum()), "aucun n’est cité", "est cité", "sont cités")
    return f"Sur {many} ici, {cited} par une convention non terminée."


CYPHER: LiteralString = f"""
MATCH (establishment:Establishment)-[:TEACHES]->(filiere:Filiere)<-[:COVERS]-(framework:Framework)
WHERE {IN_SCOPE} AND (NOT EXISTS {{ (framework)-[:COVERS]->(:Territory) }}
    OR EXISTS {{ (framework)-[:COVERS]->(:Territory)<-[:LOCATED_IN]-(establishment) }})
OPTIONAL MATCH (establishment)-[:SIGNS]->(convention:Convention)
WHERE EXISTS {{ (convention)-[:RELIES_ON]->(framework) }} OR EXISTS {{ (convention)-[:RELIES_ON]->(:Framework)-[:DECLINES]->(framework) }}
RETURN framework.id AS framework, filiere.id AS filiere, establishment.id AS establishment, convention.id AS convention,
    framework.level AS level, framework.starts_on AS starts_on, framework.ends_on AS ends_on,
    framework.duration_months AS duration_months, framework.renewal AS renewal, framework.renewal_months AS renewal_months,
    framework.max_renewals AS max_renewals, framework.notice_months AS notice_months, framework.ended_on AS ended_on,
    convention.status AS own_status, convention.starts_on AS own_starts_on, convention.ends_on AS own_ends_on,
    convention.duration_months AS own_duration_months, convention.renewal AS own_renewal,
    convention.renewal_months AS own_renewal_months, convention.max_renewals AS own_max_renewals,
    convention.notice_months AS own_notice_months, convention.ended_on AS own_ended_on
"""

UNDECLINED_FRAMEWORKS = Question(
    name="undeclined_frameworks",
    title="Quels accords-cadres ne sont déclinés par aucun établissement, alors que leur filière est enseignée ?",
    help="Accords-cadres en vigueur d’une filière enseignée dans le périmètre, sur leur territoire quand ils en disent un, qu’aucune "
    "convention non terminée d’un de ses établissements ne cite, ni eux ni leur déclinaison. Décliner un accord n’est pas une obligation.",
    empty="Chaque accord-cadre en vigueur d’une filière enseignée est cité, ou aucun accord ne dit ses filières.",
    parameters=(SCOPE_OF_FILIERES, ON),
    facts={
        **dict.fromkeys(("framework", "filiere", "establishment", "convention", "level"), pl.String()),
        **{name: OF_DATES[name] for name in _THEIRS},
        **_OWN,
    },
    columns=(
        ResultColumn(name="framework", label="Accord-cadre", kind="Framework"),
        ResultColumn(name="level", label="Niveau", type=FRAMEWORK_LEVEL),
        ResultColumn(name="effective_end", label="Fin de l’accord", type=DATE),
        ResultColumn(name="filiere", label="Filière", kind="Filiere"),
        ResultColumn(name="filieres", label="Filières enseignées concernées", type=WHOLE),
        ResultColumn(name="establishments", label="Établissements qui les enseignent", type=WHOLE),
        ResultColumn(name="past", label="Conventions terminées qui le citaient", type=WHOLE),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    measure=measure,
    conclude=conclude,
    denominator=denominator,
    cypher=CYPHER,
)
