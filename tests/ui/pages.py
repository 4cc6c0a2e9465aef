"""What the tests of the pages share: a small network, a page opened on it, and what it shows."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from loaders import SOURCES
from netmap.intake import Given, commit, prepare
from netmap.stores import Store, open_store
from queries import QUESTIONS

SCRIPT = Path(__file__).resolve().parents[2] / "streamlit_app.py"
AT, ON = "2026-11-20T08:00:00+00:00", "2026-11-23"
ESTABLISHMENTS = "UAI;Nom;Commune;Filières\n0350760L;Lycée des Tilleuls;Rennes;Bois | BTP\n0671509B;Lycée du Port;Brest;BTP\n"
CONVENTIONS = (
    "N° de convention;UAI;Partenaire;SIREN;Commune;Objet;Début;Fin;Filières\n"
    "CONV-2024-1;0350760L;Menuiserie Valette;000000018;Rennes;Accueil en PFMP;01/09/2024;31/03/2027;Bois\n"
    "CONV-2024-2;0671509B;Atelier Brume;;Brest;Visites;01/09/2025;31/08/2028;BTP\n"
)
UNNUMBERED = (
    "UAI;Partenaire;Commune;Objet;Début;Fin;Préavis (mois)\n"
    "0350760L;Atelier Brume;Brest;{};01/09/2025;31/08/2028;3\n"
    "0671509B;Menuiserie Valette;Rennes;Accueil en PFMP;01/09/2024;31/08/2027;6\n"
)
OLD, NEW = "Convention:~0350760l@atelier brume@visites", "Convention:~0350760l@atelier brume@visites d atelier"
FIRST, SECOND = "Convention:CONV-2024-1", "Convention:CONV-2024-2"
VALETTE, BRUME = "Organisation:000000018", "Organisation:~atelier brume@brest"
ACTIVE = re.compile(r"(?<!\\)(<img|<script|\[lien|\*\*gras|\$x|:red\[)")
PAGES = ("", "importer", "explorer", "fiche", "convention", "manques", *(question.name for question in QUESTIONS))
HOSTILE_NAME, SHOWN_NAME = "../../etc/passwd<script>.csv", "passwd<script>.csv"
HOSTILE = "<img src=x onerror=alert(1)> [lien](https://x.example) **gras** $x$ :red[rouge]"
Open = Callable[..., AppTest]


def load(store: Store, *files: tuple[str, str], series: str = "") -> None:
    given = [Given(name, content=text.encode()) for name, text in files]
    commit(store, prepare(store, given, SOURCES, author="Camille", at=AT, series=series))


def drop(app: AppTest, *files: tuple[str, str]) -> AppTest:
    return app.file_uploader[0].set_value([(name, text.encode(), "text/csv") for name, text in files]).run()


def button(app: AppTest, label: str):
    return next(b for b in app.button if b.label == label)


def elements(app: AppTest, kind: str) -> list[Any]:
    return list(app.get(kind))


def field(app: AppTest, kind: str, label: str) -> Any:
    return next(element for element in elements(app, kind) if element.label == label)


def sentences(app: AppTest, kind: str) -> list[str]:
    """Give what the elements of a kind say, as a reader sees it."""
    return [element.value.replace("\\", "").replace("\u2060", "") for element in elements(app, kind)]


def frame(app: AppTest, *columns: str):
    """Give the rows of the table that has these columns."""
    found = next(f.value for f in app.dataframe if set(columns) <= set(f.value.columns))
    return [tuple(row) for row in found[list(columns)].itertuples(index=False)]


def titles(path: Path) -> list[str]:
    return [lot.title for lot in open_store(path).lots()]
