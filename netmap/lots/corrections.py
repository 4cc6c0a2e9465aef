"""What a person says outranks every file: one property of one actor or convention, or that two actors are one."""

from datetime import UTC, datetime
from uuid import uuid4

import polars as pl

from netmap.domain import DOMAIN
from netmap.errors import UnknownName
from netmap.lot import PERSON_RANK, SAME_AS, Draft, Lot, LotKind, Origin
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
