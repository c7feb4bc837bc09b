"""The sessions of one day as blocks: rooms as columns, times from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from checkin.domain.clashes import clashes, clashes_of
from checkin.domain.rearranging import at_venue
from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.programme.block import line_height
from checkin.ui.programme.block_words import block_words
from checkin.ui.programme.blocks import Blocks
from checkin.ui.programme.day_keys import RELEASES, press
from checkin.ui.programme.day_layout import DayLayout, Grip, laid_out
from checkin.ui.programme.rulers import Canvas, Rooms, Times

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from checkin.domain.clashes import Clash
    from checkin.domain.programme import Event, Session
    from checkin.ui.appearance import Appearance
    from checkin.ui.programme.block import Block
    from checkin.ui.programme.block_words import BlockWords
    from checkin.ui.programme.geometry import Box
    from checkin.wording import Wording

_LETTERS: Final = 15
"""The least width of a column, in letters."""
_MINUTES_OF_LINE: Final = 13
"""A line of text is as high as this many minutes."""
_MORNING: Final = 8
"""The hour to which an empty day is scrolled."""
_KEYS_REST_MS: Final = 700
"""What keys have moved is recorded once no key has been pressed for so long, as one act."""


class DayView(QScrollArea, Dressed):
    """The sessions of one day as blocks, below the names of the rooms. The module `day_keys` handles the keys."""

    selected = Signal()
    """Emitted when another session is selected, or the selected one is being moved."""

    arranged = Signal(object)
    """Emitted with a `Session` that was moved or stretched, when the mouse button or the key is released."""

    opened = Signal()
    """Emitted when the operator wants to edit the selected session."""

    other_day_wanted = Signal(str)
    """Emitted with the code of a session of the day before whose mark was clicked."""

    dropped_on_day = Signal(object, object)
    """Emitted with a `Session`, as it is recorded, and the day on whose tab it was dropped."""

    def __init__(self, look: Appearance, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._look, self._now = look, now
        self._layout: DayLayout | None = None
        self._inside: Mapping[str, int] = {}
        self._named: Mapping[str, int] = {}
        self._draft: Session | None = None
        self._dragged: Session | None = None
        self._grip = Grip.WHOLE
        self.day_at: Callable[[QPoint], date | None] = lambda _place: None
        """Tells the day whose tab is at this place of the screen; None if there is no tab."""
        self.clashes: dict[str, tuple[Clash, ...]] = {}
        """The clashes of all sessions of the event that have any, by the session's code."""
        self.selection = ""
        """The code of the selected session; "" if none is selected."""
        self.canvas = Canvas(look)
        self._blocks = Blocks(look, self.canvas)
        self._blocks.pressed.connect(lambda code: self.select(code, takes_focus=True))
        self._blocks.dragged.connect(self._on_dragged)
        self._blocks.dropped.connect(self._on_dropped)
        self._blocks.opened.connect(self.opened)
        self._blocks.other_day_wanted.connect(self.other_day_wanted)
        self.rooms, self.times = Rooms(look, self), Times(look, self)
        self.setWidget(self.canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rest = QTimer(self, singleShot=True, interval=_KEYS_REST_MS)
        self._rest.timeout.connect(self.settle)
        self.horizontalScrollBar().valueChanged.connect(self.rooms.scroll_to)
        self.verticalScrollBar().valueChanged.connect(self.times.scroll_to)
        self.verticalScrollBar().valueChanged.connect(self._blocks.keep_titles_in_sight)
        look.size_changed.connect(self._on_size)

    # ---- what is shown

    @property
    def is_held(self) -> bool:
        """Whether a session is being moved, so that its move is not recorded yet."""
        return self._draft is not None

    @property
    def session(self) -> Session | None:
        """The selected session, as it is moved now; None if none is selected."""
        if self._draft is not None:
            return self._draft
        return self._layout.event.sessions.get(self.selection) if self._layout is not None else None

    @property
    def programme(self) -> Event | None:
        """The event of which a day is shown; None if no day is shown yet."""
        return self._layout.event if self._layout is not None else None

    @property
    def layout_of_day(self) -> DayLayout | None:
        """The positions of the day's sessions; None if no day is shown yet."""
        return self._layout

    def block(self, code: str) -> Block:
        """The block of the session with this code, which must be on the day that is shown."""
        return self._blocks[code]

    def show_day(self, event: Event, day: date, inside: Mapping[str, int]) -> None:
        """Show this day of the event; `inside` is the number of people in each session now.

        The selection stays if the session is on this day.
        """
        is_other_day = self._layout is None or day != self._layout.day
        self._inside, self.clashes = inside, clashes(event, inside)
        layout = self._laid_out(event, day)
        before, self._layout = self._layout, layout
        self._blocks.keep(layout)
        if self._draft is not None and self._draft.code not in self._blocks:
            self._draft = self._dragged = None
        if self.selection not in self._blocks:
            self.select("")
        self._put_layout(layout, before or layout)
        if is_other_day:
            self.scroll_to_first()

    def show_counts(self, inside: Mapping[str, int], named: Mapping[str, int]) -> None:
        """Show how many people are in each session now, and how many are named for it."""
        if self._layout is not None and (inside, named) != (self._inside, self._named):
            self._named = named
            self._inside, self.clashes = inside, clashes(self._layout.event, inside)
            self._put_all(self._layout)

    def select(self, code: str, *, takes_focus: bool = False) -> None:
        """Select the session with this code, or none if it is ""; a move by keys is recorded before."""
        if code != self.selection:
            self.settle()
        was, self.selection = self.selection, code if code in self._blocks else ""
        for each in {was, self.selection}:
            if each in self._blocks:
                self._blocks[each].select(is_selected=each == self.selection)
        self.keep_in_sight()
        if self.selection and takes_focus:
            self._blocks[self.selection].setFocus(Qt.FocusReason.OtherFocusReason)
        if was != self.selection:
            self.selected.emit()

    # ---- moving

    def settle(self) -> None:
        """End the move of a session by keys, so that it is recorded; nothing happens if none was moved."""
        self._rest.stop()
        draft, self._draft, self._dragged = self._draft, None, None
        if draft is not None and self._layout is not None:
            if draft != self._layout.event.sessions.get(draft.code):
                self.arranged.emit(draft)
            else:
                self.lay_out()

    def give_back(self) -> None:
        """Put the session that is being moved back to where it was."""
        self._rest.stop()
        if self._draft is not None:
            self._blocks[self._draft.code].let_go()
        self._draft = self._dragged = None
        if self._layout is not None:
            self.clashes = clashes(self._layout.event, self._inside)
        self.lay_out()
        self.selected.emit()

    def _arrange(self, session: Session) -> None:
        """Show the session as it would be, with its clashes, until it is let go."""
        if self._layout is None or session == self.session:
            return
        self._draft = session
        self._put_draft(self._layout, session)
        self.ensureWidgetVisible(self._blocks[session.code], 0, 0)
        self.selected.emit()

    def _on_dragged(self, code: str, grip: Grip, way: QPoint) -> None:
        if self._layout is None or code not in self._layout.event.sessions:
            return
        if self._dragged is None:
            self._dragged = self._layout.event.sessions[code]
        self._grip = grip
        self._arrange(self._layout.dragged(self._dragged, grip, way.x(), way.y()))

    def _on_dropped(self, place: QPoint) -> None:
        """Record where the session was dropped; one that was dropped on the tab of a day moves to that day."""
        session, day = self._dragged, self.day_at(place) if self._grip is Grip.WHOLE else None
        if session is None or day is None:
            self.settle()
            return
        self.give_back()
        self.dropped_on_day.emit(session, day)

    def arrange_by_key(self, session: Session) -> None:
        """Show the session as keys have moved it; a pause, or the release of Ctrl or Shift, records the move."""
        self._arrange(session)
        self._rest.start()
        block = self._blocks[session.code]
        if block.words is not None and self.programme is not None:
            room = self._say.local(self.programme.room_of(session))
            announce(block, _place_in_words(block.words, room), at_once=True)

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the arrow keys, Enter, and Esc while a session is being moved (see `day_keys`)."""
        if not press(self, event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Record what was moved once Ctrl or Shift is released."""
        if event.key() in RELEASES and not event.isAutoRepeat() and self._rest.isActive():
            self.settle()
        event.ignore()

    def choose(self, columns: int, steps: int) -> None:
        """Select the next session in this direction; if none is selected, the one with which the day begins."""
        self.settle()
        if self._layout is None or not self._layout.sessions:
            return
        now = self.session
        following = (
            self._layout.first(self._now()) if now is None else self._layout.beside(now, columns, steps)
        )
        if following is not None:
            self.select(following.code, takes_focus=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the selected session, or to the first of the day."""
        super().focusInEvent(event)
        if self.selection:
            self._blocks[self.selection].setFocus(event.reason())
        else:
            self.choose(0, 1)

    # ---- laying out

    def minimumSizeHint(self) -> QSize:
        """The least size: a column and a few lines."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 2 * _LETTERS, metrics.height() * 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the rooms anew."""
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Put everything in its place, and write all texts in the window's language."""
        if self._layout is None:
            return
        layout = self._laid_out(self._layout.event, self._layout.day)
        # Only now, for a change of the margins above has Qt lay out everything once more.
        before, self._layout = self._layout, layout
        self._put_layout(layout, before)

    def _put_layout(self, layout: DayLayout, before: DayLayout) -> None:
        """Put everything where this layout says; the time that was at the upper edge `before` stays there."""
        event, bar = layout.event, self.verticalScrollBar()
        at = round(bar.value() * layout.scale.dots / before.scale.dots)
        self.canvas.show_scale(layout.scale, layout.wide, len(layout.rooms))
        self.rooms.show_rooms(_names_of_rooms(layout, self._say), layout.wide)
        self.times.show_scale(layout.scale, event.zone)
        bar.setValue(at)
        self._put_all(layout)

    def _laid_out(self, event: Event, day: date) -> DayLayout:
        metrics = self.fontMetrics()
        least = metrics.averageCharWidth() * _LETTERS
        left, top = self.times.wanted_width(), line_height(metrics) + 8
        self.setViewportMargins(left, top, 0, 0)
        self.rooms.setGeometry(left, 0, self.viewport().width(), top)
        self.times.setGeometry(0, top, left, self.viewport().height())
        return laid_out(event, day, self.viewport().width(), least, line_height(metrics) / _MINUTES_OF_LINE)

    def _put_all(self, layout: DayLayout) -> None:
        """Put each block and mark in its place, and write its texts."""
        self._blocks.put_marks(layout)
        for session in layout.sessions:
            if self._draft is not None and session.code == self._draft.code:
                self._put_draft(layout, self._draft)
            else:
                self._put(layout, session, layout.box(session))

    def _put_draft(self, layout: DayLayout, draft: Session) -> None:
        self.clashes[draft.code] = clashes_of(layout.event, draft, self._inside)
        self._put(layout, draft, layout.box_alone(draft))

    def _put(self, layout: DayLayout, session: Session, box: Box) -> None:
        code = session.code
        inside, named = self._inside.get(code, 0), self._named.get(code, 0)
        words = block_words(self._say, layout.event, session, inside, self.clashes.get(code, ()), named)
        self._blocks.put(code, box, self.verticalScrollBar().value(), words)

    def scroll_to_first(self) -> None:
        """Scroll to the session to show first (on an empty day to the morning), and then to the selected session."""
        if self._layout is None:
            return
        begin = _begin_of(self._layout, self._now())
        above = line_height(self.fontMetrics())
        self.verticalScrollBar().setValue(self._layout.scale.y_of(begin) - above)
        self.keep_in_sight()

    @property
    def minute(self) -> int:
        """The minute of the day at the upper edge, which is the same at every size of the texts."""
        at = self.verticalScrollBar().value()
        return round(at / self._layout.scale.dots) if self._layout is not None else 0

    def scroll_to_minute(self, minute: int) -> None:
        """Scroll so that this minute of the day is at the upper edge, and the selected session in sight."""
        if self._layout is not None:
            self.verticalScrollBar().setValue(round(minute * self._layout.scale.dots))
        self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Scroll as little as needed to bring the selected session into sight; nothing happens without one."""
        if self.selection:
            self.ensureWidgetVisible(self._blocks[self.selection], 0, 0)

    def _on_size(self) -> None:
        self.lay_out()
        self.keep_in_sight()


def _begin_of(layout: DayLayout, now: datetime) -> datetime:
    """When the day begins for the organiser: with its first session, without any in the morning."""
    first = layout.first(now)
    return first.start if first is not None else at_venue(layout.event, layout.day, _MORNING)


def _names_of_rooms(layout: DayLayout, say: Wording) -> list[str]:
    """The names above the columns."""
    rooms = layout.event.rooms
    names = [say.local(rooms[str(room)].name if str(room) in rooms else room) for room in layout.rooms]
    return [name or say.text("no room") for name in names]


def _place_in_words(words: BlockWords, room: str) -> str:
    """What a screen reader says of a session that was moved: its times, its room and its clashes."""
    return ", ".join(filter(None, (words.time, room, *words.clashes)))
