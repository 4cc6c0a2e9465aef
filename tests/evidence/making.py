"""Dossiers as the criteria make them, written by hand: an ordinary one, an empty one, a hostile one, one of 5,000 conventions."""

from datetime import date, timedelta
from typing import Any

import polars as pl

from netmap.drawing import Look
from netmap.evidence.dossier import Column, Dossier, Figure, Gap, Level, LotMention, Section, Source, SourceLine, State, Table, View

ON = date(2026, 11, 23)
LOOKS = {"Establishment": Look("dot", "#0063cb", "Établissement"), "Organisation": Look("triangle", "#6e445a", "Organisation")}
TEXT_4 = (
    "Un partenariat actif avec le tissu économique local et les organismes de proximité ainsi que les établissements partenaires "
    "agissant dans les domaines de la formation professionnelle, de l'orientation et de l'insertion ;"
)
TEXT_7 = (
    "La mise en place et le suivi d'actions pour prévenir le décrochage scolaire et pour accueillir des jeunes bénéficiant du droit "
    "au retour en formation initiale prévu à l'article L. 122-2 ;"
)
HOSTILE = (
    '<b>Bois & "fils"</b> #let x = 1 $y$ \\textbf{z} {{titre}} [[x]] *gras* _it_ =SOMME(A1) ' + "x" * 120,
    "مدرسة الصنائع \u202egnirts\u202c 中文 😀 \x00\x07\x1b[31m",
    '=HYPERLINK("http://exemple.fr";"clic")',
    "Établissement régional d’enseignement adapté " * 40,
    "A" * 4000,
)


def register(count: int, partner: Any = None) -> Table:
    """Make a register of conventions, seven columns wide."""
    rows = tuple(
        (
            f"C-{n:05d}",
            partner(n) if partner else f"Entreprise {n} de menuiserie et d’agencement",
            "Accueil en PFMP" if n % 3 else None,
            ON - timedelta(days=900 - n % 700),
            None if n % 5 == 0 else ON + timedelta(days=n % 1400),
            n % 4 == 0,
            1234.5 + n,
            f"conventions.xlsx, feuille « 2025 », ligne {n + 2}",
        )
        for n in range(count)
    )
    headings = ("N°", "Partenaire", "Objet", "Début", "Fin", "Votée", "Montant", "Source")
    columns = tuple(Column(label, f"Ce que dit la colonne {label}", "€" if label == "Montant" else "") for label in headings)
    return Table(title="Registre des conventions", columns=columns, rows=rows, empty="Aucune convention connue.")


def figures(count: int, partner: str = "") -> tuple[Figure, ...]:
    """Make the figures of criterion 4 in each of the three states."""
    lines = tuple(SourceLine("conventions.xlsx", "2025", n + 2, 3) for n in range(count))
    return (
        Figure(
            id="2023/4/conventions",
            label=f"Conventions en vigueur {partner}".strip(),
            state=State.PROOF if count else State.ABSENCE,
            value=count,
            definition="Conventions dont l’état à la date est « en vigueur », tacite reconduction comprise.",
            denominator="toutes les conventions connues de l’établissement",
            out_of=count + 3,
            on=ON,
            lines=lines,
            level=Level.DOCUMENTED,
            in_charge="DDFPT",
            key=True,
        ),
        Figure(
            id="2023/4/share",
            label="Part des partenaires actifs sous convention",
            state=State.PROOF,
            value=62.5,
            unit="%",
            definition="Partenaires actifs qui ont au moins une convention en vigueur ; les autres agissent sans convention écrite.",
            denominator="partenaires actifs",
            out_of=1234,
            on=ON,
            lines=(*lines[:3], SourceLine("partenaires.csv", "", 12, 4), SourceLine("partenaires.csv", "", 14, 4)),
            level=Level.DECLARED,
            key=True,
        ),
        Figure(
            id="2023/4/frameworks",
            label="Conventions rattachées à un accord-cadre",
            state=State.ABSENCE,
            value=0,
            definition="Conventions qui citent un accord-cadre, ou qui y ont été rattachées.",
            denominator="conventions en vigueur",
            out_of=count,
            on=ON,
            lines=lines[:1],
        ),
        Figure(id="2023/4/actions", label="Élèves touchés par des actions", state=State.UNKNOWN, unit="élèves", on=ON, key=True),
    )


