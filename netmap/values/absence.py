"""Words that say that a cell says nothing: « néant », « N/C », « - ». They are read as an empty cell, and told."""

import re

import polars as pl

from netmap.values import fold_text

_SIGNS = ("-", "--", "---", "–", "—", "?", "??", "???", "…", "...", "..", ".", "/", "_", "__", "*", "(-)", "( - )")
_WORDS = (
    "null",
    "<null>",
    "(null)",
    "none",
    "nan",
    "néant",
    "n/c",
    "n.c.",
    "n.c",
    "nc",
    "n/a",
    "n.a.",
    "n.a",
    "na",
    "n/d",
    "n.d.",
    "n/r",
    "n.r.",
    "nr",
    "s/o",
    "s.o.",
    "sans objet",
    "ras",
    "r.a.s.",
    "r.a.s",
    "rien à signaler",
    "non renseigné",
    "non renseignée",
    "non communiqué",
    "non communiquée",
    "non connu",
    "non connue",
    "inconnu",
    "inconnue",
    "ne sait pas",
    "nsp",
    "aucune information",
    "aucun pour l’instant",
    "aucune pour l’instant",
    "pas pour l’instant",
    "pas de siret",
    "pas de n° siret",
    "vide",
    "(vide)",
    "à compléter",
    "à renseigner",
    "à préciser",
    "à définir",
    "pas d’information",
    "pas d'information",
    "je ne sais pas",
    "ne sais pas",
    "ne sait plus",
    "pas connu",
    "pas connue",
    "pas d'adresse",
    "pas de mail",
    "pas d'adresse mail",
    "pas de courriel",
    "pas d'email",
    "pas de téléphone",
    "pas de site",
    "pas de site internet",
    "pas de siren",
    "pas de numéro",
    "aucune adresse",
    "aucun mail",
    "aucun site",
    "aucune donnée",
    "pas de donnée",
    "donnée manquante",
    "manquant",
    "manquante",
    "non fourni",
    "non fournie",
    "non transmis",
    "non transmise",
    "non précisé",
    "non précisée",
    "non disponible",
    "non indiqué",
    "non indiquée",
    "non défini",
    "non définie",
    "non applicable",
    "non concerné",
    "non concernée",
    "ne souhaite pas répondre",
    "à demander",
    "à vérifier",
    "à voir",
    "à rechercher",
    "à trouver",
    "à désigner",
    "à nommer",
    "non désigné",
    "non désignée",
    "poste vacant",
    "(poste vacant)",
    "poste à pourvoir",
    "à pourvoir",
    "tbd",
    "xxx",
)
# Said where a value does not exist yet, or has no end: nothing to read there, but a text may begin so.
_PENDING = (
    "en cours",
    "en attente",
    "à venir",
    "à voir",
    "à déterminer",
    "à confirmer",
    "à fixer",
    "à négocier",
    "à renégocier",
    "à vérifier",
    "à demander",
    "demandé",
    "demandée",
    "en cours d'immatriculation",
    "en cours d’immatriculation",
    "en cours de création",
    "en cours de signature",
    "selon signature",
    "à la signature",
    "je ne sais plus",
    "ne sais plus",
    "refusé",
    "refusée",
    "dès signature",
    "pas signée",
    "pas signé",
    "à signer",
    "à transmettre",
    "à créer",
    "prochainement",
    "bientôt",
    "pas encore",
    "non défini",
    "non définie",
    "pas précisé",
    "pas précisée",
    "pas fixé",
    "pas fixée",
    "non fixé",
    "non fixée",
    "non daté",
    "non datée",
    "sans date",
    "date inconnue",
    "indéterminé",
    "indéterminée",
    "durée indéterminée",
    "illimité",
    "illimitée",
    "permanent",
    "permanente",
    "sans",
    "sans limite",
    "sans terme",
    "sans fin",
    "sans échéance",
)
# What an application writes where a date is not known, or never comes.
_NO_DAYS = re.compile(
    r"(?:31[/.-]?12[/.-]?)?9999(?:[/.-]?12[/.-]?31)?(?:[ T]00:00(?::00)?)?|0{8}|00([/.-])00\1(?:00)?00|0000([/.-])00\2(?:00)"
)
_WITHOUT_ACCENTS = str.maketrans("éàÉÀ", "eaEA")


def _forms(word: str) -> set[str]:
    written = {word, word.upper(), word.capitalize(), word.title()}
    return written | {form.translate(_WITHOUT_ACCENTS) for form in written}


ABSENT = frozenset(form for word in (*_SIGNS, *_WORDS) for form in _forms(word))
# What names everybody names nobody: « tous » no lycée, « toutes » no filière, « indépendant » no group.
_EVERYBODY = (
    *("tous", "toutes", "divers", "diverses", "tout le réseau", "tous publics", "indépendant", "indépendante"),
    *("tous les lycées", "tous lycées", "tous les établissements", "tous établissements", "toutes les filières", "toutes filières"),
    *("toutes les sections", "toutes sections", "toutes les formations", "toutes formations"),
)
EVERYBODY = frozenset(form for word in _EVERYBODY for form in _forms(word))
_FORMS = pl.Series(sorted(ABSENT), dtype=pl.String)
_BRACKETS = re.compile(r"\([^()]*\)")  # « pas signée (Covid) »
_STILL_TO_COME = re.compile(
    r"(?:je ne (?:l )?(?:ai|sais|connais)"
    r"|en attente|envoyee?s?|a relancer|relancee?s?|toujours pas|pas encore|non (?:signe|transmis|vote|communique)e?s?)\b"
)  # « envoyée le 1/12, relancer »
_UNSURE = (" a verifier", " a confirmer", " a preciser", " a revoir")  # « fin 2026 à vérifier »
_WAITING = frozenset(map(fold_text, _PENDING))
_FOLDED = frozenset(fold_text(word) for word in _WORDS) - {""}


def says_nothing(text: str) -> bool:
    """Tell whether a text is only a sign or a word of absence."""
    return text in ABSENT or (len(text) < 28 and fold_text(text) in _FOLDED and not any(sign.isdigit() for sign in text))  # noqa: PLR2004 - longer than any of them


def is_pending(text: str) -> bool:
    """Tell whether a text only says that a value is still to come, or that there is no end to it, or ends by saying that it is unsure."""
    folded = fold_text(_BRACKETS.sub(" ", text))
    return folded in _WAITING or folded.endswith(_UNSURE) or text.startswith("? ") or _STILL_TO_COME.match(folded) is not None


def is_no_day(text: str) -> bool:
    """Tell whether a text is what stands for no date: « 31/12/9999 », « 00/00/0000 »."""
    return _NO_DAYS.fullmatch(text) is not None


def absent_rows(texts: pl.Series) -> pl.Series:
    """Give the rows of a column whose text is a sign or a word of absence."""
    return texts.is_in(_FORMS.implode()).fill_null(value=False).arg_true()
