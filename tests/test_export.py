"""A network written as templates loads back to the same network, and what no template can say is told."""

import csv
from pathlib import Path

import polars as pl
import pytest

from loaders import SOURCES
from netmap.demo import demo_files
from netmap.domain import DOMAIN
from netmap.export.filled import export_templates
from netmap.export.naming import naming
from netmap.intake import Given, commit, prepare
from netmap.network import PLACE, Network, link_columns, node_columns
from netmap.stores import open_store

AT = "2026-01-01T00:00:00+00:00"


def uai(number: int) -> str:
    return f"{number:07d}" + "ABCDEFGHJKLMNPRSTUVWXYZ"[number % 23]


A, B, C = uai(750001), uai(350002), uai(130003)
FILES: dict[str, list[dict[str, str]]] = {
    "etablissements.csv": [
        {
            "UAI": A,
            "Nom": '=HYPERLINK("x")',
            "Type": "LP",
            "Statut": "Public",
            "Commune": "Paris",
            "Lycée des métiers": "oui",
            "Labellisé depuis": "01/09/2020",
            "Code postal": "75001",
            "Latitude": "48,8566123",
            "Longitude": "2,3522",
            "Académie": "Paris",
            "Filières": "Bois | Métal",
            "Élèves": "1200",
        },
        {
            "UAI": B,
            "Nom": "Lycée / des Tilleuls",
            "Type": "LPO",
            "Statut": "Privé sous contrat",
            "Commune": "Rennes",
            "Lycée des métiers": "non",
            "Code postal": "01000",
            "Académie": "Rennes",
            "Bassin": "Rennes Est",
            "Filières": "Bois",
            "UAI de rattachement": A,
        },
    ],
    "organisations.csv": [
        {
            "SIRET": "73282932000074",
            "Nom": "Boulangerie <script>alert(1)</script>",
            "Commune": "Rennes",
            "Catégorie": "Entreprise",
            "Code NAF": "10.71C",
            "Version de la NAF": "2008",
            "IDCC": "843",
            "Département": "Ille-et-Vilaine",
            "Filières": "Bois",
            "SIREN de la société mère": "552100554",
            "Société mère": "Groupe Pain",
            "Fédération": "Fédération du pain",
            "Observations": "- ligne",
        },
        {"SIREN": "552100554", "Nom": "Groupe Pain", "Catégorie": "Entreprise"},
        {"Nom": "Fédération du pain", "Catégorie": "Branche"},
        {"Nom": 'Menuiserie "Le | Bois"', "Commune": "Dinan", "Catégorie": "Entreprise", "Observations": "@cmd"},
    ],
    "campus.csv": [
        {
            "Code du campus": "CMQ1",
            "Nom du campus": "Campus Bois",
            "Mention excellence": "oui",
            "Filières": "Bois | Métal",
            "UAI": A,
            "Académie": "Rennes",
        },
        {"Nom du campus": "Campus Mer", "Mention excellence": "non"},
    ],
    "delegations.csv": [
        {
            "Nom de la délégation": "DRAFPIC Bretagne",
            "Sigle": "DRAFPIC",
            "Ressort": "Bretagne",
            "Région académique": "Bretagne",
            "Académie": "Rennes",
        },
    ],
    "reseaux.csv": [
        {
            "Nom du réseau": "Réseau bois",
            "Sorte": "CLEE",
            "Ressort": "Ouest",
            "UAI": f"{A} | {B}",
            "SIREN": "552100554",
            "Partenaire": "Groupe Pain",
            "Commune du partenaire": "",
            "Filières": "Bois",
        },
    ],
    "membres.csv": [
        {"Code du campus": "CMQ1", "Nom du campus": "Campus Bois", "UAI": A, "Commune du partenaire": "", "Rôle": "support"},
        {"Code du campus": "CMQ1", "Nom du campus": "Campus Bois", "UAI": C, "Rôle": "membre"},
        {
            "Code du campus": "CMQ1",
            "Nom du campus": "Campus Bois",
            "Partenaire": "Asso locale",
            "Commune du partenaire": "Brest",
            "Rôle": "associé",
        },
        {"Code du campus": "CMQ1", "Nom du campus": "Campus Bois", "SIREN": "552100554", "Partenaire": "Groupe Pain", "Rôle": "membre"},
    ],
    "accords.csv": [
        {
            "Référence de l’accord": "ACC-2020",
            "Intitulé de l’accord": "Accord pain",
            "Nature": "Accord-cadre",
            "Niveau": "National",
            "Signé le": "01/02/2020",
            "Début": "01/02/2020",
            "Fin": "31/01/2025",
            "SIREN": "552100554",
            "Partenaire": "Groupe Pain",
            "Commune du partenaire": "",
            "Filières": "Bois",
            "Codes NAF couverts": "10 | 47",
            "IDCC couverts": "843 | 1043",
            "Clauses exigées": "Durée | Objet (article 1er)",
            "Thèmes": "PFMP et stages | Apprentissage",
        },
        {
            "Référence de l’accord": "ACC-2024",
            "Intitulé de l’accord": "Accord pain régional",
            "Nature": "Convention-cadre",
            "Niveau": "Régional",
            "Partenaire": "Fédération du pain",
            "Académie": "Rennes",
            "Remplace": "ACC-2020",
            "Décline": "ACC-2020",
        },
        {
            "Intitulé de l’accord": "Charte sans référence",
            "Nature": "Charte",
            "Niveau": "National",
            "Signé le": "05/05/2021",
            "Partenaire": "Chambre | Syndicat",
        },
    ],
    "conventions.csv": [
        {
            "N° de convention": "CONV-0001",
            "UAI": f"{A} | {B}",
            "SIRET": "73282932000074",
            "Partenaire": "Boulangerie <script>alert(1)</script>",
            "Commune du partenaire": "",
            "Objet": "Accueil",
            "Début": "01/09/2023",
            "Fin": "31/08/2026",
            "Reconduction": "Tacite",
            "Préavis (mois)": "3",
            "Thèmes": "Stages | Mobilité",
            "Clauses présentes": "Durée | Objet (article 1er)",
            "Montant (€)": "1234,56",
            "Filières": "Bois | Métal",
            "Accord-cadre cité": "ACC-2020 | ACC-2024",
            "Critères": "4 | 7",
            "Délégation informée": "DRAFPIC Bretagne",
            "Ressort de la délégation": "Bretagne",
            "Délégation informée le": "12/10/2023",
            "Observations": '=1+1 dit "oui"',
        },
        {
            "N° de convention": "CONV-0001",
            "UAI": f"{A} | {B}",
            "SIRET": "73282932000074",
            "Partenaire": "Boulangerie <script>alert(1)</script>",
            "Objet": "Accueil",
            "Délégation informée": "DRAFPIC Bretagne",
            "Ressort de la délégation": "Bretagne",
            "Délégation informée le": "12/11/2023",
            "Remplace la convention": "CONV-0000",
        },
        {"N° de convention": "12", "UAI": A, "SIREN": "552100554", "Partenaire": "Groupe Pain", "Objet": "Don"},
        {
            "N° de convention": "13",
            "UAI": A,
            "SIREN": "552100554",
            "Partenaire": "Groupe Pain",
            "Objet": "Don",
            "Remplace la convention": "12",
        },
        {"UAI": B, "SIREN": "552100554", "Partenaire": "Pain et fils", "Objet": "Visites", "Début": "01/01/2024"},
        {
            "UAI": B,
            "Partenaire": "Artisan Dupont | Artisan Durand",
            "Commune du partenaire": "Dinan | Dinard",
            "Code postal du partenaire": "22100 | 35800",
            "Catégorie du partenaire": "Entreprise | Association",
            "Objet": "Jury",
            "Début": "01/01/2024",
        },
        {
            "UAI": C,
            "Nom de l’établissement": "Lycée inconnu",
            "Partenaire": "Mission locale",
            "Commune du partenaire": "Arles",
            "Catégorie du partenaire": "Mission locale",
            "Début": "01/01/2022",
            "Fin": "31/12/2022",
        },
        {
            "UAI": C,
            "Nom de l’établissement": "Lycée inconnu",
            "Partenaire": "Mission locale",
            "Commune du partenaire": "Arles",
            "Catégorie du partenaire": "Mission locale",
            "Début": "01/01/2024",
            "Fin": "31/12/2024",
        },
    ],
    "partenariats.csv": [
        {
            "UAI": A,
            "Partenaire": "Artisan Dupont",
            "Commune du partenaire": "Dinan",
            "Partenaire depuis le": "01/01/2019",
            "Thèmes": "Stages | Visites",
            "Connu par (fonction)": "DDFPT",
            "Dernière nouvelle": "01/03/2024",
            "Observations": "bien",
            "Filières": "Bois | Métal",
        },
        {"UAI": B, "Partenaire": "Artisan Dupont", "Commune du partenaire": "Dinan"},
        {"UAI": B, "SIREN": "552100554", "Partenaire": "Groupe Pain"},
    ],
    "actions.csv": [
        {
            "N° d’action": "ACTION-1",
            "UAI": f"{A} | {B}",
            "Action": "Forum",
            "Date": "01/02/2024",
            "État": "Réalisée",
            "Participants": "120",
            "Thème": "Forum",
            "Domaine": "Orientation",
            "SIREN": "552100554",
            "Partenaire": "Groupe Pain",
            "Commune du partenaire": "",
            "N° de convention": "CONV-0001",
            "Critères": "4 | 7",
        },
        {"UAI": B, "Action": "Visite", "État": "Prévue", "Partenaire": "Artisan Dupont", "Commune du partenaire": "Dinan", "Critères": "4"},
        {"N° d’action": "7", "UAI": A, "Action": "Jury", "Date": "03/03/2024", "N° de convention": "12"},
    ],
    "criteres.csv": [
        {
            "Version du cahier des charges": "2017 Strasbourg",
            "Numéro du critère": "8",
            "Texte du critère": "Une ouverture <b>transfrontalière</b> ;",
            "Portée du critère": "Académie",
            "Territoire du critère": "Strasbourg",
            "Base légale": "Cahier des charges académique",
            "En vigueur depuis le": "01/09/2017",
            "En vigueur jusqu’au": "31/08/2022",
            "Thèmes du critère": "Ouverture internationale | Partenariat",
        },
        {"Version du cahier des charges": "2017 Strasbourg", "Numéro du critère": "9", "Texte du critère": "Autre"},
    ],
}


