"""Arrival at the desk: who is received, and who is sent to the help desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from checkin.domain.admission import Refusal
from checkin.domain.delegates import Status

if TYPE_CHECKING:
    from checkin.domain.delegates import Arrival, Arrivals, Delegate


@dataclass(frozen=True, slots=True)
class Received:
    """Recorded as arrived."""


@dataclass(frozen=True, slots=True)
class ArrivedBefore:
    """Arrived at a desk already; nothing more is recorded."""

    first: Arrival


@dataclass(frozen=True, slots=True)
class NotReceived:
    """Blocked, cancelled or declined; a supervisor can let the person in."""

    reason: Refusal


Reception: TypeAlias = Received | ArrivedBefore | NotReceived


def receive(delegate: Delegate, arrivals: Arrivals, *, override: bool) -> Reception:
    """How a desk answers somebody who presents themself. An arrival noted only by a door is no arrival before.

    Who was blocked, or cancelled, after arriving is refused like anybody else: a desk that knows the person by now
    still hands them no badge.
    """
    if not (delegate.is_expected or override):
        return NotReceived(Refusal.BLOCKED if delegate.status is Status.BLOCKED else Refusal.CANCELLED)
    return Received() if arrivals.desk is None else ArrivedBefore(arrivals.desk)
