"""The declared graph: wrong declarations are refused with what was near them, and the domain declares all that the design names."""

from dataclasses import replace

import polars as pl
import pytest

from netmap.domain import CONVENTION, DOMAIN, ESTABLISHMENT, INFORMED, ORGANISATION, SIGNS
from netmap.errors import SchemaError, UnknownName
from netmap.schema import Key, LinkKind, Look, NodeKind, Property, Schema
from netmap.values import DATE, TEXT

NAME = Property("name", TEXT, "Nom", "Nom d’usage.")
SIGNED = Property("signed_on", DATE, "Signée le", "Date de signature.")
SCHOOL = NodeKind(
    name="School",
    label="Lycée",
    plural="Lycées",
    help="Un lycée.",
    keys=(Key(("name",), local=True),),
    caption="name",
    featured=("name",),
    look=Look("dot", "●", "#0063cb"),
    properties=(NAME, SIGNED),
)
JOINS = LinkKind(name="JOINS", sources=(SCHOOL,), targets=(SCHOOL,), label="rejoint", inverse="rejoint par", help="Un lien.")

KINDS = {
    "Establishment": "Établissement",
    "Organisation": "Organisation",
    "Campus": "Campus",
    "Delegation": "Délégation",
    "Network": "Réseau",
    "Filiere": "Filière",
    "Territory": "Territoire",
    "Convention": "Convention",
    "Framework": "Accord-cadre",
    "Action": "Action",
    "Criterion": "Critère",
}
LINKS = {
    "SIGNS": "signe",
    "PART_OF": "fait partie de",
    "MEMBER_OF": "membre de",
    "TEACHES": "forme à",
    "WORKS_IN": "travaille dans",
    "COVERS": "concerne",
    "RELIES_ON": "s’appuie sur",
    "REPLACES": "remplace",
    "DECLINES": "décline",
    "SUPPORTS": "appuie le critère",
    "INFORMED": "signalée à",
    "PARTNER_OF": "partenaire de",
    "OVERSEES": "suit",
    "LOCATED_IN": "se trouve dans",
    "TAKES_PART_IN": "participe à",
    "SET_ASIDE": "n’a pas retenu",
}


def refused(declare) -> str:
    with pytest.raises(SchemaError) as caught:
        declare()
    return str(caught.value)


def test_a_caption_that_is_no_property_is_refused_with_the_nearest() -> None:
    assert refused(lambda: replace(SCHOOL, caption="nam")) == (
        "School : « nam » n’est pas une de ses propriétés ; vouliez-vous dire « name » ?"
    )


def test_a_featured_property_that_does_not_exist_is_refused_and_nothing_far_is_proposed() -> None:
    assert refused(lambda: replace(SCHOOL, featured=("zzz",))) == "School : « zzz » n’est pas une de ses propriétés."


def test_a_property_declared_twice_is_refused() -> None:
    assert refused(lambda: replace(SCHOOL, properties=(NAME, NAME))) == "Propriétés de School : « name » est déclaré deux fois."


def test_a_kind_without_key_is_refused() -> None:
    assert refused(lambda: replace(SCHOOL, keys=())) == "School : aucune clé déclarée."


def test_a_link_whose_key_is_no_property_is_refused_with_the_nearest() -> None:
    assert refused(lambda: replace(JOINS, properties=(SIGNED,), key=("signed",))) == (
        "JOINS : la clé « signed » n’est pas une de ses propriétés ; vouliez-vous dire « signed_on » ?"
    )


def test_a_link_whose_end_is_not_declared_is_refused() -> None:
    assert refused(lambda: Schema((), (JOINS,))) == "JOINS : l’extrémité School n’est pas déclarée."


def test_two_kinds_or_two_links_of_one_name_are_refused() -> None:
    assert refused(lambda: Schema((SCHOOL, SCHOOL), ())) == "Sortes d’acteurs : « School » est déclaré deux fois."
    assert refused(lambda: Schema((SCHOOL,), (JOINS, JOINS))) == "Sortes de liens : « JOINS » est déclaré deux fois."


def test_a_name_that_does_not_exist_is_answered_with_the_nearest() -> None:
    for asked, said in (
        (lambda: DOMAIN.node("Conventions"), "Sorte d’acteur « Conventions » inconnue ; vouliez-vous dire « Convention » ?"),
        (lambda: DOMAIN.link("SIGN"), "Sorte de lien « SIGN » inconnue ; vouliez-vous dire « SIGNS » ?"),
        (lambda: CONVENTION.property("ends"), "Convention : propriété « ends » inconnue ; vouliez-vous dire « ends_on » ?"),
        (lambda: DOMAIN.kind_of("Lycée:1"), "Sorte d’acteur « Lycée » inconnue."),
    ):
        with pytest.raises(UnknownName) as caught:
            asked()
        assert str(caught.value) == said


def test_the_domain_holds_every_kind_and_every_link_of_the_design() -> None:
    assert {kind.name: kind.label for kind in DOMAIN.nodes} == KINDS
    assert {link.name: link.label for link in DOMAIN.links} == LINKS


def test_the_keys_are_the_fewest_parts_that_people_do_not_edit() -> None:
    assert [(key.parts, key.local) for key in ESTABLISHMENT.keys] == [(("uai",), False), (("name",), True)]
    assert [(key.parts, key.local) for key in ORGANISATION.keys] == [(("siret",), False), (("siren",), False), (("name", "commune"), True)]
    assert [(key.parts, key.local, key.tiebreak) for key in CONVENTION.keys] == [
        (("reference",), False, ""),
        (("reference", "establishment"), False, ""),
        (("establishment", "partner", "object"), True, "starts_on"),
    ]
    assert SIGNS.identity == ["source", "target"]
    assert INFORMED.identity == ["source", "target", "on"]


def test_every_property_has_a_french_label_and_a_help_that_is_a_sentence() -> None:
    properties = [(kind.name, p) for kind in (*DOMAIN.nodes, *DOMAIN.links) for p in kind.properties]
    assert [(kind, p.name) for kind, p in properties if not p.label or p.label[0].islower() or not p.help.endswith((".", "…", "…)"))] == []
    assert [(kind, p.name) for kind, p in properties if p.label == p.name or "'" in p.label + p.help] == []


def test_every_kind_and_link_says_what_it_is_in_french() -> None:
    assert [kind.name for kind in DOMAIN.nodes if not (kind.help.endswith((".", "…")) and kind.plural and kind.look.glyph)] == []
    assert [link.name for link in DOMAIN.links if not (link.help.endswith(".") and link.label and link.inverse)] == []


def test_no_two_labels_of_a_kind_are_the_same() -> None:
    assert [kind.name for kind in (*DOMAIN.nodes, *DOMAIN.links) if len({p.label for p in kind.properties}) < len(kind.properties)] == []


def test_a_property_that_holds_several_values_is_a_list_in_its_column() -> None:
    assert CONVENTION.columns()["themes"] == pl.List(pl.String())
    assert CONVENTION.columns()["ends_on"] == pl.Date()
