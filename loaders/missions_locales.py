"""Missions locales, as the services that send young people to them list them (ml-rdv-url)."""

from loaders.common import itself
from netmap.domain import MEMBER_OF, NETWORK, ORGANISATION
from netmap.source import Node, Source, Tie, column

_PROP = ORGANISATION.property

MISSIONS_LOCALES = Source(
    name="missions_locales",
    title="Missions locales",
    help="Une mission locale par ligne, avec son SIRET et la page où prendre rendez-vous.",
    rank=60,
    columns=(
        column("name", _PROP("name"), "nom", required=True),
        column("siret", _PROP("siret"), "siret", lenient=True),
        column("web", _PROP("web"), "rdv_url", lenient=True, present=True),
    ),
    ignored=("matched_nom_mongo",),
    nodes=(
        Node(
            role="organisation",
            kind=ORGANISATION,
            fields=itself("name", "siret", "web"),
            declares=True,
            constants={"category": "mission_locale"},
        ),
        Node(
            role="network",
            kind=NETWORK,
            fields={},
            constants={"name": "Réseau des missions locales", "kind": "mission_locale"},
        ),
    ),
    ties=(Tie(kind=MEMBER_OF, source="organisation", target="network", field="name"),),
)
