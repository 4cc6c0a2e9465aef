"""Are my files readable and right? Files in, what was recognised, what is wrong, what would change; then commit or drop."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import polars as pl
import streamlit as st

from loaders import SOURCES
from netmap.errors import StaleVersion
from netmap.intake import (
    FileReport,
    Given,
    Preparation,
    Report,
    annotated_name,
    annotated_workbook,
    commit,
    prepare,
    rejected_workbook,
    remake,
)
from netmap.lots import Difference, KindDifference, Renamed, merge
from netmap.problems import BY_CODE
from netmap.tables.content import safe_name
from netmap.tables.members import WITHIN
from netmap.ui import session
from netmap.ui.journal import journal
from netmap.ui.settling import settle
from netmap.ui.tables import table
from netmap.ui.understanding import choices, decide, forget, hidden_asked, understood
from netmap.ui.writing import counted, grouped, plain

_PREPARED, _ROUND, _RENAMED = "_prepared", "_round", "_renamed"
_MOST_PROBLEMS = 1_000
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page() -> None:
    """Show the page."""
    session.opening("Mes fichiers sont-ils lisibles et justes ?")
    held = st.empty()
    _propose_renamed()
    given = _given()
    if given:
        prepared = _prepared(given)
        with held:
            session.answered(_sentence(prepared.report))
        _files(prepared.report)
        understood(prepared.report)
        settle(prepared.report)
        _problems(prepared.report, given)
        _difference(prepared.difference())
        _decide(prepared)
    else:
        st.session_state.pop(_PREPARED, None)
        forget()
        with held:
            session.answered("Déposez un ou plusieurs fichiers : ils sont lus et vérifiés, rien ne change avant votre accord.")
    journal()


def _given() -> list[Given]:
    """Take files dropped and a table pasted."""
    number = st.session_state.get(_ROUND, 0)
    uploads = st.file_uploader(
        "Vos fichiers",
        type=["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt", "gz", "zip"],
        accept_multiple_files=True,
        key=f"fichiers-{number}",
        help="Classeurs Excel ou LibreOffice, CSV, archives zip, tels qu’ils sont. Rien n’est enregistré avant « Valider ».",
    )
    with st.expander("Coller un tableau"):
        pasted = st.text_area(
            "Tableau copié depuis un tableur",
            key=f"colle-{number}",
            height=120,
            placeholder="Copiez les cellules, titres compris, puis collez-les ici.",
        )
    given = [Given(safe_name(upload.name), content=upload.getvalue()) for upload in uploads]
    if pasted and pasted.strip():
        given.append(Given.of_copied(pasted))
    return given


def _prepared(files: list[Given]) -> Preparation:
    """Prepare the files once for what they hold, their series, what was chosen, the version of the network and who signs."""
    series = {given.name: said for given in files if (said := str(st.session_state.get(f"serie-{given.name}", "")).strip())}
    version = session.store().version()
    said = [(given.name, hashlib.sha256(given.content or b"").hexdigest()) for given in files]
    chosen = (repr(sorted(choices().items())), hidden_asked())
    key = (tuple(said), tuple(sorted(series.items())), chosen, version, session.author())
    kept: tuple[Any, Preparation] | None = st.session_state.get(_PREPARED)
    if kept is not None and kept[0] == key:
        return kept[1]
    if kept is not None and kept[0][:3] == key[:3] and kept[0][3] != version:
        st.warning(
            "Le réseau a changé depuis la lecture : quelqu’un d’autre vient d’y écrire. "
            "La différence a été préparée à nouveau : relisez-la avant de valider."
        )
    working = st.container(horizontal=True, vertical_alignment="center")
    bar = working.progress(0.0, "Lecture des fichiers")
    stop = working.empty()
    stop.button("Annuler la lecture", key="annuler-lecture", on_click=_begin_again)
    prepared = prepare(
        session.store(),
        files,
        SOURCES,
        author=session.author(),
        at=session.at(),
        series=series,
        decide=decide,
        hidden=hidden_asked(),
        step=session.shown_on(bar),
    )
    bar.empty()
    stop.empty()
    st.session_state[_PREPARED] = (key, prepared)
    return prepared


def _sentence(report: Report) -> str:
    read = counted(report.lines_read, "ligne lue", "lignes lues")
    accepted = counted(report.accepted, "acceptée", "acceptées")
    rejected = counted(report.rejected, "rejetée", "rejetées") if report.rejected else "aucune rejetée"
    return f"{read} : {accepted}, {rejected}."


def _files(report: Report) -> None:
    """Say what was noticed of each file, and let its series be changed."""
    for file in report.files:
        for note in file.notes:
            st.caption(plain(f"{file.file} : {note}"))
        if file.problem:
            st.error(plain(f"{file.file} : {file.problem.message}"))
    with st.expander("Changer la série d’un fichier"):
        st.caption(
            "Une série réunit les versions successives d’un même fichier : la nouvelle remplace ce que disait l’ancienne. "
            "Laissez vide pour garder la série proposée."
        )
        proposed: dict[str, set[str]] = {}
        for file in report.files:
            proposed.setdefault(file.file, set()).update(t.series for t in file.tables)
        for name, names in proposed.items():  # files of one name share one field
            st.text_input(plain(name), key=f"serie-{name}", placeholder=" ; ".join(sorted(names)))


def _problems(report: Report, given: Sequence[Given]) -> None:
    st.subheader("Ce qui est à vérifier", anchor=False)
    counts: Counter[str] = Counter()
    for said in report.tables:
        counts.update(dict(said.tally()))
    if not counts and not any(f.problem for f in report.files):
        st.markdown("Rien à signaler : chaque ligne est lisible et complète.")
        return
    grouped_rows = [
        {
            "Constat": BY_CODE[code].title,
            "Nombre": grouped(count),
            "Effet": {"fichier": "tableau laissé de côté", "ligne": "ligne rejetée", "remarque": "ligne gardée"}[
                str(BY_CODE[code].severity)
            ],
            "Que faire": BY_CODE[code].advice.format(column="la colonne", detail=""),
        }
        for code, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    ]
    if grouped_rows:
        table(pl.DataFrame(grouped_rows), alt="Constats, les plus fréquents d’abord", widths={"Que faire": 460})
    each = [
        {
            "Fichier": file.file,
            "Feuille": said.reading.table.sheet,
            "Ligne": "" if problem.line is None else str(problem.line),
            "Colonne": problem.column,
            "Valeur lue": problem.value,
            "Constat": problem.message.partition(" : ")[2] if problem.line is not None else problem.message,
        }
        for file in report.files
        for said in file.tables
        for problem in said.problems(_MOST_PROBLEMS)
    ][:_MOST_PROBLEMS]
    if each:
        with st.expander(f"Voir chaque constat ({grouped(sum(counts.values()))})"):
            if sum(counts.values()) > len(each):
                st.caption(f"Les {grouped(len(each))} premiers sont affichés ; le fichier à télécharger les contient tous.")
            table(pl.DataFrame(each), alt="Constats ligne par ligne", widths={"Constat": 520})
    _problem_files(report, given)


def _problem_files(report: Report, given: Sequence[Given]) -> None:
    """Give back what was found: the user's own workbook, annotated, first."""
    with st.container(horizontal=True):
        own = {one.name: one for one in given}
        for rank, file in enumerate(report.files):
            if file.tables and (held := own.get(file.file.partition(WITHIN)[0])) is not None:
                _annotated(file, held, rank)
    with st.expander("Résumé à coller dans un courriel"):
        st.code("\n".join(report.in_five_lines()), language=None, wrap_lines=True)
    with st.container(horizontal=True):
        st.download_button(
            "Constats (CSV)", lambda: report.as_csv().encode(), "netmap_constats.csv", "text/csv", on_click="ignore", key="constats-csv"
        )
        st.download_button(
            "Constats (JSON)", lambda: _json(report), "netmap_constats.json", "application/json", on_click="ignore", key="constats-json"
        )
        for rank, file in enumerate(report.files):
            if any(said.reading.lines_rejected for said in file.tables):
                _rejected(file, rank)


