"""Sheets laid out to be printed: headings on three lines, pages that repeat them, sums, who signs, and what is of another table."""

from netmap.layout import Reason, sheet_tables
from netmap.tables import Span
from tests.layout.test_odd_tables import VOCABULARY, of_text
from tests.layout.test_tables import looked_at, on_sheet

HEAD = ("N° de convention", "UAI", "Entreprise", "Objet", "Nb élèves")
ONE = ("CONV-1", "0350760L", "Brume", "PFMP", "12")
TWO = ("CONV-2", "0942434K", "Valette", "Visites", "8")


def test_headings_on_three_lines_are_read_with_their_groups() -> None:
    rows = (
        ("Convention", "", "Partenaire", "", "Calendrier", "", ""),
        ("N°", "UAI", "Nom", "Ville", "Signature", "Validité", ""),
        ("", "", "", "", "", "du", "au"),
        ("C-1", "0350760L", "Brume", "Rennes", "01/06/2025", "01/09/2025", "31/08/2026"),
    )
    merged = (Span(1, 1, 0, 1), Span(1, 1, 2, 3), Span(1, 1, 4, 6), Span(2, 2, 5, 6), *(Span(2, 3, place, place) for place in range(5)))
    (table,) = sheet_tables("essai.xlsx", on_sheet(*rows, merged=merged), VOCABULARY).tables
    assert table.headings == (
        *("Convention N°", "UAI", "Partenaire Nom", "Partenaire Ville", "Signature"),
        *("Validité du", "Validité au"),
    )
    assert (table.header_lines, table.lines.to_list()) == ((1, 2, 3), [4])


def test_a_second_page_goes_on_with_the_table() -> None:
    page = ("Conventions (suite)", "", "", "", "page 2/2")
    assert looked_at(on_sheet(HEAD, ONE, page, HEAD, TWO)) == (
        [(HEAD, (1,), [2, 5])],
        [(Reason.NOTE, (3,)), (Reason.HEADER, (4,))],
    )
    two_lines = (("UAI", "Lycée", "Adresse", "", ""), ("", "", "Rue", "Code postal", "Ville"))
    lines = (("0350760L", "LP A", "1 rue Haute", "35000", "Rennes"), ("0942434K", "LP B", "2 rue Basse", "29000", "Brest"))
    merged = tuple(Span(line, line, 2, 4) for line in (1, 5))
    pages = (*two_lines, lines[0], ("Lycées (suite)", "", "", "", "2 / 2"), *two_lines, lines[1])
    tables, aside = looked_at(on_sheet(*pages, merged=merged))
    assert [rows for _, _, rows in tables] == [[3, 7]]
    assert aside == [(Reason.NOTE, (4,)), (Reason.HEADER, (5, 6))]


def test_who_signs_under_a_table_is_no_line() -> None:
    for who in (
        (("Vu, le proviseur", "", "", "Le professeur coordonnateur"), (), ("Mme Astruc", "", "", "M. Lebreuil")),
        (("Vu et vérifié,",), ("la secrétaire",)),
        (("Le chef d’établissement,",), ("M. Quesnoy",)),
        (("(les conventions de stage ne sont pas ici, voir le secrétariat)",),),
    ):
        tables, aside = looked_at(on_sheet(HEAD, ONE, TWO, (), *who))
        assert [rows for _, _, rows in tables] == [[2, 3]], who
        assert {reason for reason, _ in aside} <= {Reason.BLANK, Reason.NOTE}
    last = ("", "", "CCI", "", "")  # of several lines, the last partner of the second
    assert looked_at(on_sheet(HEAD, ONE, TWO, ("", "", "Valette Sud", "", ""), last))[0] == [(HEAD, (1,), [2, 3, 4, 5])]


