"""Framework agreements noted one by one from official pages (accords-cadres_faits-releves): partial, with dates of unequal precision.

A text is known by its NOR where it has one, else by the number it has in the list; « remplace » gives numbers of the list.
"""

import re

import polars as pl

from loaders.common import itself, territory_nodes
from netmap.domain import COVERS, FRAMEWORK, ORGANISATION, REPLACES, SIGNS
from netmap.source import Column, Node, Source, Tie, column
from netmap.values import TEXT

_KINDS = {
    "accord-cadre de coopération": "Accord-cadre",
    "convention pluriannuelle": "Autre",
    "convention": "Autre",
}
_SCOPES = {"organisation patronale": "Interprofession", "organisme paritaire": "Branche", "collectivité": ""}
_CATEGORIES = {"organisation patronale": "branche", "organisme paritaire": "branche"}
_AREAS = r"^([^(]*?)\s*\(([^)]*)\)$"
_EXACT = "jour"
_PROP = FRAMEWORK.property
_PARTNER = ORGANISATION.property


def _settled(texts: pl.DataFrame) -> pl.DataFrame:
    """Name the text, follow its number to its reference, and keep as a date only what is known to the day."""
    references = {number: nor or number for number, nor in texts.select("number", "nor").iter_rows() if number}
    level, exact = pl.col("level"), (pl.col("precision") == _EXACT).fill_null(value=False)
    capital = pl.col("kind").str.slice(0, 1).str.to_uppercase() + pl.col("kind").str.slice(1)
    return texts.with_columns(
        pl.coalesce("nor", "number").alias("reference"),
        pl.concat_str(capital, pl.col("partner"), separator=" : ").alias("title"),
        pl.Series("replaces", [_followed(cell, references) for cell in texts["replaces"].to_list()], dtype=pl.String),
        pl.when(exact).then(pl.col("said_on")).alias("signed_on"),
        pl.when(~exact).then(pl.col("said_on")).alias("signed_period"),
        pl.coalesce(level.str.extract(_AREAS, 1), level).alias("level"),
        level.str.extract(_AREAS, 2).str.replace_all(r"\s*,\s*", "|").alias("academie"),
    )


def _followed(cell: str | None, references: dict[str, str]) -> str | None:
    if not cell:
        return None
    return "|".join(references.get(number, number) for number in re.split(r"\s*\|\s*", cell))


def _text(field: str, help_text: str, *headings: str, present: bool = False, many: bool = False) -> Column:
    return Column(field=field, headings=headings, type=TEXT, help=help_text, present=present, many=many)


RECORDED_FRAMEWORKS = Source(
    name="accords_releves",
    title="Accords-cadres relevés",
    help="Accords relevés un à un dans des pages officielles, avec l’adresse de chacune ; liste partielle.",
    rank=40,
    columns=(
        Column(field="number", headings=("id",), type=TEXT, help="Numéro dans le relevé : référence sans NOR.", required=True),
        column("kind", _PROP("kind"), "type_accord", lenient=True, words=_KINDS),
        column("level", _PROP("level"), "niveau", lenient=True),
        column("partner", _PARTNER("name"), "partenaire", required=True),
        column("acronym", _PARTNER("brand"), "sigle"),
        column("category", _PARTNER("category"), "nature_partenaire", lenient=True, words=_CATEGORIES),
        column("scope", _PROP("scope"), "nature_partenaire", lenient=True, words=_SCOPES),
        column("sector", _PROP("sector"), "secteur"),
        _text("cosigner", "Autres signataires, séparés par |.", "co_signataires", many=True),
        _text("said_on", "Date de signature, comme elle est connue.", "date_signature", present=True),
        _text("precision", "Jour, mois, année ou inconnue.", "precision_date", present=True),
        _text("nor", "Numéro NOR : référence du texte.", "nor", present=True),
        column("publication", _PROP("publication"), "publication"),
        _text("replaces", "Numéros, dans le relevé, des accords remplacés.", "remplace", present=True, many=True),
        column("siret", _PARTNER("siret"), "siret_tel_qu_imprime", lenient=True),
        column("web", _PROP("web"), "source_url", lenient=True),
        column("reference", _PROP("reference"), "nor ou id"),
        column("title", _PROP("title"), "type_accord et partenaire"),
        column("signed_on", _PROP("signed_on"), "date_signature (au jour)", lenient=True),
        column("signed_period", _PROP("signed_period"), "date_signature (au mois ou à l’année)"),
        _text("academie", "Académies nommées avec le niveau.", "niveau (académies)", many=True),
    ),
    derive=_settled,
    nodes=(
        Node(
            role="framework",
            kind=FRAMEWORK,
            fields=itself("reference", "title", "kind", "level", "scope", "sector", "publication", "web", "signed_on", "signed_period"),
            declares=True,
        ),
        Node(
            role="partner",
            kind=ORGANISATION,
            fields={"siret": "siret", "name": "partner", "brand": "acronym", "category": "category"},
        ),
        Node(role="cosigner", kind=ORGANISATION, fields={"name": "cosigner"}),
        Node(role="replaced", kind=FRAMEWORK, fields={"reference": "replaces"}),
        *territory_nodes("academie"),
    ),
    ties=(
        Tie(kind=SIGNS, source="partner", target="framework", field="partner", about="target"),
        Tie(kind=SIGNS, source="cosigner", target="framework", field="cosigner", about="target", constants={"role": "cosignataire"}),
        Tie(kind=REPLACES, source="framework", target="replaced", field="replaces"),
        Tie(kind=COVERS, source="framework", target="academie", field="academie"),
    ),
)
