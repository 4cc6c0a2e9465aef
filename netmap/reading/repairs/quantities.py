"""Amounts and numbers as people write them.

Thousands marked by dots, k€, units, notation of a spreadsheet. An estimate is kept for heads, told as such; it is no sum of money.
"""

import re

from netmap.reading.repairs.repair import Example, Kept, Place, Repair
from netmap.values import AMOUNT, NUMBER, WHOLE, fold_text

_GAPS = re.compile("[ \u00a0\u202f\u2009'’]")
_MONEY = re.compile(
    r"^(?:€|eur|euros?)?\s*([+-]?[0-9.,\s\u00a0\u202f\u2009'’]*[0-9])\s*(?:,-)?\s*(k|m)?\s*(?:€|eur|euros?)?\s*(?:h\.?t\.?|t\.?t\.?c\.?)?\.?$",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"([+-]?[0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_ENGLISH = re.compile(r"([+-]?[0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)")
_PLAIN = re.compile(r"([+-]?[0-9]+)(?:[.,]([0-9]+))?")
_SCIENTIFIC = re.compile(r"([+-]?[0-9])(?:[.,]([0-9]+))?[eE]\+?([0-9]{1,2})")
_TIMES = {"": 0, "k": 3, "m": 6}
_UNITS = frozenset(
    (
        "el",
        "eleve",
        "eleves",
        "jeune",
        "jeunes",
        "apprenti",
        "apprentis",
        "apprentie",
        "apprenties",
        "stagiaire",
        "stagiaires",
        "place",
        "places",
        "personne",
        "personnes",
        "lyceen",
        "lyceens",
        "etudiant",
        "etudiants",
        "participant",
        "participants",
        "attendus",
        "attendues",
        "prevus",
        "prevues",
        "inscrits",
        "inscrites",
        "presents",
        "presentes",
        "visiteurs",
        "volontaire",
        "volontaires",
        "salarie",
        "salaries",
        "mois",
        "fois",
    )
)
_GREATEST_POWER = 12
_TENS = {
    "dizaine": "10",
    "douzaine": "12",
    "quinzaine": "15",
    "vingtaine": "20",
    "trentaine": "30",
    "quarantaine": "40",
    "cinquantaine": "50",
    "soixantaine": "60",
    "centaine": "100",
}
# A number, then what is not kept of its cell.
_FOLLOWED = (
    (re.compile("([0-9]{1,6})"), "le nombre est gardé sans ses crochets"),
    (re.compile(r"([0-9]{1,6})\s?\*+"), "l’appel de note n’est pas repris"),
    (re.compile(r"([0-9]{1,6}) ?\([^()]*[^\W\d_][^()]*\)"), "la parenthèse n’est pas reprise"),
    (re.compile(r"([0-9]{1,6}),? (?:dont|soit) .+"), "le détail qui suit n’est pas repris"),
    (re.compile(r"(?:une )?[a-z]+aine \(([0-9]{1,6})\)"), "la parenthèse dit le nombre"),
    (re.compile(r"([0-9]{1,6}) (?:présents? )?sur (?:les )?[0-9]{1,6}(?: [^0-9]*)?"), "le nombre attendu n’est pas repris"),
    (re.compile(r"([0-9]{1,6}),? \(?à (?:confirmer|vérifier|préciser)\)?"), "le nombre n’est pas sûr"),
    (
        re.compile(
            r"(?:[0-9]{1,2}|une?|deux|trois) (?:classes?|groupes?|sections?)(?:,| \(| :) ?"
            r"([0-9]{1,4})(?: (?:élèves?|jeunes?|apprentis?|personnes?))?\)?"
        ),
        "le nombre de classes n’est pas repris",
    ),
)
_A_YEAR = frozenset(
    (
        *("par an", "a l annee", "sur l annee", "l annee", "cette annee", "chaque annee", "au total", "en tout", "an"),
        *("max", "maxi", "maximum", "au maximum", "au plus"),
    )
)
_BRACKETED = re.compile(r"^\[\s*([^][]+?)\s*\]$")
_GROUPS = re.compile(r"([0-9]{1,2}) (?:classe|groupe|section|promotion)s? de ([0-9]{1,3})(?: (?:eleve|jeune|apprenti|stagiaire)s?)?")
_ADDED = re.compile(r"[0-9]{1,4}(?: ?\+ ?[0-9]{1,4}){1,3}")
_BEFORE_THE_END = re.compile(r"(?:au moins )?([0-9]{1,2}) mois (?:avant|de preavis|au moins).*")  # « 3 mois avant l’échéance »
_ABOUT = re.compile(
    r"^(?:env(?:iron\b|\.)?|[~≈±]|(?:à peu )?près de\b|autour de\b|plus de\b|au moins\b)\s*(?=[0-9])"
    r"|(?<=[0-9])\s*(?:env(?:iron|\.)?|à peu près)$",
    re.IGNORECASE,
)


def _decimal(whole: str, decimals: str, power: int) -> str:
    """Write a number multiplied by a power of ten, digit by digit."""
    sign, digits = (whole[0], whole[1:]) if whole[0] in "+-" else ("", whole)
    moved = decimals.ljust(power, "0")
    rest = moved[power:].rstrip("0")
    return sign.replace("+", "") + ((digits + moved[:power]).lstrip("0") or "0") + (f".{rest}" if rest else "")


def _amount(text: str, _place: Place) -> Kept | None:
    found = _MONEY.fullmatch(text)
    if not found:
        return _scientific(text)
    number, unit = _GAPS.sub("", found[1]), (found[2] or "").lower()
    for rule, marks in ((_DOTTED, "."), (_ENGLISH, ","), (_PLAIN, "")):
        if read := rule.fullmatch(number):
            kept = _decimal(read[1].replace(marks, "") if marks else read[1], read[2] or "", _TIMES[unit])
            return Kept(kept, "milliers, millions ou unité écrits autrement")
    return None


def _scientific(text: str) -> Kept | None:
    found = _SCIENTIFIC.fullmatch(text)
    if not found or int(found[3]) > _GREATEST_POWER:
        return None
    return Kept(_decimal(found[1], found[2] or "", int(found[3])), "le tableur l’avait mis en notation scientifique")


def _told(text: str) -> Kept | None:
    """Read how many people count: « une vingtaine », « 24 + 22 », « 305 (dont 12 en ULIS) »."""
    folded = fold_text(text)
    if (tens := _TENS.get(folded.removeprefix("une ").removeprefix("environ une "))) is not None:
        return Kept(tens, "le nombre est approché")
    for rule, why in _FOLLOWED:
        if (found := rule.fullmatch(text.strip())) is not None:
            return Kept(found[1], why)
    first, _, rest = folded.partition(" ")
    if first.isascii() and first.isdigit() and rest in _A_YEAR:
        return Kept(first, "le nombre est gardé sans son unité")
    if (found := _GROUPS.fullmatch(folded)) is not None:
        return Kept(str(int(found[1]) * int(found[2])), "les groupes sont comptés ensemble")
    if _ADDED.fullmatch(text.strip()):
        return Kept(str(sum(map(int, text.split("+")))), "les nombres sont additionnés")
    return None


def _notice(text: str) -> Kept | None:
    """Read how long before the end something is to be said: « 3 mois avant l’échéance »."""
    found = _BEFORE_THE_END.fullmatch(fold_text(text))
    return None if found is None else Kept(found[1], "le nombre est gardé sans les mots qui l’entourent")


def _number(text: str, place: Place) -> Kept | None:
    text = _BRACKETED.sub(r"\1", text.strip())
    if (kept := _scientific(text)) is not None:
        return kept
    if place.type is WHOLE and not place.many and (kept := _notice(text) if place.months else _told(text)) is not None:
        return kept
    number = _GAPS.sub("", text)
    if place.type is NUMBER:
        found = _DOTTED.fullmatch(number)
        return Kept(_decimal(found[1].replace(".", ""), found[2], 0), "points entre les milliers") if found and found[2] else None
    about = _ABOUT.search(text.strip()) is not None and not place.months
    first, _, rest = (_ABOUT.sub("", text.strip()) if about else text.strip()).partition(" ")
    words = fold_text(rest).split()
    if about and first.isascii() and first.isdigit() and all(word in _UNITS for word in words):
        return Kept(first, "le nombre est approché")
    if first.isascii() and first.isdigit() and words and all(word in _UNITS for word in words):
        return Kept(first, "le nombre est gardé sans son unité")
    found = re.fullmatch(r"(?:critère|critere|crit\.?|c|n°)\s*:?\s*([0-9]{1,2})", text.strip(), re.IGNORECASE)
    return Kept(found[1], "le nombre est gardé sans son mot") if found else None


_EUROS, _COUNT, _REAL, _MONTHS = Place(AMOUNT), Place(WHOLE), Place(NUMBER), Place(WHOLE, months=True)
AMOUNTS = Repair(
    code="reparation-montant",
    types=(AMOUNT,),
    mend=_amount,
    mends=(
        Example("1.234,50", "1234.5", _EUROS),
        Example("1.200 €", "1200", _EUROS),
        Example("1.234.567,5 €", "1234567.5", _EUROS),
        Example("1,234.50", "1234.5", _EUROS),
        Example("12 k€", "12000", _EUROS),
        Example("1,5k€", "1500", _EUROS),
        Example("1,2 M€", "1200000", _EUROS),
        Example("€ 300", "300", _EUROS),
        Example("1 500 € TTC", "1500", _EUROS),
        Example("1'500,00", "1500", _EUROS),
        Example("1,5E+06", "1500000", _EUROS),
    ),
    leaves=(
        ("gratuit", _EUROS),
        ("12 €/h", _EUROS),
        ("environ 500 €", _EUROS),
        ("500 à 1000 €", _EUROS),
        ("2 x 500 €", _EUROS),
        ("12,5,6", _EUROS),
        ("1,2,3 €", _EUROS),
        ("€", _EUROS),
    ),
)
NUMBERS = Repair(
    code="reparation-montant",
    types=(WHOLE, NUMBER),
    mend=_number,
    mends=(
        Example("24 élèves", "24", _COUNT),
        Example("environ 24", "24", _COUNT),
        Example("env. 24 élèves", "24", _COUNT),
        Example("~24", "24", _COUNT),
        Example("24 environ", "24", _COUNT),
        Example("plus de 600", "600", _COUNT),
        Example("une vingtaine", "20", _COUNT),
        Example("24 + 22", "46", _COUNT),
        Example("305 (dont 12 en ULIS)", "305", _COUNT),
        Example("940 dont 310 en voie pro", "940", _COUNT),
        Example("10 à l’année", "10", _COUNT),
        Example("12 max", "12", _COUNT),
        Example("24 prévus", "24", _COUNT),
        Example("7 sur 11", "7", _COUNT),
        Example("2 classes de 15", "30", _COUNT),
        Example("60 à confirmer", "60", _COUNT),
        Example("2 classes (46 élèves)", "46", _COUNT),
        Example("une classe, 21", "21", _COUNT),
        Example("une douzaine (13)", "13", _COUNT),
        Example("[env. 80]", "80", _COUNT),
        Example("[12]", "12", _COUNT),
        Example("96*", "96", _COUNT),
        Example("3 mois avant l’échéance", "3", _MONTHS),
        Example("Critère 4", "4", _COUNT),
        Example("C7", "7", _COUNT),
        Example("1,2E+03", "1200", _COUNT),
        Example("1.234,5", "1234.5", _REAL),
    ),
    leaves=(
        ("douze", _COUNT),
        ("20-25", _COUNT),
        ("environ 24", _MONTHS),
        ("environ 24 à 30", _COUNT),
        ("12 %", _COUNT),
        ("24 ou 25", _COUNT),
        ("305 (12)", _COUNT),
        ("2 classes (4 groupes)", _COUNT),
        ("une classe", _COUNT),
        ("une vingtaine", _MONTHS),
        ("4 + 7", Place(WHOLE, many=True)),
        ("48°51", _REAL),
    ),
)
QUANTITY_REPAIRS = (AMOUNTS, NUMBERS)
