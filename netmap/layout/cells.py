"""What a cell looks like, without knowing its column: words that may be a heading, or a value; a total, a note, a ditto mark."""

import re
from collections.abc import Sequence
from functools import lru_cache

from netmap.values import fold_text

_VALUE = re.compile(
    r"[-+]?[0-9][0-9\s\u00a0\u202f.,/:%€-]*|[0-9]{7}[A-Za-z]|[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}.*|#[A-Z0-9/!?]+|\S+@\S+\.\S+|https?://\S+",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:(?:effectif|nombre|montant|nb)s? )?(?:sous[ -]?|s/ ?)?(?:tota(?:l|ux)(?: general| generaux)?\b|tot\.)"
    r"|ensemble\b|(?:au|en) total\b|en tout$|(?:nombre|nbre|nb) ?:?$|moyenne\b|cumul\b|max(?:imum)?$|somme\b|\*{1,3}$"
    r"|(?:a )?report(?:er|e)?$|(?:besoin|manque|reste|ecart|objectif)s?\b|(?:nombre|nbre|nb) (?:de|d|total)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"recap|repartition|soit [0-9]|tourne[rz] la page|suite (?:au verso|page)|quorum\b"
    r"|\*|\([0-9*]+\)|[0-9]\) |nb\b|n\.b\.|nota\b|source|legende|mise? a jour|a jour (?:au|le|du|en)\b|maj\b|remarque"
    r"|telephones? (?:des|du|utiles)|idees? pour|pense[ -]betes?|memo\b|rappels?\b"
    r"|etabli|attention|document|edite|(?:etat )?arretee? (?:au|le)\b|imprime|page [0-9]"
    r"|fichier|export|extrait|fin (?:de|du)|pour (?:toute|plus)|contact\b.*:|voir\b|cf\b"
    r"|a (?:completer|noter|relancer|rappeler|revoir|recontacter)\b"
    r"|(?:en|surligne[a-z]*(?: en)?|fond) (?:rouge|vert|jaune|orange|bleu|rose|violet|gris|gras|italique)\b|merci d[e']"
    r"|fait (?:a|avec|par) .+\ble\b|ne pas\b|confidentiel\b"
    r"|l[ea] (?:proviseure?|principale?|presidente?|directeur|directrice|chef|recteur|rectrice|ddfpt|responsable|coordo\w+|gestionnaire)\b"
    r"(?:.*,)?$"
    r"|les? (?:donnees|lignes)|ce (?:tableau|fichier)|[^\s=]{1,8} ?= ?\S",
    re.IGNORECASE,
)
_SIGNATORY = re.compile(
    r"(?:vu|lu|visa|signature|pour)\b.{0,40}|(?:l[ea] |l['’])?"
    r"(?:proviseure?|principale?|professeure?|coordo\w+|direct\w+|chef\w*|ddfpt|secretaire|gestionnaire|responsable|president\w*|recteur"
    r"|rectrice|dasen|charge\w*|referente?|adjoint\w*|intendant\w*|maire|animat\w+)\b[^:]{0,40}",
    re.IGNORECASE,
)
DITTO = frozenset(
    (
        "idem",
        "id",
        "id.",
        '"',
        "''",
        "//",
        "-//-",
        "\u2033",
        "〃",
        "»",
        '-"-',
        '- " -',
        '" "',
        '""',
        "ditto",
        "d°",
        "”",
        "“",
        ",,",
        "idem.",
        "idem ci-dessus",
        "id°",
    )
)
# What totals count: « 3 établissements », « 12 conventions signées ».
_COUNTED = re.compile(
    r"[0-9]{1,5} (?:etablissements?|lycees?|lp|lpo|cfa|conv(?:ention)?s?|dossiers?|fiches?|partenaires?|partenariats?|entreprises?|bde"
    r"|adherents?|organismes?|structures?|membres?|reseaux?|campus|accords?|actions?|eleves?|jeunes?|apprentis?|lignes?|signataires?"
    r"|communes?|liens?|sites?|labels?|demandes?|candidatures?|reponses?|ldm|cmq|greta|clee)\b(?: [a-z]+){0,2}(?: au [0-9][0-9/. ]+)?\.?",
    re.IGNORECASE,
)
# What parts a year in a calendar, alone on its row: « SEPTEMBRE », « Octobre 2025 », « 2e trimestre ».
_PART_OF_YEAR = re.compile(
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)(?: 20[0-9]{2})?"
    r"|(?:1er|[1-4]e?(?:me)?) (?:trimestre|semestre|periode)|(?:trimestre|semestre|periode) (?:n )?[1-5]"
)
# « TOTAL : 8 conventions | dont 3 à renouveler », « Total | Nombre | 6 », « Objectif : 12 | Réalisé : 5 »
_DETAILED = re.compile(r"(?:dont|soit) [0-9]{1,5}\b.*|nombre|nb|count|eur|[^\W\d_][^:]{1,30}: ?[0-9]{1,5}", re.IGNORECASE)
_LINES_COUNTED = re.compile(r"(?:[Ss]oit |[Ee]n tout,? )?[0-9]{1,4} [a-zà-ÿ]{4,}s\b.*")
_DASHED = ("-", "–", "—", "•", "·", "*")
HEADING_LENGTH = 80
NOTE_LENGTH = 90


