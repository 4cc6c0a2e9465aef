"""Columns that their cells tell where their headings do not: words of closed choices, durations, persons; what is someone's own."""

import pytest

from loaders import SOURCES
from netmap.layout import Reason
from netmap.mapping import propose
from tests.mapping.test_mapping import bound, table_of


def test_words_of_themes_under_what_asks_for_the_object_are_themes() -> None:
    lines = "LP A;Brume;01/09/2024;Stages, visites\nLP A;Valette;01/09/2024;Apprentissage\n"
    fields = propose(table_of(f"Lycée;Partenaire;Signée le;Sur quoi porte-t-elle (plusieurs choix)\n{lines}"), SOURCES).fields
    assert (fields.get("themes"), fields.get("object")) == (3, None)


def test_words_of_a_closed_choice_and_durations_are_told_by_their_cells_where_the_heading_says_nothing() -> None:
    head, themes = "Lycée;Partenaire;Signée le;Leviers;Établie pour", ("visites / stages", "apprentissage", "divers")
    lasting = ("3 ans", "un an", "18 mois")
    lines = [f"LP Brume;Firme {n};0{n}/11/2025;{theme};{how}" for n, (theme, how) in enumerate(zip(themes, lasting, strict=True), 1)]
    source, fields = bound("\n".join((head, *lines)) + "\n")
    assert (source, fields["Leviers"], fields["Établie pour"]) == ("conventions", "themes", "duration_months")
    once = "Lycée;Partenaire;Signée le;Leviers\nLP Brume;Valette;03/11/2025;visites\nLP Brume;Lande;04/11/2025;le garage\n"
    assert bound(once)[1]["Leviers"] is None


