"""Questions on a small network written by hand: golden rows, parameters from text, evidence, and answers as people read them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from netmap.answer import Answer, ask, find_actor, parameters
from netmap.errors import NetmapError, SchemaError, UnknownName
from netmap.intake import Preparation
from netmap.network import Network
from netmap.question import Question, ResultColumn
from netmap.stores import open_store
from queries import QUESTIONS
from queries.frameworks_by_siren import FRAMEWORKS_BY_SIREN
from queries.handover import HANDOVER
from queries.lapsing_conventions import LAPSING_CONVENTIONS
from queries.uncovered_filieres import UNCOVERED_FILIERES
from tests.core.conftest import network_of

ON = date(2026, 11, 23)
FILES = {
    "etablissements.csv": (
        "UAI;Nom;Commune;Département;Filières\n"
        "0350760L;Lycée des Tilleuls;Rennes;Ille-et-Vilaine;Bois | BTP | Énergie\n"
        "0671509B;Lycée du Port;Brest;Finistère;BTP | Mer\n"
    ),
    "organisations.csv": "SIREN;Nom;Commune;Filières\n000000018;Menuiserie Valette;Rennes;Énergie\n000000026;Atelier Brume;Brest;\n",
    "accords.csv": (
        "Référence de l’accord;Intitulé de l’accord;SIREN;Partenaire;Début;Fin\n"
        "NOR-1;Accord Valette;000000018;Menuiserie Valette;01/01/2024;31/12/2028\n"
        "NOR-2;Accord Brume, ancien;000000026;Atelier Brume;01/01/2020;31/12/2023\n"
        "NOR-3;Accord Brume, sans dates;000000026;Atelier Brume;;\n"
    ),
    "conventions.csv": (
        "N° de convention;UAI;SIREN;Partenaire;Objet;Début;Fin;Reconduction;Préavis (mois);Filières;Accord-cadre cité\n"
        "CONV-2024-1;0350760L;000000018;Menuiserie Valette;Accueil en PFMP;01/09/2024;31/12/2026;aucune;;Bois;NOR-1\n"
        "CONV-2024-2;0671509B;000000026;Atelier Brume;Visites;01/09/2023;31/08/2024;tacite;;BTP;\n"
        "CONV-2024-3;0671509B;000000026;Atelier Brume;Jurys;01/01/2024;30/04/2027;tacite;6;;NOR-2\n"
        "CONV-2020-9;0671509B;;Mer et Fils;Stages;01/09/2020;31/08/2022;expresse;;Mer;\n"
    ),
}
Load = Callable[..., Preparation]


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    return network_of(FILES, tmp_path_factory.mktemp("reseau"))


def answer(network: Network, question: Question, **given: str) -> Answer:
    return ask(network, question, parameters(question, given, network, ON))


def test_conventions_that_lapse_come_with_the_most_urgent_first_and_what_to_do(network: Network) -> None:
    found = answer(network, LAPSING_CONVENTIONS)
    assert found.params == {"before": date(2027, 5, 25), "scope": None, "on": ON}
    assert found.rows.select("convention", "establishment", "partner", "partners", "effective_end", "act_before", "days").rows() == [
        ("Convention:CONV-2024-3", "Establishment:0671509B", "Organisation:000000026", 1, date(2027, 4, 30), date(2026, 10, 30), 158),
        ("Convention:CONV-2024-1", "Establishment:0350760L", "Organisation:000000018", 1, date(2026, 12, 31), date(2026, 12, 31), 38),
    ]
    assert found.places.to_list() == ["conventions.csv, ligne 4", "conventions.csv, ligne 2"]


def test_a_tacit_renewal_already_begun_lapses_at_its_own_end(network: Network) -> None:
    found = answer(network, LAPSING_CONVENTIONS, before="31/08/2027", scope="Lycée du Port")
    assert found.rows.select("convention", "effective_end").rows() == [
        ("Convention:CONV-2024-3", date(2027, 4, 30)),
        ("Convention:CONV-2024-2", date(2027, 8, 31)),
    ]


def test_an_answer_is_shown_in_french_with_names_and_the_source_line_last(network: Network) -> None:
    found = answer(network, LAPSING_CONVENTIONS, scope="0350760L")
    assert found.shown(network).to_dicts() == [
        {
            "Convention": "Accueil en PFMP",
            "Établissement": "Lycée des Tilleuls",
            "Partenaire": "Menuiserie Valette",
            "Agir avant le": "31/12/2026",
            "Fin": "31/12/2026",
            "Jours restants": "38",
            "Reconduction": "Aucune",
            "Que faire": "Prend fin : proposer une nouvelle convention si le partenariat continue.",
            "Nombre de partenaires": "1",
            "Source": "conventions.csv, ligne 2",
        }
    ]
    assert found.shown(network).columns == [
        "Convention",
        "Établissement",
        "Partenaire",
        "Agir avant le",
        "Fin",
        "Jours restants",
        "Reconduction",
        "Que faire",
        "Nombre de partenaires",
        "Source",
    ]
    (row,) = found.as_dict(network)["rows"]
    assert (row["convention"], row["convention_name"], row["partner_name"], row["source"]) == (
        "Convention:CONV-2024-1",
        "Accueil en PFMP",
        "Menuiserie Valette",
        "conventions.csv, ligne 2",
    )


def test_filieres_that_no_live_convention_reaches_are_told_with_what_exists(network: Network) -> None:
    found = answer(network, UNCOVERED_FILIERES)
    assert found.shown(network).to_dicts() == [
        {
            "Filière": "Mer",
            "Établissements qui l’enseignent": "1",
            "Par exemple": "Lycée du Port",
            "Conventions hors vigueur": "1",
            "Conventions à compléter": "1",
            "Partenariats renseignés": "oui",
            "Que faire": "Compléter d’abord 1 convention dont la filière ou les dates ne sont pas dites.",
            "Source": "etablissements.csv, ligne 3",
        }
    ]


def test_a_filiere_is_reached_in_its_own_territory_only(network: Network) -> None:
    found = answer(network, UNCOVERED_FILIERES, scope="Ille-et-Vilaine")
    assert found.rows.select("filiere", "establishments", "others").rows() == [("Filiere:~btp", 1, 0)]


def test_filieres_are_not_looked_for_in_a_filiere(network: Network) -> None:
    with pytest.raises(UnknownName) as caught:
        answer(network, UNCOVERED_FILIERES, scope="Filiere:~bois")
    assert str(caught.value) == "« Filiere:~bois » : aucun acteur de ce nom (territoire, campus, réseau, établissement) dans ce réseau."


def test_frameworks_of_the_same_siren_are_possible_links_and_those_over_only_when_cited(network: Network) -> None:
    found = answer(network, FRAMEWORKS_BY_SIREN)
    assert found.rows.select("convention", "framework", "cited", "state", "advice").rows() == [
        (
            "Convention:CONV-2024-2",
            "Framework:NOR-3",
            False,
            "dates inconnues",
            "Lien possible ; dates de l’accord inconnues : les compléter avant de conclure.",
        ),
        (
            "Convention:CONV-2024-3",
            "Framework:NOR-3",
            False,
            "dates inconnues",
            "Lien possible ; dates de l’accord inconnues : les compléter avant de conclure.",
        ),
        (
            "Convention:CONV-2024-1",
            "Framework:NOR-1",
            True,
            "en vigueur",
            "Lien déclaré : la convention cite cet accord.",
        ),
        (
            "Convention:CONV-2024-3",
            "Framework:NOR-2",
            True,
            "terminée",
            "L’accord cité n’est plus en vigueur : vérifier s’il est remplacé, et citer le texte en vigueur.",
        ),
    ]
    assert answer(network, FRAMEWORKS_BY_SIREN, convention="CONV-2024-1").rows["framework"].to_list() == ["Framework:NOR-1"]


def test_a_name_a_key_or_an_id_all_mean_the_actor(network: Network) -> None:
    for text in ("Establishment:0671509B", "0671509B", "lycée du port", "LYCEE DU PORT", "du Port"):
        assert parameters(UNCOVERED_FILIERES, {"scope": text}, network, ON) == {"scope": "Establishment:0671509B", "on": ON}
    assert find_actor(network, "bois", "Territory|Filiere") == "Filiere:~bois"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {"scope": "lycée"},
            (
                "« lycée » désigne plusieurs acteurs : Lycée des Tilleuls [Establishment:0350760L] ; Lycée du Port "
                "[Establishment:0671509B]. Donnez l’identifiant entre crochets."
            ),
        ),
        (
            {"scope": "Lycée de la Lune"},
            "« Lycée de la Lune » : aucun acteur de ce nom (territoire, campus, réseau, filière, établissement) dans ce réseau.",
        ),
        ({"scope": "???"}, "« ??? » : aucun acteur de ce nom (territoire, campus, réseau, filière, établissement) dans ce réseau."),
        ({"perimetre": "x"}, "« perimetre » n’est pas un paramètre de « lapsing_conventions » ; il prend : before, scope, on."),
        ({"on": "demain"}, "À la date du : « demain » n’est pas une date (jour/mois/année attendus, par exemple 31/08/2027)."),
        (
            {"before": "31/02/2027"},
            "Échéance avant le : « 31/02/2027 » n’est pas une date (le 31/02/2027 n’existe pas dans le calendrier).",
        ),
    ],
)
def test_a_parameter_that_cannot_be_read_is_told_in_french(network: Network, given: dict[str, str], sentence: str) -> None:
    with pytest.raises(UnknownName) as caught:
        parameters(LAPSING_CONVENTIONS, given, network, ON)
    assert str(caught.value) == sentence


def test_an_empty_parameter_takes_its_default_counted_from_the_date(network: Network) -> None:
    assert parameters(LAPSING_CONVENTIONS, {"scope": " ", "before": None}, network, ON) == {
        "before": date(2027, 5, 25),
        "scope": None,
        "on": ON,
    }


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_an_empty_network_gives_an_empty_answer_with_its_headings(question: Question) -> None:
    network = Network()
    found = answer(network, question)
    assert (found.rows.height, found.places.to_list(), found.version) == (0, [], 0)
    assert found.shown(network).schema == dict.fromkeys([*(c.label for c in question.shown()), "Source"], pl.String())
    assert found.as_dict(network)["rows"] == []


@pytest.fixture(scope="module")
def example(demo: Path) -> Network:
    return open_store(demo).network()


def check_columns(question: Question, network: Network) -> int:
    params = parameters(question, {}, network, ON)
    facts = question.find(network, params)
    assert dict(facts.schema) == question.facts
    rows = question.conclude(question.measure(facts, params), params)
    declared = [c.name for c in question.columns]
    assert [name for name in declared if name not in rows.columns] == []
    assert list(ask(network, question, params).rows.columns) == declared
    wrong = [c.name for c in question.columns if not same_kind(rows.schema[c.name], c.type.dtype)]
    assert wrong == []
    return rows.height


def same_kind(found: pl.DataType, declared: pl.DataType) -> bool:
    return (found.is_integer() and declared.is_integer()) or found == declared


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_facts_and_rows_have_exactly_the_declared_columns(question: Question, network: Network, example: Network) -> None:
    check_columns(question, network)
    assert check_columns(question, example) > 0
    assert check_columns(question, Network()) == 0


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_an_answer_does_not_depend_on_the_order_of_the_network(question: Question, example: Network) -> None:
    turned = Network(
        {kind: frame.reverse() for kind, frame in example.nodes.items()},
        {kind: frame.reverse() for kind, frame in example.links.items()},
        example.lots,
        example.version,
    )
    assert answer(turned, question).rows.equals(answer(example, question).rows)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_every_row_of_the_demo_has_the_place_of_its_evidence(question: Question, example: Network) -> None:
    assert all(", ligne " in place for place in answer(example, question).places)


def test_a_question_that_finds_other_facts_than_declared_is_refused(network: Network) -> None:
    broken = replace(UNCOVERED_FILIERES, find=lambda _network, _params: pl.DataFrame({"other": [1]}))
    with pytest.raises(NetmapError, match="Question « uncovered_filieres » : faits"):
        answer(network, broken)


def test_a_question_without_evidence_or_with_a_column_twice_is_refused() -> None:
    with pytest.raises(SchemaError, match="il manque la colonne « about »"):
        replace(UNCOVERED_FILIERES, columns=UNCOVERED_FILIERES.columns[:-1])
    with pytest.raises(SchemaError, match="une colonne est déclarée deux fois"):
        replace(UNCOVERED_FILIERES, columns=(*UNCOVERED_FILIERES.columns, ResultColumn(name="about", label="Preuve")))


FOLLOWED = {
    "organisations.csv": (
        "SIREN;Nom;Commune;Connue par (fonction)\n000000018;Menuiserie Valette;Rennes;CPE\n000000026;Atelier Brume;Brest;\n"
    ),
    "conventions.csv": (
        "N° de convention;UAI;SIREN;Objet;Début;Fin;Suivie par (fonction);Dernière nouvelle\n"
        "CONV-2024-1;0350760L;000000018;Accueil;01/09/2024;31/12/2026;DDFPT du lycée;01/10/2026\n"
        "CONV-2024-2;0350760L;000000026;Visites;01/09/2023;31/08/2029;ddfpt;01/10/2024\n"
        "CONV-2024-3;0671509B;000000018;Jurys;01/09/2023;31/08/2029;;\n"
        "CONV-2020-4;0671509B;000000026;Stages;01/09/2019;31/08/2022;;\n"
    ),
    "partenariats.csv": "UAI;SIREN;Connu par (fonction);Dernière nouvelle\n0671509B;000000026;DDFPT;01/11/2026\n",
}


def test_what_a_function_follows_is_handed_over_with_what_to_say_first(load: Load) -> None:
    network = load(FOLLOWED).after
    told = ("follower", "establishment", "partner", "convention", "state", "effective_end", "last_news_on", "advice")
    expected = [
        ("CPE", "0671509B", "000000018", "CONV-2024-3", "en vigueur", date(2029, 8, 31), None, "Aucun contact daté"),
        ("DDFPT", "0671509B", "000000026", None, "sans convention", None, date(2026, 11, 1), "Présenter le successeur."),
        (
            "DDFPT du lycée",
            "0350760L",
            "000000018",
            "CONV-2024-1",
            "en vigueur",
            date(2026, 12, 31),
            date(2026, 10, 1),
            "Échéance ou préavis",
        ),
        ("ddfpt", "0350760L", "000000026", "CONV-2024-2", "en vigueur", date(2029, 8, 31), date(2024, 10, 1), "Dernier contact il y a"),
    ]
    every = [tuple(_key(cell) for cell in row) for row in answer(network, HANDOVER).rows.select(told).iter_rows()]
    assert [row[:-1] for row in every] == [row[:-1] for row in expected]
    assert all(str(row[-1]).startswith(str(wanted[-1])) for row, wanted in zip(every, expected, strict=True))
    asked = answer(network, HANDOVER, who="Ddfpt", scope="0350760L").rows
    assert asked["convention"].to_list() == ["Convention:CONV-2024-1", "Convention:CONV-2024-2"]
    assert answer(network, HANDOVER, who=".*").rows.is_empty()


def _key(cell: object) -> object:
    return (
        cell.partition(":")[2]
        if isinstance(cell, str) and cell.partition(":")[0] in ("Establishment", "Organisation", "Convention")
        else cell
    )
