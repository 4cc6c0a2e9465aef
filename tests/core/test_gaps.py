"""What is missing, on a small network written by hand: golden rows, denominators, unknown told from none, suggestions and their reasons."""

import re
from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

from netmap.answer import Answer, ask, parameters
from netmap.domain import SET_ASIDE
from netmap.domain.vocabulary import THEME
from netmap.errors import UnknownName
from netmap.export.document import document_pdf
from netmap.export.gaps import Gap, gaps_document
from netmap.intake import Preparation, remake, undo
from netmap.lot import Draft
from netmap.network import Network
from netmap.partnerships import KIND
from netmap.question import Question
from netmap.reference.criterion_4 import CIRCLES, DOMAINS
from netmap.stores import Store
from netmap.suggestions import set_aside
from queries import (
    BARE_CAMPUSES,
    CONVENTIONS_TO_RENEW,
    CRITERION_4_GRID,
    ESTABLISHMENT_BY_THEME,
    FILIERE_BY_KIND,
    FILIERE_BY_THEME,
    GAPS,
    INCOMPLETE_CONVENTIONS,
    LIVE_PARTNERSHIPS,
    MISSING_BUREAUS,
    PARTNERS_WITHOUT_CONVENTION,
    SINGLE_CONTACTS,
    SINGLE_TIES,
    SOLICITED_COMPANIES,
    SUGGESTED_PARTNERS,
    TERRITORY_BY_FILIERE,
    UNDECLINED_FRAMEWORKS,
    UNJOINED_NETWORKS,
)
from tests.core.conftest import AT, network_of

ON = date(2026, 11, 23)
TILLEULS, PORT, ILE = "Establishment:0350760L", "Establishment:0671509B", "Establishment:0290001U"
VALETTE, BRUME, MISSION = "Organisation:000000018", "Organisation:000000026", "Organisation:~mission locale@rennes"
NEED = "filiere Filiere:~bois"
FILES = {
    "etablissements.csv": (
        "UAI;Nom;Commune;Département;Latitude;Longitude;Filières;Lycée des métiers;Candidat au label;Bureau des entreprises\n"
        "0350760L;Lycée des Tilleuls;Rennes;Ille-et-Vilaine;48,11;-1,68;Bois | Mer;oui;non;non\n"
        "0671509B;Lycée du Port;Vitré;Ille-et-Vilaine;48,12;-1,21;Bois;non;oui;\n"
        "0290001U;Lycée de l’Île;Brest;Finistère;48,39;-4,49;Mer;oui;non;oui\n"
    ),
    "organisations.csv": (
        "SIREN;Nom;Catégorie;Commune;Latitude;Longitude;Filières;Connue par (fonction)\n"
        "000000018;Menuiserie Valette;Entreprise;Rennes;48,10;-1,60;Bois;\n"
        "000000026;Atelier Brume;Entreprise;Vitré;48,12;-1,20;Bois;\n"
        ";Mission locale;Mission locale;Rennes;48,11;-1,68;;\n"
    ),
    "accords.csv": (
        "Référence de l’accord;Intitulé de l’accord;SIREN;Partenaire;Début;Fin;Filières\n"
        "NOR-1;Accord Valette;000000018;Menuiserie Valette;01/01/2024;31/12/2028;Bois\n"
        "NOR-2;Accord de la mer;;Mer et Fils;01/01/2024;31/12/2028;Mer\n"
    ),
    "campus.csv": "Code du campus;Nom du campus;Filières;Latitude;Longitude\nCMQ-BOIS;Campus du bois;Bois | Mer;48,11;-1,68\n",
    "conventions.csv": (
        "N° de convention;UAI;SIREN;Partenaire;Objet;Thèmes;Début;Fin;Reconduction;Filières;Accord-cadre cité;Suivie par (fonction);"
        "Dernière nouvelle;Modalités de suivi\n"
        "CONV-2025-1;0350760L;000000018;Menuiserie Valette;Stages;PFMP et stages;01/09/2025;31/08/2028;aucune;Bois;NOR-1;DDFPT;"
        "01/10/2026;Bilan\n"
        "CONV-2025-2;0671509B;000000018;Menuiserie Valette;Jurys;Jurys, coloration, FCIL;01/09/2024;31/12/2026;aucune;Bois;;;;\n"
        "CONV-2025-3;0671509B;000000026;Atelier Brume;Visites;;01/09/2022;31/08/2025;aucune;Bois;;;;\n"
        "CONV-2025-4;0350760L;;Mission locale;;Insertion professionnelle;;;;;;;;\n"
    ),
    "partenariats.csv": (
        "UAI;Partenaire;Commune du partenaire;Thèmes;Depuis le;Dernière nouvelle\n"
        "0671509B;Mission locale;Rennes;Insertion professionnelle;01/09/2020;01/06/2024\n"
    ),
}
Load = Callable[..., Preparation]


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    return network_of(FILES, tmp_path_factory.mktemp("reseau"))


