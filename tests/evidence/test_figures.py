"""Every number of a dossier, computed again from the source files; its lines are those of the files; honest where nothing is known."""

from datetime import date

import pytest

from netmap.errors import NetmapError, UnknownName
from netmap.evidence.applicant import applicant
from netmap.evidence.catalogue import catalogue, find
from netmap.evidence.dossier import Dossier, State
from netmap.evidence.ground import Ground
from netmap.evidence.kept import Acts, evidence_acts
from netmap.evidence.making import dossier_of, made_again, matrix_table
from netmap.evidence.matrix import Matrix
from netmap.network import Network
from netmap.stores import Store
from tests.evidence.recomputed import UAIS, recomputed, written

ON = date(2026, 11, 23)
CODES = ("2023/4", "2023/7", "2023/8")


def made(network: Network, uais: tuple[str, ...] | list[str], on: date = ON, codes: tuple[str, ...] = CODES) -> Dossier:
    held = applicant(network, [f"Establishment:{uai}" for uai in uais])
    return dossier_of(network, Acts(), held, [find(network, code) for code in codes], on)


@pytest.mark.parametrize("seed", range(6))
def test_every_number_is_that_of_the_source_files(load, seed: int):
    files = written(seed)
    network = load(files)
    for uais in (UAIS[:1], UAIS[1:2], UAIS):
        for on in (ON, date(2024, 2, 29)):
            figures = {f.id: f.value for f in made(network, uais, on).figures if "/pieces" not in f.id}
            assert figures == recomputed(files, uais, on)


def test_a_figure_says_the_lines_of_files_behind_it(load):
    files = written(3)
    network = load(files)
    figure = next(f for f in made(network, UAIS).figures if f.id == "2023/4/conventions")
    rows = files["conventions.csv"].splitlines()
    live = {row["reference"] for row in _live(network)}
    assert {rows[line.line - 1].split(";")[0] for line in figure.lines if line.line} == live
    assert {line.file for line in figure.lines} == {"conventions.csv"}
    assert figure.value == len(figure.lines) == len(live)


def _live(network: Network) -> list[dict]:
    return Ground(network, [f"Establishment:{uai}" for uai in UAIS], ON).live.to_dicts()


def test_nothing_known_is_never_zero(load):
    network = load({"etablissements.csv": "UAI;Nom\n0350760L;Lycée A\n"})
    dossier = made(network, UAIS[:1], codes=(*CODES, "2023/1", "2005/8"))
    assert {(f.state, f.value) for f in dossier.figures} == {(State.UNKNOWN, None)}
    assert {table.title: len(table.rows) for table in dossier.sections[0].tables}["Registre des conventions en vigueur"] == 0
    assert dossier.answer == "Au 23/11/2026, Lycée A : Aucune pièce n’est connue pour 5 critères, dont 0 avec au moins une preuve."
    assert len(dossier.gaps) == 7 + 5 + 4 + 1 + 1


def test_each_figure_carries_its_definition_its_date_and_its_denominator(example):
    network = example.network()
    dossier = made(network, ["0990104A", "0990102Y"], codes=(*CODES, "2016/3", "2005/9"))
    assert all(f.definition and f.on == ON and f.proposal for f in dossier.figures)
    assert all(f.denominator for f in dossier.figures if f.unit == "%" or f.out_of is not None)
    assert all(f.lines for f in dossier.figures if f.value)
    assert {(s.key, s.elsewhere) for s in dossier.sections} >= {("2016/3", "2023/4, 2005/5, 2005/9 (en partie)")}
    assert len(dossier.sources) == 11


def test_a_criterion_of_another_version_is_proved_by_what_supports_the_one_it_corresponds_to(example):
    network = example.network()
    by_key = {s.key: s for s in made(network, ["0990104A"], codes=("2023/4", "2016/3", "2005/5")).sections}
    values = {key: [(f.id.partition("/")[2].partition("/")[2], f.value) for f in section.figures] for key, section in by_key.items()}
    assert values["2016/3"] == values["2023/4"] == values["2005/5"]


def test_the_same_inputs_make_the_same_dossier_and_its_parameters_are_enough(example):
    network, acts = example.network(), evidence_acts(example)
    territory = network.node("Territory").filter(name="Valmont", level="academie")["id"][0]
    for held in (
        applicant(network, ["Establishment:0990104A"]),
        applicant(network, [], territory),
        applicant(network, [], "Campus:CMQ-BATI"),
    ):
        criteria = [find(network, code) for code in CODES]
        first = dossier_of(network, acts, held, criteria, ON, in_charge="Référente label")
        assert made_again(network, acts, first.parameters) == first
        assert {f.in_charge for f in first.figures} == {"Référente label"}
    with pytest.raises(NetmapError, match="paramètres du dossier sont illisibles"):
        made_again(network, acts, {"criteria": ["2023/4"]})


def test_who_applies_is_named(example):
    network = example.network()
    assert applicant(network, ["Establishment:0990104A"]).told == "Lycée professionnel de la Tourelange"
    joint = applicant(network, ["Establishment:0990104A", "Establishment:0990102Y", "Establishment:0990104A"])
    assert joint.told == (
        "Candidature conjointe de 2 établissements : Lycée professionnel de la Tourelange, Lycée polyvalent des Forges d’Orlange"
    )
    assert applicant(network, [], "Campus:CMQ-BATI").told.startswith("Campus Bâtir et habiter durable (campus, ")
    with pytest.raises(UnknownName, match="Donnez au moins un établissement"):
        applicant(network, [])
    with pytest.raises(UnknownName, match="n’est pas un établissement"):
        applicant(network, ["Campus:CMQ-BATI"])
    with pytest.raises(UnknownName, match="Un dossier porte sur"):
        applicant(network, [], "Filiere:~bois")


def test_where_nothing_is_missing_the_matrix_says_so_rather_than_leave_a_blank(example: Store):
    network = example.network()
    schools = network.node("Establishment").filter("declared")["id"].to_list()
    matrix = Matrix(Ground(network, schools, ON), [find(network, "2023/4")], catalogue(network), evidence_acts(example))
    said = [row[-1] for row in matrix_table(matrix).rows]
    assert said == [cell.gap or "rien" for cell in matrix.cells.values()]
    assert 0 < said.count("rien") < len(said)
