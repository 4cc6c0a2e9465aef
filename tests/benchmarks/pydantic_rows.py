"""What netmap is measured against: a pydantic model a row, the usual way to check lines one by one."""

import csv
import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from peers import LETTERS, STATES, TYPES
from pydantic import BaseModel, ValidationError, field_validator, model_validator


def luhn(code: str) -> bool:
    """Tell whether a code bears the right key."""
    digits = [int(c) for c in code]
    return sum(d if i % 2 == 0 else d * 2 - 9 * (d > 4) for i, d in enumerate(digits)) % 10 == 0


class Row(BaseModel):
    """Hold one line."""

    numero: str
    uai: str
    etablissement: str
    siren: str | None
    raison_sociale: str
    commune: str
    code_postal: str
    type: Literal[TYPES]  # pyright: ignore[reportInvalidTypeForm]
    theme: str
    diplome: str
    date_debut: dt.date
    date_fin: dt.date | None
    nb_eleves: int
    montant: float | None
    statut: Literal[STATES]  # pyright: ignore[reportInvalidTypeForm]
    referent: str

    @field_validator("uai", mode="before")
    @classmethod
    def letter(cls, text: str) -> str:
        code = text.strip().upper()
        if not (len(code) == 8 and code[:7].isdigit() and LETTERS[int(code[:7]) % 23] == code[7]):
            raise ValueError
        return code

    @field_validator("siren", mode="before")
    @classmethod
    def key(cls, text: str) -> str | None:
        code = text.replace(" ", "")
        if code and not (len(code) == 9 and code.isdigit() and luhn(code)):
            raise ValueError
        return code or None

    @field_validator("date_debut", "date_fin", mode="before")
    @classmethod
    def day(cls, text: str) -> dt.date | None:
        if not text:
            return None
        try:
            return dt.datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            return dt.date.fromisoformat(text)

    @field_validator("montant", mode="before")
    @classmethod
    def euros(cls, text: str) -> float | None:
        return float(text.replace(",", ".")) if text else None

    @model_validator(mode="after")
    def order(self) -> "Row":
        if self.date_fin is not None and self.date_fin < self.date_debut:
            raise ValueError
        return self


def validate(folder: Path) -> Callable[[], object]:
    """Read, type and check line by line."""

    def run() -> dict[str, int]:
        found: Counter[str] = Counter()
        seen: set[str] = set()
        rows: list[Row] = []
        with (folder / "conventions.csv").open(encoding="utf-8-sig", newline="") as file:
            for cells in csv.DictReader(file, delimiter=";"):
                try:
                    rows.append(Row.model_validate(cells))
                except ValidationError as error:
                    for one in error.errors():
                        found["valeur-refusee" if one["loc"] else "dates-inversees"] += 1
                    continue
                found["ligne-repetee"] += cells["numero"] in seen
                seen.add(cells["numero"])
        return dict(sorted(found.items()))

    return run
