"""A dossier handed over: one changed byte is found, a changed figure is said, and an archive is written whole or not at all."""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from netmap.cli import program
from netmap.errors import FileUnreadable, NetmapError
from netmap.evidence.applicant import applicant
from netmap.evidence.catalogue import find
from netmap.evidence.dossier import State
from netmap.evidence.kept import evidence_acts
from netmap.evidence.making import dossier_of
from netmap.evidence.manifest import sealed
from netmap.evidence.package import Package, archive, packaged
from netmap.evidence.verifying import changes, check_bytes, check_dossier
from netmap.export.atomic import write_whole
from tests.evidence.making import empty, ordinary

ROOT = Path(__file__).resolve().parents[2]
CSV = "N° de convention;UAI;Partenaire;Objet;Début;Fin\n"
FIRST = f"{CSV}C-1;0350760L;Valette;Accueil;01/09/2025;31/08/2028\nC-2;0350760L;Brume;Visites;01/09/2025;31/08/2028\n"
MORE = f"{CSV}C-3;0350760L;Orvelin;Stages;01/09/2025;31/08/2028\n"


@pytest.fixture(scope="module")
def made() -> Package:
    return packaged(empty())


def test_an_untouched_dossier_has_no_fault(made) -> None:
    checked = check_bytes("dossier.zip", made.content)
    assert (checked.faults, checked.seal) == ((), made.seal)
    assert checked.manifest["scope"] == "Lycée professionnel de Hauteserre (0990137L)"
    assert {one["file"] for one in checked.manifest["files"]} == set(made.files) - {"manifeste.json"}


def test_one_flipped_byte_is_found_wherever_it_is(made) -> None:
    content = made.content
    # Everywhere in the headers and the directory, and at intervals in the files, which are the same to a verification.
    starts = [(content.index(name.encode()) - 30, len(name) + 30) for name in made.files]
    at_headers = [start + n for start, length in starts for n in range(length)]
    directory = range(content.rindex(b"PK\x01\x02") - 400, len(content))
    for position in sorted({*at_headers, *directory, *range(0, len(content), 2_003)}):
        spoiled = bytearray(content)
        spoiled[position] ^= 0x10
        try:
            faults = check_bytes("dossier.zip", bytes(spoiled)).faults
        except FileUnreadable:
            continue
        assert faults, f"a byte changed at {position} is not found"


def changed(files: dict[str, bytes], **new: bytes) -> bytes:
    return archive({**files, **{name.replace("__", "."): content for name, content in new.items()}})


def test_what_was_done_to_an_archive_is_said(made) -> None:
    files = dict(made.files)
    said = json.loads(files["manifeste.json"])
    lied = json.dumps({**said, "scope": "Un autre lycée"}).encode()
    for content, faults in (
        (changed(files, dossier__docx=b"autre"), ["« dossier.docx » a été modifié."]),
        (changed(files, note__txt=b""), ["« note.txt » a été ajouté."]),
        (archive({name: content for name, content in files.items() if name != "preuves.xlsx"}), ["« preuves.xlsx » manque."]),
        (changed(files, manifeste__json=lied), ["« manifeste.json » a été modifié : il ne correspond plus à son sceau."]),
        (changed(files, manifeste__json=b"{"), ["« manifeste.json » ne peut plus être lu : il a été modifié."]),
        (made.content + b" ", ["L’archive « d.zip » a été modifiée ou refaite : ses fichiers sont intacts, son enveloppe ne l’est pas."]),
    ):
        assert list(check_bytes("d.zip", content).faults) == faults


def test_a_dossier_made_again_with_a_new_seal_has_another_seal(made) -> None:
    said = json.loads(made.files["manifeste.json"])
    again = changed(dict(made.files), manifeste__json=sealed({**said, "scope": "Un autre lycée"}))
    checked = check_bytes("d.zip", again)
    assert checked.faults == ()
    assert checked.seal != made.seal


