"""The base class of all scanners, which reports a text once even if the scanner reads it repeatedly (bounces)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

BOUNCE_MS: Final = 3000
"""The same text again within this time (ms) is no second scan: the scanner has repeated the text (a bounce)."""

SETTLING_MS: Final = 500
"""A key within this time (ms) after a scan does not answer its verdict: some scanners end a scan with several keys."""


class Scanner(QObject):
    """Base class of the scanners: emits `scanned` for each text read.

    A text that the scanner repeats (bounces) is reported only once. A subclass overrides `start` and `stop`, and calls
    `_read` for each text.
    """

    scanned = Signal(str)
    """Emitted with the text that was read; whether the text is a code of this event is decided elsewhere."""

    pressed_alone = Signal(str)
    """A character key (as on a US keyboard) that a person pressed; emitted when the key is surely no part of a scan.

    The signal is for keys that answer the verdict on the screen, which the digits of the next badge must not do.
    Only scanners that are keyboards themselves emit it.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._is_genuine: Callable[[str], bool] = _is_never_genuine
        self._last_text = ""
        self._last_at = -BOUNCE_MS - 1

    def start(self) -> None:
        """Begin to read. If the device is missing, no scan is ever reported and no error is raised."""

    def stop(self) -> None:
        """Stop reading."""

    def pause(self) -> None:
        """Ignore the window's events until `resume`. A key pressed meanwhile waits in the window's queue."""

    def resume(self) -> None:
        """Go on listening to the keys that the window receives, after `pause`."""

    def trust(self, is_genuine: Callable[[str], bool]) -> None:
        """Set the function that tells whether a text is a genuine code of the open event."""
        self._is_genuine = is_genuine

    def count_anew(self) -> None:
        """Report the next text even if it is the last one again, because the operator has acted in between.

        After an undo, for example, the same badge is meant to be read a second time.
        """
        self._last_text = ""

    @property
    def is_settling(self) -> bool:
        """Whether the key being handled came so soon after a scan that it is not meant as an answer to the verdict."""
        return False

    def _read(self, text: str, at_ms: int) -> None:
        """Emit `scanned` with the text, unless the same text was emitted a short time ago (the scanner bounces).

        `at_ms` is any clock of the scanner that only goes forward. The short time is counted from the last scan that
        was emitted: if somebody holds the badge under the scanner again after a reading that was ignored, they get an
        answer as soon as the time is over.
        """
        if text == self._last_text and 0 <= at_ms - self._last_at <= BOUNCE_MS:
            return
        self._last_text, self._last_at = text, at_ms
        self.scanned.emit(text)


def _is_never_genuine(_text: str) -> bool:
    return False
