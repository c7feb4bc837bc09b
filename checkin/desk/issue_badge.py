"""Issue badges: a delegate's first one, or a replacement for one that was lost, damaged or printed with wrong data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.recording import record, record_many
from checkin.domain.facts import BadgeIssued, BadgeRevoked, LongAct
from checkin.storage import badges, delegates, write_print_jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from checkin.desk.staff import Staff
    from checkin.domain.reasons import Why
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


def issued(file: EventFile, delegate: str, now: datetime) -> BadgeIssued:
    """Make a new code and return the fact that a badge with this code is issued to the delegate (id).

    The caller must record the fact.
    """
    return BadgeIssued(file.mint_code().text, delegate, now)


def issue_missing(
    file: EventFile,
    staff: Staff,
    registrations: Iterable[Registration],
    now: datetime,
    progress: Callable[[int], None],
) -> int:
    """Issue a badge, as one act, to each of these delegates who has no valid badge; return how many had none.

    `progress` is called with the number of badges issued so far.
    """
    without = [registration.delegate.id for registration in registrations if registration.badge is None]
    if without:
        record_many(file, staff, LongAct.ISSUE, _still_missing(file, without, now), progress)
    return len(without)


def replace_badge(
    file: EventFile, staff: Staff, delegate: str, why: Why, now: datetime, *, to_print: bool
) -> str:
    """Issue a new badge and revoke the delegate's earlier ones, as one act; return the new code.

    `to_print` also puts the new badge in the print queue.
    """
    with file.transaction():
        badge = issued(file, delegate, now)
        former = _valid_codes(file, delegate)
        record(file, staff, [badge, *(BadgeRevoked(code, why) for code in former)])
        if to_print:
            write_print_jobs.queue(file.database, badge.code, now)
    return badge.code


def give_badge(file: EventFile, staff: Staff, delegate: str, now: datetime) -> str:
    """Put the delegate's badge in the print queue and return its code; a delegate without a badge is issued one first.

    The delegate had no badge when the operator asked for one, but another desk may have issued one meanwhile.
    """
    with file.transaction():
        known = delegates.by_id(file.database, delegate)
        code = known.badge.code if known is not None and known.badge is not None else ""
        if not code:
            fresh = issued(file, delegate, now)
            record(file, staff, [fresh])
            code = fresh.code
        write_print_jobs.queue(file.database, code, now)
    return code


def _still_missing(file: EventFile, candidates: Iterable[str], now: datetime) -> Iterator[BadgeIssued]:
    """The facts that issue a badge to each candidate who still has none.

    Whether a candidate has a badge is read inside the transaction that records the facts, because another desk may have
    issued one meanwhile.
    """
    for delegate in candidates:
        known = delegates.by_id(file.database, delegate)
        if known is not None and known.badge is None:
            yield issued(file, delegate, now)


def _valid_codes(file: EventFile, delegate: str) -> list[str]:
    return [badge.code for badge in badges.of_delegate(file.database, delegate) if badge.is_valid]


def print_again(file: EventFile, code: str, now: datetime) -> None:
    """Put a badge in the print queue once more, unchanged.

    The code stays the same, so earlier prints of the badge stay valid too.
    """
    with file.transaction():
        write_print_jobs.queue(file.database, code, now)