def answer(network: Network, question: Question, **given: str) -> Answer:
    return ask(network, question, parameters(question, given, network, ON))


def test_a_partnership_without_convention_is_told_among_those_alive(network: Network) -> None:
    found = answer(network, PARTNERS_WITHOUT_CONVENTION)
    assert found.rows.select("establishment", "partner", "since", "last_news_on").rows() == [
        (PORT, MISSION, date(2020, 9, 1), date(2024, 6, 1))
    ]
    assert found.denominator == "Sur 3\xa0partenariats vivants de 3\xa0établissements, 2\xa0sont sous convention (67\xa0%)."
    assert answer(network, PARTNERS_WITHOUT_CONVENTION, scope=ILE).denominator == (
        "Aucun partenariat vivant n’est renseigné pour 1\xa0établissement."
    )


def test_a_convention_that_ends_without_a_successor_is_to_renew_and_one_that_something_follows_is_not(load: Load) -> None:
    network = load(FILES).after
    found = answer(network, CONVENTIONS_TO_RENEW)
    assert found.rows.select("convention", "end", "days", "state").rows() == [
        ("Convention:CONV-2025-2", date(2026, 12, 31), 38, "en vigueur"),
        ("Convention:CONV-2025-3", date(2025, 8, 31), -449, "terminée"),
    ]
    assert found.denominator == (
        "Sur 3\xa0conventions en vigueur, ou finies depuis le 23/11/2024. 1\xa0convention sans dates connues : on ne peut pas le dire."
    )
    assert answer(network, CONVENTIONS_TO_RENEW, since="01/09/2025").rows["convention"].to_list() == ["Convention:CONV-2025-2"]
    next_ones = (
        "N° de convention;UAI;SIREN;Partenaire;Objet;Début;Fin;État déclaré;Remplace la convention\n"
        "CONV-2027-1;0671509B;000000018;Menuiserie Valette;Jurys;01/01/2027;31/12/2029;Projet;\n"
        "CONV-2027-2;0350760L;000000018;Menuiserie Valette;Visites;01/09/2025;31/08/2028;Signée;CONV-2025-3\n"
    )
    followed = answer(load({"suite.csv": next_ones}).after, CONVENTIONS_TO_RENEW)
    assert followed.rows.is_empty()
    assert "Pour 2\xa0autres qui finissent, une suite est connue." in followed.denominator


def test_what_a_convention_lacks_is_named_the_one_that_lacks_most_first(network: Network) -> None:
    found = answer(network, INCOMPLETE_CONVENTIONS)
    assert found.rows.select("convention", "missing", "count").rows() == [
        ("Convention:CONV-2025-4", "objet, date de début, date de fin ou durée, modalités de suivi, critère du label", 5),
        ("Convention:CONV-2025-2", "modalités de suivi, critère du label", 2),
        ("Convention:CONV-2025-1", "critère du label", 1),
    ]
    assert found.denominator == (
        "Sur 3\xa0conventions non terminées : 1 sans objet, 1 sans date de début, 1 sans date de fin ni durée, 2 sans modalités de suivi, "
        "3 sans critère."
    )


def test_the_one_person_who_knows_a_partner_is_told_with_those_who_do_not_say(network: Network) -> None:
    found = answer(network, SINGLE_CONTACTS)
    assert found.rows.select("partner", "contact", "establishment", "establishments", "silent").rows() == [
        (VALETTE, "DDFPT", TILLEULS, 2, 1)
    ]
    assert found.denominator == (
        "Sur 1\xa0partenaire vivant dont une personne est nommée (50\xa0% des 2) ; pour 1\xa0autre, personne n’est renseigné."
    )


