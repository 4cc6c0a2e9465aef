"""The only import of scipy: sparse matrices of ties, their connected groups, their spanning forest.

scipy costs a third of a second to import, so it is when a measure is asked for. It ships no types: what it gives is given one here.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def matrix(rows: Ints, columns: Ints, shape: tuple[int, int], values: Floats | None = None) -> Any:  # noqa: ANN401 - scipy has no types
    """Make a matrix by rows, of ones unless values are given; cells said twice add up."""
    from scipy import sparse  # noqa: PLC0415 - see the top of the module

    made: Any = sparse.csr_array((np.ones(len(rows)) if values is None else values, (rows, columns)), shape=shape)
    return made


def groups(rows: Ints, columns: Ints, size: int) -> Ints:
    """Give a number to each connected group of `size` vertices joined by ties, and that number to its vertices."""
    from scipy.sparse import csgraph  # noqa: PLC0415 - see the top of the module

    if not size:
        return np.zeros(0, np.int64)
    loose: Any = csgraph
    return loose.connected_components(matrix(rows, columns, (size, size)), directed=False)[1].astype(np.int64)


def forest(rows: Ints, columns: Ints, lengths: Floats, size: int) -> tuple[Ints, Ints, Floats]:
    """Give the ties of a shortest spanning forest: rows, columns, lengths; every length is more than zero."""
    from scipy.sparse import csgraph  # noqa: PLC0415 - see the top of the module

    loose: Any = csgraph
    found = loose.minimum_spanning_tree(matrix(rows, columns, (size, size), lengths)).tocoo()
    return found.row.astype(np.int64), found.col.astype(np.int64), found.data


def listed(numbers: Ints) -> list[int]:
    """Give an array as a list of Python's integers."""
    return numbers.tolist()
