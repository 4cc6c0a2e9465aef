"""Criteria are data: (version, number), the official words, what corresponds to what, and those that a region adds."""

from datetime import date

import pytest

from netmap.errors import UnknownName
from netmap.evidence.catalogue import basis_of, catalogue, elsewhere, find, scope_of
from netmap.network import Network
from netmap.reference.criteria import NATIONAL_CRITERIA, TICKED, VERSIONS
from netmap.reference.evidence import KINDS
from tests.evidence.conftest import Load

REGIONAL = (
    "Version du cahier des charges;Numéro du critère;Texte du critère;Portée du critère;Territoire du critère;Thèmes du critère;Base "
    "légale;"
    "En vigueur depuis le\n"
    "2017 Strasbourg;8;Une ouverture <b>transfrontalière</b>;Académie;Strasbourg;Ouverture internationale;Cahier académique;01/09/2017\n"
    "2023;4;Un autre texte que le texte national;;;;;\n"
)


def test_each_version_has_its_criteria_in_order():
    held = {version.code: [c.number for c in NATIONAL_CRITERIA if c.version == version.code] for version in VERSIONS}
    assert held == {"2023": list(range(1, 9)), "2016": list(range(1, 8)), "2005": list(range(1, 10))}


def test_the_criteria_users_are_asked_for_are_those_of_the_version_in_force():
    assert [find(Network(), code).sentence for code in TICKED] == [
        (
            "Un partenariat actif avec le tissu économique local et les organismes de proximité ainsi que les établissements "
            "partenaires agissant dans les domaines de la formation professionnelle, de l’orientation et de l’insertion"
        ),
        (
            "La mise en place et le suivi d’actions pour prévenir le décrochage scolaire et pour accueillir des jeunes bénéficiant du "
            "droit au retour en formation initiale prévu à l’article L. 122-2"
        ),
    ]


def test_what_corresponds_to_what_is_said_both_ways_and_in_part():
    said = {criterion.code: elsewhere(criterion, NATIONAL_CRITERIA) for criterion in NATIONAL_CRITERIA}
    assert said == {
        "2023/1": "2016/1, 2005/1, 2005/3",
        "2023/2": "2016/2, 2005/2",
        "2023/3": "2005/4 (en partie)",
        "2023/4": "2016/3, 2005/5, 2005/9 (en partie)",
        "2023/5": "2016/4",
        "2023/6": "2016/5, 2005/7",
        "2023/7": "2016/6",
        "2023/8": "2016/7, 2005/6 (en partie)",
        "2016/1": "2023/1, 2005/1, 2005/3",
        "2016/2": "2023/2, 2005/2",
        "2016/3": "2023/4, 2005/5, 2005/9 (en partie)",
        "2016/4": "2023/5",
        "2016/5": "2023/6, 2005/7",
        "2016/6": "2023/7",
        "2016/7": "2023/8, 2005/6 (en partie)",
        "2005/1": "2023/1, 2016/1",
        "2005/2": "2023/2, 2016/2",
        "2005/3": "2023/1, 2016/1",
        "2005/4": "2023/3 (en partie)",
        "2005/5": "2023/4, 2016/3",
        "2005/6": "2023/8 (en partie), 2016/7 (en partie)",
        "2005/7": "2023/6, 2016/5",
        "2005/8": "",
        "2005/9": "2023/4 (en partie), 2016/3 (en partie)",
    }


def test_a_number_alone_is_never_enough():
    with pytest.raises(UnknownName, match="2023/7, 2016/7, 2005/7"):
        find(Network(), "7")
    with pytest.raises(UnknownName, match="Aucun critère ne porte le numéro 12"):
        find(Network(), "12")
    with pytest.raises(UnknownName, match="par exemple 2023/4"):
        find(Network(), "2024/4")


def test_a_region_adds_its_criteria_and_does_not_rewrite_national_ones(load):
    network = load({"criteres.csv": REGIONAL})
    added = catalogue(network)[len(NATIONAL_CRITERIA) :]
    assert [(c.code, c.text, scope_of(c), c.themes, c.since) for c in added] == [
        ("2017 Strasbourg/8", "Une ouverture <b>transfrontalière</b>", "académie (Strasbourg)", ("international",), date(2017, 9, 1))
    ]
    assert basis_of(added[0]) == "Cahier académique ; depuis le 01/09/2017"
    assert find(network, "2023/4").text == find(Network(), "2023/4").text
    assert elsewhere(find(network, "2023/6"), catalogue(network)) == "2016/5, 2005/7, 2017 Strasbourg/8"


def test_every_kind_of_evidence_says_what_is_missing_or_that_its_absence_is_no_gap():
    assert {kind.name for kind in KINDS if not kind.missing} == {"partenariats"}
    assert all(bool(kind.missing) == bool(kind.action) for kind in KINDS)


def test_a_criterion_in_the_network_is_never_named_without_its_version_and_number(load: Load):
    regional = "Version du cahier des charges;Numéro du critère;Texte du critère\n2017 Strasbourg;8;Un réseau d’anciens élèves\n"
    supported = "N° de convention;UAI;Partenaire;Objet;Début;Critères\nCONV-1;0350760L;Valette;Accueil;01/09/2025;4\n"
    network = load({"criteres.csv": regional, "conventions.csv": supported})
    named = {"Criterion:2017 Strasbourg/8": "2017 Strasbourg/8 : Un réseau d’anciens élèves", "Criterion:2023/4": "2023/4"}
    assert dict(network.captions.filter(kind="Criterion").select("id", "caption").iter_rows()) == named
    assert {identifier: network.caption(identifier) for identifier in named} == named
