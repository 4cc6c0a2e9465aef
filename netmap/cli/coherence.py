"""`coherence` and `decide`: verdicts on conventions, and what people decide of them."""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import polars as pl

from netmap.answer import find_actor
from netmap.cli.console import counted, say, show, show_bytes, show_json, show_table
from netmap.cli.network_choice import chosen_network, network_option
from netmap.cli.options import author_option, check_output, chosen_author, chosen_store, format_option, reason_option, verb
from netmap.coherence import LEVELS, Finding, Findings, Ground, Level, examine, explained
from netmap.coherence.alone import to_ask
from netmap.coherence.decisions import STATUS, Standing, decisions, standing
from netmap.coherence.decisions import decide as decided
from netmap.coherence.faults import Fault, faults
from netmap.coherence.tables import unrelated_table, verdict_table
from netmap.coherence.unrelated import unrelated
from netmap.errors import NetmapError, UnknownName
from netmap.export import table_csv, table_xlsx
from netmap.intake import remake
from netmap.lots.corrections import now
from netmap.network import Network
from netmap.scope import KINDS, conventions_of
from netmap.values import DATE, Refusal

_FORMATS = ("table", "csv", "json", "xlsx")
_ALL = tuple(str(level) for level in Level)


def read_day(text: str | None) -> date:
    """Read a date as people write it; today when nothing is said."""
    if text is None:
        return datetime.now().astimezone().date()
    value = DATE.cell(text.strip())
    if isinstance(value, Refusal):
        raise UnknownName(f"Date : « {text} » n’est pas {DATE.label} ({value.reason}).")
    return value


on_option = click.option("--on", metavar="JJ/MM/AAAA", help="À quelle date on se place ; aujourd’hui si rien n’est dit.")
output_option = click.option("--output", metavar="FICHIER", type=click.Path(dir_okay=False, path_type=Path), help="Où écrire la réponse.")


@verb(
    "coherence",
    "Chaque verdict dit sa règle, les faits et leurs lignes, ce qui le changerait, à qui demander. Le cas normal est un lien possible ; "
    "les niveaux sont une proposition de netmap. Trouver quelque chose n’est pas une faute : le code de sortie est 0.",
)
@network_option
@on_option
@click.option("--level", "levels", multiple=True, type=click.Choice(_ALL), help="Un niveau ; se répète. Tous si rien n’est dit.")
@click.option("--convention", metavar="NOM", help="Une convention : sa référence, son objet ou son identifiant.")
@click.option("--scope", metavar="NOM", help="Territoire, campus, réseau, filière ou établissement ; tout le réseau sinon.")
@click.option("--unrelated", "apart", is_flag=True, help="Liste plutôt les paires examinées et jugées sans lien, avec la raison.")
@format_option(*_FORMATS)
@output_option
def coherence(
    on: str | None, levels: Sequence[str], convention: str | None, scope: str | None, form: str, output: Path | None, *, apart: bool
) -> None:
    """Give the verdicts, or the pairs judged unrelated."""
    store = chosen_store()
    network = store.network()
    ground = Ground(network)
    wanted = find_convention(network, convention) if convention else None
    within = None if scope is None else conventions_of(network, find_actor(network, scope, "|".join(KINDS)))["convention"]
    findings = examine(ground, read_day(on), None if wanted is None else [wanted])
    frame = findings.frame.filter(pl.col("level").is_in(list(levels))) if levels else findings.frame
    frame = frame if within is None else frame.filter(pl.col("convention").is_in(within.implode()))
    if apart:
        pairs = unrelated(findings)
        pairs = pairs if wanted is None else pairs.filter(pl.col("convention") == wanted)
        pairs = pairs if within is None else pairs.filter(pl.col("convention").is_in(within.implode()))
        _give_unrelated(network, findings, pairs, form, output)
        return
    told = explained(findings, frame)
    stand = standing(decisions(store), told)
    examined = findings.dated.conventions["id"]
    examined = examined.filter(examined == wanted) if wanted is not None else examined
    examined = examined.filter(examined.is_in(within.implode())) if within is not None else examined
    if form == "json":
        _give(json_document(network, findings, frame, examined, told, stand, faults(ground)), output)
    elif form == "table" and output is None:
        _show(findings, frame, told, stand, faults(ground))
    else:
        _give_table(verdict_table(told, stand), "Cohérence nationale", form, output)


def json_document(
    network: Network,
    findings: Findings,
    frame: pl.DataFrame,
    examined: pl.Series,
    told: Sequence[Finding],
    stand: dict[str, Standing],
    wrong: Sequence[Fault],
) -> dict[str, Any]:
    """Give the verdicts as plain values, with the fields that docs/commands.md documents."""
    counts = dict(frame["level"].value_counts().iter_rows())
    subjects = set(examined.to_list())
    return {
        "network": str(chosen_network()),
        "version": network.version,
        "on": findings.on,
        "counts": {level: counts.get(level, 0) for level in _ALL},
        "findings": [{**f.as_dict(), "decision": stand[f.key].as_dict() if f.key in stand else None} for f in told],
        "to_ask": [
            {"convention": convention, "ask": ask} for convention, ask in to_ask(findings.dated).iter_rows() if convention in subjects
        ],
        "problems": [fault.as_dict() for fault in wrong],
    }


