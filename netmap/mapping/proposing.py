"""Propose what a table is: each column weighed by its heading and by its cells against each field of each source."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from netmap.domain import FRAMEWORK
from netmap.headings import ALIKE, NOTHING, vocabulary_of
from netmap.layout.table import Table
from netmap.mapping.around import CAMPUS_SAID, NAMED, common_values, said_of
from netmap.mapping.calling import Shared, calls_lycees, calls_partners, looking_like, nearness
from netmap.mapping.correspondence import Bound, Correspondence
from netmap.mapping.counting import counts_lines, named_too, only_counts
from netmap.mapping.eliminating import with_beginnings, with_choices, with_days, with_functions, with_numbers, with_objects, with_remarks
from netmap.mapping.guessing import guessed
from netmap.mapping.profile import Profile, fitness, profile_of
from netmap.mapping.recognising import KNOWN_HEADINGS, by_headings, is_ours, lists_lycees, named, persons_of, recognise, without_rival
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
from netmap.wording import words_of

_HINT = 0.12
_UNTOLD = 0.1
_HEADED = 0.1
_OWN = 0.5  # what a column of someone's own weighs
_WEAK = 0.1  # what a source needs, found by little
_MISSING, _ASKED, _UNNAMED = 0.35, 0.15, 0.15
LEAST_SOURCE = 0.45
_WHY = frozenset(("motif", "motifs", "pourquoi", "raison", "raisons", "cause"))
_HARDLY = frozenset(("name", "partner", "comment"))
_SUBJECTS = frozenset(("object", "reference"))  # what a line may be about, for want of a name
_FITTING = 0.5
# « Sans convention » speaks of none.
_UNSAID = re.compile(r"\b(?:sans|hors|non|pas de) (?:la )?(?:convention\w*|conv)\b")
_HALF, _MOSTLY, _OUTRIGHT = 0.5, 0.7, 0.02
_FEWEST_TOLD = 2
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
    if best is not None and (only_counts(profiles, named_too(best[1], best[2])) or counts_lines(table.headings, profiles)):
        return _nothing(table, profiles)
    if exact is not None and (best is None or best[0] < least) and without_rival(table, templates):
        told = _without_people(by_headings(exact, table), profiles)
        if not (told.lacks or _says_what_lycees_offer(exact, told.fields, profiles)):
            return told
    if best is None or best[0] < least:
        maybe = max(templates, key=lambda one: sum(w.score for w in best_fields(one, near, profiles).values()), default=None)
        weighed = best_fields(maybe, near, profiles) if maybe is not None else {}
        return Correspondence(None, 0.0, "", _unbound(table, profiles, {}, weighed), maybe=maybe)
    score, source, assigned = best
    assigned = with_beginnings(source, assigned, near, profiles)
    for by_elimination in (with_choices, with_days, with_objects, with_functions):
        assigned = by_elimination(source, assigned, table.headings, near, profiles)
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


def _says_what_lycees_offer(source: Source, fields: Mapping[str, int], profiles: Mapping[int, Profile]) -> bool:
    """Tell whether codes of lycées without their names come several times: the lines are about something else, « UAI | Formation »."""
    return lists_lycees(source) and "uai" in fields and "name" not in fields and profiles[fields["uai"]].different < 1


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
        or not (lacking or _identified(source, fields))
        or _hardly_named(assigned)
        or _names_others(source, assigned, profiles, around[1])
        or not (named(source, said) or _says_its_kind(source, assigned, profiles))
    ):
        return 0.0, source, {}
    said_something = sum(_OWN if column in own and column not in assigned else 1 for column in near if profiles[column].filled)
    explained = sum(w.score for w in assigned.values() if profiles[w.column].filled) / max(1, said_something)
    signed = any(profiles[column].schools for column in near)
    hinted = _hint(source, fields, fields - bound, constants, (names, said), signed=signed)
    same = 0.02 if source is exact else 0.0
    headed = _HEADED if _heads(source, assigned, near, profiles) else 0.0
    weak = sum(w.score < ENOUGH and w.field != "comment" and not _beside(source, w.field, assigned) for w in assigned.values())
    # whose register it is is asked once for all lines, and need not be said on each
    telling = fields.intersection(source.told_by) | {start for start, _ in source.in_order} & fields
    known = all(w.reason == "titre connu" for w in assigned.values())
    told = not source.told_by or len(telling) >= (1 if known else _FEWEST_TOLD)
    asked = lacking == 1 and told and not (weak or fields & NAMED) and NAMED in map(frozenset, source.needed) and bool(bound & NAMING)
    unnamed = fields.isdisjoint(_SUBJECTS) and any(set(group) & NAMING and not fields & set(group) for group in source.needed)
    return (
        explained - _UNNAMED * unnamed - _MISSING * (lacking - asked) - _ASKED * asked - _WEAK * weak + hinted + same + headed,
        source,
        assigned,
    )


def _own(table: Table, near: Near, profiles: Mapping[int, Profile]) -> set[int]:
    """Give the columns of crosses or of small figures that no source knows: they are someone's own, and speak of no kind."""
    if table.doubt is not None:
        return set()
    half = max((profile.filled for profile in profiles.values()), default=0) / 2
    unknown = (i for i, fields in near.items() if profiles[i].filled >= half and all(one.score < ALIKE for one in fields.values()))
    return {i for i in unknown if profiles[i].answers or profiles[i].counts}


