"""The files of pieces go with the dossier: safe names, each once, the same bytes, within a bound that is said."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from netmap.errors import UnknownName
from netmap.evidence import attachments as module
from netmap.evidence.acts import attach, give_file, set_aside
from netmap.evidence.applicant import applicant
from netmap.evidence.attachments import attachments_of
from netmap.evidence.catalogue import catalogue, find
from netmap.evidence.dossier import Dossier
from netmap.evidence.files import File, content_of
from netmap.evidence.ground import Ground
from netmap.evidence.kept import Held, evidence_acts
from netmap.evidence.making import dossier_of
from netmap.evidence.matrix import Matrix
from netmap.evidence.package import Package, archive, packaged
from netmap.evidence.verifying import check_bytes
from netmap.intake import remake
from netmap.stores import Store
from tests.cli.running import run
from tests.evidence.conftest import AT, Load

ON = date(2026, 11, 23)
SCHOOL = "Establishment:0350760L"
CSV = (
    "N° de convention;UAI;Partenaire;Objet;Début;Fin\n"
    "CONV-1;0350760L;Valette;Accueil;01/09/2025;31/08/2028\nCONV-2;0350760L;Brume;Visites;01/09/2025;31/08/2028\n"
)
WHO: dict[str, Any] = {"author": "Camille", "reason": "", "at": AT}
FIRST, OTHER = File("Convention signée.pdf", b"%PDF-1.7 un"), File("Convention signée.pdf", b"%PDF-1.7 deux")
PICTURE = File("photo.jpg", b"\xff\xd8\xff\xe0")


@pytest.fixture
def known(store: Store, load: Load) -> Store:
    """Give a network where three files were given to two pieces, one of them to both, and a fourth to a piece set aside."""
    load({"conventions.csv": CSV})
    for number, called, file in ((1, "Accueil", FIRST), (2, "Visites", FIRST), (2, "Visites", OTHER)):
        remake(store, partial(_given, store, f"Convention:CONV-{number}", called, file))
    criterion = find(store.network(), "2023/4")
    remake(store, lambda held: attach(held, criterion, [SCHOOL], title="Album", file=PICTURE, store=store, **WHO))
    remake(store, lambda held: attach(held, criterion, [SCHOOL], title="Secret", file=File("secret.pdf", b"x"), store=store, **WHO))
    element = next(key[2] for key, act in evidence_acts(store).attached.items() if act.title == "Secret")
    remake(store, lambda held: set_aside(held, criterion, SCHOOL, element, "Secret", **{**WHO, "reason": "hors sujet"}))
    return store


def _given(store: Store, element: str, called: str, file: File, _network: object) -> Any:
    return give_file(element, called, file, store=store, **WHO)


def made(store: Store) -> tuple[Dossier, Package]:
    network = store.network()
    dossier = dossier_of(network, evidence_acts(store), applicant(network, [SCHOOL]), [find(network, "2023/4")], ON)
    return dossier, packaged(dossier, kept=partial(content_of, store))


def test_the_files_of_the_pieces_that_count_are_in_the_archive_each_once(known: Store):
    dossier, package = made(known)
    later, sooner = sorted((FIRST, OTHER), key=lambda one: one.sha256, reverse=True)
    held = {name: content for name, content in package.files.items() if name.startswith("pieces/")}
    assert held == {
        "pieces/Convention signée.pdf": sooner.content,
        "pieces/Convention signée (2).pdf": later.content,
        "pieces/photo.jpg": PICTURE.content,
    }
    pieces = {FIRST.sha256: ("Accueil", "Visites"), OTHER.sha256: ("Visites",), PICTURE.sha256: ("Album",)}
    assert {one.sha256: one.pieces for one in dossier.attachments} == pieces
    with zipfile.ZipFile(io.BytesIO(package.content)) as read:
        assert {name: read.read(name) for name in held} == held
    assert package.content == made(known)[1].content


def test_the_manifest_and_the_workbook_say_which_file_proves_what(known: Store):
    dossier, package = made(known)
    said = json.loads(package.files["manifeste.json"])
    assert {one["path"]: (one["sha256"], one["pieces"]) for one in said["attachments"]} == {
        one.path: (one.sha256, list(one.pieces)) for one in dossier.attachments
    }
    digests = {one["file"]: one["sha256"] for one in said["files"]}
    assert digests == {name: sha256(content).hexdigest() for name, content in package.files.items() if name != "manifeste.json"}
    book = openpyxl.load_workbook(io.BytesIO(package.files["preuves.xlsx"]))
    rows = list(book["Fichiers joints"].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[1], row[2], row[5]) for row in rows] == [
        (one.name, one.path, ", ".join(one.pieces), one.size) for one in dossier.attachments
    ]


def test_a_file_changed_or_taken_out_of_the_archive_is_found(known: Store):
    files = dict(made(known)[1].files)
    assert check_bytes("d.zip", archive(files)).faults == ()
    changed = archive({**files, "pieces/photo.jpg": b"autre"})
    assert check_bytes("d.zip", changed).faults == ("« pieces/photo.jpg » a été modifié.",)
    without = archive({name: content for name, content in files.items() if name != "pieces/photo.jpg"})
    assert check_bytes("d.zip", without).faults == ("« pieces/photo.jpg » manque.",)


def test_what_would_make_the_archive_too_big_is_left_out_and_said(known: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MOST_BYTES", len(FIRST.content) + len(OTHER.content))
    dossier, package = made(known)
    assert [one.path for one in dossier.attachments if one.sha256 == PICTURE.sha256] == [""]
    assert sorted(name for name in package.files if name.startswith("pieces/")) == [
        "pieces/Convention signée (2).pdf",
        "pieces/Convention signée.pdf",
    ]
    assert package.notes[0].startswith("1\u00a0fichier joint aux pièces n’est pas dans l’archive")
    assert check_bytes("d.zip", package.content).faults == ()
    rows = list(openpyxl.load_workbook(io.BytesIO(package.files["preuves.xlsx"]))["Fichiers joints"].iter_rows(values_only=True))
    assert ("photo.jpg", "non : gardé avec le réseau") in [row[:2] for row in rows]


@pytest.mark.parametrize(
    ("names", "paths"),
    [
        (("../../etc/passwd",), ["pieces/passwd"]),
        (("C:\\Users\\x\\CON.pdf",), ["pieces/_CON.pdf"]),
        (("Bilan.PDF", "bilan.pdf"), ["pieces/Bilan.PDF", "pieces/bilan (2).pdf"]),
        (("e\u0301te\u0301.pdf", "été.pdf"), ["pieces/été.pdf", "pieces/été (2).pdf"]),
        (("\u202efdp.exe\x00", "..."), ["pieces/fdp.exe", "pieces/piece"]),
        (("sans point", "sans point"), ["pieces/sans point", "pieces/sans point (2)"]),
    ],
)
def test_names_are_safe_and_differ_on_every_system(known: Store, names: tuple[str, ...], paths: list[str]):
    network = known.network()
    acts = replace(
        evidence_acts(known), files={"Convention:CONV-1": tuple(Held(name, f"{n:064}", 3, "", AT, 1) for n, name in enumerate(names))}
    )
    found = attachments_of(Matrix(Ground(network, [SCHOOL], ON), [find(network, "2023/4")], catalogue(network), acts))
    assert [one.path for one in found] == paths


def test_a_dossier_whose_files_nobody_gives_is_refused(known: Store):
    dossier, _package = made(known)
    with pytest.raises(UnknownName, match="n’est pas gardé avec le réseau"):
        packaged(dossier)


def test_it_goes_through_the_command_line(known: Store, tmp_path: Path):
    where = ("--criterion", "2023/4", "--establishment", "0350760L", "--on", "23/11/2026", "--network", tmp_path / "reseau.netmap")
    assert run("evidence", *where, "--output", tmp_path / "dossiers").exit_code == 0
    (path,) = (tmp_path / "dossiers").iterdir()
    assert path.read_bytes() == made(known)[1].content
    checked = run("verify", path, "--network", tmp_path / "reseau.netmap")
    assert (checked.exit_code, "est intact : 11 fichiers" in checked.stdout) == (0, True)
