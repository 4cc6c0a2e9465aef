"""Words: free text, yes or no, closed choices, addresses of people and sites."""

import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

import polars as pl

from netmap.errors import SchemaError
from netmap.values.kind import Refusal, ValueType, by_distinct, by_shape, fold_text
from netmap.values.shapes import blocks, is_printable

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_YES = frozenset(("oui", "o", "vrai", "true", "1", "x", "yes"))
_NO = frozenset(("non", "n", "faux", "false", "0", "no"))
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_URL = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)
# « www.exemple.fr », « exemple.fr/lycee » are kept as they are written: nothing says http or https.
_HOST = re.compile(r"(?!www\.[^.]*$)(?:[a-z0-9-]+\.)+(?!(?:pdf|docx?|xlsx?|odt|ods|exe|zip|jpe?g|png)\b)[a-z]{2,10}(?:/[^\s<>\"'`\\@]*)?")
_USUAL_URL = "^https?://[!#-&(-;=?-\\[\\]-_a-~]+$"
_NATIONAL_DIGITS = 10
_SHORT_NUMBER = re.compile("3[0-9] [0-9]{2}")
_NOTHING: Mapping[str, str] = MappingProxyType({})


def _text(text: str) -> str | Refusal:
    cleaned = _CONTROL.sub("", text)
    return cleaned if cleaned.strip() else Refusal("aucun signe lisible")


def _usual_texts(texts: pl.Series) -> pl.Series:
    if all(is_printable(block) for block in blocks(texts)):
        return texts
    odd = texts.str.contains(_CONTROL.pattern)
    return texts.set(odd, None) if odd.any() else texts


def _as_they_are(texts: pl.Series, pattern: str) -> pl.Series:
    usual = texts.str.contains(pattern)
    return texts if usual.all() else texts.set(~usual, None)


def _usual_phones(texts: pl.Series) -> pl.Series:
    spaced = _as_they_are(texts, "^0[0-9](?: [0-9]{2}){4}$")
    rows = (spaced.is_null() & texts.is_not_null()).arg_true()
    if len(rows) == 0:
        return spaced
    digits = _as_they_are(texts.gather(rows).str.replace_many([" ", ".", "-"], [""] * 3), "^0[0-9]{9}$")
    pairs = [digits.str.slice(start, 2).alias(str(start)) for start in range(0, _NATIONAL_DIGITS, 2)]
    return spaced.scatter(rows, pl.DataFrame(pairs).select(pl.concat_str(pl.all(), separator=" ")).to_series())


def _yes_no(text: str) -> bool | Refusal:
    folded = fold_text(text)
    if folded in _YES:
        return True
    return False if folded in _NO else Refusal("oui ou non attendu")


def _email(text: str) -> str | Refusal:
    return text.lower() if _EMAIL.fullmatch(text) else Refusal("adresse attendue, par exemple ce.0350760l@exemple.fr")


def _usual_emails(texts: pl.Series) -> pl.Series:
    return _as_they_are(texts, pattern=f"^{_EMAIL.pattern}$").str.to_lowercase()


def _phone(text: str) -> str | Refusal:
    if _SHORT_NUMBER.fullmatch(text):
        return text  # « 39 49 »; without its space it may be any number
    signs = re.sub(r"[\s.\u00a0\u202f()-]", "", text)
    if not signs.isascii() or not signs.removeprefix("+").isdigit():
        return Refusal("numéro attendu, par exemple 01 49 71 40 00")
    if signs.startswith("0033"):
        signs = "+33" + signs[4:]
    if signs.startswith("+33"):
        signs = "0" + signs[3:].removeprefix("0")
    if signs.startswith("0") and len(signs) == _NATIONAL_DIGITS:
        return " ".join(signs[i : i + 2] for i in range(0, _NATIONAL_DIGITS, 2))
    foreign = signs.startswith("+") and 7 <= len(signs) - 1 <= 15  # noqa: PLR2004 - E.164
    return signs if foreign else Refusal(f"10 chiffres attendus, {len(signs.removeprefix('+'))} lus")


def _url(text: str) -> str | Refusal:
    known = _URL.fullmatch(text) or _HOST.fullmatch(text)
    return text if known else Refusal("adresse attendue, par exemple https://exemple.fr")


def grouped(number: int) -> str:
    """Write a whole number the French way, thousands parted by a narrow space."""
    return f"{number:,}".replace(",", "\u202f")


def counted(number: int, one: str, several: str) -> str:
    """Write a number with its noun; in French the plural starts at two."""
    return f"{grouped(number)}\u00a0{several if number > 1 else one}"


def counted_or(number: int, none: str, one: str, several: str) -> str:
    """Write a number with its noun, or what says that there is none: a sentence that begins by 0 is not French."""
    return counted(number, one, several) if number else none


