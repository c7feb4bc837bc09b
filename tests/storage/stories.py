"""Stories for the storage's tests: an event, desks with clocks of their own, acts, and what the tables say."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from hypothesis import strategies as st

from checkin.domain.admission import Admitted, ExitAlert, Left, Refusal, Refused
from checkin.domain.delegates import Field, Status
from checkin.domain.facts import (
    Arrived,
    BadgeIssued,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    Defined,
    DoorsSet,
    Named,
    Registered,
    Scanned,
    Undone,
)
from checkin.domain.faults import Fault
from checkin.domain.naming import Answer
from checkin.domain.pair_facts import Merged, Separated
from checkin.domain.presence import Direction
from checkin.domain.programme import Category, DoorState, Event, EventDescription, LocalText, Session
from checkin.domain.reasons import Reason, Why
from checkin.domain.things import Thing
from checkin.storage import long_acts, verifying
from checkin.storage.event_file import EventFile
from checkin.storage.journal import read_entries

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from checkin.domain.facts import Fact
    from checkin.domain.journal import Entry
    from checkin.storage.database import Database
    from checkin.storage.verifying import Finding

START = datetime(2026, 9, 14, 2, 0, tzinfo=UTC)
DELEGATES = ("d1", "d2", "d3")
CODES = ("B1", "B2", "B3", "B4")
"""More than were ever issued, so that some are nobody's."""
SESSIONS = ("opening", "topic1")

Tables: TypeAlias = dict[str, list[Any]]


def at(minute: float) -> datetime:
    """So many minutes after the opening's start."""
    return START + timedelta(minutes=minute)


def a_session(code: str, room: str = "Apsara") -> Session:
    """A session that runs for 90 minutes."""
    return Session(code, LocalText.of(code), LocalText.of(room), START, at(90), at(-30), at(60))


def an_event() -> Event:
    """The forum with two sessions and one category."""
    description = EventDescription(
        LocalText((("en", "Forum"), ("km", "វេទិកា"))),
        LocalText.of("Phnom Penh"),
        "Asia/Phnom_Penh",
        date(2026, 9, 14),
        date(2026, 9, 15),
    )
    return Event(
        description,
        {"P": Category("P", "P", LocalText.of("Participant"))},
        {code: a_session(code) for code in SESSIONS},
    )


def a_registration(delegate: str = "d1", family: str = "SOK", **more: Any) -> Registered:  # noqa: ANN401 - values of fields
    """A delegate of whom a little is known."""
    return Registered(delegate, {Field.FAMILY_NAME: family, Field.CATEGORY: "P", **more})


def a_room(room: str, session: str = "opening") -> Defined:
    """A session is in another room."""
    return Defined(Thing.SESSION, session, {"room": room})


def closed(session: str = "opening") -> DoorsSet:
    """Somebody has closed the doors of a session."""
    return DoorsSet(session, DoorState.CLOSED, at(0), "door 1")


def a_scan(code: str = "B1", minute: float = 0, **parts: Any) -> Scanned:  # noqa: ANN401 - any part of a scan
    """A badge was read at the opening's door and admitted, or as told."""
    known: dict[str, Any] = {
        "session": "opening",
        "code": code,
        "delegate": "",
        "direction": Direction.AUTO,
        "verdict": Admitted(),
        "at": at(minute),
        "station": "door 1",
    }
    return Scanned(**{**known, **parts})


def recorded(file: EventFile, *facts: Fact) -> str:
    """Record the facts as one act; its id."""
    with file.transaction():
        return file.append(facts, "Dara")


def undone(file: EventFile, act: str) -> str:
    """Undo an act; the id of the undo."""
    undo = recorded(file, Undone(act))
    long_acts.finish_undo(file.database)
    return undo


def entries(file: EventFile) -> list[Entry]:
    """The whole journal, stream by stream."""
    return list(read_entries(file.database))


