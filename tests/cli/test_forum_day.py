"""A whole day of the forum through the command line, under a turned clock; each answer is judged by the oracle."""

from __future__ import annotations

import csv
import random
import re
import tomllib
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pytest

from tests.cli.forum_oracle import Arrived, House, Issued, Revoked, Session, StatusSet
from tests.cli.program import DEMO, Answer, Computer, Door

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tests.cli.forum_oracle import Act, Fact, Scan

LIBRARY: Final = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)
pytestmark = pytest.mark.skipif(
    LIBRARY is None, reason="the Debian package libfaketime, which turns the clock, is not installed"
)

VENUE: Final = ZoneInfo("Asia/Phnom_Penh")
MIDNIGHT: Final = datetime(2027, 3, 14, 17, tzinfo=UTC)
"""The 15 March of the forum begins, in UTC."""
CODE: Final = re.compile(r"\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b")
REFUSALS: Final = {
    "not_ours", "misread", "forged", "revoked", "blocked", "cancelled", "not_cleared", "not_now", "not_on_list",
    "already_inside", "no_reentry", "full", "not_arrived",
}  # fmt: skip
ADMISSIONS: Final = {None, "details_follow", "arrival_recorded", "back_in", "override"}
EXITS: Final = {None, "revoked", "blocked", "cancelled", "no_entry"}
TEXTS: Final = ("Sok Dara", "https://example.org/B", "B0000", "ឯកឧត្តម", "B" * 17, "0", "🙂" * 16, "-" * 300)


def at(clock: str) -> int:
    """Seconds of the day from 08:30 or 08:30:15."""
    hours, minutes, *seconds = map(int, clock.split(":"))
    return hours * 3600 + minutes * 60 + sum(seconds)


def iso(second: int) -> str:
    """As the program writes it: the venue's time with its offset."""
    return (MIDNIGHT + timedelta(seconds=second)).astimezone(VENUE).isoformat()


