"""What is drawn and listed of a network: actors and their ties, from a scope or from around one actor. Pure functions.

A tie is one pair: conventions add up, the state is that which deserves the eye first. Belonging to a campus or being followed by
a delegation is not a partnership: it is given apart (`belongings`) and shown by the place on the drawing and in its own table.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import polars as pl

from netmap.domain import (
    CONVENTION,
    DOMAIN,
    ESTABLISHMENT,
    LOCATED_IN,
    MEMBER_OF,
    OVERSEES,
    PART_OF,
    PARTNER_OF,
    SIGNS,
    TERRITORY,
)
from netmap.drawing import CEILING, Look
from netmap.lifecycle import LIVE_STATES, State, with_state
from netmap.network import Network, caption_of
from netmap.scope import establishments_in

SOON_DAYS = 180
HUB = 60
OTHERS = "Autres partenaires"
LOOKS = {kind.name: Look(kind.look.shape, kind.look.colour, kind.label) for kind in DOMAIN.nodes}

_ACTORS = {
    "id": pl.String(),
    "label": pl.String(),
    "kind": pl.String(),
    "detail": pl.String(),
    "anchor": pl.String(),
    "weight": pl.Int64(),
    "latitude": pl.Float64(),
    "longitude": pl.Float64(),
    "declared": pl.Boolean(),
}
_TIES = {"source": pl.String(), "target": pl.String(), "label": pl.String(), "count": pl.Int64(), "state": pl.String()}
_BELONGINGS = {"source": pl.String(), "target": pl.String(), "label": pl.String()}
_DRAWN = ("ending", "active", "ended", "none")
_ANCHOR_LEVELS = ("bassin", "departement", "academie", "region")
_SAID_STATES = {"ending": "à échéance proche", "active": "en vigueur", "ended": "échue", "none": "sans effet à cette date"}


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold actors and ties as `netmap.drawing` takes them, belongings beside, how many actors there were before the ceiling.

    `by_school`: discs are those of establishments, not of territories.
    """

    actors: pl.DataFrame
    ties: pl.DataFrame
    belongings: pl.DataFrame
    total: int
    by_school: bool = False

    @property
    def partners(self) -> pl.DataFrame:
        """Give the actors without the territories that only say where they stand."""
        return self.actors.filter(pl.col("kind") != TERRITORY.name)


def scene(network: Network, scope: str | None, on: date, *, live_only: bool = False, ceiling: int = CEILING) -> Scene:
    """Show the establishments of a scope, their partners, and who gathers or follows them."""
    return among(network, establishments_in(network, scope), on, live_only=live_only, ceiling=ceiling)


def among(network: Network, schools: pl.Series, on: date, *, live_only: bool = False, ceiling: int = CEILING) -> Scene:
    """Show some establishments, their partners, and who gathers or follows them."""
    ties = _ties(_pairs(network, schools, on, live_only=live_only))
    belongings = _belongings(network, schools)
    ids = _unique([schools, ties["source"], ties["target"], belongings["source"], belongings["target"]])
    anchors, by_school = _anchors(_grounds(network, belongings, schools), belongings, schools)
    found = _composed(network, ids, ties, belongings, anchors, ceiling)
    return replace(found, by_school=by_school)


def around(network: Network, centre: str, on: date, most: int = HUB) -> Scene:
    """Show an actor and its partners; those beyond `most` are one summary."""
    ties = _ties(_pairs(network, pl.Series([centre]), on, live_only=False))
    turned = ties.with_columns(
        pl.when(pl.col("source") == centre).then("target").otherwise("source").alias("other"),
        pl.col("state").replace_strict({state: rank for rank, state in enumerate(_DRAWN)}, return_dtype=pl.Int64).alias("rank"),
    ).sort("rank", "count", "other", descending=[False, True, False])
    kept, left = turned.head(most), turned.slice(most)
    anchors = dict.fromkeys(kept["other"].to_list(), centre)
    none = pl.DataFrame(schema=_BELONGINGS)
    found = _composed(network, _unique([pl.Series([centre]), kept["other"]]), kept.select(list(_TIES)), none, anchors, most + 1)
    if left.is_empty():
        return found
    name = f"et {left.height} autres partenaires"
    more = pl.DataFrame(
        [{"id": OTHERS, "label": name, "kind": OTHERS, "detail": "", "anchor": centre, "weight": left.height, "declared": True}],
        schema=_ACTORS,
    )
    count = int(left["count"].sum())
    tie = pl.DataFrame([(centre, OTHERS, name, count, left["state"][0])], schema=_TIES, orient="row")
    return Scene(pl.concat([found.actors, more]), pl.concat([found.ties, tie]), none, turned.height + 1)


def conventions_on(network: Network, on: date) -> pl.DataFrame:
    """Give every convention with its state on a date and how it is drawn (`drawn`)."""
    return _drawn_on(network.node(CONVENTION.name), on)


