"""Writes the values that belong to this file alone: a new event's id and key, and the editions (version numbers)."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from checkin.domain.folding import FOLD_EDITION
from checkin.domain.journal import KEY_LENGTH, event_id_of
from checkin.storage.codec import VOCABULARY_EDITION
from checkin.storage.own import EVENT_ID, EVENT_KEY, FOLDED_BY, READ_BY, REHEARSAL

if TYPE_CHECKING:
    from checkin.storage.database import Database


def begin(database: Database) -> None:
    """Give a new event file its id, its key and its editions (see `note_editions`).

    The caller must have opened a transaction.
    """
    key = secrets.token_bytes(KEY_LENGTH)
    _set(database, EVENT_ID, event_id_of(key))
    _set(database, EVENT_KEY, key)
    note_editions(database)


def note_editions(database: Database) -> None:
    """Record that this version of the program has read all entries of the file and computed its tables.

    Two editions (version numbers) are stored: of the facts that the program can read, and of the rules by which it
    computes the tables. The caller must have opened a transaction.
    """
    _set(database, FOLDED_BY, FOLD_EDITION)
    _set(database, READ_BY, VOCABULARY_EDITION)


def mark_as_rehearsal(database: Database) -> None:
    """Mark this file as a rehearsal. The caller must have opened a transaction."""
    _set(database, REHEARSAL, 1)


def _set(database: Database, name: str, value: object) -> None:
    database.run("INSERT OR REPLACE INTO own (name, value) VALUES (?, ?)", (name, value))
