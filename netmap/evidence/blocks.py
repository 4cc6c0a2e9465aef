"""What a document is made of, in the order it is read; the Word file and the PDF are both written from these."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeAlias

_IN_CELL = re.compile(r"\S{23,}")
_IN_LINE = re.compile(r"\S{41,}")
Style = Literal["normal", "answer", "quote", "note", "caption"]


@dataclass(frozen=True, slots=True)
class Heading:
    """Hold a heading; `page` starts a page, `contents` are those that the table of contents lists."""

    level: int
    text: str
    page: bool = False
    contents: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold a paragraph."""

    text: str
    style: Style = "normal"


@dataclass(frozen=True, slots=True)
class Items:
    """Hold a list, one sentence an item."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Hold a table as it is read: cells are text, `right` the columns of numbers, `shares` their relative widths, `size` in points."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    right: tuple[bool, ...]
    size: float = 9.0


@dataclass(frozen=True, slots=True)
class Picture:
    """Hold a drawing by its name, with what it shows for those who do not see it."""

    name: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Stand where the table of contents is."""

    title: str


Block: TypeAlias = Heading | Paragraph | Items | Grid | Picture | Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Hold a document: `upright` pages, then `wide` ones for what does not fit on these; `pictures` are SVG by name."""

    title: str
    subject: str
    on: date
    foot: str
    upright: tuple[Block, ...]
    wide: tuple[Block, ...] = ()
    pictures: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Give the headings that the table of contents lists."""
        return tuple(block for block in (*self.upright, *self.wide) if isinstance(block, Heading) and block.contents)

    def as_dict(self) -> dict[str, Any]:
        """Give the document as plain values."""
        return {
            "title": breakable(self.title),
            "subject": self.subject,
            "foot": self.foot,
            "upright": [as_dict(block) for block in self.upright],
            "wide": [as_dict(block) for block in self.wide],
            "pictures": dict(self.pictures),
        }


def as_dict(block: Block) -> dict[str, Any]:
    """Give a block as plain values, with what it is; a word too long for its line may break anywhere, others stay as they are."""
    said = {name: getattr(block, name) for name in block.__dataclass_fields__}
    if isinstance(block, Grid):
        said["headings"] = [breakable(text, _IN_CELL) for text in block.headings]
        said["rows"] = [[breakable(text, _IN_CELL) for text in row] for row in block.rows]
    elif isinstance(block, Items):
        said["texts"] = [breakable(text) for text in block.texts]
    elif isinstance(block, Heading | Paragraph):
        said["text"] = breakable(block.text)
    return {"block": type(block).__name__, **said}


def breakable(text: str, long: re.Pattern[str] = _IN_LINE) -> str:
    """Let a word that no line could hold break between any two of its letters."""
    return long.sub(lambda word: "\u200b".join(word[0]), text)
