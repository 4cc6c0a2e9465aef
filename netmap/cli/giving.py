"""`export`, `template`, `schema`: what netmap gives to other tools, and to those who fill workbooks."""

from collections.abc import Callable
from pathlib import Path

import click

from loaders import SOURCES
from netmap.cli.console import say, show, show_bytes, show_json
from netmap.cli.network_choice import network_option
from netmap.cli.options import check_output, chosen_store, format_option, verb
from netmap.domain import DOMAIN
from netmap.errors import NetmapError
from netmap.export.filled import export_templates
from netmap.export.templates import write_templates
from netmap.export.whole import export_gexf, export_graphml, export_json, export_sqlite
from netmap.network import Network
from netmap.reference_pages import schema_json, schema_markdown

_WRITERS: dict[str, Callable[[Network, Path], None]] = {
    "json": export_json,
    "graphml": export_graphml,
    "gexf": export_gexf,
    "sqlite": export_sqlite,
}


@verb(
    "export",
    "templates : un dossier de classeurs remplis, qui se rechargent. json : tout, avec les sources. "
    "graphml et gexf : pour les logiciels de dessin de graphes. sqlite : une table par sorte d’acteur et de lien.",
)
@network_option
@click.option("--format", "form", type=click.Choice(["templates", *_WRITERS]), required=True, help="Ce qui est écrit.")
@click.option(
    "--output",
    metavar="CHEMIN",
    type=click.Path(path_type=Path),
    required=True,
    help="Fichier à écrire ; pour templates, un dossier neuf ou vide.",
)
def export(form: str, output: Path) -> None:
    """Write the whole network."""
    network = chosen_store().network()
    if form == "templates":
        _refuse_filled(output)
        for sentence in export_templates(network, output, SOURCES):
            say(sentence)
    else:
        check_output(output)
        _WRITERS[form](network, output)
    show(f"Réseau écrit dans « {output} ».")


@verb("template", "DOSSIER : créé s’il manque ; un modèle qui s’y trouve déjà n’est pas remplacé, il est peut-être rempli.")
@click.argument("folder", metavar="DOSSIER", type=click.Path(file_okay=False, path_type=Path))
@format_option("table", "json")
def template(folder: Path, form: str) -> None:
    """Write the empty workbooks."""
    filled = [path for source in SOURCES if source.template and (path := folder / f"{source.template}.xlsx").exists()]
    if filled:
        raise NetmapError(f"« {filled[0]} » existe déjà et contient peut-être votre travail : donnez un autre dossier.")
    written = write_templates(folder, SOURCES)
    if form == "json":
        show_json({"folder": str(folder), "files": [path.name for path in written]})
        return
    for path in written:
        show(str(path))


@verb("schema")
@format_option("markdown", "json")
def schema(form: str) -> None:
    """Describe the model."""
    if form == "json":
        show_json(schema_json(DOMAIN))
    else:
        show_bytes(schema_markdown(DOMAIN).encode())


def _refuse_filled(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NetmapError(f"« {folder} » existe déjà et n’est pas un dossier vide : donnez-en un autre.")
