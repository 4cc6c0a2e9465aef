"""Partners to propose where one is missing: ranked, each with its reason in words, set aside with a motive that is kept."""

from netmap.suggestions.ranking import Ground, denominator, suggested
from netmap.suggestions.setting_aside import set_aside

__all__ = ["Ground", "denominator", "set_aside", "suggested"]
