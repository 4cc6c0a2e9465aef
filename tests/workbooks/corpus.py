"""The workbooks of the corpus, each with its truth."""

from tests.workbooks.answers_and_actions import ANSWERS_AND_ACTIONS
from tests.workbooks.campuses_of_regions import CAMPUSES_OF_REGIONS
from tests.workbooks.conventions_of_a_lycee import CONVENTIONS_OF_A_LYCEE
from tests.workbooks.conventions_of_an_office import CONVENTIONS_OF_AN_OFFICE
from tests.workbooks.conventions_of_services import CONVENTIONS_OF_SERVICES
from tests.workbooks.dirty_conventions import DIRTY
from tests.workbooks.exports_of_applications import EXPORTS_OF_APPLICATIONS
from tests.workbooks.exports_of_partners import EXPORTS_OF_PARTNERS
from tests.workbooks.files_of_services import FILES_OF_SERVICES
from tests.workbooks.forms import FORMS
from tests.workbooks.frameworks_and_delegations import FRAMEWORKS_AND_DELEGATIONS
from tests.workbooks.kept_in_a_hurry import KEPT_IN_A_HURRY
from tests.workbooks.lists_of_academies import LISTS_OF_ACADEMIES
from tests.workbooks.lists_of_lycees import LISTS
from tests.workbooks.lists_of_offices import LISTS_OF_OFFICES
from tests.workbooks.making import Workbook
from tests.workbooks.networks_and_campuses import NETWORKS
from tests.workbooks.networks_of_an_office import NETWORKS_OF_AN_OFFICE
from tests.workbooks.odd_layouts import ODD
from tests.workbooks.other_habits import HABITS
from tests.workbooks.other_houses import OTHERS
from tests.workbooks.own_words import OWN_WORDS
from tests.workbooks.partners_of_a_lycee import PARTNERS_OF_A_LYCEE
from tests.workbooks.partners_of_academies import PARTNERS_OF_ACADEMIES
from tests.workbooks.partnerships_of_basins import PARTNERSHIPS_OF_BASINS
from tests.workbooks.printed_sheets import PRINTED
from tests.workbooks.registers import REGISTERS
from tests.workbooks.registers_of_academies import REGISTERS_OF_ACADEMIES
from tests.workbooks.sections_of_offices import SECTIONS_OF_OFFICES
from tests.workbooks.side_by_side import SIDE_BY_SIDE
from tests.workbooks.summaries import SUMMARIES
from tests.workbooks.surveys_and_registers import SURVEYS_AND_REGISTERS
from tests.workbooks.visits_and_boards import VISITS_AND_BOARDS
from tests.workbooks.words_in_passing import WORDS_IN_PASSING

CORPUS: tuple[Workbook, ...] = (
    *LISTS,
    *REGISTERS,
    *DIRTY,
    *NETWORKS,
    *ODD,
    *OTHERS,
    *SUMMARIES,
    *HABITS,
    *LISTS_OF_ACADEMIES,
    *REGISTERS_OF_ACADEMIES,
    *PARTNERS_OF_ACADEMIES,
    *FRAMEWORKS_AND_DELEGATIONS,
    *CAMPUSES_OF_REGIONS,
    *PARTNERSHIPS_OF_BASINS,
    *CONVENTIONS_OF_SERVICES,
    *PARTNERS_OF_A_LYCEE,
    *CONVENTIONS_OF_A_LYCEE,
    *ANSWERS_AND_ACTIONS,
    *NETWORKS_OF_AN_OFFICE,
    *CONVENTIONS_OF_AN_OFFICE,
    *EXPORTS_OF_PARTNERS,
    *KEPT_IN_A_HURRY,
    *VISITS_AND_BOARDS,
    *LISTS_OF_OFFICES,
    *SECTIONS_OF_OFFICES,
    *WORDS_IN_PASSING,
    *SURVEYS_AND_REGISTERS,
    *FILES_OF_SERVICES,
    *OWN_WORDS,
    *EXPORTS_OF_APPLICATIONS,
    *FORMS,
    *PRINTED,
    *SIDE_BY_SIDE,
)