def taken_in(folder: Path, files: list[Path]) -> Network:
    store = open_store(folder / "essai.netmap", create=True)
    preparation = prepare(store, [Given.at(path) for path in files], SOURCES, author="essai", at=AT)
    assert preparation.report.rejected == 0, preparation.report.summary()
    commit(store, preparation)
    return store.network()


def facts(network: Network) -> dict[str, list[dict]]:
    """Give all that a network says, in an order of its own, without where it was said."""
    said = {kind.name: network.node(kind.name).drop(PLACE).sort("id").to_dicts() for kind in DOMAIN.nodes}
    links = {link.name: network.link(link.name).drop(PLACE).sort(link.identity).to_dicts() for link in DOMAIN.links}
    return said | links


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    folder = tmp_path_factory.mktemp("files")
    paths = []
    for name, lines in FILES.items():
        headings = list(dict.fromkeys(heading for line in lines for heading in line))
        paths.append(folder / name)
        with paths[-1].open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, headings, delimiter=";")
            writer.writeheader()
            writer.writerows(lines)
    return taken_in(folder, paths)


def test_every_kind_of_source_is_in_the_network_under_test(network: Network):
    empty = [kind for kind, count in network.counts().items() if not count]
    # what a person sets aside is a decision, in no template: an export tells that it cannot say it
    assert ({o.source for lot in network.lots for o in lot.origins}, empty) == ({s.name for s in SOURCES if s.template}, ["SET_ASIDE"])


