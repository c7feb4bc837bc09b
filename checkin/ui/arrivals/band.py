"""The band below the search field: the answer to the last act in its colour, or the heading of the list below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel
from checkin.ui.theme import VERDICT_LOOKS, Look, picture
from checkin.ui.whole_label import WholeLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.arrivals.told import Told
    from checkin.ui.arrivals.undo_button import DeskUndoButton
    from checkin.wording import Wording

_SIGN: QSize = QSize(34, 34)
_LARGER: Final = 1.25
_TALLEST: Final = 1.2
_TALLEST_TITLE: Final = 1.5


class AnswerBand(QFrame, Dressed):
    """The band above the list of delegates, which shows the answer to the last act in colour.

    While there is no answer, the band shows the heading of the list instead, so that the list does not move. Only an
    answer that needs more than two lines makes the band higher, because no word of it is ever cut.
    """

    def __init__(self, undo: DeskUndoButton, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._tell: Callable[[Wording], Told] | None = None
        self._heading: Words = _nothing
        self._rest: Callable[[Wording], Told] | None = None
        self._about = ""
        self._until_chosen = False
        self._fill = ""
        self._edge = ""
        self._least = 0
        self._signs = PlainLabel()
        self._title, self._detail = WholeLabel(), WholeLabel()
        for words in (self._title, self._detail):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        look.put_font(self._title, _LARGER, bold=True)
        self._undo = undo
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._title)
        lines.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._signs)
        row.addLayout(lines, 1)
        row.addWidget(self._undo)
        self._measure()
        self.show_quietly()
        look.language_changed.connect(self._label)
        look.colours_changed.connect(self._label)
        look.size_changed.connect(self._measure)

    def _measure(self) -> None:
        height = round(self._title.fontMetrics().height() * _TALLEST_TITLE) + self._line_of_detail
        self._least = max(height, _SIGN.height()) + 10
        self.updateGeometry()

    @property
    def _line_of_detail(self) -> int:
        """The height that is kept for one line of the detail, high enough for the tallest script."""
        return round(self._detail.fontMetrics().height() * _TALLEST)

    def minimumSizeHint(self) -> QSize:
        """The minimum size, which has room for an answer even while there is none, so that the list does not move."""
        return super().minimumSizeHint().expandedTo(QSize(0, self._least))

    def sizeHint(self) -> QSize:
        """The preferred size, which has room for an answer even while there is none."""
        return super().sizeHint().expandedTo(QSize(0, self._least))

    @property
    def text(self) -> str:
        """The title and the detail that the band shows, in one line of text."""
        return " · ".join(filter(None, (self._title.text(), self._detail.text())))

    @property
    def about(self) -> str:
        """The id of the delegate whom the answer is about; "" if there is no answer, or if it is about nobody alone."""
        return self._about

    @property
    def is_quiet(self) -> bool:
        """Whether the band shows only the heading of the list: no answer, and no words that nothing is recorded."""
        return not self._fill

    def choose(self, delegate: str) -> None:
        """Remove the answer if it no longer applies now that the delegate with this id, or nobody (""), is selected."""
        if (self._about and delegate != self._about) or (self._until_chosen and delegate):
            self.show_quietly()

    def show_answer(self, tell: Callable[[Wording], Told]) -> None:
        """Show an answer in its colours, and let a screen reader say it.

        `tell` gives the answer in the language of the `Wording` that it is called with.
        """
        self._tell = tell
        self._show_told(tell(self._say))
        announce(self, self.text, at_once=True)

    def show_again(self) -> None:
        """Write the answer again, because its facts have changed; if its text has changed, a screen reader says it."""
        former = self.text
        self._label()
        if self.text != former:
            announce(self, self.text)

    def show_quietly(self) -> None:
        """Remove the answer, and show the heading of the list instead, in the colours of the page.

        After `stop` was called, the words given to `stop` stand in place of the heading.
        """
        self._tell = None
        if self._rest is not None:
            self._show_told(self._rest(self._say))
            return
        self._fill = self._edge = self._about = ""
        self._until_chosen = False
        self._show(self._heading(self._say), "", self._colours.text)
        self._signs.hide()
        self._undo.setVisible(True)

    def stop(self, tell: Callable[[Wording], Told]) -> None:
        """From now on, while there is no answer to show, show that nothing is recorded; `tell` gives the words."""
        self._rest = tell
        self.show_quietly()
        announce(self, self.text, at_once=True)

    def go_on(self) -> None:
        """From now on, while there is no answer to show, show the heading of the list again."""
        self._rest = None
        if self._tell is None:
            self.show_quietly()

    def head(self, heading: Words) -> None:
        """Set the heading of the list, which the band shows while there is no answer."""
        self._heading = heading
        if self.is_quiet:
            self.show_quietly()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the answer beside the Undo button."""
        super().resizeEvent(event)
        self._undo.fit(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the band with the answer's colour, and paint a thick edge if the answer needs attention."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._edge:
            painter.setBrush(QColor(self._edge))
            painter.drawRoundedRect(self.rect(), 6, 6)
        painter.setBrush(QColor(self._fill or self._colours.alternate))
        width = 6 if self._edge else 0
        painter.drawRoundedRect(self.rect().adjusted(width, width, -width, -width), 6, 6)
        painter.end()

    def _label(self) -> None:
        if self._tell is not None:
            self._show_told(self._tell(self._say))
        else:
            self.show_quietly()

    def _show_told(self, told: Told) -> None:
        self._undo.setVisible(told.is_recorded)
        self._about, self._until_chosen = told.about, told.until_chosen
        self._fill = told.look.colour
        self._edge = VERDICT_LOOKS[Look.FLAGGED].colour if told.is_flagged else told.look.edge
        self._show(told.title, told.detail, told.look.text_colour)
        self._show_signs(told.look.signs + (("star",) if told.is_flagged else ()), told.look.text_colour)

    def _show(self, title: str, detail: str, colour: str) -> None:
        for label, text in ((self._title, title), (self._detail, detail)):
            label.setText(text)
            label.setStyleSheet(f"color: {colour}")
            label.setVisible(bool(text))
        self.setAccessibleName(self.text)
        self.update()

    def _show_signs(self, signs: tuple[str, ...], colour: str) -> None:
        side, ratio = _SIGN.height(), self.devicePixelRatioF()
        drawn = picture(signs[0], colour, side, ratio)
        if len(signs) > 1:
            both = drawn.scaled(drawn.width() * len(signs), drawn.height())
            both.fill(Qt.GlobalColor.transparent)
            painter = QPainter(both)
            for number, sign in enumerate(signs):
                painter.drawPixmap(number * side, 0, picture(sign, colour, side, ratio))
            painter.end()
            drawn = both
        self._signs.setPixmap(drawn)
        self._signs.show()


def _nothing(_say: Wording) -> str:
    return ""
