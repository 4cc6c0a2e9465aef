"""The workbooks of the corpus, each with its truth."""

from tests.workbooks.dirty_conventions import DIRTY
from tests.workbooks.lists_of_lycees import LISTS
from tests.workbooks.making import Workbook
from tests.workbooks.networks_and_campuses import NETWORKS
from tests.workbooks.odd_layouts import ODD
from tests.workbooks.other_habits import HABITS
from tests.workbooks.other_houses import OTHERS
from tests.workbooks.registers import REGISTERS
from tests.workbooks.summaries import SUMMARIES

CORPUS: tuple[Workbook, ...] = (*LISTS, *REGISTERS, *DIRTY, *NETWORKS, *ODD, *OTHERS, *SUMMARIES, *HABITS)
