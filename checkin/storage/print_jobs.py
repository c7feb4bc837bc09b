"""Reads the print jobs: the badges that wait to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from checkin.storage.tables import BadgeRow, DelegateRow, PrintJobRow, tuples

if TYPE_CHECKING:
    from checkin.storage.database import Database


class PrintState(StrEnum):
    """The state of a print job."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class RecordedJob:
    """The job of printing the badge with this `code`; `trouble` says what went wrong at the last attempt."""

    no: int
    code: str
    state: PrintState
    trouble: str = ""


def newest_state(database: Database, code: str) -> PrintState | None:
    """The state of the newest print job of the badge with this code; None if the badge was never in the queue."""
    query = (
        PrintJobRow.select(PrintJobRow.state).where(PrintJobRow.code == code).order_by(PrintJobRow.no.desc())
    )
    return next((PrintState(state) for (state,) in tuples(database, query.limit(1))), None)


def waiting(database: Database) -> list[RecordedJob]:
    """The jobs that are queued or have failed, in order. Jobs whose badge was revoked are left out."""
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
