"""All scanners are heard as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from checkin.scanning import SCANNERS, Scanner, Scanners, WedgeScanner
from tests.scanning.keyboard import FUNCTION_3, Keyboard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

CODE = "2CKN17F3K9QABCDE"


class FakeScanner(Scanner):
    """A scanner that is told what it reads."""

    made: FakeScanner

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        FakeScanner.made = self

    def read(self, text: str, at_ms: int) -> None:
        self._read(text, at_ms)


def test_what_any_of_them_reads_is_told(qtbot: QtBot, qapp: QApplication) -> None:
    window = QLineEdit()
    qtbot.addWidget(window)
    window.show()
    scanners = Scanners(qapp, (FakeScanner, WedgeScanner))
    heard: list[str] = []
    scanners.scanned.connect(heard.append)
    scanners.start()
    FakeScanner.made.read("by the camera", at_ms=0)
    keyboard = Keyboard(window)
    keyboard.scan(CODE)
    keyboard.wait(200)
    keyboard.press(FUNCTION_3)
    was_settling = scanners.is_settling
    keyboard.wait(400)
    keyboard.press(FUNCTION_3)
    is_settling = scanners.is_settling
    scanners.stop()
    keyboard.scan(CODE[::-1])
    scanners.deleteLater()

    assert heard == ["by the camera", CODE]
    assert (was_settling, is_settling) == (True, False)


def test_the_same_text_counts_anew_after_the_operator_has_acted(qapp: QApplication) -> None:
    scanners = Scanners(qapp, (FakeScanner,))
    heard: list[str] = []
    scanners.scanned.connect(heard.append)
    FakeScanner.made.read(CODE, at_ms=50)
    scanners.count_anew()
    FakeScanner.made.read(CODE, at_ms=60)
    FakeScanner.made.read(CODE, at_ms=70)
    scanners.deleteLater()

    assert heard == [CODE, CODE]


@pytest.mark.parametrize(("later_ms", "told"), [(0, 1), (2999, 1), (3000, 1), (3001, 2)])
def test_no_kind_of_scanner_bounces(qapp: QApplication, later_ms: int, told: int) -> None:
    scanner = FakeScanner(qapp)
    heard: list[str] = []
    scanner.scanned.connect(heard.append)
    scanner.read(CODE, at_ms=50)
    scanner.read(CODE, at_ms=50 + later_ms)
    scanner.deleteLater()

    assert len(heard) == told


def test_every_kind_of_scanner_can_be_made_and_started(qapp: QApplication) -> None:
    for kind in SCANNERS:
        scanner = kind(qapp)
        scanner.start()
        scanner.stop()
        scanner.deleteLater()


def test_after_a_pause_scans_are_read_as_before_once_each(qtbot: QtBot, qapp: QApplication) -> None:
    window = QLineEdit()
    qtbot.addWidget(window)
    window.show()
    scanners = Scanners(qapp)
    heard: list[str] = []
    scanners.scanned.connect(heard.append)
    scanners.start()
    keyboard = Keyboard(window)
    with scanners.paused():
        keyboard.scan("NOT READ WHILE PAUSED")
    keyboard.wait(4000)
    keyboard.scan(CODE)
    with pytest.raises(ZeroDivisionError), scanners.paused():
        1 / 0  # noqa: B018
    keyboard.wait(4000)
    keyboard.scan(CODE[::-1])
    scanners.stop()
    scanners.deleteLater()

    assert heard == [CODE, CODE[::-1]]
