"""Whatever happens to a workbook, netmap says one sentence or counts its lines; NETMAP_FUZZ tells how many files to try."""

import os
from pathlib import Path

import pytest

from netmap.stores import open_store
from tests.workbooks.fuzzing import case_of, given_back, outcome

FILES = int(os.environ.get("NETMAP_FUZZ") or 2_000)
BATCH = 100
GIVEN_BACK = 10


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, FILES, BATCH))
def test_a_file_gone_wrong_is_refused_in_a_sentence_or_its_lines_add_up(first: int, tmp_path: Path):
    store = open_store(tmp_path / "vide.netmap", create=True)
    for seed in range(first, min(first + BATCH, FILES)):
        try:
            case = case_of(seed)
            preparation = outcome(store, case)
            if seed % GIVEN_BACK == 0:
                given_back(store, case, preparation)
        except BaseException as error:
            error.add_note(f"To make this file again: python -m tests.workbooks.fuzzing {seed}")
            raise


def test_the_file_of_a_seed_is_always_the_same():
    assert [case_of(seed) for seed in range(30)] == [case_of(seed) for seed in range(30)]
