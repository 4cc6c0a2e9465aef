"""A lycée named without its UAI is found where one alone can be meant, among the network's and those of the same import."""

import polars as pl
import pytest

from loaders import SOURCES
from netmap.intake import Given, commit, prepare, undo
from netmap.reading import Schools
from netmap.stores import Store

KNOWN = pl.DataFrame(
    [
        ("0990001A", "Lycée professionnel Jean Moulin", "Béziers", "Lycée professionnel"),
        ("0990002B", "Lycée général et technologique Jean Moulin", "Béziers", None),
        ("0990003C", "Lycée Jean Moulin", "Draguignan", None),
        ("0990004D", "LP Saint-Exupéry", "Blagnac", None),
        ("0990005E", "Lycée de Pontbrume", "Pontbrume", None),
    ],
    schema=["uai", "name", "commune", "type"],
    orient="row",
)
CONVENTIONS = b"Lyc\xc3\xa9e;Partenaire;Objet\nLyc\xc3\xa9e Henri Matisse (Cugnaux);Valette;Stages\n"
A = "0350760L"


@pytest.mark.parametrize(
    ("text", "uai"),
    [
        ("LP Jean Moulin, Béziers", "0990001A"),
        ("lycée pro. JEAN MOULIN (Béziers)", "0990001A"),
        ("LGT Jean Moulin - Béziers", "0990002B"),
        ("Lycée Jean Moulin, Béziers", None),
        ("Lycée Jean-Moulin Draguignan", "0990003C"),
        ("Lycée Jean Moulin", None),
        ("Lycée professionnel St Exupéry", "0990004D"),
        ("LGT Saint-Exupéry", None),
        ("Lycée des métiers de Pontbrume", "0990005E"),
        ("Lycée", None),
        ("Lycée Jean Moulin, Nantes", None),
    ],
)
def test_a_name_is_that_of_one_establishment_or_of_none(text: str, uai: str | None):
    found = Schools([KNOWN]).find(text)
    assert (found.uai if found else None) == uai


def prepared(store: Store, *files: tuple[str, bytes]):
    given = [Given(name, content=content) for name, content in files]
    return prepare(store, given, SOURCES, author="", at="2026-11-23T08:00:00+00:00")


def test_it_is_found_in_another_file_of_the_import_whatever_their_order(store: Store):
    lycees = f"UAI;Nom;Commune\n{A};Lycée Henri Matisse;Cugnaux\n".encode()
    found = prepared(store, ("conventions.csv", CONVENTIONS), ("lycees.csv", lycees))
    (convention,) = (table for table in found.report.tables if table.reading.source and table.reading.source.name == "conventions")
    (told,) = (problem for problem in convention.problems() if problem.code == "lycee-reconnu")
    assert (told.line, told.value, told.kept) == (2, "Lycée Henri Matisse (Cugnaux)", A)
    assert found.after.link("SIGNS")["source"].to_list()[0] == f"Establishment:{A}"


def test_it_is_kept_under_its_name_and_told_when_nobody_knows_it(store: Store):
    found = prepared(store, ("conventions.csv", CONVENTIONS))
    (table,) = found.report.tables
    assert (table.reading.lines_accepted, table.reading.lines_rejected) == (1, 0)
    assert [problem.code for problem in table.problems()].count("lycee-inconnu") == 1
    assert found.after.node("Establishment")["id"].to_list() == ["Establishment:~lycee henri matisse cugnaux"]


def committed(store: Store, *files: tuple[str, bytes]):
    found = prepared(store, *files)
    commit(store, found)
    return found


def test_a_lycee_known_by_its_name_is_joined_by_the_one_of_a_list_that_comes_later_with_its_papers(store: Store):
    short = "N° de convention;Lycée;Partenaire\n12;Lycée Henri Matisse (Cugnaux);Brume\n".encode()
    actions = "Lycée;Action;Date\nLycée Henri Matisse (Cugnaux);Forum;12/03/2026\n".encode()
    committed(store, ("conventions.csv", CONVENTIONS), ("numeros.csv", short), ("actions.csv", actions))
    before = store.network()
    found = committed(store, ("lycees.csv", f"UAI;Nom;Commune\n{A};Lycée Henri Matisse;Cugnaux\n".encode()))
    (told,) = (problem for table in found.report.tables for problem in table.problems() if problem.code == "lycee-rejoint")
    assert (told.line, told.value, told.detail, told.kept) == (2, "Lycée Henri Matisse, Cugnaux", "Lycée Henri Matisse (Cugnaux)", A)
    assert [(kind.kind, kind.added, kind.changed, kind.gone) for kind in found.difference().kinds] == [("Establishment", 0, 1, 0)]
    after = store.network()
    assert after.node("Establishment")["id"].to_list() == [f"Establishment:{A}"]
    assert sorted(after.node("Convention")["id"]) == [f"Convention:12/{A}", f"Convention:~{A.lower()}@valette@stages"]
    assert after.node("Action")["id"].to_list() == [f"Action:~{A.lower()}@forum@2026 03 12"]
    assert set(after.link("SIGNS")["source"]) > {f"Establishment:{A}"}
    again = prepared(store, ("conventions.csv", CONVENTIONS), ("numeros.csv", short), ("actions.csv", actions))
    assert (again.difference().total("added"), again.difference().total("gone")) == (0, 0)
    undo(store, 2, author="", reason="essai", at="2026-11-23T09:00:00+00:00")
    assert all(store.network().node(kind)["id"].equals(before.node(kind)["id"]) for kind in ("Establishment", "Convention", "Action"))
    assert store.verify() == ()


def test_two_lycees_of_one_name_join_nobody(store: Store):
    committed(store, ("conventions.csv", "Lycée;Partenaire;Objet\nLycée Henri Matisse;Valette;Stages\n".encode()))
    both = f"UAI;Nom;Commune\n{A};Lycée Henri Matisse;Cugnaux\n0942434K;Lycée Henri Matisse;Brest\n".encode()
    found = committed(store, ("lycees.csv", both))
    assert "Establishment:~lycee henri matisse" in found.after.node("Establishment")["id"].to_list()
