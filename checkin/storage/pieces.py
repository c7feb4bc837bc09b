"""Divides batch work (such as an import) into short transactions, the pieces, between which the desk can record."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from checkin.storage import write_persons

if TYPE_CHECKING:
    from checkin.storage.database import Database

_PIECE_SECONDS: Final = 0.010
"""The time in seconds for which a piece of batch work should hold the event file while somebody works at the desk."""
_CALM_PIECE_SECONDS: Final = 0.025
"""The same time in seconds while nobody works at the desk.

This halves the number of commits, and the first person to come waits for one longer piece only.
"""
_SMALLEST_PIECE: Final = 20
_PIECES_BETWEEN_TIDYING: Final = 4
_BREATH_SECONDS: Final = 0.0005


class Piece:
    """The size of the next piece of batch work: the number of facts that are recorded in one short transaction.

    The size is adjusted so that the transaction, its commit included, takes no longer than the desk can wait.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._written = 0
        self.size = _SMALLEST_PIECE

    def took(self, seconds: float) -> None:
        """Adjust the size of the next piece; `seconds` is the time for which the last piece held the event file."""
        meant = _CALM_PIECE_SECONDS if self._database.gate.is_calm else _PIECE_SECONDS
        fitting = int(self.size * meant / max(seconds, 1e-6))
        self.size = max(_SMALLEST_PIECE, min(2 * self.size, fitting))

    def let_the_desk_in(self) -> None:
        """Sleep for half a millisecond, so that the desk can record before the next piece.

        After every fourth piece, first tidy the search index in a transaction.
        """
        self._written += 1
        if self._written % _PIECES_BETWEEN_TIDYING == 0:
            with self._database.transaction(batch=True):
                write_persons.tidy_search(self._database)
        pause(_BREATH_SECONDS)


def pause(seconds: float) -> None:
    """Sleep, so that other programs can go on. A sleep that fails, as in a test with a changed clock, is ignored."""
    with suppress(OSError):
        time.sleep(seconds)
