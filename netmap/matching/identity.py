"""Is a partner concerned by what an organisation signed? Each way of knowing, with its certainty; the surest is kept.

Every way is a key that the partner and the framework share: an id, a legal unit (with all that stands below and above the signatory), an
IDCC, the beginning of a NAF code, a name. Keys are numbers, so that pairs are found by one join of whole numbers.

Two subsidiaries of one parent are not bound by each other's signature: only what stands above or below counts. A name alone is the
weakest of all, and identifiers that are known and differ outweigh a name that is alike.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from netmap.domain import FRAMEWORK, ORGANISATION, SIGNS
from netmap.identity import may_repeat
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
# Keys are of several kinds, so that a name is never taken for a number: ids, units, IDCC, NAF (a kind for each nomenclature), names.
_ID, _UNIT, _IDCC, _NAF, _NAME, _NAME_ALONE = "id", "unit", "idcc", "naf:", "name", "name alone"
_SIGNED = {"framework": pl.String(), "kind": pl.String(), "key": pl.String(), "rank": pl.UInt8(), "signatory": pl.String()}
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
    """Find the keys of frameworks, and those that some partners (rows among the organisations) share with a framework."""
    signatories = signatories_of(network, units)
    signed = pl.concat([frame.select(list(_SIGNED)).cast(pl.Schema(_SIGNED)) for frame in _signed(network, trees, signatories)])
    vocabulary = signed.select("kind", "key").unique().with_row_index("number")
    wanted = {str(kind): words.drop("kind") for (kind,), words in vocabulary.group_by("kind", maintain_order=True)}
    ours = units.frame.with_row_index("partner")[partners]
    held = [said.join(wanted[kind], on="key").select("partner", "number") for kind, said in _held(ours, units, trees, wanted)]
    places = units.frame.select(pl.col("id").alias("signatory")).with_row_index("s")
    frameworks = network.node(FRAMEWORK.name).select(pl.col("id").alias("framework")).with_row_index("f")
    numbered = (
        signed.join(vocabulary, on=["kind", "key"])
        .join(frameworks, on="framework")
        .join(places, on="signatory", how="left")
        .select(pl.col("f").alias("framework"), pl.col("number").alias("key"), "rank", pl.col("s").fill_null(NOBODY).alias("signatory"))
    )
    known = pl.concat(held) if held else ours.select("partner", pl.lit(None, pl.UInt32).alias("number")).clear()
    return Keys(numbered.unique(), known.rename({"number": "key"}).unique())


def identities(keys: Keys) -> pl.DataFrame:
    """Find which frameworks concern which partners: partner, framework, rank, signatory; the surest way of each pair."""
    found = keys.held.join(keys.signed, on="key").select("partner", "framework", "rank", "signatory")
    return surest(found, "partner")


def surest(pairs: pl.DataFrame, subject: str) -> pl.DataFrame:
    """Keep the surest way of each pair of a subject and a framework; ties go to the first signatory, then to the first partner."""
    key = (pl.col(subject).cast(pl.UInt64) * 0x1_0000_0000 + pl.col("framework")).alias("_pair")
    again = may_repeat(pairs.select(key)["_pair"])
    if not again.any():
        return pairs
    order = [subject, "framework", "rank", *(c for c in ("signatory", "partner") if c != subject and c in pairs.columns)]
    settled = pairs.filter(again).sort(order).unique([subject, "framework"], keep="first", maintain_order=True)
    return pl.concat([pairs.filter(~again), settled])


def _key(kind: str, said: str) -> tuple[pl.Expr, pl.Expr]:
    return pl.lit(kind).alias("kind"), pl.col(said).alias("key")


def _rank(how: How) -> pl.Expr:
    return pl.lit(RANK[how], dtype=pl.UInt8).alias("rank")


def _signed(network: Network, trees: Trees, signatories: pl.DataFrame) -> list[pl.DataFrame]:
    numbered = signatories.filter(pl.col("siren").is_not_null())
    by_unit = pl.when(pl.col("siren").is_null()).then(RANK[How.NAME]).when("state_unit").then(RANK[How.STATE]).otherwise(RANK[How.UNIT])
    named = _called(signatories.select("framework", "signatory", "siren", "name", "brand"))
    return [
        # a ministry known by its SIREN alone may be any of its services
        numbered.filter(~pl.col("state_unit") | (pl.col("signatory") != f"{ORGANISATION.name}:" + pl.col("siren"))).with_columns(
            *_key(_ID, "signatory"), _rank(How.SAME)
        ),
        signatories.with_columns(*_key(_UNIT, "unit"), by_unit.alias("rank")),
        _along_trees(trees, signatories),
        named.with_columns(*_key(_NAME, "key"), _rank(How.NAME)),
        named.filter(pl.col("siren").is_null()).with_columns(*_key(_NAME_ALONE, "key"), _rank(How.NAME)),
        *_of_branch(network),
    ]


def _along_trees(trees: Trees, signatories: pl.DataFrame) -> pl.DataFrame:
    way = pl.when("mixed").then(RANK[How.GROUP_MEMBER]).when("member").then(RANK[How.MEMBER]).otherwise(RANK[How.SUBSIDIARY])
    below = trees.below(signatories["unit"]).with_columns(way.cast(pl.UInt8).alias("rank"))
    above = trees.above(signatories["unit"]).with_columns(_rank(How.PARENT))
    reached = pl.concat([below, above]).select("anchor", *_key(_UNIT, "unit"), "rank")
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
        codes.with_columns(*_key(_IDCC, "idcc"), _rank(How.IDCC), nobody),
        # the same digits do not mean the same trade from one nomenclature to the other
        prefixes.with_columns(
            pl.concat_str(pl.lit(_NAF), "naf_version").alias("kind"), pl.col("prefix").alias("key"), _rank(How.NAF), nobody
        ),
    ]


def _held(ours: pl.DataFrame, units: Units, trees: Trees, wanted: Mapping[str, pl.DataFrame]) -> Iterator[tuple[str, pl.DataFrame]]:
    """Give what partners hold (partner, key) of each kind of key that is wanted."""
    for kind in (_ID, _UNIT, _IDCC):
        if kind in wanted:
            yield kind, ours.select("partner", pl.col(kind).alias("key"))
    # a name counts where identifiers cannot contradict: one side at least has no SIREN
    if _NAME in wanted:
        yield _NAME, _called(ours.filter(pl.col("siren").is_null()).select("partner", "name", "brand"))
        yield _NAME, _held_names_above(ours, units, trees)
    if _NAME_ALONE in wanted:
        yield _NAME_ALONE, _called(ours.filter(pl.col("siren").is_not_null()).select("partner", "name", "brand"))
    coded = ours.filter(pl.col("naf").is_not_null()).select(
        "partner", pl.col("naf").str.replace_all(".", "", literal=True).alias("key"), pl.col("naf_version").alias("_version")
    )
    for kind in (kind for kind in wanted if kind.startswith(_NAF)):
        nomenclature = kind.removeprefix(_NAF)
        kept = coded if nomenclature == _ANY else coded.filter(pl.col("_version").fill_null(nomenclature) == nomenclature)
        for length in wanted[kind]["key"].str.len_bytes().unique().sort():
            yield kind, kept.select("partner", pl.col("key").str.slice(0, length))


def _held_names_above(ours: pl.DataFrame, units: Units, trees: Trees) -> pl.DataFrame:
    """Give the names of the groups and federations above partners, where a file gave no SIREN for them."""
    parents = trees.edges.select(pl.col("parent").alias("unit")).unique()
    local = units.frame.filter(pl.col("siren").is_null()).select("unit", "name", "brand").join(parents, on="unit", how="semi")
    if local.is_empty():
        return ours.select("partner", pl.col("name").alias("key")).clear()
    above = _called(trees.over(ours["unit"]).join(local, on="unit").select("anchor", "name", "brand"))
    return ours.select("partner", pl.col("unit").alias("anchor")).join(above, on="anchor").select("partner", "key")


def _called(frame: pl.DataFrame) -> pl.DataFrame:
    """Give a row for each name an organisation goes by, in its core form: its `key`."""
    said = [(name, frame.filter(pl.col(name).is_not_null())) for name in ("name", "brand")]
    named = [part.with_columns(core_names(part[name]).alias("key")) for name, part in said if name == "name" or part.height]
    return pl.concat(named).drop("name", "brand").drop_nulls("key").unique()
