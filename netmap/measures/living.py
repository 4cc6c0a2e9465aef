"""Are the partners there, written down, and will they last? Live partners, conventions, renewals, age, actions, news."""

from collections.abc import Callable

import polars as pl

from netmap.domain import ESTABLISHMENT, TAKES_PART_IN
from netmap.lifecycle import State
from netmap.measures.counting import counted_by, live_partners, shared_out
from netmap.measures.indicator import Indicator, Unit, number, several
from netmap.measures.study import Parts

MONTHS = (6, 12)
FRESH_MONTHS = 12
_DAYS_OF_A_YEAR = 365.25


def _count_partners(parts: Parts) -> pl.DataFrame:
    live = live_partners(parts).group_by("scope").agg(pl.len().alias("part"))
    ends = ["scope", "partner"]
    known = pl.concat([parts.sides.select(ends), parts.partnerships.select(ends)]).unique()
    undated = parts.sides.filter("unknown").select(ends).unique().join(live_partners(parts), on=ends, how="anti")
    every = known.group_by("scope").agg(pl.len().alias("whole"))
    found = every.join(live, on="scope", how="left").join(undated.group_by("scope").agg(pl.len().alias("unknown")), on="scope", how="left")
    told = counted_by(parts, found)
    silent = (pl.col("whole") == 0) | ((pl.col("part") == 0) & (pl.col("unknown") > 0))
    return told.with_columns(pl.when(~silent).then(pl.col("part")).alias("value"))


def _count_covered(parts: Parts) -> pl.DataFrame:
    found = live_partners(parts).group_by("scope").agg((pl.col("conventions") > 0).sum().alias("part"), pl.len().alias("whole"))
    return shared_out(parts, found)


def _without_convention(parts: Parts, scope: str) -> pl.Series:
    return live_partners(parts).filter((pl.col("scope") == scope) & (pl.col("conventions") == 0))["partner"]


def _live_conventions(parts: Parts) -> pl.DataFrame:
    return parts.sides.filter("live").unique(["scope", "convention"], maintain_order=True)


def _due(parts: Parts, months: int) -> pl.Expr:
    return pl.col("last_end") <= pl.lit(parts.study.on).dt.offset_by(f"{months}mo")


def _count_due(months: int) -> Callable[[Parts], pl.DataFrame]:
    def count(parts: Parts) -> pl.DataFrame:
        known = pl.col("last_end").is_not_null()
        found = (
            _live_conventions(parts)
            .group_by("scope")
            .agg(_due(parts, months).sum().alias("part"), known.sum().alias("whole"), (~known).sum().alias("unknown"))
        )
        return shared_out(parts, found)

    return count


def _first_due(months: int) -> Callable[[Parts, str], pl.Series]:
    def first(parts: Parts, scope: str) -> pl.Series:
        lapsing = _live_conventions(parts).filter((pl.col("scope") == scope) & _due(parts, months))
        return lapsing.sort("last_end", "convention")["convention"]

    return first


def begun(parts: Parts) -> pl.DataFrame:
    """Give since when each live partner of each part is known: scope, partner, begun_on (null when no date is)."""
    ends = ["scope", "partner"]
    dates = pl.concat(
        [
            parts.sides.select(*ends, pl.col("begun_on")),
            parts.partnerships.select(*ends, pl.col("since").alias("begun_on")),
        ]
    ).filter(pl.col("begun_on") <= parts.study.on)
    return live_partners(parts).select(ends).join(dates.group_by(ends).agg(pl.col("begun_on").min()), on=ends, how="left")


def _count_age(parts: Parts) -> pl.DataFrame:
    aged = begun(parts).with_columns((pl.lit(parts.study.on) - pl.col("begun_on")).dt.total_days().alias("days"))
    found = aged.group_by("scope").agg(
        (pl.col("days").median() / _DAYS_OF_A_YEAR).alias("value"),
        pl.col("days").count().alias("part"),
        pl.len().alias("whole"),
        pl.col("days").null_count().alias("unknown"),
    )
    return counted_by(parts, found)


