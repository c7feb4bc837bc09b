"""`checkin programme`: sessions from a sheet or a calendar, as one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer

SHEET = "Code,Day,Time,Title,Room\n,Day 1,20:00-21:00,Late talk,Ballroom\n,Day 1,21:00,Nothing more,\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "programme.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_a_sheet_comes_in_and_a_changed_cell_of_it_is_told_as_its_field(
    computer: Computer, event: Path, sheet: Path
) -> None:
    tried = computer.does("programme", event, sheet, "--dry-run", "--json").json

    told = computer.does("programme", event, sheet, "--json").json

    assert told == tried
    assert told["new"] == ["late-talk"]
    assert told["things"] == [{"what": "session", "code": "late-talk", "is": "new"}]
    assert (told["changed"], told["removed"], told["same"]) == ([], [], 0)
    assert told["rejected"] == [
        {
            "sheet": "", "row": 3, "column": "Time", "session": "Nothing more", "text": "",
            "reason": "There is no start, or no end.",
        }
    ]  # fmt: skip
    sheet.write_text(SHEET.replace("20:00-21:00,Late", "20:15-21:00,Late"), encoding="utf-8")
    (change,) = computer.does("programme", event, sheet, "--json").json["changed"]
    assert (change["what"], change["code"], change["field"]) == ("session", "late-talk", "time")
    assert [each[11:16] for each in change["before"]] == ["20:00", "21:00"]
    assert [each[11:16] for each in change["after"]] == ["20:15", "21:00"]
    assert all(each[19:] for each in change["after"])


def test_the_calendar_that_the_report_writes_changes_nothing(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    computer.does("report", event, "programme", "--out", tmp_path / "out.ics")

    told = computer.does("programme", event, tmp_path / "out.ics", "--json").json

    assert (told["new"], told["changed"], told["rejected"], told["skipped"]) == ([], [], [], [])
    assert told["same"] > 0


def test_without_json_the_rejected_rows_are_told_as_sentences(
    computer: Computer, event: Path, sheet: Path
) -> None:
    told = computer.run("programme", event, sheet)

    assert told.code == 0
    assert told.out.startswith(
        "1 new, 0 changed, 0 withdrawn, 0 unchanged\nTo take it back: checkin undo EVENT --act "
    )
    assert told.err == "row 3, Time, Nothing more: There is no start, or no end.\n"


def test_a_rejected_row_is_told_with_the_session_the_word_and_what_may_be_written(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    path = tmp_path / "programme.csv"
    path.write_text(
        "Day,Time,Open to,Title\nDay 1,20:00-21:00,Martians,Dinner\n,,,Dress: casual\n", encoding="utf-8"
    )

    assert computer.run("programme", event, path).err == (
        "row 2, Open to, Dinner: “Martians”: This is no category: write its code, letter or name, “everybody” or “by "
        "invitation only”.\nrow 3, Dress: casual: There is no start, or no end.\n"
    )


def test_a_file_that_is_no_programme_is_refused_with_one_sentence(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    (tmp_path / "list.csv").write_text("Family name,Category\nSok,P\n", encoding="utf-8")

    assert "The file has no sessions" in computer.refuses("programme", event, tmp_path / "list.csv")
