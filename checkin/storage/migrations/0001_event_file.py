"""The first event file: the journal, the tables computed from it, and what belongs to this file alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peewee import Database

TABLES = (
    # The journal. A stream belongs to one run of one desk.
    """CREATE TABLE streams (
        no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, desk TEXT NOT NULL,
        last_seq INTEGER NOT NULL, last_order INTEGER NOT NULL, last_hash BLOB NOT NULL)""",
    "CREATE INDEX streams_by_order ON streams (last_order)",
    """CREATE TABLE journal (
        entry INTEGER PRIMARY KEY, stream INTEGER NOT NULL REFERENCES streams, seq INTEGER NOT NULL,
        ord INTEGER NOT NULL, operator TEXT NOT NULL, act INTEGER NOT NULL, kind TEXT NOT NULL,
        subject TEXT NOT NULL, body BLOB NOT NULL, hash BLOB NOT NULL, UNIQUE (stream, seq))""",
    "CREATE INDEX journal_by_act ON journal (stream, act) WHERE act <> seq",
    "CREATE INDEX act_beginnings ON journal (entry) WHERE seq = act",
    "CREATE INDEX long_acts ON journal (kind) WHERE kind IN ('act_begun', 'act_ended')",
    """CREATE TABLE touches (key TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES journal,
        PRIMARY KEY (key, entry)) WITHOUT ROWID""",
    """CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    # Computed from the journal.
    "CREATE TABLE undone (act TEXT PRIMARY KEY) WITHOUT ROWID",
    """CREATE TABLE definitions (key TEXT PRIMARY KEY, entry INTEGER NOT NULL REFERENCES journal) WITHOUT ROWID""",
    """CREATE TABLE delegates (
        no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        reference TEXT NOT NULL, honorific TEXT NOT NULL, family_name TEXT NOT NULL, given_name TEXT NOT NULL,
        native_name TEXT NOT NULL, name_order TEXT NOT NULL, position TEXT NOT NULL, organisation TEXT NOT NULL,
        delegation TEXT NOT NULL, head_of_delegation INTEGER NOT NULL, country TEXT NOT NULL,
        category TEXT NOT NULL, precedence REAL, email TEXT NOT NULL, phone TEXT NOT NULL,
        language TEXT NOT NULL, diet TEXT NOT NULL, private_note TEXT NOT NULL, public_note TEXT NOT NULL,
        attention INTEGER NOT NULL, status TEXT NOT NULL,
        desk_at INTEGER, desk_station TEXT, door_at INTEGER, door_station TEXT)""",
    "CREATE INDEX delegates_by_reference ON delegates (reference) WHERE reference <> ''",
    "CREATE INDEX delegates_by_delegation ON delegates (delegation) WHERE delegation <> ''",
    """CREATE VIRTUAL TABLE search USING fts5 (
        names, details, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3', detail=column)""",
    # Batch work merges between its commits (persons.tidy_search); within them it made some 20 to 30 ms longer.
    "INSERT INTO search (search, rank) VALUES ('automerge', 0)",
    # Merging because of deletions made each commit of a large undo 10 ms longer.
    "INSERT INTO search (search, rank) VALUES ('deletemerge', 0)",
    """CREATE TABLE badges (code TEXT PRIMARY KEY, delegate TEXT NOT NULL, issued_at INTEGER,
        issue INTEGER NOT NULL, printed INTEGER NOT NULL, revoked TEXT NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX badges_by_delegate ON badges (delegate)",
    """CREATE TABLE stays (person TEXT NOT NULL, session TEXT NOT NULL, n INTEGER NOT NULL,
        came INTEGER NOT NULL, station TEXT NOT NULL, code TEXT NOT NULL, "left" INTEGER,
        PRIMARY KEY (person, session, n)) WITHOUT ROWID""",
    """CREATE TABLE occupancy (session TEXT PRIMARY KEY, inside INTEGER NOT NULL, entered INTEGER NOT NULL)
        WITHOUT ROWID""",
    """CREATE TRIGGER somebody_came AFTER INSERT ON stays BEGIN
        INSERT INTO occupancy VALUES (new.session, new."left" IS NULL, new.n = 1)
        ON CONFLICT DO UPDATE SET inside = inside + excluded.inside, entered = entered + excluded.entered; END""",
    """CREATE TRIGGER somebody_left AFTER UPDATE OF "left" ON stays BEGIN
        UPDATE occupancy SET inside = inside + (new."left" IS NULL) - (old."left" IS NULL)
        WHERE session = new.session; END""",
    """CREATE TRIGGER stay_withdrawn AFTER DELETE ON stays BEGIN
        UPDATE occupancy SET inside = inside - (old."left" IS NULL), entered = entered - (old.n = 1)
        WHERE session = old.session; END""",
    # This file's own.
    "CREATE TABLE own (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    # Acts whose undoing (or its taking back) is still being carried into the tables, and how far that got.
    "CREATE TABLE stale (act TEXT PRIMARY KEY, done INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE print_jobs (
        no INTEGER PRIMARY KEY, code TEXT NOT NULL, queued_at INTEGER NOT NULL, state TEXT NOT NULL,
        printer TEXT NOT NULL, trouble TEXT NOT NULL)""",
    "CREATE INDEX print_jobs_waiting ON print_jobs (no) WHERE state IN ('queued', 'failed')",
)


def up(_migrator: object, db: Database) -> None:
    """Make the tables."""
    for statement in TABLES:
        db.execute_sql(statement)  # type: ignore[no-untyped-call]
