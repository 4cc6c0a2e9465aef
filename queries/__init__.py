"""The questions netmap answers: one file a question. Adding one is one file and one line here."""

from netmap.question import Question
from queries.early_signatures import EARLY_SIGNATURES
from queries.foreign_partners import FOREIGN_PARTNERS
from queries.framework_ties import FRAMEWORK_TIES
from queries.frameworks_by_siren import FRAMEWORKS_BY_SIREN
from queries.handover import HANDOVER
from queries.lapsing_conventions import LAPSING_CONVENTIONS
from queries.uncovered_filieres import UNCOVERED_FILIERES

QUESTIONS: tuple[Question, ...] = (
    LAPSING_CONVENTIONS,
    UNCOVERED_FILIERES,
    FRAMEWORK_TIES,
    FRAMEWORKS_BY_SIREN,
    EARLY_SIGNATURES,
    FOREIGN_PARTNERS,
    HANDOVER,
)
