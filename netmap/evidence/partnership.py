"""The section of a criterion on partnership (2023/4, 2016/3, 2005/5): figures, register, grid, filières, actions, networks."""

from datetime import timedelta
from statistics import median

import polars as pl

from netmap.domain import ESTABLISHMENT
from netmap.domain.vocabulary import NETWORK_KIND
from netmap.evidence.decided import decided
from netmap.evidence.dossier import Column, Figure, Gap, Table
from netmap.evidence.ground import SCHOOL
from netmap.evidence.registers import actions_table, register
from netmap.evidence.sheet import Sheet, category_name, gap, listed, share
from netmap.lifecycle import State as Life
from netmap.reference.criterion_4 import CIRCLE, CIRCLES, DOMAIN, DOMAINS

SOON = timedelta(days=365)
_YEAR = 365.25


def figures(sheet: Sheet) -> tuple[Figure, ...]:
    """Make the figures of the criterion."""
    return (
        *_conventions(sheet),
        *_partners(sheet),
        *_coverage(sheet),
        *_actions(sheet),
        *_lasting(sheet),
        *_attached(sheet),
    )


def _conventions(sheet: Sheet) -> tuple[Figure, ...]:
    ground = sheet.ground
    known, live = _distinct(ground.conventions), _distinct(ground.live)
    ends = live.filter(pl.col("effective_end").is_not_null())
    soon = ends.filter((pl.col("effective_end") <= sheet.on + SOON) & (pl.col("renewal") != "tacite").fill_null(value=True))
    return (
        sheet.figure(
            "conventions",
            "Conventions en vigueur",
            live.height,
            definition="Conventions signées par l’établissement, en vigueur à la date, reconductions tacites comprises.",
            denominator="conventions connues, à toutes les dates",
            out_of=known.height,
            lines=[live],
            key=True,
        ),
        sheet.figure(
            "a_echeance",
            "Conventions qui arrivent à échéance dans les douze mois",
            soon.height,
            definition="Conventions en vigueur dont la fin tombe dans les douze mois et qui ne se reconduisent pas d’elles-mêmes.",
            denominator="conventions en vigueur dont la fin est connue",
            out_of=ends.height,
            lines=[soon],
        ),
    )


def _partners(sheet: Sheet) -> tuple[Figure, ...]:
    ground = sheet.ground
    every = ground.active.group_by("partner", maintain_order=True).agg(pl.col("under").any(), pl.col("category").first())
    under, known = every.filter("under"), every.filter(pl.col("category").is_not_null())
    lines = [_distinct(ground.live), ground.partnerships]
    return (
        sheet.figure(
            "partenaires",
            "Partenaires actifs",
            every.height,
            definition="Partenaires liés par une convention en vigueur, ou connus sans convention ; chacun compte une fois. Deux sites "
            "d’une même "
            "entité que les fichiers distinguent comptent pour deux.",
            lines=lines,
            key=True,
        ),
        sheet.figure(
            "sous_convention",
            "Part des partenaires actifs sous convention",
            share(under.height, every.height),
            unit="%",
            definition="Partenaires liés par une convention en vigueur, parmi les partenaires actifs.",
            denominator="partenaires actifs",
            out_of=every.height,
            lines=lines,
            key=True,
        ),
        sheet.figure(
            "sortes",
            "Sortes de partenaires",
            known["category"].n_unique(),
            definition="Catégories différentes parmi les partenaires actifs (entreprise, branche, chambre, mission locale, "
            "établissement…).",
            denominator="partenaires actifs dont la catégorie est connue",
            out_of=known.height,
            lines=lines,
        ),
    )


