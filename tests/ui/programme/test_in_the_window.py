"""The Programme page in the whole program: what is half typed in a form outlives a scan and another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit

from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.programme.programme_page import ProgrammePage
from tests.ui.test_letters import Keyboard

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.pictures.stage import Stage


def test_a_scan_goes_to_arrivals_and_the_form_keeps_what_was_typed(stage: Stage, demo_event: Path) -> None:
    stage.window.activateWindow()
    stage.open(demo_event)
    page = stage.turn_to(ProgrammePage)
    page.show_session("opening")
    page.editing.edit()
    stage.settle()
    Keyboard(stage.window).type("so soon", gap=150)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    typed, shown = line.text(), stage.window.page
    guest = stage.person(lambda each: each.badge is not None)
    assert guest.badge is not None
    stage.scan(guest.badge.code)

    assert shown is page
    assert typed.startswith("so soon")
    assert isinstance(stage.window.page, ArrivalsPage)
    assert stage.window.begun_page is not None
    stage.turn_to(ProgrammePage)
    assert QApplication.focusWidget() is line
    assert line.text() == typed
