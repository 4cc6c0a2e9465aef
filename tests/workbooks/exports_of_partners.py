"""Partners exported by programs: accounts, placements, an old Mac, boxes ticked, groups of companies."""

from tests.workbooks.making import Page, firm, lost, parts, read, site, wrong
from tests.workbooks.writing import excel, gzipped, text, zipped


def _old_mac() -> Page:
    page = Page("")
    table = page.table(
        "organisations",
        {
            "Société": "name",
            "Activité (NAF)": "naf",
            "Rue": "address",
            "CP Ville": None,
            "Tél. / fax": None,
            "Site": "web",
            "Observations diverses": "comment",
        },
        unjudged=("phone", "category"),
    )
    for name, code, street, town, phone, web, note in (
        (
            "Éts Bonnafé",
            "25.62B",
            "12, rue des Forgerons",
            parts("31000 Toulouse", postcode="31000", commune="Toulouse"),
            "05 61 00 00 01",
            "www.bonnafe.example",
            "stages « usinage »",
        ),
        (
            "L’Atelier du Bois",
            "4332A",
            "Z.A. de l’Hers",
            parts("31750 ESCALQUENS", postcode="31750", commune="ESCALQUENS"),
            "05 61 00 00 02",
            None,
            None,
        ),
        ("Hôtel Régina", "5510Z", "place Wilson", parts("31000 TOULOUSE", postcode="31000", commune="TOULOUSE"), None, None, "jury CAP"),
    ):
        table.line(name, code, street, town, phone, web, note)
    return page


def _ledger() -> Page:
    page = Page("")
    table = page.table(
        "organisations",
        {
            "Code tiers": None,
            "Libellé du tiers": "name",
            "N° identification": "siret",
            "Adresse 1": "address",
            "Adresse 2": None,
            "CP": "postcode",
            "Bureau distributeur": "commune",
            "IBAN": None,
            "Tél": "phone",
            "Date création": None,
        },
    )
    table.line("F0012", "METRO FRANCE", site(81), "ZI DE LA VALLEE", "", "69800", "SAINT-PRIEST", "FR76 0000", "0400000001", "12/01/2012")
    table.line(
        "F0034",
        "BRICO LOISIRS",
        lost("1,23457E+13"),
        "12 RUE NEUVE",
        "BP 12",
        read("1000", "01000"),
        "BOURG-EN-BRESSE",
        "",
        "0400000002",
        "03/09/2015",
    )
    table.line("F0035", "SELF SIGNAL", read(f"{site(83)}.0", site(83)), "CHEMIN DU BOIS", "", "69330", "MEYZIEU", "", "", "03/09/2015")
    table.line(
        "F0041",
        "VERGERS DU RHONE",
        wrong(site(84)[:-1] + str((int(site(84)[-1]) + 1) % 10)),
        "RTE DE LYON",
        "",
        "69420",
        "AMPUIS",
        "",
        "",
        "",
    )
    return page


def _crosses() -> Page:
    page = Page("Qui prend qui")
    page.put("Partenaires par filière (x = accueille)")
    page.put(None, None, "FILIÈRES")
    table = page.table(
        "organisations", {"Partenaire": "name", "Ville": "commune", "MELEC": None, "MTNE": None, "ICCER": None, "Remarque": "comment"}
    )
    table.line("Spie", "Niort", "x", "x", None, None, filieres=("MELEC", "MTNE"))
    table.line("Dalkia", "Niort", None, None, "X", "un seul élève", filieres=("ICCER",))
    table.line("Engie Home", "Parthenay", "x", None, "x", None, filieres=("MELEC", "ICCER"))
    return page


def _checkboxes() -> Page:
    page = Page("")
    table = page.table(
        "organisations",
        {
            "Partenaire": "name",
            "Type": "category",
            "Ville": "commune",
            "Accueille des stagiaires": None,
            "Verse la TA": None,
            "Convention signée": None,
            "Mail": "email",
            "Dernier contact": None,
            "Notes": "comment",
        },
    )
    table.line(
        "France Travail Dax",
        read("Service public de l'emploi", "service_emploi", told=False),
        "Dax",
        "FALSE",
        "FALSE",
        "TRUE",
        "dax@ft.example",
        "2025-10-02",
        None,
    )
    table.line(
        "CMA 40",
        read("Chambre consulaire", "chambre", told=False),
        "Mont-de-Marsan",
        "FALSE",
        "FALSE",
        "TRUE",
        "cma@cma40.example",
        "2025-09-12",
        None,
    )
    table.line("Thermes Adour", read("Entreprise", "entreprise", told=False), "Dax", "TRUE", "TRUE", "FALSE", None, "", "attendre janvier")
    table.line(
        "Unis-Cité",
        read("Asso", "association", told=False),
        "Bordeaux",
        "FALSE",
        "FALSE",
        "FALSE",
        "nouvelle-aquitaine@uc.example",
        "2024-12-01",
        "service civique\nmission 8 mois",
    )
    return page


