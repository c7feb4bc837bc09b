"""The strip of recent answers at a door, with the time, the sign, the person and the verdict of each."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.door.shown import shown
from checkin.ui.door.signs import side_by_side
from checkin.ui.elided import ElidedLabel
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance
    from checkin.ui.door.shown import Shown
    from checkin.ui.theme import Colours

_MOST: Final = 8
_SIGN: Final = 26
_GAP: Final = 16
_AIR: Final = 2
_LETTERS: Final = 30
"""The largest width of an answer's second line, in letters; the first line, with the name, is as wide as it needs."""


class RecentAnswers(QWidget, Dressed):
    """The strip of the last answers, the newest first, as many as there is room for."""

    def __init__(self, file: EventFile, look: Appearance, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._file = file
        self._now = now
        self._day: date | None = None
        self._hides_names = False
        self._look = look
        self._answers: deque[Shown] = deque(maxlen=_MOST)
        self._undone: frozenset[str] = frozenset()
        self._items = [_Item(look) for _ in range(_MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for item in self._items:
            row.addWidget(item)
        row.addStretch(1)
        # The items ask for no width, or the window could not become narrower than all of them together.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.in_each_language(self._label)
        look.colours_changed.connect(self._refresh)
        look.size_changed.connect(self._refresh)

    @property
    def answers(self) -> tuple[Shown, ...]:
        """The answers that the strip remembers, the newest first."""
        return tuple(self._answers)

    def add(self, shown: Shown) -> None:
        """Add the newest answer, in front of the others."""
        self._answers.appendleft(shown)
        self._refresh()

    def mark_undone(self, acts: frozenset[str]) -> None:
        """Show as undone, without their colours, exactly the answers that were recorded in the acts with these ids."""
        if acts != self._undone:
            self._undone = acts
            self._refresh()

    def hide_names(self, *, are_hidden: bool) -> None:
        """If `are_hidden`, show no name with an answer that was undone, or that guests see only in discreet words."""
        self._hides_names = are_hidden
        self._refresh()

    def tick(self) -> None:
        """Add the day to the times of the answers as soon as a new day has begun."""
        if self._file.known_event.day_of(self._now()) != self._day:
            self._refresh()

    def sizeHint(self) -> QSize:
        """The preferred size: even while there is no answer, as high as one, so that the panel above does not move."""
        return QSize(0, self._items[0].sizeHint().height())

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
        event, now = self._file.known_event, self._now()
        self._day = event.day_of(now)
        left, has_room = self.width(), True
        for number, item in enumerate(self._items):
            if number < len(self._answers):
                self._show_in(item, self._answers[number], now)
                is_first = number == 0
                has_room = has_room and (is_first or item.wanted() <= left)
                item.setFixedWidth(max(min(item.wanted(), left), 0))
                left -= item.wanted() + _GAP
                item.setVisible(has_room)
            else:
                item.hide()

    def _show_in(self, item: _Item, shown: Shown, now: datetime) -> None:
        is_undone = shown.answer.act in self._undone
        is_named = not (self._hides_names and (shown.is_discreet or is_undone))
        time = self._say.when(shown.answer.at, now, self._file.known_event.zone)
        item.show_answer(shown, time, is_named=is_named)
        if is_undone:
            item.strike(self._say.text("UNDONE"), self._colours)


class _Item(QFrame):
    """One answer in the strip."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._sign = PlainLabel()
        self._sign.setFixedHeight(_SIGN + 10)
        self._sign.setContentsMargins(5, 0, 5, 0)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._who, self._what = ElidedLabel(), ElidedLabel()
        look.put_font(self._who, 1.0, bold=True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._who)
        texts.addWidget(self._what)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._sign)
        self._row.addLayout(texts, stretch=1)

    def wanted(self) -> int:
        """The width in which the whole name has room, and as much of the second line as is wanted."""
        metrics = self._what.fontMetrics()
        most = metrics.averageCharWidth() * _LETTERS
        who = self._who.fontMetrics().horizontalAdvance(self._who.text)
        what = min(metrics.horizontalAdvance(self._what.text), most)
        return self._sign.sizeHint().width() + self._row.spacing() + max(who, what) + _AIR

    def show_answer(self, shown: Shown, time: str, *, is_named: bool) -> None:
        """Show this answer, which was given at this time, with the name of the person or only with the verdict."""
        style = shown.style
        self._sign.setPixmap(side_by_side(style.signs, style.text_colour, _SIGN, self.devicePixelRatioF()))
        self._sign.setStyleSheet(f"background: {style.colour}; border-radius: 6px;")
        if not is_named:
            self._who.setText(time)
            self._what.setText(shown.words.title)
            return
        self._who.setText(f"{time}  {shown.short_name or shown.words.title}")
        detail = shown.words.title if shown.name else shown.answer.text
        self._what.setText(f"{detail} · {shown.words.sentence}" if shown.words.sentence else detail)

    def strike(self, word: str, colours: Colours) -> None:
        """Mark the answer as undone: replace its colour and sign by the sign of Undo, and show this word."""
        self._sign.setPixmap(side_by_side(("undo-2",), colours.muted, _SIGN, self.devicePixelRatioF()))
        self._sign.setStyleSheet(f"border: 1px solid {colours.muted}; border-radius: 6px;")
        self._what.setText(word)
