"""Styles of cells: each style that a marked cell has, the same with another background."""

import re
from collections.abc import Sequence

from netmap.intake.marking.package import Unmarkable, prefix_of

_COUNT = re.compile(rb'\bcount="[0-9]+"')


class Styles:
    """Hold the styles of a workbook; styles made for marks are added once each."""

    def __init__(self, part: bytes, colours: Sequence[str]) -> None:
        self._part = part
        self._prefix = prefix = prefix_of(part)
        self._fills = _section(part, prefix, b"fills")
        self._formats = _section(part, prefix, b"cellXfs")
        fills = re.findall(rb"<%sfill\b(?:[^>]*/>|.*?</%sfill>)" % (prefix, prefix), self._fills[1], re.DOTALL)
        self._made: list[bytes] = []
        self._fill = {colour: len(fills) + n for n, colour in enumerate(colours)}
        pattern = rb"<%sxf\b[^>]*?(?:/>|(?<!/)>.*?</%sxf>)" % (prefix, prefix)
        self._xf = re.findall(pattern, self._formats[1], re.DOTALL)
        if not self._xf or not fills:
            raise Unmarkable("Feuille de styles sans styles.")
        self._found: dict[tuple[int, str], int] = {}
        ours = {n for n, fill in enumerate(fills) if any(_is_of(fill, colour) for colour in colours)}
        self.ours = frozenset(n for n, xf in enumerate(self._xf) if _fill_of(xf) in ours)

    def coloured(self, style: int, colour: str) -> int:
        """Give the style that is like another, with a background of this colour."""
        if (style, colour) not in self._found:
            self._found[style, colour] = self._added(style, self._fill[colour])
        return self._found[style, colour]

    def plain(self, style: int) -> int:
        """Give the style that a cell had before it was marked a former time: the same with another background, or with none."""
        if (style, "") not in self._found:
            like = _without_fill(self._xf[style])
            before = next((n for n, xf in enumerate(self._xf) if n not in self.ours and _without_fill(xf) == like), None)
            self._found[style, ""] = self._added(style, 0) if before is None else before
        return self._found[style, ""]

    def written(self) -> bytes:
        """Write the part with the styles added."""
        solid = (
            '<{0}fill><{0}patternFill patternType="solid"><{0}fgColor rgb="FF{1}"/><{0}bgColor indexed="64"/></{0}patternFill></{0}fill>'
        )
        fills = "".join(solid.format(self._prefix.decode(), colour) for colour in self._fill).encode()
        part = _grown(self._part, self._formats, b"".join(self._made), len(self._xf) + len(self._made))
        # the fills stand before the formats: what was found of them is still in place
        return _grown(part, self._fills, fills, len(self._fill) + min(self._fill.values()))

    def _added(self, style: int, fill: int) -> int:
        xf = self._xf[style if style < len(self._xf) else 0]
        end = xf.index(b">")
        opening = re.sub(rb'\s(?:fillId|applyFill)="[^"]*"', b"", xf[:end].removesuffix(b"/"))
        closing = xf[end - 1 :] if xf[end - 1 : end] == b"/" else xf[end:]
        self._made.append(opening + b' fillId="%d" applyFill="1"' % fill + closing)
        return len(self._xf) + len(self._made) - 1


def _section(part: bytes, prefix: bytes, name: bytes) -> tuple[bytes, bytes]:
    """Give the opening tag and the content of a list of the part."""
    found = re.search(rb"(<%s%s\b[^>]*(?<!/)>)(.*?)</%s%s>" % (prefix, name, prefix, name), part, re.DOTALL)
    if found is None:
        raise Unmarkable(f"Feuille de styles sans « {name.decode()} ».")
    return found[1], found[2]


def _grown(part: bytes, section: tuple[bytes, bytes], added: bytes, count: int) -> bytes:
    opening, content = section
    return part.replace(opening + content, _COUNT.sub(b'count="%d"' % count, opening) + content + added, 1)


def _is_of(fill: bytes, colour: str) -> bool:
    return b'rgb="FF%s"' % colour.encode() in fill and b'patternType="solid"' in fill


def _fill_of(xf: bytes) -> int:
    found = re.search(rb'\bfillId="([0-9]+)"', xf)
    return int(found[1]) if found else 0


def _without_fill(xf: bytes) -> frozenset[bytes]:
    end = xf.index(b">")
    said = re.findall(rb'\s([\w:]+="[^"]*")', xf[:end])
    return frozenset((*(one for one in said if not one.startswith((b"fillId", b"applyFill"))), xf[end + 1 :]))
