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
        ["Name", "First in", "Minutes", "Exit assumed", "Delegate"],
        ["ជា វណ្ណា", dt.datetime(2026, 11, 24, 9, 12, 30), 47.25, "yes", "d1"],  # noqa: DTZ001 - a cell has no zone
        ["KEM", None, 0, "no", "d2"],
    ]


def test_the_header_stays_in_sight_and_filters(write: Callable[..., Path]) -> None:
    rows = sheet(write("a.xlsx", [("d1", "SOK", None, 1.0, False)] * 3))

    assert rows.freeze_panes == "A2"
    assert rows.auto_filter.ref == "A1:E4"


def test_the_rows_print_across_one_page_with_title_time_and_header_on_each(
    write: Callable[..., Path],
) -> None:
    rows = sheet(write("a.xlsx", [("d1", "SOK", None, 1.0, False)], title="Attendance: Opening & welcome"))

    assert rows.page_setup.orientation == "landscape"
    assert rows.page_setup.paperSize == int(rows.PAPERSIZE_A4)
    assert (rows.sheet_properties.pageSetUpPr.fitToPage, rows.page_setup.fitToHeight) == (True, 0)
    assert rows.page_setup.fitToWidth in {None, 1}
    assert rows.print_title_rows == "$1:$1"
    assert rows.oddHeader.left.text == "Attendance: Opening && welcome · Forum"
    assert rows.oddFooter.left.text == "As of Nov 24, 2026 12:00; times are those of Asia/Phnom_Penh."
    assert rows.oddFooter.right.text == "Page &P of &N"


def test_the_totals_print_on_one_page_width_too(write: Callable[..., Path]) -> None:
    foot = ("Listed, and not counted as persons: " + ", ".join(["Staff of the host country"] * 8),)
    totals = sheet(write("a.xlsx", [], foot=foot), 1)

    assert totals.sheet_properties.pageSetUpPr.fitToPage
    assert totals.oddFooter.left.text.startswith("As of Nov 24, 2026 12:00")
    last = totals.max_row
    assert totals.cell(last, 1).alignment.wrap_text
    assert f"A{last}:C{last}" in {str(area) for area in totals.merged_cells.ranges}
    assert totals.row_dimensions[last].height >= 4 * 15


@pytest.mark.parametrize("title", ["A" * 300, "&" * 300])
def test_a_title_too_long_for_the_margin_of_a_page_is_shortened(
    write: Callable[..., Path], title: str
) -> None:
    header = sheet(write("a.xlsx", [], title=title)).oddHeader.left.text

    assert header.startswith(title[:50])
    assert header.endswith("…")
    assert len(header) <= 255


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("Ministry of Foreign Affairs and International Cooperation, Department of ASEAN", 2 * 15),
        ("ក្រសួងការបរទេសនិងសហប្រតិបត្តិការអន្តរជាតិ", 2 * 22),
        ("外交部亚洲司外交部亚洲司外交部亚洲司", 2 * 15),
        ("SOK\nSopheap", 2 * 15),
    ],
)
def test_a_long_text_takes_several_lines_in_a_row_that_is_high_enough(
    write: Callable[..., Path], name: str, least: float
) -> None:
    rows = sheet(write("a.xlsx", [("d1", name, None, 1.0, False), ("d2", "SOK", None, 1.0, False)]))

    assert rows.cell(2, 1).alignment.wrap_text
    assert rows.row_dimensions[2].height >= least
    assert rows.row_dimensions[3].height is None


@pytest.mark.parametrize(
    "evil", ['=HYPERLINK("http://example.org")', "+1", "-1", "@SUM(A1)", "http://example.org"]
)
def test_a_text_stays_a_text(write: Callable[..., Path], evil: str) -> None:
    cell = sheet(write("a.xlsx", [("d1", evil, None, 1.0, False)])).cell(2, 1)

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
    assert [row[-1] for row in last] == ["d9999"]
