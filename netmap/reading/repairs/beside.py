"""What stands beside a name in its cell: a code, a person, a telephone, an address. The name is kept alone.

A code goes to its own column, a person goes nowhere: netmap keeps the functions of people, not their names.
"""

import re
from dataclasses import dataclass, replace

from netmap.reading.repairs.places import Place as Address
from netmap.reading.repairs.places import address_of
from netmap.values import SIREN, SIRET, UAI, Refusal, ValueType, fold_text

SUSPECTS = (
    r"[0-9]{5}|[0-9]{3}[ .\x{00a0}\x{202f}-][0-9]{3}|[0-9]{2}[ .-][0-9]{2}[ .-][0-9]{2}|@"
    r"|M\. |MM\.|Mr |Mme|Mlle|Monsieur|Madame|ontact|éférent|él\.|\((?:[Vv]oir|[Dd]emander|[Aa]ppeler|[Jj]oindre|[Vv]ia) "
)
_GAP = "[ .\u00a0\u202f-]?"
_LABEL = r"(?:(?:n[°o]\s*)?(?:siret|siren|uai|rne|code)\s*(?:n°|:)?\s*)?"
_CODES: tuple[tuple[ValueType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"[(\[]?\s*{_LABEL}(?<![0-9A-Za-z])({shape})(?![0-9A-Za-z])\s*[)\]]?", re.IGNORECASE))
    for kind, shape in (
        (SIRET, rf"[0-9]{{3}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{5}}|[0-9]{{9}}[ -]?[0-9]{{3}} ?[0-9]{{2}}"),
        (SIREN, rf"[0-9]{{3}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}(?!{_GAP}[0-9])"),
        (UAI, "[0-9]{7} ?[A-Za-z]"),
    )
)
_TELEPHONE = re.compile(
    r"(?:\b(?:t[ée]l(?:[ée]phone)?|port(?:able)?|mobile|fixe)\s*\.?\s*:?\s*)?(?<![0-9+])(?:(?:\+|00)33\s?(?:\(0\))?\s?|0)[1-9](?:[\s.-]?[0-9]{2}){4}(?![0-9])",
    re.IGNORECASE,
)
_ELECTRONIC = re.compile(
    r"(?:\b(?:courriel|e-?mail|m[ée]l)\s*:?\s*)?[<(]?\b[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+[>)]?", re.IGNORECASE
)
_CAPITAL = "[A-ZÀ-ÖØ-Þ][\\w.'’-]*"
_CIVILITY = r"(?:M\.|MM\.|Mr\.?|Mme\.?|Mmes|Mlle\.?|Monsieur|Madame|Mademoiselle)"
_SEPARATOR = r"(?:^|[,;:(/|\n]|\s[–—-]\s|\s[–—-](?=\s))"
_PERSON = re.compile(rf"{_SEPARATOR}\s*{_CIVILITY}\s+{_CAPITAL}(?:[ ]+(?:(?:de|du|le|la)[ ]+)?{_CAPITAL}){{0,2}}\s*\)?")
_STREET = re.compile(
    r"\s*(?:[0-9]|(?:place|rue|avenue|av\.?|boulevard|bd|route|chemin|all[ée]e|quai|impasse|zone|z\.?[ai]\.?c?\.?|zac|lieu-dit|parc)\b)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"\(\s*{_CIVILITY}\s+{_CAPITAL}[^()]*\)")  # « (M. Lagrève fils) »
# A person by a civility, wherever it stands.
PERSON_NAMED = re.compile(rf"(?<!\w){_CIVILITY}\s+{_CAPITAL}(?:[ -]+{_CAPITAL}){{0,2}}(?:\s+(?:et|&)\s+(?:{_CIVILITY}\s+)?{_CAPITAL})?")
_FOLLOWING = re.compile(rf"(?<!\bde)(?<!\bchez)(?<!\bdu)(?<!\bet)\s+{_CIVILITY}\s+{_CAPITAL}(?:[ ]+{_CAPITAL}){{0,2}}\s*$")
_CONTACT = re.compile(
    r"[,;(\s–—-]*\b(?:contact|r[ée]f[ée]rente?|interlocut(?:eur|rice)|responsable|tut(?:eur|rice)|correspondante?)"
    rf"\s*(?::|(?={_CIVILITY}\s))\s*[^),;\n]*\)?",
    re.IGNORECASE,
)
# « (demander Denis) », « (voir M. Renaud au ) »
_ASKED_FOR = re.compile(rf"\(\s*(?:[Vv]oir|[Dd]emander|[Aa]ppeler|[Jj]oindre|[Vv]ia)\s+(?:avec\s+|à\s+)?{_CAPITAL}[^()]*\)")
_ASKING = re.compile(r"[\s,;–—-]+(?:[Dd]emander|[Cc]ontact(?:er)?|[Vv]oir|[Aa]ppeler|[Jj]oindre)\s*$")
_LEADING_TO = re.compile(r"\s+(?:au|à|:)\s*$")
_LAST_SEGMENT = re.compile(rf"(?:\s[–—-]\s|,\s|\n|\s?\()\s*{_CAPITAL}(?:[ ]+{_CAPITAL}){{1,2}}\s*\)?\s*$")
# « (Yann, ) », once the telephone is gone
_FIRST_NAME = re.compile(rf"\(\s*{_CAPITAL}\s*[,;:/–—-]\s*\)")
_EMPTY = re.compile(r"\(\s*[,;:/–—-]*\s*\)|\[\s*\]")
_AROUND = " \t\n,;:/|–—-"
PHONED = "phone"
PERSON_TOLD, _TELEPHONE_TOLD, _MOBILE = "une personne", "un téléphone", ("06", "07", "+336", "+337", "00336", "00337")


@dataclass(frozen=True, slots=True)
class Beside:
    """Hold a name without what stood beside it; `aside` names, in French, what is not kept."""

    name: str
    siret: str = ""
    siren: str = ""
    uai: str = ""
    phone: str = ""
    address: Address | None = None
    aside: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Give the code found, "" where none is."""
        return self.siret or self.siren or self.uai


def beside_name(text: str, codes: frozenset[str], *, addresses: bool, people: bool = True) -> Beside:
    """Part a name from the codes of these kinds, the `people` and, where `addresses` are wanted, the address of its cell."""
    read = _without_codes(Beside(text), codes)
    read = _without_people(read, phones=PHONED in codes) if people else read
    if addresses and (found := address_of(read.name)) is not None and found.street:
        name, _, street = found.street.partition(",")
        if street.strip() and _STREET.match(street):
            read = replace(read, name=name.strip(_AROUND), address=replace(found, street=street.strip(_AROUND)))
    return read


def _without_codes(read: Beside, codes: frozenset[str]) -> Beside:
    for kind, rule in _CODES:
        if kind.name not in codes:
            continue
        found = [(one, kind.cell(one[1])) for one in rule.finditer(read.name)]
        right = [(one, str(code)) for one, code in found if not isinstance(code, Refusal)]
        if len(right) != 1:
            continue
        one, code = right[0]
        if kind is SIREN and read.siret:
            continue
        rest = trimmed(read.name[: one.start()] + " " + read.name[one.end() :])
        read = replace(read, name=rest, **{kind.name: code})
    return read


def _without_people(read: Beside, *, phones: bool) -> Beside:
    name, aside = read.name, list[str]()
    said = [re.sub("[^0-9+]", "", one.replace("(0)", "")) for one in _TELEPHONE.findall(name)] if phones else []
    for rule, told in ((_ELECTRONIC, "une adresse électronique"), (_TELEPHONE, _TELEPHONE_TOLD)):
        if rule.search(name):
            name = rule.sub(" ", name)
            aside.append(told)
    reached = bool(aside)
    name = _LEADING_TO.sub("", name) if reached else name
    rules = (_CONTACT, _ASKED_FOR, _BRACKETED, _PERSON, *((_FIRST_NAME, _FOLLOWING, _LAST_SEGMENT, _ASKING) if reached else ()))
    for rule in rules:
        plain = trimmed(name) if rule is not _PERSON else name
        rest = rule.sub(" ", plain)
        if rest != plain:
            if rule is _LAST_SEGMENT and not trimmed(rest):
                continue
            name = rest
            aside.insert(0, PERSON_TOLD)
    if not aside:
        return read
    # the telephone of a house is kept, and so is its standard beside the name of somebody
    kept = said[0] if len(said) == 1 and (PERSON_TOLD not in aside or not said[0].startswith(_MOBILE)) else ""
    left = [what for what in aside if not (kept and what == _TELEPHONE_TOLD)]
    return replace(read, name=trimmed(name), phone=kept, aside=tuple(dict.fromkeys(left)))


def trimmed(text: str) -> str:
    """Trim the separators, the empty brackets and the double spaces that a removal leaves."""
    plain = re.sub(r"[ \t]{2,}", " ", _EMPTY.sub(" ", text))
    plain = re.sub(r"\s+([–—-])\s*(?=[–—,;]|$)", " ", plain).strip(_AROUND)
    if plain.startswith("(") and plain.endswith(")") and plain.count("(") == 1:
        plain = plain[1:-1]
    if plain.endswith(")") and "(" not in plain:
        plain = plain[:-1].rstrip(_AROUND)
    return plain if fold_text(plain) else ""
