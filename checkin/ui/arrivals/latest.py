"""The last acts of this desk, as the Arrivals page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.desk.look_back import RecentAct, about, recent_acts
from checkin.desk.undo import last
from checkin.domain.facts import BadgePrinted, Undone

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile

_LOOKED_AT: Final = 24
"""The number of acts that are read, counting acts that are not shown: every second act may be the printer's."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The last acts of staff, the newest first, and the act that Undo would undo next (None if there is none)."""

    acts: tuple[RecentAct, ...]
    undone_next: RecentAct | None


def latest(file: EventFile) -> Latest:
    """The last acts of staff, read from the event file.

    The printing of a badge is left out, because it is not an act of staff. An undo is left out too, because it is shown
    with the act that was undone.
    """
    acts = (
        each
        for each in recent_acts(file, _LOOKED_AT)
        if not all(isinstance(fact, BadgePrinted | Undone) for fact in each.act.facts)
    )
    following = last(file, at_door=False)
    return Latest(tuple(acts), None if following is None else RecentAct(following, about(file, following)))
