"""The questions netmap answers: one file a question. Adding one is one file and one line here."""

from netmap.question import Question
from queries.bare_campuses import BARE_CAMPUSES
from queries.conventions_to_renew import CONVENTIONS_TO_RENEW
from queries.criterion_4_grid import CRITERION_4_GRID
from queries.early_signatures import EARLY_SIGNATURES
from queries.establishment_by_theme import ESTABLISHMENT_BY_THEME
from queries.filiere_by_kind import FILIERE_BY_KIND
from queries.filiere_by_theme import FILIERE_BY_THEME
from queries.foreign_partners import FOREIGN_PARTNERS
from queries.framework_ties import FRAMEWORK_TIES
from queries.frameworks_by_siren import FRAMEWORKS_BY_SIREN
from queries.handover import HANDOVER
from queries.incomplete_conventions import INCOMPLETE_CONVENTIONS
from queries.lapsing_conventions import LAPSING_CONVENTIONS
from queries.live_partnerships import LIVE_PARTNERSHIPS
from queries.missing_bureaus import MISSING_BUREAUS
from queries.partners_without_convention import PARTNERS_WITHOUT_CONVENTION
from queries.single_contacts import SINGLE_CONTACTS
from queries.single_ties import SINGLE_TIES
from queries.solicited_companies import SOLICITED_COMPANIES
from queries.suggested_partners import SUGGESTED_PARTNERS
from queries.territory_by_filiere import TERRITORY_BY_FILIERE
from queries.uncovered_filieres import UNCOVERED_FILIERES
from queries.undeclined_frameworks import UNDECLINED_FRAMEWORKS
from queries.unjoined_networks import UNJOINED_NETWORKS

# What is missing in a network: gathered on the page « Manques ».
GAPS: tuple[Question, ...] = (
    PARTNERS_WITHOUT_CONVENTION,
    CONVENTIONS_TO_RENEW,
    INCOMPLETE_CONVENTIONS,
    SINGLE_CONTACTS,
    CRITERION_4_GRID,
    FILIERE_BY_KIND,
    FILIERE_BY_THEME,
    ESTABLISHMENT_BY_THEME,
    TERRITORY_BY_FILIERE,
    UNJOINED_NETWORKS,
    BARE_CAMPUSES,
    MISSING_BUREAUS,
    SINGLE_TIES,
    SOLICITED_COMPANIES,
    UNDECLINED_FRAMEWORKS,
    SUGGESTED_PARTNERS,
    LIVE_PARTNERSHIPS,
)
QUESTIONS: tuple[Question, ...] = (
    LAPSING_CONVENTIONS,
    UNCOVERED_FILIERES,
    FRAMEWORK_TIES,
    FRAMEWORKS_BY_SIREN,
    EARLY_SIGNATURES,
    FOREIGN_PARTNERS,
    *GAPS,
    HANDOVER,
)
