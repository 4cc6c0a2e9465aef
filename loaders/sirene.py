"""SIRENE as INSEE drew it until 2018: daily files and stock under the old names, and the long names open-data portals gave them.

A daily file tells changes: an I line is a state before a change and says nothing new, an E line closes the establishment, the
others (C, F, D) say how it is now. Lines of one SIRET come in the order of time.
"""

import polars as pl

from loaders.common import itself
from loaders.public import compact_date, coordinates, optional
from netmap.domain import ORGANISATION
from netmap.source import Column, Node, Source, column
from netmap.values import TEXT

ABROAD = "99"
BEFORE, CLOSED = "I", "E"
COMMUNE_LENGTH = 5

_PLAIN = ("siret", "name", "naf", "size", "address", "postcode", "commune", "commune_code", "country", "foreign")
_STATE = ("latitude", "longitude", "state", "closed_on")
_PROP = ORGANISATION.property


def _text(field: str, help_text: str, *headings: str, required: bool = False) -> Column:
    return Column(field=field, headings=headings, type=TEXT, help=help_text, required=required)


def _settled(texts: pl.DataFrame) -> pl.DataFrame:
    """Build SIRET and commune from their parts, and the state from the kind of change."""
    texts = coordinates(texts, "coordinates")
    siret = pl.concat_str(pl.col("siren").str.zfill(9), pl.col("nic").str.zfill(5))
    departement, commune = optional(texts, "departement_code"), optional(texts, "commune_part")
    abroad = (departement == ABROAD).fill_null(value=False)
    code = pl.concat_str(departement, commune)
    closed = (optional(texts, "change") == CLOSED).fill_null(value=False)
    date = compact_date("event_on") if "event_on" in texts.columns else pl.lit(None, dtype=pl.String)
    return texts.with_columns(
        pl.coalesce(optional(texts, "siret"), siret).alias("siret"),
        pl.when(~abroad & (code.str.len_chars() == COMMUNE_LENGTH)).then(code).alias("commune_code"),
        pl.when(abroad).then(pl.lit("oui")).alias("foreign"),
        pl.when(abroad).then(optional(texts, "region_name")).alias("country"),
        pl.when(closed).then(pl.lit("Fermé")).otherwise(pl.lit("Ouvert")).alias("state"),
        pl.when(closed).then(date).alias("closed_on"),
    )


def _before(texts: pl.DataFrame) -> pl.Series:
    """Mark the lines that tell the state before a change."""
    return texts.select((optional(texts, "change") == BEFORE).fill_null(value=False).alias("before"))["before"]


