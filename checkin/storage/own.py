"""Reads the values that belong to this file alone: the event's id and key, and its editions (version numbers)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checkin.domain.codes import rehearsal_key
from checkin.domain.folding import FOLD_EDITION
from checkin.domain.journal import KEY_LENGTH, event_id_of
from checkin.storage.codec import VOCABULARY_EDITION
from checkin.storage.trouble import DamagedError, newer_version

if TYPE_CHECKING:
    from checkin.storage.database import Database


EVENT_ID: Final = "event_id"
EVENT_KEY: Final = "event_key"
FOLDED_BY: Final = "folded_by"
READ_BY: Final = "read_by"
REHEARSAL: Final = "rehearsal"


def event_id(database: Database) -> bytes:
    """The id of the event in this file: 16 bytes."""
    return _bytes(database, EVENT_ID)


def event_key(database: Database) -> bytes:
    """The secret key for the codes of this event: 32 bytes. Raises DamagedError if it does not fit the event id."""
    key = _bytes(database, EVENT_KEY)
    if len(key) != KEY_LENGTH or event_id_of(key) != event_id(database):
        raise DamagedError(
            "The event file is damaged",
            f"The key of its badges in {database.path} is not the one that the event began with: every badge would be "
            "refused. Open the newest back-up with 'checkin restore'; this file is kept.",
        )
    return key


def is_rehearsal(database: Database) -> bool:
    """Whether this file is a copy of an event that was made to rehearse with (see `rehearsing`)."""
    return database.row("SELECT 1 FROM own WHERE name = ?", (REHEARSAL,)) is not None


def minting_key(database: Database) -> bytes:
    """The key with which new codes are made in this file: the event's key or, in a rehearsal, another key."""
    key = event_key(database)
    return rehearsal_key(key) if is_rehearsal(database) else key


def definitions_edition(database: Database) -> int:
    """A number that changes whenever the event's definitions (such as its sessions) change."""
    return _number(database, "edition")


def was_folded_by(database: Database) -> int:
    """The edition (version number) of the rules by which this file's tables were computed from its journal."""
    return _number(database, FOLDED_BY)


def was_read_by(database: Database) -> int:
    """The edition (version number) of the set of facts that a program could read when it read this file last."""
    return _number(database, READ_BY)


def refuse_newer_editions(database: Database) -> None:
    """Raise CheckinError if a newer program has computed this file's tables or read its entries.

    An older program must not compute the tables again by its older rules.
    """
    if was_folded_by(database) > FOLD_EDITION or was_read_by(database) > VOCABULARY_EDITION:
        raise newer_version(database.path)


def _number(database: Database, name: str) -> int:
    value = _value(database, name)
    if not isinstance(value, int):
        raise _lacks(database, name)
    return value


def _bytes(database: Database, name: str) -> bytes:
    value = _value(database, name)
    if not isinstance(value, bytes):
        raise _lacks(database, name)
    return value


def _value(database: Database, name: str) -> Any:  # noqa: ANN401 - a value of SQLite
    row = database.row("SELECT value FROM own WHERE name = ?", (name,))
    if row is None:
        raise _lacks(database, name)
    return row[0]


def _lacks(database: Database, name: str) -> DamagedError:
    return DamagedError(
        "The event file is damaged",
        f"{database.path} lacks its {name}. Open the newest back-up with 'checkin restore'; this file is kept.",
    )
