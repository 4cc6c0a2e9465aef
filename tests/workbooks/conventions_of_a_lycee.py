"""Conventions of one lycée, that a title names: worded durations, headings down the side, colours, formulas."""

from datetime import date

import xlsxwriter

from tests.workbooks.making import Formula, Line, Page, lost, read, site, uai
from tests.workbooks.writing import excel, open_document, with_macros

# One office writes for one lycée: which one stands in a title, not in the lines.
OURS = ("uai",)


def _durations() -> Page:
    page = Page("conventions")
    page.put("Conventions de partenariat du LP Simone-Bonnet")
    table = page.table(
        "conventions",
        {
            "N°": "reference",
            "Avec qui ?": "partner",
            "Pour quoi ?": "object",
            "Signée le": "signed_on",
            "A partir de": "starts_on",
            "Pour combien de temps": "ends_on",
            "Reconduction": "renewal",
            "Passée en CA": "voted_on",
            "Section": "filieres",
            "Suivi assuré par": "contact",
            "Divers": "comment",
        },
        unjudged=(*OURS, "duration_months"),
    )
    table.line(
        "2024-01",
        "Ateliers Bréhat",
        "Accueil de stagiaires et visites",
        "12/03/2024",
        "01/09/2024",
        read("3 ans", "31/08/2027"),
        "tacite",
        "15/02/2024",
        "Chaudronnerie",
        "DDFPT",
        establishment="LP Simone-Bonnet",
    )
    table.line(
        "2024-02",
        "Maison de retraite Bellevue",
        "Périodes en entreprise",
        read("le 2 avril 2024", "02/04/2024", told=False),
        read("1er septembre 2024", "01/09/2024", told=False),
        read("un an", "31/08/2025"),
        read("non", "aucune", told=False),
        "15/02/2024",
        "ASSP",
        "CPE",
        establishment="LP Simone-Bonnet",
    )
    table.line(
        "2024-03",
        "Coop de Bresse",
        "Plateau technique",
        read("05/06/24", "05/06/2024", told=False),
        read("sept. 2024", "01/09/2024"),
        read("24 mois", "31/08/2026"),
        read("par avenant", "expresse", told=False),
        read("juin 2024", "01/06/2024"),
        "Cuisine",
        read("Mme Roy"),
        establishment="LP Simone-Bonnet",
    )
    table.line(
        "2024-04",
        "Groupe Lamy",
        "Interventions de professionnels",
        None,
        "01/01/2025",
        read("jusqu'au 31/12/2026", "31/12/2026"),
        read("Tacite", "tacite", told=False),
        "28/11/2024",
        "MCV",
        "Proviseur adjoint",
        "à relancer",
        establishment="LP Simone-Bonnet",
    )
    table.line(
        "2025-01",
        "Ville de Bourg",
        "Chantiers école",
        read("14-01-2025", "14/01/2025", told=False),
        read("2025-2026", "01/09/2025"),
        read("jusqu'à fin juin 2026", "30/06/2026"),
        None,
        "28/11/2024",
        "Maçonnerie",
        None,
        establishment="LP Simone-Bonnet",
    )
    table.line(
        "2025-02",
        "Imprimerie du Revermont",
        "Don de papier",
        "03/02/2025",
        "03/02/2025",
        read("indéterminée"),
        None,
        None,
        None,
        "DDFPT",
        establishment="LP Simone-Bonnet",
    )
    return page


def _fields_down() -> Page:
    page = Page("Fiche")
    page.put("LP Jean-Mermoz – SYNTHÈSE DES CONVENTIONS EN COURS")
    page.skip()
    columns = (
        ("Partenaire", "partner", ("SAS Delmas", "CFA du Lac", "Hôpital Saint-Roch")),
        ("SIRET", "partner_siret", (site(31), site(32), site(33))),
        ("Objet de la convention", "object", ("Stages et visites", "Parcours mixte", "PFMP ASSP")),
        ("Date de début", "starts_on", (date(2023, 9, 1), date(2024, 9, 1), date(2025, 1, 6))),
        ("Date de fin", "ends_on", (date(2026, 8, 31), date(2025, 8, 31), date(2028, 1, 5))),
        ("Montant annuel", "amount", (None, 1200, None)),
        ("Observations", "comment", ("RAS", None, "revoir l'article 4")),
    )
    table = page.table("conventions", [(heading, name) for heading, name, _cells in columns], head=False, unjudged=OURS)
    for heading, _name, cells in columns:
        page.put(heading, *cells)
    for number in range(3):
        says = {name: (cells[number],) for _heading, name, cells in columns if cells[number] is not None}
        says["establishment"] = ("LP Jean-Mermoz",)
        table.lines.append(Line(number + 2, says, (), "accepted"))
    return page


