"""From a table of text to statements: every problem of a line at once, several values in a cell, ids, and nothing lost."""

from collections.abc import Callable
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders import SOURCES
from loaders.conventions import CONVENTIONS
from netmap.domain import ORGANISATION
from netmap.headings import vocabulary_of
from netmap.identity import identifiers
from netmap.intake import Preparation
from netmap.intake.report import TableReport
from netmap.layout import Table, tables_in
from netmap.mapping import by_headings, propose
from netmap.problems import Severity
from netmap.reading import Reading, read_table
from netmap.tables import read_bytes

START = "UAI;Partenaire"
Load = Callable[..., Preparation]

VOCABULARY = vocabulary_of(SOURCES)


def read(text: str) -> Reading:
    (table,) = tables_in(read_bytes("conventions.csv", text.encode()), VOCABULARY).tables
    return read_table(propose(table, SOURCES), table)


def told(reading: Reading) -> list[tuple[Any, ...]]:
    return [(p.line, p.column, p.code, p.value) for p in reading.each_problem()]


def rows(reading: Reading, kind: str, *columns: str) -> list[tuple[Any, ...]]:
    return reading.statements.nodes[kind].select(columns).rows()


def links(reading: Reading, kind: str) -> list[tuple[str, str]]:
    frame = reading.statements.links.get(kind)
    return [] if frame is None else sorted(frame.select("source", "target").rows())


def test_all_the_problems_of_a_line_are_told_at_once() -> None:
    reading = read(
        "UAI;Partenaire;SIREN;Début;Fin;Reconduction;Jeunes concernés\n"
        "0350760A;;000000019;31/02/2025;demain;peut-être;douze\n"
        "0350760L;Atelier Brume;;01/09/2025;31/08/2026;tacite;12\n"
    )
    assert told(reading) == [
        (2, "UAI", "valeur-refusee", "0350760A"),
        (2, "SIREN", "valeur-refusee", "000000019"),
        (2, "Début", "valeur-refusee", "31/02/2025"),
        (2, "Fin", "valeur-refusee", "demain"),
        (2, "Reconduction", "valeur-ecartee", "peut-être"),
        (2, "Jeunes concernés", "valeur-ecartee", "douze"),
    ]
    assert (reading.lines_read, reading.lines_accepted, reading.lines_rejected) == (2, 1, 1)
    assert reading.rejected.to_list() == [True, False]


def test_a_bad_value_rejects_the_line_and_a_lenient_one_is_set_aside() -> None:
    reading = read(f"N° de convention;{START};Fin;Montant (€)\nCONV-1;0350760L;A;jamais;10\nCONV-2;0350760L;B;31/08/2026;gratuit\n")
    assert [(p.line, p.code, p.message) for p in reading.each_problem()] == [
        (
            2,
            "valeur-refusee",
            (
                "Ligne 2 : Colonne « Fin » : « jamais » n’est pas une date (jour/mois/année attendus, par exemple 31/08/2027). "
                "Corrigez la cellule, ou videz-la si la valeur est inconnue."
            ),
        ),
        (
            3,
            "valeur-ecartee",
            (
                "Ligne 3 : Colonne « Montant (€) » : « gratuit » n’est pas un montant (montant attendu, par exemple 1 234,50 €) ; "
                "la ligne est gardée sans cette valeur. Corrigez la cellule si vous connaissez la bonne valeur."
            ),
        ),
    ]
    assert rows(reading, "Convention", "id", "amount") == [("Convention:CONV-2", None)]


def test_a_required_cell_left_empty_rejects_its_line() -> None:
    assert told(read(f"{START}\n;Atelier Brume\n0350760L;Atelier Brume\n")) == [(2, "UAI", "valeur-obligatoire", "")]


def test_a_line_without_any_partner_is_rejected_and_told_which_columns_would_do() -> None:
    (problem,) = read("N° de convention;UAI;SIRET;SIREN;Partenaire\nCONV-2024-1;0350760L;;;\n").each_problem()
    assert problem.message == (
        "Ligne 2 : La ligne ne permet pas d’identifier de qui ou de quoi elle parle. "
        "Remplissez au moins une des colonnes : « SIRET » ou « SIREN » ou « Partenaire »."
    )


