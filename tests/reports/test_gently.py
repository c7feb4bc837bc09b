"""Sorting and letting go in pieces: the same as at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checkin.reports import gently, let_go


@given(st.lists(st.tuples(st.integers(0, 9), st.integers())), st.integers(1, 7))
def test_the_order_is_that_of_sorted_and_equals_keep_theirs(rows: list[tuple[int, int]], piece: int) -> None:
    whole, gently._PIECE = gently._PIECE, piece  # type: ignore[misc]
    try:
        assert gently.in_order(rows, key=lambda row: row[0]) == sorted(rows, key=lambda row: row[0])
    finally:
        gently._PIECE = whole  # type: ignore[misc]


def test_nothing_is_left_of_what_was_let_go() -> None:
    rows, by_person = list(range(12_001)), dict.fromkeys(range(12_001))
    let_go(rows)
    let_go(by_person)

    assert (rows, by_person) == ([], {})
