"""Several things in one cell: names parted or kept as one, codes, addresses and people put where they belong, lines that add up."""

import csv
import io
from typing import Any

import pytest

from loaders import SOURCES
from loaders.conventions import CONVENTIONS
from netmap.intake import Given, prepare
from netmap.problems import Severity
from netmap.reading import Reading
from netmap.reading.repairs import stays_as_written
from netmap.reading.repairs.beside import Beside, beside_name
from netmap.reading.repairs.places import Place, address_of, commune_of
from netmap.reading.repairs.sharing import Column, names_in
from netmap.stores import open_store

SIRET, SIREN, OTHER = "73282932000074", "732829320", "35600000000048"
CODES = frozenset(("siret", "siren", "uai"))


@pytest.fixture
def read(tmp_path):
    def _read(headings: str, *rows: tuple[str, ...]) -> Reading:
        held = io.StringIO()
        writer = csv.writer(held, delimiter=";")
        writer.writerow(headings.split(";"))
        writer.writerows(rows)
        store = open_store(tmp_path / "reseau.netmap", create=True)
        given = Given("fichier.csv", content=held.getvalue().encode())
        ((table,),) = [
            file.tables for file in prepare(store, [given], SOURCES, author="Camille", at="2026-11-23T08:00:00+00:00").report.files
        ]
        return table.reading

    return _read


def told(reading: Reading) -> list[tuple[Any, ...]]:
    return [(p.line, p.code, p.value, p.kept) for p in reading.each_problem()]


def nodes(reading: Reading, kind: str, *columns: str) -> list[tuple[Any, ...]]:
    return reading.statements.nodes[kind].select(columns).rows()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Renault, Peugeot et Citroën", ("Renault", "Peugeot", "Citroën")),
        ("RENAULT, PEUGEOT ET CITROËN", ("RENAULT", "PEUGEOT", "CITROËN")),
        ("Dupont SA et Durand SARL", ("Dupont SA", "Durand SARL")),
        ("CCI de Rennes et CMA de Bretagne", ("CCI de Rennes", "CMA de Bretagne")),
        ("Charpentes Delmontel et CCI de l'Orlange", ("Charpentes Delmontel", "CCI de l'Orlange")),
        ("Valette et Brume", ("Valette", "Brume")),
        ("Valette & Brume", ("Valette", "Brume")),
        ("Dupont\nDurand", ("Dupont", "Durand")),
        ("Imprimerie Castaing\nStudio Mirage", ("Imprimerie Castaing", "Studio Mirage")),
        ("Garage Morandi, Pneus 2000", ("Garage Morandi", "Pneus 2000")),
        ("Mission locale du Port, CCI, Technimat", ("Mission locale du Port", "CCI", "Technimat")),
        ("Clinique Beaulac, EHPAD Les Lilas", ("Clinique Beaulac", "EHPAD Les Lilas")),
        ("LP Arvieux et lycée Brun", ("LP Arvieux", "lycée Brun")),
        ("- Dupont\n- Durand", ("Dupont", "Durand")),
        ("Menuiserie Valette, Garage Martin, Boulangerie Durand", ("Menuiserie Valette", "Garage Martin", "Boulangerie Durand")),
    ],
)
def test_names_that_stand_by_themselves_are_parted(text: str, names: tuple[str, ...]) -> None:
    shared = names_in(text, Column(lambda piece: piece in ("Valette", "Brume"), lambda _piece: False))
    assert (shared.names, shared.doubt) == (names, "")


@pytest.mark.parametrize(
    "text",
    [
        "Martin et Fils",
        "Durand & Cie",
        "Procter & Gamble",
        "Dupont, Durand et Associés",
        "Dupont, SARL",
        "Chambre de commerce et d’industrie",
        "CHAMBRE DE COMMERCE ET D'INDUSTRIE",
        "Bâtiment et travaux publics",
        "Hôtellerie, restauration et tourisme",
        "Ministère de l’Éducation nationale, de la Jeunesse et des Sports",
        "Brume, Rennes",
        "Lycée polyvalent Brume, Lycée des métiers de la chaîne graphique",
        "LYCÉE ET COLLÈGE PRIVÉS SAINT-MICHEL",
        "Lycée général et Technologique",
        "Centre scolaire Brume, Lycée polyvalent",
        "Goisset, Gilibert et Favre, notaires associés",
        "CHAMBRE COMMERCE ET INDUSTRIE GRENOBLE",
    ],
)
def test_a_name_that_holds_a_comma_or_et_is_one(text: str) -> None:
    shared = names_in(text, Column(lambda piece: piece == "Brume", lambda piece: piece == "Rennes"))
    assert (shared.names, shared.doubt) == ((text,), "")


