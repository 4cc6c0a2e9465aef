"""The bodies of the demo that are not companies: branches, chambers, authorities, associations, higher education, foreign partners."""

from netmap.demo import identifiers
from netmap.demo.organisation import Organisation
from netmap.demo.places import NORD, REGION, SUD

_FROM = 100
_CAPITALS = {NORD: "Orlange-la-Forge", SUD: "Pontbrume"}
_HEAD = "Valmont-sur-Brume"

# Sigle of a branch, what it says of itself, its filières, its local bodies.
_BRANCHES = (
    ("BATIVALME", "Fédération fictive du bâtiment", ("bat", "bois"), (NORD, SUD)),
    ("METALVALME", "Union fictive des métiers du métal", ("meca", "auto"), (NORD, SUD)),
    ("HORESTALME", "Fédération fictive de l’hôtellerie et des métiers de bouche", ("hotel", "alim"), (NORD,)),
    ("AUTOVALME", "Union fictive des services de l’automobile", ("vehic",), (SUD,)),
    ("SERVALME", "Fédération fictive des services à la personne", ("soin", "beaute"), (NORD,)),
    ("COMVALME", "Union fictive du commerce, du transport et du numérique", ("vente", "logis", "graph", "elec"), (SUD,)),
)


def _branches() -> tuple[Organisation, ...]:
    found: list[Organisation] = []
    for place, (sigle, said, works_in, local) in enumerate(_BRANCHES):
        number = _FROM + 10 * place
        head = Organisation(sigle, "Fédération", _HEAD, identifiers.siren(number), naf="94.11Z", works_in=works_in, comment=said)
        name = f"{sigle} {REGION}"
        region = Organisation(name, "Fédération", _HEAD, identifiers.siren(number + 1), "", "94.11Z", "", works_in, federation=head.known)
        found += [head, region]
        for step, departement in enumerate(local, start=2):
            own = Organisation(
                f"{sigle} {departement}",
                "Fédération",
                _CAPITALS[departement],
                identifiers.siren(number + step),
                "",
                "94.11Z",
                "",
                works_in,
                federation=region.known,
            )
            found.append(own)
    return tuple(found)


BRANCHES = _branches()
REGIONAL_BRANCHES = {code: b for b in BRANCHES if b.name.endswith(REGION) for code in b.works_in}
LOCAL_BRANCHES = {(code, b.departement): b for b in BRANCHES if b.name.endswith((NORD, SUD)) for code in b.works_in}


def _listed(category: str, first: int, lines: tuple[tuple[str, str], ...], naf: str = "") -> tuple[Organisation, ...]:
    return tuple(
        Organisation(name, category, commune, identifiers.siren(first + place), naf=naf) for place, (name, commune) in enumerate(lines)
    )


_CONSULAR, _CRAFTS = _listed(
    "Chambre consulaire", 200, (("Réseau consulaire Consulvalme", _HEAD), ("Réseau de l’artisanat Artivalme", _HEAD)), "94.11Z"
)


def _chambers() -> tuple[Organisation, ...]:
    lines = (
        ("CCI du Val-de-Brume", _HEAD, _CONSULAR),
        ("CCI de la Haute-Orlange", "Orlange-la-Forge", _CONSULAR),
        ("CCI de Brume-et-Serre", "Pontbrume", _CONSULAR),
        ("CMA du Val-de-Brume", _HEAD, _CRAFTS),
        ("CMA de la Haute-Orlange", "Ambreval", _CRAFTS),
    )
    bodies = [
        Organisation(name, "Chambre consulaire", commune, identifiers.siren(210 + place), naf="94.11Z", federation=head.known)
        for place, (name, commune, head) in enumerate(lines)
    ]
    farm = Organisation("Chambre d’agriculture du Val-de-Brume", "Chambre consulaire", "Grandorme", identifiers.siren(220), naf="94.11Z")
    return (_CONSULAR, _CRAFTS, *bodies, farm)


