"""A dossier's documents: read back from their bytes, on an ordinary dossier, an empty one, a hostile one and one of 5,000 conventions."""

import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import typst
from docx.oxml.ns import qn

from netmap.errors import NetmapError
from netmap.evidence.dossier import Figure, SourceLine, State
from netmap.evidence.french import asked, figure_shown, lines_shown, shown, typeset
from netmap.evidence.outline import ROWS_MAX, outline
from netmap.evidence.package import Package, packaged
from netmap.export.typesetting import pdf
from tests.evidence.making import HOSTILE, ON, TEXT_4, empty, hostile, large, ordinary

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("carte.png", "carte.svg", "dossier.docx", "dossier.pdf", "manifeste.json", "preuves.xlsx", "reseau.png", "reseau.svg")
DOSSIERS = {"ordinary": ordinary, "empty": empty, "hostile": hostile}


@pytest.fixture(scope="module")
def made() -> dict[str, Package]:
    return {name: packaged(dossier()) for name, dossier in DOSSIERS.items()}


@pytest.mark.slow
def test_the_pdf_is_accessible_for_verapdf_which_refuses_one_without_tags(made, verapdf, tmp_path) -> None:
    texts = {name: made[name].files["dossier.pdf"] for name in DOSSIERS}
    texts["untagged"] = bytes(typst.compile(b"= Titre", format="pdf", pdf_tags=False))
    paths = [tmp_path / f"{name}.pdf" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_bytes(text)
    *accessible, untagged = paths
    said = verapdf(*paths)
    assert said[: len(accessible)] == [f"PASS {path} ua1" for path in accessible]
    assert said[len(accessible)].startswith(f"FAIL {untagged} ua1")


@pytest.mark.parametrize("name", DOSSIERS)
def test_the_same_dossier_gives_the_same_bytes(made, name) -> None:
    assert made[name].content == packaged(DOSSIERS[name]()).content
    assert tuple(sorted(made[name].files)) == NAMES


@pytest.mark.slow
def test_another_process_elsewhere_gives_the_same_bytes(made, tmp_path) -> None:
    script = """
import hashlib
from netmap.evidence.package import packaged
from tests.evidence.making import hostile, ordinary
for made in (ordinary, hostile):
    print(hashlib.sha256(packaged(made()).content).hexdigest())
"""
    # No system font, another hash seed, another day's end: nothing of them is in the bytes.
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "FONTCONFIG_FILE": os.devnull}
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True, timeout=280
    )
    import hashlib  # noqa: PLC0415 - beside what it is compared to

    assert found.stdout.split() == [hashlib.sha256(made[name].content).hexdigest() for name in ("ordinary", "hostile")]


@pytest.mark.parametrize("name", DOSSIERS)
def test_the_synthesis_is_one_page_and_the_contents_come_next(name) -> None:
    template = files("netmap.evidence").joinpath("dossier.typ").read_bytes()
    said = json.dumps(outline(DOSSIERS[name](), {}).as_dict())
    found = typst.query(template, "<contents>", field="value", ignore_system_fonts=True, sys_inputs={"document": said})
    assert json.loads(found) == [2]


def test_signs_without_a_font_are_told_and_kept_elsewhere(made) -> None:
    (note,) = made["hostile"].notes
    assert note.startswith("Le PDF n’a pas de police pour ces signes, écrits □ : 中 文 😀.")
    assert "中文" in document_text(made["hostile"])
    assert made["ordinary"].notes == ()


def test_a_document_that_cannot_be_composed_is_told() -> None:
    with pytest.raises(NetmapError, match="Donnez sa version Word"):
        pdf("netmap.evidence:dossier.typ", {"title": "x"}, ON)


# The Word document


def opened(package: Package) -> Any:
    return docx.Document(io.BytesIO(package.files["dossier.docx"]))


def document_text(package: Package) -> str:
    return "\n".join(text.text or "" for text in opened(package).element.body.iter(qn("w:t")))


