"""After an import the page says how many pairs look alike, and leads to their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin.desk.alike import find_alike
from checkin.ui.alike.alike_panel import AlikePanel
from tests.ui.import_desk import CONTROL_SHIFT, Desk, a_told_story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.doors import Story


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    yield from a_told_story(tmp_path)


def test_an_import_is_followed_by_the_number_of_pairs_and_a_way_to_go_through_them(
    story: Story, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(qtbot, story)
    path = tmp_path / "list.csv"
    category = next(iter(story.file.event.categories))
    rows = (f"LIMHENG,Dararith,{category}", f"Limheng,Darareth,{category}")
    path.write_text("\n".join(("Family name,Given name,Category", *rows)), encoding="utf-8")
    page = desk.page
    assert page.done.pairs_button.isHidden()
    desk.bring_in(path)
    qtbot.waitUntil(lambda: not page.done.pairs_button.isHidden())

    page.done.pairs_button.click()
    panel = page.panel.currentWidget()
    assert isinstance(panel, AlikePanel)
    qtbot.waitUntil(lambda: panel.comparison is not None)
    comparison = panel.comparison
    assert comparison is not None
    with qtbot.waitSignal(comparison.merged):
        comparison.merge_button.click()
    assert sum("limheng" in name.casefold() for name in desk.names) == 1
    path_then = page.work.path
    desk.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not page.pairs.is_open
    assert page.work.path == path_then


def with_a_pair(desk: Desk, tmp_path: Path) -> AlikePanel:
    """Bring in two who look alike, and open the list of pairs with the focus in the list."""
    path = tmp_path / "list.csv"
    category = next(iter(desk.story.file.event.categories))
    rows = (f"LIMHENG,Dararith,{category}", f"Limheng,Darareth,{category}")
    path.write_text("\n".join(("Family name,Given name,Category", *rows)), encoding="utf-8")
    desk.bring_in(path)
    desk.qtbot.waitUntil(lambda: not desk.page.done.pairs_button.isHidden())
    desk.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    panel = desk.page.panel.currentWidget()
    assert isinstance(panel, AlikePanel)
    desk.qtbot.waitUntil(lambda: panel.comparison is not None)
    return panel


def test_the_keys_on_the_buttons_of_a_pair_also_count_while_the_focus_is_in_the_list_of_pairs(
    story: Story, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(qtbot, story)
    desk.activate()
    panel = with_a_pair(desk, tmp_path)
    assert QApplication.focusWidget() is panel.table

    qtbot.keyClick(panel.table, Qt.Key.Key_N, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: panel.pairs == ())
    assert find_alike(story.file) == []

    qtbot.keyClick(panel.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(panel.pairs) == 1 and panel.comparison is not None)
    assert not desk.page.asking.is_open, "the import is not what was done last"

    qtbot.keyClick(panel.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: panel.pairs == ())
    assert desk.page.pairs.is_open
    assert sum("limheng" in name.casefold() for name in desk.names) == 1


def test_the_question_about_an_undo_in_place_of_the_pairs_leaves_the_focus_on_the_page(
    story: Story, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(qtbot, story)
    desk.activate()
    with_a_pair(desk, tmp_path)

    desk.page.done.undo_button.click()
    qtbot.waitUntil(lambda: desk.page.asking.is_open)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.question)
    desk.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not desk.page.asking.is_open
    assert QApplication.focusWidget() is desk.page.choose_button
