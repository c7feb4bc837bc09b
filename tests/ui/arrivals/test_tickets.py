"""Tickets of other systems at the Arrivals page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.correct import correct
from checkin.domain.delegates import Field
from tests.ui.desks import STAFF

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands

TICKET = "k9hwzt4m2v7q"


def give(hands: Hands, *names: str) -> None:
    """Give these people the same ticket."""
    for name in names:
        correct(hands.desk.file, STAFF, hands.desk.known(name).delegate.id, {Field.TICKET: TICKET})


def test_a_ticket_that_is_scanned_receives_its_guest(hands: Hands) -> None:
    give(hands, "chea")
    hands.scan(TICKET.upper())

    assert hands.desk.known("chea").arrival is not None
    assert len(hands.names) == 1
    assert TICKET.upper() not in hands.page.band.text


def test_a_ticket_of_two_shows_both_and_receives_nobody(hands: Hands) -> None:
    give(hands, "chea", "kem")
    hands.scan(TICKET)

    assert len(hands.names) == 2
    assert [hands.desk.known(name).arrival for name in ("chea", "kem")] == [None, None]
    assert hands.page.band.text.startswith("Several participants have this ticket. Choose one of them.")
    hands.enter()
    assert [
        each.delegate.name for each in map(hands.desk.known, ("chea", "kem")) if each.arrival
    ] == hands.names[:1]
