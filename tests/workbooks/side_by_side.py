"""Two registers side by side, of two heights and signed under; companies under their towns, with remarks in the margin."""

from datetime import date
from typing import Any

from tests.workbooks.making import MERGED, Page, Workbook, said
from tests.workbooks.writing import excel, open_document


def beside(page: Page, *cells: Any, at: int) -> None:
    """Write on the row that has just been written."""
    page.row -= 1
    page.put(*cells, at=at)


def two_schools_side_by_side() -> Workbook:
    """A secretary of a school group: the LP on the left, the SEP on the right, not as high; people on another sheet."""
    page = Page("Tableau")
    page.put("Cité scolaire – registre des conventions 2025", at=0)
    page.merge(11)
    page.skip()
    columns: dict[str, str | None] = {
        "Réf.": "reference",
        "Entreprise": "partner",
        "Objet": "object",
        "Début": "starts_on",
        "Fin": "ends_on",
    }
    left_name, right_name = "LP Anselme Tarroux", "SEP Oriane Vasselin"
    top = page.row
    page.put(left_name)
    page.merge(5)
    left = page.table("conventions", columns)
    for cells in (
        ("LP-01", "Plomberie Jaurel", "PFMP", date(2025, 1, 6), date(2025, 12, 31)),
        ("LP-02", "Thermique Auvray", "PFMP", date(2025, 1, 6), date(2027, 12, 31)),
        ("LP-03", "Couverture Lemaire-Duchet", "PFMP", date(2025, 1, 20), date(2026, 1, 19)),
        ("LP-04", "Énergies du Plateau", "Visite de la chaufferie bois", date(2025, 2, 3), date(2026, 2, 2)),
        ("LP-05", "Peinture Corvisier", "Chantier école", date(2025, 3, 10), date(2025, 7, 4)),
        ("LP-06", "Office HLM du Plateau", "Chantier école", date(2025, 3, 10), date(2026, 7, 3)),
        ("LP-07", "Carrelages Tisserand", "Don de carreaux", date(2025, 5, 5), date(2026, 5, 4)),
        ("LP-08", "Négoce Bastiat Frères", "Prêt d'outillage", date(2025, 9, 1), date(2028, 8, 31)),
        ("LP-09", "Clim'Service Auvray", "Jury d'examen", date(2025, 10, 1), date(2026, 9, 30)),
    ):
        left.line(*cells, establishment=left_name)
    left.aside("9 conventions")
    bottom = page.row
    page.row = top
    page.put(right_name, at=6)
    page.merge(5, at=6)
    right = page.table("conventions", columns, at=6)
    for cells in (
        ("SEP-01", "Résidence Les Aubépins", "PFMP", date(2025, 1, 6), date(2025, 12, 31)),
        ("SEP-02", "Crèche Pomme de Reinette", "PFMP", date(2025, 1, 13), date(2026, 1, 12)),
        ("SEP-03", "Clinique du Plateau", "Visite des services", date(2025, 2, 17), date(2026, 2, 16)),
        ("SEP-04", "ADMR du Plateau", "PFMP", date(2025, 9, 1), date(2027, 8, 31)),
        ("SEP-05", "Centre social Jean Pradelle", "Projet intergénérationnel", date(2025, 9, 15), date(2026, 7, 3)),
    ):
        right.line(*cells, establishment=right_name)
    right.aside("5 conventions")
    page.row = bottom
    page.skip(2)
    page.put("Vu et vérifié,", "", "", "", "", "", "Le chef d'établissement,")
    page.put("la secrétaire", "", "", "", "", "", "M. Quesnoy")
    people = Page("Interlocuteurs")
    people.put("NOM", "Prénom", "Poste", "Bureau")
    for row in (("DELAHAYE", "Yann", "4210", "B12"), ("QUESNOY", "Marc", "4200", "A01"), ("FERRAND", "Zoé", "4233", "C07")):
        people.put(*row)
    return excel("registre cité scolaire.xlsx", page, people)


