"""Tables without headings, or whose headings lie in the first column or begin on the row above; what parts, precedes or follows lines."""

from dataclasses import replace

from loaders import SOURCES
from netmap.headings import vocabulary_of
from netmap.layout import Reason, Table, sheet_tables, tables_in
from netmap.layout.bare import BARE
from netmap.layout.cells import counts_lines
from netmap.layout.turned import TURNED
from netmap.tables import read_bytes
from netmap.tables.sheet import Span
from tests.layout.test_tables import HEAD, ONE, TWO, looked_at, on_sheet

VOCABULARY = vocabulary_of(SOURCES)


def of_text(text: str) -> tuple[Table, ...]:
    return tables_in(read_bytes("essai.csv", text.encode()), VOCABULARY).tables


def test_the_first_line_of_a_table_without_headings_is_a_line() -> None:
    (table,) = of_text("Brume;12 rue Haute;brume@exemple.fr\nValette;3 rue Basse;valette@exemple.fr\n")
    assert table.headings == ("(colonne A)", "(colonne B)", "(colonne C)")
    assert (table.lines.to_list(), table.header_lines, table.header_line) == ([1, 2], (), 0)
    assert table.notes == (BARE,)


def test_a_title_above_a_table_without_headings_is_told() -> None:
    (table,) = of_text("Nos partenaires;;\nBrume;Rennes;brume@exemple.fr\nValette;Brest;valette@exemple.fr\n")
    assert (table.lines.to_list(), table.titles) == ([2, 3], ("Nos partenaires",))


def test_headings_that_no_source_knows_are_headings_all_the_same() -> None:
    (table,) = of_text("Machin;Truc;Chose\nBrume;Rennes;brume@exemple.fr\nValette;Brest;valette@exemple.fr\n")
    assert (table.headings, table.lines.to_list()) == (("Machin", "Truc", "Chose"), [2, 3])


def test_a_sheet_that_lies_down_is_stood_up() -> None:
    sheet = on_sheet(
        ("Nos conventions", "", ""),
        ("Partenaire", "Brume", "Valette"),
        ("SIRET", "73282932000074", "35600000000048"),
        ("Objet", "Stages", "Visites"),
        ("Début", "01/09/2024", "01/09/2025"),
    )
    (table,) = sheet_tables("essai.xlsx", sheet, VOCABULARY).tables
    assert (table.headings, table.turned) == (("Partenaire", "SIRET", "Objet", "Début"), True)
    assert (table.lines.to_list(), table.places, table.header_line) == ([2, 3], (1, 2, 3, 4), 1)
    assert table.cells.rows() == [
        ("Brume", "73282932000074", "Stages", "01/09/2024"),
        ("Valette", "35600000000048", "Visites", "01/09/2025"),
    ]
    assert (table.notes, table.titles) == ((TURNED,), ("Nos conventions",))


def test_a_list_of_columns_with_what_they_mean_is_not_stood_up() -> None:
    sheet = on_sheet(
        ("Champ", "Définition", "Exemple"),
        ("Partenaire", "nom de l’entreprise", "Brume"),
        ("SIRET", "14 chiffres", "73282932000074"),
        ("Objet", "ce qui est fait", "Stages"),
        ("Début", "date d’effet", "01/09/2024"),
    )
    assert not any(table.turned for table in sheet_tables("essai.xlsx", sheet, VOCABULARY).tables)


def test_years_are_headings_of_sums() -> None:
    sheet = on_sheet(("Entreprise", "SIRET", "2022", "2023", "2024"), ("Brume", "73282932000074", "500", "", "250"))
    (table,) = sheet_tables("essai.xlsx", sheet, VOCABULARY).tables
    assert (table.headings, table.lines.to_list()) == (("Entreprise", "SIRET", "2022", "2023", "2024"), [2])


