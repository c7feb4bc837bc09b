"""The verdicts that the operator has not yet seen to, kept in the operator's line while other guests come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton

from checkin.desk.recall import recall
from checkin.ui.appearance import Dressed
from checkin.ui.door.shown import is_about_same, shown
from checkin.ui.page import if_alive
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.desk.door_answer import DoorAnswer
    from checkin.ui.door.shown import Shown
    from checkin.ui.page import Parts


class HeldVerdicts(QToolButton, Dressed):
    """The button that shows the newest of the verdicts that the operator still has to act on.

    These verdicts are held here (kept) while other guests come. A click removes the newest verdict. The button is
    hidden if no verdict is held.
    """

    put_away = Signal()
    """Emitted when the operator has removed a verdict."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._at = parts
        self._look = parts.look
        self._held: list[Shown] = []
        self._to_recall: tuple[str, ...] = ()
        self._hides_names = False
        self.setAutoRaise(True)
        self.setProperty("tone", "strip")
        self.clicked.connect(self.put_newest_away)
        self.hide()
        parts.look.in_each_language(self._label)

    @property
    def verdicts(self) -> tuple[Shown, ...]:
        """The held verdicts, the oldest first."""
        return tuple(self._held)

    @property
    def readings(self) -> tuple[str, ...]:
        """The ids of the acts (scans) with the held verdicts, the oldest first; after a restart `recall` takes them."""
        return (*self._to_recall, *(each.answer.act for each in self._held))

    def recall(self, readings: Sequence[str]) -> None:
        """Read verdicts from the event file in the background, and then hold them again, as before a restart.

        `readings` are the ids of the acts (scans) that got these verdicts; other ids are left out. The verdicts count
        as older than those that are held meanwhile.
        """
        if not readings:
            return
        self._to_recall = tuple(readings)
        file = self._at.file
        self._at.tasks.prompt.run(lambda: recall(file, readings), then=if_alive(self, self._on_recalled))

    def hold(self, former: Shown) -> None:
        """Hold the verdict `former`, which was on the panel until now."""
        self._held.append(former)
        self._show()

    def drop(self, answer: DoorAnswer) -> None:
        """Remove the held verdicts on the person whom the new `answer` is about.

        That person is at the door again, and the operator now acts on the new answer.
        """
        self._held = [each for each in self._held if not is_about_same(each.answer, answer)]
        self._show()

    def put_newest_away(self) -> None:
        """Remove the newest held verdict, because the operator has acted on it."""
        del self._held[-1:]
        self._show()
        self.put_away.emit()

    def hide_names(self, *, are_hidden: bool) -> None:
        """If `are_hidden`, show no name with a refusal that guests see only in discreet words, such as “one moment”."""
        self._hides_names = are_hidden
        self._show()

    def _on_recalled(self, answers: Sequence[DoorAnswer]) -> None:
        self._to_recall = ()
        event = self._at.file.known_event
        self._held[:0] = [shown(each, event, self._say) for each in answers]
        self._show()

    def _label(self) -> None:
        set_tool_tip(self, self._say.text("Seen to"))
        event = self._at.file.known_event
        self._held = [shown(each.answer, event, self._say) for each in self._held]
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._held))
        if not self._held:
            return
        newest = self._held[-1]
        text = self._say.text("Still to be seen to: {verdict}, {name} {time}")
        is_hidden = self._hides_names and newest.is_discreet
        name = "" if is_hidden else newest.short_name or newest.answer.text[:16]
        time = self._say.when(newest.answer.at, self._at.now(), self._at.file.known_event.zone)
        words = text.format(verdict=newest.words.title, name=name, time=time).replace(",  ", ", ")
        more = f"  +{len(self._held) - 1}" if len(self._held) > 1 else ""
        self.setText(words.replace("&", "&&") + more + "  ×")
        self.setAccessibleName(words + more)