def _renewed(parts: Parts) -> pl.DataFrame:
    """Tell for each live partner under convention whether one of them was renewed; null when no date says it."""
    ends = ["scope", "establishment", "partner"]
    past = parts.sides.filter(pl.col("begun_on").is_null() | (pl.col("begun_on") <= parts.study.on))
    each = past.group_by(ends).agg(
        (pl.col("begun_on").max() > pl.col("effective_end").min()).alias("followed"),
        (pl.col("state") == str(State.RENEWED)).any().alias("tacit"),
        pl.col("begun_on").count().alias("dated"),
    )
    signed = parts.pairs.filter(pl.col("conventions") > 0).select(ends)
    each = signed.join(each, on=ends, how="left")
    said = pl.when(pl.col("dated") > 0).then(pl.col("followed").fill_null(value=False) | pl.col("tacit")).alias("renewed")
    return each.with_columns(said).group_by("scope", "partner").agg(pl.col("renewed").any(ignore_nulls=False))


def _count_renewed(parts: Parts) -> pl.DataFrame:
    said = pl.col("renewed")
    found = _renewed(parts).group_by("scope").agg(said.sum().alias("part"), said.count().alias("whole"), said.null_count().alias("unknown"))
    return shared_out(parts, found)


def _actions(parts: Parts) -> pl.DataFrame:
    network = parts.study.network
    schools = network.link(TAKES_PART_IN.name).select(pl.col("source").alias("establishment"), pl.col("target").alias("action"))
    told = network.node("Action").select(pl.col("id").alias("action"), "state", pl.col("on").alias("day"))
    members = parts.members.join(schools.filter(pl.col("establishment").str.starts_with(f"{ESTABLISHMENT.name}:")), on="establishment")
    return members.join(told, on="action").unique(["scope", "action"], maintain_order=True)


def _missed(parts: Parts) -> pl.Expr:
    return (pl.col("state") == "annulee") | ((pl.col("state") == "prevue") & (pl.col("day") < parts.study.on))


def _count_actions(parts: Parts) -> pl.DataFrame:
    held = (pl.col("state") == "realisee").fill_null(value=False) & (pl.col("day").is_null() | (pl.col("day") <= parts.study.on))
    missed = _missed(parts).fill_null(value=False)
    unsaid = pl.col("state").is_null() | ((pl.col("state") == "prevue") & pl.col("day").is_null())
    found = (
        _actions(parts).group_by("scope").agg(held.sum().alias("part"), (held | missed).sum().alias("whole"), unsaid.sum().alias("unknown"))
    )
    return shared_out(parts, found)


def _first_missed(parts: Parts, scope: str) -> pl.Series:
    return _actions(parts).filter((pl.col("scope") == scope) & _missed(parts)).sort("day", "action", nulls_last=True)["action"]


def _news(parts: Parts) -> pl.DataFrame:
    """Give the last news of each live partner of each part: scope, partner, conventions, news_on (null when none is dated)."""
    ends = ["scope", "partner"]
    network, on = parts.study.network, parts.study.on
    links = network.link(TAKES_PART_IN.name).select("source", pl.col("target").alias("action"))
    held = network.node("Action").filter(pl.col("state") == "realisee").select(pl.col("id").alias("action"), pl.col("on").alias("news_on"))
    schools = parts.members.join(links.rename({"source": "establishment"}), on="establishment")
    together = schools.join(links.rename({"source": "partner"}), on="action").join(held, on="action")
    dates = pl.concat(
        [
            parts.sides.select(*ends, pl.col("last_news_on").alias("news_on")),
            parts.sides.select(*ends, pl.col("signed_on").alias("news_on")),
            parts.partnerships.select(*ends, pl.col("last_news_on").alias("news_on")),
            together.select(*ends, "news_on"),
        ]
    ).filter(pl.col("news_on") <= on)
    return live_partners(parts).join(dates.group_by(ends).agg(pl.col("news_on").max()), on=ends, how="left", maintain_order="left")


