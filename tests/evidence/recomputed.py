"""The figures of a dossier computed again from the source files alone: csv lines, plain Python, nothing of netmap but the codes of words.

The files are clean (one SIREN a partner, a reference a convention), so that who is who is not in question here.
"""

import csv
import io
import random
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from statistics import median

UAIS = ("0350760L", "0671509B", "0942434K")
FILIERES = ("Bois", "Mer", "Numérique")
CATEGORIES = {
    "Entreprise": "tissu",
    "Branche": "tissu",
    "Chambre": "tissu",
    "Mission locale": "proximite",
    "Association": "proximite",
    "Organisme de formation ou CFA": "etablissements",
    "Enseignement supérieur ou recherche": "etablissements",
    "Autre": "",
}
THEMES = {
    "PFMP et stages": "formation",
    "Apprentissage": "formation",
    "Forums et événements": "orientation",
    "Visites d’entreprise": "orientation",
    "Lutte contre le décrochage": "orientation",
    "Insertion professionnelle": "insertion",
    "Partenariat global": "",
}
DOMAINS = {"Formation professionnelle": "formation", "Orientation": "orientation", "Insertion": "insertion"}
EVENTS = ("Forums et événements", "Visites d’entreprise")
Row = dict[str, str]


def written(seed: int) -> dict[str, str]:
    """Write the files of a random small network."""
    dice = random.Random(seed)  # noqa: S311 - cases, not secrets
    sirens = [_siren(n) for n in range(1, 15)]
    partners = [
        {"SIREN": siren, "Nom": dice.choice((f"Partenaire {n}", f"Greta {n}")), "Catégorie": dice.choice(["", *CATEGORIES])}
        for n, siren in enumerate(sirens)
    ]
    schools = [
        {
            "UAI": uai,
            "Nom": f"Lycée {uai}",
            "Statut": dice.choice(("Public", "Privé sous contrat")),
            "Bureau des entreprises": dice.choice(("oui", "non", "")),
            "Filières": " | ".join(dice.sample(FILIERES, dice.randint(0, 3))),
        }
        for uai in UAIS
    ]
    conventions = [_convention(dice, n, sirens) for n in range(dice.randint(6, 24))]
    free = [(uai, siren) for uai in UAIS for siren in sirens if dice.random() < 0.08]
    return {
        "etablissements.csv": _csv(schools),
        "organisations.csv": _csv(partners),
        "conventions.csv": _csv(conventions),
        "partenariats.csv": _csv(
            [
                {
                    "UAI": uai,
                    "SIREN": siren,
                    "Partenaire depuis le": _day(dice, 2018, 2027),
                    "Thèmes": dice.choice(["", *THEMES]),
                    "Dernière nouvelle": _day(dice, 2024, 2026),
                }
                for uai, siren in free
            ]
            or [{"UAI": UAIS[0], "SIREN": sirens[0], "Partenaire depuis le": "", "Thèmes": "", "Dernière nouvelle": ""}]
        ),
        "actions.csv": _csv([_action(dice, n, sirens) for n in range(dice.randint(4, 18))]),
        "reseaux.csv": _csv(
            [
                {
                    "Code du réseau": f"RES-{n}",
                    "Nom du réseau": f"Réseau {n}",
                    "Sorte": sort,
                    "UAI": " | ".join(uai for uai in UAIS if dice.random() < 0.5) or UAIS[2],
                }
                for n, sort in enumerate(("FOQUALE", "GRETA", "PSAD"))
            ]
        ),
    }


def _convention(dice: random.Random, n: int, sirens: list[str]) -> Row:
    start = date(dice.randint(2015, 2027), dice.randint(1, 12), 1)
    months = dice.choice((12, 24, 36, 60))
    return {
        "N° de convention": f"CONV-{n:04}",
        "UAI": dice.choice(UAIS),
        "SIREN": dice.choice(sirens),
        "Objet": dice.choice(("Accueil", "Droit au retour en formation", "Visites")),
        "État déclaré": dice.choice(("Signée", "Signée", "Signée", "Projet", "")),
        "Début": f"{start:%d/%m/%Y}",
        "Fin": dice.choice((f"{_added(start, months) - timedelta(days=1):%d/%m/%Y}",) * 4 + ("",)),
        "Reconduction": dice.choice(("Aucune", "Tacite", "")),
        "Dénoncée ou arrêtée le": _day(dice, 2020, 2027) if dice.random() < 0.1 else "",
        "Dernière nouvelle": _day(dice, 2024, 2026),
        "Thèmes": " | ".join(dice.sample(list(THEMES), dice.randint(0, 2))),
        "Filières": dice.choice(["", *FILIERES]),
        "Accord-cadre cité (référence)": dice.choice(("", "", "AC-TEST-2020")),
        "Critères": dice.choice(("", "4", "7", "4 | 8", "1")),
        "Délégation informée": "DAFPIC",
        "Délégation informée le": _day(dice, 2024, 2027),
        "Remplace la convention": f"CONV-{dice.randrange(n):04}" if n and dice.random() < 0.15 else "",
    }


