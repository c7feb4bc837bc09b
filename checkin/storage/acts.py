"""The acts on record: the newest of this desk, one by its id, what a scan answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.domain.facts import Arrived, BadgeIssued, BadgePrinted, Scanned
from checkin.storage.codec import decode, from_ms
from checkin.storage.journal import of_act, size_of_act
from checkin.storage.projection import is_undone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from checkin.domain.facts import Fact
    from checkin.storage.database import Database

_SHOWN: Final = 50
"""How many of an act's facts are read to tell what it was."""


@dataclass(frozen=True, slots=True)
class Act:
    """One human act: when (UTC), who, and its facts; of a long one the first fifty.

    When is the wall time that its facts tell; where they tell none, the clock's that orders entries.
    """

    id: str
    at: datetime
    operator: str
    facts: tuple[Fact, ...]
    size: int
    is_undone: bool


def newest_first(database: Database, desk: str, kind: str | None = None) -> Iterator[Act]:
    """The acts of a desk, or those that a fact of this kind begins, the last first; read as far as the caller goes."""
    # Nothing of the desk's lies before its first entry: who opens a large file of others need not read it all.
    first = database.row(
        "SELECT min(j.entry) FROM streams s JOIN journal j ON j.stream = s.no AND j.seq = 1 WHERE s.desk = ?",
        (desk,),
    )[0]
    before = 1 << 62
    while first is not None:
        row = database.row(
            """SELECT j.entry, s.id || '-' || j.act FROM journal j JOIN streams s ON s.no = j.stream
            WHERE j.entry < ? AND j.entry >= ? AND j.seq = j.act AND s.desk = ?
            AND (? IS NULL OR j.kind = ?) ORDER BY j.entry DESC LIMIT 1""",
            (before, first, desk, kind, kind),
        )
        if row is None:
            return
        before = row[0]
        known = by_id(database, row[1])
        if known is not None:
            yield known


def others_changes(database: Database) -> int:
    """A number that differs as soon as any other connection, of this program or another, has written to the file.

    Only to be compared with what the same thread was told before (SQLite: PRAGMA data_version).
    """
    (version,) = database.row("PRAGMA data_version")
    return int(version)


def last_entry(database: Database) -> int:
    """The number of the newest entry in this file, 0 for none."""
    return int(database.row("SELECT coalesce(max(entry), 0) FROM journal")[0])


def are_later(database: Database, entry: int, kinds: Sequence[str]) -> bool:
    """Whether entries of these kinds have come in after the one with that number."""
    marks = ", ".join("?" * len(kinds))
    query = f"SELECT 1 FROM journal WHERE entry > ? AND +kind IN ({marks}) LIMIT 1"
    return database.row(query, (entry, *kinds)) is not None


def by_id(database: Database, act: str) -> Act | None:
    """The act with this id."""
    known = of_act(database, act, 0, _SHOWN + 1)
    if not known:
        return None
    size = len(known) if len(known) <= _SHOWN else size_of_act(database, act)
    decoded = (decode(each.kind, each.body) for each in known[:_SHOWN])
    facts = tuple(fact for fact in decoded if fact is not None)
    first = known[0]
    at = _wall_time(facts) or from_ms(first.order >> 16)
    return Act(act, at, first.operator, facts, size, is_undone(database, act))


def _wall_time(facts: tuple[Fact, ...]) -> datetime | None:
    timed = (fact.at for fact in facts if isinstance(fact, Arrived | BadgeIssued | BadgePrinted | Scanned))
    return next(timed, None)
