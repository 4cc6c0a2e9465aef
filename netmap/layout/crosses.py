"""Columns of crosses: « Partenaire | Bâtiment | Hôtellerie | Industrie » with an x where they meet says a list on each line.

Read as one column only where it is sure what the headings name: the corner, a group, the title or the headings themselves say it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from netmap.domain.vocabulary import THEME
from netmap.headings import Vocabulary
from netmap.layout.sections import NOWHERE
from netmap.layout.table import Table
from netmap.values import Refusal, fold_text
from netmap.wording import singular

_CROSSES = ("x", "X", "xx", "XX", "×", "✓", "✔", "☑", "✅", "●", "•", "oui", "Oui", "OUI")
# « Sur quoi portent vos échanges ? [Stages (PFMP)] » of a survey, whose cells say no too
_OPTION = re.compile(r"(.+?)\s*\[([^\[\]]+)\]\s*", re.DOTALL)
_ANSWERS = (*_CROSSES, "non", "Non", "NON", "0", "N/A")
_FEWEST, _LOOKED = 3, 60
_HALF = 0.5
_SEPARATED = re.compile(r"[|;\n]|\s/\s")
_CORNER = re.compile(r"\s*(?:\\|/|\s[x×]\s)\s*")
_NAMED = {
    word: heading
    for heading, words in {
        "Filières": "filiere secteur formation specialite metier",
        "Thèmes": "theme thematique action",
        "Partenaires": "partenaire entreprise organisme structure organisation",
        "Établissements": "etablissement lycee lp",
    }.items()
    for word in words.split()
}
_THEMES = "Thèmes"
_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())  # noqa: SIM905 - of a rota


def with_crosses(table: Table, titles: Sequence[str], vocabulary: Vocabulary) -> Table:
    """Give the table one column for its columns of crosses, where it is sure what their headings name; `titles` stand around it."""
    crossed = [i for i, heading in enumerate(table.headings) if _is_crossed(table, i, heading, vocabulary)]
    if len(crossed) < _FEWEST or any(_SEPARATED.search(_alone(table, i)) or _is_day(table.headings[i]) for i in crossed):
        return table
    others = [heading for i, heading in enumerate(table.headings) if i not in crossed]
    named = _what(table, crossed, others, titles)
    if named is None:
        return table
    marks = [pl.when(pl.col(f"c{i}").is_in(_CROSSES)).then(pl.lit(_alone(table, i))) for i in crossed]
    joined = pl.concat_str(marks, separator=" | ", ignore_nulls=True)
    listed = table.cells.select(pl.when(joined != "").then(joined).alias(f"c{len(table.headings)}"))
    emptied = table.cells.with_columns(pl.lit(None, dtype=pl.String).alias(f"c{i}") for i in crossed)
    said = ", ".join(f"« {table.headings[i]} »" for i in crossed[:_FEWEST]) + (" …" if len(crossed) > _FEWEST else "")
    return replace(
        table,
        headings=(*(_without_corner(heading) for heading in table.headings), named),
        cells=pl.concat([emptied, listed], how="horizontal"),
        crossed=tuple(crossed),
        places=(*table.places, NOWHERE),
        groups=(*table.groups, "") if table.groups else (),
        notes=(*table.notes, f"Les croix des colonnes {said} sont lues comme une liste : « {named} »."),
    )


def _is_crossed(table: Table, column: int, heading: str, vocabulary: Vocabulary) -> bool:
    cells = table.cells[f"c{column}"]
    # the first lines tell nearly every column of values: few are looked at whole
    option = _OPTION.fullmatch(heading) is not None
    allowed = _ANSWERS if option else _CROSSES
    if cells.null_count() == len(cells) or not {None, *allowed}.issuperset(cells.head(_LOOKED)):
        return False
    if option:
        return bool(cells.is_in(allowed).all())
    grouped = bool(table.groups) and bool(_named(table.groups[column]))
    return (grouped or not vocabulary.knows(heading) or _is_theme(heading)) and bool(cells.is_in(_CROSSES).all())


def _alone(table: Table, column: int) -> str:
    """Give what a heading says without the group it stands under, or the question it answers."""
    if (option := _OPTION.fullmatch(table.headings[column])) is not None:
        return option[2]
    group = table.groups[column] if table.groups else ""
    return table.headings[column].removeprefix(f"{group} ")


def _is_day(heading: str) -> bool:
    return fold_text(heading) in _DAYS


def _is_theme(heading: str) -> bool:
    return not isinstance(THEME.cell(heading), Refusal)


def _what(table: Table, crossed: Sequence[int], others: Sequence[str], titles: Sequence[str]) -> str | None:
    """Say what the headings of crosses name, None where nothing does, or two things may."""
    if sum(_is_theme(_alone(table, i)) for i in crossed) > len(crossed) * _HALF:
        return _THEMES
    beside = {named for heading in others for named in _named(_without_corner(heading))}
    corner = [piece for heading in others for piece in _CORNER.split(heading)[1:]]
    groups = [table.groups[i] for i in crossed] if table.groups else []
    groups += [option[1] for i in crossed if (option := _OPTION.fullmatch(table.headings[i])) is not None]
    for texts in (corner, groups, titles):
        found = {named for text in texts for named in _named(text)} - beside
        if len(found) == 1:
            return found.pop()
    return None


def _named(text: str) -> set[str]:
    return {_NAMED[singular(word)] for word in fold_text(text).split() if singular(word) in _NAMED}


def _without_corner(heading: str) -> str:
    """Give what a heading says of its own column: « Lycée / Partenaire » heads a column of lycées."""
    pieces = _CORNER.split(heading)
    named = [_named(piece) for piece in pieces]
    return pieces[0] if len(pieces) > 1 and all(named) and len(set[str]().union(*named)) > 1 else heading
