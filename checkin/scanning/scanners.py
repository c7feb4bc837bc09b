"""Combines all scanners of this computer into one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from checkin.scanning.wedge import WedgeScanner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from checkin.scanning.port import Scanner

SCANNERS: Final[tuple[type[Scanner], ...]] = (WedgeScanner,)
"""Every kind of scanner that this program knows."""


class Scanners(QObject):
    """All scanners of this computer, one of each kind; emits the signals that any of them emits (see `port.py`)."""

    scanned = Signal(str)
    pressed_alone = Signal(str)

    def __init__(self, app: QApplication, kinds: tuple[type[Scanner], ...] = SCANNERS) -> None:
        super().__init__(app)
        self._scanners = tuple(kind(app) for kind in kinds)
        for scanner in self._scanners:
            scanner.scanned.connect(self.scanned)
            scanner.pressed_alone.connect(self.pressed_alone)

    @property
    def is_settling(self) -> bool:
        """Whether the key being handled came so soon after a scan that it cannot answer the verdict on the scan."""
        return any(scanner.is_settling for scanner in self._scanners)

    def count_anew(self) -> None:
        """Tell all scanners that the operator has acted, so that the same badge is no bounce (see `Scanner`)."""
        for scanner in self._scanners:
            scanner.count_anew()

    def trust(self, is_genuine: Callable[[str], bool]) -> None:
        """Tell all scanners how a code of the open event is recognised (see `Scanner.trust`)."""
        for scanner in self._scanners:
            scanner.trust(is_genuine)

    def start(self) -> None:
        """Begin to read with all scanners."""
        for scanner in self._scanners:
            scanner.start()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """A context manager inside which no scanner looks at the window's events.

        No key is lost, but the code inside the `with` block must not wait for a key.
        """
        for scanner in self._scanners:
            scanner.pause()
        try:
            yield
        finally:
            for scanner in self._scanners:
                scanner.resume()

    def stop(self) -> None:
        """Stop reading with all scanners."""
        for scanner in self._scanners:
            scanner.stop()
