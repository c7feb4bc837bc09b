"""Counting a delegation: its places, who is named for them, who accompanies them, and who is here."""

from __future__ import annotations

from typing import Any

import pytest

from checkin.domain.delegates import Arrival, Arrivals, Status
from checkin.domain.delegation_figures import Figures, Head
from checkin.domain.registration import Registration
from tests.domain.examples import a_badge, a_delegate, at

HERE = Arrivals(Arrival(at(0), "Desk 1"))


def a_member(*, here: bool = False, printed: int | None = None, **parts: Any) -> Registration:  # noqa: ANN401
    badge = a_badge(printed=printed) if printed is not None else None
    return Registration(a_delegate(**parts), HERE if here else Arrivals(), badge)


def test_a_delegation_has_named_four_of_five_and_two_are_here() -> None:
    head = a_member(head_of_delegation=True, here=True, printed=1)
    others = [a_member(printed=1), a_member(here=True, printed=1), a_member(printed=0)]

    assert Figures.of([head, *others], 5) == Figures(5, 4, 0, 3, 2, Head.ARRIVED)
    assert Figures.of([head, *others], 5).unnamed == 1


def test_who_accompanies_a_member_takes_a_place_of_the_delegation_and_is_told_apart() -> None:
    figures = Figures.of([a_member(), a_member(accompanies="d1", here=True, printed=1)], 3)

    assert (figures.named, figures.accompanying, figures.unnamed) == (2, 1, 1)
    assert (figures.printed, figures.arrived) == (1, 1)


@pytest.mark.parametrize("status", [Status.DECLINED, Status.EXCUSED, Status.CANCELLED])
def test_who_stays_away_takes_no_place_unless_they_came_after_all(status: Status) -> None:
    assert Figures.of([a_member(status=status)], 3).named == 0
    assert Figures.of([a_member(status=status, here=True)], 3).named == 1


def test_a_delegation_that_was_asked_and_has_named_nobody_is_told_from_one_without_a_quota() -> None:
    assert Figures.of([], 3).is_only_asked
    assert not Figures.of([], 0).is_only_asked
    assert not Figures.of([]).is_only_asked
    assert not Figures.of([a_member()], 3).is_only_asked


def test_more_named_than_the_quota_leave_no_place_unnamed() -> None:
    assert Figures.of([a_member(), a_member()], 1).unnamed == 0


def test_nobody_is_here_only_where_somebody_is_to_come() -> None:
    assert Figures.of([a_member()]).is_nobody_here
    assert not Figures.of([]).is_nobody_here
    assert not Figures.of([a_member(here=True)]).is_nobody_here


def test_of_two_heads_one_who_is_here_is_enough() -> None:
    heads = [a_member(head_of_delegation=True, here=True), a_member(head_of_delegation=True)]

    assert Figures.of(heads).head is Head.ARRIVED
    assert Figures.of(heads[1:]).head is Head.EXPECTED
    assert Figures.of([a_member()]).head is Head.NOBODY
