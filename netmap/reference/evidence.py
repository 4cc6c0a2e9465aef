"""Which kinds of evidence speak for a criterion, as data: all of it is a proposition de netmap, no official list was found.

A kind belongs to a theme of criteria, so that it serves the corresponding criteria of every version. What a person attaches by hand and
what a file says supports a criterion count for any criterion, kind or not.
"""

from dataclasses import dataclass

SUPPORT = "appui"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Declare a kind of evidence: what it is, what its absence is called in the « fiche d’écart », and what to do then.

    `missing` is "" where its absence is no gap. `given` says that no file tells it: a person attaches it.
    """

    name: str
    theme: str
    label: str
    definition: str
    missing: str
    action: str
    given: bool = False


KINDS = (
    Kind(
        name="conventions",
        theme="partenariat",
        label="Conventions en vigueur",
        definition="Conventions signées par l’établissement et en vigueur à la date, reconductions tacites comprises.",
        missing="Aucune convention en vigueur n’est connue.",
        action="Charger le registre des conventions, ou signer : la fiche 6 recommande une convention pour chaque partenariat.",
    ),
    Kind(
        name="partenariats",
        theme="partenariat",
        label="Partenariats sans convention",
        definition="Partenaires connus sans convention écrite ; ils comptent comme actifs, pas comme conventionnés.",
        missing="",
        action="",
    ),
    Kind(
        name="actions",
        theme="partenariat",
        label="Actions menées",
        definition="Actions réalisées avant la date, avec leurs partenaires, leur date et le nombre de participants.",
        missing="Aucune action réalisée n’est connue.",
        action="Noter les actions menées, avec leur date et leurs effectifs.",
    ),
    Kind(
        name="filieres",
        theme="partenariat",
        label="Filières couvertes",
        definition="Conventions en vigueur qui portent sur une filière enseignée dans l’établissement.",
        missing="Aucune convention en vigueur ne porte sur une filière enseignée.",
        action="Dire sur quelles filières portent les conventions, ou chercher un partenaire pour celles qui n’en ont pas.",
    ),
    Kind(
        name="anciennete",
        theme="partenariat",
        label="Ancienneté et renouvellements",
        definition="Conventions en vigueur depuis plus d’un an, reconduites, ou qui prennent la suite d’une autre.",
        missing="Aucune convention durable ou renouvelée n’est connue.",
        action="Renseigner les dates de début et les conventions remplacées.",
    ),
    Kind(
        name="accords",
        theme="partenariat",
        label="Conventions rattachées à un accord-cadre",
        definition="Conventions en vigueur qui citent un accord-cadre national ou académique, ou qu’une personne y a rattachées.",
        missing="Aucune convention en vigueur n’est rattachée à un accord-cadre.",
        action="Examiner la page « Cohérence nationale » et rattacher les liens possibles.",
    ),
    Kind(
        name="delegations",
        theme="partenariat",
        label="Délégations informées",
        definition="Conventions en vigueur dont une délégation a été informée, à une date.",
        missing="Aucune information d’une délégation n’est notée.",
        action="Communiquer la liste des partenariats à la délégation (fiche 6) et noter la date.",
    ),
    Kind(
        name="reseaux",
        theme="partenariat",
        label="Réseaux et campus d’appartenance",
        definition="Campus des métiers et des qualifications et réseaux dont l’établissement est membre.",
        missing="Aucune appartenance à un réseau ou à un campus n’est connue.",
        action="Renseigner les réseaux d’appartenance, valorisés pour tous les critères (fiche 6).",
    ),
    Kind(
        name="acteurs",
        theme="decrochage",
        label="Partenaires contre le décrochage",
        definition="Partenaires actifs dont la sorte ou le nom dit un rôle contre le décrochage (mission locale, MLDS, CIO, GRETA, CFA), "
        "ou avec qui une convention ou une action porte sur ce thème.",
        missing="Aucun partenaire agissant contre le décrochage n’est connu.",
        action="Renseigner les liens avec la mission locale, la MLDS, le CIO, le GRETA, les CFA ou les associations.",
    ),
    Kind(
        name="reseaux_decrochage",
        theme="decrochage",
        label="Réseaux FOQUALE et PSAD",
        definition="Réseaux FOQUALE et plates-formes PSAD dont l’établissement est membre.",
        missing="Aucune appartenance à un réseau FOQUALE ou à une PSAD n’est connue.",
        action="Renseigner l’appartenance au réseau FOQUALE.",
    ),
    Kind(
        name="conventions_decrochage",
        theme="decrochage",
        label="Conventions contre le décrochage",
        definition="Conventions en vigueur sur le thème de la lutte contre le décrochage, ou signées avec une mission locale.",
        missing="Aucune convention en vigueur contre le décrochage n’est connue.",
        action="Conventionner avec les partenaires de la prévention, ou dire le thème des conventions.",
    ),
    Kind(
        name="actions_decrochage",
        theme="decrochage",
        label="Actions contre le décrochage",
        definition="Actions réalisées avant la date sur le thème de la lutte contre le décrochage.",
        missing="Aucune action réalisée contre le décrochage n’est connue.",
        action="Noter les actions menées, avec leur date et leurs effectifs.",
    ),
    Kind(
        name="droit_retour",
        theme="decrochage",
        label="Droit au retour en formation",
        definition="Conventions en vigueur et actions réalisées dont l’intitulé ou les observations parlent du droit au retour.",
        missing="Rien n’est connu sur l’accueil de jeunes au titre du droit au retour (L. 122-2).",
        action="Noter les actions d’accueil, ou joindre une pièce.",
    ),
    Kind(
        name="evenements",
        theme="communication",
        label="Événements avec des partenaires",
        definition="Forums, visites, interventions et actions de découverte des métiers réalisés avec au moins un partenaire.",
        missing="Aucun événement avec un partenaire n’est connu.",
        action="Noter les forums, visites, interventions et journées, avec leur date et leurs partenaires.",
    ),
    Kind(
        name="bureau",
        theme="communication",
        label="Bureau des entreprises",
        definition="Un bureau des entreprises est en place : point d’entrée des partenaires professionnels (fiche 6).",
        missing="Rien ne dit si un bureau des entreprises est en place.",
        action="Renseigner le bureau des entreprises sur la fiche de l’établissement.",
    ),
    Kind(
        name="retours",
        theme="communication",
        label="Retours faits aux partenaires",
        definition="Actions réalisées dont les mots parlent d’un retour ou d’un bilan fait aux partenaires, et pièces jointes.",
        missing="Aucun retour fait aux partenaires n’est connu.",
        action="Noter les retours faits aux partenaires, ou joindre un bilan ou un courrier.",
    ),
    Kind(
        name="carte_publiee",
        theme="communication",
        label="Carte du réseau publiée",
        definition="Carte ou liste des partenaires publiée, jointe par une personne.",
        missing="Aucune publication de la carte du réseau n’est jointe.",
        action="Publier la carte du réseau et joindre la page ou le document.",
        given=True,
    ),
)
BY_NAME = {kind.name: kind for kind in KINDS}

SUPPORT_LABEL = "Appui déclaré"

DROP_OUT_CATEGORIES = ("mission_locale",)
DROP_OUT_NETWORKS = ("foquale", "psad")
DROP_OUT_WORDS = r"\b(?:mission locale|mlds|foquale|psad|cio|greta|cfa|epide|ecole de la deuxieme chance|e2c|decrochage)\b"
"""How the names of actors against drop-out are written, once folded (accents and case dropped)."""
RETURN_WORDS = r"\bdroit au retour\b|\bretour en formation\b"
FEEDBACK_WORDS = r"\b(?:retours?|bilans?|enquetes?)(?: \w+)? (?:aux|avec les|aupres des) (?:partenaires|entreprises|tuteurs)\b"
EVENT_THEMES = ("forum", "visite", "intervention", "orientation")


def kinds_of(themes: tuple[str, ...]) -> tuple[Kind, ...]:
    """Give the kinds of evidence of the themes of a criterion, in order."""
    return tuple(kind for kind in KINDS if kind.theme in themes)
