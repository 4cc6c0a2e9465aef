"""The list for a delegation as a document: its message, what changed since, the conventions."""

from netmap.coherence.sendings import Listing, told
from netmap.export.document import Document, Part
from netmap.values import DATE

_SHOWN = ("N° de convention", "Établissement", "Partenaire", "Thèmes", "Début", "Fin", "Accord-cadre cité")


def listing_document(listing: Listing) -> Document:
    """Write the list of a delegation as a document."""
    rows = tuple(tuple(cell or "" for cell in row) for row in listing.table.select(_SHOWN).iter_rows())
    changes = listing.changes
    since = [f"Nouvelle : {name}" for name in changes.added] + [f"Sortie de la liste : {name}" for name in changes.gone]
    since += [f"Modifiée : {name}. {what}" for name, what in changes.changed]
    parts = [Part(f"Partenariats sous convention ({len(rows)})", () if rows else ("Aucun à cette date.",), _SHOWN if rows else (), rows)]
    if listing.last is not None:
        parts.insert(0, Part(f"Depuis l’envoi du {DATE.show(listing.last.on)}", tuple(since) or (told(changes).capitalize() + ".",)))
    answer = f"{listing.name} ({listing.kind}) : liste conseillée par la fiche 6 du guide du label."
    return Document(
        "Partenariats sous convention", answer, listing.on, tuple(parts), "Liste faite par netmap à partir des conventions du réseau."
    )
