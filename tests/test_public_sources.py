"""Public files as they are published: recognised by their headings, read whole, every line accounted for."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from loaders import SOURCES
from netmap.intake import Given, Preparation, prepare
from netmap.network import Network
from netmap.stores import open_store

REAL = Path(os.environ.get("NETMAP_REAL") or Path(__file__).resolve().parent.parent.parent / "shared/data/real")
AT = "2026-11-23T08:00:00+00:00"
STANDING = {"id", "declared", "lot", "table", "line"}


def prepared(folder: Path, *files: Given) -> Preparation:
    return prepare(open_store(folder / "reseau.netmap", create=True), files, SOURCES, author="Camille", at=AT)


def text(name: str, *lines: str) -> Given:
    return Given(name, content="\n".join(lines).encode())


def said(network: Network, kind: str) -> list[dict[str, Any]]:
    """Give what is known of each node, without what is not known nor where it is said."""
    rows = network.node(kind).sort("id").iter_rows(named=True)
    return [{name: value for name, value in row.items() if value is not None and name not in STANDING} for row in rows]


def links(network: Network, kind: str, *properties: str) -> list[tuple[Any, ...]]:
    return sorted(network.link(kind).select("source", "target", *properties).rows(), key=str)


def told(preparation: Preparation) -> list[tuple[str | None, int, int, int, dict[str, int]]]:
    """Give the source, the lines read, accepted and rejected, and the problems by code, of each table."""
    return [
        (
            table.reading.source.name if table.reading.source else None,
            table.reading.lines_read,
            table.reading.lines_accepted,
            table.reading.lines_rejected,
            dict(table.tally()),
        )
        for file in preparation.report.files
        for table in file.tables
    ]


ANNUAIRE = (
    (
        "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Adresse_1;Adresse_2;Code_postal;"
        "Code_commune;Nom_commune;Code_departement;Voie_professionnelle;Apprentissage;Telephone;Mail;Lycee_des_metiers;GRETA;"
        "SIREN_SIRET;Nombre_d_eleves;position;Type_contrat_prive;Libelle_departement;Libelle_academie;Libelle_region;latitude;"
        "longitude;date_ouverture;etat;ministere_tutelle;multi_uai;libelle_nature;etablissement_mere;"
        "type_rattachement_etablissement_mere;libelle_bassin_formation"
    ),
    (
        "0010901Z;Lycée polyvalent des Ormes;Lycée;Public;;BP 7;01999;01004;Valbrume;001;1;0;04 00 00 00 01;;1;1;12345678200010;812;"
        '"45.5, 5.25";SANS OBJET;Ain;Lyon;Auvergne-Rhône-Alpes;;;1985-09-01;OUVERT;MINISTERE DE L\'EDUCATION NATIONALE;0;'
        "LYCEE POLYVALENT;;;BASSIN A"
    ),
    (
        "0010902A;SEP du lycée des Ormes;Lycée;Public;2 rue du Lavoir;;01999;01004;Valbrume;001;;;;;0;0;12345678200011;;;SANS OBJET;"
        "Ain;Lyon;Auvergne-Rhône-Alpes;45.5;5.25;1990-09-01;A FERMER;AGRICULTURE;0;SECTION D ENSEIGNEMENT PROFESSIONNEL;0010901Z;"
        "FILIERE OU DEPARTEMENT OU SECTION;"
    ),
)
ORMES = {
    "uai": "0010901Z",
    "name": "Lycée polyvalent des Ormes",
    "type": "Lycée polyvalent",
    "status": "public",
    "siret": "12345678200010",
    "address": "BP 7",
    "postcode": "01999",
    "commune": "Valbrume",
    "commune_code": "01004",
    "latitude": 45.5,
    "longitude": 5.25,
    "vocational": True,
    "apprenticeship": False,
    "label": True,
    "greta": True,
    "pupils": 812,
    "ministry": "Éducation nationale",
    "state": "ouvert",
    "opened_on": date(1985, 9, 1),
    "phone": "04 00 00 00 01",
}


def test_the_annuaire_describes_a_lycee_and_the_section_that_is_part_of_it(tmp_path: Path) -> None:
    preparation = prepared(tmp_path, text("annuaire.csv", *ANNUAIRE))
    assert told(preparation) == [("annuaire_education", 2, 2, 0, {"valeur-ecartee": 1})]
    assert said(preparation.after, "Establishment") == [
        ORMES,
        {
            "uai": "0010902A",
            "name": "SEP du lycée des Ormes",
            "type": "Section d’enseignement professionnel (SEP)",
            "status": "public",
            "address": "2 rue du Lavoir",
            "postcode": "01999",
            "commune": "Valbrume",
            "commune_code": "01004",
            "latitude": 45.5,
            "longitude": 5.25,
            "label": False,
            "greta": False,
            "ministry": "Agriculture",
            "state": "a_fermer",
            "opened_on": date(1990, 9, 1),
        },
    ]
    assert links(preparation.after, "PART_OF", "nature") == [("Establishment:0010902A", "Establishment:0010901Z", "section")]
    assert [target for source, target in links(preparation.after, "LOCATED_IN") if source.endswith("Z")] == [
        "Territory:~academie@lyon",
        "Territory:~bassin@bassin a",
        "Territory:~departement@ain",
        "Territory:~region@auvergne rhone alpes",
    ]


def test_the_annuaire_is_read_the_same_whatever_the_case_of_its_headings(tmp_path: Path) -> None:
    lower = prepared(tmp_path, text("annuaire.csv", ANNUAIRE[0].lower(), ANNUAIRE[1]))
    assert told(lower) == [("annuaire_education", 1, 1, 0, {})]
    assert said(lower.after, "Establishment") == [ORMES]


@pytest.mark.parametrize(
    ("sector", "contract", "status"),
    [
        ("Public", "SANS OBJET", "public"),
        ("Privé", "CONTRAT D'ASSOCIATION TOUTES CLASSES", "prive_contrat"),
        ("Privé", "HORS CONTRAT", "prive_hors_contrat"),
        ("Privé", "SANS OBJET", "prive"),
        ("Privé", "", "prive"),
        ("-", "", None),
    ],
)
def test_the_status_is_told_by_the_sector_and_the_contract(tmp_path: Path, sector: str, contract: str, status: str | None) -> None:
    lines = ("Identifiant_de_l_etablissement;Statut_public_prive;Type_contrat_prive", f"0010901Z;{sector};{contract}")
    preparation = prepared(tmp_path, text("annuaire.csv", *lines))
    assert told(preparation) == [("annuaire_education", 1, 1, 0, {})]
    assert preparation.after.node("Establishment")["status"].to_list() == [status]


def test_a_uai_on_two_lines_is_one_establishment_and_is_reported(tmp_path: Path) -> None:
    again = ANNUAIRE[1].replace("Lycée polyvalent des Ormes", "Lycée des Ormes, annexe")
    preparation = prepared(tmp_path, text("annuaire.csv", *ANNUAIRE[:2], again))
    assert told(preparation) == [("annuaire_education", 2, 2, 0, {"ligne-repetee": 1})]
    assert said(preparation.after, "Establishment") == [{**ORMES, "name": "Lycée des Ormes, annexe"}]


def test_the_other_directory_gives_the_same_facts_under_other_names(tmp_path: Path) -> None:
    lines = (
        "numero_uai;appellation_officielle;denomination_principale;secteur_public_prive_libe;adresse_uai;code_postal_uai;"
        "libelle_commune;EPSG;latitude;longitude;nature_uai_libe;etat_etablissement_libe;code_departement;code_commune;"
        "libelle_academie;libelle_region;secteur_prive_libelle_type_contrat;libelle_ministere;date_ouverture",
        "9740901L;Collège des Filaos;COLLEGE;Privé;1 rue Haute;97499;Saint-Brume;EPSG:2975;-21.1;55.5;COLLEGE;OUVERT;974;97411;"
        "La Réunion;TOM et Collectivités territoriales;CONTRAT SIMPLE TOUTES CLASSES;MINISTERE DE L'EDUCATION NATIONALE;1973-10-25",
    )
    preparation = prepared(tmp_path, text("adresses.csv", *lines))
    assert told(preparation) == [("adresse_geolocalisation", 1, 1, 0, {})]
    assert said(preparation.after, "Establishment") == [
        {
            "uai": "9740901L",
            "name": "Collège des Filaos",
            "type": "Collège",
            "status": "prive_contrat",
            "address": "1 rue Haute",
            "postcode": "97499",
            "commune": "Saint-Brume",
            "commune_code": "97411",
            "latitude": -21.1,
            "longitude": 55.5,
            "ministry": "Éducation nationale",
            "state": "ouvert",
            "opened_on": date(1973, 10, 25),
        }
    ]
    assert links(preparation.after, "LOCATED_IN") == [("Establishment:9740901L", "Territory:~academie@la reunion")]


SIRENE = (
    "SIREN;NIC;L4_NORMALISEE;CODPOS;LIBREG;DEPET;COMET;LIBCOM;ENSEIGNE;APET700;TEFET;DCRET;NOMEN_LONG;SIGLE;NJ;LIBNJ;VMAJ;EVE;DATEVE",
    "123456782;00010;1 RUE A;97600;Mayotte;97;611;MAMOUDZOU;ANCIEN;1813Z;01;20010101;IMPRIMERIE BRUME;IB;5499;SARL;I;ME;20170301",
    "123456782;00010;1 RUE A;97600;Mayotte;97;611;MAMOUDZOU;NOUVEAU;1813Z;11;20010101;IMPRIMERIE BRUME;IB;5499;SARL;F;ME;20170301",
    "987654324;00019;2 RUE B;75002;Île-de-France;75;102;PARIS 2;;8110Z;NN;20060501;SCIERIE CLAIRE;SC;5710;SAS;E;STS;20100501",
    "555666775;00013;3 HIGH STREET;;ROYAUME-UNI;99;132;LONDON;;6201Z;00;20160101;BRUME LTD;;3120;;C;CS;20170405",
)


def test_a_daily_file_of_sirene_tells_what_is_now_and_what_is_closed(tmp_path: Path) -> None:
    preparation = prepared(tmp_path, text("sirc.csv", *SIRENE))
    assert told(preparation) == [("sirene_2017", 4, 4, 0, {"etat-anterieur": 1})]
    organisations = said(preparation.after, "Organisation")
    assert [one for one in organisations if "siret" in one] == [
        {
            "siret": "12345678200010",
            "siren": "123456782",
            "name": "IMPRIMERIE BRUME",
            "brand": "NOUVEAU",
            "naf": "1813Z",
            "naf_version": "2008",
            "size": "11",
            "legal_form": "SARL",
            "address": "1 RUE A",
            "postcode": "97600",
            "commune": "MAMOUDZOU",
            "commune_code": "97611",
            "state": "ouvert",
        },
        {
            "siret": "55566677500013",
            "siren": "555666775",
            "name": "BRUME LTD",
            "naf": "6201Z",
            "naf_version": "2008",
            "size": "00",
            "legal_form": "3120",
            "address": "3 HIGH STREET",
            "commune": "LONDON",
            "country": "ROYAUME-UNI",
            "foreign": True,
            "state": "ouvert",
        },
        {
            "siret": "98765432400019",
            "siren": "987654324",
            "name": "SCIERIE CLAIRE",
            "brand": "SC",
            "naf": "8110Z",
            "naf_version": "2008",
            "size": "NN",
            "legal_form": "SAS",
            "address": "2 RUE B",
            "postcode": "75002",
            "commune": "PARIS 2",
            "commune_code": "75102",
            "state": "ferme",
            "closed_on": date(2010, 5, 1),
        },
    ]
    assert ("Organisation:12345678200010", "Organisation:123456782", "site") in links(preparation.after, "PART_OF", "nature")


def test_sirene_under_the_long_names_of_a_portal_is_the_same_source(tmp_path: Path) -> None:
    lines = (
        "Identifiant de l'entreprise;Numéro interne de classement de l'établissement;Quatrième ligne de l’adressage de l’établissement;"
        "Code postal;Département de localisation de l'établissement;Commune de localisation de l'établissement;"
        "Libellé de la commune de localisation de l'établissement;Enseigne ou nom de l'exploitation;"
        "Activité principale de l'établissement;Nom ou raison sociale de l'entreprise;Date de début d’activité;SIRET;coordonnees",
        "123456782;00010;5 QUAI C;13260;13;022;CASSIS;LE PORT;5630Z;BAR BRUME;1993-01-01;12345678200010;43.25, 5.5",
    )
    preparation = prepared(tmp_path, text("bars.csv", *lines))
    assert told(preparation) == [("sirene_2017", 1, 1, 0, {})]
    assert said(preparation.after, "Organisation")[0] == {
        "siret": "12345678200010",
        "siren": "123456782",
        "name": "BAR BRUME",
        "brand": "LE PORT",
        "naf": "5630Z",
        "naf_version": "2008",
        "address": "5 QUAI C",
        "postcode": "13260",
        "commune": "CASSIS",
        "commune_code": "13022",
        "latitude": 43.25,
        "longitude": 5.5,
        "state": "ouvert",
    }


def test_the_current_stock_of_sirene_hides_what_it_hides_and_keeps_a_naf_only_with_its_version(tmp_path: Path) -> None:
    lines = (
        "siren,nic,siret,statutDiffusionEtablissement,trancheEffectifsEtablissement,numeroVoieEtablissement,typeVoieEtablissement,"
        "libelleVoieEtablissement,codePostalEtablissement,libelleCommuneEtablissement,codeCommuneEtablissement,dateDebut,"
        "etatAdministratifEtablissement,enseigne1Etablissement,denominationUniteLegale,categorieJuridiqueUniteLegale,"
        "activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement",
        "123456782,00010,12345678200010,O,NN,7,RUE,DU PUITS,01999,VALBRUME,01004,2020-01-01,A,LE PUITS,BRUME,5499,18.13Z,NAF25",
        "987654324,00019,98765432400019,P,,,,[ND],,LYON,69123,2004-06-30,F,,[ND],1000,51.4S,NAFRev1",
    )
    preparation = prepared(tmp_path, text("stock.csv", *lines))
    assert told(preparation) == [("sirene_etablissements", 2, 2, 0, {"reference-inconnue": 1})]
    assert [one for one in said(preparation.after, "Organisation") if "siret" in one] == [
        {
            "siret": "12345678200010",
            "siren": "123456782",
            "name": "BRUME",
            "brand": "LE PUITS",
            "naf": "1813Z",
            "naf_version": "2025",
            "size": "NN",
            "legal_form": "5499",
            "address": "7 RUE DU PUITS",
            "postcode": "01999",
            "commune": "VALBRUME",
            "commune_code": "01004",
            "state": "ouvert",
        },
        {
            "siret": "98765432400019",
            "siren": "987654324",
            "legal_form": "1000",
            "commune": "LYON",
            "commune_code": "69123",
            "state": "ferme",
            "closed_on": date(2004, 6, 30),
        },
    ]


def test_the_stock_of_legal_units_is_known_by_siren(tmp_path: Path) -> None:
    lines = (
        "siren,dateDebut,etatAdministratifUniteLegale,denominationUniteLegale,sigleUniteLegale,categorieJuridiqueUniteLegale,"
        "activitePrincipaleUniteLegale,nomenclatureActivitePrincipaleUniteLegale,trancheEffectifsUniteLegale",
        "123456782,2019-03-01,C,BRUME,BR,5499,18.13Z,NAFRev2,11",
    )
    preparation = prepared(tmp_path, text("unites.csv", *lines))
    assert told(preparation) == [("sirene_unites_legales", 1, 1, 0, {})]
    assert said(preparation.after, "Organisation") == [
        {
            "siren": "123456782",
            "name": "BRUME",
            "brand": "BR",
            "naf": "1813Z",
            "naf_version": "2008",
            "size": "11",
            "legal_form": "5499",
            "state": "ferme",
            "closed_on": date(2019, 3, 1),
        }
    ]


def test_recorded_frameworks_keep_partial_dates_signatories_and_what_they_replace(tmp_path: Path) -> None:
    lines = (
        "id;type_accord;niveau;partenaire;sigle;nature_partenaire;secteur;co_signataires;date_signature;precision_date;nor;publication;"
        "remplace;siret_tel_qu_imprime;source_url",
        "AC1;accord-cadre;national;Groupe Brume;GB;groupe;bois;Fédération A | Fédération B;2004-01-21;jour;MENE0000001X;BO n°1;AC2;"
        "123 456 782 000 10;https://exemple.fr/1",
        "AC2;convention;interacadémique (Lyon, Dijon);Groupe Brume;GB;organisation patronale;bois;;1999-06;mois;;;;;",
    )
    preparation = prepared(tmp_path, text("accords.csv", *lines))
    network = preparation.after
    assert told(preparation) == [("accords_releves", 2, 2, 0, {})]
    assert said(network, "Framework") == [
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
    assert links(network, "REPLACES") == [("Framework:MENE0000001X", "Framework:AC2")]
    assert links(network, "COVERS") == [
        ("Framework:AC2", "Territory:~academie@dijon"),
        ("Framework:AC2", "Territory:~academie@lyon"),
    ]
    assert links(network, "SIGNS", "role") == [
        ("Organisation:12345678200010", "Framework:MENE0000001X", None),
        ("Organisation:~federation a", "Framework:MENE0000001X", "cosignataire"),
        ("Organisation:~federation b", "Framework:MENE0000001X", "cosignataire"),
        ("Organisation:~groupe brume", "Framework:AC2", None),
    ]


def test_a_recorded_campus_without_a_name_is_known_by_its_number(tmp_path: Path) -> None:
    lines = (
        "id;nom_tel_que_cite;filiere_nationale;territoire;academie_ou_region;mention_excellence;date_ou_duree_label;"
        "etablissement_siege_ou_cite;entreprises_ou_partenaires_cites;source_url;colonnes_deduites",
        "C1;Campus du bois;Matériaux, matériaux innovants;Jura;académie de Besançon;oui;2022, 3 ans;Lycée A (Dole);"
        "Lycée B | Scierie C | plus de 20 entreprises (non nommées);https://exemple.fr/c;filiere_nationale",
        "C2;(label 2022, nom non cité);;Corse;région académique Corse;non;;;;;",
    )
    preparation = prepared(tmp_path, text("cmq.csv", *lines))
    network = preparation.after
    assert told(preparation) == [("campus_releves", 2, 2, 0, {})]
    assert said(network, "Campus") == [
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
    assert links(network, "MEMBER_OF", "role") == [("Organisation:~scierie c", "Campus:~campus du bois", "cité")]
    assert links(network, "COVERS") == [("Campus:~campus du bois", "Filiere:~materiaux materiaux innovants")]
    assert links(network, "LOCATED_IN") == [
        ("Campus:C2", "Territory:~region@corse"),
        ("Campus:~campus du bois", "Territory:~academie@besancon"),
    ]


def test_the_national_filieres_are_their_own_national_filiere(tmp_path: Path) -> None:
    preparation = prepared(tmp_path, text("filieres.csv", "filiere;page_ministere", "Bois, forêt;https://exemple.fr/bois"))
    assert told(preparation) == [("filieres_nationales", 1, 1, 0, {})]
    assert said(preparation.after, "Filiere") == [{"name": "Bois, forêt", "national": "Bois, forêt"}]


@pytest.mark.parametrize("heading", ["Réseaux à jour", "Réseaux à  jour", "Réseau à jour"])
def test_a_training_body_and_its_uai_are_members_of_its_networks(tmp_path: Path, heading: str) -> None:
    lines = (
        f"Siret;UAI validée;Raison sociale;Enseigne;etat_administratif;Nature;Adresse;Académie;Région;Réseaux;{heading};Date d'import;"
        "UAI probable;UAI potentielle 1;UAI potentielle 60;",
        "12345678200010;0750901X;LYCEE BRUME;CFA BRUME;actif;formateur;7 rue Haute 75002 Paris;Paris;Île-de-France;cma;greta |mfr;"
        "24/03/2022;0750901X;0750902Y;0750902Y;0750902Y",
        "98765432400019;;CENTRE CLAIR;;fermé;inconnue;Nandax;Lyon;Auvergne-Rhône-Alpes;cfa ec;Hors réseau CFA EC;2021-12-17;;;;",
    )
    preparation = prepared(tmp_path, text("referentiel.csv", *lines))
    network = preparation.after
    assert told(preparation) == [("reseaux_formation", 2, 2, 0, {})]
    assert [one for one in said(network, "Organisation") if "siret" in one] == [
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
    assert said(network, "Establishment") == [{"uai": "0750901X", "name": "CFA BRUME"}]
    assert said(network, "Network") == [
        {"name": "GRETA", "kind": "greta"},
        {"name": "Maisons familiales rurales", "kind": "formation"},
    ]
    assert links(network, "MEMBER_OF") == [
        ("Establishment:0750901X", "Network:~greta"),
        ("Establishment:0750901X", "Network:~maisons familiales rurales"),
        ("Organisation:12345678200010", "Network:~greta"),
        ("Organisation:12345678200010", "Network:~maisons familiales rurales"),
    ]


def test_a_list_of_training_bodies_may_have_three_columns(tmp_path: Path) -> None:
    preparation = prepared(tmp_path, text("afpa.csv", "UAI validée;Siret;Réseaux à jour", "0750901X;12345678200010;afpa"))
    assert told(preparation) == [("reseaux_formation", 1, 1, 0, {"reference-inconnue": 2})]
    assert links(preparation.after, "MEMBER_OF") == [
        ("Establishment:0750901X", "Network:~afpa"),
        ("Organisation:12345678200010", "Network:~afpa"),
    ]


def test_missions_locales_are_members_of_their_network(tmp_path: Path) -> None:
    lines = ("nom,siret,rdv_url,matched_nom_mongo", "Mission locale de Valbrume,12345678200010,https://exemple.fr/rdv,VALBRUME")
    preparation = prepared(tmp_path, text("ml.csv", *lines))
    assert told(preparation) == [("missions_locales", 1, 1, 0, {})]
    assert said(preparation.after, "Organisation")[0] == {
        "siret": "12345678200010",
        "siren": "123456782",
        "name": "Mission locale de Valbrume",
        "category": "mission_locale",
        "web": "https://exemple.fr/rdv",
    }
    assert said(preparation.after, "Network") == [{"name": "Réseau des missions locales", "kind": "mission_locale"}]
    assert links(preparation.after, "MEMBER_OF") == [("Organisation:12345678200010", "Network:~reseau des missions locales")]


def test_a_file_of_a_person_is_not_taken_for_a_public_one(tmp_path: Path) -> None:
    files = (
        text("a.csv", "SIRET;Raison sociale;Enseigne;Adresse", "12345678200010;Brume;;7 rue Haute"),
        text("b.csv", "Identifiant de l’établissement;Nom;Commune;Académie", "0010901Z;Lycée des Ormes;Valbrume;Lyon"),
        text("c.csv", "Lycée;Filière", "Lycée des Ormes;Bois"),
    )
    assert [source for source, *_ in told(prepared(tmp_path, *files))] == ["organisations", "establishments", None]
