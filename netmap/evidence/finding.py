"""Where the pieces of each kind of evidence are in a network: one function a kind, over all the establishments at once.

A finder gives `establishment`, `element`, `dated` (the last day known of it) and the line that says so. A kind that no file tells has none.
"""

from collections.abc import Callable

import polars as pl

from netmap.evidence.ground import Ground
from netmap.lifecycle import State
from netmap.network import PLACE
from netmap.reference.evidence import DROP_OUT_NETWORKS, EVENT_THEMES, FEEDBACK_WORDS, RETURN_WORDS
from netmap.values import fold_column

FOUND = {**dict.fromkeys(("establishment", "element"), pl.String()), "dated": pl.Date(), **PLACE}
Finder = Callable[[Ground], pl.DataFrame]


def _given(frame: pl.DataFrame, element: str = "id", dated: str = "dated") -> pl.DataFrame:
    return frame.select("establishment", pl.col(element).alias("element"), pl.col(dated).alias("dated"), *PLACE)


def _conventions(ground: Ground) -> pl.DataFrame:
    return _given(ground.live)


def _partnerships(ground: Ground) -> pl.DataFrame:
    under = ground.partners.filter("live").select("establishment", "partner")
    return _given(ground.partnerships.join(under, on=["establishment", "partner"], how="anti", maintain_order="left"), "partner")


def _actions(ground: Ground) -> pl.DataFrame:
    return _given(ground.done, dated="on")


def _filieres(ground: Ground) -> pl.DataFrame:
    return _given(ground.live.join(ground.covered, on=["establishment", "id"], how="semi", maintain_order="left"))


def _lasting(ground: Ground) -> pl.DataFrame:
    year_ago = pl.lit(ground.on).dt.offset_by("-1y")
    lasting = (pl.col("starts_on") <= year_ago) | (pl.col("state") == str(State.RENEWED)) | pl.col("id").is_in(ground.replacing.implode())
    return _given(ground.live.filter(lasting.fill_null(value=False)))


def _frameworks(ground: Ground) -> pl.DataFrame:
    return _given(ground.frameworks)


def _informed(ground: Ground) -> pl.DataFrame:
    return _given(ground.informed, dated="told_on")


def _networks(ground: Ground) -> pl.DataFrame:
    return _given(ground.memberships.with_columns(pl.lit(None, dtype=pl.Date).alias("dated")))


def _drop_out_actors(ground: Ground) -> pl.DataFrame:
    """Give the partners by what they are, and those of conventions and actions on the theme."""
    known = ground.against_drop_out.implode()
    signed = ground.partners.filter("live")
    on_theme = pl.col("themes").list.contains("decrochage").fill_null(value=False)
    lines = ground.live.select("establishment", pl.col("id").alias("convention"), *PLACE)
    by_convention = signed.filter(on_theme | pl.col("partner").is_in(known)).join(
        lines, on=["establishment", "convention"], maintain_order="left"
    )
    free = ground.partnerships.filter(on_theme | pl.col("partner").is_in(known))
    done = ground.done.filter((pl.col("theme") == "decrochage").fill_null(value=False)).rename({"on": "dated", "id": "action"})
    by_action = done.join(ground.action_partners, on="action", maintain_order="left")
    found = pl.concat([_given(frame, "partner") for frame in (by_convention, free, by_action)])
    return found.unique(["establishment", "element"], keep="first", maintain_order=True)


def _drop_out_networks(ground: Ground) -> pl.DataFrame:
    return _given(
        ground.memberships.filter(pl.col("sort").is_in(list(DROP_OUT_NETWORKS)).fill_null(value=False)).with_columns(
            pl.lit(None, dtype=pl.Date).alias("dated")
        )
    )


def _drop_out_conventions(ground: Ground) -> pl.DataFrame:
    on_theme = pl.col("themes").list.contains("decrochage").fill_null(value=False)
    local = ground.partners.filter((pl.col("category") == "mission_locale").fill_null(value=False))["convention"]
    return _given(ground.live.filter(on_theme | pl.col("id").is_in(local.implode())))


def _drop_out_actions(ground: Ground) -> pl.DataFrame:
    return _given(ground.done.filter((pl.col("theme") == "decrochage").fill_null(value=False)), dated="on")


def _return(ground: Ground) -> pl.DataFrame:
    conventions = ground.live.filter(_speaks(ground.live, "object", "comment", "follow_up"))
    actions = ground.done.filter(_speaks(ground.done, "title", "comment"))
    return pl.concat([_given(conventions), _given(actions, dated="on")])


def _speaks(frame: pl.DataFrame, *names: str, pattern: str = RETURN_WORDS) -> pl.Series:
    words = frame.select(pl.concat_str([pl.col(name).fill_null("") for name in names], separator=" ").alias("words")).to_series()
    return fold_column(words).str.contains(pattern)


def _events(ground: Ground) -> pl.DataFrame:
    themed = ground.done.filter(pl.col("theme").is_in(list(EVENT_THEMES)).fill_null(value=False))
    return _given(themed.filter(pl.col("id").is_in(ground.action_partners["action"].implode())), dated="on")


def _feedback(ground: Ground) -> pl.DataFrame:
    return _given(ground.done.filter(_speaks(ground.done, "title", "comment", pattern=FEEDBACK_WORDS)), dated="on")


def _bureau(ground: Ground) -> pl.DataFrame:
    held = ground.establishments.filter(pl.col("bureau").fill_null(value=False))
    return _given(held.with_columns(pl.lit(None, dtype=pl.Date).alias("dated")), "establishment")


FINDERS: dict[str, Finder] = {
    "conventions": _conventions,
    "partenariats": _partnerships,
    "actions": _actions,
    "filieres": _filieres,
    "anciennete": _lasting,
    "accords": _frameworks,
    "delegations": _informed,
    "reseaux": _networks,
    "acteurs": _drop_out_actors,
    "reseaux_decrochage": _drop_out_networks,
    "conventions_decrochage": _drop_out_conventions,
    "actions_decrochage": _drop_out_actions,
    "droit_retour": _return,
    "evenements": _events,
    "bureau": _bureau,
    "retours": _feedback,
}


def absent(ground: Ground, kind: str) -> frozenset[str]:
    """Give the establishments of which the network itself says that a kind of evidence is not there.

    A register that knows conventions of an establishment, none of them in force, says so; a sheet that answers « non » too. No line at all
    says nothing.
    """
    if kind == "bureau":
        return frozenset(ground.establishments.filter(~pl.col("bureau").fill_null(value=True))["establishment"])
    if kind == "conventions":
        return frozenset(ground.conventions["establishment"]) - frozenset(ground.live["establishment"])
    return frozenset()
