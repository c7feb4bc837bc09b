"""A badge read at the desk: its delegate is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.find import find
from checkin.desk.print_badges import Which, chosen, print_to_file
from checkin.desk.revoke import revoke
from checkin.desk.scan_at_desk import DeskAnswer, scan_at_desk
from checkin.domain import codes
from checkin.domain.admission import Refusal
from checkin.domain.arriving import ArrivedBefore, Received
from tests.desk.seminar import DARA, LOST, a_badge, a_delegate, at

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


def test_the_holder_of_a_badge_is_received_and_shown_as_they_are_now(file: EventFile) -> None:
    a_delegate(file)
    out = file.path.with_name("badges.pdf")
    print_to_file(file, DARA, chosen(file, Which.ALL), out, at(-900), lambda _: None)
    (known,) = find(file, "SOK")
    assert known.badge is not None
    answer = scan_at_desk(file, DARA, known.badge.code, at(-20), to_print=True)

    assert answer.arrival is not None
    assert answer.arrival.reception == Received()
    assert not answer.arrival.prints
    assert answer.registration is not None
    assert answer.registration.arrival is not None
    again = scan_at_desk(file, DARA, known.badge.code, at(-19), to_print=True)
    assert again.arrival is not None
    assert isinstance(again.arrival.reception, ArrivedBefore)


def test_a_revoked_badge_tells_whose_it_is_and_receives_nobody(file: EventFile) -> None:
    someone = a_delegate(file)
    code = a_badge(file, someone)
    revoke(file, DARA, code, LOST)
    answer = scan_at_desk(file, DARA, code, at(-19), to_print=True)

    assert answer.registration is not None
    assert answer.registration.delegate.id == someone
    assert answer.arrival is None
    assert answer.refusal is Refusal.REVOKED


def test_a_text_and_a_code_of_nobody_receive_nobody(file: EventFile) -> None:
    stranger = codes.mint(file.event_key)

    assert scan_at_desk(file, DARA, "SOK", at(-20), to_print=True).refusal is Refusal.NOT_OURS
    answer = scan_at_desk(file, DARA, stranger.text, at(-20), to_print=True)
    assert answer == DeskAnswer()
    revoke(file, DARA, stranger.text, LOST)
    assert scan_at_desk(file, DARA, stranger.text, at(-20), to_print=True).registration is None
