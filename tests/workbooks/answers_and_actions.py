"""Answers to a form, contacts of a mail program, actions and meetings of an office."""

from datetime import date

from tests.workbooks.making import Page, read, several, site
from tests.workbooks.writing import excel, open_document, text

# One office writes for one lycée: which one stands in a title, not in the lines.
OURS = ("uai",)


def _form_answers() -> Page:
    page = Page("Réponses au formulaire 1")
    table = page.table(
        "organisations",
        {
            "Horodateur": None,
            "Quel est le nom de votre entreprise ou organisme ?": "name",
            "Quel est votre numéro SIRET (14 chiffres) ?": "siret",
            "Dans quelle commune êtes-vous implanté(e) ?": "commune",
            "Votre code postal": "postcode",
            "Quel est votre secteur d'activité ?": None,
            "Adresse électronique de contact": "email",
            "À quel numéro de téléphone pouvons-nous vous joindre ?": "phone",
            "Votre nom et votre fonction": None,
            "Quelles formations du lycée vous intéressent ? (plusieurs réponses possibles)": "filieres",
            "Souhaitez-vous accueillir nos élèves en PFMP ?": None,
            "Avez-vous des remarques à nous faire ?": "comment",
        },
        unjudged=("category",),
    )
    table.line(
        "14/10/2025 09:12:44",
        "Hôtel du Parc",
        site(41),
        "Vichy",
        "03200",
        "Hôtellerie",
        "direction@parc.example",
        "04 70 00 00 01",
        "Paul Renard, directeur",
        several("Cuisine, Service, Hôtellerie", "Cuisine", "Service", "Hôtellerie"),
        "Oui",
        None,
    )
    table.line(
        "14/10/2025 11:40:02",
        "Traiteur Bardin",
        read("je ne sais pas"),
        "Cusset",
        "03300",
        "Traiteur",
        "bardin@traiteur.example",
        "0470000002",
        "Mme Bardin",
        "Cuisine",
        "Oui",
        "Plutôt au printemps.\nPas de mineurs en soirée.",
    )
    table.line(
        "15/10/2025 08:01:59",
        "thermes de bellerive",
        read(f" {site(43)} ", site(43), told=False),
        "BELLERIVE SUR ALLIER",
        "03700",
        "Bien-être",
        "rh@thermes.example",
        "+33470000003",
        "RH",
        several("Esthétique, Accueil", "Esthétique", "Accueil"),
        "Peut-être",
        None,
    )
    table.line(
        "16/10/2025 17:20:31",
        "Boulangerie des Célestins",
        site(44).replace("9", "9 ", 1),
        "Vichy",
        "03200",
        "Alimentation",
        read("pas d'adresse"),
        "04-70-00-00-04",
        "L. Petit (gérant)",
        "Boulangerie",
        "Non",
        None,
    )
    return page


def _forums_and_visits() -> Page:
    page = Page("Actions 25-26")
    page.put("Actions école-entreprise 2025/2026 du lycée Charles-Stoessel")
    page.put("Référent : DDFPT")
    page.skip()
    table = page.table(
        "actions",
        {
            "Quand ?": "on",
            "Intitulé de l'action": "title",
            "Lieu": None,
            "Entreprises / structures présentes": "partner",
            "Classes": None,
            "Nb d'élèves": "headcount",
            "Fait / prévu": "state",
            "Bilan": "comment",
        },
        unjudged=(*OURS, "theme", "domain"),
    )
    table.line(
        read("jeudi 9 octobre 2025", "09/10/2025", told=False),
        "Forum des métiers de l'industrie",
        "gymnase",
        several("Alstom\nSafran\nUIMM", "Alstom", "Safran", "UIMM"),
        "2MTNE, 1MELEC",
        84,
        read("Fait", "realisee", told=False),
        "à refaire",
        establishment="lycée Charles-Stoessel",
    )
    table.line(
        date(2025, 11, 18),
        "Visite de la scierie",
        "Thann",
        "Scierie Koenig",
        "1TMA",
        read("24 él.", 24),
        read("fait", "realisee", told=False),
        establishment="lycée Charles-Stoessel",
    )
    table.line(
        date(2025, 12, 5),
        "Jury de chef-d'œuvre",
        None,
        read("Adecco et Pôle habitat", "Adecco et Pôle habitat"),
        "TCAP",
        read("une dizaine", 10),
        read("prévu", "prevue", told=False),
        None,
        establishment="lycée Charles-Stoessel",
    )
    table.line(
        read("12/02/26", "12/02/2026", told=False),
        "Salon de l'étudiant",
        "Mulhouse",
        None,
        "Tles",
        110,
        read("à venir", "prevue", told=False),
        "bus à réserver",
        establishment="lycée Charles-Stoessel",
    )
    table.line(
        read("mars 2026", "01/03/2026"),
        "Semaine de l'industrie",
        None,
        "UIMM",
        "toutes",
        None,
        read("annulé", "annulee", told=False),
        None,
        establishment="lycée Charles-Stoessel",
    )
    table.aside("Total", None, None, None, None, 218)
    return page


