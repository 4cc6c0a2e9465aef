"""What netmap is measured against: the short script that a good hand would write with polars or orjson."""

import tempfile
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import fastexcel
import orjson
import overlapping
import polars as pl
import rewritten
from graphs import actors_and_ties, looks

from netmap.coherence import Ground, examine

PAGE = "<!doctype html><meta charset=utf-8><div id=m></div><script>%s</script><script>const content = %s;</script>"
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
TYPES = ("PFMP", "Apprentissage", "Stage", "Taxe d'apprentissage", "Visite-jury", "Partenariat global", "Plateau technique", "Mentorat")
STATES = ("Signée", "En cours", "Projet", "Terminée", "Dénoncée")


def day(name: str) -> pl.Expr:
    """Read a date written in French or in ISO form."""
    text = pl.col(name).str
    return pl.coalesce(text.to_date("%d/%m/%Y", strict=False), text.to_date("%Y-%m-%d", strict=False)).alias(name)


def decimal(name: str) -> pl.Expr:
    """Read a number with a decimal comma."""
    return pl.col(name).str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)


def typed_conventions(path: Path) -> pl.DataFrame:
    """Read, clean and type the conventions."""
    return pl.read_csv(path, separator=";", infer_schema=False).with_columns(
        pl.col("uai").str.strip_chars().str.to_uppercase(),
        pl.col("siren").str.replace_all(" ", "", literal=True).fill_null(""),
        pl.col("raison_sociale").str.strip_chars(),
        day("date_debut"),
        day("date_fin"),
        pl.col("nb_eleves").cast(pl.Int32, strict=False),
        decimal("montant"),
        pl.col("type", "statut").cast(pl.Categorical),
    )


