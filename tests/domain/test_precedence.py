"""The order of precedence in its two levels, and the numbers that put a person between two others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.delegates import Arrival, Arrivals, Status
from checkin.domain.precedence import Ranked, in_order, is_in_order_of_protocol, numbers_after_move
from checkin.domain.programme import Delegation
from checkin.domain.registration import Registration
from tests.domain.examples import a_delegate, at

FIRST, SECOND, UNORDERED = Delegation("A", (), order=1), Delegation("B", (), order=2), Delegation("C", ())


def a_person(
    name: str, precedence: float | None = None, delegation: Delegation | None = None, row: int = 0
) -> Ranked:
    return Ranked(Registration(a_delegate(id=name, precedence=precedence)), delegation, row)


def names(people: list[Ranked]) -> str:
    return " ".join(each.registration.delegate.id for each in people)


def test_delegations_come_in_their_order_whatever_the_precedence_of_their_members() -> None:
    assert names(in_order([a_person("b", 1, SECOND), a_person("a", 9, FIRST)])) == "a b"


def test_within_a_delegation_the_numbers_decide_then_the_row_of_the_newest_list() -> None:
    people = [
        a_person("walk-in", None, FIRST),
        a_person("row 7", None, FIRST, 7),
        a_person("row 3", None, FIRST, 3),
        a_person("20", 20, FIRST, 1),
        a_person("17.5", 17.5, FIRST, 9),
    ]

    assert names(in_order(people)) == "17.5 20 row 3 row 7 walk-in"


def test_who_belongs_to_no_delegation_with_an_order_follows_by_their_own_number() -> None:
    people = [a_person("c", 2, UNORDERED), a_person("none", 1), a_person("a", None, FIRST)]

    assert names(in_order(people)) == "a none c"


@pytest.mark.parametrize(
    ("parts", "here", "has_place"),
    [
        ({}, False, True),
        ({"status": Status.INVITED}, False, False),
        ({"status": Status.EXCUSED}, False, False),
        ({"status": Status.EXCUSED}, True, True),
        ({"accompanies": "d9"}, False, False),
        ({"accompanies": "d9", "precedence": 3}, False, True),
    ],
)
def test_who_is_expected_or_here_has_a_place_and_a_companion_only_with_a_number(
    parts: dict[str, object], *, here: bool, has_place: bool
) -> None:
    arrivals = Arrivals(Arrival(at(0), "Desk 1")) if here else Arrivals()

    assert is_in_order_of_protocol(Registration(a_delegate(**parts), arrivals)) is has_place


@pytest.mark.parametrize(
    ("numbers", "place", "to", "changed"),
    [
        ([1, 2, 3], 2, 1, {2: 1.5}),
        ([1, 2, 3], 0, 1, {0: 2.5}),
        ([2, 4, 9], 2, 1, {2: 3}),
        ([2, 4, 9], 0, 2, {0: 10}),
        ([5, 6], 1, 0, {1: 4}),
        ([1, 6], 1, 0, {1: 0.5}),
        ([1, None, None], 2, 1, {2: 2}),
        ([1, None, None, None], 1, 2, {2: 2, 1: 3}),
        ([None, None], 1, 0, {1: 1}),
        ([7, 7, 7], 2, 1, {2: 8, 1: 9}),
    ],
)
def test_a_move_sets_as_few_numbers_as_it_can(
    numbers: list[float | None], place: int, to: int, changed: dict[int, float]
) -> None:
    assert numbers_after_move(numbers, place, to) == changed


@given(
    st.lists(st.one_of(st.none(), st.integers(-3, 30), st.sampled_from([17.5, 0.1])), min_size=1, max_size=9),
    st.data(),
)
def test_whatever_the_numbers_were_a_move_brings_the_wanted_order(
    drawn: list[float | None], data: st.DataObject
) -> None:
    numbers = sorted(drawn, key=lambda number: (number is None, number or 0))
    place = data.draw(st.integers(0, len(numbers) - 1))
    to = data.draw(st.integers(0, len(numbers) - 1))
    after = numbers_after_move(numbers, place, to)
    new = [after.get(at, number) for at, number in enumerate(numbers)]
    wanted = [at for at in range(len(numbers)) if at != place]
    wanted.insert(to, place)
    order = sorted(range(len(new)), key=lambda at: (new[at] is None, new[at] or 0, at))

    assert order == wanted
