"""The Cypher text of a question is checked before any server reads it: parameters, columns, labels, types and properties."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netmap.answer import parameters
from netmap.domain import DOMAIN
from netmap.network import Network
from netmap.question import Params, Question
from queries import QUESTIONS

ON = date(2026, 11, 23)
PROPERTIES = {p.name for kind in (*DOMAIN.nodes, *DOMAIN.links) for p in kind.properties} | {"id", "declared", "lot", "table", "line"}


class Read(dict[str, Any]):
    """Note which parameters are read."""

    def __init__(self, params: Params) -> None:
        super().__init__(params)
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.names.add(name)
        return super().__getitem__(name)


def faults(question: Question) -> list[str]:
    """List what is wrong in the text of a question."""
    if not question.cypher.strip():
        return ["no Cypher text"]
    told: list[str] = []
    read = Read(parameters(question, {}, Network(), ON))
    question.find(Network(), read)
    names = set(re.findall(r"\$(\w+)", question.cypher))
    if names != read.names:
        told.append(f"parameters {sorted(names)}, the frames read {sorted(read.names)}")
    if names - {p.name for p in question.parameters}:
        told.append(f"parameters {sorted(names)} are not all declared")
    if returned(question.cypher) != list(question.facts):
        told.append(f"columns {returned(question.cypher)} instead of {list(question.facts)}")
    known = {*DOMAIN.node_kinds, *DOMAIN.link_kinds}
    told += [f"unknown label or type {name}" for name in sorted(labels(question.cypher) - known)]
    told += [f"unknown property {name}" for name in sorted(set(re.findall(r"\b[a-z]\w*\.(\w+)", question.cypher)) - PROPERTIES)]
    return told


def labels(cypher: str) -> set[str]:
    """Find what follows a colon, and what a bar adds to it."""
    without_maps = re.sub(r"\{\s*`?\w+`?\s*:[^{}]*\}", "", cypher)
    found = re.findall(r":\s*!?((?:`?[A-Za-z_]\w*`?[|&!]*)+)", without_maps)
    return {name.strip("`") for chain in found for name in re.split(r"[|&!]+", chain) if name}


def returned(cypher: str) -> list[str]:
    """Name the columns of the last RETURN that stands in no braces."""
    depth, outside = 0, []
    for sign in cypher:
        depth += (sign in "{([") - (sign in "})]")
        outside.append(sign if depth == 0 or (depth == 1 and sign in "{([") else " ")
    last = "".join(outside).rpartition("RETURN")[2]
    columns = re.split(r"\bORDER\s+BY\b|\bSKIP\b|\bLIMIT\b", last)[0].split(",")
    return [column.split(" AS ")[-1].strip() for column in columns]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_text_of_every_question_is_as_declared(question: Question) -> None:
    assert faults(question) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("convention.id AS convention, ", "", "columns"),
        ("AS status", "AS state", "columns"),
        ("$scope", "$perimetre", "parameters"),
        (":SIGNS", ":SINGS", "unknown label or type SINGS"),
        ("establishment:Establishment", "establishment:School", "unknown label or type School"),
        ("LOCATED_IN|MEMBER_OF", "LOCATED_AT|MEMBER_OF", "unknown label or type LOCATED_AT"),
        ("convention.ends_on", "convention.end", "unknown property end"),
    ],
)
def test_a_text_that_strays_from_the_declarations_is_told(before: str, after: str, fault: str) -> None:
    question = QUESTIONS[0]
    assert before in question.cypher
    assert any(fault in told for told in faults(replace(question, cypher=question.cypher.replace(before, after))))


def test_a_question_without_a_text_is_told() -> None:
    assert faults(replace(QUESTIONS[0], cypher="")) == ["no Cypher text"]
