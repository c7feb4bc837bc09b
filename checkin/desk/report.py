"""Report: any of the event's reports, as it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.reports import Source, let_go, report_named
from checkin.storage import delegates, presence

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.reports import Report
    from checkin.storage.event_file import EventFile
    from checkin.wording import Wording


def report(file: EventFile, name: str, now: datetime, wording: Wording, session: str | None = None) -> Report:
    """The report of that name, of all sessions or of one; raises CheckinError where either does not exist."""
    kind = report_named(name)
    stays = {(person, of): known for person, of, known in presence.stays(file.database, session)}
    registrations = list(delegates.everybody(file.database))
    made = kind.build(Source(file.event, registrations, stays, now, wording, session))
    let_go(stays)
    let_go(registrations)
    return made
