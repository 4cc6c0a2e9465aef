"""Partners of one lycée as its office lists them: by section, by year, by the tax they give, without any heading."""

from datetime import date

from tests.workbooks.making import Formula, Page, parts, read, several, site
from tests.workbooks.writing import excel, old_excel, text


def _partners_on_two_lines() -> Page:
    page = Page("Partenaires BDE")
    page.put("LYCÉE PROFESSIONNEL DES TROIS RIVIÈRES – Bureau des entreprises")
    page.merge(11)
    page.put("Liste des partenaires 2025-2026 (mise à jour : 14/10/2025)")
    page.skip()
    page.put("ENTREPRISE", None, None, None, None, None, "INTERLOCUTEUR", None, None, "SUIVI")
    page.merge(6)
    table = page.table(
        "organisations",
        {
            "Raison sociale": "name",
            "Adresse postale": "address",
            "CP": "postcode",
            "Ville": "commune",
            "Tél. standard": "phone",
            "Mail entreprise": "email",
            "NOM Prénom": None,
            "Fonction": None,
            "Portable": None,
            "Filière(s) concernée(s)": "filieres",
            "Remarques": "comment",
        },
    )
    table.line(
        "Menuiserie Kerjean",
        "ZA du Vern",
        29400,
        "LANDIVISIAU",
        "02.98.00.01.02",
        "contact@kerjean.example",
        "KERJEAN Yann",
        "gérant",
        "06 00 00 01 02",
        "TMA",
        "fidèle depuis 2018",
    )
    table.line(
        "Garage du Léon",
        "14, rue de Brest",
        29400,
        "LANDIVISIAU",
        read(298000304, "0298000304"),
        None,
        "Mme ABGRALL",
        "resp. atelier",
        600000304,
        several("MV / Carrosserie", "MV", "Carrosserie"),
    )
    table.line(
        "EHPAD Les Glénan",
        "2 bis allée des Pins",
        29900,
        "CONCARNEAU",
        "+33 2 98 00 05 06",
        "accueil@glenan.example",
        None,
        None,
        None,
        several("ASSP, AEPE", "ASSP", "AEPE"),
        "convention à prévoir",
    )
    table.line("Crêperie Ti Gwenn", read("-"), read("?"), "CONCARNEAU", read("NC"), read("néant"), None, None, None, "CSR")
    table.line(
        "Plomberie Le Goff et fils",
        "route de Quimper",
        29170,
        "FOUESNANT",
        "02 98 00 09 10",
        "legoff@legoff.example",
        "LE GOFF Erwan",
        "gérant",
        None,
        "MIS",
        "n’a pas répondu en 2024",
    )
    page.skip(2)
    page.put("Nombre de partenaires : 5")
    page.put("* en gras : partenaires historiques")
    return page


def _tax_by_year() -> Page:
    page = Page("TA")
    page.put("SUIVI TAXE D'APPRENTISSAGE (solde 13 %)")
    page.put("en euros")
    page.skip()
    table = page.table(
        "organisations",
        {
            "Entreprise": "name",
            "N° SIRET": "siret",
            "C.P.": "postcode",
            "Commune": "commune",
            "2022": None,
            "2023": None,
            "2024": None,
            "2025": None,
            "TOTAL": None,
            "Remercié le": None,
            "Obs.": "comment",
        },
        at=1,
    )
    for number, (name, code, town, *sums, thanked, note) in enumerate(
        (
            ("TRANSPORTS ROUSSEL", 14000, "CAEN", 500, 500, 750, None, date(2024, 7, 2), None),
            ("BOULANGERIE MARIE", 14120, "MONDEVILLE", None, 120, None, 120.5, None, "via SOLTéA"),
            ("AXENOR", 14123, "IFS", 1500, 1500, 1500, 1500, date(2025, 7, 8), "groupe national"),
            ("SARL POTIER", 14000, "CAEN", 80, None, None, None, None, "ne verse plus"),
        ),
        1,
    ):
        whole = site(number)
        given = [read(float(whole), whole), read(whole.lstrip("0"), whole), f"{whole[:3]} {whole[3:6]} {whole[6:9]} {whole[9:]}", whole][
            number - 1
        ]
        table.line(name, given, code, town, *sums, Formula(f"=SUM(F{page.row}:I{page.row})", sum(one or 0 for one in sums)), thanked, note)
    table.aside("TOTAL GÉNÉRAL", None, None, None, 2080, 2120, 2250, 1620.5, 8070.5)
    table.aside("Moyenne", None, None, None, 693.33, 706.67, 1125, 810.25)
    return page


