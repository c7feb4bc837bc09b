"""Reads who is named for which session, and what decides which sessions a delegate may enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checkin.domain.delegates import Status
from checkin.domain.entry_keys import delegate_key
from checkin.domain.facts import Named
from checkin.domain.naming import NOWHERE, Answer, Guest, Naming
from checkin.storage import merged
from checkin.storage.codec import decode
from checkin.storage.tables import NamedRow, tuples
from checkin.storage.trouble import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.domain.delegates import Delegate
    from checkin.storage.database import Database

COLUMNS: Final = ("answer", "seat", "persons", "withdrawn")
_OF_DELEGATE: Final = f"SELECT session, {', '.join(COLUMNS)} FROM named WHERE delegate = ? ORDER BY session"
_ALL: Final = (
    NamedRow.delegate,
    NamedRow.session,
    NamedRow.answer,
    NamedRow.seat,
    NamedRow.persons,
    NamedRow.withdrawn,
)


def of_delegate(database: Database, delegate: str) -> dict[str, Naming]:
    """The namings of the delegate with this id, by the session's code; withdrawn ones are included."""
    rows = database.rows(_OF_DELEGATE, (delegate,))
    return {session: as_naming(rest) for session, *rest in rows}


def of_delegates(database: Database, delegates: Sequence[str]) -> dict[str, dict[str, Naming]]:
    """The invitations of the delegates with these ids, by the delegate's id and then by the session's code."""
    marks = ",".join("?" * len(delegates))
    rows = database.rows(
        f"SELECT delegate, session, {', '.join(COLUMNS)} FROM named WHERE delegate IN ({marks}) "
        "ORDER BY delegate, session",
        delegates,
    )
    known: dict[str, dict[str, Naming]] = {}
    for delegate, of_session, *rest in rows:
        known.setdefault(delegate, {})[of_session] = as_naming(rest)
    return known


def of_everybody(database: Database, session: str | None = None) -> dict[str, dict[str, Naming]]:
    """All namings, by the delegate's id and then by the session's code; withdrawn ones are included.

    If `session` is given, only the namings for the session with this code are returned.
    """
    query = NamedRow.select(*_ALL).order_by(NamedRow.delegate, NamedRow.session)
    known: dict[str, dict[str, Naming]] = {}
    wanted = query if session is None else query.where(NamedRow.session == session)
    for delegate, of_session, *rest in tuples(database, wanted):
        known.setdefault(delegate, {})[of_session] = as_naming(rest)
    return known


def number_named(database: Database) -> dict[str, int]:
    """The number of delegates named for each session, by the session's code; sessions with nobody are left out."""
    return dict(
        database.rows(
            """SELECT session, COUNT(*) FROM named WHERE NOT withdrawn AND delegate IN (SELECT id FROM delegates)
            GROUP BY session"""
        )
    )


def ever_named_for(database: Database, delegate: str) -> frozenset[str]:
    """The codes of all sessions for which the delegate with this id was ever named, even if this was undone."""
    rows = [
        row
        for each in merged.ids_of(database, delegate)
        for row in database.rows(
            "SELECT j.kind, j.body FROM touches t JOIN journal j ON j.entry = t.entry WHERE t.key = ? AND j.kind = ?",
            (delegate_key(each), Named.kind),
        )
    ]
    facts = (decode(*row) for row in rows)
    return frozenset(fact.session for fact in facts if isinstance(fact, Named))


def guest(database: Database, delegate: Delegate) -> Guest:
    """What decides which sessions this delegate may enter: their namings, and the person whom they accompany."""
    principal = None
    if delegate.accompanies:
        row = database.row("SELECT category FROM delegates WHERE id = ?", (delegate.accompanies,))
        if row is not None:
            principal = Guest(row[0], of_delegate(database, delegate.accompanies))
    return Guest(delegate.category, of_delegate(database, delegate.id), principal)


def expected_by_more_than_category(database: Database) -> Iterator[Guest]:
    """Yield the delegates with the status “registered” who were named for any session, or who accompany somebody.

    For all other delegates, the category alone decides which sessions they may enter.
    """
    namings = of_everybody(database)
    rows = database.each(
        """SELECT d.id, d.category, d.accompanies, p.category FROM delegates d
        LEFT JOIN delegates p ON p.id = d.accompanies AND d.accompanies <> ''
        WHERE d.status = ? AND (d.accompanies <> '' OR d.id IN (SELECT delegate FROM named))""",
        (Status.REGISTERED.value,),
    )
    for delegate, category, accompanies, of_principal in rows:
        leads = None if of_principal is None else Guest(of_principal, namings.get(accompanies, NOWHERE))
        yield Guest(category, namings.get(delegate, NOWHERE), leads)


def as_naming(row: Sequence[Any]) -> Naming:
    """Make a naming from a row with the columns `COLUMNS`."""
    answer, seat, persons, withdrawn = row
    try:
        return Naming(Answer(answer), seat, persons, bool(withdrawn))
    except ValueError as error:
        raise damaged("an answer", answer) from error


def columns_of(naming: Naming) -> tuple[object, ...]:
    """The values of a naming for the columns `COLUMNS`."""
    return naming.answer.value, naming.seat, naming.persons, int(naming.withdrawn)
