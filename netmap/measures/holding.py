"""Does it hold together? Reach to campuses, bridging actors, connected groups, the core, shared partners, departures."""

import numpy as np
import polars as pl

from netmap.domain import CAMPUS, ESTABLISHMENT, MEMBER_OF
from netmap.measures.counting import counted_by, live_partners, shared_out
from netmap.measures.graph import Graph
from netmap.measures.indicator import Indicator, Unit, number, several
from netmap.measures.robustness import curve, largest_first, steps_of
from netmap.measures.sharing import projection
from netmap.measures.study import Parts


def _campuses(parts: Parts) -> pl.DataFrame:
    """Give the campuses that each part reaches: scope, campus, direct (a member, or a tie) or through a partner."""
    member = parts.study.network.link(MEMBER_OF.name).filter(pl.col("target").str.starts_with(f"{CAMPUS.name}:"))
    of = member.select("source", pl.col("target").alias("campus"))
    own = parts.members.join(of.rename({"source": "establishment"}), on="establishment").select("scope", "campus")
    partners = live_partners(parts).select("scope", "partner")
    tied = partners.filter(pl.col("partner").str.starts_with(f"{CAMPUS.name}:")).select("scope", pl.col("partner").alias("campus"))
    through = partners.join(of.rename({"source": "partner"}), on="partner").select("scope", "campus")
    said = [own.with_columns(pl.lit(value=True).alias("direct")), tied.with_columns(pl.lit(value=True).alias("direct"))]
    said.append(through.with_columns(pl.lit(value=False).alias("direct")))
    return pl.concat(said).group_by("scope", "campus").agg(pl.col("direct").any())


def _count_campuses(parts: Parts) -> pl.DataFrame:
    known = parts.study.network.node(CAMPUS.name).height
    found = _campuses(parts).sort("scope", "campus").group_by("scope", maintain_order=True).agg(pl.len().alias("part"))
    told = counted_by(parts, found).with_columns(pl.lit(float(known)).alias("whole"))
    return told.with_columns(pl.when(pl.col("whole") > 0).then(pl.col("part")).alias("value"))


def _count_bridging(parts: Parts) -> pl.DataFrame:
    actors = parts.study.actors
    others = actors.graph.size - 1
    pairs = others * (others - 1) / 2
    passing = pl.DataFrame({"about": actors.ids, "part": parts.study.passing.values})
    mine = [parts.members.select("scope", pl.col("establishment").alias("about"))]
    if parts.kind != ESTABLISHMENT.name:
        mine.append(live_partners(parts).select("scope", pl.col("partner").alias("about")))
    ranked = pl.concat(mine).unique().join(passing, on="about").sort(["scope", "part", "about"], descending=[False, True, False])
    best = ranked.group_by("scope", maintain_order=True).first().with_columns(pl.lit(pairs).alias("whole"))
    tied = parts.pairs.select("scope").unique()
    return shared_out(parts, best.join(tied, on="scope", how="semi"))


def _first_bridging(parts: Parts, scope: str) -> pl.Series:
    if parts.kind == ESTABLISHMENT.name:
        return pl.Series("id", [], dtype=pl.String)
    found = _count_bridging(parts).filter((pl.col("scope") == scope) & (pl.col("part") > 0))
    return found["about"].drop_nulls()


def _count_joined(parts: Parts) -> pl.DataFrame:
    tied = parts.pairs.select("scope").unique()
    groups = parts.vertices.group_by("scope", "group").agg(pl.len().alias("part"))
    found = groups.group_by("scope").agg(pl.col("part").max()).join(parts.scopes.rename({"establishments": "whole"}), on="scope")
    return shared_out(parts, found.join(tied, on="scope", how="semi"))


def _apart(parts: Parts, scope: str) -> pl.Series:
    mine = parts.vertices.filter(pl.col("scope") == scope)
    sizes = mine.group_by("group").agg(pl.len().alias("size")).sort(["size", "group"], descending=[True, False])
    return mine.filter(~pl.col("group").is_in(sizes["group"].head(1).implode())).sort("establishment")["establishment"]


def _count_core(parts: Parts) -> pl.DataFrame:
    core = pl.DataFrame({"establishment": parts.study.actors.ids, "core": parts.study.core})
    found = (
        parts.members.join(core, on="establishment")
        .group_by("scope")
        .agg((pl.col("core") > 1).sum().alias("part"), pl.len().alias("whole"))
    )
    return shared_out(parts, found.join(parts.pairs.select("scope").unique(), on="scope", how="semi"))


