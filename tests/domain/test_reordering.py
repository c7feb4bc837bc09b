"""The order of precedence of delegations, when one of them is moved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.programme import Delegation, LocalText
from checkin.domain.reordering import in_new_order

ORDERS = st.one_of(st.none(), st.integers(0, 30))


def delegations(orders: list[int | None]) -> list[Delegation]:
    return [
        Delegation(f"D{place:02}", (LocalText.of("D"),), order=order) for place, order in enumerate(orders)
    ]


@given(st.lists(ORDERS, max_size=12).map(delegations).flatmap(st.permutations))
def test_sorting_by_the_new_numbers_gives_the_wanted_order(wanted: list[Delegation]) -> None:
    found = in_new_order(wanted)

    assert [each.code for each in sorted(found, key=Delegation.in_order)] == [each.code for each in wanted]


@given(st.lists(ORDERS, max_size=12).map(delegations))
def test_what_is_in_order_already_changes_no_more_than_doubled_numbers(known: list[Delegation]) -> None:
    known = sorted(known, key=Delegation.in_order)
    numbers = [each.order for each in known if each.order is not None]
    if len(set(numbers)) == len(numbers):
        assert in_new_order(known) == known


def test_the_numbers_are_shared_out() -> None:
    first, second, third, last = delegations([10, 20, 30, None])

    assert [each.order for each in in_new_order([third, first, second, last])] == [10, 20, 30, None]
