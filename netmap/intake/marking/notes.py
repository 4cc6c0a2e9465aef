"""Comments on the cells of a sheet, as Excel keeps them: a part of texts, and a drawing that places each one.

Comments of other people stay; ours of a former time are replaced.
"""

import re
from collections.abc import Sequence

from netmap.intake.marking.package import Package, Unmarkable, prefix_of
from netmap.intake.marking.sheet import escaped, top_level
from netmap.tables.words import column_number, letters

Place = tuple[int, int]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What comes after the drawing of comments in a sheet.
_AFTER = (
    b"legacyDrawingHF",
    b"drawingHF",
    b"picture",
    b"oleObjects",
    b"controls",
    b"AlternateContent",
    b"webPublishItems",
    b"tableParts",
    b"extLst",
)
_EMPTY_DRAWING = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;width:220pt;height:90pt;z-index:{rank};visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 10, {right}, 15, {bottom}, 4</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
# Numbers of shapes go by groups, which the drawing lists.
_SHAPES_A_GROUP = 1_024


def with_notes(package: Package, path: str, sheet: bytes, notes: Sequence[tuple[Place, str]], author: str) -> bytes:
    """Put the notes in the parts beside a sheet and give the sheet, with its link to their drawing."""
    related = package.related(path)
    texts = next((target for _id, kind, target in related if kind == "comments"), None)
    drawing = _drawing_of(sheet, related)
    if texts is None and not notes:
        return sheet
    if (texts is None) != (drawing is None):
        # a drawing of something else, or texts without one: another's work, left alone
        raise Unmarkable("Commentaires écrits autrement qu’attendu.")
    if texts is None or drawing is None:
        texts, drawing = package.free("xl/commentsNetmap{}.xml"), package.free("xl/drawings/vmlDrawingNetmap{}.vml")
        package.relate(path, texts, "comments")
        package.declare(f'<Override PartName="/{texts}" ContentType="{_COMMENTS_TYPE}"/>')
        package.declare(f'<Default Extension="vml" ContentType="{_DRAWING_TYPE}"/>', first=True)
        package.change(texts, f'<comments xmlns="{_MAIN}"><authors></authors><commentList></commentList></comments>'.encode())
        package.change(drawing, _EMPTY_DRAWING)
        sheet = _linked(sheet, package.relate(path, drawing, "vmlDrawing"))
    written, gone, made = _texts(package.part(texts), notes, author)
    package.change(texts, written)
    package.change(drawing, _shapes(package.part(drawing), made, gone))
    return sheet


def _drawing_of(sheet: bytes, related: Sequence[tuple[str, str, str]]) -> str | None:
    tail = sheet[sheet.rindex(b"sheetData>") :].partition(b">")[2]
    for name, start, end in top_level(tail):
        if name.rpartition(b":")[2] == b"legacyDrawing":
            found = re.search(rb':id="([^"]*)"', tail[start:end])
            wanted = found[1].decode() if found else ""
            return next((target for identifier, _kind, target in related if identifier == wanted), None)
    return None


def _linked(sheet: bytes, identifier: str) -> bytes:
    p = prefix_of(sheet)
    at = sheet.rindex(b"sheetData>") + len(b"sheetData>")
    tail = sheet[at:]
    after = (start for name, start, _end in top_level(tail) if name.rpartition(b":")[2] in _AFTER)
    place = next(after, None)
    if place is None:
        place = tail.rindex(b"</%sworksheet>" % p)
    link = b'<%slegacyDrawing xmlns:r="%s" r:id="%s"/>' % (p, _RELATION.encode(), identifier.encode())
    return sheet[:at] + tail[:place] + link + tail[place:]


def _texts(part: bytes, notes: Sequence[tuple[Place, str]], author: str) -> tuple[bytes, set[Place], list[Place]]:
    """Give the texts with ours in the place of those of a former time, where these stood, and where ours stand.

    A cell has one comment: where someone wrote theirs, it stays and ours is not written.
    """
    p = prefix_of(part)
    part = re.sub(rb"<%s(authors|commentList)/>" % p, rb"<%s\1></%s\1>" % (p, p), part)
    authors = re.search(rb"<%sauthors>(.*?)</%sauthors>" % (p, p), part, re.DOTALL)
    listed = re.search(rb"<%scommentList>(.*)</%scommentList>" % (p, p), part, re.DOTALL)
    if authors is None or listed is None:
        raise Unmarkable("Commentaires sans auteurs.")
    names = re.findall(rb"<%sauthor>(.*?)</%sauthor>|<%sauthor/>" % (p, p, p), authors[1], re.DOTALL)
    mine = {n for n, name in enumerate(names) if name == author.encode()}
    kept: list[bytes] = []
    gone: set[Place] = set()
    theirs: set[Place] = set()
    for comment in re.finditer(rb"<%scomment\b([^>]*)>.*?</%scomment>" % (p, p), listed[1], re.DOTALL):
        ref, who = re.search(rb'ref="([A-Z]+)([0-9]+)"', comment[1]), re.search(rb'authorId="([0-9]+)"', comment[1])
        place = (int(ref[2]), column_number(ref[1]) - 1) if ref else (0, 0)
        if who and int(who[1]) in mine:
            gone.add(place)
        else:
            theirs.add(place)
            kept.append(comment[0])
    number = min(mine, default=len(names))
    made = [(place, note) for place, note in notes if place not in theirs]
    texts = b"".join((*kept, *(_text(p, place, note, number) for place, note in made)))
    signed = b"" if mine else b"<%sauthor>%s</%sauthor>" % (p, author.encode(), p)
    body = part[: listed.start(1)] + texts + part[listed.end(1) :]
    return body[: authors.end(1)] + signed + body[authors.end(1) :], gone, [place for place, _note in made]


def _text(p: bytes, place: Place, note: str, author: int) -> bytes:
    where = f"{letters(place[1])}{place[0]}".encode()
    inside = b'<%st xml:space="preserve">%s</%st>' % (p, escaped(note).encode(), p)
    return b'<%scomment ref="%s" authorId="%d"><%stext>%s</%stext></%scomment>' % (p, where, author, p, inside, p, p)


def _shapes(drawing: bytes, places: Sequence[Place], gone: set[Place]) -> bytes:
    def left(shape: re.Match[bytes]) -> bytes:
        row, column = (re.search(rb"<x:%s>\s*([0-9]+)" % name, shape[0]) for name in (b"Row", b"Column"))
        return b"" if row and column and (int(row[1]) + 1, int(column[1])) in gone else shape[0]

    drawing = re.sub(rb"<v:shape\s.*?</v:shape>", left, drawing, flags=re.DOTALL)
    used = [int(number) for number in re.findall(rb'id="_x0000_s([0-9]+)"', drawing)]
    start = max([_SHAPES_A_GROUP, *used]) + 1
    groups = range(1, (start + len(places)) // _SHAPES_A_GROUP + 1)
    numbered = ",".join(map(str, groups)).encode()
    drawing = re.sub(rb'(<o:idmap\b[^>]*\sdata=")[^"]*"', lambda found: found[1] + numbered + b'"', drawing, count=1)
    shapes = "".join(
        _SHAPE.format(
            number=start + rank,
            rank=rank + 1,
            row=line - 1,
            column=place,
            left=place + 1,
            right=place + 5,
            top=max(line - 2, 0),
            bottom=line + 4,
        )
        for rank, (line, place) in enumerate(places)
    )
    if b"</xml>" not in drawing:
        raise Unmarkable("Dessin des commentaires écrit autrement qu’attendu.")
    head, end, tail = drawing.rpartition(b"</xml>")
    return head + shapes.encode() + end + tail
