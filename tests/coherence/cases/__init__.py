"""The labelled cases of coherence, by what they are about."""

from tests.coherence.cases.cited import CITED
from tests.coherence.cases.doubles import DOUBLES
from tests.coherence.cases.settled import SETTLED
from tests.coherence.cases.when import WHEN
from tests.coherence.cases.who import WHO

CASES = (*WHO, *WHEN, *CITED, *SETTLED, *DOUBLES)
