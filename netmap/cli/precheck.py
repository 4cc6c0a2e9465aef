"""`precheck` and `delegations`: before signature, and what delegations are to be sent."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from netmap.answer import find_actor
from netmap.cli.coherence import on_option, output_option, read_day
from netmap.cli.console import counted, say, show, show_bytes, show_json, show_table
from netmap.cli.network_choice import chosen_network, network_option
from netmap.cli.options import author_option, check_output, chosen_author, chosen_store, format_option, reason_option, verb
from netmap.coherence import LEVELS, Ground
from netmap.coherence.keeping import draft_of
from netmap.coherence.precheck import Precheck, Request
from netmap.coherence.precheck import precheck as checked
from netmap.coherence.sendings import Listing, listings, sending, sendings, told
from netmap.domain.vocabulary import THEME
from netmap.errors import NetmapError, UnknownName
from netmap.export.document import document_docx, document_pdf
from netmap.export.precheck import precheck_document
from netmap.intake import remake
from netmap.lots.corrections import now
from netmap.values import DATE, YES_NO, Refusal, ValueType

_DOCUMENTS = {"docx": document_docx, "pdf": document_pdf}


@verb(
    "precheck",
    "PARTENAIRE : un SIRET, un SIREN ou un nom. Les mêmes règles que « netmap coherence », sur la convention que l’on s’apprête à signer. "
    "Rien n’est gardé sans --keep.",
)
@click.argument("partner", metavar="PARTENAIRE")
@network_option
@click.option("--establishment", metavar="NOM", required=True, help="L’établissement qui signe : son UAI ou son nom.")
@click.option("--theme", "themes", multiple=True, metavar="THÈME", help="Un thème de la convention ; se répète.")
@click.option("--start", metavar="JJ/MM/AAAA", help="Début prévu.")
@click.option("--end", metavar="JJ/MM/AAAA", help="Fin prévue.")
@click.option("--territory", metavar="NOM", help="Territoire de la convention, si ce n’est pas celui de l’établissement.")
@click.option("--foreign", metavar="oui|non", help="Le partenaire est-il étranger ? Ce que dit le réseau sinon.")
@click.option("--commune", metavar="NOM", default="", help="Commune du partenaire, pour le reconnaître ou le distinguer.")
@on_option
@click.option("--keep", is_flag=True, help="Garde la convention comme projet : un lot, que l’on peut annuler.")
@author_option
@format_option("table", "json", "docx", "pdf")
@output_option
def precheck(
    partner: str,
    establishment: str,
    themes: Sequence[str],
    start: str | None,
    end: str | None,
    territory: str | None,
    foreign: str | None,
    commune: str,
    on: str | None,
    author: str | None,
    form: str,
    output: Path | None,
    *,
    keep: bool,
) -> None:
    """Answer « puis-je signer ? »."""
    store = chosen_store()
    network = store.network()
    request = Request(
        partner=partner,
        establishment=find_actor(network, establishment, "Establishment"),
        themes=tuple(dict.fromkeys(_value(THEME, "Thème", one) for text in themes for one in text.split("|") if one.strip())),
        starts_on=read_day(start) if start else None,
        ends_on=read_day(end) if end else None,
        territory=find_actor(network, territory, "Territory") if territory else None,
        foreign=None if foreign is None else bool(_value(YES_NO, "Partenaire étranger", foreign)),
        commune=commune,
    )
    answer = checked(network, request, read_day(on))
    if form == "json":
        show_json({"network": str(chosen_network()), "version": network.version, **answer.as_dict()})
    elif form == "table":
        _show(answer)
    else:
        give_file(_DOCUMENTS[form](precheck_document(answer)), output, form)
    if keep:
        lot = remake(store, lambda _held: draft_of(answer, author=chosen_author(author), at=now()))
        say(f"Gardée comme projet (lot {lot.number}) ; « netmap undo {lot.number} » l’annule.")


@verb(
    "delegations",
    "Conseil de la fiche 6, pas une obligation. Sans --delegation, les délégations du réseau, le dernier envoi et ce qui a changé depuis.",
)
@network_option
@click.option("--delegation", metavar="NOM", help="Une délégation : sa liste à envoyer.")
@on_option
@click.option("--sent", is_flag=True, help="Note que la liste a été envoyée à cette date : un lot, que l’on peut annuler.")
@author_option
@reason_option
@format_option("table", "csv", "json", "xlsx", "docx", "pdf")
@output_option
def delegations(
    delegation: str | None, on: str | None, author: str | None, reason: str, form: str, output: Path | None, *, sent: bool
) -> None:
    """List the delegations, or give the list of one."""
    store = chosen_store()
    network = store.network()
    found = listings(Ground(network), read_day(on), sendings(store))
    if delegation is None:
        _overview(found, form, sent=sent)
        return
    wanted = find_actor(network, delegation, "Delegation")
    listing = next(one for one in found if one.delegation == wanted)
    if sent:
        lot = remake(store, lambda _held: sending(listing, author=chosen_author(author), reason=reason, at=now()))
        say(f"Envoi noté (lot {lot.number}) ; « netmap undo {lot.number} » l’annule.")
    if form == "json":
        show_json({"network": str(chosen_network()), "version": store.version(), **listing.as_dict()})
    elif form == "table":
        show(listing.message)
        show("")
        show_table(listing.table.columns, [[cell or "" for cell in row] for row in listing.table.iter_rows()])
    else:
        from netmap.evidence.lists import WRITERS, delegation_list  # noqa: PLC0415 - the writers of documents, where one is written

        give_file(WRITERS[form](delegation_list(network, listing)), output, form)


def _overview(found: Sequence[Listing], form: str, *, sent: bool) -> None:
    if sent:
        raise UnknownName("Donnez « --delegation » : on note l’envoi à une délégation à la fois.")
    if form == "json":
        show_json({"network": str(chosen_network()), "delegations": [listing.as_dict() for listing in found]})
        return
    if form != "table":
        raise UnknownName("Donnez « --delegation » : un fichier est la liste d’une délégation.")
    if not found:
        show("Aucune délégation dans ce réseau : chargez le modèle « delegations ».")
        return
    rows = [
        (
            listing.name,
            listing.kind,
            str(len(listing.ids)),
            DATE.show(listing.last.on) if listing.last else "jamais",
            told(listing.changes) if listing.last else "",
        )
        for listing in found
    ]
    show_table(("Délégation", "Sorte", "Conventions", "Dernier envoi", "Depuis"), rows)


def _show(answer: Precheck) -> None:
    show(f"Puis-je signer avec {answer.partner_name} ? {answer.answer}")
    show("")
    for finding in answer.findings:
        show(f"{LEVELS[finding.rule.level].name} : {finding.reason}")
    if answer.existing:
        show("")
        rows = [(k.establishment, k.partner, k.tie, k.state, DATE.show(k.end) if k.end else "", k.contact) for k in answer.existing]
        show_table(("Établissement", "Partenaire", "Lien", "État", "Fin", "Qui le connaît"), rows)
    show("")
    for advice in answer.advice:
        show(f"À informer : {advice.name}, {advice.when} ({advice.source}).")


def _value(kind: ValueType, label: str, text: str) -> str:
    value = kind.cell(text.strip())
    if isinstance(value, Refusal):
        raise UnknownName(f"{label} : « {text} » n’est pas {kind.label} ({value.reason}).")
    return value


def give_file(content: bytes, output: Path | None, form: str) -> None:
    """Write a file where it is asked for, else on stdout."""
    if output is None and form != "csv" and sys.stdout.isatty():
        raise NetmapError(f"Ce fichier ne s’affiche pas dans un terminal : ajoutez « --output fiche.{form} ».")
    if output is None:
        show_bytes(content)
        return
    check_output(output)
    output.write_bytes(content)
    say(f"{counted(len(content), 'octet écrit', 'octets écrits')} dans « {output} ».")
