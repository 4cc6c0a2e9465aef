"""Three files as an animator keeps them, at the size asked: establishments, companies, and their conventions typed by hand.

Everything is drawn by columns from one seed, so the same call writes the same bytes. Cells are as wrong as true ones are, at the
rates of DIRT; partners are drawn by a Pareto law: a few companies sign with hundreds of establishments, most with one.

    python generated.py large FOLDER
"""

import sys
from pathlib import Path

import numpy as np
import polars as pl

SEED = 20_261_123
SIZES = {  # establishments, companies, conventions
    "region": (150, 6_000, 12_000),
    "large": (500, 40_000, 80_000),
    "country": (3_000, 400_000, 1_000_000),
}
DIRT = {
    "inverted dates": 0.003,
    "date in ISO form": 0.02,
    "no end": 0.04,
    "wrong SIREN": 0.007,
    "spaced SIREN": 0.03,
    "no SIREN": 0.05,
    "UAI in lower case": 0.01,
    "repeated line": 0.005,
}
LETTERS = np.array(list("ABCDEFGHJKLMNPRSTUVWXYZ"))
FILIERES = ("Bois", "BTP", "Électricité", "Automobile", "Numérique", "Hôtellerie-restauration", "Santé-social", "Commerce", "Énergie")
TYPES = ("PFMP", "Apprentissage", "Stage", "Taxe d'apprentissage", "Visite-jury", "Partenariat global", "Plateau technique", "Mentorat")
STATES = ("Signée", "En cours", "Projet", "Terminée", "Dénoncée")
DIPLOMAS = ("CAP", "Bac pro", "BTS", "MC", "BP", "FCIL", "Titre pro")
KINDS = ("Lycée professionnel", "Lycée polyvalent", "CFA", "SEP", "EREA", "GRETA", "MFR")
SECTORS = ("Public", "Privé sous contrat")
FORMS = ("SARL", "SAS", "SA", "EURL", "SASU", "SNC", "SCOP", "")
BANDS = ("NN", "00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42")
NAF = ("16.23Z", "41.20A", "43.31Z", "43.21A", "45.20A", "62.02A", "56.10A", "10.71C", "88.10A", "47.11F", "49.41A", "25.62B", "35.11Z")
TRADES = (
    "MENUISERIE",
    "CONSTRUCTION",
    "Plâtrerie",
    "ÉLECTRICITÉ",
    "Garage",
    "INFORMATIQUE",
    "Hôtel",
    "BOULANGERIE",
    "Résidence",
    "TRANSPORTS",
)
NAMES = ("Martin", "Bernard", "Lefèvre", "Petit", "Guérin", "Durand", "Dubois", "Moreau", "François", "Noël", "Roux", "Rivière", "Béthune")
PLACES = ("SAINT-JEAN", "VILLENEUVE", "MONTFORT", "BEAUCLAIR", "PONT-L'ABBE", "BOURG-EN-BRESSE", "LES ROCHES", "FONTAINE", "GRANDCHAMP")
AREAS = ("-SUR-LOIRE", "-LES-BAINS", "-EN-FORET", "-LE-HAUT", "-SUR-MER", "-DU-LAC", "")


def pick(rng: np.random.Generator, words: tuple[str, ...], n: int, share: tuple[float, ...] | None = None) -> pl.Series:
    """Draw n words."""
    return pl.Series(words).gather(rng.choice(len(words), n, p=share))


def keyed(digits: np.ndarray) -> np.ndarray:
    """Add to each row of digits the last one, that makes its Luhn sum a multiple of ten."""
    twice = digits.astype(np.int16)
    twice[:, ::-2] *= 2
    twice -= 9 * (twice > 9)
    return np.column_stack([digits, (-twice.sum(axis=1) % 10).astype(np.uint8)])


def written(digits: np.ndarray) -> pl.Series:
    """Write each row of digits as a text."""
    width = digits.shape[1]
    return pl.Series(np.ascontiguousarray(digits + ord("0")).view(f"S{width}").ravel().astype(f"U{width}"))


