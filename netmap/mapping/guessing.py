"""What columns without a telling heading hold, by their cells: streets, towns beside their postcodes, names, sums, a period.

Only asked where most columns of a table have no heading of their own; what is found is proposed, and told as such.
"""

import re
from collections.abc import Mapping
from datetime import date

from netmap.layout.table import Table
from netmap.mapping.profile import Profile, fitness
from netmap.values import DATE, POSTCODE

_GENERIC = re.compile(r"\(colonne [A-Z]+\)|(?:colonnes?|column|champ|col|field|unnamed|var|f|c)[ _.:°]*[0-9]{0,4}", re.IGNORECASE)
_HALF = 0.5
_NEARLY_ALL, _EDGES, _LOOKED = 0.8, 2, 200
STREET, TOWN, NAME, SUM, START, END = "Adresse", "Commune", "Nom", "Montant", "Date de début", "Date de fin"


def is_generic(heading: str) -> bool:
    """Tell whether a heading says nothing of its column: « Colonne1 », « (colonne B) »."""
    return _GENERIC.fullmatch(heading.strip()) is not None


def guessed(table: Table, profiles: Mapping[int, Profile]) -> dict[int, str]:
    """Give the heading that each column of words would have, where most columns have none of their own."""
    generic = [place for place, heading in enumerate(table.headings) if is_generic(heading)]
    if len(generic) <= len(table.headings) * _HALF:
        return {}
    words = [place for place in generic if _holds_words(profiles[place])]
    found = {place: STREET for place in words if profiles[place].streets}
    codes = {place for place, profile in profiles.items() if profile.telling is not None and profile.telling[0] is POSTCODE}
    towns = [place for place in words if place not in found and {place - 1, place + 1} & codes and profiles[place].towns]
    # « code postal ; commune » more often than the other way round
    town = next((place for place in towns if place - 1 in codes), towns[0] if towns else None)
    found |= {} if town is None else {town: TOWN}
    name = next((place for place in words if place not in found and profiles[place].names), None)
    found |= {} if name is None else {name: NAME}
    found |= {place: SUM for place in generic if profiles[place].most(lambda text: "€" in text, _HALF)}
    days = [place for place in generic if place not in found and fitness(DATE, profiles[place]) >= _NEARLY_ALL]
    for first, last in (days, reversed(days)) if len(days) == _EDGES else ():
        pairs = dated_pairs(table, first, last)
        if pairs and all(one <= other for one, other in pairs):
            return {**found, first: START, last: END}
    return found


def dated_pairs(table: Table, first: int, last: int) -> list[tuple[date, date]]:
    """Give the days that two columns say on a line, of the first lines where both are dates."""
    read = ([DATE.cell(text or "") for text in table.cells[f"c{column}"].head(_LOOKED).to_list()] for column in (first, last))
    return [(one, other) for one, other in zip(*read, strict=True) if isinstance(one, date) and isinstance(other, date)]


def _holds_words(profile: Profile) -> bool:
    return bool(profile.sample) and profile.telling is None and not profile.answers
