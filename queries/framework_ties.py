"""By what is each convention tied to a framework agreement: a citation, a SIREN, a group, a federation, a branch?"""

from typing import LiteralString

import polars as pl

from netmap.domain import CONVENTION, FRAMEWORK, MEMBER_OF, ORGANISATION, PART_OF, RELIES_ON, SIGNS
from netmap.lifecycle import State, with_state
from netmap.matching.trees import walked
from netmap.network import Network
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.scope import ARE_SIDES, IN_SCOPE, KINDS, SIDES, conventions_of
from netmap.values import DATE, choice

# As deep as groups and federations go; the check of coherence has no bound.
STEPS = 8
TIE = choice(
    "lien_accord",
    "un lien avec un accord",
    {
        "cited": "Citée par la convention",
        "siren": "Même SIREN qu’un signataire",
        "below": "Dépend d’un signataire, ou en est membre",
        "above": "Au-dessus d’un signataire",
        "idcc": "Convention collective couverte (IDCC)",
        "naf": "Activité couverte (NAF)",
    },
)
_RANKS = {code: rank for rank, (code, _label) in enumerate(TIE.choices)}
_CERTAINTIES = {"cited": "sûre", "siren": "sûre", "below": "forte", "above": "forte", "idcc": "moyenne", "naf": "faible"}
_DATES = ("starts_on", "ends_on", "duration_months", "renewal", "renewal_months", "max_renewals", "notice_months", "ended_on")
_OWN = ("status", *_DATES)
_TIED = ("convention", "establishment", "partner", "framework", "signatory", "tie")


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find every tie of each partner of a convention with a framework, and the citations."""
    sides = conventions_of(network, params["scope"])
    if params["convention"]:
        sides = sides.filter(pl.col("convention") == params["convention"])
    organisations = network.node(ORGANISATION.name)
    signs = network.link(SIGNS.name).filter(
        pl.col("source").str.starts_with(f"{ORGANISATION.name}:") & pl.col("target").str.starts_with(f"{FRAMEWORK.name}:")
    )
    signed = signs.select(pl.col("source").alias("signatory"), pl.col("target").alias("framework")).unique()
    by_partner = [
        _same_siren(organisations, signed),
        *_along_trees(network, signed),
        *_by_branch(organisations, network.node(FRAMEWORK.name)),
    ]
    ties = sides.join(pl.concat([frame.select("partner", "framework", "signatory", "tie") for frame in by_partner]), on="partner")
    cited = network.link(RELIES_ON.name).select(pl.col("source").alias("convention"), pl.col("target").alias("framework"))
    nobody = pl.lit(None, dtype=pl.String).alias("signatory")
    citations = sides.join(cited, on="convention").with_columns(nobody, pl.lit("cited").alias("tie"))
    found = pl.concat([ties.select(_TIED), citations.select(_TIED)]).unique()
    own = network.node(CONVENTION.name).select(pl.col("id").alias("convention"), *(pl.col(n).alias(f"own_{n}") for n in _OWN))
    theirs = network.node(FRAMEWORK.name).select(pl.col("id").alias("framework"), *_DATES)
    return found.join(own, on="convention").join(theirs, on="framework")


def _same_siren(organisations: pl.DataFrame, signed: pl.DataFrame) -> pl.DataFrame:
    numbered = organisations.filter(pl.col("siren").is_not_null()).select("id", "siren")
    theirs = signed.join(numbered.rename({"id": "signatory"}), on="signatory")
    return numbered.rename({"id": "partner"}).join(theirs, on="siren").with_columns(pl.lit("siren").alias("tie"))


def _along_trees(network: Network, signed: pl.DataFrame) -> list[pl.DataFrame]:
    head = f"{ORGANISATION.name}:"
    ours = [pl.col(end).str.starts_with(head) for end in ("source", "target")]
    links = pl.concat([network.link(kind.name).filter(*ours).select("source", "target") for kind in (PART_OF, MEMBER_OF)]).unique()
    found: list[pl.DataFrame] = []
    for tie, low, high in (("below", "source", "target"), ("above", "target", "source")):
        edges = links.select(pl.col(high).alias("unit"), pl.col(low).alias("next"), pl.lit(value=False).alias("_member"))
        reached = walked(signed["signatory"], edges, STEPS).select(pl.col("anchor").alias("signatory"), pl.col("unit").alias("partner"))
        found.append(reached.join(signed, on="signatory").with_columns(pl.lit(tie).alias("tie")))
    return found


def _by_branch(organisations: pl.DataFrame, frameworks: pl.DataFrame) -> list[pl.DataFrame]:
    nobody = pl.lit(None, dtype=pl.String).alias("signatory")
    codes = frameworks.select(pl.col("id").alias("framework"), "idcc").explode("idcc").drop_nulls()
    by_idcc = organisations.select(pl.col("id").alias("partner"), "idcc").drop_nulls().join(codes, on="idcc")
    prefixes = frameworks.select(
        pl.col("id").alias("framework"), pl.col("naf_version").alias("theirs"), pl.col("naf_prefixes").alias("prefix")
    )
    prefixes = prefixes.explode("prefix").with_columns(pl.col("prefix").str.replace_all(".", "", literal=True))
    prefixes = prefixes.filter(pl.col("prefix").str.len_chars() > 1)
    coded = organisations.filter(pl.col("naf").is_not_null()).select(
        pl.col("id").alias("partner"),
        pl.col("naf_version").alias("ours"),
        pl.col("naf").str.replace_all(".", "", literal=True).alias("naf"),
    )
    by_naf = [
        coded.with_columns(pl.col("naf").str.slice(0, length).alias("prefix"))
        .join(prefixes.filter(pl.col("prefix").str.len_chars() == length), on="prefix")
        .filter((pl.col("ours") == pl.col("theirs")).fill_null(value=True))
        for length in prefixes["prefix"].str.len_chars().unique().sort()
    ]
    return [
        by_idcc.with_columns(nobody, pl.lit("idcc").alias("tie")),
        *(frame.with_columns(nobody, pl.lit("naf").alias("tie")) for frame in by_naf),
    ]


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Keep the surest tie of each pair; a convention that is over gives nothing, a framework that is over only when it is cited."""
    over = (str(State.ENDED), str(State.DENOUNCED))
    states = with_state(facts.select(pl.col(f"own_{n}").alias(n) for n in _OWN), params["on"])["state"]
    framed = with_state(facts, params["on"]).with_columns(states.alias("own_state"))
    key = ["convention", "framework"]
    framed = framed.with_columns((pl.col("tie") == "cited").any().over(key).alias("cited"))
    kept = framed.filter(~pl.col("own_state").is_in(over) & (~pl.col("state").is_in(over) | pl.col("cited")))
    ranked = kept.with_columns(
        pl.col("tie").replace_strict(_RANKS, return_dtype=pl.Int8).alias("_rank"),
        pl.col("tie").replace_strict(_CERTAINTIES, return_dtype=pl.String).alias("certainty"),
        pl.col("convention").alias("about"),
    )
    best = ranked.sort(*key, "_rank", "partner", "establishment", "signatory").unique(key, keep="first", maintain_order=True)
    return best.sort("_rank", *key)


