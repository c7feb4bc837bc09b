"""The card shows first for which sessions somebody is named, and where they sit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checkin.desk.define import amend
from checkin.desk.invite import Wish, invite
from checkin.domain.naming import Answer
from tests.ui.desks import STAFF
from tests.ui.doors import a_session

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands


def test_the_card_shows_the_seat_of_each_session_and_follows_what_is_changed(hands: Hands) -> None:
    file = hands.desk.file
    someone = hands.desk.known("kem").delegate.id
    event = file.event
    sessions = {code: a_session(code, start) for code, start in (("opening", 0), ("lunch", 120))}
    amend(file, STAFF, event, replace(event, sessions=sessions))
    assert set(file.event.sessions) == set(sessions)
    invite(file, STAFF, "lunch", [Wish(someone, seat="B7")])
    invite(file, STAFF, "opening", [Wish(someone, Answer.DECLINES, "A3", 2)])
    hands.look_for("kem")
    seated = hands.page.side.card.text

    invite(file, STAFF, "opening", [Wish(someone, seat="", answer=Answer.ACCEPTS, persons=1)])
    hands.desk.changes.delegates_changed.emit(frozenset({someone}))
    hands.qtbot.waitUntil(lambda: "seat A3" not in hands.page.side.card.text)

    assert seated.index("seat A3 · Opening (declines, 2 persons)") < seated.index("seat B7 · Lunch")
    assert "Invited by name: Opening" in hands.page.side.card.text
    assert "seat B7 · Lunch" in hands.page.side.card.text