def _drawn_on(conventions: pl.DataFrame, on: date) -> pl.DataFrame:
    framed = with_state(conventions, on)
    over = pl.col("state").is_in([str(State.ENDED), str(State.DENOUNCED)])
    live = pl.col("state").is_in([str(s) for s in LIVE_STATES])
    soon = pl.col("effective_end").fill_null(date.max) <= on + timedelta(days=SOON_DAYS)
    drawn = pl.when(live & soon).then(pl.lit("ending")).when(live).then(pl.lit("active")).when(over).then(pl.lit("ended"))
    return framed.with_columns(drawn.otherwise(pl.lit("none")).alias("drawn"))


def _pairs(network: Network, actors: pl.Series, on: date, *, live_only: bool) -> pl.DataFrame:
    """Give one row a convention and pair of its signatories where one is of `actors`, and one a partnership (`convention` null).

    The conventions of the actors are found first: what is drawn of one school does not cost the whole network.
    """
    whose = actors.implode()
    links = network.link(SIGNS.name)
    theirs = links.filter(pl.col("source").is_in(whose) & pl.col("target").str.starts_with(f"{CONVENTION.name}:"))["target"].unique()
    signs = links.filter(pl.col("target").is_in(theirs.implode())).select("source", "target").unique()
    states = _drawn_on(network.node(CONVENTION.name).filter(pl.col("id").is_in(theirs.implode())), on)
    schools = signs.filter(pl.col("source").str.starts_with(f"{ESTABLISHMENT.name}:"))
    joined = schools.join(signs, on="target", suffix="_other").filter(pl.col("source") != pl.col("source_other"))
    signed = joined.select("source", pl.col("source_other").alias("target"), pl.col("target").alias("convention"))
    partners = network.link(PARTNER_OF.name).select("source", "target", pl.lit(None, dtype=pl.String).alias("convention"))
    both = pl.concat([signed, partners]).filter(pl.col("source").is_in(whose) | pl.col("target").is_in(whose))
    drawn = states.select(pl.col("id").alias("convention"), "drawn")
    every = both.join(drawn, on="convention", how="left", maintain_order="left").with_columns(pl.col("drawn").fill_null("none"))
    if live_only:
        every = every.filter(pl.col("drawn").is_in(["ending", "active"]))
    ends = (pl.min_horizontal("source", "target").alias("one"), pl.max_horizontal("source", "target").alias("other"))
    return every.select(*ends, "convention", "drawn").filter(pl.col("one") != pl.col("other")).unique(maintain_order=True)


def _ties(pairs: pl.DataFrame) -> pl.DataFrame:
    """Gather pairs: one tie each, in its most urgent state, `count` the conventions that are in it."""
    if pairs.is_empty():
        return pl.DataFrame(schema=_TIES)
    signed = pl.col("convention").is_not_null()
    counts = [(signed & (pl.col("drawn") == state)).sum().cast(pl.Int64).alias(state) for state in _DRAWN]
    gathered = pairs.group_by("one", "other").agg(*counts).sort("one", "other")
    state = pl.coalesce(*(pl.when(pl.col(s) > 0).then(pl.lit(s)) for s in _DRAWN[:-1]), pl.lit("none"))
    words = [pl.when(pl.col(s) > 0).then(pl.concat_str(pl.col(s), pl.lit(f" {_SAID_STATES[s]}"))).otherwise(None) for s in _DRAWN]
    return gathered.with_columns(state.alias("state"), pl.concat_str(words, separator=", ", ignore_nulls=True).alias("label")).select(
        pl.col("one").alias("source"),
        pl.col("other").alias("target"),
        pl.when(pl.col("label") == "").then(pl.lit("")).otherwise(pl.lit("Conventions : ") + pl.col("label")).alias("label"),
        pl.coalesce(*(pl.when(pl.col("state") == s).then(s) for s in _DRAWN[:-1]), pl.lit(0)).cast(pl.Int64).alias("count"),
        "state",
    )


def _belongings(network: Network, schools: pl.Series) -> pl.DataFrame:
    """Give the campuses and networks of establishments, and the delegations that follow them, these, or their territories."""
    members = network.link(MEMBER_OF.name).filter(pl.col("source").is_in(schools.implode()))
    located = network.link(LOCATED_IN.name).filter(pl.col("source").is_in(schools.implode()))
    groups = members["target"].unique()
    places = _unique([located["target"]])
    parents = network.link(PART_OF.name).filter(pl.col("source").is_in(places.implode()))["target"]
    wanted = _unique([schools, groups, places, parents])
    follows = network.link(OVERSEES.name).filter(pl.col("target").is_in(wanted.implode()))
    return pl.concat(
        [
            members.select("source", "target", pl.lit(MEMBER_OF.label).alias("label")),
            follows.select("source", "target", pl.lit(OVERSEES.label).alias("label")),
        ]
    ).unique(maintain_order=True)


