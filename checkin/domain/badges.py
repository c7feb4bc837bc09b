"""A badge: one issued credential. Its code never changes; a reissued badge is another badge."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from checkin.domain.reasons import Why


class Revocation(StrEnum):
    """Why a badge no longer admits anybody."""

    BY_HAND = "by_hand"
    ISSUE_UNDONE = "issue_undone"
    REGISTRATION_UNDONE = "registration_undone"


class Problem(StrEnum):
    """A problem that somebody should look at before the badge is printed."""

    BELOW_MINIMUM = "below_minimum"
    NO_GLYPH = "no_glyph"
    MISPLACED_MARK = "misplaced_mark"
    NO_NAME = "no_name"


@dataclass(frozen=True, slots=True)
class Badge:
    """One issued credential of one delegate. Times are UTC.

    `revoked` is None while the badge is valid; `why` is the reason that an operator gave. `day` is the one day, at the
    venue, on which a day badge admits; `face` is the digest of what the newest print shows of the person, "" for none.
    A badge that is known here only by its revocation has no delegate and no time of issue.
    """

    code: str
    delegate: str = ""
    issued_at: datetime | None = None
    issue: int = 1
    """1 for the delegate's first badge, 2 for the one that replaced it, and so on."""
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
