"""Repairs that look at a heading or at another line: functions without people, lines that go on, ends among durations."""

from pathlib import Path

import pytest

from loaders import SOURCES
from netmap.intake import Given, prepare
from netmap.reading.repairs.functions import function_in
from netmap.reading.repairs.sharing import Column, asks_for_several, names_in
from netmap.stores import open_store

HEAD = "N° de convention;UAI;Partenaire;Début"


def said(folder: Path, content: str) -> tuple[list[dict[str, object]], list[tuple[int | None, str, str | None]]]:
    store = open_store(folder / "reseau.netmap", create=True)
    found = prepare(store, [Given("c.csv", content=content.encode())], SOURCES, author="Camille", at="2026-11-25T08:00:00+00:00")
    (table,) = found.report.tables
    conventions = table.reading.statements.nodes["Convention"].filter("declared").sort("line").to_dicts()
    return conventions, [(p.line, p.code, p.kept) for p in table.reading.each_problem() if p.line]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("M. Lenoir (DDFPT)", "DDFPT"),
        ("DDFPT – Mme Le Goff", "DDFPT"),
        ("Responsable BDE : M. Roy", "Responsable BDE"),
        ("DDFPT 06 00 00 00 01", "DDFPT"),
        ("Mme Blanc", ""),
        ("Mme Petit et M. Roy", ""),
        ("MM. Petit et Roy", ""),
        ("S. Garnier", ""),
        ("Anne-Marie Le Goff", ""),
        ("NADAL Paul", ""),
        ("Dr Ruiz", ""),
        ("Paul Nadal (DDFPT)", "DDFPT"),
        ("Chef de travaux", "Chef de travaux"),
        ("Proviseure adjointe", "Proviseure adjointe"),
    ],
)
def test_the_function_is_kept_and_the_person_is_not(text: str, kept: str) -> None:
    assert function_in(text) == kept


def test_an_end_among_durations_is_an_end_and_no_end_is_no_duration(tmp_path: Path) -> None:
    lines = "C-2024-01;0350760L;Brume;01/09/2024;jusqu’au 31/12/2026\nC-2024-02;0350760L;Valette;01/09/2024;indéterminée\n"
    conventions, told = said(tmp_path, f"{HEAD};Durée\n{lines}")
    assert [(str(one["ends_on"]), one["duration_months"]) for one in conventions] == [("2026-12-31", None), ("None", None)]
    assert {(2, "reparation-duree", "31/12/2026"), (3, "valeur-ecartee", None)} <= set(told)


def test_a_line_that_gives_the_number_of_one_above_goes_on_with_it(tmp_path: Path) -> None:
    conventions, told = said(tmp_path, f"{HEAD}\nC-2024-01;0350760L;Brume;01/09/2024\nC-2024-01;;Valette;\n")
    assert {one["id"] for one in conventions} == {"Convention:C-2024-01"}
    assert (3, "cellule-repetee", "0350760L") in told


def test_a_line_without_number_goes_on_with_none(tmp_path: Path) -> None:
    conventions, told = said(tmp_path, f"{HEAD}\nC-2024-01;0350760L;Brume;01/09/2024\n;;Valette;\n")
    assert len(conventions) == 1
    assert not any(code == "cellule-repetee" for _, code, _ in told)


def test_lines_under_a_lycee_written_once_are_its_own(tmp_path: Path) -> None:
    grouped = "C-2024-01;0350760L;Brume;01/09/2024\nC-2024-02;;Valette;\nC-2024-03;;Lande;\nC-2024-04;0942434K;Mer;\n"
    conventions, told = said(tmp_path, f"{HEAD}\n{grouped}")
    assert len(conventions) == 4
    assert [one for one in told if one[1] == "lycee-au-dessus"] == [
        (3, "lycee-au-dessus", "0350760L"),
        (4, "lycee-au-dessus", "0350760L"),
    ]


def test_an_empty_cell_says_no_lycee_where_each_line_says_its_own(tmp_path: Path) -> None:
    few = "C-2024-01;0350760L;Brume;\nC-2024-02;0942434K;Valette;\nC-2024-03;0671509B;Lande;\nC-2024-04;;Mer;\nC-2024-05;;Lac;\n"
    assert len(said(tmp_path, f"{HEAD}\n{few}")[0]) == 3
    each = "C-2024-01;0350760L;Brume;\nC-2024-02;0350760L;Valette;\nC-2024-03;;Lande;\nC-2024-04;;Mer;\n"
    conventions, told = said(tmp_path, f"{HEAD}\n{each}")
    assert [one["id"] for one in conventions] == ["Convention:C-2024-01", "Convention:C-2024-02"]
    assert not any(code == "lycee-au-dessus" for _, code, _ in told)


def test_signs_of_no_are_no_renewal(tmp_path: Path) -> None:
    lines = "C-2024-01;0350760L;Brume;01/09/2024;O\nC-2024-02;0350760L;Valette;01/09/2024;N\n"
    conventions, _ = said(tmp_path, f"{HEAD};Rec. tac. (O/N)\n{lines}")
    assert [one["renewal"] for one in conventions] == ["tacite", "aucune"]