def test_dates_in_the_wrong_order_reject_the_line_and_both_ends_on_one_day_do_not() -> None:
    reading = read(f"{START};Début;Fin\n0350760L;A;01/09/2026;31/08/2026\n0350760L;B;31/08/2026;31/08/2026\n0350760L;C;;31/08/2026\n")
    assert [p.message for p in reading.each_problem()] == [
        "Ligne 2 : La date de « Fin » (31/08/2026) précède celle de « Début ». Vérifiez les deux dates."
    ]


@pytest.mark.parametrize("separator", ["|", " | ", " / ", ";", " ; "])
def test_several_values_in_a_cell_become_several_links(separator: str) -> None:
    reading = read(f'N° de convention;UAI;Partenaire;Filières\nCONV-2024-1;0350760L;Brume;"Bois{separator}BTP{separator}Bois"\n')
    assert sorted(set(links(reading, "COVERS"))) == [
        ("Convention:CONV-2024-1", "Filiere:~bois"),
        ("Convention:CONV-2024-1", "Filiere:~btp"),
    ]


def test_a_slash_without_spaces_is_part_of_the_name() -> None:
    assert links(read("N° de convention;UAI;Partenaire;Filières\nCONV-2024-1;0350760L;Brume;Bois/BTP\n"), "COVERS") == [
        ("Convention:CONV-2024-1", "Filiere:~bois btp")
    ]


def test_several_establishments_and_partners_all_sign() -> None:
    reading = read(
        "N° de convention;UAI;Partenaire;SIREN;Commune\nCONV-1;0350760L | 0671509B;Valette | Brume;000000018 | 000000026;Rennes | Brest\n"
    )
    assert links(reading, "SIGNS") == [
        ("Establishment:0350760L", "Convention:CONV-1"),
        ("Establishment:0671509B", "Convention:CONV-1"),
        ("Organisation:000000018", "Convention:CONV-1"),
        ("Organisation:000000026", "Convention:CONV-1"),
    ]
    assert rows(reading, "Organisation", "id", "name", "commune") == [
        ("Organisation:000000018", "Valette", "Rennes"),
        ("Organisation:000000026", "Brume", "Brest"),
    ]


def test_lists_of_different_lengths_reject_the_line() -> None:
    reading = read(f"{START};SIREN\n0350760L;Valette | Brume | Mer;000000018 | 000000026\n")
    assert [p.message for p in reading.each_problem()] == [
        (
            "Ligne 2 : Les cellules de « SIREN », « Partenaire » ne contiennent pas le même nombre de valeurs (2 et 3). "
            "Donnez autant de valeurs dans chaque cellule, ou séparez en plusieurs lignes."
        )
    ]


def test_one_commune_beside_two_partners_is_the_first_one_s() -> None:
    reading = read(f"N° de convention;{START};Commune\nCONV-2024-1;0350760L;Valette | Brume;Rennes\n")
    assert rows(reading, "Organisation", "id", "commune") == [
        ("Organisation:~valette@rennes", "Rennes"),
        ("Organisation:~brume@", None),
    ]


def test_a_lenient_value_set_aside_in_a_list_keeps_the_place_of_the_others() -> None:
    reading = read(f"N° de convention;{START};Code postal\nCONV-2024-1;0350760L;Valette | Brume;rennes | 29200\n")
    assert told(reading) == [(2, "Code postal", "valeur-ecartee", "rennes")]
    assert rows(reading, "Organisation", "id", "postcode") == [("Organisation:~valette@", None), ("Organisation:~brume@", "29200")]


def test_a_siret_declares_its_siren() -> None:
    reading = read("N° de convention;UAI;Partenaire;SIRET\nCONV-2024-1;0350760L;Valette;00000001800010\n")
    assert rows(reading, "Organisation", "id", "siren", "siret", "name") == [
        ("Organisation:00000001800010", "000000018", "00000001800010", "Valette"),
    ]


