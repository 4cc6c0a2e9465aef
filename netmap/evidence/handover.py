"""What a person who leaves hands over, in one document: what they follow, decisions that wait, files that were given.

netmap keeps functions, not names: the person is a function, as files write it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from netmap.coherence import LEVELS, Finding, Ground, Level, examine, explained
from netmap.coherence.decisions import Decision, standing
from netmap.evidence.kept import Acts
from netmap.export.document import Document, Part
from netmap.network import Network
from netmap.values import DATE, counted

PENDING: dict[str, type[pl.DataType]] = dict.fromkeys(("Convention", "Ce qui est trouvé", "Accord-cadre", "Décision"), pl.String)
GIVEN: dict[str, type[pl.DataType]] = dict.fromkeys(("Pièce", "Fichier", "Joint le", "Par", "sha256"), pl.String)


@dataclass(frozen=True, slots=True)
class Handover:
    """Hold what is handed over: the answer of the question as people read it, what waits for a decision, and files."""

    who: str
    on: date
    followed: pl.DataFrame
    pending: pl.DataFrame
    files: pl.DataFrame

    @property
    def answer(self) -> str:
        """Say in one sentence what is handed over."""
        whom = f"« {self.who} »" if self.who else "toutes les fonctions"
        return (
            f"Au {DATE.show(self.on)}, {whom} : {counted(self.followed.height, 'relation suivie', 'relations suivies')}, "
            f"{counted(self.pending.height, 'décision en attente', 'décisions en attente')}, "
            f"{counted(self.files.height, 'fichier joint', 'fichiers joints')}."
        )


def handover(
    network: Network, who: str, on: date, followed: pl.DataFrame, conventions: Sequence[str], decided: Mapping[str, Decision], acts: Acts
) -> Handover:
    """Gather what is handed over: `followed` is the answer of the question, `conventions` the ids of its conventions."""
    ids = list(dict.fromkeys(conventions))
    found = explained(examine(Ground(network), on, ids)) if ids else []
    names = dict(network.captions.filter(pl.col("id").is_in(ids)).select("id", "caption").iter_rows())
    files = [
        (names[one], held.name, DATE.show(date.fromisoformat(held.at[:10])), held.author, held.sha256)
        for one in ids
        for held in acts.files.get(one, ())
    ]
    return Handover(who, on, followed, _pending(found, decided), pl.DataFrame(files, schema=GIVEN, orient="row"))


def _pending(found: Sequence[Finding], decided: Mapping[str, Decision]) -> pl.DataFrame:
    stands = standing(decided, found)
    rows = [
        (
            one.convention_name,
            f"{LEVELS[one.rule.level].name} : {one.rule.title}",
            one.framework_name if one.framework else "",
            stands[one.key].told() if one.key in stands else "Aucune décision",
        )
        for one in found
        if one.rule.level is not Level.L0 and not (one.key in stands and stands[one.key].settled)
    ]
    return pl.DataFrame(rows, schema=PENDING, orient="row")


def handover_document(held: Handover) -> Document:
    """Make the document: three tables, what to say first on top."""
    return Document(
        title=f"Passation{f' : {held.who}' if held.who else ''}",
        answer=held.answer,
        on=held.on,
        parts=(
            _part("Partenaires et conventions suivis", held.followed, "Rien n’est suivi par cette fonction, d’après les fichiers."),
            _part("Décisions en attente", held.pending, "Aucune décision n’est en attente sur ces conventions."),
            _part("Fichiers joints", held.files, "Aucun fichier n’est joint à ces conventions."),
        ),
        foot="netmap garde la fonction, pas le nom des personnes. Ce document aide une passation ; il ne remplace pas une rencontre.",
    )


def _part(heading: str, frame: pl.DataFrame, empty: str) -> Part:
    if frame.is_empty():
        return Part(heading, (empty,))
    return Part(heading, (), tuple(frame.columns), tuple(tuple(str(cell or "") for cell in row) for row in frame.iter_rows()))