def test_the_network_written_as_templates_loads_back_to_the_same_network(network: Network, tmp_path: Path):
    lost = export_templates(network, tmp_path / "out", SOURCES)
    files = sorted((tmp_path / "out").iterdir())
    assert lost == ()
    assert [f.name for f in files] == sorted(f"{s.template}.xlsx" for s in SOURCES if s.template)
    assert facts(taken_in(tmp_path, files)) == facts(network)


def test_the_demo_network_written_as_templates_loads_back_to_the_same_network(tmp_path: Path):
    demo = taken_in(tmp_path, list(demo_files()))
    assert export_templates(demo, tmp_path / "out", SOURCES) == ()
    (tmp_path / "again").mkdir()
    assert facts(taken_in(tmp_path / "again", sorted((tmp_path / "out").iterdir()))) == facts(demo)


def test_what_no_template_can_say_is_told_in_a_sentence(tmp_path: Path):
    said = {
        "Organisation": [
            {"id": "Organisation:~a b@dinan", "name": "A | B", "commune": "Dinan", "declared": False},
            {"id": "Organisation:552100554", "siren": "552100554", "name": "Groupe", "declared": True},
        ],
        "Territory": [{"id": "Territory:region/53", "level": "region", "code": "53", "latitude": 48.1, "declared": True}],
        "Filiere": [{"id": "Filiere:~bois", "name": "Bois", "national": "Bois et ameublement", "declared": True}],
        "Establishment": [{"id": f"Establishment:{A}", "uai": A, "declared": True}],
    }
    links = {
        "PARTNER_OF": [{"source": f"Establishment:{A}", "target": "Organisation:~a b@dinan"}],
        "WORKS_IN": [{"source": "Organisation:552100554", "target": "Filiere:~bois"}],
        "LOCATED_IN": [{"source": f"Establishment:{A}", "target": "Territory:region/53"}],
    }
    network = Network(
        {kind: pl.DataFrame(rows, schema=node_columns(kind)) for kind, rows in said.items()},
        {kind: pl.DataFrame(rows, schema=link_columns(kind)) for kind, rows in links.items()},
    )
    assert export_templates(network, tmp_path, SOURCES) == (
        "Organisations : 1 élément seulement cité dans le réseau, décrit par une ligne du modèle pour ne rien perdre (A | B).",
        "Filières : 1 élément décrit dans le réseau, seulement cité dans les modèles (Bois).",
        "Filières : la colonne « Filière nationale » ne peut pas tout dire, 1 cas (Bois : « Bois et ameublement » devient « vide »).",
        "Territoires : 1 élément qu’aucun modèle ne peut dire (region/53).",
        f"Liens « partenaire de » : 1 élément qu’aucun modèle ne peut dire ({A} → A | B).",
        f"Liens « se trouve dans » : 1 élément qu’aucun modèle ne peut dire ({A} → region/53).",
    )


