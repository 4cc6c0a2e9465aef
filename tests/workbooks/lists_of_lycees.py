"""Lists of partners as lycées keep them: by a DDFPT, a bureau des entreprises, a secretary who sends letters."""

from datetime import date

from tests.workbooks.making import MERGED, Page, Workbook, aside, firm, lost, parts, read, site, uai
from tests.workbooks.writing import excel, gzipped, old_excel, text

TILLEULS, FORGES, PONTBRUME = uai(12), uai(27), uai(31)


def ddfpt_partners() -> Workbook:
    """A DDFPT's list: a title, the year, headings on row 4, marks that repeat the town, a count and a note below."""
    page = Page("Partenaires")
    page.put("Lycée professionnel des Tilleuls – Liste des entreprises partenaires")
    page.put("Année scolaire 2025-2026 (mise à jour : novembre)")
    page.skip()
    table = page.table(
        "organisations",
        {
            "Entreprise": "name",
            "Activité": None,
            "Adresse": "address",
            "CP": "postcode",
            "Ville": "commune",
            "Tél.": "phone",
            "Mail": "email",
        },
        unjudged=("filieres", "category"),
    )
    table.line(
        "Menuiserie Aubrelle", "menuiserie bois", "4 rue du Lavoir", "99210", "Ambreval", "01 99 00 12 12", "contact@aubrelle.example"
    )
    table.line("Charpentes Ostrevin", "charpente", "ZA des Vernes", read('"', "99210"), read('"', "Ambreval"), "01.99.00.14.15")
    table.line("Atelier Calvenne", "agencement", "18 avenue de la Gare", read("idem", "99210"), read("idem", "Ambreval"), None)
    table.line("Brumétal SAS", "métallerie", "7 chemin du Gué", "99320", "Pontbrume", "0199002122", "accueil@brumetal.example")
    table.line("Serrurerie Lanvoise", "serrurerie", "2 place Basse", read("//", "99320"), read("//", "Pontbrume"), "01-99-00-33-12")
    table.line(
        "Garage du Gué", "mécanique auto", "12 bis route d’Orlange", "99450", "Orlange-la-Forge", None, "garage.du.gue@exemple.example"
    )
    page.skip()
    page.put("Total : 6 entreprises")
    page.put("* Les entreprises en gras accueillent régulièrement des stagiaires.")
    return excel("Liste partenaires DDFPT 2025-2026.xlsx", page)


def starts_in_c5() -> Workbook:
    """A list that someone placed in the middle of the sheet, from C5 on, with a logo's room above."""
    page = Page("Feuil1")
    page.skip(4)
    table = page.table("organisations", {"Raison sociale": "name", "N° SIRET": "siret", "Commune": "commune", "Code NAF": "naf"}, at=2)
    table.line("Ambrelec", site(1), "Ambreval", "43.21A")
    table.line("Froid Servais", site(2), "Castelfume", "4322B")
    table.line("Toitures Mérance", site(3, 2), "Villebrume", "43.91B")
    return excel("entreprises.xlsx", page)


def old_list_of_stages() -> Workbook:
    """An old .xls of places of work: codes typed as numbers lost their zeros, the telephone is a number too."""
    page = Page("Entreprises stages")
    table = page.table(
        "organisations",
        {"Nom entreprise": "name", "SIRET": "siret", "CP": "postcode", "VILLE": "commune", "TEL": "phone"},
    )
    table.line("Carrosserie Valcourt", read(int(site(11)), site(11)), read(1210, "01210"), "Valcourt", read(199001101, "01 99 00 11 01"))
    table.line("Hôtel du Belvédère", read(int(site(12)), site(12)), read(1340, "01340"), "Saint-Orlan", read(199001202, "01 99 00 12 02"))
    table.line("Boulangerie Pêche", read(int(site(13)), site(13)), 99210, "Ambreval", read(199001303, "01 99 00 13 03"))
    return old_excel("entreprises_stages.xls", page)


def mailing_list() -> Workbook:
    """A mailing list saved by Excel as csv: the whole address in one cell."""
    page = Page("")
    table = page.table("organisations", {"Société": "name", "Adresse complète": None, "Courriel": "email"}, unjudged=("filieres",))
    for name, street, code, town, mail in (
        ("Établissements Morvaille", "12 rue des Forges", "99210", "Ambreval", "contact@morvaille.example"),
        ("Crèche Les Lucioles", "3 impasse du Moulin", "99320", "Pontbrume", ""),
        ("Mairie de Castelfume", "1 place de la Mairie", "99510", "Castelfume", "mairie@castelfume.example"),
        ("Résidence L’Érable", "25 bis boulevard Nord", "99450", "Orlange-la-Forge", "accueil@erable.example"),
    ):
        table.line(name, parts(f"{street} {code} {town}", address=street, postcode=code, commune=town), mail)
    return text("publipostage taxe.csv", page, "cp1252")