def looks_like_value(text: str) -> bool:
    """Tell whether a text is a number, a date, a code, an address of mail or site: no heading is."""
    return _reads_as_value(text) if len(text) <= HEADING_LENGTH else _VALUE.fullmatch(text) is not None


@lru_cache(maxsize=4_096)  # the first rows of a table are looked at for its headings, its body and its doubts
def _reads_as_value(text: str) -> bool:
    return _VALUE.fullmatch(text) is not None or text.lower() in ("oui", "non", "x", "vrai", "faux")


def looks_like_words(text: str) -> bool:
    """Tell whether a text may be a heading: words, not too long."""
    return not looks_like_value(text) and len(text) <= HEADING_LENGTH and any(sign.isalpha() for sign in text)


def is_number(text: str) -> bool:
    """Tell whether a text is a number as totals are written."""
    return re.fullmatch(r"[-+]?[0-9][0-9\s\u00a0\u202f.,%€]*(?:EUR|euros?)?", text) is not None


def is_total(filled: Sequence[str]) -> bool:
    """Tell whether the filled cells of a row are a total: a word that says so, then numbers alone."""
    if len(filled) == 1 and _COUNTED.fullmatch(fold_accents(filled[0])):
        return True
    found = next((i for i, cell in enumerate(filled) if not is_number(cell)), None)
    if found is None:
        return False
    said, counted = fold_accents(filled[found]), _COUNTED.fullmatch(fold_accents(filled[found])) is not None
    if not (counted or _TOTAL.match(said)):
        return False
    others = [cell for i, cell in enumerate(filled) if i != found]
    return all(is_number(cell) or _DETAILED.fullmatch(cell) or _COUNTED.fullmatch(fold_accents(cell)) for cell in others) and (
        bool(others) or bool(re.search(r"[0-9]|total", fold_text(said)))
    )


def is_part_of_year(text: str) -> bool:
    """Tell whether a text is a part of a year that lines are gathered by."""
    return _PART_OF_YEAR.fullmatch(fold_text(text)) is not None


def counts_lines(text: str) -> bool:
    """Tell whether a text counts the lines above it: « 3 parrains », but « 3 Suisses »."""
    return _LINES_COUNTED.fullmatch(text) is not None


def is_dashed(text: str) -> bool:
    """Tell whether a text is a point of a list of things to do: « - appeler le rectorat »."""
    return text.startswith(_DASHED) and " " in text


def is_note(text: str) -> bool:
    """Tell whether a text standing alone on its row is a remark about the table."""
    return len(text) > NOTE_LENGTH or _NOTE.match(fold_accents(text)) is not None


def is_signatory(text: str) -> bool:
    """Tell whether a text under a table says who signs it: « Le proviseur, », « Vu et vérifié », « Pour la DDFPT »."""
    return _SIGNATORY.fullmatch(fold_accents(text)) is not None


def fold_accents(text: str) -> str:
    """Drop accents and case, keep every other sign."""
    return "".join(fold_text(sign) or sign if sign.isalpha() else sign for sign in text)
