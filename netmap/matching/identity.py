"""Is a partner concerned by what an organisation signed? Each way of knowing, with its certainty; the surest is kept.

Every way is a key that the partner and the framework share: an id, a legal unit (with all that stands below and above the signatory), an
IDCC, the beginning of a NAF code, a name. Keys are numbers, so that pairs are found by one join of whole numbers.

Two subsidiaries of one parent are not bound by each other's signature: only what stands above or below counts. A name alone is the
weakest of all, and identifiers that are known and differ outweigh a name that is alike.
"""

from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from netmap.domain import FRAMEWORK, ORGANISATION, SIGNS
from netmap.matching.trees import Trees
from netmap.matching.units import EDUCATION_MINISTRY, Units, core_names
from netmap.network import Network
from netmap.values import fold_column


class Certainty(StrEnum):
    """How sure it is that the partner is concerned."""

    SURE = "sure"
    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class How(StrEnum):
    """How it is known that the partner is concerned, the surest first."""

    SAME = "same"
    UNIT = "unit"
    SUBSIDIARY = "subsidiary"
    PARENT = "parent"
    MEMBER = "member"
    STATE = "state"
    GROUP_MEMBER = "group_member"
    IDCC = "idcc"
    NAF = "naf"
    NAME = "name"


CERTAINTY = {
    How.SAME: Certainty.SURE,
    How.UNIT: Certainty.SURE,
    How.SUBSIDIARY: Certainty.STRONG,
    How.PARENT: Certainty.STRONG,
    How.MEMBER: Certainty.STRONG,
    How.STATE: Certainty.MEDIUM,
    How.GROUP_MEMBER: Certainty.MEDIUM,
    How.IDCC: Certainty.MEDIUM,
    How.NAF: Certainty.WEAK,
    How.NAME: Certainty.WEAK,
}
RANK = {how: rank for rank, how in enumerate(How)}
HOWS = pl.Series([str(how) for how in How])
# A framework of one of these scopes speaks for a branch: its IDCC and NAF codes say for whom.
_OF_BRANCH = ("branche", "opco", "interprofession", "chambres")
_ANY = "*"
_SIGNED = {"framework": pl.String(), "key": pl.String(), "rank": pl.UInt8(), "signatory": pl.String()}
_HELD = {"partner": pl.String(), "key": pl.String()}
NOBODY = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Keys:
    """Hold what is shared: `signed` (framework, key, rank, signatory) and `held` (partner, key); all are numbers.

    A framework is its row among the frameworks, a partner and a signatory their rows among the organisations (NOBODY for a branch).
    """

    signed: pl.DataFrame
    held: pl.DataFrame


def signatories_of(network: Network, units: Units) -> pl.DataFrame:
    """Give framework, signatory and unit of who signs frameworks; the State's own side is left out where others sign."""
    head = f"{FRAMEWORK.name}:"
    signs = network.link(SIGNS.name).filter(
        pl.col("target").str.starts_with(head) & pl.col("source").str.starts_with(f"{ORGANISATION.name}:")
    )
    known = units.frame.select("id", "unit", "siren", "name", "brand", "state_unit")
    found = signs.select(pl.col("target").alias("framework"), pl.col("source").alias("id")).unique().join(known, on="id")
    ministry = (found["siren"] == EDUCATION_MINISTRY).fill_null(value=False) | fold_column(found["name"]).str.contains(
        "ministere.*education nationale"
    ).fill_null(value=False)
    found = found.with_columns(ministry.alias("_ministry"))
    alone = pl.col("_ministry").all().over("framework")
    return found.filter(~pl.col("_ministry") | alone).drop("_ministry").rename({"id": "signatory"}).sort("framework", "signatory")


