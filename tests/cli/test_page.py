"""docs/commands.md cannot lie: each command, option, question and JSON field is in it, and is what the program gives."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import click
import polars as pl
import pytest

from netmap.cli import program
from netmap.cli.verbs import VERBS
from netmap.domain import DOMAIN
from netmap.evidence.acts import give_file
from netmap.evidence.files import file_of
from netmap.export.whole import export_json
from netmap.intake import remake
from netmap.network import Network, link_columns, node_columns
from netmap.stores import open_store
from queries import QUESTIONS
from tests.cli.running import ONE, TWO, WRONG, answer, run, write

ROOT = Path(__file__).resolve().parents[2]
DOC = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


# What no convention of the example is lacking, or has.
ONLY_SOMETIMES = {"findings[].decision.changes[]", "findings[].decision", "problems[].code", "problems[].about[]", "problems[].message"}


def section(title: str) -> str:
    """Give the text of a section of docs/commands.md, its subsections included."""
    lines = DOC.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("#") and title_of(line) == title)
    level = len(lines[at]) - len(lines[at].lstrip("#"))
    end = next((i for i in range(at + 1, len(lines)) if re.match(rf"#{{1,{level}}} ", lines[i])), len(lines))
    return "\n".join(lines[at:end])


def title_of(line: str) -> str:
    return re.sub(r" [A-Z]+…?$", "", line.lstrip("# ").replace("`", "")).strip()


def documented_options(text: str) -> set[str]:
    return {name for line in text.splitlines() if line.startswith("| `-") for name in re.findall(r"`(--?[a-z-]+)", line)}


def documented_fields(title: str) -> set[str]:
    cells = [line.split("|")[1] for line in section(title).splitlines() if line.startswith("| `") and not line.startswith("| `-")]
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def options_of(command: click.Command) -> set[str]:
    return {name for option in command.params if isinstance(option, click.Option) for name in option.opts}


def fields(value, path: str = "") -> set[str]:
    """Name the fields of a JSON document that hold a plain value; what is keyed by content is one field."""
    if isinstance(value, dict):
        if path.endswith(("choices", "parameters")):
            return {path}
        return set().union(*(fields(inner, f"{path}.{name}" if path else name) for name, inner in value.items()))
    if isinstance(value, list):
        return set().union(*(fields(inner, f"{path}[]") for inner in value))
    return {path}


def command_of(*names: str) -> click.Command:
    here: click.Command = program
    context = click.Context(program)
    for name in names:
        assert isinstance(here, click.Group)
        found = here.get_command(context, name)
        assert found is not None
        here = found
    return here


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_every_option_of_a_command_is_documented(verb):
    text = section(f"netmap {verb}").partition("Chaque question prend aussi")[0]
    assert documented_options(text) == options_of(command_of(verb))


def test_the_options_of_the_program_are_documented():
    assert documented_options(DOC.partition("\n## ")[0]) == options_of(program) | {"--help", "-h"}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_every_question_is_documented_with_its_options(question):
    shared = documented_options(section("netmap ask").partition("Chaque question prend aussi")[2].partition("### ")[0])
    text = section(f"netmap ask {question.name}")
    assert question.title in text
    assert documented_options(text) | shared == options_of(command_of("ask", question.name))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_the_fields_of_an_answer_are_those_documented(question, example):
    said = answer("ask", question.name, "--on", "01/11/2026", "--network", example)
    assert set(said) == {name.removesuffix("[]") for name in documented_fields("Champs JSON de chaque question")}
    assert set().union(*said["rows"]) == documented_fields(f"netmap ask {question.name}")


def test_the_fields_of_check_and_load_are_those_documented():
    Path("photo.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n0000")
    first = answer("load", write(ONE, TWO, ";" * 9, ""), "--series", "s")
    renamed = ONE.replace("CV-2026-001", "CV-2026-101")
    changed = TWO.replace("30/06/2027", "31/07/2027").replace("Garage Martin", "Garage Durand")
    Path("titre.csv").write_text("Conventions du 0350760L\n\nPartenaire;Objet;\nBrume;PFMP;été\nTotal;1;\n", encoding="utf-8")
    Path("note.txt").write_text("Bonjour, voici le fichier.\n", encoding="utf-8")
    given = [write(renamed, changed, WRONG, to="b.csv"), "photo.xlsx", "titre.csv", "note.txt"]
    second = answer("check", *given, "--series", "s", "--rejects", "rejets.xlsx", "--annotated", "annotés")
    # Empty lists and absent objects have no field of their own.
    seen = {path for path in fields(first) | fields(second) if path != "report.files[].problem"}
    assert seen == documented_fields("Champs JSON de check et load")


def test_the_fields_of_the_other_answers_are_those_documented():
    run("load", write(ONE))
    assert fields(answer("lots")) == documented_fields("Champs JSON de lots")
    assert fields(answer("lots", "--journal")) == documented_fields("Champs JSON de lots --journal")
    assert fields(answer("undo", "1")) == documented_fields("Champs JSON de undo et redo")
    assert fields(answer("redo", "1")) == documented_fields("Champs JSON de undo et redo")
    assert fields(answer("verify")) | {"faults[]", "done[]", "left[]"} == documented_fields("Champs JSON de verify")
    assert fields(answer("move", "reseau.netmap", "copie.netmap")) == documented_fields("Champs JSON de move")
    assert fields(answer("ask")) == documented_fields("Champs JSON de ask")
    assert fields(answer("template", "modeles")) == documented_fields("Champs JSON de template")
    assert fields(answer("schema")) == documented_fields("Champs JSON de schema")


def documented_export() -> set[str]:
    """Name the fields of the whole network as JSON: what each kind has, and the properties of each."""
    shared = documented_fields("Champs JSON de export --format json")
    rows = [re.findall(r"`([^`]+)`", line) for line in section("Champs JSON de export --format json").splitlines()]
    properties = {names[0]: names[1:] for names in rows if names and names[0].endswith("[]") and ".SORTE" not in names[0]}
    lots = {name for name in documented_fields("Champs JSON de lots") if name.startswith("lots[].")}
    ends = {side: [n.rpartition(".")[2] for n in shared if n.startswith(f"{side}.SORTE[].")] for side in ("nodes", "links")}
    kinds = {kind for kind in properties if kind != "lots[]"}
    elements = {f"{kind}.{name}" for kind in kinds for name in (*ends[kind.partition(".")[0]], *properties[kind])}
    return {name for name in shared if "[]" not in name} | lots | elements


def full(columns: dict[str, pl.DataType]) -> pl.DataFrame:
    """Make a frame of one row that leaves no column unknown."""
    one: dict[type[pl.DataType], object] = {
        pl.String: "mot",
        pl.Boolean: True,
        pl.Date: date(2026, 9, 1),
        pl.Float64: 1.5,
        pl.List: ["mot"],
    }
    return pl.DataFrame({name: [one.get(type(dtype), 1)] for name, dtype in columns.items()}, schema=columns)


def test_the_fields_of_verdicts_and_decisions_are_those_documented(example):
    shutil.copy(example, "essai.netmap")
    on = ("--on", "23/11/2026", "--network", "essai.netmap")
    decision = answer(
        "decide", "--convention", "BRU-2024-01", "--framework", "AC-BRUMACIER-2024", "--status", "sans_objet", "--reason", "x", *on
    )
    assert fields(decision) == documented_fields("Champs JSON de decide")
    run("load", write(ONE), "--network", "essai.netmap")
    lot = answer("lots", "--network", "essai.netmap")["lots"][-1]["number"]
    said = answer("coherence", *on)
    documented = documented_fields("Champs JSON de coherence")
    assert fields(said) | ONLY_SOMETIMES >= documented
    assert fields(said) <= documented
    assert lot > 1
    assert fields(answer("coherence", "--unrelated", *on)) == documented_fields("Champs JSON de coherence --unrelated")


def test_the_fields_of_the_answer_before_signature_are_those_documented(example):
    asked = ("Talvorne Réseaux", "--establishment", "Lycée professionnel de Villebrume", "--theme", "PFMP")
    said = answer("precheck", *asked, "--start", "01/01/2027", "--end", "31/12/2029", "--on", "23/11/2026", "--network", example)
    verdicts = {f"findings[].{path}" for one in said.pop("findings") for path in fields(one)}
    assert fields(said) | {"findings[]"} == documented_fields("Champs JSON de precheck")
    assert verdicts <= documented_fields("Champs JSON de coherence")


def test_the_fields_of_a_suggestion_set_aside_are_those_documented(example):
    shutil.copy(example, "essai.netmap")
    row = answer("ask", "suggested_partners", "--on", "23/11/2026", "--network", "essai.netmap")["rows"][0]
    given = ("--for", row["subject"], "--partner", row["partner"], "--need", row["need"], "--reason", "a refusé")
    assert fields(answer("dismiss", *given, "--network", "essai.netmap")) == documented_fields("Champs JSON de dismiss")


def test_the_fields_of_delegations_are_those_documented(example):
    shutil.copy(example, "essai.netmap")
    network = ("--network", "essai.netmap", "--delegation", "DAREIC de Valmont")
    first = answer("delegations", "--sent", "--on", "01/01/2024", *network)
    said = answer("delegations", "--on", "23/11/2026", *network)
    documented = documented_fields("Champs JSON de delegations")
    seen = fields(first) | fields(said)
    assert seen <= documented
    assert documented - seen <= {"changes.added[]", "changes.changed[].convention", "changes.changed[].what", "changes.gone[]"}
    every = answer("delegations", "--on", "23/11/2026", "--network", "essai.netmap")
    assert {name.removeprefix("delegations[].") for name in fields(every)} <= documented


def test_the_fields_of_strength_are_those_documented(example):
    on = ("--on", "23/11/2026", "--network", example)
    campus = answer("strength", "CMQ-BATI", "--since", "23/11/2023", *on)
    whole = answer("strength", *on)
    assert whole["evolution"] is None
    documented = documented_fields("Champs JSON de strength")
    assert fields(campus) | {"evolution.lost[].id", "evolution.lost[].name", "evolution.ended[].id", "evolution.ended[].name"} == documented
    assert fields(whole) - documented == {"evolution"}


def test_the_fields_of_whatif_are_those_documented(example):
    on = ("--on", "23/11/2026", "--network", example)
    said = answer("whatif", "--without", "Vernombre Transports", "--without", "CMQ-BATI", "--without", "0990102Y", *on)
    person = answer("whatif", "--contact", "DDFPT", "--establishment", "0990102Y", "--scope", "0990102Y", *on)
    documented = documented_fields("Champs JSON de whatif")
    seen = fields(said) | fields(person)
    assert seen <= documented | {"contacts", "isolated", "uncovered"}
    assert documented - seen <= {name for name in documented if name.startswith(("isolated[]", "uncovered[]"))}


def test_the_fields_of_evidence_are_those_documented(example):
    shutil.copy(example, "essai.netmap")
    store = open_store("essai.netmap")
    school, piece = "Establishment:0990104A", "Convention:INC-2024-02"
    file = file_of("convention.pdf", b"%PDF-1.7")
    remake(store, lambda _held: give_file(piece, "Accueil", file, author="Camille", reason="", at="2026-11-23T08:00:00+00:00"))
    on = ("--on", "23/11/2026", "--network", "essai.netmap", "--establishment", "0990104A")
    said = answer("evidence", "--criterion", "2023/4", "--criterion", "2023/1", "--output", "dossiers", *on)
    documented = documented_fields("Champs JSON de evidence")
    assert fields(said) | {"dossiers[].notes[]"} == documented
    assert [one.name for one in Path("dossiers").iterdir()] == [said["dossiers"][0]["file"]] == ["netmap_preuves_0990104a_2026-11-23.zip"]
    assert {cell["establishment"] for cell in said["cells"]} == {school}
    documents = [one for one in said["pieces"] if one["level"] == "documenté"]
    assert [(one["element"], one["files"]) for one in documents] == [(piece, [{"name": "convention.pdf", "sha256": file.sha256}])]


def test_the_fields_of_an_act_on_a_piece_are_those_documented():
    run("load", write(ONE))
    where = ("--criterion", "2023/4", "--establishment", "0422170F", "--on", "23/11/2026")
    said = answer("piece", "--act", "verifier", "--piece", "CV-2026-001", *where)
    assert fields(said) == documented_fields("Champs JSON de piece")


def test_the_fields_of_a_verified_dossier_are_those_documented():
    run("load", write(ONE))
    on = ("--on", "23/11/2026", "--establishment", "0422170F")
    made = answer("evidence", "--criterion", "2023/4", "--output", "dossiers", *on)["dossiers"][0]
    run("load", write(TWO, to="autres.csv"))
    said = answer("verify", f"dossiers/{made['file']}")
    documented = documented_fields("Champs JSON d’un dossier vérifié")
    assert fields(said) | {"faults[]"} == documented
    assert said["seal"] == made["seal"]


def test_a_dossier_for_each_establishment_of_a_campus(example):
    said = answer("evidence", "--scope", "Campus:CMQ-BATI", "--each", "--output", "campus", "--on", "23/11/2026", "--network", example)
    assert sorted(one["file"] for one in said["dossiers"]) == sorted(one.name for one in Path("campus").iterdir())
    assert len(said["dossiers"]) == len({cell["establishment"] for cell in said["cells"]}) > 1


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("--criterion", "4"), "Le numéro « 4 » ne suffit pas"),
        (("--scope", "Campus:CMQ-BATI", "--establishment", "0990104A"), "pas les deux"),
        (("--output", "dossiers"), "Donnez au moins un établissement"),
        (("--establishment", "0990999Z"), "aucun acteur de ce nom"),
    ],
)
def test_wrong_use_of_evidence_is_a_sentence(example, given, sentence):
    ended = run("evidence", *given, "--network", example)
    assert ended.exit_code == 2
    assert sentence in ended.stderr


def test_the_fields_of_the_whole_network_are_those_documented(example):
    run("export", "--network", example, "--format", "json", "--output", "exemple.json")
    given = fields(json.loads(Path("exemple.json").read_text(encoding="utf-8")))
    everything = Network(
        {kind.name: full(node_columns(kind.name)) for kind in DOMAIN.nodes},
        {kind.name: full(link_columns(kind.name)) for kind in DOMAIN.links},
        open_store(example).lots(),
        1,
    )
    export_json(everything, Path("tout.json"))
    assert fields(json.loads(Path("tout.json").read_text(encoding="utf-8"))) == documented_export()
    assert given - documented_export() == set()


def test_dates_in_json_are_iso(example):
    rows = answer("ask", "lapsing_conventions", "--on", "01/11/2026", "--network", example)["rows"]
    assert [date.fromisoformat(row["effective_end"]) >= date(2026, 11, 1) for row in rows] == [True] * len(rows)
