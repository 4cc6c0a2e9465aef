"""Repairs of cells seen from a whole table: each is told with what is kept, and what is lost is not invented."""

from typing import Any

import polars as pl
import pytest

from loaders import SOURCES
from netmap.intake import Given, prepare
from netmap.reading import Reading
from netmap.stores import open_store

SIRET = "73282932000074"


@pytest.fixture
def read(tmp_path):
    def _read(text: str) -> Reading:
        store = open_store(tmp_path / "reseau.netmap", create=True)
        report = prepare(store, [Given("f.csv", content=text.encode())], SOURCES, author="Camille", at="2026-11-23T08:00:00+00:00").report
        ((table,),) = [file.tables for file in report.files]
        return table.reading

    return _read


def told(reading: Reading) -> list[tuple[Any, ...]]:
    return [(p.line, p.column, p.code, p.value, p.kept) for p in reading.each_problem() if p.code != "colonne-proposee"]


def said(reading: Reading, *columns: str) -> list[tuple[Any, ...]]:
    frame = reading.statements.nodes["Convention"]
    return [tuple(str(value) if value is not None else None for value in row) for row in frame.select(columns).rows()]


def test_a_repair_tells_the_value_read_the_value_kept_and_why(read) -> None:
    (problem,) = read("N° de convention;UAI;Partenaire\nCONV-1;350760L;Brume\n").each_problem()
    assert (problem.value, problem.kept) == ("350760L", "0350760L")
    assert problem.message == (
        "Ligne 2 : Colonne « UAI » : « 350760L » est lu « 0350760L » (le zéro de tête, perdu par le tableur, est rendu ; "
        "la clé de contrôle est juste). Mettez la colonne au format Texte : un code n’est pas un nombre."
    )
    assert problem.as_dict()["kept"] == "0350760L"


def test_lost_digits_leave_the_line_and_lose_it_where_they_are_its_key(read) -> None:
    reading = read("N° de convention;UAI;Partenaire;SIRET\nCONV-1;0350760L;Brume;7,32829E+13\nCONV-2;0350760L;Brume;7,3282932000074E+13\n")
    assert told(reading) == [
        (2, "SIRET", "chiffres-perdus", "7,32829E+13", None),
        (3, "SIRET", "reparation-nombre", "7,3282932000074E+13", SIRET),
    ]
    assert reading.statements.nodes["Organisation"].select("siret").to_series().to_list() == [None, SIRET]
    assert reading.lines_rejected == 0


def test_a_postcode_abroad_is_never_padded(read) -> None:
    reading = read("UAI;Partenaire;Code postal;Pays\n0350760L;Brume;1000;Belgique\n0350760L;Mer;1000;France\n0350760L;Vent;1000;\n")
    assert told(reading) == [
        (2, "Code postal", "valeur-ecartee", "1000", None),
        (3, "Code postal", "reparation-zeros", "1000", "01000"),
        (4, "Code postal", "reparation-zeros", "1000", "01000"),
    ]


def test_a_duration_in_the_column_of_ends_becomes_an_end_or_stays_a_duration(read) -> None:
    reading = read("N° de convention;UAI;Partenaire;Début;Fin\nCONV-1;0350760L;A;45536;3 ans\nCONV-2;0350760L;A;;36 mois\n")
    assert said(reading, "starts_on", "ends_on", "duration_months") == [("2024-09-01", "2027-08-31", None), (None, None, "36")]
    assert told(reading) == [
        (2, "Fin", "reparation-duree", "3 ans", "31/08/2027"),
        (2, "Début", "reparation-date", "45536", "01/09/2024"),
        (3, "Fin", "reparation-duree", "36 mois", "36"),
    ]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("du 01/09/2024 au 31/08/2027", "2024-09-01", "2027-08-31"),
        ("2024-2027", "2024-09-01", "2027-08-31"),
        ("01/09/24 - 31/08/27", "2024-09-01", "2027-08-31"),
        ("sept. 2024 à août 2027", "2024-09-01", "2027-08-31"),
        ("du 1er septembre au 15 décembre 2025", "2025-09-01", "2025-12-15"),
    ],
)
def test_a_period_in_one_cell_fills_both_ends(read, text: str, start: str, end: str) -> None:
    reading = read(f"N° de convention;UAI;Partenaire;Début;Fin\nCONV-1;0350760L;A;{text};\nCONV-2;0350760L;A;;{text}\n")
    assert said(reading, "starts_on", "ends_on") == [(start, end)] * 2


