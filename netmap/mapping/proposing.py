"""Propose what a table is: each column weighed by its heading and by its cells against each field of each source."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from netmap.domain import CONVENTION
from netmap.headings import ALIKE, vocabulary_of
from netmap.layout.table import Table
from netmap.mapping.around import NAMED, common_values, said_of
from netmap.mapping.calling import Shared, looking_like, nearness
from netmap.mapping.correspondence import Bound, Correspondence
from netmap.mapping.counting import counts_lines, named_too, only_counts
from netmap.mapping.deducing import Left, with_countries, with_period, with_towns
from netmap.mapping.eliminating import with_beginnings, with_choices, with_days, with_functions, with_numbers, with_objects, with_remarks
from netmap.mapping.guessing import guessed
from netmap.mapping.kinds import (
    hardly_named,
    heads,
    hint,
    hinted,
    identified,
    is_weak,
    lists_people,
    names_others,
    of_passage,
    says_its_kind,
    says_what_lycees_offer,
)
from netmap.mapping.profile import Profile, fitness, profile_of
from netmap.mapping.recognising import KNOWN_HEADINGS, by_headings, is_ours, named, persons_of, recognise, without_rival
from netmap.mapping.weighing import (
    ENOUGH,
    NAMING,
    Near,
    Weighed,
    assigned_of,
    best_fields,
    candidates_of,
    coded_instead,
    with_needed,
)
from netmap.source import Source
from netmap.values import fold_text

_HEADED = 0.1
_OWN = 0.5  # what a column of someone's own weighs
_WEAK = 0.1  # what a source needs, found by little
_MISSING, _ASKED, _UNNAMED = 0.35, 0.15, 0.15
LEAST_SOURCE = 0.45
_WHY = frozenset(("motif", "motifs", "pourquoi", "raison", "raisons", "cause"))
_SUBJECTS = frozenset(("object", "reference"))  # what a line may be about, for want of a name
_FITTING = 0.5
_FEWEST_TOLD = 2
# Columns, a partner's number among them, beside which those that software adds tell nothing.
_ENOUGH_SAID, _MANY_SAID, _CODES = 5, 7, frozenset(("siret", "siren", "partner_siret", "partner_siren"))
_FEWEST_SAID = 3  # columns, where none is what a line is about


def propose(table: Table, sources: tuple[Source, ...], hints: Sequence[str] = (), least: float = LEAST_SOURCE) -> Correspondence:
    """Propose the source of a table and the field of each column; `hints` are names around it (file, sheet, titles).

    A source less sure than `least` is not proposed.
    """
    exact = recognise(table, sources)
    if exact is not None and not exact.template:
        return by_headings(exact, table)
    profiles = {i: profile_of(table.cells[f"c{i}"], table.legend) for i in range(len(table.headings))}
    if exact is not None and not persons_of(table) and _told(exact, table, profiles):
        found = _with_whys(by_headings(exact, table), profiles)
        known = [one.column for one in found.columns if one.field is not None and not _names_nothing(one, profiles[one.column])]
        return found if not only_counts(profiles, known) else _nothing(table, profiles)
    said = [*hints, table.sheet, *table.titles, *table.groups]
    constants = common_values(hints, table)
    templates = tuple(source for source in sources if source.template) or sources
    vocabulary = vocabulary_of(templates)
    shared = Shared.of(table.headings, vocabulary)
    persons, looks = persons_of(table), guessed(table, profiles)
    near = {
        i: nearness(table, i, vocabulary, shared)
        for i in profiles
        if i not in persons and i not in table.crossed and not is_ours(table.headings[i]) and not _numbered(table.headings[i], profiles[i])
    }
    near |= {i: looking_like(heading, vocabulary) for i, heading in looks.items() if i in near}
    own = _own(table, near, profiles)
    tries = [_tried(source, near, profiles, constants, (said, table.headings), (exact, own)) for source in templates]
    best = max(tries, key=lambda one: one[0], default=None)
    if best is not None and (
        only_counts(profiles, named_too(best[1], best[2]))
        or counts_lines(table.headings, profiles)
        or lists_people(table, best[2], profiles)
    ):
        return _nothing(table, profiles)
    if exact is not None and (best is None or best[0] < least) and without_rival(table, templates):
        told = _without_people(by_headings(exact, table), profiles)
        if not (told.lacks or says_what_lycees_offer(exact, told.fields, profiles)):
            return told
    if best is None or best[0] < least:
        maybe = max(templates, key=lambda one: sum(w.score for w in best_fields(one, near, profiles).values()), default=None)
        weighed = best_fields(maybe, near, profiles) if maybe is not None else {}
        return Correspondence(None, 0.0, "", _unbound(table, profiles, {}, weighed), maybe=maybe)
    score, source, assigned = best
    assigned = with_beginnings(source, assigned, near, profiles)
    for by_elimination in (with_choices, with_days, with_objects, with_functions):
        assigned = by_elimination(source, assigned, table.headings, near, profiles)
    for by_cells in (with_period, with_countries, with_towns):
        assigned = by_cells(source, assigned, Left(table, near, profiles))
    fields = said_of(source, constants, {w.field for w in assigned.values()})
    weighed = best_fields(source, near, profiles)
    known = not fields and all(w.reason == "titre connu" for w in assigned.values())
    whole = known and all(column in assigned for column in near if profiles[column].filled)
    return _with_whys(
        Correspondence(
            source=source,
            sure=1.0 if whole else round(min(0.99, score), 2),
            reason=KNOWN_HEADINGS if whole else _why_source(source, assigned, said),
            columns=_unbound(table, profiles, assigned, weighed),
            constants={name: value for name, (value, _) in fields.items()},
            why={name: reason for name, (_, reason) in fields.items()},
            by="titres" if known else "proposition",
        ),
        profiles,
    )


def _with_whys(found: Correspondence, profiles: Mapping[int, Profile]) -> Correspondence:
    """Take for a remark why a convention was ended, and not for what it was about: « Dénoncée le | Motif », where the others have none."""
    fields = found.fields
    said = fields.get("object")
    if (
        said is None
        or "ended_on" not in fields
        or "comment" in fields
        or _WHY.isdisjoint(fold_text(found.columns[said].heading).split()[:1])
        or profiles[said].filled > 2 * profiles[fields["ended_on"]].filled
    ):
        return found
    bound = replace(found.columns[said], field="comment", reason="pourquoi la convention a pris fin")
    return replace(found, columns=(*found.columns[:said], bound, *found.columns[said + 1 :]))


def _without_people(found: Correspondence, profiles: Mapping[int, Profile]) -> Correspondence:
    """Leave aside the columns of texts that name persons, and figures where names are asked for."""
    freed = tuple(
        replace(one, field=None, sure=0.0, reason="") if _names_nothing(one, profiles[one.column]) else one for one in found.columns
    )
    return replace(found, columns=freed)


def _names_nothing(one: Bound, profile: Profile) -> bool:
    return profile.people or (one.field in (*NAMING, "establishment") and (profile.figures or profile.telling is not None))


def _numbered(heading: str, profile: Profile) -> bool:
    """Tell whether a column is the number that a program gives each line: « ID »."""
    return fold_text(heading) == "id" and profile.figures


def _told(source: Source, table: Table, profiles: Mapping[int, Profile]) -> bool:
    """Tell whether the headings of a table say all: each filled column is known, and its cells do not say otherwise."""
    ignored = {fold_text(h) for h in source.ignored}
    for bound in by_headings(source, table).columns:
        if not profiles[bound.column].filled or is_ours(bound.heading) or fold_text(bound.heading) in ignored:
            continue
        if bound.field is None:
            return False
        if coded_instead(source, bound.field, profiles[bound.column]):
            return False
        kind = source.column(bound.field).type
        fits = fitness(kind, profiles[bound.column])
        if fits <= _FITTING if kind.choices else fits < _FITTING:  # a choice is told by more than half of its words
            return False
    return True


def _tried(
    source: Source,
    near: Near,
    profiles: Mapping[int, Profile],
    constants: Mapping[str, tuple[str, str]],
    around: tuple[Sequence[str], Sequence[str]],
    looked: tuple[Source | None, set[int]],
) -> tuple[float, Source, dict[int, Weighed]]:
    """Weigh a source for a table: the share of its columns that it explains, what it lacks, the names `around` and its headings.

    « Une convention est-elle signée ? » is asked of partners too: headings hint at no source that must be told by a field.
    """
    names, said = around[0], [*around[0], *around[1]]
    exact, own = looked
    candidates = candidates_of(source, near, profiles)
    assigned = assigned_of(candidates, ENOUGH)
    assigned = with_needed(source, assigned, candidates, said_of(source, constants, {w.field for w in assigned.values()}), near, profiles)
    assigned = with_numbers(source, assigned, around[1], profiles)
    assigned = with_remarks(source, assigned, around[1], near, profiles)
    bound = {w.field for w in assigned.values()}
    fields = bound | said_of(source, constants, bound).keys()
    fields |= {name for name, other in source.stand_in.items() if other in fields}
    lacking = sum(not fields & set(group) for group in source.needed)
    if (
        not assigned
        or (lacking == len(source.needed) and len(assigned) < _FEWEST_SAID)
        or not (lacking or identified(source, fields))
        or hardly_named(assigned)
        or names_others(source, assigned, profiles, around[1])
        or not (named(source, said) or says_its_kind(source, assigned, profiles))
    ):
        return 0.0, source, {}
    said_something = sum(_OWN if column in own and column not in assigned else 1 for column in near if profiles[column].filled)
    explained = sum(w.score for w in assigned.values() if profiles[w.column].filled) / max(1, said_something)
    signed = any(profiles[column].schools for column in near)
    around_it = hint(source, fields, fields - bound, constants, (names, said), signed=signed)
    same = 0.02 if source is exact else 0.0
    headed = _HEADED if heads(source, assigned, near, profiles) else 0.0
    weak = sum(is_weak(source, w, assigned, profiles[w.column]) for w in assigned.values())
    # whose register it is is asked once for all lines, and need not be said on each
    telling = fields.intersection(source.told_by) | {start for start, _ in source.in_order} & fields
    known = all(w.reason == "titre connu" for w in assigned.values())
    told = not source.told_by or len(telling) >= (1 if known else _FEWEST_TOLD)
    asked = lacking == 1 and told and not (weak or fields & NAMED) and NAMED in map(frozenset, source.needed) and bool(bound & NAMING)
    unnamed = fields.isdisjoint(_SUBJECTS) and any(set(group) & NAMING and not fields & set(group) for group in source.needed)
    against = _UNNAMED * unnamed + _MISSING * (lacking - asked) + _ASKED * asked + _WEAK * weak + of_passage(source, fields, profiles)
    score = explained + around_it + same + headed - against
    sure = [w.field for w in assigned.values() if w.score >= ENOUGH]
    coded = len(sure) >= _ENOUGH_SAID and not _CODES.isdisjoint(sure)
    # other kinds have public files of many columns, called by what they count
    called = source.subject.kind is CONVENTION and around_it > 0 and len(sure) >= _FEWEST_SAID
    whole = not lacking and told and not unnamed and (coded or called or len(sure) >= _MANY_SAID)
    return max(score, LEAST_SOURCE) if whole else score, source, assigned


def _own(table: Table, near: Near, profiles: Mapping[int, Profile]) -> set[int]:
    """Give the columns of crosses or of small figures that no source knows: they are someone's own, and speak of no kind."""
    if table.doubt is not None:
        return set()
    half = max((profile.filled for profile in profiles.values()), default=0) / 2
    unknown = (i for i, fields in near.items() if profiles[i].filled >= half and all(one.score < ALIKE for one in fields.values()))
    return {i for i in unknown if profiles[i].answers or profiles[i].counts}


