"""Which session a door answers for: DESIGN.md, “A door by the clock”."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.doors import Bearer, Chosen, Door, choose
from checkin.domain.presence import Direction
from checkin.domain.programme import (
    DoorState,
    Event,
    EventDescription,
    Exits,
    LocalText,
    Policy,
    Session,
    SessionStatus,
)
from tests.domain.examples import INSTANT, NEW_BADGE, OLD_BADGE, a_session, a_stay, at

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.presence import Stay

IN, OUT, AUTO = Direction.IN, Direction.OUT, Direction.AUTO
ROOM: Final = Door(room="Apsara")


def session(code: str, start: float, end: float, room: str = "Apsara", **parts: object) -> Session:
    """A session whose doors open half an hour before its start, and which can be entered until its end."""
    known = {"doors_open": at(start - 30), "last_entry": at(end), **parts}
    return a_session(code=code, room=LocalText.of(room), start=at(start), end=at(end), **known)


def an_event(*sessions: Session, exits: Exits = Exits.SCANNED) -> Event:
    """An event with these sessions, in the programme's order."""
    day = date(2026, 9, 14)
    about = EventDescription(LocalText.of("Forum"), LocalText(), "Asia/Phnom_Penh", day, day)
    ordered = sorted(sessions, key=Session.in_programme)
    return Event(replace(about, policy=Policy(exits=exits)), sessions={each.code: each for each in ordered})


FIRST: Final = session("s1", 0, 90)
SECOND: Final = session("s2", 105, 180)
ELSEWHERE: Final = session("talk", 100, 180, "Bayon")
DAY: Final = an_event(FIRST, SECOND, ELSEWHERE)


def bearer(
    code: str = NEW_BADGE, *, is_revoked: bool = False, is_flagged: bool = False, **stays: Stay
) -> Bearer:
    """Somebody with open stays in these sessions."""
    return Bearer(code, is_revoked, is_flagged, stays)


def chosen(
    event: Event, now: datetime, who: Bearer | None = None, door: Door = ROOM
) -> tuple[str | None, str | None]:
    """The code of the session, and of the one for which the badge may be shown again."""
    known = choose(event, door, now, who or bearer())
    return known.session and known.session.code, known.other and known.other.code


INSIDE: Final = bearer(s1=a_stay(-10))


@pytest.mark.parametrize(
    ("minute", "who", "code", "other"),
    [
        pytest.param(74, INSIDE, "s1", None, id="leaves early, nothing else is open"),
        pytest.param(76, INSIDE, "s1", "s2", id="leaves early, while the next doors are open already"),
        pytest.param(91, INSIDE, "s1", "s2", id="leaves after the end (case desk/01, a)"),
        pytest.param(100, INSIDE, "s1", "s2", id="leaves at the last instant"),
        pytest.param(100.1, INSIDE, "s2", None, id="was never read on leaving, and comes to the next"),
        pytest.param(76, bearer(), "s2", None, id="comes to the next while the former still runs (b)"),
        pytest.param(60, bearer(), "s1", None, id="comes late to the first"),
        pytest.param(91, bearer(s2=a_stay(80)), "s2", None, id="came early to the next and goes out again"),
        pytest.param(
            91, bearer(s1=a_stay(-10), s2=a_stay(80)), "s2", None, id="of two, the one entered last"
        ),
        pytest.param(
            91,
            bearer(s1=a_stay(85), s2=a_stay(80)),
            "s1",
            "s2",
            id="of two, the one entered last by the clock",
        ),
        pytest.param(91, bearer(talk=a_stay(80)), "s2", None, id="a stay in another room is not ended"),
        pytest.param(
            91,
            replace(INSIDE, is_revoked=True),
            "s1",
            "s2",
            id="a revoked badge leaves what it entered itself",
        ),
        pytest.param(
            91,
            replace(INSIDE, code=OLD_BADGE, is_revoked=True),
            "s2",
            None,
            id="a revoked badge does not leave what another badge entered",
        ),
        pytest.param(
            91,
            replace(INSIDE, code=OLD_BADGE),
            "s1",
            "s2",
            id="a valid badge leaves what another badge entered",
        ),
        pytest.param(200, bearer(), None, None, id="nothing opens any more"),
        pytest.param(185, bearer(s2=a_stay(110)), "s2", None, id="out of the last session"),
    ],
)
def test_a_rooms_door_lets_out_who_is_in_and_in_who_comes(
    minute: float, who: Bearer, code: str | None, other: str | None
) -> None:
    assert chosen(DAY, at(minute), who) == (code, other)


