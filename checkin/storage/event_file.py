"""The event file of one event: opened, made, written to. Everything that is recorded passes `append`."""

from __future__ import annotations

import secrets
import threading
import time
from contextlib import contextmanager, suppress
from itertools import count, islice
from typing import TYPE_CHECKING, Any, Final

import filelock

from checkin.domain.facts import ActBegun, ActEnded, CategoryDefined, EventDescribed, SessionDefined, Undone
from checkin.domain.programme import Category, Event, EventDescription, Session
from checkin.errors import CheckinError, EventFileError
from checkin.storage import persons, projection
from checkin.storage.back_up import back_up, set_aside
from checkin.storage.codec import decode
from checkin.storage.database import PATIENCE_SECONDS, Database, can_be_written, discard
from checkin.storage.journal import Journal, receive, wall_ms
from checkin.storage.trouble import cannot_be_written, has_no_room, in_words, no_room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Self

    from checkin.domain.facts import Fact, Scanned
    from checkin.domain.journal import Entry
    from checkin.domain.presence import Stay
    from checkin.storage.journal import Appended

_PIECE_SECONDS: Final = 0.010
"""How long a piece of a long act means to hold the event file."""
_SMALLEST_PIECE: Final = 20
_PIECES_BETWEEN_TIDYING: Final = 4
_BREATH_SECONDS: Final = 0.0005


class _Piece:
    """How many facts of batch work are recorded in one go: as many as the desk can wait for, the commit included."""

    def __init__(self) -> None:
        self.size = _SMALLEST_PIECE

    def took(self, seconds: float) -> None:
        """So long the last one held the event file."""
        fitting = int(self.size * _PIECE_SECONDS / max(seconds, 1e-6))
        self.size = max(_SMALLEST_PIECE, min(2 * self.size, fitting))


class _AnotherGoesOnError(CheckinError):
    """A long act is being written by somebody else."""


