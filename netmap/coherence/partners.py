"""Which organisation a person means: by its SIRET, its SIREN, its id, or its name (and its town where several share it)."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from netmap.domain import ORGANISATION
from netmap.errors import UnknownName
from netmap.identity import SIREN_LENGTH, identifiers
from netmap.matching.units import core_names
from netmap.network import Network
from netmap.values import SIREN, SIRET, Refusal

_SIRET_LENGTH = 14


def find_partner(network: Network, partner: str, commune: str = "") -> tuple[str, dict[str, Any]]:
    """Find the organisation meant by a SIRET, a SIREN, an id or a name; give what to add when the network does not know it."""
    text = partner.strip()
    if not text:
        raise UnknownName("Donnez le partenaire : son SIRET, son SIREN ou son nom.")
    organisations = network.node(ORGANISATION.name)
    if organisations.filter(pl.col("id") == text).height:
        return text, {}
    digits = "".join(letter for letter in text if not letter.isspace() and letter not in ".\u00a0\u202f")
    if digits.isdigit() and len(digits) >= SIREN_LENGTH:
        return _numbered(organisations, digits)
    said = {"name": text, "commune": commune or None}
    new = _identified(said)
    found = _called(organisations, text, commune)
    if len(found) == 1:
        return found[0], {}
    if len(found) > 1:
        several = " ; ".join(f"{network.caption(i)} [{i.partition(':')[2]}]" for i in found[:6])
        raise UnknownName(
            f"« {text} » désigne plusieurs organisations : {several}. Donnez le SIRET, le SIREN ou l’identifiant entre crochets."
        )
    return new, said


def _numbered(organisations: pl.DataFrame, digits: str) -> tuple[str, dict[str, Any]]:
    kind = SIRET if len(digits) > SIREN_LENGTH else SIREN
    value = kind.cell(digits)
    if isinstance(value, Refusal):
        raise UnknownName(f"« {digits} » n’est pas {kind.label} ({value.reason}).")
    identifier = f"{ORGANISATION.name}:{digits}"
    if organisations.filter(pl.col("id") == identifier).height:
        return identifier, {}
    said: dict[str, Any] = {"siren": digits[:SIREN_LENGTH]}
    if len(digits) == _SIRET_LENGTH:
        said["siret"] = digits
        unit = organisations.filter(pl.col("siren") == digits[:SIREN_LENGTH])
        names = unit["name"].drop_nulls()
        said["name"] = names[0] if len(names) else None
    return identifier, said


def _called(organisations: pl.DataFrame, text: str, commune: str) -> list[str]:
    wanted = core_names(pl.Series([text]))[0]
    key = text.removeprefix(f"{ORGANISATION.name}:")
    by_key = organisations.filter(pl.col("id").is_in([f"{ORGANISATION.name}:{key}", f"{ORGANISATION.name}:~{key}"]))["id"].to_list()
    if by_key:
        return by_key
    called = organisations.with_columns(core_names(organisations[name]).alias(f"_{name}") for name in ("name", "brand"))
    found = called.filter(pl.any_horizontal(pl.col("_name", "_brand") == pl.lit(wanted)))
    if commune:
        here = found.filter(core_names(found["commune"]) == core_names(pl.Series([commune]))[0])
        found = here if here.height else found
    if found.height > 1 and found["siren"].n_unique() == 1 and found["siren"].null_count() == 0:
        return [found.sort(pl.col("id").str.len_bytes(), "id")["id"][0]]
    return sorted(found["id"].to_list())


def _identified(said: Mapping[str, Any]) -> str:
    parts = {name: pl.Series([value], dtype=pl.String) for name, value in said.items() if value is not None}
    identifier = identifiers(ORGANISATION, parts)[0]
    if identifier is None:
        raise UnknownName(f"« {said['name']} » ne contient ni lettre ni chiffre : donnez un nom, un SIRET ou un SIREN.")
    return str(identifier)
