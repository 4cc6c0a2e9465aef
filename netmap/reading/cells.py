"""The cells of a table, typed column by column: values where they are right, problems where they are not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from netmap.source import Column, Source
from netmap.values import fold_text

SEPARATORS = r"\s*[|;]\s*|\s+/\s+"
_ERRORS = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#NOM?", "#VALEUR!", "#NOMBRE!", "#NUL!"]
_PROBLEM_COLUMNS = {"row": pl.UInt32, "column": pl.String, "code": pl.String, "value": pl.String, "detail": pl.String}


@dataclass(frozen=True, slots=True)
class Cells:
    """Hold the typed cells of a field: the first value of each row, and all values of the rows that have several.

    `many` has columns row, position, value (null where it was refused); it is None where no cell holds more than one value.
    """

    values: pl.Series
    many: pl.DataFrame | None = None


@dataclass
class Findings:
    """Collect the problems of a table's rows; rows with a problem of severity line are rejected."""

    height: int
    frames: list[pl.DataFrame] = field(default_factory=list[pl.DataFrame])
    rejected: pl.Series = field(init=False)

    def __post_init__(self) -> None:
        self.rejected = pl.repeat(value=False, n=self.height, eager=True, dtype=pl.Boolean)

    def add(self, code: str, rows: pl.Series, *, reject: bool, **said: str | pl.Series) -> None:
        """Note a problem of `code` at each of `rows`; `column`, `value` and `detail` are texts or series beside the rows."""
        if len(rows) == 0:
            return
        frame = pl.DataFrame({"row": rows.cast(pl.UInt32)}).with_columns(
            *(_as_column(name, said.get(name, "")) for name in ("column", "value", "detail")), pl.lit(code).alias("code")
        )
        self.frames.append(frame.select(*_PROBLEM_COLUMNS))
        if reject:
            self.rejected = self.rejected.scatter(rows, True)

    def frame(self) -> pl.DataFrame:
        """Give all problems, in the order of rows then of checks."""
        if not self.frames:
            return pl.DataFrame(schema=_PROBLEM_COLUMNS)
        return pl.concat(self.frames).sort("row", maintain_order=True)


def typed_cells(source: Source, texts: pl.DataFrame, headings: Mapping[str, str], findings: Findings) -> dict[str, Cells]:
    """Type every mapped field of a table; note what is missing or refused."""
    typed: dict[str, Cells] = {}
    for col in source.columns:
        if col.field not in texts.columns:
            continue
        heading = headings.get(col.field, col.headings[0])
        raw = _translated(col, texts[col.field])
        if col.required:
            findings.add("valeur-obligatoire", raw.is_null().arg_true(), reject=True, column=heading)
        if raw.str.starts_with("#").any() and (errors := raw.is_in(_ERRORS).fill_null(value=False)).any():
            rows = errors.arg_true()
            findings.add("cellule-en-erreur", rows, reject=True, column=heading, value=raw.gather(rows))
            raw = raw.set(errors, None)
        typed[col.field] = _type(col, raw, heading, findings)
    return typed


def _type(col: Column, raw: pl.Series, heading: str, findings: Findings) -> Cells:
    several = raw.str.contains(SEPARATORS) if col.many else None
    if several is None or not several.any():
        values = col.type.column(raw)
        _refuse(col, raw, values, None, heading, findings)
        return Cells(values)
    split = (
        pl.DataFrame({"raw": raw})
        .with_row_index("row")
        .filter(several)
        .with_columns(pl.col("raw").str.replace_all(SEPARATORS, "\x1f").str.split("\x1f"))
        .explode("raw")
        .with_columns(pl.col("raw").str.strip_chars())
        .filter(pl.col("raw") != "")
        .with_columns(pl.int_range(pl.len()).over("row").alias("position"))
    )
    long_values = col.type.column(split["raw"])
    _refuse(col, split["raw"], long_values, split["row"], heading, findings)
    many = split.select("row", "position").with_columns(long_values.alias("value"))
    alone = raw.set(several.fill_null(value=False), None)
    values = col.type.column(alone)
    _refuse(col, alone, values, None, heading, findings)
    first = many.drop_nulls("value").group_by("row", maintain_order=True).first()
    values = values.scatter(first["row"], first["value"]) if len(first) else values
    return Cells(values, many)


def _refuse(col: Column, raw: pl.Series, values: pl.Series, rows: pl.Series | None, heading: str, findings: Findings) -> None:
    if values.null_count() == raw.null_count():
        return
    bad = (raw.is_not_null() & values.is_null()).arg_true()
    code = "valeur-ecartee" if col.lenient else "valeur-refusee"
    where = bad if rows is None else rows.gather(bad)
    findings.add(code, where, reject=not col.lenient, column=heading, value=raw.gather(bad), detail=col.field)


def _translated(col: Column, raw: pl.Series) -> pl.Series:
    if not col.words:
        return raw
    known = {fold_text(theirs): ours for theirs, ours in col.words.items()}
    seen = raw.drop_nulls().unique().to_list()
    replaced = {text: known[fold_text(text)] or None for text in seen if fold_text(text) in known}
    return raw.replace(replaced) if replaced else raw


def _as_column(name: str, said: str | pl.Series) -> pl.Expr | pl.Series:
    return said.cast(pl.String).alias(name) if isinstance(said, pl.Series) else pl.lit(said).alias(name)