def test_rows_of_one_text_part_a_table_where_the_first_is_one() -> None:
    """One alone further down is a line of which only the name is known."""
    head, one, two = (
        ("Entreprise", "Ville", "Objet", "UAI"),
        ("Brume", "Rennes", "PFMP", "0350760L"),
        ("Lande", "Vitré", "Jury", "0942434K"),
    )
    tables, aside = looked_at(on_sheet(head, ("Véhicules légers",), one, two, ("Poids lourds",), one, two))
    assert tables == [(head, (1,), [3, 4, 6, 7])]
    assert aside == [(Reason.SECTION, (2,)), (Reason.SECTION, (5,))]
    assert looked_at(on_sheet(head, one, ("Poids lourds",), two))[0] == [(head, (1,), [2, 3, 4])]
    assert looked_at(on_sheet(head, ("Garage Roy",), one, ("Poids lourds",), two))[0] == [(head, (1,), [2, 3, 4, 5])]


def test_headings_begin_on_the_row_above() -> None:
    above, below = ("", "", "Date de", "Date de", "Tacite"), ("UAI", "Entreprise", "début", "fin", "reconduction", "Objet")
    line = ("0350760L", "Brume", "01/09/2024", "31/08/2027", "oui", "PFMP")
    tables, aside = looked_at(on_sheet(("Nos conventions",), above, below, line))
    headings = ("UAI", "Entreprise", "début", "fin", "Tacite reconduction", "Objet")
    assert [(tuple(found[0][place] for place in (0, 1, 4, 5)), *found[1:]) for found in tables] == [
        (tuple(headings[place] for place in (0, 1, 4, 5)), (2, 3), [4])
    ]
    assert aside == [(Reason.TITLE, (1,))]


def test_a_sentence_and_a_signature_under_a_table_are_notes() -> None:
    note, signature = ("BDE : bureau des entreprises, ouvert à la rentrée.",), ("La proviseure",)
    tables, aside = looked_at(on_sheet(HEAD, ONE, TWO, (), note, signature))
    assert tables == [(HEAD, (1,), [2, 3])]
    assert aside == [(Reason.BLANK, (4,)), (Reason.NOTE, (5,)), (Reason.NOTE, (6,))]


def test_a_sentence_is_a_note_wherever_it_stands() -> None:
    said = ("Animateurs nommés pour trois ans par le recteur.",)
    tables, aside = looked_at(on_sheet(HEAD, ONE, TWO, said, HEAD, ONE))
    assert [lines for *_, lines in tables] == [[2, 3, 6]]
    assert (Reason.NOTE, (4,)) in aside


def test_a_table_of_choices_with_codes_and_days_is_no_list_of_choices() -> None:
    lines = "CR-2023-04;Charte;Régional;06/04/2023;Tacite\nCR-2024-01;Avenant;Régional;18/01/2024;Expresse\n"
    assert [table.doubt for table in of_text(f"Réf.;Nature;Niveau;Signé le;Reconduction\n{lines}")] == [None]
    only = "Charte;Régional;Tacite\nAvenant;National;Expresse\nProtocole;Académique;Aucune\n"
    assert [table.doubt for table in of_text(f"Nature;Niveau;Reconduction\n{only}")] == [Reason.LIST]


def test_the_title_of_a_sheet_stands_above_each_of_its_tables() -> None:
    actions, visit = ("Date", "Action", "Partenaire"), ("01/02/2026", "Visite du dépôt", "Brume")
    rows = (("LP Brume : relations avec les entreprises",), ("Tableau 1",), HEAD, ONE, (), ("Tableau 2",), actions, visit)
    found = sheet_tables("essai.xlsx", on_sheet(*rows), VOCABULARY)
    assert [table.above for table in found.tables] == [(), ("LP Brume : relations avec les entreprises",)]


def test_a_short_list_beside_a_table_is_another_table_but_remarks_here_and_there_are_not() -> None:
    names = ("Brume", "Valette", "Sorel", "Mirande", "Tardieu")
    beside = ("mai;100", "juin;200", ";", ";", ";")
    lists = of_text("Entreprise;Ville;;Mois;Reçu\n" + "".join(f"{a};Rennes;;{b}\n" for a, b in zip(names, beside, strict=True)))
    assert [(table.headings, table.lines.to_list()) for table in lists] == [
        (("Entreprise", "Ville"), [2, 3, 4, 5, 6]),
        (("Mois", "Reçu"), [2, 3]),
    ]
    (one,) = of_text("Entreprise;Ville;;Mois;Reçu\n" + "".join(f"{a};Rennes;;{b}\n" for a, b in zip(names, beside[::-1], strict=True)))
    assert one.headings == ("Entreprise", "Ville", "Mois", "Reçu")