def _coverage(sheet: Sheet) -> tuple[Figure, ...]:
    ground = sheet.ground
    cells = grid(sheet)
    filled = sum(count > 0 for count in cells.values())
    taught = ground.taught.select("establishment", "filiere").unique()
    covered = ground.covered.select("establishment", "filiere").unique()
    return (
        sheet.figure(
            "grille",
            "Cases de la grille du critère où un partenaire est actif",
            filled or None,
            definition="Les mots du critère : tissu économique local, organismes de proximité, établissements partenaires, en formation "
            "professionnelle, orientation et insertion. Une case vide n’est pas une absence constatée : le thème peut n’être pas "
            "renseigné.",
            denominator="cases de la grille",
            out_of=len(cells),
            lines=[_distinct(ground.live), ground.partnerships, _distinct(ground.done)],
            key=True,
        ),
        sheet.figure(
            "filieres",
            "Filières enseignées couvertes par une convention en vigueur",
            covered.height or None,
            definition="Filières enseignées dans l’établissement sur lesquelles porte au moins une convention en vigueur.",
            denominator="filières enseignées (une par établissement et filière)",
            out_of=taught.height or None,
            lines=[ground.live.join(ground.covered, on=["establishment", "id"], how="semi")],
        ),
    )


def _actions(sheet: Sheet) -> tuple[Figure, ...]:
    actions, done = _distinct(sheet.ground.actions), _distinct(sheet.ground.done)
    counted = done.filter(pl.col("headcount").is_not_null())
    return (
        sheet.figure(
            "actions",
            "Actions réalisées",
            done.height,
            definition="Actions dites réalisées avant la date ; une action à laquelle plusieurs établissements prennent part compte une "
            "fois.",
            denominator="actions connues, prévues et annulées comprises",
            out_of=actions.height,
            lines=[done],
            key=True,
        ),
        sheet.figure(
            "participants",
            "Jeunes concernés par ces actions",
            int(counted["headcount"].sum()) if counted.height else None,
            definition="Somme des participants des actions réalisées ; un jeune qui a suivi deux actions compte deux fois.",
            denominator="actions réalisées dont l’effectif est connu",
            out_of=counted.height,
            lines=[counted],
        ),
    )


def _lasting(sheet: Sheet) -> tuple[Figure, ...]:
    live = _distinct(sheet.ground.live)
    begun = live.filter(pl.col("starts_on") <= sheet.on)
    ages = [(sheet.on - day).days / _YEAR for day in begun["starts_on"]]
    renewed = live.filter((pl.col("state") == str(Life.RENEWED)) | pl.col("id").is_in(sheet.ground.replacing.implode()))
    return (
        sheet.figure(
            "anciennete",
            "Ancienneté médiane des conventions en vigueur",
            round(median(ages), 1) if ages else None,
            unit="ans",
            definition="La moitié des conventions en vigueur ont commencé il y a plus longtemps.",
            denominator="conventions en vigueur dont le début est connu",
            out_of=begun.height,
            lines=[begun],
        ),
        sheet.figure(
            "renouvelees",
            "Conventions renouvelées",
            renewed.height or None,
            definition="Conventions en vigueur par tacite reconduction, ou qui prennent la suite d’une autre.",
            denominator="conventions en vigueur",
            out_of=live.height,
            lines=[renewed],
        ),
    )


def _attached(sheet: Sheet) -> tuple[Figure, ...]:
    ground, live = sheet.ground, _distinct(sheet.ground.live)
    groups = ground.memberships.unique(["id"], maintain_order=True)
    told = ground.informed["id"].n_unique()
    tied = ground.frameworks["id"].n_unique()
    return (
        sheet.figure(
            "accords",
            "Conventions rattachées à un accord-cadre",
            tied or None,
            definition="Conventions en vigueur qui citent un accord-cadre, ou qu’une personne y a rattachées.",
            denominator="conventions en vigueur",
            out_of=live.height,
            lines=[ground.frameworks],
        ),
        sheet.figure(
            "delegations",
            "Conventions dont une délégation a été informée",
            told or None,
            definition="Conventions en vigueur dont une délégation a été informée avant la date (conseil de la fiche 6).",
            denominator="conventions en vigueur",
            out_of=live.height,
            lines=[ground.informed],
        ),
        sheet.figure(
            "reseaux",
            "Réseaux et campus d’appartenance",
            groups.height or None,
            definition="Campus des métiers et des qualifications et réseaux dont l’établissement est membre ; chacun compte une fois.",
            lines=[ground.memberships],
        ),
    )


