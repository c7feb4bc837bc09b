"""Take the README's picture: the program opens the demo, types three letters, and photographs its own window.

python -m tests.ui.take_screenshot resources/manual/arrivals.png
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from checkin import settings
from checkin.app import Program
from checkin.desk.demo import make_demo

_SIZE = (1240, 780)


def main(picture: Path) -> None:
    """Write the picture; the demo and its settings are thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHECKIN_HOME"] = folder
        app = QApplication([])
        here = settings.load()
        os.chdir(folder)  # so that no path of this computer is in the picture
        settings.save(settings.Settings(here.desk_id, "Desk 2", "Bopha", pdf_folder="Badges", language="en"))
        program = Program(app, settings.load())
        program.window.resize(*_SIZE)
        program.show(make_demo(Path(folder), datetime.now(UTC)))
        QTimer.singleShot(2500, lambda: _type(program, "sok"))
        QTimer.singleShot(4500, lambda: _take(program, picture))
        app.exec()


def _type(program: Program, text: str) -> None:
    field = program.window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, text)


def _take(program: Program, picture: Path) -> None:
    picture.parent.mkdir(parents=True, exist_ok=True)
    program.window.grab().save(str(picture))
    QApplication.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
