"""Records and undoes long acts (acts of many facts), all or nothing, in several short transactions.

Between two of these transactions the desk can record other facts.
"""

from __future__ import annotations

import time
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

import filelock

from checkin.domain.facts import ActBegun, ActEnded, Undone
from checkin.errors import CheckinError
from checkin.storage import acts, projection
from checkin.storage.engine import PATIENCE_SECONDS
from checkin.storage.locks import held_lock
from checkin.storage.pieces import Piece, pause
from checkin.storage.unfinished import unfinished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from checkin.domain.facts import Fact, LongAct
    from checkin.storage.database import Database
    from checkin.storage.event_file import EventFile
    from checkin.storage.unfinished import Unfinished

_UNDO_BEGINS_SECONDS: Final = 0.05
"""The time in seconds within which a program that holds the lock for long acts begins to undo what was cut short."""


class _AnotherGoesOnError(CheckinError):
    """The error for a long act that cannot begin because somebody else is writing one."""


def record(
    file: EventFile, what: LongAct, facts: Iterable[Fact], operator: str, progress: Callable[[int], None]
) -> str:
    """Record many facts as one act, in several short transactions; return the act's id.

    After each transaction `progress` gets the number of facts recorded so far; it can cancel the act by raising an
    error. An act that is cancelled or fails is undone at once. An act that is cut off because the program dies is
    undone when the file is next opened. Raises CheckinError while another long act goes on.
    """
    with _whole_act(file, what, operator) as act:
        _append_in_pieces(file, facts, operator, act, progress)
    return act


def record_prepared(
    file: EventFile,
    what: LongAct,
    pieces: Iterable[Callable[[], Sequence[Fact]]],
    operator: str,
    progress: Callable[[int], None],
) -> str | None:
    """Record many facts as one act, as `record` does, if making them takes long; return None without pieces.

    `pieces` is an iterator that does the long work each time it is advanced, outside the transactions, and yields a
    function. This function is called in the transaction that records the facts which the function returns. `progress`
    gets the number of facts recorded so far.
    """
    waiting = iter(pieces)
    piece = next(waiting, None)
    if piece is None:
        return None
    done = 0
    with _whole_act(file, what, operator) as act:
        while piece is not None:
            with file.database.transaction(batch=True):
                facts = piece()
                if facts:
                    file.append(facts, operator, act)
            done += len(facts)
            progress(done)
            piece = next(waiting, None)
    return act


@contextmanager
def _whole_act(file: EventFile, what: LongAct, operator: str) -> Iterator[str]:
    """A context manager that begins a long act, gives its id, and ends it; if the act fails, it is undone."""
    with alone(file.path):
        with file.database.transaction(batch=True):
            act = file.append([ActBegun(what)], operator)
        try:
            yield act
            with file.database.transaction(batch=True):
                file.append([ActEnded()], operator, act)
        except BaseException:
            _undo_at_once(file, act, operator)
            raise


def has_unfinished_undo(database: Database) -> bool:
    """Whether a large undo (the undo of an act of many facts) was not yet carried into the tables completely."""
    return database.row("SELECT 1 FROM stale LIMIT 1") is not None


def finish_undo(database: Database) -> None:
    """Bring the tables up to date with every large undo (the undo of an act of many facts), in short transactions."""
    piece = Piece(database)
    more = has_unfinished_undo(database)
    while more:
        with database.transaction(batch=True, took=piece.took):
            more = projection.drain(database, piece.size)
        piece.let_the_desk_in()


