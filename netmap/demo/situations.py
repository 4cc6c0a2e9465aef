"""The conventions written on purpose: one function a situation that netmap must find, with the case that is in order beside it."""

from datetime import date, timedelta

from netmap.demo import identifiers
from netmap.demo.bodies import FOREIGN
from netmap.demo.companies import TWINS
from netmap.demo.network import BY_NAME, site
from netmap.demo.organisation import Organisation
from netmap.demo.papers import CLAUSES, written
from netmap.demo.schools import BY_SLUG, School
from netmap.demo.writing import Cell, Row

Line = tuple[School, Row]

UNKNOWN_UAI = identifiers.uai(9_999)
_DAREIC = {"Délégation informée": "DAREIC de Valmont", "Ressort de la délégation": "Valmont"}
_SEPTEMBER_24, _AUGUST_28 = date(2024, 9, 1), date(2028, 8, 31)


def _line(
    number: str | None,
    slugs: str,
    partners: str | Organisation,
    themes: str,
    starts: date = _SEPTEMBER_24,
    ends: date | None = _AUGUST_28,
    *,
    works_in: str = "",
    **more: Cell | None,
) -> Line:
    """Write one convention; `more` overrides cells: its names stand for headings in `_HEADINGS`."""
    schools = [BY_SLUG[slug] for slug in slugs.split()]
    listed = [partners] if isinstance(partners, Organisation) else [BY_NAME[name] for name in partners.split(" | ")]
    regular = written(schools, listed, themes, starts, ends, number=number or "", works_in=works_in)
    regular["N° de convention"] = number
    return schools[0], {**regular, **{_HEADINGS[name]: cell for name, cell in more.items()}}


def _but(line: Line, cells: Row) -> Line:
    return line[0], {**line[1], **cells}


_HEADINGS = {
    "object": "Objet",
    "status": "État déclaré",
    "cites": "Accord-cadre cité (référence)",
    "clauses": "Clauses présentes",
    "exclusivity": "Exclusivité",
    "territory": "Territoire réservé",
    "finance": "Engagement financier",
    "secrecy": "Confidentialité et données",
    "replaces": "Remplace la convention",
    "comment": "Observations",
    "criteria": "Critères (2023)",
    "uai": "UAI",
    "name": "Nom de l’établissement",
}


def hub() -> list[Line]:
    """Write the company that nine establishments sign with, each for itself."""
    slugs = ("forges", "cheneval", "aulvin", "brumeval", "citadines", "pontbrume", "castelfume", "noroise", "vernoise")
    return [
        _line(
            f"HUB-{2022 + place % 4}-{place:02d}",
            slug,
            "Vernombre Transports",
            "pfmp",
            date(2022 + place % 4, 9, 1),
            date(2027 + place % 3, 8, 31),
            works_in="logis",
        )
        for place, slug in enumerate(slugs)
    ]


def shared_partner() -> list[Line]:
    """Write four establishments, each with its own convention with one caterer, for the same theme."""
    where = ("quais", "fontambre", "vallombre", "vernoise")
    return [
        _line(f"LRE-2025-{n}", slug, "Luzange Restauration", "pfmp certification", date(2025, 9, 1), works_in="hotel")
        for n, slug in enumerate(where)
    ]


def subsidiaries() -> list[Line]:
    """Write the subsidiaries of Brumacier, whose parent alone signed a framework agreement: one convention cites it."""
    return [
        _line("BRU-2024-01", "orvane", "Brumacier Laminage", "pfmp visite", works_in="meca"),
        _line("BRU-2024-02", "forges", "Brumacier Découpe", "pfmp", works_in="meca"),
        _line("BRU-2024-03", "pontbrume", "Brumacier Outillage", "projet pfmp", works_in="meca"),
        _line("BRU-2024-04", "orgeline", "Brumacier Services", "apprentissage", works_in="auto", cites="AC-BRUMACIER-2024"),
    ]


def one_partner_for_a_filiere() -> list[Line]:
    """Write the only link of the lycée des Forges with aeronautics, and the several ones of the lycée des Hangars."""
    return [
        _line("AER-2024-01", "forges", "Aérovalme Maintenance", "pfmp", works_in="aero"),
        _line("AER-2024-02", "hangars", "Aérovalme Structures", "pfmp apprentissage", works_in="aero"),
    ]


