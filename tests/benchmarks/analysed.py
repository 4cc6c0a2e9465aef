"""What the whole analysis reads: the three generated files and framework agreements beside them, and how netmap is told to read them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import overlapping
import polars as pl
from sources import CONVENTIONS, FIRMS, SCHOOLS

from loaders.common import itself
from netmap.domain import CONVENTION, FRAMEWORK, ORGANISATION, SIGNS
from netmap.source import Column, Node, Source, Tie, column
from netmap.values import choice

ON = date(2025, 6, 30)
FILES = ("etablissements", "entreprises", "conventions", "accords_cadres")
_FRAMEWORKS_OF = {"region": 200, "large": 2_000, "country": 2_000}


def frameworks_file(folder: Path) -> None:
    """Write the framework agreements of a folder, once: who signs them or the branch they are for, one theme, a period.

    The groups that sign are of one storey, so that belonging to one is a join on both sides.
    """
    place = folder / "accords_cadres.csv"
    if place.exists():
        return
    _, drawn = overlapping.tables(folder)
    firms = pl.read_csv(folder / "entreprises.csv", separator=";", infer_schema=False).select(
        "siren", pl.col("siren_groupe").replace("", None)
    )
    heads = firms.select(pl.col("siren_groupe").drop_nulls().unique()).to_series()
    mixed = firms.filter(pl.col("siren").is_in(heads.implode()) & pl.col("siren_groupe").is_not_null())
    storeys = pl.concat([mixed["siren"], mixed["siren_groupe"]])
    words = {code: word for word, code in overlapping.THEMES.items()}
    signatory = pl.coalesce("siren", "group")
    drawn.filter(~signatory.is_in(storeys.implode()).fill_null(value=False)).head(_FRAMEWORKS_OF[folder.name]).select(
        pl.concat_str(pl.lit("AC-"), pl.col("f").cast(pl.String).str.zfill(5)).alias("id_accord"),
        pl.col("scope").alias("portee"),
        signatory.fill_null("").alias("siren"),
        pl.col("prefix").fill_null("").alias("prefixe_naf"),
        pl.col("theme").replace_strict(words),
        pl.col("starts").dt.strftime("%d/%m/%Y").alias("date_debut"),
        pl.col("ends").dt.strftime("%d/%m/%Y").alias("date_fin"),
    ).write_csv(place, separator=";", include_bom=True, quote_style="never")


def _told_apart(source: Source, role: str, **changed: object) -> Source:
    """Give a source whose node of a role is changed."""
    return replace(source, nodes=tuple(replace(node, **changed) if node.role == role else node for node in source.nodes))


# A company is known by its SIREN on both sides: its seat is no other actor. Themes and states are those of netmap.
_FIRMS = replace(
    _told_apart(
        FIRMS,
        "firm",
        fields={name: field for name, field in FIRMS.nodes[0].fields.items() if name != "siret"},
        constants={"category": "entreprise"},
    ),
    columns=tuple(one for one in FIRMS.columns if one.field != "siret"),
    ignored=("siret",),
)
_THEME = choice("type_convention", "un type", {code: word for word, code in overlapping.THEMES.items()})
_TYPED = {
    "themes": Column(field="themes", headings=("type",), type=_THEME),
    "status": column("status", CONVENTION.property("status"), "statut"),
}
_CONVENTIONS = replace(CONVENTIONS, columns=tuple(_TYPED.get(one.field, one) for one in CONVENTIONS.columns))
_FRAMEWORKS = Source(
    name="bench_frameworks",
    title="Accords-cadres",
    help="",
    rank=60,
    columns=(
        column("reference", FRAMEWORK.property("reference"), "id_accord", required=True),
        column("scope", FRAMEWORK.property("scope"), "portee"),
        column("siren", ORGANISATION.property("siren"), "siren"),
        column("naf_prefixes", FRAMEWORK.property("naf_prefixes"), "prefixe_naf"),
        Column(field="themes", headings=("theme",), type=_THEME),
        column("starts_on", FRAMEWORK.property("starts_on"), "date_debut"),
        column("ends_on", FRAMEWORK.property("ends_on"), "date_fin"),
    ),
    nodes=(
        Node(
            role="framework",
            kind=FRAMEWORK,
            fields=itself("reference", "scope", "naf_prefixes", "themes", "starts_on", "ends_on"),
            declares=True,
        ),
        Node(role="company", kind=ORGANISATION, fields=itself("siren")),
    ),
    ties=(Tie(kind=SIGNS, source="company", target="framework", field="siren", about="target"),),
)
ANALYSED_SOURCES = (SCHOOLS, _FIRMS, _CONVENTIONS, _FRAMEWORKS)