def test_the_grid_of_criterion_4_tells_what_nobody_said_from_what_nobody_does(network: Network) -> None:
    found = answer(network, CRITERION_4_GRID)
    assert found.rows.select("circle", "domain", "state", "partners", "conventions", "establishments", "of", "unknown").rows() == [
        ("economique", "formation", "couverte", 1, 2, 2, 3, 0),
        ("economique", "orientation", "aucun", 0, 0, 0, 3, 0),
        ("economique", "insertion", "non_renseigne", 0, 0, 0, 3, 1),
        ("proximite", "formation", "aucun", 0, 0, 0, 3, 0),
        ("proximite", "orientation", "aucun", 0, 0, 0, 3, 0),
        ("proximite", "insertion", "ancienne", 1, 0, 1, 3, 1),
        ("etablissements", "formation", "aucun", 0, 0, 0, 3, 0),
        ("etablissements", "orientation", "aucun", 0, 0, 0, 3, 0),
        ("etablissements", "insertion", "non_renseigne", 0, 0, 0, 3, 1),
    ]
    assert found.rows["last_news_on"].drop_nulls().to_list() == [date(2026, 10, 1), date(2024, 6, 1)]


def test_an_establishment_of_which_no_file_says_any_partner_has_no_empty_cell(network: Network) -> None:
    found = answer(network, CRITERION_4_GRID, scope=ILE)
    assert set(found.rows["state"]) == {"non_renseigne"}
    assert answer(network, CRITERION_4_GRID, scope="Ille-et-Vilaine").rows["of"].unique().to_list() == [2]


def test_the_mapping_to_the_grid_speaks_of_kinds_and_themes_that_exist() -> None:
    kinds = {code for code, _ in KIND.choices}
    themes = {code for code, _ in THEME.choices}
    assert set(CIRCLES) <= kinds
    assert kinds - set(CIRCLES) == {"etranger", "autre"}
    assert set(DOMAINS) == themes - {"global"}


def cell(found: Answer, *at: str) -> tuple[str, int, int]:
    first, second = (column.name for column in found.question.columns[:2])
    row = found.rows.filter((pl.col(first) == at[0]) & (pl.col(second) == at[1]))
    return row.select("state", "partners", "unknown").row(0)


def test_a_matrix_covers_a_cell_only_by_what_is_said_and_leaves_the_rest_open(network: Network) -> None:
    by_kind = answer(network, FILIERE_BY_KIND)
    assert cell(by_kind, "Filiere:~bois", "entreprise") == ("couverte", 1, 1)
    assert cell(by_kind, "Filiere:~bois", "chambre") == ("non_renseigne", 0, 1)
    assert cell(by_kind, "Filiere:~mer", "entreprise") == ("non_renseigne", 0, 1)
    assert by_kind.denominator == (
        "Sur 32\xa0cases (2\xa0filières × 16\xa0sortes) : 1\xa0couverte, 2\xa0sans aucun partenaire, 29\xa0non renseignées."
    )
    by_theme = answer(network, FILIERE_BY_THEME)
    assert cell(by_theme, "Filiere:~bois", "pfmp") == ("couverte", 1, 0)
    assert cell(by_theme, "Filiere:~bois", "visite") == ("aucun", 0, 0)
    assert cell(by_theme, "Filiere:~bois", "insertion") == ("non_renseigne", 0, 2)
    by_school = answer(network, ESTABLISHMENT_BY_THEME)
    assert cell(by_school, PORT, "insertion") == ("ancienne", 1, 0)
    assert cell(by_school, PORT, "pfmp") == ("aucun", 0, 0)
    assert cell(by_school, ILE, "pfmp") == ("non_renseigne", 0, 0)
    by_place = answer(network, TERRITORY_BY_FILIERE)
    assert by_place.rows.select("territory", "filiere", "state", "of").rows() == [
        ("Territory:~departement@finistere", "Filiere:~mer", "non_renseigne", 1),
        ("Territory:~departement@ille et vilaine", "Filiere:~bois", "couverte", 2),
        ("Territory:~departement@ille et vilaine", "Filiere:~mer", "non_renseigne", 1),
    ]
    assert answer(network, TERRITORY_BY_FILIERE, level="bassin").rows.is_empty()


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        (FILIERE_BY_KIND, ("filiere", "kind")),
        (FILIERE_BY_THEME, ("filiere", "theme")),
        (ESTABLISHMENT_BY_THEME, ("scope", "theme")),
        (TERRITORY_BY_FILIERE, ("scope", "filiere")),
        (CRITERION_4_GRID, ("circle", "domain")),
    ],
    ids=lambda case: getattr(case, "name", ""),
)
def test_the_lines_of_a_cell_are_those_it_counts_and_those_that_do_not_say(
    question: Question, keys: tuple[str, str], network: Network
) -> None:
    for row in answer(network, question).rows.iter_rows(named=True):
        at = (row[question.columns[0].name], row[question.columns[1].name])
        lines = answer(network, LIVE_PARTNERSHIPS, **dict(zip(keys, at, strict=True))).rows
        inside = lines.filter("inside")["partner"].unique()
        assert (len(inside), lines["partner"].n_unique() - len(inside)) == (row["partners"], row["unknown"]), at