def _hint(
    source: Source,
    fields: set[str],
    common: set[str],
    constants: Mapping[str, tuple[str, str]],
    around: tuple[Sequence[str], Sequence[str]],
    *,
    signed: bool,
) -> float:
    """Weigh what the names around a table, its headings with them, and what is `common` to its lines say of a source.

    `signed` says that a column names lycées.
    """
    names, said = around
    if source.subject.kind is FRAMEWORK and (signed or not NAMED.isdisjoint(constants)):
        return -_UNTOLD  # what a lycée signs is no framework
    if _called(source, names):
        return _HINT + _OUTRIGHT
    if _hinted(source, names) or (CAMPUS_SAID in constants and "name" in common):  # whose members they are
        return _HINT
    if not source.told_by:
        return _HINT * _HALF if _hinted(source, said) else 0.0
    return -_UNTOLD if fields.isdisjoint(source.told_by) else 0.0


def _beside(source: Source, field: str, assigned: Mapping[int, Weighed]) -> bool:
    """Tell whether a field says who a line is about beside another that is sure."""
    sure = {one.field for one in assigned.values() if one.score >= ENOUGH}
    return any(field in group and not sure.isdisjoint(group) for group in source.any_of)


def _heads(
    source: Source,
    assigned: Mapping[int, Weighed],
    near: Near,
    profiles: Mapping[int, Profile],
) -> bool:
    """Tell whether the first column names what the source is about by its own word: « Campus », « Réseau », « Délégation »."""
    first = next((column for column in near if profiles[column].filled and not profiles[column].ordinal), None)
    if not source.named_by or first is None or first not in assigned:
        return False
    heading = near[first].get((source.name, assigned[first].field), NOTHING).heading
    return source.column(assigned[first].field).required and named(source, [heading])


def _identified(source: Source, fields: set[str]) -> bool:
    """Tell whether some fields name what a line is about."""
    bound = {name: (names,) if isinstance(names, str) else names for name, names in source.subject.fields.items()}
    return any(
        all(part in key.optional or any(name in fields for name in bound.get(part, ())) for part in key.parts)
        for key in source.subject.kind.keys
    )


def _nothing(table: Table, profiles: Mapping[int, Profile]) -> Correspondence:
    return Correspondence(None, 0.0, "", _unbound(table, profiles, {}, {}))


def _hardly_named(assigned: Mapping[int, Weighed]) -> bool:
    """Tell whether all that is known is a name, by little, and remarks: « Présents | Compte rendu »."""
    fields = {one.field: one.score for one in assigned.values()}
    return fields.keys() <= _HARDLY and max(fields.get("name", 0.0), fields.get("partner", 0.0)) < ALIKE


def _names_others(source: Source, assigned: Mapping[int, Weighed], profiles: Mapping[int, Profile], headings: Sequence[str]) -> bool:
    """Tell whether lines said to be about lycées are about others.

    They have no code of theirs, and names that are not called so by a heading or by cells, or names that only look so; or they name a
    partner, in the place of the lycée, or beside lycées that come several times.
    """
    if not lists_lycees(source):
        return False
    fields = {one.field: one.column for one in assigned.values()}
    if _says_what_lycees_offer(source, fields, profiles):
        return True
    partners = {
        column for column, profile in profiles.items() if profile.names and not profile.schools and calls_partners(headings[column])
    }
    named = next((one for one in assigned.values() if one.field == "name"), None)
    if named is not None and (named.column in partners or (named.score < ENOUGH and not profiles[named.column].schools)):
        return True
    if "uai" in fields or "name" not in fields:
        known = fields.get("uai")
        return known is not None and profiles[known].different < 1 and not partners <= assigned.keys()
    return not (profiles[fields["name"]].schools or calls_lycees(headings[fields["name"]]))


def _says_its_kind(source: Source, assigned: Mapping[int, Weighed], profiles: Mapping[int, Profile]) -> bool:
    """Tell whether cells are words for kinds of what the source is about: « DAFPIC », « CLEE »; on a day, « Visite », or « fait »."""
    columns = {one.field: one.column for one in assigned.values()}
    if "kind" in columns:
        return bool(profiles[columns["kind"]].worded(source.column("kind").type))
    if "on" not in columns:
        return False
    done = columns.get("state")
    if done is not None and profiles[done].share(source.column("state").type) >= _MOSTLY and "headcount" in columns:
        return True
    return "theme" in columns and profiles[columns["theme"]].share(source.column("theme").type) >= _MOSTLY


def _hinted(source: Source, said: Sequence[str]) -> bool:
    """Tell whether a name around the table says what the source is about."""
    if _called(source, said):
        return True
    words = {word for text in said for word in words_of(_UNSAID.sub(" ", fold_text(text)))}
    ours = words_of(fold_text(source.title))
    return bool(ours) and ours <= words


def _called(source: Source, said: Sequence[str]) -> bool:
    """Tell whether a name around the table has words that speak of no other source: « Sans papier », in a file of conventions."""
    folded = [fold_text(text) for text in said]
    return any(fold_text(hint) in text for hint in source.hints for text in folded)


def _why_source(source: Source, assigned: Mapping[int, Weighed], said: Sequence[str]) -> str:
    several = "s" if len(assigned) > 1 else ""
    named = " ; le nom du fichier, de la feuille ou le titre le dit aussi" if _hinted(source, said) else ""
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
