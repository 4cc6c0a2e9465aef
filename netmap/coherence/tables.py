"""Verdicts as a table people read and export: one line a verdict, under French headings."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import polars as pl

from netmap.coherence.finding import Finding
from netmap.coherence.reasons import CERTAINTIES
from netmap.coherence.rules import LEVELS
from netmap.network import Network


class Told(Protocol):
    """Say how a decision is told beside a verdict."""

    def told(self) -> str:
        """Give the decision in one sentence."""
        ...


def verdict_table(findings: Sequence[Finding], decisions: Mapping[str, Told]) -> pl.DataFrame:
    """Give one line a verdict: level, convention, framework, why, certainty, whom to ask, decision, lines it rests on."""
    rows = [
        {
            "Niveau": LEVELS[f.rule.level].name,
            "Convention": f.convention_name,
            "N° de convention": f.references[0],
            "Accord-cadre": f.framework_name,
            "Référence de l’accord": f.references[1],
            "Pourquoi": f.reason,
            "Certitude": CERTAINTIES[f.certainty],
            "À compléter": " ; ".join(f.to_complete),
            "À qui demander": f.rule.ask,
            "Délégations à informer": " ; ".join(a.name for a in f.advice if not a.informed),
            "Décision": decisions[f.key].told() if f.key in decisions else "",
            "Règle": f.rule.name,
            "Sources": " ; ".join(dict.fromkeys(fact.source for fact in f.facts if fact.source)),
        }
        for f in findings
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys(_HEADINGS, pl.String))


_HEADINGS = (
    "Niveau",
    "Convention",
    "N° de convention",
    "Accord-cadre",
    "Référence de l’accord",
    "Pourquoi",
    "Certitude",
    "À compléter",
    "À qui demander",
    "Délégations à informer",
    "Décision",
    "Règle",
    "Sources",
)


def unrelated_table(network: Network, pairs: pl.DataFrame) -> pl.DataFrame:
    """Give the pairs judged unrelated under French headings, by their names."""
    named = network.named(pairs, "convention", "framework", "partner", "signatory")
    return named.select(
        pl.col("convention_name").alias("Convention"),
        pl.col("framework_name").alias("Accord-cadre"),
        pl.col("partner_name").alias("Partenaire"),
        pl.col("signatory_name").alias("Signataire"),
        pl.col("reason").alias("Pourquoi sans lien"),
    )
