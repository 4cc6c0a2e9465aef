"""What in a network keeps its coherence from being judged well, said in French: circles, two parents, dates in disorder, doubles.

None of it stops the check: a circle is walked once, a period in disorder is read as unknown. People correct the sheets.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import polars as pl

from netmap.coherence.ground import Ground
from netmap.domain import CONVENTION, DECLINES, FRAMEWORK, REPLACES
from netmap.lifecycle import FAR
from netmap.matching.identity import signatories_of
from netmap.matching.trees import circles
from netmap.matching.units import core_names
from netmap.values import DATE

_MANY_SITES = 1_000


@dataclass(frozen=True, slots=True)
class Fault:
    """Say what is wrong, about which elements, and what to do."""

    code: str
    about: tuple[str, ...]
    message: str

    def as_dict(self) -> dict[str, object]:
        """Give the fault as plain values."""
        return {"code": self.code, "about": list(self.about), "message": self.message}


def faults(ground: Ground) -> list[Fault]:
    """List what is wrong in the network for this check, kind by kind."""
    kinds: tuple[Callable[[Ground], Iterator[Fault]], ...] = (
        _circles_of_units,
        _circles_of_texts,
        _several_parents,
        _disorder,
        _same_framework,
        _state_sirens,
        _many_sites,
    )
    return [fault for kind in kinds for fault in kind(ground)]


def _circles_of_units(ground: Ground) -> Iterator[Fault]:
    for units in ground.trees.cycles:
        names, ids = _units_named(ground, units)
        yield Fault(
            "groupe-en-cercle",
            ids,
            f"{names} : ces organisations font partie les unes des autres en cercle. Le lien est suivi une fois ; corrigez la société "
            "mère ou la "
            "fédération dans leurs fiches.",
        )


def _circles_of_texts(ground: Ground) -> Iterator[Fault]:
    said = (
        ("remplacement-en-cercle", REPLACES.name, "se remplacent en cercle. Ces remplacements ne sont pas comptés", "Remplace"),
        ("declinaison-en-cercle", DECLINES.name, "se déclinent en cercle. Le lien est suivi une fois", "Décline"),
    )
    for code, kind, what, column in said:
        for texts in circles(ground.network.link(kind).select("source", "target").iter_rows()):
            names = " ; ".join(f"« {_named(ground, text)} »" for text in texts)
            yield Fault(code, texts, f"{names} : {what} ; corrigez la colonne « {column} ».")


def _several_parents(ground: Ground) -> Iterator[Fault]:
    for unit, parents in ground.trees.several_parents.items():
        name, ids = _units_named(ground, (unit,))
        names, _ = _units_named(ground, parents)
        yield Fault(
            "plusieurs-societes-meres",
            ids,
            f"{name} a plusieurs sociétés mères : {names}. Toutes sont suivies ; si l’une est ancienne, retirez-la de sa fiche.",
        )


def _disorder(ground: Ground) -> Iterator[Fault]:
    for kind in (FRAMEWORK.name, CONVENTION.name):
        end = pl.min_horizontal("ends_on", "ended_on").alias("end")
        frame = ground.network.node(kind).select("id", "starts_on", end).filter(pl.col("end") < pl.col("starts_on"))
        for identifier, starts, ends in frame.sort("id").iter_rows():
            yield Fault(
                "fin-avant-debut",
                (identifier,),
                f"« {_named(ground, identifier)} » finit le {DATE.show(ends)}, avant son début le {DATE.show(starts)}. Sa période est "
                "lue comme inconnue ; "
                "corrigez l’une des dates.",
            )


def _same_framework(ground: Ground) -> Iterator[Fault]:
    """Find frameworks of the same signatories and the same dates, or of the same title, under several references."""
    signed = (
        signatories_of(ground.network, ground.units).group_by("framework").agg(pl.col("unit").unique().sort().str.join(" ").alias("who"))
    )
    held = ground.frameworks.select(
        pl.col("id").alias("framework"), "title", "starts_on", pl.coalesce("ends_on", pl.lit(FAR)).alias("ends"), "level"
    )
    held = held.with_columns(core_names(held["title"]).alias("title"))
    by_dates = held.drop_nulls("starts_on").join(signed, on="framework").group_by("who", "starts_on", "ends", "level")
    by_title = held.drop_nulls("title").group_by("title", "starts_on", "ends")
    seen: set[tuple[str, ...]] = set()
    for grouped in (by_dates, by_title):
        alike = grouped.agg(pl.col("framework").sort()).filter(pl.col("framework").list.len() > 1)
        for ids in sorted(tuple(found) for found in alike["framework"].to_list()):
            if ids not in seen:
                seen.add(ids)
                names = " ; ".join(f"« {_named(ground, i)} »" for i in ids)
                yield Fault(
                    "accord-en-double",
                    ids,
                    f"{names} : même accord sous plusieurs noms, peut-être (mêmes signataires ou même intitulé, mêmes dates). "
                    "Rapprochez les fiches si "
                    "c’est le cas ; sinon chacun est examiné.",
                )


def _state_sirens(ground: Ground) -> Iterator[Fault]:
    for siren in sorted(ground.shared_state_sirens):
        ids = tuple(ground.units.frame.filter(pl.col("siren") == siren)["id"].sort().to_list())
        if ids[1:] or ground.partners["partner"].is_in(ids).any():
            shared = f" et {len(ids)} organisations le partagent" if ids[1:] else ""
            yield Fault(
                "siren-partage",
                ids[:20],
                f"Le SIREN {siren} est celui d’un service de l’État{shared} : il peut désigner un ministère entier. Le même SIREN ne vaut "
                "ici qu’une certitude moyenne ; donnez les SIRET.",
            )


def _many_sites(ground: Ground) -> Iterator[Fault]:
    sized = (
        ground.units.frame.filter(pl.col("siren").is_not_null())
        .group_by("unit")
        .agg(pl.len().alias("n"))
        .filter(pl.col("n") >= _MANY_SITES)
    )
    for unit, count in sized.sort("unit").iter_rows():
        name, ids = _units_named(ground, (unit,))
        yield Fault(
            "nombreux-sites",
            ids,
            f"{name} a {count} sites dans le réseau : un même SIREN ne dit pas que les mêmes personnes sont concernées. Les liens "
            "trouvés sont à vérifier "
            "site par site.",
        )


def _units_named(ground: Ground, units: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    held = ground.units.frame.filter(pl.col("unit").is_in(list(units))).sort(pl.col("id").str.len_bytes(), "id")
    one = held.unique("unit", keep="first", maintain_order=True).sort("unit")
    return ", ".join(f"« {name or unit} »" for name, unit in one.select("name", "unit").iter_rows()), tuple(one["id"].to_list())


def _named(ground: Ground, identifier: str) -> str:
    return ground.network.caption(identifier)
