"""Codes that a spreadsheet took for numbers: zeros lost, decimals added, digits lost for ever; and codes with words around them.

A zero is given back only where nothing else could be meant: the key of the code holds, or the code has lost the one zero it can have.
"""

import re
from typing import Final

from netmap.reading.repairs.repair import Example, Kept, Lost, Place, Repair
from netmap.values import COMMUNE, IDCC, MEF, NAF, NAF2008, NAF2025, POSTCODE, RNCP, SIREN, SIRET, UAI, Refusal

_WIDTHS: Final = {SIREN.name: 9, SIRET.name: 14, POSTCODE.name: 5, COMMUNE.name: 5, UAI.name: 8}
# How few signs a code may be left with: three zeros lost at most, or a SIREN in the column of SIRET would be padded into another number.
_FEWEST: Final = {SIREN.name: 6, SIRET.name: 11, POSTCODE.name: 4, COMMUNE.name: 4, UAI.name: 6}
_EXACT_DIGITS = 15  # what a spreadsheet keeps of a number
_SIREN_DIGITS = 9
_NUMBERED = (SIREN, SIRET, POSTCODE, COMMUNE, IDCC, MEF, RNCP)
_GAPS = re.compile("[\\s\u00a0\u202f]")
_POINT_ZERO = re.compile(r"([0-9]+)[.,]0+")
_SCIENTIFIC = re.compile(r"([0-9])(?:[.,]([0-9]+))?[eE]\+?([0-9]{1,2})")


def is_whole(text: str, place: Place) -> bool:
    """Tell whether a text has all the digits of its code: refused, its key is wrong, and no repair has anything to say of it."""
    return place.among(SIREN, SIRET) and len(text) == _WIDTHS[place.type.name] and text.isascii() and text.isdigit()


def _digits(text: str) -> str | Lost | None:
    """Give the digits of a number as a spreadsheet wrote it; None where it is not written as one."""
    plain = _GAPS.sub("", text)
    if found := _POINT_ZERO.fullmatch(plain):
        return found[1]
    if not (found := _SCIENTIFIC.fullmatch(plain)):
        return None
    first, decimals, power = found[1], found[2] or "", int(found[3])
    if len(decimals) < power or power + 1 > _EXACT_DIGITS:
        return Lost(
            f"écrit en notation scientifique, il ne reste que {1 + len(decimals)} chiffres sur {power + 1} : les autres sont perdus"
        )
    return first + decimals if len(decimals) == power else None


def _notation(text: str, place: Place) -> Kept | Lost | None:
    digits = _digits(text)
    if digits is None:
        bare = _GAPS.sub("", text)
        if place.among(SIREN, SIRET) and bare.isascii() and bare.isdigit() and len(bare) > _EXACT_DIGITS and bare.endswith("00"):
            return Lost(f"un tableur ne garde que {_EXACT_DIGITS} chiffres d’un nombre : les derniers sont devenus des zéros")
        return None
    if isinstance(digits, Lost):
        return digits
    if not isinstance(place.type.cell(digits), Refusal):
        return Kept(digits, "le tableur l’avait pris pour un nombre ; tous ses chiffres y sont")
    return _zeros(digits, place)


def _zeros(text: str, place: Place) -> Kept | None:
    code = _GAPS.sub("", text).replace(".", "") if place.among(SIREN, SIRET) else _GAPS.sub("", text)
    body = code[:-1] if place.type is UAI else code
    width = _WIDTHS.get(place.type.name, 0)
    if not width or not body.isascii() or not body.isdigit() or not _FEWEST[place.type.name] <= len(code) < width:
        return None
    if place.abroad and place.among(POSTCODE, COMMUNE):
        return None
    padded = code.zfill(width)
    if place.type is SIRET and isinstance(SIREN.cell(padded[:_SIREN_DIGITS]), Refusal):
        return None
    if isinstance(place.type.cell(padded), Refusal):
        return None
    lost = width - len(code)
    what = (
        "le zéro de tête, perdu par le tableur, est rendu" if lost == 1 else f"les {lost} zéros de tête, perdus par le tableur, sont rendus"
    )
    proof = " ; la clé de contrôle est juste" if place.among(SIREN, SIRET, UAI) else ""
    return Kept(padded, what + proof, "reparation-zeros")


_GAP = "[ .\u00a0\u202f-]?"
_SIREN_SHAPE = f"[0-9]{{3}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}"
_WORDED: Final = {
    UAI.name: re.compile(rf"(?<![0-9A-Za-z])([0-9]{{3}}{_GAP}[0-9]{{4}}{_GAP}[A-Za-z])(?![0-9A-Za-z])"),
    SIREN.name: re.compile(rf"(?<![0-9])({_SIREN_SHAPE})(?!{_GAP}[0-9])"),
    SIRET.name: re.compile(rf"(?<![0-9])({_SIREN_SHAPE}{_GAP}[0-9]{{5}}|[0-9]{{9}}[ /-]?[0-9]{{3}} ?[0-9]{{2}})(?![0-9])"),
    **dict.fromkeys(
        (NAF.name, NAF2008.name, NAF2025.name), re.compile(r"(?<![0-9A-Za-z])([0-9]{2}[. ]?[0-9]{2} ?[A-Za-z])(?![0-9A-Za-z])")
    ),
    IDCC.name: re.compile(r"(?:idcc\s*(?:n°|:)?\s*|^n°\s*)([0-9]{1,4})(?![0-9])|^([0-9]{3,4})(?=\s*[-–:(])", re.IGNORECASE),
    RNCP.name: re.compile(r"(?<![0-9A-Za-z])(?:rncp\s*(?:n°|:|-)?\s*)([0-9]{2,5})(?![0-9])", re.IGNORECASE),
    COMMUNE.name: re.compile(r"(?<![0-9A-Za-z])([0-9]{5}|2[ABab][0-9]{3})(?![0-9A-Za-z])"),
    POSTCODE.name: re.compile(r"(?<![0-9A-Za-z])(?:[Ff]-? ?)?([0-9]{2} ?[0-9]{3})(?![0-9A-Za-z])"),
}