def test_a_period_never_writes_over_a_date(read) -> None:
    reading = read("N° de convention;UAI;Partenaire;Début;Fin\nCONV-1;0350760L;A;2024-2027;31/08/2026\n")
    assert said(reading, "starts_on", "ends_on") == [("2024-09-01", "2026-08-31")]
    assert told(reading) == [(2, "Début", "reparation-periode", "2024-2027", "01/09/2024")]


def test_dates_that_stand_for_one_another_are_exchanged_and_a_slip_is_not(read) -> None:
    rows = "".join(f"CONV-{n};0350760L;A;31/08/202{n};sept. 2024\n" for n in (5, 6, 7))
    reading = read(f"N° de convention;UAI;Partenaire;Début;Fin\n{rows}")
    assert said(reading, "starts_on", "ends_on") == [("2024-09-01", f"202{n}-08-31") for n in (5, 6, 7)]
    assert {(line, column, code) for line, column, code, *_ in told(reading)} >= {
        (2, "Début", "dates-interverties"),
        (4, "Fin", "dates-interverties"),
    }
    right = "CONV-2;0350760L;A;01/09/2025;31/08/2026\n"
    line = read(f"N° de convention;UAI;Partenaire;Début;Fin\nCONV-1;0350760L;A;31/08/2026;01/09/2025\n{right}")
    assert said(line, "starts_on", "ends_on") == [("2025-09-01", "2026-08-31")] * 2
    assert told(line) == [
        (2, "Début", "dates-interverties", "31/08/2026", "31/08/2026"),
        (2, "Fin", "dates-interverties", "01/09/2025", "01/09/2025"),
    ]
    slip = read(f"N° de convention;UAI;Partenaire;Début;Fin\nCONV-1;0350760L;A;01/09/2026;31/08/2025\n{right}")
    assert [code for _, _, code, *_ in told(slip)] == ["dates-inversees"]


def test_codes_parted_by_commas_are_several_and_what_is_not_published_has_no_publication(read) -> None:
    reading = read("NOR;Accord-cadre;Codes NAF couverts;Publication\nMENE1;Accord A;24, 25.1;non publié\nMENE2;Accord B;41Z;BO n° 3\n")
    frame = reading.statements.nodes["Framework"].select("naf_prefixes", "publication")
    assert frame.rows() == [(["24", "25.1"], None), (["41Z"], "BO n° 3")]
    assert [(line, column, code) for line, column, code, *_ in told(reading)] == [
        (2, "Codes NAF couverts", "cellule-partagee"),
        (2, "Publication", "valeur-absente"),
    ]


def test_what_says_nothing_is_an_empty_cell_and_a_remark_is_a_remark(read) -> None:
    reading = read(
        "N° de convention;UAI;Partenaire;Objet;Fin;Observations\nCONV-1;0350760L;A;NULL;-;ras\nCONV-2;0350760L;N/C;PFMP;?;néant\n"
    )
    assert said(reading, "object", "ends_on", "comment") == [(None, None, "ras")]
    assert [(line, column, code) for line, column, code, *_ in told(reading)] == [
        (2, "Objet", "valeur-absente"),
        (2, "Fin", "valeur-absente"),
        (3, "Partenaire", "valeur-absente"),
        (3, "Observations", "valeur-absente"),
        (3, "Fin", "valeur-absente"),
        (3, "Partenaire", "valeur-obligatoire"),
    ]


