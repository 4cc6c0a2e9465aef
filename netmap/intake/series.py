"""Which files are versions of one another: the same name without its dates, or the same subjects under another name."""

import re
from collections.abc import Sequence

import polars as pl

from netmap.lot import Lot, LotState
from netmap.reading import Reading
from netmap.tables.members import WITHIN
from netmap.values import fold_text

CARRIED = "_série"
_NOISE = {
    "lignes",
    "rejetees",
    "corrige",
    "corrigees",
    "annote",
    "annotee",
    "v",
    "version",
    "copie",
    "final",
    "finale",
    "export",
    "netmap",
    "xlsx",
    "csv",
}
# The names that spreadsheets give by themselves: Feuil1, Sheet2, Feuille 3.
_UNNAMED = r"(feuil|feuille|sheet)?[0-9]*"
_SHARED = 0.5
_PUBLIC = "publication"


def series_of(file: str, sheet: str) -> str:
    """Name a series by a file's name without dates, versions and extensions, and by its sheet when it has one.

    A file of an archive or of a folder has the series it would have alone: people send it either way.
    """
    own = file.rpartition(WITHIN)[2]
    stem = re.sub(r"\.[A-Za-z0-9]{1,4}$", "", re.sub(r"\.gz$", "", own, flags=re.IGNORECASE))
    words = [w for w in fold_text(stem).split() if not any(c.isdigit() for c in w) and w not in _NOISE]
    sheet_words = [w for w in fold_text(sheet).split() if not re.fullmatch(_UNNAMED, w)]
    name = " ".join(words) or "sans nom"
    return f"{name} / {' '.join(sheet_words)}" if sheet_words and " ".join(sheet_words) not in name else name


def propose_series(reading: Reading, lots: Sequence[Lot], parts: Sequence[tuple[Lot, pl.DataFrame]]) -> str:
    """Propose the series of a table: that of earlier tables of its source that speak of the same subjects, else a new one.

    Two files of the same name that share no subject are two series: two schools may both send « conventions.xlsx ».
    """
    name = series_of(reading.table.file, reading.table.sheet)
    if reading.source is None:
        return name
    if not reading.source.template:
        return _PUBLIC
    if carried := _carried(reading):
        return carried
    ours = subjects_of(reading)
    known = [o.series for lot in lots if lot.state is LotState.ACTIVE for o in lot.origins if o.source == reading.source.name]
    shares: dict[str, float] = {}
    for series in dict.fromkeys(known):
        theirs = _subjects(reading.source.name, series, parts)
        least = min(len(ours), len(theirs))
        shares[series] = len(ours.filter(ours.is_in(theirs.implode()))) / least if least else 0.0
    if name in shares and (shares[name] > 0 or not len(ours)):
        return name
    best = max(shares, key=lambda series: shares[series], default=None)
    if best is not None and shares[best] >= _SHARED:
        return best
    return numbered(name, set(shares))


def subjects_of(reading: Reading) -> pl.Series:
    """Give the ids of what the lines of a table describe."""
    said = reading.statements.nodes.get(reading.source.subject.kind.name) if reading.source else None
    return said.filter("declared")["id"].unique() if said is not None else pl.Series("id", [], dtype=pl.String)


def numbered(name: str, taken: set[str]) -> str:
    """Give a name that is not taken: `name`, `name (2)`, `name (3)` …"""
    fresh, number = name, 2
    while fresh in taken:
        fresh, number = f"{name} ({number})", number + 1
    return fresh


def _carried(reading: Reading) -> str:
    """Give the series that a workbook of rejected lines says it comes from, "" when it says none or several."""
    table = reading.table
    if CARRIED not in table.headings:
        return ""
    said = table.cells[f"c{table.headings.index(CARRIED)}"].drop_nulls().unique()
    return str(said.item()) if len(said) == 1 else ""


def _subjects(source: str, series: str, parts: Sequence[tuple[Lot, pl.DataFrame]]) -> pl.Series:
    found = [pl.Series(dtype=pl.String)]
    for lot, frame in parts:
        tables = [i for i, o in enumerate(lot.origins) if (o.source, o.series) == (source, series)]
        if tables and lot.state is LotState.ACTIVE:
            found.append(frame.filter(pl.col("table").is_in(tables) & pl.col("declared"))["id"])
    return pl.concat(found).unique()
