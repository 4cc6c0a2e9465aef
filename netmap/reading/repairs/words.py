"""Words written otherwise: signs of yes and no, choices declared under a near form, signs that a web page left in a text."""

import html
import re
from difflib import SequenceMatcher
from functools import cache

import polars as pl

from netmap.domain.vocabulary import CONVENTION_STATUS, FRAMEWORK_KIND, RENEWAL, STATUS, THEME, theme_begun
from netmap.reading.repairs.repair import Example, Kept, Place, Repair
from netmap.values import YES_NO, Refusal, ValueType, fold_text

_YES_SIGNS = frozenset("✓✔☑✅☒✗")
_YES = frozenset(("y", "ok", "v", "1 0", "true", "effectif", "effective", "oui oui", "cmq e", "cmqe"))
_NO = frozenset(("0 0", "pas encore", "aucun", "aucune", "cmq"))  # « CMQ ou CMQ-E » asks whether it is of excellence
_NO_SIGNS = frozenset("☐□✘❌")
_FILLERS = frozenset(
    (
        "a",
        "au",
        "aux",
        "avec",
        "convention",
        "conventions",
        "d",
        "de",
        "des",
        "du",
        "elle",
        "en",
        "est",
        "ete",
        "etat",
        "et",
        "l",
        "la",
        "le",
        "les",
        "mode",
        "par",
        "partenariat",
        "statut",
        "sur",
        "type",
        "un",
        "une",
        "voie",
    )
)
_DENIED = frozenset(
    ("non", "pas", "sans", "ni", "jamais", "aucun", "aucune", "hors", "fin", "avant", "apres", "attente", "signature", "reste", "attend")
)
_TO_SIGN = re.compile(
    r"(?:convention )?(?:(?:en (?:cours|attente)|attente|mise|a la|a|pret[es]*|partie?|envoyee?|transmise?) )?(?:de |a |pour |en |la )*"
    r"(?:signatures?|signer|non signee?)(?: (?:en cours|en attente|prevue|a venir|attendue))?"
)
_ITS = re.compile(r"^(c['’]est|elles? (?:est|sont)|ils? (?:est|sont))\s+(.+)$", re.IGNORECASE)  # « elle est signée »
_BRACKETS = re.compile(r"\([^()]*\)|\[[^][]*\]")
_PIECES = re.compile(r"\s*[,;/]\s*|\s+(?:et|ou)\s+")
# « dénoncée par l’entreprise », « reconduite en juin »
_COMMAS = re.compile(
    r"\s*[,;]\s*|\s+(?=(?:par|le|depuis)\s|en (?:janv|f[ée]vr|mars|avr|mai\b|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c|(?:19|20)[0-9]))"
)
_NEAR = 0.86
_SHORTEST_TYPED, _SHORTEST_CUT = 5, 3
_ENTITY = re.compile(r"&(?:#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z][A-Za-z0-9]{1,30});")
_LONE_GAP = re.compile("(?<![0-9«(])[\u00a0\u202f](?![:;!?»%€)0-9])|(?<=[a-zà-ÿ])[\u00a0\u202f](?=[a-zà-ÿ])")
_SUSPICIOUS = ["&", "\u00a0", "\u202f"]


def _yes_no(text: str, _place: Place) -> Kept | None:
    bare = text.strip()
    folded = fold_text(text)
    first = folded.split(" ")[0] if folded else ""
    if (bare and set(bare) <= _YES_SIGNS - {"☒", "✗"}) or folded in _YES:
        return Kept("oui", "signe ou mot qui veut dire oui")
    if (bare and set(bare) <= _NO_SIGNS) or folded in _NO:
        return Kept("non", "signe ou mot qui veut dire non")
    if first in ("oui", "non") and re.match(r"(?:oui|non)\s*[,;:(.–—-]", text, re.IGNORECASE) and not {"oui", "non"} <= set(folded.split()):
        return Kept(first, "le reste de la cellule n’est pas repris")
    return None


def _stem(word: str) -> str:
    return word.rstrip("es") if len(word) > 4 else word  # noqa: PLR2004 - a short word keeps its ending


def _meaning(folded: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in folded.split() if word not in _FILLERS)


@cache
def _known(kind: ValueType) -> dict[tuple[str, ...], str | None]:
    """Give the code of each declared word by its meaning, None where two codes share it."""
    known: dict[tuple[str, ...], str | None] = {}
    for word, code in ((w, c) for c, label in kind.choices for w in (c, label)):
        known.setdefault(_meaning(fold_text(word)), code)
    for word, code in kind.accepts:
        place = _meaning(fold_text(str(word)))
        known[place] = code if known.get(place, code) == code else None
    known.pop((), None)
    return known


def _choice(text: str, place: Place) -> Kept | None:
    label = dict(place.type.choices)
    if place.type is CONVENTION_STATUS and len(fold_text(text).split()) > 1 and _TO_SIGN.fullmatch(fold_text(text)):
        return Kept(label["projet"], "elle n’est pas encore signée")
    tries = [(text, "le choix déclaré le plus proche"), (_BRACKETS.sub(" ", text), "la parenthèse n’est pas reprise")]
    tries += [(one[1:-1], "seule la parenthèse dit un choix") for one in _BRACKETS.findall(text)[:1]]
    tries += [(one[1], "le choix que ces mots disent") for one in _ITS.findall(text)]
    for tried, why in tries:
        code = _nearest(tried, place.type)
        if code is not None:
            return Kept(label[code], why)
    said = {_nearest(piece, place.type) for piece in pieces} if len(pieces := _PIECES.split(text)) > 1 else {None}
    if len(said) == 1 and (code := said.pop()) is not None:
        return Kept(label[code], "ces mots disent le même choix")
    if place.type is THEME and (theme := theme_begun(text)) is not None:
        return Kept(label[theme], "le premier mot dit le thème")
    first, *others = _COMMAS.split(text)
    code = _nearest(first, place.type) if others else None
    if code is None or not all(_says_no_choice(one, place.type) for one in others):
        return None
    return Kept(label[code], "ce qui suit ce mot n’est pas repris")


