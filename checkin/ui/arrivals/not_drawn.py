"""The notice that a delegate's badge cannot be printed: which characters no font has, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from checkin.desk.preview_badge import PreviewedBadge
    from checkin.ui.appearance import Appearance


class NotDrawnNotice(QFrame, Dressed):
    """A strip that warns the operator, before Enter is pressed, that the selected delegate's badge cannot be printed.

    Its button prints a badge with the Latin name alone, and is shown only if such a badge can be printed.
    """

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._badge: PreviewedBadge | None = None
        self._answer: QAction | None = None
        self.setProperty("tone", "strip")
        self._words = PlainLabel(wordWrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._button = QPushButton()
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()
        look.in_each_language(self._label)

    @property
    def text(self) -> str:
        """The sentence that is shown; "" while the badge can be printed."""
        return "" if self._badge is None else self._words.text()

    def offer(self, answer: QAction) -> None:
        """Set the action of the notice's button; the action prints a badge with the Latin name alone."""
        self._answer = answer
        self._button.clicked.connect(answer.trigger)
        self.show_for(None)

    def show_for(self, badge: PreviewedBadge | None) -> None:
        """Show the notice if `badge`, the badge of the selected delegate, cannot be printed; else hide the notice.

        `badge` is None if nobody is selected, or if the badge is not drawn yet.
        """
        is_new = badge != self._badge
        self._badge = badge if badge is not None and badge.not_drawn else None
        self._label()
        self.setVisible(self._badge is not None)
        if self._badge is not None and is_new:
            announce(self, self.text, at_once=True)

    def _label(self) -> None:
        say, badge, answer = self._say, self._badge, self._answer
        takes_latin = badge is not None and badge.takes_latin
        if badge is not None:
            what = say.not_drawn(badge.not_drawn)
            todo = "" if takes_latin else " " + say.text("Correct the name (Ctrl+E).")
            self._words.setText(say.text("This badge cannot be printed.") + f" {what}{todo}")
        self._button.setVisible(takes_latin)
        if answer is not None:
            self._button.setText(self._say.with_key(answer.text(), answer.shortcut().toString()))
            self._button.setAccessibleName(answer.text())