def test_between_two_doors_leavers_are_let_out_and_others_hear_when_the_next_open() -> None:
    event = an_event(session("s1", 0, 90), session("s2", 135, 180))

    assert chosen(event, at(92), INSIDE) == ("s1", None)
    assert chosen(event, at(92)) == ("s2", None)


def test_a_door_that_opens_at_the_end_of_the_former_session_does_not_wait_for_it() -> None:
    event = an_event(session("lunch", 0, 90), session("disaster", 90, 180, doors_open=at(75)))

    assert chosen(event, at(80)) == ("disaster", None)


@pytest.mark.parametrize("door", [replace(ROOM, direction=IN), Door(direction=IN)])
def test_an_entrance_lets_nobody_out(door: Door) -> None:
    assert chosen(DAY, at(98), INSIDE, door)[0] != "s1"
    assert chosen(DAY, at(98), INSIDE, door) == chosen(DAY, at(98), bearer(), door)


def test_where_exits_are_not_scanned_every_door_is_an_entrance() -> None:
    event = an_event(FIRST, SECOND, exits=Exits.NONE)

    assert chosen(event, at(91), INSIDE) == ("s2", None)
    assert chosen(event, at(60), INSIDE, replace(ROOM, direction=OUT)) == ("s1", None)


def test_an_exit_never_asks_to_show_the_badge_again() -> None:
    assert chosen(DAY, at(91), INSIDE, replace(ROOM, direction=OUT)) == ("s1", None)


def test_a_door_of_all_rooms_goes_by_all_sessions() -> None:
    assert chosen(DAY, at(103), bearer(talk=a_stay(80)), Door()) == ("talk", "s2")
    assert chosen(DAY, at(95), bearer(talk=a_stay(80)), Door()) == ("talk", None)
    assert chosen(DAY, at(95), bearer(), Door()) == ("talk", None)


def test_a_door_of_one_session_stays_with_it() -> None:
    assert chosen(DAY, at(400), INSIDE, Door("s1")) == ("s1", None)
    assert choose(DAY, Door("nowhere"), at(0)) == Chosen(None)


def test_of_two_starts_equally_near_the_later_is_chosen_and_of_two_at_once_the_first() -> None:
    event = an_event(session("early", 0, 90), session("late", 20, 90), session("also", 20, 90, "Bayon"))

    assert chosen(event, at(10), door=Door()) == ("late", None)
    assert chosen(event, at(9), door=Door()) == ("early", None)


@pytest.mark.parametrize(
    "parts", [{"status": SessionStatus.CANCELLED}, {"withdrawn": True}, {"doors": False}], ids=str
)
def test_what_does_not_take_place_or_has_no_doors_is_entered_by_no_door(parts: dict[str, object]) -> None:
    event = an_event(session("s1", 0, 90, **parts), session("s2", 15, 180))

    assert chosen(event, at(0)) == ("s2", None)
    assert chosen(an_event(session("s1", 0, 90, **parts)), at(0)) == (None, None)
    assert chosen(an_event(session("s1", 0, 90, **parts)), at(-60)) == (None, None)


def test_who_is_inside_a_session_that_was_cancelled_is_let_out() -> None:
    event = an_event(replace(FIRST, status=SessionStatus.CANCELLED), SECOND)

    assert chosen(event, at(30), INSIDE) == ("s1", None)


