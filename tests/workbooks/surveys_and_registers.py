"""Surveys answered by lycées, a directory of services, campuses and their members, the workbook of an office of three lycées."""

from datetime import date

from tests.workbooks.making import Page, Workbook, firm, lost, said, several, uai
from tests.workbooks.writing import excel, open_document, text


def survey_of_a_campus() -> Workbook:
    """Headings are questions with their codes, a column a choice: the partners with whom nothing is signed."""
    page = Page("results-survey")
    question = "G02Q06[{}]. Sur quoi portent vos échanges ? [{}]"
    table = page.table(
        "partnerships",
        (
            ("id. ID de la réponse", None),
            ("submitdate. Date de soumission", None),
            ("startlanguage. Langue de départ", None),
            ("G01Q01. Dans quel lycée exercez-vous ?", "establishment"),
            ("G01Q02. Code UAI du lycée", "uai"),
            ("G02Q03. Nom de l'entreprise ou de l'organisme partenaire", "partner"),
            ("G02Q04. Dans quelle commune est-il ?", "partner_commune"),
            ("G02Q05. Depuis quelle date travaillez-vous ensemble ?", "since"),
            (question.format("SQ001", "Stages (PFMP)"), "themes"),
            (question.format("SQ002", "Visites d'entreprise"), "themes"),
            (question.format("SQ003", "Taxe d'apprentissage"), "themes"),
            ("G02Q07. Qui suit ce partenaire au lycée ? (fonction)", "known_by"),
            ("G03Q08. Souhaitez-vous ajouter quelque chose ?", "comment"),
        ),
    )
    pfmp, visits, tax, no = said("Oui", "pfmp"), said("Oui", "visite"), said("Oui", "taxe"), said("Non")
    castel, loizeau, herbin = ("LP Eugène Castel", uai(9)), ("LP Marguerite Loizeau", uai(21)), ("Lycée Paul Herbin", uai(15))
    ready = "prêts à accueillir une classe entière"
    for number, sent, lycee, partner, town, since, choices, *words in (
        (3, "12 08:14:55", castel, "Scierie du Haut-Berry", "Courtenelle", "2018-09-01", (pfmp, visits, no), "DDFPT"),
        (4, "12 08:22:10", castel, "Menuiserie Gaudrin", "Courtenelle", "2022-02-01", (pfmp, no, tax), "DDFPT", "patron ancien élève"),
        (7, "12 17:40:31", loizeau, "Auberge de la Rive", "Port-Clairac", "2020-09-15", (pfmp, no, no), "professeure de cuisine"),
        (
            9,
            "13 10:05:02",
            loizeau,
            "Office de tourisme des Trois Rives",
            "Port-Clairac",
            "",
            (no, visits, no),
            "cheffe des travaux",
            ready,
        ),
        (12, "15 12:31:47", herbin, "Résidence Les Glycines", "Brissonnet", "2024-09-01", (pfmp, visits, no), "coordonnatrice ASSP"),
    ):
        day = said(f"{since} 00:00:00", date.fromisoformat(since)) if since else ""
        table.line(number, f"2026-01-{sent}", "fr", *lycee, partner, town, day, *choices, *words)
    return text("results-survey482613.csv", page, separator=",", end="\n")


