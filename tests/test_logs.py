"""The log file: warnings and worse, of limited size, and never in the way."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from checkin import logs

if TYPE_CHECKING:
    from pathlib import Path

_LOG = logging.getLogger("checkin.anything")


@pytest.mark.logs_warnings("it is the log that is tested")
def test_warnings_are_kept_and_chatter_is_not() -> None:
    _LOG.setLevel(logging.DEBUG)
    with logs.recording():
        _LOG.info("delegate d1 arrived")
        _LOG.warning("printer did not answer")
    kept = logs.log_file().read_text(encoding="utf-8")

    assert "WARNING" in kept
    assert "printer did not answer" in kept
    assert "delegate d1" not in kept


@pytest.mark.logs_warnings("it is the log that is tested")
def test_nothing_is_recorded_once_the_program_has_ended() -> None:
    with logs.recording():
        _LOG.warning("first")
    _LOG.warning("second")

    assert "second" not in logs.log_file().read_text(encoding="utf-8")


@pytest.mark.logs_warnings("it is the log that is tested")
def test_the_log_does_not_fill_the_disk() -> None:
    with logs.recording():
        for _ in range(3_000):
            _LOG.warning("x" * 1_000)
    files = list(logs.log_file().parent.iterdir())

    assert 1 < len(files) <= 5
    assert sum(file.stat().st_size for file in files) < 2_600_000


@pytest.mark.logs_warnings("it is the log that is tested")
def test_a_log_that_cannot_be_written_stops_nobody(home: Path) -> None:
    (home / "logs").write_text("a file where the folder should be", encoding="utf-8")
    with logs.recording():
        _LOG.warning("the desk works on")

    assert (home / "logs").is_file()


@pytest.mark.logs_warnings("it is the log that is tested")
def test_a_line_that_a_full_disk_does_not_take_is_left_out_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with logs.recording():
        monkeypatch.setattr("checkin.logs._PrivateLog.flush", full)
        _LOG.warning("printer did not answer")
        monkeypatch.undo()

    assert capsys.readouterr().err == ""


def test_the_log_is_its_owners_alone() -> None:
    with logs.recording():
        _LOG.info("nothing")

    assert logs.log_file().stat().st_mode & 0o077 == 0
    assert logs.log_file().parent.stat().st_mode & 0o077 == 0
