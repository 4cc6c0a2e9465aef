"""Organisations as the check reads them: the legal unit each belongs to, and what tells its branch.

A site is its legal unit (the first nine digits of its SIRET); an organisation without a number is a unit by itself. What a site
does not say of its branch (NAF, IDCC) its unit says.
"""

from dataclasses import dataclass

import polars as pl

from netmap.domain import ORGANISATION
from netmap.identity import may_repeat
from netmap.network import Network
from netmap.values import fold_column

# Federations and bodies whose members are bodies too: what their parent signs concerns them, as in a group.
BODIES = ("branche", "chambre", "opco")
EDUCATION_MINISTRY = "110043015"
# The SIREN of central administrations of the State: one number for all the services of a ministry.
_MINISTRIES = "110"
_HOME = ("france", "fr", "republique francaise", "france metropolitaine")
_OVERSEAS = (
    "guadeloupe",
    "guyane",
    "guyane francaise",
    "la reunion",
    "reunion",
    "martinique",
    "mayotte",
    "nouvelle caledonie",
    "polynesie francaise",
    "saint pierre et miquelon",
    "wallis et futuna",
    "saint martin",
    "saint barthelemy",
)
_EMPTY_WORDS = (  # noqa: SIM905 - read as lines of words
    "sa sas sasu sarl eurl scop scic snc sci se ei selarl gie gmbh ltd spa srl bv inc llc groupe group ste societe cie compagnie "
    "ets etablissement etablissements entreprise entreprises france la le les l de du des d et"
).split()


@dataclass(frozen=True, slots=True)
class Units:
    """Hold one row an organisation: `id`, `unit`, `siren`, `state_unit`, `foreign`, branch codes, `body`.

    `state_unit` tells a SIREN of a ministry, or of the State that organisations of several names share: it may be that of all its services.
    """

    frame: pl.DataFrame


def units_of(network: Network) -> Units:
    """Give each organisation its legal unit and what tells its branch."""
    held = network.node(ORGANISATION.name).select(
        "id", "name", "brand", "category", "naf", "naf_version", "idcc", "foreign", "country", "commune", "siren"
    )
    unit = pl.coalesce("siren", "id").alias("unit")
    frame = held.with_columns(
        unit,
        pl.col("category").is_in(BODIES).fill_null(value=False).alias("body"),
    )
    return Units(_with_branch(_with_state(frame.with_columns(is_foreign(frame)))))


def is_foreign(organisations: pl.DataFrame) -> pl.Series:
    """Tell which organisations are abroad, from their `foreign`, `country` and `category`: as said, else by the country, else listed so."""
    home = fold_column(organisations["country"]).is_in([*_HOME, *_OVERSEAS])
    listed = pl.when(pl.col("category") == "etranger").then(pl.lit(value=True))
    return organisations.select(pl.coalesce("foreign", pl.lit(~home), listed).alias("foreign"))["foreign"]


def _with_state(frame: pl.DataFrame) -> pl.DataFrame:
    of_state = frame.filter(pl.col("siren").str.starts_with("1").fill_null(value=False) & pl.col("name").is_not_null())
    named = of_state.select("siren", fold_column(of_state["name"]).alias("_name"))
    shared = named.group_by("siren").agg(pl.col("_name").n_unique()).filter(pl.col("_name") > 1)["siren"]
    state = pl.col("siren").is_in(shared.implode()) | pl.col("siren").str.starts_with(_MINISTRIES)
    return frame.with_columns(state.fill_null(value=False).alias("state_unit"))


def _with_branch(frame: pl.DataFrame) -> pl.DataFrame:
    """Give to the sites that say no branch that of their unit, then that of another of its sites."""
    together = may_repeat(frame["siren"].hash()) & frame["siren"].is_not_null()  # a site alone has no other to ask
    lacking = frame["naf"].is_null() | frame["idcc"].is_null()
    if not (together & lacking).any():
        return frame
    said = frame.filter(together & (pl.col("naf").is_not_null() | pl.col("idcc").is_not_null()))
    of_unit = (
        said.sort(pl.col("id").str.len_bytes(), "id")
        .group_by("unit")
        .agg(
            pl.col("naf").drop_nulls().first().alias("_naf"),
            pl.col("naf_version").filter(pl.col("naf").is_not_null()).first().alias("_version"),
            pl.col("idcc").drop_nulls().first().alias("_idcc"),
        )
    )
    return (
        frame.join(of_unit, on="unit", how="left", maintain_order="left")
        .with_columns(
            pl.when(pl.col("naf").is_null()).then("_version").otherwise("naf_version").alias("naf_version"),
            pl.coalesce("naf", "_naf").alias("naf"),
            pl.coalesce("idcc", "_idcc").alias("idcc"),
        )
        .drop("_naf", "_version", "_idcc")
    )


def core_names(names: pl.Series) -> pl.Series:
    """Give what makes a name its own: folded, without legal forms and small words, its words in order; null under three letters."""
    words = fold_column(names).str.split(" ").alias("word").to_frame().with_row_index("row").explode("word")
    own = words.filter(~pl.col("word").is_in(_EMPTY_WORDS)).sort("row", "word")
    told = own.group_by("row", maintain_order=True).agg(pl.col("word").str.join(" "))
    ordered = pl.repeat(None, len(names), eager=True, dtype=pl.String).scatter(told["row"], told["word"])
    return ordered.set(ordered.str.len_bytes() < 3, None)  # noqa: PLR2004 - « ab » is anybody
