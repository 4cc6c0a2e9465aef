"""What columns without a telling heading hold, by the words of their cells: streets, towns beside their postcodes, names.

Only asked where most columns of a table have no heading of their own; what is found is proposed, and told as such.
"""

import re
from collections.abc import Mapping

from netmap.layout.table import Table
from netmap.mapping.profile import Profile
from netmap.values import POSTCODE

_GENERIC = re.compile(r"\(colonne [A-Z]+\)|(?:colonnes?|column|champ|col|field|unnamed|var|f|c)[ _.:°]*[0-9]{0,4}", re.IGNORECASE)
_HALF = 0.5
STREET, TOWN, NAME = "Adresse", "Commune", "Nom"


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
    return found if name is None else {**found, name: NAME}


def _holds_words(profile: Profile) -> bool:
    return bool(profile.sample) and profile.telling is None and not profile.answers
