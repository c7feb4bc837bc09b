"""A registration as lists show it."""

from __future__ import annotations

from checkin.domain.delegates import Arrival, Arrivals
from checkin.domain.registration import Registration
from tests.domain.examples import a_delegate, at


def test_the_arrival_of_a_registration_is_the_earliest() -> None:
    arrivals = Arrivals(Arrival(at(5), "desk 1"), Arrival(at(0), "door 1"))

    assert Registration(a_delegate(), arrivals).arrival == Arrival(at(0), "door 1")
    assert Registration(a_delegate()).arrival is None
