"""Several things in one cell, each put where it belongs: names of a list, codes beside a name, an address, people left out.

What goes where is drawn from the nodes of a source: the field of a name, those of its codes, of its commune. A cell that is filled is
never written over, and what concerns people is told without being repeated.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from netmap.domain import FILIERE
from netmap.reading.findings import Findings
from netmap.reading.repairs.beside import PERSON_TOLD, PHONED, Beside, beside_name
from netmap.reading.repairs.beside import SUSPECTS as BESIDE
from netmap.reading.repairs.places import Place as Address
from netmap.reading.repairs.places import address_of, commune_of, postal_of
from netmap.reading.repairs.sharing import SUSPECTS as SHARED
from netmap.reading.repairs.sharing import Column, Shared, asks_for_several, names_in, pieces_of
from netmap.source import Node, Source
from netmap.values import SIREN, SIRET, TEXT, Refusal, fold_text

JOINED = " | "
LISTED = r"[|;]|\s/\s"  # what parts the values of a list stands somewhere
_LIST = re.compile(r"\s*[|;]\s*|\s+/\s+")
_CODES = ("siret", "siren", "uai")
_PLACES = ("address", "postcode", "commune")
_SIREN_DIGITS, _SIRET_DIGITS = 9, 14
# What somebody is, written after the name of a person: « M. Terrade, gérant ».
_OFFICE = re.compile(
    r"(?:co-?)?(?:g[ée]rant|direct(?:eur|rice)|responsable|pr[ée]sident|patron|chef|tut(?:eur|rice)|DRH|RH)(?:ne|e)?\b.{0,30}",
    re.IGNORECASE,
)
_WORDED = "[A-Za-z]{3}|[À-ÿ]"
_CODE_WORDS = frozenset(("siret", "siren", "uai", "rne", "code", "n", "no", "numero"))
_PLACE_LOOKS: tuple[tuple[str, str, Callable[[str], Address | None]], ...] = (
    ("address", "[0-9]{2} ?[0-9]{3}", address_of),
    ("commune", r"[0-9(]|CEDEX|Cedex|cedex", commune_of),
    ("postcode", "[A-Za-z]{3}", postal_of),
)


@dataclass
class Page:
    """Hold the texts of a table while cells are put where they belong; `headings` tells from which column a field comes."""

    source: Source
    texts: pl.DataFrame
    headings: dict[str, str]
    findings: Findings

    def column(self, name: str) -> pl.Series:
        """Give the texts of a field, absent ones where the table has no such column."""
        if name in self.texts.columns:
            return self.texts[name]
        return pl.repeat(None, self.texts.height, eager=True, dtype=pl.String).alias(name)

    def write(self, name: str, rows: Sequence[int], values: Sequence[str | None], origin: str) -> None:
        """Write texts on some rows of a field; a field that has no column is said to come from that of `origin`."""
        self.headings.setdefault(name, self.headings[origin])
        written = self.column(name).clone().scatter(pl.Series(rows, dtype=pl.UInt32), pl.Series(values, dtype=pl.String))
        self.texts = self.texts.with_columns(written.alias(name))

    def tell(self, code: str, origin: str, told: Iterable[tuple[int, str, str | None, str]]) -> None:
        """Note a remark at rows, each with the value read, the value kept and why."""
        rows = list(told)
        if rows:
            read, kept, why = (pl.Series([one[i] for one in rows], dtype=pl.String) for i in (1, 2, 3))
            place = pl.Series([one[0] for one in rows], dtype=pl.UInt32)
            self.findings.add(code, place, reject=False, column=self.headings[origin], value=read, kept=kept, detail=why)


@dataclass(frozen=True, slots=True)
class NameCell:
    """Hold what the cell of a name says: its names in order, what stood beside each, and the doubt that is left."""

    names: tuple[str, ...]
    beside: tuple[Beside, ...]
    doubt: str

    @property
    def text(self) -> str | None:
        """Give the text that names them all, None where nobody is named."""
        return JOINED.join(self.names) or None

    @property
    def aside(self) -> str:
        """Say what is left out, without repeating it."""
        told = list(dict.fromkeys(what for one in self.beside for what in one.aside))
        return " et ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)

    def code(self, kind: str) -> str:
        """Give the codes of a kind, in the order of the names: all of them, or that of the first alone."""
        codes = [str(getattr(one, kind)) for one in self.beside]
        if all(codes) and (kind != PHONED or len(codes) == 1):
            return JOINED.join(codes)
        return codes[0] if codes[0] and not any(codes[1:]) else ""

    def leaves(self, text: str) -> bool:
        """Tell whether the cell says these names already, and nothing else."""
        nothing = not self.doubt and all(one == Beside(one.name) for one in self.beside)
        return nothing and self.names in ((text,), tuple(piece for piece in _LIST.split(text) if piece))


def shared_out(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings) -> pl.DataFrame:
    """Put each thing of the compound cells of a table in its own field."""
    page = Page(source, texts, headings, findings)
    done: set[str] = set()
    for node in source.nodes:
        bound = {name: one for name, one in node.fields.items() if isinstance(one, str)}
        _part_codes(page, bound)
        _exchange_codes(page, bound)
        name = bound.get("name", "")
        if name in texts.columns and name not in done and source.column(name).type is TEXT:
            done.add(name)
            _part_names(page, node, name, bound)
        _part_places(page, bound, done)
    return page.texts


def _part_names(page: Page, node: Node, name: str, bound: Mapping[str, str]) -> None:
    codes = frozenset(kind for kind in (*_CODES, PHONED) if kind in bound)
    many = page.source.column(name).many
    looks = [rule for rule, wanted in ((SHARED, many), (BESIDE, bool(codes))) if wanted]
    cells = page.texts[name]
    rows = cells.str.contains("|".join(looks)).fill_null(value=False).arg_true() if looks else pl.Series(dtype=pl.UInt32)
    if rows.is_empty():
        return
    seen = cells.gather(rows).unique().to_list()
    known = _known(page, node, name, seen) if many else None
    read = {text: read_name(text, codes, known, addresses="commune" in bound) for text in seen}
    found = [(row, text, one) for row, text in zip(rows, cells.gather(rows), strict=True) if not (one := read[text]).leaves(text)]
    changed = [(row, text, one) for row, text, one in found if one.text != text]
    if changed:
        page.write(name, [row for row, *_ in changed], [one.text for *_, one in changed], name)
    page.tell("personne-ecartee", name, ((row, "", one.text, one.aside) for row, _, one in found if one.aside))
    page.tell("partage-incertain", name, ((row, one.text or "", one.text, one.doubt) for row, _, one in found if one.doubt))
    # where people stood in a cell, what is told of it is not the whole of what was read
    shown = [(row, (one.text or "") if one.aside else text, one) for row, text, one in found]
    several = [(row, text, one.text, f"{len(one.names)} noms dans une cellule") for row, text, one in shown if len(one.names) > 1]
    page.tell("cellule-partagee", name, several)
    for kind in (*_CODES, PHONED):
        if kind in bound:
            _move(page, name, bound[kind], [(row, code) for row, _, one in found if (code := one.code(kind))])
    addresses = [(row, text, place) for row, text, one in shown if len(one.beside) == 1 and (place := one.beside[0].address)]
    _write_places(page, name, bound, addresses, own="")


def read_name(text: str, codes: frozenset[str], known: Column | None, *, addresses: bool) -> NameCell:
    """Read the cell of a name: what stands beside the whole, the names it holds where `known` allows several, what stands beside each."""
    pieces = tuple(piece for piece in _LIST.split(text) if piece)
    whole, doubt = Beside(text), ""
    if known is None or len(pieces) == 1:
        whole = beside_name(text, codes, addresses=addresses, people="\n" not in text)
        shared = Shared((whole.name,)) if known is None or not whole.name else names_in(whole.name, known)
        pieces, doubt = shared.names, shared.doubt
    each = [beside_name(piece, codes, addresses=False) for piece in pieces if piece]
    people = any(PERSON_TOLD in one.aside for one in each)
    named = [one for one in each if one.name and not (people and _OFFICE.fullmatch(one.name))]
    left = tuple(dict.fromkeys((*whole.aside, *(what for one in each if one not in named for what in one.aside))))
    first = named[0] if named else Beside("")
    first = replace(first, aside=(*left, *(what for what in first.aside if what not in left)))
    if len(named) <= 1:
        codes_of_whole = {kind: getattr(whole, kind) or getattr(first, kind) for kind in (*_CODES, PHONED)}
        first = replace(first, address=whole.address, **codes_of_whole)
    return NameCell(tuple(one.name for one in named), (first, *named[1:]), doubt if len(named) == 1 else "")


def is_one_name(text: str, *, listed: bool) -> bool:
    """Tell whether a text is read as one name and nothing else, even where its pieces stand alone elsewhere."""
    known: Column | None = Column(lambda _piece: True, lambda _piece: False) if listed else None
    return read_name(text, frozenset(_CODES), known, addresses=True).leaves(text)


def _known(page: Page, node: Node, name: str, seen: Iterable[str]) -> Column:
    """Give what tells a name met alone in its column, and a commune met in the table, among the pieces of some cells."""
    pieces = pl.Series(sorted({piece.strip().lower() for text in seen for piece in pieces_of(text)}), dtype=pl.String)
    alone = _met(page.texts[name], pieces)
    fields = {one.fields[part] for one in page.source.nodes for part in ("commune", "name") if part in one.fields and _tells(one, part)}
    towns = [_met(page.texts[one], pieces) for one in fields if isinstance(one, str) and one in page.texts.columns]
    places = frozenset[str]().union(*towns)
    return Column(
        lambda piece: piece.strip().lower() in alone,
        lambda piece: piece.strip().lower() in places,
        listed=asks_for_several(page.headings[name]),
        placed=bool(towns),
        labels=node.kind is FILIERE,
    )


def _tells(node: Node, part: str) -> bool:
    return part == "commune" or node.kind.name == "Territory"


def _met(texts: pl.Series, pieces: pl.Series) -> frozenset[str]:
    low = texts.str.to_lowercase()
    return frozenset(low.filter(low.is_in(pieces.implode()).fill_null(value=False)).unique().to_list())


def _move(page: Page, origin: str, target: str, found: Sequence[tuple[int, str]]) -> None:
    """Put the codes read beside names in their own field, where it is empty."""
    held = page.column(target).gather([row for row, _ in found]).to_list() if found else []
    label = page.source.column(target).headings[0]
    moved = [(row, code) for (row, code), there in zip(found, held, strict=True) if there is None]
    stay = [(row, code) for (row, code), there in zip(found, held, strict=True) if there is not None]
    page.tell("code-deplace", origin, ((row, code, code, f"est mis dans « {label} »") for row, code in moved))
    page.tell("code-deplace", origin, ((row, code, None, f"n’est pas repris : « {label} » garde ce qui y est écrit") for row, code in stay))
    if moved:
        page.write(target, [row for row, _ in moved], [code for _, code in moved], origin)


def _part_places(page: Page, bound: Mapping[str, str], done: set[str]) -> None:
    """Tell apart the street, the postcode and the commune that one cell of an actor holds."""
    if "commune" not in bound:
        return
    for part, look, read in _PLACE_LOOKS:
        name = bound.get(part, "")
        if name not in page.texts.columns or name in done:
            continue
        done.add(name)
        cells = page.texts[name]
        rows = (cells.str.contains(look) & ~cells.str.contains(LISTED)).fill_null(value=False).arg_true()
        if rows.is_empty():
            continue
        read_cells = {text: read(text) for text in cells.gather(rows).unique().to_list()}
        found = [(row, text, place) for row, text in zip(rows, cells.gather(rows), strict=True) if (place := read_cells[text])]
        _write_places(page, name, bound, found, own=part)


def _write_places(page: Page, origin: str, bound: Mapping[str, str], found: Sequence[tuple[int, str, Address]], *, own: str) -> None:
    """Write the parts of addresses in their cells, where these are empty; a line that says another place is left as it is."""
    if not found:
        return
    rows = [row for row, *_ in found]
    parts = [part for part in _PLACES if part in bound]
    held = {part: page.column(bound[part]).gather(rows).to_list() for part in parts}
    written: dict[str, list[tuple[int, str | None]]] = {part: [] for part in parts}
    told: list[tuple[int, str, str | None, str]] = []
    for at, (row, text, place) in enumerate(found):
        there = {part: held[part][at] for part in parts if part != own}
        if own and not _agrees(there, place, own):
            continue
        kept = [part for part in parts if part == own or (place.part(part) and there[part] is None)]
        for part in kept:
            written[part].append((row, place.part(part) or None))
        told.append((row, text, ", ".join(place.part(part) for part in kept if place.part(part)) or None, "adresse"))
    for part, cells in written.items():
        if cells:
            page.write(bound[part], [row for row, _ in cells], [value for _, value in cells], origin)
    page.tell("adresse-partagee", origin, told)


def _agrees(there: Mapping[str, str | None], place: Address, own: str) -> bool:
    """Tell whether no other cell of the line says another place, and the street has a cell to go to."""
    for part in ("postcode", "commune"):
        cell, said = there.get(part), place.part(part)
        if cell is not None and said and cell.replace(" ", "").lower().zfill(len(said)) != said.replace(" ", "").lower():
            return False
    return own == "address" or not place.street or there.get("address") is None


def _part_codes(page: Page, bound: Mapping[str, str]) -> None:
    """Take the names out of the columns of codes (« LP des Tilleuls (0350760L) »), each code to its own field."""
    kinds = frozenset(kind for kind in _CODES if kind in bound)
    for kind in kinds if "name" in bound else ():
        if bound[kind] not in page.texts.columns:
            continue
        cells = page.texts[bound[kind]]
        rows = (cells.str.contains(_WORDED) & ~cells.str.contains(LISTED)).fill_null(value=False).arg_true()
        if rows.is_empty():
            continue
        read = {text: beside_name(text, kinds, addresses=False) for text in cells.gather(rows).unique().to_list()}
        found = [(row, text, one) for row, text in zip(rows, cells.gather(rows), strict=True) if _names_too(one := read[text])]
        if not found:
            continue
        found += [(row, text, Beside(text)) for row, text in zip(rows, cells.gather(rows), strict=True) if _names_only(read[text])]
        names = page.column(bound["name"]).gather([row for row, *_ in found]).to_list()
        free = [(row, one.name) for (row, _, one), there in zip(found, names, strict=True) if there is None]
        page.tell("code-deplace", bound[kind], ((row, text, one.code or None, "dit un nom et un code") for row, text, one in found))
        page.write(bound[kind], [row for row, *_ in found], [getattr(one, kind) or None for *_, one in found], bound[kind])
        if free:
            page.write(bound["name"], [row for row, _ in free], [name for _, name in free], bound[kind])
        for other in sorted(kinds - {kind}):
            codes = [(row, code) for row, _, one in found if (code := str(getattr(one, other)))]
            held = page.column(bound[other]).gather([row for row, _ in codes]).to_list() if codes else []
            empty = [pair for pair, there in zip(codes, held, strict=True) if there is None]
            if empty:
                page.write(bound[other], [row for row, _ in empty], [code for _, code in empty], bound[kind])


def _names_too(read: Beside) -> bool:
    """Tell whether a cell of codes holds a code and words that name somebody."""
    return bool(read.code) and bool(set(fold_text(read.name).split()) - _CODE_WORDS) and not read.aside


def _names_only(read: Beside) -> bool:
    """Tell whether a cell of a column of names and codes holds a name alone."""
    return not read.code and not read.aside and bool(read.name) and not any(sign.isdigit() for sign in read.name)


def _exchange_codes(page: Page, bound: Mapping[str, str]) -> None:
    """Put a SIREN found in the column of SIRET, or a SIRET in that of SIREN, in its own field."""
    fields = {kind: bound[kind] for kind in ("siret", "siren") if kind in bound}
    if len(fields) < len(("siret", "siren")):
        return
    for kind, other, asked, width in (("siret", "siren", SIREN, _SIRET_DIGITS), ("siren", "siret", SIRET, _SIREN_DIGITS)):
        if fields[kind] not in page.texts.columns:
            continue
        cells = page.texts[fields[kind]]
        rows = (cells.str.len_bytes() != width).fill_null(value=False).arg_true()
        right = {text: asked.cell(text) for text in cells.gather(rows).unique().to_list()} if len(rows) else {}
        codes = {text: str(code) for text, code in right.items() if not isinstance(code, Refusal)}
        if not codes:
            continue
        held = page.column(fields[other])
        found = [(row, cells[row]) for row in rows if cells[row] in codes and held[row] is None]
        if not found:
            continue
        why = f"est un {asked.name.upper()} : il est mis dans sa colonne"
        page.tell("code-deplace", fields[kind], ((row, codes[text], codes[text], why) for row, text in found))
        page.write(fields[other], [row for row, _ in found], [codes[text] for _, text in found], fields[kind])
        own = [codes[text][:_SIREN_DIGITS] if kind == "siren" else None for _, text in found]
        page.write(fields[kind], [row for row, _ in found], own, fields[kind])
