"""The sources netmap reads: one declaration a source, in the order that settles ties. Adding one is one file and one line here."""

from loaders.actions import ACTIONS
from loaders.annuaire import ANNUAIRE, GEOLOCATION
from loaders.campuses import CAMPUSES
from loaders.conventions import CONVENTIONS
from loaders.criteria import CRITERIA
from loaders.delegations import DELEGATIONS
from loaders.establishments import ESTABLISHMENTS
from loaders.frameworks import FRAMEWORKS
from loaders.members import MEMBERS
from loaders.missions_locales import MISSIONS_LOCALES
from loaders.networks import NETWORKS
from loaders.organisations import ORGANISATIONS
from loaders.partnerships import PARTNERSHIPS
from loaders.recorded_campuses import NATIONAL_FILIERES, RECORDED_CAMPUSES
from loaders.recorded_frameworks import RECORDED_FRAMEWORKS
from loaders.sirene import SIRENE
from loaders.sirene_stock import SIRENE_SITES, SIRENE_UNITS
from loaders.training_networks import TRAINING_NETWORKS
from netmap.source import Source

SOURCES: tuple[Source, ...] = (
    ESTABLISHMENTS,
    ORGANISATIONS,
    CAMPUSES,
    DELEGATIONS,
    NETWORKS,
    MEMBERS,
    FRAMEWORKS,
    CONVENTIONS,
    PARTNERSHIPS,
    ACTIONS,
    CRITERIA,
    ANNUAIRE,
    GEOLOCATION,
    SIRENE,
    SIRENE_SITES,
    SIRENE_UNITS,
    RECORDED_FRAMEWORKS,
    RECORDED_CAMPUSES,
    NATIONAL_FILIERES,
    TRAINING_NETWORKS,
    MISSIONS_LOCALES,
)
