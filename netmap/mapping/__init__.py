"""From the columns of a table to the fields of a source: proposed with reasons, decided by people, remembered, kept in a file."""

from netmap.mapping.choice import NOT_READ, Choice, Decide, nothing_decided, understood
from netmap.mapping.correspondence import Bound, Correspondence, signature
from netmap.mapping.proposing import propose
from netmap.mapping.recognising import by_headings, recognise

__all__ = [
    "NOT_READ",
    "Bound",
    "Choice",
    "Correspondence",
    "Decide",
    "by_headings",
    "nothing_decided",
    "propose",
    "recognise",
    "signature",
    "understood",
]