def test_a_siren_that_is_not_the_start_of_its_siret_rejects_the_line() -> None:
    (problem,) = read(f"{START};SIRET;SIREN\n0350760L;Valette;00000001800010;000000026\n").each_problem()
    assert problem.message == (
        "Ligne 2 : Le SIREN « 000000026 » n’est pas le début du SIRET « 00000001800010 ». Gardez celui qui est sûr et videz l’autre."
    )


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALEUR!", "#NOM?"])
def test_a_formula_in_error_rejects_its_line_and_is_not_a_value(error: str) -> None:
    reading = read(f"{START};Objet\n0350760L;Brume;{error}\n0350760L;Valette;#1 visite\n")
    assert told(reading) == [(2, "Objet", "cellule-en-erreur", error)]
    assert rows(reading, "Convention", "object") == [("#1 visite",)]


def test_a_formula_in_error_in_the_place_of_a_number_of_a_company_keeps_its_line() -> None:
    reading = read(f"{START};SIRET\n0350760L;Brume;#N/A\n")
    assert told(reading) == [(2, "SIRET", "erreur-ecartee", "#N/A")]
    assert (reading.lines_accepted, reading.lines_rejected) == (1, 0)


def test_the_same_heading_twice_leaves_the_table_aside() -> None:
    reading = read(f"{START};Partenaire\n0350760L;A;B\n")
    assert [(p.code, p.message) for p in reading.file_problems] == [
        (
            "colonne-en-double",
            "Deux colonnes portent le titre « Partenaire ». Supprimez ou renommez l’une des deux : netmap ne choisit pas à votre place.",
        )
    ]
    assert (reading.refused, reading.lines_rejected, reading.statements.count()) == (True, 1, 0)


def test_a_column_that_is_not_known_is_named_and_the_rest_is_read() -> None:
    reading = read(f"{START};Couleur;Vide\n0350760L;Brume;bleu;\n")
    assert told(reading) == [(None, "Couleur", "colonne-inconnue", "")]
    assert reading.lines_accepted == 1


def test_columns_that_begin_with_an_underscore_are_ours_and_ignored() -> None:
    assert told(read(f"{START};_ligne;_motif\n0350760L;Brume;12;Corrigez la cellule\n")) == []


def test_a_missing_required_column_is_one_problem_of_the_file() -> None:
    reading = read("Partenaire;Objet\nBrume;Visites\nValette;Visites\n")
    assert [p.message for p in reading.each_problem()] == [
        (
            "La colonne « UAI » ou « Nom de l’établissement » est attendue et n’a pas été trouvée. Ajoutez la colonne, ou corrigez son "
            "titre, ou dites le lycée une fois pour toutes les lignes (page Importer, ou « --lycee »)."
        )
    ]
    assert (reading.lines_read, reading.lines_rejected) == (2, 2)


def test_a_table_that_nothing_recognises_is_left_aside_whole() -> None:
    reading = read("Fruit;Prix\npomme;2\npoire;3\n")
    assert [(p.code, p.value) for p in reading.each_problem()] == [("table-non-reconnue", "Fruit, Prix")]
    assert (reading.lines_accepted, reading.lines_rejected) == (0, 2)


def test_headings_are_matched_blind_to_case_accents_and_signs() -> None:
    reading = read("  code  uai ;PARTENAIRES;DEBUT;n°_de_convention\n0350760L;Brume;01/09/2025;CONV-2024-1\n")
    assert told(reading) == []
    assert rows(reading, "Convention", "reference", "starts_on") == [("CONV-2024-1", pl.Series(["2025-09-01"]).str.to_date()[0])]


