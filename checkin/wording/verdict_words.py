"""The texts for one verdict, and the circumstances that the texts may mention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from checkin.domain.admission import Override
    from checkin.domain.badges import Badge
    from checkin.domain.near_codes import Nearness
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Session


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """The texts that a door or desk shows for one verdict; a text is "" if there is nothing to say.

    The guest may read `title` and `sentence`. `next_step` tells the operator what to do. `reason` is for the operator
    only, because it may contain what guests should not read.
    """

    title: str
    sentence: str = ""
    next_step: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the words for a verdict may mention: the time, the session, the person's latest stay (entry to exit), etc.

    `inside` is the number of persons in the session. `badge` is the badge that was read. `near` tells how a text that
    is no code differs from a code. `override` says who let the person in despite a refusal, and why. `other` is set
    after a scan that let the person out of `session`: the session that the person may want to enter now. `is_exit`
    says whether the door is an exit, where nobody is let in by name.
    """

    now: datetime
    zone: ZoneInfo
    session: Session | None = None
    last_stay: Stay | None = None
    inside: int | None = None
    badge: Badge | None = None
    near: Nearness | None = None
    override: Override | None = None
    other: Session | None = None
    is_exit: bool = False

    def is_today(self, moment: datetime) -> bool:
        """Whether this moment is on the same day as `now`, in the venue's time zone."""
        return moment.astimezone(self.zone).date() == self.now.astimezone(self.zone).date()
