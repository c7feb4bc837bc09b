"""The migrations of an event file: which are missing, how they are applied, and whether the file can take them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from playhouse.migrations import Runner

from checkin.errors import CheckinError
from checkin.storage.engine import patiently
from checkin.storage.on_disk import APPLICATION_ID
from checkin.storage.trouble import damaged, in_words, newer_version

if TYPE_CHECKING:
    from checkin.storage.database import Database

FORM: Final = 1
"""The version of the journal's form, which is kept as the file's `user_version`; 1 is the first that was released."""
_FALSE_HISTORY: Final = "SELECT 1 FROM sqlite_master WHERE type = 'view' AND name = 'schema_migration'"
_MIGRATIONS: Final = Path(__file__).parent / "migrations"


def migrate(database: Database, to: str | None = None) -> list[str]:
    """Apply the migrations that are missing, or those up to `to`; return the names of the applied ones."""
    runner = _runner(database)
    database.prepare_for_writing()
    with in_words(database.path):
        done: list[str] = patiently(runner.up, to)
        database.run(f"PRAGMA application_id = {APPLICATION_ID}")
        database.run(f"PRAGMA user_version = {FORM}")
    return done


def pending_migrations(database: Database) -> list[str]:
    """The names of the migrations that this program has and that were not applied to the file yet."""
    states = patiently(_runner(database).status)
    return [migration.name for migration in states if migration.applied is None]


def written_migrations() -> str:
    """The source text of all migrations of this program."""
    return "\n".join(path.read_text("utf-8") for path in sorted(_MIGRATIONS.glob("*.py")))


def check_origin(database: Database) -> None:
    """Raise CheckinError if the file is no event file, or is from a trial version or a newer program."""
    application_id = database.row("PRAGMA application_id")[0]
    if application_id != APPLICATION_ID and database.has_schema:
        raise CheckinError(
            "This is not an event file", f"{database.path} belongs to another program. Choose another file."
        )
    if database.row(_FALSE_HISTORY) is not None:
        raise damaged("its migrations", "a view")
    (form,) = database.row("PRAGMA user_version")
    if form < FORM and database.has_schema:
        raise CheckinError(
            "The event file is from before the first version",
            f"{database.path} was made by a trial version of this program, whose files no version reads. "
            "Make the event anew from its definition and its lists; the file was not changed.",
        )
    if form > FORM or any(migration.path is None for migration in _runner(database).status()):
        raise newer_version(database.path)


def _runner(database: Database) -> Runner:
    runner = Runner(database.peewee, str(_MIGRATIONS))
    if not runner.migrations():
        raise CheckinError(
            "A part of the program is missing", "Install the program again; nothing was changed."
        )
    return runner
