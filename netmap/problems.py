"""The catalogue of what can be wrong in a file, in French: a code, a title, a sentence, a severity, what to do.

A `file` problem leaves the whole table aside, a `line` problem rejects its line, a `remark` keeps the line and says what was done.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How far a problem reaches."""

    FILE = "fichier"
    LINE = "ligne"
    REMARK = "remarque"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """Declare one thing that can be wrong; `template` takes `column`, `value`, `kept` and `detail`."""

    code: str
    severity: Severity
    title: str
    template: str
    advice: str


def _repair(code: str, title: str, advice: str) -> ProblemKind:
    """Declare the remark of a repair: what was read, what is kept, why."""
    return ProblemKind(code, Severity.REMARK, title, "Colonne « {column} » : « {value} » est lu « {kept} » ({detail}).", advice)


CATALOGUE = (
    ProblemKind(
        "fichier-illisible",
        Severity.FILE,
        "Fichier illisible",
        "{detail}",
        "Rien de ce fichier n’a été repris : donnez-le de nouveau une fois réparé.",
    ),
    ProblemKind(
        "fichier-sans-tableau",
        Severity.FILE,
        "Fichier sans tableau",
        "« {column} » n’a aucune ligne sous des titres de colonnes ; on y trouve : {detail}.",
        "Vérifiez le fichier, ou demandez à lire aussi ce qui est masqué.",
    ),
    ProblemKind(
        "table-non-reconnue",
        Severity.FILE,
        "Tableau non reconnu",
        "Aucune sorte de tableau ne correspond à ces colonnes : {value}.",
        "Dites ce que contient ce tableau, ou reprenez les titres d’un modèle (« netmap template DOSSIER »).",
    ),
    ProblemKind(
        "colonne-absente",
        Severity.FILE,
        "Colonne obligatoire absente",
        "La colonne « {column} » est attendue et n’a pas été trouvée.",
        "Ajoutez la colonne, ou corrigez son titre{detail}.",
    ),
    ProblemKind(
        "colonne-en-double",
        Severity.FILE,
        "Colonne en double",
        "Deux colonnes portent le titre « {column} ».",
        "Supprimez ou renommez l’une des deux : netmap ne choisit pas à votre place.",
    ),
    ProblemKind(
        "colonne-inconnue",
        Severity.REMARK,
        "Colonne non reprise",
        "La colonne « {column} » n’est pas reconnue : son contenu n’est pas repris.{detail}",
        "Rien à faire si elle ne sert pas ; sinon, dites à quel champ elle correspond.",
    ),
    ProblemKind(
        "colonne-proposee",
        Severity.REMARK,
        "Colonne prise pour un champ",
        "La colonne « {column} » est prise pour « {value} » ({detail}).",
        "Vérifiez ; si c’est autre chose, changez la correspondance des colonnes.",
    ),
    ProblemKind(
        "valeur-commune",
        Severity.REMARK,
        "Valeur commune à toutes les lignes",
        "Toutes les lignes reçoivent « {value} » pour « {column} » ({detail}).",
        "Vérifiez ; sinon, ajoutez la colonne au tableau.",
    ),
    ProblemKind(
        "valeur-choisie",
        Severity.REMARK,
        "Valeur remplacée par votre choix",
        "Colonne « {column} » : « {value} » est lu « {kept} », comme vous l’avez choisi.",
        "Rien à faire.",
    ),
    _repair("valeur-en-code", "Code lu dans une légende", "Si ce n’est pas le sens du code, choisissez une autre valeur."),
    ProblemKind(
        "cellule-fusionnee",
        Severity.REMARK,
        "Cellule fusionnée",
        "Colonne « {column} » : cellule fusionnée, « {kept} » vaut pour chaque ligne qu’elle couvre.",
        "Rien à faire.",
    ),
    ProblemKind(
        "annee-deduite",
        Severity.REMARK,
        "Année déduite",
        "Colonne « {column} » : « {value} » est lu « {kept} » : l’année est celle du titre ou de l’année scolaire.",
        "Vérifiez l’année, ou écrivez-la dans la cellule.",
    ),
    ProblemKind(
        "cellule-repetee",
        Severity.REMARK,
        "Signe de répétition",
        "Colonne « {column} » : « {value} » répète la cellule au-dessus, « {kept} ».",
        "Rien à faire.",
    ),
    _repair("lycee-au-dessus", "Lycée écrit plus haut", "Si ce n’est pas lui, écrivez le lycée sur sa ligne."),
    ProblemKind(
        "valeur-obligatoire",
        Severity.LINE,
        "Valeur obligatoire absente",
        "La colonne « {column} » est vide, elle doit être remplie.",
        "Complétez la cellule.",
    ),
    ProblemKind(
        "valeur-refusee",
        Severity.LINE,
        "Valeur refusée",
        "Colonne « {column} » : « {value} » n’est pas {detail}.",
        "Corrigez la cellule, ou videz-la si la valeur est inconnue.",
    ),
    ProblemKind(
        "valeur-ecartee",
        Severity.REMARK,
        "Valeur laissée de côté",
        "Colonne « {column} » : « {value} » n’est pas {detail} ; la ligne est gardée sans cette valeur.",
        "Corrigez la cellule si vous connaissez la bonne valeur.",
    ),
    _repair("reparation-zeros", "Zéros rendus", "Mettez la colonne au format Texte : un code n’est pas un nombre."),
    _repair("reparation-nombre", "Code lu dans un nombre", "Mettez la colonne au format Texte : un code n’est pas un nombre."),
    _repair("reparation-code", "Code pris parmi des mots", "Vérifiez le code, et laissez-le seul dans sa cellule."),
    _repair("reparation-date", "Date comprise", "Vérifiez la date, et écrivez-la jour/mois/année."),
    _repair("reparation-periode", "Période en une cellule", "Vérifiez les dates, et donnez-leur deux colonnes."),
    _repair("reparation-duree", "Durée comprise", "Vérifiez ce qui est gardé."),
    _repair("reparation-montant", "Nombre compris", "Vérifiez le nombre, et écrivez-le seul, par exemple 1 234,50."),
    _repair("reparation-texte", "Texte nettoyé", "Rien à faire si le texte gardé est le bon."),
    _repair("reparation-oui-non", "Oui ou non compris", "Vérifiez, et écrivez oui ou non."),
    _repair("reparation-choix", "Mot rapproché", "Vérifiez, et écrivez le mot du modèle."),
    _repair("reparation-contact", "Coordonnées comprises", "Vérifiez ce qui est gardé."),
    _repair("cellule-partagee", "Plusieurs valeurs dans une cellule", "Vérifiez, et séparez-les par |."),
    ProblemKind(
        "code-deplace",
        Severity.REMARK,
        "Code hors de sa colonne",
        "Colonne « {column} » : « {value} » {detail}.",
        "Vérifiez, et donnez au code sa propre colonne.",
    ),
    ProblemKind(
        "adresse-partagee",
        Severity.REMARK,
        "Adresse en une cellule",
        "Colonne « {column} » : « {value} » est lu « {kept} », chaque partie dans sa colonne.",
        "Vérifiez, et donnez à chaque partie sa propre colonne.",
    ),
    ProblemKind(
        "valeur-reprise",
        Severity.REMARK,
        "Valeur reprise d’une autre colonne",
        "Colonne « {column} » : « {value} » sert aussi de « {detail} », que rien d’autre ne dit.",
        "Rien à faire, ou ajoutez cette colonne pour mieux le dire.",
    ),
    ProblemKind(
        "delegation-du-titre",
        Severity.REMARK,
        "Délégation nommée par le titre",
        "Colonne « {column} » : « {value} », la délégation informée est « {kept} », que nomme le titre.",
        "Vérifiez ; sinon, ajoutez une colonne « Délégation informée ».",
    ),
    ProblemKind(
        "delegation-non-dite",
        Severity.REMARK,
        "Délégation informée non dite",
        "Colonne « {column} » : « {value} » n’est pas gardé, rien ne dit quelle délégation a été informée.",
        "Ajoutez une colonne « Délégation informée » avec son nom.",
    ),
    ProblemKind(
        "valeur-absente",
        Severity.REMARK,
        "Cellule qui ne dit rien",
        "Colonne « {column} » : « {value} » est lu comme une cellule vide.",
        "Rien à faire, ou écrivez la valeur si vous la connaissez.",
    ),
    ProblemKind(
        "chiffres-perdus",
        Severity.REMARK,
        "Chiffres perdus",
        "Colonne « {column} » : « {value} » a perdu des chiffres ({detail}) ; la ligne est gardée sans cette valeur.",
        "Retrouvez le code à sa source : il ne peut pas être reconstitué. Mettez la colonne au format Texte avant de le coller.",
    ),
    ProblemKind(
        "identifiant-perdu",
        Severity.LINE,
        "Identifiant perdu",
        "Colonne « {column} » : « {value} » a perdu des chiffres ({detail}), et la ligne est connue par ce code.",
        "Retrouvez le code à sa source : il ne peut pas être reconstitué. Mettez la colonne au format Texte avant de le coller.",
    ),
    ProblemKind(
        "date-imprecise",
        Severity.REMARK,
        "Date imprécise",
        "Colonne « {column} » : « {value} » n’est pas un jour ({detail}) ; la ligne est gardée sans cette valeur.",
        "Écrivez le jour, le mois et l’année si vous les connaissez.",
    ),
    ProblemKind(
        "dates-interverties",
        Severity.REMARK,
        "Dates interverties",
        "Colonne « {column} » : « {value} » est lu pour « {detail} » : les deux dates sont à l’envers.",
        "Échangez les deux dates, ou les titres des deux colonnes si toutes les lignes sont ainsi.",
    ),
    ProblemKind(
        "lycee-reconnu",
        Severity.REMARK,
        "Lycée reconnu par son nom",
        "Colonne « {column} » : « {value} » est {detail}, UAI {kept} : aucun autre établissement connu ne porte ce nom.",
        "Vérifiez, et ajoutez une colonne UAI.",
    ),
    ProblemKind(
        "lycee-inconnu",
        Severity.REMARK,
        "Lycée sans UAI",
        "Colonne « {column} » : « {value} » n’a pas d’UAI ; ce nom n’est pas celui d’un seul établissement connu : il est gardé.",
        "Ajoutez son UAI, ou chargez la liste des établissements avec ce fichier.",
    ),
    ProblemKind(
        "lycee-rejoint",
        Severity.REMARK,
        "Lycée retrouvé",
        "« {value} » (UAI {kept}) est le lycée que le réseau connaissait par son seul nom, « {detail} » : tout ce qui en est dit le suit.",
        "Vérifiez ; si ce n’est pas lui, annulez ce lot et donnez son UAI à l’autre.",
    ),
    ProblemKind(
        "partage-incertain",
        Severity.REMARK,
        "Un nom ou plusieurs",
        "Colonne « {column} » : « {value} » est gardé comme un seul nom ({detail}).",
        "Si ce sont plusieurs noms, séparez-les par |.",
    ),
    ProblemKind(
        "personne-ecartee",
        Severity.REMARK,
        "Personne ou coordonnées écartées",
        "Colonne « {column} » : à côté du nom, netmap laisse de côté {detail}.",
        "Rien à faire : netmap ne garde pas les personnes. Pour garder un contact, écrivez sa fonction dans la colonne prévue.",
    ),
    ProblemKind(
        "valeurs-divergentes",
        Severity.REMARK,
        "Valeurs divergentes",
        "Colonne « {column} » : « {value} » ici, « {kept} » à une autre ligne de « {detail} » ; la dernière valeur est gardée.",
        "Écrivez la même valeur sur toutes les lignes de la convention, ou sur la première seulement.",
    ),
    ProblemKind(
        "nom-illisible",
        Severity.REMARK,
        "Nom sans lettre ni chiffre",
        "Colonne « {column} » : « {value} » ne nomme rien ; la ligne est gardée sans cette valeur.",
        "Écrivez le nom, ou videz la cellule.",
    ),
    ProblemKind(
        "cellule-en-erreur",
        Severity.LINE,
        "Formule en erreur",
        "Colonne « {column} » : la cellule contient l’erreur « {value} ».",
        "Réparez la formule dans votre tableur, ou remplacez-la par sa valeur.",
    ),
    ProblemKind(
        "erreur-ecartee",
        Severity.REMARK,
        "Formule en erreur laissée de côté",
        "Colonne « {column} » : la cellule contient l’erreur « {value} » ; la ligne est gardée sans cette valeur.",
        "Réparez la formule dans votre tableur, ou remplacez-la par sa valeur.",
    ),
    ProblemKind(
        "cle-absente",
        Severity.LINE,
        "Ligne sans identifiant",
        "La ligne ne permet pas d’identifier {detail}.",
        "Remplissez au moins une des colonnes : {column}.",
    ),
    ProblemKind(
        "dates-inversees",
        Severity.LINE,
        "Dates inversées",
        "La date de « {column} » ({value}) précède celle de « {detail} ».",
        "Vérifiez les deux dates.",
    ),
    ProblemKind(
        "identifiants-discordants",
        Severity.LINE,
        "SIREN et SIRET discordants",
        "Le SIREN « {value} » n’est pas le début du SIRET « {detail} ».",
        "Gardez celui qui est sûr et videz l’autre.",
    ),
    ProblemKind(
        "listes-inegales",
        Severity.LINE,
        "Listes de longueurs différentes",
        "Les cellules de {column} ne contiennent pas le même nombre de valeurs ({value}).",
        "Donnez autant de valeurs dans chaque cellule, ou séparez en plusieurs lignes.",
    ),
    ProblemKind(
        "ligne-repetee",
        Severity.REMARK,
        "Ligne répétée",
        "« {value} » figure déjà à la ligne {detail} ; les lignes sont réunies : partenaires et filières s’ajoutent.",
        "Supprimez la ligne en trop si c’est un doublon.",
    ),
    ProblemKind(
        "lien-a-soi-meme",
        Severity.REMARK,
        "Lien à soi-même",
        "« {column} » lie « {value} » à lui-même : ce lien n’est pas gardé.",
        "Corrigez la cellule si elle devait dire autre chose.",
    ),
    ProblemKind(
        "etat-anterieur",
        Severity.REMARK,
        "État antérieur",
        "Lignes qui décrivent un état antérieur à une modification : {value}. Elles sont lues et ne changent rien.",
        "Rien à faire.",
    ),
    ProblemKind(
        "reference-inconnue",
        Severity.REMARK,
        "Référence inconnue",
        "Colonne « {column} » : « {value} » n’est décrit dans aucun fichier chargé ; il est gardé, et signalé. {detail}",
        "Chargez le fichier qui le décrit, ou vérifiez le code.",
    ),
    ProblemKind(
        "effectif-inattendu",
        Severity.REMARK,
        "Nombre de lignes inattendu",
        "{value} lignes lues ; {detail} attendues pour cette source.",
        "Vérifiez que le fichier est complet.",
    ),
)

