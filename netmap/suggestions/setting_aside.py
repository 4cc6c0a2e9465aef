"""Set a suggestion aside: a lot like any other, with a motive, that the fold keeps and that is undone like any lot."""

from dataclasses import replace
from datetime import date

import polars as pl

from netmap.domain import CAMPUS, ESTABLISHMENT, ORGANISATION, SET_ASIDE
from netmap.errors import UnknownName
from netmap.lot import Draft, LotKind
from netmap.lots.corrections import by_person
from netmap.network import Network


def set_aside(network: Network, subject: str, partner: str, need: str | None, *, author: str, reason: str, at: str, on: date) -> Draft:
    """Prepare the lot by which a person sets a partner aside for an establishment or a campus: for one gap, or for all without one."""
    if subject.partition(":")[0] not in (ESTABLISHMENT.name, CAMPUS.name) or partner.partition(":")[0] != ORGANISATION.name:
        raise UnknownName("Une proposition s’écarte pour un établissement ou un campus, et concerne une organisation.")
    if not reason.strip():
        raise UnknownName("Donnez un motif : il est gardé, et évite de proposer ce partenaire à nouveau.")
    names = [network.caption(identifier) for identifier in (subject, partner)]
    known = network.link(SET_ASIDE.name).filter((pl.col("source") == subject) & (pl.col("target") == partner))
    if known.filter(pl.col("need").is_null() | (pl.col("need") == (need or ""))).height:
        raise UnknownName(f"« {names[1]} » est déjà écarté pour « {names[0]} ».")
    frame = pl.DataFrame(
        {"source": [subject], "target": [partner], "need": [need], "reason": [reason.strip()], "on": [on]},
        schema_overrides={"need": pl.String, "on": pl.Date},
    ).with_columns(
        pl.lit("personne").alias("field"),
        pl.lit(value=False).alias("about_target"),
        pl.lit(None, dtype=pl.Int32).alias("line"),
        pl.lit(0, dtype=pl.Int16).alias("table"),
    )
    lot = by_person(LotKind.DECISION, f"Proposition écartée : {names[1]} pour {names[0]}", author, reason.strip(), at)
    return Draft(replace(lot, statements=frame.height), {SET_ASIDE.name: frame})