def checked(table: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, int]]:
    """Check typed conventions: tell the lines that are refused or inverted, and count what is wrong under netmap's names."""
    siren = pl.col("siren").cast(pl.Int64, strict=False)
    total = pl.lit(0, dtype=pl.Int64)
    for place in range(9):
        digit = (siren // 10**place) % 10
        total += digit if place % 2 == 0 else digit * 2 - 9 * (digit > 4).cast(pl.Int64)
    siren_right = ((pl.col("siren").str.len_bytes() == 9) & (total % 10 == 0)).fill_null(value=False)
    number = pl.col("uai").str.slice(0, 7).cast(pl.Int32, strict=False)
    letter = (number % 23).replace_strict(list(range(23)), list(LETTERS), return_dtype=pl.String)
    uai_right = ((pl.col("uai").str.len_bytes() == 8) & (letter == pl.col("uai").str.slice(7, 1))).fill_null(value=False)
    refused = ((pl.col("siren") != "") & ~siren_right).alias("refused")
    inverted = (pl.col("date_fin") < pl.col("date_debut")).fill_null(value=False).alias("inverted")
    unknown = (~pl.col("statut").cast(pl.String).is_in(STATES)).sum() + (~pl.col("type").cast(pl.String).is_in(TYPES)).sum()
    told = table.with_columns(refused, inverted)
    kept = pl.col("numero").filter(~pl.col("refused") & ~pl.col("inverted"))
    found = told.select(
        pl.col("inverted").sum().alias("dates-inversees"),
        (kept.len() - kept.n_unique()).alias("ligne-repetee"),
        (pl.col("refused").sum() + unknown + (~uai_right).sum()).alias("valeur-refusee"),
    )
    return told, {name: int(count) for name, count in found.row(0, named=True).items()}


def validate(folder: Path) -> Callable[[], object]:
    """Read, type and check with polars; the counts bear netmap's names, so that both must find the same."""
    return lambda: checked(typed_conventions(folder / "conventions.csv"))[1]


def lot(folder: Path) -> Callable[[], object]:
    """Read and type the three files, write them as Arrow compressed by zstd."""
    held = tempfile.TemporaryDirectory()
    place = Path(held.name)

    def text(name: str) -> pl.DataFrame:
        return pl.read_csv(folder / f"{name}.csv", separator=";", infer_schema=False)

    def run() -> int:
        where = (decimal("latitude"), decimal("longitude"))
        tables = {
            "etablissements": text("etablissements").with_columns(*where, pl.col("effectif").cast(pl.Int32, strict=False)),
            "entreprises": text("entreprises").with_columns(*where),
            "conventions": typed_conventions(folder / "conventions.csv"),
        }
        for name, table in tables.items():
            table.write_ipc(place / f"{name}.arrow", compression="zstd")
        return sum(table.height for table in tables.values())

    run.held = held  # pyright: ignore[reportFunctionMemberAccess] # kept as long as the contest
    return run


def workbook(folder: Path) -> Callable[[], object]:
    """Read the workbook of conventions with fastexcel into polars."""

    file = rewritten.excel(folder)
    return lambda: fastexcel.read_excel(file).load_sheet(0, dtypes="string").to_polars().height


def reopen(folder: Path) -> Callable[[], object]:
    """Read the same tables from Parquet."""

    def run() -> int:
        return sum(pl.read_parquet(path).height for path in sorted(folder.glob("*.parquet")))

    return run


def drawing(folder: Path) -> Callable[[], object]:
    """Fill a template with the same nodes and edges, their places given, written by orjson."""
    actors, ties = actors_and_ties(int(folder.name))
    library = (files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text("utf-8")
    kinds = looks()
    strokes = {"ending": "#b34000", "active": "#5f9b78", "ended": "#8d8d8d", "none": "#8d8d8d"}
    places = [(rank % 97 * 10.0, rank // 97 * 10.0) for rank in range(actors.height)]

    def run() -> bool:
        rows: dict[str, int] = {}
        nodes: list[dict[str, Any]] = []
        for (x, y), said in zip(places, actors.iter_rows(named=True), strict=True):
            look = kinds[said["kind"]]
            node = {"id": len(rows), "x": x, "y": y, "label": said["label"], "title": f"{said['label']}\n{said['detail']}"}
            nodes.append({**node, "shape": look.shape, "color": look.colour, "size": 7 + min(12, 2 * said["weight"] ** 0.5)})
            rows[said["id"]] = len(rows)
        edges = [
            {
                "id": rank,
                "from": rows[said["source"]],
                "to": rows[said["target"]],
                "width": said["count"],
                "color": strokes[said["state"]],
                "title": f"{said['label']}\n{said['state']} ({said['count']})",
            }
            for rank, said in enumerate(ties.iter_rows(named=True))
        ]
        content = orjson.dumps({"nodes": nodes, "edges": edges}).decode().replace("<", "\\u003c")
        page = PAGE % (library, content)
        return len(page.encode()) > 0

    return run


def overlaps(folder: Path) -> Callable[[], object]:
    """Join the flat tables five times: by SIREN, by group, by three lengths of NAF prefixes."""

    conventions, frameworks = overlapping.tables(folder)

    def kept(joined: pl.LazyFrame) -> pl.LazyFrame:
        theme = pl.col("theme") == pl.col("theme_right")
        return joined.filter(theme & (pl.col("starts") <= pl.col("ends_right")) & (pl.col("starts_right") <= pl.col("ends"))).select(
            "i", "f"
        )

    def run() -> int:
        ours, theirs = conventions.lazy(), frameworks.lazy()
        said = ["f", "theme", "starts", "ends"]
        parts = [
            kept(ours.join(theirs.filter(pl.col("scope") == "entreprise").select(*said, "siren"), on="siren")),
            kept(ours.drop_nulls("group").join(theirs.filter(pl.col("scope") == "groupe").select(*said, "group"), on="group")),
        ]
        for length in (2, 4, 5):
            branch = theirs.filter((pl.col("scope") == "branche") & (pl.col("prefix").str.len_bytes() == length)).select(*said, "prefix")
            parts.append(kept(ours.with_columns(prefix=pl.col("naf").str.slice(0, length)).join(branch, on="prefix")))
        return pl.concat(parts).collect().height

    return run


def recheck(folder: Path) -> Callable[[], object]:
    """Examine everything again: what netmap does not do when one convention changed."""

    held = overlapping.network(folder)
    return lambda: examine(Ground(held), overlapping.ON).frame.height