class Clock:
    """The clock of all computers, which stands still until it is turned."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.now = 0
        self.turn(0)

    def turn(self, second: int) -> None:
        self.now = second
        self._file.write_text(f"{MIDNIGHT + timedelta(seconds=second):%Y-%m-%d %H:%M:%S}\n")

    @property
    def environment(self) -> dict[str, str]:
        return {
            # Not DONT_FAKE_MONOTONIC: with it, libfaketime 0.9.10 makes every sleep of Python's fail.
            "LD_PRELOAD": str(LIBRARY), "FAKETIME_TIMESTAMP_FILE": str(self._file), "FAKETIME_NO_CACHE": "1",
            "TZ": "UTC",
        }  # fmt: skip


@dataclass(frozen=True)
class Station:
    """A desk or a door: a computer, its name, and who works there."""

    name: str
    operator: str
    computer: Computer


class Forum:
    """The event file and the house that the oracle keeps; everything is done to both and compared."""

    def __init__(self, folder: Path, definition: Path, seed: int) -> None:
        self.clock = Clock(folder / "clock")
        self.folder = folder
        self.event = folder / "forum.event"
        self.random = random.Random(seed)  # noqa: S311 - the same day every time
        self.house, self.categories_that_count = _house(definition)
        self.seen: Counter[tuple[str, str | None]] = Counter()
        self.ids: dict[str, str] = {}
        self._people: dict[str, dict[str, Any]] = {}
        self._doors: dict[tuple[str, str, str], Door] = {}
        self._names: dict[str, str] = {}
        self.stations = {
            name: self._station(number, name, operator)
            for number, (name, operator) in enumerate(
                [("Desk 1", "Dara"), ("Desk 2", "Bopha"), ("Ballroom", "Vuthy"), ("Mekong", "Sophea"),
                 ("Tonle Sap", "Rithy")]
            )
        }  # fmt: skip
        self.desk.computer.does("new", self.event, "--from", definition)

    def _station(self, number: int, name: str, operator: str) -> Station:
        home = self.folder / f"computer-{number}"
        computer = Computer(home, name, desk_id=f"{number:012x}", env=self.clock.environment)
        return Station(name, operator, computer)

    @property
    def desk(self) -> Station:
        return self.stations["Desk 1"]

    def know(self, listed: list[dict[str, Any]]) -> None:
        """Tell the oracle who is registered."""
        for person in listed:
            known = person["reference"]
            self._people[known], self.ids[known] = person, person["id"]
            self._names[known] = _name(person)
            self.house.register(known, person["category"], person["status"])

    def do(self, station: Station, *arguments: object) -> Answer:
        return station.computer.run(*arguments, "--operator", station.operator)

    def record(self, station: Station, *facts: Fact) -> Act:
        return self.house.record(station.name, station.operator, self.clock.now, *facts)

    # ---- desks

    def arrive(self, station: Station, people: list[str], *more: str) -> Answer:
        """Receive people at a desk; all or nothing. Who never answered is registered by coming."""
        house, now = self.house, self.clock.now
        answer = self.do(station, "arrive", self.event, *(self.ids[person] for person in people), *more)
        override = "--override" in more
        if not override and any(house.status(person) not in {"registered", "invited"} for person in people):
            assert answer.code == 1, answer
            return answer
        assert answer.code == 0, answer
        facts: list[Fact] = []
        for person, line in zip(people, answer.out.splitlines(), strict=True):
            if (before := house.desk_arrival(person)) is not None:
                assert before[1] in line
                assert f"{before[0] // 3600:02}:{before[0] // 60 % 60:02}" in line
                continue
            if house.status(person) == "invited":
                facts.append(StatusSet(person, "registered"))
            facts.append(Arrived(person, now, station.name))
            code = _code_in(line)
            assert code is not None or "--no-badge" in more, line
            known = house.badge(person)
            if known is not None:
                assert code in {known, None}
            elif code is not None:
                facts.append(Issued(person, code))
        if facts:
            self.record(station, *facts)
        return answer

    def badges(self, station: Station, people: list[str]) -> None:
        """Badges for people by name: those who have none get one."""
        out = self.folder / "badges.pdf"
        ids = [self.ids[person] for person in people]
        answer = self.do(station, "badges", self.event, "--out", out, "--delegate", *ids)
        assert answer.code == 0, answer
        self._learn_codes(station, people)

    def badges_of_category(self, station: Station, category: str) -> None:
        """The evening before."""
        answer = self.do(
            station, "badges", self.event, "--out", self.folder / "badges.pdf", "--category", category
        )
        assert answer.code == 0, answer
        house = self.house
        theirs = [p for p, c in house.category.items() if c == category and house.status(p) == "registered"]
        assert answer.out.startswith(f"{len(theirs)} of {len(house.category)} badges")
        self._learn_codes(station, theirs)

    def _learn_codes(self, station: Station, people: list[str]) -> None:
        listed = {each["reference"]: each["code"] for each in self.delegates()}
        fresh = [Issued(person, listed[person]) for person in people if self.house.badge(person) is None]
        if fresh:
            self.record(station, *fresh)

    def correct(self, station: Station, person: str, status: str) -> None:
        answer = self.do(station, "correct", self.event, self.ids[person], f"status={status}")
        assert answer.code == 0, answer
        if self.house.status(person) != status:
            self.record(station, StatusSet(person, status))

    def revoke(self, station: Station, code: str) -> None:
        answer = self.do(station, "revoke", self.event, code, "--reason", "lost")
        assert answer.code == 0, answer
        if self.house.is_valid(code):
            self.record(station, Revoked(code))

    def undo(self, station: Station, named: Act | None = None) -> Act:
        """Undo the last act of a station, or one by its id; what was aimed at."""
        target = named or self.house.next_to_undo(station.name)
        assert target is not None
        arguments = ["--act", named.id] if named is not None else []
        answer = self.do(station, "undo", self.event, "--json", *arguments)
        assert answer.code == 0, answer
        undoing = self.house.undo(station.name, station.operator, self.clock.now, target)
        undoing.id = answer.json["act"]
        target.id = target.id or answer.json["undone"]["act"]
        assert answer.json["undone"]["act"] == target.id
        assert answer.json["undone"]["time"] == iso(target.at)
        assert answer.json["undone"]["operator"] == target.operator
        assert set(answer.json["undone"]["kinds"]) >= {_KINDS[type(fact).__name__] for fact in target.facts}
        return undoing

    # ---- doors

    def door(self, station: Station, session: str, direction: str) -> Door:
        key = (station.name, session, direction)
        if key not in self._doors:
            more = () if direction == "auto" else ("--direction", direction)
            self._doors[key] = Door(
                station.computer, self.event, session, *more, "--operator", station.operator
            )
        return self._doors[key]

    def close_doors(self) -> None:
        """Every door has answered all that it was asked, and nothing else."""
        for door in self._doors.values():
            assert door.close() == Answer(0, "", "")
        self._doors = {}

    def kill_doors(self) -> None:
        """What a failed test leaves."""
        for door in self._doors.values():
            door.kill()

    def scan(self, station: Station, session: str, text: str, direction: str = "auto") -> Scan:
        """Read a genuine code at a door."""
        code = "".join(text.split()).upper().replace("-", "")
        person = self.house.holder.get(code, code)
        expected = self.house.judge(person, session, code, direction, self.clock.now, station.name)
        self._compare(expected, self.door(station, session, direction).scan(text), text)
        self.house.scan(station.name, station.operator, expected)
        return expected

    def scan_nonsense(self, station: Station, session: str, text: str, reason: str, direction: str) -> None:
        """Read what is no badge of this event; it touches nobody."""
        given = self.door(station, session, direction).scan(text)

        assert given == {
            "code": text, "verdict": "refused", "reason": reason, "delegate": None, "name": "",
            "time": iso(self.clock.now), "session": session,
        }  # fmt: skip
        self.seen["refused", reason] += 1

    def admit(self, station: Station, person: str, session: str) -> Scan:
        """Let somebody in by hand."""
        expected = self.house.admit(person, session, self.clock.now, station.name)
        answer = self.do(
            station,
            "admit",
            self.event,
            self.ids[person],
            "--session",
            session,
            "--reason",
            "known",
            "--json",
        )
        assert answer.code == (1 if expected.verdict == "refused" else 0), (answer, expected)
        self._compare(expected, answer.json, "")
        self.house.scan(station.name, station.operator, expected)
        return expected

    def _compare(self, expected: Scan, given: dict[str, Any], text: str) -> None:
        known = expected.person in self.ids
        story = {
            "code": text,
            "verdict": expected.verdict,
            "reason": expected.reason,
            "delegate": self.ids[expected.person] if known else None,
            "name": self._names[expected.person] if known else "",
            "time": iso(expected.at),
            "session": expected.session,
        }
        assert given == story, (expected.session, self.house.stays(expected.person, expected.session))
        self.seen[expected.verdict, expected.reason] += 1

    # ---- what is on record

    def delegates(self) -> list[dict[str, Any]]:
        listed: list[dict[str, Any]] = self.desk.computer.does("delegates", self.event, "--json").json
        return listed

    def compare_delegates(self) -> None:
        """Arrival, station, status and badge of everybody are what the oracle has."""
        house = self.house
        told = {
            each["reference"]: (each["arrived_at"], each["arrived_station"], each["status"], each["code"])
            for each in self.delegates()
        }

        assert told == {
            person: (
                *((None, "") if (known := house.arrival(person)) is None else (iso(known[0]), known[1])),
                house.status(person),
                house.badge(person),
            )
            for person in house.category
        }

    def compare_attendance(self, session: str | None = None) -> int:
        """Every row, minute and total of the report is what the oracle has; how many rows."""
        out = self.folder / "attendance.json"
        more = () if session is None else ("--session", session)
        self.desk.computer.does("report", self.event, "attendance", "--out", out, *more)
        report = Answer(0, out.read_text("utf-8"), "").json
        place = {name: number for number, name in enumerate(report["columns"])}
        names = ("first_in", "last_out", "minutes", "assumed")
        told = {
            (row[place["delegate"]], row[place["session"]]): tuple(row[place[name]] for name in names)
            for row in report["rows"]
        }
        rows = self.house.attendance(self.clock.now, session)

        assert len(report["rows"]) == len(told)
        assert told == {
            (self.ids[person], of): (
                iso(row.first_in),
                None if row.last_out is None else iso(row.last_out),
                row.minutes,
                row.assumed,
            )
            for (person, of), row in rows.items()
        }
        persons = Counter(self.house.category[person] for person in {person for person, _ in rows})
        totals = {code: persons[code] for code in self.categories_that_count}
        assert report["totals"] == totals
        return len(rows)


_KINDS: Final[Mapping[str, str]] = {
    "Arrived": "arrived", "Issued": "badge_issued", "Revoked": "badge_revoked", "StatusSet": "corrected",
    "Scan": "scanned",
}  # fmt: skip


def _code_in(line: str) -> str | None:
    found = CODE.search(line)
    return found[0].replace("-", "") if found else None


def _name(person: dict[str, Any]) -> str:
    parts = [person["family_name"], person["given_name"]]
    if person["name_order"] == "given_first":
        parts.reverse()
    return " ".join(part for part in parts if part) or person["native_name"]


def _house(definition: Path) -> tuple[House, list[str]]:
    """The rules that this definition sets, read from the file itself."""
    known = tomllib.loads(definition.read_text("utf-8"))
    policy = known.get("policy", {})
    sessions = {each["code"]: _session(each) for each in known["sessions"]}
    counting = [each["code"] for each in known["categories"] if each.get("counts", True)]
    house = House(
        sessions,
        refuses_who_has_not_arrived=policy.get("not_arrived") == "refuse",
        scans_exits=policy.get("exits") == "scanned",
    )
    return house, counting


def _session(known: dict[str, Any]) -> Session:
    def second(moment: datetime) -> int:
        return int((moment.replace(tzinfo=VENUE) - MIDNIGHT).total_seconds())

    start, end = second(known["start"]), second(known["end"])
    open_to = known.get("open_to", "all")
    return Session(
        known["code"],
        start,
        end,
        second(known["doors_open"]) if "doors_open" in known else start - 30 * 60,
        second(known["last_entry"]) if "last_entry" in known else end,
        known.get("capacity"),
        known.get("re_entry", True),
        None if open_to == "all" else frozenset(open_to),
        known.get("status") == "cancelled",
    )


@contextmanager
def a_forum(folder: Path, definition: Path, seed: int) -> Iterator[Forum]:
    forum = Forum(folder, definition, seed)
    try:
        yield forum
    finally:
        forum.kill_doors()


# ------------------------------------------------------------------------------------------------ the day of the forum


@dataclass(frozen=True)
class Shift:
    """So many readings at a session's door between two times of the day."""

    session: str
    station: str
    begins: str
    ends: str
    readings: int
    entering: float
    """The share of readings of people who are outside."""
    has_three_doors: bool = False
    """Whether there is a door only in and one only out beside the one for both."""


