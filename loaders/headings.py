"""Headings seen in the wild, beside the label that each property has in our templates.

Articles, accents, case, plural, word order, « date de » and the usual abbreviations need no entry: `netmap.headings` sees through them.
"""

import re
from collections.abc import Mapping

from loaders.wordings import WORDINGS

SEEN: Mapping[str, tuple[str, ...]] = {
    # conventions and framework agreements
    "status": (
        "Statut",
        "Secteur",
        "Public / privé",
        "État",
        "État de la convention",
        "Statut de la convention",
        "Avancement",
        "Situation",
        "Signature (état)",
    ),
    "starts_on": (
        "Date de début",
        "Du",
        "Date d’effet",
        "Prise d’effet",
        "Date d’entrée en vigueur",
        "À compter du",
        "Valable du",
        "Début de la convention",
        "Début de convention",
        "Date de prise d’effet",
        "Date début partenariat",
    ),
    "ends_on": (
        "Date de fin",
        "Au",
        "Échéance",
        "Date d’échéance",
        "Expire le",
        "Date d’expiration",
        "Valable jusqu’au",
        "Jusqu’au",
        "Fin de la convention",
        "Fin de convention",
        "Fin de validité",
        "Date de fin de validité",
        "Terme",
        "Date fin partenariat",
        # a period in one cell is shared out between its two ends
        "Période",
        "Période de validité",
        "Période de la convention",
        "Période couverte",
        "Validité",
        "Dates de validité",
        "Dates de la convention",
    ),
    "duration_months": ("Durée", "Durée en mois", "Durée de la convention", "Durée de validité", "Nombre de mois"),
    "renewal": (
        "Renouvellement",
        "Tacite reconduction",
        "Mode de reconduction",
        "Reconductible",
        "Type de reconduction",
        "Modalités de reconduction",
    ),
    "renewal_months": (
        "Durée de reconduction",
        "Période de reconduction",
        "Reconduction par périodes de",
        "Reconduction tacite par périodes de",
    ),
    "max_renewals": (
        "Nombre de reconductions",
        "Nb de reconductions",
        "Combien de fois",
        "Reconductions max",
        "Reconductions possibles",
        "Nb de reconductions possibles",
    ),
    "notice_months": ("Préavis", "Délai de préavis", "Préavis de dénonciation", "Délai de dénonciation"),
    "signed_on": ("Date de signature", "Signé le", "Signature", "Date signature", "Signature le", "Date de signature de la convention"),
    "voted_on": (
        "Vote du CA",
        "Date du CA",
        "Date CA",
        "CA du",
        "Vote en CA",
        "Passage en CA",
        "Délibération du CA",
        "Votée le",
        "Date de vote",
    ),
    "transmitted_on": (
        "Date de transmission",
        "Transmission",
        "Transmis le",
        "Transmise au rectorat le",
        "Envoyée le",
        "Date d’envoi au rectorat",
    ),
    "ended_on": ("Dénoncée le", "Résiliée le", "Date de dénonciation", "Date de résiliation", "Arrêtée le"),
    "follow_up": ("Suivi", "Suivi prévu", "Modalité de suivi", "Mode de suivi", "Évaluation", "Bilan"),
    "contact": (
        "Suivi par",
        "Suivie par",
        "Fonction du référent",
        "Fonction du responsable",
        "Référent (fonction)",
        "Responsable du suivi (fonction)",
        "Fonction",
    ),
    "exclusivity": ("Clause d’exclusivité",),
    "reserved_territory": ("Exclusivité territoriale",),
    "finance": ("Engagements financiers", "Financement", "Contrepartie financière"),
    "confidentiality": ("RGPD", "Données personnelles", "Confidentialité"),
    "themes": (
        "Thème",
        "Thématique",
        "Thématiques",
        "Domaine",
        "Type d’action",
        "Nature",
        "Nature du partenariat",
        "Champs du partenariat",
    ),
    "clauses": ("Clauses",),
    "pupils": ("Nombre d’élèves", "Nb élèves", "Effectif", "Effectifs", "Élèves concernés", "Nombre de jeunes", "Nb de jeunes", "Jeunes"),
    "amount": ("Montant", "Budget", "Subvention", "Montant en euros", "Coût", "Participation financière"),
    "comment": ("Remarques", "Commentaires", "Notes", "Divers", "Précisions", "Obs.", "Informations complémentaires"),
    "last_news_on": ("Dernier contact", "Date du dernier contact", "Dernière relance", "Dernière mise à jour", "Dernier échange"),
    "kind": ("Type", "Type d’accord"),
    "level": ("Échelon",),
    "scope": ("Périmètre",),
    # actors
    "type": (
        "Type d’établissement",
        "Nature de l’établissement",
        "Catégorie d’établissement",
        "LP / LPO",
        "LP / LPO / SEP",
        "LP / LPO / EREA",
        "LP / LPO / LGT",
        "LP / SEP",
    ),
    "siret": ("N° SIRET", "SIRET de l’établissement"),
    "address": (
        "Adresse postale",
        "Adresse complète",
        "Rue",
        "Voie",
        "Adresse de l’entreprise",
        "Adresse 1",
        "Coordonnées postales",
        "Siège",
    ),
    "commune": ("Ville", "Localité", "Commune de l’établissement", "Ville de l’établissement"),
    "label": ("Label lycée des métiers", "LDM", "Labellisé", "Label"),
    "label_since": ("Date de labellisation", "Labellisation", "Date du label"),
    "candidate": ("Candidature au label", "Candidature"),
    "bureau": ("BDE", "Bureau des entreprises (BDE)"),
    "apprenticeship": ("UFA", "CFA", "Apprentis"),
    "postcode": ("CP", "CP Ville", "Code postal et ville", "CP / Commune", "Code postal - Commune", "Code postal", "C.P."),
    "commune_code": ("Code INSEE", "Code commune INSEE", "INSEE"),
    "vocational": ("Voie pro",),
    "state": ("Situation",),
    "email": (
        "Mail",
        "E-mail",
        "Adresse mail",
        "Mél",
        "Adresse électronique",
        "Courriel de l’établissement",
        "Mail de contact",
        "Mail générique",
    ),
    "phone": ("Tél.", "Tel", "N° de téléphone", "Téléphone fixe", "Standard", "Tél. entreprise"),
    "web": ("Site web", "Internet", "Site", "URL", "Site internet de l’entreprise", "Web"),
    "brand": ("Enseigne", "Sigle", "Nom commercial", "Marque"),
    "category": (
        "Type",
        "Type de structure",
        "Type d’organisme",
        "Type de partenaire",
        "Nature",
        "Type d’organisation",
        "Catégorie du partenaire",
    ),
    "naf": ("NAF", "APE", "Code APE", "NAF/APE", "Code NAF/APE", "Code d’activité", "Activité (NAF)"),
    "idcc": ("IDCC", "Convention collective", "N° IDCC", "Code IDCC", "Convention collective (IDCC)"),
    "size": ("Effectif", "Effectifs", "Nombre de salariés", "Nb salariés", "Taille", "Taille de l’entreprise"),
    "legal_form": ("Statut juridique", "Forme"),
    "country": ("Pays du siège",),
    "foreign": ("Étranger", "Entreprise étrangère"),
    "known_by": ("Connu par", "Contact au lycée (fonction)", "Référent lycée (fonction)"),
    "since": ("Depuis", "Partenaire depuis", "Début du partenariat", "Date de début du partenariat"),
    "role": ("Fonction dans le campus", "Statut dans le campus", "Type de membre"),
    "on": ("Date de l’action", "Le", "Jour"),
    "headcount": ("Nombre de participants", "Nb participants", "Effectif", "Nombre d’élèves", "Nb élèves", "Nb de jeunes"),
    "theme": ("Thématique", "Type d’action", "Nature de l’action"),
}


_OF_ELSE = re.compile("enseigne|branche|opco|opérateur|groupe|fédération", re.IGNORECASE)  # a brand, or what a company belongs to
# Fields that are named alike: how many pupils a convention or an action is for; who a partner is, in a list of partners or elsewhere.
_AS: Mapping[str, tuple[str, ...]] = {
    "headcount": ("pupils",),
    "partner": ("organisation_name",),
    "organisation_name": ("partner",),
    "action_reference": ("reference",),
}


def also(name: str) -> tuple[str, ...]:
    """Give the headings seen in the wild for a property or a field, and for those named alike."""
    alike = (heading for one in _AS.get(name, ()) for heading in _said(one) if not _OF_ELSE.search(heading))
    return (*_said(name), *alike)


def _said(name: str) -> tuple[str, ...]:
    return (*SEEN.get(name, ()), *WORDINGS.get(name, ()))
