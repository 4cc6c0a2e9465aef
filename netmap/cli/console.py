"""What the command line writes: answers on stdout, words and progress on stderr, nothing that could drive a terminal."""

import json
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import date, datetime

import click
import polars as pl

from netmap.export import table_csv
from netmap.export.rows import table_text
from netmap.values import counted as written

_KEPT = "\n\u00a0\u202f"


def say(text: str) -> None:
    """Write words on stderr."""
    click.echo(printable(text), err=True)


def show(text: str) -> None:
    """Write a part of the answer on stdout."""
    click.echo(printable(text))


def show_bytes(content: bytes) -> None:
    """Write a file on stdout, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def show_json(value: object) -> None:
    """Write a JSON document on stdout; dates as ISO."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain).encode("utf-8", "replace").decode())


def show_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table on stdout, its columns aligned."""
    show(table_text(_frame(headings, rows)))


def show_csv(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a csv on stdout as French Excel opens it; formulas are neutralised."""
    show_bytes(table_csv(_frame(headings, rows)))


def printable(text: str) -> str:
    """Replace what a terminal would obey or cannot show."""
    return "".join(letter if letter.isprintable() or letter in _KEPT else "�" for letter in text)


def counted(count: int, one: str, several: str) -> str:
    """Write a number with its noun as everywhere, but for the space: what a terminal shows is searched with a plain one."""
    return written(count, one, several).replace("\u00a0", " ")


def moment(at: str) -> str:
    """Write an ISO date and time as French does, in the time of this machine."""
    return datetime.fromisoformat(at).astimezone().strftime("%d/%m/%Y %H:%M")


@contextmanager
def progress() -> Generator[Callable[[str, float], None]]:
    """Give the function that shows what is being done and how far it is; it shows nothing when stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _said, _share: None
        return
    with click.progressbar(length=100, file=sys.stderr, show_eta=False) as bar:

        def step(said: str, share: float) -> None:
            bar.label = printable(said)[:40].ljust(40)
            bar.update(round(share * 100) - bar.pos)

        yield step
        step("Terminé", 1.0)


def _frame(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> pl.DataFrame:
    return pl.DataFrame([list(row) for row in rows], schema=dict.fromkeys(headings, pl.String), orient="row")


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} ne s’écrit pas en JSON.")
