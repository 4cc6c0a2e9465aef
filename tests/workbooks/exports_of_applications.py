"""Exports of applications: accounts, contracts, open data, notes, customers, documents, and a list without headings worth the name."""

from datetime import date

from tests.workbooks.making import Page, Read, Workbook, firm, parts, said, several, site, uai
from tests.workbooks.writing import excel, text


def _iso(written: str) -> Read | str:
    return said(written, f"{date.fromisoformat(written[:10]):%d/%m/%Y}") if written else ""


def contracts_of_accounts() -> Workbook:
    """Contracts of a région as its accounts list them: short words for headings, dots in days and sums, a star before the total."""
    page = Page("Sheet1")
    page.put("Liste des contrats – mise à disposition de plateaux techniques")
    page.put("Organis. achats : RG10", "", "", "Date : 16.02.2026")
    page.skip()
    table = page.table(
        "conventions",
        {
            "Contrat": "reference",
            "Poste": None,
            "N° fourn.": None,
            "Nom fournisseur": "partner",
            "Localité fourn.": "partner_commune",
            "Désignation contrat": "object",
            "UAI bénéf.": "uai",
            "Lib. bénéficiaire": "establishment",
            "Déb. validité": "starts_on",
            "Fin validité": "ends_on",
            "Val. contractuelle": "amount",
            "Dev.": None,
            "GrAch": None,
            "Créé par": None,
        },
    )

    def dotted(written: str) -> Read:
        return said(written, written.replace(".", "/"))

    def money(written: str) -> Read:
        return said(written, float(written.replace(".", "").replace(",", ".")))

    dabadie, gave, savinien = (uai(91), "LP FELIX DABADIE"), (uai(92), "LPO DU GAVE BLEU"), (uai(93), "LP SAINT-SAVINIEN")
    welding, kitchens = ("SOUDURES DE L'ADOUR", "TARBENAC"), ("CUISINES CENTRALES BIGOR", "LOURDAC")
    planes, horses = ("AERO COMPOSITES BEARN", "OLORANNE"), ("CENTRE EQUESTRE DES BALCONS", "ARGELAC")
    cold, packing, oven = ("PYRENEES FROID", "TARBENAC"), "légumerie et conditionnement", "autoclave pour bac pro composites"
    for number, post, supplier, partner, aim, lycee, start, end, amount, *buyer in (
        (8231, "10", "104512", welding, "îlot soudage robotisé", dabadie, "01.09.2024", "31.08.2026", "12.500,00", "F14", "MLARRIEU"),
        (8232, "10", "104513", kitchens, packing, gave, "01.09.2024", "31.08.2025", "4.200,00", "F14", "MLARRIEU"),
        (8377, "10", "098820", planes, oven, dabadie, "06.01.2025", "05.01.2028", "38.750,50", "F14", "CPEYRE"),
        (8402, "20", "121007", horses, "manège et soins", savinien, "01.03.2025", "28.02.2027", "6.000,00", "F15", "CPEYRE"),
        (8519, "10", "130441", cold, "banc CO2 transcritique", gave, "01.09.2025", "31.08.2028", "900,00", "F14", "MLARRIEU"),
    ):
        contract = f"460001{number}", post, f"0000{supplier}"
        table.line(*contract, *partner, f"Accès {aim}", *lycee, dotted(start), dotted(end), money(amount), "EUR", *buyer)
    table.aside("*", "", "", "", "", "", "", "", "", "", "62.350,50", "EUR")
    return excel("ME3L_EXPORT_16022026.xlsx", page)


