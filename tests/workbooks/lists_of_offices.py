"""Partners and lycées that other offices list: by kind, with pupils, with promises of tax, from a mail program."""

from datetime import date

from tests.workbooks.making import Page, parts, read, several, site, uai
from tests.workbooks.writing import excel, open_document, text


def _by_partner_kind() -> Page:
    page = Page("Partenaires")
    page.put(None, "Nos partenaires par catégorie")
    page.skip()
    table = page.table(
        "organisations",
        {
            "Structure": "name",
            "Commune": "commune",
            "Tel": "phone",
            "Adresse mail": "email",
            "Ce qu'ils nous apportent": None,
            "Depuis": None,
        },
        at=1,
    )
    for group, rows in (
        (
            "ENTREPRISES",
            (
                ("Lafarge", "Le Teil", "04.75.00.11.01", None, "stages", 2015),
                ("Cars Ginhoux", "Aubenas", "04.75.00.11.02", "contact@ginhoux.example", "apprentis", 2019),
            ),
        ),
        ("COLLECTIVITÉS", (("Mairie d'Aubenas", "Aubenas", None, "accueil@aubenas.example", "chantiers", 2020),)),
        ("ASSOCIATIONS", (("Secours populaire 07", "Privas", "04.75.00.11.04", None, "bénévolat", None),)),
    ):
        table.aside(group)
        for row in rows:
            table.line(*row)
    page.skip()
    page.put(None, "Total : 4 partenaires")
    return page


def _stage_agreements() -> Page:
    page = Page("PFMP 2025")
    page.put("Suivi des lieux de PFMP – année 2025/2026")
    table = page.table(
        "organisations",
        {
            "Élève": None,
            "Classe": None,
            "Structure d'accueil": "name",
            "N° SIRET": "siret",
            "Adresse": "address",
            "CP": "postcode",
            "Ville": "commune",
            "Tuteur (nom, tél.)": None,
            "Du": None,
            "Au": None,
            "Prof visiteur": None,
        },
    )
    table.line(
        "A. Morel",
        "1MELEC",
        "Electro Services",
        site(5),
        "5 rue Volta",
        read(1500, "01500"),
        "Ambérieu",
        "M. Petit 06 00 00 11 05",
        date(2025, 11, 17),
        date(2025, 12, 12),
        "M. Ode",
    )
    table.line(
        "B. Sow",
        "1MELEC",
        "Elec 01",
        site(6),
        "ZA du Pont",
        read(1150, "01150"),
        "Lagnieu",
        None,
        date(2025, 11, 17),
        date(2025, 12, 12),
        "M. Ode",
    )
    table.line(
        "C. Diaz",
        "1MCV",
        "Intermarché",
        site(7),
        "rte de Genève",
        read(1500, "01500"),
        "Ambérieu",
        "Mme Roux",
        date(2026, 1, 12),
        date(2026, 2, 6),
        "Mme Alu",
    )
    return page


def _tax_promises() -> Page:
    page = Page("Feuil1")
    page.put("Solde de la taxe d'apprentissage 2025")
    page.skip()
    table = page.table(
        "organisations",
        {
            "Donneur": "name",
            "SIREN": "siren",
            "Contact": None,
            "Courriel du contact": None,
            "Montant promis": None,
            "Montant reçu": None,
            "Date réception": None,
            "Fléchage": "filieres",
        },
        unjudged=("email",),
    )
    table.line("Groupe Mazet", site(8)[:9], "Mme Noir", "c.noir@mazet.example", "1 500 €", "1 500 €", date(2025, 6, 2), "Logistique")
    table.line("Pharmacie Centrale", read(int(site(9)[:9]), site(9)[:9]), None, None, "200 €", None, None, "ASSP")
    table.aside("Total", None, None, None, "1 700 €", "1 500 €")
    return page