SHIFTS: Final = (
    Shift("opening", "Ballroom", "7:50", "9:15", 420, 0.85, has_three_doors=True),
    Shift("opening", "Ballroom", "9:15", "10:40", 200, 0.3, has_three_doors=True),
    Shift("coffee-1", "Tonle Sap", "10:25", "11:05", 130, 0.6),
    Shift("topic-1", "Ballroom", "10:40", "11:30", 200, 0.85),
    Shift("topic-1", "Ballroom", "11:30", "12:40", 130, 0.3),
    Shift("talk-1", "Mekong", "10:44", "11:17", 150, 0.9, has_three_doors=True),
    Shift("talk-1", "Mekong", "11:17", "12:05", 60, 0.2, has_three_doors=True),
    Shift("press", "Tonle Sap", "10:58", "12:02", 90, 0.6),
    Shift("lunch-1", "Ballroom", "12:30", "14:02", 150, 0.6),
    Shift("ministers", "Mekong", "12:10", "13:55", 140, 0.7, has_three_doors=True),
    Shift("disaster", "Ballroom", "13:43", "15:32", 210, 0.6),
    Shift("proliferation", "Mekong", "13:43", "15:32", 160, 0.6),
    Shift("topic-2", "Ballroom", "15:43", "17:32", 190, 0.6),
    Shift("talk-2", "Mekong", "15:43", "16:12", 110, 0.75, has_three_doors=True),
    Shift("talk-2", "Mekong", "16:12", "17:02", 70, 0.3, has_three_doors=True),
    Shift("students", "Tonle Sap", "16:00", "17:00", 20, 0.8),
    Shift("reception", "Ballroom", "17:58", "21:05", 190, 0.6),
)