def _annotated(file: FileReport, own: Given, rank: int) -> None:
    name = annotated_name(file.file)
    st.download_button(
        plain(f"Mon classeur annoté : {file.file}"),
        lambda: annotated_workbook(file.file, own.content or b"", file),
        name,
        _WORKBOOK,
        on_click="ignore",
        key=f"annote-{rank}",
        help="Votre propre fichier, où chaque cellule à revoir est colorée et commentée. Corrigé, il se recharge tel quel.",
    )


def _rejected(file: FileReport, rank: int) -> None:
    name = f"lignes_rejetees_{file.file.partition('.')[0]}.xlsx"
    label = f"Lignes rejetées de {file.file} (Excel)"
    st.download_button(plain(label), lambda: rejected_workbook(file) or b"", name, _WORKBOOK, on_click="ignore", key=f"rejets-{rank}")


def _json(report: Report) -> bytes:
    return json.dumps(report.as_dict(), ensure_ascii=False, indent=2, default=str).encode()


def _difference(found: Difference) -> None:
    st.subheader("Ce qui changerait", anchor=False)
    if found.is_empty:
        st.markdown("Rien : ces fichiers disent ce que le réseau sait déjà.")
        return
    rows = [
        {"Élément": kind.label, "Ajoutés": grouped(kind.added), "Modifiés": grouped(kind.changed), "Retirés": grouped(kind.gone)}
        for kind in found.kinds
    ]
    table(pl.DataFrame(rows), alt="Ce qui changerait, par sorte")
    with st.expander("Voir des exemples"):
        table(
            pl.DataFrame(_examples(found.kinds), schema=dict.fromkeys(("Élément", "Changement", "Nom", "Avant", "Après"), pl.String)),
            alt="Exemples",
        )
    if found.renamed:
        st.markdown(
            f"{counted(len(found.renamed), 'élément semble avoir', 'éléments semblent avoir')} changé d’identifiant. "
            "Après la validation, vous pourrez dire que ce sont les mêmes."
        )
        table(
            pl.DataFrame(
                [{"Nom": r.caption, "Ancien": r.gone.partition(":")[2], "Nouveau": r.added.partition(":")[2]} for r in found.renamed]
            ),
            alt="Éléments renommés",
        )


