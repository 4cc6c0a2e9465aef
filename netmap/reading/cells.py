"""The cells of a table, typed column by column: values where they are right, repairs told, problems where nothing can be done."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from netmap.reading.findings import Findings
from netmap.reading.repairs import Place, abroad_rows, mended, place_of
from netmap.reading.repairs.compounds import LISTED
from netmap.reading.repairs.mending import JOINED, Mending
from netmap.source import Column, Source
from netmap.tables.sheet import every_cell
from netmap.values import SIREN, SIRET, TEXT, Refusal, fold_text

SEPARATORS = r"(?:^[0-9]+)?;#(?:[0-9]+;#)?|\s*[|;]\s*|\s+/\s+"  # « 12;#Brume;#15;#Valette »: a list of SharePoint
_OF_DIGITS = frozenset(kind.name for kind in (SIRET, SIREN))
_ERRORS = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#NOM?", "#VALEUR!", "#NOMBRE!", "#NUL!"]


@dataclass(frozen=True, slots=True)
class Cells:
    """Hold the typed cells of a field: the first value of each row, and all values of the rows that have several.

    `many` has columns row, position, value (null where it was refused); it is None where no cell holds more than one value.
    """

    values: pl.Series
    many: pl.DataFrame | None = None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Read the cells of one column: what its type refuses is mended where a repair can, and told."""

    column: Column
    place: Place
    heading: str
    abroad: pl.Series | None
    findings: Findings

    def read(self, raw: pl.Series) -> Cells:
        """Type a column of texts, lists included."""
        several = raw.str.contains(LISTED).fill_null(value=False) if self.column.many else None
        if several is None or not several.any():
            values, more = self.typed(raw, None)
            return Cells(values) if more is None else self._with_lists(values, more)
        values, more = self.typed(raw.set(several, None), None)
        rows = several.arg_true()
        lists = pl.DataFrame({"row": rows.cast(pl.UInt32), "raw": raw.gather(rows)})
        return self._with_lists(values, lists if more is None else pl.concat([lists, more]).sort("row"))

    def _with_lists(self, values: pl.Series, lists: pl.DataFrame) -> Cells:
        split = (
            lists.with_columns(pl.col("raw").str.replace_all(SEPARATORS, "\x1f").str.split("\x1f"))
            .explode("raw")
            .with_columns(pl.col("raw").str.strip_chars())
            .filter(pl.col("raw") != "")
        )
        split = self._split_further(split) if self.column.type.choices else split
        long_values, _none = self.typed(split["raw"], split["row"])
        split = split.with_columns(pl.int_range(pl.len()).over("row").alias("position"))
        many = split.select("row", "position").with_columns(long_values.alias("value"))
        first = many.drop_nulls("value").group_by("row", maintain_order=True).first()
        return Cells(values.clone().scatter(first["row"], first["value"]) if len(first) else values, many)

    def _split_further(self, split: pl.DataFrame) -> pl.DataFrame:
        """Split what a closed choice does not know as one and another sign parts: « PFMP, visites » of « Stages / PFMP, visites »."""
        mending = Mending(self.column, self.place)
        unknown = (text for text in split["raw"].unique().to_list() if isinstance(self.column.type.cell(text), Refusal))
        parted = {text: found.text for text in unknown if (found := mending.shared(text)) is not None and found.text is not None}
        return split.with_columns(pl.col("raw").replace(parted).str.split(JOINED)).explode("raw") if parted else split

    def typed(self, texts: pl.Series, rows: pl.Series | None) -> tuple[pl.Series, pl.DataFrame | None]:
        """Type texts, one value each; give also the cells (row, raw) that a repair found to hold several.

        `rows` tells which row of the table each text is in; None where they are the rows themselves.
        """
        values = texts if self.findings.plain and self.column.type is TEXT else self.column.type.column(texts)
        if values.null_count() == texts.null_count():
            return values, None
        refused = (texts.is_not_null() & values.is_null()).arg_true()
        where = refused if rows is None else rows.gather(refused)
        abroad = None if self.abroad is None else self.abroad.gather(where)
        outcome = mended(self.column, self.place, texts.gather(refused), abroad, apart=rows is None)
        outcome = outcome.with_columns(where.cast(pl.UInt32).alias("row"), refused.cast(pl.UInt32).alias("at"))
        self._refuse(outcome.filter(pl.col("code").is_null()))
        settled = outcome.drop_nulls("code")
        if settled.is_empty():
            return values, None
        for lost, told in settled.group_by(pl.col("code") == "identifiant-perdu", maintain_order=True):
            said = {"column": self.heading, "value": told["read"], "kept": told["kept"], "detail": told["why"]}
            self.findings.add(told["code"], told["row"], reject=bool(lost[0]), **said)
        is_list = pl.col("code") == "cellule-partagee"
        lists, alone = settled.filter(is_list), settled.filter(~is_list)
        values = values.clone().scatter(alone["at"], self.column.type.column(alone["text"]))
        return values, (lists.select("row", raw="text") if lists.height else None)

    def _refuse(self, refused: pl.DataFrame) -> None:
        """Tell what is refused; words in the place of a company's number are no slip: lines are kept."""
        col = self.column
        spoken = pl.col("read").str.contains("[0-9]").not_() if col.type.name in _OF_DIGITS and not col.required else pl.lit(value=False)
        for lenient, part in ((True, refused.filter(spoken)), (col.lenient, refused.filter(~spoken))):
            said = {"column": self.heading, "value": part["read"], "detail": col.field}
            self.findings.add("valeur-ecartee" if lenient else "valeur-refusee", part["row"], reject=not lenient, **said)


def typed_cells(source: Source, texts: pl.DataFrame, headings: Mapping[str, str], findings: Findings) -> dict[str, Cells]:
    """Type every mapped field of a table; note what is missing, mended or refused."""
    typed: dict[str, Cells] = {}
    every = every_cell(texts)
    # what begins with a # comes before $
    doubtful = not findings.plain and every.filter(every < "$").str.starts_with("#").any()
    for col in source.columns:
        if col.field not in texts.columns:
            continue
        heading = headings.get(col.field, col.headings[0])
        raw = _translated(col, texts[col.field])
        if col.required:
            findings.add("valeur-obligatoire", raw.is_null().arg_true(), reject=True, column=heading)
        if doubtful and (errors := raw.is_in(_ERRORS).fill_null(value=False)).any():
            rows = errors.arg_true()
            lenient = col.lenient or (col.type.name in _OF_DIGITS and not col.required)
            code = "erreur-ecartee" if lenient else "cellule-en-erreur"
            findings.add(code, rows, reject=not lenient, column=heading, value=raw.gather(rows))
            raw = raw.set(errors, None)
        abroad = abroad_rows(source, texts, col.field) if col.type.name in ("code_postal", "commune") else None
        typed[col.field] = _Reader(col, place_of(source, col), heading, abroad, findings).read(raw)
    return typed


def _translated(col: Column, raw: pl.Series) -> pl.Series:
    if not col.words:
        return raw
    known = {fold_text(theirs): ours for theirs, ours in col.words.items()}
    seen = raw.drop_nulls().unique().to_list()
    replaced = {text: known[fold_text(text)] or None for text in seen if fold_text(text) in known}
    return raw.replace(replaced) if replaced else raw
