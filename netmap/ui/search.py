"""Find an actor by its name, its UAI, SIRET or SIREN, or its town, blind to accents and case; and those that need attention."""

import polars as pl
import streamlit as st

from netmap.domain import (
    CAMPUS,
    CONVENTION,
    DELEGATION,
    ESTABLISHMENT,
    FILIERE,
    FRAMEWORK,
    NETWORK,
    ORGANISATION,
    PARTNER_OF,
    SIGNS,
    TERRITORY,
)
from netmap.network import Network, caption_of

MOST = 200
ACTORS = (ESTABLISHMENT, ORGANISATION, CAMPUS, NETWORK, DELEGATION)
_SHEETS = (*ACTORS, FRAMEWORK, FILIERE, TERRITORY)
_SEARCHED = ("name", "title", "uai", "siret", "siren", "code", "reference", "brand", "commune", "object")


def folded(text: pl.Expr) -> pl.Expr:
    """Write text without accents, case, nor spaces and signs beyond one between words."""
    bare = text.str.normalize("NFKD").str.replace_all(r"\p{M}", "").str.to_lowercase()
    return bare.str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()


@st.cache_resource(max_entries=4, show_spinner=False)
def _index(stamp: tuple[str, int], conventions: bool, _network: Network) -> pl.DataFrame:  # noqa: ARG001 - the version is the key
    frames: list[pl.DataFrame] = []
    for kind in (CONVENTION,) if conventions else _SHEETS:
        frame = _network.node(kind.name)
        held = [pl.col(name) for name in _SEARCHED if name in frame.columns]
        key = pl.col("id").str.replace(r"^[A-Za-z]+:~?", "")
        place = pl.col("commune") if "commune" in frame.columns else pl.lit(None, dtype=pl.String)
        frames.append(
            frame.select(
                "id",
                caption_of(kind).alias("caption"),
                pl.lit(kind.label).alias("kind"),
                place.fill_null("").alias("commune"),
                pl.when(pl.col("id").str.contains(":~")).then(pl.lit("")).otherwise(key).alias("key"),
                folded(pl.concat_str([*held, key], separator=" ", ignore_nulls=True)).alias("words"),
                "declared",
            )
        )
    return pl.concat(frames)


def search(stamp: tuple[str, int], network: Network, text: str, *, conventions: bool = False) -> pl.DataFrame:
    """Find what holds every word of a text: id, caption, kind, commune, key; names that begin by it come first."""
    index = _index(stamp, conventions, network)
    wanted = pl.select(folded(pl.lit(text))).item()
    found = index
    for word in str(wanted).split():
        digits = word.isdigit()
        found = found.filter(pl.col("words").str.replace_all(" ", "" if digits else " ").str.contains(word, literal=True))
    starts = folded(pl.col("caption")).str.starts_with(str(wanted))
    return found.sort(~starts, ~pl.col("declared"), folded(pl.col("caption")), "id")


def to_complete(stamp: tuple[str, int], network: Network) -> pl.DataFrame:
    """Give the actors known by reference only: cited by a line, described by none."""
    actors = [kind.label for kind in ACTORS]
    return (
        _index(stamp, False, network)
        .filter(~pl.col("declared") & pl.col("kind").is_in(actors))
        .sort("kind", folded(pl.col("caption")), "id")
    )


def without_partner(stamp: tuple[str, int], network: Network) -> pl.DataFrame:
    """Give the establishments without any known partner, with or without a convention."""
    signs = network.link(SIGNS.name).filter(pl.col("target").str.starts_with(f"{CONVENTION.name}:"))
    partners = network.link(PARTNER_OF.name)
    linked = pl.concat([signs["source"], partners["source"], partners["target"]]).unique()
    schools = _index(stamp, False, network).filter(pl.col("kind") == ESTABLISHMENT.label)
    return schools.filter(~pl.col("id").is_in(linked.implode())).sort(folded(pl.col("caption")), "id")


def rows(found: pl.DataFrame) -> pl.DataFrame:
    """Write what was found as people read it."""
    return found.select(
        pl.col("caption").alias("Nom"),
        pl.col("kind").alias("Sorte"),
        pl.col("commune").alias("Commune"),
        pl.col("key").alias("Identifiant"),
    )
