"""Several lists on the Import page: looked at one after the other, and brought in by an act each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.ui.drops import lists_in
from tests.importing.made_files import a_csv
from tests.ui.import_desk import Desk, a_told_story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.doors import Story

HEAD = ("Family name", "Given name", "Category", "Status")


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    yield from a_told_story(tmp_path)


@pytest.fixture
def desk(qtbot: QtBot, story: Story) -> Desk:
    return Desk(qtbot, story)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two lists, one that asks, one that is none, and a file of another kind."""
    made = tmp_path / "lists"
    made.mkdir()
    for name, rows in (
        ("1 ministries.csv", (HEAD, ("SOK", "Sopheap", "M", ""), ("KEM", "Rith", "M", ""))),
        ("2 press.csv", (HEAD, ("LY", "Dara", "P", "by phone"))),
        ("3 nothing.csv", (("a", "b"), ("1", "2"))),
        ("4 guests.csv", (HEAD, ("CHEA", "Vanna", "P", ""))),
    ):
        a_csv(tmp_path, rows).rename(made / name)
    (made / "picture.jpg").write_bytes(b"\xff\xd8")
    return made


def shown(desk: Desk) -> list[list[str]]:
    model = desk.page.lists.model()
    return [[model.index(row, column).data() for column in (0, 2, 3, 4)] for row in range(model.rowCount())]


def take(desk: Desk, folder: Path) -> None:
    desk.page.take_several(lists_in([folder]))
    wait_for(desk, "1 ministries.csv")


def wait_for(desk: Desk, name: str) -> None:
    """Wait until the page shows the list with this name."""
    work = desk.page.work
    desk.qtbot.waitUntil(
        lambda: work.path is not None and work.path.name == name and work.plan is not None, timeout=120_000
    )
    desk.wait()


def test_a_folder_is_looked_at_as_a_whole_and_the_first_list_is_shown(desk: Desk, folder: Path) -> None:
    take(desk, folder)

    assert shown(desk) == [
        ["1 ministries.csv", "2", "0", "can come in"],
        ["2 press.csv", "1", "1", "asks before it comes in"],
        ["3 nothing.csv", "0", "1", "asks before it comes in"],
        ["4 guests.csv", "1", "0", "can come in"],
    ]
    assert desk.page.lists.currentIndex().row() == 0
    assert desk.names == []


def test_each_list_is_an_act_of_its_own_and_the_next_one_follows(desk: Desk, folder: Path) -> None:
    take(desk, folder)
    desk.page.work.bring_in()
    wait_for(desk, "2 press.csv")
    assert shown(desk)[0][3] == "2 rows came in: 2 new, 0 changed."
    desk.page.going.open_next()
    wait_for(desk, "3 nothing.csv")
    desk.page.going.open_next()
    wait_for(desk, "4 guests.csv")
    desk.page.work.bring_in()
    wait_for(desk, "2 press.csv")
    assert desk.names == ["CHEA Vanna", "KEM Rith", "SOK Sopheap"]
    desk.qtbot.waitUntil(lambda: bool(desk.page.work.last.act))
    desk.undo()

    assert desk.names == ["KEM Rith", "SOK Sopheap"]


def test_a_list_is_opened_by_a_click_and_a_single_list_ends_the_table(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    take(desk, folder)
    desk.page.lists.clicked.emit(desk.page.lists.model().index(3, 0))
    wait_for(desk, "4 guests.csv")
    assert desk.page.lists.isVisible()
    desk.look_at(a_csv(tmp_path, (HEAD, ("TEP", "Sovann", "P", ""))))

    assert not desk.page.lists.isVisible()


def test_looking_at_several_lists_can_be_stopped(desk: Desk, folder: Path) -> None:
    desk.page.take_several(lists_in([folder]))
    desk.page.work.cancel()
    desk.qtbot.waitUntil(lambda: not desk.page.work.is_busy, timeout=120_000)

    assert desk.page.work.result is not None
    assert desk.page.work.result(desk.look.say) == "Stopped. Nothing has come in."
    assert desk.names == []


def test_only_lists_of_a_folder_are_taken(folder: Path) -> None:
    (folder / "~$4 guests.xlsx").write_bytes(b"")

    assert [path.name[0] for path in lists_in([folder])] == ["1", "2", "3", "4"]