def grid(sheet: Sheet) -> dict[tuple[str, str], int]:
    """Count the distinct partners of each circle in each domain: by conventions in force, partnerships, and actions done."""
    ground = sheet.ground
    themed = [
        ground.partners.filter("live").select("partner", "category", "themes"),
        ground.partnerships.select("partner", "category", "themes"),
    ]
    by_theme = pl.concat(themed).explode("themes").with_columns(_domains("themes").alias("domain")).explode("domain")
    said = pl.when(pl.col("domain").is_not_null()).then(pl.concat_list("domain")).otherwise(_domains("theme"))
    done = ground.done.with_columns(said.alias("domain")).explode("domain")
    acted = done.select(pl.col("id").alias("action"), "domain").unique().join(ground.action_partners, on="action")
    categories = ground.network.node("Organisation").select(pl.col("id").alias("partner"), "category")
    by_action = acted.join(categories, on="partner", how="left", maintain_order="left")
    both = pl.concat([by_theme.select("partner", "category", "domain"), by_action.select("partner", "category", "domain")])
    circles = {**CIRCLES, SCHOOL: "etablissements"}
    placed = both.with_columns(pl.col("category").replace_strict(circles, default=None).alias("circle"))
    counts = placed.drop_nulls(["circle", "domain"]).group_by("circle", "domain").agg(pl.col("partner").n_unique().alias("count"))
    held = {(circle, domain): int(count) for circle, domain, count in counts.select("circle", "domain", "count").iter_rows()}
    return {(circle, domain): held.get((circle, domain), 0) for circle, _ in CIRCLE.choices for domain, _ in DOMAIN.choices}


def _domains(theme: str) -> pl.Expr:
    return pl.col(theme).replace_strict(DOMAINS, default=None, return_dtype=pl.List(pl.String))


def tables(sheet: Sheet) -> tuple[Table, ...]:
    """Make the tables of the criterion."""
    names = sheet.names()
    return (
        register(sheet.ground, sheet.ground.live, names),
        _categories(sheet),
        _grid_table(sheet),
        _filieres(sheet, names),
        actions_table(sheet.ground, sheet.ground.done, names),
        _groups(sheet, names),
        decided(sheet, names),
    )


def _categories(sheet: Sheet) -> Table:
    every = sheet.ground.active.group_by("partner", maintain_order=True).agg(pl.col("under").any(), pl.col("category").first())
    counts = every.group_by("category", maintain_order=True).agg(pl.len().alias("count"), pl.col("under").sum().alias("under"))
    ordered = sorted(counts.select("category", "count", "under").iter_rows(), key=lambda row: (-int(row[1]), category_name(row[0])))
    rows = tuple((category_name(category), int(count), int(under), share(under, count)) for category, count, under in ordered)
    return Table(
        title="Partenaires actifs par sorte",
        columns=(
            Column("Sorte"),
            Column("Partenaires actifs"),
            Column("Sous convention"),
            Column("Part sous convention", "Partenaires sous convention, parmi les partenaires actifs de cette sorte.", "%"),
        ),
        rows=rows,
        empty="Aucun partenaire actif n’est connu à cette date.",
        note="Les sortes de partenaires sont une proposition de netmap.",
    )


def _grid_table(sheet: Sheet) -> Table:
    cells = grid(sheet)
    rows = tuple((label, *(cells[circle, domain] or None for domain, _ in DOMAIN.choices)) for circle, label in CIRCLE.choices)
    return Table(
        title="La grille du critère",
        columns=(Column("Avec qui"), *(Column(label, "Partenaires différents.") for _, label in DOMAIN.choices)),
        rows=rows,
        note="Nombre de partenaires différents. Une case sans nombre veut dire « non renseigné » : aucun partenaire de ce cercle n’est "
        "connu dans ce "
        "domaine. Quelle sorte et quel thème entrent dans quelle case est une proposition de netmap.",
    )


