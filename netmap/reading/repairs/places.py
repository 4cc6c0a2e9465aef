"""An address written in one cell: its street, its postcode and its commune told apart."""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(
    r"(?P<street>.*?)[\s,;–-]*(?<![0-9])(?:F-)?(?P<code>[0-9]{2} ?[0-9]{3})[\s,]*[\s,–-]\s*(?P<town>[A-Za-zÀ-ÿŒœ][A-Za-zÀ-ÿŒœ'’ .-]*?)"
    r"(?:\s+(?:CEDEX|Cedex|cedex)(?:\s+[0-9]{1,2})?)?(?:[\s,(-]+(?:FRANCE|France)\)?)?",
    re.DOTALL,
)
_TURNED = re.compile(r"(?P<town>[A-Za-zÀ-ÿŒœ][A-Za-zÀ-ÿŒœ'’ .-]*?)\s*[,(–-]?\s*(?P<code>[0-9]{2} ?[0-9]{3})\s*\)?")
_DEPARTMENT = re.compile(r"(?P<town>[A-Za-zÀ-ÿŒœ][A-Za-zÀ-ÿŒœ'’ .-]*?)\s*\((?:[0-9]{2,3}|2[ABab])\)")
_WITHOUT_ZERO = re.compile(r"(?P<code>[1-9][0-9]{3})[\s,–-]+(?P<town>[A-Za-zÀ-ÿŒœ][A-Za-zÀ-ÿŒœ'’ .-]+)")
_CEDEX = re.compile(r"(?P<town>[A-Za-zÀ-ÿŒœ][A-Za-zÀ-ÿŒœ'’ .-]*?)\s+(?:CEDEX|Cedex|cedex)(?:\s+[0-9]{1,2})?")

_NO_TOWN = frozenset(("bp", "cs", "za", "zi", "zac", "zone", "tsa", "cedex", "boite postale"))


@dataclass(frozen=True, slots=True)
class Place:
    """Hold the parts of an address, "" where one is not said."""

    street: str = ""
    postcode: str = ""
    commune: str = ""

    def part(self, name: str) -> str:
        """Give the part that a property holds (`address` is the street)."""
        return {"address": self.street, "postcode": self.postcode, "commune": self.commune}[name]


def address_of(text: str) -> Place | None:
    """Read an address that ends by a postcode and a commune; None for another text."""
    found = _ADDRESS.fullmatch(text.strip())
    if not found:
        return None
    street = re.sub(r"\s*\n\s*", ", ", found["street"]).strip(" ,;–-")
    return Place(street, found["code"].replace(" ", ""), found["town"].strip(" .-"))


def postal_of(text: str) -> Place | None:
    """Read a postcode and its commune, the zero that a spreadsheet lost given back: « 1000 Bourg »; None for another text."""
    found = _WITHOUT_ZERO.fullmatch(text.strip())
    return Place(postcode=f"0{found['code']}", commune=found["town"].strip(" .-")) if found else address_of(text)


def commune_of(text: str) -> Place | None:
    """Read a commune with its postcode, its department or « CEDEX » beside it; None for another text."""
    if (whole := address_of(text)) is not None:
        return whole
    if (found := _TURNED.fullmatch(text.strip())) and found["town"].lower() not in _NO_TOWN:
        return Place(postcode=found["code"].replace(" ", ""), commune=found["town"].strip(" .-"))
    found = _DEPARTMENT.fullmatch(text.strip()) or _CEDEX.fullmatch(text.strip())
    return Place(commune=found["town"].strip(" .-")) if found else None
