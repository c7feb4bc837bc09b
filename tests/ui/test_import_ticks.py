"""What is ticked and chosen on the Import page for single rows, on real files and a real event file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from checkin.desk.correct import correct
from checkin.desk.find import everybody
from checkin.domain.delegates import Field, Status
from checkin.ui.import_list.findings import Group
from tests.importing.made_files import a_csv
from tests.ui.doors import DESK, Story
from tests.ui.import_desk import Desk, a_told_story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.domain.delegates import Delegate

HEAD = ("Ref", "Family name", "Given name", "Category", "Organisation", "Position")
GUESTS = (
    HEAD,
    ("K1", "SOK", "Sopheap", "M", "Ministry of Tides", "Minister"),
    ("K2", "KEM", "Rith", "P", "", "Editor"),
    ("K3", "CHEA", "Vanna", "P", "", ""),
)
NEWER = (
    HEAD,
    ("K1", "SOK", "Sopheap", "M", "Ministry of Rain", "Senior Minister"),
    ("K2", "KEM", "Rith", "P", "Daily", "Editor"),
    ("K9", "LY", "Dara", "P", "", ""),
)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    yield from a_told_story(tmp_path)


@pytest.fixture
def desk(qtbot: QtBot, story: Story) -> Desk:
    return Desk(qtbot, story)


def people(desk: Desk) -> dict[str, Delegate]:
    return {each.delegate.family_name: each.delegate for each in everybody(desk.story.file)}


def space(desk: Desk, number: int) -> None:
    """Select the row of this number, and press the space bar."""
    desk.page.found.table.selectRow(number)
    desk.qtbot.keyClick(desk.page.found.table, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]


def press(desk: Desk, digit: str) -> None:
    desk.page.found.table.setFocus()
    desk.page._at.scanners.pressed_alone.emit(digit)
    desk.wait()


def click_box(desk: Desk, number: int) -> None:
    """Click on the box of the row of this number."""
    table = desk.page.found.table
    index = table.model().index(number, 0)
    option = QStyleOptionViewItem()
    option.initFrom(table)
    option.rect = table.visualRect(index)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, table)
    at: QPoint = box.center()
    desk.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)  # type: ignore[no-untyped-call]


def test_a_new_row_that_is_unticked_by_the_space_bar_stays_out_and_is_said(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    desk.look_at(a_csv(tmp_path, GUESTS))
    desk.page.found.show_group(Group.NEW)
    desk.page.found.table.setFocus()
    space(desk, 1)
    assert desk.page.bring_in_button.text().startswith("Import 2 ")
    desk.page.work.bring_in()
    desk.wait()

    assert desk.names == ["CHEA Vanna", "SOK Sopheap"]
    assert desk.page.done.result.text() == (
        "2 rows came in: 2 new, 0 changed. 1 row was not ticked, as a whole or in part, and stays out."
    )


def test_a_click_on_the_box_unticks_and_ticks_again(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(a_csv(tmp_path, GUESTS))
    desk.page.found.show_group(Group.NEW)
    click_box(desk, 0)
    assert desk.page.bring_in_button.text().startswith("Import 2 ")
    click_box(desk, 0)

    assert desk.page.bring_in_button.text().startswith("Import 3 ")


def test_all_are_unticked_and_ticked_by_a_digit(desk: Desk, tmp_path: Path) -> None:
    desk.activate()
    desk.look_at(a_csv(tmp_path, GUESTS))
    desk.page.found.show_group(Group.NEW)
    press(desk, "2")
    assert not desk.page.bring_in_button.isEnabled()
    space(desk, 2)
    assert desk.page.bring_in_button.text().startswith("Import 1 ")
    press(desk, "1")

    assert desk.page.bring_in_button.text().startswith("Import 3 ")


def test_a_cell_that_is_unticked_stays_as_it_was_and_one_undo_takes_the_rest_back(
    desk: Desk, tmp_path: Path
) -> None:
    desk.bring_in(a_csv(tmp_path, GUESTS))
    desk.look_at(a_csv(tmp_path, NEWER))
    shown = desk.rows(Group.CHANGED)
    assert [(row[1], row[2], row[5]) for row in shown] == [
        ("SOK Sopheap", "Organisation", "Ministry of Rain"),
        ("SOK Sopheap", "Position", "Senior Minister"),
        ("KEM Rith", "Organisation", "Daily"),
    ]
    space(desk, 1)
    space(desk, 2)
    assert desk.page.bring_in_button.text().startswith("Import 2 ")  # the minister and the new one
    desk.page.work.bring_in()
    desk.wait()
    sok = people(desk)["SOK"]
    assert (sok.organisation, sok.position) == ("Ministry of Rain", "Minister")
    assert people(desk)["KEM"].organisation == ""
    desk.qtbot.waitUntil(lambda: bool(desk.page.work.last.act))
    desk.undo()

    assert people(desk)["SOK"].organisation == "Ministry of Tides"
    assert "LY" not in people(desk)


def test_a_cell_of_the_desk_comes_in_where_it_is_ticked(desk: Desk, tmp_path: Path) -> None:
    desk.bring_in(a_csv(tmp_path, GUESTS))
    sok, kem = people(desk)["SOK"], people(desk)["KEM"]
    correct(desk.story.file, DESK, sok.id, {Field.POSITION: "H.E. the Minister"})
    correct(desk.story.file, DESK, kem.id, {Field.ORGANISATION: "Weekly"})
    desk.look_at(a_csv(tmp_path, NEWER))
    shown = desk.rows(Group.CHANGED)
    assert [(row[2], row[6]) for row in shown] == [
        ("Organisation", "yes"),
        ("Position", "no: the desk's stays"),
        ("Organisation", "no: the desk's stays"),
    ]
    space(desk, 1)
    desk.page.work.bring_in()
    desk.wait()

    assert people(desk)["SOK"].position == "Senior Minister"
    assert people(desk)["KEM"].organisation == "Weekly"


def test_who_is_no_longer_in_the_list_stays_unless_the_operator_says_otherwise(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    desk.bring_in(a_csv(tmp_path, GUESTS))
    desk.look_at(a_csv(tmp_path, GUESTS[:2]))
    assert [row[:2] for row in desk.rows(Group.MISSING)] == [
        ["KEM Rith", "stays as before"], ["CHEA Vanna", "stays as before"],
    ]  # fmt: skip
    assert not desk.page.bring_in_button.isEnabled()
    desk.page.found.table.selectRow(0)
    press(desk, "3")
    space(desk, 1)
    assert desk.page.bring_in_button.text().startswith("Import 2 ")
    desk.page.work.bring_in()
    desk.wait()
    assert (people(desk)["KEM"].status, people(desk)["CHEA"].status) == (Status.CANCELLED, Status.EXCUSED)
    desk.qtbot.waitUntil(lambda: bool(desk.page.work.last.act))
    desk.undo()

    assert {each.status for each in people(desk).values()} == {Status.REGISTERED}


def test_one_choice_counts_for_all_who_are_no_longer_in_the_list_of_a_source(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    desk.look_at(a_csv(tmp_path, GUESTS))
    desk.page.source.setFocus()
    desk.qtbot.keyClicks(desk.page.source, "Embassy")
    desk.page.bring_in()
    desk.wait()
    desk.look_at(a_csv(tmp_path, GUESTS[:2]))
    desk.page.found.show_group(Group.MISSING)
    press(desk, "6")
    desk.page.work.bring_in()
    desk.wait()

    assert {name: each.status for name, each in people(desk).items()} == {
        "SOK": Status.REGISTERED, "KEM": Status.CANCELLED, "CHEA": Status.CANCELLED,
    }  # fmt: skip
    assert desk.page.done.result.text() == "No longer in this list and from now on cancelled: 2."


def test_without_a_source_no_digit_is_about_all_who_are_not_in_the_list(desk: Desk, tmp_path: Path) -> None:
    desk.activate()
    desk.bring_in(a_csv(tmp_path, GUESTS))
    desk.look_at(a_csv(tmp_path, GUESTS[:2]))
    desk.page.found.show_group(Group.MISSING)
    press(desk, "6")

    assert desk.page.work.to_come == 0


def test_a_look_alike_is_shown_beside_the_person_and_updates_them_if_it_is_the_same(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    desk.bring_in(a_csv(tmp_path, GUESTS))
    other = (HEAD, ("K7", "SOK", "Sopheap", "M", "Ministry of Rain", "Senior Minister"))
    desk.look_at(a_csv(tmp_path, other))
    desk.page.found.show_group(Group.ALIKE)
    pair = desk.page.found.pair.model()
    shown = {pair.index(row, 0).data(): pair.index(row, 3).data() for row in range(pair.rowCount())}
    assert (shown["Position"], shown["Family name"]) == ("Minister", "SOK")
    press(desk, "2")
    assert desk.rows(Group.NEW) == []
    assert desk.page.bring_in_button.text().startswith("Import 1 ")
    desk.page.work.bring_in()
    desk.wait()

    assert desk.names == ["CHEA Vanna", "KEM Rith", "SOK Sopheap"]
    sok = people(desk)["SOK"]
    assert (sok.reference, sok.organisation) == ("K7", "Ministry of Rain")


def test_two_rows_of_the_list_that_are_one_person_come_in_as_one(desk: Desk, tmp_path: Path) -> None:
    desk.activate()
    rows = (HEAD, ("", "SOK", "Dara", "P", "Ministry A", ""), ("", "DARA", "Sok", "P", "", "Adviser"))
    desk.look_at(a_csv(tmp_path, rows))
    assert desk.page.found.group is Group.ALIKE
    press(desk, "2")
    desk.page.work.bring_in()
    desk.wait()

    assert desk.names == ["SOK Dara"]
    assert (people(desk)["SOK"].organisation, people(desk)["SOK"].position) == ("Ministry A", "Adviser")


def test_a_look_alike_is_left_out_by_its_tick(desk: Desk, tmp_path: Path) -> None:
    desk.activate()
    rows = (HEAD, ("", "SOK", "Dara", "P", "Ministry A", ""), ("", "DARA", "Sok", "P", "", "Adviser"))
    desk.look_at(a_csv(tmp_path, rows))
    space(desk, 0)
    desk.page.work.bring_in()
    desk.wait()

    assert desk.names == ["SOK Dara"]
    assert people(desk)["SOK"].position == ""


def test_a_look_alike_that_is_somebody_who_seems_to_be_missing_is_no_longer_missing(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    desk.bring_in(a_csv(tmp_path, GUESTS))
    desk.look_at(a_csv(tmp_path, (HEAD, ("K7", "SOK", "Sopheap", "M", "Ministry of Rain", ""))))
    assert [row[0] for row in desk.rows(Group.MISSING)] == ["SOK Sopheap", "KEM Rith", "CHEA Vanna"]
    desk.page.found.show_group(Group.ALIKE)
    press(desk, "2")

    assert [row[0] for row in desk.rows(Group.MISSING)] == ["KEM Rith", "CHEA Vanna"]


def test_guests_are_shown_with_whom_they_accompany_and_follow_their_tick(desk: Desk, tmp_path: Path) -> None:
    rows = (("Family name", "Category", "Spouse"), ("SOK", "P", "CHAN Sothea"), ("KEM", "P", ""))
    desk.page.category.choose("P")
    desk.look_at(a_csv(tmp_path, rows))
    desk.page.found.show_group(Group.ASKED)
    desk.page._at.scanners.pressed_alone.emit("1")
    desk.wait()
    assert [(row[1], row[-1]) for row in desk.rows(Group.NEW)] == [
        ("SOK", ""), ("CHAN Sothea", "SOK"), ("KEM", ""),
    ]  # fmt: skip
    space(desk, 0)

    assert desk.page.bring_in_button.text().startswith("Import 1 ")


@pytest.mark.parametrize("is_changed", [False, True])
def test_what_was_ticked_is_kept_over_a_restart_as_long_as_the_file_is_the_same(
    qtbot: QtBot, story: Story, tmp_path: Path, *, is_changed: bool
) -> None:
    before = Desk(qtbot, story)
    path = a_csv(tmp_path, GUESTS)
    before.look_at(path)
    before.page.found.show_group(Group.NEW)
    space(before, 1)
    state = before.page.state
    if is_changed:
        a_csv(tmp_path, (*GUESTS, ("K4", "LY", "Dara", "P", "", "")))
    after = Desk(qtbot, story)
    after.page.take_state(state)
    after.wait()

    assert after.page.bring_in_button.text().startswith("Import 4 " if is_changed else "Import 2 ")


def test_a_digit_answers_also_while_the_import_button_has_the_focus(desk: Desk, tmp_path: Path) -> None:
    desk.activate()
    desk.look_at(a_csv(tmp_path, GUESTS))
    desk.page.bring_in_button.setFocus()
    desk.page._at.scanners.pressed_alone.emit("2")
    assert desk.page.work.to_come == 0, "2 unticks all"
    desk.page.category.setFocus()
    desk.page._at.scanners.pressed_alone.emit("1")

    assert desk.page.work.to_come == 0, "in a box the digit chooses an entry"


def test_rows_without_a_category_say_where_one_is_chosen(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(a_csv(tmp_path, (("Family name", "Given name"), ("SOK", "Sopheap"))))

    assert desk.page.found.group is Group.REJECTED
    assert "chosen one at the top right" in desk.page.found.meaning.text()
