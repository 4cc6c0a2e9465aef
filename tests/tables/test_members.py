"""A folder, a zip, a file: each table in them is read under a name by which it is found, and what is left aside is said."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from netmap.errors import FileUnreadable
from netmap.tables import Member, members, members_at, members_of, read_bytes, read_file
from tests.tables.making import only, shape, small_workbook, zipped

CSV = b"a;b\n1;2\n"


def outcome(member: Member) -> object:
    try:
        read = member.read()
    except FileUnreadable as error:
        return str(error).replace("\u202f", " ")
    assert read.file == member.name
    return shape(only(read))[0], read.notes


def outcomes(found: tuple[Member, ...]) -> dict[str, object]:
    return {member.name: outcome(member) for member in found}


ROWS = [("a", "b"), ("1", "2")]
NOTES = ("Encodage UTF-8.", "Séparateur : point-virgule.")
BOOK = ([("UAI", "Partenaire"), ("0350030K", "Menuiserie Le Goff")], ())


def test_a_file_is_its_only_member(tmp_path):
    (tmp_path / "a.csv").write_bytes(CSV)
    (tmp_path / "b.xlsx").write_bytes(small_workbook())
    assert outcomes(members_at(tmp_path / "a.csv")) == outcomes(members_of("a.csv", CSV)) == {"a.csv": (ROWS, NOTES)}
    assert outcomes(members_at(tmp_path / "b.xlsx")) == outcomes(members_of("b.xlsx", small_workbook())) == {"b.xlsx": BOOK}
    assert "est introuvable" in str(outcomes(members_at(tmp_path / "c.csv"))["c.csv"])


def test_the_tables_of_a_zip_are_read_and_the_rest_is_said(tmp_path):
    content = zipped(
        {
            "2025/été.csv": CSV,
            "2025/classeur.xlsx": small_workbook(),
            "__MACOSX/2025/._été.csv": b"x",
            ".DS_Store": b"x",
            "2025/~$classeur.xlsx": b"x",
            "lettre.docx": b"x",
            "plan.pdf": b"%PDF",
            "vide/": b"",
        }
    )
    aside = (
        "« ~$classeur.xlsx » laissé de côté : « classeur.xlsx » est ouvert dans un tableur ; enregistrez-le et fermez-le.",
        "2 fichiers cachés laissés de côté (._été.csv, .DS_Store).",
        "2 fichiers laissés de côté, sans tableau (lettre.docx, plan.pdf).",
    )
    expected = {"envoi.zip › 2025 › été.csv": (ROWS, (*aside, *NOTES)), "envoi.zip › 2025 › classeur.xlsx": BOOK}
    assert outcomes(members_of("C:\\Envois\\envoi.zip", content)) == expected
    (tmp_path / "envoi.zip").write_bytes(content)
    assert outcomes(members_at(tmp_path / "envoi.zip")) == expected


def test_the_tables_of_a_folder_are_read_and_links_are_not_followed(tmp_path):
    inner = tmp_path / "réseau" / "2025"
    inner.mkdir(parents=True)
    (inner / "b.csv").write_bytes(CSV)
    (tmp_path / "réseau" / "a.zip").write_bytes(zipped({"x.csv": CSV}))
    (tmp_path / "réseau" / ".caché").mkdir()
    (tmp_path / "réseau" / ".caché" / "c.csv").write_bytes(CSV)
    (tmp_path / "réseau" / "d.csv").symlink_to("/etc/hostname")
    (tmp_path / "réseau" / "notes.pdf").write_bytes(b"%PDF")
    aside = ("1 fichier laissé de côté, sans tableau (notes.pdf).", "1 raccourci non suivi (d.csv).")
    assert outcomes(members_at(tmp_path / "réseau")) == {
        "réseau › a.zip › x.csv": (ROWS, (*aside, *NOTES)),
        "réseau › 2025 › b.csv": (ROWS, NOTES),
    }


def test_the_digest_of_a_member_is_that_of_the_file_itself():
    (member,) = members_of("envoi.zip", zipped({"x/a.csv": CSV}))
    assert (member.read().sha256, member.read().size) == (read_bytes("a.csv", CSV).sha256, len(CSV))


def encrypted(content: bytes) -> bytes:
    changed = bytearray(content)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        changed[changed.index(mark) + flags] |= 1
    return bytes(changed)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (zipped({"../../etc/a.csv": CSV}), "z.zip › etc › a.csv", "porte dans l’archive un nom qui sort de son dossier"),
        (zipped({"/etc/a.csv": CSV}), "z.zip › etc › a.csv", "porte dans l’archive un nom qui sort de son dossier"),
        (zipped({"C:\\a.csv": CSV}), "z.zip › C: › a.csv", "porte dans l’archive un nom qui sort de son dossier"),
        (zipped({"b.zip": zipped({"a.csv": CSV})}), "z.zip › b.zip", "est une archive dans une archive"),
        (zipped({"b.csv": zipped({"a.csv": CSV})}), "z.zip › b.csv", "est une archive dans une archive"),
        (encrypted(zipped({"a.csv": CSV})), "z.zip › a.csv", "est protégé par un mot de passe dans l’archive"),
        (zipped({"a.csv": CSV})[:-30], "z.zip", "est une archive abîmée ou coupée avant la fin"),
        (zipped({"lettre.docx": b"x"}), "z.zip", "« z.zip » est une archive zip sans aucun tableau"),
        (zipped({}), "z.zip", "« z.zip » est une archive zip sans aucun tableau"),
        (zipped({"a.csv": b"%PDF-1.7"}), "z.zip › a.csv", "est un document PDF"),
        (zipped({"a.csv": b"a;b\n" * 40 * 1024**2}), "z.zip", "grossit plus de 200 fois"),
    ],
    ids=range(11),
)
def test_what_is_unsafe_in_a_zip_is_refused_by_its_name(content, name, said):
    found = outcomes(members_of("z.zip", content))
    assert list(found) == [name]
    assert said in str(found[name])


def test_a_member_damaged_or_larger_than_it_declares_does_not_prevent_the_others():
    content = bytearray(zipped({"a.csv": CSV, "b.csv": os.urandom(1_000)}))
    place = content.index(b"b.csv") + 200
    content[place : place + 20] = bytes(20)
    found = outcomes(members_of("z.zip", bytes(content)))
    assert found["z.zip › a.csv"] == (ROWS, NOTES)
    assert "est abîmé dans l’archive" in str(found["z.zip › b.csv"])


def test_names_without_mark_of_utf_8_are_read_as_windows_or_macintosh_write_them():
    def unmarked(raw: bytes) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as target:
            target.writestr("X" * len(raw) + ".csv", CSV)
        return buffer.getvalue().replace(b"X" * len(raw), raw)

    assert list(outcomes(members_of("z.zip", unmarked("été à l’École".replace("’", "'").encode("cp850"))))) == ["z.zip › été à l'École.csv"]
    assert list(outcomes(members_of("z.zip", unmarked("été à l’École".encode())))) == ["z.zip › été à l’École.csv"]


def test_too_many_tables_are_refused_before_any_is_read(monkeypatch, tmp_path):
    monkeypatch.setattr(members, "MEMBERS_MAX", 2)
    many = {f"{place}.csv": CSV for place in range(3)}
    assert "de 3 tableaux, plus que les 2 admis" in str(outcomes(members_of("z.zip", zipped(many))))
    for name, content in many.items():
        (tmp_path / name).write_bytes(content)
    assert "de 3 tableaux, plus que les 2 admis" in str(outcomes(members_at(tmp_path)))
    monkeypatch.setattr(members, "ENTRIES_MAX", 1)
    assert "plus de 1 fichiers" in str(outcomes(members_of("z.zip", zipped(many))))
    assert "plus de 1 fichiers" in str(outcomes(members_at(tmp_path)))


# --- files open elsewhere


def test_the_mark_of_a_workbook_open_in_a_spreadsheet_is_no_table(tmp_path: Path):
    for lock in ("~$suivi.xlsx", ".~lock.suivi.xlsx#"):
        with pytest.raises(FileUnreadable, match=r"ce fichier dit que « suivi\.xlsx » est ouvert dans un tableur"):
            read_bytes(lock, b"\x05Camille")
        (tmp_path / "suivi.xlsx").write_bytes(small_workbook())
        (tmp_path / lock).write_bytes(b"\x05Camille")
        said = ("Le fichier est ouvert dans un tableur : ce qui n’y est pas encore enregistré n’est pas lu.",)
        assert read_file(tmp_path / "suivi.xlsx").notes == said
        (tmp_path / lock).unlink()
        assert read_file(tmp_path / "suivi.xlsx").notes == ()
