"""Doors of rooms, people who enter by name, and doors that are opened and closed by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin.desk.changed_since import changed_since, mark
from checkin.desk.open_event import new_event, open_event
from checkin.desk.revoke import revoke
from checkin.desk.scan_at_door import admit, enter, room_of, scan, scan_at
from checkin.desk.set_doors import set_doors
from checkin.desk.undo import undo
from checkin.desk.watch import figures, occupancy
from checkin.domain import codes
from checkin.domain.admission import Admitted, ExitAlert, Left, Note, Refusal, Refused
from checkin.domain.codes import CodeKind
from checkin.domain.delegates import Status
from checkin.domain.doors import SETTLE, Door
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState, LocalText, Policy, Room
from checkin.domain.reasons import Reason, Why
from checkin.errors import CheckinError
from checkin.storage import verifying
from checkin.storage.presence import Occupancy, refusals
from tests.desk.seminar import DARA, KNOWN, LOST, VUTHY, a_badge, a_delegate, a_seminar, at
from tests.recent import recent_acts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.domain.programme import Event
    from checkin.storage.event_file import EventFile

HALL = Door(room="hall")
SETTLING = replace(HALL, settle=SETTLE)


def a_day(policy: Policy | None = None) -> Event:
    """Two sessions in the hall, one after the other; a break between them; a talk in a room that is not defined."""
    event = a_seminar()
    first = replace(event.sessions["opening"], room=LocalText.of("hall"), last_entry=at(90))
    start = {"start": at(105), "end": at(180), "doors_open": at(75), "last_entry": at(180)}
    sessions = (
        first,
        replace(first, code="panel", **start),
        replace(first, code="break", start=at(90), end=at(105), doors=False),
        replace(first, code="talk", room=LocalText.of({"en": "Bayon", "km": "បាយ័ន"}), **start),
    )
    return replace(
        event,
        description=replace(event.description, policy=policy or event.policy),
        sessions={each.code: each for each in sessions},
        rooms={"hall": Room("hall", LocalText.of({"en": "Great Hall", "km": "សាលធំ"}))},
    )


@pytest.fixture
def day(tmp_path: Path) -> Iterator[EventFile]:
    """An event file with two sessions in one room."""
    with new_event(tmp_path / "day.event", a_day(), DARA) as event_file:
        yield event_file
        found = verifying.verify(event_file.database, lambda _: None).findings
    assert found == ()


# -------------------------------------------------------------------------------------------------------------- a room


def test_whoever_leaves_the_first_session_does_not_enter_the_second(day: EventFile) -> None:
    code = a_badge(day, a_delegate(day))
    came = scan_at(day, VUTHY, HALL, code, at(0))
    left = scan_at(day, VUTHY, HALL, code, at(91))

    assert (came.session.code, came.verdict) == ("opening", Admitted())  # type: ignore[union-attr]
    assert (left.session.code, left.verdict) == ("opening", Left())  # type: ignore[union-attr]
    assert left.other is not None
    assert left.other.code == "panel"
    assert (occupancy(day, "opening"), occupancy(day, "panel")) == (Occupancy(0, 1), Occupancy())


def test_a_guest_who_was_told_out_comes_in_by_the_second_reading(day: EventFile) -> None:
    code = a_badge(day, a_delegate(day))
    answers = [scan_at(day, VUTHY, SETTLING, code, at(minute)) for minute in (0, 98, 98.1, 98.2, 98.3)]

    assert [answer.verdict for answer in answers] == [
        Admitted(), Left(), Admitted(), Refused(Refusal.JUST_ENTERED), Left(),
    ]  # fmt: skip
    assert [answer.session.code for answer in answers if answer.session] == [
        "opening", "opening", "panel", "panel", "panel",
    ]  # fmt: skip
    assert [answer.other is not None for answer in answers] == [False, True, False, False, False]


def test_a_blocked_person_who_leaves_is_not_asked_to_come_in(day: EventFile) -> None:
    person = a_delegate(day, status=Status.BLOCKED)
    admit(day, VUTHY, person, "opening", KNOWN, at(0))
    code = a_badge_of(day, person)

    left = scan_at(day, VUTHY, HALL, code, at(91))
    assert (left.verdict, left.other) == (Left(ExitAlert.BLOCKED), None)


def test_whoever_is_out_of_the_first_session_already_is_known_to_have_been_in(day: EventFile) -> None:
    code = a_badge(day, a_delegate(day))
    never = a_badge(day, a_delegate(day))
    exit_door = replace(HALL, direction=Direction.OUT)
    scan_at(day, VUTHY, HALL, code, at(0))
    left, again, long_ago = (scan_at(day, VUTHY, exit_door, code, at(minute)) for minute in (91, 92, 150))
    stranger = scan_at(day, VUTHY, exit_door, never, at(92))

    assert [each.verdict for each in (left, again, long_ago)] == [
        Left(), Left(ExitAlert.NO_ENTRY), Left(ExitAlert.NO_ENTRY),
    ]  # fmt: skip
    assert again.session is not None
    assert again.session.code == "panel", "the record stays that of the session whose doors are open"
    assert again.before is not None
    assert again.before.left == at(91)
    assert (long_ago.before, stranger.before) == (None, None)


def a_badge_of(file: EventFile, person: str) -> str:
    """A badge for somebody who is not received at the desk."""
    from checkin.desk.arrive import arrive  # noqa: PLC0415 - for this story alone

    (answer,) = arrive(file, DARA, [person], at(-20), override=KNOWN)
    return answer.code


def test_an_answer_to_a_badge_that_settles_is_no_refusal_in_the_figures_and_cannot_be_overridden(
    day: EventFile,
) -> None:
    code = a_badge(day, a_delegate(day))
    scan_at(day, VUTHY, SETTLING, code, at(0))
    asked = scan_at(day, VUTHY, SETTLING, code, at(0.5))

    assert asked.verdict == Refused(Refusal.JUST_ENTERED)
    assert not asked.can_be_overridden
    assert list(refusals(day.database)) == []
    assert [each.act.id for each in recent_acts(day, 1)] == [asked.act]
    assert scan_at(day, VUTHY, SETTLING, code, at(0.6)).verdict == Left()


def test_a_door_of_one_session_settles_too_and_one_that_lets_in_only_does_not(day: EventFile) -> None:
    code = a_badge(day, a_delegate(day))
    door = Door("opening", settle=SETTLE)
    verdicts = [scan_at(day, VUTHY, door, code, at(minute)).verdict for minute in (0, 0.5, 2)]
    entrance = scan_at(day, VUTHY, replace(door, direction=Direction.IN), code, at(3)).verdict

    assert verdicts == [Admitted(), Refused(Refusal.JUST_ENTERED), Left()]
    assert entrance == Admitted(Note.BACK_IN)


def test_a_minute_after_the_entry_one_reading_leaves(day: EventFile) -> None:
    code = a_badge(day, a_delegate(day))
    scan_at(day, VUTHY, SETTLING, code, at(0))

    assert scan_at(day, VUTHY, SETTLING, code, at(1)).verdict == Left()


def test_a_revoked_badge_leaves_only_what_it_entered_itself(day: EventFile) -> None:
    person = a_delegate(day)
    lost = a_badge(day, person)
    scan_at(day, VUTHY, HALL, lost, at(0))
    revoke(day, DARA, lost, LOST)
    finder = a_badge(day, a_delegate(day, "CHEA"))
    revoke(day, DARA, finder, LOST)

    assert scan_at(day, VUTHY, HALL, lost, at(91)).verdict == Left(ExitAlert.REVOKED)
    refused = scan_at(day, VUTHY, HALL, finder, at(91))
    assert (refused.session.code, refused.verdict) == ("panel", Refused(Refusal.REVOKED))  # type: ignore[union-attr]


def test_where_no_session_opens_any_more_the_reading_is_recorded_without_one(day: EventFile) -> None:
    person = a_delegate(day)
    code = a_badge(day, person)
    exit_door = replace(HALL, direction=Direction.OUT)
    told = [
        scan_at(day, VUTHY, HALL, code, at(300)),
        scan_at(day, VUTHY, exit_door, code, at(300)),
        scan_at(day, VUTHY, HALL, "SOK", at(300)),
        enter(day, VUTHY, HALL, person, at(300)),
    ]

    assert [answer.session for answer in told] == [None] * 4
    assert [answer.verdict for answer in told] == [
        Refused(Refusal.NOT_NOW),
        Left(ExitAlert.NO_ENTRY),
        Refused(Refusal.NOT_OURS),
        Refused(Refusal.NOT_NOW),
    ]
    assert not any(answer.can_be_overridden for answer in told)
    facts = [fact for each in reversed(recent_acts(day, 4)) for fact in each.act.facts]
    assert [(fact.session, fact.length) for fact in facts] == [("", 0), ("", 0), ("", 3), ("", 0)]  # type: ignore[union-attr]
    assert {(session, reason) for session, reason, _, _ in refusals(day.database)} == {
        ("", Refusal.NOT_NOW), ("", Refusal.NOT_OURS),
    }  # fmt: skip


def test_a_text_that_is_no_code_and_an_invitation_are_refused_for_whoever_comes(day: EventFile) -> None:
    invitation = codes.mint(day.event_key, CodeKind.INVITATION).text

    for text, refusal in (("SOK", Refusal.NOT_OURS), (invitation, Refusal.INVITATION)):
        answer = scan_at(day, VUTHY, HALL, text, at(91))
        assert answer.session is not None
        assert (answer.session.code, answer.verdict) == ("panel", Refused(refusal))


def test_an_override_at_a_rooms_door_is_for_the_session_that_was_answered(day: EventFile) -> None:
    person = a_delegate(day, status=Status.CANCELLED)
    refused = scan_at(day, VUTHY, HALL, a_badge_of(day, person), at(70))
    assert refused.session is not None
    assert refused.can_be_overridden
    let_in = admit(day, VUTHY, person, refused.session.code, Why(Reason.PROTOCOL), at(95))

    assert (refused.session.code, refused.verdict) == ("opening", Refused(Refusal.CANCELLED))
    assert let_in.session == refused.session
    assert isinstance(let_in.verdict, Refused)  # its last entry has passed meanwhile: the next row refuses
    let_in = admit(day, VUTHY, person, refused.session.code, Why(Reason.PROTOCOL), at(95))
    assert let_in.verdict == Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.CANCELLED, Refusal.NOT_NOW}))
    assert let_in.override is not None
    assert (let_in.override.operator, let_in.override.why) == ("Vuthy", Why(Reason.PROTOCOL))


@pytest.mark.parametrize(
    ("text", "room"), [("hall", "hall"), ("Great Hall", "hall"), ("សាលធំ", "hall"), ("great hall", "hall"),
                       ("Bayon", "Bayon"), ("បាយ័ន", "Bayon")],
)  # fmt: skip
def test_a_room_is_named_by_its_code_or_by_its_name_in_any_language(text: str, room: str) -> None:
    assert room_of(a_day(), text) == room


@pytest.mark.parametrize("text", ["HALL", "", "attic"])
def test_a_room_that_does_not_exist_is_told_with_those_that_do(text: str) -> None:
    with pytest.raises(CheckinError, match=r"no room.*hall, Bayon"):
        room_of(a_day(), text)


def test_a_session_without_doors_is_answered_with_those_that_have_some(day: EventFile) -> None:
    with pytest.raises(CheckinError, match=r"“break” has no doors.*opening, talk, panel"):
        scan(day, VUTHY, "break", "x", at(95))
    with pytest.raises(CheckinError, match="“break” has no doors"):
        set_doors(day, VUTHY, "break", DoorState.OPEN, at(0))
    assert "break" not in {each.session.code for each in figures(day).sessions}


# ---------------------------------------------------------------------------------------------------------- by name


def test_somebody_enters_by_name_as_if_a_badge_were_read(day: EventFile) -> None:
    person = a_delegate(day)
    code = a_badge(day, person)
    came = enter(day, VUTHY, HALL, person, at(0))

    assert (came.text, came.verdict, came.session.code) == ("", Admitted(), "opening")  # type: ignore[union-attr]
    assert came.delegate is not None
    assert scan_at(day, VUTHY, HALL, code, at(30)).verdict == Left()
    assert enter(day, VUTHY, Door("opening", direction=Direction.OUT), person, at(40)).verdict == Admitted(
        Note.BACK_IN
    )
    assert enter(day, VUTHY, HALL, person, at(41)).verdict == Refused(Refusal.ALREADY_INSIDE)
    undo(day, VUTHY)
    assert occupancy(day, "opening").inside == 0


@pytest.mark.parametrize(
    ("status", "refusal"),
    [
        (Status.BLOCKED, Refusal.BLOCKED),
        (Status.PENDING, Refusal.NOT_CLEARED),
        (Status.INVITED, Refusal.NOT_ANSWERED),
    ],
)
def test_the_table_holds_for_who_enters_by_name(day: EventFile, status: Status, refusal: Refusal) -> None:
    person = a_delegate(day, status=status)

    assert enter(day, VUTHY, HALL, person, at(0)).verdict == Refused(refusal)
    with pytest.raises(CheckinError):
        enter(day, VUTHY, HALL, "d404", at(0))


def test_a_flagged_person_enters_by_name_after_the_last_entry(day: EventFile) -> None:
    person, other = a_delegate(day, attention=True), a_delegate(day, "CHEA")
    door = Door("opening")

    assert enter(day, VUTHY, door, person, at(91)).verdict == Admitted(Note.ARRIVAL_RECORDED, arrives=True)
    assert enter(day, VUTHY, door, other, at(91)).verdict == Refused(Refusal.NOT_NOW)


def test_where_exits_are_not_scanned_back_in_knows_the_first_entry(tmp_path: Path) -> None:
    with new_event(tmp_path / "day.event", a_day(Policy()), DARA) as file:
        code = a_badge(file, a_delegate(file))
        scan_at(file, VUTHY, SETTLING, code, at(0))
        again = scan_at(file, replace(VUTHY, station="Door 2"), SETTLING, code, at(0.5))
        later = scan_at(file, VUTHY, SETTLING, code, at(91))

    assert again.verdict == Admitted(Note.BACK_IN)
    assert again.before is not None
    assert (again.before.came, again.before.station) == (at(0), "Door 1")
    assert later.session is not None
    assert (later.session.code, later.verdict) == ("panel", Admitted())


# ------------------------------------------------------------------------------------------------------- doors by hand


def test_doors_are_closed_and_opened_by_hand_and_an_undo_takes_it_back(day: EventFile) -> None:
    code = a_badge(day, a_delegate(day))
    session = set_doors(day, VUTHY, "opening", DoorState.CLOSED, at(0))
    assert session.is_closed_by_hand
    assert scan(day, VUTHY, "opening", code, at(1)).verdict == Refused(Refusal.NOT_NOW)

    set_doors(day, VUTHY, "opening", DoorState.OPEN, at(2))
    assert scan(day, VUTHY, "opening", code, at(3)).verdict == Admitted()
    scan(day, VUTHY, "opening", code, at(4))
    undo(day, VUTHY)
    undo(day, VUTHY)
    undo(day, VUTHY)
    assert day.event.sessions["opening"].is_closed_by_hand
    undo(day, VUTHY)
    assert day.event.sessions["opening"].by_hand is None


def test_doors_opened_by_hand_are_open_before_their_time(day: EventFile) -> None:
    code = a_badge(day, a_delegate(day))
    assert scan_at(day, VUTHY, HALL, code, at(-60)).verdict == Refused(Refusal.NOT_NOW)

    set_doors(day, VUTHY, "opening", DoorState.OPEN, at(-59))
    assert scan_at(day, VUTHY, HALL, code, at(-58)).verdict == Admitted()


def test_opening_after_the_last_entry_is_refused_where_it_would_do_nothing(day: EventFile) -> None:
    with pytest.raises(CheckinError, match=r"last entry.*has passed"):
        set_doors(day, VUTHY, "opening", DoorState.OPEN, at(91))
    set_doors(day, VUTHY, "opening", DoorState.CLOSED, at(91))
    minister = a_delegate(day, attention=True)
    assert enter(day, VUTHY, Door("opening"), minister, at(92)).verdict == Refused(Refusal.NOT_NOW)
    set_doors(day, VUTHY, "opening", DoorState.OPEN, at(93))

    assert isinstance(enter(day, VUTHY, Door("opening"), minister, at(94)).verdict, Admitted)


def test_what_one_desk_does_with_doors_another_sees(day: EventFile) -> None:
    before = mark(day)
    with open_event(day.path) as other:
        set_doors(other, VUTHY, "opening", DoorState.CLOSED, at(0))
        scan_at(other, VUTHY, HALL, "SOK", at(300))

    changed = changed_since(day, before, mark(day))
    assert changed is not None
    assert (changed.programme, changed.sessions) == (True, frozenset())
    assert day.event.sessions["opening"].is_closed_by_hand