@pytest.mark.parametrize("name", DOSSIERS)
def test_every_line_of_the_contents_leads_to_a_heading(made, name) -> None:
    body = opened(made[name]).element.body
    marks = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    links = [(one.get(qn("w:anchor")), "".join(t.text for t in one.iter(qn("w:t")))) for one in body.iter(qn("w:hyperlink"))]
    assert [anchor for anchor, _ in links] == marks
    titled = {
        mark.get(qn("w:name")): "".join(t.text for t in mark.getparent().iter(qn("w:t"))) for mark in body.iter(qn("w:bookmarkStart"))
    }
    assert dict(links) == titled
    assert len(marks) == len(set(marks)) >= 5


def test_the_word_document_has_styles_headings_that_repeat_and_told_pictures(made) -> None:
    document = opened(made["ordinary"])
    assert document.core_properties.language == "fr-FR"
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"fr-FR"}
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [
        "Synthèse", "Sommaire", "1. Périmètre et méthode",
        "2. Critère 4 (cahier des charges 2023)", "3. Critère 7 (cahier des charges 2023)",
        "4. Fiche d’écart",
        "5. Le réseau de partenaires", "Annexes",
    ]  # fmt: skip
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    told = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert [text.partition(",")[0] for text in told] == ["Dessin du réseau", "Carte géographique"]
    assert all("25 acteurs dessinés sur 25, 24 liens" in text.replace("\u00a0", " ") for text in told)
    assert [section.orientation for section in document.sections] == [0, 1]


def test_no_table_is_wider_than_its_page(made) -> None:
    for name in DOSSIERS:
        document = opened(made[name])
        section = document.sections[-1]
        room = (section.page_width - section.left_margin - section.right_margin) // 635
        for table in document.tables:
            assert sum(int(one.get(qn("w:w"))) for one in table._tbl.tblGrid) <= room


def test_hostile_words_stay_words_in_the_word_document(made) -> None:
    text = document_text(made["hostile"])
    assert '<b>Bois & "fils"</b> #let x = 1 $y$ \\textbf{z} {{titre}} [[x]] *gras* _it_ =SOMME(A1)' in text
    assert not re.search("[\u0000-\u0008\u001b\u202a-\u202e]", text)


def test_an_empty_dossier_says_what_is_not_known(made) -> None:
    text = document_text(made["empty"]).replace("\u00a0", " ")
    assert "Aucun chiffre : les données chargées ne disent rien sur ce périmètre." in text
    assert "Charger le modèle « conventions », même partiel." in text
    assert "Aucun fichier : rien n’a été chargé." in text
    assert "Registre des conventions : aucune convention connue." in text
    assert f"« {TEXT_4} »".replace(" ;", "\u202f;") in text


def model(*, marker: bool) -> bytes:
    made: Any = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Académie de Valmont"
    made.styles["Heading 1"].font.name = "Marianne de Valmont"
    made.add_paragraph("Couverture : {{titre}}")
    cut = made.add_paragraph("Au {{da")
    cut.add_run("te}}, {{perimetre}}")
    if marker:
        made.add_paragraph("{{dossier}}")
        made.add_paragraph("Signature du chef d’établissement")
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


@pytest.mark.parametrize("marker", [True, False])
def test_the_region_s_model_keeps_its_cover_its_styles_and_its_end(marker) -> None:
    content = model(marker=marker)
    package = packaged(ordinary(), ("modele.docx", content))
    document = opened(package)
    texts = [p.text for p in document.paragraphs if p.text]
    assert texts[:3] == [
        "Couverture : Dossier de preuves, label Lycée des métiers",
        "Au 23/11/2026, Lycée professionnel des Tilleuls (0350760L), Rennes",
        "Synthèse",
    ]
    assert (texts[-1] == "Signature du chef d’établissement") is marker
    assert document.sections[0].header.paragraphs[0].text == "Académie de Valmont"
    assert document.styles["Heading 1"].font.name == "Marianne de Valmont"
    assert json.loads(package.files["manifeste.json"])["model"]["file"] == "modele.docx"
    assert package.content == packaged(ordinary(), ("modele.docx", content)).content


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<html>", "é".encode("utf-16")])
def test_a_model_that_is_no_word_document_is_told(content) -> None:
    with pytest.raises(NetmapError, match=r"« modele\.docx » n’est pas un document Word"):
        packaged(empty(), ("modele.docx", content))


