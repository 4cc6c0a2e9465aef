"""A verdict as an object: what is found, by which rule, on which facts and from which lines, what would change it, whom to ask.

The screen, the documents, the command line and the tests read this same object. Facts are raw values with the line that says them:
a decision rests on them, and is to be reviewed when they change (`netmap.coherence.decisions`).
"""

from dataclasses import dataclass
from dataclasses import field as made
from typing import Any

from netmap.coherence.advice import Advice
from netmap.coherence.reasons import CERTAINTIES
from netmap.coherence.rules import LEVELS, Rule


@dataclass(frozen=True, slots=True)
class Fact:
    """Hold a fact: of which element, which property (`field`), its value as people read it, and the file, sheet and line that say it."""

    about: str
    about_name: str
    field: str
    label: str
    value: str
    source: str

    @property
    def key(self) -> str:
        """Name the fact whatever its value and its line."""
        return f"{self.about}#{self.field}"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Hold one of the two texts shown side by side: whose it is, what it says, from which line."""

    of: str
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Hold a verdict; `framework` is None where it concerns the convention alone."""

    convention: str
    convention_name: str
    framework: str | None
    framework_name: str
    rule: Rule
    topic: str
    certainty: str
    identity: str
    reason: str
    facts: tuple[Fact, ...]
    quotations: tuple[Quotation, ...]
    to_complete: tuple[str, ...]
    others: tuple[str, ...]
    advice: tuple[Advice, ...]
    cited: bool = False
    references: tuple[str, str] = made(default=("", ""))

    @property
    def key(self) -> str:
        """Name what a decision is about: the convention, the framework, the topic; whatever the rule that applies today."""
        return "|".join((self.convention, self.framework or "", self.topic))

    def as_dict(self) -> dict[str, Any]:
        """Give the verdict as plain values, with the fields that docs/commands.md documents."""
        framework: dict[str, Any] = {}
        if self.framework is not None:
            framework = {"framework": self.framework, "framework_name": self.framework_name, "framework_reference": self.references[1]}
        return {
            "convention": self.convention,
            "convention_name": self.convention_name,
            "convention_reference": self.references[0],
            **framework,
            "level": str(self.rule.level),
            "level_name": LEVELS[self.rule.level].name,
            "rule": self.rule.id,
            "rule_version": self.rule.version,
            "rule_title": self.rule.title,
            "topic": self.topic,
            "certainty": self.certainty,
            "certainty_name": CERTAINTIES[self.certainty],
            "identity": self.identity,
            "reason": self.reason,
            "facts": [
                {
                    "about": f.about,
                    "about_name": f.about_name,
                    "property": f.field,
                    "label": f.label,
                    "value": f.value,
                    "source": f.source,
                }
                for f in self.facts
            ],
            "quotations": [{"of": q.of, "text": q.text, "source": q.source} for q in self.quotations],
            "to_complete": list(self.to_complete),
            "would_change": self.rule.change,
            "ask": self.rule.ask,
            "other_conventions": list(self.others),
            "delegations_to_inform": [advice.as_dict() for advice in self.advice if not advice.informed],
        }
