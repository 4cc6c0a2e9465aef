"""What we understood of the files: each table, what it is taken for, each column and its field, with the choices that change it."""

import re
from collections.abc import Mapping, Sequence

import polars as pl
import streamlit as st

from loaders import SOURCES
from netmap.intake import Report
from netmap.intake.report import TableReport, safe
from netmap.layout import Aside, Reason, Table
from netmap.mapping import NOT_READ, Bound, Choice, signature
from netmap.mapping.written import written
from netmap.source import Column, Source
from netmap.tables.words import letters
from netmap.ui.tables import table
from netmap.ui.writing import counted, grouped, plain
from netmap.values import TEXT, Refusal

_CHOICES = "_choices"
_NOT_TAKEN = "(ne pas reprendre)"
_NOT_READ = "Ne pas lire ce tableau"
_FORMS = tuple(source for source in SOURCES if source.template)
_TITLES = {source.name: source.title for source in _FORMS}
_CSV = "text/csv"
_WORD = re.compile(r"[^\W\d_]{2}")


def choices() -> Mapping[str, Choice]:
    """Give what was chosen on this page, by table."""
    held: dict[str, Choice] = st.session_state.setdefault(_CHOICES, {})
    return held


def decide(held: Table) -> Choice | None:
    """Give what was chosen for a table."""
    return choices().get(_key(held))


def forget() -> None:
    """Forget the choices of files that are no longer there."""
    st.session_state.pop(_CHOICES, None)


def choose(held: Table, change: Choice) -> None:
    """Keep a choice for a table, over those made before."""
    before = choices().get(_key(held), Choice())
    words = {**{k: dict(v) for k, v in before.words.items()}}
    for name, replaced in change.words.items():
        words[name] = {**words.get(name, {}), **replaced}
    st.session_state[_CHOICES] = {
        **choices(),
        _key(held): Choice(
            change.source or before.source,
            {**(before.columns if change.source in ("", before.source) else {}), **change.columns},
            {**before.constants, **change.constants},
            words,
        ),
    }


def understood(report: Report) -> None:
    """Show what was recognised, table by table, and let it be changed."""
    st.subheader("Ce que nous avons compris", anchor=False)
    table(pl.DataFrame(_summary(report)), alt="Tableaux reconnus dans les fichiers")
    for rank, held in enumerate(report.tables):
        _table(held, rank)
    _left_aside(report)
    tables = report.understood
    if tables:
        st.download_button(
            "Correspondance des colonnes (CSV)",
            lambda: written(tables, safe),
            "netmap_correspondance.csv",
            _CSV,
            on_click="ignore",
            key="correspondance",
            help="À garder, à partager, à redonner à « netmap load --mapping ».",
        )


def _summary(report: Report) -> list[dict[str, str]]:
    """Sum up each table: what it is taken for, its lines, its series."""
    rows: list[dict[str, str]] = []
    for file in report.files:
        if not file.tables:
            named = {"Fichier": file.file, "Feuille": "", "Contenu": "Rien à lire"}
            rows.append({**named, "Lues": "", "Acceptées": "", "Rejetées": "", "Série": ""})
        for held in file.tables:
            reading = held.reading
            rows.append(
                {
                    "Fichier": file.file,
                    "Feuille": reading.table.sheet,
                    "Contenu": reading.source.title if reading.source else "Tableau non reconnu",
                    "Lues": grouped(reading.lines_read),
                    "Acceptées": grouped(reading.lines_accepted),
                    "Rejetées": grouped(reading.lines_rejected),
                    "Série": held.series,
                }
            )
    return rows


def _key(held: Table) -> str:
    return f"{held.file}/{held.sheet}/{held.header_line}/{signature(held)}"


def _headed(table: Table) -> str:
    """Say where the headings of a table stand."""
    if table.spots:
        return "fiches, un titre et sa valeur par ligne"
    if not table.header_lines:
        return "aucun titre de colonne"
    return f"titres dans la colonne {letters(table.header_line - 1)}" if table.turned else f"titres à la ligne {table.header_line}"


def _table(held: TableReport, rank: int) -> None:
    reading = held.reading
    found = reading.found
    where = reading.table.file + (f", feuille « {reading.table.sheet} »" if reading.table.sheet else "")
    title = reading.source.title if reading.source else "Tableau non reconnu"
    filled = [b for b in found.columns if reading.table.cells[f"c{b.column}"].null_count() < reading.table.cells.height]
    taken = [bound for bound in filled if bound.field is not None]
    with st.container(border=True):
        st.markdown(
            f"**{plain(title)}** · {plain(where)}  \n"
            f":gray[{plain(counted(reading.lines_read, 'ligne', 'lignes'))}, {_headed(reading.table)} ; "
            f"{grouped(len(taken))} colonnes reprises sur {grouped(len(filled))}. {plain(found.reason)}]"
        )
        _content(held, rank)
        settle = [b for b in filled if b.field is None or b.sure < 1]
        if reading.source is not None and settle:
            st.markdown("À confirmer : votre colonne → notre champ")
            for bound in settle:
                _bound(held, bound, reading.source, rank)
        if reading.source is not None:
            _constants(held)
            with st.expander(f"Voir toutes les colonnes ({grouped(len(filled))})"):
                table(pl.DataFrame([_row(b, reading.source) for b in filled]), alt="Correspondance des colonnes")
        for note in reading.table.notes:
            st.caption(plain(note))


