"""From columns to fields: proposed by heading and by content with a reason, decided by people, written, remembered."""

from pathlib import Path
from typing import Any

import pytest

from loaders import SOURCES
from netmap.errors import NetmapError
from netmap.headings import vocabulary_of
from netmap.intake import Given, Preparation, commit, prepare
from netmap.intake.report import safe
from netmap.layout import Table, tables_in
from netmap.mapping import NOT_READ, Choice, propose
from netmap.mapping.written import decided, read_rules, written
from netmap.stores import Store, open_store
from netmap.tables import read_bytes

ODD = "Code établ;Auprès;Debut conv;jusque\n0350760L;Brume;01/09/2024;31/08/2027\n"


def table_of(text: str, name: str = "essai.csv") -> Table:
    (table,) = tables_in(read_bytes(name, text.encode()), vocabulary_of(SOURCES)).tables
    return table


def bound(text: str) -> tuple[str | None, dict[str, str | None]]:
    found = propose(table_of(text), SOURCES)
    return found.source.name if found.source else None, {b.heading: b.field for b in found.columns}


def prepared(store: Store, text: str, **how: Any) -> Preparation:
    return prepare(store, [Given("c.csv", content=text.encode())], SOURCES, author="Camille", at="2026-11-25T08:00:00+00:00", **how)


def rows_of(content: bytes) -> list[list[str | None]]:
    return [list(row) for row in read_bytes("m.csv", content).sheets[0].cells.iter_rows()]


@pytest.mark.parametrize(
    ("headings", "source", "fields"),
    [
        ("RNE;Sté;Date d'échéance;objet convention", "conventions", ["uai", "partner", "ends_on", "object"]),
        ("ville;code APE;nom de l'entreprise", "organisations", ["commune", "naf", "name"]),
        ("UAI (obligatoire);Nom du partenaire *;Date de fin (jj/mm/aaaa);Objet", "conventions", ["uai", "partner", "ends_on", "object"]),
    ],
)
def test_headings_are_known_through_abbreviations_order_and_marks(headings: str, source: str, fields: list[str]) -> None:
    line = ";".join({"uai": "0350760L", "ends_on": "31/08/2027", "naf": "4332A"}.get(field, "Brume") for field in fields)
    found, taken = bound(f"{headings}\n{line}\n")
    assert (found, list(taken.values())) == (source, fields)


def test_a_column_of_keys_is_known_by_its_cells_whatever_its_title() -> None:
    found = propose(table_of("UAI;Identifiant;Objet\n0350760L;73282932000074;PFMP\n0942434K;35600000000048;Visites\n"), SOURCES)
    (siret,) = [b for b in found.columns if b.field == "partner_siret"]
    assert (siret.heading, siret.reason) == ("Identifiant", "100\u00a0% des cellules sont chacune un numéro SIRET")
    assert siret.sure < 1


def test_line_numbers_are_no_reference() -> None:
    assert bound("N°;UAI;Partenaire;Objet\n1;0350760L;Brume;PFMP\n2;0350760L;Valette;PFMP\n")[1]["N°"] is None


def test_the_name_that_an_application_gives_each_line_is_a_reference_where_it_is_a_code() -> None:
    lines = "LP Brume;Valette;PFMP;01/09/2025\n"
    assert bound(f"Titre;Lycée;Partenaire;Objet;Signée le\nCONV-2025-1;{lines}CONV-2025-2;{lines}")[1]["Titre"] == "reference"
    assert bound(f"Titre;Lycée;Partenaire;Objet;Signée le\nAccueil;{lines}Visites;{lines}")[1]["Titre"] is None


def test_a_first_day_beside_a_last_one_begins_a_convention_and_alone_a_partnership() -> None:
    conventions = bound("Lycée;Partenaire;Depuis quand;Jusqu'à quand;Objet\nLP Brume;Valette;01/09/2024;31/08/2027;PFMP\n")
    assert (conventions[0], conventions[1]["Depuis quand"]) == ("conventions", "starts_on")
    partnerships = bound("Lycée;Partenaire;Depuis quand\nLP Brume;Valette;01/09/2024\n")
    assert (partnerships[0], partnerships[1]["Depuis quand"]) == ("partnerships", "since")


