"""The presence of one person in one session, as the stays that result from the scans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Direction(StrEnum):
    """The direction in which a door scans. AUTO means out for a person who is inside, and in for anybody else."""

    IN = "in"
    OUT = "out"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Stay:
    """One period that a person spent inside a session, by the desk's wall clock (UTC).

    `code` is the code of the badge that last let the person in, "" if they were admitted by hand. `left` is None while
    the person is inside. `was_asked` says that a reading soon after the entry was answered “show again to leave”.
    """

    came: datetime
    station: str
    code: str
    left: datetime | None = None
    was_asked: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the person is still inside."""
        return self.left is None

    @property
    def clocks_disagree(self) -> bool:
        """Whether the exit has an earlier time than the entry, so that the stay has no length."""
        return self.left is not None and self.left < self.came

    def ended(self, left: datetime) -> Stay:
        """The same stay, ended at the time `left`."""
        return replace(self, left=left)

    def asked(self) -> Stay:
        """The same stay, after a reading that was answered “show again to leave”."""
        return replace(self, was_asked=True)


def entered(last: Stay | None, came: datetime, station: str, code: str) -> Stay:
    """The person's latest stay in the session after they were let in.

    `last` is the latest stay before that. If `last` is still open, it is continued with the new `code` (the code that
    was read). Otherwise a new stay begins at the time `came`.
    """
    if last is not None and last.is_open:
        return replace(last, code=code)
    return Stay(came, station, code)


def may_close(stay: Stay, code: str, *, revoked: bool) -> bool:
    """Whether an exit with this code ends the stay. False if the stay has ended already.

    A revoked badge ends only a stay that has the same code.
    """
    return stay.is_open and (not revoked or stay.code == code)
