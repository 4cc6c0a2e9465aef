"""What is known without a convention: sixty partnerships nobody wrote down, and a hundred and fifty actions."""

from datetime import date

from netmap.demo import bodies, conventions, filieres, identifiers
from netmap.demo.dice import Dice
from netmap.demo.network import BY_NAME, companies_of
from netmap.demo.organisation import FUNCTIONS, cited
from netmap.demo.papers import TODAY
from netmap.demo.schools import ALONE, SCHOOLS
from netmap.demo.situations import UNKNOWN_UAI, Line
from netmap.demo.writing import Row

_PARTNER_COLUMNS = ("SIRET", "SIREN", "Partenaire", "Commune du partenaire", "Pays du partenaire", "Partenaire étranger")
PARTNERSHIP_COLUMNS = (
    "UAI",
    *_PARTNER_COLUMNS,
    "Partenaire depuis le",
    "Thèmes",
    "Connu par (fonction)",
    "Dernière nouvelle",
    "Observations",
    "Filières",
)
ACTION_COLUMNS = (
    "N° d’action",
    "UAI",
    "Action",
    "Date",
    "État",
    "Participants",
    "Thème",
    "Domaine",
    "Observations",
    *_PARTNER_COLUMNS,
    "N° de convention",
    "Critères (2023)",
)
PARTNERSHIPS, ACTIONS = 60, 150
_WITH_CONVENTION, _DROP_OUT, _CULTURE = 96, 26, 12
UNKNOWN_SIREN = identifiers.siren(99_001)
_OPEN_SCHOOLS = tuple(school for school in SCHOOLS if school.slug not in ALONE)
# The one partner of « forges » in aeronautics stays the only one.
_TEACHING = tuple((s, c) for s in _OPEN_SCHOOLS for c in s.teaches if c in filieres.WITH_TRADES and (s.slug, c) != ("forges", "aero"))
_DONE = {
    "PFMP et stages": "Journée d’accueil avant les PFMP",
    "Apprentissage": "Rencontre des maîtres d’apprentissage",
    "Visites d’entreprise": "Visite de l’atelier",
    "Interventions en classe": "Intervention d’un professionnel en classe",
    "Forums et événements": "Stand au forum des métiers",
    "Prêt de matériel": "Prise en main du matériel prêté",
    "Projet pédagogique, chef-d’œuvre": "Revue des chefs-d’œuvre",
    "Mentorat et parrainage": "Rencontre avec les parrains",
    "Insertion professionnelle": "Entretiens d’embauche à blanc",
    "Découverte des métiers, orientation": "Mini-stages de collégiens",
    "Jurys, coloration, FCIL": "Jury de bac professionnel",
    "Lutte contre le décrochage": "Cellule de retour en formation",
    "Actions culturelles": "Atelier avec un artiste en résidence",
    "International et mobilité": "Mobilité de trois semaines",
}
_DROP_OUT_TITLES = (
    "Entretiens avec les jeunes repérés par le GPDS",
    "Semaine de remobilisation",
    "Retour en formation : portes ouvertes",
    "Tutorat renforcé de rentrée",
)
_CULTURE_TITLES = ("Parcours au théâtre", "Exposition des chefs-d’œuvre", "Atelier d’écriture")
_OPENING_TITLES = ("Journée portes ouvertes", "Campagne de communication du réseau", "Retour aux partenaires : bilan de l’année")


def partnerships() -> list[Row]:
    """Give the lines of partenariats_sans_convention.xlsx."""
    dice = Dice("partenariats")
    used = conventions.pairs(conventions.LINES)
    lines: list[Row] = [
        {"UAI": SCHOOLS[0].uai, "SIREN": UNKNOWN_SIREN, "Thèmes": "Visites d’entreprise", "Observations": "Carte de visite reçue au forum"}
    ]
    while len(lines) < PARTNERSHIPS:
        school, code = dice.pick(_TEACHING)
        partner = dice.pick(companies_of(code)) if dice.chance(75) else dice.pick((*bodies.ASSOCIATIONS, *bodies.CARE))
        if (school.slug, partner.root) in used or partner.name == "Vernombre Transports":
            continue
        used.add((school.slug, partner.root))
        lines.append(
            {
                "UAI": school.uai,
                **cited(partner),
                "Partenaire depuis le": dice.day(date(2016, 9, 1), date(2026, 6, 30)) if dice.chance(70) else None,
                "Thèmes": filieres.themes(*dice.some(("pfmp", "visite", "intervention", "forum", "projet"), dice.number(1, 2))),
                "Connu par (fonction)": dice.pick(FUNCTIONS) if dice.chance(80) else None,
                "Dernière nouvelle": dice.day(date(2021, 9, 1), TODAY) if dice.chance(60) else None,
            }
        )
    return lines


