"""SIRENE under its current names: the stock of establishments, the stock of legal units, and extracts that join the two.

What a person asked not to spread is written [ND]: it is read as absent. A NAF code is kept only with a nomenclature netmap
knows, for the same four digits and a letter meant something else before 2008.
"""

import polars as pl

from loaders.common import itself
from loaders.public import optional
from netmap.domain import ORGANISATION
from netmap.source import Column, Node, Source, column
from netmap.values import TEXT

HIDDEN = "[ND]"
NOMENCLATURES = {"NAFRev2": "2008", "NAF25": "2025"}
_CLOSED = {"A": "Ouvert", "F": "Fermé", "C": "Fermé"}
_PROP = ORGANISATION.property


def _text(field: str, help_text: str, *headings: str) -> Column:
    return Column(field=field, headings=headings, type=TEXT, help=help_text)


def _shown(texts: pl.DataFrame) -> pl.DataFrame:
    """Read hidden cells as absent, and drop the activity codes of nomenclatures of before 2008."""
    texts = texts.with_columns(pl.all().replace(HIDDEN, None))
    version = optional(texts, "naf_version").replace_strict(NOMENCLATURES, default=None, return_dtype=pl.String)
    known = version.is_not_null() | (optional(texts, "naf_version").is_null())
    return texts.with_columns(version.alias("naf_version"), pl.when(known).then(optional(texts, "naf")).alias("naf"))


def _settled(texts: pl.DataFrame) -> pl.DataFrame:
    """Put the address together, and tell what is abroad and what is closed."""
    texts = _shown(texts)
    street = [optional(texts, part).alias(part) for part in ("number", "repeat", "way", "street")]
    abroad = optional(texts, "country").is_not_null() | optional(texts, "country_code").is_not_null()
    line = pl.concat_str(street, separator=" ", ignore_nulls=True)
    closed = (optional(texts, "state") == "F").fill_null(value=False)
    return texts.with_columns(
        pl.when(line != "").then(line).alias("address"),
        pl.when(abroad).then(pl.lit("oui")).alias("foreign"),
        pl.coalesce(optional(texts, "commune"), optional(texts, "commune_abroad")).alias("commune"),
        pl.when(closed).then(optional(texts, "since")).alias("closed_on"),
    )


_UNIT_IGNORED = (
    *("statutDiffusionUniteLegale", "unitePurgeeUniteLegale", "dateCreationUniteLegale", "sexeUniteLegale", "prenom1UniteLegale"),
    *("prenom2UniteLegale", "prenom3UniteLegale", "prenom4UniteLegale", "prenomUsuelUniteLegale", "pseudonymeUniteLegale"),
    *("identifiantAssociationUniteLegale", "anneeEffectifsUniteLegale", "dateDernierTraitementUniteLegale"),
    *("nombrePeriodesUniteLegale", "categorieEntreprise", "anneeCategorieEntreprise", "nomUniteLegale", "nomUsageUniteLegale"),
    *("denominationUsuelle2UniteLegale", "denominationUsuelle3UniteLegale", "nicSiegeUniteLegale"),
    *("economieSocialeSolidaireUniteLegale", "societeMissionUniteLegale", "caractereEmployeurUniteLegale"),
    "activitePrincipaleNAF25UniteLegale",
)
_SITE_IGNORED = (
    *("nic", "statutDiffusionEtablissement", "dateCreationEtablissement", "anneeEffectifsEtablissement"),
    *("activitePrincipaleRegistreMetiersEtablissement", "dateDernierTraitementEtablissement", "etablissementSiege"),
    *("nombrePeriodesEtablissement", "complementAdresseEtablissement", "dernierNumeroVoieEtablissement"),
    *("indiceRepetitionDernierNumeroVoieEtablissement", "distributionSpecialeEtablissement", "codeCedexEtablissement"),
    *("libelleCedexEtablissement", "identifiantAdresseEtablissement", "coordonneeLambertAbscisseEtablissement"),
    *("coordonneeLambertOrdonneeEtablissement", "complementAdresse2Etablissement", "numeroVoie2Etablissement"),
    *("indiceRepetition2Etablissement", "typeVoie2Etablissement", "libelleVoie2Etablissement", "codePostal2Etablissement"),
    *("libelleCommune2Etablissement", "libelleCommuneEtranger2Etablissement", "distributionSpeciale2Etablissement"),
    *("codeCommune2Etablissement", "codeCedex2Etablissement", "libelleCedex2Etablissement", "codePaysEtranger2Etablissement"),
    *("libellePaysEtranger2Etablissement", "enseigne2Etablissement", "enseigne3Etablissement"),
    *("caractereEmployeurEtablissement", "activitePrincipaleNAF25Etablissement", "etatAdministratifUniteLegale"),
    *("trancheEffectifsUniteLegale", "activitePrincipaleUniteLegale", "nomenclatureActivitePrincipaleUniteLegale"),
)