def findings(file: EventFile) -> list[Finding]:
    """What a verification finds, but that these stories' codes were made under no key."""
    found = verifying.verify(file.database, lambda _: None).findings
    return [finding for finding in found if finding.fault is not Fault.FOREIGN_CODES]


def tables(database: Database) -> Tables:
    """All that is computed from the journal, without the numbers that only this file gives."""
    database.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.postings USING fts5vocab(main, search, instance)")
    known = {
        name: database.rows(f"SELECT * FROM {name} ORDER BY 1, 2, 3")  # noqa: S608 - names from here
        for name in ("badges", "stays", "named", "undone", "occupancy", "also_known")
        if name != "undone"
    }
    columns = [row[1] for row in database.rows("PRAGMA table_info(delegates)") if row[1] != "no"]
    known["delegates"] = database.rows(f"SELECT {', '.join(columns)} FROM delegates ORDER BY id")  # noqa: S608
    known["occupancy"] = [row for row in known["occupancy"] if row[1:] != (0, 0)]
    known["undone"] = database.rows("SELECT act FROM undone ORDER BY act")
    known["merged"] = database.rows("SELECT * FROM merged ORDER BY id")
    known["separated"] = database.rows("SELECT * FROM separated ORDER BY one, other")
    known["definitions"] = database.rows("SELECT * FROM definitions ORDER BY what, code, field")
    known["doors"] = database.rows("SELECT * FROM doors ORDER BY session")
    known["operators"] = database.rows("SELECT * FROM operators ORDER BY id")
    known["order"] = database.rows("SELECT id FROM delegates ORDER BY registered_order, registered_stream")
    known["search"] = database.rows(
        """SELECT d.id, p.term, p.col, p.offset FROM temp.postings p LEFT JOIN delegates d ON d.no = p.doc
        ORDER BY 1, 2, 3, 4"""
    )
    return known


def effect(known: Tables) -> Tables:
    """All but what an act leaves behind even when it was undone: that it was, and the name of who did it."""
    return {name: rows for name, rows in known.items() if name not in {"undone", "operators"}}


# ------------------------------------------------------------------------------------------------------- desks together


@dataclass(slots=True)
class Clock:
    """A computer's clock, which may be wrong and may be turned back."""

    now: int = 1_789_000_000_000

    def __call__(self) -> int:
        """Milliseconds since 1970."""
        return self.now


@dataclass(slots=True)
class Desk:
    """One desk with its event file and its clock."""

    file: EventFile
    clock: Clock

    def reopen(self) -> None:
        """Close the program and start it again."""
        path, desk = self.file.path, self.file.desk
        self.file.close()
        self.file = EventFile.open(path, desk, clock=self.clock)


@dataclass(slots=True)
class Desks:
    """Some desks of one event, each with a copy of the file that `template` is."""

    folder: Path
    template: Path
    count: int = 0
    open: list[Desk] = field(default_factory=list)

    def another(self) -> Desk:
        """One more desk, which knows the programme and nothing else."""
        self.count += 1
        path = self.folder / f"desk{self.count}.event"
        shutil.copyfile(self.template, path)
        clock = Clock()
        desk = Desk(EventFile.open(path, f"desk{self.count}", clock=clock), clock)
        self.open.append(desk)
        return desk

    def close(self) -> None:
        """All go home."""
        for desk in self.open:
            desk.file.close()


def copied(file: EventFile, path: Path, desk: str = "desk2") -> EventFile:
    """What the file holds now, at another desk."""
    file.database.run("VACUUM INTO ?", (str(path),))
    return EventFile.open(path, desk)


def exchanged(source: EventFile, target: EventFile) -> None:
    """All that the one knows comes to the other."""
    target.receive(entries(source))


