"""A whole day of back-to-back sessions in shared rooms: every reading and the report equal a naive model."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from checkin import assets, wording
from checkin.desk.arrive import arrive
from checkin.desk.define import amend
from checkin.desk.open_event import new_event
from checkin.desk.register import register
from checkin.desk.report import report
from checkin.desk.scan_at_door import scan_at
from checkin.desk.undo import undo
from checkin.domain.admission import Admitted, Left, Refused
from checkin.domain.delegates import Field
from checkin.domain.doors import Door
from checkin.domain.facts import OF_A_SCAN
from checkin.domain.presence import Direction
from checkin.domain.programme import Exits, LocalText, Policy, Session
from checkin.importing.definition import read_definition
from checkin.storage import journal
from tests.desk.naive_day import Crowd, Doors, Timed, Told, a_programme, chance_of, told_out_on_coming
from tests.desk.seminar import DARA, VUTHY, a_seminar

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.desk.door_answer import DoorAnswer
    from checkin.domain.programme import Event
    from checkin.storage.event_file import EventFile

MIDNIGHT: Final = datetime(2026, 9, 13, 17, 0, tzinfo=UTC)
"""The beginning of the seminar's day in Phnom Penh."""
SHARES_READ: Final = (0.8, 0.5, 0.2, 0.0)


def at(second: int) -> datetime:
    """So many seconds after midnight."""
    return MIDNIGHT + timedelta(seconds=second)


def as_event(doors: Doors) -> Event:
    """The seminar with the model's sessions."""
    seminar = a_seminar()
    sessions = [
        Session(
            each.code, LocalText.of(each.code), LocalText.of(each.room), at(each.start), at(each.end), at(each.opens),
            at(each.last_entry), re_entry=each.re_entry,
        )
        for each in doors.sessions
    ]  # fmt: skip
    policy = Policy(exits=Exits.SCANNED if doors.scans_exits else Exits.NONE)
    ordered = sorted(sessions, key=Session.in_programme)
    return replace(
        seminar,
        description=replace(seminar.description, policy=policy),
        sessions={each.code: each for each in ordered},
    )


def as_told(answer: DoorAnswer) -> Told:
    """What the program answered, in the model's words."""
    session = answer.session.code if answer.session is not None else None
    match answer.verdict:
        case Admitted(note):
            return Told(session, "admitted", note and note.value)
        case Refused(reason):
            return Told(session, "refused", reason.value)
        case Left(alert):
            return Told(session, "out", alert and alert.value)


def live(
    file: EventFile, doors: Doors, crowd: Crowd, *, all_rooms: bool = False
) -> tuple[int, dict[str, str]]:
    """Let the crowd pass both, the program's doors and the model's; the number of readings, and who has which id."""
    ids, codes = {}, {}
    for number in range(crowd.people):
        person = register(file, DARA, {Field.FAMILY_NAME: f"P{number}", Field.CATEGORY: "P"}).delegate.id
        (answer,) = arrive(file, DARA, [person], at(0))
        ids[person], codes[f"p{number}"] = f"p{number}", answer.code
    readings = 0
    for step in crowd.steps():
        room = "" if all_rooms else step.room
        door = Door(room=room, direction=Direction(doors.direction), settle=doors.settle)
        told = as_told(scan_at(file, VUTHY, door, codes[step.person], at(step.now)))
        assert told == doors.read(step.person, room, step.now), step
        crowd.answered(step, told)
        readings += 1
    return readings, ids


def reported(file: EventFile, ids: dict[str, str]) -> dict[tuple[str, str], tuple[object, ...]]:
    """What the report of the day says, in the model's words."""
    table = report(file, "attendance", at(48 * 3600), wording.in_language("en")).main
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    return {
        (ids[str(row["delegate"])], str(row["session"])): (
            second_of(row["first_in"]),
            second_of(row["last_out"]),
            row["minutes"],
            row["assumed"],
        )
        for row in rows
    }