@dataclass
class Day:
    """The forum's first day: what people do, drawn by lot in the same way every time."""

    forum: Forum
    strangers: list[str]
    """Genuine codes of badges that were issued at a desk of which this one knows nothing."""
    forgery: str

    def acts(self) -> list[tuple[int, Callable[[], None]]]:
        """Everything that happens, by the clock."""
        chance = self.forum.random
        acts: list[tuple[int, Callable[[], None]]] = []
        for shift in SHIFTS:
            begins, ends = at(shift.begins), at(shift.ends)
            readings = sorted(chance.randrange(begins, ends) for _ in range(shift.readings))
            acts += [(moment, partial(self.read, shift)) for moment in readings]
            known = self.forum.house.sessions[shift.session]
            # The limits themselves pass; the second before and the second after do not.
            limits = (known.opens - 1, known.opens, known.last_entry, known.last_entry + 1)
            acts += [(moment, partial(self.enter, shift)) for moment in limits if begins <= moment < ends]
        acts += [(moment, self.arrivals) for moment in range(at("7:30"), at("9:30"), 600)]
        acts += [(moment, self.undo_at_a_door) for moment in range(at("8:20"), at("20:30"), 4800)]
        acts += [(moment, self.take_exception) for moment in range(at("8:40"), at("20:30"), 3000)]
        acts += [(moment, self.lose_a_badge) for moment in range(at("8:10"), at("18:00"), 5000)]
        acts += [(moment, self.change_a_status) for moment in range(at("8:15"), at("19:00"), 4300)]
        acts += [(at("9:20"), self.undo_arrivals), (at("9:50"), self.bring_back)]
        acts += [(at("13:10"), self.override_two_rows), (at("9:40"), self.at_the_help_desk)]
        acts += [(at("9:45"), self.without_an_answer), (at("9:46"), self.not_cleared)]
        acts += [(at("9:00:30"), self.undo_passes_over)]
        acts += [(at("11:59"), partial(self.look, "talk-1")), (at("11:31"), partial(self.look, None))]
        return sorted(acts, key=lambda act: act[0])

    # ---- doors

    def read(self, shift: Shift) -> None:
        """One reading at a door, of whoever is there."""
        forum, chance = self.forum, self.forum.random
        station = forum.stations[shift.station]
        ways = [7, 2, 1] if shift.has_three_doors else [1, 0, 0]
        direction = chance.choices(["auto", "in", "out"], ways)[0]
        if chance.random() < 0.05:
            text, reason = self._nonsense()
            forum.scan_nonsense(station, shift.session, text, reason, direction)
            return
        code = self._somebody(shift)
        written = code if chance.random() < 0.9 else "-".join(re.findall("....", code.lower()))
        forum.scan(station, shift.session, written, direction)

    def enter(self, shift: Shift) -> None:
        """Somebody wants in at this very second."""
        code = self._outside(shift)
        self.forum.scan(self.forum.stations[shift.station], shift.session, code, "in")

    def _nonsense(self) -> tuple[str, str]:
        chance = self.forum.random
        code = chance.choice(list(self.forum.house.holder))
        other = "0" if code[8] != "0" else "1"
        return chance.choice(
            [(chance.choice(TEXTS), "not_ours"), (f"{code[:8]}{other}{code[9:]}", "misread"),
             (self.forgery, "forged")]
        )  # fmt: skip

    def _somebody(self, shift: Shift) -> str:
        house, chance = self.forum.house, self.forum.random
        draw = chance.random()
        if draw < 0.04:
            return chance.choice(self.strangers)
        if draw < 0.09:
            return self._in_trouble(shift)
        inside = sorted(house.inside[shift.session] & set(house.holder.values()))
        if inside and chance.random() > shift.entering:
            return self._a_code_of(chance.choice(inside))
        return self._outside(shift)

    def _in_trouble(self, shift: Shift) -> str:
        """Of somebody blocked, cancelled or with a revoked badge, and often of one who is inside."""
        house, chance = self.forum.house, self.forum.random
        codes = [
            code
            for code, person in house.holder.items()
            if not house.is_valid(code) or house.status(person) != "registered"
        ]
        inside = [code for code in codes if house.holder[code] in house.inside[shift.session]]
        return chance.choice((inside if chance.random() < 0.5 else []) or codes or list(house.holder))

    def _outside(self, shift: Shift) -> str:
        house, chance = self.forum.house, self.forum.random
        open_to = house.sessions[shift.session].open_to
        people = [
            person
            for person in dict.fromkeys(house.holder.values())
            if person not in house.inside[shift.session]
            and (open_to is None or house.category[person] in open_to or chance.random() < 0.15)
        ]
        return self._a_code_of(chance.choice(people or list(dict.fromkeys(house.holder.values()))))

    def _a_code_of(self, person: str) -> str:
        """Any badge of theirs, mostly the newest valid one."""
        house = self.forum.house
        valid = house.badge(person)
        if valid is not None and self.forum.random.random() < 0.85:
            return valid
        return self.forum.random.choice([code for code, holder in house.holder.items() if holder == person])

    # ---- desks and supervisors

    def arrivals(self) -> None:
        """Some people come to a desk together."""
        house, chance = self.forum.house, self.forum.random
        waiting = [p for p in house.category if house.arrival(p) is None and house.status(p) == "registered"]
        people = chance.sample(waiting, chance.randint(8, 24))
        self.forum.arrive(self.forum.stations[chance.choice(["Desk 1", "Desk 2"])], people)

    def at_the_help_desk(self) -> None:
        """Who is blocked is not received, and with them nobody; by override they are; coming twice is no error."""
        forum, house = self.forum, self.forum.house
        blocked = next(person for person in house.category if house.status(person) == "blocked")
        late = next(person for person in house.category if house.arrival(person) is None)
        early = next(person for person in house.category if house.desk_arrival(person) is not None)
        by_door = next(
            person for person in house.category if house.arrival(person) and not house.desk_arrival(person)
        )
        forum.arrive(forum.desk, [late, blocked])
        forum.arrive(forum.desk, [blocked, early, late, by_door], "--override", "the minister asked")
        forum.compare_delegates()

    def without_an_answer(self) -> None:
        """Who was invited and never answered is registered by coming to the desk; a door sends them there."""
        forum, house = self.forum, self.forum.house
        invited = next(person for person in house.category if house.status(person) == "invited")
        station = forum.stations["Ballroom"]
        assert forum.arrive(forum.desk, [invited]).code == 0
        assert house.status(invited) == "registered"

        forum.correct(forum.desk, invited, "invited")
        assert forum.scan(station, "opening", self._a_code_of(invited), "in").reason == "not_arrived"
        assert forum.admit(station, invited, "opening").reason == "override"

    def not_cleared(self) -> None:
        """Who is pending is the help desk's, also with a badge in the hand; nobody is held back on leaving."""
        forum, house = self.forum, self.forum.house
        pending = next(person for person in house.category if house.status(person) == "pending")
        station = forum.stations["Ballroom"]
        assert forum.arrive(forum.desk, [pending]).code == 1

        forum.arrive(forum.desk, [pending], "--override", "the embassy rang")
        assert forum.scan(station, "opening", self._a_code_of(pending), "in").reason == "not_cleared"
        assert forum.admit(station, pending, "opening").reason == "override"
        assert forum.scan(station, "opening", self._a_code_of(pending), "out").reason is None

    def undo_arrivals(self) -> None:
        forum = self.forum
        self._undone_arrivals = [forum.undo(forum.stations["Desk 2"]), forum.undo(forum.stations["Desk 2"])]

    def bring_back(self) -> None:
        """The first that was undone comes back; the one before it does not."""
        self.forum.undo(self.forum.stations["Desk 2"], self._undone_arrivals[0])

    def undo_passes_over(self) -> None:
        """Readings at an exit that let nobody out have no effect: a stranger's, a lost badge's, a blocked person's."""
        forum, house = self.forum, self.forum.house
        station = forum.stations["Ballroom"]
        people = [p for p in dict.fromkeys(house.holder.values()) if p not in house.inside["opening"]]
        first, second = people[:2]
        forum.scan(station, "opening", self._outside(SHIFTS[0]), "in")
        forum.correct(forum.desk, first, "blocked")
        forum.scan(station, "opening", self._a_code_of(first), "out")
        forum.scan(station, "opening", self._a_code_of(second), "out")
        inside = next(
            p for p in sorted(house.inside["opening"] & set(house.holder.values())) if house.badge(p)
        )
        lost = self._a_code_of(inside)
        forum.revoke(forum.desk, lost)
        forum.admit(station, inside, "opening")
        forum.scan(station, "opening", lost, "out")
        forum.undo(station)

    def undo_at_a_door(self) -> None:
        """Once, twice, or and back again."""
        forum, chance = self.forum, self.forum.random
        doors = [name for name in forum.stations if "Desk" not in name and forum.house.next_to_undo(name)]
        station = forum.stations[chance.choice(doors)]
        undoings = [forum.undo(station) for _ in range(chance.randint(1, 2))]
        if chance.random() < 0.5:
            forum.undo(station, undoings[0])

    def take_exception(self) -> None:
        """A supervisor lets somebody in who was refused, perhaps against two rows."""
        forum, chance, house = self.forum, self.forum.random, self.forum.house
        now = [s for s in house.sessions.values() if s.opens - 600 <= forum.clock.now <= s.end]
        if not now:
            return
        session = chance.choice(now)
        station = forum.stations["Mekong"]
        refused = [
            person
            for person in house.category
            if house.admit(person, session.code, forum.clock.now, station.name).overrode
        ]
        person = chance.choice(refused or list(house.category))
        for _ in range(2):
            if forum.admit(station, person, session.code).verdict == "admitted":
                return

    def override_two_rows(self) -> None:
        """Blocked and not on the list: each row takes an override of its own, and entering uses them up."""
        forum, house = self.forum, self.forum.house
        station = forum.stations["Mekong"]
        person = next(p for p in house.category if house.category[p] == "C" and house.badge(p))
        forum.correct(forum.desk, person, "blocked")
        forum.scan(station, "ministers", self._a_code_of(person), "in")

        assert forum.admit(station, person, "ministers").reason == "not_on_list"
        assert forum.admit(station, person, "ministers").reason == "override"
        assert forum.admit(station, person, "ministers").reason == "not_on_list"

    def lose_a_badge(self) -> None:
        """A badge is revoked; mostly the holder gets another, and somebody tries the old one."""
        forum, chance, house = self.forum, self.forum.random, self.forum.house
        inside = sorted({p for people in house.inside.values() for p in people} & house.category.keys())
        person = chance.choice(inside or sorted(set(house.holder.values())))
        code = house.badge(person)
        if code is None:
            return
        forum.revoke(forum.desk, code)
        if chance.random() < 0.7 and house.status(person) == "registered":
            forum.badges(forum.desk, [person])
        if chance.random() < 0.2:
            forum.revoke(forum.desk, chance.choice(self.strangers))

    def change_a_status(self) -> None:
        forum, chance, house = self.forum, self.forum.random, self.forum.house
        status = chance.choice(["blocked", "cancelled", "declined", "registered"])
        among = [
            p
            for p in set(house.holder.values())
            if (house.status(p) == "registered") != (status == "registered")
        ]
        if among:
            forum.correct(forum.desk, chance.choice(sorted(among)), status)

    def look(self, session: str | None) -> None:
        """The report in the middle of the day."""
        assert self.forum.compare_attendance(session) > 0


