"""What part of the network one looks at: a territory, a campus, a network, a filière, an establishment, given by its id.

Told twice, as facts are: in frames, and in the Cypher that questions put in their texts.
"""

from typing import LiteralString

import polars as pl

from netmap.domain import CAMPUS, ESTABLISHMENT, FILIERE, LOCATED_IN, MEMBER_OF, NETWORK, TEACHES, TERRITORY
from netmap.errors import UnknownName
from netmap.network import Network

IN_SCOPE: LiteralString = """($scope IS NULL OR establishment.id = $scope
    OR EXISTS { (establishment)-[:LOCATED_IN|MEMBER_OF|TEACHES]->(place WHERE place.id = $scope) })"""
"""Tell in Cypher whether `establishment` is in `$scope`: what `establishments_in` does."""
SIDES: LiteralString = "(establishment:Establishment)-[:SIGNS]->(convention:Convention)<-[:SIGNS]-(partner)"
ARE_SIDES: LiteralString = """(NOT partner:Establishment OR NOT EXISTS {
    (convention)<-[:SIGNS]-(other) WHERE NOT other:Establishment })"""
"""Match in Cypher what `Network.sides` gives: the partners are the signatories that are not establishments, where there are any."""

KINDS = (TERRITORY.name, CAMPUS.name, NETWORK.name, FILIERE.name, ESTABLISHMENT.name)


def establishments_in(network: Network, scope: str | None) -> pl.Series:
    """Give the ids of the establishments of a scope; all of them without one."""
    if not scope:
        return network.node(ESTABLISHMENT.name)["id"]
    kind = scope.partition(":")[0]
    if kind == ESTABLISHMENT.name:
        return pl.Series("id", [scope], dtype=pl.String)
    by_kind = {TERRITORY.name: LOCATED_IN, CAMPUS.name: MEMBER_OF, NETWORK.name: MEMBER_OF, FILIERE.name: TEACHES}
    if kind not in by_kind:
        raise UnknownName(
            f"« {scope} » n’est pas un périmètre : donnez un territoire, un campus, un réseau, une filière ou un établissement."
        )
    links = network.link(by_kind[kind].name)
    found = links.filter((pl.col("target") == scope) & pl.col("source").str.starts_with(f"{ESTABLISHMENT.name}:"))
    return found["source"].unique(maintain_order=True).alias("id")


def conventions_of(network: Network, scope: str | None) -> pl.DataFrame:
    """Give convention, establishment and partner of the establishments of a scope."""
    if not scope:
        return network.sides
    return network.sides.filter(pl.col("establishment").is_in(establishments_in(network, scope).implode()))
