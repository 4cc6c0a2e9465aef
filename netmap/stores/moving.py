"""A whole network moved from one store to another: its lots, parts and journal as they are, then a proof that both are equal.

Parts go one at a time, in groups of some megabytes; a move that was cut takes up where it stopped. The target shows nothing until
all is there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from netmap.errors import StaleVersion, StoreError
from netmap.lots.elements import unlike
from netmap.stores import Store
from netmap.stores.parts import Part, batches

GROUP_BYTES = 8 * 1024 * 1024
Step = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """Count what was moved: lots, acts of the journal, parts, bytes; and what an earlier try had brought."""

    lots: int
    acts: int
    parts: int
    size: int
    already: int
    version: int


def move(source: Store, target: Store, step: Step = lambda _said, _share: None) -> Moved:
    """Bring a network into an empty store and prove that it is the same; raise StoreError on the first difference."""
    lots, journal, version = source.lots(), source.journal(), source.version()
    arrived = target.arrived()
    counts = _Counts(len(lots), len(arrived))
    for group in batches(_missing(source.parts(), arrived, counts, step), GROUP_BYTES):
        target.receive(group)
    if source.version() != version:
        raise StaleVersion("Le réseau a changé pendant son déplacement : relancez « netmap move », il reprend où il en était.")
    step("Écriture du réseau", 0.6)
    target.received(lots, journal, version)
    step("Comparaison", 0.8)
    faults = differences(source, target, step)
    if faults:
        raise StoreError(f"Le réseau déplacé n’est pas égal à l’original : {' '.join(faults)} L’original n’a pas changé.")
    return Moved(len(lots), len(journal), counts.parts, counts.size, counts.already, version)


@dataclass(slots=True)
class _Counts:
    lots: int
    there: int
    parts: int = 0
    size: int = 0
    already: int = 0


def _missing(parts: Iterable[Part], arrived: set[tuple[int, str, int, str]], counts: _Counts, step: Step) -> Iterator[Part]:
    for part in parts:
        if part.fault:
            raise StoreError(f"{part.fault} Rien n’est déplacé : reprenez une copie du réseau.")
        counts.parts += 1
        counts.size += part.size
        if part.name in arrived:
            counts.already += 1
            continue
        step(f"Lot {part.lot} sur {counts.lots}", 0.6 * min(1.0, part.lot / max(counts.lots, 1)))
        yield part


def differences(one: Store, other: Store, step: Step = lambda _said, _share: None) -> list[str]:
    """Compare two stores wholly, each part by its bytes; give one French sentence a difference."""
    told: list[str] = []
    for said, ours, theirs in (
        ("La version", one.version(), other.version()),
        ("La liste des lots", one.lots(), other.lots()),
        ("Le journal", one.journal(), other.journal()),
    ):
        if ours != theirs:
            told.append(f"{said} diffère.")
    names = [{part.name for part in store.parts() if not part.fault} for store in (one, other)]
    told += [f"Lot {lot} : la partie {n} de « {kind} » diffère." for lot, kind, n, _ in sorted(names[0] ^ names[1])]
    step("Comparaison de ce qui est montré", 0.9)
    told += unlike(other.shown(), one.network())
    return told + list(other.verify())
