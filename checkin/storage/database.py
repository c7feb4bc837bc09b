"""The SQLite connection of an event file and its transactions (its pragmas: `on_disk`). All plain SQL runs here."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NoReturn

from sqlcipher3 import dbapi2 as sqlite

from checkin.errors import CheckinError, EventFileError, LostFileError
from checkin.storage.engine import OLDEST_SQLITE, patiently
from checkin.storage.gate import Gate
from checkin.storage.guard import Guard
from checkin.storage.log_mover import LogMover
from checkin.storage.loss import Loss
from checkin.storage.lost import WhenLost, give_up, lost
from checkin.storage.migrating import check_origin
from checkin.storage.on_disk import require_all_pages, to_read, to_write
from checkin.storage.reread import ends_in, event_in
from checkin.storage.rotation import holds
from checkin.storage.trouble import (
    ERRORS,
    as_checkin_error,
    does_not_answer,
    in_words,
    is_of_the_file,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

_STEPS_BETWEEN_CLOCKS: Final = 100_000


class Database:
    """One open SQLite file. Each thread has its own connection; a `Gate` lets only one thread write at a time."""

    def __init__(self, path: Path, *, refusal: CheckinError | None = None) -> None:
        """Open the file. Raise CheckinError, and change nothing, if it is no event file or is from a newer program.

        If an error is given as `refusal`, the file is only read, no file is put beside it, and every transaction raises
        this error.
        """
        if sqlite.sqlite_version_info < OLDEST_SQLITE:
            raise CheckinError(
                "This program's SQLite is too old",
                f"It is {sqlite.sqlite_version} and can lose data; install the program again.",
            )
        require_all_pages(path)
        self.path = path
        self.refusal = refusal
        self.gate = Gate()
        self.taken_back = 0
        """The number of transactions that were rolled back. The entry numbers that they used are used again."""
        self.recorded = 0
        """The number of entries that this program knows to be in the file; perhaps there are more."""
        self.peewee = to_write(path) if refusal is None else to_read(path)
        self.when_lost: WhenLost = partial(lost, path=path)
        """Makes the error for a file that somebody else has deleted or replaced, and may save what it held before."""
        self.when_committed: Callable[[], None] = lambda: None
        """Called in the thread of the transaction as soon as the transaction was committed."""
        self.is_sound: Callable[[], bool] = lambda: True
        """Checks the whole file, when something has changed the file from outside."""
        self._guard: Guard | None = None
        self._abandoned: Any = None
        self._held: dict[str, int] | None = None
        self._unreadable: CheckinError | None = None
        self.log = LogMover(self.peewee, self.gate, self._is_in_place)
        try:
            with in_words(path):
                patiently(check_origin, self)
            if refusal is None:
                self._guard = self.peewee.guard = Guard(path)
                self._guard.is_sound = lambda: self.is_sound()  # noqa: PLW0108 - whoever sets it does so later
        except BaseException:
            self.peewee.close()
            raise

    def prepare_for_writing(self) -> None:
        """Switch to a write-ahead log, so that readers and the writer do not wait for each other."""
        with in_words(self.path):
            self.run("PRAGMA journal_mode = wal")
            if self._guard is not None:
                self._guard.learn_log(self.peewee.connection())

    @property
    def has_schema(self) -> bool:
        """Whether the file has any table; an empty file has none."""
        return self.row("SELECT 1 FROM sqlite_master LIMIT 1") is not None

    def close(self) -> None:
        """Move the content of the write-ahead log into the file itself, and close the file.

        Raises LostFileError if somebody else has deleted, replaced or overwritten the file since the last act.
        """
        self.log.wait()
        with in_words(self.path):
            try:
                if self.refusal is None and not self.peewee.is_closed():
                    self._require_in_place(self.peewee.connection(), in_act=True)
                    self.log.checkpoint()
            finally:
                self._close_connection()

    def _close_connection(self) -> None:
        if not self.peewee.is_closed() and self.peewee.connection() is self._abandoned:
            self.peewee.dispose()
        else:
            self.peewee.close()

    def take_up_again(self) -> bool:
        """Close the last connections to a lost file that is at its path again; return whether it holds all records.

        Call `close` in each thread before. If the file is back, this program has it closed afterwards. Otherwise SQLite
        would use the deleted index of the log for the next connection too, and could read nothing.
        """
        guard = self._guard
        if self._abandoned is None or guard is None or not guard.is_in_place():
            return False
        with suppress(*ERRORS):  # a stick that was put in again: what opens the file next reads its log
            self._abandoned.close()
        self._abandoned = None
        return self._held is not None and holds(self.path, guard.event, self._held)

    @property
    def is_back(self) -> bool:
        """Whether a lost file, which had gone from its path, is at its path again."""
        return self._abandoned is not None and self._guard is not None and self._guard.is_in_place()

    def require_readable(self) -> None:
        """Raise LostFileError if the file was overwritten or cut short or has lost its log, and must not be read."""
        if self._unreadable is not None:
            raise self._unreadable

    def holds_its_event(self) -> bool:
        """Whether the file still holds the event that it held when it was opened."""
        try:
            return self._guard is None or event_in(self.peewee.connection()) == self._guard.event
        except ERRORS:
            return False

    @property
    def event(self) -> bytes:
        """The id of the event that the file held when it was opened; no bytes if it held none or is only read."""
        known = self._guard.event if self._guard is not None else None
        return bytes(known[0]) if known is not None else b""

    def require_in_place(self) -> None:
        """Raise LostFileError if somebody else has deleted, replaced or overwritten the file, or cut it short."""
        if isinstance(self.refusal, LostFileError):
            raise self.refusal
        with self.gate.for_desk(), in_words(self.path):
            self._require_in_place(self.peewee.connection())

    def _require_in_place(self, connection: Any, *, in_act: bool = False) -> None:  # noqa: ANN401 - a connection of SQLite
        """Look whether the file is still there and the same; if not, give it up. Not inside a transaction.

        `in_act` says that an act has just been committed, perhaps into a file that is lost.
        """
        guard = self._guard
        if guard is None:
            return
        try:
            loss = guard.look(connection)
        except OSError as error:
            raise does_not_answer(self.path) from error
        if loss is not None:
            self._lose(loss, connection, in_act=in_act)

    def _require_in_place_if_in_doubt(self) -> None:
        """Raise LostFileError if SQLite has just failed because somebody else has harmed the file."""
        if self._guard is not None and self._guard.is_in_doubt and self.refusal is None:
            with suppress(*ERRORS):
                self._require_in_place(self.peewee.connection())

    def _lose(self, loss: Loss, connection: Any, *, in_act: bool) -> NoReturn:  # noqa: ANN401 - the same
        with suppress(*ERRORS):
            self._held = ends_in(connection)
        self.refusal = self.when_lost(loss, in_act=in_act)
        self._unreadable = None if loss.is_elsewhere else self.refusal
        if self._guard is not None:
            give_up(loss, self.path, self._guard, connection)
        self._abandoned = connection if loss.is_elsewhere else None
        raise self.refusal

    def _size_of_log(self) -> int:
        """The bytes of the write-ahead log. While a transaction may write, no program rightly makes the log smaller."""
        return self._guard.size_of_log if self._guard is not None else 0

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Any]:
        """All rows of a query, as a list."""
        try:
            return self._execute(sql, parameters).fetchall()  # type: ignore[no-any-return]
        except ERRORS as error:
            raise self._in_words(error) from error

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401 - a row of SQLite
        """The first row of a query; None if there is no row."""
        try:
            return self._execute(sql, parameters).fetchone()
        except ERRORS as error:
            raise self._in_words(error) from error

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Any]:
        """Yield the rows of a query one after another, for results that are too large for memory."""
        with in_words(self.path):
            yield from self._execute(sql, parameters)

    def run(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Execute a statement; return the number of rows that it changed."""
        try:
            return int(self._execute(sql, parameters).rowcount)
        except ERRORS as error:
            raise self._in_words(error) from error

    def insert(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Execute an INSERT of one row; return the number (rowid) of the new row."""
        try:
            return int(self._execute(sql, parameters).lastrowid)
        except ERRORS as error:
            raise self._in_words(error) from error

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute one statement once for each of these rows of values, inside a transaction."""
        try:
            self.peewee.connection().executemany(sql, rows)
        except ERRORS as error:
            raise self._in_words(error) from error

    def _execute(self, sql: str, parameters: Sequence[object]) -> Any:  # noqa: ANN401 - a cursor of SQLite
        self.require_readable()
        execute = self.peewee.connection().execute
        try:
            return execute(sql, parameters)
        except sqlite.OperationalError:
            return patiently(execute, sql, parameters)

    def _in_words(self, error: BaseException) -> EventFileError:
        if self._guard is not None and is_of_the_file(error):
            self._guard.doubt()
        return as_checkin_error(error, self.path, of_act=self.gate.is_mine)

    @contextmanager
    def transaction(
        self, *, batch: bool = False, took: Callable[[float], object] | None = None
    ) -> Iterator[None]:
        """A context manager for a transaction: all that its block writes is recorded durably, or nothing of it.

        While another program is writing, entering waits, at most 5 s. Batch work (`batch`) lets a waiting desk go
        first. `took` is called with the number of seconds for which this transaction held the file, the commit
        included.
        """
        if self.refusal is not None:
            raise self.refusal
        with self.gate.for_batch() if batch else self.gate.for_desk():
            try:
                connection = self.peewee.connection()
                with self._all_or_nothing(connection):
                    began = time.monotonic()
                    yield
            except ERRORS as error:
                told = self._in_words(error)
                self._require_in_place_if_in_doubt()
                raise told from error
            except EventFileError:
                self._require_in_place_if_in_doubt()
                raise
            is_due = self.log.is_due(batch=batch)
            ended = time.monotonic()
        if took is not None:
            took(ended - began)
        if is_due:
            self.log.begin()
            if batch:
                self.log.wait()

    @contextmanager
    def _all_or_nothing(self, connection: Any) -> Iterator[None]:  # noqa: ANN401 - the same
        """Commit what the block writes, and look before and after whether the file is still there and the same."""
        self._require_in_place(connection)
        patiently(connection.execute, "BEGIN IMMEDIATE")
        try:
            log = self._size_of_log()
            yield
            if self._size_of_log() < log:
                connection.execute("ROLLBACK")
                self._lose(Loss.CUT, connection, in_act=True)
            patiently(connection.execute, "COMMIT")
            self.when_committed()
            self._require_in_place(connection, in_act=True)
        except BaseException:
            self.taken_back += 1
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    @contextmanager
    def bounded(self, seconds: float) -> Iterator[None]:
        """A context manager: the queries inside its block run for `seconds` at most, or raise DamagedError.

        A damaged file can make SQLite read the same pages for ever.
        """
        ends = time.monotonic() + seconds
        connection = self.peewee.connection()
        connection.set_progress_handler(lambda: int(time.monotonic() > ends), _STEPS_BETWEEN_CLOCKS)
        try:
            yield
        finally:
            connection.set_progress_handler(None, 0)

    def _is_in_place(self) -> bool:
        """Whether a checkpoint would write to the right file. If not, the next act raises the error that says why."""
        try:
            return self._guard is None or self._guard.look(self.peewee.connection()) is None
        except OSError:
            return False
