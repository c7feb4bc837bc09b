"""What the Arrivals page shows of the acts of this desk while nobody is searched for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.desk.look_back import RecentAct, last_arrivals
from checkin.desk.undo import last_of
from checkin.domain.undoing import AT_ARRIVALS

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

_MOST: Final = 30


@dataclass(frozen=True, slots=True)
class Latest:
    """The delegates who arrived last at this desk, the newest first, and the act that the Undo button would undo."""

    arrived: tuple[Registration, ...]
    undone_next: RecentAct | None


def latest(file: EventFile) -> Latest:
    """Read from the event file the last arrivals at this desk, and the act that the Undo button would undo."""
    return Latest(tuple(last_arrivals(file, _MOST)), last_of(file, AT_ARRIVALS))
