import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.quotes.word_runs import Runs, find_contained

SIZE = 2


def is_within(inner: list[int], outer: list[int]) -> bool:
    return any(outer[at : at + len(inner)] == inner for at in range(len(outer) - len(inner) + 1))


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(st.lists(st.integers(1, 3), max_size=6), max_size=8))
def test_pairs_are_those_that_a_plain_search_finds(rows):
    runs = Runs(pl.Series("words", rows, dtype=pl.List(pl.UInt64)))
    outer, inner = find_contained(runs, np.arange(len(rows)), SIZE)
    wanted = {
        (a, b)
        for a, one in enumerate(rows)
        for b, other in enumerate(rows)
        if a != b and len(other) >= SIZE and is_within(other, one)
    }
    assert set(zip(outer.tolist(), inner.tolist(), strict=True)) == wanted


def test_equal_runs_have_one_name_wherever_they_stand():
    runs = Runs(pl.Series("words", [[1, 2, 3], [9], [1, 2, 3], [3, 2, 1]], dtype=pl.List(pl.UInt64)))
    assert runs.names[0] == runs.names[2]
    assert len(set(runs.names.tolist())) == 3
