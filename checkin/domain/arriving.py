"""Arrival at the desk: who is received, and who is sent to the help desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from checkin.domain.admission import OF_STATUS, Refusal, refusal_of_reading

if TYPE_CHECKING:
    from checkin.domain.badges import Badge
    from checkin.domain.codes import Reading
    from checkin.domain.delegates import Arrival, Arrivals, Delegate


@dataclass(frozen=True, slots=True)
class Received:
    """The arrival is recorded. `registers` says that an invited person who had not answered is registered now."""

    registers: bool = False


@dataclass(frozen=True, slots=True)
class ArrivedBefore:
    """The delegate arrived at a desk before; nothing more is recorded."""

    first: Arrival


@dataclass(frozen=True, slots=True)
class NotReceived:
    """The delegate is not registered. A supervisor can let them in; who was invited and never answered needs none."""

    reason: Refusal


Reception: TypeAlias = Received | ArrivedBefore | NotReceived


def refusal_of_badge(reading: Reading, badge: Badge | None) -> Refusal | None:
    """Why a desk receives nobody for the badge or invitation that was read, whoever holds it.

    `badge` is the one with this code, None where it is not known here; then there is nothing to refuse it for.
    """
    refusal = refusal_of_reading(reading)
    if refusal is None and badge is not None and not badge.is_valid:
        return Refusal.REVOKED
    return refusal


def receive(
    delegate: Delegate, arrivals: Arrivals, *, override: bool = False, answers: bool = False
) -> Reception:
    """The desk's answer to a delegate who presents themself. An arrival that only a door noted does not count.

    `answers` says that a delegate who was invited and never answered answers by coming. A delegate who was blocked or
    cancelled after arriving is refused like anybody else: a desk that knows the person still hands out no badge.
    """
    refusal = OF_STATUS.get(delegate.status)
    registers = answers and refusal is Refusal.NOT_ANSWERED
    if refusal is not None and not (override or registers):
        return NotReceived(refusal)
    return Received(registers) if arrivals.desk is None else ArrivedBefore(arrivals.desk)
