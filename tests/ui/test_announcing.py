"""What changes on the screen is said aloud where somebody listens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from checkin.ui.announcing import announce

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def _listener() -> Iterator[None]:
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was_active)


@pytest.mark.usefixtures("_listener")
@pytest.mark.parametrize("at_once", [False, True])
def test_an_announcement_troubles_nobody(qtbot: QtBot, *, at_once: bool) -> None:
    label = QLabel("WELCOME")
    qtbot.addWidget(label)

    announce(label, "WELCOME   SOK Sopheap", at_once=at_once)
    announce(label, "")