@pytest.mark.long
def test_a_whole_day_is_answered_and_added_up_as_the_design_says(tmp_path: Path) -> None:
    with a_forum(tmp_path, DEMO / "forum.toml", seed=20270315) as forum:
        forum.desk.computer.does("import", forum.event, DEMO / "delegates.csv", "--operator", "Dara")
        forum.know(forum.delegates())
        with (DEMO / "delegates.csv").open(encoding="utf-8-sig") as listed:
            forum.house.flagged = {
                row["Reference"] for row in csv.DictReader(listed) if row["Attention"] == "yes"
            }
        day = Day(forum, strangers=_strangers(forum), forgery=_forgery(forum))
        forum.clock.turn(at("6:30"))
        for category in ("P", "G", "S"):
            forum.badges_of_category(forum.desk, category)
        for moment, act in day.acts():
            forum.clock.turn(moment)
            act()
        forum.clock.turn(at("21:30"))
        forum.close_doors()

        forum.compare_delegates()
        assert forum.compare_attendance() > 800
        for session in ("opening", "talk-1", "talk-2", "students"):
            forum.compare_attendance(session)
        assert forum.desk.computer.does("verify", forum.event, "--json").json["findings"] == []
        assert sum(forum.seen.values()) >= 2600
        assert {reason for verdict, reason in forum.seen if verdict == "refused"} == REFUSALS
        assert {reason for verdict, reason in forum.seen if verdict == "admitted"} == ADMISSIONS
        assert {reason for verdict, reason in forum.seen if verdict == "out"} == EXITS