def test_crosses_under_a_group_are_the_list_that_it_names() -> None:
    groups = ("Identité", "", "", "Filières", "", "", "Suivi", "")
    head = ("Entreprise", "SIRET", "Ville", "Commerce", "Bois", "Cuir", "Connue par (fonction)", "Remarque")
    lines = (
        ("Brume", "73282932000074", "Rennes", "x", "", "x", "DDFPT", "à revoir"),
        ("Lande", "", "Vitré", "", "x", "", "BDE", "bon accueil"),
    )
    merged = (Span(1, 1, 0, 2), Span(1, 1, 3, 5), Span(1, 1, 6, 7))
    (table,) = sheet_tables("essai.xlsx", on_sheet(groups, head, *lines, merged=merged), VOCABULARY).tables
    assert table.headings[-1] == "Filières"
    assert table.cells.to_series(table.cells.width - 1).to_list() == ["Commerce | Cuir", "Bois"]


def test_headings_that_nothing_knows_part_a_table_under_a_title() -> None:
    wide = ("UAI", "Entreprise", "Ville", "Objet", "Début", "Fin", "Signée le", "Montant")
    line = ("0350760L", "Brume", "Rennes", "Stages", "01/09/2024", "31/08/2025", "01/07/2024", "100")
    ideas = (("Idées", "Portée par", "Espoir"), ("Hydrogène", "LP A", "2027"), ("Textile", "LP B", "?"))
    first, second = sheet_tables("essai.xlsx", on_sheet(wide, line, line, (), ("Projets à venir",), *ideas), VOCABULARY).tables
    assert (first.lines.to_list(), second.headings, second.lines.to_list()) == ([2, 3], ideas[0], [7, 8])
    assert second.titles == ("Projets à venir",)


def test_what_is_written_under_a_table_after_an_empty_row_is_a_note() -> None:
    noted = ("Extraction du 03/11/2025, usage interne", "(voir aussi le cahier du DDFPT)", "Textiles Brume – rdv le 14/01")
    tables, aside = looked_at(on_sheet(HEAD, *[ONE, TWO] * 3, (), *((one,) for one in noted)))
    assert tables == [(HEAD, (1,), [*range(2, 8)])]
    assert aside == [(Reason.BLANK, (8,)), *((Reason.NOTE, (line,)) for line in (9, 10, 11))]
    for name in ("Valette et Fils", "S.A.R.L. Brume (Brest)", "Garage 2000"):
        tables, aside = looked_at(on_sheet(HEAD, *[ONE, TWO] * 3, (), ("", name)))
        assert (tables, aside) == ([(HEAD, (1,), [*range(2, 8), 9])], [(Reason.BLANK, (8,))])


def test_sheets_of_jottings_and_of_choices_are_doubted_unless_their_headings_are_known() -> None:
    def doubt(name: str, *rows: tuple[str, ...]) -> Reason | None:
        return sheet_tables("essai.xlsx", replace(on_sheet(*rows), name=name), VOCABULARY).tables[0].doubt

    jotted = (("quoi", "pour quand"), ("rappeler Brume", "30/06"), ("badges", "lundi"))
    assert [doubt(name, *jotted) for name in ("A faire", "Pense-bête", "tél COPIL", "Budget 2025", "2025")] == [Reason.JOTTED] * 4 + [None]
    asked = (("Qui", "Pour quoi", "Avant le", "Fait"), ("DDFPT", "retour signé", "30/06", ""), ("Moi", "bilan", "14/11", "commencé"))
    due = (("Adhérent", "Appel 2025", "Réglé"), ("Brume", "300", "oui"), ("Valette", "300", "non"))
    assert [doubt("À relancer", *asked), doubt("Appels à cotisation", *due)] == [Reason.JOTTED] * 2
    assert doubt("Agenda", HEAD, ONE, TWO) is None
    assert doubt("listes", ("LPO", "Pr"), ("LP", "Pu"), ("SEP", "Pr")) is Reason.CHOICES


