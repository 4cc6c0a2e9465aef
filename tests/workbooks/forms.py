"""Forms: one in each block of rows for a convention, one on each sheet for a company."""

from datetime import date
from typing import Any

import xlsxwriter

from tests.workbooks.making import Formula, Line, Page, Read, Table, Workbook, said, site
from tests.workbooks.writing import excel, open_document


def _written(cell: Any) -> tuple[Any, tuple[Any, ...]]:
    if isinstance(cell, Read):
        return cell.written, tuple(cell.says)
    if cell is None or cell == "":
        return None, ()
    return cell, (cell.value if isinstance(cell, Formula) else cell,)


def block(table: Table, *rows: tuple[Any, ...], **more: Any) -> None:
    """Write a record as a block: each row holds a label and its value, or two labels and two values."""
    fields = dict(table.columns)
    first, says = table.page.row, {}
    for row in rows:
        written: list[Any] = []
        for label, cell in zip(row[::2], row[1::2], strict=True):
            shown, values = _written(cell)
            written += [label, shown]
            if fields[label] is not None and values:
                says[fields[label]] = (*says.get(fields[label], ()), *values)
        table.page.put(*written, at=table.place)
    says |= {name: (value,) for name, value in more.items()}
    table.lines.append(Line(first, says, (), "accepted"))


def forms_of_conventions() -> Workbook:
    page = Page("Fiches")
    page.put("REGISTRE DES CONVENTIONS DE PARTENARIAT")
    page.merge(4)
    page.put("(une fiche par convention, à compléter dès la signature)")
    page.skip()
    table = page.table(
        "conventions",
        {
            "N° de convention": "reference",
            "Lycée": "establishment",
            "Entreprise partenaire": "partner",
            "SIRET": "partner_siret",
            "Ville": "partner_commune",
            "Objet de la convention": "object",
            "Date d'effet": "starts_on",
            "Date de fin": "ends_on",
            "Date de signature": "signed_on",
            "Élèves concernés par an": "pupils",
            "Professeur référent": None,
            "Observations": "comment",
        },
        head=False,
    )

    def form(
        number: str,
        name: str,
        code: str | None,
        town: str,
        what: str,
        begin: Any,
        end: Any,
        signed: Any,
        pupils: Any,
        who: str,
        note: str | None,
    ) -> None:
        block(
            table,
            ("N° de convention", number),
            ("Lycée", "LP Ostrande"),
            ("Entreprise partenaire", name),
            ("SIRET", code, "Ville", town),
            ("Objet de la convention", what),
            ("Date d'effet", begin, "Date de fin", end),
            ("Date de signature", signed, "Élèves concernés par an", pupils),
            ("Professeur référent", who),
            ("Observations", note),
        )
        page.skip()

    form(
        "OST-2023-004",
        "Menuiserie Falquier",
        site(3),
        "Brévault",
        "Accueil d'élèves en PFMP et visites d'atelier",
        date(2023, 9, 1),
        date(2026, 8, 31),
        date(2023, 6, 27),
        12,
        "M. Trévoul",
        None,
    )
    form(
        "OST-2023-007",
        "Charpentes Dorival",
        site(4),
        "Corlanges",
        "Accueil de stagiaires, prêt de machines",
        date(2023, 11, 6),
        date(2026, 11, 5),
        date(2023, 10, 19),
        6,
        "M. Trévoul",
        "avenant prévu pour les machines",
    )
    form(
        "OST-2024-001",
        "Agencement Lorquais",
        site(5),
        "Brévault",
        "Participation aux jurys de CAP et de bac pro",
        said("1er février 2024", "01/02/2024"),
        said("31 janvier 2027", "31/01/2027"),
        date(2024, 1, 16),
        said("-"),
        "Mme Lorvan",
        None,
    )
    form(
        "OST-2024-003",
        "Scierie de l'Estrelle",
        site(6),
        "Estrelles",
        "Fourniture de bois d'œuvre et visites de la scierie",
        date(2024, 9, 2),
        date(2025, 8, 31),
        date(2024, 7, 4),
        24,
        "Mme Lorvan",
        "à renouveler, le directeur est d'accord",
    )
    form(
        "OST-2025-002",
        "Ébénisterie Vasnier",
        None,
        "Montfaux",
        "Accueil d'élèves en PFMP",
        date(2025, 3, 3),
        date(2028, 3, 2),
        date(2025, 2, 20),
        2,
        "M. Trévoul",
        None,
    )
    form(
        "OST-2025-005", "Parquets Maudry", site(8), "Corlanges", "Chantier école pose de parquet",
        date(2025, 9, 1), date(2026, 8, 31), date(2025, 6, 24), 10, "M. Quernel", None,
    )  # fmt: skip
    page.put("Rappel : toute convention passe au CA avant signature.")

    def dress(book: xlsxwriter.Workbook) -> None:
        sheet = book.worksheets()[0]
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 46)
        sheet.set_column(2, 3, 22)

    return excel("registre conventions fiches.xlsx", page, dress=dress)


