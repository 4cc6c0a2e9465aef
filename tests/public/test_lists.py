"""Lists noted or kept by hand: framework agreements, campuses, networks of training bodies, missions locales."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Read = Callable[..., Any]


def test_recorded_frameworks_keep_partial_dates_signatories_and_what_they_replace(read: Read) -> None:
    lines = (
        (
            "id;type_accord;niveau;partenaire;sigle;nature_partenaire;secteur;co_signataires;date_signature;precision_date;nor;publication;"
            "remplace;siret_tel_qu_imprime;source_url"
        ),
        (
            "AC1;accord-cadre;national;Groupe Brume;GB;groupe;bois;Fédération A | Fédération B;2004-01-21;jour;MENE0000001X;BO n°1;AC2;"
            "123 456 782 000 10;https://exemple.fr/1"
        ),
        "AC2;convention;interacadémique (Lyon, Dijon);Groupe Brume;GB;organisation patronale;bois;;1999-06;mois;;;;;",
    )
    given = read(lines)
    assert given.tables() == [("accords_releves", 2, 2, 0, {})]
    assert given.nodes("Framework") == [
        {
            "reference": "AC2",
            "title": "Convention : Groupe Brume",
            "kind": "autre",
            "level": "regional",
            "scope": "interprofession",
            "sector": "bois",
            "signed_period": "1999-06",
        },
        {
            "reference": "MENE0000001X",
            "title": "Accord-cadre : Groupe Brume",
            "kind": "accord_cadre",
            "level": "national",
            "scope": "groupe",
            "signed_on": date(2004, 1, 21),
            "sector": "bois",
            "publication": "BO n°1",
            "web": "https://exemple.fr/1",
        },
    ]
    assert given.links("REPLACES") == [("Framework:MENE0000001X", "Framework:AC2")]
    assert given.links("COVERS") == [
        ("Framework:AC2", "Territory:~academie@dijon"),
        ("Framework:AC2", "Territory:~academie@lyon"),
    ]
    assert given.links("SIGNS", "role") == [
        ("Organisation:12345678200010", "Framework:MENE0000001X", None),
        ("Organisation:~federation a@", "Framework:MENE0000001X", "cosignataire"),
        ("Organisation:~federation b@", "Framework:MENE0000001X", "cosignataire"),
        ("Organisation:~groupe brume@", "Framework:AC2", None),
    ]


def test_a_recorded_campus_without_a_name_is_known_by_its_number(read: Read) -> None:
    lines = (
        (
            "id;nom_tel_que_cite;filiere_nationale;territoire;academie_ou_region;mention_excellence;date_ou_duree_label;"
            "etablissement_siege_ou_cite;entreprises_ou_partenaires_cites;source_url;colonnes_deduites"
        ),
        (
            "C1;Campus du bois;Matériaux, matériaux innovants;Jura;académie de Besançon;oui;2022, 3 ans;Lycée A (Dole);"
            "Lycée B | Scierie C | plus de 20 entreprises (non nommées);https://exemple.fr/c;filiere_nationale"
        ),
        "C2;(label 2022, nom non cité);;Corse;région académique Corse;non;;;;;",
    )
    given = read(lines)
    assert given.tables() == [("campus_releves", 2, 2, 0, {})]
    assert given.nodes("Campus") == [
        {"code": "C2", "area": "Corse", "excellence": False},
        {
            "name": "Campus du bois",
            "area": "Jura",
            "excellence": True,
            "label_period": "2022, 3 ans",
            "lead": "Lycée A (Dole)",
            "comment": "Cités : Lycée B | Scierie C | plus de 20 entreprises (non nommées). Source : https://exemple.fr/c. "
            "Déduit par le relevé : filiere_nationale",
        },
    ]
    assert given.links("MEMBER_OF", "role") == [("Organisation:~scierie c@", "Campus:~campus du bois", "cité")]
    assert given.links("COVERS") == [("Campus:~campus du bois", "Filiere:~materiaux materiaux innovants")]
    assert given.links("LOCATED_IN") == [
        ("Campus:C2", "Territory:~region@corse"),
        ("Campus:~campus du bois", "Territory:~academie@besancon"),
    ]


def test_the_national_filieres_are_their_own_national_filiere(read: Read) -> None:
    given = read(("filiere;page_ministere", "Bois, forêt;https://exemple.fr/bois"))
    assert given.tables() == [("filieres_nationales", 1, 1, 0, {})]
    assert given.nodes("Filiere") == [{"name": "Bois, forêt", "national": "Bois, forêt"}]


@pytest.mark.parametrize("heading", ["Réseaux à jour", "Réseaux à  jour", "Réseau à jour"])
def test_a_training_body_and_its_uai_are_members_of_its_networks(read: Read, heading: str) -> None:
    lines = (
        (
            f"Siret;UAI validée;Raison sociale;Enseigne;etat_administratif;Nature;Adresse;Académie;Région;Réseaux;{heading};Date d'import;"
            "UAI probable;UAI potentielle 1;UAI potentielle 60;"
        ),
        (
            "12345678200010;0750901X;LYCEE BRUME;CFA BRUME;actif;formateur;7 rue Haute 75002 Paris;Paris;Île-de-France;cma;greta |mfr;"
            "24/03/2022;0750901X;0750902Y;0750902Y;0750902Y"
        ),
        "98765432400019;;CENTRE CLAIR;;fermé;inconnue;Nandax;Lyon;Auvergne-Rhône-Alpes;cfa ec;Hors réseau CFA EC;2021-12-17;;;;",
    )
    given = read(lines)
    assert given.tables() == [("reseaux_formation", 2, 2, 0, {})]
    assert given.sites() == [
        {
            "siret": "12345678200010",
            "siren": "123456782",
            "name": "LYCEE BRUME",
            "brand": "CFA BRUME",
            "category": "formation",
            "address": "7 rue Haute",
            "postcode": "75002",
            "commune": "Paris",
            "state": "ouvert",
        },
        {
            "siret": "98765432400019",
            "siren": "987654324",
            "name": "CENTRE CLAIR",
            "category": "formation",
            "commune": "Nandax",
            "state": "ferme",
        },
    ]
    assert given.nodes("Establishment") == [{"uai": "0750901X", "name": "CFA BRUME"}]
    assert given.nodes("Network") == [
        {"name": "GRETA", "kind": "greta"},
        {"name": "Maisons familiales rurales", "kind": "formation"},
    ]
    assert given.links("MEMBER_OF") == [
        ("Establishment:0750901X", "Network:~greta@"),
        ("Establishment:0750901X", "Network:~maisons familiales rurales@"),
        ("Organisation:12345678200010", "Network:~greta@"),
        ("Organisation:12345678200010", "Network:~maisons familiales rurales@"),
    ]


def test_a_list_of_training_bodies_may_have_three_columns(read: Read) -> None:
    given = read(("UAI validée;Siret;Réseaux à jour", "0750901X;12345678200010;afpa"))
    assert given.tables() == [("reseaux_formation", 1, 1, 0, {"reference-inconnue": 2})]
    assert given.links("MEMBER_OF") == [
        ("Establishment:0750901X", "Network:~afpa@"),
        ("Organisation:12345678200010", "Network:~afpa@"),
    ]


def test_missions_locales_are_members_of_their_network(read: Read) -> None:
    lines = ("nom,siret,rdv_url,matched_nom_mongo", "Mission locale de Valbrume,12345678200010,https://exemple.fr/rdv,VALBRUME")
    given = read(lines)
    assert given.tables() == [("missions_locales", 1, 1, 0, {})]
    assert given.sites() == [
        {
            "siret": "12345678200010",
            "siren": "123456782",
            "name": "Mission locale de Valbrume",
            "category": "mission_locale",
            "web": "https://exemple.fr/rdv",
        }
    ]
    assert given.nodes("Network") == [{"name": "Réseau des missions locales", "kind": "mission_locale"}]
    assert given.links("MEMBER_OF") == [("Organisation:12345678200010", "Network:~reseau des missions locales@")]


def test_a_file_of_a_person_is_not_taken_for_a_public_one(read: Read) -> None:
    """The last one lacks the UAI: it is said to be a list of establishments, and refused."""
    given = read(
        ("SIRET;Raison sociale;Enseigne;Adresse", "12345678200010;Brume;;7 rue Haute"),
        ("Identifiant de l’établissement;Nom;Commune;Académie", "0010901Z;Lycée des Ormes;Valbrume;Lyon"),
        ("Lycée;Filière", "Lycée des Ormes;Bois"),
    )
    assert [source for source, *_ in given.tables()] == ["organisations", "establishments", "establishments"]
