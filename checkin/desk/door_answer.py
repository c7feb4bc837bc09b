"""What a door is told about a reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.domain.admission import Refused
from checkin.domain.naming import NOT_NAMED, Naming
from checkin.domain.presence import Direction
from checkin.storage.presence import Occupancy

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.admission import (
        Override,
        Refusal,
        Verdict,
    )
    from checkin.domain.badges import Badge
    from checkin.domain.delegates import Delegate
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Session


@dataclass(frozen=True, slots=True)
class DoorAnswer:
    """The answer of the door to one reading.

    It holds what was read ("" if a person was let in by name), the session, the verdict, whose badge it is, and how
    many are inside now. `session` is None if no session is open or will open at this door. `act` is the id of the act
    that records the reading. `before` is the person's latest stay in this session (from an entry to the exit) before
    the reading; where exits are not scanned, the stay began with their first entry. If a door by the clock lets
    somebody out without an entry in this session, `before` is the stay that the person ended last in any of the
    sessions that the door serves now. `badge` is the badge that was read.
    `override` says who let the person in against a refusal, and why. `other` is set if the verdict is that the person
    left, although they may have come for another session: `other` is the session that they enter if the badge is shown
    again. `direction` is that of the door at which the text was read. `barrier` is the refusal that would keep the
    person out even if the verdict, a refusal that can be overridden, were overridden; None if there is none. `naming`
    says whether and how the person is named for this session, with their seat.
    """

    text: str
    session: Session | None
    verdict: Verdict
    at: datetime
    delegate: Delegate | None = None
    badge: Badge | None = None
    before: Stay | None = None
    occupancy: Occupancy = Occupancy()
    act: str = ""
    override: Override | None = None
    other: Session | None = None
    direction: Direction = Direction.IN
    barrier: Refusal | None = None
    naming: Naming = NOT_NAMED

    @property
    def can_be_overridden(self) -> bool:
        """Whether `admit` may let this person in.

        The refusal and all further ones can be overridden, and person and session are known.
        """
        is_known = self.delegate is not None and self.session is not None
        return is_overridable(self.verdict) and self.barrier is None and is_known


def is_overridable(verdict: Verdict) -> bool:
    """Whether the verdict is a refusal that staff may override."""
    return isinstance(verdict, Refused) and verdict.can_be_overridden
