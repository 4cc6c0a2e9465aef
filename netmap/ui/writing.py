"""How words, numbers and dates of the network are written on the screen; what comes from a file is hostile until it passes here."""

import re
from datetime import date, datetime
from typing import Any

from netmap.domain import DOMAIN
from netmap.schema import Property
from netmap.values import DATE, Refusal, counted, grouped

__all__ = ["address", "counted", "day", "grouped", "key_of", "moment", "plain", "read_day", "told"]

_ACTIVE = re.compile(r"([!-/:-@\[-`{-~])")
_SHORTCODE = re.compile(r":(?=[\w+/-]+:)")
# Addresses are made links whatever stands before their signs, unless something stands within.
_SITE = re.compile(r"https?(?=:)|www(?=\.)", re.IGNORECASE)
_HIDDEN = re.compile(r"[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def plain(text: object) -> str:
    """Write any text so that Markdown shows it as it is: no link, no style, no formula, no emoji, no line break."""
    one_line = _HIDDEN.sub(" ", str(text)).strip()
    return _ACTIVE.sub(r"\\\1", _SITE.sub("\\g<0>\u2060", _SHORTCODE.sub(":\u2060", one_line)))


def day(value: date | None) -> str:
    """Write a date as 31/08/2027; nothing is ""."""
    return "" if value is None else DATE.show(value)


def read_day(text: str | None) -> date | None:
    """Read a date of the URL (2027-08-31); anything else is None, and so is a year that no file may give."""
    try:
        found = date.fromisoformat(text or "")
    except ValueError:
        return None
    return None if isinstance(DATE.cell(found.isoformat()), Refusal) else found


def moment(at: str) -> str:
    """Write an instant of the journal in the time of this computer: 31/08/2027 14:05."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%d/%m/%Y %H:%M")
    except ValueError:
        return at


def told(prop: Property, value: Any) -> str:  # noqa: ANN401 - a value of any type
    """Write the value of a property, a list with commas; nothing is ""."""
    if value is None:
        return ""
    if prop.many:
        return ", ".join(prop.type.show(one) for one in value)
    return prop.type.show(value)


def key_of(identifier: str) -> str:
    """Give what people call the identifier: the key, without the kind and the mark of local keys."""
    key = identifier.partition(":")[2].removeprefix("~")
    version, slash, number = key.partition("/")
    return f"Critère {number} ({version})" if slash and identifier.startswith("Criterion:") else key


def address(identifier: str, caption: str) -> str:
    """Name an actor in a list of choices: caption, kind, and its key when that says more."""
    kind = DOMAIN.kind_of(identifier).label.lower()
    key = "" if identifier.partition(":")[2].startswith("~") or key_of(identifier) == caption else f", {key_of(identifier)}"
    return f"{caption} ({kind}{key})"
