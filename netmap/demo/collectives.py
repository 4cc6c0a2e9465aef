"""The campuses and their members, the delegations and the networks of the demo."""

from datetime import date

from netmap.demo import filieres, identifiers
from netmap.demo.network import BY_NAME
from netmap.demo.organisation import cited
from netmap.demo.places import ACADEMIE, NORD, REGION, SUD
from netmap.demo.places import BY_NAME as COMMUNES
from netmap.demo.schools import BY_SLUG
from netmap.demo.writing import Row

CAMPUS_COLUMNS = (
    "Code du campus",
    "Nom du campus",
    "Mention excellence",
    "Ressort",
    "Labellisé le",
    "Fin du label",
    "Commune",
    "Établissement support",
    "Latitude",
    "Longitude",
    "Courriel",
    "Filières",
    "UAI",
    "Académie",
    "Région académique",
)
MEMBER_COLUMNS = (
    "Code du campus",
    "Nom du campus",
    "UAI",
    "SIRET",
    "SIREN",
    "Partenaire",
    "Commune du partenaire",
    "Pays du partenaire",
    "Partenaire étranger",
    "Rôle",
)
DELEGATION_COLUMNS = (
    "Nom de la délégation",
    "Sigle",
    "Niveau",
    "Ressort",
    "Compétence",
    "Commune",
    "Latitude",
    "Longitude",
    "Courriel",
    "Téléphone",
    "Région académique",
    "Académie",
    "Département",
)
NETWORK_COLUMNS = (
    "Code du réseau",
    "Nom du réseau",
    "Sorte",
    "Ressort",
    "Créé le",
    "Courriel",
    "Observations",
    "UAI",
    "SIRET",
    "SIREN",
    "Partenaire",
    "Commune du partenaire",
    "Pays du partenaire",
    "Partenaire étranger",
    "Filières",
)
_TOWN = COMMUNES["Valmont-sur-Brume"]
UNKNOWN_MEMBER = identifiers.uai(9_998)

# Code, name, excellence, labelled, ends, filières, support, other schools, organisations with their role.
_CAMPUSES = (
    (
        "CMQ-BATI",
        "Campus Bâtir et habiter durable",
        "non",
        date(2024, 3, 1),
        date(2027, 2, 28),
        "bat bois elec",
        "ambreval",
        "tourelange ambreval_sep brumieres cfa_ambre combes luzerac",
        (
            ("BATIVALME Val-de-Brume", "associé"),
            ("Orvelin Construction", "associé"),
            ("Université de Valmont", "membre"),
            ("CFA du bâtiment Brumebâti", "membre"),
            ("Région Val-de-Brume", "membre"),
            ("École d’art d’Ambreval", "membre"),
        ),
    ),
    (
        "CMQ-INDUS",
        "Campus Industrie et mobilités d’Orlange",
        "oui",
        date(2022, 9, 22),
        date(2027, 9, 21),
        "meca auto aero",
        "forges",
        "orvane luzerac pontbrume hangars cfa_orlange",
        (
            ("METALVALME Val-de-Brume", "associé"),
            ("Groupe Brumacier", "associé"),
            ("Aérovalme", "associé"),
            ("IUT d’Orlange", "membre"),
            ("Laboratoire des matériaux de Pontbrume", "membre"),
            ("Région Val-de-Brume", "membre"),
            ("Institut de soudure d’Orlange", "membre"),
        ),
    ),
    (
        "CMQ-GOUT",
        "Campus Goût et accueil",
        "non",
        date(2025, 11, 3),
        date(2028, 11, 2),
        "hotel alim",
        "quais",
        "fontambre vernoise cfa_brume moulins",
        (
            ("HORESTALME Val-de-Brume", "associé"),
            ("Groupe hôtelier Luzange", "associé"),
            ("École d’ingénieurs de la Brume", "membre"),
            ("Chambre d’agriculture du Val-de-Brume", "membre"),
            ("Agglomération de Valmont", "membre"),
        ),
    ),
)
# Name, sigle, level, area, competence.
_DELEGATIONS = (
    ("DRAFPIC de Val-de-Brume", "DRAFPIC", "Région académique", REGION, "Formation professionnelle, labels, relation école-entreprise"),
    ("DAFPIC de Valmont", "DAFPIC", "Académie", ACADEMIE, "Chargés de mission école-entreprise, bureaux des entreprises"),
    ("DRAIO de Val-de-Brume", "DRAIO", "Région académique", REGION, "Orientation, lutte contre le décrochage"),
    ("DAREIC de Valmont", "DAREIC", "Académie", ACADEMIE, "Relations européennes et internationales, mobilités"),
    ("DRANE de Val-de-Brume", "DRANE", "Région académique", REGION, "Numérique éducatif"),
    ("DSDEN de la Haute-Orlange", "DSDEN", "Département", NORD, "Réseau départemental des bureaux des entreprises"),
    ("DSDEN de Brume-et-Serre", "DSDEN", "Département", SUD, "Réseau départemental des bureaux des entreprises"),
)
# Code, name, kind, area, created, schools, organisations, filières.
_NETWORKS = (
    (
        "RES-OUSSE",
        "Réseau labellisé des métiers du soin",
        "Réseau labellisé",
        SUD,
        date(2022, 5, 12),
        "ousseval lices montorvane",
        "Centre hospitalier de Pontbrume | EHPAD du Val d’Ousse",
        "soin",
    ),
    (
        "RES-ORLANGE",
        "Réseau labellisé Industrie d’Orlange",
        "Réseau labellisé",
        NORD,
        date(2021, 6, 3),
        "orvane forges luzerac",
        "Groupe Brumacier | METALVALME Haute-Orlange",
        "meca auto",
    ),
    (
        "GRETA-VAL",
        "GRETA de Valmont",
        "GRETA",
        ACADEMIE,
        date(2014, 9, 1),
        "brumeval quais ambreval forges grandorme pontbrume",
        "OPCO Valmétiers | Agence de l’emploi de Valmont",
        "",
    ),
    (
        "CLEE-NORD",
        "CLEE d’Orlange",
        "CLEE",
        "Orlange",
        date(2017, 3, 1),
        "orvane cheneval tourelange",
        "Club entreprises d’Orlange | CCI de la Haute-Orlange",
        "",
    ),
    (
        "CLEE-SUD",
        "CLEE de Vernoise",
        "CLEE",
        "Vernoise",
        date(2018, 3, 1),
        "vernoise grandorme bocage",
        "Club entreprises des Étangs | CCI de Brume-et-Serre",
        "",
    ),
    (
        "FOQ-VAL",
        "Réseau FOQUALE de Valmont",
        "FOQUALE",
        "Valmont",
        date(2013, 11, 1),
        "passerelle clairbrume quais brumeval",
        "Mission locale de Valmont | Cap retour en formation",
        "",
    ),
    (
        "PSAD-SUD",
        "PSAD de Pontbrume",
        "PSAD",
        "Pontbrume",
        date(2015, 1, 15),
        "tisseloire pontbrume cfa_brume",
        "Mission locale de Pontbrume | École de la deuxième chance de Brume | Maison des adolescents de Pontbrume",
        "",
    ),
)


