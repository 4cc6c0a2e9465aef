"""Headings that are phrases: what each stands for, though no source declares it."""

import pytest

from loaders import SOURCES
from netmap.headings import ALIKE, NOTHING, vocabulary_of

_NEAR_ENOUGH = 0.7
VOCABULARY = vocabulary_of(source for source in SOURCES if source.template)


@pytest.mark.parametrize(
    ("source", "field", "headings"),
    [
        ("conventions", "voted_on", "Passée au CA du | Vue en CA le | Votée par le conseil"),
        ("conventions", "starts_on", "Ça commence le | Ça prend effet le | Dt eff."),
        ("conventions", "ends_on", "Ça finit le | Va jusqu'au | S'éteint le | Ça s'arrête quand"),
        ("conventions", "signed_on", "Tout le monde a signé le | Papiers signés le"),
        ("conventions", "transmitted_on", "Partie au rectorat le | Adressée au contrôle de légalité le"),
        ("conventions", "ended_on", "Larguée avant terme le | Rompue avant l'échéance"),
        ("conventions", "duration_months", "On s'engage pour | Et ça dure"),
        ("conventions", "notice_months", "Délai pour se quitter | Combien de mois avant faut prévenir"),
        ("conventions", "renewal", "Comment ça se renouvelle | Et à la fin ? | Ça repart tout seul ?"),
        ("conventions", "amount", "Val. contractuelle | Argent prévu | Ce que ça coûte (€) | Contrib. financière"),
        ("conventions", "object", "Objet (résumé) | Objet en clair | Désignation contrat | De quoi il retourne"),
        ("conventions", "pupils", "Effectif annuel d'élèves concernés | Nb de têtes | On leur envoie combien de jeunes"),
        ("conventions", "filieres", "Nos élèves de quel métier"),
        ("conventions", "partner", "Nom fournisseur | Allié | Avec qui la région s'est engagée"),
        ("conventions", "partner_commune", "Ils sont où | Localité fourn. | Cne orga. | Elle est basée à"),
        ("conventions", "renewal_months", "Se renouvelle par périodes de"),
        ("conventions", "reference", "N° DRAFPIC"),
        ("partnerships", "since", "Lien ouvert le | Contact noué le | Ça date de | Ils régalent nos élèves depuis"),
        ("partnerships", "known_by", "Qui s'en charge chez nous | Chez nous c'est le dossier de"),
        ("partnerships", "last_news_on", "Dernière activité"),
        (
            "partnerships",
            "comment",
            "CR de rdv | Retour de l'équipe enseignante | Ce que j'en pense | Voulez-vous ajouter quelque chose ? | Ma p'tite note",
        ),
        (
            "actions",
            "title",
            "On a fait quoi | Ce qui est prévu | Ce qu'on leur propose | Donnez un titre court à votre action | Libellé de la demande",
        ),
        ("actions", "on", "1er jour | Ça a lieu quand ? | On attaque le | Décollage"),
        ("actions", "headcount", "Effectif attendu | Ils seront combien | Combien d'élèves avez-vous accueillis ?"),
        ("actions", "comment", "Ça a donné quoi | Comment ça s'est passé"),
        ("actions", "partner", "Avec qui on le monte | Orga. co-intervenant"),
        ("organisations", "parent_name", "Coop mère | Appartient à | Gpe d'appartenance"),
        ("organisations", "closed_on", "A cessé le | A baissé le rideau le"),
        ("organisations", "legal_form", "Constituée en"),
        ("organisations", "brand", "Les gens l'appellent"),
        ("organisations", "federation_name", "Fédé."),
        ("establishments", "apprenticeship", "Ont-ils des apprentis ? | Ils ont des apprentis ? | Des apprentis aussi ?"),
        ("establishments", "pupils", "Gamins en tout"),
        ("establishments", "type", "Quelle espèce de bahut"),
        ("campus_members", "role", "Sa casquette dans le campus | Siège au COPIL en tant que | Place à la table | Fonction au sein du CMQ"),
        ("campus_members", "name", "Groupe (campus)"),
        ("campuses", "code", "id_cmq | Petit nom"),
        ("campuses", "lead", "Maison qui l'héberge"),
        ("networks", "code", "N° CLEE"),
        ("networks", "area", "Son coin"),
        ("networks", "created_on", "Il existe depuis le"),
        ("delegations", "competence", "Pour quoi les déranger"),
        ("delegations", "area", "Ils s'occupent de quel coin"),
        ("frameworks", "replaces", "Prend la suite de | Texte qu'il remplace"),
        ("frameworks", "level", "À quel étage"),
        ("frameworks", "idcc", "IDCC couv. | Conv. coll. couvertes"),
        ("frameworks", "renewal", "Reconduit comment"),
        ("criteria", "label", "Ce qu'on attend"),
        ("networks", "email", "Adresse de liste | Liste de diffusion"),
        ("organisations", "filieres", "Métiers pour les jurys | Bacs pro du métal"),
        ("organisations", "commune", "Dépôt à | Quel coin"),
        ("actions", "reference", "Fiche action"),
        ("actions", "partner_commune", "Qui vient de"),
        ("frameworks", "sector", "Secteur prof."),
    ],
)
def test_a_phrase_stands_for_a_field(source: str, field: str, headings: str) -> None:
    near = {heading: VOCABULARY.near(heading).get((source, field), NOTHING).score for heading in headings.split(" | ")}
    assert [heading for heading, score in near.items() if score < _NEAR_ENOUGH] == []


@pytest.mark.parametrize(
    ("source", "field", "heading"),
    [
        ("conventions", "voted_on", "Ça commence le"),  # « Ça » is no « CA »
        ("delegations", "commune", "Correspondant"),  # what no word is left of is near nothing
        ("organisations", "federation_name", "Type d'organisation"),
        ("partnerships", "partner", "Business partner"),
        ("conventions", "comment", "Avis de l'inspecteur"),
        ("conventions", "ended_on", "Préavis avant échéance"),
        ("conventions", "renewal", "Après"),
        ("organisations", "name", "Nom complet du tuteur"),
        ("conventions", "reference", "Numéro de code postal"),
        ("conventions", "signed_on", "Date de convention échue"),
        ("conventions", "filieres", "Formation des enseignants"),
        ("conventions", "partner", "Commune ou entreprise"),
    ],
)
def test_a_phrase_does_not_stand_for_what_it_only_looks_like(source: str, field: str, heading: str) -> None:
    assert VOCABULARY.near(heading).get((source, field), NOTHING).score < ALIKE
