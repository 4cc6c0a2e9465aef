"""Every labelled case gives the verdicts it must and no other, and each verdict explains itself."""

from datetime import date

import pytest

from netmap.coherence import Ground, examine, explained
from netmap.coherence.finding import Finding
from netmap.coherence.unrelated import unrelated
from netmap.network import Network
from tests.coherence.cases import CASES
from tests.coherence.telling import Case, c, f
from tests.coherence.writing import files


def said(finding: Finding) -> str:
    framework = finding.framework.removeprefix("Framework:") if finding.framework else "-"
    return f"{finding.convention.removeprefix('Convention:')} {framework} {finding.rule.level} {finding.rule.id} {finding.certainty}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_case_gives_the_verdicts_it_must(case: Case, prepared) -> None:
    preparation = prepared(files(case.lines))
    assert preparation.report.rejected == 0, [p for t in preparation.report.tables for p in t.reading.each_problem()]
    network: Network = preparation.after
    findings = examine(Ground(network), case.on)
    found = explained(findings)
    assert tuple(sorted(said(f) for f in found)) == case.found
    apart = [f"{c.removeprefix('Convention:')} {f.removeprefix('Framework:')}" for c, f, *_ in unrelated(findings).iter_rows()]
    assert tuple(sorted(p for p in apart if p in case.unrelated)) == case.unrelated
    for finding in found:
        assert finding.reason.endswith((".", ")"))
        assert all(fact.value and fact.label for fact in finding.facts)
        assert any(fact.source for fact in finding.facts) or "ACCORD-9" in case.found[0]


def test_the_cases_are_many_and_told_apart() -> None:
    assert len(CASES) >= 80
    assert len({case.title for case in CASES}) == len(CASES)
    negative = [case for case in CASES if not any(level in f for f in case.found for level in (" L2 ", " L2b ", " L3 ", " L4 "))]
    assert len(negative) >= 40


def test_the_territories_of_a_framework_are_a_fact_and_its_filieres_are_not_taken_for_them(prepared) -> None:
    network = prepared(files([c(), f(academie="Rennes", filieres="Bois")])).after
    (finding,) = explained(examine(Ground(network), date(2026, 11, 23)))
    assert [fact.value for fact in finding.facts if fact.label == "Territoires"] == ["Rennes"]
