"""Receive delegates at the desk: record their arrival, and make sure that each has a badge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checkin.desk.find import registered
from checkin.desk.issue_badge import issued
from checkin.desk.name_on_badge import signs_not_drawn
from checkin.desk.recording import record
from checkin.domain.arriving import NotReceived, Received, Reception, receive
from checkin.domain.delegates import Field, Status
from checkin.domain.facts import Arrived, BadgeIssued, Corrected
from checkin.storage import write_print_jobs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from checkin.desk.staff import Staff
    from checkin.domain.facts import Fact
    from checkin.domain.reasons import Why
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class ArrivalAnswer:
    """The answer to one delegate who comes to the desk.

    `registration` is the delegate's registration before this arrival, and `reception` the decision to receive them or
    not. `code` is the code of the delegate's badge, "" if no arrival was recorded or no badge was asked for. `prints`
    says that the badge was put in the print queue. `not_drawn` holds the characters of the name that no font has: the
    badge in the queue then waits until the name is corrected.
    """

    registration: Registration
    reception: Reception
    code: str = ""
    prints: bool = False
    not_drawn: tuple[str, ...] = ()


def arrive(
    file: EventFile,
    staff: Staff,
    chosen: Sequence[str],
    now: datetime,
    *,
    badge: bool = True,
    to_print: bool = False,
    override: Why | None = None,
    answers: bool = True,
) -> list[ArrivalAnswer]:
    """Record the arrival of these delegates (ids) at this desk as one act, either for all of them or for nobody.

    A delegate who is not registered is received only with an `override`. Without it nothing is recorded, and only the
    answers to such delegates are returned. With `answers`, a delegate who was only invited becomes registered in the
    same act. Delegates who arrived before do not prevent the others from being recorded. With `badge`, each delegate
    who has no badge is issued one. With `to_print`, badges that were never printed are put in the print queue. Raises
    CheckinError for an unknown id.
    """
    with file.transaction():
        received = [
            _answer(registered(file, each), override=override is not None, answers=answers)
            for each in dict.fromkeys(chosen)
        ]
        refused = [answer for answer in received if isinstance(answer.reception, NotReceived)]
        if refused:
            return refused
        facts: list[Fact] = []
        recorded = [
            _record(file, answer, staff, now, facts, badge=badge, override=override)
            if isinstance(answer.reception, Received)
            else answer
            for answer in received
        ]
        if facts:
            record(file, staff, facts)
        queued = [_queue(file, answer, now) if to_print and answer.code else answer for answer in recorded]
    return [_with_signs(answer) if answer.prints else answer for answer in queued]


def _answer(registration: Registration, *, override: bool, answers: bool) -> ArrivalAnswer:
    """What the desk will tell this delegate; nothing is recorded yet."""
    reception = receive(registration.delegate, registration.arrivals, override=override, answers=answers)
    return ArrivalAnswer(registration, reception)


def _record(
    file: EventFile,
    answer: ArrivalAnswer,
    staff: Staff,
    now: datetime,
    facts: list[Fact],
    *,
    badge: bool,
    override: Why | None,
) -> ArrivalAnswer:
    registration = answer.registration
    registers = isinstance(answer.reception, Received) and answer.reception.registers
    if registers:
        facts.append(Corrected(registration.delegate.id, {Field.STATUS: Status.REGISTERED}))
    needed = None if registration.delegate.is_expected or registers else override
    facts.append(Arrived(registration.delegate.id, now, staff.station, needed))
    if not badge:
        return answer
    if registration.badge is not None:
        return ArrivalAnswer(registration, answer.reception, registration.badge.code)
    fresh: BadgeIssued = issued(file, registration.delegate.id, now)
    facts.append(fresh)
    return ArrivalAnswer(registration, answer.reception, fresh.code)


def _queue(file: EventFile, answer: ArrivalAnswer, now: datetime) -> ArrivalAnswer:
    """Put the badge in the print queue, unless it was printed before.

    Printing a badge once more is an act of its own.
    """
    known = answer.registration.badge
    if known is not None and known.printed:
        return answer
    write_print_jobs.queue(file.database, answer.code, now)
    return replace(answer, prints=True)


def _with_signs(answer: ArrivalAnswer) -> ArrivalAnswer:
    """The same answer with the characters for which the badge cannot be printed; looked up when all is recorded."""
    return replace(answer, not_drawn=signs_not_drawn(answer.registration.delegate))
