"""The reference of netmap as pages, drawn from the declarations: the model (as JSON too), the sources, the questions.

docs/schema.md, docs/sources.md and docs/questions.md are these pages as they stand: `python -m netmap.reference_pages` writes
them again, and a test holds them equal.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from netmap.domain import DOMAIN
from netmap.question import Parameter, Question, ResultColumn
from netmap.schema import LinkKind, NodeKind, Property, Schema
from netmap.source import Source
from netmap.values import ValueType

_GENERATED = "<!-- Page produite à partir des déclarations : ne la modifiez pas à la main. -->"
_JSON_TYPES: dict[type[pl.DataType], str] = {
    pl.String: "chaîne",
    pl.Boolean: "true ou false",
    pl.Date: "date ISO (« 2026-09-01 »)",
    pl.Int64: "nombre entier",
    pl.Float64: "nombre",
}


def schema_markdown(schema: Schema) -> str:
    """Write the data model as a page: a drawing, then a table a kind of actor and a kind of link, then the vocabularies."""
    lines = [
        _GENERATED,
        "",
        "# Le modèle",
        "",
        f"Un réseau est fait de {len(schema.nodes)} sortes d’acteurs et de papiers, et de {len(schema.links)} sortes de liens.",
        "Chaque élément garde le fichier, la feuille et la ligne qui l’ont dit.",
        "",
        "L’identifiant d’un élément s’écrit `Sorte:clé`. La première clé dont toutes les parties sont connues l’emporte.",
        "Une clé faite de mots saisis est normalisée (sans accents ni majuscules) et marquée par `~`.",
        "",
        *_diagram(schema),
        "",
        "## Acteurs et papiers",
        "",
    ]
    for kind in schema.nodes:
        lines += _node_lines(kind)
    lines += ["## Liens", ""]
    for link in schema.links:
        lines += _link_lines(link)
    lines += ["## Vocabulaires", "", "Les mots admis ; le code est ce que gardent les exports.", ""]
    for kind in _vocabularies(schema):
        rows = [(f"`{code}`", label) for code, label in kind.choices]
        lines += [f"### {_capital(kind.label)} (`{kind.name}`)", "", *_table(("Code", "Libellé"), rows), ""]
    return "\n".join(lines)


def schema_json(schema: Schema) -> dict[str, Any]:
    """Give the data model as plain values, with the fields that docs/commands.md documents."""
    return {
        "nodes": [
            {
                "name": kind.name,
                "label": kind.label,
                "plural": kind.plural,
                "help": kind.help,
                "caption": kind.caption,
                "featured": list(kind.featured),
                "keys": [
                    {"parts": list(key.parts), "local": key.local, "minimum": key.minimum, "optional": list(key.optional)}
                    for key in kind.keys
                ],
                "look": {"shape": kind.look.shape, "glyph": kind.look.glyph, "colour": kind.look.colour},
                "properties": [_property_json(p) for p in kind.properties],
            }
            for kind in schema.nodes
        ],
        "links": [
            {
                "name": link.name,
                "label": link.label,
                "inverse": link.inverse,
                "help": link.help,
                "sources": [kind.name for kind in link.sources],
                "targets": [kind.name for kind in link.targets],
                "key": list(link.key),
                "properties": [_property_json(p) for p in link.properties],
            }
            for link in schema.links
        ],
    }


def sources_markdown(sources: Iterable[Source]) -> str:
    """Write the files that netmap reads as a page: for each, its columns and the headings it knows."""
    lines = [_GENERATED, "", "# Les fichiers lus", ""]
    for source in sources:
        lines += [f"## {source.title}", "", source.help, ""]
        lines += [f"Modèle : `{source.template}.xlsx`."] if source.template else ["Fichier public, lu tel qu’il est publié."]
        lines += [f"Au moins une de : {_headings(source, group)}." for group in source.any_of]
        lines += [f"« {_heading(source, a)} » ne vient pas après « {_heading(source, b)} »." for a, b in source.in_order]
        rows = [
            (
                col.headings[0],
                "oui" if col.required else "non",
                "oui, séparées par |" if col.many else "non",
                col.type.rule,
                col.help,
                ", ".join(col.headings[1:]),
            )
            for col in source.columns
        ]
        head = ("Colonne", "Obligatoire", "Plusieurs valeurs", "Attendu", "Aide", "Autres titres reconnus")
        lines += ["", *_table(head, rows), ""]
    return "\n".join(lines)


def questions_markdown(questions: Iterable[Question]) -> str:
    """Write the questions as a page: for each, its command, its parameters and its columns."""
    lines = [_GENERATED, "", "# Les questions", ""]
    for question in questions:
        lines += [f"## {question.title}", "", question.help, "", f"Commande : `netmap ask {question.name}`", ""]
        given = [(f"`{p.name}`", p.label, _parameter_type(p), "oui" if p.required else "non", p.help) for p in question.parameters]
        if given:
            lines += [*_table(("Paramètre", "Libellé", "Attendu", "Nécessaire", "Aide"), given), ""]
        columns = [(f"`{c.name}`", c.label, _column_type(c), c.help) for c in question.shown()]
        lines += [*_table(("Colonne", "Libellé", "Contenu", "Aide"), columns), "", f"Sans ligne : {question.empty}", ""]
    return "\n".join(lines)


def main() -> None:
    """Write docs/schema.md, docs/sources.md and docs/questions.md of the current folder again."""
    from loaders import SOURCES  # noqa: PLC0415 - `netmap schema` needs neither
    from queries import QUESTIONS  # noqa: PLC0415 - same

    pages = {"schema": schema_markdown(DOMAIN), "sources": sources_markdown(SOURCES), "questions": questions_markdown(QUESTIONS)}
    for name, page in pages.items():
        Path("docs", f"{name}.md").write_text(page, encoding="utf-8", newline="\n")


def _diagram(schema: Schema) -> Iterator[str]:
    yield "```mermaid"
    yield "flowchart LR"
    for kind in schema.nodes:
        yield f'  {kind.name}["{kind.look.glyph} {kind.label}"]'
    for link in schema.links:
        targets = " & ".join(kind.name for kind in link.targets)
        yield f'  {" & ".join(kind.name for kind in link.sources)} -- "{link.label}" --> {targets}'
    yield "```"


def _node_lines(kind: NodeKind) -> list[str]:
    parts = {part for key in kind.keys for part in key.parts}
    rows = [(f"`{p.name}`", _type(p), p.label, p.help, "oui" if p.name in parts else "") for p in kind.properties]
    return [
        f"### {kind.look.glyph} {kind.plural} (`{kind.name}`)",
        "",
        kind.help,
        "",
        f"Clé : {_keys(kind)}.",
        "",
        *_table(("Propriété", "Type", "Libellé", "Aide", "Clé"), rows),
        "",
    ]


def _link_lines(link: LinkKind) -> list[str]:
    ends = f"{_kinds(link.sources)} → {_kinds(link.targets)}"
    said = [f"### {_capital(link.label)} (`{link.name}`)", "", f"{ends} ; dans l’autre sens : « {link.inverse} ».", "", link.help, ""]
    rows = [(f"`{p.name}`", _type(p), p.label, p.help, "oui" if p.name in link.key else "") for p in link.properties]
    return [*said, *_table(("Propriété", "Type", "Libellé", "Aide", "Clé"), rows), ""] if rows else said


def _keys(kind: NodeKind) -> str:
    said: list[str] = []
    for key in kind.keys:
        text = " + ".join(f"`{part}`" + (" (s’il est connu)" if part in key.optional else "") for part in key.parts)
        text += f", de {key.minimum} caractères ou plus" if key.minimum else ""
        text += f" (puis `{key.tiebreak}` si elle se répète)" if key.tiebreak else ""
        said.append(text + (", mots normalisés" if key.local else ""))
    return " ; sinon ".join(said)


def _vocabularies(schema: Schema) -> list[ValueType]:
    found: dict[str, ValueType] = {}
    for kind in (*schema.nodes, *schema.links):
        for prop in kind.properties:
            if prop.type.choices:
                found.setdefault(prop.type.name, prop.type)
    return [found[name] for name in sorted(found)]


def _property_json(prop: Property) -> dict[str, Any]:
    said = {
        "name": prop.name,
        "type": prop.type.name,
        "json": _json_type(prop.type),
        "many": prop.many,
        "label": prop.label,
        "help": prop.help,
        "rule": prop.type.rule,
    }
    return said | ({"choices": dict(prop.type.choices)} if prop.type.choices else {})


def _json_type(kind: ValueType, *, many: bool = False) -> str:
    said = "code du vocabulaire" if kind.choices else _JSON_TYPES[type(kind.dtype)]
    return f"liste de valeurs : {said}" if many else said


def _parameter_type(parameter: Parameter) -> str:
    return "un acteur : identifiant, clé ou nom" if parameter.kind else parameter.type.rule


def _column_type(column: ResultColumn) -> str:
    return "nom d’un acteur" if column.kind else column.type.label


def _type(prop: Property) -> str:
    return f"{prop.type.label}, plusieurs" if prop.many else prop.type.label


def _kinds(kinds: Iterable[NodeKind]) -> str:
    return ", ".join(kind.label for kind in kinds)


def _heading(source: Source, name: str) -> str:
    return source.column(name).headings[0]


def _headings(source: Source, names: Iterable[str]) -> str:
    return ", ".join(_heading(source, name) for name in names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [headings, ["---"] * len(headings), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;") for cell in row) + " |" for row in lines]


if __name__ == "__main__":
    main()
