"""Badges waiting to be put on paper by this event file's desk: rows with a state, in the order they were asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from checkin.storage.codec import to_ms
from checkin.storage.tables import BadgeRow, DelegateRow, PrintJobRow, tuples

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.storage.database import Database


class PrintState(StrEnum):
    """How a print job stands."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class RecordedJob:
    """One badge to be printed; `trouble` says what went wrong the last time."""

    no: int
    code: str
    state: PrintState
    trouble: str = ""


def queue(database: Database, code: str, now: datetime) -> int:
    """Put a badge in the queue, inside a transaction; the job's number. One that waits there waits once."""
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
    """Let go of the job that was put there for this delegate at this time and waits still, inside a transaction."""
    database.run(
        """UPDATE print_jobs SET state = ? WHERE queued_at = ? AND state IN ('queued', 'failed')
        AND code IN (SELECT code FROM badges WHERE delegate = ?)""",
        (PrintState.WITHDRAWN.value, to_ms(queued_at), delegate),
    )


def waiting(database: Database) -> list[RecordedJob]:
    """The jobs that are not with a printer yet, in order; not those whose badge admits nobody any more."""
    query = (
        PrintJobRow.select(PrintJobRow.no, PrintJobRow.code, PrintJobRow.state, PrintJobRow.trouble)
        .join(BadgeRow, on=(BadgeRow.code == PrintJobRow.code))
        .join(DelegateRow, on=(DelegateRow.id == BadgeRow.delegate))
        .where(
            PrintJobRow.state.in_([PrintState.QUEUED.value, PrintState.FAILED.value]), BadgeRow.revoked == ""
        )
        .order_by(PrintJobRow.no)
    )
    return [
        RecordedJob(no, code, PrintState(state), trouble)
        for no, code, state, trouble in tuples(database, query)
    ]


def set_state(
    database: Database, no: int, state: PrintState, *, printer: str = "", trouble: str = ""
) -> None:
    """Note how a job stands now, inside a transaction."""
    query = PrintJobRow.update(state=state.value, printer=printer, trouble=trouble).where(
        PrintJobRow.no == no
    )
    query.execute(database.peewee)
