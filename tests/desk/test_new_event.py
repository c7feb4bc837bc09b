"""A new event: what is wrong with it, what it begins with, and its file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from checkin import assets, paths
from checkin.desk.choices import Part, Wrong
from checkin.desk.event_names import file_name, with_ending
from checkin.desk.new_event import (
    Wish,
    event_of,
    faults,
    make,
    other_event,
    preset,
    presets_with_sessions,
    with_usual_sessions,
)
from checkin.desk.open_event import open_event
from checkin.desk.staff import Staff
from checkin.domain.beginning import spread
from checkin.domain.clashes import clashes
from checkin.domain.programme import Delegation, DoorState, LocalText, NotArrived, Policy, SessionStatus
from checkin.errors import CheckinError
from checkin.importing.definition import read_definition
from checkin.wording import languages

if TYPE_CHECKING:
    from pathlib import Path

STAFF = Staff("Dara", "Office")
FIRST, LAST = date(2027, 3, 15), date(2027, 3, 17)
MOST_DAYS_OF_PRESETS = 3
LONG = "Forum ភ្នំពេញ 论坛 форум منتدى " * 10


def a_wish(**changed: Any) -> Wish:  # noqa: ANN401 - the fields of a wish
    like = preset("forum")
    title = LocalText.of({"en": "Our forum", "fr": "Notre forum"})
    wish = Wish(title, "Asia/Phnom_Penh", FIRST, LAST, like, like.policy, ("en", "fr"), name="Our forum")
    return replace(wish, **changed)


@pytest.mark.parametrize("kind", assets.presets())
def test_a_preset_has_a_name_in_each_language_of_the_program(kind: str) -> None:
    assert {language for language, _ in preset(kind).description.title.by_language} >= set(languages())


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({}, {}),
        ({"title": LocalText()}, {Part.TITLE: Wrong.NO_TITLE}),
        ({"title": LocalText.of({"en": "  "})}, {Part.TITLE: Wrong.NO_TITLE}),
        ({"title": LocalText.of({"km": LONG})}, {}),
        ({"zone": ""}, {Part.ZONE: Wrong.NO_ZONE}),
        ({"zone": "Asia/Atlantis"}, {Part.ZONE: Wrong.NO_ZONE}),
        ({"last_day": date(2027, 3, 14)}, {Part.LAST_DAY: Wrong.LAST_BEFORE_FIRST}),
        ({"last_day": FIRST}, {}),
        ({"last_day": date(2037, 3, 14)}, {Part.LAST_DAY: Wrong.TOO_LONG}),
        ({"name": ""}, {Part.NAME: Wrong.NO_NAME}),
        ({"name": "a/b"}, {Part.NAME: Wrong.SIGN_IN_NAME}),
    ],
)
def test_what_is_wrong_is_told_by_the_choice(changed: dict[str, Any], fault: dict[Part, Wrong]) -> None:
    assert faults(a_wish(**changed)) == fault


def test_a_long_title_in_five_scripts_is_kept_whole_in_the_file(tmp_path: Path) -> None:
    title = LocalText.of({"en": LONG, "km": LONG})
    path = tmp_path / file_name(LONG, tmp_path)
    make(path, event_of(a_wish(title=title, languages=("en", "km"))), STAFF)

    known = other_event(path).description.title.by_language
    assert known == (("en", LONG.strip()), ("km", LONG.strip()))


def test_the_event_has_what_was_chosen(tmp_path: Path) -> None:
    policy = Policy(NotArrived.REFUSE)
    wish = a_wish(policy=policy, venue=LocalText.of({"en": "Hotel", "zh": "酒店"}))
    make(tmp_path / "new.event", event_of(wish), STAFF)

    known = other_event(tmp_path / "new.event")
    assert known.description.title == wish.title
    assert known.description.venue == LocalText.of({"en": "Hotel"})
    assert known.description.languages == ("en", "fr")
    assert known.policy == policy
    assert known.categories == preset("forum").categories
    assert known.sessions == {}


def test_a_text_in_other_languages_only_is_kept() -> None:
    wish = a_wish(title=LocalText.of({"zh": "论坛"}))

    assert event_of(wish).description.title == wish.title


def test_a_copy_has_the_sessions_at_their_times_of_day_from_the_first_day_on() -> None:
    like = read_definition(assets.demo("forum.toml"))
    code, former = next(iter(like.sessions.items()))
    like.sessions[code] = replace(former, status=SessionStatus.CANCELLED, by_hand=DoorState.CLOSED)
    wish = a_wish(like=like, with_sessions=True, zone="Europe/Paris", last_day=date(2027, 4, 1))

    event = event_of(wish)

    assert list(event.sessions) == [session.code for session in like.sessions_by_time()]
    days = FIRST - like.description.first_day
    for session in event.sessions.values():
        before = like.sessions[session.code].start.astimezone(like.zone)
        after = session.start.astimezone(ZoneInfo("Europe/Paris"))
        assert after.replace(tzinfo=None) == before.replace(tzinfo=None) + days
        assert session.status is SessionStatus.PLANNED
        assert session.by_hand is None
    assert event.rooms == like.rooms
    assert list(event.delegations) == list(like.delegations)
    assert event.fields == like.fields


def test_a_copied_session_in_the_night_of_a_clock_change_keeps_its_length() -> None:
    like = read_definition(assets.demo("forum.toml"))
    code, former = next(iter(like.sessions.items()))
    start, end = datetime(2026, 11, 23, 18, 45, tzinfo=UTC), datetime(2026, 11, 23, 19, 15, tzinfo=UTC)
    short = replace(former, start=start, end=end, doors_open=start, last_entry=end)
    like = replace(
        like,
        description=replace(like.description, first_day=date(2026, 11, 24), last_day=date(2026, 11, 24)),
        sessions={code: short},
    )  # 01:45 to 02:15 on the clocks of Phnom Penh; in Paris they jump from 02:00 to 03:00
    day = date(2027, 3, 28)
    event = event_of(a_wish(like=like, with_sessions=True, zone="Europe/Paris", first_day=day, last_day=day))

    moved = event.sessions[code]
    assert moved.start < moved.end
    assert moved.doors_open <= moved.last_entry <= moved.end


def test_a_copy_has_neither_the_officers_of_the_delegations_nor_the_entries_of_a_calendar() -> None:
    like = read_definition(assets.demo("forum.toml"))
    code, session = next(iter(like.sessions.items()))
    like.sessions[code] = replace(session, uid="42@elsewhere", speakers=(LocalText.of("Ms Chan"),))
    whole = Delegation("FR", (LocalText.of("France"),), order=3, quota=7)
    like.delegations["FR"] = replace(whole, liaison_name="Sok", liaison_phone="+855 12 345")
    wish = a_wish(like=like, with_sessions=True, last_day=date(2027, 4, 1))

    event = event_of(wish)

    assert event.delegations["FR"] == whole
    assert event_of(replace(wish, with_sessions=False)).delegations["FR"] == whole
    assert event.sessions[code].uid == ""
    assert event.sessions[code].speakers == (LocalText.of("Ms Chan"),)


def test_copied_sessions_must_fit_into_the_days() -> None:
    like = read_definition(assets.demo("forum.toml"))

    wish = a_wish(like=like, with_sessions=True, last_day=FIRST)
    assert faults(wish) == {Part.LAST_DAY: Wrong.SESSIONS_LAST_LONGER}
    assert faults(replace(wish, with_sessions=False)) == {}


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / with_ending("Our forum")
    path.write_text("mine")

    with pytest.raises(CheckinError, match="already"):
        make(path, event_of(a_wish()), STAFF)
    assert path.read_text() == "mine"


def test_the_folder_that_is_proposed_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKIN_HOME", str(tmp_path / "home"))
    path = paths.documents_folder() / "Our forum.event"
    event_id = make(path, event_of(a_wish()), STAFF)

    file = open_event(path)
    assert file.event_id == event_id
    file.close()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CheckinError, match="Choose another folder"):
        make(tmp_path / "gone" / "Our forum.event", event_of(a_wish()), STAFF)


@pytest.mark.parametrize("length", [1, 2, 3, 5])
@pytest.mark.parametrize("name", presets_with_sessions())
def test_the_usual_sessions_of_a_preset_stand_on_the_days_of_the_event_without_a_clash(
    name: str, length: int
) -> None:
    last = FIRST + timedelta(days=length - 1)
    event = with_usual_sessions(event_of(a_wish(last_day=last, zone="Europe/Paris")), name)
    days = [event.day_of(session.start) for session in event.sessions_by_time()]

    assert clashes(event, {}) == {}
    assert days[0] == FIRST
    assert days[-1] == (last if name != "reception" else FIRST)
    own = len(preset(name).sessions)
    assert len(days) == own if length >= MOST_DAYS_OF_PRESETS else len(days) <= own
    codes = {session.code for session in event.sessions.values() if event.day_of(session.start) == last}
    assert ("closing" in codes) == (length > 1 and name != "reception")


def test_an_event_can_begin_with_the_usual_sessions_of_its_preset() -> None:
    wish = a_wish(with_sessions=True, like=spread(preset("conference"), FIRST, LAST))

    assert faults(wish) == {}
    event = event_of(wish)
    assert event.sessions == with_usual_sessions(event_of(a_wish()), "conference").sessions
    assert event.sessions["opening"].start.astimezone(event.zone).hour == 9
    assert not event.sessions["coffee-1"].doors
