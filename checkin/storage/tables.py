"""The Peewee models of the tables that lists and counters read. A query is bound to a database when it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import BooleanField, FloatField, IntegerField, Model, TextField

from checkin.domain.delegates import NUMBERS, YES_OR_NO, Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.storage.database import Database


def tuples(database: Database, query: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - Peewee's types know no tuples
    """Yield the rows of a query on the models of this module, one after another."""
    return database.each(*query.bind(database.peewee).sql())


class DelegateRow(Model):
    """A row of the table of delegates: a delegate and their arrivals. Times are milliseconds since 1970."""

    no = IntegerField(primary_key=True)
    id = TextField()
    desk_at = IntegerField(null=True)
    desk_station = TextField(null=True)
    door_at = IntegerField(null=True)
    door_station = TextField(null=True)
    own = TextField()
    registered_order = IntegerField()
    registered_stream = TextField()

    class Meta:
        """The name of the table."""

        table_name = "delegates"


for _field in Field:
    if _field in NUMBERS:
        DelegateRow._meta.add_field(_field.value, FloatField(null=True))  # noqa: SLF001
    else:
        DelegateRow._meta.add_field(_field.value, BooleanField() if _field in YES_OR_NO else TextField())  # noqa: SLF001


class BadgeRow(Model):
    """A row of the table of badges: one badge."""

    code = TextField(primary_key=True)
    delegate = TextField()
    issued_at = IntegerField(null=True)
    issue = IntegerField()
    day = TextField(null=True)
    printed = IntegerField()
    face = TextField()
    revoked = TextField()
    reason = TextField()
    words = TextField()

    class Meta:
        """The name of the table."""

        table_name = "badges"


class StayRow(Model):
    """A row of the table of stays: one stay of a person in a session."""

    person = TextField()
    session = TextField()
    n = IntegerField()
    came = IntegerField()
    station = TextField()
    code = TextField()
    left = IntegerField(null=True)
    was_asked = BooleanField()

    class Meta:
        """The name of the table, and the setting that Peewee shall assume no primary key."""

        table_name = "stays"
        primary_key = False


class NamedRow(Model):
    """A row of the table of namings: how a delegate is or was named for a session."""

    delegate = TextField()
    session = TextField()
    answer = TextField()
    seat = TextField()
    persons = IntegerField()
    withdrawn = BooleanField()

    class Meta:
        """The name of the table, and the setting that Peewee shall assume no primary key."""

        table_name = "named"
        primary_key = False


class RefusalRow(Model):
    """A row of the table of refusals: one scan that a door refused. The time is milliseconds since 1970."""

    entry = IntegerField(primary_key=True)
    session = TextField()
    reason = TextField()
    at = IntegerField()

    class Meta:
        """The name of the table."""

        table_name = "refusals"


class PrintJobRow(Model):
    """A row of the table of print jobs: one badge to be printed, and the state of its printing."""

    no = IntegerField(primary_key=True)
    code = TextField()
    queued_at = IntegerField()
    state = TextField()
    printer = TextField()
    trouble = TextField()

    class Meta:
        """The name of the table."""

        table_name = "print_jobs"
