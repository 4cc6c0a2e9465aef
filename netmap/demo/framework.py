"""What a framework agreement of the demo is, and how its line is written."""

from dataclasses import dataclass, field
from datetime import date

from netmap.demo import filieres, network
from netmap.demo.organisation import cited
from netmap.demo.writing import Row

COLUMNS = (
    "Référence de l’accord",
    "Intitulé de l’accord",
    "Nature",
    "Niveau",
    "Portée",
    "Signé le",
    "Début",
    "Fin",
    "Durée (mois)",
    "Reconduction",
    "Période de reconduction (mois)",
    "Reconductions au plus",
    "Préavis (mois)",
    "Codes NAF couverts",
    "IDCC couverts",
    "Clauses exigées",
    "Secteur",
    "Exclusivité",
    "Territoire réservé",
    "Engagement financier",
    "Confidentialité et données",
    "Publication",
    "Thèmes",
    "Observations",
    "SIRET",
    "SIREN",
    "Partenaire",
    "Commune du partenaire",
    "Pays du partenaire",
    "Partenaire étranger",
    "Filières",
    "Région académique",
    "Académie",
    "Remplace",
    "Décline",
)
NATIONAL, REGIONAL, ACADEMIC = "National", "Région académique", "Académique"
AGREEMENT, COOPERATION, GENERAL, PARTNERSHIP = (
    "Accord-cadre",
    "Convention-cadre de coopération",
    "Convention générale de coopération",
    "Accord de partenariat",
)

_NOTHING_MORE: Row = {}


@dataclass(frozen=True, slots=True)
class Framework:
    """Hold a framework agreement; `more` says its other cells under their headings."""

    reference: str
    title: str
    kind: str
    level: str
    scope: str
    signers: str
    starts: date | None
    ends: date | None
    themes: str
    works_in: str = ""
    more: Row = field(default_factory=lambda: _NOTHING_MORE)

    def row(self) -> Row:
        """Write its line in accords_cadres.xlsx."""
        return {
            "Référence de l’accord": self.reference,
            "Intitulé de l’accord": self.title,
            "Nature": self.kind,
            "Niveau": self.level,
            "Portée": self.scope,
            "Signé le": self.starts,
            "Début": self.starts,
            "Fin": self.ends,
            "Thèmes": filieres.themes(*self.themes.split()),
            "Filières": filieres.names(tuple(self.works_in.split())),
            "Publication": "Bulletin officiel fictif" if self.level == NATIONAL else None,
            **cited(*(network.BY_NAME[name] for name in self.signers.split(" | "))),
            **self.more,
        }


def tacit(months: int, most: int | None = None) -> Row:
    """Write a tacit renewal, every so many months, at most so many times."""
    return {"Reconduction": "Tacite", "Période de reconduction (mois)": months, "Reconductions au plus": most, "Préavis (mois)": 3}


def express(notice: int) -> Row:
    """Write a renewal that has to be asked for."""
    return {"Reconduction": "Expresse", "Préavis (mois)": notice}
