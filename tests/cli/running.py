"""The command line run in the tests' own process, and a small file of conventions to give it."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from netmap.cli import program

HEADINGS = "N° de convention;UAI;Partenaire;Commune du partenaire;Objet;Début;Fin;Signée le;Suivie par (fonction);Observations"
ONE = "CV-2026-001;0422170F;Boulangerie Dupont;Valmont;Accueil;01/09/2025;31/08/2027;01/07/2025;DDFPT;Rien"
TWO = "CV-2026-002;0422170F;Garage Martin;Valmont;Stages;01/09/2025;30/06/2027;02/07/2025;Proviseur;"
WRONG = "CV-2026-003;0422170Z;Garage Martin;Valmont;Stages;01/09/2025;30/13/2027;;;"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(program, [str(word) for word in words], prog_name="netmap")


def write(*lines: str, to: str = "conventions.csv") -> str:
    Path(to).write_text("\n".join([HEADINGS, *lines]) + "\n", encoding="utf-8")
    return to


def answer(*words: str | Path) -> dict:
    return json.loads(run(*words, "--format", "json").stdout)