def answers_to_a_form() -> Workbook:
    """Actions that lycées tell of in a form, numbers in words, and the count made by hand on another sheet."""
    page = Page("Réponses au formulaire 1")
    table = page.table(
        "actions",
        {
            "Horodateur": None,
            "Adresse e-mail du répondant": None,
            "Votre établissement": "establishment",
            "Donnez un titre à l'action": "title",
            "Quand a lieu l'action ? (premier jour)": "on",
            "De quel type d'action s'agit-il ?": "theme",
            "Avec quelle(s) entreprise(s) ou structure(s) ?": "partner",
            "Combien d'élèves participent ?": "headcount",
            "L'action a-t-elle eu lieu ?": "state",
            "Un mot sur le déroulement": "comment",
            "Lien vers les photos": None,
        },
    )
    done, coming, dropped = said("Oui", "realisee"), said("Pas encore, elle est prévue", "prevue"), said("Non, annulée", "annulee")
    visit, talk = said("Visite d'entreprise", "visite"), said("Intervention d'un professionnel en classe", "intervention")
    fair, mentors = said("Forum, salon", "forum"), said("Mentorat / parrainage", "mentorat")
    jobs = said("Insertion, aide à la recherche d'emploi", "insertion")
    three, both = ("CCI du Loiret", "Novacadre Logistique", "France Travail"), ("Mission locale de Brissonnet", "Résidence Les Glycines")
    varlet, aure, loizeau = ("h.tessier", "LP Simone Varlet"), ("bde.aure", "LPO du Pays d'Aure"), ("m.orsel", "LP Marguerite Loizeau")
    castel, many, two = ("ddf.castel", "LP Eugène Castel"), said("environ 120", 120), said("2 classes (46 élèves)", 46)
    great = "Très bon accueil, à refaire", "https://photos.example/18nov"
    for sent, (box, lycee), action, told in (
        (
            "08/12/2025 11:02:17",
            varlet,
            ("Découverte de la chaîne logistique", date(2025, 11, 18), visit, "Novacadre Logistique"),
            (24, done, *great),
        ),
        (
            "09/12/2025 16:48:40",
            aure,
            ("Forum des métiers du transport", date(2026, 2, 5), fair, several(", ".join(three), *three)),
            (many, done),
        ),
        (
            "12/12/2025 09:31:05",
            castel,
            ("Témoignage d'une charpentière", date(2025, 12, 4), talk, "Bois & Charpentes Lambrey"),
            (two, done),
        ),
        (
            "07/01/2026 13:20:44",
            castel,
            ("Visite de la scierie", date(2026, 1, 22), visit, "Scierie du Haut-Berry"),
            (15, dropped, "verglas, pas de car"),
        ),
        (
            "14/01/2026 18:02:59",
            loizeau,
            ("Marraines de la restauration", date(2026, 3, 9), mentors, "Hôtel du Vieux Quai"),
            (10, coming),
        ),
        (
            "20/01/2026 08:55:12",
            ("bde.herbin", "Lycée Paul Herbin"),
            ("Simulations d'entretien d'embauche", date(2026, 4, 14), jobs, several(", ".join(both), *both)),
            (28, coming, "salle à réserver"),
        ),
    ):
        table.line(sent, f"{box}@ac.example", lycee, *action, *told)
    count = Page("Bilan (fait main)")
    count.put("Étab", "nb d'actions")
    for name, number in (("Varlet", 1), ("Pays d'Aure", 1), ("Castel", 2), ("Loizeau", 1), ("Herbin", 1), ("Total", 6)):
        count.put(name, number)
    return excel("Remontée des actions école-entreprise (réponses).xlsx", page, count)


def delegations_and_on_call_list() -> Workbook:
    """A directory of delegations; under it, who answers which week of July, with their phones: no delegation."""
    page = Page("Annuaire")
    page.put("Délégations et services à connaître – région académique")
    page.skip()
    table = page.table(
        "delegations",
        {
            "Code interne": "code",
            "Délégation": "name",
            "Type (sigle)": "kind",
            "Échelon": "level",
            "Ressort": "area",
            "À solliciter pour": "competence",
            "Implantation": "commune",
            "Boîte fonctionnelle": "email",
            "Standard": "phone",
            "Délégué(e)": None,
        },
    )
    region, academy, county = said("RA", "region"), said("académie", "academie"), said("dépt", "departement")
    centre, abroad = "Centre-Val de Loire", "Délégation aux relations européennes, internationales et à la coopération"
    offices = "conventions des lycées, bureaux des entreprises"
    for code, service, territory, reached in (
        (
            "D02",
            ("Délégation régionale à l'information et à l'orientation", said("DRAIO", "draio")),
            (region, centre, "orientation, décrochage"),
            ("Valmorin", "draio@ra.example", "02 38 97 00 20", "M. Le Garrec"),
        ),
        (
            "D03",
            (abroad, said("DRAREIC", "drareic")),
            (region, centre, "Erasmus+, stages à l'étranger"),
            ("Valmorin", "drareic@ra.example", "02 38 97 00 30", "Mme Anselme"),
        ),
        (
            "D04",
            ("Délégation régionale au numérique éducatif", said("DRANE", "drane")),
            (region, centre, "plateaux numériques, ENT"),
            ("Port-Clairac", "drane@ra.example", "", "M. Vaudoyer"),
        ),
        (
            "D05",
            ("Délégation académique à la formation professionnelle", said("DAFPIC", "dafpic")),
            (academy, "Orléans-Tours", offices),
            ("Valmorin", "dafpic@ac.example", "02 38 97 01 15", "M. Serrault"),
        ),
        (
            "D07",
            ("Direction des services départementaux du Loir-et-Cher", said("DSDEN", "dsden")),
            (county, "Loir-et-Cher", ""),
            ("Brissonnet", "dsden41@ac.example", "02 54 97 02 00", said("(intérim)")),
        ),
    ):
        table.line(code, *service, *territory, *reached)
    page.skip(2)
    page.put("Permanences de juillet (portables, ne pas diffuser)")
    page.put("Semaine", "Qui", "Portable")
    page.put("28", "P. Serrault", "06 99 00 00 01")
    page.put("29", "F. Toussaint", "06 99 00 00 02")
    page.put("30", "personne", "-")
    return open_document("annuaire délégations.ods", page)


