"""How a question is declared: facts are found twice (frames here, Cypher on a server), the conclusion is drawn once.

An engine only finds facts, flat rows without threshold, ranking or wording; `measure` and `conclude` do the rest for all. Parameters, facts
and results are declared columns: the form, the command, the URL, the table and the exports are all read from them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, LiteralString

import polars as pl

from netmap.errors import SchemaError
from netmap.network import Network
from netmap.values import DATE, TEXT, ValueType


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """Declare a parameter: `kind` names the node kind whose ids it takes, "" for a plain value; None means not asked.

    `least` is the smallest number it takes.
    """

    name: LiteralString
    label: str
    help: str
    type: ValueType = TEXT
    kind: str = ""
    default: Callable[[date], Any] = lambda _on: None
    required: bool = False
    least: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultColumn:
    """Declare a column of results; `kind` "*" or a node kind says that cells are ids, shown by their captions."""

    name: LiteralString
    label: str
    type: ValueType = TEXT
    kind: str = ""
    help: str = ""


Params = dict[str, Any]


def _as_found(facts: pl.DataFrame, _params: Params) -> pl.DataFrame:
    return facts


def _no_denominator(_measured: object, _params: Params, _rows: pl.DataFrame) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Declare a question.

    `facts` are the columns that each engine finds; `find` finds them in frames, `cypher` on a server (each is a literal of
    the question's file, so both read side by side). `measure` makes of the facts, once, what `conclude` and `denominator` both
    read: the facts themselves unless said. `conclude` turns it into the rows of `columns`, in their order. `empty` says what no row
    means, `denominator` out of what the rows are found, in a sentence. Every fact carries `about`, the id of the element whose source
    line is its evidence.
    """

    name: LiteralString
    title: str
    help: str
    empty: str
    parameters: tuple[Parameter, ...]
    facts: dict[str, pl.DataType]
    columns: tuple[ResultColumn, ...]
    find: Callable[[Network, Params], pl.DataFrame]
    conclude: Callable[[Any, Params], pl.DataFrame]
    cypher: LiteralString = ""
    measure: Callable[[pl.DataFrame, Params], Any] = _as_found
    denominator: Callable[[Any, Params, pl.DataFrame], str] = _no_denominator

    def __post_init__(self) -> None:
        for kind in (p.kind for p in self.parameters):
            if kind and not kind[0].isupper():
                raise SchemaError(f"Question « {self.name} » : « {kind} » n’est pas une sorte d’acteur.")
        names = [c.name for c in self.columns]
        if "about" not in names:
            raise SchemaError(f"Question « {self.name} » : il manque la colonne « about », l’élément dont la ligne fait preuve.")
        if len(names) != len(set(names)):
            raise SchemaError(f"Question « {self.name} » : une colonne est déclarée deux fois.")

    def parameter(self, name: str) -> Parameter:
        """Give a parameter by its name."""
        return next(p for p in self.parameters if p.name == name)

    def shown(self) -> Sequence[ResultColumn]:
        """Give the columns people see: all but `about`."""
        return [c for c in self.columns if c.name != "about"]


ON = Parameter(
    name="on",
    label="À la date du",
    help="Date à laquelle on se place ; aujourd’hui si rien n’est dit.",
    type=DATE,
    default=lambda on: on,
    required=True,
)
