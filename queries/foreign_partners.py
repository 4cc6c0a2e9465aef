"""Which conventions are with a foreign partner, and is the international delegation informed?"""

from typing import LiteralString

import polars as pl

from netmap.coherence.alone import kinds_of
from netmap.domain import CONVENTION, DELEGATION, INFORMED, ORGANISATION
from netmap.lifecycle import State, with_state
from netmap.matching.units import is_foreign
from netmap.network import Network
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.reference.routing import INTERNATIONAL
from netmap.scope import ARE_SIDES, IN_SCOPE, KINDS, SIDES, conventions_of
from netmap.values import DATE

_DATES = ("status", "starts_on", "ends_on", "duration_months", "renewal", "renewal_months", "max_renewals", "notice_months", "ended_on")
_PARTNER = ("foreign", "country", "category")


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find each convention whose partner may be abroad, with the delegations informed of it."""
    abroad = pl.col("foreign").is_not_null() | pl.col("country").is_not_null() | (pl.col("category") == "etranger").fill_null(value=False)
    partners = network.node(ORGANISATION.name).filter(abroad).select(pl.col("id").alias("partner"), *_PARTNER)
    sides = conventions_of(network, params["scope"]).join(partners, on="partner")
    told = network.link(INFORMED.name).select(
        pl.col("source").alias("convention"), pl.col("target").alias("delegation"), pl.col("on").alias("told_on")
    )
    delegations = network.node(DELEGATION.name).select(pl.col("id").alias("delegation"), "name", "kind")
    told = told.join(delegations, on="delegation")
    said = network.node(CONVENTION.name).select(pl.col("id").alias("convention"), *_DATES)
    return sides.join(told, on="convention", how="left").join(said, on="convention")


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Say of each convention not over with a foreign partner since when the international delegation is informed."""
    dated = with_state(facts, params["on"]).filter(~pl.col("state").is_in([str(State.ENDED), str(State.DENOUNCED)]))
    kinds = kinds_of(dated.with_columns(pl.col("delegation").fill_null("")))
    dated = dated.with_columns(is_foreign(dated).alias("abroad"), kinds.alias("kind")).filter(pl.col("abroad").fill_null(value=False))
    known = pl.col("delegation").is_not_null() & pl.col("kind").is_in(INTERNATIONAL)
    known = known & (pl.col("told_on").is_null() | (pl.col("told_on") <= params["on"]))
    one = dated.group_by("convention", "establishment", "partner", "country", "state").agg(
        known.fill_null(value=False).any().alias("informed"),
        pl.col("delegation").filter(known).sort().first(),
        pl.col("told_on").filter(known).min().alias("informed_on"),
    )
    return one.with_columns(
        pl.when("informed")
        .then(pl.lit("La délégation aux relations internationales est informée."))
        .otherwise(pl.lit("Informer la DAREIC ou la DRAREIC, interlocuteur incontournable (fiche 6), et noter la date."))
        .alias("advice"),
        pl.col("convention").alias("about"),
    ).sort("informed", "convention", "partner", "establishment")


CYPHER: LiteralString = f"""
MATCH {SIDES}
WHERE partner:Organisation AND {ARE_SIDES} AND {IN_SCOPE}
    AND (partner.foreign IS NOT NULL OR partner.country IS NOT NULL OR partner.category = 'etranger')
OPTIONAL MATCH (convention)-[told:INFORMED]->(delegation:Delegation)
RETURN convention.id AS convention, establishment.id AS establishment, partner.id AS partner, partner.foreign AS foreign,
    partner.country AS country, partner.category AS category, delegation.id AS delegation, told.on AS told_on,
    delegation.name AS name, delegation.kind AS kind,
    convention.status AS status, convention.starts_on AS starts_on, convention.ends_on AS ends_on,
    convention.duration_months AS duration_months, convention.renewal AS renewal, convention.renewal_months AS renewal_months,
    convention.max_renewals AS max_renewals, convention.notice_months AS notice_months, convention.ended_on AS ended_on
"""

FOREIGN_PARTNERS = Question(
    name="foreign_partners",
    title="Quelles conventions ont un partenaire étranger, et qui en est informé ?",
    help="Conventions non terminées dont le partenaire est étranger, avec la délégation internationale informée (conseil de la fiche 6).",
    empty="Aucune convention en cours n’a de partenaire étranger connu.",
    parameters=(
        Parameter(
            name="scope",
            label="Périmètre",
            help="Territoire, campus, réseau, filière ou établissement ; tout le réseau sinon.",
            kind="|".join(KINDS),
        ),
        ON,
    ),
    facts={
        **dict.fromkeys(("convention", "establishment", "partner"), pl.String()),
        **{n: ORGANISATION.property(n).dtype for n in _PARTNER},
        "delegation": pl.String(),
        "told_on": pl.Date(),
        **{n: DELEGATION.property(n).dtype for n in ("name", "kind")},
        **{n: CONVENTION.property(n).dtype for n in _DATES},
    },
    columns=(
        ResultColumn(name="convention", label="Convention", kind="Convention"),
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="partner", label="Partenaire", kind="*"),
        ResultColumn(name="country", label="Pays"),
        ResultColumn(name="delegation", label="Délégation informée", kind="Delegation"),
        ResultColumn(name="informed_on", label="Informée le", type=DATE),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    conclude=conclude,
    cypher=CYPHER,
)
