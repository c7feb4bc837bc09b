"""A programme comes in from a file as one act, and what the program writes of a programme changes nothing when read."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from checkin import assets
from checkin.desk.bring_programme import bring_in, plan
from checkin.desk.define import amend
from checkin.desk.open_event import new_event
from checkin.desk.report import report
from checkin.desk.undo import undo
from checkin.domain.definitions import definitions_of
from checkin.domain.programme import LocalText
from checkin.domain.redefining import Fate, changes
from checkin.domain.things import Thing
from checkin.importing.days import DaySpan
from checkin.importing.definition import read_definition
from checkin.importing.programme_file import pieces_of_programme, programme_of
from checkin.importing.programme_plan import plan_programme
from checkin.reports import write_report
from checkin.storage import definitions
from checkin.wording import in_language
from tests.desk.random_events import events
from tests.desk.seminar import DARA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.domain.programme import Event
    from checkin.importing.programme_plan import ProgrammePlan
    from checkin.storage.event_file import EventFile

FORMATS = ("csv", "xlsx", "ics")
some_events = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture
def file(tmp_path: Path) -> Iterator[EventFile]:
    """The demo forum's event file."""
    with new_event(tmp_path / "forum.event", read_definition(assets.demo("forum.toml")), DARA) as event_file:
        yield event_file


def written(file: EventFile, folder: Path, ending: str, language: str) -> Path:
    """The programme as the program writes it."""
    words = in_language(language if language in {"en", "fr", "km", "zh"} else "en")
    made = report(file, "programme", datetime(2027, 3, 20, tzinfo=UTC), words, None, None, language)
    path = folder / f"programme.{ending}"
    write_report(made, path, file.event, words)
    return path


def read_here(file: EventFile, path: Path) -> ProgrammePlan:
    """What the file would change; read in this process, for to start another takes longer than all the rest."""
    event = file.event
    days = DaySpan(event.description.first_day, event.description.last_day)
    read = programme_of(pieces_of_programme(path, days, event.zone), path)
    return plan_programme(read, event, file.event_id)


def differences(before: Event, after: Event) -> dict[tuple[str, str], Any]:
    """The fields that differ, by the code of the session and the name of the field."""
    found = changes(definitions_of(before), definitions_of(after), Thing)
    return {(each.code, name): value for each in found for name, value in each.after.items()}


@some_events
@given(events(), st.sampled_from(FORMATS), st.integers(0, 2))
def test_what_is_written_of_any_programme_changes_nothing_when_it_is_read(
    event: Event, ending: str, place: int
) -> None:
    language = event.description.languages[place % len(event.description.languages)]
    with TemporaryDirectory() as folder, new_event(Path(folder) / "some.event", event, DARA) as file:
        if not event.sessions:
            return
        read = read_here(file, written(file, Path(folder), ending, language))

        assert (read.new, read.changed, read.rejected, read.skipped) == ((), (), (), ())
        assert read.same == len(event.sessions)


@some_events
@given(events(), st.sampled_from(FORMATS), st.data())
def test_what_is_changed_in_the_file_becomes_exactly_that_field(
    event: Event, ending: str, data: st.DataObject
) -> None:
    language = event.description.language
    with TemporaryDirectory() as folder, new_event(Path(folder) / "some.event", event, DARA) as file:
        if not event.sessions:
            return
        code = data.draw(st.sampled_from(sorted(event.sessions)))
        path = written(file, Path(folder), ending, language)
        part = data.draw(st.sampled_from(["title", "end", "room"]))
        end = event.sessions[code].end + timedelta(minutes=5)
        change(path, ending, code, part, {"title": "Wholly new", "room": "Garden"}.get(part, end), event)

        read = read_here(file, path)

        found = differences(event, read.wanted)
        if part == "end":
            ends = (definitions_of(event)[Thing.SESSION, code]["time"][0], end.timestamp() * 1000)  # type: ignore[index]
            assert found == {(code, "time"): ends}
        else:
            assert {(session, name.partition(".")[0]) for session, name in found} == {(code, part)}
            assert set(found.values()) - {None} == {"Wholly new" if part == "title" else "Garden"}


