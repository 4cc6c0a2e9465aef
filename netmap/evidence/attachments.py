"""The files given to the pieces of a dossier, as they go with it: under names that any computer takes, each once, within a bound.

What would make the archive too big stays with the network, and the dossier says which files and their sha256: it is never cut in silence.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import count as counting

from netmap.evidence.dossier import Attachment
from netmap.evidence.files import MEGABYTE, safe_name
from netmap.evidence.matrix import Matrix
from netmap.values import counted

FOLDER = "pieces"
MOST_BYTES = 200 * MEGABYTE
MOST_FILES = 500
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def attachments_of(matrix: Matrix) -> tuple[Attachment, ...]:
    """Give the files of the pieces that count, in the order of their names; those beyond the bound have no path."""
    named = matrix.captions()
    held: dict[str, Attachment] = {}
    for element in matrix.standing["element"].unique().sort():
        called = named.get(element, element.partition(":")[2])
        for file in matrix.acts.files.get(element, ()):
            first = Attachment(name=file.name, sha256=file.sha256, size=file.size, given_on=file.at[:10], author=file.author)
            known = held.get(file.sha256, first)
            held[file.sha256] = replace(known, pieces=tuple(dict.fromkeys((*known.pieces, called))))
    return _placed(sorted(held.values(), key=lambda one: (_folded(_safe(one.name)), one.sha256)))


def left_out(attachments: Sequence[Attachment]) -> str:
    """Say which files do not go with the dossier; "" when all do."""
    left = [one for one in attachments if not one.path]
    if not left:
        return ""
    what = counted(len(left), "fichier joint aux pièces n’est pas", "fichiers joints aux pièces ne sont pas")
    return (
        f"{what} dans l’archive, qui en emporte {MOST_FILES} au plus et {MOST_BYTES // MEGABYTE} Mo. Le manifeste et le classeur disent "
        "lesquels ; ils restent gardés avec le réseau. Un dossier par établissement, ou pour moins de critères, les emporterait."
    )


def _placed(files: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """Give each file its path in the archive, while there is room for it."""
    placed: list[Attachment] = []
    taken: set[str] = set()
    room, left = MOST_BYTES, MOST_FILES
    for file in files:
        if file.size > room or not left:
            placed.append(file)
            continue
        room, left = room - file.size, left - 1
        name = _safe(file.name)
        stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
        for number in counting(2):
            if _folded(name) not in taken:
                break
            name = f"{stem} ({number}){dot}{ending}"
        taken.add(_folded(name))
        placed.append(replace(file, path=f"{FOLDER}/{name}"))
    return tuple(placed)


def _safe(name: str) -> str:
    """Name a file so that every system takes it: no folder, no sign that is refused, no name of a device of Windows."""
    safe = safe_name(unicodedata.normalize("NFC", name)) or "piece"
    return f"_{safe}" if _DEVICE.match(safe) else safe


def _folded(name: str) -> str:
    """Fold what file systems do not tell apart."""
    return unicodedata.normalize("NFKC", name).casefold()
