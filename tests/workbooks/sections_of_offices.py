"""Workbooks whose lines are gathered under rows of their own: lycées and campuses."""

from datetime import date
from typing import Any

from tests.workbooks.making import Page, Workbook, parts, said, several, site, uai
from tests.workbooks.writing import excel, open_document


def _two_schools_one_office() -> Workbook:
    """The person of the bureau des entreprises of two neighbouring lycées: one sheet, a coloured row for each lycée."""
    page = Page("Suivi")
    page.put("Bureau des entreprises – secteur Nord")
    table = page.table(
        "conventions",
        {
            "Structure": "partner",
            "Type de structure": "partner_category",
            "SIRET (si connu)": "partner_siret",
            "CP - Ville": "partner_commune",
            "Thème(s)": "themes",
            "Signée le": "signed_on",
            "Du": "starts_on",
            "Au": "ends_on",
            "Statut": "status",
            "Référent lycée (fonction)": "contact",
            "Relance": None,
        },
    )
    one, two = "LP Gustave Lormier", "LPO Rosa Vidal"
    table.aside(one)
    table.line(
        "Transports Bessaud",
        said("Entreprise", "entreprise"),
        site(11),
        parts("62980 Hautmesnil", partner_postcode="62980", partner_commune="Hautmesnil"),
        said("PFMP", "pfmp"),
        date(2025, 6, 17),
        date(2025, 9, 1),
        date(2028, 8, 31),
        said("signée", "signee"),
        "DDFPT",
        None,
        establishment=one,
    )
    table.line(
        "Logis-Nord SAS",
        said("entreprise", "entreprise"),
        said(int(site(12)), site(12)),
        parts("62985 Brévillers-la-Côte", partner_postcode="62985", partner_commune="Brévillers-la-Côte"),
        several("PFMP / visites", "pfmp", "visite"),
        date(2024, 10, 8),
        date(2024, 10, 15),
        date(2027, 10, 14),
        said("Signée", "signee"),
        "DDFPT",
        "x",
        establishment=one,
    )
    table.line(
        "Mission locale du Pays d'Helme",
        said("Mission locale", "mission_locale"),
        said("?"),
        parts("62980 Hautmesnil", partner_postcode="62980", partner_commune="Hautmesnil"),
        said("décrochage", "decrochage"),
        None,
        date(2026, 1, 5),
        date(2026, 12, 31),
        said("projet", "projet"),
        "CPE",
        None,
        establishment=one,
    )
    table.aside(two)
    table.line(
        "Garage Thivelle",
        said("Entreprise", "entreprise"),
        site(13),
        parts("62990 Aubry-le-Pont", partner_postcode="62990", partner_commune="Aubry-le-Pont"),
        several("Taxe d'apprentissage / PFMP", "taxe", "pfmp"),
        date(2023, 5, 22),
        date(2023, 9, 1),
        date(2025, 8, 31),
        said("terminée", "terminee"),
        "Responsable BDE",
        "x",
        establishment=two,
    )
    table.line(
        "Ville d'Aubry-le-Pont",
        said("Collectivité", "collectivite"),
        None,
        parts("62990 Aubry-le-Pont", partner_postcode="62990", partner_commune="Aubry-le-Pont"),
        said("Orientation", "orientation"),
        date(2025, 3, 18),
        date(2025, 4, 1),
        date(2026, 3, 31),
        said("signée", "signee"),
        "Responsable BDE",
        None,
        establishment=two,
    )
    table.line(
        "Carrosserie Moderne d'Helme",
        said("Entreprise", "entreprise"),
        site(14, 2),
        parts("62985 Brévillers-la-Côte", partner_postcode="62985", partner_commune="Brévillers-la-Côte"),
        said("Prêt de matériel", "materiel"),
        date(2024, 1, 30),
        date(2024, 2, 1),
        date(2027, 1, 31),
        said("dénoncée", "denoncee"),
        "DDFPT",
        None,
        establishment=two,
    )
    page.cells[page.row - 1, 12] = "voir l'avenant avec le proviseur !"
    page.skip()
    page.put("x = relance à faire avant les vacances")
    todo = Page("A faire")
    todo.put("Rappeler la mairie pour la date du forum")
    todo.put("Commander les kakémonos")
    todo.put("Demander les RIB à l'intendance")
    return open_document("suivi BDE nord.ods", page, todo)


