"""Two registrations side by side: the values are chosen, and the two are merged or told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.desk.alike import find_alike
from checkin.desk.compare import compare, who_looks_like
from checkin.desk.find import everybody
from checkin.desk.issue_badge import give_badge
from checkin.ui.alike.alike_panel import AlikePanel
from checkin.ui.alike.compare_panel import ComparePanel
from checkin.ui.alike.compared_rows import OTHER
from tests.ui.desks import MFA, NOW, STAFF, Desk, an_event_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(an_event_file(tmp_path / "forum.event"), qapp)
    yield desk
    desk.close()


@pytest.fixture
def two(desk: Desk) -> tuple[str, str]:
    """The ids of the two who are called SOK Sopheap: of the ministry, and of the university."""
    found = [each.delegate for each in everybody(desk.file) if each.delegate.family_name == "SOK"]
    ministry, university = sorted(found, key=lambda each: each.organisation != MFA)
    give_badge(desk.file, STAFF, ministry.id, NOW)
    give_badge(desk.file, STAFF, university.id, NOW)
    return ministry.id, university.id


def opened(desk: Desk, qtbot: QtBot, two: tuple[str, str]) -> ComparePanel:
    found = compare(desk.file, *two)
    assert found is not None
    panel = ComparePanel(desk.parts, found)
    qtbot.addWidget(panel)
    panel.resize(640, 480)
    panel.show()
    panel.table.setFocus()
    return panel


def labelled(panel: ComparePanel, label: str) -> tuple[str, str, bool | None]:
    (row,) = (each for each in panel.rows if each.label == label)
    return row.one, row.other, row.takes_other


def click(panel: ComparePanel, label: str, column: int) -> None:
    row = next(place for place, each in enumerate(panel.rows) if each.label == label)
    panel.table.clicked.emit(panel.table.model().index(row, column))


def press(panel: ComparePanel, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(panel.table, key, modifiers)


def test_what_differs_stands_first_and_is_marked_and_empty_fields_are_filled(
    desk: Desk, qtbot: QtBot, two: tuple[str, str]
) -> None:
    panel = opened(desk, qtbot, two)

    assert [each.takes_other is not None for each in panel.rows] == sorted(
        (each.takes_other is not None for each in panel.rows), reverse=True
    )
    assert labelled(panel, "Organisation") == (MFA, "Royal University", False)
    assert labelled(panel, "Category") == ("Ministries", "Scholars", False)
    assert labelled(panel, "Badges") == ("1 valid", "1 valid", None)
    assert "met by the protocol officer" not in str(panel.rows)
    press(panel, Qt.Key.Key_S, CONTROL_SHIFT)
    assert labelled(panel, "Title") == ("", "H.E.", True)


def test_a_merge_takes_the_values_that_were_clicked_and_keeps_both_badges(
    desk: Desk, qtbot: QtBot, two: tuple[str, str]
) -> None:
    panel = opened(desk, qtbot, two)
    click(panel, "Organisation", OTHER)
    assert panel.is_begun
    with qtbot.waitSignal(panel.merged):
        press(panel, Qt.Key.Key_Return, CONTROL)

    (person,) = (each.delegate for each in everybody(desk.file) if each.delegate.family_name == "SOK")
    assert (person.id, person.organisation, person.category) == (two[0], "Royal University", "M")
    assert find_alike(desk.file) == []


def test_the_arrow_keys_choose_the_value_of_the_marked_row(
    desk: Desk, qtbot: QtBot, two: tuple[str, str]
) -> None:
    panel = opened(desk, qtbot, two)
    row = panel.rows[0]
    press(panel, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    taken = panel.rows[0].takes_other
    press(panel, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier)

    assert row.takes_other is False
    assert (taken, panel.rows[0].takes_other) == (True, False)


def test_after_a_swap_the_other_one_is_kept(desk: Desk, qtbot: QtBot, two: tuple[str, str]) -> None:
    panel = opened(desk, qtbot, two)
    panel.swap_button.click()
    with qtbot.waitSignal(panel.merged):
        panel.merge_button.click()

    (person,) = (each.delegate for each in everybody(desk.file) if each.delegate.family_name == "SOK")
    assert (person.id, person.organisation, person.native_name) == (two[1], "Royal University", "សុខ សុភាព")


def test_who_is_not_the_same_person_is_not_asked_about_again(
    desk: Desk, qtbot: QtBot, two: tuple[str, str]
) -> None:
    alike_before = [each.delegate.id for each in who_looks_like(desk.file, two[0])]
    panel = opened(desk, qtbot, two)
    with qtbot.waitSignal(panel.separated):
        press(panel, Qt.Key.Key_N, CONTROL_SHIFT)

    assert alike_before == [two[1]]
    assert who_looks_like(desk.file, two[0]) == []


def test_the_list_of_pairs_goes_on_to_the_next_and_one_undo_brings_a_pair_back(
    desk: Desk, qtbot: QtBot, two: tuple[str, str]
) -> None:
    panel = AlikePanel(desk.parts)
    qtbot.addWidget(panel)
    panel.resize(1000, 500)
    panel.show()
    qtbot.waitUntil(lambda: panel.comparison is not None)
    assert {pair.one.id for pair in panel.pairs} | {pair.other.id for pair in panel.pairs} == set(two)
    comparison = panel.comparison
    assert comparison is not None
    with qtbot.waitSignal(comparison.merged):
        comparison.merge_button.click()

    assert panel.pairs == ()
    assert panel.undo_button.isEnabled()
    panel.undo_button.click()
    qtbot.waitUntil(lambda: len(panel.pairs) == 1)
    assert len([each for each in everybody(desk.file) if each.delegate.family_name == "SOK"]) == 2
