"""From a row to a verdict that a person can read: the facts, their lines, the two texts side by side, looked up once for all rows."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from netmap.coherence.advice import advised
from netmap.coherence.alone import enforceable, informed
from netmap.coherence.finding import Fact, Finding, Quotation
from netmap.coherence.findings import Findings
from netmap.coherence.ground import Ground
from netmap.coherence.pairs import with_facts
from netmap.coherence.reasons import Case, absent_clauses, commitment, identity, reason, to_complete
from netmap.coherence.rules import (
    ABROAD,
    BEFORE_ENFORCEABLE,
    BEFORE_VOTE,
    BY_RULE,
    CLAUSE,
    COMMITMENTS,
    CONTRARY,
    OFF_THEME,
    OUTLIVES,
    RENEWAL,
    REPLACED,
    Rule,
)
from netmap.domain import CONVENTION, COVERS, DOMAIN, FRAMEWORK, ORGANISATION, TERRITORY
from netmap.domain.vocabulary import CLAUSE as CLAUSES
from netmap.domain.vocabulary import THEME
from netmap.lots import shown
from netmap.matching import How
from netmap.matching.trees import way
from netmap.network import PLACE, Network

_TREE = (How.SUBSIDIARY, How.PARENT, How.MEMBER, How.GROUP_MEMBER)
_PERIOD = ("starts_on", "ends_on", "duration_months", "renewal", "renewal_months", "max_renewals", "ended_on")
_OF_RULE: Mapping[str, tuple[str, ...]] = {
    OUTLIVES.id: _PERIOD,
    OFF_THEME.id: ("themes",),
    RENEWAL.id: ("renewal", "ends_on"),
    BEFORE_VOTE.id: ("signed_on", "voted_on"),
    BEFORE_ENFORCEABLE.id: ("signed_on", "transmitted_on", "enforceable_on"),
}
_LINKED = ("themes", *_PERIOD)


def explained(findings: Findings, frame: pl.DataFrame | None = None) -> list[Finding]:
    """Explain findings, all or those of a part of their frame, in its order."""
    rows = findings.frame if frame is None else frame
    if rows.is_empty():
        return []
    pairs = rows.select("convention", "framework").drop_nulls().unique()
    met = with_facts(findings.dated, pairs).select("convention", "framework", "period", "theme", "territory")
    rows = rows.join(met, on=["convention", "framework"], how="left", maintain_order="left")
    lookup = _Lookup(findings, rows)
    return [lookup.finding(row) for row in rows.iter_rows(named=True)]


class _Lookup:
    """Look up, once for all the rows explained, the elements they speak of."""

    def __init__(self, findings: Findings, rows: pl.DataFrame) -> None:
        self._findings, self._ground = findings, findings.ground
        self._network: Network = findings.ground.network
        conventions = rows["convention"].unique()
        dated = findings.dated.conventions.filter(pl.col("id").is_in(conventions.implode())).with_columns(
            enforceable().alias("enforceable")
        )
        self._conventions = {row["id"]: row for row in dated.iter_rows(named=True)}
        frameworks = findings.dated.frameworks.filter(pl.col("id").is_in(rows["framework"].drop_nulls().unique().implode()))
        self._frameworks = {row["id"]: row for row in frameworks.iter_rows(named=True)}
        territories = pl.col("target").str.starts_with(f"{TERRITORY.name}:")
        covers = self._network.link(COVERS.name).filter(pl.col("source").is_in(frameworks["id"].implode()) & territories)
        covered = self._network.named(covers, "target").group_by("source").agg(pl.col("target_name").drop_nulls().sort().str.join(" | "))
        self._covered: dict[str, str] = dict(covered.iter_rows())
        others = rows["others"].explode().drop_nulls().unique()
        wanted = pl.concat(
            [
                conventions,
                others,
                *(rows[n].drop_nulls().unique().cast(pl.String) for n in ("framework", "partner", "signatory", "declension", "successor")),
            ]
        )
        captions = self._network.captions.filter(pl.col("id").is_in(wanted.implode()))
        self._names: dict[str, str] = dict(captions.select("id", "caption").iter_rows())
        held_others = self._network.node(CONVENTION.name).filter(pl.col("id").is_in(others.implode())).select("id", *PLACE)
        self._other_places = {i: self._network.place(*place) for i, *place in held_others.iter_rows()}
        schools = self._network.named(self._ground.schools.filter(pl.col("convention").is_in(others.implode())), "establishment")
        by_convention = schools.group_by("convention").agg(pl.col("establishment_name").drop_nulls().sort().str.join(", "))
        self._schools: dict[str, str] = dict(by_convention.iter_rows())
        ours = pl.concat([rows["partner"], rows["signatory"]]).drop_nulls().unique()
        held = self._ground.units.frame.filter(pl.col("id").is_in(ours.implode()))
        self._organisations = {row["id"]: row for row in held.iter_rows(named=True)}
        self._places = self._organisation_places(ours)
        self._advice = advised(self._ground, conventions.to_list(), on=findings.on)
        self._steps, self._unit_names = _steps(self._ground, rows, self._organisations)
        told = informed(self._network).filter(pl.col("convention").is_in(conventions.implode()))
        self._told: dict[str, list[str]] = {}
        for convention, delegation, on, _kind in told.iter_rows():
            self._told.setdefault(convention, []).append(
                f"{delegation.partition(':')[2].removeprefix('~')}{f' le {on:%d/%m/%Y}' if on else ''}"
            )

    def _organisation_places(self, ids: pl.Series) -> dict[str, str]:
        held = self._network.node(ORGANISATION.name).filter(pl.col("id").is_in(ids.implode()))
        return {i: self._network.place(*place) for i, *place in held.select("id", *PLACE).iter_rows()}

    def name(self, identifier: str | None) -> str:
        """Name an id as people know it."""
        return self._names.get(identifier or "", (identifier or "").partition(":")[2].removeprefix("~"))

    def finding(self, row: dict[str, Any]) -> Finding:
        """Make the object of a row."""
        convention = self._conventions.get(row["convention"], {})
        framework = self._frameworks.get(row["framework"] or "", {})
        case = Case(row, convention, framework, self.name, self._findings.on)
        case.through, case.schools = self._through(row), self._schools
        partner = self._organisations.get(row["partner"] or "", {})
        case.idcc, case.naf = partner.get("idcc") or "", partner.get("naf") or ""
        rule = BY_RULE[row["rule"]]
        return Finding(
            convention=row["convention"],
            convention_name=self.name(row["convention"]),
            framework=row["framework"],
            framework_name=self.name(row["framework"]) if row["framework"] else "",
            rule=rule,
            topic=row["topic"],
            certainty=row["certainty"],
            identity=identity(case) if row["framework"] else "",
            reason=reason(case),
            facts=tuple(self._facts(case, rule)),
            quotations=tuple(self._quotations(case, rule)),
            to_complete=tuple(to_complete(case)),
            others=tuple(row["others"] or ()),
            advice=tuple(self._advice.get(row["convention"], ())),
            cited=bool(row["cited"]),
            references=(convention.get("reference") or "", framework.get("reference") or ""),
        )

    def _through(self, row: dict[str, Any]) -> str:
        names = [self._unit_names.get(unit, unit) for unit in self._between(row)]
        return f" (par {', puis '.join(names)})" if names else ""

    def _between(self, row: Mapping[str, Any]) -> list[str]:
        if row["how"] not in _TREE:
            return []
        units = [self._organisations.get(row[end] or "", {}).get("unit") for end in ("signatory", "partner")]
        if None in units:
            return []
        return way(self._steps, str(units[0]), str(units[1]))[1:-1]

    def _facts(self, case: Case, rule: Rule) -> list[Fact]:
        row = case.row
        found: list[Fact] = []
        if row["framework"]:
            found += self._identity_facts(row)
            names = _OF_RULE.get(rule.id, _LINKED)
            if rule is CONTRARY:
                names = (commitment(case), *_LINKED)
            if rule is OUTLIVES and case.convention.get("renewal") is None:
                found += self._said(CONVENTION.name, case.convention, ("clauses",))
            if rule is CLAUSE:
                found += [
                    *self._said(CONVENTION.name, case.convention, ("clauses",)),
                    *self._said(FRAMEWORK.name, case.framework, ("required_clauses",)),
                ]
                return found
            found += self._said(CONVENTION.name, case.convention, names)
            found += self._said(FRAMEWORK.name, case.framework, names if rule is not REPLACED else ())
            found += self._territory(row)
            if row["successor"]:
                found.append(
                    Fact(
                        row["framework"], case.accord, "REPLACES", "Remplacé par", self.name(row["successor"]), self._place(case.framework)
                    )
                )
            return found
        found += self._said(CONVENTION.name, case.convention, _OF_RULE.get(rule.id, _LINKED if row["others"] else ()))
        if rule is ABROAD:
            found.append(self._told_fact(row["convention"], case))
        if row["partner"]:
            found += self._organisation(row["partner"], "Partenaire")
        for other in row["others"] or ():
            found.append(Fact(other, self.name(other), "SIGNS", "Autre convention", self.name(other), self._other_places.get(other, "")))
        return found

    def _told_fact(self, convention: str, case: Case) -> Fact:
        told = ", ".join(sorted(self._told.get(convention, ()))) or "aucune notée"
        return Fact(convention, self.name(convention), "INFORMED", "Délégations informées", told, self._place(case.convention))

    def _territory(self, row: Mapping[str, Any]) -> list[Fact]:
        named = self._covered.get(row["framework"])
        if named is None:
            return []
        return [
            Fact(
                row["framework"],
                self.name(row["framework"]),
                "COVERS",
                "Territoires",
                named,
                self._place(self._frameworks.get(row["framework"], {})),
            )
        ]

    def _identity_facts(self, row: Mapping[str, Any]) -> list[Fact]:
        found = [*self._organisation(row["partner"], "Partenaire")] if row["partner"] else []
        if row["signatory"] and row["signatory"] != row["partner"]:
            found += self._organisation(row["signatory"], "Signataire de l’accord")
        partner = self._organisations.get(row["partner"] or "", {})
        if row["how"] in (How.IDCC, How.NAF):
            name = str(row["how"])
            prop = DOMAIN.node(ORGANISATION.name).property(name)
            found.append(
                Fact(
                    row["partner"],
                    self.name(row["partner"]),
                    name,
                    prop.label,
                    str(partner.get(name) or ""),
                    self._places.get(row["partner"], ""),
                )
            )
            held = self._frameworks.get(row["framework"], {})
            found += self._said(FRAMEWORK.name, held, ("idcc",) if row["how"] == How.IDCC else ("naf_prefixes", "naf_version"))
        between = self._between(row)
        if between:
            said = " → ".join(self._unit_names.get(unit, unit) for unit in between)
            found.append(Fact(row["partner"], self.name(row["partner"]), "PART_OF", "Lien par", said, self._places.get(row["partner"], "")))
        return found

    def _organisation(self, identifier: str, label: str) -> list[Fact]:
        held = self._organisations.get(identifier, {})
        number = f" (SIREN {held['siren']})" if held.get("siren") else " (sans SIREN)"
        return [
            Fact(identifier, self.name(identifier), "name", label, f"{self.name(identifier)}{number}", self._places.get(identifier, ""))
        ]

    def _said(self, kind: str, row: Mapping[str, Any], names: Sequence[str]) -> list[Fact]:
        if not row:
            return []
        place = self._place(row)
        found: list[Fact] = []
        for name in names:
            prop = DOMAIN.node(kind).property(name)
            value = shown(prop, row.get(name))
            if value or name in ("themes", "starts_on", "ends_on", "clauses", "voted_on", "signed_on"):
                found.append(Fact(row["id"], self.name(row["id"]), name, prop.label, value or "non renseigné", place))
        return found

    def _place(self, row: Mapping[str, Any]) -> str:
        return self._network.place(row.get("lot"), row.get("table"), row.get("line")) if row else ""

    def _quotations(self, case: Case, rule: Rule) -> list[Quotation]:
        if not case.row["framework"]:
            return []
        ours, theirs = self._texts(case, rule)
        return [
            Quotation(f"Convention : {self.name(case.row['convention'])}", ours, self._place(case.convention)),
            Quotation(f"Accord : {self.name(case.row['framework'])}", theirs, self._place(case.framework)),
        ]

    def _texts(self, case: Case, rule: Rule) -> tuple[str, str]:
        if rule is CONTRARY:
            name = commitment(case)
            return f"{COMMITMENTS[name]} : « {case.convention[name]} »", f"{COMMITMENTS[name]} : « {case.framework[name]} »"
        if rule is CLAUSE:
            lacking = ", ".join(CLAUSES.show(code) for code in absent_clauses(case))
            return (
                f"Clauses absentes : {lacking}",
                f"Clauses exigées : {', '.join(CLAUSES.show(c) for c in case.framework['required_clauses'])}",
            )
        return _summary(CONVENTION.name, case.convention, "object"), _summary(FRAMEWORK.name, case.framework, "title")


def _summary(kind: str, row: Mapping[str, Any], title: str) -> str:
    if not row:
        return "Aucune ligne ne décrit ce texte."
    node = DOMAIN.node(kind)
    themes = ", ".join(THEME.show(code) for code in row["themes"] or ()) or "thèmes non renseignés"
    parts = [f"« {row[title]} »" if row[title] else "sans intitulé", themes]
    parts += [
        f"{node.property(n).label.lower()} : {shown(node.property(n), row[n]) or 'non renseigné'}"
        for n in ("starts_on", "ends_on", "renewal")
    ]
    return " ; ".join(parts)


def _steps(
    ground: Ground, rows: pl.DataFrame, organisations: Mapping[str, Mapping[str, Any]]
) -> tuple[dict[tuple[str, str], str | None], dict[str, str]]:
    """Give the steps up and down the trees from the signatories of some rows, and the names of the units on the way."""
    met = rows.filter(pl.col("how").is_in([str(how) for how in _TREE]))["signatory"].drop_nulls().unique()
    if met.is_empty():
        return {}, {}
    anchors = pl.Series([organisations[i]["unit"] for i in met.to_list() if i in organisations], dtype=pl.String)
    walked = pl.concat(
        [ground.trees.below(anchors).select("anchor", "unit", "via"), ground.trees.above(anchors).select("anchor", "unit", "via")]
    )
    steps: dict[tuple[str, str], str | None] = {(anchor, unit): via for anchor, unit, via in walked.iter_rows()}
    named = ground.units.frame.filter(pl.col("unit").is_in(walked["via"].drop_nulls().unique().implode())).sort(
        pl.col("id").str.len_bytes(), "id"
    )
    names = {
        unit: name or unit for unit, name in named.unique("unit", keep="first", maintain_order=True).select("unit", "name").iter_rows()
    }
    return steps, names