def _examples(kinds: tuple[KindDifference, ...]) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for kind in kinds:
        for change in kind.changed_examples:
            name = f"{change.caption} · {change.label}"
            rows.append({"Élément": kind.label, "Changement": "modifié", "Nom": name, "Avant": change.before, "Après": change.after})
        for said, names in (("ajouté", kind.added_examples), ("retiré", kind.gone_examples)):
            rows += [{"Élément": kind.label, "Changement": said, "Nom": name, "Avant": "", "Après": ""} for name in names]
    return rows


def _decide(prepared: Preparation) -> None:
    with st.container(horizontal=True):
        # The key holds the version: a click on a difference that is no longer the one shown commits nothing.
        if st.button("Valider", type="primary", disabled=prepared.is_empty, key=f"valider-{prepared.expected}"):
            try:
                lot = commit(session.store(), prepared)
            except StaleVersion:
                st.rerun()  # which prepares again, and says so
            st.session_state[_RENAMED] = list(prepared.difference().renamed)
            session.say(f"Import validé (lot n° {lot.number}). Il s’annule dans le journal, en bas de cette page.")
            _again()
        if st.button("Abandonner", key="abandonner"):
            session.say("Import abandonné : rien n’a changé.")
            _again()
    if prepared.is_empty:
        st.caption("Aucune ligne acceptée : il n’y a rien à valider.")


def _begin_again() -> None:
    """Let go of the files and of what was chosen for them."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_PREPARED, None)
    forget()


def _again() -> None:
    _begin_again()
    st.rerun()


def _propose_renamed() -> None:
    proposed: list[Renamed] = st.session_state.get(_RENAMED, [])
    for rank, one in enumerate(proposed):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"**{plain(one.caption)}** a-t-il changé d’identifiant ?  \n"
                f":gray[{plain(one.gone.partition(':')[2])} → {plain(one.added.partition(':')[2])}]",
                width="stretch",
            )
            if st.button("Oui, c’est la même fiche", key=f"meme-{rank}"):
                _merge(one)
            if st.button("Non", key=f"autre-{rank}"):
                st.session_state[_RENAMED] = [r for r in proposed if r != one]
                st.rerun()


def _merge(one: Renamed) -> None:
    lot = remake(
        session.store(),
        lambda held: merge(
            held, one.gone, one.added, author=session.author(), reason="Identifiant changé, proposé à l’import", at=session.at()
        ),
    )
    st.session_state[_RENAMED] = [r for r in st.session_state[_RENAMED] if r != one]
    session.say(f"Fiches rapprochées (lot n° {lot.number}).")
    st.rerun()