def local_doubles() -> list[Line]:
    """Write conventions of one establishment with one tree of partners, on a theme and in a period they share."""
    return [
        _line("DBL-2024-01", "ambreval", "Groupe Talvorne", "pfmp materiel", date(2024, 1, 1), date(2027, 12, 31), works_in="elec"),
        _line(
            "DBL-2025-01", "ambreval", site("Talvorne Énergies", "Fontambre"), "pfmp", date(2025, 9, 1), date(2029, 8, 31), works_in="elec"
        ),
        _line("DBL-2023-02", "villebrume", "Talvorne Réseaux", "pfmp apprentissage", date(2023, 9, 1), date(2027, 8, 31), works_in="elec"),
        _line("DBL-2025-02", "villebrume", "Talvorne Réseaux", "apprentissage", date(2025, 1, 6), date(2028, 1, 5), works_in="elec"),
        _line("DBL-2024-03", "grandorme", "Orvelin Routes", "visite pfmp", works_in="bat"),
        _line("DBL-2025-03", "grandorme", "Orvelin Construction", "pfmp", date(2025, 3, 1), date(2028, 2, 28), works_in="bat"),
    ]


def together() -> list[Line]:
    """Write conventions that several establishments or several partners sign together."""
    return [
        _line("MUL-2024-01", "quais vernoise vallombre", "HORESTALME Val-de-Brume", "forum orientation", works_in="hotel alim"),
        _line(
            "MUL-2024-02",
            "forges forges_sep pontbrume",
            "METALVALME Val-de-Brume",
            "pfmp visite",
            works_in="meca",
            cites="CC-METALVALME-VAL-2024",
        ),
        _line("MUL-2025-03", "citadines clairbrume", "EHPAD des Tilleuls d’Ambre | Centre hospitalier de Valmont", "pfmp", works_in="soin"),
        _line(
            "MUL-2025-04",
            "passerelle",
            "Mission locale de Valmont | Second Souffle Valmont | Agence de l’emploi de Valmont",
            "decrochage insertion",
            criteria="4 | 7",
        ),
        _line(
            "MUL-2024-05",
            "tourelange ambreval grandorme",
            "BATIVALME Val-de-Brume | OPCO Valmétiers",
            "orientation forum",
            works_in="bat bois",
            ends=date(2027, 12, 31),
            cites="CC-BATIVALME-VDB-2023",
            criteria="4 | 8",
        ),
        _line(
            "MUL-2024-06",
            "ambreval",
            "CFA du bâtiment Brumebâti",
            "formation_continue",
            works_in="bat",
            comment="Signée par le lycée support pour le GRETA, qui n’a pas la personnalité juridique.",
        ),
    ]


def too_early() -> list[Line]:
    """Write conventions signed before the vote of the conseil d’administration, then before they were enforceable."""
    signed = date(2025, 9, 8)
    before_vote = {"Signée le": signed, "Votée en CA le": signed + timedelta(days=24), "Transmise le": signed + timedelta(days=29)}
    too_soon = {"Signée le": signed, "Votée en CA le": signed - timedelta(days=12), "Transmise le": signed - timedelta(days=6)}
    ends = date(2028, 9, 14)
    starts = date(2025, 9, 15)
    return [
        _but(_line("CAV-2025-01", "cheneval", "Commune d’Orlange-la-Forge", "projet", starts, ends), before_vote),
        _but(_line("CAV-2025-02", "serrac", "Pays de Serrac", "forum", starts, ends), before_vote),
        _but(_line("CAV-2025-03", "luzerac", "IUT d’Orlange", "recherche", starts, ends), before_vote),
        _but(_line("CAV-2025-04", "ousseval", "EHPAD du Val d’Ousse", "pfmp", starts, ends, works_in="soin"), before_vote),
        _but(_line("EXE-2025-01", "marvalette", "Les Relais de Marvalette", "mentorat", starts, ends), too_soon),
        _but(_line("EXE-2025-02", "castelfume", "Théâtre des Combes", "culture", starts, ends), too_soon),
        _but(_line("EXE-2025-03", "montorvane", "Maison de santé de Montorvane", "pfmp", starts, ends, works_in="soin"), too_soon),
        _but(_line("EXE-2025-04", "tisseloire", "Centre de langues de Valmont", "international", starts, ends), too_soon),
        # Private under contract: no conseil d’administration of this kind, nothing to say.
        _line("PRI-2025-01", "orgeline", "École d’ingénieurs de la Brume", "orientation", starts, ends),
    ]


