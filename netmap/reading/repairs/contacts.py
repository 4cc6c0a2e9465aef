"""Telephones, electronic addresses and sites as they are pasted: a zero lost, a word around, the beginning of an address left out."""

import re

from netmap.reading.repairs.repair import Example, Kept, Place, Repair
from netmap.values import EMAIL, PHONE, URL

_AMONG_WORDS = re.compile(r"(?<![0-9+])0[1-9](?:[ ./-]?[0-9]{2}){4}(?![0-9])")
_EXTENSION = re.compile(r"[\s,(]*\b(?:poste|p\.)\s*:?\s*[0-9]{1,5}\)?$", re.IGNORECASE)
_NATIONAL = re.compile(r"[1-79][0-9]{8}")
# Of the Pacific and of Saint-Pierre-et-Miquelon: three digits of a country and six of a telephone, not a zero lost.
_OVERSEAS = ("508", "681", "687", "689")
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_AT = re.compile(r"\s?[(\[](?:at|a|arobase)[)\]]\s?", re.IGNORECASE)  # « rh(at)exemple.fr »
_SITE = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?", re.IGNORECASE)
_SITE_ENDS = (".fr", ".com", ".org", ".net", ".eu", ".education", ".info", ".bzh", ".pro", ".re")


def _phone(text: str, place: Place) -> Kept | None:
    within = _EXTENSION.sub("", text)
    among = _AMONG_WORDS.findall(within)
    if len(among) == 1 and not any(map(str.isdigit, within.replace(among[0], ""))):
        return Kept(re.sub("[^0-9]", "", among[0]), "le numéro est pris parmi les mots de la cellule")
    digits = re.sub(r"[\s.]|[.,]0$", "", text)
    if place.abroad or not _NATIONAL.fullmatch(digits) or digits.startswith(_OVERSEAS):
        return None
    return Kept("0" + digits, "le zéro de tête, perdu par le tableur, est rendu", "reparation-zeros")


def _email(text: str, _place: Place) -> Kept | None:
    text = _AT.sub("@", text)
    found = set(_ADDRESS.findall(text))
    return Kept(found.pop(), "l’adresse est prise parmi les signes de la cellule") if len(found) == 1 and text.count("@") == 1 else None


def _site(text: str, _place: Place) -> Kept | None:
    bare = text.strip("<> ,;")
    host = bare.partition("/")[0].lower()
    if not _SITE.fullmatch(bare) or "@" in bare or not (host.startswith("www.") or host.endswith(_SITE_ENDS)):
        return None
    return Kept(bare, "les signes autour de l’adresse ne sont pas repris")


PHONES = Repair(
    code="reparation-contact",
    types=(PHONE,),
    mend=_phone,
    mends=(
        Example("299000000", "0299000000", Place(PHONE)),
        Example("2 99 00 00 00", "0299000000", Place(PHONE)),
        Example("02 99 00 00 00 (standard)", "0299000000", Place(PHONE)),
        Example("02 99 00 00 00 (poste 12)", "0299000000", Place(PHONE)),
        Example("02/99/00/00/00", "0299000000", Place(PHONE)),
        Example("02 99 00 00 00 poste 12", "0299000000", Place(PHONE)),
    ),
    leaves=(
        ("689 94 03 08", Place(PHONE)),
        ("poste 12", Place(PHONE)),
        ("02 99 00 00 00 ou 03 88 00 00 00", Place(PHONE)),
        ("29900000", Place(PHONE)),
        ("299000000", Place(PHONE, abroad=True)),
    ),
)
EMAILS = Repair(
    code="reparation-contact",
    types=(EMAIL,),
    mend=_email,
    mends=(
        Example("mailto:a@b.fr", "a@b.fr", Place(EMAIL)),
        Example("<accueil@exemple.fr>", "accueil@exemple.fr", Place(EMAIL)),
        Example(": accueil@exemple.fr ;", "accueil@exemple.fr", Place(EMAIL)),
        Example("accueil(at)exemple.fr", "accueil@exemple.fr", Place(EMAIL)),
    ),
    leaves=(("a@b.fr ; c@d.fr", Place(EMAIL)), ("contact@ exemple.fr", Place(EMAIL)), ("exemple.fr", Place(EMAIL))),
)
SITES = Repair(
    code="reparation-contact",
    types=(URL,),
    mend=_site,
    mends=(
        Example("<www.exemple.fr>", "www.exemple.fr", Place(URL)),
        Example("exemple.fr/lycee ;", "exemple.fr/lycee", Place(URL)),
    ),
    leaves=(("javascript:alert(1)", Place(URL)), ("voir le site", Place(URL)), ("fichier.exe", Place(URL)), ("a@exemple.fr", Place(URL))),
)
CONTACT_REPAIRS = (PHONES, EMAILS, SITES)
