"""What a cell can be: every example beside its rule, and a column read as its cells are, whatever they hold."""

import unicodedata

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.domain import vocabulary
from netmap.errors import SchemaError
from netmap.values import (
    AMOUNT,
    DATE,
    EMAIL,
    NUMBER,
    PHONE,
    SIREN,
    SIRET,
    TEXT,
    UAI,
    URL,
    VALUE_TYPES,
    WHOLE,
    YES_NO,
    Refusal,
    ValueType,
    choice,
    fold_column,
    fold_text,
    show_number,
)

CHOICES = tuple(value for value in vars(vocabulary).values() if isinstance(value, ValueType))
TYPES = (*VALUE_TYPES, *CHOICES)
ACCEPTED = [(kind, text, value) for kind in TYPES for text, value in kind.accepts]
REFUSED = [(kind, text) for kind in TYPES for text in kind.refuses]
NOT_OUR_DIGITS = ("\u0663", "²", "\uff11", "\U0001d7cf", "\u0967", "½")
COMPUTED = st.one_of(
    st.integers(0, 10**14 - 1).map(str),
    st.from_regex(r"356000000[0-9]{5}", fullmatch=True),
    st.integers(0, 10**9 - 1).map(lambda n: f"{n:09d}"),
    st.integers(0, 10**7 - 1).map(lambda n: f"{n:07d}{'ABCDEFGHJKLMNPRSTUVWXYZ'[n % 23]}"),
    st.dates().map(lambda day: f"{day:%d/%m/%Y}"),
    st.datetimes().map(lambda moment: moment.isoformat(sep=" ", timespec="seconds")),
    st.from_regex(r"[0-3]?[0-9]([/.-])[01]?[0-9][/.-](19|20|21)?[0-9]{2}", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[01][0-9]-[0-3][0-9]([ T][0-2][0-9]:[0-5][0-9](:00)?(Z|\+02:00)?)?", fullmatch=True),
    st.integers(-(2**53) - 3, 2**53 + 3).map(str),
    st.sampled_from([str(2**53), str(2**53 + 1), str(-(2**53) - 1), str(2**63), "9" * 400, "9" * 5000, "-0", "1" * 30 + ".0"]),
    st.floats(allow_nan=True).map(str),
    st.decimals(-(10**9), 10**9, places=2).map(lambda n: f"{n:,} €".replace(",", "\u202f").replace(".", ",")),
    st.from_regex(r"[+-]?[0-9]{0,4}([ \u00a0\u202f.,][0-9]{0,3}){0,3} ?€?", fullmatch=True),
    st.from_regex(r"(\+33|0033|0)?[ .-]?[0-9]([ .-]?[0-9]{2}){4}", fullmatch=True),
)
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
    swapped = st.tuples(near, st.integers(0, 20), st.sampled_from(NOT_OUR_DIGITS)).map(lambda t: t[0][: t[1]] + t[2] + t[0][t[1] + 1 :])
    return (
        st.one_of(near, COMPUTED, digits, changed, swapped, st.text(st.characters(codec="utf-8"), min_size=1)).map(str.strip).filter(bool)
    )


@EACH
@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_column_is_read_as_its_cells_are(kind, data) -> None:
    texts = data.draw(st.lists(st.one_of(st.none(), _hostile(kind)), max_size=8))
    expected = [None if text is None or isinstance(value := kind.cell(text), Refusal) else value for text in texts]
    assert kind.column(pl.Series("c", texts, dtype=pl.String)).to_list() == expected


@pytest.mark.parametrize("kind", [k for k in TYPES if k not in (TEXT, EMAIL, URL)], ids=lambda kind: kind.name)
def test_digits_of_other_scripts_are_never_read(kind) -> None:
    for text, _ in kind.accepts:
        for place in range(len(text) + 1):
            for digit in NOT_OUR_DIGITS:
                for odd in (text[:place] + digit + text[place:], text[:place] + digit + text[place + 1 :]):
                    assert isinstance(kind.cell(odd), Refusal), odd


def test_a_long_column_is_read_as_a_short_one_is() -> None:
    for kind in (SIREN, SIRET, UAI, DATE, WHOLE, AMOUNT, NUMBER, PHONE, TEXT, YES_NO):
        texts = [text for text, _ in kind.accepts] + [None, *kind.refuses]
        few = pl.Series("c", texts, dtype=pl.String)
        assert kind.column(pl.concat([few] * (150_000 // len(few)))).to_list() == kind.column(few).to_list() * (150_000 // len(few))


@given(
    texts=st.lists(
        st.one_of(
            st.none(),
            st.text(st.characters(codec="utf-8")),
            st.text("aZ09 éÀœÆß’-_.°²½ıİſǅﬁΣς\u0301\u00a0\u202f\u0663ø"),
            st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F)),
        ),
        max_size=8,
    ),
    times=st.sampled_from((1, 100)),  # few texts with other signs, and many
)
@settings(deadline=None)
def test_a_folded_column_is_folded_as_its_cells_are(texts, times) -> None:
    texts = texts * times
    assert fold_column(pl.Series("c", texts, dtype=pl.String)).to_list() == [None if t is None else fold_text(t) for t in texts]


def test_folding_keeps_what_people_mean() -> None:
    assert fold_text("  N°  de l’Établissement_(œuvre) ") == "n de l etablissement oeuvre"
    assert fold_text("ŒUVRE & Straße, Oﬃce") == "oeuvre strasse office"
    assert fold_text("Ελλάς · 東京 · m²") == "ελλασ 東京 m²"


def test_every_sign_folds_alike_alone_and_in_a_column() -> None:
    every = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) != "Cs"]
    assert fold_column(pl.Series(every)).to_list() == [fold_text(sign) for sign in every]


