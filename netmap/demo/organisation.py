"""What the demo knows of an organisation, how it writes its line, and how other files cite it."""

from dataclasses import dataclass, replace

from netmap.demo import filieres, identifiers, places
from netmap.demo.dice import Dice
from netmap.demo.writing import Row

COLUMNS = (
    "SIRET",
    "SIREN",
    "Nom",
    "Commune",
    "Enseigne ou sigle",
    "Catégorie",
    "IDCC",
    "Code NAF",
    "Version de la NAF",
    "Tranche d’effectif",
    "Forme juridique",
    "Adresse",
    "Pays",
    "Partenaire étranger",
    "État",
    "Fermée le",
    "Code postal",
    "Latitude",
    "Longitude",
    "Courriel",
    "Téléphone",
    "Site internet",
    "Connue par (fonction)",
    "Observations",
    "Département",
    "Bassin",
    "Filières",
    "SIREN de la société mère",
    "Société mère",
    "SIREN de la fédération",
    "Fédération",
)
FUNCTIONS = (
    "DDFPT",
    "Responsable du bureau des entreprises",
    "Chef d’établissement",
    "Professeur principal de terminale",
    "Référent décrochage",
    "Chargé de mission école-entreprise",
    "Gestionnaire",
)
_SIZES = ("NN", "01", "02", "03", "11", "12", "21", "22", "31")
_FORMS = ("SARL", "SAS", "EURL", "SA", "SCOP")


@dataclass(frozen=True, slots=True)
class Organisation:
    """Hold an organisation: a site (`siret`), a legal entity (`siren`), or a name and a commune only."""

    name: str
    category: str
    commune: str
    siren: str = ""
    siret: str = ""
    naf: str = ""
    idcc: str = ""
    works_in: tuple[str, ...] = ()
    parent: tuple[str, str] = ("", "")  # SIREN and name
    federation: tuple[str, str] = ("", "")  # SIREN and name
    brand: str = ""
    country: str = ""
    comment: str = ""
    group: str = ""

    @property
    def known(self) -> tuple[str, str]:
        """Give SIREN and name, as a subsidiary or a member cites it."""
        return self.siren, self.name

    @property
    def root(self) -> str:
        """Name the tree it belongs to: its group, itself otherwise."""
        return self.group or self.siren or self.name

    @property
    def departement(self) -> str:
        """Give its département, "" abroad."""
        return "" if self.country else places.BY_NAME[self.commune].departement

    def site(self, number: int, commune: str) -> "Organisation":
        """Give one of its sites."""
        return replace(self, siret=identifiers.siret(self.siren, number), commune=commune)


def row(organisation: Organisation) -> Row:
    """Write the line of an organisation in organisations.csv."""
    dice = Dice(f"organisation {organisation.name} {organisation.commune} {organisation.siret}")
    own = {
        "SIRET": organisation.siret,
        "SIREN": organisation.siren,
        "Nom": organisation.name,
        "Commune": organisation.commune,
        "Enseigne ou sigle": organisation.brand,
        "Catégorie": organisation.category,
        "IDCC": organisation.idcc,
        "Code NAF": organisation.naf,
        "Version de la NAF": "NAF 2008 (rév. 2)" if organisation.naf else None,
        "Pays": organisation.country,
        "Partenaire étranger": "oui" if organisation.country else "non",
        "Connue par (fonction)": dice.pick(FUNCTIONS) if dice.chance(40) else None,
        "Observations": organisation.comment,
        "Filières": filieres.names(organisation.works_in),
        "SIREN de la société mère": organisation.parent[0],
        "Société mère": organisation.parent[1],
        "SIREN de la fédération": organisation.federation[0],
        "Fédération": organisation.federation[1],
    }
    if organisation.country:
        return own
    company: Row = {"Tranche d’effectif": dice.pick(_SIZES)} if organisation.naf else {}
    if organisation.category in ("Entreprise", "Groupe") and organisation.naf:
        company = {**company, "Forme juridique": dice.pick(_FORMS)}
    return {**own, **company, **_place(organisation, dice), **(_standing(dice) if organisation.siren else {})}


def _place(organisation: Organisation, dice: Dice) -> Row:
    commune = places.BY_NAME[organisation.commune]
    latitude, longitude = commune.around(dice)
    return {
        "Code postal": commune.postcode,
        "Latitude": latitude,
        "Longitude": longitude,
        "Adresse": f"{dice.number(1, 120)} rue de la Brume" if organisation.siren else None,
        "Département": commune.departement,
        "Bassin": commune.bassin,
    }


def _standing(dice: Dice) -> Row:
    closed = dice.chance(2)
    return {
        "État": "Fermé" if closed else "Ouvert",
        "Fermée le": dice.day(places.CLOSED_FROM, places.CLOSED_TO) if closed else None,
        "Téléphone": f"02 61 91 {dice.number(10, 99)} {dice.number(10, 99)}" if dice.chance(60) else None,
    }


def cited(*partners: Organisation) -> Row:
    """Cite partners as other files do: by SIRET or SIREN when they have one, by name and commune always."""
    first = partners[0]
    abroad = [p for p in partners if p.country]
    alone = len(partners) == 1
    return {
        "SIRET": first.siret if alone else None,
        "SIREN": " | ".join(p.siren for p in partners) if all(p.siren for p in partners) and not (alone and first.siret) else None,
        "Partenaire": " | ".join(p.name for p in partners),
        "Commune du partenaire": " | ".join(p.commune for p in partners),
        "Pays du partenaire": abroad[0].country if abroad else None,
        "Partenaire étranger": "oui" if abroad else None,
    }
