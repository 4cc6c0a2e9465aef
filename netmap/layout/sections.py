"""Lycées, places and filières named on a row of their own above lines: such a row says of each line under it what a column would."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import polars as pl

from netmap.layout.table import Aside, Reason, Table
from netmap.reference.territories import territories
from netmap.values import UAI, Refusal, fold_text

HEADING, _DEPARTEMENT, _FILIERES, _TOWN = "Établissement", "Département", "Filières", "Ville"
_INITIALS = 5  # letters by which a trade is known
NUMBERED = re.compile(r"^(?:[IVX]{1,4}|[A-H]|[0-9]{1,2})\s*[–—.):-]\s*(?=\w)")  # « I – NIVEAU NATIONAL », « 2. SERVICES »
_BULLET = re.compile(r"^[^\w(«\"'’]+")  # « ► LP Brume »
_FEW_ENOUGH = 5_000  # lines of a table whose cells are looked through
NOWHERE = -1
_CODE = re.compile(r"(?<![0-9A-Za-z])[0-9]{7}[A-Za-z](?![0-9A-Za-z])")
_SAID = frozenset("uai rne etablissement etab lycee eple".split())  # noqa: SIM905
# What a heading may put before the word of what it names; what follows another word is about something else: « Référent lycée ».
_BEFORE = frozenset("nom intitule libelle sigle code numero n no num le la les l du de des d un une votre notre pour quel quelle".split())  # noqa: SIM905
_CAMPUS_HEADING, _CAMPUS_WORD = "Campus", re.compile(r"^(?:CMQ-?E?|Campus)\s+", re.IGNORECASE)
_CAMPUS, _CAMPUSES = re.compile(r"((?:CMQ-?E?|Campus)\s[^\W_].{2,100})", re.IGNORECASE), frozenset(("campus", "cmq", "cmqe"))


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SCHOOLS = _set("lycee lyc lp lpo lpr lpp lgt legt lpa legta legtpa leap eplefpa epl cfa cfaa cfppa mfr erea sep segpa etablissement")
_JOINING = _set(
    "a au aux d de des du en et l la le les secteur pole metiers metier section filiere systeme systemes production realisation"
)
# How lycées call their trades, alone on a row above the lines of each.
_TRADES = _JOINING | _set(
    """
    accueil administration aeronautique aepe agora agriculture aide alimentation animation assp audiovisuel auto automobile batiment bois
    agricole agricoles lourds materiel materiels poids
    boucherie boulangerie btp carrosserie charpente chaudronnerie chauffage climatisation coiffure commerce communication conduite
    construction couture cuir cuisine ebenisterie electricite electrotechnique elevage energie energies enfance environnement esthetique
    froid gestion gros hotellerie horticulture hygiene imprimerie industrie industrielle informatique logistique maconnerie maintenance
    maritime mcv mecanique mei melec menuiserie metallerie mode moto mspc numerique nautique oeuvre patisserie paysage peche peinture
    personne petite photo plasturgie plomberie prevention proprete public publics restauration routier sanitaire sante securite service
    services social soins soudage sport tertiaire textile transport travaux usinage vehicules vente verre viticulture
    """
)
_TAUGHT = _TRADES - _JOINING


# Headings of what may be called as a département is.
_ELSEWHERE = frozenset("departement departements dept dep dpt ressort territoire secteur zone bassin commune ville lieu nom".split())  # noqa: SIM905
_CODE_OF_PLACE = ("cp", "code postal")  # says no town by itself
# « Mézeray-sur-Loue » is a town, and so are the other names that stand alone as it does.
_SURELY_TOWN = re.compile(r"[^\W\d_]-(?:sur|sous|l[èe]s|lez|en|le|la)-[^\W\d_]", re.IGNORECASE)
_MAY_BE_TOWN = re.compile(r"(?:[LD]['’]|L[ea]s? )?[A-ZÀ-Ý][^\W\d_]+(?:[ '’-][^\W\d_]+){0,5}")
_DIPLOMA = re.compile(r"(?:bac pro\w*|baccalaureat pro\w*|cap|bts|bp|mc|bma|cs|dnmade|fcil|titre pro\w*) (?!du\b|de la\b)\w.{1,60}")


def _called(words: str) -> re.Pattern[str]:
    """Make the pattern of a title that names one thing of a sort: its name follows the word, a sign or « de »."""
    return re.compile(rf"(?:{words})\s*(?:[:–—-]\s*|d[eu]s?\s+|d['’]\s*|de\s+l['’]|de\s+la\s+)?([^\W\d_][^:()]{{1,60}})", re.IGNORECASE)


_OF_SECTOR = re.compile(
    r"(?:lyc[ée]es?|[ée]tablissements?|enseignement|secteur)\s+(public|priv[ée])s?( (?:sous|hors) contrat)?", re.IGNORECASE
)
_OF_SITTING = re.compile(
    r"(?:s[ée]ance|r[ée]union|conseil d['’]administration|CA)(?: du (?:CA|conseil d['’]administration))?\s*(?:du|:|–|-)?\s*"
    r"((?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)\s+)?[0-9]{1,2}(?:er)?[ /.-](?:[0-9]{1,2}|[a-zûé]{3,9})\.?[ /.-](?:20)?[0-9]{2})",
    re.IGNORECASE,
)
_OF_LEVEL = re.compile(
    r"(?:textes?|accords?(?:[ -]cadres?)?|conventions?(?:[ -]cadres?)?|niveau)\s*:?\s*"
    r"(national\w*|nationaux|r[ée]gional\w*|r[ée]gionaux|r[ée]gion acad[ée]mique|acad[ée]mi\w+)(?: \([^()]*\))?",
    re.IGNORECASE,
)
# What such a row names, beside lycées: the column it makes, and the words of headings that say it already.
_PLACES: Mapping[str, tuple[re.Pattern[str], frozenset[str]]] = {
    "Académie": (_called("acad[ée]mie"), frozenset(("academie", "aca"))),
    _DEPARTEMENT: (_called("d[ée]partement"), frozenset(("departement", "dept", "dep", "dpt"))),
    "Bassin": (_called("bassin(?: d['’]emploi| de formation)?"), frozenset(("bassin", "zone"))),
    _CAMPUS_HEADING: (_CAMPUS, _CAMPUSES),
    "Votée en CA le": (
        _OF_SITTING,
        frozenset(("votee", "vote", "ca", "seance", "passee", "passage", "adoptee", "deliberation", "conseil")),
    ),
    "Statut": (_OF_SECTOR, frozenset(("statut", "secteur", "public", "prive"))),
    "Niveau": (_OF_LEVEL, frozenset(("niveau", "echelon", "portee"))),
    _TOWN: (
        _called("(?:commune|ville)"),
        frozenset("commune communes ville villes localite lieu cp bourg implantation implante ou situation".split()),  # noqa: SIM905
    ),
    _FILIERES: (_called("fili[èe]re"), frozenset(("filiere", "filieres", "formation", "formations", "diplome", "diplomes", "section"))),
}


def names_school(text: str) -> bool:
    """Tell whether a text alone on its row names a lycée: by its UAI, or by what lycées are called."""
    if any(not isinstance(UAI.cell(code), Refusal) for code in _CODE.findall(text)):
        return True
    words = fold_text(text).split()
    return len(words) > 1 and words[0] in _SCHOOLS


def names_trade(text: str) -> bool:
    """Tell whether a text has a word of what is taught: « Bac pro cuisine », « Métallerie »."""
    folded = fold_text(text)
    return not _TAUGHT.isdisjoint(folded.split()) or _DIPLOMA.match(folded) is not None


def names_campus(text: str, heading: str) -> bool:
    """Tell whether a text alone on its row, under a heading that is not theirs, names a campus."""
    return _CAMPUS.fullmatch(text) is not None and _CAMPUSES.isdisjoint(fold_text(heading).split())


def names_departement(text: str, heading: str) -> bool:
    """Tell whether a text alone on its row, under the heading of something else, is a département: « Haute-Saône »."""
    return fold_text(text) in _departements() and _ELSEWHERE.isdisjoint(fold_text(heading).split())


def with_sections(table: Table, aside: Sequence[Aside]) -> Table:
    """Give the table a column of the lycées, and of the places and filières, that stand above its lines, where it has none.

    Each of its lines must be under one.
    """
    titles = [replace(one, text=_BULLET.sub("", one.text)) for one in aside if one.reason is Reason.SECTION]
    schools = [(one.lines[0], one.text) for one in titles if names_school(one.text)]
    table = _with(table, schools, HEADING, _SAID, "Le nom du lycée")
    listed = _listed(titles)
    for heading, (called, words) in _PLACES.items():
        said = ((one.lines[0], _named(called, one.text, heading) or (_as_known(one.text) if heading == listed else "")) for one in titles)
        found = [(line, name) for line, name in said if name]
        table = _with(table, found, heading, words, f"« {heading} »")
    return table


def _listed(titles: Sequence[Aside]) -> str:
    """Say what all titles are: départements, for « Nord » alone may be anything, towns, or trades (« COIFFURE », « Esthétique »)."""
    folded = [fold_text(one.text) for one in titles]
    if folded and all(text in _departements() for text in folded):
        return _DEPARTEMENT
    traded = (_TRADES >= set(text.split()) > _JOINING & set(text.split()) or _DIPLOMA.fullmatch(text) is not None for text in folded)
    if len(folded) > 1 and all(traded):
        return _FILIERES
    towns = all(_MAY_BE_TOWN.fullmatch(one.text) and not names_school(one.text) for one in titles)
    return _TOWN if len(folded) > 1 and towns and any(_SURELY_TOWN.search(one.text) for one in titles) else ""


def _as_known(text: str) -> str:
    """Write a département as it is known, « Ain » for « AIN », anything else as it is written."""
    return _departements().get(fold_text(text), text) if text.isupper() else text


@cache
def _departements() -> Mapping[str, str]:
    return {fold_text(name): name for _, _, _, name in territories()}


def _named(called: re.Pattern[str], text: str, heading: str) -> str:
    """Give what a title names: « Orlange » in « ACADÉMIE D’ORLANGE », « MELEC » in « Filière MELEC »; "" where it names nothing."""
    found = called.fullmatch(NUMBERED.sub("", text))
    if found is None:
        return ""
    name = "".join(found.groups(""))
    initials = heading == _FILIERES and len(name) <= _INITIALS
    return name.title() if name.isupper() and not initials else name


def _first_said(heading: str) -> str:
    """Give the first word of a heading that tells what it names."""
    return next((word for word in fold_text(heading).split() if word not in _BEFORE), "")


def with_sections_named(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Give each table the column that the texts on rows of their own between its lines are cells of, in another table of the workbook."""
    sections = [[one for one in table.aside if one.reason is Reason.SECTION] for table in tables]
    if not any(sections):
        return tuple(tables)
    columns = [
        _Column(place, heading, frozenset(map(fold_text, table.cells[f"c{column}"].drop_nulls().unique().to_list())))
        for place, table in enumerate(tables)
        if len(table.lines) <= _FEW_ENOUGH
        for column, heading in enumerate(table.headings)
        if _first_said(heading)
    ]
    return tuple(_as_elsewhere(_as_written(table, columns), place, sections[place], columns) for place, table in enumerate(tables))


