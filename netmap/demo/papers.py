"""What the lines of a convention are made of: its parties, its dates in the order the law wants, its clauses."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from netmap.demo import filieres
from netmap.demo.dice import Dice
from netmap.demo.organisation import FUNCTIONS, Organisation, cited
from netmap.demo.schools import School
from netmap.demo.writing import Row

TODAY = date(2026, 11, 23)
COLUMNS = (
    "N° de convention",
    "UAI",
    "Nom de l’établissement",
    "SIRET",
    "SIREN",
    "Partenaire",
    "Commune du partenaire",
    "Pays du partenaire",
    "Partenaire étranger",
    "Objet",
    "État déclaré",
    "Début",
    "Fin",
    "Durée (mois)",
    "Reconduction",
    "Période de reconduction (mois)",
    "Reconductions au plus",
    "Préavis (mois)",
    "Signée le",
    "Votée en CA le",
    "Transmise le",
    "Dénoncée ou arrêtée le",
    "Modalités de suivi",
    "Suivie par (fonction)",
    "Exclusivité",
    "Territoire réservé",
    "Engagement financier",
    "Confidentialité et données",
    "Dernière nouvelle",
    "Thèmes",
    "Clauses présentes",
    "Jeunes concernés",
    "Montant (€)",
    "Observations",
    "Filières",
    "Accord-cadre cité (référence)",
    "Critères (2023)",
    "Délégation informée",
    "Ressort de la délégation",
    "Délégation informée le",
    "Remplace la convention",
)
CLAUSES = (
    "Préambule",
    "Objet (article 1er)",
    "Engagements de chaque partie",
    "Modalités du partenariat",
    "Durée",
    "Suivi et renouvellement",
    "Dispositions financières",
    "Confidentialité, sécurité, assurance",
    "Traitement des litiges",
)
_CRITERIA = {
    "decrochage": "4 | 7",
    "forum": "4 | 8",
    "culture": "5",
    "international": "6",
    "apprentissage": "2 | 4",
    "formation_continue": "2 | 4",
}
_FOLLOW_UP = ("Bilan annuel en juin", "Comité de suivi deux fois par an", "Point par téléphone", "Revue en conseil de perfectionnement")
_ENFORCEABLE_DAYS = 15
_HOLIDAYS = (7, 8)


def months_after(day: date, months: int) -> date:
    """Give the day `months` months later (earlier when negative), the last of the month at most."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(starts: date, months: int) -> date:
    """Give the last day of a period."""
    return months_after(starts, months) - timedelta(days=1)


def parties(schools: Sequence[School], partners: Sequence[Organisation]) -> Row:
    """Write who signs."""
    return {
        "UAI": " | ".join(school.uai for school in schools),
        "Nom de l’établissement": " | ".join(school.name for school in schools),
        **cited(*partners),
    }


def subject(themes: Sequence[str], works_in: Sequence[str]) -> Row:
    """Write what a convention is about; its criteria follow its first theme."""
    known = [filieres.BY_CODE[code].name for code in works_in]
    about = filieres.THEMES[themes[0]][1]
    return {
        "Objet": f"{about} : {known[0]}" if known else about,
        "Thèmes": filieres.themes(*themes),
        "Filières": " | ".join(known) or None,
        "Critères (2023)": _CRITERIA.get(themes[0], "4"),
    }


def signature(starts: date, dice: Dice, *, public: bool) -> Row:
    """Date the steps before a start: vote, transmission, fifteen days, signature; a private school has no vote."""
    signed = starts - timedelta(days=dice.number(0, 12))
    if not public:
        return {"Signée le": signed}
    transmitted = signed - timedelta(days=_ENFORCEABLE_DAYS + dice.number(1, 12))
    if transmitted.month in _HOLIDAYS:
        transmitted = date(transmitted.year, 6, dice.number(18, 30))
    return {"Signée le": signed, "Transmise le": transmitted, "Votée en CA le": transmitted - timedelta(days=dice.number(1, 8))}


def clauses(dice: Dice) -> str | None:
    """Write the clauses a text holds: all of them, most of them, or nobody has read it."""
    drawn = dice.number(1, 100)
    if drawn <= 25:  # noqa: PLR2004 - a quarter of the texts have not been read
        return None
    absent = () if drawn <= 55 else dice.some(CLAUSES[3:], dice.number(1, 4))  # noqa: PLR2004 - a third hold them all
    return " | ".join(clause for clause in CLAUSES if clause not in absent)


def follow_up(dice: Dice, starts: date | None) -> Row:
    """Write who follows a convention, how, and when the partner was last heard of: lately, long ago, or it is not known."""
    heard = None
    if dice.chance(70):
        since = date(2025, 9, 1) if dice.chance(65) else date(2020, 9, 1)
        heard = dice.day(max(since, starts or since), TODAY) if (starts or since) < TODAY else None
    return {
        "Modalités de suivi": dice.pick(_FOLLOW_UP) if dice.chance(55) else None,
        "Suivie par (fonction)": dice.pick(FUNCTIONS) if dice.chance(80) else None,
        "Dernière nouvelle": heard,
    }


def written(
    slugs: Sequence[School], partners: Sequence[Organisation], themes: str, starts: date, ends: date | None, **said: str
) -> dict[str, str | int | float | date | None]:
    """Write a regular convention, signed in order and complete; `said` gives its number and its filières."""
    dice = Dice(f"convention {slugs[0].slug} {partners[0].name} {themes} {starts}")
    public = all(school.public for school in slugs)
    return {
        "N° de convention": said.get("number"),
        **parties(slugs, partners),
        **subject(themes.split(), said.get("works_in", "").split()),
        "État déclaré": "Signée",
        "Début": starts,
        "Fin": ends,
        "Reconduction": "Aucune",
        **signature(starts, dice, public=public),
        **follow_up(dice, starts),
        "Clauses présentes": " | ".join(CLAUSES),
    }
