"""What a table may be instead of lines of actors: choices to pick from, jottings, persons, counts, a text.

Doubted, it is still read where its headings say enough.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import polars as pl

from netmap.domain.persons import names_person
from netmap.headings import Vocabulary
from netmap.layout.cells import is_number, looks_like_value
from netmap.layout.legends import lists_codes
from netmap.layout.table import Reason, Table
from netmap.values import fold_text

NOTES = frozenset(("note", "notes", "memo", "commentaires", "legende", "sommaire", "accueil", "couverture", "page de garde"))
_LISTS = frozenset(
    (
        *("liste", "listes", "parametre", "parametres", "menu", "menus", "choix", "nomenclature", "nomenclatures", "validation", "ref"),
        *("code", "codes", "r codes", "codification", "table des codes", "tables de codes", "dictionnaire", "glossaire", "lexique"),
    )
)
_MAY_LIST = ("liste", "ref")  # what lists of lycées are called too
_MEETING = "reunions?|permanences?|astreintes?|conges|absences?"
_JOTTED = re.compile(
    r"^(?:a (?:faire|[a-z]{3,}er)|(?:appels? (?:a|de) )?cotisations?|paiements?|reglements?"
    r"|to ?do|pense betes?|rappels?|agenda|calendrier|planning|dates|budget|compta\w*|brouillon|tel"
    r"|telephones?"
    r"|annuaire (?:interne|ddfpt|perso\w*|equipe|ufa|cfa)"
    rf"|retro ?planning|trombinoscope|equipe|copil|codir|{_MEETING}|baremes?|tarifs?|cadeaux|voeux)\b"
)
_MEETINGS = re.compile(rf"^(?:{_MEETING})\b")
# What heads a list of things to do, whatever they are about.
_ASKED = frozenset(("qui", "quoi", "quand", "ou", "pour quoi", "pourquoi", "pour quand", "avant le", "fait", "statut", "etat", "priorite"))
_DUE = frozenset(("pour quand", "avant le", "priorite"))
_PERSONS = frozenset(("civilite", "initiales", "prenom", "prenoms", "nom prenom", "nom et prenom", "prenom nom", "prenom et nom"))
_NAMES = frozenset(("nom", "noms", "qui"))
_HOW_MANY = frozenset(("nb", "nbre", "nombre", "combien", "total"))
_LIST_START = (
    "listes deroulantes",
    "liste deroulante",
    "menus deroulants",
    "menu deroulant",
    "listes de",
    "liste de choix",
    "valeurs possibles",
)
_LOOKED, _LOOKED_ROWS = 60, 300
_HALF = 0.5
_MOSTLY = 0.85
_TOLD = 3
_SIGLE_AND_MEANING = 2
_COUNTS = 1  # beside the words that are counted
_SENTENCE = 60
_SIGLE = re.compile(r"[A-Z0-9][A-Z0-9/.&-]{0,5}")
_COUNT_LENGTH = 8


def doubted(table: Table, vocabulary: Vocabulary) -> Reason | None:
    """Say what a table may be instead of actors, None when nothing tells."""
    filled = [series for series in table.cells.iter_columns() if series.null_count() < len(series)]
    first = table.cells.head(_LOOKED_ROWS).to_dict(as_series=False)
    shown = {series.name: _first_texts(series, first[series.name]) for series in filled}
    every = [text for texts in shown.values() for text in texts]
    words = [text for text in every if not looks_like_value(text)]
    chosen = sum(times for text, times in Counter(words).items() if fold_text(text) in vocabulary.choices)
    named = _doubted_by_name(table, vocabulary)
    if chosen > len(words) * _HALF and len(words) > len(every) * _MOSTLY:  # a list of choices holds neither codes nor days
        return Reason.CHOICES if named is Reason.CHOICES else Reason.LIST
    if named is not None:
        return named
    if lists_codes(table) or _is_glossary(table, list(shown.values())):
        return Reason.CHOICES
    if not _PERSONS.isdisjoint(map(fold_text, table.headings)) or any(_names_people(table, *one) for one in shown.items()):
        return Reason.PERSONS
    return _counted(table, shown) if len(words) < len(every) else _listed(filled, words)


def _names_people(table: Table, column: str, texts: Sequence[str]) -> bool:
    """Tell whether a column called « Nom » names persons, one a line: « A. Ferrandi »."""
    return fold_text(table.headings[int(column[1:])]) in _NAMES and len(texts) > 1 and all(map(names_person, texts))


def _is_glossary(table: Table, shown: Sequence[Sequence[str]]) -> bool:
    """Tell a list of sigles and of what each means, from its first line on: « LP | lycée professionnel »."""
    if len(shown) != len(table.headings) or len(shown) != _SIGLE_AND_MEANING:
        return False
    sigles, meanings = ([heading, *texts] for heading, texts in zip(table.headings, shown, strict=True))
    return all(map(_SIGLE.fullmatch, sigles)) and not any(text.isupper() or text[:1].isdigit() for text in meanings)


def _counted(table: Table, shown: Mapping[str, Sequence[str]]) -> Reason | None:
    """Tell a table of words and of how many there are of each: « Thème | Nombre | En % », « Critère | Nb d’actions »."""
    if len(shown) <= _COUNTS:
        return None
    wordy = [name for name, texts in shown.items() if not any(map(looks_like_value, texts))]
    labels = (wordy or list(shown))[0]
    others = [name for name in shown if name != labels]
    if not all(len(text) <= _COUNT_LENGTH and is_number(text) for name in others for text in shown[name]):
        return None
    told = not _HOW_MANY.isdisjoint(fold_text(table.headings[int(others[0][1:])]).split())
    return Reason.COUNTS if wordy or told or len(others) > _COUNTS else None


def _listed(filled: Sequence[pl.Series], words: Sequence[str]) -> Reason | None:
    """Tell a text, or lists of words side by side, of different lengths."""
    if len(filled) == 1:
        return Reason.TEXT if any(len(text) > _SENTENCE for text in words) else Reason.LIST
    uneven = len({series.null_count() for series in filled}) > 1
    from_top = all(series.head(len(series) - series.null_count()).null_count() == 0 for series in filled)
    return Reason.LIST if uneven and from_top and all(len(text) <= _SENTENCE for text in words) else None


def _doubted_by_name(table: Table, vocabulary: Vocabulary) -> Reason | None:
    """Say what the name of its sheet makes of a table whose headings tell little: « Liste » is also what lists of lycées are called."""
    folded = fold_text(table.sheet)
    if folded in NOTES:
        return Reason.TEXT
    known = [heading for heading in table.headings if vocabulary.knows(heading) and fold_text(heading) not in _ASKED]
    if folded in _LISTS or folded.startswith(_LIST_START):
        told = [heading for heading in known if fold_text(heading) not in vocabulary.choices]
        return None if len(told) >= _TOLD else Reason.LIST if folded in _MAY_LIST else Reason.CHOICES
    above = fold_text(table.titles[-1]) if table.titles else ""
    named = any(map(_JOTTED.search, (folded, above))) or _MEETINGS.search(fold_text(table.headings[0])) is not None
    asked = {fold_text(heading) for heading in table.headings} - {""}
    return Reason.JOTTED if len(known) < _TOLD and (named or ("qui" in asked and asked <= _ASKED and asked & _DUE)) else None


def _first_texts(series: pl.Series, first: list[str | None]) -> list[str]:
    """Give the first texts of a column; the whole of it is looked at only when its `first` cells say too little."""
    texts = [text for text in first if text is not None][:_LOOKED]
    return texts if len(texts) == _LOOKED or len(series) <= len(first) else series.drop_nulls().head(_LOOKED).to_list()