def abroad() -> list[Line]:
    """Write conventions with foreign partners: the international delegation was told of five, not of the others."""
    slugs = ("quais", "vernoise", "orvane", "brumeval", "ambreval", "luzerac", "grandorme", "hangars")
    lines: list[Line] = []
    for place, (slug, partner) in enumerate(zip(slugs, FOREIGN, strict=True)):
        starts = date(2023 + place % 3, 9, 1)
        school, row = _line(f"INT-{starts.year}-{place:02d}", slug, partner, "international", starts, date(2028 + place % 2, 8, 31))
        told = {**_DAREIC, "Délégation informée le": starts - timedelta(days=100 + place)} if place % 2 == 0 or place == 1 else {}
        lines.append((school, {**row, **told}))
    return lines


def citations() -> list[Line]:
    """Write citations of framework agreements: in force, ended, replaced, unknown, coming, of unknown dates."""
    return [
        _line("CIT-2024-01", "combes", "Talvorne Domotique", "pfmp", works_in="elec", cites="AC-TALVORNE-2023"),
        _line(
            "CIT-2024-02",
            "citadines",
            "Résidence Castorlange de la Brume",
            "pfmp intervention",
            works_in="soin",
            cites="AC-CASTORLANGE-2024",
        ),
        _line(
            "CIT-2023-03",
            "quais",
            "Hôtel Luzange de la Brume",
            "pfmp",
            date(2023, 9, 1),
            date(2027, 8, 31),
            works_in="hotel",
            cites="AC-LUZANGE-2021",
        ),
        _line("CIT-2024-04", "vernoise", "Hôtel Luzange des Étangs", "pfmp", works_in="hotel", cites="AC-LUZANGE-2021"),
        _line(
            "CIT-2022-05",
            "luzerac",
            "Talvorne Froid",
            "pfmp materiel",
            date(2022, 9, 1),
            date(2028, 8, 31),
            works_in="elec",
            cites="AC-TALVORNE-2018",
        ),
        _line("CIT-2024-06", "brumeval", "COMVALME Val-de-Brume", "forum", works_in="vente graph", cites="CC-COMVALME-2020"),
        _line("CIT-2024-07", "cheneval", "Ambrouze Jardin", "forum", works_in="vente", cites="AC-LEVANTINE-2012"),
        _line("CIT-2025-08", "marvalette", "AUTOVALME Brume-et-Serre", "materiel", works_in="vehic", cites="CC-AUTOVALME-2027"),
        _line("CIT-2025-09", "clairbrume", "Second Souffle Valmont", "decrochage", cites="AP-SECOND-SOUFFLE"),
        _line("CIT-2024-10", "castelfume", "Magasins Ambrouze Sud", "insertion", works_in="vente", cites="AC-AMBROUZE-2020"),
    ]


def contrary_commitments() -> list[Line]:
    """Write commitments quoted from the texts, against those of the framework agreement."""
    return [
        _line(
            "ENG-2025-01",
            "cfa_orlange",
            "Brumacier Laminage",
            "apprentissage",
            works_in="meca",
            cites="AC-BRUMACIER-2024",
            exclusivity="L’établissement réserve ses stagiaires de chaudronnerie à la société.",
        ),
        _line(
            "ENG-2025-02",
            "serrac",
            "BATIVALME Brume-et-Serre",
            "orientation pfmp",
            works_in="bat",
            cites="CC-BATIVALME-2022",
            territory="Le bassin de Castelfume est réservé aux élèves de l’établissement.",
        ),
        _line(
            "ENG-2025-03",
            "orvane",
            "Talvorne Froid",
            "pfmp",
            works_in="elec",
            cites="AC-TALVORNE-2023",
            finance="Aucune gratification n’est versée pendant les PFMP.",
        ),
        _line(
            "ENG-2025-04",
            "ousseval",
            "Résidence Castorlange d’Ousse",
            "pfmp",
            works_in="soin",
            cites="AC-CASTORLANGE-2024",
            secrecy="La résidence reçoit la liste nominative des élèves et leurs appréciations.",
        ),
    ]


def agreed_commitment() -> list[Line]:
    """Write commitments that agree with those of the framework agreement."""
    return [
        _line(
            "ENG-2025-05",
            "citadines_sep",
            "Castorlange à domicile",
            "intervention",
            works_in="soin",
            cites="AC-CASTORLANGE-2024",
            secrecy="Aucune donnée nominative n’est échangée.",
            finance="Aucun engagement financier.",
        ),
    ]