def test_sorts_of_partners_are_no_names_though_each_has_its_article() -> None:
    lines = "LP Brume;Une entreprise;Valette;PFMP\nLP Lande;Une chambre consulaire;CCI Sud;Jury\n"
    fields = bound(f"Lycée;Le partenaire est…;Quel est le partenaire signataire ?;Objet\n{lines}")[1]
    assert list(fields.values()) == ["establishment", "partner_category", "partner", "object"]


def test_a_year_a_number_of_question_and_a_sum_do_not_change_what_a_heading_says() -> None:
    lines = "LP Brume;Valette;PFMP;1500;01/09/2025\nLP Lande;Roc;Jury;800;01/10/2025\n"
    fields = bound(f"Q1. Votre lycée;Q2. Convention avec;A3) Ayant pour objet;Cofinancement OPCO (€);Signée en 2025 le\n{lines}")[1]
    assert list(fields.values()) == ["establishment", "partner", "object", "amount", "signed_on"]


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Ce qui est demandé", ("Titre pro de soudeur", "Prêt d'un banc d'essai"), "object"),
        ("Rangement", ("Classeur bleu", "Tiroir du haut"), None),
        ("Apprenant", ("MARTIN Lou Anne", "BERTHE Ali Noé"), None),
        ("Élève", ("Le premier venu", "Un autre élève"), None),
    ],
)
def test_the_only_phrases_left_are_the_object_of_a_convention(heading: str, cells: tuple[str, str], field: str | None) -> None:
    lines = "".join(f"CONV-{place};LP Brume;Valette;01/0{place}/2026;{cell}\n" for place, cell in enumerate(cells, 1))
    assert bound(f"N° de convention;Lycée;Partenaire;Signée le;{heading}\n{lines}")[1][heading] == field


def test_phrases_said_to_be_themes_are_the_object_of_a_convention() -> None:
    said = "Accueil de stagiaires en cuisine", "Chantiers dans des logements vides", "Prêt de machines de chantier"
    lines = "".join(f"LP A;Brume;{text};01/09/2024;31/08/2027\n" for text in said)
    found = propose(table_of(f"Lycée;Partenaire;Axe de travail;Début;Fin\n{lines}"), SOURCES)
    assert found.fields == {"establishment": 0, "partner": 1, "object": 2, "starts_on": 3, "ends_on": 4}
    lines = "".join(f"LP A;Brume;{text};01/09/2024;31/08/2027\n" for text in ("stages", "visites"))
    assert propose(table_of(f"Lycée;Partenaire;Axe de travail;Début;Fin\n{lines}"), SOURCES).fields["themes"] == 2


def test_functions_at_the_lycee_say_who_follows_a_partner() -> None:
    lines = "LP A;Brume;01/09/2021;DDFPT\nLP A;Valette;01/09/2022;professeur de vente\n"
    found = propose(table_of(f"Lycée;Partenaire;Depuis;Porte la relation\n{lines}"), SOURCES)
    assert (found.source.name if found.source else None, found.fields["known_by"]) == ("partnerships", 3)


@pytest.mark.parametrize(
    ("heading", "cell", "field"),
    [
        ("Nous suit depuis le", "01/09/2021", "since"),
        ("Dernier signe de vie", "01/09/2025", "last_news_on"),
        ("C’est où", "Rennes", "partner_commune"),
        ("Suivi chez nous par", "DDFPT", "known_by"),
        ("Installé à", "Rennes", "partner_commune"),
    ],
)
def test_what_one_calls_days_and_places_in_passing(heading: str, cell: str, field: str) -> None:
    (asked,) = (
        b for b in propose(table_of(f"Lycée;Partenaire;Thèmes;{heading}\nLP A;Brume;PFMP;{cell}\n"), SOURCES).columns if b.column == 3
    )
    assert asked.field == field