def test_a_table_whose_headings_nothing_knows_is_no_title_of_the_one_under_it() -> None:
    first = ("Maison", "Pour quoi", "Vus en", "Mon avis")
    lines = (("Brume", "PFMP", "12/11/2025", "bien"), ("Valette", "visite", "08/01/2026", "à revoir"))
    rows = (("LP Brume : nos maisons",), (), first, *lines, (), ("Sorties",), HEAD, ONE, TWO)
    tables, _ = looked_at(on_sheet(*rows))
    assert tables == [(first, (3,), [4, 5]), (HEAD, (8,), [9, 10])]
    said = (
        ("Suivi", "par le bureau", "depuis toujours"),
        ("Relire", "avec le DDFPT", "avant juin"),
        ("Classer", "au secrétariat", "ensuite"),
    )
    assert looked_at(on_sheet(*said, (), HEAD, ONE, TWO))[0] == [(HEAD, (5,), [6, 7])]


def test_months_part_a_calendar_and_points_under_it_are_notes() -> None:
    days = [("Septembre 2025",), ("Stages", "12/09/2025", "Brume"), ("OCTOBRE",), ("Visites", "09/10/2025", "Valette"), ("MARS",)]
    rows = (("Action", "Le", "Partenaire"), *days, ("Forum", "03/03/2026", "Brume"), (), ("- appeler le bus",), ("- affiche : voir",))
    tables, aside = looked_at(on_sheet(*rows))
    assert tables == [(("Action", "Le", "Partenaire"), (1,), [3, 5, 7])]
    assert aside == [*((Reason.SECTION, (line,)) for line in (2, 4, 6)), (Reason.BLANK, (8,)), (Reason.NOTE, (9,)), (Reason.NOTE, (10,))]


def test_lists_of_persons_and_counts_are_doubted() -> None:
    persons = of_text("Nom;Prénom;Spécialité;Portable\nPetit;Anne;Vente;06 00 00 00 00\nRoy;Paul;Bois;06 00 00 00 01\n")
    counts = of_text("Critère;Nb d’actions\n4;3\n7;1\n")
    assert [table.doubt for table in (*persons, *counts)] == [Reason.PERSONS, Reason.COUNTS]


def test_what_counts_the_lines_above_it_is_a_total_and_a_name_is_none() -> None:
    first, second = (
        (("LP des Forges",), ONE, TWO, ONE, TWO, ("4 parrains",)),
        (("LP Brume",), TWO, ONE, TWO, ("3 parrains, saisis en mai",)),
    )
    _, aside = looked_at(on_sheet(HEAD, *first, *second, ("Penser à dénoncer deux mois avant",)))
    assert aside == [
        (Reason.SECTION, (2,)),
        (Reason.TOTAL, (7,)),
        (Reason.SECTION, (8,)),
        (Reason.TOTAL, (12,)),
        (Reason.NOTE, (13,)),
    ]
    assert not counts_lines("3 Suisses")


def test_a_numbered_title_parts_tables_of_one_width() -> None:
    services = (("Code", "Service", "À joindre pour"), ("A", "DAFPIC", "les conventions"), ("B", "DRAIO", "l’orientation"))
    rows = (("1. Réseaux",), ("Réseau", "Forme", "Zone"), ("Bois", "académique", "Rennes"), (), (), ("2. Services",), *services)
    first, second = sheet_tables("essai.xlsx", on_sheet(*rows), VOCABULARY).tables
    assert (first.lines.to_list(), second.titles, second.headings) == ([3], ("2. Services",), services[0])


def test_a_title_parted_from_its_headings_is_that_of_the_next_table() -> None:
    first, second = sheet_tables(
        "essai.xlsx", on_sheet(HEAD, ONE, TWO, (), ("Opérations menées avec les adhérents",), (), HEAD, ONE), VOCABULARY
    ).tables
    assert (first.lines.to_list(), second.titles, second.lines.to_list()) == ([2, 3], ("Opérations menées avec les adhérents",), [8])


