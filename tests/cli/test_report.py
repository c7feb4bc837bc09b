"""`checkin report attendance`: rows, minutes and totals in every format."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import openpyxl
import pypdfium2
import pytest

from tests.cli.program import Answer
from tests.cli.seminar import arrived, by_reference

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer


@pytest.fixture
def visited(computer: Computer, event: Path) -> Path:
    """R1 was in two sessions and left one; R8, of the staff, is inside; a stranger's code was refused."""
    one, staff = arrived(computer, event, "R1", "R8")
    computer.does("scan", event, "--session", "open", stdin=f"{one}\n{one}\n{staff}\nnonsense\n")
    computer.does("scan", event, "--session", "small", stdin=one)
    return event


def report(computer: Computer, event: Path, *more: str) -> dict[str, Any]:
    """The report in JSON."""
    out = event.with_name("report.json")
    computer.does("report", event, "attendance", "--out", out, *more)
    value: dict[str, Any] = Answer(0, out.read_text(encoding="utf-8"), "").json
    return value


def test_a_row_for_each_delegate_and_session_and_totals_without_staff(
    computer: Computer, visited: Path
) -> None:
    told = report(computer, visited)
    known = by_reference(computer, visited)
    rows = [dict(zip(told["columns"], row, strict=True)) for row in told["rows"]]

    assert {(row["delegate"], row["session"]) for row in rows} == {
        (known["R1"]["id"], "open"), (known["R8"]["id"], "open"), (known["R1"]["id"], "small"),
    }  # fmt: skip
    left = next(row for row in rows if row["last_out"])
    assert (left["delegate"], left["session"], left["assumed"]) == (known["R1"]["id"], "open", False)
    assert left["first_in"] <= left["last_out"]
    assert all(isinstance(row["minutes"], int | float) for row in rows)
    assert told["totals"] == {"P": 1, "G": 0}
    assert told["title"]


def test_one_session_alone(computer: Computer, visited: Path) -> None:
    told = report(computer, visited, "--session", "small")

    assert len(told["rows"]) == 1
    assert told["totals"] == {"P": 1, "G": 0}
    assert report(computer, visited, "--session", "guests")["rows"] == []


def test_every_format_has_the_same_rows(computer: Computer, visited: Path, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "pdf"):
        computer.does("report", visited, "attendance", "--out", tmp_path / f"r.{ending}")

    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets[0]
    cells = {str(cell.value) for row in sheet for cell in row}
    with pypdfium2.PdfDocument(tmp_path / "r.pdf") as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert sum("SOK Dara" in line for line in lines) == 2
    assert "SOK Dara" in cells
    assert "សុខ ដារ៉ា" in cells
    assert "SOK Dara" in text


def test_a_report_that_cannot_be_is_refused_and_leaves_no_file(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    cases = [
        ("nothing", "r.json", []),
        ("attendance", "r.doc", []),
        ("attendance", "r", []),
        ("attendance", "nowhere/r.json", []),
        ("attendance", "r.json", ["--session", "nowhere"]),
    ]
    given = [("report", event, name, "--out", tmp_path / out, *more) for name, out, more in cases]

    for arguments, answer in zip(given, computer.run_all(*given), strict=True):
        assert answer.code == 1, arguments
        assert len(answer.err.splitlines()) == 1, arguments
        assert "fault of the program" not in answer.err
    assert {path.name for path in tmp_path.iterdir()} == {"home", event.name}
