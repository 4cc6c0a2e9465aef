"""How a node gets its id: the first key of its kind whose parts are all said, written `Kind:key`.

A local key (`Kind:~words@words`) is made of normalised words that people typed; letters that no accent explains (Greek, Cyrillic,
ł, ø) are kept, or partners abroad would lose their name or share one. A SIRET also declares its SIREN: a site is
part of its legal unit (`netmap.lots.legal_units`).
"""

import hashlib
from collections.abc import Callable, Mapping
from math import expm1

import numpy as np
import polars as pl

from netmap.schema import Key, NodeKind
from netmap.values import fold_column

SIREN_LENGTH = 9
_FOLDED, _COPIED = 4, 16  # how often a text must come for folding it once, or copying it once, to pay
_SAMPLED = 2_048
LONGEST, _KEPT = 1_000, 200


def identifiers(kind: NodeKind, parts: Mapping[str, pl.Series]) -> pl.Series:
    """Give the id of each row from the parts of its keys, null where no key is complete."""
    found: pl.Series | None = None
    for key in kind.keys:
        if not all(part in parts or part in key.optional for part in key.parts):
            continue
        if found is None:
            found = _by_key(kind, key, parts)
        elif found.null_count():
            rows = found.is_null().arg_true()
            left = {part: parts[part].gather(rows) for part in key.parts if part in parts}
            found = found.scatter(rows, _by_key(kind, key, left))
    return found if found is not None else pl.Series("id", [], dtype=pl.String)


def local_identifiers(kind: NodeKind, parts: Mapping[str, pl.Series]) -> pl.Series:
    """Give the local id of each row (the one made of typed words), null where its parts are missing."""
    return _by_key(kind, next(k for k in kind.keys if k.local), parts)


def _by_key(kind: NodeKind, key: Key, parts: Mapping[str, pl.Series]) -> pl.Series:
    given = [part for part in key.parts if part in parts]
    if len(given) > 1:
        return _joined(kind, key, parts)
    part = given[0]
    return _by_distinct(lambda texts: _joined(kind, key, {part: texts}), parts[part].cast(pl.String), _FOLDED if key.local else _COPIED)


def _joined(kind: NodeKind, key: Key, parts: Mapping[str, pl.Series]) -> pl.Series:
    texts = {part: _part(key, parts[part], part) for part in key.parts if part in parts}
    sep, head = ("@", f"{kind.name}:~") if key.local else ("/", f"{kind.name}:")
    pieces: list[pl.Expr] = []
    for part in key.parts:
        pieces += [pl.lit(sep if pieces else head), *([pl.col(part)] if part in texts else [])]
    if len(texts) == len(key.parts) == 1:  # before one text alone, no expression is needed: a third less time
        ids = (pl.Series([head]) + texts[key.parts[0]]).alias("id")
    else:
        ids = pl.DataFrame(texts).select_seq(pl.concat_str(pieces).alias("id"))["id"]
    if key.minimum:
        short = texts[key.parts[0]].str.len_chars() < key.minimum
        ids = ids.set(short.fill_null(value=True), None) if short.any() else ids
    return _bounded(ids)


def _bounded(ids: pl.Series) -> pl.Series:
    """Cut the ids that no index nor address would take (Neo4j: 8 kB); the digest of the whole tells them apart."""
    long = ids.str.len_bytes() > LONGEST
    if not long.any():
        return ids
    rows = long.arg_true()
    cut = [f"{text[:_KEPT]}~{hashlib.sha256(text.encode()).hexdigest()[:24]}" for text in ids.gather(rows)]
    return ids.scatter(rows, pl.Series(cut, dtype=pl.String))


def _part(key: Key, values: pl.Series, part: str) -> pl.Series:
    text = values.cast(pl.String)
    if key.local:
        text = folded(text)
        text = text.set(text == "", None) if (text == "").any() else text
    return text.fill_null("") if part in key.optional else text


def folded(text: pl.Series) -> pl.Series:
    """Fold a column; one that repeats itself by its distinct texts."""
    return _by_distinct(fold_column, text, _FOLDED)


def _by_distinct(made: Callable[[pl.Series], pl.Series], text: pl.Series, times: int) -> pl.Series:
    """Make a text of each text; where each comes at least so many `times`, once for each distinct text, kept once in memory too."""
    if not _comes_often(text, times):
        return made(text)
    seen = text.drop_nulls().unique(maintain_order=True)
    # an Enum numbers the words it knows in one pass
    return made(seen).gather(text.cast(pl.Enum(seen)).to_physical())


def _comes_often(text: pl.Series, times: int) -> bool:
    """Tell whether a text comes about so many times, from texts taken at even steps: those of a sorted column are met too."""
    sample = text.gather_every(max(1, len(text) // _SAMPLED))
    distinct = len(text) / times
    return sample.n_unique() <= distinct * -expm1(-len(sample) / distinct) if distinct else False


def may_repeat(hashes: pl.Series) -> pl.Series:
    """Tell which rows may be alike, by their 64-bit hashes: all that are, and at worst a few that are not.

    Sorting hashes costs a tenth of looking for repeats among texts, and numpy sorts them in a quarter of the time of polars.
    """
    held = np.sort(hashes.to_numpy())
    twice = pl.Series(held[1:][held[1:] == held[:-1]], dtype=pl.UInt64)
    if twice.is_empty():
        return pl.repeat(value=False, n=len(hashes), eager=True, dtype=pl.Boolean)
    return hashes.is_in(twice.implode())


def break_ties(ids: pl.Series, kind: NodeKind, values: Mapping[str, pl.Series]) -> pl.Series:
    """Add to a local id the property that tells repeats apart, only where the id repeats with different values of it."""
    for key in kind.keys:
        if not key.tiebreak or key.tiebreak not in values:
            continue
        frame = pl.DataFrame({"id": ids, "tie": values[key.tiebreak]})
        local = pl.col("id").str.starts_with(f"{kind.name}:~")
        if not frame.select(local.any()).item():
            continue
        differs = pl.col("tie").drop_nulls().n_unique().over("id") > 1
        ids = frame.select(
            pl.when(local & pl.col("tie").is_not_null() & differs)
            .then(pl.concat_str("id", pl.lit("@"), pl.col("tie").cast(pl.String)))
            .otherwise("id")
            .alias("id")
        )["id"]
    return ids
