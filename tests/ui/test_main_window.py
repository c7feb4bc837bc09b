"""The frame around the pages: before the event is open, while it is, and when the world is in the way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from checkin.errors import CheckinError
from checkin.printing import PrinterState, QueueState
from checkin.ui.door.door_page import DoorPage
from checkin.ui.footer import Footer
from checkin.ui.header import Header
from checkin.ui.help import HelpWindow, KeysHelp, PageHelp
from checkin.ui.help_topics import TOPICS
from checkin.ui.lamp import Lamp
from checkin.ui.main_window import PAGES, MainWindow
from checkin.ui.manual import ManualWindow
from checkin.ui.opening import OpeningPage
from checkin.ui.start import StartPage
from tests.ui.desks import Desk, an_event_file
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.ui.page import PageEntry


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(an_event_file(tmp_path / "forum.event"), qapp)
    yield desk
    desk.close()


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    window = MainWindow(desk.look)
    qtbot.addWidget(window)
    window.show_opening("forum.event")
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def press(
    window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, held)


def lamp(footer: Footer, number: int) -> Lamp:
    return footer.findChildren(Lamp)[number]


def test_what_is_typed_and_scanned_before_the_event_is_open_is_not_lost(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    handle = window.windowHandle()
    assert handle is not None
    for letter in "kem":
        QTest.keyClick(handle, letter)
    window.open_event(desk.parts)
    qtbot.waitUntil(lambda: not desk.tasks.prompt.is_busy)

    page = window.page
    assert page is not None
    found = page.finder.results.found  # type: ignore[attr-defined]
    assert [each.delegate.name for each in found] == ["KEM Rith"]


def test_an_early_scan_is_answered_when_the_page_is_there(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.on_scanned("SOPHEAP")
    window.open_event(desk.parts)
    qtbot.waitUntil(lambda: not desk.tasks.prompt.is_busy)

    assert window.page is not None
    assert window.page.finder.search.text() == "SOPHEAP"  # type: ignore[attr-defined]


def test_an_early_scan_and_early_letters_go_to_the_page_that_was_open(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.on_scanned("SOPHEAP")
    window.open_event(desk.parts, {"": {"page": "door"}, "door": {"direction": "in", "told": True}})
    qtbot.waitUntil(lambda: not desk.tasks.prompt.is_busy)

    door = window.page
    assert isinstance(door, DoorPage)
    assert door.panel.sight is not None

    window.close_event("forum.event")
    opening = window.centralWidget().findChild(OpeningPage)
    assert opening is not None
    opening.search.setText("kem")
    window.open_event(desk.parts)
    door = window.page
    assert isinstance(door, DoorPage)
    assert door.search.text == "kem"


def test_a_scan_while_no_event_is_open_is_told_and_not_kept(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.on_scanned("SOPHEAP")  # the event is being opened, but this fails
    window.show_instead(StartPage(desk.look, desk.tasks.devices))
    with qtbot.waitSignal(window.hearing.unheard) as told:
        window.on_scanned("SOPHEAP")
    assert told.args is not None
    assert str(told.args[0]) == "No event is open: Scan again when an event is open."

    window.show_opening("forum.event")
    window.open_event(desk.parts)
    qtbot.waitUntil(lambda: not desk.tasks.prompt.is_busy)
    assert window.page is not None
    assert window.page.finder.search.text() == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_F3])
def test_a_scan_on_a_page_that_takes_none_goes_to_the_last_one_that_does(
    window: MainWindow, desk: Desk, qtbot: QtBot, key: Qt.Key
) -> None:
    window.open_event(desk.parts)
    press(window, key)
    wanted = window.page
    press(window, Qt.Key.Key_F6)
    assert window.page is not wanted
    window.on_scanned("SOPHEAP")
    qtbot.waitUntil(lambda: not desk.tasks.prompt.is_busy)

    assert window.page is wanted


def test_each_page_opens_by_its_key_and_is_made_once(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.open_event(desk.parts)
    arrivals = window.page
    press(window, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: window.page_number == 1)
    press(window, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.page_number == 0)

    assert window.page is arrivals
    assert len({entry.key for entry in PAGES}) == len(PAGES)


@pytest.mark.parametrize(("file", "page"), [("forum.event", "import_list"), ("copy.event", "arrivals")])
def test_the_window_opens_where_one_was_in_this_file_and_not_in_a_copy(
    window: MainWindow, desk: Desk, tmp_path: Path, file: str, page: str
) -> None:
    window.open_event(desk.parts, {"": {"page": "import_list", "file": str(tmp_path / file)}})

    assert PAGES[window.page_number].module == page
    assert window.state[""] == {"page": page, "file": str(tmp_path / "forum.event")}


def test_trouble_is_told_in_the_strip_and_the_focus_stays(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.open_event(desk.parts)
    focused = QApplication.focusWidget()
    window.strip.show_trouble(CheckinError("The disk is full", "Make room, then try <b>again</b>."))

    assert window.strip.isVisible()
    assert "Make room, then try <b>again</b>." in [each.text() for each in window.strip.findChildren(QLabel)]
    assert QApplication.focusWidget() is focused

    press(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not window.strip.isVisible())


def shown_help(window: MainWindow) -> HelpWindow:
    """The only window of help that is open."""
    (shown,) = [each for each in window.findChildren(HelpWindow) if each.isVisible()]
    return shown


def words_of(help_window: HelpWindow) -> list[str]:
    return [label.text() for label in help_window.findChildren(QLabel)]


def test_the_keys_of_the_page_are_listed_in_groups_and_do_not_hold_work_up(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.open_event(desk.parts)
    for _ in range(2):
        press(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(KeysHelp)))

    shown = shown_help(window)
    words = words_of(shown)
    assert not shown.isModal()
    assert {"Ctrl+N", "On-site registration", "F3", "Door"} <= set(words)
    assert shown.windowTitle() == "Keys: Arrivals"
    keys = [
        word
        for word in words
        if word in {"Enter", "Ctrl+E", "Ctrl+G", "Ctrl+N", "Ctrl+P", "Ctrl+Shift+Return"}
    ]
    assert keys[0] == "Enter"
    assert [word for word in keys if len(word) == len("Ctrl+E")] == ["Ctrl+E", "Ctrl+G", "Ctrl+N", "Ctrl+P"]
    headings = [words.index(word) for word in ("Do", "Find and look", "Take back", "On every page")]
    assert headings == sorted(headings)
    assert headings[2] < words.index("Ctrl+Z") < headings[3] < words.index("F2") < words.index("F10")


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.module)
def test_f1_says_what_to_do_on_each_page(
    window: MainWindow, desk: Desk, entry: PageEntry, qtbot: QtBot
) -> None:
    window.open_event(desk.parts)
    window.open_page(PAGES.index(entry))
    press(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: bool(window.findChildren(HelpWindow)))

    shown = shown_help(window)
    assert shown.windowTitle() == f"Help: {entry.name}"
    topics = TOPICS[entry.module]
    assert topics
    if isinstance(shown, ManualWindow):
        assert shown.text.toPlainText()
    else:
        told = words_of(shown)
        assert all(
            topic.happens(desk.look.say) in told and topic.do(desk.look.say) in told for topic in topics
        )
        assert "block" not in " ".join(told).casefold()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_without_an_event_the_pages_cannot_be_chosen_and_say_why(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    pages = [each for each in window.findChildren(QToolButton) if each.property("tone") == "page"]
    assert len(pages) == len(PAGES)
    assert not any(each.isEnabled() for each in pages)
    assert {each.toolTip() for each in pages} == {"Open an event first"}
    press(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: bool(window.findChildren(PageHelp)))
    assert "You begin" in words_of(shown_help(window))

    window.open_event(desk.parts)
    assert all(each.isEnabled() for each in pages)
    assert pages[0].toolTip() == "Arrivals (F2)"


def test_the_strip_goes_when_what_it_says_does_not_hold_any_more(window: MainWindow) -> None:
    wrong, other = CheckinError("No event", "Choose another."), CheckinError("The disk is full", "Make room.")
    window.strip.show_trouble(wrong)
    window.strip.put_away(None)
    assert window.strip.isVisible()
    window.strip.put_away(wrong)
    assert not window.strip.isVisible()

    window.strip.show_trouble(other)
    window.strip.put_away(wrong)
    assert window.strip.isVisible()


def test_the_printers_lamp_tells_who_waits_and_what_to_do(qtbot: QtBot) -> None:
    footer = Footer(a_look())
    qtbot.addWidget(footer)

    footer.show_printer(QueueState("QL-1110", PrinterState.READY, 0))
    assert lamp(footer, 0).text() == "Printer: QL-1110"

    footer.show_printer(QueueState("QL-1110", PrinterState.MISSING, 2))
    assert lamp(footer, 0).text() == "Printer: QL-1110 · not found · 2 badges wait"
    assert "arrivals go on" in lamp(footer, 0).toolTip()

    footer.show_printer(QueueState("", PrinterState.MISSING, 2))
    assert lamp(footer, 0).text() == "Printer: none chosen · 2 badges wait"
    assert "Choose one in the settings" in lamp(footer, 0).toolTip()

    footer.show_printer(QueueState("QL-1110", PrinterState.STOPPED, 1, "Out of paper"))
    assert lamp(footer, 0).toolTip() == "Out of paper"

    footer.show_printer(QueueState("/stick/badges", PrinterState.STOPPED, 1, is_folder=True))
    assert lamp(footer, 0).text() == "Printer: /stick/badges · 1 badge waits"
    assert "The folder cannot be written." in lamp(footer, 0).toolTip()
    assert "paper" not in lamp(footer, 0).toolTip()

    footer.show_printer(QueueState("/stick/badges", PrinterState.MISSING, 1, is_folder=True))
    assert "There is no such folder." in lamp(footer, 0).toolTip()


def test_the_back_ups_lamp_tells_its_age_or_why_there_is_none(qtbot: QtBot) -> None:
    footer = Footer(a_look())
    qtbot.addWidget(footer)

    footer.show_backup(None)
    assert lamp(footer, 1).text() == "Back-up: none yet"

    footer.show_backup(datetime.now(UTC))
    assert lamp(footer, 1).text() == "Back-up: just now"

    footer.show_backup(datetime.now(UTC) - timedelta(minutes=7))
    assert lamp(footer, 1).text() == "Back-up: 7 min ago"

    footer.show_backup(None, "The stick is full")
    assert lamp(footer, 1).toolTip() == "The stick is full"


def test_a_door_in_full_screen_shows_nothing_of_the_computer_and_other_pages_do(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.open_event(desk.parts)
    window.open_page(1)
    press(window, Qt.Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    window.strip.show_trouble(
        CheckinError("The file is gone", "/home/dara/forum.event is not there any more.")
    )
    around = [window.findChild(Header), window.footer, window.strip]
    at_the_door = [part.isVisible() for part in around]
    press(window, Qt.Key.Key_F2)
    at_the_desk = [part.isVisible() for part in around]
    press(window, Qt.Key.Key_F3)
    press(window, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not window.isFullScreen())

    assert at_the_door == [False, False, False]
    assert at_the_desk == [True, True, True]
    assert [part.isVisible() for part in around] == [True, True, True]
    qtbot.waitUntil(lambda: not desk.tasks.prompt.is_busy and not desk.tasks.batch.is_busy)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_settings_open_by_their_key_in_full_screen_too(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    menu = window._header._settings.menu()
    menu.addAction("Language")
    window.open_event(desk.parts)
    window.open_page(1)
    press(window, Qt.Key.Key_F10)
    beside = menu.isVisible()
    menu.close()
    press(window, Qt.Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    press(window, Qt.Key.Key_F10)
    alone = menu.isVisible()
    menu.close()
    press(window, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not window.isFullScreen())

    assert (beside, alone) == (True, True)


def test_a_door_in_full_screen_hides_its_buttons_and_a_name_can_still_be_typed(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.open_event(desk.parts)
    window.open_page(1)
    press(window, Qt.Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    page = window.page
    assert isinstance(page, DoorPage)
    page.what_door.begin.click()
    buttons = [page.controls.what, page.doors_button]
    hidden = [button.isVisible() for button in buttons]
    press(window, Qt.Key.Key_S)
    typed = page.controls.code.text()
    press(window, Qt.Key.Key_Escape)
    afterwards = page.controls.code.text()
    press(window, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not window.isFullScreen())

    assert hidden == [False, False]
    assert (typed.lower(), afterwards) == ("s", "")
    assert page.controls.what.isVisible()
    qtbot.waitUntil(lambda: not desk.tasks.prompt.is_busy and not desk.tasks.batch.is_busy)