def _shared(parts: Parts) -> pl.DataFrame:
    """Give the pairs of establishments of each part that share partners: scope, one, other, shared."""
    one, other, shared = projection(parts.actors.graph)
    held = parts.vertices.select("number", "scope", "establishment")
    return (
        pl.DataFrame({"one": one, "other": other, "shared": shared})
        .join(held.rename({"number": "one", "establishment": "first"}), on="one")
        .join(held.rename({"number": "other", "establishment": "second"}).drop("scope"), on="other")
        .select("scope", pl.col("first").alias("one"), pl.col("second").alias("other"), "shared")
    )


def _count_shared(parts: Parts) -> pl.DataFrame:
    if parts.kind == ESTABLISHMENT.name:
        return _count_shared_by_one(parts)
    found = _shared(parts).group_by("scope").agg(pl.len().alias("part"))
    size = pl.col("establishments")
    whole = parts.scopes.select("scope", (size * (size - 1) / 2).alias("whole")).join(found, on="scope", how="left")
    return shared_out(parts, whole.join(parts.pairs.select("scope").unique(), on="scope", how="semi"))


def _count_shared_by_one(parts: Parts) -> pl.DataFrame:
    pairs = _shared(parts.study.parts(""))
    both = pl.concat([pairs.select(pl.col(end).alias("scope")) for end in ("one", "other")])
    found = both.group_by("scope").agg(pl.len().alias("part"))
    tied = parts.pairs.select("scope").unique().with_columns(pl.lit(parts.members.height - 1).alias("whole"))
    return shared_out(parts, tied.join(found, on="scope", how="left"))


def _count_lasting(parts: Parts) -> pl.DataFrame:
    rows = [(scope, *_supported(own_graph(parts, scope)[0])) for scope in parts.pairs["scope"].unique(maintain_order=True)]
    found = pl.DataFrame(rows, schema={"scope": pl.String, "part": pl.Float64, "whole": pl.Float64}, orient="row")
    return shared_out(parts, found)


def own_graph(parts: Parts, scope: str) -> tuple[Graph, pl.Series]:
    """Take out of the graph of all parts that of one, its members first; give it with the ids of its vertices."""
    graph = parts.actors.graph
    members = parts.vertices.filter(pl.col("scope") == scope)["number"].to_numpy()
    mine = np.zeros(graph.size, bool)
    mine[members] = True
    edges = mine[graph.one] | mine[graph.other]
    others = np.setdiff1d(np.union1d(graph.one[edges], graph.other[edges]), members)
    every = np.concatenate([members, others])
    number_of = np.zeros(graph.size, np.int64)
    number_of[every] = np.arange(len(every))
    own = Graph(len(every), len(members), number_of[graph.one[edges]], number_of[graph.other[edges]], graph.weight[edges])
    return own, parts.actors.ids.gather(every)


def _supported(graph: Graph) -> tuple[float, float]:
    """Count the partners who can leave, the most tied first, while more than half of the establishments joined at first still are.

    Gives them and all partners; nothing of nothing where no establishment is joined to another.
    """
    partners = np.arange(graph.schools, graph.size)
    if not len(partners):
        return 0.0, 0.0
    order, steps = largest_first(graph, partners), np.append(steps_of(len(partners), _FINE), len(partners))
    found = curve(graph, order, steps)
    joined = found.joined[0]
    if joined < 2:  # noqa: PLR2004 - one establishment is joined to none
        return 0.0, 0.0
    held = int((found.joined * 2 > joined).sum())  # fewer and fewer are joined: the limit is between two steps, or after the last
    if held < len(steps) and steps[held] - steps[held - 1] > 1:
        steps = np.unique(np.append(np.arange(int(steps[held - 1]), int(steps[held])), 0))
        held = int((curve(graph, order, steps).joined * 2 > joined).sum())
    return float(steps[held - 1]), float(len(partners))


_FINE = 400
_FAMILY = "Tenue d’ensemble"

