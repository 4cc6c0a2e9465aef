"""Codes that identify: establishments, companies, trades, diplomas, places. Keys are checked, nothing is padded or guessed.

Sources of the rules: the Luhn key of SIRENE, the rule of La Poste's sites (SIREN 356 000 000, digits summing to a multiple of 5),
the UAI letter (seven digits modulo 23), the code lists' own forms.
"""

import re
from collections.abc import Callable

import numpy as np
import polars as pl

from netmap.values.kind import Refusal, ValueType, by_distinct, by_shape

_SPACES = re.compile(r"[\s.\u00a0\u202f]+")
_UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_LA_POSTE = "356000000"
_TEXT = pl.String()
# What a doubled digit counts for in a Luhn key; bytes that are no digit count for nothing, they are refused apart.
_TWICE = np.array([0, 2, 4, 6, 8, 1, 3, 5, 7, 9, *[0] * 246], dtype=np.uint8)
SIREN_DIGITS, SIRET_DIGITS = 9, 14


def _compact(text: str) -> str:
    return _SPACES.sub("", text)


def _only_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        twice = int(digit) * (2 if place % 2 else 1)
        total += twice - 9 if twice > 9 else twice  # noqa: PLR2004 - the two digits of a double are added
    return total % 10 == 0


def _uai(text: str) -> str | Refusal:
    code = _compact(text).upper()
    if not re.fullmatch(r"[0-9]{7}[A-Z]", code):
        return Refusal(f"7 chiffres et une lettre attendus, « {code} » lu")
    right = _UAI_LETTERS[int(code[:7]) % 23]
    return code if code[7] == right else Refusal(f"la lettre de contrôle devrait être {right}")


def _siren(text: str) -> str | Refusal:
    code = _compact(text)
    if not _only_digits(code) or len(code) != SIREN_DIGITS:
        return Refusal(_counted(code, SIREN_DIGITS))
    return code if _luhn(code) else Refusal("la clé de contrôle est fausse : un chiffre est mal recopié")


def _siret(text: str) -> str | Refusal:
    code = _compact(text)
    if not _only_digits(code) or len(code) != SIRET_DIGITS:
        return Refusal(_counted(code, SIRET_DIGITS))
    if _luhn(code) or (code.startswith(_LA_POSTE) and sum(map(int, code)) % 5 == 0):
        return code
    return Refusal("la clé de contrôle est fausse : un chiffre est mal recopié")


def _counted(code: str, wanted: int) -> str:
    if not _only_digits(code):
        return f"{wanted} chiffres attendus, d’autres signes lus"
    return f"{wanted} chiffres attendus, {len(code)} lus"


def _keyed(size: int, extra: Callable[[np.ndarray], np.ndarray] | None = None) -> Callable[[pl.Series], pl.Series]:
    def right(texts: pl.Series) -> pl.Series:
        """Tell which texts are `size` ASCII digits whose key is right."""
        sized = (texts.str.len_bytes() == size).fill_null(value=False)
        joined = texts.filter(sized).str.join("").item() if sized.any() else ""
        digits = np.frombuffer(joined.encode(), dtype=np.uint8).reshape(-1, size) - ord("0")
        total = np.zeros(len(digits), dtype=np.uint8)
        only_digits = np.ones(len(digits), dtype=np.bool_)
        for place in range(size):  # by columns: sums along such short rows cost seven times as much
            column = digits[:, place]
            only_digits &= column <= 9  # noqa: PLR2004
            total += _TWICE[column] if (size - place) % 2 == 0 else column
        found = total % 10 == 0
        if extra is not None:
            found |= extra(digits)
        return sized.scatter(sized.arg_true(), pl.Series(found & only_digits))

    def usual(texts: pl.Series) -> pl.Series:
        kept = right(texts)
        rows = (texts.is_not_null() & ~kept).arg_true()
        if rows.is_empty():
            return texts
        codes = texts.set(~kept, None)
        others = texts.gather(rows).str.replace_all(_SPACES.pattern, "")
        found = right(others)
        return codes.scatter(rows.filter(found), others.filter(found)) if found.any() else codes

    return usual


def _la_poste(digits: np.ndarray) -> np.ndarray:
    found = digits[:, 0] == int(_LA_POSTE[0])
    for place in range(1, SIREN_DIGITS):
        found &= digits[:, place] == int(_LA_POSTE[place])
    found[found] = digits[found].sum(axis=1, dtype=np.uint16) % 5 == 0
    return found


def _matched(pattern: str, reason: str, change: Callable[[str], str] = lambda code: code) -> Callable[[str], str | Refusal]:
    rule = re.compile(pattern)

    def cell(text: str) -> str | Refusal:
        code = _compact(text).upper()
        return change(code) if rule.fullmatch(code) else Refusal(reason)

    return cell


def _code(
    name: str, label: str, rule: str, cell: Callable[[str], str | Refusal], accepts: tuple[tuple[str, str], ...], refuses: tuple[str, ...]
) -> ValueType:
    column = by_distinct(cell, _TEXT)
    return ValueType(name=name, label=label, rule=rule, dtype=_TEXT, cell=cell, column=column, accepts=accepts, refuses=refuses)


