"""The whole analysis as a good hand writes it with polars, igraph and scipy.

It reads the four files, cleans and checks them, measures the graph of who signed with whom, and writes its tables.
"""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import igraph
import numpy as np
import polars as pl
from analysed import ON, frameworks_file
from analysing import DRAWS, MOST, STEPS, Clock
from peers import checked, typed_conventions
from scipy import sparse
from scipy.sparse import csgraph

LENGTHS = (2, 4, 5)
LIVE, OVER = ("Signée", "En cours"), ("Terminée", "Dénoncée")


def analysis(folder: Path) -> Callable[[], object]:
    """Analyse with polars, igraph and scipy."""
    frameworks_file(folder)
    written = tempfile.TemporaryDirectory()

    def run() -> dict[str, Any]:
        clock = Clock()
        schools, firms, conventions, frameworks = _read(folder)
        clock("reading")
        known, partners = _known(schools, firms, conventions)
        pairs = known.group_by("u", "v").len("w")
        size, first = schools.height + partners, schools.height
        u, v = (pairs[name].to_numpy().astype(np.int64) + start for name, start in (("u", 0), ("v", first)))
        w = pairs["w"].to_numpy().astype(float)
        graph: Any = igraph.Graph(n=size, edges=np.column_stack([u, v]))
        clock("graph")
        degree = np.bincount(np.concatenate([u, v]), minlength=size)
        groups, core = graph.connected_components(), np.array(graph.coreness())
        clock("degrees, groups, cores")
        points, bridges = len(graph.articulation_points()), len(graph.bridges())
        clock("cuts")
        graph.es["weight"] = w
        random.seed(1)
        parts = graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=2).membership
        clock("communities")
        some = np.random.default_rng(1).choice(size, min(256, size), replace=False).tolist()
        passing = np.array(graph.betweenness(sources=some))
        clock("betweenness")
        held: Any = sparse.csr_array((np.ones(len(u), np.float32), (u, v - first)), shape=(first, size - first))
        shared = held @ held.T
        count = int((shared.nnz - (shared.diagonal() > 0).sum()) // 2)
        clock("projection")
        total, squares = np.bincount(u, w, first), np.bincount(u, w**2, first)
        concentrated = np.divide(squares, total * total, out=np.zeros(first), where=total > 0)
        clock("concentration")
        gaps = _gaps(schools, known)
        clock("gaps")
        met = _overlaps(known, frameworks)
        clock("overlaps")
        joined = [_joined(u, v, size, order) for order in _orders(degree, first, size)]
        clock("robustness")
        suggested = _suggested(held, degree, first, size)
        clock("suggestions")
        ids = pl.concat([schools["uai"], pl.Series("uai", [str(number) for number in range(size - first)])])
        measures = {"id": ids, "degre": degree, "coeur": core, "intermediarite": passing, "communaute": parts}
        ranked = {"uai": np.repeat(np.arange(first), suggested.shape[1]), "c": suggested.ravel()}
        tables = {"mesures": measures, "manques": gaps.filter(pl.col("n") == 1), "recouvrements": met, "suggestions": ranked}
        for name, table in tables.items():
            pl.DataFrame(table).write_csv(Path(written.name) / f"{name}.csv")
        clock("export")
        found = {
            "ties": len(u),
            "groups": sum(one > 1 for one in groups.sizes()),
            "core": int(core.max()),
            "points": points,
            "bridges": bridges,
            "shared": count,
            "concentration": round(float(concentrated.sum()), 3),
            "joined": joined[0][0],
        }
        single, several, none = (int((gaps["n"] == 1).sum()), int((gaps["n"] > 1).sum()), int((gaps["n"] == 0).sum()))
        return {"answers": {**found, "gaps": [single, gaps.height, several, none], "overlaps": met.height}, "stages": clock.stages}

    run.held = written  # pyright: ignore[reportFunctionMemberAccess] # kept as long as the contest
    return run


def _text(folder: Path, name: str) -> pl.DataFrame:
    return pl.read_csv(folder / f"{name}.csv", separator=";", infer_schema=False)


def _read(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Read the four files; check the conventions, keep those that nothing refuses, each once."""
    schools, firms, frameworks = (_text(folder, name) for name in ("etablissements", "entreprises", "accords_cadres"))
    conventions, _ = checked(typed_conventions(folder / "conventions.csv"))
    conventions = conventions.filter(~pl.col("refused") & ~pl.col("inverted")).unique("numero", keep="first", maintain_order=True)
    days = (pl.col(name).str.to_date("%d/%m/%Y") for name in ("date_debut", "date_fin"))
    return schools, firms, conventions, frameworks.with_columns(days).with_row_index("f")


def _known(schools: pl.DataFrame, firms: pl.DataFrame, conventions: pl.DataFrame) -> tuple[pl.DataFrame, int]:
    """Join conventions to establishments and companies, and count these; one without SIREN is the only one so named there."""
    named = firms.select("siren", pl.col("raison_sociale").str.to_lowercase().alias("name"), "commune")
    alone = named.unique(["name", "commune"], keep="none").rename({"siren": "found"})
    kept = conventions.with_columns(pl.col("raison_sociale").str.to_lowercase().alias("name"))
    kept = kept.join(alone, on=["name", "commune"], how="left").with_columns(
        pl.when(pl.col("siren") != "")
        .then("siren")
        .otherwise(pl.coalesce("found", pl.concat_str(pl.lit("~"), "name", pl.lit("@"), "commune")))
        .alias("siren")
    )
    others = kept.filter(pl.col("siren").str.starts_with("~")).select(pl.col("siren").unique())
    numbered = pl.concat(
        [
            firms.select(
                "siren",
                pl.when(pl.col("siren").is_in(firms["siren_groupe"].implode())).then("siren").otherwise("siren_groupe").alias("group"),
                pl.col("code_naf").str.replace(".", "", literal=True).alias("naf"),
                pl.lit(value=True).alias("declared"),
            ),
            others.with_columns(pl.lit(value=False).alias("declared")),
        ],
        how="diagonal",
    ).with_row_index("v")
    return kept.join(schools.select("uai").with_row_index("u"), on="uai").join(numbered, on="siren"), numbered.height


def _gaps(schools: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Count the companies that a live convention joins to each filière of an establishment."""
    taught = schools.select("uai", pl.col("filieres").str.split("|").alias("filiere")).explode("filiere").unique()
    on = pl.lit(ON)
    dated = (pl.col("date_debut") <= on) & (pl.col("date_fin").is_null() | (pl.col("date_fin") >= on))
    live = known.filter(dated & pl.col("statut").cast(pl.String).is_in(LIVE) & pl.col("declared"))
    counts = live.group_by("uai", pl.col("theme").alias("filiere")).agg(pl.col("v").n_unique().alias("n"))
    return taught.join(counts, on=["uai", "filiere"], how="left").with_columns(pl.col("n").fill_null(0))


def _overlaps(known: pl.DataFrame, frameworks: pl.DataFrame) -> pl.DataFrame:
    """Join five times: by SIREN, by group, by three lengths of NAF prefixes."""
    ours = known.lazy().drop_nulls(["date_debut", "date_fin"]).filter(~pl.col("statut").cast(pl.String).is_in(OVER))
    ours = ours.select("numero", "siren", "group", "naf", pl.col("type").cast(pl.String), "date_debut", "date_fin")
    theirs = frameworks.lazy()
    said = ["f", "theme", "date_debut", "date_fin"]

    def kept(joined: pl.LazyFrame) -> pl.LazyFrame:
        meets = (pl.col("date_debut") <= pl.col("date_fin_right")) & (pl.col("date_debut_right") <= pl.col("date_fin"))
        return joined.filter((pl.col("type") == pl.col("theme")) & meets).select("numero", "f")

    parts = [
        kept(ours.join(theirs.filter(pl.col("portee") == "entreprise").select(*said, "siren"), on="siren")),
        kept(ours.join(theirs.filter(pl.col("portee") == "groupe").select(*said, pl.col("siren").alias("group")), on="group")),
    ]
    for length in LENGTHS:
        branch = theirs.filter((pl.col("portee") == "branche") & (pl.col("prefixe_naf").str.len_bytes() == length))
        parts.append(kept(ours.with_columns(prefixe_naf=pl.col("naf").str.slice(0, length)).join(branch, on="prefixe_naf")))
    return pl.concat(parts).collect()


def _orders(degree: np.ndarray, first: int, size: int) -> list[np.ndarray]:
    partners, generator = np.arange(first, size), np.random.default_rng(1)
    return [partners[np.argsort(-degree[first:], kind="stable")], *(generator.permutation(partners) for _ in range(DRAWS))]


def _joined(u: np.ndarray, v: np.ndarray, size: int, order: np.ndarray) -> list[int]:
    """Count components with scipy again at each step."""
    loose: Any = csgraph
    when = np.full(size, len(order))
    when[order] = np.arange(len(order))
    found: list[int] = []
    for step in np.linspace(0, len(order), STEPS + 1).astype(int)[:-1]:
        kept = when[v] >= step
        made = sparse.csr_array((np.ones(int(kept.sum()), np.int8), (u[kept], v[kept])), shape=(size, size))
        found.append(int(np.bincount(loose.connected_components(made, directed=False)[1]).max()))
    return found


def _suggested(held: Any, degree: np.ndarray, first: int, size: int) -> np.ndarray:
    """Rank companies for each establishment by resource allocation over three steps, in dense blocks."""
    of_firms, of_schools = np.maximum(degree[first:], 1), np.maximum(degree[:first], 1)
    ways: Any = sparse.csr_array((held * (1 / of_firms)[None, :].astype(np.float32)).tocsr() @ held.T)
    ways.setdiag(0)
    ways = (ways * (1 / of_schools)[None, :].astype(np.float32)).tocsr()
    best: list[np.ndarray] = []
    step = max(1, min(256, 20_000_000 // (size - first)))
    for start in range(0, first, step):
        scores = (ways[start : start + step] @ held).toarray()
        known = held[start : start + step].tocoo()
        scores[known.row, known.col] = 0
        best.append(np.argpartition(-scores, MOST, axis=1)[:, :MOST])
    return np.vstack(best)
