"""What stands above lines, on a row of its own, said of each of them: lycées, campuses, places, trades, levels, sittings, years."""

from dataclasses import replace

from netmap.layout import Table, sheet_tables, tables_in
from netmap.tables import FileRead
from netmap.tables.sheet import Span
from tests.layout.test_odd_tables import VOCABULARY, of_text
from tests.layout.test_tables import looked_at, on_sheet

SIRET = "73282932000074"


def test_places_and_filieres_above_lines_are_columns_of_them() -> None:
    rows = (
        ("RNE", "Nom", "Commune"),
        ("ACADÉMIE D’ORLANGE",),
        ("0350760L", "LP A", "Vitré"),
        ("Académie de Brume",),
        ("0942434K", "LP B", "Brest"),
    )
    (table,) = sheet_tables("essai.xlsx", on_sheet(*rows, merged=(Span(2, 2, 0, 2), Span(4, 4, 0, 2))), VOCABULARY).tables
    assert table.headings == ("RNE", "Nom", "Commune", "Académie")
    assert table.cells["c3"].to_list() == ["Orlange", "Brume"]
    assert table.notes == (
        "« Académie », sur une ligne à part, vaut pour les lignes qui le suivent : « Orlange » (ligne 2) ; « Brume » (ligne 4).",
    )
    (named,) = of_text("RNE;Entreprise;Objet\nFilière : Bois;;\n0350760L;Brume;Stages\nFilière : Mode;;\n0350760L;Valette;Visites\n")
    assert (named.headings[-1], named.cells["c3"].to_list()) == ("Filières", ["Bois", "Mode"])


def test_lycees_above_lines_are_theirs_beside_a_heading_that_speaks_of_somebody_at_the_lycee() -> None:
    (table,) = of_text("Entreprise;Objet;Référent lycée\nLP des Forges;;\nBrume;Stages;DDFPT\nLPO Rosa Vidal;;\nValette;Visites;CPE\n")
    assert (table.headings[-1], table.cells["c3"].to_list()) == ("Établissement", ["LP des Forges", "LPO Rosa Vidal"])
    (told,) = of_text("Lycée;Entreprise;Objet\nLP des Forges;;\nLP Brume;Brume;Stages\n")
    assert told.headings == ("Lycée", "Entreprise", "Objet")


def test_campuses_above_lines_are_theirs() -> None:
    (table,) = of_text("UAI;Entreprise;Rôle dans le campus\nCampus Bois et habitat;;\n;Brume;membre\nCMQ Mode;;\n;Valette;associé\n")
    assert (table.headings[-1], table.cells["c3"].to_list()) == ("Campus", ["Campus Bois et habitat", "CMQ Mode"])


def test_texts_above_lines_that_are_cells_of_another_table_have_its_heading() -> None:
    brume, valette = ("Brume", "Brest", "membre"), ("Valette", "Rennes", "associé")
    members = (("Membre", "Ville", "Qualité"), ("Bois et habitat",), brume, valette, ("Mode",), valette, brume)
    schools = (("RNE", "Campus"), ("0350760L", "Bois et habitat"), ("0942434K", "Mode"))

    def found(*listed: tuple[str, ...]) -> tuple[Table, ...]:
        sheets = tuple(replace(on_sheet(*rows), name=name) for name, rows in (("Membres", members), ("Lycées", listed)))
        return tables_in(FileRead("essai.xlsx", "0" * 64, 1, sheets, ()), VOCABULARY).tables

    first, second = found(*schools)
    assert first.headings == ("Membre", "Ville", "Qualité", "Campus")
    assert first.cells["c3"].to_list() == ["Bois et habitat"] * 2 + ["Mode"] * 2
    assert second.headings == ("RNE", "Campus")
    campuses = tuple((f"Campus {cells[0]}",) if len(cells) == 1 else cells for cells in members)
    named = tables_in(
        FileRead(
            "essai.xlsx", "0" * 64, 1, tuple(replace(on_sheet(*rows), name=name) for name, rows in (("A", campuses), ("B", schools))), ()
        ),
        VOCABULARY,
    ).tables[0]
    assert named.cells["c3"].to_list() == ["Bois et habitat"] * 2 + ["Mode"] * 2  # as the other sheet writes them
    assert found(*schools[:2])[0].headings == ("Membre", "Ville", "Qualité")  # « Mode » is no cell of it


def test_departements_above_lines_are_a_column_where_all_are_departements() -> None:
    (table,) = of_text("RNE;Nom;Commune\nCher;;\n0350760L;LP A;Bourges\n0671509B;LP B;Vierzon\nIndre;;\n0942434K;LP C;Issoudun\n")
    assert (table.headings[-1], table.cells["c3"].to_list()) == ("Département", ["Cher", "Cher", "Indre"])
    rows = (("RNE", "Nom", "Ville"), ("Haute-Saône",), ("0350760L", "LP A", "Vesoul"), ("Jura",), ("0942434K", "LP C", "Dole"))
    assert looked_at(on_sheet(*rows))[0] == [(("RNE", "Nom", "Ville", "Département"), (1,), [3, 5])]
    (other,) = of_text("RNE;Nom;Commune\nNord;;\n0350760L;LP A;Bourges\n0671509B;LP B;Vierzon\nSud;;\n0942434K;LP C;Issoudun\n")
    assert other.headings == ("RNE", "Nom", "Commune")