def _strangers(forum: Forum) -> list[str]:
    """Badges issued on a laptop that has gone its own way since the evening before."""
    backup = forum.desk.computer.does("backup", forum.event, forum.folder / "stick").out.strip()
    elsewhere = forum.folder / "elsewhere.event"
    forum.desk.computer.does("restore", backup, elsewhere)
    people = list(forum.ids.values())[100:106]
    answer = forum.desk.computer.does("arrive", elsewhere, *people)
    return [code for line in answer.out.splitlines() if (code := _code_in(line))]


def _forgery(forum: Forum) -> str:
    """A badge of another event: well made, under another key."""
    other = forum.folder / "other.event"
    forum.desk.computer.does("new", other, "--from", DEMO / "forum.toml")
    person = forum.desk.computer.does("register", other, "family_name=SOK", "category=S").out.strip()
    code = _code_in(forum.desk.computer.does("arrive", other, person).out)
    assert code is not None
    return code


# ------------------------------------------------------------------------------------- a house that counts otherwise

STRICT: Final = """
[event]
title = "Seminar"
zone = "Asia/Phnom_Penh"
venue = "Annexe"
first_day = 2027-03-15
last_day = 2027-03-15
[policy]
not_arrived = "refuse"
exits = "none"
[[categories]]
code = "A"
letter = "A"
name = "Guests"
[[categories]]
code = "F"
letter = "F"
name = "Staff"
counts = false
[[sessions]]
code = "small"
title = "Small room"
room = "Mekong"
start = 2027-03-15T09:00:00
end = 2027-03-15T10:00:00
capacity = 6
[[sessions]]
code = "once"
title = "Closed doors"
room = "Mekong"
start = 2027-03-15T09:00:00
end = 2027-03-15T10:00:00
re_entry = false
last_entry = 2027-03-15T09:45:00
"""
GUESTS: Final = 12