_IGNORED = (
    *("L1_NORMALISEE", "L2_NORMALISEE", "L3_NORMALISEE", "L5_NORMALISEE", "L6_NORMALISEE", "L7_NORMALISEE", "L1_DECLAREE"),
    *("L2_DECLAREE", "L3_DECLAREE", "L4_DECLAREE", "L5_DECLAREE", "L6_DECLAREE", "L7_DECLAREE", "NUMVOIE", "INDREP", "TYPVOIE"),
    *("LIBVOIE", "CEDEX", "RPET", "ARRONET", "CTONET", "DU", "TU", "UU", "EPCI", "TCD", "ZEMET", "SIEGE", "IND_PUBLIPO"),
    *("DIFFCOM", "AMINTRET", "NATETAB", "LIBNATETAB", "LIBAPET", "DAPET", "LIBTEFET", "EFETCENT", "DEFET", "ORIGINE", "DCRET"),
    *("DDEBACT", "ACTIVNAT", "LIEUACT", "ACTISURF", "SAISONAT", "MODET", "PRODET", "PRODPART", "AUXILT", "NOM", "PRENOM"),
    *("CIVILITE", "RNA", "NICSIEGE", "RPEN", "DEPCOMEN", "ADR_MAIL", "APEN700", "LIBAPEN", "DAPEN", "APRM", "ESS", "DATEESS"),
    *("TEFEN", "LIBTEFEN", "EFENCENT", "DEFEN", "CATEGORIE", "DCREN", "AMINTREN", "MONOACT", "MODEN", "PRODEN", "ESAANN", "TCA"),
    *("ESAAPEN", "ESASEC1N", "ESASEC2N", "ESASEC3N", "ESASEC4N", "VMAJ1", "VMAJ2", "VMAJ3", "DATEMAJ", "EVE", "TYPCREH"),
    *("DREACTET", "DREACTEN", "MADRESSE", "MENSEIGNE", "MAPET", "MPRODET", "MAUXILT", "MNOMEN", "MSIGLE", "MNICSIEGE", "MNJ"),
    *("MAPEN", "MPRODEN", "SIRETPS", "TEL"),
)
_PORTAL_IGNORED = (
    *(
        f"{rank} ligne de l'adressage de l'établissement"
        for rank in ("Première", "Deuxième", "Troisième", "Cinquième", "Sixième", "Septième")
    ),
    *(
        f"{rank} ligne de l'adressage déclaré pour l'établissement"
        for rank in ("Première", "Deuxième", "Troisième", "Quatrième", "Cinquième", "Sixième", "Septième")
    ),
    "Numéro dans la voie",
    "Indice de répétition",
    "Type de voie de localisation de l'établissement",
    "Libellé de voie de localisation de l'établissement",
    "Code CEDEX",
    "Région de localisation de l'établissement",
    "Arrondissement de localisation de l'établissement",
    "Canton de localisation de l'établissement",
    "Département de l'unité urbaine de la localisation de l'établissement",
    "Taille de l'unité urbaine",
    "Libellé de la taille de l'unité urbaine",
    "Numéro de l'unité urbaine",
    "Localisation de l'établissement dans un établissement public de coopération intercommunale",
    "Tranche de commune détaillée",
    "Zone d'emploi",
    "Qualité de siège ou non de l'établissement",
    "Indicateur du champ du publipostage",
    "Statut de diffusion de l'établissement",
    "Année et mois d'introduction de l'établissement dans la base de diffusion",
    "Nature de l'établissement d'un entrepreneur individuel",
    "Libellé de la nature de l'établissement",
    "Libellé de l'activité principale de l'établissement",
    "Année de validité de l'activité principale de l'établissement",
    "Libellé de la tranche d'effectif de l'établissement",
    "Effectif salarié de l'établissement à la centaine près",
    "Année de validité de l'effectif salarié de l'établissement",
    "Origine de la création de l'établissement",
    "Libellé de l'origine de la création de l'établissement",
    "Année et mois de création de l'établissement",
    "Date de début d'activité",
    "Nature de l'activité de l'établissement",
    "Libellé de la nature de l'activité de l'établissement",
    "Lieu de l'activité de l'établissement",
    "Type de magasin",
    "Libellé du type de magasin",
    "Caractère saisonnier ou non de l'activité de l'établissement",
    "Modalité de l'activité principale de l'établissement",
    "Libellé de la modalité de l'activité principale de l'établissement",
    "Caractère productif de l'établissement",
    "Participation particulière à la production de l'établissement",
    "Libellé de la participation particulière à la production de l'établissement",
    "Caractère auxiliaire de l'activité de l'établissement",
    "Nom de naissance",
    "Prénom",
    "Civilité des entrepreneurs individuels",
    "Numéro d'identification au répertoire national des associations",
    "Numéro interne de classement de l'établissement siège",
    "Région de localisation du siège de l'entreprise",
    "Département et commune de localisation du siège de l'entreprise",
    "Adresse mail",
    "Activité principale de l'entreprise",
    "Libellé de l'activité principale de l'entreprise",
    "Année de validité de l'activité principale de l'entreprise",
    "Activité principale au registre des métiers",
    "Appartenance au champ de l'économie sociale et solidaire",
    "Libellé de l'appartenance au champ de l'économie sociale et solidaire",
    "Date ESS",
    "Tranche d'effectif salarié de l'entreprise",
    "Libellé de la tranche d'effectif de l'entreprise",
    "Effectif salarié de l'entreprise à la centaine près",
    "Année de validité de l'effectif salarié de l'entreprise",
    "Catégorie d'entreprise",
    "Date de création de l'entreprise",
    "Année et mois d'introduction de l'entreprise dans la base de diffusion",
    "Indice de monoactivité de l'entreprise",
    "Libellé de l'indice de monoactivité de l'entreprise",
    "Modalité de l'activité principale de l'entreprise",
    "Libellé de la modalité de l'activité principale de l'entreprise",
    "Caractère productif de l'entreprise",
    "Année de validité des rubriques de niveau entreprise en provenance de l'ESA",
    "Tranche de chiffre d'affaires pour les entreprises enquêtées par l'ESA",
    "Libellé de la tranche de chiffre d'affaires pour les entreprises enquêtées par l'ESA",
    "Activité principale de l'entreprise issue de l'ESA",
    "Libellé de l'activité principale de l'entreprise issue de l'ESA",
    *(f"{rank} activité secondaire déclarée dans l'ESA" for rank in ("Première", "Deuxième", "Troisième", "Quatrième")),
    *(f"Indicateur de mise à jour n°{n}" for n in (1, 2, 3)),
    "Date de traitement de la mise à jour",
)

