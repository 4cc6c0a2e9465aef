"""Facts on campuses noted one by one from public pages (cmq_faits-releves), and the twelve national filières of the campuses.

Ten labels are known without the name of their campus: these are known by their number in the list, the others by their name.
"""

import re

import polars as pl

from loaders.common import itself, territory_nodes, territory_ties
from netmap.domain import CAMPUS, COVERS, FILIERE, MEMBER_OF, ORGANISATION
from netmap.source import Column, Node, Source, Tie, column
from netmap.values import TEXT

_UNNAMED = "nom non cité"
_REGION = r"^[Rr]égion (?:académique )?(.+)$"
_ACADEMY = r"^[Aa]cadémie (?:de |d['’])(.+)$"
_NOT_PARTNERS = r"^(?:[Ll]ycée\b|.*\(non nommée?s?\))"
_PROP = CAMPUS.property


def _settled(texts: pl.DataFrame) -> pl.DataFrame:
    """Tell a number from a name, an académie from a region, the partners named from those counted; keep the rest as remarks."""
    unnamed = pl.col("name").is_null() | pl.col("name").str.contains(_UNNAMED, literal=True)
    partners = [_partners(cell) for cell in texts["cited"].to_list()]
    remarks = [
        pl.lit(said) + pl.col(name)
        for said, name in (("Cités : ", "cited"), ("Source : ", "page"), ("Déduit par le relevé : ", "inferred"))
        if name in texts.columns
    ]
    return texts.with_columns(
        pl.when(unnamed).then(pl.col("number")).alias("code"),
        pl.when(~unnamed).then(pl.col("name")).alias("name"),
        pl.col("place").str.extract(_REGION, 1).alias("region"),
        pl.col("place").str.extract(_ACADEMY, 1).alias("academie"),
        pl.Series("partner", partners, dtype=pl.String),
        pl.concat_str(remarks, separator=". ", ignore_nulls=True).replace("", None).alias("comment"),
    )


def _partners(cell: str | None) -> str | None:
    named = [name for name in re.split(r"\s*\|\s*", cell or "") if name and not re.match(_NOT_PARTNERS, name)]
    return "|".join(named) or None


def _text(field: str, help_text: str, *headings: str, present: bool = False, many: bool = False) -> Column:
    return Column(field=field, headings=headings, type=TEXT, help=help_text, present=present, many=many)


RECORDED_CAMPUSES = Source(
    name="campus_releves",
    title="Campus des métiers et des qualifications relevés",
    help="Faits relevés un à un dans des pages publiques, avec l’adresse de chacune ; liste partielle.",
    rank=40,
    columns=(
        Column(field="number", headings=("id",), type=TEXT, help="Numéro dans le relevé : code d’un campus sans nom.", required=True),
        column("name", _PROP("name"), "nom_tel_que_cite"),
        _text("filiere", "Filière nationale du campus.", "filiere_nationale"),
        column("area", _PROP("area"), "territoire"),
        _text("place", "« région … » ou « académie de … ».", "academie_ou_region", present=True),
        column("excellence", _PROP("excellence"), "mention_excellence", lenient=True),
        column("label_period", _PROP("label_period"), "date_ou_duree_label"),
        column("lead", _PROP("lead"), "etablissement_siege_ou_cite"),
        _text("cited", "Partenaires cités ; lycées et comptes restent en observation.", "entreprises_ou_partenaires_cites", present=True),
        _text("page", "Adresse de la page, en observation.", "source_url"),
        _text("inferred", "Colonnes que le relevé a déduites, en observation.", "colonnes_deduites"),
        column("code", _PROP("code"), "id (campus sans nom)"),
        column("comment", _PROP("comment"), "Observations du relevé"),
        _text("partner", "Partenaires nommés.", "Partenaires nommés", many=True),
        _text("region", "Région du campus.", "academie_ou_region (région)"),
        _text("academie", "Académie du campus.", "academie_ou_region (académie)"),
    ),
    derive=_settled,
    nodes=(
        Node(
            role="campus",
            kind=CAMPUS,
            fields=itself("code", "name", "area", "excellence", "label_period", "lead", "comment"),
            declares=True,
        ),
        Node(role="filiere", kind=FILIERE, fields={"name": "filiere", "national": "filiere"}),
        Node(role="partner", kind=ORGANISATION, fields={"name": "partner"}),
        *territory_nodes("region", "academie"),
    ),
    ties=(
        Tie(kind=COVERS, source="campus", target="filiere", field="filiere"),
        Tie(kind=MEMBER_OF, source="partner", target="campus", field="cited", about="target", constants={"role": "cité"}),
        *territory_ties("campus", "region", "academie"),
    ),
)

NATIONAL_FILIERES = Source(
    name="filieres_nationales",
    title="Filières nationales des campus",
    help="Les filières nationales des campus des métiers et des qualifications.",
    rank=100,
    columns=(
        column("name", FILIERE.property("name"), "filiere", required=True),
        _text("page", "Page du ministère : reconnaît le fichier, n’est pas reprise.", "page_ministere", present=True),
    ),
    nodes=(Node(role="filiere", kind=FILIERE, fields={"name": "name", "national": "name"}, declares=True),),
)
