"""What a person decides of how a table is read: what it is, what its columns stand for, what every line says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from netmap.layout.table import Table
from netmap.mapping.correspondence import NO_WORDS, NOTHING, Correspondence
from netmap.mapping.proposing import propose
from netmap.source import Source

NOT_READ = "-"


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold a decision: `source` by its name ("" keeps what is proposed, "-" leaves the table aside), heading → field, field → text.

    `words` are the texts of a field to read as others ("" is an empty cell).
    """

    source: str = ""
    columns: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    constants: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: NO_WORDS)
    by: str = "personne"


Decide = Callable[[Table], Choice | None]


def nothing_decided(_table: Table) -> Choice | None:
    """Leave all to what is proposed."""
    return None


def understood(table: Table, sources: tuple[Source, ...], hints: Sequence[str], choice: Choice | None) -> Correspondence:
    """Say what a table is taken for: what is proposed, then what was chosen over it."""
    if choice is None:
        return propose(table, sources, hints)
    if choice.source == NOT_READ:
        return Correspondence(None, 1.0, "Laissé de côté.", by=choice.by)
    wanted = tuple(source for source in sources if source.name == choice.source)
    found = propose(table, wanted or sources, hints)
    if found.source is None:
        found = propose(table, wanted or sources, hints, least=-len(sources))
    bound = found.bind(choice.columns, choice.by)
    constants = {**bound.constants, **{name: text for name, text in choice.constants.items() if text}}
    why = {**bound.why, **dict.fromkeys(choice.constants, "choisi pour toutes les lignes")}
    return replace(bound, constants=constants, why=why, words=choice.words)
