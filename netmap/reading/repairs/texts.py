"""What is repaired before cells are typed: free texts, then what one cell says of several fields (`repaired_texts`)."""

import re
from collections.abc import Mapping

import polars as pl

from netmap.reading.findings import Findings
from netmap.reading.repairs.answers import answered
from netmap.reading.repairs.compounds import JOINED, is_one_name, shared_out
from netmap.reading.repairs.continued import continued_lines, grouped_lines
from netmap.reading.repairs.functions import functions_alone
from netmap.reading.repairs.informed import informed_delegations
from netmap.reading.repairs.members import parted_members
from netmap.reading.repairs.places import commune_of
from netmap.reading.repairs.positions import parted_positions
from netmap.reading.repairs.spreading import spread_periods
from netmap.reading.repairs.standing_in import stood_in
from netmap.reading.repairs.units import counted_in_months
from netmap.reading.repairs.words import suspicious_rows, without_web_signs
from netmap.source import Column, Source
from netmap.values import TEXT
from netmap.values.absence import EVERYBODY, absent_rows, says_nothing

# In a column of remarks, « RAS » is the remark, and « aucune » is none.
_REMARKS, _NOTHING_TO_SAY = "comment", ("ras", "RAS", "Ras", "r.a.s.", "R.A.S.", "r.a.s", "R.A.S", "rien à signaler", "Rien à signaler")
_NAMED, _NOTE_MARK = ("name", "partner", "establishment", "title"), r"\s*\((?:[0-9]|\*{1,3})\)$|\s+\*{1,3}$"
_PAGE = r"(\S)\s*\(https?://[^\s()]+\)"  # « Brume (https://notes.example/Brume-1f3a) », as exports of notes give names
_INSIDE = r"^[^>]{1,80} > (?:[^>]+ > )*([^>]+)$"  # « Cité scolaire > LP Brume »: what is named stands last
_LYCEE = "establishment"
_NONE = ("aucun", "Aucun", "aucune", "Aucune")
_OF_SOMEBODY = ("establishment", "filieres", "parent_name")
# What says of one field that there is none: « Groupe : non ».
_NONE_OF: Mapping[str, str] = {
    "publication": r"(?i)^(?:non|pas|jamais)(?: encore)? (?:publi|paru)[a-zé]*$",
    "parent_name": "(?i)^non$",
}
_PREFIXES = "naf_prefixes"
_PREFIX = r"[0-9]{2}(?:\.?[0-9]{1,2})?(?:\.?[A-Za-z])?"


