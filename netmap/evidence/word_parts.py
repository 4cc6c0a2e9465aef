"""The parts of a Word file that python-docx does not write: contents with links, tables written at once, told pictures, page numbers."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from netmap.evidence.blocks import Grid, Picture

_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_GREY, _INK = "4A4A4A", "161616"
_TWIP = 635  # English metric units in a twentieth of a point


class _Names(NamedTuple):
    """Name the styles that netmap adds to a document."""

    answer: str = "netmap Réponse"
    quote: str = "netmap Texte officiel"
    note: str = "netmap Note"
    cell: str = "netmap Cellule"
    gap: str = "netmap Intervalle"


NAMES = _Names()
_CONTENTS = ("TOC 1", "TOC 2")
_LEVELS = 2
_GRID = "Table Grid"
_CELL_SIZE = 9.0


def add_styles(made: Any, *, own: bool) -> dict[str, str]:  # noqa: ANN401 - a document of python-docx
    """Add the styles that are missing, and give the ids of all by name; in our own model, set the look of ours."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - only where a Word file is asked for

    styles = made.styles
    known = {style.name for style in styles}
    if "Normal" not in known:
        styles.add_style("Normal", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    if _GRID not in known:
        styles.add_style(_GRID, WD_STYLE_TYPE.TABLE, builtin=True)
    for name in ("Heading 1", "Heading 2", "Title", "Caption", "List Bullet", *_CONTENTS):
        if name not in known:
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True).base_style = styles["Normal"]
    _add_ours(styles, known)
    if own:
        _own_look(made)
    return {style.name: style.style_id for style in styles}


def _add_ours(styles: Any, known: set[str]) -> None:  # noqa: ANN401 - styles of python-docx
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - only where a Word file is asked for
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415 - same

    for rank, name in enumerate(_CONTENTS):
        if name not in known:
            styles[name].paragraph_format.left_indent = Cm(0.6 * rank)
            styles[name].paragraph_format.space_after = Pt(3)
    sizes = {NAMES.answer: 11, NAMES.quote: 10.5, NAMES.note: 9, NAMES.cell: _CELL_SIZE, NAMES.gap: 4}
    for name, size in sizes.items():
        if name in known:
            continue
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = styles["Normal"], Pt(size)
        style.font.bold, style.font.italic = name == NAMES.answer or None, name == NAMES.quote or None
        style.paragraph_format.space_after = Pt({NAMES.cell: 0, NAMES.gap: 2}.get(name, 6))
        style.paragraph_format.space_before = Pt(0)
        if name == NAMES.quote:
            style.paragraph_format.left_indent = Cm(0.8)
        if name == NAMES.note:
            style.font.color.rgb = RGBColor.from_string(_GREY)


def _own_look(made: Any) -> None:  # noqa: ANN401 - a document of python-docx
    """Set page, fonts and colours of our own model: sober, black on white, in French."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - only where a Word file is asked for
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415 - same

    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    for name, size in (("Normal", 10), ("Title", 18), ("Heading 1", 15), ("Heading 2", 12), ("Caption", 9)):
        style = made.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        style.font.color.rgb = RGBColor.from_string(_INK)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        fonts.set(qn("w:cs"), "Arial")
    made.styles["Normal"].paragraph_format.space_after = Pt(6)
    border = made.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "fr-FR")


def filled(made: Any, words: Mapping[str, str]) -> None:  # noqa: ANN401 - a document of python-docx
    """Put words in the place of their names, wherever a model writes them: pages, headers, footers."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - only where a Word file is asked for

    parts = [made.element.body]
    for section in made.sections:
        for held in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            if not held.is_linked_to_previous:
                parts.append(held._element)  # noqa: SLF001 - python-docx gives no other way to the text of a header
    for part in parts:
        for paragraph in part.iter(qn("w:p")):
            texts = list(paragraph.iter(qn("w:t")))
            said = "".join(one.text or "" for one in texts)
            if texts and any(name in said for name in words):
                for name, value in words.items():
                    said = said.replace(name, value)
                for one in texts:
                    one.text = ""
                texts[0].text = said