def test_the_only_days_left_are_those_of_an_action_and_no_hour_of_a_form_is() -> None:
    lines = "LP Brume;Forum;{};18\nLP Lande;Jury;{};9\n"
    dated = lines.format("12/03/2026", "19/03/2026")
    stamped = lines.format("2026-03-12 08:51", "2026-03-19 17:02")
    assert bound(f"Lycée;Action menée;Calage;Élèves\n{dated}")[1]["Calage"] == "on"
    assert bound(f"Lycée;Action menée;Calage;Élèves\n{stamped}")[1]["Calage"] is None


def test_cells_tell_days_from_names_and_a_telephone_though_one_of_five_is_none() -> None:
    days = ("2024-09-16", "10/03/25", "2025-09-22", "2025-12-01", "à faire")
    lines = "".join(f"LP Brume;Valette;PFMP;{day}\n" for day in days)
    assert bound(f"Lycée;Partenaire;Objet;Délégation informée le\n{lines}")[1]["Délégation informée le"] == "informed_on"
    phones = ("02 61 91 20 01", "02 61 91 20 02", "02 61 91 20 03", "02 61 91 20 04", "voir le rectorat")
    lines = "".join(f"DAFPIC {place};Conventions;{phone}\n" for place, phone in enumerate(phones))
    assert bound(f"Délégation;Missions;Secrétariat\n{lines}")[1]["Secrétariat"] == "phone"


def test_numbers_of_files_name_nobody_and_sums_are_no_postcodes() -> None:
    assert bound("N° adhérent;Nom de l’adhérent;Ville\nA004512;Brume;Vitré\nA004513;Lande;Brest\n")[1]["N° adhérent"] is None
    assert bound("UAI;Lycée;Dotation (€)\n0350760L;LP Brume;48000\n0942434K;LP Lande;21500\n")[1]["Dotation (€)"] is None


def test_an_unsure_column_is_named_with_what_it_might_be() -> None:
    found = propose(table_of(ODD), SOURCES)
    assert found.source is None
    assert {b.heading: b.proposed for b in found.columns if b.proposed}["Debut conv"] == "starts_on"


def test_a_written_mapping_reads_what_nothing_recognised(tmp_path: Path) -> None:
    store = open_store(tmp_path / "r.netmap", create=True)
    rows = [
        ["Contenu", "Votre colonne", "Notre champ"],
        ["Conventions", "Code établ", "UAI"],
        ["Conventions", "Auprès", "Partenaire"],
        ["Conventions", "Debut conv", "Début"],
        ["Conventions", "jusque", "Fin"],
    ]
    done = prepared(store, ODD, decide=decided(read_rules("m.csv", rows, SOURCES)))
    (table,) = done.report.tables
    assert (table.reading.lines_accepted, table.reading.found.by) == (1, "personne")
    again = decided(read_rules("m.csv", rows_of(written([(table.reading.table, table.reading.found)], safe)), SOURCES))
    assert (again(table.reading.table) or Choice()).columns == table.reading.found.chosen


def test_what_was_chosen_is_remembered_for_files_of_the_same_headings(tmp_path: Path) -> None:
    store = open_store(tmp_path / "r.netmap", create=True)
    choice = Choice(
        "conventions",
        {"Code établ": "uai", "Auprès": "partner", "jusque": "ends_on", "Debut conv": ""},
        {},
        {"partner": {"Brume": "Brume SA"}},
    )
    commit(store, prepared(store, ODD, decide=lambda _: choice))
    later = prepared(store, ODD.replace("0350760L", "0942434K"))
    (table,) = later.report.tables
    assert table.reading.found.by == "mémoire"
    assert table.reading.found.fields == {"uai": 0, "partner": 1, "ends_on": 3}
    assert [(p.code, p.value, p.kept) for p in table.problems() if p.code == "valeur-choisie"] == [("valeur-choisie", "Brume", "Brume SA")]