def _is_fresh(parts: Parts) -> pl.Expr:
    return pl.col("news_on") >= pl.lit(parts.study.on).dt.offset_by(f"-{FRESH_MONTHS}mo")


def _count_fresh(parts: Parts) -> pl.DataFrame:
    known = pl.col("news_on").is_not_null()
    found = (
        _news(parts)
        .group_by("scope")
        .agg(_is_fresh(parts).sum().alias("part"), known.sum().alias("whole"), (~known).sum().alias("unknown"))
    )
    return shared_out(parts, found)


def _first_stale(parts: Parts, scope: str) -> pl.Series:
    stale = _news(parts).filter((pl.col("scope") == scope) & ~_is_fresh(parts).fill_null(value=False))
    return stale.sort("news_on", "partner", nulls_last=True)["partner"]


_FAMILY = "Partenaires et conventions"
_LAST = "Durée et suivi"

LIVE_PARTNERS = Indicator(
    name="live_partners",
    label="Partenaires vivants",
    family=_FAMILY,
    definition="Les partenaires avec qui un lien existe à la date : une convention en vigueur, ou un partenariat sans convention.",
    formula="Partenaires différents liés par au moins une convention en vigueur ou un partenariat commencé.",
    out_of="partenaires connus, à toute date",
    unit=Unit.COUNT,
    better=1,
    count=_count_partners,
    why=lambda row, _: (
        f"Lien vivant à cette date : {number(row['part'])} sur {several(row['whole'], 'partenaire connu', 'partenaires connus')}"
        + (f" ; pour {number(row['unknown'])}, aucune date ne permet de le dire." if row["unknown"] else ".")
    ),
    unsaid="Aucun partenaire dont on connaisse les dates : ce n’est pas « aucun partenaire ».",
    fill="Charger les conventions et les partenariats, avec leurs dates.",
    todo="Renouer avec les partenaires connus qui n’ont plus de lien, ou compléter les dates des conventions.",
)
COVERED = Indicator(
    name="covered",
    label="Partenaires sous convention",
    family=_FAMILY,
    definition="La part des partenaires vivants dont le lien est écrit dans une convention en vigueur.",
    formula="Partenaires ayant une convention en vigueur ÷ partenaires vivants.",
    out_of="partenaires vivants",
    unit=Unit.SHARE,
    better=1,
    count=_count_covered,
    why=lambda row, _: (
        f"Sans convention : {number(row['whole'] - row['part'])} sur {several(row['whole'], 'partenaire vivant', 'partenaires vivants')}."
    ),
    unsaid="Aucun partenaire vivant connu : la part ne se calcule pas.",
    fill="Charger les conventions, avec leurs dates.",
    todo="Proposer une convention à ceux qui n’en ont pas",
    first=_without_convention,
)


def _renewals(months: int, name: str) -> Indicator:
    return Indicator(
        name="due_6" if months == MONTHS[0] else "due_12",
        label=f"Conventions à renouveler d’ici {name}",
        family=_FAMILY,
        definition=f"La part des conventions en vigueur qui prennent fin dans les {name}, reconductions tacites comprises.",
        formula=f"Conventions dont la dernière fin possible tombe d’ici {name} ÷ conventions en vigueur dont la fin est connue.",
        out_of="conventions en vigueur dont la fin est connue",
        unit=Unit.SHARE,
        better=-1,
        count=_count_due(months),
        why=lambda row, _: (
            f"Fin d’ici {name} : {number(row['part'])} sur {several(row['whole'], 'convention', 'conventions')}"
            + (f" ; {several(row['unknown'], 'autre n’a', 'autres n’ont')} pas de fin connue." if row["unknown"] else ".")
        ),
        unsaid="Aucune convention en vigueur dont la fin soit connue.",
        fill="Compléter les dates de fin, ou les durées, des conventions.",
        todo="Préparer le renouvellement",
        first=_first_due(months),
    )


