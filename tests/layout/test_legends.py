"""What the codes of a workbook stand for: said under a table or on a sheet of codes, read in closed choices only, and told."""

from dataclasses import replace

import pytest

from loaders import SOURCES
from netmap.layout import Reason, Table, tables_in
from netmap.mapping import propose
from netmap.reading import Reading, read_table
from netmap.tables import FileRead
from tests.layout.test_odd_tables import VOCABULARY
from tests.layout.test_tables import on_sheet

HEAD = ("Lycée", "Partenaire", "Signée le", "Recond.", "Filières")
CODED = (HEAD, ("LP Brume", "Valette", "03/11/2025", "T", "MELEC"), ("LP Brume", "Lande", "04/11/2025", "E", "ASSP"))
SCHOOLS = (("RNE", "Nom", "Secteur"), ("0350760L", "LP Brume", "S1"), ("0942434K", "LP Lande", "S2"), ("0671509B", "LP Mer", "S1"))
EMPTY = ("", "", "", "", "")


def tables(**sheets: tuple[tuple[str, ...], ...]) -> tuple[Table, ...]:
    found = tuple(replace(on_sheet(*rows), name=name) for name, rows in sheets.items())
    return tables_in(FileRead("essai.xlsx", "0" * 64, 1, found, ()), VOCABULARY).tables


def first(**sheets: tuple[tuple[str, ...], ...]) -> Reading:
    table = tables(**sheets)[0]
    return read_table(propose(table, SOURCES), table)


def renewals(reading: Reading) -> list[str | None]:
    frame = reading.statements.nodes["Convention"]
    return frame["renewal"].to_list() if "renewal" in frame.columns else []


@pytest.mark.parametrize(
    "legend",
    [
        (EMPTY, ("Codes recond. :",), ("T", "tacite"), ("E", "expresse (avenant)")),
        (EMPTY, ("Légende : T = tacite ; E = expresse",)),
    ],
)
def test_a_code_of_a_choice_is_read_as_the_legend_under_the_table_says(legend: tuple[tuple[str, ...], ...]) -> None:
    reading = first(Suivi=(*CODED, *legend))
    assert renewals(reading) == ["tacite", "expresse"]
    assert [(p.line, p.value, p.kept) for p in reading.each_problem() if p.code == "valeur-en-code"] == [
        (2, "T", "Tacite"),
        (3, "E", "Expresse"),
    ]
    assert reading.statements.nodes["Filiere"]["name"].to_list() == ["MELEC", "ASSP"]  # a filière is called as people call it


def test_nothing_is_read_into_a_code_without_a_legend_nor_with_two_meanings() -> None:
    assert renewals(first(Suivi=CODED)) == []
    twice = (EMPTY, ("T = tacite ; E = expresse",), ("T = aucune",))
    assert renewals(first(Suivi=(*CODED, *twice))) == []


def test_a_sheet_of_codes_tells_a_column_that_its_heading_does_not_and_is_no_table_of_actors() -> None:
    codes = (("CODE", "LIBELLE"), ("S1", "public"), ("S2", "privé sous contrat"))
    schools, listed = tables(Export=SCHOOLS, T_codes=codes)
    assert listed.doubt is Reason.CHOICES
    found = propose(schools, SOURCES)
    assert {bound.heading: bound.field for bound in found.columns} == {"RNE": "uai", "Nom": "name", "Secteur": "status"}
    assert read_table(found, schools).statements.nodes["Establishment"]["status"].to_list() == ["public", "prive_contrat", "public"]


def test_several_codes_in_a_cell_are_read_one_by_one_and_the_workbook_s_word_for_a_code_comes_before_ours() -> None:
    codes = (("Code", "Signification"), ("ST", "stages"), ("VI", "visites"), ("PR", "privé sous contrat"), ("O", "oui"))
    head = ("Lycée", "Partenaire", "Signée le", "Porte sur", "Type")
    lines = (("LP Brume", "Valette", "03/11/2025", "Visites du site", "VI + ST"), ("LP Brume", "Lande", "04/11/2025", "Stages", "ST"))
    reading = first(Suivi=(head, *lines), Codes=codes)
    assert reading.statements.nodes["Convention"]["themes"].to_list() == [["visite", "pfmp"], ["pfmp"]]
    schools = (("RNE", "Nom", "Sect."), ("0350760L", "LP Brume", "PR"), ("0942434K", "LP Lande", "public"))
    assert first(Lycees=schools, Codes=codes).statements.nodes["Establishment"]["status"].to_list() == ["prive_contrat", "public"]


def test_a_list_of_networks_by_their_codes_is_no_legend() -> None:
    (networks,) = tables(Feuil1=(("Code", "Libellé"), ("N1", "CLEE Nord"), ("S1", "CLEE Sud")))
    assert networks.doubt is not Reason.CHOICES
