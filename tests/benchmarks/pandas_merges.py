"""Overlaps as they are first written with pandas: five merges, then filters."""

from collections.abc import Callable
from pathlib import Path

import overlapping
import pandas as pd

_OURS = ["i", "siren", "group", "naf", "theme", "starts", "ends"]
_THEIRS = ["f", "theme_f", "starts_f", "ends_f"]


def overlaps(folder: Path) -> Callable[[], object]:
    """Count the pairs of a convention and a framework that share a partner, a theme and a period."""
    conventions, frameworks = (pd.DataFrame({n: frame[n].to_list() for n in frame.columns}) for frame in overlapping.tables(folder))
    for frame in (conventions, frameworks):
        for name in ("starts", "ends"):
            frame[name] = pd.to_datetime(frame[name])
    frameworks = frameworks.rename(columns={"theme": "theme_f", "starts": "starts_f", "ends": "ends_f"})

    def kept(merged: pd.DataFrame) -> pd.DataFrame:
        meets = (merged["starts"] <= merged["ends_f"]) & (merged["starts_f"] <= merged["ends"])
        return merged.loc[meets & (merged["theme"] == merged["theme_f"]), ["i", "f"]]

    def run() -> int:
        by_scope: dict[str, pd.DataFrame] = {
            scope: frameworks.loc[frameworks["scope"] == scope] for scope in ("entreprise", "groupe", "branche")
        }
        parts = [
            kept(conventions[_OURS].merge(by_scope["entreprise"].loc[:, [*_THEIRS, "siren"]], on="siren")),
            kept(conventions.loc[conventions["group"].notna(), _OURS].merge(by_scope["groupe"].loc[:, [*_THEIRS, "group"]], on="group")),
        ]
        for length in (2, 4, 5):
            branch = by_scope["branche"]
            branch = branch.loc[branch["prefix"].str.len() == length, [*_THEIRS, "prefix"]]
            parts.append(kept(conventions[_OURS].assign(prefix=conventions["naf"].str.slice(0, length)).merge(branch, on="prefix")))
        return len(pd.concat(parts))

    return run