# The workbook


def book_of(package: Package) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(package.files["preuves.xlsx"]))


def test_the_workbook_is_typed_frozen_and_whole(made) -> None:
    book = book_of(made["ordinary"])
    assert book.sheetnames == [
        "Lisez-moi", "2023-4", "2023-7", "2023-4 Registre des conventions", "2023-4 Partenaires par sorte", "Fiche d’écart", "Lignes",
        "Acteurs dessinés", "Liens dessinés",
    ]  # fmt: skip
    assert all(sheet.freeze_panes == "A2" for sheet in book.worksheets[1:])
    figures = [[cell.value for cell in row] for row in book["2023-4"].iter_rows(min_row=2, max_col=7)]
    assert figures == [
        ["2023/4/conventions", "Conventions en vigueur", 24, None, "preuve", "documenté", 27],
        ["2023/4/share", "Part des partenaires actifs sous convention", 62.5, "%", "preuve", "déclaré", 1234],
        ["2023/4/frameworks", "Conventions rattachées à un accord-cadre", 0, None, "absence constatée", None, 24],
        ["2023/4/actions", "Élèves touchés par des actions", None, "élèves", "non renseigné", None, None],
    ]
    register = book["2023-4 Registre des conventions"]
    assert [cell.data_type for cell in register[2]] == ["s", "s", "n", "d", "n", "s", "n", "s"]
    assert register.max_row == 25
    assert [[cell.value for cell in row] for row in book["Lignes"].iter_rows(min_row=2, max_row=3)] == [
        ["2023/4/conventions", "conventions.xlsx", "2025", "2 à 25", 3],
        ["2023/4/share", "conventions.xlsx", "2025", "2 à 4", 3],
    ]


def test_no_cell_of_the_workbook_is_a_formula(made) -> None:
    book = book_of(made["hostile"])
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert HOSTILE[2] in [cell.value for cell in cells]
    assert b"<f>" not in made["hostile"].files["preuves.xlsx"]
    assert len({name.lower() for name in book.sheetnames}) == len(book.sheetnames)


def test_the_guide_says_filters_and_definitions(made) -> None:
    said = {str(cell.value) for row in book_of(made["ordinary"])["Lisez-moi"].iter_rows() for cell in row}
    assert {"Filtres", "Établissements", "0350760L", "2023/4, 2023/7", "Ce que dit la colonne Fin", TEXT_4} <= said


@pytest.mark.slow
def test_five_thousand_conventions_hold_in_one_dossier() -> None:
    package = packaged(large())
    document = opened(package)
    assert max(len(table.rows) for table in document.tables) == ROWS_MAX + 1
    assert f"{ROWS_MAX} lignes sur 5\u202f000\u00a0: toutes sont dans preuves.xlsx." in document_text(package)
    assert book_of(package)["2023-4 Registre des conventions"].max_row == 5_001
    assert "conventions.xlsx, feuille «\u00a02025\u00a0», lignes\u00a02 à 5001 (lot\u00a03)" in document_text(package)


# The drawings


@pytest.mark.parametrize("name", DOSSIERS)
def test_drawings_are_well_formed_and_ask_nothing_of_anyone(made, name) -> None:
    for drawing in ("reseau.svg", "carte.svg"):
        text = made[name].files[drawing].decode()
        root = ET.fromstring(text)  # noqa: S314 - made by us
        tags = {element.tag.partition("}")[2] for element in root.iter()}
        assert tags <= {"svg", "title", "desc", "rect", "path", "g", "circle", "polygon", "text"}
        assert re.findall(r"https?://[^\s\"]+", re.sub(r">[^<]*<", "><", text)) == ["http://www.w3.org/2000/svg"]
    assert made[name].files["reseau.png"].startswith(b"\x89PNG")