@verb(
    "decide",
    "La décision garde les faits sur lesquels elle repose : elle tient tant qu’ils sont les mêmes, et passe « à revoir » sinon. "
    "« rattache » crée aussi le lien de la convention à l’accord. « netmap undo » l’annule.",
)
@network_option
@click.option("--convention", metavar="NOM", required=True, help="La convention : sa référence, son objet ou son identifiant.")
@click.option("--framework", metavar="NOM", help="L’accord-cadre ; les verdicts sur la convention seule sinon.")
@click.option("--topic", metavar="SUJET", help="Le sujet du verdict (champ « topic ») quand il y en a plusieurs.")
@click.option("--status", type=click.Choice([code for code, _ in STATUS.choices]), required=True, help="La décision.")
@on_option
@author_option
@reason_option
@format_option("table", "json")
def decide(
    convention: str, framework: str | None, topic: str | None, status: str, on: str | None, author: str | None, reason: str, form: str
) -> None:
    """Note a decision."""
    store = chosen_store()
    network = store.network()
    day = read_day(on)
    wanted = find_convention(network, convention)
    about = find_actor(network, framework, "Framework") if framework else None
    found = explained(examine(Ground(network), day, [wanted]))
    chosen = [f for f in found if f.framework == about and topic in (None, f.topic)]
    if not chosen:
        raise UnknownName("Aucun verdict ne correspond à cette date : « netmap coherence --convention » les liste avec leur sujet.")
    if len(chosen) > 1:
        raise UnknownName(f"Plusieurs verdicts correspondent : donnez --topic parmi {', '.join(f.topic for f in chosen)}.")
    lot = remake(store, lambda held: decided(held, chosen, status, author=chosen_author(author), reason=reason, at=now(), on=day))
    if form == "json":
        show_json({"network": str(chosen_network()), "version": store.version(), "lot": lot.number, "title": lot.title, "status": status})
        return
    show(f"Décision notée : {lot.title} (lot {lot.number}). « netmap undo {lot.number} » l’annule.")


def find_convention(network: Network, text: str) -> str:
    """Find the convention that a text means: its id, its reference, or words of its object."""
    held = network.node("Convention").filter(pl.col("reference") == text)["id"]
    return held[0] if len(held) == 1 else find_actor(network, text, "Convention")


def _show(findings: Findings, frame: pl.DataFrame, told: Sequence[Finding], stand: dict[str, Standing], wrong: Sequence[Fault]) -> None:
    show(f"Cohérence avec les accords-cadres au {DATE.show(findings.on)}")
    counts = dict(frame["level"].value_counts().iter_rows())
    for level, words in LEVELS.items():
        number = counts.get(str(level), 0)
        show(f"  {level!s:<4}{counted(number, words.name.lower(), words.several)}")
    show("")
    rows = [
        (
            str(f.rule.level),
            f.references[0] or f.convention_name[:40],
            (f.references[1] or f.framework_name[:40]) if f.framework else "",
            stand[f.key].told() if f.key in stand else "",
            f.reason,
        )
        for f in told
        if f.rule.level is not Level.L0
    ]
    if rows:
        show_table(("Niveau", "Convention", "Accord-cadre", "Décision", "Pourquoi"), rows)
    else:
        show("Rien à examiner à cette date.")
    for fault in wrong:
        say(f"Attention : {fault.message}")


def _give_unrelated(network: Network, findings: Findings, pairs: pl.DataFrame, form: str, output: Path | None) -> None:
    if form == "json":
        _give({"network": str(chosen_network()), "version": network.version, "on": findings.on, "unrelated": pairs.to_dicts()}, output)
        return
    table = unrelated_table(network, pairs)
    if form == "table" and output is None:
        show_table(table.columns, [[str(cell or "") for cell in row] for row in table.iter_rows()])
        return
    _give_table(table, "Paires jugées sans lien", form, output)


def _give(document: dict[str, Any], output: Path | None) -> None:
    from netmap.export.rows import json_bytes  # noqa: PLC0415 - only where it is written to a file

    if output is None:
        show_json(document)
        return
    check_output(output)
    output.write_bytes(json_bytes(document))
    say(f"Réponse écrite dans « {output} ».")


def _give_table(table: pl.DataFrame, title: str, form: str, output: Path | None) -> None:
    if form == "table":
        raise NetmapError("« --output » écrit un fichier : ajoutez « --format csv », « json » ou « xlsx ».")
    if form == "xlsx" and output is None and sys.stdout.isatty():
        raise NetmapError("Un classeur ne s’affiche pas dans un terminal : ajoutez « --output reponse.xlsx ».")
    content = table_csv(table) if form == "csv" else table_xlsx(table, title)
    if output is None:
        show_bytes(content)
        return
    check_output(output)
    output.write_bytes(content)
    say(f"{counted(table.height, 'ligne écrite', 'lignes écrites')} dans « {output} ».")