def addresses_by_town() -> Workbook:
    page = Page("Entreprises d'accueil")
    page.put("LP Sainte-Barbe-des-Champs – carnet des entreprises d'accueil")
    page.put("mis à jour par le secrétariat le 12 septembre 2025")
    page.skip(2)
    t = page.table(
        "organisations",
        (
            ("Nom de l'entreprise", "name"),
            ("", None),
            ("Adresse", "address"),
            ("CP", "postcode"),
            ("", None),
            ("Téléphone", "phone"),
            ("Courriel", "email"),
            ("", None),
            ("Maison mère", "parent_name"),
            ("Tuteur habituel", None),
        ),
        at=1,
        unjudged=("comment", "filieres", "known_by"),
    )

    def line(commune: str, name: str, address: str, code: Any, phone: str, mail: str, mother: Any = "", tutor: str = "") -> None:
        t.line(name, "", address, code, "", phone, mail, "", mother, tutor, commune=commune)

    def town(name: str) -> None:
        page.put(name, at=1)
        page.merge(10, at=1)

    town("Vassivielle")
    line(
        "Vassivielle",
        "Pharmacie du Marché",
        "3 place du Marché",
        "89600",
        "01 99 43 01 01",
        "pharmacie.marche@vassi.example",
        "",
        "Mme Aubriot",
    )
    line(
        "Vassivielle",
        "Ehpad Les Glycines",
        "27 route de Lussolle",
        said('"', "89600"),
        "01 99 43 02 02",
        "secretariat@glycines.example",
        "Groupe Orcéane",
        "M. Pinchon",
    )
    line(
        "Vassivielle",
        "Résidence services Bellerive",
        "1 allée des Cygnes",
        said('"', "89600"),
        "01 99 43 03 03",
        "accueil@bellerive.example",
        MERGED,
        "",
    )
    line(
        "Vassivielle",
        "Clinique du Val",
        "90 boulevard Carnot",
        said('"', "89600"),
        "01 99 43 04 04",
        "rh@cliniqueduval.example",
        MERGED,
        "Mme Tournelle",
    )
    beside(page, "ne prend plus de 2nde !", at=14)
    town("Rochelvent")
    line("Rochelvent", "Micro-crèche Pomme d'Api", "6 rue des Écoles", "89650", "01 99 43 05 05", "pommedapi@roche.example")
    line("Rochelvent", "ADMR du plateau", "place de la Mairie", said("idem", "89650"), "01 99 43 06 06", "")
    town("Saint-Loup-le-Bas")
    line(
        "Saint-Loup-le-Bas",
        "École maternelle des Tourterelles",
        "2 chemin Vert",
        "89655",
        "01 99 43 07 07",
        "maternelle@stloup.example",
        "",
        "la directrice",
    )
    line(
        "Saint-Loup-le-Bas",
        "Supermarché Valdis",
        "ZAC de la Plaine",
        said("idem", "89655"),
        "01 99 43 08 08",
        "valdis@stloup.example",
        "Valdis Distribution",
        "",
    )
    line(
        "Saint-Loup-le-Bas",
        "Drive Valdis",
        "ZAC de la Plaine",
        said("idem", "89655"),
        "01 99 43 09 09",
        "drive@stloup.example",
        said("//", "Valdis Distribution"),
        "",
    )
    page.skip()
    page.put("9 entreprises dans 3 communes", at=1)
    page.put("Merci de signaler tout changement d'adresse au secrétariat (poste 204).", at=1)

    tutors = Page("Tuteurs")
    a = tutors.table("", {"NOM": None, "Prénom": None, "Ligne directe": None, "Élève suivi": None})
    a.aside("AUBRIOT", "Claire", "07 99 10 20 30", "Léa M.")
    a.aside("PINCHON", "Gérald", "07 99 10 20 31", "Yanis B.")
    a.aside("TOURNELLE", "Maud", "07 99 10 20 32", "Inès R.")
    return open_document("carnet entreprises.ods", page, tutors)


SIDE_BY_SIDE = (two_schools_side_by_side(), addresses_by_town())
