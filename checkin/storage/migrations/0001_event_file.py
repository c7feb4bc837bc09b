"""The event file of form 1: the journal, the tables computed from it, and what belongs to this file alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peewee import Database

STATEMENTS = (
    # ---- The journal. A stream belongs to one run of one desk; its first entry is chained to the event's id.
    # Of two files under one desk's id, a restored back-up and the file that it replaced, say, only the one that wrote
    # a stream may clear up in it.
    """CREATE TABLE streams (
        no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, desk TEXT NOT NULL,
        last_seq INTEGER NOT NULL, last_order INTEGER NOT NULL, last_hash BLOB NOT NULL,
        written_here INTEGER NOT NULL DEFAULT 0 CHECK (written_here IN (0, 1)))""",
    # An act is told by the seq of its first entry. A body that was removed is NULL; its digest stays.
    """CREATE TABLE journal (
        entry INTEGER PRIMARY KEY, stream INTEGER NOT NULL REFERENCES streams, seq INTEGER NOT NULL,
        ord INTEGER NOT NULL, operator TEXT NOT NULL, act INTEGER NOT NULL, kind TEXT NOT NULL,
        subject TEXT NOT NULL, body BLOB, digest BLOB NOT NULL, hash BLOB NOT NULL, UNIQUE (stream, seq))""",
    "CREATE INDEX journal_by_act ON journal (stream, act) WHERE act <> seq",
    # The act that an undo takes back is found at the same cost however many refusals came after it.
    """CREATE INDEX acts_with_effect ON journal (entry) WHERE seq = act AND kind NOT IN (
        'scan_refused', 'left_without_entry', 'undone', 'badge_printed', 'operator_named')""",
    "CREATE INDEX exits_without_entry ON journal (entry) WHERE kind = 'left_without_entry'",
    "CREATE INDEX long_acts ON journal (kind) WHERE kind IN ('act_begun', 'act_ended')",
    """CREATE TABLE touches (key TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES journal,
        PRIMARY KEY (key, entry)) WITHOUT ROWID""",
    """CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER stream_continued AFTER INSERT ON journal BEGIN
        UPDATE streams SET last_seq = new.seq, last_order = max(last_order, new.ord), last_hash = new.hash
        WHERE no = new.stream; END""",
    # ---- Computed from the journal.
    "CREATE TABLE undone (act TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE operators (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX operators_by_name ON operators (name)",
    """CREATE TABLE definitions (what TEXT NOT NULL, code TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (what, code, field)) WITHOUT ROWID""",
    """CREATE TABLE delegates (
        no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        reference TEXT NOT NULL, honorific TEXT NOT NULL, family_name TEXT NOT NULL, given_name TEXT NOT NULL,
        native_honorific TEXT NOT NULL, native_name TEXT NOT NULL, name_order TEXT NOT NULL,
        salutation TEXT NOT NULL, position TEXT NOT NULL, native_position TEXT NOT NULL,
        organisation TEXT NOT NULL, native_organisation TEXT NOT NULL, delegation TEXT NOT NULL,
        head_of_delegation INTEGER NOT NULL, country TEXT NOT NULL, nationality TEXT NOT NULL, sex TEXT NOT NULL,
        category TEXT NOT NULL, precedence REAL, accompanies TEXT NOT NULL, represented_by TEXT NOT NULL,
        email TEXT NOT NULL, phone TEXT NOT NULL, language TEXT NOT NULL, diet TEXT NOT NULL,
        private_note TEXT NOT NULL, public_note TEXT NOT NULL, attention INTEGER NOT NULL, status TEXT NOT NULL,
        own TEXT NOT NULL, desk_at INTEGER, desk_station TEXT, door_at INTEGER, door_station TEXT,
        registered_order INTEGER NOT NULL, registered_stream TEXT NOT NULL)""",
    "CREATE INDEX delegates_by_reference ON delegates (reference) WHERE reference <> ''",
    "CREATE INDEX delegates_by_delegation ON delegates (delegation) WHERE delegation <> ''",
    "CREATE INDEX delegates_in_order ON delegates (registered_order, registered_stream)",
    """CREATE VIRTUAL TABLE search USING fts5 (
        names, details, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3', detail=column)""",
    # Batch work merges between its commits (persons.tidy_search); within them it made some 20 to 30 ms longer.
    "INSERT INTO search (search, rank) VALUES ('automerge', 0)",
    # Merging because of deletions made each commit of a large undo 10 ms longer.
    "INSERT INTO search (search, rank) VALUES ('deletemerge', 0)",
    """CREATE TABLE badges (code TEXT PRIMARY KEY, delegate TEXT NOT NULL, issued_at INTEGER,
        issue INTEGER NOT NULL, day TEXT, printed INTEGER NOT NULL, face TEXT NOT NULL, revoked TEXT NOT NULL,
        reason TEXT NOT NULL, words TEXT NOT NULL) WITHOUT ROWID""",
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
    # Entries that this program could not read whole: a newer one reads them again.
    "CREATE TABLE unread (entry INTEGER PRIMARY KEY REFERENCES journal)",
    # ---- This file's own: the event's id and key, editions, bytes that facts name, what is not carried in yet, jobs.
    "CREATE TABLE own (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    # How often the definitions have changed: whoever holds what they say asks for one number.
    "INSERT INTO own (name, value) VALUES ('edition', 0)",
    """CREATE TRIGGER definition_made AFTER INSERT ON definitions BEGIN
        UPDATE own SET value = value + 1 WHERE name = 'edition'; END""",
    """CREATE TRIGGER definition_changed AFTER UPDATE ON definitions BEGIN
        UPDATE own SET value = value + 1 WHERE name = 'edition'; END""",
    """CREATE TRIGGER definition_withdrawn AFTER DELETE ON definitions BEGIN
        UPDATE own SET value = value + 1 WHERE name = 'edition'; END""",
    "CREATE TABLE pictures (digest BLOB PRIMARY KEY, bytes BLOB NOT NULL)",
    # Acts whose undoing (or its taking back) is still being carried into the tables, and how far that got.
    "CREATE TABLE stale (act TEXT PRIMARY KEY, done INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE print_jobs (
        no INTEGER PRIMARY KEY, code TEXT NOT NULL, queued_at INTEGER NOT NULL, state TEXT NOT NULL,
        printer TEXT NOT NULL, trouble TEXT NOT NULL)""",
    "CREATE INDEX print_jobs_waiting ON print_jobs (no) WHERE state IN ('queued', 'failed')",
)


def up(_migrator: object, db: Database) -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        db.execute_sql(statement)  # type: ignore[no-untyped-call]