def zipped(**files: bytes) -> bytes:
    return archive({name.replace("__", "."): content for name, content in files.items()})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "n’est pas une archive zip lisible"),
        (b"PK\x05\x06" + b"\0" * 18, "il ne contient pas « manifeste.json »"),
        (zipped(notes__txt=b"bonjour"), "il ne contient pas « manifeste.json »"),
        (zipped(manifeste__json=b'{"format": "autre"}'), "est d’un autre programme"),
        (zipped(manifeste__json=b'{"format": "netmap-dossier", "edition": 99}'), "vient d’une autre version de netmap"),
    ],
)
def test_what_is_no_dossier_is_told(content, sentence) -> None:
    with pytest.raises(FileUnreadable, match=sentence):
        check_bytes("d.zip", content)


def test_an_archive_that_would_fill_the_memory_is_refused(tmp_path) -> None:
    path = tmp_path / "bombe.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as written:
        for name in range(20):
            written.writestr(f"{name}", b"\0" * (60 << 20))
    with pytest.raises(FileUnreadable, match="trop de fichiers, ou de trop grands"):
        check_dossier(path)


def test_figures_are_compared_one_by_one() -> None:
    before = ordinary()
    checked = check_bytes("d.zip", zipped(manifeste__json=packaged(before).files["manifeste.json"]))
    share, conventions, frameworks, actions, partners = (before.figures[n] for n in (1, 0, 2, 3, 4))
    now = (
        conventions,
        replace(share, value=50.0, out_of=1_300),
        replace(frameworks, definition="Autre définition"),
        replace(actions, state=State.ABSENCE, value=0),
        replace(partners, id="2023/7/others", label="Autres"),
    )
    assert [change.sentence.replace("\u202f", " ").replace("\u00a0", " ") for change in changes(checked, now)] == [
        "Part des partenaires actifs sous convention : 62,5 % sur 1 234 (preuve) dans le dossier, 50 % sur 1 300 (preuve) aujourd’hui.",
        "Conventions rattachées à un accord-cadre : 0 sur 24 (absence constatée) dans le dossier, définition changée aujourd’hui.",
        "Élèves touchés par des actions : non renseigné dans le dossier, 0 élèves (absence constatée) aujourd’hui.",
        "Partenaires de la lutte contre le décrochage : 0 sur 24 (absence constatée) dans le dossier, n’est plus calculé aujourd’hui.",
        "Autres : absent dans le dossier, 0 sur 24 (absence constatée) aujourd’hui.",
    ]
    assert changes(checked, before.figures) == ()


def run(*words: str):
    return CliRunner().invoke(program, words, prog_name="netmap")


def test_verify_checks_a_dossier_then_asks_the_network_again(tmp_path, monkeypatch, store, load) -> None:
    monkeypatch.chdir(tmp_path)
    network = load({"conventions.csv": FIRST})
    made = packaged(
        dossier_of(
            network, evidence_acts(store), applicant(network, ["Establishment:0350760L"]), [find(network, "2023/4")], date(2026, 11, 23)
        )
    )
    write_whole(Path("dossier.zip"), made.content)
    found = run("verify", "dossier.zip")
    assert found.exit_code == 0
    assert found.stdout.startswith(f"« dossier.zip » est intact : 8 fichiers, sceau {made.seal}.\n")
    assert "Le réseau « reseau.netmap » (version 1) dit la même chose aujourd’hui : " in found.stdout

    load({"conventions_2.csv": MORE})
    found = run("verify", "dossier.zip")
    assert found.exit_code == 1
    assert "Conventions en vigueur : 2 sur 2 (preuve) dans le dossier, 3 sur 3 (preuve) aujourd’hui." in found.stdout
    said = json.loads(run("verify", "dossier.zip", "--format", "json").stdout)
    assert (said["faults"], said["refused"], said["version"]) == ([], "", 2)
    assert {"id": "2023/4/conventions", "label": "Conventions en vigueur", "before": "2 sur 2 (preuve)", "now": "3 sur 3 (preuve)"} in said[
        "changes"
    ]

    elsewhere = run("verify", "dossier.zip", "--network", "autre.netmap")
    assert elsewhere.exit_code == 0
    assert "Aucun réseau à l’endroit « autre.netmap » : les chiffres n’ont pas été comparés." in elsewhere.stdout


