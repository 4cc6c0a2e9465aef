"""What a cell can be: every example beside its rule, and a column read as its cells are, whatever they hold."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.domain import vocabulary
from netmap.values import DATE, SIREN, SIRET, UAI, VALUE_TYPES, WHOLE, Refusal, ValueType, fold_column, fold_text, show_number

CHOICES = tuple(value for value in vars(vocabulary).values() if isinstance(value, ValueType))
TYPES = (*VALUE_TYPES, *CHOICES)
ACCEPTED = [(kind, text, value) for kind in TYPES for text, value in kind.accepts]
REFUSED = [(kind, text) for kind in TYPES for text in kind.refuses if text]
EACH = pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)


@pytest.mark.parametrize(("kind", "text", "value"), ACCEPTED, ids=[f"{k.name}-{t}" for k, t, _ in ACCEPTED])
def test_every_accepted_example_gives_its_value_alone_and_in_a_column(kind, text, value) -> None:
    assert kind.cell(text) == value
    assert kind.column(pl.Series([text, None])).to_list() == [value, None]
    assert isinstance(kind.show(value), str)


@pytest.mark.parametrize(("kind", "text"), REFUSED, ids=[f"{k.name}-{t!r}" for k, t in REFUSED])
def test_every_refused_example_says_why_and_is_absent_from_a_column(kind, text) -> None:
    refusal = kind.cell(text)
    assert isinstance(refusal, Refusal)
    assert refusal.reason
    assert kind.column(pl.Series([text, None])).to_list() == [None, None]


@EACH
def test_a_column_has_its_type_even_when_it_is_empty(kind) -> None:
    for texts in ([], [None, None]):
        column = kind.column(pl.Series("c", texts, dtype=pl.String))
        assert (column.dtype, column.to_list()) == (kind.dtype, texts)


def _hostile(kind: ValueType) -> st.SearchStrategy[str]:
    near = st.sampled_from([text for text, _ in kind.accepts] + [t for t in kind.refuses if t])
    digits = st.text("0123456789٣² -.,/€+eE\u00a0\u202fABx", min_size=1, max_size=16)
    changed = st.tuples(near, st.integers(0, 20), st.characters(codec="utf-8")).map(lambda t: t[0][: t[1]] + t[2] + t[0][t[1] :])
    return st.one_of(near, digits, changed, st.text(st.characters(codec="utf-8"), min_size=1)).map(str.strip).filter(bool)


@EACH
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_column_is_read_as_its_cells_are(kind, data) -> None:
    texts = data.draw(st.lists(st.one_of(st.none(), _hostile(kind)), max_size=8))
    expected = [None if text is None or isinstance(value := kind.cell(text), Refusal) else value for text in texts]
    assert kind.column(pl.Series("c", texts, dtype=pl.String)).to_list() == expected


@given(st.lists(st.one_of(st.none(), st.text(st.characters(codec="utf-8"))), max_size=8))
@settings(deadline=None)
def test_a_folded_column_is_folded_as_its_cells_are(texts) -> None:
    assert fold_column(pl.Series("c", texts, dtype=pl.String)).to_list() == [None if t is None else fold_text(t) for t in texts]


def test_folding_keeps_what_people_mean() -> None:
    assert fold_text("  N°  de l’Établissement_(œuvre) ") == "n de l etablissement oeuvre"


def test_real_uai_letters_agree() -> None:
    codes = ("0942434K", "0350760L", "0671509B", "0260015A", "0620056Z", "0011194T", "0911577V", "0741476C", "0830007G")
    assert [UAI.cell(code) for code in codes] == list(codes)


def test_a_wrong_key_says_what_is_wrong() -> None:
    assert UAI.cell("0350760A") == Refusal("la lettre de contrôle devrait être L")
    assert SIREN.cell("55210055") == Refusal("9 chiffres attendus, 8 lus")
    assert SIRET.cell("0142090W000000") == Refusal("14 chiffres attendus, d’autres signes lus")
    assert DATE.cell("30/02/2024") == Refusal("le 30/02/2024 n’existe pas dans le calendrier")


def test_numbers_are_shown_in_french() -> None:
    assert show_number(1234567.5) == "1\u202f234\u202f567,5"
    assert WHOLE.show(12000) == "12\u202f000"
