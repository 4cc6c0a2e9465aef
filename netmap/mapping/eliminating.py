"""What is left of a table once its columns are weighed: by elimination, or by what stands beside, and told as proposed."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, islice

from netmap.domain.vocabulary import CATEGORY
from netmap.headings import ANOTHER, KNOWN
from netmap.mapping.profile import Profile, fitness, takes
from netmap.mapping.weighing import ENOUGH, WORTH_SAYING, Near, Weighed
from netmap.source import Source
from netmap.values import DATE, ValueType, fold_text
from netmap.wording import speaks_of_else

_SINCE, _REFERENCE, _OBJECT, _THEMES, _DAY = "since", "reference", "object", "themes", "on"
_OBJECT_WORD = "objet"
# What applications call the first column of a list.
_NAMES_OF_LINES = frozenset(
    ("titre", "title", "nom", "name", "intitule", "libelle", "dossier", "fiche", "element", "convention", "contrat", "x name")
)
_NUMBERS = frozenset(("n", "no", "num", "numero", "ref", "reference", "code", "cote"))
_OF_ELSE = frozenset("rue voie poste tel telephone siret siren uai rne insee postal naf ape idcc compte bureau porte lot rome rncp".split())  # noqa: SIM905
_FOLLOWED = ("known_by", "contact")
_OUTSIDE = frozenset("tuteur tutrice maitre entreprise gerant dirigeant signataire".split())  # noqa: SIM905
_CHOSEN = re.compile(r"\b(?:choix|coche|plusieurs)")
_DURATION, _NOTICE = "duration_months", re.compile(r"\b(?:delais?|preavis|denonc\w*|resili\w*|prevenir|avertir)\b")
_HALF, _MOST = 0.5, 0.8


def with_numbers(
    source: Source, assigned: dict[int, Weighed], headings: Sequence[str], profiles: Mapping[int, Profile]
) -> dict[int, Weighed]:
    """Take for the reference what numbers each line: the codes under « Titre » of an application, « 2021-02 » under « N° à l’époque »."""
    if _REFERENCE in {one.field for one in assigned.values()} or all(column.field != _REFERENCE for column in source.columns):
        return assigned
    left = [(column, fold_text(heading)) for column, heading in enumerate(headings) if column not in assigned]
    listed = (column for column, said in left if said in _NAMES_OF_LINES and _codes_each(profiles[column]))
    numbered = (column for column, said in left if _numbers(said) and profiles[column].filed)
    found = chain(((ENOUGH, column) for column in listed), ((WORTH_SAYING, column) for column in numbered))
    return {**assigned, **{column: Weighed(score, _REFERENCE, column, "un code à chaque ligne") for score, column in islice(found, 1)}}


def _codes_each(profile: Profile) -> bool:
    """Tell whether each cell is a code or a number of its own."""
    return profile.different == 1 and (profile.coded or (profile.matricules and profile.telling is None))


def _numbers(heading: str) -> bool:
    """Tell whether a heading is that of numbers, of the lines and of nothing else."""
    first, *others = heading.split() or [""]
    return first in _NUMBERS and _OF_ELSE.isdisjoint(others) and not speaks_of_else(heading)


def with_beginnings(source: Source, assigned: dict[int, Weighed], near: Near, profiles: Mapping[int, Profile]) -> dict[int, Weighed]:
    """Add what begins, where it is no reason to take lines for what they are: « Depuis le » is rather that of a partnership."""
    bound = {one.field for one in assigned.values()}
    for start, _end in source.in_order:
        if start in bound:
            continue
        for column in near:
            since = any(field == _SINCE and one.score >= KNOWN for (_, field), one in near[column].items())
            if since and column not in assigned and fitness(source.column(start).type, profiles[column]) >= _HALF:
                return {**assigned, column: Weighed(ENOUGH, start, column, "premier jour de ce que dit la ligne")}
    return assigned


def with_remarks(
    source: Source, assigned: dict[int, Weighed], headings: Sequence[str], near: Near, profiles: Mapping[int, Profile]
) -> dict[int, Weighed]:
    """Add the only column left of what one jots down, where a source keeps remarks and nothing else is known to be one."""
    said = {one.field for one in assigned.values()}
    if "comment" in said or all(column.field != "comment" for column in source.columns):
        return assigned
    open_choices = [column.type for column in source.columns if column.field not in said and _is_closed(column.type)]
    left = [column for column in near if column not in assigned and not speaks_of_else(headings[column]) and _jotted(profiles[column])]
    if len(left) != 1 or any(profiles[left[0]].worded(kind) for kind in open_choices):  # « fait », « à venir » under « Servi ? »
        return assigned
    return {**assigned, left[0]: Weighed(WORTH_SAYING, "comment", left[0], "contenu qui ressemble à des remarques")}


def _jotted(profile: Profile) -> bool:
    legend = profile.most(lambda text: "=" in text, _HALF)  # « jaune = à relancer », in the margin
    return profile.remarks and not legend and not profile.functions and fitness(DATE, profile) < _HALF  # « mardi 16 septembre 2025 »


def with_days(
    source: Source, assigned: dict[int, Weighed], headings: Sequence[str], near: Near, profiles: Mapping[int, Profile]
) -> dict[int, Weighed]:
    """Take for the day of an action the only column of days that is left, without hours: « Séance du »."""
    return _left_alone(source, _DAY, assigned, headings, near, lambda column: _holds_days(profiles[column]))


def with_objects(
    source: Source, assigned: dict[int, Weighed], headings: Sequence[str], near: Near, profiles: Mapping[int, Profile]
) -> dict[int, Weighed]:
    """Take for the object of a convention the only column of phrases that is left: « Formation commandée », or those said to be themes.

    Words of themes are themes under a heading near the object's that asks to choose, « Sur quoi porte-t-elle ? (plusieurs choix) », or
    that does not say the word, where nothing else is said: « Porte sur ».
    """
    told = next((one for one in assigned.values() if one.field == _OBJECT and one.score < KNOWN), None)
    kept = next((column for column in source.columns if column.field == _THEMES), None)
    if told is not None and kept is not None and _THEMES not in {one.field for one in assigned.values()}:
        heading = fold_text(headings[told.column])
        asked = _CHOSEN.search(heading) is not None
        only = _OBJECT_WORD not in heading.split() and profiles[told.column].share(kept.type) == 1
        themes = only or (asked and profiles[told.column].share(kept.type) >= _MOST)
        if not themes:
            return assigned
        assigned = {**assigned, told.column: Weighed(ENOUGH, _THEMES, told.column, "contenu : des thèmes")}
    said = next((one for one in assigned.values() if one.field == _THEMES), None)
    if said is not None and profiles[said.column].phrases and profiles[said.column].share(source.column(_THEMES).type) < _HALF:
        freed = {column: one for column, one in assigned.items() if one is not said}
        found = _left_alone(source, _OBJECT, freed, headings, near, lambda column: profiles[column].phrases)
        return found if said.column in found else assigned
    return _left_alone(source, _OBJECT, assigned, headings, near, lambda column: profiles[column].phrases)


def with_choices(
    source: Source, assigned: dict[int, Weighed], headings: Sequence[str], near: Near, profiles: Mapping[int, Profile]
) -> dict[int, Weighed]:
    """Take for a closed choice, or for how long, the column left whose cells say its words under a heading nobody foresaw: « Leviers »."""
    for field in source.columns:
        if field.field in {one.field for one in assigned.values()} or not (_is_closed(field.type) or field.field == _DURATION):
            continue
        left = (column for column in near if _may_say(column, assigned, headings, near))
        left = (column for column in left if field.type.choices or _NOTICE.search(fold_text(headings[column])) is None)
        shares = {column: _words_of_choice(field.type, profiles[column]) for column in left}
        column = max(shares, key=lambda one: shares[one], default=None)
        if column is not None and shares[column] >= _HALF:
            what = field.type.label if field.type.choices else "une durée"
            assigned = {**assigned, column: Weighed(WORTH_SAYING, field.field, column, f"contenu : le plus souvent {what}")}
    return assigned


def _is_closed(kind: ValueType) -> bool:
    """Tell whether a type is a choice that only the line's subject has: who pays has a category too."""
    return bool(kind.choices) and kind is not CATEGORY


