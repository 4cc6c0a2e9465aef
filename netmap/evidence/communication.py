"""The section of a criterion on communication (2023/8, 2016/7): events with partners, bureau des entreprises, dated exchanges."""

import polars as pl

from netmap.evidence.dossier import Column, Figure, Table
from netmap.evidence.registers import actions_table
from netmap.evidence.sheet import Sheet, share


def figures(sheet: Sheet) -> tuple[Figure, ...]:
    """Make the figures of the criterion."""
    ground = sheet.ground
    events = sheet.matrix.found("evenements").unique("element", keep="first", maintain_order=True)
    partners = ground.action_partners.filter(pl.col("action").is_in(events["element"].implode()))["partner"].n_unique()
    said = ground.establishments.filter(pl.col("bureau").is_not_null())
    bureau = said.filter("bureau")
    feedback = sheet.matrix.found("retours").unique("element", keep="first", maintain_order=True)
    news = _news(sheet)
    fresh = news.filter(pl.col("dated") > pl.lit(sheet.on).dt.offset_by("-1y"))
    return (
        sheet.figure(
            "evenements",
            "Événements avec des partenaires",
            events.height or None,
            definition="Forums, visites, interventions et actions de découverte des métiers réalisés avec au moins un partenaire.",
            lines=[events],
            key=True,
        ),
        sheet.figure(
            "partenaires_evenements",
            "Partenaires venus à ces événements",
            partners or None,
            definition="Partenaires différents qui ont pris part à l’un de ces événements.",
            lines=[events],
        ),
        sheet.figure(
            "bureau",
            "Établissements dotés d’un bureau des entreprises",
            bureau.height,
            definition="Le bureau des entreprises est le point d’entrée des partenaires professionnels (fiche 6).",
            denominator="établissements pour lesquels c’est renseigné",
            out_of=said.height,
            lines=[said],
            key=True,
        ),
        sheet.figure(
            "retours",
            "Retours faits aux partenaires",
            feedback.height or None,
            definition="Actions réalisées dont les mots parlent d’un retour ou d’un bilan fait aux partenaires ; les pièces jointes à ce "
            "titre sont dans le tableau des pièces.",
            lines=[feedback],
        ),
        sheet.figure(
            "echanges",
            "Part des partenaires avec qui un échange est daté de moins d’un an",
            share(fresh.height, news.height),
            unit="%",
            definition="Dernière nouvelle notée sur une convention en vigueur ou un partenariat, parmi les partenaires dont une date "
            "est connue. "
            "Une nouvelle n’est pas un retour fait au partenaire.",
            denominator="partenaires actifs dont la dernière nouvelle est datée",
            out_of=news.height,
            lines=[news],
        ),
    )


def _news(sheet: Sheet) -> pl.DataFrame:
    """Give each active partner its last dated news, with the line that says so."""
    ground = sheet.ground
    live = ground.live.select("establishment", pl.col("id").alias("convention"), "last_news_on", "lot", "table", "line")
    by_convention = ground.partners.filter("live").select("establishment", "convention", "partner")
    signed = by_convention.join(live, on=["establishment", "convention"], maintain_order="left")
    free = ground.partnerships
    both = pl.concat([frame.select("partner", pl.col("last_news_on").alias("dated"), "lot", "table", "line") for frame in (signed, free)])
    known = both.filter(pl.col("dated") <= sheet.on)
    return known.sort("dated", descending=True, maintain_order=True).unique("partner", keep="first", maintain_order=True)


def tables(sheet: Sheet) -> tuple[Table, ...]:
    """Make the tables of the criterion."""
    names = sheet.names()
    ground = sheet.ground
    done = ground.done.join(
        sheet.matrix.found("evenements").select("establishment", pl.col("element").alias("id")),
        on=["establishment", "id"],
        how="semi",
        maintain_order="left",
    )
    rows = [
        (names[school], None if bureau is None else bool(bureau), label)
        for school, bureau, label in ground.establishments.select("establishment", "bureau", "label").iter_rows()
    ]
    return (
        actions_table(sheet.ground, done, names, "Événements avec des partenaires"),
        Table(
            title="Bureau des entreprises",
            columns=(Column("Établissement"), Column("Bureau des entreprises"), Column("Lycée des métiers")),
            rows=tuple(rows),
        ),
    )
