"""Each delegation gets the conventions of its domain and its territory, and is told what changed since the last sending."""

from datetime import date

from netmap.coherence import Ground
from netmap.coherence.advice import advised
from netmap.coherence.sendings import Listing, listings, sending, sendings
from netmap.intake import remake, undo
from netmap.lot import LotKind
from netmap.stores import Store
from tests.coherence.telling import LYCEE, PORT, c, d, e
from tests.coherence.writing import files

ON, AT = date(2026, 11, 23), "2026-11-23T09:00:00+00:00"
LINES = (
    e(LYCEE, academie="Rennes"),
    e(PORT, academie="Strasbourg"),
    c("CONV-RENNES"),
    c("CONV-STRAS", uai=PORT),
    c("CONV-ESPAGNE", siren="", partner="Escuela", country="Espagne", themes="Culture"),
    c("CONV-DECRO", themes="Lutte contre le décrochage"),
    c("CONV-FINIE", end="31/08/2026"),
    d("DAFPIC de Rennes", "DAFPIC", academie="Rennes"),
    d("DRAFPIC du Grand Est", "DRAFPIC", region="Grand Est"),
    d("DAREIC de Rennes", "DAREIC", academie="Rennes"),
    d("DRAIO de Bretagne", "DRAIO", region="Bretagne"),
    d("DRANE de Bretagne", "DRANE", region="Bretagne"),
)


def given(store: Store, on: date = ON) -> dict[str, Listing]:
    return {one.name: one for one in listings(Ground(store.network()), on, sendings(store))}


def numbers(listing: Listing) -> list[str]:
    return sorted(listing.table["N° de convention"].to_list())


def test_the_routes_send_conventions_by_domain_territory_and_country(load, store) -> None:
    load(files(LINES))
    assert {name: numbers(one) for name, one in given(store).items()} == {
        "DRAFPIC du Grand Est": ["CONV-STRAS"],
        "DAFPIC de Rennes": ["CONV-DECRO", "CONV-ESPAGNE", "CONV-RENNES"],
        "DRAIO de Bretagne": ["CONV-DECRO"],
        "DAREIC de Rennes": ["CONV-ESPAGNE"],
        "DRANE de Bretagne": [],
    }


def test_what_changed_since_the_last_sending_is_told(load, store) -> None:
    load(files(LINES))
    first = given(store)["DAFPIC de Rennes"]
    assert "Depuis l’envoi" not in first.message
    lot = remake(store, lambda _held: sending(first, author="Camille", reason="par courriel", at=AT))
    assert (lot.kind, lot.title) == (LotKind.SENDING, "Envoi à DAFPIC de Rennes : 3 conventions, au 23/11/2026")
    assert given(store)["DAFPIC de Rennes"].changes.count == 0
    changed = tuple(line for line in LINES if line[1].get("N° de convention") not in ("CONV-RENNES", "CONV-DECRO"))
    load(files((*changed, c("CONV-RENNES", end="31/08/2030"), c("CONV-NEUVE", partner="Alpha"), c("CONV-DECRO", status="Terminée"))))
    listing = given(store)["DAFPIC de Rennes"]
    assert listing.changes.added == ("CONV-NEUVE (CONV-NEUVE), 0350760L",)
    assert listing.changes.gone == ("CONV-DECRO (CONV-DECRO), 0350760L",)
    assert listing.changes.changed == (("CONV-RENNES (CONV-RENNES), 0350760L", "Fin : « 31/08/2028 » devient « 31/08/2030 »"),)
    assert "Depuis l’envoi du 23/11/2026 : 1 convention nouvelle, 1 sortie de la liste, 1 convention modifiée." in listing.message
    undo(store, lot.number, author="Camille", reason="", at=AT)
    assert given(store)["DAFPIC de Rennes"].last is None


def test_an_empty_list_can_be_noted_as_sent(load, store) -> None:
    load(files(LINES))
    remake(store, lambda _held: sending(given(store)["DRANE de Bretagne"], author="", reason="", at=AT))
    last = given(store)["DRANE de Bretagne"].last
    assert last is not None
    assert (last.on, dict(last.said)) == (ON, {})


def test_the_delegation_of_the_territory_is_the_nearest_and_one_told_is_not_to_be_told(load, store) -> None:
    told = c("CONV-DITE", told="DAFPIC de Rennes", told_on="01/06/2026")
    load(files((*LINES, d("DRAFPIC de Bretagne", "DRAFPIC", region="Bretagne"), told)))
    asked = ["Convention:CONV-RENNES", "Convention:CONV-DITE", "Convention:CONV-STRAS"]
    found = advised(Ground(store.network()), asked, on=ON)
    assert {name: [(a.name, a.informed, a.informed_on) for a in advice] for name, advice in found.items()} == {
        "Convention:CONV-RENNES": [("DAFPIC de Rennes", False, None)],
        "Convention:CONV-DITE": [("DAFPIC de Rennes", True, date(2026, 6, 1))],
        "Convention:CONV-STRAS": [("DRAFPIC du Grand Est", False, None)],
    }


def test_without_a_directory_the_kind_of_delegation_is_named(load, store) -> None:
    load(files([c()]))
    (advice,) = advised(Ground(store.network()), ["Convention:CONV-1"], on=ON)["Convention:CONV-1"]
    assert (advice.delegation, advice.name) == (None, "DRAFPIC ou DAFPIC")
    assert "il est conseillé" in advice.why.lower()