def contracts_of_stock_tool() -> Workbook:
    """Conventions kept as contracts of the tool that holds the machines: an entity under its cité, days with dashes, months in words."""
    page = Page("glpi")
    table = page.table(
        "conventions",
        {
            "Nom": "object",
            "Entité": "establishment",
            "Numéro": "reference",
            "Type de contrat": "themes",
            "Date de début": "starts_on",
            "Durée initiale": "duration_months",
            "Préavis": "notice_months",
            "Renouvellement": "renewal",
            "Fournisseurs": "partner",
            "Nombre d'éléments": None,
            "Dernière modification": None,
            "Commentaires": "comment",
        },
        unjudged=("object", "ends_on"),
    )

    def entity(name: str) -> Read:
        return said(f"Cité scolaire > {name}", name)

    def months(number: int) -> Read | str:
        return said(f"{number} mois", number) if number else ""

    one, two, three = entity("LP Gaspard-Monestier"), entity("LGT-LP de la Brenne"), entity("SEP Hélène-Chazal")
    tacit, express, never = said("Tacite", "tacite"), said("Express", "expresse"), said("Jamais", "aucune")
    loan, stay = said("Prêt de matériel", "materiel"), said("Stages", "pfmp")
    talk, tour = said("Interventions", "intervention"), said("Visites", "visite")
    bench, lesson = "Prêt d'un banc de diagnostic", "Cours de cybersécurité par les salariés"
    stays, sorting = "Accueil des élèves en stage", "Visite annuelle du centre de tri"
    for (aim, lycee, number, theme, start, lasts, notice), told in (
        ((bench, one, "2023-004", loan, "01-09-2023", 36, 3), (tacit, "Garage Labarre", "1", "12-09-2025 08:14", "banc n° 2 à rendre")),
        ((stays, one, "2024-001", stay, "02-09-2024", 12, 1), (tacit, "Brenne Logistique", "0", "12-09-2025 08:15")),
        (
            ("Don de postes reconditionnés", two, "2024-003", loan, "15-01-2024", 24, 0),
            (never, "Ordi Seconde Vie", "34", "20-01-2026 16:58", "garantie 6 mois"),
        ),
        ((lesson, two, "2025-002", talk, "06-10-2025", 9, 1), (express, "Netarmor", "0", "07-10-2025 11:02")),
        (
            ("Stages techniciens réseaux", two, "2025-005", stay, "01-09-2025", 36, 6),
            (tacit, "Fibre de la Creuse", "0", "07-10-2025 11:04", "contact au service RH"),
        ),
        ((sorting, three, "2025-006", tour, "01-09-2025", 12, 1), (express, "Syndicat de tri du Berry", "0", "07-10-2025 11:09")),
    ):
        day = said(start, start.replace("-", "/"))
        table.line(aim, lycee, f"CTR-{number}", theme, day, months(lasts), months(notice), *told)
    return text("glpi.csv", page, "utf-8-sig", ";", "\n")


def open_data_of_a_region() -> Workbook:
    """Campuses of a portal of open data: technical names, ISO days, a point of the map in one cell."""
    page = Page("campus")
    table = page.table(
        "campuses",
        {
            "id_cmq": "code",
            "nom_cmq": "name",
            "categorie_excellence": "excellence",
            "filieres": "filieres",
            "etab_support_uai": "uai",
            "etab_support_nom": "lead",
            "nom_com_siege": "commune",
            "nom_academie": "academie",
            "date_label": "labelled_on",
            "date_fin_label": "ends_on",
            "courriel": "email",
            "url_site": "web",
            "geo_point_2d": "latitude",
        },
    )

    def point(latitude: float, longitude: float) -> Read:
        return parts(f"{latitude}, {longitude}", latitude=latitude, longitude=longitude)

    watches = several("Horlogerie, Joaillerie", "Horlogerie", "Joaillerie")
    energy = several("Énergie, Métallurgie", "Énergie", "Métallurgie")
    cars = several("Automobile, Ferroviaire", "Automobile", "Ferroviaire")
    for (number, name, *campus), (start, end, *reached) in (
        (
            (1, "Luxe et Savoir-faire du Haut-Doubs", "oui", watches, uai(71), "LP Edmond-Jacquet", "Morvillers", "Besançon"),
            ("2022-02-14", "2027-02-13", "contact@cmq-luxe.example", "https://cmq-luxe.example", point(47.0611, 6.6042)),
        ),
        (
            (2, "Alimentation et Terroirs de la Bresse", "non", "Agroalimentaire", uai(72), "LPO de la Seillette", "Louhannes", "Dijon"),
            ("2021-07-01", "2025-06-30", "", "https://terroirs-bresse.example", point(46.6284, 5.2233)),
        ),
        (
            (3, "Nucléaire et Chaudronnerie", "oui", energy, uai(73), "Lycée Paul-Guérinot", "Creuzeau", "Dijon"),
            ("2023-03-10", "2028-03-09", "campus@nuc-chaud.example", "", point(46.8052, 4.4267)),
        ),
        (
            (4, "Mobilités du Pays de Belfort", "non", cars, uai(74), "LP des Trois Forts", "Dannemont", "Besançon"),
            ("2020-01-20", "", "contact@cmq-mobilites.example", "", point(47.5721, 6.8519)),
        ),
        (
            (5, "Tourisme en Morvan", "non", "Hôtellerie-restauration", uai(75), "LP du Beuvronnet", "Château-Morvan", "Dijon"),
            ("2024-09-02", "2029-09-01", "cmq.morvan@tourisme.example", "https://cmq-morvan.example", point(47.0655, 3.9378)),
        ),
    ):
        table.line(f"CMQ-0{number}", f"Campus {name}", *campus, _iso(start), _iso(end), *reached)
    return text("campus-des-metiers-et-des-qualifications.csv", page, "utf-8", ";", "\n")