def test_verify_tells_a_dossier_that_was_touched(tmp_path, monkeypatch, made) -> None:
    monkeypatch.chdir(tmp_path)
    Path("d.zip").write_bytes(changed(dict(made.files), dossier__docx=b"autre"))
    found = run("verify", "d.zip")
    assert found.exit_code == 1
    assert found.stdout.startswith("« d.zip » a été modifié depuis qu’il a été fait :\n  « dossier.docx » a été modifié.\n")
    assert run("verify", "d.zip", "--repair").exit_code != 0
    missing = run("verify", "absent.zip")
    assert missing.exit_code != 0
    assert "« absent.zip » ne peut pas être lu" in missing.stderr


# Written whole or not at all

WRITER = """
import sys
from pathlib import Path
from netmap.errors import NetmapError
from netmap.export.atomic import write_whole
try:
    write_whole(Path(sys.argv[1]), b"x" * int(sys.argv[2]))
except NetmapError as error:
    print(error)
print(sorted(path.name for path in Path(sys.argv[1]).parent.iterdir()), Path(sys.argv[1]).read_bytes()[:9])
"""


def in_mounted(mount: str, path: Path, size: int) -> list[str]:
    """Write in a process that has its own mounts; leave the test out where a machine allows none."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-r", "-m", "true"], capture_output=True, check=False).returncode:
        pytest.skip("Mounting in a namespace of one's own is not allowed here: full and protected disks cannot be made.")
    command = [unshare, "-r", "-m", "sh", "-c", f'{mount} && exec "$0" "$@"', sys.executable, "-c", WRITER, str(path), str(size)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "FOLDER": str(path.parent)}
    found = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=240)
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout.splitlines()


@pytest.mark.parametrize(
    ("mount", "sentence"),
    [
        (
            'mount -t tmpfs -o size=40k tmpfs "$FOLDER" && printf "celui-ci" > "$FOLDER/d.zip"',
            "Le disque est plein : « {path} » n’a pas été écrit. Libérez de la place et recommencez.",
        ),
        (
            'printf "celui-ci" > "$FOLDER/d.zip" && mount --bind "$FOLDER" "$FOLDER" && mount -o remount,bind,ro "$FOLDER"',
            "Impossible d’écrire « {path} » : le dossier ou le fichier est protégé, ou ouvert ailleurs. Choisissez un dossier à vous.",
        ),
    ],
)
def test_a_full_or_protected_disk_is_told_and_keeps_the_dossier_before(tmp_path, mount, sentence) -> None:
    path = tmp_path / "remise" / "d.zip"
    path.parent.mkdir()
    assert in_mounted(mount, path, 400_000) == [sentence.format(path=path), "['d.zip'] b'celui-ci'"]


def test_a_file_is_replaced_at_once_and_leaves_nothing_beside(tmp_path) -> None:
    path = tmp_path / "d.zip"
    for content in (b"un", b"deux"):
        write_whole(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("absent/d.zip", "Le dossier « absent » n’existe pas"),
        ("d" * 300 + ".zip", "ne peut pas être un nom de fichier ici"),
        ("rangement", "ne peut pas être un nom de fichier ici"),
        ("plein/d.zip", "ne peut pas être un nom de fichier ici"),
    ],
)
def test_a_place_where_nothing_can_be_written_is_told(tmp_path, monkeypatch, path, sentence) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plein").write_text("un fichier")
    Path("rangement").mkdir()
    with pytest.raises(NetmapError, match=sentence):
        write_whole(Path(path), b"x")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["plein", "rangement"]


def test_progress_goes_forward(made) -> None:
    shares: list[float] = []
    assert packaged(empty(), step=lambda _said, share: shares.append(share)).content == made.content
    assert shares == sorted(shares)
    assert len(shares) >= 4


def test_an_archive_opens_in_any_zip_reader(made) -> None:
    with zipfile.ZipFile(io.BytesIO(made.content)) as read:
        assert read.testzip() is None
        assert read.namelist() == sorted(made.files)