SIRENE = Source(
    name="sirene_2017",
    title="SIRENE (noms de colonnes d’avant 2018)",
    help="Fichier quotidien ou stock de SIRENE sous ses anciens noms, ou le même publié par un portail.",
    rank=90,
    columns=(
        _text("siren", "Neuf chiffres : début du SIRET.", "SIREN", "Identifiant de l'entreprise", required=True),
        _text("nic", "Cinq chiffres : fin du SIRET.", "NIC", "Numéro interne de classement de l'établissement", required=True),
        column("siret", _PROP("siret"), "SIRET"),
        column("name", _PROP("name"), "NOMEN_LONG", "Nom ou raison sociale de l'entreprise"),
        column("brand", _PROP("brand"), "ENSEIGNE", "Enseigne ou nom de l'exploitation"),
        _text("acronym", "Sigle, repris sans enseigne.", "SIGLE", "Sigle de l'entreprise"),
        column("naf", _PROP("naf"), "APET700", "Activité principale de l'établissement", lenient=True),
        column("size", _PROP("size"), "TEFET", "Tranche d'effectif salarié de l'établissement"),
        column("legal_form", _PROP("legal_form"), "LIBNJ", "Libellé de la nature juridique"),
        _text("legal_code", "Code de la nature juridique, repris sans libellé.", "NJ", "Nature juridique de l'entreprise"),
        column("address", _PROP("address"), "L4_NORMALISEE", "Quatrième ligne de l'adressage de l'établissement"),
        column("postcode", _PROP("postcode"), "CODPOS", "Code postal", lenient=True),
        column("commune", _PROP("commune"), "LIBCOM", "Libellé de la commune de localisation de l'établissement"),
        _text("departement_code", "Début du code commune ; 99 à l’étranger.", "DEPET", "Département de localisation de l'établissement"),
        _text("commune_part", "Fin du code commune.", "COMET", "Commune de localisation de l'établissement"),
        _text("region_name", "Repris comme pays, à l’étranger.", "LIBREG", "Libellé de la région"),
        _text(
            "change",
            "I : état antérieur, lu et tu ; E : fermeture ; C, F, D : état actuel.",
            "VMAJ",
            "Nature de la mise à jour (création, suppression, modification)",
        ),
        _text("event_on", "Date de la fermeture, sur une ligne E.", "DATEVE", "Date de l'événement"),
        _text("coordinates", "Latitude et longitude jointes.", "coordonnees"),
        column("commune_code", _PROP("commune_code"), "DEPET + COMET", lenient=True),
        column("foreign", _PROP("foreign"), "DEPET 99"),
        column("country", _PROP("country"), "LIBREG à l’étranger"),
        column("latitude", _PROP("latitude"), "coordonnees (latitude)", lenient=True),
        column("longitude", _PROP("longitude"), "coordonnees (longitude)", lenient=True),
        column("state", _PROP("state"), "VMAJ (état)"),
        column("closed_on", _PROP("closed_on"), "DATEVE (fermeture)", lenient=True),
    ),
    ignored=(*_IGNORED, *_PORTAL_IGNORED),
    derive=_settled,
    silent=_before,
    nodes=(
        Node(
            role="organisation",
            kind=ORGANISATION,
            fields={**itself(*_PLAIN, *_STATE), "brand": ("brand", "acronym"), "legal_form": ("legal_form", "legal_code")},
            declares=True,
            constants={"naf_version": "2008"},
        ),
    ),
)
