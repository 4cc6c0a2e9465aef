"""Members of campuses: one establishment or organisation and one campus a line."""

from dataclasses import replace

from loaders.common import (
    ESTABLISHMENT_ANY,
    PARTNER_ANY,
    establishment_column,
    establishment_node,
    partner_columns,
    partner_node,
    uai_column,
)
from loaders.headings import also
from netmap.domain import CAMPUS, MEMBER_OF
from netmap.source import Column, Node, Source, Tie, column
from netmap.values import TEXT

_MEMBER = ("Membre", "Nom du membre")
_PARTNERS = tuple(replace(one, headings=(*one.headings, *_MEMBER)) if one.field == "partner" else one for one in partner_columns())
_ROLE = Column(field="role", headings=("Rôle", "Rôle dans le campus", *also("role")), type=TEXT, help="Support, membre, associé…")

MEMBERS = Source(
    name="campus_members",
    title="Membres des campus",
    help="Un membre et un campus par ligne ; le membre est un établissement (UAI) ou une organisation.",
    template="campus_membres",
    named_by=("campus", "CMQ", "CMQE"),
    rank=50,
    columns=(
        column("code", CAMPUS.property("code"), "Code du campus", "Code campus", "Identifiant du campus", *also("campus_code")),
        column("name", CAMPUS.property("name"), "Nom du campus", "Campus", "CMQ"),
        uai_column(required=False, many=True),
        establishment_column(many=True),
        *_PARTNERS,
        _ROLE,
    ),
    any_of=(("code", "name"), (*ESTABLISHMENT_ANY, *PARTNER_ANY)),
    nodes=(
        Node(role="campus", kind=CAMPUS, fields={"code": "code", "name": "name"}),
        establishment_node(),
        partner_node(),
    ),
    ties=(
        Tie(kind=MEMBER_OF, source="establishment", target="campus", field="uai", about="target", fields={"role": "role"}),
        Tie(kind=MEMBER_OF, source="partner", target="campus", field="partner", about="target", fields={"role": "role"}),
    ),
)
