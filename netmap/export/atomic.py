"""A file written whole or not at all: beside its place first, then put there in one step; what the disk refuses is said in French."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from netmap.errors import NetmapError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_PROTECTED = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file; raise NetmapError, and leave what was there as it was, when it cannot be written to its end."""
    partial = path.parent / f".netmap-{token_hex(4)}.partiel"
    try:
        with partial.open("xb") as held:
            held.write(content)
            held.flush()
            os.fsync(held.fileno())
        partial.replace(path)
    except OSError as error:
        raise NetmapError(_sentence(path, error)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return f"Le disque est plein : « {path} » n’a pas été écrit. Libérez de la place et recommencez."
    if error.errno in _PROTECTED:
        return f"Impossible d’écrire « {path} » : le dossier ou le fichier est protégé, ou ouvert ailleurs. Choisissez un dossier à vous."
    if error.errno == errno.ENOENT:
        return f"Le dossier « {path.parent} » n’existe pas : créez-le, ou choisissez un autre endroit."
    if error.errno in (errno.ENAMETOOLONG, errno.EISDIR, errno.ENOTDIR, errno.EINVAL):
        return f"« {path} » ne peut pas être un nom de fichier ici : donnez-en un autre, plus court ou dans un autre dossier."
    return f"« {path} » n’a pas été écrit ({error.strerror or error}) : choisissez un autre endroit."