def _places_by_section() -> list[Page]:
    pages = []
    columns = {
        "Entreprise d'accueil": "name",
        "Rue": "address",
        "Code post.": "postcode",
        "Localité": "commune",
        "Tél": "phone",
        "Courriel": "email",
        "Tuteur": None,
        "Élèves accueillis (noms)": None,
        "Avis": "comment",
    }
    firms = {
        "MELEC": (("Élec Ouest", "4 rue Ampère", 44000, "Nantes"), ("Volt & Cie", "ZI Nord", 44800, "Saint-Herblain")),
        "MCV": (
            ("Chausséa", "Centre commercial Atlantis", 44800, "Saint-Herblain"),
            ("Librairie Durance", "allée d'Orléans", 44000, "Nantes"),
        ),
        "AGOrA": (("Cabinet Morin", "3 place Viarme", 44000, "Nantes"), ("Mairie de Rezé", "place J.-B. Daviais", 44400, "Rezé")),
    }
    for section, places in firms.items():
        page = Page(section)
        page.put(f"PFMP {section} – lieux de stage")
        page.skip()
        table = page.table("organisations", columns, unjudged=("filieres",))
        for number, (name, street, code, town) in enumerate(places):
            table.line(
                name,
                street,
                code,
                town,
                f"02 40 00 00 1{number}",
                None,
                "M. Blin",
                "Léa D., Tom R.",
                "très bon accueil" if number else None,
            )
        pages.append(page)
    lists = Page("Listes", hidden=True)
    for word in ("Avis", "très bon accueil", "à éviter", "moyen"):
        lists.put(word)
    return [*pages, lists]


def _years_of_partners() -> list[Page]:
    columns = {
        "Etablissement / entreprise": "name",
        "Adresse complète": "address",
        "Telephone": "phone",
        "e-mail": "email",
        "Statut": None,
        "Cadre du partenariat": "comment",
    }
    pages = []
    for year, cells in {
        "2023-2024": ("Sodial", "11 avenue Foch 67000 STRASBOURG", "Stages"),
        "2024-2025": ("Brasserie du Ried", "rte de Colmar, 67600 Sélestat", "Visite + TA"),
    }.items():
        page = Page(year)
        page.put(f"PARTENAIRES DE L'ANNÉE {year}")
        table = page.table("organisations", columns, unjudged=("category", "comment"))
        name, whole, _frame = cells
        street, rest = whole.rsplit(" 67", 1)
        postcode, town = f"67{rest}".split(" ", 1)
        table.line(
            name,
            parts(whole, address=street.rstrip(","), postcode=postcode, commune=town),
            "03.88.00.00.01",
            f"info@{name[:6].lower()}.example".replace(" ", ""),
            "privé",
            cells[2],
        )
        table.line(
            "Vitrerie Haas",
            parts("7 rue du Fossé - 67000 Strasbourg", address="7 rue du Fossé", postcode="67000", commune="Strasbourg"),
            "0388000002",
            None,
            "privé",
            "Stages",
        )
        pages.append(page)
    return pages


def _no_heading() -> Page:
    page = Page("")
    columns = (("", "siret"), ("", "name"), ("", "address"), ("", "postcode"), ("", "commune"), ("", "email"))
    table = page.table("organisations", columns, head=False)
    for number, (name, street, code, town, mail) in enumerate(
        (
            ("GARAGE PICARD", "RUE DE PARIS", "80000", "AMIENS", "garage@picard.example"),
            ("SAS NORD BETON", "ZI NORD", "80080", "AMIENS", ""),
            ("PHARMACIE DU BEFFROI", "2 PLACE DU BEFFROI", "80600", "DOULLENS", "contact@beffroi.example"),
            ("ECOLE DE CONDUITE LEROY", "15 RUE JEANNE D'ARC", "80300", "ALBERT", "leroy@conduite.example"),
        ),
        51,
    ):
        table.line(site(number), name, street, code, town, mail)
    return page


PARTNERS_OF_A_LYCEE = (
    excel("Partenaires BDE 2025-2026.xlsx", _partners_on_two_lines()),
    excel("TA suivi.xlsx", _tax_by_year(), empty_rows=40),
    excel("lieux de stage.xlsx", *_places_by_section()),
    old_excel("partenaires par annee.xls", *_years_of_partners()),
    text("liste.txt", _no_heading(), encoding="latin-1", separator="\t"),
)
