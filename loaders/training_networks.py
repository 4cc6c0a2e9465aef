"""Networks of training bodies, one file a network (referentiel-reseau-*): GRETA, CFA, chambers, MFR, UIMM, AFPA …

The column « Réseaux à jour » lists all the networks of a body; « Réseaux » is what the list said before it was brought up to
date, and is left. A body without a network any more is still described.
"""

import re

import polars as pl

from loaders.common import itself, territory_nodes, territory_ties
from loaders.public import address_parts
from netmap.domain import ESTABLISHMENT, MEMBER_OF, NETWORK, ORGANISATION
from netmap.source import Column, Node, Source, Tie, column
from netmap.tables.words import letters
from netmap.values import TEXT, fold_text

_NETWORKS = {
    "afpa": ("AFPA", "formation"),
    "agri": ("Enseignement agricole", "formation"),
    "agri cneap": ("CNEAP (enseignement agricole privé)", "formation"),
    "agri unmfreo": ("UNMFREO (maisons familiales rurales)", "formation"),
    "agri unrep": ("UNREP (enseignement agricole privé)", "formation"),
    "cci": ("CFA des chambres de commerce et d’industrie", "formation"),
    "cci france": ("CFA des chambres de commerce et d’industrie", "formation"),
    "cfa ec": ("CFA de l’enseignement catholique", "formation"),
    "cma": ("CFA des chambres de métiers et de l’artisanat", "formation"),
    "comp du devoir": ("Compagnons du devoir", "formation"),
    "comp du tour de france": ("Compagnons du tour de France", "formation"),
    "en cfa academique": ("CFA académiques", "formation"),
    "en eple": ("Apprentissage en EPLE", "formation"),
    "en hors murs": ("CFA hors murs de l’éducation nationale", "formation"),
    "greta": ("GRETA", "greta"),
    "mfr": ("Maisons familiales rurales", "formation"),
    "uimm": ("Pôles formation UIMM", "formation"),
}
# « public » is a sector, not a network.
_NOT_NETWORKS = ("hors reseau", "public")
_LAST_COLUMN = 80
_PROP = ORGANISATION.property


def _networks(cell: str) -> tuple[str, str]:
    """Give the names and the kinds of the networks of a cell, both separated by |."""
    found: dict[str, str] = {}
    for code in re.split(r"\s*\|\s*", cell.strip()):
        folded = fold_text(code)
        if folded and not folded.startswith(_NOT_NETWORKS):
            name, kind = _NETWORKS.get(folded, (code, "formation"))
            found[name] = kind
    return "|".join(found), "|".join(found.values())


def _settled(texts: pl.DataFrame) -> pl.DataFrame:
    """Name the networks, and the establishment where there is one; part the address."""
    cells = texts["listed"].drop_nulls().unique().to_list()
    named = [_networks(cell) for cell in cells]
    for place, field in enumerate(("network", "network_kind")):
        said = {cell: pair[place] or None for cell, pair in zip(cells, named, strict=True)}
        texts = texts.with_columns(pl.col("listed").replace_strict(said, default=None, return_dtype=pl.String).alias(field))
    if "uai" in texts.columns:
        names = [name for name in ("brand", "name") if name in texts.columns]
        texts = texts.with_columns(
            pl.when(pl.col("uai").is_not_null()).then(pl.coalesce(*names, pl.lit(None, dtype=pl.String))).alias("school")
        )
    return address_parts(texts, "line") if "line" in texts.columns else texts


def _text(field: str, help_text: str, *headings: str, present: bool = False, many: bool = False) -> Column:
    return Column(field=field, headings=headings, type=TEXT, help=help_text, present=present, many=many)


TRAINING_NETWORKS = Source(
    name="reseaux_formation",
    title="Réseaux d’organismes de formation",
    help="Référentiel d’un réseau (referentiel-reseau-…) : ses organismes, leurs UAI et leurs réseaux.",
    rank=60,
    columns=(
        column("siret", _PROP("siret"), "Siret", lenient=True),
        column("uai", ESTABLISHMENT.property("uai"), "UAI validée", lenient=True),
        column("name", _PROP("name"), "Raison sociale"),
        column("brand", _PROP("brand"), "Enseigne"),
        column("state", _PROP("state"), "etat_administratif", lenient=True),
        _text("line", "Adresse entière : partagée en voie, code postal et commune.", "Adresse"),
        _text("academie", "Académie où se trouve l’organisme.", "Académie"),
        Column(
            field="region",
            headings=("Région",),
            type=TEXT,
            help="Région où se trouve l’organisme.",
            words={"Collectivités d'outre-mer": ""},
        ),
        _text("listed", "Réseaux de l’organisme, séparés par |.", "Réseaux à jour", "Réseau à jour", present=True),
        _text("school", "Nom de l’établissement, où une UAI est validée : son enseigne, sinon sa raison sociale.", "UAI validée (nom)"),
        _text("network", "Nom du réseau, d’après son sigle.", "Réseaux à jour (noms)", many=True),
        column("network_kind", NETWORK.property("kind"), "Réseaux à jour (sortes)", many=True),
        column("address", _PROP("address"), "Adresse (numéro et voie)"),
        column("postcode", _PROP("postcode"), "Adresse (code postal)", lenient=True),
        column("commune", _PROP("commune"), "Adresse (commune)"),
    ),
    ignored=(
        *("numero_declaration_activite", "Nature", "Qualiopi", "Réseaux", "Nombre de relations", "Nombre de lieux de formation"),
        *("Date d'import", "UAI probable", *(f"UAI potentielle {n}" for n in range(1, 61))),
        # Columns without a heading, known by their letter, hold more potential UAI.
        *(f"(colonne {letters(place)})" for place in range(3, _LAST_COLUMN)),
    ),
    derive=_settled,
    nodes=(
        Node(
            role="organisation",
            kind=ORGANISATION,
            fields=itself("siret", "name", "brand", "state", "address", "postcode", "commune"),
            declares=True,
            constants={"category": "formation"},
        ),
        Node(role="establishment", kind=ESTABLISHMENT, fields={"uai": "uai", "name": "school"}),
        Node(role="network", kind=NETWORK, fields={"name": "network", "kind": "network_kind"}),
        *territory_nodes("region", "academie"),
    ),
    ties=(
        Tie(kind=MEMBER_OF, source="organisation", target="network", field="listed"),
        Tie(kind=MEMBER_OF, source="establishment", target="network", field="listed"),
        *territory_ties("organisation", "region", "academie"),
    ),
)