def test_what_is_taught_is_parted_in_small_letters_too() -> None:
    shared = names_in("bois, aluminium verre", Column(lambda _piece: False, lambda _piece: False, labels=True))
    assert (shared.names, shared.doubt) == (("bois", "aluminium verre"), "")
    beside = names_in("TCI, maintenance nautique", Column(lambda _piece: False, lambda _piece: False, listed=True, labels=True))
    assert (beside.names, beside.doubt) == (("TCI", "maintenance nautique"), "")


@pytest.mark.parametrize(
    "text",
    [
        "Dupont et Durand",
        "Lycée Brume, Rennes",
        "Menuiserie Valette, Nantes, Loire",
        "Dupont, Durand",
        "Menuiserie Valette, La Ferté",
        "Menuiserie Valette, Filiale Brume",
    ],
)
def test_in_doubt_a_name_is_kept_as_one_and_the_doubt_is_told(text: str) -> None:
    shared = names_in(text, Column(lambda _piece: False, lambda _piece: False))
    assert shared.names == (text,)
    assert shared.doubt


def test_a_line_that_goes_on_with_the_one_before_is_not_another_name() -> None:
    for text in ("Chambre de commerce\net d’industrie", "Lycée professionnel\nJean Moulin", "Maison\ndes métiers", "Dupont\nSARL"):
        assert names_in(text, Column(lambda _piece: False, lambda _piece: False)).names == (text.replace("\n", " "),)
    listed = Column(lambda _piece: False, lambda _piece: False, listed=True)  # « Signataire(s) »
    assert names_in("UMIH Lorme\nGHR Lorme", listed).names == ("UMIH Lorme", "GHR Lorme")


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Dupont SA (732 829 320 00074)", Beside("Dupont SA", siret=SIRET)),
        ("Dupont SA – SIREN : 732829320", Beside("Dupont SA", siren=SIREN)),
        ("LP Jean Moulin - 0350760l", Beside("LP Jean Moulin", uai="0350760L")),
        ("Dupont SA – M. Martin 02 99 00 00 00", Beside("Dupont SA", aside=("une personne", "un téléphone"))),
        ("Dupont SA (Mme Durand, tél. 02.99.00.00.00)", Beside("Dupont SA", aside=("une personne", "un téléphone"))),
        ("Dupont SA - Jean Martin, j.martin@exemple.fr", Beside("Dupont SA", aside=("une personne", "une adresse électronique"))),
        ("Garage Dupont (demander Denis)", Beside("Garage Dupont", aside=("une personne",))),
        ("Dupont SA (voir M. Martin au 02 99 00 00 00)", Beside("Dupont SA", aside=("une personne", "un téléphone"))),
        ("Dupont SA - demander Mme Roy au 02 99 00 00 00", Beside("Dupont SA", aside=("une personne", "un téléphone"))),
        ("Atelier Péchaudé – contact M. Roy", Beside("Atelier Péchaudé", aside=("une personne",))),
        ("Dupont SA - contact Mme Roy 02 99 00 00 00", Beside("Dupont SA", aside=("une personne", "un téléphone"))),
        ("L’Étrave (Yann, 06 39 98 61 06)", Beside("L’Étrave", aside=("une personne", "un téléphone"))),
        ("Dupont SA (M. Martin fils)", Beside("Dupont SA", aside=("une personne",))),
        ("Dupont SA (voir annexe)", Beside("Dupont SA (voir annexe)")),
        ("M. Martin (Dupont SA)", Beside("Dupont SA", aside=("une personne",))),
        ("Dupont SA, 12 rue de la Paix, 35000 Rennes", Beside("Dupont SA", address=Place("12 rue de la Paix", "35000", "Rennes"))),
        ("Cabinet du docteur G. Calament et du docteur M. Le Page", Beside("Cabinet du docteur G. Calament et du docteur M. Le Page")),
        (
            "Mairie de Lanvers\nPlace du Marché\n58980 Lanvers",
            Beside("Mairie de Lanvers", address=Place("Place du Marché", "58980", "Lanvers")),
        ),
        ("Garage de M. Martin", Beside("Garage de M. Martin")),
        ("Dupont SA (732 829 320 00075)", Beside("Dupont SA (732 829 320 00075)")),
        ("Atelier 35000", Beside("Atelier 35000")),
    ],
)
def test_what_stands_beside_a_name_is_told_from_it(text: str, beside: Beside) -> None:
    assert beside_name(text, CODES, addresses=True) == beside


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Dupont SA – 05 99 00 10 14", "0599001014"),
        ("Dupont SA – +33 5 99 00 10 14", "+33599001014"),
        ("Dupont SA – +33 (0)5 99 00 10 14", "+33599001014"),
        ("Dupont SA (Yann, +33 6 39 98 61 06)", ""),
        ("Dupont SA - Mme Roy, 01 99 00 20 31", "0199002031"),
        ("Dupont SA (Yann, 06 39 98 61 06)", ""),  # of the person, not of the house
        ("Dupont SA – 05 99 00 10 14 ou 05 99 00 10 15", ""),
    ],
)
def test_the_telephone_of_a_house_is_kept_where_a_field_is_for_it(text: str, phone: str) -> None:
    assert beside_name(text, CODES | {"phone"}, addresses=False).phone == phone