def test_trades_and_levels_above_lines_are_columns_of_them() -> None:
    def added(head: tuple[str, ...], *sections: tuple[str, tuple[str, ...]]) -> tuple[str, list[str | None]] | None:
        rows = [row for title, line in sections for row in ((title,), *[line] * 3)]
        (table,) = sheet_tables("essai.xlsx", on_sheet(head, *rows), VOCABULARY).tables
        return (
            (table.headings[-1], table.cells.to_series(-1).unique(maintain_order=True).to_list())
            if len(table.headings) > len(head)
            else None
        )

    salon, garage = ("Mèche", "69003", "Lyon", "2025"), ("Rigal", "69100", "Bron", "2024")
    head = ("Salon", "CP", "Ville", "Depuis")
    assert added(head, ("COIFFURE", salon), ("Métiers de la beauté", garage)) is None
    assert added(head, ("COIFFURE", salon), ("ESTHÉTIQUE", garage)) == ("Filières", ["COIFFURE", "ESTHÉTIQUE"])
    assert added(head, ("BAC PRO MELEC", salon), ("BTS MS", garage)) == ("Filières", ["BAC PRO MELEC", "BTS MS"])
    head, one, two = (
        ("Réf.", "Intitulé", "Signé le", "Durée"),
        ("A-1", "Accord A", "14/06/2022", "5 ans"),
        ("A-2", "Charte B", "18/04/2024", "2 ans"),
    )
    assert added(head, ("TEXTES NATIONAUX", one), ("TEXTES ACADÉMIQUES", two)) == ("Niveau", ["Nationaux", "Académiques"])


def test_a_day_takes_the_year_of_the_row_above_or_of_the_school_year_and_says_so() -> None:
    head = ("Quand", "Quoi", "Avec qui", "Combien")
    days = (("mardi 7 octobre", "Visite", "Brume", "24"), ("20 janv.", "Forum", "Valette", "85"), ("12/03/2026", "Jury", "3 maisons", "8"))
    (table,) = sheet_tables("essai.xlsx", on_sheet(("Agenda 2025-2026",), head, *days), VOCABULARY).tables
    assert table.cells["c0"].to_list() == ["mardi 7 octobre 2025", "20 janv. 2026", "12/03/2026"]
    assert [(row, code, kept) for row, _, code, _, kept in table.remarks.rows()] == [
        (0, "annee-deduite", "mardi 7 octobre 2025"),
        (1, "annee-deduite", "20 janv. 2026"),
    ]
    (parted,) = sheet_tables("essai.xlsx", on_sheet(head, ("OCTOBRE 2024",), days[0], ("JANVIER 2025",), days[1]), VOCABULARY).tables
    assert parted.cells["c0"].to_list() == ["mardi 7 octobre 2024", "20 janv. 2025"]
    names = on_sheet(("Agenda 2025-2026",), ("Lycée", "Ville", "Objet"), ("11 novembre", "Brest", "Jury"), ("LP Brume", "Rennes", "Forum"))
    assert sheet_tables("essai.xlsx", names, VOCABULARY).tables[0].cells["c0"].to_list() == ["11 novembre", "LP Brume"]
    for title in ("Agenda", "Agenda 2024-2025 et 2025-2026", "Agenda 2025-2030"):
        (alone,) = sheet_tables("essai.xlsx", on_sheet((title,), head, *days), VOCABULARY).tables
        assert alone.cells["c0"].to_list() == [day for day, *_ in days]


def test_the_sitting_above_conventions_is_the_day_of_their_vote() -> None:
    head, one = ("Réf.", "Partenaire", "Objet", "Signée le"), ("C-1", "Brume", "PFMP", "27/02/2025")
    rows = (("Séance du 6 février 2025",), one, one, ("CA du 26/06/2025",), one, one)
    (table,) = sheet_tables("essai.xlsx", on_sheet(head, *rows), VOCABULARY).tables
    assert table.headings[-1] == "Votée en CA le"
    assert table.cells.to_series(-1).to_list() == ["6 février 2025"] * 2 + ["26/06/2025"] * 2


def test_towns_above_lines_are_a_column_where_one_of_them_can_be_nothing_else() -> None:
    def headings(second: str, heading: str = "Rue") -> tuple[str, ...]:
        lines = f"Brume;1 rue Haute;{SIRET}\nMer;2 rue Haute;{SIRET}\n"
        (table,) = of_text(f"Entreprise;{heading};SIRET\nVitré;;\n{lines}{second};;\n{lines}")
        assert table.headings[-1] != "Ville" or table.cells["c3"].to_list() == ["Vitré"] * 2 + [second] * 2
        return table.headings

    assert headings("Brocé-sur-Loue") == ("Entreprise", "Rue", "SIRET", "Ville")
    assert headings("Divers") == ("Entreprise", "Rue", "SIRET")
    assert headings("Brocé-sur-Loue", "Commune") == ("Entreprise", "Commune", "SIRET")


def test_a_numbered_level_and_the_initials_of_a_trade_above_lines_are_kept_as_they_are_said() -> None:
    (table,) = of_text("Intitulé de l’accord;Signataire;Signé le\nI – NIVEAU NATIONAL;;\nBois;Brume;03/11/2025\nFer;Valette;04/11/2025\n")
    assert (table.headings[-1], table.cells["c3"].unique().to_list()) == ("Niveau", ["National"])
    (trade,) = of_text("UAI;Entreprise;Objet\nFilière MELEC;;\n0350760L;Brume;Stages\nFILIÈRE CUISINE;;\n0350760L;Valette;Visites\n")
    assert (trade.headings[-1], trade.cells["c3"].to_list()) == ("Filières", ["MELEC", "Cuisine"])
