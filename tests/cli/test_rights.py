"""Whatever holds names can be read by its owner only, whatever the umask; and what killed commands left is cleared."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import Computer
from tests.cli.seminar import LIST, definition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights of this kind are POSIX's")


@pytest.fixture
def _open_to_all() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_open_to_all")
def test_events_back_ups_badges_reports_settings_and_logs_are_their_owners_alone(tmp_path: Path) -> None:
    computer, folder = Computer(tmp_path / "home"), tmp_path / "event"
    folder.mkdir()
    (tmp_path / "home" / "config").chmod(0o755)
    (tmp_path / "forum.toml").write_text(definition(), encoding="utf-8")
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    event = folder / "forum.event"
    computer.does("new", event, "--from", tmp_path / "forum.toml")
    computer.does("import", event, tmp_path / "list.csv")
    computer.does("badges", event, "--out", folder / "badges.pdf", "--all")
    computer.does("report", event, "attendance", "--out", folder / "attendance.xlsx")
    computer.does("backup", event, folder / "stick")

    made = [
        path
        for top in (folder, tmp_path / "home")
        for path in top.rglob("*")
        if not path.name.endswith(".lock")
    ]
    loose = {path.name: oct(path.stat().st_mode) for path in made if path.stat().st_mode & 0o077}
    assert {"forum.event", "badges.pdf", "attendance.xlsx", "stick", "config", "settings.toml"} <= {
        path.name for path in made
    }
    assert loose == {}


def test_an_event_that_others_could_read_is_its_owners_alone_once_it_is_opened(
    computer: Computer, event: Path, template: Path
) -> None:
    backups = event.with_name("seminar.backups")
    backups.mkdir()
    copy = backups / "seminar-20260914-090000.event"
    shutil.copyfile(template, copy)
    for path in (event, copy):
        path.chmod(0o644)
    backups.chmod(0o755)

    computer.does("delegates", event)

    assert [path.stat().st_mode & 0o777 for path in (event, copy, backups)] == [0o600, 0o600, 0o700]


def test_an_open_clears_what_a_killed_back_up_or_report_left(computer: Computer, event: Path) -> None:
    backups = event.with_name("seminar.backups")
    backups.mkdir()
    left = [
        backups / ".seminar-20260914-090000.event.0123abcd.new",
        event.with_name(".checkin-0123456789ab.part"),
        event.with_name(".seminar.event.0123abcd.new"),
    ]
    kept = event.with_name(".other.event.0123abcd.new")
    for path in (*left, kept):
        path.write_bytes(b"half")

    computer.does("delegates", event)

    assert [path.exists() for path in (*left, kept)] == [False, False, False, True]
