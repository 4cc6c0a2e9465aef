"""Which partnerships are alive: of a filière, a kind of partner, a theme, a cell of criterion 4? What a cell of a matrix opens on."""

from typing import LiteralString

import polars as pl

from netmap.domain.vocabulary import CATEGORY, THEME
from netmap.network import Network
from netmap.partnerships import (
    KIND,
    PARTNERSHIP,
    SCOPE,
    UNKNOWN,
    on_date,
    partnerships,
    partnerships_with,
    reached,
)
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.reference.criterion_4 import CIRCLE, CIRCLES, DOMAIN, DOMAINS
from netmap.values import DATE, YES_NO, counted

_KEYS = ("filiere", "kind", "theme", "circle", "domain")


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the partnerships of a scope; with a filière, those of the establishments that teach it that reach it or name none."""
    filiere = params["filiere"]
    if filiere is None:
        return partnerships(network, params).with_columns(pl.lit(value=True).alias("reaches"))
    return reached(network, params).filter(pl.col("filiere") == filiere).drop("filiere")


def _said(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Say of each partnership alive whether it stands in what is asked (`inside`), may stand there, and what would tell."""
    dated = on_date(facts, params["on"]).filter(pl.col("live").fill_null(value=True))
    known = pl.col("kind") != UNKNOWN
    not_organisation = pl.lit(params["kind"] not in dict(CATEGORY.choices))
    of_theme = [theme for theme, domains in DOMAINS.items() if params["domain"] in domains]
    of_circle = [kind for kind, circle in CIRCLES.items() if circle == params["circle"]]
    said = pl.col("themes").list.eval(pl.element().is_in(list(DOMAINS))).list.any()
    tests: dict[str, tuple[pl.Expr, pl.Expr]] = {
        "filiere": (pl.col("reaches"), pl.lit("filière")),
        "kind": (pl.when(known | not_organisation).then(pl.col("kind") == (params["kind"] or "")), pl.lit("sorte du partenaire")),
        "theme": (pl.col("themes").list.contains(params["theme"] or ""), pl.lit("thèmes")),
        "circle": (pl.when(known).then(pl.col("kind").is_in(of_circle)), pl.lit("sorte du partenaire")),
        "domain": (pl.when(said).then(pl.col("themes").list.eval(pl.element().is_in(of_theme)).list.any()), pl.lit("thèmes")),
    }
    asked = [tests[key] for key in _KEYS if params[key] is not None]
    asked.append((pl.when(pl.col("live").is_not_null()).then(pl.lit(value=True)), pl.lit("dates de la convention")))
    lacking = (
        pl.concat_list([pl.when(test.is_null()).then(word) for test, word in asked]).list.drop_nulls().list.unique(maintain_order=True)
    )
    possible = pl.all_horizontal([test.fill_null(value=True) for test, _ in asked])
    return dated.filter(possible).with_columns(
        pl.all_horizontal([test.fill_null(value=False) for test, _ in asked]).alias("inside"), lacking.list.join(", ").alias("lacking")
    )


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Give the partnerships that stand in what is asked, then those that may and do not say it."""
    words = pl.element().replace_strict(dict(THEME.choices), default=pl.element(), return_dtype=pl.String)
    return (
        _said(facts, params)
        .with_columns(
            pl.when(pl.col("kind") != UNKNOWN).then("kind").alias("kind"),
            pl.col("themes").list.eval(words).list.join(", ").alias("themes"),
            pl.when(pl.col("convention").is_null()).then(pl.lit("sans convention")).otherwise("state").alias("state"),
            pl.when("inside")
            .then(pl.lit("Compté : poursuivre le suivi."))
            .otherwise(pl.concat_str(pl.lit("Non compté : compléter "), "lacking", pl.lit(".")))
            .alias("advice"),
            pl.coalesce("convention", "partner").alias("about"),
        )
        .sort("inside", "establishment", "partner", "convention", descending=[True, False, False, False], nulls_last=True)
    )


def denominator(facts: pl.DataFrame, params: Params, _rows: pl.DataFrame) -> str:
    """Count the partnerships that stand in what is asked, and those that do not say it."""
    if facts.is_empty():
        return ""
    said = _said(facts, params)
    inside = said.filter("inside")
    schools = facts["establishment"].n_unique()
    more = said.height - inside.height
    rest = f" ; {counted(more, 'autre ne dit pas s’il y est', 'autres ne disent pas s’ils y sont')}" if more else ""
    return (
        f"{counted(inside['partner'].n_unique(), 'partenaire', 'partenaires')} de "
        f"{counted(inside['establishment'].n_unique(), 'établissement', 'établissements')} sur {schools}{rest}."
    )


_FILIERE: LiteralString = """($filiere IS NULL OR EXISTS { (establishment)-[:TEACHES]->(taught:Filiere WHERE taught.id = $filiere) })"""
CYPHER: LiteralString = partnerships_with(
    _FILIERE,
    """CASE WHEN $filiere IS NULL THEN true
    WHEN EXISTS { (convention)-[:COVERS]->(covered:Filiere WHERE covered.id = $filiere) }
        OR EXISTS { (partner:Organisation)-[:WORKS_IN]->(worked:Filiere WHERE worked.id = $filiere) } THEN true
    WHEN EXISTS { (convention)-[:COVERS]->(:Filiere) } OR EXISTS { (partner:Organisation)-[:WORKS_IN]->(:Filiere) } THEN false
    ELSE null END""",
    """CASE WHEN $filiere IS NULL THEN true
    WHEN EXISTS { (partner:Organisation)-[:WORKS_IN]->(worked:Filiere WHERE worked.id = $filiere) } THEN true
    WHEN EXISTS { (partner:Organisation)-[:WORKS_IN]->(:Filiere) } THEN false
    ELSE null END""",
    "CASE WHEN $filiere IS NULL THEN true ELSE null END",
)

LIVE_PARTNERSHIPS = Question(
    name="live_partnerships",
    title="Quels sont les partenariats vivants ?",
    help="Conventions en vigueur et partenariats sans convention, d’une filière, d’une sorte de partenaire, d’un thème ou d’une case du "
    "critère 2023/4. Un partenariat qui ne dit pas sa filière, son thème, sa sorte ou ses dates est montré sans être compté.",
    empty="Aucun partenariat vivant connu ne répond à cette demande.",
    parameters=(
        SCOPE,
        Parameter(name="filiere", label="Filière", help="Une filière ; toutes sinon.", kind="Filiere"),
        Parameter(name="kind", label="Sorte de partenaire", help="Une sorte ; toutes sinon.", type=KIND),
        Parameter(name="theme", label="Thème", help="Un thème ; tous sinon.", type=THEME),
        Parameter(name="circle", label="Cercle du critère 2023/4", help="Un cercle ; tous sinon (proposition de netmap).", type=CIRCLE),
        Parameter(name="domain", label="Domaine du critère 2023/4", help="Un domaine ; tous sinon (proposition de netmap).", type=DOMAIN),
        ON,
    ),
    facts={**PARTNERSHIP, "reaches": pl.Boolean()},
    columns=(
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="partner", label="Partenaire", kind="*"),
        ResultColumn(name="kind", label="Sorte", type=KIND),
        ResultColumn(name="convention", label="Convention", kind="Convention"),
        ResultColumn(name="themes", label="Thèmes"),
        ResultColumn(name="state", label="État"),
        ResultColumn(name="effective_end", label="Fin", type=DATE),
        ResultColumn(name="last_news_on", label="Dernière nouvelle", type=DATE),
        ResultColumn(name="inside", label="Compté", type=YES_NO),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    conclude=conclude,
    denominator=denominator,
    cypher=CYPHER,
)