def campuses_and_who_is_in_them() -> Workbook:
    """Campuses, one still waiting for its label; who is in them on the next sheet; the choices of a menu on the last."""
    page = Page("Les CMQ")
    page.put("CAMPUS DES MÉTIERS ET DES QUALIFICATIONS – suivi Région, dir. de l'orientation et des formations")
    page.merge(9)
    page.put("mise à jour : février 2026 (C. Roussin)")
    page.skip()
    campuses = page.table(
        "campuses",
        {
            "Sigle campus": "code",
            "Intitulé complet": "name",
            "Excellence ?": "excellence",
            "Établissement support": "lead",
            "Ville du siège": "commune",
            "Arrêté du": "labelled_on",
            "Labellisé jusqu'au": "ends_on",
            "Filières couvertes": "filieres",
            "Directeur opérationnel": None,
            "Boîte mail du campus": "email",
            "Observations": "comment",
        },
    )
    rivers = "Campus Gastronomie et Tourisme des Trois Rives", "oui", "LP Marguerite Loizeau", "Port-Clairac"
    kitchens = several("Hôtellerie-restauration / Tourisme", "Hôtellerie-restauration", "Tourisme")
    lorries = "Logistique", "Transport", "Maintenance des véhicules"
    circuits, care = several("Électronique / Usinage", "Électronique", "Usinage"), "Soins et services à la personne"
    for code, campus, label, followed in (
        (
            "CMQ-LOG",
            ("Campus Logistique et Mobilités du Val", "non", "LPO du Pays d'Aure", "Montfleury-sur-Aure"),
            (date(2022, 6, 28), date(2027, 6, 27), several(" / ".join(lorries), *lorries)),
            ("Karim Belhoste", "cmq.log@campus.example", "dir. op. à mi-temps jusqu'en juin"),
        ),
        (
            "CMQ-GAT",
            rivers,
            (said("11 fév. 2021", "11/02/2021"), date(2026, 8, 31), kitchens),
            ("Solène Juhel", "cmq.gat@campus.example", "dossier de renouvellement déposé"),
        ),
        (
            "CMQ-AUT",
            ("Campus Autonomie et Santé", "non", "Lycée Paul Herbin", "Brissonnet"),
            (date(2023, 3, 30), date(2028, 3, 29), care),
            (said("(poste vacant)"), "cmq.aut@campus.example"),
        ),
        (
            "CMQ-NUM",
            ("Campus Industrie Numérique", "non", "LP Simone Varlet", "Valmorin"),
            (said("en attente"), "", circuits),
            ("Denis Fauquet", "", "passe en commission au printemps"),
        ),
    ):
        campuses.line(code, *campus, *label, *followed)
    page.skip()
    page.put("NB : l'excellence est donnée par la commission nationale, pas par nous.")
    inside = Page("Qui est dedans")
    members = inside.table(
        "campus_members",
        {
            "CMQ concerné": "code",
            "UAI du membre": "uai",
            "Lycée membre": "establishment",
            "Membre hors Éducation nationale": "partner",
            "SIREN": "partner_siren",
            "Type de membre": "partner_category",
            "Place dans le campus": "role",
            "Cotisation 2026 reçue": None,
        },
    )
    members.line("CMQ-LOG", uai(8), "LPO du Pays d'Aure", "", "", "", "support", "x")
    members.line("CMQ-LOG", "", "", "Novacadre Logistique", firm(12), said("entrep.", "entreprise"), "membre")
    members.line("CMQ-LOG", "", "", "CCI du Loiret", "", said("CCI", "chambre"), "associé", "x")
    members.line("CMQ-GAT", uai(21), "LP Marguerite Loizeau", "", "", "", "support", "x")
    members.line("CMQ-AUT", uai(15), "Lycée Paul Herbin", "", "", "", "support")
    members.line("CMQ-AUT", "", "", "Résidence Les Glycines", firm(24), said("EHPAD", "sante_social"), "membre", "x")
    lists = Page("listes")
    for one in ("support", "membre fondateur", "membre", "associé"):
        lists.put(one)
    return excel("CMQ région - suivi.xlsx", page, inside, lists)


