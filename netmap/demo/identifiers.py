"""Identifiers with a right control key that no real establishment or company bears: UAI 099…, SIREN 000…."""

_UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def uai(number: int) -> str:
    """Give the UAI of the fictional département 099: three digits, a number on four digits, a control letter."""
    digits = f"099{number:04d}"
    return digits + _UAI_LETTERS[int(digits) % len(_UAI_LETTERS)]


def siren(number: int) -> str:
    """Give a SIREN that starts with 000, a range never attributed, with its Luhn key."""
    return _with_luhn_key(f"000{number:05d}")


def siret(unit: str, site: int) -> str:
    """Give the SIRET of a site of a SIREN, with its Luhn key."""
    return _with_luhn_key(f"{unit}{site:04d}")


def _with_luhn_key(digits: str) -> str:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled  # noqa: PLR2004 - the digits of a two-digit number are added
    return digits + str(-total % 10)
