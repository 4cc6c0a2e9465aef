"""Every repair does what its examples say, its type reads what it keeps, and hostile texts make none of them fail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.problems import BY_CODE, Severity
from netmap.reading.repairs import REPAIRS, Kept, Lost, Place
from netmap.values import DATE, POSTCODE, SIREN, SIRET, UAI, WHOLE, Refusal

MENDS = [(repair, example) for repair in REPAIRS for example in repair.mends]
LEAVES = [(repair, text, place) for repair in REPAIRS for text, place in repair.leaves]
PLACES = tuple({example.place: None for _repair, example in MENDS})


@pytest.mark.parametrize(("repair", "example"), MENDS, ids=[f"{r.code}-{e.place.type.name}-{e.text}" for r, e in MENDS])
def test_a_repair_keeps_what_its_example_says_and_its_type_reads_it(repair, example) -> None:
    assert repair.applies(example.place)
    assert isinstance(example.place.type.cell(example.text), Refusal)
    result = repair.mend(example.text, example.place)
    if example.kept is None:
        assert isinstance(result, Lost)
        assert BY_CODE[result.code].severity is Severity.REMARK
        return
    assert isinstance(result, Kept)
    assert result.text == example.kept
    assert not isinstance(example.place.type.cell(result.text), Refusal)
    assert BY_CODE[result.code or repair.code].severity is Severity.REMARK
    assert result.why


@pytest.mark.parametrize(("repair", "text", "place"), LEAVES, ids=[f"{r.code}-{p.type.name}-{t}" for r, t, p in LEAVES])
def test_a_repair_leaves_what_its_example_says(repair, text, place) -> None:
    result = repair.mend(text, place)
    assert result is None or (isinstance(result, Kept) and isinstance(place.type.cell(result.text), Refusal))


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.mend.__name__)
def test_a_repair_has_examples_of_both(repair) -> None:
    assert repair.mends
    assert repair.leaves


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.type.name}-{place.edge}{place.months}{place.abroad}")
@given(
    text=st.one_of(
        st.text(min_size=1, max_size=40),
        st.text("0123456789٣² -.,/€kM+eE\u00a0\u202f'()", min_size=1, max_size=24),
        st.sampled_from([example.text for _repair, example in MENDS]).flatmap(
            lambda text: st.integers(0, len(text)).map(lambda at: text[:at] + "٣" + text[at:])
        ),
    )
)
@settings(max_examples=150, deadline=None)
def test_no_text_makes_a_repair_fail(place, text) -> None:
    for repair in REPAIRS:
        if repair.applies(place):
            result = repair.mend(text.strip() or "-", place)
            assert result is None or isinstance(result, Kept | Lost)


@given(st.integers(0, 10**14 - 1).map(str))
@settings(max_examples=300, deadline=None)
def test_a_number_is_never_padded_into_a_code_whose_key_is_wrong(digits: str) -> None:
    for kind in (SIREN, SIRET):
        if not isinstance(kind.cell(digits), Refusal):
            continue
        for repair in REPAIRS:
            result = repair.mend(digits, Place(kind)) if repair.applies(Place(kind)) else None
            if isinstance(result, Kept) and not isinstance(kind.cell(result.text), Refusal):
                assert int(result.text) == int(digits)
                assert kind is SIREN or not isinstance(SIREN.cell(result.text[:9]), Refusal)


@given(st.integers(0, 9_999_999))
def test_an_uai_without_its_zeros_comes_back_whole(number: int) -> None:
    code = f"{number:07d}{'ABCDEFGHJKLMNPRSTUVWXYZ'[number % 23]}"
    lost = code.lstrip("0")
    found = [r.mend(lost, Place(UAI)) for r in REPAIRS if r.applies(Place(UAI))]
    kept = [result.text for result in found if isinstance(result, Kept)]
    assert kept in ([code], [])
    assert kept == [code] or len(lost) in range(6) or lost == code


def test_the_type_of_a_place_decides() -> None:
    mends = {(r.code, p.type.name) for r in REPAIRS for p in (Place(DATE), Place(POSTCODE), Place(WHOLE)) if r.applies(p)}
    assert ("reparation-date", "code_postal") not in mends
    assert ("reparation-zeros", "date") not in mends
