"""What the tests of the wedge have: a page, a scanner that listens, what it read, and a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.scanning import WedgeScanner
from checkin.scanning.keys import X11_OFFSET
from tests.scanning.keyboard import Keyboard
from tests.scanning.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.search.setFocus()
    qtbot.waitActive(page)
    return page


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[WedgeScanner]:
    scanner = WedgeScanner(qapp, key_offset=X11_OFFSET)
    scanner.start()
    yield scanner
    scanner.stop()
    scanner.deleteLater()


@pytest.fixture
def scans(scanner: WedgeScanner) -> list[str]:
    heard: list[str] = []
    scanner.scanned.connect(heard.append)
    return heard


@pytest.fixture
def keyboard(page: Page) -> Keyboard:
    return Keyboard(page)
