"""Codes that identify: establishments, companies, trades, diplomas, places. Keys are checked, nothing is padded or guessed.

Sources of the rules: the Luhn key of SIRENE, the rule of La Poste's sites (SIREN 356 000 000, digits summing to a multiple of 5),
the UAI letter (seven digits modulo 23), the code lists' own forms.
"""

import re
from collections.abc import Callable
from functools import partial

import polars as pl

from netmap.values.kind import Refusal, Shape, ValueType, by_shape
from netmap.values.shapes import LA_POSTE, UAI_LETTERS, keyed_by_letter, keyed_by_luhn

_SPACES = re.compile(r"\s+")
# A dot between groups of digits; the one of 35600000.0, a number that a spreadsheet wrote, is not.
_GROUPING_DOT = re.compile(r"\.(?=[0-9]{3})")
_TEXT = pl.String()
SIREN_DIGITS, SIRET_DIGITS = 9, 14


def _compact(text: str) -> str:
    code = _SPACES.sub("", text)
    return code.upper() if code.isascii() else code  # beyond ASCII, ß would become SS


def _only_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        twice = int(digit) * (2 if place % 2 else 1)
        total += twice - 9 if twice > 9 else twice  # noqa: PLR2004 - the two digits of a double are added
    return total % 10 == 0


def _uai(text: str) -> str | Refusal:
    code = _compact(text)
    if not re.fullmatch(r"[0-9]{7}[A-Z]", code):
        return Refusal(f"7 chiffres et une lettre attendus, « {code} » lu")
    right = UAI_LETTERS[int(code[:7]) % 23]
    return code if code[7] == right else Refusal(f"la lettre de contrôle devrait être {right}")


def _siren(text: str) -> str | Refusal:
    code = _GROUPING_DOT.sub("", _compact(text))
    if not _only_digits(code) or len(code) != SIREN_DIGITS:
        return Refusal(_counted(code, SIREN_DIGITS))
    return code if _luhn(code) else Refusal("la clé de contrôle est fausse : un chiffre est mal recopié")


def _siret(text: str) -> str | Refusal:
    code = _GROUPING_DOT.sub("", _compact(text))
    if not _only_digits(code) or len(code) != SIRET_DIGITS:
        return Refusal(_counted(code, SIRET_DIGITS))
    if _luhn(code) or (code.startswith(LA_POSTE) and sum(map(int, code)) % 5 == 0):
        return code
    return Refusal("la clé de contrôle est fausse : un chiffre est mal recopié")


def _counted(code: str, wanted: int) -> str:
    if not _only_digits(code):
        return f"{wanted} chiffres attendus, d’autres signes lus"
    return f"{wanted} chiffres attendus, {len(code)} lus"


def _without_spaces(usual: Shape) -> Shape:
    """Read what has the usual shape, then what has it once its spaces are dropped."""

    def shape(texts: pl.Series) -> pl.Series:
        values = usual(texts)
        rows = (values.is_null() & texts.is_not_null()).arg_true()
        if len(rows) == 0:
            return values
        return values.scatter(rows, usual(texts.gather(rows).str.replace_many([" ", "\u00a0", "\u202f"], [""] * 3)))

    return shape


def _matched(pattern: str, reason: str, change: Callable[[str], str] = lambda code: code) -> Callable[[str], str | Refusal]:
    rule = re.compile(pattern)

    def cell(text: str) -> str | Refusal:
        code = _compact(text)
        return change(code) if rule.fullmatch(code) else Refusal(reason)

    return cell


def _code(
    name: str,
    label: str,
    rule: str,
    cell: Callable[[str], str | Refusal],
    usual: str | Shape,
    *,
    accepts: tuple[tuple[str, str], ...],
    refuses: tuple[str, ...],
) -> ValueType:
    """Declare a code; `usual` is the pattern of the texts that are their own value, or the rule that keeps them."""
    shape = partial(_as_they_are, pattern=f"^(?:{usual})$") if isinstance(usual, str) else _without_spaces(usual)
    return ValueType(
        name=name,
        label=label,
        rule=rule,
        dtype=_TEXT,
        cell=cell,
        column=by_shape(shape, cell, _TEXT),
        accepts=accepts,
        refuses=refuses,
    )


def _as_they_are(texts: pl.Series, pattern: str) -> pl.Series:
    usual = texts.str.contains(pattern)
    return texts if usual.all() else texts.set(~usual, None)


