"""A cell of the matrix: what is known of each kind of evidence, its pieces, and what a person does of them in place."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from netmap.domain import ACTION, CONVENTION
from netmap.errors import NetmapError
from netmap.evidence.acts import attach, give_file, note_absence, set_aside, verify
from netmap.evidence.dossier import Level, State
from netmap.evidence.files import File, content_of, file_of
from netmap.evidence.matrix import Cell, Matrix, kind_label
from netmap.intake import remake, undo
from netmap.lot import Draft
from netmap.network import Network
from netmap.reference.criteria import Criterion
from netmap.reference.evidence import BY_NAME, SUPPORT_LABEL, kinds_of
from netmap.ui import session
from netmap.ui.tables import several, table
from netmap.ui.writing import counted, day, plain

_MARKS = {State.PROOF: "●", State.ABSENCE: "∅", State.UNKNOWN: "?"}
Row = dict[str, Any]


def panel(network: Network, matrix: Matrix, chosen: tuple[Criterion, str]) -> None:
    """Show a cell whole, with the acts on its pieces."""
    criterion, school = chosen
    cell = matrix.cell(criterion, school)
    with st.container(border=True):
        st.markdown(f"**{_MARKS[cell.state]} {plain(criterion.name)} : {plain(network.caption(school))}**")
        fresh = f", la plus récente du {day(cell.latest)}" if cell.latest else ""
        st.markdown(plain(f"{str(cell.state).capitalize()}. {counted(cell.pieces, 'pièce', 'pièces')}{proved(cell)}{fresh}."))
        if cell.gap:
            st.markdown(plain(cell.gap_sentence))
        _kinds(matrix, cell)
        _pieces(network, matrix, criterion, school)
        _attaching(network, matrix, criterion, school)
        _noting(criterion, school)


def proved(cell: Cell) -> str:
    """Say how far the pieces of a cell are proved, the best first."""
    best = [
        counted(cell.levels[level], one, many)
        for level, one, many in ((Level.VERIFIED, "vérifiée", "vérifiées"), (Level.DOCUMENTED, "documentée", "documentées"))
        if cell.levels[level]
    ]
    return f" dont {', '.join(best)}" if best else " déclarée" + ("s" if cell.pieces > 1 else "") if cell.pieces else ""


def _kinds(matrix: Matrix, cell: Cell) -> None:
    if not cell.kinds:
        return
    with st.expander(f"Sortes de preuves ({sum(k.state is State.PROOF for k in cell.kinds)} sur {len(cell.kinds)})"):
        rows = pl.DataFrame(
            {
                "Sorte de preuve": [kind.kind.label for kind in cell.kinds],
                "État": [f"{_MARKS[kind.state]} {kind.state}" for kind in cell.kinds],
                "Pièces": [kind.pieces for kind in cell.kinds],
                "Ce que c’est": [kind.kind.definition for kind in cell.kinds],
                "Précision": [kind.told for kind in cell.kinds],
            }
        )
        table(rows, alt="Sortes de preuves", widths={"Ce que c’est": 520, "Précision": 260})
        noted = [act for key, act in matrix.acts.absences.items() if key[:2] == (cell.criterion.code, cell.establishment)]
        for act in noted:
            _undone(act.lot, f"Absence constatée le {day(act.day)}, {act.author or 'auteur inconnu'} : {act.reason}", "absence")


def _pieces(network: Network, matrix: Matrix, criterion: Criterion, school: str) -> None:
    wanted = (pl.col("criterion") == criterion.code) & (pl.col("establishment") == school)
    names = matrix.captions()
    held: list[Row] = [
        {**row, "name": names.get(row["element"], row["element"])}
        for row in matrix.pieces.filter(wanted)
        .sort(pl.col("aside").is_not_null(), "dated", descending=[False, True], nulls_last=True)
        .iter_rows(named=True)
    ]
    if not held:
        st.markdown("Aucune pièce n’est connue : joignez-en une, ou constatez l’absence.")
        return
    frame = pl.DataFrame(
        {
            "Pièce": [row["name"] for row in held],
            "Niveau de preuve": [row["level"] if row["aside"] is None else "écartée" for row in held],
            "Date": pl.Series([row["dated"] for row in held], dtype=pl.Date),
            "Ce qu’elle prouve": [_proves(row) for row in held],
            "Nature": [kind_label(row["element"]) for row in held],
            "Vérifiée le, par": [f"à refaire : {row['to_review']}" if row["to_review"] else row["verified"] or "" for row in held],
            "Source": [network.place(row["lot"], row["table"], row["line"]) for row in held],
        }
    )
    key = f"pieces-{criterion.code}-{school}-{network.version}"
    ticked = several(frame, alt="Pièces", key=key, widths={"Pièce": 300, "Source": 300})
    if not ticked:
        st.caption("Cochez une pièce pour la vérifier, l’écarter ou lui joindre un fichier ; plusieurs se vérifient ensemble.")
        return
    chosen = [held[row] for row in ticked]
    if len(chosen) == 1:
        _one(network, matrix, criterion, school, chosen[0])
    _verifying(criterion, school, chosen)


def _proves(row: Row) -> str:
    return ", ".join(BY_NAME[kind].label if kind in BY_NAME else SUPPORT_LABEL for kind in row["kinds"])


def _one(network: Network, matrix: Matrix, criterion: Criterion, school: str, row: Row) -> None:
    """Show what was done of one piece, its files, and the ways to set it aside or to document it."""
    element, key = row["element"], (criterion.code, school, row["element"])
    acts = matrix.acts
    if not element.startswith("Piece:"):
        session.sheet_link(element, f"Fiche : {row['name']}")
    for file in acts.files.get(element, ()):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.download_button(
                f"Télécharger {file.name}",
                lambda sha256=file.sha256: content_of(session.store(), sha256),
                file.name,
                on_click="ignore",
                key=f"fichier-{file.lot}-{file.sha256[:8]}",
            )
            st.caption(
                plain(f"Joint le {day(date.fromisoformat(file.at[:10]))} par {file.author or 'auteur inconnu'}, sha256 {file.sha256}")
            )
        _undone(file.lot, "", "fichier")
    if (act := acts.verified.get(key)) is not None:
        _undone(act.lot, f"Vérifiée le {day(act.day)} par {act.author} {act.reason}".strip(), "verification")
    if row["aside"] is not None:
        _undone(acts.aside[key].lot, f"Écartée par {acts.aside[key].author or 'auteur inconnu'} : {row['aside']}", "ecart")
        return
    if (act := acts.attached.get(key)) is not None:
        _undone(
            act.lot,
            f"Jointe le {act.at[8:10]}/{act.at[5:7]}/{act.at[:4]} par {act.author or 'auteur inconnu'} {act.reason}".strip(),
            "jointe",
        )
    left, right = st.columns(2, gap="large")
    with left.form(f"fichier-{criterion.code}-{element}-{network.version}", border=False):
        given = st.file_uploader("Joindre un fichier (20 Mo au plus, gardé avec le réseau)")
        if st.form_submit_button("Joindre ce fichier"):
            if given is None:
                st.error("Choisissez un fichier.")
            else:
                file = file_of(given.name, given.getvalue())
                _do(
                    lambda _held: give_file(
                        element, row["name"], file, store=session.store(), author=session.author(), reason="", at=session.at()
                    ),
                    "Fichier joint",
                )
    with right.form(f"ecarter-{criterion.code}-{element}-{network.version}", border=False):
        reason = st.text_input("Motif pour écarter cette pièce", placeholder="Hors sujet, doublon, trop ancienne…")
        if st.form_submit_button("Écarter la pièce"):
            _do(
                lambda held: set_aside(
                    held, criterion, school, element, row["name"], author=session.author(), reason=reason, at=session.at()
                ),
                "Pièce écartée",
            )


def _verifying(criterion: Criterion, school: str, chosen: list[Row]) -> None:
    standing = [row for row in chosen if row["aside"] is None]
    if not standing:
        return
    with st.form(f"verifier-{criterion.code}-{'-'.join(row['element'] for row in standing)}", border=False):
        left, right = st.columns([2, 5], gap="medium")
        on = left.date_input("Vérifiée le", value=date.today(), format="DD/MM/YYYY")  # noqa: DTZ011 - the day of this computer is the user's
        reason = right.text_input("Comment (facultatif)", placeholder="Original vu au secrétariat, appel au partenaire…")
        label = "Vérifier cette pièce" if len(standing) == 1 else f"Vérifier ces {len(standing)} pièces"
        if st.form_submit_button(label, type="primary"):
            named = {row["element"]: row["name"] for row in standing}
            _do(
                lambda held: verify(held, criterion, school, named, on=on, author=session.author(), reason=reason, at=session.at()),
                counted(len(named), "pièce vérifiée", "pièces vérifiées"),
            )


def _attaching(network: Network, matrix: Matrix, criterion: Criterion, school: str) -> None:
    with st.expander("Joindre une pièce"):
        names: dict[str, str] = {}
        for label, frame in ((CONVENTION.label, matrix.ground.conventions), (ACTION.label, matrix.ground.actions)):
            for identifier in frame.filter(pl.col("establishment") == school)["id"].unique(maintain_order=True):
                names[identifier] = f"{label} : {network.caption(identifier)}"
        kinds = {kind.name: kind.label for kind in kinds_of(criterion.themes)}
        with st.form(f"joindre-{criterion.code}-{school}-{network.version}", border=False):
            left, right = st.columns(2, gap="large")
            element = left.selectbox(
                "Une convention ou une action de l’établissement",
                list(names),
                index=None,
                format_func=lambda one: names[one],
                placeholder="Choisir, ou donner un titre à droite",
            )
            title = right.text_input("Ou une autre pièce : son titre", placeholder="Bilan, plaquette, délibération…", max_chars=300)
            kind = left.selectbox("Ce qu’elle prouve", ["", *kinds], format_func=lambda one: kinds.get(one, "Le critère, sans préciser"))
            dated = right.date_input("Date de la pièce", value=None, format="DD/MM/YYYY")
            given = left.file_uploader("Fichier (facultatif, 20 Mo au plus)")
            reason = right.text_input("Remarque (facultatif)")
            if st.form_submit_button("Joindre la pièce", type="primary"):
                file: File | None = file_of(given.name, given.getvalue()) if given is not None else None
                _do(
                    lambda held: attach(
                        held,
                        criterion,
                        [school],
                        element=element,
                        title=title,
                        kind=kind,
                        dated=dated,
                        file=file,
                        store=session.store(),
                        author=session.author(),
                        reason=reason,
                        at=session.at(),
                    ),
                    "Pièce jointe",
                )


def _noting(criterion: Criterion, school: str) -> None:
    with st.expander("Constater une absence"), st.form(f"absence-{criterion.code}-{school}", border=False):
        st.caption(
            "Une absence constatée n’est pas un oubli : elle dit qui a regardé, quand et comment. Une pièce connue l’emporte sur elle."
        )
        kinds = {kind.name: kind.label for kind in kinds_of(criterion.themes)}
        left, right = st.columns([3, 5], gap="medium")
        kind = left.selectbox("De quoi", ["", *kinds], format_func=lambda one: kinds.get(one, "Aucune preuve pour ce critère"))
        reason = right.text_input("Motif", placeholder="Vérifié avec le DDFPT, pas de convention de ce type…")
        on = left.date_input("Constatée le", value=date.today(), format="DD/MM/YYYY")  # noqa: DTZ011 - the day of this computer is the user's
        if st.form_submit_button("Constater l’absence"):
            _do(
                lambda held: note_absence(
                    held, criterion, school, kind=kind, on=on, author=session.author(), reason=reason, at=session.at()
                ),
                "Absence constatée",
            )


def _commit(draft: Callable[[Network], Draft]) -> int:
    return remake(session.store(), draft).number


def _do(draft: Callable[[Network], Draft], said: str) -> None:
    try:
        number = _commit(draft)
    except NetmapError as error:
        st.error(plain(error))
        return
    session.say(f"{said} (lot n° {number}). Cela s’annule ici, ou dans le journal.")
    st.rerun()


def _undone(lot: int, told: str, what: str) -> None:
    """Show an act and the way to undo its lot."""
    with st.container(horizontal=True, vertical_alignment="center"):
        if told:
            st.markdown(plain(told), width="stretch")
        if st.button("Annuler", key=f"annuler-{what}-{lot}", help=f"Annule le lot n° {lot}."):
            undo(session.store(), lot, author=session.author(), reason="Annulé depuis la page Preuves", at=session.at())
            session.say(f"Annulé (lot n° {lot}).")
            st.rerun()
