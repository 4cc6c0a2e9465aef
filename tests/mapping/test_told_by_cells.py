"""Columns that their cells tell where their headings do not: words of closed choices, durations, persons; what is someone's own."""

import pytest

from loaders import SOURCES
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
        ("UAI;Nom;Secteur\n0350760L;LP Brume;Bois\n0942434K;LP Lande;Bâtiment", "Secteur", "filieres"),
        ("Lycée;Titre;Date;Famille\nLP Brume;Rencontre A;03/11/2025;Visite\nLP Brume;Rencontre B;04/11/2025;Forum", "Famille", "theme"),
        (
            "Lycée;Partenaire;Objet;Fin;Cadre\nLP Brume;Valette;Stages;03/11/2027;Mme Ory\nLP Brume;Lande;Visites;04/11/2027;Lou",
            "Cadre",
            None,
        ),
        ("Lycée;Boîte;Signée le;Suivi (init.)\nLP Brume;Valette;03/11/2025;SB\nLP Brume;Lande;04/11/2025;MT", "Suivi (init.)", None),
        ("Lycée;Partenaire;Signée le;Suivi par\nLP Brume;Valette;03/11/2025;CPE\nLP Brume;Lande;04/11/2025;DDFPT", "Suivi par", "contact"),
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
