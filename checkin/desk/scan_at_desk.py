"""Scan at the desk: when a badge, an invitation or a ticket is read, its delegate is received at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk.arrive import arrive
from checkin.domain.admission import Refusal
from checkin.domain.arriving import refusal_of_badge
from checkin.domain.codes import Code
from checkin.storage import badges, delegates
from checkin.text import ticket_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.desk.staff import Staff
    from checkin.domain.badges import Badge
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class DeskAnswer:
    """The answer of the desk to one reading of a code.

    `refusal` is the reason why the code itself was refused, such as a revoked badge. `badge` is the badge that was
    read, `registration` its delegate, and `arrival` the desk's answer to that delegate. All four are None if the code
    is genuine but this desk does not know the badge. `badge` is also None if a ticket of another system was read.
    `is_shared_ticket` says that several delegates have the ticket code that was read, so that nobody was received.
    """

    refusal: Refusal | None = None
    badge: Badge | None = None
    registration: Registration | None = None
    arrival: ArrivalAnswer | None = None
    is_shared_ticket: bool = False


def scan_at_desk(file: EventFile, staff: Staff, text: str, now: datetime, *, to_print: bool) -> DeskAnswer:
    """Receive the delegate of the badge or invitation whose code, `text`, was read.

    A text that is no genuine code, but the ticket code of exactly one delegate, stands for this delegate. `to_print`
    puts a badge that was never printed in the print queue. For a revoked badge nobody is received, but the
    answer says whose badge it is.
    """
    reading = file.read_code(text)
    if not isinstance(reading, Code) and (holders := delegates.with_ticket(file.database, ticket_key(text))):
        return _of_ticket(file, staff, holders, now, to_print=to_print)
    badge = badges.by_code(file.database, reading.text) if isinstance(reading, Code) else None
    refusal = refusal_of_badge(reading, badge)
    if badge is None or not badge.delegate:
        return DeskAnswer(refusal, badge)
    if refusal is not None:
        return DeskAnswer(refusal, badge, delegates.by_id(file.database, badge.delegate))
    (answer,) = arrive(file, staff, [badge.delegate], now, to_print=to_print)
    return DeskAnswer(None, badge, delegates.by_id(file.database, badge.delegate), answer)


def _of_ticket(
    file: EventFile, staff: Staff, holders: Sequence[Registration], now: datetime, *, to_print: bool
) -> DeskAnswer:
    """Receive the delegate who has the ticket that was read; nobody, if it is the ticket of several."""
    if len(holders) > 1:
        return DeskAnswer(Refusal.NOT_OURS, is_shared_ticket=True)
    holder = holders[0].delegate.id
    (answer,) = arrive(file, staff, [holder], now, to_print=to_print)
    return DeskAnswer(registration=delegates.by_id(file.database, holder), arrival=answer)
