"""Calendars of other programs as programmes: zones, repeated entries, entries that cannot be taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from checkin.domain.programme import SessionStatus
from checkin.errors import CheckinError
from checkin.importing.days import DaySpan
from checkin.importing.programme_file import read_programme_file
from tests.importing.made_files import a_csv
from tests.importing.programmes import (
    EVENT,
    EVENT_ID,
    a_calendar,
    by_title,
    planned,
    rejected,
    sessions,
    told,
)

if TYPE_CHECKING:
    from pathlib import Path

CUSTOM = """BEGIN:VTIMEZONE
TZID:Their own
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE"""


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (":20270326T090000", ":20270326T103000"),
        (":20270326T080000Z", ":20270326T093000Z"),
        (";TZID=Europe/Paris:20270326T090000", ";TZID=Europe/Paris:20270326T103000"),
        (";TZID=Asia/Phnom_Penh:20270326T150000", ";TZID=Asia/Phnom_Penh:20270326T163000"),
        (";TZID=SE Asia Standard Time:20270326T150000", ";TZID=SE Asia Standard Time:20270326T163000"),
        (
            ";TZID=/example.org/Europe/Paris:20270326T090000",
            ";TZID=/example.org/Europe/Paris:20270326T103000",
        ),
        (";TZID=Their own:20270326T110000", ";TZID=Their own:20270326T123000"),
    ],
)
def test_a_time_is_read_in_its_zone_and_without_one_at_the_venue(
    tmp_path: Path, start: str, end: str
) -> None:
    path = a_calendar(tmp_path, f"SUMMARY:Opening\nDTSTART{start}\nDTEND{end}", zones=CUSTOM)

    assert sessions(planned(path)) == [("Opening", "", "26 09:00", "26 10:30")]


def test_all_that_an_entry_says_comes_in(tmp_path: Path) -> None:
    path = a_calendar(
        tmp_path,
        "SUMMARY:Opening\\, with words\nDTSTART:20270326T190000\nDURATION:PT6H30M\n"
        "LOCATION:Grande salle\\, Hôtel Cambodiana\nCATEGORIES:Ceremony,Public\n"
        "DESCRIPTION:On peace\\nIntervenants : M. Sok\\; Mme Chan",
        "SUMMARY:Coffee break\nDTSTART:20270327T100000\nDTEND:20270327T103000\nLOCATION:Hôtel Cambodiana\n"
        "STATUS:CONFIRMED",
    )

    plan = planned(path)

    opening, coffee = (by_title(plan)[title] for title in ("Opening, with words", "Coffee break"))
    assert sessions(plan)[0] == ("Opening, with words", "ballroom", "26 19:00", "27 01:30")
    assert (str(opening.kind), [str(each) for each in opening.speakers]) == (
        "Ceremony",
        ["M. Sok", "Mme Chan"],
    )
    assert (str(coffee.room), coffee.doors, opening.doors) == ("", False, True)


def test_each_entry_that_cannot_be_taken_is_rejected_by_its_number(tmp_path: Path) -> None:
    good = "SUMMARY:Good\nDTSTART:20270326T090000\nDTEND:20270326T100000"
    path = a_calendar(
        tmp_path,
        good,
        "SUMMARY:All day\nDTSTART;VALUE=DATE:20270326\nDTEND;VALUE=DATE:20270327",
        "SUMMARY:No end\nDTSTART:20270326T090000",
        "SUMMARY:Backwards\nDTSTART:20270326T100000\nDTEND:20270326T090000",
        "DTSTART:20270326T090000\nDTEND:20270326T100000",
        "SUMMARY:Late\nDTSTART:20270330T090000\nDTEND:20270330T100000",
        "SUMMARY:Nowhere\nDTSTART;TZID=Nowhere/Land:20270326T090000\nDTEND;TZID=Nowhere/Land:20270326T100000",
        "SUMMARY:Broken\nDTSTART:yesterday\nDTEND:20270326T100000",
        "SUMMARY:No start\nDTEND:20270326T100000",
        "SUMMARY:Clocks\nDTSTART:20270328T023000\nDTEND:20270328T040000",
        "SUMMARY:For ever\nDTSTART:20270326T110000\nDTEND:20270326T120000\nRRULE:FREQ=DAILY",
        "SUMMARY:Too long\nDTSTART:20270326T110000\nDTEND:20270326T120000\nRRULE:FREQ=DAILY;COUNT=5",
        "SUMMARY:Too often\nDTSTART:20270326T110000\nDTEND:20270326T120000\nRRULE:FREQ=SECONDLY;COUNT=9000000",
        "a line that is none\nSUMMARY:Also\n  good\nDTSTART:20270327T090000\nX-:;;\nDTEND:20270327T100000",
    )

    plan = planned(path)

    assert [each[0] for each in sessions(plan)] == ["Good", "Also good"]
    assert rejected(plan) == [
        (2, "DTSTART", "all_day"), (3, "DTEND", "no_time"), (4, "DTEND", "ends_before_start"),
        (5, "SUMMARY", "no_title"), (6, "DTSTART", "outside_the_days"), (7, "DTSTART", "unknown_zone"),
        (8, "DTSTART", "unreadable"), (9, "DTSTART", "no_time"), (10, "DTSTART", "skipped_by_the_clocks"),
        (11, "RRULE", "repeats_too_long"), (12, "RRULE", "repeats_too_long"), (13, "RRULE", "repeats_too_long"),
    ]  # fmt: skip


def test_a_repeated_entry_comes_in_once_for_each_time(tmp_path: Path) -> None:
    path = a_calendar(
        tmp_path,
        "UID:daily\nSUMMARY:Briefing\nDTSTART:20270326T080000\nDTEND:20270326T083000\n"
        "RRULE:FREQ=DAILY;UNTIL=20270329T060000Z\nEXDATE:20270327T080000",
        "UID:daily\nRECURRENCE-ID:20270328T080000\nSUMMARY:Long briefing\nDTSTART:20270328T090000\n"
        "DTEND:20270328T100000",
    )

    assert sessions(planned(path)) == [
        ("Briefing", "", "26 08:00", "26 08:30"),
        ("Long briefing", "", "28 09:00", "28 10:00"),
        ("Briefing", "", "29 08:00", "29 08:30"),
    ]


def test_of_two_entries_with_one_identifier_the_greater_sequence_counts(tmp_path: Path) -> None:
    at = "DTSTART:20270326T090000\nDTEND:20270326T100000"
    path = a_calendar(
        tmp_path,
        f"UID:a\nSEQUENCE:3\nSUMMARY:Third\n{at}",
        f"UID:a\nSEQUENCE:2\nSUMMARY:Second\n{at}",
        f"UID:b\nSUMMARY:Earlier\n{at.replace('26T', '27T')}",
        f"UID:b\nSUMMARY:Later\n{at.replace('26T', '27T')}",
    )

    assert [each[0] for each in sessions(planned(path))] == ["Third", "Later"]


def test_a_newer_calendar_moves_renames_and_cancels_what_the_former_brought(tmp_path: Path) -> None:
    one = "UID:a@their\nSUMMARY:Opening\nDTSTART:20270326T090000\nDTEND:20270326T100000"
    two = "UID:b@their\nSUMMARY:Panel\nDTSTART:20270327T090000\nDTEND:20270327T100000"
    event = planned(a_calendar(tmp_path, one, two)).wanted

    again = planned(a_calendar(tmp_path, one, two), event)
    newer = planned(
        a_calendar(
            tmp_path,
            "UID:a@their\nSEQUENCE:1\nSUMMARY:Ceremony\nDTSTART:20270329T110000\nDTEND:20270329T120000",
            f"{two}\nSTATUS:CANCELLED\nSEQUENCE:1",
            "UID:c@their\nSUMMARY:Never was\nSTATUS:CANCELLED\nDTSTART:20270327T090000\nDTEND:20270327T100000",
        ),
        event,
    )

    assert (again.new, again.changed, again.same) == ((), (), 2)
    assert (newer.new, newer.changed) == ((), ("opening", "panel"))
    assert str(newer.wanted.sessions["opening"].title) == "Ceremony"
    assert newer.wanted.sessions["opening"].start - event.sessions["opening"].start == timedelta(
        days=3, hours=1
    )
    assert newer.wanted.sessions["panel"].status is SessionStatus.CANCELLED
    assert [each.reason.value for each in newer.skipped] == ["unknown_session"]


def test_entries_without_identifiers_are_found_by_their_titles_wherever_they_stand_in_the_file(
    tmp_path: Path,
) -> None:
    one, two, three = (
        f"SUMMARY:{title}\nDTSTART:20270326T{hour}0000\nDTEND:20270326T{hour}3000"
        for title, hour in (("Opening", "09"), ("Panel", "11"), ("Early tea", "08"))
    )
    daily = f"{two.replace('Panel', 'Briefing').replace('T11', 'T12')}\nRRULE:FREQ=DAILY;COUNT=2"
    event = planned(a_calendar(tmp_path, one, two, daily, has_uids=False)).wanted

    again = [three, daily, two.replace("T113", "T114"), one]
    newer = planned(a_calendar(tmp_path, *again, has_uids=False), event)

    assert {each.uid for each in event.sessions.values()} == {""}
    assert (newer.new, newer.changed, newer.same) == (("early-tea",), ("panel",), 3)
    assert {code: told(each)[0] for code, each in newer.wanted.sessions.items()} == {
        "opening": "Opening", "panel": "Panel", "early-tea": "Early tea", "briefing": "Briefing",
        "briefing-2": "Briefing",
    }  # fmt: skip


def test_a_session_keeps_the_identifier_that_another_calendar_gave_it(tmp_path: Path) -> None:
    at = "DTSTART:20270326T090000\nDTEND:20270326T{0}\nLOCATION:Ballroom"
    event = planned(a_calendar(tmp_path, f"UID:a@their\nSUMMARY:Opening\n{at.format(100000)}")).wanted

    same_place = planned(a_calendar(tmp_path, f"UID:b@other\nSUMMARY:Party\n{at.format(100000)}"), event)
    same_title = planned(a_calendar(tmp_path, f"UID:b@other\nSUMMARY:Opening\n{at.format(110000)}"), event)
    without = planned(a_calendar(tmp_path, f"SUMMARY:Party\n{at.format(100000)}", has_uids=False), event)

    assert (same_place.new, same_place.changed) == (("party",), ())
    assert (same_title.new, same_title.changed) == ((), ("opening",))
    assert same_title.wanted.sessions["opening"].uid == "a@their"
    assert (without.new, without.changed) == ((), ("opening",))
    assert without.wanted.sessions["opening"].uid == "a@their"


def test_a_cancelled_entry_without_an_identifier_that_never_was_makes_no_session(tmp_path: Path) -> None:
    at = "DTSTART:20270326T090000\nDTEND:20270326T100000"

    plan = planned(a_calendar(tmp_path, f"SUMMARY:Never was\nSTATUS:CANCELLED\n{at}", has_uids=False))

    assert (plan.new, [each.reason.value for each in plan.skipped]) == ((), ["unknown_session"])


def test_an_entry_without_a_status_brings_back_what_was_cancelled_and_an_empty_cell_does_not(
    tmp_path: Path,
) -> None:
    panel = "UID:b@their\nSUMMARY:Panel\nDTSTART:20270327T090000\nDTEND:20270327T100000"
    event = planned(a_calendar(tmp_path, panel)).wanted
    event = planned(a_calendar(tmp_path, f"{panel}\nSTATUS:CANCELLED"), event).wanted
    assert event.sessions["panel"].status is SessionStatus.CANCELLED

    sheet = planned(a_csv(tmp_path, [["Code", "Title", "Status"], ["panel", "Panel", ""]]), event)
    live = planned(a_calendar(tmp_path, panel), event)

    assert (sheet.changed, sheet.same) == ((), 1)
    assert live.changed == ("panel",)
    assert live.wanted.sessions["panel"].status is SessionStatus.PLANNED


def test_an_identifier_of_the_event_is_the_events_own_session(tmp_path: Path) -> None:
    made = planned(
        a_calendar(tmp_path, "SUMMARY:Opening\nDTSTART:20270326T090000\nDTEND:20270326T100000")
    ).wanted
    event = replace(made, sessions={"opening": replace(made.sessions["opening"], uid="")})
    at = "SUMMARY:Else\nDTSTART:20270329T090000\nDTEND:20270329T100000"

    ours = planned(a_calendar(tmp_path, f"UID:opening@{EVENT_ID}\n{at}"), event)
    theirs = planned(a_calendar(tmp_path, f"UID:opening@another\n{at}"), event)

    assert (ours.new, ours.changed, ours.wanted.sessions["opening"].uid) == ((), ("opening",), "")
    assert (theirs.new, theirs.changed) == (("else",), ())


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ("END:VEVNT", "END"),
        ("", "END"),
        (" END:VEVENT", "END"),
        ("END:VTODO", "END"),
        ("BEGIN:VEVNT", "BEGIN"),
    ],
)
def test_an_entry_whose_first_or_last_line_is_wrong_is_told_and_the_next_one_is_read(
    tmp_path: Path, wrong: str, column: str
) -> None:
    at = "DTSTART:20270327T090000\nDTEND:20270327T100000"
    path = a_calendar(
        tmp_path,
        f"SUMMARY:First\n{at}",
        f"SUMMARY:Broken\n{at}",
        f"SUMMARY:Third\n{at.replace('27T', '28T')}",
    )
    before, broken, rest = path.read_text("utf-8").partition("UID:1@tests")
    if column == "BEGIN":
        before = before.removesuffix("BEGIN:VEVENT\n") + f"{wrong}\n"
    else:
        rest = rest.replace("END:VEVENT", wrong, 1)
    path.write_text(before + broken + rest, "utf-8", newline="\r\n")

    plan = planned(path)

    assert [title for title, *_ in sessions(plan)] == ["First", "Third"]
    assert [each for each in rejected(plan) if each[1] == column] == [(2, column, "unreadable")]
    assert "Broken" in [each.name for each in plan.rejected]


def test_a_time_zone_without_an_end_takes_no_entry_with_it(tmp_path: Path) -> None:
    at = "SUMMARY:First\nDTSTART:20270327T090000\nDTEND:20270327T100000"

    plan = planned(a_calendar(tmp_path, at, zones="BEGIN:VTIMEZONE\nTZID:Home"))

    assert [title for title, *_ in sessions(plan)] == ["First"]


def test_an_identifier_of_the_event_with_too_long_a_code_makes_no_session(tmp_path: Path) -> None:
    at = "SUMMARY:Else\nDTSTART:20270329T090000\nDTEND:20270329T100000"

    plan = planned(a_calendar(tmp_path, f"UID:{'x' * 400}@{EVENT_ID}\n{at}"))

    assert rejected(plan) == [(1, "UID", "code_too_long")]
    assert plan.new == ()


def test_a_line_folded_within_a_letter_is_joined_before_it_is_read(tmp_path: Path) -> None:
    path = a_calendar(tmp_path, "SUMMARY:ពិធីបើក\nDTSTART:20270326T090000\nDTEND:20270326T100000")
    data = path.read_bytes()
    middle = data.index("ពិធី".encode()) + 4
    path.write_bytes(data[:middle] + b"\r\n " + data[middle:])

    assert [each[0] for each in sessions(planned(path))] == ["ពិធីបើក"]


def test_an_empty_calendar_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CheckinError, match="calendar is empty"):
        planned(a_calendar(tmp_path))


def test_a_calendar_of_10_mb_is_read_in_the_process_that_reads_files(tmp_path: Path) -> None:
    entry = "SUMMARY:Opening\nDTSTART:20270326T090000\nDTEND:20270326T100000"
    path = a_calendar(tmp_path, entry, *(f"{entry}\nDESCRIPTION:{'words ' * 5000}" for _ in range(330)))
    assert path.stat().st_size > 10_000_000 - 200_000

    file = read_programme_file(
        path, DaySpan(EVENT.description.first_day, EVENT.description.last_day), EVENT.zone
    )

    assert file.entries is not None
    assert len(file.entries) == 331


def test_entries_of_other_years_cost_nothing_and_too_many_on_the_days_are_refused(tmp_path: Path) -> None:
    entry = "UID:{0}\nSUMMARY:Talk {0}\nDTSTART:{1}0326T090000\nDTEND:{1}0326T100000"
    old = [entry.format(number, 2010) for number in range(3000)]

    plan = planned(a_calendar(tmp_path, *old, entry.format("now", 2027)))

    assert sessions(plan) == [("Talk now", "", "26 09:00", "26 10:00")]
    assert {each[2] for each in rejected(plan)} == {"outside_the_days"}
    with pytest.raises(CheckinError, match="too many sessions"):
        planned(a_calendar(tmp_path, *(each.replace("2010", "2027") for each in old)))