def test_a_count_beside_a_table_is_another_one() -> None:
    counted = (("Mois", "Passages"), ("sept.", "1"), ("oct.", "2"), ("nov.", "1"))
    days = tuple((f"Action {day}", f"{day}/09/2025", "Brume", "") for day in range(10, 16))
    rows = [(*line, *(counted[place] if place < len(counted) else ())) for place, line in enumerate((("Action", "Le", "Avec", ""), *days))]
    tables, _ = looked_at(on_sheet(*rows))
    assert tables == [(("Action", "Le", "Avec"), (1,), [*range(2, 8)]), (("Mois", "Passages"), (1,), [2, 3, 4])]


def test_a_heading_under_a_wide_group_is_read_by_itself() -> None:
    rows = (
        ("Identité", "", "", "Vie", ""),
        ("UAI", "Appellation", "Type", "Élèves", "Ouvert aux adultes"),
        ("0350760L", "LP A", "LP", "400", "oui"),
    )
    sheet = on_sheet(*rows, merged=(Span(1, 1, 0, 2), Span(1, 1, 3, 4)))
    (table,) = sheet_tables("essai.xlsx", sheet, VOCABULARY).tables
    assert table.headings == rows[1]
    assert table.groups == ("Identité", "Identité", "Identité", "Vie", "Vie")


def test_groups_of_lines_may_have_one_of_a_single_line() -> None:
    rows = (HEAD, ("Atelier Froid",), ONE, TWO, ("Atelier Bois",), TWO, ONE, ("Administration",), ONE)
    tables, aside = looked_at(on_sheet(*rows))
    assert (tables, aside) == ([(HEAD, (1,), [3, 4, 6, 7, 9])], [(Reason.SECTION, (line,)) for line in (2, 5, 8)])


def test_a_list_under_a_remark_and_a_signature_in_several_cells_are_notes() -> None:
    listed = (("Abréviations :",), ("BP", "brevet professionnel"), ("", "", "MC : mention complémentaire"))
    signed = (("État arrêté au 1er décembre", "", "La responsable du bureau,"), ("", "", "(signé)"))
    head, one = (*HEAD, "Signée le", "Durée", "Observations"), (*ONE, "03/11/2025", "3 ans", "à revoir")
    for under in (listed, signed):
        tables, aside = looked_at(on_sheet(head, *[one] * 6, (), *under))
        assert tables == [(head, (1,), [*range(2, 8)])]
        assert aside == [(Reason.BLANK, (8,)), *((Reason.NOTE, (9 + place,)) for place in range(len(under)))]
    tables, _ = looked_at(on_sheet(head, *[one] * 6, (), ("Suite :",), ONE[:2]))
    assert tables == [(head, (1,), [*range(2, 8), 10])]


def test_a_remark_right_under_lines_is_no_title_of_the_next_table() -> None:
    menus = (
        ("MENUS DE DÉCEMBRE",),
        ("Date", "Plat", "Dessert", "Prix"),
        ("09/12/2025", "Colin", "Flan", "14"),
        ("11/12/2025", "Potée", "Île", "18"),
    )
    first, second = sheet_tables(
        "essai.xlsx", on_sheet(HEAD, *[ONE, TWO] * 3, ("à jour au 05/12/2025",), (), (), *menus), VOCABULARY
    ).tables
    assert (first.lines.to_list(), second.headings, second.titles) == ([*range(2, 8)], menus[1], menus[0])


def test_sigles_and_days_of_a_week_are_no_actors() -> None:
    (sigles,) = sheet_tables("essai.xlsx", on_sheet(("LP", "lycée professionnel"), ("SEP", "section"), ("N", "non")), VOCABULARY).tables
    (campuses,) = sheet_tables("essai.xlsx", on_sheet(("Code", "Campus"), ("CMQB", "Bois"), ("CMQT", "Textile")), VOCABULARY).tables
    assert (sigles.doubt, campuses.doubt) == (Reason.CHOICES, None)
    week = on_sheet(("Partenaires présents", "lundi", "mardi", "jeudi"), ("Brume", "x", "", "x"), ("Valette", "", "x", ""))
    (rota,) = sheet_tables("essai.xlsx", week, VOCABULARY).tables
    assert rota.headings == ("Partenaires présents", "lundi", "mardi", "jeudi")


