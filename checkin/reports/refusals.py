"""The report "refusals": how many readings the doors refused, by session, hour and reason."""

from __future__ import annotations

from collections import Counter
from datetime import UTC
from typing import TYPE_CHECKING, Final, NamedTuple

from checkin.reports.report import Column, Kind, Report, ReportKind, Table
from checkin.reports.sessions import sessions_of, title_of
from checkin.wording import marked

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from checkin.domain.admission import Refusal
    from checkin.domain.programme import Event
    from checkin.reports.record import Record
    from checkin.reports.report import Wanted
    from checkin.wording import Wording


def build(record: Record, wanted: Wanted) -> Report:
    """Build the report: the number of refused scans for each session, hour (on the venue's clock) and reason.

    The rows are sorted by session, hour and reason. A summary above them gives the number of refusals for each reason.
    A refusal is counted even if the person was let in later. A refusal has no session code if no session was open at
    the door, nor was going to open there. Raises CheckinError if the wanted session does not exist.
    """
    event, say = record.event, wanted.wording
    sessions = {session.code: place for place, session in enumerate(sessions_of(event, wanted))}
    counts: Counter[_Counted] = Counter()
    for session, reason, begins, readings in record.refusals():
        if session in sessions or wanted.session is None:
            counts[_Counted(session, _hour(begins, event.zone), reason)] += readings
    ordered = sorted(counts, key=lambda each: (sessions.get(each.session, len(sessions)), each))
    title = title_of(event, wanted, say.text("Refusals"), say.text("Refusals: {session}"))
    rows = tuple(
        (
            each.session or None,
            _title(each.session, event, say),
            each.hour,
            counts[each],
            each.reason.value,
            say.refusal(each.reason),
        )
        for each in ordered
    )
    columns = _columns(say, is_of_one_session=wanted.session is not None)
    foot = (say.text("A refusal counts also where the person was let in afterwards."),) if rows else ()
    return Report(title, wanted.now, (Table("refusals", title, columns, rows, foot), _by_reason(counts, say)))


def _title(session: str, event: Event, say: Wording) -> str:
    """The title of the session with this code; words for no session; or the code of a session that is not known."""
    if not session:
        return say.text("No session")
    return say.local(event.sessions[session].title) if session in event.sessions else session


class _Counted(NamedTuple):
    session: str
    hour: datetime
    reason: Refusal


def _columns(say: Wording, *, is_of_one_session: bool) -> tuple[Column, ...]:
    return (
        Column("session", say.text("Session code"), 0),
        Column("session_title", say.text("Session"), 0 if is_of_one_session else 60),
        Column("hour", say.text("Hour that begins"), 24, Kind.MOMENT),
        Column("count", say.text("Refusals"), 20, Kind.NUMBER),
        Column("reason", say.text("Reason code"), 0),
        Column("reason_text", say.text("Reason"), 90),
    )


def _by_reason(counts: Counter[_Counted], say: Wording) -> Table:
    """The table of the number of refusals for each reason, the most frequent reason first."""
    sums = Counter[str]()
    for each, count in counts.items():
        sums[say.refusal(each.reason)] += count
    columns = (
        Column("reason_text", say.text("Reason"), 90),
        Column("count", say.text("Refusals"), 20, Kind.NUMBER),
    )
    return Table(
        "reasons", say.text("Refusals by reason"), columns, tuple(sums.most_common()), is_summary=True
    )


def _hour(moment: datetime, zone: ZoneInfo) -> datetime:
    """The beginning (UTC) of the hour, on the venue's clock, that contains this moment."""
    return moment.astimezone(zone).replace(minute=0).astimezone(UTC)


REFUSALS: Final = ReportKind("refusals", marked("Refusals"), build)