def test_none_is_no_remark(read) -> None:
    reading = read("N° de convention;UAI;Partenaire;Observations\nCONV-1;0350760L;A;Aucune\nCONV-2;0350760L;B;aucun retour\n")
    assert said(reading, "comment") == [(None,), ("aucun retour",)]


def test_the_heading_of_days_names_the_delegation_on_the_lines_that_give_one(read) -> None:
    lines = "CONV-1;0350760L;A;30/01/2025\nCONV-2;0350760L;B;\nCONV-3;0350760L;C;oui\nCONV-4;0350760L;D;non\n"
    reading = read(f"N° de convention;UAI;Partenaire;DRAFPIC informée le\n{lines}")
    informed = reading.statements.links["INFORMED"].select("source", "target", pl.col("on").cast(pl.String)).rows()
    assert [(source[-6:], target, on) for source, target, on in informed] == [
        ("CONV-1", "Delegation:~drafpic@", "2025-01-30"),
        ("CONV-3", "Delegation:~drafpic@", None),
    ]
    assert [(line, code, value, kept) for line, _, code, value, kept in told(reading) if code.startswith("delegation")] == [
        (2, "delegation-du-titre", "30/01/2025", "DRAFPIC"),
        (4, "delegation-du-titre", "oui", "DRAFPIC"),
    ]


def test_days_of_a_delegation_that_nothing_names_are_told(read) -> None:
    reading = read("N° de convention;UAI;Partenaire;Délégation informée le\nCONV-1;0350760L;A;30/01/2025\n")
    assert [(line, code, value) for line, _, code, value, _ in told(reading)] == [(2, "delegation-non-dite", "30/01/2025")]
    assert reading.statements.links.get("INFORMED") is None


def test_an_action_without_a_title_is_called_by_its_theme(read) -> None:
    lines = "0350760L;24/09/2026;Brume;Visite\n0350760L;01/10/2026;Valette;Forum\n0350760L;08/10/2026;Sorel;\n"
    reading = read(f"UAI;Date de l’action;Partenaire;Type d’action\n{lines}")
    assert reading.statements.nodes["Action"].select("title", "theme").rows() == [("Visite", "visite"), ("Forum", "forum")]
    assert [(line, code, value, kept) for line, _, code, value, kept in told(reading)] == [
        (2, "valeur-reprise", "Visite", "Visite"),
        (3, "valeur-reprise", "Forum", "Forum"),
        (4, "valeur-obligatoire", "", None),
    ]


def test_a_lycee_is_listed_by_its_name_while_its_code_is_unknown(read) -> None:
    reading = read("Lycée;Adresse;Ville;Effectif\nLP des Forges;3 rue Haute;Rennes;312\nLPO Simone-Veil;;Brest;\n")
    assert reading.source is not None
    assert reading.source.name == "establishments"
    assert reading.statements.nodes["Establishment"].select("id", "commune", "pupils").rows() == [
        ("Establishment:~lp des forges", "Rennes", 312),
        ("Establishment:~lpo simone veil", "Brest", None),
    ]
    assert [(line, code) for line, _, code, *_ in told(reading)] == [(2, "lycee-inconnu"), (3, "lycee-inconnu")]


def test_a_partnership_begins_on_the_first_day_of_the_year_that_is_said(read) -> None:
    reading = read("UAI;Partenaire;Depuis;Dernier contact\n0350760L;Brume;2019;2024\n0350760L;Lande;2021-2022;\n")
    assert reading.statements.links["PARTNER_OF"].select(pl.col("since", "last_news_on").cast(pl.String)).rows() == [
        ("2019-01-01", None),
        ("2021-09-01", None),
    ]
    assert [(line, column, code, kept) for line, column, code, _, kept in told(reading) if code.startswith(("reparation", "date"))] == [
        (2, "Depuis", "reparation-date", "01/01/2019"),
        (2, "Dernier contact", "date-imprecise", None),
        (3, "Depuis", "reparation-date", "01/09/2021"),
    ]