def _action(dice: random.Random, n: int, sirens: list[str]) -> Row:
    return {
        "N° d’action": f"ACTION-{n:03}",
        "UAI": " | ".join(dice.sample(UAIS, dice.randint(1, 2))),
        "Action": dice.choice(("Forum", "Accueil de jeunes : droit au retour", "Retour aux partenaires", "Visite")),
        "Date": _day(dice, 2023, 2027),
        "État": dice.choice(("Réalisée", "Réalisée", "Prévue", "Annulée", "")),
        "Participants": dice.choice(("", "12", "40")),
        "Thème": dice.choice(["", *THEMES]),
        "Domaine": dice.choice(["", *DOMAINS]),
        "SIREN": " | ".join(dice.sample(sirens, dice.randint(0, 2))),
        "Critères": dice.choice(("", "4", "7", "1")),
    }


def recomputed(files: Mapping[str, str], uais: Iterable[str], on: date) -> dict[str, float | None]:
    """Compute the figures of criteria 2023/4, 2023/7, 2023/8 for some establishments from the csv texts."""
    ours = set(uais)
    held = {name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text), delimiter=";")) for name, text in files.items()}
    categories = {row["SIREN"]: row["Catégorie"] for row in held["organisations"]}
    names = {row["SIREN"]: row["Nom"] for row in held["organisations"]}
    known = [row for row in held["conventions"] if row["UAI"] in ours]
    live = [row for row in known if _in_force(row, on)]
    free = [row for row in held["partenariats"] if row["UAI"] in ours and _before(row["Partenaire depuis le"], on, unknown=True)]
    actions = [row for row in held["actions"] if set(_split(row["UAI"])) & ours]
    done = [row for row in actions if row["État"] == "Réalisée" and _before(row["Date"], on, unknown=True)]
    signed, active = {row["SIREN"] for row in live}, {row["SIREN"] for row in (*live, *free)}
    schools = [row for row in held["etablissements"] if row["UAI"] in ours]
    taught = {(row["UAI"], filiere) for row in schools for filiere in _split(row["Filières"])}
    covered = {(row["UAI"], row["Filières"]) for row in live} & taught
    told = [row for row in live if not row["Délégation informée le"] or _before(row["Délégation informée le"], on)]
    begun = [_read(row["Début"]) for row in live if row["Début"] and _read(row["Début"]) <= on]
    ends = [(row, _end(row, on)) for row in live]
    soon = [1 for row, end in ends if end and end <= on + timedelta(days=365) and row["Reconduction"] != "Tacite"]
    renewed = [row for row in live if row["Remplace la convention"] or (row["Reconduction"] == "Tacite" and _renewed(row, on))]
    cells = {
        (CATEGORIES.get(categories[s], ""), THEMES[t]) for row in (*live, *free) for s in [row["SIREN"]] for t in _split(row["Thèmes"])
    }
    cells |= {
        (CATEGORIES.get(categories[s], ""), DOMAINS.get(row["Domaine"]) or THEMES.get(row["Thème"], ""))
        for row in done
        for s in _split(row["SIREN"])
    }
    groups = {row["Code du réseau"] for row in held["reseaux"] if set(_split(row["UAI"])) & ours}
    nets = {row["Code du réseau"] for row in held["reseaux"] if set(_split(row["UAI"])) & ours and row["Sorte"] in ("FOQUALE", "PSAD")}
    local = {s for s in active if categories[s] == "Mission locale" or names[s].startswith("Greta")}
    drop = "Lutte contre le décrochage"
    against = local | {row["SIREN"] for row in (*live, *free) if drop in _split(row["Thèmes"])}
    acted = [row for row in done if row["Thème"] == drop]
    against |= {s for row in acted for s in _split(row["SIREN"])}
    fought = [row for row in live if drop in _split(row["Thèmes"]) or categories[row["SIREN"]] == "Mission locale"]
    returns = [row for row in live if "Droit au retour" in row["Objet"]] + [row for row in done if "droit au retour" in row["Action"]]
    events = [row for row in done if row["Thème"] in EVENTS and row["SIREN"]]
    news: dict[str, date] = {}
    for row in (*live, *free):
        if row["Dernière nouvelle"] and _read(row["Dernière nouvelle"]) <= on:
            news[row["SIREN"]] = max(_read(row["Dernière nouvelle"]), news.get(row["SIREN"], date.min))
    fresh = [day for day in news.values() if day > _added(on, -12)]
    bureaux = [row["Bureau des entreprises"] for row in schools if row["Bureau des entreprises"]]
    return {
        "2023/4/conventions": _count(live, known),
        "2023/4/a_echeance": _count(soon, [end for _row, end in ends if end]),
        "2023/4/partenaires": len(active) or None,
        "2023/4/sous_convention": _share(signed, active),
        "2023/4/sortes": len({categories[s] for s in active if categories[s]}) or None,
        "2023/4/grille": len({cell for cell in cells if all(cell)}) or None,
        "2023/4/filieres": len(covered) or None,
        "2023/4/actions": _count(done, actions),
        "2023/4/participants": sum(int(row["Participants"]) for row in done if row["Participants"]) or None,
        "2023/4/anciennete": round(median((on - day).days / 365.25 for day in begun), 1) if begun else None,
        "2023/4/renouvelees": len(renewed) or None,
        "2023/4/accords": len([row for row in live if row["Accord-cadre cité (référence)"]]) or None,
        "2023/4/delegations": len(told) or None,
        "2023/4/reseaux": len(groups) or None,
        "2023/7/acteurs": len(against) or None,
        "2023/7/acteurs_sous_convention": _count(against & signed, against),
        "2023/7/reseaux_decrochage": len(nets) or None,
        "2023/7/conventions_decrochage": len(fought) or None,
        "2023/7/actions_decrochage": len(acted) or None,
        "2023/7/participants_decrochage": sum(int(row["Participants"]) for row in acted if row["Participants"]) or None,
        "2023/7/droit_retour": len(returns) or None,
        "2023/8/evenements": len(events) or None,
        "2023/8/partenaires_evenements": len({s for row in events for s in _split(row["SIREN"])}) or None,
        "2023/8/bureau": _count([b for b in bureaux if b == "oui"], bureaux),
        "2023/8/retours": len([row for row in done if row["Action"] == "Retour aux partenaires"]) or None,
        "2023/8/echanges": _share(fresh, news),
    }


