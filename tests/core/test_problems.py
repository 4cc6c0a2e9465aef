"""The catalogue of what can be wrong: each entry is a whole French sentence, with where, what was found and what to do."""

import re

import pytest

from netmap.problems import BY_CODE, CATALOGUE, Problem, Severity

SEVERITIES = {
    "fichier-illisible": Severity.FILE,
    "table-non-reconnue": Severity.FILE,
    "colonne-absente": Severity.FILE,
    "colonne-en-double": Severity.FILE,
    "colonne-inconnue": Severity.REMARK,
    "colonne-proposee": Severity.REMARK,
    "valeur-commune": Severity.REMARK,
    "valeur-choisie": Severity.REMARK,
    "valeur-en-code": Severity.REMARK,
    "cellule-fusionnee": Severity.REMARK,
    "annee-deduite": Severity.REMARK,
    "cellule-repetee": Severity.REMARK,
    "lycee-au-dessus": Severity.REMARK,
    "fichier-sans-tableau": Severity.FILE,
    "valeur-obligatoire": Severity.LINE,
    "valeur-refusee": Severity.LINE,
    "valeur-ecartee": Severity.REMARK,
    "nom-illisible": Severity.REMARK,
    "cellule-en-erreur": Severity.LINE,
    "erreur-ecartee": Severity.REMARK,
    "cle-absente": Severity.LINE,
    "reparation-zeros": Severity.REMARK,
    "reparation-nombre": Severity.REMARK,
    "reparation-code": Severity.REMARK,
    "reparation-date": Severity.REMARK,
    "reparation-periode": Severity.REMARK,
    "reparation-duree": Severity.REMARK,
    "reparation-montant": Severity.REMARK,
    "reparation-texte": Severity.REMARK,
    "reparation-oui-non": Severity.REMARK,
    "reparation-choix": Severity.REMARK,
    "reparation-contact": Severity.REMARK,
    "cellule-partagee": Severity.REMARK,
    "code-deplace": Severity.REMARK,
    "adresse-partagee": Severity.REMARK,
    "valeur-reprise": Severity.REMARK,
    "delegation-du-titre": Severity.REMARK,
    "delegation-non-dite": Severity.REMARK,
    "valeur-absente": Severity.REMARK,
    "chiffres-perdus": Severity.REMARK,
    "identifiant-perdu": Severity.LINE,
    "date-imprecise": Severity.REMARK,
    "dates-interverties": Severity.REMARK,
    "lycee-reconnu": Severity.REMARK,
    "lycee-inconnu": Severity.REMARK,
    "lycee-rejoint": Severity.REMARK,
    "partage-incertain": Severity.REMARK,
    "personne-ecartee": Severity.REMARK,
    "valeurs-divergentes": Severity.REMARK,
    "dates-inversees": Severity.LINE,
    "identifiants-discordants": Severity.LINE,
    "listes-inegales": Severity.LINE,
    "ligne-repetee": Severity.REMARK,
    "lien-a-soi-meme": Severity.REMARK,
    "etat-anterieur": Severity.REMARK,
    "reference-inconnue": Severity.REMARK,
    "effectif-inattendu": Severity.REMARK,
}


def test_the_catalogue_says_how_far_each_problem_reaches() -> None:
    assert {kind.code: kind.severity for kind in CATALOGUE} == SEVERITIES
    assert len(BY_CODE) == len(CATALOGUE)


@pytest.mark.parametrize("code", SEVERITIES)
def test_every_entry_is_a_whole_french_sentence_without_a_hole(code: str) -> None:
    message = Problem(code, 12, "Fin écrite", "31/13/2027", "Jour attendu.", "31/12/2027").message
    assert re.fullmatch(r"Ligne 12 : \S.*[.!?…] [A-ZÀ-Ý].*\.", message)
    assert not re.search(r"[{}]|None|''|« »| {2}|'", message)


@pytest.mark.parametrize("code", SEVERITIES)
def test_every_template_asks_only_for_what_a_problem_holds(code: str) -> None:
    kind = BY_CODE[code]
    assert set(re.findall(r"\{(\w*)\}", kind.template)) <= {"column", "value", "detail", "kept"}
    assert set(re.findall(r"\{(\w*)\}", kind.advice)) <= {"column", "detail"}
    assert kind.title[0].isupper()
    assert kind.advice.endswith(".")


def test_a_problem_says_where_what_was_found_what_was_expected_and_what_to_do() -> None:
    assert Problem("valeur-refusee", 4, "Fin", "31/13/2027", "une date (jour/mois/année attendus)").message == (
        "Ligne 4 : Colonne « Fin » : « 31/13/2027 » n’est pas une date (jour/mois/année attendus). "
        "Corrigez la cellule, ou videz-la si la valeur est inconnue."
    )
    assert Problem("colonne-absente", column="UAI").message == (
        "La colonne « UAI » est attendue et n’a pas été trouvée. Ajoutez la colonne, ou corrigez son titre."
    )
    assert Problem("cle-absente", 2, "« SIREN » ou « Partenaire »", "", "de qui elle parle").message == (
        "Ligne 2 : La ligne ne permet pas d’identifier de qui elle parle. "
        "Remplissez au moins une des colonnes : « SIREN » ou « Partenaire »."
    )


def test_braces_and_templates_in_a_cell_are_only_text() -> None:
    message = Problem("valeur-refusee", 2, "{value}", "{column} {0} {detail!r}", "{x}").message
    assert message.startswith("Ligne 2 : Colonne « {value} » : « {column} {0} {detail!r} » n’est pas {x}.")


def test_a_long_value_is_cut_in_the_sentence_and_whole_in_the_fields() -> None:
    problem = Problem("valeur-ecartee", 2, "Thèmes", "x" * 5000, "un thème")
    assert "« " + "x" * 119 + "… »" in problem.message
    assert problem.as_dict() == {
        "line": 2,
        "column": "Thèmes",
        "code": "valeur-ecartee",
        "severity": "remarque",
        "value": "x" * 5000,
        "kept": None,
        "message": problem.message,
    }
