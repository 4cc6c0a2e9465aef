"""Which kind of delegation to tell, of what, and when: rules as data, read from the guide of the label (fiche 6).

All of it is advice (« il est conseillé »), never an obligation, and says so. Names and perimeters vary from one region to another:
the delegations themselves are those of the network, which people edit (their template, their sheets).
"""

from dataclasses import dataclass

FICHE_6 = "fiche 6"
OURS = "proposition de netmap"
WRITING, NEW, LISTED = "redaction", "nouveau", "liste"
INTERNATIONAL = ("drareic", "dareic")
VOCATIONAL = ("drafpic", "dafpic")


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Say whom to tell of an event: the kinds of delegation, the nearest first; `themes` empty for any; `foreign` only abroad."""

    name: str
    version: int
    events: tuple[str, ...]
    kinds: tuple[str, ...]
    when: str
    why: str
    source: str
    themes: tuple[str, ...] = ()
    foreign: bool = False


ROUTES = (
    Route(
        name="partenariat",
        version=1,
        events=(WRITING, NEW, LISTED),
        kinds=VOCATIONAL,
        when="avant la mise en place, puis régulièrement avec la liste des partenariats",
        why="Il est conseillé de contacter la délégation à la formation professionnelle (chargés de mission école-entreprise), qui vérifie "
        "les liens avec un accord-cadre et peut aider à rédiger.",
        source=FICHE_6,
    ),
    Route(
        name="etranger",
        version=1,
        events=(WRITING, NEW, LISTED),
        kinds=INTERNATIONAL,
        when="avant la mise en place",
        why="Partenaire étranger : la délégation aux relations internationales est un interlocuteur incontournable.",
        source=FICHE_6,
        foreign=True,
    ),
    Route(
        name="international",
        version=1,
        events=(WRITING, NEW, LISTED),
        kinds=INTERNATIONAL,
        when="en amont",
        why="Thème international : d’autres délégations peuvent être compétentes selon le domaine.",
        source=OURS,
        themes=("international",),
    ),
    Route(
        name="orientation",
        version=1,
        events=(WRITING, NEW, LISTED),
        kinds=("draio",),
        when="en amont",
        why="Orientation ou décrochage : d’autres délégations peuvent être compétentes selon le domaine.",
        source=OURS,
        themes=("orientation", "decrochage"),
    ),
)

# How people write the kind of a delegation in its name, when no file describes it.
WORDS = (
    ("drareic", r"\bdrareic\b|\bdreic\b"),
    ("dareic", r"\bdareic\b|relations (?:europeennes|internationales)|\binternationa"),
    ("drafpic", r"\bdrafpic"),
    ("dafpic", r"\bdafpic\b|formation professionnelle"),
    ("draio", r"\bdraio\b|\bcsaio\b|information et a l orientation"),
    ("drane", r"\bdrane\b|numerique educatif"),
    ("dsden", r"\bdsden\b"),
)
