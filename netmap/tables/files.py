"""Open a file or an upload, decide by its content how to read it, and read it."""

import hashlib
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from netmap.errors import FileUnreadable
from netmap.tables.archive import archive_kind
from netmap.tables.content import GZIP, Format, expanded, format_of, refuse_too_big, safe_name
from netmap.tables.delimited import text_sheet
from netmap.tables.encoding import refuse_nul
from netmap.tables.pasted import pasted_sheet
from netmap.tables.sheet import FileRead
from netmap.tables.workbook import excel_sheets, other_sheets

ENDINGS = (".csv", ".tsv", ".txt", ".tab", ".gz", ".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".ods", ".ots", ".xlsb")
PASTED = "Tableau collé"
# For each format: the endings its files have, and what it is when the ending says otherwise.
FORMS: Mapping[Format, tuple[tuple[str, ...], str]] = {
    "csv": ((".csv", ".tsv", ".txt", ".tab"), "du texte : lu comme un CSV"),
    "xlsx": ((".xlsx", ".xlsm", ".xltx", ".xltm"), "un classeur Excel : lu comme tel"),
    "xls": ((".xls", ".xlt"), "un classeur Excel 97-2003 : lu comme tel"),
    "ods": ((".ods", ".ots"), "un classeur LibreOffice : lu comme tel"),
}


def read_file(path: Path) -> FileRead:
    """Read a file into sheets of text; raise FileUnreadable, with one French sentence, when it cannot be one."""
    file = safe_name(path.name)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileUnreadable(f"« {file} » est un dossier : donnez un fichier qu’il contient.")
        if not stat.S_ISREG(status.st_mode):
            raise FileUnreadable(f"« {file} » n’est pas un fichier ordinaire : copiez-le d’abord dans un dossier.")
        refuse_too_big(file, status.st_size)
        content = path.read_bytes()
    except FileNotFoundError:
        raise FileUnreadable(f"« {file} » est introuvable : vérifiez son nom et son dossier.") from None
    except PermissionError:
        raise FileUnreadable(
            f"« {file} » ne peut pas être ouvert, la lecture en est interdite : "
            "fermez le logiciel qui l’utilise ou demandez-en le droit de lecture."
        ) from None
    except (OSError, ValueError) as error:
        raise FileUnreadable(f"« {file} » ne peut pas être lu ({error}) : copiez-le sur ce poste et recommencez.") from error
    found = named_bytes(file, content)
    locks = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
    if any(lock.exists() for lock in locks):
        said = "Le fichier est ouvert dans un tableur : ce qui n’y est pas encore enregistré n’est pas lu."
        return replace(found, notes=(said, *found.notes))
    return found


def lock_of(file: str) -> str:
    """Give the name of the workbook that a lock file of Excel or LibreOffice says to be open; nothing for another file."""
    if file.startswith("~$"):
        return file.removeprefix("~$")
    return file.removeprefix(".~lock.").removesuffix("#") if file.startswith(".~lock.") else ""


def read_pasted(text: str) -> FileRead:
    """Read cells copied from a spreadsheet, or the text of a csv; raise FileUnreadable when there is none."""
    content = text.encode(errors="replace")
    refuse_too_big(PASTED, len(content))
    if not text.strip("\r\n "):
        raise FileUnreadable(f"« {PASTED} » est vide : copiez les cellules dans le tableur, puis collez-les de nouveau.")
    notes: list[str] = []
    if "\t" in text:
        refuse_nul(PASTED, content)
        sheet = pasted_sheet(PASTED, content.decode())
        notes.append("Séparateur : tabulation.")
    else:
        sheet = text_sheet(PASTED, content, notes)
    return FileRead(PASTED, hashlib.sha256(content).hexdigest(), len(content), (sheet,), tuple(notes))


def read_bytes(name: str, content: bytes) -> FileRead:
    """Read an upload into sheets of text; `name` is made safe, and only a hint of the format."""
    return named_bytes(safe_name(name), content)


def named_bytes(file: str, content: bytes) -> FileRead:
    """Read content under a name already safe to show."""
    if locked := lock_of(file):
        raise FileUnreadable(
            f"« {file} » n’est pas un tableau : ce fichier dit que « {locked} » est ouvert dans un tableur. "
            f"Enregistrez et fermez « {locked} », puis donnez-le."
        )
    refuse_too_big(file, len(content))
    sha256 = hashlib.sha256(content).hexdigest()
    size = len(content)
    notes: list[str] = []
    if content.startswith(GZIP):
        content = expanded(file, content)
        notes.append("Fichier gzip, décompressé.")
        if content.startswith(GZIP):
            raise FileUnreadable(f"« {file} » est compressé deux fois : décompressez-le d’abord.")
    form = format_of(file, content)
    if form == "zip":
        form = archive_kind(file, content)
    ending = Path(file.lower().removesuffix(".gz")).suffix
    endings, kind = FORMS[form]
    if ending and ending not in endings:
        notes.append(f"Le nom finit par « {ending} », mais le contenu est {kind}.")
    if form == "csv":
        sheets = (text_sheet(file, content, notes),)
    elif form == "xlsx":
        sheets = excel_sheets(file, content, notes)
    else:
        sheets = other_sheets(file, content, form, notes)
    return FileRead(file, sha256, size, sheets, tuple(notes))
