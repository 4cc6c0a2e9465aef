"""Which network a verb works on: --network wherever it stands, then the environment, then a file of the current folder.

Light on purpose, down to `pathlib`: the help of the program loads this module.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_NETWORK = "reseau.netmap"
NETWORK_VARIABLE = "NETMAP_STORE"
_CHOSEN = "netmap.network"


def _keep(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    # `meta` is shared by the contexts of a program and of its verbs: the option nearest to the verb is read last and wins.
    if value:
        ctx.meta[_CHOSEN] = value


def network_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Take --network."""
    return click.option(
        "--network",
        metavar="FICHIER",
        type=click.Path(),
        help=f"Fichier du réseau ; sinon celui de {NETWORK_VARIABLE}, sinon {DEFAULT_NETWORK}.",
        callback=_keep,
        expose_value=False,
    )(function)


def chosen_network(default: str = DEFAULT_NETWORK) -> "Path":
    """Give the file of the network."""
    from pathlib import Path  # noqa: PLC0415 - see above

    chosen = click.get_current_context().meta.get(_CHOSEN)
    return Path(chosen or os.environ.get(NETWORK_VARIABLE) or default)
