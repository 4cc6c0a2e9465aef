"""The official directories of establishments (DEPP): « annuaire de l'éducation » and « adresse et géolocalisation ».

Two files, several vintages, two sets of headings for the same facts: the fields are declared once. A file is often an extract
(the lycées of a region), so neither retires what it does not say.
"""

from collections.abc import Mapping

import polars as pl

from loaders.common import itself, territory_nodes, territory_ties
from loaders.public import coordinates
from netmap.domain import ESTABLISHMENT, PART_OF
from netmap.schema import Property
from netmap.source import Column, Node, Source, Tie
from netmap.values import TEXT

_LEVELS = ("region", "academie", "departement", "bassin")
_NATURES = {
    "LYCEE PROFESSIONNEL": "Lycée professionnel",
    "LYCEE POLYVALENT": "Lycée polyvalent",
    "LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE": "Lycée général et technologique",
    "LYCEE D ENSEIGNEMENT GENERAL": "Lycée général",
    "LYCEE D ENSEIGNEMENT TECHNOLOGIQUE": "Lycée technologique",
    "LYCEE ENS GENERAL TECHNO PROF AGRICOLE": "Lycée agricole",
    "LYCEE EXPERIMENTAL": "Lycée expérimental",
    "LYCEE CLIMATIQUE": "Lycée climatique",
    "SECTION D ENSEIGNEMENT PROFESSIONNEL": "Section d’enseignement professionnel (SEP)",
    "SECTION ENSEIGT GENERAL ET TECHNOLOGIQUE": "Section d’enseignement général et technologique",
    "ECOLES COMPOSEES UNIQT DE STS ET OU CPGE": "École de STS ou de CPGE",
    "ECOLE PROFESSIONNELLE SPECIALISEE": "École professionnelle spécialisée",
    "ECOLE SECONDAIRE SPECIALISEE (2 D CYCLE)": "École secondaire spécialisée",
    "ETABLISSEMENT REGIONAL D'ENSEIGNT ADAPTE": "EREA",
    "COLLEGE": "Collège",
    "COLLEGE CLIMATIQUE": "Collège climatique",
    "COLLEGE SPECIALISE": "Collège spécialisé",
}
_MINISTRIES = {
    "MINISTERE DE L'EDUCATION NATIONALE": "Éducation nationale",
    "AGRICULTURE": "Agriculture",
    "MER": "Mer",
    "DEFENSE": "Défense",
    "JUSTICE": "Justice",
    "SANS TUTELLE": "Sans tutelle",
    "GRANDE CHANCELLERIE ORDRE LEGION HONNEUR": "Grande chancellerie de la Légion d’honneur",
}
_ATTACHMENTS = {"FILIERE OU DEPARTEMENT OU SECTION": "section", "ANNEXE GEOGRAPHIQUE": "annexe"}
_NO_REGION = {"TOM et Collectivités territoriales": ""}

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nature": _NATURES,
    "ministry": _MINISTRIES,
    "attachment": _ATTACHMENTS,
    "region": _NO_REGION,
}
_PROPERTIES = {
    "nature": "type",
    "denomination": "name",
    "locality": "address",
    "mother": "uai",
}
_HELPS = {
    "region": "Région ; les collectivités d’outre-mer sans région académique restent sans région.",
    "academie": "Académie où se trouve l’établissement.",
    "departement": "Département où se trouve l’établissement.",
    "bassin": "Bassin de formation.",
    "contract": "Contrat d’un établissement privé : complète le statut.",
    "position": "Latitude et longitude jointes : servent si elles ne sont pas données à part.",
    "attachment": "Section ou annexe de l’établissement mère.",
    "mother": "UAI de l’établissement mère : le lycée d’une SEP, par exemple.",
}

_ANNUAIRE = {
    "uai": ("Identifiant_de_l_etablissement", "Code établissement"),
    "name": ("Nom_etablissement", "Nom de l’établissement"),
    "nature": ("libelle_nature",),
    "type": ("Type_etablissement", "Type d’établissement"),
    "status": ("Statut_public_prive",),
    "contract": ("Type_contrat_prive",),
    "siret": ("SIREN_SIRET",),
    "address": ("Adresse_1",),
    "locality": ("Adresse_2",),
    "postcode": ("Code_postal",),
    "commune": ("Nom_commune",),
    "commune_code": ("Code_commune",),
    "latitude": ("latitude",),
    "longitude": ("longitude",),
    "position": ("position",),
    "vocational": ("Voie_professionnelle",),
    "apprenticeship": ("Apprentissage",),
    "label": ("Lycee_des_metiers",),
    "greta": ("GRETA",),
    "pupils": ("Nombre_d_eleves",),
    "ministry": ("ministere_tutelle",),
    "state": ("etat",),
    "opened_on": ("date_ouverture",),
    "email": ("Mail",),
    "phone": ("Telephone",),
    "web": ("Web",),
    "region": ("Libelle_region",),
    "academie": ("Libelle_academie",),
    "departement": ("Libelle_departement",),
    "bassin": ("libelle_bassin_formation",),
    "mother": ("etablissement_mere",),
    "attachment": ("type_rattachement_etablissement_mere",),
}
_ANNUAIRE_IGNORED = (
    *("Adresse_3", "Code_departement", "Code_academie", "Code_region", "Ecole_maternelle", "Ecole_elementaire"),
    *("Voie_generale", "Voie_technologique", "Fax", "Restauration", "Hebergement", "ULIS", "Segpa", "Section_arts"),
    *("Section_cinema", "Section_theatre", "Section_sport", "Section_internationale", "Section_europeenne", "Lycee_Agricole"),
    *("Lycee_militaire", "Post_BAC", "Appartenance_Education_Prioritaire", "Fiche_onisep", "coordX_origine", "coordY_origine"),
    *("epsg_origine", "nom_circonscription", "precision_localisation", "date_maj_ligne", "multi_uai", "rpi_concentre"),
    *("rpi_disperse", "code_nature", "Code_type_contrat_prive", "PIAL", "code_circonscription"),
    *("code_zone_animation_pedagogique", "libelle_zone_animation_pedagogique", "code_bassin_formation"),
)

