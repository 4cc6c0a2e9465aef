"""Lycées, places and filières named on a row of their own above lines: such a row says of each line under it what a column would."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import polars as pl

from netmap.layout.table import Aside, Reason, Table
from netmap.values import UAI, Refusal, fold_text

HEADING = "Établissement"
NOWHERE = -1
_CODE = re.compile(r"(?<![0-9A-Za-z])[0-9]{7}[A-Za-z](?![0-9A-Za-z])")
_SCHOOLS = frozenset("lycee lyc lp lpo lpr lpp lgt legt lpa legta erea sep segpa cfa etablissement".split())  # noqa: SIM905
_SAID = frozenset("uai rne etablissement etab lycee eple".split())  # noqa: SIM905


def _called(words: str) -> re.Pattern[str]:
    """Make the pattern of a title that names one thing of a sort: its name follows the word, a sign or « de »."""
    return re.compile(rf"(?:{words})\s*(?:[:–—-]\s*|d[eu]s?\s+|d['’]\s*|de\s+l['’]|de\s+la\s+)?([^\W\d_][^:()]{{1,60}})", re.IGNORECASE)


# What such a row names, beside lycées: the column it makes, and the words of headings that say it already.
_PLACES: Mapping[str, tuple[re.Pattern[str], frozenset[str]]] = {
    "Académie": (_called("acad[ée]mie"), frozenset(("academie", "aca"))),
    "Département": (_called("d[ée]partement"), frozenset(("departement", "dept", "dep", "dpt"))),
    "Bassin": (_called("bassin(?: d['’]emploi| de formation)?"), frozenset(("bassin", "zone"))),
    "Filières": (_called("fili[èe]re"), frozenset(("filiere", "filieres", "formation", "formations", "diplome", "diplomes", "section"))),
}


def names_school(text: str) -> bool:
    """Tell whether a text alone on its row names a lycée: by its UAI, or by what lycées are called."""
    if any(not isinstance(UAI.cell(code), Refusal) for code in _CODE.findall(text)):
        return True
    words = fold_text(text).split()
    return len(words) > 1 and words[0] in _SCHOOLS


def with_sections(table: Table, aside: Sequence[Aside]) -> Table:
    """Give the table a column of the lycées, and of the places and filières, that stand above its lines, where it has none.

    Each of its lines must be under one.
    """
    titles = [one for one in aside if one.reason is Reason.SECTION]
    schools = [(one.lines[0], one.text) for one in titles if names_school(one.text)]
    table = _with(table, schools, HEADING, _SAID, "Le nom du lycée")
    for heading, (called, words) in _PLACES.items():
        found = [(one.lines[0], name) for one in titles if (name := _named(called, one.text))]
        table = _with(table, found, heading, words, f"« {heading} »")
    return table


def _named(called: re.Pattern[str], text: str) -> str:
    """Give what a title names: « Orlange » in « ACADÉMIE D’ORLANGE », « Bois » in « Filière : Bois »; "" where it names nothing."""
    found = called.fullmatch(text)
    if found is None:
        return ""
    return found[1].title() if found[1].isupper() else found[1]


def _with(table: Table, found: Sequence[tuple[int, str]], heading: str, said: frozenset[str], what: str) -> Table:
    headings = {word for heading in table.headings for word in fold_text(heading).split()}
    if not found or table.lines.is_empty() or headings & said or found[0][0] > table.lines[0]:
        return table
    above = pl.DataFrame({"line": [line for line, _ in found], "text": [text for _, text in found]}, schema_overrides={"line": pl.Int64})
    named = pl.DataFrame({"line": table.lines}).join_asof(above, on="line", strategy="backward")["text"]
    told = " ; ".join(f"« {text} » (ligne {line})" for line, text in found[:3]) + (" …" if len(found) > 3 else "")  # noqa: PLR2004
    return replace(
        table,
        headings=(*table.headings, heading),
        cells=table.cells.with_columns(named.alias(f"c{len(table.headings)}")),
        places=(*table.places, NOWHERE),
        groups=(*table.groups, "") if table.groups else (),
        notes=(*table.notes, f"{what}, sur une ligne à part, vaut pour les lignes qui le suivent : {told}."),
    )
