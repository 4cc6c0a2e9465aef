"""`ask`: the questions, each a command made from its declaration."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from netmap.answer import Answer, parameters
from netmap.answer import ask as answer_of
from netmap.cli.console import counted, say, show, show_bytes, show_csv, show_json, show_table
from netmap.cli.network_choice import network_option
from netmap.cli.options import check_output, chosen_store, format_option
from netmap.cli.verbs import BY_NAME
from netmap.errors import NetmapError, UnknownName
from netmap.export import answer_csv, answer_json, answer_text, answer_xlsx
from netmap.network import Network
from netmap.question import Parameter, Question
from netmap.values import DATE
from queries import QUESTIONS

_FORMATS = ("table", "csv", "json", "xlsx")
_HEADINGS = ("Question", "Titre")


class Questions(click.Group):
    """Make a command of each question; « lapsing-conventions » will do for « lapsing_conventions »."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - what click hands over
        """Give the names of the questions."""
        return [question.name for question in QUESTIONS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - what click hands over
        """Give the command of a question."""
        wanted = cmd_name.replace("-", "_").lower()
        return next((_command(question) for question in QUESTIONS if question.name == wanted), None)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of a question; an unknown name is answered by the list of names."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise UnknownName(f"« {args[0]} » n’est pas une question ; netmap connaît : {', '.join(self.list_commands(ctx))}.")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - what click hands over
        """Write the questions with their whole titles."""
        with formatter.section("Questions"):
            formatter.write_dl([(question.name, question.title) for question in QUESTIONS])


@click.group(
    "ask",
    cls=Questions,
    invoke_without_command=True,
    help=BY_NAME["ask"].help + "\n\n« netmap ask QUESTION --help » dit ce qui compte, et ce que la question prend. "
    "Ne rien trouver est une réponse : le code de sortie est 0.",
    subcommand_metavar="[QUESTION [OPTIONS]]",
)
@network_option
@format_option("table", "csv", "json")
@click.pass_context
def ask(ctx: click.Context, form: str) -> None:
    """List the questions when none is named."""
    if ctx.invoked_subcommand is not None:
        return
    if form == "json":
        show_json({"questions": [_described(question) for question in QUESTIONS]})
        return
    rows = [(question.name, question.title) for question in QUESTIONS]
    if form == "csv":
        show_csv(_HEADINGS, rows)
    else:
        show_table(_HEADINGS, rows)


def _command(question: Question) -> click.Command:
    """Make the command of a question: an option a parameter, then those of every question."""

    @network_option
    @format_option(*_FORMATS)
    @click.option("--output", metavar="FICHIER", type=click.Path(dir_okay=False, path_type=Path), help="Où écrire la réponse.")
    def callback(form: str, output: Path | None, **given: str | None) -> None:
        _answer(question, given, form, output)

    command = click.command(
        question.name,
        help=f"{question.title}\n\n{question.help}",
        epilog=f"La réponse donne : {', '.join(column.label for column in question.shown())}, et la source de chaque ligne.",
    )(callback)
    command.params[:0] = [_option(parameter) for parameter in question.parameters]
    return command


def _option(parameter: Parameter) -> click.Option:
    said = f"{parameter.label}. {parameter.help}"
    return click.Option([f"--{parameter.name.replace('_', '-')}", parameter.name], metavar=_metavar(parameter), help=said)


def _metavar(parameter: Parameter) -> str:
    if parameter.kind:
        return "NOM"
    return "JJ/MM/AAAA" if parameter.type is DATE else "VALEUR"


def _described(question: Question) -> dict[str, Any]:
    return {
        "name": question.name,
        "title": question.title,
        "help": question.help,
        "parameters": [{"name": p.name, "label": p.label, "help": p.help} for p in question.parameters],
        "columns": [{"name": c.name, "label": c.label, "help": c.help} for c in question.columns],
    }


def _answer(question: Question, given: dict[str, str | None], form: str, output: Path | None) -> None:
    if form == "xlsx" and output is None and sys.stdout.isatty():
        raise NetmapError("Un classeur ne s’affiche pas dans un terminal : ajoutez « --output reponse.xlsx ».")
    store = chosen_store()
    network = store.network()
    answer = answer_of(network, question, parameters(question, given, network, datetime.now().astimezone().date()), store)
    if output is not None:
        check_output(output)
        output.write_bytes(_content(answer, network, form))
        say(f"{counted(answer.rows.height, 'ligne écrite', 'lignes écrites')} dans « {output} ».")
    elif form == "table":
        show(answer_text(answer, network).rstrip("\n"))
    else:
        show_bytes(_content(answer, network, form))


def _content(answer: Answer, network: Network, form: str) -> bytes:
    if form == "table":
        return answer_text(answer, network).encode()
    return {"csv": answer_csv, "json": answer_json, "xlsx": answer_xlsx}[form](answer, network)
