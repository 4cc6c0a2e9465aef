"""What the names around a table say of all its lines: whose file it is, an establishment by its UAI or its name, or a campus by its own.

A title is read before the name of the sheet, and that before the name of the file; what other sheets say comes last, and only where
they say the same. Two establishments named in one place are nobody's.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from netmap.domain import CAMPUS
from netmap.layout.table import Table
from netmap.source import Source
from netmap.values import UAI, Refusal, fold_text

NAMED = frozenset(("uai", "establishment"))
CAMPUS_SAID = "campus"
_UAI = re.compile(r"(?<![0-9A-Za-z])[0-9]{7}[A-Za-z](?![0-9A-Za-z])")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*[.'’]?|[^\s\w]|_")
_ENDING = re.compile(r"(?:\.(?:xls[xm]?|ods|csv|tsv|txt|zip|gz))+$", re.IGNORECASE)
_ELIDED = re.compile("^[dl]['’]", re.IGNORECASE)
_MOST_WORDS = 8
_CAMPUS = re.compile(r"\b(?:CMQ-?E?|Campus(?: des métiers)?(?: et des qualifications)?(?: d['’]excellence)?)(?=\s)", re.IGNORECASE)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SCHOOL = _set("lycee lyc lp lpo lpp lpr lpa lgt legt legta lpm epl eplefpa erea leap sep")
_SECTION = "sep"
# What kind of establishment it is, and the words that join a name: none names one by itself.
_KIND = _set("""
    professionnel professionnelle pro polyvalent prive public agricole horticole technologique technique general maritime hotelier hoteliere
    metiers rural rurale forestier viticole aquacole climatique catholique protestant laic international europeen municipal departemental
    regional industriel tertiaire agroalimentaire
""")
_JOINING = _set("d de des du en l la le les et saint st ste sainte notre dame")
_ALONE = _set("d de des du en l la le les et")
# Words of what the table is about: a name ends before them.
_ELSEWHERE = _set(
    """
    a au aux avec pour par sur vers dans annee annees scolaire rentree session action actions activites bilan bureau carnet convention
    conventions contact contacts contrat contrats entreprise entreprises export fichier filiere filieres forum forums liste listes
    mise maj partenaire partenaires partenariat partenariats pfmp point projet recap reseau section sections stage stages suivi synthese
    tableau taxe version edition page bassin academie region departement campus ville voisins environs partenaires label situation
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre service relations uai rne siret
    """
)

# What a title may give as a form does.
_LABELS: Mapping[str, str] = {
    label: field
    for field, labels in {
        "filieres": ("filiere", "filieres", "section", "filiere concernee", "metiers"),
        "academie": ("academie",),
        "departement": ("departement",),
        "bassin": ("bassin", "bassin d emploi", "bassin de formation"),
        "partner": (
            "partenaire",
            "entreprise",
            "organisme",
            "nom du partenaire",
            "nom de l entreprise",
            "structure",
            "federation",
            "association",
            *(f"{sort} signataire" for sort in ("association", "organisme", "entreprise", "partenaire", "structure", "federation")),
        ),
        "partner_country": ("pays",),
        CAMPUS_SAID: ("campus", "cmq", "nom du campus"),
        "delegation": ("delegation", "delegation informee"),
    }.items()
    for label in labels
}
# « Mission locale du Pays de Larze – conventions avec les lycées »
_WITH_SCHOOLS = re.compile(
    r"((?:mission locale|chambre|cci|cma|france travail|f[ée]d[ée]ration|groupe|opco|medef|cpme|capeb|uimm|association|soci[ée]t[ée]"
    r"|union)\b[^:–—]{0,80}?)\s*(?: - |[:–—])\s*(?:nos |les |liste des |suivi des )?(?:convention|partenariat|accord)s?\b.*"
    r"\bavec (?:les|nos|des|vos) (?:lyc[ée]es|lp\b|[ée]tablissements).*",
    re.IGNORECASE,
)
_OF_CAMPUSES = _set("""
    membre membres plan etablissement etablissements lycee lycees cfa college colleges monde gouvernance comite pilotage copil base fiche
    donnees carte tous toutes composition annuaire organisation presentation
""")


def common_values(hints: Sequence[str], table: Table) -> dict[str, tuple[str, str]]:
    """Find what the names around a table say of all its lines, each with the words that say it: `uai` or `establishment`, `campus`."""
    campus = _campus_named(hints, table)
    return {**({CAMPUS_SAID: campus} if campus else {}), **_labelled(table), **_school_said(hints, table)}


def _labelled(table: Table) -> dict[str, tuple[str, str]]:
    """Find what titles say of all lines as a form would: « Filière : Cuisine »."""
    found: dict[str, tuple[str, str]] = {}
    for title in (*table.titles, *table.above):
        label, _, told = title.partition(":")
        field, value = _LABELS.get(fold_text(label)), told.strip(" ;").partition(" ; ")[0]  # cells of a row are parted so
        if field is not None and value:
            found.setdefault(field, (value, _read_in(title)))
        if (named := _WITH_SCHOOLS.fullmatch(title)) is not None:
            found.setdefault("partner", (named[1].strip(), _read_in(title)))
    return found


def _school_said(hints: Sequence[str], table: Table) -> dict[str, tuple[str, str]]:
    near = (*table.titles, *table.groups, table.sheet, *table.above)
    if any(isinstance(UAI.cell(heading), str) for heading in table.headings):
        return {}
    for text in (*near, *hints):
        codes = _codes_in(text)
        if len(codes) == 1:
            return {"uai": (codes.pop(), _read_in(text)), **_school_named(near)}
    return _school_named((*near, *hints)) or _said_beside(table.beside)


def _school_named(texts: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Find the establishment that the first text to name some names, nobody's where it names two."""
    for text in texts:
        names = schools_named(_ENDING.sub("", text))
        if names:
            return {"establishment": (names[0], _read_in(text))} if len(set(map(fold_text, names))) == 1 else {}
    return {}