def _nothing(table: Table, profiles: Mapping[int, Profile]) -> Correspondence:
    return Correspondence(None, 0.0, "", _unbound(table, profiles, {}, {}))


def _why_source(source: Source, assigned: Mapping[int, Weighed], said: Sequence[str]) -> str:
    several = "s" if len(assigned) > 1 else ""
    named = " ; le nom du fichier, de la feuille ou le titre le dit aussi" if hinted(source, said) else ""
    return f"{len(assigned)} colonne{several} reconnue{several} parmi celles de « {source.title} »{named}."


def _unbound(
    table: Table, profiles: Mapping[int, Profile], assigned: Mapping[int, Weighed], weighed: Mapping[int, Weighed]
) -> tuple[Bound, ...]:
    columns: list[Bound] = []
    for index, heading in enumerate(table.headings):
        shown = profiles[index].shown
        one, maybe = assigned.get(index), weighed.get(index)
        if one is not None:
            sure = 1.0 if one.reason == "titre connu" else round(min(one.score, 0.99), 2)
            columns.append(Bound(index, heading, one.field, sure, one.reason, shown))
        elif maybe is not None and maybe.field not in {w.field for w in assigned.values()}:
            columns.append(Bound(index, heading, None, round(maybe.score, 2), maybe.reason, shown, maybe.field))
        else:
            columns.append(Bound(index, heading, None, 0.0, "", shown))
    return tuple(columns)