_CONVENTION: LiteralString = f"MATCH {SIDES}\nWHERE {ARE_SIDES} AND ($convention IS NULL OR convention.id = $convention) AND {IN_SCOPE}"
_SAID: LiteralString = """convention.status AS own_status, convention.starts_on AS own_starts_on, convention.ends_on AS own_ends_on,
    convention.duration_months AS own_duration_months, convention.renewal AS own_renewal,
    convention.renewal_months AS own_renewal_months, convention.max_renewals AS own_max_renewals,
    convention.notice_months AS own_notice_months, convention.ended_on AS own_ended_on,
    framework.starts_on AS starts_on, framework.ends_on AS ends_on, framework.duration_months AS duration_months,
    framework.renewal AS renewal, framework.renewal_months AS renewal_months, framework.max_renewals AS max_renewals,
    framework.notice_months AS notice_months, framework.ended_on AS ended_on"""
_WITH_SIGNATORY: LiteralString = (
    f"RETURN DISTINCT convention.id AS convention, establishment.id AS establishment, partner.id AS partner, framework.id AS framework,\n"
    f"    signatory.id AS signatory, tie, {_SAID}"
)
_ALONE: LiteralString = (
    f"RETURN DISTINCT convention.id AS convention, establishment.id AS establishment, partner.id AS partner, framework.id AS framework,\n"
    f"    null AS signatory, tie, {_SAID}"
)
CYPHER: LiteralString = f"""
MATCH (signatory:Organisation)-[:SIGNS]->(framework:Framework)
WHERE signatory.siren IS NOT NULL
MATCH (partner:Organisation)
WHERE partner.siren = signatory.siren
{_CONVENTION}
WITH *, 'siren' AS tie
{_WITH_SIGNATORY}
UNION
MATCH (signatory:Organisation)-[:SIGNS]->(framework:Framework)
MATCH (partner:Organisation) ((:Organisation)-[:PART_OF|MEMBER_OF]->(:Organisation)){{1,8}} (signatory)
WHERE partner <> signatory
WITH DISTINCT partner, signatory, framework
{_CONVENTION}
WITH *, 'below' AS tie
{_WITH_SIGNATORY}
UNION
MATCH (signatory:Organisation)-[:SIGNS]->(framework:Framework)
MATCH (signatory) ((:Organisation)-[:PART_OF|MEMBER_OF]->(:Organisation)){{1,8}} (partner:Organisation)
WHERE partner <> signatory
WITH DISTINCT partner, signatory, framework
{_CONVENTION}
WITH *, 'above' AS tie
{_WITH_SIGNATORY}
UNION
MATCH (framework:Framework)
UNWIND framework.idcc AS code
MATCH (partner:Organisation)
WHERE partner.idcc = code
{_CONVENTION}
WITH *, 'idcc' AS tie
{_ALONE}
UNION
MATCH (framework:Framework)
UNWIND framework.naf_prefixes AS prefix
WITH framework, replace(prefix, '.', '') AS prefix
WHERE size(prefix) > 1
MATCH (partner:Organisation)
WHERE replace(partner.naf, '.', '') STARTS WITH prefix AND coalesce(partner.naf_version = framework.naf_version, true)
{_CONVENTION}
WITH *, 'naf' AS tie
{_ALONE}
UNION
MATCH (convention)-[:RELIES_ON]->(framework:Framework)
{_CONVENTION}
WITH *, 'cited' AS tie
{_ALONE}
"""

