"""What the codes of a workbook stand for: « T = tacite » under a table, « PU | public » on a sheet of codes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from netmap.layout.cells import DITTO
from netmap.layout.table import Aside, Reason, Table
from netmap.values import fold_text

_CODE = re.compile(r"[^\W_][\w/.+-]{0,5}")
_PAIR = re.compile(r"(?:^|(?<=[\s;,|(]))([^\W_][\w/.+-]{0,5})\s*[=:]\s*([^\W\d_][^;,|=:]+?)\s*(?=[;,|)]|$)")
_SAYS_CODES = re.compile(r"(?:codes?|legende|abreviations?|sigles?)\b")
_IN_TURN = re.compile(r"(\S{1,6}) ([^\W\d_].+)")
_MEANING = re.compile(r"[^\W\d_]{2}")
SEVERAL = re.compile(r"\s*[|;,\n+&/]\s*|\s+et\s+")  # codes or choices in one cell
_TEXTS = frozenset((Reason.NOTE, Reason.TEXT, Reason.TITLE))
_WIDEST, _MOST, _SHORTEST = 3, 60, 5  # columns, rows, letters of a meaning
_CODES_SAID = frozenset("code codes sigle sigles cle valeur".split())  # noqa: SIM905
_MEANINGS_SAID = frozenset("libelle signification sens definition intitule explication designation traduction".split())  # noqa: SIM905


def with_legend(tables: Sequence[Table], aside: Sequence[Aside]) -> tuple[Table, ...]:
    """Give each table what the codes of its workbook stand for; a code that stands for two things is no code."""
    texts = [*aside, *(one for table in tables for one in table.aside)]
    pairs = [*_in_texts(texts), *(pair for table in tables if lists_codes(table) for pair in _in_rows(table))]
    said: dict[str, set[str]] = {}
    for code, meaning in pairs:
        said.setdefault(code.lower(), set()).add(" ".join(meaning.split()))
    legend = {code: meanings.pop() for code, meanings in said.items() if len(meanings) == 1}
    return tuple(replace(table, legend=legend) for table in tables) if legend else tuple(tables)


def says_codes(text: str) -> bool:
    """Tell whether a text announces what codes stand for: « Codes recond. : », « Légende »."""
    return _SAYS_CODES.match(fold_text(text)) is not None


def is_code_said(filled: Sequence[str]) -> bool:
    """Tell whether a row says what a code stands for: « T | tacite »."""
    if len(filled) != 2:  # noqa: PLR2004 - a code and its meaning
        return False
    code, meaning = filled
    return (_CODE.fullmatch(code) is not None or code in DITTO) and _MEANING.match(meaning) is not None


def lists_codes(table: Table) -> bool:
    """Tell whether a table only says what codes stand for: « Code | Libellé » over short codes, « LP | lycée professionnel »."""
    if not 1 < len(table.headings) <= _WIDEST or table.cells.height > _MOST:
        return False
    rows = list(_rows(table))
    if not rows or not all(_CODE.fullmatch(code) and _MEANING.search(meaning) for code, meaning in rows):
        return False
    *_, code, meaning = (frozenset(fold_text(heading).split()) for heading in table.headings)
    headed = not (code.isdisjoint(_CODES_SAID) or meaning.isdisjoint(_MEANINGS_SAID)) and all(text[:1].islower() for _, text in rows)
    # « LP | PU | oui » are choices side by side
    return headed or (table.doubt is Reason.CHOICES and all(len(meaning) >= _SHORTEST for _, meaning in rows))


def _rows(table: Table) -> Iterable[tuple[str, str]]:
    """Give the codes of a table and their meanings: its last two columns."""
    for row in table.cells.select(table.cells.columns[-2:]).rows():
        if row[0] is not None and row[1] is not None:
            yield str(row[0]).strip(), str(row[1])


def _in_rows(table: Table) -> Iterable[tuple[str, str]]:
    code, meaning = table.headings[-2:]
    first = [(code, meaning)] if _CODE.fullmatch(code) and fold_text(code) not in _CODES_SAID else []
    return [*first, *_rows(table)]


def _in_texts(aside: Sequence[Aside]) -> Iterable[tuple[str, str]]:
    in_turn = False
    for one in aside:
        if one.reason not in _TEXTS:
            in_turn = False
            continue
        found = _PAIR.findall(one.text)
        told = _IN_TURN.fullmatch(one.text)
        if says_codes(one.text):
            in_turn = True
        elif in_turn and told is not None and not found:
            yield told[1], told[2]
        else:
            in_turn = in_turn and bool(found)
        yield from found


def legend_said(legend: Mapping[str, str], text: str) -> str:
    """Give what a cell stands for in a legend, code by code where it has several (« VI + IN »), itself where one is no code of it."""
    said = [legend.get(piece.strip().lower()) for piece in SEVERAL.split(text)]
    return " | ".join(meaning for meaning in said if meaning is not None) if said and None not in said else text
