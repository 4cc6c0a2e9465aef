"""One name or several in a cell: « Renault, Peugeot et Citroën » are three, « Martin et Fils » is one.

Signs that no name holds (line breaks, bullets) part names. A comma or « et » parts them only where each piece is a name by itself:
it has a legal form, it is a known sort of body, it stands alone elsewhere in the column. In doubt the cell is one name, and told.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from netmap.values import fold_text

SUSPECTS = r",|\n|&|•|●| \+ | (?:et|ET) "
_LINES = re.compile(r"\s*(?:\r?\n|[•●]|\s\+\s)\s*")
_BULLET = re.compile(r"^(?:[-–*·>]\s+|[0-9]{1,2}\s?[.)]\s+)")
_COMMA = re.compile(r"\s*,\s*")
_AND = re.compile(r"\s+(?:et|ET)\s+")
_AMPERSAND = re.compile(r"\s*&\s*")
_MOST_WORDS = 7


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LEGAL = _words(
    """
    sa sas sasu sarl eurl snc scop scic sci gie earl gaec sca selarl scp ag gmbh ltd spa bv epic epa
    """
)
_HEADS = _words(
    """
    academie france interim adapei afpa agence amicale assurance association atelier ateliers auberge banque bibliotheque blanchisserie
    boucherie boulangerie boutique brasserie bureau cabinet caf cafe caisse camping campus cantine carrosserie cave caves cci
    centre cfa chambre charcuterie charpente chateau chaudronnerie chu cinema cio clinique club cma cnam college comite
    communaute commune concession conseil cooperative cpam creche crma crous departement direction domaine drac dsden
    ebenisterie ecole ehpad electricite entreprise epicerie esat etablissement etablissements ets federation ferme
    fleuriste fondation fonderie foyer fromagerie garage gendarmerie greta groupe hopital hotel hypermarche ime
    imprimerie institut itep iut laboratoire librairie lp lpo lycee maconnerie magasin mairie maison medef mediatheque
    menuiserie metallerie mfr ministere mission mjc musee office opco opera patisserie paysagiste pepiniere pepinieres
    pharmacie plomberie pole polyclinique prefecture pressing rectorat region residence restaurant salon scierie sdis
    bijouterie biscuiterie caves chocolaterie cidrerie confiserie conserverie distillerie faiencerie filature horlogerie
    jardinerie paysages laiterie maroquinerie marbrerie miroiterie papeterie poterie quincaillerie sellerie tannerie teinturerie tissages
    tonnellerie verrerie voilerie
    section serrurerie societe ssiad supermarche syndicat theatre tolerie traiteur transports uimm umih union universite
    ville
    """
)
_TAILS = _words(
    """
    fils fille filles frere freres soeur soeurs cie compagnie associes associe partners partenaires co sons consorts
    collaborateurs neveu neveux pere mere participations developpement services service conseil conseils
    """
)
_JOINING = _words(
    """
    a au aux d de des du en et l la le les par pour sur
    """
)
# Words of what a body is, not of which one: « Lycée polyvalent » and « Lycée des métiers du bois » name nobody by themselves.
_GENERIC = _words(
    """
    polyvalent polyvalente professionnel professionnelle professionnels general generale technologique technique agricole horticole
    prive privee prives
    privees public publique mixte experimental superieur superieure enseignement metiers commerce industrie artisanat scolaire
    """
)
_LYCEES = _words("lycee lp lpo")  # « LP Arvieux et lycée Brun »
# What begins a town, or a part of the house named before.
_OF_THE_FIRST = _words(
    "la le les l saint st sainte ste bourg ville val mont groupe filiale agence site service antenne direction section pole rue"
)
_WITHIN_TOWNS = _words("sur sous en lez les l")
_FIRMS = _words("associes associe notaires avocats")
_CODED = re.compile(r"\(\s*[0-9][0-9 .\u00a0\u202f-]{7,}[0-9]\s*\)|\(?\b[0-9]{7}[A-Za-z]\b\)?")
_STREET = re.compile(r"[0-9]+\s*(?:bis|ter)?,?\s+(?:rue|av|avenue|bd|boulevard|place|chemin|route|allee|impasse|quai|cours|square)\b")
_WORD_OF_ITS_OWN = re.compile(r"^[^\W_]", re.UNICODE)
# Bodies that every office knows by their name alone.
_WELL_KNOWN = frozenset(("france travail", "pole emploi", "cap emploi", "region", "la region", "rectorat", "agefiph"))
_ENUMERATED = 3
_LONGEST_ACRONYM = 6
_SEVERAL_ASKED = re.compile(r"\((?:s|es|x|aux)\)|[a-zé]·s\b|plusieurs", re.IGNORECASE)
_PLURALS = _words(
    """
    partenaires entreprises structures organismes societes etablissements lycees signataires intervenants membres associations
    acteurs filieres formations sections specialites diplomes participants parties contractants employeurs donateurs campus metiers
    """
)

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Shared:
    """Hold the names of a cell; `doubt` says why a cell that may hold several is kept as one, "" where there is no doubt."""

    names: tuple[str, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """Say what is known of a column of names: a name met alone in it, a town met in the table, and what its heading says.

    `listed` tells a heading that asks for several (« Partenaires », « Entreprise(s) »), `placed` a table that says towns elsewhere,
    `labels` names of what is taught rather than of who: no town stands beside them.
    """

    stands_alone: Known
    is_place: Known
    listed: bool = False
    placed: bool = False
    labels: bool = False


def asks_for_several(heading: str) -> bool:
    """Tell whether a heading asks for several names in a cell."""
    return bool(_SEVERAL_ASKED.search(heading)) or bool(_PLURALS & set(fold_text(heading).split()))


def names_in(text: str, column: Column) -> Shared:
    """Give the names of a cell of a column."""
    written = [line for line in _LINES.split(text) if _BULLET.sub("", line).strip(" ,;")]
    lines = [_BULLET.sub("", line) for line in written]
    if not all(map(_BULLET.match, written)):
        lines = _joined(lines, listed=column.listed)
    found: list[str] = []
    doubts: list[str] = []
    for line in lines:
        shared = _of_line(line.strip(" ,;"), column)
        found += shared.names
        doubts += [shared.doubt] if shared.doubt else []
    return Shared(tuple(dict.fromkeys(found)), doubts[0] if doubts else "")


def _joined(lines: list[str], *, listed: bool) -> list[str]:
    """Join a line to the one before where it goes on with it: a small letter, a bracket, a word that waits for another."""
    joined: list[str] = []
    for line in lines:
        before = fold_text(joined[-1]).split() if joined else []
        begins = _head(line) in _HEADS and not set(fold_text(line).split()) <= _HEADS | _GENERIC | _JOINING
        short = len(before) < _ENUMERATED and len(lines) == 2 and not listed  # noqa: PLR2004
        nameless = short and set(before) <= _HEADS | _GENERIC | _JOINING
        waits = bool(before) and not begins and (before[-1] in _JOINING or nameless)
        begins_small = line[:1].islower() or line.startswith(("(", "&"))
        if joined and (waits or begins_small or fold_text(line) in _LEGAL):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _of_line(line: str, column: Column) -> Shared:
    commas = _COMMA.split(line)
    if len(commas) > 1:
        last = [commas[-1]] if column.labels and ", " not in line else _AND.split(commas[-1])
        return _enumerated(line, [*commas[:-1], *last], len(last) > 1, column)
    for rule, told in ((_AND, True), (_AMPERSAND, False)):
        pieces = rule.split(line)
        if len(pieces) > 1 and "" not in pieces:
            return _joined_by_and(line, pieces, told, column)
    return Shared((line,))


def _enumerated(line: str, pieces: list[str], ended_by_and: bool, column: Column) -> Shared:
    named = _are_labels(pieces) if column.labels else _are_names(pieces)
    if not named or any(column.is_place(piece) for piece in pieces[1:]):
        return Shared((line,))
    tight = "," in line and ", " not in line  # as lists of applications are written
    listed = column.listed or tight or all(" " not in piece for piece in pieces) or all(map(_is_small, pieces))
    if _all_named(pieces, column.stands_alone) or (column.labels and listed):
        return Shared(tuple(pieces))
    heads = [_head(piece) in _HEADS for piece in pieces]
    words = [len(piece.split()) for piece in pieces]
    towns = words[0] > 1 and max(words[1:]) == 1 and not ended_by_and
    known = any(fold_text(piece) in _WELL_KNOWN for piece in pieces)
    if not column.labels and (known or _stand_apart(pieces) or (len(pieces) >= _ENUMERATED and any(map(_is_acronym, pieces)))):
        return Shared(tuple(pieces))
    if len(pieces) >= _ENUMERATED and not towns and not (heads[0] and not any(heads[1:])):
        return Shared(tuple(pieces))
    parted = heads[0] == all(heads) or all(map(_is_acronym, pieces[1:]))
    if column.listed and parted and (column.placed or ended_by_and or max(words[1:]) > 1 or any(map(_is_acronym, pieces))):
        return Shared(tuple(pieces))
    return Shared((line,), "une virgule sépare des noms, ou un nom et sa ville")


def _stand_apart(pieces: list[str]) -> bool:
    """Tell whether each piece is two words or more, and none a town or a part of the first: « Garage Morandi, Pneus 2000 »."""
    last = [fold_text(piece).split() for piece in pieces]
    return all(len(piece.split()) > 1 for piece in pieces) and not any(
        words[0] in _OF_THE_FIRST or not _WITHIN_TOWNS.isdisjoint(words[1:]) for words in last[1:]
    )


def _joined_by_and(line: str, pieces: list[str], told: bool, column: Column) -> Shared:
    one = Shared((line,))
    if not _are_names(pieces):
        return one
    if _all_named(pieces, column.stands_alone):
        return Shared(tuple(pieces))
    if _head(pieces[0]) in _HEADS and not column.stands_alone(pieces[1]):
        return one  # « Association sportive et culturelle »: a body and what it is for
    return Shared((line,), "« et » joint deux noms, ou fait partie d’un seul") if told else one


def _all_named(pieces: list[str], stands_alone: Known) -> bool:
    return all(_has_mark(piece) for piece in pieces) or all(_head(piece) in _HEADS for piece in pieces) or all(map(stands_alone, pieces))


def _is_name(piece: str) -> bool:
    """Tell whether a piece can be a name: it begins with a capital or a digit, not with an article, and is not a legal form."""
    folded = fold_text(piece).split()
    if not folded or len(folded) > _MOST_WORDS or not _WORD_OF_ITS_OWN.match(piece) or (piece[0].islower() and folded[0] not in _LYCEES):
        return False
    small = folded[0] in _JOINING and not (folded[0] in ("la", "le", "les") and piece[1:2].islower())
    heads = _LYCEES if folded[0] in _LYCEES else _HEADS  # « LP de la Tannerie » is one, « Lycée professionnel » names none
    generic = set(folded) <= heads | _GENERIC | _JOINING and not (_is_acronym(piece) and folded[0] not in _LYCEES)
    generic = generic and " ".join(folded) not in _WELL_KNOWN
    if generic or folded[:3] == ["lycee", "des", "metiers"]:
        return False
    return not small and not set(folded) <= _LEGAL and not _STREET.match(" ".join(folded))


def _is_label(piece: str) -> bool:
    """Tell whether a piece can be what is taught: « Commerce » is, and names no body."""
    folded = fold_text(piece).split()
    return 0 < len(folded) <= _MOST_WORDS and bool(_WORD_OF_ITS_OWN.match(piece)) and not piece[0].islower()


def _are_labels(pieces: list[str]) -> bool:
    """Tell whether pieces are things taught, written alike; a sigle may stand beside small letters: « MELEC, ascenseurs »."""
    words = [piece for piece in pieces if not _is_acronym(piece)]
    return all(map(_is_label, pieces)) or all(map(_is_small, words))


def _is_small(piece: str) -> bool:
    """Tell whether a piece is what is taught, in small letters: « bois, aluminium verre »."""
    return piece[:1].islower() and len(piece.split()) <= _ENUMERATED


def pieces_of(text: str) -> list[str]:
    """Give what a cell would be parted into, were every sign a separator: the names to look for elsewhere."""
    return [piece for piece in re.split(r"\s*[,\n&•●]\s*|\s(?:et|ET|\+)\s", text) if piece]


def _has_mark(piece: str) -> bool:
    return bool(_CODED.search(piece)) or bool(set(fold_text(piece).split()) & _LEGAL)


def _is_acronym(piece: str) -> bool:
    return piece.isupper() and piece.isalpha() and len(piece) <= _LONGEST_ACRONYM


def _head(piece: str) -> str:
    """Give the first word of a name, « charpente » for « Charpentes »."""
    word = (fold_text(piece).split() or [""])[0]
    return word if word in _HEADS else word.removesuffix("s")


def _are_names(pieces: list[str]) -> bool:
    """Tell whether each piece can be a name by itself, none the tail of a family or of a firm."""
    last = fold_text(pieces[-1]).split()
    return all(_is_name(piece) for piece in pieces) and not (set(last[:1]) & _TAILS or set(last) & _FIRMS)
