"""The report "refusals": how many readings the doors refused, by session, hour and reason."""

from __future__ import annotations

from collections import Counter
from datetime import UTC
from typing import TYPE_CHECKING, Final

from checkin.reports.report import Column, Kind, Report, ReportKind, Table
from checkin.reports.sessions import sessions_of, title_of
from checkin.wording import marked

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from checkin.domain.admission import Refusal
    from checkin.reports.report import Record, Wanted


def build(record: Record, wanted: Wanted) -> Report:
    """A row for each session, hour of the venue and reason, in this order; above them the sums by reason.

    A refusal is counted though the person was let in afterwards. Raises CheckinError for a session that does not exist.
    """
    event, say = record.event, wanted.wording
    sessions = {session.code: place for place, session in enumerate(sessions_of(event, wanted))}
    counts: Counter[tuple[str, datetime, Refusal]] = Counter()
    for session, reason, begins, count in record.refusals():
        if session in sessions or wanted.session is None:
            counts[session, _hour(begins, event.zone), reason] += count
    ordered = sorted(counts, key=lambda each: (sessions.get(each[0], len(sessions)), each))
    title = title_of(event, wanted, say.text("Refusals"), say.text("Refusals: {session}"))
    rows = tuple(
        (
            session,
            say.local(event.sessions[session].title) if session in event.sessions else session,
            hour,
            counts[session, hour, reason],
            reason.value,
            say.refusal(reason),
        )
        for session, hour, reason in ordered
    )
    columns = (
        Column("session", say.text("Session code"), 0),
        Column("session_title", say.text("Session"), 0 if wanted.session is not None else 60),
        Column("hour", say.text("Hour that begins"), 24, Kind.MOMENT),
        Column("count", say.text("Refusals"), 20, Kind.NUMBER),
        Column("reason", say.text("Reason code"), 0),
        Column("reason_text", say.text("Reason"), 90),
    )
    by_reason = Counter[str]()
    for (_session, _begins, reason), count in counts.items():
        by_reason[say.refusal(reason)] += count
    summary = Table(
        "reasons",
        say.text("Refusals by reason"),
        (
            Column("reason_text", say.text("Reason"), 90),
            Column("count", say.text("Refusals"), 20, Kind.NUMBER),
        ),
        tuple(by_reason.most_common()),
        is_summary=True,
    )
    return Report(title, wanted.now, (Table("refusals", title, columns, rows), summary))


def _hour(moment: datetime, zone: ZoneInfo) -> datetime:
    """When the hour began on the venue's clock, in UTC."""
    return moment.astimezone(zone).replace(minute=0).astimezone(UTC)


REFUSALS: Final = ReportKind("refusals", marked("Refusals"), build)