def _among_words(text: str, place: Place) -> Kept | None:
    """Take the only code of a cell that holds words too (« 0350760L - LP Jean Moulin », « SIRET : 732… », « F-35000 »)."""
    rule = _WORDED.get(place.type.name)
    if rule is None or (place.abroad and place.among(POSTCODE, COMMUNE)):
        return None
    found = {re.sub("[ .\u00a0\u202f/-]", "", next(filter(None, match.groups()))).upper() for match in rule.finditer(text)}
    right = [code for code in found if not isinstance(place.type.cell(code), Refusal)]
    if len(found) != 1 or len(right) != 1:
        return None
    return Kept(right[0], "le code est pris parmi les mots de la cellule")


def _at(kind: object, *, abroad: bool = False) -> Place:
    return Place(kind, abroad=abroad)  # pyright: ignore[reportArgumentType] # a value type, always


NOTATION = Repair(
    code="reparation-nombre",
    types=_NUMBERED,
    mend=_notation,
    mends=(
        Example("7,3282932000074E+13", "73282932000074", _at(SIRET)),
        Example("7.3282932000074e13", "73282932000074", _at(SIRET)),
        Example("73282932000074.0", "73282932000074", _at(SIRET)),
        Example("552100554,00", "552100554", _at(SIREN)),
        Example("5520176.0", "005520176", _at(SIREN)),
        Example("1000.0", "01000", _at(POSTCODE)),
        Example("16.0", "16", _at(IDCC)),
        Example("38565,0", "38565", _at(RNCP)),
        Example("7,32829E+13", None, _at(SIRET)),
        Example("3.5E+04", None, _at(POSTCODE)),
        Example("7328293200007400", None, _at(SIRET)),
    ),
    leaves=(
        ("552100555.0", _at(SIREN)),
        ("35000.5", _at(POSTCODE)),
        ("7,32829320000741E+13", _at(SIRET)),
        ("7328293200007412", _at(SIRET)),
        ("1000.0", _at(POSTCODE, abroad=True)),
    ),
)
ZEROS = Repair(
    code="reparation-zeros",
    types=(UAI, SIREN, SIRET, POSTCODE, COMMUNE),
    mend=_zeros,
    mends=(
        Example("350760L", "0350760L", _at(UAI)),
        Example("11194t", "0011194t", _at(UAI)),
        Example("5520176", "005520176", _at(SIREN)),
        Example("5 520 176", "005520176", _at(SIREN)),
        Example("552017600016", "00552017600016", _at(SIRET)),
        Example("1000", "01000", _at(POSTCODE)),
        Example("1053", "01053", _at(COMMUNE)),
    ),
    leaves=(
        ("350760A", _at(UAI)),
        ("0350760", _at(UAI)),
        ("55210055", _at(SIREN)),
        ("552100554", _at(SIRET)),
        ("7328293200007", _at(SIRET)),
        ("100", _at(POSTCODE)),
        ("1000", _at(POSTCODE, abroad=True)),
        ("2A04", _at(COMMUNE)),
    ),
)
AMONG_WORDS = Repair(
    code="reparation-code",
    types=(UAI, SIREN, SIRET, NAF, NAF2008, NAF2025, IDCC, RNCP, COMMUNE, POSTCODE),
    mend=_among_words,
    mends=(
        Example("UAI : 0350760L", "0350760L", _at(UAI)),
        Example("0350760l - LP Jean Moulin", "0350760L", _at(UAI)),
        Example("0350760-L", "0350760L", _at(UAI)),
        Example("035.0760.L", "0350760L", _at(UAI)),
        Example("SIRET n° 732 829 320 00074", "73282932000074", _at(SIRET)),
        Example("732829320-00074", "73282932000074", _at(SIRET)),
        Example("732-829-320", "732829320", _at(SIREN)),
        Example("'552100554", "552100554", _at(SIREN)),
        Example("43.21A - Installation électrique", "4321A", _at(NAF)),
        Example("IDCC 1597", "1597", _at(IDCC)),
        Example("n° 1597", "1597", _at(IDCC)),
        Example("1597 - Bâtiment (ouvriers)", "1597", _at(IDCC)),
        Example("RNCP n° 38565", "38565", _at(RNCP)),
        Example("35000 Rennes", "35000", _at(POSTCODE)),
        Example("F-35000", "35000", _at(POSTCODE)),
        Example("35238 (Rennes)", "35238", _at(COMMUNE)),
    ),
    leaves=(
        ("0350760A", _at(UAI)),
        ("0350760L ou 0671509B", _at(UAI)),
        ("73282932000075", _at(SIRET)),
        ("732 829 320 00075", _at(SIREN)),
        ("35000-35200", _at(POSTCODE)),
        ("D-10115 Berlin", _at(POSTCODE, abroad=True)),
        ("en 2024", _at(IDCC)),
    ),
)
CODE_REPAIRS = (NOTATION, ZEROS, AMONG_WORDS)
