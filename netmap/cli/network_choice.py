"""Which network a verb works on: --network wherever it stands, then the environment, then a file of the current folder.

Light on purpose: the help of the program needs it, and loads nothing else.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

DEFAULT_NETWORK = Path("reseau.netmap")
NETWORK_VARIABLE = "NETMAP_STORE"
_CHOSEN = "netmap.network"


def _keep(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
    # `meta` is shared by the contexts of a program and of its verbs: the option nearest to the verb is read last and wins.
    if value is not None:
        ctx.meta[_CHOSEN] = value


def network_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Take --network."""
    return click.option(
        "--network",
        metavar="FICHIER",
        type=click.Path(path_type=Path),
        help=f"Fichier du réseau ; sinon celui de {NETWORK_VARIABLE}, sinon {DEFAULT_NETWORK}.",
        callback=_keep,
        expose_value=False,
    )(function)


def chosen_network(default: Path = DEFAULT_NETWORK) -> Path:
    """Give the file of the network."""
    return click.get_current_context().meta.get(_CHOSEN) or Path(os.environ.get(NETWORK_VARIABLE) or default)
