"""The event file of one event: opened, made, written to. Everything that is recorded passes `append`."""

from __future__ import annotations

import secrets
import threading
from typing import TYPE_CHECKING, Any

from checkin.domain.facts import CategoryDefined, EventDescribed, SessionDefined
from checkin.domain.programme import Category, Event, EventDescription, Session
from checkin.errors import CheckinError, EventFileError
from checkin.storage import long_acts, projection
from checkin.storage.back_up import back_up, set_aside
from checkin.storage.codec import decode
from checkin.storage.database import Database, can_be_written, discard
from checkin.storage.journal import Journal, receive, wall_ms
from checkin.storage.trouble import cannot_be_written, has_no_room, in_words, no_room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Self

    from checkin.domain.facts import Fact, Scanned
    from checkin.domain.journal import Entry
    from checkin.domain.presence import Stay
    from checkin.storage.journal import Appended


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
                file.notice = long_acts.undo_what_was_cut_short(file)
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
        if act is not None and projection.is_undone(self.database, act):
            raise CheckinError("This act was undone meanwhile", "What was still to come is not recorded.")
        appended = self._written_down(facts, operator, act)
        projection.carry_in(self.database, appended, latest=True)
        return appended[0].act

    def append_scan(self, scan: Scanned, person: str, last: Stay | None, operator: str) -> str:
        """Record a scan of this person, whose `last` stay there was read in the same transaction; the act's id."""
        (appended,) = self._written_down([scan], operator)
        projection.follow(self.database, scan, person, last)
        return appended.act

    def receive(self, entries: Sequence[Entry]) -> None:
        """Take in entries that were written elsewhere, each stream's in order; ValueError where they do not fit."""
        with self.database.transaction():
            projection.carry_in(self.database, receive(self.database, entries), latest=False)
        long_acts.finish_undo(self.database)

    def _written_down(self, facts: Iterable[Fact], operator: str, act: str | None = None) -> list[Appended]:
        try:
            return self._journal.append(facts, operator, act)
        except UnicodeEncodeError as error:
            raise CheckinError(
                "A text cannot be written down",
                "It holds half a character, which no file can hold. Type it again, or mend the list it came from.",
            ) from error

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


def _require_schema(database: Database) -> None:
    if not database.has_schema:
        raise CheckinError("This is not an event file", f"{database.path} is empty. Choose another file.")


def _require_newest(database: Database, refusal: CheckinError) -> None:
    if database.pending_migrations():
        raise refusal
