"""Batch work in short pieces: how much goes into one, and what happens between two."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from checkin.storage import write_persons

if TYPE_CHECKING:
    from checkin.storage.database import Database

_PIECE_SECONDS: Final = 0.010
"""Seconds for which a piece of batch work means to hold the event file while somebody works at the desk."""
_CALM_PIECE_SECONDS: Final = 0.025
"""Seconds while nobody does: half as many commits, and whoever comes then waits for one of them."""
_SMALLEST_PIECE: Final = 20
_PIECES_BETWEEN_TIDYING: Final = 4
_BREATH_SECONDS: Final = 0.0005


class Piece:
    """How many facts of batch work are recorded in one go: as many as the desk can wait for, the commit included."""

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
    """Let other programs go on; a clock that is turned for a test may refuse to sleep."""
    with suppress(OSError):
        time.sleep(seconds)
