"""Weigh each column of a table, by its heading and by its cells, for each field of a source; then give each its best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netmap.headings import ALIKE, ANOTHER, KNOWN, NOTHING, SUBJECT, Nearness, Vocabulary, speaks_of_another, words_of
from netmap.layout.table import Table
from netmap.mapping.profile import Profile, fitness
from netmap.source import Column, Source
from netmap.values import fold_text

Near = Mapping[int, Mapping[tuple[str, str], Nearness]]
"""What the heading of each column may stand for: fields as (source, field)."""

WORTH_SAYING = 0.35
_BY_CONTENT = 0.75
_TELLING_FIELDS = frozenset(("uai", "siret", "siren", "courriel"))
_LESS_TELLING = 0.58
_MANY, _NEARLY_ALL = 5, 0.7
_LOOKS = 0.75
# What a convention commits to is told word for word, or by a yes.
_COMMITMENTS = frozenset(("exclusivity", "reserved_territory", "finance", "confidentiality", "follow_up"))
_ANSWERED = 0.6  # « Réalisée : oui » says what a choice would
# Headings that say when, of what the column before says: « LdM | Depuis ».
_OF_THE_ONE_BEFORE = frozenset(("depuis", "depuis le", "depuis quand", "annee", "le"))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Hold how well a column stands for a field, and why; of two as good, the one of the heading declared first (`rank`) is taken."""

    score: float
    field: str
    column: int
    reason: str
    rank: int = 0


def first_word(headings: Sequence[str]) -> str:
    """Give the word that nearly all headings of an export begin with (« ETAB_CP », « ETAB_MEL »), "" where they do not."""
    firsts = [words[0] for heading in headings if len(words := fold_text(heading).split()) > 1]
    most = max(set(firsts), key=firsts.count, default="")
    return most if len(headings) >= _MANY and firsts.count(most) >= len(headings) * _NEARLY_ALL else ""


def nearness(table: Table, column: int, vocabulary: Vocabulary, shared: str) -> dict[tuple[str, str], Nearness]:
    """Weigh a heading alone, without the word that all share, then under its group, the best of them for each field."""
    heading = table.headings[column]
    group = table.groups[column] if table.groups else ""
    found = dict(vocabulary.near(heading))
    first, _, rest = fold_text(heading).partition(" ")
    for key, near in vocabulary.near(rest).items() if shared and first == shared else ():
        if near.score > found.get(key, NOTHING).score:
            found[key] = near
    if column and fold_text(heading) in _OF_THE_ONE_BEFORE:
        group = table.headings[column - 1]
    if group and not words_of(fold_text(group)) <= SUBJECT:
        for key, near in vocabulary.near(f"{group} {heading}").items():
            if near.score >= found.get(key, NOTHING).score:
                found[key] = near
    return {**found, ANOTHER: NOTHING} if speaks_of_another(heading) else found


def looking_like(heading: str, vocabulary: Vocabulary) -> dict[tuple[str, str], Nearness]:
    """Weigh a column without heading as one that looks like those of a heading."""
    why = f"contenu qui ressemble à celui de « {heading} »"
    return {key: Nearness(near.score * _LOOKS, near.heading, why) for key, near in vocabulary.near(heading).items() if near.score == KNOWN}


def _weigh(col: Column, near: Nearness, profile: Profile, *, elsewhere: bool) -> tuple[float, str]:
    """Weigh a column for a field by its heading and by its cells; these tell nothing where the heading speaks of something `elsewhere`."""
    if profile.ordinal and (near.score < KNOWN or col.type.name == "texte"):
        return 0.0, ""  # line numbers are no reference: they would join what two files number alike
    if profile.answers and col.type.name == "texte" and (near.score < KNOWN or col.field not in _COMMITMENTS):
        return 0.0, ""  # a cross names nothing
    if profile.answers and col.type.choices and near.score < KNOWN and not profile.share(col.type):
        return 0.0, ""
    fits = fitness(col.type, profile)
    by_heading = near.score * (0.55 + 0.45 * fits) if fits or not col.type.choices else 0.5 * near.score
    if profile.answers and col.type.choices and near.score == KNOWN:
        by_heading = max(by_heading, _ANSWERED)
    if not fits and (col.type.name == "texte" or (near.score < ALIKE and not col.required)):
        return 0.0, ""  # « Texte cadre » is near « Signée le », and holds no date
    told = profile.telling
    by_content = 0.0
    share = 0.0
    if told is not None and told[0].name == col.type.name:
        share = told[1]
        by_content = (_BY_CONTENT if col.type.name in _TELLING_FIELDS else _LESS_TELLING) * share
    elif col.type.choices:
        share = profile.worded(col.type)
        by_content = _LESS_TELLING * share
    if elsewhere or by_heading >= by_content:
        return by_heading, _heading_reason(near)
    shown = f"{share:.0%}".replace("%", "\u00a0%")
    return by_content + 0.2 * near.score, f"{shown} des cellules sont chacune {col.type.label}"


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
    for column, fields in near.items():
        elsewhere = ANOTHER in fields
        for col in source.columns:
            nearest = fields.get((source.name, col.field), NOTHING)
            score, reason = _weigh(col, nearest, profiles[column], elsewhere=elsewhere)
            if score >= WORTH_SAYING:
                rank = col.headings.index(nearest.heading) if nearest.heading in col.headings else 0
                found.append(Weighed(score, col.field, column, reason, rank))
    order = {col.field: rank for rank, col in enumerate(source.columns)}
    return sorted(found, key=lambda w: (-round(w.score, 3), order[w.field], w.rank, w.column))


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
        left = (one for one in candidates if one.field in fields and one.column not in bound)
        found = next((one for one in left if fitness(source.column(one.field).type, profiles[one.column])), None)
        if found is not None:
            assigned = {**assigned, found.column: found}
    return assigned


def best_fields(source: Source, near: Near, profiles: Mapping[int, Profile]) -> dict[int, Weighed]:
    """Give each column its best field, as little sure as is worth saying."""
    return assigned_of(candidates_of(source, near, profiles), WORTH_SAYING)
