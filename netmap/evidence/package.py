"""A dossier as one archive: Word, PDF, workbook, drawings, manifest. The same inputs give the same bytes.

The files are stored in the archive as they are: their own formats already compress them, and an archive without compression is the same
bytes whatever library wrote it, so that its verification may compare it whole.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from netmap.drawing.map_svg import map_svg
from netmap.drawing.network_svg import network_svg
from netmap.errors import UnknownName
from netmap.evidence.attachments import left_out
from netmap.evidence.dossier import Attachment, Dossier
from netmap.evidence.french import on_one_line, shown
from netmap.evidence.manifest import NAME, manifest, seal_in
from netmap.evidence.outline import MAP, NETWORK, WORKBOOK, outline
from netmap.evidence.word import docx
from netmap.evidence.workbook import workbook
from netmap.export.typesetting import pdf, svg_png
from netmap.values import counted

WORD, PDF = "dossier.docx", "dossier.pdf"
_TEMPLATE = "netmap.evidence:dossier.typ"
_FIXED = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16

Step = Callable[[str, float], None]
Model = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Package:
    """Hold a dossier that is made: its files by name, the archive of them all, and what is to be known of it."""

    files: Mapping[str, bytes]
    content: bytes
    seal: str
    notes: tuple[str, ...] = ()


def _not_kept(_sha256: str) -> bytes:
    raise UnknownName("Ce fichier n’est pas gardé avec le réseau.")


def packaged(
    dossier: Dossier, model: Model | None = None, step: Step = lambda _said, _share: None, *, kept: Callable[[str], bytes] = _not_kept
) -> Package:
    """Make every file of a dossier and the archive; `model` is the name and content of the region's Word model.

    `kept` gives the bytes of a file of a piece from its sha256.
    """
    step("Dessins", 0.0)
    pictures = _drawn(dossier)
    images = {name: svg_png(svg) for name, svg in pictures.items()}
    laid_out = outline(dossier, pictures)
    step("Document Word", 0.35)
    files: dict[str, bytes] = {WORD: docx(laid_out, images, model)}
    step("PDF", 0.6)
    made = pdf(_TEMPLATE, laid_out.as_dict(), dossier.on)
    files[PDF] = made.content
    step("Classeur des preuves", 0.8)
    files[WORKBOOK] = workbook(dossier)
    files |= {f"{name}.svg": svg.encode() for name, svg in pictures.items()}
    files |= {f"{name}.png": image for name, image in images.items()}
    files |= {one.path: kept(one.sha256) for one in dossier.attachments if one.path}
    files[NAME] = manifest(dossier, files, model, made.undrawn)
    step("Archive", 0.95)
    return Package(files, archive(files), seal_in(files[NAME]), _notes(made.undrawn, dossier.attachments))


def archive(files: Mapping[str, bytes]) -> bytes:
    """Write files as one archive, in the order of their names, without date nor compression."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as written:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.create_system, entry.external_attr = 3, _READABLE
            written.writestr(entry, files[name])
    return held.getvalue()


def _drawn(dossier: Dossier) -> dict[str, str]:
    """Draw the network and the map; nothing when the dossier has no drawing."""
    view = dossier.view
    if view is None:
        return {}
    title = f"{on_one_line(dossier.scope, 70)}, au {shown(dossier.on)}"
    more = view.total - view.actors.height
    left = (f"{counted(more, 'acteur de plus n’est pas dessiné', 'acteurs de plus ne sont pas dessinés')}.",) if more > 0 else ()
    return {
        NETWORK: network_svg(view.actors, view.ties, view.looks, title=title, notes=left),
        MAP: map_svg(view.actors, view.ties, view.looks, title=title, notes=left),
    }


def _notes(undrawn: frozenset[str], attachments: tuple[Attachment, ...]) -> tuple[str, ...]:
    signs = " ".join(sorted(undrawn)[:20])
    said = f"Le PDF n’a pas de police pour ces signes, écrits □ : {signs}. Le document Word et le classeur les gardent." if signs else ""
    return tuple(note for note in (said, left_out(attachments)) if note)
