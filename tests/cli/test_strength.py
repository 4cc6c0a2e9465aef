"""`strength` and `whatif` as their users meet them."""

from pathlib import Path

import pytest

from tests.cli.running import ONE, TWO, answer, run, write

ON = ("--on", "23/11/2026")


def test_strength_says_the_answer_the_indicators_and_who_counts(example):
    found = run("strength", "CMQ-BATI", *ON, "--since", "23/11/2024", "--network", example)
    assert found.exit_code == 0
    assert found.stdout.startswith("Campus Bâtir et habiter durable, au 23/11/2026 : ")
    for words in ("Partenaires sous convention", "Acteurs passerelles", "Communautés", "Depuis le 23/11/2024", "Partenaires venus"):
        assert words in found.stdout
    assert "Calculé en " in found.stderr


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "pdf", "json"])
@pytest.mark.parametrize("words", [("strength", "Orlange"), ("whatif", "--without", "Vernombre Transports")])
def test_answers_are_written_as_files(example, words, form):
    found = run(*words, *ON, "--network", example, "--format", form, "--output", f"reponse.{form}")
    assert found.exit_code == 0, found.stderr
    start = {"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "docx": b"PK", "pdf": b"%PDF", "json": b"{"}[form]
    assert Path(f"reponse.{form}").read_bytes().startswith(start)
    assert f"reponse.{form}" in found.stderr


def test_whatif_says_what_is_lost_and_who_could_take_over_and_changes_nothing():
    run("load", write(ONE, TWO))
    said = answer("whatif", "--without", "Boulangerie Dupont", "--without", "Garage Martin", *ON)
    assert [one["id"] for one in said["isolated"]] == ["Establishment:0422170F"]
    assert [one["convention_name"] for one in said["conventions"]] == ["Stages", "Accueil"]
    assert said["answer"].endswith("1 établissement isolé, aucune filière sans partenaire, 2 conventions à remplacer.")
    one = answer("whatif", "--without", "Garage Martin", *ON)
    assert (one["isolated"], len(one["conventions"])) == ([], 1)
    assert answer("lots")["lots"][-1]["number"] == 1


def test_a_person_leaves_with_what_this_function_follows():
    run("load", write(ONE, TWO))
    said = answer("whatif", "--contact", "ddfpt", "--establishment", "0422170F", *ON)
    assert [one["convention_name"] for one in said["conventions"]] == ["Accueil"]
    assert "1 convention à transmettre" in said["answer"]


def test_a_network_where_nothing_holds_says_so():
    run("load", write("CV-2026-009;0422170F;Garage Martin;Valmont;Stages;;;;;"))
    found = run("strength", *ON)
    assert found.exit_code == 0
    assert "aucun partenaire vivant n’est connu" in found.stdout
    assert "non renseigné" in found.stdout
    assert "nan" not in found.stdout.lower().replace("financ", "")


def test_a_convention_without_dates_is_no_loss_of_nothing():
    run("load", write(ONE, "CV-2026-009;0422170F;Garage Martin;Valmont;Stages;;;;;"))
    said = answer("whatif", "--without", "Garage Martin", *ON)
    assert (
        said["answer"]
        == "Sans Garage Martin, au 23/11/2026 : aucun lien vivant connu ne serait perdu ; 1 convention sans dates n’est pas comptée."
    )
    assert [one["convention_name"] for one in said["unsure"]] == ["Stages"]
    assert answer("whatif", "--without", "Boulangerie Dupont", *ON)["unsure"] == []


def test_the_command_says_what_to_do_below_the_indicators():
    run("load", write(ONE, TWO))
    shown = run("strength", *ON).stdout
    assert "\nQue faire\n- " in shown
    assert "- Actions tenues : Charger les actions menées avec les partenaires" in shown


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("whatif",), "Dites qui partirait"),
        (("whatif", "--contact", "Intendante"), "« Intendante » ne suit aucune convention ni aucun partenariat. Fonctions connues : DDFPT"),
        (("whatif", "--without", "Personne de ce nom"), "aucun acteur de ce nom"),
        (("whatif", "--establishment", "0422170F"), "ajoutez « --contact FONCTION »"),
        (("strength", "Garage Martin"), "aucun acteur de ce nom"),
        (("strength", "--since", "01/01/2030"), "doit précéder"),
        (("strength", "--on", "demain"), "Date : « demain » n’est pas"),
        (("strength", "--output", "x.txt"), "ajoutez « --format csv »"),
    ],
)
def test_wrong_words_are_answered_by_a_sentence(words, sentence):
    run("load", write(ONE, TWO))
    found = run(*words)
    assert found.exit_code == 2
    assert sentence in found.stderr