def stacked_by_filiere() -> Workbook:
    """One sheet, a small table a filière, each under its own title and headings."""
    page = Page("Partenaires par filière")
    page.put("LP des Forges : partenaires par filière")
    for title, firms in (
        ("Filière Métallerie – Chaudronnerie", (("Brumétal SAS", "Pontbrume", "oui"), ("Ferronnerie d’Orlan", "Saint-Orlan", "non"))),
        (
            "Filière Cuisine – Service",
            (
                ("Auberge des Vernes", "Ambreval", "oui"),
                ("Hôtel du Belvédère", "Saint-Orlan", "oui"),
                ("Traiteur Solane", "Valcourt", "non"),
            ),
        ),
        ("Filière ASSP", (("EHPAD Les Glycines", "Castelfume", "oui"),)),
    ):
        page.skip()
        page.put(title)
        table = page.table(
            "organisations", {"Nom de l’entreprise": "name", "Ville": "commune", "Convention O/N": None}, unjudged=("filieres",)
        )
        for cells in firms:
            table.line(*cells)
    return excel("partenaires_par_filiere.xlsx", page)


def pasted_from_the_web() -> Workbook:
    """A table pasted from a web page: tabs, no-break spaces, HTML entities, empty lines around."""
    page = Page("")
    page.skip()
    table = page.table(
        "organisations", {"Nom de l’organisation": "name", "Catégorie": "category", "Commune": "commune", "Site internet": "web"}
    )
    table.line(read("Bois &amp; Lumière", "Bois & Lumière"), "Entreprise", "Ambreval", "https://www.bois-lumiere.example")
    table.line(
        read("Chambre\xa0de métiers de l&#39;Orlange", "Chambre de métiers de l'Orlange"), "CMA", "Castelfume", "https://cma.example"
    )
    table.line("\xa0Mission locale du Gué\xa0", "Mission locale", "Orlange-la-Forge", "")
    page.skip(2)
    return text("presse-papiers.txt", page, separator="\t", end="\n")


def people_in_the_cell() -> Workbook:
    """The person and the telephone are typed with the company: only the company is the partner."""
    page = Page("contacts")
    table = page.table(
        "partnerships",
        {"UAI": "uai", "Partenaire": "partner", "Ville": "partner_commune", "Nature du partenariat": "themes"},
        unjudged=("known_by",),
    )
    table.line(FORGES, parts("Menuiserie Aubrelle (M. Paul Servin, 01 99 00 12 12)", partner="Menuiserie Aubrelle"), "Ambreval", "Stages")
    table.line(FORGES, parts("Auberge des Vernes – Mme Lise Orvan", partner="Auberge des Vernes"), "Ambreval", "stages")
    table.line(FORGES, parts("Brumétal SAS\nM. Ivan Delorme\n01.99.00.21.22", partner="Brumétal SAS"), "Pontbrume", "Visites")
    table.line(FORGES, "Garage du Gué", "Orlange-la-Forge", "Jury")
    return excel("partenaires_contacts.xlsx", page)


def numbers_of_companies() -> Workbook:
    """An export opened and saved by Excel: SIRET in scientific notation, some rounded for ever, some with .0."""
    page = Page("")
    table = page.table("organisations", {"Dénomination": "name", "SIRET": "siret", "SIREN": "siren", "Ville": "commune"})
    table.line("Ambrelec", read(f"{site(21)[1:]}.0", site(21)), read(firm(21)[1:], firm(21)), "Ambreval")
    table.line("Froid Servais", lost("9,99022E+12"), read(firm(22)[1:], firm(22)), "Castelfume")
    table.line(
        "Toitures Mérance",
        read(f"{site(23)[:3]} {site(23)[3:6]} {site(23)[6:9]} {site(23)[9:]}", site(23), told=False),
        firm(23),
        "Villebrume",
    )
    table.line("Granit d’Orlan", lost("9,99E+12"), None, "Saint-Orlan")
    table.line("Scierie du Val", read(f"{site(25)[1]},{site(25)[2:]}E+12", site(25)), None, "Valcourt")
    return text("export_entreprises.csv", page)


def unicode_text() -> Workbook:
    """« Texte Unicode » of Excel: UTF-16, tabulations."""
    page = Page("")
    table = page.table(
        "partnerships",
        {"Code RNE": "uai", "Entreprise": "partner", "Ville": "partner_commune", "Depuis le": "since", "Remarques": "comment"},
    )
    table.line(TILLEULS, "Cœur & Saveurs", "Ambreval", "01/09/2021", "prête ses locaux – à revoir")
    table.line(TILLEULS, "L’Œuvre au vert", "Pontbrume", read("sept. 2023", "01/09/2023"), "")
    table.line(TILLEULS, "Žilina Metal", "Žilina", "15/03/2024", "partenaire slovaque")
    return text("partenaires.txt", page, "utf-16", "\t")


def old_macintosh() -> Workbook:
    """A list of an old Macintosh: mac-roman, lines ended by CR alone."""
    page = Page("")
    table = page.table("organisations", {"Nom": "name", "Adresse": "address", "Code postal": "postcode", "Ville": "commune"})
    table.line("Pâtisserie Éclair", "5 rue de l’Église", "99210", "Ambreval")
    table.line("Maison Noël", "9 allée des Chênes", "99320", "Pontbrume")
    table.line("Théâtre à l’œuvre", "14 place du Marché", "99510", "Castelfume")
    return text("Partenaires culturels", page, "mac_roman", ";", "\r")