@pytest.mark.parametrize(
    ("table", "heading", "field"),
    [
        ("UAI;Nom;Secteur\n0350760L;LP Brume;Publ.\n0942434K;LP Lande;Privé s/c", "Secteur", "status"),
        ("UAI;Nom;Secteur\n0350760L;LP Brume;Nord\n0942434K;LP Lande;Sud", "Secteur", None),
        ("UAI;Nom;Secteur\n0350760L;LP Brume;Bois\n0942434K;LP Lande;Bâtiment", "Secteur", "filieres"),
        ("Lycée;Titre;Date;Famille\nLP Brume;Rencontre A;03/11/2025;Visite\nLP Brume;Rencontre B;04/11/2025;Forum", "Famille", "theme"),
        (
            "Lycée;Partenaire;Objet;Fin;Cadre\nLP Brume;Valette;Stages;03/11/2027;Mme Ory\nLP Brume;Lande;Visites;04/11/2027;Lou",
            "Cadre",
            None,
        ),
        ("Lycée;Boîte;Signée le;Suivi (init.)\nLP Brume;Valette;03/11/2025;SB\nLP Brume;Lande;04/11/2025;MT", "Suivi (init.)", None),
        ("Lycée;Partenaire;Signée le;Suivi par\nLP Brume;Valette;03/11/2025;CPE\nLP Brume;Lande;04/11/2025;DDFPT", "Suivi par", "contact"),
        ("UAI;Partenaire;Objet;Collègue qui suit\n0350760L;Mer;PFMP;Roussillat\n0350760L;Lac;Visites;Chazot", "Collègue qui suit", None),
        ("Réseau;Type;Comité;Vie du comité\nRéseau Nord;CLEE;Nord;actif\nRéseau Sud;CLEE;Sud;forum en mars", "Vie du comité", None),
        (
            "Avec qui avez-vous conventionné ?;RNE;Objet\nValette;0350760L;Stages\nLande;0350760L;Visites",
            "Avec qui avez-vous conventionné ?",
            "partner",
        ),
        ("Entreprise / asso;Lieu;Lycée;Objet\nValette;Rennes;LP Brume;Stages\nLande;Brest;LP Brume;Visites", "Lieu", "partner_commune"),
        ("Lycée;Partenaire;Fin;Porte sur\nLP Brume;Valette;03/11/2027;Visites\nLP Brume;Lande;04/11/2027;PFMP", "Porte sur", "themes"),
        ("Lycée;Partenaire;Fin;Porte sur\nLP Brume;Valette;03/11/2027;un four\nLP Brume;Lande;04/11/2027;PFMP", "Porte sur", "object"),
        ("UAI;Nom du lycée;LP / LPO\n0350760L;Brume;LP\n0942434K;Lande;LPO", "LP / LPO", "type"),
        ("Réseau;UAI membres;Partenaires du réseau;Animé par\nNord;0350760L;Valette;BDE\nSud;0942434K;Lande;CPE", "Animé par", None),
        ("Garage;Commune du garage;SIRET;Mot du DDFPT\nValette;Rennes;09992191800019;fidèle", "Commune du garage", "commune"),
        ("Dt;Action;Part.;Ét.\n03/11/2025;Forum;Valette;fait\n04/11/2025;Visite;Lande;annulé", "Ét.", "state"),
        ("Lycée;Partenaire;Fin;Engagement (en mois)\nLP Brume;Valette;;36\nLP Brume;Lande;;24", "Engagement (en mois)", "duration_months"),
        ("Nom du lycée;UAI;Demi-pension (places)\nLP Brume;0350760L;450", "Demi-pension (places)", None),
        ("Société;SIRET;Type d'adhérent\nValette;09992191800019;entreprise\nLande;;chambre", "Type d'adhérent", "category"),
        ("Établissement du bassin;RNE;Ville\nLP Brume;0350760L;Rennes", "Établissement du bassin", "name"),
        ("Temps forts 2025;;\nTemps fort;Date retenue;Lycées invités\nForum;06/02/2025;LP Brume", "Temps fort", "title"),
        (
            "Lycée;Convention;Prêteur;Fin;Matériel prêté\nLP A;PRET-1;Valette;03/11/2025;un banc\nLP A;PRET-2;Lande;;12 lots",
            "Convention",
            "reference",
        ),
        ("Nom d’usage;UAI;LP / LPO / SEP\nBrume;0350760L;LP\nLande;0942434K;SEP", "Nom d’usage", "name"),
        ("Entr.;CP;Loc.;Cont. (nom)\nValette;35000;Rennes;Mme Ory\nLande;29200;Brest;M. Coublanc fils", "Cont. (nom)", None),
        ("Délégation;On s’adresse à eux pour;Mél\nDRAFPIC Nord;le label;a@b.example", "On s’adresse à eux pour", "competence"),
        ("CFA porteur;Entrée en vigueur;Terme;Votée le\nCFA Brume;01/09/2025;31/08/2028;26/06/2025", "CFA porteur", "partner"),
        ("CMQ;Étab.;UAI;Place ds le campus\nCMQ Bois;LP Brume;0350760L;support", "Place ds le campus", "role"),
        ("Lycée;Partenaire;Signée le;Dénoncée le;Motif\nLP Brume;Valette;03/11/2022;03/11/2025;liquidation", "Motif", "comment"),
        ("Société;Ville;SIRET;Company Domain Name\nValette;Rennes;;valette.fr\nLande;Brest;;lande.fr", "Company Domain Name", "web"),
        ("Lycée;Partenaire;Fin;Porte sur;Suivi par\nLP Brume;Valette;03/11/2027;Stages en atelier;CPE", "Porte sur", "object"),
        (
            "act_libelle;act_date;act_etat;act_nb_eleves;ent_nom\nForum;03/11/2025;fait;24;Valette\nRallye;04/11/2025;annulé;12;Lande",
            "act_date",
            "on",
        ),
        ("PM.Raison sociale;PM.Siret;PM.Ville\nValette;09992191800019;Rennes\nLande;;Brest", "PM.Raison sociale", "name"),
        (
            "UAI;Partenaire;Objet;Fin;start\n0350760L;Mer;Prêt d’un banc;03/11/2027;2026-03-01T09:12\n0350760L;Lac;;;2026-03-01T10:01",
            "start",
            None,
        ),
        ("Lycée;Partenaire;Objet;Signée le;Tombe le\nLP A;Valette;Stages;03/11/2025;03/11/2028", "Tombe le", "ends_on"),
        ("Accord;Signataire;Signé le;NIV_ACCORD\nBois;Brume;03/11/2025;ACA\nFer;Lande;04/11/2025;NAT", "NIV_ACCORD", "level"),
        (
            "Cahier des charges;N° d’attendu;Rédaction retenue;Texte d’appui\n2024 Normandie;1;Un bureau des entreprises;Arrêté",
            "Texte d’appui",
            "basis",
        ),
        ("Réseau;Membre;C.P.;Ville\nCLEE Nord;Valette;35000;Rennes\nCLEE Sud;Lande;29200;Brest", "C.P.", "partner_postcode"),
        (
            "Lycée;Partenaire;Signée le;Fin;Accord-cadre groupe\nLP Brume;Valette;03/11/2025;03/11/2027;ACG-1",
            "Accord-cadre groupe",
            "framework",
        ),
        (
            "CMQ;Lycée membre;Membre hors EN;Type de membre;Place\nA;LP Brume;;;support\nA;;Lande;CCI;associé\nA;;Mer;entr.;allié",
            "Type de membre",
            "partner_category",
        ),
        (
            "Accord;Signataire;Signé le;Champs\nBois;Brume;03/11/2025;stages / apprentissage\nFer;Lande;04/11/2025;mentorat",
            "Champs",
            "themes",
        ),
        ("Réseau;FOQUALE ou PSAD;Bassin couvert\nRebond;FOQUALE;Lens\nArtois;PSAD;Arras", "FOQUALE ou PSAD", "kind"),
        (
            "Lycée;Partenaire;Fin;Esprit de l’accord\nLP Brume;Valette;03/11/2027;Prêt d’un banc\nLP Brume;Lande;;Visites du site",
            "Esprit de l’accord",
            "object",
        ),
        (
            "Lycée;Partenaire;Objet;Signée le;Étagère\nLP Brume;Valette;Stages;03/11/2025;bleu 4\nLP Brume;Lande;Visites;;bleu 7",
            "Étagère",
            None,
        ),
        ("Délégation;Ressort;Territoire couvert\nDAFPIC Nord;académie;Nord\nDRAIO;région académique;Grand Nord", "Ressort", "level"),
        ("Réseau;Zone couverte;Animé par\nCLEE Nord;Nord;S. Kermel\nCLEE Sud;Sud;J.-P. Lantz", "Animé par", None),
        (
            "UAI;Partenaire;Objet;DATE_SIGNATURE\n0350760L;Mer;Prêt d’un banc;2026-03-01T09:12:00\n0350760L;Lac;Dons;2026-03-02T10:01:00",
            "DATE_SIGNATURE",
            "signed_on",
        ),
        ("Partenaire;Commune;Qui on connaît là-bas\nValette;Rennes;la cheffe\nLande;Brest;l’apprenti", "Qui on connaît là-bas", None),
    ],
)
def test_cells_say_what_a_heading_leaves_open(table: str, heading: str, field: str | None) -> None:
    assert bound(f"{table}\n")[1].get(heading) == field


