"""`dismiss`: a suggested partner set aside, with its motive."""

import click

from netmap.answer import find_actor
from netmap.cli.coherence import on_option, read_day
from netmap.cli.console import show, show_json
from netmap.cli.network_choice import chosen_network, network_option
from netmap.cli.options import author_option, chosen_author, chosen_store, format_option, reason_option, verb
from netmap.intake import remake
from netmap.lots.corrections import now
from netmap.suggestions import set_aside


@verb(
    "dismiss",
    "La proposition n’est plus montrée par « netmap ask suggested_partners » ni par la page « Manques » ; son motif est gardé, sur les "
    "deux fiches. « netmap undo » l’annule.",
)
@network_option
@click.option("--for", "subject", metavar="NOM", required=True, help="L’établissement ou le campus pour qui elle est écartée.")
@click.option("--partner", metavar="NOM", required=True, help="L’organisation proposée.")
@click.option("--need", metavar="CLÉ", help="La clé du manque (champ « need ») ; tous les manques sinon.")
@on_option
@author_option
@reason_option
@format_option("table", "json")
def dismiss(subject: str, partner: str, need: str | None, on: str | None, author: str | None, reason: str, form: str) -> None:
    """Set a suggestion aside."""
    store = chosen_store()
    network = store.network()
    day = read_day(on)
    whom = find_actor(network, subject, "Establishment|Campus")
    proposed = find_actor(network, partner, "Organisation")
    lot = remake(store, lambda held: set_aside(held, whom, proposed, need, author=chosen_author(author), reason=reason, at=now(), on=day))
    if form == "json":
        show_json({"network": str(chosen_network()), "version": store.version(), "lot": lot.number, "title": lot.title})
        return
    show(f"{lot.title} (lot {lot.number}). « netmap undo {lot.number} » l’annule.")
