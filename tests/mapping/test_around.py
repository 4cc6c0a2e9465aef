"""What stands around a table says of its lines: the lycée that a title names, what columns without heading hold."""

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
import xlsxwriter

from netmap.headings import vocabulary_of
from netmap.layout import FileTables, tables_in
from netmap.mapping import propose
from netmap.mapping.around import schools_named
from netmap.tables import read_bytes
from tests.mapping.test_mapping import SOURCES, table_of

LINES = "Partenaire;Objet;Début\nBrume;Stages;01/09/2024\nValette;Visites;01/09/2025\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Conventions de partenariat du LP Simone-Bonnet", ["LP Simone-Bonnet"]),
        ("LYCÉE PROFESSIONNEL DES TROIS RIVIÈRES – Bureau des entreprises", ["LYCÉE PROFESSIONNEL DES TROIS RIVIÈRES"]),
        ("LISTE DES PARTENAIRES DU LYCEE JEAN MOULIN POUR 2025", ["LYCEE JEAN MOULIN"]),
        ("Lycée polyvalent de l'Authie - partenaires", ["Lycée polyvalent de l'Authie"]),
        ("conventions_LP_Monge_2024", ["LP Monge"]),
        ("registre lycee jean moulin", ["lycee jean moulin"]),
        ("Lycée des métiers du bâtiment Paul-Hermeline", ["Lycée des métiers du bâtiment Paul-Hermeline"]),
        ("LP rural des Trois-Ponts : nos partenaires", ["LP rural des Trois-Ponts"]),
        ("CDI du lycée pro Aimé-Tressac", ["lycée pro Aimé-Tressac"]),
        ("SEP Oriane Vasselin", ["SEP Oriane Vasselin"]),
        ("SEP du lycée Rose-Delorme", ["SEP du lycée Rose-Delorme"]),
        ("Le lycée accueille Brume et nous aide", []),
        ("Lycée du Parc et LP Turgot", ["Lycée du Parc", "LP Turgot"]),
        ("Conventions des lycées du bassin", []),
        ("Conventions du lycée professionnel", []),
        ("Organisation du lycée", []),
        ("LP 2025", []),
    ],
)
def test_a_title_names_a_lycee(text: str, names: list[str]) -> None:
    assert list(schools_named(text)) == names


def test_the_lycee_of_a_title_is_that_of_every_line_and_is_told() -> None:
    found = propose(table_of(f"Conventions du LP Monge;;\n;;\n{LINES}"), SOURCES)
    assert found.source is not None
    assert (found.source.name, dict(found.constants)) == ("conventions", {"establishment": "LP Monge"})
    assert found.why["establishment"] == "lu dans « Conventions du LP Monge »"


@pytest.mark.parametrize("title", ["Conventions du LP Monge et du LP Turgot", "Conventions du bassin"])
def test_no_lycee_is_chosen_among_two_nor_made_up(title: str) -> None:
    assert not propose(table_of(f"{title};;\n;;\n{LINES}"), SOURCES).constants


def workbook(*sheets: tuple[str, Sequence[Sequence[str]]]) -> FileTables:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        for name, rows in sheets:
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return tables_in(read_bytes("suivi.xlsx", held.getvalue()), vocabulary_of(SOURCES))


HEAD, BRUME, VALETTE = ("Partenaire", "Objet", "Début"), ("Brume", "Stages", "01/09/2024"), ("Valette", "Visites", "01/09/2025")


@pytest.mark.parametrize(
    ("sheets", "constants"),
    [
        ([("2023", [("LP Monge",), (), HEAD, BRUME]), ("2024", [HEAD, BRUME, VALETTE])], {"establishment": "LP Monge"}),
        ([("LP Monge", [HEAD, BRUME]), ("2024", [HEAD, BRUME, VALETTE])], {"establishment": "LP Monge"}),
        ([("Lisez-moi", [("Suivi du LP Monge",)]), ("2024", [HEAD, BRUME, VALETTE])], {"establishment": "LP Monge"}),
        ([("A", [("LP Monge 0350760L",), (), HEAD, BRUME]), ("2024", [HEAD, BRUME, VALETTE])], {"uai": "0350760L"}),
        (
            [("2024", [("LP Monge",), (), HEAD, BRUME, (), ("Reconduites",), ("Partenaire", "Objet"), BRUME, VALETTE])],
            {"establishment": "LP Monge"},
        ),
        ([("A", [("LP Monge",), (), HEAD, BRUME]), ("B", [("LP Turgot",), (), HEAD, BRUME]), ("2024", [HEAD, VALETTE])], {}),
    ],
)
def test_the_one_lycee_that_a_workbook_names_is_that_of_all_its_sheets(
    sheets: list[tuple[str, Sequence[Sequence[str]]]], constants: dict[str, str]
) -> None:
    last = workbook(*sheets).tables[-1]
    assert (last.sheet, dict(propose(last, SOURCES).constants)) == ("2024", constants)