def test_a_line_that_repeats_another_is_kept_and_names_the_first() -> None:
    reading = read(
        f"N° de convention;{START}\nCONV-2024-1;0350760L;A\nCONV-2024-2;0350760L;A\nCONV-2024-1;0350760L;B\nCONV-2024-1;0350760L;C\n"
    )
    assert [p.message for p in reading.each_problem()] == [
        f"Ligne {line} : « CONV-2024-1 » figure déjà à la ligne 2 ; les lignes sont réunies : partenaires et filières s’ajoutent. "
        "Supprimez la ligne en trop si c’est un doublon."
        for line in (4, 5)
    ]
    assert reading.lines_accepted == 4


def test_a_rejected_line_is_not_the_first_of_a_repeat() -> None:
    reading = read(f"N° de convention;{START};Fin\nCONV-2024-1;0350760L;A;jamais\nCONV-2024-1;0350760L;A;31/08/2026\n")
    assert [p.code for p in reading.each_problem()] == ["valeur-refusee"]


def test_a_convention_without_number_is_known_by_school_partner_and_object() -> None:
    reading = read(f"{START};Objet\n0350760L;Menuiserie Valette & Fils;Accueil en PFMP\n0350760L;Brume;\n")
    assert rows(reading, "Convention", "id") == [
        ("Convention:~0350760l@menuiserie valette fils@accueil en pfmp",),
        ("Convention:~0350760l@brume@",),
    ]


def test_its_start_joins_the_key_only_where_the_rest_repeats() -> None:
    reading = read(f"{START};Début\n0350760L;Brume;01/09/2024\n0350760L;Brume;01/09/2025\n0350760L;Valette;01/09/2025\n")
    assert rows(reading, "Convention", "id") == [
        ("Convention:~0350760l@brume@@2024-09-01",),
        ("Convention:~0350760l@brume@@2025-09-01",),
        ("Convention:~0350760l@valette@",),
    ]


def test_a_short_number_is_unique_in_its_establishment_only() -> None:
    reading = read(f"N° de convention;{START}\n12;0350760L;Brume\n12;0671509B;Brume\nCONV-12;0671509B;Brume\n")
    assert rows(reading, "Convention", "id") == [("Convention:12/0350760L",), ("Convention:12/0671509B",), ("Convention:CONV-12",)]


def test_an_unknown_reference_is_kept_as_not_declared_and_flagged_once(load: Load) -> None:
    preparation = load({"c.csv": f"N° de convention;{START};Accord-cadre cité\nCONV-1;0350760L;A;NOR-9\nCONV-2;0350760L;B;NOR-9\n"})
    (table,) = preparation.report.tables
    assert [(p.line, p.column, p.code, p.value, p.detail) for p in table.problems()] == [
        (2, "Accord-cadre", "reference-inconnue", "NOR-9", ""),
        (2, "Établissement", "reference-inconnue", "0350760L", ""),
    ]
    assert preparation.after.node("Framework").select("id", "declared").rows() == [("Framework:NOR-9", False)]
    again = load({"accords.csv": "Référence de l’accord;Intitulé de l’accord\nNOR-9;Accord Brume\n"})
    assert again.after.node("Framework").select("id", "declared").rows() == [("Framework:NOR-9", True)]


def test_the_words_of_a_choice_and_their_synonyms_are_read_blind_to_accents() -> None:
    reading = read(
        f"N° de convention;{START};Reconduction;État déclaré;Thèmes\n"
        "CONV-1;0350760L;A;TACITE RECONDUCTION;en cours;stages | Visites d'entreprise\n"
        "CONV-2;0350760L;B;Expresse;signee;poésie | stage\n"
    )
    assert told(reading) == [(3, "Thèmes", "valeur-ecartee", "poésie")]
    assert rows(reading, "Convention", "renewal", "status", "themes") == [
        ("tacite", "signee", ["pfmp", "visite"]),
        ("expresse", "signee", ["pfmp"]),
    ]