def test_the_word_that_columns_of_a_base_end_with_says_only_what_its_lines_are() -> None:
    head = "NUM_PROJET;UAI;LIBELLE_PROJET;DATE_PROJET;NOM_STRUCT;EFFECTIF;ETAT_PROJET"
    lines = (
        "P-01;0350760L;Une journée de cinéma;06/11/2025;Le Rex;28;REALISE\nP-02;0350760L;Visite des outils;09/12/2025;La Forge;24;ANNULE\n"
    )
    fields = ("reference", "uai", "title", "on", "partner", "headcount", "state")
    assert bound(f"{head}\n{lines}") == ("actions", dict(zip(head.split(";"), fields, strict=True)))


def test_why_a_convention_ended_is_what_it_was_about_where_most_have_not_ended() -> None:
    head, lines = (
        "Lycée;Partenaire;Motif;Signée le;Dénoncée le",
        [f"LP Brume;Firme {n};Stages en atelier;0{n}/11/2025;" for n in range(1, 5)],
    )
    ended = lines[0] + "03/12/2025"
    assert bound("\n".join((head, ended, *lines[1:])) + "\n")[1]["Motif"] == "object"


def test_crosses_and_figures_that_nobody_knows_are_someone_s_own() -> None:
    head = "Transporteur;SIRET dépôt;Ville du dépôt;Dernier échange;Pl. 2nde;Pl. 1re;Pl. Term;CACES"
    row = "09996191400019;Moissac;02/10/2025;2;2;1;non"
    lines = "\n".join(f"Transports {name};{row}" for name in ("Cazenave", "Ormes", "Lande"))
    assert bound(f"LP Brume\n\n{head}\n{lines}\n")[0] == "partnerships"


