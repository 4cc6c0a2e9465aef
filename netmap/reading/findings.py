"""The problems of a table's rows, gathered as columns: which row, which column, what was read, what was kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

_COLUMNS = {
    "row": pl.UInt32,
    "column": pl.String,
    "code": pl.String,
    "value": pl.String,
    "detail": pl.String,
    "kept": pl.String,
}


_REFUSALS = ["valeur-refusee", "cellule-en-erreur", "identifiant-perdu"]


@dataclass
class Findings:
    """Collect the problems of a table's rows; rows with a problem of severity line are rejected.

    `plain` says that no cell of the table holds a control sign, nor the # of the errors of spreadsheets: none is looked for.
    """

    height: int
    plain: bool = False
    frames: list[pl.DataFrame] = field(default_factory=list[pl.DataFrame])
    rejected: pl.Series = field(init=False)

    def __post_init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Forget everything: the table is read again otherwise."""
        self.frames.clear()
        self.rejected = pl.repeat(value=False, n=self.height, eager=True, dtype=pl.Boolean)

    def add(self, code: str | pl.Series, rows: pl.Series, *, reject: bool, **said: str | pl.Series) -> None:
        """Note a problem of `code` at each of `rows`; `column`, `value`, `detail` and `kept` are texts or series beside the rows."""
        if len(rows) == 0:
            return
        frame = pl.DataFrame({"row": rows.cast(pl.UInt32)}).with_columns(
            *(_as_column(name, said.get(name, "")) for name in ("column", "value", "detail")),
            _as_column("kept", said["kept"]) if "kept" in said else pl.lit(None, dtype=pl.String).alias("kept"),
            _as_column("code", code),
        )
        self.frames.append(frame.select(*_COLUMNS))
        if reject:
            self.rejected = self.rejected.scatter(rows, True)

    def refused(self, columns: Sequence[str]) -> pl.Series:
        """Give the rows whose cell in one of these columns was refused."""
        told = [f.filter(pl.col("code").is_in(_REFUSALS) & pl.col("column").is_in(columns))["row"] for f in self.frames]
        return pl.concat([pl.Series("row", [], dtype=pl.UInt32), *told])

    def frame(self) -> pl.DataFrame:
        """Give all problems, in the order of rows then of checks."""
        if not self.frames:
            return pl.DataFrame(schema=_COLUMNS)
        return pl.concat(self.frames).sort("row", maintain_order=True)


def _as_column(name: str, said: str | pl.Series) -> pl.Expr | pl.Series:
    return said.cast(pl.String).alias(name) if isinstance(said, pl.Series) else pl.lit(said).alias(name)
