"""The strip of recent answers at a door, with the time, the sign, the person and the verdict of each."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.door.shown import shown
from checkin.ui.elided import ElidedLabel
from checkin.ui.plain import PlainLabel
from checkin.ui.theme import picture

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance
    from checkin.ui.door.shown import Shown
    from checkin.ui.theme import Colours

_MOST: Final = 8
_NARROWEST: Final = 210
_SIGN: Final = 26


class RecentAnswers(QWidget, Dressed):
    """The strip of the last answers, the newest first, as many as there is room for."""

    def __init__(self, file: EventFile, look: Appearance) -> None:
        super().__init__()
        self._file = file
        self._look = look
        self._answers: deque[Shown] = deque(maxlen=_MOST)
        self._undone: frozenset[str] = frozenset()
        self._items = [_Item() for _ in range(_MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for item in self._items:
            row.addWidget(item, stretch=1)
        # The items ask for no width, or the window could not become narrower than all of them together.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.in_each_language(self._label)
        look.colours_changed.connect(self._refresh)

    @property
    def answers(self) -> tuple[Shown, ...]:
        """The answers that the strip remembers, the newest first."""
        return tuple(self._answers)

    def add(self, shown: Shown) -> None:
        """Add the newest answer, in front of the others."""
        self._answers.appendleft(shown)
        self._refresh()

    def mark_undone(self, acts: frozenset[str]) -> None:
        """Show the answers of these acts (ids), and no others, as undone.

        These answers lose their colour, so that nobody takes them for valid verdicts.
        """
        if acts != self._undone:
            self._undone = acts
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many answers as fit into the new width."""
        super().resizeEvent(event)
        self._refresh()

    def _label(self) -> None:
        self.setAccessibleName(self._say.text("Recent answers"))
        event = self._file.known_event
        again = [shown(each.answer, event, self._say) for each in self._answers]
        self._answers = deque(again, maxlen=_MOST)
        self._refresh()

    def _refresh(self) -> None:
        room = max(self.width() // _NARROWEST, 1)
        for number, item in enumerate(self._items):
            item.setVisible(number < room)
            shown = self._answers[number] if number < len(self._answers) else None
            item.show_answer(shown)
            if shown is not None and shown.answer.act in self._undone:
                item.strike(self._say.text("UNDONE"), self._colours)


class _Item(QFrame):
    """One answer in the strip."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = PlainLabel()
        self._sign.setFixedHeight(_SIGN + 10)
        self._sign.setContentsMargins(5, 0, 5, 0)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._who, self._what = ElidedLabel(), ElidedLabel()
        font = self._who.font()
        font.setBold(True)
        self._who.setFont(font)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._who)
        texts.addWidget(self._what)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sign)
        row.addLayout(texts, stretch=1)

    def show_answer(self, shown: Shown | None) -> None:
        """Show this answer. If it is None, leave the place empty."""
        self._sign.setVisible(shown is not None)
        if shown is None:
            self._who.setText("")
            self._what.setText("")
            return
        style = shown.style
        self._sign.setPixmap(self._signs(style.signs, style.text_colour))
        self._sign.setStyleSheet(f"background: {style.colour}; border-radius: 6px;")
        self._who.setText(f"{shown.time}  {shown.short_name or shown.words.title}")
        detail = shown.words.title if shown.name else shown.answer.text
        self._what.setText(f"{detail} · {shown.words.sentence}" if shown.words.sentence else detail)

    def strike(self, word: str, colours: Colours) -> None:
        """Mark the answer as undone: replace its colour and sign by the sign of Undo, and show this word."""
        self._sign.setPixmap(self._signs(("undo-2",), colours.muted))
        self._sign.setStyleSheet(f"border: 1px solid {colours.muted}; border-radius: 6px;")
        self._what.setText(word)

    def _signs(self, names: tuple[str, ...], colour: str) -> QPixmap:
        """A picture of these signs side by side; the panel shows the same signs one below the other."""
        ratio = self.devicePixelRatioF()
        both = QPixmap(round(_SIGN * len(names) * ratio), round(_SIGN * ratio))
        both.setDevicePixelRatio(ratio)
        both.fill(Qt.GlobalColor.transparent)
        painter = QPainter(both)
        for number, name in enumerate(names):
            painter.drawPixmap(number * _SIGN, 0, picture(name, colour, _SIGN, ratio))
        painter.end()
        return both
