"""The program on a real event file, which tells each reading; a line on its input asks what the window shows.

It writes a JSON array on each line: what is told, and a value.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from checkin import settings
from checkin.app import Program
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.door.door_page import DoorPage

if TYPE_CHECKING:
    from collections.abc import Callable


def tell(what: str, value: object) -> None:
    """Write one line, at once."""
    sys.stdout.write(json.dumps([what, value]) + "\n")
    sys.stdout.flush()


class Asked(QObject):
    """Tells in the window's thread that a line came in."""

    line = Signal()

    def listen(self) -> None:
        """Wait for lines, until the input ends."""
        for _ in sys.stdin:
            self.line.emit()


def state(program: Program) -> dict[str, object]:
    """What the window shows of readings and typing."""
    page = program.window.page
    pages: dict[type, Callable[[], dict[str, object]]] = {
        ArrivalsPage: lambda: {
            "field": page.finder.search.text(),  # type: ignore[union-attr]
            "band": "" if page.band.is_quiet else page.band.text,  # type: ignore[union-attr]
            "found": [each.delegate.name for each in page.finder.results.found],  # type: ignore[union-attr]
        },
        DoorPage: lambda: {
            "field": page.controls.code.text(),  # type: ignore[union-attr]
            "title": page.answering.shown.words.title if page.answering.shown else "",  # type: ignore[union-attr]
            "read": page.answering.shown.answer.text if page.answering.shown else "",  # type: ignore[union-attr]
        },
    }
    known = pages[type(page)]() if type(page) in pages else {}
    return {"page": type(page).__name__, "is_busy": program.tasks.prompt.is_busy, **known}


def main(event: Path) -> None:
    """Open the event and run until the test ends the process."""
    app = QApplication([])
    program = Program(app, settings.load(), "Bopha")
    program.scanners.scanned.connect(lambda text: tell("scanned", text))
    app.focusWindowChanged.connect(lambda window: window and tell("focus", None))
    asked = Asked()
    asked.line.connect(lambda: tell("state", state(program)))
    program.show(event)
    tell("window", int(program.window.winId()))
    threading.Thread(target=asked.listen, daemon=True).start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