def _grounds(network: Network, belongings: pl.DataFrame, schools: pl.Series) -> dict[str, str]:
    """Say in which territory each establishment of the scope stands; where none is known, by which delegation it is followed."""
    levels = {level: rank for rank, level in enumerate(_ANCHOR_LEVELS)}
    known = network.node(TERRITORY.name).select(
        pl.col("id").alias("target"), pl.col("level").replace_strict(levels, default=None, return_dtype=pl.Int64).alias("rank")
    )
    located = network.link(LOCATED_IN.name).filter(pl.col("source").is_in(schools.implode())).join(known.drop_nulls(), on="target")
    places = located.sort("rank", "target").unique("source", keep="first", maintain_order=True)
    grounds: dict[str, str] = dict(places.select("source", "target").iter_rows())
    followed = belongings.filter((pl.col("label") == OVERSEES.label) & pl.col("target").is_in(schools.implode()))
    for delegation, school in followed.select("source", "target").iter_rows():
        grounds.setdefault(school, delegation)
    return grounds


def _anchors(grounds: dict[str, str], belongings: pl.DataFrame, schools: pl.Series) -> tuple[dict[str, str], bool]:
    """Say near whom each actor is drawn, and whether it is near one establishment.

    Where the scope spans territories, establishments stand by territory and partners between those they are linked to. Within one
    territory that would be one heap: each establishment then has a place of its own, its partners around it.
    """
    votes: dict[str, list[str]] = {}
    for source, target, label in belongings.iter_rows():
        gathers, gathered = (target, source) if label == MEMBER_OF.label else (source, target)
        near = gathered if gathered.startswith(f"{TERRITORY.name}:") else grounds.get(gathered)
        if near and near != gathers:
            votes.setdefault(gathers, []).append(near)
    if len(set(grounds.values())) > 1:
        return {**grounds, **{gathers: max(sorted(set(near)), key=near.count) for gathers, near in votes.items()}}, False
    ground = next(iter(grounds.values()), None)
    return {**{school: school for school in schools.to_list()}, **({} if ground is None else dict.fromkeys(votes, ground))}, True


def _composed(
    network: Network, ids: pl.Series, ties: pl.DataFrame, belongings: pl.DataFrame, anchors: dict[str, str], ceiling: int
) -> Scene:
    """Make the frames of a scene; above the ceiling, establishments and the best linked stay."""
    weights = pl.concat([ties["source"], ties["target"]]).value_counts(name="weight").rename({"source": "id"})
    found = _described(network, ids).join(weights.with_columns(pl.col("weight").cast(pl.Int64)), on="id", how="left")
    found = found.with_columns(
        pl.col("weight").fill_null(0), pl.col("id").replace_strict(anchors, default=None, return_dtype=pl.String).alias("anchor")
    ).filter(pl.col("kind") != TERRITORY.name)
    total = found.height
    first = pl.col("kind") != ESTABLISHMENT.name
    kept = found.sort(first, -pl.col("weight"), "id").head(ceiling)
    used = kept["anchor"].drop_nulls().unique()
    grounds = _described(network, used.filter(~used.is_in(kept["id"].implode()))).with_columns(
        pl.lit(0, dtype=pl.Int64).alias("weight"), pl.lit(None, dtype=pl.String).alias("anchor")
    )
    actors = pl.concat([frame.select(list(_ACTORS)) for frame in (kept, grounds)]).sort("kind", "id")
    shown = actors["id"].implode()
    inside = pl.col("source").is_in(shown) & pl.col("target").is_in(shown)
    return Scene(actors, ties.filter(inside), belongings.filter(inside), total)


def _described(network: Network, ids: pl.Series) -> pl.DataFrame:
    """Name and describe actors, in one frame whatever their kinds."""
    frames: list[pl.DataFrame] = []
    for kind in DOMAIN.nodes:
        frame = network.node(kind.name).filter(pl.col("id").is_in(ids.implode()))
        if frame.is_empty():
            continue
        details = [prop for prop in kind.properties if prop.name in ("type", "category", "kind", "level", "commune")]
        words = [
            pl.Series(prop.name, ["" if v is None else prop.type.show(v) for v in frame[prop.name].to_list()], dtype=pl.String)
            for prop in details
        ]
        position = [name if name in frame.columns else pl.lit(None, dtype=pl.Float64).alias(name) for name in ("latitude", "longitude")]
        frames.append(
            frame.select(
                "id",
                caption_of(kind).alias("label"),
                pl.lit(kind.name).alias("kind"),
                _joined([kind.label, *words]).alias("detail"),
                *position,
                "declared",
            )
        )
    if not frames:
        return pl.DataFrame(schema={name: dtype for name, dtype in _ACTORS.items() if name not in ("anchor", "weight")})
    return pl.concat(frames)


def _joined(parts: Iterable[str | pl.Series]) -> pl.Expr:
    said = [pl.lit(part) if isinstance(part, str) else pl.lit(part.replace({"": None})) for part in parts]
    return pl.concat_str(said, separator=" · ", ignore_nulls=True)


def _unique(series: list[pl.Series]) -> pl.Series:
    return pl.concat([one.cast(pl.String).alias("id") for one in series]).unique().sort()