@pytest.mark.parametrize(
    ("text", "labels", "names"),
    [
        ("Verkor, GNFA", False, ("Verkor", "GNFA")),
        ("Brume Nord, Valette Sud", False, ("Brume Nord", "Valette Sud")),
        ("Brume, Valette", False, ("Brume, Valette",)),
        ("Bois et Lumière", False, ("Bois et Lumière",)),
        ("Lycée Brume, Rennes", False, ("Lycée Brume, Rennes",)),
        ("Cuisine, Service", True, ("Cuisine", "Service")),
    ],
)
def test_a_heading_that_asks_for_several_parts_what_it_can(text: str, labels: bool, names: tuple[str, ...]) -> None:
    column = Column(lambda _piece: False, lambda _piece: False, listed=True, labels=labels)
    assert names_in(text, column).names == names


@pytest.mark.parametrize(("heading", "several"), [("Partenaires", True), ("Entreprise(s)", True), ("Partenaire", False), ("Avec", False)])
def test_headings_ask_for_several(heading: str, several: bool) -> None:
    assert asks_for_several(heading) is several


@pytest.mark.parametrize(
    ("heading", "read", "kept"),
    [
        ("Durée (ans)", "3", 36),
        ("Durée en années", "5.0", 60),
        ("Durée (ans)", "18 mois", 18),
        ("Durée (mois)", "36", 36),
        ("Durée", "36", 36),
        ("Durée (jours)", "90", 3),
        ("Durée (jours)", "45", None),
        ("Durée (semaines)", "52", None),
    ],
)
def test_the_unit_of_a_duration_is_that_of_its_heading(tmp_path: Path, heading: str, read: str, kept: int | None) -> None:
    conventions, told = said(tmp_path, f"{HEAD};{heading}\nC-2024-01;0350760L;Brume;01/09/2024;{read}\n")
    assert [one["duration_months"] for one in conventions] == [kept]
    changed = str(kept) != read
    assert ((2, "reparation-duree" if kept else "valeur-ecartee", str(kept) if kept else None) in told) == changed


def test_yes_under_a_heading_that_says_what_is_done_is_the_state_of_an_action(tmp_path: Path) -> None:
    store = open_store(tmp_path / "reseau.netmap", create=True)
    content = "Action;Date;UAI;Partenaire;Fait (O/N)\nForum;12/03/2026;0350760L;Brume;O\nVisite;13/03/2026;0350760L;Valette;N\n"
    found = prepare(store, [Given("a.csv", content=content.encode())], SOURCES, author="Camille", at="2026-11-25T08:00:00+00:00")
    (table,) = found.report.tables
    actions = table.reading.statements.nodes["Action"].filter("declared").sort("line")
    assert actions["state"].to_list() == ["realisee", None]
    told = [(p.line, p.code, p.kept) for p in table.reading.each_problem() if p.column == "Fait (O/N)" and p.line]
    assert {(2, "reparation-choix", "Réalisée"), (3, "valeur-ecartee", None)} <= set(told)


def test_how_long_a_tacit_renewal_lasts_is_written_in_its_column(tmp_path: Path) -> None:
    lines = "".join(
        f"C-2024-0{place};0350760L;Brume;01/09/2024;{how}\n"
        for place, how in enumerate(("tacite, 1 an", "tacite, par périodes d’un an", "expresse"))
    )
    conventions, _ = said(tmp_path, f"{HEAD};Reconduction\n{lines}")
    assert [(one["renewal"], one["renewal_months"]) for one in conventions] == [("tacite", 12), ("tacite", 12), ("expresse", None)]
    asked = "".join(f"C-2024-0{n};0350760L;Brume;01/09/2024;{how}\n" for n, how in enumerate(("oui, 1 an", "tacite, par an", "non")))
    conventions, _ = said(tmp_path, f"{HEAD};Reconduction tacite\n{asked}")
    assert [(one["renewal"], one["renewal_months"]) for one in conventions] == [("tacite", 12), ("tacite", 12), ("aucune", None)]


def test_a_notice_said_in_words_loses_no_line_and_a_yes_is_what_the_heading_says(tmp_path: Path) -> None:
    lines = "C-2024-01;0350760L;Brume;01/09/2024;six semaines;oui\nC-2024-02;0350760L;Valette;01/09/2024;2 mois;non\n"
    conventions, told = said(tmp_path, f"{HEAD};Préavis (mois);Repart toute seule ?\n{lines}")
    assert [(one["notice_months"], one["renewal"]) for one in conventions] == [(None, "tacite"), (2, "aucune")]
    assert (2, "valeur-ecartee", None) in told


def test_yes_under_still_open_is_a_house_that_is_open(tmp_path: Path) -> None:
    store = open_store(tmp_path / "reseau.netmap", create=True)
    head, brume, lande = "Magasin;SIRET;Ville;Toujours ouvert ?", "Brume;09992191800019;Rennes;oui", "Lande;09992292400016;Brest;non"
    text = f"{head}\n{brume}\n{lande}\nOrme;09992393000012;Brest;fermé\n"
    found = prepare(store, [Given("c.csv", content=text.encode())], SOURCES, author="Camille", at="2026-11-25T08:00:00+00:00")
    (table,) = found.report.tables
    told = table.reading.statements.nodes["Organisation"].filter("declared").sort("line")
    assert told["state"].to_list() == ["ouvert", "ferme", "ferme"]
