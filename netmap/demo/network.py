"""Every organisation of the demo, found by its name, and which of them a school may turn to."""

from netmap.demo.bodies import BODIES
from netmap.demo.companies import COMPANIES
from netmap.demo.organisation import Organisation

ORGANISATIONS = (*BODIES, *COMPANIES)


def _by_name() -> dict[str, Organisation]:
    """Index by name; a name that several sites share is its legal entity's."""
    found: dict[str, Organisation] = {}
    for organisation in ORGANISATIONS:
        found.setdefault(organisation.name, organisation)
    return found


BY_NAME = _by_name()


def site(name: str, commune: str) -> Organisation:
    """Give the site of a company in a commune."""
    return next(o for o in ORGANISATIONS if (o.name, o.commune) == (name, commune) and o.siret)


def companies_of(filiere: str) -> tuple[Organisation, ...]:
    """List the companies that work in a filière."""
    return tuple(c for c in COMPANIES if filiere in c.works_in)
