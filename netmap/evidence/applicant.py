"""Who applies or is looked at: one establishment, several together, or those of a campus, a network or a territory."""

from collections.abc import Sequence
from dataclasses import dataclass

from netmap.domain import CAMPUS, DOMAIN, ESTABLISHMENT, NETWORK, TERRITORY
from netmap.errors import UnknownName
from netmap.network import Network
from netmap.scope import establishments_in

_NAMED = 6
SCOPES = (CAMPUS.name, NETWORK.name, TERRITORY.name)


@dataclass(frozen=True, slots=True)
class Applicant:
    """Hold the establishments of a dossier, their names, and what gathers them: "" for an application of their own."""

    title: str
    schools: tuple[str, ...]
    names: tuple[str, ...]
    scope: str = ""

    @property
    def told(self) -> str:
        """Say in words who it is about."""
        if self.scope:
            kind = DOMAIN.kind_of(self.scope).label.lower()
            return f"{self.title} ({kind}, {_count(len(self.schools))})"
        if len(self.schools) == 1:
            return self.title
        more = len(self.names) - _NAMED
        rest = f" et {more} de plus" if more > 0 else ""
        return f"Candidature conjointe de {_count(len(self.schools))} : {', '.join(self.names[:_NAMED])}{rest}"


def applicant(network: Network, schools: Sequence[str], scope: str = "") -> Applicant:
    """Take the establishments given by their ids, or those of a campus, a network or a territory; raise UnknownName on none."""
    if scope:
        if scope.partition(":")[0] not in SCOPES:
            raise UnknownName("Un dossier porte sur un campus, un réseau ou un territoire, ou sur des établissements.")
        found = establishments_in(network, scope).to_list()
        if not found:
            raise UnknownName(f"Aucun établissement n’est connu dans « {network.caption(scope)} » : il n’y a pas de dossier à faire.")
        ordered = sorted(found, key=lambda one: (network.caption(one), one))
        return Applicant(network.caption(scope), tuple(ordered), tuple(network.caption(one) for one in ordered), scope)
    ids = tuple(dict.fromkeys(schools))
    for one in ids:
        if not one.startswith(f"{ESTABLISHMENT.name}:"):
            raise UnknownName(f"« {network.caption(one)} » n’est pas un établissement.")
    if not ids:
        raise UnknownName("Donnez au moins un établissement, ou un campus, un réseau, un territoire.")
    names = tuple(network.caption(one) for one in ids)
    title = names[0] if len(names) == 1 else f"{names[0]} et {_others(len(names) - 1)}"
    return Applicant(title, ids, names)


def _count(number: int) -> str:
    return f"{number} établissement{'s' if number > 1 else ''}"


def _others(number: int) -> str:
    return "un autre établissement" if number == 1 else f"{number} autres établissements"
