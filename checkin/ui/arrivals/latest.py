"""What this desk did last, as the Arrivals page tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.desk.look_back import RecentAct, about, recent_acts
from checkin.desk.undo import last
from checkin.domain.facts import BadgePrinted, Undone

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile

_LOOKED_AT: Final = 24
"""Every other act may be the printer's."""


@dataclass(frozen=True, slots=True)
class Latest:
    """Acts of staff, the newest first, and the one that Undo would take back."""

    acts: tuple[RecentAct, ...]
    undone_next: RecentAct | None


def latest(file: EventFile) -> Latest:
    """As it is now; a badge that came out of the printer is no act of staff, and an undo shows in what it undid."""
    acts = (
        each
        for each in recent_acts(file, _LOOKED_AT)
        if not all(isinstance(fact, BadgePrinted | Undone) for fact in each.act.facts)
    )
    following = last(file, at_door=False)
    return Latest(tuple(acts), None if following is None else RecentAct(following, about(file, following)))
