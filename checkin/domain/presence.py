"""Presence of one person in one session: the stays that scans add up to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Direction(StrEnum):
    """What a door asks of a scan; auto is out for whoever is inside, else in."""

    IN = "in"
    OUT = "out"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Stay:
    """One time that a person was inside a session, from the desk's wall clock (UTC).

    `code` is the badge that last let the person in, "" for an admission by hand; `left` is None while inside.
    """

    came: datetime
    station: str
    code: str
    left: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether the person is still inside."""
        return self.left is None

    @property
    def clocks_disagree(self) -> bool:
        """Whether the exit carries an earlier time than the entry, so that it makes no interval."""
        return self.left is not None and self.left < self.came

    def ended(self, left: datetime) -> Stay:
        """The same stay, which ends then."""
        return Stay(self.came, self.station, self.code, left)


def entered(last: Stay | None, came: datetime, station: str, code: str) -> Stay:
    """The stay after an admission: a new one, or the open one, which now belongs to the code that let them in."""
    if last is not None and last.is_open:
        return Stay(last.came, last.station, code)
    return Stay(came, station, code)


def may_close(stay: Stay, code: str, *, revoked: bool) -> bool:
    """Whether an exit with this code ends the stay: a revoked badge leaves only what it entered itself."""
    return stay.is_open and (not revoked or stay.code == code)
