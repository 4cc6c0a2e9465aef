"""The section of a criterion on school drop-out and the right to return (2023/7, 2016/6): actors, networks, conventions, actions."""

import polars as pl

from netmap.evidence.dossier import Column, Figure, Table
from netmap.evidence.registers import actions_table, register
from netmap.evidence.sheet import Sheet, category_name


def figures(sheet: Sheet) -> tuple[Figure, ...]:
    """Make the figures of the criterion."""
    ground = sheet.ground
    actors = _of(sheet, "acteurs").unique("element", keep="first", maintain_order=True)
    under = ground.active.filter("under")["partner"]
    conventions = _of(sheet, "conventions_decrochage").unique("element", keep="first", maintain_order=True)
    actions = ground.done.join(_of(sheet, "actions_decrochage").select(pl.col("element").alias("id")).unique(), on="id", how="semi")
    actions = actions.unique("id", keep="first", maintain_order=True)
    counted = actions.filter(pl.col("headcount").is_not_null())
    networks = _of(sheet, "reseaux_decrochage").unique("element", keep="first", maintain_order=True)
    returns = _of(sheet, "droit_retour").unique("element", keep="first", maintain_order=True)
    tied = actors.filter(pl.col("element").is_in(under.implode()))
    return (
        sheet.figure(
            "acteurs",
            "Partenaires agissant contre le décrochage",
            actors.height,
            definition="Partenaires dont la sorte ou le nom dit ce rôle (mission locale, MLDS, CIO, GRETA, CFA…), ou avec qui une "
            "convention en "
            "vigueur ou une action réalisée porte sur le décrochage ; chacun compte une fois.",
            lines=[actors],
            key=True,
        ),
        sheet.figure(
            "acteurs_sous_convention",
            "Dont sous convention",
            tied.height,
            definition="Ceux de ces partenaires avec qui une convention est en vigueur.",
            denominator="partenaires agissant contre le décrochage",
            out_of=actors.height,
            lines=[tied],
        ),
        sheet.figure(
            "reseaux_decrochage",
            "Réseaux FOQUALE et PSAD d’appartenance",
            networks.height or None,
            definition="Réseaux FOQUALE et plates-formes PSAD dont l’établissement est membre.",
            lines=[networks],
        ),
        sheet.figure(
            "conventions_decrochage",
            "Conventions en vigueur contre le décrochage",
            conventions.height or None,
            definition="Conventions en vigueur sur ce thème, ou signées avec une mission locale.",
            lines=[conventions],
            key=True,
        ),
        sheet.figure(
            "actions_decrochage",
            "Actions réalisées contre le décrochage",
            actions.height or None,
            definition="Actions dites réalisées avant la date, sur ce thème.",
            lines=[actions],
            key=True,
        ),
        sheet.figure(
            "participants_decrochage",
            "Jeunes concernés par ces actions",
            int(counted["headcount"].sum()) if counted.height else None,
            definition="Somme des participants ; un jeune qui a suivi deux actions compte deux fois.",
            denominator="actions dont l’effectif est connu",
            out_of=counted.height,
            lines=[counted],
        ),
        sheet.figure(
            "droit_retour",
            "Pièces qui parlent du droit au retour en formation",
            returns.height or None,
            definition="Conventions en vigueur et actions réalisées dont les mots parlent du droit au retour (L. 122-2).",
            lines=[returns],
        ),
    )


def tables(sheet: Sheet) -> tuple[Table, ...]:
    """Make the tables of the criterion."""
    names = sheet.names()
    ground = sheet.ground
    categories = dict(ground.network.node("Organisation").select("id", "category").iter_rows())
    under = set(ground.active.filter("under").select("establishment", "partner").iter_rows())
    actors = _of(sheet, "acteurs")
    rows = [
        (
            names[row["establishment"]],
            names[row["element"]],
            "Établissement" if row["element"].startswith("Establishment:") else category_name(categories.get(row["element"])),
            (row["establishment"], row["element"]) in under,
            row["dated"],
            ground.network.place(row["lot"], row["table"], row["line"]),
        )
        for row in actors.iter_rows(named=True)
    ]
    columns = (
        Column("Établissement"),
        Column("Partenaire"),
        Column("Sorte"),
        Column("Sous convention"),
        Column("Dernière date connue"),
        Column("Source"),
    )
    live = ground.live.join(
        _of(sheet, "conventions_decrochage").select("establishment", pl.col("element").alias("id")),
        on=["establishment", "id"],
        how="semi",
        maintain_order="left",
    )
    done = ground.done.join(
        _of(sheet, "actions_decrochage").select("establishment", pl.col("element").alias("id")),
        on=["establishment", "id"],
        how="semi",
        maintain_order="left",
    )
    return (
        Table(
            title="Partenaires agissant contre le décrochage",
            columns=columns,
            rows=tuple(sorted(rows, key=lambda row: (row[0], row[1], row[-1]))),
            empty="Aucun partenaire agissant contre le décrochage n’est connu.",
            note="Le rôle est lu dans la sorte ou le nom du partenaire, ou dans le thème : proposition de netmap.",
        ),
        register(sheet.ground, live, names),
        actions_table(sheet.ground, done, names, "Actions réalisées contre le décrochage"),
    )


def _of(sheet: Sheet, kind: str) -> pl.DataFrame:
    return sheet.matrix.found(kind)
