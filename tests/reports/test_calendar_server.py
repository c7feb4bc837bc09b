"""The programme's calendar files on a real calendar server (CalDAV), as a participant's calendar takes them in."""

from __future__ import annotations

import base64
import http.client
import random
import socket
import subprocess
import sys
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from threading import Thread
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import pytest
from icalendar import Calendar

from checkin import assets
from checkin.desk.define import amend
from checkin.desk.open_event import new_event
from checkin.desk.report import report
from checkin.desk.staff import Staff
from checkin.desk.undo import undo
from checkin.domain.programme import LocalText, SessionStatus
from checkin.importing.definition import read_definition
from checkin.reports import write_report
from checkin.wording import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.domain.programme import Session
    from checkin.storage.event_file import EventFile

DARA: Final = Staff("Dara", "Desk 1")
_HOME: Final = "/guest/forum/"
_WHO: Final = {"Authorization": "Basic " + base64.b64encode(b"guest:guest").decode()}


@contextmanager
def a_server(folder: Path) -> Iterator[int]:
    """A calendar server whose calendars lie in the folder; its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "radicale", "--config", "", "--server-hosts", f"127.0.0.1:{port}",
         "--auth-type", "none", "--storage-filesystem-folder", str(folder), "--logging-level", "info"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    ) as server:  # fmt: skip
        try:
            assert server.stderr is not None
            assert any("server ready" in line.lower() for line in iter(server.stderr.readline, ""))
            Thread(target=server.stderr.read, daemon=True).start()  # else the server waits for a reader
            yield port
        finally:
            server.terminate()


@dataclass
class GuestsCalendar:
    """A participant's calendar on the server, which takes files as calendar programs do: by UID and SEQUENCE."""

    port: int

    def ask(self, method: str, path: str, body: bytes = b"") -> bytes | None:
        """What the server answers; None if it knows nothing of the path."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            connection.request(method, path, body, {**_WHO, "Content-Type": "text/calendar; charset=utf-8"})
            with connection.getresponse() as answer:
                content = answer.read()
        if answer.status == 404:
            return None
        assert answer.status in {200, 201, 204}, (answer.status, content)
        return content

    def take(self, file: bytes) -> int:
        """Take in what is newer in the file than in the calendar; the number of entries that were taken."""
        calendar, taken = Calendar.from_ical(file), 0
        for entry in calendar.walk("VEVENT"):
            path = f"{_HOME}{quote(str(entry['UID']))}.ics"
            known = self.ask("GET", path)
            before = Calendar.from_ical(known).walk("VEVENT")[0] if known is not None else None
            if before is not None and int(before["SEQUENCE"]) >= int(entry["SEQUENCE"]):
                continue
            alone: Any = Calendar()
            alone.add("prodid", "-//guest//EN")
            alone.add("version", "2.0")
            for zone in calendar.walk("VTIMEZONE"):
                alone.add_component(zone)
            alone.add_component(entry)
            self.ask("PUT", path, alone.to_ical())
            taken += 1
        return taken

    def holds(self) -> list[tuple[object, ...]]:
        """What takes place by the calendar: titles, times and places, in order."""
        content = self.ask("GET", _HOME) or b""
        entries = Calendar.from_ical(content).walk("VEVENT")
        assert len({str(entry["UID"]) for entry in entries}) == len(entries)
        return sorted(
            (
                str(entry["SUMMARY"]), entry["DTSTART"].dt.astimezone(UTC), entry["DTEND"].dt.astimezone(UTC),
                str(entry["LOCATION"]),
            )
            for entry in entries
            if entry["STATUS"] != "CANCELLED"
        )  # fmt: skip


def the_programme(file: EventFile) -> list[tuple[object, ...]]:
    """What takes place by the programme, told as by the calendar."""
    event = file.event
    venue = event.description.venue.in_language("km")
    return sorted(
        (
            each.title.in_language("km"), each.start, each.end,
            f"{event.room_of(each).in_language('km')}, {venue}",
        )
        for each in event.sessions.values()
        if each.takes_place
    )  # fmt: skip


def written(file: EventFile, folder: Path) -> bytes:
    """The calendar file of the programme as it stands."""
    say = in_language("km")
    made = report(file, "programme", file.event.sessions_by_time()[0].start, say, None, None, "km")
    write_report(made, folder / "programme.ics", file.event, say)
    return (folder / "programme.ics").read_bytes()


def changed(sessions: dict[str, Session], chance: random.Random) -> dict[str, Session]:
    """A programme in which sessions are moved, renamed, put into other rooms, cancelled, withdrawn, and new."""
    codes = chance.sample(sorted(sessions), 9)
    later = timedelta(minutes=chance.choice([-45, 5, 90]))
    known = dict(sessions)
    for code in codes[:3]:
        moved = known[code]
        known[code] = replace(
            moved, start=moved.start + later, end=moved.end + later,
            doors_open=moved.doors_open + later, last_entry=moved.last_entry + later,
        )  # fmt: skip
    known[codes[3]] = replace(known[codes[3]], title=LocalText.of({"km": "ពិធីបើកថ្មី", "en": "A new name"}))
    known[codes[4]] = replace(known[codes[4]], room=LocalText.of("Tonle Sap"))
    known[codes[5]] = replace(known[codes[5]], status=SessionStatus.CANCELLED)
    known[codes[6]] = replace(known[codes[6]], status=SessionStatus.PLANNED)
    new = f"new-{chance.randrange(10**6)}"
    known[new] = replace(known[codes[7]], code=new, title=LocalText.of(f"Extra {new}"))
    del known[codes[8]]
    return known


@pytest.mark.long
@pytest.mark.parametrize("seed", range(3))
def test_a_calendar_that_takes_each_version_holds_exactly_what_the_programme_says(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    forum = read_definition(assets.demo("forum.toml"))
    (tmp_path / "server").mkdir()
    with new_event(tmp_path / "forum.event", forum, DARA) as file, a_server(tmp_path / "server") as port:
        guest = GuestsCalendar(port)
        guest.ask("MKCALENDAR", _HOME)
        first = written(file, tmp_path)
        assert guest.take(first) == len(forum.sessions)
        assert guest.holds() == the_programme(file)

        acts = []
        for _ in range(3):
            seen = file.event
            sessions = {code: each for code, each in seen.sessions.items() if not each.withdrawn}
            _, act = amend(file, DARA, seen, replace(seen, sessions=changed(sessions, chance)))
            acts.append(act)
            assert guest.take(written(file, tmp_path)) > 0
            assert guest.holds() == the_programme(file)

        for act in reversed(acts):  # new sessions go again, withdrawn ones come back
            undo(file, DARA, act)
            assert guest.take(written(file, tmp_path)) > 0
            assert guest.holds() == the_programme(file)
        assert guest.take(first) == 0  # an old file that comes late changes nothing
        assert guest.holds() == the_programme(file)
