"""Look back: what this desk did last, and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from checkin.storage import acts, delegates, projection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.registration import Registration
    from checkin.storage.acts import Act
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class RecentAct:
    """One act of this desk, with the delegate whom it was about where there is one."""

    act: Act
    registration: Registration | None


def recent_acts(file: EventFile, most: int = 10) -> list[RecentAct]:
    """The last acts of this desk, the newest first."""
    newest = islice(acts.newest_first(file.database, file.desk), most)
    return [RecentAct(act, about(file, act)) for act in newest]


def others_changes(file: EventFile) -> int:
    """A number that differs from the last that this thread was told as soon as anybody else has written to the file."""
    return acts.others_changes(file.database)


def undone_among(file: EventFile, known: Iterable[str]) -> frozenset[str]:
    """Which of these acts (ids) have no effect any more."""
    return frozenset(act for act in known if projection.is_undone(file.database, act))


def about(file: EventFile, act: Act) -> Registration | None:
    """The delegate whom an act was about, where it was one and they are registered still."""
    named = next((delegate for fact in act.facts if (delegate := getattr(fact, "delegate", ""))), "")
    return delegates.by_id(file.database, named) if named else None