def _address_book() -> Page:
    page = Page("")
    table = page.table(
        "organisations",
        {
            "Prénom": None,
            "Nom": None,
            "Société": "name",
            "Titre": None,
            "Rue (bureau)": "address",
            "Code postal (bureau)": "postcode",
            "Ville (bureau)": "commune",
            "Pays/Région (bureau)": "country",
            "Téléphone (bureau)": "phone",
            "Téléphone mobile": None,
            "Adresse de messagerie": "email",
            "Page Web": "web",
            "Notes": "comment",
        },
        unjudged=("foreign",),
    )
    table.line(
        "Claire",
        "Vasseur",
        "Papeteries de la Lys",
        "DRH",
        "8 rue du Moulin",
        "62120",
        "Aire-sur-la-Lys",
        "France",
        "03 21 00 00 01",
        "06 00 00 00 01",
        "recrutement@lys.example",
        "https://www.lys.example",
        None,
    )
    table.line(
        "Ahmed",
        "Benali",
        "Artois Énergies",
        "Chargé de relations écoles",
        "Zone Actiparc",
        "62000",
        "Arras",
        "France",
        "03 21 00 00 02",
        None,
        "ecoles@artois.example",
        None,
        "rencontré au forum 2024",
    )
    table.line(
        None,
        None,
        "Mission locale du Ternois",
        None,
        "6 place Gambetta",
        "62130",
        "Saint-Pol-sur-Ternoise",
        None,
        "03 21 00 00 03",
        None,
        "accueil@mlternois.example",
        "www.mlternois.example",
        None,
    )
    return page


def _meetings() -> Page:
    page = Page("Réunions 2025")
    page.put("CMQ Mobilités durables – suivi des réunions")
    page.skip()
    table = page.table(
        "actions",
        {
            "n°": None,
            "Date de la réunion": "on",
            "Objet de la réunion": "title",
            "Organisé par (lycée)": "establishment",
            "Organismes représentés": "partner",
            "Nb participants": "headcount",
            "Statut": "state",
            "Lien vers le compte rendu": None,
            "Points à suivre": "comment",
        },
        unjudged=("uai", "theme", "domain", "reference"),
    )
    table.line(
        1,
        date(2025, 1, 21),
        "COPIL de lancement",
        "LP Ferdinand Buisson",
        several("Stellantis ; GNFA ; Région", "Stellantis", "GNFA", "Région"),
        14,
        read("tenue", "realisee", told=False),
        "https://nuage.example/cr1",
        "désigner un référent",
    )
    table.line(
        2,
        date(2025, 3, 18),
        "Groupe de travail batteries",
        "LP Ferdinand Buisson",
        several("Verkor, GNFA", "Verkor", "GNFA"),
        6,
        read("tenue", "realisee", told=False),
        None,
        None,
    )
    table.line(3, date(2025, 6, 10), "Visite du technocentre", "Lycée Galilée", "Renault", 31, read("reportée"), None, "nouvelle date ?")
    table.line(4, date(2026, 1, 13), "COPIL", "LP Ferdinand Buisson", None, None, read("planifiée", "prevue", told=False), None, None)
    return page


def _months_merged() -> Page:
    page = Page("Agenda")
    page.put("AGENDA ÉCOLE-ENTREPRISE DU LP MARIE-LAURENCIN")
    page.put("Mois", "Date", "Événement", "Avec", "Public", "Nb", "OK ?")
    table = page.table(
        "actions",
        [
            ("Mois", None),
            ("Date", "on"),
            ("Événement", "title"),
            ("Avec", "partner"),
            ("Public", None),
            ("Nb", "headcount"),
            ("OK ?", None),
        ],
        head=False,
        unjudged=(*OURS, "state", "theme", "domain", "comment"),
    )
    for month, cells in (
        ("SEPTEMBRE", (date(2025, 9, 16), "Réunion tuteurs", read("Norauto, Speedy", "Norauto, Speedy"), "tuteurs", 12, "x")),
        ("", (date(2025, 9, 25), "Visite plateforme", "Amazon Lauwin", "1re LOG", 26, "x")),
        ("OCTOBRE", (date(2025, 10, 2), "Petit-déjeuner des entreprises", "CCI Grand Lille", "tous", None, None)),
        ("", (date(2025, 10, 14), "Simulation d'entretiens", read("Rotary et Lions Club", "Rotary et Lions Club"), "Tle", 51, "")),
    ):
        table.line(month or None, *cells, establishment="LP MARIE-LAURENCIN")
    page.merges += [(3, 0, 4, 0), (5, 0, 6, 0)]
    return page


ANSWERS_AND_ACTIONS = (
    text("Réponses au formulaire 1.csv", _form_answers(), separator=",", end="\n"),
    open_document("actions.ods", _forums_and_visits()),
    text("contacts.csv", _address_book(), encoding="cp1252", separator=",", before=""),
    excel("CMQ_reunions.xlsx", _meetings()),
    excel("agenda.xlsx", _months_merged()),
)
