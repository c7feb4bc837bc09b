"""A row of buttons: in one line or several, and never asking for more width than the widest button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from checkin.ui.frames.button_row import ButtonRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def a_row(qtbot: QtBot, *, is_at_left: bool) -> tuple[QWidget, list[QPushButton]]:
    """A window with a row of four buttons, of which the third is hidden."""
    window, buttons = QWidget(), [QPushButton(text) for text in ("One", "The second", "Hidden", "Four")]
    qtbot.addWidget(window)
    window.setLayout(ButtonRow(*buttons, is_at_left=is_at_left))
    buttons[2].hide()
    window.resize(600, 40)
    window.show()
    return window, buttons


def tops(buttons: list[QPushButton]) -> list[int]:
    """The number of the line of each button that is shown, from 0."""
    shown = [each.y() for each in buttons if each.isVisible()]
    return [sorted(set(shown)).index(each) for each in shown]


def test_buttons_stand_in_as_many_lines_as_they_need(qtbot: QtBot) -> None:
    window, buttons = a_row(qtbot, is_at_left=True)
    seen = [tops(buttons)]
    for width in (buttons[0].width() + buttons[1].width() + 40, window.minimumSizeHint().width(), 600):
        window.resize(width, 40)
        qtbot.wait(1)
        seen.append(tops(buttons))

    assert seen == [[0, 0, 0], [0, 0, 1], [0, 1, 2], [0, 0, 0]]


def test_the_width_that_a_row_asks_for_does_not_depend_on_its_lines(qtbot: QtBot) -> None:
    window, buttons = a_row(qtbot, is_at_left=True)
    wide = window.minimumSizeHint()
    window.resize(wide.width(), 40)
    qtbot.wait(1)
    narrow = window.minimumSizeHint()

    assert narrow.width() == wide.width() >= buttons[1].width()
    assert narrow.height() > 2 * wide.height()


def test_a_row_stands_at_its_end_and_a_button_can_be_added_before_the_last_ones(qtbot: QtBot) -> None:
    window, buttons = a_row(qtbot, is_at_left=False)
    row = window.layout()
    assert isinstance(row, ButtonRow)
    added = QPushButton("Added")
    row.add(added, from_the_right=1)
    qtbot.wait(1)

    assert buttons[3].geometry().right() == window.rect().right()
    assert buttons[1].x() < added.x() < buttons[3].x()


def test_a_button_that_is_deleted_leaves_its_row(qtbot: QtBot) -> None:
    window, buttons = a_row(qtbot, is_at_left=True)
    buttons[0].deleteLater()
    row = window.layout()
    assert row is not None
    qtbot.waitUntil(lambda: row.count() == 3)
    window.resize(100, 200)
    qtbot.wait(1)

    assert buttons[1].x() == 0