def repaired_texts(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Repair the texts of a table, one column a field; `headings` learns from which column a field that is filled comes.

    The words of a public file are known and declared with it: its texts are not touched.
    """
    if not source.template:
        return texts
    cleaned = [
        _cleaned(column, texts[column.field], headings.get(column.field, column.headings[0]), findings)
        for column in source.columns
        if column.field in texts.columns and column.type is TEXT and not column.words
    ]
    texts = texts.with_columns(cleaned) if cleaned else texts
    texts = continued_lines(source, texts, headings, findings)
    texts = grouped_lines(source, texts, headings, findings)
    texts = parted_members(source, texts, headings, findings)
    texts = parted_positions(source, texts, headings, findings)
    texts = shared_out(source, texts, headings, findings)
    texts = functions_alone(texts, headings, findings)
    texts = counted_in_months(source, texts, headings, findings)
    texts = answered(source, texts, headings, findings)
    texts = stood_in(source, texts, headings, findings)
    texts = informed_delegations(source, texts, headings, findings)
    return spread_periods(source, texts, headings, findings)


def _cleaned(column: Column, raw: pl.Series, heading: str, findings: Findings) -> pl.Series:
    """Empty the cells of a column of texts that say nothing, and rid the others of what a web page left."""
    texts = raw
    odd = suspicious_rows(texts)
    if len(odd):
        read = texts.gather(odd)
        plain = {text: without_web_signs(text) for text in read.unique().to_list()}
        changed = {text: kept for text, kept in plain.items() if kept != text}
        if changed:
            rows = odd.filter(read.is_in(list(changed)))
            told = texts.gather(rows)
            kept = told.replace(changed)
            said = {"column": heading, "value": told, "kept": kept, "detail": "signes laissés par une page web ou un traitement de texte"}
            findings.add("reparation-texte", rows, reject=False, **said)
            texts = texts.clone().scatter(rows, kept)
    if column.field in _NAMED:
        texts = _bare(texts, heading, findings)
    if column.field == _PREFIXES:
        texts = _parted(texts, heading, findings)
    absent = absent_rows(texts)
    if column.field == _REMARKS:
        absent = absent.filter(~texts.gather(absent).is_in(list(_NOTHING_TO_SAY))) if len(absent) else absent
        absent = pl.concat([absent, texts.is_in(list(_NONE)).fill_null(value=False).arg_true()]).sort()
    if column.field in _OF_SOMEBODY:
        absent = pl.concat([absent, texts.is_in(list(EVERYBODY)).fill_null(value=False).arg_true()]).sort()
    if column.field in _NONE_OF:
        absent = pl.concat([absent, texts.str.contains(_NONE_OF[column.field]).fill_null(value=False).arg_true()]).sort()
    if len(absent):
        findings.add("valeur-absente", absent, reject=False, column=heading, value=texts.gather(absent))
        texts = texts.clone().scatter(absent, None)
    return texts.alias(column.field)


def _bare(texts: pl.Series, heading: str, findings: Findings) -> pl.Series:
    """Leave out of names what sends to a note under the table or to a page, and what they are inside: « Brume (1) », « Cité > Brume »."""
    rows = (texts.str.ends_with(")") | texts.str.ends_with("*")).fill_null(value=False).arg_true()
    signs = [(_NOTE_MARK, "", "renvoi à une note"), (_PAGE, "$1", "adresse de page")]
    if texts.name == _LYCEE:
        rows = pl.concat([rows, texts.str.contains(" > ", literal=True).fill_null(value=False).arg_true()]).unique().sort()
        signs.append((_INSIDE, "$1", "dernier des noms"))
    for sign, left, why in signs:
        read = texts.gather(rows)
        place = rows.filter(read.str.contains(sign)) if len(rows) else rows
        if len(place):
            kept = texts.gather(place).str.replace_all(sign, left)
            findings.add("reparation-texte", place, reject=False, column=heading, value=texts.gather(place), kept=kept, detail=why)
            texts = texts.clone().scatter(place, kept)
    return texts


def _parted(texts: pl.Series, heading: str, findings: Findings) -> pl.Series:
    """Part the codes that commas part: « 24, 25 »."""
    rows = texts.str.contains(rf"^{_PREFIX}(?:\s*,\s*{_PREFIX})+$").fill_null(value=False).arg_true()
    if rows.is_empty():
        return texts
    read = texts.gather(rows)
    kept = read.str.replace_all(r"\s*,\s*", JOINED)
    findings.add("cellule-partagee", rows, reject=False, column=heading, value=read, kept=kept, detail="plusieurs codes dans une cellule")
    return texts.clone().scatter(rows, kept)


def stays_as_written(column: Column, text: str) -> bool:
    """Tell whether a text of a column is read as it is written, whatever stands beside it: what netmap writes must not be repaired."""
    if column.type is not TEXT:
        return True
    if (
        (column.field in _OF_SOMEBODY and text in EVERYBODY)
        or (column.field == _LYCEE and re.search(_INSIDE, text))
        or (column.field in _NONE_OF and re.search(_NONE_OF[column.field], text))
        or says_nothing(text)
        or without_web_signs(text) != text
        or (column.field in _NAMED and re.search(f"{_NOTE_MARK}|{_PAGE}", text))
    ):
        return False
    if column.many or column.field == "name":
        return is_one_name(text, listed=column.many)
    if column.field in ("address", "commune"):
        return commune_of(text) is None
    return True
