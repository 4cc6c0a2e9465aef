"""The six hundred conventions: those written on purpose, then ordinary ones, kept in one file a département."""

from netmap.demo.network import BY_NAME
from netmap.demo.ordinary import ordinary
from netmap.demo.schools import BY_SLUG, SCHOOLS
from netmap.demo.situations import Line, situations
from netmap.demo.writing import Row

COUNT = 600
_SLUG_OF = {school.uai: school.slug for school in SCHOOLS}


def pairs(lines: list[Line]) -> set[tuple[str, str]]:
    """List who signs with which tree of partners in these lines, by slugs and roots."""
    found: set[tuple[str, str]] = set()
    for _, row in lines:
        slugs = [_SLUG_OF[uai] for uai in str(row["UAI"]).split(" | ") if uai in _SLUG_OF]
        roots = [BY_NAME[name].root for name in str(row["Partenaire"]).split(" | ")]
        found |= {(slug, root) for slug in slugs for root in roots}
    return found


def _all() -> list[Line]:
    purposely = situations()
    return [*purposely, *ordinary(COUNT - len(purposely), pairs(purposely))]


LINES = _all()


def rows(departement: str) -> list[Row]:
    """Give the lines that a département's file holds: those whose first establishment is there, school by school."""
    order = {slug: place for place, slug in enumerate(BY_SLUG)}
    kept = [(order[school.slug], row) for school, row in LINES if school.departement == departement]
    return [row for _, row in sorted(kept, key=lambda pair: pair[0])]
