"""An answer, or any table, as a file: typed, in French, without formula, and nothing lost."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from netmap.answer import Answer
from netmap.export import answer_csv, answer_json, answer_text, answer_xlsx, file_name, table_csv, table_xlsx
from netmap.network import Network
from netmap.question import Parameter, Question, ResultColumn
from netmap.values import AMOUNT, DATE, WHOLE

LONG = "très long " * 3000 + "fin"
HOSTILE = (
    '=HYPERLINK("http://exemple.fr")',
    "<script>alert(1)</script>",
    "a | b",
    "guillemets \" et '",
    "deux\nlignes",
    "+33",
    "-1",
    "@cmd",
    LONG,
)


def asked(texts: tuple[str, ...]) -> Answer:
    count = len(texts)
    facts_of: dict[str, pl.DataType] = {
        "about": pl.String(),
        "words": pl.String(),
        "on": pl.Date(),
        "amount": pl.Float64(),
        "number": pl.Int64(),
    }
    question = Question(
        name="essai",
        title="Quelles conventions ?",
        help="Un essai.",
        empty="Aucune convention.",
        parameters=(
            Parameter(name="on", label="À la date du", help="La date.", type=DATE),
            Parameter(name="who", label="Qui", help="Un nom."),
        ),
        facts=facts_of,
        columns=(
            ResultColumn(name="words", label="Mots", help="Ce qui est écrit."),
            ResultColumn(name="on", label="Le", type=DATE),
            ResultColumn(name="amount", label="Montant", type=AMOUNT),
            ResultColumn(name="number", label="Nombre", type=WHOLE),
            ResultColumn(name="about", label="Preuve"),
        ),
        find=lambda _network, _params: pl.DataFrame(schema=facts_of),
        conclude=lambda found, _params: found,
    )
    rows = pl.DataFrame(
        {
            "words": texts,
            "on": [date(2026, 11, 23)] * count,
            "amount": [-1234.5] * count,
            "number": [12000] * count,
            "about": ["Convention:X"] * count,
        },
        schema={"words": pl.String, "on": pl.Date, "amount": pl.Float64, "number": pl.Int64, "about": pl.String},
    )
    places = pl.Series("place", ["f.xlsx, ligne 2"] * count, dtype=pl.String)
    return Answer(question, {"on": date(2026, 11, 23), "who": None}, rows, places, 3)


def test_an_answer_as_csv_opens_in_a_french_spreadsheet_without_formula():
    written = answer_csv(asked(HOSTILE), Network())
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))
    guarded = [f"'{text}" if text[0] in "=+-@" else text for text in HOSTILE]
    assert written.startswith(b"\xef\xbb\xbfMots;Le;Montant;Nombre;Source\r\n")
    assert rows[1:] == [[text, "23/11/2026", "-1234,5", "12000", "f.xlsx, ligne 2"] for text in guarded]


def test_an_answer_as_a_workbook_has_typed_cells_and_no_formula(tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(answer_xlsx(asked(HOSTILE), Network(version=3)))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet, guide = book["Quelles conventions"], book["Lisez-moi"]
    cells = [
        [(c.data_type, c.value.date() if isinstance(c.value, datetime) else c.value) for c in row] for row in sheet.iter_rows(min_row=2)
    ]
    assert cells == [[("s", text), ("d", date(2026, 11, 23)), ("n", -1234.5), ("n", 12000), ("s", "f.xlsx, ligne 2")] for text in HOSTILE]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:E{len(HOSTILE) + 1}")
    assert [[c.value for c in row if c.value] for row in guide.iter_rows() if any(c.value for c in row)] == [
        ["Quelles conventions ?"],
        ["Question"],
        ["Quelles conventions ?"],
        ["Un essai."],
        ["Paramètres"],
        ["À la date du", "23/11/2026", "La date."],
        ["Qui", "non précisé", "Un nom."],
        ["Colonnes"],
        ["Mots", "Ce qui est écrit."],
        ["Le", "une date"],
        ["Montant", "un montant"],
        ["Nombre", "un nombre entier"],
        ["Source", "Fichier, feuille et ligne d’où vient la preuve."],
        ["Réseau"],
        ["Version du réseau", "3"],
    ]


def test_an_answer_as_json_keeps_raw_values():
    assert json.loads(answer_json(asked(HOSTILE), Network())) == {
        "question": "essai",
        "title": "Quelles conventions ?",
        "parameters": {"on": "2026-11-23", "who": None},
        "version": 3,
        "denominator": "",
        "rows": [
            {"words": text, "on": "2026-11-23", "amount": -1234.5, "number": 12000, "about": "Convention:X", "source": "f.xlsx, ligne 2"}
            for text in HOSTILE
        ],
    }


def test_an_answer_says_out_of_how_many_it_is_found():
    told = "Sur 12\xa0conventions."
    answered = replace(asked(HOSTILE), denominator=told)
    assert answer_text(answered, Network()).splitlines()[:3] == ["Quelles conventions ?", "À la date du : 23/11/2026", told]
    assert json.loads(answer_json(answered, Network()))["denominator"] == told
    guide = openpyxl.load_workbook(io.BytesIO(answer_xlsx(answered, Network())))["Lisez-moi"]
    assert told in [cell.value for row in guide.iter_rows() for cell in row]


def test_an_answer_as_text_is_aligned_and_shows_control_signs():
    assert answer_text(asked(("un", "deux\nlignes", "\x1b[31mrouge")), Network()).splitlines() == [
        "Quelles conventions ?",
        "À la date du : 23/11/2026",
        "",
        "Mots         Le          Montant   Nombre  Source",
        "───────────  ──────────  ────────  ──────  ───────────────",
        "un           23/11/2026  -1\u202f234,5  12\u202f000  f.xlsx, ligne 2",
        "deux⏎lignes  23/11/2026  -1\u202f234,5  12\u202f000  f.xlsx, ligne 2",
        "�[31mrouge   23/11/2026  -1\u202f234,5  12\u202f000  f.xlsx, ligne 2",
        "",
        "3 lignes",
    ]


def test_an_answer_without_rows_says_what_that_means():
    assert answer_text(asked(()), Network()) == "Quelles conventions ?\nÀ la date du : 23/11/2026\n\nAucune convention.\n"


def test_a_table_of_any_types_is_written_in_french():
    frame = pl.DataFrame({"Oui": [True, None], "Liste": [["a", "b"], []], "=Titre": [0.1, float("nan")]})
    assert table_csv(frame).decode("utf-8-sig") == "Oui;Liste;'=Titre\r\noui;a | b;0,1\r\n;;\r\n"


def test_a_text_too_long_for_a_cell_is_cut_and_said_to_be(tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(table_xlsx(pl.DataFrame({"Texte": ["x" * 40_000]}), "Essai"))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    said = [cell.value for row in book["Lisez-moi"].iter_rows() for cell in row if cell.value]
    assert book["Essai"]["A2"].value == "x" * 32_767
    assert said[-1] == "1 cellules dépassent ce qu’un classeur peut contenir et sont coupées : l’export csv les donne entières."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Conventions", "netmap_conventions_2026-11-23.xlsx"),
        ("Quelles conventions arrivent à échéance ?", "netmap_quelles_conventions_arrivent_a_echeance_2026-11-23.xlsx"),
        ("../../etc/passwd", "netmap_etc_passwd_2026-11-23.xlsx"),
        ("", "netmap_2026-11-23.xlsx"),
    ],
)
def test_a_file_is_named_safely_with_its_date(title: str, expected: str):
    assert file_name(title, "xlsx", date(2026, 11, 23)) == expected
