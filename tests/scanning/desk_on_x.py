"""A desk in small for the test on a real X server: tells what it hears, a JSON array on each line."""

from __future__ import annotations

import json
import sys

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from checkin.scanning import WedgeScanner, expect_scans


def tell(what: str, value: object) -> None:
    """Write one line, at once."""
    sys.stdout.write(json.dumps([what, value]) + "\n")
    sys.stdout.flush()


def tell_and_clear(what: str, value: object, search: QLineEdit) -> None:
    """Tell it, and be ready for the next."""
    tell(what, value)
    search.clear()


def main() -> None:
    """Show a search field whose Enter is a shortcut, and run until the test ends the process."""
    app = QApplication([])
    window, search = QWidget(), QLineEdit()
    expect_scans(search)
    QVBoxLayout(window).addWidget(search)
    for key in ("Return", "Enter"):
        QShortcut(
            QKeySequence(key), window, activated=lambda: tell_and_clear("main action", search.text(), search)
        )
    scanner = WedgeScanner(app)
    scanner.scanned.connect(lambda text: tell_and_clear("scanned", [text, search.text()], search))
    scanner.start()
    app.focusWindowChanged.connect(lambda window: window and tell("focus", None))
    window.show()
    tell("window", int(window.winId()))
    app.exec()


if __name__ == "__main__":
    main()