def change(path: Path, ending: str, code: str, part: str, value: object, event: Event) -> None:
    """Change one cell of the session in the file that was written."""
    match ending:
        case "csv":
            with path.open(encoding="utf-8-sig", newline="") as text:
                rows = list(csv.DictReader(text))
            for row in rows:
                if row["code"] == code:
                    row[part] = (
                        value.astimezone(event.zone).isoformat()
                        if isinstance(value, datetime)
                        else str(value)
                    )
            with path.open("w", encoding="utf-8", newline="") as text:
                writer = csv.DictWriter(text, list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)
        case "xlsx":
            workbook = openpyxl.load_workbook(path)
            sheet = workbook.worksheets[0]
            parts = ("code", "day", "start", "end", "room", "title")
            for number in range(2, sheet.max_row + 1):
                if sheet.cell(number, 1).value == code:
                    wall = (
                        value.astimezone(event.zone).replace(tzinfo=None)
                        if isinstance(value, datetime)
                        else value
                    )
                    sheet.cell(number, parts.index(part) + 1).value = wall
            workbook.save(path)
        case _:
            calendar = Calendar.from_ical(path.read_bytes())
            name = {"title": "SUMMARY", "room": "LOCATION", "end": "DTEND"}[part]
            for entry in calendar.walk("VEVENT"):
                if str(entry["UID"]).startswith(f"{code}@"):
                    entry.pop(name, None)
                    entry.add(name, value)
            path.write_bytes(calendar.to_ical())


def test_a_file_is_planned_in_the_limited_process_and_comes_in_as_one_act(
    file: EventFile, tmp_path: Path
) -> None:
    path = tmp_path / "agenda.txt"
    path.write_text(
        "15 March 2027\n07:00-07:30 Early tea (Ballroom)\n16 March\n20:00-20:30 Late talk\n20:30 Open end\n",
        encoding="utf-8",
    )
    before = definitions.everything(file.database)

    brought = plan(file, path)
    done, act = bring_in(file, DARA, brought.plan)

    assert done == replace(brought.changed, same=done.same)
    assert [(each.code, each.fate) for each in done.changes] == [
        ("early-tea", Fate.NEW),
        ("late-talk", Fate.NEW),
    ]
    assert [(each.row, each.reason.value) for each in brought.plan.rejected] == [(5, "no_time")]
    assert file.event.sessions["early-tea"].room == file.event.sessions["opening"].room
    assert plan(file, path).plan.same == 2
    undo(file, DARA, act)
    after = definitions.everything(file.database)
    assert {thing: values for thing, values in after.items() if values} == before


def test_nothing_new_is_no_act(file: EventFile, tmp_path: Path) -> None:
    read = read_here(file, written(file, tmp_path, "csv", "en"))

    done, act = bring_in(file, DARA, read)

    assert (done.changes, act) == ((), "")


def test_what_others_change_in_the_meantime_stays(file: EventFile, tmp_path: Path) -> None:
    path = tmp_path / "programme.csv"
    path.write_text("Code,Capacity\nopening,7\n", encoding="utf-8")
    read = read_here(file, path)
    event = file.event
    renamed = replace(event.sessions["opening"], title=LocalText.of("Renamed"))
    amend(file, DARA, event, replace(event, sessions={**event.sessions, "opening": renamed}))

    bring_in(file, DARA, read)

    now = file.event.sessions["opening"]
    assert (str(now.title), now.capacity) == ("Renamed", 7)


def test_a_withdrawn_session_stays_withdrawn_when_the_events_own_calendar_is_read(
    file: EventFile, tmp_path: Path
) -> None:
    event = file.event
    rest = {code: each for code, each in event.sessions.items() if code != "opening"}
    amend(file, DARA, event, replace(event, sessions=rest))

    read = read_here(file, written(file, tmp_path, "ics", "fr"))

    assert (read.new, read.changed, read.rejected, read.same) == ((), (), (), len(event.sessions))
