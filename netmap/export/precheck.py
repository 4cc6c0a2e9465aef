"""The dated sheet of « Puis-je signer ? », to attach to a file: the answer, the verdicts, what exists, whom to tell."""

from netmap.coherence.precheck import Known, Precheck
from netmap.coherence.reasons import CERTAINTIES
from netmap.coherence.rules import LEVELS
from netmap.domain.vocabulary import CLAUSE, THEME
from netmap.export.document import Document, Part
from netmap.values import DATE

_MOST = 60
_ADVICE = "Ces informations sont conseillées par la fiche 6 du guide du label ; ce n’est pas une obligation."


def precheck_document(answer: Precheck) -> Document:
    """Write the answer to a request as a document of one or two pages."""
    parts = [
        Part("Ce qui est demandé", tuple(_asked(answer))),
        Part("Accords-cadres et points à regarder", tuple(_verdicts(answer))),
        _existing(answer),
        Part("Délégations à informer", tuple(_delegations(answer))),
    ]
    if answer.required:
        said = ", ".join(CLAUSE.show(code) for code in answer.required)
        parts.append(Part("Clauses que demandent les accords concernés", (said,)))
    parts.append(_knowing(answer))
    foot = (
        f"Fiche faite par netmap le {DATE.show(answer.on)}, sur la version {answer.network.version} du réseau. Rien n’en a été "
        "enregistré. Les niveaux sont "
        "une proposition de netmap ; la décision appartient à l’établissement."
    )
    return Document("Puis-je signer ?", answer.answer, answer.on, tuple(part for part in parts if part.paragraphs or part.rows), foot)


def _asked(answer: Precheck) -> list[str]:
    request, network = answer.request, answer.network
    known = "" if answer.partner_known else " (inconnu du réseau)"
    lines = [
        f"Établissement : {network.caption(request.establishment)}",
        f"Partenaire : {answer.partner_name}{known}, {answer.partner.partition(':')[2].removeprefix('~')}",
        f"Thèmes : {', '.join(THEME.show(code) for code in request.themes) or 'non renseignés'}",
        f"Du {_day(request.starts_on)} au {_day(request.ends_on)}",
    ]
    if request.territory:
        lines.append(f"Territoire : {network.caption(request.territory)}")
    return lines


def _verdicts(answer: Precheck) -> list[str]:
    if not answer.findings:
        return ["Aucun accord-cadre connu ne concerne ce partenaire."]
    return [
        f"{LEVELS[f.rule.level].name}{f' (certitude {CERTAINTIES[f.certainty]})' if f.framework else ''} : {f.reason} Règle {f.rule.name}. "
        f"Sources : {' ; '.join(dict.fromkeys(fact.source for fact in f.facts if fact.source)) or 'la demande'}."
        for f in answer.findings
    ]


def _existing(answer: Precheck) -> Part:
    rows = [k for k in answer.existing if k.state != "fiche de l’organisation"]
    note = () if rows else ("Rien de connu avec ce partenaire ni avec son groupe.",)
    more = (f"{len(rows) - _MOST} lignes de plus.",) if len(rows) > _MOST else ()
    headings = ("Établissement", "Partenaire", "Lien", "État", "Fin") if rows else ()
    return Part("Ce qui existe déjà dans le réseau", (*note, *more), headings, tuple(_row(k) for k in rows[:_MOST]))


def _row(known: Known) -> tuple[str, ...]:
    return (known.establishment, known.partner, known.tie, known.state, _day(known.end) if known.end else "")


def _delegations(answer: Precheck) -> list[str]:
    return [*(f"{a.name} : {a.when}. {a.why} ({a.source})" for a in answer.advice), _ADVICE]


def _knowing(answer: Precheck) -> Part:
    rows = tuple(dict.fromkeys((k.contact, k.establishment or k.partner) for k in answer.knowing))[:_MOST]
    nobody = () if rows else ("Personne n’est noté comme le connaissant.",)
    return Part("Qui connaît ce partenaire", nobody, ("Fonction", "Où") if rows else (), rows)


def _day(value: object) -> str:
    return DATE.show(value) if value else "non renseigné"
