"""What columns under headings nobody foresaw hold, by all their cells read together: the two ends of a period, the country of a partner.

Asked once the kind of lines is known, of the columns that are left; what is found is proposed, and told as such.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from netmap.domain.countries import COUNTRIES
from netmap.headings import ANOTHER
from netmap.layout.table import Table
from netmap.mapping.guessing import dated_pairs
from netmap.mapping.profile import Profile, fitness
from netmap.mapping.weighing import WORTH_SAYING, Near, Weighed
from netmap.source import Source
from netmap.values import DATE, fold_text
from netmap.wording import speaks_of_else

_DAYS, _MOST, _WHOLE = 0.8, 0.8, 0.6
# What is done about an act neither begins nor ends it.
_NO_EDGE = re.compile(r"\b(?:notif|modif|relanc|saisi|maj|transmi|recu|recep|depot|depos|envoi|envoy|contact|appel|bilan|reunion|prochain)")
_LONG = 100  # days: what an act covers lasts longer than what parts its vote from its signature
_EDGES, _LAST_DAY = 2, date.max.toordinal()
_TOWNS, _AT, _OF_TOWNS = ("partner_commune", "commune"), ("À", "à"), "« À » devant le nom d’une ville"
_COUNTRY = ("partner_country", "country")
_PERIOD, _OF_COUNTRIES = "deux dates, la seconde bien après la première", "contenu : des pays"
_FIRST, _LAST = "date bien avant la fin", "date bien après le début"


@dataclass(frozen=True, slots=True)
class Left:
    """Hold a table, what is known of its columns, and which of these nothing is known of."""

    table: Table
    near: Near
    profiles: Mapping[int, Profile]

    def folded(self, column: int) -> str:
        """Give the folded heading of a column."""
        return fold_text(self.table.headings[column])

    def columns(self, assigned: Mapping[int, Weighed]) -> list[int]:
        """Give the columns of which nothing is known, but those that speak of someone or something else."""
        left = (column for column in self.near if column not in assigned and ANOTHER not in self.near[column])
        return [column for column in left if not speaks_of_else(self.table.headings[column])]


def with_period(source: Source, assigned: dict[int, Weighed], left: Left) -> dict[int, Weighed]:
    """Take two columns of days for the start and the end where no heading says them and months part them, or the one not said yet."""
    bound = {one.field: one.column for one in assigned.values()}
    for start, end in source.in_order:
        if source.column(end).type is not DATE or {start, end} <= bound.keys():
            continue
        days = [
            column for column in left.columns(assigned) if _holds_days(left.profiles[column]) and not _NO_EDGE.search(left.folded(column))
        ]
        if len(days) == 1 and start in bound and _to_the_day(left.table, bound[start], days[0]):
            return {**assigned, days[0]: Weighed(WORTH_SAYING, end, days[0], _LAST)}
        if len(days) == 1 and end in bound and _to_the_day(left.table, days[0], bound[end]):
            return {**assigned, days[0]: Weighed(WORTH_SAYING, start, days[0], _FIRST)}
        if len(days) != _EDGES or start in bound or end in bound:
            continue
        for first, last in (days, reversed(days)):
            if _parted(left.table, first, last):
                found = {first: Weighed(WORTH_SAYING, start, first, _PERIOD), last: Weighed(WORTH_SAYING, end, last, _PERIOD)}
                return {**assigned, **found}
    return assigned


def _holds_days(profile: Profile) -> bool:
    return fitness(DATE, profile) >= _DAYS and not profile.timed


def _to_the_day(table: Table, first: int, last: int) -> bool:
    """Tell whether most lines end on the eve of the day they began, months later: 01/09/2024 and 31/08/2027."""
    pairs = dated_pairs(table, first, last)
    whole = sum(date.fromordinal(min(other.toordinal() + 1, _LAST_DAY)).day == one.day for one, other in pairs)
    return _parted(table, first, last) and whole >= len(pairs) * _WHOLE


def _parted(table: Table, first: int, last: int) -> bool:
    """Tell whether no day of a column comes before that of another, on its line, and months part most of them."""
    gaps = [(other - one).days for one, other in dated_pairs(table, first, last)]
    return bool(gaps) and min(gaps) >= 0 and median(gaps) >= _LONG


def with_towns(source: Source, assigned: dict[int, Weighed], left: Left) -> dict[int, Weighed]:
    """Take for the town of a house the column called « À », where no other is: its accent is all that tells it from a letter."""
    field = next((column.field for column in source.columns if column.field in _TOWNS), None)
    named = [column for column in left.columns(assigned) if left.table.headings[column].strip() in _AT]
    if field is None or field in {one.field for one in assigned.values()} or len(named) != 1 or left.profiles[named[0]].digits:
        return assigned
    return {**assigned, named[0]: Weighed(WORTH_SAYING, field, named[0], _OF_TOWNS)}


def with_countries(source: Source, assigned: dict[int, Weighed], left: Left) -> dict[int, Weighed]:
    """Take for the country of a partner the only column left whose cells name countries: « Drapeau »."""
    field = next((column.field for column in source.columns if column.field in _COUNTRY), None)
    if field is None or field in {one.field for one in assigned.values()}:
        return assigned
    named = [column for column in left.columns(assigned) if left.profiles[column].most(lambda text: fold_text(text) in COUNTRIES, _MOST)]
    return {**assigned, named[0]: Weighed(WORTH_SAYING, field, named[0], _OF_COUNTRIES)} if len(named) == 1 else assigned
