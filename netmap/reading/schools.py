"""A lycée named without its UAI, looked for among the establishments that the network and the files of the import know.

It is found only where one establishment alone can be meant: the same words in the name, the commune where the text says one, and
no word of another sort of lycée. Anything else keeps its name, is told, and waits for its UAI.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from netmap.domain import ESTABLISHMENT
from netmap.layout import Table
from netmap.mapping import Correspondence
from netmap.reading.findings import Findings
from netmap.source import Node, Source
from netmap.values import fold_text
from netmap.values.absence import says_nothing

UAI_FIELD = "uai"
_LIST = re.compile(r"\s*[|;]\s*|\s+/\s+")
_SORTS: Mapping[str, tuple[str, ...]] = {
    "lp": ("professionnel",),
    "lpr": ("professionnel",),
    "lpp": ("professionnel",),
    "lpo": ("polyvalent",),
    "sep": ("professionnel",),
    "lg": ("general",),
    "lt": ("technologique",),
    "lgt": ("general", "technologique"),
    "legt": ("general", "technologique"),
    "lpa": ("professionnel", "agricole"),
    "legta": ("general", "technologique", "agricole"),
    "pro": ("professionnel",),
    "professionnel": ("professionnel",),
    "polyvalent": ("polyvalent",),
    "general": ("general",),
    "technologique": ("technologique",),
    "agricole": ("agricole",),
    "cfa": ("cfa",),
    "greta": ("greta",),
    "college": ("college",),
    "erea": ("erea",),
    "ufa": ("ufa",),
}
# What every lycée may write before its name, and what joins words.
_COMMON = frozenset(
    [
        "lycee",
        "lycees",
        "lyc",
        "etablissement",
        "eple",
        "prive",
        "public",
        "metiers",
        "metier",
        "label",
        "enseignement",
        "d",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "a",
        "au",
        "aux",
    ]
)
_SAINTS = {"st": "saint", "ste": "sainte"}


@dataclass(frozen=True, slots=True)
class School:
    """Hold a known establishment: the words of its name and of its commune, and the sorts that its name or its type says."""

    uai: str
    shown: str
    words: tuple[str, ...]
    commune: tuple[str, ...]
    sorts: frozenset[str]


class Schools:
    """Find the establishment that a text names among those that are known."""

    def __init__(self, frames: Iterable[pl.DataFrame]) -> None:
        """Gather the establishments of frames that have a UAI and a name; the last said of a UAI stands."""
        known: dict[str, School] = {}
        for frame in frames:
            if not {"uai", "name"} <= set(frame.columns):
                continue
            parts = [name if name in frame.columns else pl.lit(None, dtype=pl.String).alias(name) for name in ("commune", "type")]
            rows = frame.select("uai", "name", *parts).drop_nulls(["uai", "name"]).unique(maintain_order=True)
            for code, name, commune, sort in rows.iter_rows():
                before = known.get(code)
                town = _words(commune or "") or (before.commune if before else ())
                shown = f"{name}, {commune}" if commune else str(name)
                sorts = _sorts(name) | _sorts(sort or "") | (before.sorts if before else frozenset[str]())
                known[code] = School(code, shown, _words(name), town, sorts)
        self._known: dict[tuple[str, ...], list[School]] = {}
        for school in known.values():
            for words in {school.words, school.words + school.commune, school.commune + school.words}:
                if words and school.words:
                    self._known.setdefault(words, []).append(school)

    def find(self, text: str) -> School | None:
        """Give the one establishment that a text can name, None where there is none or several."""
        sorts = _sorts(text)
        found = [one for one in self._known.get(_words(text), ()) if not (sorts and one.sorts and sorts.isdisjoint(one.sorts))]
        if len(found) > 1 and sorts:
            found = [one for one in found if sorts <= one.sorts] or found
        return found[0] if len(found) == 1 else None


NO_SCHOOLS = Schools(())


def _words(text: str) -> tuple[str, ...]:
    words = (_SAINTS.get(word, word) for word in fold_text(text).split())
    return tuple(word for word in words if word not in _COMMON and word not in _SORTS)


def _sorts(text: str) -> frozenset[str]:
    return frozenset(sort for word in fold_text(text).split() for sort in _SORTS.get(word, ()))


def named_node(source: Source) -> Node | None:
    """Give the establishment that the lines of a source name by its UAI, or by its name alone where it may be left out."""
    for node in source.nodes:
        if node.kind is ESTABLISHMENT and node.fields.get("uai") == UAI_FIELD and "name" in node.fields:
            return None if source.column(UAI_FIELD).required else node
    return None


def names_schools(found: Correspondence, table: Table) -> bool:
    """Tell whether a table names lycées without their UAI."""
    node = named_node(found.source) if found.source is not None else None
    if node is None or node.fields["name"] not in {*found.fields, *found.constants} or UAI_FIELD in found.constants:
        return False
    place = found.fields.get(UAI_FIELD)
    return place is None or table.cells[f"c{place}"].null_count() > 0


def find_schools(source: Source, texts: pl.DataFrame, schools: Schools, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Write the UAI of the lycées that are named alone, where they are known; tell what was found and what was not."""
    node = named_node(source)
    name = str(node.fields["name"]) if node is not None else ""
    if node is None or name not in texts.columns:
        return texts
    codes = texts[UAI_FIELD] if UAI_FIELD in texts.columns else pl.repeat(None, texts.height, eager=True, dtype=pl.String)
    silent = [code for code in codes.unique().to_list() if code is None or says_nothing(code)]
    rows = (codes.is_in(silent, nulls_equal=True) & texts[name].is_not_null()).arg_true() if silent else pl.Series(dtype=pl.UInt32)
    if rows.is_empty():
        return texts
    cells = texts[name].gather(rows)
    read = {text: _found(text, schools) for text in cells.unique().to_list()}
    known = [(row, text, found) for row, text in zip(rows, cells, strict=True) if (found := read[text])]
    unknown = [(row, text) for row, text in zip(rows, cells, strict=True) if read[text] is None]
    heading = headings[name]
    findings.add(
        "lycee-inconnu", pl.Series([row for row, _ in unknown], dtype=pl.UInt32), reject=False, column=heading, value=_text(unknown, 1)
    )
    if not known:
        return texts
    place = pl.Series([row for row, *_ in known], dtype=pl.UInt32)
    kept = pl.Series([" | ".join(one.uai for one in found) for *_, found in known], dtype=pl.String)
    shown = pl.Series([" ; ".join(one.shown for one in found) for *_, found in known], dtype=pl.String)
    findings.add("lycee-reconnu", place, reject=False, column=heading, value=_text(known, 1), kept=kept, detail=shown)
    headings.setdefault(UAI_FIELD, heading)
    return texts.with_columns(codes.clone().scatter(place, kept).alias(UAI_FIELD))


def _text(rows: Iterable[tuple[object, ...]], place: int) -> pl.Series:
    return pl.Series([str(row[place]) for row in rows], dtype=pl.String)


def _found(text: str, schools: Schools) -> list[School] | None:
    """Give the establishments that a cell names, None unless each is found."""
    pieces = [piece for piece in _LIST.split(text) if piece]
    found = [one for piece in pieces if (one := schools.find(piece)) is not None]
    return found if pieces and len(found) == len(pieces) else None
