"""The port of every scanner, and the bounce that none of them lets through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

BOUNCE_MS: Final = 3000
"""The same text again within this time is the scanner bouncing, not a second scan (UX: verdicts at the door)."""

SETTLING_MS: Final = 500
"""A key within this time of a scan never answers its verdict: some scanners send more than one at the end."""


class Scanner(QObject):
    """Tells each text that was read, once. A kind of scanner overrides `start` and `stop`, and calls `_read`."""

    scanned = Signal(str)
    """The text as the badge holds it; whether it is a code of ours is not decided here."""

    pressed_alone = Signal(str)
    """A character key that a person pressed, by what it spells on a US keyboard; told once it is sure to be no scan's.

    For keys that answer the verdict on the screen: the digits of the next badge must not do that. Only told by
    scanners that are keyboards themselves.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._last_text = ""
        self._last_at = -BOUNCE_MS - 1

    def start(self) -> None:
        """Begin to read; where the device is missing nothing is told, and nothing is raised."""

    def stop(self) -> None:
        """Read no more."""

    @property
    def is_settling(self) -> bool:
        """Whether the key that is being handled came so soon after a scan that it cannot be an answer to it."""
        return False

    def _read(self, text: str, at_ms: int) -> None:
        """Tell the text, unless it bounces; `at_ms` is any clock of the scanner that only goes forward.

        Counted from the last scan that was told: who holds a badge under the scanner again after a swallowed
        reading is answered as soon as the time is over.
        """
        if text == self._last_text and 0 <= at_ms - self._last_at <= BOUNCE_MS:
            return
        self._last_text, self._last_at = text, at_ms
        self.scanned.emit(text)