def test_initials_are_left_out_and_functions_of_as_many_letters_are_not(read) -> None:
    followed = ["MV", "RH", "JLB", "CPE"]
    lines = [f"CONV-{place};0350760L;A;{by}\n" for place, by in enumerate(followed)]
    reading = read(f"N° de convention;UAI;Partenaire;Suivi par\n{''.join(lines)}")
    assert said(reading, "contact") == [(None,), ("RH",), (None,), ("CPE",)]


def test_a_number_that_is_still_asked_for_is_absent_and_its_line_kept(read) -> None:
    reading = read("N° de convention;UAI;Partenaire;SIRET du partenaire;Fin\nCONV-1;0350760L;A;demandé;fin 2026 à vérifier\n")
    assert (reading.lines_accepted, [p.code for p in reading.each_problem()]) == (1, ["valeur-absente", "valeur-absente"])


def test_marks_that_send_to_a_note_are_no_part_of_a_name(read) -> None:
    reading = read("N° de convention;UAI;Partenaire\nCONV-1;0350760L;Brume (1)\nCONV-2;0350760L;Valette *\nCONV-3;0350760L;Roc (35)\n")
    assert reading.statements.nodes["Organisation"]["name"].to_list() == ["Brume", "Valette", "Roc (35)"]
    assert [(line, code, kept) for line, _, code, _, kept in told(reading)] == [
        (2, "reparation-texte", "Brume"),
        (3, "reparation-texte", "Valette"),
    ]


def test_a_framework_without_a_title_is_called_by_its_reference(read) -> None:
    reading = read("Référence de l’accord;Accord-cadre signé avec;Niveau\nAC-1;Brume;région\nAC-2;Valette;national\n")
    assert reading.statements.nodes["Framework"].select("reference", "title", "level").rows() == [
        ("AC-1", "AC-1", "regional"),
        ("AC-2", "AC-2", "national"),
    ]
    assert reading.statements.nodes["Organisation"]["name"].to_list() == ["Brume", "Valette"]
    assert {code for _, _, code, _, _ in told(reading)} == {"valeur-reprise"}


def test_members_of_a_campus_in_one_column_are_put_among_lycees_and_partners(read) -> None:
    lines = "CMQ Bois;LP Brume;0350760L\nCMQ Bois;Valette SA;73282932000074\nCMQ Bois;LPO Lande;\n"
    reading = read(f"Campus;Membre;Identifiant (UAI ou SIRET)\n{lines}")
    assert reading.statements.nodes["Establishment"].select("uai", "name").rows() == [("0350760L", "LP Brume"), (None, "LPO Lande")]
    assert reading.statements.nodes["Organisation"].select("siret", "name").rows() == [("73282932000074", "Valette SA")]
    assert [(line, code, value) for line, _, code, value, _ in told(reading)] == [
        (2, "code-deplace", "LP Brume"),
        (3, "code-deplace", "73282932000074"),
        (4, "code-deplace", "LPO Lande"),
        (4, "lycee-inconnu", "LPO Lande"),
    ]


def test_a_name_is_kept_without_the_page_it_sends_to_nor_what_it_is_inside(read) -> None:
    lines = "Cité > LP Brume;Valette (https://notes.exemple/Valette-1f3a)\nLP Lande;Sorel & fils (2)\n"
    reading = read(f"Nom de l’établissement;Partenaire\n{lines}")
    assert reading.statements.nodes["Establishment"]["name"].to_list() == ["LP Brume", "LP Lande"]
    assert reading.statements.nodes["Organisation"]["name"].to_list() == ["Valette", "Sorel & fils"]
    assert [(line, value, kept) for line, _, code, value, kept in told(reading) if code == "reparation-texte"] == [
        (2, "Cité > LP Brume", "LP Brume"),
        (2, "Valette (https://notes.exemple/Valette-1f3a)", "Valette"),
        (3, "Sorel & fils (2)", "Sorel & fils"),
    ]


