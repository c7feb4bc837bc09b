"""A row that shows the work on a list while the work is running, with a button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from checkin.ui.plain import PlainLabel
from checkin.ui.rows import row

if TYPE_CHECKING:
    from checkin.tasks import Progress
    from checkin.ui.appearance import Words
    from checkin.wording import Wording


class WorkRow(QWidget):
    """The words for the running work, its progress, and the Stop button."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar(textVisible=False)
        self._doing = PlainLabel()
        self.stop_button = QPushButton()
        self.setLayout(row(self._doing, (self._bar, 1), self.stop_button))

    def label(self, say: Wording) -> None:
        """Write the words that stay the same in this language."""
        self._bar.setAccessibleName(say.text("Progress"))
        self.stop_button.setText(say.text("Stop"))

    def show_work(self, doing: Words | None, say: Wording, *, is_busy: bool) -> None:
        """Show what is being done, and hide the row if nothing is."""
        self._doing.setText(doing(say) if doing is not None else "")
        self.setVisible(is_busy)
        self.stop_button.setEnabled(is_busy)

    def show_begun(self) -> None:
        """Show that work has begun whose size is not known yet."""
        self._bar.setRange(0, 0)

    def show_progress(self, progress: Progress) -> None:
        """Show how much of the work is done."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
