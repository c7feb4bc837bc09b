"""The programme as it is printed for people: the days, and the sessions of each day, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkin.domain.programme import Category, Event, Session
    from checkin.reports.record import Record
    from checkin.reports.report import Wanted


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One session of the agenda. Each field is ready to be printed; a text is "" if there is nothing to say.

    `speakers` has a line for each speaker. `open_to` says for whom the session is, if it is not for everybody.
    """

    time: str
    title: str
    room: str = ""
    about: str = ""
    speakers: str = ""
    open_to: str = ""
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One day of the agenda, with its sessions in the order of time."""

    name: str
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """A programme to be printed: the event's title, venue and dates, and the days with their sessions.

    `title` says what the paper is, such as "Programme". `whose` is the name of the delegate whose programme this is, ""
    if the programme is everybody's. `uid` is the event's own id in calendars.
    """

    title: str
    event: str
    venue: str
    dates: str
    whose: str
    uid: str
    days: tuple[AgendaDay, ...]


def agenda_of(record: Record, wanted: Wanted, title: str, sessions: Iterable[Session]) -> Agenda:
    """The agenda with these sessions, which must be in the order of time; `title` says what the paper is."""
    event, say = record.event, wanted.wording
    known = event.description
    days = (
        AgendaDay(say.day(day), tuple(_item(event, each, wanted) for each in of_day))
        for day, of_day in groupby(sessions, key=lambda each: event.day_of(each.start))
    )
    return Agenda(
        title,
        wanted.local(known.title),
        wanted.local(known.venue),
        say.days(known.first_day, known.last_day),
        wanted.delegate.titled_name if wanted.delegate is not None else "",
        record.event_id,
        tuple(days),
    )


def _item(event: Event, session: Session, wanted: Wanted) -> AgendaItem:
    say = wanted.wording
    times = (say.time(moment, event.zone) for moment in (session.start, session.end))
    return AgendaItem(
        "–".join(times),
        wanted.local(session.title),
        wanted.local(event.room_of(session)),
        " · ".join(_about(session, wanted)),
        "\n".join(map(wanted.local, session.speakers)),
        _open_to(event, session, wanted),
        is_cancelled=not session.takes_place,
    )


def _about(session: Session, wanted: Wanted) -> Iterator[str]:
    """The topic, which often is a number, and the theme."""
    if session.topic:
        yield wanted.wording.about(wanted.wording.text("Topic"), wanted.local(session.topic))
    if session.theme:
        yield wanted.local(session.theme)


def _open_to(event: Event, session: Session, wanted: Wanted) -> str:
    """The words that say for whom the session is; "" if it is for all participants, or if it is their own programme.

    Categories that are not counted, such as the staff, are told only if the session makes a difference between them, or
    if it is for them alone. Of two lists of categories, those that are admitted and those that are not, the words have
    the shorter one.
    """
    say = wanted.wording
    if wanted.delegate is not None or session.open_to is None:
        return ""
    if not session.open_to:
        return say.text("By invitation")
    guests = _told_apart(event, session)
    admitted = [wanted.local(each.name) for each in guests if session.admits(each.code)]
    others = [wanted.local(each.name) for each in guests if not session.admits(each.code)]
    if not others:
        return ""
    if len(others) < len(admitted):
        return say.text("Open to all but {categories}").format(categories=", ".join(others))
    return say.text("Open to {categories}").format(categories=", ".join(admitted))


def _told_apart(event: Event, session: Session) -> list[Category]:
    """The categories that the words about a session tell apart."""
    known = list(event.categories.values())
    guests = [each for each in known if each.counts]
    uncounted = {session.admits(each.code) for each in known if not each.counts}
    is_for_guests = any(session.admits(each.code) for each in guests)
    return guests if is_for_guests and len(uncounted) < 2 else known  # noqa: PLR2004 - admitted and not admitted
