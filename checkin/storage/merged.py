"""Reads which ids were merged into another delegate, and which pairs staff have declared to be two persons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.storage.database import Database

REFERENCE: Final = "reference"
TICKET: Final = "ticket"


def kept(database: Database, delegate: str) -> str:
    """The id of the delegate into whom this delegate (id) was merged; the same id if there was no merge."""
    row = database.row("SELECT kept FROM merged WHERE id = ?", (delegate,))
    return str(row[0]) if row is not None else delegate


def all_kept(database: Database) -> dict[str, str]:
    """Each id that was merged into another delegate, with the id of that delegate."""
    return dict(database.rows("SELECT id, kept FROM merged"))


def ids_of(database: Database, delegate: str) -> list[str]:
    """All ids of the person to whom this id belongs, the person's present id first."""
    of_person = kept(database, delegate)
    rows = database.rows("SELECT id FROM merged WHERE kept = ? ORDER BY id", (of_person,))
    return [of_person, *(each for (each,) in rows)]


def known_as(database: Database, sort: str, key: str) -> list[str]:
    """The ids of the delegates who have this reference or ticket from a registration that was merged into theirs.

    `sort` says whether `key` is of a reference or of a ticket.
    """
    rows = database.rows(
        "SELECT delegate FROM also_known WHERE sort = ? AND key = ? ORDER BY delegate", (sort, key)
    )
    return [delegate for (delegate,) in rows]


def separated(database: Database) -> frozenset[frozenset[str]]:
    """The pairs of delegates whom staff have declared to be two persons; merged ids are replaced by the present ids."""
    leads = all_kept(database)
    rows = database.rows("SELECT one, other FROM separated")
    return frozenset(frozenset((leads.get(one, one), leads.get(other, other))) for one, other in rows)


def who_names(database: Database, delegates: Iterable[str]) -> list[str]:
    """The ids of the delegates who accompany one of these delegates, or are represented by one of them."""
    found: dict[str, None] = {}
    for delegate in delegates:
        for column in ("accompanies", "represented_by"):
            rows = database.rows(
                f"SELECT id FROM delegates WHERE {column} = ? AND {column} <> '' ORDER BY id", (delegate,)
            )
            found |= dict.fromkeys(each for (each,) in rows)
    return list(found)
