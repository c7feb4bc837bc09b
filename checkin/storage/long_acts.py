"""Acts of many facts, and undos of them: in short pieces that let the desk in between, whole in the end or nothing."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from itertools import count, islice
from typing import TYPE_CHECKING, Final

import filelock

from checkin.domain.facts import ActBegun, ActEnded, Undone
from checkin.errors import CheckinError
from checkin.storage import persons, projection
from checkin.storage.database import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from checkin.domain.facts import Fact
    from checkin.storage.database import Database
    from checkin.storage.event_file import EventFile
    from checkin.storage.gate import Gate

_PIECE_SECONDS: Final = 0.010
"""How long a piece of a long act means to hold the event file while somebody works at the desk."""
_CALM_PIECE_SECONDS: Final = 0.025
"""How long while nobody does: half as many commits, and whoever comes then waits so long once."""
_SMALLEST_PIECE: Final = 20
_PIECES_BETWEEN_TIDYING: Final = 4
_BREATH_SECONDS: Final = 0.0005
_UNDO_BEGINS_SECONDS: Final = 0.05
"""So soon after it has the right to it does a program that clears up begin."""


class _Piece:
    """How many facts of batch work are recorded in one go: as many as the desk can wait for, the commit included."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self.size = _SMALLEST_PIECE

    def took(self, seconds: float) -> None:
        """So long the last one held the event file."""
        meant = _CALM_PIECE_SECONDS if self._gate.is_calm else _PIECE_SECONDS
        fitting = int(self.size * meant / max(seconds, 1e-6))
        self.size = max(_SMALLEST_PIECE, min(2 * self.size, fitting))


class _AnotherGoesOnError(CheckinError):
    """A long act is being written by somebody else."""


def record(
    file: EventFile, what: str, facts: Iterable[Fact], operator: str, progress: Callable[[int], None]
) -> str:
    """Record many facts as one act; the act's id.

    `progress` gets the number recorded after each piece; what it raises cancels. Cancelled or failed, the act
    is undone; cut off, it is undone at the next open. One at a time: raises CheckinError while another goes on.
    """
    with alone(file.path):
        with file.database.transaction(batch=True):
            act = file.append([ActBegun(what)], operator)
        try:
            _append_in_pieces(file, facts, operator, act, progress)
            with file.database.transaction(batch=True):
                file.append([ActEnded()], operator, act)
        except BaseException:
            _undo_at_once(file, act, operator)
            raise
    return act


def has_unfinished_undo(database: Database) -> bool:
    """Whether a large undo has left anything to be carried into the tables."""
    return database.row("SELECT 1 FROM stale LIMIT 1") is not None


def finish_undo(database: Database) -> None:
    """Carry what a large undo has left into the tables."""
    piece = _Piece(database.gate)
    more = has_unfinished_undo(database)
    for number in count(1):
        if not more:
            return
        with database.transaction(batch=True, took=piece.took):
            more = projection.drain(database, piece.size)
        _between_pieces(database, number)


def undo_what_was_cut_short(file: EventFile) -> CheckinError | None:
    """Undo what long acts cut short have left, unless one is going on in another program.

    To be called when a file is opened; what the operator should hear of it, or None.
    """
    notice = None
    if not has_unfinished_undo(file.database) and not _acts_cut_short(file.database):
        return None
    try:
        with alone(file.path, patience=0):
            for act, operator in _acts_cut_short(file.database):
                with file.transaction():
                    file.append([Undone(act)], operator)
                notice = CheckinError(
                    "An import or badge run was cut off the last time",
                    "It was undone as a whole; begin it again.",
                )
            finish_undo(file.database)
    except _AnotherGoesOnError:
        _wait_for_who_clears_up(file.database)
    return notice


def _wait_for_who_clears_up(database: Database) -> None:
    """Another program may be undoing what was cut short: until it is through, half of it would be seen here.

    It may as well be bringing in a list, which is nothing to wait for.
    """
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    _sleep(_UNDO_BEGINS_SECONDS)
    while has_unfinished_undo(database) and time.monotonic() < give_up_at:
        _sleep(_UNDO_BEGINS_SECONDS)


def _append_in_pieces(
    file: EventFile, facts: Iterable[Fact], operator: str, act: str, progress: Callable[[int], None]
) -> None:
    waiting = iter(facts)
    piece, done = _Piece(file.database.gate), 0
    for number in count(1):
        with file.database.transaction(batch=True, took=piece.took):
            # Taken inside, so that facts which depend on what is recorded are made of what is recorded now.
            taken = list(islice(waiting, piece.size))
            if not taken:
                return
            file.append(taken, operator, act)
        done += len(taken)
        progress(done)
        _between_pieces(file.database, number)


def _between_pieces(database: Database, number: int) -> None:
    """Let the desk in, and now and then put the search index in order."""
    if number % _PIECES_BETWEEN_TIDYING == 0:
        with database.transaction(batch=True):
            persons.tidy_search(database)
    _sleep(_BREATH_SECONDS)


def _sleep(seconds: float) -> None:
    """Let other programs go on; a clock that is turned for a test may refuse to sleep."""
    with suppress(OSError):
        time.sleep(seconds)


def _undo_at_once(file: EventFile, act: str, operator: str) -> None:
    # A full disk may be the very reason; then the next open does it.
    with suppress(CheckinError):
        with file.database.transaction(batch=True):
            if not projection.is_undone(file.database, act):
                file.append([Undone(act)], operator)
        finish_undo(file.database)
    file.database.shrink()


def _acts_cut_short(database: Database) -> list[tuple[str, str]]:
    # Both kinds are named each time, for then SQLite uses their partial index.
    rows = database.rows(
        """SELECT s.id || '-' || b.act, b.operator FROM journal b JOIN streams s ON s.no = b.stream
        WHERE b.kind IN ('act_begun', 'act_ended') AND b.kind = 'act_begun' AND NOT EXISTS (
            SELECT 1 FROM journal e WHERE e.kind IN ('act_begun', 'act_ended') AND e.kind = 'act_ended'
            AND e.stream = b.stream AND e.act = b.act)"""
    )
    return [(act, operator) for act, operator in rows if not projection.is_undone(database, act)]


@contextmanager
def alone(event: Path, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Hold the right to a long act in this event file; the system gives it back when the program dies.

    Waits for so many seconds; raises CheckinError where somebody else still holds it.
    """
    lock = filelock.FileLock(event.with_name(f".{event.name}.lock"))
    try:
        lock.acquire(timeout=patience)
    except filelock.Timeout as error:
        raise _AnotherGoesOnError(
            "Another import is going on", "Wait until it has ended, then try again; nothing was recorded."
        ) from error
    except OSError as error:
        raise CheckinError(
            "The event file's folder cannot be written to",
            f"{lock.lock_file}: {error.strerror or error}. Nothing was recorded.",
        ) from error
    try:
        yield
    finally:
        lock.release()
