"""A view or trigger that somebody put into the file: nothing is asked through it, nothing hangs, and it is told."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest
from sqlcipher3 import dbapi2 as sqlite

from checkin.domain.faults import Fault, Finding
from checkin.errors import CheckinError
from checkin.storage import back_up, rotation, schema, verifying
from checkin.storage.database import Database
from checkin.storage.event_file import EventFile
from checkin.storage.migrating import migrate, pending_migrations
from tests.storage.stories import a_registration, copied, recorded

if TYPE_CHECKING:
    from pathlib import Path

ENDLESS: Final = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"


@pytest.fixture
def copy(file: EventFile, tmp_path: Path) -> Path:
    """A closed event file with one person."""
    recorded(file, a_registration("d1"))
    with copied(file, tmp_path / "copy.event") as other:
        return other.path


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def in_place_of(table: str) -> tuple[str, ...]:
    """An endless view where a table was, with the table's columns as far as anybody asks for them."""
    return (f"ALTER TABLE {table} RENAME TO was_{table}", f"CREATE VIEW {table} AS {ENDLESS}")


@pytest.mark.parametrize(
    "table", ["own", "journal", "streams", "definitions", "delegates", "schema_migration", "stale"]
)
def test_a_view_in_the_place_of_a_table_is_told_at_once(copy: Path, table: str) -> None:
    spoil(copy, *in_place_of(table))

    with pytest.raises(CheckinError, match="The event file is damaged"):
        EventFile.open(copy, "desk1")
    with pytest.raises(CheckinError, match="The event file is damaged"):
        back_up.restore(copy, copy.with_name("again.event"))
    assert not copy.with_name("again.event").exists()


def test_a_view_over_itself_that_nobody_asks_is_found_and_hinders_nobody(copy: Path) -> None:
    spoil(
        copy, "CREATE VIEW guests AS SELECT * FROM visitors", "CREATE VIEW visitors AS SELECT * FROM guests"
    )

    with EventFile.open(copy, "desk1") as file:
        recorded(file, a_registration("d2"))
        found = verifying.verify(file.database, lambda _: None)
        looked = verifying.look_over(file.database)

    expected = [Finding(Fault.SCHEMA, "guests"), Finding(Fault.SCHEMA, "visitors")]
    assert list(found.findings) == looked == expected
    assert not found.is_whole


@pytest.mark.parametrize(
    "trigger",
    [
        f"CREATE TRIGGER loops AFTER INSERT ON journal BEGIN INSERT INTO undone {ENDLESS}; END",
        "CREATE TRIGGER loops AFTER UPDATE ON streams BEGIN UPDATE streams SET last_seq = last_seq + 1; END",
        f"CREATE TRIGGER loops BEFORE DELETE ON stale BEGIN INSERT INTO undone {ENDLESS}; END",
    ],
)
def test_a_file_with_a_trigger_of_somebody_else_is_only_read_and_verified(copy: Path, trigger: str) -> None:
    spoil(copy, trigger)

    with EventFile.open(copy, "desk1") as file:
        assert file.notice is not None
        with pytest.raises(CheckinError, match="Another program has changed the event file") as raised:
            recorded(file, a_registration("d2"))
        found = verifying.verify(file.database, lambda _: None)

    assert "loops" in raised.value.message
    assert list(found.findings) == [Finding(Fault.SCHEMA, "loops")]


def test_a_trigger_of_ours_that_says_something_else_is_somebody_elses(copy: Path) -> None:
    spoil(
        copy,
        "DROP TRIGGER journal_is_never_changed",
        f"CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal BEGIN INSERT INTO undone {ENDLESS}; END",
    )

    with EventFile.open(copy, "desk1") as file:
        assert file.notice is not None
        assert "journal_is_never_changed" in file.notice.message


def test_a_back_up_with_an_endless_view_is_never_the_newest(file: EventFile) -> None:
    made = back_up.back_up(file.database)
    recorded(file, a_registration("d1"))
    spoil(back_up.back_up(file.database), *in_place_of("streams"))

    assert rotation.newest(file.path) == made


def test_the_triggers_of_each_migration_are_known_as_ours(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "fresh.event")) as fresh:
        for name in pending_migrations(fresh):
            migrate(fresh, to=name)
            assert schema.foreign_triggers(fresh) is None
            assert not schema.has_foreign_code(fresh)


def test_a_question_without_an_end_is_broken_off(file: EventFile) -> None:
    with file.database.bounded(0.05), pytest.raises(CheckinError, match="The event file is damaged"):
        file.database.rows(ENDLESS)
    assert file.database.row("SELECT 1") == (1,)
