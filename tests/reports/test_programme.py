"""The programme as rows and as a calendar."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from checkin import assets
from checkin.desk.define import amend, define
from checkin.desk.invite import Wish, invite
from checkin.desk.open_event import new_event
from checkin.desk.register import register
from checkin.desk.report import report
from checkin.desk.staff import Staff
from checkin.desk.undo import undo
from checkin.domain.delegates import Field
from checkin.domain.programme import LocalText, Room, SessionStatus
from checkin.domain.things import Thing
from checkin.importing.definition import read_definition
from checkin.importing.files.sheets import read_sheets
from checkin.importing.programme_rows import OpenTo, status_of
from checkin.reports import Excerpt, excerpt, write_report
from checkin.reports.report import words_of
from checkin.wording import in_language, languages
from checkin.wording.sessions import status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.domain.delegates import Delegate
    from checkin.storage.event_file import EventFile

DARA = Staff("Dara", "Desk 1")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[EventFile]:
    """The demo forum's event file, with nobody registered."""
    with new_event(tmp_path / "forum.event", read_definition(assets.demo("forum.toml")), DARA) as event_file:
        yield event_file


def calendar(
    file: EventFile, tmp_path: Path, delegate: Delegate | None = None, language: str = "en"
) -> dict[str, Any]:
    """The entries of the calendar by the code of their session, as a calendar program reads them."""
    now = file.event.sessions["opening"].start
    made = report(file, "programme", now, in_language(language), None, delegate, language)
    write_report(made, tmp_path / "programme.ics", file.event, in_language(language))
    read = Calendar.from_ical((tmp_path / "programme.ics").read_bytes())
    assert read["METHOD"] == "PUBLISH"
    return {str(entry["UID"]).partition("@")[0]: entry for entry in read.walk("VEVENT")}


def renamed(file: EventFile, room: str, venue: str = "Annexe") -> None:
    """Give the room of the opening, and the venue, these names."""
    event = file.event
    code = str(event.sessions["opening"].room)
    about = replace(event.description, venue=LocalText.of(venue))
    rooms = {**event.rooms, code: Room(code, LocalText.of(room))}
    amend(file, DARA, event, replace(event, description=about, rooms=rooms))


def test_a_calendar_takes_the_new_name_of_a_room_and_of_the_venue(file: EventFile, tmp_path: Path) -> None:
    made = []
    for room, venue in (("North", "Annexe"), ("South", "Annexe"), ("South", "Palace")):
        renamed(file, room, venue)
        made.append(calendar(file, tmp_path))
    undo(file, DARA)
    made.append(calendar(file, tmp_path))

    assert [str(each["opening"]["LOCATION"]) for each in made] == [
        "North, Annexe", "South, Annexe", "South, Palace", "South, Annexe",
    ]  # fmt: skip
    editions = [int(each["opening"]["SEQUENCE"]) for each in made]
    assert editions == sorted(set(editions))
    others = [int(each["coffee-1"]["SEQUENCE"]) for each in made]
    assert others == [2, 2, 3, 4]


def test_a_session_that_goes_to_a_room_with_fewer_changes_rises_all_the_same(
    file: EventFile, tmp_path: Path
) -> None:
    for name in ("North", "South", "West"):
        renamed(file, name)
    before = calendar(file, tmp_path)
    opening = replace(file.event.sessions["opening"], room=LocalText.of("Terrace"))
    amend(file, DARA, file.event, replace(file.event, sessions={**file.event.sessions, "opening": opening}))

    assert int(calendar(file, tmp_path)["opening"]["SEQUENCE"]) == int(before["opening"]["SEQUENCE"]) + 1


def test_the_calendar_has_every_session_at_its_time_and_place(file: EventFile, tmp_path: Path) -> None:
    entries = calendar(file, tmp_path)

    assert set(entries) == set(file.event.sessions)
    for code, session in file.event.sessions.items():
        assert entries[code]["DTSTART"].dt == session.start
        assert entries[code]["DTEND"].dt == session.end
        assert str(entries[code]["SUMMARY"]) == session.title.in_language("en")
    assert str(entries["opening"]["LOCATION"]) == "Ballroom, Cambodiana Hotel, Phnom Penh"
    assert entries["opening"]["DTSTART"].params["TZID"] == "Asia/Phnom_Penh"


def test_no_line_of_the_file_is_longer_than_75_bytes(file: EventFile, tmp_path: Path) -> None:
    calendar(file, tmp_path, language="km")

    lines = (tmp_path / "programme.ics").read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)


