"""Organisations: companies first, then branches, chambers, associations, authorities; with their groups and federations."""

from loaders.common import (
    FILIERES,
    SIREN_HEADINGS,
    SIRET_HEADINGS,
    filiere_column,
    itself,
    property_columns,
    territory_columns,
    territory_nodes,
    territory_ties,
)
from loaders.headings import also
from netmap.domain import MEMBER_OF, ORGANISATION, PART_OF, WORKS_IN
from netmap.source import Node, Source, Tie, column

_PLAIN = ("brand", "category", "idcc", "naf", "naf_version", "size", "legal_form", "address", "country", "foreign", "state", "closed_on")
_LENIENT = ("postcode", "commune_code", "latitude", "longitude", "email", "phone", "web", "known_by", "comment")
_NAME = (
    "Nom",
    "Raison sociale",
    "Nom de l’organisation",
    "Nom de l’entreprise",
    "Dénomination",
    "Entreprise",
    "Société",
    "Organisme",
    "Structure",
    "Nom de la structure",
    "Nom de l’organisme",
    "Partenaire",
    "Nom du partenaire",
    "Entreprise partenaire",
    "Entreprise d’accueil",
    "Dénomination sociale",
    "Nom de l’association",
    "Organisme d’accueil",
    "Employeur",
    "Nom ou raison sociale",
    "Raison sociale de l’entreprise",
    "Accueillant",
    "Nom du compte",
    "Compte",
    "Nom de l’employeur",
)

ORGANISATIONS = Source(
    name="organisations",
    title="Organisations",
    help="Une organisation par ligne : SIRET, SIREN, ou nom et commune.",
    template="organisations",
    rank=60,
    columns=(
        column("siret", ORGANISATION.property("siret"), *SIRET_HEADINGS),
        column("siren", ORGANISATION.property("siren"), *SIREN_HEADINGS),
        column("name", ORGANISATION.property("name"), *_NAME, required=True),
        column("commune", ORGANISATION.property("commune"), "Commune", *also("commune")),
        *property_columns(ORGANISATION, *_PLAIN),
        *property_columns(ORGANISATION, *_LENIENT, lenient=True),
        *territory_columns("departement", "bassin"),
        filiere_column("Filières dans lesquelles elle travaille, séparées par |."),
        column("parent", ORGANISATION.property("siren"), "SIREN de la société mère", "SIREN du groupe", "Groupe (SIREN)", many=True),
        column(
            "parent_name",
            ORGANISATION.property("name"),
            "Société mère",
            "Groupe",
            "Compte parent",
            "Maison mère",
            "Groupe d’appartenance",
            "Tête de groupe",
            "Filiale de",
            many=True,
        ),
        column("federation", ORGANISATION.property("siren"), "SIREN de la fédération", many=True),
        column(
            "federation_name",
            ORGANISATION.property("name"),
            "Fédération",
            "Branche ou fédération",
            "Branche / fédération",
            "Branche professionnelle",
            "Branche",
            "Syndicat professionnel",
            many=True,
        ),
    ),
    nodes=(
        Node(role="organisation", kind=ORGANISATION, fields=itself("siret", "siren", "name", "commune", *_PLAIN, *_LENIENT), declares=True),
        Node(role="parent", kind=ORGANISATION, fields={"siren": "parent", "name": "parent_name"}),
        Node(role="federation", kind=ORGANISATION, fields={"siren": "federation", "name": "federation_name"}),
        *territory_nodes("departement", "bassin"),
        FILIERES,
    ),
    ties=(
        Tie(kind=PART_OF, source="organisation", target="parent", field="parent_name", constants={"nature": "groupe"}),
        Tie(kind=MEMBER_OF, source="organisation", target="federation", field="federation_name"),
        Tie(kind=WORKS_IN, source="organisation", target="filiere", field="filieres"),
        *territory_ties("organisation", "departement", "bassin"),
    ),
)
