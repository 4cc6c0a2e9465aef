"""A dossier for Word: styles, a table of contents that needs no update, tables with headings that repeat, pictures that are told.

The region's own model takes the place of ours: its cover, headers, styles and margins stay. Where its page says `{{dossier}}` the
dossier comes, at its end otherwise; `{{titre}}`, `{{perimetre}}` and `{{date}}` become these words. The same input gives the same bytes.
"""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zipfile import BadZipFile

from netmap.errors import NetmapError
from netmap.evidence.blocks import Block, Contents, Grid, Heading, Items, Outline, Paragraph, Picture, Style
from netmap.evidence.french import shown
from netmap.evidence.word_parts import (
    NAMES,
    add_styles,
    contents_xml,
    described,
    elements,
    fields_footer,
    filled,
    grid_xml,
    paragraph_xml,
)
from netmap.export.document import dated

_HERE = "{{dossier}}"
_STYLES: Mapping[Style, str] = {"normal": "Normal", "answer": NAMES.answer, "quote": NAMES.quote, "note": NAMES.note, "caption": "Caption"}
_NOT_A_MODEL = "« {name} » n’est pas un document Word (.docx) : ouvrez-le dans Word, enregistrez-le comme « Document Word (.docx) »."
_HEIGHT_SHARE = 0.82


def docx(outline: Outline, pictures: Mapping[str, bytes], model: tuple[str, bytes] | None = None) -> bytes:
    """Write a document for Word; `pictures` are PNG by name, `model` the name and content of the region's own."""
    writer = _Writer(outline, pictures, model)
    return writer.written()


class _Writer:
    """Write blocks one after the other in a document of python-docx."""

    def __init__(self, outline: Outline, pictures: Mapping[str, bytes], model: tuple[str, bytes] | None) -> None:
        self._outline = outline
        self._pictures = pictures
        self._made: Any = _opened(model)
        self._own = model is None
        self._rank = 0
        self._ids = add_styles(self._made, own=self._own)
        self._held: list[str] = []

    def written(self) -> bytes:
        """Write everything, and give the bytes."""
        said = self._outline
        on = shown(said.on)
        core = self._made.core_properties
        moment = datetime(said.on.year, said.on.month, said.on.day, tzinfo=UTC).replace(tzinfo=None)
        core.title, core.subject, core.author, core.language = said.title[:255], said.subject[:255], "netmap", "fr-FR"
        core.created = core.modified = moment
        core.last_modified_by, core.revision = "netmap", 1
        filled(self._made, {"{{titre}}": said.title, "{{perimetre}}": said.subject, "{{date}}": on})
        after = self._make_room()
        if self._own:
            self._held.append(paragraph_xml(said.title, self._ids["Title"]))
        fields_footer(self._made, said.foot)
        for block in said.upright:
            self._write(block)
        if said.wide:
            self._turn(wide=True)
            for block in said.wide:
                self._write(block)
        self._flush()
        if after:
            self._turn(wide=False)
            body = self._made.element.body
            for element in after:
                body.insert(len(body) - 1, element)
        held = io.BytesIO()
        self._made.save(held)
        return dated(held.getvalue())

    def _make_room(self) -> list[Any]:
        """Take out of a model where the dossier comes and what stands after it, to be put back at the end."""
        for paragraph in self._made.paragraphs:
            if paragraph.text.strip() == _HERE:
                element = paragraph._p  # noqa: SLF001 - python-docx moves elements, not paragraphs
                after = [one for one in element.itersiblings() if not one.tag.endswith("}sectPr")]
                for one in (element, *after):
                    one.getparent().remove(one)
                return after
        return []

    def _turn(self, *, wide: bool) -> None:
        from docx.enum.section import WD_ORIENT, WD_SECTION  # noqa: PLC0415 - only where a Word file is asked for

        self._flush()
        section = self._made.add_section(WD_SECTION.NEW_PAGE)
        low, high = sorted((section.page_width, section.page_height))
        section.page_width, section.page_height = (high, low) if wide else (low, high)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT

    def _room(self) -> tuple[int, int]:
        section = self._made.sections[-1]
        wide = section.page_width - section.left_margin - section.right_margin
        return wide, section.page_height - section.top_margin - section.bottom_margin

    def _write(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(text, style):
                self._held.append(paragraph_xml(text, self._ids[_STYLES[style]]))
            case Items(texts):
                self._held += [paragraph_xml(text, self._ids["List Bullet"]) for text in texts]
            case Grid():
                # Word joins two tables that touch, and wants a paragraph after the last.
                self._held += [grid_xml(block, self._room()[0], self._ids), paragraph_xml("", self._ids[NAMES.gap])]
            case Picture():
                self._picture(block)
            case Contents(title):
                self._contents(title)

    def _heading(self, block: Heading) -> None:
        first = self._rank == 0 and not block.contents
        page = block.page or (first and not self._own and len(self._made.element.body) > 2)  # noqa: PLR2004 - itself and the page's form
        self._rank += block.contents
        self._held.append(paragraph_xml(block.text, self._ids[f"Heading {block.level}"], page=page, mark=self._rank * block.contents))

    def _flush(self) -> None:
        """Put what is held at the end of the document, read at once: paragraph by paragraph, python-docx takes three times as long."""
        body = self._made.element.body
        for element in elements(self._held):
            body.insert(len(body) - 1, element)
        self._held.clear()

    def _picture(self, block: Picture) -> None:
        self._flush()
        wide, high = self._room()
        paragraph = self._made.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        shape = paragraph.add_run().add_picture(io.BytesIO(self._pictures[block.name]), width=wide)
        if shape.height > high * _HEIGHT_SHARE:
            shape.width = int(shape.width * high * _HEIGHT_SHARE / shape.height)
            shape.height = int(high * _HEIGHT_SHARE)
        described(shape, block)
        self._held.append(paragraph_xml(block.caption, self._ids["Caption"]))

    def _contents(self, title: str) -> None:
        self._held.append(paragraph_xml(title, self._ids["Heading 1"], page=True))
        self._held += contents_xml(
            [heading.text for heading in self._outline.headings], [h.level for h in self._outline.headings], self._ids
        )


def _opened(model: tuple[str, bytes] | None) -> Any:  # noqa: ANN401 - a document of python-docx
    import docx as library  # noqa: PLC0415 - only where a Word file is asked for
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 - same

    if model is None:
        return library.Document()
    name, content = model
    try:
        return library.Document(io.BytesIO(content))
    except (OpcError, BadZipFile, ValueError, KeyError, SyntaxError) as error:
        raise NetmapError(_NOT_A_MODEL.format(name=name)) from error
