"""What tells which kind of lines a table holds: the names around it, its first column, what its fields are together, its cells."""

import re
from collections.abc import Mapping, Sequence

from netmap.domain import ACTION, CONVENTION, FRAMEWORK
from netmap.domain.vocabulary import ACTION_STATE, CONVENTION_STATUS
from netmap.headings import ALIKE, NOTHING
from netmap.layout.table import Reason, Table
from netmap.mapping.around import CAMPUS_SAID, NAMED
from netmap.mapping.calling import calls_lycees, calls_partners
from netmap.mapping.profile import Profile
from netmap.mapping.recognising import lists_lycees, named
from netmap.mapping.weighing import ENOUGH, Near, Weighed
from netmap.source import Source
from netmap.values import fold_text
from netmap.wording import words_of

_HINT, _UNTOLD, _OUTRIGHT = 0.12, 0.1, 0.02
_HALF, _DONE, _MOSTLY = 0.5, 0.6, 0.7
_HARDLY = frozenset(("name", "partner", "comment"))
# What an act says, and a visit does not.
_OF_AN_ACT = frozenset(
    (
        *("ends_on", "duration_months", "signed_on", "voted_on", "transmitted_on", "enforceable_on", "ended_on"),
        *("renewal", "notice_months", "framework", "clauses", "status"),
    )
)
_PLACED = _HARDLY | {"commune", "commune_code", "postcode", "departement", "latitude", "longitude"}
# « Sans convention » speaks of none.
_UNSAID = re.compile(r"\b(?:sans|hors|non|pas de) (?:la )?(?:convention\w*|conv)\b")


def hint(
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
    if hinted(source, names) or (CAMPUS_SAID in constants and "name" in common):  # whose members they are
        return _HINT
    if not source.told_by:
        return _HINT * _HALF if hinted(source, said) else 0.0
    return -_UNTOLD if fields.isdisjoint(source.told_by) else 0.0


def hinted(source: Source, said: Sequence[str]) -> bool:
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


def heads(
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


def is_weak(source: Source, one: Weighed, assigned: Mapping[int, Weighed], profile: Profile) -> bool:
    """Tell whether a field that weighs is found by little: what phrases say an action is about is not."""
    if one.score >= ENOUGH or one.field == "comment" or (one.field == "title" and profile.phrases):
        return False
    return not _beside(source, one.field, assigned)


def _beside(source: Source, field: str, assigned: Mapping[int, Weighed]) -> bool:
    """Tell whether a field says who a line is about beside another that is sure."""
    sure = {one.field for one in assigned.values() if one.score >= ENOUGH}
    return any(field in group and not sure.isdisjoint(group) for group in source.any_of)


def identified(source: Source, fields: set[str]) -> bool:
    """Tell whether some fields name what a line is about."""
    bound = {name: (names,) if isinstance(names, str) else names for name, names in source.subject.fields.items()}
    return any(
        all(part in key.optional or any(name in fields for name in bound.get(part, ())) for part in key.parts)
        for key in source.subject.kind.keys
    )


def hardly_named(assigned: Mapping[int, Weighed]) -> bool:
    """Tell whether all that is known is a name, by little, and remarks, « Présents | Compte rendu », or places: a list of communes."""
    fields = {one.field: one.score for one in assigned.values()}
    named = max(fields.get("name", 0.0), fields.get("partner", 0.0))
    return (fields.keys() <= _HARDLY and named < ALIKE) or (fields.keys() <= _PLACED and named < ENOUGH)


def names_others(source: Source, assigned: Mapping[int, Weighed], profiles: Mapping[int, Profile], headings: Sequence[str]) -> bool:
    """Tell whether lines said to be about lycées are about others.

    They have no code of theirs, and names that are not called so by a heading or by cells, or names that only look so; or they name a
    partner, in the place of the lycée, or beside lycées that come several times.
    """
    if not lists_lycees(source):
        return False
    fields = {one.field: one.column for one in assigned.values()}
    if says_what_lycees_offer(source, fields, profiles):
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


def says_what_lycees_offer(source: Source, fields: Mapping[str, int], profiles: Mapping[int, Profile]) -> bool:
    """Tell whether codes of lycées without their names come several times: the lines are about something else, « UAI | Formation »."""
    return lists_lycees(source) and "uai" in fields and "name" not in fields and profiles[fields["uai"]].different < 1


def lists_people(table: Table, assigned: Mapping[int, Weighed], profiles: Mapping[int, Profile]) -> bool:
    """Tell whether what lines would be named by is a column of persons, in a table that may be a list of them."""
    return table.doubt is Reason.PERSONS and any(one.field == "name" and profiles[one.column].persons for one in assigned.values())


def says_its_kind(source: Source, assigned: Mapping[int, Weighed], profiles: Mapping[int, Profile]) -> bool:
    """Tell whether cells say the kind of what the source is about: « DAFPIC », « CLEE du Canal »; on a day, « Visite », or « fait »."""
    columns = {one.field: one.column for one in assigned.values()}
    if "name" in columns and profiles[columns["name"]].most(lambda text: named(source, text.split()[:1])):
        return True
    if "kind" in columns:
        return bool(profiles[columns["kind"]].worded(source.column("kind").type))
    if "on" not in columns:
        return False
    if source.subject.kind is ACTION and says_what_is_done(profiles):
        return True
    done = columns.get("state")
    if done is not None and profiles[done].share(source.column("state").type) >= _MOSTLY and "headcount" in columns:
        return True
    return "theme" in columns and profiles[columns["theme"]].share(source.column("theme").type) >= _MOSTLY


def of_passage(source: Source, fields: set[str], profiles: Mapping[int, Profile]) -> float:
    """Weigh what speaks against conventions: pupils without anything that an act says, or cells that say « fait », « annulé »."""
    if source.subject.kind is not CONVENTION:
        return 0.0
    passing = "pupils" in fields and fields.isdisjoint(_OF_AN_ACT)
    return _UNTOLD * passing + _UNTOLD * says_what_is_done(profiles)


def says_what_is_done(profiles: Mapping[int, Profile]) -> bool:
    """Tell whether a column says the states of actions, and not those of conventions: « fait », « tombé à l’eau »."""
    return any(
        not profile.answers
        and len(profile.sample) > 1
        and profile.share(ACTION_STATE) >= _DONE
        and profile.share(CONVENTION_STATUS) < _HALF
        for profile in profiles.values()
    )
