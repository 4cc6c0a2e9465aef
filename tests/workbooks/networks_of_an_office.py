"""Lycées, networks, campuses, delegations and agreements that an office of several lycées keeps."""

from datetime import date

from tests.workbooks.making import Page, lost, read, several, uai
from tests.workbooks.writing import excel, open_document, text


def _unicode_text() -> Page:
    page = Page("")
    page.put("Réseau des bureaux des entreprises - bassin Est")
    table = page.table(
        "establishments",
        {
            "Code RNE": "uai",
            "Etab.": "name",
            "Type étab": "type",
            "Public/privé": "status",
            "Commune d'implantation": "commune",
            "BDE ouvert ?": "bureau",
            "LdM": "label",
            "Depuis": "label_since",
            "UFA/CFA": "apprenticeship",
            "GRETA": "greta",
            "Effectif total": "pupils",
            "Bassin": "bassin",
            "Mél": "email",
            "Resp. BDE": None,
        },
        unjudged=("candidate",),
    )
    table.line(
        uai(211),
        "LP Pierre Mendès France",
        "LP",
        read("Public", "public", told=False),
        "VEYNES",
        read("O", True, told=False),
        read("x", True, told=False),
        "01/09/2022",
        read("N", False, told=False),
        read("N", False, told=False),
        "412",
        "Est",
        "ce.lp@mendes.example",
        "Mme Arnaud",
    )
    table.line(
        read(uai(212)[1:], uai(212)),
        "Lycée polyvalent Honoré Romane",
        "LPO",
        read("Public", "public", told=False),
        "EMBRUN",
        read("O", True, told=False),
        None,
        None,
        read("O", True, told=False),
        read("O", True, told=False),
        "1 105",
        "Est",
        None,
        None,
    )
    table.line(
        uai(213),
        "LP privé Sainte-Anne",
        "LP",
        read("Privé ss contrat", "prive_contrat", told=False),
        "GAP",
        read("N", False, told=False),
        read("X", True, told=False),
        read("sept. 2020", "01/09/2020"),
        None,
        None,
        read("?"),
        "Est",
        "accueil@ste-anne.example",
        "vacant",
    )
    table.line(lost("0990214?"), "EREA", "EREA", None, "GAP", read("N", False, told=False), None, None, None, None, "98", "Est")
    return page


def _frameworks() -> Page:
    page = Page("Accords")
    page.put("Accords-cadres et conventions académiques suivis par la DRAFPIC")
    table = page.table(
        "frameworks",
        {
            "Réf.": "reference",
            "Intitulé de l'accord": "title",
            "Signataire(s)": "partner",
            "Nature du texte": "kind",
            "Niveau": "level",
            "Date de signature": "signed_on",
            "Durée de validité": "duration_months",
            "Reconduction": "renewal",
            "Secteur": "sector",
            "Publié au": "publication",
            "Lien": "web",
        },
        unjudged=("ends_on", "starts_on", "scope", "filieres"),
    )
    table.line(
        "AC-2022-04",
        "Accord-cadre bâtiment et travaux publics",
        several("FFB, FNTP et CAPEB", "FFB", "FNTP", "CAPEB"),
        "Accord-cadre",
        "National",
        date(2022, 4, 11),
        read("5 ans", 60, told=False),
        read("expresse", "expresse", told=False),
        "BTP",
        "BO n° 18 du 5 mai 2022",
        "https://accords.example/btp",
    )
    table.line(
        "CV-2024-01",
        "Convention académique restauration",
        "UMIH",
        read("Convention-cadre", "convention_cadre", told=False),
        read("académique", "academique", told=False),
        date(2024, 1, 15),
        read("3 ans", 36, told=False),
        read("tacite reconduction", "tacite", told=False),
        "Hôtellerie",
        None,
        None,
    )
    table.line(
        "PR-2023-02",
        "Protocole énergie",
        "Enedis",
        read("protocole", "protocole", told=False),
        read("Région académique", "regional", told=False),
        date(2023, 3, 1),
        lost("échu"),
        None,
        "Énergie",
        None,
        None,
    )
    return page