def test_pages_and_figures_under_the_lines_are_none() -> None:
    figures = (("Reste à payer", "", "612 €"), ("Cars commandés", "", "3"))
    for last in ((("soit 43 % de l’effectif",),), (("", "", "", "Tournez la page S.V.P."),), ((), *figures)):
        tables, _ = looked_at(on_sheet(HEAD, ONE, TWO, *last))
        assert [rows for _, _, rows in tables] == [[2, 3]], last
    assert looked_at(on_sheet(HEAD, ONE, ("Conventions", "", "", "", "Page 2"), HEAD, TWO))[0] == [(HEAD, (1,), [2, 5])]
    houses = ((), ("Brume", "", "3"), ("Valette", "", "4"))  # of three columns, what names and counts is a line
    assert looked_at(on_sheet(HEAD[2:], ("Lande", "PFMP", "2"), *houses))[0][0][2] == [2, 4, 5]


def test_labels_and_totals_in_words_under_the_lines_are_none() -> None:
    last = ((), ("Au total : 6 conventions",), (), ("Présents :", "M. Astier, Mme Leduc"), ("Prochaine réunion :", "4 juin 2026"))
    legend = (("Légende",), ("PFMP", "période de formation en milieu professionnel"), ('"', "comme au-dessus"))
    for under in (last, ((), ("Nombre :", "7")), ((), *legend), ((), ("6 conventions, 9 signataires",), ("Une ligne par signataire",))):
        assert [rows for _, _, rows in looked_at(on_sheet(HEAD, ONE, TWO, *under))[0]] == [[2, 3]], under


def test_a_table_under_several_titles_begins_with_them() -> None:
    head = ("Code établissement", "Établissement membre", "Rôle", "")
    schools = (
        ("1. Établissements",),
        head,
        ("0350760L", "LP A", "support"),
        ("0942434K", "LP B", "membre"),
        ("Nombre d’établissements", "2"),
    )
    titles = (("2. Entreprises",), ("Partenaires du campus",), ("Identité", "", "", "Participation"))
    firms = (
        ("Partenaire", "Commune", "Catégorie", "Rôle"),
        ("Brume", "Brest", "Entreprise", "Membre"),
        ("CCI", "Lens", "Chambre", "Associé"),
    )
    tables, _ = looked_at(on_sheet(*schools, (), (), *titles, *firms, merged=(Span(10, 10, 0, 2),)))
    assert [(headings, rows) for headings, _, rows in tables] == [
        (("Code établissement", "Établissement membre", "Rôle"), [3, 4]),
        (("Partenaire", "Commune", "Catégorie", "Rôle"), [12, 13]),
    ]


def test_a_list_parted_by_two_empty_rows_is_another_table() -> None:
    head = ("Réf.", "Entreprise", "Début", "Fin")
    lines = (("TP-1", "Brume", "01/09/2025", "31/08/2026"), ("TP-2", "Valette", "01/09/2025", "31/08/2028"))
    persons = (
        ("Professeurs référents",),
        ("Nom du professeur", "Classe suivie", "Poste"),
        ("Mme Brunel", "2 TNE", "412"),
        ("M. Ravier", "1 MCVA", "415"),
    )
    tables, _ = looked_at(on_sheet(head, *lines, (), (), *persons))
    assert [rows for _, _, rows in tables] == [[2, 3], [8, 9]]


def test_a_count_that_begins_lower_beside_a_table_is_another_one() -> None:
    counts = (("", ""), ("LP Brume", "4"), ("LP Valette", "3"), ("Total", "7"), ("", ""), ("", ""), ("", ""), ("", ""), ("", ""))
    lines = (("LP Brume",), ONE, TWO, ("Sous-total", "", "", "", "20"), ("LP Valette",), ONE, TWO, ONE, TWO)
    beside = [(*(*line, *[""] * 5)[:5], "", *count) for line, count in zip(lines, counts, strict=True)]
    tables, _ = looked_at(on_sheet((*HEAD, "", "Lycée", "Nb actions"), *beside))
    assert [headings for headings, _, _ in tables] == [HEAD, ("Lycée", "Nb actions")]


