"""Which filières taught in a territory are reached by no live convention?"""

import polars as pl

from netmap.lifecycle import State, is_live, with_state
from netmap.network import Network
from netmap.partnerships import REACH, REACHED, SCOPE_OF_FILIERES, reached
from netmap.question import ON, Params, Question, ResultColumn
from netmap.values import WHOLE, YES_NO, counted, counted_or


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the filières taught in a scope and the partnerships that reach them."""
    return reached(network, params)


def measure(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Count for each filière its establishments and the conventions that reach it, in force or not, and those that may.

    A convention may reach a filière when it reaches it at unknown dates, or when neither it nor its partner names any filière.
    """
    dated = with_state(facts, params["on"])
    sure = pl.col("reaches").fill_null(value=False)
    undated = pl.col("state") == str(State.UNKNOWN)
    may = (sure & undated) | (pl.col("reaches").is_null() & (is_live() | undated))
    convention = pl.col("convention")
    return dated.group_by("filiere").agg(
        pl.col("establishment").n_unique().alias("establishments"),
        (convention.is_not_null() & sure & is_live()).any().alias("reached"),
        convention.filter(sure & ~is_live() & ~undated).drop_nulls().n_unique().alias("others"),
        convention.filter(may).drop_nulls().n_unique().alias("unknown"),
        pl.col("partner").is_not_null().any().alias("said"),
        pl.col("establishment").sort().first().alias("example"),
    )


def conclude(pairs: pl.DataFrame, _params: Params) -> pl.DataFrame:
    """Keep the filières that no live convention reaches, those about which nothing is left to complete first."""
    many = pl.col("unknown") > 1
    complete = pl.concat_str(
        pl.lit("Compléter d’abord "),
        "unknown",
        pl.when(many)
        .then(pl.lit(" conventions dont la filière ou les dates ne sont pas dites."))
        .otherwise(pl.lit(" convention dont la filière ou les dates ne sont pas dites.")),
    )
    return (
        pairs.filter(~pl.col("reached"))
        .with_columns(
            pl.when(~pl.col("said"))
            .then(pl.lit("Aucun partenariat n’est renseigné pour ces établissements : charger leurs conventions avant de conclure."))
            .when(pl.col("unknown") > 0)
            .then(complete)
            .when(pl.col("others") > 0)
            .then(pl.lit("Des conventions existent sans être en vigueur à cette date : les renouveler d’abord."))
            .otherwise(pl.lit("Aucune convention connue : chercher un partenaire (voir les suggestions)."))
            .alias("advice"),
            pl.col("example").alias("about"),
        )
        .sort(~pl.col("said"), "unknown", "establishments", "filiere", descending=[False, False, True, False])
    )


def denominator(pairs: pl.DataFrame, _params: Params, _rows: pl.DataFrame) -> str:
    """Count the filières taught, and those that a convention in force reaches."""
    if pairs.is_empty():
        return ""
    hit = int(pairs["reached"].sum())
    told = counted_or(hit, "aucune n’est touchée", "est touchée", "sont touchées")
    return f"Sur {counted(pairs.height, 'filière enseignée', 'filières enseignées')}, {told} par une convention en vigueur."


UNCOVERED_FILIERES = Question(
    name="uncovered_filieres",
    title="Quelles filières ne sont touchées par aucune convention en vigueur ?",
    help="Filières enseignées dans le périmètre qu’aucune convention en vigueur d’un de ses établissements ne concerne, ni par elle-même, "
    "ni par un partenaire qui y travaille. Une convention qui ne dit ni sa filière ni ses dates est comptée à part : elle la touche "
    "peut-être. Une filière sans convention connue n’est pas une filière sans partenaire.",
    empty="Chaque filière enseignée est touchée par au moins une convention en vigueur, ou aucune filière n’est renseignée.",
    parameters=(SCOPE_OF_FILIERES, ON),
    facts=REACH,
    columns=(
        ResultColumn(name="filiere", label="Filière", kind="Filiere"),
        ResultColumn(name="establishments", label="Établissements qui l’enseignent", type=WHOLE),
        ResultColumn(name="example", label="Par exemple", kind="Establishment"),
        ResultColumn(name="others", label="Conventions hors vigueur", type=WHOLE, help="Terminées, à venir ou en projet."),
        ResultColumn(name="unknown", label="Conventions à compléter", type=WHOLE, help="Leur filière ou leurs dates ne sont pas dites."),
        ResultColumn(
            name="said",
            label="Partenariats renseignés",
            type=YES_NO,
            help="Si un fichier dit au moins un partenariat de ces établissements.",
        ),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    measure=measure,
    conclude=conclude,
    denominator=denominator,
    cypher=REACHED,
)