def test_states_and_kinds_are_told_apart_in_grey(made) -> None:
    text = made["ordinary"].files["reseau.svg"].decode()
    ties = re.findall(r'<path d="M\S+ \S+L\S+ \S+" fill="none" stroke="#\w+" stroke-width="([\d.]+)"( stroke-dasharray="[^"]+")?', text)
    assert len(ties) == 24
    assert len(set(ties)) == 4
    assert "<circle r=" in text
    assert "<polygon points=" in text


def test_names_on_a_drawing_hide_no_other(made) -> None:
    for name in ("ordinary", "hostile"):
        boxes = []
        for x, y, anchor, words in re.findall(
            r'<text x="([\d.-]+)" y="([\d.-]+)" font-size="14" text-anchor="(\w+)"[^>]*>([^<]*)<', made[name].files["reseau.svg"].decode()
        ):
            wide = 14 * 0.45 * len(unescape(words))
            left = float(x) - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
            boxes.append((left, float(y) - 11, left + wide, float(y) + 3))
        assert len(boxes) >= 5
        for n, one in enumerate(boxes):
            assert not any(a[0] < one[2] and one[0] < a[2] and a[1] < one[3] and one[1] < a[3] for a in boxes[:n])


def test_actors_without_position_are_counted_on_the_map(made) -> None:
    assert "3\u00a0acteurs sans position ne sont pas sur la carte." in made["ordinary"].files["carte.svg"].decode()
    assert "Aucun acteur à dessiner." not in made["ordinary"].files["reseau.svg"].decode()


# French


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (1234.5, "", "1\u202f234,5"),
        (12, "%", "12\u202f%"),
        (62.5, "%", "62,5\u202f%"),
        (0.04, "", "0,04"),
        (33.333333, "%", "33,3\u202f%"),
        (-3, "", "\N{MINUS SIGN}3"),
        (1234567, "€", "1\u202f234\u202f567\u00a0€"),
        (ON.replace(year=2027, month=8, day=31), "", "31/08/2027"),
        (True, "", "oui"),
        (None, "%", "n. r."),
        ("", "", "n. r."),
        (0, "", "0"),
    ],
)
def test_values_are_written_in_french(value, unit, written) -> None:
    assert shown(value, unit) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Est-ce « vrai » ? Oui !", "Est-ce «\u00a0vrai\u00a0»\u202f? Oui\u202f!"),
        ("12 % ; note : rien", "12\u202f%\u202f; note\u00a0: rien"),
        ("à 10:30, https://exemple.fr/?a=1", "à 10:30, https://exemple.fr/?a=1"),
        ("déjà\u00a0: bien", "déjà\u00a0: bien"),
        ("un\x07deux\u202etrois", "un deux trois"),
    ],
)
def test_sentences_have_the_spaces_of_french(text, written) -> None:
    assert typeset(text) == written


def test_source_lines_are_gathered() -> None:
    lines = [SourceLine("a.xlsx", "1", n, 2) for n in (9, 2, 3, 4, 7, 8)] + [
        SourceLine("b.csv", "", None, 3),
        SourceLine("", "Correction", None, 4),
    ]
    assert [one.replace("\u00a0", " ") for one in lines_shown(lines)] == [
        "Correction (lot 4)",
        "a.xlsx, feuille « 1 », lignes 2 à 4, 7 à 9 (lot 2)",
        "b.csv (lot 3)",
    ]
    assert lines_shown([SourceLine(f"{n}.csv", "", n, 1) for n in range(6)])[-1] == "et 2\u00a0autres endroits (classeur des preuves)"


def test_what_was_asked_is_said_without_codes() -> None:
    said = {"criteria": ["2023/4"], "scope": "", "establishments": ["Establishment:0350760L"], "on": "2026-11-23", "none": None}
    assert asked(said) == [("Critères", "2023/4"), ("Établissements", "0350760L"), ("Date", "23/11/2026")]


def test_a_figure_that_nobody_said_has_no_value() -> None:
    assert figure_shown(Figure(id="a", label="a", state=State.UNKNOWN, on=ON)) == "non renseigné"
    for state, value in ((State.UNKNOWN, 0), (State.PROOF, None), (State.ABSENCE, None)):
        with pytest.raises(NetmapError, match="ne vont pas ensemble"):
            Figure(id="a", label="a", state=state, value=value, on=ON)