@dataclass(frozen=True, slots=True)
class _Column:
    """Hold the cells of a column, folded, with its heading and the place of its table."""

    table: int
    heading: str
    cells: frozenset[str]


def _as_written(table: Table, columns: Sequence[_Column]) -> Table:
    """Name the campuses above its lines as another table does: « Campus Bois » is its « Bois »."""
    if NOWHERE not in table.places or table.headings[-1] != _CAMPUS_HEADING:
        return table
    name = table.cells.columns[-1]
    known = table.cells[name].drop_nulls().unique().to_list()
    plain = {text: _CAMPUS_WORD.sub("", text) for text in known}
    if not any(one.cells.issuperset(map(fold_text, plain.values())) for one in columns):
        return table
    return replace(table, cells=table.cells.with_columns(pl.col(name).replace(plain)))


def _as_elsewhere(table: Table, place: int, titles: Sequence[Aside], columns: Sequence[_Column]) -> Table:
    said = [fold_text(one.text) for one in titles]
    heading = next((one.heading for one in columns if said and one.table != place and one.cells.issuperset(said)), None)
    if heading is None or NOWHERE in table.places:  # what they name is known by itself
        return table
    found = [(one.lines[0], one.text) for one in titles]
    return _with(table, found, heading, frozenset((_first_said(heading),)), f"« {heading} »")


def _with(table: Table, found: Sequence[tuple[int, str]], heading: str, said: frozenset[str], what: str) -> Table:
    headings = {_first_said(heading) for heading in table.headings if fold_text(heading) not in _CODE_OF_PLACE}
    if not found or table.lines.is_empty() or headings & said or found[0][0] > table.lines[0]:
        return table
    above = pl.DataFrame({"line": [line for line, _ in found], "text": [text for _, text in found]}, schema_overrides={"line": pl.Int64})
    named = pl.DataFrame({"line": table.lines}).join_asof(above, on="line", strategy="backward")["text"]
    told = " ; ".join(f"« {text} » (ligne {line})" for line, text in found[:3]) + (" …" if len(found) > 3 else "")  # noqa: PLR2004
    return replace(
        table,
        headings=(*table.headings, heading),
        cells=table.cells.with_columns(named.alias(f"c{len(table.headings)}")),
        places=(*table.places, NOWHERE),
        groups=(*table.groups, "") if table.groups else (),
        notes=(*table.notes, f"{what}, sur une ligne à part, vaut pour les lignes qui le suivent : {told}."),
    )
