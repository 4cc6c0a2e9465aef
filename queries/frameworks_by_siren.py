"""Which framework agreements may concern a convention, its partner being a signatory by its SIREN?"""

from typing import LiteralString

import polars as pl

from netmap.domain import CONVENTION, FRAMEWORK, ORGANISATION, RELIES_ON, SIGNS
from netmap.lifecycle import State, with_state
from netmap.network import Network
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.scope import IN_SCOPE, KINDS, SIDES, conventions_of
from netmap.values import DATE, SIREN, TEXT, YES_NO

_DATES = ("starts_on", "ends_on", "duration_months", "renewal", "renewal_months", "max_renewals", "notice_months")
_STATUS = ("status", "ended_on")


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find each pair of a convention and a framework whose signatories share a SIREN."""
    sirens = network.node(ORGANISATION.name).filter(pl.col("siren").is_not_null()).select(pl.col("id").alias("organisation"), "siren")
    signs = network.link(SIGNS.name).select(pl.col("source").alias("organisation"), pl.col("target").alias("text"))
    signed = signs.join(sirens, on="organisation")
    frameworks = signed.filter(pl.col("text").str.starts_with(f"{FRAMEWORK.name}:")).select(pl.col("text").alias("framework"), "siren")
    sides = conventions_of(network, params["scope"])
    if params["convention"]:
        sides = sides.filter(pl.col("convention") == params["convention"])
    partners = sides.join(sirens, left_on="partner", right_on="organisation").select("convention", "establishment", "partner", "siren")
    pairs = partners.join(frameworks.unique(), on="siren")
    cited = network.link(RELIES_ON.name).select(
        pl.col("source").alias("convention"), pl.col("target").alias("framework"), pl.lit(value=True).alias("cited")
    )
    own = network.node(CONVENTION.name).select(
        pl.col("id").alias("convention"), *(pl.col(n).alias(f"own_{n}") for n in (*_STATUS, *_DATES))
    )
    theirs = network.node(FRAMEWORK.name).select(pl.col("id").alias("framework"), *_DATES)
    return (
        pairs.join(cited.unique(), on=["convention", "framework"], how="left")
        .join(own, on="convention", how="left")
        .join(theirs, on="framework", how="left")
        .with_columns(pl.col("cited").fill_null(value=False))
        .select(
            "convention", "establishment", "partner", "siren", "framework", "cited", *(f"own_{n}" for n in (*_STATUS, *_DATES)), *_DATES
        )
    )


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Say of each pair what to look at; a convention that is over gives nothing, a framework that is over only when it is cited."""
    own = facts.select(pl.col(f"own_{n}").alias(n) for n in (*_STATUS, *_DATES))
    states = with_state(own, params["on"])["state"]
    over = (str(State.ENDED), str(State.DENOUNCED))
    framed = with_state(facts, params["on"]).with_columns(states.alias("own_state"))
    gone = pl.col("state").is_in(over)
    kept = framed.filter(~pl.col("own_state").is_in(over) & (~gone | pl.col("cited")))
    return (
        kept.with_columns(
            pl.when(pl.col("cited") & gone)
            .then(pl.lit("L’accord cité n’est plus en vigueur : vérifier s’il est remplacé, et citer le texte en vigueur."))
            .when("cited")
            .then(pl.lit("Lien déclaré : la convention cite cet accord."))
            .when(pl.col("state") == str(State.UNKNOWN))
            .then(pl.lit("Lien possible ; dates de l’accord inconnues : les compléter avant de conclure."))
            .otherwise(pl.lit("Lien possible : à rattacher si l’objet correspond ; en parler à la délégation avant signature."))
            .alias("advice"),
            pl.col("convention").alias("about"),
        )
        .unique(["convention", "framework", "partner", "establishment"])
        .sort(["cited", "convention", "framework", "partner", "establishment"])
    )


CYPHER: LiteralString = f"""
MATCH (signatory:Organisation)-[:SIGNS]->(framework:Framework)
WHERE signatory.siren IS NOT NULL
WITH DISTINCT framework, signatory.siren AS siren
MATCH (partner:Organisation)
WHERE partner.siren = siren
MATCH {SIDES}
WHERE ($convention IS NULL OR convention.id = $convention) AND {IN_SCOPE}
RETURN convention.id AS convention, establishment.id AS establishment, partner.id AS partner, siren, framework.id AS framework,
    EXISTS {{ (convention)-[:RELIES_ON]->(framework) }} AS cited,
    convention.status AS own_status, convention.ended_on AS own_ended_on,
    convention.starts_on AS own_starts_on, convention.ends_on AS own_ends_on, convention.duration_months AS own_duration_months,
    convention.renewal AS own_renewal, convention.renewal_months AS own_renewal_months,
    convention.max_renewals AS own_max_renewals, convention.notice_months AS own_notice_months,
    framework.starts_on AS starts_on, framework.ends_on AS ends_on, framework.duration_months AS duration_months,
    framework.renewal AS renewal, framework.renewal_months AS renewal_months,
    framework.max_renewals AS max_renewals, framework.notice_months AS notice_months
ORDER BY convention, framework, partner, establishment
"""

FRAMEWORKS_BY_SIREN = Question(
    name="frameworks_by_siren",
    title="Quels accords-cadres peuvent concerner une convention, par le SIREN du partenaire ?",
    help="Le partenaire de la convention et un signataire de l’accord ont le même SIREN : c’est un lien possible, pas une faute. "
    "Les groupes, fédérations et branches ne sont pas examinés ici.",
    empty="Aucun accord-cadre connu n’est signé par un partenaire de même SIREN.",
    parameters=(
        Parameter(name="convention", label="Convention", help="Une convention ; toutes celles du périmètre sinon.", kind="Convention"),
        Parameter(
            name="scope",
            label="Périmètre",
            help="Territoire, campus, réseau, filière ou établissement ; tout le réseau sinon.",
            kind="|".join(KINDS),
        ),
        ON,
    ),
    facts={
        "convention": pl.String(),
        "establishment": pl.String(),
        "partner": pl.String(),
        "siren": pl.String(),
        "framework": pl.String(),
        "cited": pl.Boolean(),
        **{f"own_{n}": CONVENTION.property(n).dtype for n in (*_STATUS, *_DATES)},
        **{n: FRAMEWORK.property(n).dtype for n in _DATES},
    },
    columns=(
        ResultColumn(name="convention", label="Convention", kind="Convention"),
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="partner", label="Partenaire", kind="*"),
        ResultColumn(name="siren", label="SIREN commun", type=SIREN),
        ResultColumn(name="framework", label="Accord-cadre", kind="Framework"),
        ResultColumn(name="cited", label="Cité par la convention", type=YES_NO),
        ResultColumn(name="state", label="État de l’accord", type=TEXT),
        ResultColumn(name="effective_end", label="Fin de l’accord", type=DATE),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    conclude=conclude,
    cypher=CYPHER,
)
