"""The forty-five establishments of the demo, written one by one: what they teach, their label, their bureau des entreprises."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from netmap.demo import filieres, identifiers, places
from netmap.demo.dice import Dice
from netmap.demo.writing import Row

COLUMNS = (
    "UAI",
    "Nom",
    "Type",
    "Statut",
    "SIRET",
    "Adresse",
    "Commune",
    "Lycée des métiers",
    "Labellisé depuis",
    "Candidat au label",
    "Bureau des entreprises",
    "GRETA",
    "Apprentissage",
    "Élèves",
    "Code postal",
    "Latitude",
    "Longitude",
    "Voie professionnelle",
    "État",
    "Courriel",
    "Téléphone",
    "Observations",
    "Région académique",
    "Académie",
    "Département",
    "Bassin",
    "Filières",
    "UAI de rattachement",
)
LP, LPO, SEP, EREA, CFA = "Lycée professionnel", "Lycée polyvalent", "SEP", "EREA", "CFA"
PUBLIC, PRIVATE = "Public", "Privé sous contrat"
_FIRST_NUMBER = 101
_FIRST_SIREN = 90_001


@dataclass(frozen=True)
class School:
    """Hold an establishment; `labelled` is the year of the label, `marks` say C candidate, B bureau, G GRETA, A apprentices."""

    number: int
    slug: str
    type: str
    name: str
    commune: str
    teaches: tuple[str, ...]
    labelled: int = 0
    marks: str = ""
    status: str = PUBLIC
    mother: str = ""

    @cached_property
    def uai(self) -> str:
        """Give its UAI."""
        return identifiers.uai(_FIRST_NUMBER + self.number)

    @property
    def departement(self) -> str:
        """Give its département."""
        return places.BY_NAME[self.commune].departement

    @property
    def public(self) -> bool:
        """Tell whether its conventions go through a vote of the conseil d’administration."""
        return self.status == PUBLIC


def _school(
    slug: str, kind: str, name: str, commune: str, teaches: str, labelled: int, marks: str, status: str = PUBLIC, mother: str = ""
) -> School:
    return School(0, slug, kind, f"{kind} {name}", commune, tuple(teaches.split()), labelled, marks, status, mother)


_LISTED = (
    _school("orvane", LP, "du Val d’Orvane", "Orlange-la-Forge", "meca auto elec", 2019, "B"),
    _school("forges", LPO, "des Forges d’Orlange", "Orlange-la-Forge", "meca aero logis", 2021, "BG"),
    _school("forges_sep", SEP, "du lycée des Forges d’Orlange", "Orlange-la-Forge", "meca logis", 0, "", PUBLIC, "forges"),
    _school("tourelange", LP, "de la Tourelange", "La Tourelange", "bat bois", 2022, "B"),
    _school("cheneval", LP, "de Chêneval", "Chêneval-la-Rivière", "vehic logis", 0, "CB"),
    _school("luzerac", LPO, "de Luzerac", "Luzerac-en-Orlange", "elec auto", 2020, "B"),
    _school("luzerac_sep", SEP, "du lycée de Luzerac", "Luzerac-en-Orlange", "elec", 0, "", PUBLIC, "luzerac"),
    _school("brumeval", LP, "Brumeval", "Valmont-sur-Brume", "vente graph", 2018, "BG"),
    _school("quais", LP, "des Quais de la Brume", "Valmont-sur-Brume", "hotel alim", 2017, "BG"),
    _school("citadines", LPO, "des Citadines", "Valmont-sur-Brume", "soin vente", 2023, "B"),
    _school("citadines_sep", SEP, "du lycée des Citadines", "Valmont-sur-Brume", "soin", 0, "", PUBLIC, "citadines"),
    _school("clairbrume", LP, "de Clairbrume", "Clairbrume", "beaute soin", 0, "CB"),
    _school("villebrume", LP, "de Villebrume", "Villebrume", "elec vehic", 2021, "B"),
    _school("aulvin", LP, "de Saint-Aulvin", "Saint-Aulvin", "logis vente", 0, ""),
    _school("passerelle", EREA, "de la Passerelle d’Aulvin", "Saint-Aulvin", "bat alim", 0, "B"),
    _school("ambreval", LPO, "d’Ambreval", "Ambreval", "bat elec bois", 2016, "BGA"),
    _school("ambreval_sep", SEP, "du lycée d’Ambreval", "Ambreval", "bat bois", 0, "", PUBLIC, "ambreval"),
    _school("rives_ambre", LP, "des Rives d’Ambre", "Ambreval", "vente beaute", 0, "B"),
    _school("fontambre", LP, "de Fontambre", "Fontambre", "alim hotel", 2022, "B"),
    _school("roquevane", LP, "de Roquevane", "Roquevane", "cuir textile", 0, "C"),
    _school("cfa_ambre", CFA, "des métiers de l’Ambre", "Ambreval", "bat alim vehic", 0, "A"),
    _school("pontbrume", LPO, "de Pontbrume", "Pontbrume", "auto meca logis", 2019, "BG"),
    _school("pontbrume_sep", SEP, "du lycée de Pontbrume", "Pontbrume", "auto", 0, "", PUBLIC, "pontbrume"),
    _school("tisseloire", LP, "Tisseloire", "Pontbrume", "textile vente", 2020, "B"),
    _school("ousseval", LP, "d’Ousseval", "Ousseval", "soin beaute", 0, ""),
    _school("marvalette", LP, "de Marvalette", "Marvalette", "vehic", 2023, "B"),
    _school("hangars", LP, "des Hangars de Marvalette", "Marvalette", "aero meca", 2024, "B"),
    _school("cfa_brume", CFA, "de la Brume", "Pontbrume", "hotel alim beaute", 0, "A"),
    _school("vernoise", LPO, "des Étangs de Vernoise", "Vernoise-les-Étangs", "hotel vente", 2018, "B"),
    _school("grandorme", LP, "de Grandorme", "Grandorme", "bois bat", 2021, "BG"),
    _school("montorvane", LP, "de Montorvane", "Montorvane", "soin", 0, "C"),
    _school("bocage", EREA, "du Bocage vernois", "Vernoise-les-Étangs", "bois soin", 0, ""),
    _school("castelfume", LPO, "de Castelfume", "Castelfume", "graph vente logis", 2017, "B"),
    _school("serrac", LP, "de Serrac", "Serrac-en-Combe", "bat vehic", 0, "CB"),
    _school("brumieres", LP, "de Brumières", "Brumières-le-Haut", "bois", 0, ""),
    _school("combes", LP, "des Combes", "Serrac-en-Combe", "elec", 2022, "B"),
    _school("hauteserre", LP, "de Hauteserre", "Hauteserre", "alim vente", 0, ""),
    _school("noroise", LP, "Noroise", "Villebrume", "vente logis", 0, "", PRIVATE),
    _school("sainte_brumaine", LP, "Brumaine", "Valmont-sur-Brume", "soin beaute", 2020, "B", PRIVATE),
    _school("vallombre", LP, "Vallombre", "Pontbrume", "hotel", 0, "B", PRIVATE),
    _school("orgeline", LPO, "Orgeline", "Castelfume", "auto elec", 2023, "", PRIVATE),
    _school("cfa_orlange", CFA, "industriel d’Orlange", "Orlange-la-Forge", "meca auto", 0, "A"),
    _school("lices", LP, "des Lices", "Castelfume", "soin", 0, "B"),
    _school("moulins", LP, "des Moulins d’Ousse", "Ousseval", "alim", 2024, "B"),
    _school("verriere", LP, "de la Verrière", "Clairbrume", "graph", 0, ""),
)
SCHOOLS = tuple(replace(school, number=number) for number, school in enumerate(_LISTED))
BY_SLUG = {school.slug: school for school in SCHOOLS}
# No partner of any sort: the only one of its bassin, and one in a bassin where others have partners.
ALONE = ("hauteserre", "verriere")


def rows() -> list[Row]:
    """Give the lines of etablissements.xlsx."""
    return [_row(school, Dice(f"établissement {school.slug}")) for school in SCHOOLS]


def _row(school: School, dice: Dice) -> Row:
    commune = places.BY_NAME[school.commune]
    latitude, longitude = commune.around(dice)
    owner = BY_SLUG[school.mother] if school.mother else school
    unit = identifiers.siren(_FIRST_SIREN + owner.number)
    return {
        "UAI": school.uai,
        "Nom": school.name,
        "Type": school.type,
        "Statut": school.status,
        "SIRET": identifiers.siret(unit, 1),
        "Adresse": f"{dice.number(1, 90)} chemin des Écoles",
        "Commune": school.commune,
        "Lycée des métiers": "oui" if school.labelled else "non",
        "Labellisé depuis": date(school.labelled, dice.number(3, 6), dice.number(1, 28)) if school.labelled else None,
        "Candidat au label": "oui" if "C" in school.marks else "non",
        "Bureau des entreprises": "oui" if "B" in school.marks else "non",
        "GRETA": "oui" if "G" in school.marks else "non",
        "Apprentissage": "oui" if "A" in school.marks or dice.chance(30) else "non",
        "Élèves": dice.number(60, 140) if school.type in (SEP, EREA) else dice.number(220, 780),
        "Code postal": commune.postcode,
        "Latitude": latitude,
        "Longitude": longitude,
        "Voie professionnelle": "oui",
        "État": "Ouvert",
        "Courriel": f"contact.{school.uai.lower()}@valmont.example",
        "Téléphone": f"02 61 91 {dice.number(10, 99)} {dice.number(10, 99)}",
        "Observations": "Établissement fictif" if school.number == 0 else None,
        "Région académique": places.REGION,
        "Académie": places.ACADEMIE,
        "Département": commune.departement,
        "Bassin": commune.bassin,
        "Filières": filieres.names(school.teaches),
        "UAI de rattachement": owner.uai if school.mother else None,
    }