def _software_export() -> Page:
    page = Page("")
    table = page.table(
        "organisations",
        {
            "RAISON_SOCIALE": "name",
            "NOM_COMMERCIAL": "brand",
            "NUM_SIRET": "siret",
            "CODE_APE": "naf",
            "LIB_APE": None,
            "ADR1": "address",
            "ADR2": None,
            "CODE_POSTAL": "postcode",
            "LIB_COMMUNE": "commune",
            "COD_COMMUNE": "commune_code",
            "TEL": "phone",
            "FAX": None,
            "MEL": "email",
            "CIV_RESP": None,
            "NOM_RESP": None,
            "NB_STAGES_2024": None,
            "DATE_MAJ": None,
        },
    )
    for number, cells in enumerate(
        (
            (
                "SARL BOSQUET",
                "AU BON PAIN",
                "1071C",
                "Boulangerie",
                "1 RUE HAUTE",
                "30900",
                "NIMES",
                "30189",
                "0466000001",
                "bonpain@bosquet.example",
                "3",
            ),
            ("MANPOWER FRANCE", "", "7820Z", "Travail temporaire", "7 BD GAMBETTA", "30900", "NIMES", "30189", "0466000002", "", "11"),
            (
                "COMMUNE DE BERNIS",
                "MAIRIE",
                "8411Z",
                "Administration publique",
                "PL DE LA MAIRIE",
                "30620",
                "BERNIS",
                "30036",
                "",
                "mairie@bernis.example",
                "0",
            ),
        ),
        21,
    ):
        name, brand, naf, activity, street, code, town, insee, phone, mail, stays = cells
        table.line(
            name,
            brand,
            site(number),
            naf,
            activity,
            street,
            "",
            code,
            town,
            insee,
            phone,
            "",
            mail,
            "M.",
            "X",
            stays,
            "2025-09-01 00:00:00",
        )
    return page


def _unnamed_columns() -> Page:
    page = Page("Tableau1")
    table = page.table(
        "organisations", [("Colonne1", "name"), ("Colonne2", "siret"), ("Colonne3", "email"), ("Colonne4", "postcode"), ("Colonne5", None)]
    )
    table.line("Verrerie d'Art", site(34), "contact@verrerie.example", "06410", "?")
    table.line("Palace Riviera", site(35), "rh@palace.example", "06400", "ok")
    table.line("Azur Nettoyage", site(36), "azur@nettoyage.example", "06150", "ok")
    return page


def _groups_of_firms() -> Page:
    page = Page("Grands comptes")
    page.put("Grands comptes et leurs sites")
    page.skip()
    table = page.table(
        "organisations",
        {
            "Site / agence": "name",
            "SIRET du site": "siret",
            "Ville": "commune",
            "Groupe": "parent_name",
            "SIREN du groupe": "parent",
            "Branche / fédération": "federation_name",
            "IDCC": "idcc",
            "Tranche d'effectif": "size",
            "Correspondant école (fonction)": None,
        },
        unjudged=("known_by",),
    )
    table.line(
        "Agence Lyon Part-Dieu", site(45, 1), "Lyon", "Groupe Vinci Ouest", firm(46), "FNTP", read(1702, "1702", told=False), "12", "RRH"
    )
    table.line(
        "Chantier Confluence", site(45, 2), "Lyon", "Groupe Vinci Ouest", firm(46), "FNTP", read("1702", "1702", told=False), "03", None
    )
    table.line("Atelier Vénissieux", site(47), "Vénissieux", "Bertrand SA", firm(48), "UIMM", read("650", "0650", told=False), "21", "DRH")
    return page


EXPORTS_OF_PARTNERS = (
    text("fichier mac.csv", _old_mac(), encoding="mac-roman", separator=";", end="\r"),
    zipped("envoi.zip", text("compta/tiers.csv", _ledger(), encoding="latin-1"), excel("BDE/matrice.xlsx", _crosses())),
    text("Suivi partenariats - Partenaires.csv.gz", _checkboxes(), separator=",", packed=gzipped, end="\r\n"),
    text("EXP_ENTREPRISES.csv", _software_export(), encoding="cp1252", separator=";"),
    excel("Tableau croisé copie.xlsx", _unnamed_columns()),
    excel("grands comptes.xlsx", _groups_of_firms()),
)
