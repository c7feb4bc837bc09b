"""The rows of the order of precedence, and where a row goes that is moved by keys or dropped."""

from __future__ import annotations

import pytest

from checkin.desk.protocol import Protocol
from checkin.domain.delegation_figures import DelegationStanding, Figures
from checkin.domain.precedence import Ranked
from checkin.domain.programme import Delegation
from checkin.domain.registration import Registration
from checkin.ui.delegations.order_rows import Move, order_rows, where_to
from tests.desk.seminar import a_seminar
from tests.domain.examples import a_delegate

A, B, C = (Delegation(code, (), order=number) for number, code in enumerate("ABC", 1))


def known() -> Protocol:
    """Delegation A of a1, a2 and a3, B of b1, C of c1, and x1 and x2 of none."""
    of = (("a1", A), ("a2", A), ("a3", A), ("b1", B), ("c1", C), ("x1", None), ("x2", None))
    people = tuple(Ranked(Registration(a_delegate(id=name)), delegation) for name, delegation in of)
    return Protocol(a_seminar(), tuple(DelegationStanding(each, Figures()) for each in (A, B, C)), people)


def keys(first: int) -> str:
    return " ".join(each.key for each in order_rows(known(), first))


def test_each_delegation_has_a_heading_and_who_belongs_to_none_comes_last() -> None:
    assert keys(9) == "§A a1 a2 a3 §B b1 §C c1 § x1 x2"


def test_a_delegation_of_which_nobody_is_among_the_first_has_no_heading() -> None:
    assert keys(2) == "§A a1 a2"


def test_without_delegations_there_is_no_heading_at_all() -> None:
    alone = Protocol(a_seminar(), (), tuple(each for each in known().people if each.delegation is None))

    assert [each.key for each in order_rows(alone, 9)] == ["x1", "x2"]


@pytest.mark.parametrize(
    ("row", "to", "move"),
    [
        ("a2", 1, Move("a2", "a1", is_delegation=False)),
        ("a1", 2, Move("a1", "a3", is_delegation=False)),
        ("a1", 3, Move("a1", "", is_delegation=False)),
        ("a1", 0, None),
        ("a3", 4, None),
        ("b1", 4, None),
        ("b1", 2, None),
        ("x2", 9, Move("x2", "x1", is_delegation=False)),
        ("§B", 3, Move("§B", "A", is_delegation=True)),
        ("§B", 5, Move("§B", "", is_delegation=True)),
        ("§C", 0, Move("§C", "A", is_delegation=True)),
        ("§C", 2, Move("§C", "A", is_delegation=True)),
        ("§A", 4, Move("§A", "C", is_delegation=True)),
        ("§A", 2, None),
        ("§A", 0, None),
        ("§", 0, None),
    ],
)
def test_a_row_goes_where_it_is_put_or_stays(row: str, to: int, move: Move | None) -> None:
    rows = order_rows(known(), 9)
    at = [each.key for each in rows].index(row)
    wanted = where_to(known(), rows, at, to)

    assert wanted == (
        move if move is None else Move(move.key.removeprefix("§"), move.before, move.is_delegation)
    )


def test_who_is_put_below_the_last_row_that_is_shown_stands_before_the_next_who_is_not() -> None:
    rows = order_rows(known(), 2)

    assert where_to(known(), rows, 1, 2) == Move("a1", "a3", is_delegation=False)