def keys_of(network: Network, units: Units, trees: Trees, partners: pl.Series) -> Keys:
    """Find the keys of frameworks, and those of some partners that a framework has too."""
    signatories = signatories_of(network, units)
    signed = pl.concat([frame.select(list(_SIGNED)).cast(pl.Schema(_SIGNED)) for frame in _signed(network, trees, signatories)])
    vocabulary = pl.DataFrame({"key": signed["key"].unique()}).with_row_index("number")
    ours = units.frame.filter(pl.col("id").is_in(partners.implode()))
    held = [frame.select(list(_HELD)).join(vocabulary, on="key") for frame in _held(ours, units, trees, signatories, vocabulary["key"])]
    places = units.frame.select("id").with_row_index("place")
    frameworks = network.node(FRAMEWORK.name).select(pl.col("id").alias("framework")).with_row_index("f")
    numbered = (
        signed.join(vocabulary, on="key")
        .join(frameworks, on="framework")
        .join(places.rename({"id": "signatory", "place": "s"}), on="signatory", how="left")
        .select(pl.col("f").alias("framework"), pl.col("number").alias("key"), "rank", pl.col("s").fill_null(NOBODY).alias("signatory"))
    )
    known = pl.concat(held).join(places.rename({"id": "partner"}), on="partner")
    return Keys(numbered.unique(), known.select(pl.col("place").alias("partner"), pl.col("number").alias("key")).unique())


def identities(keys: Keys) -> pl.DataFrame:
    """Find which frameworks concern which partners: partner, framework, rank, signatory; the surest way of each pair."""
    found = keys.held.join(keys.signed, on="key").select("partner", "framework", "rank", "signatory")
    return surest(found, "partner")


def surest(pairs: pl.DataFrame, subject: str) -> pl.DataFrame:
    """Keep the surest way of each pair of a subject and a framework; ties go to the first signatory, then to the first partner."""
    key = (pl.col(subject).cast(pl.UInt64) * 0x1_0000_0000 + pl.col("framework")).alias("_pair")
    again = pairs.select(key)["_pair"].is_duplicated()
    if not again.any():
        return pairs
    order = [subject, "framework", "rank", *(c for c in ("signatory", "partner") if c != subject and c in pairs.columns)]
    settled = pairs.filter(again).sort(order).unique([subject, "framework"], keep="first", maintain_order=True)
    return pl.concat([pairs.filter(~again), settled])


def _key(letter: str, *parts: pl.Expr) -> pl.Expr:
    return pl.concat_str([pl.lit(f"{letter}:"), *parts]).alias("key")


def _rank(how: How) -> pl.Expr:
    return pl.lit(RANK[how], dtype=pl.UInt8).alias("rank")


def _signed(network: Network, trees: Trees, signatories: pl.DataFrame) -> list[pl.DataFrame]:
    numbered = signatories.filter(pl.col("siren").is_not_null())
    by_unit = pl.when(pl.col("siren").is_null()).then(RANK[How.NAME]).when("state_unit").then(RANK[How.STATE]).otherwise(RANK[How.UNIT])
    named = _called(signatories.select("framework", "signatory", "siren", "name", "brand"))
    return [
        # a ministry known by its SIREN alone may be any of its services
        numbered.filter(~pl.col("state_unit") | (pl.col("signatory") != f"{ORGANISATION.name}:" + pl.col("siren"))).with_columns(
            _key("o", pl.col("signatory")), _rank(How.SAME)
        ),
        signatories.with_columns(_key("u", pl.col("unit")), by_unit.alias("rank")),
        _along_trees(trees, signatories),
        named.with_columns(_key("s", pl.col("called")), _rank(How.NAME)),
        named.filter(pl.col("siren").is_null()).with_columns(_key("t", pl.col("called")), _rank(How.NAME)),
        *_of_branch(network),
    ]


def _along_trees(trees: Trees, signatories: pl.DataFrame) -> pl.DataFrame:
    way = pl.when("mixed").then(RANK[How.GROUP_MEMBER]).when("member").then(RANK[How.MEMBER]).otherwise(RANK[How.SUBSIDIARY])
    below = trees.below(signatories["unit"]).with_columns(way.cast(pl.UInt8).alias("rank"))
    above = trees.above(signatories["unit"]).with_columns(_rank(How.PARENT))
    reached = pl.concat([below, above]).select("anchor", _key("u", pl.col("unit")), "rank")
    return reached.join(signatories.select(pl.col("unit").alias("anchor"), "framework", "signatory"), on="anchor")


