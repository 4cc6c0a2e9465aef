"""Workbooks kept in a hurry: short headings, signs for words, hidden things, pages that are no tables."""

from datetime import date

from tests.workbooks.making import Page, firm, lost, parts, read, several, site, uai
from tests.workbooks.writing import excel, open_document, text


def _short_headings() -> Page:
    page = Page("Conv.")
    page.put("CONV. PART. 24/25")
    table = page.table(
        "conventions",
        {
            "Réf": "reference",
            "Étab.": "establishment",
            "Part.": "partner",
            "Obj.": "object",
            "Dt déb.": "starts_on",
            "Dt fin": "ends_on",
            "Sign.": "signed_on",
            "Rec. tac. (O/N)": "renewal",
            "Préav. (mois)": "notice_months",
            "Nb jeunes": "pupils",
            "Mt (€)": "amount",
            "Obs": "comment",
        },
    )
    table.line(
        "C-24/0031",
        "LP Monge",
        "Sté Arc-Métal",
        "Stages 1re",
        date(2024, 9, 1),
        read("31/08/25", "31/08/2025", told=False),
        read("10/07/24", "10/07/2024", told=False),
        read("O", "tacite", told=False),
        "3",
        "12",
        "1 200,50 €",
        None,
    )
    table.line(
        "C-24/0032",
        "LP Monge",
        "Cie du Bois",
        "Visites",
        date(2024, 9, 1),
        read("30/06/25", "30/06/2025", told=False),
        read("11/07/24", "11/07/2024", told=False),
        read("N", "aucune", told=False),
        read("-"),
        "45",
        "0,00",
        "cf. mail",
    )
    table.line(
        "C-24/0033",
        "LP Ampère",
        "Assoc. Rebond",
        "Tutorat",
        read("02/01/25", "02/01/2025", told=False),
        read("31/12/26", "31/12/2026", told=False),
        None,
        None,
        "2",
        read("env. 20", 20),
        "350",
        None,
    )
    return page


def _signs_and_emoji() -> Page:
    page = Page("Suivi")
    table = page.table(
        "conventions",
        {
            "🏫 Lycée": "establishment",
            "🤝 Partenaire(s)": "partner",
            "📅 Début": "starts_on",
            "📅 Fin": "ends_on",
            "Statut": "status",
            "Date de passage au CA": "voted_on",
            "Thématique(s)": "themes",
            "Lien Drive": None,
            "Commentaire interne": "comment",
        },
    )
    table.line(
        "LP Curie",
        read("Orange, Capgemini", "Orange, Capgemini"),
        date(2024, 9, 1),
        date(2027, 8, 31),
        read("✅ Signée", "signee", told=False),
        date(2024, 6, 25),
        read("Stages, Interventions", "pfmp", "intervention", told=False),
        "https://drive.example/1",
        None,
    )
    table.line(
        "LP Curie",
        "Bibliothèque municipale",
        date(2025, 1, 6),
        date(2025, 12, 31),
        read("⏳ Projet", "projet", told=False),
        None,
        read("Culture", "culture", told=False),
        None,
        "attendre le CA de juin",
    )
    table.line(
        "LP Zola",
        "Carrefour Drive",
        date(2022, 9, 1),
        date(2025, 8, 31),
        read("❌ Dénoncée", "denoncee", told=False),
        date(2022, 6, 30),
        read("PFMP", "pfmp", told=False),
    )
    return page


def _entities_and_breaks() -> Page:
    page = Page("")
    page.put("Export du 12/01/2026 09:14", "", "", "", "", "", "")
    page.put("", "", "", "", "", "", "")
    table = page.table(
        "conventions",
        {
            "Etablissement": "establishment",
            "UAI": "uai",
            "Tiers": "partner",
            "Adresse du tiers": None,
            "Objet": "object",
            "Montant": "amount",
            "Fin de validité": "ends_on",
            "": None,
        },
    )
    table.line(
        "LP St Exup&eacute;ry",
        uai(301),
        read("Jeunes &amp; M&eacute;tiers", "Jeunes & Métiers"),
        parts("4 rue du Port\n44600 Saint-Nazaire", partner_postcode="44600", partner_commune="Saint-Nazaire"),
        "Ateliers\nde découverte",
        "1\u202f500,00\u00a0€",
        "31/08/2026",
        "",
        establishment="LP St Exupéry",
    )
    table.line(
        "LP\u00a0Brossaud",
        uai(302),
        "Chantiers Ouest ; Naval Bois",
        "",
        "Stages",
        read(" NULL"),
        "30/06/2027",
        "",
        establishment="LP Brossaud",
        partner=("Chantiers Ouest", "Naval Bois"),
    )
    table.line("LP Brossaud", uai(302), "Harmonie Habitat", "", "Service civique", "0", read("31/02/2026"), "", fate="either")
    return page