def undo_what_was_cut_short(file: EventFile) -> CheckinError | None:
    """Undo the unfinished long acts that this desk wrote in this file; return the message for the operator, or None.

    Nothing is undone while a long act goes on in another program. Unfinished acts of other desks stay, because their
    missing entries may still come in; the message then tells the operator of them. Call this when a file is opened.
    """
    if not has_unfinished_undo(file.database) and not unfinished(file.database):
        return None
    cut_short: list[str] = []
    try:
        with alone(file.path, patience=0):
            cut_short = _own(file)
            for act in cut_short:
                with file.transaction():
                    file.append([Undone(act)], acts.operator_of(file.database, act))
            finish_undo(file.database)
    except _AnotherGoesOnError:
        _wait_for_who_clears_up(file.database)
    others = _others_left(file)
    if not cut_short:
        return others
    remedy = "It was undone as a whole; begin it again."
    return CheckinError(
        "An import or badge run was cut off the last time", remedy if others is None else f"{remedy} {others}"
    )


def _own(file: EventFile) -> list[str]:
    return [each.act for each in unfinished(file.database) if _is_own(file, each)]


def _is_own(file: EventFile, left: Unfinished) -> bool:
    """Whether this desk wrote the act, and wrote it in this file.

    An act that this desk wrote in another file does not count, because it may be complete in that file.
    """
    return left.is_written_here and left.desk == file.desk


def unfinished_of_others(file: EventFile) -> tuple[str, ...]:
    """The ids of the long acts (such as imports) from other event files whose last entry is missing in this file.

    Another desk wrote such an act, or this desk wrote it in another file. The missing entries may come with the next
    exchange.
    """
    return tuple(each.act for each in unfinished(file.database) if not _is_own(file, each))


def _others_left(file: EventFile) -> CheckinError | None:
    """What to tell the operator about incomplete long acts that began elsewhere; None if there are none."""
    others = unfinished_of_others(file)
    if not others:
        return None
    return CheckinError(
        "An import or badge run of another desk is not finished",
        "Only a part of it is known here. It comes in with that desk's next exchange, or that desk undoes it. If that "
        f"desk is gone, undo it by hand: checkin undo EVENT --act {others[0]}",
    )


def _wait_for_who_clears_up(database: Database) -> None:
    """Wait, at most 5 s, while another program undoes long acts that were cut short.

    So no half-done undo is shown. If the other program is importing a list instead, do not wait for its end.
    """
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    pause(_UNDO_BEGINS_SECONDS)
    while has_unfinished_undo(database) and time.monotonic() < give_up_at:
        pause(_UNDO_BEGINS_SECONDS)


def _append_in_pieces(
    file: EventFile, facts: Iterable[Fact], operator: str, act: str, progress: Callable[[int], None]
) -> None:
    waiting = iter(facts)
    piece, done = Piece(file.database), 0
    while True:
        with file.database.transaction(batch=True, took=piece.took):
            # The facts are taken inside the transaction, so that they can depend on what is recorded now.
            taken = list(islice(waiting, piece.size))
            if not taken:
                return
            file.append(taken, operator, act)
        done += len(taken)
        progress(done)
        piece.let_the_desk_in()


def _undo_at_once(file: EventFile, act: str, operator: str) -> None:
    # A full disk may be the reason of the failure; then the act is undone at the next open.
    with suppress(CheckinError):
        with file.database.transaction(batch=True):
            if not projection.is_undone(file.database, act):
                file.append([Undone(act)], operator)
        finish_undo(file.database)
    file.database.log.shrink()


@contextmanager
def alone(event: Path, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """A context manager that holds the lock for long acts: only its holder may record a long act in this event file.

    The lock is a file beside the event file; if the program dies, the operating system frees the lock. Entering waits
    at most `patience` seconds, and raises CheckinError if the lock is not free then or its file cannot be written.
    """
    place = lock_of(event)
    with ExitStack() as stack:
        try:
            stack.enter_context(held_lock(place, patience))
        except filelock.Timeout as error:
            raise _AnotherGoesOnError(
                "Another import is going on", "Wait until it has ended, then try again; nothing was recorded."
            ) from error
        except OSError as error:
            raise CheckinError(
                "The event file's folder cannot be written to",
                f"{place}: {error.strerror or error}. Nothing was recorded.",
            ) from error
        yield


def lock_of(event: Path) -> Path:
    """The path of the file that a program locks while it records a long act in this event file."""
    return event.with_name(f".{event.name}.lock")