def test_a_house_that_scans_no_exits_and_wants_everybody_at_the_desk_first(tmp_path: Path) -> None:
    definition = tmp_path / "strict.toml"
    definition.write_text(STRICT, encoding="utf-8")
    people = [
        f"R{number},Guest,Number {number},{'F' if number % 4 == 0 else 'A'}" for number in range(GUESTS)
    ]
    listed = tmp_path / "list.csv"
    listed.write_text("\n".join(["Reference,Family name,Given name,Category", *people]), encoding="utf-8")
    with a_forum(tmp_path, definition, seed=7) as forum:
        forum.desk.computer.does("import", forum.event, listed, "--operator", "Dara")
        forum.know(forum.delegates())
        forum.badges(forum.desk, list(forum.ids))
        forum.clock.turn(at("8:20"))
        forum.arrive(forum.desk, list(forum.ids)[:8])
        codes, chance = list(forum.house.holder), forum.random
        door = forum.stations["Mekong"]
        for moment in sorted(chance.randrange(at("8:25"), at("10:05")) for _ in range(160)):
            forum.clock.turn(moment)
            forum.scan(
                door,
                chance.choice(["small", "once"]),
                chance.choice(codes),
                chance.choices(["auto", "in", "out"], [8, 4, 1])[0],
            )
        forum.clock.turn(at("9:50"))
        forum.arrive(forum.desk, list(forum.ids)[8:10])
        for person in list(forum.ids)[7:]:
            forum.admit(door, person, "small")
        forum.clock.turn(at("10:10"))
        forum.close_doors()

        forum.compare_delegates()
        forum.compare_attendance()
        forum.compare_attendance("once")
        refusals = {reason for verdict, reason in forum.seen if verdict == "refused"}
        assert refusals == {"not_now", "already_inside", "no_reentry", "full", "not_arrived"}
        assert {reason for verdict, reason in forum.seen if verdict == "admitted"} >= {
            None,
            "back_in",
            "override",
        }