def test_a_table_left_aside_by_choice_is_told(tmp_path: Path) -> None:
    store = open_store(tmp_path / "r.netmap", create=True)
    (file,) = prepared(store, ODD, decide=lambda _: Choice(NOT_READ)).report.files
    assert file.tables == ()
    assert [(one.reason.value, one.lines) for one in file.aside] == [("tableau que vous laissez de côté", (1, 2))]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["Titre"], ["x"]], "« m.csv » n’est pas une correspondance de colonnes : la colonne « Votre colonne » manque"),
        ([["Contenu", "Votre colonne", "Notre champ"], ["Convention", "a", "UAI"]], "est-ce « Conventions » ?"),
        ([["Contenu", "Votre colonne", "Notre champ"], ["Conventions", "a", "Partenair"]], "est-ce « Partenaire » ?"),
    ],
)
def test_a_wrong_mapping_is_refused_with_what_was_meant(rows: list[list[str]], said: str) -> None:
    with pytest.raises(NetmapError) as refused:
        read_rules("m.csv", rows, SOURCES)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("headings", "rows", "expected"),
    [
        ("UAI;Nom;Rentrée", ["0350760L;LP A;2024", "0671509B;LP B;2026"], {"Rentrée": None}),  # a year is no postcode
        ("UAI;Nom;Fax", ["0350760L;LP A;02 99 00 00 00", "0671509B;LP B;03 88 00 00 00"], {"Fax": None}),
        ("UAI;Nom;Tél", ["0350760L;LP A;299000000", "0671509B;LP B;388000000"], {"Tél": "phone"}),
        ("UAI;Partenaire;Objet;Suivi par", ["0350760L;Brume;PFMP;Mme Durand"], {"Suivi par": None}),
        ("UAI;Partenaire;Objet;Suivi par", ["0350760L;Brume;PFMP;DDFPT"], {"Suivi par": "contact"}),
        ("UAI;Partenaire;Objet;Convention signée ?", ["0350760L;Brume;PFMP;O", "0671509B;Lande;PFMP;N"], {"Convention signée ?": None}),
        ("Raison sociale;Commune;Famille", ["Brume;Rennes;Entreprise", "Lande;Vitré;OPCO"], {"Famille": "category"}),
        ("UAI;Partenaire;Objet;Applicable du;Applicable au", ["0350760L;Brume;PFMP;01/09/2024;31/08/2025"], {"Applicable au": "ends_on"}),
        ("UAI;Partenaire;Objet;Enveloppe (€)", ["0350760L;Brume;PFMP;1500"], {"Enveloppe (€)": "amount"}),
        ("UAI;Partenaire;Objet;Date de signature par le proviseur", ["0350760L;Brume;PFMP;01/09/2024"], {}),
        (
            "UAI;Hôtel;SIRET;Objet;Signée le",
            ["0350760L;Le Quai;73282932000074;PFMP;01/09/2024", "0671509B;Le Bac;;PFMP;02/09/2024"],
            {"Hôtel": "partner"},
        ),
        ("UAI;Partenaire;Ville;Objet", ["0350760L;Brume;Port-Louis;PFMP", "0671509B;Lande;Le Port;Jury"], {"Ville": "partner_commune"}),
        ("CLEE;Entreprise;Type", ["CLEE Orval;Brume;Entreprise", "CLEE Seule;Lande;Association"], {"Type": "partner_category"}),
        ("Raison sociale;Siège", ["Brume;Rennes", "Lande;Vitré"], {"Siège": "commune"}),
        ("Raison sociale;Siège;Ville", ["Brume;2 rue Haute;Rennes", "Lande;4 quai Bas;Vitré"], {"Siège": "address", "Ville": "commune"}),
        ("UAI;Partenaire;Objet;Nombre d’entreprises", ["0350760L;Brume;PFMP;3"], {"Nombre d’entreprises": None}),
        (
            "Événement;Organisateur;Lycées présents;Date",
            ["Forum;CCI;LP Brume;03/02/2026", "Salon;Medef;LP Lande;04/02/2026"],
            {"Organisateur": "partner", "Lycées présents": "establishment"},
        ),
        (
            "Zinc;Tél;Courriel;Ville",
            ["Brume SARL;02 99 00 00 00;a@brume.fr;Rennes", "Lande SA;02 99 00 00 01;b@lande.fr;Vitré"],
            {"Zinc": "name"},
        ),
        ("Raison sociale;Ville;Zinc", ["Brume;Rennes;à rappeler en mai", "Lande;Vitré;très bon accueil"], {"Zinc": "comment"}),
        ("Nom du compte;Ville;Propriétaire du compte", ["Brume;Rennes;S. Roy", "Lande;Vitré;Paul Blanc"], {"Propriétaire du compte": None}),
        ("UAI;Nom;Heure de début", ["0350760L;LP A;01/09/2024", "0671509B;LP B;02/09/2024"], {"Heure de début": None}),
        ("ID;UAI;Partenaire;Objet", ["11;0350760L;Brume;PFMP", "14;0671509B;Lande;PFMP"], {"ID": None}),
        ("UAI;Partenaire;Durée / reconduction;Fin", ["0350760L;Brume;3 ans;31/08/2027"], {"Durée / reconduction": "duration_months"}),
        ("UAI;Partenaire;Objet;Jeunes / an", ["0350760L;Brume;PFMP;12"], {"Jeunes / an": "pupils"}),
        ("UAI;Partenaire;Objet;Titre de recette", ["0350760L;Brume;PFMP;TR 118"], {"Titre de recette": None}),
        ("Raison sociale;Id i-Milo", ["Brume;40211", "Lande;40212"], {"Id i-Milo": None}),
        ("Campus;UAI;Rôle", ["CMQ-BOIS;0350760L;membre", "CMQ-AUTO;0671509B;support"], {"Campus": "code"}),
        ("IdAction;LibAction;UaiEtab;DateAction", ["A1;Forum;0350760L;01/09/2024"], {"LibAction": "title", "DateAction": "on"}),
    ],
)
def test_cells_and_headings_settle_together_what_a_column_is(headings: str, rows: list[str], expected: dict[str, str | None]) -> None:
    taken = bound("\n".join((headings, *rows, "")))[1]
    assert {heading: taken[heading] for heading in expected} == expected