def test_what_a_survey_writes_under_its_headings_and_telephones_under_the_lines_are_no_lines() -> None:
    (survey,) = of_text("Entreprise;Commune;Mél\nOpen-Ended Response;Open-Ended Response;Response\nBrume;Vitré;a@b.example\n")
    assert survey.lines.to_list() == [3]
    head = "Lycée;Entreprise;Objet;Ville;Signée le;Fin;Reconduction;Suivi par\n"
    lines = "LP A;Brume;Stages;Vitré;03/11/2025;03/11/2027;non;CPE\n" * 2
    under = ";;;;;;;\n;;;;;;;\nTéléphones des profs;;;;;;;\nMme Ory;poste 214;;;;;;\nM. Fily;poste 220;;;;;;\n"
    (table,) = of_text(f"{head}En vigueur;;;;;;;\n{lines}{under}")
    assert table.lines.to_list() == [3, 4]


def test_a_legend_of_colours_in_the_margin_is_a_note_and_no_remark_of_the_lines() -> None:
    colours = ("Légende", "vert : signée", "orange = à relancer")
    rows = [(*HEAD, "", colours[0]), (*ONE, "", colours[1]), (*TWO, "", colours[2])]
    tables, aside = looked_at(on_sheet(*rows))
    assert tables == [(HEAD, (1,), [2, 3])]
    assert aside == [(Reason.NOTE, (line,)) for line in (1, 2, 3)]
    remarks = [(*HEAD, "", ""), (*ONE, "", "vert : signée"), (*TWO, "", "rappeler en mai")]
    assert len(looked_at(on_sheet(*remarks))[0][0][0]) == len(HEAD) + 1


def test_sums_alone_and_what_counts_under_the_lines_are_totals() -> None:
    head = ("Action", "Le", "Partenaire", "Élèves", "Heures")
    lines = (("Forum", "03/03/2026", "Brume", "40", "2"), ("Visite", "04/03/2026", "Valette", "36", "4"))
    for last in (
        ("", "", "", "76", "6"),
        ("en tout", "", "", "76"),
        ("Total", "Nombre", "2"),
        ("*", "", "", "76", "EUR"),
        ("Objectif : 12 actions", "", "", "Réalisé : 2"),
    ):
        assert looked_at(on_sheet(head, *lines, last)) == ([(head, (1,), [2, 3])], [(Reason.TOTAL, (4,))]), last
    alone = ("Atelier", "05/03/2026", "3 Suisses", "12", "1")
    assert looked_at(on_sheet(head, *lines, alone))[0] == [(head, (1,), [2, 3, 4])]


def test_a_count_of_years_under_a_table_is_none_of_its_lines_and_a_sum_alone_a_total() -> None:
    head = ("Campus", "Ville", "Lycée support", "UAI", "Élèves", "Depuis le", "Fin", "Courriel")
    lines = (
        ("Bois", "Millau", "LP A", "0350760L", "40", "06/02/2020", "05/02/2030", ""),
        ("Mode", "Nîmes", "LP B", "0942434K", "36", "20/01/2022", "19/01/2027", ""),
    )
    paid = (("Subventions (k€)",), ("Campus financé", "2024", "2025"), ("Bois", "40", "45"), ("Mode", "25", "20"))
    tables, aside = looked_at(on_sheet(head, *lines, ("", "", "", "", "76"), (), *paid))
    assert [rows for _, _, rows in tables] == [[2, 3]]
    assert aside == [(Reason.TOTAL, (4,)), (Reason.BLANK, (5,)), (Reason.TEXT, (6, 7, 8, 9))]
    other = sheet_tables("essai.xlsx", on_sheet(head, *lines, ("", "", "", "", "77")), VOCABULARY).tables[0]
    assert other.lines.to_list() == [2, 3, 4]  # what is no sum is kept
