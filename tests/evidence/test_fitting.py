"""Widths of columns: however many they are, a date and a number keep the room they need; words give way."""

from netmap.export.fitting import SIZES, UPRIGHT, WIDE, fitted

USUAL = 8.5
DAY = "31/08/2027"


def letters(shares: tuple[int, ...], size: float, room: int) -> list[float]:
    """Give how many letters each column holds at that size."""
    return [share / sum(shares) * room * USUAL / size for share in shares]


def test_a_date_keeps_its_room_among_many_columns_of_words():
    headings = ("Établissement", "Objet", "Début", "Thèmes", "Fin", "Source") * 3
    row = ("Réglementations", "Accompagnement", DAY, "Professionnalisation", "n. r.", "conventions_lycees.xlsx") * 3
    shares, size = fitted(headings, [row, tuple(DAY if cell == "n. r." else cell for cell in row)], WIDE)
    held = letters(shares, size, WIDE)
    assert size == SIZES[-1]
    assert [round(held[place], 1) >= len(DAY) + 2 for place in range(len(row)) if place % 6 in (2, 4)] == [True] * 6
    assert min(held) > 5


def test_a_table_that_has_room_gives_each_column_what_it_wants():
    shares, size = fitted(("Date", "Objet"), [(DAY, "Accueil en PFMP des élèves")], UPRIGHT)
    assert size == SIZES[0]
    assert letters(shares, size, UPRIGHT)[0] >= len(DAY)
    assert shares[1] > shares[0]


def test_a_table_of_nothing_but_dates_is_shared_alike():
    shares, _size = fitted(("Le",) * 40, [(DAY,) * 40], UPRIGHT)
    assert len(set(shares)) == 1