@pytest.mark.parametrize(
    ("text", "address", "commune"),
    [
        ("12 rue de la Paix, 35000 Rennes", Place("12 rue de la Paix", "35000", "Rennes"), ...),
        ("12 rue de la Paix\n35042 RENNES CEDEX 7", Place("12 rue de la Paix", "35042", "RENNES"), ...),
        ("35000 - Rennes", Place("", "35000", "Rennes"), ...),
        ("35000 Rennes", Place("", "35000", "Rennes"), ...),
        ("Rennes (35000)", None, Place("", "35000", "Rennes")),
        ("Rennes (35)", None, Place("", "", "Rennes")),
        ("Rennes CEDEX", None, Place("", "", "Rennes")),
        ("L’Haÿ-les-Roses", None, None),
        ("BP 35000", None, None),
        ("12 rue de Rennes", None, None),
    ],
)
def test_an_address_is_told_apart(text: str, address: Place | None, commune: Any) -> None:
    assert address_of(text) == address
    assert commune_of(text) == (address if commune is ... else commune)


def test_each_partner_of_a_cell_signs_and_keeps_its_siret(read) -> None:
    reading = read(
        "N° de convention;UAI;Partenaire;SIRET",
        ("CONV-1", "0350760L", "Dupont SA\nDurand SARL", f"{SIRET}\n{OTHER}"),
        ("CONV-2", "0350760L, 0671509B", f"Dupont SA ({SIRET}), Durand SARL ({OTHER})", ""),
    )
    organisations = [("Dupont SA", SIRET, 2), ("Durand SARL", OTHER, 2), ("Dupont SA", SIRET, 3), ("Durand SARL", OTHER, 3)]
    assert set(nodes(reading, "Organisation", "name", "siret")) == {(name, siret) for name, siret, _ in organisations}
    assert sorted(reading.statements.links["SIGNS"].select("source", "target").rows()) == sorted(
        [(f"Organisation:{code}", f"Convention:CONV-{n}") for code in (SIRET, OTHER) for n in (1, 2)]
        + [("Establishment:0350760L", "Convention:CONV-1")]
        + [(f"Establishment:{uai}", "Convention:CONV-2") for uai in ("0350760L", "0671509B")]
    )
    assert [(line, code) for line, code, *_ in told(reading)] == [
        (2, "cellule-partagee"),
        (2, "cellule-partagee"),
        (5, "cellule-partagee"),
        (5, "code-deplace"),
        (5, "cellule-partagee"),
    ]


def test_a_code_beside_a_name_never_replaces_the_one_of_its_column(read) -> None:
    reading = read("Nom;SIRET", (f"Dupont SA ({SIRET})", OTHER), (f"Durand SA ({SIRET})", ""))
    assert nodes(reading, "Organisation", "name", "siret") == [("Dupont SA", OTHER), ("Durand SA", SIRET)]
    assert told(reading) == [(2, "code-deplace", SIRET, None), (3, "code-deplace", SIRET, SIRET)]


def test_names_written_in_the_columns_of_codes_go_to_their_own(read) -> None:
    reading = read("UAI;SIRET;Objet", ("LP Jean Moulin (0350760L)", f"Dupont SA – SIREN {SIREN}", "PFMP"))
    assert nodes(reading, "Establishment", "id", "name") == [("Establishment:0350760L", "LP Jean Moulin")]
    assert nodes(reading, "Organisation", "id", "name", "siren") == [(f"Organisation:{SIREN}", "Dupont SA", SIREN)]


def test_a_siren_in_the_column_of_siret_goes_to_its_own(read) -> None:
    reading = read("Nom;SIRET;SIREN", ("Dupont", SIREN, ""), ("Durand", "", SIRET))
    assert nodes(reading, "Organisation", "name", "siren", "siret") == [("Dupont", SIREN, None), ("Durand", SIREN, SIRET)]