def _by_colour() -> tuple[Page, Page]:
    page = Page("Suivi")
    page.put("Conventions LP Bel-Air", None, None, None, None, "Légende")
    page.put(None, None, None, None, None, "vert", "signée")
    page.put(None, None, None, None, None, "orange", "en attente de signature")
    page.put(None, None, None, None, None, "rouge", "dénoncée")
    page.skip()
    table = page.table(
        "conventions",
        {"Structure": "partner", "Objet": "object", "Début": "starts_on", "Fin": "ends_on", "Référent lycée": "contact"},
        unjudged=(*OURS, "status"),
    )
    table.line("Centre social Les Acacias", "Projet citoyen", date(2024, 1, 8), date(2024, 12, 20), "CPE", establishment="LP Bel-Air")
    table.line("Métal Loire", "Visites et stages", date(2024, 9, 2), date(2027, 8, 31), "DDFPT", establishment="LP Bel-Air")
    table.line("Amicale laïque", "Accompagnement éducatif", date(2023, 9, 1), date(2026, 6, 30), "Vie scolaire", establishment="LP Bel-Air")
    table.line("CFAI de Loire", "Passerelle apprentissage", date(2025, 9, 1), date(2026, 8, 31), "DDFPT", establishment="LP Bel-Air")
    empty = Page("Feuil2")
    return page, empty


def _paint(book: xlsxwriter.Workbook) -> None:
    sheet = book.worksheets()[0]
    for row, colour in ((6, "#00B050"), (7, "#00B050"), (8, "#FF0000"), (9, "#FFC000")):
        sheet.set_row(row, None, book.add_format({"bg_color": colour}))


def _with_formulas() -> list[Page]:
    page = Page("Registre")
    page.put("Registre des conventions", None, None, None, None, None, "au", Formula("=TODAY()", 46000))
    page.skip()
    table = page.table(
        "conventions",
        {
            "N° enreg.": "reference",
            "UAI": "uai",
            "Nom du co-contractant": "partner",
            "Nature": "object",
            "Date d'effet": "starts_on",
            "Durée (années)": None,
            "Échéance": "ends_on",
            "Jours restants": None,
            "Etat": "status",
            "Coût TTC": "amount",
        },
        unjudged=("establishment", "duration_months"),
    )
    rows = (
        ("CONV-2023-011", "Chambre de métiers du Jura", "Concours MAF", date(2023, 1, 1), 3, date(2025, 12, 31), "Terminée", "150,00 €"),
        ("CONV-2024-002", "Fromageries Comtois", "Stages, visites", date(2024, 9, 1), 3, date(2027, 8, 31), "Signée", read("néant")),
        (
            "CONV-2024-007",
            "Maison familiale de Dole",
            "Échange de plateaux",
            date(2024, 11, 4),
            1,
            date(2025, 11, 3),
            "Renouvelée",
            "1 250 €",
        ),
        ("CONV-2025-001", "Lunetterie Morez", "Chef-d’œuvre", date(2025, 2, 3), 2, lost("#REF!"), "Projet", "0"),
    )
    for reference, partner, what, begins, years, ends, state, cost in rows:
        row = page.row
        until = ends
        if isinstance(ends, date):
            until = read(Formula(f"=EDATE(E{row},F{row}*12)-1", (ends - date(1899, 12, 30)).days), ends, told=False)
        table.line(reference, uai(101), partner, what, begins, years, until, Formula(f"=G{row}-$H$1", -12), state, cost)
    lists = Page("Paramètres")
    for word in ("États", "Projet", "Signée", "Renouvelée", "Terminée"):
        lists.put(word)
    return [page, lists]


CONVENTIONS_OF_A_LYCEE = (
    open_document("conv LP S. Bonnet (v3).ods", *[_durations()]),
    excel("synthese.xlsx", _fields_down()),
    excel("Suivi en couleurs.xlsx", *_by_colour(), dress=_paint),
    with_macros(excel("registre conventions.xlsm", *_with_formulas())),
)