def test_a_network_within_reach_is_named_with_its_distance(network: Network) -> None:
    found = answer(network, UNJOINED_NETWORKS)
    assert found.rows.select("establishment", "filiere", "group", "km", "alone").rows() == [
        (TILLEULS, "Filiere:~bois", "Campus:CMQ-BOIS", 0, True),
        (TILLEULS, "Filiere:~mer", "Campus:CMQ-BOIS", 0, True),
        (PORT, "Filiere:~bois", "Campus:CMQ-BOIS", 35, True),
    ]
    assert answer(network, UNJOINED_NETWORKS, km="20").rows["establishment"].unique().to_list() == [TILLEULS]


def test_a_campus_of_which_no_member_is_said_is_to_complete(network: Network) -> None:
    found = answer(network, BARE_CAMPUSES)
    assert found.rows.select("campus", "filiere", "all", "unknown").rows() == [
        ("Campus:CMQ-BOIS", "Filiere:~bois", 0, 0),
        ("Campus:CMQ-BOIS", "Filiere:~mer", 0, 0),
    ]
    assert set(found.rows["advice"]) == {"Aucun partenaire du campus n’est renseigné : charger ses membres avant de conclure."}


def test_a_bureau_that_is_missing_comes_before_one_nobody_speaks_of(network: Network) -> None:
    found = answer(network, MISSING_BUREAUS)
    assert found.rows.select("establishment", "labelled", "candidate", "bureau").rows() == [
        (TILLEULS, True, False, False),
        (PORT, False, True, None),
    ]
    assert found.denominator == ("Sur 3\xa0établissements labellisés ou candidats, 1\xa0a un bureau des entreprises ; 1\xa0ne le dit pas.")


def test_the_only_company_of_a_filiere_is_told_the_sure_ones_first(network: Network) -> None:
    assert answer(network, SINGLE_TIES).rows.select("establishment", "filiere", "partner", "unknown").rows() == [
        (PORT, "Filiere:~bois", VALETTE, 0),
        (TILLEULS, "Filiere:~bois", VALETTE, 1),
    ]


def test_a_company_is_called_upon_from_as_many_establishments_as_one_asks(network: Network) -> None:
    assert answer(network, SOLICITED_COMPANIES).rows.is_empty()
    found = answer(network, SOLICITED_COMPANIES, least="2")
    assert found.rows.select("partner", "establishments", "conventions").rows() == [(VALETTE, 2, 2)]
    assert (
        found.denominator
        == "Sur 1\xa0entreprise partenaire vivante, aucune n’a qu’un établissement partenaire ; la plus sollicitée en a 2."
    )


def test_a_framework_of_a_filiere_taught_that_nobody_cites_is_told(network: Network) -> None:
    found = answer(network, UNDECLINED_FRAMEWORKS)
    assert found.rows.select("framework", "filiere", "establishments", "past").rows() == [("Framework:NOR-2", "Filiere:~mer", 2, 0)]
    assert answer(network, UNDECLINED_FRAMEWORKS, scope=PORT).rows["framework"].to_list() == ["Framework:NOR-1"]


ALONE = "Dans la filière, à {} km ; aucun établissement voisin de la filière n’y travaille encore."


def test_partners_are_proposed_with_their_reason_and_those_held_are_not(network: Network) -> None:
    found = answer(network, SUGGESTED_PARTNERS)
    together = "2 établissements voisins de la même filière travaillent avec eux, à 6 km."
    assert found.rows.select("subject", "need", "partner", "rank", "reason", "through").rows() == [
        (TILLEULS, NEED, BRUME, 1, ALONE.format(36), None),
        (PORT, NEED, BRUME, 1, f"Ancien partenaire. {ALONE.format(1)}", None),
        ("Campus:CMQ-BOIS", NEED, VALETTE, 1, together, TILLEULS),
        ("Campus:CMQ-BOIS", NEED, BRUME, 2, ALONE.format(36), None),
    ]
    assert found.denominator == "Sur 18\xa0manques, 3\xa0ont au moins une proposition à 50 km."
    assert answer(network, SUGGESTED_PARTNERS, km="10", scope=TILLEULS).rows.is_empty()
    assert answer(network, SUGGESTED_PARTNERS, most="1").rows["rank"].to_list() == [1, 1, 1]


