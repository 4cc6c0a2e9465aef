"""A lycée named without its UAI is found where one alone can be meant, among the network's and those of the same import."""

import polars as pl
import pytest

from loaders import SOURCES
from netmap.intake import Given, prepare
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