class EventFile:
    """One open event file. Safe to use from several threads; each gets its own connection."""

    def __init__(self, database: Database, desk: str, clock: Callable[[], int]) -> None:
        """Use `open` or `create`."""
        self.database = database
        self.desk = desk
        self._journal = Journal(database, desk, clock)
        self._event: tuple[tuple[Any, int], Event] | None = None
        self._known_event: Event | None = None
        self._key = bytes(self._own("event_key"))
        self._event_lock = threading.Lock()
        self.notice: CheckinError | None = None
        """What the operator should hear of the opening; None where there is nothing."""

    @classmethod
    def open(cls, path: Path, desk: str, *, clock: Callable[[], int] = wall_ms) -> Self:
        """The event at this path, for the desk with that id.

        An older file is backed up and brought up to date; what a long act cut short has left is undone.
        One that cannot be written, or whose disk is full, is only read; `notice` says so, and so does each act.
        Raises CheckinError where it is no event file, is damaged, locked or of a newer program.
        """
        if not path.is_file():
            raise CheckinError("The event file was not found", f"There is no file {path}. Check the path.")
        if not can_be_written(path):
            return cls._open_to_read(path, desk, clock, cannot_be_written(path))
        try:
            return cls._open_to_write(path, desk, clock)
        except EventFileError:
            if not has_no_room(path.absolute().parent):
                raise
        return cls._open_to_read(path, desk, clock, no_room(path))

    @classmethod
    def _open_to_write(cls, path: Path, desk: str, clock: Callable[[], int]) -> Self:
        database = Database(path)
        try:
            _require_schema(database)
            database.prepare_for_writing()
            if database.pending_migrations():
                back_up(database, why="before-update")
                database.migrate()
            with in_words(path):
                file = cls(database, desk, clock)
                file._clear_up()
        except BaseException:
            database.close()
            raise
        return file

    @classmethod
    def _open_to_read(cls, path: Path, desk: str, clock: Callable[[], int], refusal: EventFileError) -> Self:
        database = Database(path, refusal=refusal)
        try:
            _require_schema(database)
            _require_newest(database, refusal)
            file = cls(database, desk, clock)
        except BaseException:
            database.close()
            raise
        file.notice = refusal
        return file

    @classmethod
    def create(
        cls, path: Path, event: Event, desk: str, operator: str, *, clock: Callable[[], int] = wall_ms
    ) -> Self:
        """A new event file with this programme, whole or not at all. Raises CheckinError where one is already there."""
        if path.exists():
            raise CheckinError(
                "There is a file of this name already", f"{path} was left as it is. Choose another name."
            )
        draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
        try:
            with in_words(path):
                _write_new(draft, event, desk, operator, clock)
            set_aside(path)
            draft.rename(path)
        except CheckinError as error:
            raise CheckinError(error.title, error.message.replace(str(draft), str(path))) from error
        except OSError as error:
            raise CheckinError(
                "The event file cannot be made", f"{path}: {error.strerror or error}. Choose another folder."
            ) from error
        finally:
            discard(draft)
        return cls.open(path, desk, clock=clock)

    def close(self) -> None:
        """Let go of the file; all that was recorded is in it."""
        self.database.close()

    def let_go(self) -> None:
        """Close this thread's connection; the file stays open for the others."""
        self.database.peewee.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.database.path

    @property
    def event_key(self) -> bytes:
        """The secret under which the codes of this event are made: 32 bytes."""
        return self._key

    @property
    def event(self) -> Event:
        """The event's description and programme as they stand."""
        edition = (self._own("edition"), self.database.taken_back)
        with self._event_lock:
            if self._event is None or self._event[0] != edition:
                self._event = (edition, self._read_event())
            self._known_event = self._event[1]
            return self._event[1]

    @property
    def known_event(self) -> Event:
        """The event as it was read last. It asks no file, so that a window's thread need not wait for a disk."""
        return self._known_event or self.event

    def transaction(self) -> AbstractContextManager[None]:
        """What is read and appended inside is one act of the desk: all of it, durable at the end, or nothing."""
        return self.database.transaction()

    def append(self, facts: Iterable[Fact], operator: str, act: str | None = None) -> str:
        """Record facts of one act and bring the tables up to date, inside a transaction; the act's id.

        Raises CheckinError where the act that they belong to was undone meanwhile, or where a text cannot be written.
        """
        if act is not None and self._is_undone(act):
            raise CheckinError("This act was undone meanwhile", "What was still to come is not recorded.")
        appended = self._written_down(facts, operator, act)
        projection.carry_in(self.database, appended, latest=True)
        return appended[0].act

    def append_scan(self, scan: Scanned, person: str, last: Stay | None, operator: str) -> None:
        """Record a scan of this person, whose `last` stay in its session was read in the same transaction."""
        self._written_down([scan], operator)
        projection.follow(self.database, scan, person, last)

    def receive(self, entries: Sequence[Entry]) -> None:
        """Take in entries that were written elsewhere, each stream's in order; ValueError where they do not fit."""
        with self.database.transaction():
            projection.carry_in(self.database, receive(self.database, entries), latest=False)
        self.finish_undo()

    def long_act(
        self, what: str, facts: Iterable[Fact], operator: str, progress: Callable[[int], None]
    ) -> str:
        """Record many facts as one act, in short pieces that let the desk in between; the act's id.

        `progress` gets the number recorded after each piece; what it raises cancels. Cancelled or failed, the act
        is undone; cut off, it is undone at the next open. One at a time: raises CheckinError while another goes on.
        """
        with self._alone():
            with self.database.transaction(batch=True):
                act = self.append([ActBegun(what)], operator)
            try:
                self._append_in_pieces(facts, operator, act, progress)
                with self.database.transaction(batch=True):
                    self.append([ActEnded()], operator, act)
            except BaseException:
                self._undo_at_once(act, operator)
                raise
        return act

    @property
    def has_unfinished_undo(self) -> bool:
        """Whether a large undo has left anything to be carried into the tables."""
        return self.database.row("SELECT 1 FROM stale LIMIT 1") is not None

    def finish_undo(self) -> None:
        """Carry what a large undo has left into the tables, in short pieces."""
        piece = _Piece()
        more = self.has_unfinished_undo
        for number in count(1):
            if not more:
                return
            with self.database.transaction(batch=True, took=piece.took):
                more = projection.drain(self.database, piece.size)
            self._between_pieces(number)

    def _append_in_pieces(
        self, facts: Iterable[Fact], operator: str, act: str, progress: Callable[[int], None]
    ) -> None:
        waiting = iter(facts)
        piece, done = _Piece(), 0
        for number in count(1):
            with self.database.transaction(batch=True, took=piece.took):
                # Taken inside, so that facts which depend on what is recorded are made of what is recorded now.
                taken = list(islice(waiting, piece.size))
                if not taken:
                    return
                self.append(taken, operator, act)
            done += len(taken)
            progress(done)
            self._between_pieces(number)

    def _between_pieces(self, number: int) -> None:
        """Let the desk in, and now and then put the search index in order."""
        if number % _PIECES_BETWEEN_TIDYING == 0:
            with self.database.transaction(batch=True):
                persons.tidy_search(self.database)
        _breathe()

    def _written_down(self, facts: Iterable[Fact], operator: str, act: str | None = None) -> list[Appended]:
        try:
            return self._journal.append(facts, operator, act)
        except UnicodeEncodeError as error:
            raise CheckinError(
                "A text cannot be written down",
                "It holds half a character, which no file can hold. Type it again, or mend the list it came from.",
            ) from error

    def _undo_at_once(self, act: str, operator: str) -> None:
        # A full disk may be the very reason; then the next open does it.
        with suppress(CheckinError):
            with self.database.transaction(batch=True):
                if not self._is_undone(act):
                    self.append([Undone(act)], operator)
            self.finish_undo()
        self.database.shrink()

    def _is_undone(self, act: str) -> bool:
        return self.database.row("SELECT 1 FROM undone WHERE act = ?", (act,)) is not None

    def _clear_up(self) -> None:
        """Undo what long acts cut short have left, unless one is going on in another program right now."""
        if not self.has_unfinished_undo and not self._acts_cut_short():
            return
        with suppress(_AnotherGoesOnError), self._alone(patience=0):
            for act, operator in self._acts_cut_short():
                with self.database.transaction():
                    self.append([Undone(act)], operator)
                self.notice = CheckinError(
                    "An import or badge run was cut off the last time",
                    "It was undone as a whole; begin it again.",
                )
            self.finish_undo()

    def _acts_cut_short(self) -> list[tuple[str, str]]:
        # Both kinds are named each time, for then SQLite uses their partial index.
        rows = self.database.rows(
            """SELECT s.id || '-' || b.act, b.operator FROM journal b JOIN streams s ON s.no = b.stream
            WHERE b.kind IN ('act_begun', 'act_ended') AND b.kind = 'act_begun' AND NOT EXISTS (
                SELECT 1 FROM journal e WHERE e.kind IN ('act_begun', 'act_ended') AND e.kind = 'act_ended'
                AND e.stream = b.stream AND e.act = b.act)"""
        )
        undone = {act for (act,) in self.database.rows("SELECT act FROM undone")} if rows else set()
        return [(act, operator) for act, operator in rows if act not in undone]

    @contextmanager
    def _alone(self, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
        """Hold the right to a long act; the system gives it back when the program dies."""
        lock = filelock.FileLock(_lock_of(self.path))
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

    def _read_event(self) -> Event:
        description: EventDescription | None = None
        categories: dict[str, Category] = {}
        sessions: dict[str, Session] = {}
        for kind, body in self.database.rows(
            "SELECT j.kind, j.body FROM definitions d JOIN journal j ON j.entry = d.entry ORDER BY j.ord, j.entry"
        ):
            match decode(kind, body):
                case EventDescribed(known):
                    description = known
                case CategoryDefined(category):
                    categories[category.code] = category
                case SessionDefined(session):
                    sessions[session.code] = session
                case _:
                    pass
        if description is None:
            raise CheckinError("The event file is damaged", f"{self.path} does not say which event it is.")
        return Event(description, categories, sessions)

    def _own(self, name: str) -> Any:  # noqa: ANN401 - a value of SQLite
        row = self.database.row("SELECT value FROM own WHERE name = ?", (name,))
        if row is None:
            raise CheckinError(
                "The event file is damaged", f"{self.path} lacks its {name}. Restore the newest back-up."
            )
        return row[0]


def described(event: Event) -> list[Fact]:
    """The facts that make this event."""
    return [
        EventDescribed(event.description),
        *map(CategoryDefined, event.categories.values()),
        *map(SessionDefined, event.sessions.values()),
    ]


def _write_new(draft: Path, event: Event, desk: str, operator: str, clock: Callable[[], int]) -> None:
    database = Database(draft)
    try:
        database.migrate()
        with database.transaction():
            for name, value in (
                ("event_id", secrets.token_bytes(16)),
                ("event_key", secrets.token_bytes(32)),
            ):
                database.run("INSERT INTO own (name, value) VALUES (?, ?)", (name, value))
            EventFile(database, desk, clock).append(described(event), operator)
    finally:
        database.close()


def _breathe() -> None:
    """Let other programs in; a clock that is turned for a test may refuse to sleep."""
    with suppress(OSError):
        time.sleep(_BREATH_SECONDS)


def _require_schema(database: Database) -> None:
    if not database.has_schema:
        raise CheckinError("This is not an event file", f"{database.path} is empty. Choose another file.")


def _require_newest(database: Database, refusal: CheckinError) -> None:
    if database.pending_migrations():
        raise refusal


def _lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")
