"""Tables without headings: their first row is a line like the others, which a code, an address of mail or a date in it tells."""

from collections.abc import Sequence

from netmap.headings import Vocabulary
from netmap.layout.header import Header, known_count
from netmap.tables.words import letters
from netmap.values import DATE, EMAIL, PHONE, POSTCODE, SIREN, SIRET, UAI, URL, Refusal, ValueType

_KINDS: tuple[ValueType, ...] = (EMAIL, URL, UAI, SIRET, SIREN, PHONE, POSTCODE, DATE)
_FEWEST_ROWS, _FEWEST_CELLS, _LOOKED = 2, 3, 20
_MOST = 0.8
BARE = "Aucun titre de colonne : chaque colonne est nommée par sa lettre, et proposée d’après ce qu’elle contient."


def bare_header(rows: Sequence[Sequence[str | None]], found: Header | None, vocabulary: Vocabulary, first_column: int) -> Header | None:
    """Name the columns of rows that have no heading by their letters; None where the first row may be one of headings."""
    if found is not None and known_count(found.headings, vocabulary):
        return None
    wide = [place for place, row in enumerate(rows) if sum(cell is not None for cell in row) >= _FEWEST_CELLS][:_LOOKED]
    if len(wide) < _FEWEST_ROWS or known_count(rows[wide[0]], vocabulary):
        return None
    columns = ([rows[place][column] for place in wide] for column in range(len(rows[0])))
    if not any(_is_coded(cells) for cells in columns):
        return None
    headings = tuple(f"(colonne {letters(first_column + place)})" for place in range(len(rows[0])))
    return Header(wide[0], wide[0] - 1, headings, ("",) * len(headings))


def _is_coded(cells: Sequence[str | None]) -> bool:
    """Tell whether the cells of a column, the first one too, are of one kind that no heading can be."""
    first = cells[0]
    if first is None:
        return False
    others = [cell for cell in cells[1:] if cell]
    kinds = [kind for kind in _KINDS if not isinstance(kind.cell(first), Refusal)]
    return any(others and sum(not isinstance(kind.cell(cell), Refusal) for cell in others) >= len(others) * _MOST for kind in kinds)