_GEOLOCATION = {
    "uai": ("numero_uai", "Code établissement", "Numéro UAI"),
    "name": ("appellation_officielle",),
    "denomination": ("denomination_principale",),
    "nature": ("nature_uai_libe", "Nature"),
    "status": ("secteur_public_prive_libe", "Secteur Public/Privé"),
    "contract": ("secteur_prive_libelle_type_contrat",),
    "address": ("adresse_uai", "Adresse"),
    "locality": ("lieu_dit_uai", "Lieu dit"),
    "postcode": ("code_postal_uai", "Code postal"),
    "commune": ("libelle_commune", "Commune"),
    "commune_code": ("code_commune",),
    "latitude": ("latitude",),
    "longitude": ("longitude",),
    "position": ("position",),
    "ministry": ("libelle_ministere",),
    "state": ("etat_etablissement_libe", "Etat établissement"),
    "opened_on": ("date_ouverture",),
    "region": ("libelle_region", "Région"),
    "academie": ("libelle_academie", "Académie"),
    "departement": ("libelle_departement", "Département"),
}
_GEOLOCATION_IGNORED = (
    *("patronyme_uai", "boite_postale_uai", "localite_acheminement_uai", "Localité d'acheminement", "coordonnee_x", "coordonnee_y"),
    *("EPSG", "appariement", "Qualité d'appariement", "localisation", "nature_uai", "Code nature", "etat_etablissement"),
    *("Code état établissement", "code_departement", "code_region", "code_academie", "secteur_prive_code_type_contrat"),
    "code_ministere",
)


def _column(field: str, headings: tuple[str, ...]) -> Column:
    known = {p.name: p for p in ESTABLISHMENT.properties}
    prop: Property | None = known.get(_PROPERTIES.get(field, field))
    return Column(
        field=field,
        headings=headings,
        type=prop.type if prop else TEXT,
        help=_HELPS.get(field) or (prop.help if prop else ""),
        required=field == "uai",
        lenient=field != "uai",
        words=_WORDS.get(field, {}),
    )


def _settled(texts: pl.DataFrame) -> pl.DataFrame:
    """Fill latitude and longitude from the position, and tell the status from sector and contract."""
    texts = coordinates(texts, "position")
    if "status" not in texts.columns:
        return texts
    contract = pl.col("contract") if "contract" in texts.columns else pl.lit(None, dtype=pl.String)
    public = pl.col("status").str.to_lowercase().str.starts_with("public")
    private = pl.col("status").str.to_lowercase().str.starts_with("priv")
    settled = (
        pl.when(public)
        .then(pl.lit("public"))
        .when(private & contract.str.starts_with("CONTRAT"))
        .then(pl.lit("prive_contrat"))
        .when(private & (contract == "HORS CONTRAT"))
        .then(pl.lit("prive_hors_contrat"))
        .when(private)
        .then(pl.lit("prive"))
    )
    return texts.with_columns(settled.alias("status"))


def _directory(name: str, title: str, help_text: str, headings: Mapping[str, tuple[str, ...]], ignored: tuple[str, ...]) -> Source:
    own = {p.name for p in ESTABLISHMENT.properties} & headings.keys() - {"type", "name", "address"}
    first_of = {"type": ("nature", "type"), "name": ("name", "denomination"), "address": ("address", "locality")}
    named = {prop: tuple(f for f in fields if f in headings) for prop, fields in first_of.items()}
    levels = tuple(level for level in _LEVELS if level in headings)
    mother = "mother" in headings
    return Source(
        name=name,
        title=title,
        help=help_text,
        rank=100,
        columns=tuple(_column(field, found) for field, found in headings.items()),
        ignored=ignored,
        derive=_settled,
        nodes=(
            Node(role="establishment", kind=ESTABLISHMENT, fields={**itself(*sorted(own)), **named}, declares=True),
            *territory_nodes(*levels),
            *((Node(role="mother", kind=ESTABLISHMENT, fields={"uai": "mother"}),) if mother else ()),
        ),
        ties=(
            *territory_ties("establishment", *levels),
            *(
                (Tie(kind=PART_OF, source="establishment", target="mother", field="mother", fields={"nature": "attachment"}),)
                if mother
                else ()
            ),
        ),
    )


ANNUAIRE = _directory(
    "annuaire_education",
    "Annuaire de l’éducation",
    "Annuaire officiel des établissements (fr-en-annuaire-education), entier ou filtré.",
    _ANNUAIRE,
    _ANNUAIRE_IGNORED,
)
GEOLOCATION = _directory(
    "adresse_geolocalisation",
    "Adresse et géolocalisation des établissements",
    "Annuaire officiel des adresses (fr-en-adresse-et-geolocalisation-etablissements), entier ou filtré.",
    _GEOLOCATION,
    _GEOLOCATION_IGNORED,
)
