"""Networks in disorder: told in French, never a loop, never a crash, and no explosion of what is found."""

import time
from datetime import date

import pytest

from netmap.coherence import Ground, examine, explained
from netmap.coherence.faults import faults
from netmap.demo.identifiers import siren, siret, uai
from netmap.demo.identifiers import siret as site
from netmap.intake import remake
from netmap.lots import correction
from tests.coherence.telling import GROUP, A, B, G, H, S, c, f, o
from tests.coherence.writing import files

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("lines", "code", "words"),
    [
        (
            (c(), f(), *GROUP, o(G, "Groupe Gamma", parent=A)),
            "groupe-en-cercle",
            "« Alpha », « Groupe Gamma » : ces organisations font partie",
        ),
        (
            (c(), o(A, "Alpha", parent=f"{G} | {H}"), o(G, "Gamma"), o(H, "Holding")),
            "plusieurs-societes-meres",
            "« Alpha » a plusieurs sociétés mères",
        ),
        (
            (c(), f(replaces="ACCORD-2"), f("ACCORD-2", replaces="ACCORD-1")),
            "remplacement-en-cercle",
            "« Accord ACCORD-1 » ; « Accord ACCORD-2 » : se remplacent en cercle.",
        ),
        (
            (c(), f(), f("ACCORD-2", title="Convention avec Alpha")),
            "accord-en-double",
            "« Accord ACCORD-1 » ; « Convention avec Alpha » : même accord",
        ),
        (
            (c(), f(declines="ACCORD-2"), f("ACCORD-2", declines="ACCORD-1", siren=B, partner="Bêta")),
            "declinaison-en-cercle",
            "« Accord ACCORD-1 » ; « Accord ACCORD-2 » : se déclinent en cercle.",
        ),
        (
            (c(), f(stopped="01/01/2020")),
            "fin-avant-debut",
            "« Accord ACCORD-1 » finit le 01/01/2020, avant son début le 01/01/2024.",
        ),
        (
            (c(siren="110000023", partner="Marine nationale"),),
            "siren-partage",
            "Le SIREN 110000023 est celui d’un service de l’État : il peut désigner un ministère entier.",
        ),
        (
            (c(siret=site(S, 1), siren="", partner="Service Un"), c("CONV-2", siret=site(S, 2), siren="", partner="Service Deux")),
            "siren-partage",
            f"Le SIREN {S} est celui d’un service de l’État",
        ),
    ],
)
def test_what_is_in_disorder_is_told(load, store, lines, code, words) -> None:
    load(files(lines))
    found = [fault for fault in faults(Ground(store.network())) if fault.code == code]
    assert len(found) == 1
    assert found[0].message.startswith(words)
    assert found[0].about
    explained(examine(Ground(store.network()), ON))


def test_a_framework_replaced_by_itself_is_told_as_it_is_read(load, store) -> None:
    problems = [p for table in load(files([c(), f(replaces="ACCORD-1")])).report.tables for p in table.reading.each_problem()]
    assert [p.message for p in problems if p.code == "lien-a-soi-meme"] == [
        "Ligne 2 : « Remplace » lie « ACCORD-1 » à lui-même : ce lien n’est pas gardé. Corrigez la cellule si elle devait dire autre chose."
    ]
    assert store.network().link("REPLACES").is_empty()


def test_a_framework_that_ends_before_it_starts_is_read_as_of_unknown_period(load, store) -> None:
    load(files([c(), f()]))
    at = "2026-11-23T08:00:00+00:00"
    remake(store, lambda held: correction(held, "Framework:ACCORD-1", "starts_on", "01/01/2030", author="", reason="", at=at))
    found = faults(Ground(store.network()))
    assert [(fault.code, fault.about) for fault in found] == [("fin-avant-debut", ("Framework:ACCORD-1",))]
    (finding,) = explained(examine(Ground(store.network()), ON))
    assert finding.rule.id == "lien-possible"
    assert finding.reason.endswith("À compléter : les dates de l’accord (la fin est avant le début).")


def test_ten_thousand_sites_are_examined_without_exploding(load, store) -> None:
    lines = [c(f"CONV-{n:05d}", uai=uai(n % 40 + 1), siret=siret(A, n % 9_999 + 1), siren="") for n in range(10_000)]
    load(files([*lines, f()]))
    started = time.process_time()
    findings = examine(Ground(store.network()), ON)
    assert findings.counts == {"L0": 0, "L1": 0, "L2": 10_000, "L2b": 20_000, "L3": 0, "L4": 0}
    assert findings.frame["others"].list.len().sum() < 10_000 * 300
    assert {fault.code for fault in faults(findings.ground)} == {"nombreux-sites"}
    assert len(explained(findings, findings.frame.head(50))) == 50
    assert time.process_time() - started < 120


def test_a_chain_of_five_hundred_companies_is_walked_to_its_top(load, store) -> None:
    chain = [o(siren(n), f"Maillon {n}", parent=siren(n + 1)) for n in range(100, 600)]
    load(files([c(siren=siren(100), partner="Maillon 100"), f(siren=siren(600), partner="Maillon 600"), *chain]))
    (finding,) = explained(examine(Ground(store.network()), ON))
    assert (finding.rule.id, finding.certainty) == ("recouvrement", "strong")
    assert "Maillon 101, puis Maillon 102" in finding.reason


def test_a_group_with_two_parents_in_two_circles_ends(load, store) -> None:
    lines = [o(A, "Alpha", parent=f"{G} | {H}"), o(G, "Gamma", parent=A), o(H, "Holding", parent=f"{A} | {B}"), o(B, "Bêta", parent=H)]
    load(files([c(), f(siren=B, partner="Bêta"), *lines]))
    assert [one.certainty for one in explained(examine(Ground(store.network()), ON))] == ["strong"]
    assert {fault.code for fault in faults(Ground(store.network()))} == {"groupe-en-cercle", "plusieurs-societes-meres"}
