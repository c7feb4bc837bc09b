"""Scanners as they are set in the field: pauses, no Enter, signs around the code, another country's keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from checkin.domain.codes import Code, CodeKind, mint, read
from checkin.scanning import WedgeScanner, expect_scans
from checkin.scanning.keys import X11_OFFSET
from tests.scanning.keyboard import ENTER, FUNCTION_3, PHYSICAL, TAB, Keyboard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.scanning.page import Page

KEY = b"the key of the forum"
CODE, OTHER = "B1VE05KXR5FNB31W", "BEFJHVX6SHRFXPJR"
DOUBLED = "BTTPMHH77YC91449"
NAMES = ("SOKSEREYVATHANAB", "NGETHSOKHOMCHANM", "DARAVICHETSOVANE", "SAMNANGPHEAKDEYK")
"""Names of 16 letters whose last letter fits as a check character, and which begin as codes do."""
AZERTY = dict(zip("1234567890aqzwm;AQZWM-", "&é\"'(-è_çàqawz,mQAWZ?)", strict=True))
"""What a French keyboard gives, by what a US keyboard gives for the same key."""


def trusting(scanner: WedgeScanner) -> None:
    """Let the scanner know the codes of the event, as it does while one is open."""
    scanner.trust(lambda text: isinstance(read(text, KEY), Code))


@pytest.mark.parametrize("pause", [40, 80, 150, 300, 700])
@pytest.mark.parametrize("place", [1, 8, 15, 16])
def test_a_pause_anywhere_does_not_tear_a_reading(
    page: Page, keyboard: Keyboard, scans: list[str], place: int, pause: int
) -> None:
    keyboard.type(CODE[:place], gap=4)
    keyboard.wait(pause)
    keyboard.scan(CODE[place:], gap=4)

    assert scans == [CODE]
    assert (page.search.text(), page.main_actions) == ("", 0)


def test_a_quick_text_reaches_a_modal_dialog_whole_and_a_code_is_read_all_the_same(
    page: Page, keyboard: Keyboard, scans: list[str], qtbot: QtBot
) -> None:
    dialog = QDialog(page)
    line, entered = QLineEdit(dialog), list[str]()
    line.returnPressed.connect(lambda: entered.append(line.text()))
    dialog.open()
    qtbot.waitActive(dialog)
    line.setFocus()
    in_dialog = Keyboard(dialog)
    in_dialog.scan("guests-2026.csv")
    assert (entered, scans) == (["guests-2026.csv"], [])

    in_dialog.wait(2000)
    in_dialog.scan(CODE)
    assert (line.text(), len(entered), scans) == ("guests-2026.csv", 1, [CODE])
    dialog.close()
    in_dialog.wait(2000)
    qtbot.waitActive(page)
    keyboard.now = in_dialog.now
    keyboard.scan("guests-2026.csv")
    assert scans == [CODE, "guests-2026.csv"]


@pytest.mark.parametrize("ending", [ENTER, TAB])
@pytest.mark.parametrize("field", ["other", "note"])
def test_a_quick_text_stays_in_a_field_that_expects_no_scans_and_a_code_is_read_all_the_same(
    page: Page, keyboard: Keyboard, scans: list[str], field: str, ending: int
) -> None:
    written = page.other.text if field == "other" else page.note.toPlainText
    ended = list[bool]()
    page.other.editingFinished.connect(lambda: ended.append(True))
    getattr(page, field).setFocus()
    keyboard.type("Okonkwo", gap=30)
    keyboard.press(ending, "\t" if ending == TAB else "\r")
    assert (written().strip(), scans) == ("Okonkwo", [])
    assert ended == ([True] if field == "other" else [])

    getattr(page, field).setFocus()
    keyboard.wait(2000)
    before = written()
    keyboard.scan(CODE)
    assert (written(), scans) == (before, [CODE])

    page.search.setFocus()
    keyboard.wait(2000)
    keyboard.scan("guests-2026.csv")
    assert scans == [CODE, "guests-2026.csv"]


@pytest.mark.parametrize("gap", [60, 120, 300])
def test_an_even_slow_pace_is_a_reading_too(
    page: Page, keyboard: Keyboard, scans: list[str], gap: int
) -> None:
    keyboard.scan(CODE, gap)

    assert scans == [CODE]
    assert (page.search.text(), page.main_actions) == ("", 0)


@given(
    st.lists(st.integers(0, 300), min_size=16, max_size=16), st.sampled_from(CodeKind), st.binary(min_size=1)
)
def test_whatever_the_pauses_are_a_code_of_the_event_is_one_reading(
    gaps: list[int], kind: CodeKind, key: bytes
) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    code = mint(key, kind).text
    window = QLineEdit()
    expect_scans(window)
    window.show()
    scanner = WedgeScanner(app, key_offset=X11_OFFSET)
    scanner.trust(lambda text: isinstance(read(text, key), Code))
    heard: list[str] = []
    scanner.scanned.connect(heard.append)
    scanner.start()
    keyboard = Keyboard(window)
    for character, gap in zip(code, gaps, strict=True):
        keyboard.type(character, gap)
    keyboard.press(ENTER, "\r")
    scanner.stop()
    scanner.deleteLater()
    window.deleteLater()

    assert heard == [code]


def test_without_enter_a_code_is_read_a_moment_later(
    page: Page, keyboard: Keyboard, scans: list[str], qtbot: QtBot
) -> None:
    page.search.setText("sok")
    keyboard.type(CODE, gap=3)
    qtbot.waitUntil(lambda: scans == [CODE])

    assert page.search.text() == "sok"


@pytest.mark.parametrize("gap", [0, 40, 90, 400, 5000])
def test_two_guests_without_enter_are_two_readings(
    page: Page, keyboard: Keyboard, scans: list[str], qtbot: QtBot, gap: int
) -> None:
    keyboard.type(CODE, gap=3)
    keyboard.wait(gap)
    keyboard.type(OTHER, gap=3)
    qtbot.waitUntil(lambda: scans == [CODE, OTHER])

    assert page.search.text() == ""


@pytest.mark.parametrize("late", [0, 101, 300, 700])
def test_an_enter_that_comes_late_is_swallowed_once(
    page: Page, keyboard: Keyboard, scans: list[str], qtbot: QtBot, late: int
) -> None:
    keyboard.type(CODE, gap=0)
    qtbot.waitUntil(lambda: scans == [CODE])
    keyboard.wait(late)
    keyboard.press(ENTER, "\r")
    swallowed = page.main_actions
    keyboard.wait(700)
    keyboard.press(ENTER, "\r")

    assert (swallowed, page.main_actions) == (0, 1)
    assert scans == [CODE]


def test_whoever_typed_a_code_by_hand_may_look_up_before_enter(
    page: Page, keyboard: Keyboard, scans: list[str], qtbot: QtBot
) -> None:
    keyboard.type(CODE.lower(), gap=250)
    qtbot.waitUntil(lambda: scans == [CODE.lower()])
    keyboard.wait(1500)
    keyboard.press(ENTER, "\r")

    assert (page.search.text(), page.main_actions) == ("", 0)


def test_letters_typed_after_a_code_without_enter_have_their_enter(
    page: Page, keyboard: Keyboard, scans: list[str], qtbot: QtBot
) -> None:
    keyboard.type(CODE, gap=250)
    qtbot.waitUntil(lambda: scans == [CODE])
    keyboard.wait(200)
    keyboard.scan("sok", gap=150)

    assert page.search.text() == "sok"
    assert page.main_actions == 1


def test_a_code_typed_by_hand_too_slowly_for_a_scanner_is_left_to_the_field(
    page: Page, keyboard: Keyboard, scans: list[str]
) -> None:
    keyboard.type(CODE[:8], gap=200)
    keyboard.wait(2000)
    keyboard.type(CODE[8:], gap=200)
    keyboard.press(ENTER, "\r")

    assert scans == []
    assert page.search.text() == CODE
    assert page.main_actions == 1


@pytest.mark.parametrize("pause", [0, 250])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        *((f"]Q{digit}", "") for digit in range(7)),
        ("]d2", ""),
        ("*", "*"),
        ("\\000026", ""),
        ("]Q3\\000026", ""),
        ("^B", "^C"),
        ("^]", ""),
        ("^A^B", "^C^D"),
    ],
)
@pytest.mark.parametrize("ends", [True, False])
def test_the_frame_of_a_scanner_is_part_of_the_reading(
    page: Page,
    keyboard: Keyboard,
    scans: list[str],
    qtbot: QtBot,
    before: str,
    after: str,
    pause: int,
    *,
    ends: bool,
) -> None:
    page.search.setText("sok")
    keyboard.type_framed(before, gap=4)
    keyboard.wait(pause)
    keyboard.type(CODE, gap=4)
    if pause:
        qtbot.waitUntil(lambda: bool(scans))
    keyboard.wait(pause)
    keyboard.type_framed(after, gap=4)
    if ends:
        keyboard.press(ENTER, "\r")
    qtbot.waitUntil(lambda: bool(scans))

    assert [read(text, KEY) for text in scans] == [Code(CODE)]
    assert (page.search.text(), page.main_actions, page.is_toggled) == ("sok", 0, False)


def test_a_code_of_the_event_is_read_behind_signs_that_no_standard_knows(
    page: Page, keyboard: Keyboard, scanner: WedgeScanner, scans: list[str], qtbot: QtBot
) -> None:
    trusting(scanner)
    keyboard.type(f"X7{CODE}", gap=3)
    qtbot.waitUntil(lambda: scans == [CODE])

    assert page.search.text() == ""


def test_another_text_that_ends_as_a_code_does_is_read_whole(keyboard: Keyboard, scans: list[str]) -> None:
    keyboard.scan(f"TICKET{CODE}", gap=3)

    assert scans == [f"TICKET{CODE}"]


def test_a_text_with_a_pause_that_is_no_code_is_read_whole(
    page: Page, keyboard: Keyboard, scans: list[str]
) -> None:
    keyboard.type("HTTPS://", gap=3)
    keyboard.wait(150)
    keyboard.scan("EXAMPLE.ORG", gap=3)

    assert scans == ["HTTPS://EXAMPLE.ORG"]
    assert page.search.text() == ""


def test_a_misread_code_with_a_pause_is_read_whole(page: Page, keyboard: Keyboard, scans: list[str]) -> None:
    keyboard.type(CODE[:8], gap=3)
    keyboard.wait(150)
    keyboard.scan(CODE[8:15] + "X", gap=3)

    assert scans == [CODE[:15] + "X"]
    assert page.search.text() == ""


@pytest.mark.parametrize("ends", [True, False])
def test_a_scanner_set_to_the_layout_of_the_desk_is_read_too(
    page: Page, keyboard: Keyboard, scans: list[str], qtbot: QtBot, *, ends: bool
) -> None:
    keyboard.layout = AZERTY | {"!": "1", ")": "0", "%": "5", "#": "3"}
    typed = CODE.translate(
        str.maketrans({"1": "!", "0": ")", "5": "%", "3": "#", "W": "Z", "Z": "W", "A": "Q", "Q": "A"})
    )
    keyboard.type(typed, gap=3)
    if ends:
        keyboard.press(ENTER, "\r")
    qtbot.waitUntil(lambda: scans == [CODE])

    assert page.search.text() == ""


def test_a_key_that_is_no_part_of_a_reading_comes_after_the_reading(
    keyboard: Keyboard, scans: list[str]
) -> None:
    keyboard.type(CODE, gap=3)
    keyboard.press(FUNCTION_3)

    assert scans == [CODE]


@pytest.mark.parametrize("trusts", [True, False])
@pytest.mark.parametrize("gap", [60, 90, 150, 300])
@pytest.mark.parametrize("ends", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_names_of_sixteen_letters_are_never_codes(
    page: Page,
    keyboard: Keyboard,
    scanner: WedgeScanner,
    scans: list[str],
    qtbot: QtBot,
    name: str,
    gap: int,
    *,
    ends: bool,
    trusts: bool,
) -> None:
    if trusts:
        trusting(scanner)
    keyboard.type(name, gap)
    if ends:
        keyboard.press(ENTER, "\r")
    qtbot.waitUntil(lambda: not scanner._pause.isActive())

    assert scans == []
    assert page.search.text() == name
    assert page.main_actions == int(ends)


@pytest.mark.parametrize("trusts", [True, False])
def test_a_code_without_a_digit_is_known_by_the_pace_or_by_the_event(
    page: Page, keyboard: Keyboard, scanner: WedgeScanner, scans: list[str], qtbot: QtBot, *, trusts: bool
) -> None:
    code = next(text for _ in range(100_000) if (text := mint(KEY).text).isalpha())
    if trusts:
        trusting(scanner)
    keyboard.type(code, gap=200 if trusts else 4)
    qtbot.waitUntil(lambda: scans == [code])

    assert page.search.text() == ""


def test_the_digits_of_a_slow_reading_answer_nothing(
    keyboard: Keyboard, scanner: WedgeScanner, scans: list[str], qtbot: QtBot
) -> None:
    told: list[str] = []
    scanner.pressed_alone.connect(told.append)
    for character in CODE:
        keyboard.type(character, gap=200)
        with qtbot.assertNotEmitted(scanner.pressed_alone, wait=0 if character.isalpha() else 130):
            pass
    qtbot.waitUntil(lambda: scans == [CODE])

    assert set(told) <= {CODE[0]}


def test_digits_that_a_person_presses_one_by_one_are_each_told(
    keyboard: Keyboard, scanner: WedgeScanner, qtbot: QtBot
) -> None:
    told: list[str] = []
    scanner.pressed_alone.connect(told.append)
    for digit in "913":
        keyboard.type(digit, gap=300)
        qtbot.waitUntil(lambda digit=digit: told[-1:] == [digit])

    assert told == ["9", "1", "3"]


@pytest.mark.parametrize("is_control_up_first", [True, False])
def test_a_digit_soon_after_a_shortcut_is_told(
    keyboard: Keyboard, scanner: WedgeScanner, qtbot: QtBot, *, is_control_up_first: bool
) -> None:
    keyboard.type("sok", gap=200)
    keyboard.shortcut("p", is_control_up_first=is_control_up_first)
    keyboard.wait(250)
    with qtbot.waitSignal(scanner.pressed_alone) as told:
        keyboard.type("1", gap=0)

    assert told.args == ["1"]


@pytest.mark.parametrize("letters", ["sok", "jean-", "sok "])
def test_what_a_person_typed_before_a_slow_reading_stays(
    page: Page, keyboard: Keyboard, scanner: WedgeScanner, scans: list[str], letters: str
) -> None:
    trusting(scanner)
    page.note.setFocus()
    keyboard.type(letters, gap=150)
    keyboard.scan(CODE, gap=100)

    assert scans == [CODE]
    assert page.note.toPlainText() == letters


@pytest.mark.parametrize("pace", [0, 1, 3])
def test_a_doubled_character_that_comes_within_a_few_milliseconds_is_read_twice(
    page: Page, keyboard: Keyboard, scans: list[str], qtbot: QtBot, pace: int
) -> None:
    former = ""
    for character in DOUBLED:
        key, shifted = PHYSICAL[character]
        held = Qt.KeyboardModifier.ShiftModifier if shifted else Qt.KeyboardModifier.NoModifier
        keyboard.press(key, character, held, is_repeat=character == former)
        keyboard.wait(pace)
        former = character
    keyboard.press(ENTER, "\r")

    qtbot.waitUntil(lambda: scans == [DOUBLED])
    assert (page.search.text(), page.main_actions) == ("", 0)


@pytest.mark.parametrize("place", [4, 15])
@pytest.mark.parametrize("ends", [True, False])
def test_a_key_that_the_system_repeats_on_a_busy_computer_does_not_tear_a_reading(
    page: Page, keyboard: Keyboard, scans: list[str], qtbot: QtBot, place: int, *, ends: bool
) -> None:
    for number, character in enumerate(CODE):
        keyboard.type(character, gap=4)
        for _ in range(3 if number == place else 0):
            keyboard.press(PHYSICAL[character][0], character, is_repeat=True)
            keyboard.wait(30)
    if ends:
        keyboard.press(ENTER, "\r")
    qtbot.waitUntil(lambda: scans == [CODE])

    assert (page.search.text(), page.main_actions) == ("", 0)