def elements(parts: Sequence[str]) -> list[Any]:
    """Read XML of ours into elements of python-docx, all at once."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - only where a Word file is asked for

    return list(parse_xml(f"<w:body {_SPACE}>{''.join(parts)}</w:body>"))


def paragraph_xml(text: str, style: str, *, page: bool = False, mark: int = 0) -> str:
    """Write a paragraph; `page` starts a page, `mark` is the rank of a heading that the table of contents leads to."""
    broken = "<w:pageBreakBefore/>" if page else ""
    name = f'w:id="{9000 + mark}"'
    run = _run(text) if text else ""
    held = f'<w:bookmarkStart {name} w:name="_Toc{9000 + mark}"/>{run}<w:bookmarkEnd {name}/>' if mark else run
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{broken}</w:pPr>{held}</w:p>'


def contents_xml(headings: Sequence[str], levels: Sequence[int], ids: Mapping[str, str]) -> Iterator[str]:
    """Write the lines of the table of contents: links, inside the field that Word can make again."""
    begin = f'{_mark("begin")}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\n \\h \\z \\u </w:instrText></w:r>{_mark("separate")}'
    for rank, (heading, level) in enumerate(zip(headings, levels, strict=True), 1):
        link = f'<w:hyperlink w:anchor="_Toc{9000 + rank}" w:history="1">{_run(heading)}</w:hyperlink>'
        style = f'<w:pPr><w:pStyle w:val="{ids[_CONTENTS[min(level, _LEVELS) - 1]]}"/></w:pPr>'
        yield f"<w:p>{style}{begin if rank == 1 else ''}{link}{_mark('end') if rank == len(headings) else ''}</w:p>"


def fields_footer(made: Any, foot: str) -> None:  # noqa: ANN401 - a document of python-docx
    """Write at the foot what the document is and its pages; a model that has a footer keeps its own."""
    footer = made.sections[-1].footer
    if not footer.is_linked_to_previous and "".join(p.text for p in footer.paragraphs).strip():
        return
    paragraph = footer.paragraphs[0]
    paragraph.style = made.styles[NAMES.note]
    parts = [_run(f"{foot} · page\u00a0"), *_field("PAGE"), _run(" / "), *_field("NUMPAGES")]
    for part in elements(parts):
        paragraph._p.append(part)  # noqa: SLF001 - python-docx has no field


def described(shape: Any, picture: Picture) -> None:  # noqa: ANN401 - a picture of python-docx
    """Say what a picture shows to those who do not see it."""
    properties = shape._inline.docPr  # noqa: SLF001 - python-docx has no alternative text
    properties.set("descr", picture.alt)
    properties.set("title", picture.caption)
    properties.set("name", picture.name)


_MARGINS = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in (("top", 40), ("left", 70), ("bottom", 40), ("right", 70)))


def grid_xml(grid: Grid, room: int, ids: Mapping[str, str]) -> str:
    """Write a table of `room` English metric units: cell by cell, python-docx takes a hundred times as long."""
    twips = [room // _TWIP * share // sum(grid.shares) for share in grid.shares]
    name, shade = escape(grid.title), '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>'
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    style_of = f'<w:pStyle w:val="{ids[NAMES.cell]}"/>'
    letters = "" if grid.size == _CELL_SIZE else f'<w:sz w:val="{round(2 * grid.size)}"/>'
    wide = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in twips]
    aligned = ['<w:jc w:val="right"/>' if right else "" for right in grid.right]
    opened = [f"{cell}</w:tcPr><w:p><w:pPr>{style_of}{jc}</w:pPr>" for cell, jc in zip(wide, aligned, strict=True)]
    header = "".join(
        f"{cell}{shade}</w:tcPr><w:p><w:pPr>{style_of}<w:keepNext/>{jc}</w:pPr>{_run(text, f'<w:b/>{letters}')}</w:p></w:tc>"
        for cell, jc, text in zip(wide, aligned, grid.headings, strict=True)
    )
    rows = "".join(_row(opened, row, letters) for row in grid.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{ids[_GRID]}"/><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar>"
        f'<w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="{name}"/><w:tblDescription w:val="{name}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>{rows}</w:tbl>"
    )


def _row(opened: Sequence[str], row: Sequence[str], letters: str) -> str:
    cells = "".join(f"{cell}{_run(text, letters)}</w:p></w:tc>" for cell, text in zip(opened, row, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _run(text: str, form: str = "") -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line, quote=False)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{f'<w:rPr>{form}</w:rPr>' if form else ''}{lines}</w:r>"


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _field(name: str) -> list[str]:
    return [_mark("begin"), f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>', _mark("end")]