def digits_of(numbers: np.ndarray, width: int) -> np.ndarray:
    """Cut numbers into `width` digits."""
    return ((numbers[:, None] // 10 ** np.arange(width - 1, -1, -1)) % 10).astype(np.uint8)


def communes(rng: np.random.Generator, n: int) -> pl.DataFrame:
    """Draw n communes: name, code, postcode, département, place."""
    department = np.sort(rng.integers(1, 96, n))
    department[department == 20] = 21
    rank = np.arange(n) % 900
    code = pl.Series(department).cast(pl.String).str.zfill(2)
    return pl.DataFrame(
        {
            "commune": pick(rng, PLACES, n) + pick(rng, AREAS, n),
            "code_insee": code + pl.Series(rank + 1).cast(pl.String).str.zfill(3),
            "code_postal": code + pl.Series(rank % 99 * 10).cast(pl.String).str.zfill(3),
            "departement": code,
            "latitude": np.round(rng.uniform(42.5, 50.8, n), 5),
            "longitude": np.round(rng.uniform(-4.5, 7.8, n), 5),
        }
    )


def establishments(rng: np.random.Generator, n: int, places: pl.DataFrame) -> pl.DataFrame:
    """Draw n establishments, each with its UAI."""
    numbers = rng.permutation(9_000_000)[:n] + 10_000
    uai = written(digits_of(numbers, 7)) + pl.Series(LETTERS[numbers % 23])
    where = places[rng.integers(0, len(places), n)]
    kind = pick(rng, KINDS, n)
    return pl.DataFrame(
        {
            "uai": uai,
            "nom": kind + " " + pick(rng, NAMES, n),
            "type": kind,
            "secteur": pick(rng, SECTORS, n, (0.78, 0.22)),
            "filieres": pick(rng, FILIERES[:4], n) + "|" + pick(rng, FILIERES[4:], n),
            **where.to_dict(),
            "academie": "Académie " + where["departement"].str.slice(0, 1),
            "effectif": (80 + 260 * rng.lognormal(0, 0.8, n)).astype(np.int64),
        }
    )


def companies(rng: np.random.Generator, n: int, places: pl.DataFrame) -> pl.DataFrame:
    """Draw n companies, each with its SIREN and the SIRET of its seat; one in fifty belongs to a group."""
    siren = keyed(digits_of(rng.choice(89_000_000, n, replace=False) + 10_000_000, 8))
    nic = digits_of(rng.integers(1, 100, n), 4)
    codes = written(siren)
    grouped = pl.Series(rng.random(n) < 0.02)
    where = places[rng.integers(0, len(places), n)]
    return pl.DataFrame(
        {
            "siren": codes,
            "siret": written(keyed(np.column_stack([siren, nic]))),
            "raison_sociale": pick(rng, TRADES, n) + " " + pick(rng, NAMES, n) + " " + pl.Series(rng.integers(1, 2_000, n)).cast(pl.String),
            "forme_juridique": pick(rng, FORMS, n),
            "code_naf": pick(rng, NAF, n),
            "tranche_effectif": pick(rng, BANDS, n),
            "siren_groupe": codes.gather(rng.integers(0, max(8, n // 400), n)).set(~grouped, ""),
            **where.to_dict(),
        }
    )


def conventions(rng: np.random.Generator, n: int, schools: pl.DataFrame, firms: pl.DataFrame) -> pl.DataFrame:
    """Draw n conventions between an establishment and a company, as typed by hand."""
    weight = np.cumsum(np.minimum(rng.pareto(1.15, len(firms)) + 0.05, 4_000))
    firm = firms[np.searchsorted(weight, rng.random(n) * weight[-1])]
    school = schools[rng.integers(0, len(schools), n)]
    spoiled = {what: pl.Series(rng.random(n) < share) for what, share in DIRT.items()}
    begins, ends = typed_dates(rng, n, spoiled)
    kind = pick(rng, TYPES, n, (0.42, 0.20, 0.13, 0.08, 0.07, 0.05, 0.03, 0.02))
    amount = pl.Series(np.round(rng.lognormal(7, 1, n), 2)).cast(pl.String).str.replace(".", ",", literal=True)
    table = pl.DataFrame(
        {
            "numero": "CONV-" + pl.Series(np.arange(n)).cast(pl.String).str.zfill(7),
            "uai": school["uai"].str.to_lowercase().zip_with(spoiled["UAI in lower case"], school["uai"]),
            "etablissement": school["nom"],
            "siren": typed_sirens(firm["siren"], spoiled),
            "raison_sociale": firm["raison_sociale"].str.to_titlecase().zip_with(pl.Series(rng.random(n) < 0.3), firm["raison_sociale"]),
            "commune": firm["commune"],
            "code_postal": firm["code_postal"],
            "type": kind,
            "theme": pick(rng, FILIERES, n),
            "diplome": pick(rng, DIPLOMAS, n),
            "date_debut": begins,
            "date_fin": ends,
            "nb_eleves": 1 + rng.poisson(3, n),
            "montant": amount.set(kind != TYPES[3], ""),
            "statut": pick(rng, STATES, n, (0.62, 0.15, 0.06, 0.15, 0.02)),
            "referent": pick(rng, tuple("ABCDEFGHJKLM"), n) + ". " + pick(rng, NAMES, n),
        }
    )
    repeated = int(n * DIRT["repeated line"])
    return pl.concat([table[: n - repeated], table[rng.integers(0, n - repeated, repeated)]])[rng.permutation(n)]


def typed_dates(rng: np.random.Generator, n: int, spoiled: dict[str, pl.Series]) -> tuple[pl.Series, pl.Series]:
    """Draw beginnings and ends from 2014 to 2031, some inverted, some in ISO form, some without end."""
    begin = (365 * 12 * rng.beta(2.2, 1.2, n)).astype(np.int64) + 16_071
    end = begin + rng.choice([28, 56, 180, 365, 730, 1_095, 1_825], n)
    inverted = spoiled["inverted dates"].to_numpy()
    days = [pl.Series(np.where(inverted, one, other)).cast(pl.Int32).cast(pl.Date) for one, other in ((end, begin), (begin, end))]
    iso = spoiled["date in ISO form"]
    first, last = (day.dt.strftime("%Y-%m-%d").zip_with(iso, day.dt.strftime("%d/%m/%Y")) for day in days)
    return first, last.set(spoiled["no end"], "")


def typed_sirens(codes: pl.Series, spoiled: dict[str, pl.Series]) -> pl.Series:
    """Give the SIREN as people type them: some with a wrong digit, some by groups of three, some absent."""
    wrong = codes.str.slice(0, 5) + ((codes.str.slice(5, 1).cast(pl.Int8) + 1) % 10).cast(pl.String) + codes.str.slice(6)
    codes = wrong.zip_with(spoiled["wrong SIREN"], codes)
    grouped = codes.str.slice(0, 3) + " " + codes.str.slice(3, 3) + " " + codes.str.slice(6)
    return grouped.zip_with(spoiled["spaced SIREN"], codes).set(spoiled["no SIREN"], "")


def write(size: str, folder: Path) -> None:
    """Write the three files as French Excel saves them: semicolons, a BOM, decimal commas."""
    rng = np.random.default_rng([SEED, *size.encode()])
    schools_wanted, firms_wanted, conventions_wanted = SIZES[size]
    places = communes(rng, max(300, firms_wanted // 80))
    schools = establishments(rng, schools_wanted, places)
    firms = companies(rng, firms_wanted, places)
    tables = {
        "etablissements": schools,
        "entreprises": firms,
        "conventions": conventions(rng, conventions_wanted, schools, firms),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        table.write_csv(folder / f"{name}.csv", separator=";", include_bom=True, decimal_comma=True, quote_style="never")


if __name__ == "__main__":
    write(sys.argv[1], Path(sys.argv[2]))
