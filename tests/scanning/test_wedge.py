"""A scan is recognised wherever the focus is and whatever layout is on, and a person's typing is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
)

from checkin.scanning import BOUNCE_MS, WedgeScanner, expect_scans
from checkin.scanning.keys import X11_OFFSET
from tests.scanning.keyboard import ENTER, FUNCTION_3, LETTER_J, PHYSICAL, TAB, Keyboard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.scanning.page import Page

CODE = "2CKN17F3K9QABCDE"
WHOLE = "B1VE05KXR5FNB31W"
"""A code whose check character fits: it is read even in a field that expects no scans."""


@pytest.mark.parametrize("ending", ["Enter", "CR LF as two Enters", "Ctrl+J", "Tab"])
def test_a_scan_is_told_and_leaves_no_trace(
    page: Page, keyboard: Keyboard, scans: list[str], ending: str
) -> None:
    page.search.setText("sok")
    keyboard.type(CODE, gap=3)
    match ending:
        case "Tab":
            keyboard.press(TAB, "\t")
        case "Ctrl+J":
            keyboard.press(LETTER_J, "\n", Qt.KeyboardModifier.ControlModifier)
        case _:
            keyboard.press(ENTER, "\r")
    if ending == "CR LF as two Enters":
        keyboard.wait(3)
        keyboard.press(ENTER, "\r")

    assert scans == [CODE]
    assert page.search.text() == "sok"
    assert page.search.hasFocus()
    assert page.main_actions == 0


@pytest.mark.parametrize("focus", ["search", "other", "note", "sessions", "results", "button"])
def test_a_scan_is_recognised_whatever_has_the_focus(
    page: Page, keyboard: Keyboard, scans: list[str], focus: str
) -> None:
    page.search.setText("sok")
    page.other.setText("seat A3")
    page.other.setSelection(0, 4)
    page.note.setPlainText("met by protocol")
    page.results.setCurrentRow(0)
    getattr(page, focus).setFocus()
    keyboard.scan(WHOLE)

    assert scans == [WHOLE]
    assert (page.search.text(), page.other.text()) == ("sok", "seat A3")
    assert page.other.selectedText() == ("seat" if focus == "other" else page.other.selectedText())
    assert page.note.toPlainText() == "met by protocol"
    assert page.sessions.currentText() == "Opening"
    assert page.results.currentRow() == 0
    assert page.main_actions == 0


def test_typing_before_a_scan_stays_in_a_note(page: Page, keyboard: Keyboard, scans: list[str]) -> None:
    page.note.setFocus()
    keyboard.type("vegan", gap=150)
    keyboard.wait(300)
    keyboard.scan(WHOLE)

    assert scans == [WHOLE]
    assert page.note.toPlainText() == "vegan"


@pytest.mark.parametrize(
    ("layout", "as_typed"),
    [
        (dict(zip("ckn17f3k9q", 'ckn&èf"kça', strict=True)), 'ckn&èf"kça'),
        (dict(zip("ckn17f3k9q", "ចកន១៧ថ៣ក៩ឆ", strict=True)), "ចកន១៧ថ៣ក៩ឆ"),
    ],
    ids=["French", "Khmer"],
)
def test_the_layout_of_the_desk_does_not_matter(
    page: Page, keyboard: Keyboard, scans: list[str], layout: dict[str, str], as_typed: str
) -> None:
    keyboard.layout = layout
    keyboard.type("ckn17f3k9q", gap=150)
    typed = page.search.text()
    page.search.clear()
    keyboard.wait(300)
    keyboard.scan("ckn17f3k9q")

    assert typed == as_typed
    assert scans == ["ckn17f3k9q"]
    assert page.search.text() == ""


@given(text=st.text(st.sampled_from(sorted(set(PHYSICAL) - {""})), min_size=6, max_size=40))
def test_whatever_a_scanner_can_spell_is_read_as_it_stands(text: str) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    window = QLineEdit()
    expect_scans(window)
    window.show()
    scanner = WedgeScanner(app, key_offset=X11_OFFSET)
    heard: list[str] = []
    scanner.scanned.connect(heard.append)
    scanner.start()
    Keyboard(window).scan(text)
    scanner.stop()
    scanner.deleteLater()
    window.deleteLater()

    assert heard == [text]


def test_windows_counts_its_keys_from_another_number(
    page: Page, qapp: QApplication, keyboard: Keyboard
) -> None:
    assert page.isVisible()
    scanner = WedgeScanner(qapp, key_offset=0)
    heard: list[str] = []
    scanner.scanned.connect(heard.append)
    scanner.start()
    keyboard.offset = 0
    keyboard.scan(CODE)
    scanner.stop()

    assert heard == [CODE]


@pytest.mark.parametrize("gap", [60, 90, 150, 400])
def test_a_person_typing_a_name_and_enter_is_left_alone(
    page: Page, keyboard: Keyboard, scans: list[str], gap: int
) -> None:
    keyboard.scan("SOPHEAP", gap)

    assert scans == []
    assert page.search.text() == "SOPHEAP"
    assert page.main_actions == 1


def test_a_hand_falling_on_the_keys_is_no_scan(page: Page, keyboard: Keyboard, scans: list[str]) -> None:
    keyboard.scan("asdfg", gap=2)

    assert scans == []
    assert page.search.text() == "asdfg"
    assert page.main_actions == 1


def test_a_key_held_down_is_no_scan(page: Page, keyboard: Keyboard, scans: list[str]) -> None:
    for _ in range(20):
        keyboard.press(30, "a", is_repeat=True)
        keyboard.wait(25)
    keyboard.press(ENTER, "\r")

    assert scans == []
    assert page.search.text() == "a" * 20


def test_a_name_then_enter_much_later_is_no_scan(page: Page, keyboard: Keyboard, scans: list[str]) -> None:
    keyboard.type("SOPHEAP", gap=5)
    keyboard.wait(200)
    keyboard.press(ENTER, "\r")

    assert scans == []
    assert page.search.text() == "SOPHEAP"
    assert page.main_actions == 1


def test_letters_typed_just_before_a_scan_stay(page: Page, keyboard: Keyboard, scans: list[str]) -> None:
    keyboard.type("sok", gap=120)
    keyboard.scan(CODE)

    assert scans == [CODE]
    assert page.search.text() == "sok"


def test_a_key_stamped_late_does_not_tear_a_scan(keyboard: Keyboard, scans: list[str]) -> None:
    keyboard.type(CODE[:9], gap=12)
    keyboard.wait(35)
    keyboard.scan(CODE[9:], gap=12)

    assert scans == [CODE]


def test_keys_that_name_no_physical_key_are_typing(page: Page, qtbot: QtBot, scans: list[str]) -> None:
    qtbot.keyClicks(page.search, "sopheap")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)

    assert scans == []
    assert page.main_actions == 1


def test_the_same_code_again_within_three_seconds_is_a_bounce(keyboard: Keyboard, scans: list[str]) -> None:
    other = CODE[::-1]
    keyboard.scan(CODE)
    keyboard.wait(BOUNCE_MS // 2)
    keyboard.scan(CODE)
    keyboard.scan(other)
    keyboard.wait(50)
    keyboard.scan(CODE)
    keyboard.wait(BOUNCE_MS + 1)
    keyboard.scan(CODE)

    assert scans == [CODE, other, CODE, CODE]


def test_a_swallowed_bounce_leaves_no_trace_either(page: Page, keyboard: Keyboard, scans: list[str]) -> None:
    keyboard.scan(CODE)
    keyboard.wait(100)
    keyboard.scan(CODE)

    assert scans == [CODE]
    assert (page.search.text(), page.main_actions) == ("", 0)


def test_a_scan_settles_for_half_a_second(
    page: Page, keyboard: Keyboard, scanner: WedgeScanner, scans: list[str]
) -> None:
    keyboard.scan(CODE)
    keyboard.wait(400)
    keyboard.press(FUNCTION_3)
    early = scanner.is_settling
    keyboard.press(ENTER, "\r")
    swallowed = page.main_actions
    keyboard.wait(200)
    keyboard.press(ENTER, "\r")

    assert scans == [CODE]
    assert early
    assert not scanner.is_settling
    assert (swallowed, page.main_actions) == (0, 1)


def test_letters_and_enter_in_that_half_second_are_no_second_scan(
    page: Page, keyboard: Keyboard, scans: list[str]
) -> None:
    keyboard.scan(CODE)
    keyboard.wait(100)
    keyboard.scan("so", gap=30)

    assert scans == [CODE]
    assert page.search.text() == "so"


def test_a_key_pressed_alone_is_told_by_its_place(
    keyboard: Keyboard, scanner: WedgeScanner, qtbot: QtBot
) -> None:
    keyboard.layout = {"1": "១"}
    with qtbot.waitSignal(scanner.pressed_alone) as told:
        keyboard.type("1", gap=0)

    assert told.args == ["1"]


def test_the_digits_of_a_scan_are_not_pressed_alone(
    keyboard: Keyboard, scanner: WedgeScanner, scans: list[str], qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(scanner.pressed_alone, wait=250):
        keyboard.scan("1234123412341234")

    assert scans == ["1234123412341234"]


def test_a_stopped_scanner_hears_nothing(keyboard: Keyboard, scanner: WedgeScanner, scans: list[str]) -> None:
    scanner.stop()
    keyboard.scan(CODE)

    assert scans == []


def test_a_field_that_closes_during_a_scan_is_forgotten(
    page: Page, keyboard: Keyboard, scans: list[str], qtbot: QtBot
) -> None:
    passing = QLineEdit(page)
    passing.show()
    passing.setFocus()
    keyboard.type(WHOLE[:8], gap=3)
    passing.hide()
    with qtbot.waitSignal(passing.destroyed):
        passing.deleteLater()
    keyboard.scan(WHOLE[8:])

    assert scans == [WHOLE]


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_a_scan_over_an_open_list_of_choices_chooses_nothing(
    page: Page, keyboard: Keyboard, scans: list[str]
) -> None:
    page.sessions.setFocus()
    page.sessions.showPopup()
    keyboard.scan(CODE)
    page.sessions.hidePopup()

    assert scans == [CODE]
    assert page.sessions.currentText() == "Opening"


def test_a_swallowed_scan_leaves_the_focus_where_it_was(
    page: Page, keyboard: Keyboard, scans: list[str]
) -> None:
    keyboard.scan(WHOLE)
    for before in (page.button, page.other, page.note):
        keyboard.wait(700)
        before.setFocus()
        keyboard.scan(WHOLE)
        assert QApplication.focusWidget() is before

    assert scans == [WHOLE]


@pytest.mark.parametrize("gap", [30, 45, 60, 95])
@pytest.mark.parametrize("focus", ["search", "other", "note"])
def test_letters_typed_quickly_just_before_a_scan_stay(
    page: Page, keyboard: Keyboard, scans: list[str], focus: str, gap: int
) -> None:
    field = getattr(page, focus)
    field.setFocus()
    keyboard.type("Anna", gap)
    keyboard.scan(WHOLE)

    assert scans == [WHOLE]
    assert (field.toPlainText() if focus == "note" else field.text()) == "Anna"


@pytest.mark.parametrize("gap", [3, 15, 25, 30])
def test_what_a_scanner_sends_before_a_genuine_code_goes_with_the_code(
    page: Page, scanner: WedgeScanner, keyboard: Keyboard, scans: list[str], gap: int
) -> None:
    scanner.trust(lambda text: text == WHOLE)
    page.search.setText("sok")
    keyboard.scan(f"X7:{WHOLE}", gap)

    assert scans == [WHOLE]
    assert page.search.text() == "sok"