def members_in_a_base_of_notes() -> Workbook:
    """Members of two campuses out of a base of notes: the campus is a relation, written with its link."""
    page = Page("Membres")
    table = page.table(
        "campus_members",
        {
            "Membre": "partner",
            "Campus": "name",
            "Type": "partner_category",
            "Rôle": "role",
            "Ville": "partner_commune",
            "SIRET": "partner_siret",
            "Adhésion à jour": None,
            "Suivi par": None,
            "Dernière modification": None,
        },
    )

    def link(name: str, key: str) -> Read:
        return said(f"{name} (https://www.notes.example/{key}?pvs=21)", name)

    wood, sea = link("CMQ Forêts et Bois d'Armance", "CMQ-Forets-1f3a9c77"), link("CMQ Métiers de l'Estuaire", "CMQ-Estuaire-8b20de14")
    company, branch = said("Entreprise", "entreprise"), said("Fédération professionnelle", "branche")
    college, council = said("Enseignement supérieur", "superieur"), said("Collectivité", "collectivite")
    chamber, union = said("Chambre consulaire", "chambre"), said("Association", "association")
    upstream, lannec, february = "Armançon-sur-Bois", "Port-Lannec", "27 février 2026 09:02"
    for cells in (
        ("Scierie Haudebert", wood, company, "Membre actif", upstream, site(41), "Yes", "Solène M.", "3 mars 2026 10:14"),
        ("Fibois d'Armance", wood, branch, "Copilote", "Troisvaux", site(42), "Yes", "Solène M.", "3 mars 2026 10:15"),
        ("Université d'Armance", wood, college, "Membre fondateur", "Troisvaux", "", "No", "", "12 janvier 2026 17:40"),
        ("CC des Hauts Bois", wood, council, "Financeur", upstream, site(43), "Yes", "Solène M.", "12 janvier 2026 17:41"),
        ("Chantiers Kervoal", sea, company, "Membre actif", lannec, site(44), "Yes", "Yann R.", february),
        ("CCI de l'Estuaire", sea, chamber, "Copilote", lannec, site(45), "Yes", "Yann R.", february),
        ("Association Gens de Mer Demain", sea, union, "Associé", "Trézelec", "", "No", "Yann R.", "5 novembre 2025 14:33"),
        ("Conserverie Belle-Étrave", sea, company, "Associé", "Trézelec", site(46), "No", "", "5 novembre 2025 14:35"),
    ):
        table.line(*cells)
    return text("Membres 1f3a9c77b2e04d.csv", page, "utf-8-sig", ",", "\n")


