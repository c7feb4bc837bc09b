"""The bottom row of the door page: the counter, whether the sound is off, the hint on keys, and the Undo button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from checkin.ui.appearance import Appearance
    from checkin.ui.door.counter import DoorCounter
    from checkin.ui.door.undo_button import UndoButton
    from checkin.ui.sounds import Sounds

_GAP: Final = 24


class DoorFoot(QWidget, Dressed):
    """The bottom row of the door page: the number of persons inside, a hint on keys, and the Undo button.

    On a narrow page the hint on keys is hidden, to leave room for the other parts. On a low page the numbers are
    smaller, and the Undo button takes all the width that is left, to have few lines.
    """

    def __init__(self, counter: DoorCounter, undo: UndoButton, sounds: Sounds, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._sounds = sounds
        self._counter, self._undo = counter, undo
        self._is_wide, self._is_low, self._is_of_panel, self._admits = True, False, True, False
        self._is_exit = False
        self.mute, self._hint = PlainLabel(), PlainLabel()
        self._hint.setProperty("tone", "muted")
        self.mute.setProperty("tone", "warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(counter)
        row.addStretch(1)
        for widget in (self.mute, self._hint, undo):
            row.addWidget(widget)
        look.in_each_language(self._label)
        sounds.muted_changed.connect(self._label)

    def fit(self, *, is_wide: bool, is_low: bool) -> None:
        """Fit the row to the page: a hint on keys is shown only if it `is_wide`, and the row is low if it `is_low`."""
        self._is_wide, self._is_low = is_wide, is_low
        self._counter.fit(is_low=is_low)
        self._label()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text of the Undo button to the new width."""
        super().resizeEvent(event)
        self._fit_undo()

    def _fit_undo(self) -> None:
        beside = self._counter.sizeHint().width() + self.mute.sizeHint().width() + 3 * _GAP
        self._undo.fit(self.width() - beside if self._is_low else None, is_wide=self._is_wide)

    def show_hint(self, *, is_shown: bool) -> None:
        """Show the hint on keys, or hide it while the page does not show the verdict, which these keys are for."""
        self._is_of_panel = is_shown
        self._label()

    def tell_admits(self, admits: bool) -> None:  # noqa: FBT001 - as the signal tells it
        """Set whether the keys 1 to 4 admit somebody now, so that the hint names them."""
        self._admits = admits
        self._label()

    def stand_at(self, *, is_exit: bool) -> None:
        """Set whether the door is an exit; the hint then names no key that lets somebody in."""
        if self._is_exit is not is_exit:
            self._is_exit = is_exit
            self._label()

    def _label(self) -> None:
        say = self._say
        self._hint.setVisible(self._is_wide and self._is_of_panel)
        if self._is_exit:
            self._hint.setText(say.text("Ctrl+F types a code · Esc done · F12 sound"))
        elif self._admits:
            self._hint.setText(say.text("Letters find a name · 1–4 admit · Esc done · F12 sound"))
        else:
            self._hint.setText(say.text("Letters find a name · Esc done · F12 sound"))
        self.mute.setText(say.text("Sound is off (F12)") if self._sounds.is_muted else "")
        self._fit_undo()
