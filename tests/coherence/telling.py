"""How a labelled case of coherence is told: a situation, what the files say, what must be found and nothing else.

Each case is written in workbooks as people fill them. `c` is a convention, `f` a framework agreement, `o` an organisation, `e` an
establishment, `d` a delegation; what a case does not say is that of the ordinary one: a public lycée of Rennes signs with Alpha (A),
on PFMP, from 1 September 2025 to 31 August 2028; the framework is signed by Alpha too, on PFMP, for 2024 to 2029, and is not cited.
Verdicts are asked on 23 November 2026, unless the case says another day. What is expected is written `convention framework level rule
certainty`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Row = dict[str, str]
ON = date(2026, 11, 23)
A, B, G, H, K, P, Q = "000000018", "000000026", "000000034", "000000042", "000000075", "000000059", "000000067"
# A SIREN of the State.
S = "130005481"
LYCEE, PORT, PRIVE = "0350760L", "0671509B", "0260015A"

_CONVENTION = {
    "n": "N° de convention",
    "uai": "UAI",
    "siren": "SIREN",
    "siret": "SIRET",
    "partner": "Partenaire",
    "town": "Commune du partenaire",
    "country": "Pays du partenaire",
    "foreign": "Partenaire étranger",
    "category": "Catégorie du partenaire",
    "object": "Objet",
    "status": "État déclaré",
    "start": "Début",
    "end": "Fin",
    "months": "Durée (mois)",
    "renewal": "Reconduction",
    "period": "Période de reconduction (mois)",
    "most": "Reconductions au plus",
    "signed": "Signée le",
    "voted": "Votée en CA le",
    "sent": "Transmise le",
    "enforceable": "Exécutoire le",
    "stopped": "Dénoncée ou arrêtée le",
    "themes": "Thèmes",
    "clauses": "Clauses présentes",
    "exclusivity": "Exclusivité",
    "territory": "Territoire réservé",
    "finance": "Engagement financier",
    "secrecy": "Confidentialité et données",
    "filieres": "Filières",
    "cites": "Accord-cadre cité (référence)",
    "told": "Délégation informée",
    "told_on": "Délégation informée le",
    "replaces": "Remplace la convention",
}
_FRAMEWORK = {
    "ref": "Référence de l’accord",
    "title": "Intitulé de l’accord",
    "level": "Niveau",
    "scope": "Portée",
    "signed": "Signé le",
    "start": "Début",
    "end": "Fin",
    "months": "Durée (mois)",
    "renewal": "Reconduction",
    "period": "Période de reconduction (mois)",
    "most": "Reconductions au plus",
    "stopped": "Dénoncé ou arrêté le",
    "naf": "Codes NAF couverts",
    "naf_version": "Version de la NAF",
    "idcc": "IDCC couverts",
    "requires": "Clauses exigées",
    "exclusivity": "Exclusivité",
    "territory": "Territoire réservé",
    "finance": "Engagement financier",
    "secrecy": "Confidentialité et données",
    "themes": "Thèmes",
    "siren": "SIREN",
    "siret": "SIRET",
    "partner": "Partenaire",
    "town": "Commune du partenaire",
    "region": "Région académique",
    "academie": "Académie",
    "departement": "Département",
    "filieres": "Filières",
    "replaces": "Remplace",
    "declines": "Décline",
}
_ORGANISATION = {
    "siren": "SIREN",
    "siret": "SIRET",
    "name": "Nom",
    "town": "Commune",
    "category": "Catégorie",
    "naf": "Code NAF",
    "naf_version": "Version de la NAF",
    "idcc": "IDCC",
    "country": "Pays",
    "foreign": "Partenaire étranger",
    "brand": "Enseigne ou sigle",
    "parent": "SIREN de la société mère",
    "parent_name": "Société mère",
    "federation": "SIREN de la fédération",
    "federation_name": "Fédération",
}
_ESTABLISHMENT = {"uai": "UAI", "name": "Nom", "status": "Statut", "academie": "Académie", "region": "Région académique"}
_DELEGATION = {"name": "Nom de la délégation", "kind": "Sigle", "area": "Ressort", "academie": "Académie", "region": "Région académique"}


def _row(headings: Mapping[str, str], said: Mapping[str, str]) -> Row:
    return {headings[name]: value for name, value in said.items()}


def c(n: str = "CONV-1", **said: str) -> tuple[str, Row]:
    ordinary = {
        "n": n,
        "uai": LYCEE,
        "siren": A,
        "partner": "Alpha",
        "themes": "PFMP et stages",
        "start": "01/09/2025",
        "end": "31/08/2028",
        "renewal": "Aucune",
    }
    return "conventions", _row(_CONVENTION, {**ordinary, **said})


def f(ref: str = "ACCORD-1", **said: str) -> tuple[str, Row]:
    ordinary = {
        "ref": ref,
        "title": f"Accord {ref}",
        "siren": A,
        "partner": "Alpha",
        "themes": "PFMP et stages",
        "start": "01/01/2024",
        "end": "31/12/2029",
    }
    return "frameworks", _row(_FRAMEWORK, {**ordinary, **said})


def o(siren: str = "", name: str = "", **said: str) -> tuple[str, Row]:
    return "organisations", _row(_ORGANISATION, {"siren": siren, "name": name, **said})


def e(uai: str, status: str = "Public", **said: str) -> tuple[str, Row]:
    return "establishments", _row(_ESTABLISHMENT, {"uai": uai, "status": status, **said})


def d(name: str, kind: str, **said: str) -> tuple[str, Row]:
    return "delegations", _row(_DELEGATION, {"name": name, "kind": kind, **said})


@dataclass(frozen=True)
class Case:
    """Hold a case: what it is called, what files say, and the verdicts that must be found, no more, no less."""

    title: str
    lines: tuple[tuple[str, Row], ...]
    found: tuple[str, ...] = ()
    unrelated: tuple[str, ...] = field(default=())
    on: date = ON


def case(title: str, *lines: tuple[str, Row], found: str = "", unrelated: str = "", on: date = ON) -> Case:
    def said(text: str) -> tuple[str, ...]:
        return tuple(sorted(part.strip() for part in text.split(";") if part.strip()))

    return Case(title, lines, said(found), said(unrelated), on)


SURE_OVERLAP = "CONV-1 ACCORD-1 L2 recouvrement sure"
STRONG_OVERLAP = "CONV-1 ACCORD-1 L2 recouvrement strong"
LINK = "CONV-1 ACCORD-1 L1 lien-possible sure"
WEAK_LINK = "CONV-1 ACCORD-1 L1 lien-possible weak"
DECLARED = "CONV-1 ACCORD-1 L0 lien-declare sure"
GROUP = o(A, "Alpha", parent=G), o(G, "Groupe Gamma")
BRANCH = {"siren": H, "partner": "Fédération H", "scope": "Branche"}
