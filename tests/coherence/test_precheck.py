"""Before signature: the partner by its number or its name, the verdicts by the same rules, what exists, whom to tell; nothing stored."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from netmap.coherence import Ground, examine
from netmap.coherence.keeping import draft_of
from netmap.coherence.precheck import Precheck, Request, precheck
from netmap.demo.identifiers import siret as site
from netmap.errors import NetmapError
from netmap.export.document import document_docx, document_pdf
from netmap.export.precheck import precheck_document
from netmap.intake import remake
from netmap.stores import Store
from tests.coherence.telling import GROUP, LYCEE, PORT, A, B, G, H, c, d, e, f, o
from tests.coherence.writing import files

ON, AT = date(2026, 11, 23), "2026-11-23T09:00:00+00:00"
LINES = (
    e(LYCEE, name="Lycée des Tilleuls", academie="Rennes"),
    e(PORT, name="Lycée du Port"),
    f("ACCORD-G", siren=G, partner="Groupe Gamma", requires="Durée"),
    *GROUP,
    c("CONV-P", uai=PORT),
    c("CONV-G", uai=PORT, siren=G, partner="Groupe Gamma", themes="Forum"),
    d("DAFPIC de Rennes", "DAFPIC", academie="Rennes"),
    d("DAREIC de Rennes", "DAREIC", academie="Rennes"),
)


def ask(store: Store, partner: str, **said) -> Precheck:
    ordinary = Request(
        partner=partner,
        establishment=f"Establishment:{LYCEE}",
        themes=("pfmp",),
        starts_on=date(2027, 1, 1),
        ends_on=date(2029, 12, 31),
    )
    return precheck(store.network(), replace(ordinary, **said), ON)


def found(answer: Precheck) -> list[tuple[str, str, str | None]]:
    return [(f.rule.id, f.certainty, f.framework) for f in answer.findings]


def test_the_answer_says_what_exists_what_is_concerned_and_whom_to_tell(load, store) -> None:
    load(files(LINES))
    answer = ask(store, "alpha")
    assert found(answer) == [
        ("doublon-etablissements", "sure", None),
        ("recouvrement", "strong", "Framework:ACCORD-G"),
    ]
    assert answer.answer == (
        "À voir d’abord avec ceux qui ont déjà une convention avec ce partenaire : une seule pourrait suffire. "
        "Un accord-cadre est aussi à regarder, et à citer s’il correspond."
    )
    assert [(k.convention, k.establishment, k.partner, k.tie, k.state) for k in answer.existing] == [
        ("Convention:CONV-P", "Lycée du Port", "Alpha", "ce partenaire", "en vigueur"),
        ("Convention:CONV-G", "Lycée du Port", "Groupe Gamma", "dont il dépend", "en vigueur"),
    ]
    assert [(a.name, a.informed) for a in answer.advice] == [("DAFPIC de Rennes", False)]
    assert answer.required == ("duree",)


@pytest.mark.parametrize("partner", [A, "000 000 018", site(A, 1), "SAS ALPHA", f"Organisation:{A}"])
def test_a_partner_is_found_by_its_number_or_its_name(load, store, partner) -> None:
    load(files(LINES))
    assert ("recouvrement", "strong", "Framework:ACCORD-G") in found(ask(store, partner))


def test_an_unknown_partner_is_looked_for_by_its_number_all_the_same(load, store) -> None:
    load(files((*LINES, f("ACCORD-H", siren=H, partner="Holding H"))))
    answer = ask(store, site(H, 3))
    assert (answer.partner_known, found(answer)) == (False, [("recouvrement", "sure", "Framework:ACCORD-H")])
    assert ask(store, "Jamais vue").answer.startswith("Rien de connu ne s’y oppose.")


def test_a_foreign_partner_leads_to_the_international_delegation(load, store) -> None:
    load(files(LINES))
    answer = ask(store, "Escuela", foreign=True)
    assert found(answer) == [("etranger-sans-delegation", "sure", None)]
    assert [a.name for a in answer.advice] == ["DAFPIC de Rennes", "DAREIC de Rennes"]
    assert answer.answer == "Pas encore : un point est à trancher ou une délégation à informer avant la signature."


def test_a_territory_stands_for_that_of_the_establishment(load, store) -> None:
    load(files((*LINES, f("ACCORD-R", level="Régional", region="Normandie"), e(PORT, name="Lycée du Port", region="Normandie"))))
    assert ("lien-possible", "sure", "Framework:ACCORD-R") in found(ask(store, "Alpha"))
    territory = next(i for i in store.network().node("Territory")["id"] if "normandie" in i)
    assert ("recouvrement", "sure", "Framework:ACCORD-R") in found(ask(store, "Alpha", territory=territory))


@pytest.mark.parametrize(
    ("partner", "said", "sentence"),
    [
        ("", {}, "Donnez le partenaire : son SIRET, son SIREN ou son nom."),
        ("123456789", {}, "« 123456789 » n’est pas "),
        ("???", {}, "« ??? » ne contient ni lettre ni chiffre"),
        ("Alpha", {"ends_on": date(2026, 1, 1)}, "La fin demandée est avant le début"),
        ("Alpha", {"starts_on": None, "ends_on": date(2026, 1, 1)}, "La fin demandée (01/01/2026) est passée au 23/11/2026"),
        ("Duo", {}, "« Duo » désigne plusieurs organisations : "),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(load, store, partner, said, sentence) -> None:
    load(files((*LINES, o(B, "Duo"), o(H, "Duo SARL"))))
    with pytest.raises(NetmapError) as caught:
        ask(store, partner, **said)
    assert str(caught.value).startswith(sentence)


def test_nothing_is_stored_unless_asked_and_what_is_kept_gives_the_same_verdicts(load, store) -> None:
    load(files(LINES))
    answer = ask(store, "Nouvelle & Cie", commune="Vannes")
    assert (len(store.lots()), store.network().node("Convention").height) == (1, 2)
    lot = remake(store, lambda _held: draft_of(answer, author="Camille", at=AT))
    network = store.network()
    kept = network.node("Convention").filter(network.node("Convention")["lot"] == lot.number)
    assert kept.select("object", "status", "starts_on").rows() == [("Projet avec Nouvelle & Cie", "projet", date(2027, 1, 1))]
    assert network.sides.filter(network.sides["convention"] == kept["id"][0]).height == 1
    alpha = ask(store, "Alpha")
    remake(store, lambda _held: draft_of(alpha, author="Camille", at=AT))
    again = examine(Ground(store.network()), ON)
    ours = again.frame.filter(again.frame["convention"].str.contains("projet avec alpha"))
    assert ours["rule"].to_list() == [f.rule.id for f in alpha.findings]


def test_the_sheet_is_dated_reproducible_and_holds_no_markup(load, store) -> None:
    load(files(LINES))
    document = precheck_document(ask(store, "<b>#panic()</b> *x* $y$ =1+1"))
    assert document.on == ON
    pdf, docx = document_pdf(document), document_docx(document)
    assert (pdf, docx) == (document_pdf(document), document_docx(document))
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf
    with zipfile.ZipFile(io.BytesIO(docx)) as held:
        text = held.read("word/document.xml").decode()
    assert "&lt;b&gt;#panic()&lt;/b&gt; *x* $y$ =1+1" in text
    assert "Au 23/11/2026" in text
