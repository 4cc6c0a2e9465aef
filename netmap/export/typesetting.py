"""What typst makes for us: a tagged PDF (PDF/UA-1), a picture from an SVG; only with the fonts it carries, the same on every machine.

A sign that no font of its own can draw (an emoji, Chinese) would be refused whole: it is written as □, in the PDF only, and counted.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

from netmap.errors import NetmapError

UNDRAWN = "\N{WHITE SQUARE}"
_REFUSED = re.compile(r"the text `(\"(?:[^\"\\]|\\.)*\")`")
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
_TRIES = 8
_IMPOSSIBLE = "Le document ne peut pas être composé. Donnez sa version Word (docx), et signalez-le à la personne qui installe netmap."
_PICTURE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.drawing), format: "svg")"""


@dataclass(frozen=True, slots=True)
class Typeset:
    """Hold a PDF and the signs that could not be drawn in it."""

    content: bytes
    undrawn: frozenset[str]


def pdf(template: str, said: Mapping[str, Any], on: date) -> Typeset:
    """Make a tagged PDF from a template of `package:file` and plain values, dated `on`; text of theirs is never markup."""
    package, _, file = template.partition(":")
    source = files(package).joinpath(file).read_bytes()
    moment = int(datetime(on.year, on.month, on.day, tzinfo=UTC).timestamp())
    written = json.dumps(said, ensure_ascii=False)
    undrawn: set[str] = set()
    for _ in range(_TRIES):
        try:
            made = _compiled(source, {"document": written}, format="pdf", pdf_standards=["ua-1"], timestamp=moment)
        except _typst().TypstError as error:
            refused = _refused(str(error)) - undrawn
            if not refused:
                raise NetmapError(_IMPOSSIBLE) from error
            undrawn |= refused
            written = "".join(UNDRAWN if sign in refused else sign for sign in written)
        else:
            return Typeset(made, frozenset(undrawn))
    raise NetmapError(_IMPOSSIBLE)


def svg_png(drawing: str, pixels_per_inch: int = 144) -> bytes:
    """Draw an SVG of ours as a PNG; at 144 pixels an inch, a pixel and a half for each of its points."""
    try:
        return _compiled(_PICTURE, {"drawing": drawing}, format="png", ppi=float(pixels_per_inch))
    except _typst().TypstError as error:
        raise NetmapError(_IMPOSSIBLE) from error


def _typst() -> Any:  # noqa: ANN401 - a library without types
    import typst  # noqa: PLC0415 - only where a PDF is asked for

    return typst


def _compiled(source: bytes, inputs: Mapping[str, str], **how: Any) -> bytes:  # noqa: ANN401 - options of typst
    return bytes(_typst().compile(source, ignore_system_fonts=True, sys_inputs=dict(inputs), **how))


def _refused(message: str) -> set[str]:
    """Read, in what typst says, the signs that it has no font for."""
    texts = (_ESCAPE.sub(_unescaped, quoted[1:-1]) for quoted in _REFUSED.findall(message))
    return {sign for text in texts for sign in text if sign != UNDRAWN}


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else found[2]
