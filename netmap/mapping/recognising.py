"""Tables whose headings are those of a source, letter for letter: netmap's own templates, exports and public files."""

from collections.abc import Sequence
from functools import cache
from itertools import chain

from netmap.domain import ESTABLISHMENT
from netmap.headings import spaced
from netmap.layout.table import Table
from netmap.mapping.calling import calls_lycees
from netmap.mapping.correspondence import Bound, Correspondence
from netmap.source import Source
from netmap.values import fold_text
from netmap.wording import singular, words_of

KNOWN_HEADINGS = "Titres de colonnes connus."
_OF_A_PUBLIC_FILE = 0.7  # the headings of it that are declared, or ignored: one that has others besides is somebody's own
_PUPILS = frozenset(("eleve", "eleves", "stagiaire", "stagiaires", "apprenti", "apprentis", "jeune", "jeunes", "tuteur", "tuteurs"))
_NAMES = frozenset(("nom", "noms", "prenom", "prenoms", "identite"))
_PERSON = ("nom", "prenom", "civilite")
_HALF = 0.5


def recognise(table: Table, sources: tuple[Source, ...]) -> Source | None:
    """Find the source whose columns a table has by their very headings: all that are required, and the greatest share of them."""
    found = recognised(table, sources)
    return max(found, key=lambda one: one[0])[1] if found else None


def recognised(table: Table, sources: tuple[Source, ...]) -> list[tuple[tuple[int, float, int], Source]]:
    """Give the sources that a table has the needed columns of, each with the headings of it that it has, their share, its order."""
    persons = persons_of(table)
    seen = {fold_text(h) for i, h in enumerate(table.headings) if i not in persons}
    found: list[tuple[tuple[int, float, int], Source]] = []
    for order, source in enumerate(sources):
        matched = {c.field for c in source.columns if not seen.isdisjoint(folded_of(c.headings))}
        if not matched or not all(matched & set(group) for group in source.needed) or not named(source, table.headings):
            continue
        if lists_lycees(source) and "uai" not in matched and not any(map(calls_lycees, table.headings)):
            continue
        known = seen.intersection(chain.from_iterable(folded_of(c.headings) for c in source.columns))
        if not source.template and len(seen.intersection((*known, *folded_of(source.ignored)))) < len(seen) * _OF_A_PUBLIC_FILE:
            continue
        found.append(((len(known), len(matched) / len(source.columns), -order), source))
    return found


@cache
def folded_of(headings: tuple[str, ...]) -> tuple[str, ...]:
    """Fold the headings of a column, once."""
    return tuple(map(fold_text, headings))


def without_rival(table: Table, sources: tuple[Source, ...]) -> bool:
    """Tell whether one source alone has most of the headings that are known, and not one lost among others."""
    known = sorted((score[0] for score, _ in recognised(table, sources)), reverse=True)
    worded = sum(any(map(str.isalpha, heading)) for heading in table.headings)  # « 2024 » heads a sum
    return known[1:2] != known[:1] and (known[0] > 1 or known[0] >= worded * _HALF)


def by_headings(source: Source, table: Table) -> Correspondence:
    """Bind the columns of a table by the very headings of a source, the first declared that is there."""
    places: dict[str, list[int]] = {}
    for index, heading in enumerate(table.headings):
        if not is_ours(heading):
            places.setdefault(fold_text(heading), []).append(index)
    fields: dict[int, list[str]] = {}
    for col in source.columns:
        found = next((h for h in folded_of(col.headings) if h in places), None)
        if found is not None and (not source.template or places[found][0] not in fields):
            fields.setdefault(places[found][0], []).append(col.field)
    columns = tuple(
        Bound(i, h, fields[i][0], 1.0, "titre connu", also=tuple(fields[i][1:])) if i in fields else Bound(i, h, None, 0.0, "")
        for i, h in enumerate(table.headings)
    )
    return Correspondence(source, 1.0, KNOWN_HEADINGS, columns)


def is_ours(heading: str) -> bool:
    """Tell whether a column was written by netmap beside the user's own."""
    return heading.startswith("_") or fold_text(heading) == "netmap"


def persons_of(table: Table) -> set[int]:
    """Give the columns that name a person: pupils by their names; beside a first name, « Nom » is no company's."""
    folded = [fold_text(heading) for heading in table.headings]
    pupils = {i for i, heading in enumerate(folded) if (words := set(heading.split())) & _PUPILS and words & _NAMES}
    return pupils | ({i for i, heading in enumerate(folded) if heading in _PERSON} if {"prenom", "civilite"} & set(folded) else set())


def named(source: Source, said: Sequence[str]) -> bool:
    """Tell whether the words that a source must be named by, if any, are said."""
    if not source.named_by:
        return True
    folded = [fold_text(spaced(text)) for text in said]
    words = {singular(word) for text in folded for word in (*text.split(), *words_of(text))}
    names = [fold_text(name) for name in source.named_by]
    return any(singular(name) in words or (" " in name and any(name in text for text in folded)) for name in names)


def lists_lycees(source: Source) -> bool:
    """Tell whether each line of a source describes an establishment."""
    return source.subject.kind is ESTABLISHMENT and source.subject.declares
