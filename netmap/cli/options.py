"""What several verbs take: the network, the format of the answer, who acts and why."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from netmap.cli.console import say
from netmap.cli.network_choice import chosen_network
from netmap.cli.verbs import BY_NAME
from netmap.errors import NetmapError
from netmap.stores import Store, is_server, open_store

# Where a SQLite file says which program it belongs to.
_MARK_AT, _MARK = 68, b"netm"

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def verb(name: str, more: str = "") -> Callable[[Callable[..., Any]], click.Command]:
    """Declare the command of a verb; its help is the verb's sentence, then `more`."""
    said = BY_NAME[name].help + (f"\n\n{more}" if more else "")
    return click.command(name, help=said, options_metavar="[OPTIONS]")


def format_option(*formats: str) -> Decorator:
    """Take --format, the first being the default."""
    return click.option("--format", "form", type=click.Choice(formats), default=formats[0], show_default=True, help="Forme de la réponse.")


def author_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Take --author."""
    return click.option("--author", metavar="NOM", help="Qui agit ; sinon, le nom de la session de l’ordinateur.")(function)


def reason_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Take --reason."""
    return click.option("--reason", metavar="TEXTE", default="", help="Pourquoi ; gardé dans le journal.")(function)


def chosen_store(*, create: bool = False) -> Store:
    """Open the chosen network, and say what must be known of its state."""
    store = open_store(chosen_network(), create=create)
    notice = store.notice()
    if notice:
        say(notice)
    return store


def chosen_author(author: str | None) -> str:
    """Give who acts: the name given, or that of the session."""
    if author is not None:
        return author
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a session without a name, as some containers have
        return ""


def check_output(path: Path) -> None:
    """Raise when a file cannot be written there, or when writing it would crush a network."""
    if path.is_dir():
        raise NetmapError(f"« {path} » est un dossier : donnez un nom de fichier.")
    if not path.parent.is_dir():
        raise NetmapError(f"Le dossier « {path.parent} » n’existe pas : créez-le, ou choisissez un autre endroit.")
    network = chosen_network()
    if (not is_server(network) and path.resolve() == Path(network).resolve()) or (path.is_file() and _is_network(path)):
        raise NetmapError(f"« {path} » est un réseau de netmap : donnez un autre nom de fichier.")


def _is_network(path: Path) -> bool:
    with path.open("rb") as held:
        return held.read(_MARK_AT + len(_MARK)).endswith(_MARK)