def _count(some: object, whole: object) -> int | None:
    """Count; nothing out of nothing is not said."""
    return len(some) if len(whole) else None  # pyright: ignore[reportArgumentType]


def _share(some: object, whole: object) -> float | None:
    return round(100 * len(some) / len(whole), 1) if len(whole) else None  # pyright: ignore[reportArgumentType]


def _in_force(row: Row, on: date) -> bool:
    if row["État déclaré"] == "Projet" or (row["Début"] and _read(row["Début"]) > on):
        return False
    stop = row["Dénoncée ou arrêtée le"]
    if stop and _read(stop) < on:
        return False
    if not row["Fin"] or row["Reconduction"] == "Tacite":
        return bool(row["Début"] or row["Fin"])
    return _read(row["Fin"]) >= on


def _renewed(row: Row, on: date) -> bool:
    return bool(row["Fin"]) and _read(row["Fin"]) < on


def _end(row: Row, on: date) -> date | None:
    """Give the end, a year later as often as a tacit renewal had to begin; what was stopped ends then."""
    written = _read(row["Fin"]) if row["Fin"] else None
    end = written
    if written and row["Reconduction"] == "Tacite":
        years = 0
        while _added(written, 12 * years) < on:
            years += 1
        end = _added(written, 12 * years)
    stop = _read(row["Dénoncée ou arrêtée le"]) if row["Dénoncée ou arrêtée le"] else None
    return min((day for day in (end, stop) if day), default=None)


def _added(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def _before(text: str, on: date, *, unknown: bool = False) -> bool:
    return _read(text) <= on if text else unknown


def _read(text: str) -> date:
    day, month, year = (int(part) for part in text.split("/"))
    return date(year, month, day)


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def _day(dice: random.Random, first: int, last: int) -> str:
    return f"{dice.randint(1, 28):02}/{dice.randint(1, 12):02}/{dice.randint(first, last)}" if dice.random() < 0.8 else ""


def _siren(n: int) -> str:
    base = f"{n:08}"
    total = sum(sum(divmod(int(c) * 2, 10)) if i % 2 else int(c) for i, c in enumerate(base))
    return f"{base}{-total % 10}"


def _csv(rows: list[Row]) -> str:
    held = io.StringIO()
    writer = csv.DictWriter(held, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return held.getvalue()
