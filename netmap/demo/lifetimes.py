"""The lives of ordinary conventions on 23 November 2026: how many are in which state, and the dates that put them there."""

from collections.abc import Callable
from datetime import date, timedelta

from netmap.demo.dice import Dice
from netmap.demo.papers import TODAY, last_day, months_after
from netmap.demo.writing import Row

Life = Callable[[Dice], Row]


def _september(dice: Dice, first: int, last: int) -> date:
    """Draw a start: most conventions follow the school year."""
    year = dice.number(first, last)
    return date(year, 9, 1) if dice.chance(60) else date(year, dice.number(1, 11), dice.number(1, 28))


def _tacit(dice: Dice, most: int | None = None, period: int | None = 12) -> Row:
    return {
        "Reconduction": "Tacite" if dice.chance(70) else "tacite reconduction",
        "Période de reconduction (mois)": period,
        "Reconductions au plus": most,
        "Préavis (mois)": dice.pick((2, 3, 6)) if dice.chance(70) else None,
    }


def live(dice: Dice) -> Row:
    """Give a convention in force for months or years to come."""
    starts = _september(dice, 2024, 2025)
    renewal = {"Reconduction": "Expresse", "Préavis (mois)": dice.pick((3, 6))} if dice.chance(45) else {"Reconduction": "Aucune"}
    months = dice.pick((48, 48, 60, 60, 72))
    return {"État déclaré": dice.pick(("Signée", "Signée", "en cours")), "Début": starts, "Fin": last_day(starts, months), **renewal}


def tacit(dice: Dice) -> Row:
    """Give a convention in its first period, that will renew itself."""
    starts = _september(dice, 2025, 2026)
    starts = min(starts, date(2026, 10, 1))
    return {"État déclaré": "Signée", "Début": starts, "Fin": last_day(starts, dice.pick((24, 36, 36))), **_tacit(dice)}


def renewed(dice: Dice) -> Row:
    """Give a convention past its written end, in force because it renews itself."""
    starts = _september(dice, 2015, 2022)
    period = dice.pick((12, 12, 12, 24, 36, None))
    return {"État déclaré": dice.pick(("Signée", "Renouvelée")), "Début": starts, "Fin": last_day(starts, 36), **_tacit(dice, None, period)}


def bounded(dice: Dice) -> Row:
    """Give a convention past its written end, whose renewals are counted and not used up."""
    starts = _september(dice, 2019, 2021)
    return {"État déclaré": "Signée", "Début": starts, "Fin": last_day(starts, 36), **_tacit(dice, dice.number(6, 9))}


def used_up(dice: Dice) -> Row:
    """Give a convention that has renewed itself as often as it may: nobody noticed."""
    starts = _september(dice, 2016, 2019)
    return {"État déclaré": "Signée", "Début": starts, "Fin": last_day(starts, 36), **_tacit(dice, dice.number(1, 2))}


def due(first: int, last: int) -> Life:
    """Make a life whose express renewal is due in so many days."""

    def life(dice: Dice) -> Row:
        ends = TODAY + timedelta(days=dice.number(first, last))
        starts = months_after(ends + timedelta(days=1), -36)
        notice = dice.pick((1, 2, 3))
        return {"État déclaré": "Signée", "Début": starts, "Fin": ends, "Reconduction": "Expresse", "Préavis (mois)": notice}

    return life


def ended(dice: Dice) -> Row:
    """Give a convention that is over."""
    starts = _september(dice, 2016, 2022)
    status = dice.pick(("Terminée", "échue", "Signée"))
    return {"État déclaré": status, "Début": starts, "Fin": last_day(starts, 36), "Reconduction": "Aucune"}


def denounced(dice: Dice) -> Row:
    """Give a convention that a party stopped before its end."""
    starts = _september(dice, 2022, 2024)
    stopped = dice.day(date(2025, 2, 1), date(2026, 10, 30))
    return {"État déclaré": "Dénoncée", "Début": starts, "Fin": last_day(starts, 60), "Dénoncée ou arrêtée le": stopped, **_tacit(dice)}


def project(dice: Dice) -> Row:
    """Give a convention being written."""
    starts = date(2027, dice.pick((1, 9)), 1) if dice.chance(60) else None
    return {"État déclaré": dice.pick(("Projet", "à signer")), "Début": starts, "Fin": last_day(starts, 36) if starts else None}


def voted(dice: Dice) -> Row:
    """Give a convention voted by the conseil d’administration, not signed yet."""
    vote = dice.day(date(2026, 10, 5), date(2026, 11, 20))
    starts = date(2027, 1, 4)
    return {"État déclaré": "Votée en CA", "Début": starts, "Fin": last_day(starts, 36), "Votée en CA le": vote}


def coming(dice: Dice) -> Row:
    """Give a convention signed that starts later."""
    starts = date(2027, dice.pick((1, 2, 9)), 1)
    return {"État déclaré": "Signée", "Début": starts, "Fin": last_day(starts, 48), "Reconduction": "Expresse", "Préavis (mois)": 3}


def undated(dice: Dice) -> Row:
    """Give a convention of which nobody wrote the dates."""
    return {"État déclaré": "Signée" if dice.chance(50) else None}


def endless(dice: Dice) -> Row:
    """Give a convention with a start and no end."""
    return {"État déclaré": "Signée", "Début": _september(dice, 2018, 2025)}


def by_duration(dice: Dice) -> Row:
    """Give a convention whose end is written as a duration."""
    return {"État déclaré": "Signée", "Début": _september(dice, 2024, 2025), "Durée (mois)": dice.pick((36, 48, 60)), **_tacit(dice)}


def prolonged(dice: Dice) -> Row:
    """Give a convention renewed by an amendment."""
    starts = _september(dice, 2022, 2023)
    return {"État déclaré": "Renouvelée", "Début": starts, "Fin": last_day(starts, 84), "Reconduction": "Expresse", "Préavis (mois)": 6}


# Of a hundred ordinary conventions, how many live how; those of `rest` fill the count.
SHARES: tuple[tuple[Life, int], ...] = (
    (tacit, 10),
    (renewed, 12),
    (bounded, 4),
    (used_up, 2),
    (due(3, 29), 2),
    (due(32, 89), 3),
    (due(92, 179), 4),
    (ended, 11),
    (denounced, 3),
    (project, 4),
    (voted, 2),
    (coming, 2),
    (undated, 4),
    (endless, 3),
    (by_duration, 4),
    (prolonged, 3),
)


def deck(count: int) -> list[Life]:
    """List as many lives as there are conventions, by their shares; the rest are simply in force."""
    lives = [life for life, share in SHARES for _ in range(max(1, count * share // 100))]
    return [*lives, *[live] * (count - len(lives))]
