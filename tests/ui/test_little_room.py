"""What gives way where there is little room: the window never grows beyond the screen, and nothing is cut."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QVBoxLayout, QWidget

from checkin.desk.staff import Staff
from checkin.domain.programme import LocalText
from checkin.printing import PrinterState, QueueState
from checkin.ui.footer import Footer
from checkin.ui.header import Header
from checkin.ui.lamp import Lamp
from checkin.ui.main_window import PAGES, MainWindow
from checkin.ui.stack import PageStack
from tests.ui.boxes import cut_texts
from tests.ui.looks import a_look

UTC_ZONE = ZoneInfo("UTC")

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def a_sheet(words: str) -> QWidget:
    """A page that wants more room than a small screen has, with a text at its end."""
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    sheet.setMinimumSize(900, 1200)
    column.addStretch(1)
    column.addWidget(QLabel(words))
    return sheet


def test_a_page_that_is_too_large_is_scrolled_and_the_window_stays_as_large_as_it_is(qtbot: QtBot) -> None:
    window = MainWindow(a_look())
    qtbot.addWidget(window)
    window.show_instead(a_sheet("the end"))
    window.resize(640, 360)
    window.show()
    QApplication.processEvents()
    stack = window.findChild(PageStack)
    assert stack is not None
    small = (window.width(), window.height(), stack.verticalScrollBar().isVisible())
    window.resize(1000, 1400)
    QApplication.processEvents()

    assert small == (640, 360, True)
    assert not stack.verticalScrollBar().isVisible()
    assert stack.current is not None
    assert stack.current.height() == stack.height()


def test_a_small_page_over_a_large_one_is_not_scrolled(qtbot: QtBot) -> None:
    stack = PageStack(a_look())
    qtbot.addWidget(stack)
    stack.add(a_sheet("below"))
    stack.show_only(QLabel("on top"))
    stack.resize(300, 200)
    stack.show()
    QApplication.processEvents()

    assert not stack.verticalScrollBar().isVisible()
    assert not stack.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("language", ["en", "fr", "km", "zh"])
def test_the_top_row_leaves_out_keys_station_and_names_in_turn_and_tool_tips_have_them(
    qtbot: QtBot, language: str
) -> None:
    look = a_look(language)
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.show_staff(Staff("Bopha", "Desk 2"))
    header = window.findChild(Header)
    assert header is not None
    header.show_event(LocalText.of("A forum with a long title, of which little is seen"), UTC_ZONE)
    window.show()
    told = []
    for width in range(1920, 400, -60):
        window.resize(width, 500)
        QApplication.processEvents()
        buttons = [each for each in header.findChildren(QToolButton) if each.property("tone") == "page"]
        told.append("".join(button.text() for button in buttons))
        assert cut_texts(window) == []
        assert window.width() == width
    names = [look.say.text(page.name) for page in PAGES]

    assert told[0] == "".join(f"{name}  {page.key}" for name, page in zip(names, PAGES, strict=True))
    assert "".join(names) in told
    assert told[-1] == ""
    assert [len(each) for each in told] == sorted((len(each) for each in told), reverse=True)
    assert [button.toolTip() for button in buttons] == [
        f"{name} ({page.key})" for name, page in zip(names, PAGES, strict=True)
    ]


def test_the_lamps_leave_out_their_words_and_keep_their_signs(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    footer = Footer(a_look())
    QVBoxLayout(around).addWidget(footer)
    around.show()
    footer.show_printer(QueueState("Brother QL-1110NWB on the table", PrinterState.STOPPED, 3))
    footer.show_recorded(datetime(2026, 9, 14, 1, 46, tzinfo=UTC), UTC)
    footer.show_awake(is_promised=False)
    shown = []
    for width in (1400, 620, 360):
        around.resize(width, 60)
        QApplication.processEvents()
        assert cut_texts(around) == []
        assert around.width() == width
        shown.append([lamp.text() for lamp in footer.findChildren(Lamp)])
    printer = footer.findChildren(Lamp)[0]

    assert shown[0][0] == "Printer: Brother QL-1110NWB on the table · 3 badges wait"
    assert shown[0][3] == "Screen: may lock by itself"
    assert shown[1][:2] != shown[0][:2] or shown[1][3] == "Screen"
    assert sum(map(len, shown[2])) < sum(map(len, shown[1])) < sum(map(len, shown[0]))
    assert "3 badges wait" in printer.toolTip()
    assert "The printer is stopped." in printer.toolTip()


def test_icons_grow_with_the_texts(qtbot: QtBot) -> None:
    look = a_look()
    window = MainWindow(look)
    qtbot.addWidget(window)
    (first, *_) = [each for each in window.findChildren(QToolButton) if each.property("tone") == "page"]
    before = first.iconSize().width()
    look.grow(200)
    grown = first.iconSize().width()
    look.grow(100)

    assert (grown, first.iconSize().width()) == (2 * before, before)
