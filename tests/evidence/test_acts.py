"""What people do about evidence: each act a lot that is undone as any; three states never mixed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loaders import SOURCES
from netmap.errors import NetmapError, UnknownName
from netmap.evidence.acts import attach, give_file, note_absence, set_aside, verify
from netmap.evidence.applicant import applicant
from netmap.evidence.catalogue import catalogue, find
from netmap.evidence.dossier import Level, State
from netmap.evidence.files import MOST_BYTES, content_of, file_of, is_kept
from netmap.evidence.ground import Ground
from netmap.evidence.kept import evidence_acts
from netmap.evidence.making import dossier_of
from netmap.evidence.matrix import Cell, Matrix
from netmap.intake import Given, commit, prepare, redo, remake, undo
from netmap.lot import LotKind
from netmap.lots import correction, merge
from netmap.network import Network
from netmap.stores import Store, open_store

AT = "2026-11-23T08:00:00+00:00"
ON = date(2026, 11, 23)
A, B = "Establishment:0350760L", "Establishment:0671509B"
SCHOOLS = "UAI;Nom;Statut;Bureau des entreprises\n0350760L;Lycée A;Public;oui\n0671509B;Lycée B;Public;non\n"
CONVENTIONS = (
    "N° de convention;UAI;Partenaire;Objet;Début;Fin;Critères\n"
    "CONV-2024-1;0350760L;Valette;Accueil;01/09/2024;31/08/2027;4\n"
    "CONV-2020-2;0671509B;Brume;Visites;01/09/2020;31/08/2023;\n"
)
WHO: dict[str, Any] = {"author": "Camille", "reason": "", "at": AT}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return known(tmp_path / "reseau.netmap")


@pytest.fixture(params=["embedded", pytest.param("bolt", marks=pytest.mark.neo4j)])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """Give the same network kept in a file, then by a server: what acts are made of must come back from both."""
    return known(request.getfixturevalue("neo4j") if request.param == "bolt" else tmp_path / "reseau.netmap")


def known(location: str | Path) -> Store:
    store = open_store(location, create=True)
    given = [Given(name, content=text.encode()) for name, text in (("etablissements.csv", SCHOOLS), ("conventions.csv", CONVENTIONS))]
    commit(store, prepare(store, given, SOURCES, author="Camille", at=AT))
    return store


def matrix(store: Store, *codes: str) -> Matrix:
    network = store.network()
    criteria = [find(network, code) for code in codes or ("2023/4",)]
    return Matrix(Ground(network, [A, B], ON), criteria, catalogue(network), evidence_acts(store))


def cell(store: Store, code: str = "2023/4", school: str = A) -> Cell:
    return matrix(store, code).cells[code, school]


def told(store: Store, draft: Callable[[Network], Any]) -> int:
    return remake(store, draft).number


def test_the_three_states_are_kept_apart(store: Store):
    states = {key: one.state for key, one in matrix(store, "2023/4", "2023/1", "2023/8").cells.items()}
    assert states == {
        ("2023/4", A): State.PROOF,
        ("2023/4", B): State.UNKNOWN,
        ("2023/1", A): State.UNKNOWN,
        ("2023/1", B): State.UNKNOWN,
        ("2023/8", A): State.PROOF,
        ("2023/8", B): State.UNKNOWN,
    }
    kinds = {kind.kind.name: kind.state for kind in cell(store, "2023/4", B).kinds}
    assert (kinds["conventions"], kinds["actions"]) == (State.ABSENCE, State.UNKNOWN)
    assert cell(store, "2023/8", B).gap.startswith("absence constatée : bureau des entreprises ; non renseigné : événements")


def test_a_convention_attached_supports_the_criterion_in_the_network_and_is_undone(either: Store):
    number = told(either, lambda n: attach(n, find(n, "2023/1"), [B], element="Convention:CONV-2020-2", **WHO))
    assert (either.lots()[-1].kind, either.lots()[-1].author) == (LotKind.EVIDENCE, "Camille")
    links = either.network().link("SUPPORTS").select("source", "target").rows()
    assert ("Convention:CONV-2020-2", "Criterion:2023/1") in links
    assert either.verify() == ()
    assert (cell(either, "2023/1", B).state, cell(either, "2023/1", B).pieces) == (State.PROOF, 1)
    undo(either, number, author="Camille", reason="", at=AT)
    assert cell(either, "2023/1", B).state is State.UNKNOWN
    assert ("Convention:CONV-2020-2", "Criterion:2023/1") not in either.network().link("SUPPORTS").select("source", "target").rows()
    redo(either, number, author="Camille", reason="", at=AT)
    assert cell(either, "2023/1", B).state is State.PROOF


def test_a_piece_with_its_file_is_documented_and_its_bytes_come_back(either: Store):
    file = file_of("C:\\bilans\\bilan 2026.pdf", b"%PDF-1.7 un bilan" * 1000)
    told(
        either,
        lambda n: attach(
            n,
            find(n, "2023/8"),
            [A, B],
            title="Bilan aux partenaires",
            kind="retours",
            dated=date(2026, 6, 30),
            file=file,
            store=either,
            **WHO,
        ),
    )
    for school in (A, B):
        one = cell(either, "2023/8", school)
        assert (one.state, one.levels[Level.DOCUMENTED]) == (State.PROOF, 1)
    piece = matrix(either, "2023/8").pieces.filter(kinds=["retours"]).row(0, named=True)
    assert (piece["dated"], piece["level"], piece["files"]) == (date(2026, 6, 30), "documenté", 1)
    held = evidence_acts(either).files[piece["element"]][0]
    assert (held.name, held.sha256, held.size) == ("bilan 2026.pdf", file.sha256, len(file.content))
    assert content_of(either, held.sha256) == file.content


def test_a_file_given_twice_is_kept_once_and_outlives_the_undo_of_the_lot_that_brought_it(store: Store):
    file = file_of("convention.pdf", b"signature")
    first = told(store, lambda _n: give_file("Convention:CONV-2024-1", "Accueil", file, store=store, **WHO))
    told(store, lambda _n: give_file("Convention:CONV-2020-2", "Visites", file, store=store, **WHO))
    assert len(store.frames(f"DOCUMENT {file.sha256}")) == 1
    assert is_kept(store, file.sha256)
    undo(store, first, author="", reason="", at=AT)
    acts = evidence_acts(store)
    assert list(acts.files) == ["Convention:CONV-2020-2"]
    assert content_of(store, file.sha256) == b"signature"
    assert cell(store).levels[Level.DOCUMENTED] == 0


def test_a_verification_is_signed_and_is_to_be_made_again_when_the_facts_change(store: Store):
    named: dict[str, Any] = {"author": "Dominique", "reason": "vu l’original", "at": AT}
    told(store, lambda n: verify(n, find(n, "2023/4"), A, {"Convention:CONV-2024-1": "Accueil"}, on=ON, **named))
    assert cell(store).levels[Level.VERIFIED] == 1
    told(store, lambda n: correction(n, "Convention:CONV-2024-1", "ends_on", "31/08/2028", **WHO))
    row = matrix(store).pieces.filter(element="Convention:CONV-2024-1").row(0, named=True)
    assert (row["level"], row["to_review"]) == ("déclaré", "Fin : « 31/08/2027 » devient « 31/08/2028 »")
    unsigned: dict[str, Any] = {**named, "author": " "}
    with pytest.raises(UnknownName, match="Dites qui vérifie"):
        verify(store.network(), find(store.network(), "2023/4"), A, {"Convention:CONV-2024-1": "Accueil"}, on=ON, **unsigned)


def test_a_piece_set_aside_needs_a_motive_no_longer_counts_and_comes_back_when_attached_again(store: Store):
    network = store.network()
    criterion = find(network, "2023/4")
    with pytest.raises(UnknownName, match="Donnez un motif"):
        set_aside(network, criterion, A, "Convention:CONV-2024-1", "Accueil", **WHO)
    motive: dict[str, Any] = {**WHO, "reason": "hors sujet"}
    told(store, lambda n: set_aside(n, criterion, A, "Convention:CONV-2024-1", "Accueil", **motive))
    one = cell(store)
    assert (one.state, one.pieces, one.aside) == (State.UNKNOWN, 0, 1)
    section = dossier_of(store.network(), evidence_acts(store), applicant(store.network(), [A]), [criterion], ON).sections[0]
    aside = next(table for table in section.tables if table.title == "Pièces écartées")
    assert [row[-1] for row in aside.rows] == ["hors sujet"]
    told(store, lambda n: attach(n, criterion, [A], element="Convention:CONV-2024-1", **WHO))
    assert (cell(store).pieces, cell(store).aside) == (1, 0)


def test_an_absence_is_noted_with_its_motive_and_proof_outweighs_it(store: Store):
    noted: dict[str, Any] = {"on": ON, "author": "Camille", "reason": "vérifié avec le DDFPT", "at": AT}
    told(store, lambda n: note_absence(n, find(n, "2023/1"), A, **noted))
    one = cell(store, "2023/1")
    assert (one.state, one.gap) == (State.ABSENCE, "absence constatée le 23/11/2026 (vérifié avec le DDFPT)")
    network = store.network()
    figures = dossier_of(network, evidence_acts(store), applicant(network, [A]), [find(network, "2023/1")], ON).figures
    assert [(f.id, f.state, f.value) for f in figures if f.id == "2023/1/pieces"] == [("2023/1/pieces", State.ABSENCE, 0)]
    told(store, lambda n: note_absence(n, find(n, "2023/4"), A, kind="delegations", **noted))
    kinds = {kind.kind.name: kind.state for kind in cell(store).kinds}
    assert (kinds["delegations"], kinds["reseaux"]) == (State.ABSENCE, State.UNKNOWN)
    told(store, lambda n: attach(n, find(n, "2023/1"), [A], title="Plaquette", **WHO))
    assert cell(store, "2023/1").state is State.PROOF
    assert "à revoir" in cell(store, "2023/1").gap


def test_acts_follow_merged_elements(store: Store):
    motive: dict[str, Any] = {**WHO, "reason": "hors sujet"}
    told(store, lambda n: set_aside(n, find(n, "2023/4"), A, "Convention:CONV-2024-1", "Accueil", **motive))
    more = CONVENTIONS.splitlines()[0] + "\nCONV-2025-9;0350760L;Valette;Accueil bis;01/09/2025;31/08/2028;\n"
    commit(store, prepare(store, [Given("autre.csv", content=more.encode())], SOURCES, author="Camille", at=AT))
    told(store, lambda n: merge(n, "Convention:CONV-2024-1", "Convention:CONV-2025-9", **WHO))
    assert list(evidence_acts(store).aside) == [("2023/4", A, "Convention:CONV-2025-9")]


def test_wrong_use_is_a_sentence(store: Store):
    network = store.network()
    criterion = find(network, "2023/4")
    with pytest.raises(UnknownName, match="l’un des deux"):
        attach(network, criterion, [A], **WHO)
    with pytest.raises(UnknownName, match="est une convention ou une action"):
        attach(network, criterion, [A], element=B, **WHO)
    with pytest.raises(UnknownName, match="n’est pas une sorte de preuve du critère 2023/4"):
        attach(network, criterion, [A], title="x", kind="retours", **WHO)
    with pytest.raises(UnknownName, match="Dites pour quel établissement"):
        attach(network, criterion, [], title="x", **WHO)


def test_a_file_that_cannot_be_kept_is_told():
    with pytest.raises(NetmapError, match=r"« vide\.pdf » est vide"):
        file_of("vide.pdf", b"")
    with pytest.raises(NetmapError, match="20 Mo au plus"):
        file_of("gros.pdf", b"0" * (MOST_BYTES + 1))
    with pytest.raises(NetmapError, match="pas de nom lisible"):
        file_of("../..", b"x")
    assert file_of("../../etc/<passwd>\u202e.pdf", b"x").name == "passwd.pdf"
    assert len(file_of("a" * 400 + ".pdf", b"x").name) <= 120
