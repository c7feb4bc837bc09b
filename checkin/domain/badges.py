"""The badge: one credential issued to a delegate. Its code never changes; a replacement is another badge."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from checkin.domain.reasons import Why


class Revocation(StrEnum):
    """The ways in which a badge can stop being valid: by hand, or by the undo of its issue or of the registration."""

    BY_HAND = "by_hand"
    ISSUE_UNDONE = "issue_undone"
    REGISTRATION_UNDONE = "registration_undone"


class Problem(StrEnum):
    """The problems of a badge that somebody should look at before the badge is printed."""

    BELOW_MINIMUM = "below_minimum"
    NO_GLYPH = "no_glyph"
    MISPLACED_MARK = "misplaced_mark"
    NO_NAME = "no_name"


@dataclass(frozen=True, slots=True)
class Badge:
    """One credential issued to one delegate. Times are UTC.

    `revoked` is None while the badge is valid; `why` is the reason that an operator gave for revoking it. `day` is the
    one day, at the venue, on which a day badge admits. `face` is a digest (hash) of what the newest print shows of the
    person, "" if there is no print. If only the revocation of the badge is known at this desk, the badge has no
    delegate and no time of issue.
    """

    code: str
    delegate: str = ""
    issued_at: datetime | None = None
    issue: int = 1
    """The number of the badge among those issued to its delegate: 1 for the first, 2 for its replacement, and so on."""
    day: date | None = None
    printed: int = 0
    """How many times the badge was printed."""
    face: str = ""
    revoked: Revocation | None = None
    why: Why | None = None

    @property
    def is_valid(self) -> bool:
        """Whether the badge still admits its delegate."""
        return self.revoked is None

    @property
    def is_undone(self) -> bool:
        """Whether the badge is not valid because its issue or its delegate's registration was undone."""
        return self.revoked in {Revocation.ISSUE_UNDONE, Revocation.REGISTRATION_UNDONE}
