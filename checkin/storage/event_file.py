"""Opens, creates and writes the event file of one event. This desk records everything by `append` or `append_scan`."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from checkin.domain import codes
from checkin.domain.definitions import definitions_of, event_of
from checkin.domain.delegates import new_id
from checkin.domain.facts import Defined, OperatorNamed, Scanned
from checkin.errors import CheckinError, EventFileError
from checkin.plain_text import plain
from checkin.storage import (
    acts,
    definitions,
    long_acts,
    own,
    projection,
    rebuilt,
    receiving,
    refolding,
    schema,
    verifying,
    write_own,
)
from checkin.storage.back_up import back_up, set_aside
from checkin.storage.database import Database
from checkin.storage.drafts import draft_of
from checkin.storage.event_folder import can_be_written, keep_to_owner
from checkin.storage.known_words import KnownWords
from checkin.storage.migrating import migrate, pending_migrations
from checkin.storage.rescue import rescue
from checkin.storage.trouble import cannot_be_written, has_no_room, in_words, no_room
from checkin.storage.write_journal import Journal, wall_ms
from checkin.storage.write_pictures import Pictures, carry_over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Self

    from checkin.domain.facts import Fact
    from checkin.domain.journal import Entry
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Event
    from checkin.storage.journal import Appended


class EventFile:
    """One open event file. Several threads can use the file; each thread has its own connection."""

    def __init__(self, database: Database, desk: str, clock: Callable[[], int]) -> None:
        """Wrap an open database. Only `open` and `create` call this; other modules use those two."""
        self.database = database
        self.words = KnownWords(database)
        self.database.is_sound = partial(verifying.is_sound_at_once, database)
        self.desk = desk
        self._id = own.event_id(database)
        self._key = own.event_key(database)
        self._minting_key = own.minting_key(database)
        self._journal = Journal(database, self._id, desk, clock)
        self.database.when_committed = self._journal.on_committed
        self._pictures = Pictures(database)
        self.database.when_lost = partial(
            rescue, database, lambda: self._journal.committed, lambda: self._pictures.newest
        )
        self._operators: tuple[int, dict[str, str]] = (0, {})
        self._event: tuple[tuple[int, int], Event] | None = None
        self._known_event: Event | None = None
        self._event_lock = threading.Lock()
        self._may_pass = False
        self.notice: CheckinError | None = None
        """What the operator should be told after the opening of the file; None if there is nothing to tell."""

    @classmethod
    def open(cls, path: Path, desk: str, *, clock: Callable[[], int] = wall_ms) -> Self:
        """Open the event file at this path, for the desk with this id.

        A file of an older version is backed up and brought up to date. A long act of this desk that was cut short is
        undone. If the file cannot be written, or its disk is full, it is opened for reading only: `notice` is then the
        error that says so, and each attempt to record raises this error. Raises CheckinError if the file is no event
        file, is damaged or locked, or is from a newer program.
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
        keep_to_owner(path)
        database = Database(path)
        try:
            _require_schema(database)
            refusal = schema.foreign_triggers(database)
            if refusal is not None:
                database.close()
                return cls._open_to_read(path, desk, clock, refusal, may_pass=False)
            database.prepare_for_writing()
            if pending_migrations(database):
                back_up(database, why="before-update")
                migrate(database)
            with in_words(path):
                file = cls(database, desk, clock)
                own.refuse_newer_editions(database)
                refolding.catch_up(database)
                rebuilt.clear_up_after_a_kill(path)
                file.notice = long_acts.undo_what_was_cut_short(file) or file._doors_that_never_open()
        except BaseException:
            database.close()
            raise
        return file

    @classmethod
    def _open_to_read(
        cls,
        path: Path,
        desk: str,
        clock: Callable[[], int],
        refusal: EventFileError,
        *,
        may_pass: bool = True,
    ) -> Self:
        database = Database(path, refusal=refusal)
        try:
            _require_schema(database)
            _require_newest(database, refusal)
            rebuilt.clear_up_after_a_kill(path)
            file = cls(database, desk, clock)
        except BaseException:
            database.close()
            raise
        file.notice = refusal
        file._may_pass = may_pass
        return file

    @classmethod
    def create(
        cls, path: Path, event: Event, desk: str, operator: str, *, clock: Callable[[], int] = wall_ms
    ) -> Self:
        """Create the complete file of a new event, or no file at all. Raise CheckinError if a file is already there."""
        try:
            if path.exists():
                raise CheckinError(
                    "There is a file of this name already", f"{path} was left as it is. Choose another name."
                )
            with draft_of(path) as draft:
                with in_words(path):
                    _write_new(draft, event, desk, operator, clock)
                set_aside(path)
                draft.rename(path)
        except OSError as error:
            raise CheckinError(
                "The event file cannot be made", f"{path}: {error.strerror or error}. Choose another folder."
            ) from error
        return cls.open(path, desk, clock=clock)

    def close(self) -> None:
        """Close the file. Everything that was recorded is then in the file itself, and not in a log beside it."""
        self.database.close()

    def let_go(self) -> None:
        """Close the connection of the calling thread; the file stays open for the other threads."""
        self.database.peewee.close()

    @property
    def is_back(self) -> bool:
        """Whether the file was lost, and now lies at its path again."""
        return self.database.is_back

    def take_up_again(self) -> bool:
        """Close the last connections to a lost file that is at its path again; return whether it holds all records.

        Call this method after all threads have called `close`. A file that is back can then be opened again.
        """
        return self.database.take_up_again()

    def require_in_place(self) -> None:
        """Raise LostFileError if somebody else has deleted, replaced or overwritten the file while it is open."""
        self.database.require_in_place()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def refusal(self) -> CheckinError | None:
        """The error that every attempt to record raises; None while the file can be recorded in."""
        return self.database.refusal

    @property
    def has_no_room(self) -> bool:
        """Whether the disk with this file is full."""
        return has_no_room(self.path.absolute().parent)

    @property
    def could_be_written(self) -> bool:
        """Whether the file was opened only to be read, but could be opened for recording now."""
        return self._may_pass and can_be_written(self.path) and not self.has_no_room

    @property
    def newest_own(self) -> tuple[int, str, int] | None:
        """The place (order, stream, seq) of the newest entry of this run of the program; None if there is none."""
        return self._journal.newest

    @property
    def path(self) -> Path:
        """The path of the event file."""
        return self.database.path

    @property
    def event_id(self) -> str:
        """The id of the event: 32 hexadecimal digits. It is not a secret."""
        return self._id.hex()

    @property
    def event_key(self) -> bytes:
        """The secret key with which the codes of this event are made: 32 bytes."""
        return self._key

    @property
    def is_rehearsal(self) -> bool:
        """Whether this file is a rehearsal of the event (see `rehearsing`)."""
        return self._minting_key != self._key

    def mint_code(self) -> codes.Code:
        """Make a new code for a badge. A code made in a rehearsal is genuine in the rehearsals of the event only."""
        return codes.mint(self._minting_key)

    def read_code(self, text: str) -> codes.Reading:
        """Read a text that was scanned or typed. In a rehearsal, the codes of the event itself are genuine too."""
        reading = codes.read(text, self._key)
        if self.is_rehearsal and isinstance(reading, codes.Forged):
            return codes.read(text, self._minting_key)
        return reading

    @property
    def event(self) -> Event:
        """The event's description and programme, with all changes that were recorded so far."""
        edition = (own.definitions_edition(self.database), self.database.taken_back)
        with self._event_lock:
            if self._event is None or self._event[0] != edition:
                self._event = (edition, self._read_event())
            self._known_event = self._event[1]
            return self._event[1]

    @property
    def known_event(self) -> Event:
        """The event as it was last read from the file; it is read now only if it was never read before.

        A window uses this property, because it must not wait for a slow disk.
        """
        return self._known_event or self.event

    def transaction(self) -> AbstractContextManager[None]:
        """A transaction for an act of the desk: all facts appended inside it are recorded durably, or none of them."""
        return self.database.transaction()

    def append(self, facts: Iterable[Fact], operator: str, act: str | None = None) -> str:
        """Record facts as one act and bring the tables up to date; return the act's id.

        The caller must have opened a transaction. The facts are added to the act with the id `act`, or form a new act
        if `act` is None. `operator` is the name of the operator who acts. Raises CheckinError if the act was undone
        meanwhile, or if a text cannot be written.
        """
        if act is not None and projection.is_undone(self.database, act):
            raise CheckinError("This act was undone meanwhile", "What was still to come is not recorded.")
        appended = self._written_down(facts, operator, act)
        projection.carry_in(self.database, appended, latest=True)
        return appended[0].act

    def keep_picture(self, content: bytes) -> str:
        """Store the bytes of a picture, and return their digest (hash), by which a fact names the picture.

        The caller must have opened a transaction, and must record the fact in the same transaction.
        """
        return self._pictures.keep(content)

    def append_scan(self, scan: Scanned, person: str, last: Stay | None, operator: str) -> str:
        """Record a scan of this person as a new act and bring the tables up to date; return the act's id.

        The caller must have opened a transaction. `last` is the person's latest stay in the session, read in this
        transaction; None if there was none. `operator` is the operator's name.
        """
        (appended,) = self._written_down([scan], operator)
        stored = appended.fact if isinstance(appended.fact, Scanned) else scan
        projection.follow(self.database, stored, person, last)
        return appended.act

    def receive(self, entries: Sequence[Entry]) -> CheckinError | None:
        """Write entries from another file into this file, in transactions of its own, and bring the tables up to date.

        The entries of each stream (written by one run of the program at one desk) must be in order. Returns a notice
        for the operator, such as a warning of a wrong clock, or None. Raises MisfitError, before anything is written,
        if an entry does not fit the entries in this file.
        """
        notice = receiving.receive(self.database, entries)
        long_acts.finish_undo(self.database)
        return notice or self._doors_that_never_open()

    def receive_pictures(self, source: Database) -> None:
        """Copy the pictures that are missing here from another file of this event, in transactions of its own.

        Call this method before `receive`, so that no entry ever names a picture that is not here yet.
        """
        carry_over(source, self.database)

    def _written_down(self, facts: Iterable[Fact], operator: str, act: str | None = None) -> list[Appended]:
        try:
            return self._journal.append(facts, self._operator_id(operator), act)
        except UnicodeEncodeError as error:
            raise CheckinError(
                "A text cannot be written down",
                "It holds half a character, which no file can hold. Type it again, or mend the list it came from.",
            ) from error

    def _operator_id(self, name: str) -> str:
        """The id of the operator with this name; "" for an empty name. A new name is recorded, with a new id."""
        name = plain(name).strip()
        taken_back, known = self._operators
        # A transaction that was rolled back may have named somebody.
        if taken_back != self.database.taken_back:
            self._operators = (self.database.taken_back, known := {})
        if name and name not in known:
            known[name] = acts.operator_named(self.database, name) or self._named(name)
        return known.get(name, "")

    def _named(self, name: str) -> str:
        operator = new_id("o")
        appended = self._journal.append([OperatorNamed(operator, name)], operator)
        projection.carry_in(self.database, appended, latest=True)
        return operator

    def _doors_that_never_open(self) -> CheckinError | None:
        """What to tell the operator about sessions that nobody can enter; None if there are none.

        The times of such a session contradict each other: the last entry lies before the doors open.
        """
        try:
            codes = ", ".join(session.code for session in self.event.sessions_that_never_open())
        except CheckinError:
            return None  # whoever asks for the event gets the error; a file without an event can be verified and mended
        if not codes:
            return None
        return CheckinError(
            "A session lets nobody in",
            f"The last entry lies before the doors open: {codes}. Two people have changed the times apart from each "
            "other. Set them anew.",
        )

    def _read_event(self) -> Event:
        event = event_of(definitions.everything(self.database), definitions.doors_by_hand(self.database))
        if event is None:
            raise CheckinError("The event file is damaged", f"{self.path} does not say which event it is.")
        return event


def described(event: Event) -> list[Fact]:
    """The facts that define this event and its programme."""
    return [Defined(what, code, values) for (what, code), values in definitions_of(event).items()]


def _write_new(draft: Path, event: Event, desk: str, operator: str, clock: Callable[[], int]) -> None:
    database = Database(draft)
    try:
        migrate(database)
        with database.transaction():
            write_own.begin(database)
            EventFile(database, desk, clock).append(described(event), operator)
    finally:
        database.close()


def _require_schema(database: Database) -> None:
    if not database.has_schema:
        raise CheckinError("This is not an event file", f"{database.path} is empty. Choose another file.")
    schema.require_tables(database)


def _require_newest(database: Database, refusal: CheckinError) -> None:
    if pending_migrations(database):
        raise refusal