UAI = _code(
    "uai",
    "un code UAI",
    "7 chiffres et une lettre de contrôle, par exemple 0350760L",
    _uai,
    keyed_by_letter,
    accepts=(("0350760L", "0350760L"), ("0942434k", "0942434K"), ("0671509 B", "0671509B"), ("0011194T", "0011194T")),
    refuses=("0350760A", "350760L", "03507600L", "0350760", "²350760L", "É350760L", "035.0760L", "0000015\u017f"),
)
SIREN = _code(
    "siren",
    "un numéro SIREN",
    "9 chiffres dont une clé de contrôle, par exemple 552 100 554",
    _siren,
    partial(keyed_by_luhn, size=SIREN_DIGITS),
    accepts=(
        ("552100554", "552100554"),
        ("552 100 554", "552100554"),
        ("552\u00a0100\u202f554", "552100554"),
        ("356000000", "356000000"),
        ("732.829.320", "732829320"),
    ),
    refuses=("552100555", "55210055", "5521005540", "55210055A", "\u066552100554", "55210055²", "552100554.0x", "35600000.0", "-52100554"),
)
SIRET = _code(
    "siret",
    "un numéro SIRET",
    "14 chiffres : le SIREN, puis cinq chiffres dont une clé, par exemple 732 829 320 00074",
    _siret,
    partial(keyed_by_luhn, size=SIRET_DIGITS, la_poste=True),
    accepts=(
        ("73282932000074", "73282932000074"),
        ("732 829 320 00074", "73282932000074"),
        ("35600000000048", "35600000000048"),
        ("35600000049837", "35600000049837"),
    ),
    refuses=("73282932000075", "7328293200007", "33333333333333", "0142090W000000", "35600000049838", "7.32829E+13"),
)
_NAF_RULE = "4 chiffres et une lettre, avec ou sans point, par exemple 43.21A"
_NAF_USUAL = "[0-9]{4}[A-Z]"
_naf = _matched(r"[0-9]{2}\.?[0-9]{2}[A-Z]", "4 chiffres et une lettre attendus", lambda code: code.replace(".", ""))
_NAF_ACCEPTS = (("43.21A", "4321A"), ("4321a", "4321A"), ("85.42Z", "8542Z"))
_NAF_REFUSES = ("43.21", "A4321", "43210A", "4.321A", "Électricité")
NAF = _code("naf", "un code NAF", _NAF_RULE, _naf, _NAF_USUAL, accepts=_NAF_ACCEPTS, refuses=_NAF_REFUSES)
NAF2008 = _code("naf2008", "un code NAF 2008 (rév. 2)", _NAF_RULE, _naf, _NAF_USUAL, accepts=_NAF_ACCEPTS, refuses=_NAF_REFUSES)
NAF2025 = _code("naf2025", "un code NAF 2025", _NAF_RULE, _naf, _NAF_USUAL, accepts=_NAF_ACCEPTS, refuses=_NAF_REFUSES)
IDCC = _code(
    "idcc",
    "un code IDCC",
    "1 à 4 chiffres, par exemple 0016",
    _matched(r"[0-9]{1,4}", "1 à 4 chiffres attendus", lambda code: code.zfill(4)),
    "[0-9]{4}",
    accepts=(("16", "0016"), ("1597", "1597"), ("0016", "0016")),
    refuses=("15970", "IDCC", "-16", "16.0", "²"),
)
RNCP = _code(
    "rncp",
    "un code RNCP",
    "RNCP suivi de 2 à 5 chiffres, par exemple RNCP38565",
    _matched(r"(RNCP)?[0-9]{2,5}", "RNCP et 2 à 5 chiffres attendus", lambda code: "RNCP" + code.removeprefix("RNCP")),
    "RNCP[0-9]{2,5}",
    accepts=(("RNCP38565", "RNCP38565"), ("38565", "RNCP38565"), ("rncp 123", "RNCP123")),
    refuses=("RNCP", "RNCP123456", "RS1234", "385.0"),
)
# The eleven characters of a MEF statistique hold a letter where a group has run out of digits (22122C20003, 3A200034999).
_MEF = "[0-9]{10}|[0-9][0-9A-Z]{5}[0-9]{5}"
MEF = _code(
    "mef",
    "un code MEF",
    "10 chiffres, ou 11 caractères dans les statistiques, par exemple 2402242711",
    _matched(_MEF, "10 chiffres attendus, ou 11 caractères (MEF statistique)"),
    _MEF,
    accepts=(("2402242711", "2402242711"), ("25110033404", "25110033404"), ("22122c20003", "22122C20003"), ("3A200034999", "3A200034999")),
    refuses=("240224271", "240224271100", "2402242711A", "A2402242711", "240224271.0"),
)
CFD = _code(
    "cfd",
    "un code formation-diplôme",
    "8 caractères : niveau, groupe de spécialité, ordre, par exemple 40033007",
    _matched(r"[A-Z0-9]{8}", "8 lettres ou chiffres attendus"),
    "[A-Z0-9]{8}",
    accepts=(("40033007", "40033007"), ("26Z13999", "26Z13999"), ("010a1234", "010A1234")),
    refuses=("4003300", "400330070", "40033-07", "400330ß", "400330.07"),
)
_COMMUNE = "[0-9]{5}|2[AB][0-9]{3}"
COMMUNE = _code(
    "commune",
    "un code commune",
    "5 caractères du code officiel géographique, par exemple 75056 ou 2A004",
    _matched(_COMMUNE, "5 chiffres attendus (2A ou 2B en Corse)"),
    _COMMUNE,
    accepts=(("75056", "75056"), ("2a004", "2A004"), ("97607", "97607")),
    refuses=("7505", "3A004", "750560", "7505.6"),
)
POSTCODE = _code(
    "code_postal",
    "un code postal",
    "5 chiffres, par exemple 01000",
    _matched(r"[0-9]{5}", "5 chiffres attendus"),
    "[0-9]{5}",
    accepts=(("01000", "01000"), ("93 240", "93240")),
    refuses=("1000", "2A004", "F-75001", "1000.0", "7500²"),
)
