"""The official registers, SIRENE and the directories of establishments: each line says what it says, whatever names its columns have."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Read = Callable[..., Any]

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


def test_the_annuaire_describes_a_lycee_and_the_section_that_is_part_of_it(read: Read) -> None:
    given = read(ANNUAIRE)
    assert given.tables() == [("annuaire_education", 2, 2, 0, {"valeur-ecartee": 1})]
    assert given.nodes("Establishment") == [
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
    assert given.links("PART_OF", "nature") == [("Establishment:0010902A", "Establishment:0010901Z", "section")]
    assert [target for source, target in given.links("LOCATED_IN") if source.endswith("Z")] == [
        "Territory:~academie@lyon",
        "Territory:~bassin@bassin a",
        "Territory:~departement@ain",
        "Territory:~region@auvergne rhone alpes",
    ]


def test_the_annuaire_is_read_the_same_whatever_the_case_of_its_headings(read: Read) -> None:
    lower = read((ANNUAIRE[0].lower(), ANNUAIRE[1]))
    assert lower.tables() == [("annuaire_education", 1, 1, 0, {})]
    assert lower.nodes("Establishment") == [ORMES]


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
def test_the_status_is_told_by_the_sector_and_the_contract(read: Read, sector: str, contract: str, status: str | None) -> None:
    lines = ("Identifiant_de_l_etablissement;Statut_public_prive;Type_contrat_prive", f"0010901Z;{sector};{contract}")
    given = read(lines)
    assert given.tables() == [("annuaire_education", 1, 1, 0, {})]
    assert given.network.node("Establishment")["status"].to_list() == [status]


def test_a_uai_on_two_lines_is_one_establishment_and_is_reported(read: Read) -> None:
    again = ANNUAIRE[1].replace("Lycée polyvalent des Ormes", "Lycée des Ormes, annexe")
    given = read((*ANNUAIRE[:2], again))
    assert given.tables() == [("annuaire_education", 2, 2, 0, {"ligne-repetee": 1})]
    assert given.nodes("Establishment") == [{**ORMES, "name": "Lycée des Ormes, annexe"}]


def test_the_other_directory_gives_the_same_facts_under_other_names(read: Read) -> None:
    lines = (
        (
            "numero_uai;appellation_officielle;denomination_principale;secteur_public_prive_libe;adresse_uai;code_postal_uai;"
            "libelle_commune;EPSG;latitude;longitude;nature_uai_libe;etat_etablissement_libe;code_departement;code_commune;"
            "libelle_academie;libelle_region;secteur_prive_libelle_type_contrat;libelle_ministere;date_ouverture"
        ),
        (
            "9740901L;Collège des Filaos;COLLEGE;Privé;1 rue Haute;97499;Saint-Brume;EPSG:2975;-21.1;55.5;COLLEGE;OUVERT;974;97411;"
            "La Réunion;TOM et Collectivités territoriales;CONTRAT SIMPLE TOUTES CLASSES;MINISTERE DE L'EDUCATION NATIONALE;1973-10-25"
        ),
    )
    given = read(lines)
    assert given.tables() == [("adresse_geolocalisation", 1, 1, 0, {})]
    assert given.nodes("Establishment") == [
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
    assert given.links("LOCATED_IN") == [("Establishment:9740901L", "Territory:~academie@la reunion")]


SIRENE = (
    "SIREN;NIC;L4_NORMALISEE;CODPOS;LIBREG;DEPET;COMET;LIBCOM;ENSEIGNE;APET700;TEFET;DCRET;NOMEN_LONG;SIGLE;NJ;LIBNJ;VMAJ;EVE;DATEVE",
    "123456782;00010;1 RUE A;97600;Mayotte;97;611;MAMOUDZOU;ANCIEN;1813Z;01;20010101;IMPRIMERIE BRUME;IB;5499;SARL;I;ME;20170301",
    "123456782;00010;1 RUE A;97600;Mayotte;97;611;MAMOUDZOU;NOUVEAU;1813Z;11;20010101;IMPRIMERIE BRUME;IB;5499;SARL;F;ME;20170301",
    "987654324;00019;2 RUE B;75002;Île-de-France;75;102;PARIS 2;;8110Z;NN;20060501;SCIERIE CLAIRE;SC;5710;SAS;E;STS;20100501",
    "555666775;00013;3 HIGH STREET;;ROYAUME-UNI;99;132;LONDON;;6201Z;00;20160101;BRUME LTD;;3120;;C;CS;20170405",
)


def test_a_daily_file_of_sirene_tells_what_is_now_and_what_is_closed(read: Read) -> None:
    given = read(SIRENE)
    assert given.tables() == [("sirene_2017", 4, 4, 0, {"etat-anterieur": 1})]
    assert given.sites() == [
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
    assert ("Organisation:12345678200010", "Organisation:123456782", "site") in given.links("PART_OF", "nature")


def test_sirene_under_the_long_names_of_a_portal_is_the_same_source(read: Read) -> None:
    lines = (
        (
            "Identifiant de l'entreprise;Numéro interne de classement de l'établissement;Quatrième ligne de l’adressage de l’établissement;"
            "Code postal;Département de localisation de l'établissement;Commune de localisation de l'établissement;"
            "Libellé de la commune de localisation de l'établissement;Enseigne ou nom de l'exploitation;"
            "Activité principale de l'établissement;Nom ou raison sociale de l'entreprise;Date de début d’activité;SIRET;coordonnees"
        ),
        "123456782;00010;5 QUAI C;13260;13;022;CASSIS;LE PORT;5630Z;BAR BRUME;1993-01-01;12345678200010;43.25, 5.5",
    )
    given = read(lines)
    assert given.tables() == [("sirene_2017", 1, 1, 0, {})]
    assert given.sites() == [
        {
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
    ]


def test_the_current_stock_of_sirene_hides_what_it_hides_and_keeps_a_naf_only_with_its_version(read: Read) -> None:
    lines = (
        (
            "siren,nic,siret,statutDiffusionEtablissement,trancheEffectifsEtablissement,numeroVoieEtablissement,typeVoieEtablissement,"
            "libelleVoieEtablissement,codePostalEtablissement,libelleCommuneEtablissement,codeCommuneEtablissement,dateDebut,"
            "etatAdministratifEtablissement,enseigne1Etablissement,denominationUniteLegale,categorieJuridiqueUniteLegale,"
            "activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement"
        ),
        "123456782,00010,12345678200010,O,NN,7,RUE,DU PUITS,01999,VALBRUME,01004,2020-01-01,A,LE PUITS,BRUME,5499,18.13Z,NAF25",
        "987654324,00019,98765432400019,P,,,,[ND],,LYON,69123,2004-06-30,F,,[ND],1000,51.4S,NAFRev1",
    )
    given = read(lines)
    assert given.tables() == [("sirene_etablissements", 2, 2, 0, {"reference-inconnue": 1})]
    assert given.sites() == [
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


def test_the_stock_of_legal_units_is_known_by_siren(read: Read) -> None:
    lines = (
        (
            "siren,dateDebut,etatAdministratifUniteLegale,denominationUniteLegale,sigleUniteLegale,categorieJuridiqueUniteLegale,"
            "activitePrincipaleUniteLegale,nomenclatureActivitePrincipaleUniteLegale,trancheEffectifsUniteLegale"
        ),
        "123456782,2019-03-01,C,BRUME,BR,5499,18.13Z,NAFRev2,11",
    )
    given = read(lines)
    assert given.tables() == [("sirene_unites_legales", 1, 1, 0, {})]
    assert given.nodes("Organisation") == [
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
