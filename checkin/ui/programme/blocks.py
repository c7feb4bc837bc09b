"""The blocks of a day's sessions on the canvas, and the marks of the sessions of the day before that still go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from checkin.ui.programme.block import Block
from checkin.ui.programme.going_on import GoingOn

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from checkin.ui.appearance import Appearance
    from checkin.ui.programme.block_words import BlockWords
    from checkin.ui.programme.day_layout import DayLayout
    from checkin.ui.programme.geometry import Box


class Blocks(QObject):
    """The blocks of the sessions of the shown day, and the marks of sessions that go on from the day before."""

    pressed = Signal(str)
    """Emitted with the code of a session whose block was pressed."""

    dragged = Signal(str, object, QPoint)
    """Emitted with a session's code, the `Grip` by which its block is dragged, and the distance dragged so far."""

    dropped = Signal(QPoint)
    """Emitted with the place on the screen at which a block was released."""

    opened = Signal()
    """Emitted when a block was clicked twice."""

    other_day_wanted = Signal(str)
    """Emitted with the code of a session of the day before whose mark was clicked."""

    def __init__(self, look: Appearance, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._look, self._canvas = look, canvas
        self._blocks: dict[str, Block] = {}
        self._marks: dict[str, GoingOn] = {}

    def __contains__(self, code: object) -> bool:
        """Whether the session with this code has a block."""
        return code in self._blocks

    def __getitem__(self, code: str) -> Block:
        """The block of the session with this code, which must have one."""
        return self._blocks[code]

    def keep(self, layout: DayLayout) -> None:
        """Make a block or mark for each session of this layout, and delete all others."""
        here = {session.code for session in layout.sessions}
        for code in set(self._blocks) - here:
            self._blocks.pop(code).deleteLater()
        for code in here - set(self._blocks):
            self._blocks[code] = self._new_block(code)
        going_on = {session.code for session in layout.going_on}
        for code in set(self._marks) - going_on:
            gone = self._marks.pop(code)
            gone.hide()  # for the day is painted before Qt deletes the mark
            gone.deleteLater()
        for code in going_on - set(self._marks):
            self._marks[code] = self._new_mark(code)

    def put_marks(self, layout: DayLayout) -> None:
        """Put each mark in its place, and write its texts."""
        for session in layout.going_on:
            _put(self._marks[session.code], layout.box(session))
            self._marks[session.code].show_session(layout.event, session)

    def put(self, code: str, box: Box, upper_edge: int, words: BlockWords) -> None:
        """Put the block of the session `code` into this box, with these texts.

        `upper_edge` is the y coordinate on the canvas at which the part in sight begins, in dots.
        """
        block = self._blocks[code]
        _put(block, box)
        block.show_from(upper_edge - box.top)
        block.show_words(words)

    def keep_titles_in_sight(self, upper_edge: int) -> None:
        """Move the title of each block into the part of the canvas in sight, which begins at `upper_edge` (dots)."""
        for block in self._blocks.values():
            block.show_from(upper_edge - block.y())

    def _new_block(self, code: str) -> Block:
        block = Block(code, self._look, self._canvas)
        block.pressed.connect(lambda: self.pressed.emit(code))
        block.dragged.connect(lambda grip, way: self.dragged.emit(code, grip, way))
        block.dropped.connect(self.dropped)
        block.opened.connect(self.opened)
        block.show()
        return block

    def _new_mark(self, code: str) -> GoingOn:
        mark = GoingOn(code, self._look, self._canvas)
        mark.wanted.connect(self.other_day_wanted)
        mark.show()
        mark.lower()
        return mark


def _put(widget: QWidget, box: Box) -> None:
    widget.setGeometry(box.left, box.top, box.width, max(box.height, 1))