def choice(name: str, label: str, options: Mapping[str, str], synonyms: Mapping[str, str] = _NOTHING) -> ValueType:
    """Declare a closed choice: `options` gives a French label to each code, `synonyms` a code to other words."""
    known = {fold_text(word): code for code, word in options.items()} | {fold_text(code): code for code in options}
    known |= {fold_text(word): code for word, code in synonyms.items() if fold_text(word) not in known}
    for word, code in synonyms.items():
        if code not in options or known[fold_text(word)] != code:
            raise SchemaError(f"Vocabulaire « {name} » : « {word} » ne peut pas vouloir dire « {code} ».")
    listed = ", ".join(options.values())

    def cell(text: str) -> str | Refusal:
        return known.get(fold_text(text)) or Refusal(f"un de ces mots attendu : {listed}")

    words = pl.Series([*dict.fromkeys((*options, *options.values(), *synonyms))], dtype=pl.String)
    codes = pl.Series([known[fold_text(word)] for word in words], dtype=pl.String)

    def usual(texts: pl.Series) -> pl.Series:
        # An Enum numbers the words it knows in one pass.
        return codes.gather(texts.cast(pl.Enum(words), strict=False).to_physical())

    return ValueType(
        name=name,
        label=label,
        rule=f"un de ces mots : {listed}",
        dtype=pl.String(),
        cell=cell,
        column=by_shape(usual, cell, pl.String()),
        show=lambda code: options.get(code, str(code)),
        accepts=(*((word, code) for code, word in options.items()), *synonyms.items()),
        refuses=("mot inconnu", "?", "²"),
        choices=tuple(options.items()),
    )


TEXT = ValueType(
    name="texte",
    label="un texte",
    rule="un texte libre",
    dtype=pl.String(),
    cell=_text,
    column=by_shape(_usual_texts, _text, pl.String()),
    accepts=(("Lycée des Tilleuls", "Lycée des Tilleuls"), ("a\x00b", "ab"), ("deux\nlignes", "deux\nlignes"), ("=1+1", "=1+1")),
    refuses=("\x00\x01",),
)
YES_NO = ValueType(
    name="oui_non",
    label="oui ou non",
    rule="oui ou non",
    dtype=pl.Boolean(),
    cell=_yes_no,
    column=by_distinct(_yes_no, pl.Boolean()),
    show=lambda value: "oui" if value else "non",
    accepts=(("oui", True), ("Non", False), ("X", True), ("1", True), ("0", False), ("VRAI", True), ("faux", False)),
    refuses=("peut-être", "2", "oui non", "¹", "1²", "\u0661", "oui \u0661"),
)
EMAIL = ValueType(
    name="courriel",
    label="une adresse électronique",
    rule="une adresse électronique",
    dtype=pl.String(),
    cell=_email,
    column=by_shape(_usual_emails, _email, pl.String()),
    accepts=(
        ("CE.0350760L@EXEMPLE.FR", "ce.0350760l@exemple.fr"),
        ("ce.0350760l@exemple.fr", "ce.0350760l@exemple.fr"),
        ("a.b+c@d-e.org", "a.b+c@d-e.org"),
    ),
    refuses=("exemple.fr", "a@b", "a b@c.fr", "<a@b.fr>", "mailto:a@b.fr"),
)
PHONE = ValueType(
    name="telephone",
    label="un numéro de téléphone",
    rule="10 chiffres, par exemple 01 49 71 40 00",
    dtype=pl.String(),
    cell=_phone,
    column=by_shape(_usual_phones, _phone, pl.String()),
    accepts=(
        ("0149714000", "01 49 71 40 00"),
        ("01.49.71.40.00", "01 49 71 40 00"),
        ("+33 1 49 71 40 00", "01 49 71 40 00"),
        ("+33 (0)1 49 71 40 00", "01 49 71 40 00"),
        ("0033149714000", "01 49 71 40 00"),
        ("+49 30 123456", "+4930123456"),
        ("39 49", "39 49"),
    ),
    refuses=("149714000", "01 49 71 40", "3949", "poste 12", "\u0660149714000", "²149714000"),
)
URL = ValueType(
    name="adresse_internet",
    label="une adresse internet",
    rule="une adresse, par exemple https://exemple.fr",
    dtype=pl.String(),
    cell=_url,
    column=by_shape(partial(_as_they_are, pattern=_USUAL_URL), _url, pl.String()),
    accepts=(
        ("https://www.exemple.fr/a?b=c", "https://www.exemple.fr/a?b=c"),
        ("HTTP://exemple.fr", "HTTP://exemple.fr"),
        ("www.exemple.fr/a", "www.exemple.fr/a"),
        ("exemple.fr", "exemple.fr"),
    ),
    refuses=("javascript:alert(1)", "fichier.pdf", "a@exemple.fr", "www.", "www.exemple", "https://a b", 'https://a"b'),
)
