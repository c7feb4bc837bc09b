"""Records the acts of the staff, together with the operator on duty.

If operators get different permissions one day, this is the place to check them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.storage import long_acts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checkin.desk.staff import Staff
    from checkin.domain.facts import Fact, LongAct, Scanned
    from checkin.domain.presence import Stay
    from checkin.storage.event_file import EventFile


def record(file: EventFile, staff: Staff, facts: Iterable[Fact]) -> str:
    """Record these facts, at least one, as one act in the journal, update the tables, and return the act's id.

    The caller must have opened a transaction.
    """
    return file.append(facts, staff.operator)


def record_reading(file: EventFile, staff: Staff, scan: Scanned, person: str, last: Stay | None) -> str:
    """Record the reading of a person's badge and return the act's id.

    `person` is the delegate's id or, if the delegate is not known, the badge's code. `last` is the person's latest stay
    in the session (from an entry to the exit); None if there is none. The caller must have opened a transaction, and
    read `last` in it.
    """
    return file.append_scan(scan, person, last, staff.operator)


def record_many(
    file: EventFile, staff: Staff, what: LongAct, facts: Iterable[Fact], progress: Callable[[int], None]
) -> str:
    """Record many facts as one act, a long act, in several short transactions; return the act's id.

    `progress` is called with the number of facts recorded so far; an exception that it raises cancels the act. Raises
    CheckinError while another long act is going on.
    """
    return long_acts.record(file, what, facts, staff.operator, progress)


def record_prepared(
    file: EventFile,
    staff: Staff,
    what: LongAct,
    pieces: Iterable[Callable[[], Sequence[Fact]]],
    progress: Callable[[int], None],
) -> str | None:
    """Record many facts as one act, as `record_many` does, if making the facts takes long.

    `pieces` is an iterator that does the long work each time it is advanced, outside any transaction, and yields a
    function. This function is called in the transaction that records the facts which the function returns. Returns the
    act's id, or None if there are no pieces.
    """
    return long_acts.record_prepared(file, what, pieces, staff.operator, progress)
