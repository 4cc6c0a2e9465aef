"""The companies of the demo: groups with subsidiaries and sites, then independent ones, named by a trade and an invented word."""

from dataclasses import replace

from netmap.demo import filieres, identifiers, places
from netmap.demo.bodies import LOCAL_BRANCHES, REGIONAL_BRANCHES
from netmap.demo.dice import Dice
from netmap.demo.organisation import Organisation

_GROUPS_FROM, _COMPANIES_FROM = 1_000, 2_000
_FEW, _USUAL = 9, 17
_NAME_ONLY = 40

# Parent, filière, what it does (NAF, IDCC), its subsidiaries with the communes of their sites.
_GROUPS = (
    (
        "Groupe Talvorne",
        "elec",
        ("70.10Z", "1597"),
        (
            ("Talvorne Énergies", "Ambreval", ("Fontambre", "Pontbrume")),
            ("Talvorne Réseaux", "Villebrume", ()),
            ("Talvorne Froid", "Orlange-la-Forge", ("Luzerac-en-Orlange",)),
            ("Talvorne Domotique", "Castelfume", ()),
        ),
    ),
    (
        "Groupe Brumacier",
        "meca",
        ("24.10Z", "3248"),
        (
            ("Brumacier Laminage", "Orlange-la-Forge", ("Luzerac-en-Orlange", "Marvalette")),
            ("Brumacier Découpe", "Chêneval-la-Rivière", ()),
            ("Brumacier Outillage", "Pontbrume", ()),
            ("Brumacier Services", "Valmont-sur-Brume", ()),
        ),
    ),
    (
        "Ambrouze Distribution",
        "vente",
        ("70.10Z", "2216"),
        (
            ("Magasins Ambrouze Nord", "Valmont-sur-Brume", ("Clairbrume", "Ambreval")),
            ("Magasins Ambrouze Sud", "Pontbrume", ("Castelfume",)),
            ("Ambrouze Jardin", "Saint-Aulvin", ()),
        ),
    ),
    (
        "Compagnie Vernombre",
        "logis",
        ("70.10Z", "0016"),
        (
            ("Vernombre Transports", "Valmont-sur-Brume", ()),
            ("Vernombre Entrepôts", "Chêneval-la-Rivière", ("Pontbrume",)),
            ("Vernombre Colis", "Castelfume", ()),
        ),
    ),
    (
        "Groupe hôtelier Luzange",
        "hotel",
        ("70.10Z", "1979"),
        (
            ("Hôtel Luzange de la Brume", "Valmont-sur-Brume", ()),
            ("Hôtel Luzange des Étangs", "Vernoise-les-Étangs", ()),
            ("Luzange Restauration", "Fontambre", ("Pontbrume",)),
            ("Luzange Réceptions", "Villebrume", ()),
        ),
    ),
    (
        "Orvelin Construction",
        "bat",
        ("41.20B", "1597"),
        (
            ("Orvelin Bâti", "Ambreval", ("La Tourelange",)),
            ("Orvelin Routes", "Grandorme", ()),
            ("Orvelin Rénovation", "Serrac-en-Combe", ()),
            ("Orvelin Toitures", "Saint-Aulvin", ()),
        ),
    ),
    (
        "Aérovalme",
        "aero",
        ("30.30Z", "3248"),
        (
            ("Aérovalme Structures", "Marvalette", ()),
            ("Aérovalme Maintenance", "Orlange-la-Forge", ()),
        ),
    ),
    (
        "Castorlange Santé",
        "soin",
        ("70.10Z", "0029"),
        (
            ("Résidence Castorlange de la Brume", "Valmont-sur-Brume", ()),
            ("Résidence Castorlange d’Ousse", "Ousseval", ()),
            ("Castorlange à domicile", "Montorvane", ("Castelfume",)),
        ),
    ),
)
_WORDS = [
    "Talmerane",
    "Brunoisel",
    "Sarvoline",
    "Quendelle",
    "Morvaline",
    "Estrabel",
    "Louvrandes",
    "Fardouze",
    "Gresandre",
    "Pelvouane",
    "Trévaline",
    "Ombrelise",
    "Carvandine",
    "Joncarelle",
    "Sombrevane",
    "Vauquelise",
    "Barsenelle",
    "Dormantine",
    "Fauvelore",
    "Guérandelle",
    "Irvoline",
    "Lestramane",
    "Mirvandel",
    "Nervoise",
    "Pradelise",
    "Quintorane",
    "Roncevaline",
    "Saubrelle",
    "Tournevanne",
    "Ulmerane",
    "Varencelle",
    "Ysombre",
    "Zélandrine",
    "Aubrandis",
    "Bellormane",
    "Cendrelune",
    "Druvalise",
    "Enclumade",
    "Fontarelle",
    "Grivaline",
    "Hirondalle",
    "Jasmerane",
    "Lambrequine",
    "Mourvelle",
    "Noctaline",
    "Orfrande",
    "Piverelle",
    "Ravenombre",
    "Sorbeline",
]


