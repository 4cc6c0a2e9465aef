"""The fictional académie de Valmont: its région académique, two départements, seven bassins, their communes.

Nothing of it exists; it is drawn over a small area of central France so that maps have something to show.
"""

from dataclasses import dataclass
from datetime import date

from netmap.demo.dice import Dice

REGION = "Val-de-Brume"
ACADEMIE = "Valmont"
NORD = "Haute-Orlange"
SUD = "Brume-et-Serre"


@dataclass(frozen=True, slots=True)
class Commune:
    """Hold a fictional commune; its postal code starts with 99, which no département does."""

    name: str
    postcode: str
    departement: str
    bassin: str
    latitude: float
    longitude: float

    def around(self, dice: Dice) -> tuple[float, float]:
        """Draw a place in or near the commune."""
        north, east = dice.number(-160, 160), dice.number(-220, 220)
        return round(self.latitude + north / 10_000, 5), round(self.longitude + east / 10_000, 5)


COMMUNES = (
    Commune("Valmont-sur-Brume", "99000", NORD, "Valmont", 46.602, 2.405),
    Commune("Clairbrume", "99010", NORD, "Valmont", 46.648, 2.331),
    Commune("Villebrume", "99020", NORD, "Valmont", 46.561, 2.472),
    Commune("Saint-Aulvin", "99030", NORD, "Valmont", 46.669, 2.497),
    Commune("Orlange-la-Forge", "99100", NORD, "Orlange", 47.041, 2.118),
    Commune("La Tourelange", "99110", NORD, "Orlange", 47.112, 2.236),
    Commune("Chêneval-la-Rivière", "99120", NORD, "Orlange", 46.954, 2.021),
    Commune("Luzerac-en-Orlange", "99130", NORD, "Orlange", 47.157, 2.052),
    Commune("Ambreval", "99200", NORD, "Ambreval", 46.881, 2.812),
    Commune("Fontambre", "99210", NORD, "Ambreval", 46.953, 2.904),
    Commune("Roquevane", "99220", NORD, "Ambreval", 46.803, 2.936),
    Commune("Pontbrume", "99300", SUD, "Pontbrume", 46.312, 2.398),
    Commune("Ousseval", "99310", SUD, "Pontbrume", 46.251, 2.512),
    Commune("Marvalette", "99320", SUD, "Pontbrume", 46.268, 2.287),
    Commune("Vernoise-les-Étangs", "99400", SUD, "Vernoise", 46.428, 1.905),
    Commune("Montorvane", "99410", SUD, "Vernoise", 46.351, 1.842),
    Commune("Grandorme", "99420", SUD, "Vernoise", 46.502, 1.984),
    Commune("Castelfume", "99500", SUD, "Castelfume", 46.182, 2.861),
    Commune("Serrac-en-Combe", "99510", SUD, "Castelfume", 46.118, 2.942),
    Commune("Brumières-le-Haut", "99520", SUD, "Castelfume", 46.241, 2.798),
    Commune("Hauteserre", "99600", SUD, "Hautes-Serres", 46.051, 2.215),
)
BY_NAME = {commune.name: commune for commune in COMMUNES}
# The bassin of Hautes-Serres has one establishment and no partner: organisations stand elsewhere.
WITH_COMPANIES = tuple(commune for commune in COMMUNES if commune.bassin != "Hautes-Serres")
CLOSED_FROM, CLOSED_TO = date(2023, 1, 1), date(2026, 10, 31)
