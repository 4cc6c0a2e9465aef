"""Which network a verb works on: --network wherever it stands, then the environment, then a file of the current folder.

It is the path of a file or the address of a server, as it was typed. Light on purpose: the help of the program loads this module.
"""

import os
from collections.abc import Callable
from typing import Any

import click

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
        metavar="RÉSEAU",
        type=click.Path(),
        help=f"Fichier du réseau, ou adresse d’un serveur (bolt://…) ; sinon {NETWORK_VARIABLE}, sinon {DEFAULT_NETWORK}.",
        callback=_keep,
        expose_value=False,
    )(function)


def chosen_network(default: str = DEFAULT_NETWORK) -> str:
    """Give the location of the network."""
    chosen = click.get_current_context().meta.get(_CHOSEN)
    return str(chosen or os.environ.get(NETWORK_VARIABLE) or default)
