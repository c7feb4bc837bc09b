"""The programme as a calendar file: what the standard demands, in any language, and over a change of the clock."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from checkin import assets
from checkin.domain.programme import LocalText
from checkin.importing.definition import read_definition
from checkin.reports import Wanted, report_named
from checkin.reports.formats import as_ics
from checkin.wording import in_language
from tests.reports import strict_calendar
from tests.reports.records import ARecord

if TYPE_CHECKING:
    from checkin.domain.programme import Event

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
FORUM = read_definition(assets.demo("forum.toml"))
TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")),
        st.sampled_from('\\;,:"ក្សု\u200bမြန်မာ亚🎓 '),
    ),
    max_size=120,
).map(str.strip)


def written(event: Event = FORUM, language: str = "en") -> bytes:
    """The programme as a calendar file."""
    say = in_language(language)
    made = report_named("programme").build(ARecord(event), Wanted(NOW, say, None, None, language))
    file = io.BytesIO()
    as_ics.write(made, file, event, say)
    return file.getvalue()


@pytest.mark.parametrize("language", ["en", "fr", "km", "zh"])
def test_the_forum_passes_a_strict_reader_and_comes_back_from_another(language: str) -> None:
    content = written(language=language)
    calendar = strict_calendar.read(content)
    by_icalendar = {str(entry["UID"]): entry for entry in Calendar.from_ical(content).walk("VEVENT")}

    entries = calendar.all_named("VEVENT")
    assert len(entries) == len(FORUM.sessions) == len(by_icalendar)
    for entry in entries:
        (uid,) = entry.values("UID")
        session = FORUM.sessions[uid.partition("@")[0]]
        (title,) = entry.values("SUMMARY")
        assert strict_calendar.text_of(title) == session.title.in_language(language)
        assert str(by_icalendar[uid]["SUMMARY"]) == session.title.in_language(language)
        (room,) = entry.values("LOCATION")
        assert strict_calendar.text_of(room).startswith(FORUM.room_of(session).in_language(language))
        assert entry.values("STATUS") == ["CONFIRMED" if session.takes_place else "CANCELLED"]


@given(title=TEXTS.filter(bool), speaker=TEXTS, room=TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_whole_from_lines_that_are_folded_between_letters(
    title: str, speaker: str, room: str
) -> None:
    session = replace(
        FORUM.sessions["opening"],
        title=LocalText.of(title),
        room=LocalText.of(room),
        speakers=(LocalText.of(speaker),),
    )
    content = written(replace(FORUM, sessions={"opening": session}))

    (entry,) = strict_calendar.read(content).all_named("VEVENT")
    assert [strict_calendar.text_of(value) for value in entry.values("SUMMARY")] == [title]
    assert strict_calendar.text_of(entry.values("LOCATION")[0]).startswith(room)
    assert speaker in strict_calendar.text_of("".join(entry.values("DESCRIPTION")))
    (other,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(other["SUMMARY"]) == title


def around(zone: str, change: datetime) -> Event:
    """The forum at another place, with a session each half hour of the night in which the clock changes."""
    opening, half = FORUM.sessions["opening"], timedelta(minutes=30)
    sessions = {}
    for number in range(-8, 9):
        start = change + number * half
        code = f"s{number + 8}"
        sessions[code] = replace(
            opening, code=code, start=start, end=start + half, doors_open=start, last_entry=start + half
        )
    days = {"first_day": change.date() - timedelta(days=1), "last_day": change.date() + timedelta(days=1)}
    return replace(FORUM, description=replace(FORUM.description, zone=zone, **days), sessions=sessions)


@pytest.mark.parametrize(
    ("zone", "change"),
    [
        ("Europe/Paris", datetime(2027, 3, 28, 1, tzinfo=UTC)),
        ("Europe/Paris", datetime(2027, 10, 31, 1, tzinfo=UTC)),
        ("America/New_York", datetime(2027, 11, 7, 6, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2027, 4, 3, 15, tzinfo=UTC)),
        ("Asia/Phnom_Penh", datetime(2027, 3, 15, 2, tzinfo=UTC)),
        ("Europe/Paris", datetime(2041, 10, 27, 1, tzinfo=UTC)),
    ],
)
def test_sessions_of_the_night_in_which_the_clock_changes_are_at_their_time(
    zone: str, change: datetime
) -> None:
    event = around(zone, change)
    content = written(event)
    calendar = strict_calendar.read(content)

    for entry in calendar.all_named("VEVENT"):
        session = event.sessions[entry.values("UID")[0].partition("@")[0]]
        times = {
            line.name: strict_calendar.moment_of(line, calendar)
            for line in entry.lines
            if line.name in {"DTSTART", "DTEND"}
        }
        assert times == {"DTSTART": session.start, "DTEND": session.end}
    for other in Calendar.from_ical(content).walk("VEVENT"):
        session = event.sessions[str(other["UID"]).partition("@")[0]]
        assert (other["DTSTART"].dt.astimezone(UTC), other["DTEND"].dt.astimezone(UTC)) == (
            session.start,
            session.end,
        )


def test_a_programme_without_sessions_is_a_calendar_too() -> None:
    calendar = strict_calendar.read(written(replace(FORUM, sessions={})))

    assert calendar.all_named("VEVENT") == []
    assert calendar.values("METHOD") == ["PUBLISH"]
