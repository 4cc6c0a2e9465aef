"""The labelled cases of coherence, read from top to bottom: a situation, what the files say, what must be found and nothing else.

Each case is written in workbooks as people fill them. `c` is a convention, `f` a framework agreement, `o` an organisation, `e` an
establishment, `d` a delegation; what a case does not say is that of the ordinary one: a public lycée of Rennes signs with Alpha (A),
on PFMP, from 1 September 2025 to 31 August 2028; the framework is signed by Alpha too, on PFMP, for 2024 to 2029, and is not cited.
Verdicts are asked on 23 November 2026. What is expected is written `convention framework level rule certainty`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from netmap.demo.identifiers import siret as site

Row = dict[str, str]
A, B, G, H, P, Q = "000000018", "000000026", "000000034", "000000042", "000000059", "000000067"
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
    "parent": "SIREN de la société mère",
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


def case(title: str, *lines: tuple[str, Row], found: str = "", unrelated: str = "") -> Case:
    def said(text: str) -> tuple[str, ...]:
        return tuple(sorted(part.strip() for part in text.split(";") if part.strip()))

    return Case(title, lines, said(found), said(unrelated))


SURE_OVERLAP = "CONV-1 ACCORD-1 L2 recouvrement sure"
GROUP = o(A, "Alpha", parent=G), o(G, "Groupe Gamma")
BRANCH = {"siren": H, "partner": "Fédération H", "scope": "Branche"}

CASES = (
    # Who is the partner
    case("same SIREN, theme, period: overlap", c(), f(), found=SURE_OVERLAP),
    case("the very site that signed", c(siret=site(A, 1), siren=""), f(siret=site(A, 1), siren=""), found=SURE_OVERLAP),
    case("another site of the same legal unit", c(siret=site(A, 1), siren=""), f(siret=site(A, 2), siren=""), found=SURE_OVERLAP),
    case("another SIREN and another name", c(siren=B, partner="Bêta"), f()),
    case("subsidiary of the signatory", c(), f(siren=G, partner="Groupe Gamma"), *GROUP, found="CONV-1 ACCORD-1 L2 recouvrement strong"),
    case(
        "subsidiary of a subsidiary of the signatory",
        c(),
        f(siren=H, partner="Holding H"),
        *GROUP,
        o(G, "Groupe Gamma", parent=H),
        found="CONV-1 ACCORD-1 L2 recouvrement strong",
    ),
    case("parent of the signatory", c(siren=G, partner="Groupe Gamma"), f(), *GROUP, found="CONV-1 ACCORD-1 L2 recouvrement strong"),
    case(
        "a site of a subsidiary of the signatory",
        c(siret=site(A, 1), siren=""),
        f(siren=G, partner="Groupe Gamma"),
        *GROUP,
        found="CONV-1 ACCORD-1 L2 recouvrement strong",
    ),
    case(
        "two subsidiaries of one parent are not bound by each other",
        c(),
        f(siren=B, partner="Bêta"),
        *GROUP,
        o(B, "Bêta", parent=G),
        unrelated="CONV-1 ACCORD-1",
    ),
    case(
        "two parents: the signature of either counts",
        c(),
        f(siren=H, partner="Holding H"),
        o(A, "Alpha", parent=f"{G} | {H}"),
        found="CONV-1 ACCORD-1 L2 recouvrement strong",
    ),
    case(
        "a group in a circle is walked once",
        c(),
        f(siren=G, partner="Groupe Gamma"),
        *GROUP,
        o(G, "Groupe Gamma", parent=A),
        found="CONV-1 ACCORD-1 L2 recouvrement strong",
    ),
    case(
        "an agreement of the company alone is a possible link for its subsidiary",
        c(),
        f(siren=G, partner="Groupe Gamma", scope="Entreprise"),
        *GROUP,
        found="CONV-1 ACCORD-1 L1 lien-possible strong",
    ),
    case("an agreement of the company alone, for the company", c(), f(scope="Entreprise"), found=SURE_OVERLAP),
    case(
        "member of the signatory federation",
        c(),
        f(**BRANCH),
        o(A, "Alpha", federation=H),
        o(H, "Fédération H", category="Fédération"),
        found="CONV-1 ACCORD-1 L2 recouvrement strong",
    ),
    case(
        "member of a local body of the signatory federation, through the regional one",
        c(),
        f(**BRANCH),
        o(A, "Alpha", federation=P),
        o(P, "Fédération locale", category="Fédération", federation=Q),
        o(Q, "Fédération régionale", category="Fédération", federation=H),
        found="CONV-1 ACCORD-1 L2 recouvrement strong",
    ),
    case(
        "the regional body of a federation whose national body signed",
        c(siren=Q, partner="Fédération régionale"),
        f(**BRANCH),
        o(Q, "Fédération régionale", category="Fédération", federation=H),
        o(H, "Fédération H", category="Fédération"),
        found="CONV-1 ACCORD-1 L2 recouvrement strong",
    ),
    case(
        "the federation is not bound by what its member company signs",
        c(siren=H, partner="Fédération H"),
        f(),
        o(A, "Alpha", category="Entreprise", federation=H),
        o(H, "Fédération H", category="Fédération"),
    ),
    case(
        "two members of one federation are not bound by each other",
        c(),
        f(siren=B, partner="Bêta"),
        o(A, "Alpha", federation=H),
        o(B, "Bêta", federation=H),
    ),
    case(
        "the group of the partner is a member of the signatory federation",
        c(),
        f(**BRANCH),
        *GROUP,
        o(G, "Groupe Gamma", category="Entreprise", federation=H),
        o(H, "Fédération H", category="Fédération"),
        found="CONV-1 ACCORD-1 L2 recouvrement medium",
    ),
    case(
        "a chamber of the network that signed",
        c(siren=Q, partner="CCI locale"),
        f(siren=H, partner="Réseau des CCI", scope="Réseau de chambres"),
        o(Q, "CCI locale", category="Chambre consulaire", federation=H),
        found="CONV-1 ACCORD-1 L2 recouvrement strong",
    ),
    case(
        "branch by IDCC", c(), f(**BRANCH, idcc="1597 | 1702"), o(A, "Alpha", idcc="1597"), found="CONV-1 ACCORD-1 L2 recouvrement medium"
    ),
    case("IDCC of another branch", c(), f(**BRANCH, idcc="1702"), o(A, "Alpha", idcc="1597")),
    case(
        "IDCC written without its zeros",
        c(),
        f(**BRANCH, idcc="16"),
        o(A, "Alpha", idcc="0016"),
        found="CONV-1 ACCORD-1 L2 recouvrement medium",
    ),
    case(
        "branch by the beginning of the NAF code",
        c(),
        f(**BRANCH, naf="43"),
        o(A, "Alpha", naf="43.21A"),
        found="CONV-1 ACCORD-1 L2 recouvrement weak",
    ),
    case(
        "NAF prefix of three figures",
        c(),
        f(**BRANCH, naf="10.7"),
        o(A, "Alpha", naf="1071C"),
        found="CONV-1 ACCORD-1 L2 recouvrement weak",
    ),
    case("NAF code outside the prefixes", c(), f(**BRANCH, naf="41 | 42"), o(A, "Alpha", naf="43.21A")),
    case(
        "NAF 2025 on both sides",
        c(),
        f(**BRANCH, naf="43", naf_version="NAF 2025"),
        o(A, "Alpha", naf="43.21A", naf_version="NAF 2025"),
        found="CONV-1 ACCORD-1 L2 recouvrement weak",
    ),
    case(
        "the same figures of NAF 2008 and NAF 2025 do not compare",
        c(),
        f(**BRANCH, naf="43", naf_version="NAF 2025"),
        o(A, "Alpha", naf="43.21A", naf_version="2008"),
        unrelated="CONV-1 ACCORD-1",
    ),
    case(
        "NAF codes of an agreement of one company say nothing of a branch",
        c(),
        f(siren=B, partner="Bêta", scope="Entreprise", naf="43"),
        o(A, "Alpha", naf="43.21A"),
    ),
    case(
        "IDCC outranks NAF",
        c(),
        f(**BRANCH, naf="43", idcc="1597"),
        o(A, "Alpha", naf="43.21A", idcc="1597"),
        found="CONV-1 ACCORD-1 L2 recouvrement medium",
    ),
    case(
        "IDCC known by the legal unit of the site",
        c(siret=site(A, 1), siren=""),
        f(**BRANCH, idcc="1597"),
        o(A, "Alpha", idcc="1597"),
        found="CONV-1 ACCORD-1 L2 recouvrement medium",
    ),
    case(
        "a name alone is a possible link, never more",
        c(siren="", partner="SAS Alpha"),
        f(siren=A),
        found="CONV-1 ACCORD-1 L1 lien-possible weak",
    ),
    case(
        "a name alone on both sides", c(siren="", town="Rennes"), f(siren="", town="Rennes"), found="CONV-1 ACCORD-1 L1 lien-possible weak"
    ),
    case(
        "a name alone, though a commitment is contrary",
        c(siren="", exclusivity="Alpha est le seul partenaire."),
        f(exclusivity="Aucune exclusivité."),
        found="CONV-1 ACCORD-1 L1 lien-possible weak",
    ),
    case("the same name, two SIREN known and different", c(siren=B), f(), unrelated="CONV-1 ACCORD-1"),
    case("a name that begins alike is another name", c(siren="", partner="Alpha Banque"), f()),
    case(
        "a SIREN of the State that several services share",
        c(siret=site(S, 1), siren="", partner="Service Un"),
        f(siret=site(S, 2), siren="", partner="Service Deux"),
        found="CONV-1 ACCORD-1 L2 recouvrement medium",
    ),
    case(
        "the ministry's own side of an agreement is no partner",
        c(siren="110043015", partner="Ministère de l’Éducation nationale"),
        f(siren=f"{A} | 110043015", partner="Alpha | Ministère de l’Éducation nationale"),
    ),
    case(
        "several signatories: the partner is the second",
        c(siren=B, partner="Bêta"),
        f(siren=f"{A} | {B}", partner="Alpha | Bêta"),
        found=SURE_OVERLAP,
    ),
    case("several partners: the second is a signatory", c(siren=f"{B} | {A}", partner="Bêta | Alpha"), f(), found=SURE_OVERLAP),
    case(
        "member of a federation known by its name only: a possible link",
        c(),
        f(**BRANCH),
        o(A, "Alpha", federation_name="Fédération H"),
        found="CONV-1 ACCORD-1 L1 lien-possible weak",
    ),
    case(
        "two sites of one public body that goes by one name are one legal unit",
        c(siret=site(S, 1), siren="", partner="Agence de l’emploi"),
        f(siret=site(S, 2), siren="", partner="Agence de l’emploi"),
        found=SURE_OVERLAP,
    ),
    # When
    case("a convention that is over is archive", c(end="22/11/2026"), f(), unrelated="CONV-1 ACCORD-1"),
    case("the last day of a convention belongs to it", c(end="23/11/2026"), f(), found=SURE_OVERLAP),
    case("a convention still to come is examined", c(start="01/09/2027"), f(), found=SURE_OVERLAP),
    case("a draft is examined", c(status="Projet", start="01/09/2027"), f(), found=SURE_OVERLAP),
    case("a convention said to be over", c(status="Terminée"), f(), unrelated="CONV-1 ACCORD-1"),
    case("a convention denounced before the date", c(stopped="22/11/2026"), f(), unrelated="CONV-1 ACCORD-1"),
    case("a convention that stops after the date", c(stopped="31/12/2026"), f(), found=SURE_OVERLAP),
    case("a framework that ended the day before gives nothing", c(), f(end="22/11/2026"), unrelated="CONV-1 ACCORD-1"),
    case("the last day of a framework belongs to it", c(), f(end="23/11/2026"), found=SURE_OVERLAP),
    case("the first day of a framework belongs to it", c(), f(start="23/11/2026"), found=SURE_OVERLAP),
    case("a framework stopped before its end", c(), f(stopped="01/06/2026"), unrelated="CONV-1 ACCORD-1"),
    case(
        "a convention of the past, renewed tacitly, is in force",
        c(start="01/09/2020", end="31/08/2023", renewal="Tacite"),
        f(),
        found=SURE_OVERLAP,
    ),
    case(
        "a convention whose tacit renewals are used up is over",
        c(start="01/09/2020", end="31/08/2023", renewal="Tacite", period="12", most="2"),
        f(),
        unrelated="CONV-1 ACCORD-1",
    ),
    case(
        "a framework of the past, renewed tacitly, is in force",
        c(),
        f(start="01/01/2019", end="31/12/2021", renewal="Tacite", period="36"),
        found=SURE_OVERLAP,
    ),
    case(
        "a framework whose tacit renewals are used up is over",
        c(),
        f(start="01/01/2019", end="31/12/2021", renewal="Tacite", period="12", most="3"),
        unrelated="CONV-1 ACCORD-1",
    ),
    case("a duration stands for an end", c(end="", months="36"), f(end="", months="72"), found=SURE_OVERLAP),
    case("periods that touch on one day meet", c(start="31/12/2026", end="31/08/2029"), f(end="31/12/2026"), found=SURE_OVERLAP),
    case(
        "periods that do not meet: a possible link",
        c(start="01/01/2027", end="31/08/2029"),
        f(end="31/12/2026"),
        found="CONV-1 ACCORD-1 L1 lien-possible sure",
    ),
    case("end of the framework unknown: a possible link", c(), f(end=""), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case("dates of the framework unknown: a possible link", c(), f(start="", end=""), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case("end of the convention unknown: a possible link", c(end=""), f(), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case("start of the convention unknown: a possible link", c(start=""), f(), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    # On what, and where
    case("no common theme: a possible link", c(themes="Actions culturelles"), f(), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case(
        "one common theme among several",
        c(themes="Actions culturelles | PFMP et stages"),
        f(themes="PFMP et stages | Forum"),
        found=SURE_OVERLAP,
    ),
    case("themes of the convention unknown: a possible link", c(themes=""), f(), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case("themes of the framework unknown: a possible link", c(), f(themes=""), found="CONV-1 ACCORD-1 L1 lien-possible sure"),
    case("a global partnership has every theme", c(themes="Partenariat global"), f(), found=SURE_OVERLAP),
    case("a regional framework of the région of the lycée", c(), f(level="Régional", region="Bretagne"), found=SURE_OVERLAP),
    case(
        "the territory is read from the line before the UAI",
        c(),
        f(level="Académique", academie="Lyon"),
        e(LYCEE, academie="Lyon"),
        found=SURE_OVERLAP,
    ),
    case(
        "a regional framework of another région: a possible link",
        c(),
        f(level="Régional", region="Normandie"),
        found="CONV-1 ACCORD-1 L1 lien-possible sure",
    ),
    case(
        "a regional framework whose territory is not said: a possible link",
        c(),
        f(level="Régional"),
        found="CONV-1 ACCORD-1 L1 lien-possible sure",
    ),
    case(
        "one of two establishments is in the territory",
        c(uai=f"{LYCEE} | {PORT}"),
        f(level="Académique", academie="Académie de Strasbourg"),
        found=SURE_OVERLAP,
    ),
    # Cited
    case("the framework is cited", c(cites="ACCORD-1"), f(), found="CONV-1 ACCORD-1 L0 lien-declare sure"),
    case("cited by its title", c(cites="Accord ACCORD-1"), f(), found="CONV-1 ACCORD-1 L0 lien-declare sure"),
    case(
        "cited though nothing else ties them",
        c(siren=B, partner="Bêta", cites="ACCORD-1"),
        f(),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case("cited and described by nobody", c(cites="ACCORD-9"), found="CONV-1 ACCORD-9 L0 lien-declare sure"),
    case(
        "cited, of unknown dates and themes",
        c(cites="ACCORD-1"),
        f(start="", end="", themes=""),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case("cited and ended the day before", c(cites="ACCORD-1"), f(end="22/11/2026"), found="CONV-1 ACCORD-1 L3 accord-termine sure"),
    case(
        "cited on its last day, by a convention that ends with it",
        c(cites="ACCORD-1", end="23/11/2026"),
        f(end="23/11/2026"),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case("cited by a convention that is over", c(cites="ACCORD-1", end="22/11/2026"), f(end="31/12/2025")),
    case(
        "cited and replaced",
        c(cites="ACCORD-1"),
        f(),
        f("ACCORD-2", replaces="ACCORD-1", start="01/01/2026"),
        found="CONV-1 ACCORD-1 L3 accord-remplace sure; CONV-1 ACCORD-2 L2 recouvrement sure",
    ),
    case(
        "cited and replaced by one that comes later",
        c(cites="ACCORD-1"),
        f(),
        f("ACCORD-2", replaces="ACCORD-1", start="01/01/2027", themes="Forum"),
        found="CONV-1 ACCORD-1 L0 lien-declare sure; CONV-1 ACCORD-2 L1 lien-possible sure",
    ),
    case(
        "a chain of replacements: the last is examined, the others give nothing",
        c(),
        f(),
        f("ACCORD-2", replaces="ACCORD-1", start="01/01/2025"),
        f("ACCORD-3", replaces="ACCORD-2", start="01/01/2026"),
        found="CONV-1 ACCORD-3 L2 recouvrement sure",
        unrelated="CONV-1 ACCORD-1; CONV-1 ACCORD-2",
    ),
    case(
        "the first of a chain is cited",
        c(cites="ACCORD-1"),
        f(),
        f("ACCORD-2", replaces="ACCORD-1", start="01/01/2025"),
        f("ACCORD-3", replaces="ACCORD-2", start="01/01/2026"),
        found="CONV-1 ACCORD-1 L3 accord-remplace sure; CONV-1 ACCORD-3 L2 recouvrement sure",
        unrelated="CONV-1 ACCORD-2",
    ),
    case("replaced by itself: not counted", c(cites="ACCORD-1"), f(replaces="ACCORD-1"), found="CONV-1 ACCORD-1 L0 lien-declare sure"),
    case(
        "replaced in a circle: not counted",
        c(cites="ACCORD-1"),
        f(replaces="ACCORD-2"),
        f("ACCORD-2", siren=B, partner="Bêta", replaces="ACCORD-1"),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case(
        "the regional declension is cited: the national one is tied by it",
        c(cites="ACCORD-2"),
        f(),
        f("ACCORD-2", level="Régional", region="Bretagne", declines="ACCORD-1"),
        found="CONV-1 ACCORD-2 L0 lien-declare sure; CONV-1 ACCORD-1 L0 lien-par-declinaison sure",
    ),
    case(
        "no theme in the framework cited",
        c(cites="ACCORD-1", themes="Actions culturelles"),
        f(),
        found="CONV-1 ACCORD-1 L3 theme-hors-accord sure",
    ),
    case(
        "one theme in the framework cited, another beyond",
        c(cites="ACCORD-1", themes="Actions culturelles | PFMP"),
        f(),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case(
        "ends after the framework cited, without renewal",
        c(cites="ACCORD-1"),
        f(end="30/08/2028"),
        found="CONV-1 ACCORD-1 L3 fin-apres-accord sure",
    ),
    case(
        "ends the same day as the framework cited", c(cites="ACCORD-1"), f(end="31/08/2028"), found="CONV-1 ACCORD-1 L0 lien-declare sure"
    ),
    case(
        "ends after the framework cited, with its own renewal",
        c(cites="ACCORD-1", renewal="Expresse"),
        f(end="30/06/2028"),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case(
        "ends after the framework cited, renewal not said",
        c(cites="ACCORD-1", renewal=""),
        f(end="30/06/2028"),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case(
        "the framework cited renews tacitly, without term",
        c(cites="ACCORD-1"),
        f(end="30/06/2027", renewal="Tacite"),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case(
        "the framework cited renews tacitly, once only",
        c(cites="ACCORD-1"),
        f(end="30/06/2027", renewal="Tacite", period="12", most="1"),
        found="CONV-1 ACCORD-1 L3 fin-apres-accord sure",
    ),
    case(
        "tacit renewal under a framework renewed by amendment",
        c(cites="ACCORD-1", renewal="Tacite"),
        f(renewal="Expresse"),
        found="CONV-1 ACCORD-1 L3 reconduction-contraire sure",
    ),
    case(
        "the same renewal on both sides",
        c(cites="ACCORD-1", renewal="Expresse"),
        f(renewal="Expresse"),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case(
        "a required clause is absent",
        c(cites="ACCORD-1", clauses="Objet | Durée"),
        f(requires="Durée | Suivi et renouvellement"),
        found="CONV-1 ACCORD-1 L3 clause-absente sure",
    ),
    case(
        "the required clauses are there",
        c(cites="ACCORD-1", clauses="Objet | Durée"),
        f(requires="Durée"),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case("the clauses of the text are not known", c(cites="ACCORD-1"), f(requires="Durée"), found="CONV-1 ACCORD-1 L0 lien-declare sure"),
    case("a required clause is absent, and the framework is not cited", c(clauses="Objet"), f(requires="Durée"), found=SURE_OVERLAP),
    # Commitments
    case(
        "exclusivity against a framework that refuses it",
        c(cites="ACCORD-1", exclusivity="L’établissement réserve ses stagiaires à Alpha."),
        f(exclusivity="Aucune exclusivité n’est demandée."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "a contrary commitment without citation",
        c(finance="Aucune gratification."),
        f(finance="Une gratification est versée dès la première semaine."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "a reserved territory against one that reserves none",
        c(cites="ACCORD-1", territory="Le bassin de Rennes est réservé au lycée."),
        f(territory="Aucun territoire n’est réservé."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "named data against a framework that forbids it",
        c(cites="ACCORD-1", secrecy="Alpha reçoit la liste nominative des élèves."),
        f(secrecy="Aucune donnée nominative n’est échangée."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "two commitments contrary: each is found",
        c(cites="ACCORD-1", finance="Aucune gratification.", exclusivity="Alpha est partenaire exclusif."),
        f(finance="Gratification de 15 %.", exclusivity="Pas d’exclusivité."),
        found="CONV-1 ACCORD-1 L4 engagement-contraire sure; CONV-1 ACCORD-1 L4 engagement-contraire sure",
    ),
    case(
        "the same commitment on both sides",
        c(cites="ACCORD-1", secrecy="Aucune donnée nominative n’est échangée."),
        f(secrecy="Aucune donnée nominative des élèves n’est échangée."),
        found="CONV-1 ACCORD-1 L0 lien-declare sure",
    ),
    case("a commitment of the convention, none of the framework", c(exclusivity="Alpha est partenaire exclusif."), f(), found=SURE_OVERLAP),
    case("a commitment of the framework, none of the convention", c(), f(exclusivity="Pas d’exclusivité."), found=SURE_OVERLAP),
    case(
        "a contrary commitment where nothing overlaps",
        c(themes="Culture", exclusivity="Alpha est partenaire exclusif."),
        f(exclusivity="Pas d’exclusivité."),
        found="CONV-1 ACCORD-1 L1 lien-possible sure",
    ),
    case(
        "a contrary commitment, dates of the framework unknown and not cited",
        c(exclusivity="Alpha est partenaire exclusif."),
        f(exclusivity="Pas d’exclusivité.", start="", end=""),
        found="CONV-1 ACCORD-1 L1 lien-possible sure",
    ),
    case(
        "a contrary commitment of a framework that is over",
        c(exclusivity="Alpha est partenaire exclusif."),
        f(exclusivity="Pas d’exclusivité.", end="31/12/2025"),
        unrelated="CONV-1 ACCORD-1",
    ),
    # Signature, of public establishments
    case("signed before the vote", c(signed="01/09/2025", voted="02/09/2025"), e(LYCEE), found="CONV-1 - L4 signature-avant-vote sure"),
    case("signed on the day of the vote", c(signed="02/09/2025", voted="02/09/2025"), e(LYCEE)),
    case(
        "signed before the vote, private establishment",
        c(uai=PRIVE, signed="01/09/2025", voted="02/09/2025"),
        e(PRIVE, "Privé sous contrat"),
    ),
    case("signed before the vote, status not known", c(signed="01/09/2025", voted="02/09/2025")),
    case("signed, vote not known", c(signed="01/09/2025"), e(LYCEE)),
    case("signed before the vote, over since", c(signed="01/09/2020", voted="02/09/2020", start="01/09/2020", end="31/08/2023"), e(LYCEE)),
    case(
        "signed fourteen days after it was sent",
        c(signed="15/09/2025", voted="25/08/2025", sent="01/09/2025"),
        e(LYCEE),
        found="CONV-1 - L4 signature-avant-execution sure",
    ),
    case("signed fifteen days after it was sent", c(signed="16/09/2025", voted="25/08/2025", sent="01/09/2025"), e(LYCEE)),
    case(
        "signed before the day it is written to be enforceable",
        c(signed="10/09/2025", voted="25/08/2025", enforceable="11/09/2025"),
        e(LYCEE),
        found="CONV-1 - L4 signature-avant-execution sure",
    ),
    case(
        "one public establishment among two",
        c(uai=f"{PRIVE} | {LYCEE}", signed="01/09/2025", voted="02/09/2025"),
        e(LYCEE),
        e(PRIVE, "Privé sous contrat"),
        found="CONV-1 - L4 signature-avant-vote sure",
    ),
    # Abroad
    case(
        "foreign partner, nobody told", c(siren="", partner="Escuela", country="Espagne"), found="CONV-1 - L4 etranger-sans-delegation sure"
    ),
    case(
        "foreign partner, said so without a country",
        c(siren="", partner="Escuela", foreign="oui"),
        found="CONV-1 - L4 etranger-sans-delegation sure",
    ),
    case(
        "foreign partner, by its category",
        c(siren="", partner="Escuela", category="Partenaire étranger"),
        found="CONV-1 - L4 etranger-sans-delegation sure",
    ),
    case(
        "foreign partner, the DAREIC is told",
        c(siren="", partner="Escuela", country="Espagne", told="DAREIC de Rennes", told_on="01/06/2025"),
    ),
    case("foreign partner, the DRAREIC is told, no date", c(siren="", partner="Escuela", country="Espagne", told="DRAREIC")),
    case(
        "foreign partner, another delegation is told",
        c(siren="", partner="Escuela", country="Espagne", told="DRAFPIC de Bretagne"),
        found="CONV-1 - L4 etranger-sans-delegation sure",
    ),
    case(
        "foreign partner, its delegation is known by its file",
        c(siren="", partner="Escuela", country="Espagne", told="Service des échanges"),
        d("Service des échanges", "DAREIC"),
    ),
    case(
        "foreign partner, told after the date asked",
        c(siren="", partner="Escuela", country="Espagne", told="DAREIC", told_on="01/12/2026"),
        found="CONV-1 - L4 etranger-sans-delegation sure",
    ),
    case("partner of overseas France is not abroad", c(siren="", partner="Lycée agricole", country="La Réunion")),
    case("partner in France", c(siren="", partner="Atelier", town="Rennes", country="France")),
    # Local doubles
    case(
        "two conventions of one lycée with one partner",
        c(),
        c("CONV-2"),
        found="CONV-1 - L2b doublon-etablissement sure; CONV-2 - L2b doublon-etablissement sure",
    ),
    case("two conventions without a common theme", c(), c("CONV-2", themes="Culture")),
    case("two conventions that follow each other", c(end="31/12/2026"), c("CONV-2", start="01/01/2027")),
    case(
        "two conventions that touch on one day",
        c(end="01/01/2027"),
        c("CONV-2", start="01/01/2027"),
        found="CONV-1 - L2b doublon-etablissement sure; CONV-2 - L2b doublon-etablissement sure",
    ),
    case("one of two conventions is over", c(end="31/08/2026"), c("CONV-2")),
    case("two conventions, themes of one unknown", c(), c("CONV-2", themes="")),
    case("two conventions, end of one unknown", c(), c("CONV-2", end="")),
    case(
        "with a parent and its subsidiary",
        c(),
        c("CONV-2", siren=G, partner="Groupe Gamma"),
        *GROUP,
        found="CONV-1 - L2b doublon-etablissement strong; CONV-2 - L2b doublon-etablissement strong",
    ),
    case("with two subsidiaries of one parent", c(), c("CONV-2", siren=B, partner="Bêta"), *GROUP, o(B, "Bêta", parent=G)),
    case(
        "with a federation and one of its member companies",
        c(),
        c("CONV-2", siren=H, partner="Fédération H"),
        o(A, "Alpha", federation=H),
        o(H, "Fédération H", category="Fédération"),
    ),
    case(
        "with two sites of one legal unit",
        c(siret=site(A, 1), siren=""),
        c("CONV-2", siret=site(A, 2), siren=""),
        found="CONV-1 - L2b doublon-etablissement sure; CONV-2 - L2b doublon-etablissement sure",
    ),
    case("one convention takes the place of the other", c(), c("CONV-2", replaces="CONV-1")),
    case("with a partner known by a name alone", c(siren="", object="Stages"), c("CONV-2", siren="", object="Visites")),
    case(
        "two lycées, each with its convention",
        c(),
        c("CONV-2", uai=PORT),
        found="CONV-1 - L2b doublon-etablissements sure; CONV-2 - L2b doublon-etablissements sure",
    ),
    case(
        "two lycées, a partner of one name and one town without a SIREN",
        c(siren="", town="Rennes"),
        c("CONV-2", uai=PORT, siren="", town="Rennes"),
        found="CONV-1 - L2b doublon-etablissements medium; CONV-2 - L2b doublon-etablissements medium",
    ),
    case("two lycées, themes that differ", c(), c("CONV-2", uai=PORT, themes="Culture")),
    case("two lycées in one common convention", c(uai=f"{LYCEE} | {PORT}")),
    case("two lycées, two partners", c(), c("CONV-2", uai=PORT, siren=B, partner="Bêta")),
    case(
        "two lycées and two services of one ministry",
        c(siret=site(S, 1), siren="", partner="Service Un"),
        c("CONV-2", uai=PORT, siret=site(S, 2), siren="", partner="Service Deux"),
    ),
)
