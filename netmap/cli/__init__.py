"""The command line, thin: read the words, open the network, call one function, print.

A verb's module is imported when the verb is used, so `netmap --help` costs what click costs. Exit codes: 0 fine, 1 findings
(rejected lines, faults), 2 wrong use, 130 interrupted.
"""

import importlib
import os
import sys
from typing import NoReturn

import click

from netmap import __version__
from netmap.cli.french import speak_french
from netmap.cli.network_choice import network_option
from netmap.cli.verbs import BY_NAME, VERBS
from netmap.errors import NetmapError

speak_french()

WRONG_USE, INTERRUPTED, PIPE_CLOSED = 2, 130, 141


class Program(click.Group):
    """Show the verbs without importing them, and end every failure with one French sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - what click hands over
        """Give the verbs in the order they are declared."""
        return [verb.name for verb in VERBS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - what click hands over
        """Import a verb's module and give its command."""
        verb = BY_NAME.get(cmd_name)
        return getattr(importlib.import_module(f"netmap.cli.{verb.module}"), verb.name) if verb else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - what click hands over
        """Write the list of verbs from their declarations."""
        with formatter.section("Commandes"):
            formatter.write_dl([(verb.name, verb.help) for verb in VERBS])

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb; what goes wrong is said on stderr and becomes the exit code."""
        try:
            return super().invoke(ctx)
        except NetmapError as error:
            failed(str(error))
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # What is left in the buffer goes nowhere: Python would complain about it on its way out.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(PIPE_CLOSED)
        except OSError as error:
            named = f"« {error.filename} » : " if error.filename else ""
            failed(f"{named}l’ordinateur refuse ({error.strerror or error}). Vérifiez l’endroit, les droits et la place libre.")
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end in a page of English either
            failed(f"Erreur imprévue de netmap ({type(error).__name__} : {error} ; {_place(error)}). Signalez-la avec ce message.")


def failed(sentence: str) -> NoReturn:
    """Say a sentence on stderr and end as wrong use does."""
    from netmap.cli.console import say  # noqa: PLC0415 - only a failure needs it

    say(sentence)
    raise click.exceptions.Exit(WRONG_USE)


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "endroit inconnu"
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
    return f"{file}, ligne {trace.tb_lineno}"


@click.group(
    cls=Program,
    invoke_without_command=True,
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
    help="Le réseau des partenaires des lycées professionnels, des tableurs aux preuves.",
    epilog="« netmap COMMANDE --help » montre l’aide d’une commande. Le réseau tient dans un fichier, ou sur un serveur Neo4j "
    "(bolt://…) : celui de --network, sinon celui de la variable NETMAP_STORE, sinon reseau.netmap dans le dossier courant.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(__version__, prog_name="netmap", message="%(prog)s %(version)s", help="Montre la version.")
@network_option
@click.pass_context
def program(ctx: click.Context) -> None:
    """Show the help when no verb is given."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe takes UTF-8 whatever the locale says; a name that is no text is shown with « ? ».
        stream.reconfigure(encoding="utf-8", errors="replace")  # pyright: ignore[reportAttributeAccessIssue]
    program(prog_name="netmap")
