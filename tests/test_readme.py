"""README, CONTRIBUTING and docs/ show commands, links, paths and make targets that exist."""

import importlib.util
import re
import shlex
from pathlib import Path

import click
import pytest

from netmap.cli import program

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
SHOWN = ("README.md", "CONTRIBUTING.md", "docs/guide.md", "docs/neo4j.md")
OWN = ("README.md", "CONTRIBUTING.md")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_of(name: str) -> list[str]:
    """Give what a page shows as code: its indented lines, its fenced lines, and what stands between backquotes."""
    text = text_of(name)
    fenced = [line for block in re.findall(r"^```\w*\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL) for line in block.splitlines()]
    indented = re.findall(r"^ {4}(\S.*)$", text, flags=re.MULTILINE)
    return [line.strip() for line in (*indented, *fenced, *re.findall(r"`([^`\n]+)`", text))]


def commands_of(name: str) -> list[str]:
    found = (re.match(r"(?:\S*[\\/])?netmap (.+)$", code) for code in code_of(name))
    return [match[1] for match in found if match]


def read_command(command: click.Command, words: list[str]) -> None:
    """Read words as click does, without running anything; what click does not know raises its UsageError."""
    context = click.Context(command)
    given, rest, _order = command.make_parser(context).parse_args(list(words))
    for param in command.params:
        if isinstance(param.type, click.Choice) and param.name in given:
            param.type.convert(given[param.name], param, context)
    if isinstance(command, click.Group) and rest:
        verb = command.get_command(context, rest[0])
        if verb is None:
            raise click.UsageError(rest[0])
        read_command(verb, rest[1:])


@pytest.mark.parametrize("name", SHOWN)
def test_every_command_shown_is_one_that_netmap_takes(name):
    wrong = []
    for line in commands_of(name):
        try:
            read_command(program, shlex.split(line, comments=True))
        except click.UsageError as error:
            wrong.append((line, error.format_message()))
    assert commands_of(name) != []
    assert wrong == []


@pytest.mark.parametrize("line", ["nope", "load --horizon x", "app --network", "ask nope", "export --format pdf"])
def test_a_command_that_netmap_does_not_take_would_be_seen(line):
    with pytest.raises(click.UsageError):
        read_command(program, line.split())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_of_a_page_exists(page):
    targets = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    inside = [target.partition("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]
    assert [target for target in inside if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("name", OWN)
def test_every_path_named_exists(name):
    words = [word for code in re.findall(r"`([^`\n]+)`", text_of(name)) for word in code.split()]
    paths = [word for word in words if "/" in word or re.search(r"\.(py|md|toml|txt)$", word)]
    # `my_source.py` is the file that the reader is about to write.
    named = [path for path in paths if not Path(path).name.startswith("my_")]
    assert named != []
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", OWN)
def test_every_module_run_exists(name):
    modules = [module for code in code_of(name) for module in re.findall(r"python -m (netmap\S*)", code)]
    assert [module for module in modules if importlib.util.find_spec(module) is None] == []


@pytest.mark.parametrize("name", OWN)
def test_every_make_target_named_exists(name):
    targets = set(re.findall(r"^([a-z0-9-]+):", text_of("Makefile"), flags=re.MULTILINE))
    named = {target for code in code_of(name) for target in re.findall(r"^make ([a-z0-9-]+)", code)}
    assert named != set()
    assert named - targets == set()


def test_the_readme_shows_the_two_commands():
    lines = text_of("README.md").splitlines()
    assert [command for command in ("make demo", "make test") if not any(line.startswith(f"    {command} ") for line in lines)] == []
