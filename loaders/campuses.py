"""Campus des métiers et des qualifications, and the filières they carry."""

from loaders.common import (
    FILIERES,
    filiere_column,
    itself,
    property_columns,
    territory_columns,
    territory_nodes,
    territory_ties,
    uai_column,
)
from loaders.headings import also
from netmap.domain import CAMPUS, COVERS, ESTABLISHMENT, MEMBER_OF
from netmap.source import Node, Source, Tie, column

_PLAIN = ("area", "lead")
_LENIENT = ("excellence", "labelled_on", "ends_on", "latitude", "longitude", "email", "phone", "web", "comment")

CAMPUSES = Source(
    name="campuses",
    title="Campus des métiers et des qualifications",
    help="Un campus par ligne.",
    template="campus",
    named_by=("campus", "CMQ", "CMQE"),
    rank=60,
    columns=(
        column(
            "code",
            CAMPUS.property("code"),
            "Code du campus",
            "Code campus",
            "Abréviation",
            "Identifiant du campus",
            "Sigle",
            "Acronyme",
            *also("campus_code"),
        ),
        column(
            "name",
            CAMPUS.property("name"),
            "Nom du campus",
            "Campus",
            "Intitulé du campus",
            "CMQ",
            "Dénomination du campus",
            "Libellé",
            required=True,
        ),
        *property_columns(CAMPUS, *_PLAIN),
        column("commune", CAMPUS.property("commune"), "Commune", *also("commune"), "Siège"),
        *property_columns(CAMPUS, *_LENIENT, lenient=True),
        filiere_column("Filières du campus, séparées par |.", "Domaines", "Domaine"),
        uai_column(required=False),
        *territory_columns("academie", "region"),
    ),
    in_order=(("labelled_on", "ends_on"),),
    nodes=(
        Node(role="campus", kind=CAMPUS, fields=itself("code", "name", *_PLAIN, "commune", *_LENIENT), declares=True),
        FILIERES,
        Node(role="support", kind=ESTABLISHMENT, fields={"uai": "uai"}),
        *territory_nodes("academie", "region"),
    ),
    ties=(
        Tie(kind=COVERS, source="campus", target="filiere", field="filieres"),
        Tie(kind=MEMBER_OF, source="support", target="campus", field="uai", about="target", constants={"role": "support"}),
        *territory_ties("campus", "academie", "region"),
    ),
)
