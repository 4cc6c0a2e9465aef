"""Registers that sections of several criteria hold: conventions and actions, one line each and establishment, with their source."""

from datetime import date

import polars as pl

from netmap.domain.vocabulary import DOMAIN_OF_ACTION, RENEWAL, THEME
from netmap.evidence.dossier import Column, Table
from netmap.evidence.ground import Ground


def register(ground: Ground, conventions: pl.DataFrame, names: dict[str, str]) -> Table:
    """Make the register of some conventions: one line a convention and establishment."""
    partners = gathered(ground.partners, "convention", "partner", names)
    cited = gathered(ground.frameworks, "id", "framework", names)
    told: dict[str, date] = dict(ground.informed.group_by("id").agg(pl.col("told_on").max()).iter_rows())
    place = ground.network.place
    rows = [
        (
            names[row["establishment"]],
            partners.get(row["id"], ""),
            names[row["id"]],
            row["reference"],
            ", ".join(THEME.show(code) for code in row["themes"] or ()),
            row["starts_on"],
            row["effective_end"],
            RENEWAL.show(row["renewal"]) if row["renewal"] else None,
            row["voted_on"],
            row["signed_on"],
            row["state"],
            cited.get(row["id"]),
            told.get(row["id"]),
            place(row["lot"], row["table"], row["line"]),
        )
        for row in conventions.iter_rows(named=True)
    ]
    columns = (
        Column("Établissement"),
        Column("Partenaires"),
        Column("Objet"),
        Column("N°"),
        Column("Thèmes"),
        Column("Début"),
        Column("Fin", "Fin effective à la date : reconductions tacites commencées comprises."),
        Column("Reconduction"),
        Column("Votée en CA le"),
        Column("Signée le"),
        Column("État à la date"),
        Column("Accord-cadre"),
        Column("Délégation informée le"),
        Column("Source"),
    )
    return Table(
        title="Registre des conventions en vigueur",
        columns=columns,
        rows=tuple(sorted(rows, key=lambda row: (row[0], row[1], row[2], row[3] or "", row[-1]))),
        empty="Aucune convention en vigueur n’est connue à cette date.",
    )


def actions_table(ground: Ground, actions: pl.DataFrame, names: dict[str, str], title: str = "Actions réalisées") -> Table:
    """Make the table of some actions: one line an action and establishment."""
    partners = gathered(ground.action_partners, "action", "partner", names)
    rows = [
        (
            names[row["establishment"]],
            row["on"],
            names[row["id"]],
            THEME.show(row["theme"]) if row["theme"] else None,
            DOMAIN_OF_ACTION.show(row["domain"]) if row["domain"] else None,
            partners.get(row["id"]),
            row["headcount"],
            ground.network.place(row["lot"], row["table"], row["line"]),
        )
        for row in actions.iter_rows(named=True)
    ]
    return Table(
        title=title,
        columns=(
            Column("Établissement"),
            Column("Date"),
            Column("Action"),
            Column("Thème"),
            Column("Domaine"),
            Column("Partenaires"),
            Column("Participants"),
            Column("Source"),
        ),
        rows=tuple(sorted(rows, key=lambda row: (row[0], row[1] or date.min, row[2], row[-1]))),
        empty="Aucune action réalisée n’est connue à cette date.",
    )


def gathered(links: pl.DataFrame, by: str, name: str, names: dict[str, str]) -> dict[str, str]:
    """Give for each id the names of those that links join to it, in order."""
    held: dict[str, set[str]] = {}
    for one, other in links.select(by, name).iter_rows():
        held.setdefault(one, set()).add(names[other])
    return {one: ", ".join(sorted(others)) for one, others in held.items()}
