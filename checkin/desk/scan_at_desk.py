"""Scan at the desk: when a badge or an invitation is read, its delegate is received at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk.arrive import arrive
from checkin.domain.arriving import refusal_of_badge
from checkin.domain.codes import Code
from checkin.storage import badges, delegates

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.desk.staff import Staff
    from checkin.domain.admission import Refusal
    from checkin.domain.badges import Badge
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class DeskAnswer:
    """The answer of the desk to one reading of a code.

    `refusal` is the reason why the code itself was refused, such as a revoked badge. `badge` is the badge that was
    read, `registration` its delegate, and `arrival` the desk's answer to that delegate. All four are None if the code
    is genuine but this desk does not know the badge.
    """

    refusal: Refusal | None = None
    badge: Badge | None = None
    registration: Registration | None = None
    arrival: ArrivalAnswer | None = None


def scan_at_desk(file: EventFile, staff: Staff, text: str, now: datetime, *, to_print: bool) -> DeskAnswer:
    """Receive the delegate of the badge or invitation whose code, `text`, was read.

    `to_print` puts a badge that was never printed in the print queue. For a revoked badge nobody is received, but the
    answer says whose badge it is.
    """
    reading = file.read_code(text)
    badge = badges.by_code(file.database, reading.text) if isinstance(reading, Code) else None
    refusal = refusal_of_badge(reading, badge)
    if badge is None or not badge.delegate:
        return DeskAnswer(refusal, badge)
    if refusal is not None:
        return DeskAnswer(refusal, badge, delegates.by_id(file.database, badge.delegate))
    (answer,) = arrive(file, staff, [badge.delegate], now, to_print=to_print)
    return DeskAnswer(None, badge, delegates.by_id(file.database, badge.delegate), answer)
