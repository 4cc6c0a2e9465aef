"""`netmap piece`: each act is a lot that the matrix shows and `undo` takes back; each mistake is one French sentence."""

from pathlib import Path

import pytest

from netmap.evidence.files import MOST_BYTES
from tests.cli.running import ONE, TWO, answer, run, write

SCHOOL = "0422170F"
WHERE = ("--criterion", "2023/4", "--establishment", SCHOOL)
ON = ("--on", "23/11/2026")


@pytest.fixture(autouse=True)
def _loaded(_own_folder: None) -> None:
    run("load", write(ONE, TWO))


def act(name: str, *words: str | Path) -> dict:
    return answer("piece", "--act", name, *WHERE, *ON, "--author", "Camille", *words)


def pieces() -> dict[str, tuple[str, str | None, str | None, list[str]]]:
    said = answer("evidence", *ON, *WHERE)["pieces"]
    return {one["name"]: (one["level"], one["verified"], one["set_aside"], [file["name"] for file in one["files"]]) for one in said}


def test_each_act_is_a_lot_that_the_matrix_shows_and_that_is_undone():
    declared = ("déclaré", None, None, [])
    start = {"Accueil": declared, "Stages": declared}
    assert pieces() == start
    Path("convention.pdf").write_bytes(b"%PDF-1.7")
    lots = [
        act("fichier", "--piece", "CV-2026-001", "--file", "convention.pdf"),
        act("verifier", "--piece", "accueil", "--piece", "Convention:CV-2026-002", "--reason", "vues"),
        act("ecarter", "--piece", "stages", "--reason", "hors sujet"),
        act("joindre", "--title", "Bilan 2026", "--kind", "actions", "--dated", "30/06/2026", "--file", "convention.pdf"),
    ]
    assert [lot["title"] for lot in lots] == [
        "Fichier joint à « Accueil » : convention.pdf",
        "Pièce vérifiée pour le critère 2023/4 : Accueil et 1 de plus, 0422170F",
        "Pièce écartée du critère 2023/4 : Stages, 0422170F",
        "Pièce jointe au critère 2023/4 : Bilan 2026, 0422170F",
    ]
    verified = "23/11/2026, Camille"
    assert pieces() == {
        "Accueil": ("vérifié", verified, None, ["convention.pdf"]),
        "Stages": ("vérifié", verified, "hors sujet", []),
        "Bilan 2026": ("documenté", None, None, ["convention.pdf"]),
    }
    for lot in reversed(lots):
        assert run("undo", str(lot["lot"])).exit_code == 0
    assert pieces() == start


def test_an_absence_is_noted_for_a_kind_or_for_the_whole_criterion():
    for words in (("--kind", "actions"), ()):
        act("absence", *words, "--reason", "vu avec le DDFPT")
    (cell,) = answer("evidence", *ON, *WHERE)["cells"]
    states = {kind["name"]: kind["state"] for kind in cell["kinds"]}
    assert (states["actions"], states["reseaux"], states["conventions"]) == ("absence constatée", "absence constatée", "preuve")


def test_a_convention_of_the_establishment_is_attached_to_another_criterion():
    words = ("--criterion", "2023/8", "--establishment", SCHOOL, "--piece", "CV-2026-001", *ON)
    assert answer("piece", "--act", "joindre", *words)["title"] == "Pièce jointe au critère 2023/8 : Accueil, 0422170F"
    found = answer("evidence", "--criterion", "2023/8", "--establishment", SCHOOL, *ON)["pieces"]
    assert [(one["name"], one["kinds"]) for one in found] == [("Accueil", ["appui"])]


@pytest.mark.parametrize(
    ("name", "words", "sentence"),
    [
        ("ecarter", ("--piece", "Accueil"), "Donnez un motif"),
        ("ecarter", ("--reason", "x"), "demande « --piece »"),
        ("ecarter", ("--piece", "Accueil", "--piece", "Stages", "--reason", "x"), "Une seule « --piece »"),
        ("ecarter", ("--piece", "Brume", "--reason", "x"), "« Brume » n’est pas une pièce du critère 2023/4 pour 0422170F au 23/11/2026"),
        (
            "ecarter",
            ("--piece", "Accueil", "--file", "c.pdf"),
            "« --file » ne va pas avec « --act ecarter », mais avec : joindre, fichier.",
        ),
        ("verifier", ("--piece", "a"), "« a » désigne plusieurs pièces : Accueil [Convention:CV-2026-001] ; Stages"),
        ("verifier", ("--piece", "Accueil", "--author", ""), "Dites qui vérifie"),
        ("verifier", ("--piece", "Accueil", "--on", "31/02/2026"), "« 31/02/2026 » n’est pas une date"),
        ("fichier", ("--piece", "Accueil"), "Donnez le fichier à joindre"),
        ("fichier", ("--piece", "Accueil", "--file", "absent.pdf"), "absent.pdf"),
        ("fichier", ("--piece", "Accueil", "--file", "vide.pdf"), "« vide.pdf » est vide"),
        ("fichier", ("--piece", "Accueil", "--file", "gros.pdf"), "« gros.pdf » pèse 21 Mo"),
        ("joindre", (), "Choisissez une convention ou une action, ou donnez un titre"),
        ("joindre", ("--title", "Bilan", "--piece", "Accueil"), "l’un des deux"),
        ("joindre", ("--piece", "CV-2030-9"), "« CV-2030-9 » n’est ni une convention ni une action de 0422170F"),
        ("joindre", ("--title", "Bilan", "--kind", "bilans"), "« bilans » n’est pas une sorte de preuve du critère 2023/4"),
        ("absence", (), "Donnez un motif"),
        ("absence", ("--criterion", "4", "--reason", "x"), "Le numéro « 4 » ne suffit pas"),
        ("absence", ("--establishment", "0990999Z", "--reason", "x"), "aucun acteur de ce nom"),
    ],
)
def test_each_mistake_is_a_sentence_and_writes_nothing(name: str, words: tuple[str, ...], sentence: str):
    Path("c.pdf").write_bytes(b"%PDF-1.7")
    Path("vide.pdf").touch()
    with Path("gros.pdf").open("wb") as big:
        big.truncate(MOST_BYTES + 1)
    ended = run("piece", "--act", name, *WHERE, *ON, *words)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert sentence in ended.stderr
    assert len(answer("lots")["lots"]) == 1


def test_what_is_done_is_not_done_twice():
    Path("c.pdf").write_bytes(b"%PDF-1.7")
    act("fichier", "--piece", "Accueil", "--file", "c.pdf")
    again = run("piece", "--act", "fichier", *WHERE, *ON, "--piece", "Accueil", "--file", "c.pdf")
    assert "« c.pdf » est déjà joint à « Accueil »" in again.stderr
    lot = act("ecarter", "--piece", "Accueil", "--reason", "doublon")["lot"]
    again = run("piece", "--act", "verifier", *WHERE, *ON, "--piece", "Accueil")
    assert f"« Accueil » est écartée de ce critère (doublon) : « netmap undo {lot} » la reprend." in again.stderr