def second_of(moment: object) -> float | None:
    """The seconds from midnight to a moment."""
    return (moment - MIDNIGHT).total_seconds() if isinstance(moment, datetime) else None


def compare(folder: Path, doors: Doors, crowd: Crowd, *, all_rooms: bool = False) -> int:
    """Live a day on a fresh event file, and compare each answer and the report; the number of readings."""
    with new_event(folder / "day.event", as_event(doors), DARA) as file:
        readings, ids = live(file, doors, crowd, all_rooms=all_rooms)
        assert reported(file, ids) == doors.attendance()
    return readings


def a_crowd(sessions: tuple[Timed, ...], people: int, share_read: float, seed: int) -> Crowd:
    """A crowd drawn from this seed."""
    return Crowd(sessions, people, share_read, chance_of(seed))


@pytest.mark.parametrize("share_read", SHARES_READ)
def test_every_reading_of_a_day_and_its_report_equal_the_model(tmp_path: Path, share_read: float) -> None:
    sessions = a_programme(chance_of(17))

    assert compare(tmp_path, Doors(sessions), a_crowd(sessions, 20, share_read, 17)) > 50


@pytest.mark.parametrize(
    ("direction", "scans_exits"), [("in", True), ("out", True), ("auto", False), ("out", False)]
)
def test_entrances_exits_and_events_that_scan_no_exits_equal_the_model(
    tmp_path: Path, direction: str, *, scans_exits: bool
) -> None:
    sessions = a_programme(chance_of(18))
    doors = Doors(sessions, direction, scans_exits)

    assert compare(tmp_path, doors, a_crowd(sessions, 8, 0.5, 18)) > 15


@pytest.mark.long
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("share_read", SHARES_READ)
def test_many_days_of_many_people_equal_the_model(tmp_path: Path, share_read: float, seed: int) -> None:
    sessions = a_programme(chance_of(seed))
    doors = Doors(sessions, ("auto", "auto", "in")[seed % 3], scans_exits=seed % 4 != 3)

    assert compare(tmp_path, doors, a_crowd(sessions, 80, share_read, seed), all_rooms=seed == 5) > 200


# --------------------------------------------------------------------------------------------- a session that was moved


def readings_of(file: EventFile) -> list[tuple[str, bytes | None]]:
    """The journal's entries of all readings."""
    entries = journal.read_entries(file.database)
    return [(entry.kind, entry.body) for entry in entries if entry.kind in OF_A_SCAN]


def moved(sessions: tuple[Timed, ...], seed: int) -> tuple[Timed, ...]:
    """The sessions at other times; every third one stays."""
    chance = chance_of(seed)
    return tuple(
        each
        if number % 3 == 0
        else each._replace(
            start=each.start + chance.choice([-20, 10, 45]) * 60, end=each.end + chance.choice([-10, 50]) * 60
        )
        for number, each in enumerate(sessions)
    )


def foot_of(file: EventFile, language: str = "en") -> list[str]:
    """The sentences below the report about sessions that were moved."""
    made = report(file, "attendance", at(48 * 3600), wording.in_language(language))
    return [sentence for sentence in made.main.foot if " was moved on " in sentence]