DUE_6, DUE_12 = _renewals(6, "six mois"), _renewals(12, "douze mois")
AGE = Indicator(
    name="age",
    label="Ancienneté des relations",
    family=_LAST,
    definition="Depuis combien de temps dure une relation sur deux : la moitié des partenaires vivants sont plus anciens.",
    formula="Médiane, sur les partenaires vivants, du temps écoulé depuis la première convention ou le début du partenariat.",
    out_of="partenaires vivants",
    unit=Unit.YEARS,
    better=1,
    count=_count_age,
    why=lambda row, _: f"Début connu : {number(row['part'])} sur {several(row['whole'], 'partenaire vivant', 'partenaires vivants')}.",
    unsaid="Aucun partenaire vivant dont le début soit connu.",
    fill="Compléter les dates de début des conventions et des partenariats.",
    todo="Renseigner le début des relations ; suivre de près les plus récentes.",
)
RENEWED = Indicator(
    name="renewed",
    label="Relations déjà renouvelées",
    family=_LAST,
    definition="La part des partenaires sous convention avec qui une convention a déjà pris la suite d’une autre, ou s’est reconduite.",
    formula="Partenaires dont une convention en suit une autre ou s’est reconduite tacitement ÷ partenaires sous convention datée.",
    out_of="partenaires sous convention datée",
    unit=Unit.SHARE,
    better=1,
    count=_count_renewed,
    why=lambda row, _: (
        f"Déjà renouvelé : {number(row['part'])} sur {several(row['whole'], 'partenaire sous convention', 'partenaires sous convention')}."
    ),
    unsaid="Aucun partenaire sous une convention datée : rien ne dit si l’on a renouvelé.",
    fill="Compléter les dates des conventions, anciennes comprises.",
    todo="Faire le bilan avec les partenaires avant la première échéance : c’est là que les relations se perdent.",
)
ACTIONS = Indicator(
    name="actions",
    label="Actions tenues",
    family=_LAST,
    definition="La part des actions prévues avec des partenaires qui ont eu lieu.",
    formula="Actions réalisées ÷ actions réalisées, annulées, ou encore « prévues » alors que leur date est passée.",
    out_of="actions qui devaient avoir eu lieu",
    unit=Unit.SHARE,
    better=1,
    count=_count_actions,
    why=lambda row, _: (
        f"Tenues : {number(row['part'])} sur {several(row['whole'], 'action', 'actions')}"
        + (f" ; {several(row['unknown'], 'autre est', 'autres sont')} sans état ou sans date." if row["unknown"] else ".")
    ),
    unsaid="Aucune action passée n’est renseignée.",
    fill="Charger les actions menées avec les partenaires : date, et état (prévue, réalisée, annulée).",
    todo="Dire ce que sont devenues les actions dont la date est passée, ou les reprogrammer",
    first=_first_missed,
)
FRESH = Indicator(
    name="fresh",
    label="Nouvelles de moins d’un an",
    family=_LAST,
    definition="La part des partenaires vivants dont la dernière nouvelle connue a moins de douze mois.",
    formula="Partenaires dont le dernier échange, la dernière signature ou la dernière action a moins de douze mois "
    "÷ partenaires vivants dont une nouvelle est datée.",
    out_of="partenaires vivants dont une nouvelle est datée",
    unit=Unit.SHARE,
    better=1,
    count=_count_fresh,
    why=lambda row, _: (
        f"Nouvelles depuis un an : {number(row['part'])} sur {several(row['whole'], 'partenaire', 'partenaires')}"
        + (f" ; pour {several(row['unknown'], 'autre', 'autres')}, aucune nouvelle n’est datée." if row["unknown"] else ".")
    ),
    unsaid="Aucune nouvelle n’est datée.",
    fill="Noter la date du dernier échange avec chaque partenaire.",
    todo="Prendre des nouvelles, et noter la date",
    first=_first_stale,
)
LIVING = (LIVE_PARTNERS, COVERED, DUE_6, DUE_12, AGE, RENEWED, ACTIONS, FRESH)