CAMPUSES = Indicator(
    name="campuses",
    label="Campus à portée",
    family=_FAMILY,
    definition="Les campus des métiers joints directement (membre, ou lié à lui) ou par un partenaire qui en est membre.",
    formula="Campus différents dont l’établissement est membre ou partenaire, ou dont un partenaire vivant est membre.",
    out_of="campus connus du réseau",
    unit=Unit.COUNT,
    better=1,
    count=_count_campuses,
    why=lambda row, _: f"{number(row['part']) if row['part'] else 'Aucun'} campus à portée sur {several(row['whole'], 'connu', 'connus')}.",
    unsaid="Aucun campus n’est connu dans ce réseau.",
    fill="Charger la liste des campus et de leurs membres.",
    todo="Voir sur la fiche du campus qui peut présenter l’établissement.",
)
BRIDGING = Indicator(
    name="bridging",
    label="Acteur passerelle",
    family=_FAMILY,
    definition="La part des plus courts chemins entre deux autres acteurs du réseau qui passent par l’acteur ; pour un ensemble, par son "
    "premier acteur passerelle.",
    formula="Plus courts chemins passant par l’acteur ÷ paires d’autres acteurs (intermédiarité de Freeman).",
    out_of="paires d’autres acteurs du réseau",
    unit=Unit.SHARE,
    better=0,
    count=_count_bridging,
    why=lambda row, name: (
        f"Par {name} : les plus courts chemins de {several(row['part'], 'paire', 'paires')} d’acteurs sur {number(row['whole'])}."
    ),
    unsaid="Aucun lien vivant, ou trop peu d’acteurs pour qu’un chemin passe par un autre.",
    fill="Charger les conventions et les partenariats de plusieurs établissements.",
    todo="Prévoir qui prendrait le relais de",
    first=_first_bridging,
)
JOINED = Indicator(
    name="joined",
    label="Établissements reliés entre eux",
    family=_FAMILY,
    definition="La part des établissements qui font partie du plus grand ensemble relié par des partenaires communs, de proche en proche.",
    formula="Établissements du plus grand ensemble relié ÷ établissements du périmètre.",
    out_of="établissements du périmètre",
    unit=Unit.SHARE,
    better=1,
    count=_count_joined,
    why=lambda row, _: f"Reliés entre eux : {number(row['part'])} sur {several(row['whole'], 'établissement', 'établissements')}.",
    unsaid="Aucun lien vivant dans ce périmètre.",
    fill="Charger les conventions et les partenariats, avec leurs dates.",
    todo="Relier, par un partenaire commun",
    first=_apart,
    alone=False,
)
CORE = Indicator(
    name="core",
    label="Établissements du noyau",
    family=_FAMILY,
    definition="La part des établissements qui tiennent au réseau par au moins deux partenaires, eux-mêmes partagés.",
    formula="Établissements qui restent quand on retire, de proche en proche, les acteurs à un seul lien (2-noyau) ÷ établissements.",
    out_of="établissements du périmètre",
    unit=Unit.SHARE,
    better=1,
    count=_count_core,
    why=lambda row, _: (
        f"Tenus par au moins deux liens partagés : {number(row['part'])} sur {several(row['whole'], 'établissement', 'établissements')}."
    ),
    unsaid="Aucun lien vivant dans ce périmètre.",
    fill="Charger les conventions et les partenariats, avec leurs dates.",
    todo="Partager les partenaires entre établissements : les actions communes créent ces liens.",
    alone=False,
)
SHARED = Indicator(
    name="shared",
    label="Partenaires communs",
    family=_FAMILY,
    definition="La part des paires d’établissements qui ont au moins un partenaire vivant en commun ; pour un établissement, la part des "
    "autres établissements.",
    formula="Paires ayant un partenaire commun ÷ paires possibles (pour un établissement : autres établissements du réseau).",
    out_of="paires d’établissements possibles",
    unit=Unit.SHARE,
    better=1,
    count=_count_shared,
    why=lambda row, _: f"Au moins un partenaire en commun : {number(row['part'])} sur {number(row['whole'])}.",
    unsaid="Aucun lien vivant, ou un seul établissement : pas de paire.",
    fill="Charger les conventions et les partenariats de plusieurs établissements.",
    todo="Présenter aux établissements voisins les partenaires qui pourraient servir à plusieurs.",
)
LASTING = Indicator(
    name="lasting",
    label="Départs supportés",
    family=_FAMILY,
    definition="La part des partenaires qui peuvent partir, les plus liés d’abord, en laissant reliés entre eux plus de la moitié des "
    "établissements qui le sont.",
    formula="Plus grand nombre de départs, les plus liés d’abord, qui laisse reliés plus de la moitié des établissements du plus grand "
    "ensemble ÷ partenaires vivants.",
    out_of="partenaires vivants",
    unit=Unit.SHARE,
    better=1,
    count=_count_lasting,
    why=lambda row, _: (
        f"Supportés, les plus liés d’abord : {several(row['part'], 'départ', 'départs')} sur "
        f"{several(row['whole'], 'partenaire', 'partenaires')} ; "
        + (
            "le suivant sépare la moitié des établissements reliés."
            if row["part"] < row["whole"]
            else "des établissements sont reliés entre eux, sans autre partenaire."
        )
    ),
    unsaid="Aucun établissement n’est relié à un autre par un partenaire : il n’y a rien à séparer.",
    fill="Charger les conventions et les partenariats de plusieurs établissements.",
    todo="Voir plus bas « Si les partenaires partaient », et doubler les liens des premiers de la liste.",
    alone=False,
)
HOLDING = (CAMPUSES, BRIDGING, JOINED, CORE, SHARED, LASTING)
