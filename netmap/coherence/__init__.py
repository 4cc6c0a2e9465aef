"""Coherence of conventions with framework agreements: verdicts as explanation objects, by rules that are data.

Levels, words and rules are proposals of netmap: no official text defines an overlap or a conflict. The normal verdict is a possible
link to attach, a conflict is the rare case and needs a commitment, a vote or a delegation that a person entered.
"""

from netmap.coherence.explanation import explained
from netmap.coherence.finding import Finding
from netmap.coherence.findings import Findings, examine
from netmap.coherence.ground import Ground
from netmap.coherence.rules import BY_RULE, LEVELS, RULES, Level, Rule

__all__ = ["BY_RULE", "LEVELS", "RULES", "Finding", "Findings", "Ground", "Level", "Rule", "examine", "explained"]
