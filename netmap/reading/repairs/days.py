"""Days that the calendar type refuses: serial numbers of a spreadsheet, months in letters, years of two digits, school years.

A month or a year becomes a day only where a column begins or ends a period: its first day or its last. Elsewhere (a signature, a
vote) the first of the month is kept for a month, and nothing for a year: eleven months cannot be guessed.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from netmap.reading.repairs.repair import Edge, Example, Kept, Lost, Place, Repair
from netmap.values import DATE, Refusal, fold_text
from netmap.values.time_words import MONTHS

FIRST_SERIAL, LAST_SERIAL = 18_264, 58_805  # 1950-01-01 and 2060-12-31: other numbers are no day of a school nor of a partnership
_ORIGIN = date(1899, 12, 30)
_TURN = 70  # « 69 » is 2069, « 70 » is 1970
_SEPTEMBER, _AUGUST = 9, 8
_YEARS = (1950, 2099)
_NAMED = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim) )?"
_BEFORE = (
    r"(?:(?:date d effet|a compter|a partir|a dater|depuis|jusqu|jusque|debut|fin|des|le|du|de|au|a|en|signe|signee|signature|echeance"
    r"|courant|semaine|ca|conseil|seance|vote|deliberation|decision|arrete|commission|courrier|mail|lettre|tel"
    r"|telephone|appel|rdv|visite|reunion|entretien) )*"
)
_SERIAL = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")
_COMPACT = re.compile(r"(19[5-9][0-9]|20[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
_HOUR = r"(?: [0-9]{1,2}(?: [0-9]{2}){0,2})?"
_DAY = re.compile(rf"{_BEFORE}{_WEEKDAY}([0-9]{{1,2}}) ([0-9]{{1,2}}) ([0-9]{{4}}|[0-9]{{2}}){_HOUR}")
# « du 3 au 5/11/2025 »: of an action on several days, the first.
_DAYS = re.compile(
    rf"(?:semaine )?(?:du |les )?{_WEEKDAY}([0-9]{{1,2}})(?:er)? (?:au |et |a )?{_WEEKDAY}([0-9]{{1,2}}) ([0-9]{{1,2}}|{_NAMED})"
    r" ([0-9]{4}|[0-9]{2})"
)
# « du 30 mars au 3 avril 2026 »
_OVER_MONTHS = re.compile(
    rf"(?:semaine )?(?:du |les )?{_WEEKDAY}([0-9]{{1,2}})(?:er)? ({_NAMED}) (?:au |et )?"
    rf"{_WEEKDAY}[0-9]{{1,2}}(?:er)? ({_NAMED}) ([0-9]{{4}})"
)
_TURNED = re.compile(r"([0-9]{4}) ([0-9]{1,2}) ([0-9]{1,2})")
_LETTERS = re.compile(rf"{_BEFORE}{_WEEKDAY}([0-9]{{1,2}}|1er) ?({_NAMED}) ?([0-9]{{4}}|[0-9]{{2}})")
_MONTH = re.compile(rf"{_BEFORE}({_NAMED}) ?([0-9]{{4}}|[0-9]{{2}})")
_MONTH_NUMBER = re.compile(rf"{_BEFORE}([0-9]{{1,2}}) ([0-9]{{4}}|1[3-9]|[2-6][0-9])")  # « 02/25 »: no month is the 25th
_SCHOOL_WORDS = r"(?:(?:annee scolaire|annees scolaires|annee|a s|as|rentree|periode) )?"
_SCHOOL_YEAR = re.compile(rf"{_BEFORE}{_SCHOOL_WORDS}([0-9]{{4}}) ([0-9]{{4}}|[0-9]{{2}})")
_RETURN = re.compile(r"(?:a )?(?:la )?rentree(?: de)?(?: septembre| sept)? ([0-9]{4})")
_YEAR = re.compile(rf"{_BEFORE}(?:annee )?([0-9]{{4}})")
# « 15/10/2025 (tél.) », « 3 mars 2025 par mail »: a day, then how it was, unless it did not come about.
_WITH_WORDS = re.compile(
    r"((?:[0-9]{1,2}(?:er)?[ /.-])?(?:[0-9]{1,2}|[^\W\d_]{3,9}\.?)[ /.-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2})\s*[ (,;:–—-]\s*([^0-9?]+)"
)
_UNDONE = re.compile(r"\b(?:annul|report|refus|confirm|verif|prevo|non|pas|sans|ou|avant|apres|si|sauf)")
_FEW_WORDS = 6


def read_day(text: str, edge: Edge) -> tuple[date, str] | Lost | None:
    """Read the day that a text tells at this edge of a period, and why; None where it tells none."""
    if (found := _SERIAL.fullmatch(text)) and FIRST_SERIAL <= int(found[1]) <= LAST_SERIAL:
        return _ORIGIN + timedelta(days=int(found[1])), "numéro de jour du tableur"
    if found := _COMPACT.fullmatch(text):
        return _with_reason(_day(*(int(part) for part in found.groups())), "année, mois et jour écrits à la suite")
    if "?" in text:
        return None  # « ??/2020 »: what is not known is not its first
    folded = fold_text(text)
    if found := _DAY.fullmatch(folded) or _TURNED.fullmatch(folded):
        first, month, last = found.groups()
        turned = len(first) > 2  # noqa: PLR2004 - a year comes first
        day = _day(_year(first if turned else last), int(month), int(last if turned else first))
        return _with_reason(day, "jour, mois et année écrits autrement")
    if found := _LETTERS.fullmatch(folded):
        day = 1 if found[1] == "1er" else int(found[1])
        return _with_reason(_day(_year(found[3]), MONTHS[found[2]], day), "date en lettres")
    return _vague(folded, edge)


def _vague(folded: str, edge: Edge) -> tuple[date, str] | Lost | None:
    """Read several days in a row, a month, a school year or a year."""
    if not edge and (first := _first_of(folded)) is not None:
        return first, "plusieurs jours : le premier est gardé"
    if found := _MONTH.fullmatch(folded):
        return _of_month(_year(found[2]), MONTHS[found[1]], edge)
    if found := _MONTH_NUMBER.fullmatch(folded):
        return _of_month(_year(found[2]), int(found[1]), edge)
    if (found := _RETURN.fullmatch(folded)) and edge != "end":
        return _edge_of(int(found[1]), int(found[1]) + 1, "start", "rentrée scolaire")
    if found := _SCHOOL_YEAR.fullmatch(folded):
        first, last = int(found[1]), _year(found[2])
        return _edge_of(first, last, edge, "année scolaire") if last == first + 1 else None
    return _of_year(int(found[1]), edge) if (found := _YEAR.fullmatch(folded)) else None


def _first_of(folded: str) -> date | None:
    """Give the first of several days in a row."""
    if (found := _DAYS.fullmatch(folded)) and int(found[1]) < int(found[2]):
        return _day(_year(found[4]), MONTHS.get(found[3]) or int(found[3]), int(found[1]))
    if (found := _OVER_MONTHS.fullmatch(folded)) and MONTHS[found[2]] < MONTHS[found[3]]:
        return _day(int(found[4]), MONTHS[found[2]], int(found[1]))
    return None


def _of_year(year: int, edge: Edge) -> tuple[date, str] | Lost | None:
    if not _YEARS[0] <= year <= _YEARS[1]:
        return None
    if not edge:
        return Lost("l’année est dite, le jour et le mois ne le sont pas", "date-imprecise")
    if edge == "start":
        return date(year, 1, 1), "l’année seule est dite : son premier jour est gardé"
    return date(year, 12, 31), "l’année seule est dite : son dernier jour est gardé"


def school_years(first: int, last: int) -> tuple[date, date]:
    """Give the first day of the school year that begins in `first` and the last of the one that ends in `last`."""
    return date(first, _SEPTEMBER, 1), date(last, _AUGUST, 31)


def _edge_of(first: int, last: int, edge: Edge, what: str) -> tuple[date, str] | Lost | None:
    if not _YEARS[0] <= first <= last <= _YEARS[1]:
        return None
    if not edge:
        return Lost("l’année scolaire est dite, le jour et le mois ne le sont pas", "date-imprecise")
    start, end = school_years(first, last)
    return (start, f"{what} : son premier jour est gardé") if edge == "start" else (end, f"{what} : son dernier jour est gardé")


def _of_month(year: int, month: int, edge: Edge) -> tuple[date, str] | None:
    if not (1 <= month <= 12 and _YEARS[0] <= year <= _YEARS[1]):  # noqa: PLR2004 - months
        return None
    if edge == "end":
        return date(year, month, monthrange(year, month)[1]), "le mois est dit, pas le jour : son dernier jour est gardé"
    return date(year, month, 1), "le mois est dit, pas le jour : son premier jour est gardé"


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < _TURN else 1900)  # noqa: PLR2004 - two digits


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _YEARS[0] <= year <= _YEARS[1] else None
    except ValueError:
        return None


def _with_reason(day: date | None, why: str) -> tuple[date, str] | None:
    return None if day is None else (day, why)


def day_of(text: str, edge: Edge) -> date | None:
    """Give the day that a text tells, as the type of dates reads it or once repaired; None where it tells none."""
    strict = DATE.cell(text)
    if not isinstance(strict, Refusal):
        return strict
    read = read_day(text, edge)
    return None if read is None or isinstance(read, Lost) else read[0]


def _mend(text: str, place: Place) -> Kept | Lost | None:
    read = read_day(text, place.edge)
    if read is None and (found := _WITH_WORDS.fullmatch(text)) is not None:
        said = fold_text(found[2])
        told = 0 < len(said.split()) <= _FEW_WORDS and not _UNDONE.search(said)
        day = day_of(found[1], place.edge) if told else None
        return None if day is None else Kept(DATE.show(day), "les mots qui suivent le jour ne sont pas repris")
    if read is None or isinstance(read, Lost):
        return read
    return Kept(DATE.show(read[0]), read[1])


_SIGNED, _START, _END = Place(DATE), Place(DATE, edge="start"), Place(DATE, edge="end")
DAYS = Repair(
    code="reparation-date",
    types=(DATE,),
    mend=_mend,
    mends=(
        Example("45536", "01/09/2024", _SIGNED),
        Example("45536,0", "01/09/2024", _SIGNED),
        Example("45536.75", "01/09/2024", _SIGNED),
        Example("20240901", "01/09/2024", _SIGNED),
        Example("01/09/24", "01/09/2024", _SIGNED),
        Example("01/09/98", "01/09/1998", _SIGNED),
        Example("01/09-2024", "01/09/2024", _SIGNED),
        Example("01 / 09 / 2024", "01/09/2024", _SIGNED),
        Example("01/09/2024 08:30", "01/09/2024", _SIGNED),
        Example("2024/9/1", "01/09/2024", _SIGNED),
        Example("à partir du 1/9/2024", "01/09/2024", _START),
        Example("1er septembre 2025", "01/09/2025", _SIGNED),
        Example("1 sept. 2025", "01/09/2025", _SIGNED),
        Example("lundi 1 septembre 2025", "01/09/2025", _SIGNED),
        Example("le 31 août 2027", "31/08/2027", _END),
        Example("1-sept-25", "01/09/2025", _START),
        Example("du 3 au 5/11/2025", "03/11/2025", _SIGNED),
        Example("12 et 13 mars 2026", "12/03/2026", _SIGNED),
        Example("18-19 nov. 2025", "18/11/2025", _SIGNED),
        Example("du 30 mars au 3 avril 2026", "30/03/2026", _SIGNED),
        Example("tél. 17/10/2025", "17/10/2025", _SIGNED),
        Example("02/25", "01/02/2025", _SIGNED),
        Example("15/10/2025 (tél.)", "15/10/2025", _SIGNED),
        Example("3 mars 2025 par mail", "03/03/2025", _SIGNED),
        Example("sept. 2025", "01/09/2025", _SIGNED),
        Example("Septembre 2025", "01/09/2025", _START),
        Example("sept-25", "30/09/2025", _END),
        Example("fin août 2027", "31/08/2027", _END),
        Example("09/2024", "01/09/2024", _START),
        Example("02/2028", "29/02/2028", _END),
        Example("2024-2025", "01/09/2024", _START),
        Example("2024/2025", "31/08/2025", _END),
        Example("année scolaire 2024-2025", "01/09/2024", _START),
        Example("2024-25", "31/08/2025", _END),
        Example("rentrée 2025", "01/09/2025", _START),
        Example("rentrée 2025", "01/09/2025", _SIGNED),
        Example("2024", "01/01/2024", _START),
        Example("2027", "31/12/2027", _END),
        Example("2024", None, _SIGNED),
        Example("2024-2025", None, _SIGNED),
    ),
    leaves=(
        ("30/02/2024", _SIGNED),
        ("08/31/2027", _SIGNED),
        ("31/13/24", _SIGNED),
        ("35000,5,1", _SIGNED),
        ("12", _SIGNED),
        ("??/2020", _START),
        ("75001", _SIGNED),
        ("19-18 nov. 2025", _SIGNED),
        ("du 30 mars au 3 avril 2026", _END),
        ("du 30 décembre au 3 janvier 2026", _SIGNED),
        ("02/12", _SIGNED),
        ("20241301", _SIGNED),
        ("2024-2027", _SIGNED),
        ("0001", _START),
        ("hier", _SIGNED),
        ("demain", _END),
        ("31 juin 2025", _SIGNED),
        ("sept.", _SIGNED),
        ("12/11/2025 annulé", _SIGNED),
        ("12/11/2025 (à confirmer)", _SIGNED),
        ("01/09/2024 ou plus tard", _START),
        ("entre mars 2024 et mai 2024", _START),
    ),
)
