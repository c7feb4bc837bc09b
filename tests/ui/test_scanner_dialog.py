"""“Scan this”: the settings say in words what a scanner sends, and whether the program copes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid
from zxingcpp import read_barcodes

from checkin.domain.codes import Forged, is_whole, mint, read
from checkin.scanning import WedgeScanner
from checkin.scanning.keys import X11_OFFSET
from checkin.settings import Palette
from checkin.ui.scanner_dialog import ScannerDialog
from tests.scanning.keyboard import ENTER, Keyboard
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Trying:
    """The dialog over a window with a search field, a scanner that the program listens to, and hands."""

    def __init__(self, qtbot: QtBot, app: QApplication) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.field = QLineEdit(self.window)
        qtbot.addWidget(self.window)
        self.window.show()
        self.wedge = WedgeScanner(app, key_offset=X11_OFFSET)
        self.scans: list[str] = []
        self.wedge.scanned.connect(self.scans.append)
        self.wedge.start()
        self.dialog = ScannerDialog(a_look(), app, self.window)
        self.keyboard = Keyboard(self.dialog)
        with qtbot.waitActive(self.dialog):
            self.dialog.show()
            self.dialog.activateWindow()
        self.code = self.dialog.code.text

    def told(self, *, enter: bool = True) -> str:
        """Press Enter or not, and wait for what the dialog says."""
        if enter:
            self.keyboard.press(ENTER, "\r")
        with self.qtbot.waitSignal(self.dialog.listener.heard):
            pass
        return self.dialog.told.text()


@pytest.fixture
def trying(qtbot: QtBot, qapp: QApplication) -> Iterator[Trying]:
    trying = Trying(qtbot, qapp)
    yield trying
    if isValid(trying.dialog):
        trying.dialog.close()
    trying.wedge.stop()
    trying.wedge.deleteLater()


def test_the_code_on_the_screen_can_be_read_and_is_no_code_of_an_event(
    trying: Trying, tmp_path: Path
) -> None:
    picture = tmp_path / "dialog.png"
    trying.dialog.grab().save(str(picture))
    with Image.open(picture) as image:
        (found,) = read_barcodes(image)

    assert found.text == trying.code
    assert is_whole(trying.code)
    assert isinstance(read(trying.code, b"the key of an event"), Forged)


def test_a_scanner_that_is_set_well_works(trying: Trying) -> None:
    trying.keyboard.type(trying.code, gap=3)
    told = trying.told()

    assert told == f"Arrived: {trying.code}\n\n✔  The scanner works: the code was read whole."


def test_the_signs_and_the_pause_and_the_missing_enter_are_named_and_coped_with(trying: Trying) -> None:
    trying.keyboard.type_framed("]Q1^B", gap=3)
    trying.keyboard.type(trying.code[:8], gap=3)
    trying.keyboard.wait(300)
    trying.keyboard.type(trying.code[8:], gap=3)
    trying.keyboard.type_framed("^C", gap=3)
    told = trying.told(enter=False)

    assert "✔  The scanner works" in told
    assert "No Enter came" in told
    assert "“]Q1<STX>” before the code" in told
    assert "“<ETX>” after the code" in told
    assert "a pause of 303 ms" in told
    assert "✕" not in told
    label = trying.dialog.told
    assert label.heightForWidth(label.width()) <= label.height(), "the last line is cut"


def test_the_layout_of_the_desk_is_named_and_coped_with(trying: Trying) -> None:
    trying.keyboard.layout = {"A": "Q", "Q": "A", "1": "&", "M": "?"}
    trying.keyboard.type(trying.code, gap=3)
    told = trying.told()

    assert "✔  The scanner works" in told
    assert "keyboard layout of this computer" in told


def test_a_scanner_for_the_layout_of_the_desk_works(trying: Trying) -> None:
    swapped = str.maketrans("AQZWYM", "QAWZMY")
    trying.keyboard.layout = dict(zip("AQZWYM", "QAWZMY", strict=True))
    trying.keyboard.type(trying.code.translate(swapped), gap=3)
    told = trying.told()

    assert told == f"Arrived: {trying.code}\n\n✔  The scanner works: the code was read whole."


def test_a_scanner_for_the_keyboard_of_another_country_is_told(trying: Trying) -> None:
    trying.keyboard.type(trying.code.translate(str.maketrans("AQZWYM", "QAWZMY")), gap=3)
    told = trying.told()

    assert told.count("✕") == 1
    assert "keyboard of another country" in told


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("short", "1 character is missing"),
        ("other", "another code"),
        ("foreign", "not the code on the screen"),
    ],
)
def test_what_is_not_the_code_is_told(trying: Trying, how: str, words: str) -> None:
    came = {
        "short": trying.code[:4] + trying.code[5:],
        "other": mint(b"another key").text,
        "foreign": "https://example.org/a/long/way",
    }
    trying.keyboard.type(came[how], gap=3)
    told = trying.told()

    assert told.startswith(f"Arrived: {came[how]}")
    assert f"✕  {words}" in told or (told.count("✕") == 1 and words in told)


def test_that_nothing_came_is_told(trying: Trying) -> None:
    assert trying.dialog.told.text() == "Waiting for the scanner …"

    trying.dialog._patience.timeout.emit()
    assert trying.dialog.told.text().startswith("Nothing came. Is the scanner plugged in?")


def test_a_trial_reaches_no_page_and_a_scan_after_it_does(trying: Trying) -> None:
    trying.keyboard.type(trying.code, gap=3)
    trying.told()
    during = list(trying.scans)
    trying.dialog.close()
    with trying.qtbot.waitActive(trying.window):
        trying.window.activateWindow()
    keyboard = Keyboard(trying.window, now=trying.keyboard.now + 5000)
    code = mint(b"the event").text
    keyboard.scan(code)

    assert during == []
    assert trying.scans == [code]
    assert trying.field.text() == ""


def test_another_window_in_front_has_its_scans(trying: Trying) -> None:
    trying.window.activateWindow()
    trying.qtbot.waitUntil(lambda: not trying.dialog.isActiveWindow())
    code = mint(b"the event").text
    Keyboard(trying.window).scan(code)

    assert trying.scans == [code]
    assert trying.dialog.told.text() == "Waiting for the scanner …"


@pytest.mark.parametrize("palette", list(Palette))
@pytest.mark.parametrize("language", ["en", "fr", "km", "zh"])
def test_the_dialog_fits_a_small_screen(
    qtbot: QtBot, qapp: QApplication, language: str, palette: Palette
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ScannerDialog(a_look(language, palette), qapp, parent)
    dialog.show()

    assert dialog.sizeHint().width() <= 960
    assert dialog.sizeHint().height() <= 480
    dialog.close()
