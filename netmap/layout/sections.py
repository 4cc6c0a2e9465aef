"""Lycées named on a row of their own above their lines: such a row says of each line under it what a column would."""

import re
from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from netmap.layout.table import Aside, Reason, Table
from netmap.values import UAI, Refusal, fold_text

HEADING = "Établissement"
NOWHERE = -1
_CODE = re.compile(r"(?<![0-9A-Za-z])[0-9]{7}[A-Za-z](?![0-9A-Za-z])")
_SCHOOLS = frozenset("lycee lyc lp lpo lpr lpp lgt legt lpa legta erea sep segpa cfa etablissement".split())  # noqa: SIM905
_SAID = frozenset("uai rne etablissement etab lycee eple".split())  # noqa: SIM905


def names_school(text: str) -> bool:
    """Tell whether a text alone on its row names a lycée: by its UAI, or by what lycées are called."""
    if any(not isinstance(UAI.cell(code), Refusal) for code in _CODE.findall(text)):
        return True
    words = fold_text(text).split()
    return len(words) > 1 and words[0] in _SCHOOLS


def with_sections(table: Table, aside: Sequence[Aside]) -> Table:
    """Give the table a column of the lycées that stand above its lines, where it has none and each line is under one."""
    found = [(one.lines[0], one.text) for one in aside if one.reason is Reason.SECTION and names_school(one.text)]
    headings = {word for heading in table.headings for word in fold_text(heading).split()}
    if not found or table.lines.is_empty() or headings & _SAID or found[0][0] > table.lines[0]:
        return table
    above = pl.DataFrame({"line": [line for line, _ in found], "text": [text for _, text in found]}, schema_overrides={"line": pl.Int64})
    named = pl.DataFrame({"line": table.lines}).join_asof(above, on="line", strategy="backward")["text"]
    said = " ; ".join(f"« {text} » (ligne {line})" for line, text in found[:3]) + (" …" if len(found) > 3 else "")  # noqa: PLR2004
    return replace(
        table,
        headings=(*table.headings, HEADING),
        cells=table.cells.with_columns(named.alias(f"c{len(table.headings)}")),
        places=(*table.places, NOWHERE),
        groups=(*table.groups, "") if table.groups else (),
        notes=(*table.notes, f"Le nom du lycée, sur une ligne à part, vaut pour les lignes qui le suivent : {said}."),
    )
