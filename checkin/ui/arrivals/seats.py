"""The lines on a delegate's card about the sessions for which they are named: the seats and the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.naming import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checkin.domain.naming import Naming
    from checkin.domain.programme import Event, Session
    from checkin.wording import Wording


def seat_lines(
    invited: Mapping[str, Naming], event: Event, say: Wording, *, has_room: bool = True
) -> Iterator[str]:
    """Yield a line for each seat with its sessions, then one for the sessions without a seat.

    The sessions are in the order of the programme; those that do not take place are left out. Every answer is told
    if the card `has_room`, else only a refusal.
    """
    by_seat: dict[str, list[str]] = {}
    for session in event.sessions_by_time():
        naming = invited.get(session.code)
        if naming is not None and session.takes_place:
            by_seat.setdefault(naming.seat, []).append(_session(session, naming, say, has_room=has_room))
    for seat, sessions in sorted(by_seat.items(), key=lambda each: not each[0]):
        told = ", ".join(sessions)
        yield f"{say.seat(seat)} · {told}" if seat else say.about(say.text("Invited by name"), told)


def _session(session: Session, naming: Naming, say: Wording, *, has_room: bool) -> str:
    """The title of the session, with the answer and the company; with little room, of the answers only a refusal."""
    more = []
    if naming.answer is Answer.DECLINES or (has_room and naming.answer is not Answer.NONE):
        more.append(say.answer(naming.answer))
    if naming.persons > 1:
        more.append(say.many("{count} person", "{count} persons", naming.persons))
    title = say.local(session.title)
    return f"{title} ({', '.join(more)})" if more else title
