"""The verdicts that the operator has not yet seen to, kept in the operator's line while other guests come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton

from checkin.ui.appearance import Dressed
from checkin.ui.door.shown import is_about_same, shown
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from checkin.desk.scan_at_door import DoorAnswer
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance
    from checkin.ui.door.shown import Shown


class HeldVerdicts(QToolButton, Dressed):
    """The button that tells of the newest held verdict; a click removes it. The button is hidden if none is held."""

    put_away = Signal()
    """Emitted when the operator has removed a verdict."""

    def __init__(self, file: EventFile, look: Appearance, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._file = file
        self._look = look
        self._now = now
        self._held: list[Shown] = []
        self._hides_names = False
        self.setAutoRaise(True)
        self.setProperty("tone", "strip")
        self.clicked.connect(self.put_newest_away)
        self.hide()
        look.in_each_language(self._label)

    @property
    def verdicts(self) -> tuple[Shown, ...]:
        """The held verdicts, the oldest first."""
        return tuple(self._held)

    def hold(self, former: Shown) -> None:
        """Keep this verdict, while the next verdict is shown on the panel."""
        self._held.append(former)
        self._show()

    def drop(self, answer: DoorAnswer) -> None:
        """Remove the held verdicts on the person whom this newer answer is about: the operator sees to them now."""
        self._held = [each for each in self._held if not is_about_same(each.answer, answer)]
        self._show()

    def put_newest_away(self) -> None:
        """Remove the newest held verdict, because the operator has seen to it."""
        del self._held[-1:]
        self._show()
        self.put_away.emit()

    def hide_names(self, *, are_hidden: bool) -> None:
        """Hide (or show) the name in each verdict of which guests see only discreet words, not the refusal."""
        self._hides_names = are_hidden
        self._show()

    def _label(self) -> None:
        set_tool_tip(self, self._say.text("Seen to"))
        self._held = [shown(each.answer, self._file.known_event, self._say) for each in self._held]
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._held))
        if not self._held:
            return
        newest = self._held[-1]
        text = self._say.text("Still to be seen to: {verdict}, {name} {time}")
        is_hidden = self._hides_names and newest.is_discreet
        name = "" if is_hidden else newest.short_name or newest.answer.text[:16]
        time = self._say.when(newest.answer.at, self._now(), self._file.known_event.zone)
        words = text.format(verdict=newest.words.title, name=name, time=time).replace(",  ", ", ")
        more = f"  +{len(self._held) - 1}" if len(self._held) > 1 else ""
        self.setText(words.replace("&", "&&") + more + "  ×")
        self.setAccessibleName(words + more)