def test_a_place_on_the_map_in_one_cell_is_parted_where_no_column_gives_longitudes(read) -> None:
    reading = read("Nom du campus;geo_point_2d\nCMQ Bois;47.0611, 6.6042\nCMQ Mode;46,62 / -5,22\nCMQ Eau;plus tard\n")
    assert reading.statements.nodes["Campus"].select("latitude", "longitude").rows() == [(47.0611, 6.6042), (46.62, -5.22), (None, None)]
    assert [(line, code, kept) for line, _, code, _, kept in told(reading)] == [
        (2, "reparation-montant", "47.0611 et 6.6042"),
        (3, "reparation-montant", "46,62 et -5,22"),
        (4, "valeur-ecartee", None),
    ]


def test_lycees_called_as_a_trade_are_parted_like_the_others(read) -> None:
    reading = read("Nom du réseau;Lycées membres;Partenaires\nCLEE Nord;LP de la Tannerie, LP Roche;CIO de Brest, PJJ\n")
    assert reading.statements.nodes["Establishment"]["name"].to_list() == ["LP de la Tannerie", "LP Roche"]
    assert reading.statements.nodes["Organisation"]["name"].to_list() == ["CIO de Brest", "PJJ"]


def test_web_signs_are_read_and_french_spaces_are_kept(read) -> None:
    reading = read('N° de convention;UAI;Partenaire;Objet\nCONV-1;0350760L;"Mer &amp; Cie";"Objet\u00a0: caf&eacute;\u00a0bar"\n')
    assert said(reading, "object") == [("Objet\u00a0: café bar",)]
    assert reading.statements.nodes["Organisation"]["name"].to_list() == ["Mer & Cie"]


def test_a_formula_in_error_keeps_its_line_where_its_value_may_be_left_aside(read) -> None:
    reading = read("N° de convention;UAI;Partenaire;Montant (€);Objet\nCONV-1;0350760L;A;#REF!;PFMP\nCONV-2;0350760L;A;12;#REF!\n")
    assert [(line, code) for line, _, code, *_ in told(reading)] == [(2, "erreur-ecartee"), (3, "cellule-en-erreur")]
    assert reading.rejected.to_list() == [False, True]


def test_a_list_of_sharepoint_is_parted_without_its_numbers(read) -> None:
    reading = read('N° de convention;UAI;Partenaire;Filières concernées\nCONV-1;0350760L;Brume;"12;#Bois;#15;#Cuir"\n')
    assert reading.statements.nodes["Filiere"]["name"].to_list() == ["Bois", "Cuir"]


def test_a_lycee_is_kept_without_what_cannot_be_read_of_it(read) -> None:
    lines = "0350760L;LP Brume;Public;;oui\n0942434K;LP Lande;Privé;;non\n0671509B;LP Sorel;Laïque;12;en 2026 ?\n"
    reading = read(f"UAI;Nom de l’établissement;Statut;SIRET;Bureau des entreprises\n{lines}")
    assert (reading.lines_accepted, [(line, column, code) for line, column, code, _, _ in told(reading)]) == (
        3,
        [(4, "Statut", "valeur-ecartee"), (4, "SIRET", "valeur-ecartee"), (4, "Bureau des entreprises", "valeur-ecartee")],
    )


def test_a_site_is_kept_as_it_is_written_and_what_names_everybody_names_nobody(read) -> None:
    reading = read("Nom du réseau;Lycées membres;Site\nCLEE Nord;tous;www.exemple.fr\nCLEE Sud;LP Brume;<www.exemple.fr>\n")
    assert reading.statements.nodes["Network"]["web"].to_list() == ["www.exemple.fr", "www.exemple.fr"]
    assert reading.statements.nodes["Establishment"]["name"].to_list() == ["LP Brume"]
    assert ("Lycées membres", "valeur-absente", "tous") in [(p.column, p.code, p.value) for p in reading.each_problem()]


def test_a_choice_is_split_at_one_sign_after_another(read) -> None:
    reading = read("Lycée;Partenaire;Signée le;Thèmes\nLP Brume;Valette;03/11/2025;Stages / PFMP, Visites d’entreprise\n")
    assert reading.statements.nodes["Convention"]["themes"].to_list() == [["pfmp", "visite"]]
