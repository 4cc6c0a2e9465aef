"""The demo network: a fictional académie, as the files a user would have; `generate` writes them again, byte for byte the same.

Nothing here exists: neither the académie de Valmont, nor its schools, nor their partners.
"""

from pathlib import Path

FOLDER = Path(__file__).parent / "files"
# In the order to load them: actors first, then what they sign and do.
NAMES = (
    "etablissements.xlsx",
    "organisations.csv",
    "campus.xlsx",
    "campus_membres.csv",
    "delegations.xlsx",
    "reseaux.xlsx",
    "accords_cadres.xlsx",
    "conventions_lycees_nord.xlsx",
    "conventions_lycees_sud.csv",
    "partenariats_sans_convention.xlsx",
    "actions.csv",
)


def demo_files() -> tuple[Path, ...]:
    """Give the shipped files in the order to load them."""
    return tuple(FOLDER / name for name in NAMES)