def test_an_empty_column_under_group_rows_parts_no_table() -> None:
    head = ("Nom de l’entreprise", "Adresse", "CP", "", "Téléphone", "Courriel")
    vassivielle = (
        ("Vassivielle",),
        ("Brume", "1 rue Haute", "89600", "", "01 99 43 01 01", ""),
        ("Lac", "", "89600", "", "", "a@b.example"),
    )
    saint_loup = (
        ("Saint-Loup-le-Bas",),
        ("Mer", "2 rue Basse", "89655", "", "01 99 43 01 02", ""),
        ("Lande", "", "", "", "", "c@d.example"),
    )
    (table,) = sheet_tables("essai.xlsx", on_sheet(head, *vassivielle, *saint_loup), VOCABULARY).tables
    towns = ["Vassivielle"] * 2 + ["Saint-Loup-le-Bas"] * 2
    assert (table.headings[-1], table.cells[f"c{len(table.headings) - 1}"].to_list()) == ("Ville", towns)


def test_the_sum_of_all_groups_is_a_total() -> None:
    groups = (("LP Brume",), ONE, TWO, ("LP Valette",), ("CONV-3", "", "Orage", "Dons", "?"), ("CONV-4", "", "Givre", "PFMP", "30"))
    tables, aside = looked_at(on_sheet(HEAD, *groups, ("", "", "", "", "50")))
    assert [rows for _, _, rows in tables] == [[3, 4, 6, 7]]
    assert aside[-1] == (Reason.TOTAL, (8,))
    assert looked_at(on_sheet(HEAD, *groups, ("", "", "", "", "51")))[0][0][2] == [3, 4, 6, 7, 8]


def test_a_list_under_a_title_that_has_words_where_codes_stand_is_none_of_the_table() -> None:
    head = ("Code RNE", "Lycée", "Commune", "Tél.")
    lines = (("0350760L", "LP A", "Rennes", "02 99 00 00 01"), ("0942434K", "LP B", "Brest", "02 98 00 00 01"))
    persons = (("ANIMATEURS",), ("Sylvie Arnal", "LP A", "06 39 98 20 11"), ("Bruno Teissèdre", "Brume", "06 39 98 20 12"))
    assert looked_at(on_sheet(head, *lines, (), *persons)) == (
        [(head, (1,), [2, 3])],
        [(Reason.BLANK, (4,)), (Reason.NOTE, (5,)), (Reason.NOTE, (6,)), (Reason.NOTE, (7,))],
    )
    private = (("LYCÉES PRIVÉS",), ("à demander", "LP C", "Brest", ""))  # a lycée whose code is not known yet is a line
    assert looked_at(on_sheet(head, *lines, (), *private))[0] == [(head, (1,), [2, 3, 6])]


def test_signs_before_a_name_above_lines_are_no_part_of_it() -> None:
    (table,) = of_text("Entreprise;Objet;Depuis\n► LP des Forges;;\nBrume;Stages;2024\n► LP Rosa Vidal;;\nValette;Visites;2023\n")
    assert table.cells["c3"].to_list() == ["LP des Forges", "LP Rosa Vidal"]
    (named,) = of_text("UAI;Lycée;Commune\nAIN;;\n0350760L;LP A;Bourg\nLOIRE;;\n0942434K;LP B;Roanne\n")
    assert (named.headings[-1], named.cells["c3"].to_list()) == ("Département", ["Ain", "Loire"])


def test_a_list_of_things_to_do_by_a_day_is_jottings() -> None:
    (todo,) = of_text("Quoi;Qui;Pour quand\nCommander les badges;secrétariat;01/10/2026\nConvoquer le comité;directeur;15/09/2026\n")
    assert todo.doubt is Reason.JOTTED
    (visits,) = of_text("Quoi;Qui;Quand\nVisite;Brume;01/10/2026\nForum;Valette;15/09/2026\n")
    assert visits.doubt is None
