"""Write the demo's files again: `python -m netmap.demo.generate`.

The bytes are the same each time: seeded choices, a fixed creation date, no clock.
"""

from pathlib import Path

from netmap.demo import FOLDER, collectives, conventions, doings, framework, frameworks, organisation, papers, places, schools
from netmap.demo.network import ORGANISATIONS
from netmap.demo.writing import write_csv, write_workbook

_UTF8, _WINDOWS = "utf-8-sig", "cp1252"


def generate(folder: Path) -> None:
    """Write the eleven files of the demo into a folder."""
    write_workbook(folder / "etablissements.xlsx", "Académie de Valmont", schools.COLUMNS, schools.rows())
    write_csv(folder / "organisations.csv", organisation.COLUMNS, [organisation.row(o) for o in ORGANISATIONS], _UTF8)
    write_workbook(folder / "campus.xlsx", "Campus", collectives.CAMPUS_COLUMNS, collectives.campuses())
    write_csv(folder / "campus_membres.csv", collectives.MEMBER_COLUMNS, collectives.members(), _UTF8)
    write_workbook(folder / "delegations.xlsx", "Délégations", collectives.DELEGATION_COLUMNS, collectives.delegations())
    write_workbook(folder / "reseaux.xlsx", "Réseaux", collectives.NETWORK_COLUMNS, collectives.networks())
    write_workbook(folder / "accords_cadres.xlsx", "Accords-cadres", framework.COLUMNS, frameworks.rows())
    write_workbook(folder / "conventions_lycees_nord.xlsx", "Conventions", papers.COLUMNS, conventions.rows(places.NORD))
    write_csv(folder / "conventions_lycees_sud.csv", papers.COLUMNS, conventions.rows(places.SUD), _WINDOWS)
    write_workbook(folder / "partenariats_sans_convention.xlsx", "Partenariats", doings.PARTNERSHIP_COLUMNS, doings.partnerships())
    write_csv(folder / "actions.csv", doings.ACTION_COLUMNS, doings.actions(), _UTF8)


if __name__ == "__main__":
    generate(FOLDER)
