"""Columns under headings nobody foresaw, told by all their cells; what kind of lines a table holds, told by what stands together."""

import pytest

from loaders import SOURCES
from netmap.layout import Reason
from netmap.mapping import propose
from tests.mapping.test_mapping import bound, table_of

_CONVENTIONS = "UAI;Partenaire;Objet;{}\n0350760L;Brume;PFMP;{}\n0350760L;Valette;Visites;{}\n"


def _conventions(headings: str, *rows: str) -> dict[str, str | None]:
    source, fields = bound(_CONVENTIONS.format(headings, *rows))
    assert source == "conventions"
    return fields


@pytest.mark.parametrize(
    ("headings", "rows", "told"),
    [
        ("Alpha;Omega", ("01/09/2024;31/08/2027", "01/09/2025;31/08/2026"), ("starts_on", "ends_on")),
        ("Omega;Alpha", ("31/08/2027;01/09/2024", "31/08/2026;01/09/2025"), ("ends_on", "starts_on")),
        ("Début;Omega", ("01/09/2024;31/08/2027", "01/09/2025;31/08/2026"), ("starts_on", "ends_on")),
        ("Alpha;Fin", ("01/09/2024;31/08/2027", "01/09/2025;31/08/2026"), ("starts_on", "ends_on")),
        ("Alpha;Omega", ("01/09/2024;15/09/2024", "01/09/2025;20/09/2025"), (None, None)),  # days part them, not months
        ("Alpha;Omega", ("01/09/2024;31/08/2027", "01/09/2026;31/08/2025"), (None, None)),  # neither always comes first
        ("Alpha;Omega;Psi", ("01/09/2024;31/08/2027;01/01/2026", "01/09/2025;31/08/2026;01/01/2026"), (None, None, None)),
    ],
)
def test_two_columns_of_days_that_months_part_are_a_period(headings: str, rows: tuple[str, str], told: tuple[str | None, ...]) -> None:
    fields = _conventions(headings, *rows)
    assert tuple(fields[heading] for heading in headings.split(";")) == told


def test_a_column_of_countries_is_that_of_the_partner() -> None:
    assert _conventions("Drapeau", "Irlande", "Pays-Bas")["Drapeau"] == "partner_country"
    assert _conventions("Drapeau", "bleu", "vert")["Drapeau"] is None


def test_a_column_called_at_is_that_of_towns() -> None:
    assert _conventions("À", "Rennes", "Saint-Malo")["À"] == "partner_commune"
    assert _conventions("A", "Rennes", "Saint-Malo")["A"] is None
    assert _conventions("Ville;À", "Rennes;Brest", "Brest;Rennes")["À"] is None


def test_columns_without_headings_hold_a_period_and_a_sum() -> None:
    text = (
        "Colonne1;Colonne2;Colonne3;Colonne4;Colonne5;Colonne6;Colonne7\n"
        "0350760L;LP Brume;SARL Plomberie;09997191300019;01/09/2025;31/08/2026;1 200 €\n"
        "0350760L;LP Brume;Fournil Valette;09997393500010;01/09/2024;31/08/2027;350,00 €\n"
    )
    assert list(bound(text)[1].values())[3:] == ["partner_siret", "starts_on", "ends_on", "amount"]


@pytest.mark.parametrize(
    ("table", "source"),
    [
        (
            "Le flux;Jour;Lycée;Chez;Où ça en est\nBois;06/10/2025;LP A;Brume;c'est fait\nVente;07/10/2025;LP B;Lande;tombé à l'eau\n",
            "actions",
        ),
        (
            "Le flux;Jour;Lycée;Chez;Où ça en est\nBois;06/10/2025;LP A;Brume;signée\nVente;07/10/2025;LP B;Lande;en projet\n",
            "conventions",
        ),
        (
            (
                "Chantier;Lycée;Pour le compte de;À (commune);Démarrage;Nombre de jeunes;Avancement\n"
                "Toiture du lavoir;LP A;Brume;Vitré;06/10/2025;12;fini\nMuret;LP B;Lande;Brest;07/10/2025;9;prévu\n"
            ),
            "actions",
        ),
        ("Comité;Ce qu'il couvre;Lycées\nCLEE du Canal;Canal;LP Brume\nCLEE des Rives;Rives;LP Lande\n", "networks"),
    ],
)
def test_cells_say_what_the_lines_are(table: str, source: str) -> None:
    assert bound(table)[0] == source


def test_the_number_of_a_partner_makes_up_for_what_an_application_adds() -> None:
    ours = "SIREN assujetti;SIRET émetteur;Dénomination légale;Nom commercial;Adresse du siège;CP siège;Commune siège"
    line = "099951915;09995191500018;Brume;Le Brumeux;12 rue des Lices;79300;Bressuire"
    others = ";".join(f"X{place}" for place in range(12))
    text = f"{ours};{others}\n{line};{';'.join(f'v{place}' for place in range(12))}\n"
    assert bound(text)[0] == "organisations"
    assert bound(text.replace("SIREN assujetti;SIRET émetteur;", "A;B;").replace("099951915;09995191500018", "a;b"))[0] is None


def test_communes_and_what_they_are_called_are_no_list_of_actors() -> None:
    text = "Code commune;Nom commune;Code postal;Acheminement;GPS\n01001;Abergement;01400;ABERGEMENT;46.15, 4.92\n"
    assert bound(text + "01002;Ambérieu;01500;AMBERIEU;45.95, 5.35\n")[0] is None


def test_a_column_of_persons_called_by_their_names_makes_a_list_of_persons() -> None:
    table = table_of("Nom;Tél;Dispo\nA. Ferrandi;06 99 00 55 01;lundi\nJ. Locatelli;06 99 00 55 02;mardi\n")
    assert (table.doubt, propose(table, SOURCES).source) == (Reason.PERSONS, None)
    firms = table_of("Nom;Tél;Dispo\nFerrandi SARL;06 99 00 55 01;lundi\nLocatelli SA;06 99 00 55 02;mardi\n")
    assert firms.doubt is None


def test_the_project_of_all_lines_is_no_title_of_an_action() -> None:
    lines = "".join(f"Suivi;Visite {place} de Brume;LP Brume;0{place}/10/2025;Visite\n" for place in (1, 2, 3))
    fields = bound(f"Projet;Libellé de la demande;Lycée;Date de l'action;Thème\n{lines}")[1]
    assert (fields["Projet"], fields["Libellé de la demande"]) == (None, "title")


def test_codes_that_come_once_each_number_the_members_of_a_campus() -> None:
    head = "Id;Campus;Membre;Rôle\n"
    lines = "".join(f"E0{place};CMQ Bois;Brume {place};membre\n" for place in (1, 2, 3))
    assert bound(head + lines)[1]["Id"] is None


def test_where_it_is_says_an_address_over_streets_and_a_town_over_towns() -> None:
    streets = "Nom;SIRET;Où c'est\nBrume;09997191300019;14 quai des Brumes, 44600 Saint-Nazaire\n"
    towns = "Nom;SIRET;Où c'est\nBrume;09997191300019;Saint-Nazaire\nLande;09997393500010;Nantes\n"
    assert [bound(text)[1]["Où c'est"] for text in (streets, towns)] == ["address", "commune"]