def _content(held: TableReport, rank: int) -> None:
    """Let people say what a table is."""
    reading = held.reading
    now = reading.source.name if reading.source else ""
    if now not in ("", *_TITLES):
        return  # a public file is known by its very headings
    first = {} if now else {"": "À dire…"}
    _choice_of(reading.table, {**first, **_TITLES, NOT_READ: _NOT_READ}, now, "Ce tableau contient", f"contenu-{rank}")


def _choice_of(held: Table, labels: Mapping[str, str], now: str, asked: str, key: str) -> None:
    """Let people choose what a table is."""
    names = list(labels)
    chosen = st.selectbox(asked, names, index=names.index(now), format_func=lambda name: labels[name], key=f"{key}-{_key(held)}")
    if chosen and chosen != now:
        choose(held, Choice(source=chosen))
        st.rerun()


def _bound(held: TableReport, bound: Bound, source: Source, rank: int) -> None:
    """Show a column and its field, changed by a click."""
    labels = {"": _NOT_TAKEN, **{column.field: column.headings[0] for column in source.columns}}
    names = list(labels)
    now = bound.field or ""
    left, middle, right = st.columns([3, 3, 4], vertical_alignment="center")
    samples = " · ".join(bound.samples)
    left.markdown(f"**{plain(bound.heading)}**  \n:gray[{plain(samples) or 'vide'}]")
    chosen = middle.selectbox(
        f"Notre champ pour « {plain(bound.heading)} »",
        names,
        index=names.index(now),
        format_func=lambda name: labels[name],
        key=f"champ-{rank}-{bound.column}-{_key(held.reading.table)}-{now}",
        label_visibility="collapsed",
    )
    right.markdown(f":gray[{plain(_why(bound, source))}]")
    if chosen != now:
        choose(held.reading.table, Choice(columns={bound.heading: chosen or ""}))
        st.rerun()


def _why(bound: Bound, source: Source) -> str:
    if bound.field is None:
        return f"Peut-être « {source.column(bound.proposed).headings[0]} » : {bound.reason}." if bound.proposed else "Non reprise."
    return f"{_sureness(bound.sure)} : {bound.reason}."


def _sureness(sure: float) -> str:
    return "Sûr" if sure >= 1 else f"Sûr à {sure:.0%}".replace("%", "\u00a0%")


def _constants(held: TableReport) -> None:
    """Show what every line says, and let a column that lacks be given for all."""
    reading = held.reading
    source = reading.source
    if source is None:
        return
    for name, text in reading.found.constants.items():
        reason = reading.found.why.get(name, "")
        st.markdown(f"Toutes les lignes : {plain(source.column(name).headings[0])} = **{plain(text)}** :gray[({plain(reason)})]")
    said_of = {*reading.found.fields, *reading.found.constants}
    for group in (group for group in source.needed if said_of.isdisjoint(group)):
        columns = [source.column(name) for name in group]
        said = st.text_input(
            f"La colonne « {' » ou « '.join(column.headings[0] for column in columns)} » manque : valeur de toutes les lignes",
            key=f"constante-{group[0]}-{_key(reading.table)}",
            placeholder=columns[0].type.rule + (" ; ou le nom" if columns[0].type is not TEXT and columns[-1].type is TEXT else ""),
        )
        if said and (text := said.strip()):
            choose(reading.table, Choice(constants={_field_of(text, columns): text}))
            st.rerun()


def _field_of(text: str, columns: Sequence[Column]) -> str:
    """Give the field that a text is for: that of its code where it is one, that of names where it has a word, the first otherwise."""
    right = [column.field for column in columns if column.type is not TEXT and not isinstance(column.type.cell(text), Refusal)]
    named = [column.field for column in columns if column.type is TEXT and _WORD.search(text)]
    return (*right, *named, columns[0].field)[0]


def _row(bound: Bound, source: Source) -> dict[str, str]:
    return {
        "Votre colonne": bound.heading,
        "Notre champ": source.column(bound.field).headings[0] if bound.field else _NOT_TAKEN,
        "Exemples": " · ".join(bound.samples),
        "Pourquoi": _why(bound, source),
    }


def _left_aside(report: Report) -> None:
    """Show what was left aside, by line, and offer to read a table of it, or what is hidden."""
    rows: list[dict[str, str]] = []
    hidden = False
    for file in report.files:
        asides: Sequence[Aside] = [*file.aside, *(one for held in file.tables for one in held.reading.table.aside)]
        for one in asides:
            hidden = hidden or one.reason in (Reason.HIDDEN, Reason.HIDDEN_SHEET)
            place = one.place[0].upper() + one.place[1:]
            rows.append({"Fichier": file.file, "Où": place, "Pourquoi": str(one.reason), "Premiers mots": one.text})
    if rows:
        with st.expander(f"Ce qui a été laissé de côté ({grouped(len(rows))})"):
            table(pl.DataFrame(rows), alt="Ce qui a été laissé de côté")
            for rank, left in enumerate(left for file in report.files for left in file.unread):
                asked = f"{left.table.file}, {left.place} : {left.aside.text}. Ce tableau contient"
                _choice_of(left.table, {"": "Rien à reprendre", **_TITLES}, "", plain(asked), f"laisse-{rank}")
    if hidden or st.session_state.get("masque"):
        st.checkbox("Lire aussi les feuilles et les lignes masquées", key="masque")


def hidden_asked() -> bool:
    """Tell whether what is hidden is to be read too."""
    return bool(st.session_state.get("masque"))


def replaced(held: Table, field: str, read: str, kept: str) -> None:
    """Keep that a text of a field is to be read as another on all lines."""
    choose(held, Choice(words={field: {read: kept}}))
