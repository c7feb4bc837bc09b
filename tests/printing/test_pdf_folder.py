"""A folder as printer: whole files, in order, that name nobody."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from checkin.errors import CheckinError
from checkin.printing import PdfFolder, PrinterState
from checkin.printing.port import title_of
from tests.printing.a_badge import A6, a_badge

if TYPE_CHECKING:
    from pathlib import Path

CODE = "2CKN17F3K9QABCDE"


def _printer(folder: Path) -> PdfFolder:
    return PdfFolder(folder, clock=lambda: datetime(2026, 11, 24, 8, 47, 5))  # noqa: DTZ001 - wall time in a name


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_document_becomes_a_file_named_by_its_job_and_the_time(tmp_path: Path) -> None:
    printer = _printer(tmp_path / "badges")
    printer.submit(a_badge(), title_of(17), A6)

    assert _names(tmp_path / "badges") == ["badge-17-20261124-084705-1.pdf"]
    assert next((tmp_path / "badges").iterdir()).read_bytes() == a_badge()


def test_no_name_no_code_and_no_note_comes_into_the_name_of_a_file(tmp_path: Path) -> None:
    _printer(tmp_path).submit(a_badge(), "SOK Sopheap", A6)
    _printer(tmp_path).submit(a_badge(), "../escape", A6)
    _printer(tmp_path).submit(a_badge(), CODE, A6)

    assert _names(tmp_path) == [f"badge-20261124-084705-{number}.pdf" for number in (1, 2, 3)]


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    for text in ("first", "second", "third"):
        _printer(tmp_path).submit(a_badge(text), CODE, A6)

    assert [file.read_bytes() for file in sorted(tmp_path.iterdir())] == [
        a_badge(text) for text in ("first", "second", "third")
    ]


def test_a_draft_that_another_program_left_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "badge-20261124-084705-1.part").write_bytes(b"half")
    _printer(tmp_path).submit(a_badge(), "", A6)

    assert _names(tmp_path) == ["badge-20261124-084705-1.part", "badge-20261124-084705-2.pdf"]


def test_a_folder_that_is_gone_is_told_with_the_next_step(tmp_path: Path) -> None:
    printer = _printer(tmp_path / "stick" / "badges")

    assert printer.state() is PrinterState.MISSING
    with pytest.raises(CheckinError, match="Plug the stick in"):
        printer.submit(a_badge(), CODE, A6)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "badges").touch()
    printer = _printer(tmp_path / "badges")

    assert printer.state() is PrinterState.MISSING
    with pytest.raises(CheckinError, match="cannot be written"):
        printer.submit(a_badge(), CODE, A6)


def test_a_folder_that_cannot_be_written_is_stopped_and_is_no_printer_with_paper(tmp_path: Path) -> None:
    folder = tmp_path / "badges"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("whoever runs this test may write everywhere")
    printer = _printer(folder)

    assert printer.state() is PrinterState.STOPPED
    assert printer.is_folder


def test_a_folder_that_can_be_made_is_ready(tmp_path: Path) -> None:
    assert _printer(tmp_path / "badges").state() is PrinterState.READY
    assert _printer(tmp_path / "badges").name == str(tmp_path / "badges")
