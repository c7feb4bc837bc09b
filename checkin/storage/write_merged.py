"""Writes which ids were merged into another delegate, that delegate's further references, and pairs of two persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.storage import merged
from checkin.text import ticket_key

if TYPE_CHECKING:
    from collections.abc import Collection

    from checkin.domain.folding import Person
    from checkin.storage.database import Database


def write_ids(database: Database, kept: str, ids: Collection[str]) -> set[str]:
    """Write that these ids were merged into the delegate `kept`.

    Returns the ids of all delegates concerned: the ids that belonged to another delegate before, the ids of these
    former delegates, and `kept`. The set is empty if nothing has changed.
    """
    changed: set[str] = set()
    for delegate in ids:
        before = merged.kept(database, delegate)
        if before == kept:
            continue
        changed |= {delegate, before, kept}
        if delegate == kept:
            database.run("DELETE FROM merged WHERE id = ?", (delegate,))
        else:
            database.run("INSERT OR REPLACE INTO merged (id, kept) VALUES (?, ?)", (delegate, kept))
    return changed


def write_also_known(database: Database, person: Person) -> None:
    """Write the further references and tickets that the person has from merged registrations."""
    delegate = person.delegate
    known: set[tuple[str, str]] = set()
    if delegate is not None:
        known |= {(merged.REFERENCE, each.reference) for each in person.also}
        known |= {(merged.TICKET, ticket_key(each.ticket)) for each in person.also}
        known -= {(merged.REFERENCE, delegate.reference), (merged.TICKET, ticket_key(delegate.ticket))}
    rows = [(sort, key, person.id) for sort, key in sorted(known) if key]
    database.run("DELETE FROM also_known WHERE delegate = ?", (person.id,))
    database.run_many("INSERT INTO also_known (sort, key, delegate) VALUES (?, ?, ?)", rows)


def write_separated(database: Database, one: str, other: str, *, stands: bool) -> None:
    """Write whether these two delegates are declared to be two persons; `stands` is False if this was undone."""
    pair = (min(one, other), max(one, other))
    if stands:
        database.run("INSERT OR IGNORE INTO separated (one, other) VALUES (?, ?)", pair)
    else:
        database.run("DELETE FROM separated WHERE one = ? AND other = ?", pair)