def _said_beside(texts: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Find the one establishment that the other sheets of a workbook name."""
    codes = {code: (code, _read_in(text)) for text in texts for code in _codes_in(text)}
    if codes:
        return {"uai": next(iter(codes.values()))} if len(codes) == 1 else {}
    names = {fold_text(name): (name, _read_in(text)) for text in texts for name in schools_named(text)}
    return {"establishment": next(iter(names.values()))} if len(names) == 1 else {}


def _campus_named(hints: Sequence[str], table: Table) -> tuple[str, str] | None:
    """Find the campus whose table it is, with the words that say so: « Membres du CMQ Bois » names « CMQ Bois »."""
    near = [_campus_in(text) for text in (*table.titles, *table.groups, table.sheet, *table.above)]
    others = {fold_text(name): (name, read) for name, read in filter(None, map(_campus_in, table.beside))}
    beside = next(iter(others.values())) if len(others) == 1 else None
    found = next(filter(None, (*near, beside, *map(_campus_in, hints))), None)
    if found is None:
        return None
    # « CMQ Bois » on the tab is the « CMQ Bois et habitat durable » of a title
    longer = [one for one in (*filter(None, near), *others.values()) if fold_text(one[0]).startswith(f"{fold_text(found[0])} ")]
    return longer[0] if len({fold_text(name) for name, _ in longer}) == 1 else found


@lru_cache(maxsize=4_096)
def _campus_in(text: str) -> tuple[str, str] | None:
    spaced = _ENDING.sub("", text).replace("_", " ")
    for found in _CAMPUS.finditer(spaced):
        words = list(takewhile(_goes_on, _WORD.finditer(spaced, found.end())))[:_MOST_WORDS]
        while words and fold_text(words[-1][0]) in _JOINING:
            words.pop()
        if words:
            return " ".join(spaced[found.start() : words[-1].end()].split()), _read_in(text)
    return None


def _goes_on(word: re.Match[str]) -> bool:
    """Tell whether a word may be of the name of a campus, which is what it is about: « Campus bois et habitat »."""
    parts = fold_text(word[0]).split()
    return bool(parts) and not word[0][0].isdigit() and _ELSEWHERE.isdisjoint(parts) and _OF_CAMPUSES.isdisjoint(parts)


def said_of(source: Source, common: Mapping[str, tuple[str, str]], bound: set[str]) -> dict[str, tuple[str, str]]:
    """Keep what is said of all lines that a source has a field for, and that no column says; a name only where each line needs one."""
    fields = {column.field for column in source.columns} - bound
    kept = {name: value for name, value in common.items() if name in fields}
    if "establishment" in kept and (bound & NAMED or NAMED not in map(frozenset, source.any_of)):
        del kept["establishment"]
    subject = source.subject
    if CAMPUS_SAID in common and subject.kind is CAMPUS and not subject.declares and bound.isdisjoint(subject.fields):
        kept["name"] = common[CAMPUS_SAID]
    return kept


@lru_cache(maxsize=4_096)  # the titles of all sheets are looked at for each
def schools_named(text: str) -> tuple[str, ...]:
    """Give the lycées that a text names: « Conventions du LP Jean-Moulin – 2025 » names « LP Jean-Moulin »."""
    spaced = text.replace("_", " ")
    found = list(_WORD.finditer(spaced))
    words = [(one[0].title() if spaced.islower() else one[0], fold_text(one[0])) for one in found]
    names: list[str] = []
    place = 0
    while place < len(words):
        if words[place][1] not in _SCHOOL:
            place += 1
            continue
        end, named = _name_ends(words, _after_section(words, place) + 1)
        if named:
            names.append(" ".join(spaced[found[place].start() : found[end - 1].end()].split()))
        place = max(end, place + 1)
    return tuple(names)


def _after_section(words: Sequence[tuple[str, str]], place: int) -> int:
    """Give the place of the word of the lycée that a section is of, « SEP du lycée Brume », or the place itself."""
    if words[place][1] != _SECTION:
        return place
    following = next((one for one in range(place + 1, len(words)) if words[one][1] not in _ALONE), place)
    return following if following < len(words) and words[following][1] in _SCHOOL else place


def _name_ends(words: Sequence[tuple[str, str]], start: int) -> tuple[int, bool]:
    """Follow the words of a name; give where it ends, and whether one of them names someone."""
    end, named, trade = start, False, False
    for place in range(start, min(len(words), start + _MOST_WORDS)):
        written, folded = words[place]
        parts = frozenset(folded.split())
        about = parts <= _ELSEWHERE | _ALONE if "-" in written else parts & _ELSEWHERE  # « Fontaine-aux-Merles » is one name
        if not parts or written[0].isdigit() or about or parts & _SCHOOL:
            break
        if parts <= _KIND | _ALONE:
            trade = trade or folded == "metiers"
            continue
        if _ELIDED.sub("", written)[:1].islower():
            if trade and not named:  # « Lycée des métiers du bâtiment Paul-Hermeline »
                continue
            break
        named = named or not parts <= _JOINING
        end = place + 1
    return end, named


def _codes_in(text: str) -> set[str]:
    return {code.upper() for code in _UAI.findall(text) if not isinstance(UAI.cell(code), Refusal)}


def _read_in(text: str) -> str:
    return f"lu dans « {text[:80]} »"