def bars() -> Workbook:
    """An extraction with bars between columns, in latin-1."""
    page = Page("")
    table = page.table("organisations", {"SIREN": "siren", "Raison sociale": "name", "Libellé activité": None, "Commune": "commune"})
    table.line(firm(31), "Société Générale de Sièges", "Fabrication de sièges", "Castelfume")
    table.line(firm(32), "Méca-Précision", "Décolletage", "Orlange-la-Forge")
    table.line(firm(33), "Énergies du Val", "Installation électrique", "Valcourt")
    return text("extraction.csv", page, "latin-1", "|", "\n")


def breaks_in_cells() -> Workbook:
    """An export of a tool: commas, quotes, line breaks within cells, BOM."""
    page = Page("")
    table = page.table("organisations", {"Nom": "name", "Adresse": "address", "Ville": "commune", "Observations": "comment"})
    table.line("Solane, traiteur", "Zone artisanale", "Valcourt", "Fermé le lundi.\nPrévoir une tenue.")
    table.line('Bar "Le Relais"', "2 rue Haute", "Pontbrume", "terrasse l’été")
    table.line("Auberge des Vernes", "Le Bourg", "Ambreval", "stage en 1re\nstage en Tle\njury")
    table.line("Hôtel du Belvédère", "Route du Lac", "Saint-Orlan", "")
    return text("export-partenaires.csv", page, "utf-8-sig", ",")


def with_sep_line() -> Workbook:
    """A csv that tells Excel its separator, compressed."""
    page = Page("")
    table = page.table("organisations", {"Dénomination": "name", "N° SIREN": "siren", "Ville": "commune"})
    table.line("Ambrelec", firm(1), "Ambreval")
    table.line("Froid Servais", firm(2), "Castelfume")
    return text("entreprises.csv.gz", page, before="sep=;\r\n", packed=gzipped)


def merged_towns() -> Workbook:
    """Companies under the town they share, in cells merged downwards."""
    page = Page("Par commune")
    table = page.table("organisations", {"Commune": "commune", "CP": "postcode", "Nom de l’entreprise": "name", "Catégorie": "category"})
    table.line("Ambreval", "99210", "Menuiserie Aubrelle", "Entreprise")
    table.line(MERGED, MERGED, "Atelier Calvenne", "Entreprise")
    table.line(MERGED, MERGED, "Association Le Tremplin", "Association")
    table.line("Pontbrume", "99320", "Brumétal SAS", "Entreprise")
    table.line(MERGED, MERGED, "Maison Noël", "société")
    table.line("Valcourt", "99530", "Scierie du Val", "Entreprise")
    return excel("entreprises par commune.xlsx", page)


def a_thousand_empty_rows() -> Workbook:
    """Frames drawn down to row 1,000, and a remark far below."""
    page = Page("Suivi")
    table = page.table("organisations", {"ENTREPRISE": "name", "VILLE": "commune", "TYPE DE PARTENAIRE": "category", "E-MAIL": "email"})
    table.line("BRUMÉTAL SAS", "PONTBRUME", "entreprise", "accueil@brumetal.example")
    table.line("CCI DE L’ORLANGE", "CASTELFUME", "CCI", aside("à demander"))
    table.line("CFA DES VERNES", "AMBREVAL", "CFA", "cfa@vernes.example")
    return excel("Suivi entreprises v3 (2).xlsx", page, empty_rows=1_000)


def whatever_the_title() -> Workbook:
    """Headings that say little or wrong: what the columns hold says what they are."""
    page = Page("Base")
    table = page.table(
        "organisations",
        (
            ("Nom de la structure", "name"),
            ("N° identification", "siret"),
            ("Localité", "commune"),
            ("APE", "naf"),
            ("Contact (mél)", "email"),
            ("Date création fiche", None),
        ),
        unjudged=("siren",),
    )
    for number, name, town, naf in (
        (41, "Ambrelec", "Ambreval", "4321A"),
        (42, "Froid Servais", "Castelfume", "4322B"),
        (43, "Scierie du Val", "Valcourt", "1610A"),
        (44, "Traiteur Solane", "Valcourt", "5621Z"),
    ):
        table.line(name, site(number), town, naf, f"contact{number}@exemple.example", date(2024, 3, number - 30))
    return excel("base partenaires.xlsx", page)


LISTS = (
    ddfpt_partners(),
    starts_in_c5(),
    old_list_of_stages(),
    mailing_list(),
    stacked_by_filiere(),
    pasted_from_the_web(),
    people_in_the_cell(),
    numbers_of_companies(),
    unicode_text(),
    old_macintosh(),
    bars(),
    breaks_in_cells(),
    with_sep_line(),
    merged_towns(),
    a_thousand_empty_rows(),
    whatever_the_title(),
)