UAI = _code(
    "uai",
    "un code UAI",
    "7 chiffres et une lettre de contrôle, par exemple 0350760L",
    _uai,
    accepts=(("0350760L", "0350760L"), ("0942434k", "0942434K"), (" 0671509 B".strip(), "0671509B"), ("0011194T", "0011194T")),
    refuses=("0350760A", "350760L", "03507600L", "0350760", "\u0660350760L", "É350760L"),
)
SIREN = ValueType(
    name="siren",
    label="un numéro SIREN",
    rule="9 chiffres dont une clé de contrôle, par exemple 552 100 554",
    dtype=_TEXT,
    cell=_siren,
    column=by_shape(_keyed(SIREN_DIGITS), _siren, _TEXT),
    accepts=(("552100554", "552100554"), ("552 100 554", "552100554"), ("356000000", "356000000"), ("732.829.320", "732829320")),
    refuses=("552100555", "55210055", "5521005540", "55210055A", "\u066552100554", "552100554.0x"),
)
SIRET = ValueType(
    name="siret",
    label="un numéro SIRET",
    rule="14 chiffres : le SIREN, puis cinq chiffres dont une clé, par exemple 732 829 320 00074",
    dtype=_TEXT,
    cell=_siret,
    column=by_shape(_keyed(SIRET_DIGITS, _la_poste), _siret, _TEXT),
    accepts=(
        ("73282932000074", "73282932000074"),
        ("732 829 320 00074", "73282932000074"),
        ("35600000000048", "35600000000048"),
        ("35600000049837", "35600000049837"),
    ),
    refuses=("73282932000075", "7328293200007", "33333333333333", "0142090W000000", "35600000049838", "7.32829E+13"),
)
_NAF_RULE = "4 chiffres et une lettre, avec ou sans point, par exemple 43.21A"
_naf = _matched(r"[0-9]{4}[A-Z]", "4 chiffres et une lettre attendus")
_NAF_ACCEPTS = (("43.21A", "4321A"), ("4321a", "4321A"), ("85.42Z", "8542Z"))
_NAF_REFUSES = ("43.21", "A4321", "43210A", "Électricité")
NAF = _code("naf", "un code NAF", _NAF_RULE, _naf, accepts=_NAF_ACCEPTS, refuses=_NAF_REFUSES)
NAF2008 = _code("naf2008", "un code NAF 2008 (rév. 2)", _NAF_RULE, _naf, accepts=_NAF_ACCEPTS, refuses=_NAF_REFUSES)
NAF2025 = _code("naf2025", "un code NAF 2025", _NAF_RULE, _naf, accepts=_NAF_ACCEPTS, refuses=_NAF_REFUSES)
IDCC = _code(
    "idcc",
    "un code IDCC",
    "1 à 4 chiffres, par exemple 0016",
    _matched(r"[0-9]{1,4}", "1 à 4 chiffres attendus", lambda code: code.zfill(4)),
    accepts=(("16", "0016"), ("1597", "1597"), ("0016", "0016")),
    refuses=("15970", "IDCC", "-16"),
)
RNCP = _code(
    "rncp",
    "un code RNCP",
    "RNCP suivi de 2 à 5 chiffres, par exemple RNCP38565",
    _matched(r"(RNCP)?[0-9]{2,5}", "RNCP et 2 à 5 chiffres attendus", lambda code: "RNCP" + code.removeprefix("RNCP")),
    accepts=(("RNCP38565", "RNCP38565"), ("38565", "RNCP38565"), ("rncp 123", "RNCP123")),
    refuses=("RNCP", "RNCP123456", "RS1234"),
)
MEF = _code(
    "mef",
    "un code MEF",
    "10 ou 11 chiffres, par exemple 2402242711",
    _matched(r"[0-9]{10,11}", "10 ou 11 chiffres attendus"),
    accepts=(("2402242711", "2402242711"), ("24022427110", "24022427110")),
    refuses=("240224271", "240224271100", "2402242711A"),
)
CFD = _code(
    "cfd",
    "un code formation-diplôme",
    "8 caractères : niveau, groupe de spécialité, ordre, par exemple 40033007",
    _matched(r"[A-Z0-9]{8}", "8 lettres ou chiffres attendus"),
    accepts=(("40033007", "40033007"), ("4653-3105".replace("-", ""), "46533105"), ("010a1234", "010A1234")),
    refuses=("4003300", "400330070", "40033-07"),
)
COMMUNE = _code(
    "commune",
    "un code commune",
    "5 caractères du code officiel géographique, par exemple 75056 ou 2A004",
    _matched(r"[0-9]{5}|2[AB][0-9]{3}", "5 chiffres attendus (2A ou 2B en Corse)"),
    accepts=(("75056", "75056"), ("2a004", "2A004"), ("97607", "97607")),
    refuses=("7505", "3A004", "750560"),
)
POSTCODE = _code(
    "code_postal",
    "un code postal",
    "5 chiffres, par exemple 01000",
    _matched(r"[0-9]{5}", "5 chiffres attendus"),
    accepts=(("01000", "01000"), ("93 240", "93240")),
    refuses=("1000", "2A004", "F-75001"),
)
