"""A database that a test may empty in its midst."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.conftest import wipe


@pytest.fixture
def wiped(neo4j: str) -> Callable[[], None]:
    """Give the function that empties the database."""
    return partial(wipe, neo4j)