@pytest.mark.parametrize("scans_exits", [True, False])
def test_sessions_that_are_moved_afterwards_change_no_verdict_and_reports_count_by_their_times_now(
    tmp_path: Path, *, scans_exits: bool
) -> None:
    sessions = a_programme(chance_of(19))
    doors = Doors(sessions, scans_exits=scans_exits)
    with new_event(tmp_path / "day.event", as_event(doors), DARA) as file:
        _, ids = live(file, doors, a_crowd(sessions, 20, 0.5, 19))
        answers, refusals = (
            readings_of(file),
            report(file, "refusals", at(0), wording.in_language("en")).tables,
        )
        assert foot_of(file) == []

        doors.sessions = moved(sessions, 19)
        _, act = amend(file, DARA, file.event, as_event(doors))

        assert readings_of(file) == answers
        assert report(file, "refusals", at(0), wording.in_language("en")).tables == refusals
        assert reported(file, ids) == doors.attendance()
        entered = {code for (_, code), presence in doors.known.items() if presence.stays}
        told = [
            f"{before.code} was moved on"
            for before, after in zip(sessions, doors.sessions, strict=True)
            if before != after and before.code in entered
        ]
        in_order = sorted(told, key=lambda words: file.event.sessions[words.split()[0]].in_programme())
        assert [" ".join(sentence.split()[:4]) for sentence in foot_of(file)] == in_order
        assert in_order

        undo(file, DARA, act)
        doors.sessions = sessions
        assert readings_of(file) == answers
        assert reported(file, ids) == doors.attendance()
        assert foot_of(file) == []


def test_the_foot_says_from_which_time_to_which_and_each_move_once(tmp_path: Path) -> None:
    one = Timed("a1", "A", 9 * 3600, 10 * 3600, 8 * 3600, 10 * 3600)
    doors = Doors((one,))
    with new_event(tmp_path / "day.event", as_event(doors), DARA) as file:
        amend(
            file, DARA, file.event, as_event(Doors((one._replace(end=11 * 3600),)))
        )  # nobody has entered yet
        person = register(file, DARA, {Field.FAMILY_NAME: "SOK", Field.CATEGORY: "P"}).delegate.id
        (answer,) = arrive(file, DARA, [person], at(0))
        scan_at(file, VUTHY, Door(session="a1", direction=Direction.IN), answer.code, at(9 * 3600))
        for hours in (12, 13):
            later = one._replace(start=hours * 3600, end=(hours + 1) * 3600)
            _, act = amend(file, DARA, file.event, as_event(Doors((later,))))

        first, second = foot_of(file)
        assert "from Sep 14 09:00–11:00 to Sep 14 12:00–13:00." in first
        assert "from Sep 14 12:00–13:00 to Sep 14 13:00–14:00." in second

        undo(file, VUTHY, act)
        assert foot_of(file) == [first]


# --------------------------------------------------------------------------------------- how often a guest is told OUT


def the_forum() -> tuple[Timed, ...]:
    """The first day of the demo's forum."""
    event = read_definition(assets.demo("forum.toml"))
    first = event.sessions_by_time()[0]
    day = [each for each in event.sessions_by_time() if event.day_of(each.start) == event.day_of(first.start)]
    return tuple(
        Timed(
            each.code, str(each.room),
            *(int((moment - first.start).total_seconds()) + 9 * 3600
              for moment in (each.start, each.end, each.doors_open, each.last_entry)),
            each.re_entry,
        )
        for each in day
    )  # fmt: skip


def shares_told_out(direction: str, share_read: float) -> list[float]:
    """The shares of entries that begin with OUT after a session's end: in the forum, and in ten drawn programmes."""
    drawn = [a_programme(chance_of(seed)) for seed in range(10)]
    shares = []
    for programmes in ([the_forum()] * 10, drawn):
        counts = [
            told_out_on_coming(Doors(sessions, direction), a_crowd(sessions, 150, share_read, seed))
            for seed, sessions in enumerate(programmes)
        ]
        entries = sum(count.entries for count in counts)
        shares.append(sum(count.after_the_end for count in counts) / entries)
        if direction == "in":
            assert sum(count.before_the_end for count in counts) == 0
    return shares


def test_where_most_leavers_are_read_at_most_one_guest_in_twenty_five_is_told_out_on_coming() -> None:
    in_the_forum, in_others = shares_told_out("auto", 0.8)

    assert 0 < in_the_forum < in_others <= 0.04


@pytest.mark.parametrize("share_read", SHARES_READ)
def test_no_guest_is_told_out_at_an_entrance(share_read: float) -> None:
    assert shares_told_out("in", share_read) == [0, 0]
