"""The strip that says that a report was saved or a table copied, with a button that opens the folder of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.elided import ElidedLabel
from checkin.ui.plain import PlainLabel
from checkin.ui.table_view import rows_copied

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.ui.appearance import Appearance, Words


class SavedStrip(QWidget, Dressed):
    """The strip that says which report file was saved, or how many rows were copied; at first it is hidden.

    `keep_for` hides the strip once the page shows something else than what was saved or copied.
    """

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._words: Words = lambda _say: ""
        self._path: Path | None = None
        self._about: object = None
        sign = PlainLabel()
        look.put_icon(sign, "check", "good")
        self._text = ElidedLabel()
        self.open_button = QPushButton()
        self.open_button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(sign)
        row.addWidget(self._text, 1)
        row.addWidget(self.open_button)
        self.hide()
        look.in_each_language(self._label)

    @property
    def text(self) -> str:
        """The text that the strip shows; "" while the strip is hidden."""
        return self._text.text if not self.isHidden() else ""

    def show_saved(self, path: Path, rows: int | None, about: object) -> None:
        """Show the path of the report file and its number of rows, and have a screen reader say the same.

        `rows` is None for a file in which rows are not counted.

        `about` is what the page shows now, a value to compare with: the report, the session and the filter.
        """
        self._path = path
        self._show(
            lambda say: (
                str(path)
                if rows is None
                else say.many("{file}: {count} row", "{file}: {count} rows", rows, file=str(path))
            ),
            about,
        )

    def show_copied(self, rows: int, about: object) -> None:
        """Show how many rows were copied to the clipboard, and have a screen reader say the same.

        `about` has the same meaning as in `show_saved`.
        """
        self._path = None
        self._show(rows_copied(rows), about)

    def _show(self, words: Words, about: object) -> None:
        self._words, self._about = words, about
        self._label()
        self.open_button.setVisible(self._path is not None)
        self.show()
        announce(self, self._text.text)

    def keep_for(self, about: object) -> None:
        """Hide the strip if the page now shows something else: `about` is another value than when it was shown."""
        if about != self._about:
            self.hide()

    def _label(self) -> None:
        self.open_button.setText(self._say.text("Open folder"))
        self._text.setText(self._words(self._say))

    def _open(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