def _of_branch(network: Network) -> list[pl.DataFrame]:
    frameworks = network.node(FRAMEWORK.name).filter(pl.col("scope").is_null() | pl.col("scope").is_in(_OF_BRANCH))
    nobody = pl.lit(None, dtype=pl.String).alias("signatory")
    codes = frameworks.select(pl.col("id").alias("framework"), "idcc").explode("idcc").drop_nulls()
    listed = frameworks.select(
        pl.col("id").alias("framework"), pl.col("naf_version").fill_null(_ANY), pl.col("naf_prefixes").alias("prefix")
    )
    prefixes = listed.explode("prefix").with_columns(pl.col("prefix").str.replace_all(r"[^0-9A-Za-z]", "").str.to_uppercase())
    prefixes = prefixes.filter(pl.col("prefix").str.len_bytes() > 1)
    return [
        codes.with_columns(_key("i", pl.col("idcc")), _rank(How.IDCC), nobody),
        # the same digits do not mean the same trade from one nomenclature to the other
        prefixes.with_columns(_key("n", pl.col("prefix"), pl.lit("@"), pl.col("naf_version")), _rank(How.NAF), nobody),
    ]


def _held(ours: pl.DataFrame, units: Units, trees: Trees, signatories: pl.DataFrame, vocabulary: pl.Series) -> list[pl.DataFrame]:
    partner = pl.col("id").alias("partner")
    found = [
        ours.select(partner, _key("o", pl.col("id"))),
        ours.select(partner, _key("u", pl.col("unit"))),
        ours.filter(pl.col("idcc").is_not_null()).select(partner, _key("i", pl.col("idcc"))),
        *_held_names(ours, signatories),
        _held_names_above(ours, units, trees),
    ]
    coded = ours.filter(pl.col("naf").is_not_null()).select(
        partner, pl.col("naf").str.replace_all(".", "", literal=True), pl.col("naf_version").alias("_version")
    )
    prefix, version = (pl.col("key").str.extract(r"^n:([^@]*)@(.*)$", group) for group in (1, 2))
    asked = vocabulary.filter(vocabulary.str.starts_with("n:")).alias("key").to_frame()
    for length, nomenclature in (
        asked.select(prefix.str.len_bytes().alias("length"), version.alias("version")).unique().sort(pl.all()).rows()
    ):
        kept = coded if nomenclature == _ANY else coded.filter(pl.col("_version").fill_null(nomenclature) == nomenclature)
        found.append(kept.select("partner", _key("n", pl.col("naf").str.slice(0, length), pl.lit(f"@{nomenclature}"))))
    return found


def _held_names(ours: pl.DataFrame, signatories: pl.DataFrame) -> list[pl.DataFrame]:
    """Give the names of partners where identifiers cannot contradict: one side at least has no SIREN."""
    named = ours.select(pl.col("id").alias("partner"), "siren", "name", "brand")
    without = _called(named.filter(pl.col("siren").is_null()))
    found = [without.select("partner", _key("s", pl.col("called")))]
    if signatories["siren"].null_count():
        found.append(_called(named.filter(pl.col("siren").is_not_null())).select("partner", _key("t", pl.col("called"))))
    return found


def _held_names_above(ours: pl.DataFrame, units: Units, trees: Trees) -> pl.DataFrame:
    """Give the names of the groups and federations above partners, where a file gave no SIREN for them."""
    parents = trees.edges.select(pl.col("parent").alias("unit")).unique()
    local = units.frame.filter(pl.col("siren").is_null()).select("unit", "name", "brand").join(parents, on="unit", how="semi")
    if local.is_empty():
        return pl.DataFrame(schema=_HELD)
    above = _called(trees.over(ours["unit"]).join(local, on="unit").select("anchor", "name", "brand"))
    partners = ours.select(pl.col("id").alias("partner"), pl.col("unit").alias("anchor"))
    return partners.join(above, on="anchor").select("partner", _key("s", pl.col("called")))


def _called(frame: pl.DataFrame) -> pl.DataFrame:
    """Give a row for each name an organisation goes by, in its core form."""
    names = [frame.with_columns(core_names(frame[name]).alias("called")) for name in ("name", "brand")]
    return pl.concat(names).drop("name", "brand").drop_nulls("called").unique()
