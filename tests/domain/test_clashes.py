"""What does not fit in the programme is found as it arises, and forbids nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.clashes import ClashKind, clashes, clashes_of
from checkin.domain.programme import Event, EventDescription, LocalText, Room, Session, SessionStatus
from tests.desk.random_events import events

START = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
"""09:00 in Phnom Penh on the first day."""
SOK = LocalText.of({"en": "SOK Sopheap", "km": "សុខ សុភាព"})


def a_session(code: str, minute: int = 0, room: str = "hall", **more: object) -> Session:
    start = START + timedelta(minutes=minute)
    end = start + timedelta(minutes=60)
    known = Session(
        code, LocalText.of(code), LocalText.of(room), start, end, start - timedelta(minutes=30), end
    )
    return replace(known, **more)  # type: ignore[arg-type]


def an_event(*sessions: Session) -> Event:
    about = EventDescription(
        LocalText.of("Forum"), LocalText.of("Hotel"), "Asia/Phnom_Penh", date(2026, 11, 2), date(2026, 11, 3)
    )
    rooms = {"hall": Room("hall", LocalText.of("Hall"), 40)}
    return Event(about, sessions={each.code: each for each in sessions}, rooms=rooms)


def kinds(event: Event, session: str, **inside: int) -> list[ClashKind]:
    return [clash.kind for clash in clashes(event, inside).get(session, ())]


def test_two_sessions_in_one_room_clash_while_both_last() -> None:
    event = an_event(a_session("a"), a_session("b", 59), a_session("c", 119), a_session("d", 59, "garden"))

    found = clashes(event, {})

    assert [(clash.kind, clash.other) for clash in found["a"]] == [(ClashKind.ROOM, "b")]
    assert set(found) == {"a", "b"}


def test_sessions_without_a_room_share_no_room() -> None:
    assert clashes(an_event(a_session("a", room=""), a_session("b", room="")), {}) == {}


def test_a_speaker_cannot_be_in_two_places_under_the_name_of_any_language() -> None:
    there = a_session("a", speakers=(SOK,))
    event = an_event(there, a_session("b", 30, "garden", speakers=(LocalText.of("sok  sopheap"),)))

    assert [(clash.kind, clash.other, clash.speaker) for clash in clashes(event, {})["a"]] == [
        (ClashKind.SPEAKER, "b", SOK)
    ]
    assert kinds(an_event(there, a_session("b", 60, "garden", speakers=(SOK,))), "a") == []


@pytest.mark.parametrize(
    ("session", "inside", "kind"),
    [
        (a_session("a"), 41, ClashKind.TOO_SMALL),
        (a_session("a", capacity=100), 100, None),
        (a_session("a", capacity=100), 101, ClashKind.TOO_SMALL),
        (a_session("a", room="garden"), 1000, None),
        (a_session("a", last_entry=START - timedelta(minutes=31)), 0, ClashKind.NEVER_OPENS),
        (a_session("a", last_entry=START - timedelta(minutes=31), doors=False), 0, None),
        (a_session("a", 15 * 60 - 1), 0, None),
        (a_session("a", 39 * 60), 0, ClashKind.OUTSIDE_DAYS),
        (a_session("a", -9 * 60 - 1), 0, ClashKind.OUTSIDE_DAYS),
        (a_session("a", 39 * 60, status=SessionStatus.CANCELLED), 500, None),
    ],
)
def test_what_does_not_fit_with_one_session(session: Session, inside: int, kind: ClashKind | None) -> None:
    assert kinds(an_event(session), "a", a=inside) == ([] if kind is None else [kind])


def test_a_session_that_does_not_take_place_is_in_nobodys_way() -> None:
    cancelled = a_session("b", status=SessionStatus.CANCELLED)

    assert clashes(an_event(a_session("a"), cancelled, a_session("c", withdrawn=True)), {}) == {}


@given(events(), st.dictionaries(st.integers(0, 6).map("session-{}".format), st.integers(0, 500)))
def test_one_session_clashes_with_the_same_as_among_all(event: Event, inside: dict[str, int]) -> None:
    everything = clashes(event, inside)

    for session in event.sessions.values():
        assert clashes_of(event, session, inside) == everything.get(session.code, ())


@given(events())
def test_a_clash_of_two_sessions_is_told_at_both(event: Event) -> None:
    found = {
        (clash.session, clash.other)
        for these in clashes(event, {}).values()
        for clash in these
        if clash.other
    }

    assert {(other, session) for session, other in found} == found