def actions() -> list[Row]:
    """Give the lines of actions.csv."""
    dice = Dice("actions")
    held = [line for line in conventions.LINES if len(str(line[1].get("N° de convention") or "")) > 5 and line[1].get("Début")]  # noqa: PLR2004
    lines = [_of_convention(dice, line) for line in dice.some([h for h in held if _started(h)], _WITH_CONVENTION)]
    lines += [_drop_out(dice) for _ in range(_DROP_OUT)]
    lines += [_other(dice, _CULTURE_TITLES, "Actions culturelles", "5", dice.pick(bodies.CULTURE).name) for _ in range(_CULTURE)]
    lines += [_other(dice, _OPENING_TITLES, "Forums et événements", "8", "") for _ in range(ACTIONS - len(lines))]
    return [{"N° d’action": None if place % 4 == 0 else f"ACT-{place:04d}", **line} for place, line in enumerate(lines, start=1)]


def _started(line: Line) -> bool:
    starts = line[1].get("Début")
    known = line[1]["UAI"] != UNKNOWN_UAI
    return known and isinstance(starts, date) and date(2020, 1, 1) < starts < date(2026, 3, 1)


def _when(dice: Dice) -> Row:
    """Date an action: done, planned for later, planned and never done, or cancelled."""
    drawn = dice.number(1, 100)
    if drawn <= 70:  # noqa: PLR2004 - most are done
        return {"Date": dice.day(date(2024, 9, 10), date(2026, 11, 20)), "État": "Réalisée", "Participants": dice.number(5, 120)}
    if drawn <= 84:  # noqa: PLR2004 - some are to come
        return {"Date": dice.day(date(2026, 12, 1), date(2027, 6, 15)), "État": "Prévue"}
    if drawn <= 95:  # noqa: PLR2004 - some were planned, and nothing more is known
        return {"Date": dice.day(date(2025, 1, 15), date(2026, 6, 20)), "État": "Prévue"}
    return {"Date": dice.day(date(2025, 1, 15), date(2026, 6, 20)), "État": "Annulée"}


def _of_convention(dice: Dice, line: Line) -> Row:
    row = line[1]
    theme = str(row.get("Thèmes") or "PFMP et stages").split(" | ")[0]
    criteria = row.get("Critères (2023)")
    return {
        **{name: row.get(name) for name in ("UAI", *_PARTNER_COLUMNS, "N° de convention")},
        "Action": _DONE.get(theme, "Bilan annuel du partenariat"),
        "Thème": theme,
        "Domaine": dice.pick(("Formation professionnelle", "Orientation", "Insertion")),
        "Critères (2023)": criteria,
        **_when(dice),
    }


def _drop_out(dice: Dice) -> Row:
    partner = dice.pick((*bodies.MISSIONS, BY_NAME["Cap retour en formation"], BY_NAME["École de la deuxième chance de Brume"]))
    return {
        "UAI": dice.pick(_OPEN_SCHOOLS).uai,
        "Action": dice.pick(_DROP_OUT_TITLES),
        "Thème": "décrochage scolaire" if dice.chance(30) else "Lutte contre le décrochage",
        "Domaine": "Insertion",
        "Critères (2023)": "7",
        **cited(partner),
        **_when(dice),
    }


def _other(dice: Dice, titles: tuple[str, ...], theme: str, criterion: str, partner: str) -> Row:
    return {
        "UAI": dice.pick(_OPEN_SCHOOLS).uai,
        "Action": dice.pick(titles),
        "Thème": theme,
        "Domaine": "Orientation",
        "Critères (2023)": criterion,
        **(cited(BY_NAME[partner]) if partner else {}),
        **_when(dice),
    }
