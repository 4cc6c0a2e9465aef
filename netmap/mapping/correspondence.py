"""What a table is taken for: which source, and which field each of its columns stands for, with how sure that is and why."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from netmap.layout.table import Table
from netmap.source import Source
from netmap.values import fold_text

NOTHING: Mapping[str, str] = MappingProxyType({})
NO_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Bound:
    """Bind a column of a table to a field (None: not read), from 0 to 1 sure; `samples` are three of its values.

    `also` are other fields that the same column says; `proposed` is the field that it may stand for when nothing sure was found.
    """

    column: int
    heading: str
    field: str | None
    sure: float
    reason: str
    samples: tuple[str, ...] = ()
    proposed: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Hold what a table is taken for; `constants` are texts that every line says, field by field, `why` their reasons.

    `words` are the texts of a field to read as others, as a person chose ("" is an empty cell).

    `by` tells who decided: "titres" (known headings), "proposition", "mémoire", "personne". `maybe` is the likeliest source when none
    is sure enough.
    """

    source: Source | None
    sure: float = 0.0
    reason: str = ""
    columns: tuple[Bound, ...] = ()
    constants: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    why: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: NO_WORDS)
    by: str = "titres"
    maybe: Source | None = None

    @property
    def fields(self) -> dict[str, int]:
        """Give the column of each bound field."""
        return {name: bound.column for bound in self.columns for name in (bound.field, *bound.also) if name is not None}

    @property
    def lacks(self) -> bool:
        """Tell whether a column that the source cannot do without is missing, or there is no source."""
        said = {*self.fields, *self.constants}
        return self.source is None or any(said.isdisjoint(group) for group in self.source.needed)

    @property
    def chosen(self) -> dict[str, str]:
        """Give the field of each bound heading, as it is remembered; a heading left aside has ""."""
        return {bound.heading: bound.field or "" for bound in self.columns}

    def bind(self, chosen: Mapping[str, str], by: str) -> "Correspondence":
        """Give the correspondence that a person's choices make of this one: heading → field, "" to leave a column aside."""
        columns = tuple(_rebound(bound, chosen, by) for bound in self.columns)
        taken = {heading: name for heading, name in chosen.items() if name}
        freed = tuple(
            replace(b, field=None, proposed=b.field, reason="remplacée par votre choix")
            if b.heading not in chosen and b.field in taken.values()
            else b
            for b in columns
        )
        return replace(self, columns=freed, by=by)


_SAID = {"personne": "choisi par vous", "mémoire": "choisi lors d’un import précédent"}


def _rebound(bound: Bound, chosen: Mapping[str, str], by: str) -> Bound:
    if bound.heading not in chosen:
        return bound
    return replace(bound, field=chosen[bound.heading] or None, sure=1.0, reason=_SAID.get(by, by), proposed=None, also=())


def signature(table: Table) -> str:
    """Name a table by its headings, blind to their order: files of one signature are read alike."""
    folded = sorted(fold_text(heading) for heading in table.headings)
    return hashlib.sha256("\n".join(folded).encode()).hexdigest()[:16]