def ordinary(count: int = 24) -> Dossier:
    """Make the dossier of one lycée for criteria 4 and 7."""
    four = Section(
        version="2023",
        number="4",
        text=TEXT_4,
        legal_basis="Article D. 335-1 du code de l’éducation, décret n° 2023-763 du 10 août 2023",
        elsewhere="critère 3 de la version 2016, 5 de la version 2005",
        figures=figures(count),
        tables=(
            register(count),
            Table(
                title="Partenaires par sorte",
                columns=(Column("Sorte"), Column("Partenaires"), Column("Part", unit="%"), Column("Dernière convention")),
                rows=(("Entreprise", 18, 75.0, ON), ("Mission locale", 1, 4.2, None), ("CFA", 5, 20.8, date(2025, 9, 1))),
            ),
        ),
        gaps=(
            Gap(missing="Trois conventions n’ont pas de date de fin.", action="Demander la date de fin au partenaire.", concerns="DDFPT"),
            Gap(missing="Aucun effectif d’action n’est renseigné.", action="Compléter la colonne Effectif du modèle « actions »."),
        ),
        notes=("La liste des sortes de partenaires est tirée des mots du critère.",),
    )
    seven = Section(
        version="2023",
        number="7",
        text=TEXT_7,
        figures=(
            Figure(
                id="2023/7/partners",
                label="Partenaires de la lutte contre le décrochage",
                state=State.ABSENCE,
                value=0,
                on=ON,
                definition="Mission locale, MLDS, FOQUALE, PSAD, CIO, GRETA, CFA, associations.",
                denominator="partenaires connus",
                out_of=24,
            ),
        ),
        gaps=(Gap(missing="Aucun partenaire connu.", action="Saisir l’appartenance au réseau FOQUALE si elle existe."),),
    )
    return Dossier(
        title="Dossier de preuves, label Lycée des métiers",
        scope="Lycée professionnel des Tilleuls (0350760L), Rennes",
        holders=("Lycée professionnel des Tilleuls",),
        on=ON,
        network_version=7,
        sections=(four, seven),
        answer=f"{count} conventions en vigueur, 62,5 % des partenaires actifs sous convention ; rien n’est connu pour le critère 7.",
        points=("8 conventions arrivent à échéance avant le 31/08/2027 : 3 sont à renouveler d’abord.", "Un accord-cadre est cité."),
        view=view(count),
        parameters={"establishments": ["Establishment:0350760L"], "criteria": ["2023/4", "2023/7"], "on": ON.isoformat()},
        sources=(Source("conventions.xlsx", "ab" * 32, (3,)), Source("partenaires.csv", "cd" * 32, (4, 5))),
        lots=(LotMention(3, "import", "conventions.xlsx", "2026-11-20T08:00:00+00:00", "Rectorat"),),
    )


def view(count: int, name: str = "Entreprise") -> View:
    """Make a drawing of one lycée and its partners."""
    ids = ["Establishment:0350760L", *(f"Organisation:{n}" for n in range(count))]
    actors = pl.DataFrame(
        {
            "id": ids,
            "label": ["Lycée des Tilleuls", *(f"{name} {n}" for n in range(count))],
            "kind": ["Establishment", *["Organisation"] * count],
            "detail": [""] * len(ids),
            "anchor": ["Establishment:0350760L"] * len(ids),
            "weight": [count, *([1] * count)],
            "latitude": [48.1, *(48.0 + n % 17 / 20 for n in range(count))],
            "longitude": [-1.68, *(-1.9 + n % 13 / 20 if n % 9 else None for n in range(count))],
            "declared": [True, *(n % 4 > 0 for n in range(count))],
        }
    )
    states = ("active", "ending", "ended", "none")
    ties = pl.DataFrame(
        {"source": ids[:1] * count, "target": ids[1:], "label": ["Conventions"] * count, "count": [1] * count,
         "state": [states[n % 4] for n in range(count)]},
        schema={"source": pl.String, "target": pl.String, "label": pl.String, "count": pl.Int64, "state": pl.String},
    )  # fmt: skip
    return View(actors=actors, ties=ties, looks=LOOKS, total=count + 1)


def empty() -> Dossier:
    """Make the dossier of an establishment of which nothing is known."""
    section = Section(
        version="2023",
        number="4",
        text=TEXT_4,
        gaps=(Gap(missing="Aucune convention n’est connue.", action="Charger le modèle « conventions », même partiel."),),
        tables=(register(0),),
    )
    return Dossier(
        title="Dossier de preuves, label Lycée des métiers",
        scope="Lycée professionnel de Hauteserre (0990137L)",
        holders=("Lycée professionnel de Hauteserre",),
        on=ON,
        network_version=0,
        sections=(section,),
        answer="Rien n’est renseigné : ce dossier dit ce qui manque et par où commencer.",
        view=view(0),
    )


def hostile() -> Dossier:
    """Make a dossier whose every word from a file is hostile or far too long."""
    name, foreign, formula, long, endless = HOSTILE
    section = Section(
        version="2023",
        number="4",
        text=TEXT_4,
        figures=figures(2, name),
        tables=(
            register(12, lambda n: HOSTILE[n % len(HOSTILE)]),
            Table(title=long, columns=(Column(name), Column(foreign)), rows=((formula, endless), (foreign, name))),
        ),
        gaps=tuple(Gap(missing=text, action=text, concerns=text) for text in HOSTILE),
        notes=HOSTILE,
        elsewhere=foreign,
    )
    return Dossier(
        title=f"Dossier {name}",
        scope=long,
        holders=HOSTILE * 40,
        on=ON,
        network_version=1,
        sections=(section, Section(version="Région", number="R1", text=endless)),
        answer=" ".join(HOSTILE),
        points=HOSTILE,
        view=view(30, f"{name} {foreign}"),
        parameters={name: HOSTILE},
        sources=tuple(Source(text, "ef" * 32, (1, 2)) for text in HOSTILE),
        lots=(LotMention(1, "import", name, "jamais", foreign),),
    )


def large() -> Dossier:
    """Make a dossier of 5,000 conventions."""
    return ordinary(5_000)