def test_folding_twice_changes_nothing_in_french_texts() -> None:
    every = [chr(code) for code in range(0x250)]
    assert [fold_text(fold_text(sign)) for sign in every] == [fold_text(sign) for sign in every]


def test_a_synonym_cannot_contradict_a_choice() -> None:
    with pytest.raises(SchemaError, match="« privé » ne peut pas vouloir dire « sous »"):
        choice("statut", "un statut", {"prive": "Privé", "sous": "Sous contrat"}, {"privé": "sous"})
    with pytest.raises(SchemaError, match="« libre » ne peut pas vouloir dire « absent »"):
        choice("statut", "un statut", {"prive": "Privé"}, {"libre": "absent"})


def test_values_are_shown_as_french_people_write_them() -> None:
    read = ((DATE, "2027-08-31"), (AMOUNT, "1234.5"), (YES_NO, "X"), (PHONE, "+33149714000"), (vocabulary.RENEWAL, "TACITE"))
    assert [kind.show(kind.cell(text)) for kind, text in read] == ["31/08/2027", "1\u202f234,5", "oui", "01 49 71 40 00", "Tacite"]


def test_every_calendar_day_is_read_in_both_orders() -> None:
    days = pl.date_range(DATE.cell("01/01/1900"), DATE.cell("31/12/2199"), eager=True)
    for written in ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%Y-%m-%d 00:00:00"):
        assert DATE.column(days.dt.to_string(written)).to_list() == days.to_list()


def test_real_uai_letters_agree() -> None:
    codes = ("0942434K", "0350760L", "0671509B", "0260015A", "0620056Z", "0011194T", "0911577V", "0741476C", "0830007G")
    assert [UAI.cell(code) for code in codes] == list(codes)
    assert UAI.column(pl.Series(codes)).to_list() == list(codes)


def test_a_wrong_key_says_what_is_wrong() -> None:
    assert UAI.cell("0350760A") == Refusal("la lettre de contrôle devrait être L")
    assert SIREN.cell("55210055") == Refusal("9 chiffres attendus, 8 lus")
    assert SIRET.cell("0142090W000000") == Refusal("14 chiffres attendus, d’autres signes lus")
    assert DATE.cell("30/02/2024") == Refusal("le 30/02/2024 n’existe pas dans le calendrier")


def test_numbers_are_shown_in_french() -> None:
    assert show_number(1234567.5) == "1\u202f234\u202f567,5"
    assert WHOLE.show(12000) == "12\u202f000"
