"""Why a verdict is given, in French a principal can read: one function a rule, from the same row and the same facts as the screen.

Unknown is said as unknown, with what to complete; nothing here decides anything.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from netmap.coherence.pairs import APART, UNKNOWN
from netmap.coherence.rules import (
    ABROAD,
    BEFORE_ENFORCEABLE,
    BEFORE_VOTE,
    BY_DECLENSION,
    CLAUSE,
    COMMITMENTS,
    CONTRARY,
    DECLARED,
    DOUBLE,
    ENDED,
    OFF_THEME,
    OUTLIVES,
    OVERLAP,
    POSSIBLE,
    RENEWAL,
    REPLACED,
    SHARED,
)
from netmap.domain.vocabulary import CLAUSE as CLAUSES
from netmap.domain.vocabulary import RENEWAL as RENEWALS
from netmap.domain.vocabulary import THEME
from netmap.lifecycle import FAR, State
from netmap.matching import How
from netmap.values import DATE

Row = Mapping[str, Any]
CERTAINTIES = {"sure": "sûre", "strong": "forte", "medium": "moyenne", "weak": "faible"}


def day(value: date | None) -> str:
    """Write a date; an end that nothing bounds is said so."""
    return "inconnue" if value is None else "sans terme (reconductions tacites)" if value == FAR else DATE.show(value)


def words(kind: Any, codes: Any) -> str:  # noqa: ANN401 - a vocabulary and its codes
    """Write codes of a vocabulary as people read them."""
    return ", ".join(kind.show(code) for code in codes or ()) or "non renseignés"


def identity(case: "Case") -> str:
    """Say how it is known that the partner is concerned, and through whom."""
    how, partner, signatory = case.row["how"], case.partner, case.signatory
    said: dict[str, str] = {
        How.SAME: f"le partenaire, {partner}, est signataire de l’accord",
        How.UNIT: f"{partner} et {signatory}, signataire de l’accord, ont le même SIREN",
        How.SUBSIDIARY: f"{partner} dépend de {signatory}, signataire de l’accord{case.through}",
        How.PARENT: f"{partner} est au-dessus de {signatory}, signataire de l’accord{case.through}",
        How.MEMBER: f"{partner} est membre de {signatory}, signataire de l’accord{case.through}",
        How.GROUP_MEMBER: f"{partner} appartient à un groupe qui est membre de {signatory}, signataire de l’accord{case.through}",
        How.STATE: f"{_both(case)} un SIREN de l’État, qui peut être celui d’un ministère entier",
        How.IDCC: f"{partner} relève d’une convention collective (IDCC {case.idcc}) couverte par l’accord",
        How.NAF: f"l’activité de {partner} (NAF {case.naf}) est dans celles que l’accord couvre",
        How.NAME: f"{partner}, ou ce dont il dépend, porte le nom de {signatory}, signataire de l’accord, sans identifiant qui le confirme",
    }
    return said.get(how or "", "la convention cite l’accord")


def _both(case: "Case") -> str:
    if case.row["partner"] == case.row["signatory"]:
        return f"{case.partner} est signataire de l’accord, et n’est connu que par"
    return f"{case.partner} et {case.signatory} partagent"


def reason(case: "Case") -> str:
    """Give the reason of a verdict, in one to three sentences."""
    return _REASONS[case.row["rule"]](case)


def to_complete(case: "Case") -> list[str]:
    """Say what is not known and would make a verdict on a pair more precise."""
    row = case.row
    if row["framework"] is None:
        return []
    found = [*_unsaid(row, case.convention, "de la convention"), *_unsaid(row, case.framework, "de l’accord")]
    if row["territory"] == UNKNOWN:
        found.append("le territoire de l’accord, ou l’académie de l’établissement")
    if row["cited"] and case.framework.get("required_clauses") and case.convention.get("clauses") is None:
        found.append("les clauses présentes dans la convention (l’accord en exige)")
    if row["cited"] and _may_outlive(case):
        found.append("la reconduction de la convention (elle finit après l’accord)")
    if row["how"] == How.NAME:
        found.append("le SIRET ou le SIREN du partenaire et celui du signataire")
    return found


def _unsaid(row: Row, text: Row, of: str) -> list[str]:
    found: list[str] = []
    if row["period"] == UNKNOWN:
        start, end = text.get("starts_on"), text.get("latest_end")
        if start is None:
            found.append(f"la date de début {of}")
        if end is None:
            found.append(f"la date de fin {of}")
        if start is not None and end is not None and end < start:
            found.append(f"les dates {of} (la fin est avant le début)")
    if row["theme"] == UNKNOWN and not text.get("themes"):
        found.append(f"les thèmes {of}")
    return found


def _may_outlive(case: "Case") -> bool:
    """Tell a convention that ends after the framework it cites, and of which nothing says whether it is renewed."""
    ours, theirs = case.convention.get("latest_end"), case.framework.get("latest_end")
    later = ours is not None and theirs is not None and ours > theirs
    return later and case.convention.get("renewal") is None and case.convention.get("clauses") is None


def listed(row: Row, name: str) -> list[str]:
    """Give the values of a property that holds several; none when it is not known."""
    return list(row.get(name) or ())


class Case:
    """Hold what a sentence is made of: the row of a finding, and the elements it speaks of."""

    def __init__(self, row: Row, convention: Row, framework: Row, named: Callable[[str | None], str], on: date) -> None:
        """Hold the row of a finding, both texts, and the function that names an id."""
        self.row, self.convention, self.framework, self.on = row, convention, framework, on
        self.named = named
        self.partner = named(row["partner"]) if row["partner"] else "le partenaire"
        self.signatory = named(row["signatory"]) if row["signatory"] else "un signataire"
        self.schools: Mapping[str, str] = {}
        self.through = ""
        self.idcc = ""
        self.naf = ""

    @property
    def accord(self) -> str:
        """Name the framework."""
        return f"« {self.named(self.row['framework'])} »"

    @property
    def themes(self) -> str:
        """Write the themes that both texts have."""
        ours, theirs = listed(self.convention, "themes"), listed(self.framework, "themes")
        shared = [t for t in ours if t in theirs]
        return words(THEME, shared or [t for t in (*ours, *theirs) if t == "global"])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _missing(case: Case) -> str:
    lacking = to_complete(case)
    return f" À compléter : {' ; '.join(lacking)}." if lacking else ""


def _declared(case: Case) -> str:
    ours, theirs = listed(case.convention, "themes"), listed(case.framework, "themes")
    beyond = [t for t in ours if theirs and t not in (*theirs, "global")] if "global" not in theirs else []
    more = (
        f" Elle va au-delà de l’accord sur : {words(THEME, beyond)}."
        if beyond and "global" not in (case.framework.get("themes") or [])
        else ""
    )
    apart = " L’accord vaut pour un autre territoire : vérifier la citation." if case.row["territory"] == APART else ""
    coming = f" L’accord ne prend effet que le {day(case.framework['starts_on'])}." if case.framework.get("state") == State.COMING else ""
    return f"La convention cite {case.accord} : le lien est déclaré et compte comme preuve.{more}{apart}{coming}{_missing(case)}"


def _by_declension(case: Case) -> str:
    return (
        f"La convention cite « {case.named(case.row['declension'])} », qui décline {case.accord} : le lien est déclaré par la déclinaison."
    )


def _possible(case: Case) -> str:
    row = case.row
    why: list[str] = []
    if row["how"] == How.NAME:
        why.append("un nom seul ne suffit pas à conclure")
    if row["how"] in (How.SUBSIDIARY, How.PARENT) and case.framework.get("scope") == "entreprise":
        why.append("l’accord dit ne porter que sur l’entreprise signataire")
    if row["theme"] == APART:
        why.append("aucun thème connu n’est commun")
    if row["period"] == APART:
        why.append("les périodes ne se rencontrent pas")
    if row["territory"] == APART:
        why.append("l’accord vaut pour un autre territoire")
    if case.framework.get("state") == State.COMING:
        why.append(f"l’accord ne prend effet que le {day(case.framework['starts_on'])}")
    more = f" Le lien n’est que possible : {', '.join(why)}." if why else ""
    return (
        f"{_capital(identity(case))}, et la convention ne cite pas {case.accord}.{more} À rattacher si l’objet correspond.{_missing(case)}"
    )


def _overlap(case: Case) -> str:
    coming = f" L’accord prend effet le {day(case.framework['starts_on'])}." if case.framework.get("state") == State.COMING else ""
    return (
        f"{_capital(identity(case))}. Les deux textes portent sur : {case.themes} ; leurs périodes et leurs territoires se rencontrent, "
        "et la "
        f"convention ne cite pas {case.accord}.{coming} Ce n’est pas une faute : à vérifier avec la délégation, et à rattacher le cas "
        "échéant."
    )


def _double(case: Case) -> str:
    others = listed(case.row, "others")
    return (
        f"L’établissement a {_count(len(others), 'autre convention', 'autres conventions')} avec {case.partner} ou un organisme de la "
        "même lignée, "
        f"sur un thème commun et pendant une période commune : {_some(case, others)}."
    )


def _shared(case: Case) -> str:
    others = listed(case.row, "others")
    return (
        f"{_capital(_count(len(others), 'autre convention lie', 'autres conventions lient'))} d’autres établissements du réseau à "
        f"{case.partner}, sur un thème "
        f"commun et pendant une période commune : candidates à une convention commune ({_some(case, others)})."
    )


def _ended(case: Case) -> str:
    end = case.framework.get("effective_end")
    return (
        f"La convention cite {case.accord}, qui n’est plus en vigueur au {day(case.on)}{f' (fin le {day(end)})' if end else ''}. Citer "
        "un texte en vigueur."
    )


def _replaced(case: Case) -> str:
    return f"La convention cite {case.accord}, remplacé par « {case.named(case.row['successor'])} » : c’est ce texte qu’il faut citer."


def _outlives(case: Case) -> str:
    without = "" if case.convention.get("renewal") else " : ses clauses sont connues et aucune ne porte sur le renouvellement"
    return (
        f"La convention finit le {day(case.convention['latest_end'])}, après l’accord qu’elle cite ({case.accord}, fin le "
        f"{day(case.framework['latest_end'])}), et elle n’a pas de reconduction propre{without}."
    )


def _off_theme(case: Case) -> str:
    return (
        f"La convention porte sur : {words(THEME, case.convention['themes'])}. L’accord qu’elle cite, {case.accord}, porte sur : "
        f"{words(THEME, case.framework['themes'])}. Aucun thème n’est commun."
    )


def _renewal(case: Case) -> str:
    ours, theirs = (RENEWALS.show(str(one["renewal"])).lower() for one in (case.convention, case.framework))
    return (
        f"La reconduction de la convention est {ours}, celle de l’accord qu’elle cite ({case.accord}) est : {theirs}. La convention se "
        "prolongerait d’elle-même."
    )


def absent_clauses(case: Case) -> list[str]:
    """Give the clauses that the framework requires and that the convention is known not to hold."""
    present = listed(case.convention, "clauses")
    return [code for code in listed(case.framework, "required_clauses") if code not in present]


def _clause(case: Case) -> str:
    return f"L’accord cité, {case.accord}, exige des clauses que la convention ne contient pas : {words(CLAUSES, absent_clauses(case))}."


def commitment(case: Case) -> str:
    """Give the property of the commitment that a finding is about."""
    return str(case.row["topic"]).removeprefix(f"{CONTRARY.topic}-")


def _contrary(case: Case) -> str:
    name = commitment(case)
    tie = "La convention cite l’accord" if case.row["cited"] else _capital(identity(case))
    return (
        f"{tie}. Sur « {COMMITMENTS[name].lower()} », les deux textes ne disent pas la même chose : « {case.convention[name]} » dans la "
        "convention, "
        f"« {case.framework[name]} » dans {case.accord}. netmap ne juge pas du sens : à relire côte à côte et à trancher avant signature."
    )


def _vote(case: Case) -> str:
    return (
        f"Établissement public : la convention est signée le {day(case.convention['signed_on'])}, avant le vote du conseil "
        f"d’administration le {day(case.convention['voted_on'])}."
    )


def _enforceable(case: Case) -> str:
    return (
        f"Établissement public : la convention est signée le {day(case.convention['signed_on'])}, avant d’être exécutoire le "
        f"{day(case.convention['enforceable'])} (quinze jours après sa transmission, sauf date écrite)."
    )


def _abroad(case: Case) -> str:
    return (
        f"{case.partner} est un partenaire étranger, et aucune délégation aux relations internationales (DAREIC, DRAREIC) n’est notée "
        f"comme informée au {day(case.on)}."
    )


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number < 2 else several}"  # noqa: PLR2004 - the plural starts at two


def _some(case: Case, others: list[str]) -> str:
    few = 4
    shown = " ; ".join(f"« {case.named(other)} », {case.schools.get(other, '')}".rstrip(", ") for other in others[:few])
    return f"{shown} et {len(others) - few} de plus" if len(others) > few else shown


_REASONS: Mapping[str, Callable[[Case], str]] = {
    DECLARED.id: _declared,
    BY_DECLENSION.id: _by_declension,
    POSSIBLE.id: _possible,
    OVERLAP.id: _overlap,
    DOUBLE.id: _double,
    SHARED.id: _shared,
    ENDED.id: _ended,
    REPLACED.id: _replaced,
    OUTLIVES.id: _outlives,
    OFF_THEME.id: _off_theme,
    RENEWAL.id: _renewal,
    CLAUSE.id: _clause,
    CONTRARY.id: _contrary,
    BEFORE_VOTE.id: _vote,
    BEFORE_ENFORCEABLE.id: _enforceable,
    ABROAD.id: _abroad,
}
