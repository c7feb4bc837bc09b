"""What SQLite says becomes a sentence that tells what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlite

from checkin.storage.trouble import as_checkin_error

if TYPE_CHECKING:
    from pathlib import Path

_FULL = sqlite.OperationalError("database or disk is full")


def test_only_who_was_recording_hears_that_the_act_was_not_recorded(tmp_path: Path) -> None:
    said = [as_checkin_error(_FULL, tmp_path / "forum.event", of_act=of_act) for of_act in (True, False)]

    assert [each.title for each in said] == ["The disk is full"] * 2
    assert ["last act" in each.message for each in said] == [True, False]


def test_a_disk_with_room_that_fails_is_not_called_full(tmp_path: Path) -> None:
    said = as_checkin_error(sqlite.OperationalError("disk I/O error"), tmp_path / "forum.event")

    assert said.title == "The disk does not answer"
