"""Which cells a type of value would take, as they are or once repaired in the usual ways: what a look at a column needs to know."""

import re

from netmap.domain.vocabulary import RENEWAL
from netmap.values import AMOUNT, DATE, NUMBER, URL, WHOLE, YES_NO, Refusal, ValueType

DATE_LIKE = re.compile(
    r"[0-3]?[0-9][/.\- ][01]?[0-9][/.\- ](?:[0-9]{2}|[0-9]{4})|(?:[0-9]{1,2}(?:er)? )?[a-zéû]{3,9}\.? [0-9]{4}|[2-6][0-9]{4}"
    r"|(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]|(?:19|20)[0-9]{2}(?: ?[-/] ?(?:19|20)?[0-9]{2})?|[0-9]{1,2} (?:ans?|mois)\b.*"
    r"|[01]?[0-9]/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}.*",
    re.IGNORECASE,
)
_PERIOD_LIKE = re.compile(
    r"(?:du|de|à partir du|à compter du|depuis)? ?[^ ].{2,24}? ?(?:au|à|a|jusqu['’]au|–|—|-|→|/) ?(?:fin )?.{4,24}", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|[0-9][/.][0-9]{2}(?![0-9])")
_ARTICLE = re.compile(r"^(?:une?|les?|la|des|du|l['’]|c['’]est|(?:ils?|elles?) (?:est|sont))\s*", re.IGNORECASE)
_EITHER = re.compile(r"\s+ou\s+")
SITE = re.compile(r"https?://\S+|www\.[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
# A latitude and a longitude, for Python and for polars.
POSITION = r"[\[(]?\s*([+-]?[0-9]{1,2}[.,][0-9]{2,})\s*(?:[;/|]|,\s|,|\s)\s*([+-]?[0-9]{1,3}[.,][0-9]{2,})\s*[\])]?"
_SUM = re.compile(r"(?:€ ?)?[0-9][0-9 .,'\u00a0\u202f]*(?: ?[km]?€| ?euros?| ?eur)?(?: ?(?:ttc|ht))?", re.IGNORECASE)
_COUNT = re.compile(r"[0-9]{1,6}(?: [a-zé]{3,15})?", re.IGNORECASE)
# How else than strictly numbers are written.
_ALSO = {AMOUNT.name: _SUM, WHOLE.name: _COUNT, NUMBER.name: re.compile(POSITION)}
_CODE_LIKE = re.compile("[A-Z]{2,8}(?:[-_/.][A-Z0-9]+)+")  # « AC-2023-SOLAIRE » is no period
# How many zeros a spreadsheet may have dropped at the start of a code.
_LOST = {"uai": 2, "siren": 3, "siret": 3, "code_postal": 1, "commune": 1, "telephone": 1}
_WIDTHS = {"uai": 8, "siren": 9, "siret": 14, "code_postal": 5, "commune": 5, "telephone": 10}
WITHIN = {
    "uai": re.compile(r"(?<![0-9A-Za-z])[0-9]{7}[A-Za-z](?![0-9A-Za-z])"),
    "siret": re.compile(r"(?<![0-9])[0-9]{3}[ .\u00a0\u202f]?[0-9]{3}[ .\u00a0\u202f]?[0-9]{3}[ .\u00a0\u202f]?[0-9]{5}(?![0-9])"),
    "code_postal": re.compile(r"(?<![0-9])[0-9]{2} ?[0-9]{3}(?![0-9])"),
    "siren": re.compile(r"(?<![0-9])[0-9]{3}[ .\u00a0\u202f]?[0-9]{3}[ .\u00a0\u202f]?[0-9]{3}(?![0-9])"),
}


def takes(kind: ValueType, text: str) -> bool:
    """Tell whether a type would take a cell, as it is or once repaired in the usual ways."""
    if kind.name == DATE.name:
        plain = text.strip()
        period = _PERIOD_LIKE.fullmatch(plain) is not None and bool(_YEAR.search(plain)) and not _CODE_LIKE.fullmatch(plain)
        return period or DATE_LIKE.fullmatch(plain) is not None
    if kind.name == URL.name:  # « Durand.Fils » may be a name
        return SITE.fullmatch(text.strip()) is not None
    if not isinstance(kind.cell(text), Refusal) or (kind.choices and _says_choice(kind, text)):
        return True
    if kind.name == RENEWAL.name:  # « reconduction tacite : oui »
        return not isinstance(YES_NO.cell(text), Refusal)
    if (shape := _ALSO.get(kind.name)) is not None:
        return shape.fullmatch(text.strip()) is not None
    return _may_be_code(kind, text)


def _says_choice(kind: ValueType, text: str) -> bool:
    """Tell whether a text is a choice with its article, or two words for one: « Une entreprise », « Don ou prêt de matériel »."""
    said = {kind.cell(_ARTICLE.sub("", piece)) for piece in _EITHER.split(text)}
    return len(said) == 1 and not isinstance(said.pop(), Refusal)


def _may_be_code(kind: ValueType, text: str) -> bool:
    """Tell whether a text is a code that lost the zeros it began with."""
    width = _WIDTHS.get(kind.name)
    if width is None:
        return False
    code = re.sub(r"[\s\u00a0\u202f]", "", re.sub(r"[.,]0+$", "", text)).upper()
    return (
        len(code) < width <= len(code) + _LOST[kind.name] and code[:1].isdigit() and not isinstance(kind.cell(code.zfill(width)), Refusal)
    )


def holds(kind: ValueType, text: str) -> bool:
    """Tell whether a cell holds a code of a type among other words: « LP des Ormes (0350760L) »."""
    pattern = WITHIN.get(kind.name)
    return pattern is not None and any(not isinstance(kind.cell(code), Refusal) for code in pattern.findall(text))