def test_a_change_an_undo_and_its_undo_each_make_the_number_greater(file: EventFile, tmp_path: Path) -> None:
    before = calendar(file, tmp_path)
    opening = file.event.sessions["opening"]
    moved = replace(
        opening, end=opening.end + timedelta(minutes=15), last_entry=opening.end + timedelta(minutes=15)
    )
    event = replace(file.event, sessions={**file.event.sessions, "opening": moved})

    _, act = define(file, DARA, event, frozenset(Thing), {})
    after = calendar(file, tmp_path)
    undoing = undo(file, DARA, act)
    undone = calendar(file, tmp_path)
    undo(file, DARA, undoing.act)
    again = calendar(file, tmp_path)

    assert [int(each["opening"]["SEQUENCE"]) for each in (before, after, undone, again)] == [1, 2, 3, 4]
    assert {int(entry["SEQUENCE"]) for code, entry in again.items() if code != "opening"} == {1}
    assert again["opening"]["UID"] == before["opening"]["UID"]
    assert undone["opening"]["DTEND"].dt == opening.end
    assert again["opening"]["DTEND"].dt == moved.end


def test_a_cancelled_and_a_withdrawn_session_stay_in_the_calendar_as_cancelled(
    file: EventFile, tmp_path: Path
) -> None:
    sessions = dict(file.event.sessions)
    sessions["opening"] = replace(sessions["opening"], status=SessionStatus.CANCELLED)
    del sessions["coffee-1"]

    define(file, DARA, replace(file.event, sessions=sessions), frozenset(Thing), {})

    entries = calendar(file, tmp_path)
    assert {code for code, entry in entries.items() if entry["STATUS"] == "CANCELLED"} == {
        "opening",
        "coffee-1",
        "students",
    }
    made = report(file, "programme", sessions["opening"].start, in_language("en"))
    assert "coffee-1" not in {row[0] for row in made.main.rows}
    assert ("opening", "cancelled") in {(row[0], row[7]) for row in made.main.rows}


def test_a_session_whose_making_is_undone_stays_in_the_calendar_as_cancelled(
    file: EventFile, tmp_path: Path
) -> None:
    talk = replace(file.event.sessions["opening"], code="talk", title=LocalText.of("A talk too many"))
    _, act = define(
        file, DARA, replace(file.event, sessions={**file.event.sessions, "talk": talk}), frozenset(Thing), {}
    )
    made = calendar(file, tmp_path)["talk"]
    undoing = undo(file, DARA, act)
    undone = calendar(file, tmp_path)["talk"]
    undo(file, DARA, undoing.act)
    again = calendar(file, tmp_path)["talk"]

    assert [str(each["STATUS"]) for each in (made, undone, again)] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert [int(each["SEQUENCE"]) for each in (made, undone, again)] == [1, 2, 3]
    assert str(undone["SUMMARY"]) == "A talk too many"
    assert undone["DTSTART"].dt == talk.start


def test_one_participant_gets_the_sessions_that_admit_them(file: EventFile, tmp_path: Path) -> None:
    press = register(file, DARA, {Field.FAMILY_NAME: "LY", Field.CATEGORY: "W"}).delegate

    entries = calendar(file, tmp_path, press)

    assert set(entries) == {code for code, session in file.event.sessions.items() if session.admits("W")}
    assert set(entries) < set(file.event.sessions)


def test_a_session_for_which_somebody_was_once_named_leaves_their_calendar_without_a_word(
    file: EventFile, tmp_path: Path
) -> None:
    """Version 1 has the lunch with its seat; then the invitation is withdrawn, or undone."""
    event = file.event
    lunch = replace(event.sessions["opening"], code="lunch", open_to=frozenset())
    define(file, DARA, replace(event, sessions={**event.sessions, "lunch": lunch}), frozenset(Thing), {})
    press, other = (
        register(file, DARA, {Field.FAMILY_NAME: name, Field.CATEGORY: "W"}).delegate
        for name in ("LY", "TEP")
    )
    never = calendar(file, tmp_path, other)
    _, act = invite(file, DARA, "lunch", [Wish(press.id, seat="A3")])
    first = calendar(file, tmp_path, press, "fr")["lunch"]
    undo(file, DARA, act)
    undone = calendar(file, tmp_path, press)["lunch"]
    invite(file, DARA, "lunch", [Wish(press.id)])
    invite(file, DARA, "lunch", [Wish(press.id, withdraw=True)])
    withdrawn = calendar(file, tmp_path, press)["lunch"]

    assert "lunch" not in never
    assert first["STATUS"] == "CONFIRMED"
    assert "A3" in first["DESCRIPTION"]
    for gone in (undone, withdrawn):
        assert (gone["STATUS"], gone["SUMMARY"], gone["UID"]) == ("CANCELLED", "Cancelled", first["UID"])
        assert not {"LOCATION", "DESCRIPTION", "CATEGORIES"} & set(gone)
    assert [int(each["SEQUENCE"]) for each in (first, undone, withdrawn)] == [2, 3, 5]
    assert int(calendar(file, tmp_path)["lunch"]["SEQUENCE"]) == 5
    made = report(file, "programme", lunch.start, in_language("en"), delegate=press)
    assert "lunch" not in {row[0] for row in made.main.rows}


