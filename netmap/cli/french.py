"""Click's own words in French: its messages go through gettext, so its translators are replaced once, by a table.

No catalogue file nor locale is needed: netmap speaks French whatever the machine says. A message that this table lacks
stays in English, and a test of the command line finds it.
"""

import click
import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

_MODULES = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.termui, click.types)

WORDS = {
    # Help
    "Usage:": "Usage :",
    "Options": "Options",
    "Commands": "Commandes",
    "Positional arguments": "Arguments",
    "Show this message and exit.": "Montre cette aide.",
    "Show the version and exit.": "Montre la version.",
    "default: {default}": "sinon : {default}",
    "env var: {var}": "variable d’environnement : {var}",
    "required": "obligatoire",
    "(dynamic)": "(calculé)",
    # Errors
    "Error: {message}": "Erreur : {message}",
    "Aborted!": "Abandon.",
    "Try '{command} {option}' for help.": "« {command} {option} » montre l’aide.",
    "Missing command.": "Il manque une commande.",
    "Missing argument": "Il manque l’argument",
    "Missing option": "Il manque l’option",
    "Missing parameter": "Il manque le paramètre",
    "Missing {param_type}": "Il manque {param_type}",
    "Missing parameter: {param_name}": "Il manque le paramètre {param_name}",
    "Invalid value: {message}": "Valeur refusée : {message}",
    "Invalid value for {param_hint}: {message}": "Valeur refusée pour {param_hint} : {message}",
    "No such option {name!r}.": "Option inconnue : « {name} ».",
    "No such option: {name}": "Option inconnue : « {name} ».",
    "No such command {name!r}.": "Commande inconnue : « {name} ».",
    "Option {name!r} does not take a value.": "L’option « {name} » ne prend pas de valeur.",
    "Choose from:\n\t{choices}": "Choisissez parmi :\n\t{choices}",
    "{value!r} is not a valid {number_type}.": "« {value} » n’est pas un nombre entier.",
    "{value} is not in the range {range}.": "{value} est hors des bornes {range}.",
    "file": "fichier",
    "directory": "dossier",
    "path": "chemin",
    "{name} {filename!r} does not exist.": "{name} « {filename} » introuvable : vérifiez son nom et son dossier.",
    "{name} {filename!r} is a file.": "« {filename} » est un fichier : donnez un dossier.",
    "{name} {filename!r} is a directory.": "« {filename} » est un dossier : donnez un fichier.",
    "{name} {filename!r} is not readable.": "« {filename} » ne peut pas être lu : demandez-en le droit de lecture.",
    "{name} {filename!r} is not writable.": "« {filename} » ne peut pas être écrit : demandez-en le droit d’écriture.",
    "Could not open file {filename!r}: {message}": "« {filename} » ne s’ouvre pas : {message}",
    "unknown error": "cause inconnue",
}

# By the English singular: French singular, French plural.
COUNTED = {
    "Did you mean {possibility}?": ("Vouliez-vous dire {possibility} ?", "Vouliez-vous dire l’un de : {possibilities} ?"),
    "Got unexpected extra argument ({args})": ("Argument en trop : {args}", "Arguments en trop : {args}"),
    "Option {name!r} requires an argument.": (
        "L’option « {name} » attend une valeur.",
        "L’option « {name} » attend {nargs} valeurs.",
    ),
    "{value!r} is not {choice}.": (
        "« {value} » n’est pas {choice}.",
        "« {value} » n’est pas l’un de : {choices}.",
    ),
    "Takes {nargs} values but 1 was given.": (
        "{nargs} valeurs sont attendues, 1 est donnée.",
        "{nargs} valeurs sont attendues, {len} sont données.",
    ),
}


def translated(message: str) -> str:
    """Give the French of one of click's messages, itself when it is unknown."""
    return WORDS.get(message, message)


def translated_count(one: str, several: str, count: int) -> str:
    """Give the French of one of click's counted messages; in French 0 and 1 are singular."""
    french = COUNTED.get(one, (one, several))
    return french[0] if abs(count) < 2 else french[1]  # noqa: PLR2004 - the plural starts at two


class FrenchFormatter(click.HelpFormatter):
    """Set a space before the colon of headings."""

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(f"{heading} ")


def speak_french() -> None:
    """Make click speak French, in the whole process."""
    click.Context.formatter_class = FrenchFormatter
    for module in _MODULES:
        names = vars(module)
        if "_" in names:
            names["_"] = translated
        if "ngettext" in names:
            names["ngettext"] = translated_count