def _groups() -> tuple[Organisation, ...]:
    found: list[Organisation] = []
    number = _GROUPS_FROM
    for name, code, (naf, idcc), subsidiaries in _GROUPS:
        trade = filieres.BY_CODE[code].trades[0]
        head = Organisation(name, "Groupe", subsidiaries[0][1], identifiers.siren(number), naf=naf, idcc=idcc, works_in=(code,), group=name)
        found.append(head)
        for step, (own_name, commune, sites) in enumerate(subsidiaries, start=1):
            unit = Organisation(own_name, "Entreprise", commune, identifiers.siren(number + step), "", trade.naf, trade.idcc, (code,))
            unit = replace(unit, parent=head.known, group=name)
            found += [unit, *(replace(unit.site(place, where), parent=("", "")) for place, where in enumerate(sites, start=2))]
        number += 10
    return tuple(found)


def _independent() -> tuple[Organisation, ...]:
    dice = Dice("entreprises")
    found: list[Organisation] = []
    for code in filieres.WITH_TRADES:
        words = dice.some(_WORDS, _FEW if code == "aero" else _USUAL)
        for word in words:
            trade = dice.pick(filieres.BY_CODE[code].trades)
            commune = dice.pick(places.WITH_COMPANIES).name
            unit = identifiers.siren(_COMPANIES_FROM + len(found))
            company = Organisation(f"{trade.called} {word}", "Entreprise", commune, unit, "", trade.naf, trade.idcc, (code,))
            found.append(company.site(1, commune) if dice.chance(30) else company)
    return tuple(_less_known(found, dice))


def _less_known(companies: list[Organisation], dice: Dice) -> list[Organisation]:
    """Leave some companies with a name and a commune only, and give others a federation."""
    bare = {c.name for c in dice.some([c for c in companies if not c.siret], _NAME_ONLY)}
    found: list[Organisation] = []
    for company in companies:
        if company.name in bare:
            found.append(replace(company, siren="", idcc="", naf=company.naf if dice.chance(40) else ""))
            continue
        code = company.works_in[0]
        near = LOCAL_BRANCHES.get((code, company.departement)) or REGIONAL_BRANCHES.get(code)
        found.append(replace(company, federation=near.known) if near and dice.chance(22) else company)
    return found


GROUPS = _groups()
INDEPENDENT = _independent()


def _twins() -> tuple[tuple[Organisation, Organisation], ...]:
    """Give three companies a second line under another spelling, as files of several people have."""
    first, second, third = [c for c in INDEPENDENT if c.siren and not c.siret and not c.federation[0]][5:50:15]
    return (
        (first, replace(first, name=f"{first.name.upper()} SARL", siren="", idcc="", comment="Ligne reprise d’un ancien tableau")),
        (second, replace(second, name=f"Ets {second.name}", siren="", naf="", idcc="")),
        (third, replace(third, name=f"{third.name} et fils", siren="", naf="", idcc="")),
    )


TWINS = _twins()
_DAIRY = Organisation("Laiterie Pradevanne", "Entreprise", "Grandorme", identifiers.siren(1_900), "", "10.51C", "0112", ("alim",))
TWO_SITES = (_DAIRY.site(1, "Grandorme"), _DAIRY.site(2, "Fontambre"))
COMPANIES = (*GROUPS, *INDEPENDENT, *(twin for _, twin in TWINS), *TWO_SITES)