def office_of_three_lycees() -> Workbook:
    """A sheet each for what is signed, under the name of its lycée, what is not, what is done, and jottings."""
    grandin, falaises, vitrel = "LP Louise Grandin", "LP des Falaises", "LP Armand Vitrel"
    page = Page("Signées")
    page.put("BDE mutualisé – conventions signées – M. Lesourd")
    page.skip()
    signed = page.table(
        "conventions",
        {
            "Société": "partner",
            "Où (ville)": "partner_commune",
            "Ce qu'on a signé": "object",
            "Signée le": "signed_on",
            "Durée": "duration_months",
            "Reconductible": "renewal",
            "€ prévus": "amount",
            "Jeunes/an": "pupils",
            "Qui suit (fonction)": "contact",
            "Dernières nouvelles": "last_news_on",
        },
    )
    tacit, never = said("oui, tacite", "tacite"), said("non", "aucune")
    energies = "Aubry Énergies", "Port-Aubry", "stages et visites, bac pro MFER", date(2024, 10, 3), said("3 ans", 36)
    boilers = "Chaudronnerie Lefloch", "Sorqueville", "don de tôles et visites d'atelier", date(2025, 3, 27), said("1 an", 12)
    hotel = "Hôtel de la Grève", "Port-Aubry", "PFMP cuisine et service", said("12 juin 2025", "12/06/2025"), said("36 mois", 36)
    market = "Marché Fermier Cauchois", "Lillemare", "stages de vente", date(2025, 9, 18), said("2 ans", 24)
    roofs = "Couverture Hennequin", "Lillemare", "chantier école du lavoir", date(2025, 11, 6), said("18 mois", 18)
    signed.aside(grandin)
    signed.line(*energies, tacit, "", 14, "DDFPT", date(2026, 1, 16), establishment=grandin)
    signed.line(*boilers, tacit, said("1 500 €", 1500), "", "DDFPT", date(2026, 2, 2), establishment=grandin)
    signed.aside(falaises)
    signed.line(*hotel, never, "", lost("6 à 8"), "prof. de restaurant", said("-"), establishment=falaises)
    signed.line(*market, never, 300, 9, "responsable du BDE", date(2025, 12, 11), establishment=falaises)
    signed.aside(vitrel)
    signed.line(*roofs, never, said("2 400 €", 2400), 16, "DDFPT", date(2026, 2, 20), establishment=vitrel)
    loose = Page("Sans papier")
    loose.put("ceux avec qui on travaille sans avoir rien signé")
    unsigned = loose.table(
        "partnerships",
        {
            "Notre lycée": "establishment",
            "Boîte / asso": "partner",
            "C.P.": "partner_postcode",
            "On travaille ensemble depuis": "since",
            "Pour quoi faire": "themes",
            "Dernier contact": "last_news_on",
            "Divers": "comment",
        },
    )
    january, internships = said("janv. 2024", "01/01/2024"), said("stages", "pfmp")
    jobs, tours = said("insertion des jeunes", "insertion"), several("visites + taxe", "visite", "taxe")
    trained = several("stages + apprentissage", "pfmp", "apprentissage")
    unsigned.line(grandin, "Plomberie Tassel", "76890", date(2023, 9, 4), internships, date(2025, 11, 25))
    unsigned.line(grandin, "Entraide Sorquevillaise", "76890", january, jobs, date(2026, 1, 8), "locaux prêtés")
    unsigned.line(falaises, "Biscuiterie du Phare", "76910", date(2022, 10, 3), tours, date(2025, 10, 14))
    unsigned.line(falaises, "Camping des Embruns", "76910", date(2025, 4, 1), internships, "", "saison seulement")
    unsigned.line(vitrel, "Menuiserie Ozanne", "76940", date(2021, 9, 1), trained, date(2026, 2, 12))
    agenda = Page("Agenda")
    events = agenda.table(
        "actions",
        {"Jour": "on", "Bahut": "establishment", "Quoi": "title", "Avec": "partner", "Nb jeunes": "headcount", "Fait ?": "state"},
    )
    done, coming = said("fait", "realisee"), said("à venir", "prevue")
    both, tuesday = several("Aubry Énergies + Plomberie Tassel", "Aubry Énergies", "Plomberie Tassel"), "mardi 3 février 2026"
    events.line(date(2025, 11, 20), falaises, "visite de la biscuiterie", "Biscuiterie du Phare", 22, done)
    events.line(date(2026, 1, 15), grandin, "entretiens blancs", both, 18, done)
    events.line(said(tuesday, "03/02/2026"), vitrel, "chantier du lavoir, 1er jour", "Couverture Hennequin", 16, done)
    events.line(date(2026, 3, 26), grandin, "petit déjeuner des entreprises", "", "", said("annulé", "annulee"))
    events.line(date(2026, 5, 19), falaises, "remise des diplômes avec les tuteurs", "Hôtel de la Grève", 30, coming)
    todo = Page("A FAIRE")
    todo.put("rappeler Tassel pour une vraie convention")
    todo.put("commander les kakémonos", "", "fait le 12/02")
    todo.put("badge parking Lillemare")
    todo.put("réserver le car du 19 mai")
    return excel("BDE 3 lycées.xlsx", page, loose, agenda, todo)


SURVEYS_AND_REGISTERS: tuple[Workbook, ...] = (
    survey_of_a_campus(),
    answers_to_a_form(),
    delegations_and_on_call_list(),
    campuses_and_who_is_in_them(),
    office_of_three_lycees(),
)