def companies_of_customer_tool() -> Workbook:
    """Companies of a customer tool, headings in two languages: what is done with each in a list, days with hours, stages of a sale."""
    page = Page("all-companies")
    table = page.table(
        "partnerships",
        {
            "Record ID": None,
            "Company name": "partner",
            "siret_number": "partner_siret",
            "City": "partner_commune",
            "Postal Code": "partner_postcode",
            "Lycée de rattachement": "establishment",
            "Types de collaboration": "themes",
            "Collaboration start date": "since",
            "Last Contacted": "last_news_on",
            "Référent interne (fonction)": "known_by",
            "Company owner": None,
            "Lifecycle Stage": None,
            "Notes BDE": "comment",
        },
    )
    vauquelin, brillat, office = "LP Anne Vauquelin", "LP Suzanne Brillat", "Responsable du bureau des entreprises"
    coralie, yoann = "Coralie Mestrin", "Yoann Pilard"
    vernay, ornay = ("Vernay-sur-Loue", "25330"), ("Ornay", "25290")
    tours = several("Stages PFMP;Visite d'entreprise", "pfmp", "visite")
    talks = several("Stages PFMP;Intervention en classe", "pfmp", "intervention")
    gifts = several("Don de matériel;Taxe d'apprentissage", "materiel", "taxe")
    trained = several("Apprentissage;Visite d'entreprise", "apprentissage", "visite")
    stays, mentors = said("Stages PFMP", "pfmp"), said("Mentorat", "mentorat")
    for (key, name, code, *known), (since, spoken, *told) in (
        (
            (391, "Charpentes Levasnier", site(3), *vernay, vauquelin, tours),
            ("2023-09-04", "2025-10-03 14:22", "DDFPT", coralie, "customer", "Accueille 2 élèves par période"),
        ),
        (
            (402, "Menuiserie Grandclaude & Fils", site(4), *ornay, vauquelin, stays),
            ("2024-01-15", "2025-09-18 09:05", "DDFPT", coralie, "customer"),
        ),
        (
            (417, "Résidence Les Marronniers", site(5), *vernay, brillat, talks),
            ("2022-11-07", "2025-11-12 16:40", office, coralie, "evangelist", "Directrice très impliquée, relancer en janvier"),
        ),
        (
            (533, "Garage Petitjean Auto", "", "Quincey-le-Haut", "25410", brillat, gifts),
            ("", "2025-06-24 11:00", "DDFPT", yoann, "opportunity", "SIRET à récupérer"),
        ),
        ((548, "Hôtel du Saut", site(7), *ornay, brillat, trained), ("2025-02-03", "2025-10-21 08:30", "", yoann, "customer")),
        ((561, "Froid Comtois Services", site(8), *vernay, vauquelin, mentors), ("2025-09-01", "", office, coralie, "lead")),
    ):
        table.line(f"18847220{key}", name, code, *known, _iso(since), _iso(spoken), *told)
    return text("hubspot-crm-exports-all-companies-2025-11-20.csv", page, "utf-8-sig", ",", "\n")


def search_of_documents() -> Workbook:
    """Agreements that a search of signed documents gives: headings are names of properties, one is waiting for its signature."""
    page = Page("Recherche enregistrée")
    table = page.table(
        "frameworks",
        {
            "cm:name": None,
            "acc:numero": "reference",
            "acc:intitule": "title",
            "acc:cocontractant": "partner",
            "acc:sirenCocontractant": "partner_siren",
            "acc:natureActe": "kind",
            "acc:niveau": "level",
            "acc:dateSignature": "signed_on",
            "acc:dateEffet": "starts_on",
            "acc:dateEcheance": "ends_on",
            "acc:modeReconduction": "renewal",
            "acc:accordNationalDecline": "declines",
            "parapheur:circuit": None,
            "cm:creator": None,
        },
    )
    regional, local, deal = said("Région académique", "regional"), said("Académique", "academique"), said("Accord-cadre", "accord_cadre")
    convention, protocol = said("Convention-cadre", "convention_cadre"), said("Protocole", "protocole")
    tacit, express, road = said("tacite", "tacite"), said("expresse", "expresse"), "Fédération des transporteurs du Valmont"
    signed, young = "Recteur_DRAFPIC", "Insertion des jeunes diplômés de la voie professionnelle"
    for (number, ending, *agreement), dated in (
        (
            ("2023-014", "signe.pdf", "Métiers de l'eau et de l'assainissement", "Hydralys Groupe", firm(71), deal, regional),
            (date(2023, 5, 11), date(2023, 9, 1), date(2026, 8, 31), express, "ACN-2022-07", signed),
        ),
        (
            ("2023-019", "signe.pdf", "Attractivité des métiers du transport", road, firm(72), convention, local),
            (date(2023, 11, 6), date(2023, 11, 6), date(2028, 11, 5), tacit, "", signed),
        ),
        (
            ("2024-003", "signe.pdf", "Propreté et hygiène des locaux", "Netteté Services", firm(73), deal, local),
            (date(2024, 2, 19), date(2024, 3, 1), date(2027, 2, 28), express, "ACN-2023-02", signed),
        ),
        (
            ("2024-011", "signe(1).pdf", young, "France Travail", "", protocol, regional),
            (date(2024, 9, 26), date(2024, 10, 1), date(2027, 9, 30), express, "", signed),
        ),
        (
            ("2025-002", "signe.pdf", "Maintenance des engins agricoles", "Agrimat Distribution", firm(75), convention, local),
            (date(2025, 1, 30), date(2025, 2, 1), date(2028, 1, 31), tacit, "ACN-2024-11", signed),
        ),
        (
            ("2025-008", "projet.docx", "Métiers de la sécurité privée", "Vigilis Protection", firm(76), deal, regional),
            (said("-"), date(2026, 1, 1), date(2028, 12, 31), express, "", "Visa_DAJ"),
        ),
    ):
        table.line(f"AC_{number.replace('-', '_')}_{ending}", f"AC-{number}", *agreement, *dated, "wf-admin")
    return excel("alfresco_export_recherche_accords.xlsx", page)


