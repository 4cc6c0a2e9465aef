"""The ordinary conventions: each school with companies of its filières and with bodies near it, without the situations of `situations`.

A school signs once with a tree of organisations here: local doubles are written on purpose elsewhere.
"""

from collections.abc import Iterable
from datetime import date

from netmap.demo import bodies, filieres, lifetimes
from netmap.demo.dice import Dice
from netmap.demo.framework import Framework
from netmap.demo.frameworks import OF_BRANCH, OF_GROUP
from netmap.demo.network import companies_of
from netmap.demo.organisation import Organisation
from netmap.demo.papers import clauses, follow_up, parties, signature, subject
from netmap.demo.schools import ALONE, SCHOOLS, School
from netmap.demo.writing import Row

Pair = tuple[str, str]

# Signed by nine establishments in `situations`, and by no other.
HUB = "Vernombre Transports"
_COMPANY_THEMES = (
    "pfmp",
    "pfmp",
    "pfmp",
    "apprentissage",
    "visite",
    "intervention",
    "certification",
    "materiel",
    "projet",
    "insertion",
    "taxe",
)
_BODY_THEMES: tuple[tuple[tuple[Organisation, ...], tuple[str, ...]], ...] = (
    (bodies.MISSIONS, ("decrochage", "insertion")),
    (bodies.EMPLOYMENT, ("insertion",)),
    (bodies.ASSOCIATIONS, ("mentorat", "decrochage", "orientation")),
    (bodies.AUTHORITIES, ("projet", "forum")),
    (bodies.CULTURE, ("culture",)),
    (bodies.CHAMBERS[2:], ("orientation", "apprentissage", "forum")),
    (bodies.HIGHER, ("recherche", "orientation")),
    (bodies.TRAINING, ("apprentissage", "formation_continue")),
    (bodies.BRANCHES[6:], ("forum", "certification", "orientation")),
    (bodies.STATE, ("decrochage", "insertion")),
    (bodies.OPCOS, ("orientation",)),
)
_DELEGATIONS = (
    ("DRAFPIC de Val-de-Brume", "Val-de-Brume"),
    ("DAFPIC de Valmont", "Valmont"),
    ("DAFPIC de Valmont", "Valmont"),
)
_GUIDANCE = ("DRAIO de Val-de-Brume", "Val-de-Brume")
_BUREAU, _BOTH, _NEITHER = 4, 6, 2
_TRIES = 400


def ordinary(count: int, taken: Iterable[Pair]) -> list[tuple[School, Row]]:
    """Draw the lines of `count` conventions between schools and partners not yet `taken`, with the school that keeps them."""
    dice = Dice("conventions ordinaires")
    lives = dice.some(lifetimes.deck(count), count)
    schools = [school for school in SCHOOLS if school.slug not in ALONE for _ in range(_weight(school))]
    used = set(taken)
    found: list[tuple[School, Row]] = []
    for life in lives:
        school, partner, themes, works_in = _free_pair(dice, schools, used)
        used.add((school.slug, partner.root))
        number = len(found) + 1
        found.append((school, _row(dice, number, school, partner, themes, works_in, life)))
    return found


def _weight(school: School) -> int:
    if "B" not in school.marks:
        return _NEITHER
    return _BOTH if school.labelled else _BUREAU


def _free_pair(dice: Dice, schools: list[School], used: set[Pair]) -> tuple[School, Organisation, list[str], list[str]]:
    for _ in range(_TRIES):
        school = dice.pick(schools)
        partner, themes, works_in = _company(dice, school) if dice.chance(70) else _body(dice)
        far = partner.departement != school.departement and dice.chance(75)
        if not far and (school.slug, partner.root) not in used and partner.name != HUB:
            return school, partner, themes, works_in
    raise RuntimeError("No pair left: fewer conventions, or more organisations, are needed.")