def test_a_title_tells_a_lycee_by_its_code_and_its_name() -> None:
    found = propose(table_of(f"LP Monge (0350760L);;\n;;\n{LINES}"), SOURCES)
    assert dict(found.constants) == {"uai": "0350760L", "establishment": "LP Monge"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Membres du CMQ Bois et habitat – collège économique", "CMQ Bois et habitat"),
        ("Campus des métiers et des qualifications d’excellence Mer", "Campus des métiers et des qualifications d’excellence Mer"),
        ("Campus : CMQ Bois", "CMQ Bois"),
        ("CMQ membres 2025", None),
    ],
)
def test_members_are_those_of_the_campus_that_a_title_names(title: str, name: str | None) -> None:
    found = propose(table_of(f"{title};;\n;;\nOrganisme membre;Rôle;Commune\nBrume;associé;Rennes\nValette;membre;Brest\n"), SOURCES)
    assert (found.source.name if found.source and name else None) == ("campus_members" if name else None)
    assert found.constants.get("name") == name


def test_a_title_may_say_what_a_column_would() -> None:
    found = propose(table_of(f"Filière : Cuisine;;\nLP Monge;;\n;;\n{LINES}"), SOURCES)
    assert dict(found.constants) == {"filieres": "Cuisine", "establishment": "LP Monge"}
    assert found.why["filieres"] == "lu dans « Filière : Cuisine »"
    signed = propose(table_of("Association signataire : Passerelle;;\n;;\nN° de convention;UAI;Objet\nC-1;0350760L;Stages\n"), SOURCES)
    assert dict(signed.constants) == {"partner": "Passerelle"}


@pytest.mark.parametrize("title", ["Filière ; Lycée", "Partenaire ; Ville", "Date : 12/03/2025", "Filière :"])
def test_headings_and_days_above_a_table_say_nothing_of_its_lines(title: str) -> None:
    assert not propose(table_of(f"{';'.join(title.split(' ; '))};;\n;;\n{LINES}"), SOURCES).constants


def test_a_register_that_names_no_lycee_is_still_one_of_conventions() -> None:
    found = propose(
        table_of("Partenaire;Ville;Signée le;Durée en mois\nBrume;Rennes;01/09/2024;12\nValette;Brest;01/09/2025;24\n"), SOURCES
    )
    assert (found.source.name if found.source else None, found.lacks) == ("conventions", True)


def test_a_column_of_lycees_is_not_written_over_by_a_title() -> None:
    lines = "Conventions du LP Monge;;\n;;\nLycée;Partenaire;Objet\nLP Turgot;Brume;Stages\n"
    assert not propose(table_of(lines), SOURCES).constants


def test_pupils_are_never_partners() -> None:
    found = propose(table_of("Nom;Prénom;Né(e) le;Classe\nMARTIN;Lou;02/03/2009;2TMA\nNGUYEN;Théo;23/11/2009;2TMA\n"), SOURCES)
    assert found.source is None


def test_columns_without_heading_are_proposed_by_what_they_hold() -> None:
    lines = (
        "Colonne1;Colonne2;Colonne3;Colonne4;Colonne5\n"
        "Garage Brume;12 rue Haute;35000;Rennes;brume@exemple.fr\n"
        "Valette;3 place du Port;22000;Saint-Brieuc;valette@exemple.fr\n"
    )
    found = propose(table_of(lines), SOURCES)
    assert [bound.field for bound in found.columns] == ["name", "address", "postcode", "commune", "email"]
    assert all(bound.sure < 1 for bound in found.columns)
    assert found.columns[1].reason == "contenu qui ressemble à celui de « Adresse »"


@pytest.mark.parametrize("heading", ["Réalisée", "Présents", "Capacité d’accueil", "Distributeur", "Anticipée"])
def test_a_word_that_qualifies_a_heading_does_not_stand_for_it(heading: str) -> None:
    found = propose(table_of(f"Nom;Commune;{heading}\nBrume;Rennes;bleu\nValette;Brest;vert\n"), SOURCES)
    assert found.columns[2].field is None


def test_codes_under_campus_are_its_code_and_the_campus_of_another_sheet_is_not_written_over_them() -> None:
    table = table_of("Campus;Organisme;Rôle\nCMQ-BOIS;Brume;membre\nCMQ-MODE;Valette;associé\n")
    found = propose(replace(table, beside=("Membres du CMQ Bois et habitat",)), SOURCES)
    assert (found.source.name if found.source else None, found.fields["code"], dict(found.constants)) == ("campus_members", 0, {})
