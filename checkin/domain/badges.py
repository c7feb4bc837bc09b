"""A badge: one issued credential. Its code never changes; a reissued badge is another badge."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Revocation(StrEnum):
    """Why a badge no longer admits, where the reason is not an operator's own text."""

    REVOKED = "revoked"
    ISSUE_UNDONE = "issue_undone"
    REGISTRATION_UNDONE = "registration_undone"


class Problem(StrEnum):
    """What a badge should not be printed with unseen."""

    BELOW_MINIMUM = "below_minimum"
    NO_GLYPH = "no_glyph"
    MISPLACED_MARK = "misplaced_mark"
    NO_NAME = "no_name"


@dataclass(frozen=True, slots=True)
class Badge:
    """One issued credential of one delegate; `revoked` holds the reason, "" while it is valid. Times are UTC.

    A badge that is known here only by its revocation has no delegate and no time of issue.
    """

    code: str
    delegate: str = ""
    issued_at: datetime | None = None
    issue: int = 1
    """1 for the delegate's first badge, 2 for the one that replaced it, and so on."""
    printed: int = 0
    """How many times it was printed."""
    revoked: str = ""

    @property
    def is_valid(self) -> bool:
        """Whether it still admits its delegate."""
        return not self.revoked
