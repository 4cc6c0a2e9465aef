"""A question asked of a network: typed parameters in, rows out, each with the line it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from netmap.domain import DOMAIN
from netmap.errors import UnknownName
from netmap.network import PLACE, Network, caption_of
from netmap.question import Params, Question, ResultColumn
from netmap.stores import Store
from netmap.values import Refusal, fold_text


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold the answer: rows as declared by the question, the place of the evidence of each, and out of what they are found."""

    question: Question
    params: Params
    rows: pl.DataFrame
    places: pl.Series
    version: int
    denominator: str = ""

    def shown(self, network: Network, *, typed: bool = False) -> pl.DataFrame:
        """Give the rows as people read them: captions for ids, French dates and words, the source last.

        All is text, unless dates and numbers stay `typed`.
        """
        names = self._captions(network, [c.name for c in self.question.shown() if c.kind])
        columns = [_shown(column, self.rows[column.name], names, typed=typed) for column in self.question.shown()]
        return pl.DataFrame([*columns, self.places.alias("Source")])

    def as_dict(self, network: Network) -> dict[str, Any]:
        """Give the fields that `--format json` documents: raw values, and the captions of ids beside them."""
        named = [c.name for c in self.question.columns if c.kind]
        rows = self.rows.to_dicts()
        captions = self._captions(network, named)
        for row, place in zip(rows, self.places.to_list(), strict=True):
            row.update({f"{name}_name": _named(row[name], captions) for name in named if row[name] is not None}, source=place)
        return {
            "question": self.question.name,
            "title": self.question.title,
            "parameters": dict(self.params),
            "version": self.version,
            "denominator": self.denominator,
            "rows": rows,
        }

    def _captions(self, network: Network, columns: Sequence[str]) -> dict[str, str]:
        """Give the captions of the ids that stand in some columns."""
        if not columns or self.rows.is_empty():
            return {}
        ids = pl.concat([self.rows[name].alias("id") for name in columns])
        frames = [nodes.select("id", caption_of(kind)) for kind, nodes in network.among(ids)]
        return {identifier: caption for frame in frames for identifier, caption in frame.iter_rows()}


def ask(network: Network, question: Question, params: Params, store: Store | None = None) -> Answer:
    """Ask a question of a network: facts by its store or by frames, one conclusion, the place of each row.

    A store that shows another version than this network's, or that is being written, finds no facts: frames do.
    """
    facts = store.facts(question, params, network.version) if store is not None else None
    return concluded(network, question, params, question.find(network, params) if facts is None else facts)


def concluded(network: Network, question: Question, params: Params, facts: pl.DataFrame) -> Answer:
    """Conclude from the facts of a question, whichever engine found them."""
    expected = list(question.facts)
    if facts.columns != expected:
        raise UnknownName(f"Question « {question.name} » : faits {facts.columns} au lieu de {expected}.")
    measured = question.measure(facts, params)
    rows = question.conclude(measured, params).select([c.name for c in question.columns])
    return Answer(question, params, rows, _places(network, rows["about"]), network.version, question.denominator(measured, params, rows))


def parameters(question: Question, given: Mapping[str, str | None], network: Network, on: date) -> Params:
    """Read the parameters of a question from text (a form, a command, a URL); a name of an actor will do for its id."""
    unknown = set(given) - {p.name for p in question.parameters}
    if unknown:
        known = ", ".join(p.name for p in question.parameters)
        raise UnknownName(f"« {min(unknown)} » n’est pas un paramètre de « {question.name} » ; il prend : {known}.")
    read: Params = {}
    for parameter in question.parameters:
        text = (given.get(parameter.name) or "").strip()
        if not text:
            read[parameter.name] = parameter.default(on)
            if read[parameter.name] is None and parameter.required:
                raise UnknownName(f"Donnez « {parameter.label} » ({parameter.name}) : {parameter.help}")
        elif parameter.kind:
            read[parameter.name] = find_actor(network, text, parameter.kind)
        else:
            value = parameter.type.cell(text)
            if isinstance(value, Refusal):
                raise UnknownName(f"{parameter.label} : « {text} » n’est pas {parameter.type.label} ({value.reason}).")
            if parameter.least is not None and value < parameter.least:
                raise UnknownName(f"{parameter.label} : « {text} » est trop petit ; au moins {parameter.least}.")
            read[parameter.name] = value
    return read


def find_actor(network: Network, text: str, kinds: str) -> str:
    """Find the id that a text means: an id, a key, or a name, blind to accents and case; `kinds` are separated by |."""
    allowed = kinds.split("|")
    names = network.captions.filter(pl.col("kind").is_in(allowed))
    for candidate in (text, *(f"{kind}:{text}" for kind in allowed), *(f"{kind}:~{text}" for kind in allowed)):
        if names.filter(pl.col("id") == candidate).height:
            return candidate
    wanted = fold_text(text)
    near = [(i, c) for i, c in names.select("id", "caption").iter_rows() if wanted and wanted in fold_text(c)]
    exact = [i for i, c in near if fold_text(c) == wanted]
    found = exact or [i for i, _c in near]
    if len(found) == 1:
        return found[0]
    labels = ", ".join(DOMAIN.node(kind).label.lower() for kind in allowed)
    if not found:
        raise UnknownName(f"« {text} » : aucun acteur de ce nom ({labels}) dans ce réseau.")
    several = " ; ".join(f"{c} [{i}]" for i, c in near[:5])
    raise UnknownName(f"« {text} » désigne plusieurs acteurs : {several}. Donnez l’identifiant entre crochets.")


def _places(network: Network, about: pl.Series) -> pl.Series:
    frames = [nodes.select("id", *PLACE) for _, nodes in network.among(about)]
    if not frames:
        return pl.Series("place", [""] * len(about), dtype=pl.String)
    found = pl.concat(frames)
    said = pl.DataFrame({"id": about}).join(found, on="id", how="left", maintain_order="left")
    return network.places(said)


def _shown(column: ResultColumn, values: pl.Series, names: Mapping[str, str], *, typed: bool) -> pl.Series:
    if typed and not column.kind and not column.type.choices and (values.dtype.is_numeric() or values.dtype.is_temporal()):
        return values.alias(column.label)
    texts = ["" if v is None else _named(v, names) if column.kind else column.type.show(v) for v in values.to_list()]
    return pl.Series(column.label, texts, dtype=pl.String)


def _named(identifier: str, names: Mapping[str, str]) -> str:
    return names.get(identifier, identifier.partition(":")[2].removeprefix("~"))