FRAMEWORK_TIES = Question(
    name="framework_ties",
    title="Par quoi chaque convention touche-t-elle un accord-cadre ?",
    help="Le lien le plus sûr de chaque convention avec chaque accord : citation, SIREN, groupe, fédération, convention collective, "
    "activité. Un lien n’est pas une faute. La page « Cohérence nationale » dit le niveau, les thèmes, les périodes et pourquoi.",
    empty="Aucune convention en cours n’est liée à un accord-cadre connu.",
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
        **dict.fromkeys(_TIED, pl.String()),
        **{f"own_{n}": CONVENTION.property(n).dtype for n in _OWN},
        **{n: FRAMEWORK.property(n).dtype for n in _DATES},
    },
    columns=(
        ResultColumn(name="convention", label="Convention", kind="Convention"),
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="partner", label="Partenaire", kind="*"),
        ResultColumn(name="framework", label="Accord-cadre", kind="Framework"),
        ResultColumn(name="signatory", label="Signataire", kind="*"),
        ResultColumn(name="tie", label="Lien", type=TIE, help="Le plus sûr de ceux qui lient la convention et l’accord."),
        ResultColumn(name="certainty", label="Certitude"),
        ResultColumn(name="state", label="État de l’accord"),
        ResultColumn(name="effective_end", label="Fin de l’accord", type=DATE),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    conclude=conclude,
    cypher=CYPHER,
)
