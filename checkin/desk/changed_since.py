"""What others have changed in the event file since a mark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.facts import (
    ActBegun,
    ActEnded,
    Arrived,
    BadgeIssued,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    Defined,
    DoorsSet,
    Named,
    OperatorNamed,
    Registered,
    Scanned,
    Undone,
)
from checkin.domain.pair_facts import Merged, Separated
from checkin.storage import acts, merged, persons

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class Mark:
    """The point up to which a reader has read the event file.

    `version` is a number that changes when another thread or program writes to the file; `entry` is the number of the
    newest entry.
    """

    version: int
    entry: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Which delegates (ids) and sessions (codes) changed between two marks, and whether the programme changed.

    If `delegates` or `sessions` is None, any of them may have changed. `came_in` is the number of acts that another
    window added from its copy of the event.
    """

    delegates: frozenset[str] | None = frozenset()
    sessions: frozenset[str] | None = frozenset()
    programme: bool = False
    came_in: int = 0


_ANYTHING: Final = Changed(None, None, programme=True)
_LOOKED_AT: Final = 100
"""The most new entries that are read one by one.

If there are more, any delegate may have changed.
"""


def mark(file: EventFile) -> Mark:
    """The `Mark` at the present end of the event file.

    A mark can only be compared with marks that the same thread took.
    """
    entry = acts.last_entry(file.database)
    file.database.recorded = max(file.database.recorded, entry)
    return Mark(acts.others_changes(file.database), entry)


def changed_since(file: EventFile, before: Mark, now: Mark) -> Changed | None:
    """What other threads and programs changed between the two marks; None if they have written nothing."""
    if before.version == now.version:
        return None
    came_in = acts.number_come_in(file.database, before.entry)
    if came_in or not 0 < now.entry - before.entry <= _LOOKED_AT:
        return replace(
            _ANYTHING, came_in=came_in
        )  # for example a list came in, or the rest of a large undo was carried out
    delegates: set[str] = set()
    sessions: set[str] = set()
    programme = False
    for fact in acts.facts_after(file.database, before.entry, _LOOKED_AT):
        match fact:
            case None | Undone() | ActBegun() | ActEnded() | Merged() | Separated():
                return _ANYTHING
            case (
                Registered(delegate)
                | Corrected(delegate)
                | Arrived(delegate)
                | BadgeIssued(_, delegate)
                | Named(delegate)
            ):
                delegates.add(delegate)
                programme |= isinstance(fact, Named)
            case BadgePrinted(code) | BadgeRevoked(code):
                delegates.add(persons.who_has(file.database, code))
            case Scanned(session, code, delegate):
                sessions |= {session} - {""}
                delegates.add(delegate or persons.who_has(file.database, code))
            case Defined() | DoorsSet():
                programme = True
            case OperatorNamed():
                pass
            case _:
                assert_never(fact)
    delegates |= {merged.kept(file.database, delegate) for delegate in delegates}
    return Changed(frozenset(delegates), frozenset(sessions), programme)