def all_entries(files: Iterable[EventFile]) -> dict[str, list[Entry]]:
    """By stream, all that any of these files holds of it."""
    longest: dict[str, list[Entry]] = {}
    for file in files:
        by_stream: dict[str, list[Entry]] = {}
        for entry in entries(file):
            by_stream.setdefault(entry.stream, []).append(entry)
        for stream, known in by_stream.items():
            if len(known) > len(longest.get(stream, [])):
                longest[stream] = known
    return longest


# ------------------------------------------------------------------------------------------------------------ any facts

_delegate = st.sampled_from(DELEGATES)
_code = st.sampled_from(CODES)
_session = st.sampled_from(SESSIONS)
_moment = st.integers(-60, 120).map(at)
_rows = st.frozensets(st.sampled_from([Refusal.FULL, Refusal.NOT_NOW]), max_size=2)
DETAILS = st.fixed_dictionaries(
    {},
    optional={
        Field.FAMILY_NAME: st.sampled_from(["SOK", "CHEA", "Nguyễn", ""]),
        Field.NATIVE_NAME: st.sampled_from(["សុខ សុភាព", "ជា វណ្ណា", ""]),
        Field.ORGANISATION: st.sampled_from(["Ministry of Sok", "UNESCO"]),
        Field.DELEGATION: st.sampled_from(["Lao PDR", ""]),
        Field.PRECEDENCE: st.sampled_from([None, 1, 2.5]),
        Field.ACCOMPANIES: st.sampled_from(["", *DELEGATES]),
        Field.REFERENCE: st.sampled_from(["", "R1", "R2"]),
        Field.TICKET: st.sampled_from(["", "T-1", "T-2"]),
        Field.ATTENTION: st.booleans(),
        Field.STATUS: st.sampled_from([status.value for status in Status]),
        "vehicle": st.sampled_from(["2A-1234", ""]),
    },
)
SOURCES = st.none() | st.sampled_from(["", "the ministry"])
VERDICTS = (
    st.builds(Admitted, arrives=st.booleans(), overrode=_rows)
    | st.builds(Refused, st.sampled_from(Refusal), _rows)
    | st.builds(Left, st.none() | st.sampled_from(ExitAlert))
)
SCANS = st.builds(
    Scanned, _session, _code, st.just("") | _delegate, st.sampled_from(Direction), VERDICTS, _moment,
    st.sampled_from(["door 1", "door 2"]),
) | st.builds(
    Scanned, _session, st.just(""), _delegate, st.just(Direction.IN), VERDICTS, _moment, st.just("door 1"),
)  # fmt: skip
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "withdrawn": st.booleans(),
        "letter": st.sampled_from("XY"),
        "name.en": st.none() | st.sampled_from(["Press", "Media"]),
        "place": st.integers(1, 3),
    },
)
FACTS: st.SearchStrategy[Fact] = (
    st.builds(Registered, _delegate, DETAILS, SOURCES)
    | st.builds(Corrected, _delegate, DETAILS, SOURCES)
    | st.builds(Arrived, _delegate, _moment, st.sampled_from(["desk 1", "desk 2"]))
    | st.builds(BadgeIssued, _code, _delegate, _moment)
    | st.builds(BadgePrinted, _code, _moment)
    | st.builds(BadgeRevoked, _code, st.sampled_from([None, Why(Reason.LOST), Why.typed("lost")]))
    | SCANS
    | SCANS
    | st.builds(
        Named,
        _delegate,
        _session,
        st.none() | st.sampled_from(Answer),
        st.none() | st.sampled_from(["A3", ""]),
        st.none() | st.integers(1, 4),
        st.none() | st.booleans(),
    )
    | st.builds(Merged, _delegate, _delegate)
    | st.builds(Merged, _delegate, _delegate)
    | st.builds(Separated, _delegate, _delegate)
    | st.builds(DoorsSet, _session, st.sampled_from(DoorState), _moment, st.just("door 1"))
    | st.builds(a_room, st.sampled_from(["Apsara", "Bayon"]), _session)
    | st.builds(Defined, st.just(Thing.CATEGORY), st.sampled_from("PV"), FIELDS)
)