BY_CODE = {kind.code: kind for kind in CATALOGUE}


@dataclass(frozen=True, slots=True)
class Problem:
    """Hold one problem found: where, what was read, which kind it is; `kept` is what a repair reads instead, None where nothing is."""

    code: str
    line: int | None = None
    column: str = ""
    value: str = ""
    detail: str = ""
    kept: str | None = None

    @property
    def kind(self) -> ProblemKind:
        """Give the catalogue entry."""
        return BY_CODE[self.code]

    @property
    def severity(self) -> Severity:
        """Tell how far the problem reaches."""
        return self.kind.severity

    @property
    def message(self) -> str:
        """Say in French what was found, what was expected and what to do."""
        kept = _short(self.kept or "")
        said = self.kind.template.format(column=self.column, value=_short(self.value) or "(vide)", detail=self.detail, kept=kept).strip()
        where = f"Ligne {self.line} : " if self.line is not None else ""
        advice = self.kind.advice.format(column=self.column, detail=self.detail)
        return f"{where}{said} {advice}"

    def as_dict(self) -> dict[str, object]:
        """Give the fields that `--format json` documents."""
        return {
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": str(self.severity),
            "value": self.value,
            "kept": self.kept,
            "message": self.message,
        }


def _short(value: str, most: int = 120) -> str:
    return value if len(value) <= most else value[: most - 1] + "…"
