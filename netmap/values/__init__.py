"""What a cell can be: each type of value with its rule, its accepted and its refused examples, for a cell and for a column."""

from netmap.values.identifiers import CFD, COMMUNE, IDCC, MEF, NAF, NAF2008, NAF2025, POSTCODE, RNCP, SIREN, SIRET, UAI
from netmap.values.kind import Refusal, ValueType, fold_column, fold_text
from netmap.values.quantities import AMOUNT, DATE, NUMBER, WHOLE, show_number
from netmap.values.words import EMAIL, PHONE, TEXT, URL, YES_NO, choice, counted, counted_or, grouped

VALUE_TYPES = (
    UAI,
    SIREN,
    SIRET,
    NAF,
    NAF2008,
    NAF2025,
    IDCC,
    RNCP,
    MEF,
    CFD,
    COMMUNE,
    POSTCODE,
    DATE,
    AMOUNT,
    NUMBER,
    WHOLE,
    YES_NO,
    TEXT,
    EMAIL,
    PHONE,
    URL,
)

__all__ = [
    "AMOUNT",
    "CFD",
    "COMMUNE",
    "DATE",
    "EMAIL",
    "IDCC",
    "MEF",
    "NAF",
    "NAF2008",
    "NAF2025",
    "NUMBER",
    "PHONE",
    "POSTCODE",
    "RNCP",
    "SIREN",
    "SIRET",
    "TEXT",
    "UAI",
    "URL",
    "VALUE_TYPES",
    "WHOLE",
    "YES_NO",
    "Refusal",
    "ValueType",
    "choice",
    "counted",
    "counted_or",
    "fold_column",
    "fold_text",
    "grouped",
    "show_number",
]
