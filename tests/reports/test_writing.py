from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import warnings
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from checkin import reports, wording
from checkin.domain.programme import Event, EventDescription, LocalText
from checkin.errors import CheckinError
from checkin.reports import Column, Report, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EVENT = Event(
    EventDescription(
        LocalText.of("Forum"),
        LocalText.of("Hotel"),
        "Asia/Phnom_Penh",
        date(2026, 11, 24),
        date(2026, 11, 24),
    )
)


def write(out: Path, rows: int = 1) -> None:
    """A report whose rows do not compress well."""
    noise = [(os.urandom(60).hex(),) for _ in range(rows)]
    as_of = datetime(2026, 11, 24, tzinfo=UTC)
    table = Table("attendance", "Attendance", (Column("name", "Name", 10),), tuple(noise))
    report = Report("Attendance", as_of, (table,))
    reports.write_report(report, out, EVENT, wording.in_language("en"))


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No file may grow beyond 16 KiB."""
    resource = pytest.importorskip("resource", reason="only POSIX limits how large a file may be")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)
    # XlsxWriter leaves what it could not finish to the garbage collector: here, where nobody minds its complaints.
    with warnings.catch_warnings(), monkeypatch.context() as hushed:
        warnings.simplefilter("ignore", ResourceWarning)
        hushed.setattr(sys, "unraisablehook", lambda _complaint: None)
        gc.collect()


def test_there_are_four_formats() -> None:
    assert set(reports.endings()) == {"pdf", "xlsx", "csv", "json"}
    assert set(reports.endings(with_calendar=True)) == {"pdf", "xlsx", "csv", "json", "ics"}


@pytest.mark.parametrize("ending", reports.endings())
def test_every_format_writes_a_file_and_leaves_nothing_else(ending: str, tmp_path: Path) -> None:
    out = tmp_path / f"report.{ending.upper()}"

    write(out)
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert out.stat().st_size > 0


@pytest.mark.parametrize("name", ["report.doc", "report", ".pdf"])
def test_an_ending_that_is_no_format_is_told_with_those_that_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(CheckinError, match=r"\.csv, \.json, \.pdf, \.xlsx"):
        write(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", reports.endings())
@pytest.mark.usefixtures("full_disk")
def test_on_a_full_disk_the_former_file_stays_and_nothing_else_is_left(ending: str, tmp_path: Path) -> None:
    out = tmp_path / f"report.{ending}"
    out.write_text("former")

    with pytest.raises(CheckinError, match="could not be written"):
        write(out, rows=300)
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert out.read_text() == "former"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CheckinError, match=r"report\.csv could not be written.*No such file"):
        write(tmp_path / "nowhere" / "report.csv")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "report.csv").mkdir()

    with pytest.raises(CheckinError, match=r"report\.csv could not be written"):
        write(tmp_path / "report.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["report.csv"]


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(CheckinError, match="could not be written"):
        write(tmp_path / "report.csv")


def test_a_format_is_loaded_only_when_it_is_asked_for() -> None:
    """The window must not wait for reportlab when it opens."""
    program = (
        "import sys, checkin.reports; print([m for m in ('xlsxwriter', 'reportlab') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
