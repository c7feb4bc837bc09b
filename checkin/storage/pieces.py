"""Divides batch work into short pieces: the size of a piece, and what happens between two pieces."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from checkin.storage import write_persons

if TYPE_CHECKING:
    from checkin.storage.database import Database

_PIECE_SECONDS: Final = 0.010
"""Seconds for which a piece of batch work should hold the event file while somebody works at the desk."""
_CALM_PIECE_SECONDS: Final = 0.025
"""The same while nobody works at the desk: half as many commits, and whoever comes then waits for one longer piece."""
_SMALLEST_PIECE: Final = 20
_PIECES_BETWEEN_TIDYING: Final = 4
_BREATH_SECONDS: Final = 0.0005


class Piece:
    """Finds how many facts of batch work to record at once: as many as the desk can wait for, the commit included."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._written = 0
        self.size = _SMALLEST_PIECE

    def took(self, seconds: float) -> None:
        """Fit the size to the seconds for which the last piece held the event file."""
        meant = _CALM_PIECE_SECONDS if self._database.gate.is_calm else _PIECE_SECONDS
        fitting = int(self.size * meant / max(seconds, 1e-6))
        self.size = max(_SMALLEST_PIECE, min(2 * self.size, fitting))

    def let_the_desk_in(self) -> None:
        """Make way for the desk before the next piece; now and then put the search index in order."""
        self._written += 1
        if self._written % _PIECES_BETWEEN_TIDYING == 0:
            with self._database.transaction(batch=True):
                write_persons.tidy_search(self._database)
        pause(_BREATH_SECONDS)


def pause(seconds: float) -> None:
    """Sleep, so that other programs can go on; a clock that was turned for a test may refuse to sleep."""
    with suppress(OSError):
        time.sleep(seconds)
