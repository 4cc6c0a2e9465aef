"""The true public files, read whole: lines counted, nothing unknown, and the counts that were taken by hand."""

from collections.abc import Callable
from typing import Any

import polars as pl
import pytest

Read = Callable[..., Any]

ANNUAIRE = "etablissements/fr-en-annuaire-education_lycees.csv.gz"
ADDRESSES = "etablissements/fr-en-adresse-et-geolocalisation-etablissements-premier-et-second-degre.csv.gz"
DAYS = tuple(
    f"entreprises/sirc-17804_9075_14211_{day}_personnes-morales.csv.gz"
    for day in ("2017097_E_Q_20170408_020530814", "2017100_E_Q_20170411_020658485", "2017101_E_Q_20170412_020532709")
)
BARS = "entreprises/sirene_debits-de-boissons_marseille_personnes-morales.csv.gz"

FILES = (
    (
        ANNUAIRE,
        "annuaire_education",
        5_704,
        {"valeur-ecartee": 74, "ligne-repetee": 39, "reference-inconnue": 13, "reparation-contact": 2, "reparation-zeros": 1},
    ),
    (ADDRESSES, "adresse_geolocalisation", 7_654, {}),
    (DAYS[0], "sirene_2017", 7_793, {"etat-anterieur": 1}),
    (DAYS[1], "sirene_2017", 8_223, {"etat-anterieur": 1}),
    (DAYS[2], "sirene_2017", 7_867, {"etat-anterieur": 1}),
    (BARS, "sirene_2017", 1_206, {}),
    ("accords/accords-cadres_faits-releves.csv", "accords_releves", 25, {}),
    ("accords/cmq_faits-releves.csv", "campus_releves", 27, {}),
    ("accords/cmq_filieres.csv", "filieres_nationales", 12, {}),
    ("reseaux/ml-rdv-url.csv", "missions_locales", 32, {}),
    ("reseaux/referentiel-reseau-afpa.csv", "reseaux_formation", 148, {"reference-inconnue": 4}),
    ("reseaux/referentiel-reseau-agri.csv", "reseaux_formation", 754, {}),
    ("reseaux/referentiel-reseau-cci.csv", "reseaux_formation", 268, {"reference-inconnue": 21}),
    ("reseaux/referentiel-reseau-cfa-ec.csv", "reseaux_formation", 533, {"valeur-ecartee": 1}),
    ("reseaux/referentiel-reseau-cma.csv", "reseaux_formation", 149, {"ligne-repetee": 3}),
    ("reseaux/referentiel-reseau-compagnons-du-devoir.csv", "reseaux_formation", 51, {}),
    ("reseaux/referentiel-reseau-en.csv", "reseaux_formation", 227, {}),
    ("reseaux/referentiel-reseau-excellence-pro.csv", "reseaux_formation", 554, {}),
    ("reseaux/referentiel-reseau-greta-pdl.csv", "reseaux_formation", 56, {}),
    ("reseaux/referentiel-reseau-greta.csv", "reseaux_formation", 68, {}),
    ("reseaux/referentiel-reseau-mfr.csv", "reseaux_formation", 420, {"reference-inconnue": 11, "ligne-repetee": 1}),
    ("reseaux/referentiel-reseau-uimm.csv", "reseaux_formation", 82, {}),
)


@pytest.mark.parametrize(("path", "source", "lines", "problems"), FILES, ids=[path.rpartition("/")[2] for path, *_ in FILES])
def test_each_line_of_a_true_file_is_accounted_for(read_true: Read, path: str, source: str, lines: int, problems: dict[str, int]) -> None:
    assert read_true(path).tables() == [(source, lines, lines, 0, problems)]


def test_the_annuaire_flags_851_lines_and_ties_its_747_sections(read_true: Read) -> None:
    given = read_true(ANNUAIRE)
    lines = given.statements("Establishment").filter("declared")
    assert lines["label"].sum() == 851
    repeated = lines.filter(pl.col("id").is_duplicated())
    assert (repeated.height, repeated["id"].n_unique()) == (75, 36)
    establishments = given.network.node("Establishment").filter("declared")
    assert establishments.height == 5_704 - 39
    assert establishments["label"].sum() == 844
    sections = establishments.filter(pl.col("type") == "Section d’enseignement professionnel (SEP)")["id"]
    tied = given.network.link("PART_OF").filter(pl.col("source").is_in(sections.implode()))
    assert (len(sections), tied["source"].n_unique()) == (747, 747)


def test_an_empty_vocational_flag_of_the_annuaire_is_unknown(read_true: Read) -> None:
    lines = read_true(ANNUAIRE).statements("Establishment").filter("declared")
    counts = lines["vocational"].value_counts().sort("vocational").rows()
    assert counts == [(None, 1_522), (False, 1_653), (True, 2_529)]


def test_the_siret_of_the_annuaire_that_fail_their_key_are_set_aside(read_true: Read) -> None:
    (table,) = read_true(ANNUAIRE).preparation.report.files[0].tables
    aside = [problem.value for problem in table.problems() if problem.column == "SIREN_SIRET"]
    assert len(aside) == 7


def test_three_days_of_sirene_leave_each_site_in_its_last_state(read_true: Read) -> None:
    given = read_true(*DAYS)
    sites = given.network.node("Organisation").filter(pl.col("siret").is_not_null())
    assert sites.height == 18_207
    assert sites["state"].null_count() == 0
    lines = given.statements("Organisation").filter("declared")
    assert lines.height == 7_793 + 8_223 + 7_867 - 1_572 - 2_032 - 1_958
    last = lines.group_by("id", maintain_order=True).agg(pl.col("state").last().alias("last"))
    assert sites.join(last, on="id").filter(pl.col("state") != pl.col("last")).is_empty()
