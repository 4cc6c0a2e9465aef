"""What « Manques » says, as a document for a meeting: each kind of gap, out of how many, what to do, its first lines; whom to propose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netmap.answer import Answer
from netmap.export.document import Document, Part
from netmap.network import Network
from netmap.values import counted

HONEST = "Ce qui n’est pas renseigné n’est jamais compté comme absent. Les seuils sont des propositions de netmap."
_MOST, _PROPOSED, _COLUMNS = 12, 20, 5
# What a sheet for a meeting leaves to the page: the line of the file, and what the paragraph above the table says.
_LEFT_OUT = ("Que faire", "Preuve", "Source")
_GRID = ("Cercle", "Domaine", "Case", "Partenaires vivants", "Conventions en vigueur", "Dernière nouvelle")
_OFFER = ("Pour", "Manque", "Filière", "Proposition", "Pourquoi", "Par qui passer")


@dataclass(frozen=True, slots=True)
class Gap:
    """Hold a kind of gap: how many were found in words, the answer they come from, what to do ("" when not said)."""

    told: str
    answer: Answer
    advice: str


def gaps_document(network: Network, sentence: str, on: date, gaps: Sequence[Gap], grid: Answer, proposed: Answer) -> Document:
    """Write the gaps of a part of the network as a document."""
    parts = [_part(network, gap.told, gap.answer, _MOST, paragraphs=(gap.answer.denominator, gap.advice)) for gap in gaps]
    parts.append(_part(network, "Le critère 2023/4, case par case", grid, _PROPOSED, _GRID, (grid.denominator, grid.question.help)))
    parts.append(_part(network, "Des partenaires à proposer", proposed, _PROPOSED, _OFFER, (proposed.denominator,)))
    foot = f"Fiche faite par netmap, sur la version {network.version} du réseau. {HONEST}"
    return Document("Où manque-t-il un partenaire ?", sentence, on, tuple(parts), foot)


def _part(network: Network, heading: str, answer: Answer, most: int, columns: Sequence[str] = (), paragraphs: Sequence[str] = ()) -> Part:
    said = tuple(filter(None, paragraphs))
    if answer.rows.is_empty():
        return Part(heading, (*said, answer.question.empty))
    shown = answer.shown(network)
    kept = list(columns) or [name for name in shown.columns if name not in _LEFT_OUT][:_COLUMNS]
    left = shown.height - most
    more = (f"Les {most} premières lignes ; {counted(left, 'autre', 'autres')} sur la page.",) if left > 0 else ()
    return Part(heading, (*said, *more), tuple(kept), tuple(shown.select(kept).head(most).rows()))