def incoherences() -> list[Line]:
    """Write conventions that do not fit the agreement they cite: theme, end, renewal, required clause."""
    tacit: Row = {"Reconduction": "Tacite", "Période de reconduction (mois)": 12, "Préavis (mois)": 3}
    short = " | ".join(CLAUSES[:2])
    return [
        _line("INC-2024-01", "ambreval_sep", "BATIVALME Haute-Orlange", "culture", works_in="bat", cites="CC-BATIVALME-2022"),
        _line(
            "INC-2024-02",
            "tourelange",
            "BATIVALME Haute-Orlange",
            "pfmp",
            date(2024, 9, 1),
            date(2029, 8, 31),
            works_in="bat",
            cites="CC-BATIVALME-2022",
        ),
        _but(
            _line(
                "INC-2024-03",
                "villebrume",
                "Talvorne Énergies",
                "pfmp",
                date(2024, 1, 8),
                date(2026, 1, 7),
                works_in="elec",
                cites="AC-TALVORNE-2023",
            ),
            tacit,
        ),
        _line("INC-2024-04", "luzerac_sep", "Talvorne Réseaux", "pfmp", works_in="elec", cites="AC-TALVORNE-2023", clauses=short),
    ]


def successions() -> list[Line]:
    """Write conventions that take the place of older ones with the same partner."""
    lines: list[Line] = []
    cases = (
        ("orvane", "CCI de la Haute-Orlange", "orientation"),
        ("brumeval", "Scène de la Brume", "culture"),
        ("pontbrume", "Laboratoire des matériaux de Pontbrume", "recherche"),
        ("combes", "Mission locale des Combes", "insertion"),
    )
    for place, (slug, partner, theme) in enumerate(cases):
        older = f"ANC-2020-{place:02d}"
        lines.append(_line(older, slug, partner, theme, date(2020, 9, 1), date(2024, 8, 31), status="Terminée"))
        lines.append(_line(f"NOU-2024-{place:02d}", slug, partner, theme, replaces=older))
    return lines


def drop_out() -> list[Line]:
    """Write conventions against drop-out, evidence for criterion 7."""
    cases = (
        ("clairbrume", "Cap retour en formation"),
        ("quais", "Mission locale de Valmont"),
        ("tisseloire", "École de la deuxième chance de Brume"),
        ("orvane", "Mission locale d’Orlange"),
        ("castelfume", "Mission locale des Combes"),
        ("rives_ambre", "L’Atelier des possibles d’Ambre"),
    )
    return [
        _line(
            f"DEC-2025-{place:02d}",
            slug,
            partner,
            "decrochage",
            date(2025, 9, 1),
            date(2028, 8, 31),
            criteria="7" if place % 2 else "4 | 7",
        )
        for place, (slug, partner) in enumerate(cases)
    ]


def imperfect() -> list[Line]:
    """Write what is missing or strange in real lists: no number, no object, an establishment that no file describes."""
    known, twin = TWINS[1]
    ghost = _line("INC-UAI-2025", "roquevane", "Musée du verre de Clairbrume", "culture")[1]
    return [
        _line(None, "aulvin", "Club entreprises des Étangs", "mentorat", object=None),
        _line(None, "roquevane", "Recyclerie du Val", "projet"),
        _line("SITE-2024-1", "fontambre", site("Laiterie Pradevanne", "Fontambre"), "pfmp", works_in="alim"),
        _line("SITE-2024-2", "moulins", site("Laiterie Pradevanne", "Grandorme"), "pfmp", works_in="alim"),
        _line("JUM-2024-1", "combes", known, "pfmp", works_in="elec"),
        _line("JUM-2023-2", "luzerac", twin, "pfmp", date(2023, 9, 1), date(2027, 8, 31), works_in="elec"),
        (BY_SLUG["roquevane"], {**ghost, "UAI": UNKNOWN_UAI, "Nom de l’établissement": None}),
    ]


def situations() -> list[Line]:
    """Give all the conventions written on purpose."""
    groups = (
        hub(),
        shared_partner(),
        subsidiaries(),
        one_partner_for_a_filiere(),
        local_doubles(),
        together(),
        too_early(),
        abroad(),
        citations(),
        contrary_commitments(),
        agreed_commitment(),
        incoherences(),
        successions(),
        drop_out(),
        imperfect(),
    )
    return [line for group in groups for line in group]
