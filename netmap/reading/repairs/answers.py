"""« Tacite reconduction : oui », « Réalisée ? oui »: the heading says what a closed choice would, the cell whether it is so."""

import re
from dataclasses import dataclass

import polars as pl

from netmap.reading.findings import Findings
from netmap.source import Source
from netmap.values import YES_NO, Refusal, fold_text

_PARTS = re.compile(r"\s*[,;(]\s*")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Hold the choice that a yes stands for, by the beginning of a word of the heading, and that of a no, "" where it says nothing."""

    yes: tuple[tuple[str, str], ...]
    no: str = ""


_ASKED: tuple[tuple[str, _Asked], ...] = (
    (
        "renewal",
        _Asked((("tac", "tacite"), ("expr", "expresse"), ("avenant", "expresse"), ("seul", "tacite")), "aucune"),
    ),
    (
        "state",
        _Asked(
            (
                ("fait", "realisee"),
                ("realis", "realisee"),
                ("effectu", "realisee"),
                ("tenu", "realisee"),
                ("passe", "realisee"),
                ("lieu", "realisee"),
                ("annul", "annulee"),
                ("mene", "realisee"),
                ("organis", "realisee"),
            )
        ),
    ),
    ("state", _Asked((("ouvert", "ouvert"), ("activ", "ouvert"), ("ferm", "ferme")), "ferme")),
)


def answered(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Read the yes of a column as its heading says, its no as none; a yes is left aside and told where the heading does not say of what."""
    for field, asked in _ASKED:
        if field in texts.columns:
            codes = {code for code, _ in source.column(field).type.choices}
            if codes >= {code for _, code in asked.yes}:
                texts = _answered(source, texts, (field, asked), headings[field], findings)
    return texts


def _answered(source: Source, texts: pl.DataFrame, what: tuple[str, _Asked], heading: str, findings: Findings) -> pl.DataFrame:
    field, asked = what
    kind, cells = source.column(field).type, texts[field]
    answers = {
        text: YES_NO.cell(_PARTS.split(text)[0]) for text in cells.drop_nulls().unique().to_list() if isinstance(kind.cell(text), Refusal)
    }
    rows = cells.is_in([text for text, yes in answers.items() if yes is False]).fill_null(value=False).arg_true()
    if len(rows) and asked.no:
        said = {"value": cells.gather(rows), "kept": kind.show(asked.no), "detail": "le titre de la colonne le dit"}
        findings.add("reparation-choix", rows, reject=False, column=heading, **said)
        cells = cells.clone().scatter(rows, asked.no)
    rows = cells.is_in([text for text, yes in answers.items() if yes is True]).fill_null(value=False).arg_true()
    if len(rows):
        mode = next((mode for sign, mode in asked.yes for word in fold_text(heading).split() if word.startswith(sign)), None)
        if mode is None:
            findings.add("valeur-ecartee", rows, reject=False, column=heading, value=cells.gather(rows), detail=field)
        else:
            said = {"value": cells.gather(rows), "kept": kind.show(mode), "detail": "le titre de la colonne le dit"}
            findings.add("reparation-choix", rows, reject=False, column=heading, **said)
        # how long it lasts is read further: « oui, 1 an »
        lasting = {
            text: f"{mode}, {_PARTS.split(text, maxsplit=1)[1]}" for text in cells.gather(rows) if mode and len(_PARTS.split(text)) > 1
        }
        kept = [lasting.get(text, mode) for text in cells.gather(rows)]
        cells = cells.clone().scatter(rows, pl.Series(kept, dtype=pl.String))
    return texts.with_columns(cells.alias(field))