def _printed_pages() -> Page:
    page = Page("Entreprises")
    page.put("Lycée des métiers Hélène-Boucher")
    page.put("Fichier entreprises                                   page 1/2")
    page.skip()
    table = page.table(
        "organisations",
        {"Entreprise": "name", "Secteur": None, "Adresse": "address", "CP": "postcode", "Ville": "commune", "Tél": "phone"},
        unjudged=("category", "filieres"),
    )
    table.line("Auto Sud", "Automobile", "av. de Lyon", 26000, "Valence", "04 75 00 00 01")
    page.skip()
    table.line("Fruits Rhodia", "Agroalimentaire", "quai 2", read(7130, "07130"), "Saint-Péray", "04 75 00 00 02")
    page.skip()
    table.line("Ecole Ô Mômes", "Petite enfance", None, 26500, "Bourg-lès-Valence", read("-"))
    page.skip(2)
    page.put("Imprimé le 03/11/2025 10:22")
    page.put("Lycée des métiers Hélène-Boucher")
    page.put("Fichier entreprises                                   page 2/2")
    page.skip()
    table = page.table("organisations", table.columns, unjudged=("category", "filieres"))
    table.line("Clinique Kennedy", "Santé", "ch. de Thabor", 26200, "Montélimar", "04 75 00 00 04")
    table.line("Leclerc Drive", "Commerce", "RN 7", 26200, "Montélimar", None)
    page.skip()
    page.put("Imprimé le 03/11/2025 10:22")
    return page


def _hidden_things() -> list[Page]:
    page = Page("Partenaires actifs")
    table = page.table(
        "organisations",
        {
            "Id": None,
            "Nom du partenaire": "name",
            "SIREN": "siren",
            "Effectif": None,
            "Ville": "commune",
            "Contact": None,
            "Site web": "web",
        },
        unjudged=("size",),
    )
    table.line(1, "Axa Solutions", firm(11), "20 à 49", "Le Mans", "rh", "https://axa.example")
    table.line(2, "Tôlerie Manceau", read(int(firm(12)), firm(12)), "10-19", "Allonnes", "M. Hubert", None)
    table.line(3, "Vieille Société", firm(13), None, "Le Mans", None, None, hidden=True)
    table.line(4, "Zoo de La Flèche", firm(14), "200", "La Flèche", None, "www.zoo.example")
    page.hidden_columns.append(0)
    old = Page("Anciens (ne plus contacter)", hidden=True)
    old.put("Nom du partenaire", "SIREN", "Ville")
    old.put("Ferronnerie Bodin", firm(15), "Le Mans")
    notes = Page("Lisez-moi")
    notes.put("Ce classeur est tenu par le bureau des entreprises.")
    notes.put("Ne pas modifier la première colonne.")
    notes.put("Toute question : bde@lycee.example")
    return [page, old, notes]


def _not_for_netmap() -> list[Page]:
    pupils = Page("Élèves 2TMA")
    pupils.put("Suivi PFMP – 2de TMA")
    table = pupils.table("", {"Nom": None, "Prénom": None, "Né(e) le": None, "Classe": None, "Prof. référent": None, "Note": None})
    table.line("MARTIN", "Lou", date(2009, 3, 2), "2TMA", "M. Roche", 14)
    table.line("NGUYEN", "Théo", date(2009, 11, 23), "2TMA", "M. Roche", 12.5)
    budget = Page("Budget")
    table = budget.table("", {"Poste": None, "Prévu": None, "Réalisé": None, "Écart": None})
    table.line("Transport", 1200, 1130.4, 69.6)
    table.line("Goûter", 150, 162, -12)
    table.aside("Total", 1350, 1292.4, 57.6)
    actions = Page("Sorties")
    table = actions.table(
        "actions",
        {
            "Lycée": "establishment",
            "Sortie / visite": "title",
            "Date": "on",
            "Entreprise visitée": "partner",
            "Effectif": "headcount",
            "Annulée ?": None,
        },
        unjudged=("state", "theme", "domain"),
    )
    table.line("LP Vauban", "Découverte du chantier du métro", date(2025, 10, 7), "Eiffage", 24, "non")
    table.line("LP Vauban", "Journée portes ouvertes CFA", date(2025, 11, 26), "CFA BTP 13", 24, "non")
    table.line("LP Vauban", "Salon Batimat", date(2025, 12, 2), None, 18, "oui")
    return [pupils, budget, actions]


