"""Writes which ids lead to another delegate, what else that delegate is known as, and who is not the same as whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.storage import merged
from checkin.text import ticket_key

if TYPE_CHECKING:
    from collections.abc import Collection

    from checkin.domain.folding import Person
    from checkin.storage.database import Database


def write_ids(database: Database, kept: str, ids: Collection[str]) -> set[str]:
    """Write that these ids lead to the delegate `kept`; return the ids that led elsewhere, and where they led.

    The set is empty if every id led there before.
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
    """Write the references and tickets by which the person is found, beside those in the person's own row."""
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
    """Write whether somebody has said that these two delegates are two persons."""
    pair = (min(one, other), max(one, other))
    if stands:
        database.run("INSERT OR IGNORE INTO separated (one, other) VALUES (?, ?)", pair)
    else:
        database.run("DELETE FROM separated WHERE one = ? AND other = ?", pair)
