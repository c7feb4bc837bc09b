"""Arriving at the desk: who is received, and who is not."""

from __future__ import annotations

import pytest

from checkin.domain.admission import Refusal
from checkin.domain.arriving import ArrivedBefore, NotReceived, Received, Reception, receive
from checkin.domain.delegates import Arrival, Arrivals, Status
from tests.domain.examples import a_delegate, at

AT_DESK = Arrival(at(-40), "desk 1")
AT_DOOR = Arrival(at(-50), "door 1")
BLOCKED, CANCELLED = NotReceived(Refusal.BLOCKED), NotReceived(Refusal.CANCELLED)


@pytest.mark.parametrize(
    ("status", "arrivals", "override", "reception"),
    [
        pytest.param(Status.REGISTERED, Arrivals(), False, Received(), id="expected"),
        pytest.param(
            Status.REGISTERED, Arrivals(), True, Received(), id="expected, with a needless override"
        ),
        pytest.param(Status.BLOCKED, Arrivals(), False, BLOCKED, id="blocked"),
        pytest.param(Status.CANCELLED, Arrivals(), False, CANCELLED, id="cancelled"),
        pytest.param(Status.DECLINED, Arrivals(), False, CANCELLED, id="declined"),
        pytest.param(Status.EXCUSED, Arrivals(), False, CANCELLED, id="excused"),
        pytest.param(Status.PENDING, Arrivals(), False, NotReceived(Refusal.NOT_CLEARED), id="pending"),
        pytest.param(Status.PENDING, Arrivals(), True, Received(), id="pending, let in"),
        pytest.param(Status.INVITED, Arrivals(), False, NotReceived(Refusal.NOT_ANSWERED), id="invited"),
        pytest.param(Status.INVITED, Arrivals(), True, Received(), id="invited, let in by a supervisor"),
        pytest.param(Status.BLOCKED, Arrivals(), True, Received(), id="blocked, let in"),
        pytest.param(Status.DECLINED, Arrivals(), True, Received(), id="declined, let in"),
        pytest.param(
            Status.REGISTERED,
            Arrivals(desk=AT_DESK),
            False,
            ArrivedBefore(AT_DESK),
            id="arrived at a desk before",
        ),
        pytest.param(
            Status.REGISTERED,
            Arrivals(AT_DESK, AT_DOOR),
            False,
            ArrivedBefore(AT_DESK),
            id="arrived at a door and a desk",
        ),
        pytest.param(
            Status.REGISTERED,
            Arrivals(door=AT_DOOR),
            False,
            Received(),
            id="arrived at a door only: the desk adds its own",
        ),
        pytest.param(
            Status.BLOCKED, Arrivals(door=AT_DOOR), False, BLOCKED, id="arrived at a door, blocked since"
        ),
        pytest.param(
            Status.BLOCKED, Arrivals(desk=AT_DESK), False, BLOCKED, id="arrived at a desk, blocked since"
        ),
        pytest.param(
            Status.BLOCKED,
            Arrivals(desk=AT_DESK),
            True,
            Received(),
            id="arrived, blocked since, let in: the reason is recorded",
        ),
        pytest.param(
            Status.BLOCKED,
            Arrivals(desk=AT_DESK, let_in=True),
            False,
            ArrivedBefore(AT_DESK),
            id="blocked, let in before",
        ),
    ],
)
def test_the_desk_answers_whoever_presents_themself(
    status: Status, arrivals: Arrivals, *, override: bool, reception: Reception
) -> None:
    assert receive(a_delegate(status=status), arrivals, override=override) == reception


@pytest.mark.parametrize("status", Status)
def test_coming_is_an_answer_to_an_invitation_and_to_nothing_else(status: Status) -> None:
    delegate = a_delegate(status=status)
    without = receive(delegate, Arrivals())

    answered = receive(delegate, Arrivals(), answers=True)

    assert answered == (Received(registers=True) if status is Status.INVITED else without)
    assert receive(delegate, Arrivals(), override=True) == Received()
