"""Which conventions lapse before a date? Tacit renewals are counted, and the notice to give."""

from datetime import timedelta
from typing import LiteralString

import polars as pl

from netmap.domain import CONVENTION
from netmap.domain.vocabulary import RENEWAL
from netmap.lifecycle import is_live, with_state
from netmap.network import Network
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.scope import ARE_SIDES, IN_SCOPE, KINDS, SIDES, conventions_of
from netmap.values import DATE, WHOLE

_SAID = (
    "status",
    "starts_on",
    "ends_on",
    "duration_months",
    "renewal",
    "renewal_months",
    "max_renewals",
    "notice_months",
    "ended_on",
)


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find each convention of the scope with its sides and its dates."""
    sides = conventions_of(network, params["scope"])
    conventions = network.node(CONVENTION.name).select(pl.col("id").alias("convention"), *_SAID)
    return sides.join(conventions, on="convention", maintain_order="left")


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Keep the conventions in force that end between the date and the horizon, the most urgent first."""
    on, before = params["on"], params["before"]
    dated = with_state(facts, on).filter(is_live() & pl.col("effective_end").is_between(on, before))
    one = dated.group_by("convention", maintain_order=True).agg(
        pl.col("establishment").sort().first(),
        pl.col("partner").sort().first(),
        pl.col("partner").n_unique().alias("partners"),
        *(pl.col(c).first() for c in ("effective_end", "written_end", "act_before", "renewal", "notice_months", "state")),
    )
    tacit = pl.col("renewal") == "tacite"
    return one.with_columns(
        (pl.col("effective_end") - pl.lit(on)).dt.total_days().alias("days"),
        pl.when(tacit & (pl.col("act_before") >= on))
        .then(pl.lit("Se reconduit d’elle-même : dénoncer avant la date limite, ou laisser faire."))
        .when(tacit)
        .then(pl.lit("Se reconduit d’elle-même ; la date limite pour dénoncer est passée."))
        .when((pl.col("renewal") == "expresse") & (pl.col("act_before") >= on))
        .then(pl.lit("Préparer l’avenant de renouvellement avant la date limite."))
        .when(pl.col("renewal") == "expresse")
        .then(pl.lit("Date limite passée : joindre le partenaire sans attendre."))
        .when(pl.col("renewal") == "aucune")
        .then(pl.lit("Prend fin : proposer une nouvelle convention si le partenariat continue."))
        .otherwise(pl.lit("Reconduction non renseignée : relire le texte de la convention."))
        .alias("advice"),
        pl.col("convention").alias("about"),
    ).sort("act_before", "effective_end", "convention")


CYPHER: LiteralString = f"""
MATCH {SIDES}
WHERE {ARE_SIDES} AND {IN_SCOPE}
RETURN convention.id AS convention, establishment.id AS establishment, partner.id AS partner,
    convention.status AS status, convention.starts_on AS starts_on, convention.ends_on AS ends_on,
    convention.duration_months AS duration_months, convention.renewal AS renewal, convention.renewal_months AS renewal_months,
    convention.max_renewals AS max_renewals, convention.notice_months AS notice_months, convention.ended_on AS ended_on
ORDER BY convention, establishment, partner
"""

LAPSING_CONVENTIONS = Question(
    name="lapsing_conventions",
    title="Quelles conventions arrivent à échéance ?",
    help="Conventions en vigueur dont la fin, reconductions tacites comprises, tombe entre la date et l’horizon. "
    "La date limite tient compte du préavis. Une convention sans date de fin n’y figure pas.",
    empty="Aucune convention en vigueur n’arrive à échéance dans cette période.",
    parameters=(
        Parameter(
            name="before",
            label="Échéance avant le",
            help="Horizon : six mois après la date si rien n’est dit.",
            type=DATE,
            default=lambda on: on + timedelta(days=183),
            required=True,
        ),
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
        **{name: CONVENTION.property(name).dtype for name in _SAID},
    },
    columns=(
        ResultColumn(name="convention", label="Convention", kind="Convention"),
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="partner", label="Partenaire", kind="*"),
        ResultColumn(name="act_before", label="Agir avant le", type=DATE, help="Fin moins le préavis."),
        ResultColumn(name="effective_end", label="Fin", type=DATE, help="Reconductions tacites commencées comprises."),
        ResultColumn(name="days", label="Jours restants", type=WHOLE),
        ResultColumn(name="renewal", label="Reconduction", type=RENEWAL),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="partners", label="Nombre de partenaires", type=WHOLE),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    conclude=conclude,
    cypher=CYPHER,
)
