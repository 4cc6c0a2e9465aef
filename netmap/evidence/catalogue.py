"""Which criteria can be proved in a network: the national ones, and those that a region added to it.

The text of a national criterion is ours (`netmap.reference.criteria`), whatever a file says; a criterion of another version is what its
line says.
"""

from collections.abc import Sequence

import polars as pl

from netmap.domain import CRITERION
from netmap.domain.vocabulary import CRITERION_SCOPE
from netmap.errors import UnknownName
from netmap.network import Network
from netmap.reference.criteria import NATIONAL_CRITERIA, VERSIONS, Criterion, correspondence, version_of


def catalogue(network: Network) -> tuple[Criterion, ...]:
    """Give the criteria, national versions first, the one in force first; then those of regions by version and number."""
    return (*NATIONAL_CRITERIA, *_regional(network))


def _regional(network: Network) -> list[Criterion]:
    national = [version.code for version in VERSIONS]
    known = pl.col("version").is_not_null() & pl.col("number").is_not_null() & ~pl.col("version").is_in(national)
    held = network.node(CRITERION.name).filter(known & pl.col("label").is_not_null()).sort("version", "number", "id")
    found: dict[str, Criterion] = {}
    for row in held.iter_rows(named=True):
        criterion = Criterion(
            version=row["version"],
            number=row["number"],
            text=row["label"],
            themes=tuple(row["themes"] or ()),
            scope=row["scope"] or "region",
            territory=row["territory"] or "",
            basis=row["basis"] or "",
            since=row["starts_on"],
            until=row["ends_on"],
        )
        if criterion.identifier == row["id"]:
            found.setdefault(criterion.code, criterion)
    return list(found.values())


def find(network: Network, text: str) -> Criterion:
    """Find a criterion by its version and number (2023/4); raise UnknownName otherwise."""
    wanted = text.strip()
    known = catalogue(network)
    for criterion in known:
        if criterion.code == wanted:
            return criterion
    if wanted.isdigit():
        same = [criterion.code for criterion in known if str(criterion.number) == wanted]
        raise UnknownName(
            f"Le numéro « {wanted} » ne suffit pas : il a changé d’une version à l’autre. Donnez version et numéro : {', '.join(same)}."
            if same
            else f"Aucun critère ne porte le numéro {wanted}."
        )
    codes = ", ".join(dict.fromkeys(c.version for c in known))
    raise UnknownName(f"Critère « {wanted} » inconnu : donnez version et numéro, par exemple 2023/4. Versions connues : {codes}.")


def scope_of(criterion: Criterion) -> str:
    """Say whose a criterion is: national, or of a région académique or an académie."""
    label = CRITERION_SCOPE.show(criterion.scope).lower()
    return f"{label} ({criterion.territory})" if criterion.territory else label


def basis_of(criterion: Criterion) -> str:
    """Give the legal basis of a criterion, its NOR and its validity."""
    version = version_of(criterion.version)
    if version is None:
        until = f" jusqu’au {criterion.until:%d/%m/%Y}" if criterion.until else ""
        since = f"depuis le {criterion.since:%d/%m/%Y}" if criterion.since else ""
        return " ; ".join(part for part in (criterion.basis or "base légale non renseignée", f"{since}{until}".strip()) if part)
    until = f"au {version.until:%d/%m/%Y}" if version.until else "à ce jour"
    return f"{version.basis}, NOR {version.nor} ; du {version.since:%d/%m/%Y} {until} (dates de signature des décrets)"


def elsewhere(criterion: Criterion, known: Sequence[Criterion]) -> str:
    """Say what a criterion corresponds to in other versions (proposition de netmap)."""
    found = [f"{other.code}{' (en partie)' if partly else ''}" for other, partly in correspondence(criterion, known)]
    return ", ".join(found)
