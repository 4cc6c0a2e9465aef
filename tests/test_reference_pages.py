"""The reference pages say all that is declared, and docs/ holds them as they stand."""

import json
from pathlib import Path

import pytest

from loaders import SOURCES
from netmap.domain import DOMAIN
from netmap.reference_pages import main, questions_markdown, schema_json, schema_markdown, sources_markdown
from queries import QUESTIONS

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = {
    "schema": schema_markdown(DOMAIN),
    "sources": sources_markdown(SOURCES),
    "questions": questions_markdown(QUESTIONS),
}


@pytest.mark.parametrize("name", list(PAGES))
def test_the_page_in_docs_is_the_page_of_the_declarations(name: str):
    assert (DOCS / f"{name}.md").read_text(encoding="utf-8") == PAGES[name]


def test_the_pages_are_written_again_in_the_docs_of_the_folder(tmp_path, monkeypatch):
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    main()
    assert {path.stem: path.read_bytes().decode("utf-8") for path in (tmp_path / "docs").iterdir()} == PAGES


@pytest.mark.parametrize("name", list(PAGES))
def test_every_row_of_a_table_has_as_many_cells_as_its_headings(name: str):
    uneven = []
    width = 0
    for line in PAGES[name].splitlines():
        cells = line.replace("\\|", "").count("|")
        width = (width or cells) if line.startswith("|") else 0
        uneven += [line] if line.startswith("|") and cells != width else []
    assert uneven == []


def test_the_schema_page_names_every_kind_property_and_word():
    page = PAGES["schema"]
    kinds = (*DOMAIN.nodes, *DOMAIN.links)
    rows = [f"| `{p.name}` | {p.type.label}{', plusieurs' if p.many else ''} | {p.label} |" for kind in kinds for p in kind.properties]
    words = [f"| `{code}` | {label} |" for kind in kinds for p in kind.properties for code, label in p.type.choices]
    heads = [f"(`{kind.name}`)" for kind in kinds]
    assert [said for said in (*rows, *words, *heads) if said not in page] == []


def test_the_schema_as_json_is_the_declaration():
    said = json.loads(json.dumps(schema_json(DOMAIN)))
    assert {n["name"]: [p["name"] for p in n["properties"]] for n in said["nodes"]} == {
        kind.name: [p.name for p in kind.properties] for kind in DOMAIN.nodes
    }
    assert {link["name"]: (link["sources"], link["targets"], link["key"]) for link in said["links"]} == {
        link.name: ([k.name for k in link.sources], [k.name for k in link.targets], list(link.key)) for link in DOMAIN.links
    }
    (renewal,) = [p for n in said["nodes"] if n["name"] == "Convention" for p in n["properties"] if p["name"] == "renewal"]
    assert renewal == {
        "name": "renewal",
        "type": "reconduction",
        "json": "code du vocabulaire",
        "many": False,
        "label": "Reconduction",
        "help": DOMAIN.node("Convention").property("renewal").help,
        "rule": DOMAIN.node("Convention").property("renewal").type.rule,
        "choices": {"aucune": "Aucune", "tacite": "Tacite", "expresse": "Expresse"},
    }


def test_the_page_of_sources_names_every_heading():
    headings = [h.replace("|", "\\|") for source in SOURCES for col in source.columns for h in col.headings]
    assert [h for h in headings if h not in PAGES["sources"]] == []


def test_the_page_of_questions_names_every_parameter_and_column():
    names = [f"`{one.name}`" for q in QUESTIONS for one in (*q.parameters, *q.shown())]
    titles = [q.title for q in QUESTIONS]
    assert [said for said in (*names, *titles) if said not in PAGES["questions"]] == []