def _says_no_choice(text: str, kind: ValueType) -> bool:
    """Tell whether words add to a choice without making another: « prévue, à confirmer », « votée, pas signée »."""
    words = fold_text(text).split()
    known = {meaning[0] for meaning in _known(kind) if len(meaning) == 1}  # one word alone says it
    return bool(words) and (words[0] in _DENIED or not known & {_stem(word) for word in words})


def _nearest(text: str, kind: ValueType) -> str | None:
    folded = fold_text(text)
    strict = kind.cell(folded) if folded else Refusal("")
    if not isinstance(strict, Refusal):
        return strict
    if set(folded.split()) & _DENIED:
        return None
    known, said = _known(kind), _meaning(folded)
    if not said:
        return None
    if (code := known.get(said)) is not None:
        return code
    if text.rstrip().endswith(".") and len(folded) >= _SHORTEST_CUT:
        begun = {code for word, code in kind.accepts if fold_text(str(word)).startswith(folded)}
        return begun.pop() if len(begun) == 1 else None
    return _typed(" ".join(said), known)


def _typed(said: str, known: dict[tuple[str, ...], str | None]) -> str | None:
    """Find the one word that a slip of typing explains; a nearest one that another is as near to is nobody's."""
    if len(said) < _SHORTEST_TYPED:
        return None
    near = [(score, code) for words, code in known.items() if (score := _likeness(said, " ".join(words))) >= _NEAR]
    best = max((score for score, _ in near), default=_NEAR)
    codes = {code for score, code in near if score >= best - 0.05}
    return codes.pop() if len(codes) == 1 else None


def _likeness(one: str, other: str) -> float:
    """Weigh how much of two texts is the same, 0 where their lengths or their letters tell that it is too little to be a slip."""
    if 2 * min(len(one), len(other)) < _NEAR * (len(one) + len(other)):
        return 0.0
    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.quick_ratio() >= _NEAR else 0.0


_ANSWER = Place(YES_NO)
ANSWERS = Repair(
    code="reparation-oui-non",
    types=(YES_NO,),
    mend=_yes_no,
    mends=(
        Example("✓", "oui", _ANSWER),
        Example("✔", "oui", _ANSWER),
        Example("1,0", "oui", _ANSWER),
        Example("ok", "oui", _ANSWER),
        Example("☐", "non", _ANSWER),
        Example("0.0", "non", _ANSWER),
        Example("Oui (depuis 2021)", "oui", _ANSWER),
        Example("non, pas encore", "non", _ANSWER),
    ),
    leaves=(("peut-être", _ANSWER), ("oui non", _ANSWER), ("oui / non", _ANSWER), ("2", _ANSWER), ("en cours", _ANSWER), ("✗", _ANSWER)),
)
_RENEWED, _STATE, _KIND, _THEME = Place(RENEWAL), Place(CONVENTION_STATUS), Place(STATUS), Place(THEME)
CHOICES = Repair(
    code="reparation-choix",
    types=(),
    mend=_choice,
    mends=(
        Example("par tacite reconduction", "Tacite", _RENEWED),
        Example("Tacite (1 an)", "Tacite", _RENEWED),
        Example("taciite", "Tacite", _RENEWED),
        Example("c’est dénoncé", "Dénoncée", _STATE),
        Example("Convention signée", "Signée", _STATE),
        Example("signé", "Signée", _STATE),
        Example("Signées", "Signée", _STATE),
        Example("renouvellée", "Renouvelée", _STATE),
        Example("en prép.", "Projet", _STATE),
        Example("publics", "Public", _KIND),
        Example("en cours de signature", "Projet", _STATE),
        Example("Signature en cours", "Projet", _STATE),
        Example("en attente de signature", "Projet", _STATE),
        Example("non signée", "Projet", _STATE),
        Example("non (dénoncée)", "Dénoncée", _STATE),
        Example("Forum, salon", "Forums et événements", _THEME),
        Example("jury de CAP", "Jurys, coloration, FCIL", _THEME),
        Example("stage de professeurs", "Formation des enseignants", _THEME),
        Example("votée, pas signée", "Votée en CA", _STATE),
        Example("votée, reste à signer", "Votée en CA", _STATE),
        Example("dénoncée par l’entreprise", "Dénoncée", _STATE),
        Example("signée le 12/03/2024", "Signée", _STATE),
        Example("reconduite en juin", "Renouvelée", _STATE),
    ),
    leaves=(
        ("signée ou dénoncée", _STATE),
        ("signée, puis dénoncée", _STATE),
        ("tacite ou expresse", _RENEWED),
        ("visites ou dons à prévoir", _THEME),
        ("pas de stage", _THEME),
        ("pri.", _KIND),
        ("mot inconnu", _STATE),
        ("x110000", Place(FRAMEWORK_KIND)),  # as near to two words, one of them nobody's
    ),
)
WORD_REPAIRS = (ANSWERS, CHOICES)


def without_web_signs(text: str) -> str:
    """Give a text with its HTML entities read, and its no-break spaces plain where no French rule wants them."""
    read = html.unescape(text) if _ENTITY.search(text) else text
    return _LONE_GAP.sub(" ", read).strip() or text


def suspicious_rows(texts: pl.Series) -> pl.Series:
    """Give the rows whose text may hold an entity or a no-break space."""
    return texts.str.contains_any(_SUSPICIOUS).fill_null(value=False).arg_true()
