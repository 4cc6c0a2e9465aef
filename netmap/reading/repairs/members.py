"""Members listed in one column, lycées and partners together: each name and each code is put in the column of its own sort."""

import re

import polars as pl

from netmap.layout.sections import names_school
from netmap.reading.findings import Findings
from netmap.reading.repairs.compounds import Page
from netmap.source import Source
from netmap.values import SIREN, SIRET, UAI, Refusal, ValueType

_CFA = re.compile("cfa", re.IGNORECASE)  # a partner, unless it has an UAI
_LYCEE, _PARTNER = "establishment", "partner"
_CODES: dict[str, ValueType] = {"uai": UAI, "partner_siret": SIRET, "partner_siren": SIREN}


def parted_members(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Put the codes, then the names, of a table whose lines are about a lycée or about a partner, where they belong."""
    if not any({_LYCEE, _PARTNER} <= set(group) for group in source.any_of):
        return texts
    page = Page(source, texts, headings, findings)
    for origin in (field for field in _CODES if field in texts.columns):
        _part_codes(page, origin)
    _part_names(page)
    return page.texts


def _part_codes(page: Page, origin: str) -> None:
    """Move the codes of another sort that stand in a column: a SIRET among UAI."""
    own = _CODES[origin]
    cells = page.texts[origin]
    strange = {text: field for text in cells.drop_nulls().unique().to_list() if (field := _sort_of(text, own)) is not None}
    for field in dict.fromkeys(strange.values()):
        beside = zip(cells.to_list(), page.column(field).to_list(), strict=True)
        found = [(row, text) for row, (text, held) in enumerate(beside) if held is None and strange.get(text) == field]
        why = f"est {_CODES[field].label} : il est mis dans sa colonne"
        page.tell("code-deplace", origin, ((row, text, text, why) for row, text in found))
        page.write(field, [row for row, _ in found], [text for _, text in found], origin)
        page.write(origin, [row for row, _ in found], [None] * len(found), origin)


def _sort_of(text: str, own: ValueType) -> str | None:
    """Give the field of the code that a text is, None where it is of the sort of its column or of none."""
    if not isinstance(own.cell(text), Refusal):
        return None
    return next((field for field, kind in _CODES.items() if kind is not own and not isinstance(kind.cell(text), Refusal)), None)


def _part_names(page: Page) -> None:
    """Move the lycées that stand among partners, where they have no column: known by their code or by what lycées are called."""
    if _PARTNER not in page.texts.columns or _LYCEE in page.texts.columns:
        return
    columns = (page.texts[_PARTNER], page.column("uai"), page.column("partner_siret"))
    found = [
        (row, name)
        for row, (name, code, siret) in enumerate(zip(*(column.to_list() for column in columns), strict=True))
        if name is not None and siret is None and (code is not None or (names_school(name) and not _CFA.match(name)))
    ]
    if not found:
        return
    page.tell("code-deplace", _PARTNER, ((row, name, name, "est un lycée : il est mis parmi les établissements") for row, name in found))
    page.write(_LYCEE, [row for row, _ in found], [name for _, name in found], _PARTNER)
    page.write(_PARTNER, [row for row, _ in found], [None] * len(found), _PARTNER)
