"""Weigh each column of a table, by its heading and by its cells, for each field of a source; then give each its best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netmap.domain import CAMPUS
from netmap.domain.vocabulary import CATEGORY, FRAMEWORK_LEVEL, NETWORK_KIND, THEME
from netmap.headings import ALIKE, ANOTHER, KNOWN, NOTHING, NUMBERED, THEIRS, TOWN, Nearness
from netmap.mapping.profile import Profile, fitness
from netmap.source import Column, Source
from netmap.values import AMOUNT, DATE, PHONE, POSTCODE, URL, fold_text
from netmap.wording import words_of

Near = Mapping[int, Mapping[tuple[str, str], Nearness]]
"""What the heading of each column may stand for: fields as (source, field)."""

_CODE, _PARTNER = "code", "partenaire"
WORTH_SAYING = 0.35
ENOUGH = 0.55
_BY_CONTENT = 0.75
_TELLING_FIELDS = frozenset(("uai", "siret", "siren", "courriel", "statut"))
_LESS_TELLING = 0.58
_NEARLY_ALL = 0.7
_HALF = 0.5
_NO_NAME = 0.5
# What a convention commits to is told word for word, or by a yes.
_COMMITMENTS = frozenset(("exclusivity", "reserved_territory", "finance", "confidentiality", "follow_up"))
# What names the subject of a line or its partner, and what names a lycée.
NAMING = frozenset(("name", "partner", "title", "label"))
_SORTS = (CATEGORY, THEME, NETWORK_KIND)
_TITLES = frozenset(("title", "label"))
_PLACES = ("lieu", "lieux", "site", "sites")
_TOWNS = ("commune", "partner_commune")
_WORDS_ALONE = NAMING | {"contact", "known_by", "establishment"}
_TERRITORIES = ("region", "academie", "departement", "bassin")
_NEVER_DAYS = _WORDS_ALONE | {"delegation", "delegation_area", "framework", "comment", *_TERRITORIES}
_TIMED = ("on", "last_news_on")  # when an action is held may say the hour, when a form was filled in is no day of a convention
_SIGNED = "signed_on"  # on a screen, at an hour
_NEVER_SCHOOLS = ("filieres", "title", "object", "known_by", "contact")
_NEVER_LASTING = ("object", "themes", "comment")
_AREAS = ("area", "delegation_area")
_OF_PERSONS = ("known_by", "contact", "follow_up")
_NEVER_WORDS = ("filieres", "comment", "role")
_NEVER_THEMES = ("sector",)
_OF_GROUPS = ("federation_name", "parent_name")
_ESTABLISHMENT, _OF_PARTNERS = "establishment", "partner"
_OBJECT, _THEMES = "object", "themes"
_FILIERES, _SECTOR = "filieres", "secteur"
_SCHOOL_NAMES = frozenset((_ESTABLISHMENT, "name"))
_FEWEST_SURE = 3
_TOLD_TWICE, _OF_TWO = 0.05, 0.01
_WIDER = 0.0005  # a choice; the narrower of two is meant
_ANSWERED = 0.6  # « Réalisée : oui » says what a choice would


@dataclass(frozen=True, slots=True)
class Weighed:
    """Hold how well a column stands for a field, and why; of two as good, the one of the heading declared first (`rank`) is taken."""

    score: float
    field: str
    column: int
    reason: str
    rank: int = 0


def _weigh(col: Column, near: Nearness, profile: Profile, *, elsewhere: bool) -> tuple[float, str]:
    """Weigh a column for a field by its heading and by its cells; these tell nothing where the heading speaks of something `elsewhere`."""
    fits = fitness(col.type, profile)
    if _answers_in_vain(col, near, profile) or _says_otherwise(col, near, profile) or _only_coded(col, near, profile):
        return 0.0, ""
    if col.type is CATEGORY and near.score < ALIKE and not profile.share(col.type):
        return 0.0, ""  # « Où on en est » is near « Statut (entreprise, association…) »
    if not fits and (col.type.name == "texte" or (col.type is URL and profile.towns) or (near.score < ALIKE and not col.required)):
        return 0.0, ""  # « Texte cadre » is near « Signée le », and holds no date; towns under « Site » are no address
    by_heading = near.score * (0.55 + 0.45 * fits) if fits or not col.type.choices else 0.5 * near.score
    if profile.answers and col.type.choices and near.score >= ALIKE:
        by_heading = max(by_heading, _ANSWERED)
    share, why = _told_by_cells(col, profile, alike=near.score >= ALIKE)
    if share and near.score >= ALIKE and profile.telling is None:
        # « Nature » is that of the partner or of the agreement, « Établissement » is a lycée or a firm: cells tell
        return KNOWN + _TOLD_TWICE * share - _WIDER * len(col.type.choices), _heading_reason(near)
    weight = _BY_CONTENT if col.type.name in _TELLING_FIELDS else _LESS_TELLING
    # four cells of five that are each a word of a closed choice, or a telephone, are as sure as all: people add words of their own
    by_content = weight if share and (col.type.choices or col.type is PHONE) else weight * share
    if elsewhere or by_heading >= by_content:
        return by_heading, _heading_reason(near)
    return by_content + 0.2 * near.score, why


def _answers_in_vain(col: Column, near: Nearness, profile: Profile) -> bool:
    """Tell whether cells only number the lines, or say yes and no, where a field holds neither."""
    if profile.ordinal and (near.score < (ALIKE if col.required else KNOWN) or col.type.name == "texte"):
        return True  # line numbers are no reference: they would join what two files number alike
    if not profile.answers:
        return False
    if col.type.name == "texte":
        return near.score < KNOWN or col.field not in _COMMITMENTS  # a cross names nothing
    return bool(col.type.choices) and near.score < ALIKE and not profile.share(col.type)


def _only_coded(col: Column, near: Nearness, profile: Profile) -> bool:
    """Tell whether cells are codes or addresses where a name is asked for, by another heading than ours: sites under « Site »."""
    return profile.telling is not None and col.field in _WORDS_ALONE and near.heading != col.headings[0]


def _says_otherwise(col: Column, near: Nearness, profile: Profile) -> bool:
    """Tell whether the cells of texts are of what a field never holds.

    « Nombre d’entreprises » names none, « Section » no filière where each is that of a lycée, nor « Secteur » where none is a trade;
    « Propriétaire du compte » is no group, « L’esprit de l’accord » no agreement where it tells what this one is about.
    """
    if col.field == "reference" and (profile.phrases or profile.persons):
        return True
    if col.field == "title" and len(profile.sample) == 1 and profile.filled >= _FEWEST_SURE:
        return True  # the project of all lines
    if col.field == "framework" and near.score < ALIKE and profile.phrases:
        return True
    if col.field == _FILIERES and _SECTOR in fold_text(near.heading).split() and not profile.trades:
        return True
    return (
        (profile.days and col.field in _NEVER_DAYS)
        or ((profile.figures or profile.matricules) and col.field in (*_WORDS_ALONE, *_OF_GROUPS))
        or (profile.schools and col.field in _NEVER_SCHOOLS)
        or (profile.lasting and (col.type is AMOUNT or col.field in _NEVER_LASTING))
        or (profile.monograms and col.field in _OF_PERSONS)
        or (profile.some_people and col.field in ("framework", "convention"))
        or (profile.matricules and col.field == "filieres")
        or ((profile.coded or profile.filed) and col.field == _OBJECT)
        or (profile.coded and col.field in _TERRITORIES)
        or (profile.functions and col.field == "follow_up")
        or profile.paths
        or (profile.persons and col.field in _OF_GROUPS)
        or (col.field in (_OF_PARTNERS, *_TERRITORIES) and profile.surnames)
        or (profile.counts and col.field == "comment")
        or (profile.timed and col.type is DATE and col.field not in _TIMED and not (col.field == _SIGNED and near.score >= ALIKE))
        or (profile.streets and profile.digits and col.field in _TOWNS)
    )


def _told_by_cells(col: Column, profile: Profile, *, alike: bool) -> tuple[float, str]:
    """Give the share of cells that say by themselves what they are, and how it is told; one word tells where the heading says so too."""
    share = 0.0
    if (told := profile.telling) is not None:
        share = told[1] if told[0].name == col.type.name else 0.0
        if share and profile.share(col.type) < share:
            return share, "des codes d’établissements et d’entreprises dans les cellules"
    elif col.type.choices:
        share = profile.worded(col.type)
        if alike and not profile.answers and profile.share(col.type) >= _NEARLY_ALL:
            share = profile.share(col.type)
    elif col.field in _SCHOOL_NAMES and profile.schools:
        return 1.0, "contenu : des noms de lycées"
    shown = f"{share:.0%}".replace("%", "\u00a0%")
    return share, f"{shown} des cellules sont chacune {col.type.label}"


def _heading_reason(near: Nearness) -> str:
    if near.why:
        return near.why
    if near.score >= KNOWN:
        return "titre connu"
    said = "mêmes mots que" if near.score >= ALIKE else "titre proche de"
    return f"{said} « {near.heading} »"


def candidates_of(source: Source, near: Near, profiles: Mapping[int, Profile]) -> list[Weighed]:
    """Give the fields of a source that columns may stand for, the surest first."""
    found: list[Weighed] = []
    town = (source.name, "commune")
    unnamed = all(fields.get(town, NOTHING).score < ALIKE for fields in near.values())
    beside = _Beside.of(source, near, profiles)
    for column, said in near.items():
        fields = _in_places(said, town, profiles[column], unnamed=unnamed)
        worded = any(col.type.choices and profiles[column].all_words(col.type) for col in source.columns)
        for col in source.columns:
            nearest = fields.get((source.name, col.field), NOTHING)
            elsewhere = ANOTHER in said or (NUMBERED in said and col.type is POSTCODE)
            score, reason = _weigh(col, nearest, profiles[column], elsewhere=elsewhere)
            if col.field == _CODE and coded_instead(source, "name", profiles[column]):
                name = fields.get((source.name, "name"), NOTHING)  # « CMQ-BOIS » under « Campus »
                score, reason = max((score, reason), (name.score, _heading_reason(name)))
            if col.field == _CODE and nearest.score < KNOWN and _numbers_members(source, profiles[column]):
                score = 0.0
            if coded_instead(source, col.field, profiles[column]) or _sorted_instead(source, col.field, profiles[column]):
                score = 0.0
            if (worded and _is_no_word_of(col, profiles[column])) or _says_words_of_another(col, profiles[column]):
                score = 0.0
            if col.field == _THEMES and fields.get((source.name, _OBJECT), NOTHING).score > nearest.score:
                score = min(score, nearest.score)  # words of themes under « Objet » are what it is about
            if THEIRS in said and col.field == _ESTABLISHMENT and nearest.score < ALIKE:
                score = 0.0  # « CFA partenaire »
            score = (score - _of_persons(col, profiles[column], score) - _of_levels(col, profiles[column])) * beside.share(
                column, col.field, said="cfa" in fold_text(nearest.heading).split()
            )
            if score >= WORTH_SAYING:
                rank = col.headings.index(nearest.heading) if nearest.heading in col.headings else 0
                found.append(Weighed(score, col.field, column, reason, rank))
    order = {col.field: rank for rank, col in enumerate(source.columns)}
    return sorted(found, key=lambda w: (-round(w.score, 3), order[w.field], w.rank, w.column))


@dataclass(frozen=True, slots=True)
class _Beside:
    """Hold what stands beside a column: the columns that name lycées, and those whose heading says a town, over towns."""

    schools: tuple[int, ...]
    placed: tuple[int, ...]
    called: tuple[int, ...]
    located: tuple[int, ...]
    told_apart: bool  # the source tells lycées from what a line is about

    @staticmethod
    def of(source: Source, near: Near, profiles: Mapping[int, Profile]) -> "_Beside":
        schools = tuple(column for column in near if profiles[column].schools)
        placed = tuple(column for column in near if TOWN in near[column] and profiles[column].towns)
        said = {column: _naming(source, near[column]) for column in near}
        called = tuple(column for column, heading in said.items() if profiles[column].names and _PARTNER in words_of(fold_text(heading)))
        located = tuple(column for column, heading in said.items() if fold_text(heading) in _PLACES and profiles[column].towns)
        return _Beside(schools, placed, called, located, any(col.field == _ESTABLISHMENT for col in source.columns))

    def share(self, column: int, field: str, *, said: bool) -> float:
        """Give what is left of the weight of a column for a field, which its heading may have `said` by its word: « CFA porteur »."""
        if self.called and column in self.located and field in NAMING:
            return 0.0  # nor as the place where it is: « Entreprise | Lieu »
        if (column in self.placed and field in NAMING) or (self.told_apart and column in self.schools and field == "name"):
            return 0.0  # a campus is not called as its lycées, nor a partner as its town
        another = bool(self.schools) and column not in self.schools and field == _ESTABLISHMENT
        alone = self.schools == (column,) and field == _OF_PARTNERS and not said
        elsewhere = bool(self.placed) and column not in self.placed and field in _TOWNS
        # « Organisateur » is no lycée where another column names them, « Membre » no partner where it does, « Où » beside « Ville » no town
        return _HALF if another or alone or elsewhere else 1.0


def _naming(source: Source, said: Mapping[tuple[str, str], Nearness]) -> str:
    """Give the heading of a name that a column is nearest to."""
    return max((said.get((source.name, field), NOTHING) for field in NAMING), key=lambda near: near.score).heading


def coded_instead(source: Source, field: str, profile: Profile) -> bool:
    """Tell whether cells are codes where a name is asked for, of what has codes too: « CMQ-BOIS » under « Campus »."""
    coded = profile.coded or (profile.initials and source.subject.kind is CAMPUS)
    return field == "name" and coded and any(column.field == "code" for column in source.columns)


def _numbers_members(source: Source, profile: Profile) -> bool:
    """Tell whether codes of which each comes once number the members of what the lines only name: « A01 » under « Id »."""
    return not source.subject.declares and profile.different == 1 and profile.filled >= _FEWEST_SURE


def _is_no_word_of(col: Column, profile: Profile) -> bool:
    """Tell whether words of some closed choice are none of a field: themes under « Famille », « Publ. » under « Secteur »."""
    return col.field in _NEVER_WORDS or bool(col.type.choices and profile.share(col.type) < _HALF)


def _says_words_of_another(col: Column, profile: Profile) -> bool:
    """Tell whether cells are words of a choice where a text is asked for: themes under « Champs », « National » as a place."""
    return (col.field in _NEVER_THEMES and bool(profile.worded(THEME))) or (
        col.field in _TERRITORIES and bool(profile.worded(FRAMEWORK_LEVEL))
    )


def _of_persons(col: Column, profile: Profile, score: float) -> float:
    """Give what a name loses where its cells may be those of persons: « Hôte » beside « Compte associé »."""
    return _OF_TWO if score >= ENOUGH and col.field in NAMING and profile.persons and not profile.schools else 0.0


def _of_levels(col: Column, profile: Profile) -> float:
    """Give what a place loses where its cells say levels: « académie » under « Ressort », beside « Territoire couvert »."""
    return _OF_TWO if col.field in _AREAS and profile.levels else 0.0


def _sorted_instead(source: Source, field: str, profile: Profile) -> bool:
    """Tell whether cells are sorts of partners or themes where a name is asked for: « Une entreprise » under « Le partenaire est… »."""
    return field in NAMING and any(column.type in _SORTS and profile.worded(column.type) for column in source.columns)


def _in_places(
    fields: Mapping[tuple[str, str], Nearness], town: tuple[str, str], profile: Profile, *, unnamed: bool
) -> Mapping[tuple[str, str], Nearness]:
    """Take what the heading calls a place for a town, « Siège », where no other column says one, or for an address, « Où c’est »."""
    address = (town[0], "address")
    street, place = fields.get(address, NOTHING), fields.get(town, NOTHING)
    if unnamed and profile.towns and street.score >= ALIKE:
        return {**fields, address: NOTHING, town: Nearness(street.score, street.heading, "titre de lieu, contenu de communes")}
    if profile.streets and profile.digits and place.score > street.score:
        return {**fields, address: Nearness(place.score, place.heading, "titre de lieu, contenu d’adresses")}
    return fields


def assigned_of(candidates: Sequence[Weighed], least: float) -> dict[int, Weighed]:
    """Give each column its best field and each field one column, the surest first."""
    columns: dict[int, Weighed] = {}
    fields: set[str] = set()
    for one in candidates:
        if one.score >= least and one.column not in columns and one.field not in fields:
            columns[one.column] = one
            fields.add(one.field)
    return columns


def with_needed(
    source: Source,
    assigned: dict[int, Weighed],
    candidates: Sequence[Weighed],
    constants: Mapping[str, object],
    near: Near,
    profiles: Mapping[int, Profile],
) -> dict[int, Weighed]:
    """Add what a source cannot do without and nothing sure was found for: the likeliest column that is left, as a proposal.

    A column of which no cell can be read so is none.
    """
    wanted = [{c.field} for c in source.columns if c.required or c.present] + [set(group) for group in source.any_of]
    for fields in wanted:
        if fields & ({one.field for one in assigned.values()} | set(constants)):
            continue
        # a column that the source can do without gives way
        bound = {column for column, one in assigned.items() if any(one.field in others for others in wanted)}
        bound |= {column for column, one in assigned.items() if one.score >= KNOWN or _stands_in(source, one, profiles[column])}
        surer = {column for column, one in assigned.items() if one.score >= ALIKE}  # than what is only likely
        left = (
            one
            for one in candidates
            if one.field in fields and one.column not in bound and (one.score >= ENOUGH or one.column not in surer)
        )
        found = next((one for one in left if _may_hold(source.column(one.field), profiles[one.column])), None)
        if found is not None:
            assigned = {**assigned, found.column: found}
    for fields in wanted:  # who it is: for want of anything else, or beside a code that some lines lack
        told = {one.field: profiles[one.column].filled for one in assigned.values() if one.field in fields}
        if told.get(_ESTABLISHMENT) == max((profile.filled for profile in profiles.values()), default=0):
            continue  # each line names its lycée
        unnamed = (fields & NAMING) - told.keys() - set(constants)
        if (found := _names_left(unnamed, assigned, near, profiles)) is not None:
            assigned = {**assigned, found.column: found}
    return assigned


def _stands_in(source: Source, one: Weighed, profile: Profile) -> bool:
    """Tell whether a column says, in the words of its field, what another may be told by."""
    return one.field in source.stand_in.values() and profile.share(source.column(one.field).type) >= _NEARLY_ALL


def _may_hold(col: Column, profile: Profile) -> bool:
    """Tell whether some cells can be read so: codes, dates and addresses of mail are no names."""
    fits = fitness(col.type, profile)
    return fits > _NO_NAME if col.type.name == "texte" else bool(fits)


def _names_left(fields: set[str], assigned: Mapping[int, Weighed], near: Near, profiles: Mapping[int, Profile]) -> Weighed | None:
    """Propose the first column of names that nothing else is known of, where the other columns say enough of what the table is."""
    if not fields or sum(one.score >= ENOUGH for one in assigned.values()) < _FEWEST_SURE:
        return None
    named = [column for column in near if ANOTHER not in near[column] and profiles[column].names and not profiles[column].persons]
    named = [column for column in named if not (profiles[column].coded or profiles[column].filed)]
    if fields <= _TITLES:
        named = [column for column in named if not profiles[column].schools]
        named = [column for column in named if column not in assigned and profiles[column].phrases] or named
    spare = [column for column in named if column in assigned and assigned[column].field in _OF_GROUPS]
    column = next((column for column in named if column not in assigned), next(iter(spare), None))
    return None if column is None else Weighed(WORTH_SAYING, min(fields), column, "contenu qui ressemble à des noms")


def best_fields(source: Source, near: Near, profiles: Mapping[int, Profile]) -> dict[int, Weighed]:
    """Give each column its best field, as little sure as is worth saying."""
    return assigned_of(candidates_of(source, near, profiles), WORTH_SAYING)
