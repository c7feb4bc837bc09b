"""The computer is kept awake through a real message bus, on which a session answers, refuses or is not there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection

from checkin.ui.awake import Awake
from checkin.ui.footer import Footer
from checkin.ui.lamp import Lamp
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_NAME = "org.freedesktop.ScreenSaver"

needs_bus = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-run-session") is None,
    reason="there is no D-Bus on this computer, so nobody could promise to stay awake",
)


@ClassInfo({"D-Bus Interface": _NAME})
class Session(QObject):
    """A desktop session that promises to stay awake and counts for whom."""

    asked: tuple[str, ...] = ()

    @Slot(str, str, result="uint")
    def Inhibit(self, program: str, why: str) -> int:
        self.asked += (program, why)
        return 7


def tell_what_is_promised(*, is_there: bool) -> None:
    """Ask on this process's session bus, where a session is there or not, and print the answer."""
    app = QCoreApplication([])
    session, bus = Session(), QDBusConnection.sessionBus()
    if is_there:
        bus.registerObject(
            "/org/freedesktop/ScreenSaver", session, QDBusConnection.RegisterOption.ExportAllSlots
        )
        assert bus.registerService(_NAME)
    awake = Awake()

    def tell(is_promised: bool) -> None:  # noqa: FBT001 - a listener
        sys.stdout.write(f"{is_promised} {session.asked[:1]}\n")
        awake.let_go()
        awake.let_go()
        QTimer.singleShot(0, app.quit)

    awake.told.connect(tell)
    awake.keep()
    app.exec()


@needs_bus
@pytest.mark.parametrize(
    ("is_there", "told"),
    [(True, "True ('checkin',)"), (False, "False ()")],
    ids=["promised", "nobody answers"],
)
def test_the_session_is_asked_and_its_answer_is_told(*, is_there: bool, told: str) -> None:
    work = f"from tests.ui.test_awake import *; tell_what_is_promised(is_there={is_there})"
    answer = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", work],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert answer.stdout.strip() == told, answer.stderr


def test_the_footer_warns_while_nobody_has_promised(qtbot: QtBot) -> None:
    footer = Footer(a_look())
    qtbot.addWidget(footer)
    footer.show()
    lamp = footer.findChildren(Lamp)[3]
    before = lamp.isVisible()
    footer.show_awake(is_promised=False)

    assert not before
    assert lamp.isVisible()
    assert lamp.text() == "Screen: may lock by itself"
    footer.show_awake(is_promised=True)
    assert not lamp.isVisible()