def _campuses_and_members() -> Workbook:
    """The rectorat's campus officer: the campuses on a sheet, their members campus by campus on another."""
    wood, care = "Campus Bois et habitat durable", "Campus Autonomie et bien vieillir"
    page = Page("Campus")
    table = page.table(
        "campuses",
        {
            "Sigle": "code",
            "Nom du campus": "name",
            "Mention excellence": "excellence",
            "Territoire": "area",
            "Lycée support": "lead",
            "Arrêté du": "labelled_on",
            "Label valable jusqu'au": "ends_on",
            "Filière": "filieres",
            "Page web": "web",
            "Directeur opérationnel": None,
        },
    )
    table.line(
        "CBHD",
        wood,
        "oui",
        "Massif du Vernois",
        "LP des Hautes Futaies",
        date(2022, 9, 22),
        date(2027, 8, 31),
        "Infrastructures, bâtiment, éco-construction",
        "https://campus-bois.example",
        "M. Delorge",
    )
    table.line(
        "CABV",
        care,
        "non",
        "Plaine de Brenne",
        "LPO Edmée Valin",
        date(2023, 11, 3),
        date(2026, 8, 31),
        "Services à la personne, bien-être",
        "https://campus-autonomie.example",
        "Mme Perrault",
    )
    table.line(
        "CNUM",
        "Campus Numérique de confiance",
        "non",
        "Agglomération de Valmont",
        "Lycée Henri-Sarlat",
        date(2025, 3, 1),
        date(2028, 2, 29),
        "Numérique, télécommunications",
        None,
        "à recruter",
    )
    page.skip()
    page.put("Durées : voir arrêtés publiés au BO.")
    members = Page("Membres")
    members.put("Composition des réseaux (conventions constitutives)")
    members.skip()
    list_ = members.table(
        "campus_members",
        {
            "Code UAI": "uai",
            "Lycée ou CFA": "establishment",
            "Entreprise ou organisme": "partner",
            "Ville (organisme)": "partner_commune",
            "Place dans le campus": "role",
            "Signé": None,
        },
    )
    list_.aside(wood)
    list_.line(uai(71), "LP des Hautes Futaies", None, None, "Support", "x", name=wood)
    list_.line(uai(72), "Lycée du Gros-Chêne", None, None, "Membre", "x", name=wood)
    list_.line(None, None, "Charpentes Ravaud", "Vernoy", "Membre", "x", name=wood)
    list_.line(None, None, "Scieries réunies du Vernois", "Saint-Éloi-des-Bois", "Associé", None, name=wood)
    list_.aside(care)
    list_.line(uai(73), "LPO Edmée Valin", None, None, "Support", "x", name=care)
    list_.line(uai(74), "LP Camille Aubert", None, None, "Membre", "x", name=care)
    list_.line(None, None, "Clinique des Peupliers", "Brenne", "Membre", None, name=care)
    list_.line(None, None, "Domicile Services 12", "Rollay", "Associé", "x", name=care)
    return excel("CMQ et membres.xlsx", page, members)


def _composition_campus() -> Workbook:
    """The operational director of a campus keeps those of the académie: their card, then who is in them, a group row a campus."""
    cards = Page("Les campus")
    cards.put("Campus des métiers et des qualifications – fiche de synthèse")
    cards.skip()
    table = cards.table(
        "campuses",
        {
            "Sigle": "code",
            "Intitulé du campus": "name",
            "Mention excellence ?": "excellence",
            "Tête de réseau (établissement support)": "lead",
            "Ville du siège": "commune",
            "Arrêté de labellisation du": "labelled_on",
            "Label valable jusqu'au": "ends_on",
            "Filières couvertes": "filieres",
            "Site du campus": "web",
            "Directeur opérationnel": None,
        },
    )
    table.line(
        "BHD",
        "Campus Bois et habitat durable",
        "oui",
        "Lycée Jean-Rouvre",
        "Épinal",
        date(2021, 2, 8),
        date(2026, 2, 7),
        several("Bois\nÉco-construction", "Bois", "Éco-construction"),
        "https://bhd.example",
        "M. Thiriet",
    )
    table.line(
        "TXT",
        "Campus Textile et mode responsable",
        "non",
        "LP Colette-Mangin",
        "Remiremont",
        said("3 juillet 2023", "03/07/2023"),
        said("2 juillet 2028", "02/07/2028"),
        "Textile",
        "https://campus-txt.example",
        "Mme Gény",
    )
    table.line(
        "LOG",
        "Campus Logistique des deux vallées",
        said("N", "non"),
        "Lycée Henri-Valdenaire",
        "Saint-Dié-des-Vosges",
        date(2022, 11, 21),
        date(2027, 11, 20),
        several("Transport, Logistique", "Transport", "Logistique"),
        said("en construction"),
        "Mme Claudon",
    )

    who = Page("Composition")
    members = who.table(
        "campus_members",
        {
            "Lycée ou CFA membre": "establishment",
            "UAI du membre": "uai",
            "Entreprise ou organisme membre": "partner",
            "SIRET du membre": "partner_siret",
            "Localisation": "partner_commune",
            "Rôle dans le campus": "role",
            "Référent (nom)": None,
        },
    )
    members.aside("Campus Bois et habitat durable")
    bhd: dict[str, Any] = {"name": "Campus Bois et habitat durable"}
    members.line("Lycée Jean-Rouvre", uai(71), "", "", "", "Support", "M. Aubry", **bhd)
    members.line("LP Colette-Mangin", said(uai(72).lstrip("0"), uai(72)), "", "", "", "Membre", "Mme Idoux", **bhd)
    members.line("", "", "Scierie du Haut-Rang", site(71), "Gérardmer", "Membre", "M. Curien", **bhd)
    members.line("", "", "Ossature Vosgienne", said(int(site(72)), site(72)), "Épinal", "Associé", said("?"), **bhd)
    members.aside("Campus Textile et mode responsable")
    txt: dict[str, Any] = {"name": "Campus Textile et mode responsable"}
    members.line("LP Colette-Mangin", uai(72), "", "", "", "Support", "Mme Idoux", **txt)
    members.line("", "", "Filature Mathiez", site(73), "Le Thillot", "Membre", "", **txt)
    members.line("", "", "Toiles Grandclaude", site(74), "Remiremont", "Membre", "M. Pierrat", **txt)
    members.aside("Campus Logistique des deux vallées")
    log: dict[str, Any] = {"name": "Campus Logistique des deux vallées"}
    members.line("Lycée Henri-Valdenaire", uai(73), "", "", "", "Support", "", **log)
    members.line("", "", "Entrepôts Meurthe-Sud", site(75), "Raon-l'Étape", "Associé", "Mme Ferry", **log)
    who.skip()
    who.put("à compléter avec les membres entrés au COPIL du 12 mai")
    return excel("CMQ composition.xlsx", cards, who)


SECTIONS_OF_OFFICES = (_two_schools_one_office(), _campuses_and_members(), _composition_campus())
