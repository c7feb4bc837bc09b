"""The sentences below a report about sessions that were moved to another time after people had entered them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkin.domain.programme import Event, Session
    from checkin.domain.session_history import Times
    from checkin.reports.record import Record
    from checkin.reports.report import Wanted
    from checkin.wording import Wording


def moved_since(record: Record, sessions: Iterable[Session], wanted: Wanted) -> Iterator[str]:
    """A sentence for each time that one of these sessions was moved after the first entry into it.

    If there are any, a last sentence says that the report counts by the times as they are now. Every report that counts
    minutes or absent persons has these sentences below its rows.
    """
    event, say = record.event, wanted.wording
    moves = list(record.moves(list(sessions)))
    for session, at, before, after in moves:
        yield say.text(
            "{session} was moved on {moment}, after people had entered: from {before} to {after}."
        ).format(
            session=wanted.local(session.title),
            moment=say.moment(at, event.zone),
            before=_told(before, event, say),
            after=_told(after, event, say),
        )
    if moves:
        yield say.text("This report counts by the times of the sessions as they are now.")


def _told(times: Times, event: Event, say: Wording) -> str:
    start, end = (say.time(moment, event.zone) for moment in times)
    return f"{say.day_of_year(event.day_of(times.start))} {start}–{end}"
