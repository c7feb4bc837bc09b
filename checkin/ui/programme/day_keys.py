"""The keys on a day of the programme: they select a session, move the session, or change the session's end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from checkin.domain.rearranging import STEP, ended_at

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from checkin.ui.programme.day_view import DayView

_DIRECTIONS: Final = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_HELD: Final = _CTRL | _SHIFT | Qt.KeyboardModifier.AltModifier
RELEASES: Final = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift})
"""The keys that end a move by keys: when one of them is released, the move is recorded."""


def press(view: DayView, event: QKeyEvent) -> bool:
    """Do what the pressed key means on the shown day; return whether the key has a meaning.

    Arrow keys alone only select another session, so that a key pressed by chance does not change the programme. With
    Ctrl, they move the session by five minutes or into another room. With Shift, they move the session's end.
    """
    held, key = event.modifiers() & _HELD, Qt.Key(event.key())
    if key in _DIRECTIONS and _press_arrow(view, held, *_DIRECTIONS[key]):
        return True
    if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held and view.selection:
        view.settle()
        view.opened.emit()
        return True
    if key == Qt.Key.Key_Escape and view.is_held:
        view.give_back()
        return True
    return False


def _press_arrow(view: DayView, held: Qt.KeyboardModifier, columns: int, steps: int) -> bool:
    """Do what the arrow key in this direction means; whether the key means something."""
    session, layout = view.session, view.layout_of_day
    if layout is None:
        return False
    if not held:
        view.choose(columns, steps)
    elif held == _CTRL and session is not None:
        view.arrange_by_key(layout.moved(session, columns, steps))
    elif held == _SHIFT and session is not None and steps:
        view.arrange_by_key(ended_at(session, session.end + STEP * steps))
    else:
        return False
    return True