def _may_say(column: int, assigned: Mapping[int, Weighed], headings: Sequence[str], near: Near) -> bool:
    return column not in assigned and ANOTHER not in near[column] and not speaks_of_else(headings[column])


def _words_of_choice(kind: ValueType, profile: Profile) -> float:
    """Give the share of cells that say words of a choice, or durations, 0 where they are too few to tell."""
    if not kind.choices:
        return float(profile.lasting)
    said = {fold_text(piece) for pieces in profile.pieces for piece in pieces if takes(kind, piece)}
    return profile.share(kind) if len(said) > 1 and not profile.answers else 0.0


def with_functions(
    source: Source, assigned: dict[int, Weighed], headings: Sequence[str], near: Near, profiles: Mapping[int, Profile]
) -> dict[int, Weighed]:
    """Take for who follows a partner the only column left that says functions of people at the lycée: « Porté par »."""
    field = next((column.field for column in source.columns if column.field in _FOLLOWED), None)
    if field is None or field in {one.field for one in assigned.values()}:
        return assigned
    left = [
        column
        for column in near
        if column not in assigned and profiles[column].at_school and _OUTSIDE.isdisjoint(fold_text(headings[column]).split())
    ]
    return {**assigned, left[0]: Weighed(WORTH_SAYING, field, left[0], "contenu : des fonctions au lycée")} if len(left) == 1 else assigned


def _left_alone(
    source: Source, field: str, assigned: dict[int, Weighed], headings: Sequence[str], near: Near, holds: Callable[[int], bool]
) -> dict[int, Weighed]:
    if field in {one.field for one in assigned.values()} or all(column.field != field for column in source.columns):
        return assigned
    left = [column for column in near if column not in assigned and not speaks_of_else(headings[column]) and holds(column)]
    if len(left) != 1:
        return assigned
    return {**assigned, left[0]: Weighed(WORTH_SAYING, field, left[0], "seule colonne de cette sorte qui reste")}


def _holds_days(profile: Profile) -> bool:
    return bool(profile.sample) and fitness(DATE, profile) >= _MOST and not profile.most(lambda text: ":" in text, _HALF)
