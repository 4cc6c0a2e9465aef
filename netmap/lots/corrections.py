"""What a person says outranks every file: one property of one actor or convention, or that two actors are one."""

from datetime import UTC, date, datetime
from uuid import uuid4

import polars as pl

from netmap.domain import DOMAIN
from netmap.errors import UnknownName
from netmap.lot import PERSON_RANK, RETIRED, SAME_AS, Draft, Lot, LotKind, Origin
from netmap.network import Network
from netmap.values import Refusal


def now() -> str:
    """Give the time of an act, to the second, in UTC."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def correction(network: Network, identifier: str, name: str, text: str, *, author: str, reason: str, at: str) -> Draft:
    """Prepare the lot by which a person gives a property its value, read from text; empty text says that it is empty."""
    kind = DOMAIN.kind_of(identifier)
    prop = kind.property(name)
    caption = network.caption(identifier)
    if name in {part for key in kind.keys for part in key.parts if not key.local}:
        raise UnknownName(f"« {prop.label} » identifie « {caption} » : pour en changer, rapprochez les deux fiches.")
    columns: dict[str, pl.Series] = {"id": pl.Series([identifier])}
    stripped = text.strip()
    if stripped:
        parts = [p.strip() for p in stripped.split("|")] if prop.many else [stripped]
        values = [prop.type.cell(part) for part in parts if part]
        for value in values:
            if isinstance(value, Refusal):
                raise UnknownName(f"{prop.label} : « {stripped} » n’est pas {prop.type.label} ({value.reason}).")
        columns[name] = pl.Series([values if prop.many else values[0]], dtype=prop.dtype)
        columns["cleared"] = pl.Series([None], dtype=pl.List(pl.String))
    else:
        columns["cleared"] = pl.Series([[name]], dtype=pl.List(pl.String))
    frame = pl.DataFrame(columns).with_columns(
        pl.lit(bool(network.row(identifier)["declared"])).alias("declared"),
        pl.lit(None, dtype=pl.Int32).alias("line"),
        pl.lit(0, dtype=pl.Int16).alias("table"),
    )
    title = f"{caption} : {prop.label} = {stripped or '(vide)'}"
    return Draft(by_person(LotKind.CORRECTION, title, author, reason, at), {kind.name: frame})


def link(
    network: Network, kind: str, source: str, target: str, *, holds: bool, author: str, reason: str, at: str, on: date | None = None
) -> Draft:
    """Prepare the lot by which a person says that two elements are linked, or that they are not; `on` dates a link that has a date."""
    declared = DOMAIN.link(kind)
    names = [network.caption(source), network.caption(target)]
    ends = [DOMAIN.kind_of(identifier) for identifier in (source, target)]
    if ends[0] not in declared.sources or ends[1] not in declared.targets:
        raise UnknownName(f"« {names[0]} » et « {names[1]} » ne se lient pas par « {declared.label} ».")
    if source == target:
        raise UnknownName(f"« {names[0]} » ne se lie pas à lui-même.")
    known = network.link(kind).filter((pl.col("source") == source) & (pl.col("target") == target))
    if holds and known.height and (not declared.key or on in known["on"].to_list()):
        raise UnknownName(f"« {names[0]} » : ce lien est déjà connu.")
    if not holds and known.is_empty():
        raise UnknownName(f"« {names[0]} » : ce lien n’existe pas, il n’y a rien à retirer.")
    dates = known["on"].to_list() if declared.key and not holds else [on]
    frame = pl.DataFrame({"source": [source] * len(dates), "target": [target] * len(dates)}).with_columns(
        pl.lit("personne").alias("field"),
        pl.lit(value=False).alias("about_target"),
        pl.lit(not holds).alias(RETIRED),
        pl.lit(None, dtype=pl.Int32).alias("line"),
        pl.lit(0, dtype=pl.Int16).alias("table"),
    )
    if declared.key:
        frame = frame.with_columns(pl.Series("on", dates, dtype=pl.Date))
    title = f"{names[0]} {declared.label} {names[1]}" if holds else f"{names[0]} : retiré de « {declared.label} {names[1]} »"
    return Draft(by_person(LotKind.CORRECTION, title, author, reason, at), {kind: frame})


def merge(network: Network, alias: str, kept: str, *, author: str, reason: str, at: str) -> Draft:
    """Prepare the lot by which a person says that two elements of one kind are the same; `kept` stays."""
    kind, other = DOMAIN.kind_of(alias), DOMAIN.kind_of(kept)
    if kind is not other or alias == kept:
        raise UnknownName("Deux fiches se rapprochent si elles sont de la même sorte et différentes.")
    network.row(kept)
    frame = pl.DataFrame({"alias": [alias], "id": [kept]}).with_columns(
        pl.lit(None, dtype=pl.Int32).alias("line"), pl.lit(0, dtype=pl.Int16).alias("table")
    )
    names = [identifier.partition(":")[2].removeprefix("~") for identifier in (alias, kept)]
    title = f"{names[0]} est identique à {names[1]}"
    return Draft(by_person(LotKind.MERGE, title, author, reason, at), {SAME_AS: frame})


def by_person(kind: LotKind, title: str, author: str, reason: str, at: str) -> Lot:
    """Describe a lot whose statements are a person's."""
    said = Origin(source="personne", title=f"{author or 'Une personne'}, {at[:10]}", series=uuid4().hex, rank=PERSON_RANK)
    return Lot(uid=uuid4().hex, kind=kind, title=title, at=at, author=author, reason=reason, origins=(said,), statements=1)