def test_the_organisers_texts_are_in_the_wanted_language_or_in_one_that_they_have(
    file: EventFile, tmp_path: Path
) -> None:
    sessions = dict(file.event.sessions)
    sessions["opening"] = replace(sessions["opening"], title=LocalText.of({"km": "ពិធីបើក"}))
    define(file, DARA, replace(file.event, sessions=sessions), frozenset(Thing), {})

    entries = calendar(file, tmp_path, language="fr")

    assert str(entries["opening"]["SUMMARY"]) == "ពិធីបើក"
    assert str(entries["coffee-1"]["SUMMARY"]) == file.event.sessions["coffee-1"].title.in_language("fr")


def test_the_columns_begin_as_other_programs_expect(file: EventFile) -> None:
    made = report(file, "programme", file.event.sessions["opening"].start, in_language("en"))

    names = [column.name for column in made.main.columns]
    assert names[:8] == ["code", "day", "start", "end", "room", "title", "speakers", "status"]
    starts = [row[2] for row in made.main.rows]
    assert starts == sorted(starts, key=str)


def test_people_read_the_status_in_words_and_programs_as_a_code(file: EventFile, tmp_path: Path) -> None:
    event, say = file.event, in_language("fr")
    sessions = {
        **event.sessions,
        "opening": replace(event.sessions["opening"], status=SessionStatus.CANCELLED),
    }
    define(file, DARA, replace(event, sessions=sessions), frozenset(Thing), {})
    made = report(file, "programme", event.sessions["opening"].start, say)
    for ending in ("xlsx", "csv", "json"):
        write_report(made, tmp_path / f"programme.{ending}", event, say)
    sheet = read_sheets(tmp_path / "programme.xlsx")[0].rows
    statuses = {row[7] for row in sheet[1:]}

    assert statuses == {"Annulée", "a lieu"}
    assert ",cancelled," in (tmp_path / "programme.csv").read_text(encoding="utf-8-sig")
    rows = json.loads((tmp_path / "programme.json").read_text(encoding="utf-8"))["rows"]
    assert {row[7] for row in rows} == {"cancelled", "planned"}
    found, number = excerpt(made.main, Excerpt("annulée"), 10)
    assert ("opening" in {row[0] for row in found.rows}, number) == (True, 2)


@pytest.mark.parametrize("language", languages())
def test_the_list_says_who_may_enter_in_words_that_are_read_again(file: EventFile, language: str) -> None:
    event, say = file.event, in_language(language)
    wanted = {"opening": None, "coffee-1": frozenset[str](), "closing": frozenset("PG")}
    sessions = dict(event.sessions)
    for code, open_to in wanted.items():
        sessions[code] = replace(sessions[code], open_to=open_to)
    define(file, DARA, replace(event, sessions=sessions), frozenset(Thing), {})
    made = report(file, "programme", event.sessions["opening"].start, say, None, None, language)
    column = [each.name for each in made.main.columns].index("open_to")
    cells = {str(row[0]): row[column] for row in made.main.rows}
    reads = OpenTo(file.event)

    assert column == 8
    assert {code: str(cells[code]) for code in wanted} == {
        "opening": "all", "coffee-1": "named", "closing": "P; G",
    }  # fmt: skip
    for code, open_to in wanted.items():
        assert reads.read(words_of(cells[code])) == reads.read(str(cells[code])) == open_to


@pytest.mark.parametrize("language", languages())
def test_the_status_that_people_read_is_read_again(language: str) -> None:
    for value in SessionStatus:
        assert status_of(status(in_language(language), value)) is value
