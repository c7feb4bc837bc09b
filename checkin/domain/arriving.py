"""Arrival at the desk: which delegates are received, and which are sent to the help desk."""

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
    """The answer to a delegate whose arrival is recorded.

    `registers` says that the delegate, who was invited and had not answered, becomes registered as well.
    """

    registers: bool = False


@dataclass(frozen=True, slots=True)
class ArrivedBefore:
    """The answer to a delegate whose arrival a desk has recorded before (`first`); nothing more is recorded."""

    first: Arrival


@dataclass(frozen=True, slots=True)
class NotReceived:
    """The answer to a delegate who is not registered, for the given `reason`.

    A supervisor can receive the delegate all the same. For a delegate who was invited and never answered, no supervisor
    is needed.
    """

    reason: Refusal


Reception: TypeAlias = Received | ArrivedBefore | NotReceived


def refusal_of_badge(reading: Reading, badge: Badge | None) -> Refusal | None:
    """The reason why a desk receives nobody for the badge or invitation that was read; None if there is no such reason.

    `badge` is the badge with the code that was read. It is None if this desk does not know the badge; then the badge
    counts as not revoked.
    """
    refusal = refusal_of_reading(reading)
    if refusal is None and badge is not None and not badge.is_valid:
        return Refusal.REVOKED
    return refusal


def receive(
    delegate: Delegate, arrivals: Arrivals, *, override: bool = False, answers: bool = False
) -> Reception:
    """Decide whether the desk receives a delegate who comes to it.

    A delegate counts as arrived before only if a desk recorded the arrival; an arrival at a door is not enough. With
    `override`, a supervisor receives the delegate despite a refusal. With `answers`, a delegate who was invited and
    never answered is taken to accept the invitation by coming. A delegate who was blocked or cancelled after arriving
    is refused like anybody else, so that no badge is handed out even to a person whom the desk received before; if a
    supervisor then receives the delegate, this is an arrival of its own, with its own reason.
    """
    refusal = OF_STATUS.get(delegate.status)
    if refusal is None or arrivals.let_in:
        return Received() if arrivals.desk is None else ArrivedBefore(arrivals.desk)
    registers = answers and refusal is Refusal.NOT_ANSWERED
    return Received(registers) if override or registers else NotReceived(refusal)


def gets_badge(delegate: Delegate, arrivals: Arrivals) -> bool:
    """Whether a desk hands out a badge to the delegate: if registered, or let in by a supervisor all the same."""
    return delegate.is_expected or arrivals.let_in