def test_people_are_left_out_and_not_repeated_in_what_is_told(read) -> None:
    reading = read("UAI;Partenaire", ("0350760L", "Dupont SA – M. Martin 02 99 00 00 00"), ("0350760L", "Mme Durand"))
    assert nodes(reading, "Organisation", "name") == [("Dupont SA",)]
    assert "Martin" not in " ".join(p.message + p.value + (p.kept or "") for p in reading.each_problem())
    assert "Durand" not in " ".join(p.message + p.value + (p.kept or "") for p in reading.each_problem())
    assert [(p.line, p.code, p.severity) for p in reading.each_problem()] == [
        (2, "personne-ecartee", Severity.REMARK),
        (3, "personne-ecartee", Severity.REMARK),
        (3, "valeur-obligatoire", Severity.LINE),
    ]


def test_a_telephone_beside_a_name_fills_the_empty_cell_of_its_column(read) -> None:
    lines = (("Brume – 05 99 00 10 14", ""), ("Valette – 05 99 00 10 15", "05 99 00 10 16"), ("Chef Lande, +33 (0)5 99 00 10 17", ""))
    reading = read("Nom de l’entreprise;Téléphone", *lines)
    assert nodes(reading, "Organisation", "name", "phone") == [
        ("Brume", "05 99 00 10 14"),
        ("Valette", "05 99 00 10 16"),
        ("Chef Lande", "05 99 00 10 17"),
    ]
    assert [(line, code) for line, code, *_ in told(reading)] == [(2, "code-deplace"), (3, "code-deplace"), (4, "code-deplace")]


def test_what_somebody_is_after_the_name_is_no_partner(read) -> None:
    reading = read("N° de convention;UAI;Partenaire", ("CONV-001", "0350760L", "Ets Brume\nM. Alain Terrade, gérant"))
    assert nodes(reading, "Organisation", "name") == [("Ets Brume",)]
    assert "personne-ecartee" in [code for _, code, *_ in told(reading)]


def test_an_address_fills_the_cells_that_are_empty_and_contradicts_none(read) -> None:
    reading = read(
        "Nom;SIREN;Adresse;Commune;Code postal",
        ("Dupont", SIREN, "12 rue de la Paix, 35000 Rennes", "", ""),
        ("Durand", "", "12 rue de la Paix, 35000 Rennes", "Brest", "29200"),
        ("Valette", "", "", "35000 Rennes", ""),
        ("Brume", "", "", "", "35000 Rennes"),
        ("Lande", "", "", "", "1000 Bourg"),  # a zero that a spreadsheet lost
    )
    assert nodes(reading, "Organisation", "name", "address", "commune", "postcode") == [
        ("Dupont", "12 rue de la Paix", "Rennes", "35000"),
        ("Durand", "12 rue de la Paix, 35000 Rennes", "Brest", "29200"),
        ("Valette", None, "Rennes", "35000"),
        ("Brume", None, "Rennes", "35000"),
        ("Lande", None, "Bourg", "01000"),
    ]


def test_a_convention_on_several_lines_adds_up_and_tells_what_differs(read) -> None:
    reading = read(
        "N° de convention;UAI;Partenaire;Thèmes;Filières;Fin;Jeunes concernés",
        ("CONV-1", "0350760L", "Dupont", "PFMP", "Bois", "31/08/2026", "12"),
        ("CONV-1", "0350760L", "Durand", "Visites d’entreprise", "BTP", "31/08/2027", ""),
        ("CONV-2", "0350760L", "Dupont", "PFMP", "Bois", "31/08/2026", "12"),
    )
    both = ["pfmp", "visite"]
    assert nodes(reading, "Convention", "id", "themes") == [
        ("Convention:CONV-1", both),
        ("Convention:CONV-1", both),
        ("Convention:CONV-2", ["pfmp"]),
    ]
    signed = [pair for pair in reading.statements.links["SIGNS"].select("source", "target").rows() if pair[1] == "Convention:CONV-1"]
    assert sorted(set(signed)) == [
        ("Establishment:0350760L", "Convention:CONV-1"),
        ("Organisation:~dupont@", "Convention:CONV-1"),
        ("Organisation:~durand@", "Convention:CONV-1"),
    ]
    assert told(reading) == [(2, "valeurs-divergentes", "31/08/2026", "31/08/2027"), (3, "ligne-repetee", "CONV-1", None)]


@pytest.mark.parametrize(
    ("field", "text", "stays"),
    [
        ("partner", "Dupont", True),
        ("partner", "Martin et Fils", True),
        ("partner", "Dupont et Durand", False),
        ("partner", f"Dupont {SIRET}", False),
        ("partner", "NC", False),
        ("object", "Accueil, visites et stages avec M. Martin", True),
        ("object", "-", False),
        ("uai", "0350760L", True),
    ],
)
def test_what_would_be_repaired_is_known_before_it_is_written(field: str, text: str, stays: bool) -> None:
    assert stays_as_written(CONVENTIONS.column(field), text) is stays
