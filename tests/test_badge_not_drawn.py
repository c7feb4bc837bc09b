"""What the window says of a badge that cannot be printed, from its arrival until it is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from checkin.desk.find import find
from checkin.desk.register import register
from checkin.domain.codes import Code
from checkin.domain.delegates import Field
from checkin.errors import NotDrawnError
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.frames.person_form import PersonForm
from checkin.wording import in_language
from tests.programs import a_program
from tests.ui.desks import STAFF, an_event_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from checkin import app

CTRL: Final = Qt.KeyboardModifier.ControlModifier


class Window:
    """The whole program with two guests: YOSHINO, whose native name no font has, and RAREHAN, whose Latin one."""

    def __init__(self, program: app.Program, qtbot: QtBot, folder: Path) -> None:
        self.program, self.qtbot, self.printed = program, qtbot, folder / "printed"
        page = program.window.page
        assert isinstance(page, ArrivalsPage)
        self.page = page

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        handle = self.program.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, held)
        self.settle()

    def receive(self, name: str) -> None:
        self.page.finder.begin_search()
        self.page.finder.search.selectAll()
        QTest.keyClicks(self.page.finder.search, name)
        self.settle()
        self.qtbot.waitUntil(lambda: self.page.side.preview.shown is not None, timeout=20_000)
        self.press(Qt.Key.Key_Return)

    def correct(self, field: Field, text: str) -> None:
        self.press(Qt.Key.Key_E, CTRL)
        form = self.page.side.currentWidget()
        assert isinstance(form, PersonForm)
        line = form.input(field)
        assert isinstance(line, QLineEdit)
        line.setText(text)
        self.press(Qt.Key.Key_Return)

    def click_the_lamp(self) -> None:
        QTest.mouseClick(self.program.window.footer._printer, Qt.MouseButton.LeftButton)
        self.settle()

    def settle(self) -> None:
        tasks = self.program.tasks
        self.qtbot.waitUntil(lambda: not tasks.prompt.is_busy and not tasks.devices.is_busy, timeout=20_000)

    @property
    def strip(self) -> str:
        """What stands in the strip at the top of the window; "" while the strip is hidden."""
        strip = self.program.window.strip
        told = f"{strip._title.text()}: {strip._message.text()}" if strip.isVisible() else ""
        return told.replace("\u2011", "-")

    @property
    def sheets(self) -> int:
        """How many badges came out."""
        return len(list(self.printed.glob("*.pdf")))


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    with an_event_file(tmp_path / "forum.event") as file:
        for family, given, native in (("YOSHINO", "Ken", "𠮷野 健"), ("RAREHAN", "𠮷", "")):
            register(file, STAFF, {Field.FAMILY_NAME: family, Field.GIVEN_NAME: given, Field.NATIVE_NAME: native,
                                   Field.CATEGORY: "M"})  # fmt: skip
        path = file.path
    for program in a_program(qapp, tmp_path):
        program.show(path)
        qtbot.waitUntil(lambda at=program: at.window.page is not None, timeout=20_000)
        program.window.activateWindow()
        qtbot.waitActive(program.window)
        qtbot.waitUntil(lambda at=program: at._event._printing is not None, timeout=20_000)
        window = Window(program, qtbot, tmp_path)
        window.settle()
        yield window


def test_the_strip_goes_when_the_latin_name_alone_is_printed(window: Window) -> None:
    window.receive("yoshino")
    window.qtbot.waitUntil(lambda: "YOSHINO Ken" in window.strip)
    assert "Ctrl+B" in window.strip
    assert window.sheets == 0
    window.press(Qt.Key.Key_B, CTRL)
    window.qtbot.waitUntil(lambda: window.sheets == 1, timeout=20_000)

    window.qtbot.waitUntil(lambda: window.strip == "")


def test_the_strip_goes_when_the_arrival_is_undone(window: Window) -> None:
    window.receive("yoshino")
    window.qtbot.waitUntil(lambda: "YOSHINO Ken" in window.strip)
    window.press(Qt.Key.Key_Z, CTRL)

    window.qtbot.waitUntil(lambda: window.strip == "")


def test_the_strip_has_the_corrected_name_and_goes_when_the_badge_is_printed(window: Window) -> None:
    window.receive("rarehan")
    window.qtbot.waitUntil(lambda: "RAREHAN 𠮷" in window.strip)
    window.correct(Field.FAMILY_NAME, "RAREHANN")
    window.qtbot.waitUntil(lambda: "RAREHANN 𠮷" in window.strip)
    assert "This badge cannot be printed" in window.page.band.text
    window.correct(Field.GIVEN_NAME, "Yoshi")
    window.qtbot.waitUntil(lambda: window.sheets == 1, timeout=20_000)
    window.qtbot.waitUntil(lambda: window.page.band.text.endswith("badge printed"))

    window.qtbot.waitUntil(lambda: window.strip == "")


def test_ctrl_b_is_offered_only_where_it_helps(window: Window) -> None:
    window.receive("rarehan")
    window.qtbot.waitUntil(lambda: "RAREHAN" in window.strip)

    assert "Ctrl+E" in window.strip
    assert "Ctrl+B" not in window.strip
    lamp = window.program.window.footer._printer.toolTip()
    assert "RAREHAN" in lamp
    assert "Ctrl+B" not in lamp


def test_the_strip_speaks_the_language_of_the_window(window: Window) -> None:
    window.receive("yoshino")
    window.qtbot.waitUntil(lambda: "YOSHINO Ken" in window.strip)
    before = window.strip
    window.program.look.speak("fr")

    assert window.strip != before
    assert "YOSHINO Ken" in window.strip
    assert "Aucune" in window.strip


def test_a_badge_that_cannot_be_printed_does_not_hold_up_the_others_and_nobody_says_so(
    window: Window,
) -> None:
    window.receive("yoshino")
    window.qtbot.waitUntil(lambda: "YOSHINO Ken" in window.strip)
    window.receive("chea")

    window.qtbot.waitUntil(lambda: window.sheets == 1, timeout=20_000)
    window.qtbot.waitUntil(lambda: window.page.band.text.endswith("badge printed"))
    assert "YOSHINO Ken" in window.strip


def test_the_strip_stays_away_when_it_was_closed(window: Window) -> None:
    window.receive("yoshino")
    window.qtbot.waitUntil(lambda: "YOSHINO Ken" in window.strip)
    window.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    window.qtbot.waitUntil(lambda: window.strip == "")
    window.receive("chea")
    window.qtbot.waitUntil(lambda: window.sheets == 1, timeout=20_000)
    window.settle()

    assert window.strip == ""


def test_a_click_on_the_lamp_tells_of_the_badges_that_wait_once_more(window: Window) -> None:
    window.receive("yoshino")
    window.qtbot.waitUntil(lambda: "YOSHINO Ken" in window.strip)
    before = window.strip
    window.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    window.qtbot.waitUntil(lambda: window.strip == "")
    window.click_the_lamp()

    window.qtbot.waitUntil(lambda: window.strip == before)


def test_a_click_on_the_lamp_says_that_the_printer_is_well(window: Window) -> None:
    window.click_the_lamp()

    window.qtbot.waitUntil(lambda: window.strip.startswith("Printer: "))
    assert window.program.window.strip.property("tone") == "calm"


def test_a_click_on_the_lamp_of_a_printer_that_is_not_there_says_so_until_another_is_used(
    window: Window,
) -> None:
    here = window.program.preferences.here
    window.program.preferences.choose(replace(here, pdf_folder="", printer="No such printer"))
    window.settle()
    window.click_the_lamp()
    window.qtbot.waitUntil(lambda: "No such printer · not found" in window.strip)
    assert "Click to try again" in window.strip
    window.program.preferences.choose(here)

    window.qtbot.waitUntil(lambda: window.strip == "")


def test_the_strip_names_each_badge_that_waits_with_its_code(window: Window) -> None:
    for name in ("yoshino", "rarehan"):
        window.receive(name)
    window.qtbot.waitUntil(lambda: "RAREHAN" in window.strip)

    file = window.program._event.file
    for name in ("yoshino", "rarehan"):
        badge = find(file, name)[0].badge
        assert badge is not None
        assert Code(badge.code).in_groups in window.strip


@pytest.mark.parametrize(
    ("others", "last"), [(4, "N4 (C4)."), (5, "N4 (C4) and 1 more."), (95, " and 91 more.")]
)
def test_the_strip_names_five_badges_and_counts_the_rest(others: int, last: str) -> None:
    named = tuple((f"N{number}", f"C{number}") for number in range(1, others + 1))
    _, message = in_language("en").trouble(NotDrawnError("N0", ("x",), "C0", takes_latin=False, others=named))

    assert message.endswith(last)
    assert "These cannot be printed either: N1 (C1); N2 (C2); N3 (C3); N4 (C4)" in message


def test_whom_to_find_is_told_before_the_key_that_needs_them(window: Window) -> None:
    window.receive("yoshino")
    window.qtbot.waitUntil(lambda: "YOSHINO Ken" in window.strip)
    assert "Find YOSHINO Ken: then Ctrl+B" in window.strip
    window.receive("rarehan")

    window.qtbot.waitUntil(lambda: "Find RAREHAN 𠮷: then Ctrl+E" in window.strip)
    assert window.strip.startswith("The badge of RAREHAN 𠮷 cannot be printed")
    assert "These cannot be printed either: YOSHINO Ken" in window.strip


def test_a_folder_that_takes_no_badge_is_told_at_once_and_until_the_badge_is_printed(window: Window) -> None:
    window.printed.write_bytes(b"a file in the place of the folder")
    window.receive("chea")
    window.qtbot.waitUntil(lambda: "There is no such folder." in window.strip, timeout=20_000)

    assert window.strip.startswith(f"Printer: {window.printed} · not found · 1 badge waits")
    waits = "the badge waits: look at the printer's lamp below"
    window.qtbot.waitUntil(lambda: window.page.band.text.endswith(waits))
    window.receive("kem")
    window.qtbot.waitUntil(lambda: "2 badges wait" in window.strip, timeout=20_000)
    assert window.page.band.text.endswith(waits)

    window.printed.unlink()
    window.program.changes.printing_changed.emit()
    window.qtbot.waitUntil(lambda: window.sheets == 2, timeout=20_000)
    window.qtbot.waitUntil(lambda: window.strip == "")
    window.qtbot.waitUntil(lambda: window.page.band.text.endswith("badge printed"))


def test_a_printers_trouble_that_was_put_away_comes_back_only_if_it_is_another(window: Window) -> None:
    window.printed.write_bytes(b"a file in the place of the folder")
    window.receive("chea")
    window.qtbot.waitUntil(lambda: "There is no such folder." in window.strip, timeout=20_000)
    window.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    window.qtbot.waitUntil(lambda: window.strip == "")
    window.receive("kem")

    assert window.strip == ""
    window.click_the_lamp()
    window.qtbot.waitUntil(lambda: "2 badges wait" in window.strip, timeout=20_000)
