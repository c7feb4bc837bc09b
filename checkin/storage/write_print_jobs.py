"""Writes the print jobs: puts a badge in the queue, withdraws a job, sets the state of a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.storage import merged
from checkin.storage.moments import to_ms
from checkin.storage.print_jobs import PrintState
from checkin.storage.tables import PrintJobRow

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.storage.database import Database


def queue(database: Database, code: str, now: datetime) -> int:
    """Put the badge with this code in the queue for printing; return the number of its print job.

    If a job of this badge already waits, no job is added, and the number of the waiting job is returned. The caller
    must have opened a transaction.
    """
    waits = database.row(
        "SELECT no FROM print_jobs WHERE code = ? AND state IN ('queued', 'failed')", (code,)
    )
    if waits is not None:
        return int(waits[0])
    return database.insert(
        "INSERT INTO print_jobs (code, queued_at, state, printer, trouble) VALUES (?, ?, ?, '', '')",
        (code, to_ms(now), PrintState.QUEUED.value),
    )


def withdraw(database: Database, delegate: str, queued_at: datetime) -> None:
    """Withdraw the print job that was queued for this delegate at this time, if the job still waits.

    The caller must have opened a transaction.
    """
    database.run(
        """UPDATE print_jobs SET state = ? WHERE queued_at = ? AND state IN ('queued', 'failed')
        AND code IN (SELECT code FROM badges WHERE delegate = ?)""",
        (PrintState.WITHDRAWN.value, to_ms(queued_at), merged.kept(database, delegate)),
    )


def withdraw_all(database: Database) -> None:
    """Withdraw all print jobs that wait. The caller must have opened a transaction."""
    database.run(
        "UPDATE print_jobs SET state = ? WHERE state IN ('queued', 'failed')", (PrintState.WITHDRAWN.value,)
    )


def bring_back(database: Database, delegate: str, queued_at: datetime) -> None:
    """Let the print job that was queued for this delegate at this time wait again, if the job was withdrawn.

    The caller must have opened a transaction.
    """
    database.run(
        """UPDATE print_jobs SET state = ? WHERE queued_at = ? AND state = 'withdrawn'
        AND code IN (SELECT code FROM badges WHERE delegate = ?)""",
        (PrintState.QUEUED.value, to_ms(queued_at), merged.kept(database, delegate)),
    )


def set_state(
    database: Database, no: int, state: PrintState, *, printer: str = "", trouble: str = ""
) -> None:
    """Set the state of the print job with the number `no`, its printer, and the text that says what went wrong.

    The caller must have opened a transaction.
    """
    query = PrintJobRow.update(state=state.value, printer=printer, trouble=trouble).where(
        PrintJobRow.no == no
    )
    query.execute(database.peewee)