@pytest.mark.parametrize(
    ("headings", "row", "source"),
    [
        ("Lycée;Entreprise", "LP Brume;Valette", "partnerships"),
        ("Lycée;Entreprise;Objet", "LP Brume;Valette;PFMP", "conventions"),
        ("Lycée;Adresse;Ville", "Rosa Parks;3 rue Haute;Rennes", "establishments"),
        ("Établissement;Rue;Ville", "LP Brume;3 rue Haute;Rennes\nLPO Lande;1 quai Bas;Vitré\nLP Sorel;2 mail;Brest", "establishments"),
        ("Établissement;Rue;Ville", "Le Chalet;3 rue Haute;Rennes\nLe Bac;1 quai Bas;Vitré\nLa Table;2 mail;Brest", None),
        ("Campus;Lycées;Entreprises", "CMQ Bois;12;40", None),  # a statistic
        ("Raison sociale;Effectif;Département", "Brume;12;35\nLande;40;56", "organisations"),
        ("Quand;Lycée;Entreprise;Type;Jeunes", "24/09/2026;LP Brume;Valette;Visite;18", "actions"),
        (
            "Date;Lycée;Quoi;Avec qui;Élèves;Fait ?",
            "24/09/2026;LP Brume;Forge;Valette;18;fait\n1/10/2026;LP Lande;Jury;Roc;9;annulé",
            "actions",
        ),
        ("UAI;Entreprise amie;Siret", "0350760L;Brume;73282932000074\n0350760L;Lande;35600000000048", "partnerships"),
        ("Dépt;Nb entr.", "12;2\n48;1", None),
        ("Dépt;Nb étab.;Labellisés;Avec BDE", "Meuse;4;2;3\nVosges;2;1;1", None),
        ("Lycée;Nb de réponses", "LP Brume;2\nLP Lande;1", None),
        ("Lycée;Nb d'élèves", "LP Brume;212\nLP Lande;150", "establishments"),
        (
            "UAI;Intitulé de l'atelier;Séance du;Inscrits",
            "0350760L;CV et lettres;09/01/2026;18\n0942434K;Entretien;23/01/2026;9",
            "actions",
        ),
        ("Référence;Accord-cadre signé avec;Niveau", "AC-1;Brume;région", "frameworks"),
        ("Établissement d’accueil;MEF;Vœu O/N;Capacité", "0350760L;23210023446;N;15\n0942434K;24025006445;O;24", None),
        ("IDCC;Opérateur de compétences;Libellé;obs", "3;OPCO Mobilité;Navigation intérieure;\n16;OPCO Mobilité;Transports;", None),
        ("UAI;SIRET;Académie;Raison sociale;a;b;c;d;e", "0350760L;73282932000074;Rennes;CFA Brume;gris;bleu;vert;noir;or", None),
    ],
)
def test_a_convention_is_told_and_a_tie_is_asked_about(headings: str, row: str, source: str | None) -> None:
    assert bound(f"{headings}\n{row}\n")[0] == source