def test_codes_of_lycees_that_come_several_times_without_a_name_are_no_list_of_lycees() -> None:
    lines = "0350760L;BTS Bois;public\n0350760L;BTS Fluides;public\n0942434K;BTS Bois;public\n"
    assert bound(f"UAI;Libelléformation;Statut\n{lines}")[0] is None


def test_the_code_that_a_survey_puts_before_a_question_says_nothing_and_its_options_are_a_list() -> None:
    options = [f"G02Q06[SQ00{n}]. Sur quoi portent vos échanges ? [{said}]" for n, said in enumerate(("Stages", "Visites", "Taxe"), 1)]
    head = ["G01Q02. Code UAI du lycée", "G02Q03. Nom de l’organisme partenaire", *options, "G02Q05. Depuis quelle date ?"]
    lines = "0350760L;Brume;Oui;Non;Oui;01/09/2018\n0350760L;Valette;Non;Oui;Non;01/09/2019\n"
    table = table_of(f"{';'.join(head)}\n{lines}")
    found = propose(table, SOURCES)
    assert (found.source.name if found.source else None) == "partnerships"
    assert found.fields == {"uai": 0, "partner": 1, "since": 5, "themes": 6}
    assert table.cells["c6"].to_list() == ["Stages | Taxe", "Visites"]


def test_columns_of_crosses_read_as_a_list_name_nobody() -> None:
    head = "Q1. UAI;Q2. Machin avec qui vous coopérez;Accueil en PFMP;Visites d’entreprise;Interventions;Depuis"
    lines = "0350760L;Brume;X;X;;01/09/2018\n0350760L;Valette;X;;X;01/09/2019\n"
    assert propose(table_of(f"{head}\n{lines}"), SOURCES).fields == {"uai": 0, "partner": 1, "since": 5, "themes": 6}


def test_meetings_and_rotas_are_no_table_of_actors() -> None:
    rota = "Permanences de juillet\nSemaine;Qui;Portable\n28;P. Serrault;06 99 00 00 01\n29;F. Toussaint;06 99 00 00 02\n"
    meetings = "Réunions de suivi;Lieu\n8 janvier 2026;Rectorat, salle 204\n19 mars 2026;visio\n"
    assert [table_of(text).doubt for text in (rota, meetings)] == [Reason.JOTTED] * 2


def test_the_partner_of_all_lines_is_the_one_whose_conventions_a_title_says_they_are() -> None:
    head = "LP partenaire;De quoi il s’agit;Signée en;Valable"
    lines = "LP Brume;Repérage des jeunes;mars 2023;3 ans\nLP Lande;Permanence du jeudi;janvier 2024;2 ans\n"
    titled = propose(table_of(f"Mission locale de Larze – conventions avec les lycées\n\n{head}\n{lines}"), SOURCES)
    assert (titled.constants.get("partner"), titled.fields.get("object")) == ("Mission locale de Larze", 1)