def _company(dice: Dice, school: School) -> tuple[Organisation, list[str], list[str]]:
    # The one partner of « forges » in aeronautics is written in `situations`.
    codes = [c for c in school.teaches if c in filieres.WITH_TRADES and (school.slug, c) != ("forges", "aero")]
    if not codes:
        return _body(dice)
    code = dice.pick(codes)
    return dice.pick(companies_of(code)), _distinct(dice, _COMPANY_THEMES), [code]


def _body(dice: Dice) -> tuple[Organisation, list[str], list[str]]:
    listed, themes = dice.pick(_BODY_THEMES)
    return dice.pick(listed), _distinct(dice, themes), []


def _distinct(dice: Dice, themes: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(dice.some(themes, dice.pick((1, 1, 2, 2, 3)))))


def _row(
    dice: Dice, number: int, school: School, partner: Organisation, themes: list[str], works_in: list[str], life: lifetimes.Life
) -> Row:
    dates = life(dice)
    starts = dates.get("Début")
    starts = starts if isinstance(starts, date) else None
    framework = _framework(partner, starts) if dice.chance(70) else None
    if framework is not None and themes[0] not in framework.themes.split():
        themes = [framework.themes.split()[0]]
    unsigned = dates.get("État déclaré") in ("Projet", "à signer", "Votée en CA", None)
    signed: Row = {} if unsigned or starts is None else signature(starts, dice, public=school.public)
    row = {
        "N° de convention": _number(dice, number, school, starts),
        **parties((school,), (partner,)),
        **subject(themes, works_in),
        "Accord-cadre cité (référence)": framework.reference if framework else None,
        **signed,
        **dates,
        **follow_up(dice, starts),
        **_sizes(dice, themes),
        **_told(dice, starts, themes[0]),
        "Clauses présentes": clauses(dice),
    }
    return _gaps(dice, row, themes)


def _framework(partner: Organisation, starts: date | None) -> Framework | None:
    group = OF_GROUP.get(partner.group)
    branch = OF_BRANCH.get(partner.works_in[0]) if partner.federation[0] and partner.works_in else None
    found = group or branch
    return found if found and starts and found.starts and starts >= found.starts else None


def _number(dice: Dice, number: int, school: School, starts: date | None) -> str | None:
    if dice.chance(12):
        return None
    year = starts.year if starts else 2026
    if school.slug == "luzerac":
        return f"L{number}"  # a number of its own, too short to be unique in the académie
    return f"CV-{year}-{number:04d}" if school.departement == "Haute-Orlange" else f"S{year % 100}-{number:04d}"


def _sizes(dice: Dice, themes: list[str]) -> Row:
    amount = dice.number(2, 90) * 100 if themes[0] in ("taxe", "materiel", "projet") or dice.chance(10) else None
    shown = f"{amount // 1000}\u00a0{amount % 1000:03d}" if amount is not None and amount >= 1000 else amount  # noqa: PLR2004 - thousands
    return {"Jeunes concernés": dice.number(4, 60) if dice.chance(70) else None, "Montant (€)": shown}


def _told(dice: Dice, starts: date | None, theme: str) -> Row:
    if not dice.chance(50):
        return {}
    name, area = _GUIDANCE if theme in ("decrochage", "orientation") else dice.pick(_DELEGATIONS)
    day = dice.day(date(starts.year - 1, 11, 1), starts) if starts and starts < date(2026, 11, 1) and dice.chance(80) else None
    return {"Délégation informée": name, "Ressort de la délégation": area, "Délégation informée le": day}


def _gaps(dice: Dice, row: Row, themes: list[str]) -> Row:
    """Leave empty what people leave empty: the object, the criteria, the themes, the partner's number."""
    gone: set[str] = set()
    if dice.chance(3):
        gone.add("Objet")
    if dice.chance(25) and themes[0] != "decrochage":
        gone.add("Critères (2023)")
    if dice.chance(5):
        gone.add("Thèmes")
    if dice.chance(6):
        gone |= {"SIRET", "SIREN"}
    return {name: cell for name, cell in row.items() if name not in gone}