def a_sheet_a_company() -> Workbook:
    labels: dict[str, str | None] = {
        "Raison sociale": "name",
        "Nom commercial": "brand",
        "N° SIRET": "siret",
        "Code APE": "naf",
        "Adresse": "address",
        "Code postal": "postcode",
        "Commune": "commune",
        "Téléphone": "phone",
        "Courriel": "email",
        "Site internet": "web",
        "Nom du dirigeant": None,
        "Nom du tuteur habituel": None,
        "Remarques": "comment",
    }
    pages: list[Page] = []

    def sheet(name: str, *values: Any) -> None:
        page = Page(name)
        page.put("FICHE ENTREPRISE")
        page.merge(2)
        page.put("Bureau des entreprises", "mise à jour à chaque visite")
        page.skip()
        table = page.table("organisations", labels, head=False)
        block(table, *zip(labels, values, strict=True))
        page.skip()
        page.put("Fiche à conserver dans le classeur bleu")
        pages.append(page)

    empty = Page("modèle vierge")
    empty.put("FICHE ENTREPRISE")
    empty.merge(2)
    empty.put("Bureau des entreprises", "mise à jour à chaque visite")
    empty.skip()
    for label in labels:
        empty.put(label)
    empty.skip()
    empty.put("Fiche à conserver dans le classeur bleu")
    pages.append(empty)
    sheet(
        "Garage Ponthier",
        "SARL Garage Ponthier",
        "Ponthier Auto",
        site(11),
        "45.20A",
        "14 route de Luzanne",
        "36120",
        "Montfaux",
        "01 99 41 10 10",
        "atelier@ponthier.example",
        "www.ponthier.example",
        "M. Ponthier",
        "M. Aubriet",
        "accueille 2 stagiaires à la fois",
    )
    sheet(
        "Mécavire",
        "Mécavire SAS",
        None,
        site(12),
        "25.62B",
        "ZA du Pré-Long",
        "36140",
        "Vire-Aval",
        "01 99 41 22 30",
        "accueil@mecavire.example",
        "www.mecavire.example",
        "Mme Sauvain",
        "M. Dréval",
        None,
    )
    sheet(
        "Poids lourds Arvel",
        "Arvel Poids Lourds",
        said("néant"),
        site(13),
        "45.20B",
        "3 rue de la Gare",
        "36120",
        "Montfaux",
        "01 99 41 35 02",
        said("?"),
        None,
        "M. Arvel",
        None,
        "ne prend que des majeurs",
    )
    sheet(
        "Carrosserie Lemarge", "Carrosserie Lemarge et Fils", "Lemarge", site(14), "45.20A", "27 avenue du Stade", "36160", "Luzanne",
        "01 99 41 47 47", "lemarge@lemarge.example", None, "M. Lemarge fils", "Mme Ancelot", "visite faite en mars, très bon accueil",
    )  # fmt: skip
    return open_document("fiches entreprises automobile.ods", *pages)


FORMS = (forms_of_conventions(), a_sheet_a_company())
