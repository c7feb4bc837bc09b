"""Back-ups by themselves and on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.register import register
from checkin.domain.delegates import Field
from checkin.tasks import Tasks
from checkin.ui.backups import Backups
from tests.ui.desks import STAFF, an_event_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.storage.event_file import EventFile


@pytest.fixture
def file(tmp_path: Path) -> Iterator[EventFile]:
    with an_event_file(tmp_path / "forum.event") as file:
        yield file


@pytest.fixture
def tasks(file: EventFile) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close(file.close)


def test_one_is_made_when_it_is_wanted_and_while_it_is_being_made_no_other(
    file: EventFile, tasks: Tasks, qtbot: QtBot
) -> None:
    backups = Backups(tasks.batch, file, 0)
    with qtbot.waitSignal(backups.made):
        backups.make()
        backups.make()
    qtbot.waitUntil(lambda: not tasks.batch.is_busy)

    assert len(list(file.path.with_name("forum.backups").iterdir())) == 1


def test_they_follow_each_other_by_themselves_unless_the_settings_say_never(
    file: EventFile, tasks: Tasks, qtbot: QtBot
) -> None:
    never, often = Backups(tasks.batch, file, 0), Backups(tasks.batch, file, 10)
    never.start()
    often.start()
    assert not never._next.isActive()
    assert often._next.isActive()

    with qtbot.waitSignal(often.made):
        often.make()
    assert often._next.remainingTime() > 9 * 60_000

    often.stop()
    assert not often._next.isActive()


def test_a_folder_that_cannot_be_written_is_told_and_tried_again(
    file: EventFile, tasks: Tasks, qtbot: QtBot
) -> None:
    file.path.with_name("forum.backups").write_text("a file in the way", "utf-8")
    backups = Backups(tasks.batch, file, 10)
    with qtbot.waitSignal(backups.failed) as told:
        backups.make()

    assert "could not be written" in str(told.args)
    assert backups._next.isActive()


def test_the_first_is_made_at_once_unless_the_newest_has_everything(
    file: EventFile, tasks: Tasks, qtbot: QtBot
) -> None:
    def number() -> int:
        qtbot.waitUntil(lambda: not tasks.batch.is_busy)
        return len(list(file.path.with_name("forum.backups").glob("*.event")))

    Backups(tasks.batch, file, 0).start()
    assert number() == 0
    first = Backups(tasks.batch, file, 10)
    with qtbot.waitSignal(first.made):
        first.start()
    assert number() == 1
    again = Backups(tasks.batch, file, 10)
    again.start()
    assert number() == 1
    register(file, STAFF, {Field.CATEGORY: "M", Field.FAMILY_NAME: "LIM"})
    later = Backups(tasks.batch, file, 10)
    later.start()
    assert number() == 2
    for each in (first, again, later):
        each.stop()


def test_after_a_stop_none_follows_the_one_that_is_being_made(
    file: EventFile, tasks: Tasks, qtbot: QtBot
) -> None:
    backups = Backups(tasks.batch, file, 10)
    with qtbot.waitSignal(backups.made):
        backups.make()
        backups.stop()
    qtbot.waitUntil(lambda: not tasks.batch.is_busy)

    assert not backups._next.isActive()