SIRENE_SITES = Source(
    name="sirene_etablissements",
    title="SIRENE : établissements",
    help="Stock des établissements de SIRENE, entier ou filtré, seul ou joint aux unités légales.",
    rank=90,
    columns=(
        column("siret", _PROP("siret"), "siret", required=True),
        column("siren", _PROP("siren"), "siren"),
        column("name", _PROP("name"), "denominationUniteLegale", "denominationUsuelleEtablissement"),
        column("brand", _PROP("brand"), "enseigne1Etablissement"),
        _text("usual", "Nom d’usage du site, repris sans enseigne.", "denominationUsuelleEtablissement"),
        _text("acronym", "Sigle, repris sans enseigne ni nom d’usage.", "sigleUniteLegale"),
        column("naf", _PROP("naf"), "activitePrincipaleEtablissement", lenient=True),
        column("naf_version", _PROP("naf_version"), "nomenclatureActivitePrincipaleEtablissement", lenient=True),
        column("size", _PROP("size"), "trancheEffectifsEtablissement"),
        column("legal_form", _PROP("legal_form"), "categorieJuridiqueUniteLegale"),
        _text("number", "Début de l’adresse.", "numeroVoieEtablissement"),
        _text("repeat", "Suite du numéro : bis, ter.", "indiceRepetitionEtablissement"),
        _text("way", "Rue, avenue, place.", "typeVoieEtablissement"),
        _text("street", "Nom de la voie.", "libelleVoieEtablissement"),
        column("postcode", _PROP("postcode"), "codePostalEtablissement", lenient=True),
        column("commune", _PROP("commune"), "libelleCommuneEtablissement"),
        _text("commune_abroad", "Reprise comme commune, à l’étranger.", "libelleCommuneEtrangerEtablissement"),
        column("commune_code", _PROP("commune_code"), "codeCommuneEtablissement", lenient=True),
        column("country", _PROP("country"), "libellePaysEtrangerEtablissement"),
        _text("country_code", "Rempli à l’étranger.", "codePaysEtrangerEtablissement"),
        Column(
            field="state",
            headings=("etatAdministratifEtablissement",),
            type=_PROP("state").type,
            help="A : ouvert ; F : fermé.",
            present=True,
            lenient=True,
            words=_CLOSED,
        ),
        _text("since", "Date de fermeture, pour un établissement fermé.", "dateDebut"),
        column("address", _PROP("address"), "Adresse (numéro et voie)"),
        column("foreign", _PROP("foreign"), "Pays étranger"),
        column("closed_on", _PROP("closed_on"), "dateDebut (fermé)", lenient=True),
    ),
    ignored=(*_SITE_IGNORED, *_UNIT_IGNORED, "denominationUsuelle1UniteLegale"),
    derive=_settled,
    nodes=(
        Node(
            role="organisation",
            kind=ORGANISATION,
            fields={
                **itself("siret", "siren", "name", "naf", "naf_version", "size", "legal_form", "address", "postcode", "commune"),
                **itself("commune_code", "country", "foreign", "state", "closed_on"),
                "brand": ("brand", "usual", "acronym"),
            },
            declares=True,
        ),
    ),
)

SIRENE_UNITS = Source(
    name="sirene_unites_legales",
    title="SIRENE : unités légales",
    help="Stock des unités légales de SIRENE, entier ou filtré.",
    rank=90,
    columns=(
        column("siren", _PROP("siren"), "siren", required=True),
        column("name", _PROP("name"), "denominationUniteLegale", "denominationUsuelle1UniteLegale"),
        column("brand", _PROP("brand"), "sigleUniteLegale"),
        _text("usual", "Nom d’usage, repris sans sigle.", "denominationUsuelle1UniteLegale"),
        column("naf", _PROP("naf"), "activitePrincipaleUniteLegale", lenient=True),
        column("naf_version", _PROP("naf_version"), "nomenclatureActivitePrincipaleUniteLegale", lenient=True),
        column("size", _PROP("size"), "trancheEffectifsUniteLegale"),
        column("legal_form", _PROP("legal_form"), "categorieJuridiqueUniteLegale"),
        Column(
            field="state",
            headings=("etatAdministratifUniteLegale",),
            type=_PROP("state").type,
            help="A : active ; C : cessée.",
            present=True,
            lenient=True,
            words=_CLOSED,
        ),
        _text("since", "Date de cessation, pour une unité cessée.", "dateDebut"),
        column("closed_on", _PROP("closed_on"), "dateDebut (cessée)", lenient=True),
    ),
    ignored=_UNIT_IGNORED,
    derive=lambda texts: _shown(texts).with_columns(
        pl.when((optional(texts, "state") == "C").fill_null(value=False)).then(optional(texts, "since")).alias("closed_on")
    ),
    nodes=(
        Node(
            role="organisation",
            kind=ORGANISATION,
            fields={
                **itself("siren", "name", "naf", "naf_version", "size", "legal_form", "state", "closed_on"),
                "brand": ("brand", "usual"),
            },
            declares=True,
        ),
    ),
)