def _two_lycees_in_a_cell() -> Page:
    page = Page("Mutualisées")
    page.put("Conventions portées par plusieurs lycées du bassin")
    page.skip()
    table = page.table(
        "conventions",
        {
            "Lycées concernés": "establishment",
            "Codes": "uai",
            "Partenaire (SIRET)": "partner",
            "Intitulé de la convention": "object",
            "Date de la convention": "signed_on",
            "Terme": "ends_on",
            "Convention-cadre": "framework",
            "Critère LDM": None,
        },
        unjudged=("criterion",),
    )
    table.line(
        several("LP Dolet / LP Brel", "LP Dolet", "LP Brel"),
        several(f"{uai(351)} / {uai(352)}", uai(351), uai(352)),
        parts(f"Safran Électronique (SIRET : {site(55)})", partner="Safran Électronique", partner_siret=site(55)),
        "Parcours Aéro",
        date(2025, 6, 12),
        date(2028, 6, 11),
        "GIFAS 2023",
        "4",
    )
    table.line(
        "LP Dolet",
        uai(351),
        f"Air France Industries\n{site(56)}",
        "Visites",
        date(2025, 6, 12),
        date(2026, 6, 11),
        None,
        "4",
        partner="Air France Industries",
        partner_siret=site(56),
    )
    table.line(
        several("LP Brel\nLP Dolet", "LP Brel", "LP Dolet"),
        several(f"{uai(352)}\n{uai(351)}", uai(352), uai(351)),
        "Aéroclub de Meaux",
        "Vol découverte",
        read(45820, "12/06/2025"),
        date(2026, 6, 11),
        None,
        "3 et 4",
    )
    return page


def _schools_around() -> Page:
    page = Page("Lycées voisins")
    table = page.table(
        "establishments",
        {
            "Établissement (nom complet)": "name",
            "N° UAI/RNE": "uai",
            "Siret": "siret",
            "Adresse, CP, ville": None,
            "Label LDM (année)": None,
            "Nb élèves voie pro": "pupils",
            "Filières / familles de métiers": "filieres",
            "Proviseur": None,
            "Secrétariat": "phone",
            "Courriel officiel": "email",
        },
        unjudged=("label", "label_since"),
    )
    table.line(
        "Lycée professionnel Léo-Lagrange",
        uai(361),
        site(57),
        parts("1 rue du Stade, 71200 Le Creusot", address="1 rue du Stade", postcode="71200", commune="Le Creusot"),
        "2021",
        "389",
        several("Maintenance ; Usinage", "Maintenance", "Usinage"),
        "M. Perrin",
        "03 85 00 00 01",
        f"{uai(361)}@ac.example".lower(),
    )
    table.line(
        "LPO Clos Maire",
        read(f"{uai(363)[:7]} {uai(363)[7]}", uai(363), told=False),
        lost("1,1002E+13"),
        parts("4 rue des Rôles 21200 BEAUNE", address="4 rue des Rôles", postcode="21200", commune="BEAUNE"),
        None,
        "610",
        several("Vente, Hôtellerie", "Vente", "Hôtellerie"),
        None,
        "03.80.00.00.02",
        None,
    )
    return page


KEPT_IN_A_HURRY = (
    excel("conv part 24-25.xlsx", _short_headings()),
    excel("Suivi (Google Sheets).xlsx", _signs_and_emoji()),
    text("export_tiers.csv", _entities_and_breaks(), encoding="utf-8-sig", separator=";"),
    open_document("fichier entreprises.ods", _printed_pages()),
    excel("partenaires_actifs.xlsx", *_hidden_things(), empty_rows=1000),
    excel("classeur du DDFPT.xlsx", *_not_for_netmap()),
    open_document("mutualisees.ods", _two_lycees_in_a_cell()),
    text("lycees voisins.csv", _schools_around(), encoding="utf-16-le", separator=",", before="\ufeff"),
)