@pytest.mark.parametrize(
    ("titles", "headings", "field"),
    [
        ("", "Lycée \\ Partenaire;CCI;Medef;UIMM", "partner"),
        ("", "Partenaire;Stages;Visites;Jurys", "themes"),
        ("Partenaires par filière\n", "Partenaire;Bois;Cuir;Verre", "filieres"),
        ("", "Partenaire;Bois;Cuir;Verre", None),  # nothing says what the crosses are
    ],
)
def test_crosses_are_a_list_where_it_is_sure_what_of(titles: str, headings: str, field: str | None) -> None:
    table = table_of(f"{titles}{headings}\nBrume;x;;x\nValette;;x;\n")
    listed = [b.field for b in propose(table, SOURCES).columns][len(headings.split(";")) :]
    assert listed == ([] if field is None else [field])
    if field is not None:
        names = headings.split(";")
        assert table.cells[f"c{len(names)}"].to_list() == [f"{names[1]} | {names[3]}", names[2]]


def test_where_is_a_partner_beside_a_town_and_words_of_themes_name_nobody() -> None:
    lines = (
        "LP A;Les Ateliers Brume;Rennes;stages;DDFPT;01/09/2021;12/01/2026\nLP A;Mairie de Vitré;Vitré;visites;CPE;01/09/2022;03/11/2025\n"
    )
    found = propose(table_of(f"Lycée;Où;Commune du lieu;On y va pour;Suivi par;Depuis;Dernier contact\n{lines}"), SOURCES)
    assert (found.source.name if found.source else None) == "partnerships"
    assert {name: place for name, place in found.fields.items() if place in (1, 2, 3)} == {"partner": 1, "partner_commune": 2, "themes": 3}


def test_why_a_convention_was_ended_is_a_remark() -> None:
    lines = "LP A;Brume;01/02/2025;liquidation\nLP A;Valette;03/03/2025;départ du patron\n"
    assert propose(table_of(f"Lycée;Partenaire;Dénoncée le;Motif\n{lines}"), SOURCES).fields["comment"] == 3
    assert (
        propose(table_of("Lycée;Partenaire;Signée le;Motif\nLP A;Brume;01/02/2025;Accueil de stagiaires\n"), SOURCES).fields["object"] == 3
    )


def test_places_of_files_and_lists_of_persons_present_are_nothing() -> None:
    lines = "LP A;Brume;01/02/2025;P:\\\\conv\\\\brume.pdf\nLP A;Valette;03/03/2025;P:\\\\conv\\\\valette.pdf\n"
    assert 3 not in propose(table_of(f"Lycée;Partenaire;Signée le;Dossier réseau\n{lines}"), SOURCES).fields.values()
    assert propose(table_of("Le;Présents;Compte rendu\n11/09;CPE, AS;fait\n16/10;CPE, inf.;à taper\n"), SOURCES).source is None


def test_an_address_on_the_web_is_no_place_of_a_file_and_a_town_under_adr_is_a_town() -> None:
    lines = "LP A;0350760L;2 RUE HAUTE;RENNES\nLP B;0671509B;3 RUE BASSE;VITRÉ\n"
    found = propose(table_of(f"NOM_LYCEE;UAI;ADR_LIGNE1;ADR_COMMUNE\n{lines}"), SOURCES)
    assert {name: place for name, place in found.fields.items() if place > 1} == {"address": 2, "commune": 3}
    texts = "Accord Brume;https://exemple.fr/a.pdf\nAccord Valette;https://exemple.fr/b.pdf\n"
    assert propose(table_of(f"Intitulé de l’accord;Texte en ligne\n{texts}"), SOURCES).fields["web"] == 1
