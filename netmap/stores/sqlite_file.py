"""How a SQLite file is opened, and what SQLite or the disk refuses, in French."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from netmap.errors import StoreError

WAIT_SECONDS = 15


@contextmanager
def connection(path: Path, *, writable: bool) -> Generator[sqlite3.Connection]:
    """Open a file for the time of an act; each statement stands alone unless a transaction is begun."""
    address = path.resolve().as_uri()
    # A log beside the file holds acts that the file does not have yet: it must be read too, even where nothing can be written.
    still = not path.with_name(f"{path.name}-wal").exists()
    mode = "rwc" if writable else "ro&immutable=1" if still else "ro"
    db = sqlite3.connect(f"{address}?mode={mode}", uri=True, timeout=WAIT_SECONDS, isolation_level=None)
    try:
        if writable:
            db.execute("PRAGMA synchronous = FULL")
        yield db
    finally:
        db.close()


@contextmanager
def said(path: Path) -> Generator[None]:
    """Say in French what SQLite or the disk refuses."""
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeError) as error:  # a spoiled schema cannot even be told in letters
        raise StoreError(sentence_of(path, str(error).lower())) from error


def sentence_of(path: Path, error: str) -> str:
    """Say what an error of SQLite means."""
    if "full" in error or "no space" in error:
        return f"Le disque est plein : « {path} » n’a pas été modifié. Libérez de la place et recommencez."
    if "locked" in error or "busy" in error:
        return f"Le réseau « {path} » est en cours d’écriture par un autre programme depuis {WAIT_SECONDS} s : réessayez dans un instant."
    if "readonly" in error or "read-only" in error or "unable to open" in error or "permission" in error:
        return f"Impossible d’ouvrir ou d’écrire « {path} » : le fichier ou son dossier est protégé. Choisissez un dossier à vous."
    if "not a database" in error:
        return f"« {path} » n’est pas un réseau de netmap : donnez un fichier fait par « netmap load »."
    if "malformed" in error or "no such table" in error or "disk i/o" in error or "codec" in error:
        return f"Le fichier « {path} » est abîmé ou incomplet : reprenez une copie."
    return f"Le réseau « {path} » ne peut pas être lu ou écrit ({error})."
