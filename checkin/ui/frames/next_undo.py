"""The act that an Undo button takes back next, and the words for the act on the button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.ui.plain import set_tool_tip
from checkin.ui.undoing import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QAbstractButton

    from checkin.desk.look_back import RecentAct
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Words
    from checkin.wording import Wording

UNDO_KEY: Final = "Ctrl+Z"


class NextUndo:
    """The act that an Undo button takes back next.

    The act is held while another act is being recorded or looked up, because nobody knows then which act is the last.
    """

    def __init__(self, file: EventFile, now: Callable[[], datetime]) -> None:
        self._file, self._now = file, now
        self.act: RecentAct | None = None
        """The act; None if nothing can be undone."""
        self.is_held = False

    @property
    def id(self) -> str:
        """The id of the act; "" if there is none, or while the act is held."""
        return "" if self.act is None or self.is_held else self.act.act.id

    @property
    def told(self) -> Words:
        """The words that describe the act; they are "" if there is none."""
        act, event, now = self.act, self._file.known_event, self._now()
        return lambda say: told(act, event, now, say) if act is not None else ""

    def hold(self) -> None:
        """Give no id until `follow` sets the next act."""
        self.is_held = True

    def follow(self, act: RecentAct | None) -> None:
        """Set the act that is taken back next; None if nothing can be undone."""
        self.act, self.is_held = act, False

    def words(self, say: Wording) -> str:
        """The text of the button in full, without its key."""
        if self.act is None:
            return say.text("Undo")
        return say.text("Undo: {act}").format(act=self.told(say))


def write_on(button: QAbstractButton, whole: str, shown: str, tip: str) -> None:
    """Write `shown` on an Undo button; a screen reader says the `whole` text."""
    button.setText(shown.replace("&", "&&"))
    button.setAccessibleName(whole)
    set_tool_tip(button, tip)