def test_a_partner_set_aside_is_proposed_no_more_until_that_is_undone(load: Load, store: Store) -> None:
    before = answer(load(FILES).after, SUGGESTED_PARTNERS).rows

    def leave_out(held: Network, wanted: str | None = NEED) -> Draft:
        return set_aside(held, TILLEULS, BRUME, wanted, author="Camille", reason="a refusé", at=AT, on=ON)

    lot = remake(store, leave_out)
    assert lot.title == "Proposition écartée : Atelier Brume pour Lycée des Tilleuls"
    found = answer(store.network(), SUGGESTED_PARTNERS)
    assert found.rows.equals(before.filter(~((pl.col("subject") == TILLEULS) & (pl.col("partner") == BRUME))))
    assert found.denominator.endswith(" ; 1\xa0proposition écartée n’est plus montrée.")
    assert store.network().link(SET_ASIDE.name).select("source", "target", "need", "reason", "on").rows() == [
        (TILLEULS, BRUME, NEED, "a refusé", ON)
    ]
    with pytest.raises(UnknownName, match="« Atelier Brume » est déjà écarté pour « Lycée des Tilleuls »"):
        leave_out(store.network())
    load({"organisations.csv": FILES["organisations.csv"]})
    assert answer(store.network(), SUGGESTED_PARTNERS).rows.equals(found.rows)
    undo(store, lot.number, author="", reason="", at=AT)
    assert answer(store.network(), SUGGESTED_PARTNERS).rows.equals(before)
    remake(store, lambda held: leave_out(held, None))
    assert answer(store.network(), SUGGESTED_PARTNERS, scope=TILLEULS).rows.is_empty()


def test_a_suggestion_is_set_aside_with_a_motive_for_who_can_have_partners(network: Network) -> None:
    with pytest.raises(UnknownName, match="Donnez un motif"):
        set_aside(network, TILLEULS, BRUME, None, reason=" ", author="", at=AT, on=ON)
    with pytest.raises(UnknownName, match="Une proposition s’écarte pour un établissement ou un campus"):
        set_aside(network, VALETTE, BRUME, None, reason="x", author="", at=AT, on=ON)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"most": "0"}, "Propositions par manque : « 0 » est trop petit ; au moins 1."),
        ({"km": "-5"}, "À portée (km) : « -5 » est trop petit ; au moins 1."),
    ],
)
def test_a_number_too_small_to_mean_anything_is_refused(given: dict[str, str], sentence: str) -> None:
    with pytest.raises(UnknownName) as caught:
        parameters(SUGGESTED_PARTNERS, given, Network(), ON)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("question", GAPS, ids=lambda question: question.name)
def test_every_gap_says_out_of_how_many_and_what_to_do(question: Question, network: Network) -> None:
    found = answer(network, question)
    assert re.search(r"\d", found.denominator), found.denominator
    assert found.rows.filter(pl.col("advice").is_null() | (pl.col("advice") == "")).is_empty()
    assert answer(Network(), question).denominator == ""


def test_what_is_missing_is_taken_to_a_meeting_as_one_document(network: Network) -> None:
    bureaus = answer(network, MISSING_BUREAUS)
    gap = Gap("1\u00a0établissement sans bureau", bureaus, "Que faire : en parler.")
    written = gaps_document(network, "Deux manques.", ON, [gap], answer(network, CRITERION_4_GRID), answer(network, SUGGESTED_PARTNERS))
    assert (written.title, written.answer, written.on) == ("Où manque-t-il un partenaire ?", "Deux manques.", ON)
    first, grid, proposed = written.parts
    assert (first.heading, first.paragraphs) == (gap.told, (bureaus.denominator, gap.advice))
    assert first.headings == ("Établissement", "Labellisé", "Depuis le", "Candidat", "Bureau des entreprises")
    assert first.rows == (("Lycée des Tilleuls", "oui", "", "non", "non"), ("Lycée du Port", "non", "", "oui", ""))
    assert (len(grid.rows), proposed.headings[0]) == (9, "Pour")
    assert document_pdf(written).startswith(b"%PDF")