def _schools_network() -> Page:
    page = Page("BDE du réseau")
    table = page.table(
        "establishments",
        {
            "N°": None,
            "Établissement": "name",
            "UAI": "uai",
            "Adresse complète": None,
            "Tél. accueil": "phone",
            "Mail BDE": "email",
            "BDE depuis": None,
            "Label LM": "label",
            "Nbre d'élèves LP": "pupils",
            "Spécialités": "filieres",
        },
    )
    table.line(
        1,
        "LP Amblard",
        uai(411),
        parts("43 rue Amblard\n26000 VALENCE", address="43 rue Amblard", postcode="26000", commune="VALENCE"),
        "04 75 00 12 01",
        "bde.amblard@ac.example",
        "2023",
        read("Oui", True, told=False),
        640,
        several("Mode / Vente / Gestion", "Mode", "Vente", "Gestion"),
    )
    table.line(
        2,
        "LP Montesquieu",
        uai(412),
        parts("rue de la Forêt, 26000 Valence", address="rue de la Forêt", postcode="26000", commune="Valence"),
        "0475001202",
        None,
        "2024",
        read("Non", False, told=False),
        "412",
        "Bâtiment",
    )
    table.line(
        3,
        "Lycée Auguste Bouvet",
        uai(413),
        parts("4 bd Gambetta - 26100 Romans-sur-Isère", address="4 bd Gambetta", postcode="26100", commune="Romans-sur-Isère"),
        None,
        "bde@bouvet.example",
        None,
        read("-"),
        read("nc"),
        several("Chaudronnerie ; Usinage", "Chaudronnerie", "Usinage"),
    )
    return page


def _mailing() -> Page:
    page = Page("")
    table = page.table(
        "organisations",
        {
            "Organisation 1 - Nom": "name",
            "Nom de famille": None,
            "E-mail 1 - Valeur": "email",
            "Téléphone 1 - Valeur": "phone",
            "Adresse 1 - Rue": "address",
            "Adresse 1 - Code postal": "postcode",
            "Adresse 1 - Ville": "commune",
            "Site Web 1 - Valeur": "web",
            "Remarques": "comment",
        },
    )
    table.line(
        "Grand Hôtel",
        "Leclerc",
        "rh@grandhotel.example",
        "+33 4 50 00 13 01",
        "2 quai du Lac",
        "74000",
        "Annecy",
        "https://grandhotel.example",
        "",
    )
    table.line("Sommital Sports", "", "", "04 50 00 13 02", "", "74400", "Chamonix", "", "saisonnier")
    return page


def _blank_lines() -> Page:
    page = Page("Liste")
    page.put("Entreprises partenaires CAP Cuisine")
    page.skip()
    table = page.table(
        "organisations",
        {
            "Nom de l'établissement": "name",
            "Chef / responsable": None,
            "Adresse": "address",
            "Code Postal": "postcode",
            "Ville": "commune",
            "N° tel": "phone",
            "Capacité d'accueil": None,
            "Observation": "comment",
        },
    )
    for name, chief, street, code, town, phone, places, note in (
        ("Auberge du Lac", "M. Roche", "12 quai Nord", "38000", "Grenoble", "04 76 00 14 01", 2, None),
        ("Brasserie Vercors", None, "3 pl. Grenette", "38000", "Grenoble", "04 76 00 14 02", 1, "fermé lundi"),
        ("Le Chalet", "Mme Favre", "rte des Alpes", "38250", "Villard-de-Lans", "04 76 00 14 03", None, "logement possible"),
    ):
        table.line(name, chief, street, code, town, phone, places, note)
        page.skip()
    page.put("NB : les hôtels ferment en novembre")
    return page


LISTS_OF_OFFICES = (
    open_document("partenaires categories.ods", _by_partner_kind()),
    excel("PFMP lieux.xlsx", _stage_agreements()),
    excel("taxe 2025.xlsx", _tax_promises()),
    excel("BDE reseau Drome.xlsx", _schools_network()),
    text("google contacts.csv", _mailing(), separator=",", end="\n"),
    excel("CAP cuisine.xlsx", _blank_lines()),
)