def test_names_in_other_alphabets_stay_apart_from_one_another() -> None:
    names = pl.Series(["Αθήνα 2", "Школа 2", "Łódź", "Ørsted", "北京", "Été & œuvre", "ÉTÉ ET OEUVRE", None])
    assert identifiers(ORGANISATION, {"name": names}).to_list() == [
        "Organisation:~αθηνα 2@",
        "Organisation:~школа 2@",
        "Organisation:~łodz@",
        "Organisation:~ørsted@",
        "Organisation:~北京@",
        "Organisation:~ete oeuvre@",
        "Organisation:~ete et oeuvre@",
        None,
    ]


def test_a_cell_that_should_name_someone_and_holds_no_letter_is_told() -> None:
    reading = read(f"N° de convention;{START};Filières\nCONV-1;0350760L;A;!!\nCONV-2;0350760L;***;Bois\n")
    assert told(reading) == [(2, "Filières", "nom-illisible", "!!"), (3, "Partenaire", "nom-illisible", "***")]
    assert reading.lines_accepted == 2


HEADINGS = tuple(column.headings[0] for column in CONVENTIONS.columns)
HOSTILE = (
    "<script>alert(1)</script>",
    '=HYPERLINK("http://exemple.fr")',
    "=1+1",
    "@SUM(A1)",
    "+33 1",
    "#REF!",
    "-",
    "|",
    " / ",
    ";",
    "A | B",
    "A | | B |",
    "A / B ; C",
    "0350760L",
    "0350760L | 0671509B",
    "000000018",
    "00000001800010",
    "31/08/2026",
    "29/02/2025",
    "01/09/2027 | 01/09/2028",
    "-3",
    "9007199254740993",
    "tacite",
    "\u202eabc",
    "e\u0301",
    "İ",
    "ﬁlière",
    "🏭",
    "{column}",
    "%s %d",
    "' OR 1=1 --",
    "a\nb",
    "x" * 40_000,
)
ANY_TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)), max_size=12)
CELLS = st.one_of(st.none(), st.sampled_from(HOSTILE), ANY_TEXT)
LINES = st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(HEADINGS, CELLS)), min_size=1, max_size=4)


def table_with(lines: list[dict[str, str | None]]) -> Table:
    """Make the table that a file of these cells gives, whatever the format."""
    columns = [[(line.get(heading) or "").strip() or None for line in lines] for heading in HEADINGS]
    frame = pl.DataFrame({f"c{i}": pl.Series(cells, dtype=pl.String) for i, cells in enumerate(columns)})
    numbered = frame.with_columns(line=pl.int_range(2, len(lines) + 2)).filter(pl.any_horizontal(pl.col(frame.columns).is_not_null()))
    return Table("c.csv", "", HEADINGS, numbered.drop("line"), numbered["line"])


@given(LINES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_table_is_read_with_every_line_accepted_or_rejected_for_a_reason(lines: list[dict[str, str | None]]) -> None:
    table = table_with(lines)
    reading = read_table(by_headings(CONVENTIONS, table), table)
    report = TableReport(reading, "c")
    assert reading.lines_accepted + reading.lines_rejected == reading.lines_read == table.cells.height
    problems = report.problems()
    faulty = {p.line for p in problems if p.severity is Severity.LINE}
    assert faulty == set(table.lines.filter(reading.rejected).to_list())
    said = [frame["line"] for frame in (*reading.statements.nodes.values(), *reading.statements.links.values())]
    assert not faulty & {line for column in said for line in column.to_list()}
    assert all(p.message.endswith(".") for p in problems)


def test_conventions_without_any_column_of_partner_are_left_aside_in_a_sentence() -> None:
    reading = read("UAI;Nom de l’établissement;Ville;Objet;Début;Fin\n0350760L;Lycée des Tilleuls;Valmont;Stages;01/09/2024;31/08/2027\n")
    assert (reading.source, reading.lines_read, reading.lines_rejected) == (CONVENTIONS, 1, 1)
    assert [problem.message for problem in reading.file_problems if problem.code == "colonne-absente"] == [
        (
            "La colonne « SIRET » ou « SIREN » ou « Partenaire » est attendue et n’a pas été trouvée. "
            "Ajoutez la colonne, ou corrigez son titre."
        )
    ]