CHAMBERS = _chambers()
MISSIONS = _listed(
    "Mission locale",
    230,
    (
        ("Mission locale de Valmont", _HEAD),
        ("Mission locale d’Orlange", "Orlange-la-Forge"),
        ("Mission locale de l’Ambre", "Ambreval"),
        ("Mission locale de Pontbrume", "Pontbrume"),
        ("Mission locale des Combes", "Castelfume"),
    ),
    "88.99B",
)
EMPLOYMENT = _listed(
    "Service public de l’emploi",
    240,
    (
        ("Agence de l’emploi de Valmont", _HEAD),
        ("Agence de l’emploi de Pontbrume", "Pontbrume"),
        ("Agence de l’emploi d’Ambreval", "Ambreval"),
    ),
)
AUTHORITIES = _listed(
    "Collectivité territoriale",
    250,
    (
        ("Région Val-de-Brume", _HEAD),
        ("Département de la Haute-Orlange", "Orlange-la-Forge"),
        ("Département de Brume-et-Serre", "Pontbrume"),
        *(
            (f"Commune {'d’' if name[0] in 'AO' else 'de '}{name}", name)
            for name in ("Valmont-sur-Brume", "Ambreval", "Pontbrume", "Castelfume", "Orlange-la-Forge", "Ousseval")
        ),
        ("Communauté de communes des Étangs", "Vernoise-les-Étangs"),
        ("Communauté de communes de l’Ambre", "Fontambre"),
        ("Agglomération de Valmont", "Clairbrume"),
        ("Pays de Serrac", "Serrac-en-Combe"),
        ("Parc naturel des Brumes", "Brumières-le-Haut"),
    ),
    "84.11Z",
)
STATE = _listed(
    "Service de l’État",
    270,
    (
        ("Service départemental de l’emploi de Haute-Orlange", "Orlange-la-Forge"),
        ("Service départemental de l’emploi de Brume-et-Serre", "Pontbrume"),
        ("Direction régionale fictive de la culture", _HEAD),
        ("Protection judiciaire de la jeunesse du Val-de-Brume", _HEAD),
    ),
)
ASSOCIATIONS = _listed(
    "Association",
    280,
    (
        ("Passerelles de Brume", _HEAD),
        ("Second Souffle Valmont", _HEAD),
        ("L’Atelier des possibles d’Ambre", "Ambreval"),
        ("Parrains d’Orlange", "Orlange-la-Forge"),
        ("Mentors en Serre", "Castelfume"),
        ("École ouverte de Pontbrume", "Pontbrume"),
        ("Les Compagnes du geste", "Fontambre"),
        ("Brume solidaire", "Ousseval"),
        ("Club entreprises d’Orlange", "Orlange-la-Forge"),
        ("Club entreprises des Étangs", "Vernoise-les-Étangs"),
        ("Jeunes Élans de Brume", "Villebrume"),
        ("Recyclerie du Val", "Clairbrume"),
        ("Atelier vélo des Combes", "Serrac-en-Combe"),
        ("Cap retour en formation", _HEAD),
        ("Maison des adolescents de Pontbrume", "Pontbrume"),
        ("Horizons d’apprentis", "Ambreval"),
        ("Un geste, un métier", "Grandorme"),
        ("Les Relais de Marvalette", "Marvalette"),
        ("Filles et sciences en Brume", _HEAD),
        ("Épicerie sociale de Montorvane", "Montorvane"),
    ),
    "94.99Z",
)
OPCOS = _listed("OPCO", 310, (("OPCO Valmétiers", _HEAD), ("OPCO Brume Industrie", _HEAD), ("OPCO des services de Valmont", _HEAD)))
TRAINING = _listed(
    "Organisme de formation ou CFA",
    320,
    (
        ("CFA du bâtiment Brumebâti", "Ambreval"),
        ("École de la deuxième chance de Brume", "Pontbrume"),
        ("Institut de soudure d’Orlange", "Orlange-la-Forge"),
        ("Centre de formation des Combes", "Castelfume"),
        ("Maison familiale de Grandorme", "Grandorme"),
        ("Centre de langues de Valmont", _HEAD),
    ),
    "85.59A",
)
HIGHER = _listed(
    "Enseignement supérieur ou recherche",
    330,
    (
        ("Université de Valmont", _HEAD),
        ("IUT d’Orlange", "Orlange-la-Forge"),
        ("École d’ingénieurs de la Brume", _HEAD),
        ("Laboratoire des matériaux de Pontbrume", "Pontbrume"),
        ("École d’art d’Ambreval", "Ambreval"),
    ),
    "85.42Z",
)
CARE = _listed(
    "Établissement sanitaire ou social",
    340,
    tuple(
        (f"{kind} {of}", commune)
        for kind, of, commune in (
            ("Centre hospitalier", "de Valmont", _HEAD),
            ("Centre hospitalier", "de Pontbrume", "Pontbrume"),
            ("EHPAD", "des Tilleuls d’Ambre", "Ambreval"),
            ("EHPAD", "du Val d’Ousse", "Ousseval"),
            ("EHPAD", "des Étangs", "Vernoise-les-Étangs"),
            ("EHPAD", "de Serrac", "Serrac-en-Combe"),
            ("Clinique", "de la Tourelange", "La Tourelange"),
            ("ESAT", "des Brumes", "Clairbrume"),
            ("Foyer", "de l’Orme", "Grandorme"),
            ("Crèche municipale", "de Castelfume", "Castelfume"),
            ("IME", "de Fontambre", "Fontambre"),
            ("Maison de santé", "de Montorvane", "Montorvane"),
        )
    ),
    "86.10Z",
)
CULTURE = _listed(
    "Établissement culturel",
    360,
    (
        ("Musée de la forge d’Orlange", "Orlange-la-Forge"),
        ("Scène de la Brume", _HEAD),
        ("Médiathèque d’Ambreval", "Ambreval"),
        ("Musée du verre de Clairbrume", "Clairbrume"),
        ("Théâtre des Combes", "Castelfume"),
        ("Cinéma Le Lanternon", "Pontbrume"),
        ("Archives de Valmont", _HEAD),
        ("Écomusée des Étangs", "Vernoise-les-Étangs"),
    ),
    "91.02Z",
)
OTHERS = _listed("Autre", 380, (("Caserne fictive de Grandorme", "Grandorme"), ("Comité des fêtes de Villebrume", "Villebrume")))
FOREIGN = tuple(
    Organisation(name, "Partenaire étranger", commune, country=country)
    for name, commune, country in (
        ("Berufskolleg Nebeltal", "Nebeltal", "Allemagne"),
        ("Istituto Valbruma", "Valbruma", "Italie"),
        ("Instituto Brumaclara", "Brumaclara", "Espagne"),
        ("Technikum Mglista", "Mglista", "Pologne"),
        ("Mistgarrow College", "Mistgarrow", "Irlande"),
        ("Nevelland Techniek", "Nevelland", "Pays-Bas"),
        ("Escola Valdenévoa", "Valdenévoa", "Portugal"),
        ("Dimmadal Yrkesskola", "Dimmadal", "Suède"),
    )
)
BODIES = (
    *BRANCHES,
    *CHAMBERS,
    *MISSIONS,
    *EMPLOYMENT,
    *AUTHORITIES,
    *STATE,
    *ASSOCIATIONS,
    *OPCOS,
    *TRAINING,
    *HIGHER,
    *CARE,
    *CULTURE,
    *OTHERS,
    *FOREIGN,
)
