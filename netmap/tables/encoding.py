"""Find how a text was encoded, and give it in UTF-8: UTF-8, UTF-16, Windows-1252, ISO-8859-1 or Mac Roman.

Encodings of one byte a letter accept almost any bytes: the one kept is that whose accented letters look most like French. A line
pasted from elsewhere may be encoded otherwise than the rest of its file: each line is then read as it was written.
"""

import codecs
import re
from collections import Counter

from netmap.errors import FileUnreadable
from netmap.tables.words import number, spans

UTF8_MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
HEAD_BYTES = 4096
PIECE = 1024**2
# Letters of French text in UTF-16 have one byte of two at zero; other alphabets have fewer.
ZERO_SHARE = 0.3
# Windows-1252 leaves five bytes undefined; they are read as browsers do, as the control characters of ISO-8859-1.
UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
WINDOWS = {byte: chr(byte) if byte in UNDEFINED else bytes([byte]).decode("cp1252") for byte in range(128, 256)}
MACINTOSH = {byte: bytes([byte]).decode("mac_roman") for byte in range(128, 256)}
ASCII = bytes(range(128))
SAMPLE = 1_000_000
# How much each sign tells of French: small letters with accents, then capitals, then signs of typography.
WEIGHTS = dict.fromkeys("éèàêçôîâûùœ", 5) | dict.fromkeys("ÉÈÀÊÇÔÎÂëï", 2) | dict.fromkeys("’“”«»–—…•°€²\xa0", 1) | dict.fromkeys("ƒªº", -2)
# What French in UTF-8 is made of, and hardly ever stands so in another encoding.
UTF8_FRENCH = re.compile(rb"\xc3[\x80-\xbf]|\xc2[\xa0-\xbf]|\xe2\x80[\x90-\xaf]|\xc5[\x92\x93]|\xe2\x82\xac")


def presumed(file: str, content: bytes) -> tuple[bytes, str]:
    """Give a text as UTF-8 with its mark if any, and what to say of it; only what reads it whole tells whether it is; raise for no text."""
    wide = utf16_order(content)
    if wide:
        return from_utf16(file, content, wide), "Encodage UTF-16."
    refuse_nul(file, content)
    return content, f"Encodage UTF-8{' avec marque d’ordre des octets (BOM)' if content.startswith(UTF8_MARK) else ''}."


def as_utf8(content: bytes) -> tuple[bytes, str]:
    """Give a text in UTF-8 whatever it was written in, and what to say of it; nothing to say when it was UTF-8."""
    wrong = first_not_utf8(content)
    if wrong is None:
        return content, ""
    content, wrong = content.removeprefix(UTF8_MARK), wrong - len(UTF8_MARK) * content.startswith(UTF8_MARK)
    if UTF8_FRENCH.search(content):
        return line_by_line(content)
    letters, name = looks_like(content)
    line = content.count(b"\n", 0, wrong) + 1
    return rewritten(content, letters), f"Encodage {name} (la ligne {line} n’est pas de l’UTF-8)."


def utf16_order(content: bytes) -> str:
    """Tell the order of the bytes of UTF-16, by its mark or by where zeros stand; give nothing for another encoding."""
    if content.startswith(UTF16_MARKS):
        return "utf-16"
    head = content[:HEAD_BYTES]
    pairs = len(head) // 2
    first, second = head[: 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if second > ZERO_SHARE * pairs and not first:
        return "utf-16-le"
    return "utf-16-be" if first > ZERO_SHARE * pairs and not second else ""


def from_utf16(file: str, content: bytes, order: str) -> bytes:
    """Turn UTF-16 into UTF-8."""
    try:
        encoded = content.decode(order).encode()
    except UnicodeDecodeError:
        raise FileUnreadable(
            f"« {file} » commence comme un texte UTF-16 mais ne peut pas être décodé : réenregistrez-le en CSV UTF-8."
        ) from None
    refuse_nul(file, encoded)
    return encoded


def refuse_nul(file: str, content: bytes) -> None:
    """Raise when a NUL byte says that this is no text."""
    place = content.find(b"\x00")
    if place >= 0:
        line = content.count(b"\n", 0, place) + 1
        raise FileUnreadable(
            f"« {file} » contient un octet nul à la ligne {number(line)} (octet {number(place + 1)}), "
            "ce n’est pas du texte lisible : réenregistrez-le en CSV UTF-8."
        )


def first_not_utf8(content: bytes) -> int | None:
    """Give the place of the first byte that is not UTF-8; decode piece by piece, so as to hold none of it."""
    if content.isascii():
        return None
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(content), PIECE):
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(content[start : start + PIECE], final=start + PIECE >= len(content))
        except UnicodeDecodeError as error:
            return start - held + error.start
    return None


def looks_like(content: bytes) -> tuple[dict[int, str], str]:
    """Choose the encoding whose letters look most like French, with its name; Windows-1252 when nothing tells."""
    beyond = content.translate(None, ASCII)
    counts = Counter(beyond[:SAMPLE])
    if worth(counts, MACINTOSH) > worth(counts, WINDOWS):
        return MACINTOSH, "Mac Roman (ancien Macintosh)"
    same = not any(byte < 0xA0 for byte in counts)  # noqa: PLR2004 - where Windows-1252 and ISO-8859-1 part
    return WINDOWS, "ISO-8859-1" if same else "Windows-1252"


def worth(counts: Counter[int], letters: dict[int, str]) -> int:
    """Weigh how much the letters that bytes stand for look like French."""
    return sum(times * WEIGHTS.get(letters[byte], 0 if letters[byte].isalpha() else -2) for byte, times in counts.items())


def rewritten(content: bytes, letters: dict[int, str]) -> bytes:
    """Turn an encoding of one byte a letter into UTF-8."""
    return content.decode("latin-1").translate(letters).encode()


def line_by_line(content: bytes) -> tuple[bytes, str]:
    """Keep the lines that are UTF-8 and turn the others into it."""
    lines = content.split(b"\n")
    wrong = [place for place, line in enumerate(lines) if not line.isascii() and first_not_utf8(line) is not None]
    letters, name = looks_like(b"\n".join(lines[place] for place in wrong))
    for place in wrong:
        lines[place] = rewritten(lines[place], letters)
    which = f"la ligne {wrong[0] + 1}" if len(wrong) == 1 else f"les lignes {spans([place + 1 for place in wrong])}"
    return b"\n".join(lines), f"Encodage UTF-8, sauf {which} : {name}."