def campuses() -> list[Row]:
    """Give the lines of campus.xlsx."""
    lines: list[Row] = []
    for code, name, excellence, labelled, ends, works_in, support, _, _ in _CAMPUSES:
        school = BY_SLUG[support]
        town = COMMUNES[school.commune]
        lines.append(
            {
                "Code du campus": code,
                "Nom du campus": name,
                "Mention excellence": excellence,
                "Ressort": ACADEMIE,
                "Labellisé le": labelled,
                "Fin du label": ends,
                "Commune": town.name,
                "Établissement support": school.name,
                "Latitude": town.latitude,
                "Longitude": town.longitude,
                "Courriel": f"{code.lower()}@valmont.example",
                "Filières": filieres.names(tuple(works_in.split())),
                "UAI": school.uai,
                "Académie": ACADEMIE,
                "Région académique": REGION,
            }
        )
    return lines


def members() -> list[Row]:
    """Give the lines of campus_membres.csv."""
    lines: list[Row] = []
    for code, name, *_, slugs, partners in _CAMPUSES:
        campus = {"Code du campus": code, "Nom du campus": name}
        lines += [{**campus, "UAI": BY_SLUG[slug].uai, "Rôle": "membre"} for slug in slugs.split()]
        lines += [{**campus, **cited(BY_NAME[partner]), "Rôle": role} for partner, role in partners]
    return lines


def delegations() -> list[Row]:
    """Give the lines of delegations.xlsx."""
    lines: list[Row] = []
    for place, (name, sigle, level, area, competence) in enumerate(_DELEGATIONS):
        lines.append(
            {
                "Nom de la délégation": name,
                "Sigle": sigle,
                "Niveau": level,
                "Ressort": area,
                "Compétence": competence,
                "Commune": _TOWN.name,
                "Latitude": round(_TOWN.latitude + 0.01 * place, 5),
                "Longitude": _TOWN.longitude,
                "Courriel": f"{sigle.lower()}@{'valmont' if level != 'Région académique' else 'val-de-brume'}.example",
                "Téléphone": f"02 61 91 00 {10 + place}",
                level: area,
            }
        )
    return lines


def networks() -> list[Row]:
    """Give the lines of reseaux.xlsx; the bureaux des entreprises are those of the establishments that have one."""
    lines = [_network(*line) for line in _NETWORKS]
    offices = " ".join(slug for slug, school in BY_SLUG.items() if "B" in school.marks and school.departement == NORD)
    lines.append(
        _network(
            "BDE-NORD",
            "Réseau des bureaux des entreprises de la Haute-Orlange",
            "Réseau des bureaux des entreprises",
            NORD,
            date(2023, 10, 2),
            offices,
            "",
            "",
        )
    )
    return lines


def _network(code: str, name: str, kind: str, area: str, created: date, slugs: str, partners: str, works_in: str) -> Row:
    own = [BY_SLUG[slug].uai for slug in slugs.split()]
    members = [*own, UNKNOWN_MEMBER] if code == "PSAD-SUD" else own
    return {
        "Code du réseau": code,
        "Nom du réseau": name,
        "Sorte": kind,
        "Ressort": area,
        "Créé le": created,
        "Courriel": f"{code.lower()}@valmont.example",
        "UAI": " | ".join(members),
        "Filières": filieres.names(tuple(works_in.split())),
        **(cited(*(BY_NAME[n] for n in partners.split(" | "))) if partners else {}),
    }