def _networks() -> list[Page]:
    nets = Page("Réseaux")
    nets.put("Réseaux du territoire")
    table = nets.table(
        "networks",
        {
            "Nom du réseau": "name",
            "Sigle": "code",
            "Type de réseau": "kind",
            "Périmètre": "area",
            "Créé en": "created_on",
            "Courriel": "email",
            "UAI tête de réseau": "uai",
            "Membres extérieurs": "partner",
            "Notes": "comment",
        },
    )
    table.line(
        "Comité local école-entreprise Sud",
        "CLEE-S",
        read("CLEE", "clee", told=False),
        "Sud-Landes",
        "01/09/2018",
        "clee@sud.example",
        uai(241),
        several("CCI des Landes / MEDEF", "CCI des Landes", "MEDEF"),
        None,
    )
    table.line(
        "FOQUALE Mont-de-Marsan",
        "FOQ-MM",
        read("Foquale", "foquale", told=False),
        "Mont-de-Marsan",
        "15/01/2014",
        None,
        uai(242),
        "Mission locale des Landes",
        "réunion mensuelle",
    )
    table.line(
        "GRETA-CFA Aquitaine",
        "GRETA-A",
        read("GRETA", "greta", told=False),
        "Aquitaine",
        None,
        "contact@greta.example",
        uai(243),
        None,
        None,
    )
    members = Page("Membres CMQ")
    members.put("Campus des métiers : qui est membre ?")
    members.skip()
    table = members.table(
        "campus_members",
        {
            "Campus": "name",
            "Établissement membre": "establishment",
            "UAI": "uai",
            "Entreprise membre": "partner",
            "Ville": "partner_commune",
            "Qualité": "role",
        },
    )
    table.line("CMQ Forêt-bois", "Lycée Haroun Tazieff", uai(244), None, None, "support")
    table.line(read("id.", "CMQ Forêt-bois"), "LP Jean Garnier", uai(245), None, None, "membre")
    table.line(read("id.", "CMQ Forêt-bois"), None, None, "Scieries du Born", "Mimizan", "partenaire")
    return [nets, members]


def _rectorat() -> list[Page]:
    page = Page("Qui contacter")
    page.put("Annuaire des délégations – région académique")
    page.skip()
    table = page.table(
        "delegations",
        {
            "Délégation": "name",
            "Sigle": "kind",
            "Échelon": "level",
            "Ressort": "area",
            "Missions": "competence",
            "Mél fonctionnel": "email",
            "Tél. secrétariat": "phone",
            "Délégué(e)": None,
        },
        unjudged=("kind", "code"),
    )
    table.line(
        "Délégation régionale à la formation professionnelle",
        read("DRAFPIC", "drafpic", told=False),
        read("Région académique", "region", told=False),
        "Normandie",
        "formation professionnelle initiale et continue",
        "drafpic@ac.example",
        "02 31 00 00 01",
        "M. Duval",
    )
    table.line(
        "Délégation à l'information et à l'orientation",
        read("DRAIO", "draio", told=False),
        read("Région académique", "region", told=False),
        "Normandie",
        "orientation",
        "draio@ac.example",
        "02 31 00 00 02",
        "Mme Le Bras",
    )
    table.line(
        "DSDEN de l'Orne",
        read("DSDEN", "dsden", told=False),
        read("Département", "departement", told=False),
        "Orne",
        None,
        "dsden61@ac.example",
        None,
        None,
    )
    campus = Page("Campus")
    table = campus.table(
        "campuses",
        {
            "Nom du campus": "name",
            "Excellence": "excellence",
            "Filière": "filieres",
            "Labellisé le": "labelled_on",
            "Échéance du label": "ends_on",
            "Lycée support": "lead",
            "UAI support": "uai",
            "Commune siège": "commune",
            "Site internet": "web",
            "Directeur opérationnel": None,
        },
    )
    table.line(
        "CMQ Énergies de demain",
        read("oui", True, told=False),
        "Énergie",
        date(2021, 2, 1),
        date(2026, 1, 31),
        "Lycée Doucet",
        uai(251),
        "Équeurdreville",
        "https://cmq.example",
        "Mme Hue",
    )
    table.line(
        "CMQ Cheval et patrimoine",
        read("non", False, told=False),
        several("Agriculture, Tourisme", "Agriculture", "Tourisme"),
        date(2023, 7, 3),
        date(2028, 7, 2),
        "Lycée Le Robillard",
        read(uai(252)[1:], uai(252)),
        "Mézidon",
        None,
        None,
    )
    return [page, campus]


NETWORKS_OF_AN_OFFICE = (
    text("reseau BDE.txt", _unicode_text(), encoding="utf-16", separator="\t"),
    open_document("accords suivis.ods", _frameworks()),
    excel("reseaux et CMQ.xlsx", *_networks()),
    excel("annuaire.xlsx", *_rectorat()),
)
