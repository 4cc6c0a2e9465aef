"""The questions netmap answers: one file a question. Adding one is one file and one line here."""

from netmap.question import Question
from queries.frameworks_by_siren import FRAMEWORKS_BY_SIREN
from queries.lapsing_conventions import LAPSING_CONVENTIONS
from queries.uncovered_filieres import UNCOVERED_FILIERES

QUESTIONS: tuple[Question, ...] = (LAPSING_CONVENTIONS, UNCOVERED_FILIERES, FRAMEWORKS_BY_SIREN)