def test_doors_opened_by_hand_are_open_and_doors_closed_by_hand_are_not() -> None:
    opened = an_event(FIRST, replace(SECOND, by_hand=DoorState.OPEN))
    closed = an_event(FIRST, replace(SECOND, by_hand=DoorState.CLOSED))

    assert chosen(opened, at(60)) == ("s2", None)
    assert chosen(opened, at(40)) == ("s1", None)
    assert chosen(closed, at(80)) == ("s1", None)
    assert chosen(closed, at(92)) == ("s2", None)


def test_a_session_whose_doors_were_closed_by_hand_comes_before_one_of_the_afternoon() -> None:
    event = an_event(replace(FIRST, by_hand=DoorState.CLOSED), session("s2", 400, 500))

    assert chosen(event, at(30)) == ("s1", None)
    assert chosen(event, at(91)) == ("s2", None)


def test_a_flagged_person_still_finds_the_session_after_its_last_entry_until_its_end() -> None:
    event = an_event(session("s1", 0, 90, last_entry=at(15)), session("s2", 200, 300))
    minister = bearer(is_flagged=True)

    assert [chosen(event, at(minute), minister)[0] for minute in (15, 40, 90, 91)] == ["s1", "s1", "s1", "s2"]
    assert chosen(event, at(40)) == ("s2", None)
    closed = an_event(replace(event.sessions["s1"], by_hand=DoorState.CLOSED), event.sessions["s2"])
    assert chosen(closed, at(40), minister) == ("s2", None)


def test_a_session_that_can_never_be_entered_is_never_the_next() -> None:
    event = an_event(session("s1", 60, 90, last_entry=at(20)), session("s2", 200, 300))

    assert chosen(event, at(0)) == ("s2", None)


def test_sessions_without_a_room_have_doors_of_all_rooms_only() -> None:
    event = an_event(session("s1", 0, 90, ""))

    assert chosen(event, at(0), door=Door()) == ("s1", None)
    assert chosen(event, at(0)) == (None, None)


TIMES: Final = st.tuples(
    st.integers(0, 300), st.integers(10, 120), st.integers(-40, 60), st.sampled_from("AB")
)


@given(
    st.lists(TIMES, max_size=5),
    st.integers(-60, 460),
    st.sets(st.integers(0, 4)),
    st.sampled_from(Direction),
    st.sampled_from(["", "A", "B"]),
)
def test_no_door_lets_out_of_a_session_that_ended_long_ago_or_is_in_another_room(
    times: list[tuple[int, int, int, str]], minute: int, inside: set[int], direction: Direction, room: str
) -> None:
    event = an_event(
        *(
            session(f"s{number}", start, start + length, where, last_entry=at(start + length + late))
            for number, (start, length, late, where) in enumerate(times)
        )
    )
    stays = {f"s{number}": a_stay(-60 + number) for number in inside}
    known = choose(
        event, Door(room=room, direction=direction), at(minute), Bearer(NEW_BADGE, open_stays=stays)
    )
    found = known.session

    if found is not None:
        assert at(minute) <= found.end + timedelta(minutes=10)
        assert room in {"", str(found.room)}
    if direction is IN:
        strangers = choose(event, Door(room=room, direction=direction), at(minute))
        assert known == strangers
    if found is not None and at(minute) > found.end:
        assert found.code in stays
        assert direction is not IN
    if known.other is not None:
        assert known.other.doors_are_open(at(minute))
        assert found is not None
        assert direction is AUTO
        assert found.code in stays


def test_the_limit_of_ten_minutes_counts_to_the_instant() -> None:
    assert chosen(DAY, FIRST.end + timedelta(minutes=10), INSIDE)[0] == "s1"
    assert chosen(DAY, FIRST.end + timedelta(minutes=10) + INSTANT, INSIDE)[0] == "s2"
