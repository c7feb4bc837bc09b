"""After an import the page says how many pairs look alike, and leads to their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.ui.alike.alike_panel import AlikePanel
from tests.ui.import_desk import Desk, a_told_story

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