def _filieres(sheet: Sheet, names: dict[str, str]) -> Table:
    ground = sheet.ground
    held = ground.covered.group_by("establishment", "filiere").agg(pl.col("id").n_unique().alias("count"))
    known = {(school, filiere): int(count) for school, filiere, count in held.iter_rows()}
    pairs = ground.taught.select("establishment", "filiere").unique(maintain_order=True)
    rows = [(names[school], names[filiere], known.get((school, filiere))) for school, filiere in pairs.iter_rows()]
    return Table(
        title="Filières enseignées",
        columns=(Column("Établissement"), Column("Filière"), Column("Conventions en vigueur", "Qui portent sur cette filière.")),
        rows=tuple(sorted(rows, key=lambda row: (row[0], row[1]))),
        empty="Les filières enseignées ne sont pas renseignées.",
        note="Une case sans nombre veut dire qu’aucune convention en vigueur ne dit porter sur cette filière.",
    )


def _groups(sheet: Sheet, names: dict[str, str]) -> Table:
    rows = [
        (names[school], names[group], NETWORK_KIND.show(sort) if sort else "Campus" if group.startswith("Campus:") else "Réseau")
        for school, group, sort in sheet.ground.memberships.select("establishment", "id", "sort").iter_rows()
    ]
    return Table(
        title="Réseaux et campus d’appartenance",
        columns=(Column("Établissement"), Column("Réseau ou campus"), Column("Sorte")),
        rows=tuple(sorted(set(rows))),
        empty="Aucune appartenance n’est renseignée.",
    )


def gaps(sheet: Sheet) -> list[Gap]:
    """Give what is missing beyond the kinds of evidence: filières, partners without convention, what lines do not say."""
    ground, names = sheet.ground, sheet.names()
    covered = ground.covered.select("establishment", "filiere").unique()
    left = (
        ground.taught.select("establishment", "filiere")
        .unique(maintain_order=True)
        .join(covered, on=["establishment", "filiere"], how="anti")
    )
    whole = len(ground.schools)
    found = [
        gap(
            f"Filière « {names[filiere]} » : aucune convention en vigueur ne dit porter sur elle.",
            "Dire sur quelles filières portent les conventions, ou chercher un partenaire.",
            sheet.concerned(sorted(names[one] for one in schools), whole),
        )
        for filiere, schools in sorted(
            left.group_by("filiere").agg(pl.col("establishment")).iter_rows(), key=lambda pair: (names[pair[0]], pair[0])
        )
    ]
    free = ground.active.filter(~pl.col("under"))
    if free.height:
        found.append(
            gap(
                f"{_several(free.height, 'partenaire actif', 'partenaires actifs')} sans convention écrite.",
                "La fiche 6 recommande une convention pour chaque partenariat.",
                listed(sorted(names[one] for one in free["partner"].unique())),
            )
        )
    return [*found, *_unsaid(sheet, names)]


def _unsaid(sheet: Sheet, names: dict[str, str]) -> list[Gap]:
    ground = sheet.ground
    live = _distinct(ground.live)
    status = ground.network.node(ESTABLISHMENT.name).select(pl.col("id").alias("establishment"), pl.col("status").alias("_status"))
    public = ground.live.join(status, on="establishment").filter((pl.col("_status") == "public").fill_null(value=False))["id"]
    checks: tuple[tuple[str, str, pl.Expr], ...] = (
        ("sans date de fin connue", "Renseigner la fin ou la durée.", pl.col("effective_end").is_null()),
        (
            "sans date de vote en conseil d’administration",
            "Renseigner la date du vote (établissements publics).",
            pl.col("voted_on").is_null() & pl.col("id").is_in(public.implode()),
        ),
        ("sans objet", "Renseigner l’objet (article 1er).", pl.col("object").is_null()),
        ("sans modalités de suivi", "Renseigner comment la convention est suivie (fiche 6).", pl.col("follow_up").is_null()),
        ("sans fonction qui la suit", "Renseigner la fonction de la personne qui suit la convention.", pl.col("contact").is_null()),
    )
    found: list[Gap] = []
    for what, action, lacking in checks:
        held = live.filter(lacking)
        if held.height:
            said = _several(held.height, "convention en vigueur", "conventions en vigueur")
            found.append(gap(f"{said} {what}, sur {live.height}.", action, listed([names[one] for one in held["id"]])))
    return found


def _distinct(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.unique(["id"], keep="first", maintain_order=True)


def _several(number: int, one: str, several: str) -> str:
    return f"{number} {one if number < 2 else several}"  # noqa: PLR2004 - the plural starts at two
