from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet


def sheet(path: Path, at: int = 0) -> Worksheet:
    return openpyxl.load_workbook(path).worksheets[at]


def values(of: Worksheet) -> list[list[object]]:
    return [list(row) for row in of.iter_rows(values_only=True)]


def test_rows_have_texts_numbers_and_the_venues_times(write: Callable[..., Path], came: dt.datetime) -> None:
    path = write("a.xlsx", [("d1", "ជា វណ្ណា", came, 47.25, True), ("d2", "KEM", None, 0.0, False)])

    assert values(sheet(path)) == [
        ["Delegate", "Name", "First in", "Minutes", "Exit assumed"],
        ["d1", "ជា វណ្ណា", dt.datetime(2026, 11, 24, 9, 12, 30), 47.25, "yes"],  # noqa: DTZ001 - a cell has no zone
        ["d2", "KEM", None, 0, "no"],
    ]


def test_the_header_stays_in_sight_and_filters(write: Callable[..., Path]) -> None:
    rows = sheet(write("a.xlsx", [("d1", "SOK", None, 1.0, False)] * 3))

    assert rows.freeze_panes == "A2"
    assert rows.auto_filter.ref == "A1:E4"


@pytest.mark.parametrize(
    "evil", ['=HYPERLINK("http://example.org")', "+1", "-1", "@SUM(A1)", "http://example.org"]
)
def test_a_text_stays_a_text(write: Callable[..., Path], evil: str) -> None:
    cell = sheet(write("a.xlsx", [("d1", evil, None, 1.0, False)])).cell(2, 2)

    assert (cell.value, cell.data_type, cell.hyperlink) == (evil, "s", None)


def test_the_second_sheet_tells_what_it_is_about_and_the_persons_by_category(
    write: Callable[..., Path],
) -> None:
    totals = values(sheet(write("a.xlsx", []), 1))

    assert [row[0] for row in totals[:3]] == [
        "Attendance",
        "Forum",
        "As of Nov 24, 2026 12:00; times are those of Asia/Phnom_Penh.",
    ]
    assert totals[4:] == [
        ["Category", None, "Persons"],
        ["P", "Members of Parliament", 2],
        ["O", "Organisations", 0],
        ["X", "X", 1],
        ["Total", None, 3],
    ]


def test_ten_thousand_rows_are_all_there(write: Callable[..., Path], came: dt.datetime) -> None:
    path = write("a.xlsx", [(f"d{at}", f"NAME {at}", came, 1.5, False) for at in range(10_000)])

    workbook = openpyxl.load_workbook(path, read_only=True)
    last = list(workbook.worksheets[0].iter_rows(min_row=10_001, values_only=True))
    workbook.close()
    assert [row[0] for row in last] == ["d9999"]
