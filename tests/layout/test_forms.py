"""Sheets of forms: a label and its value on each row, one form in each block of rows or one on the whole sheet."""

from netmap.layout import Reason, sheet_tables
from tests.layout.test_odd_tables import VOCABULARY
from tests.layout.test_tables import looked_at, on_sheet

FORM = (
    ("N° de convention", "C-2024-01", "", ""),
    ("Lycée", "LP Brume", "", ""),
    ("Entreprise partenaire", "Menuiserie Valette", "", ""),
    ("SIRET", "73282932000074", "Ville", "Rennes"),
    ("Date d’effet", "01/09/2024", "Date de fin", "31/08/2027"),
)
OTHER = (
    ("N° de convention", "C-2024-02", "", ""),
    ("Lycée", "LP Brume", "", ""),
    ("Entreprise partenaire", "Charpentes Lande", "", ""),
    ("SIRET", "", "Ville", "Brest"),
    ("Date d’effet", "01/02/2025", "Date de fin", "31/01/2028"),
    ("Observations", "à relancer", "", ""),
)
HEADINGS = ("N° de convention", "Lycée", "Entreprise partenaire", "SIRET", "Ville", "Date d’effet", "Date de fin", "Observations")


def test_each_form_of_a_sheet_is_a_line() -> None:
    (table,) = sheet_tables("essai.xlsx", on_sheet(("REGISTRE",), (), *FORM, (), *OTHER, (), ("Fait le 3 mars",)), VOCABULARY).tables
    assert table.headings == HEADINGS
    assert table.lines.to_list() == [3, 9]
    assert table.cells.rows() == [
        ("C-2024-01", "LP Brume", "Menuiserie Valette", "73282932000074", "Rennes", "01/09/2024", "31/08/2027", None),
        ("C-2024-02", "LP Brume", "Charpentes Lande", None, "Brest", "01/02/2025", "31/01/2028", "à relancer"),
    ]
    assert [(one.reason, one.lines) for one in table.aside] == [(Reason.TITLE, (1,)), (Reason.NOTE, (16,))]
    # where a cell of a form stands on the sheet: its line and its place
    assert [table.spot(9, place) for place in (0, 4, 6)] == [(9, 1), (12, 3), (13, 3)]


def test_a_sheet_may_be_one_form() -> None:
    form = (
        ("FICHE ENTREPRISE", ""),
        ("Bureau des entreprises", "mise à jour à chaque visite"),
        (),
        ("Raison sociale :", "Garage Valette"),
        ("N° SIRET :", "73282932000074"),
        ("Commune :", "Rennes"),
        ("Téléphone :", "02 99 00 00 00"),
    )
    (table,) = sheet_tables("essai.xlsx", on_sheet(*form), VOCABULARY).tables
    assert (table.headings, table.lines.to_list()) == (("Raison sociale", "N° SIRET", "Commune", "Téléphone"), [4])


def test_a_blank_form_counts_and_what_columns_mean_are_no_forms() -> None:
    for rows in (
        (("Raison sociale", ""), ("N° SIRET", ""), ("Commune", ""), ("Téléphone", "")),
        (("Conventions", "12"), ("Partenaires", "20"), ("Établissements", "4"), ("Actions", "17")),
        (("UAI", "sept chiffres"), ("SIRET", "quatorze chiffres"), ("Commune", "en toutes lettres"), ("Téléphone", "dix chiffres")),
    ):
        assert not any(table.spots for table in sheet_tables("essai.xlsx", on_sheet(*rows), VOCABULARY).tables), rows
    head = ("UAI", "Entreprise", "Commune")
    lines = (("0350760L", "Brume", "Rennes"), ("0942434K", "Valette", "Brest"), ("0350760L", "Lande", "Rennes"))
    assert looked_at(on_sheet(head, *lines))[0] == [(head, (1,), [2, 3, 4])]


def test_words_of_a_choice_head_nothing_on_a_sheet_that_lies() -> None:
    rows = (
        ("Référence", "AC-1", "AC-2", "AC-3"),
        ("Intitulé", "Bois", "Auto", "Froid"),
        ("Signé le", "10/05/2022", "21/03/2023", "8 octobre 2024"),
        ("Reconduction", "Tacite", "Expresse", "Tacite"),
    )
    (table,) = sheet_tables("essai.xlsx", on_sheet(*rows), VOCABULARY).tables
    assert (table.turned, table.lines.to_list(), table.headings) == (True, [2, 3, 4], tuple(row[0] for row in rows))