def test_a_clock_that_was_set_back_makes_no_minutes_and_changes_no_answer(tmp_path: Path) -> None:
    definition = tmp_path / "relaxed.toml"
    definition.write_text(
        STRICT.replace('"none"', '"scanned"').replace('"refuse"', '"admit"'), encoding="utf-8"
    )
    with a_forum(tmp_path, definition, seed=7) as forum:
        desk = forum.desk.computer
        desk.does("register", forum.event, "family_name=SOK", "category=A", "reference=R1")
        forum.know(forum.delegates())
        forum.clock.turn(at("9:20"))
        forum.arrive(forum.desk, ["R1"])
        (code,) = forum.house.holder
        door = forum.stations["Mekong"]
        for moment in ("9:10", "9:15"):
            forum.clock.turn(at(moment))
            forum.scan(door, "small", code)
        for moment in ("9:30", "9:05"):
            forum.clock.turn(at(moment))
            assert forum.scan(door, "small", code).reason in {None, "back_in"}
        forum.close_doors()
        out = tmp_path / "attendance.json"
        desk.does("report", forum.event, "attendance", "--out", out)
        report = Answer(0, out.read_text("utf-8"), "").json
        (row,) = [dict(zip(report["columns"], row, strict=True)) for row in report["rows"]]

        assert (row["first_in"], row["last_out"]) == (iso(at("9:10")), iso(at("9:05")))
        assert (row["minutes"], row["assumed"], row["clocks_disagree"]) == (5, False, True)
        assert forum.delegates()[0]["arrived_at"] == iso(at("9:20"))
        assert desk.does("verify", forum.event, "--json").json["ok"] is True
