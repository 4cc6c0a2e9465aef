"""Where a convention is, and to which territories a framework is limited, level by level.

A convention is where its establishments are: what their lines say, what their UAI says (its first digits are a département), and what
follows from it (a département lies in one académie, an académie in one région académique). Names are compared without the words that
go before them: « académie de Rennes » is « Rennes ».
"""

import polars as pl

from netmap.domain import CONVENTION, COVERS, ESTABLISHMENT, FRAMEWORK, LOCATED_IN, PART_OF, TERRITORY
from netmap.network import Network
from netmap.reference.territories import by_uai_head, territories
from netmap.values import fold_column, fold_text

_BEFORE = (
    r"^(?:region academique|region|academie|rectorat|departement|bassin(?: de formation| d emploi)?) (?:de la |de l |de |du |des |d )?"
)
LEVELS = ("region", "academie", "departement", "bassin", "zone_emploi", "commune")


def framework_places(network: Network) -> pl.DataFrame:
    """Give framework, level and name of the territories that frameworks say they cover."""
    covers = network.link(COVERS.name).filter(
        pl.col("source").str.starts_with(f"{FRAMEWORK.name}:") & pl.col("target").str.starts_with(f"{TERRITORY.name}:")
    )
    return _named(network, covers.select(pl.col("source").alias("framework"), pl.col("target").alias("territory")), "framework")


def convention_places(network: Network, schools: pl.DataFrame, conventions: pl.Series) -> pl.DataFrame:
    """Give convention, level and name of every territory where some conventions are."""
    ours = schools.filter(pl.col("convention").is_in(conventions.implode()))
    places = establishment_places(network, ours["establishment"].unique())
    found = ours.join(places, on="establishment").select("convention", "level", "name")
    covers = network.link(COVERS.name).filter(
        pl.col("source").str.starts_with(f"{CONVENTION.name}:") & pl.col("target").str.starts_with(f"{TERRITORY.name}:")
    )
    if covers.is_empty():
        return found.unique()
    said = _named(network, covers.select(pl.col("source").alias("convention"), pl.col("target").alias("territory")), "convention")
    said = _with_upper(said.filter(pl.col("convention").is_in(conventions.implode())), "convention")
    # what a convention says of its own territory stands for where its establishments are
    return pl.concat([said, found.join(said, on="convention", how="anti")]).unique()


def establishment_places(network: Network, establishments: pl.Series) -> pl.DataFrame:
    """Give establishment, level and name of every territory where some establishments are known to be."""
    located = network.link(LOCATED_IN.name).filter(pl.col("source").is_in(establishments.implode()))
    located = located.select(pl.col("source").alias("establishment"), pl.col("target").alias("territory"))
    part = network.link(PART_OF.name).filter(pl.col("source").str.starts_with(f"{TERRITORY.name}:"))
    for _ in LEVELS if part.height else ():
        upper = located.join(part.select(pl.col("source").alias("territory"), "target"), on="territory")
        upper = upper.select("establishment", pl.col("target").alias("territory")).join(
            located, on=["establishment", "territory"], how="anti"
        )
        if upper.is_empty():
            break
        located = pl.concat([located, upper.unique()])
    said = _with_upper(_named(network, located, "establishment"), "establishment")
    heads = establishments.str.strip_prefix(f"{ESTABLISHMENT.name}:").str.slice(0, 3)
    told = (
        pl.DataFrame({"establishment": establishments, "head": heads}).join(_by_head(), on="head").select("establishment", "level", "name")
    )
    # what the lines say of a level outranks what the number says
    return pl.concat([said, told.join(said, on=["establishment", "level"], how="anti")]).unique(maintain_order=True)


def _named(network: Network, links: pl.DataFrame, subject: str) -> pl.DataFrame:
    known = network.node(TERRITORY.name).select(pl.col("id").alias("territory"), "level", pl.coalesce("name", "code").alias("name"))
    found = links.join(known, on="territory").drop_nulls(["level", "name"])
    return found.select(subject, "level", bare(found["name"]).alias("name")).unique(maintain_order=True)


def bare(names: pl.Series) -> pl.Series:
    """Fold names of territories, without the words that go before them."""
    return fold_column(names).str.replace(_BEFORE, "").str.strip_chars(" ")


def _with_upper(said: pl.DataFrame, subject: str) -> pl.DataFrame:
    """Add the académie of a département and the région académique of an académie, where nothing else is said of that level."""
    departements = pl.DataFrame(
        [(fold_text(name), fold_text(academie)) for _region, academie, _code, name in territories()], schema=["name", "upper"], orient="row"
    )
    academies = pl.DataFrame(
        sorted({(fold_text(academie), fold_text(region)) for region, academie, _code, _name in territories()}),
        schema=["name", "upper"],
        orient="row",
    )
    for low, high, table in (("departement", "academie", departements), ("academie", "region", academies)):
        upper = said.filter(pl.col("level") == low).join(table, on="name")
        upper = upper.select(subject, pl.lit(high).alias("level"), pl.col("upper").alias("name"))
        said = pl.concat([said, upper.join(said.filter(pl.col("level") == high), on=subject, how="anti")])
    return said


def _by_head() -> pl.DataFrame:
    rows = [
        (head, level, fold_text(name))
        for head, (region, academie, departement) in by_uai_head().items()
        for level, name in (("region", region), ("academie", academie), ("departement", departement))
    ]
    return pl.DataFrame(rows, schema=["head", "level", "name"], orient="row")