def test_a_convention_that_a_template_would_refuse_is_told_and_leaves_no_faulty_line(tmp_path: Path):
    said = [{"id": "Convention:CONV-0001", "reference": "CONV-0001", "object": "Accueil", "declared": True}]
    network = Network({"Convention": pl.DataFrame(said, schema=node_columns("Convention"))})
    assert export_templates(network, tmp_path, SOURCES) == ("Conventions : 1 élément qu’aucun modèle ne peut dire (Accueil).",)
    assert list(tmp_path.iterdir()) == []


def test_words_corrected_since_are_written_as_the_id_was_typed_and_the_correction_is_told(tmp_path: Path):
    said = {
        "Organisation": [
            {"id": "Organisation:~garage a@brest", "name": "Garage Alpha", "commune": "Brest", "declared": True},
            {"id": "Organisation:552100554", "siren": "552100554", "name": "Groupe Pain", "declared": True},
        ],
        "Establishment": [{"id": f"Establishment:{A}", "uai": A, "declared": False}],
        "Convention": [{"id": f"Convention:~{A.lower()}@pain et fils@visite", "object": "Visites du site", "declared": True}],
    }
    (convention,) = (row["id"] for row in said["Convention"])
    signed = [*(row["id"] for row in said["Organisation"]), f"Establishment:{A}"]
    links = {"SIGNS": [{"source": one, "target": convention} for one in signed]}
    network = Network(
        {kind: pl.DataFrame(rows, schema=node_columns(kind)) for kind, rows in said.items()},
        {kind: pl.DataFrame(rows, schema=link_columns(kind)) for kind, rows in links.items()},
    )
    lost = export_templates(network, tmp_path / "out", SOURCES)
    again = taken_in(tmp_path, sorted((tmp_path / "out").iterdir()))
    assert lost == (
        "Organisations : la colonne « Nom » ne peut pas tout dire, 1 cas (garage a : « Garage Alpha » devient « garage a »).",
        "Conventions : la colonne « Objet » ne peut pas tout dire, 1 cas (visite : « Visites du site » devient « visite »).",
        "Liens « signe » : 1 élément qu’aucun modèle ne peut dire (Garage Alpha → Visites du site).",
    )
    assert [again.node(kind)["id"].sort().to_list() for kind in said] == [sorted(row["id"] for row in rows) for rows in said.values()]


def test_a_property_that_would_give_another_id_is_left_unsaid():
    kind = DOMAIN.node("Organisation")
    row = {"siret": "73282932000074", "siren": "552100554", "name": "Groupe"}
    found = naming(kind, "Organisation:552100554", row, ("siret", "siren", "name", "commune"), {})
    assert found is not None
    assert (found.key, found.unsaid) == ({"siren": "552100554"}, {"siret"})
