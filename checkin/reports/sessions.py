"""The sessions that a report is about, and the title that goes with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.programme import Session
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.programme import Event
    from checkin.reports.report import Wanted


def sessions_of(event: Event, wanted: Wanted) -> Sequence[Session]:
    """All sessions in the programme's order, or only the wanted session.

    Raises CheckinError if the wanted session does not exist.
    """
    if wanted.session is None:
        return sorted(event.sessions.values(), key=Session.in_programme)
    if wanted.session not in event.sessions:
        raise CheckinError(
            f"There is no session {wanted.session}",
            f"The sessions of this event are: {', '.join(event.sessions)}.",
        )
    return [event.sessions[wanted.session]]


def title_of(event: Event, wanted: Wanted, all_sessions: str, one_session: str) -> str:
    """The title of a report.

    For a report on all sessions, it is the text `all_sessions`. For a report on one session, it is the text
    `one_session`, in which "{session}" is replaced by that session's title.
    """
    if wanted.session is None:
        return all_sessions
    return one_session.format(session=wanted.wording.local(event.sessions[wanted.session].title))
