from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_names_and_rows_stand_there_with_the_venues_times(write: Callable[..., Path], came: datetime) -> None:
    path = write("a.csv", [("d1", "SOK Sopheap", came, 47.25, True), ("d2", "ជា វណ្ណា", None, 0.0, False)])

    assert cells(path) == [
        ["delegate", "name", "first_in", "minutes", "assumed"],
        ["d1", "SOK Sopheap", "2026-11-24T09:12:30+07:00", "47.25", "true"],
        ["d2", "ជា វណ្ណា", "", "0.0", "false"],
    ]


def test_excel_is_told_that_it_is_utf_8(write: Callable[..., Path]) -> None:
    assert write("a.csv", []).read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_a_spreadsheet_would_run_is_quoted(write: Callable[..., Path], start: str) -> None:
    evil = f'{start}HYPERLINK("http://example.org")'

    assert cells(write("a.csv", [("d1", evil, None, 1.0, False)]))[1][1] == "'" + evil


def test_separators_quotes_and_line_breaks_come_back_as_they_were(write: Callable[..., Path]) -> None:
    name = 'SOK, "Sopheap"\nthe second; H.E.'

    assert cells(write("a.csv", [("d1", name, None, 1.0, False)]))[1][1] == name


def test_other_programs_read_the_same_in_every_language(write: Callable[..., Path]) -> None:
    rows = [("d1", "SOK", None, 1.0, True)]

    assert cells(write("a.csv", rows, language="fr")) == cells(write("b.csv", rows, language="en"))
