"""Programmes as organisers write them in English, French, Khmer and Chinese, and what they would change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from checkin.domain.programme import LocalText, Room, Session, SessionStatus
from checkin.errors import CheckinError
from tests.importing.made_files import a_csv, an_ods, an_xls, an_xlsx
from tests.importing.programmes import EVENT, a_text, by_title, of_one_day, planned, rejected, sessions, told

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.domain.programme import Event
    from tests.importing.made_files import Rows

TWO = [("Opening", "ballroom", "26 09:00", "26 10:30"), ("Panel", "mekong", "27 14:00", "27 15:30")]
TABLE: Rows = [
    ["Day", "Start", "End", "Room", "Title"],
    ["26/03/2027", "09:00", "10:30", "Ballroom", "Opening"],
    ["27/03/2027", "14:00", "15:30", "Mekong", "Panel"],
]


@pytest.mark.parametrize("kind", [a_csv, an_xlsx, an_xls, an_ods])
def test_a_table_is_read_from_every_kind_of_sheet(tmp_path: Path, kind: object) -> None:
    assert sessions(planned(kind(tmp_path, TABLE))) == TWO  # type: ignore[operator]


def test_a_workbook_may_hold_days_and_times_as_cells(tmp_path: Path) -> None:
    rows: Rows = [
        ["Programme of the forum"],
        ["Date", "From", "To", "Venue", "Session"],
        [date(2027, 3, 26), time(9), time(10, 30), "Ballroom", "Opening"],
        [date(2027, 3, 27), 14 / 24, timedelta(hours=15, minutes=30), "Mekong", "Panel"],
    ]  # type: ignore[list-item] # fmt: skip

    assert sessions(planned(an_xlsx(tmp_path, rows))) == TWO


def test_a_cell_of_midnight_is_a_time_of_the_row_and_a_day_above_the_sessions_stays_one(
    tmp_path: Path,
) -> None:
    moment = datetime.fromisoformat
    rows: Rows = [
        ["Start", "End", "Venue", "Session"],
        [moment("2027-03-26T21:00"), moment("2027-03-27"), "Ballroom", "Gala"],
        ["2027-03-27", "", "", ""],
        [time(14), time(15, 30), "Mekong", "Panel"],
        [moment("2027-03-29"), moment("2027-03-29T01:00"), "Mekong", "Night talk"],
    ]  # type: ignore[list-item] # fmt: skip

    plan = planned(an_xlsx(tmp_path, rows))

    assert (sessions(plan), plan.rejected) == (
        [
            ("Gala", "ballroom", "26 21:00", "27 00:00"),
            ("Panel", "mekong", "27 14:00", "27 15:30"),
            ("Night talk", "mekong", "29 00:00", "29 01:00"),
        ],
        (),
    )


def test_a_french_table_with_the_day_above_its_sessions(tmp_path: Path) -> None:
    rows: Rows = [
        ["Horaire", "Intitulé", "Salle", "Intervenants", "Ouvert à"],
        ["Vendredi 26 mars 2027"],
        ["9h00 à 10h30", "Ouverture", "Grande salle", "S.E. M. Sok ; Mme Chan, Ministre", "tous"],
        ["10h30 - 11h", "Pause-café", "", "", ""],
        ["Samedi 27 mars 2027"],
        ["14h-15h30", "Table ronde", "Mekong", "–", "Parlement, G"],
    ]

    plan = planned(a_csv(tmp_path, rows, encoding="cp1252", separator=";"))

    assert sessions(plan) == [
        ("Ouverture", "ballroom", "26 09:00", "26 10:30"),
        ("Pause-café", "", "26 10:30", "26 11:00"),
        ("Table ronde", "mekong", "27 14:00", "27 15:30"),
    ]
    opening, pause, panel = (by_title(plan)[title] for title in ("Ouverture", "Pause-café", "Table ronde"))
    assert [str(each) for each in opening.speakers] == ["S.E. M. Sok", "Mme Chan, Ministre"]
    assert (opening.open_to, panel.open_to, panel.speakers) == (None, frozenset("PG"), ())
    assert [opening.doors, pause.doors, panel.doors] == [True, False, True]
    assert plan.new == ("ouverture", "pause-cafe", "table-ronde")


def test_a_khmer_table_with_khmer_figures(tmp_path: Path) -> None:
    rows: Rows = [
        ["ថ្ងៃ", "ម៉ោង", "ប្រធានបទ", "បន្ទប់", "វាគ្មិន"],
        ["ថ្ងៃទី២៦ ខែមីនា ឆ្នាំ២០២៧", "៩:០០-១០:៣០", "ពិធីបើក", "សាលធំ", "ឯកឧត្តម សុខ"],
        ["", "១០:៣០-១១:០០", "សម្រាក", "", ""],
    ]

    plan = planned(an_xlsx(tmp_path, rows))

    assert sessions(plan) == [
        ("ពិធីបើក", "ballroom", "26 09:00", "26 10:30"),
        ("សម្រាក", "", "26 10:30", "26 11:00"),
    ]
    assert plan.new == ("session-1", "session-2")
    assert not by_title(plan)["សម្រាក"].doors


def test_a_chinese_table_with_times_of_the_afternoon(tmp_path: Path) -> None:
    rows: Rows = [
        ["日期", "时间", "议题", "地点", "演讲人"],
        ["3月26日", "上午9:00-10:30", "开幕式", "Ballroom", "王部长；李教授"],
        ["3月27日", "下午2:00-3:30", "圆桌会议", "Mekong", ""],
        ["3月27日", "15:30-16:00", "茶歇", "", ""],
    ]

    plan = planned(a_csv(tmp_path, rows))

    assert [each[2:] for each in sessions(plan)] == [
        ("26 09:00", "26 10:30"), ("27 14:00", "27 15:30"), ("27 15:30", "27 16:00"),
    ]  # fmt: skip
    assert len(by_title(plan)["开幕式"].speakers) == 2
    assert not by_title(plan)["茶歇"].doors


def test_titles_in_several_languages_come_in_by_their_headers(tmp_path: Path) -> None:
    rows: Rows = [
        ["Day", "Time", "Title", "Title (French)", "ប្រធានបទ", "Room"],
        ["Day 1", "9-10.30 am", "Opening", "Ouverture", "ពិធីបើក", "Ballroom"],
        ["Day 2", "2-3.30 pm", "Panel", "", "", "Mekong"],
    ]

    plan = planned(an_xlsx(tmp_path, rows))

    assert sessions(plan) == TWO
    assert by_title(plan)["Opening"].title == LocalText.of(
        {"en": "Opening", "fr": "Ouverture", "km": "ពិធីបើក"}
    )
    assert by_title(plan)["Panel"].title == LocalText.of({"en": "Panel"})


def test_a_sheet_for_each_day(tmp_path: Path) -> None:
    head = ["Time", "Title", "Room"]
    path = an_xlsx(
        tmp_path, [["Forum"]],
        **{
            "Day 1": [head, ["09:00-10:30", "Opening", "Ballroom"]],
            "27 March": [head, ["14:00-15:30", "Panel", "Mekong"]],
        },
    )  # fmt: skip

    assert sessions(planned(path)) == TWO


def test_rooms_as_columns_with_a_session_over_two_rows(tmp_path: Path) -> None:
    rows: Rows = [
        ["Friday 26 March 2027", None, None],
        ["Time", "Ballroom", "Mekong"],
        ["09:00-10:00", "Opening", "Workshop"],
        ["10:00-10:30", None, "Briefing"],
    ]

    assert sessions(planned(an_xlsx(tmp_path, rows, "B3:B4"))) == [
        ("Opening", "ballroom", "26 09:00", "26 10:30"),
        ("Workshop", "mekong", "26 09:00", "26 10:00"),
        ("Briefing", "mekong", "26 10:00", "26 10:30"),
    ]


def test_columns_that_may_be_rooms_or_something_else_are_not_guessed(tmp_path: Path) -> None:
    rows: Rows = [["Time", "Ballroom", "Responsible"], ["09:00-10:00", "Opening", "Dara"]]

    with pytest.raises(CheckinError, match="no sessions"):
        planned(a_csv(tmp_path, rows), of_one_day())


def test_merged_times_and_rooms_count_for_all_rows_beside_them(tmp_path: Path) -> None:
    rows: Rows = [
        ["Date", "Time", "Title", "Room"],
        ["26/3", "09:00-10:30", "Opening", "Ballroom"],
        [None, None, "Workshop", "Mekong"],
    ]

    assert sessions(planned(an_xlsx(tmp_path, rows, "A2:A3", "B2:B3"))) == [
        ("Opening", "ballroom", "26 09:00", "26 10:30"),
        ("Workshop", "mekong", "26 09:00", "26 10:30"),
    ]


def test_an_agenda_of_lines_with_days_speakers_and_remarks(tmp_path: Path) -> None:
    path = a_text(
        tmp_path,
        "Programme of the Forum, 26-27 March 2027",
        "",
        "Day 1 – Friday 26 March",
        "08:00 Registration",
        "09:00–10:30 Opening, by the Minister (Ballroom; H.E. Sok)",
        "Speakers: Mrs Chan",
        "10:30–11:00: Coffee break",
        "All times are local.",
        "Day 2",
        "14:00-15:30 Panel (by invitation), Mekong",
    )

    plan = planned(path)

    assert sessions(plan) == [
        ("Registration", "", "26 08:00", "26 09:00"),
        ("Opening, by the Minister", "ballroom", "26 09:00", "26 10:30"),
        ("Coffee break", "", "26 10:30", "26 11:00"),
        ("Panel (by invitation)", "mekong", "27 14:00", "27 15:30"),
    ]
    assert [str(each) for each in by_title(plan)["Opening, by the Minister"].speakers] == [
        "H.E. Sok",
        "Mrs Chan",
    ]
    assert [(each.row, each.text) for each in plan.skipped] == [(8, "All times are local.")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Vendredi 26 mars", "9h–10h30 : Opening (Grande salle)", "samedi 27 mars", "14h00 à 15h30 – Panel (Mekong)"],
        ["ថ្ងៃទី២៦ ខែមីនា", "ម៉ោង ៩:០០-១០:៣០ Opening (សាលធំ)", "ថ្ងៃទី២៧ ខែមីនា", "ម៉ោង ២:០០ ដល់ ៣:៣០ រសៀល Panel (Mekong)"],
        ["第一天", "上午9:00-10:30 Opening（Ballroom）", "第二天", "下午2:00-3:30 Panel（Mekong）"],
        ["FRIDAY", "9.00 a.m. - 10.30 a.m.\tOpening\tBallroom", "SATURDAY", "2.00 p.m. - 3.30 p.m.\tPanel\tMekong"],
    ],
)  # fmt: skip
def test_an_agenda_in_every_language(tmp_path: Path, lines: list[str]) -> None:
    assert sessions(planned(a_text(tmp_path, *lines))) == TWO


def test_an_agenda_in_one_column_of_a_workbook_or_in_two_without_a_header(tmp_path: Path) -> None:
    one: Rows = [
        ["26 March"],
        ["09:00-10:30 Opening (Ballroom)"],
        ["27 March"],
        ["14:00-15:30 Panel (Mekong)"],
    ]
    two: Rows = [
        ["26 March"], [time(9), time(10, 30), "Opening", "Ballroom"], ["27 March"],
        [time(14), time(15, 30), "Panel", "Mekong"],
    ]  # type: ignore[list-item] # fmt: skip

    assert sessions(planned(an_xlsx(tmp_path, one))) == TWO
    assert sessions(planned(an_xlsx(tmp_path, two))) == TWO


def test_an_evening_session_ends_on_the_next_day_and_a_morning_one_is_rejected(tmp_path: Path) -> None:
    rows: Rows = [
        ["Day", "Time", "Title"],
        ["26/3", "19:00-01:00", "Gala dinner"],
        ["26/3", "11:00-10:00", "Panel"],
        ["26/3", "18:00-17:00", "Reception"],
        ["26/3", "10:00-10:00", "Nothing"],
    ]

    plan = planned(a_csv(tmp_path, rows))

    assert sessions(plan) == [("Gala dinner", "", "26 19:00", "27 01:00")]
    assert rejected(plan) == [(row, "Time", "ends_before_start") for row in (3, 4, 5)]


def test_each_wrong_row_is_told_and_the_others_come_in(tmp_path: Path) -> None:
    rows: Rows = [
        ["Code", "Day", "Start", "End", "Title", "Capacity", "Open to", "Status"],
        ["a", "26/3", "09:00", "10:00", "Opening", "300 seats", "all", "confirmed"],
        ["b", "25/3", "09:00", "10:00", "Early", "", "", ""],
        ["c", "26/3", "soon", "10:00", "Vague", "", "", ""],
        ["d", "26/3", "09:00", "", "Endless", "", "", ""],
        ["e", "26/3", "09:00", "10:00", "", "", "", "planned"],
        ["f", "26/3", "09:00", "10:00", "Many", "many", "", ""],
        ["g", "26/3", "09:00", "10:00", "Nobody", "", "Martians", ""],
        ["h", "26/3", "09:00", "10:00", "Perhaps", "", "", "perhaps"],
        ["A", "26/3", "11:00", "12:00", "Again", "", "", ""],
        ["i", "the 1st", "11:00", "12:00", "Sometime", "", "", ""],
        ["j", "28/3", "02:30", "03:30", "Clocks", "", "", ""],
        ["k", "27/3", "23:30", "03:30", "Over the clocks", "", "V; Scholars and Students", "cancelled"],
        ["", "", "", "", "Lunch is served on the terrace", "", "", ""],
        ["l" * 65, "27/3", "11:00", "12:00", "Long", "", "", ""],
        ["m" * 64, "27/3", "11:00", "12:00", "As long as it can be", "", "", ""],
    ]

    plan = planned(a_csv(tmp_path, rows))

    assert rejected(plan) == [
        (3, "Day", "outside_the_days"), (4, "Start", "not_a_time"), (5, "End", "no_time"), (6, "Title", "no_title"),
        (7, "Capacity", "not_a_number"), (8, "Open to", "unknown_open_to"), (9, "Status", "unknown_session_status"),
        (10, "Code", "duplicate_session"), (11, "Day", "not_a_day"), (12, "Start", "skipped_by_the_clocks"),
        (15, "Code", "code_too_long"),
    ]  # fmt: skip
    assert [(each.row, each.reason.value) for each in plan.skipped] == [(14, "no_time")]
    assert plan.new == ("a", "k", "m" * 64)
    long_night = plan.wanted.sessions["k"]
    assert long_night.end - long_night.start == timedelta(hours=3)
    assert (long_night.open_to, long_night.status) == (frozenset({"VIP", "G"}), SessionStatus.CANCELLED)
    assert plan.wanted.sessions["a"].capacity == 300


@pytest.mark.parametrize(
    "words",
    [
        "By invitation only", "by invitation", "Invitation only", "invited only", "only who is named", "Named",
        "named persons", "none", "Nobody", "Sur invitation", "uniquement sur invitation", "personnes nommées",
        "invités nommés seulement", "តែ\u200bអ្នក\u200bដែល\u200bអញ្ជើញ\u200bតាម\u200bឈ្មោះ", "តាមការអញ្ជើញ",
        "仅限指名邀请者", "凭邀请入场",
    ],
)  # fmt: skip
def test_a_session_by_invitation_only_can_be_written_in_a_sheet(tmp_path: Path, words: str) -> None:
    rows: Rows = [["Day", "Time", "Title", "Open to"], ["26/3", "19:00-21:00", "Dinner", words]]

    assert by_title(planned(a_csv(tmp_path, rows)))["Dinner"].open_to == frozenset()


def test_what_is_no_answer_to_who_may_enter_is_rejected_with_the_word_and_the_session(tmp_path: Path) -> None:
    rows: Rows = [
        ["Day", "Time", "Open to", "Title"],
        ["26/3", "09:00-10:00", "-", "Opening"],
        ["26/3", "10:00-11:00", "–", "Panel"],
        ["26/3", "11:00-12:00", "Parliament; Martians", "Talks"],
        ["-", "-", "–", "-"],
        ["26/3", "12:00-13:00", " ", "Lunch"],
    ]

    plan = planned(a_csv(tmp_path, rows))

    assert [(each.name, each.text, each.reason.value) for each in plan.rejected] == [
        ("Opening", "-", "unknown_open_to"),
        ("Panel", "–", "unknown_open_to"),
        ("Talks", "Martians", "unknown_open_to"),
    ]
    assert by_title(plan)["Lunch"].open_to is None


def test_a_programme_without_any_day_is_refused_unless_the_event_has_one_day(tmp_path: Path) -> None:
    path = a_csv(tmp_path, [["Time", "Title"], ["09:00-10:00", "Opening"], ["10:00-11:00", "Panel"]])

    with pytest.raises(CheckinError, match="names no days"):
        planned(path)
    assert len(planned(path, of_one_day()).new) == 2


@pytest.mark.parametrize(
    "rows", [[["Name", "Category"], ["Sok", "P"]], [["nothing at all"]], [["Time", "Room"], ["", ""]]]
)
def test_a_file_that_is_no_programme_is_refused(tmp_path: Path, rows: Rows) -> None:
    with pytest.raises(CheckinError, match="no sessions"):
        planned(a_csv(tmp_path, rows))


def test_a_room_whose_name_two_rooms_have_needs_its_code(tmp_path: Path) -> None:
    rooms = {**EVENT.rooms, "other": Room("other", LocalText.of("Grande salle"))}
    rows: Rows = [
        ["Day", "Time", "Title", "Room"],
        ["26/3", "9-10 am", "One", "Grande salle"],
        ["26/3", "9-10 am", "Two", "OTHER"],
        ["26/3", "9-10 am", "Three", "Garden"],
    ]  # fmt: skip

    plan = planned(a_csv(tmp_path, rows), replace(EVENT, rooms=rooms))

    assert rejected(plan) == [(2, "Room", "two_rooms")]
    assert {str(each.room) for each in plan.wanted.sessions.values()} == {"other", "Garden"}


def test_500_sessions_and_a_title_of_300_letters_in_five_scripts(tmp_path: Path) -> None:
    title = ("Opening Défense សន្តិសុខ 安全 Ωμέγα безопасность " * 8)[:300].strip()
    rows: Rows = [["Day", "Time", "Title"], ["26/3", "08:00-08:30", title]]
    rows += [["27/3", f"{8 + number % 12:02}:00-21:00", f"Talk {number}"] for number in range(500)]

    plan = planned(a_csv(tmp_path, rows))

    assert len(plan.new) == 501
    assert by_title(plan)[title].code == "opening-defense-omega" or by_title(plan)[title].code.startswith(
        "opening"
    )
    assert len({code.casefold() for code in plan.new}) == 501


# ---- a newer file


def known() -> Event:
    """The event with the two sessions of the table and two breaks, each with a text that no sheet here names."""
    start = datetime(2027, 3, 26, 8, tzinfo=UTC)
    rows = [
        ("opening", {"en": "Opening", "fr": "Ouverture"}, "ballroom", 0, 90),
        ("coffee", {"": "Coffee break"}, "", 90, 30), ("coffee-2", {"": "Coffee break"}, "", 400, 30),
        ("panel", {"": "Panel"}, "mekong", 29 * 60, 90),
    ]  # fmt: skip
    made = [
        Session(
            code, LocalText.of(title), LocalText.of(room), begin := start + timedelta(minutes=after),
            end := begin + timedelta(minutes=length), begin - timedelta(minutes=30), end, LocalText.of("A topic"),
            speakers=(LocalText.of({"en": "Mr Sok", "fr": "M. Sok"}),), capacity=12,
        )
        for code, title, room, after, length in rows
    ]  # fmt: skip
    return replace(EVENT, sessions={each.code: each for each in made})


def test_what_a_newer_sheet_does_not_say_stays(tmp_path: Path) -> None:
    rows: Rows = [*TABLE[:2], ["27/03/2027", "14:15", "15:30", "", "Panel"]]

    plan = planned(a_csv(tmp_path, rows), known())

    assert (plan.new, plan.changed, plan.same) == ((), ("panel",), 1)
    moved, before = plan.wanted.sessions["panel"], known().sessions["panel"]
    assert moved.start - before.start == timedelta(minutes=15)
    assert replace(moved, start=before.start, doors_open=before.doors_open) == before
    assert set(plan.wanted.sessions) == set(known().sessions)


def test_a_session_is_found_by_its_code_its_title_on_the_day_or_its_place(tmp_path: Path) -> None:
    rows: Rows = [
        ["Code", "Day", "Start", "End", "Room", "Title", "Speakers"],
        ["PANEL", "29/3", "14:00", "15:30", "Ballroom", "Round table", ""],
        ["", "26/3", "10:45", "11:15", "", "Coffee break", ""],
        ["", "26/3", "15:45", "16:10", "", "Coffee break", ""],
        ["", "26/3", "09:00", "10:30", "Grande salle", "Cérémonie", "M. Sok; Mme Chan"],
    ]

    plan = planned(a_csv(tmp_path, rows), known())

    assert (plan.new, set(plan.changed)) == ((), {"panel", "coffee", "coffee-2", "opening"})
    assert {code: told(each) for code, each in plan.wanted.sessions.items()} == {
        "opening": ("Cérémonie", "ballroom", "26 09:00", "26 10:30"),
        "coffee": ("Coffee break", "", "26 10:45", "26 11:15"),
        "coffee-2": ("Coffee break", "", "26 15:45", "26 16:10"),
        "panel": ("Round table", "ballroom", "29 14:00", "29 15:30"),
    }
    assert plan.wanted.sessions["opening"].speakers == (
        LocalText.of({"en": "Mr Sok", "fr": "M. Sok"}), LocalText.of("Mme Chan"),
    )  # fmt: skip


def test_a_row_with_an_unknown_code_is_a_new_session_unless_its_title_is_on_that_day(tmp_path: Path) -> None:
    rows: Rows = [
        ["Code", "Day", "Start", "End", "Room", "Title"],
        ["X1", "26/3", "09:00", "10:30", "Ballroom", "Keynote"],
        ["X2", "27/3", "16:00", "17:00", "Mekong", "Panel"],
        ["x2", "29/3", "16:00", "17:00", "Mekong", "Another"],
    ]

    plan = planned(a_csv(tmp_path, rows), known())

    assert (plan.new, plan.changed) == (("X1",), ("panel",))
    assert rejected(plan) == [(4, "Code", "duplicate_session")]
    assert plan.wanted.sessions["opening"] == known().sessions["opening"]
    assert told(plan.wanted.sessions["panel"]) == ("Panel", "mekong", "27 16:00", "27 17:00")


def test_a_row_without_a_room_is_no_other_session_without_a_room(tmp_path: Path) -> None:
    coffee = known().sessions["coffee"]
    at = coffee.start.astimezone(EVENT.zone)
    rows: Rows = [["Day", "Start", "End", "Title"], ["26/3", f"{at:%H:%M}", "23:00", "Registration"]]

    plan = planned(a_csv(tmp_path, rows), known())

    assert (plan.new, plan.changed) == (("registration",), ())


def test_a_sheet_of_codes_and_speakers_needs_neither_days_nor_times(tmp_path: Path) -> None:
    rows: Rows = [["Code", "Speakers"], ["panel", "Dr Lee"], ["opening", "Mr Sok"], ["unknown", "Dr Who"]]

    plan = planned(a_csv(tmp_path, rows), known())

    assert (plan.changed, plan.same) == (("panel",), 1)
    assert plan.wanted.sessions["panel"].speakers == (LocalText.of("Dr Lee"),)
    assert rejected(plan) == [(4, "", "no_title")]


def test_a_withdrawn_session_comes_back_by_its_code_alone(tmp_path: Path) -> None:
    event = known()
    gone = replace(event.sessions["panel"], withdrawn=True)
    event = replace(event, sessions={**event.sessions, "panel": gone})

    by_name = planned(a_csv(tmp_path, TABLE), event)
    by_code = planned(a_csv(tmp_path, [["Code", "Title"], ["panel", "Panel"]]), event)

    assert by_name.new == ("panel-2",)
    assert by_code.new == ("panel",)
    assert by_code.wanted.sessions["panel"] == replace(gone, withdrawn=False)


def test_doors_of_their_own_time_stay_or_move_with_their_session(tmp_path: Path) -> None:
    event = known()
    panel = event.sessions["panel"]
    own = replace(panel, doors_open=panel.start - timedelta(hours=2), last_entry=panel.start)
    event = replace(event, sessions={**event.sessions, "panel": own})
    head = ["Code", "Day", "Start", "End"]

    def moved(day: str, start: str, end: str) -> tuple[timedelta, timedelta]:
        plan = planned(a_csv(tmp_path, [head, ["panel", day, start, end]]), event)
        now = plan.wanted.sessions["panel"]
        return now.doors_open - own.doors_open, now.last_entry - own.last_entry

    assert moved("27/3", "14:05", "15:30") == (timedelta(), timedelta())
    assert moved("29/3", "14:00", "15:30") == (timedelta(hours=47), timedelta(hours=47))
    assert moved("27/3", "08:00", "09:00") == (timedelta(hours=-6), timedelta(hours=-6))


def test_a_session_goes_on_to_follow_the_capacity_of_its_room(tmp_path: Path) -> None:
    rows: Rows = [["Code", "Day", "Time", "Room", "Title", "Capacity"]]
    first = planned(a_csv(tmp_path, [*rows, ["x", "26/03/2027", "09:00-10:00", "Mekong", "Talk", ""]])).wanted
    capacities = [
        planned(a_csv(tmp_path, [*rows, ["x", "26/03/2027", "09:00-10:00", room, "Talk", seats]]), event)
        .wanted.sessions["x"]
        .capacity
        for event, room, seats in (
            (first, "Mekong", "40"),
            (first, "Ballroom", "40"),
            (first, "Mekong", "30"),
            (replace(first, sessions={"x": replace(first.sessions["x"], capacity=25)}), "Mekong", "40"),
        )
    ]

    assert capacities == [None, None, 30, 40]