def columns_told_by_their_cells() -> Workbook:
    """A list without headings, one whose columns are only numbered, one with vague words: their cells alone tell what they are."""
    bare = Page("Feuil1")
    fields = "siret", "name", "address", "postcode", "commune", "phone", "email"
    organisations = bare.table("organisations", [("", field) for field in fields], head=False)
    for number, *place in (
        (71, "SARL Plomberie Esteban", "11 rue des Lices", "11000", "Carcassonne"),
        (72, "SAS Vignobles Caunettes", "2 avenue du Minervois", "11100", "Narbonne"),
        (73, "Boulangerie Fontès", "35 place Carnot", "11000", "Carcassonne"),
        (74, "SARL Électricité Lauragais", "6 cours de la République", "11400", "Castelnaudary"),
        (75, "Garage Saissac SARL", "route de Toulouse", "11400", "Castelnaudary"),
        (76, "SA Cartonnages Limouxins", "18 allée des Marronniers", "11300", "Limoux"),
    ):
        code = said(int(site(number)), site(number)) if number % 2 else site(number)
        organisations.line(code, *place, f"04 99 00 {number} 00", f"contact@firme{number}.example")
    numbered = Page("Feuil2")
    numbered.put("Conventions de partenariat (liste de l'ancien poste)")
    fields = "uai", "establishment", "partner", "partner_siret", "starts_on", "ends_on", "amount"
    conventions = numbered.table("conventions", {f"Colonne{place}": field for place, field in enumerate(fields, 1)})
    oaks, cabardes, start = (uai(61), "LP Les Micocouliers"), "LP Jean-Cabardès", said(45901, "01/09/2025")
    bread, garage = (said(int(site(73)), site(73)), start), (site(75), date(2024, 9, 1))
    power, short = ("SARL Électricité Lauragais", site(74)), said(uai(62)[1:], uai(62))
    conventions.line(*oaks, "SARL Plomberie Esteban", site(71), date(2025, 9, 1), date(2026, 8, 31), said("1 200 €", 1200))
    conventions.line(*oaks, "Boulangerie Fontès", *bread, date(2027, 8, 31), said("350,00 €", 350))
    conventions.line(short, cabardes, "Garage Saissac SARL", *garage, date(2026, 8, 31), said("2 000 €", 2000))
    conventions.line(uai(62), cabardes, "SAS Vignobles Caunettes", site(72), date(2025, 10, 6), date(2026, 7, 3), said("-"))
    conventions.line(uai(63), "LPO du Lauragais", *power, date(2025, 11, 3), date(2028, 11, 2), said("780,50 €", 780.5))
    vague = Page("Feuil3")
    establishments = vague.table(
        "establishments",
        {"Réf.": "uai", "Libellé": "name", "Loc.": "commune", "Code": "postcode", "Contact 1": "phone", "Contact 2": "email"},
    )
    low, cut = said(uai(62).lower(), uai(62)), said(uai(64)[1:], uai(64))
    for code, name, town, postcode, phone, box in (
        (uai(61), "LP Les Micocouliers", "Carcassonne", "11000", "04 99 11 61 00", "lp.micocouliers"),
        (low, "LP Jean-Cabardès", "Limoux", "11300", "04 99 11 62 00", "lp.cabardes"),
        (uai(63), "LPO du Lauragais", "Castelnaudary", "11400", "04 99 11 63 00", "lpo.lauragais"),
        (cut, "LP de la Clape", "Narbonne", "11100", "04 99 11 64 00", "lp.clape"),
        (uai(65), "EREA des Corbières", "Narbonne", "11100", said("?"), "erea.corbieres"),
    ):
        establishments.line(code, name, town, postcode, phone, f"{box}@acad.example")
    return excel("Classeur1.xlsx", bare, numbered, vague)


EXPORTS_OF_APPLICATIONS: tuple[Workbook, ...] = (
    contracts_of_accounts(),
    contracts_of_stock_tool(),
    open_data_of_a_region(),
    members_in_a_base_of_notes(),
    companies_of_customer_tool(),
    search_of_documents(),
    columns_told_by_their_cells(),
)
