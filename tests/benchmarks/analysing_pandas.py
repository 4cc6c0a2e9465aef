"""The whole analysis with pandas and NetworkX, with care: columns and merges, no row by row but where a graph asks for it."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
from analysed import ON, frameworks_file
from analysing import DRAWS, MOST, STEPS, Clock
from peers import LETTERS

LIVE, OVER = ("Signée", "En cours"), ("Terminée", "Dénoncée")
LENGTHS = (2, 4, 5)


def analysis(folder: Path) -> Callable[[], object]:
    """Analyse with pandas and NetworkX."""
    frameworks_file(folder)
    written = tempfile.TemporaryDirectory()

    def run() -> dict[str, Any]:
        clock = Clock()
        schools, firms, frameworks = (_text(folder, name) for name in ("etablissements", "entreprises", "accords_cadres"))
        conventions = _conventions(folder)
        for name in ("date_debut", "date_fin"):
            frameworks[name] = pd.to_datetime(frameworks[name], format="%d/%m/%Y")
        clock("reading")
        known = _known(schools, firms, conventions)
        graph: Any = nx.Graph()
        graph.add_nodes_from((row["uai"], row) for row in schools.to_dict("records"))
        graph.add_nodes_from((row["siren"], row) for row in firms.to_dict("records"))
        weights: Any = known.groupby(["uai", "siren"]).size()
        graph.add_weighted_edges_from((a, b, n) for (a, b), n in weights.items())
        ours = list(schools["uai"])
        clock("graph")
        groups, core = list(nx.connected_components(graph)), nx.core_number(graph)
        clock("degrees, groups, cores")
        points, bridges = list(nx.articulation_points(graph)), list(nx.bridges(graph))
        clock("cuts")
        parts = nx.community.louvain_communities(graph, seed=1)
        clock("communities")
        passing = nx.betweenness_centrality(graph, k=min(256, len(graph)), seed=1)
        clock("betweenness")
        shared = nx.bipartite.weighted_projected_graph(graph, ours).number_of_edges()
        clock("projection")
        shares = [np.array([tie["weight"] for tie in graph[one].values()], float) for one in ours if graph[one]]
        concentrated = sum(float(((one / one.sum()) ** 2).sum()) for one in shares)
        clock("concentration")
        gaps = _gaps(schools, known)
        clock("gaps")
        met = _overlaps(known, frameworks)
        clock("overlaps")
        joined = [_joined(graph, order) for order in _orders(graph, set(ours))]
        clock("robustness")
        suggested = [(one, other) for one in ours for other in _suggested(graph, one)]
        clock("suggestions")
        part = {one: number for number, group in enumerate(parts) for one in group}
        rows = [(one, graph.degree[one], core[one], passing[one], part[one]) for one in graph]
        tables = {
            "mesures": pd.DataFrame(rows),
            "manques": gaps[gaps["n"] == 1],
            "recouvrements": met,
            "suggestions": pd.DataFrame(suggested),
        }
        for name, table in tables.items():
            table.to_csv(Path(written.name) / f"{name}.csv", index=False)
        clock("export")
        found = {
            "ties": graph.number_of_edges(),
            "groups": sum(len(one) > 1 for one in groups),
            "core": max(core.values()),
            "points": len(points),
            "bridges": len(bridges),
            "shared": shared,
            "concentration": round(concentrated, 3),
            "joined": joined[0][0],
        }
        single, several, none = (int(np.sum(kept)) for kept in (gaps["n"] == 1, gaps["n"] > 1, gaps["n"] == 0))
        return {"answers": {**found, "gaps": [single, len(gaps), several, none], "overlaps": len(met)}, "stages": clock.stages}

    run.held = written  # pyright: ignore[reportFunctionMemberAccess] # kept as long as the contest
    return run


def _text(folder: Path, name: str) -> Any:
    return pd.read_csv(folder / f"{name}.csv", sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig")


def _conventions(folder: Path) -> Any:
    """Read, clean, type and check the conventions; keep those that nothing refuses, each once."""
    read = _text(folder, "conventions")
    read["uai"] = read["uai"].str.strip().str.upper()
    read["siren"] = read["siren"].str.replace(" ", "", regex=False)
    for name in ("date_debut", "date_fin"):
        french = pd.to_datetime(read[name], format="%d/%m/%Y", errors="coerce")
        read[name] = french.fillna(pd.to_datetime(read[name].where(french.isna(), ""), format="%Y-%m-%d", errors="coerce"))
    read["nb_eleves"] = pd.to_numeric(read["nb_eleves"], errors="coerce")
    read["montant"] = pd.to_numeric(read["montant"].str.replace(",", ".", regex=False), errors="coerce")
    typed: Any = pd.to_numeric(read["siren"], errors="coerce")
    number = typed.fillna(-1).to_numpy().astype(np.int64)
    total = np.zeros(len(number), np.int64)
    for place in range(9):
        digit = (number // 10**place) % 10
        total += digit if place % 2 == 0 else digit * 2 - 9 * (digit > 4)
    right = (read["siren"] == "") | ((read["siren"].str.len() == 9) & (total % 10 == 0))
    schools: Any = pd.to_numeric(read["uai"].str.slice(0, 7))
    letter = np.array(list(LETTERS))[schools.to_numpy() % 23]
    right &= read["uai"].str.slice(7, 8).to_numpy() == letter
    inverted = read["date_fin"] < read["date_debut"]
    return read[right & ~inverted].drop_duplicates("numero")


def _known(schools: Any, firms: Any, conventions: Any) -> Any:
    """Join conventions to establishments and companies; one without SIREN is the only one of that name there, or unknown."""
    named = firms.assign(name=firms["raison_sociale"].str.lower())
    alone = named.drop_duplicates(["name", "commune"], keep=False)[["name", "commune", "siren"]].rename(columns={"siren": "found"})
    kept: Any = conventions.assign(name=conventions["raison_sociale"].str.lower()).merge(alone, on=["name", "commune"], how="left")
    unknown = "~" + kept["name"] + "@" + kept["commune"]
    kept["siren"] = kept["siren"].where(kept["siren"] != "", kept["found"].fillna(unknown))
    kept = kept[kept["uai"].isin(set(schools["uai"]))]
    heads = set(firms["siren_groupe"])
    group = firms["siren"].where(firms["siren"].isin(heads), firms["siren_groupe"])
    said = firms[["siren"]].assign(group=group.where(group != ""), naf=firms["code_naf"].str.replace(".", "", regex=False), declared=True)
    return kept.merge(said, on="siren", how="left")


def _gaps(schools: Any, known: Any) -> Any:
    """Count the companies that a live convention joins to each filière of an establishment."""
    taught = schools.assign(filiere=schools["filieres"].str.split("|")).explode("filiere")[["uai", "filiere"]].drop_duplicates()
    on = pd.Timestamp(ON)
    dated = (known["date_debut"] <= on) & (known["date_fin"].isna() | (known["date_fin"] >= on))
    live = known[dated & known["statut"].isin(LIVE) & known["declared"].notna()]
    counts: Any = live.groupby(["uai", "theme"])["siren"].nunique().rename("n").reset_index().rename(columns={"theme": "filiere"})
    gaps: Any = taught.merge(counts, on=["uai", "filiere"], how="left")
    return gaps.assign(n=gaps["n"].fillna(0))


def _overlaps(known: Any, frameworks: Any) -> Any:
    """Merge five times: by SIREN, by group, by three lengths of NAF prefixes."""
    ours = known[known["date_debut"].notna() & known["date_fin"].notna() & ~known["statut"].isin(OVER)]
    ours = ours[["numero", "siren", "group", "naf", "type", "date_debut", "date_fin"]]
    renamed = frameworks.rename(columns={"date_debut": "starts", "date_fin": "ends"})
    said = ["id_accord", "theme", "starts", "ends"]

    def kept(merged: Any) -> Any:
        meets = (merged["date_debut"] <= merged["ends"]) & (merged["starts"] <= merged["date_fin"]) & (merged["type"] == merged["theme"])
        return merged.loc[meets, ["numero", "id_accord"]]

    of_group = renamed.loc[renamed["portee"] == "groupe", [*said, "siren"]].rename(columns={"siren": "group"})
    parts = [
        kept(ours.merge(renamed.loc[renamed["portee"] == "entreprise", [*said, "siren"]], on="siren")),
        kept(ours[ours["group"].notna()].merge(of_group, on="group")),
    ]
    branch = renamed[renamed["portee"] == "branche"]
    for length in LENGTHS:
        some = branch.loc[branch["prefixe_naf"].str.len() == length, [*said, "prefixe_naf"]]
        parts.append(kept(ours.assign(prefixe_naf=ours["naf"].str.slice(0, length)).merge(some, on="prefixe_naf")))
    return pd.concat(parts)


def _orders(graph: Any, ours: set[str]) -> list[list[str]]:
    partners = [one for one in graph if one not in ours]
    generator = np.random.default_rng(1)
    return [sorted(partners, key=lambda one: -graph.degree[one]), *(list(generator.permutation(partners)) for _ in range(DRAWS))]


def _joined(graph: Any, order: list[str]) -> list[int]:
    """Take nodes out and count components again at each step."""
    left, gone = graph.copy(), 0
    found: list[int] = []
    for step in np.linspace(0, len(order), STEPS + 1).astype(int)[:-1]:
        left.remove_nodes_from(order[gone:step])
        gone = step
        found.append(max(map(len, nx.connected_components(left))))
    return found


def _suggested(graph: Any, one: str) -> list[str]:
    """Rank the companies that the establishments of its companies work with: resource allocation over three steps."""
    mine = set(graph[one])
    scores: dict[str, float] = {}
    for firm in mine:
        part = 1 / len(graph[firm])
        for other in graph[firm]:
            if other != one:
                for proposed in graph[other]:
                    if proposed not in mine:
                        scores[proposed] = scores.get(proposed, 0) + part / len(graph[other])
    return sorted(scores, key=scores.__getitem__, reverse=True)[:MOST]
