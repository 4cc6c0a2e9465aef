"""Which labelled or candidate establishments have no bureau des entreprises?"""

from typing import LiteralString

import polars as pl

from netmap.domain import ESTABLISHMENT
from netmap.network import Network
from netmap.partnerships import SCOPE
from netmap.question import ON, Params, Question, ResultColumn
from netmap.scope import IN_SCOPE, establishments_in
from netmap.values import DATE, YES_NO, counted, counted_or

_SAID = ("label", "label_since", "candidate", "bureau", "state")


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find what the establishments of a scope say of the label and of their bureau."""
    schools = network.node(ESTABLISHMENT.name).filter(pl.col("id").is_in(establishments_in(network, params["scope"]).implode()))
    return schools.select(pl.col("id").alias("establishment"), *_SAID)


def measure(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Keep the open establishments that are labelled on the date, or candidates."""
    closed = (pl.col("state") == "ferme").fill_null(value=False)
    lapsed = (pl.col("label_since") > params["on"]).fill_null(value=False)
    labelled = pl.col("label").fill_null(value=False) & ~lapsed
    return facts.with_columns(labelled.alias("labelled")).filter(~closed & (labelled | pl.col("candidate").fill_null(value=False)))


def conclude(concerned: pl.DataFrame, _params: Params) -> pl.DataFrame:
    """Keep those that say they have none, then those that do not say."""
    return (
        concerned.filter(~pl.col("bureau").fill_null(value=False))
        .with_columns(
            pl.when(pl.col("bureau").is_null())
            .then(pl.lit("Non renseigné : demander à l’établissement si un bureau des entreprises est en place."))
            .when("labelled")
            .then(pl.lit("Labellisé sans bureau des entreprises : en parler avec l’établissement et la délégation."))
            .otherwise(pl.lit("Candidat sans bureau des entreprises : le prévoir avant le dépôt du dossier."))
            .alias("advice"),
            pl.col("establishment").alias("about"),
        )
        .sort(pl.col("bureau").is_null(), "labelled", "establishment", descending=[False, True, False])
    )


def denominator(concerned: pl.DataFrame, _params: Params, _rows: pl.DataFrame) -> str:
    """Count the labelled and candidate establishments, and those that have a bureau."""
    if concerned.is_empty():
        return ""
    placed = concerned.filter(pl.col("bureau").fill_null(value=False)).height
    silent = concerned.filter(pl.col("bureau").is_null()).height
    many = counted(concerned.height, "établissement labellisé ou candidat", "établissements labellisés ou candidats")
    told = counted_or(
        placed, "aucun ne dit avoir un bureau des entreprises", "a un bureau des entreprises", "ont un bureau des entreprises"
    )
    more = f" ; {counted(silent, 'ne le dit pas', 'ne le disent pas')}" if silent else ""
    return f"Sur {many}, {told}{more}."


CYPHER: LiteralString = f"""
MATCH (establishment:Establishment)
WHERE {IN_SCOPE}
RETURN establishment.id AS establishment, establishment.label AS label, establishment.label_since AS label_since,
    establishment.candidate AS candidate, establishment.bureau AS bureau, establishment.state AS state
"""

MISSING_BUREAUS = Question(
    name="missing_bureaus",
    title="Quels établissements labellisés ou candidats n’ont pas de bureau des entreprises ?",
    help="Établissements ouverts, labellisés à la date ou candidats. « Non renseigné » n’est pas « non » et vient après.",
    empty="Chaque établissement labellisé ou candidat connu a un bureau des entreprises, ou aucun n’est connu.",
    parameters=(SCOPE, ON),
    facts={"establishment": pl.String(), **{name: ESTABLISHMENT.property(name).dtype for name in _SAID}},
    columns=(
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="labelled", label="Labellisé", type=YES_NO),
        ResultColumn(name="label_since", label="Depuis le", type=DATE),
        ResultColumn(name="candidate", label="Candidat", type=YES_NO),
        ResultColumn(name="bureau", label="Bureau des entreprises", type=YES_NO, help="Vide : non renseigné."),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    measure=measure,
    conclude=conclude,
    denominator=denominator,
    cypher=CYPHER,
)
