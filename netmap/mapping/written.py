"""How tables are read, written as a small table that opens in any spreadsheet: kept, shared, changed by hand, used again.

One row a column: sheet, what the table is, the user's heading, our field. A row that also has a value read and a value to put replaces
the one by the other in that field; one without heading gives its value to every line.
"""

import csv
import difflib
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from netmap.errors import NetmapError
from netmap.layout.table import Table
from netmap.mapping.choice import NOT_READ, Choice, Decide
from netmap.mapping.correspondence import Correspondence
from netmap.source import Source
from netmap.values import fold_text

SHEET, CONTENT, HEADING, FIELD, READ, KEPT = "Feuille", "Contenu", "Votre colonne", "Notre champ", "Valeur lue", "Valeur à mettre"
COLUMNS = (SHEET, CONTENT, HEADING, FIELD, READ, KEPT)
EMPTY = "(vide)"
NO_FIELD = "(ne pas reprendre)"
NO_TABLE = "(ne pas lire)"


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold one row of a written mapping: `sheet` is "" for any; `source`, `field` are names of ours, `field` "" for a column left aside."""

    sheet: str
    source: str
    heading: str
    field: str
    read: str
    kept: str


def written(tables: Iterable[tuple[Table, Correspondence]], neutral: Callable[[str], str]) -> bytes:
    """Write how tables were read, as French Excel opens it (`;`, BOM, CRLF); `neutral` disarms what would be a formula."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for table, found in tables:
        source = found.source or found.maybe
        if source is None:
            for heading in table.headings:
                writer.writerow([neutral(table.sheet), NO_TABLE, neutral(heading), NO_FIELD, "", ""])
            continue
        for bound in found.columns:
            field = bound.field or (bound.proposed if found.source is None else None)
            label = NO_FIELD if field is None else source.column(field).headings[0]
            writer.writerow([neutral(table.sheet), source.title, neutral(bound.heading), label, "", ""])
        for name, text in found.constants.items():
            writer.writerow([neutral(table.sheet), source.title, "", source.column(name).headings[0], "", neutral(text)])
        for name, words in found.words.items():
            for read, kept in words.items():
                shown = neutral(read) or EMPTY
                writer.writerow([neutral(table.sheet), source.title, "", source.column(name).headings[0], shown, neutral(kept) or EMPTY])
    return b"\xef\xbb\xbf" + held.getvalue().encode()


def read_rules(name: str, rows: Sequence[Sequence[str | None]], sources: Sequence[Source]) -> tuple[Rule, ...]:
    """Read a written mapping from its rows, headings first; raise NetmapError where a name is not one of ours."""
    header = [fold_text(cell or "") for cell in rows[0]] if rows else []
    places = {column: header.index(fold_text(column)) for column in COLUMNS if fold_text(column) in header}
    lacking = [column for column in (HEADING, FIELD) if column not in places]
    if lacking:
        raise NetmapError(
            f"« {name} » n’est pas une correspondance de colonnes : la colonne « {lacking[0]} » manque ; "
            "« netmap check FICHIERS --save-mapping » en écrit une à modifier."
        )

    def cell(row: Sequence[str | None], column: str) -> str:
        place = places.get(column)
        return (row[place] or "").removeprefix("'").strip() if place is not None and place < len(row) else ""

    rules: list[Rule] = []
    for number, row in enumerate(rows[1:], 2):
        if not any(row):
            continue
        where = f"« {name} », ligne {number}"
        source = _source(where, cell(row, CONTENT), sources)
        field = _field(where, cell(row, FIELD), source, sources)
        rules.append(
            Rule(
                cell(row, SHEET),
                source.name if source else _whole(cell(row, CONTENT)),
                cell(row, HEADING),
                field,
                cell(row, READ),
                cell(row, KEPT),
            )
        )
    return tuple(rules)


def decided(rules: Sequence[Rule]) -> Decide:
    """Make the decisions of a written mapping: they hold for a table of the sheet named, or that has the headings named."""

    def decide(table: Table) -> Choice | None:
        headings = {fold_text(heading): heading for heading in table.headings}
        here = [rule for rule in rules if not rule.sheet or fold_text(rule.sheet) == fold_text(table.sheet)]
        bound = [rule for rule in here if rule.heading and fold_text(rule.heading) in headings]
        named = [rule for rule in here if not rule.heading]
        if not bound and not any(rule.source == NOT_READ for rule in named):
            return None
        source = next((rule.source for rule in (*bound, *named) if rule.source), "")
        alike = [rule for rule in bound if rule.source in ("", source)]
        columns = {headings[fold_text(rule.heading)]: rule.field for rule in alike}
        valued = [rule for rule in named if rule.field and rule.kept and rule.source in ("", source)]
        constants = {rule.field: rule.kept for rule in valued if not rule.read}
        words: dict[str, dict[str, str]] = {}
        for rule in valued:
            if rule.read:
                words.setdefault(rule.field, {})[_unsaid(rule.read)] = _unsaid(rule.kept)
        return Choice(source, columns, constants, words)

    return decide


def _unsaid(text: str) -> str:
    return "" if text == EMPTY else text


def _whole(content: str) -> str:
    return NOT_READ if fold_text(content) == fold_text(NO_TABLE) else ""


def _source(where: str, said: str, sources: Sequence[Source]) -> Source | None:
    if not said or fold_text(said) == fold_text(NO_TABLE):
        return None
    names = {fold_text(text): source for source in sources for text in (source.title, source.name)}
    found = names.get(fold_text(said))
    if found is None:
        near = _near(said, [source.title for source in sources])
        raise NetmapError(f"{where} : « {said} » n’est pas une sorte de tableau{near}.")
    return found


def _field(where: str, said: str, source: Source | None, sources: Sequence[Source]) -> str:
    if not said or fold_text(said) == fold_text(NO_FIELD):
        return ""
    looked = (source,) if source is not None else sources
    for one in looked:
        names = {fold_text(text): column.field for column in one.columns for text in (column.headings[0], column.field)}
        if fold_text(said) in names:
            return names[fold_text(said)]
    known = [column.headings[0] for one in looked for column in one.columns]
    title = f" de « {source.title} »" if source is not None else ""
    raise NetmapError(f"{where} : « {said} » n’est pas un champ{title}{_near(said, known)}.")


def _near(said: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(said, known, 1)
    return f" ; est-ce « {close[0]} » ?" if close else " ; " + ", ".join(dict.fromkeys(known))
